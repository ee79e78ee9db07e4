//! One value, one spelling: what folds alike in a column of texts that many rows share, or what the file's own list
//! calls one, is one value, shown in one way (design.md §2). Places need it most: three spellings of one village are
//! three villages to whoever counts texts.

use super::columns::Shared;
use super::program::Quota;
use super::text::fold;
use std::collections::HashMap;

/// The values of a column, each under one spelling.
#[derive(Debug, Default)]
pub struct Spellings {
    /// The values as they are shown, in the order of their first rows; behind them those that no row has.
    names: Vec<String>,
    /// Their places, in the order of the alphabet: every answer lists them so.
    by_name: Vec<usize>,
    /// By code of the column, without code 0: the value that it spells.
    of_code: Vec<usize>,
    /// Whether a code is spelt otherwise than its value is shown.
    otherwise: Vec<bool>,
    /// The value of each folded spelling.
    folded: HashMap<String, usize>,
}

impl Spellings {
    /// The values of a column. `listed` are those whose right spelling the file says; any other value is shown as most
    /// of its rows spell it, the first of equals.
    pub(super) fn of(column: &Shared, listed: &[Quota]) -> Spellings {
        let mut own = Spellings::default();
        // A name is meant by itself before it is another's alias.
        let mut right: HashMap<String, &Quota> = HashMap::new();
        for quota in listed.iter().rev() {
            right.extend(quota.aliases.iter().map(|alias| (fold(alias), quota)));
        }
        right.extend(listed.iter().rev().map(|quota| (fold(&quota.name), quota)));
        for text in column.texts() {
            let spelt = fold(text);
            let name = right.get(&spelt).map_or(spelt, |quota| fold(&quota.name));
            let value = own.value(name);
            own.of_code.push(value);
        }
        for quota in listed {
            own.value(fold(&quota.name));
        }
        let mut rows = vec![0_u32; own.of_code.len() + 1];
        for code in column.codes().iter() {
            if let Some(count) = rows.get_mut(code as usize) {
                *count += 1;
            }
        }
        // Of each value the spelling that most rows have.
        let mut most: Vec<Option<(u32, &str)>> = vec![None; own.names.len()];
        for ((text, &value), &count) in column.texts().zip(&own.of_code).zip(rows.iter().skip(1)) {
            if let Some(best) = most.get_mut(value)
                && best.is_none_or(|(fewer, _)| fewer < count)
            {
                *best = Some((count, text));
            }
        }
        for (name, most) in own.names.iter_mut().zip(&most) {
            if let Some(text) = right.get(name.as_str()).map(|quota| &*quota.name).or(most.map(|(_, text)| text)) {
                *name = text.to_owned();
            }
        }
        let shown = |value: usize| own.names.get(value).map(String::as_str);
        own.otherwise = column.texts().zip(&own.of_code).map(|(text, &value)| shown(value) != Some(text)).collect();
        own.by_name = (0..own.names.len()).collect();
        own.by_name.sort_by(|&one, &other| own.names.get(one).cmp(&own.names.get(other)));
        for (spelt, quota) in right {
            if let Some(&value) = own.folded.get(&fold(&quota.name)) {
                own.folded.insert(spelt, value);
            }
        }
        own
    }

    /// The value of a folded name; a new one is put behind the others, to be shown so until it is known better.
    fn value(&mut self, name: String) -> usize {
        let next = self.names.len();
        let value = *self.folded.entry(name.clone()).or_insert(next);
        if value == next {
            self.names.push(name);
        }
        value
    }

    /// The values as they are shown.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The same in the order of the alphabet, each with its place among them.
    pub fn by_name(&self) -> impl Iterator<Item = (usize, &String)> {
        self.by_name.iter().filter_map(|&place| Some((place, self.names.get(place)?)))
    }

    /// The value of a code of the column; `None` for code 0.
    #[inline]
    pub fn of_code(&self, code: u32) -> Option<usize> {
        self.of_code.get((code as usize).checked_sub(1)?).copied()
    }

    /// How the value of a code is shown.
    #[inline]
    pub fn shown(&self, code: u32) -> Option<&str> {
        self.names.get(self.of_code(code)?).map(String::as_str)
    }

    /// Whether a code is spelt otherwise than its value is shown.
    #[inline]
    pub fn is_otherwise(&self, code: u32) -> bool {
        (code as usize).checked_sub(1).and_then(|code| self.otherwise.get(code)).copied().unwrap_or(false)
    }

    /// The value that a text spells.
    pub fn find(&self, text: &str) -> Option<usize> {
        self.folded.get(&fold(text)).copied()
    }

    /// Whether two texts spell one value.
    pub fn are_one(&self, one: &str, other: &str) -> bool {
        let (one, other) = (fold(one), fold(other));
        let both = self.folded.get(&one).zip(self.folded.get(&other));
        one == other || both.is_some_and(|(one, other)| one == other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(texts: &[&str]) -> Shared {
        let mut column = Shared::default();
        texts.iter().for_each(|text| column.push(Some(text)));
        column
    }

    fn shown(texts: &[&str], listed: &[Quota]) -> Vec<(String, bool)> {
        let column = column(texts);
        let own = Spellings::of(&column, listed);
        let each = column.codes().iter().map(|code| (own.shown(code).unwrap_or("").to_owned(), own.is_otherwise(code)));
        each.collect()
    }

    fn quota(name: &str, aliases: &[&str]) -> Quota {
        Quota { name: name.to_owned(), aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(), target: None }
    }

    #[test]
    fn a_value_is_shown_as_most_rows_spell_it_the_first_of_equals() {
        for (texts, name, otherwise) in [
            (&["Klawalu", "KLAWALU", "Klawalu ", "Klawalu"][..], "Klawalu", &[false, true, true, false][..]),
            (&["KLAWALU", "Klawalu", "Klawalu"], "Klawalu", &[true, false, false]),
            (&["KLAWALU", "Klawalu"], "KLAWALU", &[false, true]),
            (&["Kla-walu", "Kla walu", "kla_walu", "Kla  walu"], "Kla-walu", &[false, true, true, true]),
        ] {
            let all: Vec<(String, bool)> = otherwise.iter().map(|&own| (name.to_owned(), own)).collect();
            assert_eq!(shown(texts, &[]), all, "{texts:?}");
        }
        assert_eq!(Spellings::of(&column(&["A", "B", "a", "C"]), &[]).names(), ["A", "B", "C"]);
    }

    #[test]
    fn the_list_of_the_file_has_the_last_word() {
        let listed = [quota("Sorong Timur", &["Sorong Tim.", "Sortim"]), quota("Sorong", &["Sorong Timur", "Kota"])];
        let texts = ["SORONG TIMUR", "sorong timur", "Sorong  Tim.", "Sorong Timur", "kota", "Sorong Barat"];
        let names: Vec<(String, bool)> = [
            ("Sorong Timur", true),
            ("Sorong Timur", true),
            ("Sorong Timur", true),
            ("Sorong Timur", false),
            ("Sorong", true),
            ("Sorong Barat", false),
        ]
        .map(|(name, otherwise)| (name.to_owned(), otherwise))
        .to_vec();
        assert_eq!(shown(&texts, &listed), names);
        let own = Spellings::of(&column(&["Sorong Tim."]), &listed);
        assert_eq!(own.names(), ["Sorong Timur", "Sorong"], "a listed place without a row stands behind");
        assert_eq!((own.find("SORTIM"), own.find("kota"), own.find("x")), (Some(0), Some(1), None));
        assert!(own.are_one("Sortim", "sorong-timur") && own.are_one("X ", "x") && !own.are_one("Kota", "Sortim"));
    }
}

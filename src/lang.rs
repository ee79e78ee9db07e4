//! How a value is said: words in both languages, numbers, dates, and the scrub that every text from outside passes.
//! Data formats do not come here: they are never localised.

pub mod amount;
pub mod ascii;
pub mod glyphs;
pub mod changes;
pub mod columns;
pub mod date;
pub mod errors;
pub mod expected;
pub mod explain;
pub mod fields;
pub mod findings;
pub mod format;
pub mod keys;
pub mod manual;
pub mod measure;
pub mod number;
pub mod pace;
pub mod person;
pub mod payments;
pub mod reread;
pub mod runway;
pub mod scrub;
pub mod sentence;
pub mod summary;
pub mod terms;
pub mod until;
pub mod value;
pub mod ways;
pub mod words;

use crate::roster::filter::Tongue;
use crate::roster::program::Name;
use crate::roster::text::fold;

/// A language of the screens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lang {
    /// English.
    En,
    /// Bahasa Indonesia.
    Id,
}

/// A phrase in both languages, side by side: one that is missing does not compile. `{0}`, `{1}` … stand for values, so
/// that each language may order them as it needs; `{0|worker|workers}` is the first word where that value is one, else
/// the second.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Phrase {
    /// English.
    pub en: &'static str,
    /// Bahasa Indonesia.
    pub id: &'static str,
}

/// A piece of a filled phrase.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Words of the phrase.
    Words(&'static str),
    /// The value of that place.
    Value(usize),
    /// A word for one of the value of that place, and another for any other number of it.
    Counted(usize, &'static str, &'static str),
}

impl Piece {
    /// The words of a piece that are no value of their own, and the values being known.
    pub fn words(&self, values: &[&str]) -> Option<&'static str> {
        match self {
            Piece::Words(words) => Some(words),
            Piece::Value(_) => None,
            Piece::Counted(place, one, more) => {
                let value = values.get(*place).copied().unwrap_or("");
                Some(if value.trim_start_matches(['+', '−']) == "1" { one } else { more })
            }
        }
    }
}

impl Phrase {
    /// What is the same in both languages, as the name of a key.
    pub const fn same(text: &'static str) -> Phrase {
        Phrase { en: text, id: text }
    }
}

impl Lang {
    /// From the values of LC_ALL, LC_MESSAGES and LANG, the first that is set deciding: `id…` is Indonesian.
    pub fn of_locale(values: [Option<&str>; 3]) -> Lang {
        let deciding = values.into_iter().flatten().find(|value| !value.is_empty());
        let indonesian =
            deciding.is_some_and(|value| value == "id" || value.starts_with("id_") || value.starts_with("id."));
        if indonesian { Lang::Id } else { Lang::En }
    }

    /// Its code, as documents name their language.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Id => "id",
        }
    }

    /// The one that people call so in either language, or by a locale such as `id_ID`.
    pub fn called(name: &str) -> Option<Lang> {
        let name = fold(name);
        let name = name.strip_prefix("bahasa ").unwrap_or(&name);
        match name.split_once(' ').map_or(name, |(language, _)| language) {
            "en" => Some(Lang::En),
            "id" => Some(Lang::Id),
            _ => match name {
                "eng" | "english" | "inggris" => Some(Lang::En),
                "in" | "ind" | "indonesia" | "indonesian" | "bahasa" => Some(Lang::Id),
                _ => None,
            },
        }
    }

    /// The other one.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Id,
            Lang::Id => Lang::En,
        }
    }

    /// The words in which it writes a filter.
    pub fn tongue(self) -> Tongue {
        match self {
            Lang::En => Tongue::English,
            Lang::Id => Tongue::Indonesian,
        }
    }

    /// The phrase.
    pub fn say(self, phrase: &Phrase) -> &'static str {
        match self {
            Lang::En => phrase.en,
            Lang::Id => phrase.id,
        }
    }

    /// The phrase in pieces, for screens that style its values.
    pub fn pieces(self, phrase: &Phrase) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut rest = self.say(phrase);
        while let Some((words, after)) = rest.split_once('{') {
            let Some((place, after)) = after.split_once('}') else { break };
            if !words.is_empty() {
                pieces.push(Piece::Words(words));
            }
            let mut parts = place.split('|');
            let value = parts.next().and_then(|value| value.parse().ok()).unwrap_or(0);
            pieces.push(match (parts.next(), parts.next()) {
                (Some(one), Some(more)) => Piece::Counted(value, one, more),
                _ => Piece::Value(value),
            });
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest));
        }
        pieces
    }

    /// The phrase with its values.
    pub fn fill(self, phrase: &Phrase, values: &[&str]) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Value(place) => values.get(place).copied().unwrap_or(""),
            words => words.words(values).unwrap_or(""),
        };
        self.pieces(phrase).into_iter().map(piece).collect()
    }

    /// A name of the data in this language, scrubbed.
    pub fn name(self, name: &Name) -> String {
        scrub::scrub(self.of(name)).into_owned()
    }

    /// The same as it stands in the data: only to be measured or compared.
    pub(crate) fn of(self, name: &Name) -> &str {
        match self {
            Lang::En => &name.en,
            Lang::Id => &name.id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_that_is_set_decides() {
        for (values, lang) in [
            ([None, None, None], Lang::En),
            ([Some(""), None, Some("id_ID.UTF-8")], Lang::Id),
            ([Some("C"), Some("id_ID"), Some("id_ID")], Lang::En),
            ([None, Some("id"), Some("en_US")], Lang::Id),
            ([None, None, Some("idx")], Lang::En),
        ] {
            assert_eq!(Lang::of_locale(values), lang, "{values:?}");
        }
    }

    #[test]
    fn values_go_where_the_language_wants_them() {
        let phrase = Phrase { en: "{0} of {1}", id: "dari {1}, {0}" };
        assert_eq!(Lang::En.fill(&phrase, &["3", "5"]), "3 of 5");
        assert_eq!(Lang::Id.fill(&phrase, &["3", "5"]), "dari 5, 3");
    }

    #[test]
    fn one_is_not_many() {
        let phrase = Phrase { en: "{0} {0|row|rows} of {1} {1|list|lists}", id: "{0} baris dari {1} daftar" };
        for (values, en) in [
            (["1", "1"], "1 row of 1 list"),
            (["1", "21"], "1 row of 21 lists"),
            (["0", "1"], "0 rows of 1 list"),
            (["−1", "+1"], "−1 row of +1 list"),
            (["1,001", "…"], "1,001 rows of … lists"),
        ] {
            assert_eq!(Lang::En.fill(&phrase, &values), en);
        }
        assert_eq!(Lang::Id.fill(&phrase, &["1", "1"]), "1 baris dari 1 daftar");
    }
}

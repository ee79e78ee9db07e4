//! Texts of which many rows share one.

use super::codes::Codes;
use crate::roster::rows::Row;
use crate::roster::text::is_blank;
use std::collections::HashMap;

/// Texts of which many rows share one, such as districts: each text once, a code a row. Code 0 is no text.
#[derive(Debug, Default)]
pub struct Shared {
    texts: Vec<Box<str>>,
    codes: HashMap<Box<str>, u32>,
    rows: Codes,
    /// The newest code: neighbours often share a text, and a comparison is cheaper than a hash.
    last: u32,
}

impl Shared {
    /// Adds a row. Blank counts as none.
    #[inline]
    pub fn push(&mut self, text: Option<&str>) {
        let Some(text) = text.filter(|text| !is_blank(text)) else {
            return self.rows.push(0);
        };
        if self.text(self.last) != Some(text) {
            self.last = self.code(text);
        }
        self.rows.push(self.last);
    }

    /// The code of a text; a new one gets the next.
    fn code(&mut self, text: &str) -> u32 {
        self.codes.get(text).copied().unwrap_or_else(|| {
            self.texts.push(text.into());
            let code = self.texts.len() as u32;
            self.codes.insert(text.into(), code);
            code
        })
    }

    /// Adds the rows of another column behind these.
    pub fn append(&mut self, other: Shared) {
        // In the order of their first rows there, the texts that are new here get the codes that their rows would have
        // given them.
        let anew: Vec<u32> = std::iter::once(0).chain(other.texts().map(|text| self.code(text))).collect();
        let largest = anew.iter().copied().max().unwrap_or(0);
        self.rows.append_as(other.rows, largest, |code| anew.get(code as usize).copied().unwrap_or(0));
    }

    /// The text of a row.
    #[inline]
    pub fn get(&self, row: Row) -> Option<&str> {
        self.text(self.rows.get(row))
    }

    /// The text of a code.
    #[inline]
    pub fn text(&self, code: u32) -> Option<&str> {
        (code as usize).checked_sub(1).and_then(|index| self.texts.get(index)).map(|text| &**text)
    }

    /// The code of each row; 0 is no text.
    pub fn codes(&self) -> &Codes {
        &self.rows
    }

    /// Each text once, in the order of their first rows; the first has code 1.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn filled(texts: &[Option<String>]) -> Shared {
        let mut column = Shared::default();
        texts.iter().for_each(|text| column.push(text.as_deref()));
        column
    }

    /// Few texts, so that rows share them; and so many that codes widen.
    fn rows() -> impl Strategy<Value = Vec<Option<String>>> {
        let text = |texts: u32| (0..texts).prop_map(|text| format!("T{text}"));
        let text = prop_oneof![4 => text(9), 1 => Just(" - ".to_owned()), 1 => text(2_000)];
        proptest::collection::vec(proptest::option::weighted(0.9, text), 0..600)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn appended_rows_are_pushed_rows(a in rows(), b in rows(), c in rows()) {
            let mut appended = filled(&a);
            appended.append(filled(&b));
            c.iter().for_each(|text| appended.push(text.as_deref()));
            let rows = [a, b, c].concat();
            let pushed = filled(&rows);
            for row in 0..=rows.len() as Row {
                prop_assert_eq!(appended.get(row), pushed.get(row));
            }
            prop_assert!(appended.texts().eq(pushed.texts()));
            prop_assert!(appended.codes().iter().eq(pushed.codes().iter()));
            for code in 0..=pushed.texts().len() as u32 + 1 {
                prop_assert_eq!(appended.text(code), pushed.text(code));
            }
        }
    }
}

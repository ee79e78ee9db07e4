//! Texts of which many rows share one.

use super::codes::Codes;
use crate::roster::rows::Row;
use crate::roster::text::is_blank;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// Texts of which many rows share one, such as districts: each text once, a code a row. Code 0 is no text.
#[derive(Debug, Default)]
pub struct Shared {
    texts: Vec<Box<str>>,
    codes: HashMap<Box<str>, u32, RandomState>,
    rows: Codes,
    recent: Recent,
}

/// Texts that came lately, each in the place that its ends say: most columns have a few dozen texts, and to compare the
/// ends of two is far cheaper than to hash one.
#[derive(Debug)]
struct Recent([(Ends, u32); 128]);

impl Default for Recent {
    fn default() -> Recent {
        Recent([(Ends::default(), 0); 128])
    }
}

/// The first and the last bytes of a text, and how many it has: all of it where they are at most sixteen.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Ends {
    first: u64,
    last: u64,
    length: usize,
}

impl Ends {
    #[inline]
    fn of(text: &[u8]) -> Ends {
        let length = text.len();
        let (first, last) = match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => (text.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)), 0),
        };
        Ends { first, last, length }
    }

    /// A number below 128 that differs for most texts.
    #[inline]
    fn place(self) -> usize {
        let mixed = self.first ^ self.last.rotate_left(32) ^ self.length as u64;
        (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 57) as usize
    }

    /// Whether they are the whole text.
    #[inline]
    fn are_all(self) -> bool {
        self.length <= 16
    }
}

impl Shared {
    /// Adds a row. Blank counts as none.
    #[inline]
    pub fn push(&mut self, text: Option<&str>) {
        self.push_said(text.filter(|text| !is_blank(text)).unwrap_or("").as_bytes());
    }

    /// Adds a row whose text is UTF-8 and not blank; an empty one is none.
    #[inline]
    pub fn push_said(&mut self, text: &[u8]) {
        if text.is_empty() {
            return self.rows.push(0);
        }
        let ends = Ends::of(text);
        let place = ends.place();
        let code = match self.recent.0.get(place) {
            Some(&(own, code)) if own == ends && (ends.are_all() || self.is_text(code, text)) => code,
            _ => self.code(std::str::from_utf8(text).unwrap_or("")),
        };
        if let Some(recent) = self.recent.0.get_mut(place) {
            *recent = (ends, code);
        }
        self.rows.push(code);
    }

    fn is_text(&self, code: u32, text: &[u8]) -> bool {
        self.text(code).is_some_and(|own| own.as_bytes() == text)
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

    /// The code of a text, if a row has it.
    pub fn code_of(&self, text: &str) -> Option<u32> {
        self.codes.get(text).copied()
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
        let long = "[ab]{0,2}cdefghijklmnop[ab]?qrstuvw[ab]{1,2}";
        let text = prop_oneof![4 => text(9), 1 => Just(" - ".to_owned()), 1 => text(2_000), 2 => long];
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
            for (row, text) in (0..).zip(&rows) {
                prop_assert_eq!(pushed.get(row), text.as_deref().filter(|text| !is_blank(text)));
            }
            prop_assert!(appended.texts().eq(pushed.texts()));
            prop_assert!(appended.codes().iter().eq(pushed.codes().iter()));
            for code in 0..=pushed.texts().len() as u32 + 1 {
                prop_assert_eq!(appended.text(code), pushed.text(code));
            }
        }
    }
}

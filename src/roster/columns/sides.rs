//! Two columns side by side: whether a row of one says the same as a row of the other, told by their codes. No text is
//! made for it: a million people of two rosters have ten million texts, and nearly all of them are the same ones.

use super::numbers::ODD_TEXT;
use super::numbers::PREFIX_AT;
use super::{Dates, Names, Numbers};
use crate::roster::rows::{Row, RowSet};
use crate::roster::text::is_blank;

/// Two columns of numbers.
pub struct NumberSides<'a> {
    old: &'a Numbers,
    new: &'a Numbers,
    /// For each prefix of the older column its place in the newer one.
    prefixes: Vec<Option<u64>>,
}

impl<'a> NumberSides<'a> {
    /// Puts them side by side.
    pub fn of(old: &'a Numbers, new: &'a Numbers) -> NumberSides<'a> {
        let place = |prefix: &str| new.prefixes().position(|own| own == prefix).map(|place| place as u64);
        NumberSides { old, new, prefixes: old.prefixes().map(place).collect() }
    }

    /// A code of the older column as the newer one has it; `None` where its prefix is not in the newer one's table.
    #[inline]
    fn anew(&self, code: u64) -> Option<u64> {
        let prefix = self.prefixes.get((code >> PREFIX_AT) as usize).copied().flatten()?;
        Some(code & ((1 << PREFIX_AT) - 1) | prefix << PREFIX_AT)
    }

    /// What tells the text of a row of the older column apart in the newer one, as [`Numbers::key`] does there; `None`
    /// where there is no text, or none that the newer one has.
    pub fn old_key(&self, row: Row) -> Option<u64> {
        let code = self.old.key(row)?;
        let packed = if code & ODD_TEXT == 0 { self.anew(code) } else { None };
        packed.or_else(|| self.new.key_of(&self.old.text_of(code)))
    }

    /// Whether the two rows have different texts, or only one has any: what is no text is none.
    #[inline]
    pub fn differ(&self, was: Row, is: Row) -> bool {
        match (self.old.key(was), self.new.key(is)) {
            (None, None) => false,
            (Some(was), Some(is)) if was & ODD_TEXT == 0 && is & ODD_TEXT == 0 => self.anew(was) != Some(is),
            // A text that is packed in one column stands beside the other where that one's table was full.
            (Some(was), Some(is)) => self.old.text_of(was) != self.new.text_of(is),
            _ => true,
        }
    }
}

/// Two columns of names.
pub struct NameSides<'a> {
    old: Spelt<'a>,
    new: Spelt<'a>,
}

/// A column of names, and which rows are spelt in which of the unusual ways.
struct Spelt<'a> {
    names: &'a Names,
    odd: RowSet,
    shouted: RowSet,
}

impl<'a> Spelt<'a> {
    fn of(names: &'a Names) -> Spelt<'a> {
        let mut own = Spelt { names, odd: RowSet::none(names.len()), shouted: RowSet::none(names.len()) };
        names.odd_rows().for_each(|(row, _)| own.odd.insert(row));
        names.shouted.iter().for_each(|&row| own.shouted.insert(row));
        own
    }
}

impl<'a> NameSides<'a> {
    /// Puts them side by side.
    pub fn of(old: &'a Names, new: &'a Names) -> NameSides<'a> {
        NameSides { old: Spelt::of(old), new: Spelt::of(new) }
    }

    /// Whether the two rows have names that are spelt differently, or only one has any.
    #[inline]
    pub fn differ(&self, was: Row, is: Row) -> bool {
        // How a name is held follows from the name alone: the same fold held in the same way is the same name.
        let usual = !self.old.odd.contains(was) && !self.new.odd.contains(is);
        let alike = usual && self.old.shouted.contains(was) == self.new.shouted.contains(is);
        !(alike && self.old.names.folded(was) == self.new.names.folded(is)) && self.differ_as_texts(was, is)
    }

    fn differ_as_texts(&self, was: Row, is: Row) -> bool {
        let (was, is) = (self.old.names.get(was), self.new.names.get(is));
        was != is && !(is_blank(&was) && is_blank(&is))
    }
}

/// Two columns of dates.
pub struct DateSides<'a> {
    old: &'a Dates,
    new: &'a Dates,
}

impl<'a> DateSides<'a> {
    /// Puts them side by side.
    pub fn of(old: &'a Dates, new: &'a Dates) -> DateSides<'a> {
        DateSides { old, new }
    }

    /// Whether the two rows have different dates, or only one has any.
    #[inline]
    pub fn differ(&self, was: Row, is: Row) -> bool {
        let (code, own) = (self.old.code(was), self.new.code(is));
        // Of a date that two bytes do not hold the code says nothing.
        code != own || (code.is_odd() && self.old.get(was) != self.new.get(is))
    }
}

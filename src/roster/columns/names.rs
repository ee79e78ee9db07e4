//! Names: spelt as in the file, found and sorted by their folded form.

use crate::roster::rows::{Part, Row};
use crate::roster::text;
use std::borrow::Cow;
use std::collections::HashMap;

/// Names: their folded forms end to end, as search and sorting need them, and how the file spells each: most are the
/// folded form with capitals at the words' starts, or all in capitals; any other spelling stands in full beside.
#[derive(Debug, Default)]
pub struct Names {
    /// Folded names, each ended by a line feed that no name contains, so that no match spans two.
    folded: String,
    /// Where each row's name ends, without its line feed.
    ends: Vec<u32>,
    /// Rows whose spelling is not [`title`] of the folded form.
    pub(super) odd: HashMap<Row, Box<str>>,
    pub(super) shouted: Vec<Row>,
}

fn title(folded: &str) -> String {
    let mut start = true;
    let capital = |c: char| {
        let written = if start { c.to_ascii_uppercase() } else { c };
        start = c == ' ';
        written
    };
    folded.chars().map(capital).collect()
}

/// Whether `name` is [`title`] of `folded`.
fn is_title(folded: &str, name: &str) -> bool {
    let mut start = true;
    let capital = |byte: u8| {
        let written = if start { byte.to_ascii_uppercase() } else { byte };
        start = byte == b' ';
        written
    };
    folded.bytes().map(capital).eq(name.bytes())
}

/// Whether a name is plain words, each with one capital and that at its start: nearly every one is, and then its fold
/// is its lower case.
#[inline]
fn is_plain_title(name: &[u8]) -> bool {
    let mut start = true;
    let mut plain = !name.is_empty();
    for &byte in name {
        plain &= if start { byte.is_ascii_uppercase() } else { byte.is_ascii_lowercase() || byte == b' ' };
        start = byte == b' ';
    }
    plain && !start
}

impl Names {
    /// Bytes of all names, and room for more.
    pub fn held(&self) -> usize {
        self.folded.capacity()
    }

    /// Adds a row; `false` where four gigabytes of names are full.
    pub fn push(&mut self, name: &str) -> bool {
        if is_plain_title(name.as_bytes()) {
            return self.push_folded(name);
        }
        let row = self.len() as Row;
        let folded = text::fold(name);
        if !self.push_folded(&folded) {
            return false;
        }
        if !is_title(&folded, name) {
            if folded.is_ascii() && folded.to_ascii_uppercase() == name {
                self.shouted.push(row);
            } else {
                self.odd.insert(row, name.into());
            }
        }
        true
    }

    /// Adds a row by its fold, up to the case of ASCII letters.
    #[inline]
    fn push_folded(&mut self, folded: &str) -> bool {
        let start = self.folded.len();
        let Ok(end) = u32::try_from(start + folded.len()) else {
            return false;
        };
        self.folded.push_str(folded);
        self.folded.push('\n');
        if let Some(own) = self.folded.get_mut(start..) {
            own.make_ascii_lowercase();
        }
        self.ends.push(end);
        true
    }

    /// Adds the rows of another column behind these; `false`, and none is added, where four gigabytes are full.
    pub fn append(&mut self, other: Names) -> bool {
        let start = self.folded.len();
        let last = other.ends.last().map_or(0, |&end| end as usize);
        let (Ok(_), Ok(start)) = (u32::try_from(start + last), u32::try_from(start)) else {
            return other.len() == 0;
        };
        let first = self.len() as Row;
        self.folded.push_str(&other.folded);
        self.ends.extend(other.ends.iter().map(|end| start + end));
        self.odd.extend(other.odd.into_iter().map(|(row, name)| (first + row, name)));
        self.shouted.extend(other.shouted.iter().map(|row| first + row));
        true
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The folded name of a row.
    #[inline]
    pub fn folded(&self, row: Row) -> &str {
        let row = row as usize;
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize + 1);
        self.ends.get(row).and_then(|&end| self.folded.get(start..end as usize)).unwrap_or("")
    }

    /// The name as the file spells it.
    pub fn get(&self, row: Row) -> Cow<'_, str> {
        if let Some(name) = self.odd.get(&row) {
            return (&**name).into();
        }
        let folded = self.folded(row);
        match self.shouted.binary_search(&row) {
            Ok(_) => folded.to_ascii_uppercase().into(),
            Err(_) => title(folded).into(),
        }
    }

    /// Puts in each row whose folded name contains `part` (folded, not empty).
    pub fn containing(&self, part: &str, set: &mut Part<'_>) {
        let finder = memchr::memmem::Finder::new(part);
        let rows = set.rows();
        let end_of = |row: usize| self.ends.get(row).map_or(self.folded.len(), |&end| end as usize + 1);
        let before = |rows: usize| rows.checked_sub(1).map_or(0, end_of);
        let bytes = self.folded.as_bytes().get(..before(rows.end)).unwrap_or_default();
        let (mut at, mut row) = (before(rows.start), rows.start);
        while let Some(hit) = bytes.get(at..).and_then(|rest| finder.find(rest)) {
            let hit = at + hit;
            row += self.ends.get(row..).map_or(0, |rest| first_at_least(rest, hit));
            set.insert(row as Row);
            at = end_of(row);
            row += 1;
        }
    }

    /// Names that are not in a usual spelling.
    pub fn odd_rows(&self) -> impl Iterator<Item = (Row, &str)> {
        self.odd.iter().map(|(&row, name)| (row, &**name))
    }
}

/// The index of the first end that is not before `hit`. Hits of a common part lie close together, hence the gallop.
fn first_at_least(ends: &[u32], hit: usize) -> usize {
    let mut bound = 1;
    while ends.get(bound).is_some_and(|&end| (end as usize) < hit) {
        bound *= 2;
    }
    let from = bound / 2;
    let upto = ends.len().min(bound + 1);
    from + ends.get(from..upto).map_or(0, |part| part.partition_point(|&end| (end as usize) < hit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::rows::RowSet;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_long_column_is_searched_in_parts_without_losing_a_row() {
        let mut names = Names::default();
        let many = 300_001;
        assert!((0..many).all(|row| names.push(if row % 7 == 0 { "Yohana" } else { "Siti" })));
        let found = RowSet::in_parts(many, |rows| names.containing("yohana", rows));
        assert!(found.iter().eq((0..many as Row).filter(|row| row % 7 == 0)));
    }

    #[test]
    fn names_come_back_as_spelt_and_are_found_by_their_folded_form() {
        let spelt =
            ["Siti Aminah", "SITI AMINAH", "siti aminah", "Yústinus", "张伟", "La Ode", "Siti  Aminah", "", "D'Arc"];
        let mut names = Names::default();
        assert!(spelt.iter().all(|name| names.push(name)));
        for (row, name) in spelt.iter().enumerate() {
            assert_eq!(names.get(row as Row), *name);
        }
        let found = |part: &str| {
            RowSet::in_parts(names.len(), |rows| names.containing(part, rows)).iter().collect::<Vec<Row>>()
        };
        assert_eq!(found("aminah"), [0, 1, 2, 6]);
        assert_eq!(found("yustinus"), [3]);
        assert_eq!(found("a"), [0, 1, 2, 5, 6, 8]);
        assert_eq!(found("ahs"), [0; 0], "no match spans two names");
    }

    fn filled(spelt: &[String]) -> Names {
        let mut names = Names::default();
        assert!(spelt.iter().all(|name| names.push(name)));
        names
    }

    fn rows() -> impl Strategy<Value = Vec<String>> {
        let name = prop_oneof!["[A-C][a-c]{0,3}( [A-C][a-c]{0,2})?", "[A-C]{1,3}", "[a-c Aéİﬁ\n]{0,4}"];
        proptest::collection::vec(name, 0..20)
    }

    proptest! {
        #[test]
        fn appended_rows_are_pushed_rows(a in rows(), b in rows(), c in rows(), part in "[a-c]{1,2}") {
            let mut appended = filled(&a);
            prop_assert!(appended.append(filled(&b)));
            prop_assert!(c.iter().all(|name| appended.push(name)));
            let rows = [a, b, c].concat();
            let pushed = filled(&rows);
            prop_assert_eq!(appended.len(), pushed.len());
            for row in 0..=rows.len() as Row {
                prop_assert_eq!(appended.get(row), pushed.get(row));
                prop_assert_eq!(appended.folded(row), pushed.folded(row));
            }
            let odd = |names: &Names| names.odd_rows().map(|(row, name)| (row, name.to_owned())).collect::<BTreeSet<_>>();
            prop_assert_eq!(odd(&appended), odd(&pushed));
            let found = |names: &Names| RowSet::in_parts(names.len(), |rows| names.containing(&part, rows));
            prop_assert_eq!(found(&appended), found(&pushed));
        }
    }
}

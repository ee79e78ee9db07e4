//! Sets of workers. A filter, a group, a district and a finding are all the same thing: a set of rows; *and*, *or*,
//! *not* are set algebra on whole words, and every count is a number of bits. That is why a facet of a million workers
//! answers within a frame, and why "these plus the others are all" cannot fail.

use super::cores::{self, ALONE};
use std::ops::Range;

/// One worker's place in the roster, from 0.
pub type Row = u32;

/// A set of rows out of `0..len`, one bit a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RowSet {
    words: Vec<u64>,
    len: usize,
}

/// Consecutive rows of a set that is being filled.
pub(crate) struct Part<'a> {
    first: usize,
    len: usize,
    words: &'a mut [u64],
}

impl Part<'_> {
    /// The rows it is about.
    pub fn rows(&self) -> Range<usize> {
        self.first..self.first + self.len
    }

    /// Puts a row of these in.
    pub fn insert(&mut self, row: Row) {
        if let Some(place) = (row as usize).checked_sub(self.first)
            && let Some(word) = self.words.get_mut(place / 64)
        {
            *word |= 1 << (place % 64);
        }
    }
}

impl RowSet {
    /// No row of `len`.
    pub fn none(len: usize) -> RowSet {
        RowSet { words: vec![0; len.div_ceil(64)], len }
    }

    /// All of `len` rows.
    pub fn all(len: usize) -> RowSet {
        let mut set = RowSet { words: vec![u64::MAX; len.div_ceil(64)], len };
        set.trim();
        set
    }

    /// The rows for which `keep` holds.
    ///
    /// Every row is asked on its own, so a large roster is asked by all cores at once.
    pub fn filter(len: usize, keep: impl Fn(Row) -> bool + Sync) -> RowSet {
        RowSet::in_parts(len, |part| {
            for (word, bits) in part.words.iter_mut().enumerate() {
                let first = part.first + word * 64;
                for bit in 0..(len - first).min(64) {
                    *bits |= u64::from(keep((first + bit) as Row)) << bit;
                }
            }
        })
    }

    /// The rows that `fill` puts in: it is given the whole of a small roster, and of a large one a part for each core.
    pub(crate) fn in_parts(len: usize, fill: impl Fn(&mut Part<'_>) + Sync) -> RowSet {
        let mut words = vec![0; len.div_ceil(64)];
        if len < ALONE {
            fill(&mut Part { first: 0, len, words: &mut words });
            return RowSet { words, len };
        }
        let cores = cores::lookers(len);
        let share = words.len().div_ceil(cores);
        let parts = cores::each(cores, |place| {
            let mut words = vec![0; share.min(words.len().saturating_sub(place * share))];
            let first = place * share * 64;
            fill(&mut Part { first, len: len.saturating_sub(first).min(words.len() * 64), words: &mut words });
            words
        });
        RowSet { words: parts.concat(), len }
    }

    /// Bits beyond `len` stay clear, so that counts are counts of workers.
    fn trim(&mut self) {
        if let Some(last) = self.words.last_mut().filter(|_| !self.len.is_multiple_of(64)) {
            *last &= (1 << (self.len % 64)) - 1;
        }
    }

    /// Puts a row in.
    pub fn insert(&mut self, row: Row) {
        if let Some(word) = self.words.get_mut(row as usize / 64) {
            *word |= 1 << (row % 64);
        }
    }

    /// The set of these words, 64 rows each.
    pub(crate) fn of_words(words: Vec<u64>, len: usize) -> RowSet {
        let mut set = RowSet { words, len };
        set.words.resize(len.div_ceil(64), 0);
        set.trim();
        set
    }

    /// Whether the row is in.
    pub fn contains(&self, row: Row) -> bool {
        self.words.get(row as usize / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// How many rows are in.
    pub fn count(&self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// How many rows are in both, without making a set of them.
    pub fn count_both(&self, other: &RowSet) -> u64 {
        self.words.iter().zip(&other.words).map(|(a, b)| u64::from((a & b).count_ones())).sum()
    }

    /// How many of these rows, which ascend, are in; one that comes twice is one row.
    pub fn count_of(&self, rows: &[Row]) -> u64 {
        let mut former = None;
        let mut is_new = |row: Row| former.replace(row) != Some(row);
        rows.iter().filter(|&&row| is_new(row) && self.contains(row)).count() as u64
    }

    /// Keeps what is also in `other`.
    pub fn and(&mut self, other: &RowSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    /// Adds what is in `other`.
    pub fn or(&mut self, other: &RowSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// All that was not in.
    pub fn not(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        self.trim();
    }

    /// The rows in the order of the roster.
    pub fn iter(&self) -> impl Iterator<Item = Row> + '_ {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some((index * 64) as Row + bit)
            })
        })
    }
}

/// The rows that share one value: bits where they are many, a list where they are few, so that ten thousand villages
/// cost no more memory than ten.
#[derive(Clone, Debug)]
pub(crate) enum Posting {
    /// More than one row in 32.
    Many(RowSet),
    /// Fewer, ascending.
    Few(Vec<Row>),
}

impl Posting {
    /// How many of its rows are in `set`.
    pub fn count_in(&self, set: &RowSet) -> u64 {
        match self {
            Posting::Many(own) => own.count_both(set),
            Posting::Few(rows) => rows.iter().filter(|&&row| set.contains(row)).count() as u64,
        }
    }

    /// How many rows it has.
    pub fn count(&self) -> u64 {
        match self {
            Posting::Many(own) => own.count(),
            Posting::Few(rows) => rows.len() as u64,
        }
    }

    /// Adds its rows to `set`.
    pub fn add_to(&self, set: &mut RowSet) {
        match self {
            Posting::Many(own) => set.or(own),
            Posting::Few(rows) => rows.iter().for_each(|&row| set.insert(row)),
        }
    }

    /// Its rows that are also in `set`.
    pub fn within(&self, set: &RowSet) -> RowSet {
        match self {
            Posting::Many(own) => {
                let mut both = own.clone();
                both.and(set);
                both
            }
            Posting::Few(rows) => {
                let mut both = RowSet::none(set.len);
                rows.iter().filter(|&&row| set.contains(row)).for_each(|&row| both.insert(row));
                both
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_and_its_complement_are_all_at_every_length() {
        for len in [0, 1, 63, 64, 65, 129] {
            let odd = RowSet::filter(len, |row| row % 2 == 1);
            let mut even = odd.clone();
            even.not();
            assert_eq!(odd.count() + even.count(), len as u64, "{len}");
            assert_eq!(odd.count_both(&even), 0, "{len}");
            assert_eq!(odd.iter().collect::<Vec<_>>(), (0..len as Row).filter(|r| r % 2 == 1).collect::<Vec<_>>());
            even.or(&odd);
            assert_eq!(even, RowSet::all(len), "{len}");
        }
    }

    #[test]
    fn a_row_that_comes_twice_is_counted_once() {
        let odd = RowSet::filter(130, |row| row % 2 == 1);
        assert_eq!(odd.count_of(&[0, 1, 1, 1, 2, 129, 129, 130]), 2);
        assert_eq!(odd.count_of(&[]), 0);
    }
}

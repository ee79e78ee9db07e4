//! Small numbers in as few bytes a row as the largest needs.

use crate::roster::rows::{Posting, Row, RowSet};

/// Small numbers in as few bytes a row as the largest needs.
#[derive(Debug)]
pub enum Codes {
    /// Up to 255.
    Narrow(Vec<u8>),
    /// Up to 65,535.
    Wide(Vec<u16>),
    /// All others.
    Widest(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Codes::Narrow(Vec::new())
    }
}

impl Codes {
    /// The code of a row; 0 beyond the end.
    #[inline]
    pub fn get(&self, row: Row) -> u32 {
        let row = row as usize;
        match self {
            Codes::Narrow(codes) => codes.get(row).map_or(0, |&code| code.into()),
            Codes::Wide(codes) => codes.get(row).map_or(0, |&code| code.into()),
            Codes::Widest(codes) => codes.get(row).map_or(0, |&code| code),
        }
    }

    /// Adds a row; every row widens once the first code needs it.
    #[inline]
    pub fn push(&mut self, code: u32) {
        match self {
            Codes::Narrow(codes) if code <= u8::MAX.into() => codes.push(code as u8),
            Codes::Wide(codes) if code <= u16::MAX.into() => codes.push(code as u16),
            Codes::Widest(codes) => codes.push(code),
            Codes::Narrow(_) | Codes::Wide(_) => self.push_wide(code),
        }
    }

    #[cold]
    fn push_wide(&mut self, code: u32) {
        self.widen(code);
        match self {
            Codes::Narrow(codes) => codes.push(code as u8),
            Codes::Wide(codes) => codes.push(code as u16),
            Codes::Widest(codes) => codes.push(code),
        }
    }

    /// Gives every row the bytes that this code needs.
    #[inline]
    fn widen(&mut self, code: u32) {
        match self {
            Codes::Narrow(_) | Codes::Wide(_) if code > u16::MAX.into() => *self = Codes::Widest(self.iter().collect()),
            Codes::Narrow(codes) if code > u8::MAX.into() => {
                *self = Codes::Wide(codes.iter().map(|&c| c.into()).collect());
            }
            _ => {}
        }
    }

    /// Adds the rows of another column behind these.
    pub fn append(&mut self, other: Codes) {
        let largest = match other {
            Codes::Narrow(_) => u8::MAX.into(),
            Codes::Wide(_) => u16::MAX.into(),
            Codes::Widest(_) => u32::MAX,
        };
        match (&mut *self, &other) {
            (Codes::Narrow(own), Codes::Narrow(other)) => own.extend_from_slice(other),
            _ => self.append_as(other, largest, |code| code),
        }
    }

    /// The same with each code as `anew` says it: `largest` is one of them, or needs as many bytes as one.
    pub(super) fn append_as(&mut self, other: Codes, largest: u32, anew: impl Fn(u32) -> u32) {
        self.widen(largest);
        self.reserve(other.len());
        match self {
            Codes::Narrow(own) => other.for_each(|code| own.push(anew(code) as u8)),
            Codes::Wide(own) => other.for_each(|code| own.push(anew(code) as u16)),
            Codes::Widest(own) => other.for_each(|code| own.push(anew(code))),
        }
    }

    /// Every row's code.
    pub fn iter(&self) -> impl Iterator<Item = u32> + Clone + '_ {
        (0..self.len()).map(|row| self.get(row as Row))
    }

    /// Does something with every row's code: which of the three it is, is asked once.
    #[inline]
    pub fn for_each(&self, mut work: impl FnMut(u32)) {
        match self {
            Codes::Narrow(codes) => codes.iter().for_each(|&code| work(code.into())),
            Codes::Wide(codes) => codes.iter().for_each(|&code| work(code.into())),
            Codes::Widest(codes) => codes.iter().for_each(|&code| work(code)),
        }
    }

    /// The rows of each value below `values`; `value` says which one a code is.
    pub fn postings(&self, values: usize, value: impl Fn(u32) -> usize) -> Vec<Posting> {
        match self {
            Codes::Narrow(codes) => postings(codes.iter().map(|&code| code.into()), values, value),
            Codes::Wide(codes) => postings(codes.iter().map(|&code| code.into()), values, value),
            Codes::Widest(codes) => postings(codes.iter().copied(), values, value),
        }
    }

    fn reserve(&mut self, more: usize) {
        match self {
            Codes::Narrow(codes) => codes.reserve(more),
            Codes::Wide(codes) => codes.reserve(more),
            Codes::Widest(codes) => codes.reserve(more),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Codes::Narrow(codes) => codes.len(),
            Codes::Wide(codes) => codes.len(),
            Codes::Widest(codes) => codes.len(),
        }
    }
}

/// The rows of each value below `values`, from the code of every row; `value` says which one a code is.
pub(super) fn postings(
    codes: impl Iterator<Item = u32> + Clone,
    values: usize,
    value: impl Fn(u32) -> usize,
) -> Vec<Posting> {
    let (mut rows_of_codes, mut len) = (Vec::new(), 0);
    codes.clone().for_each(|code| {
        len += 1;
        match rows_of_codes.get_mut(code as usize) {
            Some(rows) => *rows += 1,
            None => {
                rows_of_codes.resize(code as usize, 0_usize);
                rows_of_codes.push(1);
            }
        }
    });
    // Only of those that occur: to work one out may take a while.
    let of = |(code, &rows): (u32, &usize)| if rows > 0 { value(code) } else { 0 };
    let values_of_codes: Vec<usize> = (0..).zip(&rows_of_codes).map(of).collect();
    let mut rows = vec![0; values];
    for (&value, &own) in values_of_codes.iter().zip(&rows_of_codes) {
        if let Some(rows) = rows.get_mut(value) {
            *rows += own;
        }
    }
    // Of the values with more than one row in 32 there are fewer than 32: their bits for 64 rows stay in registers and
    // the nearest cache until all 64 are known.
    let many: Vec<usize> = (0..values).filter(|&value| rows.get(value).is_some_and(|&rows| rows > len / 32)).collect();
    let mut sets: Vec<Vec<u64>> = many.iter().map(|_| Vec::with_capacity(len.div_ceil(64))).collect();
    let mut few: Vec<Vec<Row>> = (0..values)
        .zip(&rows)
        .map(|(value, &rows)| Vec::with_capacity(if many.contains(&value) { 0 } else { rows }))
        .collect();
    let place = |value: &usize| many.binary_search(value).map_or(u8::MAX, |place| place as u8);
    let places: Vec<u8> = values_of_codes.iter().map(place).collect();
    let mut bits = [0_u64; 32];
    let mut row: Row = 0;
    codes.for_each(|code| {
        let place = places.get(code as usize).copied().unwrap_or(u8::MAX);
        match bits.get_mut(usize::from(place)) {
            Some(bits) => *bits |= 1 << (row % 64),
            None => {
                let few = values_of_codes.get(code as usize).and_then(|&value| few.get_mut(value));
                few.into_iter().for_each(|few| few.push(row));
            }
        }
        row += 1;
        if row.is_multiple_of(64) {
            sets.iter_mut().zip(&mut bits).for_each(|(set, bits)| set.push(std::mem::take(bits)));
        }
    });
    sets.iter_mut().zip(bits).for_each(|(set, bits)| set.push(bits));
    let mut postings: Vec<Posting> = few.into_iter().map(Posting::Few).collect();
    for (value, set) in many.into_iter().zip(sets) {
        if let Some(posting) = postings.get_mut(value) {
            *posting = Posting::Many(RowSet::of_words(set, len));
        }
    }
    postings
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_widen_without_changing() {
        let mut codes = Codes::default();
        let values = [0, 255, 256, 65_535, 65_536, u32::MAX, 7];
        values.iter().for_each(|&code| codes.push(code));
        assert_eq!(codes.iter().collect::<Vec<_>>(), values);
    }

    fn filled(values: &[u32]) -> Codes {
        let mut codes = Codes::default();
        values.iter().for_each(|&code| codes.push(code));
        codes
    }

    fn rows() -> impl Strategy<Value = Vec<u32>> {
        let largest = prop_oneof![Just(u32::from(u8::MAX)), Just(u32::from(u16::MAX)), Just(u32::MAX)];
        largest.prop_flat_map(|largest| proptest::collection::vec(0..=largest, 0..20))
    }

    proptest! {
        #[test]
        fn appended_rows_are_pushed_rows(a in rows(), b in rows(), c in rows()) {
            let mut appended = filled(&a);
            appended.append(filled(&b));
            c.iter().for_each(|&code| appended.push(code));
            let pushed = filled(&[a, b, c].concat());
            prop_assert_eq!(appended.iter().collect::<Vec<_>>(), pushed.iter().collect::<Vec<_>>());
            prop_assert_eq!(size_of_rows(&appended), size_of_rows(&pushed), "no row takes more bytes");
        }
    }

    #[test]
    fn few_and_many_count_alike() {
        let codes = filled(&(0..1000).map(|row| u32::from(row % 100 == 0)).collect::<Vec<_>>());
        let postings = codes.postings(3, |code| code as usize);
        let evens = RowSet::filter(1000, |row| row % 2 == 0);
        assert!(matches!((&postings[0], &postings[1]), (Posting::Many(_), Posting::Few(_))));
        assert_eq!((postings[0].count(), postings[1].count(), postings[2].count()), (990, 10, 0));
        assert_eq!((postings[0].count_in(&evens), postings[1].count_in(&evens)), (490, 10));
        assert_eq!(postings[1].within(&evens).count(), 10);
    }

    proptest! {
        #[test]
        fn every_row_is_in_the_posting_of_its_value(codes in proptest::collection::vec(0_u32..70, 0..400), values in 1_usize..70) {
            let column = filled(&codes);
            let value = |code: u32| code as usize % values;
            for (own, posting) in column.postings(values, value).iter().enumerate() {
                let rows = codes.iter().filter(|&&code| value(code) == own).count();
                prop_assert_eq!(posting.count(), rows as u64);
                let mut set = RowSet::none(codes.len());
                posting.add_to(&mut set);
                prop_assert!(set.iter().all(|row| value(codes[row as usize]) == own) && set.count() == rows as u64);
            }
        }
    }

    fn size_of_rows(codes: &Codes) -> usize {
        match codes {
            Codes::Narrow(codes) => size_of_val(codes.as_slice()),
            Codes::Wide(codes) => size_of_val(codes.as_slice()),
            Codes::Widest(codes) => size_of_val(codes.as_slice()),
        }
    }
}

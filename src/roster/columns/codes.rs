//! Small numbers in as few bytes a row as the largest needs.

use crate::roster::rows::Row;

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
        self.append_as(other, largest, |code| code);
    }

    /// The same with each code as `anew` says it: `largest` is one of them, or needs as many bytes as one.
    pub(super) fn append_as(&mut self, other: Codes, largest: u32, anew: impl Fn(u32) -> u32) {
        self.widen(largest);
        let codes = other.iter().map(anew);
        match self {
            Codes::Narrow(own) => own.extend(codes.map(|code| code as u8)),
            Codes::Wide(own) => own.extend(codes.map(|code| code as u16)),
            Codes::Widest(own) => own.extend(codes),
        }
    }

    /// Every row's code.
    pub fn iter(&self) -> impl Iterator<Item = u32> + Clone + '_ {
        (0..self.len()).map(|row| self.get(row as Row))
    }

    fn len(&self) -> usize {
        match self {
            Codes::Narrow(codes) => codes.len(),
            Codes::Wide(codes) => codes.len(),
            Codes::Widest(codes) => codes.len(),
        }
    }
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

    fn size_of_rows(codes: &Codes) -> usize {
        match codes {
            Codes::Narrow(codes) => size_of_val(codes.as_slice()),
            Codes::Wide(codes) => size_of_val(codes.as_slice()),
            Codes::Widest(codes) => size_of_val(codes.as_slice()),
        }
    }
}

//! Texts that are mostly digits, in eight bytes a row.

use super::Held;
use crate::roster::rows::Row;
use crate::roster::text::is_blank;
use crate::roster::worker::is_well_formed;
use foldhash::fast::RandomState;
use std::borrow::Cow;
use std::collections::HashMap;

/// Texts that are mostly digits behind a short prefix, such as `W000001`, a NIK or `+62811…`: eight bytes, the text
/// given back to the letter; any other text in a list beside.
#[derive(Debug, Default)]
pub struct Numbers {
    pub(super) codes: Vec<u64>,
    pub(super) prefixes: Vec<Box<str>>,
    pub(super) odd: Vec<Box<str>>,
    odd_codes: HashMap<Box<str>, u64, RandomState>,
    /// The place of the newest row's prefix: nearly always that of the next.
    last: usize,
    /// The place of no prefix.
    plain: Option<u64>,
}

/// A value that was a JSON number, whose last digits may be lost: known to be there, not known what it is.
pub(super) const NOT_TEXT: u64 = u64::MAX;
pub(super) const ODD_TEXT: u64 = 1 << 63;
/// 16 digits are below 2⁵⁴; five bits say how many digits there are, four name the prefix.
const VALUE_BITS: u32 = 54;
const LENGTH_BITS: u32 = 5;
pub(super) const PREFIX_AT: u32 = VALUE_BITS + LENGTH_BITS;

impl Numbers {
    /// Adds a row. Blank counts as missing.
    #[inline]
    pub fn push(&mut self, value: Held<&str>) {
        match value {
            Held::Missing => self.codes.push(0),
            Held::NotText => self.codes.push(NOT_TEXT),
            Held::Text(text) => self.push_said(if is_blank(text) { &[] } else { text.as_bytes() }),
        }
    }

    /// Adds a row whose text is UTF-8 and not blank; an empty one is missing.
    #[inline]
    pub fn push_said(&mut self, text: &[u8]) {
        let code = if text.is_empty() { 0 } else { self.code(text) };
        self.codes.push(code);
    }

    #[inline]
    fn code(&mut self, text: &[u8]) -> u64 {
        self.pack(text).unwrap_or_else(|| self.keep(std::str::from_utf8(text).unwrap_or("")))
    }

    fn keep(&mut self, text: &str) -> u64 {
        let next = ODD_TEXT | self.odd.len() as u64;
        let code = *self.odd_codes.entry(text.into()).or_insert(next);
        if code == next {
            self.odd.push(text.into());
        }
        code
    }

    #[inline]
    fn pack(&mut self, text: &[u8]) -> Option<u64> {
        let (value, digits) = trailing_number(text)?;
        let prefix = match (text.get(..text.len() - digits)?, self.plain) {
            ([], Some(plain)) => plain,
            (prefix, _) => self.prefix(prefix)?,
        };
        Some(prefix << PREFIX_AT | value << LENGTH_BITS | digits as u64)
    }

    /// The place of a prefix; a new one gets the next while there is one. What a reader might not see is no prefix: the
    /// audit looks for it in the odd texts alone.
    #[inline]
    fn prefix(&mut self, prefix: &[u8]) -> Option<u64> {
        // Byte by byte: a prefix is nothing or a letter, for which a call would be long.
        let is = |known: &str| known.len() == prefix.len() && known.bytes().eq(prefix.iter().copied());
        if !self.prefixes.get(self.last).is_some_and(|last| is(last)) {
            self.last = match self.prefixes.iter().position(|known| is(known)) {
                Some(place) => place,
                None if self.prefixes.len() < 16 && prefix.len() <= 8 && prefix.iter().all(is_printable) => {
                    self.prefixes.push(std::str::from_utf8(prefix).ok()?.into());
                    self.prefixes.len() - 1
                }
                None => return None,
            };
        }
        let place = self.last as u64;
        if prefix.is_empty() {
            self.plain = Some(place);
        }
        Some(place)
    }

    /// Adds the rows of another column behind these.
    pub fn append(&mut self, other: Numbers) {
        // The prefixes there are the first of their rows: those that find no place here would have found none either.
        // Only then is the list beside looked at: a full table there may have lacked what stands in this one.
        let prefixes: Vec<Option<u64>> = other.prefixes.iter().map(|prefix| self.prefix(prefix.as_bytes())).collect();
        let odd: Vec<u64> = other.odd.iter().map(|text| self.code(text.as_bytes())).collect();
        let is_same = prefixes.iter().zip(0..).all(|(own, place)| *own == Some(place));
        let anew = |column: &mut Numbers, code: u64| match code {
            0 | NOT_TEXT => code,
            code if code & ODD_TEXT != 0 => odd.get((code & !ODD_TEXT) as usize).copied().unwrap_or(0),
            // Two parts of one list nearly always have the same prefixes.
            code if is_same => code,
            code => match prefixes.get((code >> PREFIX_AT) as usize) {
                Some(Some(prefix)) => code & ((1 << PREFIX_AT) - 1) | prefix << PREFIX_AT,
                _ => column.keep(&other.text(code)),
            },
        };
        self.codes.reserve(other.codes.len());
        for &code in &other.codes {
            let code = anew(self, code);
            self.codes.push(code);
        }
    }

    /// What a row holds, as it was written.
    pub fn get(&self, row: Row) -> Held<Cow<'_, str>> {
        match self.codes.get(row as usize).copied().unwrap_or(0) {
            0 => Held::Missing,
            NOT_TEXT => Held::NotText,
            code => Held::Text(self.text_of(code)),
        }
    }

    /// The text of a key.
    pub(super) fn text_of(&self, code: u64) -> Cow<'_, str> {
        match code & ODD_TEXT != 0 {
            true => self.odd.get((code & !ODD_TEXT) as usize).map_or("", |text| text).into(),
            false => self.text(code).into(),
        }
    }

    /// The text that was packed.
    pub(super) fn text(&self, code: u64) -> String {
        let (prefix, value, digits) = unpack(code);
        let prefix = self.prefixes.get(prefix).map_or("", |prefix| prefix);
        format!("{prefix}{value:0digits$}")
    }

    /// The number that a row's text spells in exactly so many digits, without making the text; `Text(None)` for any
    /// other text.
    #[inline]
    pub fn number(&self, row: Row, digits: usize) -> Held<Option<u64>> {
        match self.codes.get(row as usize).copied().unwrap_or(0) {
            0 => Held::Missing,
            NOT_TEXT => Held::NotText,
            code if code & ODD_TEXT != 0 => {
                let text = self.odd.get((code & !ODD_TEXT) as usize).map_or("", |text| text);
                let number = trailing_number(text.as_bytes()).filter(|_| text.len() == digits);
                Held::Text(number.filter(|(_, own)| *own == digits).map(|(value, _)| value))
            }
            code => {
                let (prefix, value, length) = unpack(code);
                let plain = length == digits && self.prefixes.get(prefix).is_some_and(|prefix| prefix.is_empty());
                Held::Text(plain.then_some(value))
            }
        }
    }

    /// What tells two rows' texts apart without making the texts: equal keys, equal texts. `None` for no text.
    #[inline]
    pub fn key(&self, row: Row) -> Option<u64> {
        self.codes.get(row as usize).copied().filter(|&code| code != 0 && code != NOT_TEXT)
    }

    /// The key that rows of this text have, if it may stand in the column: a text that no row has may have one too.
    pub fn key_of(&self, text: &str) -> Option<u64> {
        let packed = trailing_number(text.as_bytes()).and_then(|(value, digits)| {
            let prefix = text.get(..text.len() - digits)?;
            let place = self.prefixes.iter().position(|known| **known == *prefix)? as u64;
            Some(place << PREFIX_AT | value << LENGTH_BITS | digits as u64)
        });
        packed.or_else(|| self.odd_codes.get(text).copied())
    }

    /// The same for texts of so many digits that can be a number of one person: `None` for any other.
    pub fn proper_key(&self, row: Row, digits: usize) -> Option<u64> {
        let code = self.key(row)?;
        let proper = match code & ODD_TEXT != 0 {
            true => self.odd.get((code & !ODD_TEXT) as usize).is_some_and(|text| is_well_formed(text, digits)),
            false => {
                let (prefix, value, length) = unpack(code);
                let plain = self.prefixes.get(prefix).is_some_and(|prefix| prefix.is_empty());
                plain && length == digits && !is_one_digit(value, digits)
            }
        };
        proper.then_some(code)
    }

    /// The number that a row's text spells in so many digits, where it can be a number of one person. Unlike a key it is
    /// the same in any other column.
    #[inline]
    pub fn proper_number(&self, row: Row, digits: usize) -> Option<u64> {
        match self.number(row, digits) {
            Held::Text(number) => number.filter(|&number| !is_one_digit(number, digits)),
            Held::Missing | Held::NotText => None,
        }
    }

    /// The texts that are not of the usual shape, with nothing said of their rows.
    pub fn odd_rows(&self) -> impl Iterator<Item = (Row, &str)> {
        let odd = |&(_, &code): &(usize, &u64)| code & ODD_TEXT != 0 && code != NOT_TEXT;
        self.codes
            .iter()
            .enumerate()
            .filter(odd)
            .filter_map(|(row, &code)| Some((row as Row, &**self.odd.get((code & !ODD_TEXT) as usize)?)))
    }
}

/// A text as it is ordered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Parted {
    /// There is none.
    Nothing,
    /// This number below 2⁵⁴ behind a prefix, which is one of [`Numbers::prefixes`].
    Number(usize, u64),
    /// Of another form.
    Text,
}

impl Numbers {
    /// What stands before the numbers.
    pub fn prefixes(&self) -> impl ExactSizeIterator<Item = &str> {
        self.prefixes.iter().map(|prefix| &**prefix)
    }

    /// A row's text in its parts.
    #[inline]
    pub fn parted(&self, row: Row) -> Parted {
        match self.key(row) {
            None => Parted::Nothing,
            Some(code) if code & ODD_TEXT != 0 => Parted::Text,
            Some(code) => {
                let (prefix, value, _) = unpack(code);
                Parted::Number(prefix, value)
            }
        }
    }
}

/// Whether so many digits are one over and over: then they are so many times 111…. Of the numbers of people the length is
/// known beforehand, which makes a division into a multiplication.
#[inline]
fn is_one_digit(value: u64, digits: usize) -> bool {
    match digits {
        16 => value.is_multiple_of(1_111_111_111_111_111),
        11 => value.is_multiple_of(11_111_111_111),
        digits => value.is_multiple_of(10_u64.pow(digits.min(16) as u32) / 9),
    }
}

fn is_printable(byte: &u8) -> bool {
    (b' '..=b'~').contains(byte)
}

/// The number at the end of a text and how many digits it has; `None` where it has none, or more than sixteen.
#[inline]
fn trailing_number(text: &[u8]) -> Option<(u64, usize)> {
    let (head, last) = last_eight(text);
    let (low, count) = digits_of(last);
    if count < 8 {
        return (count > 0).then_some((low, count));
    }
    let (head, before) = last_eight(head);
    let (high, more) = digits_of(before);
    let longer = more == 8 && head.last().is_some_and(u8::is_ascii_digit);
    (!longer).then_some((high * 100_000_000 + low, 8 + more))
}

/// The last eight bytes of a text, the last one on top; where there are fewer, with zeros below.
#[inline]
fn last_eight(text: &[u8]) -> (&[u8], u64) {
    match text.split_last_chunk::<8>() {
        Some((head, last)) => (head, u64::from_le_bytes(*last)),
        None => (&[], text.iter().fold(0, |last, &byte| last >> 8 | u64::from(byte) << 56)),
    }
}

/// The number that the uppermost bytes spell as far as they are digits, and how many they are: all eight at once.
#[inline]
fn digits_of(bytes: u64) -> (u64, usize) {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let values = bytes ^ (EACH * 0x30);
    // The high bit of each byte that is no digit.
    let others = (((values & (EACH * 0x7f)) + EACH * 0x76) | values) & (EACH * 0x80);
    let count = others.leading_zeros() as usize / 8;
    let kept = if count == 0 { 0 } else { values >> (64 - 8 * count) << (64 - 8 * count) };
    // Two digits, then four, then eight.
    let pairs = (kept * 10 + (kept >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    ((fours * 10_000 + (fours >> 32)) & 0xffff_ffff, count)
}

/// Prefix, value and number of digits of a packed text.
pub(super) fn unpack(code: u64) -> (usize, u64, usize) {
    let prefix = (code >> PREFIX_AT) as usize;
    let value = (code >> LENGTH_BITS) & ((1 << VALUE_BITS) - 1);
    (prefix, value, (code & ((1 << LENGTH_BITS) - 1)) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::rows::RowSet;
    use proptest::prelude::*;

    #[test]
    fn only_a_well_formed_number_has_a_proper_key() {
        let mut numbers = Numbers::default();
        // Enough prefixes that later texts stand in the list beside.
        let mut texts: Vec<String> = (0..16).map(|place| format!("{}1", char::from(b'A' + place))).collect();
        texts.extend(
            ["9671004203810001", "0000000000000000", "1111111111111111", "0000000000000001", "0", "A967100420381"]
                .map(String::from),
        );
        texts.extend(texts.clone().into_iter().rev());
        texts.iter().for_each(|text| numbers.push(Held::Text(text)));
        let mut first = Numbers::default();
        texts.iter().rev().skip(16).for_each(|text| first.push(Held::Text(text)));
        for (row, text) in (0..).zip(&texts) {
            assert_eq!(numbers.key_of(text), numbers.key(row), "{text}");
            assert_eq!(numbers.proper_key(row, 16).is_some(), is_well_formed(text, 16), "{text}");
            let proper = is_well_formed(text, 16).then(|| text.parse().unwrap_or(1));
            assert_eq!(numbers.proper_number(row, 16), proper, "{text}");
            let plain = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit());
            assert_eq!(numbers.number(row, 16), Held::Text(plain.then(|| text.parse().unwrap_or(1))), "{text}");
        }
        for (row, text) in (0..).zip(texts.iter().rev().skip(16)) {
            assert_eq!(first.proper_key(row, 16).is_some(), is_well_formed(text, 16), "{text}");
        }
    }

    #[test]
    fn every_text_comes_back_to_the_letter() {
        let texts = [
            "9671004203810001",
            "0000000000000000",
            "W000001",
            "W1",
            "08123456789",
            "+6281234567890",
            "12345678901234567",
            "x",
            "9671-0042",
            "W00é1",
            "０１２",
            "0",
            "00",
            "a1b2",
        ];
        let mut numbers = Numbers::default();
        texts.iter().for_each(|text| numbers.push(Held::Text(text)));
        numbers.push(Held::NotText);
        numbers.push(Held::Text("  "));
        for (row, text) in texts.iter().enumerate() {
            assert_eq!(numbers.get(row as Row), Held::Text((*text).into()));
            for other in 0..texts.len() {
                assert_eq!(numbers.key(row as Row) == numbers.key(other as Row), row == other, "{text}");
            }
        }
        assert_eq!(numbers.get(texts.len() as Row), Held::NotText);
        assert_eq!(numbers.get(texts.len() as Row + 1), Held::Missing);
    }

    proptest! {
        #[test]
        fn the_number_at_a_texts_end_is_what_its_digits_say(text in "[a0-9é:/.]{0,3}[0-9]{0,18}") {
            let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
            let said = text.get(text.len() - digits..).and_then(|number| number.parse().ok()).filter(|_| digits <= 16);
            prop_assert_eq!(trailing_number(text.as_bytes()), said.map(|value: u64| (value, digits)));
        }
    }

    fn filled(values: &[Held<String>]) -> Numbers {
        let mut column = Numbers::default();
        values.iter().for_each(|value| push(&mut column, value));
        column
    }

    fn push(column: &mut Numbers, value: &Held<String>) {
        match value {
            Held::Text(text) => column.push(Held::Text(text)),
            Held::NotText => column.push(Held::NotText),
            Held::Missing => column.push(Held::Missing),
        }
    }

    /// With few prefixes or with more than a column has places for; some texts come twice, some fit no coding.
    fn rows() -> impl Strategy<Value = Vec<Held<String>>> {
        let value = prop_oneof![
            12 => "[A-Z]?[0-4]{1,2}".prop_map(Held::Text),
            4 => "[W+]?[0-9]{0,18}".prop_map(Held::Text),
            2 => "[a-c]{7,9}[0-1]".prop_map(Held::Text),
            1 => "[ é-]{0,2}".prop_map(Held::Text),
            1 => Just(Held::NotText),
            1 => Just(Held::Missing),
        ];
        prop_oneof![proptest::collection::vec(value.clone(), 0..9), proptest::collection::vec(value, 0..60)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn appended_rows_are_pushed_rows(a in rows(), b in rows(), c in rows(), part in "[a-w]?[0-4]{0,2}") {
            let mut appended = filled(&a);
            appended.append(filled(&b));
            c.iter().for_each(|value| push(&mut appended, value));
            let rows = [a, b, c].concat();
            let pushed = filled(&rows);
            for row in 0..=rows.len() as Row {
                prop_assert_eq!(appended.get(row), pushed.get(row));
                let same = |column: &Numbers, other| column.key(row) == column.key(other);
                for other in 0..row {
                    prop_assert_eq!(same(&appended, other), same(&pushed, other), "{} {}", row, other);
                }
                prop_assert_eq!(appended.key(row).is_some(), pushed.key(row).is_some());
            }
            prop_assert!(appended.odd_rows().eq(pushed.odd_rows()));
            let found = (appended.containing(&part), pushed.containing(&part));
            prop_assert_eq!(found.0.is_hopeless(), found.1.is_hopeless());
            let in_rows = |found: &super::super::search::Search<'_>| RowSet::in_parts(rows.len(), |set| found.add_to(set));
            prop_assert_eq!(in_rows(&found.0), in_rows(&found.1));
        }
    }
}

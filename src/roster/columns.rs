//! Columns: how the values of a million workers are held in few bytes each, losslessly. A column knows its coding and
//! nothing of what it means.

use super::calendar::Day;
use super::rows::{Part, Row};
use super::text;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::collections::HashMap;

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
    pub fn get(&self, row: Row) -> u32 {
        let row = row as usize;
        match self {
            Codes::Narrow(codes) => codes.get(row).map_or(0, |&code| code.into()),
            Codes::Wide(codes) => codes.get(row).map_or(0, |&code| code.into()),
            Codes::Widest(codes) => codes.get(row).map_or(0, |&code| code),
        }
    }

    /// Adds a row; every row widens once the first code needs it.
    pub fn push(&mut self, code: u32) {
        match self {
            Codes::Narrow(codes) => match u8::try_from(code) {
                Ok(code) => return codes.push(code),
                Err(_) => *self = Codes::Wide(codes.iter().map(|&c| c.into()).collect()),
            },
            Codes::Wide(codes) => match u16::try_from(code) {
                Ok(code) => return codes.push(code),
                Err(_) => *self = Codes::Widest(codes.iter().map(|&c| c.into()).collect()),
            },
            Codes::Widest(codes) => return codes.push(code),
        }
        self.push(code);
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
    pub fn push(&mut self, text: Option<&str>) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            return self.rows.push(0);
        };
        if self.text(self.last) != Some(text) {
            let code = self.codes.get(text).copied().unwrap_or_else(|| {
                self.texts.push(text.into());
                let code = self.texts.len() as u32;
                self.codes.insert(text.into(), code);
                code
            });
            self.last = code;
        }
        self.rows.push(self.last);
    }

    /// The text of a row.
    pub fn get(&self, row: Row) -> Option<&str> {
        self.text(self.rows.get(row))
    }

    /// The text of a code.
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

/// Dates in two bytes: days from 1900 to 2079, the others in a list beside.
#[derive(Debug, Default)]
pub struct Dates {
    codes: Vec<u16>,
    odd: HashMap<Row, Day>,
}

const ODD: u16 = u16::MAX;
/// The day before code 1: 31 December 1899.
const BEFORE: i32 = 693_595;

fn code(day: Day) -> u16 {
    let days = day.num_days_from_ce() - BEFORE;
    u16::try_from(days).ok().filter(|&days| days > 0 && days < ODD).unwrap_or(ODD)
}

impl Dates {
    /// Adds a row.
    pub fn push(&mut self, day: Option<Day>) {
        let code = day.map_or(0, code);
        if let Some(day) = day.filter(|_| code == ODD) {
            self.odd.insert(self.codes.len() as Row, day);
        }
        self.codes.push(code);
    }

    /// The date of a row.
    pub fn get(&self, row: Row) -> Option<Day> {
        match self.codes.get(row as usize).copied().unwrap_or(0) {
            0 => None,
            ODD => self.odd.get(&row).copied(),
            code => NaiveDate::from_num_days_from_ce_opt(BEFORE + i32::from(code)),
        }
    }

    /// Every row's date.
    pub fn iter(&self) -> impl Iterator<Item = Option<Day>> + Clone + '_ {
        (0..self.codes.len()).map(|row| self.get(row as Row))
    }

    /// A test for rows whose date lies in `from..=to`, either end open; compares codes, not dates.
    pub fn within(&self, from: Option<Day>, to: Option<Day>) -> impl Fn(Row) -> bool + '_ {
        let inside = move |day: Day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to);
        // Days since the start held to the codes' range: a bound before it excludes nothing, one after it everything.
        let held = |day: Day, low, high| (day.num_days_from_ce() - BEFORE).clamp(low, high) as u16;
        let low = from.map_or(1, |day| held(day, 1, ODD.into()));
        let high = to.map_or(ODD - 1, |day| held(day, 0, i32::from(ODD) - 1));
        move |row| match self.codes.get(row as usize).copied().unwrap_or(0) {
            ODD => self.odd.get(&row).is_some_and(|&day| inside(day)),
            code => code != 0 && low <= code && code <= high,
        }
    }
}

/// Texts that are mostly digits behind a short prefix, such as `W000001`, a NIK or `+62811…`: eight bytes, the text
/// given back to the letter; any other text in a list beside.
#[derive(Debug, Default)]
pub struct Numbers {
    codes: Vec<u64>,
    prefixes: Vec<Box<str>>,
    odd: Vec<Box<str>>,
    odd_codes: HashMap<Box<str>, u64>,
}

/// A value that was a JSON number, whose last digits may be lost: known to be there, not known what it is.
const NOT_TEXT: u64 = u64::MAX;
const ODD_TEXT: u64 = 1 << 63;
/// 16 digits are below 2⁵⁴; five bits say how many digits there are, four name the prefix.
const VALUE_BITS: u32 = 54;
const LENGTH_BITS: u32 = 5;

/// What a row holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Held<T> {
    /// Nothing, or blank.
    Missing,
    /// Something that is no text.
    NotText,
    /// A text.
    Text(T),
}

impl Numbers {
    /// Adds a row. Blank counts as missing.
    pub fn push(&mut self, value: Held<&str>) {
        let code = match value {
            Held::Missing => 0,
            Held::NotText => NOT_TEXT,
            Held::Text(text) if text.trim().is_empty() => 0,
            Held::Text(text) => self.pack(text).unwrap_or_else(|| self.keep(text)),
        };
        self.codes.push(code);
    }

    fn keep(&mut self, text: &str) -> u64 {
        let next = ODD_TEXT | self.odd.len() as u64;
        let code = *self.odd_codes.entry(text.into()).or_insert(next);
        if code == next {
            self.odd.push(text.into());
        }
        code
    }

    fn pack(&mut self, text: &str) -> Option<u64> {
        let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (prefix, number) = text.split_at_checked(text.len() - digits)?;
        if !(1..=16).contains(&digits) {
            return None;
        }
        let prefix = match self.prefixes.iter().position(|known| **known == *prefix) {
            Some(index) => index,
            None if self.prefixes.len() < 16 && prefix.len() <= 8 => {
                self.prefixes.push(prefix.into());
                self.prefixes.len() - 1
            }
            None => return None,
        };
        let value: u64 = number.parse().ok()?;
        Some((prefix as u64) << (VALUE_BITS + LENGTH_BITS) | value << LENGTH_BITS | digits as u64)
    }

    /// What a row holds, as it was written.
    pub fn get(&self, row: Row) -> Held<Cow<'_, str>> {
        match self.codes.get(row as usize).copied().unwrap_or(0) {
            0 => Held::Missing,
            NOT_TEXT => Held::NotText,
            code if code & ODD_TEXT != 0 => {
                let odd = self.odd.get((code & !ODD_TEXT) as usize);
                Held::Text(odd.map_or("".into(), |text| (&**text).into()))
            }
            code => {
                let (prefix, value, digits) = unpack(code);
                let prefix = self.prefixes.get(prefix).map_or("", |prefix| prefix);
                Held::Text(format!("{prefix}{value:0digits$}").into())
            }
        }
    }

    /// What tells two rows' texts apart without making the texts: equal keys, equal texts. `None` for no text.
    pub fn key(&self, row: Row) -> Option<u64> {
        self.codes.get(row as usize).copied().filter(|&code| code != 0 && code != NOT_TEXT)
    }

    /// The search for rows whose text contains the folded `part`. Only texts beside the column are compared as texts:
    /// for the others each prefix says once how the part can lie in it, and the digits are compared as digits.
    pub fn containing<'a>(&'a self, part: &'a str) -> Search<'a> {
        let digits = part.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (head, tail) = part.split_at_checked(part.len() - digits).unwrap_or((part, ""));
        let number = tail.parse().ok().filter(|_| digits <= 16).map(|value: u64| (value, digits));
        let plans = self.prefixes.iter().map(|prefix| Plan::new(&text::fold(prefix), part, head, number)).collect();
        let digits =
            number.filter(|_| head.is_empty()).map_or(Digits::default(), |(value, count)| Digits::new(value, count));
        Search { numbers: self, part, digits, plans }
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

/// Prefix, value and number of digits of a packed text.
fn unpack(code: u64) -> (usize, u64, usize) {
    let prefix = (code >> (VALUE_BITS + LENGTH_BITS)) as usize;
    let value = (code >> LENGTH_BITS) & ((1 << VALUE_BITS) - 1);
    (prefix, value, (code & ((1 << LENGTH_BITS) - 1)) as usize)
}

/// A part that is looked for in a column.
pub struct Search<'a> {
    numbers: &'a Numbers,
    part: &'a str,
    /// Its digits, if it is all digits.
    digits: Digits,
    plans: Vec<Plan>,
}

impl Search<'_> {
    /// Whether no row can contain it: then none need be asked.
    pub fn is_hopeless(&self) -> bool {
        self.plans.iter().all(|plan| matches!(plan, Plan::Never))
            && !self.numbers.odd.iter().any(|odd| text::fold(odd).contains(self.part))
    }

    /// Puts in each row whose text contains it.
    pub fn add_to(&self, set: &mut Part<'_>) {
        // How many digits are compared is known while a column is gone through: then the loop over them is unrolled.
        match self.digits.count {
            1 => self.add::<1>(set),
            2 => self.add::<2>(set),
            3 => self.add::<3>(set),
            4 => self.add::<4>(set),
            _ => self.add::<ANY>(set),
        }
    }

    fn add<const COUNT: usize>(&self, set: &mut Part<'_>) {
        let first = set.rows().start;
        for (place, &code) in self.numbers.codes.get(set.rows()).unwrap_or_default().iter().enumerate() {
            if self.is_in::<COUNT>(code) {
                set.insert((first + place) as Row);
            }
        }
    }

    #[inline]
    fn is_in<const COUNT: usize>(&self, code: u64) -> bool {
        match code {
            0 | NOT_TEXT => false,
            code if code & ODD_TEXT != 0 => {
                let odd = self.numbers.odd.get((code & !ODD_TEXT) as usize);
                odd.is_some_and(|odd| text::fold(odd).contains(self.part))
            }
            code => {
                let (_, value, length) = unpack(code);
                match self.plans.get((code >> (VALUE_BITS + LENGTH_BITS)) as usize) {
                    Some(Plan::Always) => true,
                    Some(&Plan::Starts(wanted, digits)) => {
                        digits <= length && value / 10_u64.pow((length - digits) as u32) == wanted
                    }
                    Some(Plan::Within) => self.digits.are_in::<COUNT>(value, length),
                    Some(Plan::Never) | None => false,
                }
            }
        }
    }
}

/// Digits that are looked for within numbers.
#[derive(Default)]
struct Digits {
    /// The last first, each in all sixteen half bytes.
    digits: [u64; 16],
    count: usize,
}

/// So many digits as there are.
const ANY: usize = 0;

/// One in each of sixteen half bytes.
const ONES: u64 = 0x1111_1111_1111_1111;

impl Digits {
    fn new(value: u64, count: usize) -> Digits {
        let decimal = decimal(value);
        Digits { digits: std::array::from_fn(|place| (decimal >> (4 * place) & 0xf) * ONES), count }
    }

    /// Whether the `length` digits of `value` contain them; they are `COUNT` or, for [`ANY`], any number.
    ///
    /// All sixteen places are compared at once, a half byte a digit: dividing by ten from place to place, and cutting
    /// out each run of digits, takes several times as long.
    #[inline]
    fn are_in<const COUNT: usize>(&self, value: u64, length: usize) -> bool {
        let Some(last_place) = length.checked_sub(self.count) else { return false };
        let decimal = decimal(value);
        let mut places = u64::MAX >> (60 - 4 * last_place.min(15));
        let count = if COUNT == ANY { self.count } else { COUNT };
        for (place, digit) in self.digits.iter().enumerate().take(count) {
            let differs = decimal ^ digit;
            // The high bit of each half byte that is all zeros.
            let low = 0x7777_7777_7777_7777;
            let equal = !(((differs & low) + low) | differs | low);
            places &= equal >> (4 * place);
        }
        places != 0
    }
}

/// The four decimal digits of each number below 10,000, a half byte each.
static FOUR: [u16; 10_000] = {
    let mut four = [0; 10_000];
    let mut value = 0;
    while value < 10_000 {
        four[value] = (value / 1_000 * 0x1000 + value / 100 % 10 * 0x100 + value / 10 % 10 * 0x10 + value % 10) as u16;
        value += 1;
    }
    four
};

/// The sixteen decimal digits of a number below 10^16, a half byte each.
#[inline]
fn decimal(value: u64) -> u64 {
    let four = |value: u64| FOUR.get(value as usize).map_or(0, |&four| u64::from(four));
    let eight = |value: u64| four(value / 10_000) << 16 | four(value % 10_000);
    eight(value / 100_000_000) << 32 | eight(value % 100_000_000)
}

/// How a searched part can lie in the texts of one prefix.
enum Plan {
    /// The prefix itself contains it.
    Always,
    /// It reaches over the prefix's end: the digits must start with this number of so many digits.
    Starts(u64, usize),
    /// It is all digits: they must contain them.
    Within,
    /// It cannot.
    Never,
}

impl Plan {
    /// `part` is `head` and then the digits of `number`.
    fn new(prefix: &str, part: &str, head: &str, number: Option<(u64, usize)>) -> Plan {
        match number {
            _ if prefix.contains(part) => Plan::Always,
            Some(_) if head.is_empty() => Plan::Within,
            Some((wanted, digits)) if prefix.ends_with(head) => Plan::Starts(wanted, digits),
            _ => Plan::Never,
        }
    }
}

/// Names: their folded forms end to end, as search and sorting need them, and how the file spells each: most are the
/// folded form with capitals at the words' starts, or all in capitals; any other spelling stands in full beside.
#[derive(Debug, Default)]
pub struct Names {
    /// Folded names, each ended by a line feed that no name contains, so that no match spans two.
    folded: String,
    /// Where each row's name ends, without its line feed.
    ends: Vec<u32>,
    /// Rows whose spelling is not [`title`] of the folded form.
    odd: HashMap<Row, Box<str>>,
    shouted: Vec<Row>,
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

impl Names {
    /// Adds a row; `false` where four gigabytes of names are full.
    pub fn push(&mut self, name: &str) -> bool {
        let row = self.ends.len() as Row;
        let folded = text::fold(name);
        let Ok(end) = u32::try_from(self.folded.len() + folded.len()) else {
            return false;
        };
        if !is_title(&folded, name) {
            if folded.is_ascii() && folded.to_ascii_uppercase() == name {
                self.shouted.push(row);
            } else {
                self.odd.insert(row, name.into());
            }
        }
        self.folded.push_str(&folded);
        self.folded.push('\n');
        self.ends.push(end);
        true
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The folded name of a row.
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
    use super::super::calendar::parse_day;
    use super::super::rows::RowSet;
    use super::*;

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

    #[test]
    fn digits_are_found_inside_numbers_as_inside_texts() {
        let mut numbers = Numbers::default();
        let texts = ["9671004203810001", "0012", "W000120", "12 34", "+62812"];
        texts.iter().for_each(|text| numbers.push(Held::Text(text)));
        for part in ["12", "0012", "00", "012", "9671004203810001", "1", "62", "w0", "34", "99", "2 3"] {
            let found = numbers.containing(part);
            let rows = RowSet::in_parts(texts.len(), |rows| found.add_to(rows));
            for (row, text) in texts.iter().enumerate() {
                assert_eq!(rows.contains(row as Row), text.to_lowercase().contains(part), "{part} in {text}");
                assert!(!found.is_hopeless() || !text.to_lowercase().contains(part), "{part} in {text}");
            }
        }
    }

    #[test]
    fn a_long_column_is_searched_in_parts_without_losing_a_row() {
        let mut names = Names::default();
        let many = 300_001;
        assert!((0..many).all(|row| names.push(if row % 7 == 0 { "Yohana" } else { "Siti" })));
        let found = RowSet::in_parts(many, |rows| names.containing("yohana", rows));
        assert!(found.iter().eq((0..many as Row).filter(|row| row % 7 == 0)));
    }

    proptest::proptest! {
        #[test]
        fn digits_of_any_number_are_those_of_its_text(value in 0_u64..10_000_000_000_000_000, part in 0_u64..100_000, digits in 1_usize..6, length in 1_usize..17) {
            proptest::prop_assert_eq!(format!("{:016x}", decimal(value)), format!("{value:016}"));
            let value = value % 10_u64.pow(length as u32);
            let part = part % 10_u64.pow(digits as u32);
            let found = Digits::new(part, digits).are_in::<ANY>(value, length);
            proptest::prop_assert_eq!(found, format!("{value:0length$}").contains(&format!("{part:0digits$}")));
        }
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

    #[test]
    fn dates_of_any_year_come_back_and_are_compared() {
        let texts = ["0001-01-01", "1899-12-31", "1900-01-01", "1981-03-02", "2079-06-05", "2079-06-06", "9999-12-31"];
        let mut dates = Dates::default();
        texts.iter().for_each(|text| dates.push(parse_day(text)));
        dates.push(None);
        for (row, text) in texts.iter().enumerate() {
            assert_eq!(dates.get(row as Row), parse_day(text));
            for from in texts {
                for to in texts {
                    let expected = from <= *text && *text <= to;
                    let within = dates.within(parse_day(from), parse_day(to));
                    assert_eq!(within(row as Row), expected, "{text} in {from}..{to}");
                    assert!(!within(texts.len() as Row), "unknown is in no range");
                }
            }
            assert!(dates.within(None, None)(row as Row));
        }
    }

    #[test]
    fn codes_widen_without_changing() {
        let mut codes = Codes::default();
        let values = [0, 255, 256, 65_535, 65_536, u32::MAX, 7];
        values.iter().for_each(|&code| codes.push(code));
        assert_eq!(codes.iter().collect::<Vec<_>>(), values);
    }
}

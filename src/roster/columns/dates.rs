//! Dates in two bytes a row.

use super::codes::postings;
use crate::roster::calendar::Day;
use crate::roster::rows::{Posting, Row};
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// Dates in two bytes: days from 1900 to 2079, the others in a list beside.
#[derive(Debug, Default)]
pub struct Dates {
    codes: Vec<u16>,
    odd: HashMap<Row, Day>,
}

const ODD: u16 = u16::MAX;
/// The day before code 1: 31 December 1899.
const BEFORE: i32 = 693_595;

#[inline]
fn code_of(day: Day) -> u16 {
    let days = day.num_days_from_ce() - BEFORE;
    u16::try_from(days).ok().filter(|&days| days > 0 && days < ODD).unwrap_or(ODD)
}

/// A date as a row holds it, in two bytes: compared without a calendar, earlier dates are less. None is the least, and
/// one that two bytes do not hold the greatest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct DayCode(u16);

/// What follows from a date, worked out once for each that occurs: a list has few, and a million rows of them.
pub struct ByDay<T> {
    known: Vec<Option<T>>,
}

impl<T: Copy> ByDay<T> {
    /// Nothing is worked out yet.
    pub fn new() -> ByDay<T> {
        ByDay { known: Vec::new() }
    }

    /// What follows from a date; `of` works it out where it is not known.
    #[inline]
    pub fn get(&mut self, code: DayCode, of: impl FnOnce() -> T) -> T {
        match self.known.get(usize::from(code.0)) {
            Some(Some(known)) => *known,
            _ => self.work_out(code, of()),
        }
    }

    fn work_out(&mut self, code: DayCode, value: T) -> T {
        let place = usize::from(code.0);
        // Of a date that two bytes do not hold the code says nothing.
        if !code.is_odd() {
            if self.known.len() <= place {
                self.known.resize(place + 1, None);
            }
            if let Some(known) = self.known.get_mut(place) {
                *known = Some(value);
            }
        }
        value
    }
}

/// The code of the day before the first of each year from 1900 to 2079.
static BEFORE_YEAR: [u16; 180] = {
    let mut codes = [0; 180];
    let mut year = 1;
    while year < 180 {
        codes[year] = codes[year - 1] + 365 + is_leap(1899 + year) as u16;
        year += 1;
    }
    codes
};

/// Days of a year before each month, and the month's own days: of a common year, then of a leap year.
static MONTHS: [[(u16, u16); 13]; 2] = {
    let mut months = [[(0, 0); 13]; 2];
    let mut leap = 0;
    while leap < 2 {
        let (mut month, mut before) = (1, 0);
        while month <= 12 {
            let days = match month {
                2 => 28 + leap as u16,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            months[leap][month] = (before, days);
            before += days;
            month += 1;
        }
        leap += 1;
    }
    months
};

const fn is_leap(year: usize) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

impl DayCode {
    /// The code of no date.
    pub const NONE: DayCode = DayCode(0);

    /// The code of a date.
    #[cfg(test)]
    pub fn of(day: Day) -> DayCode {
        DayCode(code_of(day))
    }

    /// The first date for which something holds that holds for all later ones too; one beyond all where it never does.
    pub fn first(holds: impl Fn(Day) -> bool) -> DayCode {
        let (mut from, mut to) = (1, ODD);
        while from < to {
            let middle = from.midpoint(to);
            match day_of(middle).is_some_and(&holds) {
                true => to = middle,
                false => from = middle + 1,
            }
        }
        DayCode(from)
    }

    /// Whether there is a date.
    #[inline]
    pub fn is_some(self) -> bool {
        self.0 != 0
    }

    /// Whether two bytes hold no such date: then the column alone knows it.
    #[inline]
    pub fn is_odd(self) -> bool {
        self.0 == ODD
    }

    /// Days from an earlier date to this one, where two bytes hold both.
    #[inline]
    pub fn since(self, earlier: DayCode) -> i32 {
        i32::from(self.0) - i32::from(earlier.0)
    }

    /// Reads `YYYY-MM-DD`, without a calendar of its own for every date; `None` for whatever two bytes do not hold,
    /// be it no date or one of another age: [`parse_day`](crate::roster::calendar::parse_day) tells. Its first eight bytes
    /// are looked at at once.
    #[inline]
    pub fn parse(text: &[u8]) -> Option<DayCode> {
        /// Beside which a digit leaves the high bit of its byte clear, and so does a hyphen that stands in its place.
        const DIGITS: u64 = u64::from_le_bytes([0x76, 0x76, 0x76, 0x76, 0x7f, 0x76, 0x76, 0x7f]);
        let text: &[u8; 10] = text.try_into().ok()?;
        let (year_and_month, day) = text.split_first_chunk::<8>()?;
        let head = u64::from_le_bytes(*year_and_month) ^ u64::from_le_bytes(*b"0000-00-");
        let others = ((head & 0x7f7f_7f7f_7f7f_7f7f) + DIGITS) | head;
        let [tens, ones] = *day.first_chunk::<2>()?;
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        if others & 0x8080_8080_8080_8080 != 0 || tens > 9 || ones > 9 {
            return None;
        }
        let pair = |from: u32| (head >> from & 0xff) * 10 + (head >> (from + 8) & 0xff);
        let (year, month) = ((pair(0) * 100 + pair(16)) as u16, pair(40) as usize);
        let day = u16::from(tens) * 10 + u16::from(ones);
        let before = *BEFORE_YEAR.get(usize::from(year.checked_sub(1900)?))?;
        let (months, days) = *MONTHS[usize::from(is_leap(year.into()))].get(month)?;
        let code = before.checked_add(months + day)?;
        ((1..=days).contains(&day) && code < ODD).then_some(DayCode(code))
    }
}

fn day_of(code: u16) -> Option<Day> {
    NaiveDate::from_num_days_from_ce_opt(BEFORE + i32::from(code))
}

impl Dates {
    /// Adds a row.
    #[inline]
    pub fn push(&mut self, day: Option<Day>) {
        let code = day.map_or(0, code_of);
        if let Some(day) = day.filter(|_| code == ODD) {
            self.odd.insert(self.codes.len() as Row, day);
        }
        self.codes.push(code);
    }

    /// Adds a row by the code of its date.
    #[inline]
    pub fn push_code(&mut self, code: DayCode) {
        self.codes.push(code.0);
    }

    /// Adds the rows of another column behind these.
    pub fn append(&mut self, other: Dates) {
        let first = self.codes.len() as Row;
        self.codes.extend_from_slice(&other.codes);
        self.odd.extend(other.odd.into_iter().map(|(row, day)| (first + row, day)));
    }

    /// The date of a row.
    #[inline]
    pub fn get(&self, row: Row) -> Option<Day> {
        match self.codes.get(row as usize).copied().unwrap_or(0) {
            0 => None,
            ODD => self.odd.get(&row).copied(),
            code => day_of(code),
        }
    }

    /// The date of a row as it is held.
    #[inline]
    pub fn code(&self, row: Row) -> DayCode {
        DayCode(self.codes.get(row as usize).copied().unwrap_or(0))
    }

    /// The rows of each value below `values`; `value` says which one a date is, and is asked once for each that occurs.
    pub fn postings(&self, values: usize, value: impl Fn(Option<Day>) -> usize) -> Vec<Posting> {
        if self.odd.is_empty() {
            let codes = self.codes.iter().map(|&code| u32::from(code));
            return postings(codes, values, |code| {
                value(u16::try_from(code).ok().filter(|&code| code > 0).and_then(day_of))
            });
        }
        postings(self.iter().map(|day| value(day) as u32), values, |value| value as usize)
    }

    /// The dates that occur, each once, in no order.
    pub fn distinct(&self) -> Vec<Day> {
        let mut seen = vec![false; usize::from(ODD) + 1];
        self.codes.iter().for_each(|&code| seen[usize::from(code)] = true);
        let plain = (1..ODD).filter(|&code| seen[usize::from(code)]).filter_map(day_of);
        plain.chain(self.odd.values().copied()).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::calendar::parse_day;
    use proptest::prelude::*;

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
    fn a_text_has_the_code_of_its_date_or_none() {
        let mut day = parse_day("1899-12-30").unwrap_or_default();
        while day < parse_day("2079-12-31").unwrap_or_default() {
            let code = DayCode::parse(day.to_string().as_bytes()).map_or(0, |code| code.0);
            let held = code_of(day);
            assert_eq!(code, if held == ODD { 0 } else { held }, "{day}");
            day = day.succ_opt().unwrap_or_default();
        }
        for text in ["1981-02-29", "2000-02-30", "2024-00-10", "2024-13-01", "2024-01-00", "2024-04-31", "2024-1-01"] {
            assert!(parse_day(text).is_none() && DayCode::parse(text.as_bytes()).is_none(), "{text}");
        }
        for text in ["", "2024-01-1x", "2024/01/01", "20240-01-01", "2024-01-01T", "９９99"] {
            assert!(DayCode::parse(text.as_bytes()).is_none(), "{text}");
        }
    }

    #[test]
    fn the_first_date_of_which_something_holds_is_found() {
        for text in ["1900-01-01", "1900-01-02", "1981-03-02", "2079-06-05"] {
            let day = parse_day(text).unwrap_or_default();
            assert_eq!(DayCode::first(|own| own >= day), DayCode::of(day), "{text}");
        }
        assert!(DayCode::first(|_| false).is_odd() && DayCode::first(|_| true) > DayCode::NONE);
    }

    fn filled(days: &[Option<Day>]) -> Dates {
        let mut column = Dates::default();
        days.iter().for_each(|&day| column.push(day));
        column
    }

    /// One in three beyond what two bytes hold.
    fn day() -> impl Strategy<Value = Option<Day>> {
        let days = prop_oneof![2 => BEFORE..BEFORE + i32::from(ODD) + 2, 1 => 1..3_652_059];
        proptest::option::weighted(0.9, days.prop_map(|days| Day::from_num_days_from_ce_opt(days).unwrap_or_default()))
    }

    fn rows() -> impl Strategy<Value = Vec<Option<Day>>> {
        proptest::collection::vec(day(), 0..20)
    }

    proptest! {
        #[test]
        fn appended_rows_are_pushed_rows(a in rows(), b in rows(), c in rows(), from in day(), to in day()) {
            let mut appended = filled(&a);
            appended.append(filled(&b));
            c.iter().for_each(|&day| appended.push(day));
            let rows = [a, b, c].concat();
            let pushed = filled(&rows);
            prop_assert!(appended.iter().eq(pushed.iter()));
            let within = (appended.within(from, to), pushed.within(from, to));
            for row in 0..=rows.len() as Row {
                prop_assert_eq!(appended.get(row), pushed.get(row));
                prop_assert_eq!(within.0(row), within.1(row));
            }
        }
    }
}

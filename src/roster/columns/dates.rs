//! Dates in two bytes a row.

use crate::roster::calendar::Day;
use crate::roster::rows::Row;
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
fn code(day: Day) -> u16 {
    let days = day.num_days_from_ce() - BEFORE;
    u16::try_from(days).ok().filter(|&days| days > 0 && days < ODD).unwrap_or(ODD)
}

impl Dates {
    /// Adds a row.
    #[inline]
    pub fn push(&mut self, day: Option<Day>) {
        let code = day.map_or(0, code);
        if let Some(day) = day.filter(|_| code == ODD) {
            self.odd.insert(self.codes.len() as Row, day);
        }
        self.codes.push(code);
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

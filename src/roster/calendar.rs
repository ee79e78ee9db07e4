//! Months and the calendar rules of the programme. There is no clock here: "today" is the roster's `as_of`.

use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;

/// A calendar date.
pub type Day = NaiveDate;

/// One month of one year, such as 2024-03. Months are what contributions are paid for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The calendar's last month: what lies beyond it is unknown.
    pub const LAST: Month = Month(9999 * 12 + 11);

    /// The month `number` (1 to 12) of `year` (1 to 9999).
    pub fn new(year: i32, number: u32) -> Option<Month> {
        let number = i32::try_from(number).ok()?;
        ((1..=9999).contains(&year) && (1..=12).contains(&number)).then(|| Month(year * 12 + number - 1))
    }

    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        Month::new(digits(year, 4)?.try_into().ok()?, digits(month, 2)?)
    }

    /// The month that `day` lies in.
    pub fn of(day: Day) -> Month {
        Month(day.year() * 12 + day.month0() as i32)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// January is 1.
    pub fn number(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// So many months later; the calendar's ends hold it back.
    pub fn plus(self, months: i64) -> Month {
        let moved = i64::from(self.0).saturating_add(months);
        Month(moved.clamp(12, Month::LAST.0.into()) as i32)
    }

    /// So many months later; `None` beyond the calendar's end.
    pub fn later(self, months: u64) -> Option<Month> {
        let moved = i64::from(self.0).checked_add(i64::try_from(months).ok()?)?;
        i32::try_from(moved).ok().filter(|moved| *moved <= Month::LAST.0).map(Month)
    }

    /// Months from `earlier` to this one, negative where it comes before.
    pub fn since(self, earlier: Month) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        NaiveDate::from_ymd_opt(self.year(), self.number(), 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    pub fn last_day(self) -> Day {
        let after = self.first_day() + Months::new(1);
        after.pred_opt().unwrap_or(after)
    }

    /// This month and all that follow, to `last`.
    pub fn to(self, last: Month) -> impl Iterator<Item = Month> + Clone {
        (self.0..=last.0).map(Month)
    }
}

impl fmt::Display for Month {
    /// The form of data: `2024-03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Reads `YYYY-MM-DD` and nothing else: a date that is only probably meant is a wrong date.
pub fn parse_day(text: &str) -> Option<Day> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let digit = |at: usize| bytes[at].wrapping_sub(b'0');
    let all_digits = [0, 1, 2, 3, 5, 6, 8, 9].iter().all(|&at| digit(at) < 10);
    if !all_digits || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let two = |at: usize| u32::from(digit(at)) * 10 + u32::from(digit(at + 1));
    let year = two(0) * 100 + two(2);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, two(5), two(8)).filter(|day| day.year() >= 1)
}

fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// The day so many months later, where the last day of a month stays a last day and any other day is held back by
/// a shorter month (design.md §3): 28 Feb 2023 + 3 = 31 May, 28 Feb 2024 + 3 = 28 May, 30 Jan 2024 + 1 = 29 Feb.
pub(crate) fn add_months(day: Day, months: u32) -> Day {
    let month = Month::of(day);
    let target = month.plus(i64::from(months));
    if day == month.last_day() {
        return target.last_day();
    }
    day.checked_add_months(Months::new(months)).map_or(target.last_day(), |moved| moved.min(target.last_day()))
}

/// The last day of so many months after `day` (see [`add_months`]); `None` beyond the calendar's end.
pub fn months_after(day: Day, months: u32) -> Option<Day> {
    Month::of(day).later(months.into()).map(|_| add_months(day, months))
}

/// The day after.
pub fn next(day: Day) -> Day {
    day.succ_opt().unwrap_or(day)
}

/// So many days before `day`.
pub(crate) fn days_before(day: Day, days: u64) -> Day {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

/// So many days after `day`, if the calendar reaches that far.
pub fn days_after(day: Day, days: u64) -> Option<Day> {
    day.checked_add_days(Days::new(days)).filter(|later| later.year() <= 9999)
}

/// The last birth date of those who have completed `years` on `day`. Who was born on 29 February turns older on
/// 1 March in other years.
pub(crate) fn born_by(day: Day, years: i32) -> Day {
    let year = day.year().saturating_sub(years);
    NaiveDate::from_ymd_opt(year, day.month(), day.day())
        .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
        .unwrap_or(NaiveDate::MIN)
}

/// Completed years of life on `day`; `None` for a birth after it.
pub fn age(birth: Day, day: Day) -> Option<u32> {
    let before_birthday = (day.month(), day.day()) < (birth.month(), birth.day());
    u32::try_from(day.year() - birth.year() - i32::from(before_birthday)).ok().filter(|_| birth <= day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        parse_day(text).unwrap_or_else(|| unreachable!("{text} is a date of this test"))
    }

    #[test]
    fn a_last_day_stays_a_last_day() {
        for (from, months, to) in [
            ("2023-02-28", 3, "2023-05-31"),
            ("2024-02-28", 3, "2024-05-28"),
            ("2024-02-29", 3, "2024-05-31"),
            ("2024-01-30", 1, "2024-02-29"),
            ("2024-06-30", 3, "2024-09-30"),
            ("2024-11-30", 3, "2025-02-28"),
            ("2024-08-31", 0, "2024-08-31"),
            ("2024-12-15", 1, "2025-01-15"),
        ] {
            assert_eq!(add_months(day(from), months), day(to), "{from} + {months}");
        }
    }

    #[test]
    fn ages_turn_on_the_birthday_and_leap_days_on_the_first_of_march() {
        for (birth, on, years) in [
            ("2004-02-29", "2022-02-28", Some(17)),
            ("2004-02-29", "2022-03-01", Some(18)),
            ("2004-02-29", "2024-02-29", Some(20)),
            ("1981-03-02", "2024-03-01", Some(42)),
            ("1981-03-02", "2024-03-02", Some(43)),
            ("2024-08-31", "2024-08-30", None),
        ] {
            assert_eq!(age(day(birth), day(on)), years, "born {birth}, on {on}");
            if let Some(years) = years {
                let years = i32::try_from(years).unwrap_or(0);
                assert!(day(birth) <= born_by(day(on), years), "born {birth}, on {on}");
                assert!(day(birth) > born_by(day(on), years + 1), "born {birth}, on {on}");
            }
        }
    }

    #[test]
    fn only_full_iso_dates_and_months_are_read() {
        for text in ["2024-2-01", "2024-02-30", "24-02-01", "2024/02/01", "2024-02-01T", "+024-02-01", "0000-01-01", ""]
        {
            assert_eq!(parse_day(text), None, "{text}");
        }
        for text in ["2024-13", "2024-00", "2024-1", "24-01", "2024-01-01", "+024-01"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        assert_eq!(Month::parse("2024-12").map(|m| m.plus(1).to_string()).as_deref(), Some("2025-01"));
        assert_eq!(Month::parse("2024-02").map(Month::last_day), parse_day("2024-02-29"));
    }
}

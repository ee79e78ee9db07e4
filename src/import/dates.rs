//! Dates as people and spreadsheets write them: the day first, months by their names, years of two digits, days counted
//! since 1900. What can be read in two ways is settled by the NIK, which names its holder's birthday, or is told.

use super::reason::Doubt;
use crate::roster::YEARS;
use crate::roster::calendar::{self, Day};
use crate::roster::looks;
use crate::roster::nik::Said;
use crate::sheet::read::Value;
use chrono::Datelike;

/// Days before the 1st of January 1970 at which spreadsheets begin to count.
const EPOCH: i64 = -25_569;

/// How much later old programs of another maker begin.
const LATER: i64 = 1_462;

/// Numbers that can be meant as days since 1900: from 1908 to 2119. Below lie ages and years.
const SERIALS: std::ops::RangeInclusive<f64> = 3_000.0..=80_000.0;

/// What a date is compared with.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Whether it is a birth, of which the NIK says this, if there is one.
    pub birth: Option<Option<&'a Said>>,
    /// The day of the list: nobody is born after it.
    pub today: Day,
    /// Whether the list counts days from 1904 on.
    pub from_1904: bool,
}

/// A date as it is written.
struct Written {
    /// Day, month; or month, day.
    parts: [u32; 2],
    year: Year,
    /// Whether it is sure which is which.
    is_ordered: bool,
}

enum Year {
    Full(i32),
    Short(i32),
}

/// Reads a date; `None` where it cannot be read, no calendar has it, or no roster could hold it: its row would be written
/// and then be set aside by whoever reads the roster.
pub fn read(value: &Value, known: Known<'_>) -> Option<(Day, Option<Doubt>)> {
    let written = match value {
        Value::Day(day) => of_day(*day),
        Value::Number(number) => of_number(*number, known.from_1904)?,
        Value::Text(text) => of_text(text, known.from_1904)?,
        Value::Empty | Value::Bool(_) | Value::Fault(_) => return None,
    };
    let [first, second] = written.parts;
    let said = known.birth.flatten();
    let is_said = |day: u32, month: u32| said.is_some_and(|said| (said.day, said.month) == (day, month));
    // The NIK names a birthday that the day and the month make the other way round.
    let swapped = is_said(second, first) && !is_said(first, second) && !written.is_ordered;
    let (day, month) = if swapped { (second, first) } else { (first, second) };
    let mut doubt = swapped.then_some(Doubt::Swapped);
    let year = match written.year {
        Year::Full(year) => year,
        Year::Short(short) => match said.filter(|said| said.year.rem_euclid(100) == short) {
            Some(said) => said.year,
            None => {
                doubt = doubt.or(known.birth.map(|_| Doubt::ShortYear));
                latest(short, known)
            }
        },
    };
    let in_century = |day: Day| {
        let meant = said.filter(|said| day > known.today && said.year.rem_euclid(100) == day.year().rem_euclid(100));
        meant.and_then(|said| day.with_year(said.year))
    };
    let read = match Day::from_ymd_opt(year, month, day) {
        Some(day) => match in_century(day) {
            Some(meant) => Some((meant, Some(Doubt::Century))),
            None => Some((day, doubt)),
        },
        None if !written.is_ordered => {
            Day::from_ymd_opt(year, day, month).map(|day| (day, Some(doubt.unwrap_or(Doubt::MonthFirst))))
        }
        None => None,
    };
    read.filter(|(day, _)| (YEARS.0..=YEARS.1).contains(&day.year()))
}

/// The year that two digits mean: of a birth the latest that is not after the list, of anything else this century.
fn latest(short: i32, known: Known<'_>) -> i32 {
    let year = known.today.year();
    let this = year - year.rem_euclid(100) + short;
    if known.birth.is_some() && this > year { this - 100 } else { this }
}

fn of_day(day: Day) -> Written {
    Written { parts: [day.day(), day.month()], year: Year::Full(day.year()), is_ordered: false }
}

/// Days since 1900, or the eight digits of a date.
fn of_number(number: f64, from_1904: bool) -> Option<Written> {
    if SERIALS.contains(&number) {
        let days = number.trunc() as i64 + EPOCH + if from_1904 { LATER } else { 0 };
        return Day::from_epoch_days(i32::try_from(days).ok()?).map(of_day);
    }
    (number.fract() == 0.0).then(|| of_digits(&format!("{number:.0}")))?
}

/// `19810302` or `02031981`.
fn of_digits(digits: &str) -> Option<Written> {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    if digits.len() != 8 {
        return None;
    }
    let year = |year: u32| Year::Full(i32::try_from(year).unwrap_or(i32::MAX));
    let known = |year: &u32| (1900..=2100).contains(year);
    match (number(0, 4).filter(known), number(4, 8).filter(known)) {
        (Some(first), _) => {
            Some(Written { parts: [number(6, 8)?, number(4, 6)?], year: year(first), is_ordered: true })
        }
        (None, Some(last)) => {
            Some(Written { parts: [number(0, 2)?, number(2, 4)?], year: year(last), is_ordered: false })
        }
        (None, None) => None,
    }
}

fn of_text(text: &str, from_1904: bool) -> Option<Written> {
    let text = text.trim().trim_start_matches('\'');
    // The place of birth stands before it: `Sorong, 02-03-1981`.
    let text = match text.rsplit_once(',') {
        Some((place, date)) if !place.contains(|c: char| c.is_ascii_digit()) => date.trim(),
        _ => text,
    };
    if let Some(day) = calendar::parse_day(text) {
        return Some(of_day(day));
    }
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let serial = text.parse().ok().filter(|number| text.len() == 5 && SERIALS.contains(number));
        return match serial {
            Some(number) => of_number(number, from_1904),
            None => of_digits(text),
        };
    }
    let looks::Parts { parts: [first, second, third], named } = looks::date_parts(text)?;
    let [(a, a_long), (b, _), (c, c_long)] = [first, second, third];
    let full = |year: u32| i32::try_from(year).ok().map(Year::Full);
    let short = |year: u32| i32::try_from(year).ok().filter(|year| *year < 100).map(Year::Short);
    match (a_long, named, c_long) {
        // The year first is nobody's custom but that of the standard, which has the month next.
        (4, None | Some(1), _) => Some(Written { parts: [c, b], year: full(a)?, is_ordered: named.is_some() }),
        (_, Some(0), 4) => Some(Written { parts: [b, a], year: full(c)?, is_ordered: true }),
        (_, Some(0), 2) => Some(Written { parts: [b, a], year: short(c)?, is_ordered: true }),
        (_, _, 4) => Some(Written { parts: [a, b], year: full(c)?, is_ordered: named.is_some() }),
        (_, _, 2) => Some(Written { parts: [a, b], year: short(c)?, is_ordered: named.is_some() }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::nik;

    fn today() -> Day {
        calendar::parse_day("2024-08-30").unwrap_or_default()
    }

    fn read_birth(value: &Value, nik: Option<&str>) -> Option<(String, Option<Doubt>)> {
        let said = nik.and_then(|nik| nik::read(nik, today()));
        let known = Known { birth: Some(said.as_ref()), today: today(), from_1904: false };
        read(value, known).map(|(day, doubt)| (day.to_string(), doubt))
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn a_date_is_read_as_offices_write_it() {
        let born = Some("9671000203810001");
        for (written, nik, day, doubt) in [
            ("1981-03-02", born, "1981-03-02", None),
            ("2/3/1981", born, "1981-03-02", None),
            ("02-03-1981", None, "1981-03-02", None),
            ("02.03.1981 00:00:00", None, "1981-03-02", None),
            ("1981-03-02T00:00:00", None, "1981-03-02", None),
            ("2 Maret 1981", None, "1981-03-02", None),
            ("30 Agustus 2024", None, "2024-08-30", None),
            ("02-MAR-81", born, "1981-03-02", None),
            ("02-PEB-81", None, "1981-02-02", Some(Doubt::ShortYear)),
            ("17-AGS-75", None, "1975-08-17", Some(Doubt::ShortYear)),
            ("17-08-09", None, "2009-08-17", Some(Doubt::ShortYear)),
            ("Maret 2, 1981", None, "1981-03-02", None),
            ("Sorong, 02-03-1981", None, "1981-03-02", None),
            ("'02/03/1981", None, "1981-03-02", None),
            ("29647", None, "1981-03-02", None),
            ("19810302", None, "1981-03-02", None),
            ("02031981", None, "1981-03-02", None),
            ("3/2/1981", born, "1981-03-02", Some(Doubt::Swapped)),
            ("1981-02-03", born, "1981-03-02", Some(Doubt::Swapped)),
            ("03/02/81", born, "1981-03-02", Some(Doubt::Swapped)),
            ("3 Februari 1981", born, "1981-02-03", None),
            ("3/25/1981", None, "1981-03-25", Some(Doubt::MonthFirst)),
            ("02/03/2081", born, "1981-03-02", Some(Doubt::Century)),
            ("02/03/2081", None, "2081-03-02", None),
        ] {
            assert_eq!(read_birth(&text(written), nik), Some((day.to_owned(), doubt)), "{written}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_made_one() {
        for written in [
            "1981",
            "81",
            "30-02-1981",
            "2/30/1981 x",
            "31 Juni 1981",
            "belum ada",
            "0",
            "123456",
            "99999999",
            "17-08-1710",
        ] {
            assert_eq!(read_birth(&text(written), None), None, "{written}");
        }
        for number in [1981.0, 81.0, -5.0, 1e300, f64::NAN, 43.0] {
            assert_eq!(read_birth(&Value::Number(number), None), None, "{number}");
        }
    }

    #[test]
    fn a_spreadsheet_counts_days_and_may_have_turned_them_round() {
        let born = Some("9671000203810001");
        let read = |number: f64, nik| read_birth(&Value::Number(number), nik);
        assert_eq!(read(29_647.0, born), Some(("1981-03-02".to_owned(), None)));
        assert_eq!(read(29_647.5, None), Some(("1981-03-02".to_owned(), None)), "with a time of day");
        assert_eq!(read(29_620.0, born), Some(("1981-03-02".to_owned(), Some(Doubt::Swapped))), "3 Feb, by Excel");
        assert_eq!(read(19_810_302.0, None), Some(("1981-03-02".to_owned(), None)));
        let later = Known { birth: None, today: today(), from_1904: true };
        let day = super::read(&Value::Number(29_647.0), later).map(|(day, _)| day.to_string());
        assert_eq!(day.as_deref(), Some("1985-03-03"));
        let cell = |day: &str| Value::Day(calendar::parse_day(day).unwrap_or_default());
        assert_eq!(read_birth(&cell("1981-02-03"), born), Some(("1981-03-02".to_owned(), Some(Doubt::Swapped))));
        assert_eq!(read_birth(&cell("2081-03-02"), born), Some(("1981-03-02".to_owned(), Some(Doubt::Century))));
    }

    #[test]
    fn the_years_of_a_membership_are_of_this_century() {
        let known = Known { birth: None, today: today(), from_1904: false };
        for (written, day) in [("09-AGS-25", "2025-08-09"), ("31/12/99", "2099-12-31"), ("01-Mei-24", "2024-05-01")] {
            let read = read(&text(written), known).map(|(day, doubt)| (day.to_string(), doubt));
            assert_eq!(read, Some((day.to_owned(), None)), "{written}");
        }
    }
}

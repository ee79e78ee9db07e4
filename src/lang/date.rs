//! Dates and times as each language writes them: 30 Aug 2024, 30 Agu 2024; 10:42, 10.42.

use super::Lang;
use crate::roster::calendar::{Day, Month};
use chrono::{Datelike, Timelike};

/// A time of day. Nobody here looks at a clock: whoever has one says it.
pub type TimeOfDay = chrono::NaiveTime;

const SHORT: [(&str, &str); 12] = [
    ("Jan", "Jan"),
    ("Feb", "Feb"),
    ("Mar", "Mar"),
    ("Apr", "Apr"),
    ("May", "Mei"),
    ("Jun", "Jun"),
    ("Jul", "Jul"),
    ("Aug", "Agu"),
    ("Sep", "Sep"),
    ("Oct", "Okt"),
    ("Nov", "Nov"),
    ("Dec", "Des"),
];

/// Whether months are of different years, so that each needs its own.
pub fn years_meet(months: impl IntoIterator<Item = Month>) -> bool {
    let mut years = months.into_iter().map(Month::year);
    let first = years.next();
    years.any(|year| Some(year) != first)
}

impl Lang {
    /// `Aug`.
    pub fn month_name(self, month: Month) -> &'static str {
        let (en, id) = SHORT.get(month.number() as usize - 1).copied().unwrap_or(("", ""));
        if self == Lang::En { en } else { id }
    }

    /// `Aug 2024`.
    pub fn month(self, month: Month) -> String {
        format!("{} {}", self.month_name(month), month.year())
    }

    /// `Aug`, or where it stands beside months of other years `Aug 2024`.
    pub fn month_among(self, month: Month, years_meet: bool) -> String {
        if years_meet { self.month(month) } else { self.month_name(month).to_owned() }
    }

    /// From a month to another: `Mar–May`, `Mar–May 2024`, `Nov 2023–Feb 2024`.
    pub fn span_among(self, from: Month, to: Month, years_meet: bool) -> String {
        match from == to {
            true => self.month_among(to, years_meet),
            false => {
                let years_meet = years_meet || from.year() != to.year();
                let first = self.month_among(from, years_meet && from.year() != to.year());
                format!("{first}–{}", self.month_among(to, years_meet))
            }
        }
    }

    /// `10:42`.
    pub fn time(self, time: TimeOfDay) -> String {
        let point = if self == Lang::En { ':' } else { '.' };
        format!("{:02}{point}{:02}", time.hour(), time.minute())
    }

    /// `30 Aug 2024`.
    pub fn day(self, day: Day) -> String {
        format!("{} {}", day.day(), self.month(Month::of(day)))
    }

    /// `31 Dec`, or if the year beside it is another `31 Dec 2025`.
    pub fn day_beside(self, day: Day, other: Day) -> String {
        if day.year() == other.year() { self.day_of_month(day) } else { self.day(day) }
    }

    /// `31 Dec`.
    pub fn day_of_month(self, day: Day) -> String {
        format!("{} {}", day.day(), self.month_name(Month::of(day)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::calendar::parse_day;

    #[test]
    fn a_time_of_day_has_the_sign_of_its_language() {
        let time = TimeOfDay::from_hms_opt(9, 5, 59).unwrap_or_default();
        assert_eq!((Lang::En.time(time), Lang::Id.time(time)), ("09:05".to_owned(), "09.05".to_owned()));
    }

    #[test]
    fn months_have_their_own_short_names() {
        let day = parse_day("2024-08-30").unwrap_or_default();
        assert_eq!((Lang::En.day(day).as_str(), Lang::Id.day(day).as_str()), ("30 Aug 2024", "30 Agu 2024"));
        let may = Month::new(2024, 5).unwrap_or(Month::of(day));
        let (nov, aug) = (Month::parse("2023-11").unwrap_or(may), Month::of(day));
        assert!(years_meet([nov, may]) && !years_meet([may, aug]) && !years_meet([]));
        for (from, to, years, span) in [
            (may, may, false, "Mei"),
            (may, may, true, "Mei 2024"),
            (may, aug, false, "Mei–Agu"),
            (may, aug, true, "Mei–Agu 2024"),
            (nov, may, false, "Nov 2023–Mei 2024"),
        ] {
            assert_eq!(Lang::Id.span_among(from, to, years), span);
        }
        assert_eq!((Lang::En.month(may).as_str(), Lang::Id.month(may).as_str()), ("May 2024", "Mei 2024"));
    }
}

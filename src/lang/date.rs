//! Dates as each language writes them: 30 Aug 2024, 30 Agu 2024.

use super::Lang;
use crate::roster::calendar::{Day, Month};
use chrono::Datelike;

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

    /// `30 Aug 2024`.
    pub fn day(self, day: Day) -> String {
        format!("{} {}", day.day(), self.month(Month::of(day)))
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
    fn months_have_their_own_short_names() {
        let day = parse_day("2024-08-30").unwrap_or_default();
        assert_eq!((Lang::En.day(day).as_str(), Lang::Id.day(day).as_str()), ("30 Aug 2024", "30 Agu 2024"));
        let may = Month::new(2024, 5).unwrap_or(Month::of(day));
        assert_eq!((Lang::En.month(may).as_str(), Lang::Id.month(may).as_str()), ("May 2024", "Mei 2024"));
    }
}

//! The days of a chart: from the start of the programme, or of what there is, to the end of coverage.

use crate::roster::Roster;
use crate::roster::calendar::{Day, Month};

/// Whole months, and the days from the beginning of the first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Axis {
    /// The months, ascending; never none.
    pub months: Vec<Month>,
    first: Month,
}

impl Axis {
    /// From the start of coverage, without one from `first`, to the end of coverage; the roster's month is in it. Two
    /// years are what a chart of this size can name: of a longer time those that end with coverage, but with up to a year
    /// before the roster's month.
    pub fn of(roster: &Roster, first: Option<Month>) -> Axis {
        let now = Month::of(roster.as_of());
        let last = roster.program.coverage.to.max(now);
        let start = roster.program.coverage.from.or(first).unwrap_or(now).min(now);
        let first = start.max(last.plus(-23)).min(start.max(now.plus(-11)));
        Axis { months: first.to(last.min(first.plus(23))).collect(), first }
    }

    /// The first month.
    pub fn first(&self) -> Month {
        self.first
    }

    /// Days from the beginning to the end of a day.
    pub fn day(&self, day: Day) -> i64 {
        (day - self.first.first_day()).num_days() + 1
    }

    /// Days from the beginning to the end of a month.
    pub fn end_of(&self, month: Month) -> i64 {
        self.day(month.last_day())
    }

    /// Days in all.
    pub fn days(&self) -> i64 {
        self.months.last().map_or(1, |&month| self.end_of(month))
    }
}

//! Which months are paid, and which are still to pay: the months of U of design.md §3, ascending and without end. A month
//! paid ahead is left out, so that they do not follow each other without a gap, and no figure may count them on from
//! the first.

use crate::roster::Roster;
use crate::roster::calendar::{Day, Month};
use crate::roster::program::Payment;
use chrono::Datelike;

/// A year further than this from the fiscal year is a slip of the pen.
const PLAUSIBLE_YEARS: u32 = 2;

/// The first and the last year that can be meant.
pub fn plausible_years(fiscal_year: i32) -> (i32, i32) {
    let far = PLAUSIBLE_YEARS as i32;
    (fiscal_year.saturating_sub(far), fiscal_year.saturating_add(far))
}

/// Whether a year is so near to the fiscal year that it can be meant.
pub fn is_plausible(fiscal_year: i32, year: i32) -> bool {
    fiscal_year.abs_diff(year) <= PLAUSIBLE_YEARS
}

/// Whether the months that a payment names can be meant.
fn names_plausible_months(fiscal_year: i32, payment: &Payment) -> bool {
    [payment.month, payment.through].into_iter().all(|month| is_plausible(fiscal_year, month.year()))
}

/// Whether every date of a payment can be meant.
pub fn is_plausible_payment(fiscal_year: i32, payment: &Payment) -> bool {
    let paid_on = payment.paid_on.as_ref().map(Day::year);
    names_plausible_months(fiscal_year, payment) && paid_on.is_none_or(|year| is_plausible(fiscal_year, year))
}

/// The months that payments cover. Only those of the five years around the fiscal year can be covered, so that each is a
/// bit, however many payments there are and however far one of them reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Covered {
    /// The month of the lowest bit.
    start: Month,
    bits: u64,
}

impl Covered {
    /// No month.
    pub const NONE: Covered = Covered { start: Month::LAST, bits: 0 };

    /// By the payments of a roster. A refund covers none, and neither does a payment that names a month of a year which
    /// cannot be meant.
    pub fn of(roster: &Roster) -> Covered {
        let year = roster.program.fiscal_year;
        let Some(start) = Month::new(year.saturating_sub(PLAUSIBLE_YEARS as i32), 1) else { return Covered::NONE };
        let mut covered = Covered { start, bits: 0 };
        for payment in roster.payments.iter().filter(|payment| covers(year, payment)) {
            covered.bits |= covered.span(payment.month, payment.through);
        }
        covered
    }

    /// The bits from one month to another, both included.
    fn span(self, from: Month, to: Month) -> u64 {
        let below = |months: i64| match u32::try_from(months.max(0)) {
            Ok(months) if months < u64::BITS => (1_u64 << months) - 1,
            _ => u64::MAX,
        };
        below(to.since(self.start) + 1) & !below(from.since(self.start))
    }

    /// Whether a month is covered.
    pub fn contains(self, month: Month) -> bool {
        self.bits & self.span(month, month) != 0
    }

    /// How many of the months from one to another are.
    fn count(self, from: Month, to: Month) -> u64 {
        u64::from((self.bits & self.span(from, to)).count_ones())
    }

    /// Whether no month is.
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The first covered month.
    pub fn first(self) -> Option<Month> {
        self.start.later(self.bits.trailing_zeros().into()).filter(|_| !self.is_empty())
    }

    /// The last covered month.
    pub fn last(self) -> Option<Month> {
        let above = u64::BITS - self.bits.leading_zeros();
        self.start.later(u64::from(above).checked_sub(1)?)
    }

    /// The months before the roster's own that were left out although a later one is paid: from the start of coverage,
    /// else from the first paid one, to the last paid one.
    pub fn gaps(self, roster: &Roster) -> impl Iterator<Item = Month> {
        let span = self.first().zip(self.last()).map(|(first, last)| {
            let first = roster.program.coverage.from.unwrap_or(first);
            first.to(last.min(Month::of(roster.as_of()).plus(-1)))
        });
        span.into_iter().flatten().filter(move |month| !self.contains(*month))
    }
}

/// Whether a payment covers the months that it names.
pub fn covers(fiscal_year: i32, payment: &Payment) -> bool {
    !payment.is_refund() && names_plausible_months(fiscal_year, payment)
}

/// The months still to pay.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unpaid {
    /// None of them lies before this month.
    from: Month,
    covered: Covered,
}

impl Unpaid {
    /// Of a roster: from the month after the last covered one if that lies before the roster's month, else from that; where
    /// no month is covered, from the start of coverage, else from the roster's month.
    pub fn of(roster: &Roster, covered: Covered) -> Unpaid {
        let now = Month::of(roster.as_of());
        let from = match covered.last() {
            Some(last) => last.plus(1).min(now),
            None => roster.program.coverage.from.unwrap_or(now),
        };
        let own = Unpaid { from, covered };
        // The same months are the same, from whichever paid month one looks.
        Unpaid { from: own.first().unwrap_or(from), covered }
    }

    /// Every month from this one on.
    pub fn every(from: Month) -> Unpaid {
        Unpaid { from, covered: Covered::NONE }
    }

    /// Those of them from this month on.
    pub fn starting(self, from: Month) -> Unpaid {
        Unpaid { from: self.from.max(from), ..self }
    }

    /// One after the other, to the calendar's end.
    pub fn months(self) -> impl Iterator<Item = Month> + Clone {
        self.from.to(Month::LAST).filter(move |month| !self.covered.contains(*month))
    }

    /// The first.
    pub fn first(self) -> Option<Month> {
        self.months().next()
    }

    /// The one that follows the first so many; `None` beyond the calendar's end.
    pub fn after(self, months: u64) -> Option<Month> {
        // Behind the last covered month they follow each other.
        let end = self.covered.last().map_or(self.from, |last| last.plus(1).max(self.from));
        let before = end.since(self.from).unsigned_abs().saturating_sub(self.covered.count(self.from, end));
        match months.checked_sub(before) {
            Some(rest) => end.later(rest).filter(|month| !self.covered.contains(*month)),
            None => self.months().nth(usize::try_from(months).ok()?),
        }
    }

    /// How many are not after a month.
    pub fn to(self, last: Month) -> u64 {
        match u64::try_from(last.since(self.from) + 1) {
            Ok(months) => months - self.covered.count(self.from, last),
            Err(_) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap_or_else(|| unreachable!("{text} is a month of this test"))
    }

    fn covered(spans: &[(&str, &str)]) -> Covered {
        let mut covered = Covered { start: month("2022-01"), bits: 0 };
        spans.iter().for_each(|(from, to)| covered.bits |= covered.span(month(from), month(to)));
        covered
    }

    #[test]
    fn a_month_paid_ahead_is_left_out() {
        let covered = covered(&[("2024-03", "2024-10"), ("2024-12", "2024-12")]);
        let unpaid = Unpaid { from: month("2024-08"), covered };
        let first: Vec<Month> = unpaid.months().take(3).collect();
        assert_eq!(first, ["2024-11", "2025-01", "2025-02"].map(month));
        for (place, own) in unpaid.months().take(200).enumerate() {
            assert_eq!(unpaid.after(place as u64), Some(own), "{place}");
        }
        assert_eq!((unpaid.to(month("2024-12")), unpaid.to(month("2024-10")), unpaid.to(month("2020-01"))), (1, 0, 0));
        assert_eq!((covered.first(), covered.last()), (Some(month("2024-03")), Some(month("2024-12"))));
        assert_eq!((Covered::NONE.first(), Covered::NONE.last()), (None, None));
    }

    #[test]
    fn behind_the_calendar_there_is_no_month() {
        let unpaid = Unpaid::every(month("9999-11"));
        assert_eq!([0, 1, 2].map(|place| unpaid.after(place)), [Some(month("9999-11")), Some(Month::LAST), None]);
        let all = Covered { start: month("9997-01"), bits: (1 << 36) - 1 };
        let none = Unpaid { from: month("9999-06"), covered: all };
        assert_eq!((none.first(), none.after(0), none.to(Month::LAST)), (None, None, 0));
    }
}

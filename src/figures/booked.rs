//! What was paid, as it is booked: JKK and JKM go to different accounts (design.md §3), so a sum of both answers nobody
//! in the finance office. A payment says one amount; its workers at their rates say how much of it is for which scheme,
//! and what they do not explain stands apart, so that the parts add up to the amount. Where nothing says it, it is unknown.

use super::payments::{Reconciled, Reconciliation};
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::roster::program::{ByScheme, Payment, Rates, Segment};
use std::collections::BTreeMap;

/// An amount in parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Split {
    /// Rupiah.
    pub amount: Rupiah,
    /// How much of it workers × rate says to be for which scheme; unknown where a payment names no number of workers, or
    /// a rate is missing.
    pub by_scheme: Option<ByScheme>,
}

impl Split {
    /// What no rate says: a difference, a refund. Unknown where the schemes are, and beyond 28 digits.
    pub fn rest(self) -> Option<Rupiah> {
        self.amount.minus(self.by_scheme?.sum()?)
    }

    const NOTHING: Split =
        Split { amount: Rupiah::ZERO, by_scheme: Some(ByScheme { jkk: Rupiah::ZERO, jkm: Rupiah::ZERO }) };

    fn of(payment: &Payment, own: &Reconciliation, rates: &Rates) -> Split {
        let rated = Segment::ALL.into_iter().filter(|segment| payment.by_segment.is_some() || *segment == Segment::Bpu);
        let covered = rated.into_iter().all(|segment| rates.covers(segment, payment.month));
        let by_scheme = match payment.is_refund() {
            // Money that came back pays for nobody.
            true => Some(ByScheme::default()),
            false => own.expected.filter(|_| covered),
        };
        Split { amount: payment.outgo(), by_scheme }
    }

    fn plus(self, other: Split) -> Option<Split> {
        let by_scheme = self.by_scheme.zip(other.by_scheme).and_then(|(own, other)| own.plus(other));
        Some(Split { amount: self.amount.plus(other.amount)?, by_scheme })
    }
}

/// The payments for one month, or for the same months together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BookedMonth {
    /// The first month that they pay.
    pub from: Month,
    /// The last one.
    pub to: Month,
    /// Workers paid for; unknown where one of them does not say.
    pub workers: Option<u64>,
    /// Rupiah, in parts; `None` beyond 28 digits.
    pub split: Option<Split>,
    /// Whether it is paid on the roster's date; what is committed for the same month stands apart.
    pub paid: bool,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Booked {
    /// Month by month, ascending.
    pub months: Vec<BookedMonth>,
    /// All that is paid on the roster's date; `None` beyond 28 digits.
    pub spent: Option<Split>,
    /// All that is not paid yet.
    pub committed: Option<Split>,
}

impl Booked {
    /// The payments of a roster, each held against its workers.
    pub fn of(roster: &Roster, reconciled: &Reconciled) -> Booked {
        let as_of = roster.as_of();
        // Of a month first what is paid, then what is not.
        let mut months: BTreeMap<(Month, Month, bool), BookedMonth> = BTreeMap::new();
        let (mut spent, mut committed) = (Some(Split::NOTHING), Some(Split::NOTHING));
        for (payment, own) in roster.payments.iter().zip(reconciled.iter()) {
            let split = Split::of(payment, own, &roster.program.rates);
            let paid = payment.paid_on.is_some_and(|day| day <= as_of);
            let sum = if paid { &mut spent } else { &mut committed };
            *sum = sum.and_then(|sum| sum.plus(split));
            let (from, to) = (payment.month, payment.through);
            let none = BookedMonth { from, to, workers: Some(0), split: Some(Split::NOTHING), paid };
            let month = months.entry((from, to, !paid)).or_insert(none);
            if !payment.is_refund() {
                month.workers = month.workers.zip(payment.workers).and_then(|(sum, own)| sum.checked_add(own));
            }
            month.split = month.split.and_then(|sum| sum.plus(split));
        }
        Booked { months: months.into_values().collect(), spent, committed }
    }

    /// All of it, paid or not; `None` beyond 28 digits.
    pub fn sum(&self) -> Option<Split> {
        self.spent.zip(self.committed).and_then(|(spent, committed)| spent.plus(committed))
    }
}

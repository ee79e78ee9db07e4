//! What was paid, as it is booked: JKK and JKM go to different accounts (design.md §3), so a sum of both answers nobody
//! in the finance office. A payment says one amount; its workers at their rates say how much of it is for which scheme,
//! and what they do not say stands apart, so that the parts always add up to the amount.

use super::payments::Reconciled;
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::roster::program::ByScheme;
use std::collections::BTreeMap;

/// An amount in parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Split {
    /// Workers × rate, scheme by scheme.
    pub by_scheme: ByScheme,
    /// What no rate says: a difference, a refund, a payment that names no number of workers.
    pub rest: Rupiah,
}

impl Split {
    /// The amount; `None` beyond 28 digits.
    pub fn sum(self) -> Option<Rupiah> {
        self.by_scheme.sum()?.plus(self.rest)
    }

    fn plus(self, other: Split) -> Option<Split> {
        Some(Split { by_scheme: self.by_scheme.plus(other.by_scheme)?, rest: self.rest.plus(other.rest)? })
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
    /// Whether all of it is paid on the roster's date; else it is committed, or a part of it.
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
        let mut months: BTreeMap<(Month, Month), BookedMonth> = BTreeMap::new();
        let (mut spent, mut committed) = (Some(Split::default()), Some(Split::default()));
        for (payment, own) in roster.payments.iter().zip(reconciled.iter()) {
            let by_scheme = own.expected.unwrap_or_default();
            let rest = by_scheme.sum().and_then(|known| payment.outgo().minus(known));
            let split = rest.map(|rest| Split { by_scheme, rest });
            let paid = payment.paid_on.is_some_and(|day| day <= as_of);
            let sum = if paid { &mut spent } else { &mut committed };
            *sum = sum.zip(split).and_then(|(sum, split)| sum.plus(split));
            let month = months.entry((payment.month, payment.through)).or_insert(BookedMonth {
                from: payment.month,
                to: payment.through,
                workers: Some(0),
                split: Some(Split::default()),
                paid: true,
            });
            // Money that came back pays for nobody.
            if !payment.is_refund() {
                month.workers = month.workers.zip(payment.workers).and_then(|(sum, own)| sum.checked_add(own));
            }
            month.split = month.split.zip(split).and_then(|(sum, split)| sum.plus(split));
            month.paid &= paid;
        }
        Booked { months: months.into_values().collect(), spent, committed }
    }

    /// All of it, paid or not; `None` beyond 28 digits.
    pub fn sum(&self) -> Option<Split> {
        self.spent.zip(self.committed).and_then(|(spent, committed)| spent.plus(committed))
    }
}

//! The payments: each against what its workers cost, and each month's against the list.

use super::unpaid::covers;
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::columns::ByDay;
use crate::roster::money::Rupiah;
use crate::roster::program::{ByScheme, Payment, Rates, Segment};
use std::collections::BTreeSet;
use std::ops::Deref;

/// A payment held against what its workers cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reconciliation {
    /// Workers × rate, month by month; `None` without a number of workers, and for a refund.
    pub expected: Option<ByScheme>,
    /// The amount less what was expected: shown, never corrected.
    pub difference: Option<Rupiah>,
}

impl Reconciliation {
    /// What the workers of a payment cost in its months, each month at its own rate.
    pub fn of(payment: &Payment, rates: &Rates) -> Reconciliation {
        let parts = match (payment.by_segment, payment.workers) {
            (_, None) => None,
            (Some(parts), _) => Some([(Segment::Bpu, parts.bpu), (Segment::Pu, parts.pu)]),
            (None, Some(workers)) => Some([(Segment::Bpu, workers), (Segment::Pu, 0)]),
        };
        let parts = parts.filter(|_| !payment.is_refund());
        let expected = parts.and_then(|parts| {
            rates.stretches(payment.month, payment.through).try_fold(ByScheme::default(), |sum, (from, months)| {
                parts.into_iter().try_fold(sum, |sum, (segment, workers)| {
                    sum.plus(rates.at(segment, from).times(workers)?.times(months)?)
                })
            })
        });
        let difference = expected.and_then(ByScheme::sum).and_then(|expected| payment.amount.minus(expected));
        Reconciliation { expected, difference }
    }
}

/// Every payment held so, in the order of the file, and the most that any of them says: the widest of their texts is of
/// one of these, however many there are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reconciled {
    each: Vec<Reconciliation>,
    /// The largest amount that was paid.
    pub largest: Option<Rupiah>,
    /// The largest that came back.
    pub largest_refund: Option<Rupiah>,
    /// The most workers that one pays for.
    pub most_workers: Option<u64>,
    /// The least and the largest difference.
    pub differences: Option<(Rupiah, Rupiah)>,
    /// The months from which and to which they pay, each pair once.
    pub spans: BTreeSet<(Month, Month)>,
}

impl Reconciled {
    /// Those of a roster.
    pub fn of(roster: &Roster) -> Reconciled {
        let payments = &roster.payments;
        let each: Vec<Reconciliation> =
            payments.iter().map(|payment| Reconciliation::of(payment, &roster.program.rates)).collect();
        let amounts = |refund| payments.iter().filter(move |own| own.is_refund() == refund).map(|own| own.amount);
        let differences = || each.iter().filter_map(|own| own.difference);
        let mut spans = BTreeSet::new();
        let mut last = None;
        for payment in payments {
            // Payments of one month mostly follow each other.
            let span = (payment.month, payment.through);
            if last.replace(span) != Some(span) {
                spans.insert(span);
            }
        }
        Reconciled {
            largest: amounts(false).max(),
            largest_refund: amounts(true).max(),
            most_workers: payments.iter().filter(|own| !own.is_refund()).filter_map(|own| own.workers).max(),
            differences: differences().min().zip(differences().max()),
            spans,
            each,
        }
    }
}

impl Deref for Reconciled {
    type Target = [Reconciliation];

    fn deref(&self) -> &[Reconciliation] {
        &self.each
    }
}

/// The workers that a payment pays for in each of its months: those it names, else as many as its amount is for, where
/// that is a whole number.
fn paid_for(payment: &Payment, rates: &Rates) -> Option<u64> {
    let named = payment.by_segment.and_then(|parts| parts.bpu.checked_add(parts.pu));
    payment.workers.or(named).or_else(|| {
        let each = rates.stretches(payment.month, payment.through).try_fold(Rupiah::ZERO, |sum, (from, months)| {
            let rate = rates.at(Segment::Bpu, from).sum().filter(|_| rates.covers(Segment::Bpu, from));
            sum.plus(rate?.times(months)?)
        })?;
        let whole = payment.amount.get().checked_rem(each.get())? == 0;
        whole.then(|| u64::try_from(payment.amount.get() / each.get()).ok()).flatten()
    })
}

/// A month, the workers paid for in it, and those whom the list says were protected to its end.
#[derive(Clone, Debug)]
pub struct PaidMonth {
    /// The month, not after the roster's.
    pub month: Month,
    /// Workers of all payments that cover it.
    pub paid_for: u64,
    /// Rows enrolled by its end and protected to its end.
    pub listed: u64,
}

/// For each worker who was protected to the end of some month from `first` to `now`, the first and the last such month.
fn protected_months(roster: &Roster, first: Month, now: Month) -> impl Iterator<Item = (Month, Month)> {
    let (mut begin, mut end) = (ByDay::new(), ByDay::new());
    roster.iter().filter_map(move |worker| {
        let [_, _, enrolled, until] = roster.workers.days(worker.row);
        let from = begin.get(enrolled, || worker.enrolled().map(|day| Month::of(day).max(first)))?;
        let last = end.get(until, || {
            let last = worker.until().map(|until| match Month::of(until) {
                month if until == month.last_day() => month,
                month => month.plus(-1),
            });
            last.unwrap_or(now).min(now)
        });
        (from <= last).then_some((from, last))
    })
}

/// Every month up to the roster's that some payment covers, unless one of them tells in no way for how many workers.
pub fn paid_months(roster: &Roster) -> Vec<PaidMonth> {
    let now = Month::of(roster.as_of());
    let year = roster.program.fiscal_year;
    let covered = roster.payments.iter().filter(|payment| payment.month <= now && covers(year, payment));
    let Some(first) = covered.clone().map(|payment| payment.month).min() else {
        return Vec::new();
    };
    let place = |month: Month| usize::try_from(month.since(first)).unwrap_or(0);
    let months = place(now) + 1;
    // Differences from month to month, so that neither a long payment nor a million workers are walked month by month.
    let (mut paid, mut listed) = (vec![0_i128; months + 1], vec![0_i128; months + 1]);
    let (mut payments, mut unsaid) = (vec![0_i64; months + 1], vec![0_i64; months + 1]);
    for payment in covered {
        let (from, to) = (place(payment.month), place(payment.through.min(now)) + 1);
        let named = paid_for(payment, &roster.program.rates);
        let workers = named.map_or(0, i128::from);
        (paid[from], paid[to]) = (paid[from] + workers, paid[to] - workers);
        (payments[from], payments[to]) = (payments[from] + 1, payments[to] - 1);
        if named.is_none() {
            (unsaid[from], unsaid[to]) = (unsaid[from] + 1, unsaid[to] - 1);
        }
    }
    for (from, last) in protected_months(roster, first, now) {
        listed[place(from)] += 1;
        listed[place(last) + 1] -= 1;
    }
    let mut rows = Vec::new();
    let (mut paid_for, mut in_list, mut open, mut silent) = (0, 0, 0, 0);
    for (month, place) in first.to(now).zip(0..) {
        paid_for += paid[place];
        in_list += listed[place];
        open += payments[place];
        silent += unsaid[place];
        if open > 0 && silent == 0 {
            let count = |value: i128| u64::try_from(value).unwrap_or(u64::MAX);
            rows.push(PaidMonth { month, paid_for: count(paid_for), listed: count(in_list) });
        }
    }
    rows
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::roster::program::{BySegment, Contribution, PaymentKind, Scheme};

    pub fn rupiah(amount: i128) -> Rupiah {
        Rupiah::new(amount).unwrap_or_default()
    }

    pub fn month(text: &str) -> Month {
        Month::parse(text).unwrap_or_else(|| unreachable!("{text} is a month of this test"))
    }

    pub fn rates() -> Rates {
        let rate = |segment, scheme, monthly, from: Option<&str>| Contribution {
            segment,
            scheme,
            monthly: rupiah(monthly),
            from: from.map(month),
        };
        Rates::new(vec![
            rate(Segment::Bpu, Scheme::Jkk, 10_000, None),
            rate(Segment::Bpu, Scheme::Jkm, 6_800, None),
            rate(Segment::Bpu, Scheme::Jkm, 7_800, Some("2025-03")),
            rate(Segment::Pu, Scheme::Jkk, 2_400, None),
            rate(Segment::Pu, Scheme::Jkm, 3_000, None),
        ])
    }

    /// The cases of domain.md §7 and §1: what the press printed, recomputed.
    #[test]
    fn payments_are_held_against_workers_and_rates() {
        for (from, through, workers, by_segment, amount, expected, difference) in [
            ("2025-01", "2025-02", Some(15_000), None, 504_000_000, Some(504_000_000), Some(0)),
            ("2024-01", "2024-12", Some(15_000), None, 3_024_000_000, Some(3_024_000_000), Some(0)),
            ("2024-01", "2024-01", Some(9_709 + 3_541), None, 222_600_000, Some(222_600_000), Some(0)),
            ("2024-06", "2024-12", Some(5_606), None, 732_210_600, Some(659_265_600), Some(72_945_000)),
            ("2022-05", "2022-05", Some(4_156), Some((0, 4_156)), 22_442_400, Some(22_442_400), Some(0)),
            ("2024-05", "2024-05", Some(12_106), None, 203_397_600, Some(203_380_800), Some(16_800)),
            ("2025-02", "2025-04", Some(10), None, 0, Some(168_000 + 2 * 178_000), Some(-524_000)),
            ("2024-05", "2024-05", None, None, 1, None, None),
        ] {
            let payment = Payment {
                kind: PaymentKind::Payment,
                month: month(from),
                through: month(through),
                workers,
                by_segment: by_segment.map(|(bpu, pu)| BySegment { bpu, pu }),
                amount: rupiah(amount),
                paid_on: None,
                reference: None,
            };
            let found = Reconciliation::of(&payment, &rates());
            assert_eq!(found.expected.and_then(ByScheme::sum).map(Rupiah::get), expected, "{from}, {workers:?}");
            assert_eq!(found.difference.map(Rupiah::get), difference, "{from}, {workers:?}");
        }
    }
}

//! What is left at the end of each month: of those that have passed what was left, of those to come what will be, for the
//! active and for the whole target. The chart of the money draws it, this table says it.

use super::axis::Axis;
use super::budget::{Budget, Outlook, Runway};
use super::burndown::Burndown;
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::roster::program::Payment;

/// What is left after a month to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Then {
    /// So much.
    Left(Rupiah),
    /// The month is not paid in full: so much is missing.
    Lacks(Rupiah),
    /// A month before was not paid in full.
    Gone,
    /// What the month costs is not known, or passes 28 digits.
    Unknown,
}

/// One month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MonthEnd {
    /// The month.
    pub month: Month,
    /// What was left at its end by what was paid, or today with the bills taken off; `None` of a month to come, and beyond
    /// 28 digits.
    pub left: Option<Rupiah>,
    /// What will be, for those who are active.
    pub active: Option<Then>,
    /// What would be, for the whole target.
    pub target: Option<Then>,
}

/// The months of the chart.
pub fn month_ends(roster: &Roster, budget: &Budget) -> Vec<MonthEnd> {
    let Some(Burndown { axis, .. }) = Burndown::of(roster, budget) else { return Vec::new() };
    let now = Month::of(roster.as_of());
    let active = ahead(&axis, now, budget, Some(&budget.active));
    let target = ahead(&axis, now, budget, budget.target.as_ref());
    let ahead = |of: &[Then], month: Month| of.get(usize::try_from(month.since(now)).ok()?).copied();
    let row = |&month: &Month| MonthEnd {
        month,
        left: if month < now { left_after(roster, budget, month) } else { budget.left.filter(|_| month == now) },
        active: ahead(&active, month),
        target: ahead(&target, month),
    };
    axis.months.iter().map(row).collect()
}

/// What was left at the end of a month that has passed.
fn left_after(roster: &Roster, budget: &Budget, month: Month) -> Option<Rupiah> {
    let paid = |own: &&Payment| own.paid_on.is_some_and(|day| Month::of(day) <= month);
    let spent: Option<Rupiah> = roster.payments.iter().filter(paid).map(Payment::outgo).sum();
    budget.total?.minus(spent?)
}

/// From the roster's month on, a month each. Arrears are due in the first.
fn ahead(axis: &Axis, now: Month, budget: &Budget, of: Option<&Outlook>) -> Vec<Then> {
    let Some(outlook) = of else { return Vec::new() };
    let known = matches!(outlook.runway, Runway::Lasts(_) | Runway::Unlimited);
    let monthly = outlook.monthly.filter(|_| known);
    let mut unpaid = budget.unpaid.months().peekable();
    let mut then = match budget.left {
        // What is over is owed first.
        Some(left) => Then::Left(left),
        None => Then::Unknown,
    };
    let after = |before: Then| match (before, monthly) {
        (Then::Left(money), Some(monthly)) => match money.minus(monthly) {
            Some(left) if left.is_negative() => Then::Lacks(left.abs()),
            Some(left) => Then::Left(left),
            None => Then::Unknown,
        },
        (Then::Left(_) | Then::Unknown, _) => Then::Unknown,
        (Then::Lacks(_) | Then::Gone, _) => Then::Gone,
    };
    let mut ends = Vec::new();
    for month in axis.months.iter().filter(|&&month| month >= now) {
        // What was short the month before is gone now, whether or not this month is to be paid.
        if let Then::Lacks(_) = then {
            then = Then::Gone;
        }
        while unpaid.next_if(|own| own <= month).is_some() {
            then = after(then);
        }
        ends.push(then);
    }
    ends
}

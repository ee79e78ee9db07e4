//! The way of the money down: what was left at each month's end, and how it goes on for the active and for the whole
//! target.

use super::axis::Axis;
use super::budget::{Budget, Outlook};
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;

/// See the module. A point is days from the beginning of the axis, and rupiah left after them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Burndown {
    /// The months.
    pub axis: Axis,
    /// What was left, never below nothing: the last point is today's money at the end of the last paid month.
    pub happened: Vec<(i64, i128)>,
    /// How it goes on for those who are active.
    pub active: Ahead,
    /// How it would for the whole target.
    pub target: Ahead,
}

/// How the money goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ahead {
    /// From where it is now; nothing where no month is left or nothing costs.
    pub points: Vec<(i64, i128)>,
    /// The month in which it ends, if it does.
    pub ends: Option<Month>,
}

impl Burndown {
    /// Of the whole programme; `None` where what is left passes 28 digits.
    pub fn of(roster: &Roster, budget: &Budget) -> Option<Burndown> {
        let left = budget.left?.get().max(0);
        let axis = Axis::of(roster, roster.payments.iter().map(|payment| payment.month).min());
        // The money goes with the months it pays for, whenever the transfer was; bills count as gone.
        let gone_by = |month: Month| -> i128 {
            roster.payments.iter().filter(|payment| payment.through <= month).map(|payment| payment.amount.get()).sum()
        };
        let left_after = |month: Month| (budget.total.get() - gone_by(month)).max(0);
        let mut happened = vec![(0, left_after(axis.first().plus(-1)))];
        let paid = axis.months.iter().filter(|&&month| month < budget.first_unpaid);
        happened.extend(paid.map(|&month| (axis.end_of(month), left_after(month))));
        if let Some(last) = happened.last_mut() {
            last.1 = left;
        }
        let now = happened.last().map_or(0, |point| point.0);
        let ahead = |outlook: &Outlook| ahead(&axis, budget.first_unpaid, (now, left), outlook);
        let (active, target) = (ahead(&budget.active), ahead(&budget.target));
        Some(Burndown { axis, happened, active, target })
    }
}

fn ahead(axis: &Axis, first_unpaid: Month, now: (i64, i128), outlook: &Outlook) -> Ahead {
    let mut points = vec![now];
    let mut money = now.1;
    let mut ends = None;
    let Some(monthly) = outlook.monthly.map(Rupiah::get).filter(|&monthly| monthly > 0) else {
        return Ahead { points: Vec::new(), ends };
    };
    for &month in axis.months.iter().filter(|&&month| month >= first_unpaid) {
        let before = axis.end_of(month.plus(-1)).max(now.0);
        if money < monthly {
            // It ends where the money does.
            let part = (i128::from(axis.end_of(month) - before) * money / monthly) as i64;
            points.push((before + part, 0));
            ends = Some(month);
            break;
        }
        money -= monthly;
        points.push((axis.end_of(month), money));
    }
    if points.len() < 2 {
        points.clear();
    }
    Ahead { points, ends }
}

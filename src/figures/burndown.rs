//! The way of the money: what was left after each day on which some was paid or came back, to today; and from there on
//! how it goes down with the months still to pay, for the active and for the whole target.

use super::axis::Axis;
use super::budget::{Budget, Outlook, Runway};
use super::unpaid::{Unpaid, is_plausible};
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;

/// See the module. A point is days from the beginning of the axis, and rupiah left after them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Burndown {
    /// The months.
    pub axis: Axis,
    /// What was left, never below nothing: it falls on the day of a transfer, and the last point is what is left today,
    /// with the bills taken off.
    pub happened: Vec<(i64, i128)>,
    /// How it goes on for those who are active.
    pub active: Ahead,
    /// How it would for the whole target.
    pub target: Ahead,
}

/// How the money goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ahead {
    /// From where it is today; a month that is paid ahead costs nothing. Nothing where no day is left, or where it is not
    /// known what a month costs or it costs nothing.
    pub points: Vec<(i64, i128)>,
    /// The month in which it ends, if it does.
    pub ends: Option<Month>,
}

impl Burndown {
    /// Of the whole programme; `None` where what is left is not known or passes 28 digits.
    pub fn of(roster: &Roster, budget: &Budget) -> Option<Burndown> {
        let left = budget.left?.get().max(0);
        let axis = Axis::of(roster, first_month(roster, budget));
        let today = axis.day(roster.as_of());
        let happened = happened(roster, budget.total?.get(), &axis, today, left);
        let ahead = |outlook: &Outlook| ahead(&axis, budget.unpaid, (today, left), outlook);
        let nowhere = || Ahead { points: Vec::new(), ends: None };
        let (active, target) = (ahead(&budget.active), budget.target.as_ref().map_or_else(nowhere, ahead));
        Some(Burndown { axis, happened, active, target })
    }
}

/// The first month for which, or in which, anything was paid.
fn first_month(roster: &Roster, budget: &Budget) -> Option<Month> {
    let year = roster.program.fiscal_year;
    let paid_on = roster.payments.iter().filter_map(|payment| payment.paid_on).map(Month::of);
    let paid_on = paid_on.filter(|month| is_plausible(year, month.year())).min();
    budget.covered.first().into_iter().chain(paid_on).min()
}

/// From what there was before the axis to what is left today, step by step.
fn happened(roster: &Roster, total: i128, axis: &Axis, today: i64, left: i128) -> Vec<(i64, i128)> {
    // Day by day, so that a million payments make no more steps than there are days.
    let days = usize::try_from(today).unwrap_or(0);
    let mut gone = vec![0_i128; days + 1];
    for payment in &roster.payments {
        let Some(day) = payment.paid_on.filter(|day| *day <= roster.as_of()) else { continue };
        if let Some(own) = gone.get_mut(usize::try_from(axis.day(day)).unwrap_or(0).min(days)) {
            *own += payment.outgo().get();
        }
    }
    let mut points: Vec<(i64, i128)> = Vec::new();
    let mut step = |x: i64, level: i128| {
        let level = level.max(0);
        if let Some(&(last, before)) = points.last() {
            if last < x {
                points.push((x, before));
            }
            if level == before {
                return;
            }
        }
        points.push((x, level));
    };
    let mut level = total;
    for (x, gone) in (0..).zip(gone) {
        level -= gone;
        if gone != 0 || x == 0 {
            step(x, level);
        }
    }
    step(today, left);
    points
}

fn ahead(axis: &Axis, unpaid: Unpaid, now: (i64, i128), outlook: &Outlook) -> Ahead {
    let mut points = vec![now];
    let mut money = now.1;
    let mut ends = None;
    let known = matches!(outlook.runway, Runway::Lasts(_));
    let Some(monthly) = outlook.monthly.map(Rupiah::get).filter(|&monthly| monthly > 0 && known) else {
        return Ahead { points: Vec::new(), ends };
    };
    let last = axis.days();
    for month in unpaid.months().take_while(|month| axis.end_of(*month) <= last) {
        // Arrears are due today; the others in the course of their months.
        let [from, to] = [month.plus(-1), month].map(|month| axis.end_of(month).max(now.0));
        if points.last().is_some_and(|point| point.0 < from) {
            points.push((from, money));
        }
        if money < monthly {
            // It ends where the money does.
            let part = (i128::from(to - from) * money / monthly) as i64;
            points.push((from + part, 0));
            ends = Some(month);
            break;
        }
        money -= monthly;
        points.push((to, money));
    }
    if ends.is_none() && points.last().is_some_and(|point| point.0 < last) {
        points.push((last, money));
    }
    if points.len() < 2 {
        points.clear();
    }
    Ahead { points, ends }
}

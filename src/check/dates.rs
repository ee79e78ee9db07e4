//! A worker's dates: their order, ages at enrolment, and where the status in the file has fallen behind them.
//!
//! Dates are compared as the columns hold them, and the calendar is asked only where that leaves a doubt: of a million
//! workers, for a few thousand.

use crate::figures::unpaid::{is_plausible, plausible_years};
use crate::roster::calendar::{self, Day};
use crate::roster::columns::DayCode;
use crate::roster::finding::Rule;
use crate::roster::store::Worker;
use crate::roster::worker::{Standing, Status};
use crate::roster::{Roster, SOON};
use chrono::Datelike;

/// The youngest whom the programme may protect, in completed years.
const OF_AGE: u32 = 18;

/// What the rules about dates compare with, the same for everybody.
pub struct Bounds {
    today: DayCode,
    /// The first end of protection that can be meant, and the first after them.
    plausible: (DayCode, DayCode),
    /// The first end whose grace is not over soon; `None` where the calendar ends before.
    not_soon: Option<DayCode>,
    /// Who is so many days old, or older, is of age; who is fewer days old is below the limit.
    of_age: i32,
    below_limit: i32,
}

impl Bounds {
    /// Those of a roster.
    pub fn of(roster: &Roster) -> Bounds {
        let (as_of, months) = (roster.as_of(), roster.program.grace_months);
        let (first, last) = plausible_years(roster.program.fiscal_year);
        let soon = calendar::days_after(as_of, SOON);
        // The first day of a year, so that the calendar's own ends need no care.
        let from = |year: i32| DayCode::first(|day| day.year() >= year);
        Bounds {
            today: DayCode::first(|day| day >= as_of),
            plausible: (from(first), from(last.saturating_add(1))),
            not_soon: soon
                .map(|soon| DayCode::first(|until| calendar::months_after(until, months).is_none_or(|end| end > soon))),
            // A year has 365 or 366 days.
            of_age: i32::try_from(OF_AGE * 366).unwrap_or(i32::MAX),
            below_limit: i32::try_from(u64::from(roster.program.max_age) * 365).unwrap_or(0),
        }
    }
}

/// The findings about one worker's dates.
#[inline]
pub fn check(roster: &Roster, worker: Worker<'_>, bounds: &Bounds, found: &mut dyn FnMut(Rule)) {
    let days = roster.workers.days(worker.row);
    let [birth, registered, enrolled, until] = days;
    if days.iter().any(|day| day.is_odd()) {
        return by_calendar(roster, worker, found);
    }
    let mut newest = DayCode::NONE;
    let mut in_order = true;
    for day in [registered, enrolled, until] {
        if day.is_some() {
            in_order &= day >= newest && birth < day;
            newest = day;
        }
    }
    if !in_order {
        found(Rule::DateOrder);
    }
    let today = bounds.today;
    if birth > today || registered > today || enrolled > today {
        found(Rule::DateFuture);
    }
    if until.is_some() && (until < bounds.plausible.0 || until >= bounds.plausible.1) {
        found(Rule::DateUnlikely);
    }
    let status = worker.status();
    if status == Status::Active && !enrolled.is_some() {
        found(Rule::ActiveWithoutEnrolledOn);
    }
    if birth.is_some() {
        let days = if enrolled.is_some() { enrolled } else { today }.since(birth);
        let clear = today.is_odd() || days < bounds.of_age || days >= bounds.below_limit;
        if clear && days >= 0 {
            age(roster, worker, found);
        }
    }
    match roster.grace().standing(status, until) {
        Some(Standing::Inactive) if status == Status::Active => found(Rule::StatusStale),
        Some(Standing::Inactive) if until.is_some() && roster.grace().lasts(until) => found(Rule::StatusEarly),
        Some(Standing::Grace) if bounds.not_soon.is_some_and(|not_soon| until < not_soon) => found(Rule::LapsingSoon),
        _ => {}
    }
}

/// The findings about a worker's age at enrolment, else on the roster's date.
fn age(roster: &Roster, worker: Worker<'_>, found: &mut dyn FnMut(Rule)) {
    match worker.birth().and_then(|birth| calendar::age(birth, worker.enrolled().unwrap_or(roster.as_of()))) {
        Some(age) if age >= roster.program.max_age => found(Rule::AgeOverLimit),
        Some(age) if age < OF_AGE => found(Rule::AgeUnder18),
        _ => {}
    }
}

/// The same of a worker who has a date that two bytes do not hold: the rules as design.md §6 says them.
fn by_calendar(roster: &Roster, worker: Worker<'_>, found: &mut dyn FnMut(Rule)) {
    let as_of = roster.as_of();
    let (birth, registered, enrolled, until) = (worker.birth(), worker.registered(), worker.enrolled(), worker.until());
    let known: Vec<Day> = [registered, enrolled, until].into_iter().flatten().collect();
    let born_first = birth.is_none_or(|birth| known.iter().all(|&day| birth < day));
    if !born_first || !known.is_sorted() {
        found(Rule::DateOrder);
    }
    if [birth, registered, enrolled].into_iter().flatten().any(|day| day > as_of) {
        found(Rule::DateFuture);
    }
    if until.is_some_and(|until| !is_plausible(roster.program.fiscal_year, until.year())) {
        found(Rule::DateUnlikely);
    }
    if worker.status() == Status::Active && enrolled.is_none() {
        found(Rule::ActiveWithoutEnrolledOn);
    }
    age(roster, worker, found);
    match worker.standing() {
        Standing::Inactive if worker.status() == Status::Active => found(Rule::StatusStale),
        Standing::Inactive if worker.grace_until().is_some_and(|end| as_of <= end) => found(Rule::StatusEarly),
        Standing::Grace => {
            let soon = calendar::days_after(as_of, SOON);
            if worker.grace_until().zip(soon).is_some_and(|(end, soon)| end <= soon) {
                found(Rule::LapsingSoon);
            }
        }
        _ => {}
    }
}

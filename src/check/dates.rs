//! A worker's dates: their order, ages at enrolment, and where the status in the file has fallen behind them.

use crate::figures::unpaid::is_plausible;
use crate::roster::Roster;
use crate::roster::calendar;
use crate::roster::finding::Rule;
use crate::roster::store::Worker;
use crate::roster::worker::{Standing, Status};
use chrono::Datelike;

/// Days before the end of grace in which a lapse can still be prevented by the next payment.
const SOON: u64 = 31;

/// The findings about one worker's dates.
pub fn check(roster: &Roster, worker: Worker<'_>, found: &mut dyn FnMut(Rule)) {
    let as_of = roster.as_of();
    let (birth, registered, enrolled, until) = (worker.birth(), worker.registered(), worker.enrolled(), worker.until());
    let known: Vec<_> = [registered, enrolled, until].into_iter().flatten().collect();
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
    match birth.and_then(|birth| calendar::age(birth, enrolled.unwrap_or(as_of))) {
        Some(age) if age >= roster.program.max_age => found(Rule::AgeOverLimit),
        Some(age) if age < 18 => found(Rule::AgeUnder18),
        _ => {}
    }
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

//! The programme itself: payments against rates and list, budget, targets, and what of the file could not be used.

use crate::figures::budget::Budget;
use crate::figures::payments::PaidMonth;
use crate::figures::unpaid::{is_plausible, is_plausible_payment};
use crate::roster::Roster;
use crate::roster::finding::{Findings, Place, Rule};
use crate::roster::money::Rupiah;
use crate::roster::program::Segment;
use crate::roster::rows::RowSet;
use crate::roster::text::is_suspicious;
use crate::roster::worker::Standing;
use chrono::Datelike;

/// The findings that are about no worker.
pub fn check(roster: &Roster, paid_months: &[PaidMonth], findings: &mut Findings) {
    let budget = Budget::of(roster, None);
    for (place, payment) in budget.payments.iter().enumerate() {
        if payment.difference.is_some_and(|difference| difference != Rupiah::ZERO) {
            findings.place(Rule::PaymentMismatch, Place::Payment(place));
        }
    }
    for month in budget.covered.gaps(roster) {
        findings.place(Rule::PaymentGap, Place::Gap(month));
    }
    dates(roster, findings);
    if budget.payments_missing {
        findings.place(Rule::PaymentsMissing, Place::Program);
    }
    // A sum that no amount can hold is more than any budget.
    if budget.total.is_some() && budget.left.is_none_or(Rupiah::is_negative) {
        findings.place(Rule::BudgetExceeded, Place::Program);
    }
    let lacks = |segment: &Segment| !budget.has_rate(*segment);
    for segment in Segment::ALL.into_iter().filter(lacks) {
        findings.place(Rule::RateMissing, Place::Segment(segment));
    }
    let kept = roster.set_aside.kept().len();
    for place in 0..kept {
        findings.place(Rule::RowUnreadable, Place::SetAside(place));
    }
    findings.count_on(Rule::RowUnreadable, (roster.set_aside.count() - kept) as u64);
    for paid in paid_months.iter().filter(|paid| paid.paid_for != paid.listed) {
        findings.place(Rule::PaymentWorkers, Place::Month(paid.month));
    }
    targets(roster, findings);
    let texts = roster.groups.iter().map(|group| [&group.id, &group.name.id, &group.name.en]);
    for (place, texts) in texts.enumerate() {
        if texts.into_iter().any(|text| is_suspicious(text)) {
            findings.place(Rule::TextSuspicious, Place::Group(place));
        }
    }
    if is_suspicious(&roster.program.name) {
        findings.place(Rule::TextSuspicious, Place::Program);
    }
    for field in &roster.unknown_fields {
        findings.place(Rule::UnknownField, Place::Field(field.clone()));
    }
}

/// Years that cannot be meant: of payments, which then cover nothing or are booked on a wrong day, of the plan and of
/// claims.
fn dates(roster: &Roster, findings: &mut Findings) {
    let year = roster.program.fiscal_year;
    for (place, payment) in roster.payments.iter().enumerate() {
        if !is_plausible_payment(year, payment) {
            findings.place(Rule::PaymentDate, Place::PaymentDates(place));
        }
    }
    for (place, step) in roster.plan.iter().enumerate() {
        if !is_plausible(year, step.month.year()) {
            findings.place(Rule::DateUnlikely, Place::Planned(place));
        }
    }
    for (place, claim) in roster.claims.iter().enumerate() {
        if claim.date.is_some_and(|date| !is_plausible(year, date.year())) {
            findings.place(Rule::DateUnlikely, Place::Claim(place));
        }
    }
}

fn targets(roster: &Roster, findings: &mut Findings) {
    let targets: Vec<u64> = roster.groups.iter().filter_map(|group| group.target).collect();
    let sum = targets.iter().try_fold(0_u64, |sum, &target| sum.checked_add(target));
    // Where some groups have no target the rest of the programme's is theirs, unless the others take more than all.
    let every = targets.len() == roster.groups.len();
    let differs = |target: u64| if every { sum != Some(target) } else { sum.is_none_or(|sum| sum > target) };
    if !targets.is_empty() && roster.program.target.is_some_and(differs) {
        findings.place(Rule::GroupTargets, Place::Program);
    }
    let active = roster.index().standing(Standing::Active).within(&RowSet::all(roster.workers.len()));
    if roster.program.target.is_some_and(|target| active.count() > target) {
        findings.place(Rule::TargetExceeded, Place::Program);
    }
    for (place, (group, posting)) in roster.groups.iter().zip(&roster.index().groups).enumerate() {
        if group.target.is_some_and(|target| posting.count_in(&active) > target) {
            findings.place(Rule::TargetExceeded, Place::Group(place));
        }
    }
}

//! The programme itself: payments against rates and list, budget, targets, and what of the file could not be used.

use crate::figures::budget::Budget;
use crate::figures::payments::PaidMonth;
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::finding::{Findings, Place, Rule};
use crate::roster::money::Rupiah;
use crate::roster::program::Segment;
use crate::roster::rows::RowSet;
use crate::roster::text::is_suspicious;
use crate::roster::worker::Standing;

/// The findings that are about no worker.
pub fn check(roster: &Roster, paid_months: &[PaidMonth], findings: &mut Findings) {
    let budget = Budget::of(roster, None);
    for (place, payment) in budget.payments.iter().enumerate() {
        if payment.difference.is_some_and(|difference| difference != Rupiah::ZERO) {
            findings.place(Rule::PaymentMismatch, Place::Payment(place));
        }
    }
    // A sum that no amount can hold is more than any budget.
    if budget.left.is_none_or(Rupiah::is_negative) {
        findings.place(Rule::BudgetExceeded, Place::Program);
    }
    for segment in Segment::ALL {
        let of_workers = roster.index().segment(segment).count() > 0;
        let in_use = of_workers || roster.groups.iter().any(|group| group.segment == segment);
        if in_use && !roster.program.rates.covers(segment, Month::of(roster.as_of())) {
            findings.place(Rule::RateMissing, Place::Segment(segment));
        }
    }
    for place in 0..roster.set_aside.len() {
        findings.place(Rule::RowUnreadable, Place::SetAside(place));
    }
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

fn targets(roster: &Roster, findings: &mut Findings) {
    let targets: Vec<u64> = roster.groups.iter().filter_map(|group| group.target).collect();
    let sum = targets.iter().try_fold(0_u64, |sum, &target| sum.checked_add(target));
    // Where some groups have no target the rest of the programme's is theirs, unless the others take more than all.
    let every = targets.len() == roster.groups.len();
    let differs =
        if every { sum != Some(roster.program.target) } else { sum.is_none_or(|sum| sum > roster.program.target) };
    if !targets.is_empty() && differs {
        findings.place(Rule::GroupTargets, Place::Program);
    }
    let active = roster.index().standing(Standing::Active).within(&RowSet::all(roster.workers.len()));
    if active.count() > roster.program.target {
        findings.place(Rule::TargetExceeded, Place::Program);
    }
    for (place, (group, posting)) in roster.groups.iter().zip(&roster.index().groups).enumerate() {
        if group.target.is_some_and(|target| posting.count_in(&active) > target) {
            findings.place(Rule::TargetExceeded, Place::Group(place));
        }
    }
}

//! The audit: what in a roster is wrong, probably wrong, or worth knowing. The rules' names and severities are
//! [`Rule`]; here stands when each holds, one file a family. A finding never changes a figure.
//!
//! Whatever shows a roster takes an [`Audited`], so that one nobody audited cannot be shown.

mod claims;
mod dates;
mod dead;
pub mod expected;
mod identity;
mod programme;

pub use dead::{dead, says_dead};

use crate::figures::payments::{PaidMonth, paid_months};
use crate::roster::Roster;
use crate::roster::columns::Held;
use crate::roster::cores;
use crate::roster::finding::{Findings, Rule};
use crate::roster::rows::Row;
use crate::roster::store::Worker;
use crate::roster::text::is_suspicious;
use crate::roster::worker::Standing;
use std::ops::Deref;
use std::sync::Arc;

/// A roster with its findings: one reading, cheap to hand on.
#[derive(Clone, Debug)]
pub struct Audited {
    roster: Arc<Roster>,
    paid_months: Arc<[PaidMonth]>,
}

impl Audited {
    /// The roster alone, for figures that keep it.
    pub fn shared(&self) -> &Arc<Roster> {
        &self.roster
    }

    /// Whether both are the same reading: only then a row of one is the same row of the other.
    pub fn is(&self, other: &Audited) -> bool {
        Arc::ptr_eq(&self.roster, &other.roster)
    }

    /// Workers paid for and workers listed, month by month.
    pub fn paid_months(&self) -> &[PaidMonth] {
        &self.paid_months
    }
}

impl Deref for Audited {
    type Target = Roster;

    fn deref(&self) -> &Roster {
        &self.roster
    }
}

/// Audits a roster and leaves the findings in it, where the filter can ask for them.
pub fn audit(mut roster: Roster) -> Audited {
    let paid_months = paid_months(&roster);
    roster.findings = findings(&roster, &paid_months);
    Audited { roster: Arc::new(roster), paid_months: paid_months.into() }
}

fn findings(roster: &Roster, paid_months: &[PaidMonth]) -> Findings {
    let duplicates = identity::Duplicates::of(roster);
    let (issuers, bounds) = (identity::Issuers::of(roster), dates::Bounds::of(roster));
    let parts = cores::in_parts(roster.workers.len(), |rows| {
        let mut findings = Findings::default();
        let mut births = identity::Births::new();
        for worker in rows.map(|row| roster.worker(row as Row)) {
            let mut found = |rule: Rule| findings.worker(rule, worker.row);
            identity::check(roster, worker, (&duplicates, &issuers), &mut births, &mut found);
            dates::check(roster, worker, &bounds, &mut found);
            listing(roster, worker, &mut found);
        }
        findings
    });
    let mut findings = Findings::default();
    parts.into_iter().for_each(|part| findings.append(part));
    let of_programme = || {
        let mut findings = Findings::default();
        programme::check(roster, paid_months, &mut findings);
        claims::check(roster, &mut findings);
        findings
    };
    let (of_programme, suspicious) = cores::both(roster.workers.len(), of_programme, || suspicious(roster));
    suspicious.into_iter().for_each(|row| findings.worker(Rule::TextSuspicious, row));
    findings.append(of_programme);
    identity::pair(roster, &mut findings);
    findings
}

/// What a list must say of everybody.
#[inline]
fn listing(roster: &Roster, worker: Worker<'_>, found: &mut dyn FnMut(Rule)) {
    if worker.folded_name().is_empty() {
        found(Rule::NameMissing);
    }
    if worker.group_index().is_none() {
        found(Rule::OccupationUnknown);
    }
    if worker.district().is_none() {
        found(Rule::DistrictMissing);
    }
    if worker.spells_otherwise() {
        found(Rule::PlaceSpelling);
    }
    match roster.workers.kpj_number(worker.row) {
        Held::Text(Some(_)) => {}
        Held::NotText | Held::Text(None) => found(Rule::KpjFormat),
        Held::Missing if matches!(worker.standing(), Standing::Active | Standing::Grace) => found(Rule::KpjMissing),
        Held::Missing => {}
    }
}

/// Rows with hidden characters in any of their texts. Only texts of unusual form can hold one, and the columns keep
/// those apart.
fn suspicious(roster: &Roster) -> Vec<Row> {
    let store = &roster.workers;
    let mut rows: Vec<Row> = Vec::new();
    let odd = store.odd_texts();
    rows.extend(odd.filter(|(_, text)| is_suspicious(text)).map(|(row, _)| row));
    if store.shared_texts().any(is_suspicious) {
        let shared = |worker: &Worker<'_>| store.shared_texts_of(worker.row).any(is_suspicious);
        rows.extend(roster.iter().filter(shared).map(|worker| worker.row));
    }
    rows.sort_unstable();
    rows.dedup();
    rows
}

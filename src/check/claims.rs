//! Claims that BPJS paid against the list: of whom nobody knows, paid twice, or of the dead whom the file calls active
//! (their contribution would be paid on).

use crate::roster::Roster;
use crate::roster::calendar::Day;
use crate::roster::finding::{Findings, Place, Rule};
use crate::roster::program::{Claim, Scheme};
use crate::roster::rows::Row;
use crate::roster::text::fold;
use crate::roster::worker::Status;
use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};

/// The findings about claims.
pub fn check(roster: &Roster, findings: &mut Findings) {
    if roster.claims.is_empty() {
        return;
    }
    let claimed: Vec<Option<String>> = roster.claims.iter().map(|claim| claim.worker.as_deref().map(fold)).collect();
    let rows = rows_of(roster, &claimed);
    let mut seen: HashSet<(&str, Scheme, Option<Day>)> = HashSet::new();
    let mut deceased: Vec<Row> = Vec::new();
    for (place, (claim, worker)) in roster.claims.iter().zip(&claimed).enumerate() {
        let Some(worker) = worker else { continue };
        let own = rows.get(worker.as_str()).map_or(&[][..], Vec::as_slice);
        if own.is_empty() {
            findings.place(Rule::ClaimWorker, Place::Claim(place));
        }
        if key(claim).is_some_and(|day| !seen.insert((worker, claim.scheme, day))) {
            findings.place(Rule::ClaimDuplicate, Place::Claim(place));
        }
        if is_death(claim, roster.as_of()) {
            deceased.extend(own.iter().filter(|&&row| roster.workers.status(row) == Status::Active));
        }
    }
    deceased.sort_unstable();
    deceased.dedup();
    deceased.into_iter().for_each(|row| findings.worker(Rule::DeceasedActive, row));
}

/// Whether it says that somebody has died by that day.
pub(super) fn is_death(claim: &Claim, day: Day) -> bool {
    claim.scheme == Scheme::Jkm && claim.date.is_none_or(|date| date <= day)
}

/// What makes a second claim of a worker and scheme the same one: nobody dies twice, and an accident has its day.
/// `None` where that is not known.
fn key(claim: &Claim) -> Option<Option<Day>> {
    match claim.scheme {
        Scheme::Jkm => Some(None),
        Scheme::Jkk => claim.date.map(Some),
    }
}

/// The rows of each worker who is claimed for, by folded id. Ids are first looked for as they are spelt, which needs no
/// text of the others; only what is not found so is looked for by its fold.
pub(super) fn rows_of<'a>(roster: &Roster, claimed: &'a [Option<String>]) -> HashMap<&'a str, Vec<Row>> {
    let mut rows: HashMap<&str, Vec<Row>> = HashMap::new();
    let spelt = roster
        .claims
        .iter()
        .zip(claimed)
        .filter_map(|(claim, folded)| Some((roster.workers.id_key(claim.worker.as_deref()?)?, folded.as_deref()?)));
    let keys: HashMap<u64, &str, RandomState> = spelt.collect();
    for row in 0..roster.workers.len() as Row {
        if let Some(worker) = roster.workers.id_key_of(row).and_then(|key| keys.get(&key)) {
            rows.entry(worker).or_default().push(row);
        }
    }
    let left: HashSet<&str> =
        claimed.iter().flatten().map(String::as_str).filter(|id| !rows.contains_key(id)).collect();
    if !left.is_empty() {
        for worker in roster.iter() {
            if let Some(id) = worker.id().map(|id| fold(&id)).and_then(|id| left.get(id.as_str()).copied()) {
                rows.entry(id).or_default().push(worker.row);
            }
        }
    }
    rows
}

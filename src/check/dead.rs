//! Who has died: by a JKM claim, or by the reason that somebody wrote. No rule of the audit: to have died is no fault of a
//! row. A list of leavers is not for them: their families claim JKM, which nobody has who is reported as having left.

use super::claims::{is_death, rows_of};
use crate::roster::Roster;
use crate::roster::rows::RowSet;
use crate::roster::text::fold;

/// Words that say it, as whole words: `meninggalkan` is to leave a place.
const WORDS: [&str; 12] = [
    "meninggal",
    "wafat",
    "almarhum",
    "almarhumah",
    "alm",
    "almh",
    "mati",
    "kematian",
    "died",
    "dead",
    "death",
    "deceased",
];

/// Whether a text that somebody wrote says so of a person.
pub fn says_dead(text: &str) -> bool {
    fold(text).split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// The workers who have died by the roster's date.
pub fn dead(roster: &Roster) -> RowSet {
    let mut dead = RowSet::filter(roster.workers.len(), |row| roster.workers.reason(row).is_some_and(says_dead));
    let deaths = roster.claims.iter().map(|claim| {
        let worker = claim.worker.as_deref().filter(|_| is_death(claim, roster.as_of()));
        worker.map(fold)
    });
    let deaths: Vec<Option<String>> = deaths.collect();
    rows_of(roster, &deaths).values().flatten().for_each(|row| dead.insert(*row));
    dead
}

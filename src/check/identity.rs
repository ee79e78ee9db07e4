//! NIK and KPJ: their form, what a NIK says of its holder, and numbers or people that stand on two rows
//! (domain.md §3). A NIK never changes, neither on moving nor when a birth date is corrected: only its form is an
//! error, what it says is a warning or a note.

use crate::roster::Roster;
use crate::roster::calendar::Day;
use crate::roster::columns::Held;
use crate::roster::finding::{Findings, Rule};
use crate::roster::nik;
use crate::roster::rows::{Row, RowSet};
use crate::roster::store::Worker;
use crate::roster::worker::Sex;
use chrono::Datelike;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

/// Whether a text is so many ASCII digits.
pub fn digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The birth date and the sex that a worker's NIK says; `None` where it says none.
pub fn said(worker: Worker<'_>, as_of: Day) -> Option<(Day, Sex)> {
    let Held::Text(nik) = worker.nik() else { return None };
    let said = Some(nik.reveal()).filter(|nik| digits(nik, 16)).and_then(|nik| nik::read(nik, as_of))?;
    Some((Day::from_ymd_opt(said.year, said.month, said.day)?, said.sex))
}

/// Which numbers and people stand on more than one row.
pub struct Duplicates {
    niks: RowSet,
    kpjs: RowSet,
    people: RowSet,
}

impl Duplicates {
    /// Finds them in a roster.
    pub fn of(roster: &Roster) -> Duplicates {
        let store = &roster.workers;
        let rows = || 0..store.len() as Row;
        let numbers = |key: &(dyn Fn(Row) -> Option<u64> + Sync)| {
            let twice = repeated(rows().filter_map(key));
            RowSet::filter(store.len(), |row| key(row).is_some_and(|key| twice.contains(&key)))
        };
        let hasher = RandomState::new();
        let person = |row: Row| {
            let worker = roster.worker(row);
            let birth = worker.birth()?;
            let name = worker.folded_name();
            (!name.is_empty()).then(|| hasher.hash_one((name, birth)))
        };
        let twice = repeated(rows().filter_map(person));
        let mut people: HashMap<(&str, Day), Vec<Row>> = HashMap::new();
        for row in rows().filter(|&row| person(row).is_some_and(|key| twice.contains(&key))) {
            let worker = roster.worker(row);
            if let Some(birth) = worker.birth() {
                people.entry((worker.folded_name(), birth)).or_default().push(row);
            }
        }
        let mut doubled = RowSet::none(store.len());
        for rows in people.values().filter(|rows| rows.len() > 1) {
            let keys: Vec<Option<u64>> = rows.iter().map(|&row| store.nik_key(row)).collect();
            for (row, own) in rows.iter().zip(&keys) {
                let others = keys.iter().filter(|other| other.is_none() || *other != own).count();
                if others > usize::from(own.is_none()) {
                    doubled.insert(*row);
                }
            }
        }
        Duplicates {
            niks: numbers(&|row| store.nik_key(row)),
            kpjs: numbers(&|row| store.kpj_key(row)),
            people: doubled,
        }
    }
}

/// The keys that come more than once. Sorting the keys alone takes half the memory of a table of them.
fn repeated(keys: impl Iterator<Item = u64>) -> HashSet<u64> {
    let mut keys: Vec<u64> = keys.collect();
    keys.sort_unstable();
    keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect()
}

/// The findings about one worker's numbers.
pub fn check(roster: &Roster, worker: Worker<'_>, duplicates: &Duplicates, found: &mut dyn FnMut(Rule)) {
    for (rows, rule) in [
        (&duplicates.niks, Rule::NikDuplicate),
        (&duplicates.kpjs, Rule::KpjDuplicate),
        (&duplicates.people, Rule::PersonDuplicate),
    ] {
        if rows.contains(worker.row) {
            found(rule);
        }
    }
    let nik = match worker.nik() {
        Held::Missing => return found(Rule::NikMissing),
        Held::NotText => return found(Rule::NikFormat),
        Held::Text(nik) if !digits(nik.reveal(), 16) => return found(Rule::NikFormat),
        Held::Text(nik) => nik,
    };
    let Some(said) = nik::read(nik.reveal(), roster.as_of()) else {
        return found(Rule::NikImpossible);
    };
    let born = |birth: Day| (birth.day(), birth.month(), birth.year().rem_euclid(100));
    if worker.birth().is_some_and(|birth| born(birth) != (said.day, said.month, said.year.rem_euclid(100))) {
        found(Rule::NikBirthDate);
    }
    if worker.sex().is_some_and(|sex| sex != said.sex) {
        found(Rule::NikSex);
    }
    let region = &roster.program.region;
    let mut codes = region.code.iter().chain(&region.former_codes).map(|code| code.replace('.', "")).peekable();
    if codes.peek().is_some() && !codes.any(|code| nik.reveal().starts_with(&code)) {
        found(Rule::NikRegion);
    }
}

/// Puts the rows of one number, or of one person, side by side for those who read them.
pub fn pair(roster: &Roster, findings: &mut Findings) {
    let store = &roster.workers;
    let name = |row: Row| roster.worker(row).folded_name();
    findings.pair(Rule::NikDuplicate, |rows| rows.sort_by_key(|&row| store.nik_key(row)));
    findings.pair(Rule::KpjDuplicate, |rows| rows.sort_by_key(|&row| store.kpj_key(row)));
    findings.pair(Rule::PersonDuplicate, |rows| {
        let birth = |row: Row| roster.worker(row).birth();
        rows.sort_by(|&a, &b| name(a).cmp(name(b)).then(birth(a).cmp(&birth(b))));
    });
}

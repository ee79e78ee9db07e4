//! NIK and KPJ: their form, what a NIK says of its holder, and numbers or people that stand on two rows
//! (domain.md §3). A NIK never changes, neither on moving nor when a birth date is corrected: only its form is an
//! error, what it says is a warning or a note.

use crate::roster::Roster;
use crate::roster::calendar::Day;
use crate::roster::columns::{ByDay, Held};
use crate::roster::cores;
use crate::roster::finding::{Findings, Rule};
use crate::roster::nik;
use crate::roster::repeated::repeated;
use crate::roster::rows::{Row, RowSet};
use crate::roster::store::Worker;
use crate::roster::worker::Sex;
use chrono::Datelike;
use foldhash::quality::RandomState;
use std::collections::HashMap;
use std::hash::BuildHasher;

/// The birth date and the sex that a worker's NIK says; `None` where it says none.
pub fn said(worker: Worker<'_>, as_of: Day) -> Option<(Day, Sex)> {
    let Held::Text(nik) = worker.nik() else { return None };
    let said = nik::read(nik.reveal(), as_of)?;
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
        let set = |found: Vec<(u64, Row)>| {
            let mut rows = RowSet::none(store.len());
            found.into_iter().for_each(|(_, row)| rows.insert(row));
            rows
        };
        let niks = || set(repeated(store.len(), |row| store.nik_key(row)));
        let kpjs = || set(repeated(store.len(), |row| store.kpj_key(row)));
        let (people, (niks, kpjs)) = cores::both(store.len(), || people(roster), || (niks(), kpjs()));
        Duplicates { niks, kpjs, people }
    }
}

/// The rows of one folded name and one birth date of whom another one cannot be told apart by NIK.
fn people(roster: &Roster) -> RowSet {
    let store = &roster.workers;
    let hasher = RandomState::default();
    let key = |row: Row| {
        let birth = store.days(row)[0];
        let name = roster.worker(row).folded_name();
        (birth.is_some() && !name.is_empty()).then(|| hasher.hash_one((name.as_bytes(), birth)))
    };
    let mut doubled = RowSet::none(store.len());
    for alike in repeated(store.len(), key).chunk_by(|a, b| a.0 == b.0) {
        // Who has the same key is nearly always the same person, and one who has it by chance is not.
        let mut people: HashMap<(&str, Option<Day>), Vec<Row>> = HashMap::new();
        for &(_, row) in alike {
            let worker = roster.worker(row);
            people.entry((worker.folded_name(), worker.birth())).or_default().push(row);
        }
        for rows in people.values().filter(|rows| rows.len() > 1) {
            // Unless one NIK is everybody's, each of them has another one beside him whose NIK is not his.
            let mut niks = rows.iter().map(|&row| store.nik_key(row));
            let first = niks.next().flatten();
            if first.is_none() || niks.any(|nik| nik != first) {
                rows.iter().for_each(|&row| doubled.insert(row));
            }
        }
    }
    doubled
}

/// What the rules about a worker's numbers compare with, the same for everybody.
pub struct Issuers {
    /// The beginnings of NIKs that the region issues: each as a number, and by what a NIK is divided to have it.
    codes: Vec<(u64, u64)>,
    /// Whether the region is known at all.
    known: bool,
}

impl Issuers {
    /// Those of a roster.
    pub fn of(roster: &Roster) -> Issuers {
        let region = &roster.program.region;
        let codes = region.code.iter().chain(&region.former_codes).map(|code| code.replace('.', ""));
        let plain = codes.clone().filter(|code| code.len() <= 16 && code.bytes().all(|byte| byte.is_ascii_digit()));
        let number = |code: String| {
            let rest = u32::try_from(16 - code.len()).ok()?;
            Some((if code.is_empty() { 0 } else { code.parse().ok()? }, 10_u64.pow(rest)))
        };
        Issuers { codes: plain.filter_map(number).collect(), known: codes.count() > 0 }
    }

    #[inline]
    fn issued(&self, nik: u64) -> bool {
        !self.known || self.codes.iter().any(|&(code, rest)| nik / rest == code)
    }
}

/// What a birth date is to the rules, worked out once for each that occurs: the digits that a NIK has for it, if a NIK that
/// has them can be.
pub type Births = ByDay<Option<u32>>;

/// The findings about one worker's numbers.
#[inline]
pub fn check(
    roster: &Roster,
    worker: Worker<'_>,
    (duplicates, issuers): (&Duplicates, &Issuers),
    births: &mut Births,
    found: &mut dyn FnMut(Rule),
) {
    for (rows, rule) in [
        (&duplicates.niks, Rule::NikDuplicate),
        (&duplicates.kpjs, Rule::KpjDuplicate),
        (&duplicates.people, Rule::PersonDuplicate),
    ] {
        if rows.contains(worker.row) {
            found(rule);
        }
    }
    let nik = match roster.workers.nik_number(worker.row) {
        Held::Missing => return found(Rule::NikMissing),
        Held::NotText | Held::Text(None) => return found(Rule::NikFormat),
        Held::Text(Some(nik)) => nik,
    };
    let parts = nik::Parts::of(nik);
    let birth = roster.workers.days(worker.row)[0];
    let born = births.get(birth, || {
        // 29 February is in another year, a future day no day at all: those are left to the calendar.
        let birth =
            worker.birth().filter(|birth| *birth <= roster.as_of() && (birth.day(), birth.month()) != (29, 2))?;
        Some(nik::born(birth))
    });
    if !(parts.is_issued() && born.is_some_and(|born| parts.is_born(born))) {
        if parts.said(roster.as_of()).is_none() {
            return found(Rule::NikImpossible);
        }
        if worker.birth().is_some_and(|birth| !parts.is_born(nik::born(birth))) {
            found(Rule::NikBirthDate);
        }
    }
    if worker.sex().is_some_and(|sex| sex != parts.sex()) {
        found(Rule::NikSex);
    }
    if !issuers.issued(nik) {
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

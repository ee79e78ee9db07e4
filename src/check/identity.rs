//! NIK and KPJ: their form, what a NIK says of its holder, and numbers or people that stand on two rows
//! (domain.md §3). A NIK never changes, neither on moving nor when a birth date is corrected: only its form is an
//! error, what it says is a warning or a note.

use crate::roster::Roster;
use crate::roster::calendar::Day;
use crate::roster::columns::Held;
use crate::roster::finding::{Findings, Rule};
use crate::roster::rows::{Row, RowSet};
use crate::roster::store::Worker;
use crate::roster::worker::Sex;
use chrono::Datelike;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

/// Province codes of the home ministry, and 54 for the former Timor Timur (domain.md §3).
const PROVINCES: [u8; 39] = [
    11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 72, 73, 74,
    75, 76, 81, 82, 91, 92, 93, 94, 95, 96,
];

/// Whether a text is so many ASCII digits.
pub fn digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What the digits of a NIK say.
struct Said {
    day: u32,
    month: u32,
    year: i32,
    sex: Sex,
}

/// Reads a NIK of 16 digits; `None` if it names no province or no day, or has the serial 0000.
fn read(nik: &str, as_of: Day) -> Option<Said> {
    let number = |from: usize, to: usize| nik.get(from..to)?.parse::<u32>().ok();
    let province = number(0, 2)?;
    if !PROVINCES.iter().any(|&known| u32::from(known) == province) || number(12, 16)? == 0 {
        return None;
    }
    let (day, month, short) = (number(6, 8)?, number(8, 10)?, number(10, 12)?);
    let (day, sex) = if day > 40 { (day - 40, Sex::Female) } else { (day, Sex::Male) };
    let century = as_of.year() - as_of.year().rem_euclid(100);
    let year = century + i32::try_from(short).ok()?;
    // Two digits of a year mean the latest that is not in the future.
    let this = Day::from_ymd_opt(year, month, day).filter(|birth| *birth <= as_of);
    let birth = this.or_else(|| Day::from_ymd_opt(year - 100, month, day).filter(|_| year >= as_of.year()))?;
    Some(Said { day, month, year: birth.year(), sex })
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
        let numbers = |key: &(dyn Fn(Row) -> Option<u64> + Sync), proper: &(dyn Fn(Worker<'_>) -> bool + Sync)| {
            let twice = repeated(rows().filter_map(key));
            RowSet::filter(store.len(), |row| {
                key(row).is_some_and(|key| twice.contains(&key)) && proper(roster.worker(row))
            })
        };
        let hasher = RandomState::new();
        let person = |row: Row| {
            let worker = roster.worker(row);
            let birth = worker.birth()?;
            let name = worker.folded_name();
            (!name.trim().is_empty()).then(|| hasher.hash_one((name, birth)))
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
            niks: numbers(
                &|row| store.nik_key(row),
                &|worker| matches!(worker.nik(), Held::Text(nik) if digits(nik.reveal(), 16)),
            ),
            kpjs: numbers(
                &|row| store.kpj_key(row),
                &|worker| matches!(worker.kpj(), Held::Text(kpj) if digits(kpj.reveal(), 11)),
            ),
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
    let Some(said) = read(nik.reveal(), roster.as_of()) else {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::calendar::parse_day;

    #[test]
    fn a_nik_names_a_province_a_day_and_a_serial() {
        for (nik, possible) in [
            ("9671004203810001", true),
            ("9271003112990001", true),
            ("5400000101700001", true),
            ("9971000101700001", false),
            ("9671003202810001", false),
            ("9671007202810001", false),
            ("9671002902810001", false),
            ("9671002902800001", true),
            ("9671006902000001", true),
            ("9671004203810000", false),
            ("9671000001810001", false),
            ("9671004003810001", false),
        ] {
            let as_of = parse_day("2024-08-30").unwrap_or_default();
            assert_eq!(read(nik, as_of).is_some(), possible, "{nik}");
        }
    }

    #[test]
    fn two_digits_of_a_year_are_never_in_the_future() {
        let as_of = parse_day("2024-08-30").unwrap_or_default();
        let year = |nik| read(nik, as_of).map(|said| said.year);
        assert_eq!(year("9671003008240001"), Some(2024));
        assert_eq!(year("9671003108240001"), Some(1924));
        assert_eq!(year("9671003108810001"), Some(1981));
    }
}

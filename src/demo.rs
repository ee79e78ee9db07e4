//! The synthetic roster: Kota Sorong in 2024, and the same city at any other size, date and seed. No person in it
//! exists: every NIK has the sub-district 00, which no office has ever issued.
//!
//! `story` says how many workers there are of what, as exact numbers; everything else only decides *who* they are.
//! A roster of few workers is an example of the format, to be read by people: in it stand the fields too that no city
//! needs, and no other figure or finding for it.
//! A row is a pure function of its number, so that millions are written one by one and nothing is kept of them:
//!
//! ```text
//! row number ─ permutation ─► place: standing, group, course of months, fault   (rows.rs, story.rs, faults.rs)
//!                             └─► person: birth date, sex, name, NIK            (people.rs, names.rs)
//!                             └─► district, village, decile, dates, phone       (rows.rs, city.rs)
//! ```

mod chance;
mod city;
mod earlier;
mod faults;
mod ledger;
mod names;
mod people;
mod rows;
mod story;

use crate::roster::aside::Aside;
use crate::roster::calendar::{Day, Month, days_after};
use crate::roster::cores;
use crate::roster::json::{self, Document};
use crate::roster::store::Store;
use crate::roster::{Parts, Roster};
use rows::Rows;
use std::io::{self, Write};
use std::ops::{Range, RangeInclusive};
use story::Story;

/// Which roster to make. The default is the built-in one, `fixtures/sorong-2024.json`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// How many workers. Groups, standings, months, faults, targets, plan and budget keep their proportions.
    pub workers: u64,
    /// Decides who the workers are, and no count.
    pub seed: u64,
    /// "Today". The story moves by whole months with it: enrolments, payments, coverage and plan lie as far from its
    /// month as they do from August 2024, the fiscal year is its year, and births keep their distance from the day.
    /// A day of its month that has not come yet holds back whatever would lie behind it.
    pub as_of: Day,
}

impl Options {
    /// The years that `as_of` may lie in; any other is held back to the nearest day of them, because births and plans
    /// around it would leave the calendar.
    pub const YEARS: RangeInclusive<i32> = 2000..=9900;
}

impl Default for Options {
    /// Kota Sorong on 30 August 2024.
    fn default() -> Options {
        let august = Month::new(2024, 8).map(Month::first_day).unwrap_or_default();
        Options { workers: story::WORKERS, seed: 19_336, as_of: days_after(august, 29).unwrap_or(august) }
    }
}

/// Writes the roster, one worker a line; the same options always write the same bytes.
pub fn write(out: &mut dyn Write, options: &Options) -> io::Result<()> {
    let story = Story::new(options);
    let rows = Rows::new(&story);
    let document = Document {
        synthetic: true,
        program: &ledger::program(&story),
        groups: &ledger::groups(&story),
        payments: Some(&ledger::payments(&story)),
        plan: &ledger::plan(&story),
        claims: &ledger::claims(&story, &rows),
        districts: &ledger::districts(&story),
        history: &ledger::history(&story),
    };
    json::write(out, &document, rows.iter())
}

/// Writes the same city as it stood at the end of the month before: to compare with.
pub fn write_earlier(out: &mut dyn Write, options: &Options) -> io::Result<()> {
    earlier::write(out, options)
}

/// The roster that [`write`] writes, as reading it would make it: without its six megabytes of text, which would have to
/// lie in the binary, or be made only to be read. `None` where four gigabytes of names would be full.
pub fn roster(options: &Options) -> Option<Roster> {
    let story = Story::new(options);
    let rows = Rows::new(&story);
    // A row is a function of its number: two halves are made at once.
    let part = |part: Range<u64>| {
        let mut store = Store::default();
        rows.some(part).all(|record| store.push(&record)).then_some(store)
    };
    let half = story.workers / 2;
    let (first, second) = cores::both(story.workers as usize, || part(0..half), || part(half..story.workers));
    let mut workers = first?;
    if !workers.append(second?) {
        return None;
    }
    Some(Roster::seal(Parts {
        synthetic: true,
        program: ledger::program(&story),
        groups: ledger::groups(&story),
        workers,
        payments: ledger::payments(&story),
        payments_known: true,
        plan: ledger::plan(&story),
        claims: ledger::claims(&story, &rows),
        districts: ledger::districts(&story),
        history: ledger::history(&story),
        set_aside: Aside::default(),
        unknown_fields: Vec::new(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::calendar::{age, parse_day};
    use crate::roster::columns::Held;
    use crate::roster::program::Payment;
    use crate::roster::same;
    use crate::roster::worker::{Record, Standing};
    use std::collections::{HashMap, HashSet};

    fn day(text: &str) -> Day {
        parse_day(text).unwrap_or_else(|| unreachable!("{text} is a date of this test"))
    }

    fn written(options: &Options) -> Vec<u8> {
        let mut bytes = Vec::new();
        assert!(write(&mut bytes, options).is_ok(), "memory takes everything");
        bytes
    }

    fn read(options: &Options) -> Roster {
        let bytes = written(options);
        let read = json::read(&mut bytes.as_slice(), &mut |_| ());
        read.unwrap_or_else(|error| unreachable!("the demonstration roster is readable: {error:?}"))
    }

    fn records(options: &Options) -> Vec<Record<'static>> {
        let story = Story::new(options);
        let rows = Rows::new(&story);
        rows.iter().collect()
    }

    #[test]
    fn the_same_options_write_the_same_bytes() {
        let options = Options { workers: 500, ..Options::default() };
        assert_eq!(written(&options), written(&options));
        assert_ne!(written(&options), written(&Options { seed: 1, ..options }));
    }

    #[test]
    fn every_size_has_exactly_its_workers_and_the_proportions_of_the_story() {
        for workers in [0, 1, 2, 7, 60, 999, 17_640, 40_000] {
            let options = Options { workers, ..Options::default() };
            let roster = read(&options);
            assert!(roster.set_aside.count() == 0 && roster.unknown_fields.is_empty());
            assert_eq!(roster.workers.len() as u64, workers);
            let (day, grace) = (roster.as_of(), roster.program.grace_months);
            let mut counts = HashMap::new();
            for record in records(&options) {
                let standing = Standing::on(day, record.status, record.until, grace);
                *counts.entry(standing).or_insert(0_u64) += 1;
            }
            for (standing, whole) in story::STANDINGS {
                let exact = *whole as f64 * workers as f64 / story::WORKERS as f64;
                let count = counts.get(standing).copied().unwrap_or(0) as f64;
                assert!((count - exact).abs() <= 8.0, "{standing:?} of {workers}: {count}, not {exact}");
            }
            let targets: u64 = roster.groups.iter().filter_map(|group| group.target).sum();
            assert_eq!(Some(targets), roster.program.target, "groups' targets of {workers}");
        }
    }

    #[test]
    fn payments_pay_for_the_rows_at_any_size_and_date() {
        for (workers, as_of) in
            [(0, "2024-08-30"), (3, "2024-08-30"), (997, "2025-02-01"), (5_000, "2030-03-31"), (17_640, "2024-02-29")]
        {
            let options = Options { workers, as_of: day(as_of), ..Options::default() };
            let roster = read(&options);
            let records = records(&options);
            for month in roster.payments.iter().map(|payment| payment.month).collect::<HashSet<_>>() {
                let end = month.last_day();
                let here = |payment: &&Payment| (payment.month..=payment.through).contains(&month);
                let paid: u64 = roster.payments.iter().filter(here).filter_map(|p| p.workers).sum();
                let protected = |record: &&Record<'_>| {
                    record.enrolled.is_some_and(|day| day <= end) && record.until.is_none_or(|until| until >= end)
                };
                assert_eq!(records.iter().filter(protected).count() as u64, paid, "{workers} on {as_of}, {month}");
            }
            assert!(roster.payments.iter().filter_map(|payment| payment.paid_on).all(|paid| paid <= options.as_of));
            assert!(roster.claims.iter().filter_map(|claim| claim.date).all(|date| date <= options.as_of));
        }
    }

    #[test]
    fn nobody_is_met_twice_but_where_a_fault_says_so() {
        for (workers, seed) in [(17_640, 19_336), (17_640, 7), (100_000, 1)] {
            let options = Options { workers, seed, ..Options::default() };
            let (mut niks, mut kpjs, mut people) = (HashSet::new(), HashSet::new(), HashSet::new());
            let (mut nik_twice, mut kpj_twice, mut person_twice) = (0, 0, 0);
            for record in records(&options) {
                if let Held::Text(nik) = &record.nik {
                    assert_eq!(nik.get(4..6), Some("00"), "a NIK that nobody can have");
                    nik_twice += u64::from(!niks.insert(nik.clone()));
                }
                if let Held::Text(kpj) = &record.kpj {
                    kpj_twice += u64::from(!kpjs.insert(kpj.clone()));
                }
                if let Some(birth) = record.birth {
                    person_twice += u64::from(!people.insert((record.name.clone(), birth)));
                    let years = age(birth, record.enrolled.unwrap_or(options.as_of));
                    assert!(years.is_some_and(|years| (14..80).contains(&years)));
                }
            }
            let scaled = |count: u64| count * workers / story::WORKERS;
            assert_eq!((nik_twice, kpj_twice), (scaled(2), scaled(1)), "{workers} workers of seed {seed}");
            assert_eq!(person_twice, scaled(2) + scaled(2) + scaled(3), "a NIK's twin is the same person");
        }
    }

    #[test]
    fn the_roster_made_at_once_is_the_one_that_is_written_and_read() {
        for (workers, seed) in [(0, 19_336), (1, 7), (17_640, 19_336), (40_000, 7)] {
            let options = Options { workers, seed, ..Options::default() };
            let made = roster(&options).unwrap_or_else(|| unreachable!("so many names have room"));
            let read = read(&options);
            assert!(same::is_one(&made, &read), "{workers} workers of seed {seed}");
            let beside =
                |own: &Roster| (own.as_of_from(), own.payments_known, own.trailing_bytes, own.districts.clone());
            assert_eq!(beside(&made), beside(&read), "{workers} workers of seed {seed}");
        }
    }

    #[test]
    fn rows_do_not_come_sorted() {
        let records = records(&Options::default());
        let same = records.windows(2).filter(|pair| pair[0].occupation == pair[1].occupation).count();
        assert!(same < records.len() / 3, "{same} neighbours of one group");
        let ids = [records.first(), records.last()].map(|record| record.and_then(|record| record.id.as_deref()));
        assert_eq!(ids, [Some("W000001"), Some("W017640")]);
    }

    #[test]
    fn any_date_is_taken() {
        for as_of in ["0001-01-01", "1900-01-31", "2000-02-29", "2024-12-31", "9900-12-31", "9999-12-31"] {
            let options = Options { workers: 300, as_of: day(as_of), ..Options::default() };
            let roster = read(&options);
            assert!(roster.set_aside.count() == 0, "{as_of}");
            assert_eq!(roster.as_of(), options.as_of.clamp(day("2000-01-01"), day("9900-12-31")));
        }
    }
}

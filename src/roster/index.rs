//! Who has which value of what: for each value of each category the set of its workers. Built once, when the roster is
//! sealed; a filter on categories and every count of a figure are then set algebra.

use super::Roster;
use super::calendar::{self, Day, Month};
use super::program::Segment;
use super::rows::Posting;
use super::store::Worker;
use super::worker::{AGE_BANDS, Sex, Standing, age_band};

/// The workers of each value. In every list the place after the last value holds the unknown ones, where there can be.
#[derive(Debug, Default)]
pub struct Index {
    /// By group, in the order of the file; the last is an unknown occupation.
    pub groups: Vec<Posting>,
    /// By [`Standing`].
    pub standings: Vec<Posting>,
    /// Districts by name, in the order of their first rows.
    pub district_names: Vec<String>,
    /// By district; the last is unknown.
    pub districts: Vec<Posting>,
    /// Villages by name, in the order of their first rows.
    pub village_names: Vec<String>,
    /// By village; the last is unknown.
    pub villages: Vec<Posting>,
    /// By [`Sex`]; the last is unknown.
    pub sexes: Vec<Posting>,
    /// By [`Segment`].
    pub segments: Vec<Posting>,
    /// By band of age on the roster's date; the last is unknown.
    pub ages: Vec<Posting>,
    /// Deciles that occur, ascending.
    pub decile_values: Vec<u8>,
    /// By decile, as in `decile_values`; the last is unknown.
    pub deciles: Vec<Posting>,
    /// Months in which somebody was enrolled, not after the roster's date, ascending.
    pub months: Vec<Month>,
    /// By month of enrolment; the last is none, or after the roster's date.
    pub enrolled: Vec<Posting>,
    /// Enrolled within the 90 days that end with the roster's date, and the others.
    pub recent: Vec<Posting>,
}

/// Days of the pace (design.md §3).
pub const PACE_DAYS: u64 = 90;

impl Index {
    pub(super) fn of(roster: &Roster) -> Index {
        let store = &roster.workers;
        let as_of = roster.as_of();
        // Each value is made once and kept in a narrow column: a posting looks at it twice.
        let by = |values: usize, value: &dyn Fn(Worker<'_>) -> usize| {
            let mut codes = super::columns::Codes::default();
            roster.iter().for_each(|worker| codes.push(value(worker) as u32));
            Posting::by_value(values, codes.iter().map(|code| code as usize))
        };
        let shared = |codes: &super::columns::Codes, texts: usize| {
            let last = move |code: u32| (code as usize).checked_sub(1).unwrap_or(texts);
            Posting::by_value(texts + 1, codes.iter().map(last))
        };
        let names = |texts: &mut dyn Iterator<Item = &str>| texts.map(str::to_owned).collect::<Vec<_>>();

        let groups = roster.groups.len();
        let mut decile_values: Vec<u8> =
            store.deciles.iter().filter_map(|code| code.checked_sub(1)?.try_into().ok()).collect();
        decile_values.sort_unstable();
        decile_values.dedup();
        let month = |day: Option<Day>| day.filter(|&day| day <= as_of).map(Month::of);
        let mut months: Vec<Month> = Vec::new();
        for month in store.enrolled.iter().filter_map(month) {
            if let Err(place) = months.binary_search(&month) {
                months.insert(place, month);
            }
        }
        let month_index = |worker: Worker<'_>| {
            let found = month(worker.enrolled()).and_then(|month| months.binary_search(&month).ok());
            found.unwrap_or(months.len())
        };
        let recent = store.enrolled.within(Some(calendar::next(calendar::days_before(as_of, PACE_DAYS))), Some(as_of));
        let place = |value: Option<u8>| {
            value.and_then(|value| decile_values.binary_search(&value).ok()).unwrap_or(decile_values.len())
        };
        Index {
            groups: by(groups + 1, &|worker| worker.group_index().unwrap_or(groups)),
            standings: by(Standing::ALL.len(), &|worker| worker.standing() as usize),
            district_names: names(&mut store.districts.texts()),
            districts: shared(store.districts.codes(), store.districts.texts().len()),
            village_names: names(&mut store.villages.texts()),
            villages: shared(store.villages.codes(), store.villages.texts().len()),
            sexes: by(Sex::ALL.len() + 1, &|worker| worker.sex().map_or(Sex::ALL.len(), |sex| sex as usize)),
            segments: by(Segment::ALL.len(), &|worker| worker.segment() as usize),
            ages: by(AGE_BANDS.len() + 1, &|worker| age_band(worker.age())),
            deciles: by(decile_values.len() + 1, &|worker| place(worker.decile())),
            enrolled: by(months.len() + 1, &month_index),
            recent: by(2, &|worker| usize::from(!recent(worker.row))),
            decile_values,
            months,
        }
    }

    /// The workers of one standing.
    pub fn standing(&self, standing: Standing) -> &Posting {
        &self.standings[standing as usize]
    }

    /// The workers of one segment.
    pub fn segment(&self, segment: Segment) -> &Posting {
        &self.segments[segment as usize]
    }
}

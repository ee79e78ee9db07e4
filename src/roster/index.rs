//! Who has which value of what: for each value of each category the set of its workers. Built once, when the roster is
//! sealed; a filter on categories and every count of a figure are then set algebra.

use super::Roster;
use super::calendar::{self, Day, Month};
use super::filter::Field;
use super::program::Segment;
use super::rows::Posting;
use super::spelling::Spellings;
use super::store::Worker;
use super::worker::{AGE_BANDS, Sex, Standing, age_band};

/// The workers of each value. In every list the place after the last value holds the unknown ones, where there can be.
#[derive(Debug, Default)]
pub struct Index {
    /// By group, in the order of the file; the last is an unknown occupation.
    pub groups: Vec<Posting>,
    /// By [`Standing`].
    pub standings: Vec<Posting>,
    /// Districts by name, in the order of their first rows; those that only the file's list names stand behind.
    pub district_names: Spellings,
    /// By district; the last is unknown.
    pub districts: Vec<Posting>,
    /// Villages by name, in the order of their first rows.
    pub village_names: Spellings,
    /// By village; the last is unknown.
    pub villages: Vec<Posting>,
    /// Reasons, in the order of their first rows.
    pub reason_names: Spellings,
    /// By reason; the last is unknown.
    pub reasons: Vec<Posting>,
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
        let shared = |column: &super::columns::Shared, names: &Spellings| {
            let values = names.names().len();
            Posting::by_value(values + 1, column.codes().iter().map(|code| names.of_code(code).unwrap_or(values)))
        };
        let district_names = Spellings::of(&store.districts, &roster.districts);
        let village_names = Spellings::of(&store.villages, &[]);
        let reason_names = Spellings::of(&store.reasons, &[]);

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
            districts: shared(&store.districts, &district_names),
            district_names,
            villages: shared(&store.villages, &village_names),
            village_names,
            reasons: shared(&store.reasons, &reason_names),
            reason_names,
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

    /// The values of a field whose texts many rows share, and the workers of each.
    pub fn shared(&self, field: Field) -> Option<(&Spellings, &[Posting])> {
        match field {
            Field::District => Some((&self.district_names, &self.districts)),
            Field::Village => Some((&self.village_names, &self.villages)),
            Field::Reason => Some((&self.reason_names, &self.reasons)),
            _ => None,
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

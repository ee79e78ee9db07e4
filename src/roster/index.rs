//! Who has which value of what: for each value of each category the set of its workers. Built once, when the roster is
//! sealed; a filter on categories and every count of a figure are then set algebra.

use super::Roster;
use super::calendar::{self, Day, Month};
use super::columns::{Codes, Shared};
use super::cores;
use super::filter::Field;
use super::marks::Marks;
use super::program::{Quota, Segment};
use super::rows::{Posting, RowSet};
use super::spelling::Spellings;
use super::store::{Store, Worker};
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
    /// By district, where in the file's list it stands: more than once where the list spells it so.
    listed: Vec<Vec<usize>>,
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
    /// How many of each segment stand how: the whole programme's cost is the same under every filter.
    pub segment_standings: Vec<Vec<u64>>,
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
        let shared = |column: &Shared, names: &Spellings| {
            let values = names.names().len();
            column.codes().postings(values + 1, |code| names.of_code(code).unwrap_or(values))
        };
        let groups = roster.groups.len();
        let (beside, here) = cores::both(
            store.len(),
            || {
                let reason_names = Spellings::of(&store.reasons, &[]);
                (
                    by(roster, Standing::ALL.len(), |worker| worker.standing() as usize),
                    store.births.postings(AGE_BANDS.len() + 1, |birth| {
                        age_band(birth.and_then(|birth| calendar::age(birth, as_of)))
                    }),
                    Deciles::of(store),
                    (shared(&store.reasons, &reason_names), reason_names),
                )
            },
            || {
                let district_names = Spellings::of(&store.districts, &roster.districts);
                let village_names = Spellings::of(&store.villages, &[]);
                let group = |code: u32| roster.group_of_occupation(code).unwrap_or(groups);
                (
                    store.occupations.codes().postings(groups + 1, group),
                    (shared(&store.districts, &district_names), district_names),
                    (shared(&store.villages, &village_names), village_names),
                    store.marks.postings(Sex::ALL.len() + 1, |code| {
                        Marks::of(code).sex().map_or(Sex::ALL.len(), |sex| sex as usize)
                    }),
                    segments(roster),
                    Enrolled::of(store, as_of),
                )
            },
        );
        let (standings, ages, deciles, (reasons, reason_names)) = beside;
        let (groups, (districts, district_names), (villages, village_names), sexes, segments, enrolled) = here;
        let everybody = RowSet::all(store.len());
        let counts = |set: &RowSet, of: &[Posting]| of.iter().map(|posting| posting.count_in(set)).collect();
        let mut listed = vec![Vec::new(); district_names.names().len()];
        for (line, quota) in roster.districts.iter().enumerate() {
            let own = district_names.find(&quota.name).and_then(|place| listed.get_mut(place));
            own.into_iter().for_each(|lines| lines.push(line));
        }
        Index {
            listed,
            segment_standings: segments.iter().map(|own| counts(&own.within(&everybody), &standings)).collect(),
            groups,
            standings,
            district_names,
            districts,
            village_names,
            villages,
            reason_names,
            reasons,
            sexes,
            segments,
            ages,
            decile_values: deciles.0,
            deciles: deciles.1,
            months: enrolled.months,
            enrolled: enrolled.by_month,
            recent: enrolled.recent,
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

    /// What the file's list of districts says of one, by any of its spellings.
    pub fn quotas<'a>(&'a self, listed: &'a [Quota], district: &str) -> impl Iterator<Item = &'a Quota> {
        self.district_names.find(district).into_iter().flat_map(|place| self.quotas_at(listed, place))
    }

    /// The same of a district by its place.
    pub fn quotas_at<'a>(&'a self, listed: &'a [Quota], place: usize) -> impl Iterator<Item = &'a Quota> {
        self.listed.get(place).into_iter().flatten().filter_map(|&line| listed.get(line))
    }

    /// The workers of one standing.
    pub fn standing(&self, standing: Standing) -> &Posting {
        &self.standings[standing as usize]
    }

    /// How many workers of a segment stand so.
    pub fn count_of(&self, segment: Segment, standing: Standing) -> u64 {
        let standings = self.segment_standings.get(segment as usize);
        standings.and_then(|counts| counts.get(standing as usize)).copied().unwrap_or(0)
    }

    /// The workers of one segment.
    pub fn segment(&self, segment: Segment) -> &Posting {
        &self.segments[segment as usize]
    }
}

/// The workers of each value below `values`. Each worker's is made once and kept in a narrow column: a posting looks at it
/// twice.
fn by(roster: &Roster, values: usize, mut value: impl FnMut(Worker<'_>) -> usize) -> Vec<Posting> {
    let mut codes = Codes::default();
    roster.iter().for_each(|worker| codes.push(value(worker) as u32));
    codes.postings(values, |code| code as usize)
}

/// The workers of each segment: where nobody has one of his own, it is his group's.
fn segments(roster: &Roster) -> Vec<Posting> {
    let mut is_own = false;
    roster.workers.marks.for_each(|code| is_own |= Marks::of(code).segment().is_some());
    let group = |code: u32| roster.group_of_occupation(code).and_then(|place| roster.groups.get(place));
    match is_own {
        true => by(roster, Segment::ALL.len(), |worker| worker.segment() as usize),
        false => roster
            .workers
            .occupations
            .codes()
            .postings(Segment::ALL.len(), |code| group(code).map_or(Segment::Bpu, |group| group.segment) as usize),
    }
}

/// Deciles that occur, and the workers of each.
struct Deciles(Vec<u8>, Vec<Posting>);

impl Deciles {
    fn of(store: &Store) -> Deciles {
        // A code is a decile and one.
        let mut occurs = [false; 257];
        store.deciles.iter().for_each(|code| occurs[code.min(256) as usize] = true);
        let values: Vec<u8> = (0..=u8::MAX).filter(|&value| occurs[usize::from(value) + 1]).collect();
        let mut places = [values.len(); 257];
        (0..).zip(&values).for_each(|(place, &value)| places[usize::from(value) + 1] = place);
        let by_value = store.deciles.postings(values.len() + 1, |code| places[code.min(256) as usize]);
        Deciles(values, by_value)
    }
}

/// Who was enrolled when.
struct Enrolled {
    months: Vec<Month>,
    by_month: Vec<Posting>,
    recent: Vec<Posting>,
}

impl Enrolled {
    fn of(store: &Store, as_of: Day) -> Enrolled {
        let month = |day: Option<Day>| day.filter(|&day| day <= as_of).map(Month::of);
        let mut months: Vec<Month> = store.enrolled.distinct().into_iter().filter_map(|day| month(Some(day))).collect();
        months.sort_unstable();
        months.dedup();
        let place = |month: Month| months.binary_search(&month).ok();
        let since = calendar::next(calendar::days_before(as_of, PACE_DAYS));
        let is_recent = |day: Option<Day>| day.is_some_and(|day| since <= day && day <= as_of);
        Enrolled {
            by_month: store
                .enrolled
                .postings(months.len() + 1, |day| month(day).and_then(place).unwrap_or(months.len())),
            recent: store.enrolled.postings(2, |day| usize::from(!is_recent(day))),
            months,
        }
    }
}

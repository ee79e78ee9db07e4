//! The selection by occupation group and by district.

pub mod order;

use super::enrollment::Standings;
use super::share::Share;
use crate::roster::Roster;
use crate::roster::filter::{Field, Filter, Value};
use crate::roster::rows::{Posting, RowSet};
use crate::roster::text::holds_number;
use crate::roster::worker::{AGE_BANDS, Sex, Standing};
use std::cmp::Reverse;

/// One occupation group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupRow {
    /// Its place among the programme's groups; `None` for workers of no known group.
    pub group: Option<usize>,
    /// Workers it means to protect.
    pub target: Option<u64>,
    /// Its workers in the selection.
    pub standing: Standings,
    /// Active of the target; unknown without one, and under a filter that is not of groups alone.
    pub progress: Option<Share>,
}

impl GroupRow {
    /// Its workers in the selection, whatever their standing.
    pub fn matched(&self) -> u64 {
        self.standing.funnel().listed
    }
}

/// One district.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct District {
    /// Its name; `None` for workers without one.
    pub name: Option<String>,
    /// Its workers in the selection.
    pub workers: u64,
    /// Those of them who are active.
    pub active: u64,
    /// Workers it means to protect.
    pub target: Option<u64>,
    /// Active of the target; unknown without one, and under a filter that is not of districts alone.
    pub progress: Option<Share>,
}

/// Workers counted, and those of them who are active.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// All that are counted.
    pub count: u64,
    /// Those of them who are active.
    pub active: u64,
}

/// The workers of one group, three times: its active ones, or under a filter that is not of groups alone all that match.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Breakdown {
    /// The group's place in the list: behind the programme's groups stand the unknown occupations.
    pub group: usize,
    /// By district, largest first, then by name; the unknown ones last if there are any.
    pub districts: Vec<(Option<String>, Tally)>,
    /// By age band; the last is unknown.
    pub ages: Vec<Tally>,
    /// By sex; the last is unknown.
    pub sexes: Vec<Tally>,
}

impl Breakdown {
    /// Of the group at that place of the list, in the selection that the list counts: all of it, or the active alone.
    pub fn of(roster: &Roster, group: usize, selection: &RowSet, all: bool) -> Breakdown {
        let index = roster.index();
        let own = index.groups.get(group).map(|own| own.within(selection));
        let own = own.unwrap_or_else(|| RowSet::none(roster.workers.len()));
        let active = index.standing(Standing::Active).within(&own);
        let count = |posting: &Posting| {
            let active = posting.count_in(&active);
            Tally { count: if all { posting.count_in(&own) } else { active }, active }
        };
        let own_district =
            |(place, name): (usize, &String)| Some((Some(name.clone()), count(index.districts.get(place)?)));
        let mut districts: Vec<(Option<String>, Tally)> =
            index.district_names.by_name().filter_map(own_district).collect();
        districts.sort_by_key(|(_, tally)| Reverse(tally.count));
        let unknown = index.districts.last().map(count).filter(|unknown| unknown.count > 0);
        districts.extend(unknown.map(|unknown| (None, unknown)));
        Breakdown {
            group,
            districts,
            ages: index.ages.iter().map(count).collect(),
            sexes: index.sexes.iter().map(count).collect(),
        }
    }

    /// The value that one of its lines stands for, if it is one to pick: a number of a person is none.
    pub fn value(&self, field: Field, place: usize) -> Option<Value> {
        let known = |value: Option<Value>| value.or(Some(Value::None));
        match field {
            Field::District => match &self.districts.get(place)?.0 {
                Some(name) => (!holds_number(name)).then(|| Value::Name(name.clone())),
                None => Some(Value::None),
            },
            Field::Age if place < self.ages.len() => known(AGE_BANDS.get(place).copied().map(Value::of_ages)),
            Field::Sex if place < self.sexes.len() => known(Sex::ALL.get(place).copied().map(Value::Sex)),
            _ => None,
        }
    }
}

/// Every group, in the order of the file.
pub fn groups(roster: &Roster, filter: &Filter, selection: &RowSet) -> Vec<GroupRow> {
    let index = roster.index();
    let compares = filter.is_of_groups_alone();
    let unknown = index.groups.last().is_some_and(|unknown| unknown.count() > 0);
    let rows = roster.groups.len() + usize::from(unknown);
    let row = |place: usize| {
        let standing = Standings::within(roster, &index.groups[place], selection);
        let group = roster.groups.get(place);
        let target = group.and_then(|group| group.target);
        let progress = target.filter(|_| compares).and_then(|target| Share::of(standing.get(Standing::Active), target));
        GroupRow { group: group.map(|_| place), target, standing, progress }
    };
    (0..rows).map(row).collect()
}

/// Every district, largest first.
pub fn districts(roster: &Roster, filter: &Filter, selection: &RowSet) -> Vec<District> {
    let index = roster.index();
    let active = index.standing(Standing::Active).within(selection);
    let compares = filter.is_of_alone(Field::District);
    let row = |name: Option<&String>, posting: &Posting, target: Option<u64>| {
        let active = posting.count_in(&active);
        let progress = target.filter(|_| compares).and_then(|target| Share::of(active, target));
        District { name: name.cloned(), workers: posting.count_in(selection), active, target, progress }
    };
    let quota = |place: usize| index.quotas_at(&roster.districts, place).next()?.target;
    let known = |(place, name)| Some(row(Some(name), index.districts.get(place)?, quota(place)));
    let mut districts: Vec<District> = index.district_names.by_name().filter_map(known).collect();
    districts.sort_by_key(|district| Reverse(district.workers));
    let unknown = index.districts.last().filter(|unknown| unknown.count() > 0);
    districts.extend(unknown.map(|posting| row(None, posting, None)));
    districts
}

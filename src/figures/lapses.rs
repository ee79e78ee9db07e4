//! Whose protection ends soon: those in grace, and the active whose protection and grace end within a month; by the day
//! from which they are without protection, and by district.

use crate::roster::Roster;
use crate::roster::calendar::{self, Day};
use crate::roster::rows::{Posting, Row, RowSet};
use crate::roster::worker::Standing;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many days each have a count of their own: the first ones.
pub const DAYS: usize = 4;

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lapses {
    /// The first days on which somebody is without protection, ascending, and how many.
    pub days: Vec<(Day, u64)>,
    /// How many on a later day.
    pub later: u64,
    /// By district, most first, then by name; the unknown ones last if there are any.
    pub districts: Vec<LapsingDistrict>,
}

/// The workers of one district whose protection ends soon.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LapsingDistrict {
    /// Its name; `None` for workers without one.
    pub name: Option<String>,
    /// How many on each of the first days.
    pub days: Vec<u64>,
    /// How many on a later day.
    pub later: u64,
}

impl LapsingDistrict {
    /// All of them.
    pub fn count(&self) -> u64 {
        self.days.iter().sum::<u64>() + self.later
    }
}

impl Lapses {
    /// Those of a selection.
    pub fn of(roster: &Roster, selection: &RowSet) -> Lapses {
        let mut by_day: BTreeMap<Day, Vec<Row>> = BTreeMap::new();
        for row in soon(roster, selection) {
            if let Some(day) = roster.worker(row).lapse() {
                by_day.entry(day).or_default().push(row);
            }
        }
        let set = |rows: &[Row]| {
            let mut set = RowSet::none(roster.workers.len());
            rows.iter().for_each(|&row| set.insert(row));
            set
        };
        let counted = |(day, rows): (&Day, &Vec<Row>)| (*day, rows.len() as u64);
        let days: Vec<(Day, u64)> = by_day.iter().take(DAYS).map(counted).collect();
        let later: Vec<Row> = by_day.values().skip(DAYS).flatten().copied().collect();
        let sets: Vec<RowSet> = by_day.values().take(DAYS).map(|rows| set(rows)).collect();
        let later_set = set(&later);
        let index = roster.index();
        let district = |name: Option<&String>, posting: &Posting| LapsingDistrict {
            name: name.cloned(),
            days: sets.iter().map(|set| posting.count_in(set)).collect(),
            later: posting.count_in(&later_set),
        };
        let known = |(place, name)| Some(district(Some(name), index.districts.get(place)?));
        let mut districts: Vec<LapsingDistrict> = index.district_names.by_name().filter_map(known).collect();
        districts.sort_by_key(|district| Reverse(district.count()));
        districts.extend(index.districts.last().map(|posting| district(None, posting)));
        districts.retain(|district| district.count() > 0);
        Lapses { days, later: later.len() as u64, districts }
    }

    /// How many they are.
    pub fn count(&self) -> u64 {
        self.days.iter().map(|(_, count)| count).sum::<u64>() + self.later
    }
}

/// Those of a selection who are in grace, or active with a last protected day within a month.
pub fn soon(roster: &Roster, selection: &RowSet) -> Vec<Row> {
    let of = |standing| roster.index().standing(standing).within(selection);
    let mut rows: Vec<Row> = of(Standing::Grace).iter().collect();
    let soon = calendar::days_after(roster.as_of(), roster.soon);
    // Where grace is longer than that in any month, nobody is asked.
    if u64::from(roster.program.grace_months) * 28 <= roster.soon {
        let ends = |row: &Row| roster.worker(*row).grace_until().zip(soon).is_some_and(|(end, soon)| end <= soon);
        rows.extend(of(Standing::Active).iter().filter(ends));
    }
    rows
}

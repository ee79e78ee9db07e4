//! The selection by occupation group and by district.

use super::enrollment::Standings;
use super::share::Share;
use crate::roster::Roster;
use crate::roster::filter::Filter;
use crate::roster::rows::RowSet;
use crate::roster::worker::Standing;

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

/// One district.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct District {
    /// Its name in the file; `None` for workers without one.
    pub name: Option<String>,
    /// Its workers in the selection.
    pub workers: u64,
    /// Those of them who are active.
    pub active: u64,
}

/// Every group, in the order of the file.
pub fn groups(roster: &Roster, filter: &Filter, selection: &RowSet) -> Vec<GroupRow> {
    let index = roster.index();
    let compares = filter.is_of_groups_alone();
    let unknown = index.groups.last().is_some_and(|unknown| unknown.count() > 0);
    let rows = roster.groups.len() + usize::from(unknown);
    let row = |place: usize| {
        let own = index.groups[place].within(selection);
        let standing = Standings::of(roster, &own);
        let group = roster.groups.get(place);
        let target = group.and_then(|group| group.target);
        let progress = target.filter(|_| compares).and_then(|target| Share::of(standing.get(Standing::Active), target));
        GroupRow { group: group.map(|_| place), target, standing, progress }
    };
    (0..rows).map(row).collect()
}

/// Every district, largest first.
pub fn districts(roster: &Roster, selection: &RowSet) -> Vec<District> {
    let index = roster.index();
    let active = index.standing(Standing::Active).within(selection);
    let row = |(name, posting): (Option<&String>, &crate::roster::rows::Posting)| District {
        name: name.cloned(),
        workers: posting.count_in(selection),
        active: posting.count_in(&active),
    };
    let mut districts: Vec<District> = index.district_names.iter().map(Some).zip(&index.districts).map(row).collect();
    districts.sort_by(|a, b| b.workers.cmp(&a.workers).then_with(|| a.name.cmp(&b.name)));
    let unknown = index.districts.last().filter(|unknown| unknown.count() > 0);
    districts.extend(unknown.map(|posting| row((None, posting))));
    districts
}

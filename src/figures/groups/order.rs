//! The order of the list of groups: one column, then another, then the programme's.

use super::GroupRow;
use crate::figures::share::Share;
use crate::roster::filter::{Filter, Tongue};
use crate::roster::order::{Column, Level, Order};
use crate::roster::program::Group;
use crate::roster::text::fold;
use crate::roster::worker::Standing;
use std::cmp::Ordering;

/// A column of the list of groups.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GroupColumn {
    /// Its name.
    Name,
    /// Workers it means to protect.
    Target,
    /// Its workers in the selection, whatever their standing.
    Matched,
    /// Those of one standing.
    Standing(Standing),
    /// Active of the target.
    Percent,
}

impl GroupColumn {
    /// On the way to a target.
    pub const TOWARD: &'static [GroupColumn] = &[
        GroupColumn::Name,
        GroupColumn::Target,
        GroupColumn::Standing(Standing::Proposed),
        GroupColumn::Standing(Standing::Verified),
        GroupColumn::Standing(Standing::Active),
        GroupColumn::Percent,
    ];

    /// Under a filter that is not of groups alone a target means nothing: how many match, and where they stand.
    pub const MATCHED: &'static [GroupColumn] = &[
        GroupColumn::Name,
        GroupColumn::Matched,
        GroupColumn::Standing(Standing::Proposed),
        GroupColumn::Standing(Standing::Verified),
        GroupColumn::Standing(Standing::Active),
        GroupColumn::Standing(Standing::Grace),
        GroupColumn::Standing(Standing::Inactive),
        GroupColumn::Standing(Standing::Rejected),
    ];

    /// The columns that a filter leaves a meaning.
    pub fn in_sight(filter: &Filter) -> &'static [GroupColumn] {
        if filter.is_of_groups_alone() { GroupColumn::TOWARD } else { GroupColumn::MATCHED }
    }
}

impl Column for GroupColumn {
    const COLUMNS: &'static [GroupColumn] = &[
        GroupColumn::Name,
        GroupColumn::Target,
        GroupColumn::Matched,
        GroupColumn::Standing(Standing::Proposed),
        GroupColumn::Standing(Standing::Verified),
        GroupColumn::Standing(Standing::Active),
        GroupColumn::Standing(Standing::Grace),
        GroupColumn::Standing(Standing::Inactive),
        GroupColumn::Standing(Standing::Rejected),
        GroupColumn::Percent,
    ];

    fn word(self) -> &'static str {
        match self {
            GroupColumn::Name => "name",
            GroupColumn::Target => "target",
            GroupColumn::Matched => "matched",
            GroupColumn::Standing(standing) => standing.code(),
            GroupColumn::Percent => "percent",
        }
    }
}

/// How the list of groups is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GroupOrder {
    /// By what.
    pub order: Order<GroupColumn>,
    /// Whose names stand in the list.
    pub tongue: Tongue,
}

impl GroupOrder {
    /// The same by those columns that a filter leaves a meaning.
    #[must_use]
    pub fn under(self, filter: &Filter) -> GroupOrder {
        GroupOrder { order: self.order.among(GroupColumn::in_sight(filter)), ..self }
    }

    /// Sorts rows that stand in the order of the programme.
    pub fn sort(&self, rows: &mut [GroupRow], groups: &[Group]) {
        // Each pass keeps the order of the one before among its equals.
        for level in self.order.second.into_iter().chain(self.order.first) {
            self.sort_by(level, rows, groups);
        }
    }

    fn sort_by(&self, level: Level<GroupColumn>, rows: &mut [GroupRow], groups: &[Group]) {
        let descending = level.descending;
        match level.column {
            GroupColumn::Name => {
                let folded = |group: &Group| match self.tongue {
                    Tongue::English => fold(&group.name.en),
                    Tongue::Indonesian => fold(&group.name.id),
                };
                let names: Vec<String> = groups.iter().map(folded).collect();
                sort(rows, descending, |row| names.get(row.group?), Ord::cmp);
            }
            GroupColumn::Target => sort(rows, descending, |row| row.target, Ord::cmp),
            GroupColumn::Matched => sort(rows, descending, |row| Some(row.matched()), Ord::cmp),
            GroupColumn::Standing(own) => sort(rows, descending, |row| Some(row.standing.get(own)), Ord::cmp),
            GroupColumn::Percent => sort(rows, descending, |row| row.progress, Share::compare),
        }
    }
}

/// By a value, the least first or the greatest; what has none stands last either way.
fn sort<V>(
    rows: &mut [GroupRow],
    descending: bool,
    value: impl Fn(&GroupRow) -> Option<V>,
    compare: impl Fn(&V, &V) -> Ordering,
) {
    rows.sort_by(|one, other| match (value(one), value(other)) {
        (Some(one), Some(other)) if descending => compare(&other, &one),
        (Some(one), Some(other)) => compare(&one, &other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
}

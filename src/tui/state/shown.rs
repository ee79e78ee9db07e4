//! What is shown of a roster: what `u` brings back, and what a saved view keeps.

use crate::figures::groups::order::GroupColumn;
use crate::roster::attribute::Attribute;
use crate::roster::filter::Filter;
use crate::roster::order::{Column, Order};
use crate::tui::tab::Tab;
use crate::tui::target::By;

/// What `u` brings back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The filter.
    pub filter: Filter,
    /// Its text.
    pub text: String,
    /// The order of the table.
    pub order: Order,
    /// That of the groups.
    pub groups: Order<GroupColumn>,
}

/// The order of one of the lists that are sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sorted {
    /// Of the workers.
    Workers(Order),
    /// Of the groups.
    Groups(Order<GroupColumn>),
}

impl Shown {
    /// The order of the list of a tab: of the groups' own, and of the workers' on every other.
    pub fn sorted(&self, tab: Tab) -> Sorted {
        match tab {
            Tab::Groups => Sorted::Groups(self.groups_in_sight()),
            _ => Sorted::Workers(self.order),
        }
    }

    /// The list sorted by one of its columns; by the one that it is sorted by already, the other way round.
    pub fn by(&self, column: By) -> Sorted {
        match column {
            By::Worker(column) => Sorted::Workers(self.order.by(column)),
            By::Group(column) => Sorted::Groups(self.groups_in_sight().by(column)),
        }
    }

    /// A column that the filter leaves no meaning sorts nothing, and is not to be turned round unseen.
    fn groups_in_sight(&self) -> Order<GroupColumn> {
        self.groups.among(GroupColumn::in_sight(&self.filter))
    }
}

impl Sorted {
    /// The other way round; what is in the order of the file is sorted by name.
    #[must_use]
    pub fn flipped(self) -> Sorted {
        match self {
            Sorted::Workers(Order { first: None, .. }) => Sorted::Workers(Order::default().by(Attribute::Name)),
            Sorted::Groups(Order { first: None, .. }) => Sorted::Groups(Order::default().by(GroupColumn::Name)),
            Sorted::Workers(order) => Sorted::Workers(order.flipped()),
            Sorted::Groups(order) => Sorted::Groups(order.flipped()),
        }
    }

    /// The same list in the order of the file.
    #[must_use]
    pub fn unsorted(self) -> Sorted {
        match self {
            Sorted::Workers(_) => Sorted::Workers(Order::default()),
            Sorted::Groups(_) => Sorted::Groups(Order::default()),
        }
    }

    /// The column that decides, and whether the greatest comes first.
    pub fn first(self) -> Option<(By, bool)> {
        match self {
            Sorted::Workers(order) => order.first.map(|level| (By::Worker(level.column), level.descending)),
            Sorted::Groups(order) => order.first.map(|level| (By::Group(level.column), level.descending)),
        }
    }

    /// `↑` or `↓` for a column of its order, and whether it is the one that decides first.
    pub fn arrow(self, column: By) -> Option<(&'static str, bool)> {
        match (self, column) {
            (Sorted::Workers(order), By::Worker(column)) => arrow(order, column),
            (Sorted::Groups(order), By::Group(column)) => arrow(order, column),
            _ => None,
        }
    }
}

/// `↑` or `↓` for the first column of the order, and whether it is that one: the second has its own in dim.
pub fn arrow<C: Column>(order: Order<C>, column: C) -> Option<(&'static str, bool)> {
    let mark = |descending: bool| if descending { "↓" } else { "↑" };
    let first = order.first.filter(|level| level.column == column).map(|level| (mark(level.descending), true));
    let second = order.second.filter(|level| level.column == column).map(|level| (mark(level.descending), false));
    first.or(second)
}

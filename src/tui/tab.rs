//! The five tabs: their order, and what they are called.

use crate::lang::{Phrase, words};

/// A tab.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    /// Each occupation group against its target.
    Groups,
    /// The road to the target.
    Enrollment,
    /// The money, and how long it lasts.
    Budget,
    /// The people.
    Workers,
    /// What the audit found.
    Checks,
}

impl Tab {
    /// All, from left to right.
    pub const ALL: [Tab; 5] = [Tab::Groups, Tab::Enrollment, Tab::Budget, Tab::Workers, Tab::Checks];

    /// The tab so many further right, from the last on to the first.
    pub fn step(self, by: usize) -> Tab {
        Tab::ALL[(self as usize + by) % Tab::ALL.len()]
    }

    /// Its name.
    pub fn name(self) -> Phrase {
        match self {
            Tab::Groups => words::TAB_GROUPS,
            Tab::Enrollment => words::TAB_ENROLLMENT,
            Tab::Budget => words::TAB_BUDGET,
            Tab::Workers => words::TAB_WORKERS,
            Tab::Checks => words::TAB_CHECKS,
        }
    }
}

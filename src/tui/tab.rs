//! The five tabs: their order, and what they are called.

use crate::lang::{Phrase, words};
use crate::roster::text::fold;

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

    /// The tab of that number or name, in either language.
    pub fn named(word: &str) -> Option<Tab> {
        let word = fold(word.trim());
        let is_meant = |tab: &Tab| {
            let name = tab.name();
            word == (*tab as usize + 1).to_string() || word == fold(name.en) || word == fold(name.id)
        };
        Tab::ALL.into_iter().find(is_meant)
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

//! The five tabs, one file each: what it shows and where.

pub mod budget;
pub mod checks;
pub mod enrollment;
pub mod groups;
pub mod workers;

use super::app::App;
use super::layout::{Canvas, Layout};
use super::review::Review;
use crate::lang::{Phrase, words};
use ratatui::text::Span;

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

/// Rows in sight of the list that the cursor moves in.
pub fn rows_in_sight(tab: Tab, layout: &Layout, review: &Review) -> usize {
    match tab {
        Tab::Groups => groups::rows_in_sight(layout, review),
        Tab::Workers => workers::rows_in_sight(layout),
        Tab::Checks => checks::rows_in_sight(layout, review),
        Tab::Enrollment | Tab::Budget => 1,
    }
}

/// Draws the tab in front; the answer stands at the right end of the rule.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    match app.tab {
        Tab::Groups => groups::draw(review, layout, canvas),
        Tab::Enrollment => enrollment::draw(review, layout, canvas),
        Tab::Budget => budget::draw(review, layout, canvas),
        Tab::Workers => workers::draw(app, review, layout, canvas),
        Tab::Checks => checks::draw(app, review, layout, canvas),
    }
}

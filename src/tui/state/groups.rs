//! Groups: the group under the cursor.

use super::tabs::{Cursor, Facts, Pointed, keep_in_sight, moved, turned};
use crate::roster::filter::{Field, Value};
use crate::tui::layout::{Layout, Width};

/// The most columns of numbers: under a filter that is not of groups alone how many match and how they stand; else
/// target, proposed, verified, active, per cent.
pub const COLUMNS: usize = 7;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct GroupsTab {
    /// The group under the cursor, by its place in the list.
    pub row: usize,
    /// The first group in sight.
    pub top: usize,
    /// The first column in sight where they do not all fit.
    pub column: usize,
}

/// Rows of the panel under the list, with its head.
pub fn panel_rows(layout: &Layout) -> u16 {
    match layout.width {
        Width::Narrow => 0,
        Width::Stacked => 7.min(layout.content.height.saturating_sub(6)),
        Width::Wide => 17.min(layout.content.height.saturating_sub(8)),
    }
}

/// Groups in sight: what the heading, the total and the panel leave.
pub fn rows_in_sight(layout: &Layout) -> usize {
    let total = if layout.airy() { 2 } else { 1 };
    // Where there is no room for all, the group under the cursor stands and the total goes.
    usize::from(layout.content.height.saturating_sub(panel_rows(layout) + 1 + total)).max(1)
}

impl Cursor for GroupsTab {
    fn step(&mut self, facts: Facts<'_>, by: isize) {
        self.row = moved(self.row, by, facts.answer.list().len());
    }

    fn point(&mut self, facts: Facts<'_>, _: usize, place: usize) -> Pointed {
        match facts.answer.list().get(place) {
            Some(_) => Pointed::put(&mut self.row, place),
            None => Pointed::Nowhere,
        }
    }

    fn value(&self, facts: Facts<'_>) -> Option<(Field, Value)> {
        let row = facts.answer.list().get(self.row)?;
        let group = row.group.and_then(|place| facts.roster.groups.get(place));
        Some((Field::Group, group.map_or(Value::None, |group| Value::Name(group.id.clone()))))
    }

    fn turn(&mut self, right: bool) {
        self.column = turned(self.column, right, COLUMNS - 1);
    }

    fn sight(&self, layout: &Layout, _: Facts<'_>) -> usize {
        rows_in_sight(layout)
    }

    fn settle(&mut self, facts: Facts<'_>, page: Option<usize>) {
        let len = facts.answer.list().len();
        self.row = self.row.min(len.saturating_sub(1));
        keep_in_sight(&mut self.top, self.row, len, page);
    }
}

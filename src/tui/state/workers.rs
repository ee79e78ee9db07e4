//! Workers: the worker under the cursor, the columns in sight, the marks.

use super::tabs::{Cursor, Facts, Pointed, keep_in_sight, moved, turned};
use crate::roster::attribute::{Attribute, Value as Held};
use crate::roster::filter::{Field, FieldType, Scalar, Value};
use crate::roster::rows::Row;
use crate::tui::layout::Layout;
use std::collections::BTreeSet;

/// Columns behind the name.
pub const COLUMNS: usize = Attribute::TABLE.len() - 1;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct WorkersTab {
    /// The worker under the cursor.
    pub row: Option<Row>,
    /// The worker that the cursor was last put on: back under it as soon as a filter lets it pass again.
    wanted: Option<Row>,
    /// The workers that are marked, whether or not they pass.
    pub marks: BTreeSet<Row>,
    /// The first worker in sight, by its place among those that pass.
    pub top: usize,
    /// The first column in sight behind the name.
    pub column: usize,
}

impl WorkersTab {
    /// The cursor on one worker, if there is one.
    pub fn new(row: Option<Row>) -> WorkersTab {
        WorkersTab { row, wanted: row, ..WorkersTab::default() }
    }

    /// The same columns and place, the cursor on another worker, other marks.
    #[must_use]
    pub fn with(&self, row: Option<Row>, marks: BTreeSet<Row>) -> WorkersTab {
        WorkersTab { row, wanted: row, marks, top: self.top, column: self.column }
    }

    /// Puts the cursor on a worker.
    pub fn put(&mut self, row: Row) {
        self.wanted = Some(row);
    }

    /// The workers that are to be found again in another reading: whom the cursor was put on, whom it is on since a filter
    /// hides that one, and the marked ones.
    pub fn kept(&self) -> BTreeSet<Row> {
        self.marks.iter().copied().chain(self.wanted).chain(self.row).collect()
    }

    /// The worker that the cursor was last put on.
    pub fn wanted(&self) -> Option<Row> {
        self.wanted
    }

    /// Where the cursor's worker stands among those that pass.
    pub fn place(&self, facts: Facts<'_>) -> Option<usize> {
        self.row.and_then(|row| facts.answer.place_of(row).ok())
    }
}

impl Cursor for WorkersTab {
    fn step(&mut self, facts: Facts<'_>, by: isize) {
        let rows = &facts.answer.rows;
        let place = moved(self.place(facts).unwrap_or(0), by, rows.len());
        self.wanted = rows.get(place).copied();
        self.row = self.wanted;
    }

    fn point(&mut self, facts: Facts<'_>, _: usize, place: usize) -> Pointed {
        let Some(&row) = facts.answer.rows.get(place) else { return Pointed::Nowhere };
        self.wanted = Some(row);
        Pointed::put(&mut self.row, Some(row))
    }

    /// The value of the first column behind the name.
    fn value(&self, facts: Facts<'_>) -> Option<(Field, Value)> {
        let worker = facts.roster.worker(self.row?);
        let attribute = Attribute::TABLE.get(1 + self.column).copied()?;
        let value = match worker.get(attribute) {
            // An occupation that the programme does not know is no group.
            _ if attribute == Attribute::Group && worker.group().is_none() => Value::None,
            Held::Unknown => Value::None,
            Held::Shared(text) => Value::Name(text.to_owned()),
            Held::Sex(sex) => Value::Sex(sex),
            Held::Segment(segment) => Value::Segment(segment),
            Held::Standing(standing) => Value::Standing(standing),
            Held::Number(number) => Value::Scalar(Scalar::Number(number)),
            Held::Day(day) => Value::Scalar(Scalar::Day(day)),
            Held::Rules(rules) => Value::Rule(*rules.first()?),
            // What is one person's own picks nobody else.
            Held::Text(_) | Held::Status(_) | Held::Nik(_) | Held::Kpj(_) | Held::Phone(_) => return None,
        };
        let field = attribute.field()?;
        (field.kind() != FieldType::Text).then_some((field, value))
    }

    fn turn(&mut self, right: bool) {
        self.column = turned(self.column, right, COLUMNS - 1);
    }

    /// The heading takes one row.
    fn sight(&self, layout: &Layout, _: Facts<'_>) -> usize {
        rows_in_sight(layout)
    }

    fn settle(&mut self, facts: Facts<'_>, page: Option<usize>) {
        // The cursor holds a worker, not a place: after a filter it is the same one, or else the next.
        let rows = &facts.answer.rows;
        let place = self.wanted.map(|row| facts.answer.place_of(row).unwrap_or_else(|place| place));
        self.row = place.and_then(|place| rows.get(place)).or(rows.last()).copied();
        let place = self.place(facts).unwrap_or(0);
        keep_in_sight(&mut self.top, place, rows.len(), page);
    }
}

/// Workers in sight: the heading takes one row.
pub fn rows_in_sight(layout: &Layout) -> usize {
    usize::from(layout.content.height.saturating_sub(1))
}

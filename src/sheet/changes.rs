//! What changed of the workers from one roster to another, as a table: who joined, who left, and of everybody else each
//! field that differs with its old and its new value.

use super::Table;
use crate::check::Audited;
use crate::figures::compare::{Comparison, Pair, People};
use crate::lang::expected::{cell, shown};
use crate::lang::person::{Cell, Privacy};
use crate::roster::attribute::Attribute;
use crate::roster::rows::Row;
use serde_json::{Value, json};

/// One line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Line {
    Joined(Row),
    Left(Row),
    /// The field that differs.
    Changed(Row, Row, Attribute),
}

/// See the module.
pub struct ChangeSheet<'a> {
    older: &'a Audited,
    newer: &'a Audited,
    lines: Vec<Line>,
    filter: &'a str,
    privacy: Privacy,
}

const WHO: [Attribute; 5] = [Attribute::Id, Attribute::Name, Attribute::Nik, Attribute::Group, Attribute::District];

/// Every line, or those of the people behind one line of the comparison.
fn lines(comparison: &Comparison, people: Option<People>) -> Vec<Line> {
    let mut lines = Vec::new();
    let joined = || comparison.joined.iter().map(|&row| Line::Joined(row));
    let left = || comparison.left.iter().map(|&row| Line::Left(row));
    let one = |pair: &Pair, field| Line::Changed(pair.old, pair.new, field);
    match people {
        Some(People::Joined) => lines.extend(joined()),
        Some(People::Left) => lines.extend(left()),
        Some(People::Changed(field)) => {
            lines.extend(comparison.changed.iter().filter(|pair| pair.changed(field)).map(|pair| one(pair, field)));
        }
        Some(People::Moved(from, to)) => {
            let moved = comparison.standings.iter().filter(|(was, is, _)| (*was, *is) == (from, to));
            lines.extend(moved.flat_map(|(_, _, pairs)| pairs).map(|pair| one(pair, Attribute::Standing)));
        }
        None => {
            lines.extend(joined());
            lines.extend(left());
            let changed = comparison.changed.iter();
            let mut fields: Vec<Line> =
                changed.flat_map(|pair| pair.differing().map(move |field| one(pair, field))).collect();
            let moved = comparison.standings.iter().flat_map(|(_, _, pairs)| pairs);
            fields.extend(moved.map(|pair| one(pair, Attribute::Standing)));
            // Whatever changed of one person stands together.
            fields.sort_by_key(|line| match line {
                Line::Changed(_, new, field) => (*new, *field as usize),
                Line::Joined(row) | Line::Left(row) => (*row, 0),
            });
            lines.extend(fields);
        }
    }
    lines
}

/// How many lines there are.
pub fn count(comparison: &Comparison, people: Option<People>) -> usize {
    lines(comparison, people).len()
}

impl<'a> ChangeSheet<'a> {
    /// The lines of a comparison, all of them or those behind one of its lines.
    pub fn new(
        (older, newer): (&'a Audited, &'a Audited),
        comparison: &Comparison,
        people: Option<People>,
        filter: &'a str,
        privacy: Privacy,
    ) -> ChangeSheet<'a> {
        ChangeSheet { older, newer, lines: lines(comparison, people), filter, privacy }
    }
}

impl Table for ChangeSheet<'_> {
    fn heads(&self) -> Vec<&'static str> {
        let who = WHO.map(Attribute::code);
        std::iter::once("change").chain(who).chain(["field", "old", "new"]).collect()
    }

    fn len(&self) -> usize {
        self.lines.len()
    }

    fn cells(&self, place: usize) -> Vec<Cell> {
        let Some(line) = self.lines.get(place) else { return Vec::new() };
        let text = |text: &str| Cell::Text(text.to_owned());
        let standing = |worker| cell(self.privacy, worker, Attribute::Standing);
        let (what, worker, field, old, new) = match *line {
            Line::Joined(row) => {
                let worker = self.newer.worker(row);
                ("joined", worker, Attribute::Standing, Cell::Empty, standing(worker))
            }
            Line::Left(row) => {
                let worker = self.older.worker(row);
                ("left", worker, Attribute::Standing, standing(worker), Cell::Empty)
            }
            Line::Changed(old, new, field) => {
                let (was, is) = (self.older.worker(old), self.newer.worker(new));
                ("changed", is, field, cell(self.privacy, was, field), cell(self.privacy, is, field))
            }
        };
        let mut cells = vec![text(what)];
        cells.extend(WHO.map(|own| cell(self.privacy, worker, own)));
        cells.extend([text(shown(self.privacy, field).code()), old, new]);
        cells
    }

    fn document(&self) -> (Value, &'static str) {
        let head = json!({
            "schema": "lindungi/export/1",
            "synthetic": self.newer.synthetic,
            "since": self.older.as_of().to_string(),
            "as_of": self.newer.as_of().to_string(),
            "filter": Some(self.filter).filter(|filter| !filter.is_empty()),
            "count": self.len(),
        });
        (head, "changes")
    }
}

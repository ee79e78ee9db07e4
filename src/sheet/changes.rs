//! What changed of the workers from one roster to another, as a table: who joined, who left, and of everybody else each
//! field that differs with its old and its new value.

use super::summary::{Facts, text};
use super::{Book, Line as Said, Table};
use crate::check::Audited;
use crate::figures::compare::{Comparison, Pair, People};
use crate::lang::expected::{cell, shown};
use crate::lang::person::{Cell, Privacy};
use crate::lang::words::export as words;
use crate::lang::{Lang, value};
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
    lang: Lang,
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
        (privacy, lang): (Privacy, Lang),
    ) -> ChangeSheet<'a> {
        ChangeSheet { older, newer, lines: lines(comparison, people), filter, privacy, lang }
    }
}

impl ChangeSheet<'_> {
    /// A row as data, or as people say it.
    fn row(&self, place: usize, for_people: bool) -> Vec<Cell> {
        let Some(line) = self.lines.get(place) else { return Vec::new() };
        let own = |worker, field| match for_people {
            true => self.lang.said(worker, field, self.privacy),
            false => cell(self.privacy, worker, field),
        };
        let [joined, gone] = match self.filter.trim().is_empty() {
            true => [words::JOINED, words::GONE],
            false => [words::NOW_AMONG, words::NO_LONGER_AMONG],
        };
        let (code, said, worker, field, old, new) = match *line {
            Line::Joined(row) => {
                let worker = self.newer.worker(row);
                ("joined", joined, worker, Attribute::Standing, Cell::Empty, own(worker, Attribute::Standing))
            }
            Line::Left(row) => {
                let worker = self.older.worker(row);
                ("left", gone, worker, Attribute::Standing, own(worker, Attribute::Standing), Cell::Empty)
            }
            Line::Changed(old, new, field) => {
                let (was, is) = (self.older.worker(old), self.newer.worker(new));
                ("changed", words::CHANGED, is, field, own(was, field), own(is, field))
            }
        };
        let field = shown(self.privacy, field);
        let (what, field) = match for_people {
            true => (self.lang.say(&said), self.lang.say(&value::heading(field))),
            false => (code, field.code()),
        };
        let mut cells = vec![text(what)];
        cells.extend(WHO.map(|attribute| own(worker, attribute)));
        cells.extend([text(field), old, new]);
        cells
    }
}

impl Table for ChangeSheet<'_> {
    fn heads(&self) -> Vec<String> {
        let who = WHO.map(Attribute::code);
        std::iter::once("change").chain(who).chain(["field", "old", "new"]).map(str::to_owned).collect()
    }

    fn titles(&self) -> Vec<String> {
        let who = WHO.map(value::heading);
        let all = std::iter::once(words::CHANGE).chain(who).chain([words::FIELD, words::OLD, words::NEW]);
        all.map(|phrase| self.lang.say(&phrase).to_owned()).collect()
    }

    fn len(&self) -> usize {
        self.lines.len()
    }

    fn cells(&self, place: usize) -> Vec<Cell> {
        self.row(place, false)
    }

    fn said(&self, place: usize) -> Vec<Cell> {
        self.row(place, true)
    }

    fn book(&self) -> Book {
        let (roster, lang) = (self.newer, self.lang);
        let mut summary = Facts { roster, lang, privacy: self.privacy }.head(self.len());
        summary.push(Said::plain([text(lang.say(&words::SUM_SINCE)), Cell::Day(self.older.as_of())]));
        let name = lang.say(&words::CHANGES).to_owned();
        Book { name, summary: Some(summary), lang, synthetic: roster.synthetic }
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

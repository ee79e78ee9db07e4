//! Workers as a table: which columns, and each as data and as people read it.

use super::summary::Facts;
use super::{Book, Cell, Line, Table};
use crate::check::Audited;
use crate::lang::expected::{cell, shown};
use crate::lang::person::{Mask, Privacy};
use crate::lang::words;
use crate::lang::{Lang, value};
use crate::roster::attribute::Attribute;
use crate::roster::rows::Row;
use serde_json::{Value, json};

/// Workers to be written.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// Their roster.
    pub roster: &'a Audited,
    /// Which, in the order in which they are written.
    pub rows: &'a [Row],
    /// The filter that found them, as text; empty is everybody.
    pub filter: &'a str,
    /// The columns that are asked for, in their order; nothing is those of every list.
    pub columns: Option<&'a [Attribute]>,
    /// Whether personal numbers and birth dates stay hidden.
    pub privacy: Privacy,
    /// The language of what is for people.
    pub lang: Lang,
}

/// What Markdown has of a worker: few columns.
const FOR_PEOPLE: [Attribute; 9] = [
    Attribute::Id,
    Attribute::Name,
    Attribute::Group,
    Attribute::Standing,
    Attribute::District,
    Attribute::Age,
    Attribute::Enrolled,
    Attribute::Until,
    Attribute::Nik,
];

impl Sheet<'_> {
    /// The columns. Masked, the age stands in the place of the birth date, once.
    fn columns(&self) -> Vec<Attribute> {
        let mut columns = Vec::new();
        for column in self.columns.unwrap_or(&Attribute::SHEET) {
            let column = shown(self.privacy, *column);
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }

    /// The columns of a table in a text.
    fn brief_columns(&self) -> Vec<Attribute> {
        if self.columns.is_some() { self.columns() } else { FOR_PEOPLE.to_vec() }
    }

    /// The summary of a workbook, with what stands between the head and the figures.
    pub(super) fn summary(&self, between: Vec<Line>) -> Vec<Line> {
        let Sheet { roster, lang, privacy, .. } = *self;
        let facts = Facts { roster, lang, privacy };
        let mut summary = facts.head(self.rows.len());
        summary.extend(between);
        summary.extend(facts.figures(self.filter));
        summary
    }

    fn titles_of(&self, columns: &[Attribute]) -> Vec<String> {
        columns.iter().map(|column| self.lang.say(&value::heading(*column)).to_owned()).collect()
    }
}

impl Table for Sheet<'_> {
    fn heads(&self) -> Vec<String> {
        self.columns().into_iter().map(|column| column.code().to_owned()).collect()
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn cells(&self, place: usize) -> Vec<Cell> {
        let Some(&row) = self.rows.get(place) else { return Vec::new() };
        let worker = self.roster.worker(row);
        self.columns().into_iter().map(|column| cell(self.privacy, worker, column)).collect()
    }

    fn document(&self) -> (Value, &'static str) {
        let head = json!({
            "schema": "lindungi/export/1",
            "synthetic": self.roster.synthetic,
            "as_of": self.roster.as_of().to_string(),
            "filter": Some(self.filter).filter(|filter| !filter.is_empty()),
            "count": self.rows.len(),
        });
        (head, "workers")
    }

    fn titles(&self) -> Vec<String> {
        self.titles_of(&self.columns())
    }

    fn said(&self, place: usize) -> Vec<Cell> {
        let Some(&row) = self.rows.get(place) else { return Vec::new() };
        let worker = self.roster.worker(row);
        self.columns().into_iter().map(|column| self.lang.said(worker, column, self.privacy)).collect()
    }

    fn brief_titles(&self) -> Vec<String> {
        self.titles_of(&self.brief_columns())
    }

    fn brief(&self, place: usize) -> Vec<String> {
        let Some(&row) = self.rows.get(place) else { return Vec::new() };
        let worker = self.roster.worker(row);
        let said = |column| self.lang.attribute(worker, column, self.privacy, Mask::Long);
        self.brief_columns().into_iter().map(said).collect()
    }

    fn book(&self) -> Book {
        let Sheet { roster, lang, .. } = *self;
        let name = lang.say(&words::TAB_WORKERS).to_owned();
        Book { name, summary: Some(self.summary(Vec::new())), lang, synthetic: roster.synthetic }
    }
}

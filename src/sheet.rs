//! TABLES OUT: workers as rows of a table, one file a format. Data is never localised: names of columns are English,
//! dates are ISO, numbers have no separators; only Markdown, which is for people, has its headings in their language.
//!
//! What is personal stays masked unless it is asked for: NIK and KPJ keep their last four digits, phones three, and the
//! birth date becomes an age, since beside a birth date a mask of the NIK hides nothing.
//!
//! A cell that begins as a formula does (`=`, `+`, `-`, `@`, tab) is a text that a spreadsheet would run: in CSV an
//! apostrophe is put before it. A workbook says of each cell what it is, so there it is written as it stands.

mod csv;
mod json;
mod markdown;
mod xlsx;

use crate::check::Audited;
use crate::lang::Lang;
use crate::lang::scrub::scrub;
use crate::roster::calendar::Day;
use crate::roster::columns::Held;
use crate::roster::rows::Row;
use crate::roster::store::Worker;
use crate::roster::worker::{Kind, Private, Sex};
use std::io::{self, Write};

/// The forms of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Comma-separated, UTF-8 without a mark, lines end with a line feed.
    Csv,
    /// A workbook of one sheet; every number of a person is text.
    Xlsx,
    /// One JSON object a line.
    Jsonl,
    /// One JSON object, `lindungi/export/1`.
    Json,
    /// For minutes and messages.
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 5] = [Format::Csv, Format::Xlsx, Format::Jsonl, Format::Json, Format::Markdown];

    /// Its name, which is also how its files end.
    pub fn code(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Jsonl => "jsonl",
            Format::Json => "json",
            Format::Markdown => "md",
        }
    }
}

/// Workers to be written.
pub struct Sheet<'a> {
    /// Their roster.
    pub roster: &'a Audited,
    /// Which, in the order in which they are written.
    pub rows: &'a [Row],
    /// The filter that found them, as text; empty is everybody.
    pub filter: &'a str,
    /// Whether personal numbers and birth dates stay hidden.
    pub masked: bool,
    /// The language of Markdown's headings.
    pub lang: Lang,
}

/// Writes a sheet.
pub fn write(sheet: &Sheet<'_>, format: Format, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Csv => csv::write(sheet, b',', out),
        Format::Xlsx => xlsx::write(sheet, out),
        Format::Jsonl => json::lines(sheet, out),
        Format::Json => json::write(sheet, out),
        Format::Markdown => markdown::write(sheet, out),
    }
}

/// The rows as a spreadsheet takes them from a clipboard: columns parted by tabs.
pub fn clip(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    csv::write(sheet, b'\t', out)
}

/// What stands in a cell.
enum Cell {
    Empty,
    Number(u64),
    Text(String),
}

/// How a cell is filled.
type Fill = fn(&Sheet<'_>, Worker<'_>) -> Cell;

/// The columns and how each is filled. Masked, the birth date is left out and the age stands in its place.
const COLUMNS: [(&str, Fill); 18] = [
    ("id", |_, worker| text(worker.id().as_deref())),
    ("name", |_, worker| text(Some(&worker.name()).filter(|name| !name.trim().is_empty()).map(|name| &**name))),
    ("group", |sheet, worker| text(Some(sheet.roster.workers.occupation(worker.row)))),
    ("standing", |_, worker| text(Some(worker.standing().code()))),
    ("district", |_, worker| text(worker.district())),
    ("village", |_, worker| text(worker.village())),
    ("sex", |_, worker| text(worker.sex().map(|sex| if sex == Sex::Female { "F" } else { "M" }))),
    ("segment", |_, worker| text(Some(worker.segment().code()))),
    ("age", |_, worker| worker.age().map_or(Cell::Empty, |age| Cell::Number(age.into()))),
    ("birth_date", |sheet, worker| if sheet.masked { Cell::Empty } else { day(worker.birth()) }),
    ("registered_on", |_, worker| day(worker.registered())),
    ("enrolled_on", |_, worker| day(worker.enrolled())),
    ("protected_until", |_, worker| day(worker.until())),
    ("lapses_on", |_, worker| day(worker.lapse())),
    ("nik", |sheet, worker| number(sheet, worker.nik())),
    ("kpj", |sheet, worker| number(sheet, worker.kpj())),
    ("phone", |sheet, worker| number(sheet, worker.phone())),
    ("welfare_decile", |_, worker| worker.decile().map_or(Cell::Empty, |decile| Cell::Number(decile.into()))),
];

/// The last column: every rule that the worker breaks.
const FINDINGS: &str = "findings";

impl Sheet<'_> {
    fn columns(&self) -> impl Iterator<Item = &'static str> {
        let shown = |name: &&str| !self.masked || *name != "birth_date";
        COLUMNS.iter().map(|(name, _)| *name).filter(shown).chain(std::iter::once(FINDINGS))
    }

    fn cells(&self, row: Row) -> impl Iterator<Item = Cell> {
        let worker = self.roster.worker(row);
        let shown = |(name, _): &&(&str, _)| !self.masked || *name != "birth_date";
        let rules: Vec<&str> = self.roster.findings.of_worker(row).map(|rule| rule.code()).collect();
        let findings = if rules.is_empty() { Cell::Empty } else { Cell::Text(rules.join(" ")) };
        COLUMNS.iter().filter(shown).map(move |(_, cell)| cell(self, worker)).chain(std::iter::once(findings))
    }
}

fn text(text: Option<&str>) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::Text(scrub(text).into_owned()))
}

fn day(day: Option<Day>) -> Cell {
    day.map_or(Cell::Empty, |day| Cell::Text(day.to_string()))
}

fn number<K: Kind>(sheet: &Sheet<'_>, held: Held<Private<K>>) -> Cell {
    match held {
        Held::Missing | Held::NotText => Cell::Empty,
        Held::Text(number) if sheet.masked => Cell::Text(number.to_string()),
        Held::Text(number) => text(Some(number.reveal())),
    }
}

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
use crate::lang::person::{Cell, Privacy};
use crate::lang::scrub::scrub;
use crate::roster::attribute::Attribute;
use crate::roster::rows::Row;
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
    pub privacy: Privacy,
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

impl Sheet<'_> {
    /// The columns. Masked, the birth date is left out and the age stands in its place.
    fn columns(&self) -> impl Iterator<Item = Attribute> {
        let hidden = self.privacy.hides();
        Attribute::SHEET.into_iter().filter(move |column| !(hidden && *column == Attribute::Birth))
    }

    fn heads(&self) -> impl Iterator<Item = &'static str> {
        self.columns().map(Attribute::code)
    }

    fn cells(&self, row: Row) -> impl Iterator<Item = Cell> {
        let worker = self.roster.worker(row);
        self.columns().map(move |column| match self.privacy.cell(worker, column) {
            Cell::Text(name) if column == Attribute::Name && name.trim().is_empty() => Cell::Empty,
            Cell::Text(text) => Cell::Text(scrub(&text).into_owned()),
            cell => cell,
        })
    }
}

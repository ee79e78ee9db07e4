//! TABLES IN: a list as an office keeps it, sheet by sheet and line by line: `.xlsx`, `.ods` and comma-separated values.
//! What the cells mean is not known here. Each cell says what it *is*, since a number that should have been a text has
//! lost digits, and nobody could tell that from its text any more.
//!
//! A hostile file costs little: what a workbook unfolds into is counted before anything of it is read ([`package`]), the
//! sheets of an `.xlsx` are read cell by cell, and links to other files are never followed.

mod package;
mod shape;
mod text;
mod torn;
mod workbook;

use crate::roster::calendar::Day;
use std::io::{self, Read, Seek};
use std::ops::{ControlFlow, RangeInclusive};

/// What a cell holds.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number: no more than 15 of its digits are sure.
    Number(f64),
    /// A date, by the form of its cell.
    Day(Day),
    /// Yes or no.
    Bool(bool),
    /// What stands where a formula failed: `#REF!`.
    Fault(&'static str),
}

impl Value {
    /// Bytes of its text.
    fn bytes(&self) -> usize {
        if let Value::Text(text) = self { text.len() } else { 0 }
    }
}

/// What stands here for the result of a formula that was never saved: some programs write workbooks so.
pub const UNSAVED: &str = "=?";

/// A cell.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Given {
    /// What it holds.
    pub value: Value,
    /// Whether a formula made it: then this is what the formula gave when the file was saved.
    pub by_formula: bool,
    /// Whether it is empty itself, and merged with the cell above that holds this.
    pub from_above: bool,
}

impl Given {
    /// A cell that holds this, and nobody made.
    pub fn plain(value: Value) -> Given {
        Given { value, ..Given::default() }
    }
}

/// A line of a sheet.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Line {
    /// Its row, counted from 1 as spreadsheets do; of comma-separated values the line of the file.
    pub row: usize,
    /// Its cells from column A on; what is missing at the end is empty.
    pub cells: Vec<Given>,
    /// Whether its spreadsheet program hides it, by hand or by a filter.
    pub is_hidden: bool,
}

impl Line {
    /// The cell of a column; past the last one stands nothing.
    pub fn value(&self, column: usize) -> &Value {
        self.cells.get(column).map_or(&Value::Empty, |cell| &cell.value)
    }

    /// The same where the cell holds it itself: what is merged with the cell above is no line's own.
    pub fn own(&self, column: usize) -> &Value {
        self.cells.get(column).filter(|cell| !cell.from_above).map_or(&Value::Empty, |cell| &cell.value)
    }

    /// What its own cells hold, from column A on.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        (0..self.cells.len()).map(|column| self.own(column))
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.values().all(|value| match value {
            Value::Empty => true,
            Value::Text(text) => text.trim().is_empty(),
            _ => false,
        })
    }
}

/// A sheet of a book.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// Its name; a file without sheets has one without a name.
    pub name: String,
    /// Whether its spreadsheet program hides it.
    pub is_hidden: bool,
    /// The columns that it hides in it, from 0.
    pub hidden_columns: Vec<RangeInclusive<usize>>,
}

/// Why a file cannot be read as a list.
#[derive(Debug)]
pub enum Unreadable {
    /// It cannot be read at all.
    Io(io::Error),
    /// It is none of the forms that are read, or named as another than it is.
    Form(Form),
    /// It unfolds into more bytes than these.
    Bytes(u64),
    /// It holds more different texts than so many.
    Texts(usize),
    /// It holds more cells than so many.
    Cells(usize),
    /// A value stands beyond the column of that number.
    Columns(usize),
    /// A quotation mark in that line opens a field that goes on over other rows: they would be lost in a cell.
    Quote(usize),
    /// Another archive lies in it.
    Nested,
    /// Its parts cannot be read.
    Broken,
}

/// What a file is instead of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A workbook behind a password.
    Encrypted,
    /// A workbook with programs in it.
    Macros,
    /// The old binary form of Excel.
    Xls,
    /// Its newer binary form.
    Xlsb,
    /// An archive that is no workbook.
    Archive,
    /// A web page, which old systems save as `.xls`.
    WebPage,
    /// A text that is named as a workbook.
    TextNamedBook,
    /// JSON: a roster, or what may become one.
    Json,
    /// Printed pages.
    Pdf,
    /// Nothing but blanks.
    Empty,
    /// Bytes that are no text.
    NoText,
}

/// A list that is open.
pub struct Book(Kind);

enum Kind {
    Text(text::Text),
    Book(workbook::Workbook),
}

/// What of a text's form had to be found out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// The name of its encoding.
    pub encoding: &'static str,
    /// What parts its fields.
    pub delimiter: u8,
}

/// What a book is read from: at any place, again and again.
pub trait Bytes: Read + Seek + Send {}
impl<B: Read + Seek + Send> Bytes for B {}

impl Book {
    /// Opens a list. `ending` is how the file's name ends, in lower case: a text that is named as a workbook is one that
    /// somebody renamed.
    pub fn open(mut bytes: Box<dyn Bytes>, ending: &str) -> Result<Book, Unreadable> {
        let mut start = Vec::new();
        (&mut bytes).take(8).read_to_end(&mut start).map_err(Unreadable::Io)?;
        bytes.rewind().map_err(Unreadable::Io)?;
        if start.starts_with(b"PK") {
            return workbook::Workbook::open(bytes).map(|book| Book(Kind::Book(book)));
        }
        if start.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(Unreadable::Form(package::of_compound(bytes)?));
        }
        let text = text::Text::open(bytes)?;
        if matches!(ending, "xlsx" | "xlsm" | "ods" | "xlsb") {
            return Err(Unreadable::Form(Form::TextNamedBook));
        }
        Ok(Book(Kind::Text(text)))
    }

    /// Its sheets.
    pub fn pages(&self) -> Vec<Page> {
        match &self.0 {
            Kind::Text(_) => vec![Page { name: String::new(), is_hidden: false, hidden_columns: Vec::new() }],
            Kind::Book(book) => book.pages(),
        }
    }

    /// Hands out the lines of a sheet that hold anything, from the first on, until there are no more or enough.
    pub fn lines(&mut self, page: usize, take: &mut dyn FnMut(Line) -> ControlFlow<()>) -> Result<(), Unreadable> {
        match &mut self.0 {
            Kind::Text(text) => text.lines(take),
            Kind::Book(book) => book.lines(page, take),
        }
    }

    /// What had to be found out; a workbook says it itself.
    pub fn found(&self) -> Option<Found> {
        match &self.0 {
            Kind::Text(text) => Some(text.found()),
            Kind::Book(_) => None,
        }
    }

    /// Whether it counts the days of its dates from 1904 on, as old programs of another maker did.
    pub fn counts_from_1904(&self) -> bool {
        match &self.0 {
            Kind::Text(_) => false,
            Kind::Book(book) => book.counts_from_1904(),
        }
    }
}

/// The most columns that are looked at: a value far to the right of everything was put there by accident or malice.
pub const MOST_COLUMNS: usize = 1_024;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

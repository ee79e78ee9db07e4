//! What a sheet is beside its cells, and what the reader of workbooks does not tell: which rows and columns its program
//! hides, and which cells are merged with those below them, so that what stands in the first holds for every row.

use super::torn::{Unfolded, torn};
use super::{Given, Line, MOST_COLUMNS, Unreadable, Value};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::BufRead;
use std::ops::RangeInclusive;

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shape {
    /// Rows that are hidden, by hand or by a filter, from 1.
    hidden_rows: Vec<RangeInclusive<usize>>,
    /// Columns that are hidden, from 0.
    pub hidden_columns: Vec<RangeInclusive<usize>>,
    /// The row and the column of the first cell of those that are merged down a column, and their last row.
    merged: BTreeMap<(usize, usize), usize>,
}

/// So many notes about one sheet are kept: more than it could have rows.
const MOST: usize = 1_200_000;

/// So many cells of a sheet may hold what stands above them: a workbook says in one line that a thousand columns are each
/// merged down to the last row.
const MOST_FILLED: usize = 3_000_000;

impl Shape {
    /// Takes note of hidden rows, from 1, in their order.
    pub fn hide_rows(&mut self, rows: RangeInclusive<usize>) -> Result<(), Unreadable> {
        match self.hidden_rows.last_mut() {
            Some(last) if *last.end() + 1 == *rows.start() => *last = *last.start()..=*rows.end(),
            _ => self.hidden_rows.push(rows),
        }
        self.is_within_reason()
    }

    /// Takes note of hidden columns, from 0.
    pub fn hide_columns(&mut self, columns: RangeInclusive<usize>) -> Result<(), Unreadable> {
        self.hidden_columns.push(columns);
        self.is_within_reason()
    }

    /// Takes note of cells that are merged: those of the first column, from that cell down to that row.
    pub fn merge(&mut self, first: (usize, usize), last_row: usize) -> Result<(), Unreadable> {
        if last_row > first.0 {
            self.merged.insert(first, last_row);
        }
        self.is_within_reason()
    }

    fn is_within_reason(&self) -> Result<(), Unreadable> {
        let notes = self.hidden_rows.len() + self.hidden_columns.len() + self.merged.len();
        if notes > MOST { Err(Unreadable::Cells(MOST)) } else { Ok(()) }
    }

    fn hides(&self, row: usize) -> bool {
        let place = self.hidden_rows.partition_point(|rows| *rows.end() < row);
        self.hidden_rows.get(place).is_some_and(|rows| rows.contains(&row))
    }

    /// That of a sheet of an `.xlsx`, of which nothing but its rows and what stands around them is looked at; and whether
    /// there are such cells as it names.
    pub fn of_sheet(part: impl BufRead) -> Result<Shape, Unreadable> {
        let mut shape = Shape::default();
        let mut xml = quick_xml::Reader::from_reader(part);
        xml.config_mut().check_end_names = false;
        let (mut buffer, mut row) = (Vec::new(), 0);
        loop {
            buffer.clear();
            let tag = match xml.read_event_into(&mut buffer).map_err(|error| torn(&error))? {
                Event::Start(tag) | Event::Empty(tag) => tag,
                Event::Eof => return Ok(shape),
                _ => continue,
            };
            if !names_cells(&tag) {
                return Err(Unreadable::Columns(MOST_COLUMNS));
            }
            match tag.local_name().as_ref() {
                "row" => {
                    row = number(&tag, "r").unwrap_or(row + 1);
                    if is_hidden(&tag) {
                        shape.hide_rows(row..=row)?;
                    }
                }
                "col" if is_hidden(&tag) => {
                    if let (Some(first @ 1..), Some(last)) = (number(&tag, "min"), number(&tag, "max")) {
                        shape.hide_columns(first - 1..=last.saturating_sub(1))?;
                    }
                }
                "mergeCell" => {
                    if let Some((first, (last_row, _))) = text(&tag, "ref").as_deref().and_then(region) {
                        shape.merge(first, last_row)?;
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether every cell that a tag names may be one of a sheet, `XFD1048576` at most. The reader of workbooks counts on
/// without end: a value of the column `MWLQKWW` would stand in the first one.
fn names_cells(tag: &BytesStart<'_>) -> bool {
    let mut named = tag.attributes().flatten().filter(|own| matches!(own.key.as_ref(), "r" | "ref"));
    named.all(|own| {
        own.value.split(':').all(|cell| {
            let count = |is: fn(&char) -> bool| cell.chars().filter(is).count();
            count(char::is_ascii_alphabetic) <= 3 && count(char::is_ascii_digit) <= 7
        })
    })
}

/// The text of an attribute.
pub fn text(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let own = tag.attributes().flatten().find(|own| own.key.local_name().as_ref() == name)?;
    own.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<usize> {
    text(tag, name)?.parse().ok()
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    matches!(text(tag, "hidden").as_deref(), Some("1" | "true"))
}

/// `B5:C9`: the first cell and the last, each by its row, from 1, and its column, from 0.
fn region(text: &str) -> Option<((usize, usize), (usize, usize))> {
    let (first, last) = text.split_once(':')?;
    Some((cell(first)?, cell(last)?))
}

fn cell(text: &str) -> Option<(usize, usize)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let place = usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?);
        (place < 26).then(|| column.checked_mul(26)?.checked_add(place + 1))?
    })?;
    Some((row.parse().ok().filter(|row| *row > 0)?, column.checked_sub(1)?))
}

/// Gives each line of a sheet, from the first on, what holds for it beside its own cells.
pub struct Shaper<'a> {
    shape: &'a Shape,
    /// What stands in merged cells that reach down to a row: one for a column.
    open: Vec<(usize, usize, Value)>,
    /// Cells that were filled so far.
    filled: usize,
    unfolded: Unfolded,
}

impl<'a> Shaper<'a> {
    /// For the lines of a sheet of this shape.
    pub fn new(shape: &'a Shape) -> Shaper<'a> {
        Shaper { shape, open: Vec::new(), filled: 0, unfolded: Unfolded::default() }
    }

    /// Says of a line whether it is hidden, and puts into its empty cells what the merged ones above hold.
    pub fn shape(&mut self, line: &mut Line) -> Result<(), Unreadable> {
        let row = line.row;
        line.is_hidden = self.shape.hides(row);
        self.open.retain(|(_, last, _)| *last >= row);
        self.filled += self.open.len();
        if self.filled > MOST_FILLED {
            return Err(Unreadable::Cells(MOST_FILLED));
        }
        for (column, _, value) in &self.open {
            if line.cells.len() <= *column {
                line.cells.resize(*column + 1, Given::default());
            }
            if let Some(cell) = line.cells.get_mut(*column).filter(|cell| cell.value == Value::Empty) {
                self.unfolded.add(value.bytes())?;
                *cell = Given { value: value.clone(), by_formula: false, from_above: true };
            }
        }
        for ((_, column), last) in self.shape.merged.range((row, 0)..(row + 1, 0)) {
            if let Some(cell) = line.cells.get(*column).filter(|cell| cell.value != Value::Empty) {
                // No program merges a cell twice.
                self.open.retain(|(other, ..)| other != column);
                self.open.push((*column, *last, cell.value.clone()));
            }
        }
        Ok(())
    }
}

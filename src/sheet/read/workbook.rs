//! A workbook, `.xlsx` or `.ods`, through calamine.

use super::package::{self, Kind};
use super::shape::{Shape, Shaper};
use super::torn::Unfolded;
use super::{Bytes, Form, Given, Line, MOST_COLUMNS, Page, UNSAVED, Unreadable, Value};
use crate::roster::calendar::{Day, parse_day};
use calamine::{Data, DataRef, ExcelDateTime, Ods, OdsError, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};
use std::collections::HashMap;
use std::io::BufReader;
use std::ops::ControlFlow;

type Whole = BufReader<Box<dyn Bytes>>;

/// A workbook that is open.
pub struct Workbook {
    reader: Own,
    /// What its sheets are beside their cells, by name.
    shapes: HashMap<String, Shape>,
}

enum Own {
    /// Its sheets are read cell by cell.
    Xlsx(Box<Xlsx<Whole>>),
    /// Its cells are all in memory.
    Ods(Box<Ods<Whole>>),
}

impl Workbook {
    /// Opens it, once it is known to be harmless.
    pub fn open(mut bytes: Box<dyn Bytes>) -> Result<Workbook, Unreadable> {
        let package = package::inspect(&mut bytes)?;
        bytes.rewind().map_err(Unreadable::Io)?;
        let bytes = BufReader::new(bytes);
        let reader = match package.kind {
            Kind::Xlsx => Own::Xlsx(Box::new(Xlsx::new(bytes).map_err(of_xlsx)?)),
            Kind::Ods => Own::Ods(Box::new(Ods::new(bytes).map_err(of_ods)?)),
        };
        Ok(Workbook { reader, shapes: package.shapes })
    }

    fn sheets(&self) -> &[Sheet] {
        match &self.reader {
            Own::Xlsx(book) => book.sheets_metadata(),
            Own::Ods(book) => book.sheets_metadata(),
        }
    }

    /// The sheets that hold cells.
    pub fn pages(&self) -> Vec<Page> {
        let cells = self.sheets().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let page = |own: &Sheet| Page {
            name: own.name.clone(),
            is_hidden: own.visible != SheetVisible::Visible,
            hidden_columns: self.shapes.get(&own.name).map(|shape| shape.hidden_columns.clone()).unwrap_or_default(),
        };
        cells.map(page).collect()
    }

    /// See [`super::Book::counts_from_1904`].
    pub fn counts_from_1904(&self) -> bool {
        matches!(&self.reader, Own::Xlsx(book) if book.has_1904_epoch())
    }

    /// See [`super::Book::lines`].
    pub fn lines(&mut self, page: usize, take: &mut dyn FnMut(Line) -> ControlFlow<()>) -> Result<(), Unreadable> {
        let Some(page) = self.pages().into_iter().nth(page) else { return Ok(()) };
        let none = Shape::default();
        let mut shaper = Shaper::new(self.shapes.get(&page.name).unwrap_or(&none));
        let mut shaped = Ok(());
        let take = &mut |mut line: Line| {
            if line.is_empty() {
                return ControlFlow::Continue(());
            }
            shaped = shaper.shape(&mut line);
            if shaped.is_ok() { take(line) } else { ControlFlow::Break(()) }
        };
        match &mut self.reader {
            Own::Xlsx(book) => by_cell(book, &page.name, take)?,
            Own::Ods(book) => by_row(book, &page.name, take)?,
        }
        shaped
    }
}

fn by_cell(
    book: &mut Xlsx<Whole>,
    name: &str,
    take: &mut dyn FnMut(Line) -> ControlFlow<()>,
) -> Result<(), Unreadable> {
    let mut cells = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    let (mut line, mut unfolded) = (Line::default(), Unfolded::default());
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(of_xlsx)? {
        let value = match of_cell(cell.value) {
            Value::Empty if cell.formula.is_some() => Value::Fault(UNSAVED),
            value => value,
        };
        if value == Value::Empty {
            continue;
        }
        let [row, column] = [cell.pos.0, cell.pos.1].map(|place| usize::try_from(place).unwrap_or(usize::MAX));
        if column >= MOST_COLUMNS {
            return Err(Unreadable::Columns(MOST_COLUMNS));
        }
        unfolded.add(value.bytes())?;
        if row + 1 != line.row {
            let done = std::mem::replace(&mut line, Line { row: row + 1, ..Line::default() });
            if take(done).is_break() {
                return Ok(());
            }
        }
        if line.cells.len() <= column {
            line.cells.resize(column + 1, Given::default());
        }
        if let Some(place) = line.cells.get_mut(column) {
            *place = Given { by_formula: cell.formula.is_some(), ..Given::plain(value) };
        }
    }
    let _ = take(line);
    Ok(())
}

fn by_row(book: &mut Ods<Whole>, name: &str, take: &mut dyn FnMut(Line) -> ControlFlow<()>) -> Result<(), Unreadable> {
    let range = book.worksheet_range(name).map_err(of_ods)?;
    let formulas = book.worksheet_formula(name).map_err(of_ods)?;
    let Some((first, left)) = range.start() else { return Ok(()) };
    for (row, cells) in (first..).zip(range.rows()) {
        let empty = (0..left).map(|_| Given::default());
        let given = (left..).zip(cells).map(|(column, cell)| Given {
            by_formula: formulas.get_value((row, column)).is_some_and(|formula| !formula.is_empty()),
            ..Given::plain(of_data(cell))
        });
        let line = Line { row: row as usize + 1, cells: empty.chain(given).collect(), is_hidden: false };
        if take(line).is_break() {
            break;
        }
    }
    Ok(())
}

fn of_cell(cell: DataRef<'_>) -> Value {
    match cell {
        DataRef::SharedString("") | DataRef::Empty => Value::Empty,
        DataRef::SharedString(text) => of_text(text.to_owned()),
        other => of_data(&Data::from(other)),
    }
}

fn of_data(data: &Data) -> Value {
    match data {
        Data::Empty => Value::Empty,
        Data::String(text) if text.is_empty() => Value::Empty,
        Data::String(text) | Data::DurationIso(text) => of_text(text.clone()),
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::Bool(answer) => Value::Bool(*answer),
        Data::DateTime(moment) if moment.is_datetime() => {
            day(*moment).map_or(Value::Number(moment.as_f64()), Value::Day)
        }
        Data::DateTime(duration) => Value::Number(duration.as_f64()),
        Data::DateTimeIso(text) => {
            let day = text.get(..10).and_then(parse_day);
            day.map_or_else(|| of_text(text.clone()), Value::Day)
        }
        Data::Error(error) => Value::Fault(fault(&error.to_string()).unwrap_or("#ERROR!")),
    }
}

/// A text as it lies there. Some programs write the sign of a failed formula as a text.
fn of_text(text: String) -> Value {
    fault(text.trim()).map_or(Value::Text(text), Value::Fault)
}

/// The signs that spreadsheets put where a formula failed.
pub fn fault(text: &str) -> Option<&'static str> {
    const FAULTS: [&str; 8] = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "Err:502"];
    FAULTS.into_iter().find(|sign| *sign == text)
}

/// A date of a spreadsheet, its time of day left away.
fn day(moment: ExcelDateTime) -> Option<Day> {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    // A number below that is no date that anybody meant, whatever the cell's form says.
    let meant = moment.as_f64() >= 1.0;
    Day::from_ymd_opt(i32::from(year), month.into(), day.into()).filter(|_| meant)
}

fn of_xlsx(error: XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Form(Form::Encrypted),
        XlsxError::Io(error) => Unreadable::Io(error),
        _ => Unreadable::Broken,
    }
}

fn of_ods(error: OdsError) -> Unreadable {
    match error {
        OdsError::Password => Unreadable::Form(Form::Encrypted),
        OdsError::Io(error) => Unreadable::Io(error),
        _ => Unreadable::Broken,
    }
}

//! The rows that are not taken, as they lay in the list, with a column more that says why: whoever mends them there can
//! import that file.

use super::preview::Preview;
use super::reason::Reason;
use super::{MARK, numbers};
use crate::lang::Lang;
use crate::lang::person::Cell;
use crate::lang::words::import as words;
use crate::sheet::read::{Line, Value};
use crate::sheet::{Book, Table};
use serde_json::{Value as Json, json};

/// A row that is not taken.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Its sheet, by its place.
    pub page: usize,
    /// The list on that sheet, by its place.
    pub layout: usize,
    /// The row.
    pub line: Line,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Refused rows as a table.
pub struct RefusedSheet<'a> {
    /// What was read.
    pub preview: &'a Preview,
    /// The rows.
    pub rows: &'a [Refused],
    /// The language of the reasons.
    pub lang: Lang,
}

/// How the column of reasons is called.
const WHY: &str = "alasan";

impl RefusedSheet<'_> {
    /// The headings of the list; where sheets differ, those of the first, and what the others have besides.
    fn columns(&self) -> Vec<String> {
        let mut columns: Vec<String> = Vec::new();
        for layout in self.preview.sheets.iter().flat_map(|sheet| &sheet.layouts) {
            let new = layout.headings.iter().filter(|own| *own != WHY && !own.is_empty());
            let new: Vec<String> = new.filter(|own| !columns.contains(own)).cloned().collect();
            columns.extend(new);
        }
        columns
    }
}

/// A cell as it lay there; nothing of it is a number any more, so that nothing more is lost.
fn text(value: &Value) -> Cell {
    match value {
        Value::Fault(sign) => Cell::Text((*sign).to_owned()),
        Value::Text(text) => Cell::Text(text.clone()),
        value => numbers::plain(value).map_or(Cell::Empty, Cell::Text),
    }
}

impl Table for RefusedSheet<'_> {
    fn heads(&self) -> Vec<String> {
        self.columns().into_iter().chain([WHY.to_owned()]).collect()
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn cells(&self, place: usize) -> Vec<Cell> {
        let Some(row) = self.rows.get(place) else { return Vec::new() };
        let layout = self.preview.sheets.get(row.page).and_then(|sheet| sheet.layouts.get(row.layout));
        let own = |heading: &String| {
            let column = layout.and_then(|layout| layout.headings.iter().position(|own| own == heading));
            column.map_or(Cell::Empty, |column| text(row.line.value(column)))
        };
        let mut cells: Vec<Cell> = self.columns().iter().map(own).collect();
        let why: Vec<String> = row.reasons.iter().map(|reason| reason.said(self.lang)).collect();
        cells.push(Cell::Text(format!("{MARK}{}", why.join("; "))));
        cells
    }

    fn document(&self) -> (Json, &'static str) {
        (json!({"schema": "lindungi/export/1", "count": self.rows.len()}), "rows")
    }

    fn book(&self) -> Book {
        Book::alone(self.lang.say(&words::REFUSED_TITLE), self.lang, false)
    }
}

//! A workbook of one sheet: every cell says whether it is a text or a number, so that no NIK loses its last digits and
//! no text is taken for a formula.

use super::{Cell, Table};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use std::io::{self, Write};

/// Rows below the head that a sheet of any spreadsheet program holds.
pub(super) const MOST: usize = (1 << 20) - 1;

/// So many rows are measured for the widths of their columns; a longer list opens as fast as it can.
const MEASURED: usize = 20_000;

/// Digits that a spreadsheet's numbers hold exactly.
const EXACT: u64 = 1 << 53;

pub(super) fn write(table: &dyn Table, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&book(table).map_err(io::Error::other)?)
}

fn book(table: &dyn Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let bold = Format::new().set_bold();
    for (column, name) in table.heads().into_iter().enumerate() {
        page.write_string_with_format(0, column as u16, name, &bold)?;
    }
    page.set_freeze_panes(1, 2)?;
    for place in 0..table.len() {
        for (column, cell) in table.cells(place).into_iter().enumerate() {
            let (y, x) = (place as u32 + 1, column as u16);
            match cell {
                Cell::Empty => {}
                Cell::Number(number) if number < EXACT => drop(page.write_number(y, x, number as f64)?),
                Cell::Number(number) => drop(page.write_string(y, x, number.to_string())?),
                Cell::Text(text) => drop(page.write_string(y, x, text)?),
            }
        }
    }
    if table.len() <= MEASURED {
        page.autofit();
    }
    book.save_to_buffer()
}

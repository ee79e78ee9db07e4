//! A workbook of one sheet: every cell says whether it is a text or a number, so that no NIK loses its last digits and
//! no text is taken for a formula.

use super::{Cell, Sheet};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use std::io::{self, Write};

pub(super) fn write(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&book(sheet).map_err(io::Error::other)?)
}

fn book(sheet: &Sheet<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let bold = Format::new().set_bold();
    for (column, name) in sheet.heads().enumerate() {
        page.write_string_with_format(0, column as u16, name, &bold)?;
    }
    page.set_freeze_panes(1, 2)?;
    for (place, &row) in sheet.rows.iter().enumerate() {
        for (column, cell) in sheet.cells(row).enumerate() {
            let (y, x) = (place as u32 + 1, column as u16);
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => drop(page.write_number(y, x, number as u32)?),
                Cell::Text(text) => drop(page.write_string(y, x, text)?),
            }
        }
    }
    book.save_to_buffer()
}

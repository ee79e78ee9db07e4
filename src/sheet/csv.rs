//! Comma-separated values, and the same with tabs for a clipboard.

use super::{Cell, Sheet};
use csv::{Terminator, WriterBuilder};
use std::io::{self, Write};

pub(super) fn write(sheet: &Sheet<'_>, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(Terminator::Any(b'\n')).from_writer(out);
    writer.write_record(sheet.columns())?;
    for &row in sheet.rows {
        writer.write_record(sheet.cells(row).map(field))?;
    }
    writer.flush()
}

/// A text that begins as a formula does is kept from being one.
fn field(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Cell::Text(text) => text,
    }
}

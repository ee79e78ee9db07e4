//! Comma-separated values, and the same with tabs for a clipboard.

use super::{Cell, Table};
use csv::{Terminator, WriterBuilder};
use std::io::{self, Write};

/// What a formula begins with.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

pub(super) fn write(table: &dyn Table, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(Terminator::Any(b'\n')).from_writer(out);
    writer.write_record(table.heads()).map_err(plain)?;
    for place in 0..table.len() {
        writer.write_record(table.cells(place).into_iter().map(field)).map_err(plain)?;
    }
    writer.flush()
}

/// The error of the output itself: a closed pipe is none to talk about, whatever it was wrapped in.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A text that begins as a formula does is kept from being one: a tab or line end before it, which the scrub made a
/// space, and apostrophes that were there before change nothing of that, nor does a sign in its full width. Who reads
/// it back takes one apostrophe away.
fn field(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Text(text) if text.trim_start_matches([' ', '\'']).starts_with(SIGNS) => format!("'{text}"),
        Cell::Text(text) => text,
    }
}

/// What a field was before [`field`] kept it from being a formula: exactly one apostrophe goes, and only one that keeps.
pub(super) fn unguarded(field: &str) -> &str {
    let kept = field.strip_prefix('\'').filter(|rest| rest.trim_start_matches([' ', '\'']).starts_with(SIGNS));
    kept.unwrap_or(field)
}

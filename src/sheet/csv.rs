//! Comma-separated values, and the same with tabs for a clipboard. Quotes are those of RFC 4180. Its CRLF is what
//! `--excel` writes; plain lines end with a line feed alone, since the tools that take them (grep, cut, diff, awk) keep
//! a CR as the end of the last value, and every reader of CSV takes both.
//!
//! A text that begins as a formula does would be run by whoever opens the file: [`guarded`] puts one apostrophe before
//! it, and who reads the file back takes that one away with [`unguarded`].

use super::{Cell, Table, Tell};
use csv::{Terminator, WriterBuilder};
use std::io::{self, Write};

/// How values are parted and kept from harm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dialect {
    /// Between two values.
    delimiter: u8,
    /// As a spreadsheet of an Indonesian office opens it by a double click: a mark of UTF-8, lines that end in CRLF.
    excel: bool,
    /// Without the guard: a spreadsheet may run what somebody wrote into a name.
    raw: bool,
}

impl Dialect {
    /// Commas and line feeds, guarded.
    pub const PLAIN: Dialect = Dialect { delimiter: b',', excel: false, raw: false };
    /// Tabs, as a clipboard has them.
    pub(super) const TABS: Dialect = Dialect { delimiter: b'\t', ..Dialect::PLAIN };

    /// For Excel where decimals have a comma, with or without the guard.
    pub fn new(excel: bool, raw: bool) -> Dialect {
        Dialect { delimiter: if excel { b';' } else { b',' }, excel, raw }
    }
}

pub(super) fn write(table: &dyn Table, dialect: Dialect, tell: Tell<'_>, out: &mut dyn Write) -> io::Result<()> {
    if dialect.excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let end = if dialect.excel { Terminator::CRLF } else { Terminator::Any(b'\n') };
    let mut writer = WriterBuilder::new().delimiter(dialect.delimiter).terminator(end).from_writer(out);
    let field = |cell: Cell| {
        let text = String::from(cell);
        if dialect.raw { text } else { guarded(text) }
    };
    writer.write_record(table.heads().into_iter().map(|head| field(Cell::Text(head)))).map_err(plain)?;
    for place in 0..table.len() {
        writer.write_record(table.cells(place).into_iter().map(field)).map_err(plain)?;
        tell();
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

/// Whether a spreadsheet would take a text for a formula, or an import for a field of its own: by its first sign, in
/// full width too, whatever blanks and apostrophes stand before it.
fn is_formula(text: &str) -> bool {
    for c in text.chars() {
        match c {
            '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n' => return true,
            '\'' => {}
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    false
}

/// A text that is kept from being a formula: exactly one apostrophe before what is one, also where one stands there.
pub fn guarded(text: String) -> String {
    if is_formula(&text) { format!("'{text}") } else { text }
}

/// The text that [`guarded`] had.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(own) if is_formula(own) => own,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_begins_as_a_formula_has_one_apostrophe_more() {
        for (text, guard) in [
            ("=1+1", "'=1+1"),
            ("+62812", "'+62812"),
            ("-5", "'-5"),
            ("@SUM", "'@SUM"),
            ("\t=1", "'\t=1"),
            ("\rx", "'\rx"),
            ("＝1", "'＝1"),
            ("  \u{a0}=1", "'  \u{a0}=1"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("'Ali", "'Ali"),
            ("Nur'aini", "Nur'aini"),
            ("", ""),
            ("1=1", "1=1"),
        ] {
            assert_eq!(guarded(text.to_owned()), guard, "{text:?}");
            assert_eq!(unguarded(guard), text, "{guard:?}");
        }
    }

    proptest! {
        #[test]
        fn the_guard_is_undone_byte_for_byte(text in "[ '\t\r=+@＝a-]{0,6}|\\PC*") {
            let guard = guarded(text.clone());
            prop_assert_eq!(unguarded(&guard), text);
            prop_assert!(!guard.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }

        #[test]
        fn and_of_any_text(text in any::<String>()) {
            let guard = guarded(text.clone());
            prop_assert_eq!(unguarded(&guard), text);
        }
    }
}

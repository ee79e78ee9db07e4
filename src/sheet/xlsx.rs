//! A workbook of one sheet: every cell says whether it is a text or a number, so that no NIK loses its last digits and
//! no text is taken for a formula.
//!
//! It is written row by row as it is made. A library that holds the workbook until it is saved (`rust_xlsxwriter`) took
//! 3.6 GB for a million workers; its mode for little memory keeps the cells in a file of its own, and panics where that
//! file or the list itself cannot be written.

mod parts;

use super::{Cell, Table};
use crate::lang::measure;
use parts::{BOLD, PARTS, SHEET};
use std::fmt::Write as _;
use std::io::{self, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Rows below the head that a sheet of any spreadsheet program holds.
pub(super) const MOST: usize = (1 << 20) - 1;

/// So many rows are measured for the widths of their columns; a longer list opens as fast as it can.
const MEASURED: usize = 20_000;

/// Digits that a spreadsheet's numbers hold exactly.
const EXACT: u64 = 1 << 53;

/// The most characters that a cell takes: a workbook with a longer one is called damaged.
const LONGEST: usize = 32_767;

/// The widest that a column is made, in characters.
const WIDEST: usize = 255;

/// What is held before it goes on to be packed, in bytes.
const HELD: usize = 64 * 1024;

pub(super) fn write(table: &dyn Table, out: &mut dyn Write) -> io::Result<()> {
    // No date, so that the same list makes the same bytes; who unpacks it is its only reader.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o600);
    let mut book = ZipWriter::new_stream(Once { out, failed: false });
    for (name, text) in PARTS {
        book.start_file(name, options)?;
        book.write_all(text.as_bytes())?;
    }
    book.start_file(SHEET, options)?;
    sheet(table, &mut book)?;
    book.finish()?;
    Ok(())
}

/// An output that says once that it failed, and takes everything after that: an archive that is given up writes its end
/// all the same, and says on standard error, over the screen that may stand there, that it could not.
struct Once<'a> {
    out: &'a mut dyn Write,
    failed: bool,
}

impl Write for Once<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.failed {
            // Whole, since what packs does not try again after an interruption.
            self.out.write_all(bytes).inspect_err(|_| self.failed = true)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed { Ok(()) } else { self.out.flush() }
    }
}

fn sheet(table: &dyn Table, out: &mut dyn Write) -> io::Result<()> {
    let heads: Vec<Cell> = table.heads().into_iter().map(|head| Cell::Text(head.to_owned())).collect();
    let columns: Vec<String> = (0..heads.len()).map(letters).collect();
    let mut page = Page { text: begin(table, &columns), columns };
    page.row(1, BOLD, heads)?;
    for place in 0..table.len() {
        page.row(place + 2, 0, table.cells(place))?;
        if page.text.len() >= HELD {
            out.write_all(page.text.as_bytes())?;
            page.text.clear();
        }
    }
    page.text.push_str("</sheetData></worksheet>");
    out.write_all(page.text.as_bytes())
}

/// The letters of a column: A to Z, AA and so on.
fn letters(place: usize) -> String {
    let last = char::from(b'A' + (place % 26) as u8);
    match place / 26 {
        0 => last.into(),
        more => letters(more - 1) + last.encode_utf8(&mut [0; 4]),
    }
}

/// What a sheet says before its rows: the head and the first two columns stay in sight.
fn begin(table: &dyn Table, columns: &[String]) -> String {
    let last = columns.last().map_or("A", |last| last);
    let mut text = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:{last}{}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/><selection pane="topRight" activeCell="C1" sqref="C1"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/><selection pane="bottomRight"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#,
        table.len() + 1
    );
    if table.len() <= MEASURED && !columns.is_empty() {
        text.push_str("<cols>");
        for (column, width) in (1..).zip(widths(table)) {
            put(
                &mut text,
                format_args!(r#"<col min="{column}" max="{column}" width="{width}" bestFit="1" customWidth="1"/>"#),
            );
        }
        text.push_str("</cols>");
    }
    text.push_str("<sheetData>");
    text
}

/// How wide each column is, in characters: two more than the widest text, since a head is bold and an edge takes room.
fn widths(table: &dyn Table) -> Vec<usize> {
    let mut widths: Vec<usize> = table.heads().into_iter().map(measure::width).collect();
    for place in 0..table.len() {
        for (width, cell) in widths.iter_mut().zip(table.cells(place)) {
            *width = (*width).max(match cell {
                Cell::Empty => 0,
                Cell::Number(number) => number.checked_ilog10().map_or(1, |tens| tens as usize + 1),
                Cell::Text(text) => measure::width(&text),
            });
        }
    }
    widths.into_iter().map(|width| (width + 2).min(WIDEST)).collect()
}

/// The sheet as far as it is made and not packed yet.
struct Page {
    text: String,
    columns: Vec<String>,
}

impl Page {
    /// Puts a row, counted from 1; cells without a value are left out.
    fn row(&mut self, row: usize, style: u32, cells: Vec<Cell>) -> io::Result<()> {
        let Page { text, columns } = self;
        put(text, format_args!(r#"<row r="{row}">"#));
        for (column, cell) in columns.iter().zip(cells) {
            let words = match cell {
                Cell::Empty => continue,
                Cell::Number(number) if number < EXACT => {
                    put(text, format_args!(r#"<c r="{column}{row}"><v>{number}</v></c>"#));
                    continue;
                }
                Cell::Number(number) => number.to_string(),
                Cell::Text(words) if words.is_empty() => continue,
                Cell::Text(words) => words,
            };
            if words.len() > LONGEST && words.chars().count() > LONGEST {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "a text is too long for a cell"));
            }
            put(text, format_args!(r#"<c r="{column}{row}""#));
            if style != 0 {
                put(text, format_args!(r#" s="{style}""#));
            }
            let edge = [' ', '\t', '\n'];
            let keeps = if words.starts_with(edge) || words.ends_with(edge) { r#" xml:space="preserve""# } else { "" };
            put(text, format_args!(r#" t="inlineStr"><is><t{keeps}>"#));
            escape(text, &words);
            text.push_str("</t></is></c>");
        }
        text.push_str("</row>");
        Ok(())
    }
}

/// A `String` takes everything.
fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(what);
}

/// Puts a text as XML has it. What no XML may hold, and a text that looks like the sign for it, is written as spreadsheets
/// do: `_x000B_`, and `_x005F_x000B_`.
fn escape(behind: &mut String, text: &str) {
    let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'&' | b'<' | b'>' | b'_' | 0xef);
    if text.bytes().all(is_plain) {
        return behind.push_str(text);
    }
    for (at, c) in text.char_indices() {
        match c {
            '&' => behind.push_str("&amp;"),
            '<' => behind.push_str("&lt;"),
            '>' => behind.push_str("&gt;"),
            '\t' | '\n' => behind.push(c),
            '\0'..'\x20' | '\u{fffe}' | '\u{ffff}' => put(behind, format_args!("_x{:04X}_", u32::from(c))),
            '_' if text.get(at..).is_some_and(is_sign) => behind.push_str("_x005F_"),
            c => behind.push(c),
        }
    }
}

/// Whether a text begins as the sign for a character does: `_x`, four digits of base sixteen, `_`.
fn is_sign(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.as_bytes().split_first_chunk::<4>());
    digits.is_some_and(|(digits, rest)| digits.iter().all(u8::is_ascii_hexdigit) && rest.first() == Some(&b'_'))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use ::zip::ZipArchive;
    use std::io::{Cursor, Read};

    struct Rows(Vec<Vec<Cell>>);

    impl Table for Rows {
        fn heads(&self) -> Vec<&'static str> {
            vec!["id", "name", "age"]
        }

        fn len(&self) -> usize {
            self.0.len()
        }

        fn cells(&self, place: usize) -> Vec<Cell> {
            self.0[place].clone()
        }

        fn document(&self) -> (serde_json::Value, &'static str) {
            (serde_json::Value::Null, "rows")
        }
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn rows(many: u64) -> Rows {
        Rows((0..many).map(|row| vec![text(&format!("W{row}")), text("Siti Aminah"), Cell::Number(row)]).collect())
    }

    fn written(rows: &Rows) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(rows, &mut bytes).unwrap();
        bytes
    }

    /// A file of the archive, read by another than who wrote it.
    fn read(bytes: &[u8], name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    fn sheet_of(rows: Vec<Vec<Cell>>) -> String {
        read(&written(&Rows(rows)), SHEET)
    }

    #[test]
    fn every_cell_says_what_it_is_and_no_text_is_a_formula() {
        let sheet = sheet_of(vec![
            vec![text("9671004203810001"), text("=1+1"), Cell::Number(43)],
            vec![Cell::Empty, text("a & <b>"), Cell::Number(1 << 53)],
            vec![text(""), text(" Siti "), Cell::Number((1 << 53) - 1)],
        ]);
        for cell in [
            r#"<dimension ref="A1:C4"/>"#,
            r#"<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>"#,
            r#"<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>id</t></is></c>"#,
            r#"<row r="2"><c r="A2" t="inlineStr"><is><t>9671004203810001</t></is></c>"#,
            r#"<c r="B2" t="inlineStr"><is><t>=1+1</t></is></c><c r="C2"><v>43</v></c></row>"#,
            r#"<row r="3"><c r="B3" t="inlineStr"><is><t>a &amp; &lt;b&gt;</t></is></c>"#,
            r#"<c r="C3" t="inlineStr"><is><t>9007199254740992</t></is></c></row>"#,
            r#"<row r="4"><c r="B4" t="inlineStr"><is><t xml:space="preserve"> Siti </t></is></c>"#,
            r#"<c r="C4"><v>9007199254740991</v></c></row></sheetData></worksheet>"#,
        ] {
            assert!(sheet.contains(cell), "{cell} in {sheet}");
        }
        assert!(!sheet.contains("<f>"), "{sheet}");
    }

    #[test]
    fn what_no_xml_holds_is_said_as_spreadsheets_say_it() {
        for (plain, escaped) in [
            ("a\u{b}b\r", "a_x000B_b_x000D_"),
            ("\u{1b}[2J\0", "_x001B_[2J_x0000_"),
            ("_x000B_", "_x005F_x000B_"),
            ("_x00_ _ x_", "_x00_ _ x_"),
            ("é\u{fffe}ﬁ", "é_xFFFE_ﬁ"),
            ("a\tb\nc", "a\tb\nc"),
        ] {
            let mut found = String::new();
            escape(&mut found, plain);
            assert_eq!(found, escaped, "{plain:?}");
        }
    }

    #[test]
    fn a_short_list_is_measured_and_a_long_one_opens_as_it_is() {
        let sheet = read(&written(&rows(12)), SHEET);
        assert!(sheet.contains(r#"<col min="2" max="2" width="13" bestFit="1" customWidth="1"/>"#), "{sheet}");
        let long = read(&written(&rows(MEASURED as u64 + 1)), SHEET);
        assert!(!long.contains("<col ") && long.contains(r#"<c r="C20002"><v>20000</v></c>"#));
        assert!(read(&written(&rows(0)), SHEET).contains(r#"<dimension ref="A1:C1"/>"#));
    }

    #[test]
    fn an_archive_is_whole_and_the_same_each_time() {
        let bytes = written(&rows(3_000));
        assert!(bytes == written(&rows(3_000)), "no date and nothing by chance");
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        assert_eq!(names.len(), PARTS.len() + 1);
        for name in names.drain(..) {
            // To its end, where its checksum is compared.
            let length = io::copy(&mut archive.by_name(&name).unwrap(), &mut io::sink()).unwrap();
            assert!(length > 100, "{name}");
        }
    }

    #[test]
    fn an_output_that_is_full_is_an_error_wherever_it_is() {
        /// Takes so many bytes.
        struct Full(usize);

        impl Write for Full {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                let taken = bytes.len().min(self.0);
                self.0 -= taken;
                if taken == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(taken) }
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }

        /// Is interrupted before each write.
        struct Interrupted(Vec<u8>, bool);

        impl Write for Interrupted {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.1 = !self.1;
                if self.1 { Err(io::ErrorKind::Interrupted.into()) } else { self.0.write(bytes) }
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }

        let rows = rows(400);
        let length = written(&rows).len();
        let mut interrupted = Interrupted(Vec::new(), false);
        write(&rows, &mut interrupted).unwrap();
        assert!(interrupted.0 == written(&rows), "an interruption is no failure");
        for room in (0..length).step_by(7).chain([length - 1]) {
            let kind = write(&rows, &mut Full(room)).map_err(|error| error.kind());
            assert_eq!(kind, Err(io::ErrorKind::StorageFull), "{room} of {length}");
        }
        assert!(write(&rows, &mut Full(length)).is_ok());
    }

    #[test]
    fn a_text_that_no_cell_takes_is_refused() {
        let long = |many: usize| Rows(vec![vec![text(&"é".repeat(many))]]);
        assert!(write(&long(LONGEST), &mut Vec::new()).is_ok());
        let refused = write(&long(LONGEST + 1), &mut Vec::new()).map_err(|error| error.kind());
        assert_eq!(refused, Err(io::ErrorKind::InvalidData));
    }

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        for (place, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(place), name);
        }
    }
}

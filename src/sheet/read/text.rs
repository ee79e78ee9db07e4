//! Comma-separated values as spreadsheets save them: in whatever encoding, parted by whatever sign.

use super::{Bytes, Form, Found, Given, Line, Unreadable, Value};
use crate::sheet::csv::unguarded;
use csv::ReaderBuilder;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::Read;
use std::ops::ControlFlow;

/// The signs that part fields, the likelier first: an Indonesian Excel writes semicolons.
const SIGNS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// So many records tell which sign it is.
const TOLD_BY: usize = 50;

/// The largest text that is read, in bytes: some five million workers.
const MOST: u64 = 1 << 30;

/// A list that is a text.
pub struct Text {
    text: String,
    found: Found,
    /// Lines before the first record: one that names the sign.
    skipped: usize,
}

impl Text {
    /// Reads the whole text.
    pub fn open(bytes: Box<dyn Bytes>) -> Result<Text, Unreadable> {
        let mut raw = Vec::new();
        bytes.take(MOST + 1).read_to_end(&mut raw).map_err(Unreadable::Io)?;
        if raw.len() as u64 > MOST {
            return Err(Unreadable::Bytes(MOST));
        }
        if raw.starts_with(b"%PDF-") {
            return Err(Unreadable::Form(Form::Pdf));
        }
        let encoding = encoding(&raw).ok_or(Unreadable::Form(Form::NoText))?;
        let (text, _) = encoding.decode_with_bom_removal(&raw);
        let mut text = text.into_owned();
        let start = text.trim_start().get(..9).unwrap_or(text.trim_start()).to_ascii_lowercase();
        if start.is_empty() {
            return Err(Unreadable::Form(Form::Empty));
        }
        if start.starts_with(['{', '[']) {
            return Err(Unreadable::Form(Form::Json));
        }
        if ["<html", "<!doctype", "<table", "<?xml"].iter().any(|begin| start.starts_with(begin)) {
            return Err(Unreadable::Form(Form::WebPage));
        }
        let (mut skipped, mut named) = (0, None);
        if let Some((first, rest)) = text.split_once('\n')
            && let Some(sign) = first.trim().strip_prefix("sep=")
        {
            (skipped, named) = (1, sign.bytes().next());
            text = rest.to_owned();
        }
        let delimiter = named.unwrap_or_else(|| sign(&text));
        if let Some(line) = unclosed(&text, delimiter, columns(&text, delimiter).1) {
            return Err(Unreadable::Quote(line + skipped));
        }
        Ok(Text { text, found: Found { encoding: encoding.name(), delimiter }, skipped })
    }

    /// See [`super::Book::found`].
    pub fn found(&self) -> Found {
        self.found
    }

    /// See [`super::Book::lines`].
    pub fn lines(&self, take: &mut dyn FnMut(Line) -> ControlFlow<()>) -> Result<(), Unreadable> {
        for record in reader(&self.text, self.found.delimiter).into_records() {
            let record = record.map_err(|_| Unreadable::Broken)?;
            let row = record.position().map_or(0, |place| row(&self.text, place)) + self.skipped;
            if record.len() > super::MOST_COLUMNS {
                return Err(Unreadable::Columns(super::MOST_COLUMNS));
            }
            let given = |field: &str| match field {
                "" => Given::default(),
                field => Given::plain(value(field)),
            };
            let line = Line { row, cells: record.iter().map(given).collect(), is_hidden: false };
            if !line.is_empty() && take(line).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// The line that a record begins in. The reader says where it began to look: before the line ends that stand there still,
/// the second sign of the end before among them.
fn row(text: &str, place: &csv::Position) -> usize {
    let [byte, line] = [place.byte(), place.line()].map(|place| usize::try_from(place).unwrap_or(usize::MAX));
    let rest = text.as_bytes().get(byte..).unwrap_or(&[]);
    let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    line + ends.filter(|byte| **byte == b'\n').count()
}

/// What a field holds: a text, or the sign of a formula that failed before the list was saved.
fn value(field: &str) -> Value {
    match super::workbook::fault(field.trim()) {
        Some(fault) => Value::Fault(fault),
        None => Value::Text(unguarded(field).to_owned()),
    }
}

/// The line of a quotation mark that opens a field and was never meant to: the reader, which takes anything for a list,
/// goes on to the next mark or to the end, and the rows between are lost in a cell. Such a field begins in one whole row
/// and goes on in another; of an address in many lines none but the first is as long as a row.
fn unclosed(text: &str, sign: u8, columns: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let ends = |c: char| matches!(c, '\r' | '\n');
    let begins = |at: usize| at == 0 || bytes.get(at - 1).is_some_and(|&byte| byte == sign || ends(byte.into()));
    let is_row = |line: &str| line.bytes().filter(|byte| *byte == sign).count() >= columns.saturating_sub(1).max(2);
    let mark = |from: usize| Some(from + text.get(from..)?.find('"')?);
    let mut from = 0;
    while let Some(open) = mark(from) {
        from = open + 1;
        if !begins(open) {
            continue;
        }
        let mut close = mark(from);
        // Two stand for one.
        while let Some(first) = close.filter(|first| bytes.get(first + 1) == Some(&b'"')) {
            close = mark(first + 2);
        }
        let swallows = |close: usize| {
            let first = text.get(..open)?.rfind(ends).map_or(0, |end| end + 1);
            let last = text.get(close..)?.find(ends).map_or(text.len(), |end| close + end);
            let mut lines = text.get(first..last)?.split(ends);
            Some(lines.next().is_some_and(is_row) && lines.any(is_row))
        };
        // Nearly every field ends in its line, which may hold thousands of them and is not looked through for each.
        let is_long = |close: usize| text.get(open..close).is_some_and(|field| field.contains(ends));
        if close.is_none_or(|close| is_long(close) && swallows(close) == Some(true)) {
            return Some(text.get(..open)?.matches('\n').count() + 1);
        }
        from = close? + 1;
    }
    None
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// The encoding, by its mark, else by what its bytes can be; `None` where they are no text. Windows-1252 gives every byte
/// a meaning, so it comes last.
fn encoding(raw: &[u8]) -> Option<&'static Encoding> {
    if let Some((marked, _)) = Encoding::for_bom(raw) {
        return Some(marked);
    }
    let head = raw.get(..raw.len().min(4_096)).unwrap_or(&[]);
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Of Latin letters in two bytes each, one is zero.
    match (even * 4 > head.len(), odd * 4 > head.len()) {
        (false, true) => return Some(UTF_16LE),
        (true, false) => return Some(UTF_16BE),
        _ => {}
    }
    if head.contains(&0) {
        return None;
    }
    Some(if std::str::from_utf8(raw).is_ok() { UTF_8 } else { WINDOWS_1252 })
}

/// The sign under which most of the first records have equally many fields; of two such the one that makes more of them.
fn sign(text: &str) -> u8 {
    // The first of equals.
    SIGNS.into_iter().rev().max_by_key(|&sign| columns(text, sign)).unwrap_or(b';')
}

/// How many of the first records have equally many fields under a sign, and how many fields.
fn columns(text: &str, sign: u8) -> (usize, usize) {
    let records = reader(text, sign).into_records().take(TOLD_BY);
    let mut counts: Vec<usize> = records.flatten().map(|record| record.len()).filter(|&many| many > 1).collect();
    counts.sort_unstable();
    let alike = counts.chunk_by(|a, b| a == b).map(|run| (run.len(), run.first().copied().unwrap_or(0)));
    alike.max().unwrap_or_default()
}

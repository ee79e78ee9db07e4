//! A workbook: every cell says whether it is a text, a number or a date, so that no NIK loses its last digits, a date
//! sorts as one, and no text is taken for a formula. A list has its heading and first columns in sight, a filter over
//! the heading, and comes out of a printer on A4 across, the heading on every page.
//!
//! It is written row by row as it is made. A library that holds the workbook until it is saved (`rust_xlsxwriter`) took
//! 3.6 GB for a million workers; its mode for little memory keeps the cells in a file of its own, and panics where that
//! file or the list itself cannot be written.

mod page;
mod parts;
mod xml;

use super::{Cell, Line, Table, Tell};
use crate::lang::words::export as words;
use crate::lang::{Lang, measure};
use page::Page;
pub(super) use page::letters;
use parts::{Named, parts};
use std::collections::BTreeSet;
use std::io::{self, Write};
use xml::{escape, put};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Rows below the head that a sheet of any spreadsheet program holds.
pub(super) const MOST: usize = (1 << 20) - 1;

/// So many rows are measured for the widths of their columns; a longer list opens as fast as it can.
const MEASURED: usize = 20_000;

/// The widest that a column is made, in characters.
const WIDEST: usize = 255;

/// The widest of notes, whose lines are broken instead.
const WIDEST_NOTE: usize = 64;

/// The most characters of a sheet's name, as UTF-16 counts them.
const LONGEST_NAME: usize = 31;

/// A sheet to be written.
pub(super) enum Leaf<'a> {
    /// A list under its heading.
    List(String, &'a dyn Table),
    /// Lines of a label and what it says.
    Notes(String, Vec<Line>),
}

impl Leaf<'_> {
    fn name(&self) -> &str {
        match self {
            Leaf::List(name, _) | Leaf::Notes(name, _) => name,
        }
    }
}

/// What stands on every sheet of a workbook.
#[derive(Clone, Copy)]
pub(super) struct Margin {
    /// The language of the foot of a printed page, and of dates.
    pub lang: Lang,
    /// Whether the people are invented, which stands on every printed page.
    pub synthetic: bool,
}

/// Writes a workbook; the answer is how many texts were cut.
pub(super) fn write(leaves: &[Leaf<'_>], margin: Margin, tell: Tell<'_>, out: &mut dyn Write) -> io::Result<u64> {
    // No date, so that the same list makes the same bytes; who unpacks it is its only reader.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o600);
    let mut book = ZipWriter::new_stream(Once { out, failed: false });
    let names = names(&leaves.iter().map(Leaf::name).collect::<Vec<_>>());
    let named = |(leaf, name): (&Leaf<'_>, String)| {
        let filtered = match leaf {
            Leaf::List(_, table) => range(*table),
            Leaf::Notes(..) => None,
        };
        Named { name, filtered }
    };
    let named: Vec<Named> = leaves.iter().zip(names).map(named).collect();
    for (name, text) in parts(&named, margin.lang) {
        book.start_file(name, options)?;
        book.write_all(text.as_bytes())?;
    }
    let mut cut = 0;
    for (number, leaf) in (1..).zip(leaves) {
        book.start_file(parts::sheet(number), options)?;
        cut += match leaf {
            Leaf::List(_, table) => list(*table, margin, number == 1, tell, &mut book)?,
            Leaf::Notes(_, lines) => notes(lines, margin, number == 1, &mut book)?,
        };
    }
    book.finish()?;
    Ok(cut)
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

/// The names of sheets as every spreadsheet program takes them: at most 31 characters, none of `[]:*?/\`, no apostrophe
/// at an end, none blank, no two alike in any case.
fn names(asked: &[&str]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut name = |(place, asked): (usize, &&str)| {
        let plain = |c: char| if c.is_control() || "[]:*?/\\".contains(c) { ' ' } else { c };
        let plain: String = asked.chars().map(plain).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut count = 1;
        loop {
            // Another of the same name is numbered.
            let end = if count > 1 { format!(" ({count})") } else { String::new() };
            let mut left = LONGEST_NAME - end.encode_utf16().count().min(LONGEST_NAME);
            let within = |c: &char| {
                let takes = c.len_utf16() <= left;
                left = left.saturating_sub(if takes { c.len_utf16() } else { left });
                takes
            };
            let short: String = plain.chars().take_while(within).collect();
            let short = short.trim_matches(|c: char| c == '\'' || c.is_whitespace());
            let name = if short.is_empty() { format!("{}{end}", place + 1) } else { format!("{short}{end}") };
            // Excel keeps that one for itself.
            if name.to_lowercase() != "history" && taken.insert(name.to_lowercase()) {
                return name;
            }
            count += 1;
        }
    };
    asked.iter().enumerate().map(&mut name).collect()
}

/// Where the heading of a list and its rows stand; nothing where there are no columns.
fn range(table: &dyn Table) -> Option<String> {
    let last = letters(table.titles().len().checked_sub(1)?);
    Some(format!("$A$1:${last}${}", table.len() + 1))
}

fn list(table: &dyn Table, margin: Margin, first: bool, tell: Tell<'_>, out: &mut dyn Write) -> io::Result<u64> {
    let titles = table.titles();
    // A sheet that is full of rows has no room for sums; the summary has them.
    let mut foot = table.foot();
    foot.truncate(MOST.saturating_sub(table.len()));
    let last = letters(titles.len().max(1) - 1);
    let rows = 1 + table.len() + foot.len();
    let measured = table.len() <= MEASURED;
    let columns = if measured { widths(table, &titles, &foot) } else { Vec::new() };
    let begin = begin(&format!("A1:{last}{rows}"), view(titles.len(), first), &columns);
    // A sum has a label and an amount, however few columns stand above it.
    let room = foot.iter().map(|line| line.cells.len()).fold(titles.len(), usize::max);
    let mut page = Page::new(out, begin, room, false);
    page.line(Line::bold(titles.iter().map(|title| Cell::Text(title.clone()))))?;
    for place in 0..table.len() {
        page.row(table.said(place))?;
        tell();
    }
    for line in foot {
        page.line(line)?;
    }
    let filter =
        range(table).map_or(String::new(), |range| format!(r#"<autoFilter ref="{}"/>"#, range.replace('$', "")));
    page.end(&format!("</sheetData>{filter}{}", print(margin)))
}

fn notes(lines: &[Line], margin: Margin, first: bool, out: &mut dyn Write) -> io::Result<u64> {
    let columns = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0).max(1);
    let mut widths = vec![0; columns];
    for line in lines {
        widen(&mut widths, &line.cells);
    }
    let widths: Vec<usize> = widths.into_iter().map(|width| (width + 2).min(WIDEST_NOTE)).collect();
    let selected = if first { r#" tabSelected="1""# } else { "" };
    let view = format!(r#"<sheetView{selected} workbookViewId="0"/>"#);
    let size = format!("A1:{}{}", letters(columns - 1), lines.len().max(1));
    let mut page = Page::new(out, begin(&size, view, &widths), columns, true);
    for line in lines {
        page.line(line.clone())?;
    }
    page.end(&format!("</sheetData>{}", print(margin)))
}

/// A list as it is looked at: the heading and the first two columns stay in sight.
fn view(columns: usize, first: bool) -> String {
    let selected = if first { r#" tabSelected="1""# } else { "" };
    match columns {
        0..=2 => format!(
            r#"<sheetView{selected} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>"#
        ),
        _ => format!(
            r#"<sheetView{selected} workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/><selection pane="topRight" activeCell="C1" sqref="C1"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/><selection pane="bottomRight"/></sheetView>"#
        ),
    }
}

/// What a sheet says before its rows. Without widths its columns are as wide as a program makes them.
fn begin(size: &str, view: String, widths: &[usize]) -> String {
    let mut text = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="{size}"/><sheetViews>{view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>"#
    );
    if !widths.is_empty() {
        text.push_str("<cols>");
        for (column, width) in (1..).zip(widths) {
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

/// How a sheet is printed: on A4 across, as wide as one page, with its name, what it is of, and which page of how many.
fn print(margin: Margin) -> String {
    let lang = margin.lang;
    let demo = if margin.synthetic { lang.say(&crate::lang::words::DEMO) } else { "" };
    let mut foot = String::new();
    escape(&mut foot, &format!("&L&A&C{demo}&R{}", lang.fill(&words::PAGE_OF, &["&P", "&N"])));
    format!(
        r#"<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>{foot}</oddFooter></headerFooter></worksheet>"#
    )
}

/// How wide each column is, in characters: two more than the widest text, since a head is bold and an edge takes room.
fn widths(table: &dyn Table, titles: &[String], foot: &[Line]) -> Vec<usize> {
    let mut widths: Vec<usize> = titles.iter().map(|title| measure::width(title)).collect();
    for place in 0..table.len() {
        widen(&mut widths, &table.said(place));
    }
    for line in foot {
        widen(&mut widths, &line.cells);
    }
    widths.into_iter().map(|width| (width + 2).min(WIDEST)).collect()
}

fn widen(widths: &mut [usize], cells: &[Cell]) {
    for (width, cell) in widths.iter_mut().zip(cells) {
        *width = (*width).max(match cell {
            Cell::Empty => 0,
            // With a sign between each three digits, as sums have it.
            Cell::Number(number) => number.checked_ilog10().map_or(1, |tens| (tens + 1 + tens / 3) as usize),
            Cell::Day(_) => 10,
            Cell::Text(text) => measure::width(text),
        });
    }
}

#[cfg(test)]
mod tests;

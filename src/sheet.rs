//! TABLES OUT: workers as rows of a table, one file a format. Data (CSV, JSON) is never localised: names of columns are
//! English, dates are ISO, numbers have no separators. What people open (a workbook, Markdown) has its headings and
//! words in their language, and a workbook has its dates as dates and a summary beside the list.
//!
//! What is personal stays masked unless it is asked for: NIK and KPJ keep their last four digits, phones three, and the
//! birth date becomes an age, since beside a birth date a mask of the NIK hides nothing.
//!
//! A cell that begins as a formula does (`=`, `+`, `-`, `@`, tab) is a text that a spreadsheet would run: in CSV an
//! apostrophe is put before it. A workbook says of each cell what it is, so there it is written as it stands.

pub(crate) mod audit;
pub mod changes;
pub mod csv;
pub mod findings;
mod json;
pub mod list;
mod markdown;
pub(crate) mod read;
pub mod split;
mod summary;
pub mod template;
pub mod workers;
mod xlsx;

use crate::lang::Lang;
use crate::lang::person::Cell;
use crate::lang::words::export as words;
use audit::AuditSheet;
use csv::Dialect;
use split::{By, Part, PartSheet};
use std::io::{self, Write};
pub use workers::Sheet;
use xlsx::{Leaf, Margin};

/// The forms of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Comma-separated, UTF-8 without a mark, lines end with a line feed.
    Csv,
    /// A workbook; every number of a person is text, every date a date.
    Xlsx,
    /// One JSON object a line.
    Jsonl,
    /// One JSON object, `lindungi/export/1`.
    Json,
    /// For minutes and messages.
    Markdown,
}

impl Format {
    /// Every format, that of most offices first.
    pub const ALL: [Format; 5] = [Format::Xlsx, Format::Csv, Format::Jsonl, Format::Json, Format::Markdown];

    /// Its name, which is also how its files end.
    pub fn code(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Jsonl => "jsonl",
            Format::Json => "json",
            Format::Markdown => "md",
        }
    }
}

/// What the end of a file's name says of its form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ending {
    /// One that is written.
    Of(Format),
    /// One of other programs, which nothing here is: the ending in lower case.
    Foreign(String),
    /// Nothing.
    Silent,
}

/// Endings of other programs' files, that a list named so would be taken for.
const FOREIGN: [&str; 11] = ["xls", "xlsm", "xlsb", "ods", "pdf", "doc", "docx", "odt", "htm", "html", "zip"];

impl Ending {
    /// Of a file's name, in letters of either case.
    pub fn of(path: &str) -> Ending {
        let name = path.rsplit('/').next().unwrap_or(path);
        let Some((_, ending)) = name.rsplit_once('.') else { return Ending::Silent };
        let ending = ending.trim_end().to_ascii_lowercase();
        let known = Format::ALL.into_iter().find(|format| format.code() == ending);
        match known.or((ending == "markdown").then_some(Format::Markdown)) {
            Some(format) => Ending::Of(format),
            None if FOREIGN.contains(&ending.as_str()) => Ending::Foreign(ending),
            None => Ending::Silent,
        }
    }
}

/// That nothing is written in a form of other programs, and in which forms it is.
pub fn no_such_ending(lang: Lang, ending: &str) -> String {
    let known = Format::ALL.map(|format| format!(".{}", format.code())).join(" ");
    lang.fill(&words::ENDING, &[ending, &known])
}

/// Why so many rows find no room in a form of table, told before any of them is written; `None` where they do.
pub fn too_many(lang: Lang, format: Format, rows: usize) -> Option<String> {
    let over = format == Format::Xlsx && rows > xlsx::MOST;
    let [most, rows] = [xlsx::MOST, rows].map(|count| lang.count(count as u64));
    over.then(|| lang.fill(&words::TOO_MANY_ROWS, &[&most, &rows]))
}

/// Rows and columns, whatever they are about.
pub(crate) trait Table {
    /// The columns, by their codes.
    fn heads(&self) -> Vec<String>;

    /// How many rows.
    fn len(&self) -> usize;

    /// A row as data.
    fn cells(&self, place: usize) -> Vec<Cell>;

    /// What a JSON document says before its rows, and how it calls them.
    fn document(&self) -> (serde_json::Value, &'static str);

    /// The columns as people read them, in their language.
    fn titles(&self) -> Vec<String> {
        self.heads()
    }

    /// A row as people read it: what is a word is said in their language, dates and numbers stay what they are.
    fn said(&self, place: usize) -> Vec<Cell> {
        self.cells(place)
    }

    /// The columns of a table in a text, which has room for few.
    fn brief_titles(&self) -> Vec<String> {
        self.titles()
    }

    /// A row of a table in a text.
    fn brief(&self, place: usize) -> Vec<String> {
        self.said(place).into_iter().map(String::from).collect()
    }

    /// What stands below the rows of a sheet for people: sums.
    fn foot(&self) -> Vec<Line> {
        Vec::new()
    }

    /// What a workbook says beside the list.
    fn book(&self) -> Book;
}

/// A line for people beside or below a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Line {
    /// Whether it is a heading or a sum.
    bold: bool,
    cells: Vec<Cell>,
}

impl Book {
    /// Of a list that goes to whoever mends it, alone.
    pub fn alone(name: &str, lang: Lang, synthetic: bool) -> Book {
        Book { name: name.to_owned(), summary: None, lang, synthetic }
    }
}

impl Line {
    fn plain(cells: impl IntoIterator<Item = Cell>) -> Line {
        Line { bold: false, cells: cells.into_iter().collect() }
    }

    fn bold(cells: impl IntoIterator<Item = Cell>) -> Line {
        Line { bold: true, cells: cells.into_iter().collect() }
    }
}

/// What a workbook says beside a list.
pub(crate) struct Book {
    /// The name of the list's sheet.
    name: String,
    /// The summary, on a sheet of its own; nothing where whoever takes the list wants it alone.
    summary: Option<Vec<Line>>,
    /// The language.
    lang: Lang,
    /// Whether the people are invented.
    synthetic: bool,
}

/// In which form a list is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Form {
    /// The form.
    pub format: Format,
    /// How values are parted, in CSV.
    pub dialect: Dialect,
}

impl From<Format> for Form {
    fn from(format: Format) -> Form {
        Form { format, dialect: Dialect::PLAIN }
    }
}

/// Is told of each row that is written.
pub(crate) type Tell<'a> = &'a dyn Fn();

/// Writes a table; the answer is how many texts were cut, since no cell of a workbook takes them whole.
pub(crate) fn write(table: &dyn Table, form: Form, tell: Tell<'_>, out: &mut dyn Write) -> io::Result<u64> {
    match form.format {
        Format::Csv => csv::write(table, form.dialect, tell, out)?,
        Format::Xlsx => {
            let Book { name, summary, lang, synthetic } = table.book();
            let leaves = [Leaf::List(name, table)].into_iter().chain(summary.map(|lines| notes(lang, lines)));
            return xlsx::write(&leaves.collect::<Vec<_>>(), Margin { lang, synthetic }, tell, out);
        }
        Format::Jsonl => json::lines(table, tell, out)?,
        Format::Json => json::write(table, tell, out)?,
        Format::Markdown => markdown::write(table, tell, out)?,
    }
    Ok(0)
}

fn notes(lang: Lang, lines: Vec<Line>) -> Leaf<'static> {
    Leaf::Notes(lang.say(&words::SUMMARY).to_owned(), lines)
}

/// Writes one workbook of all parts of a list: first the summary with a line for each, then a sheet for each.
pub(crate) fn write_parts(
    (sheet, by): (Sheet<'_>, By),
    parts: &[Part],
    tell: Tell<'_>,
    out: &mut dyn Write,
) -> io::Result<u64> {
    let Sheet { roster, lang, .. } = sheet;
    let summary = sheet.summary(split::overview(parts, &split::cost(roster, sheet.rows), by, lang));
    let lists: Vec<PartSheet<'_>> = parts.iter().map(|part| PartSheet::new(sheet, part)).collect();
    let each = lists.iter().zip(parts).map(|(list, part)| Leaf::List(part.name.clone(), list));
    let leaves: Vec<Leaf<'_>> = std::iter::once(notes(lang, summary)).chain(each).collect();
    xlsx::write(&leaves, Margin { lang, synthetic: roster.synthetic }, tell, out)
}

/// Writes what an office has to mend as one workbook: a sheet for each of these, the summary of the first behind them.
pub(crate) fn write_sheets(sheets: &[AuditSheet<'_>], out: &mut dyn Write) -> io::Result<u64> {
    let books: Vec<Book> = sheets.iter().map(Table::book).collect();
    let Some(Book { lang, synthetic, .. }) = books.first() else { return Ok(0) };
    let margin = Margin { lang: *lang, synthetic: *synthetic };
    let leaves: Vec<Leaf<'_>> =
        sheets.iter().zip(&books).map(|(sheet, book)| Leaf::List(book.name.clone(), sheet as &dyn Table)).collect();
    xlsx::write(&leaves, margin, &|| (), out)
}

/// The rows as a spreadsheet takes them from a clipboard: columns parted by tabs.
pub fn clip(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    csv::write(sheet, Dialect::TABS, &|| (), out)
}

/// The letters of a column, counted from 0: A to Z, AA and so on.
pub(crate) fn letters(column: usize) -> String {
    xlsx::letters(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_has_room_for_so_many_rows_and_any_other_form_for_all() {
        assert_eq!(too_many(Lang::En, Format::Xlsx, 1_048_575), None);
        let said = too_many(Lang::En, Format::Xlsx, 10_000_000);
        assert_eq!(
            said.as_deref(),
            Some(
                "a sheet of a workbook holds 1,048,575 rows, not 10,000,000: write .csv, filter, or split the list by district"
            )
        );
        let said = too_many(Lang::Id, Format::Xlsx, 1_048_576);
        assert_eq!(
            said.as_deref(),
            Some(
                "satu lembar buku kerja memuat 1.048.575 baris, bukan 1.048.576: tulis .csv, saring, atau bagi daftarnya per distrik"
            )
        );
        for format in Format::ALL.into_iter().filter(|format| *format != Format::Xlsx) {
            assert_eq!(too_many(Lang::En, format, usize::MAX), None, "{format:?}");
        }
    }

    #[test]
    fn the_end_of_a_name_says_the_form_or_nothing() {
        for (path, ending) in [
            ("a.xlsx", Ending::Of(Format::Xlsx)),
            ("folder.csv/a.XLSX", Ending::Of(Format::Xlsx)),
            ("a.md", Ending::Of(Format::Markdown)),
            ("a.markdown", Ending::Of(Format::Markdown)),
            ("a.json.csv", Ending::Of(Format::Csv)),
            ("a.jsonl", Ending::Of(Format::Jsonl)),
            ("a.xls", Ending::Foreign("xls".to_owned())),
            ("a.ODS", Ending::Foreign("ods".to_owned())),
            ("lindungi-2024.08", Ending::Silent),
            ("folder.csv/a", Ending::Silent),
            ("csv", Ending::Silent),
            ("", Ending::Silent),
        ] {
            assert_eq!(Ending::of(path), ending, "{path}");
        }
    }
}

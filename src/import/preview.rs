//! What will come of a list, before anything is written: how many rows were read, how many of them are good, doubtful and
//! refused and why, with sheet and cell. The counts add up to the rows read. No value of a person stands in it.

use super::layout::Layout;
use super::reason::Reason;
use crate::lang::measure;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::words::{import as words, status as status_word};
use crate::lang::{Lang, Phrase};
use crate::roster::attribute::Attribute;
use crate::roster::worker::Status;
use crate::sheet::read::Found;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

/// A cell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Spot {
    /// The sheet, by its place.
    pub page: usize,
    /// Its column, from 0; `None` where the list has no such column.
    pub column: Option<usize>,
    /// Its row, from 1.
    pub row: usize,
}

/// A sheet of the list.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name; empty where a file has no sheets.
    pub name: String,
    /// The lists in it.
    pub layouts: Vec<Layout>,
    /// Lines that are no rows of them.
    pub notes: Vec<usize>,
    /// Rows of sums, which are no workers.
    pub totals: Vec<usize>,
    /// Whether its spreadsheet program hides it: then it is not read.
    pub is_hidden: bool,
    /// Rows read.
    pub rows: usize,
    /// Those of them that its spreadsheet program hides.
    pub hidden_rows: Vec<usize>,
    /// Columns that it hides and that are read.
    pub hidden_columns: Vec<usize>,
    /// Rows of lists of other people, which are not read.
    pub others: Vec<usize>,
}

impl Sheet {
    /// Whether workers stand in it, or could.
    fn is_list(&self) -> bool {
        !self.layouts.is_empty() && (self.rows > 0 || self.others.is_empty())
    }
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The file's name, scrubbed.
    pub name: String,
    /// What had to be found out about a text.
    pub found: Option<Found>,
    /// Its sheets.
    pub sheets: Vec<Sheet>,
    /// Rows with nothing to tell.
    pub good: usize,
    /// Rows that are taken with something to tell.
    pub doubtful: usize,
    /// Rows that are not taken.
    pub refused: usize,
    /// Where each reason was met.
    pub reasons: BTreeMap<Reason, Vec<Spot>>,
    /// Words that nobody knows, and how often each was met.
    pub unknown: BTreeMap<(Attribute, String), usize>,
    /// Of how many workers the status was inferred, and which.
    pub inferred: BTreeMap<Status, usize>,
    /// Headings that the command line gave a meaning, and that are nowhere.
    pub unmapped: Vec<String>,
    /// Columns that nobody reads and that hold NIKs, by heading, each with how many.
    pub unread_niks: BTreeMap<String, usize>,
    /// Cells that formulas made, by sheet and column.
    pub formulas: BTreeMap<(usize, usize), usize>,
    /// Cells that are merged with the one above, by sheet and column.
    pub merged: BTreeMap<(usize, usize), usize>,
}

/// So many places of one reason are listed where nobody asks for more.
pub const LISTED: usize = 8;

/// So many unknown words of one field are listed.
const WORDS: usize = 12;

impl Preview {
    /// Rows read.
    pub fn rows(&self) -> usize {
        self.good + self.doubtful + self.refused
    }

    /// Whether any sheet holds a list.
    pub fn has_list(&self) -> bool {
        self.sheets.iter().any(|sheet| !sheet.layouts.is_empty())
    }

    /// The lists that are not of workers: they say of nobody who he is or what he does, where another list says the NIK.
    pub fn of_others(&self) -> HashSet<(usize, usize)> {
        let lists = || {
            let sheets = self.sheets.iter().enumerate();
            sheets.flat_map(|(page, sheet)| {
                sheet.layouts.iter().enumerate().map(move |(place, own)| ((page, place), own))
            })
        };
        let has_niks = lists().any(|(_, layout)| layout.column(Attribute::Nik).is_some());
        lists().filter(|(_, layout)| has_niks && layout.says_little()).map(|(place, _)| place).collect()
    }

    fn sheet(&self, page: usize) -> Option<&Sheet> {
        self.sheets.get(page)
    }

    /// A cell as its spreadsheet calls it, with its sheet where there are several.
    fn cells(&self, spots: &[Spot], most: usize, lang: Lang) -> String {
        self.runs(spots, most, lang, self.lists() > 1)
    }

    /// The same, where it is known whether the sheet is to be said.
    fn runs(&self, spots: &[Spot], most: usize, lang: Lang, with_sheet: bool) -> String {
        let mut sorted = Cow::Borrowed(spots);
        // Those of one column come in their order, and there may be a million.
        if !spots.is_sorted() {
            sorted.to_mut().sort_unstable();
        }
        let mut runs: Vec<(Spot, usize)> = Vec::new();
        let mut rest = 0;
        for (place, spot) in sorted.iter().enumerate() {
            let goes_on = |(first, last): &&mut (Spot, usize)| {
                (first.page, first.column) == (spot.page, spot.column) && *last + 1 == spot.row
            };
            if let Some((_, last)) = runs.last_mut().filter(goes_on) {
                *last = spot.row;
            } else if runs.len() < most {
                runs.push((*spot, spot.row));
            } else {
                rest = sorted.len() - place;
                break;
            }
        }
        let named = |(first, last): &(Spot, usize)| {
            let cell = |row: usize| match first.column {
                Some(column) => format!("{}{row}", letters(column)),
                None => lang.fill(&words::ROW, &[&row.to_string()]),
            };
            let cells = match first.row == *last {
                true => cell(*last),
                false => format!("{}–{}", cell(first.row), first.column.map_or(last.to_string(), |_| cell(*last))),
            };
            match self.sheet(first.page).filter(|_| with_sheet) {
                Some(sheet) => format!("{}!{cells}", scrub(&sheet.name)),
                None => cells,
            }
        };
        let mut cells = runs.iter().map(named).collect::<Vec<_>>().join(", ");
        if rest > 0 {
            let _ = write!(cells, " {}", lang.fill(&words::AND_MORE, &[&lang.count(rest as u64)]));
        }
        cells
    }

    fn lists(&self) -> usize {
        self.sheets.iter().filter(|sheet| sheet.is_list()).count()
    }

    /// Lines of a sheet, how many and which.
    fn lines(&self, phrase: &Phrase, page: usize, rows: &[usize], most: usize, lang: Lang) -> String {
        let spots: Vec<Spot> = rows.iter().map(|row| Spot { page, column: None, row: *row }).collect();
        lang.fill(phrase, &[&lang.count(spots.len() as u64), &self.runs(&spots, most, lang, false)])
    }

    /// In words, for a screen of so many columns; at most so many places are listed of each reason.
    pub fn said(&self, lang: Lang, width: usize, most: usize) -> String {
        let mut out = String::new();
        self.say_sheets(lang, width, most, &mut out);
        let count = |count: usize| lang.count(count as u64);
        let line = |out: &mut String, indent: &str, what: &Phrase, number: usize| {
            let what = format!("{indent}{}", lang.say(what));
            let _ = writeln!(out, "{what:<14}{:>9}", count(number));
        };
        out.push('\n');
        line(&mut out, "", &words::ROWS_READ, self.rows());
        line(&mut out, "  ", &words::GOOD, self.good);
        line(&mut out, "  ", &words::DOUBTFUL, self.doubtful);
        line(&mut out, "  ", &words::REFUSED, self.refused);
        for (refused, title, rows) in
            [(true, words::REFUSED_TITLE, self.refused), (false, words::DOUBTFUL_TITLE, self.doubtful)]
        {
            let mut own: Vec<_> =
                self.reasons.iter().filter(|(reason, _)| matches!(reason, Reason::Refused(_)) == refused).collect();
            own.sort_by_key(|(reason, spots)| (std::cmp::Reverse(spots.len()), **reason));
            if !own.is_empty() {
                let _ = writeln!(out, "\n{}", lang.say(&title));
            }
            if own.iter().map(|(_, spots)| spots.len()).sum::<usize>() > rows {
                put(&mut out, "", lang.say(&words::OVERLAP), width, 0);
            }
            for (reason, spots) in own {
                let before = format!("{:>9}  ", count(spots.len()));
                put(&mut out, &before, &reason.said(lang), width, 11);
                put(&mut out, &" ".repeat(11), &self.cells(spots, most, lang), width, 11);
            }
        }
        out.push('\n');
        self.say_words(lang, width, &mut out);
        for (status, many) in &self.inferred {
            let status = lang.say(&status_word(*status)).to_lowercase();
            put(&mut out, "", &lang.fill(&words::INFERRED, &[&count(*many), &status]), width, 0);
        }
        for (heading, many) in &self.unread_niks {
            put(&mut out, "", &lang.fill(&words::UNREAD_NIKS, &[&one_line(heading), &count(*many)]), width, 0);
        }
        for (phrase, columns) in [(&words::FORMULAS, &self.formulas), (&words::MERGED, &self.merged)] {
            for ((page, column), many) in columns {
                let sheet = self.sheet(*page).map_or("", |sheet| &sheet.name);
                let column = format!("{} {}", scrub(sheet), letters(*column)).trim().to_owned();
                put(&mut out, "", &lang.fill(phrase, &[&count(*many), &column]), width, 0);
            }
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }

    /// Which sheets hold a list, and what its columns are for.
    fn say_sheets(&self, lang: Lang, width: usize, most: usize, out: &mut String) {
        let quoted = |name: &str| format!("“{}”", scrub(name));
        let mut told: Vec<&Layout> = Vec::new();
        for (page, sheet) in self.sheets.iter().enumerate() {
            let name = if sheet.name.is_empty() { self.name.clone() } else { quoted(&sheet.name) };
            if sheet.layouts.is_empty() {
                let why = if sheet.is_hidden { &words::HIDDEN } else { &words::NO_HEADINGS };
                put(out, "", &lang.fill(why, &[&name]), width, 2);
                continue;
            }
            if !sheet.is_list() {
                let others = self.lines(&words::OTHERS, page, &sheet.others, most, lang);
                put(out, "", &format!("{name}: {others}"), width, 2);
                continue;
            }
            let headings = sheet.layouts.iter().map(|layout| layout.heading_row).filter(|row| *row > 0);
            let headings = headings.map(|row| lang.count(row as u64)).collect::<Vec<_>>().join(", ");
            let phrase = if headings.is_empty() { &words::SHEET_GOES_ON } else { &words::SHEET };
            put(out, "", &lang.fill(phrase, &[&name, &lang.count(sheet.rows as u64), &headings]), width, 2);
            for layout in &sheet.layouts {
                // Lists of one shape are told of once.
                if told.iter().all(|other| other.headings != layout.headings) {
                    told.push(layout);
                    say_columns(layout, lang, width, out);
                }
            }
            let rows = [
                (&words::NOTES, &sheet.notes),
                (&words::TOTALS, &sheet.totals),
                (&words::HIDDEN_ROWS, &sheet.hidden_rows),
                (&words::OTHERS, &sheet.others),
            ];
            for (phrase, rows) in rows.into_iter().filter(|(_, rows)| !rows.is_empty()) {
                put(out, "", &self.lines(phrase, page, rows, most, lang), width, 2);
            }
            if !sheet.hidden_columns.is_empty() {
                let columns: Vec<String> = sheet.hidden_columns.iter().map(|column| letters(*column)).collect();
                put(out, "", &lang.fill(&words::HIDDEN_COLUMNS, &[&columns.join(", ")]), width, 2);
            }
        }
        if let Some(found) = self.found {
            let sign = match found.delimiter {
                b'\t' => lang.say(&words::TAB).to_owned(),
                sign => char::from(sign).to_string(),
            };
            put(out, "", &lang.fill(&words::FOUND, &[found.encoding, &sign]), width, 2);
        }
    }

    /// Words that nobody knows.
    fn say_words(&self, lang: Lang, width: usize, out: &mut String) {
        for field in Attribute::ALL {
            let own = self.unknown.iter().filter(|((own, _), _)| *own == field);
            let mut own: Vec<(&str, usize)> = own.map(|((_, word), many)| (word.as_str(), *many)).collect();
            if own.is_empty() {
                continue;
            }
            own.sort_by_key(|(word, many)| (std::cmp::Reverse(*many), *word));
            let named = |(word, many): &(&str, usize)| {
                let word = if is_numeric(word) {
                    lang.say(&words::A_NUMBER).to_owned()
                } else {
                    format!("“{}”", one_line(word))
                };
                format!("{word} {}", lang.count(*many as u64))
            };
            let mut listed: Vec<String> = own.iter().take(WORDS).map(named).collect();
            if own.len() > WORDS {
                listed.push(lang.fill(&words::AND_MORE, &[&lang.count((own.len() - WORDS) as u64)]));
            }
            let field = lang.within(field);
            put(out, "", &lang.fill(&words::UNKNOWN, &[&field, &listed.join(", ")]), width, 2);
        }
    }
}

/// What the columns of a list are for.
fn say_columns(layout: &Layout, lang: Lang, width: usize, out: &mut String) {
    let columns = layout.headings.iter().zip(&layout.columns).enumerate();
    let used = columns.clone().filter_map(|(place, (heading, field))| {
        let field = lang.within((*field)?);
        Some(format!("{} {} → {field}", letters(place), one_line(heading)))
    });
    let used: Vec<String> = used.collect();
    put(out, "", &lang.fill(&words::COLUMNS, &[&used.join(" · ")]), width, 2);
    let unused = |known: bool| {
        let own = layout.known.iter().zip(columns.clone()).filter(move |(is, _)| **is == known);
        let own = own.filter(|(_, (place, (heading, _)))| !layout.reads(*place) && !heading.is_empty());
        own.map(|(_, (place, (heading, _)))| format!("{} {}", letters(place), one_line(heading)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let notes = columns.clone().filter(|(place, _)| layout.notes.contains(place));
    let notes: Vec<String> =
        notes.map(|(place, (heading, _))| format!("{} {}", letters(place), one_line(heading))).collect();
    if !notes.is_empty() {
        put(out, "", &lang.fill(&words::NOTE_COLUMNS, &[&notes.join(", ")]), width, 2);
    }
    for (known, phrase) in [(true, words::UNUSED), (false, words::UNKNOWN_COLUMNS)] {
        let own = unused(known);
        if !own.is_empty() {
            put(out, "", &lang.fill(&phrase, &[&own]), width, 2);
        }
    }
}

/// Whether a word is a number of somebody, however it is written.
fn is_numeric(word: &str) -> bool {
    word.chars().filter(char::is_ascii_digit).count() >= 6
}

/// A text of the list on one line and not longer than a heading is.
fn one_line(text: &str) -> String {
    let text = Privacy::Masked.text(text).split_whitespace().collect::<Vec<_>>().join(" ");
    measure::fit(&text, 40)
}

/// Puts a paragraph, wrapped at its words, behind what stands before its first line.
fn put(out: &mut String, before: &str, text: &str, width: usize, indent: usize) {
    let mut before = before.to_owned();
    for line in measure::wrap(text, width.saturating_sub(indent)) {
        let _ = writeln!(out, "{before}{line}");
        before = " ".repeat(indent);
    }
}

/// The letters of a column.
pub fn letters(column: usize) -> String {
    crate::sheet::letters(column)
}

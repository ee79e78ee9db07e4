//! A LIST INTO A ROSTER: an office's spreadsheet, row by row, into workers, with every row that is refused and every cell
//! that had to be understood. It knows no screen: what comes of it is a [`Preview`], a roster, and the rows that were not
//! taken as they lay in the list.
//!
//! Nothing is invented: a NIK that lost a digit, a date that no calendar has, a status that nobody knows refuse their row.
//! What is read in a way that could be another is told with its cell.

mod dates;
mod headings;
mod layout;
pub mod merge;
mod note;
mod numbers;
mod occupations;
pub mod preview;
pub mod reason;
mod refused;
mod row;
pub mod template;
mod walk;

use crate::disk;
use crate::lang::scrub::scrub;
use crate::lang::words::import as words;
use crate::lang::{Lang, Phrase};
use crate::roster::aside::Aside;
use crate::roster::attribute::Attribute;
use crate::roster::calendar::Day;
use crate::roster::columns::Held;
use crate::roster::json::{self, Document};
use crate::roster::program::{Group, Program};
use crate::roster::rows::Row;
use crate::roster::store::Store;
use crate::roster::worker::{Nik, Record, Status};
use crate::roster::{Parts, Roster};
use crate::sheet::read::{Book, Form, Line, MOST_COLUMNS, Unreadable};
use crate::sheet::{self, Format};
use layout::{Layout, Map};
use merge::Known;
use preview::{Preview, Sheet, Spot};
use reason::{Doubt, Reason, Refusal};
use row::Reader;
use std::collections::{HashMap, HashSet};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use walk::{Step, Walk};

pub use refused::{Refused, RefusedSheet};

/// What stands before the reasons that are written beside refused rows, so that none becomes the reason of a worker when
/// the mended rows are imported.
pub const MARK: &str = "lindungi: ";

/// How the names of lists end.
pub const ENDINGS: [&str; 7] = ["xlsx", "ods", "csv", "tsv", "xls", "xlsm", "xlsb"];

/// How a list is to be read.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Headings with a meaning of their own: a field, or none, so that the column is left out.
    pub map: Vec<(String, Option<Attribute>)>,
    /// The status of workers of whom the list says none.
    pub status: Option<Status>,
}

/// What a list is read against.
#[derive(Clone, Copy)]
pub struct Base<'a> {
    /// Whose groups and districts hold.
    pub roster: &'a Roster,
    /// The day of the list, for whoever is born in a year of two digits.
    pub today: Day,
    /// The workers that it is merged with: then it must say of each person one thing.
    pub known: Option<&'a Known>,
}

/// What came of a list.
pub struct Imported {
    /// What is to be told.
    pub preview: Preview,
    /// The workers, in the order of the list.
    pub workers: Store,
    /// Of each of them, whether the list itself says the status.
    pub said_status: Vec<bool>,
    /// The rows that are not taken.
    pub refused: Vec<Refused>,
}

/// A list by its sheet and its place on it.
type Place = (usize, usize);

/// Reads a list. `tell` hears of the rows so far.
pub fn read(
    book: &mut Book,
    name: &str,
    base: Base<'_>,
    wish: &Wish,
    tell: &mut dyn FnMut(usize),
) -> Result<Imported, Unreadable> {
    let imported = read_all_but(&HashSet::new(), book, name, base, wish, tell)?;
    // Which lists are of other people is known only when all of them were seen.
    let others = imported.preview.of_others();
    if others.is_empty() { Ok(imported) } else { read_all_but(&others, book, name, base, wish, tell) }
}

fn read_all_but(
    others: &HashSet<Place>,
    book: &mut Book,
    name: &str,
    base: Base<'_>,
    wish: &Wish,
    tell: &mut dyn FnMut(usize),
) -> Result<Imported, Unreadable> {
    let mut imported = Imported {
        preview: Preview::default(),
        workers: Store::default(),
        said_status: Vec::new(),
        refused: Vec::new(),
    };
    imported.preview.name = scrub(name).into_owned();
    imported.preview.found = book.found();
    let reader = Reader::new(base.roster, base.today, wish.status);
    let mut seen = match base.known {
        Some(known) => Seen::of_whole(book, &wish.map, known)?,
        None => Seen::Before(HashSet::new()),
    };
    let mut before: Option<Layout> = None;
    for (place, page) in book.pages().into_iter().enumerate() {
        let from_1904 = book.counts_from_1904();
        let mut walk = Walk::new(&wish.map, before.as_ref());
        let hidden_columns = page.hidden_columns;
        let mut sheet = Sheet { name: page.name, is_hidden: page.is_hidden, ..Sheet::default() };
        let mut take = |line: Line| {
            match walk.step(line) {
                Step::Heading => {}
                Step::Total(row) => sheet.totals.push(row),
                Step::Note(row) => sheet.notes.push(row),
                Step::Row(layout, line) if others.contains(&(place, layout)) => sheet.others.push(line.row),
                Step::Row(layout, line) => {
                    sheet.rows += 1;
                    sheet.hidden_rows.extend(line.is_hidden.then_some(line.row));
                    if let Some(own) = walk.layouts.get(layout) {
                        imported.take((place, layout), own, line, (&reader, from_1904), &mut seen);
                    }
                    tell(imported.preview.rows());
                }
            }
            ControlFlow::Continue(())
        };
        if !page.is_hidden {
            book.lines(place, &mut take)?;
        }
        before = walk.last().or(before);
        sheet.layouts = walk.layouts;
        let is_read = |column: &usize| sheet.layouts.iter().any(|own| own.reads(*column));
        let hidden =
            hidden_columns.into_iter().flat_map(|columns| *columns.start()..=(*columns.end()).min(MOST_COLUMNS));
        sheet.hidden_columns = hidden.filter(is_read).collect();
        imported.preview.sheets.push(sheet);
    }
    imported.preview.unmapped = unmapped(&imported.preview, &wish.map);
    Ok(imported)
}

/// Headings of the command line that no list has.
fn unmapped(preview: &Preview, map: &Map) -> Vec<String> {
    let headings = || preview.sheets.iter().flat_map(|sheet| &sheet.layouts).flat_map(|layout| &layout.headings);
    let is_there = |name: &str| headings().any(|heading| headings::plain(heading) == headings::plain(name));
    map.iter().map(|(name, _)| name).filter(|name| !is_there(name)).cloned().collect()
}

/// Which NIKs were met.
enum Seen<'a> {
    /// On the rows before: who stands there twice is told of.
    Before(HashSet<u64>),
    /// How often on all rows: of a list that is merged no row of them is taken.
    Whole(HashMap<String, usize>, &'a Known),
}

impl<'a> Seen<'a> {
    fn of_whole(book: &mut Book, map: &Map, known: &'a Known) -> Result<Seen<'a>, Unreadable> {
        let mut counted: HashMap<String, usize> = HashMap::new();
        let mut before: Option<Layout> = None;
        let pages = book.pages();
        for place in (0..pages.len()).filter(|place| pages.get(*place).is_some_and(|page| !page.is_hidden)) {
            let mut walk = Walk::new(map, before.as_ref());
            book.lines(place, &mut |line| {
                if let Step::Row(layout, line) = walk.step(line)
                    && let Some(column) = walk.layouts.get(layout).and_then(|own| own.column(Attribute::Nik))
                    && let Ok((Some(nik), None)) = numbers::nik(line.own(column))
                {
                    *counted.entry(nik).or_default() += 1;
                }
                ControlFlow::Continue(())
            })?;
            before = walk.last().or(before);
        }
        Ok(Seen::Whole(counted, known))
    }

    /// Whether the roster that the list is merged with has this worker.
    fn knows(&self, record: Option<&Record<'_>>) -> bool {
        match self {
            Seen::Before(_) => false,
            Seen::Whole(_, known) => record.is_some_and(|record| known.has(record)),
        }
    }

    /// What is to be told of a worker for having been met.
    fn meet(&mut self, record: &Record<'_>) -> Option<Reason> {
        let nik = match &record.nik {
            Held::Text(nik) if Nik::new(nik).is_well_formed() => Some(nik),
            _ => None,
        };
        match self {
            Seen::Before(met) => {
                let again = nik?.parse().is_ok_and(|nik| !met.insert(nik));
                again.then_some(Reason::Doubtful(Doubt::NikRepeated))
            }
            Seen::Whole(counted, known) => {
                let again = nik.and_then(|nik| counted.get(nik.as_ref())).is_some_and(|many| *many > 1);
                again.then_some(Refusal::Repeated).or_else(|| known.refusal(record)).map(Reason::Refused)
            }
        }
    }
}

impl Imported {
    /// Takes one line.
    fn take(
        &mut self,
        (page, list): (usize, usize),
        layout: &Layout,
        line: Line,
        (reader, from_1904): (&Reader, bool),
        seen: &mut Seen<'_>,
    ) {
        let mut read = reader.read(layout, &line, from_1904);
        let mut is_known = false;
        if let Some(reason) = read.record.as_ref().and_then(|record| seen.meet(record)) {
            read.reasons.push((reason, layout.column(Attribute::Nik)));
            read.record = read.record.filter(|_| matches!(reason, Reason::Doubtful(_)));
        }
        if seen.knows(read.record.as_ref()) {
            // Nor is a status inferred for somebody who has one.
            is_known = true;
            // What the list leaves out, the roster has.
            let is_lacking = |reason: &Reason| matches!(reason, Reason::Doubtful(doubt) if doubt.is_lack());
            read.reasons.retain(|(reason, _)| !is_lacking(reason));
        }
        if read.record.as_ref().is_some_and(|record| !self.workers.push(record)) {
            read.record = None;
            read.reasons.push((Reason::Refused(Refusal::Full), None));
        }
        self.said_status.extend(read.record.as_ref().map(|_| read.inferred.is_none()));
        let preview = &mut self.preview;
        for (place, cell) in line.cells.iter().enumerate().filter(|(place, _)| layout.reads(*place)) {
            if cell.by_formula {
                *preview.formulas.entry((page, place)).or_default() += 1;
            }
            if cell.from_above && layout.columns.get(place).copied().flatten().is_none_or(|own| !row::is_own(own)) {
                *preview.merged.entry((page, place)).or_default() += 1;
            }
        }
        if layout.column(Attribute::Nik).is_none() {
            for (heading, cell) in layout.headings.iter().zip(&line.cells).filter(|(heading, _)| !heading.is_empty()) {
                if matches!(numbers::nik(&cell.value), Ok((Some(_), None))) {
                    *preview.unread_niks.entry(heading.clone()).or_default() += 1;
                }
            }
        }
        // Of a row that is refused the doubts are not told: they may come of what is wrong with it.
        let is_told = |reason: &Reason| read.record.is_some() || matches!(reason, Reason::Refused(_));
        let told: Vec<_> = read.reasons.iter().filter(|(reason, _)| is_told(reason)).copied().collect();
        match (&read.record, told.is_empty()) {
            (Some(_), true) => preview.good += 1,
            (Some(_), false) => preview.doubtful += 1,
            (None, _) => preview.refused += 1,
        }
        for (reason, column) in &told {
            let spot = Spot { page, column: *column, row: line.row };
            preview.reasons.entry(*reason).or_default().push(spot);
        }
        if read.record.is_some() {
            for (field, word) in read.unknown {
                *preview.unknown.entry((field, word)).or_default() += 1;
            }
            if let Some(status) = read.inferred.filter(|_| !is_known) {
                *preview.inferred.entry(status).or_default() += 1;
            }
        } else {
            let reasons = told.into_iter().map(|(reason, _)| reason).collect();
            self.refused.push(Refused { page, layout: list, line, reasons });
        }
    }
}

/// A roster of these workers and whatever else `base` has.
pub fn roster(workers: Store, base: &Roster, groups: Vec<Group>) -> Roster {
    Roster::seal(Parts {
        synthetic: base.synthetic,
        program: base.program.clone(),
        groups,
        workers,
        payments: base.payments.clone(),
        payments_known: base.payments_known,
        plan: base.plan.clone(),
        claims: base.claims.clone(),
        districts: base.districts.clone(),
        history: base.history.clone(),
        set_aside: Aside::default(),
        unknown_fields: Vec::new(),
    })
}

/// A list that was read and of which nothing is written yet.
#[derive(Debug)]
pub struct Draft {
    /// What is to be told of it.
    pub preview: Preview,
    /// The rows that are not taken.
    pub refused: Vec<Refused>,
    /// The list's file.
    pub list: PathBuf,
    /// Whether its programme is known; else its target and its budget are not.
    pub has_programme: bool,
}

impl Draft {
    /// Where its roster goes: beside the list, under its name.
    pub fn roster_file(&self) -> PathBuf {
        self.list.with_extension("json")
    }

    /// Where the rows go that are not taken; nothing where there are none.
    pub fn refused_file(&self) -> Option<PathBuf> {
        (!self.refused.is_empty()).then(|| beside(&self.roster_file(), &self.preview))
    }

    /// Writes the roster that was made of it, and its refused rows; both or neither.
    pub fn save(&self, roster: &Roster, program: &Program, lang: Lang) -> Result<u64, (PathBuf, io::Error)> {
        let told = (&self.preview, &self.refused[..]);
        save(&self.roster_file(), false, told, lang, &mut |out| write_roster(roster, program, out))
    }
}

/// Where refused rows go: beside the roster, in the form of the list; of an `.ods` a workbook is made.
pub fn beside(roster: &Path, preview: &Preview) -> PathBuf {
    roster.with_extension(if preview.found.is_some() { "refused.csv" } else { "refused.xlsx" })
}

/// Writes a roster and the rows that are not in it; both or neither. The answer is how many texts of those rows were cut.
pub fn save(
    path: &Path,
    force: bool,
    (preview, refused): (&Preview, &[Refused]),
    lang: Lang,
    write: &mut dyn FnMut(&mut dyn io::Write) -> io::Result<()>,
) -> Result<u64, (PathBuf, io::Error)> {
    let mut paths = vec![path.to_owned()];
    paths.extend((!refused.is_empty()).then(|| beside(path, preview)));
    let format = if preview.found.is_some() { Format::Csv } else { Format::Xlsx };
    let mut cut = 0;
    let written = disk::write_all(&paths, force, &mut |place, out| {
        if place == 0 {
            return write(out);
        }
        cut = sheet::write(&RefusedSheet { preview, rows: refused, lang }, format.into(), &|| (), out)?;
        Ok(())
    });
    written.map(|()| cut).map_err(|(place, error)| (paths.get(place).cloned().unwrap_or_default(), error))
}

/// Writes a roster of that programme as a file of ours.
pub fn write_roster(roster: &Roster, program: &Program, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        synthetic: roster.synthetic,
        program,
        groups: &roster.groups,
        payments: roster.payments_known.then_some(&roster.payments[..]),
        plan: &roster.plan,
        claims: &roster.claims,
        districts: &roster.districts,
        history: &roster.history,
    };
    json::write(out, &document, (0..roster.workers.len() as Row).map(|row| roster.workers.record(row)))
}

/// The fields that `--map` may name, by their names in the file.
pub fn fields() -> Vec<&'static str> {
    headings::fields().map(Attribute::code).collect()
}

/// The field that a word of `--map` names: its name in the file, or any heading that is understood.
pub fn field(word: &str) -> Option<Attribute> {
    let own = headings::fields().find(|field| field.code() == word.trim());
    own.or_else(|| match headings::meaning(word) {
        Some(headings::Meaning::Field(field, _)) => Some(field),
        _ => None,
    })
}

/// Why a file is no list, if it is none: it has no headings that are known, or no rows under them. With how a list is
/// known.
pub fn no_list(lang: Lang, name: &str, preview: &Preview) -> Option<String> {
    match (preview.has_list(), preview.rows()) {
        (false, _) => Some(lang.fill(&words::NO_LIST, &[&scrub(name), &fields().join(" ")])),
        (true, 0) => Some(lang.fill(&words::NO_ROWS, &[&scrub(name)])),
        (true, _) => None,
    }
}

/// Why a file cannot be read as a list, in words.
pub fn unreadable(lang: Lang, name: &str, why: &Unreadable) -> String {
    let name = scrub(name).into_owned();
    let (phrase, limit): (Phrase, u64) = match why {
        Unreadable::Io(error) => return lang.cannot_open(&name, error),
        Unreadable::Form(form) => (
            match form {
                Form::Encrypted => words::ENCRYPTED,
                Form::Macros => words::MACROS,
                Form::Xls => words::XLS,
                Form::Xlsb => words::XLSB,
                Form::Archive => words::ARCHIVE,
                Form::WebPage => words::WEB_PAGE,
                Form::TextNamedBook => words::TEXT_NAMED_BOOK,
                Form::Json => words::JSON,
                Form::Pdf => words::PDF,
                Form::Empty => words::EMPTY,
                Form::NoText => words::NO_TEXT,
            },
            0,
        ),
        Unreadable::Bytes(most) => (words::BYTES, most >> 20),
        Unreadable::Texts(most) => (words::TEXTS, *most as u64),
        Unreadable::Cells(most) => (words::CELLS, *most as u64),
        Unreadable::Columns(most) => {
            return lang.fill(&words::COLUMNS_FAR, &[&name, &preview::letters(most - 1)]);
        }
        Unreadable::Quote(line) => (words::QUOTE, *line as u64),
        Unreadable::Nested => (words::NESTED, 0),
        Unreadable::Broken => (words::BROKEN, 0),
    };
    lang.fill(&phrase, &[&name, &lang.count(limit)])
}

//! The next steps as they are broken into rows and slides: what people wrote is shown whole, however long it is.

use crate::lang::measure::{width, wrap};
use crate::lang::person::Privacy;
use crate::notes::{Notes, Step};
use crate::tui::layout::Sheet;

/// A row of a step.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Row {
    /// Its number, on its first row.
    pub number: String,
    /// The office, on its first row.
    pub office: String,
    /// What is to be done, or a part of it.
    pub what: String,
    /// How many, and by when: on its first row.
    pub many: String,
    /// By when.
    pub by_when: String,
    /// Whether it is done.
    pub done: bool,
}

/// The columns of the steps; one that nobody fills is not there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Columns {
    /// Columns of the numbers.
    pub number: usize,
    /// Of the offices.
    pub office: usize,
    /// Of what is to be done.
    pub what: usize,
    /// Of how many.
    pub many: usize,
    /// Of by when.
    pub by_when: usize,
    /// Whether all stand in one row; else the office and what is to be done stand below each other.
    pub beside: bool,
}

/// Columns between two columns.
pub const GAP: usize = 2;

impl Columns {
    /// Those of the notes in so many columns.
    pub fn of(notes: &Notes, room: usize) -> Columns {
        let widest =
            |text: fn(&Step) -> &String| notes.steps().iter().map(|step| width(&shown(text(step)))).max().unwrap_or(0);
        let number = width(&notes.steps().len().to_string());
        let (office, many, by_when) = (widest(|own| &own.office), widest(|own| &own.many), widest(|own| &own.by_when));
        let taken =
            [number, office, many, by_when].into_iter().filter(|own| *own > 0).map(|own| own + GAP).sum::<usize>();
        let beside = room >= taken + room / 3 && many <= room / 4 && by_when <= room / 4 && office <= room / 3;
        let what = if beside { room - taken } else { room.saturating_sub(number + GAP) };
        Columns { number, office, what, many, by_when, beside }
    }
}

/// A text of the notes as a screen before an audience shows it.
fn shown(text: &str) -> String {
    Privacy::Locked.text(text)
}

/// The rows of a step.
fn rows(place: usize, step: &Step, columns: &Columns) -> Vec<Row> {
    let number = if step.done { "✓".to_owned() } else { (place + 1).to_string() };
    let [office, what, many, by_when] = [&step.office, &step.what, &step.many, &step.by_when].map(|text| shown(text));
    let mut first = Row { number, office, done: step.done, ..Row::default() };
    let text = |what: String| Row { what, done: step.done, ..Row::default() };
    if columns.beside {
        let mut lines = wrap(&what, columns.what.max(1)).into_iter();
        first = Row { what: lines.next().unwrap_or_default(), many, by_when, ..first };
        return std::iter::once(first).chain(lines.map(text)).collect();
    }
    // Below each other: the office, what is to be done, and when; a part that is missing takes no row.
    let rest = [many, by_when].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let parts = [std::mem::take(&mut first.office), what, rest];
    let lines = parts.iter().filter(|part| !part.is_empty()).flat_map(|part| wrap(part, columns.what.max(1)));
    let mut rows: Vec<Row> = lines.map(text).collect();
    if let Some(row) = rows.first_mut() {
        row.number = first.number;
        if !step.office.is_empty() {
            row.office = std::mem::take(&mut row.what);
        }
    }
    rows
}

/// The slides: each has as many whole steps as it has room for, and at least one, which goes on where it is longer.
pub fn pages(notes: &Notes, sheet: &Sheet) -> Vec<Vec<Row>> {
    let room = usize::from(sheet.height()).max(1);
    let columns = Columns::of(notes, usize::from(sheet.width()));
    let gap = usize::from(sheet.gap > 0);
    let mut pages: Vec<Vec<Row>> = vec![Vec::new()];
    for (place, step) in notes.steps().iter().enumerate() {
        let rows = rows(place, step, &columns);
        let used = pages.last().map_or(0, Vec::len);
        let between = if used > 0 { gap } else { 0 };
        if used > 0 && used + between + rows.len() > room {
            pages.push(Vec::new());
        }
        for (line, row) in rows.into_iter().enumerate() {
            if pages.last().is_some_and(|page| page.len() >= room) {
                pages.push(Vec::new());
            }
            if let Some(page) = pages.last_mut() {
                let apart = line == 0 && !page.is_empty();
                page.extend(std::iter::repeat_n(Row::default(), if apart { gap } else { 0 }));
                page.push(row);
            }
        }
    }
    pages
}

//! A sheet line by line: which lines are headings, which are rows of the list under them, and which are neither. A list
//! may begin anew further down, with other columns even; letterheads stand above it and signatures below; headings stand
//! in one row or in two, and once more at the top of each printed page. Whatever is no row is counted and told: a person
//! who stands there would else be gone without a word.

use super::layout::{self, Layout, Map};
use super::numbers;
use crate::roster::attribute::Attribute;
use crate::roster::text::fold;
use crate::sheet::read::{Line, Value};

/// What a line is.
pub enum Step {
    /// A row of the list with that place among the layouts.
    Row(usize, Line),
    /// Headings, numbers of columns, or nothing.
    Heading,
    /// A row that sums up others, by its number.
    Total(usize),
    /// A line above the first headings, or one that is a note or a signature, by its number.
    Note(usize),
}

/// See the module.
pub struct Walk<'m> {
    map: &'m Map,
    /// The lists found so far.
    pub layouts: Vec<Layout>,
    /// The list that the line before belongs to.
    current: Option<usize>,
    /// The headings of the list on the sheet before: this sheet may go on with it.
    before: Option<Layout>,
    /// The line of headings just before, and whether this one may be its lower half.
    heading: Option<(Line, bool)>,
}

impl<'m> Walk<'m> {
    /// Begins a sheet.
    pub fn new(map: &'m Map, before: Option<&Layout>) -> Walk<'m> {
        let before = before.map(|layout| Layout { heading_row: 0, ..layout.clone() });
        Walk { map, layouts: Vec::new(), current: None, before, heading: None }
    }

    /// The last list with NIKs: the next sheet may go on with it.
    pub fn last(&self) -> Option<Layout> {
        self.layouts.iter().rfind(|layout| layout.column(Attribute::Nik).is_some()).cloned()
    }

    /// Takes the next line.
    pub fn step(&mut self, line: Line) -> Step {
        let above = self.heading.take().filter(|(above, _)| above.row + 1 == line.row);
        if let Some((above, is_upper)) = above {
            if is_upper && self.is_lower_half(&above, &line) {
                self.heading = Some((line, false));
                return Step::Heading;
            }
            if layout::is_numbering(&line) {
                return Step::Heading;
            }
        }
        // Most lines are rows, and hold what no heading does.
        let own = line.values().all(layout::is_heading).then(|| Layout::of_line(&line, self.map));
        if let Some(own) = own.filter(Layout::is_list) {
            self.begin(own);
            self.heading = Some((line, true));
            return Step::Heading;
        }
        if self.current.is_none() {
            let goes_on = self.before.take_if(|before| {
                let column = before.column(Attribute::Nik);
                column.is_some_and(|column| matches!(numbers::nik(line.own(column)), Ok((Some(_), _))))
            });
            goes_on.into_iter().for_each(|before| self.begin(before));
        }
        let Some((place, layout)) = self.current.and_then(|place| Some((place, self.layouts.get(place)?))) else {
            return Step::Note(line.row);
        };
        match () {
            () if is_total(layout, &line) => Step::Total(line.row),
            () if is_note(layout, &line) => Step::Note(line.row),
            () => Step::Row(place, line),
        }
    }

    /// A list begins; one with the same columns as another is that one.
    fn begin(&mut self, layout: Layout) {
        let same = self.layouts.iter().position(|own| own.columns == layout.columns && own.headings == layout.headings);
        self.current = Some(same.unwrap_or_else(|| {
            self.layouts.push(layout);
            self.layouts.len() - 1
        }));
    }

    /// Whether a line is the lower half of the headings above it; then the list has the columns of both.
    fn is_lower_half(&mut self, above: &Line, line: &Line) -> bool {
        if !line.values().all(layout::is_heading) {
            return false;
        }
        let (own, both) = (Layout::of_line(above, self.map), Layout::of_lines(above, line, self.map));
        let is_more = both.is_list() && both.score() > own.score();
        if is_more {
            // The upper half alone was no list.
            if self.current == Some(self.layouts.len() - 1)
                && self.layouts.last().is_some_and(|last| last.heading_row == above.row)
            {
                self.layouts.pop();
            }
            self.begin(both);
        }
        // Names of columns that say no more are no person either.
        let is_nobody = |field| own.column(field).is_none_or(|column| *line.own(column) == Value::Empty);
        is_more || is_nobody(Attribute::Nik) && is_nobody(Attribute::Name)
    }
}

/// Whether a line sums up others: it says so, and names nobody. A person without a NIK may live at a place that is called
/// so, and is no sum: where a name stands, it holds a count or says itself what it sums up.
fn is_total(layout: &Layout, line: &Line) -> bool {
    let says_so = line.values().any(|value| matches!(value, Value::Text(text) if is_sum(text)));
    let name = layout.column(Attribute::Name).and_then(|column| numbers::plain(line.own(column)));
    let is_name = name.is_some_and(|name| !is_sum(&name) && !name.contains(|c: char| c.is_ascii_digit()));
    says_so && !is_name && !has_number(layout, line)
}

fn is_sum(text: &str) -> bool {
    let text = fold(text);
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2);
    words.any(|word| matches!(word, "jumlah" | "total" | "sum" | "subtotal"))
}

/// Whether the number of a person stands in a line, whole, masked or damaged.
fn has_number(layout: &Layout, line: &Line) -> bool {
    let number = |field| layout.column(field).and_then(|column| numbers::plain(line.own(column)));
    let is_number = |number: String| is_long(&number) || number.contains('*');
    [Attribute::Nik, Attribute::Kpj].into_iter().filter_map(number).any(is_number)
}

/// Whether a text holds as many digits as no count has.
fn is_long(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 10
}

/// Whether a line is a note or a signature: hardly anything stands in it, and no number of a person.
fn is_note(layout: &Layout, line: &Line) -> bool {
    let filled: Vec<String> = line.values().filter_map(numbers::plain).collect();
    let is_fault = line.values().any(|value| matches!(value, Value::Fault(_)));
    let headings = layout.headings.iter().filter(|heading| !heading.is_empty()).count();
    let most = match headings {
        0..=3 => usize::from(headings > 1),
        4..=5 => 1,
        _ => 2,
    };
    // A number that counts the line stands before a person, and before nothing else.
    let is_counted = filled.first().is_some_and(|first| first.trim_end_matches('.').parse::<u32>().is_ok());
    !is_fault && filled.len() <= most && !is_counted && !has_number(layout, line)
}

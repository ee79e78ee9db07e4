//! Where in a sheet the list lies: the row of its headings, below titles and letterheads, in one row or in two of which
//! the upper one spans several columns; and which column is for what.

use super::headings::{Kind, Meaning, meaning, plain};
use super::numbers;
use crate::roster::attribute::Attribute;
use crate::roster::worker::Sex;
use crate::sheet::read::{Line, Value};

/// A list in a sheet.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The row of the headings; of two the lower one.
    pub heading_row: usize,
    /// What each column is called.
    pub headings: Vec<String>,
    /// The field that it fills.
    pub columns: Vec<Option<Attribute>>,
    /// Whether a column that fills none is known for what it is.
    pub known: Vec<bool>,
    /// What kind of list it is.
    pub kind: Kind,
    /// Other columns that are headed as that of the NIKs: nothing may be lost in them.
    pub other_niks: Vec<usize>,
    /// The columns in which men and women are marked, where the list has one for each.
    pub marks: Option<[usize; 2]>,
    /// Columns of notes.
    pub notes: Vec<usize>,
}

/// Headings that the command line gave a meaning of their own: a field, or none.
pub type Map = [(String, Option<Attribute>)];

impl Layout {
    /// The list that a line of headings begins, if it is one.
    pub fn of_line(line: &Line, map: &Map) -> Layout {
        Layout::of(line.row, &texts(line), map)
    }

    /// The same of two lines, of which the upper one spans several columns.
    pub fn of_lines(above: &Line, below: &Line, map: &Map) -> Layout {
        Layout::of(below.row, &joined(&texts(above), &texts(below), map), map)
    }

    fn of(row: usize, headings: &[String], map: &Map) -> Layout {
        let mut columns: Vec<Option<Attribute>> = vec![None; headings.len()];
        let mut known = vec![false; headings.len()];
        let kind = Kind::of(headings);
        let mut taken: Vec<(Attribute, usize, usize)> = Vec::new();
        let mut other_niks = Vec::new();
        let [mut men, mut women] = [None, None];
        let mut notes = Vec::new();
        for (place, heading) in headings.iter().enumerate() {
            let own = plain(heading);
            let given = map.iter().find(|(name, _)| plain(name) == own && !own.is_empty());
            // What the command line says stands above every name.
            let said = match (given, meaning(heading)) {
                (Some((_, field)), _) => field.map(|field| (field, 0)),
                (None, Some(Meaning::Field(Attribute::Status, _))) if kind == Kind::Contributions => None,
                (None, Some(Meaning::Field(field, rank))) => Some((field, rank.saturating_add(1))),
                (None, Some(Meaning::Mark(_) | Meaning::Note | Meaning::Unused) | None) => None,
            };
            match (given, meaning(heading)) {
                (None, Some(Meaning::Mark(Sex::Male))) => men = men.or(Some(place)),
                (None, Some(Meaning::Mark(Sex::Female))) => women = women.or(Some(place)),
                (None, Some(Meaning::Note)) => notes.push(place),
                (given, meaning) => {
                    if let Some(known) = known.get_mut(place) {
                        *known = given.is_some() || meaning.is_some();
                    }
                }
            }
            let Some((field, rank)) = said else { continue };
            other_niks.extend((field == Attribute::Nik).then_some(place));
            match taken.iter_mut().find(|(other, ..)| *other == field) {
                Some((_, ranked, _)) if *ranked <= rank => {}
                Some(other) => *other = (field, rank, place),
                None => taken.push((field, rank, place)),
            }
        }
        let chosen = taken.iter().find(|(field, ..)| *field == Attribute::Nik).map(|(.., place)| *place);
        other_niks.retain(|place| Some(*place) != chosen);
        for (field, _, place) in taken {
            if let Some(column) = columns.get_mut(place) {
                *column = Some(field);
            }
        }
        // One alone of the two says nothing of who is not marked.
        let marks =
            men.zip(women).map(|(men, women)| [men, women]).filter(|_| !columns.contains(&Some(Attribute::Sex)));
        for place in marks.into_iter().flatten() {
            if let Some(column) = columns.get_mut(place) {
                *column = Some(Attribute::Sex);
            }
        }
        for place in marks.into_iter().flatten().chain(notes.iter().copied()) {
            if let Some(known) = known.get_mut(place) {
                *known = true;
            }
        }
        Layout { heading_row: row, headings: headings.to_vec(), columns, known, kind, other_niks, marks, notes }
    }

    /// How many fields it fills, then how many headings it knows.
    pub fn score(&self) -> (usize, usize) {
        (self.columns.iter().flatten().count(), self.known.iter().filter(|known| **known).count())
    }

    pub fn is_list(&self) -> bool {
        let has = |field| self.column(field).is_some();
        (has(Attribute::Nik) || has(Attribute::Name)) && self.score().0 >= 2
    }

    /// Whether anything of a column is taken.
    pub fn reads(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(Option::is_some) || self.notes.contains(&column)
    }

    /// Whether it says of people neither who they are nor what they do: such are named beside a list, not in it.
    pub fn says_little(&self) -> bool {
        const TELLING: [Attribute; 4] = [Attribute::Nik, Attribute::Kpj, Attribute::Birth, Attribute::Occupation];
        TELLING.into_iter().all(|field| self.column(field).is_none())
    }

    /// The column of a field.
    pub fn column(&self, field: Attribute) -> Option<usize> {
        self.columns.iter().position(|own| *own == Some(field))
    }
}

fn texts(line: &Line) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::Text(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    line.values().map(text).collect()
}

/// Whether a cell can be a heading.
pub fn is_heading(value: &Value) -> bool {
    match value {
        Value::Empty => true,
        Value::Text(text) => match text.chars().filter(char::is_ascii_digit).count() {
            0 => true,
            // `JENIS_PEKERJAAN_1`; more digits stand in no heading, and in most cells of a list.
            1 | 2 => meaning(text).is_some(),
            _ => false,
        },
        _ => false,
    }
}

/// The headings of two rows: an upper one that spans several columns stands for each of them.
fn joined(above: &[String], below: &[String], map: &Map) -> Vec<String> {
    let mut over = "";
    let columns = 0..above.len().max(below.len());
    let text = |row: &'_ [String], place: usize| row.get(place).cloned().unwrap_or_default();
    columns
        .map(|place| {
            let own = text(below, place);
            if let Some(upper) = above.get(place).filter(|upper| !upper.is_empty()) {
                over = upper;
            }
            let upper = text(above, place);
            let both = format!("{over} {own}");
            let is_known =
                |text: &str| meaning(text).is_some() || map.iter().any(|(name, _)| plain(name) == plain(text));
            match () {
                () if own.is_empty() => upper,
                () if is_known(&both) || !is_known(&own) => both,
                () => own,
            }
        })
        .collect()
}

/// Whether a line numbers the columns.
pub fn is_numbering(line: &Line) -> bool {
    let numbers = line.values().filter_map(numbers::plain);
    let numbers: Vec<String> = numbers.map(|text| text.trim_matches(['(', ')', '.', ' ']).to_owned()).collect();
    let first = numbers.first().and_then(|first| first.parse::<usize>().ok());
    let in_order = |first: usize| (first..).zip(&numbers).all(|(number, text)| number.to_string() == *text);
    numbers.len() >= 3 && first.is_some_and(in_order)
}

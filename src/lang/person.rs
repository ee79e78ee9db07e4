//! How a person is worded, and what of one is hidden: names, ids, numbers and birth dates reach a screen, a clipboard
//! or a file through this file alone (design.md §7).

use super::number::UNKNOWN;
use super::scrub::scrub;
use super::{Lang, words};
use crate::roster::attribute::{Attribute, Value};
use crate::roster::calendar::Day;
use crate::roster::store::Worker;
use crate::roster::text;
use crate::roster::worker::{Kind, Nik, Phone, Private};
use std::borrow::Cow;

/// How much of a person is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Privacy {
    /// Of numbers the last digits, of a birth date the age.
    Masked,
    /// Everything, as it was asked for.
    Whole,
    /// Masked, which nothing lifts, and names as initials: before an audience.
    Locked,
}

/// The mask of a number: as long as the number, or short for narrow columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mask {
    /// `************0093`.
    Long,
    /// `****0093`.
    Short,
}

/// A value as data formats have it: never localised, and not scrubbed yet, since each format has its own way of
/// keeping a text harmless.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are what they hold")]
pub enum Cell {
    /// Unknown, or hidden.
    Empty,
    Number(u64),
    Day(Day),
    Text(String),
}

impl From<Cell> for serde_json::Value {
    fn from(cell: Cell) -> serde_json::Value {
        match cell {
            Cell::Empty => serde_json::Value::Null,
            Cell::Number(number) => number.into(),
            Cell::Day(day) => day.to_string().into(),
            Cell::Text(text) => text.into(),
        }
    }
}

impl From<Cell> for String {
    fn from(cell: Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Text(text) => text,
        }
    }
}

impl Privacy {
    /// Whole where it is asked for.
    pub fn revealed(asked: bool) -> Privacy {
        if asked { Privacy::Whole } else { Privacy::Masked }
    }

    /// Whether numbers and birth dates are hidden.
    pub fn hides(self) -> bool {
        self != Privacy::Whole
    }

    /// The name.
    pub fn name(self, worker: Worker<'_>) -> String {
        let name = self.text(&self.spelled(worker));
        if name.contains(char::is_alphanumeric) { name } else { UNKNOWN.to_owned() }
    }

    /// The office's own id.
    pub fn id(self, worker: Worker<'_>) -> Option<String> {
        worker.id().map(|id| self.text(&id))
    }

    /// A text that somebody wrote, as it may be shown.
    pub fn text(self, own: &str) -> String {
        scrub(&self.written(own)).into_owned()
    }

    /// A text that somebody wrote: what is a NIK, a KPJ or a telephone number in it is hidden like one, wherever it
    /// stands.
    pub fn written(self, own: &str) -> Cow<'_, str> {
        let numbers = if self.hides() { text::numbers(own) } else { Vec::new() };
        if numbers.is_empty() {
            return own.into();
        }
        let mut shown = String::new();
        let mut behind = 0;
        for number in numbers {
            shown += own.get(behind..number.at.start).unwrap_or("");
            behind = number.at.end;
            let digits = own.get(number.at).unwrap_or("");
            shown += &if number.is_phone { Phone::new(digits).to_string() } else { Nik::new(digits).to_string() };
        }
        shown += own.get(behind..).unwrap_or("");
        shown.into()
    }

    /// A number of a person: a NIK, a KPJ, a telephone number; `None` where it is unknown.
    pub fn number(self, worker: Worker<'_>, attribute: Attribute, mask: Mask) -> Option<String> {
        let shown = match worker.get(attribute) {
            Value::Nik(number) => self.digits(&number, mask),
            Value::Kpj(number) => self.digits(&number, mask),
            Value::Phone(number) => self.digits(&number, mask),
            _ => return None,
        };
        Some(scrub(&shown).into_owned())
    }

    /// An attribute as data formats have it. Beside a birth date a masked NIK hides nothing, so both are hidden.
    pub fn cell(self, worker: Worker<'_>, attribute: Attribute) -> Cell {
        let text = |own: &str| Cell::Text(own.to_owned());
        match worker.get(attribute) {
            Value::Unknown => Cell::Empty,
            Value::Day(_) if attribute == Attribute::Birth && self.hides() => Cell::Empty,
            Value::Text(_) if attribute == Attribute::Name => {
                Cell::Text(self.written(&self.spelled(worker)).into_owned())
            }
            Value::Text(own) => Cell::Text(self.written(&own).into_owned()),
            Value::Shared(own) => Cell::Text(self.written(own).into_owned()),
            Value::Sex(sex) => text(sex.code()),
            Value::Segment(segment) => text(segment.code()),
            Value::Status(status) => text(status.code()),
            Value::Standing(standing) => text(standing.code()),
            Value::Number(number) => Cell::Number(number.into()),
            Value::Day(day) => Cell::Day(day),
            Value::Nik(number) => Cell::Text(self.digits(&number, Mask::Long)),
            Value::Kpj(number) => Cell::Text(self.digits(&number, Mask::Long)),
            Value::Phone(number) => Cell::Text(self.digits(&number, Mask::Long)),
            Value::Rules(rules) => Cell::Text(rules.iter().map(|rule| rule.code()).collect::<Vec<_>>().join(" ")),
        }
    }

    fn spelled(self, worker: Worker<'_>) -> Cow<'_, str> {
        let name = worker.name();
        if self == Privacy::Locked { initials(&name).into() } else { name }
    }

    fn digits<K: Kind>(self, number: &Private<K>, mask: Mask) -> String {
        match (self, mask) {
            (Privacy::Whole, _) => number.reveal().to_owned(),
            (Privacy::Masked | Privacy::Locked, Mask::Long) => number.to_string(),
            (Privacy::Masked | Privacy::Locked, Mask::Short) => number.short(),
        }
    }
}

/// `A. K. R.`: the first letter of each word that has one.
fn initials(name: &str) -> String {
    let letter = |word: &str| word.chars().find(|c| c.is_alphabetic()).map(|c| format!("{}.", c.to_uppercase()));
    name.split_whitespace().filter_map(letter).collect::<Vec<_>>().join(" ")
}

impl Lang {
    /// An age in years.
    pub fn years(self, age: Option<u32>) -> String {
        age.map_or(UNKNOWN.to_owned(), |age| self.fill(&words::YEARS, &[&age.to_string()]))
    }

    /// A birth date, or while it is hidden the age.
    pub fn birth(self, worker: Worker<'_>, privacy: Privacy) -> String {
        match privacy {
            Privacy::Masked | Privacy::Locked => self.years(worker.age()),
            Privacy::Whole => worker.birth().map_or(UNKNOWN.to_owned(), |day| self.day(day)),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot read its roster fails")]
mod tests {
    use super::*;
    use crate::roster::{Roster, json};

    fn roster() -> Roster {
        let text = r#"{"schema": "lindungi/roster/1", "program": {"name": "P", "fiscal_year": 2024,
            "as_of": "2024-08-30", "target_workers": 2, "budget": "0", "contributions": []},
            "groups": [{"id": "g", "name": "G"}], "workers": [
            {"id": "W\u0007", "name": "abdul  karim 3 'Ali", "occupation": "g", "status": "proposed",
             "nik": "9671004203810093", "kpj": "24012345502", "phone": "08123456\u001b08", "birth_date": "1981-03-02"},
            {"name": "\u001bé", "occupation": "g", "status": "proposed", "nik": 1}]}"#;
        json::read(&mut text.as_bytes(), &mut |_| ()).unwrap()
    }

    #[test]
    fn a_person_is_hidden_as_far_as_the_privacy_says() {
        let roster = roster();
        let worker = roster.worker(0);
        for (privacy, name, nik, short, phone, birth) in [
            (Privacy::Masked, "abdul  karim 3 'Ali", "************0093", "****0093", "********\u{fffd}08", "43 years"),
            (Privacy::Locked, "A. K. A.", "************0093", "****0093", "********\u{fffd}08", "43 years"),
            (
                Privacy::Whole,
                "abdul  karim 3 'Ali",
                "9671004203810093",
                "9671004203810093",
                "08123456\u{fffd}08",
                "2 Mar 1981",
            ),
        ] {
            assert_eq!(privacy.name(worker), name);
            assert_eq!(privacy.number(worker, Attribute::Nik, Mask::Long).as_deref(), Some(nik));
            assert_eq!(privacy.number(worker, Attribute::Nik, Mask::Short).as_deref(), Some(short));
            let own = privacy.number(worker, Attribute::Phone, Mask::Long);
            assert_eq!(own.as_deref(), Some(phone), "a masked text is scrubbed like any other");
            assert_eq!(Lang::En.birth(worker, privacy), birth);
            assert_eq!(privacy.id(worker).as_deref(), Some("W\u{fffd}"));
            let cells = [Attribute::Name, Attribute::Nik].map(|own| privacy.cell(worker, own));
            assert_eq!(cells, [name, nik].map(|text| Cell::Text(text.to_owned())));
            assert_eq!(privacy.cell(worker, Attribute::Birth) == Cell::Empty, privacy.hides());
            assert_eq!(privacy.cell(worker, Attribute::Age), Cell::Number(43));
        }
    }

    #[test]
    fn what_is_unknown_has_neither_a_number_nor_a_mask() {
        let roster = roster();
        let worker = roster.worker(1);
        for privacy in [Privacy::Masked, Privacy::Locked, Privacy::Whole] {
            assert_eq!(privacy.number(worker, Attribute::Nik, Mask::Short), None, "a JSON number is no NIK");
            assert_eq!(privacy.cell(worker, Attribute::Phone), Cell::Empty);
            assert_eq!(privacy.id(worker), None);
            assert_eq!(Lang::En.birth(worker, privacy), UNKNOWN);
        }
        assert_eq!(Privacy::Masked.name(worker), "\u{fffd}é");
        assert_eq!(Privacy::Locked.name(worker), "É.");
    }
}

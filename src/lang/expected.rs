//! What the audit found in a field, and what it expected there, as a cell of a table: dates as the file has them, its
//! codes by [`Terms`], the rest in words. What is of a person goes by [`Privacy`]: where the birth date is hidden, ages
//! stand for it.

use super::person::{Cell, Mask, Privacy};
use super::scrub::scrub;
use super::terms::Terms;
use super::{Lang, findings, words};
use crate::check::expected::{Expected, Wrong};
use crate::roster::Roster;
use crate::roster::attribute::{Attribute, Value};
use crate::roster::rows::Row;
use crate::roster::store::Worker;

/// A field of a worker as a cell of a table that is written.
pub fn cell(privacy: Privacy, worker: Worker<'_>, attribute: Attribute) -> Cell {
    match privacy.cell(worker, attribute) {
        Cell::Text(name) if attribute == Attribute::Name && name.trim().is_empty() => Cell::Empty,
        Cell::Text(text) => Cell::Text(scrub(&text).into_owned()),
        Cell::Empty if attribute == Attribute::Birth && privacy.hides() => privacy.cell(worker, Attribute::Age),
        cell => cell,
    }
}

/// The field that is shown: the age stands for a birth date that is hidden.
pub fn shown(privacy: Privacy, attribute: Attribute) -> Attribute {
    if attribute == Attribute::Birth && privacy.hides() { Attribute::Age } else { attribute }
}

impl Lang {
    /// A field of a worker as a cell for people: what is a word is said, dates and numbers stay what they are.
    pub fn said(self, worker: Worker<'_>, attribute: Attribute, privacy: Privacy) -> Cell {
        match (attribute, worker.get(attribute)) {
            (_, Value::Rules(rules)) => {
                let day = self.day(worker.as_of());
                let said = rules.iter().map(|rule| self.fill(&findings::words(*rule).short, &[&day]));
                Cell::Text(said.collect::<Vec<_>>().join("; "))
            }
            (Attribute::Group | Attribute::Occupation, _)
            | (_, Value::Sex(_) | Value::Status(_) | Value::Standing(_)) => {
                Cell::Text(self.attribute(worker, attribute, privacy, Mask::Long))
            }
            _ => cell(privacy, worker, attribute),
        }
    }

    /// The fields that a finding is about.
    pub fn wrong_fields(self, wrong: &Wrong, (privacy, terms): (Privacy, Terms)) -> String {
        let name = |field: &Attribute| self.worker_term(shown(privacy, *field), terms);
        wrong.fields.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// A field of a worker, a code in it by these terms.
    fn told(self, worker: Worker<'_>, field: Attribute, (privacy, terms): (Privacy, Terms)) -> Cell {
        match (cell(privacy, worker, field), self.said(worker, field, privacy)) {
            (Cell::Text(code), Cell::Text(word)) => Cell::Text(terms.tell(self, &word, &code)),
            (own, _) => own,
        }
    }

    /// What stands there now. Several fields are each named.
    pub fn wrong_value(self, wrong: &Wrong, worker: Worker<'_>, (privacy, terms): (Privacy, Terms)) -> Cell {
        if !wrong.spelt.is_empty() {
            return Cell::Text(privacy.text(&wrong.spelt.join("; ")));
        }
        match (wrong.age, wrong.fields.as_slice()) {
            (Some(age), _) => Cell::Number(age.into()),
            (None, []) => Cell::Empty,
            (None, [field]) => self.told(worker, *field, (privacy, terms)),
            (None, fields) => {
                let named = |field: &Attribute| {
                    let value = String::from(self.told(worker, *field, (privacy, terms)));
                    (!value.is_empty()).then(|| format!("{} {value}", self.worker_term(shown(privacy, *field), terms)))
                };
                Cell::Text(fields.iter().filter_map(named).collect::<Vec<_>>().join("; "))
            }
        }
    }

    /// The characters of a field that nobody sees, by their numbers.
    pub fn hidden(self, field: Attribute, characters: &[char]) -> String {
        /// So many are named: a text of nothing else would fill the screen.
        const NAMED: usize = 8;
        let named = characters.iter().take(NAMED).map(|&c| format!("U+{:04X}", u32::from(c)));
        let more = (characters.len() > NAMED).then(|| "…".to_owned());
        let named = named.chain(more).collect::<Vec<_>>().join(" ");
        self.fill(&words::HIDDEN_IN_FILE, &[&self.within(field), &named])
    }

    /// What should stand there.
    pub fn expected_value(self, roster: &Roster, expected: &Expected, (privacy, terms): (Privacy, Terms)) -> Cell {
        let said = |text: String| Cell::Text(text);
        let id = |row: &Row| privacy.id(roster.worker(*row)).unwrap_or_else(|| format!("#{}", row + 1));
        match expected {
            Expected::Digits(many) => said(self.fill(&words::export::DIGITS, &[&many.to_string()])),
            Expected::Possible => said(self.say(&words::export::POSSIBLE).to_owned()),
            Expected::OfItsOwn(rows) => {
                let ids: Vec<String> = rows.iter().map(id).collect();
                said(self.fill(&words::export::OF_ITS_OWN, &[&ids.join(", ")]))
            }
            Expected::Filled => said(self.say(&words::export::FILLED).to_owned()),
            Expected::Group => said(self.say(&words::export::ONE_OF_GROUPS).to_owned()),
            Expected::NotAfter(day) => said(self.fill(&words::export::NOT_AFTER, &[&day.to_string()])),
            Expected::InOrder => said(self.say(&words::export::IN_ORDER).to_owned()),
            Expected::Below(age) => said(self.fill(&words::export::BELOW, &[&age.to_string()])),
            Expected::AtLeast(age) => said(self.fill(&words::export::AT_LEAST, &[&age.to_string()])),
            // The age alone is most often the same.
            Expected::Birth(_, age) if privacy.hides() => {
                age.map_or(Cell::Empty, |age| said(self.fill(&words::export::OTHER_DAY, &[&age.to_string()])))
            }
            Expected::Birth(born, _) => Cell::Day(*born),
            Expected::Sex(sex) => said(terms.tell(self, self.say(&words::sex(*sex)), sex.code())),
            Expected::Region(codes) => said(scrub(&codes.join(", ")).into_owned()),
            Expected::Standing(own) => said(terms.tell(self, self.say(&words::standing(*own)), own.code())),
            Expected::PaidBy(day) => said(self.fill(&words::export::PAID_BY, &[&day.to_string()])),
            Expected::Plain => said(self.say(&words::export::PLAIN).to_owned()),
            Expected::Spelt(names) => said(privacy.text(&names.join("; "))),
            Expected::Years(first, last) => {
                said(self.fill(&words::export::YEARS, &[&first.to_string(), &last.to_string()]))
            }
            Expected::Unknown => Cell::Empty,
        }
    }
}

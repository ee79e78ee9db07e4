//! How a field is headed and a value said, to people: those of a worker ([`Attribute`]) and those of the filter, whose
//! text names them as the file does. What is of a person goes by [`Privacy`].

use super::number::UNKNOWN;
use super::person::{Mask, Privacy};
use super::scrub::scrub;
use super::{Lang, Phrase, words};
use crate::figures::groups::order::GroupColumn;
use crate::roster::Roster;
use crate::roster::attribute::{Attribute, Value};
use crate::roster::filter::{self, Field, Scalar};
use crate::roster::store::Worker;
use crate::roster::worker::AGE_BANDS;

/// The heading of an attribute.
pub fn heading(attribute: Attribute) -> Phrase {
    match attribute {
        Attribute::Id => words::ID,
        Attribute::Nik => words::NIK,
        Attribute::Name => words::NAME,
        Attribute::Sex => words::SEX,
        Attribute::Birth => words::BORN,
        Attribute::Occupation | Attribute::Group => words::GROUP_SHORT,
        Attribute::Segment => words::SEGMENT,
        Attribute::District => words::DISTRICT,
        Attribute::Village => words::VILLAGE,
        Attribute::Status => words::STATUS_IN_FILE,
        Attribute::Standing => words::STATUS,
        Attribute::Registered => words::REGISTERED,
        Attribute::Enrolled => words::ENROLLED,
        Attribute::Until => words::UNTIL,
        Attribute::Lapse => words::LAPSE,
        Attribute::Kpj => words::KPJ,
        Attribute::Phone => words::PHONE,
        Attribute::Decile => words::DECILE,
        Attribute::Reason => words::REASON,
        Attribute::Age => words::AGE,
        Attribute::Findings => words::FINDINGS,
    }
}

/// The heading of a column of the list of groups.
pub fn heading_of_group(column: GroupColumn) -> Phrase {
    match column {
        GroupColumn::Name => words::GROUP_SHORT,
        GroupColumn::Target => words::TARGET,
        GroupColumn::Matched => words::MATCHED_HEAD,
        GroupColumn::Standing(standing) => words::standing_heading(standing),
        GroupColumn::Percent => Phrase::same("%"),
    }
}

/// The word by which a column of the list of groups is typed.
pub fn word_of_group(column: GroupColumn) -> Phrase {
    match column {
        GroupColumn::Name => words::NAME,
        GroupColumn::Percent => words::PERCENT,
        column => heading_of_group(column),
    }
}

/// The heading of a field of the filter: that of the attribute which it asks for.
pub fn heading_of(field: Field) -> Phrase {
    let attribute = Attribute::ALL.into_iter().find(|attribute| attribute.field() == Some(field));
    match attribute {
        // One is asked for, not the list of them.
        Some(Attribute::Findings) => words::FINDING,
        Some(attribute) => heading(attribute),
        None => Phrase { en: field.code(), id: field.code() },
    }
}

impl Lang {
    /// An attribute as it stands within a sentence.
    pub fn within(self, attribute: Attribute) -> String {
        let name = match attribute {
            Attribute::Birth => words::BIRTH_DATE,
            Attribute::Registered => words::REGISTRATION_DATE,
            Attribute::Enrolled => words::ENROLMENT_DATE,
            Attribute::Until => words::PROTECTION,
            _ => heading(attribute),
        };
        match attribute {
            Attribute::Nik | Attribute::Kpj => self.say(&name).to_owned(),
            _ => self.say(&name).to_lowercase(),
        }
    }

    /// What a worker has of an attribute.
    pub fn attribute(self, worker: Worker<'_>, attribute: Attribute, privacy: Privacy, mask: Mask) -> String {
        let said = match (attribute, worker.get(attribute)) {
            (Attribute::Id, _) => privacy.id(worker),
            (Attribute::Name, _) => Some(privacy.name(worker)),
            (Attribute::Birth, _) => Some(self.birth(worker, privacy)),
            (Attribute::Group | Attribute::Occupation, Value::Shared(own)) => Some(match worker.group() {
                Some(group) => self.name(&group.name),
                None if attribute == Attribute::Group => self.say(&words::UNKNOWN_GROUP).to_owned(),
                None => privacy.text(own),
            }),
            (Attribute::Group, Value::Unknown) => Some(self.say(&words::UNKNOWN_GROUP).to_owned()),
            // None found is nothing to say, and not unknown.
            (Attribute::Findings, Value::Unknown) => Some(String::new()),
            (_, Value::Unknown) => None,
            (_, Value::Text(text)) => Some(privacy.text(&text)),
            (_, Value::Shared(text)) => Some(privacy.text(text)),
            (_, Value::Sex(sex)) => Some(self.say(&words::sex(sex)).to_owned()),
            (_, Value::Segment(segment)) => Some(segment.code().to_owned()),
            (_, Value::Status(status)) => Some(self.say(&words::status(status)).to_owned()),
            (_, Value::Standing(standing)) => Some(self.say(&words::standing(standing)).to_owned()),
            (_, Value::Number(number)) => Some(number.to_string()),
            (_, Value::Day(day)) => Some(self.day(day)),
            (_, Value::Nik(_) | Value::Kpj(_) | Value::Phone(_)) => privacy.number(worker, attribute, mask),
            (_, Value::Rules(rules)) => Some(rules.iter().map(|rule| rule.code()).collect::<Vec<_>>().join(" ")),
        };
        said.unwrap_or(UNKNOWN.to_owned())
    }

    /// A value of a field of the filter.
    pub fn value(self, roster: &Roster, field: Field, value: &filter::Value) -> String {
        use filter::Value;
        match (field, value) {
            (Field::Group, Value::None) => self.say(&words::UNKNOWN_GROUP).to_owned(),
            (_, Value::None) => self.say(&words::UNKNOWN).to_owned(),
            (Field::Group, Value::Name(id)) => {
                let group = roster.groups.iter().find(|group| group.id == *id);
                group.map_or_else(|| scrub(id).into_owned(), |group| self.name(&group.name))
            }
            (_, Value::Name(name)) => scrub(name).into_owned(),
            (_, Value::Standing(standing)) => self.say(&words::standing(*standing)).to_owned(),
            (_, Value::Sex(sex)) => self.say(&words::sex(*sex)).to_owned(),
            (_, Value::Segment(segment)) => segment.code().to_owned(),
            (_, Value::Rule(rule)) => self.finding(roster, *rule),
            (_, Value::Scalar(Scalar::Month(month))) => self.month(*month),
            (Field::Age, Value::Range(from, to)) => {
                let number = |scalar: &Option<Scalar>| match scalar {
                    Some(Scalar::Number(number)) => Some(*number),
                    _ => None,
                };
                let band = AGE_BANDS.iter().position(|band| *band == (number(from), number(to)));
                band.and_then(words::age_band).unwrap_or_else(|| value.to_string())
            }
            _ => scrub(&value.to_string()).into_owned(),
        }
    }
}

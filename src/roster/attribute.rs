//! Every field of a worker, once: its code in data formats, its name in the filter, and what it holds. Whoever lists
//! fields (the table and its order, a worker's card, sheets, comparisons) keeps a list of these and asks
//! [`Worker::get`]; a field more is a row of the table here, its name in `lang`, and a place in the lists that show it.

use super::calendar::Day;
use super::columns::{Held, Shared};
use super::filter::Field;
use super::finding::Rule;
use super::program::Segment;
use super::store::Worker;
use super::text::is_blank;
use super::worker::{Kpj, Nik, Phone, Sex, Standing, Status};
use std::borrow::Cow;

/// A field of a worker: of the file, or what follows from it on the roster's date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "they are the fields of the roster file; the others say what they are")]
pub enum Attribute {
    Id,
    Nik,
    Name,
    Sex,
    Birth,
    /// What the file says, whether or not the programme has such a group.
    Occupation,
    /// The same as one of the programme's groups: to people an occupation that it does not know is an unknown group.
    Group,
    Segment,
    District,
    Village,
    /// What the file says.
    Status,
    /// What holds on the roster's date.
    Standing,
    Registered,
    Enrolled,
    Until,
    /// The first day without protection.
    Lapse,
    Kpj,
    Phone,
    Decile,
    /// Why the worker is rejected or inactive.
    Reason,
    /// Completed years on the roster's date.
    Age,
    /// The rules that the worker breaks.
    Findings,
}

/// What an attribute's values are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A text of its own.
    Text,
    /// A text that many rows share.
    Shared,
    /// One of a few words.
    Word,
    /// A whole number.
    Number,
    /// A date.
    Day,
    /// A number of a person.
    Private,
    /// Rules of the audit.
    Rules,
}

/// What a worker has of an attribute.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are what they hold")]
pub enum Value<'a> {
    /// Not in the file, or not as it should be.
    Unknown,
    Text(Cow<'a, str>),
    Shared(&'a str),
    Sex(Sex),
    Segment(Segment),
    Status(Status),
    Standing(Standing),
    Number(u32),
    Day(Day),
    Nik(Nik),
    Kpj(Kpj),
    Phone(Phone),
    /// At least one, in the order of the audit.
    Rules(Vec<Rule>),
}

impl Attribute {
    /// Every attribute.
    pub const ALL: [Attribute; 22] = [
        Attribute::Id,
        Attribute::Nik,
        Attribute::Name,
        Attribute::Sex,
        Attribute::Birth,
        Attribute::Occupation,
        Attribute::Group,
        Attribute::Segment,
        Attribute::District,
        Attribute::Village,
        Attribute::Status,
        Attribute::Standing,
        Attribute::Registered,
        Attribute::Enrolled,
        Attribute::Until,
        Attribute::Lapse,
        Attribute::Kpj,
        Attribute::Phone,
        Attribute::Decile,
        Attribute::Reason,
        Attribute::Age,
        Attribute::Findings,
    ];

    /// The columns of the workers' table, by which it can be sorted: the name, which is always in sight, then the
    /// others by priority.
    pub const TABLE: [Attribute; 13] = [
        Attribute::Name,
        Attribute::Group,
        Attribute::Standing,
        Attribute::District,
        Attribute::Age,
        Attribute::Enrolled,
        Attribute::Until,
        Attribute::Nik,
        Attribute::Kpj,
        Attribute::Phone,
        Attribute::Village,
        Attribute::Lapse,
        Attribute::Findings,
    ];

    /// What is told of one worker besides the name, the standing and the findings.
    pub const CARD: [Attribute; 15] = [
        Attribute::Id,
        Attribute::Group,
        Attribute::Segment,
        Attribute::District,
        Attribute::Village,
        Attribute::Age,
        Attribute::Sex,
        Attribute::Nik,
        Attribute::Kpj,
        Attribute::Phone,
        Attribute::Decile,
        Attribute::Registered,
        Attribute::Enrolled,
        Attribute::Until,
        Attribute::Reason,
    ];

    /// What may change of a worker, in the order in which it is told.
    pub const COMPARED: [Attribute; 16] = [
        Attribute::Name,
        Attribute::Occupation,
        Attribute::District,
        Attribute::Village,
        Attribute::Sex,
        Attribute::Birth,
        Attribute::Segment,
        Attribute::Status,
        Attribute::Registered,
        Attribute::Enrolled,
        Attribute::Until,
        Attribute::Nik,
        Attribute::Kpj,
        Attribute::Phone,
        Attribute::Decile,
        Attribute::Reason,
    ];

    /// The columns of a table that is written.
    pub const SHEET: [Attribute; 20] = [
        Attribute::Id,
        Attribute::Name,
        Attribute::Group,
        Attribute::Standing,
        Attribute::District,
        Attribute::Village,
        Attribute::Sex,
        Attribute::Segment,
        Attribute::Age,
        Attribute::Birth,
        Attribute::Registered,
        Attribute::Enrolled,
        Attribute::Until,
        Attribute::Lapse,
        Attribute::Nik,
        Attribute::Kpj,
        Attribute::Phone,
        Attribute::Decile,
        Attribute::Reason,
        Attribute::Findings,
    ];

    /// The table: the code, what its values are, and the field of the filter that asks for it.
    fn row(self) -> (&'static str, Form, Option<Field>) {
        match self {
            Attribute::Id => ("id", Form::Text, Some(Field::Id)),
            Attribute::Nik => ("nik", Form::Private, Some(Field::Nik)),
            Attribute::Name => ("name", Form::Text, Some(Field::Name)),
            Attribute::Sex => ("sex", Form::Word, Some(Field::Sex)),
            Attribute::Birth => ("birth_date", Form::Day, Some(Field::Born)),
            Attribute::Occupation => ("occupation", Form::Shared, None),
            Attribute::Group => ("group", Form::Shared, Some(Field::Group)),
            Attribute::Segment => ("segment", Form::Word, Some(Field::Segment)),
            Attribute::District => ("district", Form::Shared, Some(Field::District)),
            Attribute::Village => ("village", Form::Shared, Some(Field::Village)),
            Attribute::Status => ("status", Form::Word, None),
            Attribute::Standing => ("standing", Form::Word, Some(Field::Status)),
            Attribute::Registered => ("registered_on", Form::Day, Some(Field::Registered)),
            Attribute::Enrolled => ("enrolled_on", Form::Day, Some(Field::Enrolled)),
            Attribute::Until => ("protected_until", Form::Day, Some(Field::Until)),
            Attribute::Lapse => ("lapses_on", Form::Day, Some(Field::Lapse)),
            Attribute::Kpj => ("kpj", Form::Private, Some(Field::Kpj)),
            Attribute::Phone => ("phone", Form::Private, Some(Field::Phone)),
            Attribute::Decile => ("welfare_decile", Form::Number, Some(Field::Decile)),
            Attribute::Reason => ("reason", Form::Shared, Some(Field::Reason)),
            Attribute::Age => ("age", Form::Number, Some(Field::Age)),
            Attribute::Findings => ("findings", Form::Rules, Some(Field::Finding)),
        }
    }

    /// What data formats call it; a field of the file as the file does.
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// What its values are.
    pub fn form(self) -> Form {
        self.row().1
    }

    /// The field of the filter that asks for it.
    pub fn field(self) -> Option<Field> {
        self.row().2
    }

    /// The word by which an order means it: that of the filter, where it has one.
    pub fn word(self) -> &'static str {
        self.field().map_or(self.code(), Field::code)
    }
}

impl<'a> Worker<'a> {
    /// What the worker has of an attribute.
    pub fn get(self, attribute: Attribute) -> Value<'a> {
        fn known<'a, T>(value: Option<T>, of: impl Fn(T) -> Value<'a>) -> Value<'a> {
            value.map_or(Value::Unknown, of)
        }
        fn held<'a, T>(value: Held<T>, of: impl Fn(T) -> Value<'a>) -> Value<'a> {
            match value {
                Held::Text(number) => of(number),
                Held::Missing | Held::NotText => Value::Unknown,
            }
        }
        match attribute {
            Attribute::Id => known(self.id(), Value::Text),
            Attribute::Nik => held(self.nik(), Value::Nik),
            Attribute::Name => known(Some(self.name()).filter(|name| !is_blank(name)), Value::Text),
            Attribute::Sex => known(self.sex(), Value::Sex),
            Attribute::Birth => known(self.birth(), Value::Day),
            Attribute::Occupation | Attribute::Group => {
                known(Some(self.occupation()).filter(|own| !own.is_empty()), Value::Shared)
            }
            Attribute::Segment => Value::Segment(self.segment()),
            Attribute::District => known(self.district(), Value::Shared),
            Attribute::Village => known(self.village(), Value::Shared),
            Attribute::Status => Value::Status(self.status()),
            Attribute::Standing => Value::Standing(self.standing()),
            Attribute::Registered => known(self.registered(), Value::Day),
            Attribute::Enrolled => known(self.enrolled(), Value::Day),
            Attribute::Until => known(self.until(), Value::Day),
            Attribute::Lapse => known(self.lapse(), Value::Day),
            Attribute::Kpj => held(self.kpj(), Value::Kpj),
            Attribute::Phone => held(self.phone(), Value::Phone),
            Attribute::Decile => known(self.decile(), |decile| Value::Number(decile.into())),
            Attribute::Reason => known(self.reason(), Value::Shared),
            Attribute::Age => known(self.age(), Value::Number),
            Attribute::Findings => {
                let rules: Vec<Rule> = self.roster.findings.of_worker(self.row).collect();
                known(Some(rules).filter(|rules| !rules.is_empty()), Value::Rules)
            }
        }
    }

    /// How the file spells a district or a village, where it is shown otherwise.
    pub fn spelt(self, attribute: Attribute) -> Option<&'a str> {
        let index = self.roster.index();
        let (column, names) = match attribute {
            Attribute::District => (&self.roster.workers.districts, &index.district_names),
            Attribute::Village => (&self.roster.workers.villages, &index.village_names),
            _ => return None,
        };
        column.get(self.row).filter(|_| names.is_otherwise(column.codes().get(self.row)))
    }

    /// Whether the file spells the district or the village otherwise than it is shown.
    pub fn spells_otherwise(self) -> bool {
        let (index, store) = (self.roster.index(), &self.roster.workers);
        let of = |column: &Shared| column.codes().get(self.row);
        index.district_names.is_otherwise(of(&store.districts)) || index.village_names.is_otherwise(of(&store.villages))
    }
}

impl Value<'_> {
    /// A text or a number of a person as the file spells it, whole: to tell people apart by, never to be shown.
    pub fn reveal(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Shared(text) => Some(text),
            Value::Nik(number) => Some(number.reveal()),
            Value::Kpj(number) => Some(number.reveal()),
            Value::Phone(number) => Some(number.reveal()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_attribute_has_a_place_a_code_and_a_word_of_its_own() {
        assert!(Attribute::ALL.into_iter().enumerate().all(|(place, attribute)| attribute as usize == place));
        for of in [Attribute::code, Attribute::word] {
            let mut names = Attribute::ALL.map(of).to_vec();
            names.sort_unstable();
            names.dedup();
            // The status of the file has no field; what asks for a standing is called after it.
            assert!(names.len() + 1 >= Attribute::ALL.len(), "{names:?}");
        }
    }

    #[test]
    fn every_field_of_the_filter_asks_for_an_attribute() {
        for (field, code, _) in Field::ALL {
            assert!(Attribute::ALL.into_iter().any(|attribute| attribute.field() == Some(field)), "{code}");
        }
    }
}

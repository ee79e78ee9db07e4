//! How a value is named to people: one of the filter as the screens name it, where the filter's text names it as the
//! file does.

use crate::lang::scrub::scrub;
use crate::lang::{Lang, Phrase, rules, words};
use crate::roster::Roster;
use crate::roster::filter::{Field, Scalar, Value};
use crate::roster::worker::AGE_BANDS;

/// The heading of a field.
pub fn field(field: Field) -> Phrase {
    match field {
        Field::Group => words::GROUP_SHORT,
        Field::Status => words::STATUS,
        Field::District => words::DISTRICT,
        Field::Village => words::VILLAGE,
        Field::Sex => words::SEX,
        Field::Segment => words::SEGMENT,
        Field::Age => words::AGE,
        Field::Decile => words::DECILE,
        Field::Finding => words::FINDING,
        Field::Born => words::BORN,
        Field::Registered => words::REGISTERED,
        Field::Enrolled => words::ENROLLED,
        Field::Until => words::UNTIL,
        Field::Lapse => words::LAPSE,
        Field::Name => words::NAME,
        Field::Id => words::ID,
        Field::Nik => words::NIK,
        Field::Kpj => words::KPJ,
    }
}

/// A value of a field.
pub fn value(lang: Lang, roster: &Roster, field: Field, value: &Value) -> String {
    match (field, value) {
        (Field::Group, Value::None) => lang.say(&words::UNKNOWN_GROUP).to_owned(),
        (_, Value::None) => lang.say(&words::UNKNOWN).to_owned(),
        (Field::Group, Value::Name(id)) => {
            let group = roster.groups.iter().find(|group| group.id == *id);
            group.map_or_else(|| scrub(id).into_owned(), |group| lang.name(&group.name))
        }
        (_, Value::Name(name)) => scrub(name).into_owned(),
        (_, Value::Standing(standing)) => lang.say(&words::standing(*standing)).to_owned(),
        (_, Value::Sex(sex)) => lang.say(&words::sex(*sex)).to_owned(),
        (_, Value::Segment(segment)) => segment.code().to_owned(),
        (_, Value::Rule(rule)) => lang.fill(&rules::words(*rule).short, &[&lang.day(roster.as_of())]),
        (_, Value::Scalar(Scalar::Month(month))) => lang.month(*month),
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

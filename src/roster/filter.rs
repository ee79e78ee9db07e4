//! A filter: which workers are meant. It is made by reading its text ([`super::query`]) and by picking values; both
//! are one thing, and `names` gives the text that means it. Who of a roster passes is told in `select`; nothing here
//! knows one.
//!
//! Plain two-valued logic: an unknown value satisfies no comparison, so `-age>=60` includes unknown ages.

mod names;
mod select;

pub use names::Tongue;

use super::calendar::{Day, Month};
use super::finding::{Rule, Severity};
use super::program::Segment;
use super::worker::{Sex, Standing};
use std::fmt;

/// Which workers are meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Filter {
    /// Those who pass every part; no part passes all.
    All(Vec<Filter>),
    /// Those who pass some part.
    Any(Vec<Filter>),
    /// Those who do not pass.
    Not(Box<Filter>),
    /// Those whose name, id, NIK, KPJ or phone contains the text.
    Text(String),
    /// Those whose field has one of the values.
    Has(Field, Vec<Value>),
    /// Those whose field compares so.
    Is(Field, Comparison, Scalar),
}

/// A field of the language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "they are the rows of the table in design.md §4")]
pub enum Field {
    Group,
    Status,
    District,
    Village,
    Sex,
    Segment,
    Age,
    Decile,
    Born,
    Registered,
    Enrolled,
    Until,
    Lapse,
    Finding,
    Reason,
    Name,
    Id,
    Nik,
    Kpj,
    Phone,
}

/// What kind of values a field has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldType {
    /// One of a list of names.
    Name,
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// A part of a text.
    Text,
}

impl Field {
    /// Every field with its English and its Indonesian name, in the order of the table.
    pub const ALL: [(Field, &'static str, &'static str); 20] = [
        (Field::Group, "group", "kelompok"),
        (Field::Status, "status", "status"),
        (Field::District, "district", "distrik"),
        (Field::Village, "village", "kelurahan"),
        (Field::Sex, "sex", "jk"),
        (Field::Segment, "segment", "segmen"),
        (Field::Age, "age", "usia"),
        (Field::Decile, "decile", "desil"),
        (Field::Born, "born", "lahir"),
        (Field::Registered, "registered", "didata"),
        (Field::Enrolled, "enrolled", "terdaftar"),
        (Field::Until, "until", "sampai"),
        (Field::Lapse, "lapse", "berakhir"),
        (Field::Finding, "finding", "temuan"),
        (Field::Reason, "reason", "alasan"),
        (Field::Name, "name", "nama"),
        (Field::Id, "id", "id"),
        (Field::Nik, "nik", "nik"),
        (Field::Kpj, "kpj", "kpj"),
        (Field::Phone, "phone", "telepon"),
    ];

    /// The English name, which `Display` writes.
    pub fn code(self) -> &'static str {
        Field::ALL.iter().find(|(field, ..)| *field == self).map_or("", |(_, code, _)| code)
    }

    /// What its values are.
    pub fn kind(self) -> FieldType {
        match self {
            Field::Group | Field::Status | Field::District | Field::Village => FieldType::Name,
            Field::Sex | Field::Segment | Field::Finding | Field::Reason => FieldType::Name,
            Field::Age | Field::Decile => FieldType::Number,
            Field::Born | Field::Registered | Field::Enrolled | Field::Until | Field::Lapse => FieldType::Date,
            Field::Name | Field::Id | Field::Nik | Field::Kpj | Field::Phone => FieldType::Text,
        }
    }
}

/// `<`, `<=`, `>`, `>=`. Equality is a value: `age=60` is `age:60`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they say it")]
pub enum Comparison {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparison {
    /// How it is written.
    pub fn code(self) -> &'static str {
        match self {
            Comparison::Less => "<",
            Comparison::LessOrEqual => "<=",
            Comparison::Greater => ">",
            Comparison::GreaterOrEqual => ">=",
        }
    }
}

/// A number or a date as precise as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scalar {
    /// A whole number.
    Number(u32),
    /// All days of a year.
    Year(i32),
    /// All days of a month.
    Month(Month),
    /// One day.
    Day(Day),
}

impl Scalar {
    /// Its first day; `None` for a number.
    fn first(self) -> Option<Day> {
        match self {
            Scalar::Number(_) => None,
            Scalar::Year(year) => Month::new(year, 1).map(Month::first_day),
            Scalar::Month(month) => Some(month.first_day()),
            Scalar::Day(day) => Some(day),
        }
    }

    /// Whether it lies wholly behind another.
    pub(super) fn is_after(self, other: Scalar) -> bool {
        match (self, other) {
            (Scalar::Number(own), Scalar::Number(other)) => own > other,
            _ => self.first() > other.last(),
        }
    }

    /// Its last day; `None` for a number.
    fn last(self) -> Option<Day> {
        match self {
            Scalar::Number(_) => None,
            Scalar::Year(year) => Month::new(year, 12).map(Month::last_day),
            Scalar::Month(month) => Some(month.last_day()),
            Scalar::Day(day) => Some(day),
        }
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scalar::Number(number) => write!(f, "{number}"),
            Scalar::Year(year) => write!(f, "{year:04}"),
            Scalar::Month(month) => write!(f, "{month}"),
            Scalar::Day(day) => write!(f, "{day}"),
        }
    }
}

/// A value that a field may have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// Unknown.
    None,
    /// Known.
    Any,
    /// A group by its id, a district or village by its name in the file, or a part of a text.
    Name(String),
    /// A standing on the roster's date.
    Standing(Standing),
    /// A sex.
    Sex(Sex),
    /// A segment.
    Segment(Segment),
    /// A rule of the audit.
    Rule(Rule),
    /// A severity of the audit.
    Severity(Severity),
    /// A number, or all days of a date.
    Scalar(Scalar),
    /// From one to another, both included, either end open.
    Range(Option<Scalar>, Option<Scalar>),
}

impl Value {
    /// A band of ages, either end open.
    pub fn of_ages((from, to): (Option<u32>, Option<u32>)) -> Value {
        Value::Range(from.map(Scalar::Number), to.map(Scalar::Number))
    }

    /// The name that it is, if it is one.
    fn name(&self) -> Option<&str> {
        match self {
            Value::Name(name) => Some(name),
            _ => None,
        }
    }
}

impl Filter {
    /// Everybody.
    pub const EVERYBODY: Filter = Filter::All(Vec::new());

    /// Whether the filter is empty.
    pub fn is_everybody(&self) -> bool {
        *self == Filter::EVERYBODY
    }

    /// The names if the whole filter is one un-negated term of known names of this field: only then does the view have
    /// a target of its own (design.md §3).
    pub fn only(&self, field: Field) -> Option<Vec<&str>> {
        match self {
            Filter::Has(own, values) if *own == field => values.iter().map(Value::name).collect(),
            _ => None,
        }
    }

    /// Whether the filter asks for groups and nothing else: then a group's own workers are all there, and its share of
    /// its target is known (design.md §6).
    pub fn is_of_groups_alone(&self) -> bool {
        self.is_of_alone(Field::Group)
    }

    /// Whether the filter asks for this field and nothing else.
    pub fn is_of_alone(&self, field: Field) -> bool {
        match self {
            Filter::All(parts) | Filter::Any(parts) => parts.iter().all(|part| part.is_of_alone(field)),
            Filter::Not(part) => part.is_of_alone(field),
            Filter::Has(own, _) => *own == field,
            Filter::Text(_) | Filter::Is(..) => false,
        }
    }

    /// Whether it names somebody: a text that is looked for in names and numbers, or one of a person's own fields.
    pub fn names_persons(&self) -> bool {
        use Field::{Born, Id, Kpj, Name, Nik, Phone};
        let own = |field: &Field| matches!(field, Name | Id | Nik | Kpj | Phone | Born);
        match self {
            Filter::All(parts) | Filter::Any(parts) => parts.iter().any(Filter::names_persons),
            Filter::Not(part) => part.names_persons(),
            Filter::Text(_) => true,
            Filter::Has(field, values) => {
                own(field) && values.iter().any(|one| !matches!(one, Value::None | Value::Any))
            }
            Filter::Is(field, ..) => own(field),
        }
    }

    /// The same filter with other values in the place of each.
    pub fn with_values(&self, of: &dyn Fn(Field, &Value) -> Vec<Value>) -> Filter {
        let each = |parts: &[Filter]| parts.iter().map(|part| part.with_values(of)).collect();
        match self {
            Filter::All(parts) => Filter::All(each(parts)),
            Filter::Any(parts) => Filter::Any(each(parts)),
            Filter::Not(part) => Filter::Not(Box::new(part.with_values(of))),
            Filter::Has(field, values) => {
                Filter::Has(*field, values.iter().flat_map(|value| of(*field, value)).collect())
            }
            Filter::Text(_) | Filter::Is(..) => self.clone(),
        }
    }

    /// The top-level parts that must all hold.
    fn parts(&self) -> Vec<Filter> {
        match self {
            Filter::All(parts) => parts.clone(),
            other => vec![other.clone()],
        }
    }

    /// The values picked in a facet: those of the one top-level, un-negated `field:list` term.
    pub fn picks(&self, field: Field) -> &[Value] {
        let own = |part: &'_ Filter| matches!(part, Filter::Has(of, _) if *of == field);
        let term = match self {
            Filter::All(parts) => parts.iter().find(|part| own(part)),
            other => Some(other).filter(|part| own(part)),
        };
        match term {
            Some(Filter::Has(_, values)) => values,
            _ => &[],
        }
    }

    /// The same filter with `value` picked in a facet, or no longer picked if it was.
    pub fn toggled(&self, field: Field, value: Value) -> Filter {
        let mut parts = self.parts();
        let term = parts.iter().position(|part| matches!(part, Filter::Has(of, _) if *of == field));
        match term {
            None => parts.push(Filter::Has(field, vec![value])),
            Some(place) => {
                if let Some(Filter::Has(_, values)) = parts.get_mut(place) {
                    match values.iter().position(|picked| *picked == value) {
                        Some(picked) => drop(values.remove(picked)),
                        None => values.push(value),
                    }
                    if values.is_empty() {
                        parts.remove(place);
                    }
                }
            }
        }
        Filter::joined(parts)
    }

    /// The same filter without a facet's picks: what the facet's own list counts under.
    pub fn without(&self, field: Field) -> Filter {
        let mut parts = self.parts();
        if let Some(place) = parts.iter().position(|part| matches!(part, Filter::Has(of, _) if *of == field)) {
            parts.remove(place);
        }
        Filter::joined(parts)
    }

    /// The texts that names are searched for: what a table underlines. Those that are negated are not there to be seen.
    pub fn words(&self) -> Vec<&str> {
        match self {
            Filter::All(parts) | Filter::Any(parts) => parts.iter().flat_map(Filter::words).collect(),
            Filter::Text(part) => vec![part],
            Filter::Has(Field::Name, values) => values.iter().filter_map(Value::name).collect(),
            Filter::Has(..) | Filter::Is(..) | Filter::Not(_) => Vec::new(),
        }
    }

    /// The filter of parts that must all hold. One alone is itself: there is one way to say it.
    pub(super) fn joined(mut parts: Vec<Filter>) -> Filter {
        match parts.len() {
            1 => parts.remove(0),
            _ => Filter::All(parts),
        }
    }
}

//! A filter: which workers are meant. It is made by reading its text ([`super::query`]) and by picking values; both
//! are one thing, and `Display` gives the text that means it.
//!
//! Plain two-valued logic: an unknown value satisfies no comparison, so `-age>=60` includes unknown ages.

use super::Roster;
use super::calendar::{self, Day, Month};
use super::finding::{Rule, Severity};
use super::program::Segment;
use super::rows::{Posting, RowSet};
use super::text;
use super::worker::{AGE_BANDS, Sex, Standing};
use chrono::Datelike;
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
    /// Those whose name, id, NIK or KPJ contains the text.
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
    Name,
    Id,
    Nik,
    Kpj,
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
    pub const ALL: [(Field, &'static str, &'static str); 18] = [
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
        (Field::Lapse, "lapse", "gugur"),
        (Field::Finding, "finding", "temuan"),
        (Field::Name, "name", "nama"),
        (Field::Id, "id", "id"),
        (Field::Nik, "nik", "nik"),
        (Field::Kpj, "kpj", "kpj"),
    ];

    /// The English name, which `Display` writes.
    pub fn code(self) -> &'static str {
        Field::ALL.iter().find(|(field, ..)| *field == self).map_or("", |(_, code, _)| code)
    }

    /// What its values are.
    pub fn kind(self) -> FieldType {
        match self {
            Field::Group | Field::Status | Field::District | Field::Village => FieldType::Name,
            Field::Sex | Field::Segment | Field::Finding => FieldType::Name,
            Field::Age | Field::Decile => FieldType::Number,
            Field::Born | Field::Registered | Field::Enrolled | Field::Until | Field::Lapse => FieldType::Date,
            Field::Name | Field::Id | Field::Nik | Field::Kpj => FieldType::Text,
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

impl Filter {
    /// Everybody.
    pub const EVERYBODY: Filter = Filter::All(Vec::new());

    /// Whether the filter is empty.
    pub fn is_everybody(&self) -> bool {
        *self == Filter::EVERYBODY
    }

    /// The workers that pass.
    pub fn select(&self, roster: &Roster) -> RowSet {
        let len = roster.workers.len();
        match self {
            Filter::All(parts) => {
                let mut set = RowSet::all(len);
                parts.iter().for_each(|part| set.and(&part.select(roster)));
                set
            }
            Filter::Any(parts) => {
                let mut set = RowSet::none(len);
                parts.iter().for_each(|part| set.or(&part.select(roster)));
                set
            }
            Filter::Not(part) => {
                let mut set = part.select(roster);
                set.not();
                set
            }
            Filter::Text(part) => select_text(roster, &text::fold(part)),
            Filter::Has(field, values) => {
                let mut set = RowSet::none(len);
                values.iter().for_each(|value| add_value(roster, *field, value, &mut set));
                set
            }
            Filter::Is(field, comparison, scalar) => select_comparison(roster, *field, *comparison, *scalar),
        }
    }

    /// The groups' ids if the whole filter is one un-negated `group:` term of known groups: only then does the view
    /// have a target of its own (design.md §3).
    pub fn only_groups(&self) -> Option<Vec<&str>> {
        let values = match self {
            Filter::Has(Field::Group, values) => values,
            Filter::All(parts) => match parts.as_slice() {
                [part] => return part.only_groups(),
                _ => return None,
            },
            _ => return None,
        };
        let name = |value: &'_ Value| match value {
            Value::Name(id) => Some(id.clone()),
            _ => None,
        };
        values.iter().all(|value| name(value).is_some()).then(|| {
            values
                .iter()
                .filter_map(|value| match value {
                    Value::Name(id) => Some(id.as_str()),
                    _ => None,
                })
                .collect()
        })
    }

    /// Whether the filter asks for groups and nothing else: then a group's own workers are all there, and its share of
    /// its target is known (design.md §6).
    pub fn is_of_groups_alone(&self) -> bool {
        match self {
            Filter::All(parts) | Filter::Any(parts) => parts.iter().all(Filter::is_of_groups_alone),
            Filter::Not(part) => part.is_of_groups_alone(),
            Filter::Has(field, _) => *field == Field::Group,
            Filter::Text(_) | Filter::Is(..) => false,
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
            Filter::Has(Field::Name, values) => values
                .iter()
                .filter_map(|value| match value {
                    Value::Name(part) => Some(part.as_str()),
                    _ => None,
                })
                .collect(),
            Filter::Has(..) | Filter::Is(..) | Filter::Not(_) => Vec::new(),
        }
    }

    fn joined(mut parts: Vec<Filter>) -> Filter {
        match parts.len() {
            1 => parts.remove(0),
            _ => Filter::All(parts),
        }
    }
}

/// `part` is folded.
fn select_text(roster: &Roster, part: &str) -> RowSet {
    let store = &roster.workers;
    if part.is_empty() {
        return RowSet::all(store.len());
    }
    let columns = [&store.ids, &store.niks, &store.kpjs].map(|column| column.containing(part));
    let columns: Vec<_> = columns.into_iter().filter(|column| !column.is_hopeless()).collect();
    RowSet::in_parts(store.len(), |set| {
        store.names.containing(part, set);
        columns.iter().for_each(|column| column.add_to(set));
    })
}

fn add_value(roster: &Roster, field: Field, value: &Value, set: &mut RowSet) {
    let index = roster.index();
    let store = &roster.workers;
    let len = store.len();
    let unknown = match value {
        Value::None => true,
        Value::Any => {
            let mut known = RowSet::none(len);
            add_value(roster, field, &Value::None, &mut known);
            known.not();
            return set.or(&known);
        }
        _ => false,
    };
    let listed = |postings: &[Posting], place: Option<usize>, set: &mut RowSet| {
        let place = if unknown { postings.len().checked_sub(1) } else { place };
        if let Some(posting) = place.and_then(|place| postings.get(place)) {
            posting.add_to(set);
        }
    };
    let named = |names: &[String]| match value {
        Value::Name(wanted) => names.iter().position(|name| name == wanted),
        _ => None,
    };
    match field {
        Field::Group => {
            let wanted = |id: &str| matches!(value, Value::Name(wanted) if wanted == id);
            listed(&index.groups, roster.groups.iter().position(|group| wanted(&group.id)), set);
        }
        Field::District => listed(&index.districts, named(&index.district_names), set),
        Field::Village => listed(&index.villages, named(&index.village_names), set),
        Field::Sex => match value {
            Value::Sex(sex) => listed(&index.sexes, Some(*sex as usize), set),
            _ => listed(&index.sexes, None, set),
        },
        Field::Status => {
            if let Value::Standing(standing) = value {
                index.standing(*standing).add_to(set);
            }
        }
        Field::Segment => {
            if let Value::Segment(segment) = value {
                index.segment(*segment).add_to(set);
            }
        }
        Field::Finding => add_findings(roster, value, set),
        Field::Age | Field::Decile => {
            let (from, to) = match value {
                Value::Scalar(Scalar::Number(number)) => (Some(*number), Some(*number)),
                Value::Range(from, to) => (number(*from), number(*to)),
                _ => return set.or(&unknown_numbers(roster, field)),
            };
            add_numbers(roster, field, from, to, set);
        }
        Field::Born | Field::Registered | Field::Enrolled | Field::Until | Field::Lapse => {
            let (from, to) = match value {
                Value::Scalar(scalar) => (scalar.first(), scalar.last()),
                Value::Range(from, to) => (from.and_then(Scalar::first), to.and_then(Scalar::last)),
                _ => {
                    let mut unknown = select_dates(roster, field, None, None);
                    unknown.not();
                    return set.or(&unknown);
                }
            };
            set.or(&select_dates(roster, field, from, to));
        }
        Field::Name | Field::Id | Field::Nik | Field::Kpj => {
            let column = match field {
                Field::Id => &store.ids,
                Field::Nik => &store.niks,
                _ => &store.kpjs,
            };
            match (value, field) {
                (Value::Name(part), Field::Name) => {
                    let part = text::fold(part);
                    match part.is_empty() {
                        true => set.or(&RowSet::all(len)),
                        false => set.or(&RowSet::in_parts(len, |rows| store.names.containing(&part, rows))),
                    }
                }
                (Value::Name(part), _) => {
                    let part = text::fold(part);
                    let found = column.containing(&part);
                    set.or(&RowSet::in_parts(len, |rows| found.add_to(rows)));
                }
                (_, Field::Name) => {
                    set.or(&RowSet::filter(len, |row| store.names.folded(row).trim().is_empty()));
                }
                _ => set.or(&RowSet::filter(len, |row| column.key(row).is_none())),
            }
        }
    }
}

fn add_findings(roster: &Roster, value: &Value, set: &mut RowSet) {
    match value {
        Value::Rule(rule) => roster.findings.add_to(*rule, set),
        Value::Severity(severity) => {
            let rules = Rule::ALL.iter().filter(|rule| rule.severity() == *severity);
            rules.for_each(|&rule| roster.findings.add_to(rule, set));
        }
        _ => {
            let mut found = RowSet::none(roster.workers.len());
            Rule::ALL.iter().for_each(|&rule| roster.findings.add_to(rule, &mut found));
            found.not();
            set.or(&found);
        }
    }
}

fn number(scalar: Option<Scalar>) -> Option<u32> {
    match scalar {
        Some(Scalar::Number(number)) => Some(number),
        _ => None,
    }
}

fn unknown_numbers(roster: &Roster, field: Field) -> RowSet {
    let index = roster.index();
    let mut set = RowSet::none(roster.workers.len());
    let postings = if field == Field::Age { &index.ages } else { &index.deciles };
    if let Some(unknown) = postings.last() {
        unknown.add_to(&mut set);
    }
    set
}

/// Ages are asked of birth dates, whole bands of the index.
fn add_numbers(roster: &Roster, field: Field, from: Option<u32>, to: Option<u32>, set: &mut RowSet) {
    let index = roster.index();
    if field == Field::Decile {
        for (value, posting) in index.decile_values.iter().zip(&index.deciles) {
            let value = u32::from(*value);
            if from.is_none_or(|from| from <= value) && to.is_none_or(|to| value <= to) {
                posting.add_to(set);
            }
        }
        return;
    }
    if let Some(band) = AGE_BANDS.iter().position(|&band| band == (from, to)) {
        return index.ages[band].add_to(set);
    }
    let as_of = roster.as_of();
    let years = |years: u32| i32::try_from(years).unwrap_or(i32::MAX);
    let born_to = calendar::born_by(as_of, years(from.unwrap_or(0)));
    let born_from = to.map(|to| calendar::next(calendar::born_by(as_of, years(to).saturating_add(1))));
    let within = roster.workers.births.within(born_from, Some(born_to));
    set.or(&RowSet::filter(roster.workers.len(), within));
}

fn select_dates(roster: &Roster, field: Field, from: Option<Day>, to: Option<Day>) -> RowSet {
    let store = &roster.workers;
    let (column, from, to) = match field {
        Field::Born => (&store.births, from, to),
        Field::Registered => (&store.registered, from, to),
        Field::Enrolled => (&store.enrolled, from, to),
        Field::Until => (&store.until, from, to),
        _ => {
            // A later end of protection never lapses earlier, so a range of lapses is a range of ends.
            let grace = roster.program.grace_months;
            let until = |lapse: Day| last_until_lapsing_before(lapse, grace);
            (
                &store.until,
                from.map(|day| until(day).map_or(Day::MIN, calendar::next)),
                to.map(calendar::next).map(|day| until(day).unwrap_or(Day::MIN)),
            )
        }
    };
    let within = column.within(from, to);
    RowSet::filter(store.len(), within)
}

/// The last end of protection whose lapse lies before `day`.
fn last_until_lapsing_before(day: Day, grace_months: u32) -> Option<Day> {
    let lapse = |until: i32| {
        Day::from_num_days_from_ce_opt(until).map(|until| calendar::next(calendar::add_months(until, grace_months)))
    };
    let (mut low, mut high) = (1, day.num_days_from_ce());
    while low < high {
        let middle = low + (high - low) / 2;
        match lapse(middle).is_some_and(|lapse| lapse < day) {
            true => low = middle + 1,
            false => high = middle,
        }
    }
    Day::from_num_days_from_ce_opt(low - 1).filter(|_| low > 1)
}

/// `<x` before its first day, `<=x` to its last, `>x` after its last, `>=x` from its first.
fn select_comparison(roster: &Roster, field: Field, comparison: Comparison, scalar: Scalar) -> RowSet {
    let len = roster.workers.len();
    if let Scalar::Number(number) = scalar {
        let mut set = RowSet::none(len);
        match comparison {
            Comparison::Less if number == 0 => {}
            Comparison::Less => add_numbers(roster, field, None, Some(number - 1), &mut set),
            Comparison::LessOrEqual => add_numbers(roster, field, None, Some(number), &mut set),
            Comparison::Greater => add_numbers(roster, field, Some(number.saturating_add(1)), None, &mut set),
            Comparison::GreaterOrEqual => add_numbers(roster, field, Some(number), None, &mut set),
        }
        return set;
    }
    let before = |day: Day| day.pred_opt().unwrap_or(Day::MIN);
    match comparison {
        Comparison::Less => select_dates(roster, field, None, scalar.first().map(before)),
        Comparison::LessOrEqual => select_dates(roster, field, None, scalar.last()),
        Comparison::Greater => select_dates(roster, field, scalar.last().map(calendar::next), None),
        Comparison::GreaterOrEqual => select_dates(roster, field, scalar.first(), None),
    }
}

impl fmt::Display for Filter {
    /// The text that means this filter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let join = |f: &mut fmt::Formatter<'_>, parts: &[Filter], between: &str| {
            for (place, part) in parts.iter().enumerate() {
                f.write_str(if place == 0 { "" } else { between })?;
                match part {
                    Filter::Any(_) | Filter::All(_) => write!(f, "({part})")?,
                    _ => write!(f, "{part}")?,
                }
            }
            Ok(())
        };
        match self {
            Filter::All(parts) => join(f, parts, " "),
            Filter::Any(parts) => join(f, parts, " or "),
            Filter::Not(part) => match **part {
                Filter::All(_) | Filter::Any(_) => write!(f, "-({part})"),
                _ => write!(f, "-{part}"),
            },
            Filter::Text(part) => f.write_str(&quoted_text(part)),
            Filter::Has(field, values) => {
                write!(f, "{}:", field.code())?;
                for (place, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if place == 0 { "" } else { "," })?;
                }
                Ok(())
            }
            Filter::Is(field, comparison, scalar) => write!(f, "{}{}{scalar}", field.code(), comparison.code()),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open = |scalar: &Option<Scalar>| scalar.map(|scalar| scalar.to_string()).unwrap_or_default();
        match self {
            Value::None => f.write_str("none"),
            Value::Any => f.write_str("any"),
            Value::Name(name) => f.write_str(&quoted_value(name)),
            Value::Standing(standing) => f.write_str(standing.code()),
            Value::Sex(sex) => f.write_str(if *sex == Sex::Female { "female" } else { "male" }),
            Value::Segment(segment) => f.write_str(&segment.code().to_lowercase()),
            Value::Rule(rule) => f.write_str(rule.code()),
            Value::Severity(severity) => f.write_str(severity.code()),
            Value::Scalar(scalar) => write!(f, "{scalar}"),
            Value::Range(from, to) => write!(f, "{}..{}", open(from), open(to)),
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn quoted_text(text: &str) -> String {
    let word = ["and", "or", "not"].iter().any(|word| text.eq_ignore_ascii_case(word));
    let special = |c: char| c.is_whitespace() || matches!(c, '"' | '(' | ')' | ':' | '<' | '>' | '=');
    match text.is_empty() || word || text.starts_with('-') || text.contains(special) {
        true => quoted(text),
        false => text.to_owned(),
    }
}

fn quoted_value(text: &str) -> String {
    let word = ["none", "any"].iter().any(|word| text.eq_ignore_ascii_case(word));
    let special = |c: char| c.is_whitespace() || matches!(c, '"' | '(' | ')' | ',');
    match text.is_empty() || word || text.contains("..") || text.contains(special) {
        true => quoted(text),
        false => text.to_owned(),
    }
}

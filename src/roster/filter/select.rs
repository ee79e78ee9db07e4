//! Who passes a filter: set algebra over the roster's index and columns.

use super::{Comparison, Field, FieldType, Filter, Scalar, Value};
use crate::roster::Roster;
use crate::roster::calendar::{self, Day, Month};
use crate::roster::finding::Rule;
use crate::roster::rows::{Posting, RowSet};
use crate::roster::text;
use crate::roster::worker::AGE_BANDS;
use chrono::Datelike;

impl Filter {
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
}

/// `part` is folded.
fn select_text(roster: &Roster, part: &str) -> RowSet {
    let store = &roster.workers;
    if part.is_empty() {
        return RowSet::all(store.len());
    }
    let numbers = [&store.niks, &store.kpjs, &store.phones].map(|column| column.containing_number(part));
    let columns = [store.ids.containing(part)].into_iter().chain(numbers);
    let columns: Vec<_> = columns.filter(|column| !column.is_hopeless()).collect();
    RowSet::in_parts(store.len(), |set| {
        store.names.containing(part, set);
        columns.iter().for_each(|column| column.add_to(set));
    })
}

fn add_value(roster: &Roster, field: Field, value: &Value, set: &mut RowSet) {
    if *value == Value::Any {
        let mut known = RowSet::none(roster.workers.len());
        add_value(roster, field, &Value::None, &mut known);
        known.not();
        return set.or(&known);
    }
    match field.kind() {
        FieldType::Name => add_named(roster, field, value, set),
        FieldType::Number => match value {
            Value::Scalar(Scalar::Number(number)) => add_numbers(roster, field, Some(*number), Some(*number), set),
            Value::Range(from, to) => add_numbers(roster, field, number(*from), number(*to), set),
            _ => set.or(&unknown_numbers(roster, field)),
        },
        FieldType::Date => {
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
        FieldType::Text => add_texts(roster, field, value, set),
    }
}

fn add_named(roster: &Roster, field: Field, value: &Value, set: &mut RowSet) {
    let index = roster.index();
    let listed = |postings: &[Posting], place: Option<usize>, set: &mut RowSet| {
        let place = if *value == Value::None { postings.len().checked_sub(1) } else { place };
        if let Some(posting) = place.and_then(|place| postings.get(place)) {
            posting.add_to(set);
        }
    };
    match (field, value) {
        (Field::Group, _) => {
            let wanted = |id: &str| matches!(value, Value::Name(wanted) if wanted == id);
            listed(&index.groups, roster.groups.iter().position(|group| wanted(&group.id)), set);
        }
        (Field::District | Field::Village | Field::Reason, _) => {
            if let Some((names, postings)) = index.shared(field) {
                let wanted = if let Value::Name(wanted) = value { names.find(wanted) } else { None };
                listed(postings, wanted, set);
            }
        }
        (Field::Sex, Value::Sex(sex)) => listed(&index.sexes, Some(*sex as usize), set),
        (Field::Sex, _) => listed(&index.sexes, None, set),
        (Field::Status, Value::Standing(standing)) => index.standing(*standing).add_to(set),
        (Field::Segment, Value::Segment(segment)) => index.segment(*segment).add_to(set),
        (Field::Finding, _) => add_findings(roster, value, set),
        _ => {}
    }
}

fn add_texts(roster: &Roster, field: Field, value: &Value, set: &mut RowSet) {
    let store = &roster.workers;
    let len = store.len();
    let column = match field {
        Field::Id => &store.ids,
        Field::Nik => &store.niks,
        Field::Phone => &store.phones,
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
            let found = if field == Field::Id { column.containing(&part) } else { column.containing_number(&part) };
            set.or(&RowSet::in_parts(len, |rows| found.add_to(rows)));
        }
        (_, Field::Name) => set.or(&RowSet::filter(len, |row| store.names.folded(row).is_empty())),
        _ => set.or(&RowSet::filter(len, |row| column.key(row).is_none())),
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
                // A lapse beyond the calendar's end is unknown.
                until(calendar::next(to.unwrap_or(Month::LAST.last_day()))).or(Some(Day::MIN)),
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

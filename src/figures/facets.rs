//! The facets: each value of each category with how many have it. A facet's own picks do not hide its other values, so
//! its rows are counted without them; every other facet counts the selection.

use crate::roster::Roster;
use crate::roster::filter::{Field, Filter, Scalar, Value};
use crate::roster::finding::Rule;
use crate::roster::program::Segment;
use crate::roster::rows::{Posting, RowSet};
use crate::roster::text::holds_number;
use crate::roster::worker::{AGE_BANDS, Sex, Standing};

/// The fields that have a facet, in the order of the screen.
pub const FIELDS: [Field; 10] = [
    Field::Group,
    Field::Sex,
    Field::Segment,
    Field::Status,
    Field::Age,
    Field::District,
    Field::Village,
    Field::Decile,
    Field::Reason,
    Field::Finding,
];

/// One value of a facet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FacetRow {
    /// What `Space` picks.
    pub value: Value,
    /// Workers who have it.
    pub count: u64,
    /// Whether it is picked.
    pub picked: bool,
}

/// One category.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facet {
    /// Which.
    pub field: Field,
    /// The workers that its rows are counted among.
    pub among: u64,
    /// Whether one of its values is picked: then it counts without its own picks.
    pub picked: bool,
    /// Its values, in an order that no filter changes, so that nothing jumps under the cursor.
    pub rows: Vec<FacetRow>,
}

/// Every facet under a filter whose selection is `selection`.
pub fn facets(roster: &Roster, filter: &Filter, selection: &RowSet) -> Vec<Facet> {
    let of = |field: Field| match filter.picks(field) {
        [] => facet(roster, field, &[], selection),
        picks => facet(roster, field, picks, &filter.without(field).select(roster)),
    };
    // Few programmes write reasons.
    let has = |field: &Field| *field != Field::Reason || !roster.index().reason_names.names().is_empty();
    FIELDS.into_iter().filter(has).map(of).collect()
}

/// One facet counted among `set`.
pub fn facet(roster: &Roster, field: Field, picks: &[Value], set: &RowSet) -> Facet {
    let row = |(value, count): (Value, u64)| FacetRow { picked: picks.contains(&value), value, count };
    let rows = counted(roster, field, set).into_iter().map(row).collect();
    Facet { field, among: set.count(), picked: !picks.is_empty(), rows }
}

/// Each value that occurs in the roster with its workers in `set`; a value of a short fixed list always.
fn counted(roster: &Roster, field: Field, set: &RowSet) -> Vec<(Value, u64)> {
    let index = roster.index();
    let number = |number: u8| Value::Scalar(Scalar::Number(number.into()));
    let band =
        |&(from, to): &(Option<u32>, Option<u32>)| Value::Range(from.map(Scalar::Number), to.map(Scalar::Number));
    match field {
        Field::Group => listed(roster.groups.iter().map(|group| Value::Name(group.id.clone())), &index.groups, set),
        Field::Status => {
            let count = |standing| (Value::Standing(standing), index.standing(standing).count_in(set));
            Standing::ALL.into_iter().map(count).collect()
        }
        Field::District | Field::Village | Field::Reason => {
            let Some((names, postings)) = index.shared(field) else { return Vec::new() };
            let rows = listed(names.names().iter().map(|name| Value::Name(name.clone())), postings, set);
            // A number of a person is no value to pick, and who has no reason is everybody else.
            let is_value = |value: &Value| match value {
                Value::Name(name) => !holds_number(name),
                _ => field != Field::Reason,
            };
            by_size(rows, postings).into_iter().filter(|(value, _)| is_value(value)).collect()
        }
        Field::Sex => listed(Sex::ALL.into_iter().map(Value::Sex), &index.sexes, set),
        Field::Segment => {
            let occurs = |segment: &Segment| index.segment(*segment).count() > 0;
            let count = |segment| (Value::Segment(segment), index.segment(segment).count_in(set));
            Segment::ALL.into_iter().filter(occurs).map(count).collect()
        }
        Field::Age => listed(AGE_BANDS.iter().map(band), &index.ages, set),
        Field::Decile => listed(index.decile_values.iter().map(|&decile| number(decile)), &index.deciles, set),
        Field::Finding => {
            let rules = Rule::ALL.iter().filter(|&&rule| !roster.findings.rows(rule).is_empty());
            let count = |rule: &Rule| (Value::Rule(*rule), set.count_of(roster.findings.rows(*rule)));
            rules.map(count).collect()
        }
        _ => Vec::new(),
    }
}

/// Values beside their postings; the posting after the last value holds the unknown, named where there are any.
fn listed(values: impl Iterator<Item = Value>, postings: &[Posting], set: &RowSet) -> Vec<(Value, u64)> {
    let unknown = postings.last().filter(|unknown| unknown.count() > 0).map(|_| Value::None);
    let known = postings.len().saturating_sub(1);
    let last = unknown.zip(postings.last());
    let rows = values.zip(postings.iter().take(known)).chain(last);
    rows.map(|(value, posting)| (value, posting.count_in(set))).collect()
}

/// The largest of the whole roster first, then by name; the unknown last.
fn by_size(rows: Vec<(Value, u64)>, postings: &[Posting]) -> Vec<(Value, u64)> {
    let mut sized: Vec<(u64, (Value, u64))> = postings.iter().map(Posting::count).zip(rows).collect();
    let name = |row: &(Value, u64)| match &row.0 {
        Value::Name(name) => name.clone(),
        _ => String::new(),
    };
    let unknown = |row: &(Value, u64)| row.0 == Value::None;
    sized.sort_by(|(a_size, a), (b_size, b)| {
        unknown(a).cmp(&unknown(b)).then_with(|| b_size.cmp(a_size)).then_with(|| name(a).cmp(&name(b)))
    });
    sized.into_iter().map(|(_, row)| row).collect()
}

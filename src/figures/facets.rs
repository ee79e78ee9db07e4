//! The facets: each value of each category with how many have it. A facet's own picks do not hide its other values, so
//! its rows are counted without them; every other facet counts the selection.

use crate::roster::Roster;
use crate::roster::filter::{Field, Filter, Scalar, Value};
use crate::roster::finding::Rule;
use crate::roster::program::Segment;
use crate::roster::rows::{Posting, Row, RowSet};
use crate::roster::text::holds_number;
use crate::roster::worker::{AGE_BANDS, Sex, Standing};
use std::cmp::Reverse;

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
    let rows = counted(roster, field, set, |_| true).into_iter().map(row).collect();
    Facet { field, among: set.count(), picked: !picks.is_empty(), rows }
}

/// Each value of a facet that is wanted, with its workers in `set`. What is not wanted is not counted: of all villages a
/// word that is being typed fits few.
pub(super) fn counted(
    roster: &Roster,
    field: Field,
    set: &RowSet,
    mut is_wanted: impl FnMut(&Value) -> bool,
) -> Vec<(Value, u64)> {
    let mut values = values(roster, field);
    values.retain(|(value, _)| is_wanted(value));
    if matches!(field, Field::District | Field::Village | Field::Reason) {
        values = by_size(values);
    }
    let count = |whose: Whose<'_>| match whose {
        Whose::Posting(posting) => posting.count_in(set),
        Whose::Rows(rows) => set.count_of(rows),
    };
    values.into_iter().map(|(value, whose)| (value, count(whose))).collect()
}

/// The workers who have a value.
#[derive(Clone, Copy)]
enum Whose<'a> {
    Posting(&'a Posting),
    Rows(&'a [Row]),
}

/// Each value that occurs in the roster; a value of a short fixed list always.
fn values(roster: &Roster, field: Field) -> Vec<(Value, Whose<'_>)> {
    let index = roster.index();
    let number = |number: u8| Value::Scalar(Scalar::Number(number.into()));
    match field {
        Field::Group => listed(roster.groups.iter().map(|group| Value::Name(group.id.clone())), &index.groups),
        Field::Status => {
            let whose = |standing| (Value::Standing(standing), Whose::Posting(index.standing(standing)));
            Standing::ALL.into_iter().map(whose).collect()
        }
        Field::District | Field::Village | Field::Reason => {
            let Some((names, postings)) = index.shared(field) else { return Vec::new() };
            // A number of a person is no value to pick, and who has no reason is everybody else.
            let known = names.by_name().filter(|(_, name)| !holds_number(name));
            let known = known.filter_map(|(place, name)| Some((Value::Name(name.clone()), postings.get(place)?)));
            let unknown = postings.last().filter(|unknown| unknown.count() > 0 && field != Field::Reason);
            let values = known.chain(unknown.map(|unknown| (Value::None, unknown)));
            values.map(|(value, posting)| (value, Whose::Posting(posting))).collect()
        }
        Field::Sex => listed(Sex::ALL.into_iter().map(Value::Sex), &index.sexes),
        Field::Segment => {
            let occurs = |segment: &Segment| index.segment(*segment).count() > 0;
            let whose = |segment| (Value::Segment(segment), Whose::Posting(index.segment(segment)));
            Segment::ALL.into_iter().filter(occurs).map(whose).collect()
        }
        Field::Age => listed(AGE_BANDS.into_iter().map(Value::of_ages), &index.ages),
        Field::Decile => listed(index.decile_values.iter().map(|&decile| number(decile)), &index.deciles),
        Field::Finding => {
            let rules = Rule::ALL.iter().map(|rule| (Value::Rule(*rule), roster.findings.rows(*rule)));
            let found = rules.filter(|(_, rows)| !rows.is_empty());
            found.map(|(value, rows)| (value, Whose::Rows(rows))).collect()
        }
        _ => Vec::new(),
    }
}

/// Values beside their postings; the posting after the last value holds the unknown, named where there are any.
fn listed(values: impl Iterator<Item = Value>, postings: &[Posting]) -> Vec<(Value, Whose<'_>)> {
    let unknown = postings.last().filter(|unknown| unknown.count() > 0).map(|unknown| (Value::None, unknown));
    let known = postings.len().saturating_sub(1);
    let values = values.zip(postings.iter().take(known)).chain(unknown);
    values.map(|(value, posting)| (value, Whose::Posting(posting))).collect()
}

/// Of values by name the largest of the whole roster first; the unknown last.
fn by_size(mut values: Vec<(Value, Whose<'_>)>) -> Vec<(Value, Whose<'_>)> {
    values.sort_by_cached_key(|(value, whose)| {
        let size = match whose {
            Whose::Posting(posting) => posting.count(),
            Whose::Rows(rows) => rows.len() as u64,
        };
        (*value == Value::None, Reverse(size))
    });
    values
}

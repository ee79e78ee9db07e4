//! Numbers and dates of the language: what is written, and what no worker can have. A value that cannot be is a
//! mistake of the hand, and an empty answer to it would look like a fact.

use super::QueryErrorKind;
use crate::roster::calendar::{self, Month};
use crate::roster::filter::{Comparison, Field, FieldType, Scalar};
use crate::roster::looks;
use crate::roster::{Roster, YEARS};

/// The least and the greatest that a field may hold.
fn limits(field: Field) -> (u32, u32) {
    match field {
        Field::Decile => (1, 10),
        _ => (0, 150),
    }
}

/// Reads a number or a date.
pub(super) fn read(field: Field, text: &str, roster: Option<&Roster>) -> Result<Scalar, QueryErrorKind> {
    match field.kind() {
        FieldType::Number => number(field, text, roster).map(Scalar::Number),
        _ => date(text),
    }
}

/// Whether somebody may compare so: nobody is younger than 0.
pub(super) fn may_be(field: Field, comparison: Comparison, scalar: Scalar) -> Result<(), QueryErrorKind> {
    let Scalar::Number(number) = scalar else { return Ok(()) };
    let (least, most) = limits(field);
    let beyond = match comparison {
        Comparison::Less => number <= least,
        Comparison::Greater => number >= most,
        Comparison::LessOrEqual | Comparison::GreaterOrEqual => false,
    };
    if beyond { Err(QueryErrorKind::Impossible(field, least, most)) } else { Ok(()) }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(field: Field, text: &str, roster: Option<&Roster>) -> Result<u32, QueryErrorKind> {
    let (least, most) = limits(field);
    if !is_digits(text) {
        return Err(match text.split_once(['-', '–']) {
            Some((from, to)) if is_digits(from) && is_digits(to) => QueryErrorKind::Instead(format!("{from}..{to}")),
            _ => QueryErrorKind::BadNumber,
        });
    }
    let number = text.parse().map_err(|_| QueryErrorKind::LargeNumber)?;
    // What stands in the file all the same can be asked for.
    let stands = |roster: &Roster| roster.index().decile_values.iter().any(|own| u32::from(*own) == number);
    let occurs = field == Field::Decile && roster.is_some_and(stands);
    match (least..=most).contains(&number) || occurs {
        true => Ok(number),
        false => Err(QueryErrorKind::Impossible(field, least, most)),
    }
}

fn date(text: &str) -> Result<Scalar, QueryErrorKind> {
    let year = || Month::parse(&format!("{text}-01")).map(|month| (Scalar::Year(month.year()), month.year()));
    let month = || Month::parse(text).map(|month| (Scalar::Month(month), month.year()));
    let day = || calendar::parse_day(text).map(|day| (Scalar::Day(day), Month::of(day).year()));
    match day().or_else(month).or_else(year) {
        Some((scalar, year)) if (YEARS.0..=YEARS.1).contains(&year) => return Ok(scalar),
        Some(_) => return Err(QueryErrorKind::YearLimit),
        None => {}
    }
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let formed = parts.iter().all(|part| is_digits(part)) && matches!(lengths[..], [4, 2, 2] | [4, 2]);
    Err(match (formed, looks::day(text)) {
        (true, _) => QueryErrorKind::NoSuchDay,
        (false, Some(day)) => QueryErrorKind::Instead(day.to_string()),
        (false, None) => QueryErrorKind::BadDate,
    })
}

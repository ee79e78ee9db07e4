//! What a bare word was probably meant to be: `market traders` is looked for in names and numbers of people, while the
//! group of that name was meant. The filter stays what its text says; this only finds what to ask instead.

use super::choices::{Choice, choices, nearest};
use crate::roster::Roster;
use crate::roster::filter::{Field, Filter, Value};
use crate::roster::text::fold;

/// The fields whose values are looked at, the likeliest first.
const FIELDS: [Field; 7] =
    [Field::Status, Field::Group, Field::District, Field::Village, Field::Sex, Field::Segment, Field::Finding];

/// Words that deny the one behind them, though `not` alone is of the language: `tidak aktif` means who is not active.
const DENIALS: [&str; 4] = ["bukan", "tidak", "belum", "non"];

/// Shorter words are parts of names, not values.
const SHORT: usize = 3;

/// What the bare words of a filter were probably meant to be: those that are the name of a value, and of those that
/// nobody's name or number holds those that are near one.
pub fn meant(filter: &Filter, roster: &Roster) -> Vec<Filter> {
    let one = std::slice::from_ref(filter);
    let parts = match filter {
        Filter::All(parts) | Filter::Any(parts) => parts.as_slice(),
        _ => one,
    };
    let joined = !matches!(filter, Filter::Any(_));
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        // Of words that stand together the longest name counts: `market traders` before `market`.
        let longest = if joined { run(parts, at) } else { usize::from(bare(part).is_some()) };
        let taken = (1..=longest).rev().find_map(|many| {
            let words: Vec<&str> = parts.iter().skip(at).take(many).filter_map(|part| Some(bare(part)?.0)).collect();
            Some((many, named_or_denied(&words, roster)?))
        });
        match taken {
            Some((many, value)) => {
                let negated = bare(part).is_some_and(|(_, negated)| negated);
                found.push(if negated { Filter::Not(Box::new(value)) } else { value });
                at += many;
            }
            None => {
                match part {
                    Filter::All(_) | Filter::Any(_) => found.extend(meant(part, roster)),
                    Filter::Not(inner) if bare(part).is_none() => found.extend(meant(inner, roster)),
                    _ => {}
                }
                at += 1;
            }
        }
    }
    found.dedup();
    found
}

/// A word that is looked for in names, and whether it is negated.
fn bare(part: &Filter) -> Option<(&str, bool)> {
    match part {
        Filter::Text(word) => Some((word, false)),
        Filter::Not(inner) => match &**inner {
            Filter::Text(word) => Some((word, true)),
            _ => None,
        },
        _ => None,
    }
}

/// How many bare words stand together: the first may be negated, which would have been meant for all of them.
fn run(parts: &[Filter], at: usize) -> usize {
    let word = |(place, part): &(usize, &Filter)| bare(part).is_some_and(|(_, negated)| !negated || *place == 0);
    parts.iter().skip(at).enumerate().take_while(word).count()
}

/// The value that words name, or who is not of it.
fn named_or_denied(words: &[&str], roster: &Roster) -> Option<Filter> {
    match words {
        [first, rest @ ..] if !rest.is_empty() && DENIALS.contains(&fold(first).as_str()) => {
            value(words, roster).or_else(|| Some(Filter::Not(Box::new(value(rest, roster)?))))
        }
        _ => value(words, roster),
    }
}

/// The value that words name, as a term of the language.
fn value(words: &[&str], roster: &Roster) -> Option<Filter> {
    let text = words.join(" ");
    let wanted = fold(&text);
    if wanted.chars().count() < SHORT {
        return None;
    }
    let named = |field: Field, word: String| Filter::Has(field, vec![Value::Name(word)]);
    let lists = || FIELDS.into_iter().map(|field| (field, choices(field, roster)));
    let own = lists().find(|(_, own)| own.iter().any(|choice| choice.is_called(&wanted)));
    if let Some((field, _)) = own {
        return Some(named(field, text));
    }
    let nobody = words.iter().any(|word| Filter::Text((*word).to_owned()).select(roster).count() == 0);
    if !nobody {
        return None;
    }
    let begun = lists().find(|(_, own)| own.iter().filter(|choice| choice.begins(&wanted)).take(2).count() == 1);
    if let Some((field, _)) = begun {
        return Some(named(field, text));
    }
    [Field::Status, Field::Group, Field::Sex].into_iter().find_map(|field| {
        let choices = choices(field, roster);
        let names = choices.iter().flat_map(Choice::called).filter(|(name, _)| name.chars().count() > SHORT);
        let near = nearest(&wanted, names).into_iter().next()?;
        let few = strsim::damerau_levenshtein(&wanted, &fold(&near)) <= 2 && wanted.chars().count() > SHORT + 1;
        few.then(|| named(field, near))
    })
}

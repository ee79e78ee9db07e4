//! The values of a field of names, and which of them a word means.

use super::{QueryErrorKind, Result, Word, error};
use crate::roster::Roster;
use crate::roster::filter::{Field, Value};
use crate::roster::finding::{Rule, Severity};
use crate::roster::program::{Group, Segment};
use crate::roster::text::{fold, holds_number};
use crate::roster::worker::{Sex, Standing};

/// A value with every name it goes by; the first is the one that suggestions show.
pub(crate) struct Choice {
    /// What it means.
    pub value: Value,
    /// Its names.
    pub names: Vec<String>,
}

/// Every value of a field of names.
pub(crate) fn choices(field: Field, roster: &Roster) -> Vec<Choice> {
    match field {
        Field::Group => {
            let names =
                |group: &Group| choice(Value::Name(group.id.clone()), &[&group.id, &group.name.en, &group.name.id]);
            roster.groups.iter().map(names).collect()
        }
        Field::District | Field::Village | Field::Reason => {
            let names = roster.index().shared(field).map_or(&[][..], |(names, _)| names.names());
            // A number of a person is no name of a value, wherever it was written.
            names.iter().filter(|name| !holds_number(name)).map(|name| shared(name, field, roster)).collect()
        }
        field => fixed(field).unwrap_or_default(),
    }
}

fn choice(value: Value, names: &[&str]) -> Choice {
    Choice { value, names: names.iter().map(|&name| name.to_owned()).collect() }
}

/// Every value of a field whose values are those of the format; nothing where they are a roster's own.
pub(super) fn fixed(field: Field) -> Option<Vec<Choice>> {
    Some(match field {
        Field::Status => {
            let indonesian = ["diusulkan", "terverifikasi", "aktif", "masa tenggang", "nonaktif", "ditolak"];
            let both = Standing::ALL.into_iter().zip(indonesian);
            both.map(|(standing, id)| choice(Value::Standing(standing), &[standing.code(), id])).collect()
        }
        Field::Sex => vec![
            choice(Value::Sex(Sex::Female), &["female", "f", "perempuan", "p", "wanita", "pr"]),
            choice(Value::Sex(Sex::Male), &["male", "m", "laki-laki", "l", "pria", "lk"]),
        ],
        Field::Segment => {
            Segment::ALL.into_iter().map(|s| choice(Value::Segment(s), &[&s.code().to_lowercase()])).collect()
        }
        Field::Finding => {
            let indonesian = ["kesalahan", "peringatan", "catatan"];
            let severities = Severity::ALL.into_iter().zip(indonesian);
            let severities = severities.map(|(s, id)| choice(Value::Severity(s), &[s.code(), id]));
            let rules = Rule::ALL.iter().map(|&rule| choice(Value::Rule(rule), &[rule.code()]));
            severities.chain(rules).collect()
        }
        _ => return None,
    })
}

/// A text of the file; a district goes by its aliases too.
fn shared(name: &str, field: Field, roster: &Roster) -> Choice {
    let index = roster.index();
    let place = index.district_names.find(name);
    let listed = roster
        .districts
        .iter()
        .filter(|quota| field == Field::District && index.district_names.find(&quota.name) == place);
    let aliases = listed.flat_map(|quota| quota.aliases.iter().cloned());
    Choice { value: Value::Name(name.to_owned()), names: std::iter::once(name.to_owned()).chain(aliases).collect() }
}

/// An exact name wins, else the start of any word of one; exactly one value must remain.
pub(super) fn choose(field: Field, word: &Word, choices: Vec<Choice>) -> Result<Value> {
    let wanted = fold(&word.text);
    let exact = |name: &String| fold(name) == wanted;
    let starts = |name: &String| {
        let name = fold(name);
        let mut words = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1));
        words.any(|at| name.get(at..).is_some_and(|rest| rest.starts_with(&wanted)))
    };
    let matching = |by: &dyn Fn(&String) -> bool| -> Vec<&Choice> {
        choices.iter().filter(|choice| choice.names.iter().any(by)).collect()
    };
    // What is spelt to the letter is meant to the letter: first an id, then a name.
    let mut found: Vec<&Choice> = choices.iter().filter(|c| c.names.first() == Some(&word.text)).collect();
    if found.is_empty() {
        found = matching(&|name: &String| *name == word.text);
    }
    if found.is_empty() {
        found = matching(&exact);
    }
    if found.is_empty() && !wanted.is_empty() {
        found = matching(&starts);
    }
    let first = |choice: &Choice| choice.names.first().cloned().unwrap_or_default();
    match found.as_slice() {
        [choice] => Ok(choice.value.clone()),
        [] => {
            let nearest = nearest_choices(&wanted, &choices);
            let choices = choices.iter().map(first).collect();
            Err(error(word.at, QueryErrorKind::UnknownValue { field, word: word.text.clone(), nearest, choices }))
        }
        several => {
            let choices = several.iter().map(|choice| first(choice)).collect();
            Err(error(word.at, QueryErrorKind::Ambiguous { word: word.text.clone(), choices }))
        }
    }
}

fn nearest_choices(wanted: &str, choices: &[Choice]) -> Vec<String> {
    nearest(wanted, choices.iter().flat_map(|choice| choice.names.iter().cloned()))
}

/// The names that take the fewest slips of the finger, at most three, none that would be far-fetched.
pub(super) fn nearest(wanted: &str, names: impl Iterator<Item = String>) -> Vec<String> {
    let slips = |name: &String| {
        let name = fold(name);
        let whole = strsim::damerau_levenshtein(wanted, &name);
        name.split(' ').map(|word| strsim::damerau_levenshtein(wanted, word)).fold(whole, usize::min)
    };
    // One letter is near every other.
    let bound = (wanted.chars().count() / 2).min(4);
    let mut near: Vec<(usize, String)> = names.map(|name| (slips(&name), name)).filter(|&(n, _)| n <= bound).collect();
    near.sort();
    near.dedup_by(|a, b| a.1 == b.1);
    let best = near.first().map_or(0, |&(slips, _)| slips);
    near.into_iter().take_while(|&(slips, _)| slips == best).take(3).map(|(_, name)| name).collect()
}

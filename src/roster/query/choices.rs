//! The values of a field of names, and which of them a word means.

use super::{QueryErrorKind, Result, Word, error};
use crate::roster::Roster;
use crate::roster::filter::{Field, Value};
use crate::roster::finding::{Rule, Severity};
use crate::roster::program::{Group, Segment};
use crate::roster::text::{fold, holds_number};
use crate::roster::worker::{Sex, Standing};
use std::borrow::Cow;
use std::sync::OnceLock;

/// A value with every name it goes by; the first is the one that suggestions show.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// What it means.
    pub value: Value,
    /// Its names.
    pub names: Vec<String>,
    /// The same, folded.
    folded: Vec<String>,
}

impl Choice {
    fn of(value: Value, mut names: Vec<String>) -> Choice {
        // Most are called the same in both languages.
        names.dedup();
        let folded = names.iter().map(|name| fold(name)).collect();
        Choice { value, names, folded }
    }

    /// Each of its names, and the same folded.
    pub fn called(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        self.names.iter().map(String::as_str).zip(self.folded.iter().map(Cow::from))
    }

    /// Whether it goes by a name that folds so.
    pub fn is_called(&self, folded: &str) -> bool {
        self.folded.iter().any(|name| name == folded)
    }

    /// Whether some word of one of its names begins so, folded.
    pub fn begins(&self, folded: &str) -> bool {
        self.folded.iter().any(|name| has_word(name, folded))
    }
}

/// The values that a mistake names: a few are listed whole, of many the first ones, and how many more there are. Nobody
/// reads a hundred thousand villages, and each key that is typed may be such a mistake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Few {
    /// The first names of those that are listed.
    pub names: Box<[String]>,
    /// How many are not.
    pub more: usize,
}

impl Few {
    const WHOLE: usize = 9;

    fn of<'a>(choices: impl ExactSizeIterator<Item = &'a Choice>) -> Few {
        let many = choices.len();
        let most = if many <= Few::WHOLE { many } else { Few::WHOLE - 1 };
        let first = |choice: &Choice| choice.names.first().cloned().unwrap_or_default();
        Few { names: choices.take(most).map(first).collect(), more: many - most }
    }
}

/// Whether some word of a folded name begins so.
pub(crate) fn has_word(name: &str, begun: &str) -> bool {
    let mut words = name.match_indices(' ');
    name.starts_with(begun) || words.any(|(at, _)| name.get(at + 1..).is_some_and(|rest| rest.starts_with(begun)))
}

/// The values of the fields whose values are a roster's own, once each was asked for: there may be a hundred thousand
/// villages, and every key that is typed asks.
#[derive(Debug, Default)]
pub(crate) struct OwnChoices([OnceLock<Vec<Choice>>; 4]);

impl OwnChoices {
    fn of(&self, field: Field) -> Option<&OnceLock<Vec<Choice>>> {
        let OwnChoices([groups, districts, villages, reasons]) = self;
        match field {
            Field::Group => Some(groups),
            Field::District => Some(districts),
            Field::Village => Some(villages),
            Field::Reason => Some(reasons),
            _ => None,
        }
    }
}

/// Every value of a field of names.
pub(crate) fn choices(field: Field, roster: &Roster) -> Cow<'_, [Choice]> {
    match roster.own_choices().of(field) {
        Some(own) => Cow::Borrowed(own.get_or_init(|| own_choices(field, roster))),
        None => Cow::Owned(fixed(field).unwrap_or_default()),
    }
}

/// Names the values of a roster's own fields before a key asks for them: of a hundred thousand groups and places that
/// takes longer than a key may.
pub(crate) fn name_values(roster: &Roster) {
    for (field, ..) in Field::ALL {
        if let Some(own) = roster.own_choices().of(field) {
            own.get_or_init(|| own_choices(field, roster));
        }
    }
}

/// Whether a key would still have to name the values of a field.
#[cfg(test)]
pub(crate) fn is_named(field: Field, roster: &Roster) -> bool {
    roster.own_choices().of(field).is_some_and(|own| own.get().is_some())
}

fn own_choices(field: Field, roster: &Roster) -> Vec<Choice> {
    match field {
        Field::Group => {
            let names =
                |group: &Group| choice(Value::Name(group.id.clone()), &[&group.id, &group.name.en, &group.name.id]);
            roster.groups.iter().map(names).collect()
        }
        Field::District | Field::Village | Field::Reason => {
            let names = roster.index().shared(field).into_iter().flat_map(|(names, _)| names.by_name());
            // A number of a person is no name of a value, wherever it was written.
            names.filter(|(_, name)| !holds_number(name)).map(|(_, name)| shared(name, field, roster)).collect()
        }
        _ => Vec::new(),
    }
}

fn choice(value: Value, names: &[&str]) -> Choice {
    Choice::of(value, names.iter().map(|&name| name.to_owned()).collect())
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
    let listed = roster.index().quotas(&roster.districts, name).filter(|_| field == Field::District);
    let aliases = listed.flat_map(|quota| quota.aliases.iter().cloned());
    Choice::of(Value::Name(name.to_owned()), std::iter::once(name.to_owned()).chain(aliases).collect())
}

/// An exact name wins, else the start of any word of one; exactly one value must remain.
pub(super) fn choose(field: Field, word: &Word, choices: &[Choice]) -> Result<Value> {
    let wanted = fold(&word.text);
    let matching =
        |by: &dyn Fn(&Choice) -> bool| -> Vec<&Choice> { choices.iter().filter(|choice| by(choice)).collect() };
    // What is spelt to the letter is meant to the letter: first an id, then a name.
    let mut found: Vec<&Choice> = choices.iter().filter(|c| c.names.first() == Some(&word.text)).collect();
    if found.is_empty() {
        found = matching(&|choice| choice.names.contains(&word.text));
    }
    if found.is_empty() {
        found = matching(&|choice| choice.is_called(&wanted));
    }
    if found.is_empty() && !wanted.is_empty() {
        found = matching(&|choice| choice.begins(&wanted));
    }
    match found.as_slice() {
        [choice] => Ok(choice.value.clone()),
        [] => {
            let nearest = nearest(&wanted, choices.iter().flat_map(Choice::called));
            let choices = Few::of(choices.iter());
            Err(error(word.at, QueryErrorKind::UnknownValue { field, word: word.text.clone(), nearest, choices }))
        }
        several => {
            let choices = Few::of(several.iter().copied());
            Err(error(word.at, QueryErrorKind::Ambiguous { word: word.text.clone(), choices }))
        }
    }
}

/// How often letters occur, in thirty-two kinds.
fn tally(text: &str) -> [i8; 32] {
    let mut counts = [0_i8; 32];
    for c in text.chars() {
        if let Some(count) = counts.get_mut(c as usize % 32) {
            *count = count.saturating_add(1).min(63);
        }
    }
    counts
}

/// The names that take the fewest slips of the finger, at most three, none that would be far-fetched.
pub(super) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = (&'a str, Cow<'a, str>)>) -> Vec<String> {
    // One letter is near every other.
    let length = wanted.chars().count();
    let bound = (length / 2).min(4);
    let letters = tally(wanted);
    // Every letter that one has more of is a slip. Of a hundred thousand names this leaves few to be compared, and most
    // are not even counted: each letter that one is longer is a slip too.
    let may_be_near = |word: &str| {
        word.chars().count().abs_diff(length) <= bound && {
            let differences = letters.iter().zip(tally(word)).map(|(a, b)| i32::from(a - b));
            let (more, fewer) = differences.fold((0, 0), |(more, fewer), by| (more + by.max(0), fewer - by.min(0)));
            more.max(fewer).unsigned_abs() as usize <= bound
        }
    };
    let slips = |name: &str| {
        let parts = std::iter::once(name).chain(name.split(' ')).filter(|part| may_be_near(part));
        parts.map(|part| strsim::damerau_levenshtein(wanted, part)).min()
    };
    let near = names.filter_map(|(name, folded)| Some((slips(&folded)?, name)));
    let mut near: Vec<(usize, &str)> = near.filter(|&(slips, _)| slips <= bound).collect();
    near.sort();
    near.dedup_by(|a, b| a.1 == b.1);
    let best = near.first().map_or(0, |&(slips, _)| slips);
    near.into_iter().take_while(|&(slips, _)| slips == best).take(3).map(|(_, name)| name.to_owned()).collect()
}

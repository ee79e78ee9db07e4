//! The table of keys as a person has set it. An action's own row gets other keys, and so do the rows that have the same
//! ones; what it has besides in one place (slides, lists that are read, a line that is typed) stays. The rows are the
//! same ones otherwise, so that the key bar, the help and the list of commands follow by themselves.

use super::Context;
use super::called::called;
use super::key::Key;
use super::table::{Action, BINDINGS, Binding};
use crate::config::{Bindable, Held, Kind, Mistake, Place, Wanted, What};
use crate::lang::Lang;

/// An action with its keys, and the line that says so.
struct Taken {
    action: Action,
    keys: &'static [Key],
    line: usize,
}

/// The table with these keys, and what is wrong with them: such an action keeps its own.
pub fn bound(wanted: &[Wanted]) -> (&'static [Binding], Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let mut taken: Vec<Taken> = Vec::new();
    for own in wanted {
        match understood(own) {
            Ok((action, keys)) => taken.push(Taken { action, keys, line: own.line }),
            Err(what) => mistakes.push(mistake(&own.action, own.line, what)),
        }
    }
    // One that comes into another's way keeps its keys, and may be in the way of a third then.
    while let Some((place, what)) = conflict(&rebound(&taken), &taken) {
        let Taken { action, line, .. } = taken.remove(place);
        mistakes.push(mistake(action.name(), line, what));
    }
    mistakes.sort_by_key(|mistake| mistake.line);
    if taken.is_empty() {
        return (BINDINGS, mistakes);
    }
    // The table lives as long as the program, as the one that is built in does, and is made once.
    (Box::leak(called(rebound(&taken), |place| set(place, &taken).is_some()).into_boxed_slice()), mistakes)
}

/// The actions whose keys can be set, with those that they have in a table.
pub fn bindable(rows: &[Binding], lang: Lang) -> Vec<Bindable> {
    let mut all: Vec<Bindable> = Vec::new();
    for row in rows.iter().filter(|row| !row.action.is_fixed()) {
        let name = row.action.name();
        if !all.iter().any(|own| own.name == name) {
            let keys = row.keys.iter().map(|key| key.written()).collect();
            all.push(Bindable { name, keys, what: lang.say(&row.words.help).to_owned() });
        }
    }
    all
}

fn mistake(action: &str, line: usize, what: What) -> Mistake {
    Mistake { line, key: format!("keys.{action}"), what }
}

/// An action and its keys, or what is wrong with them.
fn understood(wanted: &Wanted) -> Result<(Action, &'static [Key]), What> {
    let named = |row: &&Binding| row.action.name() == wanted.action;
    let Some(row) = BINDINGS.iter().find(named) else {
        return Err(What::NoKey(bindable(BINDINGS, Lang::En).iter().map(|own| own.name).collect()));
    };
    if row.action.is_fixed() {
        return Err(What::Fixed);
    }
    let words = wanted.keys.as_ref().ok_or(What::Wants(Kind::Texts))?;
    let mut keys: Vec<Key> = Vec::new();
    for word in words {
        let key = Key::read(word).ok_or_else(|| What::NoSuchKey(word.clone(), Key::nearest(word)))?;
        if let Some(other) = key.arrives_as() {
            return Err(What::Arrives(key.written(), other.written()));
        }
        if key.typed().is_some() && Context::all().any(|context| types(context) && (row.when)(context)) {
            return Err(What::NeedsCtrl);
        }
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok((row.action, Box::leak(keys.into_boxed_slice())))
}

/// Where a letter is a letter.
fn types(context: Context) -> bool {
    context.is_typing() && context != Context::Question
}

/// The keys that an action has of its own.
fn own_keys(action: Action) -> &'static [Key] {
    BINDINGS.iter().find(|row| row.action == action).map_or(&[], |row| row.keys)
}

/// Whether a row of the table is of those that get other keys, and which.
fn set(place: usize, taken: &[Taken]) -> Option<&Taken> {
    let row = BINDINGS.get(place)?;
    taken.iter().find(|own| own.action == row.action && row.keys == own_keys(row.action))
}

/// The table with other keys.
fn rebound(taken: &[Taken]) -> Vec<Binding> {
    let row =
        |(place, row): (usize, &Binding)| set(place, taken).map_or(*row, |own| Binding { keys: own.keys, ..*row });
    BINDINGS.iter().enumerate().map(row).collect()
}

/// The first of what is set, from the last line on, that takes a key which does something else in the same place. Of
/// several such rows one whose keys stay is told: to set the others would not help.
fn conflict(rows: &[Binding], taken: &[Taken]) -> Option<(usize, What)> {
    for (place, own) in taken.iter().enumerate().rev() {
        let is_own = |(at, _): &(usize, &Binding)| set(*at, taken).is_some_and(|other| other.action == own.action);
        let own_rows = rows.iter().enumerate().filter(is_own);
        let mut movable = None;
        for (row, key) in own_rows.flat_map(|(_, row)| own.keys.iter().map(move |key| (row, key))) {
            let meets = |(_, other): &(usize, &Binding)| {
                other.action != own.action
                    && other.keys.contains(key)
                    && Context::all().any(|context| (row.when)(context) && (other.when)(context))
            };
            for (at, other) in rows.iter().enumerate().filter(meets) {
                if !can_be_set(at) {
                    let held = Held { key: key.written(), means: other.own_words(), place: place_of(row, other) };
                    return Some((place, What::Held(held)));
                }
                movable = movable.or_else(|| Some(What::Conflict(key.written(), other.action.name())));
            }
        }
        if let Some(what) = movable {
            return Some((place, what));
        }
    }
    None
}

/// Whether the keys of a row of the table can be set: not those that an action has besides in one place.
fn can_be_set(place: usize) -> bool {
    BINDINGS.get(place).is_some_and(|row| !row.action.is_fixed() && row.keys == own_keys(row.action))
}

/// Where two rows work both, if that is one place and not everywhere.
fn place_of(row: &Binding, other: &Binding) -> Place {
    let all = |is: fn(Context) -> bool| {
        let mut both = Context::all().filter(|context| (row.when)(*context) && (other.when)(*context));
        both.all(is)
    };
    match () {
        () if all(|context| context == Context::Slides) => Place::Slides,
        () if all(types) => Place::Typing,
        () if all(|context| matches!(context, Context::WhatIf { .. })) => Place::WhatIf,
        () if other.action.pages() && other.keys != own_keys(other.action) => Place::Reading,
        () => Place::Anywhere,
    }
}

//! The table of keys as a person has set it. An action's own row gets other keys, and so do the rows that have the same
//! ones; what it has besides in one place (slides, lists that are read, a line that is typed) stays. The rows are the
//! same ones otherwise, so that the key bar, the help and the list of commands follow by themselves.

use super::key::Key;
use super::table::{Action, BINDINGS, Binding};
use super::{Context, same};
use crate::config::{Bindable, Kind, Mistake, Wanted, What};
use crate::lang::keys::SPACE;
use crate::lang::{Lang, Phrase};

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
    (Box::leak(called(rebound(&taken), &taken).into_boxed_slice()), mistakes)
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
        let key = Key::read(word).ok_or_else(|| What::NoSuchKey(word.clone()))?;
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

/// The first of what is set, from the last line on, that takes a key which does something else in the same place.
fn conflict(rows: &[Binding], taken: &[Taken]) -> Option<(usize, What)> {
    for (place, own) in taken.iter().enumerate().rev() {
        let is_own = |(at, _): &(usize, &Binding)| set(*at, taken).is_some_and(|other| other.action == own.action);
        let own_rows = rows.iter().enumerate().filter(is_own);
        for (row, key) in own_rows.flat_map(|(_, row)| own.keys.iter().map(move |key| (row, key))) {
            let meets = |other: &&Binding| {
                other.action != own.action
                    && other.keys.contains(key)
                    && Context::all().any(|context| (row.when)(context) && (other.when)(context))
            };
            if let Some(other) = rows.iter().find(meets) {
                return Some((place, What::Conflict(key.written(), other.action.name())));
            }
        }
    }
    None
}

/// The same rows, their keys called by what they are now: in the help, and in the key bar.
fn called(mut rows: Vec<Binding>, taken: &[Taken]) -> Vec<Binding> {
    let names = |keys: &[Key]| keys.iter().map(|key| key.name(Lang::En)).collect::<Vec<_>>();
    for place in 0..rows.len() {
        let Some(row) = rows.get(place).copied().filter(|_| set(place, taken).is_some()) else { continue };
        // The line of the help that shows it, which may be that of a row before.
        let line = rows.iter().take(place + 1).rposition(|row| !row.shown.is_empty());
        if let Some(line) = line.and_then(|line| rows.get_mut(line)) {
            let former = names(own_keys(row.action));
            let mut shown: Vec<String> = line.shown.split(' ').map(str::to_owned).collect();
            let first = shown.iter().position(|name| former.contains(name));
            if first.is_some() || line.action == row.action {
                shown.retain(|name| !former.contains(name));
                let at = first.unwrap_or(0).min(shown.len());
                shown.splice(at..at, names(row.keys));
                let text = if shown.is_empty() { format!(":{}", row.action.name()) } else { shown.join(" ") };
                line.shown = Box::leak(text.into_boxed_str());
            }
        }
    }
    let bar = |row: &Binding| row.keys.first().map_or(String::new(), short);
    for place in 0..rows.len() {
        let (Some(row), next) = (rows.get(place).copied(), rows.get(place + 1).copied()) else { continue };
        // Two keys in one label: the second is that of the row behind.
        let partner = next.filter(|_| row.label.en.contains(' '));
        let is_set = set(place, taken).is_some() || partner.is_some() && set(place + 1, taken).is_some();
        if row.label.en.is_empty() || !is_set {
            continue;
        }
        let label = std::iter::once(row).chain(partner).map(|own| bar(&own)).collect::<Vec<_>>().join(" ");
        let label = label.trim().to_owned();
        if let Some(row) = rows.get_mut(place) {
            row.label = in_bar(row, label);
        }
    }
    rows
}

fn in_bar(row: &Binding, label: String) -> Phrase {
    match row.keys {
        [key, ..] if key.typed() == Some(' ') => SPACE,
        _ => same(Box::leak(label.into_boxed_str())),
    }
}

/// A key as the key bar writes it: `Home` is `home` there, `F5` and `G` stay.
fn short(key: &Key) -> String {
    let name = key.name(Lang::En);
    let is_word = name.chars().count() > 2 && name.chars().all(char::is_alphabetic);
    if is_word { name.to_lowercase() } else { name }
}

//! The rows of a table that somebody has set, their keys called by what they are now: in the help, and in the key bar.

use super::key::Key;
use super::same;
use super::table::{BINDINGS, Binding};
use crate::lang::keys::SPACE;
use crate::lang::{Lang, Phrase};

/// The rows, of which those at some places have got other keys than the table has there.
pub(super) fn called(mut rows: Vec<Binding>, is_set: impl Fn(usize) -> bool) -> Vec<Binding> {
    let lines = (0..rows.len()).filter(|place| rows.get(*place).is_some_and(|row| !row.shown.is_empty()));
    for line in lines.collect::<Vec<_>>() {
        let behind = rows.iter().skip(line + 1).take_while(|row| row.shown.is_empty()).count();
        let own = line..=line + behind;
        if own.clone().any(&is_set) {
            let text = shown(&rows, own, &is_set);
            if let Some(row) = rows.get_mut(line) {
                row.shown = Box::leak(text.into_boxed_str());
            }
        }
    }
    for place in 0..rows.len() {
        let (Some(row), next) = (rows.get(place).copied(), rows.get(place + 1).copied()) else { continue };
        // Two keys in one label: the second is that of the row behind.
        let partner = next.filter(|_| row.label.en.contains(' '));
        let is_set = is_set(place) || partner.is_some() && is_set(place + 1);
        if row.label.en.is_empty() || !is_set {
            continue;
        }
        let bar = |row: &Binding| row.keys.first().map_or(String::new(), short);
        let label = std::iter::once(row).chain(partner).map(|own| bar(&own)).collect::<Vec<_>>().join(" ");
        let label = label.trim().to_owned();
        if let Some(row) = rows.get_mut(place) {
            row.label = in_bar(row, label);
        }
    }
    rows
}

/// The keys of one line of the help, each once. A name in it is that of the first of its rows that has such a key, so
/// that two rows may change keys with each other: each puts its own where its former ones stood.
fn shown(rows: &[Binding], own: std::ops::RangeInclusive<usize>, is_set: impl Fn(usize) -> bool) -> String {
    let names = |keys: &[Key]| keys.iter().map(|key| key.name(Lang::En)).collect::<Vec<_>>();
    let line = *own.start();
    let built_in = BINDINGS.get(line).map_or("", |row| row.shown);
    let of = |name: &str| {
        let has = |place: &usize| BINDINGS.get(*place).is_some_and(|row| names(row.keys).iter().any(|key| key == name));
        own.clone().find(has)
    };
    let mut out: Vec<(Option<usize>, String)> = Vec::new();
    if of(built_in.split(' ').next().unwrap_or_default()).is_none() && is_set(line) {
        // It had none, and was typed; that is still possible.
        out.extend(rows.get(line).into_iter().flat_map(|row| names(row.keys)).map(|name| (Some(line), name)));
    }
    for token in built_in.split(' ') {
        match of(token).filter(|place| is_set(*place)) {
            None => out.push((None, token.to_owned())),
            Some(place) => {
                let keys = rows.get(place).map_or(Vec::new(), |row| names(row.keys));
                let put = out.iter().filter(|(own, _)| *own == Some(place)).count();
                out.extend(keys.into_iter().nth(put).map(|name| (Some(place), name)));
            }
        }
    }
    for place in own.clone().filter(|place| is_set(*place)) {
        let (Some(row), Some(former)) = (rows.get(place), BINDINGS.get(place)) else { continue };
        if !built_in.split(' ').any(|token| of(token) == Some(place)) {
            continue;
        }
        let at = out.iter().rposition(|(own, _)| *own == Some(place)).map_or(out.len(), |at| at + 1);
        let put = out.iter().filter(|(own, _)| *own == Some(place)).count();
        // What has no key any more is typed in the list of commands, if that has it.
        let typed = (row.keys.is_empty() && former.is_named()).then(|| format!(":{}", row.action.name()));
        let rest = names(row.keys).into_iter().skip(put).chain(typed).map(|name| (Some(place), name));
        out.splice(at..at, rest.collect::<Vec<_>>());
    }
    let mut seen: Vec<String> = Vec::new();
    for (_, name) in out {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen.join(" ")
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

//! What the place is for in which the help was called, and what its keys do there.

use crate::lang::Lang;
use crate::lang::words::{self, here};
use crate::tui::keymap::{Action, Context, Keymap};
use crate::tui::tab::Tab;

/// What stands before it.
pub fn label(context: Context, lang: Lang) -> &'static str {
    lang.say(match context {
        Context::Tab(_) | Context::Figures(_) => &words::ON_THIS_TAB,
        _ => &here::HERE,
    })
}

/// The sentence.
pub fn sentence(context: Context, keymap: &Keymap, lang: Lang) -> String {
    let name = |action| keymap.name(action, context, lang);
    let both = |action| keymap.hint(action, context, lang).map_or(String::new(), |(keys, _)| keys.to_owned());
    let (back, open) = (name(Action::Back), name(Action::Open));
    let (phrase, keys) = match context {
        Context::Tab(tab) | Context::Figures(tab) => return on_tab(tab, keymap, lang),
        Context::Loading => (&here::LOADING, vec![]),
        Context::Help => (&here::HELP, vec![open]),
        Context::Detail => (&here::DETAIL, vec![name(Action::Next), back]),
        Context::Explain => (&here::EXPLAIN, vec![name(Action::Next), back]),
        Context::Preview => (&here::PREVIEW, vec![open, back]),
        Context::Programme => (&here::PROGRAMME, vec![name(Action::Next), open]),
        Context::Facets => (&here::FACETS, vec![name(Action::Pick), name(Action::NextTab), open]),
        Context::Sort => (&here::SORT, vec![open]),
        Context::Changes => (&here::CHANGES, vec![open]),
        Context::People => (&here::PEOPLE, vec![open, back]),
        Context::WhatIf { .. } => (&here::WHAT_IF, vec![both(Action::Right), name(Action::Clear)]),
        Context::Amount => (&here::AMOUNT, vec![open, back]),
        Context::Filter => (&here::FILTER, vec![name(Action::NextTab), open, back]),
        Context::Palette => (&here::PALETTE, vec![open]),
        Context::Export => (&here::EXPORT, vec![name(Action::Next), open]),
        Context::Path => (&here::PATH, vec![name(Action::NextTab), open]),
        Context::Question => (&here::QUESTION, vec![name(Action::Confirm)]),
        Context::Slides => (&here::SLIDES, vec![name(Action::Next), back]),
    };
    lang.fill(phrase, &keys.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What the keys of the place do, as the key bar has them; a tab has the columns of the help.
pub fn keys(context: Context, keymap: &Keymap, lang: Lang) -> String {
    if matches!(context, Context::Tab(_) | Context::Figures(_) | Context::Loading) {
        return String::new();
    }
    let (first, last) = keymap.bar(context, lang);
    first.iter().chain(&last).map(|(key, word)| format!("{key} {word}")).collect::<Vec<_>>().join(", ")
}

/// What keys do on a tab that they do nowhere else.
fn on_tab(tab: Tab, keymap: &Keymap, lang: Lang) -> String {
    let context = Context::Tab(tab);
    let name = |action| keymap.name(action, context, lang);
    let both = |action| keymap.hint(action, context, lang).map_or(String::new(), |(keys, _)| keys.to_owned());
    let (phrase, keys) = match tab {
        Tab::Groups => (&words::ON_GROUPS, vec![name(Action::Pick), name(Action::Open)]),
        Tab::Enrollment => (&words::ON_ENROLLMENT, vec![name(Action::Next)]),
        Tab::Budget => (&words::ON_BUDGET, vec![both(Action::Next)]),
        Tab::Workers => (&words::ON_WORKERS, vec![name(Action::Open), both(Action::Left), name(Action::Pick)]),
        Tab::Checks => (&words::ON_CHECKS, vec![name(Action::Pick), name(Action::Open)]),
    };
    lang.fill(phrase, &keys.iter().map(String::as_str).collect::<Vec<_>>())
}

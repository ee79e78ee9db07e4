//! Every command by its words: typing narrows the one table of actions in either language's words. Views are saved and
//! shown here too.

use crate::lang::{Lang, words};
use crate::roster::text::fold;
use crate::tui::keymap::{BINDINGS, Binding, Purpose};
use crate::tui::parts::input::Input;
use crate::views::{Views, is_name};

/// What is typed, and the line under the cursor.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Palette {
    /// The words.
    pub input: Input,
    /// The line.
    pub line: usize,
}

/// One line of the list.
#[derive(Clone)]
pub enum Entry {
    /// An action of the table.
    Action(&'static Binding),
    /// That views can be saved and shown.
    Views,
    /// Show this view.
    Recall(String),
    /// Save what is shown as this view.
    Save(String),
    /// Forget this view.
    Forget(String),
}

impl Entry {
    /// Its key or what is typed for it, and what it does.
    pub fn words(&self, lang: Lang) -> (String, &'static str) {
        match self {
            Entry::Action(binding) => (binding.key(), lang.say(&binding.help)),
            Entry::Views => ("view …".to_owned(), lang.say(&words::VIEW_HELP)),
            Entry::Recall(name) => (format!("view {name}"), lang.say(&words::VIEW_RECALL)),
            Entry::Save(name) => (format!("view {name}"), lang.say(&words::VIEW_SAVE)),
            Entry::Forget(name) => (format!("unview {name}"), lang.say(&words::VIEW_FORGET)),
        }
    }
}

impl Palette {
    /// What the words ask for: `view NAME` shows a saved view or saves one under a new name, `view! NAME` saves over
    /// it, `unview NAME` forgets it; anything else is an action whose words hold all that is typed.
    pub fn found(&self, views: Option<&Views>) -> Vec<Entry> {
        let text = self.input.text();
        let named = |prefix: &str| {
            let begins = views.into_iter().flat_map(Views::names).filter(|name| name.starts_with(prefix));
            begins.map(str::to_owned).collect::<Vec<_>>()
        };
        if let Some(name) = text.strip_prefix("view! ").map(str::trim) {
            return Some(Entry::Save(name.to_owned())).filter(|_| is_name(name)).into_iter().collect();
        }
        if let Some(name) = text.strip_prefix("unview ").map(str::trim) {
            return named(name).into_iter().map(Entry::Forget).collect();
        }
        if let Some(name) = text.strip_prefix("view ").map(str::trim) {
            let known = views.is_some_and(|views| views.get(name).is_some());
            let mut entries: Vec<Entry> = named(name).into_iter().map(Entry::Recall).collect();
            // The one of exactly this name first.
            entries.sort_by_key(|entry| !matches!(entry, Entry::Recall(own) if own == name));
            entries.extend(Some(Entry::Save(name.to_owned())).filter(|_| !known && is_name(name)));
            return entries;
        }
        let typed = fold(&text);
        let holds = |words: &str| typed.split_whitespace().all(|word| words.contains(word));
        let fits = |binding: &&Binding| {
            let words = format!("{} {} {}", fold(binding.help.en), fold(binding.help.id), binding.key());
            binding.is_named() && holds(&words)
        };
        let mut actions: Vec<&Binding> = BINDINGS.iter().filter(fits).collect();
        // Tabs last: their keys stand on every screen.
        actions.sort_by_key(|binding| binding.purpose == Purpose::Move);
        let mut entries: Vec<Entry> = actions.into_iter().map(Entry::Action).collect();
        if holds(&format!("view {} {}", fold(words::VIEW_HELP.en), fold(words::VIEW_HELP.id))) {
            entries.push(Entry::Views);
        }
        entries
    }

    /// The entry under the cursor.
    pub fn chosen(&self, views: Option<&Views>) -> Option<Entry> {
        let found = self.found(views);
        let line = self.line.min(found.len().saturating_sub(1));
        found.into_iter().nth(line)
    }

    /// Moves the cursor, around the ends.
    pub fn step(&mut self, forward: bool, views: Option<&Views>) {
        let many = self.found(views).len().max(1);
        self.line = (self.line.min(many - 1) + if forward { 1 } else { many - 1 }) % many;
    }
}

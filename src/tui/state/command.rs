//! A line of the list of commands: an action of the table of keys, or something about saved views.

use crate::lang::{Lang, words};
use crate::tui::keymap::Binding;

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
            Entry::Action(binding) => (binding.name(), lang.say(&binding.words.help)),
            Entry::Views => ("view …".to_owned(), lang.say(&words::VIEW_HELP)),
            Entry::Recall(name) => (format!("view {name}"), lang.say(&words::VIEW_RECALL)),
            Entry::Save(name) => (format!("view {name}"), lang.say(&words::VIEW_SAVE)),
            Entry::Forget(name) => (format!("unview {name}"), lang.say(&words::VIEW_FORGET)),
        }
    }
}

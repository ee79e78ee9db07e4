//! A line of the list of commands: an action of the table of keys, or something about saved views.

use crate::lang::{Lang, words};
use crate::roster::filter::Field;
use crate::tui::keymap::Binding;
use crate::tui::picture::Format;

/// One line of the list.
#[derive(Clone)]
pub enum Entry {
    /// An action of the table.
    Action(&'static Binding),
    /// A filter that begins with this field is to be typed.
    Field(Field),
    /// That views can be shown.
    Views,
    /// That what is shown can be saved.
    Saving,
    /// Show this view.
    Recall(String),
    /// Save what is shown as this view, which is a new one.
    Save(String),
    /// Save it over the view of that name.
    SaveOver(String),
    /// Forget this view.
    Forget(String),
    /// The cursor goes to this row of the list in front, from 1.
    Row(u64),
    /// Write a picture of the screen to that file.
    Picture(String, Format),
}

impl Entry {
    /// Its key or what is typed for it, and what it does.
    pub fn words(&self, lang: Lang) -> (String, &'static str) {
        match self {
            Entry::Action(binding) => (binding.name(), lang.say(&binding.words.help)),
            Entry::Field(field) => {
                let own = lang.explained_field(*field);
                (format!("{}:", own.code), own.what)
            }
            Entry::Views => ("view …".to_owned(), lang.say(&words::VIEW_HELP)),
            Entry::Saving => ("save …".to_owned(), lang.say(&words::VIEW_SAVE)),
            Entry::Recall(name) => (format!("view {name}"), lang.say(&words::VIEW_RECALL)),
            Entry::Save(name) => (format!("save {name}"), lang.say(&words::VIEW_SAVE)),
            Entry::SaveOver(name) => (format!("save {name}"), lang.say(&words::VIEW_SAVE_OVER)),
            Entry::Picture(name, _) => (format!("picture {name}"), lang.say(&words::picture::HELP_FILE)),
            Entry::Row(row) => (row.to_string(), lang.say(&words::TO_THIS_ROW)),
            Entry::Forget(name) => (format!("unview {name}"), lang.say(&words::VIEW_FORGET)),
        }
    }
}

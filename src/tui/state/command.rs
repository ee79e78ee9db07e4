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

/// A command that is typed with a name behind it, in the words of either language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verb {
    /// `view NAME` shows a saved view.
    View,
    /// `save NAME` saves what is shown.
    Save,
    /// `unview NAME` forgets a view.
    Forget,
    /// `picture FILE` pictures the screen.
    Picture,
}

impl Verb {
    const ALL: [Verb; 4] = [Verb::View, Verb::Save, Verb::Forget, Verb::Picture];

    /// Its word.
    fn word(self, lang: Lang) -> &'static str {
        lang.say(match self {
            Verb::View => &words::SAY_VIEW,
            Verb::Save => &words::SAY_SAVE,
            Verb::Forget => &words::SAY_FORGET,
            Verb::Picture => &words::SAY_PICTURE,
        })
    }

    /// What a text says: its verb, as soon as a space stands behind it, and the name so far.
    pub fn of(text: &str) -> Option<(Verb, &str)> {
        let (word, name) = text.split_once(' ')?;
        let verb =
            Verb::ALL.into_iter().find(|verb| [Lang::En, Lang::Id].iter().any(|lang| verb.word(*lang) == word))?;
        Some((verb, name.trim()))
    }

    /// The line with this name.
    pub fn line(self, lang: Lang, name: &str) -> String {
        format!("{} {name}", self.word(lang))
    }
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
            Entry::Views => (Verb::View.line(lang, "…"), lang.say(&words::VIEW_HELP)),
            Entry::Saving => (Verb::Save.line(lang, "…"), lang.say(&words::VIEW_SAVE)),
            Entry::Recall(name) => (Verb::View.line(lang, name), lang.say(&words::VIEW_RECALL)),
            Entry::Save(name) => (Verb::Save.line(lang, name), lang.say(&words::VIEW_SAVE)),
            Entry::SaveOver(name) => (Verb::Save.line(lang, name), lang.say(&words::VIEW_SAVE_OVER)),
            Entry::Picture(name, _) => (Verb::Picture.line(lang, name), lang.say(&words::picture::HELP_FILE)),
            Entry::Row(row) => (row.to_string(), lang.say(&words::TO_THIS_ROW)),
            Entry::Forget(name) => (Verb::Forget.line(lang, name), lang.say(&words::VIEW_FORGET)),
        }
    }
}

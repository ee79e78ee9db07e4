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
    /// That a name can be typed behind this.
    Verb(Verb),
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
    /// `forget NAME` forgets a view.
    Forget,
    /// `picture FILE` pictures the screen.
    Picture,
}

impl Verb {
    const ALL: [Verb; 4] = [Verb::View, Verb::Save, Verb::Forget, Verb::Picture];
    /// Those that are about saved views.
    pub const OF_VIEWS: [Verb; 3] = [Verb::Save, Verb::View, Verb::Forget];
    /// What the third was called before.
    const UNVIEW: &str = "unview";

    /// Its word.
    fn word(self, lang: Lang) -> &'static str {
        lang.say(match self {
            Verb::View => &words::SAY_VIEW,
            Verb::Save => &words::SAY_SAVE,
            Verb::Forget => &words::SAY_FORGET,
            Verb::Picture => &words::SAY_PICTURE,
        })
    }

    /// What it does.
    pub fn help(self, lang: Lang) -> &'static str {
        lang.say(match self {
            Verb::View => &words::VIEW_HELP,
            Verb::Save => &words::VIEW_SAVE,
            Verb::Forget => &words::VIEW_FORGETS,
            Verb::Picture => &words::picture::HELP_FILE,
        })
    }

    /// What a text says: its verb, as soon as a space stands behind it, and the name so far.
    pub fn of(text: &str) -> Option<(Verb, &str)> {
        let (word, name) = text.split_once(' ')?;
        let is_meant = |verb: &Verb| {
            let is_former = *verb == Verb::Forget && word == Verb::UNVIEW;
            is_former || [Lang::En, Lang::Id].iter().any(|lang| verb.word(*lang) == word)
        };
        Some((Verb::ALL.into_iter().find(is_meant)?, name.trim()))
    }

    /// The line as whoever has to type it reads it.
    pub fn written(self, lang: Lang) -> String {
        format!(":{}", self.line(lang, lang.say(&words::SAY_NAME)))
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
            Entry::Action(binding) => (binding.name(lang), binding.alone(lang)),
            Entry::Field(field) => {
                let own = lang.explained_field(*field);
                (format!("{}:", own.code), own.what)
            }
            Entry::Verb(verb) => (verb.line(lang, "…"), verb.help(lang)),
            Entry::Recall(name) => (Verb::View.line(lang, name), lang.say(&words::VIEW_RECALL)),
            Entry::Save(name) => (Verb::Save.line(lang, name), lang.say(&words::VIEW_SAVE)),
            Entry::SaveOver(name) => (Verb::Save.line(lang, name), lang.say(&words::VIEW_SAVE_OVER)),
            Entry::Picture(name, _) => (Verb::Picture.line(lang, name), lang.say(&words::picture::HELP_FILE)),
            Entry::Row(row) => (row.to_string(), lang.say(&words::TO_THIS_ROW)),
            Entry::Forget(name) => (Verb::Forget.line(lang, name), lang.say(&words::VIEW_FORGET)),
        }
    }
}

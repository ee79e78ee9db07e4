//! What is said in a few lines above the filter, until the next key.

use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, words};
use crate::roster::money::Rupiah;
use crate::tui::parts::input::MOST;

/// A few lines above the filter, until the next key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// Whether to show personal numbers.
    AskReveal,
    /// A paste was too long.
    PasteCut,
    /// There is nothing to undo.
    CannotUndo,
    /// No word of the filter can be seen in another name.
    NoMatch,
    /// So many rows were sent to the terminal's clipboard.
    Copied(usize),
    /// More than the terminal's clipboard takes.
    TooLarge,
    /// An amount of today passes 28 digits: there is nothing to reckon with.
    TooManyDigits,
    /// There is no row to copy here.
    NothingToCopy,
    /// So many workers stand in that file.
    Exported(usize, String),
    /// That went wrong, in words.
    Wrong(String),
    /// What is shown is saved under a name.
    ViewSaved(String),
    /// A view is shown.
    ViewShown(String),
    /// A view is forgotten.
    ViewForgotten(String),
    /// The roster is being read again.
    Reading,
    /// It was, and the difference in workers and in rupiah spent.
    Read(i64, Option<Rupiah>),
    /// It was, but the filter names what is there no more.
    ReadWithout,
    /// It cannot be; shown is what was read before.
    CannotRead(String),
    /// It has so many workers instead of so many: asked again, it is taken.
    Shrunk(usize, usize),
    /// Standard input cannot be read twice.
    ReadOnce,
}

impl Notice {
    /// Its lines.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let say = |phrase| lang.say(phrase).to_owned();
        match self {
            Notice::AskReveal => vec![say(&words::REVEAL_ASK), say(&words::REVEAL_YES)],
            Notice::PasteCut => vec![lang.fill(&words::PASTE_CUT, &[&MOST.to_string()])],
            Notice::CannotUndo => vec![say(&words::CANNOT_UNDO)],
            Notice::NoMatch => vec![say(&words::NO_MATCH)],
            Notice::Copied(rows) => vec![lang.fill(&words::COPIED, &[&lang.count(*rows as u64)])],
            Notice::TooLarge => vec![say(&words::TOO_LARGE_TO_COPY)],
            Notice::TooManyDigits => vec![say(&words::TOO_LARGE)],
            Notice::NothingToCopy => vec![say(&words::NOTHING_TO_COPY)],
            Notice::Exported(rows, path) => {
                vec![lang.fill(&words::EXPORTED, &[&lang.count(*rows as u64), &scrub(path)])]
            }
            Notice::Wrong(why) => why.lines().map(|line| scrub(line).into_owned()).take(3).collect(),
            Notice::ViewSaved(name) => vec![lang.fill(&words::VIEW_SAVED, &[name])],
            Notice::ViewShown(name) => vec![lang.fill(&words::VIEW_SHOWN, &[name])],
            Notice::ViewForgotten(name) => vec![lang.fill(&words::VIEW_FORGOTTEN, &[name])],
            Notice::Reading => vec![say(&words::READING_AGAIN)],
            Notice::Read(0, Some(spent)) if spent.get() == 0 => vec![say(&words::READ_SAME)],
            Notice::Read(more, spent) => {
                let spent = spent.map_or(UNKNOWN.to_owned(), |spent| lang.rupiah(spent));
                vec![lang.fill(&words::READ_AGAIN, &[&lang.signed((*more).into()), &spent])]
            }
            Notice::ReadWithout => vec![say(&words::READ_WITHOUT), say(&words::READ_WITHOUT_TODO)],
            Notice::CannotRead(why) => {
                let why = why.lines().next().unwrap_or("").to_owned();
                vec![say(&words::CANNOT_READ_AGAIN), why]
            }
            Notice::Shrunk(new, old) => {
                let counts = [lang.count(*new as u64), lang.count(*old as u64)];
                vec![lang.fill(&words::SHRUNK, &[&counts[0], &counts[1]])]
            }
            Notice::ReadOnce => vec![say(&words::READ_ONCE)],
        }
    }
}

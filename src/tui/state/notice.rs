//! What is said above the filter is of three kinds, by how it ends. A *state* ([`OldData`]) stands until it ends. An
//! [`Offer`] is bound to what it was made for: the key that it names takes it, any other refuses it. A word
//! ([`Notice`]) goes with the next key.

use crate::check::Audited;
use crate::figures::compare::People;
use crate::figures::reread::Differences;
use crate::lang::date::TimeOfDay;
use crate::tui::msg::PictureJob;

/// That what is shown is not what the file says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OldData {
    /// Since when, if anybody has looked at a clock.
    pub since: Option<TimeOfDay>,
    /// Why the file cannot be read; `None` where it can, and its reading was refused.
    pub unread: Option<String>,
    /// Whether Esc has taken the words from the screen; the chip and the key stay.
    pub hidden: bool,
}

/// What is too large to be copied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Excess {
    /// So many rows.
    pub rows: usize,
    /// In so many bytes, where they were counted.
    pub bytes: Option<usize>,
}

/// What wants a yes.
#[derive(Clone, Debug)]
pub enum Offer {
    /// To show personal numbers.
    Reveal,
    /// To show a reading that lost half of the workers or more, which is probably half written.
    Fewer {
        /// Exactly this one.
        reading: Audited,
        /// So many workers are shown now.
        instead_of: u64,
        /// Whether another one was offered and taken, and the file was not that any more.
        lapsed: bool,
    },
    /// To write to a file what is too large to be copied.
    File {
        /// The people behind a line of the comparison, else the workers who are selected.
        people: Option<People>,
        /// How large it is.
        excess: Excess,
    },
    /// To write a picture over a file that is there.
    Replace(Box<PictureJob>),
}

/// How a word is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// It is done.
    Done,
    /// It goes on, or there was nothing to do.
    Aside,
    /// It is not done, and why.
    Trouble,
}

/// A word, until the next key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// A paste was too long.
    PasteCut,
    /// A paste has begun, and its end does not come.
    PasteHangs,
    /// That one was left.
    PasteLeft,
    /// A key that would have written a file came too fast to be meant.
    TooFast,
    /// A click would have written a file.
    NoClick,
    /// Whether the mouse is taken now.
    Mouse(bool),
    /// The terminal has none.
    NoMouse,
    /// Somebody is here for the first time.
    FirstTime,
    /// A file is still being written; then it leaves.
    StillWriting,
    /// The filter that was to be saved names somebody's number.
    ViewOfANumber,
    /// There is nothing to undo.
    CannotUndo,
    /// There is nothing to do once more.
    NothingToRepeat,
    /// No word of the filter can be seen in another name.
    NoMatch,
    /// So many rows were sent to the terminal's clipboard.
    Copied(usize),
    /// The terminal has no clipboard that takes texts.
    NoClipboard,
    /// More than the terminal's clipboard takes.
    TooLarge(Excess),
    /// Neither a filter nor a mark says who is to be copied.
    NothingSelected,
    /// Nobody passes who could be copied.
    NobodyToCopy,
    /// Nobody passes who could be exported.
    NobodyToExport,
    /// There is nobody, no target and no budget to be shown on a slide.
    NothingToPresent,
    /// An amount of today passes 28 digits: there is nothing to reckon with.
    TooManyDigits,
    /// There is no row to copy here.
    NothingToCopy,
    /// No worker stands behind it.
    NothingToOpen,
    /// It is done to the table of workers, and another tab is in front.
    OfWorkers,
    /// This column is none of the filter, or the worker has nothing in it.
    NothingToPick,
    /// So many marks were taken off.
    Unmarked(usize),
    /// So many workers stand in that file.
    Exported(usize, String),
    /// So many rows of another list stand in that file.
    RowsWritten(usize, String),
    /// The same, but so many texts were too long and were cut.
    WrittenCut(usize, String, u64),
    /// A picture of the screen stands in that file; and whether numbers of persons are whole in it.
    Pictured(String, bool),
    /// So many workers of an office's list are a roster now, in that file.
    Imported(usize, String),
    /// That went wrong, in words.
    Wrong(String),
    /// What is shown is saved under a name.
    ViewSaved(String),
    /// A view is shown.
    ViewShown(String),
    /// A view is forgotten.
    ViewForgotten(String),
    /// Nobody looks whether the file changes.
    NotWatched,
    /// The roster is being read again.
    Reading,
    /// It was, and this differs.
    Read(Box<Differences>),
    /// It was, but the filter names what is there no more.
    ReadWithout,
    /// That compressed file goes on behind the end of its roster.
    TrailingBytes(String),
    /// Standard input cannot be read twice.
    ReadOnce,
    /// That key, or command, is done as soon as the roster is there.
    Held(String),
    /// That one is not: it is to be pressed then.
    NotYet(String),
}

impl Notice {
    /// How it is meant.
    pub fn tone(&self) -> Tone {
        match self {
            Notice::Copied(_)
            | Notice::Exported(..)
            | Notice::Imported(..)
            | Notice::Pictured(..)
            | Notice::RowsWritten(..)
            | Notice::Unmarked(_)
            | Notice::Read(_) => Tone::Done,
            Notice::ViewSaved(_) | Notice::ViewShown(_) | Notice::ViewForgotten(_) => Tone::Done,
            Notice::Reading
            | Notice::CannotUndo
            | Notice::NothingToRepeat
            | Notice::Mouse(_)
            | Notice::NoMouse
            | Notice::FirstTime
            | Notice::NoMatch
            | Notice::Held(_)
            | Notice::NotYet(_) => Tone::Aside,
            Notice::PasteLeft | Notice::StillWriting => Tone::Aside,
            Notice::NotWatched | Notice::PasteHangs | Notice::TooFast | Notice::NoClick | Notice::ViewOfANumber => {
                Tone::Trouble
            }
            Notice::PasteCut
            | Notice::NoClipboard
            | Notice::TooLarge(_)
            | Notice::TooManyDigits
            | Notice::NothingToCopy => Tone::Trouble,
            Notice::WrittenCut(..) | Notice::NothingSelected | Notice::NothingToPresent => Tone::Trouble,
            Notice::NobodyToCopy | Notice::NobodyToExport => Tone::Trouble,
            Notice::NothingToOpen | Notice::OfWorkers | Notice::NothingToPick | Notice::Wrong(_) => Tone::Trouble,
            Notice::ReadWithout | Notice::TrailingBytes(_) | Notice::ReadOnce => Tone::Trouble,
        }
    }
}

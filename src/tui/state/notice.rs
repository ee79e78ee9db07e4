//! What is said in a few lines above the filter, until the next key.

use crate::roster::money::Rupiah;

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
    /// That compressed file goes on behind the end of its roster.
    TrailingBytes(String),
    /// Standard input cannot be read twice.
    ReadOnce,
}

//! Columns: how the values of a million workers are held in few bytes each, losslessly. A column knows its coding and
//! nothing of what it means.
//!
//! Every column is filled by `push`, row after row, and read by the row. Two readers may each fill their own from a part
//! of a file: `append` puts the rows of the second behind those of the first, and the column is then the one that `push`
//! alone would have made. No text is made or read again for that; codes are only said anew.
//!
//! What is done once a row is marked `inline`: across files the compiler would not do it by itself, and a million rows
//! notice.

mod codes;
mod dates;
mod digits;
mod names;
mod numbers;
mod search;
mod shared;
mod sides;

pub(super) use codes::Codes;
pub(super) use dates::Dates;
pub(crate) use dates::{ByDay, DayCode};
pub(super) use names::Names;
pub(super) use numbers::{Numbers, Parted};
pub(super) use shared::Shared;
pub(super) use sides::{DateSides, NameSides, NumberSides};

/// What a row holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Held<T> {
    /// Nothing, or blank.
    Missing,
    /// Something that is no text.
    NotText,
    /// A text.
    Text(T),
}

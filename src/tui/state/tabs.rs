//! What every tab's cursor can do. Each tab has a file of its own beside this one.

use crate::check::Audited;
use crate::figures::answer::Answer;
use crate::roster::filter::{Field, Value};
use crate::tui::layout::Layout;

/// What the cursors move over.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The roster.
    pub roster: &'a Audited,
    /// The last answer.
    pub answer: &'a Answer,
}

/// What came of pointing at a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pointed {
    /// There is none.
    Nowhere,
    /// The cursor stands on it now.
    Here,
    /// It stood on it before: it is to be opened.
    Again,
}

impl Pointed {
    /// Puts a cursor there.
    pub fn put<T: PartialEq>(cursor: &mut T, to: T) -> Pointed {
        if std::mem::replace(cursor, to) == *cursor { Pointed::Again } else { Pointed::Here }
    }
}

/// The cursor of a tab.
pub trait Cursor {
    /// Moves by so many lines; `isize::MIN` and `isize::MAX` are the ends.
    fn step(&mut self, facts: Facts<'_>, by: isize);

    /// Puts it on the line at `place` of one of the lists in front.
    fn point(&mut self, facts: Facts<'_>, list: usize, place: usize) -> Pointed;

    /// The value under it, which `Space` picks and `Enter` opens.
    fn value(&self, facts: Facts<'_>) -> Option<(Field, Value)> {
        let _ = facts;
        None
    }

    /// Scrolls the columns.
    fn turn(&mut self, right: bool) {
        let _ = right;
    }

    /// Rows in sight of the list that it moves in; where several lists share the content, about those of one.
    fn sight(&self, layout: &Layout, facts: Facts<'_>) -> usize {
        let _ = facts;
        usize::from(layout.content.height) / 3
    }

    /// Keeps it in its list, and in sight of so many rows if its tab is in front. A list behind another tab keeps its
    /// place, but never one past its end: a filter typed there shortens it too.
    fn settle(&mut self, facts: Facts<'_>, page: Option<usize>);
}

/// A place in a list of so many lines, moved.
pub fn moved(place: usize, by: isize, len: usize) -> usize {
    place.saturating_add_signed(by).min(len.saturating_sub(1))
}

/// The first line in sight, so that the one at `place` is.
pub fn keep_in_sight(top: &mut usize, place: usize, len: usize, page: Option<usize>) {
    *top = match page {
        Some(page) => (*top).min(place).max((place + 1).saturating_sub(page)).min(len.saturating_sub(page)),
        None => (*top).min(len.saturating_sub(1)),
    };
}

/// A column further, or back.
pub fn turned(column: usize, right: bool, most: usize) -> usize {
    if right { (column + 1).min(most) } else { column.saturating_sub(1) }
}

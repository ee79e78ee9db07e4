//! A list: which of its lines are in sight, how the one under the cursor and the picked ones are marked, and how many
//! more there are. The hardware cursor sits on its `>`, and each line means itself to a pointer.
//!
//! ```text
//!  >◆Market traders         ███████▌  │
//!    Fishers                ███▍      │
//!    ▼ 4 more
//! ```

use super::canvas::Canvas;
use crate::lang::measure::width;
use crate::lang::{Lang, words};
use crate::tui::target::Target;
use ratatui::style::Style;
use ratatui::text::Span;
use std::ops::Range;

/// The lines of a list that are in sight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct List {
    len: usize,
    first: usize,
    sight: usize,
    cursor: Option<usize>,
    number: usize,
}

impl List {
    /// A list of so many lines, from `first` on as many as there are rows.
    pub fn from(first: usize, rows: usize, len: usize, cursor: Option<usize>) -> List {
        List { len, first, sight: rows, cursor, number: 0 }
    }

    /// From the top, or so far down that the line under the cursor is the last in sight.
    pub fn around(cursor: Option<usize>, rows: usize, len: usize) -> List {
        let first = cursor.map_or(0, |cursor| (cursor + 1).saturating_sub(rows.max(1)));
        List { len, first, sight: rows, cursor, number: 0 }
    }

    /// The same where what does not fit is told in the last of the rows, unless it is the only one.
    pub fn around_with_more(cursor: Option<usize>, rows: usize, len: usize) -> List {
        List::around(cursor, if len > rows && rows > 1 { rows - 1 } else { rows }, len)
    }

    /// The end in sight, unless the cursor stands above it.
    pub fn ending(cursor: Option<usize>, rows: usize, len: usize) -> List {
        let last = len.saturating_sub(rows);
        let first = cursor.map_or(last, |cursor| last.min(cursor));
        List { len, first, sight: rows, cursor, number: 0 }
    }

    /// The lines before `end` in sight, unless the cursor stands above or below them; all that there is room for.
    pub fn up_to(end: usize, cursor: Option<usize>, rows: usize, len: usize) -> List {
        let last = len.saturating_sub(rows);
        let first = end.saturating_sub(rows).min(last);
        let first = cursor.map_or(first, |cursor| first.min(cursor).max((cursor + 1).saturating_sub(rows.max(1))));
        List { len, first, sight: rows, cursor, number: 0 }
    }

    /// The same, where it is not the only list in front: so many stand before it.
    #[must_use]
    pub fn behind(self, lists: usize) -> List {
        List { number: lists, ..self }
    }

    /// The places of the lines in sight.
    pub fn lines(&self) -> Range<usize> {
        self.first.min(self.len)..(self.first + self.sight).min(self.len)
    }

    /// How many there are above those in sight.
    pub fn above(&self) -> usize {
        self.first.min(self.len)
    }

    /// How many there are below them.
    pub fn below(&self) -> usize {
        self.len.saturating_sub(self.first + self.sight)
    }

    /// `▼ 3 more`, or at the end of the list `▲ 3 more`; nothing where everything is in sight.
    pub fn more(&self, lang: Lang) -> Option<String> {
        self.more_below(lang).or_else(|| self.more_above(lang))
    }

    /// `▼ 3 more`, if there are any below.
    pub fn more_below(&self, lang: Lang) -> Option<String> {
        told(lang, '▼', self.below())
    }

    /// `▲ 3 more`, if there are any above.
    pub fn more_above(&self, lang: Lang) -> Option<String> {
        told(lang, '▲', self.above())
    }

    /// All that are out of sight, on whichever side, where one place tells of both: `▲ 3 more` as soon as some are above.
    pub fn hidden(&self, lang: Lang) -> Option<String> {
        told(lang, if self.above() > 0 { '▲' } else { '▼' }, self.above() + self.below())
    }

    /// The same where there is so much room: without its word, `▲ 3`, or not at all, but never cut.
    pub fn hidden_in(&self, room: usize, lang: Lang) -> Option<String> {
        let told = self.hidden(lang)?;
        let brief = told.rsplit_once(' ').map_or("", |(brief, _)| brief).to_owned();
        [told, brief].into_iter().find(|told| width(told) <= room)
    }

    /// Columns `from..to` of a row mean a line to a pointer too: its bar and its numbers stand apart from its mark.
    pub fn reaches(&self, canvas: &mut Canvas<'_>, place: usize, (from, to): (u16, u16), y: u16) {
        canvas.means(from, to, y, Target::Line { list: self.number, place });
    }

    /// Marks a line that was drawn in columns `from..to` of a row, the `>` standing at column `mark`.
    pub fn mark(&self, canvas: &mut Canvas<'_>, place: usize, mark: u16, (from, to): (u16, u16), y: u16) {
        canvas.means(from, to, y, Target::Line { list: self.number, place });
        if self.cursor == Some(place) {
            canvas.put(mark, y, Span::raw(">"));
            canvas.select(mark, from, to, y);
        }
    }
}

fn told(lang: Lang, sign: char, many: usize) -> Option<String> {
    (many > 0).then(|| format!("{sign} {}", lang.fill(&words::MORE, &[&many.to_string()])))
}

/// Marks a line as picked, before it is marked as the one under the cursor.
pub fn pick(canvas: &mut Canvas<'_>, x: u16, y: u16, style: Style) {
    canvas.put(x, y, Span::styled("◆", style));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_under_the_cursor_is_in_sight_and_what_is_not_is_counted() {
        for (list, lines, above, below) in [
            (List::around(None, 3, 5), 0..3, 0, 2),
            (List::around(Some(2), 3, 5), 0..3, 0, 2),
            (List::around(Some(4), 3, 5), 2..5, 2, 0),
            (List::around_with_more(Some(4), 3, 5), 3..5, 3, 0),
            (List::around_with_more(Some(4), 5, 5), 0..5, 0, 0),
            (List::around_with_more(Some(4), 1, 5), 4..5, 4, 0),
            (List::ending(None, 3, 5), 2..5, 2, 0),
            (List::ending(Some(1), 3, 5), 1..4, 1, 1),
            (List::up_to(3, None, 2, 5), 1..3, 1, 2),
            (List::up_to(3, Some(0), 2, 5), 0..2, 0, 3),
            (List::up_to(3, Some(4), 2, 5), 3..5, 3, 0),
            (List::up_to(3, None, 9, 5), 0..5, 0, 0),
            (List::from(1, 2, 5, Some(1)), 1..3, 1, 2),
            (List::from(9, 2, 5, None), 5..5, 5, 0),
            (List::around(Some(0), 0, 0), 0..0, 0, 0),
        ] {
            assert_eq!((list.lines(), list.above(), list.below()), (lines, above, below), "{list:?}");
        }
        assert_eq!(List::around(None, 3, 5).more(Lang::En).as_deref(), Some("▼ 2 more"));
        assert_eq!(List::around(Some(4), 3, 5).more(Lang::En).as_deref(), Some("▲ 2 more"));
        assert_eq!(List::around(None, 5, 5).more(Lang::En), None);
        let middle = List::ending(Some(1), 3, 6);
        assert_eq!(middle.more_above(Lang::Id).as_deref(), Some("▲ 1 lagi"));
        assert_eq!(middle.more_below(Lang::Id).as_deref(), Some("▼ 2 lagi"));
        assert_eq!(middle.hidden(Lang::Id).as_deref(), Some("▲ 3 lagi"));
        assert_eq!(List::around(None, 3, 5).more_above(Lang::En), None);
        assert_eq!(List::ending(None, 3, 5).more_below(Lang::En), None);
    }
}

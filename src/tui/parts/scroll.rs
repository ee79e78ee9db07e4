//! A text that is read from top to bottom, with no cursor in it: which of its rows are in sight, how the keys scroll it,
//! and the mark that tells how many more there are.
//!
//! ```text
//!  Rows read            12
//!    good                6
//!                                          ▼ 7  PgDn
//! ```

use super::canvas::Canvas;
use crate::tui::keymap::{Action, Context, Keymap};
use crate::tui::layout::Layout;
use ratatui::text::Span;

/// A text of so many rows in the content of a screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scroll {
    rows: usize,
    height: usize,
}

impl Scroll {
    /// So many rows over the content.
    pub fn new(rows: usize, layout: &Layout) -> Scroll {
        Scroll { rows, height: usize::from(layout.content.height) }
    }

    /// So many rows are in sight. What does not fit is scrolled, and a row says so.
    fn sight(self) -> usize {
        if self.rows <= self.height { self.height } else { self.height.saturating_sub(1) }
    }

    /// The furthest that a row can stand first.
    fn last(self) -> usize {
        self.rows.saturating_sub(self.sight())
    }

    /// Which row stands first after an action; `None` where it is none that scrolls.
    pub fn act(self, top: usize, action: Action) -> Option<usize> {
        let page = self.sight().max(1);
        // The screen may have grown since.
        let top = top.min(self.last());
        Some(match action {
            Action::PageDown => (top + page).min(self.last()),
            Action::PageUp => top.saturating_sub(page),
            Action::Next => (top + 1).min(self.last()),
            Action::Previous => top.saturating_sub(1),
            Action::First => 0,
            Action::Last => self.last(),
            _ => return None,
        })
    }

    /// Draws the rows in sight, each by `row`, which is told its place and its line of the screen; and the mark.
    pub fn draw(
        self,
        top: usize,
        (keymap, context): (&Keymap, Context),
        layout: &Layout,
        canvas: &mut Canvas<'_>,
        mut row: impl FnMut(&mut Canvas<'_>, usize, u16),
    ) {
        let top = top.min(self.last());
        let end = self.rows.min(top + self.sight());
        for (place, y) in (top..end).zip(layout.content.y..) {
            row(canvas, place, y);
        }
        if self.rows <= self.height {
            return;
        }
        let name = |action| keymap.long_name(action, context, canvas.lang);
        let mark = match self.rows - end {
            0 => format!("▲ {}", name(Action::PageUp)),
            below => format!("▼ {below}  {}", name(Action::PageDown)),
        };
        let y = layout.content.y + layout.content.height - 1;
        canvas.put_right(layout.area.width - 1, y, Span::styled(mark, canvas.theme.dim()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_can_be_scrolled_into_sight_and_none_past_the_end() {
        for (rows, height, last) in [(20, 10, 11), (10, 10, 0), (11, 10, 2), (3, 10, 0), (5, 1, 5), (0, 10, 0)] {
            let scroll = Scroll { rows, height };
            assert_eq!(scroll.act(0, Action::Last), Some(last), "{rows} rows in {height}");
            assert_eq!(scroll.act(last, Action::Next), Some(last));
            assert_eq!(scroll.act(last, Action::PageDown), Some(last));
            assert_eq!(scroll.act(usize::MAX, Action::Previous), Some(last.saturating_sub(1)));
            let mut top = 0;
            for _ in 0..rows {
                top = scroll.act(top, Action::PageDown).unwrap_or(0);
            }
            assert_eq!(top, last);
            assert_eq!(scroll.act(last, Action::First), Some(0));
            assert_eq!(scroll.act(0, Action::Open), None);
        }
    }
}

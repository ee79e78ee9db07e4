//! Where things stand. One skeleton for every tab, so that nothing jumps: programme and date, three key figures, tabs,
//! rule, content, filter and count, keys. And the canvas that every drawing uses, which knows widths and never cuts a
//! number.

use super::theme::Theme;
use crate::lang::{Lang, Phrase, Piece};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How wide the screen is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Width {
    /// Under 60 columns: one panel.
    Narrow,
    /// Panels one above the other.
    Stacked,
    /// From 120 columns: panels side by side.
    Wide,
}

/// The rows of a screen. Rows and columns count from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Columns and rows.
    pub area: Rect,
    /// How wide it is.
    pub width: Width,
    /// The first of the rows of key figures.
    pub figures: u16,
    /// The row of the tabs.
    pub tabs: u16,
    /// The rule under them.
    pub rule: u16,
    /// What the tab fills.
    pub content: Rect,
    /// The row of the filter.
    pub filter: u16,
    /// The row of the keys.
    pub keys: u16,
}

impl Layout {
    /// The layout of a screen; `None` under 40×10, where the three key figures stand alone.
    pub fn of(area: Rect) -> Option<Layout> {
        if area.width < 40 || area.height < 10 {
            return None;
        }
        let width = match area.width {
            ..60 => Width::Narrow,
            60..120 => Width::Stacked,
            _ => Width::Wide,
        };
        let airy = u16::from(area.height >= 30);
        let figures = 1 + airy;
        let tabs = figures + if Layout::figures_side_by_side(area.width) { 2 } else { 3 } + airy;
        let rule = tabs + 1;
        let top = rule + 1 + airy;
        let filter = area.height - 2;
        let content = Rect::new(0, top, area.width, filter.saturating_sub(top));
        Some(Layout { area, width, figures, tabs, rule, content, filter, keys: filter + 1 })
    }

    /// Whether the three key figures fit beside each other, each over its bar.
    pub fn figures_side_by_side(width: u16) -> bool {
        width >= 76
    }

    /// Where the `index`th third begins.
    pub fn third(&self, index: u16) -> u16 {
        1 + (u32::from(self.area.width) * u32::from(index) / 3) as u16
    }

    /// Rows from 30 on leave air between panels.
    pub fn airy(&self) -> bool {
        self.area.height >= 30
    }
}

/// A buffer to draw on, with the language and the styles.
pub struct Canvas<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// The language.
    pub lang: Lang,
    /// The styles.
    pub theme: Theme,
    /// Whether the cells will be ASCII: only charts draw otherwise for it, all else is translated cell by cell.
    pub ascii: bool,
    /// Where the hardware cursor sits: on the `>` of the selected row, where a screen reader looks for it.
    pub cursor: Option<Position>,
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A text in at most `columns` columns, cut at a character people would call one, with `…`.
pub fn fit(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut fitted = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + grapheme.width() + 1 > columns {
            break;
        }
        used += grapheme.width();
        fitted.push_str(grapheme);
    }
    if columns > 0 {
        fitted.push('…');
    }
    fitted
}

/// A text padded with spaces, or cut, to exactly so many columns.
pub fn pad(text: &str, columns: usize) -> String {
    let mut text = fit(text, columns);
    text.push_str(&" ".repeat(columns.saturating_sub(text.width())));
    text
}

/// A text at the right of so many columns; a number that does not fit is not cut.
pub fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(text.width())))
}

/// Words broken into lines of so many columns. A number stays with the word that it counts, and a date whole.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match pieces.last_mut().filter(|before| is_glued(before, word) && width(before) + 1 + width(word) <= columns) {
            Some(before) => {
                before.push(' ');
                before.push_str(word);
            }
            None => pieces.push(word.to_owned()),
        }
    }
    let mut lines: Vec<String> = vec![String::new()];
    for piece in pieces {
        let line = lines.last().map_or(0, |line| width(line));
        let piece = fit(&piece, columns);
        if line > 0 && line + 1 + width(&piece) > columns {
            lines.push(piece);
        } else if let Some(last) = lines.last_mut() {
            if line > 0 {
                last.push(' ');
            }
            last.push_str(&piece);
        }
    }
    lines
}

/// Whether no line ends between two words: behind a number, and between a month and its year.
fn is_glued(before: &str, word: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or(before);
    let number = last.ends_with(|c: char| c.is_ascii_digit());
    let month = last.len() == 3 && last.starts_with(|c: char| c.is_ascii_uppercase());
    let counts = word.starts_with(char::is_alphabetic);
    (number && counts && !before.contains(' ')) || (month && word.starts_with(|c: char| c.is_ascii_digit()))
}

impl<'a> Canvas<'a> {
    /// Writes from column `x` on, at most to the end of the row; returns the column behind it.
    pub fn put<'t>(&mut self, x: u16, y: u16, line: impl Into<Line<'t>>) -> u16 {
        let area = self.buffer.area;
        if y >= area.height || x >= area.width {
            return x;
        }
        let line = line.into();
        self.buffer.set_line(x, y, &line, area.width - x).0
    }

    /// Writes so that the text ends before column `end`.
    pub fn put_right<'t>(&mut self, end: u16, y: u16, line: impl Into<Line<'t>>) {
        let line = line.into();
        let start = usize::from(end).saturating_sub(line.width());
        self.put(start as u16, y, line);
    }

    /// The words of a phrase in one style.
    pub fn say(&self, phrase: &Phrase) -> &'static str {
        self.lang.say(phrase)
    }

    /// A phrase whose words and values have their own styles.
    pub fn fill(&self, phrase: &Phrase, words: Style, values: &[(&str, Style)]) -> Vec<Span<'static>> {
        let piece = |piece| match piece {
            Piece::Words(text) => Span::styled(text, words),
            Piece::Value(place) => {
                let (text, style) = values.get(place).copied().unwrap_or(("", words));
                Span::styled(text.to_owned(), style)
            }
        };
        self.lang.pieces(phrase).into_iter().map(piece).collect()
    }

    /// A dim rule from `from` to before `to`.
    pub fn rule(&mut self, from: u16, to: u16, y: u16) {
        let text = "─".repeat(usize::from(to.saturating_sub(from)));
        let dim = self.theme.dim();
        self.put(from, y, Span::styled(text, dim));
    }

    /// A panel's head: `── Title ─────── unit ─`, from `from` to before `to`. The title is cut before the unit is.
    pub fn panel(&mut self, from: u16, to: u16, y: u16, title: &str, unit: &[Span<'static>]) {
        self.rule(from, to, y);
        let unit_width: usize = unit.iter().map(Span::width).sum();
        let room =
            usize::from(to.saturating_sub(from)).saturating_sub(unit_width + if unit.is_empty() { 6 } else { 9 });
        let title = format!(" {} ", fit(title, room));
        let bold = self.theme.bold();
        self.put(from + 2, y, Span::styled(title, bold));
        if !unit.is_empty() {
            let spaced: Vec<Span> = std::iter::once(Span::raw(" "))
                .chain(unit.iter().cloned())
                .chain(std::iter::once(Span::raw(" ")))
                .collect();
            self.put_right(to.saturating_sub(1), y, spaced);
        }
    }

    /// A line being typed, in at most so many columns and one for the caret, scrolled so that the caret stays in sight.
    /// `before` is the text before the caret. The answer is the caret, and how many columns were scrolled away.
    pub fn typed(&mut self, x: u16, y: u16, room: usize, text: &str, before: &str) -> (Position, usize) {
        let skip = before.width().saturating_sub(room);
        let mut passed = 0;
        let shown: String = text
            .chars()
            .skip_while(|c| {
                let behind = passed < skip;
                passed += width(c.encode_utf8(&mut [0; 4]));
                behind
            })
            .collect();
        let chosen = self.theme.chosen();
        self.put(x, y, Span::styled(fit(&shown, room + 1), chosen));
        let caret = Position::new(x + (before.width() - skip) as u16, y);
        let reverse = self.theme.reverse();
        if let Some(cell) = self.buffer.cell_mut(caret) {
            cell.set_style(reverse);
        }
        (caret, skip)
    }

    /// Marks a selected row: reverse over `from..to`, colours off inside it. The hardware cursor sits on its `>`.
    pub fn select(&mut self, from: u16, to: u16, y: u16) {
        self.select_at(from + 1, from, to, y);
    }

    /// The same, the `>` standing at column `mark`.
    pub fn select_at(&mut self, mark: u16, from: u16, to: u16, y: u16) {
        self.cursor = Some(Position::new(mark, y));
        self.patch(from, to, y, |cell| _ = cell.set_style(Style::reset().add_modifier(Modifier::REVERSED)));
    }

    /// Underlines ranges of bytes of a text that stands at `x`; in a colour, but not inside a selected row.
    pub fn underline(&mut self, x: u16, y: u16, text: &str, ranges: &[Range<usize>], color: Option<Style>) {
        let columns = |to: usize| text.get(..to).map_or(0, |before| before.width() as u16);
        for range in ranges {
            let style = color.unwrap_or_default().add_modifier(Modifier::UNDERLINED);
            self.patch(x + columns(range.start), x + columns(range.end), y, |cell| _ = cell.set_style(style));
        }
    }

    fn patch(&mut self, from: u16, to: u16, y: u16, change: impl Fn(&mut Cell)) {
        for x in from..to.min(self.buffer.area.width) {
            if let Some(cell) = self.buffer.cell_mut((x, y)) {
                change(cell);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_skeleton_stands_where_the_drawings_have_it() {
        let at = |width, height| {
            Layout::of(Rect::new(0, 0, width, height))
                .map(|l| (l.figures, l.tabs, l.rule, l.content.y, l.content.height, l.filter))
        };
        assert_eq!(at(80, 24), Some((1, 3, 4, 5, 17, 22)));
        assert_eq!(at(120, 40), Some((2, 5, 6, 8, 30, 38)));
        assert_eq!(at(50, 20), Some((1, 4, 5, 6, 12, 18)));
        assert_eq!(at(39, 24), None);
    }

    #[test]
    fn a_line_never_ends_within_a_date_or_behind_a_number() {
        let text = "the target comes on 24 Feb 2025. To make it takes 1,250 people.";
        for columns in 13..70 {
            let lines = wrap(text, columns);
            assert!(lines.iter().all(|line| line.width() <= columns), "{lines:?}");
            assert_eq!(lines.join(" "), text);
            for whole in ["24 Feb 2025.", "1,250 people."] {
                assert!(lines.iter().any(|line| line.contains(whole)), "{columns}: {lines:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_cut_text_never_passes_its_columns(text in "\\PC{0,40}", columns in 0_usize..40) {
            prop_assert!(fit(&text, columns).width() <= columns);
            prop_assert_eq!(pad(&text, columns).width(), columns);
        }
    }
}

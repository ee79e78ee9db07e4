//! The canvas that every drawing uses: cells with the language and the styles. It knows widths and never cuts a number.

use crate::lang::glyphs::Glyphs;
use crate::lang::measure::{fit, width};
use crate::lang::sentence::{Role, Sentence};
use crate::lang::{Lang, Phrase, Piece};
use crate::tui::layout::ROOMY;
use crate::tui::target::{Region, Target};
use crate::tui::theme::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use std::ops::Range;

/// A buffer to draw on, with the language and the styles.
pub struct Canvas<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// The language.
    pub lang: Lang,
    /// The styles.
    pub theme: Theme,
    /// Whether the cells will be ASCII: only charts draw otherwise for it, all else is translated cell by cell.
    pub glyphs: Glyphs,
    /// Where the hardware cursor sits: on the `>` of the selected row, where a screen reader looks for it.
    pub cursor: Option<Position>,
    /// What the cells mean to a pointer; where two overlap, the later one holds.
    pub regions: Vec<Region>,
}

impl<'a> Canvas<'a> {
    /// A canvas on which nothing is drawn yet.
    pub fn new(buffer: &'a mut Buffer, lang: Lang, theme: Theme, glyphs: Glyphs) -> Canvas<'a> {
        Canvas { buffer, lang, theme, glyphs, cursor: None, regions: Vec::new() }
    }

    /// Cells `from..to` of a row mean something to a pointer.
    pub fn means(&mut self, from: u16, to: u16, y: u16, target: Target) {
        let area = Rect::new(from, y, to.saturating_sub(from), 1).intersection(self.buffer.area);
        if !area.is_empty() {
            self.regions.push(Region { area, target });
        }
    }

    /// Rows `from..to` are drawn over: what they meant to a pointer is not in sight any more.
    pub fn covers(&mut self, from: u16, to: u16) {
        self.regions.retain(|region| !(from..to).contains(&region.area.y));
    }

    /// Writes from column `x` on, at most to the end of the row; returns the column behind it.
    pub fn put<'t>(&mut self, x: u16, y: u16, line: impl Into<Line<'t>>) -> u16 {
        let area = self.buffer.area;
        if y >= area.height || x >= area.width {
            return x;
        }
        let line = line.into();
        // A style lies over that of the cell: the bold of a title on the dim of a rule would be grey.
        self.patch(x, x.saturating_add(line.width().min(usize::from(area.width)) as u16), y, |cell| {
            cell.set_style(Style::reset());
        });
        self.buffer.set_line(x, y, &line, area.width - x).0
    }

    /// Writes so that the text ends before column `end`.
    pub fn put_right<'t>(&mut self, end: u16, y: u16, line: impl Into<Line<'t>>) {
        let line = line.into();
        let start = usize::from(end).saturating_sub(line.width());
        self.put(start as u16, y, line);
    }

    /// A bar of a list: where rows are long, those of neighbours would run into one block, so each leaves an eighth free.
    pub fn bar(&mut self, x: u16, y: u16, bar: Vec<Span<'static>>) -> u16 {
        if self.buffer.area.width < ROOMY {
            return self.put(x, y, bar);
        }
        // Whole cells: an eighth at the end would be higher than they are. What is hatched is told apart by its shade.
        let light = y % 2 == 1;
        let apart = |span: Span<'static>| {
            let whole = span.content.contains('█');
            let part = |c: char| match c {
                '█' => '▇',
                '▉' | '▊' | '▋' | '▌' | '▍' | '▎' | '▏' if whole => ' ',
                c => c,
            };
            let hatched = span.content.contains('▒') && light;
            let style = if hatched { span.style.remove_modifier(Modifier::DIM) } else { span.style };
            Span::styled(span.content.chars().map(part).collect::<String>(), style)
        };
        self.put(x, y, bar.into_iter().map(apart).collect::<Vec<_>>())
    }

    /// The words of a phrase in one style.
    pub fn say(&self, phrase: &Phrase) -> &'static str {
        self.lang.say(phrase)
    }

    /// A phrase whose words and values have their own styles.
    pub fn fill(&self, phrase: &Phrase, words: Style, values: &[(&str, Style)]) -> Vec<Span<'static>> {
        let texts: Vec<&str> = values.iter().map(|(text, _)| *text).collect();
        let piece = |piece: Piece| match piece {
            Piece::Value(place) => {
                let (text, style) = values.get(place).copied().unwrap_or(("", words));
                Span::styled(text.to_owned(), style)
            }
            text => Span::styled(text.words(&texts).unwrap_or(""), words),
        };
        self.lang.pieces(phrase).into_iter().map(piece).collect()
    }

    /// A sentence, its words in one style.
    pub fn sentence(&self, sentence: &Sentence, words: Style) -> Vec<Span<'static>> {
        let style = |role| match role {
            Role::Plain | Role::Aside => words,
            Role::Figure => self.theme.plain(),
            Role::Key => self.theme.bold(),
            Role::Bad => self.theme.bad(),
            Role::Watch | Role::Mark => self.theme.attention(),
        };
        sentence.0.iter().map(|part| Span::styled(part.text.clone(), style(part.role))).collect()
    }

    /// A dim rule from `from` to before `to`.
    pub fn rule(&mut self, from: u16, to: u16, y: u16) {
        let text = "─".repeat(usize::from(to.saturating_sub(from)));
        let dim = self.theme.dim();
        self.put(from, y, Span::styled(text, dim));
    }

    /// A panel's head: `── Title ─────── unit ─`, from `from` to before `to`. Where both do not fit the title stays.
    pub fn panel(&mut self, from: u16, to: u16, y: u16, title: &str, unit: &[Span<'static>]) {
        self.rule(from, to, y);
        let unit_width: usize = unit.iter().map(Span::width).sum();
        let room = usize::from(to.saturating_sub(from));
        let unit = if width(title) + unit_width + 9 <= room { unit } else { &[] };
        let title = format!(" {} ", fit(title, room.saturating_sub(6)));
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
        let skip = width(before).saturating_sub(room);
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
        let caret = Position::new(x + (width(before) - skip) as u16, y);
        let reverse = self.theme.reverse();
        if let Some(cell) = self.buffer.cell_mut(caret) {
            cell.set_style(reverse);
        }
        (caret, skip)
    }

    /// Marks a selected row: reverse over `from..to`, colours off inside it. The hardware cursor sits on its `>`, which
    /// stands at column `mark`.
    pub fn select(&mut self, mark: u16, from: u16, to: u16, y: u16) {
        self.cursor = Some(Position::new(mark, y));
        self.patch(from, to, y, |cell| _ = cell.set_style(Style::reset().add_modifier(Modifier::REVERSED)));
    }

    /// Underlines ranges of bytes of a text that stands at `x`; in a colour, but not inside a selected row.
    pub fn underline(&mut self, x: u16, y: u16, text: &str, ranges: &[Range<usize>], color: Option<Style>) {
        let columns = |to: usize| text.get(..to).map_or(0, |before| width(before) as u16);
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

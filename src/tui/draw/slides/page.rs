//! A slide as it is filled from above: its question, one large figure with what it is, and below it sentences, bars and
//! rows. What is not drawn for want of room is said, or was to be said last.

use crate::lang::measure::{fit, width, wrap};
use crate::lang::sentence::Sentence;
use crate::tui::layout::Sheet;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::digits;
use ratatui::buffer::Cell;
use ratatui::style::Style;
use ratatui::text::Span;

/// See the module.
pub struct Page<'c, 'b> {
    /// The cells.
    pub canvas: &'c mut Canvas<'b>,
    /// Where it stands.
    pub sheet: Sheet,
    /// The next row.
    pub y: u16,
}

/// A line of spans.
pub type Line = Vec<Span<'static>>;

/// What belongs to a large figure.
#[derive(Default)]
pub struct Beside {
    /// A second figure, less large, where there is room.
    pub large: Option<String>,
    /// What both are.
    pub lines: Vec<Line>,
}

impl Beside {
    /// Lines alone.
    pub fn of(lines: Vec<Line>) -> Beside {
        Beside { large: None, lines }
    }

    fn is_empty(&self) -> bool {
        self.rows() == 0
    }

    /// Rows where nothing is large.
    fn rows(&self) -> u16 {
        u16::from(self.large.is_some()) + self.lines.len() as u16
    }

    /// Columns where nothing is large.
    fn width(&self) -> usize {
        self.lines.iter().map(wide).chain(self.large.as_deref().map(width)).max().unwrap_or(0)
    }

    /// All of it in lines.
    fn all(self, style: Style) -> Vec<Line> {
        self.large.map(|text| vec![Span::styled(text, style)]).into_iter().chain(self.lines).collect()
    }
}

/// Columns between a large figure and what stands beside it.
const GAP: u16 = 3;

fn wide(line: &Line) -> usize {
    line.iter().map(Span::width).sum()
}

impl<'c, 'b> Page<'c, 'b> {
    /// A page with its question.
    pub fn new(canvas: &'c mut Canvas<'b>, sheet: Sheet, question: &str) -> Page<'c, 'b> {
        let bold = canvas.theme.bold();
        let room = usize::from(sheet.width());
        canvas.put(sheet.from, sheet.question, Span::styled(fit(question, room), bold));
        Page { canvas, sheet, y: sheet.top }
    }

    /// Columns.
    pub fn room(&self) -> usize {
        usize::from(self.sheet.width())
    }

    /// Rows that are left.
    pub fn left(&self) -> u16 {
        self.sheet.bottom.saturating_sub(self.y)
    }

    /// Rows that a bar takes: it is seen from the last row of chairs.
    pub fn thick(&self) -> u16 {
        1 + self.sheet.gap.min(2)
    }

    /// Leaves a gap, unless it is the first row.
    pub fn gap(&mut self) {
        if self.y > self.sheet.top {
            self.y += self.sheet.gap;
        }
    }

    /// A line, if there is a row for it.
    pub fn line(&mut self, line: Line) {
        if self.y < self.sheet.bottom {
            self.canvas.put(self.sheet.from, self.y, line);
        }
        self.y += 1;
    }

    /// A line that ends at the right.
    pub fn right(&mut self, y: u16, line: Line) {
        if y < self.sheet.bottom {
            self.canvas.put_right(self.sheet.to, y, line);
        }
    }

    /// A text, broken into rows.
    pub fn text(&mut self, text: &str, style: Style) {
        for row in wrap(text, self.room()) {
            self.line(vec![Span::styled(row, style)]);
        }
    }

    /// A sentence, broken into rows.
    pub fn sentence(&mut self, sentence: Sentence) {
        for row in sentence.lines(self.room()) {
            let line = self.canvas.sentence(&row, self.canvas.theme.plain());
            self.line(line);
        }
    }

    /// What keeps a figure from being the whole truth, or is to be looked at.
    pub fn caveat(&mut self, text: &str) {
        let attention = self.canvas.theme.attention();
        for (row, text) in wrap(text, self.room().saturating_sub(2)).into_iter().enumerate() {
            let mark = if row == 0 { "▲ " } else { "  " };
            self.line(vec![Span::styled(mark, attention), Span::raw(text)]);
        }
    }

    /// The large figure, and what stands beside it or, where there is no room, below it; so many rows are kept for what
    /// follows. Where it has no room at all it stands in plain letters.
    pub fn figure(&mut self, text: &str, style: Style, beside: Beside, keep: u16) {
        let style = style.patch(self.canvas.theme.bold());
        let most = self.canvas.buffer.area.height / 12;
        let found = (1..=most).rev().find_map(|scale| {
            [true, false].into_iter().find(|own| self.fits(text, scale, &beside, *own, keep)).map(|own| (scale, own))
        });
        let Some((scale, is_beside)) = found else { return self.plain(text, style, beside) };
        let (top, x) = (self.y, self.sheet.from + digits::width(text, scale) as u16 + GAP);
        for row in digits::lines(text, scale) {
            self.line(vec![Span::styled(row, style)]);
        }
        if is_beside {
            self.beside(beside, scale, (x, top));
        } else if !beside.is_empty() {
            self.gap();
            beside.all(style).into_iter().for_each(|line| self.line(line));
        }
    }

    /// Whether the figure has room at that scale, with what belongs to it beside it or below.
    fn fits(&self, text: &str, scale: u16, beside: &Beside, is_beside: bool, keep: u16) -> bool {
        let (rows, lines) = (digits::ROWS as u16 * scale, beside.rows());
        let aside = if is_beside && lines > 0 { usize::from(GAP) + beside.width() } else { 0 };
        let below = if is_beside || lines == 0 { 0 } else { lines + self.sheet.gap };
        let wide = digits::width(text, scale) + aside <= self.room();
        digits::draws(text) && wide && rows + below + keep <= self.left() && (!is_beside || lines <= rows)
    }

    /// What belongs to a figure, beside it: its large part from the first row on, the lines up to the last one.
    fn beside(&mut self, beside: Beside, scale: u16, (x, top): (u16, u16)) {
        let rows = self.y - top;
        let bold = self.canvas.theme.bold();
        let large = beside.large.as_ref().and_then(|text| {
            let fits = |half: &u16| usize::from(x) + digits::width(text, *half) <= self.sheet.to.into();
            (1..scale).rev().find(fits).map(|half| (text, half))
        });
        let taken = match large {
            Some((text, half)) => {
                for (y, row) in (top..).zip(digits::lines(text, half)) {
                    self.canvas.put(x, y, Span::styled(row, bold));
                }
                half * digits::ROWS as u16
            }
            None => 0,
        };
        let lines = if large.is_some() { beside.lines } else { beside.all(bold) };
        let many = (lines.len() as u16).max(1);
        // The last one on the last row, the others apart from it where there is room.
        let step = ((rows - taken) / many).clamp(1, 1 + scale.min(2));
        for (place, line) in lines.into_iter().rev().enumerate() {
            self.canvas.put(x, (self.y - 1).saturating_sub(place as u16 * step), line);
        }
    }

    /// The figure in plain letters, on one row with what it is if both have room.
    fn plain(&mut self, text: &str, style: Style, beside: Beside) {
        let mut first = vec![Span::styled(text.to_owned(), style)];
        let mut lines = beside.all(style).into_iter();
        if let Some(line) = lines.next() {
            if wide(&first) + 1 + wide(&line) <= self.room() {
                first.push(Span::raw(" "));
                first.extend(line);
            } else {
                self.line(std::mem::replace(&mut first, line));
            }
        }
        self.line(first);
        lines.for_each(|line| self.line(line));
    }

    /// Puts all that stands below the title in the upper middle of what is left, where a high screen has room.
    pub fn settle(self) {
        let spare = self.sheet.bottom.saturating_sub(self.y);
        let down = if self.sheet.gap > 1 { spare / 3 } else { 0 };
        let Page { canvas, sheet, y, .. } = self;
        let columns = canvas.buffer.area.width;
        for row in (sheet.question..y.min(sheet.bottom)).rev().filter(|_| down > 0) {
            for x in 0..columns {
                let cell = canvas.buffer.cell_mut((x, row)).map(std::mem::take).unwrap_or_default();
                if let Some(to) = canvas.buffer.cell_mut((x, row + down)) {
                    *to = cell;
                }
                if let Some(from) = canvas.buffer.cell_mut((x, row)) {
                    *from = Cell::default();
                }
            }
        }
    }
}

/// Columns that a text takes.
pub fn columns(text: &str) -> u16 {
    width(text) as u16
}

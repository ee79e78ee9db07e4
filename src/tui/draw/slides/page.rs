//! A slide as it is filled from above: its question, one large figure with what it is, and below it sentences, bars and
//! rows. What is not drawn for want of room is counted, or marked behind the question.

use crate::lang::measure::{width, wrap};
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
    /// What is asked, in the rows that it takes.
    question: Vec<String>,
    /// Whether something had no room: a mark says so.
    pub hides: bool,
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

    /// The same, no line wider than so many columns.
    fn broken(&self, columns: usize) -> Beside {
        let lines = self.lines.iter().flat_map(|line| broken(line.clone(), columns)).collect();
        Beside { large: self.large.clone(), lines }
    }

    /// All of it in lines.
    fn all(self, style: Style) -> Vec<Line> {
        self.large.map(|text| vec![Span::styled(text, style)]).into_iter().chain(self.lines).collect()
    }
}

/// Columns between a large figure and what stands beside it.
const GAP: u16 = 3;

/// The least columns in which lines beside a figure are broken: in fewer each word would have its own row.
const LEAST_ASIDE: usize = 24;

fn wide(line: &Line) -> usize {
    line.iter().map(Span::width).sum()
}

/// A line broken at words, each with its style.
fn broken(line: Line, columns: usize) -> Vec<Line> {
    if wide(&line) <= columns {
        return vec![line];
    }
    let text: String = line.iter().map(|span| span.content.as_ref()).collect();
    let styled = |span: &Span<'static>| span.content.chars().map(|c| (c, span.style)).collect::<Vec<_>>();
    let mut whole = line.iter().flat_map(styled).peekable();
    let row = |row: String| {
        let mut spans = Line::new();
        for c in row.chars() {
            // The spaces at which it is broken are in no row.
            while c != ' ' && whole.next_if(|(own, _)| *own == ' ').is_some() {}
            let style = whole.next().map_or(Style::new(), |(_, style)| style);
            match spans.last_mut().filter(|span| span.style == style) {
                Some(span) => span.content.to_mut().push(c),
                None => spans.push(Span::styled(c.to_string(), style)),
            }
        }
        spans
    };
    wrap(&text, columns).into_iter().map(row).collect()
}

impl<'c, 'b> Page<'c, 'b> {
    /// A page with its question.
    pub fn new(canvas: &'c mut Canvas<'b>, sheet: Sheet, question: &str) -> Page<'c, 'b> {
        // Behind it the mark has its room.
        let question = wrap(question, usize::from(sheet.width().saturating_sub(2)));
        let top = (sheet.top + question.len() as u16 - 1).min(sheet.bottom);
        let mut page = Page { canvas, sheet: Sheet { top, ..sheet }, y: top, question, hides: false };
        page.ask();
        page
    }

    /// Writes the question. Where something has no room a mark stands at its end, as at the end of a list that goes on.
    fn ask(&mut self) {
        let bold = self.canvas.theme.bold();
        for (y, row) in (self.sheet.question..).zip(&self.question) {
            self.canvas.put(self.sheet.from, y, Span::styled(row.clone(), bold));
        }
        if self.hides {
            let last = self.sheet.question + self.question.len().saturating_sub(1) as u16;
            let mark = Span::styled("▼", self.canvas.theme.chosen());
            self.canvas.put_right(self.sheet.to, last, mark);
        }
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

    /// A line, in as many rows as it takes.
    pub fn line(&mut self, line: Line) {
        self.rows(broken(line, self.room()));
    }

    /// Rows that belong together. Those that have no room for their end do not begin: half of a sentence may say the
    /// opposite, and half of a number another one. What follows them may still have room.
    fn rows(&mut self, rows: Vec<Line>) {
        if self.left() < rows.len() as u16 {
            self.hides = true;
            self.y += u16::from(self.left() == 0);
            return;
        }
        for row in rows {
            self.canvas.put(self.sheet.from, self.y, row);
            self.y += 1;
        }
    }

    /// A name and what belongs to it at the right end; below it where one row does not hold both.
    pub fn pair(&mut self, name: Line, own: Line) {
        if wide(&name) + 2 + wide(&own) > self.room() {
            self.line(name);
        } else if self.left() > 0 {
            self.canvas.put(self.sheet.from, self.y, name);
        }
        self.hides |= self.left() == 0;
        self.right(self.y, own);
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
        self.line(vec![Span::styled(text.to_owned(), style)]);
    }

    /// A sentence, broken into rows.
    pub fn sentence(&mut self, sentence: Sentence) {
        let plain = self.canvas.theme.plain();
        let rows = sentence.lines(self.room()).into_iter().map(|row| self.canvas.sentence(&row, plain)).collect();
        self.rows(rows);
    }

    /// What keeps a figure from being the whole truth, or is to be looked at.
    pub fn caveat(&mut self, text: &str) {
        let attention = self.canvas.theme.attention();
        let rows = wrap(text, self.room().saturating_sub(2)).into_iter().enumerate();
        let marked = |(row, text)| {
            let mark = if row == 0 { "▲ " } else { "  " };
            vec![Span::styled(mark, attention), Span::raw(text)]
        };
        self.rows(rows.map(marked).collect());
    }

    /// The large figure, and what stands beside it or, where there is no room, below it; so many rows are kept for what
    /// follows. Lines that are too long are broken before the figure gives way. Where it has no room at all it stands in
    /// plain letters.
    pub fn figure(&mut self, text: &str, style: Style, beside: Beside, keep: u16) {
        let style = style.patch(self.canvas.theme.bold());
        let most = self.canvas.buffer.area.height / 12;
        let found = |page: &Self, beside: &Beside| {
            (1..=most).rev().find_map(|scale| {
                [true, false].into_iter().find(|own| page.fits(text, scale, beside, *own, keep)).map(|own| (scale, own))
            })
        };
        let (beside, found) = match found(self, &beside) {
            None => {
                let aside = self.room().saturating_sub(digits::width(text, 1) + usize::from(GAP));
                let broken = beside.broken(aside);
                let found = found(self, &broken).filter(|_| aside >= LEAST_ASIDE);
                (if found.is_some() { broken } else { beside }, found)
            }
            found => (beside, found),
        };
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
    pub fn settle(mut self) {
        self.ask();
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

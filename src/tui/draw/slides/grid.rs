//! Rows of a slide: names, numbers under each other, and a bar or words behind them. Where there is no room columns go
//! by priority, and rows from below; both are counted.

use super::page::Page;
use crate::lang::measure::{fit, width, wrap};
use crate::lang::words::slide;
use crate::tui::parts::bar::{self, Share};
use ratatui::style::Style;
use ratatui::text::Span;

/// A column of numbers.
pub struct Column {
    /// What stands over it.
    pub head: String,
    /// What goes first when room runs out: the highest; what is 0 stays.
    pub rank: usize,
}

impl Column {
    /// A column that goes when there is no room; the highest rank first.
    pub fn new(head: &str, rank: usize) -> Column {
        Column { head: head.to_owned(), rank }
    }
}

/// What stands behind the numbers.
pub enum Behind {
    /// Nothing.
    Nothing,
    /// A bar toward a goal.
    Toward(Share, Style),
    /// A bar of so many, beside the longest.
    Count(u128, u128, Style),
    /// Words, those that may go last.
    Words(Vec<String>),
}

/// A row.
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its numbers.
    pub numbers: Vec<String>,
    /// How both are shown.
    pub style: Style,
    /// What stands behind them.
    pub behind: Behind,
}

/// See the module.
pub struct Grid {
    /// What stands over the names.
    pub name: String,
    /// The columns of numbers.
    pub columns: Vec<Column>,
    /// What stands over what is behind them, beginning with its first column.
    pub behind: String,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether the last row is a sum, which stays.
    pub summed: bool,
    /// Whether rows go from above, as those of months do.
    pub from_above: bool,
}

/// The least columns of a name.
const NAME: usize = 12;
/// The least columns of a bar.
const BAR: usize = 6;
/// The most.
const LONGEST: usize = 72;
/// The least columns of words.
const WORDS: usize = 20;
/// Columns of how many columns are gone, and of the space before it.
const MORE: usize = 3;

impl Grid {
    /// Draws as much of it as there is room for on the page.
    pub fn draw(mut self, page: &mut Page<'_, '_>) {
        let room = page.room();
        let wide = |column: usize, grid: &Grid| {
            let cells = grid.rows.iter().filter_map(|row| row.numbers.get(column)).map(|cell| width(cell));
            cells.chain(grid.columns.get(column).map(|column| width(&column.head))).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(|column| wide(column, &self)).collect();
        let names = self.rows.iter().map(|row| width(&row.name)).chain([width(&self.name)]).max().unwrap_or(0);
        let has_bar = self.rows.iter().any(|row| !matches!(row.behind, Behind::Nothing));
        let least_bar = if has_bar { BAR + 2 } else { 0 };
        // Columns go until the rest has room beside the shortest name.
        let mut shown: Vec<usize> = (0..self.columns.len()).collect();
        let taken = |shown: &[usize], gap: usize| {
            shown.iter().filter_map(|&at| widths.get(at)).map(|own| own + gap).sum::<usize>()
        };
        let has_words = self.rows.iter().any(|row| matches!(row.behind, Behind::Words(_)));
        // Where something is gone, how much has its room at the right end. Words that would stand in a column of single
        // words are gone.
        let whole = room;
        let wordless = has_words && whole < names + taken(&shown, 2) + 2 + WORDS;
        let mut room = if wordless { whole.saturating_sub(MORE) } else { whole };
        while names.min(NAME) + taken(&shown, 2) > room {
            let rank = |at: &usize| self.columns.get(*at).map_or(0, |column| column.rank);
            let Some(last) = shown.iter().copied().max_by_key(rank).filter(|at| rank(at) > 0) else { break };
            let least = rank(&last);
            shown.retain(|at| rank(at) < least);
            room = whole.saturating_sub(MORE);
        }
        let airy = |gap: &usize| names + taken(&shown, *gap) + least_bar <= room * 4 / 5;
        let with_words = |gap: &usize| wordless || !has_words || names + taken(&shown, *gap) + gap + WORDS <= room;
        let gap = (3..=4).rev().filter(airy).find(with_words).unwrap_or(2);
        // A name is cut before a number is.
        let name_room = names.min(room.saturating_sub(taken(&shown, gap)));
        let numbers_end = name_room + taken(&shown, gap);
        let behind_room = room.saturating_sub(numbers_end + gap);
        let hidden = self.columns.len() - shown.len() + usize::from(wordless);
        // A heading alone says nothing.
        if page.left() < 2 {
            page.hides = true;
            return;
        }
        self.cut_rows(page);
        let (dim, x) = (page.canvas.theme.dim(), page.sheet.from);
        if page.y < page.sheet.bottom {
            page.canvas.put(x, page.y, Span::styled(fit(&self.name, name_room), dim));
            let mut end = x + name_room as u16;
            for &at in &shown {
                end += (widths.get(at).copied().unwrap_or(0) + gap) as u16;
                let head = self.columns.get(at).map_or("", |column| &column.head).to_owned();
                page.canvas.put_right(end, page.y, Span::styled(head, dim));
            }
            if hidden > 0 {
                let more = Span::styled(format!("{hidden}›"), page.canvas.theme.chosen());
                // Beside a number as wide as the page it stands where the names would: over a heading it hides that.
                if usize::from(end) + more.width() < usize::from(page.sheet.to) {
                    page.right(page.y, vec![more]);
                } else {
                    page.canvas.put(x, page.y, more);
                }
            } else if width(&self.behind) <= behind_room {
                page.canvas.put(end + gap as u16, page.y, Span::styled(self.behind.clone(), dim));
            }
        }
        page.y += 1;
        for row in self.rows {
            if page.y < page.sheet.bottom {
                // A row without numbers says something about the others, in all of their columns.
                let name_room = if row.numbers.is_empty() { whole } else { name_room };
                page.canvas.put(x, page.y, Span::styled(fit(&row.name, name_room), row.style));
                let mut end = x + name_room as u16;
                for &at in &shown {
                    end += (widths.get(at).copied().unwrap_or(0) + gap) as u16;
                    let number = row.numbers.get(at).cloned().unwrap_or_default();
                    page.canvas.put_right(end, page.y, Span::styled(number, row.style));
                }
                if !wordless {
                    behind(page, row.behind, end + gap as u16, behind_room);
                }
            } else {
                page.hides = true;
            }
            page.y += 1;
        }
    }

    /// Takes as many rows away as have no room, and says how many.
    fn cut_rows(&mut self, page: &Page<'_, '_>) {
        let room = usize::from(page.left()).saturating_sub(1).max(1);
        if self.rows.len() <= room {
            return;
        }
        let lang = page.canvas.lang;
        let sum = if self.summed { self.rows.pop() } else { None };
        let kept = room.saturating_sub(1 + usize::from(sum.is_some()));
        let gone = self.rows.len().saturating_sub(kept);
        let style = page.canvas.theme.dim();
        let told = |phrase| lang.fill(phrase, &[&lang.count(gone as u64)]);
        let more = |name: String| Row { name, numbers: Vec::new(), style, behind: Behind::Nothing };
        if self.from_above {
            self.rows.drain(..gone);
            self.rows.insert(0, more(told(&slide::EARLIER)));
        } else {
            self.rows.truncate(kept);
            self.rows.push(more(format!("▼ {}", told(&slide::OTHERS))));
        }
        self.rows.extend(sum);
    }
}

/// What stands behind the numbers, in so many columns.
fn behind(page: &mut Page<'_, '_>, behind: Behind, x: u16, room: usize) {
    let (y, dim) = (page.y, page.canvas.theme.dim());
    match behind {
        Behind::Nothing => {}
        Behind::Toward(share, style) if room >= BAR => {
            let bar = bar::toward(share, room.min(LONGEST), style, dim);
            page.canvas.bar(x, y, bar);
        }
        Behind::Count(count, longest, style) if room >= BAR => {
            let bar = bar::count(count, longest, room.min(LONGEST), style);
            page.canvas.bar(x, y, bar);
        }
        Behind::Toward(..) | Behind::Count(..) => {}
        Behind::Words(words) => {
            let told = |many: usize| words.iter().take(many).cloned().collect::<Vec<_>>().join("; ");
            let most = (1..=words.len()).rev().map(told).find(|told| width(told) <= room);
            // Where not even the first has room in a row, it goes on in the next.
            let rows = most.map_or_else(|| wrap(&told(1), room.max(1)), |one| vec![one]);
            let last = rows.len().saturating_sub(1);
            if usize::from(page.left()) <= last {
                page.hides = true;
                return;
            }
            for (row, text) in rows.into_iter().enumerate() {
                page.canvas.put(x, page.y, Span::raw(text));
                page.y += u16::from(row < last);
            }
        }
    }
}

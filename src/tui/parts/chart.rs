//! A chart with axes: months along the bottom, round ticks on whole rows, lines in braille dots.
//!
//! ratatui's own chart is not used: it takes floats, and money is none from the file to the screen; it
//! has no dashes, no names on lines, and its ticks stand at equal distances, not at the months' ends.
//!
//! It knows no programme and no language: names and ticks come worded. No legend either, since each
//! line carries its name. Whole numbers only, so that a line lies where its value is on any machine.

mod dots;
mod plot;
mod spot;

use crate::lang::glyphs::Glyphs;
use crate::lang::measure::width;
use dots::{Dots, steps};
use plot::Plot;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Columns and rows below which a chart says less than the table beside it.
const LEAST: (u16, u16) = (30, 5);

/// A month narrower than this is not made equal to the others: too much width would be lost.
const ROOMY: u16 = 4;

/// What the ticks' words must leave of the columns.
const LEAST_PLOT: u16 = 10;

/// More than anybody counts; ticks go no higher, so that their steps can be compared without overflow.
const HIGHEST: i128 = 10_i128.pow(30);

/// Everything that is drawn. `x` counts in the caller's unit from the left edge (say, days), and `y`
/// from zero at the bottom axis.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// Where ticks stand and what they say, as from [`round_ticks`]: from 0, equally far apart.
    pub ticks: Vec<(i128, String)>,
    /// The columns for the ticks' words, if more than they need; charts above each other align so.
    pub label_width: u16,
    /// The right edge.
    pub x_max: i64,
    /// The months from left to right.
    pub months: Vec<Month>,
    /// The lines; where two share a cell it takes the style of the one whose stroke says more.
    pub lines: Vec<Line>,
    /// Texts of their own beside a point; they find room before the names of lines do.
    pub notes: Vec<Note>,
    /// The style of axes, ticks and months.
    pub axis: Style,
    /// The style of the current month's name.
    pub current: Style,
    /// `*`, `-` and `.` in the place of dots, `|`, `+` and `-` in that of lines.
    pub glyphs: Glyphs,
}

/// A stretch of the bottom axis, beginning where the one before it ends.
#[derive(Clone, Debug)]
pub struct Month {
    /// Where it ends, and its tick `┴` stands.
    pub end: i64,
    /// Its name, centred below it.
    pub name: String,
    /// Whether it is the one that is set off.
    pub current: bool,
}

/// A line through points ordered by `x`; what lies outside the chart is cut off at its edge.
#[derive(Clone, Debug)]
pub struct Line {
    /// The points; two of the same `x` make a step.
    pub points: Vec<(i64, i128)>,
    /// What kind of line it is.
    pub stroke: Stroke,
    /// The style of its dots.
    pub style: Style,
    /// Its name, if it needs one.
    pub name: Option<Label>,
}

/// Kinds of lines, told apart without colour; the first says most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stroke {
    /// What happened: two dots thick.
    Happened,
    /// What would be: 4 dots on, 3 off.
    Would,
    /// What else would be: 1 on, 1 off.
    WouldOther,
    /// A plan: 1 of 3.
    Plan,
    /// A limit, level from edge to edge: 1 of 4, so that it is no plan.
    Limit,
}

/// A text that stands by a line at some `x`.
#[derive(Clone, Debug)]
pub struct Label {
    /// What it says, one line.
    pub text: String,
    /// Its style.
    pub style: Style,
    /// By which of the line's points it stands.
    pub x: i64,
    /// On which side, if there is room.
    pub place: Place,
}

/// A text that stands by a point.
#[derive(Clone, Debug)]
pub struct Note {
    /// The point's height; its `x` is the label's.
    pub y: i128,
    /// The text.
    pub label: Label,
}

/// Where a text is wanted. It goes elsewhere if dots or other texts are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One or two rows above.
    Above,
    /// One or two rows below.
    Below,
    /// Ending before it.
    Left,
    /// Beginning after it.
    Right,
    /// In the line itself, beginning one column after `x`: for level lines.
    Within,
}

/// Zero and further round ticks, at most so many (five read well), for a plot of so many rows.
///
/// Steps are 1, 2 or 5 × 10ⁿ, and a whole number of rows lies between two ticks, so that each stands
/// on a row. Of the possible steps it is the one that leaves the least room above `max`; the top tick
/// is below `max` where the plot goes on above it. See [`Chart::rows`].
pub fn round_ticks(max: i128, at_most: usize, rows: u16) -> Vec<i128> {
    let max = max.clamp(1, HIGHEST);
    let mut best = ((false, -1), 0, 0);
    let mut unit: i128 = 1;
    while unit <= max {
        for step in [1, 2, 5].map(|by| unit.saturating_mul(by)) {
            let each = rows_each(step, max, rows);
            let Some(ticks) = rows.checked_div(each).map(|n| n.saturating_add(1)) else {
                continue;
            };
            // What `max` takes of the height, in thousandths: first at least three ticks, then this.
            let height = step.saturating_mul(i128::from(rows));
            let used = max.saturating_mul(1_000 * i128::from(each)) / height.max(1);
            let merit = (ticks >= 3, used);
            if usize::from(ticks) <= at_most && merit > best.0 {
                best = (merit, step, ticks);
            }
        }
        unit = unit.saturating_mul(10);
    }
    let (_, step, ticks) = best;
    (0..i128::from(ticks)).map(|i| step.saturating_mul(i)).collect()
}

/// The most rows that can lie between two ticks if `max` is still to be in the plot.
fn rows_each(step: i128, max: i128, rows: u16) -> u16 {
    let each = step.saturating_mul(i128::from(rows)) / max.max(1);
    u16::try_from(each).map_or(rows, |each| each.min(rows))
}

impl Chart {
    /// The rows of the plot in an area of that height: one is the axis, one the months' names.
    pub fn rows(height: u16) -> u16 {
        height.saturating_sub(2)
    }

    /// Draws the chart; below 30 × 5 cells it draws nothing and says `false`.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) -> bool {
        let Some(plot) = self.plot(area.intersection(buf.area)) else {
            return false;
        };
        let mut dots = Dots::new(plot.width, plot.rows);
        for (index, line) in self.lines.iter().enumerate() {
            self.trace(line, index, &plot, &mut dots);
        }
        let labels = self.labels(&plot, &dots);
        self.draw_axes(&plot, buf);
        self.draw_dots(&plot, &dots, buf);
        for spot in labels {
            // Cells are emptied first: a label must not take over the style of the dots it covers.
            for x in spot.x..spot.x.saturating_add(spot.width) {
                if let Some(cell) = buf.cell_mut((plot.x + x, plot.y + spot.y)) {
                    cell.reset();
                }
            }
            put(buf, plot.x + spot.x, plot.y + spot.y, spot.text, spot.style);
        }
        true
    }

    /// Where the plot lies in the area, and how high a tick's step is in it.
    fn plot(&self, area: Rect) -> Option<Plot> {
        let words = self.ticks.iter().map(|(_, word)| cells(word)).max();
        let words = words.unwrap_or(0).max(self.label_width);
        let mut width = area.width.checked_sub(words.checked_add(1)?)?;
        if area.width < LEAST.0 || area.height < LEAST.1 || width < LEAST_PLOT {
            return None;
        }
        // Months of equal width look calmer than a few more columns.
        let months = u16::try_from(self.months.len()).unwrap_or(u16::MAX).max(1);
        if width / months >= ROOMY {
            width -= width % months;
        }
        let rows = Self::rows(area.height);
        let step = match self.ticks.as_slice() {
            [(first, _), (second, _), ..] => second.saturating_sub(*first).max(1),
            _ => 1,
        };
        let values = self.lines.iter().flat_map(|line| &line.points).map(|p| p.1);
        let max = values.chain(self.ticks.iter().map(|t| t.0)).max();
        let max = max.unwrap_or(1).max(1);
        // A step too low for the height would put the lines out of sight: the row takes them all.
        let (each, step) = match rows_each(step, max, rows) {
            0 => (1, max / i128::from(rows) + 1),
            each => (each, step),
        };
        Some(Plot { x: area.x + words + 1, y: area.y, width, rows, step, each, x_max: self.x_max.max(1) })
    }

    fn draw_axes(&self, plot: &Plot, buf: &mut Buffer) {
        let [side, tick, corner, end, floor] =
            if self.glyphs == Glyphs::Ascii { ["|", "+", "+", "-", "-"] } else { ["│", "┤", "└", "┴", "─"] };
        let bottom = plot.y + plot.rows;
        for y in plot.y..bottom {
            put(buf, plot.x - 1, y, side, self.axis);
        }
        put(buf, plot.x - 1, bottom, corner, self.axis);
        for (value, word) in &self.ticks {
            let Some(row) = plot.tick(*value) else {
                continue;
            };
            let x = plot.x - 1 - cells(word);
            put(buf, x, plot.y + row, word, self.axis);
            if row < plot.rows {
                put(buf, plot.x - 1, plot.y + row, tick, self.axis);
            }
        }
        for x in 0..plot.width {
            put(buf, plot.x + x, bottom, floor, self.axis);
        }
        for month in &self.months {
            if let Some(x) = plot.edge(month.end).checked_sub(1) {
                put(buf, plot.x + x, bottom, end, self.axis);
            }
        }
        self.draw_months(plot, buf);
    }

    /// The names, or every second, third … of them if they would touch; the current one always.
    fn draw_months(&self, plot: &Plot, buf: &mut Buffer) {
        let starts = std::iter::once(0).chain(self.months.iter().map(|m| plot.edge(m.end)));
        let places: Vec<(u16, u16)> = self
            .months
            .iter()
            .zip(starts)
            .map(|(month, start)| {
                let width = cells(&month.name).min(plot.width);
                let middle = start + plot.edge(month.end).saturating_sub(start).saturating_sub(width) / 2;
                (middle.min(plot.width - width), width)
            })
            .collect();
        let current = self.months.iter().position(|m| m.current).unwrap_or(0);
        let apart = |every: usize| {
            let shown: Vec<_> = places.iter().skip(current % every).step_by(every).collect();
            shown.windows(2).all(|two| match two {
                [(x, width), (next, _)] => x + width < *next,
                _ => true,
            })
        };
        let every = (1..=places.len()).find(|&every| apart(every)).unwrap_or(1);
        let named = self.months.iter().zip(&places);
        for (month, (x, _)) in named.skip(current % every).step_by(every) {
            let style = if month.current { self.current } else { self.axis };
            put(buf, plot.x + x, plot.y + plot.rows + 1, &month.name, style);
        }
    }

    /// Marks the dots of a line.
    fn trace(&self, line: &Line, index: usize, plot: &Plot, dots: &mut Dots) {
        let (on, of) = match line.stroke {
            Stroke::Happened => (1, 1),
            Stroke::Would => (4, 7),
            Stroke::WouldOther => (1, 2),
            Stroke::Plan => (1, 3),
            Stroke::Limit => (1, 4),
        };
        let mut walked = 0_u32;
        let mut from = None;
        for (x, y) in line.within(self.x_max.max(1)) {
            let to = (plot.dot_x(x), plot.dot_y(y));
            for (x, y) in steps(from.unwrap_or(to), to) {
                // The point where two stretches meet was walked with the first.
                if from == Some((x, y)) {
                    continue;
                }
                if walked % of < on {
                    dots.set(x, y, index);
                    if line.stroke == Stroke::Happened {
                        dots.set(x, y + 1, index);
                    }
                }
                walked = walked.wrapping_add(1);
            }
            from = Some(to);
        }
    }

    fn draw_dots(&self, plot: &Plot, dots: &Dots, buf: &mut Buffer) {
        for y in 0..plot.rows {
            for x in 0..plot.width {
                let Some((bits, lines)) = dots.at(x, y).filter(|cell| cell.0 > 0) else {
                    continue;
                };
                let here = self.lines.iter().enumerate();
                let here = here.filter(|(i, _)| lines & Dots::mark(*i) > 0);
                let Some(line) = here.map(|(_, line)| line).min_by_key(|line| line.stroke) else {
                    continue;
                };
                let braille = char::from_u32(0x2800 + u32::from(bits)).unwrap_or(' ');
                let dot = match line.stroke {
                    _ if self.glyphs.has_dots() => braille,
                    Stroke::Happened => '*',
                    Stroke::Would | Stroke::WouldOther => '-',
                    Stroke::Plan | Stroke::Limit => '.',
                };
                if let Some(cell) = buf.cell_mut((plot.x + x, plot.y + y)) {
                    cell.reset();
                    cell.set_char(dot).set_style(line.style);
                }
            }
        }
    }
}

impl Line {
    /// The line's height at `x`, between its points; nothing beyond them.
    pub fn at(&self, x: i64) -> Option<i128> {
        let mut pairs = self.points.windows(2).filter_map(|two| match two {
            [a, b] if (a.0..=b.0).contains(&x) => between(*a, *b, x),
            _ => None,
        });
        let only = self.points.first().filter(|point| point.0 == x);
        pairs.next().or(only.map(|point| point.1))
    }

    /// Its points within the chart, and where it crosses the chart's edges.
    fn within(&self, x_max: i64) -> Vec<(i64, i128)> {
        let edge = |x: i64| {
            let beyond = self.points.first().is_some_and(|p| p.0 < x) && self.points.last().is_some_and(|p| p.0 > x);
            let open = self.points.iter().all(|p| p.0 != x);
            (beyond && open).then(|| self.at(x).map(|y| (x, y))).flatten()
        };
        let inner = self.points.iter().copied().filter(|p| (0..=x_max).contains(&p.0));
        edge(0).into_iter().chain(inner).chain(edge(x_max)).collect()
    }
}

/// The height at `x` of the stretch from `a` to `b`.
fn between(a: (i64, i128), b: (i64, i128), x: i64) -> Option<i128> {
    let run = i128::from(b.0) - i128::from(a.0);
    if run == 0 {
        return Some(a.1);
    }
    let rise = b.1.checked_sub(a.1)?.checked_mul(i128::from(x) - i128::from(a.0))?;
    a.1.checked_add(rise / run)
}

/// The columns of a text.
fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// Writes a text from a cell on, if that is in the buffer; `set_string` would panic if not.
fn put(buf: &mut Buffer, x: u16, y: u16, text: &str, style: Style) {
    if buf.area.contains((x, y).into()) {
        buf.set_string(x, y, text, style);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

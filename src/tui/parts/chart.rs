//! A chart with axes: months along the bottom, round ticks on whole rows, lines in braille dots.
//!
//! ratatui's own chart is not used: it takes floats, and money is none from the file to the screen; it
//! has no dashes, no names on lines, and its ticks stand at equal distances, not at the months' ends.
//!
//! It knows no programme and no language: names and ticks come worded. No legend either, since each
//! line carries its name. Whole numbers only, so that a line lies where its value is on any machine.

use crate::lang::measure::width;
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
    pub ascii: bool,
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
            if self.ascii { ["|", "+", "+", "-", "-"] } else { ["│", "┤", "└", "┴", "─"] };
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
                    _ if !self.ascii => braille,
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

    /// The texts that find a place: notes first, then names, those of plans last.
    fn labels(&self, plot: &Plot, dots: &Dots) -> Vec<Spot<'_>> {
        let notes = self.notes.iter().map(|note| (None, Some(note.y), &note.label));
        let lines = self.lines.iter().enumerate();
        let mut names: Vec<_> = lines.filter_map(|(i, line)| Some((i, line, line.name.as_ref()?))).collect();
        names.sort_by_key(|(_, line, _)| line.stroke);
        let names = names.iter().map(|(i, line, label)| (Some(*i), line.at(label.x), *label));
        let mut spots: Vec<Spot> = Vec::new();
        for (line, y, label) in notes.chain(names) {
            let Some(y) = y else { continue };
            if let Some(spot) = self.spot(label, y, line, plot, dots, &spots) {
                spots.push(spot);
            }
        }
        spots
    }

    /// The first good place for a text: clear all round, then just clear, then anywhere else, and
    /// at last over dots, except for the name of a plan: that goes before it hides anything.
    fn spot<'a>(
        &self,
        label: &'a Label,
        y: i128,
        line: Option<usize>,
        plot: &Plot,
        dots: &Dots,
        taken: &[Spot],
    ) -> Option<Spot<'a>> {
        let width = cells(&label.text);
        let at = (plot.dot_x(label.x) / 2, plot.dot_y(y) / 4);
        let wanted = places(label.place, at, width);
        let others = [Place::Above, Place::Below, Place::Right, Place::Left];
        let others: Vec<_> = others.iter().flat_map(|place| places(*place, at, width)).collect();
        let own = match line {
            Some(line) if label.place == Place::Within => Dots::mark(line),
            _ => 0,
        };
        let stroke = line.and_then(|line| self.lines.get(line)).map(|line| line.stroke);
        let may_hide = !matches!(stroke, Some(Stroke::Plan | Stroke::Limit));
        let tries = [
            (&wanted, Some(1), own),
            (&wanted, Some(0), own),
            (&others, Some(1), 0),
            (&others, Some(0), 0),
            (&wanted, None, 0),
            (&others, None, 0),
        ];
        tries.into_iter().find_map(|(places, margin, own)| {
            let free = |&&(x, y): &&(i32, i32)| {
                let right = x + i32::from(width);
                let inside = x >= 0 && y >= 0 && right <= i32::from(plot.width) && y < i32::from(plot.rows);
                let alone = taken.iter().all(|spot| {
                    let (left, end) = (i32::from(spot.x), i32::from(spot.x) + i32::from(spot.width));
                    i32::from(spot.y) != y || right < left || end < x
                });
                let clear = match margin {
                    Some(margin) => (x - margin..right + margin).all(|x| dots.free(x, y, own)),
                    None => may_hide,
                };
                inside && alone && clear
            };
            let (x, y) = places.iter().find(free)?;
            Some(Spot {
                x: u16::try_from(*x).ok()?,
                y: u16::try_from(*y).ok()?,
                width,
                text: &label.text,
                style: label.style,
            })
        })
    }
}

/// Where a text of that width can begin to stand at that place of a cell, the best first.
fn places(place: Place, (x, y): (i32, i32), width: u16) -> Vec<(i32, i32)> {
    let width = i32::from(width);
    let centred = [x - (width - 1) / 2, x - width + 1, x];
    let beside = [(2, y), (3, y), (2, y - 1), (2, y + 1)];
    match place {
        Place::Above => [y - 1, y - 2].iter().flat_map(|y| centred.map(|x| (x, *y))).collect(),
        Place::Below => [y + 1, y + 2].iter().flat_map(|y| centred.map(|x| (x, *y))).collect(),
        Place::Left => beside.map(|(by, y)| (x - by + 1 - width, y)).to_vec(),
        Place::Right => beside.map(|(by, y)| (x + by, y)).to_vec(),
        Place::Within => vec![(x + 1, y)],
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

/// The plot inside the axes, in cells of the buffer, and its scales.
struct Plot {
    x: u16,
    y: u16,
    width: u16,
    rows: u16,
    /// The value from one tick to the next, and the rows that it takes.
    step: i128,
    each: u16,
    x_max: i64,
}

impl Plot {
    /// The number of cells left of `x`.
    fn edge(&self, x: i64) -> u16 {
        u16::try_from(self.across(x, self.width)).unwrap_or(self.width)
    }

    /// The column of dots of `x`: the end of a month lies in the cell of its tick.
    fn dot_x(&self, x: i64) -> i32 {
        let dots = self.across(x, self.width.saturating_mul(2));
        i32::try_from(dots).unwrap_or(i32::MAX).saturating_sub(1).max(0)
    }

    /// `x` in so many units, to the nearest one, and kept within the plot.
    fn across(&self, x: i64, units: u16) -> i128 {
        let of = i128::from(self.x_max);
        let x = i128::from(x).clamp(0, of);
        (2 * x * i128::from(units) + of) / (2 * of)
    }

    /// The row of dots of a value. A tick is on the top dots of its row, zero just below the last.
    fn dot_y(&self, value: i128) -> i32 {
        let last = i32::from(self.rows) * 4 - 1;
        let units = 4 * i128::from(self.each);
        let value = value.max(0);
        let up = match value.checked_mul(2 * units).and_then(|v| v.checked_add(self.step)) {
            Some(twice) => twice / self.step.saturating_mul(2),
            None => (value / self.step).saturating_mul(units),
        };
        let up = i32::try_from(up).unwrap_or(i32::MAX);
        (last + 1).saturating_sub(up).clamp(0, last)
    }

    /// The row of a tick, which may be the axis; nothing if it is no tick of this scale.
    fn tick(&self, value: i128) -> Option<u16> {
        let up = value.checked_mul(i128::from(self.each))?;
        let up = (up % self.step == 0).then_some(up / self.step)?;
        self.rows.checked_sub(u16::try_from(up).ok()?)
    }
}

/// A label that found its place, in cells of the plot.
struct Spot<'a> {
    x: u16,
    y: u16,
    width: u16,
    text: &'a str,
    style: Style,
}

/// The dots of each cell of the plot, and the lines they belong to.
struct Dots {
    width: u16,
    cells: Vec<(u8, u32)>,
}

impl Dots {
    fn new(width: u16, rows: u16) -> Self {
        let cells = vec![(0, 0); usize::from(width) * usize::from(rows)];
        Self { width, cells }
    }

    /// The bit of a line; nobody reads a chart of more than 32, so the rest share the last.
    fn mark(line: usize) -> u32 {
        1 << line.min(31)
    }

    fn index(&self, x: u16, y: u16) -> Option<usize> {
        (x < self.width).then(|| usize::from(y) * usize::from(self.width) + usize::from(x))
    }

    fn at(&self, x: u16, y: u16) -> Option<(u8, u32)> {
        self.cells.get(self.index(x, y)?).copied()
    }

    /// Whether no other line than those in `own` is in the cell; outside the plot none is.
    fn free(&self, x: i32, y: i32, own: u32) -> bool {
        let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else {
            return true;
        };
        self.at(x, y).is_none_or(|(_, lines)| lines & !own == 0)
    }

    fn set(&mut self, x: i32, y: i32, line: usize) {
        // Braille numbers its dots down the left side, then the right, with the lowest two last.
        const BITS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
        let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else {
            return;
        };
        let bit = BITS.get(usize::from(y % 4)).and_then(|row| row.get(usize::from(x % 2)));
        let index = self.index(x / 2, y / 4);
        if let (Some(bit), Some(cell)) = (bit, index.and_then(|i| self.cells.get_mut(i))) {
            cell.0 |= bit;
            cell.1 |= Self::mark(line);
        }
    }
}

/// The dots from one to another, both included, without a gap.
fn steps(from: (i32, i32), to: (i32, i32)) -> impl Iterator<Item = (i32, i32)> {
    let (run, rise) = (i64::from(to.0) - i64::from(from.0), i64::from(to.1) - i64::from(from.1));
    let count = run.abs().max(rise.abs());
    let part = move |start: i32, length: i64, step: i64| {
        let moved = (2 * length * step + count).div_euclid((2 * count).max(1));
        i32::try_from(i64::from(start) + moved).unwrap_or(start)
    };
    (0..=count).map(move |step| (part(from.0, run, step), part(from.1, rise, step)))
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
mod tests {
    use super::*;
    use ratatui::style::Modifier;

    const PLAIN: Style = Style::new();
    const ENDS: [i64; 10] = [31, 61, 92, 122, 153, 184, 214, 245, 275, 306];

    fn months(names: &str) -> Vec<Month> {
        let names = names.split(' ').enumerate();
        let months = names.map(|(i, name)| Month { end: ENDS[i], name: name.into(), current: i == 5 });
        months.collect()
    }

    fn label(text: &str, x: i64, place: Place) -> Label {
        Label { text: text.into(), style: PLAIN, x, place }
    }

    fn line(stroke: Stroke, points: &[(i64, i128)], name: Option<Label>) -> Line {
        Line { points: points.to_vec(), stroke, style: PLAIN, name }
    }

    fn worded(ticks: Vec<i128>, word: impl Fn(i128) -> String) -> Vec<(i128, String)> {
        ticks.into_iter().map(|tick| (tick, word(tick))).collect()
    }

    fn enrollment(height: u16) -> Chart {
        let totals = [8_104, 10_420, 12_132, 13_073, 13_975, 14_929];
        let happened: Vec<_> = std::iter::once((0, 0)).chain(ENDS.into_iter().zip(totals)).collect();
        let plan = [8_000, 10_500, 12_500, 14_500, 16_500, 18_000, 19_336];
        let plan: Vec<_> = std::iter::once((0, 0)).chain(ENDS.into_iter().zip(plan)).collect();
        let ticks = round_ticks(19_336, 5, Chart::rows(height));
        Chart {
            ticks: worded(ticks, |t| match t {
                0 => "0".into(),
                t => format!("{},000", t / 1_000),
            }),
            x_max: 306,
            months: months("Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
            lines: vec![
                line(Stroke::Limit, &[(0, 19_336), (306, 19_336)], Some(label("target", 0, Place::Within))),
                line(Stroke::Plan, &plan, Some(label("plan", 135, Place::Left))),
                line(Stroke::Happened, &happened, None),
                line(Stroke::Would, &[(184, 14_212), (306, 19_336)], Some(label("needed", 262, Place::Below))),
            ],
            notes: vec![Note { y: 14_929, label: label("14,929", 184, Place::Below) }],
            ..Chart::default()
        }
    }

    fn budget(height: u16) -> Chart {
        let ticks = round_ticks(2_200_000_000, 5, Chart::rows(height));
        let left = 1_021_379_200;
        Chart {
            ticks: worded(ticks, |t| match t {
                0 => "0".into(),
                t => format!("{}.{}", t / 1_000_000_000, t / 100_000_000 % 10),
            }),
            x_max: 306,
            months: months("Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
            lines: vec![
                line(Stroke::Happened, &[(0, 2_200_000_000), (184, left)], None),
                line(Stroke::Would, &[(184, left), (306, 66_332_800)], Some(label("active", 265, Place::Above))),
                line(Stroke::WouldOther, &[(184, left), (279, 0)], Some(label("target", 240, Place::Left))),
            ],
            notes: vec![Note { y: left, label: label("1.02", 184, Place::Right) }],
            ..Chart::default()
        }
    }

    fn drawn(chart: &Chart, width: u16, height: u16) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        assert!(chart.draw(buf.area, &mut buf));
        rows(&buf)
    }

    fn rows(buf: &Buffer) -> Vec<String> {
        let cells: Vec<&str> = buf.content.iter().map(|cell| cell.symbol()).collect();
        let rows = cells.chunks(usize::from(buf.area.width));
        rows.map(|row| row.concat().trim_end().to_owned()).collect()
    }

    #[test]
    fn the_chart_of_enrollment_is_the_drawn_one() {
        let rows = drawn(&enrollment(10), 47, 10);
        assert_eq!(
            rows,
            [
                "20,000┤⠂target ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂⡀⢂ ⠆⠐⠂ ⠂ ⠂ ⠂⣀⠂⠠⠦⠂",
                "      │            plan  ⢀ ⠄⠐     ⣀⣀ ⠠⠒⠂ ⠉",
                "15,000┤            ⢀ ⠄⣐⣀⣁⣤⣤⣤⠶⠶⠛⠒⠁     needed",
                "      │       ⢀⣀⣤⣤⠷⠶⠛⠛⠉⠉⠉   14,929",
                "10,000┤   ⢀⣠⡴⠞⠋⠉",
                "      │  ⢠⠏⠁",
                " 5,000┤ ⣠⠏",
                "      │⣰⠃",
                "     0└───┴───┴───┴───┴───┴───┴───┴───┴───┴───┴",
                "       Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            ]
        );
    }

    #[test]
    fn the_axes_of_the_budget_are_the_drawn_ones() {
        let rows = drawn(&budget(9), 46, 9);
        let starts: Vec<String> = rows.iter().map(|row| row.chars().take(5).collect()).collect();
        let axis = ["   │⣤", "2.0┤", "   │", "   │", "1.0┤", "   │", "   │", "  0└─", "    M"];
        for (row, start) in starts.iter().zip(axis) {
            assert!(row.starts_with(start), "{row} is not {start}");
        }
        assert!(rows[3].ends_with(" 1.02"));
        assert!(rows[4].ends_with(" active"));
    }

    #[test]
    fn without_braille_each_kind_of_line_keeps_its_sign() {
        let rows = drawn(&Chart { ascii: true, ..enrollment(10) }, 47, 10);
        assert_eq!(rows[0], "20,000+.target . . . . . . . ... ... . . .-.---");
        assert_eq!(rows[2], "15,000+            . .*********--     needed");
        assert_eq!(rows[7], "      |**");
        assert_eq!(rows[8], format!("     0+{}", "-".repeat(40)));
        assert!(rows.concat().is_ascii());
    }

    #[test]
    fn ticks_are_round_and_stand_on_rows() {
        assert_eq!(round_ticks(19_336, 5, 8), [0, 5_000, 10_000, 15_000, 20_000]);
        assert_eq!(round_ticks(19_336, 5, 12), [0, 5_000, 10_000, 15_000, 20_000]);
        assert_eq!(round_ticks(22, 5, 7), [0, 10, 20]);
        assert_eq!(round_ticks(22, 5, 14), [0, 5, 10, 15, 20]);
        assert_eq!(round_ticks(0, 5, 8), [0, 1]);
        for rows in 3..40 {
            for max in (1..300).chain([4_999, 5_001, 99_999, i128::MAX / 2, i128::MAX]) {
                let ticks = round_ticks(max, 5, rows);
                assert!((2..=5).contains(&ticks.len()), "{max} in {rows}: {ticks:?}");
                assert_eq!(ticks[0], 0);
            }
        }
        assert_eq!(round_ticks(5, 5, 0), []);
        assert_eq!(round_ticks(5, 0, 5), []);
        assert_eq!(round_ticks(i128::MIN, 5, 5), [0, 1]);
    }

    #[test]
    fn every_tick_of_a_plot_is_drawn_and_the_highest_value_is_in_it() {
        for height in 5..40 {
            for max in [1, 3, 7, 11, 44, 101, 999, 19_336] {
                let ticks = round_ticks(max, 5, Chart::rows(height));
                let chart = Chart {
                    ticks: worded(ticks.clone(), |t| format!("{t}!")),
                    x_max: 9,
                    lines: vec![line(Stroke::Plan, &[(9, max)], None)],
                    ..Chart::default()
                };
                let rows = drawn(&chart, 40, height).join("\n");
                for tick in &ticks {
                    assert!(rows.contains(&format!("{tick}!")), "{tick} of {max} in {height}\n{rows}");
                }
                let up = chart.plot(Rect::new(0, 0, 40, height)).unwrap();
                let free = i128::from(up.rows) * up.step - max * i128::from(up.each);
                assert!(free >= 0, "{max} is above the plot of {height}");
            }
        }
    }

    #[test]
    fn a_chart_too_small_to_read_is_not_drawn() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, 20));
        let blank = buf.clone();
        for (width, height) in [(29, 5), (30, 4), (0, 0), (29, 20), (80, 0)] {
            assert!(!enrollment(10).draw(Rect::new(0, 0, width, height), &mut buf));
            assert!(!enrollment(10).draw(Rect::new(60, 16, width, height), &mut buf));
        }
        let wide = Chart { label_width: 71, ..enrollment(10) };
        assert!(!wide.draw(blank.area, &mut buf));
        assert_eq!(buf, blank);
        assert!(enrollment(5).draw(Rect::new(0, 0, 30, 5), &mut buf));
    }

    #[test]
    fn where_names_collide_the_plans_goes() {
        let level = |stroke, name| line(stroke, &[(0, 50), (100, 50)], Some(label(name, 99, Place::Left)));
        let chart = Chart {
            ticks: worded(vec![0, 100], |t| t.to_string()),
            x_max: 100,
            lines: vec![level(Stroke::Plan, "the long name of a plan"), level(Stroke::Would, "what would be")],
            ..Chart::default()
        };
        let rows = drawn(&chart, 30, 5).join("\n");
        assert!(rows.contains("what would be"), "{rows}");
        let crowded = Chart { notes: vec![], ..chart.clone() };
        let text = "x".repeat(26);
        let notes = ["Above", "Within", "Below"].map(|_| Note { y: 50, label: label(&text, 50, Place::Above) });
        let crowded = Chart { notes: notes.into(), ..crowded };
        let rows = drawn(&crowded, 30, 5).join("\n");
        assert!(!rows.contains("plan"), "{rows}");
        assert!(rows.contains(&text), "{rows}");
    }

    #[test]
    fn a_label_has_its_own_style_where_it_covers_dots() {
        let mut chart = enrollment(10);
        chart.lines[0].style = Style::new().add_modifier(Modifier::DIM);
        let mut buf = Buffer::empty(Rect::new(0, 0, 47, 10));
        chart.draw(buf.area, &mut buf);
        assert_eq!(buf[(7, 0)].modifier, Modifier::DIM);
        assert_eq!(buf[(8, 0)].modifier, Modifier::empty());
    }

    #[test]
    fn names_of_narrow_months_thin_out_but_the_current_one_stays() {
        let mut chart = enrollment(10);
        chart.current = Style::new().add_modifier(Modifier::BOLD);
        for width in 30..47 {
            let rows = drawn(&chart, width, 10);
            let names: Vec<&str> = rows[9].split_whitespace().collect();
            assert!(names.contains(&"Aug"), "{width}: {names:?}");
            assert!(names.iter().all(|name| name.len() == 3), "{width}: {names:?}");
        }
        assert_eq!(drawn(&chart, 36, 10)[9].trim(), "Apr   Jun   Aug  Oct   Dec");
    }

    #[test]
    fn no_size_and_no_value_stops_it() {
        let far = [i128::MIN, -1, 0, 1, i128::MAX];
        for base in [enrollment(10), budget(9), Chart::default()] {
            for (width, height) in (0..50).flat_map(|w| (0..9).map(move |h| (w, h))) {
                let mut buf = Buffer::empty(Rect::new(3, 2, width, height));
                base.draw(buf.area, &mut buf);
                base.draw(Rect::new(0, 0, u16::MAX, u16::MAX), &mut buf);
            }
            for (low, high) in far.iter().flat_map(|a| far.map(|b| (*a, b))) {
                for x in [i64::MIN, 0, i64::MAX] {
                    let mut chart = base.clone();
                    chart.x_max = x;
                    chart.ticks.push((high, "high".into()));
                    chart.ticks.insert(0, (low, "low".into()));
                    let name = Some(label("name", x, Place::Within));
                    let points = [(i64::MIN, low), (x, high), (i64::MAX, low)];
                    chart.lines.push(line(Stroke::Happened, &points, name));
                    chart.notes.push(Note { y: high, label: label("", x, Place::Below) });
                    drawn(&chart, 40, 9);
                }
            }
        }
    }
}

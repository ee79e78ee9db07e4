//! Where the names of lines and the notes find a place.

use super::dots::Dots;
use super::plot::Plot;
use super::{Chart, Label, Place, Stroke, cells};
use ratatui::style::Style;

/// A label that found its place, in cells of the plot.
pub(super) struct Spot<'a> {
    pub(super) x: u16,
    pub(super) y: u16,
    pub(super) width: u16,
    pub(super) text: &'a str,
    pub(super) style: Style,
}

impl Chart {
    /// The texts that find a place: notes first, then names, those of plans last.
    pub(super) fn labels(&self, plot: &Plot, dots: &Dots) -> Vec<Spot<'_>> {
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

    /// The first good place for a text: clear all round, then just clear, then anywhere else, for a name along the
    /// whole of its line; at last over dots, except for the name of a plan: that goes before it hides anything.
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
        let along = self.along(label, line, plot, width);
        let tries = [
            (&wanted, Some(1), own),
            (&wanted, Some(0), own),
            (&others, Some(1), 0),
            (&others, Some(0), 0),
            (&along, Some(1), 0),
            (&along, Some(0), 0),
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

    /// Where else along its line a name can stand, the nearest first.
    fn along(&self, label: &Label, line: Option<usize>, plot: &Plot, width: u16) -> Vec<(i32, i32)> {
        const STEPS: i64 = 40;
        let Some(line) = line.and_then(|line| self.lines.get(line)) else { return Vec::new() };
        let each = (plot.x_max / STEPS).max(1);
        let offsets = (1..=STEPS).flat_map(|step| [-step * each, step * each]);
        let points = offsets.filter_map(|offset| {
            let x = label.x.checked_add(offset).filter(|x| (0..=plot.x_max).contains(x))?;
            Some((plot.dot_x(x) / 2, plot.dot_y(line.at(x)?) / 4))
        });
        let sides = [label.place, Place::Above, Place::Below, Place::Right, Place::Left];
        let sides = sides.into_iter().filter(|place| *place != Place::Within);
        points.flat_map(|at| sides.clone().flat_map(move |place| places(place, at, width))).collect()
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

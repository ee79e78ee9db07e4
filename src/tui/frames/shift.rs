//! Rows that moved, so that the terminal can move them too.

use ratatui::buffer::{Buffer, Cell};
use std::cmp::Reverse;

/// A row whose beginning came from elsewhere counts as moved if that is this part of its width at least.
const PART: usize = 4;

/// The rows from `top` to `bottom` go up or down, and blank rows come in at the other side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shift {
    /// The first row.
    pub top: u16,
    /// The last row.
    pub bottom: u16,
    /// By so many rows, fewer than there are.
    pub by: u16,
    /// Whether they go up.
    pub up: bool,
}

impl Shift {
    /// What a screen shows after it.
    pub fn of(self, shown: &Buffer) -> Buffer {
        let mut moved = shown.clone();
        let row = usize::from(shown.area.width);
        let (start, end) = (row * usize::from(self.top), row * (usize::from(self.bottom) + 1));
        let by = row * usize::from(self.by);
        if let Some(region) = moved.content.get_mut(start..end).filter(|region| by <= region.len()) {
            let bare = match self.up {
                true => {
                    region.rotate_left(by);
                    region.len() - by..region.len()
                }
                false => {
                    region.rotate_right(by);
                    0..by
                }
            };
            region.get_mut(bare).into_iter().flatten().for_each(Cell::reset);
        }
        moved
    }
}

/// The shifts worth a trial: those by the distance that most changed rows went, of all rows that went so far and of the
/// longest unbroken run of them. Rows count when they are whole the same, or when so much of their beginning came from
/// there: a panel beside the list stays, and is written again where the terminal moved it too. Rows that moved and
/// changed early are rewritten anyway.
///
/// The first row of the screen never goes up: a terminal without a screen of its own for us keeps what leaves there in
/// its history, and it holds people's names.
pub fn candidates(shown: &Buffer, wanted: &Buffer) -> Vec<Shift> {
    let width = usize::from(shown.area.width).max(1);
    let before: Vec<&[Cell]> = shown.content.chunks(width).collect();
    let changed: Vec<(usize, &[Cell])> = (wanted.content.chunks(width).enumerate())
        .filter(|(y, row)| before.get(*y) != Some(row) && row.iter().any(|cell| *cell != Cell::EMPTY))
        .collect();
    let came = |by: usize, up: bool| -> Vec<usize> {
        let from = |y: usize| if up { Some(y + by) } else { y.checked_sub(by) };
        let same = |(y, row): &&(usize, &[Cell])| {
            let (Some(source), Some(stood)) = (from(*y).and_then(|from| before.get(from)), before.get(*y)) else {
                return false;
            };
            let came = alike(source, row);
            came == width || came >= alike(stood, row) + width / PART
        };
        changed.iter().filter(same).map(|(y, _)| *y).collect()
    };
    let distances = (1..before.len()).flat_map(|by| [(by, true), (by, false)]);
    let most = distances.map(|(by, up)| (by, up, came(by, up))).max_by_key(|(by, _, rows)| (rows.len(), Reverse(*by)));
    let Some((by, up, rows)) = most else { return Vec::new() };
    let run = rows.chunk_by(|one, next| one + 1 == *next).max_by_key(|run| run.len());
    let shift = |rows: &[usize]| {
        let (first, last) = (*rows.first()?, *rows.last()?);
        let (top, bottom) = if up { (first, last + by) } else { (first - by, last) };
        let number = |number: usize| u16::try_from(number).ok();
        if up && top == 0 {
            return None;
        }
        Some(Shift { top: number(top)?, bottom: number(bottom)?, by: number(by)?, up })
    };
    let mut shifts: Vec<Shift> = [shift(&rows), run.and_then(shift)].into_iter().flatten().collect();
    shifts.dedup();
    shifts
}

/// How many cells are the same from the first on.
fn alike(one: &[Cell], other: &[Cell]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_and_the_rows_of_a_moved_list_are_found() {
        let shown = Buffer::with_lines(["head", "a", "b", "c", "d", "foot"]);
        let wanted = Buffer::with_lines(["head", "b", "c", "d", "e", "foot"]);
        let up = Shift { top: 1, bottom: 4, by: 1, up: true };
        assert_eq!(candidates(&shown, &wanted), [up]);
        assert_eq!(up.of(&shown), Buffer::with_lines(["head", "b", "c", "d", "", "foot"]));
        let down = Shift { up: false, ..up };
        assert_eq!(candidates(&wanted, &shown), [down]);
        assert_eq!(down.of(&wanted), Buffer::with_lines(["head", "", "b", "c", "d", "foot"]));
    }

    #[test]
    fn a_list_is_found_to_move_beside_a_panel_that_stays() {
        let shown = Buffer::with_lines(["head", "abcd | x", "efgh | y", "ijkl | z", "foot"]);
        let wanted = Buffer::with_lines(["head", "efgh | x", "ijkl | y", "mnop | z", "foot"]);
        assert_eq!(candidates(&shown, &wanted), [Shift { top: 1, bottom: 3, by: 1, up: true }]);
    }

    #[test]
    fn blank_rows_and_rows_that_stay_move_nothing() {
        let shown = Buffer::with_lines(["x", "", "", "y"]);
        assert_eq!(candidates(&shown, &Buffer::with_lines(["", "", "", "y"])), []);
    }
}

//! The dots of the lines, eight in a cell.

/// The dots of each cell of the plot, and the lines they belong to.
pub(super) struct Dots {
    pub(super) width: u16,
    pub(super) cells: Vec<(u8, u32)>,
}

impl Dots {
    pub(super) fn new(width: u16, rows: u16) -> Self {
        let cells = vec![(0, 0); usize::from(width) * usize::from(rows)];
        Self { width, cells }
    }

    /// The bit of a line; nobody reads a chart of more than 32, so the rest share the last.
    pub(super) fn mark(line: usize) -> u32 {
        1 << line.min(31)
    }

    pub(super) fn index(&self, x: u16, y: u16) -> Option<usize> {
        (x < self.width).then(|| usize::from(y) * usize::from(self.width) + usize::from(x))
    }

    pub(super) fn at(&self, x: u16, y: u16) -> Option<(u8, u32)> {
        self.cells.get(self.index(x, y)?).copied()
    }

    /// Whether no other line than those in `own` is in the cell; outside the plot none is.
    pub(super) fn free(&self, x: i32, y: i32, own: u32) -> bool {
        let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else {
            return true;
        };
        self.at(x, y).is_none_or(|(_, lines)| lines & !own == 0)
    }

    pub(super) fn set(&mut self, x: i32, y: i32, line: usize) {
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
pub(super) fn steps(from: (i32, i32), to: (i32, i32)) -> impl Iterator<Item = (i32, i32)> {
    let (run, rise) = (i64::from(to.0) - i64::from(from.0), i64::from(to.1) - i64::from(from.1));
    let count = run.abs().max(rise.abs());
    let part = move |start: i32, length: i64, step: i64| {
        let moved = (2 * length * step + count).div_euclid((2 * count).max(1));
        i32::try_from(i64::from(start) + moved).unwrap_or(start)
    };
    (0..=count).map(move |step| (part(from.0, run, step), part(from.1, rise, step)))
}

//! The hand that writes: where the terminal's cursor is, what it draws with, and the cheapest way to the next cell.

use super::pen::Pen;
use super::shift::Shift;
use ratatui::buffer::Cell;
use std::io::Write;

/// The symbol of the second half of a wide character.
pub const HALF: &str = "";

/// So many cells that need no change are tried again rather than jumped over: a jump is never longer than this.
const SHORT: usize = 12;

/// How sure it is where the cursor is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sure {
    /// Only ASCII was written since it was placed.
    Yes,
    /// What was written takes as many columns as is thought on any usual terminal (`●` takes two where the terminal is
    /// set up for Chinese); the next cell may follow, but no motion is counted from here.
    Likely,
    /// Terminals differ on what was written (clusters), or the edge was met: what a cursor there waits for is theirs.
    No,
}

/// Where the cursor is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    x: u16,
    y: u16,
    sure: Sure,
}

impl Place {
    /// The upper left corner.
    pub const HOME: Place = Place { x: 0, y: 0, sure: Sure::Yes };
}

/// See the module.
pub struct Hand {
    out: Vec<u8>,
    place: Place,
    pen: Pen,
    width: u16,
}

impl Hand {
    /// A hand at that place, with the plain pen.
    pub fn new(place: Place, width: u16) -> Hand {
        Hand { out: Vec::new(), place, pen: Pen::default(), width }
    }

    /// What was written, and where the cursor is then.
    pub fn done(self) -> (Vec<u8>, Place) {
        (self.out, self.place)
    }

    fn put(&mut self, bytes: &[u8]) {
        self.out.extend(bytes);
    }

    /// `CSI` with numbers.
    fn csi(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to memory does not fail.
        let _ = write!(self.out, "\x1b[{text}");
    }

    /// Takes over a terminal of which nothing is known.
    pub fn wipe(&mut self) {
        self.put(b"\x1b[m\x1b[r\x1b[H\x1b[2J");
        self.place = Place::HOME;
    }

    /// Shows or hides the cursor.
    pub fn point(&mut self, shown: bool) {
        self.put(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
    }

    /// Leaves the plain pen: what others write begins with it.
    pub fn rest(&mut self) {
        self.dip(Pen::default());
    }

    fn dip(&mut self, pen: Pen) {
        self.pen.change(pen, &mut self.out);
        self.pen = pen;
    }

    fn dip_for(&mut self, cell: &Cell) {
        if !self.pen.draws(cell) {
            self.dip(Pen::of(cell));
        }
    }

    /// Moves rows: a region, as many line feeds at its foot or reverse ones at its head, and no region. `CSI S` and
    /// `CSI T` would be three bytes less, and are unknown to the Linux console. No region outlives its frame: what a
    /// killed process leaves behind, a shell would scroll in.
    pub fn shift(&mut self, shift: Shift) {
        self.rest();
        let (top, bottom) = (shift.top + 1, shift.bottom + 1);
        self.csi(format_args!("{top};{bottom}r"));
        let edge = if shift.up { bottom } else { top };
        if edge > 1 {
            self.csi(format_args!("{edge}H"));
        }
        for _ in 0..shift.by {
            self.put(if shift.up { b"\n" } else { b"\x1bM" });
        }
        // To take the region back puts the cursor home; not every emulator knows that, and three bytes make sure of it.
        self.put(b"\x1b[r\x1b[H");
        self.place = Place::HOME;
    }

    /// Does one or the other, whichever takes fewer bytes.
    fn shorter(&mut self, one: impl FnOnce(&mut Hand), other: impl FnOnce(&mut Hand)) {
        let (start, place, pen) = (self.out.len(), self.place, self.pen);
        one(self);
        let first = (self.out.split_off(start), self.place, self.pen);
        (self.place, self.pen) = (place, pen);
        other(self);
        if first.0.len() <= self.out.len() - start {
            self.out.truncate(start);
            self.put(&first.0);
            (self.place, self.pen) = (first.1, first.2);
        }
    }

    /// Makes a row that shows some cells show others: cell by cell, or with its end erased first.
    pub fn row(&mut self, y: u16, shown: &[Cell], wanted: &[Cell]) {
        // It is the start of a character: no second half changes under the first.
        let from = shown.iter().zip(wanted).take_while(|(shown, wanted)| shown == wanted).count();
        let blank = Cell::default();
        let kept = shown.iter().take(from);
        let erased: Vec<Cell> = kept.chain(std::iter::repeat(&blank)).take(wanted.len()).cloned().collect();
        self.shorter(
            |hand| hand.cells(y, shown, wanted),
            |hand| {
                hand.go(from, y, wanted);
                hand.erase();
                hand.cells(y, &erased, wanted);
            },
        );
    }

    fn cells(&mut self, y: u16, shown: &[Cell], wanted: &[Cell]) {
        let end = wanted.iter().rposition(|cell| *cell != Cell::EMPTY).map_or(0, |last| last + 1);
        let mut at = 0;
        // Whether a cluster was written or overwritten: terminals differ on the columns that it takes, so that nothing
        // after it in this row is known.
        let mut spoiled = false;
        while let Some(cell) = wanted.get(at) {
            let after = at + 1 + usize::from(wanted.get(at + 1).is_some_and(|half| half.symbol() == HALF));
            if !spoiled && shown.get(at..after) == wanted.get(at..after) {
                at = after;
                continue;
            }
            if at >= end {
                let stale = shown.iter().rposition(|cell| *cell != Cell::EMPTY).filter(|_| !spoiled);
                let blanks = stale.map_or(wanted.len(), |last| last + 1).saturating_sub(at);
                self.shorter(
                    |hand| {
                        hand.reach(at, y, wanted);
                        hand.erase();
                    },
                    |hand| {
                        hand.reach(at, y, wanted);
                        wanted.iter().skip(at).take(blanks).for_each(|cell| hand.draw(cell));
                    },
                );
                return;
            }
            self.reach(at, y, wanted);
            wanted.iter().take(after).skip(at).for_each(|cell| self.draw(cell));
            spoiled = spoiled || is_cluster(cell) || shown.get(at).is_some_and(is_cluster);
            at = after;
        }
    }

    /// Blanks the rest of the row.
    fn erase(&mut self) {
        if !self.pen.erases() {
            self.rest();
        }
        self.put(b"\x1b[K");
    }

    /// Writes the cell at the cursor. The second half of a wide character was written with the first.
    fn draw(&mut self, cell: &Cell) {
        if cell.symbol() != HALF {
            self.dip_for(cell);
            self.put(cell.symbol().as_bytes());
        }
        self.place.x += 1;
        self.place.sure = match self.place.sure {
            _ if self.place.x >= self.width || is_cluster(cell) => Sure::No,
            Sure::Yes if !is_letter(cell) => Sure::Likely,
            sure => sure,
        };
    }

    /// Gets ready to write a cell: jumps there, or writes again what stands between.
    fn reach(&mut self, x: usize, y: u16, row: &[Cell]) {
        let from = usize::from(self.place.x);
        let between = row.get(from..x).unwrap_or_default();
        let near = self.place.y == y && self.place.sure != Sure::No && between.len() <= SHORT;
        if !near || between.is_empty() || between.iter().any(is_cluster) {
            return self.go(x, y, row);
        }
        let dip = |hand: &mut Hand| row.get(x).into_iter().for_each(|cell| hand.dip_for(cell));
        self.shorter(
            |hand| {
                hand.go(x, y, row);
                dip(hand);
            },
            |hand| {
                between.iter().for_each(|cell| hand.draw(cell));
                dip(hand);
            },
        );
    }

    /// Moves the cursor; `row` is what stands in that row to the left of where it goes.
    pub fn go(&mut self, x: usize, y: u16, row: &[Cell]) {
        let Place { x: from, y: above, sure } = self.place;
        let from = usize::from(from);
        if above == y && from == x && sure != Sure::No {
            return;
        }
        let (column, line) = (x + 1, y + 1);
        let mut ways = vec![match x {
            0 => format!("\x1b[{line}H"),
            _ => format!("\x1b[{line};{column}H"),
        }];
        // What is counted from a place that is not sure would move a number into another row or column.
        if sure == Sure::Yes && y >= above && y - above <= 4 {
            let down = "\n".repeat(usize::from(y - above));
            ways.push(format!("{down}{}", self.along(from, x, row)));
            ways.push(format!("\r{down}{}", self.along(0, x, row)));
        }
        if let Some(way) = ways.into_iter().min_by_key(String::len) {
            self.put(way.as_bytes());
        }
        // A column of a terminal is no wider than its number.
        self.place = Place { x: u16::try_from(x).unwrap_or(u16::MAX), y, sure: Sure::Yes };
    }

    /// From a sure column to another of the same row.
    fn along(&self, from: usize, to: usize, row: &[Cell]) -> String {
        let (left, right) = (from.saturating_sub(to), to.saturating_sub(from));
        let between = row.get(from..to).unwrap_or_default();
        let jump = match (left, right) {
            (0, 0) => return String::new(),
            (1, _) => "\x1b[D".to_owned(),
            (_, 0) => format!("\x1b[{left}D"),
            (_, 1) => "\x1b[C".to_owned(),
            _ => format!("\x1b[{right}C"),
        };
        let again =
            between.iter().all(|cell| is_letter(cell) && self.pen.draws(cell)) && (1..jump.len()).contains(&right);
        if again { between.iter().map(Cell::symbol).collect() } else { jump }
    }
}

/// One ASCII character: one column on every terminal.
fn is_letter(cell: &Cell) -> bool {
    matches!(cell.symbol().as_bytes(), [_])
}

/// Several characters that make one.
fn is_cluster(cell: &Cell) -> bool {
    cell.symbol().chars().nth(1).is_some()
}

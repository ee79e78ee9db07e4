//! CELLS TO BYTES: what the terminal shows is remembered, and only the cheapest difference is written.
//!
//! ratatui's own backend writes every changed cell in its place. On a line of 20 kB/s a list that moves by one row then
//! costs a whole page; here the rows that moved are moved by the terminal, and a style is named only where it changes.
//! Nothing is clever about what is cheapest: each way that could be is tried, and the shortest bytes are taken.

pub mod pen;
pub mod shift;
pub mod hand;
pub mod throttle;

use hand::{Hand, Place};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use shift::Shift;

/// A frame of more bytes than this is bracketed, so that the terminal shows it all at once (DEC mode 2026). A smaller
/// one fits in one packet of the slowest usual line, and the sixteen bytes would be a tenth of a moved cursor.
const TORN: usize = 1_024;
const HOLD: &[u8] = b"\x1b[?2026h";
const RELEASE: &[u8] = b"\x1b[?2026l";

/// The terminal as it is after what was written.
pub struct Frames {
    shown: Buffer,
    /// Whether the terminal shows that and nothing else.
    known: bool,
    place: Place,
    /// Whether the hardware cursor is seen.
    pointed: bool,
    regions: bool,
    wanted: Buffer,
    bytes: Vec<u8>,
}

impl Frames {
    /// A terminal of which nothing is known but that its cursor is hidden; `regions` says whether it moves rows when it
    /// is told to.
    pub fn new(regions: bool) -> Frames {
        Frames {
            shown: Buffer::empty(Rect::ZERO),
            known: false,
            place: Place::HOME,
            pointed: false,
            regions,
            wanted: Buffer::empty(Rect::ZERO),
            bytes: Vec::new(),
        }
    }

    /// What the terminal shows is not known any more: the next frame wipes it and is written whole.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// The bytes that make the terminal show what `draw` draws, with its hardware cursor where `draw` says.
    pub fn draw(&mut self, area: Rect, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> &[u8] {
        self.wanted.resize(area);
        self.wanted.reset();
        let cursor = draw(&mut self.wanted).filter(|cursor| area.contains(*cursor));
        settle(&mut self.wanted);
        if area != self.shown.area {
            self.known = false;
        }
        if !self.known {
            self.shown.resize(area);
            self.shown.reset();
        }
        let (mut bytes, mut place) = self.attempt(None, false, cursor);
        if self.known && self.shown.content != self.wanted.content {
            let shifts = if self.regions { shift::candidates(&self.shown, &self.wanted) } else { Vec::new() };
            let shifts = shifts.into_iter().map(Some);
            for (shift, pointed_last) in
                [(None, true)].into_iter().chain(shifts.flat_map(|it| [(it, false), (it, true)]))
            {
                let other = self.attempt(shift, pointed_last, cursor);
                if other.0.len() < bytes.len() {
                    (bytes, place) = other;
                }
            }
        }
        self.bytes = bytes;
        if self.bytes.len() > TORN {
            self.bytes.splice(..0, HOLD.iter().copied());
            self.bytes.extend(RELEASE);
        }
        (self.place, self.pointed, self.known) = (place, cursor.is_some(), true);
        std::mem::swap(&mut self.shown, &mut self.wanted);
        &self.bytes
    }

    /// One way to write the frame: whether rows are moved first, and whether the row of the cursor is written last.
    fn attempt(&self, shift: Option<Shift>, pointed_last: bool, cursor: Option<Position>) -> (Vec<u8>, Place) {
        let width = usize::from(self.wanted.area.width).max(1);
        let mut hand = Hand::new(self.place, self.wanted.area.width);
        if !self.known {
            hand.wipe();
        }
        if self.pointed && cursor.is_none() {
            hand.point(false);
        }
        let moved = shift.map(|shift| {
            hand.shift(shift);
            shift.of(&self.shown)
        });
        let shown = moved.as_ref().unwrap_or(&self.shown);
        let mut rows: Vec<_> = (0..).zip(shown.content.chunks(width).zip(self.wanted.content.chunks(width))).collect();
        if let Some(cursor) = cursor.filter(|_| pointed_last)
            && rows.len() > usize::from(cursor.y)
        {
            let row = rows.remove(usize::from(cursor.y));
            rows.push(row);
        }
        for (y, (shown, wanted)) in rows {
            if shown != wanted {
                hand.row(y, shown, wanted);
            }
        }
        if let Some(Position { x, y }) = cursor {
            let row = self.wanted.content.chunks(width).nth(usize::from(y)).unwrap_or_default();
            hand.go(usize::from(x), y, row);
        }
        hand.rest();
        if !self.pointed && cursor.is_some() {
            hand.point(true);
        }
        hand.done()
    }
}

/// Makes cells that look the same the same: a blank without colours has no style, the second half of a wide character
/// is [`hand::HALF`], what fits nowhere is a blank, and what a terminal would obey is not written, whoever put it there.
fn settle(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let mut place = 0;
        while let Some((cell, rest)) = row.get_mut(place..).and_then(<[Cell]>::split_first_mut) {
            place += 1;
            if let [byte] = cell.symbol().as_bytes()
                && (b' '..0x7f).contains(byte)
            {
                settle_blank(cell);
                continue;
            }
            if cell.symbol().chars().any(char::is_control) {
                cell.set_symbol("\u{fffd}");
            }
            match (cell.cell_width(), rest.first_mut()) {
                (1, _) => {}
                (2, Some(half)) => {
                    *half = cell.clone();
                    half.set_symbol(hand::HALF);
                    place += 1;
                }
                _ => {
                    cell.set_symbol(" ");
                }
            }
            settle_blank(cell);
        }
    }
}

fn settle_blank(cell: &mut Cell) {
    if cell.symbol() == " " && !cell.modifier.intersects(pen::SEEN_ON_BLANK) {
        let bg = cell.bg;
        cell.reset();
        cell.set_bg(bg);
    }
}

/// Whether a terminal of this name moves the rows of a region when a line feed or its reverse comes at the region's
/// edge, as the VT100 did. That is all that is used: the Linux console has no `CSI S` and `CSI T`, and every terminal
/// description with a region (`csr`) has these two (`ind`, `ri`). A name that is not known is not trusted.
pub fn has_regions(term: Option<&str>) -> bool {
    const KNOWN: [&str; 29] = [
        "alacritty",
        "contour",
        "eterm",
        "foot",
        "ghostty",
        "gnome",
        "iterm",
        "iterm2",
        "kitty",
        "konsole",
        "linux",
        "mintty",
        "mlterm",
        "mosh",
        "ms-terminal",
        "nsterm",
        "putty",
        "rio",
        "rxvt",
        "screen",
        "st",
        "terminator",
        "tmux",
        "vt100",
        "vt102",
        "vt220",
        "vte",
        "wezterm",
        "xterm",
    ];
    // `screen.xterm-256color`, `tmux-256color`, `st-256color`.
    let is = |term: &str, known| {
        term.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
    };
    term.is_some_and(|term| KNOWN.iter().any(|known| is(term, *known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_terminals_known_to_move_rows_are_trusted_with_it() {
        for term in [
            "xterm",
            "xterm-256color",
            "xterm-kitty",
            "linux",
            "screen.xterm-256color",
            "tmux-256color",
            "st",
            "ms-terminal",
        ] {
            assert!(has_regions(Some(term)), "{term}");
        }
        for term in [None, Some(""), Some("dumb"), Some("bogus"), Some("vt52"), Some("ansi"), Some("sun"), Some("stx")]
        {
            assert!(!has_regions(term), "{term:?}");
        }
    }

    #[test]
    fn a_control_character_in_a_cell_is_never_written() {
        let mut frames = Frames::new(true);
        let bytes = frames.draw(Rect::new(0, 0, 3, 1), |buffer| {
            buffer.content.iter_mut().zip(["\u{1b}", "\u{9b}2J", "\n"]).for_each(|(cell, symbol)| {
                cell.set_symbol(symbol);
            });
            None
        });
        assert_eq!(String::from_utf8_lossy(bytes), "\u{1b}[m\u{1b}[r\u{1b}[H\u{1b}[2J\u{fffd}\u{fffd}\u{fffd}");
    }
}

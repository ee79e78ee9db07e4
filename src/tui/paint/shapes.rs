//! The shapes of a screen, row by row: what pictures are drawn from, whatever their form. What must join without a seam
//! (blocks, rules, braille dots) is a shape, because no two fonts agree on it; what is left is letters, each in its
//! columns.

use super::seen;
use crate::tui::theme::{self, Paper, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::BTreeMap;

/// A cell in units of the picture: an eighth of it is one unit wide, and braille dots are 4 apart.
pub(super) const WIDTH: usize = 8;
pub(super) const HEIGHT: usize = 16;
/// The baseline below the top of a cell.
pub(super) const BASE: usize = 12;
/// The margin around the screen.
pub(super) const MARGIN: usize = 12;

/// The faint of a terminal, in the dark.
const DIM: u32 = 0x0084_878f;

/// What a picture is drawn on, and with where a cell has no colour of its own.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    pub ground: u32,
    pub text: u32,
}

impl Sheet {
    /// The paper of a theme.
    pub(super) fn of(theme: Theme) -> Sheet {
        let Paper { ground, ink } = theme.paper();
        let [ground, text] = [ground, ink].map(|color| exact(color).unwrap_or_default());
        Sheet { ground, text }
    }
}

/// A colour that is the same everywhere.
pub(super) fn exact(color: Color) -> Option<u32> {
    theme::rgb(color).map(|[r, g, b]| u32::from_be_bytes([0, r, g, b]))
}

/// Units of the whole picture, across and down.
pub(super) fn size(buffer: &Buffer) -> (usize, usize) {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    (columns * WIDTH + 2 * MARGIN, rows * HEIGHT + 2 * MARGIN)
}

/// The rows of a screen.
pub(super) fn rows(buffer: &Buffer, sheet: Sheet) -> impl Iterator<Item = Row> + '_ {
    let columns = usize::from(buffer.area.width).max(1);
    buffer.content.chunks(columns).enumerate().map(move |(y, cells)| Row::read(cells, y * HEIGHT, sheet))
}

/// How a cell looks, its modifiers turned into colours.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub ink: u32,
    pub ground: u32,
    pub bold: bool,
    pub underlined: bool,
}

impl Look {
    fn of(cell: &Cell, sheet: Sheet) -> Self {
        let is = |modifier| cell.modifier.contains(modifier);
        let mut ink = rgb(cell.fg, sheet, sheet.text);
        let mut ground = rgb(cell.bg, sheet, sheet.ground);
        if is(Modifier::DIM) {
            ink = if cell.fg == Color::Reset { DIM } else { between(ink, ground) };
        }
        if is(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut ground);
        }
        Self { ink, ground, bold: is(Modifier::BOLD), underlined: is(Modifier::UNDERLINED) }
    }
}

/// The palette; what the program never uses (the bright half) is near enough.
fn rgb(color: Color, sheet: Sheet, reset: u32) -> u32 {
    if let Some(exact) = exact(color) {
        return exact;
    }
    match color {
        Color::Reset => reset,
        Color::Black => sheet.ground,
        Color::Red | Color::LightRed => 0x00e2_574c,
        Color::Green | Color::LightGreen => 0x006a_ae5e,
        Color::Yellow | Color::LightYellow => 0x00d4_a52f,
        Color::Blue | Color::LightBlue => 0x005b_8dd9,
        Color::Magenta | Color::LightMagenta => 0x00b5_7fc4,
        Color::Cyan | Color::LightCyan => 0x004f_b3d0,
        Color::DarkGray => DIM,
        Color::Gray | Color::White | Color::Indexed(_) | Color::Rgb(..) => sheet.text,
    }
}

/// A colour 60 % of the way to `ink`, channel by channel.
fn between(ink: u32, ground: u32) -> u32 {
    let at = |colour: u32, shift: u32| (colour >> shift) & 0xff;
    let channel = |shift| ((at(ink, shift) * 6 + at(ground, shift) * 4) / 10) << shift;
    channel(16) | channel(8) | channel(0)
}

/// A rectangle; those of a row that touch are made one.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
}

/// One character of a cell, or of two where it is wide.
pub(super) struct Letter {
    pub column: usize,
    pub columns: usize,
    pub symbol: String,
    pub look: Look,
}

/// What a row consists of, the shapes gathered by colour.
#[derive(Default)]
pub(super) struct Row {
    pub top: usize,
    pub grounds: BTreeMap<u32, Vec<Area>>,
    pub solid: BTreeMap<u32, Vec<Area>>,
    pub hatched: BTreeMap<u32, Vec<Area>>,
    pub dotted: BTreeMap<u32, Vec<Area>>,
    pub dots: BTreeMap<u32, Vec<(usize, usize)>>,
    pub letters: Vec<Letter>,
}

impl Row {
    fn read(cells: &[Cell], top: usize, sheet: Sheet) -> Self {
        let mut row = Self { top, ..Self::default() };
        for (column, columns, cell) in seen(cells) {
            let look = Look::of(cell, sheet);
            if look.ground != sheet.ground {
                let area = row.area(column, 0, 0, columns * WIDTH, HEIGHT);
                join(row.grounds.entry(look.ground).or_default(), area);
            }
            let symbol = cell.symbol();
            if !row.shape(symbol, column, look.ink) && !symbol.trim().is_empty() {
                row.letters.push(Letter { column, columns, symbol: symbol.to_owned(), look });
            }
        }
        row
    }

    fn area(&self, column: usize, x: usize, y: usize, width: usize, height: usize) -> Area {
        Area { x: column * WIDTH + x, y: self.top + y, width, height }
    }

    /// Takes a symbol that is drawn; `false` for one that is a letter.
    fn shape(&mut self, symbol: &str, column: usize, ink: u32) -> bool {
        const ACROSS: (usize, usize, usize, usize) = (0, 8, 8, 1);
        const DOWN: (usize, usize, usize, usize) = (4, 0, 1, 16);
        let all = self.area(column, 0, 0, WIDTH, HEIGHT);
        let mut chars = symbol.chars();
        let (Some(c), None) = (chars.next(), chars.next()) else {
            return false;
        };
        let parts: &[(usize, usize, usize, usize)] = match c {
            '█'..='▏' => &[(0, 0, 8 - (u32::from(c) - 0x2588) as usize, 16)],
            '─' => &[ACROSS],
            '━' => &[(0, 7, 8, 3)],
            '│' => &[DOWN],
            '┤' => &[DOWN, (0, 8, 4, 1)],
            '└' => &[(4, 0, 1, 9), (5, 8, 3, 1)],
            '┴' => &[ACROSS, (4, 0, 1, 8)],
            '▒' => {
                join(self.hatched.entry(ink).or_default(), all);
                return true;
            }
            '░' => {
                join(self.dotted.entry(ink).or_default(), all);
                return true;
            }
            '\u{2800}'..='\u{28ff}' => {
                self.braille(u32::from(c) - 0x2800, column, ink);
                return true;
            }
            _ => return false,
        };
        for &(x, y, width, height) in parts {
            let area = self.area(column, x, y, width, height);
            join(self.solid.entry(ink).or_default(), area);
        }
        true
    }

    fn braille(&mut self, bits: u32, column: usize, ink: u32) {
        const DOTS: [(usize, usize); 8] = [(2, 2), (2, 6), (2, 10), (6, 2), (6, 6), (6, 10), (2, 14), (6, 14)];
        let dots = self.dots.entry(ink).or_default();
        for (bit, (x, y)) in DOTS.into_iter().enumerate() {
            if bits >> bit & 1 == 1 {
                dots.push((column * WIDTH + x, self.top + y));
            }
        }
    }
}

/// Adds an area, as part of the one it touches on the right if they are equally high.
fn join(areas: &mut Vec<Area>, area: Area) {
    match areas.last_mut() {
        Some(last) if (last.y, last.height, last.x + last.width) == (area.y, area.height, area.x) => {
            last.width += area.width;
        }
        _ => areas.push(area),
    }
}

//! A screen as a picture: cells of a buffer to SVG, for the goldens and for the README.
//!
//! Words are text, laid out by columns, so that they can be read in a diff and stand right in any
//! monospaced font. What must join without a seam (blocks, rules, braille dots) is drawn, because no
//! two fonts agree on it. The same buffer always gives the same bytes, one line for each row.

use crate::lang::measure::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A cell in units of the picture: an eighth of it is one unit wide, and braille dots are 4 apart.
const WIDTH: usize = 8;
const HEIGHT: usize = 16;
/// The baseline below the top of a cell.
const BASE: usize = 12;
/// The margin around the screen.
const MARGIN: usize = 12;

const GROUND: u32 = 0x0016_171d;
const TEXT: u32 = 0x00d8_d8d2;
const DIM: u32 = 0x0084_878f;

/// The buffer as a well-formed SVG picture on a dark ground.
pub fn svg(buffer: &Buffer) -> String {
    let columns = usize::from(buffer.area.width);
    let width = columns * WIDTH + 2 * MARGIN;
    let height = usize::from(buffer.area.height) * HEIGHT + 2 * MARGIN;
    // 13.33 units make letters of the usual fonts 8 wide; where they are not, `textLength` sets it right.
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"#{GROUND:06x}\"/>\n\
         <g transform=\"translate({MARGIN} {MARGIN})\" fill=\"#{TEXT:06x}\" font-size=\"13.33\" \
         font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace\">\n"
    );
    for (y, cells) in buffer.content.chunks(columns.max(1)).enumerate() {
        Row::read(cells, y * HEIGHT).write(&mut out);
        out.push('\n');
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// How a cell looks, its modifiers turned into colours.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    ink: u32,
    ground: u32,
    bold: bool,
    underlined: bool,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let is = |modifier| cell.modifier.contains(modifier);
        let mut ink = rgb(cell.fg, TEXT);
        let mut ground = rgb(cell.bg, GROUND);
        if is(Modifier::DIM) {
            ink = if cell.fg == Color::Reset { DIM } else { between(ink, ground) };
        }
        if is(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut ground);
        }
        Self { ink, ground, bold: is(Modifier::BOLD), underlined: is(Modifier::UNDERLINED) }
    }
}

/// The palette; what the program never uses (the bright half, indexed colours) is near enough.
fn rgb(color: Color, reset: u32) -> u32 {
    match color {
        Color::Reset => reset,
        Color::Black => GROUND,
        Color::Red | Color::LightRed => 0x00e2_574c,
        Color::Green | Color::LightGreen => 0x006a_ae5e,
        Color::Yellow | Color::LightYellow => 0x00d4_a52f,
        Color::Blue | Color::LightBlue => 0x005b_8dd9,
        Color::Magenta | Color::LightMagenta => 0x00b5_7fc4,
        Color::Cyan | Color::LightCyan => 0x004f_b3d0,
        Color::DarkGray => DIM,
        Color::Rgb(r, g, b) => u32::from_be_bytes([0, r, g, b]),
        Color::Gray | Color::White | Color::Indexed(_) => TEXT,
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
struct Area {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
}

/// Words of one look, beginning in a column.
struct Run {
    column: usize,
    columns: usize,
    text: String,
    look: Look,
}

/// What a row consists of, the shapes gathered by colour.
#[derive(Default)]
struct Row {
    top: usize,
    grounds: BTreeMap<u32, Vec<Area>>,
    solid: BTreeMap<u32, Vec<Area>>,
    hatched: BTreeMap<u32, Vec<Area>>,
    dotted: BTreeMap<u32, Vec<Area>>,
    dots: BTreeMap<u32, String>,
    runs: Vec<Run>,
}

impl Row {
    fn read(cells: &[Cell], top: usize) -> Self {
        let mut row = Self { top, ..Self::default() };
        let mut column = 0;
        while let Some(cell) = cells.get(column) {
            let look = Look::of(cell);
            // A wide character leaves the cell after it empty.
            let columns = width(cell.symbol()).max(1);
            if look.ground != GROUND {
                let area = row.area(column, 0, 0, columns * WIDTH, HEIGHT);
                join(row.grounds.entry(look.ground).or_default(), area);
            }
            if !row.shape(cell.symbol(), column, look.ink) {
                row.letters(cell.symbol(), column, columns, look);
            }
            column += columns;
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
        let path = self.dots.entry(ink).or_default();
        for (bit, (x, y)) in DOTS.into_iter().enumerate() {
            if bits >> bit & 1 == 1 {
                let _ = write!(path, "M{} {}h0", column * WIDTH + x, self.top + y);
            }
        }
    }

    /// Adds letters to the run they go on with. Two spaces end a run, so that none needs to be
    /// preserved, and so does a sign that another font may have to lend, with its own width.
    fn letters(&mut self, symbol: &str, column: usize, columns: usize, look: Look) {
        let lent = |text: &str| text.chars().any(|c| c > '\u{24f}');
        let blank = symbol.trim().is_empty();
        if let Some(run) = self.runs.last_mut() {
            let gap = column - run.column - run.columns;
            let same = run.look == look && !lent(&run.text) && !lent(symbol);
            if same && !blank && gap <= 1 {
                // The one space between was left open until it was known that the run goes on.
                run.text.extend(std::iter::repeat_n(' ', gap));
                run.columns += gap + columns;
                run.text.push_str(symbol);
                return;
            }
        }
        if !blank {
            self.runs.push(Run { column, columns, text: symbol.to_owned(), look });
        }
    }

    fn write(&self, out: &mut String) {
        for (colour, areas) in self.grounds.iter().chain(&self.solid) {
            out.push_str("<path d=\"");
            for Area { x, y, width, height } in areas {
                let _ = write!(out, "M{x} {y}h{width}v{height}h-{width}z");
            }
            let _ = write!(out, "\" fill=\"#{colour:06x}\" shape-rendering=\"crispEdges\"/>");
        }
        // Broad dashed strokes: stripes for what is hatched, dots for what is dotted.
        for (colour, areas) in &self.hatched {
            let lines = areas.iter().map(|a| format!("M{} {}h{}", a.x, a.y + HEIGHT / 2, a.width));
            stroke(out, lines.collect(), *colour, HEIGHT, "1 1");
        }
        for (colour, areas) in &self.dotted {
            let lines = areas.iter().flat_map(|a| {
                let line = |y| format!("M{} {}h{}", a.x + 1, a.y + y, a.width - 1);
                [2, 6, 10, 14].map(line)
            });
            stroke(out, lines.collect(), *colour, 2, "1 3");
        }
        for (colour, path) in &self.dots {
            let _ = write!(
                out,
                "<path d=\"{path}\" stroke=\"#{colour:06x}\" stroke-width=\"2.2\" stroke-linecap=\"round\"/>"
            );
        }
        for run in &self.runs {
            run.write(out, self.top + BASE);
        }
    }
}

impl Run {
    fn write(&self, out: &mut String, base: usize) {
        let _ = write!(out, "<text x=\"{}\" y=\"{base}\"", self.column * WIDTH);
        if self.columns > 1 {
            let _ = write!(out, " textLength=\"{}\"", self.columns * WIDTH);
        }
        if self.look.ink != TEXT {
            let _ = write!(out, " fill=\"#{:06x}\"", self.look.ink);
        }
        if self.look.bold {
            out.push_str(" font-weight=\"700\"");
        }
        if self.look.underlined {
            out.push_str(" text-decoration=\"underline\"");
        }
        out.push('>');
        for c in self.text.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                // XML has no place for these, however they are escaped.
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
                c => out.push(c),
            }
        }
        out.push_str("</text>");
    }
}

fn stroke(out: &mut String, path: String, colour: u32, width: usize, dashes: &str) {
    let _ = write!(
        out,
        "<path d=\"{path}\" stroke=\"#{colour:06x}\" stroke-width=\"{width}\" stroke-dasharray=\"{dashes}\"/>"
    );
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

#[cfg(test)]
mod tests {
    use super::svg;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    /// The picture's rows, without its frame.
    fn rows(lines: &[(&str, Style)]) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, lines.len() as u16));
        for (y, (text, style)) in lines.iter().enumerate() {
            buffer.set_string(0, y as u16, text, *style);
        }
        svg(&buffer).lines().skip(3).take(lines.len()).map(str::to_owned).collect()
    }

    #[test]
    fn svg_words_stand_in_their_columns_and_are_escaped() {
        assert_eq!(
            rows(&[(" a < b  & c", Style::new())]),
            [
                "<text x=\"8\" y=\"12\" textLength=\"40\">a &lt; b</text><text x=\"64\" y=\"12\" textLength=\"24\">&amp; c</text>"
            ]
        );
    }

    #[test]
    fn svg_styles_are_colours_and_weights() {
        let row = |style| rows(&[("x", style)]).concat();
        assert!(row(Style::new().dim()).contains("fill=\"#84878f\""));
        assert!(row(Style::new().green().bold()).contains("fill=\"#6aae5e\" font-weight=\"700\""));
        assert!(row(Style::new().underlined()).contains("underline"));
        let reversed = row(Style::new().reversed());
        assert!(reversed.starts_with("<path d=\"M0 0h8v16h-8z\" fill=\"#d8d8d2\""), "{reversed}");
        assert!(reversed.contains("fill=\"#16171d\">x<"), "{reversed}");
    }

    #[test]
    fn svg_blocks_and_dots_are_drawn_as_one_shape_a_colour() {
        let row = rows(&[("███▌│ ⠉", Style::new())]).concat();
        assert!(row.starts_with("<path d=\"M0 0h28v16h-28zM36 0h1v16h-1z\""), "{row}");
        assert!(row.contains("M50 2h0M54 2h0"), "{row}");
        assert!(!row.contains("<text"), "{row}");
    }

    #[test]
    fn svg_of_nothing_is_still_a_picture() {
        for (width, height) in [(0, 0), (0, 3), (3, 0)] {
            let picture = svg(&Buffer::empty(Rect::new(0, 0, width, height)));
            assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
        }
    }

    #[test]
    fn svg_wide_characters_take_two_columns() {
        assert!(rows(&[("日a", Style::new())]).concat().contains("<text x=\"16\" y=\"12\">a<"));
    }
}

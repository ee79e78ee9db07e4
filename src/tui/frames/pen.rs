//! The style that the terminal draws with, and the shortest way from one to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// What is seen of a style where nothing is written: a line through or below, and the swap of the two colours.
pub const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

/// Each modifier with the code that sets it and the one that takes it back.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// A style as a terminal holds it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    /// The style of a cell.
    pub fn of(cell: &Cell) -> Pen {
        Pen { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a cell looks the same drawn with this one as with its own.
    pub fn draws(self, cell: &Cell) -> bool {
        let bare = cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_BLANK);
        match bare {
            true => self.bg == cell.bg && !self.modifier.intersects(SEEN_ON_BLANK),
            false => self == Pen::of(cell),
        }
    }

    /// Whether what is erased or scrolled in with this one is bare. Some terminals fill with the ground of the pen and
    /// some do not: only the default ground is the same on all.
    pub fn erases(self) -> bool {
        self.bg == Color::Reset && !self.modifier.intersects(SEEN_ON_BLANK)
    }

    /// Writes the change to another style.
    pub fn change(self, to: Pen, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let anew = codes(Pen::default(), to);
        let step = codes(self, to);
        // Some terminals (the Linux console) are bold or dim and never both: then the last word counts, and must be the
        // same whatever was before.
        let both = Modifier::BOLD.union(Modifier::DIM);
        let unsure = to.modifier.contains(both) || self.modifier.contains(both);
        // On equal terms from the ground up: a style that the terminal got wrong ends there.
        let shorter = match (anew.is_empty(), self == Pen::default()) {
            (true, _) => String::new(),
            (false, true) => anew,
            (false, false) if !unsure && step.len() < anew.len() + 2 => step,
            (false, false) => format!("0;{anew}"),
        };
        out.extend(b"\x1b[");
        out.extend(shorter.as_bytes());
        out.push(b'm');
    }
}

/// The parameters that lead from one style to another without a reset.
fn codes(from: Pen, to: Pen) -> String {
    let mut out = String::new();
    let mut put = |code: u8| {
        let mark = if out.is_empty() { "" } else { ";" };
        // Writing to a string does not fail.
        let _ = write!(out, "{mark}{code}");
    };
    let mut held = from.modifier;
    for (modifier, _, off) in MODIFIERS {
        if held.contains(modifier) && !to.modifier.contains(modifier) {
            put(off);
            // Two share a code.
            MODIFIERS.iter().filter(|other| other.2 == off).for_each(|other| held.remove(other.0));
        }
    }
    for (modifier, on, _) in MODIFIERS {
        if to.modifier.contains(modifier) && !held.contains(modifier) {
            put(on);
        }
    }
    if from.fg != to.fg {
        color(to.fg, 0, &mut put);
    }
    if from.bg != to.bg {
        color(to.bg, 10, &mut put);
    }
    out
}

/// A colour's parameters; `ground` is what a ground's codes are larger by.
fn color(color: Color, ground: u8, put: &mut impl FnMut(u8)) {
    let code = match color {
        Color::Reset => 39,
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Indexed(index) => return [38 + ground, 5, index].into_iter().for_each(put),
        Color::Rgb(red, green, blue) => return [38 + ground, 2, red, green, blue].into_iter().for_each(put),
    };
    put(code + ground);
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn change(from: Style, to: Style) -> String {
        let pen = |style| Pen::of(Cell::new("x").set_style(style));
        let mut out = Vec::new();
        pen(from).change(pen(to), &mut out);
        String::from_utf8_lossy(&out).replace('\u{1b}', "")
    }

    #[test]
    fn the_sixteen_colours_are_named_by_the_codes_that_every_terminal_has() {
        assert_eq!(change(Style::new(), Style::new().fg(Color::Green)), "[32m");
        assert_eq!(change(Style::new(), Style::new().fg(Color::White).bg(Color::LightRed)), "[97;101m");
        assert_eq!(change(Style::new(), Style::new().fg(Color::Indexed(2))), "[38;5;2m");
    }

    #[test]
    fn the_shortest_way_between_two_styles_is_taken() {
        let (bold, dim) = (Style::new().add_modifier(Modifier::BOLD), Style::new().add_modifier(Modifier::DIM));
        assert_eq!(change(bold, bold), "");
        assert_eq!(change(bold.fg(Color::Green), Style::new()), "[m");
        assert_eq!(change(bold.fg(Color::Green), bold.fg(Color::Red)), "[31m");
        assert_eq!(change(bold, dim), "[0;2m");
        assert_eq!(change(bold, bold.fg(Color::Red)), "[31m");
        assert_eq!(change(bold.fg(Color::Red).bg(Color::Blue), dim.fg(Color::Red).bg(Color::Blue)), "[22;2m");
    }
}

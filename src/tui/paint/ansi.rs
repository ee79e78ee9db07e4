//! A screen as text with the colours of a terminal: lines that `cat` shows anywhere. Nothing moves the cursor, so that
//! it can be scrolled, cut and put together; every line gives back what it has set.

use super::seen;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The lines.
pub fn ansi(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    buffer.content.chunks(width.max(1)).map(line).collect()
}

fn line(cells: &[Cell]) -> String {
    let is_ink = |cell: &Cell| !cell.symbol().trim().is_empty() || is_styled_blank(cell);
    let end = cells.iter().rposition(is_ink).map_or(0, |last| last + 1);
    let mut out = String::new();
    let mut now = String::new();
    for (_, _, cell) in seen(cells).take_while(|(column, ..)| *column < end) {
        let codes = codes(cell);
        if codes != now {
            let _ = write!(out, "\u{1b}[0{codes}m");
            now = codes;
        }
        out.push_str(cell.symbol());
    }
    if !now.is_empty() {
        out.push_str("\u{1b}[0m");
    }
    out.push('\n');
    out
}

/// Whether a blank is seen.
fn is_styled_blank(cell: &Cell) -> bool {
    cell.bg != Color::Reset || cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED)
}

/// The codes of a cell's looks, each behind a semicolon.
fn codes(cell: &Cell) -> String {
    const MODIFIERS: [(Modifier, &str); 5] = [
        (Modifier::BOLD, ";1"),
        (Modifier::DIM, ";2"),
        (Modifier::ITALIC, ";3"),
        (Modifier::UNDERLINED, ";4"),
        (Modifier::REVERSED, ";7"),
    ];
    let set = MODIFIERS.iter().filter(|(modifier, _)| cell.modifier.contains(*modifier));
    let mut codes: String = set.map(|(_, code)| *code).collect();
    for (color, dark, bright) in [(cell.fg, 30, 90), (cell.bg, 40, 100)] {
        let _ = match color {
            Color::Reset => Ok(()),
            Color::Indexed(index) => write!(codes, ";{};5;{index}", dark + 8),
            Color::Rgb(r, g, b) => write!(codes, ";{};2;{r};{g};{b}", dark + 8),
            named => match place(named) {
                place @ 0..8 => write!(codes, ";{}", dark + place),
                place => write!(codes, ";{}", bright + place - 8),
            },
        };
    }
    codes
}

/// The place of a colour among the sixteen.
fn place(color: Color) -> u8 {
    match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Gray | Color::Reset | Color::Indexed(_) | Color::Rgb(..) => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::ansi;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    fn of(runs: &[(u16, &str, Style)]) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        for (x, text, style) in runs {
            buffer.set_string(*x, 0, text, *style);
        }
        ansi(&buffer)
    }

    #[test]
    fn a_look_is_set_where_it_begins_and_given_back_at_the_end_of_the_line() {
        let bold = Style::new().bold().fg(Color::Red);
        for (runs, line) in [
            (&[(1, "a b", Style::new())][..], " a b\n"),
            (&[], "\n"),
            (&[(0, "a", bold), (1, "b", bold), (3, "c", Style::new())], "\u{1b}[0;1;31mab\u{1b}[0m c\n"),
            (&[(2, "x", Style::new().dim())], "  \u{1b}[0;2mx\u{1b}[0m\n"),
            (&[(0, "x  ", Style::new().reversed())], "\u{1b}[0;7mx  \u{1b}[0m\n"),
            (&[(0, "x  ", Style::new().dim())], "\u{1b}[0;2mx\u{1b}[0m\n"),
            (&[(0, "日x", Style::new())], "日x\n"),
            (&[(0, "x", Style::new().fg(Color::LightCyan).bg(Color::Indexed(9)))], "\u{1b}[0;96;48;5;9mx\u{1b}[0m\n"),
            (&[(0, "x", Style::new().fg(Color::Rgb(1, 2, 3)))], "\u{1b}[0;38;2;1;2;3mx\u{1b}[0m\n"),
        ] {
            assert_eq!(of(runs), line, "{runs:?}");
        }
    }
}

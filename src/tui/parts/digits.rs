//! Large digits and letters for the one figure that dominates a screen or a slide.
//!
//! Plain text, no style and no place: rows of blocks that the caller lays where they fit, and
//! [`width`] to find out before whether they do.

/// The rows of a glyph at scale 1.
pub const ROWS: usize = 5;

/// Larger than any terminal; it keeps a senseless scale from eating the memory.
const LARGEST: u16 = 64;

/// A glyph: its width and its rows, one bit a cell, the leftmost cell the highest bit.
type Glyph = (u8, [u8; ROWS]);

/// The rows of `text` in large digits: 5 × `scale` of them, all of one width.
///
/// Known are `0`–`9`, `.`, `,`, `%`, `+`, `-`, `−`, and the capital letters of the months' short names in both
/// languages. A space only doubles the gap; so does any other character. A scale beyond 64 counts as 64.
pub fn lines(text: &str, scale: u16) -> Vec<String> {
    let cells = usize::from(scale.min(LARGEST));
    let row = |row: usize| -> String {
        let mut before = None;
        let mut line = String::new();
        for c in text.chars() {
            line.push_str(&" ".repeat(gap(before, c, scale)));
            line.push_str(&part(glyph(c), row, cells));
            before = Some(c);
        }
        line
    };
    (0..ROWS).flat_map(|at| std::iter::repeat_n(row(at), cells)).collect()
}

/// Whether every character of a text is drawn, spaces left aside: else it would be another text.
pub fn draws(text: &str) -> bool {
    text.chars().all(|c| c == ' ' || glyph(c).0 > 0)
}

/// The columns that [`lines`] takes.
pub fn width(text: &str, scale: u16) -> usize {
    let cells = usize::from(scale.min(LARGEST));
    let glyphs: usize = text.chars().map(|c| usize::from(glyph(c).0) * cells).sum();
    let before = std::iter::once(None).chain(text.chars().map(Some));
    glyphs + before.zip(text.chars()).map(|(before, c)| gap(before, c, scale)).sum::<usize>()
}

/// The space before a glyph; it does not grow with the scale, or a number would fall apart. Letters stand closer, as one
/// word.
fn gap(before: Option<char>, c: char, scale: u16) -> usize {
    let word = before.is_some_and(char::is_alphabetic) && c.is_alphabetic();
    match (before, scale) {
        (None, _) | (_, 0) => 0,
        (_, 1) => 2 - usize::from(word),
        _ => 3 - usize::from(word),
    }
}

/// One row of a glyph, each cell drawn `cells` times.
fn part((width, rows): Glyph, row: usize, cells: usize) -> String {
    let bits = rows.get(row).copied().unwrap_or(0);
    let cell = |at: u8| if bits >> at & 1 == 1 { "█" } else { " " };
    (0..width).rev().map(|at| cell(at).repeat(cells)).collect()
}

/// The shapes, all of strokes two cells wide.
fn glyph(c: char) -> Glyph {
    const FULL: u8 = 0b11_11_11;
    const BOTH: u8 = 0b11_00_11;
    const LEFT: u8 = 0b11_00_00;
    const RIGHT: u8 = 0b00_00_11;
    const MID: u8 = 0b00_11_00;
    match c {
        '0' => (6, [FULL, BOTH, BOTH, BOTH, FULL]),
        '1' => (2, [0b11; ROWS]),
        '2' => (6, [FULL, RIGHT, FULL, LEFT, FULL]),
        '3' => (6, [FULL, RIGHT, FULL, RIGHT, FULL]),
        '4' => (6, [BOTH, BOTH, FULL, RIGHT, RIGHT]),
        '5' => (6, [FULL, LEFT, FULL, RIGHT, FULL]),
        '6' => (6, [FULL, LEFT, FULL, BOTH, FULL]),
        '7' => (6, [FULL, RIGHT, RIGHT, RIGHT, RIGHT]),
        '8' => (6, [FULL, BOTH, FULL, BOTH, FULL]),
        '9' => (6, [FULL, BOTH, FULL, RIGHT, FULL]),
        '.' => (2, [0, 0, 0, 0, 0b11]),
        ',' => (2, [0, 0, 0, 0b11, 0b10]),
        '%' => (7, [0b110_0011, 0b000_0110, 0b000_1100, 0b001_1000, 0b110_0011]),
        '+' => (6, [0, MID, FULL, MID, 0]),
        '-' | '−' => (6, [0, 0, FULL, 0, 0]),
        letter => self::letter(letter).map_or((0, [0; ROWS]), |rows| (6, rows)),
    }
}

/// The letters of the months.
fn letter(c: char) -> Option<[u8; ROWS]> {
    const FULL: u8 = 0b11_11_11;
    const OPEN: u8 = 0b11_11_10;
    const BOTH: u8 = 0b11_00_11;
    const LEFT: u8 = 0b11_00_00;
    const RIGHT: u8 = 0b00_00_11;
    const MID: u8 = 0b00_11_00;
    const NARROW: u8 = 0b01_11_10;
    const KNEE: u8 = 0b11_01_10;
    Some(match c {
        'A' => [FULL, BOTH, FULL, BOTH, BOTH],
        'B' => [OPEN, BOTH, OPEN, BOTH, OPEN],
        'C' => [FULL, LEFT, LEFT, LEFT, FULL],
        'D' => [OPEN, BOTH, BOTH, BOTH, OPEN],
        'E' => [FULL, LEFT, OPEN, LEFT, FULL],
        'F' => [FULL, LEFT, OPEN, LEFT, LEFT],
        'G' => [FULL, LEFT, 0b11_01_11, BOTH, FULL],
        'I' => [FULL, MID, MID, MID, FULL],
        'J' => [RIGHT, RIGHT, RIGHT, BOTH, FULL],
        'K' => [BOTH, KNEE, 0b11_11_00, KNEE, BOTH],
        'L' => [LEFT, LEFT, LEFT, LEFT, FULL],
        'M' => [BOTH, FULL, FULL, BOTH, BOTH],
        'N' => [BOTH, 0b11_10_11, FULL, 0b11_01_11, BOTH],
        'O' => [FULL, BOTH, BOTH, BOTH, FULL],
        'P' => [FULL, BOTH, FULL, LEFT, LEFT],
        'R' => [OPEN, BOTH, OPEN, KNEE, BOTH],
        'S' => [FULL, LEFT, FULL, RIGHT, FULL],
        'T' => [FULL, MID, MID, MID, MID],
        'U' => [BOTH, BOTH, BOTH, BOTH, FULL],
        'V' => [BOTH, BOTH, BOTH, NARROW, MID],
        'Y' => [BOTH, BOTH, NARROW, MID, MID],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows as drawn: cut from `screens.md`, the spaces at their ends taken off.
    fn assert_drawn(text: &str, scale: u16, drawn: &[&str]) {
        let rows = lines(text, scale);
        let rows: Vec<&str> = rows.iter().map(|row| row.trim_end()).collect();
        assert_eq!(rows, drawn, "{text} at {scale}");
    }

    #[test]
    fn the_percentage_of_enrollment_is_the_drawn_one() {
        assert_drawn(
            "73,5 %",
            1,
            &[
                "██████  ██████      ██████    ██   ██",
                "    ██      ██      ██            ██",
                "    ██  ██████      ██████       ██",
                "    ██      ██  ██      ██      ██",
                "    ██  ██████  █   ██████    ██   ██",
            ],
        );
    }

    #[test]
    fn the_months_of_the_budget_are_the_drawn_ones() {
        assert_drawn(
            "4,27",
            1,
            &[
                "██  ██      ██████  ██████",
                "██  ██          ██      ██",
                "██████      ██████      ██",
                "    ██  ██  ██          ██",
                "    ██  █   ██████      ██",
            ],
        );
    }

    #[test]
    fn the_month_of_the_budget_stands_in_columns_2_to_21() {
        assert_drawn(
            "NOV",
            1,
            &[
                "██  ██ ██████ ██  ██",
                "███ ██ ██  ██ ██  ██",
                "██████ ██  ██ ██  ██",
                "██ ███ ██  ██  ████",
                "██  ██ ██████   ██",
            ],
        );
        assert_eq!(width("NOV", 1), 20);
    }

    #[test]
    fn every_month_of_both_languages_has_its_letters() {
        let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Mei Agu Okt Des".to_uppercase();
        let letters: std::collections::BTreeSet<char> = months.chars().filter(|c| c.is_alphabetic()).collect();
        let drawn: std::collections::HashSet<_> = letters.iter().filter_map(|&c| letter(c)).collect();
        assert_eq!(drawn.len(), letters.len(), "all are drawn, and no two look alike");
        assert!(months.split(' ').all(|month| width(month, 1) == 20));
    }

    #[test]
    fn the_slides_show_them_twice_as_large() {
        assert_drawn(
            "14,212",
            2,
            &[
                "████   ████    ████          ████████████   ████   ████████████",
                "████   ████    ████          ████████████   ████   ████████████",
                "████   ████    ████                  ████   ████           ████",
                "████   ████    ████                  ████   ████           ████",
                "████   ████████████          ████████████   ████   ████████████",
                "████   ████████████          ████████████   ████   ████████████",
                "████           ████   ████   ████           ████   ████",
                "████           ████   ████   ████           ████   ████",
                "████           ████   ██     ████████████   ████   ████████████",
                "████           ████   ██     ████████████   ████   ████████████",
            ],
        );
        assert_drawn(
            "4,27",
            2,
            &[
                "████    ████          ████████████   ████████████",
                "████    ████          ████████████   ████████████",
                "████    ████                  ████           ████",
                "████    ████                  ████           ████",
                "████████████          ████████████           ████",
                "████████████          ████████████           ████",
                "        ████   ████   ████                   ████",
                "        ████   ████   ████                   ████",
                "        ████   ██     ████████████           ████",
                "        ████   ██     ████████████           ████",
            ],
        );
    }

    #[test]
    fn every_row_is_as_wide_as_said() {
        for text in ["", "0", "1", "14,212", "−12.5 %", "+8", "x", "é1", "NOV", "DES 1"] {
            for scale in [0, 1, 2, 3, 9] {
                let rows = lines(text, scale);
                assert_eq!(rows.len(), 5 * usize::from(scale));
                for row in rows {
                    assert_eq!(row.chars().count(), width(text, scale), "{text} at {scale}");
                }
            }
        }
        assert_eq!(lines("8", u16::MAX).len(), 320);
    }

    #[test]
    fn no_two_digits_look_alike() {
        let all: std::collections::HashSet<_> = "0123456789.,%+-".chars().map(|c| lines(&c.to_string(), 1)).collect();
        assert_eq!(all.len(), 15);
    }
}

//! The colours of each theme. `tests/it/themes.rs` computes their contrast.

use crate::config::Colors;
use ratatui::style::Color;

/// The colours of a theme, by meaning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Palette {
    /// Its own ground and ink; `None` is the terminal's.
    pub paper: Option<Paper>,
    /// What stands back; `None` is the terminal's faint.
    pub dim: Option<Color>,
    /// What the user chose.
    pub chosen: Color,
    /// Active, paid.
    pub good: Color,
    /// Grace, warning, behind plan.
    pub attention: Color,
    /// Error, shortfall.
    pub bad: Color,
}

/// What is written on, and with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Paper {
    /// The ground.
    pub ground: Color,
    /// The ink of plain text.
    pub ink: Color,
}

const fn hex(rgb: u32) -> Color {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color::Rgb(r, g, b)
}

/// The ground and the ink of pictures, dark and light.
pub const DARK: Paper = Paper { ground: hex(0x16_171d), ink: hex(0xd8_d8d2) };
/// The same in the light.
pub const LIGHT: Paper = Paper { ground: hex(0xfc_fcf9), ink: hex(0x1c_1d22) };

/// The palette of a theme.
pub const fn palette(colors: Colors) -> Palette {
    match colors {
        Colors::Default => Palette {
            paper: None,
            dim: None,
            chosen: Color::Cyan,
            good: Color::Green,
            attention: Color::Yellow,
            bad: Color::Red,
        },
        // Of the cube of 256, which is the same on every terminal: of the sixteen only red, blue and magenta can be read
        // on white with every usual palette, and a green that is blue says less.
        Colors::Light => Palette {
            paper: None,
            dim: Some(Color::Indexed(240)),
            chosen: Color::Indexed(24),
            good: Color::Indexed(22),
            attention: Color::Indexed(94),
            bad: Color::Indexed(124),
        },
        // Its own ground, since no colour is clear on black and on white; of the cube, since "black" is grey in Tango.
        Colors::HighContrast => Palette {
            paper: Some(Paper { ground: Color::Indexed(16), ink: Color::Indexed(231) }),
            dim: Some(Color::Indexed(252)),
            chosen: Color::Indexed(123),
            good: Color::Indexed(120),
            attention: Color::Indexed(226),
            bad: Color::Indexed(217),
        },
        Colors::TrueColor => Palette {
            paper: Some(DARK),
            dim: Some(hex(0x84_878f)),
            chosen: hex(0x4f_b3d0),
            good: hex(0x6a_ae5e),
            attention: hex(0xd4_a52f),
            bad: hex(0xe2_574c),
        },
        Colors::TrueColorLight => Palette {
            paper: Some(LIGHT),
            dim: Some(hex(0x5d_6068)),
            chosen: hex(0x00_697f),
            good: hex(0x2b_6e2f),
            attention: hex(0x7d_5800),
            bad: hex(0xb3_261e),
        },
    }
}

/// What a colour is made of, where that is the same on every terminal.
pub fn rgb(color: Color) -> Option<[u8; 3]> {
    match color {
        Color::Rgb(r, g, b) => Some([r, g, b]),
        // Six steps each of red, green and blue, and behind them 24 greys.
        Color::Indexed(index @ 16..=231) => {
            let place = index - 16;
            Some([place / 36, place / 6 % 6, place % 6].map(|step| if step == 0 { 0 } else { 55 + 40 * step }))
        }
        Color::Indexed(index @ 232..) => Some([8 + 10 * (index - 232); 3]),
        _ => None,
    }
}

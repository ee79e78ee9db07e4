//! Letters as pixels. The font is DejaVu Sans Mono, cut down to what our screens can show (its licence lies beside it).
//! A letter that it has not, of another script, is a box as wide as the letter: nothing beside it moves.

use super::super::shapes::{BASE, HEIGHT, Letter, MARGIN, WIDTH};
use super::{Band, SCALE};
use ab_glyph::{Font, FontRef, GlyphId, PxScale, point};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

const REGULAR: &[u8] = include_bytes!("../font/regular.ttf");
const BOLD: &[u8] = include_bytes!("../font/bold.ttf");

/// The pixels of a character: where they begin beside its cell, how wide they are, and how much each is covered.
struct Mask {
    x: isize,
    y: isize,
    width: usize,
    cover: Vec<u8>,
}

/// The font, and every character that was drawn so far.
#[derive(Default)]
pub(super) struct Letters {
    known: HashMap<(char, bool), Option<Mask>>,
}

impl Letters {
    /// Draws a letter in its cells.
    pub fn draw(&mut self, letter: &Letter, band: &mut Band) {
        let Letter { column, columns, symbol, look } = letter;
        let left = (column * WIDTH + MARGIN) * SCALE;
        let (width, ink) = (columns * WIDTH * SCALE, look.ink);
        // An accent that stands behind its letter is one with it, where there is such a letter.
        for (place, c) in symbol.nfc().enumerate() {
            let mask = self.known.entry((c, look.bold)).or_insert_with(|| mask(c, look.bold));
            match mask {
                Some(mask) => mask.draw(left, ink, band),
                None if place == 0 => hollow(left, width, ink, band),
                None => {}
            }
        }
        if look.underlined {
            band.fill((left, (BASE + 1) * SCALE), (width, SCALE / 2), ink);
        }
    }
}

impl Mask {
    fn draw(&self, left: usize, ink: u32, band: &mut Band) {
        for (y, row) in self.cover.chunks(self.width.max(1)).enumerate() {
            for (x, cover) in row.iter().enumerate().filter(|(_, cover)| **cover > 0) {
                let at = (left.checked_add_signed(self.x + x as isize), y.checked_add_signed(self.y));
                if let (Some(x), Some(y)) = at {
                    band.cover(x, y, ink, *cover);
                }
            }
        }
    }
}

/// The pixels of a character, if the font has it; of a blank there are none.
fn mask(c: char, bold: bool) -> Option<Mask> {
    let font = FontRef::try_from_slice(if bold { BOLD } else { REGULAR }).ok()?;
    let id = Some(font.glyph_id(c)).filter(|id| *id != GlyphId(0))?;
    // So large that a letter is as wide as a cell, to the pixel.
    let scale = PxScale::from((WIDTH * SCALE) as f32 * font.height_unscaled() / font.h_advance_unscaled(id).max(1.0));
    let glyph = id.with_scale_and_position(scale, point(0.0, (BASE * SCALE) as f32));
    let Some(outline) = font.outline_glyph(glyph) else {
        return Some(Mask { x: 0, y: 0, width: 0, cover: Vec::new() });
    };
    let bounds = outline.px_bounds();
    let (width, height) = (bounds.width() as usize, bounds.height() as usize);
    let mut cover = vec![0; width * height];
    outline.draw(|x, y, share| {
        if let Some(own) = cover.get_mut(y as usize * width + x as usize) {
            *own = (share.clamp(0.0, 1.0) * 255.0).round() as u8;
        }
    });
    Some(Mask { x: bounds.min.x as isize, y: bounds.min.y as isize, width, cover })
}

/// The edges of a box.
fn hollow(left: usize, width: usize, ink: u32, band: &mut Band) {
    let (top, height) = (3 * SCALE, (HEIGHT - 6) * SCALE);
    let (left, width) = (left + SCALE, width - 2 * SCALE);
    let thick = SCALE / 2;
    for (x, y, width, height) in [
        (left, top, width, thick),
        (left, top + height - thick, width, thick),
        (left, top, thick, height),
        (left + width - thick, top, thick, height),
    ] {
        band.fill((x, y), (width, height), ink);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::shapes::Look;
    use super::*;

    /// The signs of the screens that are no shapes, and what people write besides.
    const SIGNS: &str = "· × – — … ‹ › ‘ ’ “ ” ← ↑ → ↓ − ≠ ≤ ≥ ▇ ■ ▲ ▶ ▼ ◆ ○ ● ✓ ✕ \u{fffd}";

    #[test]
    fn every_letter_and_sign_of_the_screens_is_in_the_font_in_both_weights() {
        let letters = (' '..='~').chain('\u{a1}'..='\u{ac}').chain('\u{ae}'..='\u{17f}').chain(SIGNS.chars());
        for c in letters {
            for bold in [false, true] {
                let mask = mask(c, bold).unwrap_or_else(|| unreachable!("{c:?} is missing"));
                assert!(c == ' ' || mask.cover.iter().any(|cover| *cover > 100), "{c:?} is seen");
                // A little beyond its cell at most, as letters of any font are.
                let (left, right) = (mask.x, mask.x + mask.width as isize);
                assert!(-3 <= left && right <= 20, "{c:?}: {left} to {right}");
            }
        }
    }

    /// The first and the last column of pixels that are not of the ground, beside a letter in column 1.
    fn inked(symbol: &str, columns: usize) -> Option<(usize, usize)> {
        let mut band = Band::new(200, HEIGHT * SCALE, 0);
        let look = Look { ink: 0x00ff_ffff, ground: 0, bold: false, underlined: false };
        Letters::default().draw(&Letter { column: 1, columns, symbol: symbol.to_owned(), look }, &mut band);
        let plain = Band::new(200, HEIGHT * SCALE, 0);
        let differing = |x: &usize| (0..HEIGHT * SCALE).any(|y| band.pixels[y * 200 + x] != plain.pixels[y * 200 + x]);
        let inked: Vec<usize> = (0..200).filter(differing).collect();
        Some((*inked.first()?, *inked.last()?))
    }

    #[test]
    fn what_the_font_has_not_is_a_box_of_its_width() {
        let cell = (WIDTH + MARGIN) * SCALE;
        assert_eq!(inked("日", 2), Some((cell + 2, cell + 2 * 16 - 3)));
        assert_eq!(inked("Ω", 1), Some((cell + 2, cell + 16 - 3)));
        assert_eq!(inked(" ", 1), None);
        assert_eq!(inked("e\u{301}", 1), inked("é", 1), "an accent is one with its letter");
        assert_ne!(inked("q\u{301}", 1), None);
    }
}

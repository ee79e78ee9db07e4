//! A screen as pixels, for a chat or a letter: the shapes that the SVG has, two pixels for each of its units, and letters
//! from a font of our own, so that it is the same picture on any machine, byte for byte.
//!
//! resvg would draw the SVG itself, but takes 2.4 MB of the program with its text; what our screens have is rectangles,
//! dots and letters in cells. A row of the screen is drawn and packed before the next: a large picture takes no memory.

mod letters;

use super::shapes::{self, Area, HEIGHT, MARGIN, Row, Sheet};
use crate::tui::picture::Caption;
use crate::tui::theme::Theme;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use letters::Letters;
use ratatui::buffer::Buffer;
use std::io::{self, Write};

/// Pixels for a unit.
pub(super) const SCALE: usize = 2;

/// Pixels for a metre: the picture is as large as the SVG where somebody looks for that.
const DENSITY: u32 = 96 * SCALE as u32 * 10_000 / 254;

/// Writes the picture.
pub fn write(buffer: &Buffer, caption: &Caption, theme: Theme, out: &mut dyn Write) -> io::Result<()> {
    let (width, height) = shapes::size(buffer);
    let [width, height] = [width, height].map(|units| (units * SCALE) as u32);
    out.write_all(b"\x89PNG\r\n\x1a\n")?;
    // Eight bits each of red, green and blue.
    chunk(out, b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat())?;
    chunk(out, b"pHYs", &[&DENSITY.to_be_bytes()[..], &DENSITY.to_be_bytes(), &[1]].concat())?;
    for (keyword, text) in [("Title", &caption.title), ("Description", &caption.about)] {
        // Not packed, its language, and no translation of the keyword.
        let head = format!("{keyword}\0\0\0{}\0\0", caption.lang.code());
        chunk(out, b"iTXt", &[head.as_bytes(), text.as_bytes()].concat())?;
    }
    chunk(out, b"IDAT", &pixels(buffer, width as usize, Sheet::of(theme))?)?;
    chunk(out, b"IEND", &[])
}

fn chunk(out: &mut dyn Write, name: &[u8; 4], data: &[u8]) -> io::Result<()> {
    let length = u32::try_from(data.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
    let mut sum = Crc::new();
    sum.update(name);
    sum.update(data);
    out.write_all(&length.to_be_bytes())?;
    out.write_all(name)?;
    out.write_all(data)?;
    out.write_all(&sum.sum().to_be_bytes())
}

/// All pixels, packed.
fn pixels(buffer: &Buffer, width: usize, sheet: Sheet) -> io::Result<Vec<u8>> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::best());
    let mut letters = Letters::default();
    let margin = Band::new(width, MARGIN * SCALE, sheet.ground);
    margin.write(&mut out)?;
    for row in shapes::rows(buffer, sheet) {
        let mut band = Band::new(width, HEIGHT * SCALE, sheet.ground);
        draw(&row, &mut band, &mut letters);
        band.write(&mut out)?;
    }
    margin.write(&mut out)?;
    out.finish()
}

fn draw(row: &Row, band: &mut Band, letters: &mut Letters) {
    let mut fill = |area: Area, colour: u32| {
        let Area { x, y, width, height } = area;
        let [x, width, height] = [x + MARGIN, width, height].map(|units| units * SCALE);
        band.fill((x, (y - row.top) * SCALE), (width, height), colour);
    };
    for (colour, areas) in row.grounds.iter().chain(&row.solid) {
        areas.iter().for_each(|area| fill(*area, *colour));
    }
    for (colour, areas) in &row.hatched {
        for area in areas {
            let stripes = (0..area.width).step_by(2).map(|x| Area { x: area.x + x, width: 1, ..*area });
            stripes.for_each(|stripe| fill(stripe, *colour));
        }
    }
    for (colour, areas) in &row.dotted {
        for Area { x, y, width, .. } in areas {
            for (across, down) in (1..*width).step_by(4).flat_map(|x| [2, 6, 10, 14].map(|y| (x, y))) {
                fill(Area { x: x + across, y: y + down - 1, width: 1, height: 2 }, *colour);
            }
        }
    }
    for (colour, dots) in &row.dots {
        for (x, y) in dots {
            band.dot(((x + MARGIN) * SCALE, (y - row.top) * SCALE), *colour);
        }
    }
    for letter in &row.letters {
        letters.draw(letter, band);
    }
}

/// The pixels of a row.
struct Band {
    width: usize,
    pixels: Vec<[u8; 3]>,
}

impl Band {
    fn new(width: usize, height: usize, ground: u32) -> Band {
        Band { width, pixels: vec![parts(ground); width * height] }
    }

    /// A rectangle.
    fn fill(&mut self, (x, y): (usize, usize), (width, height): (usize, usize), colour: u32) {
        let rows = self.pixels.chunks_mut(self.width.max(1)).skip(y).take(height);
        for pixel in rows.flat_map(|row| row.iter_mut().skip(x).take(width)) {
            *pixel = parts(colour);
        }
    }

    /// A colour over what is there, so much of 255.
    fn cover(&mut self, x: usize, y: usize, colour: u32, cover: u8) {
        if x >= self.width {
            return;
        }
        if let Some(pixel) = self.pixels.get_mut(y * self.width + x) {
            for (own, ink) in pixel.iter_mut().zip(parts(colour)) {
                let mixed = u32::from(*own) * u32::from(255 - cover) + u32::from(ink) * u32::from(cover);
                *own = ((mixed + 127) / 255) as u8;
            }
        }
    }

    /// A braille dot around a corner of pixels, 2.2 units across as in the SVG.
    fn dot(&mut self, (x, y): (usize, usize), colour: u32) {
        /// Of the quarter down right, how much of each pixel lies in the circle.
        const QUARTER: [[u8; 3]; 3] = [[255, 255, 31], [255, 142, 0], [31, 0, 0]];
        for (down, row) in QUARTER.iter().enumerate() {
            for (across, cover) in row.iter().enumerate() {
                let columns = [Some(x + across), x.checked_sub(1 + across)];
                let lines = [Some(y + down), y.checked_sub(1 + down)];
                for x in columns.into_iter().flatten() {
                    lines.into_iter().flatten().for_each(|y| self.cover(x, y, colour, *cover));
                }
            }
        }
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut line = Vec::with_capacity(self.width * 3 + 1);
        for row in self.pixels.chunks(self.width.max(1)) {
            line.clear();
            // Each line as it is: a screen repeats itself, which the packing finds by itself.
            line.push(0);
            line.extend(row.iter().flatten());
            out.write_all(&line)?;
        }
        Ok(())
    }
}

fn parts(colour: u32) -> [u8; 3] {
    let [_, r, g, b] = colour.to_be_bytes();
    [r, g, b]
}

#[cfg(test)]
mod tests {
    use super::*;

    const INK: u32 = 0x00ff_ffff;

    /// The light of each pixel, as hexadecimal digits of its 16ths.
    fn seen(band: &Band) -> Vec<String> {
        let digit = |pixel: &[u8; 3]| format!("{:x}", pixel[0] / 16);
        band.pixels.chunks(band.width).map(|row| row.iter().map(digit).collect()).collect()
    }

    #[test]
    fn a_dot_is_round_and_lies_around_its_corner() {
        let mut band = Band::new(8, 8, 0x0016_171d);
        band.dot((4, 4), INK);
        assert_eq!(
            seen(&band),
            ["11111111", "11133111", "119ff911", "13ffff31", "13ffff31", "119ff911", "11133111", "11111111"]
        );
    }

    #[test]
    fn nothing_is_drawn_beside_the_picture() {
        let mut band = Band::new(4, 2, 0x0016_171d);
        band.fill((3, 1), (5, 5), INK);
        band.cover(4, 0, INK, 255);
        band.cover(0, 2, INK, 255);
        band.dot((0, 0), 0x0000_ff00);
        assert_eq!(seen(&band), ["0011", "001f"]);
    }
}

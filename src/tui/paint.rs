//! FROM CELLS to what needs no terminal: the same cells always give the same bytes.

pub mod ansi;
pub mod html;
pub mod png;
mod shapes;
pub mod svg;
pub mod txt;

use super::picture::{Format, Picture};
use crate::lang::measure::width;
use ratatui::buffer::Cell;
use std::io::{self, Write};

/// Writes a picture.
pub fn write(picture: &Picture, format: Format, out: &mut dyn Write) -> io::Result<()> {
    let Picture { cells, caption, theme } = picture;
    match format {
        Format::Svg => out.write_all(svg::captioned(cells, caption, *theme).as_bytes()),
        Format::Png => png::write(cells, caption, *theme, out),
        Format::Html => out.write_all(html::html(cells, caption, *theme).as_bytes()),
        Format::Ansi => out.write_all(ansi::ansi(cells).as_bytes()),
        Format::Txt => out.write_all(txt::txt(cells).as_bytes()),
    }
}

/// The cells of a row that are seen, each with its column and how many it takes: a wide character hides the cell after it.
fn seen(cells: &[Cell]) -> impl Iterator<Item = (usize, usize, &Cell)> {
    let mut next = 0;
    cells.iter().enumerate().filter_map(move |(column, cell)| {
        let columns = width(cell.symbol()).max(1);
        let is_seen = column >= next;
        if is_seen {
            next = column + columns;
        }
        is_seen.then_some((column, columns, cell))
    })
}

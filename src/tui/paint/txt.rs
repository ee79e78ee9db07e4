//! A screen as text: its cells, line by line, without the blanks at the ends.

use super::seen;
use ratatui::buffer::{Buffer, Cell};

/// The lines.
pub fn txt(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let line = |cells: &[Cell]| seen(cells).map(|(_, _, cell)| cell.symbol()).collect::<String>();
    buffer.content.chunks(width.max(1)).map(|cells| line(cells).trim_end().to_owned() + "\n").collect()
}

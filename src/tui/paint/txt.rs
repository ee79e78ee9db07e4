//! A screen as text: its cells, line by line, without the blanks at the ends.

use ratatui::buffer::{Buffer, Cell};

/// The lines.
pub fn txt(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let line = |cells: &[Cell]| cells.iter().map(Cell::symbol).collect::<String>();
    buffer.content.chunks(width.max(1)).map(|cells| line(cells).trim_end().to_owned() + "\n").collect()
}

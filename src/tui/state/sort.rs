//! What the workers' table is sorted by: its columns, and the order of the file. What it was sorted by before decides
//! among equals.

use crate::roster::order::{Order, SortColumn};

/// Lines: each column, and the order of the file.
pub const LINES: usize = SortColumn::ALL.len() + 1;

/// The line of a column.
pub fn line(column: SortColumn) -> usize {
    SortColumn::ALL.iter().position(|own| *own == column).unwrap_or(0)
}

/// The order that a line makes of the one in force.
pub fn order(line: usize, former: Order) -> Order {
    SortColumn::ALL.get(line).map_or(Order::default(), |column| former.by(*column))
}

/// `↑` or `↓` for the first column of the order, `¹` being implied; the second one has its own in dim.
pub fn arrow(order: Order, column: SortColumn) -> Option<(&'static str, bool)> {
    let mark = |descending: bool| if descending { "↓" } else { "↑" };
    let first = order.first.filter(|level| level.column == column).map(|level| (mark(level.descending), true));
    let second = order.second.filter(|level| level.column == column).map(|level| (mark(level.descending), false));
    first.or(second)
}

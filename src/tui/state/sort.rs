//! What the workers' table is sorted by: its columns, and the order of the file. What it was sorted by before decides
//! among equals.

use super::layer::{Layer, Next, Scene};
use crate::roster::attribute::Attribute;
use crate::roster::order::Order;
use crate::tui::keymap::{Action, Context};

/// Lines: each column, and the order of the file.
pub const LINES: usize = Attribute::TABLE.len() + 1;

/// The list of columns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SortList {
    /// The line under the cursor.
    pub line: usize,
}

impl SortList {
    /// The cursor on the column that decides now.
    pub fn new(order: Order) -> SortList {
        let line = |column| Attribute::TABLE.iter().position(|own| *own == column);
        SortList { line: order.first.and_then(|level| line(level.column)).unwrap_or(0) }
    }
}

impl Layer for SortList {
    fn context(&self) -> Context {
        Context::Sort
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        match action {
            Action::Next | Action::Sort => self.line = (self.line + 1) % LINES,
            Action::Previous => self.line = (self.line + LINES - 1) % LINES,
            Action::First => self.line = 0,
            Action::Last => self.line = LINES - 1,
            Action::Open | Action::Pick => {
                let order = order(self.line, scene.review.shown().order);
                scene.review.sort_anew(order, scene.clerk);
                return Next::Close;
            }
            Action::To(_) | Action::NextTab | Action::PreviousTab | Action::Back => return Next::Tab,
            Action::Help | Action::Palette => return Next::Tab,
            _ => {}
        }
        Next::Stay
    }
}

/// The order that a line makes of the one in force.
fn order(line: usize, former: Order) -> Order {
    Attribute::TABLE.get(line).map_or(Order::default(), |column| former.by(*column))
}

/// `↑` or `↓` for the first column of the order, `¹` being implied; the second one has its own in dim.
pub fn arrow(order: Order, column: Attribute) -> Option<(&'static str, bool)> {
    let mark = |descending: bool| if descending { "↓" } else { "↑" };
    let first = order.first.filter(|level| level.column == column).map(|level| (mark(level.descending), true));
    let second = order.second.filter(|level| level.column == column).map(|level| (mark(level.descending), false));
    first.or(second)
}

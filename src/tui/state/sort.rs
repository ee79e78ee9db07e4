//! What the workers' table is sorted by: its columns, and the order of the file. What it was sorted by before decides
//! among equals.

use super::layer::{Layer, Next, Scene};
use super::tabs::Pointed;
use crate::roster::Roster;
use crate::roster::attribute::Attribute;
use crate::roster::order::Order;
use crate::tui::keymap::{Action, Context};

/// The list of columns, and behind them the order of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SortList {
    /// The line under the cursor.
    pub line: usize,
    /// What may be sorted by.
    pub columns: Vec<Attribute>,
}

impl SortList {
    /// The cursor on the column that decides now. In a closed roster no number of persons is among them: who knows the
    /// numbers of two would learn of everybody between them.
    pub fn new(roster: &Roster, order: Order) -> SortList {
        let numbers = [Attribute::Nik, Attribute::Kpj, Attribute::Phone];
        let may = |column: &Attribute| !(roster.closed && numbers.contains(column));
        let columns: Vec<Attribute> = Attribute::TABLE.into_iter().filter(may).collect();
        let line = |column| columns.iter().position(|own| *own == column);
        SortList { line: order.first.and_then(|level| line(level.column)).unwrap_or(0), columns }
    }

    /// Lines: each column, and the order of the file.
    pub fn lines(&self) -> usize {
        self.columns.len() + 1
    }
}

impl Layer for SortList {
    fn context(&self) -> Context {
        Context::Sort
    }

    fn point(&mut self, (_, place): (usize, usize), _: &mut Scene<'_>) -> Pointed {
        if place < self.lines() { Pointed::put(&mut self.line, place) } else { Pointed::Nowhere }
    }

    fn line(&self, _: &Scene<'_>) -> Option<(usize, usize)> {
        Some((self.line, self.lines()))
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        match action {
            Action::Next | Action::Sort => self.line = (self.line + 1) % self.lines(),
            Action::Previous => self.line = (self.line + self.lines() - 1) % self.lines(),
            Action::First => self.line = 0,
            Action::Last => self.line = self.lines() - 1,
            Action::Open | Action::Pick => {
                let former = scene.review.shown().order;
                let order = self.columns.get(self.line).map_or(Order::default(), |column| former.by(*column));
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

/// `↑` or `↓` for the first column of the order, `¹` being implied; the second one has its own in dim.
pub fn arrow(order: Order, column: Attribute) -> Option<(&'static str, bool)> {
    let mark = |descending: bool| if descending { "↓" } else { "↑" };
    let first = order.first.filter(|level| level.column == column).map(|level| (mark(level.descending), true));
    let second = order.second.filter(|level| level.column == column).map(|level| (mark(level.descending), false));
    first.or(second)
}

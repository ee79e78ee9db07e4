//! What the list in front is sorted by, that of the workers or that of the groups: its columns, and the order of the
//! file. What it was sorted by before decides among equals.

use super::layer::{Layer, Next, Scene};
use super::review::Review;
use super::tabs::Pointed;
use crate::figures::groups::order::GroupColumn;
use crate::roster::Roster;
use crate::roster::attribute::Attribute;
use crate::tui::keymap::{Action, Context};
use crate::tui::tab::Tab;
use crate::tui::target::By;

/// The columns of the workers. In a closed roster no number of persons is among them: who knows the numbers of two would
/// learn of everybody between them.
fn of_workers(roster: &Roster) -> impl Iterator<Item = Attribute> {
    let numbers = [Attribute::Nik, Attribute::Kpj, Attribute::Phone];
    Attribute::TABLE.into_iter().filter(move |column| !(roster.closed && numbers.contains(column)))
}

/// The list of columns, and behind them the order of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SortList {
    /// The line under the cursor.
    pub line: usize,
    /// What may be sorted by.
    pub columns: Vec<By>,
}

impl SortList {
    /// The list of a tab, the cursor on the column that decides now.
    pub fn new(review: &Review, tab: Tab) -> SortList {
        let columns: Vec<By> = match tab {
            Tab::Groups => GroupColumn::in_sight(&review.filter).iter().copied().map(By::Group).collect(),
            _ => of_workers(&review.roster).map(By::Worker).collect(),
        };
        let decides = review.shown().sorted(tab).first();
        let line = decides.and_then(|(column, _)| columns.iter().position(|own| *own == column));
        SortList { line: line.unwrap_or(0), columns }
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
                let shown = scene.review.shown();
                let unsorted = || shown.sorted(scene.tab).unsorted();
                let sorted = self.columns.get(self.line).map_or_else(unsorted, |column| shown.by(*column));
                scene.review.sort_anew(sorted, scene.clerk);
                return Next::Close;
            }
            Action::To(_) | Action::NextTab | Action::PreviousTab | Action::Back => return Next::Tab,
            Action::Help | Action::Palette => return Next::Tab,
            _ => {}
        }
        Next::Stay
    }
}

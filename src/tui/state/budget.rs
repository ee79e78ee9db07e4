//! Budget: the line under the cursor: one of the runways, a payment, or the claims.

use super::tabs::{Cursor, Facts, moved};
use crate::figures::budget::{Budget, Outlook};
use crate::lang::{Phrase, words};

/// What the cursor may stand on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum BudgetRow {
    /// Active.
    #[default]
    Active,
    /// Active and verified.
    Joined,
    /// The target.
    Target,
    /// As many as fit.
    Affordable,
    /// What those of the filter cost.
    Selection,
    /// A payment, by its place in the file.
    Payment(usize),
    /// The claims.
    Claims,
}

impl BudgetRow {
    /// For whom the money is to last, and how it does; `None` for what is no runway.
    pub fn outlook(self, budget: &Budget) -> Option<(&'static Phrase, Outlook)> {
        match self {
            BudgetRow::Active => Some((&words::THE_ACTIVE, budget.active)),
            BudgetRow::Joined => Some((&words::ACTIVE_AND_VERIFIED, budget.joined)),
            BudgetRow::Target => budget.target.map(|outlook| (&words::WHOLE_TARGET, outlook)),
            BudgetRow::Affordable => budget.affordable.map(|outlook| (&words::AS_MANY_AS_FIT, outlook)),
            BudgetRow::Selection | BudgetRow::Payment(_) | BudgetRow::Claims => None,
        }
    }
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct BudgetTab {
    /// The line.
    pub row: BudgetRow,
}

/// The lines: the runways, the payments, the claims.
pub fn rows(facts: Facts<'_>) -> Vec<BudgetRow> {
    let budget = &facts.answer.figures.budget;
    let mut rows = vec![BudgetRow::Active, BudgetRow::Joined];
    rows.extend(budget.target.map(|_| BudgetRow::Target));
    if budget.affordable.is_some() {
        rows.push(BudgetRow::Affordable);
    }
    if budget.selection.is_some() {
        rows.push(BudgetRow::Selection);
    }
    rows.extend((0..facts.roster.payments.len()).map(BudgetRow::Payment));
    if budget.claimed().count > 0 {
        rows.push(BudgetRow::Claims);
    }
    rows
}

impl Cursor for BudgetTab {
    fn step(&mut self, facts: Facts<'_>, by: isize) {
        let rows = rows(facts);
        let place = rows.iter().position(|row| *row == self.row).unwrap_or(0);
        self.row = rows.get(moved(place, by, rows.len())).copied().unwrap_or_default();
    }

    fn settle(&mut self, facts: Facts<'_>, _: Option<usize>) {
        if !rows(facts).contains(&self.row) {
            self.row = BudgetRow::Active;
        }
    }
}

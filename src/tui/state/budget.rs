//! Budget: the line under the cursor: one of the runways, a payment, or the claims.

use super::tabs::{Cursor, Facts, Pointed, moved};
use crate::figures::budget::{Budget, Outlook};
use crate::lang::{Phrase, words};

/// The number of the list of payments, which stand behind the runways.
pub const PAYMENTS_LIST: usize = 1;
/// That of the claims, which stand behind both.
pub const CLAIMS_LIST: usize = 2;

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

/// The lines: the runways, the payments, the claims. A million payments are counted, not listed.
struct Lines {
    runways: Vec<BudgetRow>,
    payments: usize,
    claims: bool,
}

/// The lines of the runways, and of what a selection costs.
pub fn runways(budget: &Budget) -> Vec<BudgetRow> {
    let mut runways = vec![BudgetRow::Active, BudgetRow::Joined];
    runways.extend(budget.target.map(|_| BudgetRow::Target));
    runways.extend(budget.affordable.map(|_| BudgetRow::Affordable));
    runways.extend(budget.selection.map(|_| BudgetRow::Selection));
    runways
}

impl Lines {
    fn of(facts: Facts<'_>) -> Lines {
        let budget = &facts.answer.figures.budget;
        Lines { runways: runways(budget), payments: facts.roster.payments.len(), claims: budget.claimed().count > 0 }
    }

    fn len(&self) -> usize {
        self.runways.len() + self.payments + usize::from(self.claims)
    }

    fn get(&self, place: usize) -> Option<BudgetRow> {
        match place.checked_sub(self.runways.len()) {
            None => self.runways.get(place).copied(),
            Some(payment) if payment < self.payments => Some(BudgetRow::Payment(payment)),
            Some(_) => self.claims.then_some(BudgetRow::Claims),
        }
    }

    fn place(&self, row: BudgetRow) -> Option<usize> {
        let first = self.runways.len();
        match row {
            BudgetRow::Payment(payment) => (payment < self.payments).then_some(first + payment),
            BudgetRow::Claims => self.claims.then_some(first + self.payments),
            runway => self.runways.iter().position(|own| *own == runway),
        }
    }
}

impl Cursor for BudgetTab {
    fn step(&mut self, facts: Facts<'_>, by: isize) {
        let lines = Lines::of(facts);
        let place = lines.place(self.row).unwrap_or(0);
        self.row = lines.get(moved(place, by, lines.len())).unwrap_or_default();
    }

    fn point(&mut self, facts: Facts<'_>, list: usize, place: usize) -> Pointed {
        let lines = Lines::of(facts);
        let row = match list {
            PAYMENTS_LIST => (place < lines.payments).then_some(BudgetRow::Payment(place)),
            CLAIMS_LIST => lines.claims.then_some(BudgetRow::Claims),
            _ => lines.runways.get(place).copied(),
        };
        row.map_or(Pointed::Nowhere, |row| Pointed::put(&mut self.row, row))
    }

    fn settle(&mut self, facts: Facts<'_>, _: Option<usize>) {
        if Lines::of(facts).place(self.row).is_none() {
            self.row = BudgetRow::Active;
        }
    }
}

//! What differs between two readings of one file, in a few words each.

use super::findings;
use super::number::UNKNOWN;
use super::words::notice as words;
use super::{Lang, Phrase};
use crate::figures::reread::{Amount, Differences, Figure, Moved, Part, Rows};
use crate::lang::words::standing;

impl Lang {
    /// Each difference, the most important first: `active 2 → 8`.
    pub fn differences(self, differences: &Differences) -> Vec<String> {
        let (first, rest): (Vec<&Moved>, Vec<&Moved>) = differences.figures.iter().partition(|own| leads(own.figure));
        let first = first.into_iter().map(|own| self.moved(own));
        let rows = differences.rows.iter().map(|own| self.rows_changed(*own));
        let rest = rest.into_iter().map(|own| self.moved(own));
        let parts = differences.parts.iter().map(|own| self.say(&part(*own)).to_owned());
        first.chain(rows).chain(rest).chain(parts).collect()
    }

    fn moved(self, moved: &Moved) -> String {
        let amount = |own: Option<Amount>| own.map_or(UNKNOWN.to_owned(), |own| self.amount_read(own));
        let name = self.say(&figure(moved.figure));
        self.fill(&words::FROM_TO, &[name, &amount(moved.was), &amount(moved.is)])
    }

    fn amount_read(self, amount: Amount) -> String {
        match amount {
            Amount::Count(many) => self.count(many),
            Amount::Money(money) => self.rupiah(money),
            Amount::Months(months) => self.decimal(months),
            Amount::Month(month) => self.month(month),
            Amount::Day(day) => self.day(day),
            Amount::Year(year) => year.to_string(),
        }
    }

    fn rows_changed(self, rows: Rows) -> String {
        match rows {
            Rows::Joined(many) => self.fill(&words::JOINED, &[&self.count(many)]),
            Rows::Left(many) => self.fill(&words::GONE, &[&self.count(many)]),
            Rows::Changed(attribute, many) => {
                let workers = self.fill(&super::words::READ_WORKERS, &[&self.count(many)]);
                self.fill(&words::CHANGED_OF, &[&self.within(attribute), &workers])
            }
            Rows::Else(many) => self.fill(&words::ROWS_ELSE, &[&self.count(many)]),
            Rows::Order => self.say(&words::ROW_ORDER).to_owned(),
        }
    }
}

/// Whether it is told before what happened to the rows.
fn leads(figure: Figure) -> bool {
    use crate::roster::worker::Standing;
    match figure {
        Figure::Standing(own) => own == Standing::Active,
        Figure::Target | Figure::Budget | Figure::Left | Figure::PaidTo | Figure::Months => true,
        Figure::FirstUnpaid | Figure::Spent | Figure::Committed | Figure::Listed => true,
        _ => false,
    }
}

fn figure(figure: Figure) -> Phrase {
    match figure {
        Figure::Standing(own) => standing(own),
        Figure::Target => words::TARGET,
        Figure::Budget => words::BUDGET,
        Figure::Left => words::LEFT,
        Figure::PaidTo => words::PAID_TO,
        Figure::Months => words::MONTHS,
        Figure::FirstUnpaid => words::FIRST_UNPAID,
        Figure::Spent => words::SPENT,
        Figure::Committed => super::words::COMMITTED,
        Figure::TargetPaidTo => words::TARGET_PAID_TO,
        Figure::Listed => words::LISTED,
        Figure::Claims => words::CLAIMS,
        Figure::ClaimsPaid => words::CLAIMS_PAID,
        Figure::Findings(own) => findings::severity(own),
        Figure::SetAside => words::SET_ASIDE,
        Figure::AsOf => words::AS_OF,
        Figure::CoverageTo => words::COVERAGE_TO,
        Figure::FiscalYear => words::FISCAL_YEAR,
        Figure::GraceMonths => words::GRACE_MONTHS,
        Figure::AgeLimit => words::AGE_LIMIT,
    }
}

fn part(part: Part) -> Phrase {
    match part {
        Part::Name => words::ITS_NAME,
        Part::Region => words::ITS_REGION,
        Part::Rates => words::ITS_RATES,
        Part::Coverage => words::ITS_COVERAGE,
        Part::Groups => words::ITS_GROUPS,
        Part::Payments => words::ITS_PAYMENTS,
        Part::Plan => words::ITS_PLAN,
        Part::Claims => words::ITS_CLAIMS,
        Part::Districts => words::ITS_DISTRICTS,
        Part::History => words::ITS_HISTORY,
        Part::Findings => words::ITS_FINDINGS,
        Part::Other => words::ITS_REST,
    }
}

//! What differs between two readings of one file, exactly: every figure that moved, the most important first, then the
//! rows, then the parts of the file that no figure shows. Nothing differs only if no figure and no row does.

use super::Figures;
use super::budget::Runway;
use super::compare::{Aspect, Baseline, Comparison, is_known};
use crate::roster::Roster;
use crate::roster::attribute::Attribute;
use crate::roster::calendar::{Day, Month};
use crate::roster::filter::Filter;
use crate::roster::finding::{Rule, Severity};
use crate::roster::money::Rupiah;
use crate::roster::program::Program;
use crate::roster::rows::Row;
use crate::roster::same;
use crate::roster::worker::Standing;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::sync::Arc;

/// A figure that a reading has, whatever the filter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are named as on the screens")]
pub enum Figure {
    Standing(Standing),
    Target,
    Budget,
    Left,
    /// The last month that the active are paid.
    PaidTo,
    /// Months that the active are paid.
    Months,
    /// The first month that is not paid yet.
    FirstUnpaid,
    Spent,
    Committed,
    /// The last month that the whole target would be paid.
    TargetPaidTo,
    Listed,
    Claims,
    ClaimsPaid,
    Findings(Severity),
    /// Rows that could not be read.
    SetAside,
    AsOf,
    CoverageTo,
    FiscalYear,
    GraceMonths,
    AgeLimit,
}

/// What a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are what they hold")]
pub enum Amount {
    Count(u64),
    Money(Rupiah),
    Months(Decimal),
    Month(Month),
    Day(Day),
    Year(i32),
}

/// A figure that moved; `None` is unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moved {
    /// Which.
    pub figure: Figure,
    /// In the former reading.
    pub was: Option<Amount>,
    /// In this one.
    pub is: Option<Amount>,
}

/// What happened to rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rows {
    /// So many are new.
    Joined(u64),
    /// So many are gone.
    Left(u64),
    /// Of so many this differs.
    Changed(Attribute, u64),
    /// Of so many something else differs.
    Else(u64),
    /// They are the same rows in another order.
    Order,
}

/// A part of the file that differs, where no figure says how.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are the parts of the roster file")]
pub enum Part {
    Name,
    Region,
    Rates,
    Coverage,
    Groups,
    Payments,
    Plan,
    Claims,
    Districts,
    History,
    Findings,
    /// Anything else.
    Other,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Differences {
    /// The figures that moved, the most important first.
    pub figures: Vec<Moved>,
    /// What happened to the rows.
    pub rows: Vec<Rows>,
    /// What else differs.
    pub parts: Vec<Part>,
}

impl Differences {
    /// From a former reading to this one.
    pub fn of(former: &Arc<Roster>, now: &Roster) -> Differences {
        let baseline = Baseline::of(Arc::clone(former), now);
        let figures = [former, now].map(|roster| Figures::of(roster, &Filter::EVERYBODY));
        let comparison = Comparison::of(&baseline, &Filter::EVERYBODY, now, &figures[1]);
        let rows = rows(&comparison, former, now);
        let moved = moved((former, &figures[0]), (now, &figures[1]));
        let parts = parts(&comparison, former, now, &moved);
        Differences { figures: moved, rows, parts }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.rows.is_empty() && self.parts.is_empty()
    }
}

fn moved((former, was): (&Roster, &Figures), (now, is): (&Roster, &Figures)) -> Vec<Moved> {
    let (was, is) = (values(former, was), values(now, is));
    let pairs = was.into_iter().zip(is).filter(|((_, was), (_, is))| was != is);
    pairs.map(|((figure, was), (_, is))| Moved { figure, was, is }).collect()
}

/// Every figure of a reading, the most important first.
fn values(roster: &Roster, figures: &Figures) -> Vec<(Figure, Option<Amount>)> {
    let budget = &figures.budget;
    let count = |many: u64| Some(Amount::Count(many));
    let lasts = |runway: Runway| match runway {
        Runway::Lasts(lasts) => Some(lasts),
        _ => None,
    };
    let standing = |own: Standing| (Figure::Standing(own), count(figures.enrollment.standing.get(own)));
    let (active, target) = (lasts(budget.active.runway), budget.target.and_then(|own| lasts(own.runway)));
    let claimed = budget.claimed();
    let program = &roster.program;
    let mut values = vec![
        standing(Standing::Active),
        (Figure::Target, program.target.and_then(count)),
        (Figure::Budget, program.budget.map(Amount::Money)),
        (Figure::Left, budget.left.map(Amount::Money)),
        (Figure::PaidTo, active.and_then(|own| own.funded_through).map(Amount::Month)),
        (Figure::Months, active.and_then(|own| own.months).map(Amount::Months)),
        (Figure::FirstUnpaid, budget.first_unpaid().map(Amount::Month)),
        (Figure::Spent, budget.spent.map(Amount::Money)),
        (Figure::Committed, budget.committed.map(Amount::Money)),
        (Figure::Listed, count(figures.matched)),
        (Figure::TargetPaidTo, target.and_then(|own| own.funded_through).map(Amount::Month)),
        (Figure::SetAside, count(roster.set_aside.count() as u64)),
    ];
    values.extend(Standing::ALL.into_iter().filter(|own| *own != Standing::Active).map(standing));
    values.extend([
        (Figure::Claims, count(claimed.count)),
        (Figure::ClaimsPaid, claimed.amount.map(Amount::Money)),
        (Figure::AsOf, Some(Amount::Day(roster.as_of()))),
        (Figure::CoverageTo, Some(Amount::Month(program.coverage.to))),
        (Figure::FiscalYear, Some(Amount::Year(program.fiscal_year))),
        (Figure::GraceMonths, count(program.grace_months.into())),
        (Figure::AgeLimit, count(program.max_age.into())),
    ]);
    values.extend(Severity::ALL.map(|own| (Figure::Findings(own), count(roster.findings.severity(own)))));
    values
}

/// What happened to the rows. Who cannot be told apart by a number of his own is told by all that stands in his row.
fn rows(comparison: &Comparison, former: &Roster, now: &Roster) -> Vec<Rows> {
    let (joined, left) = beyond(former, &comparison.left, now, &comparison.joined);
    let mut rows = Vec::new();
    rows.extend((joined > 0).then_some(Rows::Joined(joined)));
    rows.extend((left > 0).then_some(Rows::Left(left)));
    let changed = Attribute::COMPARED.into_iter().map(|own| (own, comparison.changed_in(own)));
    rows.extend(changed.filter(|(_, many)| *many > 0).map(|(own, many)| Rows::Changed(own, many)));
    rows.extend(comparison.columns.iter().map(|column| {
        let roster = if column.newer { now } else { former };
        Rows::Changed(column.attribute, roster.iter().filter(|own| is_known(*own, column.attribute)).count() as u64)
    }));
    if rows.is_empty() && (0..now.workers.len() as Row).any(|row| !same::is_equal(former, now, row)) {
        let all = |roster: &Roster| (0..roster.workers.len() as Row).collect::<Vec<Row>>();
        let (other, _) = beyond(former, &all(former), now, &all(now));
        rows.push(if other > 0 { Rows::Else(other) } else { Rows::Order });
    }
    rows
}

/// How many of these rows have no equal among the others, on both sides: those of now, and those of the former reading.
fn beyond(former: &Roster, left: &[Row], now: &Roster, joined: &[Row]) -> (u64, u64) {
    let mut waiting: HashMap<Vec<String>, u64> = HashMap::new();
    for &row in left {
        *waiting.entry(same::whole(former.worker(row))).or_default() += 1;
    }
    let mut alone = 0;
    for &row in joined {
        match waiting.get_mut(&same::whole(now.worker(row))).filter(|many| **many > 0) {
            Some(many) => *many -= 1,
            None => alone += 1,
        }
    }
    (alone, waiting.values().sum())
}

/// What else differs, where no figure has said it.
fn parts(comparison: &Comparison, former: &Roster, now: &Roster, moved: &[Moved]) -> Vec<Part> {
    let told = |figures: &[Figure]| moved.iter().any(|own| figures.contains(&own.figure));
    let mut parts = Vec::new();
    for aspect in &comparison.aspects {
        match aspect {
            Aspect::Program => parts.extend(of_program(&former.program, &now.program)),
            Aspect::Groups => parts.push(Part::Groups),
            Aspect::Payments if told(&[Figure::Spent, Figure::Committed]) => {}
            Aspect::Payments => parts.push(Part::Payments),
            Aspect::Plan => parts.push(Part::Plan),
            Aspect::Claims if told(&[Figure::Claims, Figure::ClaimsPaid]) => {}
            Aspect::Claims => parts.push(Part::Claims),
            Aspect::Districts => parts.push(Part::Districts),
            Aspect::History => parts.push(Part::History),
        }
    }
    let found = Severity::ALL.map(Figure::Findings);
    let counts = |roster: &Roster| Rule::ALL.iter().map(|&rule| roster.findings.count(rule)).collect::<Vec<u64>>();
    if !told(&found) && counts(former) != counts(now) {
        parts.push(Part::Findings);
    }
    let rest = |roster: &Roster| {
        (roster.synthetic, roster.payments_known, roster.unknown_fields.clone(), roster.set_aside.clone())
    };
    if !told(&[Figure::SetAside]) && rest(former) != rest(now) {
        parts.push(Part::Other);
    }
    parts
}

fn of_program(was: &Program, is: &Program) -> Vec<Part> {
    let differs = [
        (Part::Name, was.name != is.name),
        (Part::Region, was.region != is.region),
        (Part::Rates, was.rates != is.rates),
        (Part::Coverage, was.coverage.from != is.coverage.from),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

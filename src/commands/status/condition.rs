//! `--fail-if NAME OP NUMBER`: unlimited never fires, unknown fires and says so.

use crate::commands::Failure;
use crate::figures::budget::{Outlook, Runway};
use crate::figures::share::Share;
use crate::lang::errors::without_numbers;
use crate::lang::scrub::scrub;
use crate::lang::summary::Summary;
use crate::lang::words::command as words;
use crate::lang::{Lang, Phrase};
use crate::roster::finding::Severity;
use crate::roster::money::Rupiah;
use rust_decimal::Decimal;

/// A condition on one figure.
pub struct Condition {
    /// As it was given.
    text: String,
    name: Name,
    operator: Operator,
    number: Decimal,
}

/// The figures that a condition may name.
#[derive(Clone, Copy)]
enum Name {
    Percent,
    ToGo,
    Left,
    AbsorbedPercent,
    RunwayMonths,
    RunwayTargetMonths,
    BalanceAtEnd,
    AffordableWorkers,
    OverAffordable,
    Errors,
    Warnings,
}

const NAMES: [(&str, Name); 11] = [
    ("percent", Name::Percent),
    ("to_go", Name::ToGo),
    ("left", Name::Left),
    ("absorbed_percent", Name::AbsorbedPercent),
    ("runway_months", Name::RunwayMonths),
    ("runway_target_months", Name::RunwayTargetMonths),
    ("balance_at_end", Name::BalanceAtEnd),
    ("affordable_workers", Name::AffordableWorkers),
    ("over_affordable", Name::OverAffordable),
    ("errors", Name::Errors),
    ("warnings", Name::Warnings),
];

type Operator = fn(&Decimal, &Decimal) -> bool;

/// Longer signs first, so that `<=` is not read as `<`.
const OPERATORS: [(&str, Operator); 6] = [
    ("<=", |a, b| a <= b),
    (">=", |a, b| a >= b),
    ("!=", |a, b| a != b),
    ("<", |a, b| a < b),
    (">", |a, b| a > b),
    ("=", |a, b| a == b),
];

/// What a figure is.
enum Figure {
    Known(Decimal),
    Unlimited,
    Unknown,
}

impl Condition {
    /// Reads a condition.
    pub fn parse(text: &str, lang: Lang) -> Result<Condition, Failure> {
        let usage = |phrase: &Phrase, values: &[&str]| Failure::Usage(lang.fill(phrase, values));
        let found = OPERATORS.iter().filter_map(|(sign, operator)| Some((text.find(sign)?, *sign, *operator)));
        let Some((at, sign, operator)) = found.min_by_key(|(at, sign, _)| (*at, 2 - sign.len())) else {
            return Err(usage(&words::CONDITION_FORM, &[&without_numbers(text)]));
        };
        let name = text.get(..at).unwrap_or("").trim();
        let number = text.get(at + sign.len()..).unwrap_or("").trim();
        let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        let Some((_, found)) = NAMES.iter().find(|(known, _)| *known == name) else {
            return Err(usage(&words::CONDITION_NAME, &[&without_numbers(name), &names.join(", ")]));
        };
        let plain = number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        let number = Decimal::from_str_exact(number).ok().filter(|_| plain);
        let Some(number) = number else {
            return Err(usage(&words::CONDITION_NUMBER, &[sign]));
        };
        Ok(Condition { text: text.to_owned(), name: *found, operator, number })
    }

    /// What is to be said if it holds: itself and the figure, written as the number that it was compared with; an
    /// unknown figure holds too. `None` where it does not hold.
    pub fn holds(&self, report: &Summary<'_>) -> Option<String> {
        let text = scrub(self.text.trim());
        match self.name.figure(report) {
            Figure::Known(figure) if (self.operator)(&figure, &self.number) => {
                Some(report.lang.fill(&words::HOLDS, &[&text, &figure.to_string()]))
            }
            Figure::Known(_) | Figure::Unlimited => None,
            Figure::Unknown => Some(report.lang.fill(&words::HOLDS_UNKNOWN, &[&text])),
        }
    }
}

impl Name {
    fn figure(self, report: &Summary<'_>) -> Figure {
        let known = |figure: Option<Decimal>| figure.map_or(Figure::Unknown, Figure::Known);
        let money = |amount: Option<Rupiah>| {
            known(amount.and_then(|amount| Decimal::try_from_i128_with_scale(amount.get(), 0).ok()))
        };
        let count = |count: Option<u64>| known(count.map(Decimal::from));
        let months = |outlook: &Outlook| match outlook.runway {
            Runway::Unlimited => Figure::Unlimited,
            Runway::Unknown | Runway::NoRate => Figure::Unknown,
            Runway::Lasts(lasts) => known(lasts.months),
        };
        let enrollment = &report.figures.enrollment;
        let budget = &report.figures.budget;
        let findings = &report.roster.findings;
        match self {
            Name::Percent => known(enrollment.progress.and_then(Share::percent)),
            Name::ToGo => count(enrollment.to_go),
            Name::Left => money(budget.left),
            Name::AbsorbedPercent => known(budget.absorbed().and_then(Share::percent)),
            Name::RunwayMonths => months(&budget.active),
            Name::RunwayTargetMonths => budget.target.as_ref().map_or(Figure::Unknown, months),
            Name::BalanceAtEnd => money(budget.active.balance),
            Name::AffordableWorkers => count(budget.affordable.map(|outlook| outlook.workers)),
            Name::OverAffordable => count(budget.over_affordable),
            Name::Errors => count(Some(findings.severity(Severity::Error))),
            Name::Warnings => count(Some(findings.severity(Severity::Warning))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_a_name_a_sign_and_a_number() {
        for (text, reads) in [
            ("runway_months<3", true),
            ("runway_months <= 3.5", true),
            ("balance_at_end<-5", true),
            ("errors!=0", true),
            ("errors", false),
            ("month<3", false),
            ("percent<50%", false),
            ("percent<", false),
            ("percent<1e3", false),
        ] {
            assert_eq!(Condition::parse(text, Lang::En).is_ok(), reads, "{text}");
        }
    }
    /// A figure that no help tells of is one that nobody asks for.
    #[test]
    fn the_help_tells_of_every_figure_in_their_order() {
        let told: Vec<&str> = crate::lang::manual::CONDITIONS.iter().map(|own| Lang::En.say(&own.sign)).collect();
        assert_eq!(told, NAMES.map(|(name, _)| name));
    }
}

//! What one rule found: how often, who mends it and how, and where it is.

use super::{AT_A_TIME, Dialogue, people};
use crate::lang::Lang;
use crate::lang::errors::without_numbers;
use crate::lang::person::Privacy;
use crate::lang::words::plain as words;
use crate::roster::finding::{Place, Rule};
use crate::roster::rows::Row;
use crate::roster::text::fold;

impl Dialogue<'_> {
    /// The rule that is named by its code, or as the lines call it: its line, and its first rows.
    pub(super) fn rule(&self, name: &str) -> Result<Vec<String>, String> {
        let (lang, roster) = (self.lang, &self.roster);
        let wanted = fold(name);
        let called = |rule: Rule| [Lang::En, Lang::Id].map(|lang| fold(&lang.finding(roster, rule)));
        let is_meant = |rule: &Rule| fold(rule.code()) == wanted || called(*rule).contains(&wanted);
        let found = Rule::ALL.iter().copied().find(is_meant).ok_or_else(|| {
            let codes: Vec<&str> = roster.findings.rules().map(Rule::code).collect();
            lang.fill(&words::NO_RULE, &[&without_numbers(name), &codes.join(", ")])
        })?;
        let mut lines = vec![lang.rule_found(roster, found, roster.findings.count(found)), lang.to_do(found)];
        lines.extend(self.rows_of(found));
        lines.extend(self.places_of(found));
        Ok(lines)
    }

    /// Those of the list whom it names, by their number there.
    fn rows_of(&self, rule: Rule) -> Vec<String> {
        let of_rule = self.roster.findings.rows(rule);
        let told = |(place, row): (usize, &Row)| people::line(&self.roster, *row, place + 1, self.privacy, self.lang);
        let mut all = self.rows.iter().enumerate().filter(|(_, row)| of_rule.binary_search(row).is_ok());
        let mut lines: Vec<String> = all.by_ref().take(AT_A_TIME).map(told).collect();
        let more = all.count() as u64;
        // A filter changes no finding: how many of its rows are told.
        if !self.text.is_empty() && !of_rule.is_empty() {
            let passing = self.lang.count(lines.len() as u64 + more);
            let told = [&passing, &self.lang.count(of_rule.len() as u64), &Privacy::Masked.text(&self.text)];
            lines.insert(0, self.lang.fill(&words::OF_RULE_PASS, &told.map(String::as_str)));
        }
        if more > 0 {
            let filter = rule.code();
            lines.push(self.lang.fill(&words::MORE_OF_RULE, &[&self.lang.count(more), filter]));
        }
        lines
    }

    /// What else it names: payments, claims, months.
    fn places_of(&self, rule: Rule) -> Vec<String> {
        let (lang, roster) = (self.lang, &self.roster);
        let told = |place: &Place| lang.place(roster, &self.figures.budget, roster.paid_months(), place);
        let places = roster.findings.places(rule);
        let mut lines: Vec<String> = places.iter().take(AT_A_TIME).map(told).collect();
        let more = places.len().saturating_sub(AT_A_TIME) as u64 + roster.findings.unlisted(rule);
        if more > 0 {
            lines.push(lang.fill(&words::MORE_PLACES, &[&lang.count(more)]));
        }
        lines
    }
}

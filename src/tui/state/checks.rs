//! Checks: the rule under the cursor.

use super::tabs::{Cursor, Facts, Pointed, keep_in_sight, moved};
use crate::roster::Roster;
use crate::roster::filter::{Field, Value};
use crate::roster::finding::Rule;
use crate::tui::layout::{Layout, Width};

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct ChecksTab {
    /// The rule.
    pub rule: Option<Rule>,
    /// The first rule in sight.
    pub top: usize,
}

/// Rows of the panel under the list on screens where it is not beside it.
pub fn panel_rows(layout: &Layout) -> u16 {
    match layout.width {
        Width::Stacked => 6.min(layout.content.height / 2),
        Width::Narrow | Width::Wide => 0,
    }
}

/// Rules in sight of so many: the counts, the panel and the line "more rules" take the other rows.
pub fn rows_in_sight(layout: &Layout, rules: usize) -> usize {
    let head = if layout.airy() { 2 } else { 1 };
    let gaps = if layout.airy() { 2 } else { 0 };
    let room = usize::from(layout.content.height.saturating_sub(panel_rows(layout) + head + gaps));
    if rules > room { room.saturating_sub(1).max(1) } else { room }
}

impl ChecksTab {
    /// Its place among the rules that found something, and how many they are.
    fn place(&self, roster: &Roster) -> (usize, usize) {
        let place = roster.findings.rules().position(|rule| Some(rule) == self.rule);
        (place.unwrap_or(0), roster.findings.rules().count())
    }
}

impl Cursor for ChecksTab {
    fn step(&mut self, facts: Facts<'_>, by: isize) {
        let (place, len) = self.place(facts.roster);
        self.rule = facts.roster.findings.rules().nth(moved(place, by, len));
    }

    fn point(&mut self, facts: Facts<'_>, _: usize, place: usize) -> Pointed {
        let rule = facts.roster.findings.rules().nth(place);
        rule.map_or(Pointed::Nowhere, |rule| Pointed::put(&mut self.rule, Some(rule)))
    }

    fn value(&self, facts: Facts<'_>) -> Option<(Field, Value)> {
        let rule = self.rule?;
        // A rule that no worker breaks would pick nobody.
        (!facts.roster.findings.rows(rule).is_empty()).then_some((Field::Finding, Value::Rule(rule)))
    }

    fn sight(&self, layout: &Layout, facts: Facts<'_>) -> usize {
        rows_in_sight(layout, facts.roster.findings.rules().count())
    }

    fn settle(&mut self, facts: Facts<'_>, page: Option<usize>) {
        let rules = || facts.roster.findings.rules();
        self.rule = self.rule.filter(|rule| rules().any(|own| own == *rule)).or(rules().next());
        let (place, len) = self.place(facts.roster);
        if page.is_some() {
            keep_in_sight(&mut self.top, place, len, page);
        }
    }
}

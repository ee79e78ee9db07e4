//! How a comparison is said: the headline figures with what changed of each, and the workers by what happened to them.
//! The screen, the text and Markdown tell the same lines.

use super::measure::short;
use super::number::UNKNOWN;
use super::person::Privacy;
use super::{Lang, Phrase, words};
use crate::figures::compare::{Aspect, Comparison, People};
use crate::roster::Roster;
use crate::roster::attribute::Attribute;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::roster::program::Group;
use rust_decimal::Decimal;
use std::collections::HashMap;

/// A headline figure: its name, as it was, as it is, and the change; `=` where nothing moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// The name.
    pub name: &'static str,
    /// In the older file.
    pub old: String,
    /// In the newer one.
    pub new: String,
    /// From one to the other.
    pub change: String,
    /// Whether the change is for the worse.
    pub worse: bool,
}

/// What stands for a change where there is none.
pub const NOTHING: &str = "=";

impl Lang {
    /// The headline figures.
    pub fn headline(self, comparison: &Comparison) -> Vec<Told> {
        let (old, new) = (&comparison.old, &comparison.new);
        let mut told = Vec::new();
        let mut line = |name: &Phrase, old: String, new: String, change: String, worse: bool| {
            let change = if old == new { NOTHING.to_owned() } else { change };
            told.push(Told { name: self.say(name), old, new, change, worse });
        };
        let count = |line: &mut dyn FnMut(&Phrase, String, String, String, bool),
                     name: &Phrase,
                     was: u64,
                     is: u64,
                     good: bool| {
            let difference = i128::from(is) - i128::from(was);
            line(name, self.count(was), self.count(is), self.signed(difference), good && difference < 0);
        };
        count(&mut line, &words::ACTIVE_HEAD, old.active(), new.active(), true);
        if let (Some(was), Some(is)) =
            (old.progress.and_then(|s| s.percent_on_screen()), new.progress.and_then(|s| s.percent_on_screen()))
        {
            let points = self.fill(&words::POINTS, &[&self.signed_decimal(is - was)]);
            line(&words::OF_THE_TARGET, self.percent(Some(was)), self.percent(Some(is)), points, is < was);
        }
        count(&mut line, &words::LISTED_HEAD, old.listed, new.listed, false);
        let money = |amount: Option<Rupiah>| amount.map_or(UNKNOWN.to_owned(), |amount| self.amount(amount));
        for (name, was, is) in [(&words::LEFT_RP, old.left, new.left), (&words::SPENT_RP, old.spent, new.spent)] {
            let change =
                was.zip(is).and_then(|(was, is)| is.minus(was)).map_or(UNKNOWN.to_owned(), |by| self.signed(by.get()));
            line(name, money(was), money(is), change, false);
        }
        let months = |months: Option<Decimal>| months.map_or(UNKNOWN.to_owned(), |months| self.decimal(months));
        let change = old.months.zip(new.months).map_or(UNKNOWN.to_owned(), |(was, is)| self.signed_decimal(is - was));
        let worse = old.months.zip(new.months).is_some_and(|(was, is)| is < was);
        line(&words::MONTHS_FOR_ACTIVE, months(old.months), months(new.months), change, worse);
        for (name, was, is) in [
            (&words::PAID_TO_ACTIVE, old.paid_active, new.paid_active),
            (&words::PAID_TO_TARGET, old.paid_target, new.paid_target),
        ] {
            let month = |month: Option<Month>| month.map_or(UNKNOWN.to_owned(), |month| self.month(month));
            let by = was.zip(is).map(|(was, is)| is.since(was));
            let change = by.map_or(UNKNOWN.to_owned(), |by| self.fill(&words::BY_MONTHS, &[&self.signed(by.into())]));
            line(name, month(was), month(is), change, by.is_some_and(|by| by < 0));
        }
        told
    }

    /// A line of what happened to workers. Under a filter nobody is said to have joined the list or left it: who comes
    /// into grace joins those in grace, and was in the list before.
    pub fn happened(self, people: People, comparison: &Comparison) -> String {
        match people {
            People::Joined if comparison.is_filtered => self.say(&words::NOW_AMONG).to_owned(),
            People::Left if comparison.is_filtered => self.say(&words::NO_LONGER_AMONG).to_owned(),
            People::Joined => self.say(&words::JOINED).to_owned(),
            People::Left => self.say(&words::LEFT_LIST).to_owned(),
            People::Changed(Attribute::Occupation) => self.say(&words::MOVED_GROUP).to_owned(),
            // Nearly all of them had none before.
            People::Changed(Attribute::Enrolled) => self.say(&words::ENROLMENT_CHANGED).to_owned(),
            People::Changed(attribute) => self.fill(&words::PART_CHANGED, &[&self.within(attribute)]),
            People::Moved(from, to) => {
                let [from, to] = [from, to].map(|standing| self.say(&words::standing(standing)));
                format!("{from} → {to}")
            }
        }
    }

    /// Who moved from one group to another: from, to, how many.
    pub fn group_moves(self, comparison: &Comparison, old: &Roster, new: &Roster) -> Vec<(String, u64)> {
        // A group that a file does not know is called as the file calls it.
        let groups = [old, new]
            .map(|roster| -> HashMap<&str, &Group> { roster.groups.iter().map(|group| (&*group.id, group)).collect() });
        let name = |of: usize, id: &str| {
            let named = groups[of].get(id).map(|group| self.name(&group.name));
            short(&named.unwrap_or_else(|| Privacy::Masked.text(id)))
        };
        let moves = comparison.groups(old, new).into_iter();
        moves.map(|(from, to, count)| (format!("{} → {}", name(0, from), name(1, to)), count)).collect()
    }

    /// That the two files probably list other people, where so few are in both.
    pub fn other_people(self, comparison: &Comparison) -> Option<String> {
        let [old, new] = comparison.lists.map(|listed| self.count(listed));
        let values = [&*self.count(comparison.paired), &old, &new];
        comparison.is_of_other_people().then(|| self.fill(&words::OTHER_PEOPLE, &values))
    }

    /// That a filter leaves the money and its months as they are, where there is one.
    pub fn of_everybody(self, comparison: &Comparison) -> Option<&'static str> {
        comparison.is_filtered.then(|| self.say(&words::MONEY_OF_EVERYBODY))
    }

    /// What differs besides the workers, each in a line: columns of one file alone, rows set aside, programme,
    /// payments and so on.
    pub fn besides(self, comparison: &Comparison) -> Vec<String> {
        let mut lines: Vec<String> = self.of_everybody(comparison).map(str::to_owned).into_iter().collect();
        for column in &comparison.columns {
            let phrase = if column.newer { &words::ONLY_NEWER } else { &words::ONLY_OLDER };
            lines.push(self.fill(phrase, &[&self.within(column.attribute)]));
        }
        let (was, is) = (comparison.old.set_aside, comparison.new.set_aside);
        if was + is > 0 {
            lines.push(self.fill(&words::ASIDE_THEN_NOW, &[&self.count(was), &self.count(is)]));
        }
        let aspects = comparison.aspects.iter().map(|aspect| {
            self.say(match aspect {
                Aspect::Program => &words::PROGRAMME,
                Aspect::Groups => &words::ITS_GROUPS,
                Aspect::Payments => &words::ITS_PAYMENTS,
                Aspect::Plan => &words::ITS_PLAN,
                Aspect::Claims => &words::ITS_CLAIMS,
                Aspect::Districts => &words::ITS_DISTRICTS,
                Aspect::History => &words::ITS_HISTORY,
            })
        });
        let aspects: Vec<&str> = aspects.collect();
        if !aspects.is_empty() {
            lines.push(self.fill(&words::ALSO_CHANGED, &[&aspects.join(", ")]));
        }
        lines
    }

    /// How many joined, left and changed, in one line.
    pub fn traffic(self, comparison: &Comparison) -> String {
        let counts = [comparison.joined.len(), comparison.left.len(), comparison.changed.len()];
        let counts = counts.map(|count| self.count(count as u64));
        let phrase = if comparison.is_filtered { &words::TRAFFIC_AMONG } else { &words::TRAFFIC };
        self.fill(phrase, &counts.each_ref().map(String::as_str))
    }

    /// A decimal with its sign, `+` too.
    pub fn signed_decimal(self, number: Decimal) -> String {
        let plus = if number.is_sign_positive() && !number.is_zero() { "+" } else { "" };
        format!("{plus}{}", self.decimal(number))
    }
}

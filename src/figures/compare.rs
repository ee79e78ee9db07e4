//! What changed from one roster to another: who joined, who left, what changed of whom, and every headline figure.
//!
//! Who is the same person, `roster/partners.rs` says; the order of rows is no change. People are paired once, in a
//! [`Baseline`]; a [`Comparison`] is then made for each filter. Under a filter each file has its own selection, so that
//! joined less left is always the difference of the two.

use super::Figures;
use super::budget::Runway;
use super::enrollment::Standings;
use super::share::Share;
use crate::roster::Roster;
use crate::roster::attribute::{Attribute, Value};
use crate::roster::calendar::{Day, Month};
use crate::roster::cores;
use crate::roster::filter::{self, Filter};
use crate::roster::money::Rupiah;
use crate::roster::partners::partners;
use crate::roster::program::Program;
use crate::roster::rows::{Row, RowSet};
use crate::roster::sides::Sides;
use crate::roster::store::Worker;
use crate::roster::worker::Standing;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::sync::Arc;

/// Whether a worker has it: a column may stand in one of the files alone.
pub(super) fn is_known(worker: Worker<'_>, attribute: Attribute) -> bool {
    worker.get(attribute) != Value::Unknown
}

fn bit(attribute: Attribute) -> u32 {
    1 << attribute as u32
}

/// One person in both files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    /// The row in the older file.
    pub old: Row,
    /// The row in the newer one.
    pub new: Row,
    /// What differs, one bit for each attribute.
    differing: u32,
}

impl Pair {
    /// What differs.
    pub fn differing(self) -> impl Iterator<Item = Attribute> {
        Attribute::COMPARED.into_iter().filter(move |attribute| self.changed(*attribute))
    }

    /// Whether this differs.
    pub fn changed(self, attribute: Attribute) -> bool {
        self.differing & bit(attribute) != 0
    }
}

/// What else may differ than the workers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are the parts of the roster file")]
pub enum Aspect {
    Program,
    Groups,
    Payments,
    Plan,
    Claims,
    Districts,
    History,
}

impl Aspect {
    /// Those that differ. The date of a file is no part of its programme: each file has its own.
    fn differing(old: &Roster, new: &Roster) -> Vec<Aspect> {
        let program = |roster: &Roster| Program { as_of: None, ..roster.program.clone() };
        let differs = [
            (Aspect::Program, program(old) != program(new)),
            (Aspect::Groups, old.groups != new.groups),
            (Aspect::Payments, old.payments != new.payments),
            (Aspect::Plan, old.plan != new.plan),
            (Aspect::Claims, old.claims != new.claims),
            (Aspect::Districts, old.districts != new.districts),
            (Aspect::History, old.history != new.history),
        ];
        differs.into_iter().filter(|(_, differs)| *differs).map(|(section, _)| section).collect()
    }
}

/// A column that only one of the files has: it is named once, not as a change of everybody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LoneColumn {
    /// The column.
    pub attribute: Attribute,
    /// Whether the newer file has it.
    pub newer: bool,
}

/// An older reading of the programme, its people paired with those of a newer one.
#[derive(Debug)]
pub struct Baseline {
    /// The older reading.
    pub roster: Arc<Roster>,
    /// For each row of the newer one the pair, if the person is in both.
    pairs: Vec<Option<Pair>>,
    /// Columns of one file alone.
    columns: Vec<LoneColumn>,
    /// What else differs.
    aspects: Vec<Aspect>,
    /// How many people are in both.
    paired: u64,
}

impl Baseline {
    /// Pairs the people of two readings.
    pub fn of(old: Arc<Roster>, new: &Roster) -> Baseline {
        let columns = lone_columns(&old, new);
        let lone = |attribute: &Attribute| columns.iter().any(|column| column.attribute == *attribute);
        let compared: Vec<Attribute> = Attribute::COMPARED.into_iter().filter(|own| !lone(own)).collect();
        let sides = Sides::of(&old, new);
        let partners = partners(&sides);
        let pair = |row: usize| {
            let (old, new) = (partners.get(row).copied().flatten()?, Row::try_from(row).ok()?);
            let differing = compared.iter().filter(|own| sides.differ(**own, old, new));
            Some(Pair { old, new, differing: differing.fold(0, |bits, own| bits | bit(*own)) })
        };
        let parts = cores::in_parts(partners.len(), |rows| rows.map(pair).collect::<Vec<Option<Pair>>>());
        let pairs = parts.concat();
        let paired = pairs.iter().flatten().count() as u64;
        Baseline { pairs, columns, aspects: Aspect::differing(&old, new), paired, roster: old }
    }
}

fn lone_columns(old: &Roster, new: &Roster) -> Vec<LoneColumn> {
    if old.workers.is_empty() || new.workers.is_empty() {
        return Vec::new();
    }
    let has = |roster: &Roster, attribute| roster.iter().any(|worker| is_known(worker, attribute));
    let columns =
        Attribute::COMPARED.into_iter().filter_map(|attribute| match (has(old, attribute), has(new, attribute)) {
            (false, true) => Some(LoneColumn { attribute, newer: true }),
            (true, false) => Some(LoneColumn { attribute, newer: false }),
            _ => None,
        });
    columns.collect()
}

/// The figures that a meeting asks for first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Headline {
    /// The date of the file.
    pub as_of: Day,
    /// Workers of the selection.
    pub listed: u64,
    /// By standing.
    pub standing: Standings,
    /// Active of the target; unknown without one.
    pub progress: Option<Share>,
    /// Rupiah left.
    pub left: Option<Rupiah>,
    /// Rupiah spent.
    pub spent: Option<Rupiah>,
    /// Months for the active, cut to two decimals.
    pub months: Option<Decimal>,
    /// The last month that the active are paid.
    pub paid_active: Option<Month>,
    /// The last month that the whole target would be paid.
    pub paid_target: Option<Month>,
    /// Rows of the file that could not be read.
    pub set_aside: u64,
}

impl Headline {
    fn of(roster: &Roster, figures: &Figures) -> Headline {
        let lasts = |runway| match runway {
            Runway::Lasts(lasts) => Some(lasts),
            _ => None,
        };
        let budget = &figures.budget;
        Headline {
            as_of: roster.as_of(),
            listed: figures.matched,
            standing: figures.enrollment.standing,
            progress: figures.enrollment.progress,
            left: budget.left,
            spent: budget.spent,
            months: lasts(budget.active.runway).and_then(|lasts| lasts.months),
            paid_active: lasts(budget.active.runway).and_then(|lasts| lasts.funded_through),
            paid_target: budget.target.and_then(|own| lasts(own.runway)).and_then(|lasts| lasts.funded_through),
            set_aside: roster.set_aside.count() as u64,
        }
    }

    /// Active workers.
    pub fn active(&self) -> u64 {
        self.standing.get(Standing::Active)
    }
}

/// A line of the comparison behind which people stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum People {
    /// Who is new.
    Joined,
    /// Who is gone.
    Left,
    /// Of whom this differs.
    Changed(Attribute),
    /// Who moved from one standing to another.
    Moved(Standing, Standing),
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comparison {
    /// The older file.
    pub old: Headline,
    /// The newer one.
    pub new: Headline,
    /// Rows of the newer file who were not in the older selection.
    pub joined: Vec<Row>,
    /// Rows of the older file who are not in the newer selection.
    pub left: Vec<Row>,
    /// Who is in both, and of whom something differs.
    pub changed: Vec<Pair>,
    /// How many of them in each attribute.
    changed_in: [u64; Attribute::ALL.len()],
    /// Who is in both and stands elsewhere: from, to, rows; the largest first.
    pub standings: Vec<(Standing, Standing, Vec<Pair>)>,
    /// Columns that only one file has.
    pub columns: Vec<LoneColumn>,
    /// What else differs than the workers, whatever the filter.
    pub aspects: Vec<Aspect>,
    /// How many workers the older and the newer file list, whatever the filter.
    pub lists: [u64; 2],
    /// How many people are in both files, whatever the filter.
    pub paired: u64,
    /// Whether a filter chose: who joined or left its selection may be in both files.
    pub is_filtered: bool,
}

impl Comparison {
    /// Compares the selections of one filter, of which those of the newer file's figures are known.
    pub fn of(baseline: &Baseline, filter: &Filter, new: &Roster, figures: &Figures) -> Comparison {
        let old = &baseline.roster;
        let before = Figures::of(old, &as_older(filter, old, new));
        let mut joined = Vec::new();
        let mut changed = Vec::new();
        let mut moves: HashMap<(Standing, Standing), Vec<Pair>> = HashMap::new();
        let mut stayed = RowSet::none(old.workers.len());
        for row in figures.selection.iter() {
            let pair = baseline.pairs.get(row as usize).copied().flatten();
            let Some(pair) = pair.filter(|pair| before.selection.contains(pair.old)) else {
                joined.push(row);
                continue;
            };
            stayed.insert(pair.old);
            if pair.differing != 0 {
                changed.push(pair);
            }
            let (was, is) = (old.worker(pair.old).standing(), new.worker(row).standing());
            if was != is {
                moves.entry((was, is)).or_default().push(pair);
            }
        }
        let count = |own: Attribute| changed.iter().filter(|pair: &&Pair| pair.changed(own)).count() as u64;
        let changed_in = Attribute::ALL.map(count);
        let left = before.selection.iter().filter(|&row| !stayed.contains(row)).collect();
        let mut standings: Vec<(Standing, Standing, Vec<Pair>)> =
            moves.into_iter().map(|((from, to), pairs)| (from, to, pairs)).collect();
        standings.sort_by_key(|(from, to, pairs)| (std::cmp::Reverse(pairs.len()), *from as u8, *to as u8));
        Comparison {
            old: Headline::of(old, &before),
            new: Headline::of(new, figures),
            joined,
            left,
            changed,
            changed_in,
            standings,
            columns: baseline.columns.clone(),
            aspects: baseline.aspects.clone(),
            lists: [old.workers.len() as u64, new.workers.len() as u64],
            paired: baseline.paired,
            is_filtered: !filter.is_everybody(),
        }
    }

    /// Whether fewer than a tenth of the shorter list are in the other one: these are probably lists of other people.
    pub fn is_of_other_people(&self) -> bool {
        self.paired.saturating_mul(10) < self.lists[0].min(self.lists[1])
    }

    /// Whether nothing differs.
    pub fn is_equal(&self) -> bool {
        self.joined.is_empty()
            && self.left.is_empty()
            && self.changed.is_empty()
            && self.standings.is_empty()
            && self.columns.is_empty()
            && self.aspects.is_empty()
            && self.old == self.new
    }

    /// What happened to workers, line by line with how many, and where the second list begins: first who came, who
    /// went and what differs, then who stands elsewhere.
    pub fn lines(&self) -> (Vec<(People, u64)>, usize) {
        let moved = self.standings.iter().flat_map(|(_, _, pairs)| pairs);
        let status_moved = moved.filter(|pair| pair.changed(Attribute::Status)).count() as u64;
        // A status of the file that changed a standing is told there.
        let told = |(own, count): &(Attribute, u64)| *count > 0 && (*own != Attribute::Status || *count > status_moved);
        let mut differing: Vec<(Attribute, u64)> =
            Attribute::COMPARED.into_iter().map(|own| (own, self.changed_in(own))).filter(told).collect();
        differing.sort_by_key(|(own, count)| (*own != Attribute::Occupation, std::cmp::Reverse(*count)));
        let mut lines = vec![(People::Joined, self.joined.len() as u64), (People::Left, self.left.len() as u64)];
        lines.extend(differing.into_iter().map(|(own, count)| (People::Changed(own), count)));
        let second = lines.len();
        let moves = self.standings.iter();
        lines.extend(moves.map(|(from, to, pairs)| (People::Moved(*from, *to), pairs.len() as u64)));
        (lines, second)
    }

    /// Of how many it differs.
    pub fn changed_in(&self, attribute: Attribute) -> u64 {
        self.changed_in.get(attribute as usize).copied().unwrap_or(0)
    }

    /// How many people stand behind a line.
    pub fn count(&self, people: People) -> usize {
        match people {
            People::Joined => self.joined.len(),
            People::Left => self.left.len(),
            People::Changed(attribute) => self.changed_in(attribute) as usize,
            People::Moved(from, to) => {
                let moved = self.standings.iter().find(|(was, is, _)| (*was, *is) == (from, to));
                moved.map_or(0, |(_, _, pairs)| pairs.len())
            }
        }
    }

    /// The people behind a line: the row in the older file, and in the newer.
    pub fn who(&self, people: People) -> Box<dyn Iterator<Item = (Option<Row>, Option<Row>)> + '_> {
        let both = |pair: &Pair| (Some(pair.old), Some(pair.new));
        match people {
            People::Joined => Box::new(self.joined.iter().map(|&row| (None, Some(row)))),
            People::Left => Box::new(self.left.iter().map(|&row| (Some(row), None))),
            People::Changed(own) => Box::new(self.changed.iter().filter(move |pair| pair.changed(own)).map(both)),
            People::Moved(from, to) => {
                let moved = self.standings.iter().filter(move |(was, is, _)| (*was, *is) == (from, to));
                Box::new(moved.flat_map(|(_, _, pairs)| pairs).map(both))
            }
        }
    }

    /// The rows behind a line, all in one of the files: of the newer one, or of the older for those who are gone.
    pub fn rows(&self, people: People) -> Vec<Row> {
        let of = |(old, new): (Option<Row>, Option<Row>)| if people == People::Left { old } else { new };
        self.who(people).filter_map(of).collect()
    }

    /// Who moved from one group to another: ids in the file, and how many; the largest first.
    pub fn groups<'a>(&self, old: &'a Roster, new: &'a Roster) -> Vec<(&'a str, &'a str, u64)> {
        let mut moves: HashMap<(&str, &str), u64> = HashMap::new();
        for pair in self.changed.iter().filter(|pair| pair.changed(Attribute::Occupation)) {
            let key = (old.worker(pair.old).occupation(), new.worker(pair.new).occupation());
            *moves.entry(key).or_default() += 1;
        }
        let mut moves: Vec<(&str, &str, u64)> =
            moves.into_iter().map(|((from, to), count)| (from, to, count)).collect();
        moves.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| (a.0, a.1).cmp(&(b.0, b.1))));
        moves
    }
}

/// A filter of the newer file's values with those of the older one that mean the same.
fn as_older(filter: &Filter, old: &Roster, new: &Roster) -> Filter {
    filter.with_values(&|field, value| match (old.index().shared(field), new.index().shared(field), value) {
        (Some((older, _)), Some((newer, _)), filter::Value::Name(wanted)) => {
            let same = older.names().iter().filter(|name| newer.are_one(name, wanted));
            let found: Vec<filter::Value> = same.map(|name| filter::Value::Name(name.clone())).collect();
            if found.is_empty() { vec![value.clone()] } else { found }
        }
        _ => vec![value.clone()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_attribute_has_a_bit_of_its_own() {
        let all = Attribute::ALL.into_iter().fold(0, |bits, own| bits | bit(own));
        assert_eq!(all.count_ones() as usize, Attribute::ALL.len());
        let pair = Pair { old: 0, new: 0, differing: bit(Attribute::Phone) | bit(Attribute::Name) };
        assert_eq!(pair.differing().collect::<Vec<_>>(), [Attribute::Name, Attribute::Phone]);
    }
}

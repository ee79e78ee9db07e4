//! What changed from one roster to another: who joined, who left, what changed of whom, and every headline figure.
//!
//! A person is the same person by NIK, else by KPJ, else by the office's id; each counts only where it is unique in
//! both files, since a number on two rows names nobody. The order of rows is no change. People are paired once, in a
//! [`Baseline`]; a [`Comparison`] is then made for each filter. Under a filter each file has its own selection, so that
//! joined less left is always the difference of the two.

use super::Figures;
use super::budget::Runway;
use super::enrollment::Standings;
use super::share::Share;
use crate::roster::Roster;
use crate::roster::calendar::{Day, Month};
use crate::roster::columns::Held;
use crate::roster::filter::Filter;
use crate::roster::money::Rupiah;
use crate::roster::program::Program;
use crate::roster::rows::{Row, RowSet};
use crate::roster::store::Worker;
use crate::roster::worker::{Kind, Private, Standing};
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::Arc;

/// What may change of a worker, in the order in which it is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are the fields of the roster file")]
pub enum Part {
    Name,
    Occupation,
    District,
    Village,
    Sex,
    Birth,
    Segment,
    Status,
    Registered,
    Enrolled,
    Until,
    Nik,
    Kpj,
    Phone,
    Decile,
}

impl Part {
    /// All.
    pub const ALL: [Part; 15] = [
        Part::Name,
        Part::Occupation,
        Part::District,
        Part::Village,
        Part::Sex,
        Part::Birth,
        Part::Segment,
        Part::Status,
        Part::Registered,
        Part::Enrolled,
        Part::Until,
        Part::Nik,
        Part::Kpj,
        Part::Phone,
        Part::Decile,
    ];

    fn bit(self) -> u16 {
        1 << self as u16
    }

    /// Whether a worker has it: a column may stand in one of the files alone.
    fn is_known(self, worker: Worker<'_>) -> bool {
        match self {
            Part::Name | Part::Occupation | Part::Segment | Part::Status => true,
            Part::District => worker.district().is_some(),
            Part::Village => worker.village().is_some(),
            Part::Sex => worker.sex().is_some(),
            Part::Birth => worker.birth().is_some(),
            Part::Registered => worker.registered().is_some(),
            Part::Enrolled => worker.enrolled().is_some(),
            Part::Until => worker.until().is_some(),
            Part::Nik => text(worker.nik()).is_some(),
            Part::Kpj => text(worker.kpj()).is_some(),
            Part::Phone => text(worker.phone()).is_some(),
            Part::Decile => worker.decile().is_some(),
        }
    }

    fn differs(self, old: Worker<'_>, new: Worker<'_>) -> bool {
        match self {
            Part::Name => old.name() != new.name(),
            Part::Occupation => old.occupation() != new.occupation(),
            Part::District => old.district() != new.district(),
            Part::Village => old.village() != new.village(),
            Part::Sex => old.sex() != new.sex(),
            Part::Birth => old.birth() != new.birth(),
            Part::Segment => old.segment() != new.segment(),
            Part::Status => old.status() != new.status(),
            Part::Registered => old.registered() != new.registered(),
            Part::Enrolled => old.enrolled() != new.enrolled(),
            Part::Until => old.until() != new.until(),
            Part::Nik => text(old.nik()) != text(new.nik()),
            Part::Kpj => text(old.kpj()) != text(new.kpj()),
            Part::Phone => text(old.phone()) != text(new.phone()),
            Part::Decile => old.decile() != new.decile(),
        }
    }
}

fn text<K: Kind>(held: Held<Private<K>>) -> Option<String> {
    match held {
        Held::Text(number) => Some(number.reveal().to_owned()),
        _ => None,
    }
}

/// One person in both files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    /// The row in the older file.
    pub old: Row,
    /// The row in the newer one.
    pub new: Row,
    /// The parts that differ, one bit each in the order of [`Part::ALL`].
    parts: u16,
}

impl Pair {
    /// The parts that differ.
    pub fn parts(self) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |part| self.changed(*part))
    }

    /// Whether this part differs.
    pub fn changed(self, part: Part) -> bool {
        self.parts & part.bit() != 0
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
            (Aspect::History, old.history != new.history),
        ];
        differs.into_iter().filter(|(_, differs)| *differs).map(|(section, _)| section).collect()
    }
}

/// A column that only one of the files has: it is named once, not as a change of everybody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LoneColumn {
    /// The column.
    pub part: Part,
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
}

impl Baseline {
    /// Pairs the people of two readings.
    pub fn of(old: Arc<Roster>, new: &Roster) -> Baseline {
        let columns = lone_columns(&old, new);
        let lone = |part: &Part| columns.iter().any(|column| column.part == *part);
        let compared: Vec<Part> = Part::ALL.into_iter().filter(|part| !lone(part)).collect();
        let pair = |(row, other): (usize, Option<Row>)| {
            let (old_row, new_row) = (other?, Row::try_from(row).ok()?);
            let (was, is) = (old.worker(old_row), new.worker(new_row));
            let differing = compared.iter().filter(|part| part.differs(was, is));
            Some(Pair { old: old_row, new: new_row, parts: differing.fold(0, |bits, part| bits | part.bit()) })
        };
        let pairs = partners(&old, new).into_iter().enumerate().map(pair).collect();
        Baseline { pairs, columns, aspects: Aspect::differing(&old, new), roster: old }
    }
}

fn lone_columns(old: &Roster, new: &Roster) -> Vec<LoneColumn> {
    if old.workers.is_empty() || new.workers.is_empty() {
        return Vec::new();
    }
    let has = |roster: &Roster, part: Part| roster.iter().any(|worker| part.is_known(worker));
    let columns = Part::ALL.into_iter().filter_map(|part| match (has(old, part), has(new, part)) {
        (false, true) => Some(LoneColumn { part, newer: true }),
        (true, false) => Some(LoneColumn { part, newer: false }),
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
            paid_target: lasts(budget.target.runway).and_then(|lasts| lasts.funded_through),
            set_aside: roster.set_aside.len() as u64,
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
    Changed(Part),
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
    /// How many of them in each part, in the order of [`Part::ALL`].
    changed_in: [u64; Part::ALL.len()],
    /// Who is in both and stands elsewhere: from, to, rows; the largest first.
    pub standings: Vec<(Standing, Standing, Vec<Pair>)>,
    /// Columns that only one file has.
    pub columns: Vec<LoneColumn>,
    /// What else differs than the workers, whatever the filter.
    pub aspects: Vec<Aspect>,
}

impl Comparison {
    /// Compares the selections of one filter, of which those of the newer file's figures are known.
    pub fn of(baseline: &Baseline, filter: &Filter, new: &Roster, figures: &Figures) -> Comparison {
        let old = &baseline.roster;
        let before = Figures::of(old, filter);
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
            if pair.parts != 0 {
                changed.push(pair);
            }
            let (was, is) = (old.worker(pair.old).standing(), new.worker(row).standing());
            if was != is {
                moves.entry((was, is)).or_default().push(pair);
            }
        }
        let count = |part: Part| changed.iter().filter(|pair: &&Pair| pair.changed(part)).count() as u64;
        let changed_in = Part::ALL.map(count);
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
        }
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

    /// How many changed in a part.
    pub fn changed_in(&self, part: Part) -> u64 {
        self.changed_in.get(part as usize).copied().unwrap_or(0)
    }

    /// How many people stand behind a line.
    pub fn count(&self, people: People) -> usize {
        match people {
            People::Joined => self.joined.len(),
            People::Left => self.left.len(),
            People::Changed(part) => self.changed_in(part) as usize,
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
            People::Changed(part) => Box::new(self.changed.iter().filter(move |pair| pair.changed(part)).map(both)),
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
        for pair in self.changed.iter().filter(|pair| pair.changed(Part::Occupation)) {
            let key = (old.worker(pair.old).occupation(), new.worker(pair.new).occupation());
            *moves.entry(key).or_default() += 1;
        }
        let mut moves: Vec<(&str, &str, u64)> =
            moves.into_iter().map(|((from, to), count)| (from, to, count)).collect();
        moves.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| (a.0, a.1).cmp(&(b.0, b.1))));
        moves
    }
}

/// What tells who somebody is.
type Key = fn(Worker<'_>) -> Option<String>;

/// For each row of the newer file the row of the same person in the older one.
fn partners(old: &Roster, new: &Roster) -> Vec<Option<Row>> {
    let mut partners: Vec<Option<Row>> = vec![None; new.workers.len()];
    let mut taken = RowSet::none(old.workers.len());
    let keys: [Key; 3] =
        [|worker| text(worker.nik()), |worker| text(worker.kpj()), |worker| worker.id().map(|id| id.into_owned())];
    for key in keys {
        let hasher = RandomState::new();
        let (olds, news) = (unique(old, key, &hasher), unique(new, key, &hasher));
        for (hash, row) in news {
            let (Some(row), Some(Some(other))) = (row, olds.get(&hash).copied()) else { continue };
            let Some(place) = partners.get_mut(row as usize) else { continue };
            // Two texts of one hash are not one text.
            let same = || key(old.worker(other)) == key(new.worker(row));
            if place.is_none() && !taken.contains(other) && same() {
                *place = Some(other);
                taken.insert(other);
            }
        }
    }
    partners
}

/// The row of each key by its hash; `None` where several rows have it. Hashes take a third of the memory of texts.
fn unique(roster: &Roster, key: Key, hasher: &RandomState) -> HashMap<u64, Option<Row>> {
    let mut rows: HashMap<u64, Option<Row>> = HashMap::with_capacity(roster.workers.len());
    for worker in roster.iter() {
        if let Some(key) = key(worker) {
            rows.entry(hasher.hash_one(key)).and_modify(|row| *row = None).or_insert(Some(worker.row));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_a_bit_and_a_count_of_its_own() {
        assert!(Part::ALL.into_iter().enumerate().all(|(place, part)| part as usize == place));
        let pair = Pair { old: 0, new: 0, parts: Part::Phone.bit() | Part::Name.bit() };
        assert_eq!(pair.parts().collect::<Vec<_>>(), [Part::Name, Part::Phone]);
    }
}

//! What changed from one roster to another: who joined, who left, what changed of whom, and every headline figure.
//!
//! A person is the same person by NIK, else by KPJ, else by the office's id; each counts only where it is unique in
//! both files, since a number on two rows names nobody. The order of rows is no change. Under a filter each file has
//! its own selection: joined less left is always the difference of the two.

use super::Figures;
use super::budget::Runway;
use super::enrollment::Standings;
use super::share::Share;
use crate::roster::Roster;
use crate::roster::calendar::{Day, Month};
use crate::roster::columns::Held;
use crate::roster::filter::Filter;
use crate::roster::money::Rupiah;
use crate::roster::rows::{Row, RowSet};
use crate::roster::store::Worker;
use crate::roster::worker::{Kind, Private, Standing};
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

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

    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Part::Name => "name",
            Part::Occupation => "occupation",
            Part::District => "district",
            Part::Village => "village",
            Part::Sex => "sex",
            Part::Birth => "birth_date",
            Part::Segment => "segment",
            Part::Status => "status",
            Part::Registered => "registered_on",
            Part::Enrolled => "enrolled_on",
            Part::Until => "until",
            Part::Nik => "nik",
            Part::Kpj => "kpj",
            Part::Phone => "phone",
            Part::Decile => "welfare_decile",
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
        Part::ALL.into_iter().enumerate().filter(move |(place, _)| self.parts >> place & 1 == 1).map(|(_, part)| part)
    }

    /// Whether this part differs.
    pub fn changed(self, part: Part) -> bool {
        self.parts().any(|own| own == part)
    }
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
        }
    }

    /// Active workers.
    pub fn active(&self) -> u64 {
        self.standing.get(Standing::Active)
    }
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
    /// Who is in both and stands elsewhere: from, to, rows; the largest first.
    pub standings: Vec<(Standing, Standing, Vec<Pair>)>,
    /// Whether anything but the workers differs: programme, groups, payments, plan, claims, earlier years.
    pub programme: bool,
}

impl Comparison {
    /// Compares two files, each under its own filter.
    pub fn of(old: &Roster, old_filter: &Filter, new: &Roster, new_filter: &Filter) -> Comparison {
        let (before, after) = (Figures::of(old, old_filter), Figures::of(new, new_filter));
        let partners = partners(old, new);
        let mut joined = Vec::new();
        let mut changed = Vec::new();
        let mut moves: HashMap<(Standing, Standing), Vec<Pair>> = HashMap::new();
        let mut stayed = RowSet::none(old.workers.len());
        for row in after.selection.iter() {
            let partner =
                partners.get(row as usize).copied().flatten().filter(|&other| before.selection.contains(other));
            let Some(other) = partner else {
                joined.push(row);
                continue;
            };
            stayed.insert(other);
            let (was, is) = (old.worker(other), new.worker(row));
            let parts = Part::ALL.into_iter().enumerate().filter(|(_, part)| part.differs(was, is));
            let pair = Pair { old: other, new: row, parts: parts.fold(0, |bits, (place, _)| bits | 1 << place) };
            if pair.parts != 0 {
                changed.push(pair);
            }
            if was.standing() != is.standing() {
                moves.entry((was.standing(), is.standing())).or_default().push(pair);
            }
        }
        let left = before.selection.iter().filter(|&row| !stayed.contains(row)).collect();
        let mut standings: Vec<(Standing, Standing, Vec<Pair>)> =
            moves.into_iter().map(|((from, to), pairs)| (from, to, pairs)).collect();
        standings.sort_by_key(|(from, to, pairs)| (std::cmp::Reverse(pairs.len()), *from as u8, *to as u8));
        Comparison {
            old: Headline::of(old, &before),
            new: Headline::of(new, &after),
            joined,
            left,
            changed,
            standings,
            programme: old.program != new.program
                || old.groups != new.groups
                || old.payments != new.payments
                || old.plan != new.plan
                || old.claims != new.claims
                || old.history != new.history,
        }
    }

    /// Whether nothing differs.
    pub fn is_equal(&self) -> bool {
        self.joined.is_empty()
            && self.left.is_empty()
            && self.changed.is_empty()
            && self.standings.is_empty()
            && !self.programme
            && self.old == self.new
    }

    /// How many changed in a part.
    pub fn changed_in(&self, part: Part) -> u64 {
        self.changed.iter().filter(|pair| pair.changed(part)).count() as u64
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

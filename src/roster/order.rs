//! The order of the workers' table: one column, then another, then the file. It is made once for all workers and kept
//! as a permutation: under every filter the rows that pass are then in order by passing over it.

use super::Roster;
use super::attribute::{Attribute, Form, Value};
use super::calendar::Day;
use super::rows::{Row, RowSet};
use super::store::Worker;
use chrono::Datelike;
use std::cmp::Ordering;
use std::fmt;

/// A column and its direction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Level {
    /// By what: one of [`Attribute::TABLE`].
    pub column: Attribute,
    /// The greatest first. Who has no value stands last either way.
    pub descending: bool,
}

/// By what the table is sorted: nothing is the order of the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Order {
    /// First by this.
    pub first: Option<Level>,
    /// Among equals by this; what remains equal stays in the order of the file.
    pub second: Option<Level>,
}

impl Order {
    /// Sorted by `column`; what it was sorted by decides among equals. The same column again is flipped.
    #[must_use]
    pub fn by(self, column: Attribute) -> Order {
        match self.first {
            Some(level) if level.column == column => self.flipped(),
            former => Order { first: Some(Level { column, descending: false }), second: former },
        }
    }

    /// The other way round, in its first column.
    #[must_use]
    pub fn flipped(self) -> Order {
        let flip = |level: Level| Level { descending: !level.descending, ..level };
        Order { first: self.first.map(flip), ..self }
    }

    /// Reads what `Display` writes: `age`, `-age`, `group,-name`.
    pub fn parse(text: &str) -> Option<Order> {
        let level = |text: &str| {
            let (descending, code) = text.strip_prefix('-').map_or((false, text), |code| (true, code));
            let column = Attribute::TABLE.into_iter().find(|column| column.word() == code)?;
            Some(Level { column, descending })
        };
        match text.split_once(',') {
            _ if text.is_empty() => Some(Order::default()),
            None => Some(Order { first: Some(level(text)?), second: None }),
            Some((first, second)) => Some(Order { first: Some(level(first)?), second: Some(level(second)?) }),
        }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, level) in self.first.iter().chain(&self.second).enumerate() {
            let minus = if level.descending { "-" } else { "" };
            write!(f, "{}{minus}{}", if place == 0 { "" } else { "," }, level.column.word())?;
        }
        Ok(())
    }
}

/// All workers of a roster in one order.
#[derive(Debug, Default)]
pub struct Ranking {
    /// By what.
    pub order: Order,
    /// The rows in order, and the place of each; empty where it is the order of the file.
    rows: Vec<Row>,
    places: Vec<u32>,
}

impl Ranking {
    /// Sorts; a million names take a part of a second, so a large roster is sorted beside the screen.
    pub fn of(roster: &Roster, order: Order) -> Ranking {
        let Some(first) = order.first else { return Ranking::default() };
        let major = ranks(roster, first);
        let minor = order.second.map(|level| ranks(roster, level));
        let minor_of = |row: Row| minor.as_ref().and_then(|minor| minor.get(row as usize)).copied().unwrap_or(0);
        let mut keyed: Vec<(u32, u32, Row)> =
            major.iter().zip(0..).map(|(&rank, row)| (rank, minor_of(row), row)).collect();
        keyed.sort_unstable();
        let mut places = vec![0; keyed.len()];
        for (place, (.., row)) in keyed.iter().enumerate() {
            if let Some(own) = places.get_mut(*row as usize) {
                *own = place as u32;
            }
        }
        Ranking { order, rows: keyed.into_iter().map(|(.., row)| row).collect(), places }
    }

    /// The rows of a set in this order.
    pub fn arrange(&self, set: &RowSet) -> Vec<Row> {
        match self.order.first {
            None => set.iter().collect(),
            Some(_) => self.rows.iter().copied().filter(|&row| set.contains(row)).collect(),
        }
    }

    /// Where a row stands among all workers.
    pub fn place(&self, row: Row) -> u32 {
        self.places.get(row as usize).copied().unwrap_or(row)
    }
}

/// The rank of every worker in one column: equals are equal, who has no value is last.
fn ranks(roster: &Roster, level: Level) -> Vec<u32> {
    let mut ranks: Vec<u32> = match level.column {
        Attribute::Name => by_text(roster, |worker| Some(worker.folded_name())),
        // In the order of the programme.
        Attribute::Group => each(roster, |worker| worker.group_index().map(|group| group as u32)),
        // The older were born earlier: a rank by date tells more than whole years.
        Attribute::Age => each(roster, |worker| worker.age().and(worker.birth()).map(|day| u32::MAX / 2 - days(day))),
        Attribute::Findings => by_findings(roster),
        column => match column.form() {
            Form::Shared => shared(roster, column),
            Form::Text | Form::Private => by_number(roster, column),
            Form::Word | Form::Number | Form::Day | Form::Rules => each(roster, |worker| own(&worker.get(column))),
        },
    };
    if level.descending {
        ranks.iter_mut().filter(|rank| **rank != UNKNOWN).for_each(|rank| *rank = UNKNOWN - 1 - *rank);
    }
    ranks
}

const UNKNOWN: u32 = u32::MAX;

fn days(day: Day) -> u32 {
    u32::try_from(day.num_days_from_ce()).unwrap_or(0)
}

/// The rank that a value has by itself.
fn own(value: &Value<'_>) -> Option<u32> {
    match value {
        Value::Day(day) => Some(days(*day)),
        Value::Number(number) => Some(*number),
        Value::Sex(sex) => Some(*sex as u32),
        Value::Segment(segment) => Some(*segment as u32),
        Value::Status(status) => Some(*status as u32),
        Value::Standing(standing) => Some(*standing as u32),
        _ => None,
    }
}

/// Most findings first: who looks for them looks for these.
fn by_findings(roster: &Roster) -> Vec<u32> {
    let mut counts = vec![0_u32; roster.workers.len()];
    for &rule in super::finding::Rule::ALL {
        for &row in roster.findings.rows(rule) {
            if let Some(count) = counts.get_mut(row as usize) {
                *count += 1;
            }
        }
    }
    counts.into_iter().map(|count| if count == 0 { UNKNOWN } else { UNKNOWN - 1 - count }).collect()
}

fn each<'a>(roster: &'a Roster, value: impl Fn(Worker<'a>) -> Option<u32>) -> Vec<u32> {
    roster.iter().map(|worker| value(worker).unwrap_or(UNKNOWN)).collect()
}

/// Ranks of texts that many rows share: few comparisons, however many rows.
fn shared(roster: &Roster, column: Attribute) -> Vec<u32> {
    let values = roster.iter().map(|worker| match worker.get(column) {
        Value::Shared(text) => Some(text),
        _ => None,
    });
    let values: Vec<Option<&str>> = values.collect();
    let mut texts: Vec<&str> = values.iter().flatten().copied().collect();
    texts.sort_unstable();
    texts.dedup();
    let mut folded: Vec<(String, &str)> = texts.into_iter().map(|text| (super::text::fold(text), text)).collect();
    folded.sort_by(|a, b| natural(&a.0, &b.0));
    let ranks: std::collections::HashMap<&str, u32> = folded.into_iter().map(|(_, text)| text).zip(0..).collect();
    let rank = |text: Option<&str>| text.and_then(|text| ranks.get(text)).copied().unwrap_or(UNKNOWN);
    values.into_iter().map(rank).collect()
}

/// Ranks of texts of their own. The first bytes decide most comparisons; they stop before a digit, whose value lies in
/// the whole number.
fn by_text<'a>(roster: &'a Roster, text: impl Fn(Worker<'a>) -> Option<&'a str>) -> Vec<u32> {
    let text_of = |row: Row| text(roster.worker(row)).unwrap_or("").trim_start();
    let head = |text: &str| {
        let mut bytes = text.bytes();
        let mut numbers = false;
        (0..8).fold(0_u64, |key, _| {
            let byte = if numbers { b'0' } else { bytes.next().unwrap_or(0) };
            numbers |= byte.is_ascii_digit();
            key << 8 | u64::from(if numbers { b'0' } else { byte })
        })
    };
    let mut sorted: Vec<(u64, Row)> = Vec::with_capacity(roster.workers.len());
    let mut ranks = vec![UNKNOWN; roster.workers.len()];
    for row in 0..roster.workers.len() as Row {
        let text = text_of(row);
        if !text.is_empty() {
            sorted.push((head(text), row));
        }
    }
    let compare = |a: &(u64, Row), b: &(u64, Row)| a.0.cmp(&b.0).then_with(|| natural(text_of(a.1), text_of(b.1)));
    sorted.sort_unstable_by(compare);
    let mut rank = 0;
    let mut former: Option<&(u64, Row)> = None;
    for own in &sorted {
        rank += u32::from(former.is_some_and(|former| compare(former, own) != Ordering::Equal));
        if let Some(place) = ranks.get_mut(own.1 as usize) {
            *place = rank;
        }
        former = Some(own);
    }
    ranks
}

/// Ranks of numbers that are held as text, by value.
fn by_number(roster: &Roster, column: Attribute) -> Vec<u32> {
    let number = |worker: Worker<'_>| worker.get(column).reveal().map(str::to_owned);
    let texts: Vec<Option<String>> = roster.iter().map(number).collect();
    let mut sorted: Vec<(&str, usize)> =
        texts.iter().enumerate().filter_map(|(row, text)| text.as_deref().map(|text| (text, row))).collect();
    sorted.sort_by(|a, b| natural(a.0, b.0));
    let mut ranks = vec![UNKNOWN; texts.len()];
    let mut rank = 0;
    let mut former: Option<&str> = None;
    for (text, row) in sorted {
        rank += u32::from(former.is_some_and(|former| natural(former, text) != Ordering::Equal));
        if let Some(place) = ranks.get_mut(row) {
            *place = rank;
        }
        former = Some(text);
    }
    ranks
}

/// Compares as people do: letter by letter, but runs of digits by their value, `Blok 9` before `Blok 10`.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        let run = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        match (run(a), run(b)) {
            (0, _) | (_, 0) => match (a.split_first(), b.split_first()) {
                (Some((x, rest_a)), Some((y, rest_b))) if x == y => (a, b) = (rest_a, rest_b),
                (x, y) => return x.map(|(byte, _)| byte).cmp(&y.map(|(byte, _)| byte)),
            },
            (long, short) => {
                let ((x, rest_a), (y, rest_b)) = (a.split_at(long), b.split_at(short));
                let value = |run: &[u8]| run.iter().position(|&byte| byte != b'0').unwrap_or(run.len());
                let (x, y) = (x.get(value(x)..).unwrap_or(&[]), y.get(value(y)..).unwrap_or(&[]));
                match x.len().cmp(&y.len()).then_with(|| x.cmp(y)) {
                    Ordering::Equal => (a, b) = (rest_a, rest_b),
                    unequal => return unequal,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_compare_as_people_expect() {
        let mut names = ["blok 10", "blok 9", "ana", "blok", "blok 010", "anaa", "blok a", "9", "10", ""];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["", "9", "10", "ana", "anaa", "blok", "blok 9", "blok 10", "blok 010", "blok a"]);
    }

    #[test]
    fn a_new_column_keeps_the_old_one_among_equals() {
        let order = Order::default().by(Attribute::Age).flipped().by(Attribute::Group);
        assert_eq!(order.to_string(), "group,-age");
        assert_eq!(order.by(Attribute::Group).to_string(), "-group,-age");
        for text in ["", "name", "-until", "group,-name"] {
            assert_eq!(Order::parse(text).map(|order| order.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Order::parse("colour"), None);
    }
}

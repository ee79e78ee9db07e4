//! What a list is sorted by: one column, then another, then the file. The order of the workers' table is made once for
//! all workers and kept as a permutation: under every filter the rows that pass are then in order by passing over it.

mod ranks;

use super::Roster;
use super::attribute::Attribute;
use super::rows::{Row, RowSet};
use ranks::{ranks, sort_by};
use std::fmt;

/// What a list can be sorted by.
pub trait Column: Copy + PartialEq + 'static {
    /// Every column.
    const COLUMNS: &'static [Self];

    /// Its name in saved views and in commands.
    fn word(self) -> &'static str;
}

impl Column for Attribute {
    const COLUMNS: &'static [Attribute] = &Attribute::TABLE;

    fn word(self) -> &'static str {
        Attribute::word(self)
    }
}

/// A column and its direction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Level<C = Attribute> {
    /// By what: one of [`Column::COLUMNS`].
    pub column: C,
    /// The greatest first. Who has no value stands last either way.
    pub descending: bool,
}

/// By what a list is sorted, that of the workers if nothing else is said: nothing is the order of the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Order<C = Attribute> {
    /// First by this.
    pub first: Option<Level<C>>,
    /// Among equals by this; what remains equal stays in the order of the file.
    pub second: Option<Level<C>>,
}

impl<C> Default for Order<C> {
    fn default() -> Order<C> {
        Order { first: None, second: None }
    }
}

impl<C: Column> Order<C> {
    /// Sorted by `column`; what it was sorted by decides among equals. The same column again is flipped.
    #[must_use]
    pub fn by(self, column: C) -> Order<C> {
        match self.first {
            Some(level) if level.column == column => self.flipped(),
            former => Order { first: Some(Level { column, descending: false }), second: former },
        }
    }

    /// What is left of it where only some columns are in sight.
    #[must_use]
    pub fn among(self, columns: &[C]) -> Order<C> {
        let mut levels =
            [self.first, self.second].into_iter().flatten().filter(|level| columns.contains(&level.column));
        Order { first: levels.next(), second: levels.next() }
    }

    /// The other way round, in its first column.
    #[must_use]
    pub fn flipped(self) -> Order<C> {
        let flip = |level: Level<C>| Level { descending: !level.descending, ..level };
        Order { first: self.first.map(flip), ..self }
    }

    /// Reads what `Display` writes: `age`, `-age`, `group,-name`.
    pub fn parse(text: &str) -> Option<Order<C>> {
        let level = |text: &str| {
            let (descending, code) = text.strip_prefix('-').map_or((false, text), |code| (true, code));
            let column = C::COLUMNS.iter().copied().find(|column| column.word() == code)?;
            Some(Level { column, descending })
        };
        match text.split_once(',') {
            _ if text.is_empty() => Some(Order::default()),
            None => Some(Order { first: Some(level(text)?), second: None }),
            Some((first, second)) => Some(Order { first: Some(level(first)?), second: Some(level(second)?) }),
        }
    }
}

impl<C: Column> fmt::Display for Order<C> {
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
    /// Sorts: a part of a second for millions of workers, so a large roster is sorted beside the screen.
    pub fn of(roster: &Roster, order: Order) -> Ranking {
        let Some(first) = order.first else { return Ranking::default() };
        let mut rows: Vec<Row> = (0..roster.workers.len() as Row).collect();
        // Each pass keeps the order of the one before among its equals: the file's, then the second column's.
        for level in order.second.into_iter().chain([first]) {
            sort_by(&mut rows, &ranks(roster, level));
        }
        let mut places = vec![0; rows.len()];
        for (place, &row) in (0..).zip(&rows) {
            if let Some(own) = places.get_mut(row as usize) {
                *own = place;
            }
        }
        Ranking { order, rows, places }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_column_keeps_the_old_one_among_equals() {
        let order = Order::default().by(Attribute::Age).flipped().by(Attribute::Group);
        assert_eq!(order.to_string(), "group,-age");
        assert_eq!(order.by(Attribute::Group).to_string(), "-group,-age");
        for text in ["", "name", "-until", "group,-name"] {
            assert_eq!(Order::<Attribute>::parse(text).map(|order| order.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Order::<Attribute>::parse("colour"), None);
    }
}

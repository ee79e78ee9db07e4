//! What the cells of the screen mean to a pointer. Drawing says it, and nothing is drawn differently for it: a click
//! becomes a message like a key. Whoever points reaches nothing that keys do not reach.

use super::keymap::Key;
use super::tab::Tab;
use crate::figures::groups::order::GroupColumn;
use crate::lang::{Phrase, value};
use crate::roster::attribute::Attribute;
use crate::roster::filter::Field;
use ratatui::layout::{Position, Rect};

/// A column that a list is sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// Of the workers.
    Worker(Attribute),
    /// Of the groups.
    Group(GroupColumn),
}

impl By {
    /// Its heading.
    pub fn heading(self) -> Phrase {
        match self {
            By::Worker(column) => value::heading(column),
            By::Group(column) => value::heading_of_group(column),
        }
    }
}

/// What cells mean to a pointer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A tab.
    Tab(Tab),
    /// A line of a list in front.
    Line {
        /// Which list, where several are in front; from 0.
        list: usize,
        /// Its place in the whole list.
        place: usize,
    },
    /// The heading of a column that is sorted by.
    Heading(By),
    /// A bar that stands for the workers who have one value, by its place among those of its field.
    Bar {
        /// The field.
        field: Field,
        /// Its place, from 0.
        place: usize,
    },
    /// What this key does here: an entry of the key bar.
    Key(Key),
    /// A slide: the one behind it, or the one before.
    Slide {
        /// Whether it goes on.
        forward: bool,
    },
}

/// Cells that mean something to a pointer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Region {
    /// The cells.
    pub area: Rect,
    /// What they mean.
    pub target: Target,
}

/// What the cell in this column and row means; where two overlap, the later one holds.
pub fn at(regions: &[Region], (x, y): (u16, u16)) -> Option<Target> {
    let position = Position::new(x, y);
    regions.iter().rev().find(|region| region.area.contains(position)).map(|region| region.target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_that_overlap_the_later_one_is_meant_and_beside_them_nothing() {
        let line = |place| Target::Line { list: 0, place };
        let region = |x, width, target| Region { area: Rect::new(x, 3, width, 1), target };
        let regions = [region(0, 10, line(0)), region(4, 3, line(1))];
        assert_eq!(at(&regions, (3, 3)), Some(line(0)));
        assert_eq!(at(&regions, (4, 3)), Some(line(1)));
        assert_eq!(at(&regions, (7, 3)), Some(line(0)));
        for nowhere in [(10, 3), (0, 2), (0, 4), (u16::MAX, u16::MAX)] {
            assert_eq!(at(&regions, nowhere), None, "{nowhere:?}");
        }
    }
}

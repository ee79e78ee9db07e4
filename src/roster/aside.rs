//! The rows that could not be read: all of them counted, and the first of each list kept with place and reason. A small
//! file that swells to billions of bad rows is then told of in a few megabytes; nobody mends the hundred-thousand-and-first
//! before the first.

use super::{Section, SetAside};

/// How many of each list are kept.
pub const KEPT: usize = 100_000;

/// See the module.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Aside {
    /// One list behind the other, as the file has them.
    kept: Vec<SetAside>,
    lists: [Listed; Section::ALL.len()],
}

/// What is known of one list.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Listed {
    count: usize,
    /// Where its first one stands among those that are kept.
    first: usize,
}

impl Aside {
    /// Notes a row; those of one list come in the order of the file.
    pub(crate) fn push(&mut self, row: SetAside) {
        let Some(list) = self.lists.get_mut(row.section as usize) else { return };
        if list.count == 0 {
            list.first = self.kept.len();
        }
        list.count += 1;
        if list.count <= KEPT {
            self.kept.push(row);
        }
    }

    /// Notes what was set aside behind these, each row moved to its place in the whole list.
    pub(crate) fn append(&mut self, later: Aside, moved: impl Fn(SetAside) -> SetAside) {
        later.kept.into_iter().for_each(|row| self.push(moved(row)));
        for (own, later) in self.lists.iter_mut().zip(later.lists) {
            own.count += later.count.saturating_sub(KEPT);
        }
    }

    /// Those that are kept, in the order in which they were read.
    pub fn kept(&self) -> &[SetAside] {
        &self.kept
    }

    /// How many of one list there are.
    pub fn of(&self, section: Section) -> usize {
        self.lists.get(section as usize).map_or(0, |list| list.count)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.lists.iter().map(|list| list.count).sum()
    }

    /// The place in its list of the `row`-th element that could be read, which follows those set aside before it; nothing
    /// behind the last one that is kept, where others are only counted.
    pub fn position(&self, section: Section, row: usize) -> Option<usize> {
        let list = self.lists.get(section as usize)?;
        let kept = self.kept.get(list.first..list.first + list.count.min(KEPT))?;
        // How many rows before it can be read never falls from one to the next.
        let readable = |index: usize| kept.get(index).map_or(usize::MAX, |own| own.position - index);
        let (mut before, mut behind) = (0, kept.len());
        while before < behind {
            let middle = before.midpoint(behind);
            if readable(middle) <= row { before = middle + 1 } else { behind = middle }
        }
        (before < kept.len() || kept.len() == list.count).then_some(row + before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::Reason;

    fn row(section: Section, position: usize) -> SetAside {
        SetAside { section, position, line: 1, field: None, reason: Reason::Missing }
    }

    fn of(section: Section, positions: std::ops::Range<usize>) -> Aside {
        let mut aside = Aside::default();
        positions.for_each(|position| aside.push(row(section, position)));
        aside
    }

    #[test]
    fn all_are_counted_and_the_first_of_each_list_kept() {
        let mut aside = of(Section::Claims, 0..KEPT + 7);
        aside.push(row(Section::Plan, 3));
        assert_eq!((aside.of(Section::Claims), aside.of(Section::Plan), aside.count()), (KEPT + 7, 1, KEPT + 8));
        assert_eq!(aside.position(Section::Claims, 0), None, "behind rows that are only counted");
        assert_eq!(aside.position(Section::Plan, 3), Some(4));
        assert_eq!((aside.kept().len(), aside.kept().last()), (KEPT + 1, Some(&row(Section::Plan, 3))));
    }

    #[test]
    fn a_row_stands_behind_those_that_were_set_aside_before_it() {
        for positions in [vec![], vec![0], vec![3], vec![0, 1, 2], vec![1, 2, 5, 6, 7, 11]] {
            let mut aside = Aside::default();
            positions.iter().for_each(|&position| aside.push(row(Section::Workers, position)));
            let readable = (0..20).filter(|position| !positions.contains(position));
            for (number, position) in readable.enumerate() {
                assert_eq!(aside.position(Section::Workers, number), Some(position), "{positions:?}");
            }
        }
    }

    #[test]
    fn two_readers_keep_what_one_would() {
        let moved = |by: usize| move |row: SetAside| SetAside { position: row.position + by, ..row };
        for (first, later) in [(0, 9), (9, 0), (5, KEPT), (KEPT, 5), (KEPT - 5, 9), (KEPT + 3, KEPT + 4)] {
            let mut two = of(Section::Workers, 0..first);
            two.append(of(Section::Workers, 0..later), moved(first));
            assert_eq!(two, of(Section::Workers, 0..first + later), "{first} and {later}");
        }
    }
}

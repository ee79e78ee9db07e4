//! NUMBERS: groups, enrollment, budget, what-if. Pure functions from (roster, filter) to plain structs; counts and
//! rupiah are exact integers, fractions stay fractions until they are said. The definitions are design.md §3.

pub mod answer;
pub mod axis;
pub mod booked;
pub mod budget;
pub mod burndown;
pub mod compare;
pub mod completion;
pub mod course;
pub mod enrollment;
pub mod facets;
pub mod groups;
pub mod lapses;
pub mod month_ends;
pub mod payments;
pub mod plan;
pub mod reread;
pub mod share;
pub mod unpaid;
pub mod until;
pub mod whatif;

use crate::roster::Roster;
use crate::roster::filter::Filter;
use crate::roster::rows::RowSet;
use budget::Budget;
use enrollment::Enrollment;
use groups::{District, GroupRow};

/// Every figure of one selection. What a filter changes is the selection, enrollment, groups and districts, and the
/// selection's cost in the budget; the rest of the budget is the whole programme's.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The workers that pass the filter.
    pub selection: RowSet,
    /// How many they are.
    pub matched: u64,
    /// Toward the target.
    pub enrollment: Enrollment,
    /// Every group in the order of the file, then the unknown occupations if there are any in the roster.
    pub groups: Vec<GroupRow>,
    /// Every district, by workers, largest first, then by name; the unknown ones last if there are any.
    pub districts: Vec<District>,
    /// The money.
    pub budget: Budget,
}

impl Figures {
    /// The figures of those who pass `filter`.
    pub fn of(roster: &Roster, filter: &Filter) -> Figures {
        Figures::among(roster, filter, filter.select(roster), Budget::of(roster, None))
    }

    /// The same of those who are known to pass, with the budget of any selection.
    fn among(roster: &Roster, filter: &Filter, selection: RowSet, budget: Budget) -> Figures {
        Figures {
            matched: selection.count(),
            enrollment: Enrollment::of(roster, filter, &selection),
            groups: groups::groups(roster, filter, &selection),
            districts: groups::districts(roster, filter, &selection),
            budget: budget.under(roster, (!filter.is_everybody()).then_some(&selection)),
            selection,
        }
    }
}

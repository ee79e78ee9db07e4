//! What a review asks of its roster and what it is answered: one filter, every figure and list that is in sight.

use super::Figures;
use super::booked::Booked;
use super::budget::Budget;
use super::burndown::Burndown;
use super::compare::{Baseline, Comparison};
use super::completion::Completion;
use super::course::Course;
use super::enrollment::{Enrollment, MonthRow};
use super::facets::{self, Facet};
use super::groups::order::GroupOrder;
use super::groups::{self, District, GroupRow};
use super::lapses::Lapses;
use crate::roster::Roster;
use crate::roster::filter::{Field, Filter, Tongue};
use crate::roster::order::Ranking;
use crate::roster::query;
use crate::roster::rows::{Row, RowSet};
use std::convert::Infallible;
use std::sync::Arc;

/// What a roster is asked.
#[derive(Clone)]
pub struct Question {
    /// Which workers.
    pub filter: Filter,
    /// In which order.
    pub ranking: Arc<Ranking>,
    /// In which order the groups are listed.
    pub groups: GroupOrder,
    /// Whether the facets are in sight.
    pub facets: bool,
    /// Whether slides are.
    pub meeting: bool,
    /// The text being typed, the caret in it, in characters, and the words in which choices are written.
    pub typed: Option<(String, usize, Tongue)>,
    /// An older reading to compare with.
    pub baseline: Option<Arc<Baseline>>,
    /// The money, where an earlier answer of the same roster has it.
    pub money: Option<Arc<Money>>,
}

/// The money of the whole programme: no filter changes it, and a million payments take a while.
pub struct Money {
    budget: Budget,
    /// Its way down.
    pub burndown: Option<Burndown>,
}

impl Money {
    fn of(roster: &Roster) -> Money {
        let budget = Budget::of(roster, None);
        Money { burndown: Burndown::of(roster, &budget), budget }
    }
}

/// What a meeting asks beside the figures of the tabs.
pub struct Meeting {
    /// Whose protection ends soon, of the selection.
    pub lapses: Lapses,
    /// What was paid, as it is booked, of the whole programme.
    pub booked: Booked,
}

/// What a roster answers.
pub struct Answer {
    /// Every figure.
    pub figures: Figures,
    /// The rows of the group list where it is sorted, or has picks of its own: it ignores them, so that others stay
    /// choosable.
    list: Option<Vec<GroupRow>>,
    /// Whom the group list counts, where that is not the selection itself.
    choosable: Option<RowSet>,
    /// The rows of the district list where it has picks of its own, which it ignores too.
    districts: Option<Vec<District>>,
    /// The rows of the month list, which ignores its own picks too.
    pub months: Vec<MonthRow>,
    /// The way of those who pass to their target.
    pub course: Course,
    /// The money of the whole programme.
    pub money: Arc<Money>,
    /// The workers that pass, in the order of the table.
    pub rows: Vec<Row>,
    /// That order.
    pub ranking: Arc<Ranking>,
    /// That of the groups.
    pub groups: GroupOrder,
    /// The facets, if they were asked for.
    pub facets: Vec<Facet>,
    /// What a meeting asks, if it was asked for.
    pub meeting: Option<Meeting>,
    /// What the words of a filter that nobody passes were probably meant to be.
    pub meant: Vec<Filter>,
    /// What may be typed next, if it was asked for.
    pub completion: Option<Completion>,
    /// What changed, if there is an older reading.
    pub comparison: Option<Comparison>,
}

/// The months that hold something to be shown: the plan is the whole programme's, so under a filter its months are empty.
fn shown_months(mut months: Vec<MonthRow>, filter: &Filter) -> Vec<MonthRow> {
    months.retain(|row| filter.is_everybody() || row.enrolled.is_some_and(|enrolled| enrolled > 0));
    months
}

impl Answer {
    /// The answer to one question.
    pub fn of(roster: &Roster, question: &Question) -> Answer {
        match Answer::part_by_part(roster, question, &mut || Ok::<(), Infallible>(())) {
            Ok(answer) => answer,
        }
    }

    /// The same, given up as soon as `go_on`, asked between its parts, says so: an answer is whole or none.
    pub fn part_by_part<E>(
        roster: &Roster,
        question: &Question,
        go_on: &mut dyn FnMut() -> Result<(), E>,
    ) -> Result<Answer, E> {
        let filter = &question.filter;
        let selection = filter.select(roster);
        go_on()?;
        let money = question.money.clone().unwrap_or_else(|| Arc::new(Money::of(roster)));
        go_on()?;
        let figures = Figures::among(roster, filter, selection, money.budget.clone());
        go_on()?;
        let others = |field: Field| {
            (!filter.picks(field).is_empty()).then(|| {
                let others = filter.without(field);
                let set = others.select(roster);
                (others, set)
            })
        };
        let list = others(Field::Group).map(|(others, set)| (groups::groups(roster, &others, &set), set));
        let (mut list, choosable) = list.unzip();
        let order = question.groups.under(filter);
        if order.order.first.is_some() {
            order.sort(list.get_or_insert_with(|| figures.groups.clone()), &roster.groups);
        }
        let districts = others(Field::District).map(|(others, set)| groups::districts(roster, &others, &set));
        let months = others(Field::Enrolled).map(|(others, set)| Enrollment::of(roster, &others, &set).months);
        go_on()?;
        let shown = if question.facets { facets::facets(roster, filter, &figures.selection) } else { Vec::new() };
        go_on()?;
        let meeting = question.meeting.then(|| Meeting {
            lapses: Lapses::of(roster, &figures.selection),
            booked: Booked::of(roster, &figures.budget.payments),
        });
        go_on()?;
        let rows = question.ranking.arrange(&figures.selection);
        go_on()?;
        let typed = question.typed.as_ref();
        let completion = typed.and_then(|(text, caret, tongue)| Completion::at(text, *caret, roster, *tongue));
        go_on()?;
        Ok(Answer {
            list,
            choosable,
            districts,
            months: shown_months(months.unwrap_or_else(|| figures.enrollment.months.clone()), filter),
            course: Course::of(roster, filter, &figures.enrollment),
            money,
            rows,
            ranking: Arc::clone(&question.ranking),
            groups: question.groups,
            facets: shown,
            meeting,
            meant: if figures.matched == 0 { query::meant(filter, roster) } else { Vec::new() },
            completion,
            comparison: question.baseline.as_ref().map(|baseline| Comparison::of(baseline, filter, roster, &figures)),
            figures,
        })
    }

    /// The rows of the group list in its order: it ignores its own picks.
    pub fn list(&self) -> &[GroupRow] {
        self.list.as_deref().unwrap_or(&self.figures.groups)
    }

    /// The rows of the district list: it ignores its own picks.
    pub fn districts(&self) -> &[District] {
        self.districts.as_deref().unwrap_or(&self.figures.districts)
    }

    /// Where a worker stands, or would stand, among those that pass.
    pub fn place_of(&self, row: Row) -> Result<usize, usize> {
        let place = self.ranking.place(row);
        self.rows.binary_search_by_key(&place, |&other| self.ranking.place(other))
    }

    /// Whom the group list counts: it ignores its own picks.
    pub fn choosable(&self) -> &RowSet {
        self.choosable.as_ref().unwrap_or(&self.figures.selection)
    }
}

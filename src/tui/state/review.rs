//! A roster under review: the filter in force, the last answer to it, and the cursor of every tab. No keys: they are
//! in `app`, and what they change is here.

use super::budget::BudgetTab;
use super::checks::ChecksTab;
use super::clerk::Clerk;
use super::editor::Editor;
use super::enrollment::EnrollmentTab;
use super::groups::GroupsTab;
use super::shown::{Shown, Sorted};
use super::tabs::{Cursor, Facts, Pointed};
use super::workers::WorkersTab;
use crate::check::Audited;
use crate::figures::answer::{Answer, Question};
use crate::figures::compare::Baseline;
use crate::figures::completion;
use crate::figures::groups::Breakdown;
use crate::figures::groups::order::GroupOrder;
use crate::lang::Lang;
use crate::roster::filter::{Field, Filter, Tongue, Value};
use crate::roster::order::{Order, Ranking};
use crate::roster::query;
use crate::roster::rows::{Row, RowSet};
use crate::roster::text::fold;
use crate::tui::layout::Layout;
use crate::tui::msg::Kind;
use crate::tui::tab::Tab;
use std::sync::Arc;

/// A roster under review.
pub struct Review {
    /// The roster.
    pub roster: Audited,
    /// The filter in force.
    pub filter: Filter,
    /// Its text, as typed or as picked.
    pub text: String,
    /// The last answer.
    pub answer: Answer,
    /// Who is active in the group under the cursor; made while the groups are in sight.
    pub breakdown: Option<Breakdown>,
    /// The order that is asked for; that of the rows on the screen is the answer's.
    ranking: Arc<Ranking>,
    /// The order that is on its way.
    pub sorting: Option<Order>,
    /// The order of the groups that is asked for.
    group_order: GroupOrder,
    /// Whether the facets are in sight.
    facets: bool,
    /// Whether slides are.
    meeting: bool,
    /// The older reading that this one is compared with.
    older: Option<Audited>,
    /// Its people, paired with those of this one.
    pub baseline: Option<Arc<Baseline>>,
    /// The filter being typed.
    pub editor: Option<Editor>,
    /// The list whose cursor the next answer in its new order puts on the first line.
    to_top: Option<Tab>,
    /// The cursor of Groups.
    pub groups: GroupsTab,
    /// That of Enrollment.
    pub enrollment: EnrollmentTab,
    /// That of Budget.
    pub budget: BudgetTab,
    /// That of Workers, and the marks.
    pub workers: WorkersTab,
    /// That of Checks.
    pub checks: ChecksTab,
}

impl Review {
    /// A review of the workers of a filter, which are those of the answer, as are the orders.
    pub fn new(roster: Audited, filter: Filter, text: String, answer: Answer) -> Review {
        let first = (!roster.workers.is_empty()).then_some(0);
        let group_order = answer.groups;
        Review {
            roster,
            filter,
            text,
            ranking: Arc::clone(&answer.ranking),
            answer,
            breakdown: None,
            sorting: None,
            group_order,
            facets: false,
            meeting: false,
            older: None,
            baseline: None,
            editor: None,
            to_top: None,
            groups: GroupsTab::default(),
            enrollment: EnrollmentTab::default(),
            budget: BudgetTab::default(),
            workers: WorkersTab::new(first),
            checks: ChecksTab::default(),
        }
    }

    /// What the cursors move over.
    pub fn facts(&self) -> Facts<'_> {
        Facts { roster: &self.roster, answer: &self.answer }
    }

    /// The cursor of a tab.
    pub fn cursor(&self, tab: Tab) -> &dyn Cursor {
        match tab {
            Tab::Groups => &self.groups,
            Tab::Enrollment => &self.enrollment,
            Tab::Budget => &self.budget,
            Tab::Workers => &self.workers,
            Tab::Checks => &self.checks,
        }
    }

    /// The same, to move it.
    fn cursor_mut(&mut self, tab: Tab) -> (&mut dyn Cursor, Facts<'_>) {
        let facts = Facts { roster: &self.roster, answer: &self.answer };
        let cursor: &mut dyn Cursor = match tab {
            Tab::Groups => &mut self.groups,
            Tab::Enrollment => &mut self.enrollment,
            Tab::Budget => &mut self.budget,
            Tab::Workers => &mut self.workers,
            Tab::Checks => &mut self.checks,
        };
        (cursor, facts)
    }

    /// What `u` would bring back later.
    pub fn shown(&self) -> Shown {
        let order = self.sorting.unwrap_or(self.ranking.order);
        let groups = self.group_order.order;
        Shown { filter: self.filter.clone(), text: self.text.clone(), order, groups }
    }

    /// Shows what was shown before, or a saved view.
    pub fn show(&mut self, shown: Shown, clerk: &mut Clerk) {
        self.sort(shown.order, clerk);
        self.group_order.order = shown.groups;
        self.rule_by(shown.filter, shown.text, clerk);
    }

    /// The order of the groups that is asked for.
    pub fn group_order(&self) -> GroupOrder {
        self.group_order
    }

    /// Has the names of the groups in another language: a list that is sorted by them is sorted anew.
    pub fn speak(&mut self, tongue: Tongue, clerk: &mut Clerk) {
        let GroupOrder { order, tongue: former } = self.group_order;
        self.group_order.tongue = tongue;
        if order.first.is_some() && former != tongue {
            self.ask(clerk);
        }
    }

    /// A new filter, if it is one.
    pub fn change(&mut self, filter: Filter, text: String, clerk: &mut Clerk) {
        if filter != self.filter || text != self.text {
            self.rule_by(filter, text, clerk);
        }
    }

    /// A new filter, whether or not it is the one in force.
    pub fn rule_by(&mut self, filter: Filter, text: String, clerk: &mut Clerk) {
        self.filter = filter;
        self.text = text;
        self.ask(clerk);
    }

    /// Sorts a list as somebody asks for it: what he looks for stands at its top.
    pub fn sort_anew(&mut self, sorted: Sorted, clerk: &mut Clerk) {
        let shown = self.shown();
        match sorted {
            Sorted::Workers(order) => {
                self.to_top = (order != shown.order).then_some(Tab::Workers);
                self.sort(order, clerk);
            }
            Sorted::Groups(order) => {
                self.to_top = (order != shown.groups).then_some(Tab::Groups);
                self.group_order.order = order;
                self.ask(clerk);
            }
        }
    }

    /// Picks a value of a facet, or no longer.
    pub fn pick(&mut self, field: Field, value: Value, lang: Lang, clerk: &mut Clerk) {
        let filter = self.filter.toggled(field, value);
        let text = filter.written(lang.tongue());
        self.change(filter, text, clerk);
    }

    /// Shows the workers who have a value, whatever else of that field was picked.
    pub fn open(&mut self, field: Field, value: Value, lang: Lang, clerk: &mut Clerk) {
        let filter = self.filter.without(field).toggled(field, value);
        let text = filter.written(lang.tongue());
        self.change(filter, text, clerk);
    }

    /// Lays the facets over the tab, or takes them away.
    pub fn show_facets(&mut self, facets: bool, clerk: &mut Clerk) {
        self.facets = facets;
        if facets {
            self.ask(clerk);
        }
    }

    /// Lays slides over everything, or takes them away.
    pub fn show_meeting(&mut self, meeting: bool, clerk: &mut Clerk) {
        if std::mem::replace(&mut self.meeting, meeting) != meeting && meeting {
            self.ask(clerk);
        }
    }

    /// Asks for a new answer: of a roster of usual size it is there at once.
    pub fn ask(&mut self, clerk: &mut Clerk) {
        let question = Question {
            filter: self.filter.clone(),
            ranking: Arc::clone(&self.ranking),
            groups: self.group_order,
            facets: self.facets,
            meeting: self.meeting,
            typed: self.editor.as_ref().map(Editor::asked),
            baseline: self.baseline.clone(),
            money: Some(Arc::clone(&self.answer.money)),
        };
        if let Some(answer) = clerk.answer(&self.roster, question) {
            self.answered(answer);
        }
    }

    /// Takes an answer in.
    pub fn answered(&mut self, mut answer: Answer) {
        if let Some(editor) = &mut self.editor {
            editor.offered(answer.completion.take());
        }
        // The cursor of Groups stays on its group, wherever that stands now.
        let group = self.answer.list().get(self.groups.row).map(|row| row.group);
        self.answer = answer;
        self.breakdown = None;
        group.into_iter().for_each(|group| self.put_on_group(group));
        match self.to_top {
            Some(Tab::Groups) if self.answer.groups == self.group_order => self.groups.row = 0,
            Some(Tab::Workers) if self.sorting.is_none() && Arc::ptr_eq(&self.answer.ranking, &self.ranking) => {
                self.answer.rows.first().into_iter().for_each(|&first| self.workers.put(first));
            }
            _ => return,
        }
        self.to_top = None;
    }

    /// Puts the cursor of Groups on a group of the programme, or on those of none; one that is not listed leaves it.
    fn put_on_group(&mut self, group: Option<usize>) {
        let place = self.answer.list().iter().position(|row| row.group == group);
        self.groups.row = place.unwrap_or(self.groups.row);
    }

    /// Sorts the table: until the new order is there the old one stays on the screen.
    pub fn sort(&mut self, order: Order, clerk: &mut Clerk) {
        if order == self.ranking.order {
            clerk.forget(Kind::Rank);
            (self.sorting, self.to_top) = (None, None);
        } else if self.sorting != Some(order) {
            self.sorting = Some(order);
            if let Some(ranking) = clerk.rank(&self.roster, order) {
                self.ranked(ranking, clerk);
            }
        }
    }

    /// Takes an order in.
    pub fn ranked(&mut self, ranking: Ranking, clerk: &mut Clerk) {
        self.sorting = None;
        self.ranking = Arc::new(ranking);
        self.ask(clerk);
    }

    /// Compares with an older reading from now on, as soon as its people are paired with those of this one.
    pub fn compare_with(&mut self, older: Audited, clerk: &mut Clerk) {
        clerk.pair(&older, &self.roster);
        // The pairs with another one are none of its rows.
        (self.baseline, self.answer.comparison) = (None, None);
        self.older = Some(older);
    }

    /// That reading.
    pub fn older(&self) -> Option<&Audited> {
        self.older.as_ref()
    }

    /// Takes the pairs in.
    pub fn paired(&mut self, baseline: Baseline, clerk: &mut Clerk) {
        self.baseline = Some(Arc::new(baseline));
        self.ask(clerk);
    }

    /// The text of the filter was changed: it rules at once if it can be read. If not, the text without the word under
    /// the caret does, if that can be read; else the last good one stays.
    pub fn typed(&mut self, clerk: &mut Clerk) {
        let Some(editor) = &mut self.editor else { return };
        let (text, caret) = editor.typed();
        let parsed = query::parse(&text, &self.roster);
        editor.error = parsed.as_ref().err().cloned();
        let rest = || {
            let rest = completion::without_word(&text, caret)?;
            Some((query::parse(&rest, &self.roster).ok()?, rest))
        };
        match parsed.ok().map(|filter| (filter, text.trim().to_owned())).or_else(rest) {
            Some((filter, text)) => self.rule_by(filter, text, clerk),
            None => self.ask(clerk),
        }
    }

    /// Whether every row leads with how many match: what a filter lets through need not be active.
    pub fn leads_with_matched(&self) -> bool {
        !self.filter.is_of_groups_alone()
    }

    /// The value under the cursor of a tab.
    pub fn value(&self, tab: Tab) -> Option<(Field, Value)> {
        self.cursor(tab).value(self.facts())
    }

    /// Workers that `y` and `e` mean: the marked ones if there are any, else those that pass; in the order shown.
    pub fn chosen(&self) -> Vec<Row> {
        match self.workers.marks.is_empty() {
            true => self.answer.rows.clone(),
            false => {
                let mut set = RowSet::none(self.roster.workers.len());
                self.workers.marks.iter().for_each(|&row| set.insert(row));
                self.answer.ranking.arrange(&set)
            }
        }
    }

    /// Marks the worker under the cursor, or no longer, and goes on to the next.
    pub fn mark(&mut self) {
        if let Some(row) = self.workers.row {
            if !self.workers.marks.remove(&row) {
                self.workers.marks.insert(row);
            }
            self.step(Tab::Workers, 1);
        }
    }

    /// The next worker whose name shows one of the words of the filter; `false` where there is none.
    pub fn next_match(&mut self, forward: bool) -> bool {
        let words: Vec<String> = self.filter.words().iter().map(|word| fold(word)).collect();
        let rows = &self.answer.rows;
        let here = self.workers.place(self.facts()).unwrap_or(0);
        let shows = |row: Row| {
            let name = self.roster.worker(row).folded_name();
            words.iter().any(|word| name.contains(word.as_str()))
        };
        let found = match forward {
            true => rows.iter().skip(here + 1).chain(rows.iter().take(here)).find(|&&row| shows(row)),
            false => {
                let before = rows.iter().take(here).rev();
                before.chain(rows.iter().skip(here + 1).rev()).find(|&&row| shows(row))
            }
        };
        let found = found.copied();
        if let Some(row) = found {
            self.workers.put(row);
        }
        found.is_some()
    }

    /// Moves the cursor of a tab.
    pub fn step(&mut self, tab: Tab, by: isize) {
        let (cursor, facts) = self.cursor_mut(tab);
        cursor.step(facts, by);
    }

    /// Puts the cursor of a tab on a line of one of its lists.
    pub fn point(&mut self, tab: Tab, (list, place): (usize, usize)) -> Pointed {
        let (cursor, facts) = self.cursor_mut(tab);
        cursor.point(facts, list, place)
    }

    /// Scrolls the columns of a tab.
    pub fn columns(&mut self, tab: Tab, right: bool) {
        self.cursor_mut(tab).0.turn(right);
    }

    /// Keeps every cursor in its list, and the one of the tab in front in sight.
    pub fn settle(&mut self, tab: Tab, layout: Option<&Layout>) {
        for own in Tab::ALL {
            let page = (own == tab).then(|| self.page(tab, layout));
            let (cursor, facts) = self.cursor_mut(own);
            cursor.settle(facts, page);
        }
        let unknown = self.roster.groups.len();
        let group = self.answer.list().get(self.groups.row).map_or(unknown, |row| row.group.unwrap_or(unknown));
        if tab == Tab::Groups && self.breakdown.as_ref().is_none_or(|own| own.group != group) {
            let all = self.leads_with_matched();
            self.breakdown = Some(Breakdown::of(&self.roster, group, self.answer.choosable(), all));
        }
    }

    /// Rows in sight of the list that the cursor of a tab moves in.
    pub fn page(&self, tab: Tab, layout: Option<&Layout>) -> usize {
        layout.map_or(1, |layout| self.cursor(tab).sight(layout, self.facts()).max(1))
    }

    /// Another reading of the same roster takes the place of this one: filter, order, cursors and marks stay.
    pub fn renew(&mut self, next: Renewal, clerk: &mut Clerk) {
        let Renewal { roster, filter, text, answer, workers } = next;
        let group = self.value(Tab::Groups);
        self.roster = roster;
        (self.filter, self.text) = (filter, text);
        self.ranking = Arc::clone(&answer.ranking);
        self.sorting = None;
        self.baseline = None;
        self.workers = workers;
        self.answered(answer);
        // It may stand elsewhere in this reading's programme.
        match group {
            Some((_, Value::Name(id))) => {
                let place = self.roster.groups.iter().position(|own| own.id == id);
                place.into_iter().for_each(|place| self.put_on_group(Some(place)));
            }
            Some(_) => self.put_on_group(None),
            None => {}
        }
        // Its people were paired with rows of the former roster.
        if let Some(older) = self.older.take() {
            self.compare_with(older, clerk);
        }
        if self.facets || self.meeting || self.editor.is_some() {
            self.ask(clerk);
        }
    }
}

/// What takes the place of a review's reading.
pub struct Renewal {
    /// The reading.
    pub roster: Audited,
    /// The filter, as it reads it.
    pub filter: Filter,
    /// The filter's text.
    pub text: String,
    /// What it answers.
    pub answer: Answer,
    /// The cursor and the marks, on the same workers.
    pub workers: WorkersTab,
}

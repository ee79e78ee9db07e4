//! A roster under review: the filter in force, the last answer to it, and every cursor. No keys and no drawing: the
//! keys are in `app`, and what they change is here.

use crate::check::Audited;
use crate::figures::answer::{Answer, Question};
use crate::figures::compare::Baseline;
use crate::figures::completion;
use crate::roster::Roster;
use crate::roster::filter::{Field, Filter, Scalar, Value};
use crate::roster::finding::Rule;
use crate::roster::order::{Order, Ranking};
use crate::roster::query;
use crate::roster::rows::{Row, RowSet};
use crate::tui::draw::tabs;
use crate::tui::state::app::Effect;
use crate::tui::state::editor::Editor;
use crate::tui::state::facets::FacetCursor;
use crate::tui::tab::Tab;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Rosters up to so many workers are answered at once: the answer is there before the next frame.
pub const INLINE: usize = 100_000;

/// What `u` brings back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The filter.
    pub filter: Filter,
    /// Its text.
    pub text: String,
    /// The order of the table.
    pub order: Order,
}

/// What the cursor of Budget may stand on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BudgetRow {
    /// Active.
    Active,
    /// Active and verified.
    Joined,
    /// The target.
    Target,
    /// As many as fit.
    Affordable,
    /// The filter's.
    Selection,
    /// A payment, by its place in the file.
    Payment(usize),
    /// The claims.
    Claims,
}

/// What the cursor of Enrollment may stand on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Bar {
    /// A month, by its place in the list.
    Month(usize),
    /// A district, by its place in the list.
    District(usize),
}

/// An older reading, and who of it is whom in the one under review.
pub struct Older {
    /// The older reading.
    pub roster: Audited,
    /// Its people, paired.
    pub baseline: Arc<Baseline>,
}

impl Older {
    /// Pairs the people of an older reading with those of a newer one.
    pub fn of(roster: Audited, new: &Roster) -> Older {
        let baseline = Arc::new(Baseline::of(Arc::clone(roster.shared()), new));
        Older { roster, baseline }
    }
}

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
    /// Whether a newer answer is on its way.
    pub pending: bool,
    generation: u64,
    /// The order of the table.
    pub ranking: Arc<Ranking>,
    /// The order that is on its way.
    pub sorting: Option<Order>,
    /// Whether the facets are in sight.
    pub facets: bool,
    /// The older reading that this one is compared with.
    pub older: Option<Older>,
    /// The filter being typed.
    pub editor: Option<Editor>,
    undo: Vec<Shown>,
    /// The group under the cursor, by its place in the programme.
    pub group: usize,
    /// The first group in sight.
    pub groups_top: usize,
    /// The first column in sight where they do not all fit.
    pub group_column: usize,
    /// The month or district under the cursor, once it was moved.
    pub bar: Option<Bar>,
    /// The line of Budget under the cursor.
    pub budget_row: BudgetRow,
    /// The worker under the cursor.
    pub worker: Option<Row>,
    /// The worker that the cursor was last put on: back under it as soon as a filter lets it pass again.
    pub(super) wanted: Option<Row>,
    /// The workers that are marked, whether or not they pass.
    pub marks: BTreeSet<Row>,
    /// The first worker in sight, by its place among those that pass.
    pub workers_top: usize,
    /// The first column in sight behind the name.
    pub worker_column: usize,
    /// The rule under the cursor.
    pub rule: Option<Rule>,
    /// The first rule in sight.
    pub rules_top: usize,
}

impl Review {
    /// A review of everybody, in the order of the file, or of a filter that was given.
    pub fn new(roster: Audited, filter: Filter, text: String) -> Review {
        let ranking = Arc::new(Ranking::default());
        let question = Question { filter, ranking: Arc::clone(&ranking), facets: false, typed: None, baseline: None };
        let answer = Answer::of(&roster, &question);
        let rule = roster.findings.rules().next();
        let worker = (!roster.workers.is_empty()).then_some(0);
        Review {
            roster,
            filter: question.filter,
            text,
            answer,
            pending: false,
            generation: 0,
            ranking,
            sorting: None,
            facets: false,
            older: None,
            editor: None,
            undo: Vec::new(),
            group: 0,
            groups_top: 0,
            group_column: 0,
            bar: None,
            budget_row: BudgetRow::Active,
            worker,
            wanted: worker,
            marks: BTreeSet::new(),
            workers_top: 0,
            worker_column: 0,
            rule,
            rules_top: 0,
        }
    }

    /// What `u` would bring back later.
    pub fn shown(&self) -> Shown {
        let order = self.sorting.unwrap_or(self.ranking.order);
        Shown { filter: self.filter.clone(), text: self.text.clone(), order }
    }

    /// A new filter.
    pub fn change(&mut self, filter: Filter, text: String, effects: &mut Vec<Effect>) {
        if filter != self.filter || text != self.text {
            self.undo.push(self.shown());
            self.rule_by(filter, text, effects);
        }
    }

    /// A new filter that `u` does not undo by itself: one letter of a text, or what `u` brought back.
    pub fn rule_by(&mut self, filter: Filter, text: String, effects: &mut Vec<Effect>) {
        self.filter = filter;
        self.text = text;
        self.ask(effects);
    }

    /// Remembers a former view for `u`.
    pub fn remember(&mut self, shown: Shown) {
        if shown != self.shown() {
            self.undo.push(shown);
        }
    }

    /// Sorts the table so that `u` brings the former order back.
    pub fn remember_and_sort(&mut self, order: Order, effects: &mut Vec<Effect>) {
        let former = self.shown();
        self.sort(order, effects);
        self.remember(former);
    }

    /// Brings the last view back; `false` where there is none.
    pub fn undo(&mut self, effects: &mut Vec<Effect>) -> bool {
        let Some(Shown { filter, text, order }) = self.undo.pop() else { return false };
        self.sort(order, effects);
        self.rule_by(filter, text, effects);
        true
    }

    /// Picks a value of a facet, or no longer.
    pub fn pick(&mut self, field: Field, value: Value, effects: &mut Vec<Effect>) {
        let filter = self.filter.toggled(field, value);
        let text = filter.to_string();
        self.change(filter, text, effects);
    }

    /// What is asked now; older answers are not wanted any more.
    fn question(&mut self) -> Question {
        self.generation += 1;
        Question {
            filter: self.filter.clone(),
            ranking: Arc::clone(&self.ranking),
            facets: self.facets,
            typed: self.editor.as_ref().map(Editor::typed),
            baseline: self.older.as_ref().map(|older| Arc::clone(&older.baseline)),
        }
    }

    /// Compares with an older reading from now on.
    pub fn compare(&mut self, older: Older, effects: &mut Vec<Effect>) {
        self.older = Some(older);
        self.ask(effects);
    }

    /// Asks for a new answer: of a roster of usual size it is there at once.
    pub fn ask(&mut self, effects: &mut Vec<Effect>) {
        let question = self.question();
        if self.roster.workers.len() <= INLINE {
            let answer = Answer::of(&self.roster, &question);
            self.answered(self.generation, answer);
        } else {
            self.pending = true;
            effects.push(Effect::Ask(self.roster.clone(), self.generation, Box::new(question)));
        }
    }

    /// Takes an answer in, unless a newer one is on its way.
    pub fn answered(&mut self, generation: u64, answer: Answer) {
        if generation == self.generation {
            self.answer = answer;
            self.pending = false;
            // It may have been sorted by the order that was in force when it was asked for.
            self.answer.arrange(Arc::clone(&self.ranking));
            if let Some(editor) = &mut self.editor {
                editor.offered(self.answer.completion.take());
            }
        }
    }

    /// Sorts the table.
    pub fn sort(&mut self, order: Order, effects: &mut Vec<Effect>) {
        if order == self.ranking.order {
            self.sorting = None;
        } else if self.roster.workers.len() <= INLINE || order.first.is_none() {
            self.sorting = Some(order);
            self.ranked(Ranking::of(&self.roster, order));
        } else if self.sorting != Some(order) {
            self.sorting = Some(order);
            effects.push(Effect::Rank(self.roster.clone(), order));
        }
    }

    /// Takes an order in: until then the old one stays on the screen.
    pub fn ranked(&mut self, ranking: Ranking) {
        if self.sorting == Some(ranking.order) {
            self.sorting = None;
            self.ranking = Arc::new(ranking);
            self.answer.arrange(Arc::clone(&self.ranking));
        }
    }

    /// The text of the filter was changed: it rules at once if it can be read. If not, the text without the word under
    /// the caret does, if that can be read; else the last good one stays.
    pub fn typed(&mut self, effects: &mut Vec<Effect>) {
        let Some(editor) = &mut self.editor else { return };
        let (text, caret) = editor.typed();
        let parsed = query::parse(&text, &self.roster);
        editor.error = parsed.as_ref().err().cloned();
        let rest = || {
            let rest = completion::without_word(&text, caret)?;
            Some((query::parse(&rest, &self.roster).ok()?, rest))
        };
        match parsed.ok().map(|filter| (filter, text.trim().to_owned())).or_else(rest) {
            Some((filter, text)) => self.rule_by(filter, text, effects),
            None => self.ask(effects),
        }
    }

    /// What `Space` picks.
    pub fn value_under_cursor(&self, tab: Tab) -> Option<(Field, Value)> {
        match tab {
            Tab::Groups => {
                let row = self.answer.list.get(self.group)?;
                let group = row.group.and_then(|place| self.roster.groups.get(place));
                Some((Field::Group, group.map_or(Value::None, |group| Value::Name(group.id.clone()))))
            }
            Tab::Checks => {
                let rule = self.rule?;
                // A rule that no worker breaks would pick nobody.
                (!self.roster.findings.rows(rule).is_empty()).then_some((Field::Finding, Value::Rule(rule)))
            }
            Tab::Enrollment => match self.bar.as_ref()? {
                Bar::Month(place) => {
                    let row = self.answer.months.get(*place)?;
                    // A month of the plan alone would pick nobody.
                    row.enrolled.filter(|&enrolled| enrolled > 0)?;
                    Some((Field::Enrolled, Value::Scalar(Scalar::Month(row.month))))
                }
                Bar::District(place) => {
                    let name = self.answer.districts.get(*place)?.name.clone();
                    Some((Field::District, name.map_or(Value::None, Value::Name)))
                }
            },
            Tab::Budget | Tab::Workers => None,
        }
    }

    /// The value under the cursor of the facets.
    pub fn facet_value(&self, cursor: &FacetCursor) -> Option<(Field, Value)> {
        let facet = self.answer.facets.get(cursor.list)?;
        Some((facet.field, facet.rows.get(cursor.row())?.value.clone()))
    }

    /// The lines of Budget: the runways, the payments, the claims.
    pub fn budget_rows(&self) -> Vec<BudgetRow> {
        let budget = &self.answer.figures.budget;
        let mut rows = vec![BudgetRow::Active, BudgetRow::Joined, BudgetRow::Target];
        if budget.affordable.is_some() {
            rows.push(BudgetRow::Affordable);
        }
        if budget.selection.is_some() {
            rows.push(BudgetRow::Selection);
        }
        rows.extend((0..self.roster.payments.len()).map(BudgetRow::Payment));
        if budget.claimed().count > 0 {
            rows.push(BudgetRow::Claims);
        }
        rows
    }

    /// Where the cursor's worker stands among those that pass.
    pub fn worker_place(&self) -> Option<usize> {
        self.worker.and_then(|row| self.place_of(row).ok())
    }

    /// Where a row stands, or would stand, among those that pass.
    fn place_of(&self, row: Row) -> Result<usize, usize> {
        let place = self.ranking.place(row);
        self.answer.rows.binary_search_by_key(&place, |&other| self.ranking.place(other))
    }

    /// Workers that `y` and `e` mean: the marked ones if there are any, else those that pass; in the order shown.
    pub fn chosen(&self) -> Vec<Row> {
        match self.marks.is_empty() {
            true => self.answer.rows.clone(),
            false => {
                let mut set = RowSet::none(self.roster.workers.len());
                self.marks.iter().for_each(|&row| set.insert(row));
                self.ranking.arrange(&set)
            }
        }
    }

    /// Marks the worker under the cursor, or no longer, and goes on to the next.
    pub fn mark(&mut self) {
        if let Some(row) = self.worker {
            if !self.marks.remove(&row) {
                self.marks.insert(row);
            }
            self.step(Tab::Workers, 1);
        }
    }

    /// The next worker whose name shows one of the words of the filter; `false` where there is none.
    pub fn next_match(&mut self, forward: bool) -> bool {
        let words: Vec<String> = self.filter.words().iter().map(|word| crate::roster::text::fold(word)).collect();
        let rows = &self.answer.rows;
        let here = self.worker_place().unwrap_or(0);
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
        if found.is_some() {
            self.wanted = found;
        }
        found.is_some()
    }

    /// The bars of Enrollment that the cursor goes through: the months, then the districts.
    fn bars(&self) -> usize {
        self.answer.months.len() + self.answer.districts.len()
    }

    /// Moves the cursor of a tab.
    pub fn step(&mut self, tab: Tab, by: isize) {
        let moved = |place: usize, len: usize| place.saturating_add_signed(by).min(len.saturating_sub(1));
        match tab {
            Tab::Groups => self.group = moved(self.group, self.answer.list.len()),
            Tab::Enrollment => {
                let months = self.answer.months.len();
                let place = match self.bar {
                    None if by > 0 && by < isize::MAX => Some(0),
                    None if by == isize::MAX => Some(self.bars().saturating_sub(1)),
                    None => None,
                    // Back over the first: the screen as it was before the cursor came.
                    Some(Bar::Month(0)) if by < 0 => None,
                    Some(Bar::Month(place)) => Some(moved(place, self.bars())),
                    Some(Bar::District(place)) => Some(moved(months + place, self.bars())),
                };
                self.bar = place.map(|place| match place.checked_sub(months) {
                    None => Bar::Month(place),
                    Some(place) => Bar::District(place),
                });
            }
            Tab::Budget => {
                let rows = self.budget_rows();
                let place = rows.iter().position(|row| *row == self.budget_row).unwrap_or(0);
                self.budget_row = rows.get(moved(place, rows.len())).copied().unwrap_or(BudgetRow::Active);
            }
            Tab::Workers => {
                let place = moved(self.worker_place().unwrap_or(0), self.answer.rows.len());
                self.wanted = self.answer.rows.get(place).copied();
                self.worker = self.wanted;
            }
            Tab::Checks => {
                let rules: Vec<Rule> = self.roster.findings.rules().collect();
                let place = rules.iter().position(|rule| Some(*rule) == self.rule).unwrap_or(0);
                self.rule = rules.get(moved(place, rules.len())).copied();
            }
        }
    }

    /// Whether the lower half of Enrollment is in sight, where both halves do not fit.
    pub fn enrollment_below(&self) -> bool {
        matches!(self.bar, Some(Bar::District(_)))
    }

    /// Scrolls the columns of a tab.
    pub fn columns(&mut self, tab: Tab, right: bool) {
        let (column, most) = match tab {
            Tab::Groups => (&mut self.group_column, tabs::groups::COLUMNS - 1),
            Tab::Workers => (&mut self.worker_column, tabs::workers::COLUMNS - 1),
            _ => return,
        };
        *column = if right { (*column + 1).min(most) } else { column.saturating_sub(1) };
    }

    /// Keeps every cursor in its list, and the one of `tab` in sight of its `page` rows.
    pub fn settle(&mut self, tab: Tab, page: usize) {
        // The cursor holds a worker, not a place: after a filter it is the same one, or else the next.
        let place = self.wanted.map(|row| self.place_of(row).unwrap_or_else(|place| place));
        let rows = &self.answer.rows;
        self.worker = place.and_then(|place| rows.get(place)).or(rows.last()).copied();
        self.group = self.group.min(self.answer.list.len().saturating_sub(1));
        if !self.budget_rows().contains(&self.budget_row) {
            self.budget_row = BudgetRow::Active;
        }
        self.bar = match self.bar.take() {
            Some(Bar::Month(place)) if !self.answer.months.is_empty() => {
                Some(Bar::Month(place.min(self.answer.months.len() - 1)))
            }
            Some(Bar::District(place)) if !self.answer.districts.is_empty() => {
                Some(Bar::District(place.min(self.answer.districts.len() - 1)))
            }
            _ => None,
        };
        let sight = |top: &mut usize, place: usize, len: usize| {
            *top = (*top).min(place).max((place + 1).saturating_sub(page)).min(len.saturating_sub(page));
        };
        // A list behind another tab keeps its place, but never one past its end: a filter typed here shortens it too.
        let within = |top: &mut usize, len: usize| *top = (*top).min(len.saturating_sub(1));
        within(&mut self.groups_top, self.answer.list.len());
        within(&mut self.workers_top, self.answer.rows.len());
        match tab {
            Tab::Groups => sight(&mut self.groups_top, self.group, self.answer.list.len()),
            Tab::Workers => {
                let place = self.worker_place().unwrap_or(0);
                sight(&mut self.workers_top, place, self.answer.rows.len());
            }
            Tab::Checks => {
                let rules: Vec<Rule> = self.roster.findings.rules().collect();
                let place = rules.iter().position(|rule| Some(*rule) == self.rule).unwrap_or(0);
                sight(&mut self.rules_top, place, rules.len());
            }
            Tab::Enrollment | Tab::Budget => {}
        }
    }

    /// The same review of a newer reading of the roster: filter, order, cursors and marks stay. `false` if the filter
    /// names something that is there no more; then everybody is shown, and `u` brings the text back.
    pub fn reload(&mut self, roster: Audited, effects: &mut Vec<Effect>) -> bool {
        let former = std::mem::replace(&mut self.roster, roster);
        // Its people were paired with rows of the former roster.
        if let Some(older) = self.older.take() {
            effects.push(Effect::Pair(older.roster, self.roster.clone()));
        }
        let again = |row: Row| same_worker(&former, row, &self.roster);
        let wanted = self.wanted.and_then(again);
        let marks = match self.marks.is_empty() {
            true => BTreeSet::new(),
            false => {
                let places = Places::of(&self.roster);
                self.marks.iter().filter_map(|&row| places.find(&former, row)).collect()
            }
        };
        self.wanted = wanted.or((!self.roster.workers.is_empty()).then_some(0));
        self.marks = marks;
        self.rule = self.rule.filter(|rule| self.roster.findings.rules().any(|own| own == *rule));
        self.rule = self.rule.or(self.roster.findings.rules().next());
        let order = self.sorting.take().unwrap_or(self.ranking.order);
        self.ranking = Arc::new(Ranking::default());
        let parsed = query::parse(&self.text, &self.roster);
        let fits = parsed.is_ok();
        if let Ok(filter) = parsed {
            self.filter = filter;
        } else {
            self.undo.push(self.shown());
            (self.filter, self.text) = (Filter::EVERYBODY, String::new());
        }
        // Rows of the former roster are nobody's rows: nothing of the old answer may be drawn with the new roster.
        let question = self.question();
        let answer = Answer::of(&self.roster, &question);
        self.answered(self.generation, answer);
        self.sort(order, effects);
        fits
    }
}

/// Where each worker of a roster is found: by id, by NIK, by name and birth date.
struct Places<'a> {
    ids: std::collections::HashMap<String, Row>,
    niks: std::collections::HashMap<String, Row>,
    roster: &'a Roster,
}

impl Places<'_> {
    fn of(roster: &Roster) -> Places<'_> {
        let (mut ids, mut niks) = (std::collections::HashMap::new(), std::collections::HashMap::new());
        for worker in roster.iter() {
            if let Some(id) = worker.id() {
                ids.entry(id.into_owned()).or_insert(worker.row);
            }
            if let crate::roster::columns::Held::Text(nik) = worker.nik() {
                niks.entry(nik.reveal().to_owned()).or_insert(worker.row);
            }
        }
        Places { ids, niks, roster }
    }

    fn find(&self, former: &Roster, row: Row) -> Option<Row> {
        let worker = former.worker(row);
        match (worker.id(), worker.nik()) {
            (Some(id), _) => self.ids.get(&*id).copied(),
            (None, crate::roster::columns::Held::Text(nik)) => self.niks.get(nik.reveal()).copied(),
            _ => same_worker(former, row, self.roster),
        }
    }
}

/// The same worker in another reading of the roster: by id, else by name and birth date.
fn same_worker(former: &Roster, row: Row, now: &Roster) -> Option<Row> {
    let wanted = former.worker(row);
    let id = wanted.id();
    let same = |row: &Row| {
        let worker = now.worker(*row);
        match &id {
            Some(id) => worker.id().as_ref() == Some(id),
            None => worker.folded_name() == wanted.folded_name() && worker.birth() == wanted.birth(),
        }
    };
    // Usually it stands where it stood.
    let len = now.workers.len() as Row;
    Some(row).filter(|row| *row < len && same(row)).or_else(|| (0..len).find(same))
}

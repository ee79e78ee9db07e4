//! All state and all its changes: `update` takes a message and says what is to be done outside. No drawing, no I/O.
//!
//! A key becomes an [`Action`], an action changes the [`Review`], a changed filter asks for an [`Answer`]. Up to
//! [`INLINE`] workers the answer is made on the spot, since it is there before the next frame; beyond, the worker
//! thread makes it and the last good answer stays on the screen.

use super::keymap::{self, Action};
use super::layout::Layout;
use super::parts::input::{Input, MOST};
use super::tabs::{self, Tab};
use super::theme::Theme;
use crate::figures::Figures;
use crate::figures::groups::{self, GroupRow};
use crate::lang::{Lang, words};
use crate::roster::Roster;
use crate::roster::filter::{Field, Filter, Value};
use crate::roster::finding::Rule;
use crate::roster::query::{self, QueryError, QueryErrorKind};
use crate::roster::rows::Row;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use std::sync::Arc;

/// Rosters up to so many workers are answered at once.
pub const INLINE: usize = 100_000;

/// What happened.
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has so many columns and rows.
    Resize(u16, u16),
    /// So much of the roster has been read.
    Progress(Box<Loading>),
    /// The roster has been read.
    Loaded(Box<Roster>),
    /// It cannot be.
    Failed(String),
    /// The figures of a filter.
    Computed(u64, Box<Answer>),
    /// The process is asked to end by a signal.
    Signal(i32),
    /// The process is asked to stop, as by Ctrl-Z.
    Stop,
}

/// What is to be done outside.
pub enum Effect {
    /// Leave, with this signal if it was one.
    Quit(Option<i32>),
    /// Leave because the roster cannot be read; this is why.
    Fail(String),
    /// Leave because the filter of the command line cannot be read; this is why.
    Misuse(String),
    /// Make the answer to a filter.
    Compute(u64, Arc<Roster>, Filter),
    /// Stop the process until it is continued.
    Suspend,
}

/// What a roster answers to a filter.
pub struct Answer {
    /// Every figure.
    pub figures: Figures,
    /// The rows of the group list: it ignores its own picks, so that others stay choosable.
    pub list: Vec<GroupRow>,
    /// The workers that pass, in the order of the table.
    pub rows: Vec<Row>,
}

impl Answer {
    /// The answer to one filter.
    pub fn of(roster: &Roster, filter: &Filter) -> Answer {
        let figures = Figures::of(roster, filter);
        let list = match filter.picks(Field::Group) {
            [] => figures.groups.clone(),
            _ => {
                let others = filter.without(Field::Group);
                groups::groups(roster, &others, &others.select(roster))
            }
        };
        let rows = figures.selection.iter().collect();
        Answer { figures, list, rows }
    }
}

/// What is known of a roster while it is read.
#[derive(Clone, Debug, Default)]
pub struct Loading {
    /// What is read.
    pub source: String,
    /// Programme, date and whether the data is invented, once known.
    pub program: Option<(crate::roster::program::Program, bool)>,
    /// Groups with their names, targets, and workers proposed, verified and active in the file so far.
    pub groups: Vec<(crate::roster::program::Group, [u64; 3])>,
    /// Workers so far.
    pub workers: u64,
    /// Rows set aside so far.
    pub set_aside: u64,
    /// Bytes of the file so far, and of how many.
    pub bytes: (u64, Option<u64>),
}

/// Something laid over the content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Overlay {
    /// Every key.
    Help,
    /// One worker, whole.
    Detail,
}

/// A few lines above the filter, until the next key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// Whether to show personal numbers.
    AskReveal,
    /// A paste was too long.
    PasteCut,
    /// There is nothing to undo.
    CannotUndo,
}

/// The filter while it is typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Editor {
    /// The text.
    pub input: Input,
    /// What is wrong with it; the last good filter stays.
    pub error: Option<QueryError>,
    /// The view before typing began, for undo.
    before: (Filter, String),
}

/// Which line of the runway table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RunwayRow {
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
}

/// A roster under review.
pub struct Review {
    /// The roster.
    pub roster: Arc<Roster>,
    /// The filter in force.
    pub filter: Filter,
    /// Its text, as typed or as picked.
    pub text: String,
    /// The last answer.
    pub answer: Answer,
    /// Whether a newer answer is on its way.
    pub pending: bool,
    generation: u64,
    /// The filter being typed.
    pub editor: Option<Editor>,
    undo: Vec<(Filter, String)>,
    /// The group under the cursor, by its place in the programme.
    pub group: usize,
    /// The first group in sight.
    pub groups_top: usize,
    /// The first column in sight where they do not all fit.
    pub group_column: usize,
    /// Whether the lower half of Enrollment is in sight.
    pub enrollment_below: bool,
    /// The runway under the cursor.
    pub runway: RunwayRow,
    /// The worker under the cursor.
    pub worker: Option<Row>,
    /// The worker that the cursor was last put on: back under it as soon as a filter lets it pass again.
    wanted: Option<Row>,
    /// The first worker in sight, by its place among those that pass.
    pub workers_top: usize,
    /// The first column in sight behind the name.
    pub worker_column: usize,
    /// The rule under the cursor.
    pub rule: Option<Rule>,
    /// The first rule in sight.
    pub rules_top: usize,
}

/// Where the program is.
pub enum Stage {
    /// The roster is being read.
    Loading(Box<Loading>),
    /// It can be reviewed.
    Ready(Box<Review>),
}

/// Everything that the screen shows.
pub struct App {
    /// The language.
    pub lang: Lang,
    /// The styles.
    pub theme: Theme,
    /// Whether to draw in ASCII.
    pub ascii: bool,
    /// Whether personal numbers are masked.
    pub masked: bool,
    /// Columns and rows.
    pub area: Rect,
    /// The tab in front.
    pub tab: Tab,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// What is to be said until the next key.
    pub notice: Option<Notice>,
    /// Loading or ready.
    pub stage: Stage,
    /// A filter from the command line, until the roster is there.
    pub wanted: Option<String>,
}

impl App {
    /// An app that waits for its roster.
    pub fn new(lang: Lang, theme: Theme, source: String) -> App {
        App {
            lang,
            theme,
            ascii: false,
            masked: true,
            area: Rect::default(),
            tab: Tab::Groups,
            overlay: None,
            notice: None,
            stage: Stage::Loading(Box::new(Loading { source, ..Loading::default() })),
            wanted: None,
        }
    }

    /// The review, once there is one.
    pub fn review(&self) -> Option<&Review> {
        match &self.stage {
            Stage::Ready(review) => Some(review),
            Stage::Loading(_) => None,
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let mut effects = Vec::new();
        match msg {
            Msg::Key(key) => self.key(key, &mut effects),
            Msg::Paste(text) => self.paste(&text, &mut effects),
            Msg::Resize(width, height) => self.area = Rect::new(0, 0, width, height),
            Msg::Progress(loading) => {
                if let Stage::Loading(current) = &mut self.stage {
                    *current = loading;
                }
            }
            Msg::Loaded(roster) => self.loaded(*roster, &mut effects),
            Msg::Failed(why) => effects.push(Effect::Fail(why)),
            Msg::Computed(generation, answer) => {
                if let Stage::Ready(review) = &mut self.stage {
                    review.answered(generation, *answer);
                }
            }
            Msg::Signal(signal) => effects.push(Effect::Quit(Some(signal))),
            Msg::Stop => effects.push(Effect::Suspend),
        }
        self.settle();
        effects
    }

    fn loaded(&mut self, roster: Roster, effects: &mut Vec<Effect>) {
        let roster = Arc::new(roster);
        let wanted = self.wanted.take().unwrap_or_default();
        let filter = match query::parse(&wanted, &roster) {
            Ok(filter) => filter,
            Err(error) => {
                effects.push(Effect::Misuse(self.lang.query_mistake(&wanted, &error)));
                Filter::EVERYBODY
            }
        };
        let answer = Answer::of(&roster, &filter);
        let rule = roster.findings.rules().next();
        let worker = (!roster.workers.is_empty()).then_some(0);
        self.stage = Stage::Ready(Box::new(Review {
            roster,
            text: wanted,
            filter,
            answer,
            pending: false,
            generation: 0,
            editor: None,
            undo: Vec::new(),
            group: 0,
            groups_top: 0,
            group_column: 0,
            enrollment_below: false,
            runway: RunwayRow::Active,
            worker,
            wanted: worker,
            workers_top: 0,
            worker_column: 0,
            rule,
            rules_top: 0,
        }));
    }

    fn key(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        let asked = self.notice.take();
        if asked == Some(Notice::AskReveal) {
            self.masked = !matches!(key.code, KeyCode::Char('y' | 'Y'));
            return;
        }
        let typing = matches!(&self.stage, Stage::Ready(review) if review.editor.is_some());
        if typing {
            return self.edit(key, effects);
        }
        if let Some(action) = keymap::action(key) {
            self.act(action, effects);
        }
    }

    fn act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Quit => effects.push(Effect::Quit(None)),
            Action::Suspend => effects.push(Effect::Suspend),
            Action::Language => self.lang = self.lang.other(),
            Action::To(tab) => self.show(tab),
            Action::NextTab => self.show(self.tab.step(1)),
            Action::PreviousTab => self.show(self.tab.step(Tab::ALL.len() - 1)),
            Action::Help => {
                self.overlay = if self.overlay == Some(Overlay::Help) { None } else { Some(Overlay::Help) };
            }
            Action::Back => self.overlay = None,
            Action::Reveal if self.masked => self.notice = Some(Notice::AskReveal),
            Action::Reveal => self.masked = true,
            _ => self.review_act(action, effects),
        }
    }

    fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.overlay = None;
    }

    fn review_act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let page = self.page();
        let tab = self.tab;
        let helping = self.overlay == Some(Overlay::Help);
        let Stage::Ready(review) = &mut self.stage else { return };
        if helping {
            return;
        }
        match action {
            Action::Filter => {
                let before = (review.filter.clone(), review.text.clone());
                review.editor = Some(Editor { input: Input::new(&review.text), error: None, before });
                self.overlay = None;
            }
            Action::Clear => review.change(Filter::EVERYBODY, String::new(), true, effects),
            Action::Undo => match review.undo.pop() {
                Some((filter, text)) => review.change(filter, text, false, effects),
                None => self.notice = Some(Notice::CannotUndo),
            },
            Action::Next => review.step(tab, 1),
            Action::Previous => review.step(tab, -1),
            Action::PageDown => review.step(tab, page as isize),
            Action::PageUp => review.step(tab, -(page as isize)),
            Action::First => review.step(tab, isize::MIN),
            Action::Last => review.step(tab, isize::MAX),
            Action::Left => review.columns(tab, false),
            Action::Right => review.columns(tab, true),
            Action::Pick => {
                if let Some((field, value)) = review.value_under_cursor(tab) {
                    let filter = review.filter.toggled(field, value);
                    let text = filter.to_string();
                    review.change(filter, text, true, effects);
                }
            }
            Action::Open => match tab {
                Tab::Workers if review.worker.is_some() => self.overlay = Some(Overlay::Detail),
                Tab::Groups | Tab::Checks => {
                    if let Some((field, value)) = review.value_under_cursor(tab) {
                        let filter = review.filter.without(field).toggled(field, value);
                        let text = filter.to_string();
                        review.change(filter, text, true, effects);
                        self.tab = Tab::Workers;
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn edit(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some(editor) = &mut review.editor else { return };
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let input = &mut editor.input;
        let old = input.text();
        match key.code {
            KeyCode::Enter if editor.error.is_none() => return review.close_editor(),
            KeyCode::Enter => return,
            KeyCode::Esc => return review.close_editor(),
            KeyCode::Char('c') if ctrl => return effects.push(Effect::Quit(None)),
            KeyCode::Char('z') if ctrl => return effects.push(Effect::Suspend),
            KeyCode::Char('w') if ctrl => input.delete_word(),
            KeyCode::Char('u') if ctrl => input.delete_to_start(),
            KeyCode::Char('a') if ctrl => input.home(),
            KeyCode::Char('e') if ctrl => input.end(),
            KeyCode::Char('h') if ctrl => input.backspace(),
            KeyCode::Char('b') if alt => input.word_left(),
            KeyCode::Char('f') if alt => input.word_right(),
            KeyCode::Backspace if alt || ctrl => input.delete_word(),
            KeyCode::Left if ctrl || alt => input.word_left(),
            KeyCode::Right if ctrl || alt => input.word_right(),
            KeyCode::Char(c) if !ctrl && !alt && !input.insert(c.encode_utf8(&mut [0; 4])) => {
                self.notice = Some(Notice::PasteCut);
            }
            KeyCode::Backspace => input.backspace(),
            KeyCode::Delete => input.delete(),
            KeyCode::Left => input.left(),
            KeyCode::Right => input.right(),
            KeyCode::Home => input.home(),
            KeyCode::End => input.end(),
            KeyCode::Tab => {
                if let Some((column, word)) = editor.error.as_ref().and_then(nearest) {
                    replace_at(input, column, &word);
                }
            }
            _ => {}
        }
        let text = input.text();
        if text != old {
            review.typed(text, effects);
        }
    }

    fn paste(&mut self, text: &str, effects: &mut Vec<Effect>) {
        // Outside the filter a paste is nothing: its letters are no commands.
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some(editor) = &mut review.editor else { return };
        if !editor.input.insert(text) {
            self.notice = Some(Notice::PasteCut);
        }
        let text = editor.input.text();
        review.typed(text, effects);
    }

    /// Rows in sight of the list that the cursor moves in.
    fn page(&self) -> usize {
        match (Layout::of(self.area), self.review()) {
            (Some(layout), Some(review)) => tabs::rows_in_sight(self.tab, &layout, review).max(1),
            _ => 1,
        }
    }

    /// Keeps every cursor in its list and in sight.
    fn settle(&mut self) {
        let page = self.page();
        let tab = self.tab;
        if let Stage::Ready(review) = &mut self.stage {
            review.settle(tab, page);
        }
    }

    /// What stands in the notice, in lines.
    pub fn notice_lines(&self) -> Vec<String> {
        let say = |phrase| self.lang.say(phrase).to_owned();
        match &self.notice {
            None => Vec::new(),
            Some(Notice::AskReveal) => vec![say(&words::REVEAL_ASK), say(&words::REVEAL_YES)],
            Some(Notice::PasteCut) => vec![self.lang.fill(&words::PASTE_CUT, &[&MOST.to_string()])],
            Some(Notice::CannotUndo) => vec![say(&words::CANNOT_UNDO)],
        }
    }
}

/// The word that a mistake's suggestion offers, and the column where it belongs.
fn nearest(error: &QueryError) -> Option<(usize, String)> {
    let word = match &error.kind {
        QueryErrorKind::UnknownField { nearest, .. } => nearest.first()?.clone(),
        QueryErrorKind::UnknownValue { nearest, .. } => Value::Name(nearest.first()?.clone()).to_string(),
        _ => return None,
    };
    Some((error.column, word))
}

/// Puts a word in the place of the one at that column.
fn replace_at(input: &mut Input, column: usize, word: &str) {
    let text = input.text();
    let ends = |c: char| c.is_whitespace() || matches!(c, ':' | ',' | '<' | '>' | '=' | '(' | ')' | '"');
    let before: String = text.chars().take(column - 1).collect();
    let after: String = text.chars().skip(column - 1).skip_while(|&c| !ends(c)).collect();
    *input = Input::new(&format!("{before}{word}{after}"));
}

impl Review {
    /// A new filter; `undoable` if the old one is to come back by `u`.
    fn change(&mut self, filter: Filter, text: String, undoable: bool, effects: &mut Vec<Effect>) {
        if filter == self.filter && text == self.text {
            return;
        }
        if undoable {
            self.undo.push((self.filter.clone(), self.text.clone()));
        }
        self.filter = filter;
        self.text = text;
        self.ask(effects);
    }

    fn ask(&mut self, effects: &mut Vec<Effect>) {
        self.generation += 1;
        if self.roster.workers.len() <= INLINE {
            let answer = Answer::of(&self.roster, &self.filter);
            self.answered(self.generation, answer);
        } else {
            self.pending = true;
            effects.push(Effect::Compute(self.generation, Arc::clone(&self.roster), self.filter.clone()));
        }
    }

    fn answered(&mut self, generation: u64, answer: Answer) {
        if generation == self.generation {
            self.answer = answer;
            self.pending = false;
        }
    }

    /// The text of the filter was changed: it rules at once if it can be read.
    fn typed(&mut self, text: String, effects: &mut Vec<Effect>) {
        let parsed = query::parse(&text, &self.roster);
        if let Some(editor) = &mut self.editor {
            editor.error = parsed.as_ref().err().cloned();
        }
        if let Ok(filter) = parsed {
            self.change(filter, text, false, effects);
        }
    }

    fn close_editor(&mut self) {
        if let Some(editor) = self.editor.take()
            && editor.before.0 != self.filter
        {
            self.undo.push(editor.before);
        }
    }

    /// What `Space` picks.
    fn value_under_cursor(&self, tab: Tab) -> Option<(Field, Value)> {
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
            _ => None,
        }
    }

    /// The lines of the runway table.
    pub fn runway_rows(&self) -> Vec<RunwayRow> {
        let budget = &self.answer.figures.budget;
        let mut rows = vec![RunwayRow::Active, RunwayRow::Target];
        if budget.affordable.is_some() {
            rows.push(RunwayRow::Affordable);
        }
        if budget.selection.is_some() {
            rows.push(RunwayRow::Selection);
        }
        rows
    }

    /// Where the cursor's worker stands among those that pass.
    pub fn worker_place(&self) -> Option<usize> {
        self.worker.and_then(|row| self.answer.rows.binary_search(&row).ok())
    }

    fn step(&mut self, tab: Tab, by: isize) {
        let moved = |place: usize, len: usize| place.saturating_add_signed(by).min(len.saturating_sub(1));
        match tab {
            Tab::Groups => self.group = moved(self.group, self.answer.list.len()),
            Tab::Enrollment => self.enrollment_below = by > 0,
            Tab::Budget => {
                let rows = self.runway_rows();
                let place = rows.iter().position(|row| *row == self.runway).unwrap_or(0);
                self.runway = rows.get(moved(place, rows.len())).copied().unwrap_or(RunwayRow::Active);
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

    fn columns(&mut self, tab: Tab, right: bool) {
        let (column, most) = match tab {
            Tab::Groups => (&mut self.group_column, tabs::groups::COLUMNS - 1),
            Tab::Workers => (&mut self.worker_column, tabs::workers::COLUMNS - 1),
            _ => return,
        };
        *column = if right { (*column + 1).min(most) } else { column.saturating_sub(1) };
    }

    fn settle(&mut self, tab: Tab, page: usize) {
        let rows = &self.answer.rows;
        // The cursor holds a worker, not a place: after a filter it is the same one, or else the next.
        let next = |row: Row| rows.get(rows.partition_point(|&other| other < row)).copied();
        self.worker = self.wanted.and_then(next).or(rows.last().copied());
        self.group = self.group.min(self.answer.list.len().saturating_sub(1));
        if !self.runway_rows().contains(&self.runway) {
            self.runway = RunwayRow::Active;
        }
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
}

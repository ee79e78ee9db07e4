//! All state and all its changes: `update` takes a message and says what is to be done outside. No drawing, no I/O.
//!
//! A key becomes an [`Action`], an action changes the [`Review`], a changed filter asks for an [`Answer`]. The answer
//! of a roster of usual size is made on the spot, since it is there before the next frame; that of a larger one is made
//! by the worker thread, and the last good answer stays on the screen.

use super::clip;
use super::editor::Editor;
use super::keymap::{self, Action};
use super::layout::Layout;
use super::notice::Notice;
use super::overlays::compare::{self, CompareView};
use super::overlays::explain;
use super::overlays::export::ExportForm;
use super::overlays::facets::{self, FacetCursor};
use super::overlays::palette::{Entry, Palette};
use super::overlays::sort;
use super::overlays::whatif::WhatIfPanel;
use super::parts::input::Input;
use super::review::{Answer, Question, Review};
use super::tabs::{self, Tab};
use super::theme::Theme;
use crate::disk::Source;
use crate::figures::compare::{Baseline, People};
use crate::lang::Lang;
use crate::roster::Roster;
use crate::roster::filter::Filter;
use crate::roster::order::{Order, Ranking, SortColumn};
use crate::roster::query;
use crate::roster::rows::Row;
use crate::sheet::{Format, Sheet};
use crate::views::{View, Views};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use std::sync::Arc;

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
    /// The answer to a question.
    Answered(u64, Box<Answer>),
    /// The table's new order.
    Ranked(Box<Ranking>),
    /// The people of an older reading are paired with those of this one; or why it cannot be read.
    Paired(Arc<Roster>, Result<Box<Baseline>, String>),
    /// So many workers were written to a file of that name, or why they were not.
    Exported(Result<(usize, String), String>),
    /// The views were saved, or why they were not.
    ViewsSaved(Result<(), String>),
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
    /// Make the answer to a question.
    Ask(Arc<Roster>, Box<Question>),
    /// Sort a large roster.
    Rank(Arc<Roster>, Order),
    /// Read the roster again.
    Reload,
    /// Read an older roster, and pair its people with those of this one.
    ReadOld(Source, Arc<Roster>),
    /// Pair the people of an older roster with those of a newer one.
    Pair(Arc<Roster>, Arc<Roster>),
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Write workers to a file.
    Export(Box<ExportJob>),
    /// Save the views.
    SaveViews(String),
    /// Stop the process until it is continued.
    Suspend,
}

/// Workers that are to be written to a file.
pub struct ExportJob {
    /// Their roster.
    pub roster: Arc<Roster>,
    /// Which, in the order shown.
    pub rows: Vec<Row>,
    /// The filter's text.
    pub filter: String,
    /// Whether personal numbers stay hidden.
    pub masked: bool,
    /// The language of headings for people.
    pub lang: Lang,
    /// The form.
    pub format: Format,
    /// The file's name.
    pub path: String,
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
    /// How the figures of the tab are counted: rows scrolled.
    Explain(usize),
    /// Every facet.
    Facets(FacetCursor),
    /// What the table is sorted by: the line under the cursor.
    Sort(usize),
    /// Every command by its words.
    Palette(Palette),
    /// Where and how to export.
    Export(ExportForm),
    /// Values that are changed to see what follows.
    WhatIf(Box<WhatIfPanel>),
    /// What changed since an older roster.
    Compare(CompareView),
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
    /// Filters that were in force, the newest last.
    pub history: Vec<String>,
    /// The saved views, or why they cannot be read: then none is saved, and the file stays as it is.
    pub views: Result<Views, String>,
    /// A saved view's order from the command line, until the roster is there.
    order: Order,
    /// Whether the roster can be read again.
    pub again: bool,
    /// The older roster of the command line, until this one is there.
    pub since: Option<Source>,
    /// The name of the older roster that is being read.
    pub comparing: Option<String>,
    /// A new reading that lost half of its workers: not shown until it is asked for again.
    shrunk: Option<Box<Roster>>,
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
            history: Vec::new(),
            views: Ok(Views::default()),
            order: Order::default(),
            again: false,
            since: None,
            comparing: None,
            shrunk: None,
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
            Msg::Loaded(roster) => match self.stage {
                Stage::Loading(_) => self.loaded(*roster, &mut effects),
                Stage::Ready(_) => self.reloaded(roster, &mut effects),
            },
            Msg::Failed(why) => match self.stage {
                Stage::Loading(_) => effects.push(Effect::Fail(why)),
                Stage::Ready(_) => self.notice = Some(Notice::CannotRead(why)),
            },
            Msg::Answered(generation, answer) => {
                if let Stage::Ready(review) = &mut self.stage {
                    review.answered(generation, *answer);
                }
            }
            Msg::Ranked(ranking) => {
                if let Stage::Ready(review) = &mut self.stage {
                    review.ranked(*ranking);
                }
            }
            Msg::Paired(roster, paired) => self.paired(&roster, paired, &mut effects),
            Msg::Exported(Ok((rows, path))) => self.notice = Some(Notice::Exported(rows, path)),
            Msg::Exported(Err(why)) | Msg::ViewsSaved(Err(why)) => self.notice = Some(Notice::Wrong(why)),
            Msg::ViewsSaved(Ok(())) => {}
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
        let mut review = Review::new(roster, filter, wanted);
        review.sort(self.order, effects);
        self.stage = Stage::Ready(Box::new(review));
        if let Some(source) = self.since.take() {
            self.compare_with(source, effects);
        }
    }

    /// Reads an older roster to compare with.
    fn compare_with(&mut self, source: Source, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &self.stage else { return };
        self.comparing = Some(source.name());
        effects.push(Effect::ReadOld(source, Arc::clone(&review.roster)));
    }

    fn paired(&mut self, with: &Arc<Roster>, paired: Result<Box<Baseline>, String>, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        match paired {
            // This roster was read again in the meantime: the pairs are those of rows that are no more.
            Ok(baseline) if !Arc::ptr_eq(with, &review.roster) => {
                effects.push(Effect::Pair(baseline.roster, Arc::clone(&review.roster)));
            }
            Ok(baseline) => {
                self.comparing = None;
                review.compare(*baseline, effects);
            }
            Err(why) => {
                self.comparing = None;
                if review.baseline.is_none() && matches!(self.overlay, Some(Overlay::Compare(_))) {
                    self.overlay = None;
                }
                self.notice = Some(Notice::Wrong(why));
            }
        }
    }

    /// Begins with a saved view's tab and order; its filter comes with `wanted`.
    pub fn open_with(&mut self, view: &View) {
        self.tab = Tab::ALL.get(view.tab as usize - 1).copied().unwrap_or(Tab::Groups);
        self.order = Order::parse(&view.sort).unwrap_or_default();
    }

    /// Shows a saved view.
    fn recall(&mut self, name: &str, effects: &mut Vec<Effect>) {
        let (Ok(views), Stage::Ready(review)) = (&self.views, &mut self.stage) else { return };
        let Some(view) = views.get(name) else { return };
        match query::parse(&view.filter, &review.roster) {
            Ok(filter) => {
                let former = review.shown();
                review.sort(Order::parse(&view.sort).unwrap_or_default(), effects);
                review.rule_by(filter, view.filter.clone(), effects);
                review.remember(former);
                self.tab = Tab::ALL.get(view.tab as usize - 1).copied().unwrap_or(self.tab);
                self.notice = Some(Notice::ViewShown(name.to_owned()));
            }
            Err(error) => self.notice = Some(Notice::Wrong(self.lang.query_mistake(&view.filter, &error))),
        }
    }

    /// Changes the saved views and writes them; a file that could not be read is left as it is.
    fn save(&mut self, done: Notice, change: impl FnOnce(&mut Views, View), name: &str, effects: &mut Vec<Effect>) {
        let (Ok(views), Stage::Ready(review)) = (&mut self.views, &self.stage) else {
            if let Err(why) = &self.views {
                self.notice = Some(Notice::Wrong(why.clone()));
            }
            return;
        };
        let shown = review.shown();
        let view =
            View { name: name.to_owned(), filter: shown.text, sort: shown.order.to_string(), tab: self.tab as u64 + 1 };
        change(views, view);
        effects.push(Effect::SaveViews(views.text()));
        self.notice = Some(done);
    }

    fn run_entry(&mut self, entry: Entry, effects: &mut Vec<Effect>) {
        match entry {
            Entry::Action(binding) => {
                self.close();
                self.act(binding.action, effects);
            }
            Entry::Views => {
                let palette = Palette { input: Input::new("view "), line: 0 };
                self.overlay = Some(Overlay::Palette(palette));
            }
            Entry::Recall(name) => {
                self.close();
                self.recall(&name, effects);
            }
            Entry::Save(name) => {
                self.close();
                self.save(Notice::ViewSaved(name.clone()), Views::set, &name, effects);
            }
            Entry::Forget(name) => {
                self.close();
                let forget = |views: &mut Views, view: View| _ = views.remove(&view.name);
                self.save(Notice::ViewForgotten(name.clone()), forget, &name, effects);
            }
        }
    }

    /// A new reading of the same roster takes the place of the old one, losing nothing; one that lost half of the
    /// workers is probably half written, and has to be asked for twice.
    fn reloaded(&mut self, roster: Box<Roster>, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let (old, new) = (review.roster.workers.len(), roster.workers.len());
        if new * 2 <= old && old > 1 {
            self.notice = Some(Notice::Shrunk(new, old));
            self.shrunk = Some(roster);
            return;
        }
        self.take(roster, effects);
    }

    fn take(&mut self, roster: Box<Roster>, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let spent = |review: &Review| review.answer.figures.budget.spent;
        let (workers, money) = (review.roster.workers.len() as i64, spent(review));
        let fits = review.reload(Arc::new(*roster), effects);
        let more = review.roster.workers.len() as i64 - workers;
        let difference = spent(review).zip(money).and_then(|(now, before)| now.minus(before));
        self.notice = Some(if fits { Notice::Read(more, difference) } else { Notice::ReadWithout });
        self.shrunk = None;
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
        let views = self.views.as_ref().ok();
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match &mut self.overlay {
            Some(Overlay::Palette(_) | Overlay::Export(_) | Overlay::Compare(CompareView::Asking(_)))
                if ctrl && key.code == KeyCode::Char('c') =>
            {
                return effects.push(Effect::Quit(None));
            }
            Some(Overlay::Palette(palette)) => {
                match key.code {
                    KeyCode::Esc => self.close(),
                    KeyCode::Up | KeyCode::BackTab => palette.step(false, views),
                    KeyCode::Down | KeyCode::Tab => palette.step(true, views),
                    KeyCode::Enter => {
                        if let Some(entry) = palette.chosen(views) {
                            self.run_entry(entry, effects);
                        }
                    }
                    KeyCode::Char(c) if !ctrl => drop(palette.input.insert(c.encode_utf8(&mut [0; 4]))),
                    _ => drop(palette.input.key(key)),
                }
                return;
            }
            Some(Overlay::Export(form)) => {
                match key.code {
                    KeyCode::Esc => self.close(),
                    KeyCode::Up | KeyCode::BackTab => form.step(false),
                    KeyCode::Down | KeyCode::Tab => form.step(true),
                    KeyCode::Enter => self.export(effects),
                    KeyCode::Char(c) if !ctrl => drop(form.input.insert(c.encode_utf8(&mut [0; 4]))),
                    _ => drop(form.input.key(key)),
                }
                return;
            }
            Some(Overlay::Compare(CompareView::Asking(input))) => {
                match key.code {
                    KeyCode::Esc => self.close(),
                    KeyCode::Enter if !input.text().trim().is_empty() => {
                        let source = Source::File(input.text().trim().into());
                        self.overlay = Some(Overlay::Compare(CompareView::Lines(0)));
                        self.compare_with(source, effects);
                    }
                    KeyCode::Char(c) if !ctrl => drop(input.insert(c.encode_utf8(&mut [0; 4]))),
                    _ => drop(input.key(key)),
                }
                return;
            }
            Some(Overlay::WhatIf(panel)) if panel.is_typing() => {
                match key.code {
                    KeyCode::Esc => drop(panel.typed(false)),
                    KeyCode::Enter => drop(panel.typed(true)),
                    KeyCode::Up if panel.typed(true) => panel.step(-1),
                    KeyCode::Down if panel.typed(true) => panel.step(1),
                    KeyCode::Char(c) if !ctrl => drop(panel.insert(c.encode_utf8(&mut [0; 4]))),
                    KeyCode::Char('c') if ctrl => effects.push(Effect::Quit(None)),
                    _ => panel.edit(key),
                }
                return;
            }
            Some(Overlay::WhatIf(panel)) => match key.code {
                // An amount begins with a digit or with Rp.
                KeyCode::Char(c) if (c.is_ascii_digit() || c == 'R') && !ctrl && panel.takes_digits() => {
                    panel.insert(c.encode_utf8(&mut [0; 4]));
                    return;
                }
                KeyCode::Char('[') => return panel.shift(false),
                KeyCode::Char(']') => return panel.shift(true),
                _ => {}
            },
            _ => {}
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
            Action::NextTab | Action::PreviousTab if matches!(self.overlay, Some(Overlay::Facets(_))) => {
                self.review_act(action, effects);
            }
            Action::NextTab => self.show(self.tab.step(1)),
            Action::PreviousTab => self.show(self.tab.step(Tab::ALL.len() - 1)),
            Action::Help if self.overlay == Some(Overlay::Help) => self.overlay = None,
            Action::Help => self.lay(Overlay::Help, effects),
            Action::Back => {
                if let Some(Overlay::Compare(view)) = &mut self.overlay
                    && view.back()
                {
                    return;
                }
                self.close();
            }
            Action::Reload => self.reload(effects),
            Action::Palette => self.lay(Overlay::Palette(Palette::default()), effects),
            Action::Reveal if self.masked => self.notice = Some(Notice::AskReveal),
            Action::Reveal => self.masked = true,
            _ => self.review_act(action, effects),
        }
    }

    fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.close();
    }

    /// Back to the tab.
    fn close(&mut self) {
        self.overlay = None;
        if let Stage::Ready(review) = &mut self.stage {
            review.facets = false;
        }
    }

    fn lay(&mut self, overlay: Overlay, effects: &mut Vec<Effect>) {
        self.close();
        if let (Overlay::Facets(_), Stage::Ready(review)) = (&overlay, &mut self.stage) {
            review.facets = true;
            review.ask(effects);
        }
        self.overlay = Some(overlay);
    }

    fn reload(&mut self, effects: &mut Vec<Effect>) {
        match self.shrunk.take() {
            _ if matches!(self.stage, Stage::Loading(_)) => {}
            Some(roster) => self.take(roster, effects),
            None if self.again => {
                self.notice = Some(Notice::Reading);
                effects.push(Effect::Reload);
            }
            None => self.notice = Some(Notice::ReadOnce),
        }
    }

    fn review_act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match (&mut self.overlay, &mut self.stage) {
            (_, Stage::Loading(_)) | (Some(Overlay::Help | Overlay::Palette(_)), _) => {}
            (Some(Overlay::Facets(cursor)), Stage::Ready(review)) => {
                let lists = &review.answer.facets;
                let height = Layout::of(self.area).map_or(1, |layout| layout.content.height);
                if cursor.act(action, lists, &facets::columns(lists, height), usize::from(height)) {
                    return;
                }
                let value = review.facet_value(cursor);
                match (action, value) {
                    (Action::Pick, Some((field, value))) => review.pick(field, value, effects),
                    (Action::Open, Some((field, value))) => {
                        self.close();
                        self.open(field, value, effects);
                    }
                    (Action::Pick | Action::Open, None) => {}
                    _ => self.tab_act(action, effects),
                }
            }
            (Some(Overlay::WhatIf(panel)), Stage::Ready(review)) => match action {
                Action::Next => panel.step(1),
                Action::Previous => panel.step(-1),
                Action::First => panel.step(isize::MIN),
                Action::Last => panel.step(isize::MAX),
                Action::Left => panel.turn(false),
                Action::Right => panel.turn(true),
                Action::Open => panel.solve(),
                Action::Clear => panel.reset(),
                Action::WhatIf => self.close(),
                Action::CopyRow => {
                    let (text, _) = panel.answer(self.lang, review.roster.program.target);
                    effects.push(Effect::Copy(text));
                    self.notice = Some(Notice::Copied(1));
                }
                _ => {}
            },
            (Some(Overlay::Compare(view)), Stage::Ready(review)) => {
                let page = Layout::of(self.area).map_or(1, |layout| compare::rows_in_sight(&layout));
                let Some(comparison) = &review.answer.comparison else { return };
                if view.act(action, comparison, page) {
                    return;
                }
                match action {
                    Action::Open => {
                        if let Some(row) = view.open(comparison) {
                            review.wanted = Some(row);
                            self.tab = Tab::Workers;
                            self.overlay = Some(Overlay::Detail);
                        }
                    }
                    Action::Changes => self.close(),
                    Action::CopyRow => match view.copied(review, self.masked, self.lang) {
                        Some(text) => {
                            effects.push(Effect::Copy(text));
                            self.notice = Some(Notice::Copied(1));
                        }
                        None => self.notice = Some(Notice::NothingToCopy),
                    },
                    Action::CopyAll => {
                        let people = view.people(comparison);
                        self.copy_all(people, effects);
                    }
                    Action::Export => {
                        let people = view.people(comparison);
                        let form = ExportForm::new(&review.roster, people);
                        self.lay(Overlay::Export(form), effects);
                    }
                    Action::Pick | Action::Sort | Action::FlipSort | Action::Mark | Action::Left | Action::Right => {}
                    _ => self.tab_act(action, effects),
                }
            }
            (Some(Overlay::Explain(top)), Stage::Ready(review)) => {
                let Some(layout) = Layout::of(self.area) else { return };
                let page = usize::from(layout.content.height).max(2) - 1;
                let last = explain::rows(self.tab, review, &layout, self.lang).saturating_sub(page + 1);
                // On Budget the cursor goes on through its lines, and each is explained from its beginning.
                let lines = self.tab == Tab::Budget;
                *top = match action {
                    Action::PageDown => (*top + page).min(last),
                    Action::PageUp => top.saturating_sub(page),
                    Action::Next if !lines => (*top + 1).min(last),
                    Action::Previous if !lines => top.saturating_sub(1),
                    Action::First if !lines => 0,
                    Action::Last if !lines => last,
                    Action::Next | Action::Previous | Action::First | Action::Last => {
                        *top = 0;
                        return self.tab_act(action, effects);
                    }
                    _ => return self.tab_act(action, effects),
                };
            }
            (Some(Overlay::Sort(line)), Stage::Ready(review)) => {
                let lines = sort::LINES;
                match action {
                    Action::Next | Action::Sort => *line = (*line + 1) % lines,
                    Action::Previous => *line = (*line + lines - 1) % lines,
                    Action::First => *line = 0,
                    Action::Last => *line = lines - 1,
                    Action::Open | Action::Pick => {
                        let order = sort::order(*line, review.shown().order);
                        review.remember_and_sort(order, effects);
                        self.close();
                    }
                    _ => {}
                }
            }
            _ => self.tab_act(action, effects),
        }
    }

    /// What the keys do on the tab itself.
    fn tab_act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let page = self.page() as isize;
        let tab = self.tab;
        let Stage::Ready(review) = &mut self.stage else { return };
        match action {
            Action::Filter => {
                review.editor = Some(Editor::new(review.shown()));
                review.ask(effects);
                if !matches!(self.overlay, Some(Overlay::Facets(_) | Overlay::Compare(_))) {
                    self.overlay = None;
                }
            }
            Action::WhatIf => match WhatIfPanel::new(review) {
                Some(panel) => self.lay(Overlay::WhatIf(Box::new(panel)), effects),
                None => self.notice = Some(Notice::TooManyDigits),
            },
            Action::Changes => {
                let view = match review.baseline.is_some() || self.comparing.is_some() {
                    true => CompareView::Lines(0),
                    false => CompareView::Asking(Input::default()),
                };
                self.lay(Overlay::Compare(view), effects);
            }
            Action::Facets => self.lay(Overlay::Facets(FacetCursor::default()), effects),
            Action::Clear => review.change(Filter::EVERYBODY, String::new(), effects),
            Action::Undo if !review.undo(effects) => self.notice = Some(Notice::CannotUndo),
            Action::Next => review.step(tab, 1),
            Action::Previous => review.step(tab, -1),
            Action::PageDown => review.step(tab, page),
            Action::PageUp => review.step(tab, -page),
            Action::First => review.step(tab, isize::MIN),
            Action::Last => review.step(tab, isize::MAX),
            Action::Left => review.columns(tab, false),
            Action::Right => review.columns(tab, true),
            Action::Pick => {
                if let Some((field, value)) = review.value_under_cursor(tab) {
                    review.pick(field, value, effects);
                }
            }
            Action::Open if tab == Tab::Workers => {
                self.overlay = review.worker.map(|_| Overlay::Detail);
            }
            Action::Open if matches!(self.overlay, Some(Overlay::Explain(_))) => self.overlay = None,
            Action::Open => match review.value_under_cursor(tab) {
                Some((field, value)) => self.open(field, value, effects),
                None if matches!(tab, Tab::Budget | Tab::Enrollment) => self.overlay = Some(Overlay::Explain(0)),
                None => {}
            },
            Action::Sort if tab == Tab::Workers => {
                let current = review.shown().order.first.map_or(0, |level| sort::line(level.column));
                self.lay(Overlay::Sort(current), effects);
            }
            Action::FlipSort if tab == Tab::Workers => {
                let order = review.shown().order;
                let order = if order.first.is_none() { order.by(SortColumn::Name) } else { order.flipped() };
                review.remember_and_sort(order, effects);
            }
            Action::CopyRow => match clip::row(review, tab, self.masked, self.lang) {
                Some(text) => {
                    effects.push(Effect::Copy(text));
                    self.notice = Some(Notice::Copied(1));
                }
                None => self.notice = Some(Notice::NothingToCopy),
            },
            Action::CopyAll => self.copy_all(None, effects),
            Action::Export => {
                let form = ExportForm::new(&review.roster, None);
                self.lay(Overlay::Export(form), effects);
            }
            Action::Mark if tab == Tab::Workers => review.mark(),
            Action::NextMatch if tab == Tab::Workers && !review.next_match(true) => {
                self.notice = Some(Notice::NoMatch);
            }
            Action::PreviousMatch if tab == Tab::Workers && !review.next_match(false) => {
                self.notice = Some(Notice::NoMatch);
            }
            _ => {}
        }
    }

    /// The workers that are meant: those behind a line of the comparison, else the marked ones or all that pass.
    fn meant(&self, people: Option<People>) -> Option<(Arc<Roster>, Vec<Row>)> {
        let review = self.review()?;
        let Some(people) = people else { return Some((Arc::clone(&review.roster), review.chosen())) };
        let roster = if people == People::Left { &review.baseline.as_ref()?.roster } else { &review.roster };
        Some((Arc::clone(roster), review.answer.comparison.as_ref()?.rows(people)))
    }

    fn copy_all(&mut self, people: Option<People>, effects: &mut Vec<Effect>) {
        let (Some((roster, rows)), Some(review)) = (self.meant(people), self.review()) else { return };
        let sheet = Sheet { roster: &roster, rows: &rows, filter: &review.text, masked: self.masked, lang: self.lang };
        self.notice = Some(match clip::clipped(&sheet) {
            Some(text) => {
                effects.push(Effect::Copy(text));
                Notice::Copied(rows.len())
            }
            None => Notice::TooLarge,
        });
    }

    /// Writes what is chosen to the file that the form names.
    fn export(&mut self, effects: &mut Vec<Effect>) {
        let (Some(Overlay::Export(form)), Some(review)) = (&self.overlay, self.review()) else { return };
        let Some((roster, rows)) = self.meant(form.people) else { return };
        if form.input.text().trim().is_empty() {
            return;
        }
        effects.push(Effect::Export(Box::new(ExportJob {
            roster,
            rows,
            filter: review.text.clone(),
            masked: self.masked,
            lang: self.lang,
            format: form.format,
            path: form.input.text().trim().to_owned(),
        })));
        self.close();
    }

    /// Opens the workers who have a value.
    fn open(
        &mut self,
        field: crate::roster::filter::Field,
        value: crate::roster::filter::Value,
        effects: &mut Vec<Effect>,
    ) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let filter = review.filter.without(field).toggled(field, value);
        let text = filter.to_string();
        review.change(filter, text, effects);
        self.tab = Tab::Workers;
    }

    fn edit(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some(editor) = &mut review.editor else { return };
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let old = editor.typed();
        if !matches!(key.code, KeyCode::Tab | KeyCode::BackTab) {
            editor.keep();
        }
        let input = &mut editor.input;
        match key.code {
            KeyCode::Enter if editor.error.is_some() => return,
            KeyCode::Enter | KeyCode::Esc => return self.close_editor(effects),
            KeyCode::Char('c') if ctrl => return effects.push(Effect::Quit(None)),
            KeyCode::Char('z') if ctrl => return effects.push(Effect::Suspend),
            KeyCode::Tab => drop(editor.choose(true)),
            KeyCode::BackTab => drop(editor.choose(false)),
            KeyCode::Up => drop(editor.recall(true, &self.history)),
            KeyCode::Down => drop(editor.recall(false, &self.history)),
            KeyCode::Char(c) if !ctrl && !alt => {
                if !input.insert(c.encode_utf8(&mut [0; 4])) {
                    self.notice = Some(Notice::PasteCut);
                }
            }
            _ => drop(input.key(key)),
        }
        let typed = editor.typed();
        if typed.0 != old.0 {
            review.typed(effects);
        } else if typed.1 != old.1 {
            review.ask(effects);
        }
    }

    fn close_editor(&mut self, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        if let Some(editor) = review.editor.take() {
            review.remember(editor.before);
            self.history.retain(|text| *text != review.text);
            if !review.text.is_empty() {
                self.history.push(review.text.clone());
            }
            if review.pending {
                // What was asked last may have been asked for the editor's sake.
                review.ask(effects);
            }
        }
    }

    fn paste(&mut self, text: &str, effects: &mut Vec<Effect>) {
        // Where nothing is typed a paste is nothing: its letters are no commands.
        let Stage::Ready(review) = &mut self.stage else { return };
        let whole = match (&mut review.editor, &mut self.overlay) {
            (Some(editor), _) => {
                let whole = editor.input.insert(text);
                editor.keep();
                review.typed(effects);
                whole
            }
            (None, Some(Overlay::Palette(palette))) => palette.input.insert(text),
            (None, Some(Overlay::Export(form))) => form.input.insert(text),
            (None, Some(Overlay::Compare(CompareView::Asking(input)))) => input.insert(text),
            (None, Some(Overlay::WhatIf(panel))) if panel.is_typing() => panel.insert(text),
            _ => true,
        };
        if !whole {
            self.notice = Some(Notice::PasteCut);
        }
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
            if let Some(Overlay::Compare(view)) = &mut self.overlay {
                view.settle(review.answer.comparison.as_ref());
            }
        }
    }
}

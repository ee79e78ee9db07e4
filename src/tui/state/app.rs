//! All state and all its changes: `update` takes a message and says what is to be done outside. No drawing, no I/O.
//!
//! A key becomes an [`Action`], an action changes the [`Review`], a changed filter asks for an [`Answer`]. The answer
//! of a roster of usual size is made on the spot, since it is there before the next frame; that of a larger one is made
//! by the worker thread, and the last good answer stays on the screen.

mod act;
mod typed;

use crate::check::Audited;
use crate::disk::Source;
use crate::figures::answer::{Answer, Question};
use crate::lang::Lang;
use crate::roster::filter::Filter;
use crate::roster::order::{Order, Ranking};
use crate::roster::query;
use crate::roster::rows::Row;
use crate::sheet::Format;
use crate::tui::draw::tabs;
use crate::tui::layout::Layout;
use crate::tui::parts::input::Input;
use crate::tui::state::compare::CompareView;
use crate::tui::state::export::ExportForm;
use crate::tui::state::facets::FacetCursor;
use crate::tui::state::notice::Notice;
use crate::tui::state::palette::{Entry, Palette};
use crate::tui::state::review::{Older, Review};
use crate::tui::state::whatif::WhatIfPanel;
use crate::tui::tab::Tab;
use crate::tui::theme::Theme;
use crate::views::{View, Views};
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

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
    Loaded(Audited),
    /// It cannot be.
    Failed(String),
    /// The answer to the question of that number.
    Answered(u64, Box<Answer>),
    /// The table's new order.
    Ranked(Box<Ranking>),
    /// The people of an older reading are paired with those of this one; or why it cannot be read.
    Paired(Audited, Result<Older, String>),
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
    /// Make the answer to the question of that number.
    Ask(Audited, u64, Box<Question>),
    /// Sort a large roster.
    Rank(Audited, Order),
    /// Read the roster again.
    Reload,
    /// Read an older roster, and pair its people with those of this one.
    ReadOld(Source, Audited),
    /// Pair the people of an older roster with those of a newer one.
    Pair(Audited, Audited),
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
    pub roster: Audited,
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
    shrunk: Option<Audited>,
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
                Stage::Loading(_) => self.loaded(roster, &mut effects),
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

    fn loaded(&mut self, roster: Audited, effects: &mut Vec<Effect>) {
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
        effects.push(Effect::ReadOld(source, review.roster.clone()));
    }

    fn paired(&mut self, with: &Audited, paired: Result<Older, String>, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        match paired {
            // This roster was read again in the meantime: the pairs are those of rows that are no more.
            Ok(older) if !with.is(&review.roster) => {
                effects.push(Effect::Pair(older.roster, review.roster.clone()));
            }
            Ok(older) => {
                self.comparing = None;
                review.compare(older, effects);
            }
            Err(why) => {
                self.comparing = None;
                if review.older.is_none() && matches!(self.overlay, Some(Overlay::Compare(_))) {
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
    fn reloaded(&mut self, roster: Audited, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let (old, new) = (review.roster.workers.len(), roster.workers.len());
        if new * 2 <= old && old > 1 {
            self.notice = Some(Notice::Shrunk(new, old));
            self.shrunk = Some(roster);
            return;
        }
        self.take(roster, effects);
    }

    fn take(&mut self, roster: Audited, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let spent = |review: &Review| review.answer.figures.budget.spent;
        let (workers, money) = (review.roster.workers.len() as i64, spent(review));
        let fits = review.reload(roster, effects);
        let more = review.roster.workers.len() as i64 - workers;
        let difference = spent(review).zip(money).and_then(|(now, before)| now.minus(before));
        self.notice = Some(if fits { Notice::Read(more, difference) } else { Notice::ReadWithout });
        self.shrunk = None;
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

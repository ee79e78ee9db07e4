//! All state and all its changes: `update` takes a message and says what is to be done outside. No drawing, no I/O.
//!
//! A key becomes an action of the table of keys, an action changes the [`Review`] or what lies over it, a changed
//! filter asks for an answer. The answer of a roster of usual size is made on the spot; that of a larger one is made by
//! the worker thread, and the last good answer stays on the screen.

mod act;
mod copying;
mod files;
mod keys;
mod leaving;
mod pictures;
mod pointing;
mod presenting;
mod reading;
mod views;
mod waiting;
pub(crate) mod would;

use super::clerk::Clerk;
use super::command::Entry;
use super::layer::{Layer, Scene};
use super::notice::{Notice, Offer, OldData};
use super::overlay::Overlay;
use super::past::Past;
use super::review::Review;
use super::shown::Shown;
use super::slides::Opening;
use super::waiting::Waiting;
use super::whatif::WhatIfPanel;
use crate::capabilities::{Capabilities, Capability};
use crate::check::Audited;
use crate::disk::Source;
use crate::figures::groups::order::GroupColumn;
use crate::import::Draft;
use crate::lang::Lang;
use crate::lang::date::TimeOfDay;
use crate::lang::glyphs::Glyphs;
use crate::lang::person::Privacy;
use crate::load::Loading;
use crate::notes::Notes;
use crate::roster::order::Order;
use crate::tui::keymap::{Action, BINDINGS, Binding, Context, Keymap};
use crate::tui::layout::Layout;
use crate::tui::msg::{Effect, Kind, Msg};
use crate::tui::tab::Tab;
use crate::tui::theme::Theme;
use crate::views::{View, Views};
use ratatui::layout::Rect;
use reading::Arrival;
use std::path::PathBuf;
use std::sync::Arc;

/// Rosters of up to so many workers are answered at once: the answer is there before the next frame.
pub const INLINE: usize = 100_000;

/// With what the dashboard begins.
pub struct Start {
    /// The language.
    pub lang: Lang,
    /// The styles.
    pub theme: Theme,
    /// The characters that the terminal has.
    pub glyphs: Glyphs,
    /// Whether it takes texts to a clipboard.
    pub clipboard: bool,
    /// What is to be said before anything else, if there is something.
    pub first: Option<String>,
    /// How much of a person is shown.
    pub privacy: Privacy,
    /// What is read, as messages call it.
    pub source: String,
    /// Whether it can be read again.
    pub again: bool,
    /// Whether nobody looks if it changes: then every screen says when it was read.
    pub unwatched: bool,
    /// The file that is read, which no list replaces.
    pub file: Option<PathBuf>,
    /// The working folder, in which lists are written.
    pub folder: Option<PathBuf>,
    /// The folder that `~` means.
    pub home: Option<PathBuf>,
    /// The older roster to compare with.
    pub since: Option<Source>,
    /// A filter.
    pub filter: Option<String>,
    /// The tab; else that of the saved view, else the first.
    pub tab: Option<Tab>,
    /// A saved view, whose tab and order are shown; its filter comes with `filter`.
    pub view: Option<View>,
    /// The saved views, or why they cannot be read: then none is saved, and the file stays as it is.
    pub views: Result<Views, String>,
    /// The next steps that the meeting agreed on.
    pub notes: Notes,
    /// How it begins with slides, if it does.
    pub present: Option<Opening>,
    /// The table of keys, as somebody has set it.
    pub bindings: &'static [Binding],
    /// What this login may do.
    pub may: Capabilities,
    /// Whether the terminal has a mouse.
    pub has_mouse: bool,
    /// Whether it is taken from the start; else it selects text, as everywhere.
    pub mouse: bool,
    /// Whether this person was never here before, as far as anything he has set says it.
    pub first_time: bool,
    /// Rosters of up to so many workers are answered on the spot; see [`Clerk::new`].
    pub inline: usize,
}

impl Default for Start {
    fn default() -> Start {
        Start {
            lang: Lang::En,
            theme: Theme::default(),
            glyphs: Glyphs::Full,
            clipboard: true,
            first: None,
            privacy: Privacy::Masked,
            source: String::new(),
            again: false,
            unwatched: false,
            file: None,
            folder: None,
            home: None,
            since: None,
            filter: None,
            tab: None,
            view: None,
            views: Ok(Views::default()),
            notes: Notes::default(),
            present: None,
            bindings: BINDINGS,
            may: Capabilities::ALL,
            has_mouse: true,
            mouse: true,
            first_time: false,
            inline: INLINE,
        }
    }
}

/// How what is being taken in was meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Hand {
    /// A key after a pause.
    Key,
    /// One that came with others or right behind them.
    Rushed,
    /// A pointer, which slips.
    Pointer,
}

/// Where the program is.
pub enum Stage {
    /// The roster is being read.
    Loading(Box<Waiting>),
    /// It can be reviewed.
    Ready(Box<Review>),
}

/// Everything that the screen shows.
pub struct App {
    pub(crate) lang: Lang,
    pub(crate) theme: Theme,
    pub(crate) glyphs: Glyphs,
    clipboard: bool,
    pub(crate) privacy: Privacy,
    pub(crate) area: Rect,
    pub(crate) tab: Tab,
    /// What lies over the tab.
    pub(crate) overlay: Option<Overlay>,
    /// The scenario of what if, from its first change until it is reset.
    pub(super) what_if: Option<WhatIfPanel>,
    /// What lay over which tab before something was opened from it, the last one last: the form of an export, a worker.
    under: Vec<(Overlay, Tab)>,
    /// What is to be said until the next key.
    pub(crate) notice: Option<Notice>,
    /// What wants a yes.
    pub(crate) offer: Option<Offer>,
    /// That what is shown is not what the file says, as long as it is so.
    pub(crate) old_data: Option<OldData>,
    /// The office's list that is shown, until a roster is made of it.
    pub(crate) draft: Option<Arc<Draft>>,
    /// What is read, as messages call it.
    pub(crate) source: String,
    /// When the reading that is shown came.
    pub(crate) read_at: Option<TimeOfDay>,
    pub(crate) stage: Stage,
    pub(crate) keymap: Keymap,
    pub(crate) views: Result<Views, String>,
    /// The name of the older roster that is being read.
    pub(crate) comparing: Option<String>,
    clerk: Clerk,
    /// Filters that were in force, the newest last.
    history: Past<String>,
    /// A filter from the command line, until the roster is there.
    wanted: String,
    /// A saved view's orders of workers and groups from the command line, until the roster is there.
    orders: (Order, Order<GroupColumn>),
    again: bool,
    unwatched: bool,
    file: Option<PathBuf>,
    folder: Option<PathBuf>,
    home: Option<PathBuf>,
    since: Option<Source>,
    /// What the meeting agreed on.
    notes: Notes,
    /// How it begins with slides, until the roster is there.
    present: Option<Opening>,
    /// The slide with which it begins, until it is known which there are.
    opening: Option<usize>,
    /// A reading that is being made ready to be shown.
    arrival: Option<Arrival>,
    /// Whether the file has changed since it was last asked for.
    stale: bool,
    /// Whether somebody asked for the reading that is on its way: then it is said also that nothing changed.
    asked: bool,
    /// The reading that was offered and taken, until it is known whether the file still says that.
    taken: Option<Audited>,
    /// How late it is, as far as anybody has said.
    now: Option<TimeOfDay>,
    /// What was done last that can be done once more.
    done: Option<Entry>,
    /// The views before the one that is shown, the newest last: what `u` brings back.
    former: Past<(Tab, Shown)>,
    /// Whether the plain screen is shown, with what was asked for on it.
    printed: bool,
    /// How what is being taken in was meant.
    hand: Hand,
    /// Whether the mouse is taken; nothing where the terminal has none.
    mouse: Option<bool>,
    /// Whether somebody wants to leave as soon as a file is written.
    pub(crate) leaving: bool,
    /// So many bytes of it are written.
    pub(crate) written: u64,
}

impl App {
    /// An app that waits for its roster.
    pub fn new(start: Start) -> App {
        let saved = start.view.as_ref().and_then(|view| Tab::ALL.get((view.tab as usize).wrapping_sub(1)).copied());
        let tab = start.tab.or(saved).unwrap_or(Tab::Groups);
        let orders = start.view.as_ref().map(View::orders);
        let wanted = start.filter.unwrap_or_default();
        let first_time = (start.first_time && start.present.is_none()).then_some(Notice::FirstTime);
        let loading = Loading { source: start.source.clone(), ..Loading::default() };
        App {
            lang: start.lang,
            theme: start.theme,
            glyphs: start.glyphs,
            clipboard: start.clipboard,
            privacy: start.privacy,
            area: Rect::default(),
            tab,
            overlay: None,
            what_if: None,
            under: Vec::new(),
            // What somebody slipped in comes before what helps him on.
            notice: start.first.map(Notice::Wrong).or(first_time),
            offer: None,
            old_data: None,
            draft: None,
            read_at: None,
            stage: Stage::Loading(Box::new(Waiting::new(loading, wanted.clone(), tab))),
            source: start.source,
            keymap: Keymap::of(start.bindings, start.may),
            views: start.views,
            comparing: None,
            clerk: Clerk::new(start.inline),
            history: Past::default(),
            wanted,
            orders: orders.unwrap_or_default(),
            again: start.again,
            unwatched: start.unwatched,
            file: start.file,
            folder: start.folder,
            home: start.home,
            since: start.since,
            notes: start.notes,
            present: start.present,
            opening: None,
            arrival: None,
            stale: false,
            asked: false,
            taken: None,
            now: None,
            done: None,
            former: Past::default(),
            printed: false,
            hand: Hand::Key,
            mouse: start.has_mouse.then_some(start.mouse),
            leaving: false,
            written: 0,
        }
    }

    /// Asks for the roster: the first thing to be done.
    pub fn begin(&mut self) -> Vec<Effect> {
        self.read();
        self.clerk.effects()
    }

    /// The review, once there is one.
    pub fn review(&self) -> Option<&Review> {
        match &self.stage {
            Stage::Ready(review) => Some(review),
            Stage::Loading(_) => None,
        }
    }

    /// Whether the roster is still being read, and nothing of it can be reviewed.
    pub fn is_loading(&self) -> bool {
        matches!(self.stage, Stage::Loading(_))
    }

    /// What is known of a roster that is being read.
    pub fn loading(&self) -> Option<&Loading> {
        match &self.stage {
            Stage::Loading(waiting) => Some(&waiting.loading),
            Stage::Ready(_) => None,
        }
    }

    /// Columns and rows.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The tab in front.
    pub fn tab(&self) -> Tab {
        self.tab
    }

    /// What lies over it.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// How much of a person is shown.
    pub fn privacy(&self) -> Privacy {
        self.privacy
    }

    /// The characters that the terminal has.
    pub fn glyphs(&self) -> Glyphs {
        self.glyphs
    }

    /// Whether a scenario of what if is kept.
    pub fn is_what_if(&self) -> bool {
        self.what_if.is_some()
    }

    /// Whether letters are typed.
    pub fn is_typing(&self) -> bool {
        self.context().is_typing()
    }

    /// Whether the plain screen is shown: then nothing is drawn.
    pub fn is_printed(&self) -> bool {
        self.printed
    }

    /// Whether a newer answer is on its way.
    pub fn is_counting(&self) -> bool {
        self.clerk.waits(Kind::Answer)
    }

    /// Since when what is shown is not what the file says: `None` where it is, `Some(None)` where nobody knows the time.
    pub fn old_since(&self) -> Option<Option<TimeOfDay>> {
        self.old_data.as_ref().map(|old| old.since)
    }

    /// When what is shown was read, where nobody would notice that the file says something else by now.
    pub fn unwatched_since(&self) -> Option<TimeOfDay> {
        self.read_at.filter(|_| self.unwatched && self.old_data.is_none())
    }

    /// Whether there is a view that `u` would bring back.
    pub fn can_undo(&self) -> bool {
        !self.former.is_empty()
    }

    /// What has the keys, a question left aside.
    pub(crate) fn context(&self) -> Context {
        let review = match &self.stage {
            Stage::Ready(review) => review,
            Stage::Loading(waiting) => return self.context_of_waiting(waiting),
        };
        match (&review.editor, &self.overlay) {
            // The help that was called while a filter is typed.
            (Some(_), Some(Overlay::Help(_))) => Context::Help,
            (Some(_), _) => Context::Filter,
            (None, Some(overlay)) => overlay.layer().context(),
            (None, None) => match self.tab {
                // Where nothing stands under the cursor that could be opened, the figures explain themselves.
                Tab::Budget | Tab::Enrollment if review.value(self.tab).is_none() => Context::Figures(self.tab),
                tab => Context::Tab(tab),
            },
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => self.paste(&text),
            Msg::Resize(width, height) => self.area = Rect::new(0, 0, width, height),
            Msg::Clock(now) => self.now = Some(now),
            Msg::Reply(ticket, reply) => {
                // The few lines that drop every answer of another reading, and every overtaken one.
                if self.clerk.takes(ticket, &reply) {
                    self.reply(reply);
                    self.read_if_stale();
                }
            }
            Msg::Rushed(key) => {
                self.hand = Hand::Rushed;
                self.key(key);
                self.hand = Hand::Key;
            }
            Msg::Clicked(target) => self.clicked(target),
            Msg::Wheel { down } => self.wheel(down),
            // What stands there is known to whoever draws.
            Msg::Pressed(..) => {}
            Msg::Beat => self.beat(),
            Msg::PasteHangs => self.notice = Some(Notice::PasteHangs),
            Msg::PasteLeft => self.notice = Some(Notice::PasteLeft),
            Msg::ViewsSaved(Err(why)) => self.notice = Some(Notice::Wrong(why)),
            Msg::ViewsSaved(Ok(views)) => self.views = Ok(views),
            Msg::Continued => self.go_on(),
            Msg::Signal(signal) => self.clerk.effect(Effect::Quit(Some(signal))),
            Msg::Stop if self.keymap.may().allow(Capability::Suspend) => self.act(Action::Suspend),
            Msg::Stop => {}
            Msg::Changed => self.changed(),
            Msg::NotWatched => {
                self.unwatched = true;
                self.notice = Some(Notice::NotWatched);
            }
        }
        self.settle();
        self.clerk.effects()
    }

    /// Where things stand.
    fn layout(&self) -> Option<Layout> {
        self.layout_of(self.area)
    }

    /// Whether what is said covers the last rows of the tab in front instead of moving what stands there: a chart that
    /// came and went with a word would be a jump. Where the cursor stands in those rows, they are given up all the same.
    pub(crate) fn stays_calm(&self) -> bool {
        self.overlay.is_none() && matches!(self.tab, Tab::Enrollment | Tab::Budget)
    }

    /// Where things stand on a screen of that size: what is said covers no row, the content gives it up.
    pub(crate) fn layout_of(&self, area: Rect) -> Option<Layout> {
        Layout::of(area).map(|layout| layout.giving_up(self.said_rows()))
    }

    /// What an overlay may look at and change, with the overlay; `None` where nothing lies over the tab.
    fn scene(&mut self) -> Option<(&mut Overlay, Scene<'_>)> {
        let layout = self.layout();
        let App { overlay: Some(overlay), stage: Stage::Ready(review), clerk, views, keymap, .. } = self else {
            return None;
        };
        let views = views.as_ref().ok();
        let (tab, lang, privacy) = (self.tab, self.lang, self.privacy);
        Some((overlay, Scene { review, clerk, layout, tab, lang, privacy, views, keymap }))
    }

    /// Keeps every cursor in its list and in sight.
    fn settle(&mut self) {
        let layout = self.layout();
        let tab = self.tab;
        if let Stage::Loading(waiting) = &mut self.stage {
            waiting.settle(layout.as_ref());
        }
        if let Stage::Ready(review) = &mut self.stage {
            review.settle(tab, layout.as_ref());
            if let Some(overlay) = &mut self.overlay {
                overlay.layer_mut().settle(review);
            }
            match (&self.overlay, &mut self.what_if) {
                (Some(Overlay::WhatIf(panel)), kept) => *kept = Some(panel.kept()).filter(WhatIfPanel::is_changed),
                (_, Some(kept)) => kept.settle(review),
                (_, None) => {}
            }
        }
        self.settle_audience();
    }
}

//! While a roster is read: what is known of it, the keys that wait for it, and what of them can be shown already.
//!
//! Every key that needs the roster is *held*, in order, and pressed when it is there: it ends as if it had been there all
//! the time, which is a law that a test checks. What the screen shows of held keys (another tab, a row further down, the
//! filter's text) is a preview, and is thrown away then. To carry the preview over instead would be a second way of doing
//! each of these things, with its own idea of what a filter's mistake or a page is.

use super::workers::rows_in_sight;
use crate::load::Loading;
use crate::tui::keymap::{Action, Key};
use crate::tui::layout::Layout;
use crate::tui::parts::input::{Input, Typed};
use crate::tui::state::tabs::{keep_in_sight, moved};
use crate::tui::tab::Tab;

/// A held key, or a text that was pasted.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are what they hold")]
pub enum Held {
    Key(Key),
    Paste(String),
}

/// Rows above the filter that say how far the reading is.
pub const PROGRESS: u16 = 2;

/// Keys are held up to so many: a key that is leaned on is not meant a thousand times.
const MOST: usize = 1000;

/// See the module.
#[derive(Debug)]
pub struct Waiting {
    /// What is known.
    pub loading: Loading,
    /// The filter's text that is to be in force.
    pub text: String,
    /// The filter being typed.
    pub line: Option<Input>,
    /// The row under the cursor among the first ones.
    pub row: usize,
    /// The first of them in sight.
    pub top: usize,
    /// The tab in front before any key was held.
    before: Tab,
    held: Vec<Held>,
}

impl Waiting {
    /// Nothing is held yet; that filter is to be in force.
    pub fn new(loading: Loading, text: String, tab: Tab) -> Waiting {
        Waiting { loading, text, line: None, row: 0, top: 0, before: tab, held: Vec::new() }
    }

    /// Holds a key; `false` where there are too many.
    pub fn hold(&mut self, held: Held) -> bool {
        let room = self.held.len() < MOST;
        if room {
            self.held.push(held);
        }
        room
    }

    /// Whether any is held.
    pub fn holds(&self) -> bool {
        !self.held.is_empty()
    }

    /// The tab that was in front before, and all that is held.
    pub fn taken(&mut self) -> (Tab, Vec<Held>) {
        (self.before, std::mem::take(&mut self.held))
    }

    /// Types into the filter's line; `false` if not all of it had room.
    pub fn typed(&mut self, typed: Typed<'_>) -> bool {
        self.line.as_mut().is_none_or(|line| line.take(typed))
    }

    /// Shows of an action what can be shown without the roster; `false` where that is nothing.
    pub fn preview(&mut self, action: Action, tab: &mut Tab, layout: Option<&Layout>) -> bool {
        if self.line.is_some() {
            return self.preview_in_line(action);
        }
        let page = layout.map_or(1, |layout| self.sight(layout)).max(1) as isize;
        match action {
            Action::To(to) => *tab = to,
            Action::NextTab => *tab = tab.step(1),
            Action::PreviousTab => *tab = tab.step(Tab::ALL.len() - 1),
            Action::Filter => {
                let space = if self.text.is_empty() { "" } else { " " };
                self.line = Some(Input::new(&format!("{}{space}", self.text)));
            }
            Action::Clear => self.text.clear(),
            // Back from nothing is nothing.
            Action::Back => {}
            _ if *tab != Tab::Workers => return false,
            Action::Next => self.step(1),
            Action::Previous => self.step(-1),
            Action::PageDown => self.step(page),
            Action::PageUp => self.step(-page),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            _ => return false,
        }
        true
    }

    fn preview_in_line(&mut self, action: Action) -> bool {
        match action {
            Action::Open => {
                if let Some(line) = self.line.take() {
                    self.text = line.text().trim().to_owned();
                }
            }
            Action::Back => self.line = None,
            Action::EraseWord => return self.typed(Typed::EraseWord),
            Action::EraseLine => return self.typed(Typed::EraseLine),
            _ => return false,
        }
        true
    }

    fn step(&mut self, by: isize) {
        self.row = moved(self.row, by, self.rows());
    }

    /// The first rows that can be shown.
    fn rows(&self) -> usize {
        self.loading.head.as_ref().map_or(0, |head| head.workers.len())
    }

    /// Rows that can be in sight: how far the reading is and the filter being typed take some.
    fn sight(&self, layout: &Layout) -> usize {
        rows_in_sight(layout).saturating_sub(usize::from(PROGRESS) + usize::from(self.line.is_some()))
    }

    /// Keeps the cursor in sight.
    pub fn settle(&mut self, layout: Option<&Layout>) {
        let rows = self.rows();
        self.row = self.row.min(rows.saturating_sub(1));
        let sight = layout.map(|layout| self.sight(layout));
        keep_in_sight(&mut self.top, self.row, rows, sight);
    }
}

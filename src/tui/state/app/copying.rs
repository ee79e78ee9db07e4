//! What leaves the program as text: a row or what is selected, to the terminal's clipboard, or on the plain screen for
//! terminals that have none. Either way as the screen shows it: masked where it is masked.

use super::App;
use crate::check::Audited;
use crate::figures::compare::People;
use crate::lang::words::notice as words;
use crate::roster::rows::Row;
use crate::sheet::Sheet;
use crate::tui::keymap::{Action, Context, Key};
use crate::tui::msg::Effect;
use crate::tui::state::clip::{self, Clip, MOST};
use crate::tui::state::notice::{Excess, Notice, Offer};

/// Where a text goes to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum To {
    Clipboard,
    PlainScreen,
}

impl App {
    /// The row under the cursor, to the clipboard.
    pub(super) fn copy_row(&mut self) {
        self.copy(self.row());
    }

    /// A line that an overlay says, to the clipboard.
    pub(super) fn copy(&mut self, text: Option<String>) {
        match text {
            Some(text) => self.hand_over(text, 1, To::Clipboard),
            None => self.notice = Some(Notice::NothingToCopy),
        }
    }

    /// The people behind a line of the comparison, else the workers who are selected, to the clipboard.
    pub(super) fn copy_all(&mut self, people: Option<People>) {
        match people.is_some() || self.is_selected() {
            true => self.hand_over_all(people, To::Clipboard),
            // A whole city on a clipboard is a slip of the finger.
            false => self.notice = Some(Notice::NothingSelected),
        }
    }

    /// The workers who are selected, else the row under the cursor, on the plain screen.
    pub(super) fn print(&mut self) {
        match (self.is_selected(), self.row()) {
            (true, _) => self.hand_over_all(None, To::PlainScreen),
            (false, Some(row)) => self.hand_over(row, 1, To::PlainScreen),
            (false, None) => self.notice = Some(Notice::NothingToCopy),
        }
    }

    /// Whether workers are marked, or filtered.
    pub(super) fn is_selected(&self) -> bool {
        self.review().is_some_and(|review| !review.workers.marks.is_empty() || !review.filter.is_everybody())
    }

    pub(super) fn row(&self) -> Option<String> {
        clip::row(self.review()?, self.tab, self.privacy, self.lang)
    }

    /// The workers that are meant: those behind a line of the comparison, else the marked ones or all that pass.
    fn meant(&self, people: Option<People>) -> Option<(Audited, Vec<Row>)> {
        let review = self.review()?;
        let Some(people) = people else { return Some((review.roster.clone(), review.chosen())) };
        let roster = if people == People::Left { review.older()? } else { &review.roster };
        Some((roster.clone(), review.answer.comparison.as_ref()?.rows(people)))
    }

    fn hand_over_all(&mut self, people: Option<People>, to: To) {
        let (Some((roster, rows)), Some(review)) = (self.meant(people), self.review()) else { return };
        if rows.is_empty() {
            self.notice = Some(Notice::NobodyToCopy);
            return;
        }
        let sheet = Sheet {
            roster: &roster,
            rows: &rows,
            filter: &review.text,
            columns: None,
            privacy: self.privacy,
            lang: self.lang,
        };
        match clip::clipped(&sheet) {
            Clip::Text(text) => self.hand_over(text, rows.len(), to),
            Clip::TooLarge(excess) => match self.keymap.row(Action::Export, Context::Tab(self.tab)) {
                Some(_) => self.offer = Some(Offer::File { people, excess }),
                None => self.notice = Some(Notice::TooLarge(excess)),
            },
        }
    }

    fn hand_over(&mut self, text: String, rows: usize, to: To) {
        match to {
            _ if text.len() > MOST => self.notice = Some(Notice::TooLarge(Excess { rows, bytes: Some(text.len()) })),
            // What it does not take it may write on the screen.
            To::Clipboard if !self.clipboard => self.notice = Some(Notice::NoClipboard),
            To::Clipboard => {
                self.clerk.effect(Effect::Copy(text));
                self.notice = Some(Notice::Copied(rows));
            }
            To::PlainScreen => {
                let mut lines = clip::plain(&text);
                lines.extend([String::new(), self.lang.fill(&words::PRINTED, &[&Key::ENTER.name(self.lang)])]);
                lines.iter_mut().for_each(|line| *line = self.glyphs.text(line));
                self.clerk.effect(Effect::Print(lines));
                self.printed = true;
            }
        }
    }

    /// Any key leaves the plain screen and does nothing else, but for those that leave or stop the program anywhere.
    pub(super) fn come_back(&mut self, key: Key) {
        match self.keymap.action(key, self.context()) {
            Some(action @ (Action::Quit | Action::Suspend)) if key.typed().is_none() => self.act(action),
            _ => self.clerk.effect(Effect::Return),
        }
    }
}

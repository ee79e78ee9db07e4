//! Leaving, and going on: nobody leaves a file half written by chance, and none is written by chance.

use super::{App, Hand};
use crate::tui::keymap::{Action, Context, Key};
use crate::tui::msg::{Effect, Kind};
use crate::tui::state::notice::Notice;
use crate::tui::state::overlay::Overlay;

impl App {
    /// Leaves; while a file is being written, as soon as that is done, or when it is asked for again.
    pub(super) fn leave(&mut self) {
        if self.is_writing() && !self.leaving {
            self.leaving = true;
            self.notice = Some(Notice::StillWriting);
            return;
        }
        self.clerk.effect(Effect::Quit(None));
    }

    /// A file is written: whoever waited for that leaves now.
    pub(super) fn leave_now(&mut self) {
        if self.leaving {
            self.clerk.effect(Effect::Quit(None));
        }
    }

    fn is_writing(&self) -> bool {
        self.clerk.waits(Kind::Export) || self.clerk.waits(Kind::Import)
    }

    /// A letter while the form of a file stands there that is being written: it is typed nowhere, and the key that quits leaves.
    pub(super) fn is_taken_by_writing(&mut self, key: Key) -> bool {
        let writing = matches!(&self.overlay, Some(Overlay::Export(form)) if form.writing);
        if writing && self.keymap.action(key, Context::Tab(self.tab)) == Some(Action::Quit) {
            self.leave();
        }
        writing
    }

    /// Whether a file may be written by the key that is being taken in. A sentence that was pasted where pastes are not
    /// told from keys must write none: what comes together with other keys or right behind them is asked for again.
    pub(super) fn is_meant(&mut self) -> bool {
        match self.hand {
            Hand::Key => {}
            Hand::Rushed => self.notice = Some(Notice::TooFast),
            Hand::Pointer => self.notice = Some(Notice::NoClick),
        }
        self.hand == Hand::Key
    }

    /// Goes on after it was stopped from outside: nobody knows what the screen shows by now.
    pub(super) fn go_on(&mut self) {
        self.printed = false;
        self.clerk.effect(Effect::Return);
    }
}

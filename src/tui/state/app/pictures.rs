//! Pictures of the screen on their way to a file: what is refused, and what became of one.

use super::App;
use crate::lang::person::Privacy;
use crate::lang::words::{export, picture as words};
use crate::roster::text::holds_number;
use crate::tui::msg::{PictureJob, Request, Unwritten};
use crate::tui::picture::{Format, Place};
use crate::tui::state::notice::{Notice, Offer};

impl App {
    /// Has the screen pictured that lies beneath the list of commands.
    pub(super) fn picture(&mut self, name: String, format: Format) {
        self.back();
        if self.shows_number_searched() {
            self.notice = Some(Notice::Wrong(self.lang.say(&words::OF_A_NUMBER).to_owned()));
            return;
        }
        let path = self.full_path(&name);
        let whole = self.privacy == Privacy::Whole;
        self.clerk.picture(Place { format, path, name, force: false, own: self.file.clone(), whole });
    }

    /// Whether a picture would show a number of a person that its filter looks for: masked everywhere else, it would go
    /// from hand to hand there.
    pub fn shows_number_searched(&self) -> bool {
        // A slide says of such a filter what it is, and no more.
        let shown = self.privacy.hides() && !self.is_presenting();
        shown && self.review().is_some_and(|review| holds_number(&review.text))
    }

    /// The picture is written, or it is not. Over a file that is there it is written once that is asked for.
    pub(super) fn pictured(&mut self, job: Box<PictureJob>, done: Result<(), Unwritten>) {
        match done {
            Ok(()) => {
                self.notice = Some(Notice::Pictured(job.place.name, job.place.whole));
                self.leave_now();
                return;
            }
            // Another question stands, or the letter that would answer is one of a text.
            Err(Unwritten::Exists) if self.offer.is_some() || self.is_typing() => {
                self.notice = Some(Notice::Wrong(self.lang.say(&export::EXISTS_NOT_WRITTEN).to_owned()));
            }
            Err(Unwritten::Exists) => (self.notice, self.offer) = (None, Some(Offer::Replace(job))),
            Err(Unwritten::Why(why)) => self.notice = Some(Notice::Wrong(why)),
        }
        self.leaving = false;
    }

    /// Writes the picture that was offered over the file that is there.
    pub(super) fn replace(&mut self, mut job: Box<PictureJob>) {
        job.place.force = true;
        self.clerk.send(Request::Picture(job));
    }
}

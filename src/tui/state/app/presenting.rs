//! Slides before an audience: over whatever was in front, so that leaving them leads back to the same tab, filter and row.

use super::{App, Stage};
use crate::capabilities::Capability;
use crate::lang::person::Privacy;
use crate::tui::layout::Sheet;
use crate::tui::msg::Kind;
use crate::tui::state::notice::Notice;
use crate::tui::state::overlay::Overlay;
use crate::tui::state::slides::{Opening, Slides};
use std::time::Duration;

/// So often the seconds of a slide are counted.
const BEAT: Duration = Duration::from_secs(1);

impl App {
    /// Shows slides.
    pub(super) fn present(&mut self, opening: Opening) {
        self.opening = Some(opening.place).filter(|place| *place > 0);
        let slides = Slides::new(self.notes.clone(), self.what_if.clone(), opening.playing);
        // What lies over the tab is come back to: a worker, the panel of what if.
        self.under.extend(self.overlay.take().map(|overlay| (overlay, self.tab)));
        self.overlay = Some(slides.into());
        // A roster without anybody, target or budget has nothing to say.
        if self.slides() == Some(0) {
            self.back();
            self.notice = Some(Notice::NothingToPresent);
        }
    }

    /// Puts the slide in front with which it begins, once it is known which there are.
    fn open_slide(&mut self) {
        let (Some(place), sheet) = (self.opening, self.sheet()) else { return };
        if self.comparing.is_some() || self.clerk.waits(Kind::Answer) {
            return;
        }
        if let (Some(Overlay::Slides(slides)), Stage::Ready(review)) = (&mut self.overlay, &self.stage)
            && review.answer.meeting.is_some()
        {
            let agenda = slides.agenda(review, sheet.as_ref());
            slides.turn(&agenda, place);
            self.opening = None;
        }
    }

    /// How many slides there are, where they are shown.
    pub fn slides(&self) -> Option<usize> {
        let (Some(Overlay::Slides(slides)), Some(review)) = (&self.overlay, self.review()) else { return None };
        Some(slides.agenda(review, self.sheet().as_ref()).len())
    }

    /// Where a slide stands.
    pub(crate) fn sheet(&self) -> Option<Sheet> {
        Sheet::of(self.area)
    }

    /// Whether slides are shown, or stand under what lies over them.
    pub(crate) fn is_presenting(&self) -> bool {
        let slides = |overlay: &Overlay| matches!(overlay, Overlay::Slides(_));
        self.overlay.iter().any(slides) || self.under.iter().any(|(overlay, _)| slides(overlay))
    }

    /// How soon somebody wants to be told that time has passed; `None` where nobody does, so that nothing wakes.
    pub fn beats(&self) -> Option<Duration> {
        match &self.overlay {
            Some(Overlay::Slides(slides)) if slides.left.is_some() => Some(BEAT),
            _ => None,
        }
    }

    pub(super) fn beat(&mut self) {
        let sheet = self.sheet();
        if let (Some(Overlay::Slides(slides)), Stage::Ready(review)) = (&mut self.overlay, &self.stage) {
            let agenda = slides.agenda(review, sheet.as_ref());
            slides.beat(&agenda);
        }
    }

    /// By whatever way slides came or went: what they show is asked for, and nothing is whole before an audience. Behind
    /// them it stays masked.
    pub(super) fn settle_audience(&mut self) {
        let presenting = self.is_presenting();
        if let Stage::Ready(review) = &mut self.stage {
            review.show_meeting(presenting, &mut self.clerk);
        }
        self.open_slide();
        match (presenting, self.privacy) {
            (true, _) => self.privacy = Privacy::Locked,
            (false, Privacy::Locked) if self.keymap.may().allow(Capability::Reveal) => self.privacy = Privacy::Masked,
            (false, _) => {}
        }
    }
}

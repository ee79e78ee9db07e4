//! What a pointer does: a click on a line puts the cursor there, a click on the line under the cursor opens it, as Enter
//! does; the wheel moves the cursor. All else that can be clicked is a key or an action of the table of keys, so that a
//! pointer reaches nothing that keys do not reach. No click writes a file: a hand slips, and a file stays.

use super::{App, Hand, Stage};
use crate::roster::filter::Field;
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::Effect;
use crate::tui::state::editor::CHOICES;
use crate::tui::state::notice::{Notice, Offer};
use crate::tui::state::sort::SortList;
use crate::tui::state::tabs::Pointed;
use crate::tui::tab::Tab;
use crate::tui::target::{By, Target};

/// Rows for one notch of the wheel.
const NOTCH: isize = 3;

impl App {
    /// Whether the terminal is asked for the mouse.
    pub fn has_mouse(&self) -> bool {
        self.mouse == Some(true)
    }

    /// Takes the mouse, or leaves it to the terminal, where it selects text.
    pub(super) fn turn_mouse(&mut self) {
        let Some(on) = &mut self.mouse else { return self.notice = Some(Notice::NoMouse) };
        *on = !*on;
        let on = *on;
        self.notice = Some(Notice::Mouse(on));
        self.clerk.effect(Effect::Mouse(on));
    }

    /// What a click means that came to stand on this.
    pub(super) fn clicked(&mut self, target: Target) {
        // On the plain screen the mouse is the terminal's.
        if self.printed {
            return;
        }
        self.hand = Hand::Pointer;
        match target {
            Target::Key(key) => {
                // Their yes is a letter that means something else in the key bar.
                self.offer.take_if(|offer| matches!(offer, Offer::Reveal | Offer::Replace(_)));
                self.key(key);
            }
            Target::Tab(tab) if self.is_loading() => self.wait_for_tab(tab),
            _ if self.is_loading() => {}
            target => self.by_hand(|app| {
                app.refuse_offer();
                app.point(target);
            }),
        }
        self.hand = Hand::Key;
    }

    /// One notch of the wheel.
    pub(super) fn wheel(&mut self, down: bool) {
        if self.printed || self.is_loading() {
            return;
        }
        self.hand = Hand::Pointer;
        self.by_hand(|app| {
            app.refuse_offer();
            app.roll(down);
        });
        self.hand = Hand::Key;
    }

    /// What any other key refuses, a pointer refuses too.
    fn refuse_offer(&mut self) {
        let waits = self.is_typing() || self.is_presenting();
        self.offer.take_if(|offer| !(waits && matches!(offer, Offer::Fewer { .. })));
    }

    /// While a roster is read, another tab can be shown by its key.
    fn wait_for_tab(&mut self, tab: Tab) {
        let key = self.keymap.row(Action::To(tab), Context::Loading).and_then(|row| row.keys.first());
        if let (Context::Loading, Some(key)) = (self.context(), key) {
            self.key(*key);
        }
    }

    fn point(&mut self, target: Target) {
        match (self.context(), target) {
            (Context::Filter, Target::Line { list: CHOICES, place }) => {
                return self.edited(|editor, _| _ = editor.take(place));
            }
            // What is typed is kept, as by Enter; what cannot be read stays to be mended.
            (Context::Filter, _) => self.press_open(),
            (Context::Amount, _) => self.act(Action::Open),
            _ => {}
        }
        if matches!(self.context(), Context::Filter | Context::Amount) {
            return;
        }
        match target {
            Target::Tab(tab) => self.act(Action::To(tab)),
            Target::Line { list, place } => {
                if self.put_cursor(list, place) == Pointed::Again {
                    self.act(Action::Open);
                }
            }
            Target::Heading(column) => self.sort_by(column),
            Target::Bar { field, place } => self.pick_bar(field, place),
            Target::Slide { forward: true } => self.act(Action::Next),
            Target::Slide { forward: false } => self.act(Action::Previous),
            Target::Key(_) => {}
        }
    }

    /// Puts the cursor on a line of what is in front.
    fn put_cursor(&mut self, list: usize, place: usize) -> Pointed {
        if let Some((overlay, mut scene)) = self.scene() {
            return overlay.layer_mut().point((list, place), &mut scene);
        }
        let tab = self.tab;
        let Stage::Ready(review) = &mut self.stage else { return Pointed::Nowhere };
        review.point(tab, (list, place))
    }

    /// Sorts by a column; by the one that it is sorted by already, the other way round.
    fn sort_by(&mut self, column: By) {
        let tab = self.tab;
        let Stage::Ready(review) = &mut self.stage else { return };
        // Not by what the list of columns withholds.
        if SortList::new(review, tab).columns.contains(&column) {
            review.sort_anew(review.shown().by(column), &mut self.clerk);
        }
    }

    /// Picks the value that a bar of the panel stands for, or no longer, as Space does among the facets.
    fn pick_bar(&mut self, field: Field, place: usize) {
        let lang = self.lang;
        let Stage::Ready(review) = &mut self.stage else { return };
        if let Some(value) = review.breakdown.as_ref().and_then(|breakdown| breakdown.value(field, place)) {
            review.pick(field, value, lang, &mut self.clerk);
        }
    }

    fn roll(&mut self, down: bool) {
        // The wheel types nothing, and brings no older filter back.
        if matches!(self.context(), Context::Filter | Context::Amount) {
            return;
        }
        let by = if down { NOTCH } else { -NOTCH };
        if let Some((overlay, mut scene)) = self.scene()
            && let Some((place, many)) = overlay.layer().line(&scene)
        {
            let to = place.saturating_add_signed(by).min(many.saturating_sub(1));
            let _ = overlay.layer_mut().point((0, to), &mut scene);
            return;
        }
        let times = if self.context() == Context::Slides { 1 } else { NOTCH };
        for _ in 0..times {
            self.act(if down { Action::Next } else { Action::Previous });
        }
    }
}

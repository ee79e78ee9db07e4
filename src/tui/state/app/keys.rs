//! Keys as they come: answers to an offer, actions of the table of keys, else letters of what is typed. And pasted text.

use super::{App, Hand, Stage};
use crate::lang::person::Privacy;
use crate::tui::keymap::{Action, Context, Key};
use crate::tui::msg::Kind;
use crate::tui::parts::input::Typed;
use crate::tui::state::export::About;
use crate::tui::state::notice::{Notice, Offer};
use crate::tui::state::shown::Shown;
use crate::tui::tab::Tab;

impl App {
    pub(super) fn key(&mut self, key: Key) {
        if std::mem::take(&mut self.printed) {
            return self.come_back(key);
        }
        if self.shows_figures_alone() {
            return self.press_unseen(key);
        }
        self.by_hand(|app| match app.offer.take() {
            Some(offer) => app.answer(offer, key),
            None => app.press(key),
        });
    }

    /// Where no more than the key figures is drawn, nobody sees what a key would open or write: it waits for more room.
    fn press_unseen(&mut self, key: Key) {
        use Action::{Back, Close, Language, Quit, Redraw, Suspend};
        if let Some(Back | Close | Language | Quit | Redraw | Suspend) = self.keymap.action(key, self.context()) {
            self.by_hand(|app| app.press(key));
        }
    }

    /// Whether the screen is too small for more than the key figures.
    fn shows_figures_alone(&self) -> bool {
        matches!(self.stage, Stage::Ready(_)) && self.layout().is_none()
    }

    /// Takes in what somebody does.
    pub(super) fn by_hand(&mut self, does: impl FnOnce(&mut App)) {
        let (view, depth) = (self.view(), self.former.len());
        self.notice = None;
        let leaving = self.leaving;
        does(self);
        // Whoever goes on working stays.
        self.leaving &= !leaving;
        // What a key did to the view, `u` undoes; what `u` itself did, it does not.
        if self.former.len() >= depth {
            self.remember(view);
        }
    }

    /// The key that an offer names takes it, any other refuses it.
    fn answer(&mut self, offer: Offer, key: Key) {
        match offer {
            Offer::Reveal => match self.keymap.action(key, Context::Question) {
                Some(Action::Confirm) => self.privacy = Privacy::Whole,
                Some(Action::Redraw | Action::Suspend) => {
                    self.offer = Some(Offer::Reveal);
                    self.press(key);
                }
                Some(Action::Quit) => self.act(Action::Quit),
                _ => {}
            },
            // Where letters are typed, or slides are shown, no key answers: the offer waits, and is not seen.
            offer @ Offer::Fewer { .. } if self.is_typing() || self.is_presenting() => {
                self.offer = Some(offer);
                self.press(key);
            }
            Offer::Fewer { reading, .. } => match self.keymap.action(key, self.context()) {
                Some(Action::Reload) => self.take(reading),
                Some(Action::Back) => {}
                _ => self.press(key),
            },
            Offer::Replace(job) => match self.keymap.action(key, Context::Question) {
                // A letter of a pasted sentence is no answer: the question stands.
                Some(Action::Confirm) if self.hand != Hand::Key => self.offer = Some(Offer::Replace(job)),
                Some(Action::Confirm) => self.replace(job),
                Some(Action::Back) => {}
                _ => self.press(key),
            },
            Offer::File { people, .. } => match self.keymap.action(key, self.context()) {
                Some(Action::Open | Action::Export) => {
                    self.ask_for_file(people.map_or(About::Workers, |people| About::Changes(Some(people))));
                }
                Some(Action::Back) => {}
                _ => self.press(key),
            },
        }
    }

    fn press(&mut self, key: Key) {
        if self.is_loading() {
            return self.wait(key);
        }
        let context = self.context();
        let action = self.keymap.action(key, context);
        match (context, action) {
            (Context::Filter, Some(action)) => self.edit(action),
            (_, Some(action)) => self.act(action),
            (_, None) if self.is_taken_by_writing(key) => {}
            (_, None) => self.typed(Typed::Key(key)),
        }
    }

    /// Keeps the filter being typed, if it can be read.
    pub(super) fn press_open(&mut self) {
        self.edit(Action::Open);
    }

    /// What an action does to the filter being typed.
    fn edit(&mut self, action: Action) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some(editor) = &mut review.editor else { return };
        match action {
            Action::EraseWord => self.typed(Typed::EraseWord),
            Action::EraseLine => self.typed(Typed::EraseLine),
            Action::Open if editor.error.is_some() => editor.keep(),
            Action::Open => self.close_editor(),
            Action::Back => self.drop_editor(),
            Action::NextTab => self.choose(true),
            Action::PreviousTab => self.choose(false),
            Action::Previous => self.edited(|editor, history| {
                editor.keep();
                editor.recall(true, history);
            }),
            Action::Next => self.edited(|editor, history| {
                editor.keep();
                editor.recall(false, history);
            }),
            _ => self.act(action),
        }
    }

    /// Puts the next choice in, or the one before; where nothing is typed yet, the fields are offered first.
    fn choose(&mut self, forward: bool) {
        let lang = self.lang;
        self.edited(|editor, _| _ = editor.choose(forward, lang));
    }

    /// The view that is shown, or the one before a filter began to be typed.
    fn view(&self) -> Option<(Tab, Shown)> {
        let review = self.review()?;
        let shown = review.editor.as_ref().map_or_else(|| review.shown(), |editor| editor.before.clone());
        Some((self.tab, shown))
    }

    /// Remembers a former view for `u`, if it is another one than the one that is shown now.
    pub(super) fn remember(&mut self, view: Option<(Tab, Shown)>) {
        if let Some(view) = view.filter(|view| self.view().is_some_and(|now| now != *view)) {
            self.former.push(view);
        }
    }

    /// Brings the last view back.
    pub(super) fn undo(&mut self) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some((tab, shown)) = self.former.pop() else { return self.notice = Some(Notice::CannotUndo) };
        review.show(shown, &mut self.clerk);
        self.tab = tab;
    }

    /// Changes the filter being typed: a changed text rules at once, a moved caret may offer something else.
    pub(super) fn edited(&mut self, change: impl FnOnce(&mut crate::tui::state::editor::Editor, &[String])) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some(editor) = &mut review.editor else { return };
        let old = editor.typed();
        change(editor, &self.history);
        let new = editor.typed();
        if new.0 != old.0 {
            review.typed(&mut self.clerk);
        } else if new.1 != old.1 {
            review.ask(&mut self.clerk);
        }
    }

    /// What is typed goes into the line in front; where there is none it is nothing: its letters are no commands.
    fn typed(&mut self, typed: Typed<'_>) {
        let mut whole = true;
        if self.context() == Context::Filter {
            self.edited(|editor, _| {
                editor.keep();
                whole = editor.input.take(typed);
            });
        } else if let Some(overlay) = &mut self.overlay {
            whole = overlay.layer_mut().typed(typed);
        }
        if !whole {
            self.notice = Some(Notice::PasteCut);
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.is_loading() {
            return self.wait_paste(text);
        }
        // It was pasted on another screen.
        if self.printed || self.shows_figures_alone() {
            return;
        }
        self.typed(Typed::Text(text));
    }

    /// Leaves the line, and brings back what was shown before it was typed into: only what is kept is remembered.
    fn drop_editor(&mut self) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some(editor) = review.editor.take() else { return };
        review.rule_by(editor.before.filter, editor.before.text, &mut self.clerk);
    }

    /// Keeps the filter that was typed.
    pub(super) fn close_editor(&mut self) {
        let Stage::Ready(review) = &mut self.stage else { return };
        if review.editor.take().is_none() {
            return;
        }
        self.history.retain(|text| *text != review.text);
        if !review.text.is_empty() {
            self.history.push(review.text.clone());
        }
        if self.clerk.waits(Kind::Answer) {
            // What was asked last may have been asked for the editor's sake.
            review.ask(&mut self.clerk);
        }
    }
}

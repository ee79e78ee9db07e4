//! Keys as they come: actions of the table of keys, else letters of what is typed. And pasted text.

use super::{App, Stage};
use crate::lang::person::Privacy;
use crate::tui::keymap::{Action, Context, Key};
use crate::tui::msg::{Effect, Kind};
use crate::tui::parts::input::Typed;
use crate::tui::state::notice::Notice;

impl App {
    pub(super) fn key(&mut self, key: Key) {
        let asked = self.notice.take() == Some(Notice::AskReveal);
        let context = if asked { Context::Question } else { self.context() };
        let action = self.keymap.action(key, context);
        match (context, action) {
            (Context::Question, _) => self.privacy = Privacy::revealed(action == Some(Action::Confirm)),
            (Context::Filter, Some(action)) => self.edit(action),
            (_, Some(action)) => self.act(action),
            (_, None) => self.typed(Typed::Key(key)),
        }
    }

    /// What an action does to the filter being typed.
    fn edit(&mut self, action: Action) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some(editor) = &mut review.editor else { return };
        match action {
            Action::EraseWord => self.typed(Typed::EraseWord),
            Action::EraseLine => self.typed(Typed::EraseLine),
            Action::Open if editor.error.is_some() => editor.keep(),
            Action::Open | Action::Back => self.close_editor(),
            Action::NextTab => self.edited(|editor, _| _ = editor.choose(true)),
            Action::PreviousTab => self.edited(|editor, _| _ = editor.choose(false)),
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

    /// Changes the filter being typed: a changed text rules at once, a moved caret may offer something else.
    fn edited(&mut self, change: impl FnOnce(&mut crate::tui::state::editor::Editor, &[String])) {
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
        self.typed(Typed::Text(text));
    }

    fn close_editor(&mut self) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some(editor) = review.editor.take() else { return };
        review.remember(editor.before);
        self.history.retain(|text| *text != review.text);
        if !review.text.is_empty() {
            self.history.push(review.text.clone());
        }
        if self.clerk.waits(Kind::Answer) {
            // What was asked last may have been asked for the editor's sake.
            review.ask(&mut self.clerk);
        }
    }

    /// Hands a text to the terminal's clipboard and says of how many rows it is.
    pub(super) fn copy(&mut self, text: Option<String>, rows: usize, none: Notice) {
        self.notice = Some(match text {
            Some(text) => {
                self.clerk.effect(Effect::Copy(text));
                Notice::Copied(rows)
            }
            None => none,
        });
    }
}

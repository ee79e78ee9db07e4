//! Keys as they come: letters where something is typed, else actions of the table of keys. And pasted text.

use super::{App, Effect, Overlay, Stage};
use crate::disk::Source;
use crate::tui::keymap::{self};
use crate::tui::state::compare::CompareView;
use crate::tui::state::notice::Notice;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

impl App {
    pub(super) fn key(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        let asked = self.notice.take();
        if asked == Some(Notice::AskReveal) {
            self.masked = !matches!(key.code, KeyCode::Char('y' | 'Y'));
            return;
        }
        let typing = matches!(&self.stage, Stage::Ready(review) if review.editor.is_some());
        if typing {
            return self.edit(key, effects);
        }
        let views = self.views.as_ref().ok();
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match &mut self.overlay {
            Some(Overlay::Palette(_) | Overlay::Export(_) | Overlay::Compare(CompareView::Asking(_)))
                if ctrl && key.code == KeyCode::Char('c') =>
            {
                return effects.push(Effect::Quit(None));
            }
            Some(Overlay::Palette(palette)) => {
                match key.code {
                    KeyCode::Esc => self.close(),
                    KeyCode::Up | KeyCode::BackTab => palette.step(false, views),
                    KeyCode::Down | KeyCode::Tab => palette.step(true, views),
                    KeyCode::Enter => {
                        if let Some(entry) = palette.chosen(views) {
                            self.run_entry(entry, effects);
                        }
                    }
                    KeyCode::Char(c) if !ctrl => drop(palette.input.insert(c.encode_utf8(&mut [0; 4]))),
                    _ => drop(palette.input.key(key)),
                }
                return;
            }
            Some(Overlay::Export(form)) => {
                match key.code {
                    KeyCode::Esc => self.close(),
                    KeyCode::Up | KeyCode::BackTab => form.step(false),
                    KeyCode::Down | KeyCode::Tab => form.step(true),
                    KeyCode::Enter => self.export(effects),
                    KeyCode::Char(c) if !ctrl => drop(form.input.insert(c.encode_utf8(&mut [0; 4]))),
                    _ => drop(form.input.key(key)),
                }
                return;
            }
            Some(Overlay::Compare(CompareView::Asking(input))) => {
                match key.code {
                    KeyCode::Esc => self.close(),
                    KeyCode::Enter if !input.text().trim().is_empty() => {
                        let source = Source::File(input.text().trim().into());
                        self.overlay = Some(Overlay::Compare(CompareView::Lines(0)));
                        self.compare_with(source, effects);
                    }
                    KeyCode::Char(c) if !ctrl => drop(input.insert(c.encode_utf8(&mut [0; 4]))),
                    _ => drop(input.key(key)),
                }
                return;
            }
            Some(Overlay::WhatIf(panel)) if panel.is_typing() => {
                match key.code {
                    KeyCode::Esc => drop(panel.typed(false)),
                    KeyCode::Enter => drop(panel.typed(true)),
                    KeyCode::Up if panel.typed(true) => panel.step(-1),
                    KeyCode::Down if panel.typed(true) => panel.step(1),
                    KeyCode::Char(c) if !ctrl => drop(panel.insert(c.encode_utf8(&mut [0; 4]))),
                    KeyCode::Char('c') if ctrl => effects.push(Effect::Quit(None)),
                    _ => panel.edit(key),
                }
                return;
            }
            Some(Overlay::WhatIf(panel)) => match key.code {
                // An amount begins with a digit or with Rp.
                KeyCode::Char(c) if (c.is_ascii_digit() || c == 'R') && !ctrl && panel.takes_digits() => {
                    panel.insert(c.encode_utf8(&mut [0; 4]));
                    return;
                }
                KeyCode::Char('[') => return panel.shift(false),
                KeyCode::Char(']') => return panel.shift(true),
                _ => {}
            },
            _ => {}
        }
        if let Some(action) = keymap::action(key) {
            self.act(action, effects);
        }
    }

    fn edit(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        let Some(editor) = &mut review.editor else { return };
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let old = editor.typed();
        if !matches!(key.code, KeyCode::Tab | KeyCode::BackTab) {
            editor.keep();
        }
        let input = &mut editor.input;
        match key.code {
            KeyCode::Enter if editor.error.is_some() => return,
            KeyCode::Enter | KeyCode::Esc => return self.close_editor(effects),
            KeyCode::Char('c') if ctrl => return effects.push(Effect::Quit(None)),
            KeyCode::Char('z') if ctrl => return effects.push(Effect::Suspend),
            KeyCode::Tab => drop(editor.choose(true)),
            KeyCode::BackTab => drop(editor.choose(false)),
            KeyCode::Up => drop(editor.recall(true, &self.history)),
            KeyCode::Down => drop(editor.recall(false, &self.history)),
            KeyCode::Char(c) if !ctrl && !alt => {
                if !input.insert(c.encode_utf8(&mut [0; 4])) {
                    self.notice = Some(Notice::PasteCut);
                }
            }
            _ => drop(input.key(key)),
        }
        let typed = editor.typed();
        if typed.0 != old.0 {
            review.typed(effects);
        } else if typed.1 != old.1 {
            review.ask(effects);
        }
    }

    fn close_editor(&mut self, effects: &mut Vec<Effect>) {
        let Stage::Ready(review) = &mut self.stage else { return };
        if let Some(editor) = review.editor.take() {
            review.remember(editor.before);
            self.history.retain(|text| *text != review.text);
            if !review.text.is_empty() {
                self.history.push(review.text.clone());
            }
            if review.pending {
                // What was asked last may have been asked for the editor's sake.
                review.ask(effects);
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str, effects: &mut Vec<Effect>) {
        // Where nothing is typed a paste is nothing: its letters are no commands.
        let Stage::Ready(review) = &mut self.stage else { return };
        let whole = match (&mut review.editor, &mut self.overlay) {
            (Some(editor), _) => {
                let whole = editor.input.insert(text);
                editor.keep();
                review.typed(effects);
                whole
            }
            (None, Some(Overlay::Palette(palette))) => palette.input.insert(text),
            (None, Some(Overlay::Export(form))) => form.input.insert(text),
            (None, Some(Overlay::Compare(CompareView::Asking(input)))) => input.insert(text),
            (None, Some(Overlay::WhatIf(panel))) if panel.is_typing() => panel.insert(text),
            _ => true,
        };
        if !whole {
            self.notice = Some(Notice::PasteCut);
        }
    }
}

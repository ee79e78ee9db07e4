//! Keys while the first reading goes on: see [`Waiting`] for those that are held.
//!
//! Done at once is what needs no roster: leaving, the language, drawing anew, the help and the list of commands. Refused,
//! and said so, is what must not happen unseen: to reveal numbers, to copy, to write a file, and to begin with the name of
//! another one. All else is held.

use super::{App, Stage};
use crate::tui::keymap::{Action, Context, Key};
use crate::tui::parts::input::Typed;
use crate::tui::state::command::{Entry, Verb};
use crate::tui::state::help::Help;
use crate::tui::state::layer::Next;
use crate::tui::state::notice::Notice;
use crate::tui::state::overlay::Overlay;
use crate::tui::state::palette::Palette;
use crate::tui::state::waiting::{Held, Waiting};
use crate::tui::tab::Tab;

/// What is not done before it can be seen.
fn wants_eyes(action: Action) -> bool {
    use Action::{Changes, CopyAll, CopyRow, Export, Print, Reload, Reveal};
    matches!(action, Changes | CopyAll | CopyRow | Export | Print | Reload | Reveal)
}

impl App {
    /// What has the keys.
    pub(super) fn context_of_waiting(&self, waiting: &Waiting) -> Context {
        match &self.overlay {
            Some(overlay) => overlay.layer().context(),
            None if waiting.line.is_some() => Context::Filter,
            None => Context::Loading,
        }
    }

    /// A key.
    pub(super) fn wait(&mut self, key: Key) {
        // What it will be once there is a roster.
        let context = match self.context() {
            Context::Loading => Context::Tab(self.tab),
            own => own,
        };
        match (self.keymap.action(key, context), &mut self.overlay) {
            (Some(action @ (Action::Quit | Action::Redraw | Action::Suspend)), _) => self.act(action),
            (Some(action @ (Action::Close | Action::Back)), Some(_)) => self.act(action),
            (Some(action), Some(_)) => self.wait_over(action),
            (None, Some(overlay)) => {
                let whole = overlay.layer_mut().typed(Typed::Key(key));
                self.say_if_cut(whole);
            }
            (Some(action @ (Action::Language | Action::Mouse)), None) => self.act(action),
            (Some(Action::Help), None) => self.lay(Help::default()),
            (Some(Action::Palette), None) => self.lay(Palette::default()),
            (action, None) => self.wait_with(key, action),
        }
    }

    /// A key that needs the roster.
    fn wait_with(&mut self, key: Key, action: Option<Action>) {
        let (layout, lang) = (self.layout(), self.lang);
        let Stage::Loading(waiting) = &mut self.stage else { return };
        let typing = waiting.line.is_some();
        match action {
            Some(action) if !typing && wants_eyes(action) => {
                self.notice = Some(Notice::NotYet(key.name(lang)));
            }
            // No key of anything, as far as one can know.
            None if !typing && !waiting.holds() => {}
            _ if !waiting.hold(Held::Key(key)) => self.notice = Some(Notice::NotYet(key.name(lang))),
            Some(action) if waiting.preview(action, &mut self.tab, layout.as_ref()) => {}
            None if typing => {
                let whole = waiting.typed(Typed::Key(key));
                self.say_if_cut(whole);
            }
            Some(_) | None => self.notice = Some(Notice::Held(key.name(lang))),
        }
    }

    /// A text: outside a line it is nothing, as ever.
    pub(super) fn wait_paste(&mut self, text: &str) {
        let whole = match (&mut self.overlay, &mut self.stage) {
            (Some(overlay), _) => overlay.layer_mut().typed(Typed::Text(text)),
            (None, Stage::Loading(waiting)) if waiting.line.is_some() || waiting.holds() => {
                waiting.hold(Held::Paste(text.to_owned())) && waiting.typed(Typed::Text(text))
            }
            _ => true,
        };
        self.say_if_cut(whole);
    }

    fn say_if_cut(&mut self, whole: bool) {
        if !whole {
            self.notice = Some(Notice::PasteCut);
        }
    }

    /// What an action does to the help and the list of commands: nothing else lies over the screen yet.
    fn wait_over(&mut self, action: Action) {
        let height = self.layout().map_or(1, |layout| usize::from(layout.content.height));
        let next = match &mut self.overlay {
            Some(Overlay::Help(help)) => help.go(action, &self.keymap, height),
            Some(Overlay::Palette(palette)) => palette.go(action, (&self.keymap, self.views.as_ref().ok()), height),
            _ => Next::Stay,
        };
        match (next, &mut self.overlay, action) {
            (Next::Run(entry), ..) => self.wait_entry(entry),
            (_, Some(overlay), Action::EraseWord) => _ = overlay.layer_mut().typed(Typed::EraseWord),
            (_, Some(overlay), Action::EraseLine) => _ = overlay.layer_mut().typed(Typed::EraseLine),
            _ => {}
        }
    }

    /// A command from either: it is the key that does it.
    fn wait_entry(&mut self, entry: Entry) {
        match entry {
            Entry::Verb(_) => return self.run_entry(entry),
            _ => self.overlay = None,
        }
        match entry {
            Entry::Action(binding) if binding.keys.is_empty() => {
                self.notice = Some(Notice::NotYet(binding.name(self.lang)))
            }
            Entry::Action(binding) => {
                if !binding.action.works_on(self.tab) {
                    self.wait_named(Action::To(Tab::Workers));
                }
                self.wait_named(binding.action);
            }
            Entry::Field(field) => {
                self.wait_named(Action::Filter);
                self.wait_paste(&format!("{}:", self.lang.explained_field(field).code));
            }
            Entry::Recall(name) => self.hold_command(&Verb::View.line(self.lang, &name)),
            _ => self.notice = Some(Notice::NotYet(entry.words(self.lang).0)),
        }
    }

    /// Presses the key of an action.
    fn wait_named(&mut self, action: Action) {
        let row = self.keymap.row(action, Context::Tab(self.tab));
        if let Some(key) = row.and_then(|row| row.keys.first()) {
            self.wait(*key);
        }
    }

    /// Holds a line of the list of commands.
    fn hold_command(&mut self, line: &str) {
        let Some(open) = self.keymap.row(Action::Palette, Context::Tab(self.tab)).and_then(|row| row.keys.first())
        else {
            return;
        };
        let Stage::Loading(waiting) = &mut self.stage else { return };
        let held = [Held::Key(*open), Held::Paste(line.to_owned()), Held::Key(Key::ENTER)];
        let whole = held.into_iter().all(|held| waiting.hold(held));
        let line = line.to_owned();
        self.notice = Some(if whole { Notice::Held(line) } else { Notice::NotYet(line) });
    }

    /// The roster is there: all that was held is pressed, from the tab on that was in front then.
    pub(super) fn press_held(&mut self, mut waiting: Waiting) {
        let (tab, held) = waiting.taken();
        if held.is_empty() {
            return;
        }
        self.tab = tab;
        // What lies over the screen was looked at by itself, and goes on lying there unless a key lays something else.
        let over = self.overlay.take();
        self.settle();
        for held in held {
            match held {
                // Where a key has come to another meaning than it seemed to have, nothing is done unseen either.
                Held::Key(key) if self.keymap.action(key, self.context()).is_some_and(wants_eyes) => {
                    self.notice = Some(Notice::NotYet(key.name(self.lang)));
                    break;
                }
                Held::Key(key) => self.key(key),
                Held::Paste(text) => self.paste(&text),
            }
            self.settle();
        }
        self.overlay = self.overlay.take().or(over);
    }
}

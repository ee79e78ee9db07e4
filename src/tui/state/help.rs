//! The help: every key, and every field of the filter. Typing searches it, no letter runs anything.

use super::command::{Entry, Verb};
use super::fit::{Fit, Sought, both};
use super::layer::{Layer, Next, Scene};
use super::tabs::Pointed;
use crate::capabilities::Capability;
use crate::lang::words;
use crate::roster::filter::Field;
use crate::roster::text::fold;
use crate::tui::keymap::{Action, Binding, Context, Key, Keymap, Purpose};
use crate::tui::parts::input::{Input, Typed};

/// What is searched for, and the line under the cursor.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Help {
    /// The words.
    pub input: Input,
    /// The line, by its place among those that hold them.
    pub line: usize,
}

/// The columns of the help.
pub const PURPOSES: [Purpose; 3] = [Purpose::Move, Purpose::Choose, Purpose::Do];

/// A line of the help.
#[derive(Clone, Copy)]
pub enum Line {
    /// A key.
    Key(&'static Binding),
    /// A command that takes a name.
    Verb(Verb),
    /// The command that is the number of a row.
    Row,
    /// A field of the filter.
    Field(Field),
}

impl Help {
    /// Whether nothing is searched for: then the keys stand in columns.
    pub fn is_whole(&self) -> bool {
        self.input.text().trim().is_empty()
    }

    /// The lines that hold every word that is typed, in either language, those that fit best first; a key that is typed
    /// itself leads.
    pub fn found(&self, keymap: &Keymap) -> Vec<Line> {
        let text = self.input.text();
        let named = text.trim().chars().next().filter(|_| text.trim().chars().count() == 1).map(Key::char);
        let is_key = |row: &Binding| named.is_some_and(|key| row.keys.contains(&key));
        let whole = self.is_whole();
        let sought = Sought::new(&text);
        let mut found: Vec<(bool, Option<Fit>, Line)> = Vec::new();
        let rows = |purpose: Purpose| keymap.rows().filter(move |row| row.purpose == purpose);
        for row in PURPOSES.into_iter().flat_map(rows) {
            let stands = !row.shown.is_empty() || !whole && row.is_named();
            let fit = sought.fit_action(row, &both(|lang| row.line(lang)));
            if stands && (fit.is_some() || is_key(row)) {
                found.push((!is_key(row), fit, Line::Key(row)));
            }
        }
        let mut add = |line: Line, phrases: &[String]| {
            found.extend(sought.fit(phrases).map(|fit| (true, Some(fit), line)));
        };
        for verb in Verb::OF_VIEWS.into_iter().filter(|_| keymap.may().allow(Capability::Export)) {
            add(Line::Verb(verb), &both(|lang| format!("{} {}", verb.written(lang), verb.help(lang))));
        }
        add(Line::Row, &both(|lang| format!(":100 {}", lang.say(&words::TO_A_ROW))));
        for (field, en, id) in Field::ALL {
            let told = both(|lang| {
                let own = lang.explained_field(field);
                format!("{} {} {}", own.what, own.example, own.also)
            });
            add(Line::Field(field), &[told.to_vec(), [en, id].map(fold).to_vec()].concat());
        }
        if !whole {
            found.sort_by_key(|(is_other, fit, _)| (*is_other, fit.is_none(), *fit));
        }
        found.into_iter().map(|(.., line)| line).collect()
    }

    /// What an action does, on a screen of so many rows of content. It looks at no roster, so it works before there is
    /// one.
    pub fn go(&mut self, action: Action, keymap: &Keymap, height: usize) -> Next {
        let found = self.found(keymap);
        let page = height.saturating_sub(3).max(1) as isize;
        match action {
            Action::Next | Action::NextTab => self.step(1, found.len()),
            Action::Previous | Action::PreviousTab => self.step(-1, found.len()),
            Action::PageDown => self.step(page.max(2), found.len()),
            Action::PageUp => self.step(-page.max(2), found.len()),
            Action::Open => {
                return match found.get(self.line) {
                    Some(Line::Key(row)) => Next::Run(Entry::Action(row)),
                    Some(Line::Field(field)) => Next::Run(Entry::Field(*field)),
                    Some(Line::Verb(verb)) => Next::Run(Entry::Verb(*verb)),
                    // The first, as long as no other is named.
                    Some(Line::Row) => Next::Run(Entry::Row(1)),
                    None => Next::Stay,
                };
            }
            _ => return Next::Tab,
        }
        Next::Stay
    }

    fn step(&mut self, by: isize, many: usize) {
        let last = many.saturating_sub(1);
        self.line = match by {
            1 if self.line >= last => 0,
            -1 if self.line == 0 => last,
            _ => self.line.min(last).saturating_add_signed(by).min(last),
        };
    }
}

impl Layer for Help {
    fn context(&self) -> Context {
        Context::Help
    }

    fn point(&mut self, (_, place): (usize, usize), scene: &mut Scene<'_>) -> Pointed {
        let many = self.found(scene.keymap).len();
        self.line = self.line.min(many.saturating_sub(1));
        if place < many { Pointed::put(&mut self.line, place) } else { Pointed::Nowhere }
    }

    fn line(&self, scene: &Scene<'_>) -> Option<(usize, usize)> {
        Some((self.line, self.found(scene.keymap).len()))
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        self.go(action, scene.keymap, scene.height())
    }

    fn typed(&mut self, typed: Typed<'_>) -> bool {
        let former = self.input.text();
        let whole = self.input.take(typed);
        if self.input.text() != former {
            self.line = 0;
        }
        whole
    }
}

//! Every command by its words: typing narrows the one table of actions in either language's words. Views are saved and
//! shown here too.

use super::command::{Entry, Verb};
use super::fit::{Fit, Sought, both};
use super::layer::{Layer, Next, Scene};
use super::tabs::Pointed;
use crate::capabilities::Capability;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, words};
use crate::tui::keymap::{Action, Binding, Context, Keymap};
use crate::tui::parts::input::{Input, Typed};
use crate::tui::picture::{self, Format};
use crate::views::{LONGEST, Views, is_name};

/// What is typed, and the line under the cursor.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Palette {
    /// The words.
    pub input: Input,
    /// The line.
    pub line: usize,
}

impl Palette {
    /// What the words ask for: a [`Verb`] and a name, or the number of a row; anything else is an action, or a view, whose
    /// words hold all that is typed. A view is saved over one of its name.
    pub fn found(&self, keymap: &Keymap, views: Option<&Views>) -> Vec<Entry> {
        let text = self.input.text();
        let saves = has_views(keymap);
        let named = |prefix: &str| {
            let begins = views.into_iter().flat_map(Views::names).filter(|name| name.starts_with(prefix));
            begins.map(str::to_owned).collect::<Vec<_>>()
        };
        let known = |name: &str| views.is_some_and(|views| views.get(name).is_some());
        match Verb::of(&text).filter(|_| saves) {
            Some((Verb::Save, name)) => {
                let save = if known(name) { Entry::SaveOver } else { Entry::Save };
                return is_name(name).then(|| save(name.to_owned())).into_iter().collect();
            }
            Some((Verb::Forget, name)) => return named(name).into_iter().map(Entry::Forget).collect(),
            Some((Verb::View, name)) => {
                let mut entries: Vec<Entry> = named(name).into_iter().map(Entry::Recall).collect();
                // The one of exactly this name first.
                entries.sort_by_key(|entry| !matches!(entry, Entry::Recall(own) if own == name));
                return entries;
            }
            Some((Verb::Picture, name)) => {
                let format = Format::of_name(name);
                return format.map(|format| Entry::Picture(name.to_owned(), format)).into_iter().collect();
            }
            None => {}
        }
        let digits = text.trim();
        if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            // Behind the last row is the last row.
            return vec![Entry::Row(digits.parse().unwrap_or(u64::MAX))];
        }
        let sought = Sought::new(&text);
        let mut found: Vec<(Fit, Entry)> = Vec::new();
        // Tabs behind the other actions: their keys stand on every screen.
        let is_tab = |row: &&'static Binding| matches!(row.action, Action::To(_));
        let named = || keymap.rows().filter(|row| row.is_named());
        for row in named().filter(|row| !is_tab(row)).chain(named().filter(is_tab)) {
            found.extend(sought.fit_action(row, &[]).map(|fit| (fit, Entry::Action(row))));
        }
        let mut add = |entry: Entry, phrases: &[String]| found.extend(sought.fit(phrases).map(|fit| (fit, entry)));
        let of_verb = |verb: Verb, name: &str| {
            let line = both(|lang| verb.line(lang, name));
            line.into_iter().chain(both(|lang| verb.help(lang).to_owned())).collect::<Vec<_>>()
        };
        for name in views.into_iter().flat_map(Views::names) {
            add(Entry::Recall(name.to_owned()), &of_verb(Verb::View, name));
        }
        // There is nothing to be forgotten where nothing is saved.
        let is_of_use =
            |verb: &Verb| *verb != Verb::Forget || views.is_some_and(|views| views.names().next().is_some());
        for verb in Verb::OF_VIEWS.into_iter().filter(is_of_use).filter(|_| saves) {
            add(Entry::Verb(verb), &of_verb(verb, ""));
        }
        found.sort_by_key(|(fit, _)| *fit);
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Whether the words ask for something about saved views.
    pub fn is_of_views(&self) -> bool {
        let text = self.input.text();
        Verb::of(&text).is_some_and(|(verb, _)| verb != Verb::Picture)
    }

    /// The list as it stands where a name is to be typed behind a verb.
    pub fn of(verb: Verb, lang: Lang) -> Palette {
        Palette { input: Input::new(&verb.line(lang, "")), line: 0 }
    }

    /// Why the words ask for nothing.
    pub fn refusal(&self, (keymap, views): (&Keymap, Option<&Views>), lang: Lang) -> String {
        let text = self.input.text();
        if !has_views(keymap) {
            return lang.say(&words::NO_COMMAND).to_owned();
        }
        let names: Vec<&str> = views.into_iter().flat_map(Views::names).collect();
        match Verb::of(&text) {
            Some((Verb::Picture, "")) => lang.say(&words::picture::NO_NAME).to_owned(),
            Some((Verb::Picture, name)) => picture::no_such_ending(lang, name),
            Some((Verb::Save, _)) => lang.fill(&words::VIEW_NAME_RULE, &[&LONGEST.to_string()]),
            Some((Verb::View | Verb::Forget, _)) if names.is_empty() => lang.say(&words::NO_VIEWS).to_owned(),
            Some((Verb::View | Verb::Forget, name)) => {
                lang.fill(&words::NO_SUCH_VIEW, &[&scrub(name), &names.join(", ")])
            }
            None => lang.say(&words::NO_COMMAND).to_owned(),
        }
    }

    /// The entry under the cursor.
    fn chosen(&self, found: Vec<Entry>) -> Option<Entry> {
        let line = self.line.min(found.len().saturating_sub(1));
        found.into_iter().nth(line)
    }

    /// What an action does, on a screen of so many rows of content. It looks at no roster, so it works before there is
    /// one.
    pub fn go(&mut self, action: Action, (keymap, views): (&Keymap, Option<&Views>), height: usize) -> Next {
        let found = self.found(keymap, views);
        match action {
            Action::Next | Action::NextTab => self.step(true, found.len()),
            Action::Previous | Action::PreviousTab => self.step(false, found.len()),
            Action::PageDown | Action::PageUp => {
                let page = height.saturating_sub(3).max(1);
                let down = self.line.saturating_add(page).min(found.len().saturating_sub(1));
                self.line = if action == Action::PageDown { down } else { self.line.saturating_sub(page) };
            }
            Action::Open => return self.chosen(found).map_or(Next::Stay, Next::Run),
            _ => return Next::Tab,
        }
        Next::Stay
    }

    /// Moves the cursor in a list of so many lines, around the ends.
    fn step(&mut self, forward: bool, many: usize) {
        let many = many.max(1);
        self.line = (self.line.min(many - 1) + if forward { 1 } else { many - 1 }) % many;
    }
}

/// Whoever may write no file has no views of his own.
fn has_views(keymap: &Keymap) -> bool {
    keymap.may().allow(Capability::Export)
}

impl Layer for Palette {
    fn context(&self) -> Context {
        Context::Palette
    }

    fn point(&mut self, (_, place): (usize, usize), scene: &mut Scene<'_>) -> Pointed {
        let many = self.found(scene.keymap, scene.views).len();
        self.line = self.line.min(many.saturating_sub(1));
        if place < many { Pointed::put(&mut self.line, place) } else { Pointed::Nowhere }
    }

    fn line(&self, scene: &Scene<'_>) -> Option<(usize, usize)> {
        Some((self.line, self.found(scene.keymap, scene.views).len()))
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        self.go(action, (scene.keymap, scene.views), scene.height())
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

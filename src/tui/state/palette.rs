//! Every command by its words: typing narrows the one table of actions in either language's words. Views are saved and
//! shown here too.

use super::command::Entry;
use super::layer::{Layer, Next, Scene};
use crate::lang::words;
use crate::roster::text::fold;
use crate::tui::keymap::{Action, Binding, Context, Keymap, Purpose};
use crate::tui::parts::input::{Input, Typed};
use crate::views::{Views, is_name};

/// What is typed, and the line under the cursor.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Palette {
    /// The words.
    pub input: Input,
    /// The line.
    pub line: usize,
}

impl Palette {
    /// What the words ask for: `view NAME` shows a saved view or saves one under a new name, `view! NAME` saves over
    /// it, `unview NAME` forgets it; anything else is an action whose words hold all that is typed.
    pub fn found(&self, keymap: &Keymap, views: Option<&Views>) -> Vec<Entry> {
        let text = self.input.text();
        let named = |prefix: &str| {
            let begins = views.into_iter().flat_map(Views::names).filter(|name| name.starts_with(prefix));
            begins.map(str::to_owned).collect::<Vec<_>>()
        };
        if let Some(name) = text.strip_prefix("view! ").map(str::trim) {
            return Some(Entry::Save(name.to_owned())).filter(|_| is_name(name)).into_iter().collect();
        }
        if let Some(name) = text.strip_prefix("unview ").map(str::trim) {
            return named(name).into_iter().map(Entry::Forget).collect();
        }
        if let Some(name) = text.strip_prefix("view ").map(str::trim) {
            let known = views.is_some_and(|views| views.get(name).is_some());
            let mut entries: Vec<Entry> = named(name).into_iter().map(Entry::Recall).collect();
            // The one of exactly this name first.
            entries.sort_by_key(|entry| !matches!(entry, Entry::Recall(own) if own == name));
            entries.extend(Some(Entry::Save(name.to_owned())).filter(|_| !known && is_name(name)));
            return entries;
        }
        let typed = fold(&text);
        let holds = |words: &str| typed.split_whitespace().all(|word| words.contains(word));
        let fits = |binding: &&'static Binding| {
            let mut words =
                format!("{} {} {}", fold(binding.words.help.en), fold(binding.words.help.id), binding.name());
            if binding.action == Action::Facets {
                // The word that people knew it by before.
                words += " faset";
            }
            binding.is_named() && holds(&words)
        };
        let mut actions: Vec<&'static Binding> = keymap.rows().filter(fits).collect();
        // Tabs last: their keys stand on every screen.
        actions.sort_by_key(|binding| binding.purpose == Purpose::Move);
        let mut entries: Vec<Entry> = actions.into_iter().map(Entry::Action).collect();
        if holds(&format!("view {} {}", fold(words::VIEW_HELP.en), fold(words::VIEW_HELP.id))) {
            entries.push(Entry::Views);
        }
        entries
    }

    /// The entry under the cursor.
    fn chosen(&self, found: Vec<Entry>) -> Option<Entry> {
        let line = self.line.min(found.len().saturating_sub(1));
        found.into_iter().nth(line)
    }

    /// Moves the cursor in a list of so many lines, around the ends.
    fn step(&mut self, forward: bool, many: usize) {
        let many = many.max(1);
        self.line = (self.line.min(many - 1) + if forward { 1 } else { many - 1 }) % many;
    }
}

impl Layer for Palette {
    fn context(&self) -> Context {
        Context::Palette
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        let found = self.found(scene.keymap, scene.views);
        match action {
            Action::Next | Action::NextTab => self.step(true, found.len()),
            Action::Previous | Action::PreviousTab => self.step(false, found.len()),
            Action::Open => return self.chosen(found).map_or(Next::Stay, Next::Run),
            _ => return Next::Tab,
        }
        Next::Stay
    }

    fn typed(&mut self, typed: Typed<'_>) -> bool {
        self.input.take(typed)
    }
}

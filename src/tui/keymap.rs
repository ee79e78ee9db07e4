//! The one table of actions and keys: it feeds the keys themselves, the key bar, the help, the list of commands, every
//! hint and the README. Habits of k9s, bottom, lazygit and less carry over.
//!
//! A [`Keymap`] is made of it for what this login may do ([`Capabilities`]): what is not allowed has no row, so it has
//! no key, no line in the help and no command either. Which of several actions of a key is meant, the [`Context`]
//! decides: where letters are typed, none of them is a command.

mod bar;
mod bound;
mod called;
mod key;
mod table;
mod word;

pub use bound::{bindable, bound};
pub use key::Key;
pub use table::{Action, BINDINGS, Binding, Purpose};

use super::tab::Tab;
use crate::capabilities::Capabilities;
use crate::lang::{Lang, Phrase};

/// What has the keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Context {
    /// A roster is being read, nothing else is there yet.
    Loading,
    /// A tab, with something under its cursor.
    Tab(Tab),
    /// A tab with nothing under its cursor that could be opened: its figures explain themselves.
    Figures(Tab),
    /// The help.
    Help,
    /// One worker, whole.
    Detail,
    /// How figures are counted.
    Explain,
    /// What will come of an office's list.
    Preview,
    /// What only the office knows of its programme.
    Programme,
    /// The facets.
    Facets,
    /// What the table is sorted by.
    Sort,
    /// What changed since an older roster.
    Changes,
    /// The people behind one line of that.
    People,
    /// Values that are changed to see what follows.
    WhatIf {
        /// Whether the one under the cursor can be solved for.
        solves: bool,
        /// Whether it comes in a month that can be moved.
        month: bool,
        /// Whether one is solved for, and its value can be taken.
        found: bool,
    },
    /// Such a value while it is typed.
    Amount,
    /// The filter while it is typed.
    Filter,
    /// The list of commands.
    Palette,
    /// Where and how to export.
    Export,
    /// The name of an older roster.
    Path,
    /// A question that wants a yes.
    Question,
    /// Slides before an audience.
    Slides,
}

impl Context {
    /// Every context, each tab for those that have one.
    pub fn all() -> impl Iterator<Item = Context> {
        let what_if = |solves, month, found| Context::WhatIf { solves, month, found };
        let tabs = Tab::ALL.into_iter().flat_map(|tab| [Context::Tab(tab), Context::Figures(tab)]);
        let all = [
            Context::Loading,
            Context::Help,
            Context::Detail,
            Context::Explain,
            Context::Preview,
            Context::Facets,
            Context::Sort,
            Context::Changes,
            Context::People,
            what_if(true, true, false),
            what_if(true, false, true),
            what_if(true, false, false),
            what_if(false, false, true),
            what_if(false, false, false),
            Context::Amount,
            Context::Filter,
            Context::Palette,
            Context::Export,
            Context::Programme,
            Context::Path,
            Context::Question,
            Context::Slides,
        ];
        all.into_iter().chain(tabs)
    }

    /// Whether letters are typed.
    pub fn is_typing(self) -> bool {
        matches!(
            self,
            Context::Amount
                | Context::Filter
                | Context::Help
                | Context::Palette
                | Context::Export
                | Context::Programme
                | Context::Path
                | Context::Question
        )
    }
}

/// The rows of the table that this login has.
#[derive(Clone, Debug)]
pub struct Keymap {
    rows: Vec<&'static Binding>,
    may: Capabilities,
}

/// A key as it is called, and what it does: one entry of the key bar.
pub type Hint = (&'static str, &'static str);

impl Keymap {
    /// The table for what is allowed.
    pub fn new(may: Capabilities) -> Keymap {
        Keymap::of(BINDINGS, may)
    }

    /// The same of a table as somebody has set it.
    pub fn of(table: &'static [Binding], may: Capabilities) -> Keymap {
        let rows = table.iter().filter(|row| row.needs.is_none_or(|capability| may.allow(capability))).collect();
        Keymap { rows, may }
    }

    /// What it was made for.
    pub fn may(&self) -> Capabilities {
        self.may
    }

    /// What a key does here.
    pub fn action(&self, key: Key, context: Context) -> Option<Action> {
        let holds = |row: &&&Binding| (row.when)(context) && row.keys.iter().any(|own| own.is(key));
        self.rows.iter().find(holds).map(|row| row.action)
    }

    /// The row of an action, as it works here.
    pub fn row(&self, action: Action, context: Context) -> Option<&'static Binding> {
        self.rows.iter().find(|row| row.action == action && (row.when)(context)).copied()
    }

    /// Every row.
    pub fn rows(&self) -> impl Iterator<Item = &'static Binding> + '_ {
        self.rows.iter().copied()
    }

    /// The entry of the key bar for an action, as it works here.
    pub fn hint(&self, action: Action, context: Context, lang: Lang) -> Option<Hint> {
        // Whoever has taken its keys away is offered none.
        let row = self.row(action, context).filter(|row| !row.label.en.is_empty());
        row.map(|row| (lang.say(&row.label), lang.say(&row.words.bar)))
    }

    /// What the key bar offers, most wanted first, and what stands behind it in any case.
    pub fn bar(&self, context: Context, lang: Lang) -> (Vec<Hint>, Vec<Hint>) {
        self.bar_of(context, lang, |_| true)
    }

    /// The same without what would do nothing now.
    pub fn bar_of(&self, context: Context, lang: Lang, offered: impl Fn(Action) -> bool) -> (Vec<Hint>, Vec<Hint>) {
        let (first, last) = bar::bar(context);
        let hints = |actions: &[Action]| {
            let offered = actions.iter().filter(|action| offered(**action));
            offered.filter_map(|action| self.hint(*action, context, lang)).collect()
        };
        (hints(first), hints(last))
    }

    /// The key that this entry of the key bar stands for here: the first of its keys, where it has one.
    pub fn pressed(&self, label: &str, context: Context, lang: Lang) -> Option<Key> {
        let named = |row: &&&'static Binding| (row.when)(context) && lang.say(&row.label) == label;
        self.rows.iter().find(named).and_then(|row| row.keys.first()).copied()
    }

    /// The key of this name, where it does something.
    pub fn named(&self, name: &str, context: Context, lang: Lang) -> Option<Key> {
        let here = self.rows.iter().filter(|row| (row.when)(context));
        here.flat_map(|row| row.keys).find(|key| key.name(lang) == name).copied()
    }

    /// What the key of an action is called in a sentence.
    pub fn name(&self, action: Action, context: Context, lang: Lang) -> String {
        let row = self.row(action, context);
        // Whoever has taken its keys away still has the list of commands.
        let is_typed = row.is_some_and(|row| row.is_named());
        let typed = || if is_typed { format!(":{}", lang.say(&action.word())) } else { String::new() };
        row.and_then(|row| row.keys.first()).map_or_else(typed, |key| key.name(lang))
    }

    /// The named one of its keys, where the others are letters.
    pub fn long_name(&self, action: Action, context: Context, lang: Lang) -> String {
        self.row(action, context).and_then(|row| row.keys.last()).map_or(String::new(), |key| key.name(lang))
    }
}

/// A name of a key that is the same in every language.
const fn same(name: &'static str) -> Phrase {
    Phrase::same(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities::Capability;

    #[test]
    fn nowhere_does_a_key_do_two_things() {
        for context in Context::all() {
            let mut keys: Vec<Key> = Vec::new();
            for key in BINDINGS.iter().filter(|row| (row.when)(context)).flat_map(|row| row.keys) {
                assert!(!keys.contains(key), "{key:?} does two things in {context:?}");
                keys.push(*key);
            }
        }
    }

    #[test]
    fn what_the_key_bar_offers_works_there_and_has_words() {
        let keymap = Keymap::new(Capabilities::ALL);
        for context in Context::all() {
            let (first, last) = bar::bar(context);
            for action in first.iter().chain(last) {
                let row = keymap.row(*action, context);
                let row = row.unwrap_or_else(|| unreachable!("{action:?} is offered in {context:?} and does nothing"));
                for words in [row.label, row.words.bar] {
                    assert!(!words.en.is_empty() && !words.id.is_empty(), "{action:?} in {context:?}");
                }
            }
        }
    }

    #[test]
    fn where_letters_are_typed_none_is_a_command() {
        let keymap = Keymap::new(Capabilities::ALL);
        for context in Context::all().filter(|context| context.is_typing() && *context != Context::Question) {
            for c in (' '..='~').chain(['ï', '你']) {
                assert_eq!(keymap.action(Key::char(c), context), None, "{c:?} in {context:?}");
            }
        }
    }

    #[test]
    fn every_key_that_the_help_shows_does_what_it_says() {
        for row in BINDINGS.iter().filter(|row| !row.shown.is_empty()) {
            // A line of the help speaks for the rows behind it that have none of their own.
            let place = BINDINGS.iter().position(|own| std::ptr::eq(own, row)).unwrap_or(0);
            let behind = BINDINGS.iter().skip(place + 1).take_while(|own| own.shown.is_empty());
            let keys: Vec<String> =
                std::iter::once(row).chain(behind).flat_map(|row| row.keys).map(|key| key.name(Lang::En)).collect();
            for shown in row.shown.split(' ') {
                let shown = if shown == "1–5" { "5" } else { shown };
                if shown.strip_prefix(':').is_some_and(|command| row.keys.is_empty() && command == row.name(Lang::En)) {
                    continue;
                }
                assert!(keys.iter().any(|key| key == shown), "{shown} is none of {keys:?}");
            }
        }
    }

    #[test]
    fn what_a_login_may_not_do_has_no_key_and_no_line() {
        let may = Capabilities::ALL.without(Capability::Export).without(Capability::Reveal);
        assert!(may.allow(Capability::Copy) && !may.allow(Capability::Export));
        let keymap = Keymap::new(may);
        for (key, action) in [('e', Action::Export), ('p', Action::Reveal)] {
            assert_eq!(keymap.action(Key::char(key), Context::Tab(Tab::Workers)), None);
            assert!(keymap.rows().all(|row| row.action != action));
        }
        let (first, _) = keymap.bar(Context::Tab(Tab::Workers), Lang::En);
        assert!(!first.contains(&("e", "export")) && first.contains(&("y", "copy")), "{first:?}");
    }
}

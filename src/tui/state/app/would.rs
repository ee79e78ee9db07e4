//! What an action would do now, before it is done: the list of commands says it, and the key bar has no key that would do
//! nothing. It is asked of the same state that the action changes.

use super::{App, Stage};
use crate::lang::Phrase;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::words::{self, would};
use crate::tui::keymap::{Action, Context};
use crate::tui::state::command::Entry;
use crate::tui::state::export::{About, ExportForm};
use crate::tui::state::overlay::Overlay;
use crate::tui::state::shown::Sorted;
use crate::tui::tab::Tab;

/// What would come of an action.
#[derive(Clone, Debug)]
pub enum Would {
    /// What its words say.
    Do,
    /// That, and to what.
    DoTo(String),
    /// Nothing, and this is why.
    Nothing(&'static Phrase),
}

impl App {
    /// What an entry of the list of commands would do, as if it was run: whatever lies over the tab is closed by then.
    pub(crate) fn would_run(&self, entry: &Entry) -> Would {
        match entry {
            Entry::Action(binding) => self.would(binding.action),
            _ => Would::Do,
        }
    }

    /// What an action would do on the tab in front.
    pub(crate) fn would(&self, action: Action) -> Would {
        let Stage::Ready(review) = &self.stage else { return Would::Do };
        let lang = self.lang;
        let said = |phrase: &Phrase, values: &[&str]| Would::DoTo(lang.fill(phrase, values));
        let marks = review.workers.marks.len();
        match action {
            Action::Language => said(&would::OTHER_LANGUAGE, &[]),
            Action::Mouse => match self.mouse {
                None => Would::Nothing(&would::NO_MOUSE),
                Some(true) => said(&would::MOUSE_OFF, &[]),
                Some(false) => said(&would::MOUSE_ON, &[]),
            },
            Action::Reveal => match self.privacy {
                Privacy::Masked => said(&would::REVEAL, &[]),
                Privacy::Whole => said(&would::MASK, &[]),
                Privacy::Locked => Would::Nothing(&would::MASKED_HERE),
            },
            Action::Clear if review.filter.is_everybody() => Would::Nothing(&would::NO_FILTER_NOW),
            Action::Clear => Would::DoTo(scrub(&self.privacy.text(&review.text)).into_owned()),
            Action::Undo => match self.former.last() {
                None => Would::Nothing(&words::CANNOT_UNDO),
                Some((tab, shown)) => {
                    let text = match shown.text.as_str() {
                        "" => lang.say(&would::NO_FILTER).to_owned(),
                        text => scrub(&self.privacy.text(text)).into_owned(),
                    };
                    let tab = (*tab != self.tab).then(|| format!("{} · ", lang.say(&tab.name())));
                    said(&would::BACK_TO, &[&format!("{}{text}", tab.unwrap_or_default())])
                }
            },
            Action::Repeat => self.would_repeat(),
            Action::Present | Action::Facets => match (review.answer.figures.matched, review.filter.is_everybody()) {
                (0, _) => said(&would::NOBODY, &[]),
                (many, true) => said(&would::ALL_OF_THEM, &[&lang.count(many)]),
                (many, false) => said(&would::WHO_PASS, &[&lang.count(many)]),
            },
            Action::Reload if !self.again => Would::Nothing(&would::READ_ONCE),
            Action::Reload => Would::DoTo(scrub(&self.file_name()).into_owned()),
            Action::Unmark if marks == 0 => Would::Nothing(&would::NO_MARKS),
            Action::Unmark => said(&would::MARKED, &[&lang.count(marks as u64)]),
            Action::NextMatch | Action::PreviousMatch if review.filter.words().is_empty() => {
                Would::Nothing(&would::NO_WORD)
            }
            Action::Mark if review.workers.row.is_none() => Would::Nothing(&would::NOBODY),
            Action::Mark => match review.workers.row {
                Some(row) => Would::DoTo(self.privacy.name(review.roster.worker(row))),
                None => Would::Nothing(&would::NOBODY),
            },
            Action::Sort => self.would_sort(review.shown().sorted(self.tab)),
            Action::FlipSort => self.would_sort(review.shown().sorted(self.tab).flipped()),
            Action::CopyRow => match self.named_row() {
                Some(name) => said(&would::ROW_OF, &[&name]),
                None => Would::Nothing(&would::NOTHING_TO_COPY),
            },
            Action::CopyAll if !self.is_selected() => Would::Nothing(&would::NOTHING_SELECTED),
            Action::CopyAll => self.would_take(About::Workers),
            Action::Export => self.would_take(self.about_on_tab()),
            Action::Print if self.is_selected() => self.would_take(About::Workers),
            Action::Print => match self.named_row() {
                Some(name) => said(&would::ROW_OF, &[&name]),
                None => Would::Nothing(&would::NOTHING_TO_COPY),
            },
            Action::WhatIf if self.what_if.is_some() => said(&would::SCENARIO, &[]),
            Action::WhatIf => said(&would::NEW_SCENARIO, &[]),
            Action::Changes => match &review.answer.comparison {
                Some(comparison) => said(&would::SINCE, &[&lang.day(comparison.old.as_of)]),
                None => said(&would::ASKS_FOR_FILE, &[]),
            },
            Action::To(tab) if tab == self.tab && self.overlay.is_none() => Would::Nothing(&would::ON_TOP),
            _ => Would::Do,
        }
    }

    /// What was done last, and to what it would be done now.
    fn would_repeat(&self) -> Would {
        let lang = self.lang;
        match &self.done {
            // Where its key means something else it is not repeated.
            Some(Entry::Action(binding)) if (binding.when)(self.beneath()) => {
                let name = lang.say(&binding.words.bar);
                match self.would(binding.action) {
                    Would::Do => Would::DoTo(name.to_owned()),
                    Would::DoTo(what) => Would::DoTo(format!("{name}: {what}")),
                    nothing => nothing,
                }
            }
            Some(entry @ (Entry::Recall(_) | Entry::Row(_))) => Would::DoTo(format!(":{}", entry.words(lang).0)),
            _ => Would::Nothing(&would::NOTHING_TO_REPEAT),
        }
    }

    /// What is taken of a list, by how many it holds.
    fn would_take(&self, about: About) -> Would {
        let Some(review) = self.review() else { return Would::Do };
        let many = ExportForm::rows_of(about, review);
        let lang = self.lang;
        let count = lang.count(many as u64);
        match about {
            _ if many == 0 => Would::Nothing(&would::NOBODY),
            About::Rule(rule) => Would::DoTo(lang.fill(&would::FOUND, &[&count, rule.code()])),
            About::Changes(_) => Would::DoTo(count),
            About::Workers => {
                let phrase = match (review.workers.marks.is_empty(), review.filter.is_everybody()) {
                    (false, _) => &would::MARKED,
                    (true, true) => &would::ALL_OF_THEM,
                    (true, false) => &would::WHO_PASS,
                };
                Would::DoTo(lang.fill(phrase, &[&count]))
            }
        }
    }

    fn would_sort(&self, sorted: Sorted) -> Would {
        let lang = self.lang;
        let said = match sorted.first() {
            None => lang.say(&would::AS_IN_FILE).to_owned(),
            Some((column, descending)) => {
                let way = lang.say(if descending { &would::FALLING } else { &would::RISING });
                lang.fill(&would::BY, &[lang.say(&column.heading()), way])
            }
        };
        Would::DoTo(said)
    }

    /// The row under the cursor, by what it is of; nothing where it cannot be copied.
    fn named_row(&self) -> Option<String> {
        let (review, row) = (self.review()?, self.row()?);
        match self.tab {
            Tab::Workers => Some(self.privacy.name(review.roster.worker(review.workers.row?))),
            _ => Some(scrub(row.split('\t').next().unwrap_or_default()).into_owned()),
        }
    }

    /// Whether what is searched for in the help or the list of commands is found.
    fn finds_any(&self) -> bool {
        match &self.overlay {
            Some(Overlay::Help(help)) => !help.found(&self.keymap).is_empty(),
            Some(Overlay::Palette(own)) => !own.found(&self.keymap, self.views.as_ref().ok()).is_empty(),
            _ => true,
        }
    }

    /// Whether a key of the key bar would do something now.
    pub(crate) fn offers(&self, action: Action) -> bool {
        let Some(review) = self.review() else { return true };
        let does = |action| !matches!(self.would(action), Would::Nothing(_));
        match (self.context(), action) {
            (Context::WhatIf { .. } | Context::Changes | Context::People, action) => {
                self.overlay.as_ref().is_none_or(|overlay| overlay.layer().offers(action, review))
            }
            (Context::Help | Context::Palette, Action::Open | Action::Next) => self.finds_any(),
            (Context::Slides, Action::Longer) => self.beats().is_some(),
            (Context::Tab(_) | Context::Figures(_), Action::Reload) => self.old_data.is_some(),
            (Context::Tab(Tab::Workers), Action::Open | Action::Pick | Action::Mark)
                if review.workers.row.is_none() =>
            {
                false
            }
            (Context::Tab(Tab::Workers), Action::Open) => true,
            (Context::Tab(tab), Action::Open | Action::Pick) => review.value(tab).is_some(),
            (_, Action::Open) => self.overlay.as_ref().is_none_or(|overlay| overlay.layer().opens(review)),
            (_, action) => does(action),
        }
    }
}

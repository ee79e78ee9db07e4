//! What an action is called where its name is typed: the list of commands takes these words in either language, and shows
//! the first of them where an action has no key.

use super::Action;
use crate::lang::words::{plain, typed};
use crate::lang::{Phrase, words};
use crate::tui::tab::Tab;

impl Action {
    /// Its word, which the list of commands puts first when it is typed; what moves a cursor has none there, and is called as
    /// settings call it.
    pub fn word(self) -> Phrase {
        match self {
            Action::Print => words::SAY_PRINT,
            Action::Picture => words::SAY_PICTURE,
            Action::Filter => plain::IS_FILTER,
            Action::Clear => plain::IS_CLEAR,
            Action::Undo => plain::IS_UNDO,
            Action::Sort => plain::IS_SORT,
            Action::Changes => plain::IS_CHANGES,
            Action::Export => plain::IS_EXPORT,
            Action::Reveal => plain::IS_REVEAL,
            Action::Language => plain::IS_LANGUAGE,
            Action::Reload => plain::IS_RELOAD,
            Action::Quit => plain::IS_QUIT,
            Action::Help => plain::IS_HELP,
            Action::To(Tab::Groups) => plain::IS_GROUPS,
            Action::To(Tab::Enrollment) => plain::IS_ENROLLMENT,
            Action::To(Tab::Budget) => plain::IS_BUDGET,
            Action::To(Tab::Workers) => plain::IS_WORKERS,
            Action::To(Tab::Checks) => plain::IS_CHECKS,
            Action::WhatIf => typed::WHAT_IF,
            Action::Facets => typed::FACETS,
            Action::FlipSort => typed::FLIP_SORT,
            Action::Mark => typed::MARK,
            Action::Unmark => typed::UNMARK,
            Action::CopyRow => typed::COPY,
            Action::CopyAll => typed::COPY_ALL,
            Action::Repeat => typed::REPEAT,
            Action::Present => typed::PRESENT,
            Action::Mouse => typed::MOUSE,
            Action::Redraw => typed::REDRAW,
            _ => Phrase::same(self.name()),
        }
    }

    /// The words of the dialogue in lines that mean it, where its own is another; and what people knew it by before.
    pub fn also(self) -> &'static [Phrase] {
        match self {
            Action::WhatIf => &[plain::IS_WHATIF],
            Action::Changes => &[plain::IS_SINCE],
            Action::Reveal => &[plain::IS_MASK],
            Action::Facets => &[typed::FORMER_FACETS],
            Action::To(Tab::Workers) => &[plain::IS_WORKER],
            _ => &[],
        }
    }
}

//! What the key bar offers where, most wanted first.

use super::Context;
use super::table::Action::{self, self as A};
use crate::tui::tab::Tab;

/// What the key bar offers in a context, most wanted first, and what stands there in any case.
pub(super) fn bar(context: Context) -> (&'static [Action], &'static [Action]) {
    match context {
        Context::Loading => (&[A::To(Tab::Groups), A::Filter, A::Palette, A::Language], &[A::Help, A::Quit]),
        Context::Tab(tab) => (of_tab(tab), &[A::Help, A::Quit]),
        Context::Figures(Tab::Enrollment) => (
            &[
                A::Reload,
                A::Filter,
                A::Facets,
                A::Next,
                A::Open,
                A::WhatIf,
                A::Changes,
                A::Clear,
                A::Undo,
                A::Present,
                A::Palette,
                A::Language,
            ],
            &[A::Help, A::Quit],
        ),
        Context::Figures(tab) => (of_tab(tab), &[A::Help, A::Quit]),
        Context::Detail => (&[A::Next, A::Reveal, A::CopyRow], &[A::Back, A::Help]),
        Context::Explain => (&[A::Next, A::WhatIf], &[A::Back, A::Help]),
        Context::Preview => (&[A::Open, A::Next], &[A::Back, A::Help]),
        Context::Facets => (&[A::Pick, A::NextTab, A::Open, A::Clear, A::Undo], &[A::Back, A::Help]),
        Context::Sort => (&[A::Open, A::Next], &[A::Back, A::Help]),
        Context::Changes | Context::People => {
            (&[A::Open, A::Next, A::Filter, A::CopyRow, A::Export, A::Changes], &[A::Back, A::Help])
        }
        Context::WhatIf { found: true, solves: true, .. } => {
            (&[A::Next, A::Right, A::Digits, A::Solve, A::Open, A::Clear, A::Undo, A::CopyRow], &[A::Back])
        }
        Context::WhatIf { found: true, .. } => {
            (&[A::Next, A::Right, A::Digits, A::Open, A::Clear, A::Undo, A::CopyRow], &[A::Back])
        }
        Context::WhatIf { month: true, .. } => {
            (&[A::Next, A::Right, A::Digits, A::Solve, A::Clear, A::Later, A::Undo, A::CopyRow], &[A::Back])
        }
        Context::WhatIf { solves: true, .. } => {
            (&[A::Next, A::Right, A::Digits, A::Solve, A::Clear, A::Undo, A::CopyRow], &[A::Back])
        }
        Context::WhatIf { .. } => (&[A::Next, A::Right, A::Digits, A::Clear, A::Undo, A::CopyRow], &[A::Back]),
        Context::Help | Context::Palette | Context::Export | Context::Programme => (&[A::Open, A::Next], &[A::Back]),
        Context::Path => (&[A::NextTab, A::Open], &[A::Back]),
        Context::Amount => (&[A::Open], &[A::Back]),
        Context::Filter => (&[A::NextTab, A::Open, A::Next, A::EraseWord, A::EraseLine, A::Back], &[]),
        Context::Question => (&[], &[]),
        Context::Slides => (&[A::Next, A::Play], &[A::Back, A::Longer, A::Help, A::Language]),
    }
}

fn of_tab(tab: Tab) -> &'static [Action] {
    match tab {
        Tab::Groups => &[
            A::Reload,
            A::Filter,
            A::Facets,
            A::Pick,
            A::Open,
            A::Clear,
            A::Undo,
            A::Sort,
            A::Present,
            A::WhatIf,
            A::CopyRow,
            A::Export,
            A::Palette,
            A::Language,
        ],
        Tab::Enrollment => &[
            A::Reload,
            A::Filter,
            A::Facets,
            A::Next,
            A::Pick,
            A::Open,
            A::WhatIf,
            A::Changes,
            A::Clear,
            A::Undo,
            A::Present,
            A::Palette,
            A::Language,
        ],
        Tab::Budget => &[
            A::Reload,
            A::Filter,
            A::Facets,
            A::Next,
            A::Open,
            A::WhatIf,
            A::Changes,
            A::Clear,
            A::Undo,
            A::Present,
            A::Palette,
            A::Language,
        ],
        Tab::Workers => &[
            A::Reload,
            A::Filter,
            A::Facets,
            A::Open,
            A::Sort,
            A::Left,
            A::Mark,
            A::Pick,
            A::CopyRow,
            A::Export,
            A::Clear,
            A::Undo,
            A::Reveal,
            A::Present,
            A::Palette,
            A::Language,
        ],
        Tab::Checks => &[
            A::Reload,
            A::Filter,
            A::Facets,
            A::Pick,
            A::Open,
            A::Export,
            A::Clear,
            A::Undo,
            A::Present,
            A::Palette,
            A::Language,
        ],
    }
}

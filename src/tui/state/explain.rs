//! How the figures of the tab are counted, scrolled.

use super::layer::{Layer, Next, Scene};
use crate::tui::draw::overlays::explain;
use crate::tui::keymap::{Action, Context};
use crate::tui::tab::Tab;

/// Rows scrolled.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Explain {
    /// The first row in sight.
    pub top: usize,
}

impl Layer for Explain {
    fn context(&self) -> Context {
        Context::Explain
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        let Some(layout) = scene.layout else { return Next::Stay };
        let page = scene.height().max(2) - 1;
        let last = explain::rows(scene.tab, scene.review, &layout, scene.lang).saturating_sub(page + 1);
        // On Budget the cursor goes on through its lines, and each is explained from its beginning.
        let lines = scene.tab == Tab::Budget;
        self.top = match action {
            Action::Open => return Next::Close,
            Action::PageDown => (self.top + page).min(last),
            Action::PageUp => self.top.saturating_sub(page),
            Action::Next if !lines => (self.top + 1).min(last),
            Action::Previous if !lines => self.top.saturating_sub(1),
            Action::First if !lines => 0,
            Action::Last if !lines => last,
            Action::Next | Action::Previous | Action::First | Action::Last => {
                self.top = 0;
                return Next::Tab;
            }
            _ => return Next::Tab,
        };
        Next::Stay
    }
}

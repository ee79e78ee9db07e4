//! The help: every key.

use super::layer::{Layer, Next, Scene};
use crate::tui::keymap::{Action, Context};

/// It has no state of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Help;

impl Layer for Help {
    fn context(&self) -> Context {
        Context::Help
    }

    fn act(&mut self, action: Action, _: &mut Scene<'_>) -> Next {
        match action {
            Action::Help => Next::Close,
            Action::To(_) | Action::NextTab | Action::PreviousTab | Action::Back | Action::Palette => Next::Tab,
            _ => Next::Stay,
        }
    }
}

//! One worker, whole: the one under the table's cursor, which goes on moving.

use super::layer::{Layer, Next, Scene};
use crate::tui::keymap::{Action, Context};

/// It has no state of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Detail;

impl Layer for Detail {
    fn context(&self) -> Context {
        Context::Detail
    }

    fn act(&mut self, _: Action, _: &mut Scene<'_>) -> Next {
        Next::Tab
    }
}

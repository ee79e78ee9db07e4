//! Where and how to export what is chosen: a form and a file's name.

use super::layer::{Layer, Next, Scene};
use crate::figures::compare::People;
use crate::roster::Roster;
use crate::sheet::Format;
use crate::tui::keymap::{Action, Context};
use crate::tui::parts::input::{Input, Typed};

/// The form, and the file's name being typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportForm {
    /// The form.
    pub format: Format,
    /// The file's name.
    pub input: Input,
    /// The people of a comparison, if it is they who are exported.
    pub people: Option<People>,
}

impl ExportForm {
    /// CSV, to a file named after the roster's date.
    pub fn new(roster: &Roster, people: Option<People>) -> ExportForm {
        let input = Input::new(&format!("lindungi-{}.csv", roster.as_of()));
        ExportForm { format: Format::Csv, input, people }
    }

    /// The next form, or the one before; the file's name ends accordingly if it did before.
    fn step(&mut self, forward: bool) {
        let many = Format::ALL.len();
        let place = Format::ALL.iter().position(|own| *own == self.format).unwrap_or(0);
        let next = Format::ALL[(place + if forward { 1 } else { many - 1 }) % many];
        let text = self.input.text();
        if let Some(stem) = text.strip_suffix(&format!(".{}", self.format.code())) {
            self.input = Input::new(&format!("{stem}.{}", next.code()));
        }
        self.format = next;
    }
}

impl Layer for ExportForm {
    fn context(&self) -> Context {
        Context::Export
    }

    fn act(&mut self, action: Action, _: &mut Scene<'_>) -> Next {
        match action {
            Action::Next | Action::NextTab => self.step(true),
            Action::Previous | Action::PreviousTab => self.step(false),
            Action::Open => return Next::Write,
            _ => return Next::Tab,
        }
        Next::Stay
    }

    fn typed(&mut self, typed: Typed<'_>) -> bool {
        self.input.take(typed)
    }
}

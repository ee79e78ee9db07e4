//! What of a command line a shared login does not have.

use super::{Args, Command};

impl Args {
    /// The word for what it asks for and a guest does not have.
    pub fn foreign_to_guests(&self) -> Option<&'static str> {
        Some(match &self.command {
            Some(Command::Check(_)) => "check",
            Some(Command::Export(_)) => "export",
            Some(Command::Import(_)) => "import",
            Some(Command::Plan(_)) => "plan",
            Some(Command::Diff(_)) => "diff",
            Some(Command::Demo(_)) => "demo",
            Some(Command::Snapshot(_)) => "snapshot",
            Some(Command::Report(_)) => "report",
            Some(Command::Schema) => "schema",
            Some(Command::Completions(_)) => "completions",
            Some(Command::Man(_)) => "man",
            Some(Command::Status(_) | Command::Present(_)) | None if self.look.reveal => "--reveal",
            None if self.settings.print_config => "--print-config",
            None if self.settings.config_check => "--config-check",
            None if self.dashboard.program.is_some() => "--program",
            Some(Command::Present(present)) if present.dashboard.program.is_some() => "--program",
            Some(Command::Status(_) | Command::Present(_)) | None => return None,
        })
    }
}

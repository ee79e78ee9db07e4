//! The roster of a command line that names none: the one that is set.

use super::{Args, Command};
use std::path::{Path, PathBuf};

/// Whether an option that is taken everywhere does anything with a command: its help lists no other.
pub(super) fn has_meaning(option: &str, command: &str) -> bool {
    match option {
        "reveal" => matches!(command, "check" | "export" | "diff" | "snapshot"),
        "color" | "theme" => matches!(command, "present" | "snapshot"),
        "ascii" => !matches!(command, "demo" | "schema" | "completions" | "man"),
        "secure" => matches!(command, "status" | "present"),
        _ => true,
    }
}

impl Args {
    /// Lets it open that roster where it takes one, names none and does not ask for the demonstration. What compares two
    /// rosters, or makes one, names them.
    pub fn open_where_none_is_named(&mut self, set: &Path) {
        let (roster, demo): (&mut Option<PathBuf>, bool) = match &mut self.command {
            None => (&mut self.dashboard.roster, self.dashboard.demo),
            Some(Command::Present(own)) => (&mut own.dashboard.roster, own.dashboard.demo),
            Some(Command::Status(own)) => (&mut own.roster, own.demo),
            Some(Command::Check(own)) => (&mut own.roster, own.demo),
            Some(Command::Export(own)) => (&mut own.roster, own.demo),
            Some(Command::Snapshot(own)) => (&mut own.roster, own.demo),
            Some(Command::Report(own)) => (&mut own.roster, own.demo),
            Some(
                Command::Import(_)
                | Command::Plan(_)
                | Command::Diff(_)
                | Command::Demo(_)
                | Command::Schema
                | Command::Completions(_)
                | Command::Man(_),
            ) => return,
        };
        if roster.is_none() && !demo {
            *roster = Some(set.to_owned());
        }
    }
    /// `-o -` is standard output, as `-` is standard input where a roster is named: the same as no `-o`.
    pub fn write_where_nothing_is_named(&mut self) {
        let output = match &mut self.command {
            // In a folder of its own is the only way of these.
            Some(Command::Check(own)) if own.by.is_none() => &mut own.output,
            Some(Command::Export(own)) => &mut own.output,
            Some(Command::Snapshot(own)) => &mut own.output,
            Some(Command::Report(own)) => &mut own.output,
            Some(Command::Man(own)) => &mut own.output,
            _ => return,
        };
        if output.as_deref() == Some(Path::new("-")) {
            *output = None;
        }
    }
}

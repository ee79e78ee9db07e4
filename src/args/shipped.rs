//! What is made of the command line itself: completions for shells, and the man pages.

use crate::args::command;
use crate::lang::Lang;
use clap::{Args as ClapArgs, Command, ValueEnum, ValueHint};
use std::path::PathBuf;

/// `lindungi completions`.
#[derive(ClapArgs, Debug)]
pub struct Completions {
    /// The shell that is to know every command, every option and its choices.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// A shell.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// GNU bash.
    Bash,
    /// The Z shell.
    Zsh,
    /// The friendly interactive shell.
    Fish,
    /// PowerShell.
    Powershell,
}

/// `lindungi man`.
#[derive(ClapArgs, Debug)]
pub struct Man {
    /// Write every page into this folder; without it the main page goes to standard output.
    #[arg(short, long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Write over pages that exist.
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// The completions of a shell, as the text that it reads.
pub fn completions(shell: Shell, lang: Lang) -> Vec<u8> {
    let told = |shell: clap_complete::Shell, mut command: Command| {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut command, "lindungi", &mut script);
        script
    };
    match shell {
        Shell::Bash => told(clap_complete::Shell::Bash, command(lang)),
        Shell::Zsh => with_files(&told(clap_complete::Shell::Zsh, without_roster(&command(lang)))),
        Shell::Fish => told(clap_complete::Shell::Fish, command(lang)),
        Shell::Powershell => told(clap_complete::Shell::PowerShell, command(lang)),
    }
}

/// The command without the roster that may stand in the place of a subcommand: zsh would take the name of one for a
/// roster, and look for a subcommand behind it.
fn without_roster(command: &Command) -> Command {
    let options = command.get_arguments().filter(|arg| !arg.is_positional()).cloned();
    let plain = Command::new("lindungi").version(env!("CARGO_PKG_VERSION"));
    let plain = plain.disable_help_flag(true).disable_version_flag(true);
    plain.disable_help_subcommand(true).args(options).subcommands(command.get_subcommands().cloned())
}

/// The script of zsh, with files beside the subcommands.
fn with_files(script: &[u8]) -> Vec<u8> {
    let commands = "_describe -t commands 'lindungi commands' commands \"$@\"\n";
    String::from_utf8_lossy(script).replacen(commands, &format!("{commands}    _files\n"), 1).into_bytes()
}

//! What is made of the command line itself: completions for shells, and the man pages.

use super::usage::each_subcommand;
use crate::args::command;
use crate::lang::manual::CONDITIONS;
use crate::lang::{Lang, words};
use crate::roster::text::fold;
use crate::sheet::template;
use clap::builder::PossibleValuesParser;
use clap::{Args as ClapArgs, Command, Id, ValueEnum, ValueHint};
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
    let command = |lang| with_hints(command(lang), lang);
    match shell {
        Shell::Bash => told(clap_complete::Shell::Bash, command(lang)),
        Shell::Zsh => with_files(&told(clap_complete::Shell::Zsh, without_roster(&command(lang)))),
        Shell::Fish => told(clap_complete::Shell::Fish, command(lang)),
        Shell::Powershell => told(clap_complete::Shell::PowerShell, command(lang)),
    }
}

/// Slides that are offered: one for each question. Long notes have more, and a number that is not offered is taken too.
const SLIDES: usize = 11;

/// The command as a shell is to complete it: what is no file is none, and where a text has values of its own, though it
/// takes others too, they are offered.
fn with_hints(command: Command, lang: Lang) -> Command {
    let tabs = [words::TAB_GROUPS, words::TAB_ENROLLMENT, words::TAB_BUDGET, words::TAB_WORKERS, words::TAB_CHECKS];
    let tabs = tabs.iter().map(|tab| fold(lang.say(tab)));
    let slides = (1..=SLIDES).map(|place| format!("{}:{place}", lang.say(&words::picture::SLIDE)));
    let tabs: Vec<String> = tabs.chain(slides).collect();
    let templates: Vec<String> = template::built_in().iter().map(|own| own.name.clone()).collect();
    let figures: Vec<String> = CONDITIONS.iter().map(|own| lang.say(&own.sign).to_owned()).collect();
    let hint = |command: Command| {
        let ids: Vec<Id> = command.get_arguments().map(|arg| arg.get_id().clone()).collect();
        ids.into_iter().fold(command, |command, id| {
            let values = match id.as_str() {
                "tab" => tabs.clone(),
                "template" => templates.clone(),
                "fail_if" => figures.clone(),
                _ => Vec::new(),
            };
            command.mut_arg(id, |arg| match (values.is_empty(), arg.get_value_hint()) {
                (false, _) => arg.value_parser(PossibleValuesParser::new(values)),
                (true, ValueHint::Unknown) if arg.get_action().takes_values() => arg.value_hint(ValueHint::Other),
                _ => arg,
            })
        })
    };
    each_subcommand(hint(command), &hint)
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

//! The command line in the language that is on: clap's commands filled with the words of [`super::said`], and its
//! refusals in words of our own.

use super::named::has_meaning;
use super::said::{ARGS, CHOICES, COMMANDS, DASHBOARD};
use super::{Args, Language};
use crate::disk;
use crate::lang::manual;
use crate::lang::words::usage as words;
use crate::lang::{Lang, errors};
use crate::roster::json::SCHEMA;
use clap::builder::{Resettable, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::path::Path;

/// What is said instead of running: help and version, or what is wrong.
pub struct Instead {
    /// The text.
    pub text: String,
    /// Whether something is wrong.
    pub mistake: bool,
}

/// Whether the words ask for ASCII, before they are understood.
pub fn ascii(words: &[OsString]) -> bool {
    words.iter().skip(1).take_while(|word| *word != "--").any(|word| word == "--ascii")
}

/// The language that the words ask for, before they are understood.
pub fn language(words: &[OsString]) -> Option<Language> {
    let named = |text: &str| match text {
        "en" => Some(Language::En),
        "id" => Some(Language::Id),
        _ => None,
    };
    let texts: Vec<&str> =
        words.iter().map(|word| word.to_str().unwrap_or("")).take_while(|word| *word != "--").collect();
    let own = texts.iter().rposition(|word| *word == "--lang" || word.starts_with("--lang="))?;
    match texts.get(own)?.strip_prefix("--lang=") {
        Some(text) => named(text),
        None => texts.get(own + 1).and_then(|text| named(text)),
    }
}

/// Reads the words of a command line. `set` is the roster that opens where they name none.
pub fn read(words: &[OsString], set: Option<&Path>, lang: Lang) -> Result<Args, Instead> {
    // No wider than a page, and on a narrow terminal no wider than that; COLUMNS is not asked.
    let columns = disk::columns_out().map_or(WIDEST, |columns| usize::from(columns).min(WIDEST));
    let mut command = command(lang).term_width(columns);
    if set.is_some() {
        command = each_subcommand(command, &|sub| {
            let takes_one = sub.get_arguments().any(|arg| arg.get_id() == "roster");
            let free = |arg: Arg| arg.required_unless_present(Resettable::Reset);
            if takes_one { sub.mut_arg("roster", free) } else { sub }
        });
    }
    // `help status` is `status --help`: the command that clap would add speaks English alone.
    let mut words: Vec<OsString> = words.to_vec();
    if words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        words.push("--help".into());
    }
    if let Some(named) = behind_options(&command, &words) {
        // What stands before a command is meant for it, as with git and ssh; clap would take it for the dashboard's.
        let name = words.remove(named);
        words.insert(1, name);
    }
    let read = command.try_get_matches_from_mut(&words).and_then(|found| Args::from_arg_matches(&found));
    let read = read.map(|mut args| {
        set.into_iter().for_each(|set| args.open_where_none_is_named(set));
        args.write_where_nothing_is_named();
        args
    });
    read.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Instead { text: error.to_string(), mistake: false },
        _ => Instead { text: refusal(&error, &words, lang), mistake: true },
    })
}

/// Where the name of a command stands behind nothing but options.
fn behind_options(command: &Command, words: &[OsString]) -> Option<usize> {
    let mut place = 1;
    loop {
        let word = words.get(place)?.to_str()?;
        let Some(option) = word.strip_prefix("--") else {
            return command.find_subcommand(word).is_some().then_some(place);
        };
        let (long, value) = option.split_once('=').map_or((option, None), |(long, value)| (long, Some(value)));
        let known = command.get_arguments().find(|own| own.get_long() == Some(long))?;
        place += if known.get_action().takes_values() && value.is_none() { 2 } else { 1 };
    }
}

/// The most columns of a line of help.
const WIDEST: usize = 100;

/// The commands and arguments with every text in a language.
pub fn command(lang: Lang) -> Command {
    let plain = Args::command().disable_help_subcommand(true).disable_help_flag(true).disable_version_flag(true);
    let plain = with_manual(with_own_flags(plain.version(version()), true), "", lang);
    let global: Vec<Arg> = plain.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    let mut plain = each_subcommand(plain, &|sub| {
        let name = sub.get_name().to_owned();
        // It is taken there all the same: clap leaves a command what it has of that name already.
        let untold = global.iter().filter(|arg| !has_meaning(arg.get_id().as_str(), &name));
        let sub = sub.args(untold.map(|arg| arg.clone().hide(true)));
        with_manual(with_own_flags(sub.disable_help_flag(true), false), &name, lang)
    });
    if lang == Lang::En {
        return plain;
    }
    plain = each_subcommand(translated(plain, ""), &|sub| {
        let name = sub.get_name().to_owned();
        translated(sub, &name)
    });
    // How it is used is read from commands that are whole, and written in again.
    let mut built = plain.clone();
    built.build();
    let plain = used(plain, &mut built);
    each_subcommand(plain, &|sub| {
        let mut built = built.clone();
        match built.find_subcommand_mut(sub.get_name()) {
            Some(own) => used(sub, own),
            None => sub,
        }
    })
}

/// Each subcommand changed.
pub(super) fn each_subcommand(command: Command, change: &dyn Fn(Command) -> Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, change))
}

fn with_own_flags(command: Command, top: bool) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command.arg(help.help("Show help ('-h' in short, '--help' in full)"));
    if !top {
        return command;
    }
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    command.arg(version.help("Show the version"))
}

/// What the long help says behind the options: examples, and where a filter is taken its fields.
fn with_manual(command: Command, name: &str, lang: Lang) -> Command {
    let filters = command.get_arguments().any(|arg| arg.get_id() == "filter");
    command.after_long_help(manual::behind_options(lang, name, filters))
}

/// The version, the commit that it is made of where that is known, and the format that it reads: the same in every
/// language, since it is quoted to whoever helps.
fn version() -> String {
    let commit = option_env!("LINDUNGI_COMMIT").map_or(String::new(), |commit| format!("{commit}, "));
    format!("{} ({commit}schema {SCHEMA})", env!("CARGO_PKG_VERSION"))
}

/// The words of a table for a command's argument: its own, else those that several share.
fn own_or_shared<'a, T>(
    table: &'a [T],
    command: &str,
    fits: impl Fn(&T) -> bool,
    of: impl Fn(&T) -> &str,
) -> Option<&'a T> {
    let found = |name: &str| table.iter().find(|row| fits(row) && of(row) == name);
    found(command).or_else(|| found(""))
}

fn translated(command: Command, name: &str) -> Command {
    let about = COMMANDS.iter().find(|(own, _)| *own == name).map_or("", |(_, about)| about);
    let long = if name.is_empty() { format!("{about}\n\n{DASHBOARD}") } else { about.to_owned() };
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    // Arguments under a heading of their own stand by name, unless they are told their order.
    let command = ids.into_iter().enumerate().fold(command, |command, (place, id)| {
        command.mut_arg(id, |arg| {
            let arg = worded(arg, name);
            if arg.is_positional() { arg.display_order(place) } else { arg }
        })
    });
    let template = "{before-help}{about-with-newline}\nPenggunaan: {usage}\n\n{all-args}{after-help}";
    command.about(about.to_owned()).long_about(long).subcommand_help_heading("Perintah").help_template(template)
}

fn worded(arg: Arg, command: &str) -> Arg {
    let id = arg.get_id().to_string();
    let heading = if arg.is_positional() { "Argumen" } else { "Opsi" };
    let Some(said) = own_or_shared(ARGS, command, |said| said.arg == id, |said| said.command) else {
        return arg.help_heading(heading);
    };
    let choices: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let takes = arg.get_action().takes_values();
    let default: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let mut notes = String::new();
    if takes && !default.is_empty() {
        notes += &format!(" [bawaan: {}]", default.join(", "));
    }
    let (mut short, mut long) = (format!("{}{notes}", said.help), String::new());
    if takes && !choices.is_empty() {
        short += &format!(" [pilihan: {}]", choices.join(", "));
        let meant = |choice: &String| {
            let fits = |row: &(&str, &str, &str, &str)| row.1 == id && row.2 == choice;
            let row = own_or_shared(CHOICES, command, fits, |row| row.0);
            format!("- {choice}: {}", row.map_or("", |row| row.3))
        };
        let list: Vec<String> = choices.iter().map(meant).collect();
        long = format!("{}{notes}\n\nPilihan:\n{}", said.help, list.join("\n"));
    }
    let arg = arg.help(short).help_heading(heading);
    let arg = if takes { arg.hide_default_value(true).hide_possible_values(true) } else { arg };
    let arg = if long.is_empty() { arg } else { arg.long_help(long) };
    if said.value.is_empty() { arg } else { arg.value_name(said.value) }
}

/// The command with its usage in Indonesian, as `built` tells it.
fn used(command: Command, built: &mut Command) -> Command {
    let usage = built.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    // A second line stands under the first, behind a longer word.
    let under = |word: &str| format!("\n{}", " ".repeat(word.len()));
    let usage = usage.replace(&under("Usage: "), &under("Penggunaan: "));
    let usage = usage.replace("[OPTIONS]", "[OPSI]").replace("COMMAND", "PERINTAH");
    command.override_usage(StyledStr::from(usage))
}

/// The subcommand among the words, if there is one.
fn named<'a>(command: &'a Command, words: &[OsString]) -> Option<&'a Command> {
    words.iter().skip(1).find_map(|word| command.find_subcommand(word))
}

/// Other words for the commands.
const MEANT: [(&str, &[&str]); 11] = [
    ("status", &["stats", "stat", "ringkasan", "summary", "info", "show"]),
    ("present", &["presentasi", "presentation", "paparan", "paparkan", "slides"]),
    ("export", &["ekspor", "unduh", "save", "csv", "xlsx"]),
    ("plan", &["rencana", "andai", "whatif", "what-if"]),
    ("diff", &["banding", "bandingkan", "compare", "beda"]),
    ("demo", &["contoh", "example", "sample"]),
    ("snapshot", &["gambar", "picture", "screenshot", "potret"]),
    ("report", &["laporan", "halaman", "page", "html", "cetak", "print"]),
    ("schema", &["skema", "format", "json-schema", "jsonschema"]),
    ("completions", &["completion", "complete", "pelengkapan"]),
    ("man", &["manual", "manpage", "panduan"]),
];

/// The command that a word was probably meant to be.
pub fn meant(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    if word.contains(['.', '/', '\\']) || word.starts_with('-') {
        return None;
    }
    let other = MEANT.iter().find(|(_, words)| words.contains(&word.as_str()));
    let near = || {
        let slips = |name: &str| strsim::damerau_levenshtein(&word, name);
        // Of a word of three letters two are no slip.
        MEANT.iter().filter(|(name, _)| slips(name) <= 2.min(name.len() / 2)).min_by_key(|(name, _)| slips(name))
    };
    other.or_else(near).map(|(name, _)| *name)
}

/// A word in the place of a command that is none, and what was probably meant.
pub fn no_command(word: &str, meant: &str, lang: Lang) -> String {
    let phrase = &words::NO_COMMAND;
    lang.fill(phrase, &[&errors::without_numbers(word), meant])
}

fn strings(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        _ => Vec::new(),
    }
}

fn refusal(error: &clap::Error, words: &[OsString], lang: Lang) -> String {
    let command = command(lang);
    let sub = named(&command, words);
    // A mistyped command is taken for a roster, and what follows it for too much.
    let first = words.get(1).and_then(|word| word.to_str()).unwrap_or("");
    if let Some(meant) = meant(first).filter(|_| sub.is_none_or(|own| own.get_name() != first)) {
        return format!("lindungi: {}\n", no_command(first, meant, lang));
    }
    let name = sub.map_or(String::new(), |sub| format!(" {}", sub.get_name()));
    let mut what = mistake(error, sub.unwrap_or(&command), lang);
    // What follows a word that is no command is taken for what the dashboard does not know.
    let file = first.is_empty() || first.contains(['.', '/', '\\']) || first.starts_with('-');
    if sub.is_none() && !file && matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::ArgumentConflict) {
        let commands: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
        what += &lang.fill(&words::NONE_OF, &[&errors::without_numbers(first), &commands.join(", ")]);
    }
    let mut built = command.clone();
    built.build();
    let usage = match sub.and_then(|sub| built.find_subcommand_mut(sub.get_name())) {
        Some(sub) => sub.render_usage().to_string(),
        None => built.render_usage().to_string(),
    };
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned();
    let rest = &words::REST;
    format!("lindungi: {what}\n{}\n", lang.fill(rest, &[&usage, &name]))
}

/// What is wrong, in one line.
fn mistake(error: &clap::Error, command: &Command, lang: Lang) -> String {
    let text = |kind| strings(error, kind).first().map(|text| errors::without_numbers(text)).unwrap_or_default();
    let arg = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let near = |kind| {
        let near = text(kind);
        let phrase = &words::NEAR;
        if near.is_empty() { near } else { lang.fill(phrase, &[&near]) }
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let phrase = match arg.starts_with('-') {
                true => &words::NO_OPTION,
                false => &words::TOO_MANY,
            };
            lang.fill(phrase, &[&arg, &near(ContextKind::SuggestedArg)])
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            let choices = choices(error, lang);
            lang.fill(&words::NO_VALUE, &[&arg, &choices])
        }
        ErrorKind::InvalidValue => {
            let choices = choices(error, lang);
            let near = near(ContextKind::SuggestedValue);
            lang.fill(&words::UNKNOWN_VALUE, &[&arg, &value, &choices, &near])
        }
        ErrorKind::ValueValidation => {
            let limits = match (command.get_name(), arg.split(' ').next()) {
                ("demo", Some("--workers")) => &words::WORKERS_LIMIT,
                ("export", Some("--months")) => &words::MONTHS_LIMIT,
                ("present", Some("--autoplay")) => &words::SECONDS_LIMIT,
                (_, Some("--max-size")) => &words::SIZE,
                _ => &words::NUMBER,
            };
            let phrase = &words::TAKES;
            lang.fill(phrase, &[&arg, &value, lang.say(limits)])
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = strings(error, ContextKind::InvalidArg).join(", ");
            let said = lang.fill(&words::MISSING, &[&missing]);
            // What an option needs is another option, and no roster.
            match !missing.starts_with('-') && command.get_arguments().any(|arg| arg.get_id() == "demo") {
                true => said + lang.say(&words::OR_DEMO),
                false => said,
            }
        }
        ErrorKind::ArgumentConflict => conflict(error, &arg, lang),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            lang.fill(&words::ONE_VALUE, &[&arg])
        }
        ErrorKind::InvalidUtf8 => lang.say(&words::NOT_UTF8).to_owned(),
        _ => lang.say(&words::TOGETHER).to_owned(),
    }
}

fn conflict(error: &clap::Error, arg: &str, lang: Lang) -> String {
    let prior = strings(error, ContextKind::PriorArg).join(", ");
    if let Some(sub) = strings(error, ContextKind::InvalidSubcommand).first() {
        let phrase = &words::BEHIND;
        return lang.fill(phrase, &[sub, &prior]);
    }
    match prior == arg || prior.is_empty() {
        true => lang.fill(&words::TWICE, &[arg]),
        false => lang.fill(&words::EXCLUDE, &[arg, &prior]),
    }
}

fn choices(error: &clap::Error, lang: Lang) -> String {
    let choices = strings(error, ContextKind::ValidValue);
    if choices.is_empty() {
        return String::new();
    }
    lang.fill(&words::CHOICES, &[&choices.join(", ")])
}

//! lindungi ("to protect"): who is protected, and how long does the money last?
//!
//! # The map
//!
//! Modules stand in the order of the law: a module imports only from those above it (`tests/it/house.rs` reads this).
//!
//! - [`roster`]: the model. No terminal, no language, no clock, no files.
//! - [`figures`]: numbers, pure functions of a roster and a filter.
//! - [`check`]: the audit.
//! - [`demo`]: the synthetic roster.
//! - [`lang`]: how a value is said, and the scrub before every screen.
//! - [`views`]: saved views.
//! - [`sheet`]: tables out, one file a format.
//! - [`disk`]: the only place that opens files.
//! - [`args`]: the only place that knows clap.
//! - [`import`]: an office's list into a roster, with its rejects.
//! - [`load`]: a reading: open, parse, audit, with progress.
//! - [`tui`]: the terminal; ratatui and crossterm are known nowhere else.
//! - [`commands`]: one file a subcommand.
//!
//! # Invariants, as absences
//!
//! There is no float in a figure, no clock in the model, no `unsafe`, no text from outside on a screen that did not
//! pass [`lang::scrub::scrub`], no personal number that prints whole by accident, and no write to the roster shown.

pub mod roster;
pub mod figures;
pub mod check;
pub mod demo;
pub mod lang;
pub mod views;
pub mod sheet;
pub mod disk;
pub mod args;
pub mod import;
pub mod load;
pub mod tui;
pub mod commands;

use args::{Args, Color, Command, DiffFormat, Language, PlanFormat};
use commands::Failure;
use disk::Source;
use etcetera::BaseStrategy;
use lang::Lang;
use lang::person::Privacy;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use tui::screen::clipboard::Between;
use tui::state::app::{App, Start};
use tui::work::Hands;

/// What the program takes from its environment, and nothing else.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// LINDUNGI_LANG.
    pub lang: Option<String>,
    /// LC_ALL, LC_MESSAGES, LANG.
    pub locale: [Option<String>; 3],
    /// LC_CTYPE, which decides whether UTF-8 is understood, after LC_ALL and before LANG.
    pub ctype: Option<String>,
    /// Whether NO_COLOR is set and not empty.
    pub no_color: bool,
    /// TERM.
    pub term: Option<String>,
    /// Whether TMUX is set: tmux stands before the terminal.
    pub tmux: bool,
    /// Whether STY is set: GNU screen does.
    pub screen: bool,
    /// The folder that `~` means.
    pub home: Option<PathBuf>,
    /// The folder of what a person has set (XDG_CONFIG_HOME, else below HOME).
    pub config: Option<PathBuf>,
    /// The working folder.
    pub folder: Option<PathBuf>,
}

impl Environment {
    /// The process's own.
    #[expect(clippy::disallowed_methods, reason = "the environment is read here")]
    pub fn of_process() -> Environment {
        let get = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        Environment {
            lang: get("LINDUNGI_LANG"),
            locale: [get("LC_ALL"), get("LC_MESSAGES"), get("LANG")],
            ctype: get("LC_CTYPE"),
            no_color: get("NO_COLOR").is_some_and(|value| !value.is_empty()),
            term: get("TERM"),
            tmux: get("TMUX").is_some_and(|value| !value.is_empty()),
            screen: get("STY").is_some_and(|value| !value.is_empty()),
            home: etcetera::home_dir().ok(),
            config: etcetera::choose_base_strategy().ok().map(|folders| folders.config_dir().join("lindungi")),
            folder: std::env::current_dir().ok(),
        }
    }

    /// Where the saved views lie.
    fn views(&self) -> Option<PathBuf> {
        Some(self.config.as_ref()?.join("views.json"))
    }

    fn language(&self, asked: Option<Language>) -> Lang {
        match (asked, self.lang.as_deref()) {
            (Some(Language::En), _) => Lang::En,
            (Some(Language::Id), _) => Lang::Id,
            (None, Some(named)) if !named.is_empty() => Lang::of_locale([Some(named), None, None]),
            (None, _) => Lang::of_locale([0, 1, 2].map(|place| self.locale[place].as_deref())),
        }
    }

    /// Whether the terminal understands UTF-8, by the locale's character type.
    fn utf8(&self) -> bool {
        let deciding = [&self.locale[0], &self.ctype, &self.locale[2]].into_iter().flatten().find(|v| !v.is_empty());
        deciding.is_some_and(|value| {
            let value = value.to_ascii_lowercase();
            value.contains("utf-8") || value.contains("utf8")
        })
    }
}

/// Reads the words of a command line in the language that they or the environment ask for, and runs it.
pub fn run_words(words: &[std::ffi::OsString], environment: &Environment) -> u8 {
    let lang = environment.language(args::language(words));
    match args::read(words, lang) {
        Ok(args) => run(args, environment),
        Err(instead) => say_usage(&instead.text, instead.mistake),
    }
}

/// Runs a command line; the answer is the exit code of design.md §6.
pub fn run(args: Args, environment: &Environment) -> u8 {
    let lang = environment.language(args.look.lang);
    let privacy = Privacy::revealed(args.look.reveal);
    let views = environment.views();
    // What is written for people is ASCII where the terminal knows nothing else; data is UTF-8 anywhere.
    let plain = args.look.ascii || !environment.utf8();
    let ended = match &args.command {
        Some(Command::Status(status)) => to_stdout(plain && status.format.is_text(), |out| {
            let text = commands::filter_text(&status.view, views.as_deref(), lang)?;
            commands::status::run(status, text.as_deref(), lang, out)
        }),
        Some(Command::Export(export)) => to_stdout(false, |out| {
            let text = commands::filter_text(&export.view, views.as_deref(), lang)?.unwrap_or_default();
            commands::export::run(export, &text, (privacy, lang), environment.config.as_deref(), out)
        }),
        Some(Command::Check(check)) => to_stdout(plain && commands::check::is_text(check), |out| {
            let text = commands::filter_text(&check.view, views.as_deref(), lang)?.unwrap_or_default();
            commands::check::run(check, &text, privacy, lang, out)
        }),
        Some(Command::Import(import)) => to_stdout(plain, |out| commands::import::run(import, lang, out)),
        Some(Command::Plan(plan)) => {
            to_stdout(plain && plan.format == PlanFormat::Text, |out| commands::plan::run(plan, lang, out))
        }
        Some(Command::Diff(diff)) => to_stdout(plain && diff.format == DiffFormat::Text, |out| {
            let text = commands::filter_text(&diff.view, views.as_deref(), lang)?.unwrap_or_default();
            commands::diff::run(diff, &text, privacy, lang, out)
        }),
        Some(Command::Demo(demo)) => to_stdout(false, |out| commands::demo::run(demo, lang, out).map(|()| 0)),
        Some(Command::Schema) => to_stdout(false, |out| commands::schema::run(out).map(|()| 0)),
        None => dashboard(&args, environment, lang),
    };
    match ended {
        Ok(code) => code,
        Err(failure) => {
            if let Some(message) = failure.message(lang) {
                let message = if plain { lang::ascii::text(&message) } else { message };
                // A closed standard error is no reason to panic.
                let _ = writeln!(io::stderr(), "lindungi: {message}");
            }
            failure.code()
        }
    }
}

/// What the reader of the arguments says: help and version on standard output, mistakes on standard error. It quotes
/// what was typed, so each line passes the scrub like any text from outside.
pub fn say_usage(text: &str, mistake: bool) -> u8 {
    let lines: String = text.lines().map(|line| format!("{}\n", lang::scrub::scrub(line.trim_end()))).collect();
    let written = match mistake {
        true => io::stderr().write_all(lines.as_bytes()),
        false => io::stdout().write_all(lines.as_bytes()),
    };
    match (mistake, written) {
        (true, _) => 2,
        (false, Ok(())) => 0,
        (false, Err(error)) => Failure::Output(error).code(),
    }
}

/// Data goes out through one buffer, written whole; a closed pipe is no error to talk about. What is to be plain ASCII
/// is a screen of text, and is made so before it goes.
fn to_stdout(plain: bool, command: impl FnOnce(&mut dyn Write) -> Result<u8, Failure>) -> Result<u8, Failure> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, io::stdout().lock());
    let code = match plain {
        false => command(&mut out)?,
        true => {
            let mut text = Vec::new();
            let ended = command(&mut text);
            out.write_all(lang::ascii::text(&String::from_utf8_lossy(&text)).as_bytes())?;
            ended?
        }
    };
    out.flush()?;
    Ok(code)
}

fn dashboard(args: &Args, environment: &Environment, lang: Lang) -> Result<u8, Failure> {
    if let Some(word) = args.roster.as_ref().filter(|path| !disk::exists(path)).and_then(|path| path.to_str())
        && let Some(meant) = args::meant(word)
    {
        return Err(Failure::Usage(args::no_command(word, meant, lang)));
    }
    let dumb = matches!(environment.term.as_deref(), None | Some("" | "dumb"));
    let source = Source::named(args.roster.as_ref());
    let keys = io::stdin().is_terminal() || (source == Source::Stdin && disk::has_terminal());
    if dumb || !io::stdout().is_terminal() || !keys {
        return Err(Failure::Usage(lang.say(&lang::errors::NEEDS_TERMINAL).to_owned()));
    }
    let color = match args.look.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => !environment.no_color,
    };
    let theme = tui::theme::Theme { color };
    let name = lang::scrub::scrub(&source.name()).into_owned();
    let since = args.since.since.as_ref().map(|since| Source::named(Some(since)));
    if since == Some(Source::Stdin) && source == Source::Stdin {
        return Err(commands::one_stdin(lang));
    }
    let file = environment.views();
    let views = commands::views(file.as_deref(), lang);
    let view = args.view.view.as_ref().map(|name| commands::saved_view(name, &views, lang)).transpose()?.cloned();
    let app = App::new(Start {
        lang,
        theme,
        ascii: args.look.ascii || !environment.utf8(),
        privacy: Privacy::revealed(args.look.reveal),
        source: name,
        again: source != Source::Stdin,
        file: match &source {
            Source::File(path) => Some(path.clone()),
            Source::Demo | Source::Stdin => None,
        },
        folder: environment.folder.clone(),
        home: environment.home.clone(),
        since,
        filter: commands::both_filters(view.as_ref(), args.view.filter.as_deref()),
        view,
        views,
        ..Start::default()
    });
    let most = args.most.max_size;
    let load = match (list(&source), &args.program) {
        (false, None) => load::loader(source, most, lang),
        (true, program) => {
            load::list_loader(source, program.as_ref().map(|path| Source::named(Some(path))), most, lang)
        }
        (false, Some(_)) => return Err(Failure::Usage(lang.say(&lang::words::import::PROGRAM_OF_LIST).to_owned())),
    };
    let hands = Hands { load, older: load::reader(most, lang), home: environment.home.clone(), most };
    let terminal = tui::Terminal {
        regions: tui::frames::has_regions(environment.term.as_deref()),
        between: Between::of(environment.term.as_deref(), environment.tmux, environment.screen),
    };
    match tui::run(app, hands, file, terminal) {
        Ok(tui::End::Quit) => Ok(0),
        Ok(tui::End::Signal(signal)) => {
            tui::screen::die(signal);
            Ok(0)
        }
        Ok(tui::End::Failed(why)) => Err(Failure::Input(why)),
        Ok(tui::End::Misused(why)) => Err(Failure::Usage(why)),
        Err(error) => Err(Failure::Output(error)),
    }
}

/// Whether a source is an office's list, by its name: what it really is, reading it tells.
fn list(source: &Source) -> bool {
    let Source::File(path) = source else { return false };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| import::ENDINGS.contains(&ending.as_str()))
}

/// An internal error leaves the terminal as it was and says in one line where it happened: no payload, which may quote
/// a person's data, and no colours.
pub fn install_panic_hook() {
    let installed = color_eyre::config::HookBuilder::blank().display_env_section(false).install();
    debug_assert!(installed.is_ok(), "the hook is installed once, at start");
    std::panic::set_hook(Box::new(|panic| {
        tui::screen::give_back();
        let place = panic.location().map_or(String::new(), |at| format!(" at {}:{}", at.file(), at.line()));
        let version = env!("CARGO_PKG_VERSION");
        let _ = writeln!(io::stderr(), "lindungi {version}: internal error{place}; please report this line");
        std::process::exit(101);
    }));
}

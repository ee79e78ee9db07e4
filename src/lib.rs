//! lindungi ("to protect"): who is protected, and how long does the money last?
//!
//! # The map
//!
//! Modules stand in the order of the law: a module imports only from those above it (`tests/it/house.rs` reads this).
//!
//! - [`fault`]: faults put in on purpose, for tests.
//! - [`roster`]: the model. No terminal, no language, no clock, no files.
//! - [`figures`]: numbers, pure functions of a roster and a filter.
//! - [`check`]: the audit.
//! - [`demo`]: the synthetic roster.
//! - [`lang`]: how a value is said, and the scrub before every screen.
//! - [`config`]: what a person has set.
//! - [`views`]: saved views.
//! - [`notes`]: the next steps that a meeting agrees on.
//! - [`sheet`]: tables out, one file a format.
//! - [`report`]: one page of HTML.
//! - [`disk`]: the only place that opens files.
//! - [`capabilities`]: what a login may do.
//! - [`args`]: the only place that knows clap.
//! - [`environment`]: the only place that reads variables.
//! - [`import`]: an office's list into a roster, with its rejects.
//! - [`load`]: a reading: open, parse, audit, with progress.
//! - [`tui`]: the terminal; ratatui and crossterm are known nowhere else.
//! - [`commands`]: one file a subcommand.
//!
//! # Invariants, as absences
//!
//! There is no float in a figure, no clock in the model, no `unsafe`, no text from outside on a screen that did not
//! pass [`lang::scrub::scrub`], no personal number that prints whole by accident, and no write to the roster shown.

pub mod fault;
pub mod roster;
pub mod figures;
pub mod check;
pub mod demo;
pub mod lang;
pub mod config;
pub mod views;
pub mod notes;
pub mod sheet;
pub mod report;
pub mod disk;
pub mod capabilities;
pub mod args;
pub mod environment;
pub mod import;
pub mod load;
pub mod tui;
pub mod commands;

pub use environment::Environment;

use args::{Args, Color, Command, Dashboard, DiffFormat, Look, PlanFormat, Status};
use capabilities::{Capabilities, Capability};
use commands::Failure;
use commands::config::Settings;
use disk::Source;
use lang::Lang;
use lang::glyphs::Glyphs;
use lang::person::Privacy;
use load::How;
use roster::SOON;
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use rustix::thread::set_no_new_privs;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::panic::Location;
use std::path::PathBuf;
use std::time::Duration;
use tui::Watch;
use tui::screen::clipboard::{Between, takes_texts};
use tui::state::app::{App, Start};
use tui::state::slides::Opening;
use tui::theme::Theme;
use tui::work::Hands;

/// What this login may do, by the words of its command line and LINDUNGI_SECURE: before anything else is looked at. What
/// is not plainly switched off is on, since somebody meant to close something.
#[expect(clippy::disallowed_methods, reason = "the environment is read here")]
pub fn capabilities(words: &[OsString]) -> Capabilities {
    let told = std::env::var_os("LINDUNGI_SECURE").is_some_and(|value| !value.is_empty() && value != "0");
    let mut asked = words.iter().skip(1).take_while(|word| *word != "--");
    match told || asked.any(|word| word == "--secure") {
        true => Capabilities::GUEST,
        false => Capabilities::ALL,
    }
}

/// Sees to it that no image of the process's memory, which holds whole numbers of people, is left anywhere when it dies;
/// and that a guest's process can never become more than it is.
pub fn keep_private(may: Capabilities) {
    // Where the system has none of it there is nothing to be done about it, and nothing is worse than before.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    if !may.allow(Capability::Command) {
        let _ = set_no_new_privs(true);
    }
}

/// Reads the words of a command line in the language that they or the environment ask for, and runs it.
pub fn run_words(words: &[OsString], may: Capabilities, environment: &Environment) -> u8 {
    let settings = Settings::read(environment, may);
    let lang = environment.language(args::language(words), settings.config.language);
    let set = settings.roster(environment);
    match args::read(words, set.as_deref(), lang) {
        Ok(args) => run(args, may, (environment, &settings)),
        Err(instead) => {
            let plain = args::ascii(words) || !environment.utf8();
            say_usage(&instead.text, instead.mistake, plain)
        }
    }
}

/// Runs a command line; the answer is the exit code of design.md §6.
fn run(args: Args, may: Capabilities, (environment, settings): Here<'_>) -> u8 {
    let lang = environment.language(args.look.lang, settings.config.language);
    commands::narrate_in_ascii(is_plain(&args.look, (environment, settings)));
    let foreign = args.foreign_to_guests().filter(|_| !may.allow(Capability::Command));
    let refused = foreign.map(|word| Failure::Usage(lang.fill(&lang::errors::NOT_FOR_GUESTS, &[word])));
    let ended = refused.map_or_else(|| run_command(&args, may, (environment, settings), lang), Err);
    match ended {
        Ok(code) => code,
        Err(failure) => {
            if let Some(message) = failure.message(lang) {
                commands::narrate(&settings.with_reason(message, environment, lang));
            }
            failure.code()
        }
    }
}

/// What is known before a command line is looked at: the environment, and what a person has set.
type Here<'a> = (&'a Environment, &'a Settings);

/// The same; the answer is how it ended.
fn run_command(args: &Args, may: Capabilities, here: Here<'_>, lang: Lang) -> Result<u8, Failure> {
    let (environment, settings) = here;
    if args.settings.print_config {
        return to_stdout(false, |out| commands::config::print(settings, lang, out));
    }
    if args.settings.config_check {
        return to_stdout(is_plain(&args.look, here), |out| commands::config::check(settings, environment, lang, out));
    }
    if !matches!(args.command, None | Some(Command::Present(_))) {
        settings.tell(lang);
    }
    let privacy = privacy(&args.look, may);
    let views = environment.views();
    // What is written for people is ASCII where the terminal knows nothing else; data is UTF-8 anywhere.
    let plain = is_plain(&args.look, here);
    match &args.command {
        Some(Command::Status(status)) => to_stdout(plain && status.format.is_text(), |out| {
            let text = commands::filter_text(&status.view, views.as_deref(), lang)?;
            let how = How { closed: closed(may), ..How::open(status.most.max_size, lang) };
            commands::status::run(status, text.as_deref(), (&named(status.roster.as_ref(), may), how), out)
        }),
        Some(Command::Export(export)) => to_stdout(false, |out| {
            let text = commands::filter_text(&export.view, views.as_deref(), lang)?.unwrap_or_default();
            let look = (privacy, lang, [args.look.ascii, plain]);
            commands::export::run(export, &text, look, &settings.templates(environment), out)
        }),
        Some(Command::Check(check)) => to_stdout(plain && commands::check::is_text(check), |out| {
            let text = commands::filter_text(&check.view, views.as_deref(), lang)?.unwrap_or_default();
            commands::check::run(check, &text, (privacy, args.look.ascii), lang, out)
        }),
        Some(Command::Import(import)) => to_stdout(plain, |out| commands::import::run(import, lang, out)),
        Some(Command::Plan(plan)) => {
            to_stdout(plain && plan.format == PlanFormat::Text, |out| commands::plan::run(plan, lang, out))
        }
        Some(Command::Diff(diff)) => to_stdout(plain && diff.format != DiffFormat::Json, |out| {
            let text = commands::filter_text(&diff.view, views.as_deref(), lang)?.unwrap_or_default();
            commands::diff::run(diff, &text, privacy, lang, out)
        }),
        Some(Command::Demo(demo)) => to_stdout(false, |out| commands::demo::run(demo, lang, out).map(|()| 0)),
        Some(Command::Snapshot(snapshot)) => to_stdout(false, |out| {
            let saved = snapshot.view.view.as_ref().map(|name| (name, commands::views(views.as_deref(), lang)));
            let view =
                saved.as_ref().map(|(name, views)| commands::saved_view(name, views, lang)).transpose()?.cloned();
            let filter = commands::both_filters(view.as_ref(), snapshot.view.filter.as_deref());
            let theme = theme(&args.look, here);
            let set = settings.config.glyphs.unwrap_or_default();
            let glyphs = if args.look.ascii { Glyphs::Ascii } else { set };
            let notes = snapshot.notes.as_ref().map(|notes| commands::notes(notes, may, lang)).transpose()?;
            let notes = notes.unwrap_or_default();
            let start = Start { lang, theme, glyphs, privacy, filter, view, notes, ..Start::default() };
            let soon = settings.config.ends_soon.unwrap_or(SOON);
            let how = How { soon, ..How::open(snapshot.most.max_size, lang) };
            commands::snapshot::run(snapshot, (start, environment.utf8()), how, out)
        }),
        Some(Command::Report(report)) => to_stdout(false, |out| {
            let text = commands::filter_text(&report.view, views.as_deref(), lang)?;
            let soon = settings.config.ends_soon.unwrap_or(SOON);
            let how = How { soon, ..How::open(report.most.max_size, lang) };
            commands::report::run(report, text.as_deref(), (privacy, how, args.look.ascii), out)
        }),
        Some(Command::Schema) => to_stdout(false, |out| commands::schema::run(out).map(|()| 0)),
        Some(Command::Completions(asked)) => to_stdout(false, |out| commands::completions::run(asked, lang, out)),
        Some(Command::Man(asked)) => to_stdout(false, |out| commands::man::run(asked, lang, out)),
        Some(Command::Present(present)) => {
            let opening = Opening { playing: present.autoplay, ..Opening::default() };
            dashboard((&present.dashboard, &args.look), Some(opening), may, here, lang)
        }
        None if args.plain => dialogue((&args.dashboard, &args.look), true, may, here, lang),
        None => dashboard((&args.dashboard, &args.look), None, may, here, lang),
    }
}

/// The styles of the screens.
fn theme(look: &Look, (environment, settings): Here<'_>) -> Theme {
    let colors = look.theme.or(settings.config.theme).unwrap_or_default();
    let color = match look.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => !environment.no_color && settings.config.color.unwrap_or(true),
    };
    match color {
        false => Theme::Bare,
        true => Theme::Colored(colors),
    }
}

/// The same for this terminal, and what is to be said of it: one that does not say that it has 24 bits shows those colours
/// as others, or as none.
fn theme_of_terminal(theme: Theme, environment: &Environment, lang: Lang) -> (Theme, Option<String>) {
    match theme {
        Theme::Colored(colors) if colors.is_true() && !environment.truecolor => {
            (Theme::default(), Some(lang.fill(&lang::errors::NO_TRUECOLOR, &[colors.name()])))
        }
        theme => (theme, None),
    }
}

/// The characters of the dashboard.
fn glyphs(look: &Look, (environment, settings): Here<'_>) -> Glyphs {
    match is_plain(look, (environment, settings)) {
        true => Glyphs::Ascii,
        false => settings.config.glyphs.unwrap_or(Glyphs::of_terminal(environment.term.as_deref())),
    }
}

/// Whether what is written for people has to be ASCII.
fn is_plain(look: &Look, (environment, settings): Here<'_>) -> bool {
    look.ascii || !environment.utf8() || settings.config.glyphs == Some(Glyphs::Ascii)
}

/// What the reader of the arguments says: help and version on standard output, mistakes on standard error. It quotes
/// what was typed, so each line passes the scrub like any text from outside.
pub fn say_usage(text: &str, mistake: bool, plain: bool) -> u8 {
    let lines: String = text.lines().map(|line| format!("{}\n", lang::scrub::scrub(line.trim_end()))).collect();
    let lines = if mistake { format!("{}\n", commands::in_short_lines(&lines)) } else { lines };
    let lines = if plain { lang::ascii::text(&lines) } else { lines };
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

/// How much of a person is shown.
fn privacy(look: &Look, may: Capabilities) -> Privacy {
    match may.allow(Capability::Reveal) {
        true => Privacy::revealed(look.reveal),
        false => Privacy::Locked,
    }
}

/// Whether no filter may find out a person's numbers.
fn closed(may: Capabilities) -> bool {
    !may.allow(Capability::Reveal)
}

/// The source that a command line names; a guest's leads out of its folder by no link.
fn named(path: Option<&PathBuf>, may: Capabilities) -> Source {
    match Source::named(path) {
        Source::File(path) if !may.allow(Capability::Open) => Source::Within(path),
        source => source,
    }
}

/// How it is read.
fn how(args: &Dashboard, may: Capabilities, settings: &Settings, lang: Lang) -> How {
    let soon = settings.config.ends_soon.unwrap_or(SOON);
    How { closed: closed(may), soon, ..How::open(args.most.max_size, lang) }
}

/// Opens the dashboard; `present` is how it begins with slides, if it does.
fn dashboard(
    (args, look): (&Dashboard, &Look),
    present: Option<Opening>,
    may: Capabilities,
    here: Here<'_>,
    lang: Lang,
) -> Result<u8, Failure> {
    let (environment, settings) = here;
    if let Some(word) = args.roster.as_ref().filter(|path| !disk::exists(path)).and_then(|path| path.to_str())
        && let Some(meant) = args::meant(word)
    {
        return Err(Failure::Usage(args::no_command(word, meant, lang)));
    }
    let dumb = matches!(environment.term.as_deref(), None | Some("" | "dumb"));
    let source = named(args.roster.as_ref(), may);
    let keys = io::stdin().is_terminal() || (source == Source::Stdin && tui::screen::keyboard().is_ok());
    let how = how(args, may, settings, lang);
    let no_screen = dumb || !io::stdout().is_terminal() || !keys;
    if no_screen && !may.allow(Capability::Command) {
        // Whoever comes without a terminal (`ssh -T`, scp, a script) gets the figures.
        return to_stdout(is_plain(look, here), |out| {
            let status = Status::of(args);
            commands::status::run(&status, status.view.filter.as_deref(), (&source, how), out)
        });
    }
    if no_screen && present.is_none() && !list(&source) {
        return dialogue((args, look), false, may, here, lang);
    }
    let notes = args.notes.as_ref().map(|notes| commands::notes(notes, may, lang)).transpose()?;
    if no_screen {
        return Err(commands::no_screen(present.is_some(), lang));
    }
    let name = lang::scrub::scrub(&source.name()).into_owned();
    let since = args.since.since.as_ref().map(|since| named(Some(since), may));
    let may = if since.is_some() { may.with(Capability::Compare) } else { may };
    if since == Some(Source::Stdin) && source == Source::Stdin {
        return Err(commands::one_stdin(lang));
    }
    let file = environment.views();
    let views = commands::views(file.as_deref(), lang);
    let view = args.view.view.as_ref().map(|name| commands::saved_view(name, &views, lang)).transpose()?.cloned();
    let (theme, told) = theme_of_terminal(theme(look, here), environment, lang);
    let first = settings.first(lang).or(told);
    let greeted = first.is_none() && present.is_none();
    let app = App::new(Start {
        lang,
        theme,
        glyphs: glyphs(look, here),
        clipboard: takes_texts(environment.term.as_deref()),
        first,
        bindings: settings.bindings,
        privacy: privacy(look, may),
        may,
        has_mouse: tui::screen::has_mouse(environment.term.as_deref()),
        mouse: settings.config.mouse.unwrap_or(true),
        first_time: commands::config::is_first_time(environment),
        source: name,
        again: source != Source::Stdin,
        file: match &source {
            Source::File(path) | Source::Within(path) => Some(path.clone()),
            Source::Demo | Source::Stdin => None,
        },
        folder: environment.folder.clone(),
        home: environment.home.clone(),
        since,
        notes: notes.unwrap_or_default(),
        present,
        filter: commands::both_filters(view.as_ref(), args.view.filter.as_deref()),
        view,
        views,
        // What is built in does not change.
        unwatched: source == Source::Stdin || args.no_watch && source != Source::Demo,
        ..Start::default()
    });
    let watched = match &source {
        Source::File(path) | Source::Within(path) if !list(&source) => Some(path.clone()),
        _ => None,
    };
    let load = match (list(&source), &args.program) {
        (false, None) => load::loader(source, how),
        (true, program) => load::list_loader(source, program.as_ref().map(|path| Source::named(Some(path))), how),
        (false, Some(_)) => return Err(Failure::Usage(lang.say(&lang::words::import::PROGRAM_OF_LIST).to_owned())),
    };
    let hands = Hands { load, older: load::reader(how), home: environment.home.clone(), how };
    let terminal = tui::Terminal {
        regions: tui::frames::has_regions(environment.term.as_deref()),
        between: Between::of(environment.term.as_deref(), environment.tmux, environment.screen),
        watch: if args.no_watch { Watch::Never } else { Watch::File(watched) },
        patience: (!may.allow(Capability::Linger)).then_some(IDLE),
    };
    let ended = tui::run(app, hands, file, terminal);
    let seen = greeted && matches!(ended, Ok(tui::End::Quit | tui::End::Signal(_)));
    commands::config::remember(environment, seen);
    match ended {
        Ok(tui::End::Quit) => Ok(0),
        Ok(tui::End::Signal(signal)) => tui::screen::signals::die(signal),
        Ok(tui::End::Failed(why)) => Err(Failure::Input(why)),
        Ok(tui::End::Misused(why)) => Err(Failure::Usage(why)),
        Ok(tui::End::Idle) => {
            commands::narrate(&lang.fill(&lang::errors::IDLE, &[&(IDLE.as_secs() / 60).to_string()]));
            Ok(0)
        }
        Ok(tui::End::Unable(error)) => {
            Err(Failure::Refused(lang.fill(&lang::errors::CANNOT_START, &[&lang.system(&error)])))
        }
        Err(error) => Err(Failure::Output(error)),
    }
}

/// The same in lines. `asked` is whether that was asked for: else it is what a terminal without a screen gets, or a pipe.
fn dialogue(
    (args, look): (&Dashboard, &Look),
    asked: bool,
    may: Capabilities,
    here: Here<'_>,
    lang: Lang,
) -> Result<u8, Failure> {
    let (environment, settings) = here;
    settings.tell(lang);
    let source = named(args.roster.as_ref(), may);
    if list(&source) {
        return Err(commands::no_screen(false, lang));
    }
    let [typed, seen] = [io::stdin().is_terminal(), io::stdout().is_terminal()];
    // What comes by standard input is the roster; and who sees no answer writes no line.
    let takes = source != Source::Stdin && (asked || !typed || seen);
    if asked && source == Source::Stdin {
        return Err(Failure::Usage(lang.say(&lang::words::plain::BOTH_FROM_INPUT).to_owned()));
    }
    let since = args.since.since.as_ref().map(|since| named(Some(since), may));
    let views = environment.views();
    let begun = commands::plain::Beginning {
        may: if since.is_some() { may.with(Capability::Compare) } else { may },
        source,
        since,
        how: how(args, may, settings, lang),
        privacy: privacy(look, may),
        filter: commands::filter_text(&args.view, views.as_deref(), lang)?,
        views: views.as_deref(),
        ascii: is_plain(look, here),
        asks: typed && takes,
    };
    to_stdout(false, |out| match takes {
        true => commands::plain::run(begun, &mut io::stdin().lock(), out),
        false => commands::plain::run(begun, &mut io::empty(), out),
    })
}

/// So long a guest may leave the dashboard alone: a session that nobody looks at any more keeps a place of those there are.
const IDLE: Duration = Duration::from_secs(15 * 60);

/// Whether a source is an office's list, by its name: what it really is, reading it tells.
fn list(source: &Source) -> bool {
    let Source::File(path) = source else { return false };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| import::ENDINGS.contains(&ending.as_str()))
}

/// An internal error leaves the terminal as it was and says in one line where it happened: no payload, which may quote
/// a person's data, and no colours.
pub fn install_panic_hook(may: Capabilities) {
    let installed = color_eyre::config::HookBuilder::blank().display_env_section(false).install();
    debug_assert!(installed.is_ok(), "the hook is installed once, at start");
    std::panic::set_hook(Box::new(move |panic| {
        tui::screen::give_back_for_good();
        fault::strike("hook");
        disk::remove_unfinished();
        let _ = writeln!(io::stderr(), "{}", internal_error(may, panic.location()));
        std::process::exit(101);
    }));
}

/// What is said of an internal error. A guest learns nothing of how it is made.
fn internal_error(may: Capabilities, at: Option<&Location>) -> String {
    let at = at.filter(|_| may.allow(Capability::Command));
    let place = at.map_or(String::new(), |at| format!(" at {}:{}", at.file(), at.line()));
    format!("lindungi {}: internal error{place}; please report this line", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A guest's environment is not looked at, so no fault can be put in where he is: what he would be told stands here.
    #[test]
    fn case_91_an_internal_error_tells_a_guest_that_there_was_one_and_nothing_else() {
        let at = Some(Location::caller());
        assert!(internal_error(Capabilities::ALL, at).contains("internal error at src/lib.rs:"));
        let said = format!("lindungi {}: internal error; please report this line", env!("CARGO_PKG_VERSION"));
        assert_eq!(internal_error(Capabilities::GUEST, at), said);
    }
}

//! One file a subcommand; each writes to a `&mut dyn Write` and answers with how it ended.

pub mod check;
pub mod completions;
pub mod config;
pub mod demo;
pub mod diff;
mod document;
pub mod export;
pub mod import;
pub mod man;
pub mod plain;
pub mod plan;
mod plainly;
mod progress;
pub mod report;
pub mod schema;
pub mod snapshot;
pub mod status;

use crate::args;
use crate::capabilities::{Capabilities, Capability};
use crate::check::Audited;
use crate::disk::{self, MaxSize, Source};
use crate::lang::ascii;
use crate::lang::measure::fit;
use crate::lang::scrub::scrub;
use crate::lang::words::{self, command};
use crate::lang::{Lang, errors};
use crate::load::{self, How};
use crate::notes::Notes;
use crate::roster::Roster;
use crate::roster::filter::Filter;
use crate::roster::query;
use crate::sheet::{self, Format};
use crate::views::{View, Views};
use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// How a command ended.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line is wrong: exit 2.
    Usage(String),
    /// The input cannot be read: exit 3.
    Input(String),
    /// A file is not written, and this is why: exit 4.
    Refused(String),
    /// The output cannot be written: exit 4, or 141 where nobody reads it any more.
    Output(io::Error),
}

impl Failure {
    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Usage(_) => 2,
            Failure::Input(_) => 3,
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 141,
            Failure::Output(_) | Failure::Refused(_) => 4,
        }
    }

    /// What standard error says; nothing where a pipe was closed on purpose.
    pub fn message(&self, lang: Lang) -> Option<String> {
        match self {
            Failure::Usage(text) | Failure::Input(text) | Failure::Refused(text) => Some(text.clone()),
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            Failure::Output(error) => Some(lang.fill(&errors::CANNOT_WRITE, &[&lang.system(error)])),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

/// Reads and audits a roster.
pub(crate) fn load(source: &Source, most: MaxSize, lang: Lang) -> Result<Audited, Failure> {
    load_as(source, How::open(most, lang))
}

/// The same, as it is to be read.
pub(crate) fn load_as(source: &Source, how: How) -> Result<Audited, Failure> {
    let lang = how.lang;
    let roster = load::load(source, how).map_err(Failure::Input)?;
    if roster.trailing_bytes {
        narrate(&lang.fill(&errors::TRAILING_BYTES, &[&scrub(&source.name())]));
    }
    Ok(roster)
}

/// Whether standard error takes ASCII alone: of the process, as that is.
static PLAIN: AtomicBool = AtomicBool::new(false);

/// What is said on standard error from here on is ASCII, or is not.
pub(crate) fn narrate_in_ascii(plain: bool) {
    PLAIN.store(plain, Ordering::Relaxed);
}

/// Says something on standard error, so that data stays data. A closed one is no reason to stop.
pub(crate) fn narrate(text: &str) {
    let _ = writeln!(io::stderr(), "lindungi: {}", as_narrated(&in_short_lines(text)));
}

/// A text as standard error takes it.
pub(crate) fn as_narrated(text: &str) -> Cow<'_, str> {
    match PLAIN.load(Ordering::Relaxed) {
        true => ascii::text(text).into(),
        false => text.into(),
    }
}

/// What was typed may be as long as a file: of each line so much is said that even a path in many folders is whole.
pub(crate) fn in_short_lines(text: &str) -> String {
    const COLUMNS: usize = 1_000;
    text.lines().map(|line| fit(line, COLUMNS)).collect::<Vec<_>>().join("\n")
}

/// Nothing can be drawn where it is asked for: what says the same there, for slides and for the preview of a list.
pub(crate) fn no_screen(slides: bool, lang: Lang) -> Failure {
    let phrase = if slides { &errors::SLIDES_NEED_SCREEN } else { &errors::LIST_NEEDS_SCREEN };
    Failure::Usage(lang.say(phrase).to_owned())
}

/// Both rosters are to come from standard input.
pub(crate) fn one_stdin(lang: Lang) -> Failure {
    Failure::Usage(lang.say(&errors::ONE_STDIN).to_owned())
}

/// Reads a filter from the command line: the mistake, the text, and a caret under its column.
pub(crate) fn filter(text: &str, roster: &Roster, lang: Lang) -> Result<Filter, Failure> {
    let filter = query::parse(text, roster).map_err(|error| Failure::Usage(lang.query_mistake(text, &error)))?;
    say_meant(&filter, roster, lang);
    Ok(filter)
}

/// Says on standard error what the bare words of a filter were probably meant to be.
pub(crate) fn say_meant(filter: &Filter, roster: &Roster, lang: Lang) {
    if let Some(said) = lang.meant(&query::meant(filter, roster)) {
        narrate(&said);
    }
}

/// Whether so many rows find room in a form of table; told before any is written.
pub(crate) fn fits(format: Format, rows: usize, lang: Lang) -> Result<(), Failure> {
    sheet::too_many(lang, format, rows).map_or(Ok(()), |why| Err(Failure::Refused(why)))
}

/// That texts were longer than a cell of a workbook takes, if any were.
pub(crate) fn say_cut(cut: u64, lang: Lang) {
    if cut > 0 {
        narrate(&lang.fill(&words::export::CUT, &[&lang.count(cut)]));
    }
}

/// That a file is not written, and why; where it is there already, how to write it all the same.
pub(crate) fn cannot_write(lang: Lang, path: &Path, error: &io::Error) -> Failure {
    let why = lang.cannot_write(&path.to_string_lossy(), error);
    let may_force = error.kind() == io::ErrorKind::AlreadyExists;
    Failure::Refused(if may_force { why + lang.say(&command::OR_FORCE) } else { why })
}

/// The program never writes to the roster that it shows.
pub(crate) fn refuse_itself(source: &Source, path: &Path, lang: Lang) -> Result<(), Failure> {
    match source {
        Source::File(own) if disk::is_same_file(own, path) => {
            Err(Failure::Refused(lang.fill(&command::ITSELF, &[&scrub(&path.to_string_lossy())])))
        }
        _ => Ok(()),
    }
}

/// No command writes over what else it reads: an older roster, notes, an office's list. `--force` is not meant for these.
pub(crate) fn refuse_read<'a>(
    read: impl IntoIterator<Item = &'a Path>,
    path: &Path,
    lang: Lang,
) -> Result<(), Failure> {
    match read.into_iter().any(|read| disk::is_same_file(read, path)) {
        true => Err(Failure::Refused(lang.fill(&command::READ_HERE, &[&scrub(&path.to_string_lossy())]))),
        false => Ok(()),
    }
}

/// The saved views, or why they cannot be read.
pub(crate) fn views(path: Option<&Path>, lang: Lang) -> Result<Views, String> {
    let Some(path) = path else { return Ok(Views::default()) };
    let name = path.to_string_lossy();
    match disk::settings_text(path) {
        Ok(None) => Ok(Views::default()),
        Ok(Some(text)) => Views::read(&text).map_err(|error| error.words(lang, &name)),
        Err(error) => Err(lang.cannot_open(&name, &error)),
    }
}

/// The next steps that the command line names.
pub(crate) fn notes(path: &Path, may: Capabilities, lang: Lang) -> Result<Notes, Failure> {
    let name = path.to_string_lossy();
    let text = disk::notes_text(path, !may.allow(Capability::Open));
    let no_steps = || Failure::Input(lang.fill(&errors::NO_STEPS, &[&scrub(&name)]));
    let text = text.map_err(|error| match error.kind() {
        // A roster, a workbook: nothing of it is damaged, and it is no list of steps.
        io::ErrorKind::InvalidData => no_steps(),
        _ => Failure::Input(lang.cannot_open(&name, &error)),
    })?;
    Notes::read(&text).ok_or_else(no_steps)
}

/// The saved view that the command line names.
pub(crate) fn saved_view<'a>(name: &str, views: &'a Result<Views, String>, lang: Lang) -> Result<&'a View, Failure> {
    let views = views.as_ref().map_err(|why| Failure::Input(why.clone()))?;
    views.get(name).ok_or_else(|| Failure::Usage(views.unknown(lang, name)))
}

/// The filter of a saved view, that of `--filter`, or both at once.
pub(crate) fn both_filters(saved: Option<&View>, given: Option<&str>) -> Option<String> {
    let saved = saved.map(|view| view.filter.as_str()).filter(|text| !text.is_empty());
    match (saved, given) {
        (Some(saved), Some(given)) if !given.trim().is_empty() => Some(format!("({saved}) ({given})")),
        (saved, given) => saved.or(given).map(str::to_owned),
    }
}

/// The filter that the command line asks for. The saved views are read only where it names one.
pub(crate) fn filter_text(view: &args::View, path: Option<&Path>, lang: Lang) -> Result<Option<String>, Failure> {
    let Some(name) = &view.view else { return Ok(view.filter.clone()) };
    Ok(both_filters(Some(saved_view(name, &views(path, lang), lang)?), view.filter.as_deref()))
}

//! One file a subcommand; each writes to a `&mut dyn Write` and answers with how it ended.

pub mod demo;
pub mod diff;
mod document;
pub mod export;
pub mod plan;
pub mod status;

use crate::args;
use crate::check::{self, Audited};
use crate::disk::{self, Format, OpenError, Source};
use crate::lang::scrub::scrub;
use crate::lang::{Lang, Phrase};
use crate::roster::Roster;
use crate::roster::filter::Filter;
use crate::roster::json::{self, Progress};
use crate::roster::query;
use crate::roster::rows::Row;
use crate::roster::worker::Status;
use crate::tui::msg::Loading;
use crate::tui::work::{Loader, Reader};
use crate::views::{self, Views};
use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// How a command ended.
#[derive(Debug)]
pub enum Failure {
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
            Failure::Output(error) => {
                let phrase = Phrase { en: "cannot write: {0}", id: "tidak dapat menulis: {0}" };
                Some(lang.fill(&phrase, &[&lang.system(error.kind())]))
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

/// Reads and audits a roster.
pub fn load(source: &Source, lang: Lang, watch: &mut dyn FnMut(&Progress<'_>)) -> Result<Audited, Failure> {
    let name = source.name();
    let mut opened = source.open().map_err(|error| Failure::Input(open_error(lang, &name, &error)))?;
    let read = json::read(&mut opened.input, watch);
    read.map(check::audit).map_err(|error| Failure::Input(lang.load_error(&name, &error)))
}

/// Why a source cannot be opened, and how to mend it.
pub fn open_error(lang: Lang, name: &str, error: &OpenError) -> String {
    let name = scrub(name);
    let looks = |en: &'static str, id: &'static str, todo: &Phrase| {
        let what = lang.say(&Phrase { en, id });
        let phrase = Phrase { en: "{0}: looks like {1}, not JSON", id: "{0}: tampak seperti {1}, bukan JSON" };
        format!("{}\n{}", lang.fill(&phrase, &[&name, what]), lang.say(todo))
    };
    let rename = Phrase {
        en: "Name it as what it is (.json.gz, .json.zst), then it is read.",
        id: "Beri nama sesuai isinya (.json.gz, .json.zst), lalu dapat dibaca.",
    };
    let export = Phrase {
        en: "A roster is JSON of format lindungi/roster/1; `lindungi demo` writes an example.",
        id: "Daftar adalah JSON berformat lindungi/roster/1; `lindungi demo` menulis contohnya.",
    };
    let import = Phrase {
        en: "It is probably a spreadsheet; use import to make a roster of it.",
        id: "Mungkin ini lembar sebar; gunakan import untuk menjadikannya daftar.",
    };
    match error {
        OpenError::Io(error) if error.kind() == io::ErrorKind::NotFound => {
            let phrase = Phrase { en: "{0}: no such file", id: "{0}: berkas tidak ada" };
            let todo = Phrase {
                en: "Check the name; `lindungi --help` shows the usage.",
                id: "Periksa namanya; `lindungi --help` menampilkan cara pakai.",
            };
            format!("{}\n{}", lang.fill(&phrase, &[&name]), lang.say(&todo))
        }
        OpenError::Io(error) => {
            let phrase = Phrase { en: "{0}: cannot be read ({1})", id: "{0}: tidak dapat dibaca ({1})" };
            let todo = Phrase { en: "Check the file and its permissions.", id: "Periksa berkas dan izinnya." };
            format!("{}\n{}", lang.fill(&phrase, &[&name, &lang.system(error.kind())]), lang.say(&todo))
        }
        OpenError::Directory => {
            let phrase = Phrase { en: "{0}: is a directory", id: "{0}: adalah direktori" };
            let todo = Phrase { en: "Name the roster file in it.", id: "Sebutkan berkas daftar di dalamnya." };
            format!("{}\n{}", lang.fill(&phrase, &[&name]), lang.say(&todo))
        }
        OpenError::LooksLike(Format::Zip) => looks("a ZIP archive", "arsip ZIP", &import),
        OpenError::LooksLike(Format::Xls) => looks("an old Excel workbook", "buku kerja Excel lama", &import),
        OpenError::LooksLike(Format::Pdf) => looks("a PDF", "PDF", &export),
        OpenError::LooksLike(Format::Gzip) => looks("gzip", "gzip", &rename),
        OpenError::LooksLike(Format::Zstd) => looks("zstandard", "zstandard", &rename),
    }
}

/// Both rosters are to come from standard input.
pub fn one_stdin(lang: Lang) -> Failure {
    let phrase = Phrase {
        en: "standard input can be only one of the two rosters",
        id: "masukan standar hanya dapat menjadi salah satu dari kedua daftar",
    };
    Failure::Usage(lang.say(&phrase).to_owned())
}

/// Reads a filter from the command line: the mistake, the text, and a caret under its column.
pub fn filter(text: &str, roster: &Roster, lang: Lang) -> Result<Filter, Failure> {
    query::parse(text, roster).map_err(|error| Failure::Usage(lang.query_mistake(text, &error)))
}

/// The saved view that the command line names.
pub fn saved_view(view: &args::View, lang: Lang) -> Result<Option<views::View>, Failure> {
    let Some(name) = &view.view else { return Ok(None) };
    let views = match disk::views_text() {
        None => Views::default(),
        Some(text) => Views::read(&text).map_err(|error| {
            let file = disk::views_path().map_or(String::new(), |path| path.to_string_lossy().into_owned());
            Failure::Input(error.words(lang, &file))
        })?,
    };
    views.get(name).cloned().map(Some).ok_or_else(|| Failure::Usage(views.unknown(lang, name)))
}

/// The filter that the command line asks for: that of a saved view, that of `--filter`, or both at once.
pub fn filter_text(view: &args::View, lang: Lang) -> Result<Option<String>, Failure> {
    let saved = saved_view(view, lang)?.map(|view| view.filter).filter(|text| !text.is_empty());
    Ok(match (saved, view.filter.clone()) {
        (Some(saved), Some(given)) if !given.trim().is_empty() => Some(format!("({saved}) ({given})")),
        (saved, given) => saved.or(given),
    })
}

/// How the dashboard's worker thread reads the roster.
pub fn loader(source: Source, lang: Lang) -> Loader {
    Box::new(move |tell| {
        let name = source.name();
        let mut opened = source.open().map_err(|error| open_error(lang, &name, &error))?;
        let (size, read) = (opened.size, Arc::clone(&opened.read));
        let mut loading = Loading { source: file_name(&name), ..Loading::default() };
        let mut told = Instant::now();
        let mut counted: Row = 0;
        let watch = &mut |progress: &Progress<'_>| {
            if told.elapsed() < TELL {
                return;
            }
            told = Instant::now();
            count_on(&mut loading, progress, &mut counted);
            loading.bytes = (read.load(Ordering::Relaxed), size);
            tell(loading.clone());
        };
        json::read(&mut opened.input, watch).map(check::audit).map_err(|error| lang.load_error(&name, &error))
    })
}

/// How it reads older rosters.
pub fn reader(lang: Lang) -> Reader {
    Box::new(move |source| load(source, lang, &mut |_| ()).map_err(|failure| failure.message(lang).unwrap_or_default()))
}

/// Often enough to see it move, seldom enough for a slow link.
const TELL: Duration = Duration::from_millis(100);

/// The last part of a path, scrubbed.
fn file_name(path: &str) -> String {
    scrub(path.rsplit('/').next().unwrap_or(path)).into_owned()
}

/// Counts the workers that have come since the last time.
fn count_on(loading: &mut Loading, progress: &Progress<'_>, counted: &mut Row) {
    loading.program = progress.program.map(|program| (program.clone(), progress.synthetic));
    loading.workers = progress.workers.len() as u64;
    loading.set_aside = progress.set_aside as u64;
    if loading.groups.is_empty() && !progress.groups.is_empty() {
        loading.groups = progress.groups.iter().map(|group| (group.clone(), [0; 3])).collect();
        *counted = 0;
    }
    let places: HashMap<String, usize> =
        loading.groups.iter().enumerate().map(|(place, (group, _))| (group.id.clone(), place)).collect();
    for row in *counted..progress.workers.len() as Row {
        let status = match progress.workers.status(row) {
            Status::Proposed => 0,
            Status::Verified => 1,
            Status::Active => 2,
            Status::Inactive | Status::Rejected => continue,
        };
        let place = places.get(progress.workers.occupation(row)).copied();
        if let Some((_, counts)) = place.and_then(|place| loading.groups.get_mut(place)) {
            counts[status] += 1;
        }
    }
    *counted = progress.workers.len() as Row;
}

//! A reading: open, parse, audit, with progress, on whatever thread. It knows no screen.

use crate::check::{self, Audited};
use crate::demo;
use crate::disk::{Format, Input, OpenError, Source};
use crate::lang::scrub::scrub;
use crate::lang::{Lang, errors};
use crate::roster::Roster;
use crate::roster::json::{self, Progress};
use crate::roster::program::{Group, Program};
use crate::roster::rows::Row;
use crate::roster::worker::Status;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Reads a roster, at start and whenever it is to be read again: tells of its progress, then hands over the roster or
/// the reason.
pub type Loader = Box<dyn FnMut(&mut dyn FnMut(Loading)) -> Result<Audited, String> + Send>;

/// Reads an older roster; or why it cannot be read.
pub type Reader = Box<dyn FnMut(&Source) -> Result<Audited, String> + Send>;

/// Bytes read so far, and of how many if that is known.
pub type Bytes = (u64, Option<u64>);

/// What is known of a roster while it is read.
#[derive(Clone, Debug, Default)]
pub struct Loading {
    /// What is read.
    pub source: String,
    /// Programme, date and whether the data is invented, once known.
    pub program: Option<(Program, bool)>,
    /// Groups with their names, targets, and workers proposed, verified and active in the file so far.
    pub groups: Vec<(Group, [u64; 3])>,
    /// Workers so far.
    pub workers: u64,
    /// Rows set aside so far.
    pub set_aside: u64,
    /// Bytes of the file so far, and of how many.
    pub bytes: Bytes,
}

/// Reads and audits a roster; or why it cannot be read, and how to mend it.
pub(crate) fn load(
    source: &Source,
    lang: Lang,
    watch: &mut dyn FnMut(&Progress<'_>, Bytes),
) -> Result<Audited, String> {
    let name = source.name();
    let Some(mut opened) = source.open().map_err(|error| unopened(lang, &name, &error))? else {
        let made = demo::roster(&demo::Options::default());
        return made.map(check::audit).ok_or_else(|| lang.cannot_open(&name, ErrorKind::OutOfMemory));
    };
    let (size, bytes, trailing) = (opened.size, Arc::clone(&opened.read), Arc::clone(&opened.trailing));
    let watch = &mut |progress: &Progress<'_>| watch(progress, (bytes.load(Ordering::Relaxed), size));
    let read = match &mut opened.input {
        Input::Stream(input) => json::read(input, watch),
        Input::File(file) => json::read_at(file, watch),
    };
    let audited = |mut roster: Roster| {
        roster.trailing_bytes = trailing.load(Ordering::Relaxed);
        check::audit(roster)
    };
    read.map(audited).map_err(|error| lang.load_error(&name, &error))
}

/// What reads one source again and again.
pub(crate) fn loader(source: Source, lang: Lang) -> Loader {
    Box::new(move |tell| {
        let mut loading = Loading { source: file_name(&source.name()), ..Loading::default() };
        let mut told = Instant::now();
        let mut counted: Row = 0;
        load(&source, lang, &mut |progress, bytes| {
            if told.elapsed() >= TELL {
                told = Instant::now();
                count_on(&mut loading, progress, &mut counted);
                loading.bytes = bytes;
                tell(loading.clone());
            }
        })
    })
}

/// What reads other sources.
pub(crate) fn reader(lang: Lang) -> Reader {
    Box::new(move |source| load(source, lang, &mut |_, _| ()))
}

/// Why a source cannot be opened.
fn unopened(lang: Lang, name: &str, error: &OpenError) -> String {
    match error {
        OpenError::Io(error) => lang.cannot_open(name, error.kind()),
        OpenError::Directory => lang.is_directory(name),
        OpenError::LooksLike(format) => {
            let (what, todo) = match format {
                Format::Zip => (&errors::ZIP, &errors::TO_UNPACK),
                Format::Xz => (&errors::XZ, &errors::TO_UNPACK),
                Format::Bzip2 => (&errors::BZIP2, &errors::TO_UNPACK),
                Format::SevenZip => (&errors::SEVEN_ZIP, &errors::TO_UNPACK),
                Format::Rar => (&errors::RAR, &errors::TO_UNPACK),
                Format::Xlsx => (&errors::XLSX, &errors::TO_CONVERT),
                Format::Ods => (&errors::ODS, &errors::TO_CONVERT),
                Format::Xls => (&errors::XLS, &errors::TO_CONVERT),
                Format::Sqlite => (&errors::SQLITE, &errors::TO_CONVERT),
                Format::Pdf => (&errors::PDF, &errors::TO_WRITE_JSON),
                Format::Image => (&errors::IMAGE, &errors::TO_WRITE_JSON),
                Format::Gzip => (&errors::GZIP, &errors::TO_RENAME),
                Format::Zstd => (&errors::ZSTD, &errors::TO_RENAME),
            };
            lang.looks_like(name, what, todo)
        }
    }
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

//! The only place that opens files: rosters in (plain, gzip, zstandard, standard input) and what is
//! written out. What the bytes mean is told elsewhere.

mod beside;
mod format;
mod keyboard;
mod look;
mod packed;
mod regular;
mod settings;
mod size;
mod unfinished;
mod whole;

pub(crate) use format::Format;
pub(crate) use keyboard::{Keyboard, keyboard};
pub(crate) use look::{Look, look};
pub(crate) use regular::Irregular;
pub(crate) use settings::{change_views, notes_text, settings_bytes, settings_text, templates};
pub use size::MaxSize;
pub(crate) use unfinished::{ENDING, leave_signals_alone, remove as remove_unfinished};
pub(crate) use whole::{is_no_dash, write_all, write_whole};

use crate::roster::calendar::Day;
use crate::roster::json::ReadAt;
use crate::sheet::read::Bytes;
use format::{START, format_of};
use packed::{Packing, Unpacked};
use regular::{open_regular, open_within};
use signal_hook::consts::SIGXFSZ;
use std::fs::{DirBuilder, File};
use std::io::{self, IsTerminal, Read};
use std::os::unix::fs::{DirBuilderExt, FileExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// From now on a file that may grow no more (`ulimit -f`) is an error that is said, like a full disk: the system's usual
/// answer is the death of the process in the midst of the write.
pub fn say_limits() {
    // Where the system has no such signal there is nothing to be done about it.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}

/// Where a roster comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// The demonstration roster, which is made and lies nowhere.
    Demo,
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// A file that is read only if it lies in the folder that its path names: whatever takes its name leads nowhere else.
    Within(PathBuf),
}

/// An opened source.
pub(crate) struct Opened {
    /// The bytes of JSON.
    pub input: Input,
    /// Bytes of the source as they lie there, if that is known.
    pub size: Option<u64>,
    /// Bytes of them read so far.
    pub read: Arc<AtomicU64>,
    /// Whether something follows the end of what was compressed; known once all is read.
    pub trailing: Arc<AtomicBool>,
}

/// The bytes of JSON as they can be had.
pub(crate) enum Input {
    /// One after the other.
    Stream(Box<dyn Read + Send>),
    /// At any place.
    File(Whole),
}

/// A file that holds JSON as it is.
pub(crate) struct Whole {
    file: File,
    size: u64,
    read: Arc<AtomicU64>,
}

impl Whole {
    /// Its first bytes, which do not count as read.
    pub(crate) fn start(&self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read_at(buffer, 0)
    }
}

impl ReadAt for Whole {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let read = self.file.read_at(buffer, offset)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }

    fn size(&self) -> u64 {
        self.size
    }
}

/// Why a source cannot be opened as a roster.
#[derive(Debug)]
pub(crate) enum OpenError {
    /// There is no such file, or it may not be read.
    Io(io::Error),
    /// No regular file.
    Irregular(Irregular),
    /// It holds more than is read.
    TooLarge,
    /// A format that is not JSON, by its first bytes: its name, and whether `import` reads it.
    LooksLike(Format),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> OpenError {
        match error.kind() {
            io::ErrorKind::FileTooLarge => OpenError::TooLarge,
            _ => OpenError::Io(error),
        }
    }
}

impl From<OpenError> for io::Error {
    fn from(error: OpenError) -> io::Error {
        match error {
            OpenError::Io(error) => error,
            OpenError::Irregular(Irregular::Directory) => io::ErrorKind::IsADirectory.into(),
            OpenError::TooLarge => io::ErrorKind::FileTooLarge.into(),
            OpenError::Irregular(_) | OpenError::LooksLike(_) => io::ErrorKind::InvalidInput.into(),
        }
    }
}

impl Source {
    /// The source that a command line names: nothing is the demonstration roster, `-` is standard input.
    pub fn named(roster: Option<&PathBuf>) -> Source {
        match roster {
            None => Source::Demo,
            Some(path) if path.as_os_str() == "-" => Source::Stdin,
            Some(path) => Source::File(path.clone()),
        }
    }

    /// What messages call it.
    pub fn name(&self) -> String {
        match self {
            Source::Demo => "demo".to_owned(),
            Source::Stdin => "-".to_owned(),
            Source::File(path) | Source::Within(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// The same, a `~` in front being that folder.
    #[must_use]
    pub(crate) fn at_home(self, home: Option<&Path>) -> Source {
        match self {
            Source::File(path) => Source::File(at_home(&path, home)),
            other => other,
        }
    }

    /// Opens it and looks at its first bytes. A file is taken for what its name says, `.gz` and `.zst`; a stream has
    /// no name and is taken for what it is. The demonstration roster has no bytes: nothing is opened for it.
    pub(crate) fn open(&self, most: MaxSize) -> Result<Option<Opened>, OpenError> {
        let read = Arc::new(AtomicU64::new(0));
        let (raw, size, named): (Box<dyn Read + Send>, _, Option<&Path>) = match self {
            Source::Demo => return Ok(None),
            Source::Stdin => (Box::new(io::stdin()), None, None),
            Source::File(path) | Source::Within(path) => {
                let (file, about) = match self {
                    Source::Within(_) => open_within(path)?,
                    _ => open_regular(path)?,
                };
                let mut start = [0; START];
                let length = file.read_at(&mut start, 0).map_err(OpenError::Io)?;
                let start = start.get(..length).unwrap_or(&[]);
                if format_of(start).is_none() && !packed::is_skippable(start) {
                    let (size, trailing) = (about.len(), Arc::default());
                    if most.is_exceeded_by(size) {
                        return Err(OpenError::TooLarge);
                    }
                    let input = Input::File(Whole { file, size, read: Arc::clone(&read) });
                    return Ok(Some(Opened { input, size: Some(size), read, trailing }));
                }
                (Box::new(file), Some(about.len()), Some(path))
            }
        };
        let mut raw = Counted { inner: raw, read: Arc::clone(&read) };
        let mut start = Vec::with_capacity(START);
        (&mut raw).take(START as u64).read_to_end(&mut start).map_err(OpenError::Io)?;
        let format = format_of(&start).or_else(|| packed::is_skippable(&start).then_some(Format::Zstd));
        let whole = io::Cursor::new(start).chain(raw);
        let may_be = |ending: &str| named.is_none_or(|path| path.extension().is_some_and(|own| own == ending));
        let trailing = Arc::new(AtomicBool::new(false));
        let unpacked = |whole, packing| beside::beside(Box::new(Unpacked::new(whole, packing, Arc::clone(&trailing))));
        let input: Box<dyn Read + Send> = match format {
            Some(Format::Gzip) if may_be("gz") => unpacked(whole, Packing::Gzip),
            Some(Format::Zstd) if may_be("zst") => unpacked(whole, Packing::Zstd),
            Some(format) => return Err(OpenError::LooksLike(format)),
            None => Box::new(whole),
        };
        Ok(Some(Opened { input: Input::Stream(Box::new(most.of(input))), size, read, trailing }))
    }
}

impl Source {
    /// Opens an office's list, and says on which day it was written last. A stream is read to its end, since a workbook
    /// is read at any place.
    pub(crate) fn open_list(&self, most: MaxSize) -> Result<(Box<dyn Bytes>, Option<Day>), OpenError> {
        let Source::File(path) = self else {
            let mut bytes = Vec::new();
            most.min(LARGEST_STREAM).of(io::stdin()).read_to_end(&mut bytes).map_err(OpenError::from)?;
            return Ok((Box::new(io::Cursor::new(bytes)), None));
        };
        let (file, about) = open_regular(path)?;
        if most.is_exceeded_by(about.len()) {
            return Err(OpenError::TooLarge);
        }
        let written = about.modified().ok().map(|time| chrono::DateTime::<chrono::Utc>::from(time).date_naive());
        Ok((Box::new(file), written))
    }

    /// The bytes of a roster, unpacked, once more from the first.
    pub(crate) fn reader(&self, most: MaxSize) -> Result<Box<dyn Read + Send>, OpenError> {
        Ok(match self.open(most)?.map(|opened| opened.input) {
            None => Box::new(io::empty()),
            Some(Input::Stream(input)) => input,
            Some(Input::File(whole)) => Box::new(whole.file),
        })
    }

    /// The whole text of a roster, unpacked: to be written again with changes.
    pub(crate) fn text(&self, most: MaxSize) -> Result<String, OpenError> {
        let mut text = String::new();
        self.reader(most)?.read_to_string(&mut text).map_err(OpenError::from)?;
        Ok(text)
    }
}

/// The most that is kept of a list that comes as a stream.
const LARGEST_STREAM: MaxSize = MaxSize::bytes(1 << 30);

/// Makes a folder, and those that it lies in, unless they are there: what is in them is of persons, and only the owner may
/// look.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    is_no_dash(path)?;
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// A path, a `~` in front being that folder.
pub(crate) fn at_home(path: &Path, home: Option<&Path>) -> PathBuf {
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// What the name of a file may become, in the order of names; a folder ends in `/`. Hidden files are there for whoever
/// types their dot. A folder that cannot be read has nothing to offer.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn paths(typed: &str, home: Option<&Path>) -> Vec<String> {
    const MOST: usize = 500;
    if typed == "~" {
        return home.iter().map(|_| "~/".to_owned()).collect();
    }
    let (folder, begun) = typed.rsplit_once('/').map_or(("", typed), |(folder, begun)| (folder, begun));
    let front = if typed.contains('/') { format!("{folder}/") } else { String::new() };
    let place = if front.is_empty() { Path::new(".") } else { Path::new(&front) };
    let Ok(entries) = std::fs::read_dir(at_home(place, home)) else { return Vec::new() };
    let named = |entry: io::Result<std::fs::DirEntry>| {
        let entry = entry.ok()?;
        let name = entry.file_name().into_string().ok().filter(|name| !name.contains(char::is_control))?;
        let wanted = name.starts_with(begun) && (begun.starts_with('.') || !name.starts_with('.'));
        let end = if entry.path().is_dir() { "/" } else { "" };
        wanted.then(|| format!("{front}{name}{end}"))
    };
    let mut names: Vec<String> = entries.filter_map(named).take(MOST).collect();
    names.sort();
    names
}

/// Whether two paths are one file.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Whether there is something of that name.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether there is a folder of that name, or a link to one.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether standard error is a terminal: only there progress is told.
pub(crate) fn is_terminal_err() -> bool {
    io::stderr().is_terminal()
}

/// Whether standard output is a terminal.
pub(crate) fn is_terminal_out() -> bool {
    io::stdout().is_terminal()
}

/// The columns of the terminal that standard output is.
pub(crate) fn columns_out() -> Option<u16> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    (size.ws_col > 0).then_some(size.ws_col)
}

/// Counts what passes, for the progress bar of a compressed file.
struct Counted {
    inner: Box<dyn Read + Send>,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

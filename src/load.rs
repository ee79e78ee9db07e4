//! A reading: open, parse, audit, with progress, on whatever thread. It knows no screen.

mod head;

use crate::check::{self, Audited};
use crate::demo;
use crate::disk::{Format, Input, Irregular, MaxSize, OpenError, Source};
use crate::import::{self, Base, Draft, Wish, template};
use crate::lang::scrub::scrub;
use crate::lang::{Lang, errors};
use crate::roster::json::{self, LoadErrorKind, Progress};
use crate::roster::program::{Group, Program};
use crate::roster::room;
use crate::roster::rows::Row;
use crate::roster::store::Store;
use crate::roster::worker::Status;
use crate::roster::{Roster, SOON};
use crate::sheet::read::{Book, Form, Unreadable};
use head::Head;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::PathBuf;
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
    /// The first workers.
    pub head: Option<Arc<Roster>>,
    /// Workers so far.
    pub workers: u64,
    /// Rows set aside so far.
    pub set_aside: u64,
    /// Bytes of the file so far, and of how many.
    pub bytes: Bytes,
    /// How long it has taken so far.
    pub took: Duration,
    /// Whether all is read, and is being audited and counted.
    pub counting: bool,
    /// What was read is an office's list, and this is to be told of it.
    pub list: Option<Arc<Draft>>,
}

impl Loading {
    /// How long the reading will take in all, by its pace so far; `None` where nobody knows how much there is.
    pub fn lasts(&self) -> Option<Duration> {
        let (read, size) = (self.bytes.0, self.bytes.1?);
        let micros = self.took.as_micros() * u128::from(size.max(read)) / u128::from(read).max(1);
        (read > 0).then(|| Duration::from_micros(u64::try_from(micros).unwrap_or(u64::MAX)))
    }

    /// How long it still takes; `None` where that is not known, or not well enough to be said.
    pub fn left(&self) -> Option<Duration> {
        let known = self.took >= MEANINGFUL && !self.counting;
        self.lasts().filter(|_| known).map(|lasts| lasts.saturating_sub(self.took))
    }
}

/// A pace of less time than this is one of the disk's cache.
const MEANINGFUL: Duration = Duration::from_secs(1);

/// How far a reading has come.
enum Step<'a> {
    /// So much is read.
    Reading(&'a Progress<'a>, Bytes),
    /// All of it; the audit comes next.
    Counting(&'a Roster, Bytes),
}

/// How rosters are read.
#[derive(Clone, Copy, Debug)]
pub struct How {
    /// The most that a file may hold.
    pub most: MaxSize,
    /// Whether no filter finds out a person's numbers; see [`Roster::closed`].
    pub closed: bool,
    /// The language of what is wrong with them.
    pub lang: Lang,
    /// See [`Roster::soon`].
    pub soon: u64,
}

impl How {
    /// As whoever may see everything reads them.
    pub fn open(most: MaxSize, lang: Lang) -> How {
        How { most, closed: false, lang, soon: SOON }
    }
}

/// Reads and audits a roster; or why it cannot be read, and how to mend it.
pub(crate) fn load(source: &Source, how: How) -> Result<Audited, String> {
    watched(source, how, None, &mut |_| ())
}

/// The same, watched; its first rows may be kept.
fn watched(source: &Source, how: How, head: Option<&Head>, watch: &mut dyn FnMut(Step<'_>)) -> Result<Audited, String> {
    let How { most, closed, lang, soon } = how;
    let name = source.name();
    let Some(opened) = source.open(most).map_err(|error| unopened(lang, &name, most, &error))? else {
        let made = room::is_there(room::SPARE).then(|| demo::roster(&demo::Options::default())).flatten();
        let mut made = made.ok_or_else(|| lang.cannot_open(&name, &ErrorKind::OutOfMemory.into()))?;
        (made.closed, made.soon) = (closed, soon);
        return Ok(check::audit(made));
    };
    let (size, bytes, trailing) = (opened.size, Arc::clone(&opened.read), Arc::clone(&opened.trailing));
    let so_far = || (bytes.load(Ordering::Relaxed), size);
    let watch_reading = &mut |progress: &Progress<'_>| watch(Step::Reading(progress, so_far()));
    let read = match opened.input {
        Input::Stream(input) => match head {
            Some(head) => json::read(&mut head.of(input), watch_reading),
            None => json::read(&mut { input }, watch_reading),
        },
        Input::File(file) => {
            if let Some(head) = head {
                head.keep_start(|buffer| file.start(buffer));
            }
            json::read_at(&file, watch_reading)
        }
    };
    let mut roster = read.map_err(|error| match error.kind {
        LoadErrorKind::Io(ErrorKind::FileTooLarge) => lang.too_large(&name, &most.to_string()),
        _ => lang.load_error(&name, &error),
    })?;
    (roster.closed, roster.soon) = (closed, soon);
    roster.trailing_bytes = trailing.load(Ordering::Relaxed);
    watch(Step::Counting(&roster, so_far()));
    Ok(check::audit(roster))
}

/// What reads one source again and again.
pub fn loader(source: Source, how: How) -> Loader {
    Box::new(move |tell| {
        let mut loading = Loading { source: file_name(&source.name()), ..Loading::default() };
        let (started, mut told) = (Instant::now(), None);
        let mut counted: Row = 0;
        let head = Head::default();
        watched(&source, how, Some(&head), &mut |step| {
            loading.took = started.elapsed();
            let due = |bytes: Bytes| match told {
                Some(told) => told + TELL,
                // A stream may stall behind what has come.
                None if bytes.1.is_none() => Duration::ZERO,
                None => FIRST,
            };
            match step {
                Step::Reading(progress, bytes) if loading.took >= due(bytes) => {
                    loading.program = progress.program.map(|program| (program.clone(), progress.synthetic));
                    loading.set_aside = progress.set_aside as u64;
                    loading.bytes = bytes;
                    // The first rows stay what they are, but where all so far are among them there may be more.
                    // Of a brief reading nobody sees them, and to make them would hold it up.
                    let is_brief = loading.lasts().is_some_and(|lasts| lasts <= BRIEF);
                    let may_be_more = loading.head.as_ref().is_none_or(|head| head.workers.len() >= counted as usize);
                    if may_be_more && !is_brief {
                        loading.head = head.roster().map(Arc::new).or(loading.head.take());
                    }
                    count_on(&mut loading, progress.groups, progress.workers, &mut counted);
                    loading.workers = progress.rows;
                }
                // What nobody was told of is read before anybody would look.
                Step::Counting(roster, bytes) if told.is_some() => {
                    count_on(&mut loading, &roster.groups, &roster.workers, &mut counted);
                    (loading.bytes, loading.counting) = (bytes, true);
                }
                _ => return,
            }
            told = Some(loading.took);
            tell(loading.clone());
        })
    })
}

/// What reads an office's list again and again, by its programme if that is known. A file that is named as a list and is a
/// roster is read as one.
pub fn list_loader(source: Source, program: Option<Source>, how: How) -> Loader {
    let How { most, lang, .. } = how;
    let mut otherwise: Option<Loader> = None;
    Box::new(move |tell| {
        if let Some(load) = &mut otherwise {
            return load(tell);
        }
        let name = source.name();
        let mut loading = Loading { source: file_name(&name), ..Loading::default() };
        let (bytes, written_on) = source.open_list(most).map_err(|error| unopened(lang, &name, most, &error))?;
        let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
        let mut book = match Book::open(bytes, &ending) {
            Ok(book) => book,
            Err(Unreadable::Form(Form::Json)) => return otherwise.insert(loader(source.clone(), how))(tell),
            Err(why) => return Err(import::unreadable(lang, &name, &why)),
        };
        let today = written_on.unwrap_or_default();
        let known = program.as_ref().map(|program| load(program, how)).transpose()?;
        let empty;
        let base = match &known {
            Some(roster) => &**roster,
            None => {
                let file = name.rsplit('/').next().unwrap_or(&name);
                empty = template::base(today, file.rsplit_once('.').map_or(file, |(stem, _)| stem));
                &empty
            }
        };
        let today = base.program.as_of.unwrap_or(today);
        let started = Instant::now();
        let mut told = Duration::ZERO;
        let base = Base { roster: base, today, known: None };
        let read = import::read(&mut book, &file_name(&name), base, &Wish::default(), &mut |rows| {
            (loading.workers, loading.took) = (rows as u64, started.elapsed());
            if loading.took >= told + TELL {
                told = loading.took;
                tell(loading.clone());
            }
        });
        let mut imported = read.map_err(|why| import::unreadable(lang, &name, &why))?;
        if let Some(why) = import::no_list(lang, &name, &imported.preview) {
            return Err(why);
        }
        let groups = match &known {
            Some(roster) => roster.groups.clone(),
            None => template::groups(&imported),
        };
        let mut roster = import::roster(std::mem::take(&mut imported.workers), base.roster, groups);
        roster.soon = how.soon;
        loading.list = Some(Arc::new(Draft {
            preview: imported.preview,
            refused: imported.refused,
            list: PathBuf::from(&name),
            has_programme: known.is_some(),
        }));
        tell(loading);
        Ok(check::audit(roster))
    })
}

/// What reads other sources.
pub fn reader(how: How) -> Reader {
    Box::new(move |source| load(source, how))
}

/// Why a source cannot be opened.
pub(crate) fn unopened(lang: Lang, name: &str, most: MaxSize, error: &OpenError) -> String {
    match error {
        OpenError::TooLarge => lang.too_large(name, &most.to_string()),
        OpenError::Io(error) => lang.cannot_open(name, error),
        OpenError::Irregular(what) => match what {
            Irregular::Directory => lang.is_irregular(name, &errors::DIRECTORY, &errors::TO_NAME_IN_IT),
            Irregular::Pipe => lang.is_irregular(name, &errors::PIPE, &errors::TO_PIPE),
            Irregular::Device => lang.is_irregular(name, &errors::DEVICE, &errors::TO_COPY),
            Irregular::Socket => lang.is_irregular(name, &errors::SOCKET, &errors::TO_COPY),
        },
        OpenError::LooksLike(format) => {
            let (what, todo) = match format {
                Format::Zip => (&errors::ZIP, &errors::TO_UNPACK),
                Format::Xz => (&errors::XZ, &errors::TO_UNPACK),
                Format::Bzip2 => (&errors::BZIP2, &errors::TO_UNPACK),
                Format::SevenZip => (&errors::SEVEN_ZIP, &errors::TO_UNPACK),
                Format::Rar => (&errors::RAR, &errors::TO_UNPACK),
                Format::Xlsx => (&errors::XLSX, &errors::TO_IMPORT),
                Format::Ods => (&errors::ODS, &errors::TO_IMPORT),
                Format::Xls => (&errors::XLS, &errors::TO_SAVE),
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

/// A reading whose end is in sight is waited for so long, by its own pace: a screen of what is known that stood for a
/// moment only would be a flash. That of a larger roster is shown as soon as anything is known.
pub const BRIEF: Duration = Duration::from_millis(80);

/// Nobody is told of the reading of a file that may be over by then.
const FIRST: Duration = Duration::from_millis(8);

/// Often enough to see it move, seldom enough for a slow link.
const TELL: Duration = Duration::from_millis(100);

/// The last part of a path, scrubbed.
fn file_name(path: &str) -> String {
    scrub(path.rsplit('/').next().unwrap_or(path)).into_owned()
}

/// Counts the workers that have come since the last time.
fn count_on(loading: &mut Loading, groups: &[Group], workers: &Store, counted: &mut Row) {
    loading.workers = workers.len() as u64;
    if loading.groups.is_empty() && !groups.is_empty() {
        loading.groups = groups.iter().map(|group| (group.clone(), [0; 3])).collect();
        *counted = 0;
    }
    let places: HashMap<String, usize> =
        loading.groups.iter().enumerate().map(|(place, (group, _))| (group.id.clone(), place)).collect();
    for row in *counted..workers.len() as Row {
        let status = match workers.status(row) {
            Status::Proposed => 0,
            Status::Verified => 1,
            Status::Active => 2,
            Status::Inactive | Status::Rejected => continue,
        };
        let place = places.get(workers.occupation(row)).copied();
        if let Some((_, counts)) = place.and_then(|place| loading.groups.get_mut(place)) {
            counts[status] += 1;
        }
    }
    *counted = workers.len() as Row;
}

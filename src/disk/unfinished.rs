//! Files that are being written beside their place: they hold whole numbers of people, so none may outlive us.
//!
//! A dropped value takes its file away, but a signal drops nothing. Whoever ends the process therefore takes away what
//! this list names ([`remove`]); without a dashboard a thread waits for the signal. What even that cannot do, after
//! SIGKILL or without power, the next writing into the same folder does ([`sweep`]).

use rustix::fs::{FlockOperation, flock};
use rustix::process::{Pid, getpid, test_kill_process};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU};
use signal_hook::iterator::Signals;
use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use tempfile::{Builder, NamedTempFile, TempPath};

/// Whatever ends a process and can be watched: those that people and systems send, the limit of processor time
/// (`ulimit -t`), and those that mean nothing here, since they would end it all the same. Not SIGALRM: it belongs to whoever
/// sets a timer in this process, as fuzzers do.
pub(crate) const ENDING: [i32; 7] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGXCPU, SIGUSR1, SIGUSR2];

static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Whether the process ends, and they were taken away.
static ENDS: Mutex<bool> = Mutex::new(false);

/// Done once: by the dashboard, whose signals are its own, or by the first file.
static SIGNALS: Once = Once::new();

/// What their names begin with, before the number of the process.
const FRONT: &str = ".lindungi-";
const END: &str = ".tmp";

/// One such file, until it has its name.
pub(super) struct Unfinished(Option<TempPath>);

fn held<T>(lock: &'static Mutex<T>) -> MutexGuard<'static, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

fn list() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    held(&UNFINISHED)
}

impl Unfinished {
    /// A new one in a folder, for its owner alone, and locked as long as it is open.
    pub fn create(folder: &Path) -> io::Result<(Unfinished, File)> {
        SIGNALS.call_once(watch);
        let front = format!("{FRONT}{}-", getpid().as_raw_nonzero());
        // Made while the list is held: nobody who ends the process misses it.
        let mut list = list();
        let file: NamedTempFile = Builder::new().prefix(&front).suffix(END).tempfile_in(folder)?;
        list.insert(file.path().to_owned());
        let (file, path) = file.into_parts();
        // A file system without locks tells the living by the number of the process alone.
        let _ = flock(&file, FlockOperation::NonBlockingLockExclusive);
        Ok((Unfinished(Some(path)), file))
    }

    /// Gives it its name, in the place of what is there if `force`.
    pub fn name(mut self, path: &Path, force: bool) -> io::Result<()> {
        let Some(own) = self.0.take() else { return Ok(()) };
        // Held while it is named: whoever ends the process finds either name, and never takes the new one away.
        let mut list = list();
        list.remove(&*own);
        let named = if force { own.persist(path) } else { own.persist_noclobber(path) };
        named.map_err(|error| error.error)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if let Some(own) = self.0.take() {
            list().remove(&*own);
        }
    }
}

/// Takes all of them away, since the process ends: from now on none can be begun or named.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn remove() {
    let mut ends = held(&ENDS);
    if std::mem::replace(&mut *ends, true) {
        return;
    }
    let list = list();
    for path in list.iter() {
        // What is gone already need not be taken away.
        let _ = std::fs::remove_file(path);
    }
    std::mem::forget(list);
}

/// The dashboard watches the signals by itself, and takes the files away.
pub(crate) fn leave_signals_alone() {
    SIGNALS.call_once(|| ());
}

fn watch() {
    let Ok(mut signals) = Signals::new(ENDING) else { return };
    let wait = move || {
        if let Some(signal) = signals.forever().next() {
            remove();
            let _ = signal_hook::low_level::emulate_default_handler(signal);
            std::process::exit(128 + signal);
        }
    };
    // Without a thread to be had the signals have their usual effect, and the next writing sweeps.
    let _ = thread::Builder::new().name("signals".to_owned()).spawn(wait);
}

/// Takes away what a process of ours left in a folder that was killed while it wrote. Only files of this user, of a
/// process that is no more, and that nobody holds: another machine may write into the same folder.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let is_left = |path: &Path| {
            let name = path.file_name()?.to_str()?;
            let number = name.strip_prefix(FRONT)?.strip_suffix(END)?.split('-').next()?;
            let process = Pid::from_raw(number.parse().ok()?)?;
            let about = path.symlink_metadata().ok()?;
            let ours = about.is_file() && about.uid() == rustix::process::geteuid().as_raw();
            let gone = test_kill_process(process) == Err(rustix::io::Errno::SRCH);
            (ours && gone).then(|| File::open(path).ok())?
        };
        if let Some(file) = is_left(&path)
            && flock(&file, FlockOperation::NonBlockingLockExclusive).is_ok()
        {
            let _ = std::fs::remove_file(&path);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot write fails")]
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    /// The number of a process that is no more.
    fn gone() -> u32 {
        let mut child = std::process::Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        child.id()
    }

    #[test]
    fn only_what_a_process_left_that_is_no_more_is_swept_and_only_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let name = |process: u32, end: &str| folder.path().join(format!(".lindungi-{process}-{end}.tmp"));
        let other = folder.path().join("other");
        let left = name(gone(), "file");
        let kept = [name(gone(), "link"), name(gone(), "folder"), name(std::process::id(), "own"), other.clone()];
        std::fs::write(&left, "").unwrap();
        std::fs::write(&other, "").unwrap();
        symlink(&other, &kept[0]).unwrap();
        std::fs::create_dir(&kept[1]).unwrap();
        std::fs::write(&kept[2], "").unwrap();
        // Somebody holds a file of a process that is no more: on another machine it lives.
        let held_path = name(gone(), "held");
        let held = File::create(&held_path).unwrap();
        flock(&held, FlockOperation::NonBlockingLockExclusive).unwrap();
        sweep(folder.path());
        assert!(left.symlink_metadata().is_err(), "what was left is taken away");
        for path in kept.iter().chain([&held_path]) {
            assert!(path.symlink_metadata().is_ok(), "{path:?}");
        }
        drop(held);
        sweep(folder.path());
        assert!(held_path.symlink_metadata().is_err());
    }
}

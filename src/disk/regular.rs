//! Regular files, and what else a name may lead to: nothing else is read by its name.

use super::OpenError;
use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat, openat2};
use rustix::io::Errno;
use std::fs::{File, FileType, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::Path;

/// What a name may lead to that is no regular file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Irregular {
    /// A directory.
    Directory,
    /// A pipe: a FIFO, what a shell puts in place of `<(…)`, or `/dev/stdin` behind one.
    Pipe,
    /// A device.
    Device,
    /// A socket.
    Socket,
}

impl Irregular {
    /// What a file is, unless it is regular.
    fn of(kind: FileType) -> Option<Irregular> {
        Some(match () {
            () if kind.is_file() => return None,
            () if kind.is_dir() => Irregular::Directory,
            () if kind.is_fifo() => Irregular::Pipe,
            () if kind.is_socket() => Irregular::Socket,
            () => Irregular::Device,
        })
    }
}

/// Opens a regular file to read, and says what is known of it. Anything else is refused before it is opened, for to open
/// a pipe waits until somebody writes, and to open a device may move it; what took the name's place meanwhile is not
/// waited for and is refused after.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(super) fn open_regular(path: &Path) -> Result<(File, Metadata), OpenError> {
    regular(path.metadata().map_err(OpenError::Io)?)?;
    let unmoved = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(unmoved).open(path).map_err(OpenError::Io)?;
    let about = regular(file.metadata().map_err(OpenError::Io)?)?;
    Ok((file, about))
}

fn regular(about: Metadata) -> Result<Metadata, OpenError> {
    match Irregular::of(about.file_type()) {
        None => Ok(about),
        Some(other) => Err(OpenError::Irregular(other)),
    }
}

/// The same of a file that must lie in its folder, or below it: a link that leads out of it is refused by the system
/// itself, so that there is no moment between looking and opening.
pub(super) fn open_within(path: &Path) -> Result<(File, Metadata), OpenError> {
    let io = |error: Errno| OpenError::Io(error.into());
    let nowhere = || OpenError::Io(io::ErrorKind::NotFound.into());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = openat(CWD, folder, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).map_err(io)?;
    let name = path.file_name().ok_or_else(nowhere)?;
    let unmoved = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = openat2(&folder, name, unmoved, Mode::empty(), ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS);
    let file = File::from(
        match file {
            // A system without that way follows no link at all.
            Err(Errno::NOSYS) => openat(&folder, name, unmoved | OFlags::NOFOLLOW, Mode::empty()),
            opened => opened,
        }
        .map_err(io)?,
    );
    let about = regular(file.metadata().map_err(OpenError::Io)?)?;
    Ok((file, about))
}

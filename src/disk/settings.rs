//! What a person has set or written: saved views and the office's own templates, small texts in a folder of their own,
//! and the notes of a meeting.

use super::make_folder;
use super::regular::{open_regular, open_within};
use super::whole::write_whole;
use rustix::fs::{FlockOperation, flock};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The text of a file of settings, or of the saved views; `None` where there is none. One that is there and cannot be read
/// is an error, and never taken for none: the next saving would write over it.
pub(crate) fn settings_text(path: &Path) -> io::Result<Option<String>> {
    match small_text(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        text => text.map(Some),
    }
}

/// The bytes of a file of settings: whoever reads them says where they are no text.
pub(crate) fn settings_bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match small_bytes(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        bytes => bytes.map(Some),
    }
}

/// Changes the text of the saved views: `change` is told what stands there now, which another window may have written.
/// Where the file is a link to another, as in a folder of settings that is kept elsewhere, that is written and the link
/// stays.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn change_views<E: From<io::Error>>(
    path: &Path,
    change: impl FnOnce(Option<String>) -> Result<String, E>,
) -> Result<(), E> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    // Held until the new text stands there. A file system without locks has one window at a time, we hope.
    let lock = File::open(folder)?;
    let _ = flock(&lock, FlockOperation::LockExclusive);
    let text = change(settings_text(&path)?)?;
    Ok(write_whole(&path, true, &mut |out| out.write_all(text.as_bytes()))?)
}

/// The most bytes of a text of settings: more than a person writes by hand is none.
const SMALL: u64 = 1 << 20;

/// The text of a meeting's notes; what a guest's command line names leads out of its folder by no link.
pub(crate) fn notes_text(path: &Path, within: bool) -> io::Result<String> {
    text_of(if within { open_within(path)? } else { open_regular(path)? })
}

/// The same as bytes.
fn small_bytes(path: &Path) -> io::Result<Vec<u8>> {
    bytes_of(open_regular(path)?)
}

/// A text of settings.
fn small_text(path: &Path) -> io::Result<String> {
    text_of(open_regular(path)?)
}

fn text_of(opened: (File, Metadata)) -> io::Result<String> {
    String::from_utf8(bytes_of(opened)?).map_err(|_| io::ErrorKind::InvalidData.into())
}

fn bytes_of((file, about): (File, Metadata)) -> io::Result<Vec<u8>> {
    if about.len() > SMALL {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    file.take(SMALL).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The office's own templates: the files of a folder that end in `.json`, by name, each with its text or why it cannot
/// be read. A folder that is not there has none.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn templates(folder: &Path) -> Vec<(PathBuf, io::Result<String>)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), small_text(&path))).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot write fails")]
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_up_to_their_last_byte_and_not_beyond() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("views.json");
        for (more, read) in [(0, Ok(SMALL as usize)), (1, Err(io::ErrorKind::InvalidData))] {
            std::fs::write(&path, " ".repeat(SMALL as usize + more)).unwrap();
            assert_eq!(small_text(&path).map(|text| text.len()).map_err(|error| error.kind()), read);
        }
    }
}

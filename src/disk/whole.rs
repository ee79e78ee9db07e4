//! Files that are written whole or not at all.

use super::unfinished::{self, Unfinished};
use std::collections::BTreeSet;
use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file whole or not at all: beside its place first, then into it. Only its owner may read it. Without `force`
/// a file that exists is left as it is.
pub(crate) fn write_whole(
    path: &Path,
    force: bool,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    write_all(&[path.to_owned()], force, &mut |_, out| write(out)).map_err(|(_, error)| error)
}

/// The same with several files: all of them or none. An error says which file it is of. None takes its name before every
/// one lies written beside its place; where a name cannot be taken then, those that were are given back, but for a file
/// that was there before and was to be replaced.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn write_all(
    paths: &[PathBuf],
    force: bool,
    write: &mut dyn FnMut(usize, &mut dyn Write) -> io::Result<()>,
) -> Result<(), (usize, io::Error)> {
    paths.iter().enumerate().try_for_each(|(place, path)| is_no_dash(path).map_err(|error| (place, error)))?;
    let there = |path: &PathBuf| path.symlink_metadata().ok();
    let there: Vec<Option<Metadata>> = paths.iter().map(there).collect();
    for (place, about) in there.iter().enumerate().filter_map(|(place, about)| Some((place, about.as_ref()?))) {
        let kind = about.file_type();
        let why = match force {
            false => io::ErrorKind::AlreadyExists,
            true if kind.is_file() || kind.is_symlink() => continue,
            true if kind.is_dir() => io::ErrorKind::IsADirectory,
            // A device or a FIFO is somebody's, and no file that could be replaced.
            true => io::ErrorKind::Unsupported,
        };
        return Err((place, why.into()));
    }
    let folder_of = |path: &Path| match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let folders: BTreeSet<PathBuf> = paths.iter().map(|path| folder_of(path)).collect();
    folders.iter().for_each(|folder| unfinished::sweep(folder));
    let mut beside = |(place, path): (usize, &PathBuf)| {
        let mut one = || {
            let (unfinished, file) = Unfinished::create(&folder_of(path))?;
            let mut out = io::BufWriter::new(&file);
            write(place, &mut out)?;
            out.flush()?;
            drop(out);
            file.sync_all()?;
            // Closed: there may be more of them than a process may have open.
            Ok(unfinished)
        };
        one().map_err(|error: io::Error| (place, error))
    };
    let written = paths.iter().enumerate().map(&mut beside).collect::<Result<Vec<_>, _>>()?;
    for (place, (file, path)) in written.into_iter().zip(paths).enumerate() {
        if let Err(error) = file.name(path, force) {
            for (own, _) in paths.iter().zip(&there).take(place).filter(|(_, there)| there.is_none()) {
                // What is gone already need not be taken away.
                let _ = std::fs::remove_file(own);
            }
            return Err((place, error));
        }
    }
    for folder in &folders {
        // The names are what a power cut must not lose. Some file systems keep them by themselves and refuse this.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Whoever names `-` means standard output, and would not look for a file that is called so.
pub(crate) fn is_no_dash(path: &Path) -> io::Result<()> {
    if path.as_os_str() == "-" { Err(io::ErrorKind::Unsupported.into()) } else { Ok(()) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot write fails")]
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
mod tests {
    use super::*;
    use std::fs;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// A name can be given to a file in its own folder alone: another may lie on another disk.
    #[test]
    fn what_is_not_whole_yet_lies_beside_what_it_will_replace() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        let mut beside = Vec::new();
        write_whole(&path, false, &mut |out| {
            beside = names(folder.path());
            out.write_all(b"ours")
        })
        .unwrap();
        assert_eq!((beside.len(), names(folder.path())), (1, vec!["list.csv".to_owned()]));
    }

    /// Somebody else writes a file of that name after it was looked for and before ours has its own.
    #[test]
    fn a_file_that_appears_while_ours_is_written_is_nobody_s_to_replace() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        let written = write_whole(&path, false, &mut |out| {
            fs::write(&path, "another's")?;
            out.write_all(b"ours")
        });
        assert_eq!(written.map_err(|error| error.kind()), Err(io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read_to_string(&path).unwrap(), "another's");
        assert_eq!(names(folder.path()), ["list.csv"]);
        // Who said that it may be replaced replaces it.
        write_whole(&path, true, &mut |out| out.write_all(b"ours")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "ours");
    }

    #[test]
    fn of_several_files_all_have_their_names_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["a", "b", "c"].map(|name| folder.path().join(name));
        let written = write_all(&paths, false, &mut |place, out| {
            if place == 2 {
                fs::write(&paths[1], "another's")?;
            }
            out.write_all(b"ours")
        });
        assert_eq!(written.map_err(|(place, error)| (place, error.kind())), Err((1, io::ErrorKind::AlreadyExists)));
        assert_eq!(names(folder.path()), ["b"], "the first has given its name back, the third never had one");
        assert_eq!(fs::read_to_string(&paths[1]).unwrap(), "another's");
    }

    #[test]
    fn what_cannot_be_written_to_its_end_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        fs::write(&path, "old").unwrap();
        let written = write_whole(&path, true, &mut |out| {
            out.write_all(b"half")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert_eq!(written.map_err(|error| error.kind()), Err(io::ErrorKind::StorageFull));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["list.csv"]);
    }
}

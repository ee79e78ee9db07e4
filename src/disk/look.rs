//! How a file looks from outside: enough to see that it is another one, or says something else.

use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// What tells two states of a file apart: its name may lead to another one, older than the first and of the same size.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Look(Option<Seen>);

#[derive(Clone, PartialEq, Eq, Debug)]
struct Seen {
    file: (u64, u64),
    size: u64,
    written: (i64, i64),
    changed: (i64, i64),
}

impl Look {
    #[cfg(test)]
    pub(crate) fn of_test(number: u64) -> Look {
        Look(Some(Seen { file: (0, number), size: 0, written: (0, 0), changed: (0, 0) }))
    }
}

/// How it looks now. One that is not there, or may not be looked at, looks like nothing.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn look(path: &Path) -> Look {
    let seen = path.metadata().ok().map(|about| Seen {
        file: (about.dev(), about.ino()),
        size: about.size(),
        written: (about.mtime(), about.mtime_nsec()),
        changed: (about.ctime(), about.ctime_nsec()),
    });
    Look(seen)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot write fails")]
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
mod tests {
    use super::*;
    use std::fs::{self, File, FileTimes};
    use std::os::unix::fs::symlink;
    use std::time::{Duration, SystemTime};

    #[test]
    fn whatever_is_done_to_a_file_makes_it_look_different() {
        let home = tempfile::tempdir().unwrap();
        let (folder, other) = (home.path().join("data"), home.path().join("other"));
        let (target, link) = (folder.join("juli.json"), home.path().join("roster.json"));
        for folder in [&folder, &other] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join("juli.json"), "[1]").unwrap();
            fs::write(folder.join("juni.json"), "[1]").unwrap();
        }
        symlink(&target, &link).unwrap();
        // Of a year ago, as a file is that was copied with its times.
        let set_back = |path: &Path| {
            let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
            File::options().write(true).open(path).unwrap().set_times(FileTimes::new().set_modified(then)).unwrap();
        };
        set_back(&target);
        let changes: [(&str, &dyn Fn()); 8] = [
            ("as many bytes, and the time as it was", &|| {
                let was = look(&link);
                // The clock of a file system may tick only some hundred times a second.
                let _ = (0..10_000).any(|_| {
                    fs::write(&target, "[2]").unwrap();
                    set_back(&target);
                    look(&link) != was
                });
            }),
            ("longer", &|| fs::write(&target, "[2, 3]").unwrap()),
            ("the same once more, and older", &|| set_back(&target)),
            ("another file under its name", &|| {
                fs::write(folder.join("new"), "[2, 3]").unwrap();
                set_back(&folder.join("new"));
                fs::rename(folder.join("new"), &target).unwrap();
            }),
            ("the folder is another one", &|| {
                fs::rename(&folder, home.path().join("away")).unwrap();
                fs::rename(&other, &folder).unwrap();
            }),
            ("the link leads elsewhere", &|| {
                fs::remove_file(&link).unwrap();
                symlink(folder.join("juni.json"), &link).unwrap();
            }),
            ("it leads nowhere", &|| fs::remove_file(folder.join("juni.json")).unwrap()),
            ("it is back", &|| fs::write(folder.join("juni.json"), "[1]").unwrap()),
        ];
        let mut before = look(&link);
        for (what, change) in changes {
            assert_eq!(look(&link), before, "nothing was done yet: {what}");
            change();
            let after = look(&link);
            assert_ne!(after, before, "{what}");
            before = after;
        }
    }
}

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

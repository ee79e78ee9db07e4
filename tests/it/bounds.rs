//! Where the program stops, and says so: what is no file, what is too large, what no calendar, cell or screen can hold.
//! Cases of torture.md carry their numbers.

use crate::support::{assert_clean, fixture, lindungi};
use lindungi::disk::Source;
use lindungi::lang::Lang;
use lindungi::load;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder with a pipe, into which nobody writes, and a socket, each under names that rosters and lists have too.
fn irregular() -> (TempDir, Vec<(String, [&'static str; 2])>) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut found = Vec::new();
    for name in ["pipe", "pipe.csv", "pipe.json.gz"] {
        mknodat(CWD, path(name), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        found.push((path(name), ["is a pipe", "adalah pipa"]));
    }
    drop(UnixListener::bind(path("socket.xlsx")).unwrap());
    found.push((path("socket.xlsx"), ["is a socket", "adalah soket"]));
    found.push((PathBuf::from("/dev/null"), ["is a device", "adalah perangkat"]));
    found.push((folder.path().to_owned(), ["is a directory", "adalah direktori"]));
    (folder, found.into_iter().map(|(path, said)| (path.to_str().unwrap().to_owned(), said)).collect())
}

#[test]
fn what_is_no_file_is_refused_by_name_and_nobody_waits_for_it() {
    let (_folder, all) = irregular();
    let roster = fixture("small-city.json");
    let list = fixture("import/intake.csv");
    for (path, said) in &all {
        for (lang, said) in ["en", "id"].into_iter().zip(said) {
            let calls: [&[&str]; 8] = [
                &["status", path],
                &["status", &roster, "--since", path],
                &["check", path],
                &["export", path],
                &["diff", path, &roster],
                &["diff", &roster, path],
                &["import", path],
                &["import", &list, "--program", path],
            ];
            for call in calls {
                let done = lindungi(&[call, &["--lang", lang]].concat()).run();
                assert_eq!((done.code, done.out.as_str()), (3, ""), "{call:?}");
                assert!(done.err.contains(said) && done.err.lines().count() == 2, "{call:?}: {}", done.err);
                assert_clean(&done.err);
            }
        }
        // The dashboard reads at its start and again, and an older roster, by these.
        let source = || Source::File(PathBuf::from(path));
        let readings = [
            load::loader(source(), Lang::En)(&mut |_| ()),
            load::list_loader(source(), None, Lang::En)(&mut |_| ()),
            load::list_loader(Source::File(PathBuf::from(&list)), Some(source()), Lang::En)(&mut |_| ()),
            load::reader(Lang::En)(&source()),
        ];
        for reading in readings {
            let why = reading.err().unwrap();
            assert!(why.contains(said[0]), "{path}: {why}");
        }
    }
}

#[test]
fn a_pipe_is_told_the_way_of_standard_input() {
    let (_folder, all) = irregular();
    let done = lindungi(&["status", &all[0].0]).run();
    assert!(done.err.contains(&format!("`cat {} | lindungi status -`", all[0].0)), "{}", done.err);
    let fed = lindungi(&["status", "-"]).stdin(crate::support::fixture_text("small-city.json")).run();
    assert_eq!(fed.code, 0, "{}", fed.err);
}

//! Where the program stops, and says so: what is no file, what is too large, what no calendar, cell or screen can hold.
//! Cases of torture.md carry their numbers.

use crate::packed::gzip;
use crate::support::{assert_clean, file, fixture, fixture_text, lindungi};
use flate2::Compression;
use flate2::write::GzEncoder;
use lindungi::disk::{MaxSize, Source};
use lindungi::lang::Lang;
use lindungi::load;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use std::io::{self, Read};
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
        let most = MaxSize::default();
        let source = || Source::File(PathBuf::from(path));
        let readings = [
            load::loader(source(), most, Lang::En)(&mut |_| ()),
            load::list_loader(source(), None, most, Lang::En)(&mut |_| ()),
            load::list_loader(Source::File(PathBuf::from(&list)), Some(source()), most, Lang::En)(&mut |_| ()),
            load::reader(most, Lang::En)(&source()),
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
    let fed = lindungi(&["status", "-"]).stdin(fixture_text("small-city.json")).run();
    assert_eq!(fed.code, 0, "{}", fed.err);
}

/// A compressed text: a beginning, a letter so many times, and an end.
fn swollen(begin: &str, many: u64, end: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let text = begin.as_bytes().chain(io::repeat(b'a').take(many)).chain(end.as_bytes());
    io::copy(&mut { text }, &mut encoder).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn what_holds_more_than_the_limit_is_refused_and_the_option_named() {
    let plain = fixture_text("small-city.json");
    let limit = (plain.len() - 1).to_string();
    let (folder, path) = file("city.json", &plain);
    let packed = folder.path().join("city.json.gz").to_str().unwrap().to_owned();
    std::fs::write(&packed, gzip(plain.as_bytes())).unwrap();
    let list = fixture("import/intake.csv");
    let whole = plain.len().to_string();
    for path in [&*path, &*packed, "-"] {
        let calls: [&[&str]; 6] = [
            &["status", path],
            &["check", path],
            &["export", path],
            &["diff", path, &fixture("small-city.json")],
            &["import", &list, "--into", path],
            &["status", &fixture("small-city.json"), "--since", path],
        ];
        for call in calls {
            for (lang, said) in [("en", "holds more than"), ("id", "berisi lebih dari")] {
                let done = lindungi(&[call, &["--max-size", &limit, "--lang", lang]].concat()).stdin(&*plain).run();
                assert_eq!((done.code, done.out.as_str()), (3, ""), "{call:?}: {}", done.err);
                assert!(done.err.contains(said) && done.err.contains(&limit), "{call:?}: {}", done.err);
                assert!(done.err.contains("--max-size"), "{call:?}: {}", done.err);
            }
        }
        let done = lindungi(&["status", path, "--max-size", &whole]).stdin(&*plain).run();
        assert_eq!(done.code, 0, "to the last byte: {}", done.err);
    }
    let large = lindungi(&["import", &list, "--max-size", "1K"]).run();
    assert!(large.code == 3 && large.err.contains("1K"), "{}", large.err);
    for (size, said) in [("8GB", "such as 512M"), ("0", "such as 512M"), ("-1", "such as 512M")] {
        let done = lindungi(&["status", &path, &format!("--max-size={size}")]).run();
        assert!(done.code == 2 && done.err.contains(said), "{size}: {}", done.err);
    }
}

#[test]
fn case_29_a_text_that_swells_is_refused_before_it_is_held() {
    let row = r#"{"schema": "lindungi/roster/1", "workers": [{"name": ""#;
    let unknown = r#"{"schema": "lindungi/roster/1", "note": ""#;
    for (begin, line) in [(row, "1:45"), (unknown, "1:42"), ("[\"", "1:1"), ("\"", "1:1")] {
        let (_folder, path) = file("bomb.json.gz", swollen(begin, 300 << 20, "\"}]}"));
        let done = lindungi(&["status", &path]).run();
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{}", done.err);
        assert!(done.err.contains("longer than 64 MiB"), "{line}: {}", done.err);
    }
}

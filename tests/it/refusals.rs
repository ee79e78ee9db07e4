//! What the system refuses: said in words of either language, with what to do about it.

use crate::support::lindungi;
use lindungi::lang::Lang;
use std::io;

/// Numbers of errors that a kernel may give.
const ERRORS: std::ops::RangeInclusive<i32> = 1..=133;

#[test]
fn whatever_the_system_says_is_said_in_either_language_and_how_to_mend_it() {
    for number in ERRORS {
        let error = io::Error::from_raw_os_error(number);
        for say in [Lang::cannot_write as fn(Lang, &str, &io::Error) -> String, Lang::cannot_open] {
            let [en, id] = [Lang::En, Lang::Id].map(|lang| say(lang, "/srv/list.csv", &error));
            for told in [&en, &id] {
                let lines: Vec<&str> = told.lines().collect();
                assert!(lines[0].contains("/srv/list.csv"), "{number}: {told}");
                // What is there already is left alone, and its one line says what to do.
                let exists = error.kind() == io::ErrorKind::AlreadyExists && lines[0].contains(';');
                assert!(exists || lines.len() == 2 && lines[1].ends_with('.'), "{number}: {told}");
            }
            assert!(en.lines().zip(id.lines()).all(|(en, id)| en != id), "{number}: {id}");
            let reason = |told: &str| told.split_once('(').map(|(_, reason)| reason.to_owned());
            assert!(reason(&en).is_none() || reason(&en) != reason(&id), "{number}: {id}");
            // What the system calls it is English.
            assert!(!id.contains(&error.kind().to_string()), "{number}: {id}");
        }
    }
}

#[test]
fn a_name_that_leads_nowhere_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let circle = folder.path().join("circle.json");
    std::os::unix::fs::symlink(&circle, &circle).unwrap();
    let long = folder.path().join("n".repeat(300));
    for (path, en, id) in [
        (&circle, "its links lead in a circle", "tautannya berputar-putar"),
        (&long, "its name is too long", "namanya terlalu panjang"),
    ] {
        let path = path.to_str().unwrap();
        for (lang, said) in [("en", en), ("id", id)] {
            let read = lindungi(&["status", path, "--lang", lang]).run();
            assert_eq!(read.code, 3);
            assert!(read.err.contains(said), "{}", read.err);
        }
    }
    let written = lindungi(&["export", "--demo", "-o", long.to_str().unwrap(), "--lang", "id"]).run();
    assert_eq!((written.code, written.out.as_str()), (4, ""));
    assert!(
        written.err.contains("tidak dapat ditulis") && written.err.contains("Pilih berkas lain"),
        "{}",
        written.err
    );
}

//! What the system refuses: said in words of either language, with what to do about it.

use crate::support::{fixture, lindungi, names};
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

/// `--force` is for a file that was written before: what a command is given to read is nobody's to lose.
#[test]
fn no_command_writes_over_what_it_reads() {
    let folder = tempfile::tempdir().unwrap();
    let put = |from: &str, name: &str| std::fs::copy(fixture(from), folder.path().join(name)).unwrap();
    put("small-city.json", "city.json");
    put("small-city-may.json", "may.html");
    put("import/mimika.csv", "x.refused.csv");
    put("import/program.json", "program.json");
    put("small-city.json", "old.json");
    std::fs::write(folder.path().join("notes.txt"), "- BPJS: 12 workers by 2024-09-01\n").unwrap();
    let before: Vec<Vec<u8>> = bytes(folder.path());
    for words in [
        "report city.json --since may.html -o may.html",
        "snapshot city.json --notes notes.txt -o notes.txt",
        "snapshot city.json --since may.html --format html -o may.html",
        "import x.refused.csv --program program.json -o program.json --accept-partial",
        "import x.refused.csv --program program.json -o x.json --accept-partial",
        "import x.refused.csv --into old.json -o old.json --accept-partial",
    ] {
        for (lang, told) in [("en", "stays as it is"), ("id", "dan dibiarkan")] {
            let args: Vec<&str> = words.split(' ').chain(["--force", "--lang", lang]).collect();
            let done = lindungi(&args).folder(folder.path()).run();
            assert!(done.code == 4 && done.err.contains(told), "{words}: {} {}", done.code, done.err);
        }
    }
    // A roster is no workbook, whatever it is called.
    let done = lindungi(&["import", "x.refused.csv", "-o", "x.xlsx"]).folder(folder.path()).run();
    assert!(done.code == 2 && done.err.contains("ends in .json"), "{}", done.err);
    assert!(bytes(folder.path()) == before, "{:?}", names(folder.path()));
}

/// The bytes of every file of a folder.
fn bytes(folder: &std::path::Path) -> Vec<Vec<u8>> {
    names(folder).iter().map(|name| std::fs::read(folder.join(name)).unwrap()).collect()
}

/// As where it is read from: nobody who asks for it finds a file that is called so.
#[test]
fn a_dash_is_standard_output_and_never_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let city = fixture("small-city.json");
    for words in ["export @", "report @", "check @ --format csv", "snapshot @ --tab 2", "man"] {
        let args: Vec<&str> = words.split(' ').map(|word| if word == "@" { &*city } else { word }).collect();
        let plain = lindungi(&args).folder(folder.path()).run();
        let done = lindungi(&[&args[..], &["-o", "-"]].concat()).folder(folder.path()).run();
        assert!(!done.out.is_empty() && done.out == plain.out, "{words}: {}", done.err);
        assert_eq!((done.code, done.err), (plain.code, plain.err), "{words}");
    }
    let list = fixture("import/intake.csv");
    let program = fixture("import/program.json");
    for args in [
        vec!["import", &list, "--program", &program, "--accept-partial", "-o", "-"],
        vec!["import", &list, "-o", "-"],
        vec!["check", &city, "--by", "office", "-o", "-"],
    ] {
        let done = lindungi(&args).folder(folder.path()).run();
        let told = done.err.contains("standard output has no room for this; name a file");
        assert!(done.code == 4 && told && done.out.is_empty(), "{args:?}: {} {}", done.code, done.err);
    }
    assert!(names(folder.path()).is_empty(), "{:?}", names(folder.path()));
}

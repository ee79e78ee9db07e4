//! Which cases of the torture list are shown by which test: `tests/it/torture.md`, made of the names of the tests.
//!
//! A test that begins with `case_61_` shows case 61; a script in `tests/real` prints `case 84: …` for each that it shows.

use crate::support::home;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The numbers of the list, which has gaps.
const CASES: [u32; 80] = [
    1, 2, 4, 5, 7, 8, 10, 11, 14, 15, 16, 17, 18, 20, 21, 22, 23, 25, 26, 27, 29, 30, 31, 32, 33, 35, 37, 38, 39, 40,
    41, 42, 43, 45, 46, 47, 49, 50, 51, 53, 54, 55, 56, 57, 58, 60, 61, 62, 64, 65, 66, 67, 68, 70, 72, 73, 74, 75, 76,
    78, 80, 81, 82, 83, 84, 85, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100,
];

/// Cases that are decided otherwise than the list says, and why.
const OTHERWISE: [(u32, &str); 11] = [
    (40, "a panic in the hook of panics gives the terminal back and aborts: the language lets nobody catch it"),
    (41, "there is no build of it that aborts at a panic"),
    (47, "where input and output are a terminal it runs, though none controls it: nothing that it needs is missing"),
    (54, "mosh is not tried: what it shows is what it has read, and it asks for no other bytes than a terminal"),
    (56, "no test sets the machine's clock: no figure comes from it, and a reading says its time of day, not its age"),
    (
        64,
        "a key that comes with others or within 150 ms after one writes no file; a key alone after a pause is a person's, \
         and Enter on the form of the file writes it",
    ),
    (
        66,
        "three seconds of a held key instead of ten, and no round trip of half a second: what is behind is bounded by \
         frames and bytes, whatever the line takes for them",
    ),
    (73, "a thread that dies ends the program like any other internal error; where none can be started it is said"),
    (94, "seconds of it are a test; an hour is walked by hand"),
    (98, "mutants take hours: `tests/real/mutants.py` tries them by hand, and what they found are tests"),
    (
        99,
        "no test says how long a frame takes on a machine that nobody knows: the first one says how far the reading is",
    ),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ["rs", "sh", "py"].iter().any(|own| ending == *own)) {
            found.push(path);
        }
    }
}

/// The tests of each case, by file.
fn tests() -> BTreeMap<u32, Vec<String>> {
    let mut paths = Vec::new();
    ["src", "tests"].iter().for_each(|folder| files(&home().join(folder), &mut paths));
    paths.sort();
    let mut found: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for path in paths {
        let name = path.strip_prefix(home()).unwrap().display().to_string();
        for line in fs::read_to_string(&path).unwrap().lines().map(str::trim) {
            let of_rust = line.strip_prefix("fn case_").and_then(|rest| rest.split_once('('));
            let of_rust = of_rust.and_then(|(rest, _)| rest.split_once('_'));
            let of_python = line.strip_prefix("done(").and_then(|rest| rest.split_once(", "));
            let of_shell = line.strip_prefix("echo 'case ").and_then(|rest| rest.split_once(": "));
            let Some((number, words)) = of_rust.or(of_python).or(of_shell) else { continue };
            let words = words.strip_prefix('f').filter(|rest| rest.starts_with('"')).unwrap_or(words);
            let words = words.trim_matches(|c| matches!(c, '"' | ')' | '\'')).replace('_', " ");
            let words = words.split_once(": {").map_or(words.as_str(), |(words, _)| words);
            // What a run fills in is not known here.
            let words = words
                .split('{')
                .map(|part| part.split_once('}').map_or(part.to_owned(), |(_, rest)| format!("…{rest}")));
            let mut words: String = words.collect();
            // A test may show more than one: `case_14_and_82_…`.
            while let Some((also, rest)) = words.strip_prefix("and ").and_then(|rest| rest.split_once(' ')) {
                let Ok(also) = also.parse() else { break };
                found.entry(also).or_default().push(format!("{rest} (`{name}`)"));
                words = rest.to_owned();
            }
            found.entry(number.parse().unwrap()).or_default().push(format!("{words} (`{name}`)"));
        }
    }
    found
}

#[test]
fn the_list_of_cases_is_that_of_the_tests() {
    let tests = tests();
    let unknown: Vec<&u32> = tests.keys().filter(|number| !CASES.contains(number)).collect();
    assert!(unknown.is_empty(), "no such cases: {unknown:?}");
    let mut text =
        "# The torture list, case by case\n\nMade of the names of the tests; `LINDUNGI_BLESS=1 cargo test` writes \
                    it anew. A test that fails is a case that does not hold.\n\n"
            .to_owned();
    for number in CASES {
        let shown = tests.get(&number).map_or(&[][..], Vec::as_slice);
        assert!(!shown.is_empty(), "case {number} has no test");
        let _ = writeln!(text, "- **{number}** holds:");
        shown.iter().for_each(|test| _ = writeln!(text, "  - {test}"));
        let otherwise = OTHERWISE.iter().filter(|(own, _)| *own == number);
        otherwise.for_each(|(_, why)| _ = writeln!(text, "  - decided otherwise: {why}"));
    }
    let path = home().join("tests/it/torture.md");
    if std::env::var_os("LINDUNGI_BLESS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap() == text, "LINDUNGI_BLESS=1 writes it anew");
}

//! Where the locale knows no UTF-8, what is written for people is ASCII; data is UTF-8 anywhere.

use crate::support::{document, file, fixture, home, lindungi, names};
use lindungi::lang::Lang;
use serde_json::json;

const LOCALES: [(&str, &str, bool); 7] = [
    ("LANG", "C", true),
    ("LANG", "POSIX", true),
    ("LANG", "id_ID.ISO-8859-1", true),
    ("LANG", "", true),
    ("LANG", "C.UTF-8", false),
    ("LANG", "id_ID.utf8", false),
    ("LC_ALL", "C", true),
];

#[test]
fn case_53_texts_are_ascii_in_a_locale_without_utf_8_and_say_the_same() {
    let (old, new) = (fixture("small-city-may.json"), fixture("small-city.json"));
    let plan = ["plan", "--workers", "19336", "--monthly", "16800", "--budget", "2200000000", "--months", "12"];
    let texts: [&[&str]; 5] = [
        &["status", "--demo"],
        &["status", "--demo", "--format", "line"],
        &["status", &new, "--since", &old],
        &plan,
        &["diff", &old, &new],
    ];
    for (name, value, plain) in LOCALES {
        for args in texts {
            for lang in ["en", "id"] {
                let args = [args, &["--lang", lang]].concat();
                let whole = lindungi(&args).run();
                let done = lindungi(&args).env(name, value).run();
                assert_eq!((done.code, done.err.as_str()), (whole.code, ""), "{args:?} {value}");
                let fits = if plain { done.out.is_ascii() } else { done.out == whole.out };
                assert!(fits, "{args:?} in {name}={value}: {}", done.out);
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                assert_eq!(digits(&done.out), digits(&whole.out), "{args:?}");
                let widths = |text: &str| text.lines().map(|line| line.chars().count()).collect::<Vec<_>>();
                assert_eq!(widths(&done.out), widths(&whole.out), "one sign for one sign: {args:?}");
            }
        }
    }
    let line = lindungi(&["status", "--demo", "--format", "line"]).env("LANG", "C").run().out;
    assert!(line.contains("19,336 active 73.5% . "), "{line}");
}

#[test]
fn the_option_does_the_same_anywhere() {
    let done = lindungi(&["status", "--demo", "--ascii"]).run();
    assert!(done.out.is_ascii() && done.out.contains("14,212"), "{}", done.out);
}

#[test]
fn data_and_pages_are_utf_8_anywhere() {
    let workers = json!([{"id": "A1", "name": "Weñu Yústinus", "occupation": "nelayan", "status": "proposed"}]);
    let mut roster = document(workers);
    roster["program"]["name"] = "Perlindungan Kämi".into();
    let (_folder, path) = file("a.json", roster.to_string());
    let run = |args: &[&str]| {
        let done = lindungi(args).env("LANG", "C").run();
        assert_eq!(done.code, 0, "{}", done.err);
        done.out
    };
    for args in [
        &["status", path.as_str(), "--format", "json"][..],
        &["export", &path, "--format", "csv"],
        &["export", &path, "--format", "csv", "--ascii"],
        &["report", &path],
    ] {
        assert!(!run(args).is_ascii(), "{args:?}");
    }
    assert!(run(&["status", &path]).contains("Perlindungan Kami"), "a letter keeps what it rests on");
}

#[test]
fn a_mistake_is_told_in_ascii_too() {
    let done = lindungi(&["status", "/nowhere/Kämi–1.json"]).env("LANG", "C").run();
    assert_eq!(done.code, 3);
    assert!(done.err.is_ascii() && done.err.contains("Kami-1.json"), "{}", done.err);
}

/// Whatever is said to people, on either stream: help and version, what is wrong with a command line, with a filter and
/// with every file that is no roster, what an export or an import tells beside its data.
#[test]
fn nothing_that_is_said_has_a_sign_that_ascii_has_not() {
    let whole = lindungi::args::command(Lang::En);
    let commands: Vec<&str> = whole.get_subcommands().map(clap::Command::get_name).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (offices, bpu, city, list) =
        (path("offices"), path("bpu.xlsx"), fixture("small-city.json"), fixture("import/data-tk-baru.xlsx"));
    let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    let mut lines = vec![own(&[]), own(&["-h"]), own(&["--help"]), own(&["-V"]), own(&["--version"])];
    for command in &commands {
        lines.extend([own(&[command, "-h"]), own(&[command, "--help"]), own(&[command, "--nothing"])]);
    }
    let long = "Kämi–".repeat(1_000);
    lines.extend([
        own(&["Kämi–1"]),
        own(&[&long]),
        own(&["statsü"]),
        own(&["status", &long]),
        own(&["status", "a.json", "Kämi–"]),
        own(&["status", "--demo", "--format", "Kämi–"]),
        own(&["status", "--demo", "--filter", "distrik:Kämi–"]),
        own(&["status", "--demo", "--filter", "market traders"]),
        own(&["status", "--demo", "--view", "Kämi–"]),
        own(&["status", "--demo", "--fail-if", "Kämi–<3"]),
        own(&["status", &city, "--fail-if", "runway_months<30", "--fail-if", "left<10000000"]),
        own(&["status", "--secure", "--demo"]),
        own(&["check", &city]),
        own(&["check", &city, "--by", "office", "-o", &offices, "--force"]),
        own(&["export", &city, "--template", "Kämi–"]),
        own(&["export", &city, "--template", "bpu", "--months", "3", "--reveal", "-o", &bpu, "--force"]),
        own(&["export", &city, "--template", "na", "--accept-partial", "-o", &bpu, "--force"]),
        own(&["import", &list]),
        own(&["import", &list, "-o", &path("new.json"), "--force"]),
        own(&["import", &city]),
        own(&["plan", "--workers", "Kämi–"]),
        own(&["plan", "--workers", "5", "--monthly", "16800", "--budget", "1.5"]),
        own(&["diff", "-", "-"]),
        own(&["demo", "--as-of", "Kämi–"]),
        own(&["man", "-o", "/dev/null/Kämi–"]),
        own(&["completions", "Kämi–"]),
    ]);
    for name in names(&home().join("fixtures/defects")) {
        lines.push(own(&["status", &fixture(&format!("defects/{name}"))]));
        lines.push(own(&["check", &fixture(&format!("defects/{name}"))]));
    }
    for line in &lines {
        for lang in ["en", "id"] {
            let words: Vec<&str> = line.iter().map(String::as_str).chain(["--lang", lang]).collect();
            let plain = lindungi(&words).env("LANG", "C").run();
            let asked = lindungi(&[words.as_slice(), &["--ascii"]].concat()).run();
            for done in [&plain, &asked] {
                let shown: Vec<String> = words.iter().map(|word| word.chars().take(40).collect()).collect();
                assert!(!(done.out.is_empty() && done.err.is_empty()), "{shown:?} says something");
                let stray = format!("{}{}", done.out, done.err).chars().find(|c| !c.is_ascii());
                assert_eq!(stray, None, "{shown:?}: {}{}", done.out, done.err);
            }
        }
    }
}

/// What people read, in every form that is text: on a terminal that knows nothing else, and where it is asked for.
#[test]
fn every_text_of_every_command_is_ascii_where_that_is_wanted() {
    let (city, older) = (fixture("small-city.json"), fixture("small-city-may.json"));
    let workers = json!([{"id": "A1", "name": "Weñu – Yústinus", "occupation": "nelayan", "status": "proposed"}]);
    let (folder, own) = file("a.json", document(workers).to_string());
    for args in [
        &["status", "--demo"][..],
        &["status", "--demo", "--format", "line"],
        &["status", "--demo", "--format", "markdown"],
        &["status", &city, "--since", &older, "--format", "markdown"],
        &["check", &city],
        &["check", "--demo", "--all"],
        &["diff", &older, &city],
        &["diff", &older, &city, "--format", "markdown"],
        &["export", "--demo", "--format", "markdown", "--filter", "age>=60"],
        &["export", &own, "--format", "markdown"],
        &["plan", "--workers", "100", "--monthly", "16800", "--budget", "1bn", "--from", "2024-09"],
        &["snapshot", "--demo", "--format", "txt"],
        &["snapshot", "--demo", "--format", "ansi"],
        &["--plain", &city],
        &["import", &fixture("import/data-tk-baru.xlsx")],
    ] {
        for lang in ["en", "id"] {
            let words = [args, &["--lang", lang]].concat();
            let (plain, asked) =
                (lindungi(&words).env("LC_ALL", "C").run(), lindungi(&[&words[..], &["--ascii"]].concat()).run());
            for done in [plain, asked] {
                assert!(!done.out.is_empty(), "{words:?}: {}", done.err);
                assert_eq!(done.out.chars().find(|c| !c.is_ascii()), None, "{words:?}: {}", done.out);
            }
        }
    }
    // A file has its signs wherever it is made, unless others are asked for.
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (name, ascii) in [("signs.md", false), ("ascii.md", true)] {
        let asked: &[&str] = if ascii { &["--ascii"] } else { &[] };
        let done = lindungi(&[&["export", &own, "-o", &path(name)], asked].concat()).env("LC_ALL", "C").run();
        assert_eq!(done.code, 0, "{}", done.err);
        assert_eq!(std::fs::read_to_string(path(name)).unwrap().is_ascii(), ascii);
    }
    let done = lindungi(&["check", "--demo", "--ascii", "-o", &path("check.txt")]).run();
    assert_eq!((done.code, std::fs::read_to_string(path("check.txt")).unwrap().is_ascii()), (1, true));
}

#[test]
fn a_page_in_ascii_shows_the_same_signs() {
    let run = |args: &[&str]| lindungi(&[&["report", "--demo"], args].concat()).run().out;
    let (whole, plain) = (run(&[]), run(&["--ascii"]));
    assert!(plain.is_ascii() && !whole.is_ascii());
    let mut back = String::new();
    let mut parts = plain.split("&#");
    back += parts.next().unwrap();
    for part in parts {
        let (number, rest) = part.split_once(';').unwrap();
        back.push(char::from_u32(number.parse().unwrap()).unwrap());
        back += rest;
    }
    assert!(back == whole, "the signs as numbers are all that differs");
    let style = whole.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
    assert!(style.is_ascii(), "a number is no sign there");
}

//! Where the locale knows no UTF-8, what is written for people is ASCII; data is UTF-8 anywhere.

use crate::support::{document, file, fixture, lindungi};
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
fn data_and_documents_are_utf_8_anywhere() {
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
        &["status", &path, "--format", "markdown"],
        &["export", &path, "--format", "csv"],
        &["export", &path, "--format", "markdown"],
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

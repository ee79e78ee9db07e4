//! The command line itself: its help and its refusals, whole in either language, and what was probably meant.

use crate::support::{BINARY, assert_clean, fixture, lindungi};
use lindungi::lang::Lang;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::process::Command;

/// Every text of a command and its arguments, each with where it stands.
fn texts(command: &clap::Command, path: &str, found: &mut Vec<(String, String)>) {
    let mut add = |place: String, text: Option<String>| found.extend(text.map(|text| (format!("{path}{place}"), text)));
    add(" about".to_owned(), command.get_about().map(ToString::to_string));
    for arg in command.get_arguments() {
        add(format!(" {} help", arg.get_id()), arg.get_help().map(ToString::to_string));
        add(format!(" {} heading", arg.get_id()), arg.get_help_heading().map(str::to_owned));
    }
    for sub in command.get_subcommands() {
        texts(sub, &format!("{path} {}", sub.get_name()), found);
    }
}

#[test]
fn every_command_and_argument_has_its_help_in_both_languages() {
    let [english, indonesian] = [Lang::En, Lang::Id].map(|lang| {
        let mut found = Vec::new();
        texts(&lindungi::args::command(lang), "", &mut found);
        found
    });
    let without_headings = |texts: &[(String, String)]| -> Vec<String> {
        texts.iter().map(|(place, _)| place.clone()).filter(|place| !place.ends_with(" heading")).collect()
    };
    assert_eq!(without_headings(&english), without_headings(&indonesian), "each text stands in both");
    let english: BTreeSet<&str> = english.iter().map(|(_, text)| text.as_str()).collect();
    for (place, text) in &indonesian {
        assert!(!text.is_empty() && !english.contains(text.as_str()), "{place} is English: {text}");
        for word in [" the ", " of ", " or ", " and ", " with ", "Show ", " this "] {
            assert!(!text.contains(word), "{place} is English: {text}");
        }
    }
    assert!(english.len() > 30);
}

#[test]
fn help_speaks_the_language_asked_for_whichever_way_it_is_asked() {
    for (args, env) in [
        (&["--lang", "id", "--help"][..], None),
        (&["--help", "--lang=id"], None),
        (&["--help"], Some(("LINDUNGI_LANG", "id"))),
        (&["--help"], Some(("LC_ALL", "id_ID.UTF-8"))),
        (&["help", "--lang", "id"], None),
    ] {
        let mut call = lindungi(args);
        if let Some((name, value)) = env {
            call = call.env(name, value);
        }
        let done = call.run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
        for word in ["Penggunaan: ", "Perintah:", "Argumen:", "Opsi:", "[OPSI]", "isian filter", "kelompok:nelayan"] {
            assert!(done.out.contains(word), "{args:?} has no {word}:\n{}", done.out);
        }
    }
    let done = lindungi(&["--help", "--lang", "en"]).env("LANG", "id_ID.UTF-8").run();
    assert!(done.out.contains("Usage: ") && done.out.contains("age:18..29"), "{}", done.out);
}

#[test]
fn no_english_is_left_in_the_indonesian_help_of_any_command() {
    for command in ["", "status", "export", "snapshot", "plan", "diff", "demo", "schema"] {
        for flag in ["-h", "--help"] {
            let args: Vec<&str> = [command, flag, "--lang", "id"].into_iter().filter(|arg| !arg.is_empty()).collect();
            let done = lindungi(&args).run();
            assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
            assert_clean(&done.out);
            assert!(done.out.contains("Penggunaan: lindungi"), "{}", done.out);
            for word in [
                "Usage",
                "Options",
                "OPTIONS",
                "COMMAND",
                "Commands:",
                "Arguments",
                "default",
                "possible",
                "Print",
                "Show ",
                " the ",
                " of ",
                "ROSTER",
                "TEXT",
                "WHEN",
                "<FILE>",
                "<NEW>",
                "<OLD>",
                "CONDITION",
                "<DATE>",
                "NAME",
            ] {
                assert!(!done.out.contains(word), "{args:?} says {word}:\n{}", done.out);
            }
        }
    }
}

#[test]
fn the_indonesian_help_keeps_the_order_and_the_columns_of_the_usage() {
    let diff = lindungi(&["diff", "--help", "--lang", "id"]).run().out;
    assert!(diff.find("\n  <LAMA>").unwrap() < diff.find("\n  <BARU>").unwrap(), "the older one first:\n{diff}");
    let whole = lindungi(&["--help", "--lang", "id"]).run().out;
    assert!(whole.contains("Penggunaan: lindungi [OPSI] [DAFTAR]\n            lindungi <PERINTAH>"), "{whole}");
    let plan = lindungi(&["plan", "--help", "--lang", "id"]).run().out;
    assert!(!plan.contains("--from dan --months"), "no option of plan needs both:\n{plan}");
}

/// Command lines that are wrong, and words of what each is told, in English and Indonesian.
const WRONG: [(&[&str], &str, &str); 21] = [
    (&["status"], "--demo takes the built-in roster", "--demo memakai daftar contoh bawaan"),
    (&["export"], "--demo", "--demo memakai"),
    (&["diff"], "missing: <OLD>, <NEW>", "belum disebut: <LAMA>, <BARU>"),
    (&["status", "--demo", "--formt", "json"], "did you mean --format?", "maksudnya --format?"),
    (&["status", "--demo", "--format", "jsn"], "there are: text, line, json, markdown", "yang ada: text, line"),
    (&["status", "--demo", "--format"], "--format <FORMAT> needs a value", "--format <FORMAT> memerlukan nilai"),
    (&["status", "--demo", "--filter"], "--filter <TEXT> needs a value", "--filter <TEKS> memerlukan nilai"),
    (&["status", "--demo", "x.json"], "exclude each other", "tidak dapat bersama"),
    (&["status", "a.json", "b.json"], "one argument too many: b.json", "argumen berlebih: b.json"),
    (&["status", "--demo", "--format", "json", "--format", "text"], "stands twice", "disebut dua kali"),
    (&["demo", "--workers", "0"], "from 1 to 50,000,000, not 0", "dari 1 sampai 50.000.000, bukan 0"),
    (&["demo", "--seed", "x"], "a whole number from 0 on, not x", "bilangan bulat mulai 0, bukan x"),
    (&["plan", "--workers", "5", "--more", "3"], "missing: ", "belum disebut: "),
    (&["statsu"], "did you mean `lindungi status`?", "maksudnya `lindungi status`?"),
    (&["statsu", "--demo"], "did you mean `lindungi status`?", "maksudnya `lindungi status`?"),
    (&["exprt", "roster.json", "-o", "x.csv"], "did you mean `lindungi export`?", "maksudnya `lindungi export`?"),
    (
        &["frobnicate", "--demo"],
        "frobnicate is no command, there are: status",
        "frobnicate bukan perintah, yang ada: status",
    ),
    (&["reprt", "roster.json", "--out", "x"], "did you mean `lindungi report`?", "maksudnya `lindungi report`?"),
    (&["schema", "roster.json"], "one argument too many: roster.json", "argumen berlebih: roster.json"),
    (&["skema"], "did you mean `lindungi schema`?", "maksudnya `lindungi schema`?"),
    (&["ekspor", "roster.json"], "did you mean `lindungi export`?", "maksudnya `lindungi export`?"),
];

#[test]
fn case_100_a_wrong_command_line_is_told_what_is_wrong_in_either_language() {
    for (args, english, indonesian) in WRONG {
        for (lang, said) in [("en", english), ("id", indonesian)] {
            let done = lindungi(args).env("LINDUNGI_LANG", lang).run();
            assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
            assert!(done.err.starts_with("lindungi: ") && done.err.contains(said), "{lang} {args:?}: {}", done.err);
            assert_clean(&done.err);
            if lang == "id" {
                for word in ["error:", "Usage", "OPTIONS", "unexpected", "required", " tip:", "For more"] {
                    assert!(!done.err.contains(word), "{args:?} says {word}: {}", done.err);
                }
            }
        }
    }
}

/// An argument that is no text, one as long as a file, and what stands behind `--`.
#[test]
fn case_100_odd_arguments_are_refused_in_a_few_short_lines() {
    let long = "x".repeat(100_000);
    let option = format!("--{long}");
    for (args, code) in [
        (vec!["status", &long], 3),
        (vec!["status", "--demo", &long], 2),
        (vec!["status", "--demo", "--format", &long], 2),
        (vec!["status", "--demo", "--filter", &option, "--view", &long], 2),
        (vec!["status", "--demo", "--filter", "district:", &option], 2),
        (vec![&long], 3),
        (vec![&option], 2),
        (vec!["--", "--help"], 3),
    ] {
        for lang in ["en", "id"] {
            let done = lindungi(&args).env("LINDUNGI_LANG", lang).run();
            let shown: Vec<String> = args.iter().map(|own| own.chars().take(20).collect()).collect();
            assert_eq!((done.code, done.out.as_str()), (code, ""), "{shown:?}");
            assert!(done.err.starts_with("lindungi: ") && done.err.lines().count() <= 5, "{shown:?}");
            assert!(done.err.lines().all(|line| line.len() < 1_100), "{shown:?}");
            assert_clean(&done.err);
        }
    }
    let whole = lindungi(&["status", "--format", "line", "--", &fixture("small-city.json")]).run();
    assert_eq!((whole.code, whole.err.as_str()), (0, ""));
    let no_text = OsStr::from_bytes(b"roster\xff.json");
    // A file may be called so; a filter may not.
    for (arguments, code) in [(vec![no_text], 3), (vec![OsStr::new("status"), OsStr::new("--filter"), no_text], 2)] {
        let done = Command::new(BINARY).env_clear().env("LANG", "C.UTF-8").args(&arguments).output().unwrap();
        assert_eq!((done.status.code(), done.stdout.len()), (Some(code), 0), "{arguments:?}");
        assert_clean(&String::from_utf8(done.stderr).unwrap());
    }
}

#[test]
fn a_file_whose_name_is_near_a_command_is_a_file_if_it_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("statsu");
    std::fs::copy(fixture("twelve.json"), &path).unwrap();
    let done = lindungi(&[path.to_str().unwrap()]).run();
    assert!(!done.err.contains("did you mean"), "{}", done.err);
    let done = lindungi(&["./statsu"]).run();
    assert!(!done.err.contains("did you mean"), "{}", done.err);
}

#[test]
fn a_refusal_repeats_no_number_of_a_person() {
    for args in
        [&["status", "a", "9271004203810001"][..], &["--9271004203810001"], &["status", "--format", "9271004203810001"]]
    {
        let done = lindungi(args).run();
        assert_eq!(done.code, 2, "{args:?}");
        assert!(!done.err.contains("92710042"), "{}", done.err);
    }
}

#[test]
fn help_of_a_command_is_asked_for_in_two_ways() {
    let one = lindungi(&["help", "status"]).run();
    let other = lindungi(&["status", "--help"]).run();
    assert_eq!((one.code, &one.out), (0, &other.out));
    assert!(one.out.contains("runway_months<3"));
}

#[test]
fn options_before_a_command_are_the_command_s() {
    let behind = lindungi(&["status", "--demo", "--format", "line", "--lang", "id"]).run();
    assert_eq!(behind.code, 0, "{}", behind.err);
    for before in [
        &["--lang", "id", "status", "--demo", "--format", "line"][..],
        &["--lang=id", "--demo", "status", "--format", "line"],
        &["--demo", "--lang", "id", "--color", "never", "status", "--format", "line"],
    ] {
        let done = lindungi(before).run();
        assert_eq!((done.code, &done.out), (0, &behind.out), "{before:?}: {}", done.err);
    }
    // The value of an option is no command, and what a command does not know is refused.
    let value = lindungi(&["--filter", "status", "status", "--demo", "--format", "line"]).run();
    assert!(value.code == 0 && value.out.contains("0 active"), "{}{}", value.out, value.err);
    let wrong = lindungi(&["--filter", "x", "plan", "--workers", "5"]).run();
    assert!(wrong.code == 2 && wrong.err.contains("no option --filter"), "{}", wrong.err);
}

#[test]
fn the_version_is_whole_whichever_way_it_is_asked() {
    let [short, long] = ["-V", "--version"].map(|flag| lindungi(&[flag]).run().out);
    assert_eq!(short, long);
    assert!(long.contains("schema lindungi/roster/1"), "{long}");
}

/// It is taken all the same: a script that asks for it everywhere goes on.
#[test]
fn an_option_that_does_nothing_with_a_command_is_not_told_there() {
    for lang in ["en", "id"] {
        for (command, told, untold) in [
            ("schema", &["--lang"][..], &["--reveal", "--ascii", "--color", "--theme", "--secure"][..]),
            ("report", &["--lang", "--ascii"], &["--reveal", "--color", "--theme", "--secure"]),
            ("export", &["--lang", "--ascii", "--reveal"], &["--color", "--theme", "--secure"]),
            ("status", &["--lang", "--ascii", "--secure"], &["--reveal", "--color", "--theme"]),
            ("present", &["--lang", "--ascii", "--secure", "--color", "--theme"], &["--reveal"]),
        ] {
            let help = lindungi(&[command, "--help", "--lang", lang]).run().out;
            let stands = |option: &&str| help.lines().any(|line| line.trim_start().starts_with(*option));
            assert!(told.iter().all(stands), "{command} {lang}: {help}");
            assert!(!untold.iter().any(stands), "{command} {lang}: {help}");
        }
    }
    assert_eq!(lindungi(&["schema", "--reveal", "--ascii", "--color", "never"]).run().code, 0);
    assert_eq!(lindungi(&["schema", "--color", "now"]).run().code, 2);
}

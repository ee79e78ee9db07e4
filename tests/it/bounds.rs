//! Where the program stops, and says so: what is no file, what is too large, what no calendar, cell or screen can hold.
//! Cases of torture.md carry their numbers.

use crate::packed::gzip;
use crate::support::{
    BINARY, assert_clean, document, file, fixture, fixture_text, lindungi, pipe, roster, status_json, unpacked,
};
use flate2::Compression;
use flate2::write::GzEncoder;
use lindungi::disk::{MaxSize, Source};
use lindungi::figures::completion::Completion;
use lindungi::lang::Lang;
use lindungi::load::{self, How};
use lindungi::roster::aside::KEPT;
use lindungi::roster::calendar::Month;
use lindungi::roster::filter::Tongue;
use lindungi::roster::money::Rupiah;
use lindungi::roster::program::{Contribution, Rates, Scheme, Segment};
use lindungi::roster::query;
use serde_json::{Value, json};
use std::io::{self, Read};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A folder with a pipe, into which nobody writes, and a socket, each under names that rosters and lists have too.
fn irregular() -> (TempDir, Vec<(String, [&'static str; 2])>) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut found = Vec::new();
    for name in ["pipe", "pipe.csv", "pipe.json.gz"] {
        pipe(&path(name));
        found.push((path(name), ["is a pipe", "adalah pipa"]));
    }
    drop(UnixListener::bind(path("socket.xlsx")).unwrap());
    found.push((path("socket.xlsx"), ["is a socket", "adalah soket"]));
    found.push((PathBuf::from("/dev/null"), ["is a device", "adalah perangkat"]));
    found.push((folder.path().to_owned(), ["is a folder", "adalah folder"]));
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
        let how = How::open(MaxSize::default(), Lang::En);
        let source = || Source::File(PathBuf::from(path));
        let readings = [
            load::loader(source(), how)(&mut |_| ()),
            load::list_loader(source(), None, how)(&mut |_| ()),
            load::list_loader(Source::File(PathBuf::from(&list)), Some(source()), how)(&mut |_| ()),
            load::reader(how)(&source()),
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
    let list = std::fs::read(&list).unwrap();
    // Its own rows may be doubtful.
    for (size, code) in [("1K", 3), ("1M", 1)] {
        let done = lindungi(&["import", "-", "--max-size", size]).stdin(&*list).run();
        assert_eq!((done.code, done.err.contains("more than 1K")), (code, code == 3), "{}", done.err);
    }
    for (size, said) in [("8GB", "such as 512M"), ("0", "such as 512M"), ("-1", "such as 512M")] {
        let done = lindungi(&["status", &path, &format!("--max-size={size}")]).run();
        assert!(done.code == 2 && done.err.contains(said), "{size}: {}", done.err);
    }
}

#[test]
fn case_29_a_text_that_swells_is_refused_before_it_is_held() {
    let row = r#"{"schema": "lindungi/roster/1", "workers": [{"name": ""#;
    let unknown = r#"{"schema": "lindungi/roster/1", "note": ""#;
    for (begin, line) in [(row, "1:45"), (unknown, "1:41"), ("[\"", "1:1"), ("\"", "1:1")] {
        let (_folder, path) = file("bomb.json.gz", swollen(begin, 300 << 20, "\"}]}"));
        let done = lindungi(&["status", &path]).run();
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{}", done.err);
        assert!(done.err.starts_with(&format!("lindungi: {path}:{line}: ")), "{}", done.err);
        assert!(done.err.contains("longer than 64 MiB"), "{}", done.err);
    }
}

/// A roster with so many groups, districts with an alias each, and villages, and a worker of each.
fn many_places(many: usize) -> String {
    let worker = |at: usize| {
        json!({"id": format!("W{at}"), "name": "Siti", "occupation": format!("g{at}"), "status": "active",
               "district": format!("Distrik {at}"), "village": format!("Desa {at}")})
    };
    let mut document = document((0..many).map(worker).collect());
    document["groups"] =
        (0..many).map(|at| json!({"id": format!("g{at}"), "name": format!("Kelompok {at}")})).collect();
    document["districts"] = (0..many)
        .map(|at| json!({"name": format!("Distrik {at}"), "aliases": [format!("Dis. {at}")], "target": at + 1}))
        .collect();
    document.to_string()
}

#[test]
fn twenty_thousand_places_are_found_by_every_name_and_few_are_offered() {
    let many = 20_000;
    let roster = roster(many_places(many));
    assert_eq!(roster.quota("dis. 7000"), Some(7_001));
    for (text, found) in [
        ("district:\"Dis. 7000\"", 1),
        ("group:g19999", 1),
        ("village:\"desa 12\"", 1),
        ("district:\"Distrik 7\",\"dis. 8\"", 2),
    ] {
        assert_eq!(query::parse(text, &roster).unwrap().select(&roster).count(), found, "{text}");
    }
    for (text, fits, of) in [
        ("village:", many, many),
        ("village:desa", many, many),
        ("village:1999", 11, many),
        ("district:dis", many, many),
        ("kelompok:kel", many, many),
        ("de", many + 1, many + 1),
    ] {
        let offered = Completion::at(text, text.len(), &roster, Tongue::English).unwrap();
        assert_eq!((offered.fits, offered.of), (fits, of), "{text}");
        assert!((1..=501.min(fits)).contains(&offered.offers.len()), "{text}: {}", offered.offers.len());
    }
    // What is typed wrong is still told what is nearest.
    for (text, near) in
        [("village:\"deza 7\"", "Desa 7"), ("group:kelompik", "Kelompok"), ("district:distrk", "Distrik")]
    {
        let error = query::parse(text, &roster).unwrap_err();
        let said = Lang::En.query_mistake(text, &error);
        assert!(said.contains(near), "{text}: {said}");
    }
}

#[test]
fn a_rate_is_the_newest_that_has_begun_however_many_there_are() {
    let month = |at: i64| Month::new(1900, 1).unwrap().plus(at);
    let rate = |at: i64| Contribution {
        segment: if at % 2 == 0 { Segment::Bpu } else { Segment::Pu },
        scheme: if at % 4 < 2 { Scheme::Jkk } else { Scheme::Jkm },
        monthly: Rupiah::new(i128::from(at) + 1).unwrap(),
        from: (at > 3).then(|| month(at / 4 * 3)),
    };
    // In no order of theirs.
    let listed: Vec<Contribution> = (0..400).map(|at| rate(at * 7 % 400)).collect();
    let rates = Rates::new(listed.clone());
    assert_eq!(rates.contributions(), listed);
    for at in -5..310 {
        for segment in Segment::ALL {
            for scheme in Scheme::ALL {
                let own = listed.iter().filter(|rate| (rate.segment, rate.scheme) == (segment, scheme));
                let newest =
                    own.filter(|rate| rate.from.is_none_or(|from| from <= month(at))).max_by_key(|rate| rate.from);
                assert_eq!(rates.scheme(segment, scheme, month(at)), newest.map(|rate| rate.monthly), "{at}");
            }
        }
        let next = listed.iter().filter_map(|rate| rate.from).filter(|from| *from > month(at)).min();
        assert_eq!(rates.change_between(month(at), Month::LAST), next);
    }
}

#[test]
fn a_plan_beyond_a_limit_names_the_limit() {
    let four = ["--workers", "10", "--monthly", "16800"];
    for (more, en, id) in [
        (&["--months", "1201"][..], "more than 1,200 months", "lebih dari 1.200 bulan"),
        (&["--months", "119988", "--from", "2024-01"], "more than 1,200 months", "lebih dari 1.200 bulan"),
        (&["--budget", "99999999999999", "--from", "2024-01"], "more than 1,200 months", "lebih dari 1.200 bulan"),
        (&["--months", "5", "--from", "9999-11"], "December 9999", "Desember 9999"),
        (&["--budget", "99999999999999", "--from", "9990-01"], "December 9999", "Desember 9999"),
        (&["--budget", "99999999999999999999999999999"], "more than 28 digits", "lebih dari 28 angka"),
        (&["--months", "18446744073709551616"], "more than 28 digits", "lebih dari 28 angka"),
        (&["--months", "12", "--budget", "99999999999999999999999999999999999999999"], "28 digits", "28 angka"),
    ] {
        for (lang, said) in [("en", en), ("id", id)] {
            let done = lindungi(&[&["plan", "--lang", lang], &four[..], more].concat()).run();
            assert_eq!((done.code, done.out.as_str()), (2, ""), "{more:?}");
            assert!(done.err.contains(said), "{more:?}: {}", done.err);
        }
    }
    let century = lindungi(&[&["plan"], &four[..], &["--months", "1200", "--from", "2024-01"]].concat()).run();
    assert_eq!((century.code, century.err.as_str()), (0, ""));
}

/// A roster in which every name is so long.
fn long_names(many: usize) -> Value {
    let long = |c: &str| c.repeat(many);
    let mut own = document(json!([
        {"id": "W1", "name": long("n"), "occupation": "nelayan", "status": "active", "district": long("d"),
         "village": long("v"), "enrolled_on": "2024-03-01", "reason": long("r")},
        {"id": long("i"), "name": long("N"), "occupation": long("o"), "status": "active", "district": long("e")},
    ]));
    own["program"]["name"] = long("p").into();
    own["program"]["region"] = json!({"name": long("R"), "province": long("P")});
    own["groups"][0]["name"] = json!({"id": long("g"), "en": long("g")});
    own
}

#[test]
fn case_07_a_name_that_goes_on_and_on_is_cut_in_every_text_and_whole_in_data() {
    let (_folder, path) = file("long.json", long_names(100_000).to_string());
    let mut older = long_names(100_000);
    older["workers"][0]["occupation"] = "x".repeat(100_000).into();
    let (_other, older) = file("older.json", older.to_string());
    let texts: [&[&str]; 9] = [
        &["status", &path],
        &["status", &path, "--format", "markdown"],
        &["status", &path, "--format", "line"],
        &["status", &path, "--since", &older],
        &["check", &path],
        &["check", &path, "--all"],
        &["export", &path, "--format", "markdown"],
        &["diff", &older, &path],
        &["diff", &older, &path, "--format", "markdown"],
    ];
    for text in texts {
        let done = lindungi(text).run();
        let longest = done.out.lines().map(str::len).max().unwrap_or(0);
        assert!(done.code <= 1 && longest < 2_000, "{text:?}: a line of {longest}, {}", done.err);
        // The line has figures and no name.
        assert!(!done.out.is_empty() && done.out.contains('…') != text.contains(&"line"), "{text:?}: {}", done.out);
    }
    let wrong = lindungi(&["status", &path, "--filter", "district:x"]).run();
    assert!(wrong.code == 2 && wrong.err.len() < 2_000, "{}", wrong.err.len());
    for data in [
        &["export", &path, "--format", "csv"][..],
        &["export", &path, "--format", "json"],
        &["status", &path, "--format", "json"],
    ] {
        let done = lindungi(data).run();
        let whole = if data[0] == "status" { "g" } else { "n" };
        assert!(done.out.contains(&whole.repeat(100_000)), "{data:?}");
    }
}

#[test]
fn case_07_a_text_that_no_cell_takes_is_cut_and_said_wherever_a_workbook_is_written() {
    let (folder, path) = file("long.json", long_names(40_000).to_string());
    let to = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (list, parts, audit, offices) = (to("list.xlsx"), to("parts.xlsx"), to("audit.xlsx"), to("offices"));
    let calls: [&[&str]; 4] = [
        &["export", &path, "-o", &list],
        &["export", &path, "--split-by", "group", "-o", &parts],
        &["check", &path, "-o", &audit],
        &["check", &path, "--by", "office", "-o", &offices],
    ];
    for (lang, said) in [("en", "longer than a cell"), ("id", "lebih panjang dari isi satu sel")] {
        for call in calls {
            let done = lindungi(&[call, &["--force", "--lang", lang]].concat()).run();
            assert!(done.code <= 1, "{call:?}: {}", done.err);
            assert!(done.err.contains(said), "{call:?}: {}", done.err);
        }
        for book in [&list, &parts, &audit] {
            let longest = unpacked(Path::new(book)).split(['<', '>']).map(|text| text.chars().count()).max();
            assert_eq!(longest, Some(32_767), "{book}");
        }
    }
}

#[test]
fn rows_beyond_what_is_kept_are_counted_and_the_first_ones_listed() {
    let (bad, good) = (KEPT + 5, json!({"name": "Siti", "occupation": "nelayan", "status": "proposed"}));
    let mut own = document(json!([]));
    let rows = format!("{}{good}", "0,".repeat(bad));
    own["claims"] = json!([7]);
    let text = own.to_string().replace("\"workers\":[]", &format!("\"workers\":[{rows}]"));
    let (folder, path) = file("bad.json", text);
    let status = status_json(&[&path]);
    assert_eq!(status["workers"], json!({"readable": 1, "set_aside": bad, "matched": 1}));
    assert_eq!(status["findings"]["by_rule"]["row-unreadable"], json!(bad + 1));
    for (lang, said) in [("en", "and 5 more that are only counted"), ("id", "dan 5 lagi yang hanya dihitung")] {
        let told = lindungi(&["check", &path, "--all", "--lang", lang]).run();
        assert!(told.code == 1 && told.out.contains(said), "{}", told.err);
        let audit = folder.path().join(format!("{lang}.json")).to_str().unwrap().to_owned();
        let table = lindungi(&["check", &path, "-o", &audit, "--lang", lang]).run();
        assert!(table.err.contains(said), "{}", table.err);
        let table: Value = serde_json::from_str(&std::fs::read_to_string(&audit).unwrap()).unwrap();
        let unreadable = |row: &&Value| row["rule"] == "row-unreadable";
        let of_rule = table["rules"].as_array().unwrap().iter().find(unreadable).unwrap();
        assert_eq!(of_rule["count"], json!(bad + 1));
        let listed: Vec<&Value> = table["rows"].as_array().unwrap().iter().filter(unreadable).collect();
        assert_eq!(listed.len(), KEPT + 1, "those of another list are kept beside them");
        let siti = table["rows"].as_array().unwrap().iter().find(|row| !unreadable(row)).unwrap();
        assert_eq!(siti["line"], Value::Null, "behind what is only counted nobody knows its line");
    }
}

/// Runs it with so much memory to be had, in KiB; the exit code, or nothing where a signal ended it, and what it said.
fn with_memory(kib: u64, args: &[&str]) -> (Option<i32>, String) {
    let script = format!("ulimit -v {kib}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.env_clear().env("LANG", "C.UTF-8").args(["-c", &script, BINARY]).args(args);
    let done = command.output().unwrap();
    (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
}

#[test]
fn case_30_too_little_memory_is_an_error_and_never_an_abort() {
    // What the program takes before it reads anything differs between builds: it is looked for.
    let starts = |kib: &u64| with_memory(*kib, &["--version"]).0 == Some(0);
    let least = (1..).map(|step| step * 2_048).find(starts).unwrap() + 4_096;
    let path = fixture("sorong-2024.json");
    let mut ends = Vec::new();
    for more in [0, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64, 96, 160, 1_024] {
        for args in [&["status", &path][..], &["status", "--demo"], &["export", &path]] {
            let (code, said) = with_memory(least + more * 1_024, args);
            assert!(matches!(code, Some(0 | 3)), "{args:?} in {more} MiB more: {code:?} {said}");
            assert!(code == Some(0) || said.contains("there is no more memory"), "{said}");
            ends.push(code);
        }
    }
    assert_eq!((ends.first(), ends.last()), (Some(&Some(3)), Some(&Some(0))), "both ends were met");
}

/// An answer that is longer than the file is written as it is made: held whole it took ten times the memory.
#[test]
fn a_hundred_thousand_payments_and_claims_are_told_in_the_memory_that_they_are_read_in() {
    let mut whole: Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    let payment = |at: usize| json!({"month": format!("2024-{:02}", 3 + at % 10), "workers": 1, "amount": "16800"});
    whole["payments"] = (0..100_000).map(payment).collect();
    whole["claims"] = (0..100_000).map(|_| json!({"worker": "K028", "scheme": "JKM", "amount": "42000000"})).collect();
    let (_folder, path) = file("crowded.json", whole.to_string());
    let told = lindungi(&["status", &path, "--format", "json"]).run();
    assert!(told.code == 0 && told.out.len() > 16_000_000, "{} bytes", told.out.len());
    let in_text = |kib: &u64| with_memory(*kib, &["status", &path]).0 == Some(0);
    let least = (1..).map(|step| step * 16_384).find(in_text).unwrap();
    let (code, said) = with_memory(least + 8_192, &["status", &path, "--format", "json"]);
    assert_eq!(code, Some(0), "in 8 MB more than as text: {said}");
}

//! What is wrong with a file: each message says where and what was expected and how to mend it, and quotes nobody;
//! a bad row is set aside alone; nothing that a file holds can hang or crash the reading.

use crate::support::{assert_clean, document, file, fixture, fixture_text, lindungi, read, roster, status_json};
use lindungi::figures::Figures;
use lindungi::lang::Lang;
use lindungi::lang::measure::width;
use lindungi::roster::filter::Filter;
use lindungi::roster::json::{Fault, LoadErrorKind};
use lindungi::roster::{Reason, Section};
use serde_json::{Value, json};

/// What stands in the fixtures of people and must stand in no message.
const PERSONAL: [&str; 9] =
    ["Marta", "Osok", "Obet", "Kalami", "Titus", "Howay", "9271004203810001", "927100", "24000000"];

#[track_caller]
fn assert_quotes_nobody(message: &str) {
    for value in PERSONAL {
        assert!(!message.contains(value), "{value} of the file stands in {message:?}");
    }
}

#[test]
fn case_32_a_broken_file_says_where_and_what_was_expected_and_how_to_mend_it() {
    // After the file's name; the remedy is the last line.
    for (name, says, remedy) in [
        ("broken-comma", ":7:198: not JSON: a comma or bracket is missing", "Mend"),
        ("coverage-reversed", ":2:", "coverage"),
        ("cut-off", ":8:", "copy"),
        ("duplicate-workers-key", ":9:", "mend"),
        ("empty", ": the file is empty", "lindungi demo"),
        ("group-twice", ":5:", "its own id"),
        ("json-lines", ":2:1: a second document follows: this looks like JSON Lines", "workers"),
        ("latin1", ":6:51: not UTF-8 at byte 586; perhaps Latin-1", "UTF-8"),
        ("missing-program", ":13:", "\"program\": {\"name\""),
        ("money-29-digits", ":2:187: program.budget: not whole rupiah in at most 28 digits", "mend"),
        ("money-exponent", ":2:187: program.budget: not whole rupiah in at most 28 digits", "mend"),
        ("money-fraction", ":2:187: program.budget: not whole rupiah in at most 28 digits", "mend"),
        ("rate-twice", ":2:", "Keep"),
        ("spreadsheet-renamed", ": looks like a ZIP archive, not JSON", "Unpack"),
        ("unknown-schema", ":1:", "newer"),
        ("utf16", ":1:1: encoded as UTF-16, not UTF-8 (byte 0)", "UTF-8"),
        ("workers-not-a-list", ":5:13: workers: an object stands where a list [ … ] is expected", "mend"),
    ] {
        let path = fixture(&format!("defects/{name}.json"));
        let done = lindungi(&["status", &path]).run();
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{name}");
        let message = &done.err;
        assert!(message.starts_with(&format!("lindungi: {path}{says}")), "{name}: {message}");
        assert!(message.lines().last().unwrap().contains(remedy), "{name}: {message}");
        assert!((2..=5).contains(&message.lines().count()), "{name}: {message}");
        assert_clean(message);
        assert_quotes_nobody(message);
        let indonesian = lindungi(&["status", &path, "--lang", "id"]).run();
        assert_eq!(indonesian.code, 3);
        assert_ne!(&indonesian.err, message, "{name} is said in Indonesian too");
        assert_quotes_nobody(&indonesian.err);
        let stdin = lindungi(&["status", "-"]).stdin(std::fs::read(&path).unwrap()).run();
        assert_eq!((stdin.code, stdin.out.as_str()), (3, ""), "{name} from standard input");
    }
}

#[test]
fn the_path_of_a_broken_part_is_named() {
    for (name, path) in [
        ("coverage-reversed", "program.coverage.to: "),
        ("duplicate-workers-key", "workers: duplicate field"),
        ("group-twice", "groups row 2, id: "),
        ("missing-program", "program: required, but missing"),
        ("rate-twice", "program.contributions row 3: "),
        ("unknown-schema", "schema: unknown schema \"lindungi/roster/9\", expected \"lindungi/roster/1\""),
    ] {
        let done = lindungi(&["status", &fixture(&format!("defects/{name}.json"))]).run();
        assert!(done.err.contains(path), "{}", done.err);
    }
}

#[test]
fn a_bad_row_is_set_aside_alone_with_its_path_and_reason() {
    for (name, paths) in [
        ("row-bad-date", &["workers row 3 (line 8), birth_date: not a date YYYY-MM-DD"][..]),
        ("row-duplicate-key", &["workers row 3 (line 8), name: duplicate field"]),
        ("row-lone-surrogate", &["workers row 3 (line 8), name: half a character"]),
        ("row-missing-name", &["workers row 3 (line 8), name: required, but missing"]),
        (
            "row-unknown-status",
            &["workers row 3 (line 8), status: not one of proposed, verified, active, inactive, rejected"],
        ),
        (
            "row-wrong-kind",
            &[
                "workers row 4 (line 9): a text stands where an object",
                "workers row 5 (line 10): a number stands where an object",
                "workers row 6 (line 11): nothing stands where an object",
                "workers row 7 (line 12): a list stands where an object",
            ],
        ),
        ("payment-set-aside", &["payments row 2 (line 11), amount: not whole rupiah"]),
        ("payment-by-segment", &["payments row 2 (line 11), by_segment: BPU and PU do not add up"]),
        ("payment-through-before-month", &["payments row 2 (line 11), through: through lies before month"]),
    ] {
        let roster = roster(fixture_text(&format!("defects/{name}.json")));
        let said: Vec<String> = roster.set_aside.kept().iter().map(|aside| Lang::En.set_aside(aside)).collect();
        assert_eq!(said.len(), paths.len(), "{name}: {said:?}");
        for (said, path) in said.iter().zip(paths) {
            assert!(said.starts_with(path), "{name}: {said}");
            assert_quotes_nobody(said);
            assert_clean(said);
        }
        let status = status_json(&[&fixture(&format!("defects/{name}.json"))]);
        assert_eq!(status["findings"]["by_rule"]["row-unreadable"], paths.len(), "{name}");
        let workers = roster.set_aside.kept().iter().filter(|aside| aside.section == Section::Workers).count();
        assert_eq!(status["workers"]["set_aside"], workers, "{name}");
        assert_eq!(status["budget"]["payments_set_aside"], roster.payments_set_aside(), "{name}");
    }
}

#[test]
fn a_payment_set_aside_makes_the_budget_say_so() {
    for (lang, words) in [("en", "set aside"), ("id", "disisihkan")] {
        let path = fixture("defects/payment-set-aside.json");
        let text = lindungi(&["status", &path, "--lang", lang]).run().out;
        let money = text.lines().skip_while(|line| !line.contains("Rp")).take(3).collect::<Vec<_>>().join("\n");
        assert!(money.contains(words), "beside the money, in {lang}:\n{text}");
    }
}

#[test]
fn each_other_defect_is_found_and_the_rest_is_shown() {
    for (name, rule, count) in [
        ("group-targets", "group-targets", 1),
        ("occupation-unknown", "occupation-unknown", 1),
        ("overspent", "budget-exceeded", 1),
        ("rate-missing", "rate-missing", 1),
        ("row-number-nik", "nik-format", 1),
        ("hostile-text", "text-suspicious", 9),
    ] {
        let status = status_json(&[&fixture(&format!("defects/{name}.json"))]);
        assert_eq!(status["findings"]["by_rule"][rule], count, "{name}: {}", status["findings"]);
        assert_eq!(status["workers"]["set_aside"], 0, "{name}");
    }
    for (name, rule) in [("target-exceeded", "target-exceeded"), ("unknown-field", "unknown-field")] {
        let status = status_json(&[&fixture(&format!("defects/{name}.json"))]);
        assert!(status["findings"]["by_rule"][rule].as_u64() > Some(0), "{name}: {}", status["findings"]);
        assert_eq!((&status["findings"]["errors"], &status["findings"]["warnings"]), (&json!(0), &json!(0)));
    }
    let left = |name: &str| status_json(&[&fixture(&format!("defects/{name}.json"))])["budget"]["left"].clone();
    assert_eq!(left("overspent"), "-51600", "negative money has its sign");
    assert_eq!(left("budget-28-nines"), Value::Null, "a sum beyond 28 digits is said, never wrapped");
    let text = lindungi(&["status", &fixture("defects/overspent.json")]).run().out;
    assert!(text.contains("over") && text.contains("Rp51,600") && !text.contains("-51"), "{text}");
    let text = lindungi(&["status", &fixture("defects/budget-28-nines.json")]).run().out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("more than 28 digits") && text.contains("2 of 10 active"), "{text}");
    let text = lindungi(&["status", &fixture("defects/rate-change-mid-year.json")]).run().out;
    assert!(text.contains("Oct 2024") || text.contains("Nov 2024"), "a later rate is said: {text}");
    let as_of = status_json(&[&fixture("defects/as-of-from-data.json")]);
    assert_eq!((&as_of["as_of"], &as_of["as_of_from"]), (&json!("2024-06-03"), &json!("data")));
    let over = status_json(&[&fixture("defects/coverage-over.json")]);
    assert_eq!(over["enrollment"]["needed_per_30_days"], Value::Null, "no day is left");
}

#[test]
fn every_defect_of_the_fixtures_has_its_test() {
    let own = include_str!("errors.rs");
    let status = include_str!("status.rs");
    let money = include_str!("money.rs");
    for entry in std::fs::read_dir(fixture("defects")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        // As a list of names has it, or whole: some are words of other texts as well.
        let written = [format!("\"{name}\""), format!("\"defects/{name}.json\"")];
        assert!(
            [own, status, money].iter().any(|tests| written.iter().any(|name| tests.contains(name))),
            "no test reads fixtures/defects/{name}.json"
        );
    }
}

#[test]
fn a_schema_that_is_none_of_ours_is_not_repeated() {
    let text = fixture_text("small-city.json").replacen("lindungi/roster/1", "Marta Osok 9271002512860001", 1);
    let (_folder, path) = file("other.json", text);
    let done = lindungi(&["status", &path]).run();
    assert_eq!(done.code, 3);
    assert!(done.err.contains("unknown schema, expected \"lindungi/roster/1\""), "{}", done.err);
    assert_quotes_nobody(&done.err);
    assert!(!done.err.contains("Marta"), "{}", done.err);
}

#[test]
fn a_missing_file_and_a_directory_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("none.json");
    let missing = missing.to_str().unwrap();
    let done = lindungi(&["status", missing]).run();
    assert_eq!((done.code, done.out.as_str()), (3, ""));
    assert!(done.err.starts_with(&format!("lindungi: {missing}: no such file")), "{}", done.err);
    let path = folder.path().to_str().unwrap();
    let done = lindungi(&["status", path]).run();
    assert_eq!((done.code, done.out.as_str()), (3, ""));
    assert!(done.err.starts_with(&format!("lindungi: {path}: is a folder")), "{}", done.err);
}

#[test]
fn case_02_a_file_name_that_a_terminal_would_obey_is_shown_harmless() {
    for name in ["a\u{1b}[2Jb.json", "a\u{202e}b.json", "a\nb.json", "\u{1b}]0;PWN\u{7}.json"] {
        let done = lindungi(&["status", name]).run();
        assert_eq!(done.code, 3);
        assert_clean(&done.err);
        assert_eq!(done.err.lines().count(), 2, "{:?}", done.err);
        let (_folder, path) = file(name, "{");
        let done = lindungi(&["status", &path]).run();
        assert_eq!(done.code, 3);
        assert_clean(&done.err);
        assert_eq!(done.err.lines().count(), 2, "{:?}", done.err);
    }
}

#[test]
fn case_02_an_argument_that_a_terminal_would_obey_is_shown_harmless() {
    let evil = "a\u{1b}[2J\u{202e}\u{9b}31m:x";
    for args in [
        &["status", "--demo", "--filter", evil][..],
        &["status", "--demo", "--filter", "status:a\u{1b}[2J"],
        &["status", "--demo", "--fail-if", evil],
        &["status", "--demo", "--fail-if", "\u{1b}[2J<3"],
        &["demo", "--as-of", evil],
        &["status", "--demo", "--format", evil],
        &["demo", "--workers", evil],
        &["demo", evil],
    ] {
        let done = lindungi(args).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
        assert_clean(&done.err);
    }
}

#[test]
fn case_17_what_is_no_object_is_no_roster() {
    for (text, place) in [
        (" ", ""),
        ("null", ":1:1"),
        ("[]", ":1:1"),
        ("7", ":1:1"),
        ("\"x\"", ":1:1"),
        ("{}", ":1:3"),
        ("\u{feff}", ""),
        ("hello", ":1:1"),
        ("\n\n  ]", ":3:3"),
        ("{\"schema\": \"lindungi/roster/1\"} x", ":1:33"),
    ] {
        let (_folder, path) = file("roster.json", text);
        let done = lindungi(&["status", &path]).run();
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{text:?}");
        assert!(done.err.starts_with(&format!("lindungi: {path}{place}: ")), "{text:?}: {}", done.err);
        assert!((2..=5).contains(&done.err.lines().count()), "{text:?}: {}", done.err);
        assert_clean(&done.err);
    }
}

fn three_workers() -> Value {
    json!([
        {"name": "Marta Osok", "occupation": "nelayan", "status": "active", "nik": "9271004203810001"},
        {"name": "Obet Kalami", "occupation": "nelayan", "status": "active", "nik": "9271001507900002"},
        {"name": "Titus Howay", "occupation": "nelayan", "status": "proposed", "nik": "9271000101750003"},
    ])
}

#[test]
fn case_18_a_roster_cut_at_any_byte_is_never_shown_as_whole() {
    let mut whole = document(three_workers());
    whole["payments"] = json!([{"month": "2024-03", "amount": 16800}]);
    let whole = whole.to_string();
    assert_eq!(read(&whole).unwrap().workers.len(), 3);
    for kept in 0..whole.len() {
        let error = read(&whole[..kept]).expect_err("a part of a roster is no roster");
        let expected = match kept {
            0 => LoadErrorKind::Empty,
            _ => LoadErrorKind::Syntax(Fault::Cut),
        };
        assert_eq!(error.kind, expected, "{kept} bytes");
        let message = Lang::En.load_error("roster.json", &error);
        assert!(kept == 0 || message.starts_with("roster.json:1:"), "{message}");
        assert_clean(&message);
        assert_quotes_nobody(&message);
    }
    for kept in [0, 1, whole.len() / 3, whole.len() / 2, whole.len() - 1] {
        let done = lindungi(&["status", "-"]).stdin(&whole.as_bytes()[..kept]).run();
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{kept} bytes");
        assert_quotes_nobody(&done.err);
    }
}

/// The roster of three whose second worker has `value` in `field`; a duplicate key and raw numbers need the text.
fn with_field(field: &str, value: &str) -> String {
    let mut workers = three_workers();
    workers[1].as_object_mut().unwrap().insert(field.to_owned(), json!("HERE"));
    document(workers).to_string().replace("\"HERE\"", value)
}

#[test]
fn case_25_a_value_of_the_wrong_kind_sets_exactly_its_row_aside() {
    let kinds = ["\"x\"", "7", "true", "null", "[]", "{}"];
    // For each field: which of the kinds keep the row.
    for (field, kept) in [
        ("name", [true, false, false, false, false, false]),
        ("occupation", [true, false, false, false, false, false]),
        ("status", [false, false, false, false, false, false]),
        ("id", [true, false, false, true, false, false]),
        ("nik", [true, true, false, true, false, false]),
        ("kpj", [true, true, false, true, false, false]),
        ("phone", [true, true, false, true, false, false]),
        ("sex", [false, false, false, true, false, false]),
        ("segment", [false, false, false, true, false, false]),
        ("birth_date", [false, false, false, true, false, false]),
        ("registered_on", [false, false, false, true, false, false]),
        ("enrolled_on", [false, false, false, true, false, false]),
        ("protected_until", [false, false, false, true, false, false]),
        ("district", [true, false, false, true, false, false]),
        ("village", [true, false, false, true, false, false]),
        ("welfare_decile", [false, true, false, true, false, false]),
    ] {
        for (value, kept) in kinds.iter().zip(kept) {
            let roster = roster(with_field(field, value));
            let aside: Vec<String> = roster.set_aside.kept().iter().map(|aside| aside.path()).collect();
            let expected = if kept { vec![] } else { vec![format!("workers[1].{field}")] };
            assert_eq!(aside, expected, "{field}: {value}");
            assert_eq!(roster.workers.len(), 2 + usize::from(kept), "{field}: {value}");
            assert_eq!(roster.worker(0).name(), "Marta Osok");
            assert_eq!(roster.worker(1 + u32::from(kept)).name(), "Titus Howay");
        }
    }
}

#[test]
fn a_number_where_a_nik_belongs_is_unknown_and_found() {
    for (field, rule) in [("nik", "nik-format"), ("kpj", "kpj-format")] {
        for value in ["9271001507900002", "1e400", "-0", "1E5", "0.5"] {
            let (_folder, path) = file("roster.json", with_field(field, value));
            let status = status_json(&[&path]);
            assert_eq!(status["workers"]["readable"], 3);
            assert!(status["findings"]["by_rule"][rule].as_u64() > Some(0), "{field}: {value}");
        }
    }
}

#[test]
fn case_20_a_field_twice_sets_the_row_aside_and_a_section_twice_breaks_the_file() {
    let text = document(three_workers()).to_string();
    for field in ["nik", "name", "status", "occupation"] {
        let again =
            text.replacen("\"name\":\"Obet Kalami\"", &format!("\"name\":\"Obet Kalami\",\"{field}\":\"x\""), 1);
        let roster = roster(again);
        assert_eq!(roster.set_aside.count(), 1, "{field}");
        assert_eq!(roster.set_aside.kept()[0].path(), format!("workers[1].{field}"));
        assert_eq!(roster.set_aside.kept()[0].reason, Reason::Duplicate);
    }
    for section in ["schema", "program", "groups", "workers"] {
        let value = serde_json::from_str::<Value>(&text).unwrap()[section].to_string();
        let again = format!("{},\"{section}\":{value}}}", text.strip_suffix('}').unwrap());
        let error = read(again).unwrap_err();
        assert_eq!((error.path.as_str(), error.kind), (section, LoadErrorKind::Field(Reason::Duplicate)));
    }
}

fn with_budget(value: &str) -> String {
    let mut document = document(three_workers());
    document["program"]["budget"] = json!("HERE");
    document.to_string().replace("\"HERE\"", value)
}

#[test]
fn case_22_amounts_are_whole_rupiah_of_at_most_28_digits_as_text_and_as_integer() {
    let nines = "9".repeat(28);
    let longer = format!("1{}", "0".repeat(28));
    for (amount, reads) in [
        ("0", true),
        ("16800", true),
        ("9007199254740993", true),
        ("18446744073709551616", true),
        (nines.as_str(), true),
        (longer.as_str(), false),
        ("16800.0", false),
        ("16800.5", false),
        ("1.68e4", false),
        ("1E5", false),
        ("-1", false),
        ("-0", false),
    ] {
        for value in [format!("\"{amount}\""), amount.to_owned()] {
            match read(with_budget(&value)) {
                Ok(roster) => {
                    assert!(reads, "{value} is no amount");
                    assert_eq!(roster.program.budget.map(|own| own.to_string()).as_deref(), Some(amount));
                }
                Err(error) => {
                    assert!(!reads, "{value}: {error:?}");
                    assert_eq!(error.path, "program.budget", "{value}");
                    assert!(
                        matches!(error.kind, LoadErrorKind::Field(Reason::WrongForm(_) | Reason::Looks(..))),
                        "{error:?}"
                    );
                }
            }
        }
    }
    for text in ["", "+1", "016800", "16_800", "16.800", "16,800", "Rp16800", " 16800", "0x10", "１６８００", "NaN"]
    {
        let error = read(with_budget(&json!(text).to_string())).unwrap_err();
        assert_eq!(error.path, "program.budget", "{text:?}");
    }
    for number in ["016800", "+1", "0x10", "1_000", "NaN", "Infinity", ".5", "1."] {
        let error = read(with_budget(number)).unwrap_err();
        assert!(matches!(error.kind, LoadErrorKind::Syntax(_)), "{number} is no JSON: {error:?}");
    }
    for kind in ["null", "true", "[]", "{}"] {
        let error = read(with_budget(kind)).unwrap_err();
        assert_eq!(error.path, "program.budget", "{kind}");
    }
}

#[test]
fn case_33_an_amount_beyond_two_to_the_53_is_exact_from_the_file_to_the_screen() {
    for value in ["9007199254740993", "\"9007199254740993\""] {
        let (_folder, path) = file("roster.json", with_budget(value));
        let status = status_json(&[&path]);
        assert_eq!(status["budget"]["total"], "9007199254740993");
        assert_eq!(status["budget"]["left"], "9007199254740993");
        let text = lindungi(&["status", &path]).run().out;
        assert!(text.contains("Rp9,007,199,254,740,993"), "{text}");
    }
}

#[test]
fn case_01_hostile_text_leaves_every_output_clean() {
    let path = fixture("defects/hostile-text.json");
    for format in ["text", "line", "markdown", "json"] {
        for lang in ["en", "id"] {
            let done = lindungi(&["status", &path, "--format", format, "--lang", lang]).run();
            assert_eq!((done.code, done.err.as_str()), (0, ""), "{format}");
            assert_clean(&done.out);
        }
    }
    let status = status_json(&[&path]);
    assert_eq!(status["program"], "Con\u{1b}[31mtoh\u{200f}", "the data itself is not changed");
    let filter = "name:\"\u{1b}[2J\" or id:\u{202e}x";
    for format in ["text", "line", "markdown", "json"] {
        let done = lindungi(&["status", &path, "--format", format, "--filter", filter]).run();
        assert_eq!(done.code, 0, "{}", done.err);
        assert_clean(&done.out);
    }
}

#[test]
fn case_05_hidden_characters_are_counted_and_do_not_hide_a_name_from_search() {
    let mut workers = three_workers();
    workers[0]["name"] = json!("Mar\u{200b}ta\u{2060} O\u{ad}sok\u{feff}");
    let roster = roster(document(workers).to_string());
    let found = |text: &str| lindungi::roster::query::parse(text, &roster).unwrap().select(&roster).count();
    assert_eq!(found("\"marta osok\""), 1);
    assert_eq!(found("finding:text-suspicious"), 1);
    assert_eq!(found("-finding:text-suspicious"), 2);
}

#[test]
fn case_11_what_a_name_spells_in_any_form_of_unicode_finds_it() {
    let mut workers = three_workers();
    workers[0]["name"] = json!("Yu\u{301}stinus Straße");
    workers[1]["name"] = json!("Yústinus İbrahim");
    let roster = roster(document(workers).to_string());
    let found = |text: &str| lindungi::roster::query::parse(text, &roster).unwrap().select(&roster).count();
    for (text, count) in [("yustinus", 2), ("YÚSTINUS", 2), ("Yu\u{301}stinus", 2), ("strasse", 1), ("ibrahim", 1)] {
        assert_eq!(found(text), count, "{text}");
    }
}

#[test]
fn case_07_a_name_of_a_megabyte_is_read_and_every_form_stays_short() {
    for name in ["x".repeat(1_000_000), "张".repeat(65_536), "e\u{301}".repeat(100_000)] {
        let mut workers = three_workers();
        workers[1]["name"] = json!(name);
        let mut city = document(workers);
        city["program"]["name"] = json!(name);
        city["groups"][0]["name"] = json!(name);
        let (_folder, path) = file("roster.json", city.to_string());
        for args in [
            &["status", &path][..],
            &["status", &path, "--format", "line"],
            &["status", &path, "--format", "markdown"],
            &["check", &path, "--all"],
            &["export", &path, "--format", "markdown"],
        ] {
            let done = lindungi(args).run();
            assert!(done.code < 2 && done.err.is_empty(), "{args:?}: {}", done.err);
            assert!(done.out.len() < 10_000, "{args:?}: {}", done.out.len());
            // The line has figures and no name.
            assert_eq!(done.out.contains('…'), !args.contains(&"line"), "{args:?}: {}", done.out);
        }
    }
}

#[test]
fn a_hundred_thousand_brackets_inside_each_other_neither_hang_nor_crash() {
    let depth = 100_000;
    let lists = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let objects = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    for deep in [&lists, &objects] {
        let kept = read(with_field("catatan", deep)).unwrap();
        assert_eq!(kept.workers.len(), 3, "an unknown field is passed over");
        let aside = read(with_field("name", deep)).unwrap();
        assert_eq!(aside.set_aside.kept()[0].path(), "workers[1].name");
        assert_eq!(read(with_budget(deep)).unwrap_err().path, "program.budget");
        assert!(read(deep).is_err());
        let (_folder, path) = file("roster.json", with_field("status", deep));
        assert_eq!(status_json(&[&path])["workers"]["set_aside"], 1);
    }
    for open in ["[", "{\"a\":", "{\"workers\":[", "{\"program\":"] {
        let done = lindungi(&["status", "-"]).stdin(open.repeat(depth)).run();
        assert_eq!((done.code, done.out.as_str()), (3, ""), "{open}");
        assert!(done.err.lines().count() <= 5, "{open}: {}", done.err);
    }
}

#[test]
fn case_22_a_number_out_of_range_or_of_ten_megabytes_is_one_bad_value() {
    let long = "7".repeat(10_000_000);
    for value in ["1e400", "-0", "1E5", "12.0", "-7", "256", long.as_str()] {
        let roster = read(with_field("welfare_decile", value)).unwrap();
        assert_eq!(roster.workers.len(), 2);
        assert_eq!(roster.set_aside.kept()[0].path(), "workers[1].welfare_decile");
    }
    for value in ["1e400", long.as_str()] {
        assert_eq!(read(with_field("name", value)).unwrap().set_aside.kept()[0].path(), "workers[1].name");
        assert_eq!(read(with_field("catatan", value)).unwrap().workers.len(), 3);
        assert_eq!(read(with_budget(value)).unwrap_err().path, "program.budget");
    }
    for value in ["00012", "0x10", "1_000", "NaN", "Infinity", "+1", "tru", "'x'"] {
        let error = read(with_field("welfare_decile", value)).unwrap_err();
        assert!(matches!(error.kind, LoadErrorKind::Syntax(_)), "{value}: {error:?}");
    }
}

#[test]
fn case_23_broken_encodings_name_the_byte() {
    let text = document(three_workers()).to_string();
    let at = text.find("Obet").unwrap();
    for bad in [&b"\xff"[..], b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x80"] {
        let bytes = [&text.as_bytes()[..at], bad, &text.as_bytes()[at..]].concat();
        let error = read(&bytes).unwrap_err();
        assert_eq!(error.kind, LoadErrorKind::Encoding { offset: at as u64, utf16: false }, "{bad:?}");
        assert_quotes_nobody(&Lang::En.load_error("roster.json", &error));
    }
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(utf16).unwrap_err().kind, LoadErrorKind::Encoding { offset: 0, utf16: true });
}

#[test]
fn case_27_bad_rows_are_counted_however_many_there_are() {
    for bad in [0, 1, 50, 1_000] {
        let good = json!({"name": "x", "occupation": "nelayan", "status": "active"});
        let workers: Vec<Value> = (0..1_000).map(|row| if row < bad { json!(row) } else { good.clone() }).collect();
        let roster = roster(document(json!(workers)).to_string());
        assert_eq!((roster.workers_set_aside(), roster.workers.len()), (bad, 1_000 - bad));
        assert_eq!(Figures::of(&roster, &Filter::EVERYBODY).matched as usize, 1_000 - bad);
    }
}

#[test]
fn a_mistake_in_a_filter_says_what_to_write_instead() {
    for (filter, column, said) in [
        ("age >= 60", 5, "no space around >="),
        ("group: ojek", 7, "no space around :"),
        ("not :ojek", 5, "a field must stand before :"),
        ("sex:f or >=5", 10, "a field must stand before >="),
        ("(sex:f):ojek", 8, "a field must stand before :"),
        ("\"status\":active", 9, "a field must stand before :"),
        ("kelompok : ojek", 10, "no space around :"),
        (":ojek", 1, "a field must stand before :"),
        (" >=60", 2, "a field must stand before >="),
        ("sex:f -(:ojek)", 9, "a field must stand before :"),
        ("sex:f -=5", 8, "a field must stand before ="),
        ("age:10-20", 5, "write 10..20"),
        ("age!=5", 1, "write -age:5"),
        ("age==5", 5, "write age=5"),
        ("age=5..9", 5, "write age:5..9"),
        ("district=none", 10, "write district:none"),
        ("08:00", 1, "no field 08; quote a text that holds"),
        ("until:2024-02-30", 7, "no such day"),
        ("until:2024-2-3", 7, "write 2024-02-03"),
        ("until:24-02-03", 7, "not a date"),
        ("age:99999999999", 5, "too large"),
        ("status:zzz", 8, "there are: proposed, verified, active, grace, inactive, rejected"),
        ("finding:nik", 9, "nik may be nik-missing, nik-format, nik-impossible, nik-duplicate, nik-birth-date"),
        ("district:xyzzy", 10, "there are: Klaurung, Maladum Mes, "),
        ("nik>9671004203810001", 5, "nik has no order"),
    ] {
        let done = lindungi(&["status", "--demo", "--filter", filter]).run();
        assert_eq!(done.code, 2, "{filter}");
        let lines: Vec<&str> = done.err.lines().collect();
        assert!(done.err.contains(said) && done.err.contains(&format!("column {column}")), "{filter}: {}", done.err);
        assert_eq!(lines.get(2).map(|caret| caret.len()), Some(2 + column), "the caret of {filter}: {}", done.err);
    }
}

#[test]
fn the_caret_of_a_mistake_stands_under_its_word_where_the_scrub_leaves_characters_out() {
    for before in ["\u{2764}\u{fe0f} ", "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} ", "张伟 \u{1b}"] {
        let done = lindungi(&["status", "--demo", "--filter", &format!("{before}(bogus:x)")]).run();
        let lines: Vec<&str> = done.err.lines().collect();
        let until = lines[1].find("bogus").unwrap();
        assert_eq!(lines[2].find('^'), Some(width(&lines[1][..until])), "{}", done.err);
    }
}

#[test]
fn a_mistake_never_repeats_a_persons_number() {
    for filter in ["group:9671004203810001", "9671004203810001:x", "nik:1 group:(9671004203810001"] {
        let done = lindungi(&["status", "--demo", "--filter", filter]).run();
        assert_eq!(done.code, 2, "{filter}");
        assert!(!done.err.contains("96710042"), "{}", done.err);
    }
}

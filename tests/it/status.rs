//! `lindungi status`: its four forms, filters, conditions, languages, sources, and how it ends.

use crate::packed::gzip;
use crate::support::{
    assert_clean, document, file, fixture, fixture_text, home, lindungi, roster, sorong, status_json,
};
use lindungi::figures::Figures;
use lindungi::roster::filter::Filter;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// Everything of `part` stands in `whole`; an empty object or null in `part` says only itself, a list its first ones,
/// and one of nothing that there is nothing.
#[track_caller]
fn holds(part: &Value, whole: &Value, path: &str) {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => {
            for (key, value) in part {
                let found = whole.get(key).unwrap_or_else(|| panic!("{path}.{key} is missing"));
                holds(value, found, &format!("{path}.{key}"));
            }
        }
        (Value::Array(part), Value::Array(whole)) if !part.is_empty() => {
            for (place, value) in part.iter().enumerate() {
                let found = whole.get(place).unwrap_or_else(|| panic!("{path}[{place}] is missing"));
                holds(value, found, &format!("{path}[{place}]"));
            }
        }
        _ => assert_eq!(part, whole, "{path}"),
    }
}

#[test]
fn the_json_of_the_demonstration_roster_holds_every_number_of_the_design() {
    let example = json!({
        "schema": "lindungi/status/1", "program": "Perlindungan Pekerja Rentan Kota Sorong", "region": "Kota Sorong",
        "fiscal_year": 2024, "as_of": "2024-08-30", "as_of_from": "program", "synthetic": true, "filter": null,
        "workers": {"readable": 17640, "set_aside": 0, "matched": 17640},
        "enrollment": {
            "target": 19336, "active": 14212, "percent": "73.50", "to_go": 5124,
            "standing": {
                "proposed": 1218, "verified": 1390, "active": 14212, "grace": 386, "inactive": 214, "rejected": 220,
            },
            "funnel": {"listed": 17640, "verified": 16202, "enrolled": 14812, "active": 14212},
            "months": [{"month": "2024-03", "enrolled": 10900, "total": 10900, "plan": 11000}],
            "pace_90_days": 2592, "forecast": {"reached": false, "date": "2025-02-24"}, "needed_per_30_days": "1249.76",
        },
        "groups": [{
            "id": "pedagang_pasar", "name": "Market traders", "target": 7200, "active": 5480, "percent": "76.11",
            "standing": {
                "proposed": 407, "verified": 524, "active": 5480, "grace": 112, "inactive": 64, "rejected": 61,
            },
        }],
        "budget": {
            "total": "2200000000", "spent": "1252826400", "committed": "12465600", "left": "934708000",
            "absorbed_percent": "56.95", "payments_set_aside": 0, "payments_known": true, "rates_missing": [],
            "first_unpaid_month": "2024-09",
            "coverage_to": "2024-12", "months_to_end": 4,
            "monthly": {"active": "238761600", "joined": "262113600", "target": "324844800", "selection": null},
            "monthly_by_scheme": {
                "active": {"JKK": "142120000", "JKM": "96641600"},
                "joined": {"JKK": "156020000", "JKM": "106093600"},
                "target": {"JKK": "193360000", "JKM": "131484800"},
                "selection": null,
            },
            "runway": {
                "active": {
                    "months": "3.91", "full_months": 3, "remainder": "218423200", "funded_through": "2024-11",
                    "first_unfunded_month": "2024-12", "lapse_on": "2025-03-01",
                },
                "joined": {
                    "months": "3.56", "full_months": 3, "remainder": "148367200", "funded_through": "2024-11",
                    "first_unfunded_month": "2024-12", "lapse_on": "2025-03-01",
                },
                "target": {
                    "months": "2.87", "full_months": 2, "remainder": "285018400", "funded_through": "2024-10",
                    "first_unfunded_month": "2024-11", "lapse_on": "2025-02-01",
                },
            },
            "need_to_end": {
                "active": "955046400", "joined": "1048454400", "target": "1299379200", "selection": null,
            },
            "balance_at_end": {"active": "-20338400", "joined": "-113746400", "target": "-364671200"},
            "affordable_workers": 13909, "over_affordable": 303,
        },
        "payments": [{
            "month": "2024-03", "through": "2024-03", "workers": 10900, "amount": "183120000",
            "expected": "183120000", "difference": "0",
        }],
        "findings": {"errors": 37, "warnings": 212, "by_rule": {"nik-duplicate": 4}},
    });
    let whole = status_json(&["--demo"]);
    holds(&example, &whole, "");
    let keys: Vec<&str> = whole.as_object().unwrap().keys().map(String::as_str).collect();
    let contract = [
        "schema",
        "program",
        "region",
        "fiscal_year",
        "as_of",
        "as_of_from",
        "synthetic",
        "filter",
        "workers",
        "enrollment",
        "groups",
        "districts",
        "budget",
        "payments",
        "claims",
        "findings",
    ];
    assert_eq!(keys, contract, "the keys stand in the order of the contract");
    let standing: Vec<&str> = whole["enrollment"]["standing"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(standing, ["proposed", "verified", "active", "grace", "inactive", "rejected"]);
    for scheme in ["JKK", "JKM"] {
        assert!(whole["claims"][scheme]["count"].is_u64() && whole["claims"][scheme]["amount"].is_string());
    }
}

#[test]
fn districts_stand_by_workers_then_name_and_add_up() {
    let whole = status_json(&["--demo"]);
    let rows = whole["districts"].as_array().unwrap();
    let known: Vec<(u64, &str)> =
        rows.iter().filter_map(|row| Some((row["workers"].as_u64()?, row["name"].as_str()?))).collect();
    assert_eq!(known.len(), 10, "ten districts");
    assert!(known.is_sorted_by(|a, b| (b.0, a.1) <= (a.0, b.1)), "{known:?}");
    assert_eq!(rows.iter().filter_map(|row| row["workers"].as_u64()).sum::<u64>(), 17_640);
    assert_eq!(rows.iter().filter_map(|row| row["active"].as_u64()).sum::<u64>(), 14_212);
}

#[test]
fn the_demo_and_its_file_say_the_same_in_every_form() {
    let path = fixture("sorong-2024.json");
    for format in ["text", "line", "markdown", "json"] {
        for lang in ["en", "id"] {
            let demo = lindungi(&["status", "--demo", "--format", format, "--lang", lang]).run();
            let file = lindungi(&["status", &path, "--format", format, "--lang", lang]).run();
            assert_eq!((demo.code, file.code), (0, 0));
            assert_eq!(demo.out, file.out, "{format} in {lang}");
            assert_eq!((demo.err.as_str(), file.err.as_str()), ("", ""));
            assert_clean(&demo.out);
            assert!(demo.out.ends_with('\n') && !demo.out.is_empty());
        }
    }
}

#[test]
fn the_text_says_demo_first_and_the_story_in_words() {
    let text = lindungi(&["status", "--demo"]).run().out;
    assert!(text.starts_with("DEMO"), "{text}");
    for part in [
        "14,212 of 19,336",
        "73.5%",
        "5,124",
        "1,218 proposed",
        "386 grace",
        "Rp934,708,000",
        "Rp2,200,000,000",
        "Rp1,252,826,400",
        "Rp12,465,600",
        "3.91 months",
        "Nov 2024",
        "1 Mar 2025",
        "Rp20,338,400",
        "303",
        "864",
        "24 Feb 2025",
        "1,250",
        "1.4",
        "37 errors",
        "212 warnings",
        "17,640",
        "Market traders",
        "5,480",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let text = lindungi(&["status", "--demo", "--lang", "id"]).run().out;
    for part in
        ["14.212 dari 19.336", "73,5%", "Rp934.708.000", "3,91", "Nov 2024", "1 Mar 2025", "Pedagang pasar", "5.480"]
    {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let real = fixture_text("small-city.json").replace("\"synthetic\": true", "\"synthetic\": false");
    let (_folder, path) = file("real.json", real);
    assert!(!lindungi(&["status", &path]).run().out.contains("DEMO"), "real data is not called a demonstration");
}

#[test]
fn no_line_of_the_text_is_wider_than_a_terminal() {
    let (may, june) = (fixture("small-city-may.json"), fixture("small-city.json"));
    for lang in ["en", "id"] {
        for args in [&["--demo"][..], &["--demo", "--filter", "age>=60"], &[&june, "--since", &may]] {
            let done = lindungi(&[&["status", "--lang", lang], args].concat()).run();
            assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
            assert!(done.out.lines().all(|line| line.width() <= 80), "{}", done.out);
        }
    }
}

#[test]
fn markdown_is_a_heading_a_list_and_a_table_of_every_group() {
    let done = lindungi(&["status", "--demo", "--format", "markdown"]).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let text = done.out;
    assert!(text.starts_with("## DEMO"), "{text}");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 2 + 8, "{text}");
    assert!(rows.iter().all(|row| row.matches('|').count() == 5), "{rows:?}");
    assert!(rows[2].contains("Market traders") && rows[2].contains("5,480") && rows[2].contains("7,200"));
}

#[test]
fn the_line_is_one_line_of_at_most_80_columns() {
    let mut rosters = vec![fixture("sorong-2024.json"), fixture("small-city.json")];
    for name in ["hostile-text", "budget-28-nines", "overspent", "coverage-over", "target-exceeded", "no-payments"] {
        rosters.push(fixture(&format!("defects/{name}.json")));
    }
    let filters = ["", "status:active", "age>=60 -sex:f or decile:1", "group:nelayan"];
    for path in &rosters {
        for (filter, lang) in filters.into_iter().flat_map(|filter| [(filter, "en"), (filter, "id")]) {
            let done = lindungi(&["status", path, "--format", "line", "--lang", lang, "--filter", filter]).run();
            assert_eq!(done.code, 0, "{path} {filter}: {}", done.err);
            assert_clean(&done.out);
            let line = done.out.strip_suffix('\n').unwrap();
            assert!(!line.contains('\n') && line.width() <= 80, "{} columns: {line}", line.width());
        }
    }
}

#[test]
fn the_line_drops_what_matters_least_first() {
    for (lang, lasts) in [("en", "· to Nov 2024"), ("id", "· s.d. Nov 2024")] {
        let line = lindungi(&["status", "--demo", "--format", "line", "--lang", lang]).run().out;
        assert!(line.contains("934"), "the money left is a key figure: {line}");
        assert!(line.contains(lasts), "how long it lasts is a key figure, the count of errors is none: {line}");
    }
}

#[test]
fn the_line_counts_the_errors_in_either_language_beside_a_filter_too() {
    let (city, older) = (fixture("sorong-2024.json"), fixture("sorong-2024-07.json.gz"));
    for (filter, since) in
        [("", false), ("status:active", false), ("group:pedagang_pasar", false), ("age>=18", false), ("", true)]
    {
        for (lang, words) in [("en", &["37 errors"][..]), ("id", &["37 kesalahan", "37 salah"])] {
            let since: &[&str] = if since { &["--since", &older] } else { &[] };
            let args = ["status", &city, "--format", "line", "--lang", lang, "--filter", filter];
            let line = lindungi(&[&args[..], since].concat()).run().out;
            assert!(words.iter().any(|words| line.contains(words)) && line.contains("Nov 2024"), "{filter}: {line}");
            assert!(line.trim_end().width() <= 80, "{line}");
        }
    }
}

#[test]
fn the_line_keeps_the_answer_and_what_makes_it_doubtful_before_words() {
    let line = |args: &[&str]| {
        let done = lindungi(&[&["status", "--format", "line"], args].concat()).run();
        assert!(done.out.trim_end().width() <= 80, "{}", done.out);
        done.out
    };
    let id = ["--lang", "id"];
    let everybody = line(&[&["--demo", "--filter", "age>=18"], &id[..]].concat());
    assert!(everybody.contains("dari 19.336 · ") && everybody.contains("s.d. Nov 2024"), "a word goes: {everybody}");
    let gap = fixture("cases/skipped-month/may-missing.json");
    assert!(line(&[&gap]).contains("to Aug 2026 · May 2024 skipped"));
    assert!(
        line(&[&[&*gap], &id[..]].concat())
            .contains("4/20 aktif 20,0% · sisa Rp1,6 juta · s.d. Agu 2026 · Mei 2024 terlewat")
    );
    let mut rateless: Value = serde_json::from_str(&fixture_text("cases/skipped-month/may-missing.json")).unwrap();
    rateless["program"]["contributions"] = json!([]);
    rateless["payments"][0]["month"] = json!("2024-05");
    rateless["payments"][0]["through"] = json!("2024-05");
    rateless["program"]["coverage"]["from"] = json!("2024-04");
    let (_rateless, rateless) = file("rateless.json", rateless.to_string());
    assert!(line(&[&rateless]).contains("· – no rate ·"));
    assert!(line(&[&[&*rateless], &id[..]].concat()).contains("· – tanpa iuran ·"));
    // What has no room even so is a mark at the answer.
    let mut aside: Value = serde_json::from_str(&fixture_text("cases/skipped-month/may-missing.json")).unwrap();
    aside["payments"].as_array_mut().unwrap().push(json!({"month": "May", "amount": "1"}));
    let (_place, aside) = file("aside.json", aside.to_string());
    assert!(line(&[&[&*aside], &id[..]].concat()).contains("s.d. Agu 2026*"));
}

#[test]
fn a_filter_of_one_group_has_the_target_of_the_group() {
    let whole = status_json(&["--demo"]);
    let part = status_json(&["--demo", "--filter", "group:nelayan"]);
    let expected = json!({
        "filter": "group:nelayan",
        "workers": {"readable": 17640, "set_aside": 0, "matched": 1347},
        "enrollment": {"target": 1500, "active": 968, "percent": "64.53", "to_go": 532},
        "budget": {"monthly": {"selection": "22629600"}},
    });
    holds(&expected, &part, "");
    assert_eq!(part["groups"].as_array().unwrap().len(), 8, "all groups are always listed");
    assert_eq!(part["groups"][0]["active"], 0);
    assert_eq!(part["groups"][0]["percent"], "0.00");
    let two = status_json(&["--demo", "--filter", "group:nelayan,petani"]);
    assert_eq!(two["enrollment"]["target"], 2600);
    assert_eq!(two["enrollment"]["active"], 968 + 694);
    let not = status_json(&["--demo", "--filter", "-group:nelayan"]);
    assert_eq!((&not["enrollment"]["target"], &not["enrollment"]["percent"]), (&Value::Null, &Value::Null));
    assert_eq!(not["enrollment"]["active"], 14_212 - 968);
    assert_eq!(part["findings"], whole["findings"], "findings stay whole");
    assert_eq!(part["payments"], whole["payments"], "payments stay whole");
    assert_eq!(part["claims"], whole["claims"], "claims stay whole");
    assert_eq!(budget_without_selection(&part), budget_without_selection(&whole));
}

fn budget_without_selection(status: &Value) -> Value {
    let mut budget = status["budget"].clone();
    for part in budget.as_object_mut().unwrap().values_mut() {
        if let Value::Object(part) = part {
            part.remove("selection");
        }
    }
    budget
}

/// A filter changes no finding, and its name stands beside them.
#[test]
fn beside_a_filter_the_findings_are_said_to_be_of_the_whole_list() {
    let run = |args: &[&str]| lindungi(&[&["status", "--demo"], args].concat()).run().out;
    for (lang, told) in [("en", "300 notes of the whole list\n"), ("id", "300 catatan seluruh daftar\n")] {
        assert!(run(&["--lang", lang, "--filter", "age>=60"]).contains(told), "{lang}");
        assert!(!run(&["--lang", lang]).contains(told), "{lang}");
    }
}

#[test]
fn a_filter_that_is_not_of_groups_alone_has_no_target() {
    let whole = status_json(&["--demo"]);
    let old = status_json(&["--demo", "--filter", "age>=60"]);
    let rest = status_json(&["--demo", "--filter", "-age>=60"]);
    for part in [&old, &rest] {
        for key in ["target", "percent", "to_go", "needed_per_30_days"] {
            assert_eq!(part["enrollment"][key], Value::Null, "{key}");
        }
        assert_eq!(part["enrollment"]["forecast"], json!({"reached": false, "date": null}));
        assert!(part["groups"].as_array().unwrap().iter().all(|group| group["percent"].is_null()));
        assert_eq!(budget_without_selection(part), budget_without_selection(&whole));
        assert!(part["budget"]["monthly"]["selection"].is_string());
        assert!(part["budget"]["need_to_end"]["selection"].is_string());
        for key in ["runway", "balance_at_end"] {
            assert_eq!(part["budget"][key].get("selection"), None, "the money left is not theirs alone");
        }
    }
    let matched = |status: &Value| status["workers"]["matched"].as_u64().unwrap();
    assert!(matched(&old) > 0);
    assert_eq!(matched(&old) + matched(&rest), 17_640, "an age and its negation are all");
    for standing in ["proposed", "verified", "active", "grace", "inactive", "rejected"] {
        let count = |status: &Value| status["enrollment"]["standing"][standing].as_u64().unwrap();
        assert_eq!(count(&old) + count(&rest), count(&whole), "{standing}");
    }
}

#[test]
fn the_filter_of_the_command_line_is_the_filter_of_the_library() {
    let roster = sorong();
    for text in ["status:grace", "age:..17,60..", "finding:nik-duplicate", "enrolled:2024-06 sex:f", "district:none"] {
        let filter: Filter = lindungi::roster::query::parse(text, &roster).unwrap();
        let figures = Figures::of(&roster, &filter);
        let status = status_json(&["--demo", "--filter", text]);
        assert_eq!(status["workers"]["matched"], figures.matched, "{text}");
        assert_eq!(status["filter"], text);
    }
    assert_eq!(status_json(&["--demo", "--filter", "finding:nik-duplicate"])["workers"]["matched"], 4);
    assert_eq!(status_json(&["--demo", "--filter", "-status:active"])["workers"]["matched"], 17_640 - 14_212);
    let blank = status_json(&["--demo", "--filter", "  "]);
    assert_eq!(blank, status_json(&["--demo"]), "a blank filter is none");
}

#[test]
fn a_condition_that_holds_exits_1_and_one_that_does_not_exits_0() {
    for (condition, code) in [
        ("runway_months<4", 1),
        ("runway_months<3.91", 0),
        ("runway_months<=3.91", 1),
        ("runway_months < 3", 0),
        ("runway_target_months<3", 1),
        ("percent>=73.5", 1),
        ("percent<73.5", 0),
        ("to_go=5124", 1),
        ("to_go!=5124", 0),
        ("left<934708001", 1),
        ("left<934708000", 0),
        ("absorbed_percent>56.94", 1),
        ("balance_at_end<0", 1),
        ("balance_at_end<-20338400", 0),
        ("affordable_workers=13909", 1),
        ("over_affordable>302", 1),
        ("errors>37", 0),
        ("errors>=37", 1),
        ("warnings=212", 1),
    ] {
        let done = lindungi(&["status", "--demo", "--fail-if", condition, "--format", "line"]).run();
        assert_eq!(done.code, code, "{condition}: {}", done.err);
        assert!(done.out.contains("14,212"), "the status is written all the same");
        assert_eq!(done.err.is_empty(), code == 0, "{condition}: {:?}", done.err);
        assert_clean(&done.err);
    }
}

#[test]
fn of_several_conditions_one_is_enough() {
    let run = |conditions: [&str; 2]| {
        lindungi(&["status", "--demo", "--fail-if", conditions[0], "--fail-if", conditions[1]]).run().code
    };
    assert_eq!(run(["errors>100", "percent<50"]), 0);
    assert_eq!(run(["errors>100", "percent<80"]), 1);
    assert_eq!(run(["errors>10", "percent<50"]), 1);
}

#[test]
fn each_condition_that_holds_says_what_the_figure_is() {
    let conditions = ["runway_months<5", "errors>100", " balance_at_end < 0", "percent<80", "left<1000000000"];
    for (lang, word) in [("en", "holds"), ("id", "berlaku")] {
        let mut args = vec!["status", "--demo", "--lang", lang];
        conditions.iter().for_each(|condition| args.extend(["--fail-if", condition]));
        let done = lindungi(&args).run();
        let said: Vec<&str> = done.err.lines().collect();
        let line = |text: &str| format!("lindungi: {}", text.replace("holds", word));
        assert_eq!(
            said,
            [
                line("runway_months<5 holds: 3.91"),
                line("balance_at_end < 0 holds: -20338400"),
                line("percent<80 holds: 73.50"),
                line("left<1000000000 holds: 934708000"),
            ],
            "in the order given"
        );
        assert_eq!(done.code, 1);
    }
}

#[test]
fn an_unlimited_runway_never_fires() {
    let path = fixture("defects/coverage-over.json");
    for condition in ["runway_months<1000", "runway_months>=0", "runway_months!=1"] {
        let done = lindungi(&["status", &path, "--fail-if", condition]).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{condition}");
    }
}

#[test]
fn an_unknown_figure_fires_and_says_so_on_standard_error() {
    let path = fixture("defects/budget-28-nines.json");
    for (lang, word) in [("en", "unknown"), ("id", "tidak diketahui")] {
        let done = lindungi(&["status", &path, "--fail-if", "left<5", "--lang", lang]).run();
        assert_eq!(done.code, 1);
        assert!(done.err.contains(word) && done.err.contains("left<5"), "{}", done.err);
        assert!(!done.out.contains("left<5"), "narration is not data");
    }
    let done = lindungi(&["status", "--demo", "--filter", "age>=60", "--fail-if", "percent<0"]).run();
    assert_eq!(done.code, 1, "a view without a target has no percentage");
}

#[test]
fn a_condition_that_cannot_be_read_exits_2() {
    for condition in ["month<3", "runway_months", "percent<abc", "percent<", "<3", "percent<1e3", "percent<50%", ""] {
        let done = lindungi(&["status", "--demo", "--fail-if", condition]).run();
        assert_eq!(done.code, 2, "{condition}");
        assert_eq!(done.out, "", "{condition}: nothing is said before usage is right");
        assert!(done.err.contains("--fail-if"), "{condition}: {}", done.err);
        assert_clean(&done.err);
    }
    let done = lindungi(&["status", "--demo", "--fail-if", "month<3"]).run();
    assert!(done.err.contains("runway_months"), "the names are listed: {}", done.err);
}

#[test]
fn the_language_is_asked_for_then_named_then_the_locales() {
    let none: [(&str, &str); 0] = [];
    for (args, env, indonesian) in [
        (&[][..], &none[..], false),
        (&[], &[("LANG", "id_ID.UTF-8")], true),
        (&[], &[("LANG", "id_ID.UTF-8"), ("LC_ALL", "en_US.UTF-8")], false),
        (&[], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "id_ID.UTF-8")], true),
        (&[], &[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "id_ID.UTF-8")], true),
        (&[], &[("LC_ALL", ""), ("LANG", "id_ID.UTF-8")], true),
        (&[], &[("LC_ALL", "C.UTF-8"), ("LC_MESSAGES", "id_ID.UTF-8")], false),
        (&[], &[("LINDUNGI_LANG", "id"), ("LC_ALL", "en_US.UTF-8")], true),
        (&[], &[("LINDUNGI_LANG", "en"), ("LC_ALL", "id_ID.UTF-8")], false),
        (&[], &[("LINDUNGI_LANG", ""), ("LANG", "id_ID.UTF-8")], true),
        (&["--lang", "en"], &[("LINDUNGI_LANG", "id"), ("LANG", "id_ID.UTF-8")], false),
        (&["--lang", "id"], &[("LINDUNGI_LANG", "en")], true),
    ] {
        let mut call = lindungi(&[&["status", "--demo", "--format", "line"], args].concat());
        for (name, value) in env {
            call = call.env(name, value);
        }
        let line = call.run().out;
        assert_eq!(line.contains("kesalahan"), indonesian, "{args:?} {env:?}: {line}");
        assert_eq!(line.contains("14.212"), indonesian, "{args:?} {env:?}: {line}");
    }
}

#[test]
fn data_is_never_localised() {
    let english = lindungi(&["status", "--demo", "--format", "json"]).run();
    let indonesian = lindungi(&["status", "--demo", "--format", "json", "--lang", "id"]).run();
    assert_eq!(english.out, indonesian.out);
}

#[test]
fn a_misspelt_field_exits_2_with_a_caret_under_it_and_the_nearest_word() {
    for (filter, word, near) in [
        ("statu:active", "statu", "no field statu; nearest: status"),
        ("sex:f agee>=60", "agee", "no field agee; nearest: age"),
        ("status:activ,verifed", "verifed", "status has no value verifed; nearest: verified"),
        ("张伟 distrct:x", "distrct", "no field distrct; nearest: district"),
        ("kecamata:x", "kecamata", "no field kecamata; nearest: district"),
        ("gendr:f", "gendr", "no field gendr; nearest: sex"),
        ("age>=60 (status:active", "(status", "this bracket is not closed"),
    ] {
        let done = lindungi(&["status", "--demo", "--filter", filter]).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{filter}");
        assert_clean(&done.err);
        let lines: Vec<&str> = done.err.lines().collect();
        let [says, shown, caret, ..] = lines.as_slice() else { panic!("three lines and more: {lines:?}") };
        let before = &filter[..filter.find(word).unwrap()];
        let column = before.chars().count() + 1;
        assert!(says.ends_with(&format!("column {column}: {near}")), "{says}");
        let start = shown.find(filter).expect("the filter is shown");
        let under = shown[..start].width() + before.width();
        assert_eq!(*caret, format!("{}^", " ".repeat(under)), "{shown}");
    }
}

#[test]
fn a_filter_may_begin_with_a_minus() {
    let done = lindungi(&["status", "--demo", "--filter", "-status:active", "--format", "json"]).run();
    assert_eq!(done.code, 0, "{}", done.err);
}

/// A zstandard frame whose blocks are stored, not compressed: what a writer must do and no more.
fn zstd_stored(bytes: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0xa0];
    frame.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
    let blocks: Vec<&[u8]> = bytes.chunks(100_000).collect();
    for (place, block) in blocks.iter().enumerate() {
        let last = u32::from(place + 1 == blocks.len());
        let head = last | u32::try_from(block.len()).unwrap() << 3;
        frame.extend(&head.to_le_bytes()[..3]);
        frame.extend(*block);
    }
    frame
}

#[test]
fn a_roster_is_read_plain_compressed_and_from_standard_input() {
    let plain = fixture_text("small-city.json").into_bytes();
    let expected = status_json(&[&fixture("small-city.json")]);
    let bom = [b"\xef\xbb\xbf".as_slice(), &plain].concat();
    let forms = [
        ("city.json", plain.clone()),
        ("bom.json", bom),
        ("city.json.gz", gzip(&plain)),
        ("two.json.gz", [gzip(&plain[..500]), gzip(&plain[500..])].concat()),
        ("city.json.zst", zstd_stored(&plain)),
    ];
    for (name, bytes) in forms {
        let (_folder, path) = file(name, &bytes);
        assert_eq!(status_json(&[&path]), expected, "{name}");
        let done = lindungi(&["status", "-", "--format", "json"]).stdin(bytes).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{name} from standard input");
        assert_eq!(serde_json::from_str::<Value>(&done.out).unwrap(), expected, "{name} from standard input");
    }
}

#[test]
fn a_frame_of_the_zstd_tool_is_read() {
    let path = home().join("tests/it/data/three-workers.json.zst");
    let status = status_json(&[path.to_str().unwrap()]);
    holds(&json!({"workers": {"readable": 3}, "enrollment": {"active": 2}}), &status, "");
}

#[test]
fn case_29_a_compressed_file_named_json_is_told_by_its_first_bytes() {
    let plain = fixture_text("small-city.json").into_bytes();
    for (bytes, word) in [(gzip(&plain), "gzip"), (zstd_stored(&plain), "zstandard")] {
        let (_folder, path) = file("city.json", bytes);
        let done = lindungi(&["status", &path]).run();
        assert_eq!((done.code, done.out.as_str()), (3, ""));
        assert!(done.err.contains(&path) && done.err.contains(word) && done.err.contains(".json.gz"), "{}", done.err);
    }
}

#[test]
fn a_compressed_file_that_is_cut_off_is_no_roster() {
    let plain = fixture_text("small-city.json").into_bytes();
    for (name, whole) in [("city.json.gz", gzip(&plain)), ("city.json.zst", zstd_stored(&plain))] {
        for kept in [0, 3, 5, 11, whole.len() / 2, whole.len() - 1] {
            let (_folder, path) = file(name, &whole[..kept]);
            let done = lindungi(&["status", &path]).run();
            assert_eq!((done.code, done.out.as_str()), (3, ""), "{kept} bytes of {name}: {}", done.err);
            assert_clean(&done.err);
        }
    }
}

#[test]
fn a_reader_that_went_away_is_no_error_to_talk_about() {
    for args in [&["status", "--demo"][..], &["status", "--demo", "--format", "json"], &["demo"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let done = lindungi(args).stdout(writer).finish();
        assert_eq!((done.code, done.err.as_str()), (141, ""), "{args:?}");
    }
}

#[test]
fn a_full_device_exits_4_and_says_so() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    for args in [&["status", "--demo"][..], &["status", "--demo", "--format", "line"], &["demo"]] {
        let done = lindungi(args).stdout(full.try_clone().unwrap()).finish();
        assert_eq!(done.code, 4, "{args:?}");
        assert!(done.err.starts_with("lindungi: ") && done.err.lines().count() == 1, "{}", done.err);
    }
}

#[test]
fn status_needs_a_file_or_the_demo_and_not_both() {
    let path = fixture("small-city.json");
    for args in [&["status"][..], &["status", &path, "--demo"], &["status", "--format", "xml", "--demo"]] {
        let done = lindungi(args).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
        assert!(!done.err.is_empty());
    }
    for args in [&["--help"][..], &["--version"], &["status", "--help"]] {
        let done = lindungi(args).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
        assert_clean(&done.out);
    }
}

#[test]
fn an_empty_roster_is_valid_and_has_no_percentage_of_nothing() {
    let mut empty = document(json!([]));
    empty["groups"] = json!([]);
    empty["program"]["target_workers"] = json!(0);
    empty["program"]["budget"] = json!("0");
    let (_folder, path) = file("empty.json", empty.to_string());
    let status = status_json(&[&path]);
    let expected = json!({
        "workers": {"readable": 0, "set_aside": 0, "matched": 0},
        "enrollment": {"target": 0, "active": 0, "percent": null, "to_go": 0, "months": []},
        "groups": [], "districts": [],
        "budget": {"left": "0", "absorbed_percent": null, "runway": {"active": null}, "affordable_workers": 0},
    });
    holds(&expected, &status, "");
    for format in ["text", "line", "markdown"] {
        assert_eq!(lindungi(&["status", &path, "--format", format]).run().code, 0);
    }
}

#[test]
fn workers_of_no_known_group_come_last_with_a_null_id() {
    let status = status_json(&[&fixture("defects/occupation-unknown.json")]);
    let last = status["groups"].as_array().unwrap().last().unwrap();
    holds(&json!({"id": null, "target": null, "active": 0, "standing": {"proposed": 1}}), last, "groups[last]");
    assert_eq!(roster(fixture_text("defects/occupation-unknown.json")).groups.len(), 1);
}

/// Of a small group of a large roster each worker is asked, of a large one the columns: both count the same.
#[test]
fn a_group_of_few_among_many_is_counted_like_any_other() {
    let many = 2_000;
    let rare = [(3, "active"), (900, "proposed"), (1_999, "active")];
    let workers = (0..many).map(|place| {
        let own = rare.iter().find(|(row, _)| *row == place);
        json!({
            "name": format!("Nama {place}"), "occupation": if own.is_some() { "jarang" } else { "nelayan" },
            "status": own.map_or("verified", |(_, status)| status), "enrolled_on": "2024-03-01",
        })
    });
    let mut city = document(workers.collect());
    city["groups"].as_array_mut().unwrap().push(json!({"id": "jarang", "name": "Jarang"}));
    let (_folder, path) = file("roster.json", city.to_string());
    for (filter, active, proposed) in [("status:active,proposed", 2, 1), ("status:active", 2, 0)] {
        let status = status_json(&[&path, "--filter", filter]);
        let groups = status["groups"].as_array().unwrap();
        let own = groups.iter().find(|group| group["id"] == "jarang").unwrap();
        let standing = |name: &str| own["standing"][name].as_u64().or(own[name].as_u64());
        assert_eq!((standing("active"), standing("proposed")), (Some(active), Some(proposed)), "{own}");
    }
}

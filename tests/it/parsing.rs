//! What a roster may hold and what it may not: hostile texts in and out, documents of every class that JSON parsers are
//! tested by, and money at its limits. Cases of torture.md carry their numbers.

use crate::screens::app_of;
use crate::stage::{drawn, lines};
use crate::support::{assert_clean, document, file, lindungi, read, roster, status_json, unpacked};
use lindungi::figures::Figures;
use lindungi::lang::{Lang, amount};
use lindungi::roster::attribute::Attribute;
use lindungi::roster::filter::Filter;
use lindungi::roster::finding::Rule;
use lindungi::roster::json::{self, LoadErrorKind};
use lindungi::roster::money::Rupiah;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::io::{self, Read};

/// Workers of these names.
fn called(names: &[&str]) -> Value {
    let worker = |(at, name): (usize, &&str)| json!({"id": format!("W{at}"), "name": name, "occupation": "nelayan", "status": "active"});
    names.iter().enumerate().map(worker).collect()
}

#[test]
fn case_01_escapes_in_every_text_move_nothing_and_color_nothing() {
    let city = |text: &str| {
        let mut city = document(json!([{
            "id": format!("A{text}"), "name": format!("B{text}"), "occupation": "nelayan", "status": "active",
            "district": format!("C{text}"), "village": format!("D{text}"), "reason": format!("E{text}"),
        }]));
        city["program"]["name"] = json!(format!("F{text}"));
        city["program"]["region"] = json!({"name": format!("G{text}")});
        city["groups"][0]["name"] = json!(format!("H{text}"));
        city.to_string()
    };
    // The escape is made visible, and what it would have begun stands as letters.
    for (escaped, shown) in [("\u{1b}[2J\u{1b}[31mX", "�[2J�[31mX"), ("\u{1b}]0;P\u{7}", "�]0;P�")] {
        let screen = |text: &str, keys: &str| {
            let mut app = app_of(roster(city(text)), Lang::En, 120, 40);
            app.press(keys);
            lines(&drawn(&app))
        };
        for keys in ["1", "2", "3"] {
            assert_eq!(screen(escaped, keys), screen(shown, keys), "{keys}");
        }
        // Elsewhere the audit says that something was hidden.
        for keys in ["4", "4<enter>", "5", "f"] {
            assert_clean(&screen(escaped, keys));
        }
    }
}

#[test]
fn case_04_what_turns_a_text_around_is_visible_and_moves_no_column() {
    for turned in ["\u{202e}", "\u{2066}", "\u{2069}", "\u{61c}", "\u{200e}", "\u{200f}"] {
        let mut workers = called(&[&format!("abc{turned}fed"), "abc�fed"]);
        workers.as_array_mut().unwrap().iter_mut().for_each(|own| own["district"] = json!("Timur"));
        let mut app = app_of(roster(document(workers).to_string()), Lang::En, 160, 40);
        app.press("4");
        let screen = lines(&drawn(&app));
        assert_clean(&screen);
        let rows: Vec<&str> =
            screen.lines().filter(|line| line.contains("abc�fed") && line.contains("Timur")).collect();
        let columns = rows.iter().map(|row| row.split("Timur").next().unwrap().chars().count()).collect::<Vec<_>>();
        assert!(columns.len() == 2 && columns[0] == columns[1], "{turned:?}\n{screen}");
        // Whole, and where somebody asks which ones they are, by their numbers.
        app.press("<enter>");
        let number = format!("U+{:04X}", u32::from(turned.chars().next().unwrap()));
        let screen = lines(&drawn(&app));
        assert!(screen.contains(&format!("In the name: {number}.")), "{number}\n{screen}");
    }
}

#[test]
fn case_10_what_means_something_to_other_programs_is_shown_literally_and_comes_back() {
    let names = ["`]} ${x} %s {} \\ ' \"", "{0} {1|a|b}", "%n$(id)`id`", "a,b;c\td", "<b>&amp;</b>"];
    let (folder, path) = file("literal.json", document(called(&names)).to_string());
    let mut app = app_of(roster(document(called(&names)).to_string()), Lang::En, 200, 40);
    app.press("4");
    let screen = lines(&drawn(&app));
    let exported = lindungi(&["export", &path, "--format", "json"]).run();
    let back: Value = serde_json::from_str(&exported.out).unwrap();
    for (at, name) in names.iter().enumerate() {
        assert!(screen.contains(name.split('\t').next().unwrap()), "{name}\n{screen}");
        let said = name.replace('\t', " ");
        assert!(back["workers"][at]["name"] == json!(name) || back["workers"][at]["name"] == json!(said), "{name}");
    }
    let filter = format!("name:\"{}\"", names[0].replace('\\', "\\\\").replace('"', "\\\""));
    assert_eq!(status_json(&[&path, "--filter", &filter])["workers"]["matched"], 1);
    drop(folder);
}

/// What a spreadsheet takes for the beginning of a formula.
const FORMULAS: [&str; 7] = ["=1+1", "+62812", "-5 x", "@SUM", "\t=a", "=HYPERLINK(\"http://x\")", "＝1"];

#[test]
fn case_14_and_15_no_cell_of_any_table_is_a_formula() {
    let (folder, path) = file("formulas.json", document(called(&FORMULAS)).to_string());
    let csv = lindungi(&["export", &path, "--columns", "name"]).run();
    assert_eq!(csv.code, 0, "{}", csv.err);
    assert_clean(&csv.out.replace('\r', ""));
    let rows: Vec<&str> = csv.out.lines().skip(1).collect();
    assert_eq!(rows.len(), FORMULAS.len(), "{}", csv.out);
    for row in rows {
        // Whatever a spreadsheet would calculate stands behind an apostrophe, also what a blank or a tab hides.
        assert!(row.trim_matches('"').starts_with('\''), "{row}");
    }
    let book = folder.path().join("formulas.xlsx");
    let done = lindungi(&["export", &path, "-o", book.to_str().unwrap()]).run();
    assert_eq!(done.code, 0, "{}", done.err);
    let parts = unpacked(&book);
    assert!(
        parts.contains("=1+1") && !parts.contains("<f>") && !parts.contains("<f ") && !parts.contains("hyperlink ")
    );
}

#[test]
fn case_21_two_workers_of_one_nik_are_both_kept_and_found_side_by_side() {
    let mut workers = called(&["Marta", "Yakob", "Ani"]);
    for (at, nik) in [(0, "9671004203810001"), (1, "9671004203810001"), (2, "9671004203810002")] {
        workers[at]["nik"] = json!(nik);
    }
    let roster = roster(document(workers).to_string());
    assert_eq!(roster.workers.len(), 3);
    assert_eq!(roster.findings.rows(Rule::NikDuplicate), [0, 1]);
    assert_eq!(Figures::of(&roster, &Filter::EVERYBODY).matched, 3);
}

/// A roster that holds a text as the value of a field nobody knows: it is good if and only if the text is JSON.
fn beside_what_is_known(text: &[u8]) -> Vec<u8> {
    let rest = document(json!([])).to_string();
    [b"{\"x\": ", text, b", ", rest.trim_start_matches('{').as_bytes()].concat()
}

/// Hands over one byte at a time, as a slow pipe may.
struct Bytewise<'a>(&'a [u8]);

impl Read for Bytewise<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let one = buffer.len().min(1);
        self.0.read(&mut buffer[..one])
    }
}

#[test]
fn what_is_wrong_with_a_text_does_not_hang_on_how_it_comes() {
    let good = document(called(&["Marta", "Yústinus"])).to_string();
    let utf16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let blank = " ".repeat(300_000);
    let texts = [
        good.clone().into_bytes(),
        format!("\u{feff}{blank}{good}").into_bytes(),
        format!("{blank}// a comment\n{good}").into_bytes(),
        format!("{good} # a comment").into_bytes(),
        good.replacen(": [", ": // a comment\n[", 1).into_bytes(),
        format!("{blank}<!DOCTYPE html><title>x</title>").into_bytes(),
        b"{\\rtf1 x}".to_vec(),
        b"nik,nama\n967,x".to_vec(),
        [b"\xff\xfe", &utf16[..]].concat(),
        utf16,
        good.chars().map(|c| c as u8).collect(),
        // A fault, and behind it no text any more.
        [good.replacen("\"Marta\"", "Marta", 1).as_bytes(), b"\xe9"].concat(),
        [good.as_bytes(), b"\xe9"].concat(),
    ];
    for text in texts {
        let whole = read(&text).map(|roster| roster.workers.len());
        let bytewise = json::read(&mut Bytewise(&text), &mut |_| ()).map(|roster| roster.workers.len());
        assert_eq!(whole, bytewise, "{:?}", String::from_utf8_lossy(&text).trim());
    }
}

#[test]
fn case_31_every_class_of_json_is_refused_for_what_it_is() {
    let deep = |open: &str, close: &str, depth: usize| format!("{}{}", open.repeat(depth), close.repeat(depth));
    let good: Vec<Vec<u8>> = [
        "[]",
        "[ ]",
        "[[]   ]",
        "[\"\"]",
        "[false]",
        "[null, 1, \"1\", {}]",
        "[null]",
        "[1\n]",
        " [1]",
        "[2] ",
        "[1,null,null,null,2]",
        "{}",
        "{\"a\":[]}",
        "{\"a\":\"b\",\"a\":\"c\"}",
        "{\"\":0}",
        "{\"foo\\u0000bar\": 42}",
        "{\n\"a\": \"b\"\n}",
        "{\"min\":-1.0e+28,\"max\":1.0e+28}",
        "[123e65]",
        "[0e+1]",
        "[0e1]",
        "[ 4]",
        "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]",
        "[20e1]",
        "[-0]",
        "[-123]",
        "[-1]",
        "[1E22]",
        "[1E-2]",
        "[123.456e78]",
        "[123456789]",
        "[\"\\u0060\\u012a\\u12AB\"]",
        "[\"\\uD801\\udc37\"]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\u0000\"]",
        "[\"a/*b*/c\"]",
        "[\"\u{10ffff}\"]",
        "[\"\u{7f}\"]",
        "[\"\u{2028}\u{2029}\"]",
        "42",
        "-0.1",
        "null",
        "true",
        "false",
        "\"asd\"",
        "\"\"",
        "[true]\n",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    let mut bad: Vec<Vec<u8>> = [
        "",
        " ",
        "[1 true]",
        "[\"\": 1]",
        "[\"\"],",
        "[,1]",
        "[1,,2]",
        "[\"x\",,]",
        "[\"x\"]]",
        "[\"\",]",
        "[\"x\"",
        "[3[4]]",
        "[1:2]",
        "[,]",
        "[-]",
        "[   , \"\"]",
        "[\"a\",\n4\n,1,",
        "[1,]",
        "[*]",
        "[1,\n1\n,1",
        "[{}",
        "[fals]",
        "[nul]",
        "[tru]",
        "[++1234]",
        "[+1]",
        "[+Inf]",
        "[-01]",
        "[-1.0.]",
        "[-2.]",
        "[-NaN]",
        "[.-1]",
        "[.2e-3]",
        "[0.1.2]",
        "[0.3e+]",
        "[0.3e]",
        "[0.e1]",
        "[0E+]",
        "[1.0e-]",
        "[1 000.0]",
        "[1eE2]",
        "[2.e+3]",
        "[9.e+]",
        "[Inf]",
        "[NaN]",
        "[1+2]",
        "[0x1]",
        "[0x42]",
        "[Infinity]",
        "[0e+-1]",
        "[-foo]",
        "[- 1]",
        "[-012]",
        "[1ea]",
        "[1a]",
        "[012]",
        "[\u{ff11}]",
        "{\"x\", null}",
        "{\"x\"::\"b\"}",
        "{key: 'value'}",
        "{\"a\" b}",
        "{:\"b\"}",
        "{\"a\" \"b\"}",
        "{\"a\":",
        "{\"a\"",
        "{1:1}",
        "{null:null}",
        "{\"id\":0,,,,,}",
        "{'a':0}",
        "{\"id\":0,}",
        "{\"a\":\"b\"}/**/",
        "{\"a\":\"b\",,\"c\":\"d\"}",
        "{a: \"b\"}",
        "{\"a\":\"a",
        "{ \"foo\" : \"bar\", \"a\" }",
        "{\"a\":\"b\"}#",
        "[\"\\uD800\\u\"]",
        "[\"\\u00A\"]",
        "[\"\\x00\"]",
        "[\"\\\\\\\"]",
        "[\"\\\t\"]",
        "[\"\\a\"]",
        "[\"\\uqqqq\"]",
        "[\"new\nline\"]",
        "['x']",
        "[\\n]",
        "[\"\t\"]",
        "\"\\UA66D\"",
        "[\"\\",
        "[\"asd]",
        "aå",
        "[True]",
        "1]",
        "{\"x\": true,",
        "[][]",
        "]",
        "{}}",
        "[a",
        "{\"\":",
        "2@",
        "[1]x",
        "nuLL",
        "*",
        "{\"a\":\"b\"}#{}",
        "[\u{c}]",
        "[\u{2060}]",
        "{",
        "[",
        "\"",
        "[\"a",
        "{[",
        "<.>",
        "[<null>]",
        "abc",
        "123\u{0}",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    for bytes in [
        &b"[\"\xff\"]"[..],
        b"[\xff]",
        b"[1\xe5]",
        b"[1e1\xe5]",
        b"[\"\xe9\"]",
        b"[\"\xc0\xaf\"]",
        b"[\"\xf4\xbf\xbf\xbf\"]",
        b"[\"\xed\xa0\x80\"]",
        b"[\"\xfc\x83\xbf\xbf\xbf\xbf\"]",
        b"\xe5",
        b"{\"\xb9\":\"0\",}",
        b"\xff\xfe[\x00]\x00",
        b"[\"a\x00a\"]",
        b"[\"a\x1fa\"]",
    ] {
        bad.push(bytes.to_vec());
    }
    bad.extend(["[", "{\"\":[", "[{\"\":"].map(|open| open.repeat(100_000).into_bytes()));
    let cases = good.iter().map(|text| (text, true)).chain(bad.iter().map(|text| (text, false)));
    for (text, is_json) in cases {
        let said = String::from_utf8_lossy(&text[..text.len().min(60)]).into_owned();
        let error = read(text).expect_err(&said);
        assert_clean(&Lang::En.load_error("x.json", &error));
        match read(beside_what_is_known(text)) {
            Ok(roster) => assert!(is_json && roster.unknown_fields == ["x"], "{said}"),
            Err(error) => {
                let of_json = matches!(error.kind, LoadErrorKind::Syntax(_) | LoadErrorKind::Encoding { .. });
                assert!(!is_json && of_json, "{said}: {error:?}");
                assert_clean(&Lang::En.load_error("x.json", &error));
            }
        }
    }
    // What parsers may do as they like ends with a roster or a reason.
    let many = "9".repeat(1 << 20);
    let texts = ["[1e9999]", "[-1e9999]", "[123123e100000]", "[\"\\uD800\"]", "[\"\\udc00\\ud800\"]", &many];
    for text in texts.map(str::to_owned).into_iter().chain([500, 100_000].map(|depth| deep("[", "]", depth))) {
        assert!(read(&text).is_err(), "{}", &text[..text.len().min(40)]);
        if let Ok(roster) = read(beside_what_is_known(text.as_bytes())) {
            assert_eq!(roster.unknown_fields, ["x"]);
        }
    }
}

#[test]
fn case_33_sums_of_many_amounts_of_28_digits_are_exact_and_one_too_many_is_said() {
    let (many, each) = (20_000_i128, 4_999_999_999_999_999_999_999_i128);
    let payment = |at: i128| json!({"month": "2024-03", "amount": (each + at).to_string(), "paid_on": "2024-03-12"});
    let mut city = document(json!([]));
    city["program"]["budget"] = json!("9".repeat(28));
    city["payments"] = (0..many).map(payment).collect();
    let (_folder, path) = file("sums.json", city.to_string());
    let spent = many * each + many * (many - 1) / 2;
    let budget = &status_json(&[&path])["budget"];
    assert_eq!(budget["spent"], spent.to_string());
    assert_eq!(budget["left"], (10_i128.pow(28) - 1 - spent).to_string());
}

#[test]
fn case_35_a_sum_beyond_28_digits_is_said_and_all_else_is_shown() {
    let mut city = document(called(&["Marta"]));
    let nines = "9".repeat(28);
    city["program"]["budget"] = json!(nines);
    city["payments"] = json!([{"month": "2024-03", "amount": nines, "paid_on": "2024-03-12"}, {"month": "2024-04", "amount": nines, "paid_on": "2024-04-12"}]);
    let (_folder, path) = file("nines.json", city.to_string());
    let status = status_json(&[&path]);
    assert_eq!((&status["budget"]["spent"], &status["budget"]["left"]), (&Value::Null, &Value::Null));
    assert_eq!((&status["budget"]["total"], &status["enrollment"]["active"]), (&json!(nines), &json!(1)));
    let text = lindungi(&["status", &path]).run();
    assert!(text.code == 0 && text.out.contains("28 digits"), "{}", text.out);
    for tab in ["1", "2", "3", "4", "5"] {
        let mut app = app_of(roster(city.to_string()), Lang::En, 120, 40);
        app.press(tab);
        let screen = lines(&drawn(&app));
        assert!(screen.contains("1 of 10 active") && screen.contains("– more than 28 digits"), "{screen}");
        // Each payment and the budget, and no sum of them.
        let own = screen.matches("9,999,999,999,999,999,999,999,999,999").count();
        assert_eq!((own, screen.contains("░ – spent –")), if tab == "3" { (3, true) } else { (0, false) }, "{screen}");
    }
}

#[test]
fn case_37_a_negative_a_missing_and_an_empty_budget_are_told_apart() {
    let status = |budget: Value, paid: &str| {
        let mut city = document(called(&["Marta"]));
        city["program"]["budget"] = budget;
        city["payments"] = json!([{"month": "2024-03", "amount": paid, "paid_on": "2024-03-12"}]);
        let (_folder, path) = file("budget.json", city.to_string());
        (lindungi(&["status", &path, "--format", "json"]).run(), lindungi(&["status", &path]).run())
    };
    for (budget, why) in [
        (json!("-5"), "program.budget: not whole rupiah in at most 28 digits"),
        (json!(-5), "program.budget: not whole rupiah in at most 28 digits"),
        (json!(null), "program.budget: required, but missing"),
    ] {
        let (data, _) = status(budget, "1");
        assert!(data.code == 3 && data.err.contains(why), "{}", data.err);
    }
    for (budget, paid, left, percent) in
        [("0", "0", "0", Value::Null), ("0", "5", "-5", Value::Null), ("100", "250", "-150", json!("250.00"))]
    {
        let (data, text) = status(json!(budget), paid);
        let found: Value = serde_json::from_str(&data.out).unwrap();
        assert_eq!(
            (&found["budget"]["left"], &found["budget"]["absorbed_percent"]),
            (&json!(left), &percent),
            "{budget}"
        );
        assert!(!text.out.contains("NaN") && !text.out.contains("inf"), "{}", text.out);
        assert_eq!(text.out.contains("over"), left.starts_with('-'), "{}", text.out);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn case_39_an_amount_that_is_shown_is_read_again_as_itself(amount in 0_i128..10_i128.pow(28)) {
        for lang in [Lang::En, Lang::Id] {
            let own = Rupiah::new(amount).unwrap();
            prop_assert_eq!(amount::parse(&lang.amount(own)).ok(), Some(amount));
            prop_assert_eq!(amount::parse(&lang.rupiah(own)).ok(), Some(amount));
        }
    }
}

/// Fillers that count as letters, joiners, signs that choose a shape, an empty braille cell: each is a blank where it
/// stands alone, shown as `�` where it does not, and named with its field.
#[test]
fn case_05_what_unicode_calls_ignorable_is_blank_and_suspicious() {
    for hidden in [
        '\u{3164}',
        '\u{2800}',
        '\u{1d173}',
        '\u{1bca0}',
        '\u{115f}',
        '\u{1160}',
        '\u{ffa0}',
        '\u{34f}',
        '\u{17b4}',
        '\u{180b}',
        '\u{180f}',
        '\u{fe00}',
        '\u{fff0}',
        '\u{e0100}',
        '\u{e0fff}',
    ] {
        let number = format!("U+{:04X}", u32::from(hidden));
        let mut workers = called(&[&hidden.to_string(), &format!("Siti{hidden} Aminah")]);
        workers[1]["district"] = json!(format!("{hidden}"));
        workers[1]["village"] = json!(format!("Remu{hidden}"));
        let audited = roster(document(workers).to_string());
        let count = |rule: Rule| audited.findings.count(rule);
        assert_eq!(count(Rule::NameMissing), 1, "{number}");
        assert_eq!(count(Rule::TextSuspicious), 1, "a blank says nothing: {number}");
        assert_eq!(audited.worker(1).district(), None, "{number}");
        let found = lindungi::check::expected::hidden(&audited, audited.worker(1));
        let fields: Vec<_> = found.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, [Attribute::Name, Attribute::Village], "{number}");
        let mut app = app_of(audited, Lang::Id, 120, 40);
        app.press("4");
        assert!(lines(&drawn(&app)).contains("Siti� Aminah"), "{number}");
        app.press("/aminah<enter><enter>");
        let screen = lines(&drawn(&app));
        assert!(screen.contains(&format!("Dalam nama: {number}.")), "{screen}");
        assert!(screen.contains(&format!("Dalam kelurahan: {number}.")), "{screen}");
    }
}

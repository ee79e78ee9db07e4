//! `lindungi schema`: a validator that is not ours takes what the reader takes whole, and refuses what it refuses or
//! sets aside. What JSON Schema has no words for is listed here, each with its reason, and the lists are exact: where
//! both agree after all, they are too long.

use crate::support::{fixture, home, lindungi, read};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn schema() -> Value {
    let done = lindungi(&["schema"]).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    serde_json::from_str(&done.out).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

/// Whether the reader takes it whole.
fn loads(bytes: &[u8]) -> bool {
    read(bytes).is_ok_and(|roster| roster.set_aside.count() == 0)
}

/// Whether it is valid; what is no JSON is not. A mark of the byte order is none of the document.
fn is_valid(validator: &Validator, bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    serde_json::from_slice(bytes).is_ok_and(|document| validator.is_valid(&document))
}

#[test]
fn it_is_a_schema_of_2020_12_and_the_same_in_every_language() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "lindungi/roster/1");
    assert!(jsonschema::meta::is_valid(&schema));
    let [english, indonesian] = ["en", "id"].map(|lang| lindungi(&["schema", "--lang", lang]).run().out);
    assert!(english == indonesian && english.ends_with("}\n"));
}

/// Every object of the schema with its members.
fn objects(schema: &Value) -> Vec<(String, &serde_json::Map<String, Value>)> {
    let parts = schema["$defs"].as_object().unwrap().iter();
    let parts = parts.map(|(name, part)| (name.clone(), part)).chain([("roster".to_owned(), schema)]);
    parts.filter_map(|(name, part)| Some((name, part["properties"].as_object()?))).collect()
}

#[test]
fn every_field_says_what_it_means_in_both_languages() {
    let schema = schema();
    let mut fields = 0;
    for (object, members) in objects(&schema) {
        for (name, member) in members {
            let said = member["description"].as_str().unwrap_or_default();
            let (english, indonesian) = said.split_once('\n').unwrap_or_default();
            assert!(english.ends_with('.') && indonesian.ends_with('.'), "{object}.{name}: {said}");
            assert_ne!(english, indonesian, "{object}.{name}");
            fields += 1;
        }
    }
    assert!(fields > 50);
}

fn files(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files(&path, found),
            false if path.extension().is_some_and(|ending| ending == "json") => {
                let name = path.strip_prefix(home().join("fixtures")).unwrap();
                found.push(name.to_str().unwrap().to_owned());
            }
            false => {}
        }
    }
}

/// Fixtures that are valid and yet not taken whole, or the other way round.
const FIXTURES: [(&str, &str); 9] = [
    ("defects/coverage-reversed.json", "two members are compared: coverage.to and coverage.from"),
    ("defects/duplicate-workers-key.json", "a validator is given an object after its keys have become one"),
    ("defects/group-twice.json", "one member of the elements of a list is compared: the id"),
    ("defects/money-exponent.json", "1E5 and 100000 are the same number"),
    ("defects/payment-by-segment.json", "a sum"),
    ("defects/payment-through-before-month.json", "two members are compared: through and month"),
    ("defects/rate-twice.json", "some members of the elements of a list are compared"),
    ("defects/row-duplicate-key.json", "a validator is given an object after its keys have become one"),
    ("defects/row-number-nik.json", "the schema asks for text; the reader keeps the row, and the audit finds it"),
];

#[test]
fn every_fixture_good_and_bad_is_judged_as_the_reader_judges_it() {
    let validator = validator();
    let mut names = Vec::new();
    files(&home().join("fixtures"), &mut names);
    let judged = |name: &String| {
        let bytes = fs::read(fixture(name)).unwrap();
        (loads(&bytes), is_valid(&validator, &bytes))
    };
    let judged: Vec<(&String, (bool, bool))> = names.iter().map(|name| (name, judged(name))).collect();
    let differ: BTreeSet<&str> =
        judged.iter().filter(|(_, (loads, valid))| loads != valid).map(|(name, _)| name.as_str()).collect();
    assert_eq!(differ, FIXTURES.map(|(name, _)| name).into());
    let good = judged.iter().filter(|(_, both)| *both == (true, true)).count();
    let bad = judged.iter().filter(|(_, both)| *both == (false, false)).count();
    assert!(good > 30 && bad > 10, "{good} good, {bad} bad");
}

#[test]
fn every_synthetic_roster_is_valid() {
    let validator = validator();
    for args in [
        &["--workers", "1"][..],
        &["--workers", "2"],
        &["--workers", "5", "--as-of", "2031-02-28"],
        &["--workers", "99", "--seed", "3"],
        &["--workers", "100"],
        &["--workers", "3000", "--seed", "7"],
    ] {
        let text = lindungi(&[&["demo"], args].concat()).run().out;
        let document = serde_json::from_str(&text).unwrap();
        let wrong: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty() && loads(text.as_bytes()), "{args:?}: {wrong:?}");
    }
}

/// Values in the text of JSON: what a serial, a sloppy hand or another program may put anywhere.
const VALUES: [&str; 79] = [
    "null",
    "true",
    "false",
    "[]",
    "{}",
    "0",
    "1",
    "5",
    "120",
    "121",
    "150",
    "151",
    "255",
    "256",
    "1899",
    "1900",
    "9999",
    "10000",
    "9007199254740991",
    "9007199254740992",
    "9999999999999999999999999999",
    "10000000000000000000000000000",
    "-1",
    "-0",
    "1.0",
    "1.5",
    "1e2",
    r#""""#,
    r#"" ""#,
    r#""-""#,
    r#""\u200b""#,
    r#""\u2600""#,
    r#""x""#,
    r#""张""#,
    r#""0""#,
    r#""5""#,
    r#""016800""#,
    r#""16.800""#,
    r#"" 5""#,
    r#""9999999999999999999999999999""#,
    r#""10000000000000000000000000000""#,
    r#""2024-02""#,
    r#""2024-08""#,
    r#""2024-13""#,
    r#""2024-00""#,
    r#""2024-2""#,
    r#""1899-12""#,
    r#""10000-01""#,
    r#""2024-02-29""#,
    r#""2024-02-30""#,
    r#""2023-02-29""#,
    r#""1900-02-29""#,
    r#""2000-02-29""#,
    r#""2100-02-29""#,
    r#""2024-04-31""#,
    r#""2024-12-31""#,
    r#""1899-12-31""#,
    r#""9999-12-31""#,
    r#""2024-08-30T00:00:00""#,
    r#""31-12-2024""#,
    r#""F""#,
    r#""f""#,
    r#""BPU""#,
    r#""PU""#,
    r#""JKM""#,
    r#""active""#,
    r#""aktif""#,
    r#""refund""#,
    r#""lindungi/roster/1""#,
    r#""lindungi/roster/2""#,
    r#"["x"]"#,
    r#"["x", "", null]"#,
    "[5]",
    "[[]]",
    "[{}]",
    r#"{"id": "x"}"#,
    r#"{"id": "-", "en": null}"#,
    r#"{"id": 5, "en": "x"}"#,
    r#"{"x": 5}"#,
];

/// The members of a document, each once: the path of its kind (`workers[].nik`) and where its first one stands.
fn members(value: &Value, kind: &str, at: &str, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let (kind, at) = (format!("{kind}.{name}"), format!("{at}/{name}"));
                found.entry(kind.trim_start_matches('.').to_owned()).or_insert(at.clone());
                members(value, &kind, &at, found);
            }
        }
        Value::Array(list) => {
            for (place, value) in list.iter().enumerate() {
                members(value, &format!("{kind}[]"), &format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// The example of the README, in which every field stands.
fn example() -> Value {
    serde_json::from_str(&lindungi(&["demo", "--workers", "5"]).run().out).unwrap()
}

fn is_number(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

/// A whole number that is not written as one.
fn is_whole_in_disguise(value: &str) -> bool {
    matches!(value, "-0" | "1.0" | "1e2")
}

/// Where a whole number stands, and the least that may.
const COUNTS: [(&str, u64); 13] = [
    ("program.target_workers", 0),
    ("program.budget", 0),
    ("program.contributions[].monthly", 0),
    ("program.grace_months", 0),
    ("program.max_age", 1),
    ("groups[].target", 0),
    ("workers[].welfare_decile", 0),
    ("payments[].amount", 0),
    ("plan[].workers", 0),
    ("claims[].amount", 0),
    ("districts[].target", 0),
    ("history[].workers", 0),
    ("payments[].workers", 0),
];

/// Why a value in a member is valid and yet not taken whole, or the other way round: a reason, and of which it is so.
type Unsaid = (&'static str, fn(&str, &str) -> bool);

/// See [`Unsaid`]. `by_segment` of the first payment is three and none.
const UNSAID: [Unsaid; 7] = [
    ("the schema asks for text; the reader keeps the row, and the audit finds it", |path, value| {
        ["workers[].nik", "workers[].kpj", "workers[].phone"].contains(&path) && is_number(value)
    }),
    ("1.0, 1e2 and -0 are the whole numbers 1, 100 and 0 to a validator", |path, value| {
        let least = COUNTS.iter().find(|(own, _)| *own == path).map(|(_, least)| *least);
        is_whole_in_disguise(value) && least.is_some_and(|least| least == 0 || value != "-0")
            || path.starts_with("payments[].by_segment.") && path.ends_with("PU") && is_whole_in_disguise(value)
    }),
    ("this validator reads large numbers with sixteen digits: 28 nines are 10^28 to it", |path, value| {
        let money = ["program.budget", "program.contributions[].monthly", "payments[].amount", "claims[].amount"];
        money.contains(&path) && value == "9999999999999999999999999999"
    }),
    ("two members are compared: coverage.to and coverage.from", |path, value| {
        path == "program.coverage.to" && value == r#""2024-02""#
    }),
    ("two members are compared: through and month", |path, value| {
        path == "payments[].through" && value == r#""2024-02""# || path == "payments[].month" && value == r#""2024-08""#
    }),
    ("BPU and PU add up to workers", |path, value| {
        let count = value.parse::<u64>().is_ok_and(|count| count <= 9_007_199_254_740_991 && count != 3);
        let none = ["null", r#""""#, r#"" ""#, r#""-""#, r#""\u200b""#, "gone"].contains(&value);
        match path {
            "payments[].workers" => count,
            "payments[].by_segment" => {
                ["{}", r#"{"x": 5}"#, r#"{"id": "x"}"#, r#"{"id": "-", "en": null}"#, r#"{"id": 5, "en": "x"}"#]
                    .contains(&value)
            }
            "payments[].by_segment.BPU" => count || none,
            "payments[].by_segment.PU" => count && value != "0",
            _ => false,
        }
    }),
    ("two rates of one segment, scheme and from", |path, value| {
        path == "program.contributions[].scheme" && value == r#""JKM""#
    }),
];

#[test]
fn whatever_stands_in_any_field_is_judged_as_the_reader_judges_it() {
    let validator = validator();
    let example = example();
    let mut found = BTreeMap::new();
    members(&example, "", "", &mut found);
    // A member that nobody knows, in each kind of object.
    let objects: BTreeSet<(String, String)> = found
        .iter()
        .filter_map(|(kind, at)| Some((kind.rsplit_once('.')?.0.to_owned(), at.rsplit_once('/')?.0.to_owned())))
        .collect();
    found.extend(objects.into_iter().map(|(kind, at)| (format!("{kind}.alamat"), format!("{at}/alamat"))));
    found.insert("alamat".to_owned(), "/alamat".to_owned());
    let (mut differ, mut listed) = (BTreeSet::new(), BTreeSet::new());
    let (mut good, mut bad) = (0, 0);
    for (kind, at) in &found {
        let (owner, name) = at.rsplit_once('/').unwrap();
        let mut document = example.clone();
        let object = document.pointer_mut(owner).unwrap().as_object_mut().unwrap();
        object.shift_remove(name);
        let gone = document.to_string();
        document.pointer_mut(owner).unwrap()[name] = json!("HERE");
        let here = document.to_string();
        let filled = VALUES.iter().map(|value| (*value, here.replace(r#""HERE""#, value)));
        for (value, text) in filled.chain([("gone", gone)]) {
            let judged = (loads(text.as_bytes()), is_valid(&validator, text.as_bytes()));
            match judged {
                (true, true) => good += 1,
                (false, false) => bad += 1,
                _ => _ = differ.insert(format!("{kind} = {value}")),
            }
            if UNSAID.iter().any(|(_, of)| of(kind, value)) {
                listed.insert(format!("{kind} = {value}"));
            }
        }
    }
    let unlisted: Vec<_> = differ.difference(&listed).collect();
    let agreed: Vec<_> = listed.difference(&differ).collect();
    assert!(unlisted.is_empty() && agreed.is_empty(), "differ: {unlisted:#?}\nagree after all: {agreed:#?}");
    assert!(good > 1_000 && bad > 2_000, "{good} good, {bad} bad");
}

/// Patterns that mean the same everywhere know no letters beyond U+FFFF: there the schema is the wider one.
#[test]
fn a_character_beyond_the_basic_plane_is_valid_wherever_the_reader_takes_it() {
    let validator = validator();
    let example = example();
    let mut found = BTreeMap::new();
    members(&example, "", "", &mut found);
    let (mut taken, mut wider) = (0, BTreeSet::new());
    for (kind, at) in &found {
        // A letter, a picture, and a sign that says nothing.
        for value in ["𠀀", "👍", "𝄞"] {
            let mut document = example.clone();
            *document.pointer_mut(at).unwrap() = json!(value);
            match (loads(document.to_string().as_bytes()), validator.is_valid(&document)) {
                (true, valid) => {
                    assert!(valid, "{kind} = {value}");
                    taken += 1;
                }
                (false, true) => _ = wider.insert(format!("{kind} = {value}")),
                (false, false) => {}
            }
        }
    }
    assert!(taken > 50, "{taken}");
    assert!(wider.contains("groups[].name = 𝄞") && wider.contains("claims[].date = 👍"), "{wider:#?}");
}

#[test]
fn what_stands_in_the_place_of_the_whole_is_judged_the_same() {
    let validator = validator();
    for value in VALUES {
        assert!(!loads(value.as_bytes()) && !is_valid(&validator, value.as_bytes()), "{value}");
    }
}

#[test]
fn the_example_of_the_readme_has_every_field_and_no_fault_of_its_own() {
    let schema = schema();
    let text = lindungi(&["demo", "--workers", "5"]).run().out;
    let mut found = BTreeMap::new();
    members(&serde_json::from_str(&text).unwrap(), "", "", &mut found);
    let table = lindungi::lang::Lang::En.table_of_format();
    let field = |row: &str| Some(row.strip_prefix("| `")?.split_once('`')?.0.to_owned());
    let fields: Vec<String> = table.lines().filter_map(field).collect();
    let known: usize = objects(&schema).iter().map(|(_, members)| members.len()).sum();
    assert_eq!(fields.len(), known, "the table has each field once");
    assert_eq!(found.into_keys().collect::<BTreeSet<_>>(), fields.into_iter().collect());
    let roster = crate::support::roster(&text);
    assert!(roster.set_aside.count() == 0 && roster.unknown_fields.is_empty());
    let status: Value =
        serde_json::from_str(&lindungi(&["status", "-", "--format", "json"]).stdin(text).run().out).unwrap();
    // The contribution too much in May is a part of the story at every size.
    assert_eq!(status["findings"]["by_rule"], json!({"payment-mismatch": 1}));
}

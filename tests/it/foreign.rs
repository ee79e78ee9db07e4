//! Files that are no roster, each called what it is with its remedy; values in other spellings, named by what is
//! expected and never by what they are; parts that are missing, all at once; limits, named as limits.

use crate::packed::gzip;
use crate::support::{assert_clean, document, file, lindungi, read, roster};
use lindungi::lang::Lang;
use lindungi::roster::json::LoadErrorKind;
use serde_json::{Value, json};

/// Runs `status` on a file of its own; the answer is what standard error says.
#[track_caller]
fn refused(name: &str, bytes: impl AsRef<[u8]>, lang: &str) -> String {
    let (_folder, path) = file(name, bytes);
    let done = lindungi(&["status", &path, "--lang", lang]).run();
    assert_eq!((done.code, done.out.as_str()), (3, ""), "{name}: {}", done.err);
    assert_clean(&done.err);
    assert!((2..=5).contains(&done.err.lines().count()), "{name}: {}", done.err);
    assert!(!done.err.contains("Marta") && !done.err.contains("92710042"), "{name}: {}", done.err);
    done.err
}

#[test]
fn case_29_a_file_of_another_kind_is_called_what_it_is_with_its_remedy() {
    let table = "nik;nama;status\n9271004203810001;Marta Osok;aktif\n";
    let utf16: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = std::iter::once(0xfeff).chain("{}".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut office = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\x08\x02".to_vec();
    office.extend(b"[Content_Types].xml and more");
    let opendocument = b"PK\x03\x04\x14\0\0\x08mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    let kinds: [(&str, Vec<u8>, &str, &str); 29] = [
        ("a.csv", table.into(), "a table as text (CSV)", "lindungi import LIST"),
        (
            "a.json",
            "\"nik\",\"nama\"\n\"9271004203810001\",\"Marta\"\n".into(),
            "a table as text (CSV)",
            "lindungi import",
        ),
        ("a.tsv", "nik\tnama\n1\tMarta\n".into(), "a table as text (CSV)", "lindungi import"),
        ("a.json", format!("\u{feff}{table}").into(), "a table as text (CSV)", "lindungi import"),
        ("a.json", "[{\"name\": \"Marta Osok\"}]".into(), "a list [ … ] stands at the top", "\"workers\""),
        ("a.json", "// the list\n{\"schema\": 1}".into(), "JSON has no comments", "Take out"),
        (
            "a.json",
            "{\"schema\": \"lindungi/roster/1\", // here\n \"workers\": []}".into(),
            "JSON has no comments",
            "Take out",
        ),
        ("a.json", "{\"groups\": [{\"id\": 1 /* one */}]}".into(), "JSON has no comments", "Take out"),
        ("a.json", "{\"groups\": []}\n# the end".into(), "JSON has no comments", "Take out"),
        ("a.jsonl", "{\"name\": \"Marta\"}\n{\"name\": \"Obet\"}\n".into(), "JSON Lines", "\"workers\""),
        ("a.json.xz", b"\xfd7zXZ\0\0\x04".to_vec(), "an xz file", "Unpack"),
        ("a.json.bz2", b"BZh91AY&SY".to_vec(), "a bzip2 file", "Unpack"),
        ("a.zip", b"PK\x03\x04\x14\0\0\0roster.json".to_vec(), "a ZIP archive", "Unpack"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(), "a 7-Zip archive", "Unpack"),
        ("a.rar", b"Rar!\x1a\x07\x01".to_vec(), "a RAR archive", "Unpack"),
        ("a.ods", opendocument.to_vec(), "a LibreOffice document", "lindungi import"),
        ("a.db", b"SQLite format 3\0".to_vec(), "SQLite", "lindungi"),
        ("a.pdf", b"%PDF-1.7\n".to_vec(), "a PDF", "lindungi"),
        ("a.png", b"\x89PNG\r\n".to_vec(), "a picture", "lindungi"),
        ("a.jpg", b"\xff\xd8\xff\xe0".to_vec(), "a picture", "lindungi"),
        ("a.xlsx", office, "an Excel workbook (.xlsx)", "lindungi import"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec(), "an old Excel workbook", "Save it as .xlsx"),
        ("a.json", "\n<!DOCTYPE html><html>Marta</html>".into(), "an HTML page", "fetch the file again"),
        ("a.json", "<?xml version=\"1.0\"?><a/>".into(), "XML, not JSON", "lindungi demo"),
        // What a database answers that has no programme.
        ("a.json", "], \"payments\": [\n]}\n".into(), "not JSON: a value is expected", "Mend that place"),
        ("a.json", utf16, "UTF-16", "Save it as UTF-8"),
        ("a.json", marked, "UTF-16", "Save it as UTF-8"),
        ("a.json", Vec::new(), "the file is empty", "lindungi demo"),
        ("a.yaml", "---\nschema: lindungi/roster/1\n".into(), "YAML", "lindungi demo"),
    ];
    for (name, bytes, what, remedy) in kinds {
        let said = refused(name, &bytes, "en");
        assert!(said.contains(what) && said.contains(remedy), "{name}: {said}");
        assert_ne!(refused(name, &bytes, "id"), said, "{name} is said in Indonesian too");
    }
    // What is packed is looked at as well.
    assert!(refused("a.json.gz", gzip(table.as_bytes()), "en").contains("CSV"));
}

fn with(field: &str, value: Value) -> String {
    let mut worker = json!({"name": "Marta Osok", "occupation": "nelayan", "status": "active"});
    worker[field] = value;
    let good = json!({"name": "Obet Kalami", "occupation": "nelayan", "status": "active"});
    serde_json::to_string_pretty(&document(json!([good, worker]))).unwrap()
}

#[test]
fn a_value_of_another_spelling_is_told_how_it_is_written_and_never_repeated() {
    for (field, value, said) in [
        ("status", json!("Active"), "write \"active\""),
        ("status", json!("aktif"), "write \"active\""),
        ("status", json!("AKTIF "), "write \"active\""),
        ("status", json!("diusulkan"), "write \"proposed\""),
        ("status", json!("tidak aktif"), "write \"inactive\""),
        ("sex", json!("L"), "write \"M\""),
        ("sex", json!("P"), "write \"F\""),
        ("sex", json!("Male"), "write \"M\""),
        ("sex", json!("perempuan"), "write \"F\""),
        ("sex", json!("f"), "write \"F\""),
        ("segment", json!("bpu"), "write \"BPU\""),
        ("birth_date", json!("30/08/1981"), "the year stands first: \"2024-08-30\""),
        ("birth_date", json!("1981-8-3"), "two digits: \"2024-08-30\""),
        ("birth_date", json!("1981/08/03"), "hyphens"),
        ("enrolled_on", json!("2024-03-01T00:00:00"), "without the time"),
        ("enrolled_on", json!("1 Maret 2024"), "the month is a number"),
        ("protected_until", json!("31/08/24"), "four digits"),
        ("protected_until", json!(45535), "a date number of a spreadsheet"),
        ("protected_until", json!("45535"), "a date number of a spreadsheet"),
        ("registered_on", json!("2024-02-30"), "no such date"),
        ("registered_on", json!("1850-02-03"), "outside the years 1900 to 9999"),
        ("welfare_decile", json!(300), "outside 0 to 255"),
    ] {
        let text = with(field, value.clone());
        let roster = roster(&text);
        let [aside] = roster.set_aside.kept() else { panic!("{field}: {value} sets its row aside") };
        let message = Lang::En.set_aside(aside);
        let line = 1 + text[..text.find(&format!("\"{field}\": {value}")).unwrap()].matches('\n').count();
        assert!(message.starts_with(&format!("workers row 2 (line {line}), {field}: ")), "{value}: {message}");
        assert!(message.contains(said), "{value}: {message}");
        let repeated = value.as_str().filter(|own| !said.contains(own) && !message.contains("such date"));
        assert!(repeated.is_none_or(|own| own.len() < 2 || !message.contains(own)), "{value}: {message}");
        let indonesian = Lang::Id.set_aside(aside);
        assert!(indonesian.contains("data ke-2 (baris ") && !indonesian.contains("write"), "{indonesian}");
    }
}

#[test]
fn payments_and_claims_are_told_the_same_way() {
    let mut whole = document(json!([]));
    whole["payments"] = json!([
        {"month": "2024-03", "amount": "16800"},
        {"month": "03/2024", "amount": "16800"},
        {"month": "2024-3", "amount": "16800"},
        {"month": "Maret 2024", "amount": "16800"},
        {"month": "2024-03", "amount": "Rp16.800"},
        {"month": "2024-03", "amount": "16800", "paid_on": "12/03/2024"},
    ]);
    whole["claims"] = json!([{"scheme": "jkm", "amount": "42000000"}]);
    let roster = roster(whole.to_string());
    let said: Vec<String> = roster.set_aside.kept().iter().map(|aside| Lang::En.set_aside(aside)).collect();
    for (said, what) in said.iter().zip([
        "payments row 2 (line 1), month: not a month YYYY-MM; the year stands first: \"2024-03\"",
        "payments row 3 (line 1), month: not a month YYYY-MM; months and days have two digits: \"2024-03\"",
        "payments row 4 (line 1), month: not a month YYYY-MM; the month is a number: \"2024-03\"",
        "payments row 5 (line 1), amount: not whole rupiah in at most 28 digits, such as \"16800\"; digits alone",
        "payments row 6 (line 1), paid_on: not a date YYYY-MM-DD; the year stands first",
        "claims row 1 (line 1), scheme: not one of JKK, JKM; write \"JKM\"",
    ]) {
        assert!(said.starts_with(what), "{said}");
    }
    assert_eq!(said.len(), 6);
}

#[test]
fn case_26_all_that_is_missing_is_told_at_once_with_the_smallest_right_example() {
    let whole = document(json!([]));
    let without = |parts: &[&str]| {
        let mut document = whole.clone();
        for part in parts {
            let (owner, name) = part.rsplit_once('/').unwrap();
            document.pointer_mut(owner).unwrap().as_object_mut().unwrap().remove(name);
        }
        document.to_string()
    };
    for (parts, says) in [
        (&["/program"][..], &["program: required, but missing", "\"program\": {\"name\": "][..]),
        (&["/schema"], &["schema: required, but missing", "\"schema\": \"lindungi/roster/1\""]),
        (
            &["/groups"],
            &["groups: required, but missing", "\"groups\": [{\"id\": \"nelayan\", \"name\": \"Nelayan\"}]"],
        ),
        (&["/workers"], &["workers: required, but missing", "\"workers\": [{\"name\": "]),
        (
            &["/program/contributions/0/scheme"],
            &[
                "program.contributions row 1, scheme: required, but missing",
                "{\"scheme\": \"JKK\", \"monthly\": \"10000\"}",
            ],
        ),
        (&["/program/budget"], &["program.budget: required, but missing", "\"budget\": \"2200000000\""]),
        (
            &["/program/budget", "/program/name", "/program/fiscal_year", "/groups/0/name", "/workers"],
            &[
                "program.budget",
                "program.name",
                "program.fiscal_year",
                "groups row 1, name",
                "workers;",
                "\"budget\": ",
            ],
        ),
        (
            &["/program/contributions/1/monthly", "/program/target_workers"],
            &["row 2, monthly", "program.target_workers"],
        ),
    ] {
        for lang in ["en", "id"] {
            let said = refused("a.json", without(parts), lang);
            if lang == "en" {
                assert!(says.iter().all(|what| said.contains(what)), "{parts:?}: {said}");
            }
        }
        let error = read(without(parts)).unwrap_err();
        assert!(matches!(&error.kind, LoadErrorKind::Missing(lacks) if lacks.len() == parts.len()), "{error:?}");
    }
    assert!(refused("a.json", "{}", "en").contains("schema; program; groups; workers"));
}

#[test]
fn missing_or_misspelt_workers_are_a_bad_file_that_names_the_near_field() {
    for name in ["wokers", "worker", "Workers", "pekerja", "peserta", "data"] {
        let mut whole = document(json!([{"name": "Marta Osok", "occupation": "nelayan", "status": "active"}]));
        let workers = whole.as_object_mut().unwrap().remove("workers").unwrap();
        whole[name] = workers;
        let said = refused("a.json", whole.to_string(), "en");
        assert!(
            said.contains("workers: required, but missing") && said.contains(&format!("is \"{name}\" meant?")),
            "{said}"
        );
    }
    let mut whole = document(json!(null));
    assert!(refused("a.json", whole.to_string(), "en").contains("workers: required, but missing"));
    whole["workers"] = json!([]);
    assert!(read(whole.to_string()).is_ok(), "an empty list is valid");
    whole["program"]["pagu"] = whole["program"].as_object_mut().unwrap().remove("budget").unwrap();
    assert!(refused("a.json", whole.to_string(), "en").contains("(is \"pagu\" meant?)"));
}

#[test]
fn a_limit_is_named_as_a_limit() {
    for (pointer, value, limit) in [
        ("/program/grace_months", json!(121), "0 to 120"),
        ("/program/grace_months", json!(256), "0 to 120"),
        ("/program/max_age", json!(0), "1 to 150"),
        ("/program/max_age", json!(151), "1 to 150"),
        ("/program/fiscal_year", json!(1899), "the years 1900 to 9999"),
        ("/program/fiscal_year", json!(10_000), "the years 1900 to 9999"),
        ("/program/fiscal_year", json!(99_999_999_999_u64), "the years 1900 to 9999"),
        ("/program/as_of", json!("1800-01-01"), "the years 1900 to 9999"),
        ("/program/target_workers", json!(9_007_199_254_740_992_u64), "0 to 9,007,199,254,740,991"),
        ("/groups/0/target", json!(9_007_199_254_740_992_u64), "0 to 9,007,199,254,740,991"),
    ] {
        let mut whole = document(json!([]));
        whole["program"]["grace_months"] = json!(3);
        whole["program"]["max_age"] = json!(65);
        *whole.pointer_mut(pointer).unwrap() = value;
        let said = refused("a.json", whole.to_string(), "en");
        assert!(said.contains(&format!("outside {limit}")), "{pointer}: {said}");
        assert!(refused("a.json", whole.to_string(), "id").contains("di luar "));
    }
    let mut whole = document(json!([]));
    whole["program"]["grace_months"] = json!(120);
    whole["program"]["max_age"] = json!(150);
    whole["program"]["target_workers"] = json!(9_007_199_254_740_991_u64);
    assert!(read(whole.to_string()).is_ok());
}

//! `lindungi export`: what stands in a table, what stays hidden, and what is never written over.

use crate::support::{assert_clean, document, file, fixture, lindungi};
use serde_json::{Value, json};
use std::os::unix::fs::PermissionsExt;

fn table(text: &str) -> Vec<Vec<String>> {
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.into_records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn numbers_of_people_are_masked_unless_they_are_asked_for() {
    let row = |args: &[&str]| {
        let twelve = fixture("twelve.json");
        let done = lindungi(&[&["export", twelve.as_str(), "--filter", "id:W01"], args].concat()).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert_clean(&done.out);
        let rows = table(&done.out);
        rows[0].iter().cloned().zip(rows[1].iter().cloned()).collect::<Vec<_>>()
    };
    let cell =
        |row: &[(String, String)], name: &str| row.iter().find(|(own, _)| own == name).map(|(_, cell)| cell.clone());
    let masked = row(&[]);
    assert_eq!(cell(&masked, "nik").as_deref(), Some("************0001"));
    assert_eq!(cell(&masked, "kpj").as_deref(), Some("*******0001"));
    assert_eq!(cell(&masked, "age").as_deref(), Some("44"));
    assert_eq!(cell(&masked, "birth_date"), None, "beside a birth date a mask hides nothing");
    let whole = row(&["--reveal"]);
    assert_eq!(cell(&whole, "nik").as_deref(), Some("9671005205800001"));
    assert_eq!(cell(&whole, "birth_date").as_deref(), Some("1980-05-12"));
    assert_eq!(cell(&whole, "standing").as_deref(), Some("active"));
    assert_eq!(cell(&whole, "lapses_on").as_deref(), Some("2024-12-01"));
}

#[test]
fn every_format_has_the_same_workers() {
    let twelve = fixture("twelve.json");
    let run = |format: &str| {
        let done = lindungi(&["export", &twelve, "--filter", "status:active", "--format", format]).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{format}");
        assert_clean(&done.out);
        done.out
    };
    assert_eq!(table(&run("csv")).len(), 1 + 7);
    let lines: Vec<Value> = run("jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 7);
    let whole: Value = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(
        (&whole["schema"], &whole["count"], &whole["filter"]),
        (&json!("lindungi/export/1"), &json!(7), &json!("status:active"))
    );
    assert_eq!(whole["workers"].as_array().unwrap(), &lines);
    assert_eq!(run("markdown").lines().count(), 2 + 7);
    let none: Value =
        serde_json::from_str(&lindungi(&["export", &twelve, "--filter", "zzz", "--format", "json"]).run().out).unwrap();
    assert_eq!((&none["count"], &none["workers"]), (&json!(0), &json!([])));
}

#[test]
fn a_workbook_holds_numbers_of_people_as_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx").to_str().unwrap().to_owned();
    let done = lindungi(&["export", &fixture("twelve.json"), "--format", "xlsx", "--reveal", "-o", &path]).run();
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"PK"), "a ZIP archive");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let sheet = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    let csv = lindungi(&["export", &fixture("twelve.json"), "--reveal"]).run().out;
    let rows = table(&csv);
    let nik = rows[0].iter().position(|head| head == "nik").unwrap();
    for row in rows.iter().skip(1).filter(|row| !row[nik].is_empty()) {
        assert!(sheet.contains(&format!(r#" t="inlineStr"><is><t>{}</t></is></c>"#, row[nik])), "{}", row[nik]);
    }
    assert_eq!(sheet.matches("<row ").count(), rows.len());
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "for its owner alone");
}

#[test]
fn a_text_is_never_a_formula_and_never_obeyed() {
    let workers = json!([
        {"id": "A1", "name": "=HYPERLINK(\"http://x\")", "occupation": "nelayan", "status": "proposed"},
        {"id": "+1", "name": "a,\"b\"\u{1b}[2Jc", "occupation": "nelayan", "status": "proposed"},
        {"id": "@x", "name": "| a | <b>", "occupation": "nelayan", "status": "proposed"},
    ]);
    let (_folder, path) = file("a.json", document(workers).to_string());
    let done = lindungi(&["export", &path]).run();
    assert_clean(&done.out);
    let rows = table(&done.out);
    assert_eq!(rows[1][1], "'=HYPERLINK(\"http://x\")");
    assert_eq!((rows[2][0].as_str(), rows[3][0].as_str()), ("'+1", "'@x"));
    assert!(rows[2][1].starts_with("a,\"b\""), "{}", rows[2][1]);
    let text = lindungi(&["export", &path, "--format", "markdown"]).run().out;
    assert!(text.contains("\\| a \\| &lt;b>"), "{text}");
}

#[test]
fn a_file_that_exists_is_left_as_it_is() {
    let (folder, roster) = file("a.json", std::fs::read(fixture("twelve.json")).unwrap());
    let path = folder.path().join("b.csv").to_str().unwrap().to_owned();
    std::fs::write(&path, "mine").unwrap();
    for (args, code, said) in [
        (vec!["export", &roster, "-o", &path], 4, "exists and is left as it is"),
        (vec!["export", &roster, "-o", &roster, "--force"], 4, "is the roster itself"),
        (vec!["export", &roster, "-o", "/nowhere/a.csv"], 4, "cannot be written"),
        (vec!["export", &roster, "-o", &path, "--filter", "statu:x"], 2, "no field statu"),
        (vec!["export"], 2, "required"),
    ] {
        let done = lindungi(&args).run();
        assert_eq!(done.code, code, "{args:?}: {}", done.err);
        assert!(done.err.contains(said), "{args:?}: {}", done.err);
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(lindungi(&["export", &roster, "-o", &path, "--force"]).run().code, 0);
    assert_eq!(table(&std::fs::read_to_string(&path).unwrap()).len(), 13);
    assert_eq!(std::fs::read(&roster).unwrap(), std::fs::read(fixture("twelve.json")).unwrap());
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "nothing half written is left beside them");
}

//! How an office lays a list out for people to read: cells merged over many rows, a column for men and one for women, rows
//! that a filter hides, sheets that go on with the one before, and sheets of other people.

use crate::lists::counts;
use crate::support::{fixture, lindungi, workbook};
use serde_json::Value;
use std::fs;

fn list(name: &str) -> String {
    fixture(&format!("import/{name}"))
}

/// What the preview of a list says, and the workers that come of it.
fn read(list: &str, lang: &str) -> (String, Vec<Value>) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("roster.json").to_str().unwrap().to_owned();
    let program = fixture("import/program.json");
    let args = ["import", list, "--program", &program, "-o", &out, "--accept-partial", "--lang", lang];
    let done = lindungi(&args).run();
    assert_eq!(done.code, 0, "{}", done.err);
    let roster: Value = serde_json::from_str(&fs::read_to_string(&out).unwrap()).unwrap();
    (done.out, roster["workers"].as_array().unwrap().clone())
}

/// A text without the places where its lines are wrapped.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row of texts.
fn row(number: usize, texts: &[&str]) -> String {
    let cell = |(place, text): (usize, &&str)| {
        let column = char::from(b'A' + u8::try_from(place).unwrap());
        format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    format!(r#"<row r="{number}">{}</row>"#, texts.iter().enumerate().map(cell).collect::<String>())
}

#[test]
fn what_stands_once_for_many_rows_holds_for_each_of_them() {
    for name in ["dinas.xlsx", "dinas-libreoffice.ods"] {
        let (preview, workers) = read(&list(name), "en");
        let of = |field: &str| workers.iter().map(|own| own[field].as_str().unwrap_or("-")).collect::<Vec<_>>();
        let (timur, manoi) = ("Sorong Timur", "Sorong Manoi");
        assert_eq!(of("district"), [timur, timur, timur, manoi, manoi, manoi, manoi, manoi, manoi], "{name}");
        assert_eq!(of("sex").concat(), "FMFMMMFMF", "{name}");
        for told in [
            "E Jenis Kelamin L → sex · F Jenis Kelamin P → sex",
            "6 cells in column Daftar B merged with the one above: its value holds",
            "sex is not that of the NIK; one of the two is wrong E8",
            "birth date is not that of the NIK; one of the two is wrong G7",
        ] {
            assert!(flat(&preview).contains(told), "{name}: {told}\n{preview}");
        }
        let phones = of("phone");
        assert!(phones.iter().all(|phone| phone.len() == 12), "{phones:?}");
    }
    let (preview, _) = read(&list("dinas.xlsx"), "id");
    assert!(preview.contains("6 sel di kolom Daftar B digabung dengan sel di atasnya"), "{preview}");
}

#[test]
fn whoever_is_hidden_or_said_to_have_left_is_read_and_told() {
    for name in ["dinas.xlsx", "dinas-libreoffice.ods"] {
        let (preview, workers) = read(&list(name), "en");
        for told in [
            "2 hidden rows are read as well: row 8–9",
            "Hidden columns are read as well: I",
            "Looked through for who has left: J Keterangan",
            "2 a note says that the person has died, left or is not known; kept as the reason",
            "J6, J10",
        ] {
            assert!(flat(&preview).contains(told), "{name}: {told}\n{preview}");
        }
        let reasons: Vec<&str> = workers.iter().filter_map(|own| own["reason"].as_str()).collect();
        assert_eq!(reasons, ["Meninggal 3 Mei 2024", "pindah ke Manokwari"]);
        assert!(workers.iter().all(|own| own["status"] == "proposed"), "no status is made of a note");
    }
    let (preview, _) = read(&list("dinas.xlsx"), "id");
    for told in ["2 baris tersembunyi ikut dibaca: baris 8–9", "Kolom tersembunyi ikut dibaca: I"] {
        assert!(flat(&preview).contains(told), "{told}\n{preview}");
    }
}

#[test]
fn a_sheet_of_other_people_makes_nobody_a_worker() {
    for name in ["dinas.xlsx", "dinas-libreoffice.ods"] {
        let (preview, workers) = read(&list(name), "en");
        assert_eq!(workers.len(), 9, "{name}");
        assert!(flat(&preview).contains("“Petugas”: 2 rows of other people not read (no column for NIK, KPJ, birth date or occupation): row 2–3. If they are workers"), "{preview}");
    }
    // Where no list has NIKs, names are all that there is.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.xlsx").to_str().unwrap().to_owned();
    let rows = [row(1, &["No", "Nama", "No HP"]), row(2, &["1", "Siti", "081234567890"])].concat();
    workbook(&path, &[("Daftar", &rows)]);
    let done = lindungi(&["import", &path]).run();
    assert_eq!(counts(&done.out), [1, 0, 1, 0], "{}", done.out);
}

#[test]
fn a_sheet_may_go_on_with_the_list_of_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.xlsx").to_str().unwrap().to_owned();
    let person = |number: usize, nik: &str| row(number, &["1", nik, "Siti", "ojek"]);
    let first = row(1, &["No", "NIK", "Nama", "Pekerjaan"]) + &person(2, "9671004203810001");
    let second = person(1, "9671004203810002") + &person(2, "9671004203810003");
    let other = row(1, &["Nama", "No HP"]) + &row(2, &["Petugas", "081234567890"]);
    let third = person(1, "9671004203810004");
    workbook(&path, &[("Satu", &first), ("Dua", &second), ("Petugas", &other), ("Tiga", &third)]);
    let (preview, workers) = read(&path, "en");
    assert_eq!((counts(&preview)[0], workers.len()), (4, 4), "{preview}");
    for told in ["“Satu”: 1 row, headings in row 1", "“Dua”: 2 rows, columns as on the sheet before"] {
        assert!(flat(&preview).contains(told), "{told}\n{preview}");
    }
    // Without a NIK in its first row nobody could tell whose columns they are.
    let unlike = row(1, &["1", "Siti", "ojek", "Remu"]);
    workbook(&path, &[("Satu", &first), ("Catatan", &unlike)]);
    let (preview, workers) = read(&path, "en");
    assert!(workers.len() == 1 && preview.contains("“Catatan”: not read, no headings that are known"), "{preview}");
}

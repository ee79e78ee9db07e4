//! `lindungi import`: an office's list into a roster, what of it is told first, and what is never lost.

use crate::support::{assert_clean, fixture, fixture_text, lindungi, status_json, workbook};
use lindungi::lang::scrub::scrub;
use serde_json::Value;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

fn list(name: &str) -> String {
    fixture(&format!("import/{name}"))
}

fn written(folder: &TempDir, name: &str, text: &str) -> String {
    let path = path(folder, name);
    fs::write(&path, text).unwrap();
    path
}

fn roster(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn workers(path: &str) -> Vec<Value> {
    roster(path)["workers"].as_array().unwrap().clone()
}

/// The counts of a preview: read, good, doubtful, refused.
pub fn counts(preview: &str) -> [usize; 4] {
    let words = [["Rows read", "Baris dibaca"], ["good", "baik"], ["doubtful", "meragukan"], ["refused", "ditolak"]];
    words.map(|either| {
        let line = preview.lines().find(|line| {
            either.iter().any(|word| line.trim_start().strip_prefix(word).is_some_and(|rest| rest.starts_with("  ")))
        });
        line.and_then(|line| line.split_whitespace().last()).and_then(|count| count.parse().ok()).unwrap_or(usize::MAX)
    })
}

#[test]
fn each_list_of_the_field_is_read_as_its_line_in_the_readme_says() {
    let program = list("program.json");
    let readme = fixture_text("import/README.md");
    let mut lists = 0;
    for line in readme.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| list")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let said: Vec<usize> = cells[2..6].iter().map(|count| count.parse().unwrap()).collect();
        for lang in ["en", "id"] {
            let done = lindungi(&["import", &list(cells[1]), "--program", &program, "--lang", lang]).run();
            let found = counts(&done.out);
            assert_eq!(found.to_vec(), said, "{line}\n{}", done.out);
            assert_eq!(found[0], found[1..].iter().sum::<usize>(), "{line}");
            assert_eq!(done.code, i32::from(found[3] > 0), "{line}");
            assert_clean(&done.out);
        }
        lists += 1;
    }
    let files = fs::read_dir(list("")).unwrap().filter(|entry| {
        let ending = entry.as_ref().unwrap().path().extension().map(|ending| ending.to_owned());
        ending.is_some_and(|ending| ending == "csv" || ending == "xlsx" || ending == "ods")
    });
    assert_eq!(files.count(), lists, "every list has its line");
}

#[test]
fn a_preview_says_what_is_wrong_with_its_cell_and_no_number_of_anybody() {
    let done = lindungi(&["import", &list("mimika.csv"), "--program", &list("program.json")]).run();
    for told in [
        "mimika.csv: 12 rows, headings in row 4",
        "A NIK → NIK · B KPJ → KPJ · C NAMA → name",
        "Read as windows-1252, columns parted by ;",
        "NIK is shortened (3.2E+15): its digits are lost; copy it again as text\n           A7\n",
        "NIK has 15 digits instead of 16; compare with the KTP\n           A8\n",
        "end of protection is no date that can be read; write it as 31-12-1981\n           K10\n",
        "day and month of birth turned round, as the NIK has them\n           D9\n",
        "Unknown, group: “tukang jahit” 1",
        "9 without a status in the list become: active",
        "1 row of sums left out: row 17",
    ] {
        assert!(done.out.contains(told), "{told}\n{}", done.out);
    }
    let digits = done.out.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
    assert!(digits < Some(11), "{}", done.out);
    assert_eq!(done.err, "lindungi: nothing is written yet: -o FILE writes the roster\n");
    let id = lindungi(&["import", &list("p3ke.xlsx"), "--program", &list("program.json"), "--lang", "id"]).run();
    for told in ["NIK berupa bilangan: Excel sudah membuang angka terakhirnya", "           L7\n", "Ditolak\n"] {
        assert!(id.out.contains(told), "{told}\n{}", id.out);
    }
    let ods = lindungi(&["import", &list("ktp.ods"), "--program", &list("program.json")]).run();
    for told in [
        "“Distrik Sorong Manoi”: 6 rows, headings in row 4",
        "“Lama”: not read, the sheet is hidden",
        "“Catatan”: not read, no headings that are known",
        "Distrik Sorong Utara!I7",
    ] {
        assert!(ods.out.contains(told), "{told}\n{}", ods.out);
    }
}

#[test]
fn nothing_is_written_while_a_row_is_refused_unless_the_others_are_taken() {
    let folder = folder();
    let (out, program) = (path(&folder, "roster.json"), list("program.json"));
    let refused = path(&folder, "roster.refused.csv");
    let args = ["import", &list("mimika.csv"), "--program", &program, "-o", &out];
    let done = lindungi(&args).run();
    assert_eq!(done.code, 1);
    assert!(done.err.contains("nothing is written: 3 rows are refused"), "{}", done.err);
    assert!(!Path::new(&out).exists() && !Path::new(&refused).exists());
    let done = lindungi(&[&args[..], &["--accept-partial"]].concat()).run();
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(
        done.err.contains("9 workers written to") && done.err.contains("3 refused rows written to"),
        "{}",
        done.err
    );
    for file in [&out, &refused] {
        assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
    }
    assert_eq!(status_json(&[&out])["workers"]["readable"], 9);
    // In the list's own shape, each row with its reason; mended there, that file is a list itself.
    let text = fs::read_to_string(&refused).unwrap();
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some(
            "NIK,KPJ,NAMA,TGL_LAHIR,NO_HANDPHONE,JHT,JKK,JKM,JENIS_PEKERJAAN,TGL_KEPESERTAAN,TGL_BERAKHIR,MASA_GRACE,alasan"
        )
    );
    assert_eq!(lines.clone().count(), 3);
    assert!(lines.all(|line| line.contains("lindungi: ")), "{text}");
    let mended = text.replace("\"9,67101E+15\"", "9671007011900003").replace(",967100050668000,", ",9671000506680004,");
    let mended = mended.replace("\n967100050668000,", "\n9671000506680004,").replace("31-PEB-24", "29-PEB-24");
    let again = written(&folder, "mended.csv", &mended);
    let done = lindungi(&["import", &again, "--program", &program, "-o", &path(&folder, "rest.json")]).run();
    assert_eq!((done.code, counts(&done.out)), (0, [3, 3, 0, 0]), "{}{}", done.out, done.err);
    assert!(workers(&path(&folder, "rest.json")).iter().all(|worker| worker.get("reason").is_none()));
    // A file that is there stays.
    let before = fs::read(&out).unwrap();
    let done = lindungi(&[&args[..], &["--accept-partial"]].concat()).run();
    assert_eq!(done.code, 4);
    assert!(done.err.contains("--force"), "{}", done.err);
    assert_eq!(fs::read(&out).unwrap(), before);
    assert_eq!(lindungi(&[&args[..], &["--accept-partial", "--force"]].concat()).run().code, 0);
}

#[test]
fn cells_mean_what_the_office_meant() {
    let folder = folder();
    let out = path(&folder, "roster.json");
    let text = "No. KTP;Nama Lengkap;JK;Tanggal Lahir;Pekerjaan;Kecamatan;Desil;Status;No HP;Alasan\n\
        '9671004203810001;Siti Aminah;P;2/3/81;OPANG;kec. sorong timur;Desil 2;masa tenggang;'+628123;\n\
        96.71.00.1708.75.0002;Yohanes;laki-laki;17 Agustus 1975;mama pasar;MANOI;3;Ditolak;0812;pindah\n";
    let list = written(&folder, "list.csv", text);
    let done = lindungi(&["import", &list, "--program", &self::list("program.json"), "-o", &out]).run();
    assert_eq!((done.code, counts(&done.out)), (0, [2, 2, 0, 0]), "{}{}", done.out, done.err);
    let expected = serde_json::json!([
        {"nik": "9671004203810001", "name": "Siti Aminah", "sex": "F", "birth_date": "1981-03-02",
         "occupation": "tukang_ojek", "district": "Sorong Timur", "status": "active", "phone": "+628123", "welfare_decile": 2},
        {"nik": "9671001708750002", "name": "Yohanes", "sex": "M", "birth_date": "1975-08-17",
         "occupation": "pedagang_pasar", "district": "Sorong Manoi", "status": "rejected", "phone": "0812",
         "welfare_decile": 3, "reason": "pindah"},
    ]);
    assert_eq!(Value::Array(workers(&out)), expected);
}

#[test]
fn a_list_without_a_programme_gets_one_to_fill_in_and_then_becomes_a_roster() {
    let folder = folder();
    let (out, program) = (path(&folder, "roster.json"), path(&folder, "roster.program.json"));
    let args = ["import", &list("intake.csv"), "-o", &out];
    let done = lindungi(&args).run();
    assert_eq!(done.code, 2);
    assert!(done.err.contains("roster.program.json was written; fill in program.name"), "{}", done.err);
    assert!(!Path::new(&out).exists());
    // Not over what may be half filled in.
    let done = lindungi(&args).run();
    assert!(done.code == 2 && done.err.contains("programme is not known: fill in"), "{}", done.err);
    // Unfilled it is refused, with everything that is missing.
    let with = [&args[..], &["--program", &program]].concat();
    let done = lindungi(&with).run();
    assert_eq!(done.code, 3);
    for missing in ["name", "fiscal_year", "target_workers", "budget"] {
        assert!(done.err.contains(missing), "{missing}: {}", done.err);
    }
    let text = fs::read_to_string(&program).unwrap();
    let filled = text
        .replacen("\"name\": null", "\"name\": \"Perlindungan\"", 1)
        .replace("\"fiscal_year\": null", "\"fiscal_year\": 2024")
        .replace("\"target_workers\": null", "\"target_workers\": 10")
        .replace("\"budget\": null", "\"budget\": \"5000000\"");
    fs::write(&program, filled).unwrap();
    let done = lindungi(&with).run();
    assert_eq!(done.code, 0, "{}", done.err);
    let status = status_json(&[&out]);
    assert_eq!(status["workers"]["readable"], 7);
    let groups: Vec<&str> = status["groups"].as_array().unwrap().iter().filter_map(|own| own["id"].as_str()).collect();
    assert_eq!(groups, ["pedagang", "ojek", "buruh", "nelayan"]);
    assert_eq!(status["budget"]["monthly"]["joined"], "0");
    // A roster with workers is no programme.
    let done = lindungi(&["import", &list("intake.csv"), "--program", &fixture("twelve.json")]).run();
    assert!(done.code == 2 && done.err.contains("--into"), "{}", done.err);
}

#[test]
fn a_list_merges_by_nik_and_leaves_whatever_it_does_not_say() {
    let folder = folder();
    let twelve = fixture_text("twelve.json");
    let into =
        written(&folder, "roster.json", &twelve.replace("\"id\": \"W02\"", "\"alamat\": \"Jl. X\", \"id\": \"W02\""));
    let before = workers(&into);
    let nik = |row: usize| before[row]["nik"].as_str().unwrap();
    let [first, second, third] = [nik(0), nik(1), nik(2)];
    let name = |row: usize| before[row]["name"].as_str().unwrap().to_uppercase();
    let text = format!(
        "NIK,NAMA,KPJ,TGL_BERAKHIR\n{first},{},,\n{second},{},24099999999,31-DES-25\n9671004203810099,Baru,,\n\
         {third},A,,\n{third},B,,\n,Tanpa NIK,24011111111,\n",
        name(0),
        name(1)
    );
    let list = written(&folder, "list.csv", &text);
    let out = path(&folder, "new.json");
    let done = lindungi(&["import", &list, "--into", &into, "-o", &out]).run();
    assert_eq!((done.code, counts(&done.out)), (1, [6, 2, 1, 3]), "{}", done.out);
    assert!(done.out.contains("the same NIK on several rows; keep the right one\n           A5–A6\n"), "{}", done.out);
    assert!(done.out.contains("no NIK that tells whom of the roster it is\n           A7\n"), "{}", done.out);
    let done = lindungi(&["import", &list, "--into", &into, "-o", &out, "--accept-partial"]).run();
    assert_eq!(done.code, 0, "{}", done.err);
    for told in ["joined              1", "changed             1", "unchanged           1", "10 workers of"] {
        assert!(done.out.contains(told), "{told}\n{}", done.out);
    }
    let after = workers(&out);
    assert_eq!(after.len(), before.len() + 1);
    for (row, (was, is)) in before.iter().zip(&after).enumerate() {
        match row {
            1 => {
                let mut expected = was.clone();
                expected["kpj"] = "24099999999".into();
                expected["protected_until"] = "2025-12-31".into();
                assert_eq!(is, &expected, "status and every other field stay");
            }
            _ => assert_eq!(is, was, "{row}"),
        }
    }
    assert_eq!((&after[12]["name"], &after[12]["status"]), (&"Baru".into(), &"proposed".into()));
    let lines = |path: &str| fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>();
    let (was, is) = (lines(&into), lines(&out));
    let new = is.iter().filter(|line| !was.contains(line)).count();
    assert!(new <= 3, "{new} lines of the text are new: who changed, who joined, and the comma before");
    // Again, nothing changes any more.
    let done = lindungi(&["import", &list, "--into", &out]).run();
    for told in ["joined              0", "changed             0", "unchanged           3"] {
        assert!(done.out.contains(told), "{told}\n{}", done.out);
    }
    // What cannot be read would be lost.
    let done = lindungi(&["import", &list, "--into", &fixture("defects/row-bad-date.json")]).run();
    assert!(done.code == 3 && done.err.contains("would be lost"), "{}", done.err);
}

#[test]
fn case_14_and_82_what_is_exported_comes_back_as_it_was() {
    let folder = folder();
    let mut whole: Value = serde_json::from_str(&lindungi(&["demo", "--workers", "22000"]).run().out).unwrap();
    // A number that is none is refused, as it must be: those rows are no part of what comes back. A claim names a worker
    // by an id, and is no part of a list.
    let is_nik =
        |nik: &Value| nik.as_str().is_none_or(|nik| nik.len() == 16 && nik.bytes().all(|b| b.is_ascii_digit()));
    // So it is with a birthday that the NIK names the other way round: it is put right, and told.
    let is_turned = |worker: &Value| {
        let (Some(nik), Some(birth)) = (worker["nik"].as_str(), worker["birth_date"].as_str()) else { return false };
        let [day, month]: [u32; 2] = [6, 8].map(|at| nik[at..at + 2].parse().unwrap());
        let said = [if day > 40 { day - 40 } else { day }, month];
        let [month, day]: [u32; 2] = [5, 8].map(|at| birth[at..at + 2].parse().unwrap());
        said == [month, day] && month != day
    };
    let people = whole["workers"].as_array_mut().unwrap();
    // And what is hidden in a text is made visible by whatever leaves the program.
    let is_plain = |worker: &Value| worker["name"].as_str().is_some_and(|name| scrub(name) == name);
    people.retain(|worker| is_nik(&worker["nik"]) && !is_turned(worker) && is_plain(worker));
    people.truncate(19_336);
    assert_eq!(people.len(), 19_336);
    whole["claims"] = Value::Array(Vec::new());
    let roster = written(&folder, "whole.json", &whole.to_string());
    let mut programme = whole.clone();
    programme["workers"] = Value::Array(Vec::new());
    let program = written(&folder, "program.json", &programme.to_string());
    let figures = |path: &str| {
        let mut status = status_json(&[path]);
        // The list says where a worker stands, and no longer what the file said before: no status is stale any more.
        status.as_object_mut().unwrap().remove("findings");
        status
    };
    let expected = figures(&roster);
    for (ending, lang) in [("csv", "en"), ("xlsx", "en"), ("xlsx", "id")] {
        let (list, out) = (path(&folder, &format!("{lang}.{ending}")), path(&folder, &format!("{lang}-{ending}.json")));
        let done = lindungi(&["export", &roster, "--reveal", "-o", &list, "--lang", lang]).run();
        assert_eq!(done.code, 0, "{}", done.err);
        let done = lindungi(&["import", &list, "--program", &program, "-o", &out]).run();
        assert_eq!(done.code, 0, "{}{}", done.out, done.err);
        assert_eq!(figures(&out), expected, "{lang} {ending}");
        for (was, is) in whole["workers"].as_array().unwrap().iter().zip(workers(&out)) {
            let fields =
                ["id", "nik", "name", "sex", "birth_date", "occupation", "district", "village", "registered_on"];
            for field in
                fields.into_iter().chain(["enrolled_on", "protected_until", "kpj", "phone", "welfare_decile", "reason"])
            {
                assert_eq!(is.get(field), was.get(field).filter(|value| !value.is_null()), "{field} of {}", was["id"]);
            }
        }
    }
}

#[test]
fn a_file_that_is_no_list_says_what_it_is_and_what_to_do() {
    let folder = folder();
    for (name, bytes, told) in [
        ("a.xls", &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"[..], "old Excel workbook (.xls). Save it as .xlsx"),
        ("a.xlsx", b"NIK;NAMA\n", "If it holds columns, name it .csv"),
        ("b.xls", b"<html><table></table></html>", "is a web page"),
        ("a.csv", b"{\"schema\": 1}", "is JSON"),
        ("b.csv", b"satu;dua\n1;2\n", "holds no list"),
        ("c.csv", b"", "c.csv is empty"),
        ("d.csv", b" ", "d.csv is empty"),
        ("e.csv", b"NIK;Nama;Pekerjaan\n", "no row of a worker under them"),
        ("b.pdf", b"%PDF-1.7\n\xe2\xe3", "is a PDF"),
        ("b.xlsx", b"%PDF-1.7\n", "is a PDF"),
        ("c.xlsx", b"<html><table></table></html>", "is a web page"),
        ("d.xlsx", b"{\"schema\": 1}", "is JSON"),
        (
            "f.csv",
            b"NIK;Nama;Pekerjaan;Catatan\n9671004203810001;Siti;ojek;\"sakit\n9671004203810002;Ani;ojek;\n",
            "in line 2 a quotation mark",
        ),
    ] {
        let path = path(&folder, name);
        fs::write(&path, bytes).unwrap();
        for lang in ["en", "id"] {
            let done = lindungi(&["import", &path, "--lang", lang]).run();
            assert_eq!((done.code, done.out.as_str()), (3, ""), "{name}");
            assert!(lang == "id" || done.err.contains(told), "{name}: {}", done.err);
            assert_clean(&done.err);
        }
    }
    for (args, told) in [
        (vec!["--map", "NIK"], "--map takes HEADING=field"),
        (vec!["--map", "No Induk=alamat rumah"], "--map knows no field"),
        (vec!["--accept-partial"], "--output"),
        (vec!["--program", "a", "--into", "b"], "--into"),
    ] {
        let done = lindungi(&[&["import", &list("intake.csv")][..], &args].concat()).run();
        assert!(done.code == 2 && done.err.contains(told), "{args:?}: {}", done.err);
    }
    let done = lindungi(&["import", &path(&folder, "none.xlsx")]).run();
    assert!(done.code == 3 && done.err.contains("none.xlsx"), "{}", done.err);
}

#[test]
fn a_heading_nobody_knows_is_given_its_meaning() {
    let folder = folder();
    let list = written(&folder, "list.csv", "Induk,Panggilan,Status\n9671004203810001,Siti,K/1\n");
    let done = lindungi(&["import", &list]).run();
    assert!(done.code == 3 && done.err.contains("--map"), "{}", done.err);
    let map = ["--map", "Induk=nik", "--map", "panggilan=Nama", "--map", "Status=-"];
    let done = lindungi(&[&["import", &list][..], &map].concat()).run();
    assert_eq!((done.code, counts(&done.out)), (0, [1, 0, 1, 0]), "{}{}", done.out, done.err);
}

#[test]
fn a_formula_is_read_as_it_was_saved_and_said_and_one_that_failed_is_refused() {
    let folder = folder();
    let path = path(&folder, "list.xlsx");
    let text = |cell: &str, text: &str| format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = [
        format!("<row r=\"1\">{}{}</row>", text("A1", "NIK"), text("B1", "Nama")),
        format!(
            "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>TEXT(D2,\"0\")</f><v>9671000203810001</v></c>{}</row>",
            text("B2", "Siti")
        ),
        format!("<row r=\"3\"><c r=\"A3\" t=\"e\"><f>X9</f><v>#REF!</v></c>{}</row>", text("B3", "Rut")),
        format!(
            "<row r=\"4\"><c r=\"A4\"><f>9671000203810000+1</f><v>9671000203810001</v></c>{}</row>",
            text("B4", "Yan")
        ),
        format!("<row r=\"5\"><c r=\"A5\"><v>967100020381000</v></c>{}</row>", text("B5", "Ali")),
        format!("<row r=\"6\"><c r=\"A6\"><f>TEXT(D6,\"0\")</f></c>{}</row>", text("B6", "Ani")),
    ];
    workbook(&path, &[("Daftar", &rows.concat())]);
    let done = lindungi(&["import", &path]).run();
    assert_eq!((done.code, counts(&done.out)), (1, [5, 0, 1, 4]), "{}", done.out);
    for told in [
        "the cell holds #REF!: its formula failed; put the value in\n           A3\n",
        "NIK is a number: a spreadsheet has lost its last digit; copy it again as text\n           A4–A5\n",
        "the result of a formula was not saved; open the list in a spreadsheet and save it again\n           A6\n",
        "4 cells in column Daftar A made by formulas: read as they were saved",
    ] {
        assert!(done.out.contains(told), "{told}\n{}", done.out);
    }
}

#[test]
fn case_80_nobody_is_lost_between_headings_titles_sums_and_signatures() {
    let folder = folder();
    let nik = |number: u32| format!("96710002038100{number:02}");
    let person = |number: u32| format!("{number};{};Orang {number};ojek;Sorong", nik(number));
    let head = "No;NIK;Nama;Pekerjaan;Distrik";
    let read = |lines: &[String]| {
        let list = written(&folder, "list.csv", &(lines.join("\n") + "\n"));
        let done = lindungi(&["import", &list, "--program", &list_program(), "--all"]).run();
        (counts(&done.out), done.out)
    };
    let lines = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let many = |from: u32, to: u32| (from..=to).map(person).collect::<Vec<_>>();
    // The heading of the second page has a column more: the first page is a list all the same.
    let pages = [lines(&[head]), many(1, 4), lines(&["No;NIK;Nama;Pekerjaan;Distrik;No HP"]), many(5, 5)].concat();
    let (found, out) = read(&pages);
    assert_eq!(found, [5, 5, 0, 0], "{out}");
    assert!(out.contains("list.csv: 5 rows, headings in row 1, 6"), "{out}");
    // Or other columns in another order.
    let turned = [
        lines(&[head]),
        many(1, 2),
        lines(&["No;Nama;NIK;Distrik;Pekerjaan", &format!("3;Orang 3;{};Sorong;ojek", nik(3))]),
    ];
    assert_eq!(read(&turned.concat()).0, [3, 3, 0, 0]);
    // The same headings on each page, in two rows, with the numbers of columns below.
    let two = lines(&["No;NIK;Nama;Alamat;;Pekerjaan", ";;;Kelurahan;Distrik;", "(1);(2);(3);(4);(5);(6)"]);
    let own = |number: u32| format!("{number};{};Orang {number};Remu;Sorong;ojek", nik(number));
    let (found, out) = read(&[two.clone(), vec![own(1), own(2)], two, vec![own(3)]].concat());
    assert_eq!(found, [3, 3, 0, 0], "{out}");
    // Letterhead above; sums, notes and a signature below: told, and nobody.
    let signed = [
        lines(&["PEMERINTAH KOTA SORONG;;;;", "DAFTAR PEKERJA;;;;", ";;;;", head]),
        many(1, 3),
        lines(&[
            "Jumlah Nelayan;;4;;",
            "TOTAL;4;;;",
            ";Total Keseluruhan;16 orang;;",
            ";;Sorong, 30 Agustus 2024;;",
            ";;Kepala Dinas Tenaga Kerja;;",
            ";;Drs. YOHANIS SALOSSA;;",
            ";;NIP. 19700101 199503 1 002;;",
        ]),
    ];
    let (found, out) = read(&signed.concat());
    assert_eq!(found, [3, 3, 0, 0], "{out}");
    assert!(out.contains("3 rows of sums left out: row 8–10"), "{out}");
    assert!(out.contains("6 lines are of no list (titles, notes, signatures): row 1–2, row 11–14"), "{out}");
    // A person without a NIK is nobody's sum, and one who is known by a KPJ alone is no note.
    let (found, out) = read(&lines(&["No;NIK;Nama;Alamat;Pekerjaan;Distrik", ";;Siti;Toko Total Jaya;ojek;Sorong"]));
    assert_eq!(found, [1, 0, 1, 0], "{out}");
    let (found, out) = read(&lines(&["KPJ;Nama;Pekerjaan;Distrik;Kelurahan;JK", "24012345678;Siti;;;;"]));
    assert_eq!(found, [1, 0, 1, 0], "{out}");
    // Two lists side by side would lose the second.
    let beside = lines(&["No;NIK;Nama;;No;NIK;Nama", &format!("1;{};A;;2;{};B", nik(1), nik(2))]);
    let (found, out) = read(&beside);
    assert_eq!(found, [1, 0, 0, 1], "{out}");
    assert!(out.contains("two columns are headed as NIK"), "{out}");
}

fn list_program() -> String {
    list("program.json")
}

#[test]
fn a_heading_that_is_nowhere_is_a_mistake_and_no_number_is_printed_as_a_word() {
    let folder = folder();
    let list = written(
        &folder,
        "list.csv",
        "NIK,Nama,Pekerjaan,Distrik\n9671000203810001,Siti,08123456789,+62 812-345-6789\n",
    );
    let done = lindungi(&["import", &list, "--map", "Induk=nik"]).run();
    assert!(done.code == 2 && done.err.contains("no heading is called 'Induk'"), "{}", done.err);
    let done = lindungi(&["import", &list, "--program", &list_program()]).run();
    for told in ["Unknown, group: a number 1", "Unknown, district: a number 1"] {
        assert!(done.out.contains(told), "{told}\n{}", done.out);
    }
    assert!(!done.out.contains("34567") && !done.out.contains("345-6789"), "{}", done.out);
}

#[test]
fn a_column_of_niks_by_another_name_is_told_of() {
    let folder = folder();
    let list = written(&folder, "list.csv", "Nomor Kartu Pddk,Nama,Pekerjaan\n9671000203810001,Siti,ojek\n,Rut,ojek\n");
    let done = lindungi(&["import", &list, "--program", &list_program()]).run();
    let told = "Column “Nomor Kartu Pddk” holds 1 NIK and is not read as such: --map \"Nomor Kartu Pddk=nik\" does";
    assert!(done.out.contains(told), "{}", done.out);
    let done = lindungi(&["import", &list, "--program", &list_program(), "--map", "Nomor Kartu Pddk=nik"]).run();
    assert!(!done.out.contains("not read as such") && counts(&done.out)[0] == 2, "{}", done.out);
}

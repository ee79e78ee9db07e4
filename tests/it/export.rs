//! `lindungi export`: what stands in a table, what stays hidden, and what is never written over.

use crate::support::{assert_clean, document, file, fixture, lindungi, names};
use crate::terminal::Terminal;
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
fn case_15_a_workbook_holds_numbers_of_people_as_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx").to_str().unwrap().to_owned();
    let done = lindungi(&["export", &fixture("twelve.json"), "--format", "xlsx", "--reveal", "-o", &path]).run();
    assert_eq!((done.code, done.out.as_str(), done.err), (0, "", format!("lindungi: 12 rows written to {path}\n")));
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
fn case_14_a_text_is_never_a_formula_and_never_obeyed() {
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
    assert_eq!(names(folder.path()), ["a.json", "b.csv"], "nothing half written is left beside them");
}

/// What `export` of the demonstration roster writes with these arguments.
#[track_caller]
fn demo(args: &[&str]) -> String {
    let done = lindungi(&[&["export", "--demo"], args].concat()).run();
    // A file that is written is named.
    let told = if args.contains(&"-o") { done.err.lines().count() == 1 } else { done.err.is_empty() };
    assert!(done.code == 0 && told, "{args:?}: {}", done.err);
    done.out
}

fn column(table: &[Vec<String>], name: &str) -> Vec<String> {
    let place = table[0].iter().position(|own| own == name).unwrap_or_else(|| panic!("{name}: {:?}", table[0]));
    table[1..].iter().map(|row| row[place].clone()).collect()
}

#[test]
fn the_order_is_that_of_the_screen() {
    let mut app = crate::screens::app("sorong-2024.json", lindungi::lang::Lang::En, 120, 40);
    app.press("/group:nelayan age>=60<enter>4s");
    // The fifth column of the table is the age; flipped, the oldest come first.
    app.press("jjjj<enter>S");
    let rows = table(&demo(&["--filter", "group:nelayan age>=60", "--sort", "-usia", "--columns", "id,age"]));
    let ages: Vec<u32> = column(&rows, "age").iter().map(|age| age.parse().unwrap()).collect();
    assert!(ages.windows(2).all(|pair| pair[0] >= pair[1]) && ages.first() > ages.last(), "{ages:?}");
    let screen = crate::stage::lines(&crate::stage::drawn(&app));
    let names = table(&demo(&["--filter", "group:nelayan age>=60", "--sort", "-age", "--columns", "name"]));
    let shown: Vec<usize> = names[1..6].iter().map(|name| screen.find(name[0].as_str()).expect(&name[0])).collect();
    assert!(shown.is_sorted(), "{shown:?} in\n{screen}");
    let two = table(&demo(&["--filter", "age>=64", "--sort", "district,-name", "--columns", "district,name"]));
    let pairs: Vec<(&String, std::cmp::Reverse<&String>)> =
        two[1..].iter().filter(|row| !row[0].is_empty()).map(|row| (&row[0], std::cmp::Reverse(&row[1]))).collect();
    assert!(pairs.is_sorted(), "by district, then by name from its end: {pairs:?}");
    let apart = |pair: &[(&String, std::cmp::Reverse<&String>)]| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1;
    assert!(pairs.windows(2).filter(|pair| apart(pair)).count() > 2, "{pairs:?}");
}

#[test]
fn columns_are_asked_for_by_any_of_their_names_and_a_wrong_one_is_told() {
    let twelve = fixture("twelve.json");
    let export = |args: &[&str]| lindungi(&[&["export", &twelve], args].concat()).run();
    assert_eq!(export(&["--columns", "nik, Nama,kelurahan"]).out.lines().next(), Some("nik,name,village"));
    assert_eq!(export(&["--columns", "birth_date,age,name"]).out.lines().next(), Some("age,name"), "masked");
    let whole = export(&["--columns", "birth_date,age,name", "--reveal"]).out;
    assert_eq!(whole.lines().next(), Some("birth_date,age,name"));
    let said = export(&["--columns", "nik,name", "--format", "markdown", "--lang", "id"]).out;
    assert!(said.starts_with("| NIK | Nama |"), "{said}");
    for (args, said) in [
        (["--columns", "nkk", "--lang", "en"], "--columns: no column nkk (did you mean nik?); there are: id, name"),
        (["--columns", "umurr", "--lang", "id"], "--columns: tidak ada kolom umurr"),
        (
            ["--columns", "nope", "--lang", "id"],
            "--columns: tidak ada kolom nope (maksudnya nama?); yang ada: id, nama",
        ),
        (["--columns", ",", "--lang", "en"], "--columns needs a column"),
        (["--sort", "agee", "--lang", "en"], "--sort: no column agee (did you mean age?)"),
        (["--sort", "reason", "--lang", "id"], "--sort: tidak ada kolom reason; yang ada: nama, kelompok"),
        (["--sort", "name,age,district", "--lang", "en"], "--sort takes one column or two"),
    ] {
        let done = export(&args);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
        assert!(done.err.contains(said), "{args:?}: {}", done.err);
    }
}

#[test]
fn excel_gets_its_own_csv_and_the_plain_one_is_for_tools() {
    let workers = json!([
        {"id": "A1", "name": "Siti; \"Ani\"", "occupation": "nelayan", "status": "proposed"},
        {"id": "A2", "name": "'=1+1", "occupation": "nelayan", "status": "proposed"},
        {"id": "A3", "name": "＝1", "occupation": "nelayan", "status": "proposed"},
    ]);
    let (folder, path) = file("a.json", document(workers).to_string());
    let export = |args: &[&str]| {
        let done = lindungi(&[&["export", &path, "--columns", "id,name"], args].concat()).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
        done.out
    };
    let excel = "\u{feff}id;name\r\nA1;\"Siti; \"\"Ani\"\"\"\r\nA2;''=1+1\r\nA3;'＝1\r\n";
    assert_eq!(export(&["--excel"]), excel);
    let plain = "id,name\nA1,\"Siti; \"\"Ani\"\"\"\nA2,''=1+1\nA3,'＝1\n";
    assert_eq!(export(&[]), plain);
    assert_eq!(export(&["--raw"]), plain.replace("''=", "'=").replace("'＝", "＝"));
    for row in &table(plain)[1..] {
        let own = lindungi::sheet::csv::unguarded(&row[1]);
        assert!(["Siti; \"Ani\"", "'=1+1", "＝1"].contains(&own), "{own}");
    }
    for option in ["--excel", "--raw"] {
        let out = folder.path().join("b.xlsx");
        let done = lindungi(&["export", &path, option, "-o", out.to_str().unwrap()]).run();
        assert_eq!(done.code, 2);
        assert!(done.err.contains(&format!("{option} is of CSV alone")), "{}", done.err);
    }
}

/// A file of a workbook's archive.
fn part(path: &std::path::Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn a_workbook_is_in_the_language_that_is_on_and_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, sheets, words) in [
        ("en", ["Workers", "Summary"], ["Motorcycle-taxi riders", "active", "male", "Lasts", "synthetic data"]),
        ("id", ["Pekerja", "Ringkasan"], ["Tukang ojek", "aktif", "laki-laki", "Daya tahan", "data rekaan"]),
    ] {
        let path = folder.path().join(format!("{lang}.xlsx"));
        demo(&["--lang", lang, "--filter", "group:ojek age>=60", "-o", path.to_str().unwrap()]);
        let book = part(&path, "xl/workbook.xml");
        assert!(sheets.iter().all(|name| book.contains(&format!("<sheet name=\"{name}\""))), "{book}");
        let both = part(&path, "xl/worksheets/sheet1.xml") + &part(&path, "xl/worksheets/sheet2.xml");
        for word in words {
            assert!(both.contains(&format!("<t>{word}")), "{lang} {word}");
        }
        assert!(both.contains("group:ojek age&gt;=60") && !both.contains("<f>"), "{lang}");
        assert!(both.contains(r#" s="3"><v>45534</v>"#), "the roster's date is a date");
    }
}

#[test]
fn a_number_that_was_searched_for_does_not_stand_beside_the_name_that_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx").to_str().unwrap().to_owned();
    let filter = ["--filter", "nik:9671005205800001"];
    let done = lindungi(&[&["export", &fixture("twelve.json"), "-o", &path][..], &filter].concat()).run();
    assert_eq!((done.code, done.err.lines().count()), (0, 1), "{}", done.err);
    let summary = part(std::path::Path::new(&path), "xl/worksheets/sheet2.xml");
    assert!(summary.contains("nik:************0001") && !summary.contains("9671005205800001"), "{summary}");
}

#[test]
fn a_list_in_parts_has_a_sheet_for_each_value_and_its_sum() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    demo(&["--filter", "group:nelayan", "--split-by", "district", "-o", path.to_str().unwrap()]);
    let json: Value = serde_json::from_str(
        &lindungi(&["status", "--demo", "--filter", "group:nelayan", "--format", "json"]).run().out,
    )
    .unwrap();
    let mut districts: Vec<(String, u64)> = Vec::new();
    for own in json["districts"].as_array().unwrap() {
        let name = own["name"].as_str().unwrap_or("unknown").to_owned();
        districts.push((name, own["workers"].as_u64().unwrap()));
    }
    let book = part(&path, "xl/workbook.xml");
    let sheets: Vec<&str> = book.split("<sheet name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(sheets[0], "Summary", "the overview is found first");
    let mut named: Vec<&str> = districts.iter().map(|(name, _)| name.as_str()).collect();
    named.sort_by_key(|name| (*name == "unknown", *name));
    assert_eq!(sheets[1..], named, "by name, the unknown last");
    let summary = part(&path, "xl/worksheets/sheet1.xml");
    for (place, name) in named.iter().enumerate() {
        let workers = districts.iter().find(|(own, _)| own == name).unwrap().1;
        let sheet = part(&path, &format!("xl/worksheets/sheet{}.xml", place + 2));
        assert_eq!(sheet.matches("<row ").count() as u64, 1 + workers + 4, "{name}: heading, rows, sums");
        assert!(sheet.contains(&format!("<v>{}</v>", workers * 16_800)), "{name} costs so much a month");
        assert!(summary.contains(&format!("<t>{name}</t>")), "{name} stands in the summary");
    }
    let all: u64 = districts.iter().map(|(_, workers)| workers).sum();
    assert!(summary.contains(&format!(" s=\"6\"><v>{}</v>", all * 10_000)), "JKK of all");
}

#[test]
fn other_forms_are_a_file_each_all_of_them_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv").to_str().unwrap().to_owned();
    let split = ["--split-by", "group", "-o", &path];
    demo(&split);
    let before = names(folder.path());
    assert!(before.contains(&"a-market-traders.csv".to_owned()) && !before.contains(&"a.csv".to_owned()), "{before:?}");
    let all = table(&demo(&[])).len() - 1;
    let rows: usize =
        before.iter().map(|name| table(&std::fs::read_to_string(folder.path().join(name)).unwrap()).len() - 1).sum();
    assert_eq!(rows, all, "nobody is lost and nobody stands twice");
    for name in &before {
        let mode = std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    std::fs::remove_file(folder.path().join(&before[0])).unwrap();
    let done = lindungi(&[&["export", "--demo"], &split[..]].concat()).run();
    assert_eq!(done.code, 4);
    assert!(done.err.contains("a-market-traders.csv") && done.err.contains("--force"), "{}", done.err);
    assert_eq!(names(folder.path()), before[1..], "none is written where one is there");
    let done = lindungi(&["export", "--demo", "--split-by", "group"]).run();
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    assert!(done.err.contains("name one with -o"), "{}", done.err);
}

/// A workbook is no text: a terminal would obey what stands in it.
#[test]
fn a_workbook_goes_to_a_file_or_a_pipe_and_never_to_a_terminal() {
    for args in ["export --demo --format xlsx", "check --demo --format xlsx"] {
        let words: Vec<&str> = args.split(' ').collect();
        let mut terminal = Terminal::start(&words);
        let ended = terminal.end();
        assert_eq!(ended.exit_code(), 2, "{args}");
        let said = terminal.contents();
        assert!(said.contains("name a file with -o") && !said.contains("PK"), "{said}");
        let done = lindungi(&words).stdout(std::fs::File::create("/dev/null").unwrap()).finish();
        assert!(done.code < 2, "{args}: {}", done.err);
    }
}

#[test]
fn what_is_written_is_named_and_a_list_of_nobody_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (city, none, split, page) =
        (fixture("small-city.json"), path("none.xlsx"), path("split.csv"), path("page.html"));
    for (lang, nobody, parts, report) in [
        ("en", "0 rows written to", " files, ", "page written to"),
        ("id", "0 baris ditulis ke", " berkas, ", "halaman ditulis ke"),
    ] {
        let run = |args: &[&str]| {
            let done = lindungi(&[args, &["--lang", lang, "--force"]].concat()).run();
            assert_eq!((done.code, done.out.as_str()), (0, ""), "{args:?}: {}", done.err);
            done.err
        };
        assert_eq!(
            run(&["export", &city, "--filter", "name:zzzz", "-o", &none]),
            format!("lindungi: {nobody} {none}\n")
        );
        let told = run(&["export", &city, "--split-by", "district", "-o", &split]);
        assert!(told.contains("61 ") && told.contains(parts) && told.lines().count() == 1, "{told}");
        assert_eq!(run(&["report", &city, "-o", &page]), format!("lindungi: {report} {page}\n"));
    }
    let out = lindungi(&["export", &city, "--filter", "name:zzzz"]).run();
    assert_eq!(out.err, "", "what goes to standard output says it itself");
}

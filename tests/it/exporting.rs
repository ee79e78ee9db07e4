//! Lists to files: what the cursor is about, where it comes to lie, under which name and in which form; and that nothing
//! of it harms a terminal or another file.

use crate::screens::{app, roster};
use crate::stage::{Pace, Stage, drawn, lines, start};
use crate::support::{assert_clean, document, file, fixture, lindungi};
use crossterm::event::KeyCode;
use lindungi::disk::MaxSize;
use lindungi::lang::Lang;
use lindungi::load::How;
use lindungi::tui::keymap::Key;
use lindungi::tui::msg::{Effect, Msg, Request};
use lindungi::tui::state::app::Start;
use lindungi::tui::work::Hands;
use serde_json::{Value, json};
use std::path::Path;

/// A screen whose lists come to lie in a folder.
fn stage(name: &str, lang: Lang, folder: &Path) -> Stage {
    let start = Start { folder: Some(folder.to_owned()), ..start(lang) };
    Stage::of(roster(name), start, Pace::AtOnce, (80, 24))
}

/// Presses keys and writes every file that is asked for.
fn press(app: &mut Stage, keys: &str) {
    let asked = app.press(keys);
    for effect in asked {
        if let Effect::Work(ticket, request @ Request::Export(_)) = effect {
            let mut hands = Hands {
                load: Box::new(|_| Err(String::new())),
                older: Box::new(|_| Err(String::new())),
                home: None,
                how: How::open(MaxSize::default(), Lang::En),
            };
            let reply = hands.reply(request, &mut |_| (), &mut || true).unwrap();
            app.update(Msg::Reply(ticket, reply));
        }
    }
}

#[track_caller]
fn shows(app: &Stage, texts: &[&str]) {
    let screen = lines(&drawn(app));
    for text in texts {
        assert!(screen.contains(text), "«{text}» is missing from\n{screen}");
    }
}

fn table(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    assert_clean(&text);
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.into_records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The column of that name.
fn column(table: &[Vec<String>], name: &str) -> Vec<String> {
    let place = table[0].iter().position(|own| own == name).unwrap_or_else(|| panic!("{name}: {:?}", table[0]));
    table[1..].iter().map(|row| row[place].clone()).collect()
}

/// Where a path is typed every letter is one, also the one that leaves elsewhere.
#[test]
fn the_letter_that_leaves_is_a_letter_of_the_path() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = stage("small-city.json", Lang::En, folder.path());
    app.press("4e");
    let asked = app.press("qq.csv");
    assert!(!asked.iter().any(|effect| matches!(effect, Effect::Quit(_))), "it stays");
    shows(&app, &["qq.csv"]);
}

#[test]
fn a_rule_is_exported_with_what_was_expected_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = stage("sorong-2024.json", Lang::En, folder.path());
    app.press("5e");
    shows(
        &app,
        &["◆Excel (.xlsx)", "lindungi-nik-missing-2024-08-30.xlsx", "6 rows of nik-missing", "in the folder /"],
    );
    press(&mut app, "<tab><enter>");
    shows(&app, &["✓ 6 rows written to lindungi-nik-missing-2024-08-30.csv", "> ■    6"]);
    let rows = table(&folder.path().join("lindungi-nik-missing-2024-08-30.csv"));
    assert_eq!(rows.len(), 7);
    assert!(column(&rows, "expected").iter().all(|cell| cell == "16 digits"));
    assert!(column(&rows, "field").iter().all(|cell| cell == "nik"));
    assert!(column(&rows, "to_do").iter().all(|cell| !cell.is_empty()));
}

/// Every rule that the demonstration roster breaks, as data.
fn of_rule(rule: &str, lang: Lang, reveal: bool) -> Vec<Vec<String>> {
    of_rule_in("sorong-2024.json", rule, lang, reveal)
}

/// The rows of a rule that a roster breaks, as data.
fn of_rule_in(name: &str, rule: &str, lang: Lang, reveal: bool) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let mut app = stage(name, lang, folder.path());
    if reveal {
        app.press("py");
    }
    app.press("5");
    for _ in 0..40 {
        app.press("e");
        let screen = lines(&drawn(&app));
        if screen.contains(&format!("lindungi-{rule}-")) {
            press(&mut app, "<tab><enter>");
            let written = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap();
            return table(&written.path());
        }
        app.press("<esc>j");
    }
    panic!("{rule} is not found");
}

#[test]
fn what_the_audit_knows_stands_beside_what_the_list_says() {
    let rows = of_rule("nik-sex", Lang::En, false);
    let pairs: Vec<(String, String)> = column(&rows, "value").into_iter().zip(column(&rows, "expected")).collect();
    assert!(pairs.iter().all(|(value, expected)| value != expected && "FM".contains(expected.as_str())), "{pairs:?}");
    let rows = of_rule("nik-birth-date", Lang::En, true);
    for (value, expected) in column(&rows, "value").iter().zip(column(&rows, "expected")) {
        assert!(value.len() == 10 && expected.len() == 10 && *value != expected, "{value} {expected}");
    }
    let rows = of_rule("nik-duplicate", Lang::En, false);
    assert!(column(&rows, "expected").iter().all(|cell| cell.starts_with("not also on W")), "{rows:?}");
    assert!(column(&rows, "value").iter().all(|cell| cell.starts_with("************")), "masked unless it is revealed");
    let rows = of_rule("payment-mismatch", Lang::En, false);
    let payment = [column(&rows, "value"), column(&rows, "expected")].concat();
    assert_eq!(payment, ["203397600", "203380800"]);
    let rows = of_rule("lapsing-soon", Lang::Id, false);
    assert!(column(&rows, "expected").iter().all(|cell| cell.starts_with("dibayar s.d. 2024-")), "{:?}", rows[1]);
    let rows = of_rule("status-stale", Lang::En, false);
    assert!(column(&rows, "expected").iter().all(|cell| cell == "inactive"), "{:?}", rows[1]);
}

/// What is about no worker, and what is spelt otherwise, says as much.
#[test]
fn so_do_claims_months_years_and_spellings() {
    let cells = |name: &str, rule: &str| {
        let rows = of_rule_in(name, rule, Lang::En, false);
        let columns = ["field", "value", "expected"].map(|head| column(&rows, head));
        let cells = (0..columns[0].len()).map(|row| [0, 1, 2].map(|at| columns[at][row].clone()));
        cells.collect::<Vec<[String; 3]>>()
    };
    let spelt = cells("cases/place-spelling/roster.json", "place-spelling");
    assert!(spelt.len() == 2 && spelt.iter().all(|own| own[0] == "village" && own[2] == "Klawalu"), "{spelt:?}");
    assert!(spelt.iter().all(|own| own[1] != "Klawalu" && !own[1].is_empty()), "as the file has it: {spelt:?}");
    let dead = "cases/death-still-active/roster.json";
    assert_eq!(cells(dead, "claim-worker")[0][2], "the id of a worker in the list");
    assert_eq!(cells(dead, "claim-duplicate")[0], ["worker", "T001", "one claim"].map(str::to_owned));
    assert_eq!(cells(dead, "deceased-active")[0], ["status", "active", "inactive"].map(str::to_owned));
    let year = cells(dead, "date-unlikely");
    assert!(year[0][1].starts_with("2042") && year[0][2] == "a year from 2022 to 2026", "{year:?}");
    let gap = cells("cases/skipped-month/may-missing.json", "payment-gap");
    assert_eq!(gap[0], ["payments", "", "a payment that covers it"].map(str::to_owned));
    let typo = cells("cases/year-typo/payment-2042.json", "payment-date");
    assert!(typo[0][1].contains("2042") && typo[0][2] == "a year from 2022 to 2026", "{typo:?}");
}

#[test]
fn a_birth_date_that_is_hidden_is_an_age_there_too() {
    let rows = of_rule("nik-birth-date", Lang::En, false);
    assert!(column(&rows, "field").iter().all(|cell| cell == "age"), "{:?}", rows[1]);
    assert!(column(&rows, "value").iter().all(|age| age.len() <= 3), "{:?}", rows[1]);
    // Both ages may be the same: what differs is the birthday.
    let expected = column(&rows, "expected");
    assert!(expected.iter().all(|age| age.ends_with(", by the birthday in the NIK")), "{expected:?}");
}

#[test]
fn what_changed_is_exported_with_its_old_and_its_new_value_and_goes_back_to_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = stage("small-city.json", Lang::En, folder.path());
    app.since(roster("small-city-may.json"));
    app.press("Djje");
    shows(&app, &["lindungi-changes-2024-06-30.xlsx", "each with its old and new value"]);
    app.press("<esc>");
    shows(&app, &["Since 31 May 2024", "> moved to another group"]);
    press(&mut app, "e<tab><enter>");
    shows(&app, &["✓ ", "rows written to lindungi-changes-2024-06-30.csv", "> moved to another group"]);
    let rows = table(&folder.path().join("lindungi-changes-2024-06-30.csv"));
    let count = |what: &str| column(&rows, "change").iter().filter(|cell| *cell == what).count();
    assert_eq!((count("joined"), count("left")), (4, 1));
    let changed: Vec<&Vec<String>> = rows[1..].iter().filter(|row| row[0] == "changed").collect();
    assert!(changed.iter().all(|row| row[7] != row[8]), "old and new differ: {changed:?}");
    assert!(changed.iter().any(|row| row[6] == "protected_until" && row[7] == "2024-05-31" && row[8] == "2024-06-30"));
    press(&mut app, "j<enter>e<tab><enter>");
    shows(
        &app,
        &["✓ ", "rows written to lindungi-changes-protected-until-2024-06-30.csv", "end of protection changed 1"],
    );
}

#[test]
fn the_marked_are_exported_else_those_who_pass() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = stage("sorong-2024.json", Lang::En, folder.path());
    press(&mut app, "/group:nelayan<enter>e<tab><enter>");
    shows(&app, &["✓ ", "workers written to lindungi-nelayan-2024-08-30.csv"]);
    press(&mut app, "4ve<tab><enter>");
    shows(&app, &["✓ 1 worker written to lindungi-marked-2024-08-30.csv"]);
    assert_eq!(table(&folder.path().join("lindungi-marked-2024-08-30.csv")).len(), 2);
}

#[test]
fn case_74_a_file_that_exists_is_replaced_only_when_that_is_said_twice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lindungi-nelayan-2024-08-30.xlsx");
    std::fs::write(&path, "mine").unwrap();
    for (lang, exists) in
        [(Lang::En, "▲ exists already. Enter again replaces it."), (Lang::Id, "sudah ada. Enter sekali lagi")]
    {
        let mut app = stage("sorong-2024.json", lang, folder.path());
        press(&mut app, "/group:nelayan<enter>e<enter>");
        shows(&app, &["  lindungi-nelayan-2024-08-30.xlsx", exists, "◆Excel (.xlsx)"]);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
        // Another name is another file: what was said of the first does not hold for it.
        app.press("<backspace>");
        assert!(!lines(&drawn(&app)).contains(exists));
        app.press("x");
        press(&mut app, "<enter>");
        shows(&app, &[exists]);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    }
    let mut app = stage("sorong-2024.json", Lang::En, folder.path());
    press(&mut app, "/group:nelayan<enter>e<enter>");
    press(&mut app, "<enter>");
    shows(&app, &["✓ ", "workers written to lindungi-nelayan-2024-08-30.xlsx"]);
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
}

#[test]
fn a_name_that_begins_with_a_tilde_lies_at_home() {
    let (folder, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let owned = |folder: &tempfile::TempDir| Some(folder.path().to_owned());
    let start = Start { folder: owned(&folder), home: owned(&home), ..start(Lang::En) };
    let mut app = Stage::of(roster("small-city.json"), start, Pace::AtOnce, (80, 24));
    app.press("e");
    app.press(&"<backspace>".repeat(60));
    press(&mut app, "~/list.csv<enter>");
    assert!(home.path().join("list.csv").exists(), "{}", lines(&drawn(&app)));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn an_enter_that_comes_with_other_keys_writes_no_list_and_says_so() {
    for (lang, too_fast) in [(Lang::En, "came too fast"), (Lang::Id, "terlalu cepat")] {
        let folder = tempfile::tempdir().unwrap();
        let mut app = stage("small-city.json", lang, folder.path());
        app.press("e");
        let enter = Key { code: KeyCode::Enter, ctrl: false, alt: false };
        let asked = app.update(Msg::Rushed(enter));
        assert!(!asked.iter().any(|effect| matches!(effect, Effect::Work(_, Request::Export(_)))));
        shows(&app, &[too_fast]);
        press(&mut app, "<enter>");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "{}", lines(&drawn(&app)));
    }
}

#[test]
fn the_roster_that_is_shown_is_never_replaced() {
    let (folder, path) = file("roster.csv", std::fs::read(fixture("small-city.json")).unwrap());
    let start = Start { folder: Some(folder.path().to_owned()), file: Some(path.clone().into()), ..start(Lang::En) };
    let mut app = Stage::of(roster("small-city.json"), start, Pace::AtOnce, (80, 24));
    app.press("e");
    for _ in 0..60 {
        app.press("<backspace>");
    }
    press(&mut app, "roster.csv<enter>");
    press(&mut app, "<enter>");
    shows(&app, &["■ roster.csv is the roster itself"]);
    assert_eq!(std::fs::read(&path).unwrap(), std::fs::read(fixture("small-city.json")).unwrap());
}

#[test]
fn the_end_of_the_name_and_the_form_follow_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let cleared = "<backspace>".repeat(60);
    let mut app = stage("small-city.json", Lang::En, folder.path());
    app.press("e");
    shows(&app, &["lindungi-workers-2024-06-30.xlsx", "◆Excel (.xlsx)"]);
    app.press("<down>");
    shows(&app, &["lindungi-workers-2024-06-30.csv", "◆CSV (.csv)"]);
    app.press(&cleared);
    app.press("a.md");
    shows(&app, &["◆Markdown (.md)"]);
    app.press(&cleared);
    app.press("a.JSON");
    shows(&app, &["◆JSON (.json)"]);
    app.press(&cleared);
    press(&mut app, "list<enter>");
    shows(&app, &["workers written to list.json"]);
    app.press("e");
    app.press(&cleared);
    press(&mut app, "list.xls<enter>");
    shows(&app, &["■ no list is written as .xls; these are: .xlsx .csv", "list.xls"]);
    app.press(&cleared);
    press(&mut app, "nowhere/list.csv<enter>");
    shows(&app, &["■ nowhere/list.csv: cannot be written", "in the folder /", "/nowhere"]);
}

#[test]
fn the_form_says_it_all_at_every_usual_size_and_in_both_languages() {
    for (lang, texts) in [
        (Lang::En, ["Excel (.xlsx)", "NIK, KPJ and phone masked", "p reveals", "readable by you alone"]),
        (Lang::Id, ["Excel (.xlsx)", "NIK, KPJ, dan telepon disamarkan", "p menampilkan", "hanya Anda yang dapat"]),
    ] {
        for (width, height) in [(50, 20), (80, 24), (120, 40)] {
            let mut app = app("small-city.json", lang, width, height);
            app.press("e");
            let screen = lines(&drawn(&app)).split_whitespace().collect::<Vec<_>>().join(" ");
            for text in texts {
                assert!(screen.contains(text), "{width}×{height} {text}\n{}", lines(&drawn(&app)));
            }
        }
    }
}

#[test]
fn the_end_of_a_file_decides_its_form_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let roster = fixture("twelve.json");
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (name, starts) in
        [("a.xlsx", "PK"), ("a.csv", "id,name"), ("a.json", "{\"schema\""), ("a.MD", "| Id"), ("a", "id,name")]
    {
        let done = lindungi(&["export", &roster, "-o", &path(name)]).run();
        let told = format!("lindungi: 12 rows written to {}\n", path(name));
        assert_eq!((done.code, done.out.as_str(), done.err), (0, "", told), "{name}");
        let bytes = std::fs::read(path(name)).unwrap();
        assert!(bytes.starts_with(starts.as_bytes()), "{name}");
    }
    for (lang, name, args, said) in [
        ("en", "b.xlsx", &["--format", "csv"][..], "b.xlsx ends as xlsx does, but --format says csv"),
        ("en", "b.csv", &["--format", "json"], "--format says json"),
        ("id", "b.xlsx", &["--format", "csv"], "--format menyebut csv"),
        ("en", "b.xls", &[], "no list is written as .xls"),
        ("id", "b.ods", &[], "daftar tidak ditulis sebagai .ods"),
    ] {
        let path = path(name);
        let done = lindungi(&[&["export", &roster, "-o", &path, "--lang", lang], args].concat()).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{name} {args:?}");
        assert!(done.err.contains(said), "{name}: {}", done.err);
        assert!(!Path::new(&path).exists(), "{name}");
    }
    let same = lindungi(&["export", &roster, "-o", &path("c.csv"), "--format", "csv"]).run();
    assert!(same.code == 0 && same.err.contains("12 rows written to "), "{}", same.err);
}

#[test]
fn rows_that_were_set_aside_are_counted_on_standard_error() {
    let workers = json!([
        {"id": "A1", "name": "Ani", "occupation": "nelayan", "status": "proposed"},
        {"id": "A2", "name": "Budi", "occupation": "nelayan", "status": "aktif"},
        {"id": "A3", "occupation": "nelayan", "status": "proposed"},
    ]);
    let (_folder, path) = file("a.json", document(workers).to_string());
    let before: Value = crate::support::status_json(&[&path]);
    let aside = before["workers"]["set_aside"].as_u64().unwrap();
    assert!(aside > 0);
    for (lang, said) in
        [("en", format!("{aside} of 3 rows could not be read")), ("id", format!("{aside} dari 3 baris"))]
    {
        let done = lindungi(&["export", &path, "--lang", lang]).run();
        assert_eq!(done.code, 0);
        assert!(done.err.contains(&said), "{}", done.err);
        assert_eq!(done.out.lines().count() as u64, 1 + 3 - aside);
    }
    assert_eq!(lindungi(&["export", &fixture("twelve.json")]).run().err, "");
}

#[test]
fn no_number_of_a_person_carries_anything_that_a_terminal_obeys() {
    let worker = json!({
        "id": "A1", "name": "Ani", "occupation": "nelayan", "status": "active", "birth_date": "1980-01-01",
        "nik": "96710041018\u{1b}[31m1", "kpj": "240\u{9b}2J\u{7}12", "phone": "0812\u{202e}\u{1b}]0;x\u{7}45",
    });
    let (_folder, path) = file("a.json", document(json!([worker])).to_string());
    for format in ["csv", "json", "jsonl", "markdown"] {
        for reveal in [&[][..], &["--reveal"]] {
            let done = lindungi(&[&["export", &path, "--format", format], reveal].concat()).run();
            assert_eq!(done.code, 0);
            assert_clean(&done.out);
            assert!(!done.out.contains("\\u001b") && !done.out.contains("\\u009b"), "{format}: {}", done.out);
        }
    }
    for keys in ["4vY", "4y", "py4vY", "py4y", "4v:print<enter>", "4:print<enter>", "py4:print<enter>"] {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut app = Stage::of(crate::support::roster(text), start(Lang::En), Pace::AtOnce, (80, 24));
        let copied: Vec<String> = app
            .press(keys)
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Copy(text) => Some(text),
                Effect::Print(lines) => Some(lines.join("\n")),
                _ => None,
            })
            .collect();
        assert_eq!(copied.len(), 1, "{keys}");
        assert_clean(&copied[0].replace('\t', " "));
    }
}

#[test]
fn a_list_is_called_after_its_filter_and_never_after_a_person() {
    let mut app = app("sorong-2024.json", Lang::En, 120, 40);
    for (filter, called) in [
        ("", "workers"),
        ("group:ojek", "tukang-ojek"),
        ("kelompok:ojek status:active", "tukang-ojek-active"),
        ("age>=60 -status:active", "age-from-60-not-active"),
        ("age<30", "age-under-30"),
        ("district:\"Sorong Timur\"", "sorong-timur"),
        ("district:none", "district-none"),
        ("lapse:2024-09", "lapse-2024-09"),
        ("sex:f", "sex-female"),
        ("finding:nik-duplicate", "nik-duplicate"),
        ("yustinus", "search"),
        ("nik:9671 name:agus", "nik-name"),
        ("status:active or status:grace", "active-or-grace"),
    ] {
        app.press("<esc><esc><backspace>1/");
        app.press(filter);
        app.press("<enter>e");
        shows(&app, &[&format!(" lindungi-{called}-2024-08-30.xlsx")]);
    }
}

#[test]
fn workers_go_to_offices_and_into_sheets_from_the_form_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = stage("small-city.json", Lang::En, folder.path());
    app.press("e");
    shows(
        &app,
        &["By district (.xlsx)", "a sheet for each", "bnba (.xlsx)", "temuan (.xlsx)", "findings for the office"],
    );
    assert!(!lines(&drawn(&app)).contains("iuran (.xlsx)"), "it needs whole numbers");
    app.press("<up><up><up>");
    shows(&app, &["◆By district (.xlsx)", "lindungi-workers-2024-06-30.xlsx"]);
    press(&mut app, "<enter>");
    shows(&app, &["✓ 61 workers written"]);
    let part = |name: &str, file: &str| {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(folder.path().join(name)).unwrap()).unwrap();
        std::io::read_to_string(archive.by_name(file).unwrap()).unwrap()
    };
    let book = part("lindungi-workers-2024-06-30.xlsx", "xl/workbook.xml");
    assert!(book.contains("<sheet name=\"Summary\" sheetId=\"1\"") && book.matches("<sheet ").count() > 2, "{book}");
    app.press("5e");
    assert!(!lines(&drawn(&app)).contains("bnba"), "a rule is no list of an office");
    let mut app = stage("small-city.json", Lang::Id, folder.path());
    app.press("py4e");
    shows(&app, &["iuran (.xlsx)", "rincian iuran", "Per distrik (.xlsx)"]);
    app.press("<up><up>");
    app.press(&"<backspace>".repeat(60));
    app.press("a.xlsx");
    shows(&app, &["◆na (.xlsx)", "dari 61 pekerja hanya status:nonaktif or (status:ditolak terdaftar:terisi)"]);
    press(&mut app, "<enter>");
    shows(&app, &["◆na (.xlsx)", "■", "tidak dapat masuk daftar na", "SEBAB_NA"]);
    assert!(!folder.path().join("a.xlsx").exists(), "what rows lack is told first");
    app.press("<down>");
    shows(&app, &["◆iuran (.xlsx)", "dari 61 pekerja hanya status:aktif"]);
    press(&mut app, "<enter>");
    shows(&app, &["✓ 42 baris ditulis ke a.xlsx"]);
    app.press("/status:diusulkan<enter>e<up>");
    press(&mut app, "<enter>");
    shows(&app, &["■ tidak ada isi untuk daftar iuran, jadi tidak ditulis"]);
}

#[test]
fn where_nobody_passes_no_form_asks_for_a_file() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, said) in [
        (Lang::En, "nobody passes the filter who could be exported"),
        (Lang::Id, "tidak ada yang lolos filter untuk diekspor"),
    ] {
        let mut app = stage("small-city.json", lang, folder.path());
        press(&mut app, "4/zzzqq<enter>e");
        let shown = lines(&drawn(&app));
        assert!(shown.contains(said) && !shown.contains("CSV (.csv)"), "{shown}");
    }
}

//! `lindungi diff` and `--since`: who joined, who left, what changed of whom, and every headline figure.

use crate::support::{assert_clean, document, file, fixture, fixture_text, lindungi, status_json};
use serde_json::{Value, json};

fn diff(old: &str, new: &str, args: &[&str]) -> (i32, Value) {
    let done = lindungi(&[&["diff", old, new, "--format", "json"], args].concat()).run();
    assert_eq!(done.err, "", "{args:?}");
    assert_clean(&done.out);
    (done.code, serde_json::from_str(&done.out).unwrap())
}

/// Two rosters of these workers.
fn two(old: Value, new: Value) -> (i32, Value) {
    let (_old_folder, old) = file("old.json", document(old).to_string());
    let (_new_folder, new) = file("new.json", document(new).to_string());
    diff(&old, &new, &[])
}

fn worker(id: &str, more: Value) -> Value {
    let mut worker = json!({"id": id, "name": format!("Nama {id}"), "occupation": "nelayan", "status": "verified"});
    worker.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    worker
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|person| person["id"].as_str().unwrap()).collect()
}

#[test]
fn a_list_so_long_that_two_cores_share_it_differs_from_itself_in_nothing_in_either_order() {
    let roster = fixture("sorong-2024.json");
    let mut backward: Value = serde_json::from_str(&fixture_text("sorong-2024.json")).unwrap();
    backward["workers"].as_array_mut().unwrap().reverse();
    let (_folder, backward) = file("backward.json", backward.to_string());
    for other in [&roster, &backward] {
        let (code, said) = diff(&roster, other, &[]);
        assert_eq!(code, 0, "{said}");
        assert_eq!((&said["joined"], &said["left"], &said["changed"]), (&json!([]), &json!([]), &json!([])));
    }
}

#[test]
fn the_small_city_between_may_and_june() {
    let (may, june) = (fixture("small-city-may.json"), fixture("small-city.json"));
    let (code, found) = diff(&may, &june, &[]);
    assert_eq!(code, 1);
    assert_eq!((found["schema"].as_str(), &found["equal"]), (Some("lindungi/diff/1"), &json!(false)));
    assert_eq!(ids(&found["left"]), ["K900"]);
    assert_eq!(found["joined"].as_array().unwrap().len(), 4);
    assert_eq!(found["groups"], json!([{"from": "tukang_ojek", "to": "nelayan", "workers": 1}]));
    assert_eq!(
        found["standings"],
        json!([{"from": "verified", "to": "active", "workers": 1}, {"from": "active", "to": "grace", "workers": 1}])
    );
    assert_eq!((&found["fields"]["phone"], &found["fields"]["name"]), (&json!(1), &json!(1)));
    assert_eq!(found["also_changed"], json!(["payments"]));
    // Each headline figure of a file is the one that `status` says of it.
    for (side, file) in [("old", &may), ("new", &june)] {
        let status = status_json(&[file]);
        let told = &found[side];
        assert_eq!(told["as_of"], status["as_of"]);
        assert_eq!(told["listed"], status["workers"]["matched"]);
        assert_eq!(told["standing"], status["enrollment"]["standing"]);
        assert_eq!(told["percent"], status["enrollment"]["percent"]);
        assert_eq!(told["left"], status["budget"]["left"]);
        assert_eq!(told["spent"], status["budget"]["spent"]);
        assert_eq!(told["runway_months"], status["budget"]["runway"]["active"]["months"]);
        assert_eq!(told["funded_through"], status["budget"]["runway"]["active"]["funded_through"]);
    }
    let change = json!({
        "active": 1, "listed": 3, "left": "-580200", "spent": "0", "runway_months": "-1.38",
        "funded_through_months": -1, "target_funded_through_months": 0,
    });
    assert_eq!(found["change"], change);
}

#[test]
fn the_same_rows_in_another_order_are_no_change() {
    let mut other: Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    other["workers"].as_array_mut().unwrap().reverse();
    let (_folder, other) = file("turned.json", other.to_string());
    let (code, found) = diff(&fixture("small-city.json"), &other, &[]);
    assert_eq!((code, &found["equal"]), (0, &json!(true)), "{found}");
    let done = lindungi(&["diff", &fixture("small-city.json"), &other]).run();
    assert_eq!(done.code, 0);
    assert!(done.out.contains("No difference."), "{}", done.out);
}

#[test]
fn people_are_matched_by_nik_then_kpj_then_id_and_only_where_it_names_one() {
    let nik = "9271002512860001";
    // The NIK finds her under another id; the KPJ finds him; the id finds the third.
    let (code, found) = two(
        json!([worker("A", json!({"nik": nik})), worker("B", json!({"kpj": "24000001037"})), worker("C", json!({}))]),
        json!([
            worker("C", json!({"phone": "08400000000"})),
            worker("Y", json!({"kpj": "24000001037"})),
            worker("X", json!({"nik": nik, "name": "Nama A"})),
        ]),
    );
    assert_eq!(code, 1);
    assert_eq!((ids(&found["joined"]).len(), ids(&found["left"]).len()), (0, 0), "{found}");
    assert_eq!(
        found["columns_only_in"],
        json!({"old": [], "new": ["phone"]}),
        "named once, not as a change of everybody"
    );
    // A NIK on two rows names nobody: the ids decide.
    let (_, found) = two(
        json!([worker("A", json!({"nik": nik})), worker("B", json!({"nik": nik}))]),
        json!([worker("B", json!({"nik": nik})), worker("D", json!({"nik": nik}))]),
    );
    assert_eq!((ids(&found["left"]), ids(&found["joined"])), (vec!["A"], vec!["D"]), "{found}");
    // Who has nothing that names him has left, and somebody has joined.
    let unnamed = |name: &str| json!([{"name": name, "occupation": "nelayan", "status": "verified"}]);
    let (_, found) = two(unnamed("Nama"), unnamed("Nama"));
    let many = |side: &str| found[side].as_array().unwrap().len();
    assert_eq!((many("left"), many("joined")), (1, 1));
}

#[test]
fn every_field_is_compared_and_what_is_personal_is_masked() {
    let nik = "9271002512860001";
    let old = json!({"nik": nik, "sex": "M", "birth_date": "1986-12-25", "district": "Sorong", "village": "Remu",
        "registered_on": "2024-01-02", "enrolled_on": "2024-02-01", "protected_until": "2024-08-31",
        "kpj": "24000001037", "phone": "08400000001", "welfare_decile": 1});
    let new = json!({"nik": nik, "sex": "F", "birth_date": "1986-12-26", "district": "Sorong Timur", "village": "Klawalu",
        "registered_on": "2024-01-03", "enrolled_on": "2024-02-02", "protected_until": "2024-09-30",
        "kpj": "24000001038", "phone": "08400000002", "welfare_decile": 2, "name": "Nama lain", "status": "active",
        "segment": "PU", "occupation": "lain"});
    let (old_folder, old) = file("old.json", document(json!([worker("A", old)])).to_string());
    let (new_folder, new) = file("new.json", document(json!([worker("A", new)])).to_string());
    let (_, found) = diff(&old, &new, &[]);
    let fields = found["changed"][0]["fields"].as_object().unwrap();
    let names: Vec<&str> = fields.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "name",
            "occupation",
            "district",
            "village",
            "sex",
            "birth_date",
            "segment",
            "status",
            "registered_on",
            "enrolled_on",
            "protected_until",
            "kpj",
            "phone",
            "welfare_decile"
        ]
    );
    assert_eq!(fields["district"], json!({"old": "Sorong", "new": "Sorong Timur"}));
    assert_eq!(fields["phone"], json!({"old": "********001", "new": "********002"}));
    assert_eq!(fields["kpj"], json!({"old": "*******1037", "new": "*******1038"}));
    assert_eq!(fields["birth_date"], json!({"old": null, "new": null}), "beside it a masked NIK hides nothing");
    assert!(!found.to_string().contains(nik), "{found}");
    let (_, whole) = diff(&old, &new, &["--reveal"]);
    assert_eq!(whole["changed"][0]["nik"], json!(nik));
    assert_eq!(whole["changed"][0]["fields"]["birth_date"], json!({"old": "1986-12-25", "new": "1986-12-26"}));
    drop((old_folder, new_folder));
}

#[test]
fn a_filter_selects_in_both_files_by_the_names_of_the_newer() {
    let (may, june) = (fixture("small-city-may.json"), fixture("small-city.json"));
    let (_, all) = diff(&may, &june, &[]);
    let (_, some) = diff(&may, &june, &["--filter", "kelompok:nelayan"]);
    let (_, rest) = diff(&may, &june, &["--filter", "-kelompok:nelayan"]);
    let count = |found: &Value, what: &str| found[what].as_array().unwrap().len() as i64;
    for found in [&all, &some, &rest] {
        let listed = found["change"]["listed"].as_i64().unwrap();
        assert_eq!(count(found, "joined") - count(found, "left"), listed, "{found}");
    }
    let listed = |found: &Value| found["change"]["listed"].as_i64().unwrap();
    assert_eq!(listed(&some) + listed(&rest), listed(&all));
    // Who comes into grace was in the list before.
    for (lang, words, others) in [
        ("en", ["now among them", "no longer among them"], ["joined", "left the list"]),
        ("id", ["kini termasuk", "tidak lagi termasuk"], ["bergabung", "keluar dari daftar"]),
    ] {
        let whole = lindungi(&["diff", &may, &june, "--lang", lang]).run().out;
        let some = lindungi(&["diff", &may, &june, "--lang", lang, "--filter", "status:grace"]).run().out;
        let has = |text: &str, words: [&str; 2]| words.map(|word| text.contains(word));
        assert_eq!((has(&whole, words), has(&whole, others)), ([false; 2], [true; 2]), "{whole}");
        assert_eq!((has(&some, words), has(&some, others)), ([true; 2], [false; 2]), "{some}");
        // Nobody is to read of one district how long everybody's money lasts.
        let money =
            if lang == "en" { "everybody's, whatever the filter" } else { "untuk semua pekerja, apa pun saringannya" };
        assert!(!whole.contains(money) && some.contains(money), "{some}");
    }
    let wrong = lindungi(&["diff", &may, &june, "--filter", "distrct:manoi"]).run();
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("nearest: district"), "{}", wrong.err);
}

#[test]
fn the_text_and_markdown_say_it_in_both_languages() {
    let (may, june) = (fixture("small-city-may.json"), fixture("small-city.json"));
    let run = |args: &[&str]| {
        let done = lindungi(&[&["diff", &may, &june], args].concat()).run();
        assert_eq!((done.code, done.err.as_str()), (1, ""));
        assert_clean(&done.out);
        done.out
    };
    let text = run(&[]);
    for line in
        ["31 May 2024  30 Jun 2024", "Left, Rp", "−580,200", "4  joined", "1  left the list", "verified → active"]
    {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(text.contains("1  Motorcycle-taxi riders → Fishers"), "groups by name: {text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let text = run(&["--lang", "id"]);
    for line in ["31 Mei 2024", "bergabung", "keluar dari daftar", "terverifikasi → aktif", "juga berubah: pembayaran"]
    {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let markdown = run(&["--format", "markdown"]);
    assert!(markdown.starts_with("|  | 31 May 2024 | 30 Jun 2024 | change |\n| --- |"), "{markdown}");
    assert!(markdown.contains("| Active | 41 | 42 | +1 |"), "{markdown}");
    assert!(markdown.contains("- Motorcycle-taxi riders → Fishers: 1"), "{markdown}");
}

#[test]
fn what_cannot_be_read_exits_3_and_two_standard_inputs_exit_2() {
    let june = fixture("small-city.json");
    for (old, new) in [("missing.json", june.as_str()), (june.as_str(), "missing.json")] {
        let done = lindungi(&["diff", old, new]).run();
        assert_eq!((done.code, done.out.as_str()), (3, ""));
        assert!(done.err.contains("missing.json: no such file"), "{}", done.err);
    }
    assert_eq!(lindungi(&["diff", "-", "-"]).run().code, 2);
    assert_eq!(lindungi(&["status", "-", "--since", "-"]).run().code, 2);
    let done = lindungi(&["diff", "-", &june]).stdin(fixture_text("small-city.json")).run();
    assert_eq!(done.code, 0, "{}", done.err);
}

#[test]
fn status_says_what_changed_beside_every_headline_figure() {
    let (may, june) = (fixture("small-city-may.json"), fixture("small-city.json"));
    let status = status_json(&[&june, "--since", &may]);
    let (_, found) = diff(&may, &june, &[]);
    assert_eq!(status["since"]["change"], found["change"]);
    assert_eq!((&status["since"]["joined"], &status["since"]["left"]), (&json!(4), &json!(1)));
    assert!(status_json(&[&june])["since"].is_null(), "only where it is asked for");
    let text = lindungi(&["status", &june, "--since", &may]).run().out;
    for line in ["Since 31 May 2024", "Active +1 (41 → 42)", "Left, Rp −580,200", "4 joined, 1 left the list"] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let line = lindungi(&["status", &june, "--since", &may, "--format", "line"]).run().out;
    assert!(line.contains("42/80 active 52.5% (+1)"), "{line}");
}

/// No figure moves, and yet it is another list.
#[test]
fn a_list_is_equal_only_where_nothing_at_all_differs() {
    let with = |more: Value| json!([worker("A", json!({"phone": "0812", "district": "Sorong"})), worker("B", more)]);
    let same = json!({"phone": "0813"});
    assert_eq!(two(with(same.clone()), with(same.clone())).0, 0);
    for more in [json!({"phone": "0814"}), json!({"phone": "0813", "village": "Remu"})] {
        let (code, found) = two(with(same.clone()), with(more.clone()));
        assert_eq!((code, &found["equal"]), (1, &json!(false)), "{more}");
    }
    let mut other: Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    other["payments"][0]["reference"] = json!("SP2D lain");
    let (_folder, other) = file("other.json", other.to_string());
    let (code, found) = diff(&fixture("small-city.json"), &other, &[]);
    assert_eq!((code, &found["equal"], &found["also_changed"]), (1, &json!(false), &json!(["payments"])));
}

/// Of an empty list nobody can say which columns it has.
#[test]
fn an_empty_list_has_no_column_less() {
    let one = json!([worker("A", json!({"phone": "0812", "district": "Sorong"}))]);
    for (old, new) in [(json!([]), one.clone()), (one.clone(), json!([]))] {
        let (code, found) = two(old, new);
        assert_eq!((code, &found["columns_only_in"]), (1, &json!({"old": [], "new": []})), "{found}");
    }
    // One that has workers and not the column is told so.
    let less = json!([worker("A", json!({"district": "Sorong"}))]);
    let (_, found) = two(less.clone(), one.clone());
    assert_eq!(found["columns_only_in"], json!({"old": [], "new": ["phone"]}), "{found}");
    assert_eq!(
        found["fields"]["phone"].as_u64().unwrap_or(0),
        0,
        "what only one file has is no change of anybody: {found}"
    );
    let (_, found) = two(one, less);
    assert_eq!(found["columns_only_in"], json!({"old": ["phone"], "new": []}), "{found}");
}

//! Who is who: blank cells, one fold for every spelling, numbers that name nobody, lists of other people, places in
//! several spellings, and claims of people who are not or no longer there. Each case is of a kind that programmes like
//! this one are lied to by; its neighbours stand beside it.

use crate::support::{document, fixture, lindungi, read, roster, status_json};
use lindungi::check::Audited;
use lindungi::roster::finding::Rule;
use lindungi::roster::query;
use serde_json::{Value, json};

fn case(name: &str) -> Audited {
    roster(std::fs::read(fixture(&format!("cases/{name}"))).unwrap())
}

/// How many workers a filter finds.
#[track_caller]
fn found(roster: &Audited, text: &str) -> u64 {
    query::parse(text, roster).unwrap_or_else(|error| panic!("{text}: {error:?}")).select(roster).count()
}

/// How often each rule found something.
fn rules(roster: &Audited) -> Vec<(&'static str, u64)> {
    roster.findings.rules().map(|rule| (rule.code(), roster.findings.count(rule))).collect()
}

fn diff(old: &str, new: &str, args: &[&str]) -> String {
    let done = lindungi(&[&["diff", old, new], args].concat()).run();
    assert_eq!(done.err, "");
    done.out
}

fn diff_json(old: &str, new: &str) -> Value {
    serde_json::from_str(&diff(old, new, &["--format", "json"])).unwrap()
}

/// `diff` of two rosters with these workers.
fn between(old: Value, new: Value) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = [("old.json", old), ("new.json", new)].map(|(name, workers)| {
        let path = folder.path().join(name);
        std::fs::write(&path, document(workers).to_string()).unwrap();
        path.to_str().unwrap().to_owned()
    });
    diff_json(&old, &new)
}

fn count(found: &Value) -> usize {
    found.as_array().unwrap().len()
}

#[test]
fn blank_cells_are_unknown_and_lose_no_row() {
    let status = status_json(&[&fixture("cases/blank-cells/roster.json")]);
    assert_eq!(status["workers"], json!({"readable": 5, "set_aside": 0, "matched": 5}));
    assert_eq!(status["enrollment"]["active"], json!(3));
    assert_eq!(status["budget"]["payments_set_aside"], json!(0));
    assert_eq!(status["budget"]["left"], json!("1899200"));
    assert_eq!(status["budget"]["runway"]["active"]["months"], json!("37.68"));
    let roster = case("blank-cells/roster.json");
    assert_eq!(found(&roster, "decile:none"), 1);
    assert_eq!(found(&roster, "kpj:none"), 2);
    assert_eq!((found(&roster, "enrolled:none"), found(&roster, "until:none")), (2, 3));
}

/// What a spreadsheet may leave in a cell that says nothing.
const BLANKS: [&str; 8] = ["", " ", "-", "\t", "—", "\u{a0}", "\u{200b}", "?"];

#[test]
fn a_blank_in_any_field_of_any_row_is_the_same_as_none() {
    let worker = json!({"id": "W1", "nik": "9671004203810001", "name": "Nama", "sex": "F", "birth_date": "1981-03-02",
        "occupation": "nelayan", "segment": "BPU", "district": "Satu", "village": "Dua", "status": "active",
        "registered_on": "2024-02-11", "enrolled_on": "2024-03-01", "protected_until": "2024-08-31",
        "kpj": "24012345678", "phone": "08123", "welfare_decile": 1});
    let rows = [
        ("workers", worker),
        (
            "payments",
            json!({"month": "2024-03", "through": "2024-04", "workers": 1, "by_segment": {"BPU": 1},
            "amount": "16800", "paid_on": "2024-03-12", "reference": "SP2D"}),
        ),
        ("claims", json!({"worker": "W1", "scheme": "JKK", "date": "2024-05-02", "amount": "1"})),
        ("plan", json!({"month": "2024-06", "workers": 1})),
        ("history", json!({"fiscal_year": 2023, "workers": 1})),
    ];
    let required = ["status", "month", "amount", "scheme", "fiscal_year"];
    for (section, row) in &rows {
        for field in row.as_object().unwrap().keys() {
            let with = |value: Option<&str>| {
                let mut row = row.clone();
                match value {
                    Some(value) => row[field] = json!(value),
                    None => drop(row.as_object_mut().unwrap().remove(field)),
                }
                let mut city = document(json!([]));
                city[section] = json!([row]);
                read(city.to_string()).unwrap()
            };
            let without = with(None);
            for blank in BLANKS {
                let roster = with(Some(blank));
                let required = required.contains(&field.as_str())
                    || (*section != "payments" && *section != "workers" && field == "workers");
                let kept = usize::from(!required);
                let rows = roster.workers.len()
                    + roster.payments.len()
                    + roster.claims.len()
                    + roster.plan.len()
                    + roster.history.len();
                assert_eq!((rows, roster.set_aside.count()), (kept, 1 - kept), "{section}.{field} {blank:?}");
                if field == "name" || field == "occupation" {
                    continue;
                }
                assert_eq!(roster.set_aside, without.set_aside, "{section}.{field} {blank:?}: a missing field");
                assert_eq!(roster.payments, without.payments, "{section}.{field} {blank:?}");
                assert_eq!(roster.claims, without.claims, "{section}.{field} {blank:?}");
                for (own, other) in roster.iter().zip(without.iter()) {
                    for attribute in lindungi::roster::attribute::Attribute::ALL {
                        assert_eq!(own.get(attribute), other.get(attribute), "{field} {blank:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_blank_name_or_occupation_keeps_its_row_and_is_found() {
    for blank in BLANKS {
        let workers = json!([
            {"id": "W1", "name": blank, "occupation": "nelayan", "district": "Satu", "status": "proposed", "nik": "9671004203810001"},
            {"id": "W2", "name": "Nama", "occupation": blank, "district": "Satu", "status": "proposed", "nik": "9671004203810002"},
        ]);
        let roster = roster(document(workers).to_string());
        assert_eq!(rules(&roster), [("name-missing", 1), ("occupation-unknown", 1)], "{blank:?}");
        assert_eq!((found(&roster, "name:none"), found(&roster, "group:none")), (1, 1), "{blank:?}");
    }
}

#[test]
fn a_blank_in_the_programme_and_its_groups_is_none_where_none_may_be() {
    for blank in BLANKS {
        let mut city = document(json!([]));
        city["synthetic"] = json!(blank);
        city["payments"] = json!(blank);
        city["program"]["as_of"] = json!(blank);
        city["program"]["region"] =
            json!({"code": blank, "former_codes": [blank, "92.71"], "name": blank, "province": blank});
        city["program"]["coverage"] = json!({"from": blank, "to": blank});
        city["program"]["grace_months"] = json!(blank);
        city["program"]["max_age"] = json!(blank);
        city["program"]["contributions"][0]["segment"] = json!(blank);
        city["program"]["contributions"][0]["from"] = json!(blank);
        city["groups"][0] =
            json!({"id": "nelayan", "name": {"id": "Nelayan", "en": blank}, "segment": blank, "target": blank});
        let roster = read(city.to_string()).unwrap();
        let program = &roster.program;
        assert_eq!((program.as_of, program.grace_months, program.max_age), (None, 3, 65), "{blank:?}");
        assert_eq!((program.coverage.from, program.coverage.to.to_string()), (None, "2024-12".to_owned()));
        assert_eq!(program.region.former_codes, ["92.71"]);
        assert_eq!((&program.region.code, &program.region.name), (&None, &None));
        assert_eq!((roster.groups[0].name.en.as_str(), roster.groups[0].target), ("Nelayan", None));
        for required in ["name", "fiscal_year", "target_workers", "budget", "contributions"] {
            let mut city = city.clone();
            city["program"][required] = json!(blank);
            let error = read(city.to_string()).unwrap_err();
            assert_eq!(error.path, format!("program.{required}"), "{blank:?}");
            city["program"].as_object_mut().unwrap().remove(required);
            assert_eq!(read(city.to_string()).unwrap_err().kind, error.kind, "{blank:?}: a missing field");
        }
    }
}

#[test]
fn an_apostrophe_of_any_kind_is_nothing() {
    let roster = case("apostrophe/roster.json");
    for text in
        ["nur'aini", "nuraini", "nur’aini", "NUR`AINI", "nur´aini", "nurʼaini", "nur‘aini", "name:\"siti  nur'aini\""]
    {
        assert_eq!(found(&roster, text), 4, "{text}");
    }
    assert_eq!(roster.findings.rows(Rule::PersonDuplicate), [0, 1, 2, 3], "one group of four");
}

#[test]
fn white_space_and_hyphens_of_any_kind_are_one_space() {
    let roster = case("name-spacing/double-space.json");
    for text in
        ["name:\"yosef rumbiak\"", "\"yosef   rumbiak\"", "\" Yosef\u{a0}RUMBIAK \"", "yosef-rumbiak", "yosef_rumbiak"]
    {
        assert_eq!(found(&roster, text), 2, "{text}");
    }
    assert_eq!(roster.findings.count(Rule::PersonDuplicate), 2);
}

#[test]
fn a_text_of_digits_is_compared_by_its_digits() {
    let mut worker = json!({"id": "W1", "nik": "9271004203810001", "name": "Nama", "occupation": "nelayan",
        "status": "proposed", "kpj": "24012345678", "phone": "081234567890"});
    for parted in [false, true] {
        if parted {
            worker["nik"] = json!("9271-0042-0381-0001");
            worker["kpj"] = json!("240.1234.5678");
            worker["phone"] = json!("+62 812-3456-7890");
        }
        let roster = roster(document(json!([worker])).to_string());
        for text in [
            "9271-0042",
            "92.71.00",
            "'9271004203810001",
            "\"9271 0042 0381 0001\"",
            "9271004203810001",
            "nik:9271-0042-0381-0001",
            "nik:92.71",
            "nik:'9271",
            "kpj:240-1234",
            "kpj:240.1234.5678",
            "24012345678",
            "phone:812-3456",
            "phone:\"812 3456 7890\"",
            "telepon:812.3456",
            "812-3456",
            "8123456",
        ] {
            assert_eq!(found(&roster, text), 1, "{text} in {}", worker["nik"]);
        }
        for text in ["9271-0043", "nik:812", "kpj:9271", "phone:9271", "9271-0042-0381-0001-0"] {
            assert_eq!(found(&roster, text), 0, "{text}");
        }
        assert_eq!((found(&roster, "phone:none"), found(&roster, "phone:any")), (0, 1));
    }
}

#[test]
fn a_placeholder_joins_nobody() {
    let found = diff_json(&fixture("cases/placeholder-nik/old.json"), &fixture("cases/placeholder-nik/new.json"));
    assert_eq!((count(&found["joined"]), count(&found["left"]), count(&found["changed"])), (1, 1, 0));
    assert_eq!(found["probably_other_people"], json!(true));
    let worker = |name: &str, birth: &str, nik: &str, kpj: &str| json!([{"id": "1", "name": name, "birth_date": birth, "nik": nik, "kpj": kpj, "occupation": "nelayan", "status": "active"}]);
    for number in [
        "0",
        "-",
        "belum ada",
        "0000000000000000",
        "1111111111111111",
        "967100420381000",
        "9999999999999999",
        "9671-0042-0381-0001",
        "9971000101700001",
        "9671004203810000",
        "00000000000",
    ] {
        for (nik, kpj) in [(number, "24000000001"), ("9671004203810001", number)] {
            let other = if kpj == number { ("9671004203810002", number) } else { (number, "24000000002") };
            let found =
                between(worker("Yakob", "1980-05-17", nik, kpj), worker("Maria", "1990-05-17", other.0, other.1));
            let counts = (count(&found["joined"]), count(&found["left"]), &found["paired"]);
            assert_eq!(counts, (1, 1, &json!(0)), "{nik} {kpj}");
        }
    }
    for (nik, kpj) in [("9671004203810001", ""), ("", "24000000001")] {
        let found = between(worker("Yakob", "1980-05-17", nik, kpj), worker("Jakob", "1980-05-18", nik, kpj));
        assert_eq!((count(&found["changed"]), &found["paired"]), (1, &json!(1)), "a whole number names one person");
    }
}

#[test]
fn an_id_is_the_same_person_only_where_name_or_birth_date_agrees() {
    let worker = |id: &str, name: &str, birth: &str| json!([{"id": id, "name": name, "birth_date": birth, "occupation": "nelayan", "status": "active"}]);
    for (name, birth, paired) in
        [("YAKOB  UJI", "", 1), ("Jacob", "1980-05-17", 1), ("Maria", "1990-05-17", 0), ("Maria", "", 0), ("", "", 0)]
    {
        let found = between(worker("7", "Yakob Uji", "1980-05-17"), worker("7", name, birth));
        assert_eq!(found["paired"], json!(paired), "{name} {birth}");
    }
    let nameless = between(worker("7", "", ""), worker("7", "", ""));
    assert_eq!(nameless["paired"], json!(0), "what is unknown of both agrees in nothing");
}

#[test]
fn lists_of_other_people_are_called_so_in_every_form() {
    let (old, new) = (fixture("cases/placeholder-nik/old.json"), fixture("cases/placeholder-nik/new.json"));
    let text = "These are probably lists of other people: 0 are in both, of 1 and 1.";
    assert!(diff(&old, &new, &[]).contains(text), "{}", diff(&old, &new, &[]));
    assert!(diff(&old, &new, &["--format", "markdown"]).contains(text));
    assert!(diff(&old, &new, &["--lang", "id"]).contains("Kemungkinan besar ini daftar orang lain"));
    let status = lindungi(&["status", &new, "--since", &old]).run();
    let words = status.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(text), "{words}");
    let status = status_json(&[&new, "--since", &old]);
    assert_eq!(status["since"]["probably_other_people"], json!(true));
    for (lang, width, height) in
        [(lindungi::lang::Lang::En, 50, 20), (lindungi::lang::Lang::Id, 80, 24), (lindungi::lang::Lang::En, 120, 40)]
    {
        let mut app = crate::screens::app_of(case("placeholder-nik/new.json"), lang, width, height);
        app.since(case("placeholder-nik/old.json"));
        app.press("D");
        let screen = crate::stage::lines(&crate::stage::drawn(&app));
        let (doubt, joined) = match lang {
            lindungi::lang::Lang::En => ("▲ These are probably lists of other people:", "> joined"),
            lindungi::lang::Lang::Id => ("▲ Kemungkinan besar ini daftar orang lain:", "> bergabung"),
        };
        assert!(screen.contains(doubt) && screen.contains(joined), "{screen}");
    }
    let many = |from: usize| -> Value {
        (from..from + 20)
            .map(|at| json!({"nik": format!("96710042038100{at:02}"), "name": format!("Nama {at}"), "occupation": "nelayan", "status": "active"}))
            .collect()
    };
    for (from, others) in [(1, false), (19, false), (20, true), (21, true)] {
        assert_eq!(between(many(1), many(from))["probably_other_people"], json!(others), "from {from}");
    }
    assert_eq!(between(json!([]), many(1))["probably_other_people"], json!(false), "an empty list is nobody's");
}

#[test]
fn a_placeholder_on_two_rows_is_no_pair() {
    let worker = |nik: &str, kpj: &str, name: &str| {
        json!({"nik": nik, "kpj": kpj, "name": name, "birth_date": "1980-05-17", "occupation": "nelayan",
            "status": "proposed", "district": "Satu"})
    };
    for (nik, kpj) in [("0", "0"), ("belum ada", "belum ada"), ("0000000000000000", "00000000000"), ("", "")] {
        let strangers = roster(document(json!([worker(nik, kpj, "Yakob"), worker(nik, kpj, "Maria")])).to_string());
        assert_eq!(strangers.findings.count(Rule::NikDuplicate), 0, "{nik}");
        assert_eq!(strangers.findings.count(Rule::KpjDuplicate), 0, "{kpj}");
        let namesakes = roster(document(json!([worker(nik, kpj, "Yakob"), worker(nik, kpj, "YAKOB")])).to_string());
        assert_eq!(namesakes.findings.count(Rule::PersonDuplicate), 2, "{nik}: nothing says that it is one person");
    }
    let same = ("9671001705800001", "24000000001");
    let pair = roster(document(json!([worker(same.0, same.1, "Yakob"), worker(same.0, same.1, "Yakob")])).to_string());
    assert_eq!(rules(&pair), [("nik-duplicate", 2), ("kpj-duplicate", 2)]);
}

/// A document whose workers live at these districts and villages.
fn living(places: &[(&str, &str)]) -> Value {
    let worker = |(at, (district, village)): (usize, &(&str, &str))| {
        json!({"id": format!("W{at}"), "nik": format!("96710042038100{:02}", at + 1), "name": format!("Nama {at}"),
            "occupation": "nelayan", "status": if at == 0 { "proposed" } else { "active" }, "kpj": format!("240123456{at:02}"),
            "enrolled_on": "2024-03-01", "protected_until": "2024-08-31", "district": district, "village": village})
    };
    document(places.iter().enumerate().map(worker).collect())
}

#[test]
fn a_place_in_several_spellings_is_one_place() {
    let roster = case("place-spelling/roster.json");
    for text in ["village:klawalu", "village:\"KLAWALU \"", "kelurahan:Klawalu", "village:kla"] {
        assert_eq!(found(&roster, text), 4, "{text}");
    }
    assert_eq!(roster.findings.rows(Rule::PlaceSpelling), [1, 2]);
    let villages: Vec<_> = roster.iter().map(|worker| worker.village().unwrap()).collect();
    assert_eq!(villages, ["Klawalu"; 4]);
    let facet = lindungi::figures::facets::facet(
        &roster,
        lindungi::roster::filter::Field::Village,
        &[],
        &lindungi::roster::filter::Filter::EVERYBODY.select(&roster),
    );
    let rows: Vec<_> = facet.rows.iter().map(|row| (row.value.to_string(), row.count)).collect();
    assert_eq!(rows, [("Klawalu".to_owned(), 4)]);
    let export = lindungi(&["export", &fixture("cases/place-spelling/roster.json"), "--format", "csv"]).run();
    assert_eq!(export.out.matches("Klawalu").count(), 4, "{}", export.out);
    let mut app = crate::screens::app_of(roster, lindungi::lang::Lang::En, 80, 24);
    app.press("4j<enter>");
    let screen = crate::stage::lines(&crate::stage::drawn(&app));
    assert!(screen.contains("In the file “KLAWALU”"), "who mends it sees what to mend\n{screen}");
}

#[test]
fn districts_that_fold_alike_are_one_row_everywhere() {
    let city = living(&[
        ("Sorong-Timur", "A"),
        ("SORONG TIMUR", "B"),
        ("Sorong  timur ", "C"),
        ("Sorong-Timur", "D"),
        ("Sorong", "E"),
    ]);
    let (_folder, path) = crate::support::file("city.json", city.to_string());
    let status = status_json(&[&path]);
    let row = |name: &str, workers: u64, active: u64| {
        json!({"name": name, "target": null, "percent": null, "matched": workers, "workers": workers,
            "active": active})
    };
    assert_eq!(status["districts"], json!([row("Sorong-Timur", 4, 3), row("Sorong", 1, 1)]));
    assert_eq!(status["findings"]["by_rule"]["place-spelling"], json!(2));
    let one = status_json(&[&path, "--filter", "district:\"sorong timur\""]);
    assert_eq!(one["workers"]["matched"], json!(4));
    assert_eq!(one["enrollment"]["target"], json!(null), "no quota, no target");
}

/// The same with quotas.
fn with_quotas(districts: Value) -> Value {
    let mut city =
        living(&[("Sorong Tim.", "A"), ("SORONG TIMUR", "B"), ("Sortim", "C"), ("Kota", "D"), ("Kota", "E")]);
    city["districts"] = districts;
    city
}

#[test]
fn the_list_of_districts_spells_them_and_gives_quotas() {
    let city = with_quotas(json!([
        {"name": "Sorong Timur", "aliases": ["Sorong Tim.", "Sortim"], "target": 8},
        {"name": "Kota", "aliases": [""], "target": 0},
        {"name": "Sorong Pulau", "aliases": null, "target": "-"},
        {"name": " ", "target": 3},
        {"name": "Klaurung", "target": -1},
        {"name": "Klaurung", "aliases": "x"},
    ]));
    let (_folder, path) = crate::support::file("city.json", city.to_string());
    let status = status_json(&[&path]);
    assert_eq!(
        status["districts"],
        json!([
            {"name": "Sorong Timur", "target": 8, "percent": "25.00", "matched": 3, "workers": 3, "active": 2},
            {"name": "Kota", "target": 0, "percent": null, "matched": 2, "workers": 2, "active": 2},
        ])
    );
    assert_eq!(status["findings"]["by_rule"]["place-spelling"], json!(3));
    assert_eq!(status["findings"]["by_rule"]["row-unreadable"], json!(3), "three bad rows of districts");
    let read = read(city.to_string()).unwrap();
    let aside: Vec<_> = read.set_aside.kept().iter().map(|aside| aside.path()).collect();
    assert_eq!(aside, ["districts[3].name", "districts[4].target", "districts[5].aliases"]);
    let of = |filter: &str| {
        let status = status_json(&[&path, "--filter", filter]);
        (
            status["workers"]["matched"].clone(),
            status["enrollment"]["target"].clone(),
            status["districts"][0]["percent"].clone(),
        )
    };
    assert_eq!(of("district:sortim"), (json!(3), json!(8), json!("25.00")), "an alias names its district");
    assert_eq!(of("district:\"sorong tim.\",kota"), (json!(5), json!(8), json!("25.00")), "quotas add up");
    assert_eq!(of("district:kota,pulau"), (json!(2), json!(null), json!(null)), "one of them has no quota");
    assert_eq!(of("-district:kota"), (json!(3), json!(null), json!("25.00")), "negated");
    assert_eq!(of("district:sortim status:active"), (json!(2), json!(null), json!(null)), "not of districts alone");
    let mut all = city.clone();
    all["districts"] = json!([{"name": "Sorong Timur", "aliases": ["Sorong Tim.", "Sortim"], "target": 8}, {"name": "Kota", "target": 4}]);
    for (city, told) in [(&city, "active, of those listed"), (&all, "active, of the quota")] {
        let mut app = crate::screens::app_of(roster(city.to_string()), lindungi::lang::Lang::En, 120, 40);
        app.press("2");
        let screen = crate::stage::lines(&crate::stage::drawn(&app));
        assert!(screen.contains("Sorong Timur") && screen.contains(told), "{screen}");
    }
}

#[test]
fn what_is_written_of_districts_and_reasons_is_read_again() {
    let mut city = with_quotas(json!([
        {"name": "Sorong Timur", "aliases": ["Sorong Tim."], "target": 3300},
        {"name": "Kota"},
    ]));
    city["workers"][0]["reason"] = json!("pindah");
    let first = roster(city.to_string());
    let document = lindungi::roster::json::Document {
        synthetic: first.synthetic,
        program: &first.program,
        groups: &first.groups,
        payments: Some(&first.payments),
        plan: &first.plan,
        claims: &first.claims,
        districts: &first.districts,
        history: &first.history,
    };
    let mut bytes = Vec::new();
    lindungi::roster::json::write(&mut bytes, &document, std::iter::empty()).unwrap();
    let again = read(&bytes).unwrap();
    assert_eq!((again.districts.as_slice(), again.set_aside.count()), (first.districts.as_slice(), 0));
    assert_eq!(first.districts[0].target, Some(3300));
    assert_eq!(first.worker(0).reason(), Some("pindah"));
}

#[test]
fn a_respelling_of_a_place_is_no_change() {
    let [old, new] = [living(&[("SORONG TIMUR", "KLAWALU"), ("SORONG TIMUR", "KLAWALU"), ("Sortim", "Klasuur")]), {
        let mut city =
            living(&[("Sorong Timur", "Klawalu"), ("Sorong-Timur", "Kla walu"), ("Sorong Timur", "Klasuur")]);
        city["districts"] = json!([{"name": "Sorong Timur", "aliases": ["Sortim"]}]);
        city
    }];
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = [("old.json", old), ("new.json", new)].map(|(name, city)| {
        let path = folder.path().join(name);
        std::fs::write(&path, city.to_string()).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let found = diff_json(&old, &new);
    assert_eq!(found["fields"], json!({"village": 1}), "only Kla walu is another word");
    assert_eq!(found["also_changed"], json!(["districts"]));
    let found: Value =
        serde_json::from_str(&diff(&old, &new, &["--format", "json", "--filter", "district:\"Sorong Timur\""]))
            .unwrap();
    assert_eq!((count(&found["joined"]), count(&found["left"])), (0, 0), "both files mean the same district");
}

#[test]
fn a_reason_is_a_field_like_any_other() {
    let mut city = living(&[("Satu", "A"), ("Satu", "B"), ("Satu", "C"), ("Satu", "D")]);
    for (at, reason) in [(0, "Meninggal dunia"), (1, "meninggal  dunia"), (2, "pindah, NIK 9671004203810001")] {
        city["workers"][at]["reason"] = json!(reason);
    }
    let whole = roster(city.to_string());
    for (text, many) in [
        ("reason:meninggal", 2),
        ("alasan:\"MENINGGAL DUNIA\"", 2),
        ("reason:dunia", 2),
        ("reason:none", 1),
        ("alasan:any", 3),
        ("-reason:meninggal", 2),
    ] {
        assert_eq!(found(&whole, text), many, "{text}");
    }
    let wrong = query::parse("reason:9671004203810001", &whole).unwrap_err();
    assert!(!format!("{wrong:?}").contains("pindah"), "a number of a person is no choice to be offered: {wrong:?}");
    let (_folder, path) = crate::support::file("city.json", city.to_string());
    let export = |args: &[&str]| lindungi(&[&["export", &path, "--format", "csv"], args].concat()).run().out;
    let masked = export(&[]);
    assert!(masked.lines().next().unwrap().split(',').any(|head| head == "reason"), "{masked}");
    assert!(masked.contains("pindah, NIK ************0001") && !masked.contains("9671004203810001"), "{masked}");
    assert!(export(&["--reveal"]).contains("pindah, NIK 9671004203810001"));
    let mut app = crate::screens::app_of(roster(city.to_string()), lindungi::lang::Lang::Id, 80, 24);
    app.press("4<enter>");
    let screen = crate::stage::lines(&crate::stage::drawn(&app));
    assert!(screen.contains("Alasan") && screen.contains("Meninggal dunia"), "{screen}");
    let mut other = city.clone();
    other["workers"][3]["reason"] = json!("pindah");
    other["workers"][0]["reason"] = json!("MENINGGAL DUNIA");
    let found = between(city["workers"].clone(), other["workers"].clone());
    assert_eq!(found["fields"], json!({"reason": 1}));
    assert_eq!(found["changed"][0]["fields"], json!({"reason": {"old": null, "new": "pindah"}}));
}

#[test]
fn an_id_that_is_a_number_of_a_person_is_masked_like_one() {
    for (id, shown) in [
        ("9671004203810001", "************0001"),
        ("24012345678", "*******5678"),
        ("9671-0042-0381-0001", "***************0001"),
        ("NIK9671004203810001", "NIK************0001"),
        ("W000001", "W000001"),
    ] {
        let mut city = living(&[("Satu", "A")]);
        city["workers"][0]["id"] = json!(id);
        city["workers"][0]["nik"] = json!(null);
        city["workers"][0]["kpj"] = json!(null);
        let (_folder, path) = crate::support::file("city.json", city.to_string());
        for format in ["csv", "json", "jsonl", "markdown"] {
            let done = lindungi(&["export", &path, "--format", format]).run();
            let out = done.out.replace('\\', "");
            assert!(out.contains(shown), "{format}: {out}");
            assert!(shown == id || !out.contains(id), "{format}: {out}");
            let whole = lindungi(&["export", &path, "--format", format, "--reveal"]).run();
            assert!(whole.out.contains(id), "{format}: {}", whole.out);
        }
        let mut app = crate::screens::app_of(roster(city.to_string()), lindungi::lang::Lang::En, 120, 40);
        app.press("4<enter>");
        let screen = crate::stage::lines(&crate::stage::drawn(&app));
        assert!(screen.contains(shown) && (shown == id || !screen.contains(id)), "{screen}");
        let mut other = city["workers"].clone();
        other[0]["name"] = json!("Lain");
        let found = between(city["workers"].clone(), other);
        assert_eq!((&found["joined"][0]["id"], &found["left"][0]["id"]), (&json!(shown), &json!(shown)));
    }
}

#[test]
fn deaths_and_claims_of_the_list_are_told_apart() {
    let roster = case("death-still-active/roster.json");
    let count = |rule| roster.findings.count(rule);
    assert_eq!((count(Rule::DeceasedActive), count(Rule::ClaimDuplicate), count(Rule::ClaimWorker)), (1, 1, 1));
    assert_eq!(roster.findings.rows(Rule::DeceasedActive), [0]);
    assert_eq!(found(&roster, "finding:deceased-active"), 1);
    let mut app = crate::screens::app_of(roster, lindungi::lang::Lang::En, 120, 40);
    app.press("5");
    let mut seen = String::new();
    for _ in 0..6 {
        seen += &crate::stage::lines(&crate::stage::drawn(&app));
        app.press("j");
    }
    for text in ["claim 2: JKM of T001, 2 Jun 2024, Rp42,000,000", "claim 3: JKM of T999, 2 Jun 2024, Rp42,000,000"] {
        assert!(seen.split_whitespace().collect::<Vec<_>>().join(" ").contains(text), "{text}\n{seen}");
    }
}

/// The findings of these claims in a list of one active and one inactive worker.
fn claimed(claims: Value) -> Vec<(&'static str, u64)> {
    let worker = |id: &str, nik: &str, status: &str, until: &str| {
        json!({"id": id, "nik": nik, "name": format!("Nama {id}"), "occupation": "nelayan", "status": status,
            "enrolled_on": "2024-03-01", "protected_until": until, "district": "Satu", "kpj": format!("2401234567{}", &nik[15..])})
    };
    let mut city = document(json!([
        worker("W 1", "9671004203810001", "active", "2024-08-31"),
        worker("W2", "9671004203810002", "inactive", "2024-03-31"),
    ]));
    city["claims"] = claims;
    rules(&roster(city.to_string()))
}

#[test]
fn each_rule_of_claims_finds_its_own_and_nothing_else() {
    let claim = |worker: &str, scheme: &str, date: &str| json!({"worker": worker, "scheme": scheme, "date": date, "amount": "1"});
    let day = "2024-05-02";
    for (claims, found) in [
        (json!([claim("W2", "JKM", day)]), &[][..]),
        (json!([claim("W 1", "JKK", day)]), &[]),
        (json!([claim("", "JKM", day)]), &[]),
        (json!([claim("W9", "JKM", day)]), &[("claim-worker", 1)]),
        (json!([claim("w-1", "JKK", day)]), &[]),
        (json!([claim("W3", "JKK", day), claim("W4", "JKK", day)]), &[("claim-worker", 2)]),
        (json!([claim("W 1", "JKM", day)]), &[("deceased-active", 1)]),
        (json!([claim("w_1 ", "JKM", "2024-08-30")]), &[("deceased-active", 1)]),
        (json!([claim("W 1", "JKM", "2024-08-31")]), &[]),
        (json!([claim("W 1", "JKM", "")]), &[("deceased-active", 1)]),
        (json!([claim("W2", "JKM", day), claim("w2", "JKM", "2024-06-01")]), &[("claim-duplicate", 1)]),
        (json!([claim("W2", "JKM", day), claim("W2", "JKM", ""), claim("W2", "JKM", day)]), &[("claim-duplicate", 2)]),
        (json!([claim("W2", "JKK", day), claim("W2", "JKK", "2024-06-01")]), &[]),
        (json!([claim("W2", "JKK", day), claim("W2", "JKK", day)]), &[("claim-duplicate", 1)]),
        (json!([claim("W2", "JKK", ""), claim("W2", "JKK", "")]), &[]),
        (json!([claim("W2", "JKK", day), claim("W2", "JKM", day)]), &[]),
        (json!([claim("W 1", "JKK", day), claim("W2", "JKK", day)]), &[]),
        (json!([claim("", "JKM", day), claim("", "JKM", day)]), &[]),
    ] {
        let own = claimed(claims.clone());
        let own: Vec<_> = own.into_iter().filter(|(rule, _)| !rule.starts_with("pay")).collect();
        assert_eq!(own, found, "{claims}");
    }
}

#[test]
fn who_is_inactive_in_the_list_alone_can_still_be_saved() {
    for (status, until, early) in [
        ("inactive", "2024-08-31", 1),
        ("inactive", "2024-05-31", 1),
        ("inactive", "2024-05-30", 1),
        ("inactive", "2024-05-29", 0),
        ("inactive", "", 0),
        ("inactive", "2024-04-30", 0),
        ("active", "2024-05-31", 0),
        ("rejected", "2024-08-31", 0),
        ("verified", "2024-08-31", 0),
    ] {
        let mut city = living(&[("Satu", "A")]);
        city["workers"][0]["status"] = json!(status);
        city["workers"][0]["protected_until"] = json!(until);
        let roster = roster(city.to_string());
        assert_eq!(roster.findings.count(Rule::StatusEarly), early, "{status} until {until}");
    }
    assert_eq!(crate::support::sorong().findings.count(Rule::StatusEarly), 100);
}

#[test]
fn the_clean_city_has_none_of_these_findings() {
    let clean = roster(crate::support::fixture_text("small-city.json"));
    for rule in [
        Rule::ClaimWorker,
        Rule::ClaimDuplicate,
        Rule::DeceasedActive,
        Rule::PlaceSpelling,
        Rule::NikDuplicate,
        Rule::PersonDuplicate,
    ] {
        assert_eq!(clean.findings.count(rule), 0, "{}", rule.code());
    }
}

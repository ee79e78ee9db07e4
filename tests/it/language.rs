//! The filter language where hands slip: other words for a field, ranges that run backwards, values that cannot be,
//! bare words that were meant as a value, and the language in which a text is written back.

use crate::screens::app;
use crate::stage::{drawn, lines};
use crate::support::{assert_clean, document, fixture_text, lindungi, read, roster, sorong};
use lindungi::check::Audited;
use lindungi::lang::Lang;
use lindungi::roster::filter::{Field, Tongue};
use lindungi::roster::query::{self, QueryErrorKind};
use serde_json::json;

#[test]
fn a_field_is_understood_by_its_other_names() {
    let roster = sorong();
    let count = |text: &str| {
        let filter = query::parse(text, &roster).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        filter.select(&roster).count()
    };
    for (other, own) in [
        ("kecamatan:\"sorong timur\"", "district:\"sorong timur\""),
        ("gender:f", "sex:f"),
        ("Gender:wanita", "sex:f"),
        ("occupation:ojek", "group:ojek"),
        ("standing:active", "status:active"),
        ("standing:tenggang", "status:grace"),
        ("gugur:2024-09", "lapse:2024-09"),
        ("berakhir:2024-09", "lapse:2024-09"),
        ("-kecamatan:none gender:male", "-district:none sex:m"),
    ] {
        assert_eq!(count(other), count(own), "{other}");
        assert!(count(other) > 0, "{other}");
    }
}

#[test]
fn other_words_for_a_field_lead_to_it() {
    let roster = sorong();
    for (word, name) in [
        ("desa", "kelurahan"),
        ("pekerjaan", "kelompok"),
        ("umur", "usia"),
        ("wilayah", "distrik"),
        ("kelamin", "jk"),
        ("jenis_kelamin", "jk"),
        ("tanggal_lahir", "lahir"),
        ("birth_date", "born"),
        ("job", "group"),
        ("protected_until", "until"),
        ("enrolled_on", "enrolled"),
        ("statu", "status"),
    ] {
        let error = query::parse(&format!("{word}:x"), &roster).unwrap_err();
        let QueryErrorKind::UnknownField { nearest, .. } = &error.kind else { panic!("{word}: {error:?}") };
        let near = nearest.first().map(String::as_str);
        let same = near.and_then(Field::named) == Field::named(name);
        assert!(near.is_some() && same, "{word} leads to {nearest:?}");
    }
}

#[test]
fn an_unknown_field_lists_the_fields_with_examples_in_the_language_on() {
    for (lang, own) in [
        ("en", ["group:fishers", "age:18..29", "lapse:2024-09"]),
        ("id", ["kelompok:nelayan", "usia:18..29", "berakhir:2024-09"]),
    ] {
        let done = lindungi(&["status", "--demo", "--filter", "xyzzy:1", "--lang", lang]).run();
        assert_eq!(done.code, 2);
        assert!(own.iter().all(|example| done.err.contains(example)), "{}", done.err);
        assert!(done.err.lines().all(|line| line.chars().count() <= 100), "{}", done.err);
    }
}

#[test]
fn every_example_of_a_field_is_a_filter() {
    let roster = sorong();
    for lang in [Lang::En, Lang::Id] {
        for (field, ..) in Field::ALL {
            let text = lang.field_example(field);
            assert!(query::parse(&text, &roster).is_ok(), "{text}");
        }
    }
}

#[test]
fn a_range_that_runs_backwards_is_a_mistake() {
    for (filter, column, instead) in [
        ("age:30..20", 5, "20..30"),
        ("usia:65..18", 6, "18..65"),
        ("decile:3..1", 8, "1..3"),
        ("born:1990..1980", 6, "1980..1990"),
        ("until:2024-08..2024-05", 7, "2024-05..2024-08"),
        ("until:2024-08-31..2024-08-01", 7, "2024-08-01..2024-08-31"),
        ("status:active age:1..5,9..7", 24, "7..9"),
        ("-enrolled:2024-06-02..2024-05", 11, "2024-05..2024-06-02"),
    ] {
        for lang in ["en", "id"] {
            let done = lindungi(&["status", "--demo", "--lang", lang, "--filter", filter]).run();
            assert_eq!((done.code, done.out.as_str()), (2, ""), "{filter}");
            assert!(done.err.contains(instead) && done.err.contains(&format!("{column}:")), "{filter}: {}", done.err);
        }
    }
    for filter in ["age:20..20", "until:2024-05..2024", "born:1980..1980-01", "age:..5", "until:2024-05.."] {
        assert_eq!(lindungi(&["status", "--demo", "--filter", filter]).run().code, 0, "{filter}");
    }
}

#[test]
fn a_value_that_cannot_be_is_a_mistake_and_says_what_can() {
    for (filter, said) in [
        ("sex:x", "female, male"),
        ("jk:x", "female, male"),
        ("segment:x", "bpu, pu"),
        ("status:x", "proposed, verified"),
        ("decile:11", "decile is 1 to 10"),
        ("decile:0", "decile is 1 to 10"),
        ("decile>10", "decile is 1 to 10"),
        ("decile<1", "decile is 1 to 10"),
        ("age:200", "age is 0 to 150"),
        ("age<0", "age is 0 to 150"),
        ("age:18..300", "age is 0 to 150"),
        ("born:1850", "1900 to 9999"),
        ("until<0001", "1900 to 9999"),
        ("born:30/08/1981", "write 1981-08-30"),
        ("until:2024-8-3", "write 2024-08-03"),
        ("until:2024/08/31", "write 2024-08-31"),
        ("until:2024-13", "no such day"),
        ("age:", "a value must follow here"),
    ] {
        let done = lindungi(&["status", "--demo", "--filter", filter]).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{filter}");
        assert!(done.err.contains(said), "{filter}: {}", done.err);
    }
    let done = lindungi(&["status", "--demo", "--lang", "id", "--filter", "jk:x"]).run();
    assert!(done.err.contains("perempuan, laki-laki"), "{}", done.err);
}

#[test]
fn the_next_argument_is_the_filter_whatever_it_begins_with() {
    let matched = |args: &[&str]| {
        let done = lindungi(&[&["status", "--demo", "--format", "json"], args].concat()).run();
        assert_eq!(done.code, 0, "{args:?}: {}", done.err);
        let status: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        status["workers"]["matched"].as_u64().unwrap()
    };
    let own = matched(&["--filter", "not status:active"]);
    assert_eq!(own, 17_640 - 14_212);
    assert_eq!(matched(&["--filter", "-status:active"]), own);
    assert_eq!(matched(&["--filter=-status:active"]), own);
    assert_eq!(matched(&["--filter", "--status:active"]), 14_212, "twice negated");
    assert_eq!(matched(&["--filter", "-(sex:f age>=60)"]), matched(&["--filter", "not (sex:f age>=60)"]));
    let export = lindungi(&["export", "--demo", "--format", "csv", "--filter", "-status:active"]).run();
    assert_eq!(export.code, 0, "{}", export.err);
    // The name of a command is a text like any other.
    let told = lindungi(&["--filter", "status"]).run();
    assert!(told.code == 0 && told.out.contains("Filter: status"), "{}{}", told.out, told.err);
}

#[test]
fn bare_words_that_name_a_value_say_what_was_probably_meant() {
    for (filter, english, indonesian) in [
        ("not active", "not status:active", "not status:active"),
        ("-active", "not status:active", "not status:active"),
        ("aktif", "status:aktif", "status:aktif"),
        ("market traders", "group:\"market traders\"", "kelompok:\"market traders\""),
        ("\"market traders\"", "group:\"market traders\"", "kelompok:\"market traders\""),
        ("pedagang pasar", "group:\"pedagang pasar\"", "kelompok:\"pedagang pasar\""),
        ("status:active nelayan", "group:nelayan", "kelompok:nelayan"),
        ("sex:f (klawalu or remu)", "klawalu", "klawalu"),
        ("perempuan", "sex:perempuan", "jk:perempuan"),
        ("rejected", "status:rejected", "status:rejected"),
        ("tidak aktif", "not status:aktif", "not status:aktif"),
        ("siti belum aktif", "not status:aktif", "not status:aktif"),
        ("not (siti or nelayan)", "group:nelayan", "kelompok:nelayan"),
        ("bukan nelayan", "not group:nelayan", "not kelompok:nelayan"),
        ("traders", "group:traders", "kelompok:traders"),
        ("actve", "status:active", "status:active"),
        ("nik-duplicate", "finding:nik-duplicate", "temuan:nik-duplicate"),
    ] {
        for (lang, meant, words) in [("en", english, "probably meant: "), ("id", indonesian, "mungkin maksudnya: ")] {
            for command in ["status", "export"] {
                let done = lindungi(&[command, "--demo", "--lang", lang, "--filter", filter]).run();
                assert_eq!(done.code, 0, "{filter}");
                assert!(done.err.contains(words) && done.err.contains(meant), "{command} {filter}: {}", done.err);
                assert_clean(&done.err);
                assert_eq!(done.err.lines().count(), 1, "{filter}");
            }
        }
    }
}

#[test]
fn names_and_numbers_of_people_are_told_nothing_and_never_repeated() {
    for filter in ["yustinus", "siti maria", "9671004203810001", "\"la ode\"", "not yustinus", "zzyzx 9671004203810001"]
    {
        let done = lindungi(&["status", "--demo", "--filter", filter]).run();
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{filter}");
    }
    let done = lindungi(&["status", "--demo", "--filter", "yustinus not active 9671004203810001"]).run();
    assert!(done.err.contains("not status:active"), "{}", done.err);
    assert!(!done.err.contains("yustinus") && !done.err.contains("96710042"), "{}", done.err);
}

#[test]
fn what_was_meant_is_a_filter_that_finds_somebody() {
    let roster = sorong();
    for text in ["not active", "market traders", "traders", "actve", "aktif or perempuan", "not (nelayan)"] {
        let filter = query::parse(text, &roster).unwrap();
        let meant = query::meant(&filter, &roster);
        assert!(!meant.is_empty(), "{text}");
        for one in meant {
            for tongue in [Tongue::English, Tongue::Indonesian] {
                let again = query::parse(&one.written(tongue), &roster).unwrap();
                assert!(again.select(&roster).count() > 0, "{text}: {}", one.written(tongue));
            }
        }
    }
}

#[test]
fn where_nobody_matches_the_screen_says_what_was_probably_meant() {
    for (lang, said, meant) in [
        (Lang::En, "probably meant:", "group:\"market traders\""),
        (Lang::Id, "mungkin maksudnya:", "kelompok:\"market traders\""),
    ] {
        for (columns, rows) in [(50, 20), (80, 24), (120, 40)] {
            let mut app = app("sorong-2024.json", lang, columns, rows);
            app.press("4/market traders");
            app.press("<enter>");
            let screen = lines(&drawn(&app));
            let text = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(said) && text.contains(meant), "{columns}x{rows}:\n{screen}");
        }
    }
}

#[test]
fn a_pick_is_written_in_the_language_that_is_on() {
    for (lang, written) in [(Lang::En, "group:pedagang"), (Lang::Id, "kelompok:pedagang")] {
        let mut app = app("twelve.json", lang, 120, 40);
        app.press("1 ");
        let screen = lines(&drawn(&app));
        assert!(screen.contains(written), "{screen}");
    }
    let mut app = app("twelve.json", Lang::Id, 120, 40);
    app.press("/kelompok:nelayan");
    app.press("<enter>");
    assert!(lines(&drawn(&app)).contains("kelompok:nelayan"));
    app.press("f");
    app.press("<tab> ");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("kelompok:nelayan") && !screen.contains("group:"), "{screen}");
}

#[test]
fn what_is_offered_while_typing_is_written_in_the_language_that_is_on() {
    let mut app = app("sorong-2024.json", Lang::Id, 120, 40);
    app.press("/status:ak");
    app.press("<tab>");
    let screen = lines(&drawn(&app));
    assert!(screen.contains("status:aktif"), "{screen}");
}

/// What a filter's mistake is, in the demonstration roster.
#[track_caller]
fn mistake(text: &str) -> QueryErrorKind {
    query::parse(text, &sorong()).map_err(|error| error.kind).expect_err(text)
}

#[test]
fn a_space_beside_an_operator_is_told_with_the_operator() {
    for operator in [":", "<", "<=", ">", ">=", "="] {
        for text in [format!("age {operator} 60"), format!("age{operator} 60"), format!("siti age {operator}60")] {
            assert_eq!(mistake(&text), QueryErrorKind::Space(operator), "{text}");
        }
    }
}

#[test]
fn what_is_written_otherwise_elsewhere_is_shown_as_it_is_written_here_and_no_more_than_that() {
    for (text, instead) in [
        ("age!=5", "-age:5"),
        ("(age!=5 or siti)", "-age:5"),
        ("(siti or age==5) budi", "age=5"),
        ("age:10-20", "10..20"),
        ("age:10–20", "10..20"),
    ] {
        assert_eq!(mistake(text), QueryErrorKind::Instead(instead.to_owned()), "{text}");
    }
    for text in ["age:x-20", "age:10-x", "age:10-", "age:-20", "age:\"1..2\""] {
        assert_eq!(mistake(text), QueryErrorKind::BadNumber, "{text}");
    }
    for text in ["age<18,19", "age>=18,19", "until<2024,2025", "age=18,19"] {
        assert_eq!(mistake(text), QueryErrorKind::OneValue, "{text}");
    }
}

#[test]
fn a_name_that_is_near_stands_once_among_what_may_be_meant() {
    let near = |text: &str| match mistake(text) {
        QueryErrorKind::UnknownField { nearest, .. } | QueryErrorKind::UnknownValue { nearest, .. } => nearest,
        other => unreachable!("{text}: {other:?}"),
    };
    // Both languages call it so.
    assert_eq!(near("statsu:active"), ["status"]);
    assert_eq!(near("nikk:none"), ["nik"]);
    // Two of its other words are as near.
    assert_eq!(near("checkz:1"), ["finding"]);
    assert_eq!(near("decle:1"), ["decile"]);
}

#[test]
fn a_decile_that_no_worker_can_have_is_asked_for_only_where_the_file_has_it() {
    let with = |decile: u32| {
        roster(
            document(json!([{"name": "A", "occupation": "nelayan", "status": "active", "welfare_decile": decile}]))
                .to_string(),
        )
    };
    let odd = with(12);
    assert_eq!(query::parse("decile:12", &odd).unwrap().select(&odd).count(), 1);
    for (roster, text) in [(&odd, "decile:11"), (&odd, "decile:0"), (&with(3), "decile:12"), (&odd, "age:151")] {
        let kind = query::parse(text, roster).map_err(|error| error.kind);
        assert!(matches!(kind, Err(QueryErrorKind::Impossible(..))), "{text}: {kind:?}");
    }
}

/// A slip or two in a word of some length is a slip; a short word is the part of a name.
#[test]
fn a_bare_word_is_taken_for_a_slip_only_where_it_is_long_and_near() {
    let meant = |roster: &Audited, text: &str| -> Vec<String> {
        let filter = query::parse(text, roster).unwrap();
        query::meant(&filter, roster).iter().map(|own| own.written(Tongue::English)).collect()
    };
    let demo = sorong();
    for (text, wanted) in [
        ("aktfi", vec!["status:aktif"]),
        ("aktf", vec![]),
        ("nelayxxn", vec!["group:Nelayan"]),
        ("nelayxxxn", vec![]),
        ("tidak aktif", vec!["-status:aktif"]),
        ("tidak", vec![]),
    ] {
        assert_eq!(meant(&demo, text), wanted, "{text}");
    }
    let mut city = document(json!([{"name": "A", "occupation": "nelayan", "status": "active"}]));
    city["groups"][0]["name"] = json!("TKI");
    city["groups"][0]["id"] = json!("tki");
    let short = roster(city.to_string());
    assert_eq!(meant(&short, "tki"), ["group:tki"]);
    assert_eq!(meant(&short, "tkixx"), Vec::<String>::new(), "a name of three letters is near too many");
}

#[test]
fn the_words_of_a_filter_are_those_that_are_looked_for_in_names() {
    for (text, words) in [
        ("siti", vec!["siti"]),
        ("name:siti,budi status:active", vec!["siti", "budi"]),
        ("name:none or -name:siti or not budi", vec![]),
        ("(name:siti or maria) id:W1", vec!["siti", "maria"]),
    ] {
        assert_eq!(query::parse(text, &sorong()).unwrap().words(), words, "{text}");
    }
}

#[test]
fn a_closed_roster_tells_of_a_number_only_whether_there_is_one() {
    let mut closed = read(fixture_text("small-city.json")).unwrap();
    assert!(query::parse("nik:9671", &closed).is_ok());
    closed.closed = true;
    for text in ["nik:none", "nik:any", "born:ANY", "phone:none", "name:siti", "siti", "age>=60"] {
        assert!(query::parse(text, &closed).is_ok(), "{text}");
    }
    for text in [
        "nik:9671",
        "nik:\"none\"",
        "phone:\"any\"",
        "born:1980",
        "born>=1980",
        "name:s1ti",
        "name:\"none1\"",
        "9671",
        "id:W1",
    ] {
        let kind = query::parse(text, &closed).map_err(|error| error.kind);
        assert_eq!(kind, Err(QueryErrorKind::Closed), "{text}");
    }
}

#[test]
fn a_range_of_one_day_or_number_is_that_one_and_a_mistake_in_it_is_pointed_at() {
    let roster = sorong();
    for (range, one) in [
        ("until:2024-08-31..2024-08-31", "until:2024-08-31"),
        ("age:60..60", "age:60"),
        ("born:1980..1980", "born:1980"),
    ] {
        let count = |text: &str| query::parse(text, &roster).map(|filter| filter.select(&roster).count());
        assert_eq!(count(range), count(one), "{range}");
        assert!(count(one).is_ok_and(|count| count > 0), "{one}");
    }
    for (text, column) in [("age:5..x", 8), ("age:x..5", 5), ("siti age:15..x3", 14), ("until:2024..2024-13", 13)] {
        let error = query::parse(text, &roster).expect_err(text);
        assert_eq!(error.column, column, "{text}: {error:?}");
    }
    // A space at the end is no space beside an operator: the value is still to come.
    assert_eq!(mistake("age: "), QueryErrorKind::NoValue(Field::Age));
    assert_eq!(mistake("age<  "), QueryErrorKind::NoValue(Field::Age));
}

/// As many values are listed as can be read at a glance, and how many more there are.
#[test]
fn a_long_list_of_values_is_cut_and_counted() {
    let districts = |many: usize| {
        let worker = |place: usize| json!({"name": "A", "occupation": "nelayan", "status": "active", "district": format!("Q{place:02}")});
        roster(document((0..many).map(worker).collect()).to_string())
    };
    for (many, told, more) in [(9, 9, 0), (10, 8, 2), (30, 8, 22)] {
        let roster = districts(many);
        match query::parse("district:xyzzy", &roster).map_err(|error| error.kind) {
            Err(QueryErrorKind::UnknownValue { choices, .. }) => {
                assert_eq!((choices.names.len(), choices.more), (told, more), "{many}");
            }
            other => unreachable!("{many}: {other:?}"),
        }
    }
}

#[test]
fn nothing_and_something_have_words_in_both_languages() {
    let roster = sorong();
    let parse = |text: &str| query::parse(text, &roster);
    for (english, indonesian) in [
        ("district:none", "distrik:kosong"),
        ("enrolled:any", "terdaftar:terisi"),
        ("-reason:none", "-alasan:kosong"),
        ("nik:none or kpj:any", "nik:Kosong or kpj:TERISI"),
    ] {
        let [one, other] = [english, indonesian].map(|text| parse(text).unwrap());
        assert_eq!(one, other);
        assert_eq!(one.written(Tongue::English), english);
        assert_eq!(one.written(Tongue::Indonesian), indonesian.replace("Kosong", "kosong").replace("TERISI", "terisi"));
    }
    // Quoted it is a text of the file.
    assert_ne!(parse("village:\"none\"").ok(), parse("village:none").ok());
}

#[test]
fn a_field_that_was_probably_meant_is_called_as_the_language_calls_it() {
    for (lang, text, said) in [
        ("en", "umr:3", "no field umr; nearest: age"),
        ("id", "umr:3", "tidak ada isian umr; terdekat: usia"),
        ("id", "telpon:1", "terdekat: telepon\n"),
        ("id", "distrct:manoi", "terdekat: distrik"),
    ] {
        let done = lindungi(&["status", "--demo", "--lang", lang, "--filter", text]).run();
        assert!(done.err.contains(said), "{lang} {text}: {}", done.err);
    }
    let mut app = app("sorong-2024.json", Lang::Id, 80, 24);
    app.press("/umr:3");
    assert!(lines(&drawn(&app)).contains("tab pakai usia"), "{}", lines(&drawn(&app)));
    app.press("<tab>");
    assert!(lines(&drawn(&app)).contains("/ usia:3"), "{}", lines(&drawn(&app)));
}

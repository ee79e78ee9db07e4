//! `lindungi plan`: the arithmetic that a meeting does with a pocket calculator, and the cases that cities published.

use crate::support::lindungi;
use serde_json::{Value, json};

fn plan(args: &[&str]) -> Value {
    let done = lindungi(&[&["plan", "--format", "json"], args].concat()).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&done.out).unwrap()
}

#[test]
fn sorong_as_the_contract_prints_it() {
    let found = plan(&["--workers", "19336", "--monthly", "16800", "--budget", "2200000000"]);
    let expected = json!({
        "schema": "lindungi/plan/1", "solved": "months", "workers": 19336, "monthly": "16800",
        "budget": "2200000000", "months": "6.77", "full_months": 6, "monthly_cost": "324844800",
        "by_scheme": {"JKK": "193360000", "JKM": "131484800"}, "remainder": "250931200",
        "next_month_lacks": "73913600", "total_cost": null, "balance": null,
        "year": {"cost": "3898137600", "balance": "-1698137600", "affordable_workers": 10912},
    });
    assert_eq!(found, expected);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&found), keys(&expected), "in the order of the contract");
}

#[test]
fn three_solve_the_fourth_and_four_are_compared() {
    for (args, solved, key, value) in [
        (
            ["--monthly", "16.800", "--months", "12", "--budget", "2,2 miliar"],
            json!("workers"),
            "workers",
            json!(10912),
        ),
        (
            ["--workers", "15.000", "--monthly", "16800", "--months", "12"],
            json!("budget"),
            "budget",
            json!("3024000000"),
        ),
        (
            ["--workers", "13250", "--monthly", "16800", "--months", "1"],
            json!("budget"),
            "monthly_cost",
            json!("222600000"),
        ),
        (["--workers", "19336", "--months", "12", "--budget", "2.2bn"], json!("monthly"), "monthly", json!("9481")),
    ] {
        let found = plan(&args);
        assert_eq!((&found["solved"], &found[key]), (&solved, &value), "{args:?}");
    }
    // March to December for all (domain.md §11).
    let all = plan(&["--workers", "19336", "--monthly", "10000+6800", "--months", "10", "--budget", "2.200.000.000"]);
    assert_eq!(
        (&all["solved"], &all["total_cost"], &all["balance"]),
        (&json!(null), &json!("3248448000"), &json!("-1048448000"))
    );
    // A printed total that does not add up is shown with its difference (Lumajang 2025).
    let printed = plan(&["--workers", "5606", "--monthly", "16800", "--months", "7", "--budget", "732210600"]);
    assert_eq!((&printed["total_cost"], &printed["balance"]), (&json!("659265600"), &json!("72945000")));
    // Another rate has no known schemes.
    let honorary = plan(&["--workers", "2400", "--monthly", "5400", "--months", "10"]);
    assert_eq!((&honorary["budget"], &honorary["by_scheme"]), (&json!("129600000"), &json!(null)));
}

#[test]
fn a_staged_start_is_paid_month_by_month() {
    let args =
        ["--workers", "14212", "--monthly", "16800", "--budget", "1021379200", "--months", "4", "--from", "2024-09"];
    let found = plan(&[&args[..], &["--more", "1281", "--add", "150 jt@2024-10"]].concat());
    let schedule = &found["schedule"];
    let workers: Vec<&Value> = schedule["paid"].as_array().unwrap().iter().map(|month| &month["workers"]).collect();
    assert_eq!(workers, [15493, 16774, 18055, 19336]);
    assert_eq!((&schedule["cost"], &schedule["balance"]), (&json!("1170254400"), &json!("1124800")));
    let short = plan(&[&args[..], &["--more", "1281"]].concat());
    let lacks = json!({"month": "2024-12", "workers": 19336, "amount": "148875200"});
    assert_eq!(short["schedule"]["lacks"], lacks);
}

#[test]
fn the_four_ways_stand_side_by_side_where_the_months_are_known() {
    let args = ["--workers", "19336", "--monthly", "16800", "--budget", "2200000000", "--months", "12"];
    let found = plan(&args);
    let way = |name: &str| {
        let way = &found["ways"][name];
        (way["workers"].as_u64(), way["months"].as_i64(), way["balance"].as_str().map(str::to_owned))
    };
    let row = |workers, months, balance: &str| (Some(workers), Some(months), Some(balance.to_owned()));
    assert_eq!(way("until_the_money_ends"), row(19_336, 6, "250931200"));
    assert_eq!(way("as_many_as_fit"), row(10_912, 12, "140800"));
    assert_eq!(way("all_to_the_end"), row(19_336, 6, "-1698137600"));
    // From nobody, 1,611 more each month: 1,611 × 16,800 × (1 + … + 12).
    assert_eq!(way("staged"), row(19_332, 12, &(2_200_000_000 - 1_611 * 16_800 * 78_i64).to_string()));
    assert_eq!(found["ways"]["staged"]["more_each_month"], json!(1611));
    assert!(found["ways"]["staged"]["through"].is_null(), "without a first month the months have no names");
    let named = plan(&[&args[..], &["--from", "2024-03"]].concat());
    assert_eq!(named["ways"]["until_the_money_ends"]["through"], json!("2024-08"));
    let text = lindungi(&[&["plan"], &args[..], &["--lang", "id"]].concat()).run().out;
    for line in ["Empat cara", "tambah 1.611 tiap bulan", "10.912"] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(plan(&args[..6])["ways"].is_null(), "without months there is no end to compare");
}

#[test]
fn amounts_and_counts_are_read_as_people_write_them() {
    for (budget, rupiah) in [
        ("1.500,5 juta", "1500500000"),
        ("1,500.5 million", "1500500000"),
        ("2.200,75 miliar", "2200750000000"),
        ("934.7 mn", "934700000"),
        ("2,2 miliar", "2200000000"),
    ] {
        let found = plan(&["--workers", "1.500 orang", "--monthly", "16.800", "--budget", budget]);
        assert_eq!((&found["budget"], &found["workers"]), (&json!(rupiah), &json!(1500)), "{budget}");
    }
}

/// Without months a staged start is paid until the money ends, and the answer is the month.
#[test]
fn a_staged_start_without_months_says_until_which_month() {
    let args = ["--workers", "14212", "--monthly", "16800", "--budget", "934708000", "--from", "2024-09"];
    let found = plan(&[&args[..], &["--more", "1000"]].concat());
    let schedule = &found["schedule"];
    // 15,212 + 16,212 + 17,212 workers at 16,800, and 18,212 in the month that is not paid.
    let spent = (15_212 + 16_212 + 17_212) * 16_800_i64;
    assert_eq!((&schedule["through"], &schedule["paid"].as_array().unwrap().len()), (&json!("2024-11"), &3));
    assert_eq!(schedule["balance"], json!((934_708_000 - spent).to_string()));
    let lacks = (18_212 * 16_800 - (934_708_000 - spent)).to_string();
    assert_eq!(schedule["lacks"], json!({"month": "2024-12", "workers": 18212, "amount": lacks}));
    assert_eq!(found["months"], json!("3.91"), "the formula stays that of the workers of now");
    for (lang, more, said) in [
        ("en", "1000", "= 3 months, to Nov 2024; Dec 2024 lacks Rp"),
        ("en", "15000", "= 1 month, to Sep 2024; Oct 2024 lacks Rp"),
        ("en", "90000", "= no month; Sep 2024 lacks Rp"),
        ("id", "1000", "= 3 bulan, s.d. Nov 2024; Des 2024 kurang Rp"),
    ] {
        let text = lindungi(&[&["plan"], &args[..], &["--more", more, "--lang", lang]].concat()).run();
        assert_eq!((text.code, text.err.as_str()), (0, ""));
        assert!(text.out.contains(said), "{said}\n{}", text.out);
    }
    let added = plan(&[&args[..], &["--add", "300 jt@2024-12"]].concat());
    assert_eq!(added["schedule"]["through"], json!("2025-01"), "what comes in time is counted");
    let late = plan(&[&args[..], &["--add", "300 jt@2025-01"]].concat());
    assert_eq!(late["schedule"]["through"], json!("2024-11"), "what comes too late is not");
}

#[test]
fn the_four_ways_have_headings_and_say_the_month() {
    let args = ["--workers", "19336", "--monthly", "16800", "--budget", "2200000000", "--months", "12", "--from"];
    for (lang, heads, way) in [
        ("en", ["Four ways", "workers", "months, paid to", "result"], "6 months, to Aug 2024"),
        ("id", ["Empat cara", "pekerja", "bulan, terbayar s.d.", "hasil"], "6 bulan, s.d. Agu 2024"),
    ] {
        let text = lindungi(&[&["plan"], &args[..], &["2024-03", "--lang", lang]].concat()).run().out;
        let head = text.lines().find(|line| line.starts_with(heads[0])).unwrap();
        assert!(heads.iter().all(|word| head.contains(word)), "{head}");
        assert!(text.contains(way), "{way}\n{text}");
    }
}

#[test]
fn what_cannot_be_planned_exits_2_and_says_why() {
    for (args, said) in [
        (vec!["--workers", "5"], "give three of --workers --monthly --months --budget"),
        (vec!["--workers", "5", "--monthly", "2.2", "--budget", "5"], "--monthly 2.2: rupiah and people are whole"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "2.200 jt"], "thousands or decimals?"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "5m"], "m is a million or a milliard"),
        (vec!["--monthly", "0", "--months", "3", "--budget", "5"], "what costs nothing lasts for ever"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "5", "--from", "2024-13"], "--from: not a month"),
        (vec!["--workers", "5", "--monthly", "0", "--budget", "5", "--from", "2024-09", "--more", "1"], "--months"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "5", "--months", "2", "--more", "1"], "--from"),
        (vec!["--workers", "300 jt", "--monthly", "1", "--budget", "5"], "--workers 300 jt: people are counted here"),
        (vec!["--workers", "Rp5", "--monthly", "1", "--budget", "5"], "--workers Rp5: people are counted here"),
        (vec!["--workers", "5", "--monthly", "1", "--months", "300 jt"], "--months 300 jt: months are counted here"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "1.500 juta"], "thousands or decimals?"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "99999999999999999999999999999"], "28 digits"),
    ] {
        let done = lindungi(&[&["plan"], args.as_slice()].concat()).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
        assert!(done.err.contains(said), "{args:?}: {}", done.err);
    }
}

#[test]
fn the_text_shows_the_formula_in_both_languages() {
    let run = |lang| {
        let args = ["plan", "--workers", "19336", "--monthly", "16800", "--budget", "2200000000", "--lang", lang];
        lindungi(&args).run().out
    };
    for text in [
        "= Rp2,200,000,000 / Rp324,844,800 = 6.77, cut",
        "6 full months, Rp250,931,200 over; month 7 lacks Rp73,913,600",
    ] {
        assert!(run("en").contains(text), "{}", run("en"));
    }
    for text in ["6,77, dibulatkan ke bawah", "kurang Rp1.698.137.600", "12 bulan cukup untuk 10.912 pekerja"] {
        assert!(run("id").contains(text), "{}", run("id"));
    }
}

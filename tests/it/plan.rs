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
fn what_cannot_be_planned_exits_2_and_says_why() {
    for (args, said) in [
        (vec!["--workers", "5"], "give three of --workers --monthly --months --budget"),
        (vec!["--workers", "5", "--monthly", "2.2", "--budget", "5"], "--monthly 2.2: rupiah and people are whole"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "2.200 jt"], "thousands or decimals?"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "5m"], "m is a million or a milliard"),
        (vec!["--monthly", "0", "--months", "3", "--budget", "5"], "what costs nothing lasts for ever"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "5", "--from", "2024-13"], "--from: not a month"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "5", "--from", "2024-09", "--more", "1"], "--months"),
        (vec!["--workers", "5", "--monthly", "1", "--budget", "5", "--months", "2", "--more", "1"], "--from"),
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
    for text in ["6,77, dipotong", "kurang Rp1.698.137.600", "12 bulan cukup untuk 10.912 pekerja"] {
        assert!(run("id").contains(text), "{}", run("id"));
    }
}

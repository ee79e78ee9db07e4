//! Real cases, and what a budget may come to: a rate that changes, money overspent, nothing paid, coverage over, twelve
//! digits of rupiah, more than the target, nobody at all. The screens stand beside this file as goldens.

use crate::screens::{app_of, goldens};
use crate::stage::{drawn, lines};
use crate::support::{document, file, fixture, fixture_text, lindungi, roster, status_json};
use lindungi::figures::budget::Budget;
use lindungi::figures::burndown::Burndown;
use lindungi::lang::Lang;
use lindungi::roster::calendar::{Month, parse_day};
use serde_json::{Value, json};

/// A document of so many active workers, changed.
fn city(workers: usize, change: impl Fn(&mut Value)) -> Value {
    let row = |place: usize| {
        json!({"id": format!("W{place}"), "name": format!("Nama {place}"), "occupation": "nelayan", "status": "active",
            "enrolled_on": "2024-03-01", "protected_until": "2024-08-31"})
    };
    let mut city = document((0..workers).map(row).collect());
    change(&mut city);
    city
}

/// Money of twelve digits, and workers by the million.
pub fn twelve_digits() -> Value {
    city(9, |city| {
        city["program"]["budget"] = json!("987654321987");
        city["program"]["target_workers"] = json!(5_000_000);
        city["groups"][0]["target"] = json!(5_000_000);
        city["payments"] = json!([
            {"month": "2024-03", "workers": 5_000_000, "amount": "84000000000", "paid_on": "2024-03-12"},
            {"month": "2024-04", "workers": 5_000_000, "amount": "123456789012", "paid_on": "2024-04-12"},
        ]);
    })
}

fn budget(city: &Value) -> Value {
    let (_folder, path) = file("city.json", city.to_string());
    status_json(&[&path])["budget"].clone()
}

#[test]
fn the_screens_of_every_budget_are_those_that_were_looked_at() {
    let defect = |name: &str| fixture_text(&format!("defects/{name}.json"));
    let twelve_digits = twelve_digits();
    let above = city(15, |city| city["program"]["target_workers"] = json!(10));
    let nobody = city(0, |_| ());
    let mut screens = Vec::new();
    for (name, text, keys, width, height, lang) in [
        ("budget-pu-group", fixture_text("small-city.json"), "3", 80, 24, Lang::En),
        ("budget-rate-change", defect("rate-change-mid-year"), "3", 80, 24, Lang::En),
        ("budget-rate-change-what-if", defect("rate-change-mid-year"), "3w", 80, 24, Lang::Id),
        ("budget-overspent", defect("overspent"), "3", 80, 24, Lang::En),
        ("budget-overspent-what-if", defect("overspent"), "3w", 80, 24, Lang::En),
        ("budget-no-payments", defect("no-payments"), "3", 80, 24, Lang::En),
        ("budget-coverage-over", defect("coverage-over"), "3", 80, 24, Lang::Id),
        ("budget-twelve-digits", twelve_digits.to_string(), "3", 80, 24, Lang::En),
        ("budget-twelve-digits-wide", twelve_digits.to_string(), "3", 120, 40, Lang::Id),
        ("budget-wider", fixture_text("sorong-2024.json"), "3", 200, 50, Lang::En),
        ("enrollment-above", above.to_string(), "2", 80, 24, Lang::En),
        ("enrollment-nobody", nobody.to_string(), "2", 80, 24, Lang::Id),
        ("budget-nobody", nobody.to_string(), "3", 80, 24, Lang::En),
    ] {
        let mut app = app_of(roster(text), lang, width, height);
        app.press(keys);
        screens.push((name.to_owned(), drawn(&app)));
    }
    goldens(&screens);
}

#[test]
fn a_group_of_wage_earners_costs_its_own_rate() {
    // 4,156 honorary staff at Rp5,400 (domain.md §1, S28): Rp22,442,400 a month.
    let workers: Vec<Value> = (0..4_156)
        .map(|place| json!({"id": format!("W{place}"), "name": "Nama", "occupation": "tenaga_honorer", "status": "active"}))
        .collect();
    let city = city(0, |city| {
        city["workers"] = json!(workers);
        city["groups"] = json!([{"id": "tenaga_honorer", "name": "Tenaga honorer", "segment": "PU"}]);
        city["program"]["contributions"] = json!([
            {"segment": "PU", "scheme": "JKK", "monthly": "2400"}, {"segment": "PU", "scheme": "JKM", "monthly": "3000"},
        ]);
    });
    let found = budget(&city);
    assert_eq!(found["monthly"]["active"], json!("22442400"));
    assert_eq!(found["monthly_by_scheme"]["active"], json!({"JKK": "9974400", "JKM": "12468000"}));
}

#[test]
fn case_37_more_than_the_target_stays_more_than_a_hundred_percent() {
    // Kutim 2025 (domain.md §7): 77,074 active of a target of 51,086 = 150.87 %.
    let city = city(0, |city| {
        let worker = json!({"name": "Nama", "occupation": "nelayan", "status": "active"});
        city["workers"] = json!(vec![worker; 77_074]);
        city["program"]["target_workers"] = json!(51_086);
    });
    let (_folder, path) = file("kutim.json", city.to_string());
    let found = status_json(&[&path]);
    assert_eq!((&found["enrollment"]["percent"], &found["enrollment"]["to_go"]), (&json!("150.87"), &json!(0)));
    assert_eq!(found["enrollment"]["forecast"]["reached"], json!(true));
    let mut app = app_of(roster(city.to_string()), Lang::En, 80, 24);
    app.press("2");
    let screen = lines(&drawn(&app));
    for text in ["150.9%", "▶", "25,988 above target"] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
}

#[test]
fn a_printed_total_that_does_not_add_up_is_shown_and_never_corrected() {
    // Lumajang 2025 (domain.md §7): 5,606 × 16,800 × 7 against a printed total of 732,210,600.
    let city = city(1, |city| {
        city["payments"] = json!([{"month": "2024-03", "through": "2024-09", "workers": 5_606, "amount": "732210600"}]);
    });
    let (_folder, path) = file("lumajang.json", city.to_string());
    let found = status_json(&[&path]);
    let payment = &found["payments"][0];
    assert_eq!((&payment["expected"], &payment["difference"]), (&json!("659265600"), &json!("72945000")));
    assert_eq!(payment["amount"], json!("732210600"));
    let mut app = app_of(roster(city.to_string()), Lang::En, 80, 24);
    app.press("3G<enter>");
    let screen = lines(&drawn(&app));
    for text in ["7 × 5,606 × 16,800 = 659,265,600", "732,210,600 − 659,265,600 = +72,945,000"] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
}

#[test]
fn plan_and_the_panel_and_status_say_the_same_of_the_same_city() {
    let status = status_json(&[&fixture("sorong-2024.json")]);
    let left = status["budget"]["left"].as_str().unwrap();
    let done = lindungi(&[
        "plan",
        "--format",
        "json",
        "--workers",
        "19336",
        "--monthly",
        "16800",
        "--budget",
        left,
        "--months",
        "4",
        "--from",
        "2024-09",
    ])
    .run();
    let plan: Value = serde_json::from_str(&done.out).unwrap();
    let target = &status["budget"]["runway"]["target"];
    assert_eq!(plan["monthly_cost"], status["budget"]["monthly"]["target"]);
    assert_eq!((&plan["full_months"], &plan["remainder"]), (&target["full_months"], &target["remainder"]));
    assert_eq!(plan["balance"], status["budget"]["balance_at_end"]["target"]);
    assert_eq!(plan["ways"]["as_many_as_fit"]["workers"], status["budget"]["affordable_workers"]);
    assert_eq!(plan["ways"]["until_the_money_ends"]["through"], target["funded_through"]);
    let mut app = app_of(roster(fixture_text("sorong-2024.json")), Lang::En, 80, 24);
    app.press("3w");
    let screen = lines(&drawn(&app));
    for text in [
        "as many as fit to the end  13,909  4 months, to Dec 2024        over +23,200",
        "all, to the end            19,336  2 months, to Oct 2024  short −364,671,200",
        "Paid to Nov 2024, 14,212 workers. Dec 2024 lacks Rp20,338,400.",
    ] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
}

/// The way of so much money: ten workers at 10,000 a month, twenty are the target, March to May are paid.
fn burndown(budget: &str) -> Burndown {
    let city = city(10, |city| {
        city["program"]["as_of"] = json!("2024-05-31");
        city["program"]["budget"] = json!(budget);
        city["program"]["target_workers"] = json!(20);
        city["program"]["contributions"][1]["monthly"] = json!("0");
        city["payments"] =
            json!([{"month": "2024-03", "through": "2024-05", "amount": "300000", "paid_on": "2024-03-02"}]);
    });
    let roster = roster(city.to_string());
    Burndown::of(&roster, &Budget::of(&roster, None)).unwrap()
}

#[test]
fn money_goes_down_to_the_day_on_which_it_ends() {
    let way = burndown("1000000");
    assert_eq!(way.axis.months.len(), 10);
    assert_eq!(way.axis.day(parse_day("2024-03-01").unwrap()), 1);
    assert_eq!(way.happened, [(0, 1_000_000), (2, 1_000_000), (2, 700_000), (92, 700_000)]);
    // Seven months for ten workers: June to December. For twenty three and a half.
    assert_eq!((way.active.points.last(), way.active.ends), (Some(&(306, 0)), None));
    assert_eq!(way.target.points, [(92, 700_000), (122, 500_000), (153, 300_000), (184, 100_000), (199, 0)]);
    assert_eq!(way.target.ends, Month::new(2024, 9));
    let nothing = burndown("200000");
    assert_eq!(nothing.happened.last(), Some(&(92, 0)));
    assert_eq!((nothing.active.points, nothing.active.ends), (vec![(92, 0), (92, 0)], Month::new(2024, 6)));
}

//! The money told truly: months that are skipped, paid ahead or named wrongly, refunds, rates and payments that are not
//! there, the chart by the day of the transfer, and what lies beyond a limit.

use crate::screens::app_of;
use crate::stage::{drawn, lines};
use crate::support::{document, file, fixture, fixture_text, lindungi, roster, status_json};
use lindungi::figures::Figures;
use lindungi::figures::budget::{Budget, Lasts, Runway};
use lindungi::figures::burndown::Burndown;
use lindungi::figures::whatif::{Everybody, WhatIf, four_ways};
use lindungi::lang::Lang;
use lindungi::lang::runway::Caveat;
use lindungi::roster::calendar::{Day, Month, days_after, parse_day};
use lindungi::roster::filter::Filter;
use lindungi::roster::finding::Rule;
use lindungi::roster::json::{self, Document};
use lindungi::roster::program::{PaymentKind, Segment};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::{Value, json};

const CASES: [&str; 5] = [
    "cases/skipped-month/may-missing.json",
    "cases/year-typo/payment-2042.json",
    "cases/chart-books-late/half-years-paid-in-advance.json",
    "cases/torture/own-08-until-9999.json",
    "cases/torture/own-09-fiscal-9999.json",
];

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn text(args: &[&str]) -> String {
    let done = lindungi(&[&["status"], args].concat()).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
    done.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The screen of a tab, after these keys.
fn tab(text: &str, keys: &str, width: u16, height: u16, lang: Lang) -> String {
    let mut app = app_of(roster(text), lang, width, height);
    app.press(keys);
    lines(&drawn(&app))
}

/// A city of two fishers who cost Rp33,600 a month, with these payments.
fn city(payments: Value) -> Value {
    let worker = |place: usize| {
        json!({"id": format!("W{place}"), "name": format!("Nama {place}"), "occupation": "nelayan", "status": "active",
            "enrolled_on": "2024-03-01", "protected_until": "2024-12-31"})
    };
    let mut city = document((0..2).map(worker).collect());
    city["payments"] = payments;
    city
}

fn budget(city: &Value) -> Budget {
    Figures::of(&roster(city.to_string()), &Filter::EVERYBODY).budget
}

fn lasts(runway: Runway) -> Lasts {
    match runway {
        Runway::Lasts(lasts) => lasts,
        other => panic!("{other:?} has no months"),
    }
}

#[test]
fn a_skipped_month_is_found_and_said_beside_the_runway() {
    let path = fixture(CASES[0]);
    let status = status_json(&[&path]);
    assert_eq!(status["findings"]["by_rule"], json!({"payment-gap": 1}));
    let runway = &status["budget"]["runway"]["active"];
    assert_eq!((&runway["months"], &runway["funded_through"]), (&json!("24.76"), &json!("2026-08")));
    assert_eq!(
        (&status["budget"]["first_unpaid_month"], &status["budget"]["months_to_end"]),
        (&json!("2024-09"), &json!(4))
    );
    for (lang, name, words) in
        [(Lang::En, "en", "no payment covers May 2024"), (Lang::Id, "id", "tidak ada pembayaran untuk Mei 2024")]
    {
        assert!(text(&[&path, "--lang", name]).contains(words), "{words}");
        for (width, height) in [(50, 20), (80, 24), (120, 40)] {
            let file = fixture_text(CASES[0]);
            assert!(tab(&file, "3", width, height, lang).contains(words), "Budget at {width}x{height}: {words}");
            let checks = tab(&file, "5", width, height, lang);
            assert!(width < 60 || checks.contains(words), "Checks at {width}x{height}:\n{checks}");
        }
    }
}

#[test]
fn a_payment_of_an_impossible_year_covers_no_month() {
    let path = fixture(CASES[1]);
    let status = status_json(&[&path]);
    assert_eq!(status["findings"]["by_rule"], json!({"payment-date": 1}));
    assert_eq!(status["budget"]["first_unpaid_month"], json!("2024-08"));
    let runway = &status["budget"]["runway"]["active"];
    assert_eq!((&runway["months"], &runway["funded_through"]), (&json!("23.76"), &json!("2026-06")));
    assert_eq!(status["budget"]["spent"], json!("403200"), "the money is gone all the same");
    assert!(text(&[&path]).contains("a payment names an unlikely year"));
    let checks = tab(&fixture_text(CASES[1]), "5", 80, 24, Lang::En);
    assert!(checks.contains("Aug 2042: 67,200, paid on 13 Aug 2024"), "{checks}");
    // The neighbours: a last month, a day, two years are still near, and a refund is judged alike.
    for (payment, findings, covers) in [
        (json!({"month": "2024-03", "through": "2034-08", "amount": "33600"}), 1, false),
        (json!({"month": "1924-03", "through": "2024-08", "amount": "33600"}), 1, false),
        (json!({"month": "2024-03", "amount": "33600", "paid_on": "2042-03-12"}), 1, true),
        (json!({"month": "2024-03", "through": "9999-12", "amount": "33600"}), 1, false),
        (json!({"month": "2022-01", "through": "2026-12", "amount": "33600"}), 0, true),
        (json!({"kind": "refund", "month": "2042-03", "amount": "33600"}), 1, false),
    ] {
        let found = roster(city(json!([payment])).to_string());
        assert_eq!(found.findings.count(Rule::PaymentDate), findings, "{payment}");
        assert_eq!(Budget::of(&found, None).covered.is_empty(), !covers, "{payment}");
    }
}

#[test]
fn months_paid_ahead_are_skipped_wherever_months_are_named() {
    let city = city(json!([
        {"month": "2024-03", "through": "2024-10", "workers": 2, "amount": "268800", "paid_on": "2024-03-12"},
        {"month": "2024-12", "workers": 2, "amount": "33600", "paid_on": "2024-08-12"},
    ]));
    let found = budget(&city);
    let first: Vec<Month> = found.unpaid.months().take(3).collect();
    assert_eq!(first, ["2024-11", "2025-01", "2025-02"].map(month));
    assert_eq!((found.months_to_end, found.gaps), (1, None));
    // Rp1,697,600 are 50 months of Rp33,600 and a half: November 2024, then January 2025 to January 2029.
    let active = lasts(found.active.runway);
    assert_eq!((active.full_months, active.first_unfunded), (50, Some(month("2029-02"))));
    assert_eq!((active.funded_through, active.lapse), (Some(month("2029-01")), parse_day("2029-05-01")));
    let roster = roster(city.to_string());
    let now = WhatIf::now(&roster, &found).unwrap();
    assert_eq!([0, 1].map(|place| now.month(place)), [Some(month("2024-11")), Some(month("2025-01"))]);
    let longer = WhatIf { months: 3, ..now };
    let paid: Vec<Month> = longer.outcome().unwrap().paid.iter().map(|paid| paid.month).collect();
    assert_eq!(paid, ["2024-11", "2025-01", "2025-02"].map(month));
    assert_eq!(longer.last(), Some(month("2025-02")));
    let panel = tab(&city.to_string(), "3wjjjjjl", 120, 40, Lang::En);
    assert!(panel.contains("Jan 2025"), "the first month moves over the one that is paid:\n{panel}");
    let explained = tab(&city.to_string(), "3<enter>", 120, 40, Lang::En);
    assert!(explained.contains("those paid ahead left out, end with Jan 2029"), "{explained}");
}

#[test]
fn a_month_paid_ahead_where_the_money_ends_counts_as_paid_on_every_screen() {
    // Rp100,800 are left, three months of Rp33,600: September to November. December is paid already.
    let mut city = city(json!([
        {"month": "2024-03", "through": "2024-08", "workers": 2, "amount": "201600", "paid_on": "2024-03-12"},
        {"month": "2024-12", "workers": 2, "amount": "33600", "paid_on": "2024-08-12"},
    ]));
    city["program"]["budget"] = json!("336000");
    let found = budget(&city);
    let active = lasts(found.active.runway);
    assert_eq!((active.full_months, active.funded_through), (3, Some(month("2024-12"))));
    let now = WhatIf::now(&roster(city.to_string()), &found).unwrap();
    let all = Everybody { workers: 2, monthly: found.active.monthly.unwrap() };
    for (place, way) in four_ways(&now, all).into_iter().enumerate() {
        let way = way.unwrap();
        assert_eq!((way.months, way.through), (3, Some(month("2024-12"))), "{place}");
    }
    let last = now.outcome().unwrap().paid.last().map(|paid| paid.month);
    assert_eq!(last, Some(month("2024-11")), "the last month that this money pays");
    let panel = tab(&city.to_string(), "3w", 120, 40, Lang::En);
    assert!(panel.contains("to Dec 2024, 3 months"), "the header:\n{panel}");
    assert_eq!(panel.matches("2  3 months, to Dec 2024").count(), 2, "as many as fit, and those of today:\n{panel}");
}

#[test]
fn arrears_come_before_the_months_to_come() {
    let late =
        budget(&city(json!([{"month": "2024-03", "through": "2024-05", "amount": "100800", "paid_on": "2024-03-12"}])));
    assert_eq!((late.first_unpaid(), late.months_to_end), (Some(month("2024-06")), 7));
    let nothing = budget(&city(json!([])));
    assert_eq!(
        (nothing.first_unpaid(), nothing.months_to_end),
        (Some(month("2024-03")), 10),
        "from the start of coverage"
    );
    let mut open = city(json!([]));
    open["program"]["coverage"] = json!({"to": "2024-12"});
    assert_eq!(budget(&open).first_unpaid(), Some(month("2024-08")), "without one from the date of the file");
}

#[test]
fn all_of_coverage_paid_is_not_coverage_that_has_ended() {
    let path = fixture(CASES[2]);
    assert!(text(&[&path]).contains("all paid to Dec 2024"));
    assert!(text(&[&path, "--lang", "id"]).contains("lunas s.d. Des 2024"));
    let wide = tab(&fixture_text(CASES[2]), "3", 120, 36, Lang::En);
    assert!(wide.contains("Everything to Dec 2024 is paid.") && !wide.contains("Coverage has ended"), "{wide}");
    // Nothing was ever paid, and coverage is over: that is another thing.
    let mut over = city(json!([]));
    over["program"]["coverage"] = json!({"to": "2024-06"});
    let wide = tab(&over.to_string(), "3", 120, 36, Lang::En);
    assert!(wide.contains("Coverage has ended."), "{wide}");
}

#[test]
fn each_rule_of_the_money_finds_its_one_fault_and_nothing_in_the_clean_city() {
    let clean = status_json(&[&fixture("small-city.json")]);
    for (name, severity) in [
        ("payment-gap", "errors"),
        ("payment-date", "errors"),
        ("payments-missing", "warnings"),
        ("date-unlikely", "warnings"),
    ] {
        let found = &status_json(&[&fixture(&format!("defects/{name}.json"))])["findings"];
        assert_eq!(found["by_rule"], json!({name: 1}));
        assert_eq!(found[severity], json!(1), "{name}");
        assert_eq!(clean["findings"]["by_rule"][name], Value::Null, "{name}");
        for lang in [Lang::En, Lang::Id] {
            let checks = tab(&fixture_text(&format!("defects/{name}.json")), "5", 120, 40, lang);
            assert!(checks.contains(name), "{name}:\n{checks}");
        }
    }
}

#[test]
fn a_year_that_cannot_be_meant_is_found_wherever_it_stands() {
    let mut odd =
        city(json!([{"month": "2024-03", "through": "2024-08", "amount": "201600", "paid_on": "2024-03-12"}]));
    odd["workers"][0]["protected_until"] = json!("2042-12-31");
    odd["plan"] = json!([{"month": "2021-12", "workers": 1}, {"month": "2022-01", "workers": 2}]);
    odd["claims"] = json!([
        {"worker": "W1", "scheme": "JKK", "date": "2027-01-01", "amount": "1000"},
        {"worker": "W1", "scheme": "JKK", "date": "2026-12-31", "amount": "1000"},
    ]);
    let found = roster(odd.to_string());
    assert_eq!(found.findings.rows(Rule::DateUnlikely), [0]);
    assert_eq!(found.findings.count(Rule::DateUnlikely), 3, "one worker, one step of the plan, one claim");
    let checks = tab(&odd.to_string(), "5", 120, 40, Lang::En);
    let opened = tab(&odd.to_string(), "5G", 120, 40, Lang::En);
    assert!(checks.contains("date-unlikely") && opened.len() > 10, "{checks}");
    let roster = &found;
    let words: Vec<String> = roster
        .findings
        .places(Rule::DateUnlikely)
        .iter()
        .map(|place| Lang::En.place(roster, &Budget::of(roster, None), roster.paid_months(), place))
        .collect();
    assert_eq!(words, ["plan for Dec 2021: 1", "claim 1: JKK of W1, 1 Jan 2027, Rp1,000"]);
}

#[test]
fn no_list_of_payments_is_said_beside_money_and_runway_and_an_empty_one_is_not() {
    let path = fixture("defects/payments-missing.json");
    let status = status_json(&[&path]);
    assert_eq!(status["budget"]["payments_known"], json!(false));
    assert_eq!(
        text(&[&path]).matches("no payments in the file").count(),
        2,
        "beside what is left, and beside the runway"
    );
    assert!(lindungi(&["status", &path, "--format", "line"]).run().out.contains("· no payments"));
    let empty = status_json(&[&fixture("defects/no-payments.json")]);
    assert_eq!(empty["budget"]["payments_known"], json!(true));
    assert_eq!(empty["findings"]["by_rule"]["payments-missing"], Value::Null);
    for absent in [json!(null), Value::Null] {
        let mut nobody = document(json!([{"name": "Nama", "occupation": "nelayan", "status": "proposed"}]));
        nobody["payments"] = absent;
        let found = budget(&nobody);
        assert!(!found.payments_missing, "nobody was enrolled: there is nothing to pay");
    }
}

#[test]
fn what_is_read_without_payments_is_written_without() {
    for (name, known) in [("payments-missing", false), ("no-payments", true), ("refund", true)] {
        let base = roster(fixture_text(&format!("defects/{name}.json")));
        let document = Document {
            synthetic: base.synthetic,
            program: &base.program,
            groups: &base.groups,
            payments: base.payments_known.then_some(&base.payments),
            plan: &base.plan,
            claims: &base.claims,
            districts: &base.districts,
            history: &base.history,
        };
        let mut bytes = Vec::new();
        json::write(&mut bytes, &document, std::iter::empty()).unwrap();
        let back = roster(bytes);
        assert_eq!((back.payments_known, &back.payments), (known, &base.payments), "{name}");
    }
}

#[test]
fn a_refund_comes_off_what_was_spent_or_billed_and_covers_no_month() {
    let path = fixture("defects/refund.json");
    let status = status_json(&[&path]);
    let budget = &status["budget"];
    assert_eq!(
        (&budget["spent"], &budget["committed"], &budget["left"]),
        (&json!("201600"), &json!("-16800"), &json!("1815200"))
    );
    assert_eq!(budget["first_unpaid_month"], json!("2024-09"));
    let rows = status["payments"].as_array().unwrap();
    let kinds: Vec<&Value> = rows.iter().map(|row| &row["kind"]).collect();
    assert_eq!(kinds, [&Value::Null, &json!("refund"), &json!("refund")]);
    assert_eq!((&rows[1]["expected"], &rows[1]["difference"]), (&Value::Null, &Value::Null), "held against no rate");
    assert!(rows[0].get("kind").is_none(), "a payment has the keys that it always had");
    let screen = tab(&fixture_text("defects/refund.json"), "3", 80, 24, Lang::En);
    for part in ["refund", "−100,800", "Aug: refund of 100,800"] {
        assert!(screen.contains(part), "{part}:\n{screen}");
    }
    let explained = tab(&fixture_text("defects/refund.json"), "3<enter>", 80, 24, Lang::En);
    assert!(explained.contains("2 refunds among them take off 117,600"), "{explained}");
    let row = tab(&fixture_text("defects/refund.json"), "3G<enter>", 80, 24, Lang::Id);
    assert!(row.contains("−16.800, ditagih, belum dibayar") && row.contains("Pengembalian"), "{row}");
    for (kind, refused) in
        [("payment", None), ("refund", None), ("Refund", Some("; write \"refund\"")), ("transfer", Some(""))]
    {
        let mut other = city(json!([{"month": "2024-03", "amount": "1"}]));
        other["payments"][0]["kind"] = json!(kind);
        let found = roster(other.to_string());
        assert_eq!(found.payments.first().map(|own| own.kind), PaymentKind::parse(kind), "{kind}");
        let said: Vec<String> = found.set_aside.kept().iter().map(|aside| Lang::En.set_aside(aside)).collect();
        let refused = refused.map(|hint| format!("payments row 1 (line 1), kind: not one of payment, refund{hint}"));
        assert_eq!(said, refused.into_iter().collect::<Vec<_>>(), "{kind}");
    }
}

#[test]
fn a_payment_without_workers_is_judged_by_its_amount() {
    let found = |payment: Value| roster(city(json!([payment])).to_string()).findings.count(Rule::PaymentWorkers);
    let six = |amount: &str| json!({"month": "2024-03", "through": "2024-08", "amount": amount});
    assert_eq!(found(six("201600")), 0, "2 workers for six months");
    assert_eq!(found(six("302400")), 6, "3 workers for six months");
    assert_eq!(found(six("201601")), 0, "no whole number of workers: not judged");
    assert_eq!(found(json!({"month": "2024-03", "amount": "10800", "by_segment": {"PU": 2}})), 0, "it says so itself");
    let mut unrated = city(json!([six("302400")]));
    unrated["program"]["contributions"] = json!([{"scheme": "JKK", "monthly": "10000"}]);
    assert_eq!(roster(unrated.to_string()).findings.count(Rule::PaymentWorkers), 0, "without a rate nobody is counted");
}

/// Without any rate, with one scheme alone, and where only the target would use it.
#[test]
fn a_missing_rate_is_unknown_and_never_unlimited() {
    let paid =
        json!([{"month": "2024-03", "through": "2024-08", "workers": 2, "amount": "201600", "paid_on": "2024-03-12"}]);
    let with = |rates: Value| {
        let mut city = city(paid.clone());
        city["program"]["contributions"] = rates;
        city
    };
    let jkk = json!([{"scheme": "JKK", "monthly": "10000"}]);
    for (rates, missing, monthly) in [
        (json!([]), vec!["JKK", "JKM"], "0"),
        (jkk, vec!["JKM"], "20000"),
        (
            json!([{"scheme": "JKK", "monthly": "10000"}, {"scheme": "JKM", "monthly": "6800", "from": "2025-01"}]),
            vec!["JKM"],
            "20000",
        ),
    ] {
        let (_folder, path) = file("city.json", with(rates).to_string());
        let status = status_json(&[&path]);
        let own = &status["budget"];
        let lacking: Vec<Value> = missing.iter().map(|scheme| json!({"segment": "BPU", "scheme": scheme})).collect();
        assert_eq!(own["rates_missing"], json!(lacking));
        assert_eq!((&own["monthly"]["active"], &own["runway"]["active"]), (&json!(monthly), &Value::Null));
        assert_eq!((&own["runway"]["target"], &own["need_to_end"]["active"]), (&Value::Null, &Value::Null));
        assert_eq!((&own["balance_at_end"]["active"], &own["affordable_workers"]), (&Value::Null, &Value::Null));
        assert_eq!(own["over_affordable"], Value::Null);
        for lang in ["en", "id"] {
            let words = text(&[&path, "--lang", lang]);
            assert!(!words.contains("unlimited") && !words.contains("tanpa batas"), "{words}");
            let [no_rate, workers] = match lang {
                "en" => ["– no rate", "2 workers without a full rate not included"],
                _ => ["– tanpa iuran", "2 pekerja tanpa iuran lengkap tidak terhitung"],
            };
            assert!(words.contains(no_rate) && words.contains(workers), "{words}");
        }
        for condition in ["runway_months<3", "runway_target_months<3", "balance_at_end<0", "affordable_workers<1"] {
            let done = lindungi(&["status", &path, "--fail-if", condition]).run();
            assert_eq!(done.code, 1, "{condition}");
            assert!(done.err.contains("unknown"), "{condition}: {}", done.err);
        }
    }
    for lang in [Lang::En, Lang::Id] {
        for (width, height) in [(50, 20), (80, 24), (120, 40)] {
            let screen = tab(&with(json!([])).to_string(), "3", width, height, lang);
            assert!(!screen.contains("unlimited") && !screen.contains("tanpa batas"), "{screen}");
            assert!(screen.contains(["no rate", "tanpa iuran"][usize::from(lang == Lang::Id)]), "{screen}");
        }
    }
    let wide = tab(&with(json!([])).to_string(), "3", 120, 40, Lang::En);
    assert!(wide.contains("How long it lasts is unknown: the file has no rate for BPU JKK, BPU JKM."), "{wide}");
    // What-if cannot begin with what is not known, and says so.
    let asked = tab(&with(json!([])).to_string(), "3w", 80, 24, Lang::En);
    assert!(asked.contains("what if needs the rates of JKK and JKM"), "{asked}");
}

#[test]
fn only_what_would_use_a_missing_rate_is_unknown() {
    let mut mixed = city(json!([{"month": "2024-03", "through": "2024-08", "workers": 2, "amount": "201600"}]));
    mixed["groups"] = json!([
        {"id": "nelayan", "name": "Nelayan", "target": 4},
        {"id": "honorer", "name": "Honorer", "segment": "PU", "target": 6},
    ]);
    let found = budget(&mixed);
    assert!(
        matches!(found.active.runway, Runway::Lasts(_)) && found.affordable.is_some(),
        "all of them have their rate"
    );
    let target = found.target.unwrap();
    assert_eq!((target.runway, target.need), (Runway::NoRate, None), "six of the target have none");
    assert_eq!(Caveat::of(&found, 0).first(), Some(&Caveat::Unrated(6)));
    // Nobody to pay for is unlimited only where every rate is known.
    let mut nobody = document(json!([]));
    nobody["payments"] = json!([]);
    assert_eq!(budget(&nobody).active.runway, Runway::Unlimited);
    nobody["program"]["contributions"] = json!([]);
    assert_eq!(budget(&nobody).active.runway, Runway::NoRate);
}

#[test]
fn a_rate_that_begins_in_a_month_still_to_pay_is_said() {
    let change = |from: &str, through: &str| {
        let mut city =
            city(json!([{"month": "2024-03", "through": through, "amount": "33600", "paid_on": "2024-03-12"}]));
        let rates = city["program"]["contributions"].as_array_mut().unwrap();
        rates.push(json!({"scheme": "JKM", "monthly": "7800", "from": from}));
        budget(&city).rate_change
    };
    assert_eq!(change("2024-09", "2024-08"), Some(month("2024-09")), "from the first month to pay on");
    assert_eq!(change("2024-12", "2024-08"), Some(month("2024-12")));
    assert_eq!(change("2025-01", "2024-08"), None, "after the end of coverage");
    assert_eq!(change("2024-08", "2024-08"), None, "that is the rate of today");
    assert_eq!(change("2024-07", "2024-05"), Some(month("2024-07")), "June is still to pay at another");
    assert_eq!(change("2024-09", "2024-10"), Some(month("2024-09")), "November costs what holds since September");
}

/// The way of the money of a city with these payments.
fn way(city: &Value) -> Burndown {
    let roster = roster(city.to_string());
    Burndown::of(&roster, &Budget::of(&roster, None)).unwrap()
}

#[test]
fn the_chart_ends_today_at_what_is_left() {
    let own = way(&serde_json::from_str(&fixture_text(CASES[2])).unwrap());
    let today = own.axis.day(parse_day("2024-08-30").unwrap());
    let paid = [12, own.axis.day(parse_day("2024-08-20").unwrap())];
    assert_eq!(
        own.happened,
        [
            (0, 1_000_000),
            (paid[0], 1_000_000),
            (paid[0], 596_800),
            (paid[1], 596_800),
            (paid[1], 328_000),
            (today, 328_000),
        ]
    );
    assert_eq!(own.active.points, [(today, 328_000), (own.axis.days(), 328_000)], "months paid ahead cost nothing");
    assert_eq!((own.active.ends, own.target.ends), (None, None));
    let screen = tab(&fixture_text(CASES[2]), "3", 120, 36, Lang::En);
    assert!(screen.contains("0.32") && screen.contains("328,000 left"), "{screen}");
}

#[test]
fn without_a_start_of_coverage_the_chart_begins_where_the_first_money_went() {
    for (paid_on, first) in [("2024-06-10", "2024-05"), ("2024-04-20", "2024-04"), ("2014-04-20", "2024-05")] {
        let mut city = city(json!([{"month": "2024-05", "amount": "100000", "paid_on": paid_on}]));
        city["program"]["coverage"] = json!({"to": "2024-12"});
        assert_eq!(way(&city).axis.first(), month(first), "{paid_on}");
    }
}

#[test]
fn the_line_falls_on_the_day_of_a_transfer_and_rises_with_a_refund() {
    let city = city(json!([
        {"month": "2024-03", "amount": "100000", "paid_on": "2024-02-20"},
        {"month": "2024-04", "amount": "200000", "paid_on": "2024-08-29"},
        {"kind": "refund", "month": "2024-03", "amount": "50000", "paid_on": "2024-03-31"},
        {"month": "2024-05", "amount": "300000"},
        {"month": "2024-06", "through": "2024-07", "amount": "400000", "paid_on": "2024-12-01"},
    ]));
    let own = way(&city);
    let x = |day: &str| own.axis.day(parse_day(day).unwrap());
    assert_eq!(
        own.happened,
        [
            (0, 1_900_000),
            (31, 1_900_000),
            (31, 1_950_000),
            (x("2024-08-29"), 1_950_000),
            (x("2024-08-29"), 1_750_000),
            (x("2024-08-30"), 1_750_000),
            (x("2024-08-30"), 1_050_000),
        ],
        "what came before the axis is gone at its start, what is billed is gone today"
    );
    // August is unpaid on the 30th: it goes down in its last day, the others in their months.
    assert_eq!(
        own.active.points[..3],
        [(x("2024-08-30"), 1_050_000), (x("2024-08-31"), 1_016_400), (x("2024-09-30"), 982_800),]
    );
}

#[test]
fn arrears_are_due_today() {
    let late =
        way(&city(json!([{"month": "2024-03", "through": "2024-05", "amount": "100000", "paid_on": "2024-03-12"}])));
    let today = late.axis.day(parse_day("2024-08-30").unwrap());
    let fallen: Vec<i128> = late.active.points.iter().filter(|point| point.0 == today).map(|point| point.1).collect();
    assert_eq!(fallen, [1_900_000, 1_866_400, 1_832_800], "June and July");
    let ended = way(&{
        let mut poor = city(json!([]));
        poor["program"]["budget"] = json!("50000");
        poor
    });
    assert_eq!((ended.active.ends, ended.active.points.last().map(|point| point.1)), (Some(month("2024-04")), Some(0)));
}

#[test]
fn the_chart_is_drawn_at_every_size() {
    for file in CASES {
        for (width, height) in [(50, 20), (60, 20), (80, 24), (84, 30), (120, 24), (120, 40), (200, 60), (250, 70)] {
            for lang in [Lang::En, Lang::Id] {
                let screen = tab(&fixture_text(file), "3", width, height, lang);
                assert!(!screen.contains("10000-"), "{file} at {width}x{height}:\n{screen}");
            }
        }
    }
}

#[test]
fn what_lies_beyond_a_limit_is_told_as_that_limit() {
    let path = fixture("cases/torture/own-09-grace-256.json");
    let done = lindungi(&["status", &path]).run();
    assert_eq!(done.code, 3);
    assert!(done.err.contains("program.grace_months: outside 0 to 120"), "{}", done.err);
    let year = status_json(&[&fixture(CASES[4])]);
    assert_eq!(year["fiscal_year"], json!(9999), "the last year that the format knows");
    for (field, value, says) in [
        ("grace_months", json!(121), "outside 0 to 120"),
        ("max_age", json!(0), "outside 1 to 150"),
        ("max_age", json!(151), "outside 1 to 150"),
        ("fiscal_year", json!(1899), "outside the years 1900 to 9999"),
        ("fiscal_year", json!(10_000), "outside the years 1900 to 9999"),
        ("fiscal_year", json!(9_007_199_254_740_992_u64), "outside the years 1900 to 9999"),
        ("as_of", json!("1899-12-31"), "outside the years 1900 to 9999"),
        ("as_of", json!("10000-01-01"), "outside the years 1900 to 9999"),
        ("as_of", json!("0000-01-01"), "outside the years 1900 to 9999"),
        ("as_of", json!("2024-13-01"), "not a date YYYY-MM-DD"),
        ("target_workers", json!(9_007_199_254_740_992_u64), "outside 0 to 9,007,199,254,740,991"),
        ("target_workers", json!(1.5), "not a whole number"),
    ] {
        let mut city = document(json!([]));
        city["program"][field] = value.clone();
        let (_folder, path) = file("limit.json", city.to_string());
        let done = lindungi(&["status", &path]).run();
        assert_eq!(done.code, 3, "{field}: {value}");
        assert!(done.err.contains(&format!("program.{field}: {says}")), "{field}: {value}: {}", done.err);
        assert_ne!(lindungi(&["status", &path, "--lang", "id"]).run().err, done.err);
    }
    for (field, value) in
        [("grace_months", 0), ("grace_months", 120), ("max_age", 1), ("max_age", 150), ("fiscal_year", 1900)]
    {
        let mut city = document(json!([]));
        city["program"][field] = json!(value);
        city["program"]["coverage"] = json!(null);
        let (_folder, path) = file("limit.json", city.to_string());
        assert_eq!(lindungi(&["status", &path]).run().code, 0, "{field}: {value}");
    }
    let mut rows = city(
        json!([{"month": "10000-01", "amount": "1"}, {"month": "2024-03", "workers": 9_007_199_254_740_992_u64, "amount": "1"}]),
    );
    rows["workers"][0]["birth_date"] = json!("1899-12-31");
    let said: Vec<String> =
        roster(rows.to_string()).set_aside.kept().iter().map(|aside| Lang::En.set_aside(aside)).collect();
    assert_eq!(
        said,
        [
            "workers row 1 (line 1), birth_date: outside the years 1900 to 9999",
            "payments row 1 (line 1), month: outside the years 1900 to 9999",
            "payments row 2 (line 1), workers: outside 0 to 9,007,199,254,740,991",
        ]
    );
}

#[test]
fn no_date_beyond_the_calendar_is_made_up() {
    for path in [CASES[3], CASES[4]].map(fixture) {
        for args in [
            vec!["status", &path, "--format", "json"],
            vec!["status", &path],
            vec!["export", &path, "--format", "jsonl"],
        ] {
            let done = lindungi(&args).run();
            assert_eq!(done.code, 0, "{args:?}: {}", done.err);
            assert!(!done.out.contains("10000-"), "{args:?}: {}", done.out);
        }
    }
    for keys in ["1", "2", "3", "4", "4<enter>", "5", "3w", "3<enter>"] {
        for lang in [Lang::En, Lang::Id] {
            let screen = tab(&fixture_text(CASES[3]), keys, 250, 60, lang);
            assert!(
                !screen.contains("Jan 10000") && !screen.contains("10000-") && !screen.contains("262142"),
                "{keys}:\n{screen}"
            );
        }
    }
    let own = roster(fixture_text(CASES[3]));
    assert_eq!((own.worker(0).grace_until(), own.worker(0).lapse()), (None, None));
    let matched = |filter: &str| status_json(&[&fixture(CASES[3]), "--filter", filter])["workers"]["matched"].clone();
    assert_eq!([matched("lapse>2024"), matched("lapse:none"), matched("until:9999")], [json!(0), json!(1), json!(1)]);
    let mut last = city(json!([{"month": "9999-01", "through": "9999-12", "amount": "1"}]));
    last["program"]["fiscal_year"] = json!(9999);
    last["program"]["as_of"] = json!("9999-12-31");
    last["program"]["coverage"] = json!({"from": "9999-01", "to": "9999-12"});
    let (_folder, path) = file("last.json", last.to_string());
    let status = status_json(&[&path]);
    assert_eq!(status["budget"]["first_unpaid_month"], Value::Null, "no month is left in the calendar");
    assert_eq!(status["budget"]["runway"]["active"]["funded_through"], Value::Null);
}

#[derive(Clone, Debug)]
struct Paid {
    refund: bool,
    month: i64,
    span: i64,
    amount: i64,
    paid_on: Option<u64>,
}

/// So many months from January 2019.
fn at(months: i64) -> Month {
    month("2019-01").plus(months)
}

fn paid() -> impl Strategy<Value = Paid> {
    let month = prop_oneof![8 => 40_i64..90, 1 => 0_i64..130];
    (
        prop_oneof![5 => Just(false), 1 => Just(true)],
        month,
        prop_oneof![4 => 0_i64..3, 1 => 0_i64..40],
        0_i64..200_000,
        of(0_u64..3_000),
    )
        .prop_map(|(refund, month, span, amount, paid_on)| Paid { refund, month, span, amount, paid_on })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// The months to pay and all that follows from them, against a walk from month to month.
    #[test]
    fn the_months_to_pay_are_those_of_a_walk_through_the_calendar(
        payments in vec(paid(), 0..7),
        (today, from, to) in (1_200_u64..3_000, of(30_i64..90), 55_i64..100),
        (workers, budget, grace) in (0_usize..4, 0_i64..4_000_000, 0_u32..7),
    ) {
        let start = parse_day("2019-01-01").unwrap();
        let today: Day = days_after(start, today).unwrap();
        let now = Month::of(today);
        let to = to.max(from.unwrap_or(0));
        let rows: Vec<Value> = payments.iter().map(|own| json!({
            "kind": if own.refund { "refund" } else { "payment" },
            "month": at(own.month).to_string(), "through": at(own.month + own.span).to_string(),
            "amount": own.amount.to_string(),
            "paid_on": own.paid_on.map(|day| days_after(start, day).unwrap().to_string()),
        })).collect();
        let worker = json!({"name": "Nama", "occupation": "nelayan", "status": "active"});
        let mut city = document(json!(vec![worker; workers]));
        city["program"]["as_of"] = json!(today.to_string());
        city["program"]["budget"] = json!(budget.to_string());
        city["program"]["grace_months"] = json!(grace);
        city["program"]["coverage"] = json!({"from": from.map(|from| at(from).to_string()), "to": at(to).to_string()});
        city["payments"] = json!(rows);
        let roster = roster(city.to_string());
        let found = Budget::of(&roster, None);

        let near = |month: Month| (2022..=2026).contains(&month.year());
        let covered = |month: Month| payments.iter().any(|own| {
            let (first, last) = (at(own.month), at(own.month + own.span));
            !own.refund && near(first) && near(last) && first <= month && month <= last
        });
        let all: Vec<Month> = (0..4_000).map(at).collect();
        let last = all.iter().copied().filter(|month| covered(*month)).max();
        let first = all.iter().copied().find(|month| covered(*month));
        let begin = match last {
            Some(last) if last.plus(1) < now => last.plus(1),
            Some(_) => now,
            None => from.map_or(now, at),
        };
        let unpaid: Vec<Month> = all.iter().copied().filter(|month| *month >= begin && !covered(*month)).collect();
        prop_assert_eq!(found.first_unpaid(), unpaid.first().copied());
        prop_assert_eq!(found.unpaid.months().take(100).collect::<Vec<_>>(), unpaid[..100].to_vec());
        let months = unpaid.iter().filter(|month| **month <= at(to)).count();
        prop_assert_eq!(found.months_to_end, months as u64);
        prop_assert_eq!(found.all_paid(), (months == 0 && last.is_some()).then_some(at(to)));

        let gaps: Vec<Month> = match (first, last) {
            (Some(first), Some(last)) => {
                let first = from.map_or(first, at);
                all.iter().copied().filter(|own| first <= *own && *own <= last && *own < now && !covered(*own)).collect()
            }
            _ => Vec::new(),
        };
        prop_assert_eq!(found.gaps, gaps.first().map(|first| (*first, gaps.len() as u64)));
        prop_assert_eq!(roster.findings.count(Rule::PaymentGap), gaps.len() as u64);

        let sum = |dated: bool| -> i64 {
            let by_then = |own: &&Paid| own.paid_on.is_some_and(|day| days_after(start, day).unwrap() <= today);
            let chosen = payments.iter().filter(|own| by_then(own) == dated);
            chosen.map(|own| if own.refund { -own.amount } else { own.amount }).sum()
        };
        prop_assert_eq!(found.spent.map(|own| own.get()), Some(sum(true).into()));
        prop_assert_eq!(found.committed.map(|own| own.get()), Some(sum(false).into()));
        let left = budget - sum(true) - sum(false);
        let cost = 16_800 * workers as i64;
        match found.active.runway {
            Runway::Unlimited => prop_assert_eq!(cost, 0),
            Runway::Lasts(lasts) => {
                let full = (left.max(0) / cost) as usize;
                prop_assert_eq!((lasts.full_months, lasts.remainder.get()), (full as i128, i128::from(left.max(0) % cost)));
                let unfunded = unpaid[full];
                prop_assert_eq!(lasts.first_unfunded, Some(unfunded));
                let through = Some(unfunded.plus(-1)).filter(|_| full > 0 || last.is_some());
                prop_assert_eq!(lasts.funded_through, through);
                let grace_end = unfunded.plus(-1).plus(grace.into()).last_day();
                prop_assert_eq!(lasts.lapse, days_after(grace_end, 1));
            }
            other => prop_assert!(false, "{:?}", other),
        }
        prop_assert_eq!(found.active.need.map(|own| own.get()), Some(i128::from(cost) * months as i128));

        // And the line of the chart ends where the header says, and no point lies after today.
        let own = Burndown::of(&roster, &found).unwrap();
        let x = own.axis.day(today);
        prop_assert_eq!(own.happened.last(), Some(&(x, i128::from(left.max(0)))));
        prop_assert!(own.happened.is_sorted_by_key(|point| point.0));
        prop_assert!(own.active.points.is_sorted_by_key(|point| point.0));
        let ahead = own.active.points.iter().chain(&own.target.points);
        prop_assert!(ahead.clone().all(|point| (x..=own.axis.days()).contains(&point.0) && point.1 >= 0));
    }
}

/// A payment that says in no way for how many silences its own months and no others.
#[test]
fn what_one_payment_leaves_unsaid_is_said_of_the_months_of_the_others() {
    let payment = |month: &str, through: &str, workers: Option<u32>| json!({"month": month, "through": through, "workers": workers, "amount": "7"});
    let mut city = document(json!([]));
    city["payments"] = json!([
        payment("2024-03", "2024-03", Some(3)),
        payment("2024-04", "2024-05", None),
        payment("2024-05", "2024-06", Some(4)),
        payment("2024-07", "2024-07", Some(5)),
    ]);
    let city = roster(city.to_string());
    let told: Vec<(String, u64)> = city.paid_months().iter().map(|own| (own.month.to_string(), own.paid_for)).collect();
    assert_eq!(told, [("2024-03".to_owned(), 3), ("2024-06".to_owned(), 4), ("2024-07".to_owned(), 5)]);
}

#[test]
fn a_rate_is_missing_of_the_segment_that_has_none_and_of_no_other() {
    let worker = |segment: &str| json!({"name": "A", "occupation": "nelayan", "status": "active", "segment": segment});
    let mut city = document(json!([worker("BPU"), worker("PU")]));
    for (priced, has) in [("BPU", [true, false]), ("PU", [false, true])] {
        city["program"]["contributions"] = ["JKK", "JKM"]
            .map(|scheme| json!({"segment": priced, "scheme": scheme, "monthly": "10000"}))
            .to_vec()
            .into();
        let budget = Figures::of(&roster(city.to_string()), &Filter::EVERYBODY).budget;
        assert_eq!([Segment::Bpu, Segment::Pu].map(|own| budget.has_rate(own)), has, "{priced}");
    }
}

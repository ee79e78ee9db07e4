//! The demonstration roster: written byte for byte, and telling the story of issue 2 in exactly its numbers.

use crate::support::{fixture, fixture_text, lindungi, read, sorong};
use lindungi::check::{self, Audited};
use lindungi::figures::Figures;
use lindungi::figures::budget::Runway;
use lindungi::figures::enrollment::Forecast;
use lindungi::roster::Roster;
use lindungi::roster::calendar::{Month, parse_day};
use lindungi::roster::filter::Filter;
use lindungi::roster::finding::{Rule, Severity};
use lindungi::roster::worker::Standing;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn the_built_in_roster_is_the_fixture_in_every_figure_row_and_finding() {
    let path = fixture("sorong-2024.json");
    for command in [["status", "json"], ["export", "csv"]] {
        let of = |roster: &str| lindungi(&[command[0], roster, "--format", command[1]]).run();
        let (built_in, file) = (of("--demo"), of(&path));
        assert_eq!((built_in.code, built_in.err), (file.code, file.err));
        assert!(built_in.out == file.out, "{command:?}");
    }
}

#[test]
fn demo_without_options_is_the_fixture_byte_for_byte() {
    let done = lindungi(&["demo"]).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    // Six megabytes of difference help nobody.
    assert!(done.out == fixture_text("sorong-2024.json"), "run `lindungi demo > fixtures/sorong-2024.json`");
}

#[test]
fn the_reading_of_july_is_the_fixture_and_tells_what_happened_in_august() {
    let done = lindungi(&["demo", "--earlier"]).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let packed = std::fs::read(fixture("sorong-2024-07.json.gz")).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&packed[..]), &mut text).unwrap();
    assert!(done.out == text, "run `lindungi demo --earlier | gzip -9n > fixtures/sorong-2024-07.json.gz`");
    let (july, august) = (fixture("sorong-2024-07.json.gz"), fixture("sorong-2024.json"));
    let told = lindungi(&["diff", &july, &august, "--format", "json"]).run();
    let told: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    let change = &told["change"];
    assert_eq!(change["active"], 592);
    assert_eq!(change["left"], "-238761600");
    assert_eq!(change["funded_through_months"], -1, "what is left pays the active for a month less");
    // Who is in both is the same person; the audit finds nothing that August does not find.
    let audit = |path: &str| {
        let done = lindungi(&["status", path, "--format", "json"]).run();
        let status: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        status["findings"]["by_rule"].clone()
    };
    let (then, now) = (audit(&july), audit(&august));
    for (rule, count) in then.as_object().unwrap() {
        assert!(now.get(rule).is_some() || rule == "status-early", "{rule}: {count}");
    }
}

#[test]
fn the_month_before_pays_for_its_rows_at_any_size_and_date() {
    for (workers, as_of) in [("3", "2024-08-30"), ("997", "2025-01-31"), ("5000", "2030-03-31")] {
        let done = lindungi(&["demo", "--earlier", "--workers", workers, "--as-of", as_of]).run();
        let roster = crate::support::roster(done.out);
        assert_eq!(roster.findings.count(Rule::PaymentWorkers), 0, "{workers} on {as_of}");
        assert!(roster.as_of() < parse_day(as_of).unwrap());
    }
}

#[test]
fn every_group_has_its_target_and_standings() {
    let roster = sorong();
    let figures = Figures::of(&roster, &Filter::EVERYBODY);
    let table = [
        ("pedagang_pasar", "Market traders", 7_200, [407, 524, 5_480, 112, 64, 61]),
        ("tukang_ojek", "Motorcycle-taxi riders", 4_300, [236, 318, 3_268, 98, 48, 52]),
        ("tenaga_honorer", "Honorary staff", 2_400, [64, 96, 2_058, 24, 10, 14]),
        ("nelayan", "Fishers", 1_500, [148, 132, 968, 46, 26, 27]),
        ("buruh", "Dock", 1_236, [118, 104, 842, 38, 24, 24]),
        ("petani", "Farmers", 1_100, [104, 88, 694, 30, 18, 18]),
        ("sopir_becak", "Drivers", 800, [66, 62, 516, 20, 12, 12]),
        ("pedagang_kaki_lima", "Street vendors", 800, [75, 66, 386, 18, 12, 12]),
    ];
    assert_eq!(figures.groups.len(), table.len());
    for (row, (id, name, target, standings)) in figures.groups.iter().zip(table) {
        let group = &roster.groups[row.group.unwrap()];
        assert_eq!((group.id.as_str(), row.target), (id, Some(target)));
        assert!(group.name.en.starts_with(name), "{}", group.name.en);
        assert_eq!(Standing::ALL.map(|standing| row.standing.get(standing)), standings, "{id}");
    }
    let all = Standing::ALL.map(|standing| figures.enrollment.standing.get(standing));
    assert_eq!(all, [1_218, 1_390, 14_212, 386, 214, 220]);
    assert_eq!(figures.enrollment.target, Some(19_336));
}

#[test]
fn every_month_has_its_enrolments_payments_and_plan() {
    let roster = sorong();
    let figures = Figures::of(&roster, &Filter::EVERYBODY);
    let months: Vec<_> = figures
        .enrollment
        .months
        .iter()
        .map(|row| (row.month.to_string(), row.enrolled, row.total, row.plan))
        .collect();
    let month = |text: &str, enrolled, total, plan| (text.to_owned(), enrolled, total, Some(plan));
    assert_eq!(
        months,
        [
            month("2024-03", Some(10_900), Some(10_900), 11_000),
            month("2024-04", Some(700), Some(11_600), 12_500),
            month("2024-05", Some(620), Some(12_220), 14_000),
            month("2024-06", Some(1_000), Some(13_220), 15_500),
            month("2024-07", Some(850), Some(14_070), 16_500),
            month("2024-08", Some(742), Some(14_812), 17_500),
            month("2024-10", None, None, 18_700),
            month("2024-12", None, None, 19_336),
        ]
    );
    let payments: Vec<_> = roster
        .payments
        .iter()
        .map(|payment| {
            let paid = payment.paid_on.is_some_and(|day| day <= roster.as_of());
            (payment.month.to_string(), payment.workers.unwrap(), payment.amount.get(), paid)
        })
        .collect();
    let payment = |month: &str, workers, amount, paid| (month.to_owned(), workers, amount, paid);
    assert_eq!(
        payments,
        [
            payment("2024-03", 10_900, 183_120_000, true),
            payment("2024-04", 11_566, 194_308_800, true),
            payment("2024-05", 12_106, 203_397_600, true),
            payment("2024-06", 12_910, 216_888_000, true),
            payment("2024-07", 13_620, 228_816_000, true),
            payment("2024-08", 13_470, 226_296_000, true),
            payment("2024-08", 742, 12_465_600, false),
        ]
    );
    let first_of_june = roster.iter().filter_map(|worker| worker.enrolled()).filter(|day| *day == june(1)).count();
    assert_eq!(first_of_june, 0, "June's enrolments lie on or after the 2nd");
    assert_eq!(
        roster.history.iter().map(|year| (year.fiscal_year, year.workers)).collect::<Vec<_>>(),
        [(2023, 14_000)]
    );
}

fn june(day: u32) -> lindungi::roster::calendar::Day {
    parse_day(&format!("2024-06-{day:02}")).unwrap()
}

#[test]
fn everybody_is_protected_until_the_day_of_the_story() {
    let roster = sorong();
    let mut until: BTreeMap<(Standing, Option<String>), u64> = BTreeMap::new();
    for worker in roster.iter() {
        let day = worker.until().map(|day| day.to_string());
        *until.entry((worker.standing(), day)).or_default() += 1;
    }
    let of = |standing| -> Vec<(Option<&str>, u64)> {
        let own = until.iter().filter(|((own, _), _)| *own == standing);
        own.map(|((_, day), count)| (day.as_deref(), *count)).collect()
    };
    assert_eq!(of(Standing::Active), [(Some("2024-08-31"), 14_212)]);
    assert_eq!(of(Standing::Grace), [(Some("2024-05-31"), 96), (Some("2024-06-30"), 140), (Some("2024-07-31"), 150)]);
    assert_eq!(of(Standing::Inactive), [(Some("2024-03-31"), 34), (Some("2024-04-30"), 80), (Some("2024-05-31"), 100)]);
    for standing in [Standing::Proposed, Standing::Verified] {
        assert!(of(standing).iter().all(|(day, _)| day.is_none()), "{standing:?} are not protected");
    }
}

#[test]
fn the_figures_that_follow_are_those_of_the_story() {
    let roster = sorong();
    let figures = Figures::of(&roster, &Filter::EVERYBODY);
    let budget = &figures.budget;
    let money = |amount: Option<lindungi::roster::money::Rupiah>| amount.map(|amount| amount.get());
    assert_eq!(money(budget.spent), Some(1_252_826_400));
    assert_eq!(money(budget.committed), Some(12_465_600));
    assert_eq!(money(budget.left), Some(934_708_000));
    let Runway::Lasts(lasts) = budget.active.runway else { panic!("the active cost something") };
    assert_eq!(lasts.months.unwrap().to_string(), "3.91");
    assert_eq!(lasts.full_months, 3);
    assert_eq!(lasts.funded_through, Month::parse("2024-11"));
    assert_eq!(lasts.lapse, parse_day("2025-03-01"));
    assert_eq!(money(budget.active.balance), Some(-20_338_400));
    assert_eq!(budget.affordable.map(|outlook| outlook.workers), Some(13_909));
    assert_eq!(budget.over_affordable, Some(303));
    assert_eq!(figures.enrollment.pace, 2_592);
    assert_eq!(figures.enrollment.forecast, Forecast::On(parse_day("2025-02-24").unwrap()));
    assert_eq!(figures.enrollment.needed.and_then(|needed| needed.rounded(2)).unwrap().to_string(), "1249.76");
    assert_eq!(figures.enrollment.funnel.enrolled, 14_812);
    assert_eq!(roster.as_of(), parse_day("2024-08-30").unwrap());
    assert!(roster.synthetic && roster.set_aside.count() == 0 && roster.unknown_fields.is_empty());
    let villages: BTreeSet<_> = roster.iter().filter_map(|worker| worker.village().map(str::to_owned)).collect();
    let districts: BTreeSet<_> = roster.iter().filter_map(|worker| worker.district().map(str::to_owned)).collect();
    assert_eq!((districts.len(), villages.len()), (10, 41));
    let occupations_by_segment = roster.iter().map(|worker| worker.segment()).collect::<BTreeSet<_>>();
    assert_eq!(occupations_by_segment.len(), 1, "every group is paid the BPU rate");
}

#[test]
fn every_fault_of_a_worker_is_there_and_all_are_few() {
    let roster = sorong();
    let findings = &roster.findings;
    assert_eq!(findings.severity(Severity::Error), 37);
    assert_eq!(findings.severity(Severity::Warning), 212);
    assert_eq!(findings.count(Rule::StatusEarly), 100, "who can still be saved");
    assert_eq!(findings.count(Rule::PaymentMismatch), 1, "the 16,800 too much of May");
    let of_workers = [
        Rule::NikMissing,
        Rule::NikFormat,
        Rule::NikImpossible,
        Rule::NikDuplicate,
        Rule::KpjDuplicate,
        Rule::KpjFormat,
        Rule::KpjMissing,
        Rule::NameMissing,
        Rule::DistrictMissing,
        Rule::DateOrder,
        Rule::DateFuture,
        Rule::ActiveWithoutEnrolledOn,
        Rule::AgeOverLimit,
        Rule::AgeUnder18,
        Rule::NikBirthDate,
        Rule::NikSex,
        Rule::NikRegion,
        Rule::PersonDuplicate,
        Rule::StatusStale,
        Rule::LapsingSoon,
        Rule::TextSuspicious,
    ];
    for rule in of_workers {
        let count = findings.rows(rule).len();
        assert!(count > 0, "{} finds nobody", rule.code());
        assert!(rule == Rule::LapsingSoon || count * 100 < roster.workers.len(), "{}: {count}", rule.code());
    }
    // Notes are no faults: grace that ends soon, a holder who moved.
    let faults = of_workers.iter().filter(|rule| rule.severity() != Severity::Note);
    let faulty: BTreeSet<_> = faults.flat_map(|rule| findings.rows(*rule)).collect();
    assert!(faulty.len() * 100 < roster.workers.len(), "{} rows have a fault", faulty.len());
    let quiet = [
        Rule::OccupationUnknown,
        Rule::RowUnreadable,
        Rule::BudgetExceeded,
        Rule::RateMissing,
        Rule::GroupTargets,
        Rule::TargetExceeded,
        Rule::PaymentWorkers,
        Rule::UnknownField,
        Rule::ClaimWorker,
        Rule::ClaimDuplicate,
        Rule::DeceasedActive,
        Rule::PlaceSpelling,
    ];
    for rule in quiet {
        assert_eq!(findings.count(rule), 0, "{} is no part of the story", rule.code());
    }
}

#[test]
fn the_fixture_is_one_worker_a_line() {
    let text = fixture_text("sorong-2024.json");
    assert_eq!(text.lines().filter(|line| line.contains("\"occupation\": ")).count(), 17_640);
    assert_eq!(text.matches("\"occupation\": ").count(), 17_640);
}

fn demo(args: &[&str]) -> (String, Audited) {
    let done = lindungi(&[&["demo"], args].concat()).run();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{args:?}");
    let roster = check::audit(read(&done.out).unwrap());
    (done.out, roster)
}

#[test]
fn a_demo_of_another_size_is_deterministic_and_consistent() {
    let (text, roster) = demo(&["--workers", "1000", "--seed", "5"]);
    assert_eq!(text, demo(&["--workers", "1000", "--seed", "5"]).0);
    let (other, others) = demo(&["--workers", "1000", "--seed", "6"]);
    assert_ne!(text, other, "another seed gives other people");
    for roster in [&roster, &others] {
        assert_eq!(roster.workers.len(), 1_000);
        assert_eq!(roster.findings.count(Rule::PaymentWorkers), 0, "payments pay for the rows");
        assert_eq!(roster.findings.count(Rule::GroupTargets), 0);
        assert!(roster.set_aside.count() == 0 && roster.synthetic);
    }
    let standings = |roster: &Roster| Figures::of(roster, &Filter::EVERYBODY).enrollment.standing;
    assert_eq!(standings(&roster), standings(&others), "a seed changes no figure");
}

#[test]
fn a_demo_of_another_date_moves_the_story_there() {
    let (_, roster) = demo(&["--as-of", "2026-03-31", "--workers", "2000"]);
    assert_eq!(roster.as_of(), parse_day("2026-03-31").unwrap());
    assert_eq!(roster.program.fiscal_year, 2026);
    assert_eq!(roster.findings.count(Rule::PaymentWorkers), 0);
    assert_eq!(roster.workers.len(), 2_000);
    assert!(Figures::of(&roster, &Filter::EVERYBODY).enrollment.funnel.active > 1_000);
}

#[test]
fn a_demo_of_nonsense_exits_2() {
    for args in [
        &["--workers", "0"][..],
        &["--workers", "x"],
        &["--workers", "-5"],
        &["--seed", "x"],
        &["--as-of", "2024-02-30"],
        &["--as-of", "yesterday"],
        &["--as-of", "9999-01-01"],
    ] {
        let done = lindungi(&[&["demo"], args].concat()).run();
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
        assert!(!done.err.is_empty());
    }
}

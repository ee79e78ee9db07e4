//! Both sides of every boundary that a rule of the audit has: the last value that is right, and the first that is not.
//!
//! The rules about dates are written twice, once for dates that two bytes hold and once for all others; so each of their
//! boundaries is looked at twice, the second time with a date on the row that two bytes do not hold.

use crate::check::{clean, set};
use crate::support::roster;
use lindungi::roster::finding::Rule;
use serde_json::{Value, json};

/// What is set, and how many rows or places the rule then has.
type Side = (&'static [(&'static str, &'static str)], u64);

/// A value by its words: what is no text is written as JSON.
fn value(words: &str) -> Value {
    serde_json::from_str(words).unwrap_or_else(|_| json!(words))
}

/// How often a rule is broken in the clean list of `check.rs`, changed.
#[track_caller]
fn count(rule: Rule, changes: &[(&str, &str)]) -> u64 {
    let mut city = clean();
    for (path, words) in changes {
        match path.strip_prefix('+') {
            Some(list) => {
                let own = city.as_object_mut().unwrap().entry(list).or_insert(json!([]));
                own.as_array_mut().unwrap().push(value(words));
            }
            None => set(&mut city, path, value(words)),
        }
    }
    roster(city.to_string()).findings.count(rule)
}

#[track_caller]
fn both_sides(rule: Rule, sides: &[Side]) {
    for (changes, many) in sides {
        assert_eq!(count(rule, changes), *many, "{rule:?} {changes:?}");
    }
}

/// The same, and again with a date of that row far away, in a field that the rule does not look at.
#[track_caller]
fn both_sides_twice(rule: Rule, far: (&'static str, &'static str), sides: &[Side]) {
    both_sides(rule, sides);
    for (changes, many) in sides {
        let changes = [changes, &[far][..]].concat();
        assert_eq!(count(rule, &changes), *many, "{rule:?} {changes:?}");
    }
}

/// Born in the year 2200 and protected to the year 2400, which two bytes do not hold.
const BORN_FAR: (&str, &str) = ("workers.0.birth_date", "2200-01-01");
const UNTIL_FAR: (&str, &str) = ("workers.0.protected_until", "2400-01-01");

/// Nobody who was ever enrolled, but one who is on the roster's day, or on the day after.
const ENROLLED_TODAY: &str =
    r#"[{"name": "Budi", "occupation": "nelayan", "status": "verified", "enrolled_on": "2024-08-30"}]"#;
const ENROLLED_TOMORROW: &str =
    r#"[{"name": "Budi", "occupation": "nelayan", "status": "verified", "enrolled_on": "2024-08-31"}]"#;

/// The roster is of 30 August 2024 and grace has three months; the last day of a month stays one.
#[test]
fn grace_ends_and_a_lapse_is_soon_on_the_very_day() {
    both_sides_twice(
        Rule::StatusStale,
        BORN_FAR,
        &[
            (&[("workers.0.protected_until", "2024-05-30")], 0),
            (&[("workers.0.protected_until", "2024-05-29")], 1),
            (&[("program.grace_months", "2"), ("workers.0.protected_until", "2024-06-30")], 0),
            (&[("program.grace_months", "2"), ("workers.0.protected_until", "2024-06-29")], 1),
            (&[("program.as_of", "2024-08-31"), ("workers.0.protected_until", "2024-05-30")], 1),
            (&[("program.as_of", "2024-08-31"), ("workers.0.protected_until", "2024-05-31")], 0),
        ],
    );
    both_sides_twice(
        Rule::StatusEarly,
        BORN_FAR,
        &[
            (&[("workers.0.status", "inactive"), ("workers.0.protected_until", "2024-05-29")], 0),
            (&[("workers.0.status", "inactive"), ("workers.0.protected_until", "2024-05-30")], 1),
        ],
    );
    // 30 September is 31 days after; protection itself ends only after the day that it names.
    both_sides_twice(
        Rule::LapsingSoon,
        BORN_FAR,
        &[
            (&[("workers.0.protected_until", "2024-05-29")], 0),
            (&[("workers.0.protected_until", "2024-05-30")], 1),
            (&[("workers.0.protected_until", "2024-06-30")], 1),
            (&[("workers.0.protected_until", "2024-07-01")], 0),
            (&[("program.as_of", "2024-08-29"), ("workers.0.protected_until", "2024-06-29")], 1),
            (&[("program.as_of", "2024-08-29"), ("workers.0.protected_until", "2024-06-30")], 0),
            (&[("program.grace_months", "0"), ("workers.0.protected_until", "2024-08-30")], 0),
            (&[("program.grace_months", "1"), ("workers.0.protected_until", "2024-08-29")], 1),
            (&[("program.grace_months", "1"), ("workers.0.protected_until", "2024-08-30")], 0),
        ],
    );
}

#[test]
fn dates_follow_each_other_and_none_is_after_the_roster_s() {
    both_sides_twice(
        Rule::DateOrder,
        UNTIL_FAR,
        &[
            (&[("workers.0.birth_date", "2024-01-31")], 0),
            (&[("workers.0.birth_date", "2024-02-01")], 1),
            (&[("workers.0.registered_on", "2024-03-01")], 0),
            (&[("workers.0.registered_on", "2024-03-02")], 1),
        ],
    );
    both_sides(
        Rule::DateOrder,
        &[
            (&[("workers.0.protected_until", "2024-03-01")], 0),
            (&[("workers.0.protected_until", "2024-02-29")], 1),
            (&[("workers.0.enrolled_on", "2200-03-01"), ("workers.0.protected_until", "2200-03-01")], 0),
            (&[("workers.0.enrolled_on", "2200-03-01"), ("workers.0.protected_until", "2200-02-28")], 1),
        ],
    );
    both_sides_twice(
        Rule::DateFuture,
        UNTIL_FAR,
        &[
            (&[("workers.0.enrolled_on", "2024-08-30")], 0),
            (&[("workers.0.enrolled_on", "2024-08-31")], 1),
            (&[("workers.0.registered_on", "2024-08-30")], 0),
            (&[("workers.0.registered_on", "2024-08-31")], 1),
            (&[("workers.0.birth_date", "2024-08-30")], 0),
            (&[("workers.0.birth_date", "2024-08-31")], 1),
        ],
    );
}

/// Completed years on the day of enrolment, else on that of the roster.
#[test]
fn ages_are_counted_in_completed_years() {
    both_sides_twice(
        Rule::AgeOverLimit,
        UNTIL_FAR,
        &[
            (&[("workers.0.birth_date", "1959-03-02")], 0),
            (&[("workers.0.birth_date", "1959-03-01")], 1),
            (&[("program.max_age", "60"), ("workers.0.birth_date", "1964-03-02")], 0),
            (&[("program.max_age", "60"), ("workers.0.birth_date", "1964-03-01")], 1),
            (&[("workers.0.enrolled_on", "null"), ("workers.0.birth_date", "1959-08-31")], 0),
            (&[("workers.0.enrolled_on", "null"), ("workers.0.birth_date", "1959-08-30")], 1),
        ],
    );
    both_sides_twice(
        Rule::AgeUnder18,
        UNTIL_FAR,
        &[
            (&[("workers.0.birth_date", "2006-03-01")], 0),
            (&[("workers.0.birth_date", "2006-03-02")], 1),
            (&[("workers.0.enrolled_on", "null"), ("workers.0.birth_date", "2006-08-30")], 0),
            (&[("workers.0.enrolled_on", "null"), ("workers.0.birth_date", "2006-08-31")], 1),
        ],
    );
}

/// Two years around the fiscal year 2024, whatever kind of date it is.
#[test]
fn a_year_is_likely_up_to_two_years_away() {
    both_sides_twice(
        Rule::DateUnlikely,
        BORN_FAR,
        &[
            (&[("workers.0.protected_until", "2022-01-01")], 0),
            (&[("workers.0.protected_until", "2021-12-31")], 1),
            (&[("workers.0.protected_until", "2026-12-31")], 0),
            (&[("workers.0.protected_until", "2027-01-01")], 1),
        ],
    );
    both_sides(
        Rule::DateUnlikely,
        &[
            (&[("claims.0.date", "2022-01-01")], 0),
            (&[("claims.0.date", "2021-12-31")], 1),
            (&[("claims.0.date", "2026-12-31")], 0),
            (&[("claims.0.date", "2027-01-01")], 1),
            (&[("+plan", r#"{"month": "2022-01", "workers": 1}"#)], 0),
            (&[("+plan", r#"{"month": "2021-12", "workers": 1}"#)], 1),
            (&[("+plan", r#"{"month": "2026-12", "workers": 1}"#)], 0),
            (&[("+plan", r#"{"month": "2027-01", "workers": 1}"#)], 1),
        ],
    );
    both_sides(
        Rule::PaymentDate,
        &[
            (&[("payments.0.paid_on", "2022-01-01")], 0),
            (&[("payments.0.paid_on", "2021-12-31")], 1),
            (&[("payments.0.paid_on", "2026-12-31")], 0),
            (&[("payments.0.paid_on", "2027-01-01")], 1),
            (&[("payments.0.month", "2022-01")], 0),
            (&[("payments.0.month", "2021-12")], 1),
            (&[("payments.0.through", "2026-12")], 0),
            (&[("payments.0.through", "2027-01")], 1),
        ],
    );
}

/// The number of a woman is forty days late; a day, a month and a serial have a first and a last value.
#[test]
fn a_nik_can_be_up_to_its_last_day_and_serial() {
    for (nik, many) in [
        ("9671000101810001", 0),
        ("9671000001810001", 1),
        ("9671003112810001", 0),
        ("9671003212810001", 1),
        ("9671004101810001", 0),
        ("9671004001810001", 1),
        ("9671007112810001", 0),
        ("9671007212810001", 1),
        ("9671003103810001", 0),
        ("9671003104810001", 1),
        ("9671002902800001", 0),
        ("9671002902810001", 1),
        ("9671000100810001", 1),
        ("9671000112810001", 0),
        ("9671000113810001", 1),
        ("9671000203810000", 1),
        ("9671000203819999", 0),
        ("1171000203810001", 0),
        ("1071000203810001", 1),
        ("9771000203810001", 1),
        // Born on the roster's day, or a hundred years before the day after it.
        ("9671003008240001", 0),
        ("9671003108240001", 0),
    ] {
        let text = format!("\"{nik}\"");
        assert_eq!(count(Rule::NikImpossible, &[("workers.0.nik", &text)]), many, "{nik}");
    }
    for (nik, many) in [("\"967100020381001\"", 1), ("\"9671000203810001\"", 0), ("\"96710002038100011\"", 1)] {
        assert_eq!(count(Rule::NikFormat, &[("workers.0.nik", nik)]), many, "{nik}");
    }
    for (kpj, many) in [("\"2401234560\"", 1), ("\"24012345601\"", 0), ("\"240123456011\"", 1)] {
        assert_eq!(count(Rule::KpjFormat, &[("workers.0.kpj", kpj)]), many, "{kpj}");
    }
    both_sides(
        Rule::NikBirthDate,
        &[(&[("workers.0.birth_date", "1981-03-02")], 0), (&[("workers.0.birth_date", "1981-03-01")], 1)],
    );
}

#[test]
fn payments_agree_to_the_rupiah_the_worker_and_the_month() {
    both_sides(
        Rule::PaymentMismatch,
        &[
            (&[("payments.0.amount", "\"50400\"")], 0),
            (&[("payments.0.amount", "\"50399\"")], 1),
            (&[("payments.0.amount", "\"50401\"")], 1),
        ],
    );
    // The month of the roster is judged and the next is not; enrolled by its end, protected to its end.
    both_sides(
        Rule::PaymentWorkers,
        &[
            (&[("payments.5.workers", "4"), ("payments.5.amount", "\"67200\"")], 1),
            (&[("payments.5.workers", "4"), ("payments.5.amount", "\"67200\""), ("payments.5.month", "2024-09")], 0),
            (&[("workers.0.enrolled_on", "2024-03-31")], 0),
            (&[("workers.0.enrolled_on", "2024-04-01")], 1),
            (&[("workers.0.protected_until", "2024-08-31")], 0),
            (&[("workers.0.protected_until", "2024-08-30")], 1),
        ],
    );
    // What is not paid in the roster's own month is no gap yet.
    both_sides(
        Rule::PaymentGap,
        &[
            (&[("payments.4.month", "2024-09"), ("payments.5.month", "2024-08")], 1),
            (&[("payments.5.month", "2024-09")], 0),
            (&[("program.coverage.from", "2024-03")], 0),
            (&[("program.coverage.from", "2024-02")], 1),
        ],
    );
    both_sides(
        Rule::PaymentsMissing,
        &[
            (&[("payments", "[]")], 0),
            (&[("payments", "null")], 1),
            (&[("payments", "null"), ("workers", ENROLLED_TODAY)], 1),
            (&[("payments", "null"), ("workers", ENROLLED_TOMORROW)], 0),
        ],
    );
}

#[test]
fn budget_rates_and_targets_hold_to_the_last_one() {
    // Six months of three workers: 302,400.
    both_sides(
        Rule::BudgetExceeded,
        &[(&[("program.budget", "\"302400\"")], 0), (&[("program.budget", "\"302399\"")], 1)],
    );
    both_sides(
        Rule::RateMissing,
        &[(&[("program.contributions.0.from", "2024-08")], 0), (&[("program.contributions.0.from", "2024-09")], 1)],
    );
    // Nobody is a BPU but those whom no group claims, and for them there is no rate.
    let of_wage_earners = [
        ("groups.0.segment", "PU"),
        ("program.contributions.0.segment", "PU"),
        ("program.contributions.1.segment", "PU"),
        ("groups.0.target", "10"),
    ];
    for (target, many) in [("10", 0), ("11", 1)] {
        let changes = [&of_wage_earners[..], &[("program.target_workers", target)]].concat();
        assert_eq!(count(Rule::RateMissing, &changes), many, "{target}");
    }
    both_sides(
        Rule::GroupTargets,
        &[(&[("groups.0.target", "10")], 0), (&[("groups.0.target", "9")], 1), (&[("groups.0.target", "11")], 1)],
    );
    let alone = ("groups.0.target", "null");
    assert_eq!(count(Rule::TargetExceeded, &[("program.target_workers", "3"), alone]), 0);
    assert_eq!(count(Rule::TargetExceeded, &[("program.target_workers", "2"), alone]), 1);
    both_sides(Rule::TargetExceeded, &[(&[("groups.0.target", "3")], 0), (&[("groups.0.target", "2")], 1)]);
}

#[test]
fn a_claim_is_the_same_on_the_same_day_and_a_death_counts_from_its_own() {
    both_sides(
        Rule::ClaimDuplicate,
        &[
            (&[("+claims", r#"{"worker": "W1", "scheme": "JKK", "date": "2024-05-02", "amount": "1"}"#)], 1),
            (&[("+claims", r#"{"worker": "W1", "scheme": "JKK", "date": "2024-05-03", "amount": "1"}"#)], 0),
            (&[("+claims", r#"{"worker": "W2", "scheme": "JKK", "date": "2024-05-02", "amount": "1"}"#)], 0),
            (&[("+claims", r#"{"worker": "W1", "scheme": "JKM", "date": "2024-05-02", "amount": "1"}"#)], 0),
            (
                &[
                    ("claims.0.scheme", "JKM"),
                    ("+claims", r#"{"worker": "W1", "scheme": "JKM", "date": "2024-07-01", "amount": "1"}"#),
                ],
                1,
            ),
        ],
    );
    both_sides(
        Rule::DeceasedActive,
        &[
            (&[("claims.0.scheme", "JKM"), ("claims.0.date", "2024-08-30")], 1),
            (&[("claims.0.scheme", "JKM"), ("claims.0.date", "2024-08-31")], 0),
        ],
    );
}

#[test]
fn who_is_active_was_enrolled_on_some_day() {
    both_sides_twice(
        Rule::ActiveWithoutEnrolledOn,
        BORN_FAR,
        &[
            (&[("workers.0.status", "active")], 0),
            (&[("workers.0.enrolled_on", "null")], 1),
            (&[("workers.0.enrolled_on", "null"), ("workers.0.status", "verified")], 0),
        ],
    );
}

/// Where a group has no target the rest of the programme's is its own: the others may take all of it and no more.
#[test]
fn group_targets_take_no_more_than_there_is() {
    let groups = |targets: [&str; 2]| {
        format!(
            r#"[{{"id": "nelayan", "name": "A", "target": {}}}, {{"id": "b", "name": "B", "target": {}}}]"#,
            targets[0], targets[1]
        )
    };
    for (targets, many) in [
        (["9", "null"], 0),
        (["10", "null"], 0),
        (["11", "null"], 1),
        (["null", "null"], 0),
        (["4", "6"], 0),
        (["4", "5"], 1),
        (["5", "6"], 1),
    ] {
        assert_eq!(count(Rule::GroupTargets, &[("groups", &groups(targets))]), many, "{targets:?}");
    }
}

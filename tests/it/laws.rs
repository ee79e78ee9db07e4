//! Laws: what holds for every roster, every filter, every sequence of events.

use crate::stage::{Pace, Stage, drawn, lines};
use crate::support::{assert_clean, document, fixture_text, read, roster};
use chrono::Datelike;
use crossterm::event::{KeyCode, KeyModifiers};
use lindungi::check::{self, Audited};
use lindungi::figures::Figures;
use lindungi::figures::budget::{Outlook, Runway};
use lindungi::figures::compare::{Baseline, Comparison as Compared};
use lindungi::figures::unpaid::Unpaid;
use lindungi::figures::whatif::{Everybody, Unknown, WhatIf, four_ways};
use lindungi::lang::Lang;
use lindungi::lang::glyphs::Glyphs;
use lindungi::roster::Roster;
use lindungi::roster::calendar::{Day, Month, days_after, parse_day};
use lindungi::roster::columns::Held;
use lindungi::roster::filter::{Comparison, Field, FieldType, Filter, Scalar, Tongue, Value};
use lindungi::roster::finding::{Rule, Severity};
use lindungi::roster::json::{self, Document};
use lindungi::roster::money::Rupiah;
use lindungi::roster::program::Segment;
use lindungi::roster::query;
use lindungi::roster::rows::{Row, RowSet};
use lindungi::roster::store::Worker;
use lindungi::roster::text::is_hidden;
use lindungi::roster::worker::{Record, Sex, Standing, Status};
use lindungi::tui::draw::view;
use lindungi::tui::msg::Msg;
use lindungi::tui::state::app::{App, Start};
use lindungi::tui::state::overlay::Overlay;
use lindungi::tui::theme::Theme;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::Buffer;
use serde_json::json;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// Ids, names and places that the filter language must quote, and some that it need not.
const GROUPS: [&str; 6] = ["nelayan", "tukang ojek", "none", "x,y", "-minus", "q\"r\\s"];
const DISTRICTS: [&str; 9] =
    ["Sorong", "Sorong Timur", "any", "a,b", "p(q)", "dua..tiga", "or", "ket:nilai", "Yústinus"];
const NAMES: [&str; 7] = ["Marta Osok", "张伟", "Yu\u{301}stinus", "", "A\u{1b}[2J\u{202e}", "O'Brien \"x\"", "not"];
const AS_OF: &str = "2024-08-30";

fn cases(cases: u32) -> ProptestConfig {
    // No file of failed cases: a test writes nothing beside itself.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn day(offset: i64) -> Day {
    let start = parse_day("1940-01-01").unwrap();
    days_after(start, u64::try_from(offset).unwrap()).unwrap()
}

/// A day from 2023 to 2025, around the rosters' date.
fn near() -> impl Strategy<Value = Day> {
    (30_315_i64..31_400).prop_map(day)
}

fn birth() -> impl Strategy<Value = Day> {
    (0_i64..31_000).prop_map(day)
}

fn number(digits: usize) -> impl Strategy<Value = serde_json::Value> {
    prop_oneof![
        6 => vec(0_u8..10, digits).prop_map(|digits| json!(digits.iter().map(u8::to_string).collect::<String>())),
        1 => Just(json!(null)),
        1 => any::<u32>().prop_map(|number| json!(number)),
        1 => "[0-9 a-z]{0,6}".prop_map(|text| json!(text)),
    ]
}

fn worker() -> impl Strategy<Value = serde_json::Value> {
    let groups = GROUPS.into_iter().chain(["of no group"]).collect::<Vec<_>>();
    (
        (select(&NAMES[..]), select(groups), select(&Status::ALL[..]), of(select(&DISTRICTS[..]))),
        (of(select(&["F", "M"][..])), of(select(&["BPU", "PU"][..])), of(birth()), of(near()), of(near()), of(near())),
        (number(16), number(11), of(0_u8..12), of("[A-Z][0-9]{1,3}")),
    )
        .prop_map(|((name, group, status, district), (sex, segment, birth, registered, enrolled, until), rest)| {
            let text = |day: Option<Day>| day.map(|day| day.to_string());
            let (nik, kpj, decile, id) = rest;
            json!({
                "id": id, "nik": nik, "name": name, "sex": sex, "birth_date": text(birth), "occupation": group,
                "segment": segment, "district": district, "village": district, "status": status.code(),
                "registered_on": text(registered), "enrolled_on": text(enrolled), "protected_until": text(until),
                "kpj": kpj, "welfare_decile": decile,
            })
        })
}

fn month() -> impl Strategy<Value = String> {
    (2023_i32..2026, 1_u32..13).prop_map(|(year, month)| format!("{year}-{month:02}"))
}

fn payment() -> impl Strategy<Value = serde_json::Value> {
    (month(), of(0_u64..50), prop_oneof![9 => 0_u64..5_000_000, 1 => any::<u64>()], of(near())).prop_map(
        |(month, workers, amount, paid)| {
            json!({
                "month": month, "workers": workers, "amount": amount.to_string(),
                "paid_on": paid.map(|day| day.to_string()),
            })
        },
    )
}

/// Any roster whose groups and districts are those above, so that every filter over them can be read.
fn any_roster() -> impl Strategy<Value = String> {
    let rates = vec((select(&["BPU", "PU"][..]), select(&["JKK", "JKM"][..]), 0_u64..20_000, of(month())), 0..6);
    (
        vec(worker(), 0..40),
        vec(payment(), 0..4),
        vec((month(), 0_u64..60), 0..4),
        (0_u64..60, prop_oneof![9 => (0_u64..20_000_000).prop_map(|n| n.to_string()), 1 => Just("9".repeat(28))]),
        rates,
        (vec(of(0_u64..20), GROUPS.len()), of(0_u8..13)),
    )
        .prop_map(|(mut workers, payments, plan, (target, budget), mut rates, (targets, grace))| {
            let seats = DISTRICTS.map(|district| {
                json!({"name": "x", "occupation": "nelayan", "status": "proposed", "district": district, "village": district})
            });
            workers.extend(seats);
            rates.sort_by_key(|(segment, scheme, _, from)| (*segment, *scheme, from.clone()));
            rates.dedup_by_key(|(segment, scheme, _, from)| (*segment, *scheme, from.clone()));
            let rates: Vec<_> = rates
                .into_iter()
                .map(|(segment, scheme, monthly, from)| {
                    json!({"segment": segment, "scheme": scheme, "monthly": monthly, "from": from})
                })
                .collect();
            let groups: Vec<_> = GROUPS
                .iter()
                .zip(targets)
                .map(|(id, target)| {
                    json!({"id": id, "name": {"id": format!("{id} (id)"), "en": format!("{id} (en)")},
                           "target": target, "segment": if id.len() % 2 == 0 { "PU" } else { "BPU" }})
                })
                .collect();
            let plan: Vec<_> = plan.into_iter().map(|(month, workers)| json!({"month": month, "workers": workers})).collect();
            json!({
                "schema": "lindungi/roster/1",
                "program": {
                    "name": "Contoh", "fiscal_year": 2024, "as_of": AS_OF, "target_workers": target, "budget": budget,
                    "contributions": rates, "coverage": {"from": "2024-03", "to": "2024-12"}, "grace_months": grace,
                },
                "groups": groups, "workers": workers, "payments": payments, "plan": plan,
            })
            .to_string()
        })
}

fn scalar(field: Field) -> BoxedStrategy<Scalar> {
    match field.kind() {
        FieldType::Number if field == Field::Decile => (1_u32..=10).prop_map(Scalar::Number).boxed(),
        FieldType::Number => (0_u32..90).prop_map(Scalar::Number).boxed(),
        _ => prop_oneof![
            (1900_i32..2100).prop_map(Scalar::Year),
            (1900_i32..2100, 1_u32..13).prop_map(|(year, month)| Scalar::Month(Month::new(year, month).unwrap())),
            prop_oneof![near(), birth()].prop_map(Scalar::Day),
        ]
        .boxed(),
    }
}

/// A range that does not run backwards.
fn range(from: Scalar, to: Option<Scalar>) -> Value {
    let days = |scalar: Scalar| match scalar {
        Scalar::Number(number) => i64::from(number),
        Scalar::Year(year) => i64::from(Month::new(year, 1).unwrap().first_day().num_days_from_ce()),
        Scalar::Month(month) => i64::from(month.first_day().num_days_from_ce()),
        Scalar::Day(day) => i64::from(day.num_days_from_ce()),
    };
    match to {
        // The first days in order are enough: what begins later does not end before.
        Some(to) if days(to) < days(from) => Value::Range(Some(to), Some(from)),
        to => Value::Range(Some(from), to),
    }
}

/// A text that is searched for; any characters at all.
fn part() -> impl Strategy<Value = String> {
    prop_oneof![
        select(&["a", "sti", "or", "NOT", "-x", "a:b", "x<3", "", "\"", "\\", "a b", "张", ".."][..])
            .prop_map(str::to_owned),
        "\\PC{0,6}",
    ]
}

fn value(field: Field) -> BoxedStrategy<Value> {
    let unknown = select(&[Value::None, Value::Any][..]);
    let names = |names: &'static [&'static str]| select(names).prop_map(|name| Value::Name(name.to_owned()));
    let own = match field {
        Field::Group => names(&GROUPS).boxed(),
        Field::District | Field::Village | Field::Reason => names(&DISTRICTS).boxed(),
        Field::Status => select(&Standing::ALL[..]).prop_map(Value::Standing).boxed(),
        Field::Sex => select(&Sex::ALL[..]).prop_map(Value::Sex).boxed(),
        Field::Segment => select(&Segment::ALL[..]).prop_map(Value::Segment).boxed(),
        Field::Finding => {
            prop_oneof![select(Rule::ALL).prop_map(Value::Rule), select(&Severity::ALL[..]).prop_map(Value::Severity),]
                .boxed()
        }
        Field::Name | Field::Id | Field::Nik | Field::Kpj | Field::Phone => part().prop_map(Value::Name).boxed(),
        _ => prop_oneof![
            scalar(field).prop_map(Value::Scalar),
            (scalar(field), of(scalar(field))).prop_map(|(from, to)| range(from, to)),
            scalar(field).prop_map(|to| Value::Range(None, Some(to))),
        ]
        .boxed(),
    };
    prop_oneof![1 => unknown, 4 => own].boxed()
}

fn field() -> impl Strategy<Value = Field> {
    select(Field::ALL.map(|(field, ..)| field).to_vec())
}

fn leaf() -> BoxedStrategy<Filter> {
    let has = field().prop_flat_map(|field| vec(value(field), 1..4).prop_map(move |values| Filter::Has(field, values)));
    let ordered =
        field().prop_filter("has an order", |field| matches!(field.kind(), FieldType::Number | FieldType::Date));
    let comparison =
        select(&[Comparison::Less, Comparison::LessOrEqual, Comparison::Greater, Comparison::GreaterOrEqual][..]);
    let is = (ordered, comparison).prop_flat_map(|(field, comparison)| {
        scalar(field).prop_map(move |scalar| Filter::Is(field, comparison, scalar))
    });
    let is = is.prop_filter("somebody may be so", |is| match is {
        Filter::Is(Field::Decile, Comparison::Less, Scalar::Number(number)) => *number > 1,
        Filter::Is(Field::Decile, Comparison::Greater, Scalar::Number(number)) => *number < 10,
        Filter::Is(Field::Age, Comparison::Less, Scalar::Number(number)) => *number > 0,
        _ => true,
    });
    prop_oneof![3 => has, 1 => is, 1 => part().prop_map(Filter::Text)].boxed()
}

/// A filter in the form that reading gives: *and* and *or* of at least two parts.
fn filter() -> BoxedStrategy<Filter> {
    leaf()
        .prop_recursive(3, 10, 3, |inner| {
            prop_oneof![
                vec(inner.clone(), 2..4).prop_map(Filter::All),
                vec(inner.clone(), 2..4).prop_map(Filter::Any),
                inner.prop_map(|part| Filter::Not(Box::new(part))),
            ]
        })
        .boxed()
}

fn standings(figures: &Figures) -> [u64; 6] {
    Standing::ALL.map(|standing| figures.enrollment.standing.get(standing))
}

fn sum(a: [u64; 6], b: [u64; 6]) -> [u64; 6] {
    std::array::from_fn(|place| a[place] + b[place])
}

fn by_group(figures: &Figures) -> Vec<[u64; 6]> {
    figures.groups.iter().map(|row| Standing::ALL.map(|standing| row.standing.get(standing))).collect()
}

fn by_district(figures: &Figures) -> Vec<(Option<String>, u64, u64)> {
    let mut rows: Vec<_> = figures.districts.iter().map(|row| (row.name.clone(), row.workers, row.active)).collect();
    rows.sort();
    rows
}

/// A worker of few names, days and NIKs, so that many are alike; some NIKs are none, and some are no well-formed ones.
fn alike() -> impl Strategy<Value = serde_json::Value> {
    let niks = [json!(null), json!("9671004203810001"), json!("9671004203810002"), json!("967"), json!(9_671)];
    let births: [Option<&str>; 3] = [None, Some("1981-03-02"), Some("1981-03-03")];
    (select(&["Marta Osok", "MARTA  osok", "Yakob", ""][..]), select(births.to_vec()), select(niks.to_vec())).prop_map(
        |(name, birth, nik)| json!({"name": name, "birth_date": birth, "nik": nik, "occupation": "x", "status": "active"}),
    )
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn a_person_is_doubled_where_another_one_has_his_name_and_birth_date_and_not_his_nik(workers in vec(alike(), 0..24)) {
        let roster = roster(document(json!(workers)).to_string());
        let nik = |worker: &Worker<'_>| match worker.nik() {
            Held::Text(nik) => Some(nik.reveal().to_owned()).filter(|nik| nik.len() == 16),
            _ => None,
        };
        let is_doubled = |own: &Worker<'_>| {
            let is_alike = |other: &Worker<'_>| {
                let person = |worker: &Worker<'_>| (worker.folded_name().to_owned(), worker.birth());
                let same_nik = nik(own).is_some() && nik(own) == nik(other);
                own.row != other.row && person(own) == person(other) && !same_nik
            };
            !own.folded_name().is_empty() && own.birth().is_some() && roster.iter().any(|other| is_alike(&other))
        };
        let doubled: Vec<Row> = roster.iter().filter(is_doubled).map(|worker| worker.row).collect();
        prop_assert_eq!(roster.findings.rows(Rule::PersonDuplicate), doubled);
    }

    #[test]
    fn case_38_a_filter_and_its_negation_are_everybody((text, a) in (any_roster(), filter())) {
        let roster = roster(text);
        let not = Filter::Not(Box::new(a.clone()));
        let [all, a, not] = [&Filter::EVERYBODY, &a, &not].map(|filter| Figures::of(&roster, filter));
        prop_assert_eq!(a.matched + not.matched, all.matched);
        prop_assert_eq!(all.matched, roster.workers.len() as u64);
        prop_assert_eq!(a.selection.count_both(&not.selection), 0);
        prop_assert_eq!(sum(standings(&a), standings(&not)), standings(&all));
        for ((a, not), all) in by_group(&a).into_iter().zip(by_group(&not)).zip(by_group(&all)) {
            prop_assert_eq!(sum(a, not), all);
        }
        for ((a, not), all) in by_district(&a).iter().zip(by_district(&not)).zip(by_district(&all)) {
            prop_assert_eq!((&a.0, a.1 + not.1, a.2 + not.2), (&all.0, all.1, all.2));
        }
    }

    #[test]
    fn case_38_groups_and_districts_add_up_to_the_selection((text, filter) in (any_roster(), filter())) {
        let roster = roster(text);
        let figures = Figures::of(&roster, &filter);
        let total = by_group(&figures).into_iter().fold([0; 6], sum);
        prop_assert_eq!(total, standings(&figures));
        prop_assert_eq!(total.iter().sum::<u64>(), figures.matched);
        prop_assert_eq!(figures.districts.iter().map(|row| row.workers).sum::<u64>(), figures.matched);
        prop_assert_eq!(figures.districts.iter().map(|row| row.active).sum::<u64>(), figures.enrollment.funnel.active);
        prop_assert_eq!(figures.enrollment.funnel.listed, figures.matched);
        let months: Vec<_> = figures.enrollment.months.iter().map(|row| row.month).collect();
        prop_assert!(months.is_sorted_by(|a, b| a < b));
        let whole = Figures::of(&roster, &Filter::EVERYBODY).budget;
        prop_assert_eq!(lindungi::figures::budget::Budget { selection: None, ..figures.budget.clone() }, whole);
        prop_assert_eq!(figures.budget.selection.unwrap().workers, figures.matched);
    }

    #[test]
    fn what_if_nothing_changes_all_is_as_the_budget_says(text in any_roster()) {
        let roster = roster(text);
        let budget = Figures::of(&roster, &Filter::EVERYBODY).budget;
        let Some(now) = WhatIf::now(&roster, &budget) else { return Ok(()) };
        let Some(outcome) = now.outcome() else { return Ok(()) };
        prop_assert_eq!(Some(outcome.balance), budget.active.balance);
        if let Runway::Lasts(lasts) = budget.active.runway {
            let months = lasts.full_months.min(budget.months_to_end.into());
            // Money that is overspent has to be covered before a month is paid.
            if budget.left.is_some_and(|left| !left.is_negative()) {
                prop_assert_eq!(outcome.paid.len() as i128, months);
                prop_assert_eq!(outcome.lacks.is_none(), months == i128::from(budget.months_to_end));
            }
        }
        let target = budget.target.unwrap();
        if let Some(monthly) = target.monthly.filter(|_| target.unrated == 0) {
            let [until, fit, _, to_end] = four_ways(&now, Everybody { workers: target.workers, monthly });
            prop_assert_eq!(fit.map(|way| way.workers), budget.affordable.map(|fits| fits.workers));
            prop_assert_eq!(to_end.and_then(|way| way.balance), to_end.and(target.balance));
            if let (Some(until), Runway::Lasts(lasts)) = (until, target.runway) {
                // Money that is overspent pays nothing, and is short by what it is overspent.
                let overspent = budget.left.filter(|left| left.is_negative());
                let balance = overspent.unwrap_or(lasts.remainder);
                prop_assert_eq!((until.months, until.balance), (lasts.full_months, Some(balance)));
                prop_assert_eq!(until.through, lasts.funded_through.filter(|_| lasts.full_months > 0));
            }
        }
    }

    #[test]
    fn what_is_solved_pays_every_month_and_one_more_would_not(
        (left, added, late) in (0_i128..3_000_000, 0_i128..500_000, 0_i64..6),
        (workers, more, rate, months) in (0_u64..60, 0_u64..8, 0_i128..20_000, 0_u64..14),
    ) {
        let from = Month::new(2024, 9).unwrap();
        let money = |rupiah| Rupiah::new(rupiah).unwrap();
        let own = WhatIf {
            left: money(left), added: money(added), added_from: from.plus(late), workers, base: None, more, replaced: 0,
            rate: money(rate), unpaid: Unpaid::every(from), months,
        };
        let pays = |own: &WhatIf| own.outcome().is_some_and(|outcome| outcome.lacks.is_none());
        for unknown in [Unknown::Added, Unknown::Workers, Unknown::More, Unknown::Rate, Unknown::Months] {
            let Some(found) = own.solved(unknown) else { continue };
            prop_assert!(pays(&found), "{:?} {:?}", unknown, found);
            let one_more = match unknown {
                // The least that has to be added: one rupiah less does not pay.
                Unknown::Added if found.added == Rupiah::ZERO => continue,
                Unknown::Added => WhatIf { added: money(found.added.get() - 1), ..found },
                Unknown::Workers => WhatIf { workers: found.workers + 1, ..found },
                Unknown::More => WhatIf { more: found.more + 1, ..found },
                Unknown::Rate => WhatIf { rate: money(found.rate.get() + 1), ..found },
                Unknown::Months => WhatIf { months: found.months + 1, ..found },
            };
            prop_assert!(!pays(&one_more), "{:?} {:?}", unknown, one_more);
        }
    }

    #[test]
    fn joined_less_left_is_the_difference_and_every_standing_adds_up(
        (old, new, filter) in (any_roster(), any_roster(), filter())
    ) {
        let (old, new) = (roster(old), roster(new));
        let compare = |old: &Audited, new: &Audited| {
            Compared::of(&Baseline::of(Arc::clone(old.shared()), new), &filter, new, &Figures::of(new, &filter))
        };
        let found = compare(&old, &new);
        let (joined, left) = (found.joined.len() as i128, found.left.len() as i128);
        prop_assert_eq!(joined - left, i128::from(found.new.listed) - i128::from(found.old.listed));
        // Seen from the other side joined are left, and nobody is both.
        let back = compare(&new, &old);
        prop_assert_eq!((back.joined.len() as i128, back.left.len() as i128), (left, joined));
        prop_assert_eq!(back.changed.len(), found.changed.len());
        prop_assert!(found.left.iter().all(|&row| filter.select(&old).contains(row)));
        let moved = |from: &Compared, to: Standing| -> i128 {
            from.standings.iter().map(|(was, is, pairs)| {
                let many = pairs.len() as i128;
                i128::from(*is == to) * many - i128::from(*was == to) * many
            }).sum()
        };
        // Behind each line stand as many as it says.
        for (people, many) in found.lines().0 {
            prop_assert_eq!(found.count(people) as u64, many, "{:?}", people);
            prop_assert_eq!(found.who(people).count() as u64, many, "{:?}", people);
        }
        for standing in Standing::ALL {
            let own = |rows: &[u32], roster: &Roster| {
                rows.iter().filter(|&&row| roster.worker(row).standing() == standing).count() as i128
            };
            let net = moved(&found, standing) + own(&found.joined, &new) - own(&found.left, &old);
            let counted = i128::from(found.new.standing.get(standing)) - i128::from(found.old.standing.get(standing));
            prop_assert_eq!(net, counted, "{:?}", standing);
        }
    }

    #[test]
    fn case_96_the_order_of_and_and_or_does_not_matter((text, parts, turn) in (any_roster(), vec(filter(), 2..5), 0_usize..5)) {
        let roster = roster(text);
        let mut turned = parts.clone();
        turned.rotate_left(turn % parts.len());
        let backwards: Vec<Filter> = parts.iter().rev().cloned().collect();
        for other in [turned, backwards] {
            prop_assert_eq!(
                Filter::All(parts.clone()).select(&roster), Filter::All(other.clone()).select(&roster)
            );
            prop_assert_eq!(Filter::Any(parts.clone()).select(&roster), Filter::Any(other).select(&roster));
        }
        let twice: Vec<Filter> = parts.iter().chain(&parts).cloned().collect();
        prop_assert_eq!(Filter::All(twice).select(&roster), Filter::All(parts.clone()).select(&roster));
        let not_any = Filter::Not(Box::new(Filter::Any(parts.clone())));
        let all_not = Filter::All(parts.into_iter().map(|part| Filter::Not(Box::new(part))).collect());
        prop_assert_eq!(not_any.select(&roster), all_not.select(&roster));
    }

    #[test]
    fn money_adds_up_whatever_the_payments(text in any_roster()) {
        let roster = roster(text);
        let budget = Figures::of(&roster, &Filter::EVERYBODY).budget;
        let get = |amount: Option<Rupiah>| amount.map(Rupiah::get);
        if let (Some(spent), Some(committed), Some(left)) = (get(budget.spent), get(budget.committed), get(budget.left)) {
            prop_assert_eq!(spent + committed + left, budget.total.map_or(0, Rupiah::get));
        }
        for outlook in [Some(budget.active), Some(budget.joined), budget.target, budget.affordable].into_iter().flatten() {
            holds_together(&outlook, get(budget.left), budget.months_to_end, !budget.covered.is_empty())?;
        }
        if let Some(affordable) = budget.affordable {
            prop_assert!(affordable.balance.is_none_or(|balance| !balance.is_negative() || affordable.workers == 0));
            prop_assert_eq!(
                budget.over_affordable, Some(budget.active.workers.saturating_sub(affordable.workers))
            );
        }
        prop_assert_eq!(budget.payments.len(), roster.payments.len());
        for (payment, found) in roster.payments.iter().zip(budget.payments.iter()) {
            prop_assert_eq!(payment.workers.is_none(), found.expected.is_none());
            if let (Some(expected), Some(difference)) = (found.expected.and_then(|e| e.sum()), found.difference) {
                prop_assert_eq!(expected.get() + difference.get(), payment.amount.get());
            }
        }
    }
}

fn holds_together(outlook: &Outlook, left: Option<i128>, months: u64, covered: bool) -> Result<(), TestCaseError> {
    if outlook.runway == Runway::NoRate {
        let nobody = outlook.monthly == Some(Rupiah::ZERO);
        prop_assert!(outlook.unrated > 0 || nobody);
        prop_assert!(outlook.unrated == 0 || (outlook.need, outlook.balance) == (None, None));
        return Ok(());
    }
    prop_assert_eq!(outlook.unrated, 0);
    let (Some(monthly), Some(left)) = (outlook.monthly.map(Rupiah::get), left) else {
        prop_assert_eq!(outlook.runway, Runway::Unknown);
        return Ok(());
    };
    let schemes = outlook.by_scheme.unwrap();
    prop_assert_eq!(schemes.jkk.get() + schemes.jkm.get(), monthly);
    prop_assert_eq!(outlook.need.unwrap().get(), monthly * i128::from(months));
    prop_assert_eq!(outlook.balance.unwrap().get(), left - monthly * i128::from(months));
    match outlook.runway {
        Runway::Unlimited => prop_assert_eq!(monthly, 0),
        Runway::Unknown | Runway::NoRate => prop_assert!(false, "known money, unknown runway"),
        Runway::Lasts(lasts) => {
            let money = left.max(0);
            prop_assert_eq!(lasts.full_months * monthly + lasts.remainder.get(), money);
            prop_assert!(lasts.remainder.get() < monthly);
            prop_assert_eq!(lasts.months.unwrap().to_string(), cut(money * 100 / monthly));
            let near = lasts.full_months <= 1_200;
            prop_assert_eq!(lasts.first_unfunded.is_some(), near);
            prop_assert_eq!(lasts.funded_through.is_some(), near && (lasts.full_months > 0 || covered));
        }
    }
    Ok(())
}

/// Hundredths as a decimal.
fn cut(hundredths: i128) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// A roster that holds every name of the filters.
fn named() -> &'static Audited {
    static ROSTER: OnceLock<Audited> = OnceLock::new();
    ROSTER.get_or_init(|| {
        let groups: Vec<_> = GROUPS.iter().map(|id| json!({"id": id, "name": format!("{id} x")})).collect();
        let workers: Vec<_> = DISTRICTS
            .iter()
            .map(|name| json!({"name": "x", "occupation": "none", "status": "active", "district": name, "village": name, "reason": name}))
            .collect();
        let mut document = crate::support::document(json!(workers));
        document["groups"] = json!(groups);
        roster(document.to_string())
    })
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn the_text_of_a_filter_means_the_filter(filter in filter()) {
        let text = filter.to_string();
        let read = query::parse(&text, named());
        prop_assert_eq!(read.as_ref(), Ok(&filter), "{}", text);
        let text = filter.written(Tongue::Indonesian);
        let read = query::parse(&text, named());
        prop_assert_eq!(read.as_ref(), Ok(&filter), "{}", text);
    }

    #[test]
    fn any_text_is_a_filter_or_a_mistake_at_a_column(text in prop_oneof![
        "\\PC{0,40}",
        "([a-z:,.<>=\"\\\\() -]|or|and|not|group|status|age|born|none|any|[0-9]){0,24}",
    ]) {
        match query::parse(&text, named()) {
            Ok(filter) => {
                let again = query::parse(&filter.to_string(), named()).unwrap();
                prop_assert_eq!(again.select(named()), filter.select(named()));
            }
            Err(error) => {
                prop_assert!((1..=text.chars().count() + 1).contains(&error.column), "{}", error.column);
                for lang in [Lang::En, Lang::Id] {
                    let said = lang.query_error(&error);
                    prop_assert!(!said.is_empty() && !said.chars().any(is_hidden), "{:?}", said);
                }
            }
        }
    }

    #[test]
    fn reading_any_bytes_ends_with_a_roster_or_a_reason(bytes in vec(any::<u8>(), 0..200)) {
        let error = read(&bytes).expect_err("noise is no roster");
        let message = Lang::Id.load_error("x", &error);
        assert_clean(&message);
        prop_assert!(message.lines().count() <= 5);
    }
}

/// One change of a file.
#[derive(Clone, Debug)]
enum Harm {
    Put(usize, u8),
    Cut(usize, usize),
    Copy(usize, usize, usize),
    Insert(usize, &'static str),
}

fn harm() -> impl Strategy<Value = Harm> {
    let tokens = select(
        &[
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "1e400",
            "\\u0000",
            "\\ud800",
            "9999999999999999999999999999",
            "-1",
            "\u{feff}",
        ][..],
    );
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Harm::Put(at, byte)),
        (any::<usize>(), 1_usize..60).prop_map(|(at, len)| Harm::Cut(at, len)),
        (any::<usize>(), 1_usize..60, any::<usize>()).prop_map(|(at, len, to)| Harm::Copy(at, len, to)),
        (any::<usize>(), tokens).prop_map(|(at, token)| Harm::Insert(at, token)),
    ]
}

fn harmed(mut bytes: Vec<u8>, harms: &[Harm]) -> Vec<u8> {
    for harm in harms {
        let len = bytes.len().max(1);
        match *harm {
            Harm::Put(at, byte) => {
                if let Some(own) = bytes.get_mut(at % len) {
                    *own = byte;
                }
            }
            Harm::Cut(at, count) => {
                let at = at % len;
                bytes.drain(at.min(bytes.len())..(at + count).min(bytes.len()));
            }
            Harm::Copy(at, count, to) => {
                let at = (at % len).min(bytes.len());
                let part = bytes[at..(at + count).min(bytes.len())].to_vec();
                let to = (to % len).min(bytes.len());
                bytes.splice(to..to, part);
            }
            Harm::Insert(at, token) => {
                let at = (at % len).min(bytes.len());
                bytes.splice(at..at, token.bytes());
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_damaged_roster_is_read_or_refused_and_never_quoted(harms in vec(harm(), 1..5)) {
        let bytes = harmed(fixture_text("defects/rate-change-mid-year.json").into_bytes(), &harms);
        match read(&bytes) {
            Ok(roster) => {
                let roster = check::audit(roster);
                let figures = Figures::of(&roster, &Filter::EVERYBODY);
                prop_assert_eq!(figures.matched as usize, roster.workers.len());
            }
            Err(error) => {
                for lang in [Lang::En, Lang::Id] {
                    let message = lang.load_error("x", &error);
                    assert_clean(&message);
                    prop_assert!(message.lines().count() <= 5, "{}", message);
                    prop_assert!(!["Marta", "Osok", "Kalami", "Howay", "92710"].iter().any(|v| message.contains(v)), "{}", message);
                }
            }
        }
    }

    #[test]
    fn the_end_of_a_block_may_cut_a_value_anywhere(pad in 0_usize..2_000) {
        static ROWS: OnceLock<String> = OnceLock::new();
        let rows = ROWS.get_or_init(|| {
            let row = json!({"name": "Yústinus 张伟 \\ \"👩\"", "occupation": "nelayan", "status": "active", "welfare_decile": 7});
            crate::support::document(json!(vec![row; 3_200])).to_string()
        });
        // Padding is inside the first object, so that the block's end moves over the rows; 256 KiB is a block.
        let text = format!("{{{}{}", " ".repeat(pad), &rows[1..]);
        prop_assert!(text.len() > 256 * 1024);
        let roster = read(&text).unwrap();
        prop_assert_eq!(roster.workers.len(), 3_200);
        prop_assert!(roster.set_aside.count() == 0);
        prop_assert!(roster.iter().all(|worker| worker.name() == "Yústinus 张伟 \\ \"👩\"" && worker.decile() == Some(7)));
    }
}

fn held() -> impl Strategy<Value = Held<Cow<'static, str>>> {
    prop_oneof![
        Just(Held::Missing),
        Just(Held::NotText),
        "[0-9]{0,18}".prop_map(|text| Held::Text(text.into())),
        "[0-9]{16}".prop_map(|text| Held::Text(text.into())),
        any::<String>().prop_map(|text| Held::Text(text.into())),
    ]
}

fn record() -> impl Strategy<Value = Record<'static>> {
    let text = || any::<String>().prop_map(Cow::from);
    let id = prop_oneof!["W[0-9]{1,7}".prop_map(Cow::from), text()];
    (
        (of(id), held(), held(), held(), text(), text()),
        (of(select(&Sex::ALL[..])), of(select(&Segment::ALL[..])), select(&Status::ALL[..]), of(text()), of(text())),
        (of(birth()), of(near()), of(near()), of(near()), of(any::<u8>()), of(text())),
    )
        .prop_map(|((id, nik, kpj, phone, name, occupation), (sex, segment, status, district, village), rest)| {
            let (birth, registered, enrolled, until, decile, reason) = rest;
            Record {
                id,
                nik,
                name,
                sex,
                birth,
                occupation,
                segment,
                district,
                village,
                status,
                registered,
                enrolled,
                until,
                kpj,
                phone,
                decile,
                reason,
            }
        })
}

fn texts<K: lindungi::roster::worker::Kind>(
    held: Held<lindungi::roster::worker::Private<K>>,
) -> Held<Cow<'static, str>> {
    match held {
        Held::Missing => Held::Missing,
        Held::NotText => Held::NotText,
        Held::Text(number) => Held::Text(number.reveal().to_owned().into()),
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_is_written_is_what_is_read(records in vec(record(), 0..12)) {
        let base = roster(fixture_text("small-city.json"));
        let document = Document {
            synthetic: base.synthetic,
            program: &base.program,
            groups: &base.groups,
            payments: Some(&base.payments),
            plan: &base.plan,
            claims: &base.claims,
            districts: &base.districts,
            history: &base.history,
        };
        let mut bytes = Vec::new();
        json::write(&mut bytes, &document, records.iter().cloned()).unwrap();
        let back = read(&bytes).unwrap();
        prop_assert_eq!(&back.program, &base.program);
        prop_assert_eq!(&back.groups, &base.groups);
        prop_assert_eq!(&back.payments, &base.payments);
        prop_assert_eq!((&back.plan, &back.claims, &back.history), (&base.plan, &base.claims, &base.history));
        prop_assert!(back.set_aside.count() == 0 && back.unknown_fields.is_empty());
        prop_assert_eq!(back.workers.len(), records.len());
        for (worker, record) in back.iter().zip(&records) {
            let (id, name) = (worker.id(), worker.name());
            prop_assert_eq!(id.as_deref(), known(record.id.as_deref()));
            prop_assert_eq!(&*name, known(Some(&record.name)).unwrap_or(""));
            prop_assert_eq!(back.workers.occupation(worker.row), known(Some(&record.occupation)).unwrap_or(""));
            prop_assert_eq!(back.workers.district(worker.row), known(record.district.as_deref()));
            prop_assert_eq!(back.workers.village(worker.row), known(record.village.as_deref()));
            prop_assert_eq!(back.workers.reason(worker.row), known(record.reason.as_deref()));
            prop_assert_eq!((worker.sex(), worker.status()), (record.sex, record.status));
            prop_assert_eq!(record.segment.unwrap_or(worker.segment()), worker.segment());
            prop_assert_eq!(
                (worker.birth(), worker.registered(), worker.enrolled(), worker.until()),
                (record.birth, record.registered, record.enrolled, record.until)
            );
            prop_assert_eq!(worker.decile(), record.decile);
            prop_assert_eq!(texts(worker.nik()), known_number(&record.nik));
            prop_assert_eq!(texts(worker.kpj()), known_number(&record.kpj));
            prop_assert_eq!(texts(worker.phone()), known_number(&record.phone));
        }
    }
}

/// A blank text is as good as none: one without a letter or digit.
fn known(text: Option<&str>) -> Option<&str> {
    let says = |c: char| c.is_alphanumeric() || matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}');
    text.filter(|text| text.chars().any(says))
}

fn known_number(held: &Held<Cow<'static, str>>) -> Held<Cow<'static, str>> {
    match held {
        Held::Text(text) if known(Some(text)).is_none() => Held::Missing,
        held => held.clone(),
    }
}

#[test]
fn a_name_spelt_exactly_as_in_the_file_is_never_ambiguous() {
    let names = ["Sorong Timur", "SORONG TIMUR", "Sorong_Timur", "sorong-timur"];
    let workers = names.map(|id| json!({"name": "x", "occupation": id, "status": "active"}));
    let mut document = crate::support::document(json!(workers));
    document["groups"] = names.map(|id| json!({"id": id, "name": id})).into_iter().collect();
    let roster = roster(document.to_string());
    for name in names {
        let filter = Filter::Has(Field::Group, vec![Value::Name(name.to_owned())]);
        assert_eq!(filter.select(&roster).count(), 1);
        assert_eq!(query::parse(&filter.to_string(), &roster), Ok(filter), "picked by Space, then edited by /");
    }
}

/// What happens to the screen.
#[derive(Clone, Debug)]
pub enum Event {
    Key(KeyCode, KeyModifiers),
    Typed(&'static str),
    Paste(String),
    Resize(u16, u16),
    /// A second passes.
    Beat,
    /// A click on a cell.
    Click(u16, u16),
    /// A notch of the wheel.
    Wheel(bool),
    /// Whatever is held back comes.
    Deliver,
}

impl Event {
    /// Lets it happen.
    pub fn happen(&self, app: &mut Stage) {
        match self {
            Event::Key(code, modifiers) => drop(app.key(*code, *modifiers)),
            Event::Typed(text) => drop(app.press(text)),
            Event::Paste(text) => drop(app.update(Msg::Paste(text.clone()))),
            Event::Resize(width, height) => drop(app.update(Msg::Resize(*width, *height))),
            Event::Beat => drop(app.update(Msg::Beat)),
            Event::Click(x, y) => drop(app.click_at((*x, *y))),
            Event::Wheel(down) => drop(app.wheel(*down)),
            Event::Deliver => app.deliver(),
        }
    }
}

/// Any of them.
pub fn event() -> impl Strategy<Value = Event> {
    let named = select(
        &[
            KeyCode::Up,
            KeyCode::Down,
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::Home,
            KeyCode::End,
            KeyCode::PageUp,
            KeyCode::PageDown,
            KeyCode::Tab,
            KeyCode::BackTab,
            KeyCode::Enter,
            KeyCode::Esc,
            KeyCode::Backspace,
            KeyCode::Delete,
            KeyCode::F(1),
            KeyCode::F(12),
            KeyCode::Null,
            KeyCode::Insert,
        ][..],
    );
    let modifiers = select(
        &[KeyModifiers::NONE, KeyModifiers::NONE, KeyModifiers::SHIFT, KeyModifiers::CONTROL, KeyModifiers::ALT][..],
    );
    let code = prop_oneof![
        2 => named,
        3 => select("jkhlgG12345[]/ upL?q ywrefsSvnN:wwDDdPPa+-".chars().collect::<Vec<_>>()).prop_map(KeyCode::Char),
        1 => any::<char>().prop_map(KeyCode::Char),
    ];
    let typed = select(
        &[
            "/group:",
            "/status:active",
            "/-(age>=60 or",
            "/\u{1b}",
            "/a",
            "/zzz",
            "/finding:any",
            "/statu:",
            "p",
            "py",
            "f",
            "4s",
            "1s",
            "1S",
            "4v",
            ":sort",
            "3w2.2bn",
            "w150jt",
            "D",
            "Dold",
            "P",
            "PG",
            "Pa---",
        ][..],
    );
    let sides =
        || prop_oneof![3 => 0_u16..200, 1 => 0_u16..12, 1 => select(&[0_u16, 1, 39, 40, 59, 60, 80, 84, 120][..])];
    prop_oneof![
        8 => (code, modifiers).prop_map(|(code, modifiers)| Event::Key(code, modifiers)),
        2 => typed.prop_map(Event::Typed),
        1 => any::<String>().prop_map(Event::Paste),
        1 => Just(Event::Paste("x ".repeat(5_000))),
        2 => Just(Event::Deliver),
        1 => Just(Event::Beat),
        4 => (0_u16..200, 0_u16..60).prop_map(|(x, y)| Event::Click(x, y)),
        2 => any::<bool>().prop_map(Event::Wheel),
        3 => (sides(), sides()).prop_map(|(width, height)| Event::Resize(width.min(200), height.min(60))),
    ]
}

/// Draws, and says what may be drawn.
fn looks_right(app: &App) -> Result<(), TestCaseError> {
    let area = app.area();
    let mut buffer = Buffer::empty(area);
    let drawn = view::draw(&mut buffer, app);
    if let Some(cursor) = drawn.cursor {
        prop_assert!(area.contains(cursor), "the cursor {:?} is out of {:?}", cursor, area);
    }
    for region in &drawn.regions {
        prop_assert_eq!(region.area.intersection(area), region.area, "{:?} is out of the screen", region);
    }
    for (place, cell) in buffer.content.iter().enumerate() {
        let bad = |c: char| is_hidden(c) || c.is_control() || (app.glyphs() == Glyphs::Ascii && !c.is_ascii());
        prop_assert!(!cell.symbol().chars().any(bad), "cell {} of {:?}: {:?}", place, area, cell.symbol());
    }
    let Some(review) = app.review() else { return Ok(()) };
    if let Some(cursor) = drawn.cursor.filter(|_| !app.is_typing()) {
        prop_assert_eq!(buffer[cursor].symbol(), ">", "the cursor sits on the selected row's mark, {:?}", area);
    }
    let rows = &review.answer.rows;
    prop_assert_eq!(review.workers.row.is_some(), !rows.is_empty());
    prop_assert!(review.workers.row.is_none_or(|row| rows.contains(&row)), "the worker under the cursor passes");
    prop_assert!(review.groups.row < review.answer.list().len().max(1));
    prop_assert!(review.workers.top < rows.len().max(1));
    prop_assert!(review.groups.top < review.answer.list().len().max(1));
    prop_assert_eq!(review.answer.figures.matched as usize, rows.len());
    prop_assert_eq!(review.answer.ranking.arrange(&review.answer.figures.selection), rows.clone(), "in its own order");
    // What is on the screen is of one filter; of the newest, unless its answer is still on its way.
    if !app.is_counting() {
        prop_assert_eq!(&review.filter.select(&review.roster), &review.answer.figures.selection);
    }
    Ok(())
}

/// A new screen in this language that has to be drawn in ASCII or not, and whether it has an older roster beside it.
type Begin = ((u16, u16), Lang, bool, bool);

fn survives(
    fixture: &str,
    (size, lang, ascii, compared): Begin,
    pace: Pace,
    events: &[Event],
) -> Result<(), TestCaseError> {
    let glyphs = if ascii { Glyphs::Ascii } else { Glyphs::Full };
    let start = Start {
        theme: if ascii { Theme::Bare } else { Theme::default() },
        glyphs,
        again: true,
        ..crate::stage::start(lang)
    };
    let mut app = Stage::new(start, pace, size);
    looks_right(&app)?;
    app.read(roster(fixture_text(fixture)));
    if compared {
        app.since(roster(fixture_text("small-city-may.json")));
    }
    looks_right(&app)?;
    for event in events {
        // What `r` reads is another city.
        if app.readings.is_empty() {
            app.readings.push_back(Ok(roster(fixture_text("small-city-may.json"))));
        }
        event.happen(&mut app);
        looks_right(&app)?;
    }
    app.deliver();
    prop_assert!(!app.is_counting(), "every question is answered in the end");
    looks_right(&app)
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn case_95_no_sequence_of_events_at_any_size_panics(
        fixture in select(&["small-city.json", "defects/hostile-text.json"][..]),
        start in (0_u16..201, 0_u16..61),
        indonesian in any::<bool>(),
        ascii in any::<bool>(),
        compared in any::<bool>(),
        events in vec(event(), 1..40),
    ) {
        let lang = if indonesian { Lang::Id } else { Lang::En };
        for pace in [Pace::AtOnce, Pace::Overtaking, Pace::Late] {
            survives(fixture, (start, lang, ascii, compared), pace, &events)?;
        }
    }
}

/// What can be in sight: each tab, and what lies over one.
const SCREENS: [&str; 29] = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "?",
    "4\r",
    "/",
    "/zz:",
    "p",
    "2\r",
    "3\r",
    "w",
    "wG",
    "w2.2\r",
    "D",
    "DD",
    "D\r",
    "e",
    "f",
    ":",
    "4s",
    "s",
    "SS",
    "P",
    "Pl",
    "Plll",
    "PG",
    "w2.2\rPGh",
];

/// One of them, of a roster that is compared with an older one, unless it is asked for that.
fn in_sight(roster: Audited, older: Audited, keys: &str, start: Start) -> Stage {
    let mut app = Stage::of(roster, start, Pace::AtOnce, (80, 24));
    if keys != "D" {
        app.since(older);
    }
    app.press(&keys.replace('\r', "<enter>"));
    app
}

/// Every width and every height of what a terminal may be, another screen at each; and screens as large as nobody has.
#[test]
fn case_49_from_one_column_to_five_hundred_every_size_is_drawn() {
    let walked = |first: usize, step: usize| {
        let small = || roster(fixture_text("small-city.json"));
        let shown = |keys: &&str| in_sight(small(), small(), keys, crate::stage::start(Lang::En));
        let mut screens: Vec<Stage> = SCREENS.iter().map(shown).collect();
        let sizes = (1..=500).flat_map(|width| (1..=200).map(move |height| (width, height)));
        let large = [(500, 200); SCREENS.len()].into_iter().chain([(1_000, 1_000); 5]);
        let many = screens.len();
        for (turn, (width, height)) in sizes.chain(large).enumerate().skip(first).step_by(step) {
            let app = &mut screens[turn % many];
            app.update(Msg::Resize(width, height));
            looks_right(app).unwrap_or_else(|why| panic!("{:?} {width}×{height}: {why}", SCREENS[turn % many]));
        }
    };
    std::thread::scope(|scope| {
        for first in 0..4 {
            scope.spawn(move || walked(first, 4));
        }
    });
}

#[test]
fn case_49_every_tab_and_overlay_is_drawn_at_every_small_size() {
    for fixture in ["small-city.json", "defects/hostile-text.json", "defects/budget-28-nines.json"] {
        let roster = || roster(fixture_text(fixture));
        for (lang, glyphs) in [(Lang::En, Glyphs::Full), (Lang::Id, Glyphs::Ascii)] {
            for keys in SCREENS {
                let shown =
                    |keys: &str| in_sight(roster(), roster(), keys, Start { glyphs, ..crate::stage::start(lang) });
                let (mut app, mut tab) = (shown(keys), shown(&keys.replace("/zz:", "")));
                tab.press("<esc><esc>");
                for (width, height) in [
                    (0, 0),
                    (1, 1),
                    (2, 2),
                    (10, 3),
                    (20, 5),
                    (39, 10),
                    (40, 9),
                    (40, 10),
                    (41, 11),
                    (59, 14),
                    (60, 20),
                    (79, 23),
                    (80, 24),
                    (83, 24),
                    (84, 30),
                    (119, 39),
                    (120, 40),
                    (200, 60),
                    (300, 3),
                    (3, 300),
                ] {
                    app.update(Msg::Resize(width, height));
                    looks_right(&app).unwrap_or_else(|why| panic!("{fixture} {keys:?} {width}×{height}: {why}"));
                    // What lies over the tab stays over the tab.
                    tab.update(Msg::Resize(width, height));
                    let filter_row = |app: &App| lines(&drawn(app)).lines().rev().nth(1).unwrap_or("").to_owned();
                    // Slides take the whole screen.
                    let over = |own: &Overlay| !matches!(own, Overlay::Slides(_));
                    if app.overlay().is_some_and(over) {
                        assert!(tab.overlay().is_none(), "{keys:?}");
                        assert_eq!(filter_row(&app), filter_row(&tab), "{fixture} {keys:?} {width}×{height}");
                    }
                }
            }
        }
    }
}

#[test]
fn case_97_drawing_twice_gives_the_same_screen() {
    let small = roster(fixture_text("small-city.json"));
    let mut app = Stage::of(small, crate::stage::start(Lang::En), Pace::AtOnce, (120, 40));
    for tab in ["1", "2", "3", "4", "5"] {
        app.press(tab);
        assert_eq!(drawn(&app), drawn(&app));
    }
    let set = RowSet::all(61);
    assert_eq!(app.review().unwrap().answer.figures.selection, set);
}

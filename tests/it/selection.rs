//! Whom a filter selects, field by field and value by value, against a plain reading of each worker.

use crate::support::{fixture_text, roster};
use lindungi::check::Audited;
use lindungi::roster::calendar::{Day, Month};
use lindungi::roster::columns::Held;
use lindungi::roster::filter::{Comparison, Field, FieldType, Filter, Scalar, Value as Wanted};
use lindungi::roster::finding::{Rule, Severity};
use lindungi::roster::program::Segment;
use lindungi::roster::rows::Row;
use lindungi::roster::store::Worker;
use lindungi::roster::worker::{Kind, Private, Sex, Standing};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The small city with something unknown in each field of some worker, and a decile and an age beyond what is usual.
fn gaps() -> Audited {
    let mut city: Value = serde_json::from_str(&fixture_text("small-city.json")).unwrap();
    let optional = [
        "id",
        "nik",
        "sex",
        "birth_date",
        "district",
        "village",
        "registered_on",
        "enrolled_on",
        "protected_until",
        "kpj",
        "phone",
        "welfare_decile",
        "occupation",
    ];
    let workers = city["workers"].as_array_mut().unwrap();
    for (place, worker) in workers.iter_mut().enumerate() {
        if let Some(field) = optional.get(place / 2).filter(|_| place % 2 == 0) {
            worker[*field] = if *field == "occupation" { json!("pawang hujan") } else { Value::Null };
        }
        if place % 7 == 1 {
            worker["reason"] = json!(["pindah", "meninggal"][place % 2]);
        }
    }
    workers[40]["welfare_decile"] = json!(11);
    workers[41]["welfare_decile"] = json!(0);
    workers[42]["birth_date"] = json!("1931-04-05");
    roster(city.to_string())
}

fn told<K: Kind>(held: Held<Private<K>>) -> Option<String> {
    match held {
        Held::Text(number) => Some(number.reveal().to_owned()),
        Held::Missing | Held::NotText => None,
    }
}

/// What a worker has in a field: texts, a number or a day; nothing where it is unknown.
fn texts(roster: &Audited, worker: Worker<'_>, field: Field) -> Vec<String> {
    let one = |text: Option<&str>| text.map(str::to_owned).into_iter().collect();
    match field {
        Field::Group => one(worker.group().map(|group| group.id.as_str())),
        Field::District => one(worker.district()),
        Field::Village => one(worker.village()),
        Field::Reason => one(worker.reason()),
        Field::Sex => one(worker.sex().map(Sex::code)),
        Field::Segment => one(Some(worker.segment().code())),
        Field::Status => one(Some(worker.standing().code())),
        Field::Name => vec![worker.name().into_owned()],
        Field::Id => one(worker.id().as_deref()),
        Field::Nik => one(told(worker.nik()).as_deref()),
        Field::Kpj => one(told(worker.kpj()).as_deref()),
        Field::Phone => one(told(worker.phone()).as_deref()),
        Field::Finding => {
            let own = Rule::ALL.iter().filter(|rule| roster.findings.rows(**rule).contains(&worker.row));
            own.flat_map(|rule| [rule.code().to_owned(), rule.severity().code().to_owned()]).collect()
        }
        Field::Age => worker.age().map(|age| age.to_string()).into_iter().collect(),
        Field::Decile => worker.decile().map(|decile| decile.to_string()).into_iter().collect(),
        _ => day(worker, field).map(|day| day.to_string()).into_iter().collect(),
    }
}

fn day(worker: Worker<'_>, field: Field) -> Option<Day> {
    match field {
        Field::Born => worker.birth(),
        Field::Registered => worker.registered(),
        Field::Enrolled => worker.enrolled(),
        Field::Until => worker.until(),
        Field::Lapse => worker.lapse(),
        _ => None,
    }
}

/// The first and the last day, or the number twice, as numbers that compare.
fn ends(scalar: Scalar) -> (i64, i64) {
    let days = |day: Day| i64::from(chrono::Datelike::num_days_from_ce(&day));
    match scalar {
        Scalar::Number(number) => (i64::from(number), i64::from(number)),
        Scalar::Year(year) => {
            (days(Month::new(year, 1).unwrap().first_day()), days(Month::new(year, 12).unwrap().last_day()))
        }
        Scalar::Month(month) => (days(month.first_day()), days(month.last_day())),
        Scalar::Day(day) => (days(day), days(day)),
    }
}

#[track_caller]
fn selects(roster: &Audited, filter: &Filter, passes: impl Fn(Worker<'_>) -> bool) -> usize {
    let all = 0..roster.workers.len() as Row;
    let wanted: Vec<Row> = all.filter(|&row| passes(roster.worker(row))).collect();
    assert_eq!(filter.select(roster).iter().collect::<Vec<Row>>(), wanted, "{filter}");
    wanted.len()
}

#[test]
fn what_is_unknown_and_what_is_known_are_everybody_in_every_field() {
    let roster = gaps();
    for (field, ..) in Field::ALL {
        let none =
            selects(&roster, &Filter::Has(field, vec![Wanted::None]), |own| texts(&roster, own, field).is_empty());
        let any =
            selects(&roster, &Filter::Has(field, vec![Wanted::Any]), |own| !texts(&roster, own, field).is_empty());
        assert_eq!(none + any, roster.workers.len(), "{field:?}");
        // Every worker has a standing, a segment and a name.
        let always = matches!(field, Field::Status | Field::Segment | Field::Name);
        assert_eq!((none > 0, any > 0), (!always, true), "{field:?}: the roster has both");
    }
}

#[test]
fn a_name_selects_those_who_have_it_and_two_names_both() {
    let roster = gaps();
    for (field, ..) in Field::ALL.into_iter().filter(|(field, ..)| field.kind() == FieldType::Name) {
        let all: BTreeSet<String> = roster.iter().flat_map(|worker| texts(&roster, worker, field)).collect();
        let wanted = |text: &String| match field {
            Field::Status => Wanted::Standing(Standing::ALL.into_iter().find(|own| own.code() == text).unwrap()),
            Field::Sex => Wanted::Sex(Sex::parse(text).unwrap()),
            Field::Segment => Wanted::Segment(Segment::ALL.into_iter().find(|own| own.code() == text).unwrap()),
            Field::Finding => match Severity::ALL.into_iter().find(|own| own.code() == text) {
                Some(severity) => Wanted::Severity(severity),
                None => Wanted::Rule(Rule::parse(text).unwrap()),
            },
            _ => Wanted::Name(text.clone()),
        };
        let all: Vec<String> = all.into_iter().collect();
        assert!(all.len() > 1, "{field:?}: the roster has several");
        for pair in all.windows(2) {
            let values = pair.iter().map(wanted).collect();
            selects(&roster, &Filter::Has(field, values), |own| {
                texts(&roster, own, field).iter().any(|text| pair.contains(text))
            });
        }
        for text in &all {
            selects(&roster, &Filter::Has(field, vec![wanted(text)]), |own| texts(&roster, own, field).contains(text));
        }
    }
}

#[test]
fn numbers_and_dates_are_compared_with_their_own_ends() {
    let roster = gaps();
    for (field, ..) in Field::ALL {
        let own = |worker: Worker<'_>| match field.kind() {
            FieldType::Number => texts(&roster, worker, field).first().map(|text| text.parse::<i64>().unwrap()),
            _ => day(worker, field).map(|day| ends(Scalar::Day(day)).0),
        };
        let mut scalars: Vec<Scalar> = Vec::new();
        match field.kind() {
            FieldType::Name | FieldType::Text => continue,
            FieldType::Number => scalars.extend((0..100).map(Scalar::Number)),
            FieldType::Date => {
                let days: BTreeSet<Day> = roster.iter().filter_map(|worker| day(worker, field)).collect();
                assert!(days.len() > 1, "{field:?}: the roster has several");
                for &day in &days {
                    let years = chrono::Datelike::year(&day);
                    let beside = [day.pred_opt().unwrap(), day, day.succ_opt().unwrap()];
                    scalars.extend(beside.map(Scalar::Day));
                    scalars.extend([-1, 0, 1].map(|by| Scalar::Month(Month::of(day).plus(by))));
                    scalars.extend([-1, 0, 1].map(|by| Scalar::Year(years + by)));
                }
            }
        }
        for &scalar in &scalars {
            let (first, last) = ends(scalar);
            let is = |comparison| Filter::Is(field, comparison, scalar);
            let has = |value| Filter::Has(field, vec![value]);
            let passes = |how: &dyn Fn(i64) -> bool, worker: Worker<'_>| own(worker).is_some_and(how);
            selects(&roster, &is(Comparison::Less), |worker| passes(&|own| own < first, worker));
            selects(&roster, &is(Comparison::LessOrEqual), |worker| passes(&|own| own <= last, worker));
            selects(&roster, &is(Comparison::Greater), |worker| passes(&|own| own > last, worker));
            selects(&roster, &is(Comparison::GreaterOrEqual), |worker| passes(&|own| own >= first, worker));
            selects(&roster, &has(Wanted::Scalar(scalar)), |worker| {
                passes(&|own| (first..=last).contains(&own), worker)
            });
            selects(&roster, &has(Wanted::Range(None, Some(scalar))), |worker| passes(&|own| own <= last, worker));
            selects(&roster, &has(Wanted::Range(Some(scalar), None)), |worker| passes(&|own| own >= first, worker));
        }
        for pair in scalars.windows(2) {
            let ((first, _), (_, last)) = (ends(pair[0]), ends(pair[1]));
            let range = Filter::Has(field, vec![Wanted::Range(Some(pair[0]), Some(pair[1]))]);
            selects(&roster, &range, |worker| own(worker).is_some_and(|own| (first..=last).contains(&own)));
        }
    }
}

//! What the audit would have expected of a worker who breaks a rule: which fields it is about, and what should stand
//! there as far as the rule itself knows. It says nothing in words.

use super::identity;
use crate::figures::unpaid;
use crate::roster::Roster;
use crate::roster::attribute::Attribute;
use crate::roster::calendar::{self, Day};
use crate::roster::columns::Held;
use crate::roster::finding::Rule;
use crate::roster::rows::Row;
use crate::roster::store::Worker;
use crate::roster::text::suspicious;
use crate::roster::worker::{Kind, Private, Sex, Standing};
use std::borrow::Cow;

/// What should stand there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expected {
    /// So many digits, as text.
    Digits(usize),
    /// A number whose province, date and serial can be.
    Possible,
    /// One that stands on no other row; these are the others.
    OfItsOwn(Vec<Row>),
    /// Anything at all.
    Filled,
    /// One of the programme's groups.
    Group,
    /// A day that is not after the roster's.
    NotAfter(Day),
    /// Birth, registration, enrolment and end of protection in this order.
    InOrder,
    /// An age below so many years.
    Below(u32),
    /// An age of so many years at least.
    AtLeast(u32),
    /// The birth date that the NIK says, and the age that follows.
    Birth(Day, Option<u32>),
    /// The sex that the NIK says.
    Sex(Sex),
    /// A NIK that begins with one of these.
    Region(Vec<String>),
    /// What follows from the dates.
    Standing(Standing),
    /// That it is paid by then: the last day of grace.
    PaidBy(Day),
    /// The text without its hidden characters.
    Plain,
    /// These, as they are spelt.
    Spelt(Vec<String>),
    /// A year from one to another.
    Years(i32, i32),
    /// The rule does not know.
    Unknown,
}

/// What a finding about a worker is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// The fields.
    pub fields: Vec<Attribute>,
    /// The age that was found, in years, where that is what is judged and no field of the list.
    pub age: Option<u32>,
    /// What the file says of each field, where it is shown in another spelling.
    pub spelt: Vec<String>,
    /// What should stand there.
    pub expected: Expected,
}

/// What a rule finds wrong with the worker at that place among those who break it (in the order of `paired`).
pub fn wrong(roster: &Roster, rule: Rule, place: usize) -> Option<Wrong> {
    let list = roster.findings.paired(rule);
    let worker = roster.worker(*list.get(place)?);
    let wrong = |fields: &[Attribute], expected: Expected| Wrong {
        fields: fields.to_vec(),
        age: None,
        spelt: Vec::new(),
        expected,
    };
    let age = || worker.birth().and_then(|birth| calendar::age(birth, worker.enrolled().unwrap_or(roster.as_of())));
    let aged = |expected: Expected| Wrong { age: age(), ..wrong(&[Attribute::Age], expected) };
    let said = || identity::said(worker, roster.as_of());
    Some(match rule {
        Rule::NikMissing | Rule::NikFormat => wrong(&[Attribute::Nik], Expected::Digits(16)),
        Rule::NikImpossible => wrong(&[Attribute::Nik], Expected::Possible),
        Rule::NikDuplicate => wrong(&[Attribute::Nik], Expected::OfItsOwn(others(roster, rule, list, place))),
        Rule::KpjDuplicate => wrong(&[Attribute::Kpj], Expected::OfItsOwn(others(roster, rule, list, place))),
        Rule::PersonDuplicate => {
            wrong(&[Attribute::Name, Attribute::Birth], Expected::OfItsOwn(others(roster, rule, list, place)))
        }
        Rule::KpjFormat | Rule::KpjMissing => wrong(&[Attribute::Kpj], Expected::Digits(11)),
        Rule::NameMissing => wrong(&[Attribute::Name], Expected::Filled),
        Rule::DistrictMissing => wrong(&[Attribute::District], Expected::Filled),
        Rule::ActiveWithoutEnrolledOn => wrong(&[Attribute::Enrolled], Expected::Filled),
        Rule::OccupationUnknown => wrong(&[Attribute::Occupation], Expected::Group),
        Rule::DateOrder => {
            let dates = [Attribute::Birth, Attribute::Registered, Attribute::Enrolled, Attribute::Until];
            wrong(&dates, Expected::InOrder)
        }
        Rule::DateFuture => {
            let dates = [
                (Attribute::Birth, worker.birth()),
                (Attribute::Registered, worker.registered()),
                (Attribute::Enrolled, worker.enrolled()),
            ];
            let late = dates.into_iter().filter(|(_, day)| day.is_some_and(|day| day > roster.as_of()));
            wrong(&late.map(|(field, _)| field).collect::<Vec<_>>(), Expected::NotAfter(roster.as_of()))
        }
        Rule::AgeOverLimit => aged(Expected::Below(roster.program.max_age)),
        Rule::AgeUnder18 => aged(Expected::AtLeast(18)),
        Rule::NikBirthDate => {
            let born = said().map(|(born, _)| Expected::Birth(born, calendar::age(born, roster.as_of())));
            wrong(&[Attribute::Birth], born.unwrap_or(Expected::Unknown))
        }
        Rule::NikSex => wrong(&[Attribute::Sex], said().map_or(Expected::Unknown, |(_, sex)| Expected::Sex(sex))),
        Rule::NikRegion => {
            let region = &roster.program.region;
            wrong(
                &[Attribute::Nik],
                Expected::Region(region.code.iter().chain(&region.former_codes).cloned().collect()),
            )
        }
        Rule::StatusStale => wrong(&[Attribute::Status, Attribute::Until], Expected::Standing(Standing::Inactive)),
        Rule::LapsingSoon => {
            wrong(&[Attribute::Until], worker.grace_until().map_or(Expected::Unknown, Expected::PaidBy))
        }
        Rule::TextSuspicious => {
            wrong(&hidden(roster, worker).iter().map(|(field, _)| *field).collect::<Vec<_>>(), Expected::Plain)
        }
        // What is early is not so by its dates.
        Rule::StatusEarly => {
            let active = worker.until().is_some_and(|until| until >= roster.as_of());
            let standing = if active { Standing::Active } else { Standing::Grace };
            wrong(&[Attribute::Status, Attribute::Until], Expected::Standing(standing))
        }
        Rule::DeceasedActive => wrong(&[Attribute::Status], Expected::Standing(Standing::Inactive)),
        Rule::DateUnlikely => {
            let (first, last) = unpaid::plausible_years(roster.program.fiscal_year);
            wrong(&[Attribute::Until], Expected::Years(first, last))
        }
        Rule::PlaceSpelling => misspelt(roster, worker),
        // The others are about no worker.
        Rule::PaymentMismatch
        | Rule::ClaimWorker
        | Rule::ClaimDuplicate
        | Rule::PaymentGap
        | Rule::PaymentDate
        | Rule::BudgetExceeded
        | Rule::RateMissing
        | Rule::RowUnreadable
        | Rule::PaymentWorkers
        | Rule::PaymentsMissing
        | Rule::GroupTargets
        | Rule::TargetExceeded
        | Rule::UnknownField => wrong(&[], Expected::Unknown),
    })
}

/// What nobody sees in the texts of a worker: in which field, and which characters, each once.
pub fn hidden(roster: &Roster, worker: Worker<'_>) -> Vec<(Attribute, Vec<char>)> {
    let store = &roster.workers;
    let shared = |text: Option<&str>| text.map(str::to_owned);
    let texts = [
        (Attribute::Id, worker.id().map(Cow::into_owned)),
        (Attribute::Nik, said(worker.nik())),
        (Attribute::Name, Some(worker.name().into_owned())),
        (Attribute::Occupation, Some(worker.occupation().to_owned())),
        (Attribute::District, shared(store.district(worker.row))),
        (Attribute::Village, shared(store.village(worker.row))),
        (Attribute::Kpj, said(worker.kpj())),
        (Attribute::Phone, said(worker.phone())),
        (Attribute::Reason, shared(worker.reason())),
    ];
    let found = texts.into_iter().filter_map(|(field, text)| {
        let mut found: Vec<char> = Vec::new();
        suspicious(&text?).for_each(|c| {
            if !found.contains(&c) {
                found.push(c)
            }
        });
        (!found.is_empty()).then_some((field, found))
    });
    found.collect()
}

/// The text of a person's number.
fn said<K: Kind>(held: Held<Private<K>>) -> Option<String> {
    match held {
        Held::Text(number) => Some(number.reveal().to_owned()),
        Held::Missing | Held::NotText => None,
    }
}

/// The places of a worker that the file spells otherwise than they are shown.
fn misspelt(roster: &Roster, worker: Worker<'_>) -> Wrong {
    let store = &roster.workers;
    let places = [
        (Attribute::District, store.district(worker.row), worker.district()),
        (Attribute::Village, store.village(worker.row), worker.village()),
    ];
    let odd = places.into_iter().filter_map(|(field, spelt, shown)| Some((field, spelt?, shown?)));
    let odd: Vec<_> = odd.filter(|(_, spelt, shown)| spelt != shown).collect();
    Wrong {
        fields: odd.iter().map(|(field, ..)| *field).collect(),
        age: None,
        spelt: odd.iter().map(|(_, spelt, _)| (*spelt).to_owned()).collect(),
        expected: Expected::Spelt(odd.iter().map(|(.., shown)| (*shown).to_owned()).collect()),
    }
}

/// The other rows with the same number, or of the same person: side by side in the list.
fn others(roster: &Roster, rule: Rule, list: &[Row], place: usize) -> Vec<Row> {
    let same = |a: Worker<'_>, b: Worker<'_>| match rule {
        Rule::NikDuplicate => roster.workers.nik_key(a.row) == roster.workers.nik_key(b.row),
        Rule::KpjDuplicate => roster.workers.kpj_key(a.row) == roster.workers.kpj_key(b.row),
        _ => a.folded_name() == b.folded_name() && a.birth() == b.birth(),
    };
    let own = list.get(place).map(|&row| roster.worker(row));
    let alike = |row: &&Row| own.is_some_and(|own| same(own, roster.worker(**row)));
    let before = list.iter().take(place).rev().take_while(alike);
    let behind = list.iter().skip(place + 1).take_while(alike);
    let mut rows: Vec<Row> = before.chain(behind).copied().collect();
    rows.sort_unstable();
    rows
}

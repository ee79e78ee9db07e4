//! The same city at the end of the month before: what a meeting compares with. Every row is the later one with the month
//! taken back, so that the same people stand in both, and what differs is what happened: who joined and who left, who
//! was enrolled, who came into grace, whose grace ended, and the few corrections that every office makes.

use super::Options;
use super::chance::Dice;
use super::city::DISTRICTS;
use super::ledger;
use super::people::People;
use super::rows::{ELSEWHERE, Rows, numbered, phone, text};
use super::story::{JULY, Story, TRADES};
use crate::roster::calendar::{Day, Month, days_before, months_after};
use crate::roster::columns::Held;
use crate::roster::json::{self, Document};
use crate::roster::program::{Claim, Payment, Program};
use crate::roster::worker::{Record, Status};
use std::io::{self, Write};

/// Who stood in the list then and left it, of the workers of the default roster.
const LEFT: u64 = 24;
/// The stream of chance for what was corrected.
const CORRECTED: u64 = 40;
/// The stream of chance for those who left.
const GONE: u64 = 41;

/// Writes it; the same options always write the same bytes.
pub fn write(out: &mut dyn Write, options: &Options) -> io::Result<()> {
    let story = Story::new(options);
    let rows = Rows::new(&story);
    let day = story.month(JULY).last_day();
    let past = Past { story: &story, day, grace: ledger::program(&story).grace_months };
    let program = Program { as_of: Some(day), ..ledger::program(&story) };
    let paid = |payment: &Payment| payment.month <= Month::of(day) && payment.paid_on.is_some_and(|own| own <= day);
    let payments: Vec<Payment> = ledger::payments(&story).into_iter().filter(paid).collect();
    let had_happened = |claim: &Claim| claim.date.is_some_and(|date| date <= day);
    let claims: Vec<Claim> = ledger::claims(&story, &rows).into_iter().filter(had_happened).collect();
    let then = (0..story.workers).zip(rows.iter()).filter_map(|(row, record)| past.of(row, record));
    let document = Document {
        synthetic: true,
        program: &program,
        groups: &ledger::groups(&story),
        payments: Some(&payments),
        plan: &ledger::plan(&story),
        claims: &claims,
        districts: &ledger::districts(&story),
        history: &ledger::history(&story),
    };
    json::write(out, &document, then.chain(past.left()))
}

/// How a row looked then.
struct Past<'a> {
    story: &'a Story,
    day: Day,
    grace: u32,
}

impl Past<'_> {
    /// The row as it was; `None` where nobody had listed it yet.
    fn of(&self, row: u64, mut record: Record<'static>) -> Option<Record<'static>> {
        if record.registered.is_some_and(|listed| listed > self.day) {
            return None;
        }
        let mut dice = Dice::new(self.story.seed, CORRECTED, row);
        let waits = record.status == Status::Verified && record.enrolled.is_none();
        if record.enrolled.is_some_and(|day| day > self.day) {
            (record.status, record.enrolled, record.until) = (Status::Verified, None, None);
            record.kpj = Held::Missing;
        } else if waits && dice.percent(35) {
            record.status = Status::Proposed;
        }
        let ended = record.until.and_then(|until| months_after(until, self.grace));
        if record.status == Status::Inactive && ended == Some(self.day) {
            // Its last day of grace: the office has struck it off since.
            record.status = Status::Active;
        }
        record.until = record.until.map(|until| until.min(self.day));
        self.correct(&mut record, &mut dice);
        Some(record)
    }

    /// What an office has corrected since, in a few rows of many.
    fn correct(&self, record: &mut Record<'static>, dice: &mut Dice) {
        match dice.below(2_400) {
            0..6 if matches!(record.phone, Held::Text(_)) => record.phone = text(phone(dice)),
            6..8 => {
                let district = DISTRICTS.iter().find(|own| record.district.as_deref() == Some(own.name));
                let village = district.and_then(|own| own.villages.get(dice.below(4) as usize).copied());
                record.village = village.map(Into::into).or(record.village.take());
            }
            8..10 => record.occupation = TRADES[dice.below(TRADES.len() as u64) as usize].id.into(),
            10 if !record.name.is_empty() => record.name = record.name.to_uppercase().into(),
            _ => {}
        }
    }

    /// Those who have left since: nobody of them was ever enrolled.
    fn left(&self) -> impl Iterator<Item = Record<'static>> {
        let Story { workers, seed, as_of, .. } = *self.story;
        let people = People::new(&Story::new(&Options { workers, seed: !seed, as_of }));
        let one = move |place: u64| {
            let mut dice = Dice::new(seed, GONE, place);
            let trade = &TRADES[dice.below(TRADES.len() as u64) as usize];
            let mut person = people.get(place, trade.women)?;
            // Of another city, so that nobody who has stayed has this number.
            person.region = ELSEWHERE[(place % ELSEWHERE.len() as u64) as usize];
            let district = &DISTRICTS[dice.below(DISTRICTS.len() as u64) as usize];
            Some(Record {
                id: Some(numbered("W", &[(900_001 + place, 6)]).into()),
                nik: text(person.nik()),
                name: [person.given, person.second].join(" ").into(),
                sex: Some(person.sex),
                birth: Some(person.birth),
                occupation: trade.id.into(),
                segment: None,
                district: Some(district.name.into()),
                village: district.villages.first().map(|village| (*village).into()),
                status: if dice.percent(60) { Status::Proposed } else { Status::Verified },
                registered: Some(days_before(self.day, dice.between(20, 120))),
                enrolled: None,
                until: None,
                kpj: Held::Missing,
                phone: text(phone(&mut dice)),
                decile: Some(1),
                reason: None,
            })
        };
        (0..self.story.scaled(LEFT)).filter_map(one)
    }
}

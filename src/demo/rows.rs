//! The rows of the file: row number → place in the story → worker.

use super::chance::{Dice, Permutation, place, put_digits};
use super::city::{DECILES, DISTRICTS, weights};
use super::faults::{Fault, Faults};
use super::people::{People, Person, nik, nik_of};
use super::story::{AUGUST, Course, Crowd, MARCH, Story, TRADES, Trade};
use crate::roster::calendar::{Day, Month, born_by, days_after, days_before, next};
use crate::roster::columns::Held;
use crate::roster::program::Segment;
use crate::roster::worker::{Record, Sex, Standing};
use std::borrow::Cow;
use std::ops::Range;

const ROWS: u64 = 1;
const ROW: u64 = 2;
const KPJ: u64 = 3;
const MONTHS: u64 = 20;

/// Numbers of a KPJ behind its year.
const KPJS: u64 = 1_000_000_000;

/// Regions that people have moved here from: Ambon, Makassar, Kota Ternate, Manokwari, Raja Ampat, Sorong, Jayapura,
/// Baubau, Surabaya.
pub const ELSEWHERE: [&str; 9] =
    ["817100", "737100", "827100", "920200", "920500", "920100", "917100", "747200", "357800"];

/// All rows of a roster.
pub struct Rows<'a> {
    story: &'a Story,
    people: People,
    faults: Vec<Faults>,
    rows: Permutation,
    kpjs: Permutation,
    /// For each crowd: from its places, in the order of groups, to the order of its months, which is thus no other
    /// for one group than for the next.
    months: Vec<Permutation>,
    /// Districts of [not coastal, coastal] × [not active, active].
    districts: [[[u64; 10]; 2]; 2],
    /// First and last day of the months of the courses, from March on: a calendar worked them out four times a row.
    spans: [(Day, Day); COURSE_MONTHS],
    /// The first day of listing, and how many days it went on.
    listed: (Day, u64),
    /// The two digits of the year that a KPJ begins with.
    year: u64,
}

/// Months from March to August, in which courses begin and to whose end they are paid.
const COURSE_MONTHS: usize = (AUGUST - MARCH + 1) as usize;

/// What one row is.
struct Place<'a> {
    /// Its number in the order of the story.
    number: u64,
    crowd: &'a Crowd,
    trade: &'static Trade,
    course: Course,
    fault: Option<(Fault, u64, u64)>,
}

impl<'a> Rows<'a> {
    /// The rows of this story.
    pub fn new(story: &'a Story) -> Rows<'a> {
        let months = story.crowds.iter().zip(MONTHS..);
        let march = story.month(MARCH);
        let start = days_before(march.first_day(), 46);
        let mut spans = [(Day::MIN, Day::MIN); COURSE_MONTHS];
        for (span, offset) in spans.iter_mut().zip(MARCH..) {
            *span = (story.month(offset).first_day(), story.month(offset).last_day());
        }
        Rows {
            story,
            people: People::new(story),
            faults: Faults::all(story),
            rows: Permutation::new(story.workers, story.seed, ROWS),
            kpjs: Permutation::new(story.workers.max(KPJS), story.seed, KPJ),
            months: months.map(|(crowd, stream)| Permutation::new(crowd.workers, story.seed, stream)).collect(),
            districts: [false, true].map(|coastal| [false, true].map(|active| weights(coastal, active))),
            spans,
            listed: (start, u64::try_from((story.as_of - start).num_days()).unwrap_or(0)),
            year: march.year().rem_euclid(100).unsigned_abs().into(),
        }
    }

    /// Every row, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = Record<'static>> + '_ {
        self.some(0..self.story.workers)
    }

    /// These of them.
    pub fn some(&self, rows: Range<u64>) -> impl Iterator<Item = Record<'static>> + '_ {
        rows.filter_map(|row| self.record(row))
    }

    /// The id of the worker who is the `index`-th of a crowd in the order of its months.
    pub fn id(&self, standing: Standing, index: u64) -> Option<String> {
        Some(id(self.rows.from(self.number(standing, index)?)))
    }

    /// The place number of the `index`-th of a crowd.
    fn number(&self, standing: Standing, index: u64) -> Option<u64> {
        let crowd = self.story.crowds.get(standing as usize).filter(|crowd| index < crowd.workers)?;
        Some(crowd.before + self.months.get(standing as usize)?.from(index))
    }

    fn place(&self, number: u64) -> Option<Place<'a>> {
        let at = self.story.crowds.iter().rposition(|crowd| crowd.before <= number && crowd.workers > 0)?;
        let crowd = self.story.crowds.get(at)?;
        let within = number - crowd.before;
        let trade = TRADES.get(place(within, &crowd.trades).0)?;
        let index = self.months.get(at)?.to(within);
        let course = *crowd.courses.get(place(index, &crowd.sizes).0)?;
        Some(Place { number, crowd, trade, course, fault: self.faults.get(at)?.of(index) })
    }

    fn person(&self, place: &Place<'_>) -> Option<Person> {
        self.people.get(place.number, place.trade.women)
    }

    /// Somebody faultless whom another row repeats.
    fn original(&self, number: u64) -> Option<Place<'a>> {
        let index = self.faults.get(Standing::Active as usize)?.original(number);
        self.place(self.number(Standing::Active, index)?)
    }

    fn record(&self, row: u64) -> Option<Record<'static>> {
        let place = self.place(self.rows.to(row))?;
        let (course, today) = (place.course, self.story.as_of);
        let mut dice = Dice::new(self.story.seed, ROW, place.number);
        let active = place.crowd.standing == Standing::Active;
        let example = self.story.is_example();
        let mut person = self.person(&place)?;

        let district =
            &DISTRICTS[dice.weighted(&self.districts[usize::from(place.trade.coastal)][usize::from(active)])];
        let village = district.villages.get(dice.below(district.villages.len() as u64) as usize).copied();
        let until = course.until.and_then(|month| Some(self.span(month)?.1));
        let enrolled = course.enrolled.and_then(|month| self.enrolled(month, &mut dice));
        let registered = match enrolled.or(until) {
            Some(before) if course.enrolled.is_some() => days_before(before, dice.between(5, 44)),
            _ => self.listed(&mut dice),
        };
        let decile = u8::try_from(dice.weighted(&DECILES) + 1).ok().filter(|&decile| decile <= 10);
        let phone = dice.percent(88).then(|| phone(&mut dice));
        let member = course.enrolled.is_some() || course.until.is_some();
        let kpj = |number| numbered("", &[(self.year, 2), (self.kpjs.to(number), 9)]);

        let mut record = Record {
            id: Some(id(row).into()),
            nik: Held::Missing,
            name: Cow::Borrowed(""),
            sex: None,
            birth: None,
            occupation: place.trade.id.into(),
            segment: example.then_some(Segment::Bpu),
            district: Some(district.name.into()),
            village: village.map(Cow::Borrowed),
            status: course.status,
            registered: Some(registered),
            enrolled,
            until,
            kpj: if member { text(kpj(place.number)) } else { Held::Missing },
            phone: phone.map_or(Held::Missing, text),
            decile,
            reason: (example && place.crowd.standing == Standing::Rejected).then_some("Sudah dibayar provinsi".into()),
        };
        let Some((fault, number, original)) = place.fault else {
            return Some(with(record, &person));
        };
        let first = enrolled.unwrap_or(today);
        match fault {
            Fault::NikTwin => person = self.original(original).and_then(|other| self.person(&other)).unwrap_or(person),
            Fault::PersonTwin => {
                person = self.original(original).and_then(|other| self.person(&other)).unwrap_or(person);
                person.serial = person.odd_serial();
            }
            Fault::TooOld | Fault::TooYoung => {
                let years = if fault == Fault::TooOld { 66 + number % 5 } else { 16 };
                person.birth = days_before(born_by(first, years as i32), dice.below(300));
                person.serial = person.odd_serial();
            }
            _ => {}
        }
        record = with(record, &person);
        let odd = person.odd_serial();
        match fault {
            Fault::NikMissing => record.nik = Held::Missing,
            Fault::NikFormat => record.nik = text(mistyped(&person.nik(), number)),
            Fault::NikImpossible if number.is_multiple_of(2) => {
                record.nik = text(nik(person.region, person.birth, person.sex, 0));
            }
            Fault::NikImpossible => {
                // Without a birth date beside it there is nothing else that this NIK could contradict.
                let day = if person.sex == Sex::Female { 70 } else { 30 };
                record.nik = text(nik_of(person.region, day, 2, Month::of(person.birth).year(), odd));
                record.birth = None;
            }
            Fault::NikBirthDate => {
                record.nik = text(nik(person.region, other_date(person.birth), person.sex, odd));
            }
            Fault::NikSex => {
                let other = if person.sex == Sex::Female { Sex::Male } else { Sex::Female };
                record.nik = text(nik(person.region, person.birth, other, odd));
            }
            Fault::NikRegion => {
                let region = ELSEWHERE[(place.number % ELSEWHERE.len() as u64) as usize];
                record.nik = text(nik(region, person.birth, person.sex, person.serial));
            }
            Fault::KpjMissing => record.kpj = Held::Missing,
            Fault::KpjFormat => record.kpj = text(kpj(place.number).chars().take(10).collect()),
            Fault::KpjTwin => {
                record.kpj = self.original(original).map_or(Held::Missing, |other| text(kpj(other.number)));
            }
            Fault::NameMissing => record.name = Cow::Borrowed(""),
            Fault::DateOrder => record.registered = days_after(first, 9 + 7 * (number % 3)).or(record.registered),
            Fault::DateFuture => record.registered = days_after(today, 12 + 9 * (number % 3)),
            Fault::DistrictMissing => (record.district, record.village) = (None, None),
            Fault::HiddenCharacter => record.name = format!("{}\u{200b} {}", person.given, person.second).into(),
            Fault::NikTwin | Fault::PersonTwin | Fault::TooOld | Fault::TooYoung => {}
        }
        Some(record)
    }

    /// First and last day of a month of the courses.
    fn span(&self, offset: i64) -> Option<(Day, Day)> {
        self.spans.get(usize::try_from(offset - MARCH).ok()?).copied()
    }

    /// The day of enrolment within a month: most of the first ones on its first day, all later ones after it.
    fn enrolled(&self, offset: i64, dice: &mut Dice) -> Option<Day> {
        let (first, last) = self.span(offset)?;
        let last = last.min(self.story.as_of);
        let days = u64::try_from((last - first).num_days()).unwrap_or(0);
        let later = match offset {
            MARCH if dice.percent(72) => 0,
            MARCH => dice.between(0, days),
            _ => dice.between(days.min(1), days),
        };
        Some(days_after(first, later).unwrap_or(last))
    }

    /// The day of listing of who has not been enrolled: from a month and a half before the first enrolments.
    fn listed(&self, dice: &mut Dice) -> Day {
        let (start, days) = self.listed;
        days_after(start, dice.between(0, days)).unwrap_or(start)
    }
}

fn id(row: u64) -> String {
    numbered("W", &[(row.saturating_add(1), 6)])
}

pub fn text(number: String) -> Held<Cow<'static, str>> {
    Held::Text(number.into())
}

/// The row of this person.
fn with(mut record: Record<'static>, person: &Person) -> Record<'static> {
    record.nik = text(person.nik());
    record.name = [person.given, person.second].join(" ").into();
    record.sex = Some(person.sex);
    record.birth = Some(person.birth);
    record
}

/// A telephone number of 11 to 13 digits. As far as known no operator holds the prefix 084: nobody's phone rings.
pub fn phone(dice: &mut Dice) -> String {
    let digits = [8, 8, 8, 8, 7, 9][dice.below(6) as usize];
    numbered("084", &[(dice.below(10), 1), (dice.below(10_u64.pow(digits as u32)), digits)])
}

/// Numbers behind a text, each of at least so many digits.
pub fn numbered(before: &str, numbers: &[(u64, usize)]) -> String {
    let mut text = String::with_capacity(16);
    text.push_str(before);
    numbers.iter().for_each(|&(number, least)| put_digits(&mut text, number, least));
    text
}

/// A NIK as a hurried hand types it: a digit lost, a letter O for a zero, a digit too many.
fn mistyped(nik: &str, number: u64) -> String {
    match number % 3 {
        0 => nik.chars().take(15).collect(),
        1 => nik.chars().enumerate().map(|(at, c)| if at == 12 { 'O' } else { c }).collect(),
        _ => format!("{nik}0"),
    }
}

/// The date with day and month swapped, as lists have them; where that is none or the same, the day beside it.
fn other_date(birth: Day) -> Day {
    let month = Month::of(birth);
    let day = (birth - month.first_day()).num_days() + 1;
    let swapped = u32::try_from(day).ok().filter(|&day| day != month.number());
    let swapped = swapped.and_then(|day| Month::new(month.year(), day)).map(Month::first_day);
    let swapped = swapped.and_then(|first| days_after(first, u64::from(month.number()) - 1));
    swapped.unwrap_or(if day > 1 { days_before(birth, 1) } else { next(birth) })
}

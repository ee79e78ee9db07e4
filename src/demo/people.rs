//! Who somebody is: birth date, sex, name and NIK. Built so that no two people share a NIK, or a name and a birth
//! date, at any size: numbers below [`SERIALS`] go round within layers, each layer of the same number takes its own
//! stretch of birth dates, and within a stretch the number decides name and serial.

use super::chance::{Dice, Permutation, at, put_digits};
use super::names;
use super::story::{MARCH, Story};
use crate::roster::calendar::{Day, born_by, days_after, next};
use crate::roster::worker::Sex;
use chrono::Datelike;

/// The most numbers that go round: fewer than names, so that each has one of its own, and than half of a NIK's four
/// last digits, so that a fault can take a serial that nobody has.
const SERIALS: u64 = 4_500;
/// Layers of a small roster: more than one, or everybody of one serial would be of one age.
const LAYERS: u64 = 20;

/// Of 100 people, how many are of which age; from the oldest.
const AGES: [(i32, u64); 5] = [(60, 6), (50, 16), (40, 27), (30, 29), (18, 22)];

/// Somebody.
#[derive(Clone)]
pub struct Person {
    pub sex: Sex,
    pub birth: Day,
    pub given: &'static str,
    pub second: &'static str,
    /// First six digits of the NIK.
    pub region: &'static str,
    /// Last four.
    pub serial: u64,
}

impl Person {
    /// The NIK that this person should have.
    pub fn nik(&self) -> String {
        nik(self.region, self.birth, self.sex, self.serial)
    }

    /// A serial that nobody has who is born as they should be.
    pub fn odd_serial(&self) -> u64 {
        self.serial + SERIALS
    }
}

/// A NIK: region, birth date (for women the day + 40), serial.
pub fn nik(region: &str, birth: Day, sex: Sex, serial: u64) -> String {
    let day = i64::from(birth.day()) + if sex == Sex::Female { 40 } else { 0 };
    nik_of(region, day, birth.month(), birth.year(), serial)
}

/// A NIK of any digits, also of those that no date has.
pub fn nik_of(region: &str, day: i64, month: u32, year: i32, serial: u64) -> String {
    let mut nik = String::with_capacity(17);
    nik.push_str(region);
    let parts = [day.unsigned_abs(), month.into(), year.rem_euclid(100).unsigned_abs().into()];
    let date = parts.into_iter().fold(0, |date, two| date * 100 + two);
    put_digits(&mut nik, date * 10_000 + serial, 10);
    nik
}

/// Everybody who could be in the roster.
pub struct People {
    seed: u64,
    serials: u64,
    layers: u64,
    /// First birth date of each age band, from the oldest, and the day after the youngest.
    bands: [(Day, u64); 6],
    /// Each layer, worked out once: its dates take divisions of sixteen bytes.
    of_layers: Vec<Layer>,
}

struct Layer {
    start: Day,
    /// The first birth date of the next one.
    end: Day,
    names: Permutation,
}

impl People {
    /// The people of a roster of this size and date.
    pub fn new(story: &Story) -> People {
        let layers = story.workers.div_ceil(SERIALS).max(LAYERS);
        let serials = story.workers.div_ceil(layers).max(1);
        // Nobody may reach the limit before `as_of`, nor be under age when the first were enrolled.
        let oldest = next(born_by(story.as_of, 65));
        let youngest = born_by(story.month(MARCH).first_day(), 18);
        let mut bands = [(oldest, 0); 6];
        let mut before = 0;
        for (place, (slot, (_, share))) in bands.iter_mut().zip(AGES).enumerate() {
            let older = place.checked_sub(1).and_then(|place| AGES.get(place));
            *slot = (older.map_or(oldest, |&(years, _)| next(born_by(story.as_of, years))), before);
            before += share;
        }
        bands[5] = (next(youngest), before);
        let mut people = People { seed: story.seed, serials, layers, bands, of_layers: Vec::new() };
        let layer = |layer: u64| Layer {
            start: people.layer_start(layer),
            end: people.layer_start(layer + 1),
            names: Permutation::new(names::COUNT, story.seed ^ layer, NAMES),
        };
        people.of_layers = (0..layers).map(layer).collect();
        people
    }

    /// The first birth date of a layer.
    fn layer_start(&self, layer: u64) -> Day {
        let position = u128::from(layer) * 100;
        let layers = u128::from(self.layers);
        for pair in self.bands.windows(2) {
            let ((start, before), (end, after)) = (pair[0], pair[1]);
            let (before, after) = (u128::from(before) * layers, u128::from(after) * layers);
            if position < after {
                let days = u128::try_from((end - start).num_days()).unwrap_or(0);
                let passed = (position - before) * days / (after - before);
                return days_after(start, passed as u64).unwrap_or(end);
            }
        }
        self.bands[5].0
    }

    /// The person of a place; `women` in 100 of them are.
    pub fn get(&self, place: u64, women: u64) -> Option<Person> {
        let (round, number) = (place / self.serials, place % self.serials);
        let layer = (round + at(self.seed, STRETCH, number) % self.layers) % self.layers;
        let layer = self.of_layers.get(layer as usize)?;
        let mut dice = Dice::new(self.seed, PERSON, place);
        let days = u64::try_from((layer.end - layer.start).num_days()).unwrap_or(0);
        let birth = days_after(layer.start, dice.below(days)).unwrap_or(layer.start);
        let sex = if dice.percent(women) { Sex::Female } else { Sex::Male };
        let (given, second) = names::name(sex, layer.names.to(number));
        // The province is younger than all of them: only who was first registered as an adult has its code.
        let newcomer = dice.percent(if birth >= self.bands[4].0 { 9 } else { 3 });
        let region = if newcomer { "967100" } else { "927100" };
        Some(Person { sex, birth, given, second, region, serial: number + 1 })
    }
}

const STRETCH: u64 = 10;
const PERSON: u64 = 11;
const NAMES: u64 = 12;

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;
    use crate::roster::calendar::Month;

    #[test]
    fn layers_follow_each_other_without_gap_or_overlap() {
        for workers in [0, 17_640, 1_000_000, 5_000_000] {
            let people = People::new(&Story::new(&Options { workers, ..Options::default() }));
            assert!(people.serials <= SERIALS && SERIALS <= names::COUNT && people.serials * people.layers >= workers);
            let starts: Vec<Day> = (0..=people.layers).map(|layer| people.layer_start(layer)).collect();
            assert!(starts.windows(2).all(|pair| pair[0] < pair[1]), "{workers}");
            assert_eq!((starts.first(), starts.last()), (Some(&people.bands[0].0), Some(&people.bands[5].0)));
        }
    }

    #[test]
    fn a_nik_tells_birth_date_and_sex() {
        let birth = Month::new(1981, 3).map_or(Day::MIN, |month| next(month.first_day()));
        assert_eq!(nik("967100", birth, Sex::Female, 1), "9671004203810001");
        assert_eq!(nik("927100", birth, Sex::Male, 12), "9271000203810012");
    }
}

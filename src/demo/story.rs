//! The story in numbers: how many workers of each group stand where, and in which months each of them came and went.
//! Everything that the header says of the demonstration roster follows from these tables; other sizes share them out
//! by largest remainders.

use super::Options;
use super::chance::share;
use crate::roster::calendar::{Day, Month};
use crate::roster::worker::Standing::{self, *};
use crate::roster::worker::Status;

/// The workers of the default roster.
pub const WORKERS: u64 = 17_640;
/// Up to so many workers a roster is an example, in which every field of the format stands.
const EXAMPLE: u64 = 99;
/// What the programme of the default roster means to do: workers, and rupiah.
pub const TARGET: u64 = 19_336;
/// See [`TARGET`].
pub const BUDGET: u64 = 2_200_000_000;
/// Workers of the year before.
pub const LAST_YEAR: u64 = 14_000;

/// An occupation group: its names, its share of the target, how many stand where (in the order of
/// [`Standing::ALL`]), and of how many in 100 the file says that they are women.
pub struct Trade {
    pub id: &'static str,
    pub indonesian: &'static str,
    pub english: &'static str,
    pub target: u64,
    pub standing: [u64; 6],
    pub women: u64,
    /// Whether its people live by the sea, and so more often on the islands.
    pub coastal: bool,
}

#[rustfmt::skip]
pub const TRADES: [Trade; 8] = [
    Trade { id: "pedagang_pasar", indonesian: "Pedagang pasar", english: "Market traders",
        target: 7_200, standing: [407, 524, 5_480, 112, 64, 61], women: 68, coastal: false },
    Trade { id: "tukang_ojek", indonesian: "Tukang ojek", english: "Motorcycle-taxi riders",
        target: 4_300, standing: [236, 318, 3_268, 98, 48, 52], women: 6, coastal: false },
    Trade { id: "tenaga_honorer", indonesian: "Tenaga honorer", english: "Honorary staff",
        target: 2_400, standing: [64, 96, 2_058, 24, 10, 14], women: 56, coastal: false },
    Trade { id: "nelayan", indonesian: "Nelayan", english: "Fishers",
        target: 1_500, standing: [148, 132, 968, 46, 26, 27], women: 9, coastal: true },
    Trade { id: "buruh", indonesian: "Buruh pelabuhan, bangunan", english: "Dock, building workers",
        target: 1_236, standing: [118, 104, 842, 38, 24, 24], women: 7, coastal: false },
    Trade { id: "petani", indonesian: "Petani", english: "Farmers",
        target: 1_100, standing: [104, 88, 694, 30, 18, 18], women: 44, coastal: false },
    Trade { id: "sopir_becak", indonesian: "Sopir dan becak", english: "Drivers and becak",
        target: 800, standing: [66, 62, 516, 20, 12, 12], women: 4, coastal: false },
    Trade { id: "pedagang_kaki_lima", indonesian: "Pedagang kaki lima", english: "Street vendors",
        target: 800, standing: [75, 66, 386, 18, 12, 12], women: 61, coastal: false },
];

/// The standings' totals in the default roster.
#[cfg(test)]
pub const STANDINGS: &[(Standing, u64)] =
    &[(Proposed, 1_218), (Verified, 1_390), (Active, 14_212), (Grace, 386), (Inactive, 214), (Rejected, 220)];

/// Months of the story, counted from the month of `as_of`.
pub const MARCH: i64 = -5;
const APRIL: i64 = -4;
/// See [`MARCH`].
pub const MAY: i64 = -3;
const JUNE: i64 = -2;
/// See [`MARCH`].
pub const JULY: i64 = -1;
/// See [`MARCH`].
pub const AUGUST: i64 = 0;
const OCTOBER: i64 = 2;
/// See [`MARCH`].
pub const DECEMBER: i64 = 4;

/// Workers to be enrolled by a month's end, cumulative.
pub const PLAN: [(i64, u64); 8] = [
    (MARCH, 11_000),
    (APRIL, 12_500),
    (MAY, 14_000),
    (JUNE, 15_500),
    (JULY, 16_500),
    (AUGUST, 17_500),
    (OCTOBER, 18_700),
    (DECEMBER, TARGET),
];

/// The way of so many workers: where they stand, what the file says, the month they came in and the month to whose
/// end they are protected.
#[derive(Clone, Copy)]
pub struct Course {
    pub standing: Standing,
    pub status: Status,
    pub enrolled: Option<i64>,
    pub until: Option<i64>,
    pub workers: u64,
}

const fn course(standing: Standing, status: Status, from: Option<i64>, until: Option<i64>, workers: u64) -> Course {
    Course { standing, status, enrolled: from, until, workers }
}

/// All courses. Two of them are faults that move money and so must be balanced here: 2 of the active have no
/// `enrolled_on`, and 2 of the rejected have one, so that months and payments add up; and 14 of the inactive are
/// still `active` in the file (`status-stale`).
const COURSES: [Course; 31] = {
    use Status as File;
    [
        course(Proposed, File::Proposed, None, None, 1_218),
        course(Verified, File::Verified, None, None, 1_390),
        course(Active, File::Active, Some(MARCH), Some(AUGUST), 10_400),
        course(Active, File::Active, Some(APRIL), Some(AUGUST), 653),
        course(Active, File::Active, Some(MAY), Some(AUGUST), 593),
        course(Active, File::Active, Some(JUNE), Some(AUGUST), 980),
        course(Active, File::Active, Some(JULY), Some(AUGUST), 842),
        course(Active, File::Active, Some(AUGUST), Some(AUGUST), 742),
        course(Active, File::Active, None, Some(AUGUST), 2),
        course(Grace, File::Active, Some(MARCH), Some(MAY), 84),
        course(Grace, File::Active, Some(APRIL), Some(MAY), 7),
        course(Grace, File::Active, Some(MAY), Some(MAY), 5),
        course(Grace, File::Active, Some(MARCH), Some(JUNE), 110),
        course(Grace, File::Active, Some(APRIL), Some(JUNE), 12),
        course(Grace, File::Active, Some(MAY), Some(JUNE), 8),
        course(Grace, File::Active, Some(JUNE), Some(JUNE), 10),
        course(Grace, File::Active, Some(MARCH), Some(JULY), 108),
        course(Grace, File::Active, Some(APRIL), Some(JULY), 14),
        course(Grace, File::Active, Some(MAY), Some(JULY), 10),
        course(Grace, File::Active, Some(JUNE), Some(JULY), 10),
        course(Grace, File::Active, Some(JULY), Some(JULY), 8),
        course(Inactive, File::Inactive, Some(MARCH), Some(MARCH), 28),
        course(Inactive, File::Active, Some(MARCH), Some(MARCH), 6),
        course(Inactive, File::Inactive, Some(MARCH), Some(APRIL), 66),
        course(Inactive, File::Active, Some(MARCH), Some(APRIL), 8),
        course(Inactive, File::Inactive, Some(APRIL), Some(APRIL), 6),
        course(Inactive, File::Inactive, Some(MARCH), Some(MAY), 88),
        course(Inactive, File::Inactive, Some(APRIL), Some(MAY), 8),
        course(Inactive, File::Inactive, Some(MAY), Some(MAY), 4),
        course(Rejected, File::Rejected, None, None, 218),
        course(Rejected, File::Rejected, Some(MARCH), Some(AUGUST), 2),
    ]
};

/// Everybody of one standing.
pub struct Crowd {
    /// The standing.
    pub standing: Standing,
    /// How many there are before them, in the order of places.
    pub before: u64,
    /// How many they are.
    pub workers: u64,
    /// How many of them in each group.
    pub trades: Vec<u64>,
    /// How they came and went; their workers add up to all of them.
    pub courses: Vec<Course>,
    /// The workers of each course.
    pub sizes: Vec<u64>,
}

/// The story at the size and on the date that were asked for.
pub struct Story {
    /// How many workers.
    pub workers: u64,
    /// See [`Options::seed`].
    pub seed: u64,
    /// "Today".
    pub as_of: Day,
    /// The crowds, in the order of [`Standing::ALL`].
    pub crowds: Vec<Crowd>,
}

impl Story {
    /// Shares the workers out.
    pub fn new(options: &Options) -> Story {
        let (first, last) = (*Options::YEARS.start(), *Options::YEARS.end());
        let earliest = Month::new(first, 1).map_or(Day::MIN, Month::first_day);
        let latest = Month::new(last, 12).map_or(Day::MAX, Month::last_day);
        let cells: Vec<u64> = TRADES.iter().flat_map(|trade| trade.standing).collect();
        let mut cells = share(options.workers, &cells);
        if (2..=EXAMPLE).contains(&options.workers) {
            reject_one(&mut cells);
        }
        let mut before = 0;
        let crowd = |(place, standing): (usize, Standing)| {
            let trades: Vec<u64> = cells.iter().skip(place).step_by(Standing::ALL.len()).copied().collect();
            let workers = trades.iter().sum();
            let whole: Vec<Course> = COURSES.into_iter().filter(|course| course.standing == standing).collect();
            let sizes = share(workers, &whole.iter().map(|course| course.workers).collect::<Vec<_>>());
            let courses = whole.iter().zip(&sizes).map(|(course, &workers)| Course { workers, ..*course }).collect();
            let crowd = Crowd { standing, before, workers, trades, courses, sizes };
            before += workers;
            crowd
        };
        let crowds = Standing::ALL.into_iter().enumerate().map(crowd).collect();
        Story { workers: options.workers, seed: options.seed, as_of: options.as_of.clamp(earliest, latest), crowds }
    }

    /// Whether it is told as an example of the format.
    pub fn is_example(&self) -> bool {
        self.workers <= EXAMPLE
    }

    /// A month of the story.
    pub fn month(&self, offset: i64) -> Month {
        Month::of(self.as_of).plus(offset)
    }

    /// A number of the default roster at this size, rounded.
    pub fn scaled(&self, number: u64) -> u64 {
        let whole = u128::from(WORKERS);
        ((u128::from(number) * u128::from(self.workers) + whole / 2) / whole) as u64
    }

    /// The same, never more than the exact share: faults must stay as rare as they are.
    pub fn scaled_down(&self, number: u64) -> u64 {
        (u128::from(number) * u128::from(self.workers) / u128::from(WORKERS)) as u64
    }

    /// How many workers are protected through a month, and how many of these came in that month.
    pub fn protected(&self, month: i64) -> (u64, u64) {
        let courses = self.crowds.iter().flat_map(|crowd| &crowd.courses);
        let here = courses.filter(|course| course.enrolled.is_some_and(|from| from <= month));
        let paid: Vec<&Course> = here.filter(|course| course.until.is_none_or(|until| month <= until)).collect();
        let count = |new: bool| {
            let some = paid.iter().filter(|course| !new || course.enrolled == Some(month));
            some.map(|course| course.workers).sum()
        };
        (count(false), count(true))
    }
}

/// Makes somebody of the largest cell a rejected one of the same trade where nobody is: an example shows a reason.
fn reject_one(cells: &mut [u64]) {
    let kinds = Standing::ALL.len();
    let rejected = Rejected as usize;
    if cells.iter().skip(rejected).step_by(kinds).any(|cell| *cell > 0) {
        return;
    }
    let Some(largest) = (0..cells.len()).max_by_key(|place| cells.get(*place)) else { return };
    for (place, cell) in cells.iter_mut().enumerate() {
        match place {
            _ if place == largest => *cell = cell.saturating_sub(1),
            _ if place == largest - largest % kinds + rejected => *cell += 1,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_courses_and_targets_tell_one_story() {
        for (place, &(standing, workers)) in STANDINGS.iter().enumerate() {
            assert_eq!(Standing::ALL[place], standing);
            let of_trades: u64 = TRADES.iter().map(|trade| trade.standing[place]).sum();
            let of_courses: u64 = COURSES.iter().filter(|c| c.standing == standing).map(|c| c.workers).sum();
            assert_eq!((of_trades, of_courses), (workers, workers), "{standing:?}");
        }
        assert_eq!(STANDINGS.iter().map(|(_, workers)| workers).sum::<u64>(), WORKERS);
        assert_eq!(TRADES.iter().map(|trade| trade.target).sum::<u64>(), TARGET);
        let story = Story::new(&Options::default());
        let billed = [(10_900, 10_900), (11_566, 700), (12_106, 620), (12_910, 1_000), (13_620, 850), (14_212, 742)];
        for (month, expected) in (MARCH..=AUGUST).zip(billed) {
            assert_eq!(story.protected(month), expected, "{month}");
        }
    }
}

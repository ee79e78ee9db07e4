//! What the digits of a NIK say of its holder (domain.md §3): where it was issued, the day of birth, the sex.

use super::calendar::Day;
use super::worker::Sex;
use chrono::Datelike;

/// Province codes of the home ministry, and 54 for the former Timor Timur (domain.md §3).
const PROVINCES: [u8; 39] = [
    11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 72, 73, 74,
    75, 76, 81, 82, 91, 92, 93, 94, 95, 96,
];

/// What the digits of a NIK say.
pub(crate) struct Said {
    /// Day of birth.
    pub day: u32,
    /// Month of birth.
    pub month: u32,
    /// Year of birth: the latest of its two digits that is not in the future.
    pub year: i32,
    /// Sex.
    pub sex: Sex,
}

/// Whether a province has each code, one bit a code.
const IS_PROVINCE: u128 = {
    let (mut known, mut place) = (0, 0);
    while place < PROVINCES.len() {
        known |= 1 << PROVINCES[place];
        place += 1;
    }
    known
};

/// What is added to the day of birth of a woman.
const FEMALE: u64 = 40;

/// The parts of the 16 digits.
#[derive(Clone, Copy)]
pub(crate) struct Parts {
    province: u64,
    /// Day, month, year of birth in two digits each, the day as it stands for a man.
    born: u64,
    sex: Sex,
    serial: u64,
}

impl Parts {
    /// Those of a number of 16 digits.
    #[inline]
    pub fn of(nik: u64) -> Parts {
        let (serial, born) = (nik % 10_000, nik / 10_000 % 1_000_000);
        let is_female = born / 10_000 > FEMALE;
        let born = if is_female { born - FEMALE * 10_000 } else { born };
        let sex = if is_female { Sex::Female } else { Sex::Male };
        Parts { province: nik / 100_000_000_000_000, born, sex, serial }
    }

    /// What the number says; `None` if it names no province or no day, or has the serial 0000.
    pub fn said(self, as_of: Day) -> Option<Said> {
        if !self.is_issued() {
            return None;
        }
        let [day, month, short] = [self.born / 10_000, self.born / 100 % 100, self.born % 100];
        let (day, month) = (u32::try_from(day).ok()?, u32::try_from(month).ok()?);
        let century = as_of.year() - as_of.year().rem_euclid(100);
        let year = century + i32::try_from(short).ok()?;
        // Two digits of a year mean the latest that is not in the future.
        let this = Day::from_ymd_opt(year, month, day).filter(|birth| *birth <= as_of);
        let birth = this.or_else(|| Day::from_ymd_opt(year - 100, month, day).filter(|_| year >= as_of.year()))?;
        Some(Said { day, month, year: birth.year(), sex: self.sex })
    }

    /// Whether province and serial can be.
    #[inline]
    pub fn is_issued(self) -> bool {
        IS_PROVINCE >> self.province & 1 == 1 && self.serial != 0
    }

    /// Whether it names this day of birth, as [`born`] gives it.
    #[inline]
    pub fn is_born(self, born: u32) -> bool {
        self.born == u64::from(born)
    }

    /// The sex.
    #[inline]
    pub fn sex(self) -> Sex {
        self.sex
    }
}

/// A day of birth as the digits of a NIK name it, but for the sex.
pub(crate) fn born(birth: Day) -> u32 {
    birth.day() * 10_000 + birth.month() * 100 + birth.year().rem_euclid(100).unsigned_abs()
}

/// Reads a NIK of 16 digits; `None` if it names no province or no day, or has the serial 0000.
pub(crate) fn read(nik: &str, as_of: Day) -> Option<Said> {
    let digits = nik.len() == 16 && nik.bytes().all(|byte| byte.is_ascii_digit());
    Parts::of(nik.parse().ok().filter(|_| digits)?).said(as_of)
}

#[cfg(test)]
mod tests {
    use super::super::calendar::parse_day;
    use super::*;

    #[test]
    fn a_nik_names_a_province_a_day_and_a_serial() {
        for (nik, possible) in [
            ("9671004203810001", true),
            ("9271003112990001", true),
            ("5400000101700001", true),
            ("9971000101700001", false),
            ("9671003202810001", false),
            ("9671007202810001", false),
            ("9671002902810001", false),
            ("9671002902800001", true),
            ("9671006902000001", true),
            ("9671004203810000", false),
            ("9671000001810001", false),
            ("9671004003810001", false),
        ] {
            let as_of = parse_day("2024-08-30").unwrap_or_default();
            assert_eq!(read(nik, as_of).is_some(), possible, "{nik}");
        }
    }

    #[test]
    fn two_digits_of_a_year_are_never_in_the_future() {
        let as_of = parse_day("2024-08-30").unwrap_or_default();
        let year = |nik| read(nik, as_of).map(|said| said.year);
        assert_eq!(year("9671003008240001"), Some(2024));
        assert_eq!(year("9671003108240001"), Some(1924));
        assert_eq!(year("9671003108810001"), Some(1981));
    }
}

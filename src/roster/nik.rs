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

/// Reads a NIK of 16 digits; `None` if it names no province or no day, or has the serial 0000.
pub(crate) fn read(nik: &str, as_of: Day) -> Option<Said> {
    let number = |from: usize, to: usize| nik.get(from..to)?.parse::<u32>().ok();
    let province = number(0, 2)?;
    if !PROVINCES.iter().any(|&known| u32::from(known) == province) || number(12, 16)? == 0 {
        return None;
    }
    let (day, month, short) = (number(6, 8)?, number(8, 10)?, number(10, 12)?);
    let (day, sex) = if day > 40 { (day - 40, Sex::Female) } else { (day, Sex::Male) };
    let century = as_of.year() - as_of.year().rem_euclid(100);
    let year = century + i32::try_from(short).ok()?;
    // Two digits of a year mean the latest that is not in the future.
    let this = Day::from_ymd_opt(year, month, day).filter(|birth| *birth <= as_of);
    let birth = this.or_else(|| Day::from_ymd_opt(year - 100, month, day).filter(|_| year >= as_of.year()))?;
    Some(Said { day, month, year: birth.year(), sex })
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

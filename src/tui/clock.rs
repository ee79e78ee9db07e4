//! The only clock: the time of day where the terminal is, for what is said about readings. No figure comes here.

use crate::lang::clock::TimeOfDay;
use std::time::{SystemTime, UNIX_EPOCH};

/// See the module.
pub struct Clock(Vec<u8>);

impl Clock {
    /// A clock in a place, by what the system says of its times (RFC 8536); where that cannot be read, at Greenwich.
    pub fn new(zone: Vec<u8>) -> Clock {
        Clock(zone)
    }

    /// How late it is.
    pub fn now(&self) -> TimeOfDay {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let seconds = i64::try_from(since).unwrap_or(0);
        TimeOfDay::of(seconds, east(&self.0, seconds))
    }
}

/// Big-endian, as the format has it.
fn number(bytes: &[u8], at: usize, width: usize) -> Option<i64> {
    let own = bytes.get(at..at.checked_add(width)?)?;
    let negative = own.first()? & 0x80 != 0;
    Some(own.iter().fold(if negative { -1 } else { 0 }, |number: i64, byte| number << 8 | i64::from(*byte)))
}

/// A header and the data behind it, whose times have so many bytes; with where it ends.
struct Block<'a> {
    bytes: &'a [u8],
    width: usize,
    times: usize,
    types: usize,
    end: usize,
}

const HEADER: usize = 44;

impl<'a> Block<'a> {
    fn at(bytes: &'a [u8], start: usize, width: usize) -> Option<Block<'a>> {
        let bytes = bytes.get(start..)?;
        let count = |place: usize| usize::try_from(number(bytes, 20 + 4 * place, 4)?).ok();
        let [isut, isstd, leap, times, types, chars] =
            [count(0)?, count(1)?, count(2)?, count(3)?, count(4)?, count(5)?];
        let size = times.checked_mul(width + 1)?.checked_add(types.checked_mul(6)?)?;
        let size = size.checked_add(chars)?.checked_add(leap.checked_mul(width + 4)?)?;
        let end = HEADER.checked_add(size)?.checked_add(isut)?.checked_add(isstd)?;
        bytes.starts_with(b"TZif").then_some(Block { bytes, width, times, types, end })
    }

    /// Seconds east of Greenwich that a time has.
    fn east(&self, seconds: i64) -> Option<i64> {
        let begins =
            |place: &usize| number(self.bytes, HEADER + place * self.width, self.width).is_some_and(|at| at <= seconds);
        let behind = HEADER + self.times * self.width;
        let kind = match (0..self.times).take_while(begins).last() {
            Some(place) => usize::from(*self.bytes.get(behind + place)?),
            None => 0,
        };
        (kind < self.types).then(|| number(self.bytes, behind + self.times + kind * 6, 4)).flatten()
    }
}

/// Seconds east of Greenwich by a file of a zone; `None` where it does not say. A place whose clocks are moved every year
/// has a rule at the end of the file, which is not read: better no time of the place than one that is an hour off.
fn east(bytes: &[u8], seconds: i64) -> Option<i64> {
    let first = Block::at(bytes, 0, 4)?;
    if bytes.get(4) == Some(&0) {
        return first.east(seconds);
    }
    let second = Block::at(bytes, first.end, 8)?;
    let rule = bytes.get(first.end.checked_add(second.end)?..)?;
    if rule.contains(&b',') { None } else { second.east(seconds) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of the second version: in both blocks two times, from the second one on nine hours.
    fn zone(rule: &str) -> Vec<u8> {
        let block = |width: usize| {
            let mut bytes = b"TZif2".to_vec();
            bytes.resize(20, 0);
            for count in [0_u32, 0, 0, 2, 2, 8] {
                bytes.extend(count.to_be_bytes());
            }
            for time in [-100_i64, 1_000] {
                bytes.extend(&time.to_be_bytes()[8 - width..]);
            }
            bytes.extend([0, 1]);
            for east in [-3_600_i32, 32_400] {
                bytes.extend(east.to_be_bytes());
                bytes.extend([0, 0]);
            }
            bytes.extend(b"LMT\0WIT\0");
            bytes
        };
        [block(4), block(8), rule.as_bytes().to_vec()].concat()
    }

    #[test]
    fn the_file_of_a_zone_says_how_far_east_it_is() {
        let own = zone("\nWIT-9\n");
        assert_eq!(
            [-200, 999, 1_000, 2_000_000_000].map(|at| east(&own, at)),
            [-3_600, -3_600, 32_400, 32_400].map(Some)
        );
        assert_eq!(east(&zone("\nCET-1CEST,M3.5.0,M10.5.0/3\n"), 2_000), None, "clocks that are moved");
        for cut in 0..own.len() - 7 {
            assert_eq!(east(&own[..cut], 2_000), None, "cut after {cut}");
        }
    }
}

//! Money: whole rupiah, exact, never a float. Kept as an integer because every amount of the programme is whole
//! (the contribution has no sen, domain.md §10) and sums must be checked rather than rounded: a `Decimal` would round
//! a 29th digit away in silence.

use std::fmt;
use std::iter::Sum;

/// An amount of money in whole rupiah; negative where a balance is short.
///
/// Never more than 28 digits, the most that the roster format allows: arithmetic that would pass them answers `None`,
/// which every figure says as "more than 28 digits" instead of showing a wrong sum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rupiah(i128);

impl Rupiah {
    /// No money.
    pub const ZERO: Rupiah = Rupiah(0);

    /// The largest amount: 28 nines.
    pub const MOST: Rupiah = Rupiah(10_i128.pow(28) - 1);

    /// Whole rupiah, or `None` beyond 28 digits.
    pub fn new(rupiah: i128) -> Option<Rupiah> {
        (-Self::MOST.0..=Self::MOST.0).contains(&rupiah).then_some(Rupiah(rupiah))
    }

    /// Reads `0|[1-9][0-9]{0,27}`, the only form of money in a roster (design.md §2).
    pub fn parse(text: &str) -> Option<Rupiah> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let plain = digits && (text == "0" || !text.starts_with('0'));
        if !plain || text.is_empty() || text.len() > 28 {
            return None;
        }
        text.parse().ok().map(Rupiah)
    }

    /// The amount as a plain integer, in rupiah.
    pub fn get(self) -> i128 {
        self.0
    }

    /// Whether this is less than nothing.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The sum, or `None` beyond 28 digits.
    pub fn plus(self, other: Rupiah) -> Option<Rupiah> {
        Rupiah::new(self.0 + other.0)
    }

    /// The difference, or `None` beyond 28 digits.
    pub fn minus(self, other: Rupiah) -> Option<Rupiah> {
        Rupiah::new(self.0 - other.0)
    }

    /// So many times the amount, or `None` beyond 28 digits.
    pub fn times(self, count: u64) -> Option<Rupiah> {
        self.0.checked_mul(i128::from(count)).and_then(Rupiah::new)
    }

    /// The amount with the other sign.
    pub fn negated(self) -> Rupiah {
        Rupiah(-self.0)
    }

    /// The amount without its sign.
    pub fn abs(self) -> Rupiah {
        Rupiah(self.0.abs())
    }

    /// The amount, or nothing where it is negative.
    pub fn or_zero(self) -> Rupiah {
        Rupiah(self.0.max(0))
    }
}

impl fmt::Display for Rupiah {
    /// The form of data: plain digits, `-` before a negative amount.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rp{}", self.0)
    }
}

/// A checked sum: `None` as soon as one step passes 28 digits.
impl Sum<Rupiah> for Option<Rupiah> {
    fn sum<I: Iterator<Item = Rupiah>>(mut amounts: I) -> Self {
        amounts.try_fold(Rupiah::ZERO, Rupiah::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_whole_rupiah_are_read() {
        let nines = "9".repeat(28);
        for (text, reads) in [
            ("0", true),
            ("16800", true),
            ("9007199254740993", true),
            (nines.as_str(), true),
            ("10000000000000000000000000000", false),
            ("00", false),
            ("016800", false),
            ("", false),
            ("-1", false),
            ("+1", false),
            ("1.0", false),
            ("1e5", false),
            ("1_000", false),
            ("16.800", false),
            ("１", false),
        ] {
            let read = Rupiah::parse(text);
            assert_eq!(read.is_some(), reads, "{text:?}");
            if let Some(amount) = read {
                assert_eq!(amount.to_string(), text);
            }
        }
    }

    #[test]
    fn a_sum_beyond_28_digits_is_none_and_never_wrapped() {
        let most = Rupiah::parse(&"9".repeat(28));
        assert_eq!(most.and_then(|m| m.plus(m)), None);
        assert_eq!(most.and_then(|m| m.times(u64::MAX)), None);
        assert_eq!([most, most].into_iter().flatten().sum::<Option<Rupiah>>(), None);
        let odd = Rupiah::parse("9007199254740993");
        assert_eq!(odd.and_then(|o| o.times(3)).map(Rupiah::get), Some(27_021_597_764_222_979));
    }
}

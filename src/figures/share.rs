//! Exact fractions, and the few ways in which they become decimals. Everything that is said in per cent or in months
//! comes from here, so that no figure is rounded twice.

use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A part of a whole, kept as the two integers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    /// The part; negative where something is over.
    pub part: i128,
    /// The whole, greater than zero.
    pub whole: i128,
}

impl Share {
    /// `None` where the whole is nothing.
    pub fn new(part: i128, whole: i128) -> Option<Share> {
        (whole > 0).then_some(Share { part, whole })
    }

    /// The same of counts.
    pub fn of(part: u64, whole: u64) -> Option<Share> {
        Share::new(part.into(), whole.into())
    }

    /// Which is less, exactly.
    pub fn compare(&self, other: &Share) -> Ordering {
        let cross = |a: &Share, b: &Share| a.part.saturating_mul(b.whole);
        cross(self, other).cmp(&cross(other, self))
    }

    /// Per cent with two decimals, half away from zero: the form of data.
    pub fn percent(self) -> Option<Decimal> {
        rounded(self.part.checked_mul(100)?, self.whole, 2)
    }

    /// Per cent with one decimal, half away from zero, but never 100.0 below the whole nor 0.0 above nothing: the form
    /// of the screen.
    pub fn percent_on_screen(self) -> Option<Decimal> {
        let percent = rounded(self.part.checked_mul(100)?, self.whole, 1)?;
        let hundred = Decimal::new(1000, 1);
        Some(match () {
            () if self.part < self.whole && percent >= hundred => Decimal::new(999, 1),
            () if self.part > 0 && percent.is_zero() => Decimal::new(1, 1),
            () => percent,
        })
    }

    /// The fraction itself, so many decimals, half away from zero.
    pub fn rounded(self, decimals: u32) -> Option<Decimal> {
        rounded(self.part, self.whole, decimals)
    }

    /// The fraction itself, so many decimals, the rest cut.
    pub fn cut(self, decimals: u32) -> Option<Decimal> {
        let scaled = self.part.checked_mul(10_i128.pow(decimals))? / self.whole;
        Decimal::try_from_i128_with_scale(scaled, decimals).ok()
    }

    /// A whole number, half away from zero; below a half, as many decimals (at most two) as show that it is not
    /// nothing: a pace of 0 workers that still has a finish date would contradict itself.
    pub fn rounded_up_to_a_digit(self) -> Option<Decimal> {
        let shown = |decimals| self.rounded(decimals).filter(|number| !number.is_zero() || self.part == 0);
        shown(0).or_else(|| shown(1)).or_else(|| self.rounded(2))
    }

    /// The next whole number up.
    pub fn ceil(self) -> i128 {
        self.part.div_euclid(self.whole) + i128::from(self.part.rem_euclid(self.whole) != 0)
    }

    /// Whether the part is more than the whole.
    pub fn is_over(self) -> bool {
        self.part > self.whole
    }
}

fn rounded(part: i128, whole: i128, decimals: u32) -> Option<Decimal> {
    let scaled = part.checked_mul(10_i128.pow(decimals))?;
    let (quotient, rest) = (scaled / whole, scaled % whole);
    let away = i128::from(rest.abs() >= whole - rest.abs()) * scaled.signum();
    Decimal::try_from_i128_with_scale(quotient + away, decimals).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn per_cent_is_rounded_once_half_away_from_zero() {
        for (part, whole, data, screen) in [
            (14_212, 19_336, "73.50", "73.5"),
            (1, 19_336, "0.01", "0.1"),
            (0, 19_336, "0.00", "0.0"),
            (19_335, 19_336, "99.99", "99.9"),
            (19_336, 19_336, "100.00", "100.0"),
            (77_074, 51_086, "150.87", "150.9"),
            (1, 8, "12.50", "12.5"),
            (1, 16, "6.25", "6.3"),
            (-1, 16, "-6.25", "-6.3"),
            (1, 3, "33.33", "33.3"),
            (2, 3, "66.67", "66.7"),
        ] {
            let share = Share::new(part, whole);
            assert_eq!(share.and_then(Share::percent).map(|p| p.to_string()).as_deref(), Some(data), "{part}/{whole}");
            let on_screen = share.and_then(Share::percent_on_screen).map(|p| p.to_string());
            assert_eq!(on_screen.as_deref(), Some(screen), "{part}/{whole} on screen");
        }
        assert_eq!(Share::of(1, 0), None, "a percentage of nothing is unknown");
        let over = |part| Share::of(part, 19_336).map(Share::is_over);
        assert_eq!([19_335, 19_336, 19_337].map(over), [Some(false), Some(false), Some(true)]);
    }

    #[test]
    fn a_small_pace_is_never_shown_as_nothing() {
        for (part, whole, shown) in [(0, 7, "0"), (1, 2, "1"), (1, 3, "0.3"), (1, 30, "0.03"), (2_499, 2, "1250")] {
            let share = Share::new(part, whole).and_then(Share::rounded_up_to_a_digit);
            assert_eq!(share.map(|n| n.to_string()).as_deref(), Some(shown), "{part}/{whole}");
        }
    }

    #[test]
    fn months_are_cut_and_people_rounded_up() {
        let months = Share::new(934_708_000, 238_761_600);
        assert_eq!(months.and_then(|m| m.cut(2)).map(|m| m.to_string()).as_deref(), Some("3.91"));
        let needed = Share::new(5_124 * 30, 123);
        assert_eq!(needed.and_then(|n| n.rounded(2)).map(|n| n.to_string()).as_deref(), Some("1249.76"));
        assert_eq!(needed.map(Share::ceil), Some(1_250));
        assert_eq!(Share::new(4, 2).map(Share::ceil), Some(2));
    }
}

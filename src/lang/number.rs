//! Numbers as each language writes them: 19,336 · 73.5% · Rp2,200,000,000 · Rp2.2 bn, and 19.336 · 73,5% ·
//! Rp2.200.000.000 · Rp2,2 miliar (CLDR id_ID, domain.md §10; no space before %).

use super::{Lang, words};
use crate::roster::money::Rupiah;
use rust_decimal::Decimal;
use std::time::Duration;

/// What stands for an unknown value.
pub const UNKNOWN: &str = "–";
/// What stands for a value that is not counted yet.
pub const NOT_KNOWN_YET: &str = "…";
/// What stands before a negative number on the screen.
pub const MINUS: char = '−';

impl Lang {
    fn group(self) -> char {
        if self == Lang::En { ',' } else { '.' }
    }

    fn point(self) -> char {
        if self == Lang::En { '.' } else { ',' }
    }

    /// Digits with a sign between each three.
    fn grouped(self, digits: &str) -> String {
        let length = digits.len();
        let mut text = String::with_capacity(length + length / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (length - place).is_multiple_of(3) {
                text.push(self.group());
            }
            text.push(digit);
        }
        text
    }

    /// A count: `19,336`.
    pub fn count(self, count: u64) -> String {
        self.grouped(&count.to_string())
    }

    /// A whole number with its sign, if it is negative: `−278,000,000`.
    pub fn integer(self, number: i128) -> String {
        let sign = if number < 0 { MINUS.to_string() } else { String::new() };
        sign + &self.grouped(&number.unsigned_abs().to_string())
    }

    /// A whole number with its sign, `+` too; nothing has none.
    pub fn signed(self, number: i128) -> String {
        let plus = if number > 0 { "+" } else { "" };
        format!("{plus}{}", self.integer(number))
    }

    /// Money without its unit, which stands once in the heading.
    pub fn amount(self, amount: Rupiah) -> String {
        self.integer(amount.get())
    }

    /// Money: `Rp2,200,000,000`.
    pub fn rupiah(self, amount: Rupiah) -> String {
        let sign = if amount.is_negative() { MINUS.to_string() } else { String::new() };
        format!("{sign}Rp{}", self.grouped(&amount.get().unsigned_abs().to_string()))
    }

    /// Money in few characters, one decimal, cut: `Rp2.2 bn`, `Rp2,2 miliar`.
    pub fn compact(self, amount: Rupiah) -> String {
        let Some((unit, [word, _])) = self.unit(amount) else { return self.rupiah(amount) };
        let sign = if amount.is_negative() { MINUS.to_string() } else { String::new() };
        format!("{sign}Rp{} {word}", self.tenths(amount, unit))
    }

    /// The same as a number and the unit behind it, in words: `934.7`, `million rupiah`.
    pub fn large(self, amount: Rupiah) -> (String, String) {
        let sign = if amount.is_negative() { MINUS.to_string() } else { String::new() };
        match self.unit(amount) {
            Some((unit, [_, word])) => (sign + &self.tenths(amount, unit), format!("{word} rupiah")),
            None => (self.integer(amount.get()), "rupiah".to_owned()),
        }
    }

    /// The largest unit that an amount holds, short and whole.
    fn unit(self, amount: Rupiah) -> Option<(u128, [&'static str; 2])> {
        const UNITS: [(u128, [&str; 2], &str); 4] = [
            (1_000_000_000_000, ["tn", "trillion"], "triliun"),
            (1_000_000_000, ["bn", "billion"], "miliar"),
            (1_000_000, ["mn", "million"], "juta"),
            (1_000, ["k", "thousand"], "ribu"),
        ];
        let size = amount.get().unsigned_abs();
        let (unit, en, id) = UNITS.into_iter().find(|(unit, ..)| size >= *unit)?;
        Some((unit, if self == Lang::En { en } else { [id, id] }))
    }

    /// How many of a unit, one decimal, cut.
    fn tenths(self, amount: Rupiah, unit: u128) -> String {
        let tenths = amount.get().unsigned_abs() / (unit / 10);
        format!("{}{}{}", self.grouped(&(tenths / 10).to_string()), self.point(), tenths % 10)
    }

    /// Bytes in megabytes with one decimal, cut: `2.4`.
    pub fn megabytes(self, bytes: u64) -> String {
        format!("{}{}{}", self.count(bytes / 1_000_000), self.point(), bytes / 100_000 % 10)
    }

    /// How long something will still take, rounded up: nobody waits for less than was said.
    pub fn time_left(self, left: Duration) -> String {
        let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
        match seconds {
            ..=90 => self.fill(&words::SECONDS_LEFT, &[&self.count(seconds.max(1))]),
            _ => self.fill(&words::MINUTES_LEFT, &[&self.count(seconds.div_ceil(60))]),
        }
    }

    /// A decimal with the decimals it has: `4.27`, `73.5`.
    pub fn decimal(self, number: Decimal) -> String {
        let text = number.abs().to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let sign = if number.is_sign_negative() && !number.is_zero() { MINUS.to_string() } else { String::new() };
        let point = if decimals.is_empty() { String::new() } else { self.point().to_string() };
        format!("{sign}{}{point}{decimals}", self.grouped(whole))
    }

    /// Per cent: `73.5%`.
    pub fn percent(self, percent: Option<Decimal>) -> String {
        percent.map_or(UNKNOWN.to_owned(), |percent| format!("{}%", self.decimal(percent)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_signs() {
        let money = |amount| Rupiah::new(amount).unwrap_or_default();
        for (en, id, say) in [
            ("19,336", "19.336", (|l: Lang| l.count(19_336)) as fn(Lang) -> String),
            ("999", "999", |l| l.count(999)),
            ("73.5%", "73,5%", |l| l.percent(Some(Decimal::new(735, 1)))),
            ("1,250.00", "1.250,00", |l| l.decimal(Decimal::new(125_000, 2))),
            ("–", "–", |l| l.percent(None)),
            ("+104", "+104", |l| l.signed(104)),
            ("−3,071", "−3.071", |l| l.signed(-3_071)),
            ("0", "0", |l| l.signed(0)),
        ] {
            assert_eq!((say(Lang::En).as_str(), say(Lang::Id).as_str()), (en, id));
        }
        for (amount, en, id) in [
            (2_200_000_000, "Rp2.2 bn", "Rp2,2 miliar"),
            (1_999_999_999, "Rp1.9 bn", "Rp1,9 miliar"),
            (-278_000_000, "−Rp278.0 mn", "−Rp278,0 juta"),
            (16_800, "Rp16.8 k", "Rp16,8 ribu"),
            (999, "Rp999", "Rp999"),
        ] {
            assert_eq!((Lang::En.compact(money(amount)), Lang::Id.compact(money(amount))), (en.into(), id.into()));
        }
        assert_eq!(Lang::Id.rupiah(money(2_200_000_000)), "Rp2.200.000.000");
        assert_eq!(Lang::En.rupiah(money(-5)), "−Rp5");
    }
}

//! Amounts as people type them: `16.800`, `16,800`, `Rp2,2 miliar`, `2.2bn`, `150 jt`. By rule, and never by guess: what
//! may mean two amounts is refused, since one of them would be a wrong budget.
//!
//! Without a unit an amount is whole rupiah, and a point or comma parts thousands. Before a unit a point or comma is
//! decimal if one or two digits follow; with three it might be either, and is refused. `m` alone is refused: a million
//! in English, a milliard in Indonesian.

use super::{Lang, Phrase};

/// Why an amount is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AmountError {
    /// Not a number.
    NotANumber,
    /// A part of a rupiah.
    Fraction,
    /// It may mean two amounts.
    Ambiguous,
    /// `m` is a million here and a milliard there.
    UnitM,
    /// No such unit.
    Unit,
    /// More than 28 digits.
    TooLarge,
}

const UNITS: [(&[&str], u32); 4] = [
    (&["k", "rb", "ribu", "thousand"], 3),
    (&["jt", "juta", "mn", "million"], 6),
    (&["bn", "b", "miliar", "milyar", "billion"], 9),
    (&["tn", "t", "triliun", "trillion"], 12),
];

/// Reads an amount or a count, in whole rupiah or people.
pub fn parse(text: &str) -> Result<i128, AmountError> {
    let lower = text.trim().to_lowercase();
    let bare = lower.strip_prefix("rp").or_else(|| lower.strip_prefix("idr")).unwrap_or(&lower);
    let bare = bare.trim_start_matches(['.', ' ']);
    let number: String = bare
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '_' | '\'' | ' ' | '\u{a0}'))
        .collect();
    let unit = bare.get(number.len()..).unwrap_or("").trim();
    let number = number.trim();
    if number.is_empty() {
        return Err(AmountError::NotANumber);
    }
    let (number, unit) = without_sen(number, unit);
    let zeros = match unit {
        "" => None,
        "m" => return Err(AmountError::UnitM),
        unit => {
            let known = UNITS.iter().find(|(names, _)| names.contains(&unit));
            Some(known.map(|(_, zeros)| *zeros).ok_or(AmountError::Unit)?)
        }
    };
    let separators: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let parts: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).collect();
    let first = parts.first().copied().unwrap_or("");
    if first.is_empty() || parts.iter().any(|part| part.is_empty()) {
        return Err(AmountError::NotANumber);
    }
    let grouped = separators.windows(2).all(|pair| pair.first() == pair.last())
        && first.len() <= 3
        && parts.iter().skip(1).all(|part| part.len() == 3);
    let whole = |digits: String, zeros: u32| {
        let digits = digits.trim_start_matches('0').to_owned() + &"0".repeat(zeros as usize);
        match digits.len() {
            29.. => Err(AmountError::TooLarge),
            _ => Ok(digits.parse().unwrap_or(0)),
        }
    };
    match (zeros, separators.as_slice()) {
        (zeros, []) => whole(number.to_owned(), zeros.unwrap_or(0)),
        (None, _) if grouped && (first != "0") => whole(parts.concat(), 0),
        (None, ['.' | ',']) => Err(AmountError::Fraction),
        (None, _) => Err(AmountError::NotANumber),
        (Some(_), ['.' | ',']) if grouped => Err(AmountError::Ambiguous),
        (Some(zeros), ['.' | ',']) => {
            let decimals = parts.last().copied().unwrap_or("").trim_end_matches('0');
            let rest = zeros.checked_sub(decimals.len() as u32).ok_or(AmountError::Fraction)?;
            whole(format!("{first}{decimals}"), rest)
        }
        (Some(zeros), _) if grouped => whole(parts.concat(), zeros),
        (Some(_), _) => Err(AmountError::NotANumber),
    }
}

/// The number without the sen that offices write behind whole rupiah, as in `Rp42.000.000,-` and `Rp2.200.000.000,00`:
/// only behind groups of the other sign, since `16,00` alone may be meant otherwise.
fn without_sen<'a>(number: &'a str, unit: &'a str) -> (&'a str, &'a str) {
    let signs: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let Some((&last, before)) = signs.split_last() else { return (number, unit) };
    let parted = !before.is_empty() && before.iter().all(|sign| *sign != last);
    match unit {
        "-" => number.strip_suffix([',', '.']).map_or((number, unit), |number| (number, "")),
        "" if parted && matches!(last, ',' | '.') => {
            let number = number.strip_suffix("00").and_then(|number| number.strip_suffix(last)).unwrap_or(number);
            (number, unit)
        }
        _ => (number, unit),
    }
}

impl AmountError {
    /// Why, and what to write.
    pub fn words(self, lang: Lang) -> &'static str {
        lang.say(&match self {
            AmountError::NotANumber => Phrase {
                en: "not an amount; write 16800, 16,800, 2.2bn or 150 jt",
                id: "bukan jumlah; tulis 16800, 16.800, 2,2 miliar, atau 150 jt",
            },
            AmountError::Fraction => {
                Phrase { en: "rupiah and people are whole", id: "rupiah dan orang bulat, tanpa pecahan" }
            }
            AmountError::Ambiguous => Phrase {
                en: "thousands or decimals? write it without the sign",
                id: "ribuan atau desimal? tulis tanpa tanda itu",
            },
            AmountError::UnitM => Phrase {
                en: "m is a million or a milliard; write jt or bn",
                id: "m itu juta atau miliar; tulis jt atau miliar",
            },
            AmountError::Unit => Phrase {
                en: "no such unit; there are k, jt, bn, tn",
                id: "tidak ada satuan itu; ada rb, jt, miliar, triliun",
            },
            AmountError::TooLarge => Phrase { en: "more than 28 digits", id: "lebih dari 28 angka" },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_by_rule() {
        for (text, amount) in [
            ("16800", 16_800),
            ("16.800", 16_800),
            ("16,800", 16_800),
            ("Rp 16.800", 16_800),
            ("Rp. 16.800", 16_800),
            ("2.200.000.000", 2_200_000_000),
            ("2 200 000", 2_200_000),
            ("Rp2,2 miliar", 2_200_000_000),
            ("2.2bn", 2_200_000_000),
            ("150 jt", 150_000_000),
            ("150juta", 150_000_000),
            ("1,5 jt", 1_500_000),
            ("2 T", 2_000_000_000_000),
            ("16,8 rb", 16_800),
            ("0", 0),
            ("007", 7),
            ("1.234.567 rb", 1_234_567_000),
            ("Rp2.200.000.000,00", 2_200_000_000),
            ("2,200,000.00", 2_200_000),
            ("Rp42.000.000,-", 42_000_000),
            ("16800,-", 16_800),
        ] {
            assert_eq!(parse(text), Ok(amount), "{text}");
        }
    }

    #[test]
    fn what_may_mean_two_things_is_refused() {
        for (text, why) in [
            ("2.2", AmountError::Fraction),
            ("16.80", AmountError::Fraction),
            ("0.500", AmountError::Fraction),
            ("1.234,5", AmountError::NotANumber),
            ("1,234.567", AmountError::NotANumber),
            ("16,00", AmountError::Fraction),
            ("16.800,50", AmountError::NotANumber),
            ("2.200 jt", AmountError::Ambiguous),
            ("2,200bn", AmountError::Ambiguous),
            ("5m", AmountError::UnitM),
            ("5 lakh", AmountError::Unit),
            ("1,2345 rb", AmountError::Fraction),
            ("", AmountError::NotANumber),
            ("-5", AmountError::NotANumber),
            ("1e9", AmountError::Unit),
            ("99999999999999999999999999999", AmountError::TooLarge),
        ] {
            assert_eq!(parse(text), Err(why), "{text}");
        }
    }
}

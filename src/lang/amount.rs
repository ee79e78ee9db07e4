//! Amounts as people type them: `16.800`, `16,800`, `Rp2,2 miliar`, `2.2bn`, `150 jt`. By rule, and never by guess: what
//! may mean two amounts is refused, since one of them would be a wrong budget.
//!
//! Without a unit an amount is whole rupiah, and a point or comma parts thousands. Before a unit a point or comma is
//! decimal if one or two digits follow; with three it might be either, and is refused. Behind groups of the other sign
//! it is decimal in any case: `1.500,5 juta`. `m` alone is refused: a million in English, a milliard in Indonesian.
//!
//! People and months are counts: grouped or not, with their own word behind them if one likes, and no money.

use super::{Lang, Phrase};
use crate::roster::calendar::Month;

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
    /// Rupiah where people are counted.
    NotPeople,
    /// Rupiah where months are counted.
    NotMonths,
    /// Neither a number of people nor money.
    NoPeople,
    /// Neither a number of months nor money.
    NoMonths,
    /// Not a month.
    NotAMonth,
    /// More than 28 digits.
    TooLarge,
}

const UNITS: [(&[&str], u32); 4] = [
    (&["k", "rb", "ribu", "thousand"], 3),
    (&["jt", "juta", "mn", "mio", "million", "millions"], 6),
    (&["bn", "b", "miliar", "milyar", "billion", "billions"], 9),
    (&["tn", "t", "triliun", "trilyun", "trillion", "trillions"], 12),
];

/// What a count is a count of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counted {
    /// Workers.
    People,
    /// Months.
    Months,
}

impl Counted {
    /// The words that may stand behind the number.
    fn words(self) -> &'static [&'static str] {
        match self {
            Counted::People => &["orang", "pekerja", "jiwa", "people", "person", "worker", "workers"],
            Counted::Months => &["bulan", "bln", "month", "months"],
        }
    }

    /// Why a text is none: what is money was meant for another line, and anything else is no number of these.
    fn refused(self, lower: &str) -> AmountError {
        match (self, is_money(lower)) {
            (Counted::People, true) => AmountError::NotPeople,
            (Counted::Months, true) => AmountError::NotMonths,
            (Counted::People, false) => AmountError::NoPeople,
            (Counted::Months, false) => AmountError::NoMonths,
        }
    }
}

/// Reads a count of people or months. Thousands of people may be said in words (`15 ribu`); millions, milliards and
/// `Rp` are money, and money is refused here: it was meant for another line.
pub fn count(text: &str, of: Counted) -> Result<u64, AmountError> {
    let lower = text.trim().to_lowercase();
    let number = of.words().iter().find_map(|word| lower.strip_suffix(word)).unwrap_or(&lower).trim();
    let unit = number.trim_start_matches(|c: char| !c.is_alphabetic());
    let thousands = of == Counted::People && UNITS[0].0.contains(&unit);
    if !number.starts_with(|c: char| c.is_ascii_digit()) || !(unit.is_empty() || thousands) {
        return Err(of.refused(&lower));
    }
    let count = parse(number).map_err(|error| match error {
        AmountError::NotANumber | AmountError::Unit => of.refused(&lower),
        error => error,
    })?;
    u64::try_from(count).map_err(|_| AmountError::TooLarge)
}

/// Whether a text names rupiah, or so many of a unit in which only rupiah are counted.
fn is_money(lower: &str) -> bool {
    let unit = lower.trim_start_matches(|c: char| !c.is_alphabetic()).trim();
    let rupiah = ["rp", "idr"].iter().any(|sign| lower.starts_with(sign)) || matches!(unit, "rupiah" | "idr");
    let counted = lower.contains(|c: char| c.is_ascii_digit());
    counted && (rupiah || unit == "m" || UNITS.iter().any(|(names, _)| names.contains(&unit)))
}

/// Reads an amount in whole rupiah.
pub fn parse(text: &str) -> Result<i128, AmountError> {
    let lower = text.trim().to_lowercase();
    // The currency stands before the number, or behind it: `Rp16.800`, `150 juta rupiah`.
    let behind = ["rupiah", "idr"].iter().find_map(|word| lower.strip_suffix(word));
    let lower = behind.filter(|rest| rest.contains(|c: char| c.is_ascii_digit())).unwrap_or(&lower).trim_end();
    let bare = lower.strip_prefix("rp").or_else(|| lower.strip_prefix("idr")).unwrap_or(lower);
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
    if let Some(zeros) = zeros
        && let Some((before, decimals)) = behind_groups(number)
    {
        return decimal(before, decimals, zeros);
    }
    let grouped = separators.windows(2).all(|pair| pair.first() == pair.last())
        && first.len() <= 3
        && parts.iter().skip(1).all(|part| part.len() == 3);
    match (zeros, separators.as_slice()) {
        (zeros, []) => whole(number.to_owned(), zeros.unwrap_or(0)),
        (None, _) if grouped && (first != "0") => whole(parts.concat(), 0),
        (None, ['.' | ',']) => Err(AmountError::Fraction),
        (None, _) if behind_groups(number).is_some() => Err(AmountError::Fraction),
        (None, _) => Err(AmountError::NotANumber),
        (Some(_), ['.' | ',']) if grouped && first != "0" => Err(AmountError::Ambiguous),
        (Some(zeros), ['.' | ',']) => decimal(first.to_owned(), parts.last().copied().unwrap_or(""), zeros),
        (Some(zeros), _) if grouped => whole(parts.concat(), zeros),
        (Some(_), _) => Err(AmountError::NotANumber),
    }
}

/// Reads a month: `2024-09`, `9/2024`.
pub fn month(text: &str) -> Result<Month, AmountError> {
    let text = text.trim();
    let turned = || {
        let (month, year) = text.split_once(['/', '-', '.', ' '])?;
        Month::parse(&format!("{year}-{month:0>2}"))
    };
    Month::parse(text).or_else(turned).ok_or(AmountError::NotAMonth)
}

/// Digits and so many zeros behind them.
fn whole(digits: String, zeros: u32) -> Result<i128, AmountError> {
    let digits = digits.trim_start_matches('0').to_owned() + &"0".repeat(zeros as usize);
    match digits.len() {
        29.. => Err(AmountError::TooLarge),
        _ => Ok(digits.parse().unwrap_or(0)),
    }
}

/// A number with decimals before a unit of so many zeros.
fn decimal(before: String, decimals: &str, zeros: u32) -> Result<i128, AmountError> {
    let decimals = decimals.trim_end_matches('0');
    let rest = zeros.checked_sub(decimals.len() as u32).ok_or(AmountError::Fraction)?;
    whole(before + decimals, rest)
}

/// The digits of whole groups and the decimals behind them, where the sign before those is another than that of the
/// groups: `1.500,5`. Only then they cannot be thousands.
fn behind_groups(number: &str) -> Option<(String, &str)> {
    let (before, decimals) = number.rsplit_once(['.', ','])?;
    let last = number.chars().rev().find(|c| !c.is_ascii_digit())?;
    let mut signs = before.chars().filter(|c| !c.is_ascii_digit());
    let sign = signs.next().filter(|sign| *sign != last)?;
    let mut groups = before.split(sign);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && *first != "0")?;
    let all = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let fits = signs.all(|own| own == sign) && groups.all(|group| group.len() == 3 && all(group)) && all(first);
    (fits && !decimals.is_empty()).then(|| (before.split(sign).collect(), decimals))
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
                en: "not an amount; write 16800, 16,800, 2.2bn or 150 mn",
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
                en: "no such unit; there are k, mn, bn, tn",
                id: "tidak ada satuan itu; ada rb, jt, miliar, triliun",
            },
            AmountError::NotPeople => Phrase {
                en: "people are counted here, as 1,500: no rupiah",
                id: "di sini jumlah orang, mis. 1.500: bukan rupiah",
            },
            AmountError::NotMonths => Phrase {
                en: "months are counted here, as 4: no rupiah",
                id: "di sini jumlah bulan, mis. 4: bukan rupiah",
            },
            AmountError::NoPeople => Phrase {
                en: "no number of people; write 1500 or 1,500",
                id: "bukan jumlah orang; tulis 1500 atau 1.500",
            },
            AmountError::NoMonths => Phrase { en: "no number of months; write 4", id: "bukan jumlah bulan; tulis 4" },
            AmountError::NotAMonth => Phrase {
                en: "a month still to pay, as 2024-09 or 9/2024",
                id: "bulan yang belum dibayar, mis. 2024-09",
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
            ("1.500,5 juta", 1_500_500_000),
            ("1,500.5 million", 1_500_500_000),
            ("Rp2.200,75 miliar", 2_200_750_000_000),
            ("1.234,567 jt", 1_234_567_000),
            ("1.234.567,8 rb", 1_234_567_800),
            ("2 200,5 jt", 2_200_500_000),
            ("934.7 mn", 934_700_000),
            ("0,500 miliar", 500_000_000),
            ("934,7mn", 934_700_000),
            ("150 juta rupiah", 150_000_000),
            ("16.800 rupiah", 16_800),
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
            ("1.234,5", AmountError::Fraction),
            ("1,234.567", AmountError::Fraction),
            ("1.500 juta", AmountError::Ambiguous),
            ("1.500.5 juta", AmountError::NotANumber),
            ("15.00,5 juta", AmountError::NotANumber),
            ("1,5 M", AmountError::UnitM),
            ("1.500,5 M", AmountError::UnitM),
            ("1.500,1234567 juta", AmountError::Fraction),
            ("16,00", AmountError::Fraction),
            ("16.800,50", AmountError::Fraction),
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

    #[test]
    fn people_and_months_are_counted_and_no_money() {
        for (text, of, counted) in [
            ("1500", Counted::People, Ok(1_500)),
            ("1.500", Counted::People, Ok(1_500)),
            ("1,500 workers", Counted::People, Ok(1_500)),
            ("1.500 orang", Counted::People, Ok(1_500)),
            ("15 ribu", Counted::People, Ok(15_000)),
            ("15rb orang", Counted::People, Ok(15_000)),
            ("300 jt", Counted::People, Err(AmountError::NotPeople)),
            ("300jt", Counted::People, Err(AmountError::NotPeople)),
            ("2,2 miliar", Counted::People, Err(AmountError::NotPeople)),
            ("Rp300", Counted::People, Err(AmountError::NotPeople)),
            ("300 rupiah", Counted::People, Err(AmountError::NotPeople)),
            ("4 bulan", Counted::People, Err(AmountError::NoPeople)),
            ("many", Counted::People, Err(AmountError::NoPeople)),
            ("2.5", Counted::People, Err(AmountError::Fraction)),
            ("", Counted::People, Err(AmountError::NoPeople)),
            ("-5", Counted::People, Err(AmountError::NoPeople)),
            ("5 people Rp", Counted::People, Err(AmountError::NoPeople)),
            ("soon", Counted::Months, Err(AmountError::NoMonths)),
            ("12", Counted::Months, Ok(12)),
            ("12 bulan", Counted::Months, Ok(12)),
            ("1 month", Counted::Months, Ok(1)),
            ("3 rb", Counted::Months, Err(AmountError::NotMonths)),
            ("300 jt", Counted::Months, Err(AmountError::NotMonths)),
            ("99999999999999999999", Counted::Months, Err(AmountError::TooLarge)),
        ] {
            assert_eq!(count(text, of), counted, "{text}");
        }
    }
}

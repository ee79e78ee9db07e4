//! The numbers of people within any text: whoever keeps a list puts a telephone number behind a name or a NIK into the
//! reason, and where it stands makes it no less somebody's.

use super::{fold, parted_digits, without_case};
use std::ops::Range;

/// What may be a number of a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Number {
    /// Its bytes.
    pub at: Range<usize>,
    /// Whether it is a telephone's, else a NIK or a KPJ.
    pub is_phone: bool,
}

/// Fewer digits are nobody's number.
const LEAST: usize = 9;
/// The most of a telephone's, with the country's.
const MOST: usize = 14;
/// So many without anything between are a telephone's whole number.
const UNDIVIDED: usize = 10;

/// The numbers of people in a text: sixteen or eleven digits in a row, or all of a text that is made of so many; and
/// telephones, however their digits are parted. What is money, by its `Rp` or its points, is not one.
pub(crate) fn numbers(text: &str) -> Vec<Number> {
    // Thousands of texts are drawn, and hardly any has so many digits.
    if text.bytes().filter(u8::is_ascii_digit).take(LEAST).count() < LEAST {
        return Vec::new();
    }
    let runs = runs(text);
    let mut found = Vec::new();
    let mut left = runs.as_slice();
    while let Some((run, behind)) = left.split_first() {
        let phone = phone(text, left);
        left = behind;
        if is_money(text, run) {
            continue;
        }
        if let Some(groups) = phone {
            let end = behind.get(groups.wrapping_sub(2)).map_or(run.end, |last| last.end);
            found.push(Number { at: run.start..end, is_phone: true });
            left = behind.get(groups - 1..).unwrap_or(&[]);
        } else if is_whole(run.len()) {
            found.push(Number { at: run.clone(), is_phone: false });
        }
    }
    let parted = || parted_digits(&fold(text)).is_some_and(|digits| is_whole(digits.len()));
    if found.is_empty() && parted() {
        found.push(Number { at: 0..text.len(), is_phone: false });
    }
    found
}

/// Whether a text holds what may be a number of a person.
pub(crate) fn holds_number(text: &str) -> bool {
    !numbers(text).is_empty()
}

/// Whether a NIK or a KPJ has so many digits.
fn is_whole(digits: usize) -> bool {
    digits == 16 || digits == 11
}

/// The digits of a text, those in a row together.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Of how many of these runs a telephone's number is made that begins with the first: as many as it may have, since one
/// too many hides no more than a year behind it.
fn phone(text: &str, runs: &[Range<usize>]) -> Option<usize> {
    let first = runs.first()?;
    let own = |run: &Range<usize>| text.get(run.clone()).unwrap_or("");
    let joined =
        runs.windows(2).take_while(|pair| matches!(pair, [a, b] if is_gap(text.get(a.end..b.start).unwrap_or(""))));
    let joined = 1 + joined.count();
    let mut digits = first.len();
    let mut groups = 1;
    if digits < UNDIVIDED {
        for run in runs.iter().take(joined).skip(1) {
            if digits + run.len() > MOST {
                break;
            }
            digits += run.len();
            groups += 1;
        }
    }
    let digit = |place: usize| runs.iter().take(groups).flat_map(|run| own(run).bytes()).nth(place);
    let begins = match (digit(0)?, digit(1)?, digit(2)?) {
        // A day stands apart from its month.
        (b'0', b'8', b'1'..=b'9') => first.len() > 2,
        (b'6', b'2', b'1'..=b'9') if text.get(..first.start).unwrap_or("").ends_with('+') => true,
        (b'6', b'2', b'8') => !is_in_thousands(text, runs.get(..joined)?),
        _ => false,
    };
    (begins && (LEAST..=MOST).contains(&digits)).then_some(groups)
}

/// Whether what stands between two runs parts a telephone's digits.
fn is_gap(between: &str) -> bool {
    let parts = |c: char| matches!(without_case(c), None | Some(' ' | '.' | '(' | ')'));
    between.chars().count() <= 3 && between.chars().all(parts)
}

/// Whether it is a sum of money for what stands before it.
fn is_money(text: &str, run: &Range<usize>) -> bool {
    let before = text.get(..run.start).unwrap_or("").trim_end_matches([' ', '.', '\u{a0}']);
    let is = |unit: &str| {
        let from = before.len().checked_sub(unit.len());
        from.and_then(|from| before.get(from..)).is_some_and(|end| end.eq_ignore_ascii_case(unit))
    };
    is("Rp") || is("IDR")
}

/// Whether runs are one number with a point at each thousand: `628.000.000`.
fn is_in_thousands(text: &str, runs: &[Range<usize>]) -> bool {
    let pointed =
        |pair: &[Range<usize>]| matches!(pair, [a, b] if text.get(a.end..b.start) == Some(".") && b.len() == 3);
    runs.first().is_some_and(|first| first.len() <= 3) && runs.windows(2).all(pointed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_person_is_seen_in_any_text() {
        for (text, found) in [
            ("9671004203810001", vec!["9671004203810001"]),
            ("NIK 9671004203810001, KPJ 24012345678.", vec!["9671004203810001", "24012345678"]),
            ("9671-0042-0381-0001", vec!["9671-0042-0381-0001"]),
            ("Siti 081234567890", vec!["081234567890"]),
            ("hp:0812-3456-7890/0813 4567 890", vec!["0812-3456-7890", "0813 4567 890"]),
            ("(0812) 3456.7890", vec!["0812) 3456.7890"]),
            ("+62 812-3456-7890", vec!["62 812-3456-7890"]),
            ("+62951321234 rumah", vec!["62951321234"]),
            ("+629513212345 rumah", vec!["629513212345"]),
            ("629513212345 rumah", vec![]),
            ("6281234567890", vec!["6281234567890"]),
            ("Jl. Ahmad Yani 12 081234567890 2024", vec!["081234567890"]),
            ("081234567890 dan 9671004203810001", vec!["081234567890", "9671004203810001"]),
            ("0812   3456   7890", vec!["0812   3456   7890"]),
            ("0812 34567890 12", vec!["0812 34567890 12"]),
            ("0812 34567890 123", vec!["0812 34567890"]),
            ("081234567 8", vec!["081234567 8"]),
            ("0812345678 90", vec!["0812345678"]),
            ("6281.234.567", vec!["6281.234.567"]),
            ("628.000.0000", vec!["628.000.0000"]),
            ("0812\u{200b}3456\u{2011}7890", vec!["0812\u{200b}3456\u{2011}7890"]),
        ] {
            let seen: Vec<&str> = numbers(text).into_iter().filter_map(|number| text.get(number.at)).collect();
            assert_eq!(seen, found, "{text}");
        }
    }

    #[test]
    fn money_dates_years_ids_and_houses_are_nobodys_numbers() {
        for text in [
            "W000001",
            "SP2D 0312/2024",
            "96710042038100012",
            "pindah 2024-05-02",
            "08-12-2024 s.d. 10-12-2025",
            "08.12.2024 10.30",
            "2019 2020 2021 2022 2023",
            "Rp62.500.000.000",
            "Rp 628000000",
            "rp. 10000000000",
            "628.000.000",
            "628.000.000.000 dan 1.000",
            "Jl. Merdeka 628 RT 02 RW 005 98412",
            "081 2345",
            "0812    3456    7890",
            "",
        ] {
            assert_eq!(numbers(text), [], "{text}");
        }
    }
}

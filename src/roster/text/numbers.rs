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
/// No number has more parts than digits; one more is looked at, to know whether it ends there. Whoever looked at all that
/// stand behind each would never be done with a text of many thousand single digits.
const PARTS: usize = 17;
/// So many without anything between are a telephone's whole number.
const UNDIVIDED: usize = 10;

/// The numbers of people in a text: sixteen or eleven digits, and telephones, however their digits are parted. What is
/// money, by its `Rp` or its points, is not one, and neither are dates and years.
pub(crate) fn numbers(text: &str) -> Vec<Number> {
    // Thousands of texts are drawn, and hardly any has so many digits.
    if text.bytes().filter(u8::is_ascii_digit).take(LEAST).count() < LEAST {
        return Vec::new();
    }
    let runs = runs(text);
    let mut found = Vec::new();
    let mut left = runs.as_slice();
    let mut before = None;
    while let Some((run, behind)) = left.split_first() {
        let here = left;
        left = behind;
        let is_joined = before.is_some_and(|end| is_joint(text.get(end..run.start).unwrap_or("")));
        before = Some(run.end);
        if is_money(text, run) {
            continue;
        }
        let phone = phone(text, here).map(|groups| (groups, true));
        let whole = || is_whole(run.len()).then_some((1, false));
        let parted = || parted(text, here, is_joined).map(|groups| (groups, false));
        if let Some((groups, is_phone)) = phone.or_else(whole).or_else(parted) {
            let end = here.get(groups - 1).map_or(run.end, |last| last.end);
            found.push(Number { at: run.start..end, is_phone });
            left = here.get(groups..).unwrap_or(&[]);
            before = Some(end);
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
    let runs = runs.get(..PARTS).unwrap_or(runs);
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

/// Of how many of these runs a NIK or a KPJ is made that begins with the first. One that can be a NIK is one wherever it
/// stands; any other so many digits only where no more of them stand at one of their ends, since every row of numbers
/// has some that happen to be so many.
fn parted(text: &str, runs: &[Range<usize>], is_joined: bool) -> Option<usize> {
    let runs = runs.get(..PARTS).unwrap_or(runs);
    let between = |pair: &[Range<usize>]| match pair {
        [a, b] => text.get(a.end..b.start).unwrap_or(""),
        _ => "",
    };
    let joined = 1 + runs.windows(2).take_while(|pair| is_joint(between(pair))).count();
    let of = |wanted: usize| {
        let ends = runs.iter().scan(0, |sum, run| {
            *sum += run.len();
            Some(*sum)
        });
        let groups = 1 + ends.take(joined).position(|sum| sum == wanted)?;
        let own = runs.get(..groups)?;
        let stands_apart = !is_joined || groups == joined;
        let others = || is_in_thousands(text, own) || are_amounts(text, own);
        let fits = || match wanted {
            16 => is_nik(text, own) || stands_apart && !others(),
            _ => stands_apart && !others() && own.windows(2).all(|pair| is_gap(between(pair))),
        };
        (groups > 1 && !holds_date(text, own) && fits()).then_some(groups)
    };
    of(16).or_else(|| of(11))
}

/// Whether what stands between two runs parts the digits of one number, as where they are compared.
fn is_joint(between: &str) -> bool {
    let more = |c: char| matches!(c, '/' | ',' | ':');
    !between.contains("..") && (is_gap(between) || between.chars().count() == 1 && between.chars().all(more))
}

/// Whether these digits can be a NIK: of a province, of somebody born on a day of a month (of women the day is 40 more).
fn is_nik(text: &str, runs: &[Range<usize>]) -> bool {
    let digits: String = runs.iter().filter_map(|run| text.get(run.clone())).collect();
    let two = |at: usize| digits.get(at..at + 2).and_then(|two| two.parse::<u8>().ok());
    matches!((two(0), two(6), two(8)), (Some(11..), Some(1..=31 | 41..=71), Some(1..=12)))
}

/// Whether a day stands among these runs, or they are years.
fn holds_date(text: &str, runs: &[Range<usize>]) -> bool {
    let number = |run: &Range<usize>| text.get(run.clone()).and_then(|own| own.parse::<u16>().ok()).unwrap_or(0);
    let is_year = |run: &Range<usize>| run.len() == 4 && (1900..2100).contains(&number(run));
    let is_day = |day: &Range<usize>, month: &Range<usize>| {
        day.len() <= 2 && month.len() <= 2 && (1..=31).contains(&number(day)) && (1..=12).contains(&number(month))
    };
    let is_date = |three: &[Range<usize>]| match three {
        [a, b, c] => is_day(a, b) && is_year(c) || is_year(a) && is_day(c, b),
        _ => false,
    };
    runs.windows(3).any(is_date) || runs.iter().all(is_year)
}

/// Whether they are sums of money beside each other, each with a point at each thousand.
fn are_amounts(text: &str, runs: &[Range<usize>]) -> bool {
    let is_point = |pair: &[Range<usize>]| matches!(pair, [a, b] if text.get(a.end..b.start) == Some("."));
    let pointed = |pair: &[Range<usize>]| !is_point(pair) || matches!(pair, [_, b] if b.len() == 3);
    runs.iter().all(|run| run.len() <= 3) && runs.windows(2).any(is_point) && runs.windows(2).all(pointed)
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
            // Numbers that are parted, wherever they stand, as they are found by their digits too.
            ("\"9271 0046 0870 0682\"", vec!["9271 0046 0870 0682"]),
            ("nik:9271-0046-0870-0682", vec!["9271-0046-0870-0682"]),
            ("nik:92.71.00.460870.0682 age>=60", vec!["92.71.00.460870.0682"]),
            ("927100_460870_0682 or 927100/460870/0682", vec!["927100_460870_0682", "927100/460870/0682"]),
            ("9,271,004,608,700,682", vec!["9,271,004,608,700,682"]),
            ("NIK 9.271.004.608.700.682", vec!["9.271.004.608.700.682"]),
            ("RT 02 9671-0042-0381-0001 2024", vec!["9671-0042-0381-0001"]),
            ("sama dengan 9671-0042-0381-0001, 240 1234 5678", vec!["9671-0042-0381-0001", "240 1234 5678"]),
            ("\"2480 3846463\"", vec!["2480 3846463"]),
            ("kpj:24-01234567-8", vec!["24-01234567-8"]),
            ("kpj 24-0123-45678 sejak 2024", vec!["24-0123-45678"]),
            // No NIK, but nobody's anything else.
            ("call 0671-0099-9981-0001 now", vec!["0671-0099-9981-0001"]),
            ("0812-3456-7890 9671-0042-0381-0001", vec!["0812-3456-7890", "9671-0042-0381-0001"]),
        ] {
            let seen: Vec<&str> = numbers(text).into_iter().filter_map(|number| text.get(number.at)).collect();
            assert_eq!(seen, found, "{text}");
        }
    }

    #[test]
    fn a_text_of_nothing_but_parted_digits_is_read_to_its_end() {
        let digits = "1 ".repeat(500_000);
        assert!(numbers(&digits).iter().all(|number| number.at.end <= digits.len()));
        let behind = format!("{digits}x 9671-0042-0381-0001");
        assert!(numbers(&behind).iter().any(|number| number.at.end == behind.len()));
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
            "dari 18-12-2024 10-12-2025",
            "enrolled:2024-03-01,2024-04-01",
            "enrolled:2024-03-01..2024-04-01 age:17..25",
            "pindah 2024-05-02 123",
            "tahun 2019 2020 2021 2022",
            "Jl. Merdeka RT 002/003 98412",
            "dari 1.000.000 934.708.000",
            "sebesar 62.500.000.000",
            "pada 18:30:15 2024-05-02 12",
            "",
        ] {
            assert_eq!(numbers(text), [], "{text}");
        }
    }
}

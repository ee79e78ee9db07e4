//! What a value that could not be read was probably meant to be: told by its form alone, so that a message can say how
//! it is written without repeating anybody's data.

use super::Expected;
use super::calendar::{Day, Month};
use super::text::fold;

/// What a value looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// This word of the format in another spelling or language.
    Word(&'static str),
    /// A date whose day stands first.
    DayFirst,
    /// A date without leading zeros.
    Unpadded,
    /// A date with other signs than hyphens.
    Signs,
    /// A date with a time behind it.
    WithTime,
    /// A year of two digits.
    ShortYear,
    /// A month by its name.
    MonthName,
    /// Days since 1900, as spreadsheets hold a date.
    Serial,
    /// A day that the calendar does not have.
    NoSuchDay,
    /// A month where a day is expected.
    OnlyMonth,
    /// A day where a month is expected.
    WholeDay,
    /// An amount with separators or a sign of money.
    Grouped,
}

/// Words of the file in other words. Sexes by their initials in Indonesian: L is a man, P a woman.
const WORDS: [(&str, &[&str]); 11] = [
    ("proposed", &["diusulkan", "usulan", "calon", "propose"]),
    ("verified", &["terverifikasi", "verifikasi", "diverifikasi"]),
    ("active", &["aktif", "grace", "tenggang", "masa tenggang"]),
    ("inactive", &["nonaktif", "tidak aktif", "non aktif", "keluar", "na"]),
    ("rejected", &["ditolak", "tolak", "reject"]),
    ("F", &["female", "woman", "p", "pr", "perempuan", "wanita"]),
    ("M", &["male", "man", "l", "lk", "laki", "laki laki", "lakilaki", "pria"]),
    ("BPU", &["bukan penerima upah"]),
    ("PU", &["penerima upah"]),
    ("JKK", &["kecelakaan", "jaminan kecelakaan kerja", "kecelakaan kerja"]),
    ("JKM", &["kematian", "jaminan kematian"]),
];

/// The beginnings of the months' names, Indonesian and English.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "ags", "aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// What a text looks like where something else is expected.
pub(crate) fn look(expected: Expected, text: &str) -> Option<Look> {
    match expected {
        Expected::OneOf(words) => word(words, text).map(Look::Word),
        Expected::Date => date(text).map(|(look, _)| look),
        Expected::Month => month(text),
        Expected::Money => is_grouped(text).then_some(Look::Grouped),
        _ => None,
    }
}

/// The day that a date of another form means, if it can mean but one.
pub(crate) fn day(text: &str) -> Option<Day> {
    date(text).and_then(|(_, day)| day)
}

/// Whether a number is a date as spreadsheets hold it: a day from 1927 to 2119.
pub(crate) fn is_serial(text: &str) -> bool {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    whole.len() == 5 && whole.parse::<u32>().is_ok_and(|days| (10_000..=80_000).contains(&days))
}

fn word(words: &'static [&'static str], text: &str) -> Option<&'static str> {
    let plain = |text: &str| fold(text).replace(['_', '-', '.'], " ").trim().to_owned();
    let text = plain(text);
    let same = words.iter().find(|word| plain(word) == text);
    same.copied().or_else(|| {
        let (meant, _) = WORDS.iter().find(|(word, others)| words.contains(word) && others.contains(&text.as_str()))?;
        words.iter().find(|word| *word == meant).copied()
    })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn numbered(part: &str) -> Option<u32> {
    if is_digits(part) && part.len() <= 4 {
        return part.parse().ok();
    }
    let part = fold(part);
    let place = MONTHS.iter().position(|names| names.iter().any(|name| part.starts_with(name)))?;
    u32::try_from(place + 1).ok()
}

/// The three parts of a date that is written with signs between them.
pub(crate) struct Parts {
    /// Each as a number, with as many characters as it is written in; a month may stand there by its name.
    pub parts: [(u32, usize); 3],
    /// Which of them is a name.
    pub named: Option<usize>,
}

/// Takes a date apart, a time of day behind it left away.
pub(crate) fn date_parts(text: &str) -> Option<Parts> {
    let (date, _) = without_time(text.trim());
    let [first, second, third] = split(date)[..] else { return None };
    let words = [first, second, third];
    let named = words.iter().position(|word| !is_digits(word));
    let [a, b, c] = words.map(|word| numbered(word).map(|number| (number, word.len())));
    let parts = [a?, b?, c?];
    (words.iter().filter(|word| !is_digits(word)).count() <= 1).then_some(Parts { parts, named })
}

/// A date without the time behind it, and whether there was one: it stands behind a T, or behind a blank with a colon.
fn without_time(text: &str) -> (&str, bool) {
    match text.split_once(['T', 't', ' ']) {
        Some((date, time)) if time.contains(':') && date.chars().any(|c| c.is_ascii_digit()) => (date, true),
        _ => (text, false),
    }
}

/// A date between its signs.
fn split(date: &str) -> Vec<&str> {
    let signs = |c: char| matches!(c, '/' | '-' | '.' | ' ' | ',' | '\u{2013}' | '\u{2010}' | '\u{2011}' | '\u{2212}');
    date.split(signs).filter(|part| !part.is_empty()).collect()
}

/// A date of another form, and the day it means.
fn date(text: &str) -> Option<(Look, Option<Day>)> {
    let text = text.trim();
    if is_serial(text) {
        return Some((Look::Serial, None));
    }
    let (date, time) = without_time(text);
    let parts = split(date);
    let [first, second, third] = parts[..] else {
        let month =
            matches!(parts[..], [year, month] if year.len() == 4 && is_digits(year) && numbered(month).is_some());
        return month.then_some((Look::OnlyMonth, None));
    };
    let numbers = [numbered(first)?, numbered(second)?, numbered(third)?];
    let day = |year: u32, month, day| Day::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    let [a, b, c] = numbers;
    let named = !is_digits(second) || !is_digits(first);
    let look = match (first.len(), third.len()) {
        (4, _) if is_digits(first) => {
            let found = day(a, b, c);
            return Some(match found {
                None => (Look::NoSuchDay, None),
                _ if time => (Look::WithTime, found),
                _ if named => (Look::MonthName, found),
                _ if second.len() < 2 || third.len() < 2 => (Look::Unpadded, found),
                _ => (Look::Signs, found),
            });
        }
        (1..=2, 4) if is_digits(first) && is_digits(third) => match (day(c, b, a), named) {
            (found @ Some(_), true) => (Look::MonthName, found),
            (found @ Some(_), false) => (Look::DayFirst, found),
            // An American date: which is meant cannot be known for certain.
            (None, _) => (day(c, a, b).map(|_| Look::DayFirst)?, None),
        },
        (3.., 4) if !is_digits(first) => (Look::MonthName, day(c, a, b)),
        (1..=2, 1..=2) => (Look::ShortYear, None),
        _ => return None,
    };
    Some(look)
}

fn month(text: &str) -> Option<Look> {
    let text = text.trim();
    if is_serial(text) {
        return Some(Look::Serial);
    }
    if super::calendar::parse_day(text).is_some() {
        return Some(Look::WholeDay);
    }
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, second] = parts[..] else { return date(text).map(|_| Look::WholeDay) };
    let (year, month) = if first.len() == 4 && is_digits(first) { (first, second) } else { (second, first) };
    let found = Month::new(i32::try_from(numbered(year)?).ok()?, numbered(month)?);
    Some(match found {
        _ if year.len() != 4 => Look::ShortYear,
        None => Look::NoSuchDay,
        _ if !is_digits(month) => Look::MonthName,
        _ if year != first => Look::DayFirst,
        _ if month.len() < 2 => Look::Unpadded,
        _ => Look::Signs,
    })
}

/// `Rp 16.800`, `16,800`, `16.800,-`.
fn is_grouped(text: &str) -> bool {
    let lower = text.to_lowercase();
    let amount = lower.trim().trim_start_matches("idr").trim_start_matches("rp").trim_start_matches('.').trim();
    let sum = [",-", ",00", ".00", ""].iter().find_map(|end| {
        let rest = amount.strip_suffix(end)?;
        let mut groups = rest.split(['.', ',', ' ', '_', '\'']);
        let first = groups.next().is_some_and(is_digits);
        (first && groups.all(|group| group.len() == 3 && is_digits(group))).then_some(rest)
    });
    // Digits alone were read, or are wrong in another way.
    sum.is_some_and(|sum| sum != lower || !is_digits(sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_of_another_form_is_known_by_its_form() {
        for (text, look) in [
            ("30/08/2024", Some(Look::DayFirst)),
            ("30-08-2024", Some(Look::DayFirst)),
            ("08/30/2024", Some(Look::DayFirst)),
            ("3.8.2024", Some(Look::DayFirst)),
            ("2024-8-3", Some(Look::Unpadded)),
            ("2024/08/30", Some(Look::Signs)),
            ("2024-08-30T00:00:00", Some(Look::WithTime)),
            ("2024-08-30 00:00", Some(Look::WithTime)),
            ("30 Agustus 2024", Some(Look::MonthName)),
            ("30-Aug-2024", Some(Look::MonthName)),
            ("Aug 30, 2024", Some(Look::MonthName)),
            ("30/08/24", Some(Look::ShortYear)),
            ("45534", Some(Look::Serial)),
            ("2024-02-30", Some(Look::NoSuchDay)),
            ("2024-13-01", Some(Look::NoSuchDay)),
            ("2024-08", Some(Look::OnlyMonth)),
            ("x", None),
            ("", None),
            ("Marta", None),
        ] {
            assert_eq!(super::look(Expected::Date, text), look, "{text}");
        }
        assert_eq!(day("3/8/2024").map(|day| day.to_string()).as_deref(), Some("2024-08-03"));
        assert_eq!(day("08/30/2024"), None);
    }

    #[test]
    fn a_month_of_another_form_is_known_by_its_form() {
        for (text, look) in [
            ("2024-3", Some(Look::Unpadded)),
            ("03/2024", Some(Look::DayFirst)),
            ("Maret 2024", Some(Look::MonthName)),
            ("2024/03", Some(Look::Signs)),
            ("2024-13", Some(Look::NoSuchDay)),
            ("2024-03-12", Some(Look::WholeDay)),
            ("12/03/2024", Some(Look::WholeDay)),
            ("03-24", Some(Look::ShortYear)),
            ("x", None),
        ] {
            assert_eq!(super::look(Expected::Month, text), look, "{text}");
        }
    }

    #[test]
    fn a_word_of_another_spelling_or_language_is_known() {
        const STATUS: &[&str] = &["proposed", "verified", "active", "inactive", "rejected"];
        const SEX: &[&str] = &["F", "M"];
        for (words, text, meant) in [
            (STATUS, "Active", Some("active")),
            (STATUS, " aktif ", Some("active")),
            (STATUS, "TIDAK AKTIF", Some("inactive")),
            (STATUS, "non-aktif", Some("inactive")),
            (STATUS, "Marta", None),
            (SEX, "L", Some("M")),
            (SEX, "P", Some("F")),
            (SEX, "Male", Some("M")),
            (SEX, "perempuan", Some("F")),
            (SEX, "f", Some("F")),
            (&["BPU", "PU"], "bpu", Some("BPU")),
            (&["JKK", "JKM"], "Jaminan Kematian", Some("JKM")),
        ] {
            assert_eq!(word(words, text), meant, "{text}");
        }
    }

    #[test]
    fn an_amount_with_separators_is_known() {
        for text in ["Rp16800", "Rp 16.800", "16.800", "16,800", "16.800,-", "Rp. 2.200.000.000,00", "IDR 16800"] {
            assert!(is_grouped(text), "{text}");
        }
        for text in ["16800", "16800.5", "1E5", "-1", "", "x", "016800"] {
            assert!(!is_grouped(text), "{text}");
        }
    }
}

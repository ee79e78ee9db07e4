//! Ranks: a number for every worker in one column, by which the table is sorted. Texts and numbers become keys of eight
//! bytes, which are compared without reading what they stand for.

use super::Level;
use crate::roster::Roster;
use crate::roster::attribute::{Attribute, Value};
use crate::roster::calendar::Day;
use crate::roster::columns::{Held, Numbers, Parted, Shared};
use crate::roster::cores;
use crate::roster::rows::Row;
use crate::roster::store::Worker;
use crate::roster::text;
use chrono::Datelike;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Sorts rows by the rank of each, and leaves equals as they stand: a pass for every eleven bits that ranks have, each
/// of which goes over the rows twice, where a comparing sort goes over a million of them twenty times.
pub fn sort_by(rows: &mut Vec<Row>, ranks: &[u32]) {
    const BITS: u32 = 11;
    let bits = u32::BITS - ranks.iter().copied().max().unwrap_or(0).leading_zeros();
    let mut sorted = vec![0; rows.len()];
    for low in (0..bits).step_by(BITS as usize) {
        let digit = |row: Row| ranks.get(row as usize).map_or(0, |rank| (rank >> low) as usize & ((1 << BITS) - 1));
        let mut places = [0_usize; 1 << BITS];
        rows.iter().for_each(|&row| places[digit(row)] += 1);
        let mut before = 0;
        places.iter_mut().for_each(|place| before += std::mem::replace(place, before));
        for &row in &*rows {
            let place = &mut places[digit(row)];
            if let Some(own) = sorted.get_mut(*place) {
                *own = row;
            }
            *place += 1;
        }
        std::mem::swap(rows, &mut sorted);
    }
}

/// The rank of every worker in one column, the first of those that occur 0: equals are equal, who has no value is last.
pub fn ranks(roster: &Roster, level: Level) -> Vec<u32> {
    let store = &roster.workers;
    let index = roster.index();
    let mut ranks: Vec<u32> = match level.column {
        Attribute::Name => by_text(store.len(), |row| store.names.folded(row)),
        // In the order of the programme.
        Attribute::Group => each(roster, |worker| worker.group_index().map(|group| group as u32)),
        // The older were born earlier: a rank by date tells more than whole years.
        Attribute::Age => each(roster, |worker| worker.age().and(worker.birth()).map(|day| u32::MAX / 2 - days(day))),
        Attribute::Findings => by_findings(roster),
        Attribute::District => shared(&store.districts, |code| index.district_names.shown(code)),
        Attribute::Village => shared(&store.villages, |code| index.village_names.shown(code)),
        Attribute::Reason => shared(&store.reasons, |code| index.reason_names.shown(code)),
        Attribute::Occupation => shared(&store.occupations, |code| store.occupations.text(code)),
        Attribute::Id => by_number(store.len(), &store.ids),
        Attribute::Nik => by_number(store.len(), &store.niks),
        Attribute::Kpj => by_number(store.len(), &store.kpjs),
        Attribute::Phone => by_number(store.len(), &store.phones),
        Attribute::Sex | Attribute::Segment | Attribute::Status | Attribute::Standing | Attribute::Decile => {
            each(roster, |worker| own(&worker.get(level.column)))
        }
        Attribute::Birth | Attribute::Registered | Attribute::Enrolled | Attribute::Until | Attribute::Lapse => {
            each(roster, |worker| own(&worker.get(level.column)))
        }
    };
    let known = || ranks.iter().copied().filter(|&rank| rank != UNKNOWN);
    let (least, most) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
    for rank in &mut ranks {
        *rank = match *rank {
            UNKNOWN => most - least + 1,
            rank if level.descending => most - rank,
            rank => rank - least,
        };
    }
    ranks
}

/// No value; every other rank is less.
const UNKNOWN: u32 = u32::MAX;

fn days(day: Day) -> u32 {
    u32::try_from(day.num_days_from_ce()).unwrap_or(0)
}

/// The rank that a value has by itself.
fn own(value: &Value<'_>) -> Option<u32> {
    match value {
        Value::Day(day) => Some(days(*day)),
        Value::Number(number) => Some(*number),
        Value::Sex(sex) => Some(*sex as u32),
        Value::Segment(segment) => Some(*segment as u32),
        Value::Status(status) => Some(*status as u32),
        Value::Standing(standing) => Some(*standing as u32),
        _ => None,
    }
}

/// Most findings first: who looks for them looks for these.
fn by_findings(roster: &Roster) -> Vec<u32> {
    let mut counts = vec![0_u32; roster.workers.len()];
    for &rule in crate::roster::finding::Rule::ALL {
        for &row in roster.findings.rows(rule) {
            if let Some(count) = counts.get_mut(row as usize) {
                *count += 1;
            }
        }
    }
    counts.into_iter().map(|count| if count == 0 { UNKNOWN } else { UNKNOWN - 1 - count }).collect()
}

/// Ranks that each row has by itself, made by all cores.
fn each<'a>(roster: &'a Roster, value: impl Fn(Worker<'a>) -> Option<u32> + Sync) -> Vec<u32> {
    let rank = |row: usize| value(roster.worker(row as Row)).unwrap_or(UNKNOWN);
    cores::in_parts(roster.workers.len(), |rows| rows.map(rank).collect::<Vec<u32>>()).concat()
}

/// Ranks of texts that many rows share: each text is compared once, however many rows have it.
fn shared<'a>(column: &'a Shared, shown: impl Fn(u32) -> Option<&'a str>) -> Vec<u32> {
    let codes = 1..=column.texts().len() as u32;
    let mut texts: Vec<(String, &str)> =
        codes.clone().filter_map(&shown).map(|text| (text::fold(text), text)).collect();
    texts.sort_unstable_by(|a, b| natural(a.0.as_bytes(), b.0.as_bytes()).then_with(|| a.1.cmp(b.1)));
    texts.dedup();
    let ranks: HashMap<&str, u32> = texts.iter().map(|(_, text)| *text).zip(0..).collect();
    let rank = |code| shown(code).and_then(|text| ranks.get(text)).copied().unwrap_or(UNKNOWN);
    let of_code: Vec<u32> = std::iter::once(UNKNOWN).chain(codes.map(rank)).collect();
    column.codes().iter().map(|code| of_code.get(code as usize).copied().unwrap_or(UNKNOWN)).collect()
}

/// The rows that have a key, sorted by it, in as many lists as there are cores: all keys of a list lie before those of
/// the next. Each core finds its own keys, so that no list is taken apart and put together; `finish` is its last step.
fn by_key(
    rows: usize,
    key: impl Fn(Row) -> Option<u64> + Sync,
    finish: impl Fn(&mut [(u64, Row)]) + Sync,
) -> Vec<Vec<(u64, Row)>> {
    let cores = cores::lookers(rows);
    let mut sample: Vec<u64> = (0..rows as Row).step_by(rows.div_ceil(1 << 10).max(1)).filter_map(&key).collect();
    sample.sort_unstable();
    let bound = |core: usize| sample.get(sample.len() * core / cores).copied();
    let sorted = |core: usize| {
        let (from, to) = (bound(core).filter(|_| core > 0).unwrap_or(0), bound(core + 1));
        let mine = |key: &u64| from <= *key && to.is_none_or(|to| *key < to);
        let keyed = (0..rows as Row).filter_map(|row| Some((key(row).filter(mine)?, row)));
        let mut keyed: Vec<(u64, Row)> = keyed.collect();
        keyed.sort_unstable_by_key(|(key, _)| *key);
        finish(&mut keyed);
        keyed
    };
    cores::each(cores, sorted)
}

/// Ranks of texts of their own; an empty one is none. Texts are compared eight bytes at a time, and only those whose
/// bytes before were equal: a name is seldom read whole.
fn by_text<'a>(rows: usize, text: impl Fn(Row) -> &'a str + Sync) -> Vec<u32> {
    let text = |row: Row| text(row).trim_start().as_bytes();
    let key = |row: Row| Some(text(row)).filter(|text| !text.is_empty()).map(|text| key(text, 0));
    let mut ranks = vec![UNKNOWN; rows];
    let mut rank = 0;
    for (first, row) in by_key(rows, key, |keyed| tell_apart(keyed, 0, &text)).into_iter().flatten() {
        rank += first as u32;
        if let Some(own) = ranks.get_mut(row as usize) {
            *own = rank;
        }
    }
    ranks
}

/// Eight bytes from a place on, zeros behind the end. They stop before a digit, whose value lies in the whole number:
/// from there on all are the digit 0.
fn key(text: &[u8], at: usize) -> u64 {
    let mut bytes = [0; 8];
    for (byte, own) in bytes.iter_mut().zip(text.get(at..).unwrap_or_default()) {
        *byte = *own;
    }
    if let Some(digit) = bytes.iter().position(u8::is_ascii_digit) {
        bytes.iter_mut().skip(digit).for_each(|byte| *byte = b'0');
    }
    u64::from_be_bytes(bytes)
}

/// So many bytes are compared by keys; who has that long a name in common with others is compared by the rest of it.
const KEYED: usize = 64;

/// Puts rows sorted by the key of their texts from a place on into the order of the texts, and in the place of each key
/// whether the text is another than the one before: 1 or 0.
fn tell_apart<'a>(keyed: &mut [(u64, Row)], at: usize, text: &impl Fn(Row) -> &'a [u8]) {
    let mut rest = keyed;
    while let Some(&(same, _)) = rest.first() {
        let run = rest.iter().take_while(|(key, _)| *key == same).count();
        let (equals, others) = rest.split_at_mut(run);
        rest = others;
        let own = |row: Row| text(row).get(at..).unwrap_or_default();
        let last = same as u8;
        // Zeros stand behind the end, or are bytes themselves.
        let ends = last == 0 && {
            let len = 8 - same.trailing_zeros() as usize / 8;
            equals.iter().all(|(_, row)| own(*row).len() == len)
        };
        if ends || run == 1 {
            equals.iter_mut().zip(0..).for_each(|((first, _), place)| *first = u64::from(place == 0));
        } else if last == 0 || last == b'0' || at >= KEYED {
            equals.sort_unstable_by(|a, b| natural(own(a.1), own(b.1)));
            let mut former: Option<Row> = None;
            for (first, row) in equals {
                let differs = |former| natural(own(former), own(*row)) != Ordering::Equal;
                *first = u64::from(former.is_none_or(differs));
                former = Some(*row);
            }
        } else {
            equals.iter_mut().for_each(|(own, row)| *own = key(text(*row), at + 8));
            equals.sort_unstable_by_key(|(key, _)| *key);
            tell_apart(equals, at + 8, text);
        }
    }
}

/// Ranks of numbers that are held as text, by value. A number behind a prefix is compared as a number; a text of another
/// form, and one whose prefix holds digits of its own, as a text.
fn by_number(rows: usize, column: &Numbers) -> Vec<u32> {
    let mut prefixes: Vec<(usize, &str)> = column.prefixes().enumerate().collect();
    prefixes.retain(|(_, prefix)| !prefix.bytes().any(|byte| byte.is_ascii_digit()));
    // Whatever the number is, its first digit decides against a longer prefix.
    prefixes.sort_by_cached_key(|(_, prefix)| format!("{prefix}0"));
    let place = |prefix: usize| prefixes.iter().position(|(own, _)| *own == prefix);
    let places: Vec<Option<u64>> = (0..column.prefixes().len()).map(|own| place(own).map(|own| own as u64)).collect();
    let key = |row: Row| match column.parted(row) {
        Parted::Number(prefix, value) => Some(places.get(prefix).copied()?? << VALUE_BITS | value),
        Parted::Text | Parted::Nothing => None,
    };
    let text = |row: Row| match column.get(row) {
        Held::Text(text) => text,
        Held::Missing | Held::NotText => Cow::Borrowed(""),
    };
    let compare = |a: Row, b: Row| match (key(a), key(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => natural(text(a).as_bytes(), text(b).as_bytes()),
    };
    let others = (0..rows as Row).filter(|&row| key(row).is_none() && column.key(row).is_some());
    let mut texts: Vec<Row> = others.collect();
    texts.sort_by(|&a, &b| compare(a, b));
    let numbers: Vec<Row> = by_key(rows, key, |_| ()).into_iter().flatten().map(|(_, row)| row).collect();
    let mut ranks = vec![UNKNOWN; rows];
    let mut rank = 0;
    let mut former: Option<Row> = None;
    let mut put = |row: Row| {
        rank += u32::from(former.is_some_and(|former| compare(former, row) != Ordering::Equal));
        if let Some(own) = ranks.get_mut(row as usize) {
            *own = rank;
        }
        former = Some(row);
    };
    let mut rest = numbers.as_slice();
    for text in texts {
        let (before, behind) = rest.split_at(rest.partition_point(|&number| compare(number, text) == Ordering::Less));
        before.iter().for_each(|&row| put(row));
        put(text);
        rest = behind;
    }
    rest.iter().for_each(|&row| put(row));
    ranks
}

/// 16 digits are below 2⁵⁴.
const VALUE_BITS: u32 = 54;

/// Compares as people do: letter by letter, but runs of digits by their value, `Blok 9` before `Blok 10`.
fn natural(mut a: &[u8], mut b: &[u8]) -> Ordering {
    loop {
        let run = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        match (run(a), run(b)) {
            (0, _) | (_, 0) => match (a.split_first(), b.split_first()) {
                (Some((x, rest_a)), Some((y, rest_b))) if x == y => (a, b) = (rest_a, rest_b),
                (x, y) => return x.map(|(byte, _)| byte).cmp(&y.map(|(byte, _)| byte)),
            },
            (long, short) => {
                let ((x, rest_a), (y, rest_b)) = (a.split_at(long), b.split_at(short));
                let value = |run: &[u8]| run.iter().position(|&byte| byte != b'0').unwrap_or(run.len());
                let (x, y) = (x.get(value(x)..).unwrap_or(&[]), y.get(value(y)..).unwrap_or(&[]));
                match x.len().cmp(&y.len()).then_with(|| x.cmp(y)) {
                    Ordering::Equal => (a, b) = (rest_a, rest_b),
                    unequal => return unequal,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn texts_compare_as_people_expect() {
        let mut names = ["blok 10", "blok 9", "ana", "blok", "blok 010", "anaa", "blok a", "9", "10", ""];
        names.sort_by(|a, b| natural(a.as_bytes(), b.as_bytes()));
        assert_eq!(names, ["", "9", "10", "ana", "anaa", "blok", "blok 9", "blok 10", "blok 010", "blok a"]);
    }

    /// Whether two ranks stand to each other as two texts do, whatever the others are.
    fn are_ranked(ranks: &[u32], texts: &[String]) -> Result<(), TestCaseError> {
        prop_assert_eq!(ranks.len(), texts.len());
        for (own, rank) in texts.iter().zip(ranks) {
            for (other, place) in texts.iter().zip(ranks) {
                let plain = match (own.is_empty(), other.is_empty()) {
                    (false, false) => natural(own.as_bytes(), other.as_bytes()),
                    (own, other) => own.cmp(&other),
                };
                prop_assert_eq!(rank.cmp(place), plain, "{:?} and {:?}", own, other);
            }
        }
        Ok(())
    }

    fn names() -> impl Strategy<Value = Vec<String>> {
        let name = prop_oneof![
            4 => "[ab]{6,9}( [ab]{1,2}){0,3}",
            2 => "[ab]{6,8}[0-2]{1,3}[ab]{0,9}",
            1 => "[a0\0é-]{0,9}",
            1 => "(abab){15,18}[ab01]{0,3}",
        ];
        vec(name, 0..40)
    }

    fn numbers() -> impl Strategy<Value = Vec<String>> {
        let number = prop_oneof![
            4 => "(|A|AB|A-|!)[0-9]{1,3}",
            1 => "(A0?1|B2-)[0-9]{1,2}",
            1 => "[0-2]{16,18}",
            1 => "[AB]{1,10}",
        ];
        vec(number, 0..40)
    }

    proptest! {
        #[test]
        fn names_are_ranked_as_people_compare(names in names()) {
            let ranks = by_text(names.len(), |row| names.get(row as usize).map_or("", |name| name));
            are_ranked(&ranks, &names)?;
        }

        #[test]
        fn numbers_are_ranked_as_people_compare(texts in numbers()) {
            let mut column = Numbers::default();
            texts.iter().for_each(|text| column.push(Held::Text(text)));
            are_ranked(&by_number(texts.len(), &column), &texts)?;
        }

        #[test]
        fn a_sort_by_rank_keeps_the_order_of_equals(ranks in vec(prop_oneof![0..3_u32, any::<u32>()], 0..60)) {
            let mut rows: Vec<Row> = (0..ranks.len() as Row).rev().collect();
            let mut plain = rows.clone();
            plain.sort_by_key(|&row| ranks[row as usize]);
            sort_by(&mut rows, &ranks);
            prop_assert_eq!(rows, plain);
        }
    }

    #[test]
    fn many_names_are_ranked_by_all_cores_as_by_one() {
        use crate::roster::cores::ALONE;
        let words = ["siti", "aminah", "yohana", "yoh", "la ode", "blok 9", "blok 10", "maria magdalena", ""];
        let name = |row: usize| [row % 7, row % 9, row % 8].map(|word| words[word]).join(" ").trim().to_owned();
        let names: Vec<String> = (0..ALONE + 7).map(name).collect();
        let ranks = by_text(names.len(), |row| &names[row as usize]);
        let mut rows: Vec<Row> = (0..names.len() as Row).collect();
        sort_by(&mut rows, &ranks);
        let name = |row: Row| names[row as usize].as_str();
        for pair in rows.windows(2) {
            let plain = match (name(pair[0]).is_empty(), name(pair[1]).is_empty()) {
                (false, false) => natural(name(pair[0]).as_bytes(), name(pair[1]).as_bytes()),
                (own, other) => own.cmp(&other),
            };
            let ranked = ranks[pair[0] as usize].cmp(&ranks[pair[1] as usize]);
            assert_eq!(ranked, plain, "{} and {}", name(pair[0]), name(pair[1]));
        }
    }
}

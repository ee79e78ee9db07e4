//! Which keys stand on more than one row: numbers that two people have, and numbers by which somebody can be known again
//! because only one has them.

use super::rows::Row;

/// The rows whose key another row has too, by key and row.
///
/// Sorting a million keys takes longer than all other rules together, and ten million do not fit the cache. So they are
/// parted by their hashes into parts that do, and of each part only those are sorted that a sieve leaves.
pub(crate) fn repeated(len: usize, key: impl Fn(Row) -> Option<u64>) -> Vec<(u64, Row)> {
    /// Keys of a part, about.
    const PART: usize = 1 << 15;
    let parts = (len / PART).next_power_of_two();
    let expected = len / parts;
    let room = if parts == 1 { len } else { expected + expected / 16 };
    let mut parted: Vec<Vec<Hashed>> = (0..parts).map(|_| Vec::with_capacity(room)).collect();
    for row in 0..len as Row {
        let Some(key) = key(row) else { continue };
        // Numbers of people follow each other: a multiplication by the golden ratio sets them apart.
        let hash = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let hash = hash ^ hash >> 32;
        if let Some(part) = parted.get_mut(hash as usize >> 16 & (parts - 1)) {
            part.push(Hashed { hash: (hash.wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as u32, row });
        }
    }
    let mut sieve = Sieve::default();
    let mut found = Vec::new();
    for part in parted {
        let mut left = sieve.sift(&part);
        left.sort_unstable();
        for alike in left.chunk_by(|one, other| one.hash == other.hash).filter(|alike| alike.len() > 1) {
            found.extend(alike.iter().filter_map(|own| Some((key(own.row)?, own.row))));
        }
    }
    found.sort_unstable();
    found
        .chunk_by(|one, other| one.0 == other.0)
        .filter(|same| same.len() > 1)
        .flat_map(|same| same.iter().copied())
        .collect()
}

/// A row by the hash of its key: another key may have the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hashed {
    hash: u32,
    row: Row,
}

/// A hash marks one place of many, and a place that is marked twice may be a key that comes twice. There are at least eight
/// times as many places as keys, two bits each.
#[derive(Default)]
struct Sieve {
    words: Vec<u64>,
}

impl Sieve {
    /// Those whose place another one has too.
    fn sift(&mut self, part: &[Hashed]) -> Vec<Hashed> {
        let places = (part.len() * 8).next_power_of_two().clamp(64, 1 << 31);
        let shift = 32 - places.ilog2();
        self.words.clear();
        self.words.resize(places / 32, 0);
        let place = |own: &Hashed| {
            let place = own.hash >> shift;
            (place as usize / 32, 2 * (place % 32))
        };
        for (word, bit) in part.iter().map(place) {
            if let Some(word) = self.words.get_mut(word) {
                *word |= ((*word >> bit & 1) << 1 | 1) << bit;
            }
        }
        let is_twice = |own: &&Hashed| {
            let (word, bit) = place(own);
            self.words.get(word).is_some_and(|word| word >> bit & 2 != 0)
        };
        part.iter().filter(is_twice).copied().collect()
    }
}

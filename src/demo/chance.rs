//! Chance that comes out the same for ever: splitmix64, and permutations that need no table. The `rand` crates do not
//! promise their values from one version to the next, and a fixture is compared byte for byte.

/// Spreads every bit of `value` over all bits of the answer (the finish of splitmix64).
pub fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// A number that belongs to `index` in the stream called `stream`.
pub fn at(seed: u64, stream: u64, index: u64) -> u64 {
    mix(mix(seed ^ stream.wrapping_mul(GOLDEN)).wrapping_add(index.wrapping_mul(GOLDEN)))
}

/// Throws, one after the other.
pub struct Dice(u64);

impl Dice {
    /// The dice of one thing, independent of all others.
    pub fn new(seed: u64, stream: u64, index: u64) -> Dice {
        Dice(at(seed, stream, index))
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mix(self.0)
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.throw()) * u128::from(end)) >> 64) as u64
    }

    /// A number of the range, both ends included; the first end where the range is empty.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to.saturating_sub(from) + 1)
    }

    /// Whether something happens that does so in `percent` of 100 cases.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// The index of one of the weights, taken as often as its weight says.
    pub fn weighted(&mut self, weights: &[u64]) -> usize {
        place(self.below(weights.iter().sum()), weights).0
    }
}

/// Where `index` falls when the parts lie end to end: the part, and the place within it.
pub fn place(mut index: u64, parts: &[u64]) -> (usize, u64) {
    for (part, &size) in parts.iter().enumerate() {
        if index < size {
            return (part, index);
        }
        index -= size;
    }
    (parts.len().saturating_sub(1), 0)
}

/// Puts a number behind a text, with zeros in front up to so many digits. The machinery of `format!` takes several times
/// as long, and four numbers a row are most of what a roster's making takes.
pub fn put_digits(text: &mut String, number: u64, least: usize) {
    let mut digits = [b'0'; 20];
    let mut left = number;
    let mut count = 0;
    for digit in digits.iter_mut().rev() {
        if left == 0 {
            break;
        }
        *digit = b'0' + (left % 10) as u8;
        left /= 10;
        count += 1;
    }
    let first = digits.len().saturating_sub(least.max(count));
    let digits = digits.get(first..).and_then(|digits| std::str::from_utf8(digits).ok());
    text.push_str(digits.unwrap_or(""));
}

/// A shuffling of the numbers below `size`, in both directions and without a table: a Feistel network over the next
/// power of four, walked until the number falls below `size` again.
pub struct Permutation {
    size: u64,
    half: u32,
    keys: [u64; 4],
    /// What the four rounds make of each half, where there are few of them. Shufflings were a fifth of the making of a
    /// roster: two of the four of a row are walked nearly four times until the number is small enough.
    known: Vec<[u16; 4]>,
}

/// The most bits of a half of which the rounds are worked out beforehand.
const KNOWN: u32 = 10;

impl Permutation {
    /// The shuffling of that name.
    pub fn new(size: u64, seed: u64, stream: u64) -> Permutation {
        let bits = u64::BITS - size.saturating_sub(1).leading_zeros();
        let half = bits.div_ceil(2).max(1);
        let keys = [0, 1, 2, 3].map(|round| at(seed, stream, round));
        let halves = if half <= KNOWN { 1_u64 << half } else { 0 };
        let known = (0..halves).map(|own| keys.map(|key| (mix(own ^ key) & (halves - 1)) as u16));
        Permutation { size, half, keys, known: known.collect() }
    }

    fn round(&self, round: usize, half: u64) -> u64 {
        match self.known.get(half as usize) {
            Some(known) => known[round].into(),
            None => mix(half ^ self.keys[round]) & ((1 << self.half) - 1),
        }
    }

    /// Where `index` goes.
    pub fn to(&self, index: u64) -> u64 {
        self.walk(index, |(left, right)| {
            (0..4).fold((left, right), |(left, right), round| (right, left ^ self.round(round, right)))
        })
    }

    /// What goes to `index`.
    pub fn from(&self, index: u64) -> u64 {
        self.walk(index, |(left, right)| {
            (0..4).rev().fold((left, right), |(left, right), round| (right ^ self.round(round, left), left))
        })
    }

    fn walk(&self, index: u64, step: impl Fn((u64, u64)) -> (u64, u64)) -> u64 {
        if self.size < 2 || index >= self.size {
            return index;
        }
        let mut value = index;
        loop {
            let (left, right) = step((value >> self.half, value & ((1 << self.half) - 1)));
            value = (left << self.half) | right;
            if value < self.size {
                return value;
            }
        }
    }
}

/// `total` in the proportion of `weights`, adding up to exactly `total`: the largest remainders are rounded up.
pub fn share(total: u64, weights: &[u64]) -> Vec<u64> {
    let whole: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
    if whole == 0 {
        return vec![0; weights.len()];
    }
    let product = |weight: &u64| u128::from(*weight) * u128::from(total);
    let mut parts: Vec<u64> = weights.iter().map(|weight| (product(weight) / whole) as u64).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&place| std::cmp::Reverse(product(&weights[place]) % whole));
    let left = total - parts.iter().sum::<u64>();
    order.iter().take(left as usize).for_each(|&place| parts[place] += 1);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permutation_takes_every_place_once_and_comes_back() {
        for size in [0, 1, 2, 3, 4, 5, 63, 64, 65, 1_000, 17_640, (1 << 20) + 1] {
            let permutation = Permutation::new(size, 7, 3);
            let mut places: Vec<u64> = (0..size).map(|index| permutation.to(index)).collect();
            assert!((0..size).all(|index| permutation.from(permutation.to(index)) == index), "{size}");
            places.sort_unstable();
            assert!(places.into_iter().eq(0..size), "{size}");
        }
        let huge = Permutation::new(u64::MAX, 7, 3);
        assert_eq!(huge.from(huge.to(12_345)), 12_345);
    }

    #[test]
    fn shares_add_up_and_keep_the_proportion() {
        assert_eq!(share(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(share(0, &[1, 2]), [0, 0]);
        assert_eq!(share(5, &[0, 0]), [0, 0]);
        assert_eq!(share(1, &[1, 3]), [0, 1]);
        assert_eq!(share(8, &[1, 3]), [2, 6]);
    }

    #[test]
    fn digits_are_put_as_they_are_formatted() {
        for number in [0, 7, 42, 9_999, 10_000, 123_456_789, u64::MAX] {
            for least in [1, 2, 4, 9] {
                let mut text = "W".to_owned();
                put_digits(&mut text, number, least);
                assert_eq!(text, format!("W{number:0least$}"), "{number} of {least} digits");
            }
        }
    }

    #[test]
    fn the_values_never_change() {
        let mut dice = Dice::new(19_336, 1, 0);
        assert_eq!([dice.below(1_000), dice.below(1_000), dice.below(1_000)], [468, 697, 647]);
    }
}

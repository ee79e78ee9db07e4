//! Digits that are looked for within numbers, without making a text of any.

/// See the module. `Default` finds nothing.
#[derive(Default)]
pub struct Digits {
    /// What is looked for, and how many digits it has: up to sixteen, zeros before it among them.
    wanted: u64,
    count: u32,
    /// For each four digits what of the first five wanted lies in them; empty where nothing is wanted.
    fours: Vec<u16>,
    /// What a number is multiplied by before it is cut into fours, by the digits that it has less than sixteen.
    scale: [u64; 17],
    /// Whether what the fours say is the answer, and not only that it may be.
    is_exact: bool,
}

/// The digits of a four.
const FOUR: u32 = 4;
/// So many of the wanted digits are looked for by fours: more could lie in three of them.
const MOST: u32 = 5;
/// The wanted digits lie within.
const WITHIN: u16 = 1;
/// The last one, two, three or four are the first wanted ones, each a bit.
const ENDS: u16 = 0b11110;
/// The first ones are the wanted ones behind as many as lie in the four before: a bit each in the same order.
const BEGINS_AT: u32 = 4;

impl Digits {
    /// `wanted` written with so many digits.
    pub fn new(wanted: u64, count: usize) -> Digits {
        let count = (count as u32).min(16);
        if count == 0 {
            return Digits::default();
        }
        let first = count.min(MOST);
        let head = wanted / ten(count - first);
        // Zeros fill a number of fewer digits up to sixteen: at the side where what is wanted has none.
        let ends_in_zero = head.is_multiple_of(10);
        let is_clear = !ends_in_zero || head >= ten(first - 1);
        let scale = std::array::from_fn(|missing| if ends_in_zero { 1 } else { ten(missing as u32) });
        Digits { wanted, count, fours: fours(head, first), scale, is_exact: count <= MOST && is_clear }
    }

    /// Whether the `length` digits of `value` contain them.
    ///
    /// A number is cut into four times four digits, each looked up once: dividing by ten from place to place takes
    /// several times as long, and so does comparing all places at once with the digits spread over a word.
    #[inline]
    pub fn are_in(&self, value: u64, length: usize) -> bool {
        let scale = self.scale.get(16_usize.saturating_sub(length)).copied().unwrap_or(1);
        let digits = value.wrapping_mul(scale);
        // Halves of 32 bits are divided in half the time.
        let (high, low) = ((digits / 100_000_000) as u32, (digits % 100_000_000) as u32);
        let four = |four: u32| self.fours.get(four as usize).copied().unwrap_or(0);
        let (a, b, c, d) = (four(high / 10_000), four(high % 10_000), four(low / 10_000), four(low % 10_000));
        let over = (a & b >> BEGINS_AT | b & c >> BEGINS_AT | c & d >> BEGINS_AT) & ENDS;
        let may_be = over | (a | b | c | d) & WITHIN != 0;
        may_be && (self.is_exact || self.are_at_some_place(value, length))
    }

    fn are_at_some_place(&self, value: u64, length: usize) -> bool {
        let places = (length as u32 + 1).saturating_sub(self.count);
        (0..places).any(|place| value / ten(place) % ten(self.count) == self.wanted)
    }
}

/// What of `count` wanted digits lies in each four, as bits.
fn fours(wanted: u64, count: u32) -> Vec<u16> {
    let mut fours = vec![0; ten(FOUR) as usize];
    let mut put = |four: u64, bit: u16| {
        if let Some(own) = fours.get_mut(four as usize) {
            *own |= bit;
        }
    };
    // Every four that has some digits before `behind` others.
    let mut each = |digits: u64, many: u32, behind: u32, bit: u16| {
        for before in 0..ten(FOUR - many - behind) {
            (0..ten(behind)).for_each(|after| put((before * ten(many) + digits) * ten(behind) + after, bit));
        }
    };
    if count <= FOUR {
        (0..=FOUR - count).for_each(|behind| each(wanted, count, behind, WITHIN));
    }
    // So many of them in one four, the rest in the next.
    for many in count.saturating_sub(FOUR).max(1)..count.min(FOUR + 1) {
        let rest = count - many;
        each(wanted / ten(rest), many, 0, 1 << many);
        each(wanted % ten(rest), rest, FOUR - rest, 1 << (many + BEGINS_AT));
    }
    fours
}

const fn ten(power: u32) -> u64 {
    10_u64.pow(power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn digits_of_any_number_are_those_of_its_text(
            value in 0..ten(16),
            length in 1_usize..17,
            own in any::<prop::sample::Index>(),
            count in 1_usize..17,
            other in 0..ten(5),
            zeros in 0..=3_u32,
        ) {
            // Some digits of its own, some of another number, and zeros at either end.
            let zeros = ten(zeros.min(length as u32 - 1));
            let value = value % ten(length as u32) / zeros * zeros;
            let text = format!("{value:0length$}");
            let part: String = text.chars().skip(own.index(text.len())).take(count).collect();
            let width = count.min(5);
            let other = format!("{:0width$}", other % ten(width as u32));
            for part in [part, other] {
                let found = Digits::new(part.parse().unwrap_or(0), part.len()).are_in(value, length);
                prop_assert_eq!(found, text.contains(&part), "{} in {}", part, text);
            }
            prop_assert!(!Digits::default().are_in(value, length));
        }
    }
}

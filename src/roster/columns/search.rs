//! Searching a column of numbers: no text of the column is made for it.

use super::numbers::{NOT_TEXT, Numbers, ODD_TEXT, PREFIX_AT, unpack};
use crate::roster::rows::{Part, Row};
use crate::roster::text;
use std::borrow::Cow;

impl Numbers {
    /// The search for rows whose text contains the folded `part`. Only texts beside the column are compared as texts:
    /// for the others each prefix says once how the part can lie in it, and the digits are compared as digits.
    pub fn containing<'a>(&'a self, part: &'a str) -> Search<'a> {
        let digits = part.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (head, tail) = part.split_at_checked(part.len() - digits).unwrap_or((part, ""));
        let number = tail.parse().ok().filter(|_| digits <= 16).map(|value: u64| (value, digits));
        let plan = |prefix: &str| Plan::new(&text::fold_head(prefix), part, head, number);
        let plans = self.prefixes.iter().map(|prefix| plan(prefix)).collect();
        let digits =
            number.filter(|_| head.is_empty()).map_or(Digits::default(), |(value, count)| Digits::new(value, count));
        Search { numbers: self, part: part.into(), form: text::fold, digits, plans }
    }

    /// The same where the column holds numbers of people: digits with something between them are compared by the digits
    /// alone, whichever of the two is written so.
    pub fn containing_number<'a>(&'a self, part: &'a str) -> Search<'a> {
        let Some(wanted) = text::parted_digits(part) else { return self.containing(part) };
        let number = wanted.parse().ok().filter(|_| wanted.len() <= 16);
        let plan = |prefix: &str| match text::digits(prefix) {
            own if own.contains(&wanted) => Plan::Always,
            own if !own.is_empty() => Plan::AsText,
            _ if number.is_some() => Plan::Within,
            _ => Plan::Never,
        };
        let plans = self.prefixes.iter().map(|prefix| plan(prefix)).collect();
        let digits = number.map_or(Digits::default(), |value| Digits::new(value, wanted.len()));
        Search { numbers: self, part: wanted.into(), form: text::digits, digits, plans }
    }
}

/// A part that is looked for in a column.
pub struct Search<'a> {
    numbers: &'a Numbers,
    part: Cow<'a, str>,
    /// What of a text is compared.
    form: fn(&str) -> String,
    /// Its digits, if it is all digits.
    digits: Digits,
    plans: Vec<Plan>,
}

impl Search<'_> {
    /// Whether no row can contain it: then none need be asked.
    pub fn is_hopeless(&self) -> bool {
        self.plans.iter().all(|plan| matches!(plan, Plan::Never))
            && !self.numbers.odd.iter().any(|odd| self.is_in_text(odd))
    }

    fn is_in_text(&self, text: &str) -> bool {
        (self.form)(text).contains(&*self.part)
    }

    /// Puts in each row whose text contains it.
    pub fn add_to(&self, set: &mut Part<'_>) {
        // How many digits are compared is known while a column is gone through: then the loop over them is unrolled.
        match self.digits.count {
            1 => self.add::<1>(set),
            2 => self.add::<2>(set),
            3 => self.add::<3>(set),
            4 => self.add::<4>(set),
            _ => self.add::<ANY>(set),
        }
    }

    fn add<const COUNT: usize>(&self, set: &mut Part<'_>) {
        let first = set.rows().start;
        for (place, &code) in self.numbers.codes.get(set.rows()).unwrap_or_default().iter().enumerate() {
            if self.is_in::<COUNT>(code) {
                set.insert((first + place) as Row);
            }
        }
    }

    #[inline]
    fn is_in<const COUNT: usize>(&self, code: u64) -> bool {
        match code {
            0 | NOT_TEXT => false,
            code if code & ODD_TEXT != 0 => {
                let odd = self.numbers.odd.get((code & !ODD_TEXT) as usize);
                odd.is_some_and(|odd| self.is_in_text(odd))
            }
            code => {
                let (_, value, length) = unpack(code);
                match self.plans.get((code >> PREFIX_AT) as usize) {
                    Some(Plan::Always) => true,
                    Some(&Plan::Starts(wanted, digits)) => {
                        digits <= length && value / 10_u64.pow((length - digits) as u32) == wanted
                    }
                    Some(Plan::Within) => self.digits.are_in::<COUNT>(value, length),
                    Some(Plan::AsText) => self.is_in_text(&self.numbers.text(code)),
                    Some(Plan::Never) | None => false,
                }
            }
        }
    }
}

/// Digits that are looked for within numbers.
#[derive(Default)]
struct Digits {
    /// The last first, each in all sixteen half bytes.
    digits: [u64; 16],
    count: usize,
}

/// So many digits as there are.
const ANY: usize = 0;

/// One in each of sixteen half bytes.
const ONES: u64 = 0x1111_1111_1111_1111;

impl Digits {
    fn new(value: u64, count: usize) -> Digits {
        let decimal = decimal(value);
        Digits { digits: std::array::from_fn(|place| (decimal >> (4 * place) & 0xf) * ONES), count }
    }

    /// Whether the `length` digits of `value` contain them; they are `COUNT` or, for [`ANY`], any number.
    ///
    /// All sixteen places are compared at once, a half byte a digit: dividing by ten from place to place, and cutting
    /// out each run of digits, takes several times as long.
    #[inline]
    fn are_in<const COUNT: usize>(&self, value: u64, length: usize) -> bool {
        let Some(last_place) = length.checked_sub(self.count) else { return false };
        let decimal = decimal(value);
        let mut places = u64::MAX >> (60 - 4 * last_place.min(15));
        let count = if COUNT == ANY { self.count } else { COUNT };
        for (place, digit) in self.digits.iter().enumerate().take(count) {
            let differs = decimal ^ digit;
            // The high bit of each half byte that is all zeros.
            let low = 0x7777_7777_7777_7777;
            let equal = !(((differs & low) + low) | differs | low);
            places &= equal >> (4 * place);
        }
        places != 0
    }
}

/// The four decimal digits of each number below 10,000, a half byte each.
static FOUR: [u16; 10_000] = {
    let mut four = [0; 10_000];
    let mut value = 0;
    while value < 10_000 {
        four[value] = (value / 1_000 * 0x1000 + value / 100 % 10 * 0x100 + value / 10 % 10 * 0x10 + value % 10) as u16;
        value += 1;
    }
    four
};

/// The sixteen decimal digits of a number below 10^16, a half byte each.
#[inline]
fn decimal(value: u64) -> u64 {
    let four = |value: u64| FOUR.get(value as usize).map_or(0, |&four| u64::from(four));
    let eight = |value: u64| four(value / 10_000) << 16 | four(value % 10_000);
    eight(value / 100_000_000) << 32 | eight(value % 100_000_000)
}

/// How a searched part can lie in the texts of one prefix.
enum Plan {
    /// The prefix itself contains it.
    Always,
    /// It reaches over the prefix's end: the digits must start with this number of so many digits.
    Starts(u64, usize),
    /// It is all digits: they must contain them.
    Within,
    /// The prefix has digits as well: the whole text must be looked at.
    AsText,
    /// It cannot.
    Never,
}

impl Plan {
    /// `part` is `head` and then the digits of `number`.
    fn new(prefix: &str, part: &str, head: &str, number: Option<(u64, usize)>) -> Plan {
        match number {
            _ if prefix.contains(part) => Plan::Always,
            Some(_) if head.is_empty() => Plan::Within,
            Some((wanted, digits)) if prefix.ends_with(head) => Plan::Starts(wanted, digits),
            _ => Plan::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Held;
    use super::*;
    use crate::roster::rows::RowSet;

    #[test]
    fn digits_are_found_inside_numbers_as_inside_texts() {
        let mut numbers = Numbers::default();
        let texts = ["9671004203810001", "0012", "W000120", "12 34", "+62812", "A-12", "-12", "9671-0042-0381-0001"];
        texts.iter().for_each(|text| numbers.push(Held::Text(text)));
        for part in
            ["12", "0012", "00", "012", "9671004203810001", "1", "62", "w0", "34", "99", "2 3", "a 1", "a", "1 0"]
        {
            let found = numbers.containing(part);
            let rows = RowSet::in_parts(texts.len(), |rows| found.add_to(rows));
            for (row, text) in texts.iter().enumerate() {
                assert_eq!(rows.contains(row as Row), text::fold(text).contains(part), "{part} in {text}");
                assert!(!found.is_hopeless() || !text::fold(text).contains(part), "{part} in {text}");
            }
        }
    }

    #[test]
    fn numbers_of_people_are_found_by_their_digits_alone() {
        let mut numbers = Numbers::default();
        let texts = ["9671004203810001", "9671-0042-0381-0001", "0812-34-5678", "+6281234", "0812", "081 2345678", "x"];
        texts.iter().for_each(|text| numbers.push(Held::Text(text)));
        for (part, found) in [
            ("9671-0042", &[0, 1][..]),
            ("96.71.00.42", &[0, 1]),
            ("'9671004203810001", &[0, 1]),
            ("9671004203810001", &[0, 1]),
            ("0812-3456", &[2, 5]),
            ("12345", &[2, 5]),
            ("812", &[2, 3, 4, 5]),
            ("+62 812", &[3]),
            ("x", &[6]),
            ("96710042038100011", &[]),
        ] {
            let part = text::fold(part);
            let search = numbers.containing_number(&part);
            let rows = RowSet::in_parts(texts.len(), |rows| search.add_to(rows));
            assert_eq!(rows.iter().collect::<Vec<Row>>(), found, "{part}");
            assert!(!search.is_hopeless() || found.is_empty(), "{part}");
        }
    }

    proptest::proptest! {
        #[test]
        fn digits_of_any_number_are_those_of_its_text(value in 0_u64..10_000_000_000_000_000, part in 0_u64..100_000, digits in 1_usize..6, length in 1_usize..17) {
            proptest::prop_assert_eq!(format!("{:016x}", decimal(value)), format!("{value:016}"));
            let value = value % 10_u64.pow(length as u32);
            let part = part % 10_u64.pow(digits as u32);
            let found = Digits::new(part, digits).are_in::<ANY>(value, length);
            proptest::prop_assert_eq!(found, format!("{value:0length$}").contains(&format!("{part:0digits$}")));
        }
    }
}

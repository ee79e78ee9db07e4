//! Searching a column of numbers: no text of the column is made for it.

use super::digits::Digits;
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
        let first = set.rows().start;
        // Nearly every row of a column has a prefix within whose digits is searched, or nothing, in which nothing is
        // found: these are asked without telling them apart, since who has a number and who has none is a coin's throw.
        let within = self.plans.iter().zip(0..).filter(|(plan, _)| matches!(plan, Plan::Within));
        let within = within.fold(0_u64, |within, (_, prefix)| within | 1 << prefix);
        for (place, &code) in self.numbers.codes.get(set.rows()).unwrap_or_default().iter().enumerate() {
            let is_in = match within >> (code >> PREFIX_AT) & 1 {
                1 => {
                    let (_, value, length) = unpack(code);
                    self.digits.are_in(value, length)
                }
                _ => self.is_in(code),
            };
            if is_in {
                set.insert((first + place) as Row);
            }
        }
    }

    fn is_in(&self, code: u64) -> bool {
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
                    Some(Plan::Within) => self.digits.are_in(value, length),
                    Some(Plan::AsText) => self.is_in_text(&self.numbers.text(code)),
                    Some(Plan::Never) | None => false,
                }
            }
        }
    }
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
}

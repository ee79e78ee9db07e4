//! Rows of the usual shape, read in one pass over their bytes: where the row before had a field, this one probably has
//! it too, so that a key is known by comparing and no value is looked at twice.
//!
//! The scanner takes a row only if it is certain of all of it. Whatever else stands in one (an escape, a value of
//! another kind, a date that is none, a field twice, white space that no row before had) makes the row unusual: then it
//! is read by serde_json as if nobody had looked at it, which also knows what is wrong with it. So the scanner has no
//! errors of its own, and a test can hold the two against each other.

use super::fields::{Field, WorkerField as Of};
use super::shape::{FIELDS, Shape, Spaces, WINDOW};
use crate::roster::columns::DayCode;
use crate::roster::program::Segment;
use crate::roster::text::is_blank;
use crate::roster::usual::Usual;
use crate::roster::worker::{Sex, Status};

/// What a look at a row came to.
pub enum Scanned<'a> {
    /// The worker, and the bytes of the row.
    Row(Usual<'a>, usize),
    /// The row, or what must be known behind it, goes on beyond the text.
    Cut,
    /// It is to be read in the general way.
    Unusual,
}

/// See the module.
#[derive(Default)]
pub struct Scanner {
    shape: Option<Shape>,
    /// What followed each field in the newest row, [`FIELDS`] being the row's end; behind the last field: what came first.
    next: [usize; FIELDS + 1],
    /// Where each value of the newest row stands, quotes left out.
    values: [Span; FIELDS],
    /// Fields that the format does not know and rows have all the same: their values are passed over.
    others: Vec<String>,
    /// Whether it takes no row at all: then what serde_json alone says can be held against it.
    #[cfg(test)]
    pub is_off: bool,
}

impl Scanner {
    /// Takes the shape of a row that was read in the general way.
    pub fn learn(&mut self, row: &str) {
        #[cfg(test)]
        if self.is_off {
            return;
        }
        let known = self.shape.as_ref().map_or(0, |shape| shape.others.len());
        let spaces = Spaces::of(row.as_bytes());
        if let Some(spaces) = spaces
            && (self.shape.as_ref().is_none_or(|shape| shape.spaces != spaces) || known < self.others.len())
        {
            self.shape = Shape::new(spaces, &self.others);
        }
    }

    /// Notes a field that the format does not know.
    pub fn unknown(&mut self, name: &str) {
        const MOST: usize = 32;
        let plain = name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\');
        if plain && self.others.len() < MOST && name.len() < WINDOW / 2 && !self.others.iter().any(|own| own == name) {
            self.others.push(name.to_owned());
        }
    }

    /// Looks at the row that begins where `text` does.
    #[inline]
    pub fn row<'a>(&mut self, text: &'a [u8]) -> Scanned<'a> {
        let Some(shape) = &self.shape else { return Scanned::Unusual };
        let (mut seen, mut said) = (0_u32, 0_u32);
        let (mut at, mut last) = (0, FIELDS);
        loop {
            let Some(window) = text.get(at..).and_then(|rest| rest.first_chunk::<WINDOW>()) else {
                return Scanned::Cut;
            };
            let begins = at == 0;
            let signs = if begins { shape.first.as_slice() } else { shape.later.as_slice() };
            let is_at = |place: &usize| signs.get(*place).is_some_and(|sign| sign.is_at(window));
            let mut place = self.next[last];
            if !is_at(&place) {
                let found = (0..signs.len()).find(is_at);
                let Some(found) = found else {
                    let other = shape.others.iter().find(|sign| sign[usize::from(!begins)].is_at(window));
                    let Some(sign) = other else { return Scanned::Unusual };
                    let start = at + sign[usize::from(!begins)].length;
                    match value(text, start) {
                        Value::Text(_, end) | Value::Digits(_, end) | Value::Null(end) => at = end,
                        Value::Cut => return Scanned::Cut,
                        Value::Unusual => return Scanned::Unusual,
                    }
                    continue;
                };
                self.next[last] = found;
                place = found;
            }
            at += signs.get(place).map_or(0, |sign| sign.length);
            if place == FIELDS {
                break;
            }
            let bit = 1 << place;
            if seen & bit != 0 {
                return Scanned::Unusual;
            }
            seen |= bit;
            let (span, end) = match value(text, at) {
                Value::Text(span, end) if place != DECILE => (Some(span), end),
                Value::Digits(span, end) if place == DECILE => (Some(span), end),
                Value::Null(end) => (None, end),
                Value::Cut => return Scanned::Cut,
                Value::Text(..) | Value::Digits(..) | Value::Unusual => return Scanned::Unusual,
            };
            if let Some(span) = span {
                self.values[place] = span;
                said |= bit;
            }
            at = end;
            last = place;
        }
        match usual(text, &self.values, said) {
            Some(row) => Scanned::Row(row, at),
            None => Scanned::Unusual,
        }
    }
}

const DECILE: usize = Of::WelfareDecile as usize;

/// The fields of a row as their columns take them; `None` where one must be looked at in the general way.
#[inline]
fn usual<'a>(row: &'a [u8], values: &[Span; FIELDS], said: u32) -> Option<Usual<'a>> {
    let required = 1 << Of::Name as usize | 1 << Of::Occupation as usize;
    if said & required != required {
        return None;
    }
    let of = |field: Of| match said >> field.place() & 1 {
        1 => values[field.place()].of(row),
        _ => &[],
    };
    let text = |field: Of| unless_blank(of(field));
    let day = |field: Of| match of(field) {
        [] => Some(DayCode::default()),
        day => DayCode::parse(day),
    };
    Some(Usual {
        id: text(Of::Id),
        nik: text(Of::Nik),
        name: std::str::from_utf8(text(Of::Name)).ok()?,
        sex: match of(Of::Sex) {
            b"" => None,
            b"F" => Some(Sex::Female),
            b"M" => Some(Sex::Male),
            _ => return None,
        },
        birth: day(Of::BirthDate)?,
        occupation: text(Of::Occupation),
        segment: match of(Of::Segment) {
            b"" => None,
            b"BPU" => Some(Segment::Bpu),
            b"PU" => Some(Segment::Pu),
            _ => return None,
        },
        district: text(Of::District),
        village: text(Of::Village),
        status: match of(Of::Status) {
            b"proposed" => Status::Proposed,
            b"verified" => Status::Verified,
            b"active" => Status::Active,
            b"inactive" => Status::Inactive,
            b"rejected" => Status::Rejected,
            _ => return None,
        },
        registered: day(Of::RegisteredOn)?,
        enrolled: day(Of::EnrolledOn)?,
        until: day(Of::ProtectedUntil)?,
        kpj: text(Of::Kpj),
        phone: text(Of::Phone),
        decile: match *of(Of::WelfareDecile) {
            [] => None,
            [ones] => Some(ones - b'0'),
            [tens, ones] => Some((tens - b'0') * 10 + ones - b'0'),
            _ => return None,
        },
        reason: text(Of::Reason),
    })
}

/// The text, or nothing where nothing is said with it.
#[inline]
fn unless_blank(text: &[u8]) -> &[u8] {
    match text.first() {
        Some(byte) if !byte.is_ascii_alphanumeric() => unless_all_blank(text),
        _ => text,
    }
}

#[cold]
fn unless_all_blank(text: &[u8]) -> &[u8] {
    let blank = std::str::from_utf8(text).is_ok_and(is_blank);
    if blank { &[] } else { text }
}

/// Where something stands in a row.
#[derive(Clone, Copy, Default)]
struct Span {
    start: usize,
    end: usize,
}

impl Span {
    #[inline]
    fn of(self, row: &[u8]) -> &[u8] {
        row.get(self.start..self.end).unwrap_or(&[])
    }
}

/// A value of a row, and where it ends.
enum Value {
    /// What stands between the quotes, without escapes.
    Text(Span, usize),
    /// A whole number.
    Digits(Span, usize),
    Null(usize),
    Cut,
    Unusual,
}

#[inline]
fn value(text: &[u8], at: usize) -> Value {
    let rest = text.get(at..).unwrap_or(&[]);
    let span = |start: usize, end: usize| Span { start: at + start, end: at + end };
    match rest.split_first() {
        Some((b'"', rest)) => match text_end(rest) {
            Some((end, true)) => Value::Text(span(1, 1 + end), at + end + 2),
            Some((_, false)) => Value::Unusual,
            None => Value::Cut,
        },
        Some((b'n', _)) => match rest.get(..4) {
            Some(b"null") => Value::Null(at + 4),
            Some(_) => Value::Unusual,
            None => Value::Cut,
        },
        Some((b'0'..=b'9', _)) => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            match rest.get(..digits) {
                _ if digits == rest.len() => Value::Cut,
                Some([b'0', _, ..]) | None => Value::Unusual,
                Some(_) => Value::Digits(span(0, digits), at + digits),
            }
        }
        Some(_) => Value::Unusual,
        None => Value::Cut,
    }
}

/// Where a text ends, and whether by its quote: else by what keeps it from being plain, a backslash or a control
/// character. Eight bytes are looked at at once; `None` where the last ones are fewer.
#[inline]
fn text_end(text: &[u8]) -> Option<(usize, bool)> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let (eights, _) = text.as_chunks::<8>();
    for (place, eight) in eights.iter().enumerate() {
        let bytes = u64::from_le_bytes(*eight);
        // With its second bit turned a quote is 32 and a blank is not: then one comparison finds quotes and controls. The
        // high bit of each byte that is found is set; above the lowest such byte a borrow may set others too.
        let turned = bytes ^ (EACH * 2);
        let ends = turned.wrapping_sub(EACH * 33) & !turned;
        let escaped = bytes ^ (EACH * 0x5c);
        let escapes = escaped.wrapping_sub(EACH) & !escaped;
        let found = (ends | escapes) & (EACH * 0x80);
        if found != 0 {
            let within = found.trailing_zeros() as usize / 8;
            return Some((place * 8 + within, eight.get(within) == Some(&b'"')));
        }
    }
    None
}

#[cfg(test)]
pub mod tests {
    use super::super::feed::{Feed, LoadError};
    use super::super::split::From;
    use super::super::{Progress, Reader, read};
    use super::*;
    use crate::roster::Roster;
    use crate::roster::same;
    use proptest::collection::vec;
    use proptest::option::weighted;
    use proptest::prelude::*;
    use proptest::sample::{select, subsequence};

    /// All that a reading says, to be compared with another.
    pub fn said(read: Result<Roster, LoadError>) -> Result<Vec<String>, LoadError> {
        read.map(|roster| {
            let rows = roster.iter().map(|worker| format!("{} {:?}", worker.row, same::whole(worker)));
            let spelt = roster.iter().map(|own| roster.workers.shared_texts_of(own.row).collect::<Vec<_>>().join("|"));
            let rest = format!("{:?} {:?} {:?}", roster.set_aside, roster.unknown_fields, roster.payments);
            rows.chain(spelt).chain([rest, format!("{:?} {:?}", roster.program, roster.claims)]).collect()
        })
    }

    /// What serde_json alone makes of a text.
    pub fn oracle(text: &str) -> Result<Roster, LoadError> {
        let mut watch = |_: &Progress<'_>| ();
        let mut reader = Reader::new(Feed::new(text.as_bytes(), 0), &mut watch);
        reader.scanner.is_off = true;
        reader.document()
    }

    /// A programme around rows of workers, in the spacing of the first.
    pub fn document(workers: &str) -> String {
        let rate = r#"{"scheme": "JKK", "monthly": "10000"}"#;
        let program =
            r#""name": "P", "fiscal_year": 2024, "as_of": "2024-08-30", "target_workers": 9, "budget": "100""#;
        let groups = r#"{"id": "a", "name": "A"}, {"id": "b", "name": "B"}"#;
        let payments = r#"{"month": "2024-03", "amount": "10000"}"#;
        format!(
            "{{\"schema\": \"lindungi/roster/1\", \"program\": {{{program}, \"contributions\": [{rate}]}},\n\
             \"groups\": [{groups}],\n\"workers\": [{workers}],\n\"payments\": [{payments}]}}\n"
        )
    }

    fn value(name: &'static str) -> impl Strategy<Value = String> {
        let own: &[&str] = match name {
            "name" => {
                &["\"Siti Aminah\"", "\"SITI\"", "\"Yústinus\"", "\"\"", "\" - \"", "\"a\\u0062c\"", "\"张伟\"", "null"]
            }
            "occupation" => &["\"a\"", "\"b\"", "\"c\"", "\"\"", "\"a\\\"}, {\\\"id\\\": 1\"", "7"],
            "status" => &["\"active\"", "\"active\"", "\"verified\"", "\"Active\"", "\"\"", "null"],
            "sex" => &["\"F\"", "\"M\"", "\"P\"", "\"\"", "\"-\"", "null", "true"],
            "segment" => &["\"BPU\"", "\"PU\"", "\"X\"", "\"\""],
            "birth_date" | "registered_on" | "enrolled_on" | "protected_until" => &[
                "\"2024-03-01\"",
                "\"1981-02-28\"",
                "\"2024-02-30\"",
                "\"2079-06-07\"",
                "\"1899-01-01\"",
                "\"\"",
                "\"-\"",
                "20240301",
                "\"2024-3-1\"",
                "\"9999-12-31\"",
                "null",
            ],
            "welfare_decile" => {
                &["1", "10", "0", "255", "256", "01", "1.0", "1e0", "-1", "\"1\"", "null", "99999999999"]
            }
            "alamat" => {
                &["\"Jl. A\"", "{\"x\": [1, {\"y\": \"}, {\"}]}", "[]", "12", "1.5", "\"\\n\"", "null", "false"]
            }
            _ => &[
                "\"W000001\"",
                "\"9671004203810001\"",
                "\"0812\"",
                "\"+62 812\"",
                "\"\"",
                "\"?\"",
                "\"é\"",
                "\"a\\tb\"",
                "7",
                "null",
                "\"}, {\\\"id\\\": \\\"\"",
                "\"}, {'id': \"",
                "\"12345678901234567\"",
                "{}",
                "\"\\ud800\"",
            ],
        };
        select(own).prop_map(str::to_owned)
    }

    /// A row: mostly whole and in order, in one of a few spacings.
    pub fn row() -> impl Strategy<Value = String> {
        let names: Vec<&'static str> = Of::ALL.iter().map(|(_, name)| *name).chain(["alamat"]).collect();
        let usual = Just(vec!["id", "name", "occupation", "status"]);
        let any = subsequence(names.clone(), 0..=names.len()).prop_shuffle();
        let more = subsequence(names.clone(), 0..=names.len())
            .prop_map(|own| [&own, &["name", "occupation", "status"][..]].concat());
        let fields = prop_oneof![4 => usual, 2 => any, 3 => more];
        let spaces = select(&[(" ", "", ""), ("", "", ""), ("\n   ", "\n  ", "\n "), (" \t", " ", "")][..]);
        let spaces = prop_oneof![6 => Just((" ", "", "")), 1 => spaces];
        (fields, spaces).prop_flat_map(|(fields, (comma, open, close))| {
            let member = |name: &'static str| value(name).prop_map(move |value| format!("\"{name}\": {value}"));
            let good = |name: &'static str| match name {
                "name" => Just("\"name\": \"Siti Aminah\"".to_owned()).boxed(),
                "occupation" => Just("\"occupation\": \"a\"".to_owned()).boxed(),
                "status" => Just("\"status\": \"active\"".to_owned()).boxed(),
                other => value(other).prop_map(move |value| format!("\"{other}\": {value}")).boxed(),
            };
            let mixed = fields
                .into_iter()
                .map(|name| prop_oneof![5 => good(name), 1 => member(name)].boxed())
                .collect::<Vec<_>>();
            mixed.prop_map(move |members| format!("{{{open}{}{close}}}", members.join(&format!(",{comma}"))))
        })
    }

    pub fn rows() -> impl Strategy<Value = String> {
        let other = select(
            &["7", "[]", "null", "{}", "\"}, {\"", "{\"id\": \"x\"", "{\"id\" \"x\"}", "{\"name\": \"\u{1}\"}", "]"][..],
        );
        let odd = weighted(0.02, other);
        let separator = prop_oneof![8 => Just(",\n"), 1 => Just(","), 1 => Just(" ,  ")];
        vec((row(), odd, separator), 0..14).prop_map(|rows| {
            let mut text = String::new();
            for (place, (row, odd, separator)) in rows.iter().enumerate() {
                text += if place > 0 { separator } else { "" };
                text += odd.unwrap_or(row);
            }
            text
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_scanned_roster_is_what_serde_json_makes_of_it(rows in rows(), cut in weighted(0.1, 0.0_f64..1.0)) {
            let mut text = document(&rows);
            if let Some(part) = cut {
                let end = (text.len() as f64 * part) as usize;
                text.truncate((0..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0));
            }
            let all = said(oracle(&text));
            prop_assert_eq!(&said(read(&mut text.as_bytes(), &mut |_| ())), &all, "{}", text);
            // Row by row at the ends of what was read.
            let mut trickle = Trickle(From { text: &text.as_bytes(), offset: 0 });
            prop_assert_eq!(&said(read(&mut trickle, &mut |_| ())), &all);
        }
    }

    /// A byte at a time.
    struct Trickle<'a>(From<'a>);

    impl std::io::Read for Trickle<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let some = buffer.len().min(1);
            self.0.read(buffer.get_mut(..some).unwrap_or(&mut []))
        }
    }

    #[test]
    fn a_number_that_a_block_cuts_is_one_number() {
        for number in ["1e0", "1.5E+10", "-0.25", "12"] {
            let text = document(&format!(r#"{{"name": "A", "occupation": "a", "status": "active", "x": {number}}}"#));
            let read = read(&mut Trickle(From { text: &text.as_bytes(), offset: 0 }), &mut |_| ());
            assert_eq!(said(read), said(oracle(&text)), "{number}");
        }
    }

    #[test]
    fn rows_of_the_usual_shape_are_taken() {
        let rows: Vec<String> = (0..9)
            .map(|row| format!("{{\"id\": \"W{row}\", \"name\": \"Siti Aminah\", \"occupation\": \"a\", \"alamat\": \"x\", \"status\": \"active\"}}"))
            .collect();
        let text = document(&rows.join(",\n"));
        let mut scanner = Scanner::default();
        let mut taken = 0;
        for row in &rows {
            let behind = format!("{row},\n{}", " ".repeat(WINDOW));
            match scanner.row(behind.as_bytes()) {
                Scanned::Row(_, bytes) => {
                    assert_eq!(bytes, row.len());
                    taken += 1;
                }
                Scanned::Cut | Scanned::Unusual => {
                    scanner.unknown("alamat");
                    scanner.learn(row);
                }
            }
        }
        assert_eq!(taken, 8, "the first row teaches the others");
        assert_eq!(said(read(&mut text.as_bytes(), &mut |_| ())), said(oracle(&text)));
    }
}

//! The fields of one JSON object, each still as its own text: what kind a value is, its first byte says, and a number
//! is read from its digits, so that neither a wrong kind nor a long number can end the reading of the whole file. What
//! is done once a field is marked `inline`, since the rows that do it stand in another file.

use super::LoadErrorKind;
use super::fields::{Field, SCHEMES, SEGMENTS};
use crate::roster::calendar::{Day, Month, parse_day};
use crate::roster::columns::Held;
use crate::roster::looks::{self, Look};
use crate::roster::money::Rupiah;
use crate::roster::program::{Scheme, Segment};
use crate::roster::text;
use crate::roster::{Expected, Kind, Limit, MOST, Reason, YEARS};
use chrono::Datelike;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// The text of one whole JSON value.
#[derive(Clone, Copy)]
pub struct Raw<'a>(pub &'a str);

/// Why a value could not be read, and where.
#[derive(Debug)]
pub struct Bad {
    pub reason: Reason,
    /// What is wrong with the file rather than with a value.
    pub kind: Option<Box<LoadErrorKind>>,
    /// The innermost known field.
    pub field: Option<&'static str>,
    /// The path below the value that was being read, such as `.coverage.to`.
    pub path: String,
    /// Bytes from the start of that value.
    pub at: Option<usize>,
}

impl Bad {
    pub fn reason(reason: Reason) -> Bad {
        Bad { reason, kind: None, field: None, path: String::new(), at: None }
    }

    #[inline]
    pub fn kind(kind: LoadErrorKind) -> Bad {
        Bad { kind: Some(Box::new(kind)), ..Bad::reason(Reason::Duplicate) }
    }

    /// A text of another form, and what it looks like.
    pub fn form(expected: Expected, text: &str) -> Bad {
        let look = looks::look(expected, text);
        Bad::reason(look.map_or(Reason::WrongForm(expected), |look| Reason::Looks(expected, look)))
    }

    pub fn in_field(mut self, field: impl Field) -> Bad {
        self.field.get_or_insert(field.name());
        self.inside(&format!(".{}", field.name()))
    }

    pub fn inside(mut self, step: &str) -> Bad {
        self.path.insert_str(0, step);
        self
    }
}

impl<'a> Raw<'a> {
    pub fn kind(self) -> Kind {
        match self.0.as_bytes().first() {
            Some(b'"') => Kind::Text,
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    pub fn wrong(self, expected: Expected) -> Bad {
        Bad::reason(Reason::WrongKind(self.kind(), expected))
    }

    /// Whether nothing is said: `null`, or a text without a letter or digit, such as the blank cell of a spreadsheet
    /// (design.md §2). Nearly always the first character decides.
    #[inline]
    pub fn is_blank(self) -> bool {
        match self.kind() {
            Kind::Null => true,
            Kind::Text => {
                // An escape is letters and digits that may stand for none.
                let decides = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'\\' || !byte.is_ascii();
                match self.0.bytes().find(|byte| decides(byte)) {
                    Some(byte) if byte.is_ascii_alphanumeric() => false,
                    Some(_) => self.text().is_ok_and(|text| text::is_blank(&text)),
                    None => true,
                }
            }
            _ => false,
        }
    }

    /// A text that may be blank.
    #[inline]
    pub fn text_or_blank(self) -> Result<Cow<'a, str>, Bad> {
        if self.is_blank() { Ok("".into()) } else { self.text() }
    }

    #[inline]
    pub fn optional<T>(self, read: impl FnOnce(Raw<'a>) -> Result<T, Bad>) -> Result<Option<T>, Bad> {
        match self.is_blank() {
            true => Ok(None),
            false => read(self).map(Some),
        }
    }

    pub fn bool(self) -> Result<bool, Bad> {
        match self.kind() {
            Kind::Bool => Ok(self.0 == "true"),
            _ => Err(self.wrong(Expected::Bool)),
        }
    }

    /// The string's characters. Half a surrogate pair is the only thing that may be wrong with them by now.
    #[inline]
    pub fn text(self) -> Result<Cow<'a, str>, Bad> {
        if self.kind() != Kind::Text {
            return Err(self.wrong(Expected::Text));
        }
        let inner = self.0.get(1..self.0.len().saturating_sub(1)).unwrap_or("");
        if !inner.contains('\\') {
            return Ok(inner.into());
        }
        serde_json::from_str::<String>(self.0).map(Cow::from).map_err(|_| Bad::reason(Reason::Encoding))
    }

    /// A personal number: text, or something of which its row is not to be blamed (design.md §2, bad row).
    pub fn held(self) -> Result<Held<Cow<'a, str>>, Bad> {
        match self.kind() {
            Kind::Null => Ok(Held::Missing),
            Kind::Number => Ok(Held::NotText),
            _ => self.text().map(Held::Text),
        }
    }

    pub fn one_of<T>(self, words: &'static [&'static str], parse: fn(&str) -> Option<T>) -> Result<T, Bad> {
        self.form(Expected::OneOf(words), parse)
    }

    #[inline]
    pub fn form<T>(self, expected: Expected, parse: fn(&str) -> Option<T>) -> Result<T, Bad> {
        if self.kind() != Kind::Text {
            let serial = matches!(expected, Expected::Date | Expected::Month) && looks::is_serial(self.0);
            return Err(if serial { Bad::reason(Reason::Looks(expected, Look::Serial)) } else { self.wrong(expected) });
        }
        let text = self.text()?;
        parse(&text).ok_or_else(|| Bad::form(expected, &text))
    }

    /// A whole number that is not negative, in plain digits: `1E5` and `12.0` are not how people are counted.
    pub fn count(self) -> Result<u64, Bad> {
        if self.kind() != Kind::Number {
            return Err(self.wrong(Expected::Count));
        }
        if !self.0.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Bad::reason(Reason::WrongForm(Expected::Count)));
        }
        let count = self.0.parse().ok().filter(|count| *count <= MOST);
        count.ok_or(Bad::reason(Reason::Beyond(Limit::Number(0, MOST))))
    }

    /// A count within limits.
    pub fn within(self, (least, most): (u8, u8)) -> Result<u8, Bad> {
        let beyond = Reason::Beyond(Limit::Number(least.into(), most.into()));
        let count = self.count().map_err(|bad| match bad.reason {
            Reason::Beyond(_) => Bad::reason(beyond),
            _ => bad,
        })?;
        u8::try_from(count).ok().filter(|count| (least..=most).contains(count)).ok_or(Bad::reason(beyond))
    }

    #[inline]
    pub fn day(self) -> Result<Day, Bad> {
        let day = self.form(Expected::Date, parse_day).map_err(|bad| self.beyond_years(bad))?;
        known_year(day.year()).map(|_| day)
    }

    pub fn month(self) -> Result<Month, Bad> {
        let month = self.form(Expected::Month, Month::parse).map_err(|bad| self.beyond_years(bad))?;
        known_year(month.year()).map(|_| month)
    }

    /// A date whose year has another number of digits is told as a year that the format does not know.
    fn beyond_years(self, bad: Bad) -> Bad {
        let text = self.0.trim_matches('"');
        let year = text.split_once('-').map_or("", |(year, _)| year);
        let digits = year.len() >= 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let outside = |year: u64| !(YEARS.0 as u64..=YEARS.1 as u64).contains(&year);
        match digits && year.parse().map_or(true, outside) {
            true => Bad::reason(Reason::Beyond(Limit::Years)),
            false => bad,
        }
    }

    pub fn segment(self) -> Result<Segment, Bad> {
        self.one_of(SEGMENTS, Segment::parse)
    }

    pub fn scheme(self) -> Result<Scheme, Bad> {
        self.one_of(SCHEMES, Scheme::parse)
    }

    pub fn money(self) -> Result<Rupiah, Bad> {
        let text = match self.kind() {
            Kind::Number => self.0.into(),
            Kind::Text => self.text()?,
            _ => return Err(self.wrong(Expected::Money)),
        };
        Rupiah::parse(&text).ok_or_else(|| Bad::form(Expected::Money, &text))
    }

    pub fn year(self) -> Result<i32, Bad> {
        let year = self.count().map_err(|bad| match bad.reason {
            Reason::Beyond(_) => Bad::reason(Reason::Beyond(Limit::Years)),
            Reason::WrongForm(_) => Bad::reason(Reason::WrongForm(Expected::Year)),
            _ => bad,
        })?;
        known_year(i32::try_from(year).unwrap_or(i32::MAX))
    }

    /// A list of texts, the blank ones left out.
    pub fn texts(self) -> Result<Vec<String>, Bad> {
        let texts = self.list(|raw| raw.optional(Raw::text))?;
        Ok(texts.into_iter().flatten().map(Cow::into_owned).collect())
    }

    pub fn list<T>(self, mut read: impl FnMut(Raw<'a>) -> Result<T, Bad>) -> Result<Vec<T>, Bad> {
        if self.kind() != Kind::List {
            return Err(self.wrong(Expected::List));
        }
        let elements: Vec<&'a RawValue> = serde_json::from_str(self.0).unwrap_or_default();
        let element = |(place, raw): (usize, &'a RawValue)| {
            read(Raw(raw.get())).map_err(|mut bad| {
                bad.at = Some(offset(self.0, raw.get()) + bad.at.unwrap_or(0));
                bad.inside(&format!("[{place}]"))
            })
        };
        elements.into_iter().enumerate().map(element).collect()
    }
}

/// A year that the format knows.
fn known_year(year: i32) -> Result<i32, Bad> {
    let known = (YEARS.0..=YEARS.1).contains(&year);
    known.then_some(year).ok_or(Bad::reason(Reason::Beyond(Limit::Years)))
}

/// How many bytes into `whole` its part `part` begins.
fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// The known fields of one object.
pub struct Fields<'a, F: Field, const N: usize> {
    whole: &'a str,
    known: &'static [(F, &'static str); N],
    values: [Option<&'a str>; N],
}

impl<'a, F: Field, const N: usize> Fields<'a, F, N> {
    /// Reads an object. A known name twice is bad; unknown names are told to `unknown`.
    pub fn read(
        raw: Raw<'a>,
        known: &'static [(F, &'static str); N],
        unknown: &mut dyn FnMut(&str),
    ) -> Result<Fields<'a, F, N>, Bad> {
        if raw.kind() != Kind::Object {
            return Err(raw.wrong(Expected::Object));
        }
        let mut fields = Fields { whole: raw.0, known, values: [None; N] };
        let mut twice = None;
        let visitor = Members { fields: &mut fields, twice: &mut twice, unknown };
        let mut json = serde_json::Deserializer::from_str(raw.0);
        if json.deserialize_map(visitor).and_then(|()| json.end()).is_err() {
            // Of a text that is known to be one value, only a key can be wrong: it holds half a surrogate pair.
            return Err(Bad::reason(Reason::Encoding));
        }
        match twice {
            Some(field) => Err(Bad::reason(Reason::Duplicate).in_field(field)),
            None => Ok(fields),
        }
    }

    /// What a field says, if it says something.
    #[inline]
    pub fn get(&self, field: F) -> Option<Raw<'a>> {
        self.values.get(field.place()).copied().flatten().map(Raw).filter(|raw| !raw.is_blank())
    }

    /// Where a field's value begins, in bytes from the object's start.
    pub fn offset(&self, field: F) -> Option<usize> {
        self.values.get(field.place()).copied().flatten().map(|value| offset(self.whole, value))
    }

    fn blame(&self, field: F, mut bad: Bad) -> Bad {
        bad.at = self.offset(field).map(|start| start + bad.at.unwrap_or(0));
        bad.in_field(field)
    }

    /// A field that may be absent, `null` or blank.
    pub fn optional<T>(&self, field: F, read: impl FnOnce(Raw<'a>) -> Result<T, Bad>) -> Result<Option<T>, Bad> {
        self.get(field).map(|raw| read(raw).map_err(|bad| self.blame(field, bad))).transpose()
    }

    /// A field that must be there.
    #[inline]
    pub fn required<T>(&self, field: F, read: impl FnOnce(Raw<'a>) -> Result<T, Bad>) -> Result<T, Bad> {
        let value = self.optional(field, read)?;
        value.ok_or_else(|| self.blame(field, Bad::reason(Reason::Missing)))
    }

    /// A text that must be there and may be blank: what it lacks is found by the audit.
    #[inline]
    pub fn text_or_blank(&self, field: F) -> Result<Cow<'a, str>, Bad> {
        let value = self.values.get(field.place()).copied().flatten().map(Raw);
        let value = value.filter(|raw| raw.kind() != Kind::Null);
        let value = value.map(|raw| raw.text_or_blank().map_err(|bad| self.blame(field, bad))).transpose()?;
        value.ok_or_else(|| self.blame(field, Bad::reason(Reason::Missing)))
    }
}

struct Members<'f, 'a, 'u, F: Field, const N: usize> {
    fields: &'f mut Fields<'a, F, N>,
    twice: &'f mut Option<F>,
    unknown: &'u mut dyn FnMut(&str),
}

impl<'de, F: Field, const N: usize> Visitor<'de> for Members<'_, 'de, '_, F, N> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        // Most rows list their fields in one order: the place after the last one is tried first.
        let mut next = 0;
        while let Some(key) = map.next_key_seed(Key)? {
            let named = |at: &usize| self.fields.known.get(*at).is_some_and(|(_, name)| **name == *key);
            let place = Some(next).filter(named).or_else(|| (0..N).find(named));
            let Some(place) = place else {
                (self.unknown)(&key);
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            next = place + 1;
            let value: &'de RawValue = map.next_value()?;
            match self.fields.values.get_mut(place) {
                Some(Some(_)) => *self.twice = self.fields.known.get(place).map(|(field, _)| *field),
                Some(slot) => *slot = Some(value.get()),
                None => return Err(A::Error::custom("no such field")),
            }
        }
        Ok(())
    }
}

/// A key, borrowed where it has no escapes.
struct Key;

impl<'de> serde::de::DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(key.into())
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(key.to_owned().into())
    }
}

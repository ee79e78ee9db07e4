//! A roster's text with some of its workers changed and others added, and everything else as it stands: white space,
//! fields that the format does not know, the order of everything. What is written anew from the model would lose them.

use super::fields::{DocumentField, Field, WorkerField};
use super::write::{line, value};
use crate::roster::rows::Row;
use crate::roster::worker::Record;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};
use std::ops::Range;

/// What is to become of a worker.
pub struct Change<'a> {
    /// The element of `workers` that the file has of one.
    pub row: Row,
    /// What the fields named here are to hold; the others stay.
    pub record: Record<'a>,
    /// The fields.
    pub fields: Vec<WorkerField>,
}

/// Writes the text with these changes, in the order of their rows, and these workers behind the others.
///
/// # Errors
///
/// What the output says; and `InvalidData` where the text is no roster that was read whole.
pub fn edit(text: &str, changes: &[Change<'_>], added: &[Record<'_>], out: &mut dyn Write) -> io::Result<()> {
    let members = members(text).ok_or(io::ErrorKind::InvalidData)?;
    let own = members.iter().find(|(name, _)| name == DocumentField::Workers.name());
    let workers = &own.ok_or(io::ErrorKind::InvalidData)?.1;
    let list = text.get(workers.clone()).unwrap_or("");
    let elements: Vec<&RawValue> = serde_json::from_str(list)?;
    let mut behind = 0;
    let mut copy = |to: usize, from: usize, out: &mut dyn Write| {
        let copied = out.write_all(text.get(behind..to).unwrap_or("").as_bytes());
        behind = from;
        copied
    };
    for change in changes {
        let element = elements.get(change.row as usize).ok_or(io::ErrorKind::InvalidData)?;
        let place = range(text, element.get());
        copy(place.start, place.end, out)?;
        out.write_all(changed(element.get(), change).ok_or(io::ErrorKind::InvalidData)?.as_bytes())?;
    }
    if !added.is_empty() {
        // Behind the last one, or behind the bracket of an empty list.
        let at = elements.last().map_or(workers.start + 1, |last| range(text, last.get()).end);
        copy(at, at, out)?;
        for (place, record) in added.iter().enumerate() {
            let comma = if elements.is_empty() && place == 0 { "\n" } else { ",\n" };
            write!(out, "{comma}{}", line(record)?)?;
        }
    }
    copy(text.len(), text.len(), out)
}

/// The text of one worker with its fields changed.
fn changed(element: &str, change: &Change<'_>) -> Option<String> {
    let own = members(element)?;
    let mut cuts: Vec<(Range<usize>, String)> = Vec::new();
    let mut missing = String::new();
    for &field in &change.fields {
        let value = value(&change.record, field).ok()?;
        match own.iter().find(|(name, _)| name == field.name()) {
            Some((_, place)) => cuts.push((place.clone(), value)),
            None => missing += &format!(", \"{}\": {value}", field.name()),
        }
    }
    // A worker has a name at least, so that something stands before what is added.
    let end = own.iter().map(|(_, place)| place.end).max()?;
    cuts.push((end..end, missing));
    cuts.sort_by_key(|(place, _)| place.start);
    let mut text = String::new();
    let mut behind = 0;
    for (place, value) in cuts {
        text += element.get(behind..place.start)?;
        text += &value;
        behind = place.end;
    }
    text += element.get(behind..)?;
    Some(text)
}

/// Where a part of a text lies in it.
fn range(whole: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize);
    start..start + part.len()
}

/// The members of an object: their names, and where their values lie.
fn members(object: &str) -> Option<Vec<(Cow<'_, str>, Range<usize>)>> {
    struct Members<'a>(&'a str);

    impl<'a> Visitor<'a> for Members<'a> {
        type Value = Vec<(Cow<'a, str>, Range<usize>)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Vec::new();
            while let Some((name, value)) = map.next_entry::<String, &'a RawValue>()? {
                members.push((Cow::Owned(name), range(self.0, value.get())));
            }
            Ok(members)
        }
    }

    serde_json::Deserializer::from_str(object).deserialize_map(Members(object)).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::roster::columns::Held;
    use crate::roster::worker::Status;

    fn record(name: &str, kpj: &str) -> Record<'static> {
        Record {
            id: None,
            nik: Held::Missing,
            name: name.to_owned().into(),
            sex: None,
            birth: None,
            occupation: "g".into(),
            segment: None,
            district: None,
            village: None,
            status: Status::Active,
            registered: None,
            enrolled: None,
            until: None,
            kpj: Held::Text(kpj.to_owned().into()),
            phone: Held::Missing,
            decile: None,
            reason: None,
        }
    }

    fn edited(text: &str, changes: &[Change<'_>], added: &[Record<'_>]) -> String {
        let mut out = Vec::new();
        edit(text, changes, added, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_what_changes_is_written_anew() {
        let text = "{ \"x\": 1e400,\n \"workers\" : [ {\"name\":\"A\" ,\"alamat\": \"Jl. \\u00e9\"},\n\t{ \"kpj\": null, \"name\": \"B\" } ],\"y\":[] }\n";
        let change = |row, name: &str, fields: &[WorkerField]| Change {
            row,
            record: record(name, "24012345678"),
            fields: fields.to_vec(),
        };
        assert_eq!(edited(text, &[], &[]), text, "nothing");
        assert_eq!(
            edited(text, &[change(0, "A", &[WorkerField::Kpj, WorkerField::Status])], &[]),
            text.replace("\"Jl. \\u00e9\"}", "\"Jl. \\u00e9\", \"kpj\": \"24012345678\", \"status\": \"active\"}")
        );
        assert_eq!(
            edited(text, &[change(1, "C", &[WorkerField::Kpj, WorkerField::Name])], &[]),
            text.replace("\"kpj\": null, \"name\": \"B\"", "\"kpj\": \"24012345678\", \"name\": \"C\"")
        );
    }

    #[test]
    fn who_joins_stands_behind_the_others() {
        let new = "{\"name\": \"N\", \"occupation\": \"g\", \"status\": \"active\", \"kpj\": \"1\"}";
        let added = [record("N", "1")];
        assert_eq!(edited("{\"workers\": []}", &[], &added), format!("{{\"workers\": [\n{new}]}}"));
        let text = "{\"workers\": [{\"name\": \"A\"} ]}";
        assert_eq!(edited(text, &[], &added), format!("{{\"workers\": [{{\"name\": \"A\"}},\n{new} ]}}"));
    }
}

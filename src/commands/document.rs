//! A JSON document on its way out: over several lines, and no character of it is one that a terminal obeys.

use crate::roster::json;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};
use std::io::{self, Write};

/// Writes a document and a line feed.
pub(crate) fn write(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    json::pretty(document, out)?;
    writeln!(out)
}

/// The elements of a list, each made when it is written.
pub(crate) type Elements<'a> = &'a dyn Fn() -> Box<dyn Iterator<Item = Value> + 'a>;

/// A document with lists that may be long: a million payments as values at once took gigabytes.
pub(crate) struct Long<'a> {
    /// Its members in their order.
    pub members: Map<String, Value>,
    /// What stands in the place of some.
    pub lists: &'a [(&'a str, Elements<'a>)],
}

impl Serialize for Long<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.members.len()))?;
        for (name, value) in &self.members {
            match self.lists.iter().find(|(list, _)| list == name) {
                Some((_, elements)) => map.serialize_entry(name, &List(*elements))?,
                None => map.serialize_entry(name, value)?,
            }
        }
        map.end()
    }
}

struct List<'a>(Elements<'a>);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

//! JSON: one object with all rows, or one object a line; of either no character is one that a terminal obeys.

use super::{Table, Tell};
use crate::roster::json;
use serde_json::{Map, Value};
use std::io::{self, Write};

pub(super) fn lines(table: &dyn Table, tell: Tell<'_>, out: &mut dyn Write) -> io::Result<()> {
    let heads = table.heads();
    for place in 0..table.len() {
        json::compact(&object(table, &heads, place), out)?;
        writeln!(out)?;
        tell();
    }
    Ok(())
}

pub(super) fn write(table: &dyn Table, tell: Tell<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (head, rows) = table.document();
    // The rows stream behind the head: a million of them never stand in memory as JSON.
    let head = json::line(&head);
    writeln!(out, "{}, \"{rows}\": [", head.trim_end_matches('}'))?;
    let heads = table.heads();
    for place in 0..table.len() {
        json::compact(&object(table, &heads, place), out)?;
        writeln!(out, "{}", if place + 1 < table.len() { "," } else { "" })?;
        tell();
    }
    writeln!(out, "]}}")
}

fn object(table: &dyn Table, heads: &[String], place: usize) -> Value {
    let cells = table.cells(place).into_iter().map(Value::from);
    let members: Map<String, Value> = heads.iter().cloned().zip(cells).collect();
    Value::Object(members)
}

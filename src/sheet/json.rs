//! JSON: one object with all rows, or one object a line.

use super::Table;
use serde_json::{Map, Value};
use std::io::{self, Write};

pub(super) fn lines(table: &dyn Table, out: &mut dyn Write) -> io::Result<()> {
    let heads = table.heads();
    for place in 0..table.len() {
        writeln!(out, "{}", object(table, &heads, place))?;
    }
    Ok(())
}

pub(super) fn write(table: &dyn Table, out: &mut dyn Write) -> io::Result<()> {
    let (head, rows) = table.document();
    // The rows stream behind the head: a million of them never stand in memory as JSON.
    let head = head.to_string();
    writeln!(out, "{}, \"{rows}\": [", head.trim_end_matches('}'))?;
    let heads = table.heads();
    for place in 0..table.len() {
        let comma = if place + 1 < table.len() { "," } else { "" };
        writeln!(out, "{}{comma}", object(table, &heads, place))?;
    }
    writeln!(out, "]}}")
}

fn object(table: &dyn Table, heads: &[&'static str], place: usize) -> Value {
    let cells = table.cells(place).into_iter().map(Value::from);
    let members: Map<String, Value> = heads.iter().map(|head| (*head).to_owned()).zip(cells).collect();
    Value::Object(members)
}

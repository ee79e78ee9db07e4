//! JSON: one object with all workers, or one object a line.

use super::Sheet;
use serde_json::{Map, Value};
use std::io::{self, Write};

pub(super) fn lines(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    for &row in sheet.rows {
        writeln!(out, "{}", object(sheet, row))?;
    }
    Ok(())
}

pub(super) fn write(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let head = serde_json::json!({
        "schema": "lindungi/export/1",
        "synthetic": sheet.roster.synthetic,
        "as_of": sheet.roster.as_of().to_string(),
        "filter": Some(sheet.filter).filter(|filter| !filter.is_empty()),
        "count": sheet.rows.len(),
    });
    // The workers stream behind the head: a million of them never stand in memory as JSON.
    let head = head.to_string();
    writeln!(out, "{}, \"workers\": [", head.trim_end_matches('}'))?;
    for (place, &row) in sheet.rows.iter().enumerate() {
        let comma = if place + 1 < sheet.rows.len() { "," } else { "" };
        writeln!(out, "{}{comma}", object(sheet, row))?;
    }
    writeln!(out, "]}}")
}

fn object(sheet: &Sheet<'_>, row: u32) -> Value {
    let members: Map<String, Value> = sheet.heads().map(str::to_owned).zip(sheet.cells(row).map(Value::from)).collect();
    Value::Object(members)
}

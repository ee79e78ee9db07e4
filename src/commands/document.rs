//! A JSON document on its way out: over several lines, and no character of it is one that a terminal obeys.

use crate::roster::json;
use serde_json::Value;
use std::io::{self, Write};

/// Writes a document and a line feed.
pub(crate) fn write(document: &Value, out: &mut dyn Write) -> io::Result<()> {
    json::pretty(document, out)?;
    writeln!(out)
}

//! Markdown: for people, so with few columns, with headings in their language, and no name longer than a line or two.

use super::{Table, Tell};
use crate::lang::measure::short;
use crate::lang::scrub::scrub;
use std::io::{self, Write};

pub(super) fn write(table: &dyn Table, tell: Tell<'_>, out: &mut dyn Write) -> io::Result<()> {
    let heads = table.brief_titles();
    writeln!(out, "| {} |", heads.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(heads.len()))?;
    for place in 0..table.len() {
        let cells: Vec<String> = table.brief(place).iter().map(|text| escaped(&short(text))).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
        tell();
    }
    Ok(())
}

/// A text in which nothing is a mark of Markdown or of HTML.
fn escaped(text: &str) -> String {
    scrub(text).chars().fold(String::new(), |mut escaped, c| {
        match c {
            '<' => escaped += "&lt;",
            '&' => escaped += "&amp;",
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
        escaped
    })
}

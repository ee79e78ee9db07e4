//! Markdown: for people, so with few columns and with headings in their language.

use super::Sheet;
use crate::lang::person::Mask;
use crate::lang::scrub::scrub;
use crate::lang::value;
use crate::roster::attribute::Attribute;
use std::io::{self, Write};

const COLUMNS: [Attribute; 9] = [
    Attribute::Id,
    Attribute::Name,
    Attribute::Group,
    Attribute::Standing,
    Attribute::District,
    Attribute::Age,
    Attribute::Enrolled,
    Attribute::Until,
    Attribute::Nik,
];

pub(super) fn write(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = sheet.lang;
    let heads = COLUMNS.map(|column| lang.say(&value::heading(column)));
    writeln!(out, "| {} |", heads.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(heads.len()))?;
    for &row in sheet.rows {
        let worker = sheet.roster.worker(row);
        let cells = COLUMNS.map(|column| escaped(&lang.attribute(worker, column, sheet.privacy, Mask::Long)));
        writeln!(out, "| {} |", cells.join(" | "))?;
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

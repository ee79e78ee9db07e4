//! Markdown: for people, so with few columns and with headings in their language.

use super::Sheet;
use crate::lang::number::UNKNOWN;
use crate::lang::person::Mask;
use crate::lang::scrub::scrub;
use crate::lang::words;
use crate::roster::attribute::Attribute;
use std::io::{self, Write};

pub(super) fn write(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = sheet.lang;
    let heads = [
        words::ID,
        words::NAME,
        words::GROUP_SHORT,
        words::STATUS,
        words::DISTRICT,
        words::AGE,
        words::ENROLLED,
        words::UNTIL,
        words::NIK,
    ];
    let heads: Vec<&str> = heads.iter().map(|head| lang.say(head)).collect();
    writeln!(out, "| {} |", heads.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(heads.len()))?;
    for &row in sheet.rows {
        let worker = sheet.roster.worker(row);
        let day = |day: Option<_>| day.map_or(UNKNOWN.to_owned(), |day| lang.day(day));
        let text = |text: Option<&str>| text.map_or(UNKNOWN.to_owned(), escaped);
        let cells = [
            sheet.privacy.id(worker).map_or(UNKNOWN.to_owned(), |id| escaped(&id)),
            escaped(&sheet.privacy.name(worker)),
            worker.group().map_or(lang.say(&words::UNKNOWN_GROUP).to_owned(), |group| escaped(&lang.name(&group.name))),
            lang.say(&words::standing(worker.standing())).to_owned(),
            text(worker.district()),
            worker.age().map_or(UNKNOWN.to_owned(), |age| age.to_string()),
            day(worker.enrolled()),
            day(worker.until()),
            sheet.privacy.number(worker, Attribute::Nik, Mask::Long).map_or(UNKNOWN.to_owned(), |nik| escaped(&nik)),
        ];
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

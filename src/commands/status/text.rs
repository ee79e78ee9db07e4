//! The status for people: one screen, Markdown.

use crate::lang::measure::{pad, right, width, wrap};
use crate::lang::summary::Summary;
use crate::lang::words;
use std::io::{self, Write};

fn demo(report: &Summary<'_>) -> String {
    match report.roster.synthetic {
        true => format!("{}  ", report.lang.say(&words::DEMO)),
        false => String::new(),
    }
}

/// Columns of a line of text.
const COLUMNS: usize = 80;

/// One screen of text.
pub fn screen(report: &Summary<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}{}", demo(report), report.title())?;
    writeln!(out)?;
    let lines = report.lines();
    let label = lines.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    for (name, text) in lines {
        let mut name = pad(&name, label);
        // As wide as the narrowest terminal that people use: on a wider one, and in a mail, it reads as well.
        for row in wrap(&text, COLUMNS.saturating_sub(label + 2)) {
            writeln!(out, "{name}  {row}")?;
            name = " ".repeat(label);
        }
    }
    writeln!(out)?;
    groups(report, out)
}

fn groups(report: &Summary<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rows = report.group_rows();
    let columns = rows.first().map_or(0, Vec::len);
    let wide = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    for row in rows {
        let mut line = String::new();
        for (place, (cell, wide)) in row.iter().zip(&widths).enumerate() {
            line += &if place == 0 { pad(cell, *wide) } else { format!("  {}", right(cell, *wide)) };
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// For minutes and messages.
pub fn markdown(report: &Summary<'_>, out: &mut dyn Write) -> io::Result<()> {
    // What Markdown would take for marks is escaped; names are text.
    let plain = |text: &str| {
        let special = |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#');
        text.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect::<String>()
    };
    writeln!(out, "## {}{}", demo(report), plain(&report.title()))?;
    writeln!(out)?;
    for (label, text) in report.lines() {
        match label.as_str() {
            "" => writeln!(out, "  - {}", plain(&text))?,
            label => writeln!(out, "- **{label}**: {}", plain(&text))?,
        }
    }
    writeln!(out)?;
    for (place, row) in report.group_rows().into_iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
        if place == 0 {
            writeln!(out, "| --- |{}", " ---: |".repeat(cells.len() - 1))?;
        }
    }
    Ok(())
}

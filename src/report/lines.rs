//! The page as lines that are read one after the other, aloud or by fingers: no border, no picture, no column to keep in
//! mind. A row of a table says what each of its numbers is.

use super::block::{Block, Drawing};
use super::table::{Kind, Table};
use crate::lang::Lang;
use crate::lang::sentence::Sentence;
use crate::lang::words::report as words;

/// The lines of blocks.
pub fn of(blocks: &[Block], lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        add(block, lang, &mut lines);
    }
    lines
}

fn add(block: &Block, lang: Lang, lines: &mut Vec<String>) {
    match block {
        Block::Title(title, marks) => {
            let marks: String = marks.iter().map(|mark| format!(", {mark}")).collect();
            lines.push(format!("{title}{marks}"));
        }
        Block::Key(figures) => {
            for own in figures {
                let below: String = own.below.iter().map(|below| format!(", {below}")).collect();
                lines.push(format!("{}: {}{below}", own.name, own.figure));
            }
        }
        Block::Section { title, blocks, .. } => {
            lines.push(title.clone());
            lines.extend(of(blocks, lang));
        }
        Block::Heading(text) => lines.push(format!("{text}:")),
        Block::Text(text) | Block::Note(text) => lines.push(text.clone()),
        Block::Caveat(text) => lines.push(lang.fill(&words::MIND, &[text])),
        Block::Sentences(all) => lines.push(all.iter().map(Sentence::text).collect::<Vec<_>>().join(" ")),
        Block::Formula(formula) => lines.extend(formula.iter().map(|(name, text)| format!("{name}: {text}"))),
        Block::Pair(one, other) => lines.extend([one, other].into_iter().flat_map(|part| of(part, lang))),
        Block::Table(own) => table(own, lang, lines),
        // What a bar shows, its legend says; what more a picture shows, the table beside it does.
        Block::Chart(_, Drawing::Gauge(_), legend) => {
            let told: Vec<&str> = legend.iter().map(|(_, text)| text.as_str()).collect();
            lines.push(told.join(", "));
        }
        Block::Chart(..) => {}
    }
}

fn table(own: &Table, lang: Lang, lines: &mut Vec<String>) {
    lines.extend(own.heading_of_lines().map(|heading| format!("{heading}:")));
    for row in own.shown() {
        let mut cells = row.cells.iter().zip(&own.heads);
        let name = cells.next().map_or("", |(cell, _)| cell);
        let told: Vec<String> =
            cells.filter(|(cell, _)| !cell.is_empty()).map(|(cell, (head, kind))| said(head, *kind, cell)).collect();
        lines.push(if told.is_empty() { name.to_owned() } else { format!("{name}: {}", told.join("; ")) });
    }
    if own.hidden() > 0 {
        lines.push(lang.fill(&words::MORE_ROWS, &[&lang.count(own.hidden())]));
    }
}

/// A cell with what it is: `active 14,212`. A column of rupiah says so over it; here each amount does: `left Rp16,800`.
fn said(head: &str, kind: Kind, cell: &str) -> String {
    let rupiah = head.strip_suffix(", Rp").or_else(|| head.strip_prefix("Rp "));
    match (head, kind, rupiah) {
        ("%", ..) => cell.to_owned(),
        (_, Kind::Number, Some(of)) => match cell.find(|c: char| c.is_ascii_digit()) {
            Some(digits) => {
                let (before, digits) = cell.split_at(digits);
                format!("{of} {before}Rp{digits}")
            }
            None => format!("{of} {cell}"),
        },
        (_, Kind::Number, None) => format!("{head} {cell}"),
        (_, Kind::Words, _) => format!("{head}: {cell}"),
    }
}

//! The page as a browser draws it, and as it is printed.

use super::block::{Block, Key, Legend};
use super::chart;
use super::html::Html;
use super::table::{Kind, Row, Table};
use crate::lang::Lang;
use crate::lang::sentence::{Role, Sentence};
use crate::lang::words::report as words;

/// Writes the blocks of a language one after the other.
pub fn write(blocks: &[Block], lang: Lang, html: &mut Html) {
    for block in blocks {
        write_one(block, lang, html);
    }
}

fn write_one(block: &Block, lang: Lang, html: &mut Html) {
    match block {
        Block::Title(title, beside) => {
            html.line();
            html.words("h1", &[], title);
            if !beside.is_empty() {
                marks(beside, html);
            }
        }
        Block::Key(figures) => key(figures, html),
        Block::Section { name, title, marks: beside, blocks } => {
            let id = format!("{}-{name}", lang.code());
            html.line();
            html.element("section", &[("aria-labelledby", &*id)], |html| {
                html.words("h2", &[("id", &*id)], title);
                marks(beside, html);
                write(blocks, lang, html);
            });
        }
        Block::Heading(text) => html.words("h3", &[], text),
        Block::Text(text) => html.words("p", &[], text),
        Block::Note(text) => html.words("p", &[("class", "note")], text),
        Block::Caveat(text) => html.words("p", &[("class", "caveat")], &format!("▲ {text}")),
        Block::Sentences(all) => sentences(all, html),
        Block::Formula(lines) => html.element("dl", &[("class", "formula")], |html| {
            for (name, text) in lines {
                html.element("div", &[], |html| {
                    html.words("dt", &[], name);
                    html.words("dd", &[], text);
                });
            }
        }),
        Block::Pair(one, other) => html.element("div", &[("class", "pair")], |html| {
            for part in [one, other] {
                html.element("div", &[], |html| write(part, lang, html));
            }
        }),
        Block::Table(own) => table(own, lang, html),
        Block::Chart(label, drawing, entries) => {
            chart::draw(html, label, drawing, lang);
            legend(entries, html);
        }
    }
}

fn marks(marks: &[String], html: &mut Html) {
    html.element("p", &[("class", "marks")], |html| {
        for mark in marks {
            html.words("span", &[], mark);
            html.text(" ");
        }
    });
}

fn key(figures: &[Key], html: &mut Html) {
    html.element("dl", &[("class", "key")], |html| {
        for own in figures {
            html.element("div", &[], |html| {
                html.words("dt", &[], &own.name);
                html.words("dd", &[("class", "figure")], &own.figure);
                own.below.iter().for_each(|below| html.words("dd", &[], below));
            });
        }
    });
}

/// Their figures are bold.
fn sentences(sentences: &[Sentence], html: &mut Html) {
    html.element("p", &[], |html| {
        for part in sentences.iter().flat_map(|sentence| sentence.0.iter().map(Some).chain([None])) {
            let Some(part) = part else {
                html.text(" ");
                continue;
            };
            match part.role {
                Role::Plain | Role::Aside | Role::Figure => html.text(&part.text),
                Role::Key => html.words("b", &[], &part.text),
                Role::Bad => html.words("b", &[("class", "bad")], &part.text),
                Role::Watch | Role::Mark => html.words("span", &[("class", "watch")], &part.text),
            }
        }
    });
}

fn legend(entries: &Legend, html: &mut Html) {
    if entries.is_empty() {
        return;
    }
    html.element("ul", &[("class", "legend")], |html| {
        for (class, text) in entries {
            html.element("li", &[], |html| {
                chart::sample(html, class);
                html.text(text);
            });
        }
    });
}

/// A table is wider than a telephone: it moves in a frame of its own, which a keyboard reaches.
fn table(own: &Table, lang: Lang, html: &mut Html) {
    let frame = [("class", "frame"), ("role", "group"), ("aria-label", &*own.caption), ("tabindex", "0")];
    html.element("div", &frame, |html| {
        html.element("table", &[], |html| {
            let heard = if own.is_headed() { "heard" } else { "" };
            html.words("caption", &[("class", heard)], &own.caption);
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for (head, kind) in &own.heads {
                        html.words("th", &[("scope", "col"), ("class", class(*kind))], head);
                    }
                });
            });
            html.element("tbody", &[], |html| own.shown().for_each(|row| line(own, row, html)));
        });
        html.line();
    });
    if own.hidden() > 0 {
        html.words("p", &[("class", "note")], &lang.fill(&words::MORE_ROWS, &[&lang.count(own.hidden())]));
    }
}

fn line(own: &Table, row: &Row, html: &mut Html) {
    html.line();
    html.element("tr", &[("class", row.class)], |html| {
        for (place, (cell, (_, kind))) in row.cells.iter().zip(&own.heads).enumerate() {
            match place {
                0 => html.words("th", &[("scope", "row"), ("class", class(*kind))], cell),
                _ => html.words("td", &[("class", class(*kind))], cell),
            }
        }
    });
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Words => "words",
        Kind::Number => "number",
    }
}

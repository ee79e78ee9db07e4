//! A table of the page: headings, rows, the last of them a sum. What is longer than anybody reads is cut, and says so.

use super::html::Html;
use crate::lang::Lang;
use crate::lang::words::report as words;

/// What the cells of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Words, from the left.
    Words,
    /// Numbers, to the right.
    Number,
}

/// A row.
pub struct Row {
    /// Its cells, the first of them its name.
    pub cells: Vec<String>,
    /// How it is written: a class of the page's style.
    pub class: &'static str,
}

impl Row {
    /// Like the others.
    pub fn plain(cells: Vec<String>) -> Row {
        Row { cells, class: "" }
    }

    /// The sum of the others.
    pub fn sum(cells: Vec<String>) -> Row {
        Row { cells, class: "sum" }
    }

    /// One that is short of something.
    pub fn short(cells: Vec<String>, short: bool) -> Row {
        Row { cells, class: if short { "short" } else { "" } }
    }
}

/// Rows of a table: of more the first are shown.
const MOST_ROWS: usize = 1_000;

/// A table.
pub struct Table {
    /// What it holds, for those who hear it.
    pub caption: String,
    /// What stands over each column.
    pub heads: Vec<(String, Kind)>,
    /// The rows.
    pub rows: Vec<Row>,
    /// So many of them at most.
    most: usize,
    /// Whether a heading above says what the caption does: then it is only heard.
    heard: bool,
}

impl Table {
    /// One without rows: the first column names, the others count.
    pub fn of_numbers(caption: &str, heads: &[&str]) -> Table {
        let kind = |place| if place == 0 { Kind::Words } else { Kind::Number };
        let head = |(place, head): (usize, &&str)| ((*head).to_owned(), kind(place));
        Table {
            caption: caption.to_owned(),
            heads: heads.iter().enumerate().map(head).collect(),
            rows: Vec::new(),
            most: MOST_ROWS,
            heard: false,
        }
    }

    /// One without rows, each of whose columns has its kind.
    pub fn new(caption: &str, heads: Vec<(String, Kind)>) -> Table {
        Table { caption: caption.to_owned(), heads, rows: Vec::new(), most: MOST_ROWS, heard: false }
    }

    /// A heading above it says what the caption does.
    pub fn captioned_above(self) -> Table {
        Table { heard: true, ..self }
    }

    /// However many rows there are, each is shown: they were counted before.
    pub fn whole(self) -> Table {
        Table { most: usize::MAX, ..self }
    }

    /// With more rows.
    pub fn with(mut self, rows: impl IntoIterator<Item = Row>) -> Table {
        self.rows.extend(rows);
        self
    }

    /// Writes it. A table is wider than a telephone: it moves in a frame of its own, which a keyboard reaches.
    pub fn write(self, html: &mut Html, lang: Lang) {
        let rows = self.rows.len();
        let hidden = rows.saturating_sub(self.most);
        let frame = [("class", "frame"), ("role", "group"), ("aria-label", &*self.caption), ("tabindex", "0")];
        html.element("div", &frame, |html| {
            html.element("table", &[], |html| {
                let own = if self.heard { "heard" } else { "" };
                html.words("caption", &[("class", own)], &self.caption);
                html.element("thead", &[], |html| {
                    html.element("tr", &[], |html| {
                        for (head, kind) in &self.heads {
                            html.words("th", &[("scope", "col"), ("class", class(*kind))], head);
                        }
                    });
                });
                html.element("tbody", &[], |html| {
                    for (place, row) in self.rows.iter().enumerate() {
                        // The sum is told whatever is cut.
                        if place < self.most || row.class == "sum" {
                            self.row(row, html);
                        }
                    }
                });
            });
            html.line();
        });
        if hidden > 0 {
            html.words("p", &[("class", "note")], &lang.fill(&words::MORE_ROWS, &[&lang.count(hidden as u64)]));
        }
    }

    fn row(&self, row: &Row, html: &mut Html) {
        html.line();
        html.element("tr", &[("class", row.class)], |html| {
            for (place, (cell, (_, kind))) in row.cells.iter().zip(&self.heads).enumerate() {
                match place {
                    0 => html.words("th", &[("scope", "row"), ("class", class(*kind))], cell),
                    _ => html.words("td", &[("class", class(*kind))], cell),
                }
            }
        });
    }
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Words => "words",
        Kind::Number => "number",
    }
}

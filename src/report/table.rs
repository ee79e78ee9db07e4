//! A table of the page: headings, rows, the last of them a sum. What is longer than anybody reads is cut, and says so.

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

/// Where it is said what a table holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Said {
    /// In its caption, which is seen.
    Caption,
    /// In a heading above it: the caption is only heard.
    Above,
    /// Over its first column: the caption is only heard, and is the heading where there are no columns.
    FirstHead,
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
    /// Where what it holds is said.
    caption_is: Said,
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
            caption_is: Said::Caption,
        }
    }

    /// One without rows, each of whose columns has its kind.
    pub fn new(caption: &str, heads: Vec<(String, Kind)>) -> Table {
        Table { caption: caption.to_owned(), heads, rows: Vec::new(), most: MOST_ROWS, caption_is: Said::Caption }
    }

    /// A heading above it says what the caption does.
    pub fn captioned_above(self) -> Table {
        Table { caption_is: Said::Above, ..self }
    }

    /// What stands over its first column says what the caption does.
    pub fn captioned_by_its_head(self) -> Table {
        Table { caption_is: Said::FirstHead, ..self }
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

    /// Whether a heading above it, or over its first column, says what the caption does.
    pub fn is_headed(&self) -> bool {
        self.caption_is != Said::Caption
    }

    /// The heading that lines need, which have no columns.
    pub fn heading_of_lines(&self) -> Option<&str> {
        (self.caption_is == Said::FirstHead).then_some(&*self.caption)
    }

    /// The rows that are shown: the sum is, whatever is cut.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        let is_shown = |(place, row): &(usize, &Row)| *place < self.most || row.class == "sum";
        self.rows.iter().enumerate().filter(is_shown).map(|(_, row)| row)
    }

    /// How many are not.
    pub fn hidden(&self) -> u64 {
        (self.rows.len() - self.shown().count()) as u64
    }
}

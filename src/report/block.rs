//! What a page is made of, whoever reads it: a browser draws it, a reader of lines hears it.

use super::table::Table;
use crate::lang::explain::Line;
use crate::lang::sentence::Sentence;

/// A piece of a page.
pub enum Block {
    /// The programme and its date, and what must not be missed beside it.
    Title(String, Vec<String>),
    /// The key figures.
    Key(Vec<Key>),
    /// A part with its heading, and what must not be missed when it stands alone on a paper.
    Section {
        /// Its place within the page.
        name: &'static str,
        /// The heading.
        title: String,
        /// What stands below the heading.
        marks: Vec<String>,
        /// What is in it.
        blocks: Vec<Block>,
    },
    /// A heading within a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph that matters less.
    Note(String),
    /// What keeps a figure from being the whole truth.
    Caveat(String),
    /// Sentences as one paragraph.
    Sentences(Vec<Sentence>),
    /// Names, and how each is counted.
    Formula(Vec<Line>),
    /// Things beside each other where there is room: a chart and its table.
    Pair(Vec<Block>, Vec<Block>),
    /// A table.
    Table(Table),
    /// A picture of what a table says, and what it is called for those who do not see it.
    Chart(String, Drawing, Legend),
}

/// What the fills and lines of a picture mean: a class of the page's style, and words.
pub type Legend = Vec<(&'static str, String)>;

/// A key figure.
pub struct Key {
    /// Of what.
    pub name: String,
    /// The figure.
    pub figure: String,
    /// What stands below it.
    pub below: Vec<String>,
}

/// A picture.
pub enum Drawing {
    /// Bars one below the other.
    Bars(Vec<Bar>),
    /// One thick bar: how far something has come.
    Gauge(Bar),
    /// Lines over the months.
    Plot(Plot),
}

/// A part of a bar and how it is filled: a class of the page's style.
pub type Part = (u128, &'static str);

/// One bar.
pub struct Bar {
    /// What it is of.
    pub name: String,
    /// Its parts, from the left.
    pub parts: Vec<Part>,
    /// So long would it be if it were full.
    pub whole: u128,
    /// What it shows, in words.
    pub shown: String,
}

/// One line through points.
pub struct Curve {
    /// How it is drawn: a class of the page's style.
    pub class: &'static str,
    /// Days from the beginning, and an amount.
    pub points: Vec<(i64, i128)>,
}

/// What the amounts at the side of a chart are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Amounts {
    /// People.
    People,
    /// Rupiah.
    Rupiah,
}

/// Lines over the months.
pub struct Plot {
    /// The lines.
    pub curves: Vec<Curve>,
    /// Days in all.
    pub days: i64,
    /// The first day of each month, and its name.
    pub months: Vec<(i64, String)>,
    /// Today.
    pub today: i64,
    /// What stands at the side.
    pub amounts: Amounts,
}

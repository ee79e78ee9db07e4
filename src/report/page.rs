//! The page in one language, on its way: sections, paragraphs, and what stands in each of them.

use super::Report;
use super::block::{Bar, Block, Drawing, Legend};
use super::table::Table;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::sentence::Sentence;
use crate::lang::summary::Summary;
use crate::lang::words::report as own;
use crate::lang::{Lang, Phrase, words};

/// See the module.
pub struct Page<'a> {
    /// What it holds so far.
    pub blocks: Vec<Block>,
    /// The language.
    pub lang: Lang,
    /// What it tells.
    pub report: &'a Report<'a>,
}

impl<'a> Page<'a> {
    /// An empty one.
    pub fn new(lang: Lang, report: &'a Report<'a>) -> Page<'a> {
        Page { blocks: Vec::new(), lang, report }
    }

    /// The same figures as lines of text.
    pub fn summary(&self) -> Summary<'a> {
        let Report { roster, text, filter, figures, .. } = self.report;
        Summary { lang: self.lang, roster, text: *text, filter, figures: figures.clone(), comparison: None }
    }

    /// The programme and its date.
    pub fn title(&self) -> String {
        self.summary().title()
    }

    /// The words of a phrase.
    pub fn say(&self, phrase: &Phrase) -> &'static str {
        self.lang.say(phrase)
    }

    /// What must not be missed on any page of paper: that the people are invented, the date, and who is counted.
    pub fn marks(&self) -> Vec<String> {
        let mut marks = Vec::new();
        if self.report.roster.synthetic {
            marks.push(self.say(&words::DEMO).to_owned());
        }
        marks.push(self.title());
        if let Some(text) = self.report.text {
            marks.push(format!("{}: {}", self.say(&words::FILTER), Privacy::Masked.text(text)));
        }
        marks
    }

    /// What somebody writes on an empty page.
    fn part(&self, write: impl FnOnce(&mut Page<'a>)) -> Vec<Block> {
        let mut page = Page::new(self.lang, self.report);
        write(&mut page);
        page.blocks
    }

    /// Whether a target means nothing, as on the screen: under a filter that is not of groups alone it is how many match.
    pub fn leads_with_matched(&self) -> bool {
        !self.report.filter.is_of_groups_alone()
    }

    /// A section with its heading. `name` is its place within the page.
    pub fn section(&mut self, name: &'static str, title: &str, inside: impl FnOnce(&mut Page<'a>)) {
        let blocks = self.part(inside);
        self.blocks.push(Block::Section { name, title: title.to_owned(), marks: self.marks(), blocks });
    }

    /// A section of what no filter changes: the money, the findings. It says so, for whoever reads that page alone.
    pub fn whole_section(&mut self, name: &'static str, title: &str, inside: impl FnOnce(&mut Page<'a>)) {
        let filtered = !self.report.filter.is_everybody();
        self.section(name, title, |page| {
            if filtered {
                page.note(page.say(&own::OF_EVERYBODY));
            }
            inside(page);
        });
    }

    /// Things beside each other where there is room: a chart and its table.
    pub fn pair(&mut self, first: impl FnOnce(&mut Page<'a>), second: impl FnOnce(&mut Page<'a>)) {
        let (one, other) = (self.part(first), self.part(second));
        match one.is_empty() || other.is_empty() {
            true => self.blocks.extend(one.into_iter().chain(other)),
            false => self.blocks.push(Block::Pair(one, other)),
        }
    }

    /// A heading within a section.
    pub fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading(text.to_owned()));
    }

    /// A paragraph.
    pub fn text(&mut self, text: &str) {
        self.blocks.push(Block::Text(text.to_owned()));
    }

    /// A paragraph that matters less.
    pub fn note(&mut self, text: &str) {
        self.blocks.push(Block::Note(text.to_owned()));
    }

    /// What keeps a figure from being the whole truth.
    pub fn caveat(&mut self, text: &str) {
        self.blocks.push(Block::Caveat(text.to_owned()));
    }

    /// Sentences as one paragraph.
    pub fn sentences(&mut self, sentences: impl IntoIterator<Item = Sentence>) {
        self.blocks.push(Block::Sentences(sentences.into_iter().collect()));
    }

    /// Bars, one below the other; without any there is no picture, and no legend of one.
    pub fn bars(&mut self, label: &Phrase, all: Vec<Bar>, legend: Legend) {
        if all.is_empty() {
            return;
        }
        self.chart(self.say(label), Drawing::Bars(all), legend);
    }

    /// A picture of what a table says.
    pub fn chart(&mut self, label: &str, drawing: Drawing, legend: Legend) {
        self.blocks.push(Block::Chart(label.to_owned(), drawing, legend));
    }

    /// A table; one without rows is none.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// A name of the data.
    pub fn named(&self, own: Option<&str>) -> String {
        own.map_or(self.say(&words::UNKNOWN).to_owned(), |own| scrub(&Privacy::Masked.written(own)).into_owned())
    }
}

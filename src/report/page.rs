//! The page in one language, on its way: sections, paragraphs, and what stands in each of them.

use super::Report;
use super::chart::{self, Bar};
use super::html::Html;
use super::table::Table;
use crate::lang::explain::Line;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::sentence::{Role, Sentence};
use crate::lang::summary::Summary;
use crate::lang::{Lang, Phrase, words};

/// See the module.
pub struct Page<'a> {
    /// What is written so far.
    pub html: Html,
    /// The language.
    pub lang: Lang,
    /// What it tells.
    pub report: &'a Report<'a>,
}

impl<'a> Page<'a> {
    /// An empty one.
    pub fn new(lang: Lang, report: &'a Report<'a>) -> Page<'a> {
        Page { html: Html::default(), lang, report }
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

    /// A section with its heading. `name` is its place within the page.
    pub fn section(&mut self, name: &'static str, title: &str, inside: impl FnOnce(&mut Page<'a>)) {
        let id = format!("{}-{name}", self.lang.code());
        let marks = self.marks();
        let mut page = Page::new(self.lang, self.report);
        page.html.words("h2", &[("id", &*id)], title);
        page.html.element("p", &[("class", "marks")], |html| {
            for mark in &marks {
                html.words("span", &[], mark);
                html.text(" ");
            }
        });
        inside(&mut page);
        self.html.line();
        self.html.element("section", &[("aria-labelledby", &*id)], |html| html.take(page.html));
    }

    /// Things beside each other where there is room: a chart and its table.
    pub fn pair(&mut self, first: impl FnOnce(&mut Page<'a>), second: impl FnOnce(&mut Page<'a>)) {
        let [mut one, mut other] = [(); 2].map(|()| Page::new(self.lang, self.report));
        first(&mut one);
        second(&mut other);
        self.html.element("div", &[("class", "pair")], |html| {
            for part in [one, other] {
                html.element("div", &[], |html| html.take(part.html));
            }
        });
    }

    /// A heading within a section.
    pub fn heading(&mut self, text: &str) {
        self.html.words("h3", &[], text);
    }

    /// A paragraph.
    pub fn text(&mut self, text: &str) {
        self.html.words("p", &[], text);
    }

    /// A paragraph that matters less.
    pub fn note(&mut self, text: &str) {
        self.html.words("p", &[("class", "note")], text);
    }

    /// What keeps a figure from being the whole truth.
    pub fn caveat(&mut self, text: &str) {
        self.html.words("p", &[("class", "caveat")], &format!("▲ {text}"));
    }

    /// Sentences as one paragraph, their figures in bold.
    pub fn sentences(&mut self, sentences: &[Sentence]) {
        self.html.element("p", &[], |html| {
            for sentence in sentences {
                for part in &sentence.0 {
                    match part.role {
                        Role::Plain | Role::Aside | Role::Figure => html.text(&part.text),
                        Role::Key => html.words("b", &[], &part.text),
                        Role::Bad => html.words("b", &[("class", "bad")], &part.text),
                        Role::Watch | Role::Mark => html.words("span", &[("class", "watch")], &part.text),
                    }
                }
                html.text(" ");
            }
        });
    }

    /// Bars, one below the other.
    pub fn bars(&mut self, label: &Phrase, all: &[Bar]) {
        chart::bars(&mut self.html, self.lang.say(label), all);
    }

    /// What the fills of a chart mean.
    pub fn legend(&mut self, entries: &[(&'static str, String)]) {
        self.html.element("ul", &[("class", "legend")], |html| {
            for (class, text) in entries {
                html.element("li", &[], |html| {
                    let sample = [("class", "sample"), ("width", "26"), ("height", "12"), ("aria-hidden", "true")];
                    html.element("svg", &sample, |html| sample_of(class, html));
                    html.text(text);
                });
            }
        });
    }

    /// Names, and how each is counted.
    pub fn formula(&mut self, lines: Vec<Line>) {
        self.html.element("dl", &[("class", "formula")], |html| {
            for (name, text) in lines {
                html.element("div", &[], |html| {
                    html.words("dt", &[], name);
                    html.words("dd", &[], &text);
                });
            }
        });
    }

    /// A table.
    pub fn table(&mut self, table: Table) {
        table.write(&mut self.html, self.lang);
    }

    /// A name of the data.
    pub fn named(&self, own: Option<&str>) -> String {
        own.map_or(self.say(&words::UNKNOWN).to_owned(), |own| scrub(&Privacy::Masked.written(own)).into_owned())
    }
}

/// A line or a field as the charts have it.
fn sample_of(class: &'static str, html: &mut Html) {
    if class.starts_with("curve") {
        html.single("line", &[("class", class), ("x1", "0"), ("x2", "26"), ("y1", "6"), ("y2", "6")]);
    } else {
        html.single("rect", &[("class", class), ("x", "0"), ("y", "0"), ("width", "26"), ("height", "12")]);
    }
}

//! One page for whoever has no terminal: the figures of every tab in words, charts and tables, in both languages, in one
//! file that asks for nothing from anywhere.
//!
//! It knows no screen: it says the same figures in the same words. The language is switched by two buttons without a
//! script, light and dark are the reader's own setting, and on paper each section begins a page of A4. What a person is
//! called stands in the lists alone, and numbers of persons are masked in them whatever is asked for.

mod block;
mod browser;
mod budget;
mod chart;
mod checks;
mod districts;
mod enrollment;
mod groups;
mod html;
mod lapses;
mod lines;
mod overview;
mod page;
mod payments;
mod runway;
mod since;
mod table;
mod ways;
mod workers;

use crate::check::Audited;
use crate::figures::Figures;
use crate::figures::compare::Comparison;
use crate::lang::Lang;
use crate::lang::words::report as words;
use crate::roster::filter::Filter;
use html::Html;
pub use html::in_ascii;
use page::Page;
use std::io::{self, Write};

/// Whom the lists by district name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Listed {
    /// Those whose protection ends soon: whom an office can still act for.
    #[default]
    Soon,
    /// Everybody who passes the filter.
    All,
    /// Nobody.
    Nobody,
}

/// Workers that the lists name at most: more is no page but a workbook.
pub const MOST_LISTED: u64 = 20_000;

/// What the page tells.
pub struct Report<'a> {
    /// The roster.
    pub roster: &'a Audited,
    /// The filter as it was given.
    pub text: Option<&'a str>,
    /// The same, understood.
    pub filter: &'a Filter,
    /// The figures of those who pass it.
    pub figures: Figures,
    /// What changed since an older roster, and that roster.
    pub since: Option<(Comparison, &'a Audited)>,
    /// Whom the lists name.
    pub listed: Listed,
}

impl Report<'_> {
    /// How many the lists would name.
    pub fn to_be_listed(&self) -> u64 {
        workers::listed(self).count()
    }

    /// A part as lines for whoever hears them: no borders, no pictures, each row a sentence. None where it has nothing.
    pub fn lines(&self, part: Part, lang: Lang) -> Vec<String> {
        let mut page = Page::new(lang, self);
        part.write(&mut page);
        lines::of(&page.blocks, lang)
    }

    /// Writes the page. `first` is the language that it opens in.
    pub fn write(&self, first: Lang, out: &mut dyn Write) -> io::Result<()> {
        let mut html = Html::default();
        html.raw("<!DOCTYPE html>\n");
        html.element("html", &[("lang", first.code())], |html| {
            html.line();
            html.element("head", &[], |html| self.head(first, html));
            html.line();
            html.element("body", &[], |html| html.element("main", &[], |html| self.both(first, html)));
            html.line();
        });
        html.line();
        out.write_all(html.finish().as_bytes())
    }

    fn head(&self, first: Lang, html: &mut Html) {
        // Nothing is fetched, and nothing may be: not even the little picture of a tab.
        let allowed = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        html.single("meta", &[("charset", "utf-8")]);
        html.single("meta", &[("http-equiv", "Content-Security-Policy"), ("content", allowed)]);
        html.single("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        html.single("meta", &[("name", "referrer"), ("content", "no-referrer")]);
        html.single("meta", &[("name", "robots"), ("content", "noindex")]);
        html.single("meta", &[("name", "color-scheme"), ("content", "light dark")]);
        html.single("link", &[("rel", "icon"), ("href", "data:,")]);
        html.line();
        html.words("title", &[], &Page::new(first, self).title());
        html.line();
        html.element("style", &[], |html| html.raw(include_str!("report/page.css")));
    }

    /// The switch, then the page in each language: what is not chosen is not there for a reader either.
    fn both(&self, first: Lang, html: &mut Html) {
        html.line();
        let id = |lang: Lang| format!("in-{}", lang.code());
        // The buttons stay beside the articles, which their style chooses from; a reader hears them as one group.
        let name = [Lang::En, Lang::Id].map(|lang| lang.say(&words::LANGUAGES)).join(" / ");
        let owned = [Lang::En, Lang::Id].map(id).join(" ");
        html.words("div", &[("role", "radiogroup"), ("aria-label", &*name), ("aria-owns", &*owned)], "");
        for lang in [Lang::En, Lang::Id] {
            let id = id(lang);
            let button = [("type", "radio"), ("name", "language"), ("id", &*id), ("class", "switch")];
            let chosen: &[(&str, &str)] = if lang == first { &[("checked", "checked")] } else { &[] };
            html.single("input", &[&button, chosen].concat());
            let label = [("for", &*id), ("lang", lang.code()), ("class", "switch")];
            html.words("label", &label, lang.say(&words::LANGUAGE));
        }
        chart::fills(html);
        for lang in [Lang::En, Lang::Id] {
            html.line();
            html.element("article", &[("lang", lang.code()), ("class", lang.code())], |html| {
                let mut page = Page::new(lang, self);
                Part::ALL.into_iter().for_each(|part| part.write(&mut page));
                browser::write(&page.blocks, lang, html);
            });
        }
    }
}

/// A part of the page: a page of paper, or an answer where lines are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "their headings say what they are")]
pub enum Part {
    Overview,
    Groups,
    Enrollment,
    Districts,
    Who,
    Budget,
    Runway,
    Payments,
    Ways,
    Lapses,
    Checks,
    Since,
    Lists,
}

impl Part {
    /// Each, in the order of the page.
    pub const ALL: [Part; 13] = [
        Part::Overview,
        Part::Groups,
        Part::Enrollment,
        Part::Districts,
        Part::Who,
        Part::Budget,
        Part::Runway,
        Part::Payments,
        Part::Ways,
        Part::Lapses,
        Part::Checks,
        Part::Since,
        Part::Lists,
    ];

    fn write(self, page: &mut Page<'_>) {
        match self {
            Part::Overview => overview::write(page),
            Part::Groups => groups::write(page),
            Part::Enrollment => enrollment::write(page),
            Part::Districts => districts::write(page),
            Part::Who => workers::who(page),
            Part::Budget => budget::write(page),
            Part::Runway => runway::write(page),
            Part::Payments => payments::write(page),
            Part::Ways => ways::write(page),
            Part::Lapses => lapses::write(page),
            Part::Checks => checks::write(page),
            Part::Since => since::write(page),
            Part::Lists => workers::lists(page),
        }
    }
}

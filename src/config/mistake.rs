//! What is wrong in the text of the settings: with the line, the key and the nearest word.

use crate::lang::errors::without_numbers;
use crate::lang::scrub::scrub;
use crate::lang::words::{config as words, export};
use crate::lang::{Lang, Phrase};

/// How a name for each language is written.
pub(super) const EACH_LANGUAGE: &str = "{ en = \"…\", id = \"…\" }";

/// A key that holds its default.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The key, with the table that it stands in; empty where none can be told.
    pub key: String,
    /// What is wrong with it.
    pub what: What,
}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// No TOML.
    Syntax,
    /// A key that stands twice.
    Twice,
    /// Bytes that are no text.
    NotUtf8,
    /// No file of that path.
    NoFile(String),
    /// No folder of that path.
    NoFolder(String),
    /// No such key among these.
    NoKey(Vec<&'static str>),
    /// A value of another kind.
    Wants(Kind),
    /// No such word among these; the one that another word for it means.
    Word(String, Vec<&'static str>, Option<&'static str>),
    /// The name that another office has.
    SameName(String),
    /// No key of a keyboard, and the nearest.
    NoSuchKey(String, Option<String>),
    /// A key that a terminal sends as another one.
    Arrives(String, String),
    /// An action whose keys stay.
    Fixed,
    /// A letter for what works where letters are typed.
    NeedsCtrl,
    /// A key that another action has.
    Conflict(String, &'static str),
    /// A key that nobody can give to another action.
    Held(Held),
}

/// A key that always means the same in a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// The key.
    pub key: String,
    /// What it means.
    pub means: Phrase,
    /// Where.
    pub place: Place,
}

/// Where a key always means the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Not in one place alone.
    Anywhere,
    /// Before an audience.
    Slides,
    /// Where a line is typed.
    Typing,
    /// In the panel of what if.
    WhatIf,
    /// In what is read and not picked from.
    Reading,
}

impl Place {
    fn said(self) -> Phrase {
        match self {
            Place::Anywhere => words::HELD,
            Place::Slides => words::HELD_ON_SLIDES,
            Place::Typing => words::HELD_WHILE_TYPING,
            Place::WhatIf => words::HELD_IN_WHAT_IF,
            Place::Reading => words::HELD_WHERE_READ,
        }
    }
}

/// A kind of value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A table.
    Table,
    /// True or false.
    Truth,
    /// Days.
    Days,
    /// A list of texts.
    Texts,
    /// A path.
    Path,
    /// What an office is called.
    Name,
}

impl Kind {
    fn said(self) -> Phrase {
        match self {
            Kind::Table => words::WANTS_TABLE,
            Kind::Truth => export::WANTS_TRUTH,
            Kind::Days => words::WANTS_DAYS,
            Kind::Texts => words::WANTS_TEXTS,
            Kind::Path => words::WANTS_PATH,
            Kind::Name => words::WANTS_NAME,
        }
    }
}

impl Mistake {
    /// In words: file and line, key, what is wrong, what stands nearest, and what else there is.
    pub fn words(&self, lang: Lang, file: &str) -> String {
        self.told(lang, file, true)
    }

    /// The same for a screen, without what else there is.
    pub fn brief(&self, lang: Lang, file: &str) -> String {
        self.told(lang, file, false)
    }

    fn told(&self, lang: Lang, file: &str, whole: bool) -> String {
        let key = without_numbers(&self.key);
        let last = key.rsplit('.').next().unwrap_or(&key).to_owned();
        let told = |near: Option<&str>| near.map_or(String::new(), |near| lang.fill(&export::NEAREST, &[near]));
        let near = |word: &str, known: &[&'static str]| told(nearest(word, known));
        let what = match &self.what {
            What::Syntax => lang.say(&words::SYNTAX).to_owned(),
            What::Twice => lang.say(&words::TWICE).to_owned(),
            What::NotUtf8 => lang.say(&words::NOT_UTF8).to_owned(),
            What::NoFile(path) => lang.fill(&words::NO_FILE, &[&scrub(path)]),
            What::NoFolder(path) => lang.fill(&words::NO_SUCH_FOLDER, &[&scrub(path)]),
            What::NoKey(known) if !whole => lang.fill(&words::NO_SETTING, &[&last, &near(&last, known)]),
            What::Word(word, known, meant) if !whole => {
                let near = told(meant.or_else(|| nearest(word, known)));
                lang.fill(&words::NO_VALUE, &[&last, &without_numbers(word), &near])
            }
            What::NoKey(known) => lang.fill(&export::TEMPLATE_KEY, &[&last, &near(&last, known), &known.join(", ")]),
            What::Wants(Kind::Name) => {
                lang.fill(&export::TEMPLATE_WANTS, &[&last, &lang.fill(&words::WANTS_NAME, &[EACH_LANGUAGE])])
            }
            What::Wants(kind) => lang.fill(&export::TEMPLATE_WANTS, &[&last, &lang.fill(&kind.said(), &[&last])]),
            What::Word(word, known, meant) => {
                let near = told(meant.or_else(|| nearest(word, known)));
                let values = [&last, &without_numbers(word), &near, &known.join(", ")];
                lang.fill(&export::TEMPLATE_WORD, &values.map(String::as_str))
            }
            What::SameName(office) => lang.fill(&words::SAME_NAME, &[office]),
            What::NoSuchKey(word, Some(near)) => {
                lang.fill(&words::NO_KEY, &[&without_numbers(word), &told(Some(near.as_str()))])
            }
            What::NoSuchKey(word, None) => lang.fill(&words::NO_KEY_SUCH, &[&without_numbers(word)]),
            What::Arrives(key, other) => lang.fill(&words::ARRIVES, &[key, other]),
            What::Held(held) => lang.fill(&held.place.said(), &[&held.key, lang.say(&held.means)]),
            What::Fixed => lang.say(&words::FIXED).to_owned(),
            What::NeedsCtrl => lang.say(&words::NEEDS_CTRL).to_owned(),
            What::Conflict(key, with) => lang.fill(&words::CONFLICT, &[key, with]),
        };
        let at = format!("{}:{}", scrub(file), self.line);
        if key.is_empty() { format!("{at}: {what}") } else { format!("{at}: {key}: {what}") }
    }
}

/// The word that was meant: the same but for its case and blanks, one that it begins alike with, or one that is a slip or
/// two away.
fn nearest(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let length = word.chars().count();
    let slips = |own: &&&str| strsim::damerau_levenshtein(&word, own);
    let alike = |own: &str| own.chars().zip(word.chars()).take_while(|(own, c)| own == c).count();
    // Of a short word a slip is half, but whoever got its beginning right meant it.
    let most = |own: &str| if alike(own) >= 2 { 3 } else { (length / 2).min(3) };
    known.iter().filter(|own| slips(own) <= most(own)).min_by_key(slips).copied()
}

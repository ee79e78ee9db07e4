//! What is wrong in the text of the settings: with the line, the key and the nearest word.

use crate::lang::errors::without_numbers;
use crate::lang::scrub::scrub;
use crate::lang::words::{config as words, export};
use crate::lang::{Lang, Phrase};

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
    /// No such word among these.
    Word(String, Vec<&'static str>),
    /// The name that another office has.
    SameName(String),
    /// No key of a keyboard.
    NoSuchKey(String),
    /// An action whose keys stay.
    Fixed,
    /// A letter for what works where letters are typed.
    NeedsCtrl,
    /// A key that another action has.
    Conflict(String, &'static str),
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
        let near = |word: &str, known: &[&'static str]| {
            let slips = |own: &&&str| strsim::damerau_levenshtein(word, own);
            let near = known.iter().min_by_key(slips).filter(|own| slips(own) <= (word.chars().count() / 2).min(3));
            near.map_or(String::new(), |near| lang.fill(&export::NEAREST, &[near]))
        };
        let what = match &self.what {
            What::Syntax => lang.say(&words::SYNTAX).to_owned(),
            What::Twice => lang.say(&words::TWICE).to_owned(),
            What::NotUtf8 => lang.say(&words::NOT_UTF8).to_owned(),
            What::NoFile(path) => lang.fill(&words::NO_FILE, &[&scrub(path)]),
            What::NoFolder(path) => lang.fill(&words::NO_SUCH_FOLDER, &[&scrub(path)]),
            What::NoKey(known) if !whole => lang.fill(&words::NO_SETTING, &[&last, &near(&last, known)]),
            What::Word(word, known) if !whole => {
                lang.fill(&words::NO_VALUE, &[&last, &without_numbers(word), &near(word, known)])
            }
            What::NoKey(known) => lang.fill(&export::TEMPLATE_KEY, &[&last, &near(&last, known), &known.join(", ")]),
            What::Wants(kind) => lang.fill(&export::TEMPLATE_WANTS, &[&last, &lang.fill(&kind.said(), &[&last])]),
            What::Word(word, known) => {
                let values = [&last, &without_numbers(word), &near(word, known), &known.join(", ")];
                lang.fill(&export::TEMPLATE_WORD, &values.map(String::as_str))
            }
            What::SameName(office) => lang.fill(&words::SAME_NAME, &[office]),
            What::NoSuchKey(word) => lang.fill(&words::NO_KEY, &[&without_numbers(word)]),
            What::Fixed => lang.say(&words::FIXED).to_owned(),
            What::NeedsCtrl => lang.say(&words::NEEDS_CTRL).to_owned(),
            What::Conflict(key, with) => lang.fill(&words::CONFLICT, &[key, with]),
        };
        let at = format!("{}:{}", scrub(file), self.line);
        if key.is_empty() { format!("{at}: {what}") } else { format!("{at}: {key}: {what}") }
    }
}

//! The text of the settings, key by key.

use super::{Colors, Config, ENDS_SOON, KEYS, Kind, Mistake, OfficeName, Wanted, What, Written};
use crate::lang::Lang;
use crate::lang::glyphs::Glyphs;
use crate::lang::scrub::scrub;
use crate::roster::finding::Office;
use crate::roster::text::fold;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The most characters of an office's name.
const LONGEST: usize = 60;

/// What the parser says of a key that stands twice.
const TWICE: &str = "duplicate key";

impl Config {
    /// Reads a file. What is not UTF-8 is no settings: whatever else it says could be meant otherwise.
    pub fn of_bytes(bytes: &[u8]) -> (Config, Vec<Mistake>) {
        let error = match std::str::from_utf8(bytes) {
            Ok(text) => return Config::read(text),
            Err(error) => error,
        };
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let before = String::from_utf8_lossy(before);
        let last = before.rsplit('\n').next().unwrap_or_default();
        let name = last.split_once('=').filter(|_| !last.trim_start().starts_with('#'));
        let key = name.map_or(String::new(), |(name, _)| with_table(&before, before.len(), name.trim()));
        let line = 1 + before.matches('\n').count();
        (Config::default(), vec![Mistake { line, key, what: What::NotUtf8 }])
    }

    /// Reads it; what is wrong in it comes by its lines.
    pub fn read(text: &str) -> (Config, Vec<Mistake>) {
        // A mark of UTF-8, as some editors write it.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader { text, config: Config::default(), mistakes: Vec::new() };
        let mut lines: Vec<usize> = Vec::new();
        for error in errors {
            let span = error.span().unwrap_or_default();
            let line = reader.line(span.start);
            if error.message() == TWICE {
                let name = text.get(span.clone()).unwrap_or_default();
                reader.mistakes.push(Mistake { line, key: with_table(text, span.start, name), what: What::Twice });
                continue;
            }
            // One slip makes the parser stumble more than once in a line.
            if !lines.contains(&line) {
                lines.push(line);
                reader.mistakes.push(Mistake { line, key: String::new(), what: What::Syntax });
            }
        }
        reader.table(table.get_ref());
        let Reader { mut config, mut mistakes, .. } = reader;
        // What stumbled over its line says nothing more of it.
        mistakes.retain(|mistake| matches!(mistake.what, What::Syntax | What::Twice) || !lines.contains(&mistake.line));
        mistakes.sort_by_key(|mistake| mistake.line);
        config.keys.sort_by_key(|wanted| wanted.line);
        config.offices.sort_by_key(|own| Office::ALL.into_iter().position(|office| office == own.office));
        (config, mistakes)
    }
}

/// A key with the table that it stands in, where the parser tells neither.
fn with_table(text: &str, at: usize, name: &str) -> String {
    let above = text.get(..at).unwrap_or_default();
    let (above, line) = above.rsplit_once('\n').unwrap_or(("", above));
    // The head of a table stands in none.
    let table = above.lines().rev().filter(|_| !line.trim_start().starts_with('['));
    let table = table.filter_map(|line| line.trim_start().strip_prefix('[')?.split(']').next()).next();
    table.map_or_else(|| name.to_owned(), |table| format!("{}.{name}", table.trim()))
}

struct Reader<'a> {
    text: &'a str,
    config: Config,
    mistakes: Vec<Mistake>,
}

/// A key with the table that it stands in, where it stands, and its value.
struct Entry<'a, 'b> {
    key: String,
    at: usize,
    value: &'a DeValue<'b>,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }

    fn wrong(&mut self, entry: &Entry<'_, '_>, what: What) {
        let line = self.line(entry.at);
        self.mistakes.push(Mistake { line, key: entry.key.clone(), what });
    }

    fn table(&mut self, table: &DeTable<'_>) {
        for (name, value) in table.iter() {
            let entry = entry("", name, value);
            match name.get_ref().as_ref() {
                "language" => self.config.language = self.word(&entry, &[Lang::En, Lang::Id], Lang::code, Lang::called),
                "theme" => self.config.theme = self.word(&entry, &Colors::ALL, Colors::name, |_| None),
                "glyphs" => self.config.glyphs = self.word(&entry, &Glyphs::ALL, Glyphs::name, |_| None),
                "color" => self.config.color = self.truth(&entry),
                "mouse" => self.config.mouse = self.truth(&entry),
                "roster" => {
                    let path = entry.value.as_str().filter(|path| !path.trim().is_empty()).map(str::to_owned);
                    self.config.roster = path.map(|path| Written { path, line: self.line(entry.at) });
                    if self.config.roster.is_none() {
                        self.wrong(&entry, What::Wants(Kind::Path));
                    }
                }
                "templates" => {
                    let line = self.line(entry.at);
                    let paths = texts(&entry);
                    if paths.is_none() {
                        self.wrong(&entry, What::Wants(Kind::Texts));
                    }
                    let paths = paths.unwrap_or_default().into_iter();
                    self.config.templates = paths.map(|path| Written { path, line }).collect();
                }
                "thresholds" => self.within(&entry, Reader::threshold),
                "offices" => self.within(&entry, Reader::office),
                "keys" => self.within(&entry, Reader::key),
                _ => self.wrong(&entry, What::NoKey(KEYS.to_vec())),
            }
        }
    }

    fn within(&mut self, entry: &Entry<'_, '_>, each: fn(&mut Self, &str, &Entry<'_, '_>)) {
        let Some(table) = entry.value.as_table() else {
            return self.wrong(entry, What::Wants(Kind::Table));
        };
        let mut own: Vec<_> = table.iter().collect();
        own.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in own {
            each(self, name.get_ref(), &self::entry(&entry.key, name, value));
        }
    }

    fn threshold(&mut self, name: &str, entry: &Entry<'_, '_>) {
        if name != ENDS_SOON {
            return self.wrong(entry, What::NoKey(vec![ENDS_SOON]));
        }
        let days = entry.value.as_integer().filter(|days| days.radix() == 10);
        let days = days.and_then(|days| days.as_str().parse().ok()).filter(|days| (1..=366).contains(days));
        match days {
            Some(days) => self.config.ends_soon = Some(days),
            None => self.wrong(entry, What::Wants(Kind::Days)),
        }
    }

    fn office(&mut self, name: &str, entry: &Entry<'_, '_>) {
        let Some(office) = Office::ALL.into_iter().find(|office| office.code() == name) else {
            return self.wrong(entry, What::NoKey(Office::ALL.map(Office::code).to_vec()));
        };
        let called = |value: Option<&str>| {
            let name = scrub(value?.trim()).into_owned();
            (name.chars().any(char::is_alphanumeric) && name.chars().count() <= LONGEST).then_some(name)
        };
        let of = |code: &str| called(entry.value.get(code).and_then(|value| value.get_ref().as_str()));
        let both = called(entry.value.as_str());
        let (Some(en), Some(id)) = (both.clone().or_else(|| of("en")), both.or_else(|| of("id"))) else {
            return self.wrong(entry, What::Wants(Kind::Name));
        };
        // Two of one name would be one file.
        let taken = |other: &Office| {
            let own = self.config.offices.iter().find(|own| own.office == *other);
            let names = own.map_or([other.code(), other.code()], |own| [own.en.as_str(), own.id.as_str()]);
            names.into_iter().any(|name| [&en, &id].into_iter().any(|own| fold(own) == fold(name)))
        };
        match Office::ALL.into_iter().filter(|other| *other != office).find(taken) {
            Some(other) => self.wrong(entry, What::SameName(other.code().to_owned())),
            None => self.config.offices.push(OfficeName { office, en, id }),
        }
    }

    fn key(&mut self, name: &str, entry: &Entry<'_, '_>) {
        // Whether there is such an action comes first, and that the table of keys knows.
        self.config.keys.push(Wanted { action: name.to_owned(), keys: texts(entry), line: self.line(entry.at) });
    }

    fn truth(&mut self, entry: &Entry<'_, '_>) -> Option<bool> {
        let truth = entry.value.as_bool();
        if truth.is_none() {
            self.wrong(entry, What::Wants(Kind::Truth));
        }
        truth
    }

    /// One of the words of all, or what is called otherwise is told as the one that is meant.
    fn word<T: Copy>(
        &mut self,
        entry: &Entry<'_, '_>,
        all: &[T],
        name: fn(T) -> &'static str,
        called: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let written = match entry.value {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.as_str().to_owned(),
            other => other.type_str().to_owned(),
        };
        let found = all.iter().copied().find(|own| name(*own) == written && entry.value.is_str());
        if found.is_none() {
            let meant = called(&written).map(name);
            self.wrong(entry, What::Word(written, all.iter().map(|own| name(*own)).collect(), meant));
        }
        found
    }
}

/// A list of texts.
fn texts(entry: &Entry<'_, '_>) -> Option<Vec<String>> {
    let text = |value: &Spanned<DeValue<'_>>| value.get_ref().as_str().map(str::to_owned);
    entry.value.as_array().and_then(|list| list.iter().map(text).collect())
}

fn entry<'a, 'b>(
    table: &str,
    name: &Spanned<std::borrow::Cow<'b, str>>,
    value: &'a Spanned<DeValue<'b>>,
) -> Entry<'a, 'b> {
    let key = if table.is_empty() { name.get_ref().to_string() } else { format!("{table}.{}", name.get_ref()) };
    Entry { key, at: name.span().start, value: value.get_ref() }
}

//! All settings as text, with what each is for: what is set as it is set, and behind a `#` what holds without it.

use super::mistake::EACH_LANGUAGE;
use super::{Colors, Config, ENDS_SOON};
use crate::lang::glyphs::Glyphs;
use crate::lang::words::config as words;
use crate::lang::{Lang, Phrase, findings};
use crate::roster::SOON;
use crate::roster::finding::Office;
use std::fmt::Write;

/// An action whose keys can be set.
#[derive(Clone, Debug)]
pub struct Bindable {
    /// Its name.
    pub name: &'static str,
    /// Its keys as they hold.
    pub keys: Vec<String>,
    /// What it does, in words.
    pub what: String,
}

impl Config {
    /// The text; `file` is where it lies or would lie.
    pub fn text(&self, lang: Lang, file: &str, keys: &[Bindable]) -> String {
        let mut out = Text { lang, out: String::new() };
        out.note(lang.say(&words::HEAD));
        out.note(&lang.fill(&words::PLACE, &[file]));
        let code = |language: Lang| quoted(language.code());
        out.about(&words::LANGUAGE, &[]).line("language", self.language.map(code), code(lang));
        let all = Colors::ALL.map(Colors::name).join(", ");
        let named = |colors: Colors| quoted(colors.name());
        out.about(&words::THEME, &[&all]).line("theme", self.theme.map(named), named(Colors::Default));
        out.about(&words::COLOR, &[]).line("color", self.color.map(truth), truth(true));
        let all = Glyphs::ALL.map(Glyphs::name).join(", ");
        let named = |glyphs: Glyphs| quoted(glyphs.name());
        out.about(&words::GLYPHS, &[&all]).line("glyphs", self.glyphs.map(named), named(Glyphs::Full));
        out.about(&words::MOUSE, &[]).line("mouse", self.mouse.map(truth), truth(true));
        let path = self.roster.as_ref().map(|own| quoted(&own.path));
        out.about(&words::ROSTER, &[]).line("roster", path, quoted("roster.json"));
        let folders: Vec<String> = self.templates.iter().map(|own| own.path.clone()).collect();
        let folders = (!folders.is_empty()).then(|| list(&folders));
        out.about(&words::TEMPLATES, &[]).line("templates", folders, "[]".to_owned());
        out.head("thresholds");
        let days = self.ends_soon.map(|days| days.to_string());
        out.about(&words::ENDS_SOON, &[]).line(ENDS_SOON, days, SOON.to_string());
        out.head("offices");
        out.about(&words::OFFICES, &[EACH_LANGUAGE]);
        for office in Office::ALL {
            let own = self.offices.iter().find(|own| own.office == office);
            let both = |en: &str, id: &str| match en == id {
                true => quoted(en),
                false => format!("{{ en = {}, id = {} }}", quoted(en), quoted(id)),
            };
            let name = findings::built_in(office);
            out.line(office.code(), own.map(|own| both(&own.en, &own.id)), both(name.en, name.id));
        }
        out.head("keys");
        out.about(&words::KEYS, &[]).note(lang.say(&words::KEYS_FIXED));
        for own in keys {
            let set = self.keys.iter().find(|wanted| wanted.action == own.name);
            let line = |keys: &[String]| format!("{}  # {}", list(keys), own.what);
            out.line(own.name, set.and_then(|wanted| wanted.keys.as_deref()).map(line), line(&own.keys));
        }
        out.out
    }
}

struct Text {
    lang: Lang,
    out: String,
}

impl Text {
    fn note(&mut self, text: &str) -> &mut Text {
        let _ = writeln!(self.out, "# {text}");
        self
    }

    fn about(&mut self, phrase: &Phrase, values: &[&str]) -> &mut Text {
        self.out.push('\n');
        let text = self.lang.fill(phrase, values);
        self.note(&text)
    }

    fn head(&mut self, table: &str) {
        let _ = write!(self.out, "\n[{table}]");
    }

    fn line(&mut self, name: &str, set: Option<String>, default: String) {
        let _ = match set {
            Some(value) => writeln!(self.out, "{name} = {value}"),
            None => writeln!(self.out, "# {name} = {default}"),
        };
    }
}

fn truth(value: bool) -> String {
    value.to_string()
}

fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

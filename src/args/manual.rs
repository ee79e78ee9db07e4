//! The man pages, one a command: what clap_mangen makes of a command's own words, below headings in the language that is
//! on, and what [`crate::lang::manual`] says beside them. All of it is ASCII: what else it shows, roff has names for.

use crate::args::command;
use crate::lang::manual::{self as words, Entry};
use crate::lang::{Lang, Phrase};
use crate::roster::filter::Field;
use clap::Command;
use clap::builder::StyledStr;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io::{self, Write};

/// A page.
pub struct Page {
    /// The name of its file, such as `lindungi-status.1`.
    pub file: String,
    /// Its text, in roff.
    pub text: String,
}

/// Keys as people write them, and what they do.
pub type KeyLine = (String, String);

/// The headings that clap_mangen has of its own.
const ENGLISH: [&str; 5] = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "SUBCOMMANDS"];

/// What a device shows that has no arrows up and down.
const ARROWS: &str = ".if \\n(.g \\{\\\n.fchar \\(ua ^\n.fchar \\(da v\n.\\}\n";

/// Every page, the main one first. The keys are those of the tabs, and those of what lies over them.
pub fn pages(lang: Lang, keys: [&[KeyLine]; 2]) -> Vec<Page> {
    let mut whole = command(lang);
    whole.build();
    let names: Vec<String> = whole.get_subcommands().map(|sub| page_of(sub.get_name())).collect();
    let mut pages = vec![main_page(&whole, &names, lang, keys)];
    pages.extend(whole.get_subcommands().map(|sub| page_of_command(sub, &names, lang)));
    pages
}

fn page_of(command: &str) -> String {
    format!("lindungi-{command}")
}

fn main_page(command: &Command, names: &[String], lang: Lang, [keys, elsewhere]: [&[KeyLine]; 2]) -> Page {
    let mut page = Writing::new("lindungi", command, lang);
    page.section(&words::COMMANDS_HEAD, &|man, out| man.render_subcommands_section(out));
    page.entries(&words::EXAMPLES_HEAD, words::examples(""));
    page.entries(&words::SYNTAX_HEAD, words::SYNTAX);
    page.head(&words::FIELDS_HEAD);
    for (field, ..) in Field::ALL {
        let field = lang.explained_field(field);
        page.line(&field.example, field.what);
    }
    page.head(&words::KEYS_HEAD);
    keys.iter().for_each(|(keys, what)| page.line(keys, what));
    page.paragraph(lang.say(&words::KEYS_ELSEWHERE));
    elsewhere.iter().for_each(|(keys, what)| page.line(keys, what));
    page.entries(&words::EXIT_HEAD, words::EXIT);
    page.entries(&words::ENVIRONMENT_HEAD, words::ENVIRONMENT);
    page.entries(&words::FILES_HEAD, words::FILES);
    page.head(&words::SECURITY_HEAD);
    words::SECURITY.iter().for_each(|phrase| page.paragraph(lang.say(phrase)));
    page.end(names)
}

fn page_of_command(command: &Command, names: &[String], lang: Lang) -> Page {
    let name = command.get_name();
    let mut page = Writing::new(&page_of(name), command, lang);
    page.entries(&words::EXAMPLES_HEAD, words::examples(name));
    words::tables(name).iter().for_each(|(head, entries)| page.entries(head, entries));
    page.end(&["lindungi".to_owned()].into_iter().chain(names.iter().cloned()).collect::<Vec<_>>())
}

/// A page that is being written.
struct Writing {
    name: String,
    lang: Lang,
    man: Man,
    text: String,
}

impl Writing {
    /// Begins a page with what every one has.
    fn new(name: &str, command: &Command, lang: Lang) -> Writing {
        // The forms of the usage rather than a list of all options.
        let usage = command.clone().render_usage().to_string();
        let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage).to_owned();
        let man = Man::new(command.clone().override_usage(StyledStr::from(usage)));
        // Apostrophes are to stay what they are. A page has no date, so that it is the same whenever it is made.
        let text = format!(
            ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n{ARROWS}.TH {} 1 \"\" \"lindungi {}\" \"lindungi\"\n",
            name.to_uppercase(),
            env!("CARGO_PKG_VERSION")
        );
        let mut page = Writing { name: name.to_owned(), lang, man, text };
        page.section(&words::NAME_HEAD, &|man, out| man.render_name_section(out));
        page.section(&words::SYNOPSIS_HEAD, &|man, out| man.render_synopsis_section(out));
        page.section(&words::DESCRIPTION_HEAD, &|man, out| man.render_description_section(out));
        page.section(&words::OPTIONS_HEAD, &|man, out| man.render_options_section(out));
        page
    }

    /// A section of clap_mangen, below our heading where its own is English: clap was told Indonesian ones for options.
    fn section(&mut self, head: &Phrase, render: &dyn Fn(&Man, &mut dyn Write) -> io::Result<()>) {
        let mut text = Vec::new();
        // To memory nothing fails.
        let _ = render(&self.man, &mut text);
        let text = String::from_utf8_lossy(&text);
        let Some((_, section)) = text.split_once("\n.SH ") else { return };
        let Some((own, below)) = section.split_once('\n') else { return };
        match ENGLISH.contains(&own) {
            true => self.head(head),
            false => self.text += &format!(".SH {own}\n"),
        }
        // A choice a line, where the words of an option list them.
        self.text += &below.replace("\n\\- ", "\n.br\n\\- ");
    }

    fn head(&mut self, head: &Phrase) {
        self.text += &format!(".SH {}\n", self.lang.say(head).to_uppercase());
    }

    fn roff(&mut self, roff: &Roff) {
        let text = roff.render();
        // Each piece begins with what the page begins with.
        self.text += text.split_once("\n.el .ds Aq '\n").map_or(text.as_str(), |(_, own)| own);
    }

    fn entries(&mut self, head: &Phrase, entries: &[Entry]) {
        self.head(head);
        for entry in entries {
            self.line(self.lang.say(&entry.sign), self.lang.say(&entry.what));
        }
    }

    /// What is met, and what it means.
    fn line(&mut self, sign: &str, what: &str) {
        let mut roff = Roff::new();
        roff.control("TP", []).text([bold(sign)]).text([roman(what)]);
        self.roff(&roff);
    }

    fn paragraph(&mut self, text: &str) {
        let mut roff = Roff::new();
        roff.control("PP", []).text([roman(text)]);
        self.roff(&roff);
    }

    /// Ends it with the other pages.
    fn end(mut self, names: &[String]) -> Page {
        self.head(&words::SEE_HEAD);
        let others: Vec<String> =
            names.iter().filter(|name| **name != self.name).map(|name| format!("{name}(1)")).collect();
        self.paragraph(&others.join(", "));
        Page { file: format!("{}.1", self.name), text: plain(&self.text) }
    }
}

/// Text as roff has it in ASCII.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '↑' => plain += "\\(ua",
            '↓' => plain += "\\(da",
            '←' => plain += "\\(<-",
            '→' => plain += "\\(->",
            '–' => plain += "\\(en",
            c if c.is_ascii() => plain.push(c),
            c => plain += &format!("\\[u{:04X}]", u32::from(c)),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_shows_what_ascii_has_not_by_the_names_of_roff() {
        assert_eq!(plain("j k ↓ ↑, 1–5, é"), "j k \\(da \\(ua, 1\\(en5, \\[u00E9]");
    }
}

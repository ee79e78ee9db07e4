//! `lindungi man`: the main man page on standard output, or every one into a folder.

use super::{Failure, cannot_write};
use crate::args::{self, KeyLine, Man};
use crate::disk;
use crate::lang::Lang;
use crate::lang::words::TO_A_ROW;
use crate::tui::keymap::{BINDINGS, Binding, Purpose};
use crate::tui::state::command::Verb;
use std::io::Write;
use std::path::PathBuf;

/// Writes it.
pub(crate) fn run(asked: &Man, lang: Lang, out: &mut dyn Write) -> Result<u8, Failure> {
    let [keys, elsewhere] = keys(lang);
    let pages = args::pages(lang, [&keys, &elsewhere]);
    let Some(folder) = &asked.output else {
        if let Some(page) = pages.first() {
            out.write_all(page.text.as_bytes())?;
        }
        return Ok(0);
    };
    disk::make_folder(folder).map_err(|error| cannot_write(lang, folder, &error))?;
    let paths: Vec<PathBuf> = pages.iter().map(|page| folder.join(&page.file)).collect();
    let written = disk::write_all(&paths, asked.force, &mut |place, out| {
        pages.get(place).map_or(Ok(()), |page| out.write_all(page.text.as_bytes()))
    });
    written.map_err(|(place, error)| cannot_write(lang, paths.get(place).unwrap_or(folder), &error))?;
    Ok(0)
}

/// The keys as the help of the screen shows them, and those that mean something in one place alone.
pub fn keys(lang: Lang) -> [Vec<KeyLine>; 2] {
    let words = |row: &Binding| lang.say(&row.words.help).to_owned();
    let shown = BINDINGS.iter().filter(|row| !row.shown.is_empty());
    let mut elsewhere: Vec<KeyLine> = Vec::new();
    for row in BINDINGS.iter().filter(|row| row.purpose == Purpose::Hidden) {
        let names: Vec<String> = row.keys.iter().map(|key| key.name(lang)).collect();
        // Any digit is no key of its own, but is called something in the key bar.
        let names = if names.is_empty() { lang.say(&row.label).to_owned() } else { names.join(" ") };
        let line = (names, words(row));
        if !elsewhere.contains(&line) {
            elsewhere.push(line);
        }
    }
    let verbs = Verb::OF_VIEWS.map(|verb| (verb.written(lang), verb.help(lang).to_owned()));
    let row = (":100".to_owned(), lang.say(&TO_A_ROW).to_owned());
    let usual = shown.map(|row| (row.line(lang), words(row))).chain(verbs).chain([row]);
    [usual.collect(), elsewhere]
}

//! Files that the dialogue writes: a list, the page.

use super::Dialogue;
use crate::commands::{cannot_write, fits, refuse_itself};
use crate::disk;
use crate::lang::errors::without_numbers;
use crate::lang::scrub::scrub;
use crate::lang::words::plain as words;
use crate::lang::words::report as page_words;
use crate::report::{Listed, Report};
use crate::roster::text::holds_number;
use crate::sheet::{self, Ending, Form, Sheet};
use std::io::Write;
use std::path::Path;

/// Behind a file's name: write over one that exists. It is the word of the command line, which the refusal names.
const FORCE: &str = "--force";

impl Dialogue<'_> {
    /// The name of a file that is to be written, and whether over one that exists.
    fn file<'t>(&self, rest: &'t str, example: &str) -> Result<(&'t str, bool), String> {
        let forced = rest.strip_suffix(FORCE).filter(|name| name.is_empty() || name.ends_with(char::is_whitespace));
        match forced.map_or(rest, str::trim_end) {
            "" => Err(self.lang.fill(&words::NAME_FILE, &[example])),
            name => Ok((name, forced.is_some())),
        }
    }

    pub(super) fn export(&self, rest: &str) -> Result<Vec<String>, String> {
        let lang = self.lang;
        let example = lang.say(&words::LIST_FILE);
        let (rest, force) = self.file(rest, example)?;
        let path = Path::new(rest);
        let format = match Ending::of(rest) {
            Ending::Of(format) => format,
            Ending::Foreign(ending) => return Err(sheet::no_such_ending(lang, &ending)),
            Ending::Silent => {
                return Err(match path.extension() {
                    Some(ending) => sheet::no_such_ending(lang, &without_numbers(&ending.to_string_lossy())),
                    None => lang.fill(&words::NAME_FILE, &[example]),
                });
            }
        };
        let sheet = Sheet {
            roster: &self.roster,
            rows: &self.rows,
            filter: &self.text,
            columns: None,
            privacy: self.privacy,
            lang,
        };
        let written = fits(format, self.rows.len(), lang)
            .and_then(|()| refuse_itself(&self.begun.source, path, lang))
            .and_then(|()| {
                let write = &mut |out: &mut dyn Write| sheet::write(&sheet, Form::from(format), &|| (), out).map(drop);
                disk::write_whole(path, force, write).map_err(|error| cannot_write(lang, path, &error))
            });
        written.map_err(|failure| self.why(&failure))?;
        Ok(vec![lang.fill(&words::WRITTEN, &[&lang.count(self.rows.len() as u64), &scrub(rest)])])
    }

    pub(super) fn report(&self, rest: &str) -> Result<Vec<String>, String> {
        let lang = self.lang;
        let (rest, force) = self.file(rest, lang.say(&words::PAGE_FILE))?;
        let path = Path::new(rest);
        if holds_number(&self.text) {
            return Err(lang.say(&page_words::OF_A_NUMBER).to_owned());
        }
        let found = crate::roster::query::parse(&self.text, &self.roster);
        let filter = found.map_err(|error| lang.query_mistake(&self.text, &error))?;
        let text = Some(self.text.as_str()).filter(|text| !text.is_empty());
        let (figures, since, listed) = (self.figures.clone(), None, Listed::Soon);
        let report = Report { roster: &self.roster, text, filter: &filter, figures, since, listed };
        let written = refuse_itself(&self.begun.source, path, lang)
            .and_then(|()| crate::commands::report::to_file(&report, path, force, (lang, false)));
        written.map_err(|failure| self.why(&failure))?;
        Ok(vec![lang.fill(&words::PAGE_WRITTEN, &[&scrub(rest)])])
    }
}

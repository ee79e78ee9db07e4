//! `lindungi export`: the workers that pass a filter, as a table in a file or on standard output.

use super::{Failure, filter, load, narrate};
use crate::args::{Export, ExportFormat};
use crate::disk::{self, Source};
use crate::lang::Lang;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::words::{command as words, export as export_words};
use crate::roster::rows::Row;
use crate::sheet::{self, Ending, Format, Sheet};
use std::io::Write;

/// Runs it. `text` is the filter.
pub(crate) fn run(
    export: &Export,
    text: &str,
    privacy: Privacy,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let format = format(export, lang)?;
    if format == Format::Xlsx && export.output.is_none() && disk::is_terminal_out() {
        return Err(Failure::Usage(lang.say(&words::NO_TEXT).to_owned()));
    }
    let source = if export.demo { Source::Demo } else { Source::named(export.roster.as_ref()) };
    let roster = load(&source, lang)?;
    let found = filter(text, &roster, lang)?;
    let rows: Vec<Row> = found.select(&roster).iter().collect();
    if let Some(why) = sheet::too_many(lang, format, rows.len()) {
        return Err(Failure::Refused(why));
    }
    let aside = roster.workers_set_aside();
    if aside > 0 {
        let all = lang.count((aside + roster.workers.len()) as u64);
        narrate(&lang.fill(&export_words::ASIDE, &[&lang.count(aside as u64), &all]));
    }
    let sheet = Sheet { roster: &roster, rows: &rows, filter: text, columns: None, privacy, lang };
    let mut cut = 0;
    match &export.output {
        None => cut = sheet::write(&sheet, format, out)?,
        Some(path) => {
            if let Source::File(own) = &source
                && disk::is_same_file(own, path)
            {
                return Err(Failure::Refused(lang.fill(&words::ITSELF, &[&scrub(&path.to_string_lossy())])));
            }
            let written = disk::write_whole(path, export.force, &mut |out| {
                cut = sheet::write(&sheet, format, out)?;
                Ok(())
            });
            written.map_err(|error| {
                let why = lang.cannot_write(&path.to_string_lossy(), error.kind());
                let may_force = error.kind() == std::io::ErrorKind::AlreadyExists;
                Failure::Refused(if may_force { why + lang.say(&words::OR_FORCE) } else { why })
            })?;
        }
    }
    if cut > 0 {
        narrate(&lang.fill(&export_words::CUT, &[&lang.count(cut)]));
    }
    Ok(0)
}

/// The form that is asked for: by its name, else by the end of the file's, else CSV. Two that differ are a mistake: one
/// of them would surprise whoever opens the file.
fn format(export: &Export, lang: Lang) -> Result<Format, Failure> {
    let asked = export.format.map(|format| match format {
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Xlsx => Format::Xlsx,
        ExportFormat::Jsonl => Format::Jsonl,
        ExportFormat::Json => Format::Json,
        ExportFormat::Markdown => Format::Markdown,
    });
    let path = export.output.as_ref().map(|path| path.to_string_lossy()).unwrap_or_default();
    match (asked, Ending::of(&path)) {
        (_, Ending::Foreign(ending)) => Err(Failure::Usage(sheet::no_such_ending(lang, &ending))),
        (Some(asked), Ending::Of(named)) if asked != named => {
            let names = [scrub(&path).into_owned(), named.code().to_owned(), asked.code().to_owned()];
            Err(Failure::Usage(lang.fill(&export_words::MISMATCH, &names.each_ref().map(String::as_str))))
        }
        (Some(format), _) | (None, Ending::Of(format)) => Ok(format),
        (None, Ending::Silent) => Ok(Format::Csv),
    }
}

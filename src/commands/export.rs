//! `lindungi export`: the workers that pass a filter, as a table in a file or on standard output.

use super::{Failure, filter, load};
use crate::args::{Export, ExportFormat};
use crate::disk::{self, Source};
use crate::lang::Lang;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::words::command as words;
use crate::roster::rows::Row;
use crate::sheet::{self, Format, Sheet};
use std::io::Write;

/// Runs it. `text` is the filter.
pub(crate) fn run(
    export: &Export,
    text: &str,
    privacy: Privacy,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let format = match export.format {
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Xlsx => Format::Xlsx,
        ExportFormat::Jsonl => Format::Jsonl,
        ExportFormat::Json => Format::Json,
        ExportFormat::Markdown => Format::Markdown,
    };
    if format == Format::Xlsx && export.output.is_none() && disk::is_terminal_out() {
        return Err(Failure::Usage(lang.say(&words::NO_TEXT).to_owned()));
    }
    let source = if export.demo { Source::Demo } else { Source::named(export.roster.as_ref()) };
    let roster = load(&source, lang)?;
    let found = filter(text, &roster, lang)?;
    let rows: Vec<Row> = found.select(&roster).iter().collect();
    let sheet = Sheet { roster: &roster, rows: &rows, filter: text, privacy, lang };
    match &export.output {
        None => sheet::write(&sheet, format, out)?,
        Some(path) => {
            if let Source::File(own) = &source
                && disk::is_same_file(own, path)
            {
                return Err(Failure::Refused(lang.fill(&words::ITSELF, &[&scrub(&path.to_string_lossy())])));
            }
            let written = disk::write_whole(path, export.force, &mut |out| sheet::write(&sheet, format, out));
            written.map_err(|error| {
                let why = lang.cannot_write(&path.to_string_lossy(), error.kind());
                let may_force = error.kind() == std::io::ErrorKind::AlreadyExists;
                Failure::Refused(if may_force { why + lang.say(&words::OR_FORCE) } else { why })
            })?;
        }
    }
    Ok(0)
}

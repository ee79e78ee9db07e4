//! `lindungi report`: one page of HTML for whoever has no terminal.

use super::{Failure, cannot_write, filter, load_as, narrate, one_stdin, refuse_itself, refuse_read};
use crate::args::{Report as Asked, ReportList};
use crate::disk::{self, Source};
use crate::figures::Figures;
use crate::figures::compare::{Baseline, Comparison};
use crate::lang::Lang;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::words::report as words;
use crate::load::How;
use crate::report::{Listed, MOST_LISTED, Report, in_ascii};
use crate::roster::text::holds_number;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

/// Runs it. `text` is the filter; `ascii` is whether the page's bytes are ASCII: a browser shows the same signs.
pub(crate) fn run(
    asked: &Asked,
    text: Option<&str>,
    (privacy, how, ascii): (Privacy, How, bool),
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let lang = how.lang;
    if !privacy.hides() {
        return Err(Failure::Usage(lang.say(&words::NO_REVEAL).to_owned()));
    }
    asked.output.as_deref().map_or(Ok(()), |path| is_page(path, lang))?;
    let source = if asked.demo { Source::Demo } else { Source::named(asked.roster.as_ref()) };
    let since = asked.since.since.as_ref().map(|path| Source::named(Some(path)));
    if since == Some(Source::Stdin) && source == Source::Stdin {
        return Err(one_stdin(lang));
    }
    let roster = load_as(&source, how)?;
    let text = text.filter(|text| !text.trim().is_empty());
    let filter = filter(text.unwrap_or(""), &roster, lang)?;
    if holds_number(text.unwrap_or("")) {
        return Err(Failure::Usage(lang.say(&words::OF_A_NUMBER).to_owned()));
    }
    let figures = Figures::of(&roster, &filter);
    let older = since.map(|since| load_as(&since, how)).transpose()?;
    let since = older.as_ref().map(|older| {
        let baseline = Baseline::of(Arc::clone(older.shared()), &roster);
        (Comparison::of(&baseline, &filter, &roster, &figures), older)
    });
    let listed = match asked.list {
        ReportList::Soon => Listed::Soon,
        ReportList::All => Listed::All,
        ReportList::None => Listed::Nobody,
    };
    let report = Report { roster: &roster, text, filter: &filter, figures, since, listed };
    let many = report.to_be_listed();
    if many > MOST_LISTED {
        let counts = [many, MOST_LISTED].map(|count| lang.count(count));
        return Err(Failure::Refused(lang.fill(&words::TOO_MANY, &counts.each_ref().map(String::as_str))));
    }
    match &asked.output {
        None => write(&report, (lang, ascii), out)?,
        Some(path) => {
            refuse_itself(&source, path, lang)?;
            refuse_read(asked.since.since.as_deref(), path, lang)?;
            to_file(&report, path, asked.force, (lang, ascii))?;
            narrate(&lang.fill(&words::WROTE, &[&scrub(&path.to_string_lossy())]));
        }
    }
    Ok(0)
}

/// Writes the page into a file, whole or not at all.
pub(super) fn to_file(
    report: &Report<'_>,
    path: &Path,
    force: bool,
    (lang, ascii): (Lang, bool),
) -> Result<(), Failure> {
    is_page(path, lang)?;
    disk::write_whole(path, force, &mut |out| write(report, (lang, ascii), out))
        .map_err(|error| cannot_write(lang, path, &error))
}

fn write(report: &Report<'_>, (lang, ascii): (Lang, bool), out: &mut dyn Write) -> io::Result<()> {
    if !ascii {
        return report.write(lang, out);
    }
    let mut page = Vec::new();
    report.write(lang, &mut page)?;
    out.write_all(in_ascii(&String::from_utf8_lossy(&page)).as_bytes())
}

/// Whether a file is called as a browser expects it: nothing else opens it on a double click.
fn is_page(path: &Path, lang: Lang) -> Result<(), Failure> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        None | Some("html" | "htm") => Ok(()),
        Some(_) => Err(Failure::Usage(lang.fill(&words::ENDING, &[&scrub(&path.to_string_lossy())]))),
    }
}

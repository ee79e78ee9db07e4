//! `lindungi status`: the key figures as one screen of text, one line, JSON or Markdown, and conditions for scripts.
//! The figures are those of the screen; only the form differs.

mod condition;
mod line;
// Public for the law of `tests/fuzz`, since the command itself reads files and arguments.
pub mod json;
pub mod text;

use super::Failure;
use crate::args::{Status, StatusFormat};
use crate::disk::Source;
use crate::figures::Figures;
use crate::figures::compare::{Baseline, Comparison};
use crate::lang::summary::Summary;
use crate::load::How;
use condition::Condition;
use std::io::Write;
use std::sync::Arc;

/// Writes the status of those who pass the filter `text`; the answer is 1 if a condition holds, else 0.
pub(crate) fn run(
    args: &Status,
    text: Option<&str>,
    (source, how): (&Source, How),
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let lang = how.lang;
    let conditions: Vec<Condition> =
        args.fail_if.iter().map(|text| Condition::parse(text, lang)).collect::<Result<_, _>>()?;
    let older = args.since.since.as_ref().map(|path| Source::named(Some(path)));
    if older == Some(Source::Stdin) && *source == Source::Stdin {
        return Err(super::one_stdin(lang));
    }
    let roster = super::load_as(source, how)?;
    let text = text.filter(|text| !text.trim().is_empty());
    let filter = super::filter(text.unwrap_or(""), &roster, lang)?;
    let figures = Figures::of(&roster, &filter);
    let older = older.map(|older| super::load_as(&older, how)).transpose()?;
    let comparison = older.map(|older| {
        let baseline = Baseline::of(Arc::clone(older.shared()), &roster);
        Comparison::of(&baseline, &filter, &roster, &figures)
    });
    let report = Summary { lang, roster: &roster, text, filter: &filter, figures, comparison };
    match args.format {
        StatusFormat::Text => text::screen(&report, out)?,
        StatusFormat::Line => line::write(&report, out)?,
        StatusFormat::Markdown => text::markdown(&report, out)?,
        StatusFormat::Json => json::write(&report, out)?,
    }
    out.flush()?;
    let told: Vec<String> = conditions.iter().filter_map(|condition| condition.holds(&report)).collect();
    told.iter().for_each(|text| super::narrate(text));
    Ok(u8::from(!told.is_empty()))
}

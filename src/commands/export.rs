//! `lindungi export`: the workers that pass a filter, as a table in a file, in several, or on standard output.

mod files;
mod template;

pub(crate) use template::own as own_templates;

use super::{Failure, filter, fits, load, narrate};
use crate::args::{Export, ExportFormat, SplitBy};
use crate::check::Audited;
use crate::disk::{self, Source};
use crate::lang::Lang;
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::words::{command as words, export as export_words};
use crate::roster::order::{Order, Ranking};
use crate::roster::rows::Row;
use crate::sheet::csv::Dialect;
use crate::sheet::split::{self, By, PartSheet};
use crate::sheet::{self, Ending, Form, Format, Sheet, Tell};
use files::Place;
use std::io::Write;
use std::path::PathBuf;

/// Runs it. `text` is the filter; `folders` are those of own templates; ASCII is asked for, or
/// the terminal knows nothing else.
pub(crate) fn run(
    export: &Export,
    text: &str,
    (privacy, lang, [asked, plain]): (Privacy, Lang, [bool; 2]),
    folders: &[PathBuf],
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let form = form(export, lang)?;
    let template = export.template.as_deref().map(|name| template::named(name, folders, lang)).transpose()?;
    if let Some(template) = &template {
        template::check(template, export, form, (privacy, lang))?;
    }
    if form.format == Format::Xlsx && export.output.is_none() && disk::is_terminal_out() {
        return Err(Failure::Usage(lang.say(&words::NO_TEXT).to_owned()));
    }
    let order = export.sort.as_deref().map(|text| lang.order(text)).transpose().map_err(Failure::Usage)?;
    let columns = export.columns.as_deref().map(|text| lang.columns(text)).transpose().map_err(Failure::Usage)?;
    let source = if export.demo { Source::Demo } else { Source::named(export.roster.as_ref()) };
    let roster = load(&source, export.most.max_size, lang)?;
    let rows = rows(&roster, text, order, lang)?;
    // Data is never that; and a file has its signs wherever it is made, unless somebody asks for others.
    let ascii = form.format == Format::Markdown && (asked || plain && export.output.is_none());
    let place = Place { export, source: &source, lang, rows: rows.len(), ascii };
    let sheet = Sheet { roster: &roster, rows: &rows, filter: text, columns: columns.as_deref(), privacy, lang };
    match (&template, export.split_by) {
        (Some(template), _) => template::write(template, form, sheet, &place, out)?,
        (None, None) => {
            fits(form.format, rows.len(), lang)?;
            place.write(&[None], &|_, tell, out| sheet::write(&sheet, form, tell, out), out)?;
        }
        (None, Some(by)) => split(by, form, sheet, &place, out)?,
    }
    Ok(0)
}

/// The rows that pass, in their order; who could not be read is counted on standard error.
fn rows(roster: &Audited, text: &str, order: Option<Order>, lang: Lang) -> Result<Vec<Row>, Failure> {
    let found = filter(text, roster, lang)?;
    let rows = Ranking::of(roster, order.unwrap_or_default()).arrange(&found.select(roster));
    let aside = roster.workers_set_aside();
    if aside > 0 {
        let all = lang.count((aside + roster.workers.len()) as u64);
        narrate(&lang.fill(&export_words::ASIDE, &[&lang.count(aside as u64), &all]));
    }
    Ok(rows)
}

/// Writes a part for each value: sheets of one workbook, or a file each.
fn split(by: SplitBy, form: Form, sheet: Sheet<'_>, place: &Place<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = place.lang;
    let by = match by {
        SplitBy::District => By::District,
        SplitBy::Village => By::Village,
        SplitBy::Group => By::Group,
    };
    let parts = split::parts(sheet.roster, sheet.rows, by, lang);
    if parts.len() > split::MOST {
        let [parts, most] = [parts.len(), split::MOST].map(|count| lang.count(count as u64));
        return Err(Failure::Refused(lang.fill(&export_words::MANY_PARTS, &[&parts, &most])));
    }
    parts.iter().try_for_each(|part| fits(form.format, part.rows.len(), lang))?;
    // Of nobody there is no part, but a list all the same.
    if parts.is_empty() {
        return place.write(&[None], &|_, tell, out| sheet::write(&sheet, form, tell, out), out);
    }
    if form.format == Format::Xlsx {
        return place.write(&[None], &|_, tell, out| sheet::write_parts((sheet, by), &parts, tell, out), out);
    }
    if place.export.output.is_none() {
        return Err(Failure::Usage(lang.fill(&export_words::PARTS_NEED_FILE, &["--split-by"])));
    }
    let names: Vec<Option<String>> = split::slugs(&parts).into_iter().map(Some).collect();
    let write = |place: usize, tell: Tell<'_>, out: &mut dyn Write| match parts.get(place) {
        Some(part) => sheet::write(&PartSheet::new(sheet, part), form, tell, out),
        None => Ok(0),
    };
    place.write(&names, &write, out)
}

/// The form that is asked for: by its name, else by the end of the file's, else CSV, or for an
/// office a workbook. Two that differ are a mistake: one
/// of them would surprise whoever opens the file.
fn form(export: &Export, lang: Lang) -> Result<Form, Failure> {
    let asked = export.format.map(|format| match format {
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Xlsx => Format::Xlsx,
        ExportFormat::Jsonl => Format::Jsonl,
        ExportFormat::Json => Format::Json,
        ExportFormat::Markdown => Format::Markdown,
    });
    let path = export.output.as_ref().map(|path| path.to_string_lossy()).unwrap_or_default();
    let format = match (asked, Ending::of(&path)) {
        (_, Ending::Foreign(ending)) => return Err(Failure::Usage(sheet::no_such_ending(lang, &ending))),
        (Some(asked), Ending::Of(named)) if asked != named => {
            let names = [scrub(&path).into_owned(), named.code().to_owned(), asked.code().to_owned()];
            return Err(Failure::Usage(lang.fill(&export_words::MISMATCH, &names.each_ref().map(String::as_str))));
        }
        (Some(format), _) | (None, Ending::Of(format)) => format,
        // What offices send is a workbook.
        (None, Ending::Silent) if export.template.is_some() => Format::Xlsx,
        (None, Ending::Silent) => Format::Csv,
    };
    let only = [("--excel", export.excel), ("--raw", export.raw)].into_iter().find(|(_, asked)| *asked);
    match only.filter(|_| format != Format::Csv) {
        Some((option, _)) => Err(Failure::Usage(lang.fill(&export_words::OF_CSV, &[option]))),
        None => Ok(Form { format, dialect: Dialect::new(export.excel, export.raw) }),
    }
}

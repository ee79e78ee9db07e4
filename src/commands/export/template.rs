//! A list of an office: which templates there are, what its rows lack, and how many files it takes.

use super::files::Place;
use crate::args::Export;
use crate::commands::{Failure, fits, narrate};
use crate::disk;
use crate::lang::Lang;
use crate::lang::person::Privacy;
use crate::lang::words::export as words;
use crate::sheet::template::{self, Apart, Filling, Template};
use crate::sheet::{Form, Format, Sheet};
use std::io::Write;
use std::path::PathBuf;

/// The template of that name, among those that are built in and the office's own. Of one that cannot be read the name is
/// not known: what is told of it is a mistake only where nothing else is called so, or its file is.
pub(super) fn named(name: &str, folders: &[PathBuf], lang: Lang) -> Result<Template, Failure> {
    let (own, broken) = own(folders, lang);
    let all = template::with_own(own);
    let found = all.iter().find(|own| own.name == name).cloned();
    let is_called = |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == name);
    if let Some((_, why)) = broken.iter().find(|(path, _)| is_called(path)) {
        return Err(Failure::Usage(why.clone()));
    }
    broken.iter().for_each(|(_, why)| narrate(why));
    found.ok_or_else(|| Failure::Usage(template::unknown(&all, name, lang)))
}

/// The office's own templates, and the files that hold none, with why.
pub(crate) fn own(folders: &[PathBuf], lang: Lang) -> (Vec<Template>, Vec<(PathBuf, String)>) {
    let (mut own, mut broken) = (Vec::new(), Vec::new());
    for (path, text) in folders.iter().flat_map(|folder| disk::templates(folder)) {
        let file = path.to_string_lossy();
        let text = text.map_err(|error| lang.cannot_open(&file, &error));
        match text.and_then(|text| Template::read(&text).map_err(|mistake| mistake.words(lang, &file))) {
            Ok(template) => own.push(template),
            Err(why) => broken.push((path, why)),
        }
    }
    (own, broken)
}

/// Whether what is asked for goes together with a template; told before any roster is read.
pub(super) fn check(
    template: &Template,
    export: &Export,
    form: Form,
    (privacy, lang): (Privacy, Lang),
) -> Result<(), Failure> {
    let wrong = |phrase| Err(Failure::Usage(lang.fill(phrase, &[&template.name])));
    match form.format {
        Format::Jsonl | Format::Json | Format::Markdown => wrong(&words::TEMPLATE_FORMS),
        _ if template.reveal && privacy.hides() => wrong(&words::NEEDS_REVEAL),
        _ if template.needs_months() && export.months.is_none() => wrong(&words::NEEDS_MONTHS),
        _ if !template.needs_months() && export.months.is_some() => wrong(&words::NO_MONTHS),
        _ => Ok(()),
    }
}

/// Writes the list. Whom it is not for and what the rows lack is told first, by columns and by numbers of rows: no value
/// of a person is.
pub(super) fn write(
    template: &Template,
    form: Form,
    sheet: Sheet<'_>,
    place: &Place<'_>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (lang, export) = (place.lang, place.export);
    let rows = (sheet.roster, sheet.rows, export.sort.is_some());
    let mut filling = Filling::new(template, rows, sheet.privacy, export.months);
    let some = |filling: &Filling<'_>| match filling.rows() {
        0 => Err(Failure::Refused(lang.fill(&words::NOBODY_FOR, &[&template.name]))),
        _ => Ok(()),
    };
    tell_apart(template, filling.apart(), lang);
    some(&filling)?;
    for lack in filling.lacks() {
        let mut first: Vec<String> = lack.first.iter().map(|row| lang.count(*row)).collect();
        first.extend((lack.count > lack.first.len()).then(|| "…".to_owned()));
        let count = lang.count(lack.count as u64);
        narrate(&lang.fill(&words::LACKS, &[&lack.heading, &count, &first.join("; ")]));
    }
    let all = filling.rows();
    let left_out = filling.leave_out();
    let [all, left] = [all, left_out].map(|count| lang.count(count as u64));
    if left_out > 0 && !export.accept_partial {
        return Err(Failure::Refused(lang.fill(&words::LACKING, &[&left, &all, &template.name])));
    }
    some(&filling)?;
    fits(form.format, filling.most_rows(), lang)?;
    let names: Vec<Option<String>> = match filling.files() {
        1 => vec![None],
        files => (1..=files).map(|number| Some(number.to_string())).collect(),
    };
    if names.len() > 1 && export.output.is_none() {
        return Err(Failure::Usage(lang.fill(&words::PARTS_NEED_FILE, &["--template"])));
    }
    let place = Place { rows: filling.rows(), ..*place };
    place.write(&names, &|file, tell, out| filling.write(file, form, tell, out), out)?;
    let written = lang.count(filling.rows() as u64);
    if left_out > 0 {
        narrate(&lang.fill(&words::LEFT_OUT, &[&left, &written]));
    }
    if let Some(most) = template.most.filter(|_| names.len() > 1) {
        let [files, most] = [names.len(), most].map(|count| lang.count(count as u64));
        narrate(&lang.fill(&words::FILES, &[&written, &files, &most]));
    }
    Ok(())
}

/// Tells how many were asked for and are not in the list, and why.
fn tell_apart(template: &Template, apart: Apart, lang: Lang) {
    let Apart { asked, others, dead } = apart;
    let [asked, many, died] = [asked, others, dead].map(|count| lang.count(count as u64));
    if others > 0 {
        let only = template.only(lang).unwrap_or_default();
        narrate(&lang.fill(&words::NOT_FOR, &[&many, &asked, &template.name, &only]));
    }
    if dead > 0 {
        narrate(&lang.fill(&words::THE_DEAD, &[&died, &asked, &template.name]));
    }
}

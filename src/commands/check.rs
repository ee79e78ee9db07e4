//! `lindungi check`: what the audit found, rule by rule, with every place; as a table; or a workbook for each office that
//! has something to mend.

use super::plainly::plainly;
use super::{Failure, filter, fits, load, narrate};
use crate::args::{Check, CheckFormat};
use crate::check::Audited;
use crate::disk::{self, MaxSize, Source};
use crate::lang::Lang;
use crate::lang::findings;
use crate::lang::measure::{short, wrap};
use crate::lang::number::UNKNOWN;
use crate::lang::person::{Cell, Privacy};
use crate::lang::scrub::scrub;
use crate::lang::terms::Terms;
use crate::lang::words;
use crate::lang::words::command;
use crate::roster::finding::{Office, Severity};
use crate::roster::json::{self, Wanted};
use crate::sheet::audit::{self, AuditSheet, Found};
use crate::sheet::{self, Ending, Format};
use std::io::{self, Write};
use std::path::PathBuf;

/// So many places of a rule are listed, unless all are asked for.
const LISTED: usize = 20;

/// Columns of what a rule means and asks for.
const WIDTH: usize = 100;

/// Whether it is written for people.
pub(crate) fn is_text(args: &Check) -> bool {
    args.by.is_none() && matches!(form(args), Ok(None))
}

/// Runs it: 0, or 1 where errors were found, with `--strict` warnings. `text` is the filter; `ascii` is whether the text in
/// a file is to be ASCII.
pub(crate) fn run(
    args: &Check,
    text: &str,
    (privacy, ascii): (Privacy, bool),
    lang: Lang,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let form = form(args).map_err(|ending| Failure::Usage(sheet::no_such_ending(lang, &ending)))?;
    if form == Some(Format::Xlsx) && args.output.is_none() && disk::is_terminal_out() {
        return Err(Failure::Usage(lang.say(&command::NO_TEXT).to_owned()));
    }
    let source = if args.demo { Source::Demo } else { Source::named(args.roster.as_ref()) };
    let roster = load(&source, args.most.max_size, lang)?;
    let selected = match text.trim() {
        "" => None,
        text => Some(filter(text, &roster, lang)?.select(&roster)),
    };
    let found = audit::found(&roster, selected.as_ref());
    let among = selected.as_ref().map(|selected| (text, selected.count()));
    let at = places(&roster, &found, &source, args.most.max_size);
    let sheet = AuditSheet::new(&roster, found, &at, text, (privacy, lang));
    let write = |path: &PathBuf, write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>| {
        super::refuse_itself(&source, path, lang)?;
        disk::write_whole(path, args.force, write).map_err(|error| super::cannot_write(lang, path, &error))
    };
    match (args.by, form, &args.output) {
        (Some(_), _, Some(folder)) => offices(&sheet, folder, (args.force, privacy, lang), &at)?,
        (_, Some(format), output) => {
            fits(format, sheet.found().len(), lang)?;
            let mut cut = 0;
            let mut table = |out: &mut dyn Write| {
                cut = sheet::write(&sheet, format.into(), &|| (), out)?;
                Ok(())
            };
            match output {
                Some(path) => write(path, &mut table)?,
                None => table(out)?,
            }
            super::say_cut(cut, lang);
            say_unlisted(&sheet, lang);
        }
        (_, None, Some(path)) => {
            let told = |out: &mut dyn Write| say(&sheet, &roster, &source, (args.all, lang), among, out);
            write(path, &mut |out| plainly(ascii, out, told))?;
        }
        (_, None, None) => say(&sheet, &roster, &source, (args.all, lang), among, out)?,
    }
    let [errors, warnings, _] = sheet.counts();
    Ok(u8::from(errors > 0 || args.strict && warnings > 0))
}

/// The form of a table that is asked for; nothing is for people. An ending of other programs is a mistake.
fn form(args: &Check) -> Result<Option<Format>, String> {
    let path = args.output.as_ref().map(|path| path.to_string_lossy()).unwrap_or_default();
    match (args.format, Ending::of(&path)) {
        _ if args.by.is_some() => Ok(None),
        (Some(CheckFormat::Text), _) => Ok(None),
        (Some(CheckFormat::Json), _) => Ok(Some(Format::Json)),
        (Some(CheckFormat::Csv), _) => Ok(Some(Format::Csv)),
        (Some(CheckFormat::Xlsx), _) => Ok(Some(Format::Xlsx)),
        (None, Ending::Of(format @ (Format::Json | Format::Csv | Format::Xlsx))) => Ok(Some(format)),
        (None, Ending::Foreign(ending)) => Err(ending),
        (None, Ending::Of(_) | Ending::Silent) => Ok(None),
    }
}

/// On which lines of its file the findings stand. A stream is over, and the demonstration roster lies nowhere.
fn places(roster: &Audited, found: &[Found], source: &Source, most: MaxSize) -> Wanted {
    let mut wanted: Wanted = found.iter().filter_map(|&found| Some((audit::element(roster, found)?, 0))).collect();
    if let Source::File(_) = source
        && !wanted.is_empty()
        && let Ok(mut input) = source.reader(most)
    {
        // Without its line a finding has its row still.
        let _ = json::lines(&mut input, &mut wanted);
    }
    wanted
}

/// That a table lists fewer than were counted, if it does.
fn say_unlisted(sheet: &AuditSheet<'_>, lang: Lang) {
    for (rule, ..) in sheet.by_rule() {
        let unlisted = sheet.roster().findings.unlisted(rule);
        if unlisted > 0 {
            let rest = lang.fill(&command::CHECK_UNLISTED, &[&lang.count(unlisted)]);
            narrate(&format!("{}: {rest}", rule.code()));
        }
    }
}

/// For people, grouped by rule. `among` is the filter and how many workers pass it.
fn say(
    sheet: &AuditSheet<'_>,
    roster: &Audited,
    source: &Source,
    (all, lang): (bool, Lang),
    among: Option<(&str, u64)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let program = &roster.program;
    let demo = if roster.synthetic { format!("{}  ", lang.say(&words::DEMO)) } else { String::new() };
    writeln!(out, "{demo}{} {}, {}", short(&scrub(&program.name)), program.fiscal_year, lang.day(roster.as_of()))?;
    let mut head = Severity::ALL
        .iter()
        .zip(sheet.counts())
        .map(|(severity, count)| format!("{} {}", lang.count(count), lang.say(&findings::counted(*severity, count))));
    let [errors, warnings, notes] = [(); 3].map(|()| head.next().unwrap_or_default());
    let [workers, payments] = [roster.workers.len(), roster.payments.len()].map(|count| lang.count(count as u64));
    match among {
        None => {
            let values = [&*errors, &warnings, &notes, &workers, &payments];
            writeln!(out, "{}", lang.fill(&command::CHECK_HEAD, &values))?;
        }
        Some((filter, many)) => {
            let values = [&*errors, &warnings, &notes, &lang.count(many), &workers];
            writeln!(out, "{}", lang.fill(&command::CHECK_HEAD_AMONG, &values))?;
            writeln!(out, "{}", lang.fill(&command::CHECK_FILTERED, &[&Privacy::Masked.text(filter)]))?;
        }
    }
    if sheet.found().is_empty() {
        return writeln!(out, "\n{}", lang.say(&command::CHECK_NOTHING));
    }
    for (rule, found, count) in sheet.by_rule() {
        writeln!(out, "\n{}", lang.rule_found(roster, rule, count))?;
        for line in wrap(&lang.to_do(rule), WIDTH - 2) {
            writeln!(out, "  {line}")?;
        }
        let shown = if all { found.len() } else { LISTED };
        for &own in found.iter().take(shown) {
            writeln!(out, "  {}", line(sheet, own, source, lang))?;
        }
        if found.len() > shown {
            let rest = lang.count((found.len() - shown) as u64);
            writeln!(out, "  {}", lang.fill(&command::CHECK_MORE, &[&rest]))?;
        }
        let unlisted = roster.findings.unlisted(rule);
        if unlisted > 0 {
            writeln!(out, "  {}", lang.fill(&command::CHECK_UNLISTED, &[&lang.count(unlisted)]))?;
        }
    }
    Ok(())
}

/// Where a finding is, what stands there and what was expected: `roster.json:17  row 12  W012  nik 123 → 16 digits`.
fn line(sheet: &AuditSheet<'_>, found: Found, source: &Source, lang: Lang) -> String {
    let Some(own) = sheet.finding(found, Terms::Both) else { return String::new() };
    let text = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        cell => short(&String::from(cell.clone())),
    };
    let name = source.name();
    let file = scrub(name.rsplit('/').next().unwrap_or(&name)).into_owned();
    let mut parts = Vec::new();
    parts.extend(sheet.line(found).map(|line| format!("{file}:{line}")));
    let [row, id, ..] = &own.who;
    if *row != Cell::Empty {
        parts.push(lang.fill(&command::CHECK_ROW, &[&text(row)]));
    }
    parts.extend([id, &own.place].map(text).into_iter().filter(|text| !text.is_empty()));
    let [field, value, expected] = [&own.field, &own.value, &own.expected].map(text);
    let value = if value.is_empty() && !field.is_empty() { UNKNOWN.to_owned() } else { value };
    // Several fields are named with their values.
    let value = if field.contains(", ") { value } else { format!("{field} {value}").trim().to_owned() };
    let what = match (value.is_empty(), expected.is_empty()) {
        (true, _) => String::new(),
        (false, true) => value,
        (false, false) => format!("{value} → {expected}"),
    };
    parts.extend(Some(what).filter(|what| !what.is_empty()));
    parts.join("  ")
}

/// A workbook for each office that has something to mend; all of them or none.
fn offices(
    sheet: &AuditSheet<'_>,
    folder: &PathBuf,
    (force, privacy, lang): (bool, Privacy, Lang),
    at: &Wanted,
) -> Result<(), Failure> {
    let stem = lang.say(&command::CHECK_STEM);
    let office_files: Vec<_> = Office::ALL
        .into_iter()
        .map(|office| (office, audit::sheets(sheet.roster(), sheet.found(), office, lang)))
        .filter(|(_, sheets)| !sheets.is_empty())
        .map(|(office, sheets)| {
            let name = lang.say(&findings::office(office)).to_lowercase();
            // It may be called anything.
            let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let name = words.collect::<Vec<_>>().join("-");
            (folder.join(format!("{stem}-{name}.xlsx")), sheets)
        })
        .collect();
    let largest = office_files.iter().flat_map(|(_, sheets)| sheets).map(|(_, found)| found.len()).max().unwrap_or(0);
    fits(Format::Xlsx, largest, lang)?;
    disk::make_folder(folder).map_err(|error| super::cannot_write(lang, folder, &error))?;
    let paths: Vec<PathBuf> = office_files.iter().map(|(path, _)| path.clone()).collect();
    let mut cut = 0;
    let written = disk::write_all(&paths, force, &mut |place, out| {
        let Some((_, sheets)) = office_files.get(place) else { return Ok(()) };
        let sheet = |(name, found): &(String, Vec<Found>)| {
            AuditSheet::new(sheet.roster(), found.clone(), at, "", (privacy, lang)).called(name)
        };
        cut += sheet::write_sheets(&sheets.iter().map(sheet).collect::<Vec<_>>(), out)?;
        Ok(())
    });
    written.map_err(|(place, error)| super::cannot_write(lang, paths.get(place).unwrap_or(folder), &error))?;
    for (path, sheets) in &office_files {
        let count: usize = sheets.iter().map(|(_, found)| found.len()).sum();
        narrate(&lang.fill(&command::CHECK_WROTE, &[&scrub(&path.to_string_lossy()), &lang.count(count as u64)]));
    }
    super::say_cut(cut, lang);
    say_unlisted(sheet, lang);
    if privacy.hides() && !office_files.is_empty() {
        narrate(lang.say(&command::CHECK_MASKED));
    }
    Ok(())
}

//! `lindungi import`: what will come of an office's list, and the roster that it makes.

use super::progress::Progress;
use super::{Failure, cannot_write, load, narrate, refuse_read};
use crate::args::{Import, ImportStatus};
use crate::check::{self, Audited};
use crate::disk::{self, Source};
use crate::import::merge::{Known, Merge};
use crate::import::preview::LISTED;
use crate::import::{self, Base, Imported, Wish, template};
use crate::lang::errors::without_numbers;
use crate::lang::findings::counted;
use crate::lang::scrub::scrub;
use crate::lang::words::import as words;
use crate::lang::{Lang, Phrase};
use crate::load::unopened;
use crate::roster::Roster;
use crate::roster::calendar::Day;
use crate::roster::finding::Severity;
use crate::roster::json;
use crate::roster::worker::Status;
use crate::sheet::read::Book;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Columns of the preview.
const WIDTH: usize = 100;

/// Runs it: 0, or 1 where rows are refused and nobody took the others.
pub(crate) fn run(args: &Import, lang: Lang, out: &mut dyn Write) -> Result<u8, Failure> {
    let wish = wish(args, lang)?;
    args.output.as_deref().map_or(Ok(()), |path| is_roster(path, lang))?;
    let source = Source::named(Some(&args.list));
    let (name, most) = (source.name(), args.most.max_size);
    let ending = args.list.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let (bytes, written_on) =
        source.open_list(most).map_err(|error| Failure::Input(unopened(lang, &name, most, &error)))?;
    let unreadable = |why| Failure::Input(import::unreadable(lang, &name, &why));
    let mut book = Book::open(bytes, &ending).map_err(unreadable)?;
    let given = given(args, lang)?;
    let written_on = written_on.unwrap_or_default();
    let empty = template::base(written_on, "");
    let (base, known) = match &given {
        Given::Nothing => (Base { roster: &empty, today: written_on, known: None }, None),
        Given::Program(roster) => (Base { roster, today: as_of(roster, written_on), known: None }, None),
        Given::Into(roster, _) => {
            let known = Known::of(roster);
            (Base { roster, today: as_of(roster, written_on), known: None }, Some(known))
        }
    };
    let base = Base { known: known.as_ref(), ..base };
    let file = name.rsplit('/').next().unwrap_or(&name);
    let say = |rows: usize| lang.fill(&words::COUNTED, &[&scrub(file), &lang.count(rows as u64)]);
    let progress = Progress::new(&say);
    let read = import::read(&mut book, file, base, &wish, &mut |_| progress.one_more());
    progress.end();
    let mut imported = read.map_err(unreadable)?;
    if let Some(why) = import::no_list(lang, &name, &imported.preview) {
        return Err(Failure::Input(why));
    }
    if let Some(heading) = imported.preview.unmapped.first() {
        return Err(Failure::Usage(lang.fill(&words::UNMAPPED, &[&format!("'{}'", without_numbers(heading))])));
    }
    let listed = if args.all { usize::MAX } else { LISTED };
    write!(out, "{}", imported.preview.said(lang, WIDTH, listed))?;
    let is_refused = imported.preview.refused > 0 && !args.accept_partial;
    match given {
        Given::Nothing => without_program(args, &imported, lang),
        Given::Program(roster) => {
            let made = import::roster(std::mem::take(&mut imported.workers), &roster, roster.groups.clone());
            let made = check::audit(made);
            say_findings(&made, lang, out)?;
            finish(args, &imported, (made.workers.len(), is_refused), lang, &mut |out| {
                import::write_roster(&made, &made.program, out)
            })
        }
        Given::Into(roster, into) => {
            let known = Known::of(&roster);
            let merge = Merge::of(&imported, &roster, &known);
            say_merge(&merge, &roster, &into, lang, out)?;
            let text = into.text(most).map_err(|error| Failure::Input(unopened(lang, &into.name(), most, &error)))?;
            let mut merged = Vec::new();
            json::edit(&text, &merge.changes, &merge.joined, &mut merged)?;
            // What is written was read before.
            let made = json::read(&mut merged.as_slice(), &mut |_| ());
            let made = made.map_err(|error| Failure::Input(lang.load_error(&into.name(), &error)))?;
            let made = check::audit(made);
            say_findings(&made, lang, out)?;
            finish(args, &imported, (made.workers.len(), is_refused), lang, &mut |out| out.write_all(&merged))
        }
    }
}

/// What the list is to become part of.
enum Given {
    Nothing,
    Program(Audited),
    Into(Audited, Source),
}

fn given(args: &Import, lang: Lang) -> Result<Given, Failure> {
    let named = |path: &PathBuf| Source::named(Some(path));
    if let Some(path) = &args.program {
        let roster = load(&named(path), args.most.max_size, lang)?;
        if !roster.workers.is_empty() {
            return Err(Failure::Usage(lang.fill(&words::PROGRAM_HAS_WORKERS, &[&scrub(&path.to_string_lossy())])));
        }
        return Ok(Given::Program(roster));
    }
    let Some(path) = &args.into else { return Ok(Given::Nothing) };
    let roster = load(&named(path), args.most.max_size, lang)?;
    let aside = roster.workers_set_aside();
    if aside > 0 {
        let said = [&*scrub(&path.to_string_lossy()), &lang.count(aside as u64)].map(str::to_owned);
        return Err(Failure::Input(lang.fill(&words::INTO_SET_ASIDE, &said.each_ref().map(String::as_str))));
    }
    Ok(Given::Into(roster, named(path)))
}

/// The day of a list: that of its programme, where it says one, else the day on which the list was written.
fn as_of(roster: &Roster, written_on: Day) -> Day {
    roster.program.as_of.unwrap_or_else(|| roster.as_of().min(written_on.max(Day::default())))
}

fn wish(args: &Import, lang: Lang) -> Result<Wish, Failure> {
    let mut map = Vec::new();
    for text in &args.map {
        let Some((heading, field)) = text.rsplit_once('=').filter(|(heading, _)| !heading.trim().is_empty()) else {
            return Err(Failure::Usage(lang.fill(&words::MAP_FORM, &[&format!("'{}'", without_numbers(text))])));
        };
        if field.trim() == "-" {
            map.push((heading.to_owned(), None));
            continue;
        }
        let Some(field) = import::field(field) else {
            let known = import::fields().join(" ");
            return Err(Failure::Usage(
                lang.fill(&words::MAP_FIELD, &[&format!("'{}'", without_numbers(field)), &known]),
            ));
        };
        map.push((heading.to_owned(), Some(field)));
    }
    let status = args.status.map(|status| match status {
        ImportStatus::Proposed => Status::Proposed,
        ImportStatus::Verified => Status::Verified,
        ImportStatus::Active => Status::Active,
        ImportStatus::Inactive => Status::Inactive,
        ImportStatus::Rejected => Status::Rejected,
    });
    Ok(Wish { map, status })
}

fn say_findings(made: &Audited, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let counts = Severity::ALL.map(|severity| {
        let count = made.findings.severity(severity);
        format!("{} {}", lang.count(count), lang.say(&counted(severity, count)))
    });
    writeln!(out, "\n{}", lang.fill(&words::FINDINGS, &counts.each_ref().map(String::as_str)))
}

fn say_merge(merge: &Merge<'_>, base: &Roster, into: &Source, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    let parts: [(&Phrase, usize); 3] = [
        (&words::JOINED, merge.joined.len()),
        (&words::CHANGED, merge.changes.len()),
        (&words::UNCHANGED, merge.unchanged),
    ];
    for (what, many) in parts {
        writeln!(out, "  {:<12}{:>9}", lang.say(what), lang.count(many as u64))?;
    }
    let rest = base.workers.len().saturating_sub(merge.changes.len() + merge.unchanged);
    writeln!(out, "{}", lang.fill(&words::NOT_IN_LIST, &[&lang.count(rest as u64), &scrub(&into.name())]))
}

/// The programme is not known: where a roster was asked for, a template of it is written beside.
fn without_program(args: &Import, imported: &Imported, lang: Lang) -> Result<u8, Failure> {
    let Some(output) = &args.output else {
        narrate(lang.say(&words::PREVIEW_ONLY));
        return Ok(u8::from(imported.preview.refused > 0));
    };
    let path = output.with_extension("program.json");
    refuse_read(read(args), &path, lang)?;
    let name = scrub(&path.to_string_lossy()).into_owned();
    let fill_in = json::to_fill_in().join(", ");
    if disk::exists(&path) && !args.force {
        return Err(Failure::Usage(lang.fill(&words::TEMPLATE_THERE, &[&name])));
    }
    write_file(&path, args.force, lang, &mut |out| template::write(imported, out))?;
    let refused = imported.preview.refused;
    if refused > 0 && !args.accept_partial {
        narrate(&lang.fill(&words::WILL_BE_REFUSED, &[&lang.count(refused as u64)]));
    }
    Err(Failure::Usage(lang.fill(&words::TEMPLATE, &[&name, &fill_in])))
}

/// Writes what was asked for, or says why nothing is written.
fn finish(
    args: &Import,
    imported: &Imported,
    (workers, is_refused): (usize, bool),
    lang: Lang,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<u8, Failure> {
    let Some(output) = &args.output else {
        narrate(lang.say(&words::PREVIEW_ONLY));
        return Ok(u8::from(is_refused));
    };
    let refused = imported.preview.refused;
    if is_refused {
        narrate(&lang.fill(&words::NOT_WRITTEN, &[&lang.count(refused as u64)]));
        return Ok(1);
    }
    let rest = import::beside(output, &imported.preview);
    for path in [Some(output), (refused > 0).then_some(&rest)].into_iter().flatten() {
        refuse_read(read(args), path, lang)?;
    }
    let told = (&imported.preview, &imported.refused[..]);
    let cut = import::save(output, args.force, told, lang, write)
        .map_err(|(path, error)| cannot_write(lang, &path, &error))?;
    let name = |path: &Path| scrub(&path.to_string_lossy()).into_owned();
    narrate(&lang.fill(&words::WROTE, &[&lang.count(workers as u64), &name(output)]));
    if refused > 0 {
        narrate(&lang.fill(&words::WROTE_REFUSED, &[&lang.count(refused as u64), &name(&rest)]));
        super::say_cut(cut, lang);
    }
    Ok(0)
}

/// Whether a file is called as a roster is: as a workbook or packed nothing would open it.
fn is_roster(path: &Path, lang: Lang) -> Result<(), Failure> {
    disk::is_no_dash(path).map_err(|error| cannot_write(lang, path, &error))?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        None | Some("json") => Ok(()),
        Some(_) => Err(Failure::Usage(lang.fill(&words::ROSTER_ENDING, &[&scrub(&path.to_string_lossy())]))),
    }
}

/// What it is made of.
fn read(args: &Import) -> impl Iterator<Item = &Path> {
    [Some(&args.list), args.program.as_ref(), args.into.as_ref()].into_iter().flatten().map(PathBuf::as_path)
}

fn write_file(
    path: &Path,
    force: bool,
    lang: Lang,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    disk::write_whole(path, force, write).map_err(|error| cannot_write(lang, path, &error))
}

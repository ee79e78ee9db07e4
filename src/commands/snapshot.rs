//! `lindungi snapshot`: a picture of a tab as the dashboard draws it, in a file or on standard output.

use super::{Failure, cannot_write, load_as, one_stdin, refuse_itself, refuse_read};
use crate::args::{Snapshot, SnapshotFormat};
use crate::disk::{self, Source};
use crate::lang::Lang;
use crate::lang::errors::without_numbers;
use crate::lang::glyphs::Glyphs;
use crate::lang::scrub::scrub;
use crate::lang::words::{export as export_words, picture as words};
use crate::load::How;
use crate::roster::text::fold;
use crate::tui::paint;
use crate::tui::picture::{Format, no_such_ending};
use crate::tui::state::app::Start;
use crate::tui::state::slides::Opening;
use crate::tui::still::{self, Still};
use crate::tui::tab::Tab;
use std::io::Write;

/// The smallest and the largest picture, in columns and rows: below, nothing but the key figures has room; above, it is
/// a slip.
const SIZES: [(u16, u16); 2] = [(40, 10), (500, 200)];

/// What is pictured.
enum Subject {
    /// A tab; `None` is that of the view, or the first.
    Tab(Option<Tab>),
    /// A slide, from 0.
    Slide(usize),
}

/// Runs it. `start` is how the dashboard of this command line would begin; `utf8` is whether standard output is shown by
/// what understands UTF-8.
pub(crate) fn run(
    snapshot: &Snapshot,
    (start, utf8): (Start, bool),
    how: How,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let lang = how.lang;
    let subject = subject(snapshot.tab.as_deref(), lang)?;
    let (tab, present) = match subject {
        Subject::Tab(tab) => (tab, None),
        Subject::Slide(place) => (None, Some(Opening { place, playing: None })),
    };
    let size = size(&snapshot.size, lang)?;
    let format = format(snapshot, lang)?;
    if format == Format::Png && snapshot.output.is_none() && disk::is_terminal_out() {
        return Err(Failure::Usage(lang.say(&words::NO_TEXT).to_owned()));
    }
    let source = if snapshot.demo { Source::Demo } else { Source::named(snapshot.roster.as_ref()) };
    let since = snapshot.since.since.as_ref().map(|path| Source::named(Some(path)));
    if since == Some(Source::Stdin) && source == Source::Stdin {
        return Err(one_stdin(lang));
    }
    let roster = load_as(&source, how)?;
    super::filter(start.filter.as_deref().unwrap_or(""), &roster, lang)?;
    let older = since.map(|since| load_as(&since, how)).transpose()?;
    // A terminal shows no more than it understands; a picture for a page has its signs wherever it is made.
    let plain = !utf8 && snapshot.output.is_none() && format.is_for_terminals();
    let glyphs = if plain { Glyphs::Ascii } else { start.glyphs };
    let start = Start { tab, present, glyphs, source: scrub(&source.name()).into_owned(), ..start };
    let app = Still { roster, older, start, size }.app(how).map_err(Failure::Usage)?;
    if let Subject::Slide(place) = subject {
        let many = app.slides().unwrap_or(0);
        if place >= many {
            let values = [place as u64 + 1, many as u64].map(|number| lang.count(number));
            return Err(Failure::Usage(lang.fill(&words::NO_SLIDE, &values.each_ref().map(String::as_str))));
        }
    }
    if app.shows_number_searched() {
        return Err(Failure::Usage(lang.say(&words::OF_A_NUMBER).to_owned()));
    }
    let picture = still::picture(&app);
    match &snapshot.output {
        None => paint::write(&picture, format, out)?,
        Some(path) => {
            refuse_itself(&source, path, lang)?;
            refuse_read(snapshot.since.since.as_deref().into_iter().chain(snapshot.notes.as_deref()), path, lang)?;
            disk::write_whole(path, snapshot.force, &mut |out| paint::write(&picture, format, out))
                .map_err(|error| cannot_write(lang, path, &error))?;
        }
    }
    Ok(0)
}

/// What the command line asks a picture of.
fn subject(word: Option<&str>, lang: Lang) -> Result<Subject, Failure> {
    let Some(word) = word else { return Ok(Subject::Tab(None)) };
    if let Some(tab) = Tab::named(word) {
        return Ok(Subject::Tab(Some(tab)));
    }
    if let Some(place) = slide(word) {
        return Ok(Subject::Slide(place));
    }
    let names = Tab::ALL.map(|tab| fold(lang.say(&tab.name())));
    let slips = |name: &&String| strsim::damerau_levenshtein(&fold(word), name);
    let near = names.iter().filter(|name| slips(name) <= 2).min_by_key(slips);
    let near = near.map_or(String::new(), |name| lang.fill(&export_words::NEAREST, &[name]));
    let values = [&without_numbers(word), &near, &names.join(", "), &names.len().to_string()];
    Err(Failure::Usage(lang.fill(&words::NO_TAB, &values.map(String::as_str))))
}

/// The place of a slide, from 0: `slide:2`, `layar:2`.
fn slide(word: &str) -> Option<usize> {
    let (name, number) = word.split_once(':')?;
    let names = [Lang::En, Lang::Id].map(|lang| lang.say(&words::SLIDE));
    names.contains(&fold(name).as_str()).then(|| number.parse::<usize>().ok()?.checked_sub(1)).flatten()
}

/// Columns and rows.
fn size(text: &str, lang: Lang) -> Result<(u16, u16), Failure> {
    let [least, most] = SIZES;
    let parse = || {
        let (columns, rows) = text.trim().split_once(['x', 'X', '×'])?;
        let number = |text: &str| text.trim().parse::<u16>().ok();
        let (columns, rows) = (number(columns)?, number(rows)?);
        let fits = (least.0..=most.0).contains(&columns) && (least.1..=most.1).contains(&rows);
        fits.then_some((columns, rows))
    };
    parse().ok_or_else(|| {
        let [least, most] = [least, most].map(|(columns, rows)| format!("{columns}x{rows}"));
        Failure::Usage(lang.fill(&words::SIZE, &[&least, &most, &without_numbers(text)]))
    })
}

/// The form that is asked for: by its name, else by the end of the file's, else plain text. Two that differ are a mistake:
/// one of them would surprise whoever opens the file.
fn format(snapshot: &Snapshot, lang: Lang) -> Result<Format, Failure> {
    let asked = snapshot.format.map(|format| match format {
        SnapshotFormat::Svg => Format::Svg,
        SnapshotFormat::Png => Format::Png,
        SnapshotFormat::Html => Format::Html,
        SnapshotFormat::Ansi => Format::Ansi,
        SnapshotFormat::Txt => Format::Txt,
    });
    let Some(path) = snapshot.output.as_ref().map(|path| path.to_string_lossy()) else {
        return Ok(asked.unwrap_or(Format::Txt));
    };
    match (asked, Format::of_name(&path)) {
        (Some(asked), Some(named)) if asked != named => {
            let values = [&scrub(&path), named.ending(), asked.ending()];
            Err(Failure::Usage(lang.fill(&words::MISMATCH, &values)))
        }
        (Some(format), _) | (None, Some(format)) => Ok(format),
        (None, None) => Err(Failure::Usage(no_such_ending(lang, &path))),
    }
}

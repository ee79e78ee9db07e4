//! Help: the keys in three columns, from the one table of actions, and below them the fields of the filter. What is
//! typed narrows it to one list.
//!
//! ```text
//!  ? sort
//!
//!  > s S            sort, flip
//! ```

use super::here;
use crate::lang::measure::{fit, pad, width, wrap};
use crate::lang::{Lang, Phrase, words};
use crate::tui::keymap::{Context, Purpose};
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::List;
use crate::tui::state::app::App;
use crate::tui::state::help::{Help, Line, PURPOSES};
use ratatui::text::Span;

/// A row of the help as it scrolls.
enum Row {
    Blank,
    /// A heading over everything below it.
    Head(&'static str),
    /// The headings of the columns.
    Heads,
    /// The keys of every column in this place.
    Keys(usize),
    /// One line alone, by its place.
    Alone(usize),
    /// What the place has of its own in which the help was called, and what stands before it.
    Here(&'static str, String),
}

/// Draws the help over the content; the answer stands at the right end of the rule.
pub fn draw(app: &App, help: &Help, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let content = layout.content;
    let found = help.found(&app.keymap);
    let line = help.line.min(found.len().saturating_sub(1));
    canvas.put(1, content.y, Span::styled("?", theme.bold()));
    let room = usize::from(layout.area.width).saturating_sub(5);
    let (caret, _) = canvas.typed(3, content.y, room, &help.input.text(), &help.input.before());
    let top = content.y + if content.height > 6 { 2 } else { 1 };
    let sight = usize::from((content.y + content.height).saturating_sub(top));
    let rows = rows(app, help, &found, layout, lang);
    let place = rows.iter().position(|row| holds(row, line, &found));
    let list = List::around_with_more(place, sight, rows.len());
    for (y, place) in (top..).zip(list.lines()) {
        let Some(row) = rows.get(place) else { continue };
        put(canvas, layout, row, (&found, line), y);
    }
    if found.is_empty() {
        canvas.put(3, top, Span::styled(fit(canvas.say(&words::NO_COMMAND), room), theme.dim()));
    }
    if let Some(more) = list.more(lang).filter(|_| list.lines().len() < sight) {
        // Whoever sees the keys alone would not know that the filter is explained too.
        let fields = rows.iter().skip(list.lines().end).any(|row| matches!(row, Row::Head(_)));
        let fields = fields.then(|| format!(" · {}", canvas.say(&words::FILTER_FIELDS).to_lowercase()));
        let more = format!("{more}{}", fields.unwrap_or_default());
        canvas.put(3, content.y + content.height - 1, Span::styled(more, theme.dim()));
    }
    canvas.cursor = Some(caret);
    let keys = found.iter().filter(|line| matches!(line, Line::Key(_))).count();
    let count = lang.fill(&words::ACTIONS, &[&keys.to_string()]);
    vec![Span::styled(canvas.say(&words::HELP), theme.bold()), Span::styled(format!(" {count}"), theme.dim())]
}

/// The places of the lines of one column.
fn column(found: &[Line], purpose: Purpose) -> Vec<usize> {
    let own = |line: &Line| matches!(line, Line::Key(row) if row.purpose == purpose);
    found.iter().enumerate().filter(|(_, line)| own(line)).map(|(place, _)| place).collect()
}

fn title(purpose: Purpose) -> Phrase {
    match purpose {
        Purpose::Move => words::MOVE,
        Purpose::Choose => words::CHOOSE,
        Purpose::Do | Purpose::Hidden => words::DO,
    }
}

/// Everything that scrolls.
fn rows(app: &App, help: &Help, found: &[Line], layout: &Layout, lang: Lang) -> Vec<Row> {
    if !help.is_whole() {
        return (0..found.len()).map(Row::Alone).collect();
    }
    let columns = PURPOSES.map(|purpose| column(found, purpose));
    let mut rows = Vec::new();
    let context = app.beneath();
    let label = here::label(context, lang);
    let about = format!("{label}  {}", here::sentence(context, &app.keymap, lang));
    let told = [about, here::keys(context, &app.keymap, lang)].into_iter().filter(|text| !text.is_empty());
    let room = usize::from(layout.area.width).saturating_sub(2);
    let told: Vec<Row> = told.flat_map(|text| wrap(&text, room)).map(|text| Row::Here(label, text)).collect();
    // Over a tab the keys stand first, of which it has a few of its own; elsewhere its own are all that it has.
    let is_over = !matches!(context, Context::Tab(_) | Context::Figures(_));
    let (before, behind) = if is_over { (told, Vec::new()) } else { (Vec::new(), told) };
    if is_over {
        rows.extend(before);
        rows.push(Row::Blank);
    }
    if !has_room(lang, found, layout.area.width) {
        for (purpose, places) in PURPOSES.into_iter().zip(&columns) {
            rows.push(Row::Head(lang.say(&title(purpose))));
            rows.extend(places.iter().map(|place| Row::Alone(*place)));
        }
    } else {
        rows.push(Row::Heads);
        rows.extend((0..columns.iter().map(Vec::len).max().unwrap_or(0)).map(Row::Keys));
    }
    if !is_over {
        rows.push(Row::Blank);
        rows.extend(behind);
    }
    let places = |of: fn(&Line) -> bool| {
        let own = found.iter().enumerate().filter(move |(_, line)| of(line));
        own.map(|(place, _)| Row::Alone(place)).collect::<Vec<_>>()
    };
    rows.extend([Row::Blank, Row::Head(lang.say(&words::COMMANDS))]);
    rows.extend(places(|line| matches!(line, Line::Verb(_) | Line::Row)));
    rows.extend([Row::Blank, Row::Head(lang.say(&words::FILTER_FIELDS))]);
    rows.extend(places(|line| matches!(line, Line::Field(_))));
    rows
}

/// Whether a line stands in a row.
fn holds(row: &Row, line: usize, found: &[Line]) -> bool {
    match row {
        Row::Alone(place) => *place == line,
        Row::Keys(place) => PURPOSES.iter().any(|purpose| column(found, *purpose).get(*place) == Some(&line)),
        _ => false,
    }
}

fn put(canvas: &mut Canvas<'_>, layout: &Layout, row: &Row, (found, line): (&[Line], usize), y: u16) {
    let theme = canvas.theme;
    let full = layout.area.width;
    match row {
        Row::Blank => {}
        Row::Head(text) => _ = canvas.put(1, y, Span::styled(*text, theme.dim())),
        Row::Here(label, text) => {
            canvas.put(1, y, Span::raw(text.as_str()));
            if text.starts_with(label) {
                canvas.put(1, y, Span::styled(*label, theme.dim()));
            }
        }
        Row::Heads => {
            for (purpose, (from, ..)) in PURPOSES.into_iter().zip(columns(canvas.lang, found, full)) {
                canvas.put(from, y, Span::styled(canvas.say(&title(purpose)), theme.dim()));
            }
        }
        Row::Keys(place) => {
            for (purpose, (from, to, keys)) in PURPOSES.into_iter().zip(columns(canvas.lang, found, full)) {
                if let Some(at) = column(found, purpose).get(*place) {
                    one(canvas, (found, *at), *at == line, (from - 1, to, keys), y);
                }
            }
        }
        Row::Alone(place) => {
            let keys = found.iter().map(|line| width(&key(*line, canvas.lang))).max().unwrap_or(0);
            one(canvas, (found, *place), *place == line, (1, full - 1, keys), y);
        }
    }
}

/// How wide the keys of each column are, and the column.
fn widths(lang: Lang, found: &[Line]) -> [(usize, usize); 3] {
    PURPOSES.map(|purpose| {
        let own: Vec<Line> = column(found, purpose).into_iter().filter_map(|place| found.get(place).copied()).collect();
        let keys = own.iter().map(|line| width(&key(*line, lang))).max().unwrap_or(0);
        (keys, keys + 1 + own.iter().map(|line| width(&said(*line, lang).0)).max().unwrap_or(0))
    })
}

/// What stands between two columns, at least and at most.
const GAP: (usize, usize) = (2, 12);

/// Whether three columns have room.
fn has_room(lang: Lang, found: &[Line], full: u16) -> bool {
    let taken: usize = widths(lang, found).iter().map(|(_, wide)| wide).sum();
    1 + taken + 2 * GAP.0 < usize::from(full)
}

/// Where each column begins and ends, and how wide its keys are. What is left over stands between them.
fn columns(lang: Lang, found: &[Line], full: u16) -> [(u16, u16, usize); 3] {
    let widths = widths(lang, found);
    let taken: usize = widths.iter().map(|(_, wide)| wide).sum();
    let gap = usize::from(full).saturating_sub(taken + 2) / 2;
    let gap = gap.clamp(GAP.0, GAP.1);
    let mut from = 1_usize;
    widths.map(|(keys, wide)| {
        let own = (from as u16, (from + wide).min(usize::from(full)) as u16, keys);
        from += wide + gap;
        own
    })
}

fn key(line: Line, lang: Lang) -> String {
    match line {
        Line::Key(row) if row.shown.is_empty() => row.name(lang),
        Line::Key(row) => row.line(lang),
        Line::Verb(verb) => verb.written(lang),
        Line::Row => ":100".to_owned(),
        Line::Field(field) => format!("{}:", lang.explained_field(field).code),
    }
}

/// What a line says, and an example.
fn said(line: Line, lang: Lang) -> (String, String) {
    match line {
        Line::Key(row) => (lang.say(&row.words.help).to_owned(), String::new()),
        Line::Verb(verb) => (verb.help(lang).to_owned(), String::new()),
        Line::Row => (lang.say(&words::TO_A_ROW).to_owned(), String::new()),
        Line::Field(field) => {
            let own = lang.explained_field(field);
            (own.what.to_owned(), own.example.to_owned())
        }
    }
}

/// One line: its key, what it does, an example if it has one. The example stays, the words give way.
fn one(
    canvas: &mut Canvas<'_>,
    (found, place): (&[Line], usize),
    selected: bool,
    (mark, end, keys): (u16, u16, usize),
    y: u16,
) {
    let Some(line) = found.get(place).copied() else { return };
    let (theme, lang) = (canvas.theme, canvas.lang);
    let from = if mark == 1 { 3 } else { mark + 1 };
    let at = canvas.put(from, y, Span::styled(pad(&key(line, lang), keys), theme.bold())) + 1;
    let (words, example) = said(line, lang);
    let room = usize::from(end.saturating_sub(at));
    let (wide, gap) = (22, 2);
    let behind = match example.is_empty() {
        true => canvas.put(at, y, Span::raw(fit(&words, room))),
        false if room < wide + gap + width(&example) => canvas.put(at, y, Span::raw(fit(&example, room))),
        false => {
            let x = canvas.put(at, y, Span::raw(pad(&fit(&words, wide), wide))) + gap as u16;
            canvas.put(x, y, Span::styled(example, theme.dim()))
        }
    };
    let own = List::from(0, usize::MAX, found.len(), selected.then_some(place));
    own.mark(canvas, place, mark, (mark.saturating_sub(u16::from(mark == 1)), behind), y);
}

//! Workers: the table of those who pass the filter, the name always in sight, other columns by priority; on wide
//! screens the worker under the cursor beside it.
//!
//! ```text
//!    Name                 Group              Status      District         Age  7›
//!    Abdul Karim Rumadaul Fishers            ● active    Sorong Manoi      61
//!  > Ahmad Tuasikal       Motorcycle-taxi r… ▒ grace     Sorong Manoi      62
//! ```

use crate::lang::measure::{fit, pad, right, widest, width, wrap};
use crate::lang::number::NOT_KNOWN_YET;
use crate::lang::person::{Mask, Privacy};
use crate::lang::scrub::scrub;
use crate::lang::sentence::{Role, Sentence};
use crate::lang::{value, words};
use crate::roster::Roster;
use crate::roster::attribute::{Attribute, Form, Value};
use crate::roster::order::Order;
use crate::roster::rows::Row;
use crate::roster::store::Worker;
use crate::roster::text::{fold, occurrences};
use crate::roster::worker::Standing;
use crate::tui::draw::overlays::detail;
use crate::tui::layout::{Layout, ROOMY, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::List;
use crate::tui::parts::table::{Column, Fitted, Names, SHORTEST, Shown, Table};
use crate::tui::state::app::App;
use crate::tui::state::review::Review;
use crate::tui::state::shown::arrow;
use crate::tui::state::workers::{COLUMNS, rows_in_sight};
use crate::tui::target::{By, Target};
use crate::tui::theme::{severity_mark, standing_mark};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

fn to_right(column: Attribute) -> bool {
    matches!(column.form(), Form::Number | Form::Day | Form::Private)
}

/// The least and the most columns that it needs: names of groups and places may be cut, numbers never.
fn widths(column: Attribute, order: Order, canvas: &Canvas<'_>, privacy: Privacy) -> (usize, usize) {
    let exactly = |columns: usize| (columns, columns);
    let (least, most) = match (column, column.form()) {
        (Attribute::Standing, _) => {
            let longest = Standing::ALL.map(|standing| width(canvas.say(&words::standing(standing))));
            exactly(2 + longest.into_iter().max().unwrap_or(0))
        }
        (Attribute::Name | Attribute::Group, _) => (12, 22),
        (Attribute::District, _) => (12, 16),
        (Attribute::Nik | Attribute::Kpj, _) if privacy.hides() => exactly(8),
        (Attribute::Nik, _) => exactly(16),
        (Attribute::Kpj, _) => exactly(11),
        (Attribute::Phone, _) if privacy.hides() => exactly(7),
        (Attribute::Phone, _) => exactly(14),
        (_, Form::Number) => exactly(3),
        (_, Form::Day) => exactly(11),
        (_, Form::Rules) => (16, 40),
        _ => (12, 19),
    };
    let arrow = if arrow(order, column).is_some() { 2 } else { 0 };
    let head = width(canvas.say(&value::heading(column))) + arrow;
    (least.max(head), most.max(head))
}

/// Columns that the mark of hidden ones takes at the right end.
const MARKS: u16 = 3;

/// Where the table ends.
fn end(layout: &Layout) -> u16 {
    if layout.width == Width::Wide { layout.third(2) - 2 } else { layout.area.width - 1 }
}

/// The longest name of a group or a place: where there is room none is cut.
fn longest(review: &Review, column: Attribute, canvas: &Canvas<'_>) -> usize {
    match column {
        Attribute::Group => {
            let names = review.roster.groups.iter().map(|group| canvas.lang.of(&group.name));
            widest(names, |name| scrub(name).into_owned())
        }
        Attribute::District => {
            let names = review.answer.districts().iter().filter_map(|own| own.name.as_deref());
            widest(names, |name| Privacy::Masked.text(name))
        }
        _ => 0,
    }
}

/// The name, then columns from the first in sight on, as many as fit. Where there is room, none is narrower than the
/// `longest` of its texts.
fn fitted(
    privacy: Privacy,
    (order, skip): (Order, usize),
    longest: impl Fn(Attribute) -> usize,
    layout: &Layout,
    canvas: &Canvas<'_>,
) -> Fitted {
    let roomy = layout.area.width >= ROOMY;
    let name = match layout.width {
        _ if roomy => 24,
        Width::Narrow => 18,
        Width::Stacked => 20,
        Width::Wide => 21,
    };
    let column = |(rank, &column): (usize, &Attribute)| {
        let (least, most) = widths(column, order, canvas, privacy);
        // Where there is room no name of a group or a place is cut.
        let whole = if roomy { longest(column) } else { 0 };
        let (least, most) = (least.max(whole), most.max(whole));
        // The status stays where the group has no room.
        let rank = match column {
            Attribute::Standing => 0,
            Attribute::Group => 1,
            _ => rank + 1,
        };
        // The mark of the status sets it off.
        Column { least, most, gap: if column == Attribute::Standing { 1 } else { 2 }, rank }
    };
    let columns: Vec<Column> = Attribute::TABLE.iter().skip(1).enumerate().map(column).collect();
    Table {
        from: 3,
        end: end(layout) - MARKS,
        names: Names { least: SHORTEST, most: name, yields_to: 0, gap: 1 },
        columns: &columns,
        skip: skip.min(COLUMNS - 1),
        parted: false,
    }
    .fit()
}

/// The columns behind the name, each with what it shows.
fn attributes(fitted: &Fitted) -> impl Iterator<Item = (Attribute, Shown)> {
    let attribute = |shown: &Shown| Some((*Attribute::TABLE.get(1 + shown.place)?, *shown));
    fitted.shown.iter().filter_map(attribute)
}

/// Draws the tab.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let top = layout.content.y;
    let full = layout.area.width;
    let longest = |column| longest(review, column, canvas);
    let shown = (review.answer.ranking.order, review.workers.column);
    let fitted = fitted(app.privacy, shown, longest, layout, canvas);
    heads(review.answer.ranking.order, &fitted, end(layout), canvas, top);
    if review.answer.rows.is_empty() {
        let why = if review.roster.workers.is_empty() { &words::NO_WORKERS } else { &words::NO_WORKER };
        for (y, text) in (top + 1..).zip(wrap(canvas.say(why), usize::from(full) - 4)) {
            canvas.put(3, y, Span::styled(text, canvas.theme.plain()));
        }
        let meant = canvas.lang.meant(&review.answer.meant).unwrap_or_default();
        let lines = Sentence::of(meant, Role::Plain).lines(usize::from(full) - 4);
        for (y, line) in (top + 2..top + layout.content.height).zip(lines) {
            canvas.put(3, y, Span::styled(line.text(), canvas.theme.dim()));
        }
        return Vec::new();
    }
    rows(app, review, layout, &fitted, canvas);
    if layout.width == Width::Wide
        && let Some(row) = review.workers.row
    {
        let area = Rect::new(layout.third(2), top, full - layout.third(2), layout.content.height);
        detail::panel(app, review, review.roster.worker(row), area, canvas);
    }
    // Sorted by a column out of sight, the rows would stand in an order that nothing tells.
    let order = review.answer.ranking.order;
    let decides = order.first.map(|level| level.column).filter(|column| *column != Attribute::Name);
    let hidden = decides.filter(|column| attributes(&fitted).all(|(own, _)| own != *column));
    let mut unit = unit(review, rows_in_sight(layout), canvas);
    if let (Some(column), Some((arrow, _))) = (hidden, hidden.and_then(|column| arrow(order, column))) {
        let text = format!("{} {arrow} · ", canvas.say(&value::heading(column)));
        unit.insert(0, Span::styled(text, canvas.theme.chosen()));
    }
    unit
}

/// Draws the first workers of a roster that is still being read, in the order of the file and as masked as ever, in so
/// many rows under the headings.
pub fn first(
    privacy: Privacy,
    head: &Roster,
    (top, cursor): (usize, usize),
    (layout, rows): (&Layout, usize),
    canvas: &mut Canvas<'_>,
) {
    let dim = canvas.theme.dim();
    let order = Order::default();
    let groups = |column| {
        let names = head.groups.iter().filter(|_| column == Attribute::Group);
        names.map(|group| width(&canvas.lang.name(&group.name))).max().unwrap_or(0)
    };
    let fitted = fitted(privacy, (order, 0), groups, layout, canvas);
    let y = layout.content.y;
    heads(order, &fitted, end(layout), canvas, y);
    let behind = fitted.shown.last().map_or(end(layout), |last| end(layout).max(last.end()));
    let list = List::from(top, rows, head.workers.len(), Some(cursor));
    for (y, place) in (y + 1..).zip(list.lines()) {
        let worker = head.worker(place as Row);
        canvas.put(3, y, Span::styled(fit(&privacy.name(worker), fitted.names), dim));
        for (column, shown) in attributes(&fitted) {
            let text = match column {
                // Of what day these are is known with the last row only, where the programme does not say it.
                Attribute::Standing | Attribute::Age if head.program.as_of.is_none() => NOT_KNOWN_YET.to_owned(),
                Attribute::Findings => NOT_KNOWN_YET.to_owned(),
                _ => cell(privacy, canvas, worker, column),
            };
            put_cell(canvas, column, shown, y, (&text, dim));
        }
        list.mark(canvas, place, 1, (0, behind), y);
    }
}

/// Draws the headings, and at both ends how many columns are hidden.
fn heads(order: Order, fitted: &Fitted, end: u16, canvas: &mut Canvas<'_>, y: u16) {
    let theme = canvas.theme;
    let head = |canvas: &Canvas<'_>, column: Attribute| {
        let text = canvas.say(&value::heading(column));
        match arrow(order, column) {
            Some((arrow, true)) => (format!("{text} {arrow}"), theme.bold()),
            Some((arrow, false)) => (format!("{text} {arrow}"), theme.dim()),
            None if column == Attribute::Name => (text.to_owned(), theme.bold()),
            None => (text.to_owned(), theme.dim()),
        }
    };
    let (name, style) = head(canvas, Attribute::Name);
    let behind = canvas.put(3, y, Span::styled(pad(&name, fitted.names), style));
    canvas.means(3, behind, y, Target::Heading(By::Worker(Attribute::Name)));
    for (place, (column, shown)) in attributes(fitted).enumerate() {
        canvas.means(shown.from, shown.end(), y, Target::Heading(By::Worker(column)));
        let (text, style) = head(canvas, column);
        // The value of this column is what Space picks.
        let style = if place == 0 && style == theme.dim() { theme.plain() } else { style };
        put_cell(canvas, column, shown, y, (&text, style));
    }
    if fitted.behind > 0 {
        canvas.put_right(end, y, Span::styled(format!("{}›", fitted.behind), theme.chosen()));
    }
    if fitted.before > 0 {
        canvas.put(0, y, Span::styled(format!("‹{}", fitted.before), theme.chosen()));
    }
}

fn put_cell(canvas: &mut Canvas<'_>, column: Attribute, shown: Shown, y: u16, (text, style): (&str, Style)) {
    let width = shown.width;
    let text = if to_right(column) { right(&fit(text, width), width) } else { pad(text, width) };
    canvas.put(shown.from, y, Span::styled(text, style));
}

/// Draws the workers in sight.
fn rows(app: &App, review: &Review, layout: &Layout, fitted: &Fitted, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let end = if layout.width == Width::Wide { end(layout) } else { layout.area.width };
    let behind = fitted.shown.last().map_or(end, |last| end.max(last.end()));
    let searched: Vec<String> = review.filter.words().into_iter().map(fold).collect();
    let (shown, top, sight) = (&review.answer.rows, review.workers.top, rows_in_sight(layout));
    // Looked for among those in sight alone, where it always is: there may be a million others.
    let cursor = shown.iter().skip(top).take(sight).position(|row| Some(*row) == review.workers.row);
    let list = List::from(top, sight, shown.len(), cursor.map(|place| top + place));
    for (y, place) in (layout.content.y + 1..).zip(list.lines()) {
        let Some(&row) = shown.get(place) else { continue };
        let worker = review.roster.worker(row);
        let name = fit(&app.privacy.name(worker), fitted.names);
        canvas.put(3, y, Span::styled(name.as_str(), theme.plain()));
        for (column, shown) in attributes(fitted) {
            put_cell(canvas, column, shown, y, (&cell(app.privacy, canvas, worker, column), theme.plain()));
            if column == Attribute::Standing {
                // The only coloured cell of a row.
                let standing = worker.standing();
                canvas.put(shown.from, y, Span::styled(standing_mark(standing), theme.standing(standing)));
            }
        }
        list.mark(canvas, place, 1, (0, behind), y);
        let chosen = if Some(row) == review.workers.row { None } else { Some(theme.chosen()) };
        for word in &searched {
            canvas.underline(3, y, &name, &occurrences(&name, word), chosen);
        }
        if review.workers.marks.contains(&row) {
            let style = chosen.unwrap_or(theme.reverse()).patch(theme.bold());
            canvas.put(0, y, Span::styled("*", style));
        }
    }
}

/// Which workers are in sight, and how many are marked.
fn unit(review: &Review, sight: usize, canvas: &Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let first = review.workers.top + 1;
    let last = (review.workers.top + sight).min(review.answer.rows.len());
    let text = format!("{}–{}", lang.count(first as u64), lang.count(last as u64));
    let mut unit = vec![Span::styled(text, theme.dim())];
    if !review.workers.marks.is_empty() {
        let marked = lang.fill(&words::MARKED, &[&lang.count(review.workers.marks.len() as u64)]);
        unit.insert(0, Span::styled(" · ", theme.dim()));
        unit.insert(0, Span::styled(marked, theme.chosen()));
    }
    unit
}

fn cell(privacy: Privacy, canvas: &Canvas<'_>, worker: Worker<'_>, column: Attribute) -> String {
    let text = canvas.lang.attribute(worker, column, privacy, Mask::Short);
    let mark = match worker.get(column) {
        Value::Standing(standing) => Some(standing_mark(standing)),
        // Of the gravest rule, which stands first.
        Value::Rules(rules) => rules.first().map(|rule| severity_mark(rule.severity())),
        _ => None,
    };
    match mark {
        Some(mark) => format!("{mark} {text}"),
        None => text,
    }
}

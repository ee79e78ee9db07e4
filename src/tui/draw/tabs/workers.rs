//! Workers: the table of those who pass the filter, the name always in sight, other columns by priority; on wide
//! screens the worker under the cursor beside it.
//!
//! ```text
//!    Name                 Group              Status      District         Age  7›
//!    Abdul Karim Rumadaul Fishers            ● active    Sorong Manoi      61
//!  > Ahmad Tuasikal       Motorcycle-taxi r… ▒ grace     Sorong Manoi      62
//! ```

use crate::lang::measure::{fit, pad, right, width};
use crate::lang::person::{Mask, Privacy};
use crate::lang::{value, words};
use crate::roster::attribute::{Attribute, Form, Value};
use crate::roster::order::Order;
use crate::roster::store::Worker;
use crate::roster::text::{fold, occurrences};
use crate::roster::worker::Standing;
use crate::tui::draw::overlays::detail;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::state::review::Review;
use crate::tui::state::sort;
use crate::tui::state::workers::{COLUMNS, rows_in_sight};
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
    let arrow = if sort::arrow(order, column).is_some() { 2 } else { 0 };
    let head = width(canvas.say(&value::heading(column))) + arrow;
    (least.max(head), most.max(head))
}

/// Columns that the mark of hidden ones takes at the right end.
const MARKS: usize = 3;

/// Spaces before a column: one before the status, whose mark sets it off, and before the first.
fn gap_before(column: Attribute, first: bool) -> usize {
    if first || column == Attribute::Standing { 1 } else { 2 }
}

/// Draws the tab.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let rows = &review.answer.rows;
    let order = review.answer.ranking.order;
    let top = layout.content.y;
    let full = layout.area.width;
    let wide = layout.width == Width::Wide;
    let end = if wide { layout.third(2) - 2 } else { full - 1 };
    let name_width = match layout.width {
        Width::Narrow => 18,
        Width::Stacked => 20,
        Width::Wide => 21,
    };

    // Columns from the first in sight on, as many as fit at their least; what is left over widens those that can use
    // it, the first first. The marks at the ends say how many are hidden.
    let from = review.workers.column.min(COLUMNS - 1);
    let room = usize::from(end) - MARKS;
    let mut used = 3 + name_width;
    let mut shown: Vec<(Attribute, usize, usize)> = Vec::new();
    for &column in Attribute::TABLE.iter().skip(1 + from) {
        let (least, most) = widths(column, order, canvas, app.privacy);
        let gap = gap_before(column, shown.is_empty());
        if used + gap + least > room && !shown.is_empty() {
            break;
        }
        let least = least.min(room.saturating_sub(used + gap));
        shown.push((column, least, most));
        used += gap + least;
    }
    for (_, own, most) in &mut shown {
        let more = most.saturating_sub(*own).min(room.saturating_sub(used));
        *own += more;
        used += more;
    }
    let shown: Vec<(Attribute, usize)> = shown.into_iter().map(|(column, own, _)| (column, own)).collect();
    let hidden = COLUMNS - from - shown.len();
    let put_cells = |canvas: &mut Canvas<'_>, y: u16, name: (&str, Style), cells: &[(String, Style)]| {
        let mut x = canvas.put(3, y, Span::styled(pad(name.0, name_width), name.1));
        for (place, ((column, wide), (text, style))) in shown.iter().zip(cells).enumerate() {
            x += gap_before(*column, place == 0) as u16;
            let text = if to_right(*column) { right(&fit(text, *wide), *wide) } else { pad(text, *wide) };
            x = canvas.put(x, y, Span::styled(text, *style));
        }
        x
    };
    let head = |canvas: &Canvas<'_>, column: Attribute| {
        let text = canvas.say(&value::heading(column));
        match sort::arrow(order, column) {
            Some((arrow, true)) => (format!("{text} {arrow}"), theme.bold()),
            Some((arrow, false)) => (format!("{text} {arrow}"), theme.dim()),
            None if column == Attribute::Name => (text.to_owned(), theme.bold()),
            None => (text.to_owned(), theme.dim()),
        }
    };
    let heads: Vec<(String, Style)> = shown.iter().map(|(column, _)| head(canvas, *column)).collect();
    let (name, style) = head(canvas, Attribute::Name);
    put_cells(canvas, top, (&name, style), &heads);
    if hidden > 0 {
        canvas.put_right(end, top, Span::styled(format!("{hidden}›"), theme.chosen()));
    }
    if from > 0 {
        canvas.put(0, top, Span::styled(format!("‹{from}"), theme.chosen()));
    }
    if rows.is_empty() {
        let why = if review.roster.workers.is_empty() { &words::NO_WORKERS } else { &words::NO_WORKER };
        canvas.put(3, top + 1, Span::styled(fit(canvas.say(why), usize::from(full) - 4), theme.plain()));
        return Vec::new();
    }
    let sight = rows_in_sight(layout);
    let searched: Vec<String> = review.filter.words().into_iter().map(fold).collect();
    for (line, &row) in rows.iter().skip(review.workers.top).take(sight).enumerate() {
        let y = top + 1 + line as u16;
        let worker = review.roster.worker(row);
        let cells: Vec<(String, Style)> =
            shown.iter().map(|(column, _)| (cell(app, canvas, worker, *column), theme.plain())).collect();
        let name = fit(&app.privacy.name(worker), name_width);
        let behind = put_cells(canvas, y, (&name, theme.plain()), &cells);
        mark_status(canvas, &shown, name_width, y, worker.standing());
        if Some(row) == review.workers.row {
            canvas.put(1, y, Span::raw(">"));
            canvas.select(0, if wide { end } else { full }.max(behind), y);
        }
        let chosen = if Some(row) == review.workers.row { None } else { Some(theme.chosen()) };
        for word in &searched {
            canvas.underline(3, y, &name, &occurrences(&name, word), chosen);
        }
        if review.workers.marks.contains(&row) {
            let style = chosen.unwrap_or(theme.reverse()).patch(theme.bold());
            canvas.put(0, y, Span::styled("*", style));
        }
    }
    if wide && let Some(row) = review.workers.row {
        let area = Rect::new(layout.third(2), top, full - layout.third(2), layout.content.height);
        detail::panel(app, review, review.roster.worker(row), area, canvas);
    }
    let first = review.workers.top + 1;
    let last = (review.workers.top + sight).min(rows.len());
    let text = format!("{}–{}", lang.count(first as u64), lang.count(last as u64));
    let mut unit = vec![Span::styled(text, theme.dim())];
    if !review.workers.marks.is_empty() {
        let marked = lang.fill(&words::MARKED, &[&lang.count(review.workers.marks.len() as u64)]);
        unit.insert(0, Span::styled(" · ", theme.dim()));
        unit.insert(0, Span::styled(marked, theme.chosen()));
    }
    unit
}

/// Colours the mark of the standing: the only coloured cell of a row.
fn mark_status(canvas: &mut Canvas<'_>, shown: &[(Attribute, usize)], name_width: usize, y: u16, standing: Standing) {
    let mut x = 3 + name_width;
    for (place, (column, wide)) in shown.iter().enumerate() {
        x += gap_before(*column, place == 0);
        if *column == Attribute::Standing {
            let style = canvas.theme.standing(standing);
            canvas.put(x as u16, y, Span::styled(standing_mark(standing), style));
        }
        x += wide;
    }
}

fn cell(app: &App, canvas: &Canvas<'_>, worker: Worker<'_>, column: Attribute) -> String {
    let text = canvas.lang.attribute(worker, column, app.privacy, Mask::Short);
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

//! Workers: the table of those who pass the filter, the name always in sight, other columns by priority; on wide
//! screens the worker under the cursor beside it.
//!
//! ```text
//!    Name                 Group              Status      District         Age  7›
//!    Abdul Karim Rumadaul Fishers            ● active    Sorong Manoi      61
//!  > Ahmad Tuasikal       Motorcycle-taxi r… ▒ grace     Sorong Manoi      62
//! ```

use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::{Phrase, words};
use crate::roster::calendar::Day;
use crate::roster::columns::Held;
use crate::roster::store::Worker;
use crate::roster::worker::{Kind, Private, Standing};
use crate::tui::app::{App, Review};
use crate::tui::layout::{Canvas, Layout, Width, fit, pad, right, width};
use crate::tui::overlays::detail;
use crate::tui::theme::{severity_mark, standing_mark};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Columns behind the name.
pub const COLUMNS: usize = 11;

/// A column behind the name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Group,
    Status,
    District,
    Age,
    Enrolled,
    Until,
    Nik,
    Kpj,
    Phone,
    Village,
    Findings,
}

const ORDER: [Column; COLUMNS] = [
    Column::Group,
    Column::Status,
    Column::District,
    Column::Age,
    Column::Enrolled,
    Column::Until,
    Column::Nik,
    Column::Kpj,
    Column::Phone,
    Column::Village,
    Column::Findings,
];

impl Column {
    fn head(self) -> Phrase {
        match self {
            Column::Group => words::GROUP_SHORT,
            Column::Status => words::STATUS,
            Column::District => words::DISTRICT,
            Column::Age => words::AGE,
            Column::Enrolled => words::ENROLLED,
            Column::Until => words::UNTIL,
            Column::Nik => words::NIK,
            Column::Kpj => words::KPJ,
            Column::Phone => words::PHONE,
            Column::Village => words::VILLAGE,
            Column::Findings => words::FINDINGS,
        }
    }

    fn to_right(self) -> bool {
        matches!(self, Column::Age | Column::Enrolled | Column::Until | Column::Nik | Column::Kpj | Column::Phone)
    }

    /// The least and the most columns that it needs: names of groups and places may be cut, numbers never.
    fn width(self, canvas: &Canvas<'_>, masked: bool) -> (usize, usize) {
        let exactly = |columns: usize| (columns, columns);
        let (least, most) = match self {
            Column::Group => (12, 22),
            Column::Status => {
                let longest = Standing::ALL.map(|standing| width(canvas.say(&words::standing(standing))));
                exactly(2 + longest.into_iter().max().unwrap_or(0))
            }
            Column::District => (12, 16),
            Column::Age => exactly(3),
            Column::Enrolled | Column::Until => exactly(11),
            Column::Nik | Column::Kpj if masked => exactly(8),
            Column::Nik => exactly(16),
            Column::Kpj => exactly(11),
            Column::Phone if masked => exactly(7),
            Column::Phone => exactly(14),
            Column::Village => (12, 19),
            Column::Findings => (16, 40),
        };
        let head = width(canvas.say(&self.head()));
        (least.max(head), most.max(head))
    }
}

/// Columns that the mark of hidden ones takes at the right end.
const MARKS: usize = 3;

/// Spaces before a column: one before the status, whose mark sets it off, and before the first.
fn gap_before(column: Column, first: bool) -> usize {
    if first || column == Column::Status { 1 } else { 2 }
}

/// Workers in sight: the heading takes one row.
pub fn rows_in_sight(layout: &Layout) -> usize {
    usize::from(layout.content.height.saturating_sub(1))
}

fn number<K: Kind>(held: Held<Private<K>>, masked: bool) -> String {
    match held {
        Held::Missing | Held::NotText => UNKNOWN.to_owned(),
        Held::Text(number) if masked => number.short(),
        Held::Text(number) => scrub(number.reveal()).into_owned(),
    }
}

/// Draws the tab.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let rows = &review.answer.rows;
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
    let from = review.worker_column.min(COLUMNS - 1);
    let room = usize::from(end) - MARKS;
    let mut used = 3 + name_width;
    let mut shown: Vec<(Column, usize, usize)> = Vec::new();
    for &column in ORDER.iter().skip(from) {
        let (least, most) = column.width(canvas, app.masked);
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
    let shown: Vec<(Column, usize)> = shown.into_iter().map(|(column, own, _)| (column, own)).collect();
    let hidden = COLUMNS - from - shown.len();
    let put_cells = |canvas: &mut Canvas<'_>, y: u16, name: (&str, Style), cells: &[(String, Style)]| {
        let mut x = canvas.put(3, y, Span::styled(pad(name.0, name_width), name.1));
        for (place, ((column, wide), (text, style))) in shown.iter().zip(cells).enumerate() {
            x += gap_before(*column, place == 0) as u16;
            let text = if column.to_right() { right(&fit(text, *wide), *wide) } else { pad(text, *wide) };
            x = canvas.put(x, y, Span::styled(text, *style));
        }
        x
    };
    let heads: Vec<(String, Style)> =
        shown.iter().map(|(column, _)| (canvas.say(&column.head()).to_owned(), theme.dim())).collect();
    put_cells(canvas, top, (canvas.lang.say(&words::NAME), theme.bold()), &heads);
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
    for (line, &row) in rows.iter().skip(review.workers_top).take(sight).enumerate() {
        let y = top + 1 + line as u16;
        let worker = review.roster.worker(row);
        let cells: Vec<(String, Style)> =
            shown.iter().map(|(column, _)| cell(app, review, canvas, worker, *column)).collect();
        let behind = put_cells(canvas, y, (&scrub(&worker.name()), theme.plain()), &cells);
        mark_status(canvas, &shown, name_width, y, worker.standing());
        if Some(row) == review.worker {
            canvas.put(1, y, Span::raw(">"));
            canvas.select(0, if wide { end } else { full }.max(behind), y);
        }
    }
    if wide && let Some(row) = review.worker {
        let area = Rect::new(layout.third(2), top, full - layout.third(2), layout.content.height);
        detail::panel(app, review, review.roster.worker(row), area, canvas);
    }
    let first = review.workers_top + 1;
    let last = (review.workers_top + sight).min(rows.len());
    let text = format!("{}–{}", lang.count(first as u64), lang.count(last as u64));
    vec![Span::styled(text, theme.dim())]
}

/// Colours the mark of the standing: the only coloured cell of a row.
fn mark_status(canvas: &mut Canvas<'_>, shown: &[(Column, usize)], name_width: usize, y: u16, standing: Standing) {
    let mut x = 3 + name_width;
    for (place, (column, wide)) in shown.iter().enumerate() {
        x += gap_before(*column, place == 0);
        if *column == Column::Status {
            let style = canvas.theme.standing(standing);
            canvas.put(x as u16, y, Span::styled(standing_mark(standing), style));
        }
        x += wide;
    }
}

fn cell(app: &App, review: &Review, canvas: &Canvas<'_>, worker: Worker<'_>, column: Column) -> (String, Style) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let text = |text: Option<&str>| text.map_or(UNKNOWN.to_owned(), |text| scrub(text).into_owned());
    let day = |day: Option<Day>| day.map_or(UNKNOWN.to_owned(), |day| lang.day(day));
    let cell = match column {
        Column::Group => match worker.group() {
            Some(group) => lang.name(&group.name),
            None => canvas.say(&words::UNKNOWN_GROUP).to_owned(),
        },
        Column::Status => {
            let standing = worker.standing();
            format!("{} {}", standing_mark(standing), canvas.say(&words::standing(standing)))
        }
        Column::District => text(worker.district()),
        Column::Age => worker.age().map_or(UNKNOWN.to_owned(), |age| age.to_string()),
        Column::Enrolled => day(worker.enrolled()),
        Column::Until => day(worker.until()),
        Column::Nik => number(worker.nik(), app.masked),
        Column::Kpj => number(worker.kpj(), app.masked),
        Column::Phone => number(worker.phone(), app.masked),
        Column::Village => text(worker.village()),
        Column::Findings => {
            let rules: Vec<_> = review.roster.findings.of_worker(worker.row).collect();
            let worst = rules.first().map(|rule| severity_mark(rule.severity()));
            let names: Vec<&str> = rules.iter().map(|rule| rule.code()).collect();
            worst.map_or(String::new(), |mark| format!("{mark} {}", names.join(" ")))
        }
    };
    (cell, theme.plain())
}

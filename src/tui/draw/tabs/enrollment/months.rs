//! The months as a table: new, running total, plan and the gap to it.

use crate::figures::enrollment::MonthRow;
use crate::lang::date::years_meet;
use crate::lang::measure::{fit, width};
use crate::lang::words;
use crate::roster::calendar::Month;
use crate::roster::filter::{Field, Scalar, Value};
use crate::tui::parts::bar;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::{self, List};
use crate::tui::state::enrollment::Bar;
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Columns of a number of the months' table with the space before it.
fn month_column(review: &Review, canvas: &Canvas<'_>) -> usize {
    let rows = review.answer.months.iter();
    let most = rows.flat_map(|row| [row.total, row.plan]).flatten().max().unwrap_or(0);
    let heads = [&words::NEW, &words::TOTAL, &words::PLAN_LINE].map(|head| width(canvas.say(head)));
    heads.into_iter().max().unwrap_or(0).max(width(&canvas.lang.count(most))) + 1
}

/// Whether the months' table has the plan beside what happened.
fn is_planned(review: &Review) -> bool {
    review.filter.is_everybody() && review.answer.months.iter().any(|row| row.plan.is_some())
}

/// Columns that the months' table needs.
pub fn width_of(review: &Review, canvas: &Canvas<'_>) -> u16 {
    let columns = if is_planned(review) { 3 } else { 2 };
    let name = if several_years(review) { 8 } else { 3 };
    (3 + name + columns * month_column(review, canvas)) as u16
}

/// Whether the months need their years: they are of several, or of another than the roster's date.
fn several_years(review: &Review) -> bool {
    let months = review.answer.months.iter().map(|row| row.month);
    years_meet(months.chain([Month::of(review.roster.as_of())]))
}

/// Where everything of a row stands.
struct Columns {
    from: u16,
    /// Whether a month's name needs its year.
    years: bool,
    /// Where each number ends.
    ends: Vec<u16>,
    /// Columns of a number.
    each: u16,
    /// Where the table leaves room the months are bars too: where they begin, and so many columns.
    bar: (u16, usize),
    /// The longest bar.
    most: u64,
}

impl Columns {
    /// The gap to the plan goes first, then the plan: two numbers must never touch.
    fn of(review: &Review, canvas: &Canvas<'_>, area: Rect, differences: bool) -> Columns {
        let months = &review.answer.months;
        let (from, end) = (area.x + 2, area.x + area.width - 1);
        let (planned, years) = (is_planned(review), several_years(review));
        let room = usize::from(end.saturating_sub(from)).saturating_sub(if years { 8 } else { 3 });
        let wanted = 2 + usize::from(planned) + usize::from(planned && differences);
        let columns = wanted.min(room / month_column(review, canvas)).max(2);
        let each = (room / columns).min(10) as u16;
        let ends: Vec<u16> = (0..columns).map(|place| end - each * (columns - 1 - place) as u16).collect();
        let most = months.iter().filter_map(|row| row.enrolled).max().unwrap_or(0);
        let bar_from = from + if years { 10 } else { 5 };
        let number = width(&canvas.lang.count(most)).max(3) + 1;
        let bar_room = usize::from(ends[0].saturating_sub(bar_from)).saturating_sub(number);
        Columns { from, years, ends, each, bar: (bar_from, bar_room), most }
    }
}

/// The months as a table; `reserve` rows stay free at the bottom. The answer is the row behind it.
pub fn panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect, differences: bool, reserve: u16) -> u16 {
    let (theme, lang) = (canvas.theme, canvas.lang);
    // The list ignores its own picks, so that other months stay choosable.
    let months = &review.answer.months;
    let picks = review.filter.picks(Field::Enrolled);
    let cursor = match review.enrollment.bar {
        Some(Bar::Month(place)) => Some(place),
        _ => None,
    };
    canvas.panel(area.x, area.x + area.width, area.y, lang.say(&words::MONTHS), &[]);
    let columns = Columns::of(review, canvas, area, differences);
    let heads = [&words::NEW, &words::TOTAL, &words::PLAN_LINE, &words::DIFFERENCE];
    for (head, &end) in heads.into_iter().zip(&columns.ends) {
        let head = fit(canvas.say(head), usize::from(columns.each));
        canvas.put_right(end, area.y + 1, Span::styled(head, theme.dim()));
    }
    let room = usize::from(area.height.saturating_sub(2 + reserve));
    // What has happened is in sight before what is only planned.
    let happened = months.iter().rposition(|row| row.enrolled.is_some()).map_or(months.len(), |last| last + 1);
    let list = List::up_to(happened, cursor, room, months.len());
    let now = Month::of(review.roster.as_of());
    let mut y = area.y + 2;
    for place in list.lines() {
        let Some(row) = months.get(place) else { continue };
        let style = match () {
            () if row.month == now => theme.bold(),
            () if row.month > now => theme.dim(),
            () => theme.plain(),
        };
        let picked = picks.contains(&Value::Scalar(Scalar::Month(row.month)));
        let style = if picked { theme.chosen().patch(theme.bold()) } else { style };
        if picked {
            list::pick(canvas, columns.from - 1, y, style);
        }
        let behind = month(canvas, &columns, row, style, y);
        list.mark(canvas, place, columns.from - 2, (columns.from - 2, behind), y);
        list.reaches(canvas, place, (columns.from - 2, area.x + area.width), y);
        y += 1;
    }
    // A gap stays before the first heading.
    let room = usize::from(columns.ends[0] - columns.from).saturating_sub(width(canvas.say(&words::NEW)) + 1);
    if let Some(text) = list.hidden_in(room, lang) {
        canvas.put(columns.from, area.y + 1, Span::styled(text, theme.dim()));
    }
    y
}

/// One month; the answer is the column behind its name.
fn month(canvas: &mut Canvas<'_>, columns: &Columns, row: &MonthRow, style: Style, y: u16) -> u16 {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let name = lang.month_among(row.month, columns.years);
    let behind = canvas.put(columns.from, y, Span::styled(name, style));
    let number = |number: Option<u64>| number.map_or(String::new(), |number| lang.count(number));
    let (bar_from, bar_room) = columns.bar;
    if let Some(enrolled) = row.enrolled.filter(|_| bar_room >= 5) {
        let bar = bar::count(enrolled.into(), columns.most.into(), bar_room, theme.dim());
        canvas.bar(bar_from, y, bar);
    }
    canvas.put_right(columns.ends[0], y, Span::styled(number(row.enrolled), theme.plain()));
    canvas.put_right(columns.ends[1], y, Span::styled(number(row.total), style));
    if let Some(&end) = columns.ends.get(2) {
        canvas.put_right(end, y, Span::styled(number(row.plan), theme.dim()));
    }
    if let (Some(&end), Some(total), Some(plan)) = (columns.ends.get(3), row.total, row.plan) {
        let difference = i128::from(total) - i128::from(plan);
        let style = if difference < 0 { theme.attention() } else { theme.plain() };
        canvas.put_right(end, y, Span::styled(lang.signed(difference), style));
    }
    behind
}

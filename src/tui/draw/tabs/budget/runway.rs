//! For whom what is left pays, how long, and what is then over or short: a table whose columns go by priority.

use super::amount;
use crate::figures::budget::{Budget, Outlook};
use crate::lang::measure::{fit, pad, right, width};
use crate::lang::number::UNKNOWN;
use crate::lang::{Phrase, words};
use crate::roster::money::Rupiah;
use crate::roster::program::Scheme;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::budget::{self, BudgetRow};
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// A column of the runway table: heading, least width, and its place when room runs out (lower goes later).
struct Column {
    head: String,
    cells: Vec<String>,
    keep: u8,
    left: bool,
}

impl Column {
    /// Columns of the screen. A heading may begin one column to the left of its numbers: there is always a gap.
    fn width(&self) -> usize {
        let cells = self.cells.iter().map(|cell| width(cell)).max().unwrap_or(0);
        cells.max(width(&self.head).saturating_sub(1))
    }
}

/// A line of the table: for whom, and how it is for them.
type Row<'a> = (BudgetRow, &'a Phrase, Outlook);

fn columns(rows: &[Row<'_>], budget: &Budget, layout: &Layout, canvas: &Canvas<'_>) -> Vec<Column> {
    let lang = canvas.lang;
    let column = |head: String, keep, left, cell: &dyn Fn(&Outlook) -> String| Column {
        head,
        cells: rows.iter().map(|(_, _, outlook)| cell(outlook)).collect(),
        keep,
        left,
    };
    let say = |phrase| canvas.say(phrase).to_owned();
    let scheme = |outlook: &Outlook, scheme| amount(lang, outlook.by_scheme.map(|parts| parts.of(scheme)));
    let (cost_head, end_head) = match layout.width {
        Width::Wide => (&words::PER_MONTH, &words::ON_DAY),
        _ => (&words::RP_A_MONTH, &words::ON_DAY_RP),
    };
    let end_head = lang.fill(end_head, &[&lang.day_of_month(budget.coverage_to.last_day())]);
    let word_width = width(canvas.say(&words::SHORT)).max(width(canvas.say(&words::SURPLUS)));
    let balances = rows.iter().filter_map(|(_, _, outlook)| outlook.balance);
    let number_width = balances.map(|balance| width(&lang.signed(balance.get()))).max().unwrap_or(0);
    let balance = |balance: Rupiah| {
        let word = pad(lang.short_or_over_word(balance), word_width);
        format!("{word}  {}", right(&lang.signed(balance.get()), number_width))
    };
    vec![
        column(say(&words::WORKERS), 3, false, &|outlook| lang.count(outlook.workers)),
        column("JKK".to_owned(), 5, false, &|outlook| scheme(outlook, Scheme::Jkk)),
        column("JKM".to_owned(), 5, false, &|outlook| scheme(outlook, Scheme::Jkm)),
        column(say(cost_head), 2, false, &|outlook| amount(lang, outlook.monthly)),
        column(say(&words::MONTHS_UNIT), 0, false, &|outlook| lang.months_cell(budget, &outlook.runway)),
        column(say(&words::PAID_TO), 0, true, &|outlook| lang.paid_to_cell(&outlook.runway)),
        column(say(&words::LAPSES), 4, false, &|outlook| lang.lapses_cell(&outlook.runway)),
        column(end_head, 1, false, &|outlook| {
            outlook.balance.filter(|_| budget.months_to_end > 0).map_or(UNKNOWN.to_owned(), balance)
        }),
    ]
}

/// Which columns fit, up to which `keep`, and how wide the names then are.
fn room_for(columns: &[Column], names: usize, room: usize) -> (u8, usize) {
    let used = |keep: u8| -> usize {
        columns.iter().filter(|column| column.keep <= keep).map(|column| column.width() + 2).sum()
    };
    let fits = |keep: u8, names: usize| 3 + names + used(keep) <= room;
    let keep = (0..=5).rev().find(|&keep| fits(keep, names)).unwrap_or(0);
    // Before a column goes, the name gives way; a number never does.
    let shortest = 12;
    match (keep + 1..=5).rev().find(|&more| fits(more, shortest)) {
        Some(more) if more <= 3 => (more, room.saturating_sub(3 + used(more)).min(names)),
        _ => (keep, names.min(room.saturating_sub(3))),
    }
}

/// The table; the answer is the row behind it.
pub fn table(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) -> u16 {
    let theme = canvas.theme;
    let budget = &review.answer.figures.budget;
    let ended = budget.months_to_end == 0;
    let rows: Vec<Row<'_>> = budget::rows(review.facts())
        .into_iter()
        .filter_map(|row| row.outlook(budget).map(|(name, found)| (row, name, found)))
        .collect();
    let columns = columns(&rows, budget, layout, canvas);
    let names = rows.iter().map(|(_, name, _)| width(canvas.say(name))).max().unwrap_or(0);
    let room = usize::from(layout.area.width) - 1;
    let (keep, names) = room_for(&columns, names.max(width(canvas.say(&words::LEFT_PAYS))), room);
    let shown: Vec<&Column> = columns.iter().filter(|column| column.keep <= keep).collect();
    let used: usize = 3 + names + shown.iter().map(|column| column.width() + 2).sum::<usize>();
    // What is left over on a wide screen parts the columns evenly.
    let spare = room.saturating_sub(used);
    let each = spare / shown.len().max(1);
    let rest = spare - each * shown.len().saturating_sub(1);

    let mut x = 3 + names as u16;
    canvas.put(3, top, Span::styled(fit(canvas.say(&words::LEFT_PAYS), names), theme.dim()));
    let mut ends = Vec::new();
    for (place, column) in shown.iter().enumerate() {
        let last = place + 1 == shown.len();
        x += (2 + column.width() + if last { rest } else { each }) as u16;
        canvas.put_right(x, top, Span::styled(column.head.clone(), theme.dim()));
        ends.push(x);
    }
    let mut y = top + 1;
    for (place, (row, name, outlook)) in rows.iter().enumerate() {
        if y >= layout.content.y + layout.content.height {
            break;
        }
        canvas.put(3, y, Span::raw(fit(canvas.say(name), names)));
        for (column, &end) in shown.iter().zip(&ends) {
            let cell = column.cells.get(place).cloned().unwrap_or_default();
            let style = match column.keep {
                1 if outlook.balance.is_some_and(Rupiah::is_negative) && !ended => theme.bad(),
                0 if !column.left => theme.bold(),
                _ => theme.plain(),
            };
            canvas.put_right(end, y, Span::styled(cell, style));
        }
        if *row == review.budget.row {
            canvas.put(1, y, Span::raw(">"));
            canvas.select(0, room as u16, y);
        }
        y += 1;
    }
    y
}

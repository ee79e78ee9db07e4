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

/// One line of the runway table.
pub fn outlook(budget: &Budget, row: BudgetRow) -> Option<(&Phrase, Outlook)> {
    match row {
        BudgetRow::Active => Some((&words::THE_ACTIVE, budget.active)),
        BudgetRow::Joined => Some((&words::ACTIVE_AND_VERIFIED, budget.joined)),
        BudgetRow::Target => Some((&words::WHOLE_TARGET, budget.target)),
        BudgetRow::Affordable => budget.affordable.map(|outlook| (&words::AS_MANY_AS_FIT, outlook)),
        BudgetRow::Selection => budget.selection.map(|outlook| (&words::THE_FILTER, outlook)),
        BudgetRow::Payment(_) | BudgetRow::Claims => None,
    }
}

/// A column of the runway table: heading, least width, and its place when room runs out (lower goes later).
struct Column {
    head: String,
    cells: Vec<String>,
    keep: u8,
    left: bool,
}

/// The table; the answer is the row behind it.
pub fn table(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let budget = &review.answer.figures.budget;
    let rows: Vec<(BudgetRow, &Phrase, Outlook)> = budget::rows(review.facts())
        .into_iter()
        .filter_map(|row| outlook(budget, row).map(|(name, found)| (row, name, found)))
        .collect();
    let column = |head: String, keep, left, cell: &dyn Fn(&Outlook) -> String| Column {
        head,
        cells: rows.iter().map(|(_, _, outlook)| cell(outlook)).collect(),
        keep,
        left,
    };
    let scheme = |outlook: &Outlook, scheme| amount(lang, outlook.by_scheme.map(|parts| parts.of(scheme)));
    let end = budget.coverage_to.last_day();
    let ended = budget.months_to_end == 0;
    let end_head = match layout.width {
        Width::Wide => lang.fill(&words::ON_DAY, &[&lang.day_of_month(end)]),
        _ => lang.fill(&words::ON_DAY_RP, &[&lang.day_of_month(end)]),
    };
    let months_head = canvas.say(&words::MONTHS_UNIT).to_owned();
    let word_width = width(canvas.say(&words::SHORT)).max(width(canvas.say(&words::SURPLUS)));
    let balances = rows.iter().filter_map(|(_, _, outlook)| outlook.balance);
    let number_width = balances.map(|balance| width(&lang.signed(balance.get()))).max().unwrap_or(0);
    let cost_head = if layout.width == Width::Wide { &words::PER_MONTH } else { &words::RP_A_MONTH };
    let columns = [
        column(canvas.say(&words::WORKERS).to_owned(), 3, false, &|outlook| lang.count(outlook.workers)),
        column("JKK".to_owned(), 5, false, &|outlook| scheme(outlook, Scheme::Jkk)),
        column("JKM".to_owned(), 5, false, &|outlook| scheme(outlook, Scheme::Jkm)),
        column(canvas.say(cost_head).to_owned(), 2, false, &|outlook| amount(lang, outlook.monthly)),
        column(months_head, 0, false, &|outlook| lang.months_cell(budget, &outlook.runway)),
        column(canvas.say(&words::PAID_TO).to_owned(), 0, true, &|outlook| lang.paid_to_cell(&outlook.runway)),
        column(canvas.say(&words::LAPSES).to_owned(), 4, false, &|outlook| lang.lapses_cell(&outlook.runway)),
        column(end_head, 1, false, &|outlook| match outlook.balance.filter(|_| !ended) {
            None => UNKNOWN.to_owned(),
            Some(balance) => {
                let word = pad(lang.short_or_over_word(balance), word_width);
                format!("{word}  {}", right(&lang.signed(balance.get()), number_width))
            }
        }),
    ];
    let names = rows
        .iter()
        .map(|(_, name, _)| width(canvas.say(name)))
        .max()
        .unwrap_or(0)
        .max(width(canvas.say(&words::LEFT_PAYS)));
    let room = usize::from(layout.area.width) - 1;
    // A heading may begin one column to the left of its numbers: there is always a gap.
    let wide = |column: &Column| {
        let cells = column.cells.iter().map(|cell| width(cell)).max().unwrap_or(0);
        cells.max(width(&column.head).saturating_sub(1))
    };
    let fits = |keep: u8, names: usize| {
        3 + names + columns.iter().filter(|column| column.keep <= keep).map(|column| wide(column) + 2).sum::<usize>()
            <= room
    };
    let keep = (0..=5).rev().find(|&keep| fits(keep, names)).unwrap_or(0);
    // Before a column goes, the name gives way; a number never does.
    let shortest = 12;
    let (keep, names) = match (keep + 1..=5).rev().find(|&more| fits(more, shortest)) {
        Some(more) if more <= 3 => {
            let used: usize = columns.iter().filter(|column| column.keep <= more).map(|column| wide(column) + 2).sum();
            (more, room.saturating_sub(3 + used).min(names))
        }
        _ => (keep, names.min(room.saturating_sub(3))),
    };
    let shown: Vec<&Column> = columns.iter().filter(|column| column.keep <= keep).collect();
    let used: usize = 3 + names + shown.iter().map(|column| wide(column) + 2).sum::<usize>();
    // What is left over on a wide screen parts the columns evenly.
    let spare = room.saturating_sub(used);
    let each = spare / shown.len().max(1);
    let rest = spare - each * shown.len().saturating_sub(1);

    let mut x = 3 + names as u16;
    canvas.put(3, top, Span::styled(fit(canvas.say(&words::LEFT_PAYS), names), theme.dim()));
    let mut ends = Vec::new();
    for (place, column) in shown.iter().enumerate() {
        let last = place + 1 == shown.len();
        x += (2 + wide(column) + if last { rest } else { each }) as u16;
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

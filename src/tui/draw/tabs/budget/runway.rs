//! For whom what is left pays, how long, and what is then over or short: a table whose columns go by priority.

use super::amount;
use crate::figures::budget::{Budget, Outlook};
use crate::lang::measure::{pad, right, width};
use crate::lang::number::UNKNOWN;
use crate::lang::sentence::Sentence;
use crate::lang::{Lang, Phrase, words};
use crate::roster::calendar::Day;
use crate::roster::money::Rupiah;
use crate::roster::program::Scheme;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::List;
use crate::tui::parts::table::{Column, Names, Table};
use crate::tui::state::budget::{self, BudgetRow};
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// A column of the runway table.
struct Figures {
    head: String,
    cells: Vec<String>,
    rank: usize,
}

impl Figures {
    /// Columns of the screen. A heading may begin one column to the left of its numbers: there is always a gap.
    fn column(&self) -> Column {
        let cells = self.cells.iter().map(|cell| width(cell)).max().unwrap_or(0);
        Column::exactly(cells.max(width(&self.head).saturating_sub(1)), 2, self.rank)
    }
}

/// A line of the table: for whom, and how it is for them.
type Row<'a> = (BudgetRow, &'a Phrase, Outlook);

fn columns(rows: &[Row<'_>], budget: &Budget, as_of: Day, layout: &Layout, canvas: &Canvas<'_>) -> Vec<Figures> {
    let lang = canvas.lang;
    let column = |head: String, rank, cell: &dyn Fn(&Outlook) -> String| Figures {
        head,
        cells: rows.iter().map(|(_, _, outlook)| cell(outlook)).collect(),
        rank,
    };
    let say = |phrase| canvas.say(phrase).to_owned();
    let scheme = |outlook: &Outlook, scheme| amount(lang, outlook.by_scheme.map(|parts| parts.of(scheme)));
    let (cost_head, end_head) = match layout.width {
        Width::Wide => (&words::PER_MONTH, &words::ON_DAY),
        _ => (&words::RP_A_MONTH, &words::ON_DAY_RP),
    };
    let end_head = lang.fill(end_head, &[&lang.day_beside(budget.coverage_to.last_day(), as_of)]);
    let word_width = width(canvas.say(&words::SHORT)).max(width(canvas.say(&words::SURPLUS)));
    let balances = rows.iter().filter_map(|(_, _, outlook)| outlook.balance);
    let number_width = balances.map(|balance| width(&lang.signed(balance.get()))).max().unwrap_or(0);
    let balance = |balance: Rupiah| {
        let word = pad(lang.short_or_over_word(balance), word_width);
        format!("{word}  {}", right(&lang.signed(balance.get()), number_width))
    };
    vec![
        column(say(&words::WORKERS), 4, &|outlook| lang.count(outlook.workers)),
        column("JKK".to_owned(), 6, &|outlook| scheme(outlook, Scheme::Jkk)),
        column("JKM".to_owned(), 6, &|outlook| scheme(outlook, Scheme::Jkm)),
        column(say(cost_head), 3, &|outlook| amount(lang, outlook.monthly)),
        column(say(&words::MONTHS_UNIT), 1, &|outlook| lang.months_cell(budget, &outlook.runway)),
        column(say(&words::PAID_TO), 0, &|outlook| lang.paid_to_cell(&outlook.runway)),
        column(say(&words::LAPSES), 5, &|outlook| lang.lapses_cell(&outlook.runway)),
        column(end_head, 2, &|outlook| {
            outlook.balance.filter(|_| budget.months_to_end > 0).map_or(UNKNOWN.to_owned(), balance)
        }),
    ]
}

/// How many lines the table has on a screen so wide.
pub fn lines(review: &Review, full: u16, lang: Lang) -> usize {
    let budget = &review.answer.figures.budget;
    let runways = budget::runways(budget).iter().filter(|row| row.outlook(budget).is_some()).count();
    runways + selection_lines(budget, full, lang).len()
}

/// What those of the filter cost: they have no runway, and it stands in words, the parts by scheme where there is room.
fn selection_lines(budget: &Budget, full: u16, lang: Lang) -> Vec<Sentence> {
    let Some(cost) = &budget.selection else { return Vec::new() };
    let columns = usize::from(full.saturating_sub(4));
    let sentence = lang.cost_of_selection(budget, cost);
    sentence.clone().shortened(columns).unwrap_or(sentence.essence()).lines(columns)
}

/// The table; the answer is the row behind it, and how many columns have no room.
pub fn table(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) -> (u16, usize) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let budget = &review.answer.figures.budget;
    let rows: Vec<Row<'_>> = budget::runways(&review.answer.figures.budget)
        .into_iter()
        .filter_map(|row| row.outlook(budget).map(|(name, found)| (row, name, found)))
        .collect();
    let figures = columns(&rows, budget, review.roster.as_of(), layout, canvas);
    let columns: Vec<Column> = figures.iter().map(Figures::column).collect();
    let narrow = layout.width != Width::Wide;
    let name_of = |(row, name, _): &Row<'_>| match *row == BudgetRow::Affordable && narrow {
        true => canvas.say(&words::AS_MANY_SHORT),
        false => canvas.say(name),
    };
    let names: Vec<&'static str> = rows.iter().map(name_of).collect();
    let longest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let head = if narrow { &words::LEFT_PAYS_SHORT } else { &words::LEFT_PAYS };
    let head = canvas.say(head);
    let longest = longest.max(width(head));
    let end = layout.area.width - 1;
    // Who they are is never cut: a column goes before.
    let own = Names { least: longest, most: longest, yields_to: 4, gap: 2 };
    let fitted = Table { from: 3, end, names: own, columns: &columns, skip: 0, parted: true }.fit();
    let shown = || fitted.shown.iter().filter_map(|shown| Some((figures.get(shown.place)?, shown.end())));

    canvas.put(3, top, Span::styled(head, theme.dim()));
    for (column, end) in shown() {
        canvas.put_right(end, top, Span::styled(column.head.clone(), theme.dim()));
    }
    let cursor = rows.iter().position(|(row, ..)| *row == review.budget.row);
    let room = usize::from((layout.content.y + layout.content.height).saturating_sub(top + 1));
    let selection = selection_lines(budget, layout.area.width, lang);
    let cursor = if review.budget.row == BudgetRow::Selection { Some(rows.len()) } else { cursor };
    let list = List::around(cursor, room, rows.len() + usize::from(!selection.is_empty()));
    let mut y = top + 1;
    for (place, ((.., outlook), name)) in rows.iter().zip(&names).enumerate() {
        if !list.lines().contains(&place) {
            continue;
        }
        canvas.put(3, y, Span::raw(*name));
        let short = outlook.balance.is_some_and(Rupiah::is_negative) && budget.months_to_end > 0;
        for (column, end) in shown() {
            let cell = column.cells.get(place).cloned().unwrap_or_default();
            let style = match column.rank {
                2 if short => theme.bad(),
                1 => theme.bold(),
                _ => theme.plain(),
            };
            canvas.put_right(end, y, Span::styled(cell, style));
        }
        list.mark(canvas, place, 1, (0, end), y);
        y += 1;
    }
    if !selection.is_empty() && list.lines().contains(&rows.len()) {
        let first = y;
        for row in selection {
            canvas.put(3, y, canvas.sentence(&row, theme.plain()));
            y += 1;
        }
        list.mark(canvas, rows.len(), 1, (0, end), first);
    }
    (y, fitted.behind)
}

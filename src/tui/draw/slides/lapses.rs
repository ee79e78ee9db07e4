//! Whose protection ends soon: how many, from which day on, and where they live.

use super::grid::{Behind, Column, Grid, Row};
use super::page::{Beside, Page};
use crate::lang::person::Privacy;
use crate::lang::words::{self, slide};
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Fills the page.
pub fn draw(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let Some(meeting) = &review.answer.meeting else { return };
    let lapses = &meeting.lapses;
    let all = lang.count(lapses.count());
    let mut beside = vec![vec![Span::styled(lang.fill(&slide::LAPSING, &[&all]), theme.bold())]];
    beside.extend(lapses.days.first().map(|(day, count)| {
        let first = lang.fill(&slide::FIRST_ON, &[&lang.count(*count), &lang.day(*day)]);
        vec![Span::styled(first, theme.attention())]
    }));
    // Behind the end of coverage nobody is paid for.
    if review.answer.figures.budget.months_to_end > 0 {
        beside.push(vec![Span::styled(lang.say(&slide::UNLESS), theme.dim())]);
    }
    let rows = lapses.districts.len().min(8) as u16 + 1;
    page.figure(&all, theme.plain(), Beside::of(beside), 1 + page.sheet.gap + rows);
    page.gap();
    let late = lapses.later > 0;
    let cells = |days: &mut dyn Iterator<Item = u64>, later: u64, sum: u64| {
        let mut cells: Vec<String> = days.map(|count| lang.count(count)).collect();
        cells.extend(late.then(|| lang.count(later)));
        cells.push(lang.count(sum));
        cells
    };
    let unknown = lang.say(&words::UNKNOWN);
    let mut rows: Vec<Row> = lapses
        .districts
        .iter()
        .map(|own| Row {
            name: own.name.as_deref().map_or(unknown.to_owned(), |name| Privacy::Locked.text(name)),
            numbers: cells(&mut own.days.iter().copied(), own.later, own.count()),
            style: theme.plain(),
            behind: Behind::Nothing,
        })
        .collect();
    rows.push(Row {
        name: lang.say(&slide::ALL_MONTHS).to_owned(),
        numbers: cells(&mut lapses.days.iter().map(|(_, count)| *count), lapses.later, lapses.count()),
        style: theme.bold(),
        behind: Behind::Nothing,
    });
    // The nearest day stays longest.
    let day = |(place, (day, _)): (usize, &(crate::roster::calendar::Day, u64))| {
        Column::new(&lang.day_beside(*day, review.roster.as_of()), place + 1)
    };
    let mut columns: Vec<Column> = lapses.days.iter().enumerate().map(day).collect();
    columns.extend(late.then(|| Column::new(lang.say(&slide::LATER), lapses.days.len() + 1)));
    columns.push(Column::new(lang.say(&slide::ALL_MONTHS), 0));
    let name = lang.say(&slide::FROM).to_owned();
    Grid { name, columns, behind: String::new(), rows, summed: true, from_above: false }.draw(page);
}

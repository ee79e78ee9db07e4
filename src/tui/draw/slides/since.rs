//! What changed since the last meeting: the net change of the active, and of every headline figure.

use super::grid::{Behind, Column, Grid, Row};
use super::page::{Beside, Page};
use crate::lang::words::{self, slide};
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Fills the page.
pub fn draw(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let Some(comparison) = &review.answer.comparison else { return };
    let (was, is) = (comparison.old.active(), comparison.new.active());
    let by = i128::from(is) - i128::from(was);
    let style = if by < 0 { theme.attention() } else { theme.plain() };
    let text = lang.fill(&slide::ACTIVE_SINCE, &[&lang.count(was), &lang.count(is)]);
    let told = lang.headline(comparison);
    let keep = 3 + 2 * page.sheet.gap + told.len() as u16;
    page.figure(&lang.signed(by), style, Beside::of(vec![vec![Span::styled(text, theme.bold())]]), keep);
    page.gap();
    if let Some(doubt) = lang.other_people(comparison) {
        page.caveat(&doubt);
    }
    let row = |own: crate::lang::changes::Told| Row {
        name: own.name.to_owned(),
        numbers: vec![own.old, own.new, own.change],
        style: if own.worse { theme.attention() } else { theme.plain() },
        behind: Behind::Nothing,
    };
    let dates = [comparison.old.as_of, comparison.new.as_of].map(|day| lang.day(day));
    let columns = vec![Column::new(&dates[0], 2), Column::new(&dates[1], 1), Column::new(lang.say(&words::CHANGE), 0)];
    let rows = told.into_iter().map(row).collect();
    Grid { name: String::new(), columns, behind: String::new(), rows, summed: false, from_above: false }.draw(page);
    page.gap();
    if let Some(told) = lang.of_everybody(comparison) {
        page.text(told, theme.dim());
    }
    page.text(&lang.traffic(comparison), theme.dim());
}

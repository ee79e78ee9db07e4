//! What is next: office, what, how many, by when, as the meeting's notes say it.

use super::page::Page;
use crate::notes::Notes;
use crate::tui::state::slides::steps::{Columns, GAP, Row, pages};
use ratatui::text::Span;

/// Fills the page with the steps of that slide, from 0.
pub fn draw(notes: &Notes, number: usize, page: &mut Page<'_, '_>) {
    let columns = Columns::of(notes, page.room());
    let pages = pages(notes, &page.sheet);
    for row in pages.get(number).or(pages.last()).into_iter().flatten() {
        if page.y < page.sheet.bottom {
            draw_row(row, &columns, page);
        }
        page.y += 1;
    }
}

fn draw_row(row: &Row, columns: &Columns, page: &mut Page<'_, '_>) {
    let theme = page.canvas.theme;
    let (y, from) = (page.y, page.sheet.from);
    let style = if row.done { theme.dim() } else { theme.plain() };
    let mark = if row.done { theme.good() } else { theme.dim() };
    let number_end = from + columns.number as u16;
    page.canvas.put_right(number_end, y, Span::styled(row.number.clone(), mark));
    let mut x = number_end + GAP as u16;
    let bold = style.patch(theme.bold());
    page.canvas.put(x, y, Span::styled(row.office.clone(), bold));
    if columns.beside && columns.office > 0 {
        x += (columns.office + GAP) as u16;
    }
    if !row.what.is_empty() {
        page.canvas.put(x, y, Span::styled(row.what.clone(), style));
    }
    if columns.beside {
        page.right(y, vec![Span::styled(row.by_when.clone(), bold)]);
        let end = page.sheet.to - (columns.by_when + if columns.by_when > 0 { GAP } else { 0 }) as u16;
        page.canvas.put_right(end, y, Span::styled(row.many.clone(), style));
    }
}

//! The whole screen from the whole state. Drawing changes nothing.
//!
//! ```text
//!  Programme                                                DEMO   as of 30 Aug 2024
//!  14,212 of 19,336 active   Rp934,708,000 left        3 months, to Nov 2024
//!  ████████████▍    │ 73.5%  ███████▏         │ 42.5%  whole target: to Oct 2024
//!  1 Groups   2 Enrollment   3 Budget   4 Workers   5 Checks ■ 37
//! ━━━━━━━━━━───────────────────────────────────────────────────────────────────
//!  the tab
//!  Filter  none                              17,640 of 17,640 workers
//!  / filter  space pick  enter open  ? help  q quit
//! ```

use super::{header, keybar, loading, overlays, tabs, typing};
use crate::lang::measure::fit;
use crate::lang::scrub::scrub;
use crate::lang::words;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::{App, Overlay, Stage};
use crate::tui::state::review::Review;
use crate::tui::theme::ascii;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

/// Draws the screen; the answer is where the hardware cursor sits, if it is to be seen.
pub fn draw(buffer: &mut Buffer, app: &App) -> Option<Position> {
    let mut canvas = Canvas { buffer, lang: app.lang, theme: app.theme, ascii: app.ascii, cursor: None };
    let cursor = match (Layout::of(canvas.buffer.area), &app.stage) {
        (None, Stage::Ready(review)) => {
            header::alone(review, &mut canvas);
            None
        }
        (None, Stage::Loading(_)) => None,
        (Some(layout), Stage::Ready(review)) => ready(app, review, &layout, &mut canvas),
        (Some(layout), Stage::Loading(loading)) => {
            loading::draw(app, loading, &layout, &mut canvas);
            None
        }
    };
    if app.ascii {
        to_ascii(canvas.buffer);
    }
    cursor
}

/// One ASCII cell for each cell that is not: letters lose their accents, what has no likeness becomes `?`.
fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            // Our own signs first: without its stroke `≠` would be an equals sign.
            match ascii(cell.symbol()) {
                Some(sign) => cell.set_symbol(sign),
                None => cell.set_char(crate::roster::text::unaccented(cell.symbol()).unwrap_or('?')),
            };
        }
    }
}

fn ready(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Option<Position> {
    header::draw(app, review, layout, canvas);
    let unit = match &app.overlay {
        Some(Overlay::Help) => overlays::help::draw(app.tab, layout, canvas),
        Some(Overlay::Detail) => overlays::detail::draw(app, review, layout, canvas),
        Some(Overlay::Explain(top)) => overlays::explain::draw(app.tab, *top, review, layout, canvas),
        Some(Overlay::Facets(cursor)) => overlays::facets::draw(review, cursor, layout, canvas),
        Some(Overlay::Sort(line)) => overlays::sort::draw(review, *line, layout, canvas),
        Some(Overlay::Palette(palette)) => overlays::palette::draw(palette, app.views.as_ref().ok(), layout, canvas),
        Some(Overlay::WhatIf(panel)) => overlays::whatif::draw(review, panel, layout, canvas),
        Some(Overlay::Compare(view)) => overlays::compare::draw(app, review, view, layout, canvas),
        Some(Overlay::Export(form)) => overlays::export::draw(app, review, form, layout, canvas),
        None => tabs::draw(app, review, layout, canvas),
    };
    if !unit.is_empty() {
        let spaced: Vec<Span> =
            std::iter::once(Span::raw(" ")).chain(unit).chain(std::iter::once(Span::raw(" "))).collect();
        canvas.put_right(layout.area.width - 1, layout.rule, spaced);
    }
    // On a low screen a tab may have more rows than there are: the last two are no part of it.
    let last_two = Rect { y: layout.filter, height: 2, ..layout.area };
    for position in last_two.positions() {
        if let Some(cell) = canvas.buffer.cell_mut(position) {
            cell.reset();
        }
    }
    notice(app, canvas, layout);
    match &review.editor {
        Some(editor) => typing::draw(canvas, layout, review, editor),
        None => {
            filter_row(canvas, layout, review);
            keybar::draw(app, review, layout, canvas);
            // A cursor under a notice would be one in a text.
            let covered = layout.filter.saturating_sub(notice_lines(app).len() as u16);
            canvas.cursor.filter(|cursor| cursor.y < covered || cursor.y >= layout.filter)
        }
    }
}

/// How many pass, of how many.
pub fn counts(canvas: &Canvas<'_>, layout: &Layout, review: &Review) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    if review.pending {
        return vec![Span::styled(canvas.say(&words::COUNTING), theme.dim())];
    }
    if review.sorting.is_some() {
        return vec![Span::styled(canvas.say(&words::SORTING), theme.chosen())];
    }
    let narrow = layout.width == Width::Narrow;
    let (matched, aside) = match narrow {
        true => (words::MATCHED_SHORT, words::SET_ASIDE_SHORT),
        false => (words::MATCHED, words::SET_ASIDE),
    };
    let all = lang.count(review.roster.workers.len() as u64);
    let found = lang.count(review.answer.figures.matched);
    let mut line = canvas.fill(&matched, theme.dim(), &[(&found, theme.bold()), (&all, theme.plain())]);
    let payments = review.roster.payments_set_aside() as u64;
    if payments > 0 && !narrow {
        // The money left would look larger than it is, on every tab.
        let text = lang.fill(&words::PAYMENTS_ASIDE_SHORT, &[&lang.count(payments)]);
        line.insert(0, Span::styled(format!("▲ {text} · "), theme.attention()));
    }
    let set_aside = review.roster.workers_set_aside() as u64;
    if set_aside > 0 {
        line.push(Span::styled(" · ", theme.dim()));
        line.extend(canvas.fill(&aside, theme.dim(), &[(&lang.count(set_aside), theme.plain())]));
    }
    line
}

fn filter_row(canvas: &mut Canvas<'_>, layout: &Layout, review: &Review) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let counts = counts(canvas, layout, review);
    let taken: usize = counts.iter().map(Span::width).sum();
    canvas.put_right(end, layout.filter, counts);
    let x = canvas.put(1, layout.filter, Span::styled(canvas.say(&words::FILTER), theme.dim())) + 2;
    let room = usize::from(end).saturating_sub(usize::from(x) + taken + 2);
    match review.filter.is_everybody() {
        true => canvas.put(x, layout.filter, Span::styled(fit(canvas.say(&words::NO_FILTER), room), theme.dim())),
        false => canvas.put(x, layout.filter, Span::styled(fit(&scrub(&review.text), room), theme.chosen())),
    };
}

fn notice_lines(app: &App) -> Vec<String> {
    app.notice.as_ref().map_or(Vec::new(), |notice| notice.lines(app.lang))
}

fn notice(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    let lines = notice_lines(app);
    for (index, text) in lines.iter().enumerate() {
        let y = layout.filter.saturating_sub((lines.len() - index) as u16);
        let blank = " ".repeat(usize::from(layout.area.width));
        canvas.put(0, y, Span::raw(blank));
        canvas.put_right(layout.area.width, y, Span::raw(""));
        let mark = if index == 0 { "▲ " } else { "  " };
        let attention = canvas.theme.attention();
        let x = canvas.put(1, y, Span::styled(mark, attention));
        canvas.put(x, y, Span::raw(fit(text, usize::from(layout.area.width).saturating_sub(4))));
    }
}

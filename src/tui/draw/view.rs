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

use super::{filter, header, keybar, loading, notice, overlays, slides, tabs, typing};
use crate::lang::glyphs::Glyphs;
use crate::tui::keymap::Context;
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::{App, Stage};
use crate::tui::state::overlay::Overlay;
use crate::tui::state::review::Review;
use crate::tui::target::Region;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

/// What a drawing is besides its cells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Drawn {
    /// Where the hardware cursor sits, if it is to be seen.
    pub cursor: Option<Position>,
    /// What the cells mean to a pointer.
    pub regions: Vec<Region>,
}

/// Draws the screen.
pub fn draw(buffer: &mut Buffer, app: &App) -> Drawn {
    let mut canvas = Canvas::new(buffer, app.lang, app.theme, app.glyphs);
    let area = canvas.buffer.area;
    let cursor = match (app.layout_of(area), &app.stage) {
        (None, Stage::Ready(review)) => {
            header::alone(review, &mut canvas);
            None
        }
        (None, Stage::Loading(waiting)) => {
            loading::alone(waiting, &mut canvas);
            None
        }
        (Some(_), Stage::Ready(review)) if matches!(app.overlay, Some(Overlay::Slides(_))) => {
            present(app, review, &mut canvas);
            None
        }
        (Some(layout), Stage::Ready(review)) => {
            let whole = Layout::of(area).filter(|own| app.stays_calm() && own.rule == layout.rule).unwrap_or(layout);
            content(app, review, &whole, &mut canvas);
            if whole != layout && canvas.cursor.is_some_and(|cursor| cursor.y >= layout.filter - app.said_rows()) {
                canvas.buffer.reset();
                (canvas.cursor, canvas.regions) = (None, Vec::new());
                content(app, review, &layout, &mut canvas);
            }
            below(app, review, &layout, &mut canvas)
        }
        (Some(layout), Stage::Loading(waiting)) => loading::draw(app, waiting, &layout, &mut canvas),
    };
    in_glyphs(canvas.buffer, app.glyphs);
    app.theme.ground(canvas.buffer);
    Drawn { cursor, regions: canvas.regions }
}

/// A slide takes the whole screen; only a word stands above its keys, until the next key.
fn present(app: &App, review: &Review, canvas: &mut Canvas<'_>) {
    if let (Some(Overlay::Slides(slides)), Some(sheet)) = (&app.overlay, app.sheet()) {
        slides::draw(app, review, slides, sheet, canvas);
        notice::draw(app, canvas, sheet.keys);
    }
}

/// One cell that the terminal has for each that it has not: letters lose their accents, what has no likeness becomes `?`.
fn in_glyphs(buffer: &mut Buffer, glyphs: Glyphs) {
    for cell in &mut buffer.content {
        if let Some(symbol) = glyphs.cell(cell.symbol()) {
            cell.set_symbol(&symbol);
        }
    }
}

/// The header, and the tab or what lies over it.
fn content(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) {
    header::draw(app, review, layout, canvas);
    let unit = match &app.overlay {
        Some(overlay) => overlays::draw(app, review, overlay, layout, canvas),
        None => tabs::draw(app, review, layout, canvas),
    };
    if !unit.is_empty() {
        let spaced: Vec<Span> =
            std::iter::once(Span::raw(" ")).chain(unit).chain(std::iter::once(Span::raw(" "))).collect();
        canvas.put_right(layout.area.width - 1, layout.rule, spaced);
    }
}

/// What is said, the filter and the keys; the answer is where the hardware cursor sits.
fn below(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Option<Position> {
    // On a low screen a tab may have more rows than there are: the last two are no part of it.
    let last_two = Rect { y: layout.filter, height: 2, ..layout.area };
    for position in last_two.positions() {
        if let Some(cell) = canvas.buffer.cell_mut(position) {
            cell.reset();
        }
    }
    canvas.covers(layout.filter, layout.filter + 2);
    // A filter being typed takes the row above the filter; what is said stands above both.
    let editor = review.editor.as_ref().filter(|_| app.context() == Context::Filter);
    notice::draw(app, canvas, layout.filter - u16::from(editor.is_some()));
    match editor {
        Some(editor) => typing::draw(canvas, layout, app, review, editor),
        None => {
            filter::draw(canvas, layout, app, review);
            keybar::draw(app, layout, canvas);
            // A cursor under a notice would be one in a text.
            let covered = layout.filter.saturating_sub(app.said_rows());
            canvas.cursor.filter(|cursor| cursor.y < covered || cursor.y >= layout.filter)
        }
    }
}

//! What is said above the filter: the state that stands, and the newest word or offer.

use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::state::said::Mark;
use ratatui::text::Span;

/// Draws it so that its last row stands above row `bottom`.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, bottom: u16) {
    let theme = canvas.theme;
    let blank = " ".repeat(usize::from(canvas.buffer.area.width));
    let mut y = bottom.saturating_sub(app.said_rows());
    canvas.covers(y, bottom);
    for said in app.said() {
        let (sign, style) = match said.mark {
            Mark::Done => ("✓", theme.good()),
            Mark::Aside => ("·", theme.dim()),
            Mark::Look => ("▲", theme.attention()),
            Mark::Broken => ("■", theme.bad()),
        };
        for (row, text) in said.rows.into_iter().enumerate() {
            canvas.put(0, y, Span::raw(blank.as_str()));
            if row == 0 {
                canvas.put(1, y, Span::styled(sign, style));
            }
            // The words of a success are as green as their sign.
            let style = if said.mark == Mark::Done { style } else { theme.plain() };
            canvas.put(3, y, Span::styled(text, style));
            y += 1;
        }
    }
}

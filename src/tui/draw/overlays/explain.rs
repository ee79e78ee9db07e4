//! Every figure explains itself: the formulas of the figure under the cursor, laid out over the content.

use crate::lang::words;
use crate::tui::keymap::Context;
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::scroll::Scroll;
use crate::tui::state::app::App;
use crate::tui::state::explain::{Explain, written};
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Draws the formulas of a tab over the content; the answer stands at the right end of the rule.
pub fn draw(
    app: &App,
    explain: &Explain,
    review: &Review,
    layout: &Layout,
    canvas: &mut Canvas<'_>,
) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let (title, rows) = written(app.tab, review, layout, canvas.lang);
    let keys = (&app.keymap, Context::Explain);
    Scroll::new(rows.len(), layout).draw(explain.top, keys, layout, canvas, |canvas, place, y| {
        let Some((name, text)) = rows.get(place) else { return };
        let x = canvas.put(1, y, Span::styled(name.as_str(), theme.dim()));
        canvas.put(x, y, Span::styled(text.as_str(), theme.plain()));
    });
    vec![Span::styled(canvas.say(&words::EXPLAINED), theme.bold()), Span::styled(format!(" {title}"), theme.dim())]
}

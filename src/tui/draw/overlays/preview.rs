//! What will come of an office's list, laid out over the checks of the roster that it would make.
//!
//! ```text
//!  Enter writes 9 workers to mimika.json and 3 refused rows to mimika.refused.csv.
//!
//!  mimika.csv: 12 rows, headings in row 4
//!  Rows read            12
//!    good                6
//! ```

use crate::lang::words::import as words;
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::scroll::Scroll;
use crate::tui::state::app::App;
use crate::tui::state::preview::Preview;
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Draws it; the answer stands at the right end of the rule.
pub fn draw(
    app: &App,
    review: &Review,
    preview: &Preview,
    layout: &Layout,
    canvas: &mut Canvas<'_>,
) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let key = app.keymap.long_name(Action::Open, Context::Preview, canvas.lang);
    let rows = preview.rows(layout, review.roster.workers.len(), &key, canvas.lang);
    let keys = (&app.keymap, Context::Preview);
    Scroll::new(rows.len(), layout).draw(preview.top, keys, layout, canvas, |canvas, place, y| {
        let style = if place == 0 { theme.bold() } else { theme.plain() };
        canvas.put(1, y, Span::styled(rows.get(place).map_or("", String::as_str), style));
    });
    vec![Span::styled(canvas.say(&words::PREVIEW), theme.bold())]
}

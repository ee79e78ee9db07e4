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
    let height = usize::from(layout.content.height);
    // What does not fit is scrolled, and a row says so.
    let fits = rows.len() <= height;
    let sight = if fits { height } else { height.saturating_sub(1) };
    let top = preview.top.min(rows.len().saturating_sub(sight));
    for (row, text) in rows.iter().skip(top).take(sight).enumerate() {
        let style = if top + row == 0 { theme.bold() } else { theme.plain() };
        canvas.put(1, layout.content.y + row as u16, Span::styled(text.clone(), style));
    }
    if !fits {
        let below = rows.len() - top - sight.min(rows.len() - top);
        let name = |action| app.keymap.long_name(action, Context::Preview, canvas.lang);
        let mark = match below {
            0 => format!("▲ {}", name(Action::PageUp)),
            below => format!("▼ {below}  {}", name(Action::PageDown)),
        };
        let y = layout.content.y + layout.content.height - 1;
        canvas.put_right(layout.area.width - 1, y, Span::styled(mark, theme.dim()));
    }
    vec![Span::styled(canvas.say(&words::PREVIEW), theme.bold())]
}

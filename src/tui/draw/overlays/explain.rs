//! Every figure explains itself: the formulas of the figure under the cursor, laid out over the content.

use crate::lang::words;
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
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
    let height = usize::from(layout.content.height);
    // What does not fit is scrolled, and a row says so.
    let fits = rows.len() <= height;
    let sight = if fits { height } else { height.saturating_sub(1) };
    let top = explain.top.min(rows.len().saturating_sub(sight));
    for (row, (name, text)) in rows.iter().skip(top).take(sight).enumerate() {
        let y = layout.content.y + row as u16;
        let x = canvas.put(1, y, Span::styled(name.clone(), theme.dim()));
        canvas.put(x, y, Span::styled(text.clone(), theme.plain()));
    }
    if !fits {
        let below = rows.len() - top - sight.min(rows.len() - top);
        let key = |action| app.keymap.long_name(action, Context::Explain, canvas.lang);
        let mark = match below {
            0 => format!("▲ {}", key(Action::PageUp)),
            below => format!("▼ {below}  {}", key(Action::PageDown)),
        };
        let y = layout.content.y + layout.content.height - 1;
        canvas.put_right(layout.area.width - 1, y, Span::styled(mark, theme.dim()));
    }
    vec![Span::styled(canvas.say(&words::EXPLAINED), theme.bold()), Span::styled(format!(" {title}"), theme.dim())]
}

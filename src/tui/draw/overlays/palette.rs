//! Every command by its words, those that fit what is typed.

use crate::lang::measure::{fit, width, wrap};
use crate::lang::scrub::scrub;
use crate::lang::words;
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::List;
use crate::tui::state::app::App;
use crate::tui::state::app::would::Would;
use crate::tui::state::palette::Palette;
use ratatui::style::Style;
use ratatui::text::Span;

/// Draws the list over the content; the answer stands at the right end of the rule.
pub fn draw(app: &App, palette: &Palette, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let content = layout.content;
    let entries = palette.found(&app.keymap, app.views.as_ref().ok());
    let found: Vec<(String, &str)> = entries.iter().map(|entry| entry.words(lang)).collect();
    canvas.put(1, content.y, Span::styled(":", theme.bold()));
    let text = palette.input.text();
    let room = usize::from(layout.area.width).saturating_sub(5);
    let (caret, _) = canvas.typed(3, content.y, room, &text, &palette.input.before());
    let keys = found.iter().map(|(key, _)| width(key)).max().unwrap_or(0).min(usize::from(layout.area.width) / 2);
    // Where room is short, the list stands close under the line.
    let top = if content.height > 4 { 2 } else { 1 };
    let room = usize::from(content.height.saturating_sub(top));
    let line = palette.line.min(found.len().saturating_sub(1));
    let list = List::around_with_more(Some(line), room, found.len());
    for (y, place) in (content.y + top..).zip(list.lines()) {
        let Some((key, words)) = found.get(place) else { continue };
        // Words that have no room beside the column of keys begin as far left as they must.
        let end = usize::from(layout.area.width - 1);
        let x = (3 + keys + 2).min(end.saturating_sub(width(words)).max(3 + width(key) + 1));
        canvas.put(3, y, Span::styled(fit(key, end - 3), theme.bold()));
        let behind = canvas.put(x as u16, y, Span::raw(fit(words, end.saturating_sub(x))));
        if let Some((text, style)) = entries.get(place).and_then(|entry| now(app.would_run(entry), canvas)) {
            // Whole or not at all: half of it says something else.
            let text = format!(": {text}");
            if usize::from(behind) + width(&text) <= end {
                canvas.put(behind, y, Span::styled(text, style));
            }
        }
        list.mark(canvas, place, 1, (0, behind), y);
        list.reaches(canvas, place, (0, layout.area.width), y);
    }
    if let Some(more) = list.more(lang).filter(|_| list.lines().len() < room) {
        canvas.put(3, content.y + content.height - 1, Span::styled(more, theme.dim()));
    }
    if found.is_empty() {
        let why = match &app.views {
            Err(why) if palette.is_of_views() => why.lines().map(scrub).collect::<Vec<_>>().join(" "),
            views => palette.refusal((&app.keymap, views.as_ref().ok()), lang),
        };
        for (y, text) in
            (content.y + top..content.y + content.height).zip(wrap(&why, usize::from(layout.area.width) - 4))
        {
            canvas.put(3, y, Span::styled(text, theme.dim()));
        }
    }
    canvas.cursor = Some(caret);
    let count = lang.fill(&words::ACTIONS, &[&found.len().to_string()]);
    vec![Span::styled(canvas.say(&words::COMMANDS), theme.bold()), Span::styled(format!(" {count}"), theme.dim())]
}

/// What a command would do now, and how that is written.
fn now(would: Would, canvas: &Canvas<'_>) -> Option<(String, Style)> {
    match would {
        Would::Do => None,
        Would::DoTo(what) => Some((what, canvas.theme.plain())),
        Would::Nothing(why) => Some((canvas.say(why).to_owned(), canvas.theme.dim())),
    }
}

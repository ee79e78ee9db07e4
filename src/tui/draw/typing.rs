//! The rows of a filter being typed.

use crate::lang::measure::{fit, width};
use crate::lang::scrub::scrub;
use crate::lang::words;
use crate::tui::draw::overlays;
use crate::tui::draw::view::counts;
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::editor::Editor;
use crate::tui::state::review::Review;
use ratatui::layout::Position;
use ratatui::text::Span;

/// Draws them: what may be typed next, the text, under it what is wrong or still shown, the keys.
pub fn draw(canvas: &mut Canvas<'_>, layout: &Layout, review: &Review, editor: &Editor) -> Option<Position> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let end = layout.area.width - 1;
    let (line, below) = (layout.filter - 1, layout.filter);
    overlays::completion::draw(editor, &review.roster, layout, line, canvas);
    canvas.put(0, line, Span::raw(" ".repeat(usize::from(layout.area.width))));
    canvas.put(1, line, Span::styled("/", theme.bold()));
    let room = usize::from(end) - 4;
    let text = editor.input.text();
    let (caret, skip) = canvas.typed(3, line, room, &text, &editor.input.before());
    match editor.error.as_ref().filter(|error| !editor.is_unfinished(error)) {
        None => {
            let counts = counts(canvas, layout, review);
            let taken: usize = counts.iter().map(Span::width).sum();
            canvas.put_right(end, below, counts);
            if editor.error.is_some() {
                let shown = match review.filter.is_everybody() {
                    true => canvas.say(&words::NO_FILTER).to_owned(),
                    false => scrub(&review.text).into_owned(),
                };
                let room = usize::from(end).saturating_sub(taken + 5);
                let text = fit(&lang.fill(&words::STILL_SHOWN, &[&shown]), room);
                canvas.put(3, below, Span::styled(text, theme.dim()));
            }
        }
        Some(error) => {
            let chars = text.chars().take(error.column - 1).collect::<String>();
            let at = 3 + width(&chars).saturating_sub(skip) as u16;
            let column = lang.fill(&words::COLUMN, &[&error.column.to_string()]);
            let message = format!("{} ({column})", lang.query_error(error));
            canvas.put(at, below, Span::styled("^", theme.bad()));
            let room_right = usize::from(end.saturating_sub(at + 2));
            if width(&message) <= room_right || usize::from(at) < usize::from(end) / 2 {
                canvas.put(at + 2, below, Span::styled(fit(&message, room_right), theme.plain()));
            } else {
                let room_left = usize::from(at.saturating_sub(2));
                canvas.put_right(at.saturating_sub(1), below, Span::styled(fit(&message, room_left), theme.plain()));
            }
        }
    }
    let tab = match (&editor.completion, editor.suggestion()) {
        (Some(_), _) => Some(lang.say(&words::KEY_NEXT).to_owned()),
        (None, Some(word)) => Some(lang.fill(&words::KEY_TAKE, &[&scrub(&word)])),
        (None, None) => None,
    };
    let mut keys: Vec<(&str, String)> = tab.map(|word| ("tab", word)).into_iter().collect();
    if editor.error.is_none() {
        keys.push(("enter", lang.say(&words::KEY_KEEP).to_owned()));
    }
    let rest =
        [("↑ ↓", words::KEY_HISTORY), ("^w", words::KEY_WORD), ("^u", words::KEY_CLEAR), ("esc", words::KEY_BACK)];
    keys.extend(rest.map(|(key, word)| (key, lang.say(&word).to_owned())));
    let mut x = 1;
    for (key, word) in keys {
        if usize::from(x) + width(key) + 1 + width(&word) <= usize::from(end) {
            x = canvas.put(x, layout.keys, Span::styled(key, theme.bold())) + 1;
            x = canvas.put(x, layout.keys, Span::styled(word, theme.dim())) + 2;
        }
    }
    Some(caret)
}

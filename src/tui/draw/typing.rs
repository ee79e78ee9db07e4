//! The rows of a filter being typed.

use crate::lang::measure::{fit, width};
use crate::lang::scrub::scrub;
use crate::lang::words;
use crate::tui::draw::filter::counts;
use crate::tui::draw::{keybar, overlays};
use crate::tui::keymap::{Action, Context, Hint};
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::state::editor::Editor;
use crate::tui::state::review::Review;
use ratatui::layout::Position;
use ratatui::text::Span;

/// Draws them: what may be typed next, the text, under it what is wrong or still shown, the keys.
pub fn draw(canvas: &mut Canvas<'_>, layout: &Layout, app: &App, review: &Review, editor: &Editor) -> Option<Position> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let end = layout.area.width - 1;
    let (line, below) = (layout.filter - 1, layout.filter);
    overlays::completion::draw(editor, &review.roster, layout, line.saturating_sub(app.said_rows()), canvas);
    canvas.covers(line, line + 1);
    canvas.put(0, line, Span::raw(" ".repeat(usize::from(layout.area.width))));
    canvas.put(1, line, Span::styled("/", theme.bold()));
    let room = usize::from(end) - 4;
    let text = editor.input.text();
    let (caret, skip) = canvas.typed(3, line, room, &text, &editor.input.before());
    match editor.error.as_ref().filter(|error| !editor.is_unfinished(error)) {
        None => {
            let counts = counts(canvas, layout, app, review);
            let taken: usize = counts.iter().map(Span::width).sum();
            canvas.put_right(end, below, counts);
            if editor.error.is_some() {
                let room = usize::from(end).saturating_sub(taken + 5);
                let everybody = review.filter.is_everybody();
                let shown = if everybody { canvas.say(&words::NO_FILTER).into() } else { scrub(&review.text) };
                let text = lang.fill(&words::STILL_SHOWN, &[&shown]);
                // The filter's text may be cut, the words before it and those that say there is none are not.
                let least = if everybody { width(&text) } else { width(&text).min(width(&text) - width(&shown) + 6) };
                if least <= room {
                    canvas.put(3, below, Span::styled(fit(&text, room), theme.dim()));
                }
            }
        }
        Some(error) => {
            let chars = text.chars().take(error.column - 1).collect::<String>();
            let at = 3 + width(&chars).saturating_sub(skip) as u16;
            let column = lang.fill(&words::COLUMN, &[&error.column.to_string()]);
            let whole = lang.query_error(error);
            // What is wrong is said first, what to write instead behind it: that goes before a word is half.
            let first = whole.split_once(';').map_or(whole.as_str(), |(first, _)| first).to_owned();
            let comma = first.split_once(", ").map_or(first.as_str(), |(first, _)| first).to_owned();
            let ways = [format!("{whole} ({column})"), whole, first, comma];
            canvas.put(at, below, Span::styled("^", theme.bad()));
            let room_right = usize::from(end.saturating_sub(at + 2));
            let room_left = usize::from(at.saturating_sub(2));
            let right_first = usize::from(at) < usize::from(end) / 2;
            let all = usize::from(end) - 1;
            let beside = ways.iter().find(|way| width(way) <= room_right.max(room_left));
            match beside {
                Some(way) if width(way) <= room_right && (right_first || *way == ways[0] || width(way) > room_left) => {
                    canvas.put(at + 2, below, Span::styled(way.as_str(), theme.plain()));
                }
                Some(way) => canvas.put_right(at.saturating_sub(1), below, Span::styled(way.as_str(), theme.plain())),
                // Rather without the sign that shows the place than half a sentence.
                None => {
                    let way = ways.iter().find(|way| width(way) <= all).unwrap_or(&ways[3]);
                    canvas.put(0, below, Span::raw(" ".repeat(usize::from(end))));
                    canvas.put(1, below, Span::styled(fit(way, all), theme.plain()));
                }
            }
        }
    }
    let (hints, _) = app.keymap.bar(Context::Filter, lang);
    let next = match (&editor.completion, editor.suggestion(app.lang)) {
        (Some(_), _) => Some(None),
        (None, word) => word.map(|word| Some(lang.fill(&words::KEY_TAKE, &[&scrub(&word)]))),
    };
    let is = |hint: &Hint, action| Some(*hint) == app.keymap.hint(action, Context::Filter, lang);
    let shown = hints.iter().filter_map(|hint| match &next {
        None if is(hint, Action::NextTab) => None,
        Some(Some(take)) if is(hint, Action::NextTab) => Some((hint.0, take.as_str())),
        _ if is(hint, Action::Open) && editor.error.is_some() => None,
        _ => Some(*hint),
    });
    keybar::row(layout, canvas, (&app.keymap, Context::Filter), shown);
    Some(caret)
}

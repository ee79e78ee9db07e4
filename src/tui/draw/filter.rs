//! The row of the filter: what is in force, and how many pass.

use crate::lang::measure::{fit, width};
use crate::lang::scrub::scrub;
use crate::lang::words;
use crate::tui::keymap::Action;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::state::review::Review;
use crate::tui::target::Target;
use ratatui::text::Span;

/// How many pass, of how many.
pub fn counts(canvas: &Canvas<'_>, layout: &Layout, app: &App, review: &Review) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    if app.is_counting() {
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

/// Draws it.
pub fn draw(canvas: &mut Canvas<'_>, layout: &Layout, app: &App, review: &Review) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let counts = counts(canvas, layout, app, review);
    let taken: usize = counts.iter().map(Span::width).sum();
    canvas.put_right(end, layout.filter, counts);
    let filter = app.keymap.row(Action::Filter, app.context()).and_then(|row| row.keys.first());
    if let Some(key) = filter {
        canvas.means(0, layout.area.width, layout.filter, Target::Key(*key));
    }
    let x = canvas.put(1, layout.filter, Span::styled(canvas.say(&words::FILTER), theme.dim())) + 2;
    let room = usize::from(end).saturating_sub(usize::from(x) + taken + 2);
    match review.filter.is_everybody() {
        // Half a word says nothing.
        true if width(canvas.say(&words::NO_FILTER)) > room => x,
        true => canvas.put(x, layout.filter, Span::styled(canvas.say(&words::NO_FILTER), theme.dim())),
        false => canvas.put(x, layout.filter, Span::styled(fit(&scrub(&review.text), room), theme.chosen())),
    };
}

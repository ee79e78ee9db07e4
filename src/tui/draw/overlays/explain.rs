//! Every figure explains itself: the formulas of the figure under the cursor, laid out over the content.

use crate::lang::explain::Line;
use crate::lang::measure::{pad, width, wrap};
use crate::lang::{Lang, words};
use crate::tui::draw::tabs::budget::runway::outlook;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::budget::BudgetRow;
use crate::tui::state::review::Review;
use crate::tui::tab::Tab;
use ratatui::text::Span;

/// A row of the screen: a name, a formula, or both.
type Written = (String, String);

/// The formulas of a tab as they are broken into rows.
fn written(tab: Tab, review: &Review, layout: &Layout, lang: Lang) -> (&'static str, Vec<Written>) {
    let (title, lines) = formulas(tab, review, lang);
    let narrow = layout.width == Width::Narrow;
    let names = lines.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let indent = if narrow { 3 } else { 1 + names + 2 };
    let room = usize::from(layout.area.width).saturating_sub(indent + 1);
    let mut rows = Vec::new();
    for (place, (name, text)) in lines.into_iter().enumerate() {
        if place > 0 && layout.airy() {
            rows.push(Written::default());
        }
        let mut name = pad(name, names);
        if narrow {
            rows.push((std::mem::take(&mut name), String::new()));
        }
        for text in wrap(&text, room) {
            rows.push((pad(&std::mem::take(&mut name), indent - 1), text));
        }
    }
    (title, rows)
}

/// How many rows that takes.
pub fn rows(tab: Tab, review: &Review, layout: &Layout, lang: Lang) -> usize {
    written(tab, review, layout, lang).1.len()
}

/// Draws the formulas of a tab over the content; the answer stands at the right end of the rule.
pub fn draw(tab: Tab, top: usize, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let (title, rows) = written(tab, review, layout, canvas.lang);
    let height = usize::from(layout.content.height);
    // What does not fit is scrolled, and a row says so.
    let fits = rows.len() <= height;
    let sight = if fits { height } else { height.saturating_sub(1) };
    let top = top.min(rows.len().saturating_sub(sight));
    for (row, (name, text)) in rows.iter().skip(top).take(sight).enumerate() {
        let y = layout.content.y + row as u16;
        let x = canvas.put(1, y, Span::styled(name.clone(), theme.dim()));
        canvas.put(x, y, Span::styled(text.clone(), theme.plain()));
    }
    if !fits {
        let below = rows.len() - top - sight.min(rows.len() - top);
        let mark = if below > 0 { format!("▼ {below}  PgDn") } else { "▲ PgUp".to_owned() };
        let y = layout.content.y + layout.content.height - 1;
        canvas.put_right(layout.area.width - 1, y, Span::styled(mark, theme.dim()));
    }
    vec![Span::styled(canvas.say(&words::EXPLAINED), theme.bold()), Span::styled(format!(" {title}"), theme.dim())]
}

/// The formulas of the figure under the cursor, and its name.
fn formulas(tab: Tab, review: &Review, lang: Lang) -> (&'static str, Vec<Line>) {
    let roster = &review.roster;
    let budget = &review.answer.figures.budget;
    match (tab, review.budget.row, outlook(budget, review.budget.row)) {
        (Tab::Budget, _, Some((name, own))) => (lang.say(name), lang.explained_runway(roster, budget, &own)),
        (Tab::Budget, BudgetRow::Payment(place), None) => {
            (lang.say(&words::PAYMENTS), lang.explained_payment(roster, budget, place, roster.paid_months()))
        }
        (Tab::Budget, _, None) => (lang.say(&words::CLAIMS), lang.explained_claims(budget)),
        _ => {
            let enrollment = &review.answer.figures.enrollment;
            let lines = lang.explained_enrollment(roster, enrollment);
            (lang.say(&words::TAB_ENROLLMENT), lines)
        }
    }
}

//! Enrollment: the big gauge toward the target, when it is reached at the present pace and what pace it takes, the
//! running total against plan and need, the months, and below them districts, funnel and earlier years.
//!
//! ```text
//!  █████████████████████████████████████████████▌▒▒              │  73.5% active
//!  ● 14,212 active   ▒ 386 grace                     target 19,336
//!  At the pace of 864 per 30 days (last 90 days) the target comes on 24 Feb 2025.
//! ── Enrolled ───────────────────── running total ─  ── Months ─────────────────
//! ```

mod chart;
mod comparison;
mod districts;
mod funnel;
mod gauge;
mod months;

use crate::figures::enrollment::Decile;
use crate::lang::measure::width;
use crate::lang::words;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Draws the tab.
pub fn draw(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let content = layout.content;
    let full = layout.area.width;
    let bottom = content.y + content.height;
    let top = match layout.width {
        Width::Wide => gauge::wide(review, layout, canvas) + 1,
        _ => gauge::draw(review, canvas, 1, full - 1, content.y, true),
    };
    let below = Rect::new(0, top, full, bottom.saturating_sub(top));
    match layout.width {
        Width::Wide => wide(review, layout, canvas, below),
        Width::Stacked if !review.enrollment.is_below() => {
            // The chart gives way to the numbers beside it.
            let split = (full * 5 / 8).min(full.saturating_sub(1 + months::width_of(review, canvas)));
            if !chart::panel(review, canvas, Rect { width: split.saturating_sub(1), ..below }) {
                months::panel(review, canvas, below, true, 1);
            } else {
                months::panel(review, canvas, Rect { x: split + 1, width: full - split - 1, ..below }, false, 2);
                decile_line(review, canvas, split + 3, full - 1, bottom.saturating_sub(2));
            }
            return more_below(review, canvas, below);
        }
        Width::Stacked => {
            let rows = districts::panel(review, canvas, below, 2);
            let rest = Rect { y: rows, height: bottom.saturating_sub(rows), ..below };
            let half = full / 2;
            funnel::panel(review, canvas, Rect { width: half - 1, ..rest });
            comparison::panel(review, canvas, Rect { x: half, width: full - half, ..rest }, true);
        }
        Width::Narrow if !review.enrollment.is_below() => {
            months::panel(review, canvas, below, false, 1);
            return more_below(review, canvas, below);
        }
        Width::Narrow => {
            let rows = districts::panel(review, canvas, below, 1);
            comparison::panel(review, canvas, Rect { y: rows, height: bottom.saturating_sub(rows), ..below }, false);
        }
    }
    Vec::new()
}

/// Every panel at once.
fn wide(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>, below: Rect) {
    let split = layout.third(2) - 1;
    let width = below.width - split;
    let lower = if below.height >= 24 { 8 } else { 0 };
    let upper = Rect { height: below.height - lower, ..below };
    chart::panel(review, canvas, Rect { width: split - 2, ..upper });
    let y = months::panel(review, canvas, Rect { x: split, width, ..upper }, true, 0) + 1;
    let height = (upper.y + upper.height).saturating_sub(y);
    comparison::panel(review, canvas, Rect { x: split, y, width, height }, true);
    if lower > 0 {
        let y = upper.y + upper.height;
        districts::panel(review, canvas, Rect { y, height: lower, width: split - 2, x: 0 }, 2);
        funnel::panel(review, canvas, Rect { x: split, y, width, height: lower });
    }
}

/// What comes below, in the last row; where that row belongs to a sentence it stands in the rule above.
fn more_below(review: &Review, canvas: &mut Canvas<'_>, below: Rect) -> Vec<Span<'static>> {
    let years: Vec<String> = review.roster.history.iter().map(|year| year.fiscal_year.to_string()).collect();
    let mut text = format!("▼ {}", canvas.say(&words::BELOW_DISTRICTS));
    for year in years.iter().rev().take(1) {
        text += &format!(", {year}");
    }
    let text = Span::styled(text, canvas.theme.dim());
    if below.height < 3 {
        return vec![text];
    }
    canvas.put_right(below.x + below.width - 1, below.y + below.height - 1, text);
    Vec::new()
}

fn decile_line(review: &Review, canvas: &mut Canvas<'_>, from: u16, end: u16, y: u16) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    if let Some(Decile { listed, active }) = review.answer.figures.enrollment.decile_1 {
        let (active, listed) = (lang.count(active), lang.count(listed));
        let line = canvas.fill(&words::OF, theme.dim(), &[(&active, theme.plain()), (&listed, theme.plain())]);
        let label = canvas.say(&words::DECILE_1);
        let taken: usize = line.iter().map(Span::width).sum();
        if width(label) + 1 + taken <= usize::from(end.saturating_sub(from)) {
            canvas.put(from, y, Span::styled(label, theme.dim()));
            canvas.put_right(end, y, line);
        }
    }
}

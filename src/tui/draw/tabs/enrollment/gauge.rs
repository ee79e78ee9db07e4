//! The gauge toward the target, who is active and in grace, and the sentences of pace and need.

use crate::figures::enrollment::Enrollment;
use crate::figures::share::Share as Fraction;
use crate::lang::sentence::Sentence;
use crate::lang::words;
use crate::roster::worker::Standing;
use crate::tui::layout::Layout;
use crate::tui::parts::bar::{self, Fill};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::digits;
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// The gauge with its numbers and sentences; the answer is the row behind them.
pub fn draw(review: &Review, canvas: &mut Canvas<'_>, from: u16, to: u16, top: u16, beside: bool) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let enrollment = &review.answer.figures.enrollment;
    let active = enrollment.standing.get(Standing::Active);
    let grace = enrollment.standing.get(Standing::Grace);
    let Some(target) = enrollment.target else {
        let line = lang.active_of(enrollment, review.roster.program.target);
        canvas.put(from, top, canvas.sentence(&line, theme.dim()));
        // Who pass need not be active: how they stand is the first thing to know of them.
        let room = usize::from(to.saturating_sub(from));
        if review.leads_with_matched() {
            let matched = lang.matched_as(enrollment);
            let y = wrapped(canvas, matched, room, from, top + 1);
            return sentences(enrollment, review, canvas, from, to, y) + u16::from(beside && y == top + 2);
        }
        return sentences(enrollment, review, canvas, from, to, top + 2) + u16::from(beside);
    };
    let percent = lang.percent(enrollment.progress.and_then(Fraction::percent_on_screen));
    let first = canvas.fill(&words::PERCENT_ACTIVE, theme.dim(), &[(&percent, theme.bold())]);
    let second = match enrollment.to_go {
        Some(0) if active > target => {
            canvas.fill(&words::ABOVE_TARGET, theme.dim(), &[(&lang.count(active - target), theme.bold())])
        }
        to_go => canvas.fill(&words::TO_GO_PEOPLE, theme.dim(), &[(&lang.count(to_go.unwrap_or(0)), theme.bold())]),
    };
    let wide = |line: &[Span]| line.iter().map(Span::width).sum::<usize>() as u16;
    let aside = if beside { wide(&first).max(wide(&second)) + 4 } else { 0 };
    let bar_width = usize::from(to.saturating_sub(from + aside));
    let parts =
        [(u128::from(active), Fill::Solid, theme.good()), (u128::from(grace), Fill::Hatched, theme.attention())];
    for y in [top, top + 1] {
        canvas.put(from, y, bar::stacked(&parts, target.into(), bar_width, Some(theme.dim())));
    }
    if beside {
        canvas.put(to - aside + 2, top, first.clone());
        canvas.put(to - aside + 2, top + 1, second.clone());
    }
    let mut line = vec![Span::styled("● ", theme.good())];
    line.extend(canvas.fill(&words::FIGURE_ACTIVE, theme.dim(), &[(&lang.count(active), theme.plain())]));
    line.push(Span::styled("   ▒ ", theme.attention()));
    line.extend(canvas.fill(&words::GRACE_OF, theme.dim(), &[(&lang.count(grace), theme.plain())]));
    if !beside {
        line.push(Span::raw("   "));
        line.extend(second);
    }
    let goal = canvas.fill(&words::TARGET_IS, theme.dim(), &[(&lang.count(target), theme.plain())]);
    let wide_goal = goal.iter().map(Span::width).sum::<usize>() as u16;
    let behind = canvas.put(from, top + 2, line);
    let goal_end = from + bar_width as u16;
    if behind + wide_goal + 2 <= goal_end {
        canvas.put_right(goal_end, top + 2, goal);
    }
    sentences(enrollment, review, canvas, from, to, top + 3)
}

/// Pace, forecast and need in words; the answer is the row behind them.
fn sentences(enrollment: &Enrollment, review: &Review, canvas: &mut Canvas<'_>, from: u16, to: u16, top: u16) -> u16 {
    let room = usize::from(to - from);
    let y = wrapped(canvas, canvas.lang.forecast(enrollment), room, from, top);
    match canvas.lang.needed(enrollment, review.roster.program.coverage.to.last_day()) {
        Some(needed) => wrapped(canvas, needed, room, from, y),
        None => y + u16::from(room >= 70),
    }
}

/// A sentence broken into rows; the answer is the row behind it.
fn wrapped(canvas: &mut Canvas<'_>, sentence: Sentence, room: usize, from: u16, top: u16) -> u16 {
    let lines = sentence.lines(room);
    for (row, line) in lines.iter().enumerate() {
        canvas.put(from, top + row as u16, canvas.sentence(line, canvas.theme.plain()));
    }
    top + lines.len() as u16
}

/// The same beside its percentage in big digits.
pub fn wide(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> u16 {
    let top = layout.content.y;
    let enrollment = &review.answer.figures.enrollment;
    let percent = enrollment.progress.and_then(Fraction::percent_on_screen);
    let big = canvas.lang.percent(percent).replace('%', " %");
    let bold = canvas.theme.bold();
    if percent.is_some() && digits::width(&big, 1) < usize::from(layout.third(1)) - 2 {
        for (row, line) in digits::lines(&big, 1).into_iter().enumerate() {
            canvas.put(1, top + row as u16, Span::styled(line, bold));
        }
    }
    let from = if percent.is_some() { layout.third(1) } else { 1 };
    draw(review, canvas, from, layout.area.width - 1, top, false).max(top + 5)
}

//! From listed to active.

use crate::lang::measure::{pad, width};
use crate::lang::words;
use crate::tui::parts::bar;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From listed to active, and how many are lost from step to step.
pub fn panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect) {
    if area.height < 5 {
        return;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let funnel = review.answer.figures.enrollment.funnel;
    canvas.panel(area.x, area.x + area.width, area.y, lang.say(&words::FUNNEL), &[]);
    let steps = [
        (&words::LISTED, funnel.listed, funnel.listed),
        (&words::VERIFIED_STEP, funnel.verified, funnel.listed),
        (&words::ENROLLED_STEP, funnel.enrolled, funnel.verified),
        (&words::ACTIVE_STEP, funnel.active, funnel.enrolled),
    ];
    let names = steps.iter().map(|(word, ..)| width(canvas.say(word))).max().unwrap_or(0);
    let end = area.x + area.width - 1;
    let losses = steps.map(|(_, count, before)| match before - count {
        0 => String::new(),
        lost => lang.signed(-i128::from(lost)),
    });
    let lost_width = losses.iter().map(|text| width(text)).max().unwrap_or(0);
    let count_end = end.saturating_sub(if lost_width > 0 { lost_width as u16 + 2 } else { 0 });
    let count_width = width(&lang.count(funnel.listed));
    for (place, ((word, count, _), lost)) in steps.into_iter().zip(losses).enumerate() {
        let y = area.y + 1 + place as u16;
        let last = place == 3;
        let style = if last { theme.bold() } else { theme.plain() };
        let x = canvas.put(area.x + 2, y, Span::styled(pad(canvas.say(word), names), style)) + 1;
        let bar_width = usize::from(count_end.saturating_sub(x)).saturating_sub(count_width + 2);
        let fill = if last { theme.good() } else { theme.dim() };
        canvas.bar(x, y, bar::count(count.into(), funnel.listed.into(), bar_width, fill));
        canvas.put_right(count_end, y, Span::styled(lang.count(count), style));
        canvas.put_right(end, y, Span::styled(lost, theme.dim()));
    }
}

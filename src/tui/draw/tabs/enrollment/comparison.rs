//! What the figures are held against: earlier years, and the poorest tenth.

use crate::figures::enrollment::Decile;
use crate::figures::share::Share as Fraction;
use crate::lang::words;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Earlier years and extreme poverty, whose end is the programme's purpose.
pub fn panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect, percent: bool) {
    if area.height < 2 {
        return;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let mut rows: Vec<(String, u64, Option<Fraction>)> = Vec::new();
    for year in review.roster.history.iter().rev().take(3) {
        rows.push((lang.fill(&words::PROTECTED_IN, &[&year.fiscal_year.to_string()]), year.workers, None));
    }
    if let Some(Decile { listed, active }) = review.answer.figures.enrollment.decile_1 {
        rows.push((canvas.say(&words::DECILE_1_LISTED).to_owned(), listed, None));
        rows.push((canvas.say(&words::DECILE_1_ACTIVE).to_owned(), active, Fraction::of(active, listed)));
    }
    if rows.is_empty() {
        return;
    }
    canvas.panel(area.x, area.x + area.width, area.y, lang.say(&words::COMPARE), &[]);
    let end = area.x + area.width - 1;
    for (place, (name, count, share)) in rows.into_iter().take(usize::from(area.height) - 1).enumerate() {
        let y = area.y + 1 + place as u16;
        canvas.put(area.x + 2, y, Span::raw(name));
        match share.filter(|_| percent) {
            Some(share) => {
                canvas.put_right(end, y, Span::raw(lang.percent(share.percent_on_screen())));
                canvas.put_right(end - 9, y, Span::styled(lang.count(count), theme.bold()));
            }
            None => canvas.put_right(end, y, Span::raw(lang.count(count))),
        }
    }
}

//! The running total against plan and need.

use crate::figures::course::Course;
use crate::lang::words;
use crate::roster::calendar::Month;
use crate::tui::draw::tabs::months;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::chart::{self, Chart, Label, Line, Note, Place, Stroke};
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// What happened, what would have to, what was planned, the target; and the highest of it.
fn lines(course: &Course, canvas: &Canvas<'_>) -> (Vec<Line>, i128) {
    let theme = canvas.theme;
    let x_max = course.axis.days();
    let (today, total) = course.enrolled.last().copied().unwrap_or_default();
    let line = |points: &[(i64, i128)], stroke, style, name| Line { points: points.to_vec(), stroke, style, name };
    let label = |text, style, x, place| Some(Label { text: canvas.say(text).to_owned(), style, x, place });
    let mut lines = vec![line(&course.enrolled, Stroke::Happened, theme.plain(), None)];
    let mut highest = total;
    if let Some(target) = course.target {
        highest = highest.max(target);
        if let Some(needed) = &course.needed {
            let name = label(&words::NEEDED_LINE, theme.plain(), today + (x_max - today) * 3 / 5, Place::Below);
            lines.push(line(needed, Stroke::Would, theme.plain(), name));
        }
        highest = course.plan.iter().map(|point| point.1).fold(highest, i128::max);
        if !course.plan.is_empty() {
            let name = label(&words::PLAN_LINE, theme.dim(), x_max * 9 / 20, Place::Left);
            lines.push(line(&course.plan, Stroke::Plan, theme.dim(), name));
        }
        let name = label(&words::GOAL, theme.dim(), 0, Place::Within);
        lines.push(line(&[(0, target), (x_max, target)], Stroke::Limit, theme.dim(), name));
    }
    (lines, highest)
}

/// The running total against plan and need. `false` where there is no room for a chart.
pub fn panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect) -> bool {
    if area.width < 34 || area.height < 6 {
        return false;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let now = Month::of(review.roster.as_of());
    let course = &review.answer.course;
    let axis = &course.axis;
    let (today, total) = course.enrolled.last().copied().unwrap_or_default();
    let (lines, highest) = lines(course, canvas);
    let plot = Rect::new(area.x, area.y + 1, area.width, area.height - 1);
    let ticks = chart::round_ticks(highest.max(1), 5, Chart::rows(plot.height));
    let count = |tick: i128| lang.integer(tick);
    let chart = Chart {
        ticks: ticks.into_iter().map(|tick| (tick, count(tick))).collect(),
        label_width: 6,
        x_max: axis.days(),
        months: months(axis, now, lang),
        lines,
        notes: vec![Note {
            y: total,
            label: Label { text: count(total), style: theme.bold(), x: today, place: Place::Below },
        }],
        axis: theme.dim(),
        current: theme.bold(),
        glyphs: canvas.glyphs,
    };
    let title = canvas.say(&words::ENROLLED_CHART);
    let unit = [Span::styled(canvas.say(&words::RUNNING_TOTAL), theme.dim())];
    if !chart.draw(plot, canvas.buffer) {
        return false;
    }
    canvas.panel(area.x, area.x + area.width, area.y, title, &unit);
    true
}

//! What was left at each month's end, and how it goes on for the active and for the whole target.

use crate::figures::burndown::Burndown;
use crate::lang::date::years_meet;
use crate::lang::number::UNKNOWN;
use crate::lang::{Lang, Phrase, words};
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::tui::draw::tabs::months;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::chart::{self, Chart, Label, Line, Note, Place, Stroke};
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::text::Span;
use rust_decimal::Decimal;

/// The unit of the chart's money: rupiah a unit, and its name.
fn unit(most: i128) -> (i128, &'static Phrase) {
    if most >= 1_000_000_000 { (1_000_000_000, &words::RP_BN) } else { (1_000_000, &words::RP_M) }
}

/// An amount in units of so many rupiah, the decimals cut.
fn amount(lang: Lang, amount: i128, unit: i128, decimals: u32) -> String {
    let scaled = Decimal::try_from_i128_with_scale(amount * 10_i128.pow(decimals) / unit, decimals);
    scaled.map_or(UNKNOWN.to_owned(), |scaled| lang.decimal(scaled))
}

/// What happened, and the two ways on.
fn lines(burndown: &Burndown, columns: u16, canvas: &Canvas<'_>) -> Vec<Line> {
    let (theme, lang, x_max) = (canvas.theme, canvas.lang, burndown.axis.days());
    let points = burndown.happened.clone();
    let years = years_meet(burndown.axis.months.iter().copied());
    let mut lines = vec![Line { points, stroke: Stroke::Happened, style: theme.plain(), name: None }];
    let lines_ahead = [
        (&burndown.active, Stroke::Would, theme.good(), &words::LINE_ACTIVE, x_max * 17 / 20, Place::Above),
        (&burndown.target, Stroke::WouldOther, theme.bad(), &words::LINE_TARGET, x_max * 15 / 20, Place::Left),
    ];
    for (ahead, stroke, style, name, x, place) in lines_ahead.into_iter().filter(|line| !line.0.points.is_empty()) {
        let text = match ahead.ends {
            // On a narrow chart the name would cover the lines; the month stands in the table above.
            Some(month) if columns >= 60 => {
                lang.fill(&words::LINE_ENDS, &[canvas.say(name), &lang.month_among(month, years)])
            }
            _ => canvas.say(name).to_owned(),
        };
        let name = Label { text, style: theme.plain(), x, place };
        lines.push(Line { points: ahead.points.clone(), stroke, style, name: Some(name) });
    }
    lines
}

/// Draws it; `false` where there is no room for a chart, or no figure.
pub fn panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect) -> bool {
    if area.width < 34 || area.height < 8 {
        return false;
    }
    let (theme, lang) = (canvas.theme, canvas.lang);
    let budget = &review.answer.figures.budget;
    let (Some(total), Some(left)) = (budget.total.map(Rupiah::get), budget.left.map(Rupiah::get)) else { return false };
    let Some(burndown) = &review.answer.money.burndown else { return false };
    let (x_now, y_now) = burndown.happened.last().copied().unwrap_or_default();
    let (size, unit_name) = unit(total);
    let plot = Rect::new(area.x, area.y + 1, area.width, area.height - 1);
    let ticks = chart::round_ticks(total.max(1), 5, Chart::rows(plot.height));
    let decimals = if ticks.get(1).is_some_and(|tick| tick % (size / 10) != 0) { 2 } else { 1 };
    let tick = |tick: i128| if tick == 0 { "0".to_owned() } else { amount(lang, tick, size, decimals) };
    let chart = Chart {
        ticks: ticks.into_iter().filter(|&amount| amount <= total).map(|amount| (amount, tick(amount))).collect(),
        label_width: 0,
        x_max: burndown.axis.days(),
        months: months(&burndown.axis, Month::of(review.roster.as_of()), lang),
        lines: lines(burndown, area.width, canvas),
        notes: vec![Note {
            y: y_now,
            label: Label { text: amount(lang, left, size, 2), style: theme.bold(), x: x_now, place: Place::Right },
        }],
        axis: theme.dim(),
        current: theme.bold(),
        glyphs: canvas.glyphs,
    };
    if !chart.draw(plot, canvas.buffer) {
        return false;
    }
    let unit = [Span::styled(canvas.say(unit_name), theme.dim())];
    canvas.panel(area.x, area.x + area.width, area.y, lang.say(&words::MONEY_LEFT), &unit);
    true
}

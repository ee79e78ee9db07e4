//! What can be done: the scenario of what if as it stands, and the four ways with what is left.

use super::grid::{Behind, Column, Grid, Row};
use super::page::{Beside, Page};
use crate::figures::whatif::{Everybody, WhatIf, four_ways};
use crate::lang::words::{self, slide};
use crate::tui::state::review::Review;
use crate::tui::state::whatif::{KNOBS, WhatIfPanel};
use ratatui::text::Span;

/// Fills the page.
pub fn draw(review: &Review, scenario: Option<&WhatIfPanel>, page: &mut Page<'_, '_>) {
    let budget = &review.answer.figures.budget;
    let Some(now) = WhatIf::now(&review.roster, budget) else { return };
    match scenario {
        Some(panel) => changed(review, panel, page),
        None => affordable(review, page),
    }
    page.gap();
    ways(review, &now, page);
}

/// How many can be paid for to the end of coverage.
fn affordable(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let budget = &review.answer.figures.budget;
    let Some(affordable) = budget.affordable else { return };
    let to = lang.fill(&slide::CAN_BE_PAID, &[&lang.month(budget.coverage_to)]);
    let beside = vec![
        vec![Span::styled(to, theme.bold())],
        vec![Span::styled(lang.say(&slide::WITH_WHAT_IS_LEFT), theme.dim())],
    ];
    let keep = 6 + page.sheet.gap;
    page.figure(&lang.count(affordable.workers), theme.plain(), Beside::of(beside), keep);
}

/// The scenario: to which month it pays, in letters; what was changed for it; and its answer.
fn changed(review: &Review, panel: &WhatIfPanel, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let own = panel.shown().unwrap_or(panel.own);
    let outcome = panel.shown().and_then(|own| own.outcome());
    let last = outcome.as_ref().and_then(|outcome| outcome.paid.last());
    let differs = |knob: &crate::tui::state::whatif::Knob| knob.get(&own) != knob.get(&panel.now);
    let lines: Vec<Vec<Span<'static>>> = KNOBS
        .into_iter()
        .filter(differs)
        .map(|knob| {
            let value = Span::styled(format!(" {}", knob.told(lang, &own)), theme.chosen().patch(theme.bold()));
            vec![Span::raw(lang.say(&knob.name())), value]
        })
        .collect();
    let keep = 3 + 6 + 2 * page.sheet.gap;
    let (answer, short) = panel.answer(lang, review.roster.program.target);
    let style = if short { theme.bad() } else { theme.plain() };
    match last {
        Some(last) => {
            let beside = Beside { large: Some(last.month.year().to_string()), lines };
            page.figure(&lang.month_name(last.month).to_uppercase(), style, beside, keep);
        }
        None => lines.into_iter().for_each(|line| page.line(line)),
    }
    page.gap();
    page.text(&answer, style.patch(theme.bold()));
}

/// The four ways that every meeting compares.
fn ways(review: &Review, now: &WhatIf, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let Some(target) = &review.answer.figures.budget.target else { return };
    let Some(monthly) = target.monthly.filter(|_| target.unrated == 0) else { return };
    let ways = four_ways(now, Everybody { workers: target.workers, monthly });
    let row = |(place, way): (usize, &Option<crate::figures::whatif::Way>)| {
        let way = lang.way(place, way.as_ref());
        let [_, to, month] = way.months;
        Row {
            name: way.name,
            numbers: vec![way.workers, if page.room() < 100 { month } else { to }, way.result[0].clone()],
            style: if way.short { theme.bad() } else { theme.plain() },
            behind: Behind::Nothing,
        }
    };
    let rows: Vec<Row> = ways.iter().enumerate().map(row).collect();
    let [_, workers, ..] = lang.ways_heads();
    let columns = vec![
        Column::new(workers, 2),
        Column::new(lang.say(&words::PAID_TO), 0),
        Column::new(lang.say(&words::WI_RESULT_RP), 1),
    ];
    let name = lang.say(&slide::NOTHING_ADDED).to_owned();
    Grid { name, columns, behind: String::new(), rows, summed: false, from_above: false }.draw(page);
}

//! Where the money is: what is left of the budget, what is committed and spent, and what was paid for each month, JKK
//! and JKM apart.

use super::grid::{Behind, Column, Grid, Row};
use super::page::{Beside, Page};
use crate::figures::booked::{BookedMonth, Split};
use crate::figures::share::Share;
use crate::lang::Lang;
use crate::lang::date::years_meet;
use crate::lang::number::UNKNOWN;
use crate::lang::runway::Caveat;
use crate::lang::words::{self, slide};
use crate::roster::money::Rupiah;
use crate::tui::draw::tank;
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Fills the page.
pub fn draw(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let budget = &review.answer.figures.budget;
    let gap = page.sheet.gap;
    let over = budget.left.is_none_or(Rupiah::is_negative);
    let style = if over { theme.bad() } else { theme.plain() };
    let phrase = if over { &slide::UNIT_OVER } else { &slide::UNIT_LEFT };
    // What has no number is said in words, and so is what it is.
    let (number, said) = match budget.left {
        Some(left) => {
            let (number, unit) = lang.large(left);
            (number, lang.fill(phrase, &[&unit]))
        }
        None => (lang.left(budget).text(), String::new()),
    };
    let mut beside = vec![vec![Span::styled(said, theme.bold())]];
    beside.retain(|line| line.iter().any(|span| !span.content.is_empty()));
    let share = budget.left_share().filter(|_| !over).and_then(Share::percent_on_screen);
    beside.extend(
        share.map(|share| {
            vec![Span::styled(lang.fill(&slide::PERCENT_LEFT, &[&lang.percent(Some(share))]), theme.dim())]
        }),
    );
    let months = review.answer.meeting.as_ref().map_or(&[][..], |meeting| &meeting.booked.months);
    let rows = months.len().min(6) as u16 + if months.is_empty() { 0 } else { 2 + gap };
    page.figure(&number, style, Beside::of(beside), 3 + gap + rows);
    page.gap();
    if page.y < page.sheet.bottom {
        tank::bar(budget, page.canvas, page.sheet.from, page.sheet.to, page.y);
    }
    page.y += 1;
    numbers(review, page);
    let doubts = Caveat::of(budget, review.roster.payments_set_aside()).into_iter().filter(|own| own.doubts_money());
    doubts.for_each(|doubt| page.caveat(&lang.caveat(doubt)));
    if !months.is_empty() {
        page.gap();
        by_month(review, page);
    }
}

/// What is left, committed and spent, in one row or each in its own.
fn numbers(review: &Review, page: &mut Page<'_, '_>) {
    let budget = &review.answer.figures.budget;
    let size = |parts: &[Vec<Span>]| parts.iter().flatten().map(Span::width).sum::<usize>() + 2 * (parts.len() - 1);
    let forms = [true, false].map(|percents| tank::parts(budget, page.canvas, percents));
    let [_, short] = &forms;
    let fitting = forms.iter().find(|form| size(form) <= page.room());
    match fitting.cloned() {
        Some(parts) => page.line(parts.join(&Span::raw("  "))),
        None => short.clone().into_iter().for_each(|part| page.line(part)),
    }
}

/// A row for each month that is paid, and their sum.
fn by_month(review: &Review, page: &mut Page<'_, '_>) {
    let Some(meeting) = &review.answer.meeting else { return };
    let (lang, theme, booked) = (page.canvas.lang, page.canvas.theme, &meeting.booked);
    let years = years_meet(booked.months.iter().flat_map(|own| [own.from, own.to]));
    let parts = booked.months.iter().filter_map(|own| own.split);
    let has_rest = parts.chain(booked.sum()).any(|own| own.rest().is_none_or(|rest| rest != Rupiah::ZERO));
    let row = |own: &BookedMonth| {
        let mark = if own.paid { "" } else { " ▒" };
        let mut numbers = vec![own.workers.map_or(UNKNOWN.to_owned(), |workers| lang.count(workers))];
        numbers.extend(amounts(lang, own.split, has_rest));
        let name = format!("{}{mark}", lang.span_among(own.from, own.to, years));
        Row { name, numbers, style: theme.plain(), behind: Behind::Nothing }
    };
    let mut rows: Vec<Row> = booked.months.iter().map(row).collect();
    let mut numbers = vec![String::new()];
    numbers.extend(amounts(lang, booked.sum(), has_rest));
    rows.push(Row {
        name: lang.say(&slide::ALL_MONTHS).to_owned(),
        numbers,
        style: theme.bold(),
        behind: Behind::Nothing,
    });
    let mut columns = vec![Column::new(lang.say(&words::WORKERS), 2), Column::new("JKK", 1), Column::new("JKM", 1)];
    columns.extend(has_rest.then(|| Column::new(lang.say(&slide::OTHER), 3)));
    columns.push(Column::new(lang.say(&words::RUPIAH), 0));
    let waits = booked.months.iter().any(|own| !own.paid);
    let behind = if waits { lang.say(&slide::TO_BE_PAID) } else { "" }.to_owned();
    let name = lang.say(&slide::MONTH).to_owned();
    Grid { name, columns, behind, rows, summed: true, from_above: true }.draw(page);
    if has_rest && page.left() > page.sheet.gap {
        page.gap();
        page.text(lang.say(&slide::NOT_BY_RATE), theme.dim());
    }
}

/// An amount in parts and whole.
fn amounts(lang: Lang, split: Option<Split>, has_rest: bool) -> Vec<String> {
    let amount = |amount: Option<Rupiah>| amount.map_or(UNKNOWN.to_owned(), |amount| lang.amount(amount));
    let parts = split.and_then(|own| own.by_scheme);
    let mut cells = vec![amount(parts.map(|own| own.jkk)), amount(parts.map(|own| own.jkm))];
    cells.extend(has_rest.then(|| amount(split.and_then(Split::rest))));
    cells.push(amount(split.map(|own| own.amount)));
    cells
}

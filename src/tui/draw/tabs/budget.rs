//! Budget: the tank of spent, committed and left; for whom and how long what is left pays; its way down to the end of
//! coverage; payments against workers and rates; claims.
//!
//! ```text
//!  ████████████████████████████▋▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│
//!  934,708,000 left  ▒ 12,465,600 committed 0.6%  ░ 1,252,826,400 spent 56.9%
//!    Left pays for    workers   Rp a month  months   paid to        on 31 Dec, Rp
//!  > the active        14,212  238,761,600    3.91  Nov 2024  short   −20,338,400
//! ── Left ─────────────────────────────── Rp bn ─   ── Payments ─────────── Rp ─
//! ```

mod chart;
mod payments;
pub mod runway;

use crate::figures::budget::{Budget, Runway};
use crate::figures::until::Until;
use crate::lang::measure::{width, wrap};
use crate::lang::number::UNKNOWN;
use crate::lang::runway::Caveat;
use crate::lang::{Lang, words};
use crate::roster::money::Rupiah;
use crate::tui::draw::tank;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::digits;
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Rows of the answer in words, at most.
const ANSWER_ROWS: usize = 2;

/// Draws the tab.
pub fn draw(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let content = layout.content;
    let full = layout.area.width;
    let bottom = content.y + content.height;
    let lang = canvas.lang;
    let budget = &review.answer.figures.budget;
    let caveats = Caveat::of(budget, review.roster.payments_set_aside());
    let mut caveats: Vec<String> = caveats.into_iter().map(|caveat| canvas.lang.caveat(caveat)).collect();
    let caveat_rows: usize = caveats.iter().map(|text| wrap(text, usize::from(full) - 4).len()).sum();
    let lines = runway::lines(review, full, lang);
    let mut y = match layout.width {
        Width::Wide => wide_tank(review, layout, canvas) + 1,
        // On the lowest screens the table alone; the figures above say what is left.
        _ if content.height < 4 => content.y,
        Width::Stacked => {
            let rest = usize::from(content.height).saturating_sub(2 + lines + caveat_rows);
            let mut y = tank(review, canvas, (1, full - 1, content.y), rest.max(1));
            // On a low screen the table says it: below it stand the total, the heads, the lines and the caveats.
            let room = usize::from(bottom.saturating_sub(y));
            if content.height >= 10 && room >= ANSWER_ROWS + 2 + lines + caveat_rows {
                y = answer(budget, canvas, full, y);
            }
            let total = budget.total.map_or(UNKNOWN.to_owned(), |total| lang.amount(total));
            let total = canvas.fill(&words::BUDGET_IS, canvas.theme.dim(), &[(&total, canvas.theme.plain())]);
            let taken: usize = total.iter().map(Span::width).sum();
            canvas.put_right(full - 1, y, total);
            // The row of the total has room for a caveat: one row more for the chart.
            let room = usize::from(full).saturating_sub(taken + 4);
            if caveats.first().is_some_and(|text| width(text) + 2 <= room) {
                caveat(&caveats.remove(0), canvas, full, y, y + 1);
            }
            y + 1
        }
        Width::Narrow => {
            // The payments keep a heading and a row.
            let rest = usize::from(content.height).saturating_sub(1 + lines + caveat_rows);
            let rest = if rest > 4 { rest - 2 } else { rest };
            tank(review, canvas, (1, full - 1, content.y), rest.max(1))
        }
    };
    if layout.width == Width::Wide {
        canvas.panel(
            0,
            full,
            y,
            canvas.lang.say(&words::RUNWAY),
            &[Span::styled(canvas.lang.say(&words::RUPIAH), canvas.theme.dim())],
        );
        y += 1;
    }
    let hidden;
    (y, hidden) = runway::table(review, layout, canvas, y);
    for text in caveats {
        y = caveat(&text, canvas, full, y, bottom);
    }
    y += u16::from(layout.width == Width::Wide);
    let below = Rect::new(0, y, full, bottom.saturating_sub(y));
    match layout.width {
        Width::Narrow => payments::panel(review, canvas, below, false),
        width => {
            let split = if width == Width::Wide { layout.third(2) - 1 } else { full * 5 / 8 };
            // The chart gives way to the numbers beside it.
            let split = split.min(full.saturating_sub(payments::least(review, canvas)));
            let left = Rect { width: split.saturating_sub(2), ..below };
            let right = Rect { x: split, width: full - split, ..below };
            match chart::panel(review, canvas, left) {
                true => payments::panel(review, canvas, right, width == Width::Wide),
                false => payments::panel(review, canvas, below, true),
            }
        }
    }
    match hidden {
        0 => Vec::new(),
        // They stand in the explanation of a line.
        hidden => vec![Span::styled(lang.fill(&words::COLUMNS_AWAY, &[&hidden.to_string()]), canvas.theme.dim())],
    }
}

fn amount(lang: Lang, amount: Option<Rupiah>) -> String {
    amount.map_or(UNKNOWN.to_owned(), |amount| lang.amount(amount))
}

/// The tank and its numbers in at most so many rows; the answer is the row behind them.
fn tank(review: &Review, canvas: &mut Canvas<'_>, (from, to, top): (u16, u16, u16), most: usize) -> u16 {
    let budget = &review.answer.figures.budget;
    tank::bar(budget, canvas, from, to, top);
    let mut parts = tank::parts(budget, canvas, true);
    let room = usize::from(to - from);
    let size = |parts: &[Vec<Span>]| parts.iter().flatten().map(Span::width).sum::<usize>() + 2 * (parts.len() - 1);
    if most < 2 {
        return top + 1;
    }
    if size(&parts) <= room {
        let mut x = from;
        for part in parts {
            x = canvas.put(x, top + 1, part) + 2;
        }
        return top + 2;
    }
    let mut y = top + 1;
    let mut short_parts = tank::parts(budget, canvas, false);
    // What is committed goes first, the rows of the table tell more.
    if most < 4 {
        parts.remove(1);
        short_parts.remove(1);
    }
    for (part, short) in parts.into_iter().zip(short_parts).take(most - 1) {
        let fits = part.iter().map(Span::width).sum::<usize>() <= room;
        canvas.put(from, y, if fits { part } else { short });
        y += 1;
    }
    y
}

/// Until when what is left pays the active, in a sentence; the answer is the row behind it.
fn answer(budget: &Budget, canvas: &mut Canvas<'_>, full: u16, top: u16) -> u16 {
    let mut y = top;
    let sentence = canvas.lang.pays(budget).into_iter().next();
    for line in sentence.map_or(Vec::new(), |sentence| sentence.lines(usize::from(full) - 2)) {
        canvas.put(1, y, canvas.sentence(&line, canvas.theme.plain()));
        y += 1;
    }
    y
}

fn wide_tank(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let budget = &review.answer.figures.budget;
    let top = layout.content.y;
    let (from, to) = (layout.third(1), layout.area.width - 1);
    let total = lang.known_budget(budget);
    let line = canvas.fill(&words::BUDGET_IS, theme.dim(), &[(&total, theme.plain())]);
    canvas.put_right(to, top, line);
    tank::bar(budget, canvas, from, to, top + 1);
    tank::bar(budget, canvas, from, to, top + 2);
    let room = usize::from(to - from);
    let size = |parts: &[Vec<Span>]| parts.iter().flatten().map(Span::width).sum::<usize>();
    let mut parts = tank::parts(budget, canvas, true);
    if size(&parts) + 4 > room {
        parts = tank::parts(budget, canvas, false);
    }
    let gap = if size(&parts) + 6 <= room { 3 } else { 2 };
    let (mut x, mut y) = (from, top + 3);
    for part in parts {
        // What has no room beside the others goes on below.
        let wide = part.iter().map(Span::width).sum::<usize>() as u16;
        if x > from && x + wide > to {
            (x, y) = (from, y + 1);
        }
        x = canvas.put(x, y, part) + gap;
    }
    let lines: Vec<_> = lang.pays(budget).into_iter().flat_map(|sentence| sentence.lines(room)).collect();
    // For whom the large month is stands whole: the line beside it begins behind it, where it can.
    let last = usize::from((top + 5).saturating_sub(y + 1));
    let spare = lines.get(last).map_or(room, |line| room.saturating_sub(line.width()));
    let behind = big(budget, canvas, (from, from + spare as u16), top + 1);
    for line in lines {
        y += 1;
        let x = if y == top + 5 { from.max(behind + 2) } else { from };
        canvas.put(x, y, canvas.sentence(&line, theme.plain()));
    }
    (y + 1).max(top + 6)
}

/// The dominant figure: the last month paid, in large letters; beside it its year, the months and for whom. Where the
/// answer is no month, the months in large digits. The last row may end behind the others; the answer is where it does.
fn big(budget: &Budget, canvas: &mut Canvas<'_>, (end, end_of_last): (u16, u16), top: u16) -> u16 {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let months = match budget.active.runway {
        Runway::Lasts(lasts) => lasts.months.map(|months| lang.decimal(months)),
        Runway::Unlimited | Runway::NoRate | Runway::Unknown => None,
    };
    let until = Until::of(budget);
    let letters = until.month().map(|month| lang.month_name(month).to_uppercase());
    let digits = months.clone().filter(|big| digits::width(big, 1) + 8 < usize::from(end));
    let Some(text) = letters.or(digits) else { return 0 };
    for (row, line) in (top..).zip(digits::lines(&text, 1)) {
        canvas.put(1, row, Span::styled(line, theme.bold()));
    }
    let x = 1 + digits::width(&text, 1) as u16 + 2;
    let Some(month) = until.month() else {
        canvas.put(x, top + 4, Span::styled(canvas.say(&words::MONTHS_UNIT), theme.bold()));
        return 0;
    };
    canvas.put(x, top, Span::styled(month.year().to_string(), theme.plain()));
    if let Until::PaidTo { .. } = until {
        let room = usize::from(end.saturating_sub(x + 2));
        let said = [&words::NONE_FURTHER, &words::NONE_FURTHER_SHORT].map(|way| canvas.say(way));
        if let Some(said) = said.into_iter().find(|said| width(said) <= room) {
            canvas.put(x, top + 2, Span::styled(said, theme.dim()));
        }
    }
    let lasting = match until {
        Until::AllPaid(_) => canvas.say(&words::ALL_PAID).to_owned(),
        _ => lang.fill(&words::FIGURE_MONTHS, &[&months.unwrap_or(UNKNOWN.to_owned())]),
    };
    canvas.put(x, top + 3, Span::styled(lasting, theme.bold()));
    let room = usize::from(end_of_last.saturating_sub(x + 2)).max(usize::from(end.saturating_sub(x + 1)));
    let whom = lang.for_the_active(budget.active.workers).shortened(room);
    whom.map_or(0, |whom| canvas.put(x, top + 4, canvas.sentence(&whom, theme.dim())))
}

/// What keeps the figures from being the whole truth, in as many rows as it takes; the answer is the row behind it.
fn caveat(text: &str, canvas: &mut Canvas<'_>, full: u16, top: u16, bottom: u16) -> u16 {
    let attention = canvas.theme.attention();
    let mut y = top;
    for row in wrap(text, usize::from(full) - 4) {
        if y >= bottom {
            break;
        }
        if y == top {
            canvas.put(1, y, Span::styled("▲ ", attention));
        }
        canvas.put(3, y, Span::raw(row));
        y += 1;
    }
    y
}

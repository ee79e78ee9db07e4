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

use crate::check::PaidMonth;
use crate::figures::budget::{Budget, Outlook, Runway};
use crate::figures::share::Share as Fraction;
use crate::lang::number::UNKNOWN;
use crate::lang::{Lang, Phrase, words};
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::roster::program::{Payment, Scheme};
use crate::tui::layout::{Canvas, Layout, Width, fit, pad, right, width};
use crate::tui::parts::bar::{self, Fill};
use crate::tui::parts::chart::{self, Chart, Label, Line, Note, Place, Stroke};
use crate::tui::parts::digits;
use crate::tui::review::{BudgetRow, Review};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Draws the tab.
pub fn draw(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let content = layout.content;
    let full = layout.area.width;
    let bottom = content.y + content.height;
    let mut y = match layout.width {
        Width::Wide => wide_tank(review, layout, canvas) + 1,
        _ => tank(review, canvas, 1, full - 1, content.y),
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
    y = runway_table(review, layout, canvas, y);
    y = caveats(review, canvas, full, (y, bottom));
    y += u16::from(layout.width == Width::Wide);
    let below = Rect::new(0, y, full, bottom.saturating_sub(y));
    match layout.width {
        Width::Narrow => payments_panel(review, canvas, below, false),
        width => {
            let split = if width == Width::Wide { layout.third(2) - 1 } else { full * 5 / 8 };
            let left = Rect { width: split.saturating_sub(2), ..below };
            let right = Rect { x: split, width: full - split, ..below };
            match chart_panel(review, canvas, left) {
                true => payments_panel(review, canvas, right, width == Width::Wide),
                false => payments_panel(review, canvas, below, true),
            }
        }
    }
    Vec::new()
}

fn amount(lang: Lang, amount: Option<Rupiah>) -> String {
    amount.map_or(UNKNOWN.to_owned(), |amount| lang.amount(amount))
}

fn percent(lang: Lang, share: Option<Fraction>) -> String {
    lang.percent(share.and_then(Fraction::percent_on_screen))
}

/// The tank and its numbers; the answer is the row behind them.
fn tank(review: &Review, canvas: &mut Canvas<'_>, from: u16, to: u16, top: u16) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let budget = &review.answer.figures.budget;
    tank_bar(budget, canvas, from, to, top);
    let parts = tank_parts(budget, canvas, true);
    let room = usize::from(to - from);
    let size = |parts: &[Vec<Span>]| parts.iter().flatten().map(Span::width).sum::<usize>() + 2 * (parts.len() - 1);
    if size(&parts) <= room {
        let mut x = from;
        for part in parts {
            x = canvas.put(x, top + 1, part) + 2;
        }
        let total = lang.amount(budget.total);
        let line = canvas.fill(&words::BUDGET_IS, theme.dim(), &[(&total, theme.plain())]);
        canvas.put_right(to, top + 2, line);
        return top + 3;
    }
    let mut y = top + 1;
    for part in parts {
        canvas.put(from, y, part);
        y += 1;
    }
    y
}

fn tank_bar(budget: &Budget, canvas: &mut Canvas<'_>, from: u16, to: u16, y: u16) {
    let theme = canvas.theme;
    let size = |amount: Option<Rupiah>| u128::try_from(amount.map_or(0, Rupiah::get)).unwrap_or(0);
    let total = u128::try_from(budget.total.get()).unwrap_or(0);
    let over = budget.left.is_none_or(Rupiah::is_negative);
    let parts = match over {
        // Nothing is left to fill it: the tank stands full of what is gone.
        true => vec![(total.max(1), Fill::Hatched, theme.dim())],
        false => vec![
            (size(budget.left), Fill::Solid, theme.plain()),
            (size(budget.committed), Fill::Hatched, theme.dim()),
            (size(budget.spent), Fill::Dotted, theme.dim()),
        ],
    };
    canvas.put(from, y, bar::stacked(&parts, total.max(1), usize::from(to - from), Some(theme.dim())));
}

fn tank_parts(budget: &Budget, canvas: &Canvas<'_>, percents: bool) -> Vec<Vec<Span<'static>>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let left = match budget.left {
        None => vec![Span::styled(canvas.say(&words::FIGURE_OVER_LARGE), theme.bad())],
        Some(left) if left.is_negative() => {
            canvas.fill(&words::OVER_BY, theme.bad(), &[(&lang.rupiah(left.abs()), theme.bold())])
        }
        Some(left) => vec![
            Span::styled(lang.amount(left), theme.bold()),
            Span::styled(format!(" {}", canvas.say(&words::LEFT)), theme.dim()),
        ],
    };
    let part = |mark: &'static str, sum: Option<Rupiah>, word: &Phrase, share: Option<Fraction>| {
        let mut part = vec![
            Span::styled(format!("{mark} "), theme.dim()),
            Span::styled(amount(lang, sum), theme.plain()),
            Span::styled(format!(" {}", canvas.say(word)), theme.dim()),
        ];
        if percents {
            part.push(Span::styled(format!(" {}", percent(lang, share)), theme.dim()));
        }
        part
    };
    vec![
        left,
        part("▒", budget.committed, &words::COMMITTED, budget.committed_share()),
        part("░", budget.spent, &words::SPENT, budget.absorbed()),
    ]
}

fn wide_tank(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let budget = &review.answer.figures.budget;
    let top = layout.content.y;
    let (from, to) = (layout.third(1), layout.area.width - 1);
    let months = match budget.active.runway {
        Runway::Lasts(lasts) => lasts.months.map(|months| lang.decimal(months)),
        _ => None,
    };
    if let Some(big) = months.filter(|big| digits::width(big, 1) + 8 < usize::from(from)) {
        for (row, line) in digits::lines(&big, 1).into_iter().enumerate() {
            canvas.put(1, top + 1 + row as u16, Span::styled(line, theme.bold()));
        }
        let x = 1 + digits::width(&big, 1) as u16 + 2;
        canvas.put(x, top + 5, Span::styled(canvas.say(&words::MONTHS_UNIT), theme.bold()));
    }
    let total = lang.rupiah(budget.total);
    let line = canvas.fill(&words::BUDGET_IS, theme.dim(), &[(&total, theme.plain())]);
    canvas.put_right(to, top, line);
    tank_bar(budget, canvas, from, to, top + 1);
    tank_bar(budget, canvas, from, to, top + 2);
    let parts = tank_parts(budget, canvas, true);
    let size: usize = parts.iter().flatten().map(Span::width).sum();
    let gap = if size + 6 <= usize::from(to - from) { 3 } else { 2 };
    let mut x = from;
    for part in parts {
        x = canvas.put(x, top + 3, part) + gap;
    }
    for (row, line) in sentences(review, canvas).into_iter().enumerate() {
        canvas.put(from, top + 4 + row as u16, line);
    }
    top + 6
}

/// What is left in two sentences: for those who are active, and for the whole target.
fn sentences(review: &Review, canvas: &Canvas<'_>) -> Vec<Vec<Span<'static>>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let (plain, bold) = (theme.plain(), theme.bold());
    let budget = &review.answer.figures.budget;
    let mut lines = Vec::new();
    if budget.months_to_end == 0 {
        lines.push(canvas.fill(&words::COVERAGE_ENDED, plain, &[]));
        return lines;
    }
    if let (Runway::Lasts(lasts), Some(balance)) = (budget.active.runway, budget.active.balance) {
        let workers = lang.count(budget.active.workers);
        let rupiah = lang.rupiah(balance.abs());
        let month = |month: Option<Month>| month.map_or(UNKNOWN.to_owned(), |month| lang.month(month));
        let through = month(lasts.funded_through);
        let lacking = month(lasts.first_unfunded);
        lines.push(match () {
            () if lasts.funded_through.is_none() && lasts.full_months > 0 => {
                let months = lang.integer(lasts.full_months);
                canvas.fill(&words::PAYS_ACTIVE_FAR, plain, &[(&workers, bold), (&months, bold)])
            }
            () if lasts.full_months == 0 => canvas.fill(&words::PAYS_ACTIVE_NO_MONTH, plain, &[(&workers, bold)]),
            () if balance.is_negative() => {
                let lacks = budget.active.monthly.and_then(|monthly| monthly.minus(lasts.remainder));
                let lacks = lacks.map_or(UNKNOWN.to_owned(), |lacks| lang.rupiah(lacks));
                canvas.fill(
                    &words::PAYS_ACTIVE_SHORT,
                    plain,
                    &[(&workers, bold), (&through, bold), (&lacks, theme.bad()), (&lacking, plain)],
                )
            }
            () => canvas.fill(&words::PAYS_ACTIVE_OVER, plain, &[(&workers, bold), (&through, bold), (&rupiah, plain)]),
        });
    }
    if let (Runway::Lasts(lasts), Some(balance)) = (budget.target.runway, budget.target.balance) {
        let workers = lang.count(budget.target.workers);
        let through = lasts.funded_through.map_or(UNKNOWN.to_owned(), |month| lang.month(month));
        let rupiah = lang.rupiah(balance.abs());
        let months = lang.integer(lasts.full_months);
        if lasts.funded_through.is_none() {
            lines.push(canvas.fill(&words::PAYS_TARGET_MONTHS, plain, &[(&workers, bold), (&months, bold)]));
            return lines;
        }
        let (phrase, words, style) = match balance.is_negative() {
            true => (&words::PAYS_TARGET, lang.fill(&words::SHORT_OF, &[&rupiah]), theme.bad()),
            false => (&words::PAYS_TARGET_OVER, lang.fill(&words::OVER_OF, &[&rupiah]), plain),
        };
        lines.push(canvas.fill(phrase, plain, &[(&workers, bold), (&through, bold), (&words, style)]));
    }
    lines
}

/// One line of the runway table.
pub fn outlook(budget: &Budget, row: BudgetRow) -> Option<(&Phrase, Outlook)> {
    match row {
        BudgetRow::Active => Some((&words::THE_ACTIVE, budget.active)),
        BudgetRow::Joined => Some((&words::ACTIVE_AND_VERIFIED, budget.joined)),
        BudgetRow::Target => Some((&words::WHOLE_TARGET, budget.target)),
        BudgetRow::Affordable => budget.affordable.map(|outlook| (&words::AS_MANY_AS_FIT, outlook)),
        BudgetRow::Selection => budget.selection.map(|outlook| (&words::THE_FILTER, outlook)),
        BudgetRow::Payment(_) | BudgetRow::Claims => None,
    }
}

/// A column of the runway table: heading, least width, and its place when room runs out (lower goes later).
struct Column {
    head: String,
    cells: Vec<String>,
    keep: u8,
    left: bool,
}

/// The table; the answer is the row behind it.
fn runway_table(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let budget = &review.answer.figures.budget;
    let rows: Vec<(BudgetRow, &Phrase, Outlook)> = review
        .budget_rows()
        .into_iter()
        .filter_map(|row| outlook(budget, row).map(|(name, found)| (row, name, found)))
        .collect();
    let column = |head: String, keep, left, cell: &dyn Fn(&Outlook) -> String| Column {
        head,
        cells: rows.iter().map(|(_, _, outlook)| cell(outlook)).collect(),
        keep,
        left,
    };
    let lasts = |outlook: &Outlook| match outlook.runway {
        Runway::Lasts(lasts) => Some(lasts),
        _ => None,
    };
    let scheme = |outlook: &Outlook, scheme| amount(lang, outlook.by_scheme.map(|parts| parts.of(scheme)));
    let overspent = budget.left.is_none_or(Rupiah::is_negative);
    let end = budget.coverage_to.last_day();
    let ended = budget.months_to_end == 0;
    let end_head = match layout.width {
        Width::Wide => lang.fill(&words::ON_DAY, &[&lang.day_of_month(end)]),
        _ => lang.fill(&words::ON_DAY_RP, &[&lang.day_of_month(end)]),
    };
    let months_head = canvas.say(&words::MONTHS_UNIT).to_owned();
    let word_width = width(canvas.say(&words::SHORT)).max(width(canvas.say(&words::SURPLUS)));
    let balances = rows.iter().filter_map(|(_, _, outlook)| outlook.balance);
    let number_width = balances.map(|balance| width(&lang.signed(balance.get()))).max().unwrap_or(0);
    let cost_head = if layout.width == Width::Wide { &words::PER_MONTH } else { &words::RP_A_MONTH };
    let columns = [
        column(canvas.say(&words::WORKERS).to_owned(), 3, false, &|outlook| lang.count(outlook.workers)),
        column("JKK".to_owned(), 5, false, &|outlook| scheme(outlook, Scheme::Jkk)),
        column("JKM".to_owned(), 5, false, &|outlook| scheme(outlook, Scheme::Jkm)),
        column(canvas.say(cost_head).to_owned(), 2, false, &|outlook| amount(lang, outlook.monthly)),
        column(months_head, 0, false, &|outlook| match outlook.runway {
            // As many as fit are nobody: there is no cost that could last.
            Runway::Unlimited if overspent => UNKNOWN.to_owned(),
            Runway::Unlimited => canvas.say(&words::FIGURE_UNLIMITED).to_owned(),
            Runway::Lasts(_) if overspent => UNKNOWN.to_owned(),
            Runway::Lasts(lasts) => lasts.months.map_or(UNKNOWN.to_owned(), |months| lang.decimal(months)),
            Runway::Unknown => UNKNOWN.to_owned(),
        }),
        column(canvas.say(&words::PAID_TO).to_owned(), 0, true, &|outlook| {
            lasts(outlook).and_then(|l| l.funded_through).map_or(UNKNOWN.to_owned(), |month| lang.month(month))
        }),
        column(canvas.say(&words::LAPSES).to_owned(), 4, false, &|outlook| {
            lasts(outlook).and_then(|l| l.lapse).map_or(UNKNOWN.to_owned(), |day| lang.day(day))
        }),
        column(end_head, 1, false, &|outlook| match outlook.balance.filter(|_| !ended) {
            None => UNKNOWN.to_owned(),
            Some(balance) => {
                let word = if balance.is_negative() { &words::SHORT } else { &words::SURPLUS };
                format!("{}  {}", pad(canvas.say(word), word_width), right(&lang.signed(balance.get()), number_width))
            }
        }),
    ];
    let names = rows
        .iter()
        .map(|(_, name, _)| width(canvas.say(name)))
        .max()
        .unwrap_or(0)
        .max(width(canvas.say(&words::LEFT_PAYS)));
    let room = usize::from(layout.area.width) - 1;
    // A heading may begin one column to the left of its numbers: there is always a gap.
    let wide = |column: &Column| {
        let cells = column.cells.iter().map(|cell| width(cell)).max().unwrap_or(0);
        cells.max(width(&column.head).saturating_sub(1))
    };
    let fits = |keep: u8, names: usize| {
        3 + names + columns.iter().filter(|column| column.keep <= keep).map(|column| wide(column) + 2).sum::<usize>()
            <= room
    };
    let keep = (0..=5).rev().find(|&keep| fits(keep, names)).unwrap_or(0);
    // Before a column goes, the name gives way; a number never does.
    let shortest = 12;
    let (keep, names) = match (keep + 1..=5).rev().find(|&more| fits(more, shortest)) {
        Some(more) if more <= 3 => {
            let used: usize = columns.iter().filter(|column| column.keep <= more).map(|column| wide(column) + 2).sum();
            (more, room.saturating_sub(3 + used).min(names))
        }
        _ => (keep, names.min(room.saturating_sub(3))),
    };
    let shown: Vec<&Column> = columns.iter().filter(|column| column.keep <= keep).collect();
    let used: usize = 3 + names + shown.iter().map(|column| wide(column) + 2).sum::<usize>();
    // What is left over on a wide screen parts the columns evenly.
    let spare = room.saturating_sub(used);
    let each = spare / shown.len().max(1);
    let rest = spare - each * shown.len().saturating_sub(1);

    let mut x = 3 + names as u16;
    canvas.put(3, top, Span::styled(fit(canvas.say(&words::LEFT_PAYS), names), theme.dim()));
    let mut ends = Vec::new();
    for (place, column) in shown.iter().enumerate() {
        let last = place + 1 == shown.len();
        x += (2 + wide(column) + if last { rest } else { each }) as u16;
        canvas.put_right(x, top, Span::styled(column.head.clone(), theme.dim()));
        ends.push(x);
    }
    let mut y = top + 1;
    for (place, (row, name, outlook)) in rows.iter().enumerate() {
        if y >= layout.content.y + layout.content.height {
            break;
        }
        canvas.put(3, y, Span::raw(fit(canvas.say(name), names)));
        for (column, &end) in shown.iter().zip(&ends) {
            let cell = column.cells.get(place).cloned().unwrap_or_default();
            let style = match column.keep {
                1 if outlook.balance.is_some_and(Rupiah::is_negative) && !ended => theme.bad(),
                0 if !column.left => theme.bold(),
                _ => theme.plain(),
            };
            canvas.put_right(end, y, Span::styled(cell, style));
        }
        if *row == review.budget_row {
            canvas.put(1, y, Span::raw(">"));
            canvas.select(0, room as u16, y);
        }
        y += 1;
    }
    y
}

/// What keeps these figures from being the whole truth, each in a line.
fn caveats(review: &Review, canvas: &mut Canvas<'_>, full: u16, (top, bottom): (u16, u16)) -> u16 {
    let lang = canvas.lang;
    let budget = &review.answer.figures.budget;
    let mut lines: Vec<String> = Vec::new();
    let aside = review.roster.payments_set_aside();
    if aside > 0 {
        lines.push(lang.fill(&words::PAYMENTS_ASIDE, &[&lang.count(aside as u64)]));
    }
    if budget.active.unrated > 0 {
        lines.push(lang.fill(&words::UNRATED, &[&lang.count(budget.active.unrated)]));
    }
    if let Some(month) = budget.rate_change {
        lines.push(lang.fill(&words::RATE_CHANGES, &[&lang.month(month)]));
    }
    if let Some(over) = budget.over_affordable.filter(|&over| over > 0) {
        let text = lang.fill(&words::OVER_AFFORDABLE, &[&lang.count(over), &lang.month(budget.coverage_to)]);
        lines.push(text);
    }
    let mut y = top;
    for line in lines.into_iter().take(usize::from(bottom.saturating_sub(top))) {
        let attention = canvas.theme.attention();
        let x = canvas.put(1, y, Span::styled("▲ ", attention));
        canvas.put(x, y, Span::raw(fit(&line, usize::from(full) - 4)));
        y += 1;
    }
    y
}

/// The chart's money unit: rupiah a unit, its name, decimals of a tick.
fn unit(most: i128) -> (i128, &'static Phrase) {
    if most >= 1_000_000_000 { (1_000_000_000, &words::RP_BN) } else { (1_000_000, &words::RP_M) }
}

/// What was left at each month's end, and how it goes on for the active and for the whole target.
fn chart_panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect) -> bool {
    if area.width < 34 || area.height < 7 {
        return false;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let roster = &review.roster;
    let budget = &review.answer.figures.budget;
    let Some(left) = budget.left.map(Rupiah::get) else { return false };
    let as_of = roster.as_of();
    let now = Month::of(as_of);
    let paid_months = roster.payments.iter().map(|payment| payment.month).min();
    let first = roster.program.coverage.from.or(paid_months).unwrap_or(now).min(now);
    let last = roster.program.coverage.to.max(now);
    let months: Vec<Month> = first.max(last.plus(-23)).to(last).collect();
    let start = first.max(last.plus(-23)).first_day();
    let days = |day: crate::roster::calendar::Day| (day - start).num_days() + 1;
    let end_of = |month: Month| days(month.last_day());
    let x_max = months.last().map_or(1, |month| end_of(*month));

    // The money goes with the months it pays for, whenever the transfer was; bills count as gone.
    let total = budget.total.get();
    let gone_by = |month: Month| -> i128 {
        roster.payments.iter().filter(|payment| payment.through <= month).map(|payment| payment.amount.get()).sum()
    };
    let last_paid = budget.first_unpaid.plus(-1);
    let mut happened = vec![(0, (total - gone_by(first.max(last.plus(-23)).plus(-1))).max(0))];
    for &month in months.iter().filter(|&&month| month <= last_paid) {
        happened.push((end_of(month), (total - gone_by(month)).max(0)));
    }
    let (x_now, y_now) = (happened.last().map_or(0, |point| point.0), left.max(0));
    if let Some(point) = happened.last_mut() {
        point.1 = y_now;
    }
    let mut lines = vec![Line { points: happened, stroke: Stroke::Happened, style: theme.plain(), name: None }];
    let lines_ahead = [
        (budget.active, Stroke::Would, theme.good(), &words::LINE_ACTIVE, x_max * 17 / 20, Place::Above),
        (budget.target, Stroke::WouldOther, theme.bad(), &words::LINE_TARGET, x_max * 15 / 20, Place::Left),
    ];
    for (outlook, stroke, style, name, x, place) in lines_ahead {
        let Some(monthly) = outlook.monthly.map(Rupiah::get).filter(|&monthly| monthly > 0) else { continue };
        let mut points = vec![(x_now, y_now)];
        let mut money = y_now;
        let mut ends = None;
        for &month in months.iter().filter(|&&month| month > last_paid) {
            let before = end_of(month.plus(-1)).max(x_now);
            if money < monthly {
                // The line ends where the money does.
                let part = (i128::from(end_of(month) - before) * money / monthly) as i64;
                points.push((before + part, 0));
                ends = Some(month);
                break;
            }
            money -= monthly;
            points.push((end_of(month), money));
        }
        if points.len() > 1 {
            let text = match ends {
                // On a narrow chart the name would cover the lines; the month stands in the table above.
                Some(month) if area.width >= 60 => {
                    lang.fill(&words::LINE_ENDS, &[canvas.say(name), lang.month_name(month)])
                }
                _ => canvas.say(name).to_owned(),
            };
            let name = Label { text, style: theme.plain(), x, place };
            lines.push(Line { points, stroke, style, name: Some(name) });
        }
    }
    let (size, unit_name) = unit(total);
    let plot = Rect::new(area.x, area.y + 1, area.width, area.height - 1);
    let ticks = chart::round_ticks(total.max(1), 5, Chart::rows(plot.height));
    let tenths = |amount: i128| {
        let tenths = rust_decimal::Decimal::try_from_i128_with_scale(amount * 10 / size, 1);
        tenths.map_or(UNKNOWN.to_owned(), |tenths| lang.decimal(tenths))
    };
    let hundredths = |amount: i128| {
        let hundredths = rust_decimal::Decimal::try_from_i128_with_scale(amount * 100 / size, 2);
        hundredths.map_or(UNKNOWN.to_owned(), |hundredths| lang.decimal(hundredths))
    };
    let step_is_fine = ticks.get(1).is_some_and(|tick| tick % (size / 10) != 0);
    let tick = |amount: i128| match (amount, step_is_fine) {
        (0, _) => "0".to_owned(),
        (amount, true) => hundredths(amount),
        (amount, false) => tenths(amount),
    };
    let chart = Chart {
        ticks: ticks.into_iter().filter(|&amount| amount <= total).map(|amount| (amount, tick(amount))).collect(),
        label_width: 0,
        x_max,
        months: months
            .iter()
            .map(|&month| chart::Month {
                end: end_of(month),
                name: lang.month_name(month).to_owned(),
                current: month == now,
            })
            .collect(),
        lines,
        notes: vec![Note {
            y: y_now,
            label: Label { text: hundredths(left), style: theme.bold(), x: x_now, place: Place::Right },
        }],
        axis: theme.dim(),
        current: theme.bold(),
        ascii: canvas.ascii,
    };
    if !chart.draw(plot, canvas.buffer) {
        return false;
    }
    let unit = [Span::styled(canvas.say(unit_name), theme.dim())];
    canvas.panel(area.x, area.x + area.width, area.y, lang.say(&words::MONEY_LEFT), &unit);
    true
}

/// What to say under the list of payments.
fn remarks(review: &Review, lang: Lang) -> Vec<(&'static str, String)> {
    let (roster, budget) = (&review.roster, &review.answer.figures.budget);
    let mut remarks = Vec::new();
    let month = |month: Month| lang.month_name(month).to_owned();
    let wrong = |payment: &(&Payment, Rupiah)| payment.1 != Rupiah::ZERO;
    let pairs = roster.payments.iter().zip(&budget.payments);
    let mismatches: Vec<(&Payment, Rupiah)> =
        pairs.filter_map(|(payment, found)| Some((payment, found.difference?))).filter(wrong).collect();
    if let Some((payment, difference)) = mismatches.first() {
        let phrase = if difference.is_negative() { &words::TOO_LITTLE } else { &words::TOO_MUCH };
        remarks.push(("≠", lang.fill(phrase, &[&month(payment.month), &lang.amount(difference.abs())])));
    }
    if mismatches.len() > 1 {
        remarks.push(("≠", lang.fill(&words::MORE_MISMATCHES, &[&lang.count(mismatches.len() as u64 - 1)])));
    }
    if let Some(paid) = review.paid_months.iter().find(|paid| paid.paid_for != paid.listed) {
        let (phrase, count) = match paid.paid_for > paid.listed {
            true => (&words::PAYS_UNLISTED, paid.paid_for - paid.listed),
            false => (&words::PAYS_MISSING, paid.listed - paid.paid_for),
        };
        remarks.push(("▲", lang.fill(phrase, &[&month(paid.month), &lang.count(count)])));
    }
    let as_of = roster.as_of();
    if let Some(payment) = roster.payments.iter().find(|payment| payment.paid_on.is_none_or(|day| day > as_of)) {
        let text = match payment.paid_on {
            Some(day) => lang.fill(&words::COMMITTED_PAID_ON, &[&lang.day_of_month(day)]),
            None => lang.say(&words::COMMITTED_BILLED).to_owned(),
        };
        remarks.push(("▒", text));
    }
    remarks
}

/// Payments month by month with what is odd about them, then the claims.
fn payments_panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect, differences: bool) {
    if area.height < 2 {
        return;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let roster = &review.roster;
    let budget = &review.answer.figures.budget;
    let unit = if differences { &words::RUPIAH } else { &words::RP };
    let unit = [Span::styled(canvas.say(unit), theme.dim())];
    canvas.panel(area.x, area.x + area.width, area.y, lang.say(&words::PAYMENTS), &unit);
    let from = area.x + if area.x == 0 { 1 } else { 2 };
    let end = area.x + area.width - 1;
    let bottom = area.y + area.height;
    let claims = budget.claimed();
    let remarks = remarks(review, lang);
    let total_rows: u16 = if differences && roster.payments.len() > 1 { 2 } else { 0 };
    let others = roster.payments.len() + remarks.len() + usize::from(total_rows) + 2;
    let claim_rows = match (claims.count, differences && others + 5 <= usize::from(area.height)) {
        (0, _) => 0,
        (_, true) => 5,
        (_, false) => 1,
    };
    let mut y = area.y + 1;
    if roster.payments.is_empty() {
        canvas.put(from, y, Span::styled(canvas.say(&words::NO_PAYMENTS), theme.dim()));
        y += 1;
    }
    // Where the numbers are too long for a column of differences, `≠` and the remarks below say them.
    let gaps = budget.payments.iter().map(|found| width(&amount(lang, found.difference)) + 2);
    let longest = roster.payments.iter().map(|payment| {
        width(&lang.amount(payment.amount)) + width(&payment.workers.map_or(String::new(), |count| lang.count(count)))
    });
    let needed = 2 + 4 + 3 + longest.max().unwrap_or(0) + 2 + gaps.max().unwrap_or(0).max(10);
    let differences = differences && needed <= usize::from(area.width);
    let amounts: Vec<String> = roster.payments.iter().map(|payment| lang.amount(payment.amount)).collect();
    let amount_width = amounts.iter().map(|text| width(text)).max().unwrap_or(0).max(6);
    // On a wider screen the list's own number stands beside the workers paid for, and what they cost beside the amount.
    let spare = usize::from(area.width).saturating_sub(34 + amount_width);
    let listed_width = width(canvas.say(&words::IN_LIST)).max(7) + 2;
    let with_listed = differences && spare >= listed_width;
    let with_expected = with_listed && spare >= listed_width + amount_width + 4;
    let before_end = if with_expected { amount_width as u16 + 3 } else { 0 };
    let amount_end = match differences {
        true => (end - 10 - before_end).max(from + 14 + amount_width as u16).min(end),
        false => end - 3,
    };
    let listed_end = amount_end.saturating_sub(amount_width as u16 + 2);
    let workers_end = listed_end.saturating_sub(if with_listed { listed_width as u16 } else { 0 });
    let expected_end = amount_end + before_end;
    if differences && !roster.payments.is_empty() {
        canvas.put(from, y, Span::styled(canvas.say(&words::MONTH), theme.dim()));
        canvas.put_right(workers_end, y, Span::styled(canvas.say(&words::WORKERS), theme.dim()));
        if with_listed {
            canvas.put_right(listed_end, y, Span::styled(canvas.say(&words::IN_LIST), theme.dim()));
        }
        canvas.put_right(amount_end, y, Span::styled(canvas.say(&words::AMOUNT), theme.dim()));
        if with_expected {
            canvas.put_right(expected_end, y, Span::styled(canvas.say(&words::EXPECTED), theme.dim()));
        }
        canvas.put_right(end, y, Span::styled(canvas.say(&words::DIFFERENCE), theme.dim()));
        y += 1;
    }
    let reserve = claim_rows + remarks.len() as u16 + total_rows;
    let room = usize::from(bottom.saturating_sub(y + reserve)).max(1);
    let last = roster.payments.len().saturating_sub(room);
    let skip = match review.budget_row {
        BudgetRow::Payment(place) => last.min(place),
        _ => last,
    };
    let odd = |paid: &&PaidMonth| paid.paid_for != paid.listed;
    let odd_months: Vec<Month> = review.paid_months.iter().filter(odd).map(|paid| paid.month).collect();
    for (place, payment) in roster.payments.iter().enumerate().skip(skip).take(room) {
        if y >= bottom {
            break;
        }
        let found = budget.payments.get(place).and_then(|found| found.difference);
        let differs = found.is_some_and(|difference| difference != Rupiah::ZERO);
        let committed = payment.paid_on.is_none_or(|day| day > roster.as_of());
        let odd = odd_months.iter().any(|&month| payment.month <= month && month <= payment.through);
        let marks: [(bool, &str, Style); 3] =
            [(differs, "≠", theme.bad()), (committed, "▒", theme.dim()), (odd, "▲", theme.attention())];
        let x = canvas.put(from, y, Span::raw(lang.month_name(payment.month)));
        if payment.through != payment.month {
            canvas.put(x, y, Span::raw(format!("–{}", lang.month_name(payment.through))));
        }
        let workers = payment.workers.map_or(UNKNOWN.to_owned(), |workers| lang.count(workers));
        canvas.put_right(workers_end, y, Span::raw(workers));
        canvas.put_right(amount_end, y, Span::raw(amounts.get(place).cloned().unwrap_or_default()));
        let shown = marks.into_iter().filter(|(holds, mark, _)| *holds && !(differences && *mark == "≠"));
        let (first, most) = if differences { (from + 4, 2) } else { (end - 1, 1) };
        for (x, (_, mark, style)) in (first..).zip(shown.take(most)) {
            canvas.put(x, y, Span::styled(mark, style));
        }
        if differences {
            let text = found.map_or(UNKNOWN.to_owned(), |difference| lang.amount(difference));
            let text = if differs { format!("≠ {text}") } else { text };
            canvas.put_right(end, y, Span::styled(text, if differs { theme.bad() } else { theme.dim() }));
            if with_listed {
                let listed = review.paid_months.iter().find(|paid| paid.month == payment.month);
                let listed = listed.map_or(UNKNOWN.to_owned(), |paid| lang.count(paid.listed));
                canvas.put_right(
                    listed_end,
                    y,
                    Span::styled(listed, if odd { theme.attention() } else { theme.dim() }),
                );
            }
            if with_expected {
                let expected = budget.payments.get(place).and_then(|found| found.expected?.sum());
                canvas.put_right(expected_end, y, Span::styled(amount(lang, expected), theme.dim()));
            }
        }
        if review.budget_row == BudgetRow::Payment(place) {
            canvas.put(from - 1, y, Span::raw(">"));
            canvas.select_at(from - 1, from - 1, end, y);
        }
        y += 1;
    }
    let below = roster.payments.len().saturating_sub(skip + room);
    if skip + below > 0 {
        let mark = if skip > 0 { "▲" } else { "▼" };
        let text = format!(" {mark} {} ", lang.fill(&words::MORE, &[&(skip + below).to_string()]));
        let x = area.x + 4 + width(lang.say(&words::PAYMENTS)) as u16;
        canvas.put(x, area.y, Span::styled(text, theme.dim()));
    }
    if total_rows > 0 && y + 1 < bottom {
        canvas.rule(from, amount_end, y);
        let sum: Option<Rupiah> = roster.payments.iter().map(|payment| payment.amount).sum();
        canvas.put(from, y + 1, Span::raw(canvas.lang.say(&words::SUM)));
        canvas.put_right(amount_end, y + 1, Span::styled(amount(lang, sum), theme.bold()));
        y += 2;
    }
    for (mark, text) in remarks {
        if y >= bottom {
            break;
        }
        let style = match mark {
            "≠" => theme.bad(),
            "▲" => theme.attention(),
            _ => theme.dim(),
        };
        let x = canvas.put(from, y, Span::styled(mark, style));
        canvas.put(x + 1, y, Span::styled(fit(&text, usize::from(end - x)), theme.plain()));
        y += 1;
    }
    let below = Rect { y, height: bottom.saturating_sub(y), ..area };
    let sum_end = if differences { amount_end } else { end - 3 };
    claims_rows(budget, canvas, below, (claim_rows == 5, sum_end), review.budget_row == BudgetRow::Claims);
}

fn claims_rows(budget: &Budget, canvas: &mut Canvas<'_>, area: Rect, (panel, sum_end): (bool, u16), selected: bool) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let claims = budget.claimed();
    let end = area.x + area.width - 1;
    let from = area.x + if area.x == 0 { 1 } else { 2 };
    if claims.count == 0 || area.height == 0 {
        return;
    }
    if !panel || area.height < 5 {
        let line = canvas.fill(&words::CLAIMS_OF, theme.dim(), &[(&lang.count(claims.count), theme.plain())]);
        canvas.put(from, area.y, line);
        canvas.put_right(sum_end, area.y, Span::raw(amount(lang, claims.amount)));
        if selected {
            canvas.put(from - 1, area.y, Span::raw(">"));
            canvas.select_at(from - 1, from - 1, end, area.y);
        }
        return;
    }
    let unit = [Span::styled(canvas.say(&words::RUPIAH), theme.dim())];
    canvas.panel(area.x, area.x + area.width, area.y + 1, lang.say(&words::CLAIMS), &unit);
    let rows =
        budget.claims.into_iter().rev().map(|(scheme, claimed)| (scheme.code().to_owned(), claimed, theme.plain()));
    let all = std::iter::once((lang.say(&words::SUM).to_owned(), claims, theme.bold()));
    for (place, (name, claimed, style)) in rows.chain(all).enumerate() {
        let y = area.y + 2 + place as u16;
        canvas.put(from, y, Span::raw(name));
        canvas.put_right(from + 14, y, Span::raw(lang.count(claimed.count)));
        canvas.put_right(from + 30, y, Span::styled(amount(lang, claimed.amount), style));
        if selected && place == 2 {
            canvas.put(from - 1, y, Span::raw(">"));
            canvas.select_at(from - 1, from - 1, from + 30, y);
        }
    }
}

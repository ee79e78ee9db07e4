//! Enrollment: the big gauge toward the target, when it is reached at the present pace and what pace it takes, the
//! running total against plan and need, the months, and below them districts, funnel and earlier years.
//!
//! ```text
//!  █████████████████████████████████████████████▌▒▒              │  73.5% active
//!  ● 14,212 active   ▒ 386 grace                     target 19,336
//!  At the pace of 864 per 30 days (last 90 days) the target comes on 24 Feb 2025.
//! ── Enrolled ───────────────────── running total ─  ── Months ─────────────────
//! ```

use crate::figures::enrollment::{Decile, Enrollment, MonthRow};
use crate::figures::share::Share as Fraction;
use crate::lang::measure::{fit, pad, width};
use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::sentence::Sentence;
use crate::lang::words;
use crate::roster::calendar::Month;
use crate::roster::filter::{Field, Scalar, Value};
use crate::roster::worker::Standing;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::bar::{self, Fill, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::chart::{self, Chart, Label, Line, Note, Place, Stroke};
use crate::tui::parts::digits;
use crate::tui::state::enrollment::Bar;
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Draws the tab.
pub fn draw(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let content = layout.content;
    let full = layout.area.width;
    let bottom = content.y + content.height;
    let top = match layout.width {
        Width::Wide => wide_gauge(review, layout, canvas) + 1,
        _ => gauge(review, canvas, 1, full - 1, content.y, true),
    };
    let below = Rect::new(0, top, full, bottom.saturating_sub(top));
    match layout.width {
        Width::Wide => {
            let split = layout.third(2) - 1;
            let lower = if below.height >= 24 { 8 } else { 0 };
            let upper = Rect { height: below.height - lower, ..below };
            chart_panel(review, canvas, Rect { width: split - 2, ..upper });
            let y = months_panel(review, canvas, Rect { x: split, width: full - split, ..upper }, true, 0);
            compare_panel(
                review,
                canvas,
                Rect {
                    x: split,
                    y: y + 1,
                    width: full - split,
                    height: (upper.y + upper.height).saturating_sub(y + 1),
                },
                true,
            );
            if lower > 0 {
                let y = upper.y + upper.height;
                districts_panel(review, canvas, Rect { y, height: lower, width: split - 2, x: 0 }, 2);
                funnel_panel(review, canvas, Rect { x: split, y, width: full - split, height: lower });
            }
        }
        Width::Stacked if !review.enrollment.is_below() => {
            // The chart gives way to the numbers beside it.
            let split = (full * 5 / 8).min(full.saturating_sub(1 + months_width(review, canvas)));
            if !chart_panel(review, canvas, Rect { width: split.saturating_sub(1), ..below }) {
                months_panel(review, canvas, below, true, 1);
            } else {
                months_panel(review, canvas, Rect { x: split + 1, width: full - split - 1, ..below }, false, 2);
                decile_line(review, canvas, split + 3, full - 1, bottom.saturating_sub(2));
            }
            more_below(review, canvas, full - 1, bottom);
        }
        Width::Stacked => {
            let rows = districts_panel(review, canvas, below, 2);
            let rest = Rect { y: rows, height: bottom.saturating_sub(rows), ..below };
            let half = full / 2;
            funnel_panel(review, canvas, Rect { width: half - 1, ..rest });
            compare_panel(review, canvas, Rect { x: half, width: full - half, ..rest }, true);
        }
        Width::Narrow if !review.enrollment.is_below() => {
            months_panel(review, canvas, below, false, 1);
            more_below(review, canvas, full - 1, bottom);
        }
        Width::Narrow => {
            let rows = districts_panel(review, canvas, below, 1);
            compare_panel(review, canvas, Rect { y: rows, height: bottom.saturating_sub(rows), ..below }, false);
        }
    }
    Vec::new()
}

fn more_below(review: &Review, canvas: &mut Canvas<'_>, end: u16, bottom: u16) {
    let years: Vec<String> = review.roster.history.iter().map(|year| year.fiscal_year.to_string()).collect();
    let mut text = format!("▼ {}", canvas.say(&words::BELOW_DISTRICTS));
    for year in years.iter().rev().take(1) {
        text += &format!(", {year}");
    }
    let dim = canvas.theme.dim();
    canvas.put_right(end, bottom.saturating_sub(1), Span::styled(text, dim));
}

/// The gauge with its numbers and sentences; the answer is the row behind them.
fn gauge(review: &Review, canvas: &mut Canvas<'_>, from: u16, to: u16, top: u16, beside: bool) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let enrollment = &review.answer.figures.enrollment;
    let active = enrollment.standing.get(Standing::Active);
    let grace = enrollment.standing.get(Standing::Grace);
    let Some(target) = enrollment.target else {
        let line = lang.active_of(enrollment, review.roster.program.target);
        canvas.put(from, top, canvas.sentence(&line, theme.dim()));
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

fn wide_gauge(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> u16 {
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
    gauge(review, canvas, from, layout.area.width - 1, top, false).max(top + 5)
}

/// The running total against plan and need. `false` where there is no room for a chart.
fn chart_panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect) -> bool {
    if area.width < 34 || area.height < 6 {
        return false;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let now = Month::of(review.roster.as_of());
    let course = &review.answer.course;
    let (axis, x_max) = (&course.axis, course.axis.days());
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
    let plot = Rect::new(area.x, area.y + 1, area.width, area.height - 1);
    let ticks = chart::round_ticks(highest.max(1), 5, Chart::rows(plot.height));
    let count = |tick: i128| lang.integer(tick);
    let chart = Chart {
        ticks: ticks.into_iter().map(|tick| (tick, count(tick))).collect(),
        label_width: 6,
        x_max,
        months: axis
            .months
            .iter()
            .map(|&month| chart::Month {
                end: axis.end_of(month),
                name: lang.month_name(month).to_owned(),
                current: month == now,
            })
            .collect(),
        lines,
        notes: vec![Note {
            y: total,
            label: Label { text: count(total), style: theme.bold(), x: today, place: Place::Below },
        }],
        axis: theme.dim(),
        current: theme.bold(),
        ascii: canvas.ascii,
    };
    let title = canvas.say(&words::ENROLLED_CHART);
    let unit = [Span::styled(canvas.say(&words::RUNNING_TOTAL), theme.dim())];
    if !chart.draw(plot, canvas.buffer) {
        return false;
    }
    canvas.panel(area.x, area.x + area.width, area.y, title, &unit);
    true
}

/// Columns of a number of the months' table with the space before it.
fn month_column(review: &Review, canvas: &Canvas<'_>) -> usize {
    let rows = review.answer.months.iter();
    let most = rows.flat_map(|row| [row.total, row.plan]).flatten().max().unwrap_or(0);
    let heads = [&words::NEW, &words::TOTAL, &words::PLAN_LINE].map(|head| width(canvas.say(head)));
    heads.into_iter().max().unwrap_or(0).max(width(&canvas.lang.count(most))) + 1
}

/// Whether the months' table has the plan beside what happened.
fn is_planned(review: &Review) -> bool {
    review.filter.is_everybody() && review.answer.months.iter().any(|row| row.plan.is_some())
}

/// Columns that the months' table needs.
fn months_width(review: &Review, canvas: &Canvas<'_>) -> u16 {
    let columns = if is_planned(review) { 3 } else { 2 };
    let months = &review.answer.months;
    let name = if several_years(months) { 6 } else { 3 };
    (3 + name + columns * month_column(review, canvas)) as u16
}

fn several_years(months: &[MonthRow]) -> bool {
    months.first().zip(months.last()).is_some_and(|(a, b)| a.month.year() != b.month.year())
}

/// The months as a table; `reserve` rows stay free at the bottom. The answer is the row behind it.
fn months_panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect, differences: bool, reserve: u16) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    // The list ignores its own picks, so that other months stay choosable.
    let months = &review.answer.months;
    let picks = review.filter.picks(Field::Enrolled);
    let cursor = match review.enrollment.bar {
        Some(Bar::Month(place)) => Some(place),
        _ => None,
    };
    let planned = is_planned(review);
    let several_years = several_years(months);
    canvas.panel(area.x, area.x + area.width, area.y, canvas.lang.say(&words::MONTHS), &[]);
    let from = area.x + 2;
    let end = area.x + area.width - 1;
    // The gap to the plan goes first, then the plan: two numbers must never touch.
    let name_width = if several_years { 6 } else { 3 };
    let room = usize::from(end.saturating_sub(from)).saturating_sub(name_width);
    let most_columns = 2 + usize::from(planned) + usize::from(planned && differences);
    let columns = most_columns.min(room / month_column(review, canvas)).max(2);
    let column = (room / columns).min(10) as u16;
    let ends: Vec<u16> = (0..columns).map(|place| end - column * (columns - 1 - place) as u16).collect();
    let heads = [&words::NEW, &words::TOTAL, &words::PLAN_LINE, &words::DIFFERENCE];
    for (head, &end) in heads.into_iter().zip(&ends) {
        canvas.put_right(end, area.y + 1, Span::styled(fit(canvas.say(head), usize::from(column)), theme.dim()));
    }
    let most = months.iter().filter_map(|row| row.enrolled).max().unwrap_or(0);
    // Where the table leaves room the months are bars too.
    let bar_from = from + if several_years { 8 } else { 5 };
    let bar_room = usize::from(ends[0].saturating_sub(bar_from)).saturating_sub(width(&lang.count(most)).max(3) + 1);
    let room = usize::from(area.height.saturating_sub(2 + reserve));
    let skip = months.len().saturating_sub(room).min(cursor.unwrap_or(usize::MAX));
    let now = Month::of(review.roster.as_of());
    let mut y = area.y + 2;
    for (place, row) in months.iter().enumerate().skip(skip).take(room) {
        let current = row.month == now;
        let future = row.month > now;
        let style = match () {
            () if current => theme.bold(),
            () if future => theme.dim(),
            () => theme.plain(),
        };
        let name = match several_years {
            true => format!("{} {:02}", lang.month_name(row.month), row.month.year() % 100),
            false => lang.month_name(row.month).to_owned(),
        };
        let picked = picks.contains(&Value::Scalar(Scalar::Month(row.month)));
        let style = if picked { theme.chosen().patch(theme.bold()) } else { style };
        if picked {
            canvas.put(from - 1, y, Span::styled("◆", style));
        }
        let behind = canvas.put(from, y, Span::styled(name, style));
        let number = |number: Option<u64>| number.map_or(String::new(), |number| lang.count(number));
        if let Some(enrolled) = row.enrolled.filter(|_| bar_room >= 5) {
            let bar = bar::count(enrolled.into(), most.into(), bar_room, theme.dim());
            canvas.put(bar_from, y, bar);
        }
        canvas.put_right(ends[0], y, Span::styled(number(row.enrolled), theme.plain()));
        canvas.put_right(ends[1], y, Span::styled(number(row.total), style));
        if let Some(&end) = ends.get(2) {
            canvas.put_right(end, y, Span::styled(number(row.plan), theme.dim()));
        }
        if let (Some(&end), Some(total), Some(plan)) = (ends.get(3), row.total, row.plan) {
            let difference = i128::from(total) - i128::from(plan);
            let style = if difference < 0 { theme.attention() } else { theme.plain() };
            canvas.put_right(end, y, Span::styled(lang.signed(difference), style));
        }
        if cursor == Some(place) {
            canvas.put(from - 2, y, Span::raw(">"));
            canvas.select_at(from - 2, from - 2, behind, y);
        }
        y += 1;
    }
    if skip > 0 {
        let text = format!("▲ {}", lang.fill(&words::MORE, &[&skip.to_string()]));
        canvas.put(from, area.y + 1, Span::styled(fit(&text, usize::from(ends[0] - from) - 4), theme.dim()));
    }
    y
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

/// Earlier years and extreme poverty, whose end is the programme's purpose.
fn compare_panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect, percent: bool) {
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

/// Active of listed by district, in so many columns; the answer is the row behind it.
fn districts_panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect, columns: u16) -> u16 {
    if area.height < 3 {
        return area.y;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    // The list ignores its own picks, so that other districts stay choosable.
    let districts = &review.answer.districts;
    let picks = review.filter.picks(Field::District);
    let cursor = match review.enrollment.bar {
        Some(Bar::District(place)) => Some(place),
        _ => None,
    };
    let unit = [Span::styled(canvas.say(&words::ACTIVE_OF_LISTED), theme.dim())];
    canvas.panel(area.x, area.x + area.width, area.y, lang.say(&words::DISTRICTS), &unit);
    let unknown = canvas.say(&words::UNKNOWN);
    let name_of = |name: &Option<String>| name.as_ref().map_or(unknown.to_owned(), |name| scrub(name).into_owned());
    let column = area.width / columns;
    let names = districts
        .iter()
        .map(|district| width(&name_of(&district.name)))
        .max()
        .map_or(0, |longest| longest + usize::from(!picks.is_empty()))
        .min(usize::from(column) / 2);
    let rows = (districts.len() as u16).div_ceil(columns).min(area.height - 1);
    let sight = usize::from(rows * columns);
    let skip = cursor.map_or(0, |cursor| (cursor + 1).saturating_sub(sight));
    for (place, (at, district)) in districts.iter().enumerate().skip(skip).take(sight).enumerate() {
        let x = area.x + 1 + column * (place as u16 / rows.max(1));
        let y = area.y + 1 + place as u16 % rows.max(1);
        let end = x + column - 3;
        let picked = picks.contains(&district.name.clone().map_or(Value::None, Value::Name));
        let style = if picked { theme.chosen().patch(theme.bold()) } else { theme.plain() };
        let name = if picked { format!("◆{}", name_of(&district.name)) } else { name_of(&district.name) };
        let behind = canvas.put(x, y, Span::styled(pad(&name, names), style)) + 1;
        if cursor == Some(at) {
            canvas.put(x - 1, y, Span::raw(">"));
            canvas.select_at(x - 1, x - 1, behind - 1, y);
        }
        let percent = Fraction::of(district.active, district.workers).and_then(Fraction::percent_on_screen);
        let percent = percent.map_or(UNKNOWN.to_owned(), |percent| lang.decimal(percent));
        canvas.put_right(end, y, Span::styled(percent, theme.dim()));
        let count_end = end - 6;
        canvas.put_right(count_end, y, Span::raw(lang.count(district.active)));
        let bar_width = usize::from(count_end.saturating_sub(behind + 7));
        let share = Share { part: district.active.into(), whole: district.workers.into() };
        canvas.put(behind, y, bar::toward(share, bar_width, theme.good(), theme.dim()));
    }
    let left = districts.len().saturating_sub(skip + sight);
    if left > 0 {
        let text = format!("▼ {}", lang.fill(&words::MORE, &[&left.to_string()]));
        canvas.put_right(area.x + area.width - 1, area.y + rows, Span::styled(text, theme.dim()));
    }
    area.y + 1 + rows
}

/// From listed to active, and how many are lost from step to step.
fn funnel_panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect) {
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
        canvas.put(x, y, bar::count(count.into(), funnel.listed.into(), bar_width, fill));
        canvas.put_right(count_end, y, Span::styled(lang.count(count), style));
        canvas.put_right(end, y, Span::styled(lost, theme.dim()));
    }
}

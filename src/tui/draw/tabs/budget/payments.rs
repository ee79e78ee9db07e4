//! Payments month by month against workers and rates, what is odd about them, and below them the claims.

use super::amount;
use crate::figures::budget::Budget;
use crate::figures::payments::PaidMonth;
use crate::lang::measure::{width, wrap};
use crate::lang::number::UNKNOWN;
use crate::lang::words;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::budget::BudgetRow;
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Payments month by month with what is odd about them, then the claims.
pub fn panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect, differences: bool) {
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
    // A remark goes on in a second row before a number of it is cut.
    let remark_room = usize::from(end.saturating_sub(from + 2));
    let told = lang.remarks(roster, budget, review.roster.paid_months());
    let remarks: Vec<(&str, Vec<String>)> =
        told.into_iter().map(|(mark, text)| (mark, wrap(&text, remark_room))).collect();
    let remark_rows: usize = remarks.iter().map(|(_, rows)| rows.len()).sum();
    // The sum stands where all that it sums does.
    let listed = roster.payments.len() + remark_rows + 5;
    let total_rows: u16 =
        if differences && roster.payments.len() > 1 && listed <= usize::from(area.height) { 2 } else { 0 };
    let others = roster.payments.len() + remark_rows + usize::from(total_rows) + 2;
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
    // Columns by priority: month and amount stay; workers, the gap, the list's own number and what was expected come as
    // there is room, and where the gap has none, `≠` and the remarks below say it.
    let longest =
        |texts: &mut dyn Iterator<Item = String>, least: usize| texts.map(|t| width(&t)).fold(least, usize::max);
    let amounts: Vec<String> = roster.payments.iter().map(|payment| lang.amount(payment.amount)).collect();
    let amount_width = longest(&mut amounts.iter().cloned(), 6);
    let counts = roster.payments.iter().map(|payment| payment.workers.map_or(String::new(), |count| lang.count(count)));
    let workers_width = longest(&mut counts.clone(), 0);
    let gaps = budget.payments.iter().map(|found| format!("≠ {}", amount(lang, found.difference)));
    let gap_width = longest(&mut gaps.clone(), 8);
    let head = |word| width(canvas.say(word));
    let wide_workers = workers_width.max(head(&words::WORKERS));
    let month_width = if roster.payments.iter().any(|payment| payment.through != payment.month) { 7 } else { 3 };
    let room = usize::from(end.saturating_sub(from)).saturating_sub(month_width + 3);
    let differences = differences && room >= wide_workers + amount_width + gap_width + 4;
    let spare = room.saturating_sub(wide_workers + amount_width + gap_width + 4);
    let listed_width = longest(&mut counts.clone(), head(&words::IN_LIST)) + 2;
    let with_listed = differences && spare >= listed_width;
    let expected_width = amount_width.max(head(&words::EXPECTED)) + 3;
    let with_expected = with_listed && spare >= listed_width + expected_width;
    let expected_end = if differences { end - gap_width as u16 - 2 } else { end - 3 };
    let amount_end = if with_expected { expected_end - expected_width as u16 } else { expected_end };
    let listed_end = amount_end.saturating_sub(amount_width as u16 + 2);
    let workers_end = listed_end.saturating_sub(if with_listed { listed_width as u16 } else { 0 });
    // Two numbers never touch: in the narrowest list the workers stand in the explanation alone.
    let with_workers = usize::from(workers_end.saturating_sub(from)) > month_width + workers_width;
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
    let reserve = claim_rows + remark_rows as u16 + total_rows;
    let room = usize::from(bottom.saturating_sub(y + reserve)).max(1);
    let last = roster.payments.len().saturating_sub(room);
    let skip = match review.budget.row {
        BudgetRow::Payment(place) => last.min(place),
        _ => last,
    };
    let odd = |paid: &&PaidMonth| paid.paid_for != paid.listed;
    let odd_months: Vec<Month> = review.roster.paid_months().iter().filter(odd).map(|paid| paid.month).collect();
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
        if with_workers {
            canvas.put_right(workers_end, y, Span::raw(workers));
        }
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
                let listed = review.roster.paid_months().iter().find(|paid| paid.month == payment.month);
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
        if review.budget.row == BudgetRow::Payment(place) {
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
        canvas.put(from, y, Span::styled(mark, style));
        for row in text {
            if y < bottom {
                canvas.put(from + 2, y, Span::styled(row, theme.plain()));
                y += 1;
            }
        }
    }
    let below = Rect { y, height: bottom.saturating_sub(y), ..area };
    let sum_end = if differences { amount_end } else { end - 3 };
    claims_rows(budget, canvas, below, (claim_rows == 5, sum_end), review.budget.row == BudgetRow::Claims);
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

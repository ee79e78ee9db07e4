//! Every figure explains itself: the formula of design.md §3 with the numbers put in. No figure is made here; each line
//! says again what `figures` has made, and from what.

use crate::figures::budget::{Budget, Outlook, Runway};
use crate::figures::enrollment::{Decile, Enrollment, Forecast};
use crate::figures::payments::PaidMonth;
use crate::figures::share::Share;
use crate::lang::measure::{pad, width, wrap};
use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, Phrase, words};
use crate::roster::calendar::{self, Month};
use crate::roster::index::PACE_DAYS;
use crate::roster::money::Rupiah;
use crate::roster::program::{Scheme, Segment};
use crate::roster::worker::Standing;
use crate::tui::draw::tabs::budget::runway::outlook;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::budget::BudgetRow;
use crate::tui::state::review::Review;
use crate::tui::tab::Tab;
use ratatui::text::Span;

/// A figure's name, and how it comes about.
type Line = (Phrase, String);

/// A row of the screen: a name, a formula, or both.
type Written = (String, String);

/// The formulas of a tab as they are broken into rows.
fn written(tab: Tab, review: &Review, layout: &Layout, lang: Lang) -> (&'static str, Vec<Written>) {
    let (title, lines) = match tab {
        Tab::Budget => budget(review, lang),
        _ => (lang.say(&words::TAB_ENROLLMENT), enrollment(review, lang)),
    };
    let narrow = layout.width == Width::Narrow;
    let names = lines.iter().map(|(name, _)| width(lang.say(name))).max().unwrap_or(0);
    let indent = if narrow { 3 } else { 1 + names + 2 };
    let room = usize::from(layout.area.width).saturating_sub(indent + 1);
    let mut rows = Vec::new();
    for (place, (name, text)) in lines.into_iter().enumerate() {
        if place > 0 && layout.airy() {
            rows.push(Written::default());
        }
        let mut name = pad(lang.say(&name), names);
        if narrow {
            rows.push((std::mem::take(&mut name), String::new()));
        }
        for text in wrap(&text, room) {
            rows.push((pad(&std::mem::take(&mut name), indent - 1), text));
        }
    }
    (title, rows)
}

/// How many rows that takes.
pub fn rows(tab: Tab, review: &Review, layout: &Layout, lang: Lang) -> usize {
    written(tab, review, layout, lang).1.len()
}

/// Draws the formulas of a tab over the content; the answer stands at the right end of the rule.
pub fn draw(tab: Tab, top: usize, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let (title, rows) = written(tab, review, layout, canvas.lang);
    let height = usize::from(layout.content.height);
    // What does not fit is scrolled, and a row says so.
    let fits = rows.len() <= height;
    let sight = if fits { height } else { height.saturating_sub(1) };
    let top = top.min(rows.len().saturating_sub(sight));
    for (row, (name, text)) in rows.iter().skip(top).take(sight).enumerate() {
        let y = layout.content.y + row as u16;
        let x = canvas.put(1, y, Span::styled(name.clone(), theme.dim()));
        canvas.put(x, y, Span::styled(text.clone(), theme.plain()));
    }
    if !fits {
        let below = rows.len() - top - sight.min(rows.len() - top);
        let mark = if below > 0 { format!("▼ {below}  PgDn") } else { "▲ PgUp".to_owned() };
        let y = layout.content.y + layout.content.height - 1;
        canvas.put_right(layout.area.width - 1, y, Span::styled(mark, theme.dim()));
    }
    vec![Span::styled(canvas.say(&words::EXPLAINED), theme.bold()), Span::styled(format!(" {title}"), theme.dim())]
}

fn enrollment(review: &Review, lang: Lang) -> Vec<Line> {
    let figures: &Enrollment = &review.answer.figures.enrollment;
    let active = figures.standing.get(Standing::Active);
    let as_of = review.roster.as_of();
    let count = |count: u64| lang.count(count);
    let mut lines: Vec<Line> = Vec::new();
    let mut standings = Vec::new();
    for standing in Standing::ALL {
        standings.push(format!("{} {}", count(figures.standing.get(standing)), lang.say(&words::standing(standing))));
    }
    lines.push((words::LISTED_HEAD, format!("{} = {}", standings.join(" + "), count(figures.funnel.listed))));
    if let (Some(target), Some(to_go)) = (figures.target, figures.to_go) {
        if let Some(progress) = figures.progress.and_then(|share| share.rounded(4)) {
            let percent = figures.progress.and_then(|share| share.percent()).map(|percent| lang.percent(Some(percent)));
            let fraction = lang.decimal(progress);
            let percent = percent.unwrap_or_default();
            lines.push((words::PROGRESS, format!("{} / {} = {fraction} = {percent}", count(active), count(target))));
        }
        lines.push((
            words::TO_GO_HEAD,
            format!(
                "{} − {} = {}",
                count(target),
                count(active),
                lang.integer(i128::from(target) - i128::from(active))
            ),
        ));
        if let Forecast::On(day) = figures.forecast {
            let days = (day - as_of).num_days();
            let phrase = Phrase {
                en: "{0} × {1} / {2} = {3} days, rounded up, after {4}: {5}",
                id: "{0} × {1} / {2} = {3} hari, dibulatkan ke atas, sesudah {4}: {5}",
            };
            let values = [
                count(to_go),
                PACE_DAYS.to_string(),
                count(figures.pace),
                lang.integer(days.into()),
                lang.day(as_of),
                lang.day(day),
            ];
            lines.push((words::FORECAST, lang.fill(&phrase, &values.each_ref().map(String::as_str))));
        }
        if let Some(needed) = figures.needed {
            let end = review.roster.program.coverage.to.last_day();
            let phrase = Phrase {
                en: "{0} × 30 / {1} days to {2} = {3} per 30 days",
                id: "{0} × 30 / {1} hari s.d. {2} = {3} per 30 hari",
            };
            let days = (end - as_of).num_days();
            let rounded = needed.rounded(2).map(|needed| lang.decimal(needed)).unwrap_or_default();
            let values = [count(to_go), lang.integer(days.into()), lang.day(end), rounded.clone()];
            lines.push((words::NEEDED_HEAD, lang.fill(&phrase, &values.each_ref().map(String::as_str))));
            if let (Some(times), Some(pace)) = (figures.needed_times(), figures.pace_per_30_days()) {
                let pace = pace.rounded(2).map(|pace| lang.decimal(pace)).unwrap_or_default();
                let times = times.rounded(2).map(|times| lang.decimal(times)).unwrap_or_default();
                lines.push((words::TIMES, format!("{rounded} / {pace} = {times}")));
            }
        }
    }
    let from = calendar::next(calendar::days_before(as_of, PACE_DAYS));
    let phrase = Phrase {
        en: "{0} enrolled from {1} to {2}; / 3 = {3} per 30 days",
        id: "{0} didaftarkan {1} s.d. {2}; / 3 = {3} per 30 hari",
    };
    let pace = figures.pace_per_30_days().and_then(|pace| pace.rounded(2)).map(|pace| lang.decimal(pace));
    let values = [count(figures.pace), lang.day(from), lang.day(as_of), pace.unwrap_or_default()];
    lines.insert(lines.len().min(3), (words::PACE, lang.fill(&phrase, &values.each_ref().map(String::as_str))));
    if let Some(Decile { listed, active }) = review.answer.figures.enrollment.decile_1 {
        let percent = Share::of(active, listed).and_then(Share::percent);
        let phrase = Phrase {
            en: "{0} active of {1} listed = {2}; decile 1 is the poorest tenth",
            id: "{0} aktif dari {1} terdata = {2}; desil 1 adalah sepersepuluh termiskin",
        };
        let values = [count(active), count(listed), lang.percent(percent)];
        lines.push((words::DECILE_1_HEAD, lang.fill(&phrase, &values.each_ref().map(String::as_str))));
    }
    lines
}

/// A payment against the workers it names, the rates, and the list.
fn payment(review: &Review, place: usize, lang: Lang) -> Vec<Line> {
    let budget: &Budget = &review.answer.figures.budget;
    let pair = review.roster.payments.get(place).zip(budget.payments.get(place));
    let Some((payment, found)) = pair else { return Vec::new() };
    let rp = |amount: Rupiah| lang.amount(amount);
    let months: Vec<Month> = payment.month.to(payment.through).collect();
    let span = match months.as_slice() {
        [one] => lang.month(*one),
        _ => format!("{} – {}", lang.month(payment.month), lang.month(payment.through)),
    };
    let mut lines: Vec<Line> = vec![(words::MONTH_HEAD, span)];
    let mut paid = rp(payment.amount);
    match payment.paid_on {
        Some(day) => paid += &format!(", {}", lang.fill(&words::PAID_ON, &[&lang.day(day)])),
        None => paid += &format!(", {}", lang.say(&words::NOT_PAID_YET)),
    }
    if let Some(reference) = &payment.reference {
        paid += &format!(", {}", scrub(reference));
    }
    lines.push((words::AMOUNT_HEAD, paid));
    let rates = &review.roster.program.rates;
    let parts: Vec<(Segment, u64)> = match (payment.by_segment, payment.workers) {
        (Some(each), _) => vec![(Segment::Bpu, each.bpu), (Segment::Pu, each.pu)],
        (None, Some(workers)) => vec![(Segment::Bpu, workers)],
        (None, None) => Vec::new(),
    };
    // A month at the same rates is said once, with how often it comes.
    let mut terms: Vec<(String, u64)> = Vec::new();
    for month in months {
        for (segment, workers) in parts.iter().filter(|(_, workers)| *workers > 0) {
            let rate = rates.at(*segment, month).sum().map_or(UNKNOWN.to_owned(), rp);
            let term = format!("{} × {rate}", lang.count(*workers));
            match terms.iter_mut().find(|(own, _)| *own == term) {
                Some((_, times)) => *times += 1,
                None => terms.push((term, 1)),
            }
        }
    }
    let terms: Vec<String> = terms
        .into_iter()
        .map(|(term, times)| if times == 1 { term } else { format!("{} × {term}", lang.count(times)) })
        .collect();
    match found.expected.and_then(|expected| Some((expected, expected.sum()?))) {
        Some((expected, sum)) => {
            lines.push((words::EXPECTED_HEAD, format!("{} = {}", terms.join(" + "), rp(sum))));
            let schemes = format!("JKK {} + JKM {} = {}", rp(expected.jkk), rp(expected.jkm), rp(sum));
            lines.push((words::SCHEMES, schemes));
            if let Some(difference) = found.difference {
                let by = lang.signed(difference.get());
                lines.push((words::DIFFERENCE_HEAD, format!("{} − {} = {by}", rp(payment.amount), rp(sum))));
            }
        }
        None => lines.push((words::EXPECTED_HEAD, lang.say(&words::NO_WORKERS_NAMED).to_owned())),
    }
    let covered = |paid: &&PaidMonth| payment.month <= paid.month && paid.month <= payment.through;
    for month in review.roster.paid_months().iter().filter(covered) {
        let values = [lang.month(month.month), lang.count(month.listed), lang.count(month.paid_for)];
        lines.push((words::LIST_HEAD, lang.fill(&words::LISTED_AGAINST, &values.each_ref().map(String::as_str))));
    }
    lines
}

/// Claims by scheme: value returned to families, no money of the budget.
fn claims(budget: &Budget, lang: Lang) -> Vec<Line> {
    let amount =
        |amount: Option<Rupiah>| amount.map_or(lang.say(&words::TOO_LARGE).to_owned(), |amount| lang.rupiah(amount));
    let line = |count: u64, sum| lang.fill(&words::CLAIMS_ARE, &[&lang.count(count), &amount(sum)]);
    let mut lines: Vec<Line> = Vec::new();
    for (scheme, claimed) in budget.claims.into_iter().rev() {
        let name = match scheme {
            Scheme::Jkm => words::SCHEME_JKM,
            Scheme::Jkk => words::SCHEME_JKK,
        };
        lines.push((name, line(claimed.count, claimed.amount)));
    }
    let all = budget.claimed();
    lines.push((words::SUM_HEAD, line(all.count, all.amount)));
    lines.push((words::SOURCE_HEAD, lang.say(&words::CLAIMS_SOURCE).to_owned()));
    lines
}

fn budget(review: &Review, lang: Lang) -> (&'static str, Vec<Line>) {
    let budget: &Budget = &review.answer.figures.budget;
    let (name, own) = match (review.budget.row, outlook(budget, review.budget.row)) {
        (_, Some((name, own))) => (name, own),
        (BudgetRow::Payment(place), None) => return (lang.say(&words::PAYMENTS), payment(review, place, lang)),
        (_, None) => return (lang.say(&words::CLAIMS), claims(budget, lang)),
    };
    let rp = |amount: Rupiah| lang.amount(amount);
    let some = |amount: Option<Rupiah>| amount.map_or(lang.say(&words::TOO_LARGE).to_owned(), rp);
    let mut lines: Vec<Line> = Vec::new();
    let left =
        format!("{} − {} − {} = {}", rp(budget.total), some(budget.spent), some(budget.committed), some(budget.left));
    let as_of = review.roster.as_of();
    let paid = review.roster.payments.iter().filter(|payment| payment.paid_on.is_some_and(|day| day <= as_of)).count();
    let open = review.roster.payments.len() - paid;
    let values = [lang.count(paid as u64), lang.day(as_of), lang.count(open as u64)];
    lines.push((words::PAYMENTS, lang.fill(&words::SPENT_IS, &values.each_ref().map(String::as_str))));
    let of = Phrase { en: "budget − spent − committed", id: "pagu − realisasi − komitmen" };
    lines.push((words::MONEY_LEFT, format!("{}: {left}", lang.say(&of))));
    lines.push((words::A_MONTH, month(review, lang, &own)));
    if let Some(schemes) = own.by_scheme {
        lines.push((
            words::SCHEMES,
            format!("JKK {} + JKM {} = {}", rp(schemes.jkk), rp(schemes.jkm), some(own.monthly)),
        ));
    }
    match (own.runway, own.monthly) {
        (Runway::Lasts(lasts), Some(monthly)) => {
            let months = lasts.months.map(|months| lang.decimal(months)).unwrap_or_default();
            let cut =
                lang.say(&Phrase { en: "cut, never rounded up", id: "dipotong, tidak pernah dibulatkan ke atas" });
            let left = some(budget.left.map(Rupiah::or_zero));
            lines.push((words::MONTHS_HEAD, format!("{left} / {} = {months}, {cut}", rp(monthly))));
            let full = lang.integer(lasts.full_months);
            lines.push((words::FULL_MONTHS, format!("{left} − {full} × {} = {}", rp(monthly), rp(lasts.remainder))));
            let unpaid = lang.month(budget.first_unpaid);
            let phrase = Phrase {
                en: "{0} is the first unpaid month; {1} months from it end with {2}",
                id: "{0} bulan pertama yang belum dibayar; {1} bulan sejak itu sampai {2}",
            };
            if let Some(through) = lasts.funded_through.filter(|_| lasts.full_months > 0) {
                lines.push((words::PAID_TO_HEAD, lang.fill(&phrase, &[&unpaid, &full, &lang.month(through)])));
            }
            if let (Some(first), Some(lacks)) = (lasts.first_unfunded, monthly.minus(lasts.remainder)) {
                let phrase = Phrase { en: "{0}, which lacks {1} − {2} = {3}", id: "{0}, kurang {1} − {2} = {3}" };
                let values = [lang.month(first), rp(monthly), rp(lasts.remainder), rp(lacks)];
                lines.push((words::FIRST_UNPAID, lang.fill(&phrase, &values.each_ref().map(String::as_str))));
            }
            if let (Some(through), Some(lapse)) = (lasts.funded_through, lasts.lapse) {
                let phrase = Phrase {
                    en: "end of {0} + {1} months of grace, the day after: {2}",
                    id: "akhir {0} + {1} bulan tenggang, sehari sesudahnya: {2}",
                };
                let grace = review.roster.program.grace_months.to_string();
                lines.push((words::LAPSES_HEAD, lang.fill(&phrase, &[&lang.month(through), &grace, &lang.day(lapse)])));
            }
        }
        (Runway::Unlimited, _) => lines.push((words::MONTHS_HEAD, lang.say(&words::FIGURE_UNLIMITED).to_owned())),
        _ => {}
    }
    if let (Some(monthly), Some(need), Some(balance)) = (own.monthly, own.need, own.balance) {
        let phrase = Phrase {
            en: "{0} months to {1} × {2} = {3}; {4} − {3} = {5}",
            id: "{0} bulan s.d. {1} × {2} = {3}; {4} − {3} = {5}",
        };
        let values = [
            lang.count(budget.months_to_end),
            lang.month(budget.coverage_to),
            rp(monthly),
            rp(need),
            some(budget.left),
            lang.signed(balance.get()),
        ];
        lines.push((words::TO_THE_END, lang.fill(&phrase, &values.each_ref().map(String::as_str))));
    }
    if let (Some(affordable), Some(over)) = (budget.affordable, budget.over_affordable) {
        let rate = review.roster.program.rates.at(Segment::Bpu, Month::of(review.roster.as_of())).sum();
        let phrase = Phrase {
            en: "{0} / ({1} × {2}) = {3} workers, cut; {4} active are {5} too many",
            id: "{0} / ({1} × {2}) = {3} pekerja, dipotong; {4} aktif lebih {5}",
        };
        let values = [
            some(budget.left.map(Rupiah::or_zero)),
            lang.count(budget.months_to_end),
            some(rate),
            lang.count(affordable.workers),
            lang.count(budget.active.workers),
            lang.count(over),
        ];
        lines.push((words::AFFORDABLE, lang.fill(&phrase, &values.each_ref().map(String::as_str))));
    }
    (lang.say(name), lines)
}

/// Workers × rate, or where segments cost differently the sum.
fn month(review: &Review, lang: Lang, own: &Outlook) -> String {
    let rates = |segment: Segment| review.roster.program.rates.at(segment, Month::of(review.roster.as_of())).sum();
    let monthly = own.monthly.map_or(lang.say(&words::TOO_LARGE).to_owned(), |monthly| lang.amount(monthly));
    let bpu = rates(Segment::Bpu);
    let workers = lang.count(own.workers);
    match bpu {
        Some(rate) if rate.times(own.workers) == own.monthly => {
            format!("{workers} × {} = {monthly}", lang.amount(rate))
        }
        _ => {
            let each = Segment::ALL.map(|segment| {
                format!("{} {}", segment.code(), rates(segment).map(|rate| lang.amount(rate)).unwrap_or_default())
            });
            let phrase = Phrase { en: "{0} workers, {1} each: {2}", id: "{0} pekerja, masing-masing {1}: {2}" };
            lang.fill(&phrase, &[&workers, &each.join(" / "), &monthly])
        }
    }
}

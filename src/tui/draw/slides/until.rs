//! Until when the money lasts: the month, what is missing after it and for how many, for the active and for the whole
//! target.

use super::page::{Beside, Page, columns};
use crate::figures::budget::{Budget, Outlook, Runway};
use crate::figures::until::Until;
use crate::lang::Phrase;
use crate::lang::number::UNKNOWN;
use crate::lang::runway::Caveat;
use crate::lang::words::{self, slide};
use crate::roster::money::Rupiah;
use crate::tui::parts::bar::{self, Share};
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Fills the page.
pub fn draw(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let budget = &review.answer.figures.budget;
    let caveats = Caveat::of(budget, review.roster.payments_set_aside());
    let bars = bars(budget);
    let gap = page.sheet.gap;
    // The row of the months is as good as an empty one.
    let airy = gap > 1;
    let keep = 2 + gap + 3 * u16::from(!bars.is_empty()) + caveats.len() as u16 + if airy { 2 } else { 1 } * gap;
    large(budget, page, keep);
    page.gap();
    if let Some(sentence) = lang.pays(budget).into_iter().next() {
        page.sentence(sentence);
    }
    if !bars.is_empty() {
        if airy {
            page.gap();
        }
        lasting(budget, &bars, page);
    }
    let enough = budget.affordable.filter(|own| own.workers > budget.active.workers);
    if !caveats.is_empty() || enough.is_some() {
        page.gap();
    }
    for caveat in caveats {
        page.caveat(&lang.caveat(caveat));
    }
    if let Some(enough) = enough {
        let values = [enough.workers, enough.workers - budget.active.workers].map(|workers| lang.count(workers));
        let text = lang.fill(&slide::AS_MANY, &[&values[0], &lang.month(budget.coverage_to), &values[1]]);
        page.text(&text, theme.plain());
    }
}

/// The month in letters, beside it its year, the months and for whom; where the answer is no month, the months.
fn large(budget: &Budget, page: &mut Page<'_, '_>, keep: u16) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let months = match budget.active.runway {
        Runway::Lasts(lasts) => lasts.months.map(|months| lang.decimal(months)),
        Runway::Unlimited | Runway::NoRate | Runway::Unknown => None,
    };
    let until = Until::of(budget);
    let whom = |page: &Page<'_, '_>| page.canvas.sentence(&lang.for_the_active(budget.active.workers), theme.dim());
    let Some(month) = until.month() else {
        // No month to be written: how many months, or why nobody knows.
        let text = months.filter(|_| matches!(until, Until::Far(_)));
        let unit = vec![Span::styled(page.canvas.say(&words::MONTHS_UNIT), theme.bold())];
        let beside = whom(page);
        match text {
            Some(text) => page.figure(&text, theme.plain(), Beside::of(vec![unit, beside]), keep),
            None => {
                let forms = lang.until(budget, false);
                let text = forms.first().map(|form| form.text()).unwrap_or_default();
                page.figure(&text, theme.plain(), Beside::default(), keep);
                page.line(beside);
            }
        }
        return;
    };
    let lasting = match until {
        Until::AllPaid(_) => page.canvas.say(&words::ALL_PAID).to_owned(),
        Until::PaidTo { .. } => page.canvas.say(&words::NONE_FURTHER_SHORT).to_owned(),
        _ => lang.fill(&words::FIGURE_MONTHS, &[&months.unwrap_or(UNKNOWN.to_owned())]),
    };
    let lines = vec![vec![Span::styled(lasting, theme.bold())], whom(page)];
    let beside = Beside { large: Some(month.year().to_string()), lines };
    page.figure(&lang.month_name(month).to_uppercase(), theme.plain(), beside, keep);
}

/// For whom, and how far the money goes toward the end of coverage.
fn bars(budget: &Budget) -> Vec<(&'static Phrase, Outlook)> {
    let all = [(&words::THE_ACTIVE, Some(budget.active)), (&words::WHOLE_TARGET, budget.target)];
    let known = |outlook: &Outlook| outlook.need.is_some_and(|need| need > Rupiah::ZERO) && outlook.balance.is_some();
    let all = all.into_iter().filter_map(|(name, outlook)| Some((name, outlook.filter(known)?)));
    all.filter(|_| budget.months_to_end > 0).collect()
}

fn lasting(budget: &Budget, bars: &[(&'static Phrase, Outlook)], page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let names = bars.iter().map(|(name, _)| columns(page.canvas.say(name))).max().unwrap_or(0);
    let balance = |outlook: &Outlook| outlook.balance.map_or(String::new(), |balance| lang.short_or_over(balance));
    let balances = bars.iter().map(|(_, outlook)| columns(&balance(outlook))).max().unwrap_or(0);
    let room = page.sheet.width();
    let bar_width = room.saturating_sub(names + 2 + balances + 2);
    let x = page.sheet.from + names + 2;
    if bar_width >= 10 {
        if page.y < page.sheet.bottom {
            months(budget, page, x, bar_width - 1);
        }
        page.y += 1;
    }
    for (name, outlook) in bars {
        let y = page.y;
        let short = outlook.balance.is_some_and(Rupiah::is_negative);
        if bar_width >= 10 && y < page.sheet.bottom {
            let amount = |amount: Option<Rupiah>| u128::try_from(amount.map_or(0, Rupiah::get)).unwrap_or(0);
            let share = Share { part: amount(budget.left), whole: amount(outlook.need) };
            let style = if short { theme.attention() } else { theme.good() };
            page.canvas.bar(x, y, bar::toward(share, bar_width.into(), style, theme.dim()));
        }
        let style = if short { theme.bad() } else { theme.plain() };
        page.pair(vec![Span::raw(page.canvas.say(name))], vec![Span::styled(balance(outlook), style)]);
    }
}

/// The months still to pay, each over its part of the bars, as many as have room.
fn months(budget: &Budget, page: &mut Page<'_, '_>, x: u16, wide: u16) {
    let (lang, dim, many) = (page.canvas.lang, page.canvas.theme.dim(), budget.months_to_end);
    let each = u64::from(wide) / many.max(1);
    let step = if each >= 4 { 1 } else { 4_u64.div_ceil(each.max(1)) };
    for place in (0..many).step_by(step.try_into().unwrap_or(usize::MAX)) {
        let Some(month) = budget.unpaid.after(place) else { return };
        let name = lang.month_name(month);
        let middle = u64::from(wide) * (2 * place + 1) / (2 * many);
        let at = (middle as u16).saturating_sub(columns(name) / 2);
        if at + columns(name) <= wide {
            page.canvas.put(x + at, page.y, Span::styled(name, dim));
        }
    }
}

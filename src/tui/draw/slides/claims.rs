//! What was paid to BPJS, and what families received of it: what a meeting asks before it adds to a budget.

use super::grid::{Behind, Column, Grid, Row};
use super::page::{Beside, Page};
use crate::figures::booked::Split;
use crate::lang::number::UNKNOWN;
use crate::lang::words::{self, slide};
use crate::roster::money::Rupiah;
use crate::roster::program::Scheme;
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Fills the page.
pub fn draw(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let budget = &review.answer.figures.budget;
    let claimed = budget.claimed();
    let gap = page.sheet.gap;
    let (number, unit) =
        claimed.amount.map_or_else(|| (UNKNOWN.to_owned(), "rupiah".to_owned()), |amount| lang.large(amount));
    let many = lang.count(claimed.count);
    let beside = vec![
        vec![Span::styled(lang.fill(&slide::RECEIVED, &[&unit]), theme.bold())],
        vec![Span::styled(lang.fill(&slide::FOR_CLAIMS, &[&many]), theme.dim())],
    ];
    page.figure(&number, theme.plain(), Beside::of(beside), 11 + 2 * gap);
    page.gap();
    let rupiah = |amount: Option<Rupiah>| amount.map_or(UNKNOWN.to_owned(), |amount| lang.rupiah(amount));
    let day = lang.day(review.roster.as_of());
    let text = lang.fill(&slide::PAID_AND_RECEIVED, &[&rupiah(budget.spent), &day, &rupiah(claimed.amount)]);
    page.text(&text, theme.plain());
    let aside = review.roster.claims_set_aside() as u64;
    if aside > 0 {
        page.caveat(&lang.fill(&slide::CLAIMS_ASIDE, &[&lang.count(aside)]));
    }
    page.gap();
    // On a low screen the table says it.
    if page.left() >= 3 + gap + 5 {
        bars(review, page);
        page.gap();
    }
    by_scheme(review, page);
}

/// Both to one scale.
fn bars(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let budget = &review.answer.figures.budget;
    let size = |amount: Option<Rupiah>| u128::try_from(amount.map_or(0, Rupiah::get)).unwrap_or(0);
    let amounts = [budget.spent, budget.claimed().amount];
    let longest = amounts.into_iter().map(size).max().unwrap_or(0);
    let styles = [theme.plain(), theme.good()];
    let names = [&slide::CONTRIBUTIONS, &slide::CLAIMS_MANY].map(|name| lang.say(name));
    let row = |place: usize| Row {
        name: names[place].to_owned(),
        numbers: vec![amounts[place].map_or(UNKNOWN.to_owned(), |amount| lang.amount(amount))],
        style: theme.plain(),
        behind: Behind::Count(size(amounts[place]), longest, styles[place]),
    };
    let columns = vec![Column::new(lang.say(&words::RUPIAH), 0)];
    let rows = vec![row(0), row(1)];
    Grid { name: String::new(), columns, behind: String::new(), rows, summed: false, from_above: false }.draw(page);
}

/// The same by scheme: both are booked apart.
fn by_scheme(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let budget = &review.answer.figures.budget;
    let split = review.answer.meeting.as_ref().and_then(|meeting| meeting.booked.spent);
    let amount = |amount: Option<Rupiah>| amount.map_or(UNKNOWN.to_owned(), |amount| lang.amount(amount));
    let row = |name: &str, numbers: [String; 3], style| Row {
        name: name.to_owned(),
        numbers: numbers.to_vec(),
        style,
        behind: Behind::Nothing,
    };
    let scheme = |(scheme, claimed): &(Scheme, crate::figures::budget::Claimed)| {
        let paid = amount(split.and_then(|own| own.by_scheme).map(|own| own.of(*scheme)));
        row(scheme.code(), [paid, lang.count(claimed.count), amount(claimed.amount)], theme.plain())
    };
    let mut rows: Vec<Row> = budget.claims.iter().map(scheme).collect();
    let rest = split.and_then(Split::rest).filter(|rest| *rest != Rupiah::ZERO);
    rows.extend(
        rest.map(|rest| row(lang.say(&slide::OTHER), [lang.amount(rest), String::new(), String::new()], theme.plain())),
    );
    let all = budget.claimed();
    let paid = amount(split.map(|own| own.amount).or(budget.spent));
    rows.push(row(lang.say(&slide::ALL_MONTHS), [paid, lang.count(all.count), amount(all.amount)], theme.bold()));
    let columns = vec![
        Column::new(lang.say(&slide::CONTRIBUTIONS_RP), 1),
        Column::new(lang.say(&slide::CLAIMS_MANY), 2),
        Column::new(lang.say(&slide::CLAIMS_RP), 0),
    ];
    let name = lang.say(&slide::SCHEME).to_owned();
    Grid { name, columns, behind: String::new(), rows, summed: true, from_above: false }.draw(page);
    if rest.is_some() && page.left() > page.sheet.gap + 1 {
        page.gap();
        page.text(lang.say(&slide::NOT_BY_RATE), theme.dim());
    }
}

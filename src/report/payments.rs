//! What was paid, month by month and by scheme, and what families received.

use super::block::Bar;
use super::page::Page;
use super::table::{Row, Table};
use crate::figures::booked::{Booked, BookedMonth, Split};
use crate::lang::Lang;
use crate::lang::number::UNKNOWN;
use crate::lang::payments::COMMITTED_MARK;
use crate::lang::words::report as own;
use crate::lang::words::{self, slide};
use crate::roster::money::Rupiah;

/// Writes it.
pub fn write(page: &mut Page<'_>) {
    let title = page.say(&own::PAYMENTS_AND_CLAIMS);
    page.whole_section("payments", title, |page| {
        let roster = page.report.roster;
        let budget = &page.report.figures.budget;
        let booked = Booked::of(roster, &budget.payments);
        if booked.months.is_empty() {
            page.text(page.say(&words::NO_PAYMENTS));
        } else {
            page.pair(|page| chart(page, &booked), |page| months(page, &booked));
            // Who hears the page hears no marks: words say what they do. What is the legend of a mark alone is left to
            // the screen that draws it; here the month says that it is to be paid.
            for (mark, text) in page.lang.remarks(roster, budget, roster.paid_months()) {
                match mark {
                    COMMITTED_MARK => {}
                    "▲" => page.caveat(&text),
                    _ => page.note(&text),
                }
            }
        }
        claims(page, &booked);
    });
}

fn amount(lang: Lang, amount: Option<Rupiah>) -> String {
    amount.map_or(UNKNOWN.to_owned(), |amount| lang.amount(amount))
}

fn size(amount: Option<Rupiah>) -> u128 {
    u128::try_from(amount.map_or(0, Rupiah::get)).unwrap_or(0)
}

fn span(lang: Lang, month: &BookedMonth) -> String {
    let span = lang.span_among(month.from, month.to, true);
    if month.paid { span } else { lang.fill(&own::AWAITS, &[&span]) }
}

fn chart(page: &mut Page<'_>, booked: &Booked) {
    let lang = page.lang;
    let whole = |own: &BookedMonth| own.split.map(|split| split.amount);
    let most = booked.months.iter().map(|own| size(whole(own))).max().unwrap_or(0);
    let bar = |own: &BookedMonth| Bar {
        name: span(lang, own),
        parts: vec![(size(whole(own)), if own.paid { "good" } else { "hatched" })],
        whole: most,
        shown: amount(lang, whole(own)),
    };
    let all: Vec<Bar> = booked.months.iter().map(bar).collect();
    page.bars(
        &own::PAYMENTS_CHART,
        all,
        vec![("good", page.say(&words::SPENT).to_owned()), ("hatched", page.say(&words::COMMITTED).to_owned())],
    );
}

fn months(page: &mut Page<'_>, booked: &Booked) {
    let lang = page.lang;
    let heads = [slide::MONTH, words::WORKERS].map(|head| lang.say(&head)).into_iter();
    let heads: Vec<&str> =
        heads.chain(["JKK", "JKM"]).chain([lang.say(&slide::OTHER), lang.say(&words::RUPIAH)]).collect();
    let amounts = |split: Option<Split>| {
        let parts = split.and_then(|own| own.by_scheme);
        [parts.map(|own| own.jkk), parts.map(|own| own.jkm), split.and_then(Split::rest), split.map(|own| own.amount)]
            .map(|own| amount(lang, own))
    };
    let row = |own: &BookedMonth| {
        let workers = own.workers.map_or(UNKNOWN.to_owned(), |workers| lang.count(workers));
        Row::plain([span(lang, own), workers].into_iter().chain(amounts(own.split)).collect())
    };
    let all = [lang.say(&slide::ALL_MONTHS).to_owned(), String::new()];
    let sum = Row::sum(all.into_iter().chain(amounts(booked.sum())).collect());
    let table = Table::of_numbers(page.say(&own::PAYMENTS_TABLE), &heads).with(booked.months.iter().map(row));
    page.table(table.with([sum]));
    page.note(lang.say(&slide::NOT_BY_RATE));
}

/// Contributions beside claims, scheme by scheme.
fn claims(page: &mut Page<'_>, booked: &Booked) {
    let lang = page.lang;
    let budget = &page.report.figures.budget;
    let all = budget.claimed();
    let aside = page.report.roster.claims_set_aside() as u64;
    if all.count == 0 && aside == 0 {
        return;
    }
    let rupiah = |amount: Option<Rupiah>| amount.map_or(UNKNOWN.to_owned(), |amount| lang.rupiah(amount));
    let day = lang.day(page.report.roster.as_of());
    page.heading(lang.say(&words::CLAIMS));
    page.text(&lang.fill(&slide::PAID_AND_RECEIVED, &[&rupiah(budget.spent), &day, &rupiah(all.amount)]));
    if aside > 0 {
        page.caveat(&lang.fill(&slide::CLAIMS_ASIDE, &[&lang.count(aside)]));
    }
    let heads =
        [slide::SCHEME, slide::CONTRIBUTIONS_RP, slide::CLAIMS_MANY, slide::CLAIMS_RP].map(|head| lang.say(&head));
    let paid = booked.spent.and_then(|own| own.by_scheme);
    let scheme = |(scheme, claimed): &(crate::roster::program::Scheme, crate::figures::budget::Claimed)| {
        let paid = amount(lang, paid.map(|own| own.of(*scheme)));
        Row::plain(vec![scheme.code().to_owned(), paid, lang.count(claimed.count), amount(lang, claimed.amount)])
    };
    let mut rows: Vec<Row> = budget.claims.iter().map(scheme).collect();
    let rest = booked.spent.and_then(Split::rest).filter(|rest| *rest != Rupiah::ZERO);
    rows.extend(rest.map(|rest| {
        Row::plain(vec![lang.say(&slide::OTHER).to_owned(), lang.amount(rest), String::new(), String::new()])
    }));
    let spent = booked.spent.map(|own| own.amount).or(budget.spent);
    let sum = [amount(lang, spent), lang.count(all.count), amount(lang, all.amount)];
    rows.push(Row::sum([lang.say(&slide::ALL_MONTHS).to_owned()].into_iter().chain(sum).collect()));
    page.table(Table::of_numbers(page.say(&own::CLAIMS_TABLE), &heads).with(rows));
}

//! For whom what is left pays, how long, and how that comes about.

use super::block::Block;
use super::page::Page;
use super::table::{Row, Table};
use crate::figures::budget::{Budget, Outlook};
use crate::lang::number::UNKNOWN;
use crate::lang::runway::Caveat;
use crate::lang::words::report as own;
use crate::lang::{Phrase, words};
use crate::roster::money::Rupiah;

/// Writes it.
pub fn write(page: &mut Page<'_>) {
    let title = page.say(&words::RUNWAY);
    page.whole_section("runway", title, |page| {
        let lang = page.lang;
        let report = page.report;
        let budget = &report.figures.budget;
        table(page, budget);
        if let Some(cost) = &budget.selection {
            page.sentences([lang.cost_of_selection(budget, cost)]);
        }
        page.heading(lang.say(&own::HOW_IT_COMES));
        page.blocks.push(Block::Formula(lang.explained_runway(report.roster, budget, &budget.active)));
    });
}

fn table(page: &mut Page<'_>, budget: &Budget) {
    let lang = page.lang;
    let amount = |amount: Option<Rupiah>| amount.map_or(UNKNOWN.to_owned(), |amount| lang.amount(amount));
    let end = lang.fill(&words::ON_DAY_RP, &[&lang.day(budget.coverage_to.last_day())]);
    let heads = [&words::LEFT_PAYS, &words::PAID_TO, &words::MONTHS_UNIT, &words::WORKERS].map(|head| page.say(head));
    let rest = [page.say(&words::RP_A_MONTH), "JKK", "JKM", page.say(&words::LAPSES)];
    let heads: Vec<&str> = heads.into_iter().chain([&*end]).chain(rest).collect();
    let row = |(name, own): (&Phrase, Outlook)| {
        let balance = own.balance.filter(|_| budget.months_to_end > 0);
        let cells = vec![
            lang.say(name).to_owned(),
            lang.paid_to_cell(&own.runway),
            lang.months_cell(budget, &own.runway),
            lang.count(own.workers),
            balance.map_or(UNKNOWN.to_owned(), |own| {
                format!("{} {}", lang.short_or_over_word(own), lang.signed(own.get()))
            }),
            amount(own.monthly),
            amount(own.by_scheme.map(|parts| parts.jkk)),
            amount(own.by_scheme.map(|parts| parts.jkm)),
            lang.lapses_cell(&own.runway),
        ];
        Row { cells, class: if balance.is_some_and(Rupiah::is_negative) { "fifth" } else { "" } }
    };
    let rows = [(&words::THE_ACTIVE, Some(budget.active)), (&words::ACTIVE_AND_VERIFIED, Some(budget.joined))]
        .into_iter()
        .chain([(&words::WHOLE_TARGET, budget.target), (&words::AS_MANY_AS_FIT, budget.affordable)])
        .filter_map(|(name, own)| Some((name, own?)));
    let rows: Vec<(&Phrase, Outlook)> = rows.collect();
    // A cost without some of them is said in their row's own words.
    let unrated = rows.iter().filter(|(_, own)| own.unrated > 0);
    let unrated: Vec<String> = unrated
        .map(|(name, own)| format!("{}: {}", lang.say(name), lang.caveat(Caveat::Unrated(own.unrated))))
        .collect();
    let table = Table::of_numbers(page.say(&own::RUNWAY_TABLE), &heads).with(rows.into_iter().map(row));
    page.table(table);
    unrated.iter().for_each(|told| page.caveat(told));
}

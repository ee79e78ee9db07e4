//! What can be done with what is left: the four ways that every meeting compares.

use super::block::Bar;
use super::page::Page;
use super::table::{Row, Table};
use crate::figures::whatif::{Everybody, Way, WhatIf, four_ways};
use crate::lang::words::report as own;
use crate::lang::words::{self, slide};

/// Writes it, where what everybody costs is known.
pub fn write(page: &mut Page<'_>) {
    let lang = page.lang;
    let budget = &page.report.figures.budget;
    let Some(target) = budget.target.as_ref().filter(|target| target.unrated == 0) else { return };
    let (Some(monthly), Some(now)) = (target.monthly, WhatIf::now(page.report.roster, budget)) else { return };
    let ways = four_ways(&now, Everybody { workers: target.workers, monthly });
    let title = page.say(&slide::CHOICES);
    page.whole_section("ways", title, |page| {
        if let Some(affordable) = budget.affordable {
            let many = lang.fill(&slide::CAN_BE_PAID, &[&lang.month(budget.coverage_to)]);
            page.text(&format!("{} {many} {}.", lang.count(affordable.workers), lang.say(&slide::WITH_WHAT_IS_LEFT)));
        }
        page.pair(|page| chart(page, &ways, now.months), |page| table(page, &ways));
        page.note(page.say(&own::WAYS_NOTE));
    });
}

/// To how many of the months each of them pays.
fn chart(page: &mut Page<'_>, ways: &[Option<Way>; 4], months: u64) {
    let lang = page.lang;
    let bar = |(place, way): (usize, &Option<Way>)| {
        let own = lang.way(place, way.as_ref());
        let paid = way.map_or(0, |way| u128::try_from(way.months).unwrap_or(0));
        let [_, to, _] = own.months;
        let parts = vec![(paid, if own.short { "bad-fill" } else { "good" })];
        Bar { name: own.name, parts, whole: months.into(), shown: format!("{} · {to}", own.workers) }
    };
    let all: Vec<Bar> = ways.iter().enumerate().map(bar).collect();
    page.bars(
        &own::WAYS_CHART,
        all,
        vec![
            ("good", page.say(&own::PAID_MONTHS).to_owned()),
            ("bad-fill", page.say(&own::PAID_MONTHS_SHORT).to_owned()),
            ("track", page.say(&own::MONTHS_TO_END).to_owned()),
        ],
    );
}

fn table(page: &mut Page<'_>, ways: &[Option<Way>; 4]) {
    let lang = page.lang;
    let [name, workers, ..] = lang.ways_heads();
    let heads = [name, workers, page.say(&own::PAID_FOR), page.say(&words::WI_RESULT_RP)];
    let row = |(place, way): (usize, &Option<Way>)| {
        let own = lang.way(place, way.as_ref());
        let ([months, ..], [result, _]) = (own.months, own.result);
        Row::short(vec![own.name, own.workers, months, result], own.short)
    };
    let rows: Vec<Row> = ways.iter().enumerate().map(row).collect();
    page.table(Table::of_numbers(page.say(&words::WI_WAYS_TITLE), &heads).with(rows));
}

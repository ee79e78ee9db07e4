//! Each group against its target.

use super::block::Bar;
use super::page::Page;
use super::table::{Row, Table};
use crate::figures::enrollment::Standings;
use crate::figures::groups::GroupRow;
use crate::lang::measure::short;
use crate::lang::number::UNKNOWN;
use crate::lang::summary::percent;
use crate::lang::words;
use crate::lang::words::report as own;
use crate::roster::worker::Standing;

/// Writes it.
pub fn write(page: &mut Page<'_>) {
    let title = page.say(&words::TAB_GROUPS);
    page.section("groups", title, |page| {
        page.pair(chart, table);
    });
}

fn name(page: &Page<'_>, row: &GroupRow) -> String {
    match row.group.and_then(|place| page.report.roster.groups.get(place)) {
        Some(group) => short(&page.lang.name(&group.name)),
        None => page.say(&words::UNKNOWN_GROUP).to_owned(),
    }
}

/// The active of a target; where nothing is a target, of all who match.
fn chart(page: &mut Page<'_>) {
    let lang = page.lang;
    let matched = page.leads_with_matched();
    let groups = &page.report.figures.groups;
    let most = groups.iter().map(GroupRow::matched).max().unwrap_or(0);
    let bar = |row: &GroupRow| {
        let [active, grace] = [Standing::Active, Standing::Grace].map(|standing| row.standing.get(standing));
        let name = name(page, row);
        match (row.target, row.progress.filter(|_| !matched)) {
            (Some(target), Some(progress)) => Bar {
                name,
                parts: vec![(active.into(), "good"), (grace.into(), "hatched")],
                whole: target.into(),
                shown: format!("{} / {} = {}", lang.count(active), lang.count(target), percent(lang, Some(progress))),
            },
            _ => Bar {
                name,
                parts: vec![(active.into(), "good"), ((row.matched() - active).into(), "listed")],
                whole: most.into(),
                shown: lang.count(row.matched()),
            },
        }
    };
    let all: Vec<Bar> = groups.iter().map(bar).collect();
    let mut legend = vec![("good", words::ACTIVE_STEP)];
    match matched {
        true => legend.push(("listed", own::MATCHED_NOT_ACTIVE)),
        false => legend.extend([("hatched", words::standing(Standing::Grace)), ("track", own::UP_TO_TARGET)]),
    }
    let legend = legend.into_iter().map(|(class, name)| (class, page.say(&name).to_owned())).collect();
    page.bars(if matched { &own::GROUPS_CHART_MATCHED } else { &own::GROUPS_CHART }, all, legend);
}

fn table(page: &mut Page<'_>) {
    let lang = page.lang;
    let figures = &page.report.figures;
    // What matters most stands where a telephone shows it.
    let others = Standing::ALL.into_iter().filter(|own| *own != Standing::Active);
    let others: Vec<Standing> = others.collect();
    let matched = page.leads_with_matched();
    let standings = others.iter().map(|standing| page.say(&words::standing(*standing)));
    let heads: Vec<&str> = match matched {
        true => [words::GROUP, words::MATCHED_STEP, words::ACTIVE_STEP]
            .iter()
            .map(|own| page.say(own))
            .chain(standings)
            .collect(),
        false => [page.say(&words::GROUP), page.say(&words::GOAL), page.say(&words::ACTIVE_STEP), "%"]
            .into_iter()
            .chain(standings)
            .chain([page.say(&own::ALL_STANDINGS)])
            .collect(),
    };
    let cells = |name: String, target: Option<u64>, own: &Standings, share| {
        let all = lang.count(own.funnel().listed);
        let active = lang.count(own.get(Standing::Active));
        let others = others.iter().map(|standing| lang.count(own.get(*standing)));
        let target = target.map_or(UNKNOWN.to_owned(), |target| lang.count(target));
        match matched {
            true => [name, all, active].into_iter().chain(others).collect(),
            false => [name, target, active, percent(lang, share)].into_iter().chain(others).chain([all]).collect(),
        }
    };
    let rows =
        figures.groups.iter().map(|row| Row::plain(cells(name(page, row), row.target, &row.standing, row.progress)));
    let everybody = page.report.filter.is_everybody();
    let all = page.say(if everybody { &words::ALL_GROUPS } else { &words::FILTERED }).to_owned();
    let enrollment = &figures.enrollment;
    let sum = Row::sum(cells(all, enrollment.target, &enrollment.standing, enrollment.progress));
    let table = Table::of_numbers(page.say(&own::GROUPS_TABLE), &heads).with(rows).with([sum]);
    page.table(table);
}

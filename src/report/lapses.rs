//! Whose protection ends soon: how many, from which day on, and where they live.

use super::block::Bar;
use super::page::Page;
use super::table::{Row, Table};
use crate::figures::lapses::Lapses;
use crate::lang::words::report as own;
use crate::lang::words::slide;

/// Writes it; where nobody's does, it is not there.
pub fn write(page: &mut Page<'_>) {
    let lapses = Lapses::of(page.report.roster, &page.report.figures.selection);
    let Some((day, first)) = lapses.days.first().copied() else { return };
    let title = page.say(&slide::LAPSES);
    page.section("lapses", title, |page| {
        let lang = page.lang;
        let all = lang.count(lapses.count());
        let who = lang.fill(&slide::LAPSING, &[&all]);
        let from = lang.fill(&slide::FIRST_ON, &[&lang.count(first), &lang.day(day)]);
        // Behind the end of coverage nobody is paid for.
        let unless = match page.report.figures.budget.months_to_end {
            0 => String::new(),
            _ => format!(", {}", lang.say(&slide::UNLESS)),
        };
        page.text(&format!("{all} {who}, {from}{unless}."));
        page.pair(|page| chart(page, &lapses), |page| table(page, &lapses));
    });
}

fn chart(page: &mut Page<'_>, lapses: &Lapses) {
    let lang = page.lang;
    let most = lapses.districts.iter().map(|own| own.count()).max().unwrap_or(0);
    let bar = |own: &crate::figures::lapses::LapsingDistrict| Bar {
        name: page.named(own.name.as_deref()),
        parts: vec![
            (own.days.first().copied().unwrap_or(0).into(), "bad-fill"),
            ((own.count() - own.days.first().copied().unwrap_or(0)).into(), "hatched"),
        ],
        whole: most.into(),
        shown: lang.count(own.count()),
    };
    let all: Vec<Bar> = lapses.districts.iter().map(bar).collect();
    let first = lapses.days.first().map(|(day, _)| lang.day(*day)).unwrap_or_default();
    page.bars(
        &own::LAPSES_CHART,
        all,
        vec![
            ("bad-fill", format!("{} {first}", page.say(&slide::FROM))),
            ("hatched", page.say(&slide::LATER).to_owned()),
        ],
    );
}

fn table(page: &mut Page<'_>, lapses: &Lapses) {
    let lang = page.lang;
    let as_of = page.report.roster.as_of();
    let late = lapses.later > 0;
    let mut heads = vec![page.say(&slide::DISTRICT).to_owned()];
    heads.extend(lapses.days.iter().map(|(day, _)| lang.day_beside(*day, as_of)));
    heads.extend(late.then(|| page.say(&slide::LATER).to_owned()));
    heads.push(page.say(&slide::ALL_MONTHS).to_owned());
    let cells = |name: String, days: &mut dyn Iterator<Item = u64>, later: u64, sum: u64| {
        let mut cells = vec![name];
        cells.extend(days.map(|count| lang.count(count)));
        cells.extend(late.then(|| lang.count(later)));
        cells.push(lang.count(sum));
        cells
    };
    let rows = lapses.districts.iter().map(|own| {
        let name = page.named(own.name.as_deref());
        Row::plain(cells(name, &mut own.days.iter().copied(), own.later, own.count()))
    });
    let all = page.say(&slide::ALL_MONTHS).to_owned();
    let sum = cells(all, &mut lapses.days.iter().map(|(_, count)| *count), lapses.later, lapses.count());
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let table = Table::of_numbers(page.say(&own::LAPSES_TABLE), &heads).with(rows).with([Row::sum(sum)]);
    page.table(table);
}

//! Where they live: each district with its active, of its quota or of those listed.

use super::block::Bar;
use super::page::Page;
use super::table::{Row, Table};
use crate::figures::groups::District;
use crate::figures::share::Share;
use crate::lang::number::UNKNOWN;
use crate::lang::words::report as own;
use crate::lang::words::{self, slide};

/// Writes it; a roster that knows no district has none.
pub fn write(page: &mut Page<'_>) {
    let districts: Vec<&District> = page.report.figures.districts.iter().filter(|own| own.workers > 0).collect();
    if districts.iter().all(|own| own.name.is_none()) {
        return;
    }
    let title = page.say(&own::DISTRICTS);
    page.section("districts", title, |page| {
        page.pair(|page| chart(page, &districts), |page| table(page, &districts));
    });
}

fn listed_share(own: &District) -> Option<Share> {
    Share::of(own.active, own.workers)
}

fn chart(page: &mut Page<'_>, districts: &[&District]) {
    let lang = page.lang;
    let most = districts.iter().map(|own| own.workers).max().unwrap_or(0);
    let bar = |own: &&District| Bar {
        name: page.named(own.name.as_deref()),
        parts: vec![(own.active.into(), "good"), ((own.workers - own.active).into(), "listed")],
        whole: most.into(),
        shown: format!("{} / {}", lang.count(own.active), lang.count(own.workers)),
    };
    let all: Vec<Bar> = districts.iter().map(bar).collect();
    let rest = if page.leads_with_matched() { &own::MATCHED_NOT_ACTIVE } else { &own::LISTED_NOT_ACTIVE };
    page.bars(
        &own::DISTRICTS_CHART,
        all,
        vec![("good", page.say(&words::ACTIVE_STEP).to_owned()), ("listed", page.say(rest).to_owned())],
    );
}

fn table(page: &mut Page<'_>, districts: &[&District]) {
    let lang = page.lang;
    let matched = page.leads_with_matched();
    let quotas = !matched && districts.iter().any(|own| own.target.is_some());
    let (all, of_all) =
        if matched { (&words::MATCHED_STEP, &own::OF_MATCHED) } else { (&words::LISTED, &own::OF_LISTED) };
    let mut heads = vec![page.say(&slide::DISTRICT), page.say(all), page.say(&words::ACTIVE_STEP)];
    heads.extend([page.say(&slide::REST), page.say(of_all)]);
    heads.extend(quotas.then_some([page.say(&words::GOAL), page.say(&own::OF_QUOTA)]).into_iter().flatten());
    let row = |own: &&District| {
        let mut cells = vec![page.named(own.name.as_deref())];
        cells.extend([own.workers, own.active, own.workers - own.active].map(|count| lang.count(count)));
        cells.push(lang.percent(listed_share(own).and_then(Share::percent_on_screen)));
        if quotas {
            cells.push(own.target.map_or(UNKNOWN.to_owned(), |target| lang.count(target)));
            cells.push(lang.percent(own.progress.and_then(Share::percent_on_screen)));
        }
        Row::plain(cells)
    };
    let table = Table::of_numbers(page.say(&own::DISTRICTS_TABLE), &heads).with(districts.iter().map(row));
    page.table(table);
}

//! What changed since an older roster.

use super::page::Page;
use super::table::{Row, Table};
use crate::figures::compare::People;
use crate::lang::words::report as own;
use crate::lang::words::{self, slide};

/// Writes it, where there is one.
pub fn write(page: &mut Page<'_>) {
    let Some((comparison, older)) = &page.report.since else { return };
    let lang = page.lang;
    let title = lang.fill(&slide::SINCE, &[&lang.day(comparison.old.as_of)]);
    page.section("since", &title, |page| {
        if let Some(doubt) = lang.other_people(comparison) {
            page.caveat(&doubt);
        }
        let days = [comparison.old.as_of, comparison.new.as_of].map(|day| lang.day(day));
        let heads = [page.say(&own::FIGURE), &*days[0], &*days[1], page.say(&words::CHANGE)];
        let told = lang.headline(comparison).into_iter();
        let rows = told.map(|own| Row::short(vec![own.name.to_owned(), own.old, own.new, own.change], own.worse));
        let figures = Table::of_numbers(page.say(&own::SINCE_TABLE), &heads).with(rows);
        let (lines, second) = comparison.lines();
        let (happened, moves) = lines.split_at(second);
        let worded = |(people, count): &(People, u64)| (lang.happened(*people, comparison), *count);
        let mut people: Vec<(String, u64)> = happened.iter().map(worded).collect();
        people.extend(lang.group_moves(comparison, older, page.report.roster));
        people.extend(moves.iter().map(worded));
        let heads = [page.say(&own::HAPPENED), page.say(&words::WORKERS)];
        let rows = people.into_iter().map(|(name, count)| Row::plain(vec![name, lang.count(count)]));
        let people = Table::of_numbers(page.say(&own::HAPPENED), &heads).with(rows);
        page.pair(|page| page.table(figures), |page| page.table(people));
        for besides in lang.besides(comparison) {
            page.note(&besides);
        }
    });
}

//! Who they are: by standing, age and sex; and the lists, district by district, with numbers of persons masked.

use super::block::Bar;
use super::page::Page;
use super::table::{Kind, Row, Table};
use super::{Listed, Report};
use crate::figures::facets::{Facet, FacetRow, facet};
use crate::figures::lapses::soon;
use crate::lang::Phrase;
use crate::lang::person::{Mask, Privacy};
use crate::lang::value::heading;
use crate::lang::words;
use crate::lang::words::plain;
use crate::lang::words::report as own;
use crate::roster::attribute::Attribute;
use crate::roster::filter::Field;
use crate::roster::order::{Order, Ranking};
use crate::roster::rows::{Row as Worker, RowSet};
use crate::roster::worker::Standing;
use crate::sheet::split::{By, parts};

/// Writes the first.
pub fn who(page: &mut Page<'_>) {
    let title = page.say(&own::WHO);
    page.section("who", title, |page| {
        if page.report.figures.matched == 0 {
            let nobody = if page.report.roster.workers.is_empty() { &words::NO_WORKERS } else { &plain::NOBODY };
            page.text(page.say(nobody));
            return;
        }
        page.pair(
            |page| {
                funnel(page);
                counted(page, Field::Status, &own::BY_STANDING);
            },
            |page| {
                counted(page, Field::Age, &own::BY_AGE);
                counted(page, Field::Sex, &own::BY_SEX);
                counted(page, Field::Segment, &own::BY_SEGMENT);
            },
        );
    });
}

/// How many came how far.
fn funnel(page: &mut Page<'_>) {
    let lang = page.lang;
    let funnel = page.report.figures.enrollment.funnel;
    let steps = [
        (&words::LISTED, funnel.listed),
        (&words::VERIFIED_STEP, funnel.verified),
        (&words::ENROLLED_STEP, funnel.enrolled),
        (&words::ACTIVE_STEP, funnel.active),
    ];
    let bar = |(name, count): &(&Phrase, u64)| Bar {
        name: lang.say(name).to_owned(),
        parts: vec![((*count).into(), "good")],
        whole: funnel.listed.into(),
        shown: lang.count(*count),
    };
    let all: Vec<Bar> = steps.iter().map(bar).collect();
    page.heading(lang.say(&words::FUNNEL));
    page.bars(&own::FUNNEL_CHART, all, Vec::new());
    let heads = [page.say(&words::FUNNEL), page.say(&words::WORKERS)];
    let rows = steps.map(|(name, count)| Row::plain(vec![lang.say(name).to_owned(), lang.count(count)]));
    page.table(Table::of_numbers(page.say(&own::FUNNEL_CHART), &heads).captioned_above().with(rows));
}

/// Workers by the values of a field, and how many of them are active.
fn counted(page: &mut Page<'_>, field: Field, title: &Phrase) {
    let lang = page.lang;
    let roster = page.report.roster;
    let selection = &page.report.figures.selection;
    let active = roster.index().standing(Standing::Active).within(selection);
    let all: Facet = facet(roster, field, &[], selection);
    let among = facet(roster, field, &[], &active);
    let row = |(own, active): (&FacetRow, &FacetRow)| {
        let name = lang.value(roster, field, &own.value);
        let mut cells = vec![name, lang.count(own.count)];
        cells.extend((field != Field::Status).then(|| lang.count(active.count)));
        Row::plain(cells)
    };
    let mut heads = vec![page.say(title), page.say(&words::WORKERS)];
    heads.extend((field != Field::Status).then(|| page.say(&words::ACTIVE_STEP)));
    let rows: Vec<Row> = all.rows.iter().zip(&among.rows).filter(|(own, _)| own.count > 0).map(row).collect();
    page.table(Table::of_numbers(page.say(title), &heads).captioned_by_its_head().with(rows));
}

/// Whom the lists name.
pub fn listed(report: &Report<'_>) -> RowSet {
    let selection = &report.figures.selection;
    match report.listed {
        Listed::All => selection.clone(),
        Listed::Nobody => RowSet::none(report.roster.workers.len()),
        Listed::Soon => {
            let mut set = RowSet::none(report.roster.workers.len());
            soon(report.roster, selection).into_iter().for_each(|row| set.insert(row));
            set
        }
    }
}

/// What is said of each of them.
const COLUMNS: [Attribute; 6] =
    [Attribute::Name, Attribute::Group, Attribute::Village, Attribute::Standing, Attribute::Until, Attribute::Nik];

/// Writes the lists, each district under its own heading.
pub fn lists(page: &mut Page<'_>) {
    let set = listed(page.report);
    let title = match page.report.listed {
        Listed::Nobody => return,
        Listed::All => own::LIST_ALL,
        Listed::Soon => own::LIST_SOON,
    };
    let (lang, roster) = (page.lang, page.report.roster);
    let order = Order::parse("village,name").unwrap_or_default();
    let rows = Ranking::of(roster, order).arrange(&set);
    if rows.is_empty() {
        return;
    }
    let title = lang.fill(&title, &[&lang.count(rows.len() as u64)]);
    page.section("list", &title, |page| {
        page.note(page.say(&own::LIST_NOTE));
        for part in parts(roster, &rows, By::District, lang) {
            let caption = format!("{}: {}", part.name, lang.count(part.rows.len() as u64));
            page.heading(&caption);
            list(page, &caption, &part.rows);
        }
    });
}

fn list(page: &mut Page<'_>, caption: &str, rows: &[Worker]) {
    let (lang, roster) = (page.lang, page.report.roster);
    let heads = COLUMNS.map(|own| (lang.say(&heading(own)).to_owned(), Kind::Words)).to_vec();
    let row = |&row: &Worker| {
        let worker = roster.worker(row);
        Row::plain(COLUMNS.map(|own| lang.attribute(worker, own, Privacy::Masked, Mask::Long)).to_vec())
    };
    page.table(Table::new(caption, heads).with(rows.iter().map(row)).whole().captioned_above());
}

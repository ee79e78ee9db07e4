//! Where the money is, and how it goes down.

use super::block::{Amounts, Bar, Curve, Drawing, Plot};
use super::page::Page;
use super::table::{Row, Table};
use crate::figures::burndown::Burndown;
use crate::figures::month_ends::{MonthEnd, Then, month_ends};
use crate::figures::share::Share;
use crate::lang::Lang;
use crate::lang::date::years_meet;
use crate::lang::number::UNKNOWN;
use crate::lang::runway::Caveat;
use crate::lang::words;
use crate::lang::words::report as own;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;

/// Writes it.
pub fn write(page: &mut Page<'_>) {
    let title = page.say(&words::TAB_BUDGET);
    page.whole_section("budget", title, |page| {
        let lang = page.lang;
        let report = page.report;
        let budget = &report.figures.budget;
        page.text(&lang.money(budget));
        tank(page);
        page.sentences(lang.pays(budget));
        for caveat in Caveat::of(budget, report.roster.payments_set_aside()) {
            page.caveat(&lang.caveat(caveat));
        }
        let earlier = budget.first_unpaid().filter(|first| *first < Month::of(report.roster.as_of()));
        if let Some(first) = earlier {
            page.note(&lang.fill(&own::ARREARS, &[&lang.month(first)]));
        }
        match Burndown::of(report.roster, budget) {
            // A line cannot fall from what is owed.
            Some(_) if budget.left.is_some_and(Rupiah::is_negative) => table(page),
            Some(burndown) => page.pair(|page| chart(page, burndown), table),
            None => {}
        }
    });
}

/// What is left, committed and spent, as one bar.
fn tank(page: &mut Page<'_>) {
    let lang = page.lang;
    let budget = &page.report.figures.budget;
    let size = |amount: Option<Rupiah>| u128::try_from(amount.map_or(0, Rupiah::get)).unwrap_or(0);
    let parts = vec![(size(budget.left), "good"), (size(budget.committed), "hatched"), (size(budget.spent), "listed")];
    let bar = Bar { name: String::new(), parts, whole: size(budget.total), shown: String::new() };
    let part = |amount: Option<Rupiah>, share: Option<Share>, name| {
        let amount = amount.map_or(UNKNOWN.to_owned(), |amount| lang.rupiah(amount));
        let share = share.filter(|share| share.part >= 0).and_then(Share::percent_on_screen);
        let share = share.map(|share| format!(" ({})", lang.percent(Some(share)))).unwrap_or_default();
        format!("{} {amount}{share}", lang.say(name))
    };
    let legend = vec![
        ("good", part(budget.left, budget.left_share(), &own::LEFT_PART)),
        ("hatched", part(budget.committed, budget.committed_share(), &own::COMMITTED_PART)),
        ("listed", part(budget.spent, budget.absorbed(), &own::SPENT_PART)),
    ];
    page.chart(&lang.money(budget), Drawing::Gauge(bar), legend);
}

fn chart(page: &mut Page<'_>, burndown: Burndown) {
    let lang = page.lang;
    let Burndown { axis, happened, active, target } = burndown;
    let years = years_meet(axis.months.iter().copied());
    let month = |month: &Month| (axis.day(month.first_day()) - 1, lang.month_among(*month, years));
    let mut curves = vec![Curve { class: "curve", points: happened }];
    let mut entries = vec![("curve", page.say(&own::LEFT_CURVE).to_owned())];
    for (class, ahead, name) in
        [("curve-needed", active, &own::LEFT_FOR_ACTIVE), ("curve-plan", target, &own::LEFT_FOR_TARGET)]
    {
        if !ahead.points.is_empty() {
            curves.push(Curve { class, points: ahead.points });
            entries.push((class, page.say(name).to_owned()));
        }
    }
    entries.push(("today", lang.day(page.report.roster.as_of())));
    let drawn = Plot {
        curves,
        days: axis.days(),
        months: axis.months.iter().map(month).collect(),
        today: axis.day(page.report.roster.as_of()),
        amounts: Amounts::Rupiah,
    };
    page.chart(page.say(&own::LEFT_CHART), Drawing::Plot(drawn), entries);
}

/// What the chart shows, month by month.
fn table(page: &mut Page<'_>) {
    let lang = page.lang;
    let ends = month_ends(page.report.roster, &page.report.figures.budget);
    let heads = [&own::MONTH_END, &own::LEFT_RP, &own::FOR_ACTIVE_RP, &own::FOR_TARGET_RP].map(|head| page.say(head));
    let row = |own: &MonthEnd| {
        let left = own.left.map_or(String::new(), |left| lang.amount(left));
        Row::plain(vec![lang.month(own.month), left, then(lang, own.active), then(lang, own.target)])
    };
    let table = Table::of_numbers(page.say(&own::LEFT_TABLE), &heads).with(ends.iter().map(row));
    page.table(table);
}

fn then(lang: Lang, then: Option<Then>) -> String {
    match then {
        None => String::new(),
        Some(Then::Left(left)) => lang.amount(left),
        Some(Then::Lacks(lacks)) => lang.fill(&own::LACKS, &[&lang.amount(lacks)]),
        Some(Then::Gone | Then::Unknown) => UNKNOWN.to_owned(),
    }
}

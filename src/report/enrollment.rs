//! The road to the target: how far, how fast, and month by month.

use super::block::{Amounts, Bar, Block, Curve, Drawing, Plot};
use super::page::Page;
use super::table::{Row, Table};
use crate::figures::course::Course;
use crate::figures::enrollment::{Decile, MonthRow};
use crate::figures::share::Share;
use crate::lang::number::UNKNOWN;
use crate::lang::summary::percent;
use crate::lang::words;
use crate::lang::words::report as own;
use crate::roster::Section;
use crate::roster::worker::Standing;

/// Writes it.
pub fn write(page: &mut Page<'_>) {
    let title = page.say(&words::TAB_ENROLLMENT);
    page.section("enrollment", title, |page| {
        gauge_of(page);
        let lang = page.lang;
        let enrollment = &page.report.figures.enrollment;
        let mut sentences = vec![lang.forecast(enrollment)];
        sentences.extend(lang.needed(enrollment, page.report.roster.program.coverage.to.last_day()));
        page.sentences(sentences);
        let aside = page.report.roster.set_aside.of(Section::Plan) as u64;
        if aside > 0 {
            page.caveat(&lang.fill(&own::PLAN_ASIDE, &[&lang.count(aside)]));
        }
        page.pair(chart, |page| {
            months(page);
            comparison(page);
        });
        page.heading(lang.say(&own::HOW_ENROLLED));
        page.blocks.push(Block::Formula(lang.explained_enrollment(page.report.roster, enrollment)));
    });
}

/// The active and those in grace of the target.
fn gauge_of(page: &mut Page<'_>) {
    let lang = page.lang;
    let enrollment = &page.report.figures.enrollment;
    let [active, grace] = [Standing::Active, Standing::Grace].map(|standing| enrollment.standing.get(standing));
    let told = lang.active_of(enrollment, page.report.roster.program.target).text();
    let share = enrollment.progress.map(|share| format!(": {}", percent(lang, Some(share)))).unwrap_or_default();
    let whole = enrollment.target.unwrap_or(enrollment.funnel.listed);
    let parts = vec![(active.into(), "good"), (grace.into(), "hatched")];
    let bar = Bar { name: String::new(), parts, whole: whole.into(), shown: String::new() };
    let mut entries = vec![
        ("good", lang.fill(&words::FIGURE_ACTIVE, &[&lang.count(active)])),
        ("hatched", lang.fill(&words::GRACE_OF, &[&lang.count(grace)])),
    ];
    entries.extend(enrollment.to_go.map(|to_go| ("track", lang.fill(&words::TO_GO, &[&lang.count(to_go)]))));
    page.chart(&format!("{told}{share}"), Drawing::Gauge(bar), entries);
}

fn chart(page: &mut Page<'_>) {
    let lang = page.lang;
    let report = page.report;
    let Course { axis, enrolled, needed, plan, target } =
        Course::of(report.roster, report.filter, &report.figures.enrollment);
    let days = axis.days();
    let mut curves = Vec::new();
    let mut entries = Vec::new();
    let mut draw = |class: &'static str, points: Vec<(i64, i128)>, name: &crate::lang::Phrase| {
        if !points.is_empty() {
            curves.push(Curve { class, points });
            entries.push((class, lang.say(name).to_owned()));
        }
    };
    draw("curve", enrolled, &own::ENROLLED_CURVE);
    draw("curve-plan", plan, &own::PLAN_CURVE);
    draw("curve-needed", needed.map(Vec::from).unwrap_or_default(), &own::NEEDED_CURVE);
    draw("curve-target", target.map(|target| vec![(0, target), (days, target)]).unwrap_or_default(), &words::GOAL);
    entries.push(("today", lang.day(report.roster.as_of())));
    let years = crate::lang::date::years_meet(axis.months.iter().copied());
    let month =
        |month: &crate::roster::calendar::Month| (axis.day(month.first_day()) - 1, lang.month_among(*month, years));
    let drawn = Plot {
        curves,
        days,
        months: axis.months.iter().map(month).collect(),
        today: axis.day(report.roster.as_of()),
        amounts: Amounts::People,
    };
    page.chart(page.say(&own::ENROLLED_CHART), Drawing::Plot(drawn), entries);
}

fn months(page: &mut Page<'_>) {
    let lang = page.lang;
    let months = &page.report.figures.enrollment.months;
    // The plan is the whole programme's.
    let planned = page.report.filter.is_everybody() && months.iter().any(|row| row.plan.is_some());
    let mut heads = vec![&words::MONTHS, &words::NEW, &words::TOTAL];
    heads.extend(planned.then_some([&words::PLAN_LINE, &words::DIFFERENCE]).into_iter().flatten());
    let heads: Vec<&str> = heads.into_iter().map(|head| page.say(head)).collect();
    let number = |number: Option<u64>| number.map_or(UNKNOWN.to_owned(), |number| lang.count(number));
    let row = |row: &MonthRow| {
        let mut cells = vec![lang.month(row.month), number(row.enrolled), number(row.total)];
        if planned {
            let gap = row.total.zip(row.plan).map(|(total, plan)| i128::from(total) - i128::from(plan));
            cells.extend([number(row.plan), gap.map_or(UNKNOWN.to_owned(), |gap| lang.signed(gap))]);
        }
        Row::plain(cells)
    };
    let table = Table::of_numbers(page.say(&own::ENROLLED_TABLE), &heads).with(months.iter().map(row));
    page.table(table);
}

/// Earlier years, and the poorest tenth.
fn comparison(page: &mut Page<'_>) {
    let lang = page.lang;
    let mut rows: Vec<Row> = Vec::new();
    for year in page.report.roster.history.iter().rev().take(3) {
        let name = lang.fill(&words::PROTECTED_IN, &[&year.fiscal_year.to_string()]);
        rows.push(Row::plain(vec![name, lang.count(year.workers), String::new()]));
    }
    if let Some(Decile { listed, active }) = page.report.figures.enrollment.decile_1 {
        let share = lang.percent(Share::of(active, listed).and_then(Share::percent_on_screen));
        rows.push(Row::plain(vec![page.say(&words::DECILE_1_LISTED).to_owned(), lang.count(listed), String::new()]));
        rows.push(Row::plain(vec![page.say(&words::DECILE_1_ACTIVE).to_owned(), lang.count(active), share]));
    }
    if !rows.is_empty() {
        let heads = [page.say(&words::COMPARE), page.say(&words::WORKERS), "%"];
        page.table(Table::of_numbers(page.say(&words::COMPARE), &heads).captioned_above().with(rows));
    }
}

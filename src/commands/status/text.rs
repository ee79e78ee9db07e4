//! The status for people: one screen, Markdown.

use super::Report;
use crate::figures::share::Share;
use crate::lang::measure::{pad, right, width, wrap};
use crate::lang::number::UNKNOWN;
use crate::lang::runway::Caveat;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, findings, words};
use crate::roster::finding::Severity;
use crate::roster::program::AsOfFrom;
use crate::roster::worker::Standing;
use std::io::{self, Write};

/// A share on a screen.
pub(super) fn percent(lang: Lang, share: Option<Share>) -> String {
    lang.percent(share.and_then(Share::percent_on_screen))
}

fn title(report: &Report<'_>) -> String {
    let lang = report.lang;
    let roster = report.roster;
    let day = lang.day(roster.as_of());
    let as_of = match roster.as_of_from() {
        AsOfFrom::Program => words::AS_OF,
        AsOfFrom::Data => words::AS_OF_DATA,
        AsOfFrom::FiscalYear => words::AS_OF_YEAR,
    };
    let name = scrub(&roster.program.name);
    let year = roster.program.fiscal_year.to_string();
    let year = if name.contains(&year) { String::new() } else { format!(" {year}") };
    format!("{name}{year}, {}", lang.fill(&as_of, &[&day]))
}

fn demo(report: &Report<'_>) -> String {
    match report.roster.synthetic {
        true => format!("{}  ", report.lang.say(&words::DEMO)),
        false => String::new(),
    }
}

/// A line with its label; an empty label goes on with the one before.
type Line = (String, String);

/// Every line.
fn lines(report: &Report<'_>) -> Vec<Line> {
    let lang = report.lang;
    let mut lines = people(report);
    lines.extend(money(report));
    lines.push((lang.say(&words::ST_PACE).to_owned(), lang.forecast(&report.figures.enrollment).text()));
    let end = report.roster.program.coverage.to.last_day();
    let needed = lang.needed(&report.figures.enrollment, end);
    lines.extend(needed.map(|needed| (String::new(), needed.text())));
    if let Some(comparison) = &report.comparison {
        let mut label = lang.fill(&words::SINCE, &[&lang.day(comparison.old.as_of)]);
        lines.extend(lang.other_people(comparison).map(|doubt| (std::mem::take(&mut label), doubt)));
        for told in lang.headline(comparison) {
            let text = format!("{} {} ({} → {})", told.name, told.change, told.old, told.new);
            lines.push((std::mem::take(&mut label), text));
        }
        lines.push((String::new(), lang.traffic(comparison)));
        lines.extend(lang.besides(comparison).into_iter().map(|text| (String::new(), text)));
    }
    let findings = &report.roster.findings;
    let counts = Severity::ALL.map(|severity| counted(lang, severity, findings.severity(severity)));
    lines.push((lang.say(&words::ST_FINDINGS).to_owned(), counts.join(", ")));
    lines.extend(selection(report));
    lines
}

/// So many findings of a severity.
pub(super) fn counted(lang: Lang, severity: Severity, count: u64) -> String {
    format!("{} {}", lang.count(count), lang.say(&findings::counted(severity, count)))
}

/// Who is active of how many, and the others by standing.
fn people(report: &Report<'_>) -> Vec<Line> {
    let lang = report.lang;
    let enrollment = &report.figures.enrollment;
    let mut first = lang.active_of(enrollment, report.roster.program.target).text();
    if enrollment.progress.is_some() {
        first += &format!(", {}", percent(lang, enrollment.progress));
    }
    if let Some(to_go) = enrollment.to_go.filter(|&to_go| to_go > 0) {
        first += &format!(", {}", lang.fill(&words::TO_GO, &[&lang.count(to_go)]));
    }
    let standing = |standing: Standing| {
        format!("{} {}", lang.count(enrollment.standing.get(standing)), lang.say(&words::standing(standing)))
    };
    let others = Standing::ALL.into_iter().filter(|&own| own != Standing::Active).map(standing);
    let others = others.collect::<Vec<_>>().join(", ");
    vec![(lang.say(&words::ST_PROTECTED).to_owned(), first), (String::new(), others)]
}

/// The money, how long it lasts, and what keeps that from being the whole truth.
fn money(report: &Report<'_>) -> Vec<Line> {
    let lang = report.lang;
    let budget = &report.figures.budget;
    let mut lines = vec![(lang.say(&words::ST_MONEY).to_owned(), lang.money(budget))];
    let (of_money, mut others): (Vec<Caveat>, Vec<Caveat>) =
        report.caveats().into_iter().partition(|caveat| caveat.doubts_money());
    // Who cannot be paid follows from the runway that it stands under.
    others.sort_by_key(|caveat| caveat.doubts_time());
    let said = |caveats: Vec<Caveat>| caveats.into_iter().map(|caveat| (String::new(), lang.caveat(caveat)));
    // Without payments neither what is left nor how long it lasts is what it seems.
    others.extend(of_money.iter().copied().filter(|caveat| *caveat == Caveat::NoPayments));
    lines.extend(said(of_money));
    let mut label = lang.say(&words::ST_RUNWAY).to_owned();
    lines.extend(lang.all_paid(budget).map(|paid| (std::mem::take(&mut label), paid.text())));
    for (whom, outlook) in [(&words::THE_ACTIVE, &budget.active), (&words::WHOLE_TARGET, &budget.target)] {
        lines.push((std::mem::take(&mut label), lang.lasts(outlook, whom)));
        lines.extend(lang.balance(budget, outlook).map(|text| (String::new(), text)));
    }
    lines.extend(said(others));
    lines
}

/// The filter, how many pass, and what they cost.
fn selection(report: &Report<'_>) -> Vec<Line> {
    let lang = report.lang;
    let roster = report.roster;
    let mut lines = Vec::new();
    if let Some(text) = report.text {
        lines.push((lang.say(&words::ST_SELECTION).to_owned(), scrub(text).into_owned()));
    }
    let readable = lang.count(roster.workers.len() as u64);
    let aside = lang.count(roster.workers_set_aside() as u64);
    let matched = lang.fill(&words::ST_MATCHED, &[&lang.count(report.figures.matched), &readable, &aside]);
    let label = if report.text.is_some() { String::new() } else { lang.say(&words::TAB_WORKERS).to_owned() };
    lines.push((label, matched));
    if let Some(selection) = &report.figures.budget.selection {
        lines.push((String::new(), lang.cost_of_selection(&report.figures.budget, selection).text()));
    }
    lines
}

/// Columns of a line of text.
const COLUMNS: usize = 80;

/// One screen of text.
pub fn screen(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}{}", demo(report), title(report))?;
    writeln!(out)?;
    let lines = lines(report);
    let label = lines.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    for (name, text) in lines {
        let mut name = pad(&name, label);
        // As wide as the narrowest terminal that people use: on a wider one, and in a mail, it reads as well.
        for row in wrap(&text, COLUMNS.saturating_sub(label + 2)) {
            writeln!(out, "{name}  {row}")?;
            name = " ".repeat(label);
        }
    }
    writeln!(out)?;
    groups(report, out)
}

/// The headings of the groups, then each of them: under a filter that is not of groups alone how many match comes first.
fn group_rows(report: &Report<'_>) -> Vec<Vec<String>> {
    let lang = report.lang;
    let leads = !report.filter.is_of_groups_alone();
    let name = |place: Option<usize>| match place.and_then(|place| report.roster.groups.get(place)) {
        Some(group) => lang.name(&group.name),
        None => lang.say(&words::UNKNOWN_GROUP).to_owned(),
    };
    let row = |row: &crate::figures::groups::GroupRow| {
        let mut cells = vec![name(row.group)];
        cells.extend(leads.then(|| lang.count(row.matched())));
        cells.push(lang.count(row.standing.get(Standing::Active)));
        cells.push(row.target.map_or(UNKNOWN.to_owned(), |target| lang.count(target)));
        cells.push(percent(lang, row.progress));
        cells
    };
    let mut heads = vec![&words::ST_GROUPS];
    heads.extend(leads.then_some(&words::MATCHED_STEP));
    heads.extend([&words::ACTIVE_STEP, &words::GOAL]);
    let mut heads: Vec<String> = heads.into_iter().map(|head| lang.say(head).to_owned()).collect();
    heads.push("%".to_owned());
    std::iter::once(heads).chain(report.figures.groups.iter().map(row)).collect()
}

fn groups(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rows = group_rows(report);
    let columns = rows.first().map_or(0, Vec::len);
    let wide = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    for row in rows {
        let mut line = String::new();
        for (place, (cell, wide)) in row.iter().zip(&widths).enumerate() {
            line += &if place == 0 { pad(cell, *wide) } else { format!("  {}", right(cell, *wide)) };
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// For minutes and messages.
pub fn markdown(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    // What Markdown would take for marks is escaped; names are text.
    let plain = |text: &str| {
        let special = |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#');
        text.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect::<String>()
    };
    writeln!(out, "## {}{}", demo(report), plain(&title(report)))?;
    writeln!(out)?;
    for (label, text) in lines(report) {
        match label.as_str() {
            "" => writeln!(out, "  - {}", plain(&text))?,
            label => writeln!(out, "- **{label}**: {}", plain(&text))?,
        }
    }
    writeln!(out)?;
    for (place, row) in group_rows(report).into_iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
        if place == 0 {
            writeln!(out, "| --- |{}", " ---: |".repeat(cells.len() - 1))?;
        }
    }
    Ok(())
}

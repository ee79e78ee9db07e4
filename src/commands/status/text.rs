//! The status for people: one screen, one line, Markdown.

use super::Report;
use crate::figures::budget::{Outlook, Runway};
use crate::figures::compare::Comparison;
use crate::figures::enrollment::Forecast;
use crate::figures::share::Share;
use crate::lang::measure::wrap;
use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, Phrase, rules, words};
use crate::roster::finding::Severity;
use crate::roster::money::Rupiah;
use crate::roster::program::AsOfFrom;
use crate::roster::worker::Standing;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

fn rupiah(lang: Lang, amount: Option<Rupiah>) -> String {
    amount.map_or(lang.say(&words::TOO_LARGE).to_owned(), |amount| lang.rupiah(amount))
}

fn percent(lang: Lang, share: Option<Share>) -> String {
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

/// `14,212 of 19,336 active`, or without a target `947 active, of 19,336 overall`.
fn people(report: &Report<'_>) -> String {
    let lang = report.lang;
    let enrollment = &report.figures.enrollment;
    let active = lang.count(enrollment.standing.get(Standing::Active));
    match enrollment.target {
        Some(target) => lang.fill(&words::FIGURE_ACTIVE_OF, &[&active, &lang.count(target)]),
        None => lang.fill(&words::ACTIVE_OVERALL, &[&active, &lang.count(report.roster.program.target)]),
    }
}

fn lasts(lang: Lang, outlook: &Outlook, whom: &Phrase) -> String {
    let whom = format!("{} ({})", lang.say(whom), lang.count(outlook.workers));
    match outlook.runway {
        Runway::Unlimited => format!("{whom}: {}", lang.say(&words::FIGURE_UNLIMITED)),
        Runway::Unknown => format!("{whom}: {UNKNOWN}"),
        Runway::Lasts(lasts) => {
            let months = lasts.months.map_or(UNKNOWN.to_owned(), |months| lang.decimal(months));
            match (lasts.funded_through, lasts.lapse) {
                (Some(through), Some(lapse)) if lasts.full_months > 0 => {
                    lang.fill(&words::ST_LASTS, &[&months, &whom, &lang.month(through), &lang.day(lapse)])
                }
                _ if lasts.full_months == 0 => {
                    format!(
                        "{}: {}",
                        lang.fill(&words::ST_LASTS_FAR, &[&months, &whom]),
                        lang.say(&words::FIGURE_NO_MONTH)
                    )
                }
                _ => lang.fill(&words::ST_LASTS_FAR, &[&months, &whom]),
            }
        }
    }
}

fn balance(report: &Report<'_>, outlook: &Outlook) -> Option<String> {
    let lang = report.lang;
    let budget = &report.figures.budget;
    let balance = outlook.balance.filter(|_| budget.months_to_end > 0)?;
    let phrase = if balance.is_negative() { &words::SHORT_OF } else { &words::OVER_OF };
    let words = lang.fill(phrase, &[&lang.rupiah(balance.abs())]);
    Some(lang.fill(&words::ST_BALANCE, &[&lang.day(budget.coverage_to.last_day()), &words]))
}

fn money(report: &Report<'_>) -> String {
    let lang = report.lang;
    let budget = &report.figures.budget;
    let spent_of = |lang: Lang| format!("{} ({})", rupiah(lang, budget.spent), percent(lang, budget.absorbed()));
    if budget.left.is_none() {
        let parts = [lang.rupiah(budget.total), spent_of(lang), rupiah(lang, budget.committed)];
        return lang.fill(&words::ST_OVER_LARGE, &[&parts[0], &parts[1], &parts[2]]);
    }
    let over = budget.left.is_some_and(Rupiah::is_negative);
    let phrase = if over { &words::ST_OVER_BUDGET } else { &words::ST_OF_BUDGET };
    let left = rupiah(lang, budget.left.map(Rupiah::abs));
    lang.fill(phrase, &[&left, &lang.rupiah(budget.total), &spent_of(lang), &rupiah(lang, budget.committed)])
}

/// Every line with its label; an empty label goes on with the one before.
fn lines(report: &Report<'_>) -> Vec<(String, String)> {
    let lang = report.lang;
    let enrollment = &report.figures.enrollment;
    let budget = &report.figures.budget;
    let roster = report.roster;
    let mut lines: Vec<(String, String)> = Vec::new();

    let mut first = people(report);
    if enrollment.progress.is_some() {
        first += &format!(", {}", percent(lang, enrollment.progress));
    }
    if let Some(to_go) = enrollment.to_go.filter(|&to_go| to_go > 0) {
        first += &format!(", {}", lang.fill(&words::TO_GO, &[&lang.count(to_go)]));
    }
    lines.push((lang.say(&words::ST_PROTECTED).to_owned(), first));
    let standing = |standing: Standing| {
        format!("{} {}", lang.count(enrollment.standing.get(standing)), lang.say(&words::standing(standing)))
    };
    let others = Standing::ALL.into_iter().filter(|&own| own != Standing::Active).map(standing);
    lines.push((String::new(), others.collect::<Vec<_>>().join(", ")));

    lines.push((lang.say(&words::ST_MONEY).to_owned(), money(report)));
    let aside = roster.payments_set_aside() as u64;
    if aside > 0 {
        lines.push((String::new(), lang.fill(&words::PAYMENTS_ASIDE, &[&lang.count(aside)])));
    }

    let mut label = lang.say(&words::ST_RUNWAY).to_owned();
    for (whom, outlook) in [(&words::THE_ACTIVE, &budget.active), (&words::WHOLE_TARGET, &budget.target)] {
        lines.push((std::mem::take(&mut label), lasts(lang, outlook, whom)));
        lines.extend(balance(report, outlook).map(|text| (String::new(), text)));
    }
    if let Some(over) = budget.over_affordable.filter(|&over| over > 0) {
        let month = lang.month(budget.coverage_to);
        lines.push((String::new(), lang.fill(&words::OVER_AFFORDABLE, &[&lang.count(over), &month])));
    }
    if budget.active.unrated > 0 {
        lines.push((String::new(), lang.fill(&words::UNRATED, &[&lang.count(budget.active.unrated)])));
    }
    if let Some(month) = budget.rate_change {
        lines.push((String::new(), lang.fill(&words::RATE_CHANGES, &[&lang.month(month)])));
    }

    let pace = enrollment.pace_per_30_days().and_then(Share::rounded_up_to_a_digit);
    let pace = pace.map_or(UNKNOWN.to_owned(), |pace| lang.decimal(pace));
    let forecast = match enrollment.forecast {
        Forecast::Reached => lang.say(&words::REACHED).to_owned(),
        _ if enrollment.pace == 0 => lang.say(&words::PACE_NONE).to_owned(),
        Forecast::On(day) => lang.fill(&words::PACE_FORECAST, &[&pace, &lang.day(day)]),
        Forecast::Unknown if enrollment.target.is_none() => lang.fill(&words::PACE_ONLY, &[&pace]),
        Forecast::Unknown => lang.fill(&words::PACE_NEVER, &[&pace]),
    };
    lines.push((lang.say(&words::ST_PACE).to_owned(), forecast));
    if let Some(needed) = enrollment.needed {
        let end = lang.day(roster.program.coverage.to.last_day());
        let mut text = lang.fill(&words::NEEDED, &[&end, &lang.integer(needed.ceil())]);
        match enrollment.needed_times().and_then(|times| times.rounded(1)) {
            Some(times) => text += &format!(", {}", lang.fill(&words::NEEDED_TIMES, &[&lang.decimal(times)])),
            None => text.push('.'),
        }
        lines.push((String::new(), text));
    }

    if let Some(comparison) = &report.comparison {
        let mut label = lang.fill(&words::SINCE, &[&lang.day(comparison.old.as_of)]);
        for told in lang.headline(comparison) {
            let text = format!("{} {} ({} → {})", told.name, told.change, told.old, told.new);
            lines.push((std::mem::take(&mut label), text));
        }
        lines.push((String::new(), lang.traffic(comparison)));
        lines.extend(lang.besides(comparison).into_iter().map(|text| (String::new(), text)));
    }

    let findings = &roster.findings;
    let counts = Severity::ALL.map(|severity| {
        let count = findings.severity(severity);
        format!("{} {}", lang.count(count), lang.say(&rules::counted(severity, count)))
    });
    lines.push((lang.say(&words::ST_FINDINGS).to_owned(), counts.join(", ")));
    if let Some(text) = report.text {
        lines.push((lang.say(&words::ST_SELECTION).to_owned(), scrub(text).into_owned()));
    }
    let readable = lang.count(roster.workers.len() as u64);
    let aside = lang.count(roster.workers_set_aside() as u64);
    let matched = lang.fill(&words::ST_MATCHED, &[&lang.count(report.figures.matched), &readable, &aside]);
    let label = if report.text.is_some() { String::new() } else { lang.say(&words::TAB_WORKERS).to_owned() };
    lines.push((label, matched));
    if let Some(selection) = &budget.selection {
        lines.push((String::new(), lang.fill(&words::ST_COSTS, &[&rupiah(lang, selection.monthly)])));
        lines.push((String::new(), lasts(lang, selection, &words::THE_FILTER)));
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
    let label = lines.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    for (mut name, text) in lines {
        // As wide as the narrowest terminal that people use: on a wider one, and in a mail, it reads as well.
        for row in wrap(&text, COLUMNS.saturating_sub(label + 2)) {
            writeln!(out, "{name}{}  {row}", " ".repeat(label - name.width()))?;
            name.clear();
        }
    }
    writeln!(out)?;
    groups(report, out)
}

fn group_rows(report: &Report<'_>) -> Vec<[String; 4]> {
    let lang = report.lang;
    let name = |place: Option<usize>| match place.and_then(|place| report.roster.groups.get(place)) {
        Some(group) => lang.name(&group.name),
        None => lang.say(&words::UNKNOWN_GROUP).to_owned(),
    };
    let row = |row: &crate::figures::groups::GroupRow| {
        [
            name(row.group),
            lang.count(row.standing.get(Standing::Active)),
            row.target.map_or(UNKNOWN.to_owned(), |target| lang.count(target)),
            percent(lang, row.progress),
        ]
    };
    report.figures.groups.iter().map(row).collect()
}

fn groups(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = report.lang;
    let heads = [
        lang.say(&words::ST_GROUPS).to_owned(),
        lang.say(&words::ACTIVE_STEP).to_owned(),
        lang.say(&words::GOAL).to_owned(),
        "%".to_owned(),
    ];
    let rows: Vec<[String; 4]> = std::iter::once(heads).chain(group_rows(report)).collect();
    let widths: [usize; 4] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].width()).max().unwrap_or(0));
    for row in rows {
        let mut line = format!("{}{}", row[0], " ".repeat(widths[0] - row[0].width()));
        for column in 1..4 {
            line += &format!("  {}{}", " ".repeat(widths[column] - row[column].width()), row[column]);
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// One line of at most 80 columns: what does not fit goes, the last first.
pub fn line(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = report.lang;
    let enrollment = &report.figures.enrollment;
    let budget = &report.figures.budget;
    let mut first = people(report);
    if enrollment.progress.is_some() {
        first += &format!(" {}", percent(lang, enrollment.progress));
    }
    if let Some(Comparison { old, new, .. }) = &report.comparison {
        first += &format!(" ({})", lang.signed(i128::from(new.active()) - i128::from(old.active())));
    }
    let left = match budget.left {
        None => lang.say(&words::FIGURE_OVER_LARGE).to_owned(),
        Some(left) if left.is_negative() => lang.fill(&words::FIGURE_OVER, &[&lang.compact(left.abs())]),
        Some(left) => lang.fill(&words::ST_LEFT_LINE, &[&lang.compact(left)]),
    };
    let time = match budget.active.runway {
        Runway::Unlimited => lang.say(&words::FIGURE_UNLIMITED).to_owned(),
        Runway::Unknown => UNKNOWN.to_owned(),
        Runway::Lasts(lasts) if lasts.full_months == 0 => lang.say(&words::FIGURE_NO_MONTH).to_owned(),
        Runway::Lasts(lasts) => match lasts.funded_through {
            Some(month) => {
                let months = lang.integer(lasts.full_months);
                let phrase = if lasts.full_months == 1 { &words::FIGURE_MONTH } else { &words::FIGURE_MONTHS };
                lang.fill(phrase, &[&months, &lang.month(month)])
            }
            None => lang.fill(&words::FIGURE_MONTHS_FAR, &[&lang.integer(lasts.full_months)]),
        },
    };
    let errors = report.roster.findings.severity(Severity::Error);
    let errors = format!("{} {}", lang.count(errors), lang.say(&rules::counted(Severity::Error, errors)));
    let mut text =
        format!("{}{first}", demo(report).trim_end().to_owned() + if report.roster.synthetic { " " } else { "" });
    // How long the money lasts is what the line is read for: it is said shorter before it is left out.
    let short = match budget.active.runway {
        Runway::Lasts(lasts) if lasts.full_months > 0 => {
            lang.fill(&words::FIGURE_MONTHS_FAR, &[&lang.integer(lasts.full_months)])
        }
        _ => time.clone(),
    };
    // What makes the money and its time less than they look is said before how many errors there are.
    let aside = report.roster.payments_set_aside() as u64;
    let aside = Some(lang.fill(&words::PAYMENTS_ASIDE_SHORT, &[&lang.count(aside)])).filter(|_| aside > 0);
    let rate = budget.rate_change.map(|month| lang.fill(&words::RATE_CHANGES_SHORT, &[&lang.month(month)]));
    let caveats = [aside, rate].map(|caveat| caveat.into_iter().collect::<Vec<String>>());
    for choices in [vec![left], vec![time, short]].into_iter().chain(caveats).chain([vec![errors]]) {
        let fits = |part: &&String| text.width() + 3 + part.width() <= COLUMNS;
        if let Some(part) = choices.iter().find(fits) {
            text = format!("{text} · {part}");
        }
    }
    writeln!(out, "{text}")
}

/// For minutes and messages.
pub fn markdown(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = report.lang;
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
    let heads = [lang.say(&words::ST_GROUPS), lang.say(&words::ACTIVE_STEP), lang.say(&words::GOAL), "%"];
    writeln!(out, "| {} |", heads.join(" | "))?;
    writeln!(out, "| --- | ---: | ---: | ---: |")?;
    for row in group_rows(report) {
        writeln!(out, "| {} |", row.map(|cell| plain(&cell)).join(" | "))?;
    }
    Ok(())
}

//! The beginning: the answer in a paragraph, the three key figures, and what the page holds.

use super::block::{Block, Key};
use super::page::Page;
use crate::figures::lapses::Lapses;
use crate::lang::sentence::{Role, Sentence};
use crate::lang::summary::{counted, percent};
use crate::lang::words::report as own;
use crate::lang::{Lang, words};
use crate::roster::finding::Severity;

/// Writes it.
pub fn write(page: &mut Page<'_>) {
    let lang = page.lang;
    let report = page.report;
    let title = page.title();
    let mut marks: Vec<String> = page.marks();
    marks.retain(|mark| *mark != title);
    page.blocks.push(Block::Title(title, marks));
    key_figures(page);
    page.sentences(story(page));
    for caveat in page.summary().caveats() {
        page.caveat(&lang.caveat(caveat));
    }
    let aside = report.roster.workers_set_aside() as u64;
    let [readable, aside] = [report.roster.workers.len() as u64, aside].map(|count| lang.count(count));
    page.note(&lang.fill(&words::ST_MATCHED, &[&lang.count(report.figures.matched), &readable, &aside]));
    page.note(page.say(&own::HOW_TO_READ));
}

/// The three figures that stand on every screen.
fn key_figures(page: &mut Page<'_>) {
    let lang = page.lang;
    let figures = &page.report.figures;
    let (enrollment, budget) = (&figures.enrollment, &figures.budget);
    let active = lang.active_of(enrollment, page.report.roster.program.target);
    // The month alone, as the line of status says it: what is short stands in the paragraph.
    let until = lang.until(budget, false).into_iter().next_back().unwrap_or_default().without_marks();
    let whom = lang.for_the_active(budget.active.workers).text();
    let share = budget.left_share().filter(|_| budget.left.is_some_and(|left| !left.is_negative()));
    let shares = [enrollment.progress, share].map(|share| share.map(|share| percent(lang, Some(share))));
    let [progress, left] = shares;
    let rows = [
        (page.say(&words::ST_PROTECTED), active.text(), [progress, None]),
        (page.say(&words::ST_MONEY), lang.left(budget).text(), [left, None]),
        (page.say(&words::ST_RUNWAY), until.text(), [whom, lang.runway_below(budget).text()].map(Some)),
    ];
    let key = |(name, figure, below): (&str, String, [Option<String>; 2])| {
        let below = below.into_iter().flatten().filter(|below| !below.is_empty()).collect();
        Key { name: name.to_owned(), figure, below }
    };
    page.blocks.push(Block::Key(rows.map(key).into()));
}

/// Who is protected, how long the money lasts, whose protection ends soon, and what is wrong in the list.
fn story(page: &Page<'_>) -> Vec<Sentence> {
    let lang = page.lang;
    let report = page.report;
    let (enrollment, budget) = (&report.figures.enrollment, &report.figures.budget);
    let mut story = vec![protected(page), lang.forecast(enrollment)];
    story.extend(lang.needed(enrollment, report.roster.program.coverage.to.last_day()));
    story.extend(lang.pays(budget));
    if let Some(cost) = &budget.selection {
        story.push(ended(lang.cost_of_selection(budget, cost)));
    }
    let lapses = Lapses::of(report.roster, &report.figures.selection);
    if let Some((day, count)) = lapses.days.first() {
        let [all, first] = [lapses.count(), *count].map(|count| lang.count(count));
        let values = [(&*all, Role::Key), (&*first, Role::Key), (&*lang.day(*day), Role::Plain)];
        story.push(lang.sentence(&own::STORY_LAPSES, &values));
    }
    let [errors, warnings, _] =
        Severity::ALL.map(|severity| counted(lang, severity, report.roster.findings.severity(severity)));
    story.push(lang.sentence(&own::STORY_FINDINGS, &[(&errors, Role::Key), (&warnings, Role::Plain)]));
    story
}

/// How many are active, and of how many.
fn protected(page: &Page<'_>) -> Sentence {
    let lang = page.lang;
    let enrollment = &page.report.figures.enrollment;
    let active = lang.active_of(enrollment, page.report.roster.program.target);
    let Some(progress) = enrollment.progress else { return ended(active) };
    let share = lang.sentence(&own::STORY_SHARE, &[(&percent(lang, Some(progress)), Role::Key)]);
    match enrollment.to_go.filter(|&to_go| to_go > 0) {
        Some(to_go) => ended(active.and(share).and(to_go_of(lang, to_go))),
        None => ended(active.and(share)),
    }
}

fn to_go_of(lang: Lang, to_go: u64) -> Sentence {
    lang.sentence(&own::STORY_TO_GO, &[(&lang.count(to_go), Role::Plain)])
}

/// With its full stop.
fn ended(sentence: Sentence) -> Sentence {
    sentence.and(Sentence::of(".", Role::Plain))
}

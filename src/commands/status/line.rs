//! The status as one line of at most 80 columns, for motd and tmux. Of what is said of people words go before the answer
//! does, and before what keeps the answer from being the whole truth.

use crate::figures::budget::{Budget, Runway};
use crate::figures::compare::Comparison;
use crate::lang::measure::width;
use crate::lang::sentence::{Role, Sentence};
use crate::lang::summary::{Summary, counted, percent};
use crate::lang::{Lang, words};
use crate::roster::finding::Severity;
use std::io::{self, Write};

const COLUMNS: usize = 80;
const BETWEEN: &str = " · ";

/// What does not fit is said shorter or goes, the last first.
pub fn write(report: &Summary<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = report.lang;
    let budget = &report.figures.budget;
    let (left, answer) = (lang.left_compact(budget), answer(lang, budget));
    // What makes the money and its time less than they look is said before how many errors there are.
    let doubts: Vec<String> = report.caveats().into_iter().filter_map(|caveat| lang.caveat_short(caveat)).collect();
    let wide = |part: usize| width(BETWEEN) + part;
    let needed = wide(left.width()) + wide(answer.width());
    let doubted = doubts.iter().map(|doubt| wide(width(doubt))).sum::<usize>();
    let heads = heads(report);
    let errors = report.roster.findings.severity(Severity::Error);
    let told = [counted(lang, Severity::Error, errors), lang.fill(&words::ERRORS_SHORT, &[&lang.count(errors)])];
    // No errors cost no word.
    let counts = told.iter().filter(|_| errors > 0).map(|told| doubted + wide(width(told)));
    let fitting = |more: usize| heads.iter().find(|head| width(head) + needed + more <= COLUMNS);
    let mut text =
        counts.chain([doubted]).find_map(fitting).or_else(|| fitting(0)).or(heads.last()).cloned().unwrap_or_default();
    // A doubt that has no room is a mark at the answer.
    let mark = if width(&text) + needed + doubted > COLUMNS { "*" } else { "" };
    let others = doubts.into_iter().map(|other| Sentence::of(other, Role::Plain));
    let room = |text: &str| COLUMNS.saturating_sub(wide(width(text)));
    for part in [left, answer.and(Sentence::of(mark, Role::Key))].into_iter().chain(others) {
        if let Some(part) = part.shortened(room(&text)) {
            text = format!("{text}{BETWEEN}{}", part.text());
        }
    }
    if let Some(errors) = told.iter().find(|told| width(told) <= room(&text)) {
        text = format!("{text}{BETWEEN}{errors}");
    }
    writeln!(out, "{text}")
}

/// Who is active of how many, in fewer and fewer words.
fn heads(report: &Summary<'_>) -> Vec<String> {
    let lang = report.lang;
    let enrollment = &report.figures.enrollment;
    let demos: &[_] = if report.roster.synthetic { &[words::DEMO, words::DEMO_SHORT] } else { &[] };
    let demos: Vec<String> = demos.iter().map(|demo| format!("{} ", lang.say(demo))).collect();
    let demos = if demos.is_empty() { vec![String::new()] } else { demos };
    let mut rest = String::new();
    if enrollment.progress.is_some() {
        rest += &format!(" {}", percent(lang, enrollment.progress));
    }
    if let Some(Comparison { old, new, .. }) = &report.comparison {
        rest += &format!(" ({})", lang.signed(i128::from(new.active()) - i128::from(old.active())));
    }
    let active = lang.active_of_short(enrollment, report.roster.program.target);
    let mut forms = vec![active.clone(), active.clone().essence()];
    if enrollment.target.is_some() {
        forms.push(active.fitting(0));
    }
    let said =
        |form: Sentence| demos.iter().map(|demo| format!("{demo}{}{rest}", form.clone().text())).collect::<Vec<_>>();
    forms.into_iter().flat_map(said).collect()
}

/// Of the forms of the answer the one without what is short of what: `to Nov 2024`; an unknown one says why, unless a
/// doubt behind it does.
fn answer(lang: Lang, budget: &Budget) -> Sentence {
    let mut forms = lang.until(budget, false).into_iter();
    let says_why = budget.active.runway == Runway::NoRate && !budget.payments_missing;
    let form = if says_why { forms.next() } else { forms.next_back() };
    form.unwrap_or_default().without_marks()
}

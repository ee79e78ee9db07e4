//! What is wrong in the list: by the office that can mend it, and rule by rule.

use super::block::Bar;
use super::page::Page;
use super::table::{Kind, Row, Table};
use crate::lang::words::export::SEVERITY;
use crate::lang::words::report as own;
use crate::lang::words::{self, slide};
use crate::lang::{findings, summary};
use crate::roster::finding::{Mending, Rule, Severity};

/// Writes it.
pub fn write(page: &mut Page<'_>) {
    let title = page.say(&slide::MENDING);
    page.whole_section("checks", title, |page| {
        let (lang, roster) = (page.lang, page.report.roster);
        let counts = Severity::ALL.map(|own| summary::counted(lang, own, roster.findings.severity(own))).join(", ");
        let readable = [roster.workers.len() as u64, roster.payments.len() as u64].map(|many| lang.count(many));
        let within = lang.fill(&words::IN_WORKERS, &readable.each_ref().map(String::as_str));
        page.text(&format!("{counts} {within}."));
        let offices = roster.findings.by_office();
        if !offices.is_empty() {
            page.pair(|page| chart(page, &offices), |page| by_office(page, &offices));
        }
    });
    by_rule(page);
}

fn chart(page: &mut Page<'_>, offices: &[Mending]) {
    let lang = page.lang;
    let most = offices.iter().map(|own| own.errors + own.warnings).max().unwrap_or(0);
    let bar = |own: &Mending| Bar {
        name: lang.say(&findings::office(own.office)).to_owned(),
        parts: vec![(own.errors.into(), "bad-fill"), (own.warnings.into(), "hatched")],
        whole: most.into(),
        shown: format!("{} + {}", lang.count(own.errors), lang.count(own.warnings)),
    };
    let all: Vec<Bar> = offices.iter().map(bar).collect();
    let legend = [("bad-fill", Severity::Error), ("hatched", Severity::Warning)];
    let legend = legend.map(|(class, severity)| (class, lang.say(&findings::severity(severity)).to_owned()));
    page.bars(&own::OFFICES_CHART, all, legend.into());
}

fn by_office(page: &mut Page<'_>, offices: &[Mending]) {
    let (lang, roster) = (page.lang, page.report.roster);
    let row = |own: &Mending| {
        let most = lang.most_found(roster, own.rules.get(..3).unwrap_or(&own.rules)).join("; ");
        let [errors, warnings] = [own.errors, own.warnings].map(|count| lang.count(count));
        Row::plain(vec![lang.say(&findings::office(own.office)).to_owned(), errors, warnings, most])
    };
    let severity = |own| (lang.say(&findings::severity(own)).to_owned(), Kind::Number);
    let heads = vec![
        (page.say(&slide::OFFICE).to_owned(), Kind::Words),
        severity(Severity::Error),
        severity(Severity::Warning),
        (page.say(&slide::WHAT).to_owned(), Kind::Words),
    ];
    let table = Table::new(page.say(&own::OFFICES_TABLE), heads);
    page.table(table.with(offices.iter().map(row)));
}

/// Every rule that finds something: what it is, and who mends it and how.
fn by_rule(page: &mut Page<'_>) {
    let (lang, roster) = (page.lang, page.report.roster);
    let mut rules: Vec<Rule> = roster.findings.rules().collect();
    rules.sort_by_key(|rule| rule.severity());
    if rules.is_empty() {
        return;
    }
    let row = |rule: Rule| {
        let (found, many) = (lang.finding(roster, rule), lang.count(roster.findings.count(rule)));
        Row::plain(vec![found, many, lang.say(&findings::one(rule.severity())).to_owned(), lang.to_do(rule)])
    };
    let title = page.say(&own::RULES_TABLE);
    page.whole_section("rules", title, |page| {
        let heads = [
            (&own::WHAT_IS_WRONG, Kind::Words),
            (&own::ROWS, Kind::Number),
            (&SEVERITY, Kind::Words),
            (&own::TO_DO, Kind::Words),
        ];
        let heads = heads.map(|(head, kind)| (page.say(head).to_owned(), kind)).to_vec();
        page.table(Table::new(page.say(&own::RULES_TABLE), heads).captioned_above().with(rules.into_iter().map(row)));
        let aside = page.report.roster.set_aside.kept();
        if !aside.is_empty() {
            let caption = page.say(&own::ASIDE_TABLE);
            page.heading(caption);
            let told = aside.iter().map(|own| Row::plain(vec![lang.set_aside(own)]));
            let heads = vec![(caption.to_owned(), Kind::Words)];
            page.table(Table::new(caption, heads).captioned_above().with(told));
        }
    });
}

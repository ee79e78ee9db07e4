//! What is to be mended in the list, office by office.

use super::grid::{Behind, Column, Grid, Row};
use super::page::{Beside, Page};
use crate::lang::findings;
use crate::lang::words::{self, slide};
use crate::roster::finding::Severity;
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Fills the page.
pub fn draw(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme, roster) = (page.canvas.lang, page.canvas.theme, &review.roster);
    let count = |severity| lang.count(roster.findings.severity(severity));
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let readable = [roster.workers.len() as u64, roster.payments.len() as u64].map(|many| lang.count(many));
    // Where nothing is wrong for certain, what is probably wrong is the answer.
    let certain = roster.findings.severity(Severity::Error) > 0;
    let said = match certain {
        true => [lang.fill(&slide::ERRORS, &[&errors]), lang.fill(&slide::WARNINGS_TOO, &[&warnings])],
        false => [lang.fill(&slide::WARNINGS, &[&warnings]), lang.fill(&slide::NO_ERRORS, &[])],
    };
    let [first, second] = said;
    let beside = vec![
        vec![Span::styled(first, theme.bold())],
        vec![Span::raw(second)],
        vec![Span::styled(lang.fill(&words::IN_WORKERS, &readable.each_ref().map(String::as_str)), theme.dim())],
    ];
    let (figure, style) = if certain { (&errors, theme.bad()) } else { (&warnings, theme.plain()) };
    let offices = roster.findings.by_office();
    // What is wrong most of all may take two rows.
    page.figure(figure, style, Beside::of(beside), 1 + page.sheet.gap + 2 * offices.len() as u16);
    page.gap();
    let rows = offices.iter().map(|own| Row {
        name: lang.say(&findings::office(own.office)).to_owned(),
        numbers: [own.errors, own.warnings].map(|many| lang.count(many)).to_vec(),
        style: theme.plain(),
        behind: Behind::Words(lang.most_found(roster, &own.rules)),
    });
    let columns = [Severity::Error, Severity::Warning].map(|severity| lang.say(&findings::severity(severity)));
    let columns = columns.into_iter().enumerate().map(|(rank, head)| Column::new(head, rank)).collect();
    let [name, behind] = [&slide::OFFICE, &slide::WHAT].map(|head| lang.say(head).to_owned());
    Grid { name, columns, behind, rows: rows.collect(), summed: false, from_above: false }.draw(page);
}

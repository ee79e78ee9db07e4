//! Who is protected: how many, of how many, and who is furthest behind.

use super::page::{Beside, Page};
use crate::figures::share::Share as Fraction;
use crate::lang::person::Privacy;
use crate::lang::sentence::{Role, Sentence};
use crate::lang::words::{self, slide};
use crate::roster::worker::Standing;
use crate::tui::parts::bar::{self, Fill};
use crate::tui::state::review::Review;
use crate::tui::state::slides::behind_groups;
use ratatui::text::Span;

/// Fills the page.
pub fn draw(review: &Review, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let enrollment = &review.answer.figures.enrollment;
    let [active, grace] = [Standing::Active, Standing::Grace].map(|standing| enrollment.standing.get(standing));
    let gap = page.sheet.gap;
    let keep = match enrollment.target {
        Some(_) => 1 + page.thick() + 1 + 1 + 3 * gap,
        None => 2 + gap,
    };
    page.figure(&lang.count(active), theme.plain(), Beside::default(), keep);
    page.gap();
    page.sentence(of_whom(review, lang));
    if let Some(target) = enrollment.target {
        page.gap();
        let parts =
            [(u128::from(active), Fill::Solid, theme.good()), (u128::from(grace), Fill::Hatched, theme.attention())];
        for _ in 0..page.thick() {
            page.line(bar::stacked(&parts, target.into(), page.room(), Some(theme.dim())));
        }
        let mut legend = vec![Span::styled("● ", theme.good())];
        legend.extend(page.canvas.fill(&words::FIGURE_ACTIVE, theme.dim(), &[(&lang.count(active), theme.plain())]));
        legend.push(Span::styled("   ▒ ", theme.attention()));
        legend.extend(page.canvas.fill(&words::GRACE_OF, theme.dim(), &[(&lang.count(grace), theme.plain())]));
        let missing = match enrollment.to_go {
            Some(0) | None if active > target => {
                page.canvas.fill(&words::ABOVE_TARGET, theme.dim(), &[(&lang.count(active - target), theme.bold())])
            }
            to_go => {
                let to_go = lang.count(to_go.unwrap_or(0));
                page.canvas.fill(&words::TO_GO_PEOPLE, theme.dim(), &[(&to_go, theme.bold())])
            }
        };
        let wide = |line: &[Span]| line.iter().map(Span::width).sum::<usize>();
        match wide(&legend) + 2 + wide(&missing) <= page.room() {
            true => page.pair(legend, missing),
            false => [legend, missing].into_iter().for_each(|line| page.line(line)),
        }
    } else if review.leads_with_matched() {
        page.gap();
        page.sentence(lang.matched_as(enrollment));
    }
    // Under a filter of groups these are the others too.
    let behind = furthest(review, page).filter(|_| review.filter.is_everybody());
    if let Some(behind) = behind {
        page.gap();
        page.sentence(behind);
    }
}

/// Of whom they are so many.
fn of_whom(review: &Review, lang: crate::lang::Lang) -> Sentence {
    let enrollment = &review.answer.figures.enrollment;
    let percent = lang.percent(enrollment.progress.and_then(Fraction::percent_on_screen));
    let listed = lang.count(enrollment.funnel.listed);
    match (enrollment.target, review.roster.program.target) {
        (Some(target), _) => {
            let phrase = if review.filter.is_everybody() { &slide::OF_THE_TARGET } else { &slide::OF_THEIR_TARGET };
            lang.sentence(phrase, &[(&lang.count(target), Role::Plain), (&percent, Role::Key)])
        }
        (None, Some(overall)) => {
            lang.sentence(&slide::ACTIVE_AMONG, &[(&listed, Role::Key), (&lang.count(overall), Role::Plain)])
        }
        (None, None) => lang.sentence(&slide::ACTIVE_OF_LISTED, &[(&listed, Role::Key)]),
    }
}

/// The three groups furthest behind, as many as one row holds.
fn furthest(review: &Review, page: &Page<'_, '_>) -> Option<Sentence> {
    let lang = page.canvas.lang;
    let behind = behind_groups(review).into_iter().filter(|own| own.share.part < own.share.whole);
    let named = |own: crate::tui::state::slides::Behind<&crate::figures::groups::GroupRow>| {
        let name = own.of.group.and_then(|place| review.roster.groups.get(place));
        let name = name.map_or(String::new(), |group| Privacy::Locked.text(&lang.name(&group.name)));
        format!("{name} {}", lang.percent(own.share.percent_on_screen()))
    };
    let named: Vec<String> = behind.take(3).map(named).collect();
    let told = |many: usize| {
        let text = named.iter().take(many).cloned().collect::<Vec<_>>().join(", ");
        Sentence::of(lang.say(&slide::FURTHEST), Role::Plain).and(Sentence::of(text, Role::Figure))
    };
    (1..=named.len()).rev().map(told).find(|told| told.width() <= page.room())
}

//! Who is behind: groups against their targets, districts against their quotas or those whom they listed. The one that
//! is furthest behind in large digits, and below it all of them.

use super::grid::{Behind, Column, Grid, Row};
use super::page::{Beside, Page};
use crate::figures::share::Share as Fraction;
use crate::lang::Phrase;
use crate::lang::number::UNKNOWN;
use crate::lang::person::Privacy;
use crate::lang::words::{self, slide};
use crate::tui::parts::bar::Share;
use crate::tui::state::review::Review;
use crate::tui::state::slides::{behind_districts, behind_groups, has_quotas};
use ratatui::text::Span;

/// What the active are compared with, in words.
struct Words {
    /// What is listed.
    name: Phrase,
    /// What stands over the whole, and over what is missing of it.
    heads: [Phrase; 2],
    /// So many of so many; what is missing; that nothing is.
    said: [Phrase; 3],
}

const TARGET: Words = Words {
    name: words::GROUP,
    heads: [words::GOAL, slide::TO_GO],
    said: [slide::ACTIVE_OF, slide::MISSING, slide::NONE_BEHIND],
};

const LISTED: Words = Words {
    name: slide::DISTRICT,
    heads: [words::LISTED, slide::REST],
    said: [slide::ACTIVE_OF_LISTED_N, slide::NOT_ACTIVE, slide::ALL_ACTIVE],
};

/// The groups that have a target.
pub fn groups(review: &Review, page: &mut Page<'_, '_>) {
    let lang = page.canvas.lang;
    let named = |place: Option<usize>| {
        let group = place.and_then(|place| review.roster.groups.get(place));
        group.map_or(lang.say(&words::UNKNOWN_GROUP).to_owned(), |group| Privacy::Locked.text(&lang.name(&group.name)))
    };
    let behind = behind_groups(review).into_iter().map(|own| (named(own.of.group), own.share));
    draw(&behind.collect::<Vec<_>>(), &TARGET, page);
}

/// The districts.
pub fn districts(review: &Review, page: &mut Page<'_, '_>) {
    let named = |name: &Option<String>| name.as_deref().map_or(UNKNOWN.to_owned(), |name| Privacy::Locked.text(name));
    let behind = behind_districts(review).into_iter().map(|own| (named(&own.of.name), own.share));
    let quotas = Words { name: slide::DISTRICT, ..TARGET };
    draw(&behind.collect::<Vec<_>>(), if has_quotas(review) { &quotas } else { &LISTED }, page);
}

/// Those furthest behind first.
fn draw(behind: &[(String, Fraction)], words: &Words, page: &mut Page<'_, '_>) {
    let (lang, theme) = (page.canvas.lang, page.canvas.theme);
    let Some((name, share)) = behind.first() else { return };
    let [of, missing, none] = &words.said;
    let to_go = share.whole - share.part;
    let last = match to_go {
        ..=0 => Span::raw(lang.say(none)),
        to_go => Span::styled(lang.fill(missing, &[&lang.integer(to_go)]), theme.attention()),
    };
    let beside = vec![
        vec![Span::styled(name.clone(), theme.bold())],
        vec![Span::raw(lang.fill(of, &[&lang.integer(share.part), &lang.integer(share.whole)]))],
        vec![last],
    ];
    let percent = lang.percent(share.percent_on_screen());
    page.figure(&percent, theme.plain(), Beside::of(beside), 1 + page.sheet.gap + (behind.len() as u16).min(9));
    page.gap();
    let row = |(name, share): &(String, Fraction)| {
        let Fraction { part, whole } = *share;
        let amount = |number: i128| u128::try_from(number).unwrap_or(0);
        let to_go = if part < whole { lang.integer(whole - part) } else { String::new() };
        Row {
            name: name.clone(),
            numbers: vec![lang.integer(part), lang.integer(whole), to_go, lang.percent(share.percent_on_screen())],
            style: theme.plain(),
            behind: Behind::Toward(Share { part: amount(part), whole: amount(whole) }, theme.good()),
        }
    };
    let [whole, to_go] = &words.heads;
    let columns = vec![
        Column::new(lang.say(&words::ACTIVE_STEP), 2),
        Column::new(lang.say(whole), 1),
        Column::new(lang.say(to_go), 3),
        Column::new("%", 0),
    ];
    let (name, rows) = (lang.say(&words.name).to_owned(), behind.iter().map(row).collect());
    Grid { name, columns, behind: String::new(), rows, summed: false, from_above: false }.draw(page);
}

//! Any text as a filter of one roster. It is a mistake at a place of the text, or a filter: that and its negation are
//! everybody, and its own words in either language select the same people. What may be typed next is understood when it
//! is typed. Where a roster is closed, no filter tells apart two of them that differ in nothing but people's numbers.

use super::{BOTH, assert_clean};
use lindungi::check::{self, Audited};
use lindungi::figures::completion::{Completion, Meaning, without_word};
use lindungi::lang::measure::width;
use lindungi::lang::scrub::scrub;
use lindungi::roster::filter::Filter;
use lindungi::roster::json;
use lindungi::roster::query::{self, QueryError};
use lindungi::roster::rows::RowSet;
use std::sync::LazyLock;

/// Characters of the longest text; a person types a few dozen.
const LONGEST: usize = 300;

/// A roster whose names are words of the language, and what it must quote; the last digit of each number is a `#`.
const TEXT: &str = include_str!("query.json");

static OPEN: LazyLock<Audited> = LazyLock::new(|| roster("1", false));
static CLOSED: LazyLock<[Audited; 2]> = LazyLock::new(|| ["1", "7"].map(|digit| roster(digit, true)));

fn roster(digit: &str, closed: bool) -> Audited {
    let text = TEXT.replace('#', digit);
    let mut roster = json::read(&mut text.as_bytes(), &mut |_| ()).expect("a roster");
    roster.closed = closed;
    check::audit(roster)
}

/// See the module.
pub fn hold(bytes: &[u8]) {
    let text: String = String::from_utf8_lossy(bytes).chars().take(LONGEST).collect();
    match query::parse(&text, &OPEN) {
        Ok(filter) => hold_filter(&filter),
        Err(mistake) => hold_mistake(&text, &mistake),
    }
    if let Ok(filter) = query::parse_for_any(&text) {
        assert_eq!(query::parse(&text, &OPEN), Ok(filter), "a filter for any roster is one for this");
    }
    hold_closed(&text);
    let length = text.chars().count();
    (0..=length + 1).step_by(1 + length / 8).chain([length]).for_each(|caret| hold_completion(&text, caret));
}

fn selected(filter: &Filter) -> RowSet {
    filter.select(&OPEN)
}

fn hold_filter(filter: &Filter) {
    let [own, not] = [selected(filter), selected(&Filter::Not(Box::new(filter.clone())))];
    assert_eq!(own.count() + not.count(), OPEN.workers.len() as u64);
    assert_eq!(own.count_both(&not), 0);
    for lang in BOTH {
        let written = filter.written(lang.tongue());
        let again = query::parse(&written, &OPEN).unwrap_or_else(|error| panic!("{written:?} is wrong: {error:?}"));
        assert!(selected(&again) == own, "{written:?} selects others");
        if let Some(said) = lang.meant(&query::meant(filter, &OPEN)) {
            assert_clean(&said, 1);
        }
    }
}

fn hold_mistake(text: &str, mistake: &QueryError) {
    let length = text.chars().count();
    assert!((1..=length + 1).contains(&mistake.column), "column {} of {length}", mistake.column);
    let before: String = text.chars().take(mistake.column - 1).collect();
    for lang in BOTH {
        assert_clean(&lang.query_error(mistake), 1);
        let said = lang.query_mistake(text, mistake);
        assert_clean(&said, usize::MAX);
        let caret = said.lines().nth(2).and_then(|line| line.find('^'));
        assert_eq!(caret, Some(2 + width(&scrub(&before))), "the caret stands elsewhere: {said}");
    }
}

fn hold_closed(text: &str) {
    let [one, other] = CLOSED.each_ref().map(|roster| query::parse(text, roster).map(|own| own.select(roster)));
    match (one, other) {
        (Ok(one), Ok(other)) => assert!(one == other, "a filter tells numbers apart"),
        (one, other) => assert_eq!(one.err(), other.err(), "a mistake tells numbers apart"),
    }
}

fn hold_completion(text: &str, caret: usize) {
    let rest = without_word(text, caret);
    for lang in BOTH {
        let Some(found) = Completion::at(text, caret, &OPEN, lang.tongue()) else { continue };
        let chars: Vec<char> = text.chars().collect();
        let Some((before, behind)) = chars.get(..found.replaces.start).zip(chars.get(found.replaces.end..)) else {
            panic!("{:?} is no part of the text", found.replaces);
        };
        assert!(found.replaces.start <= found.replaces.end, "{:?}", found.replaces);
        // A term is right where all else is: behind the first value of a list another one may be wrong.
        let is_right = rest.as_ref() == Some(&found.under) && query::parse(&found.under, &OPEN).is_ok();
        let is_alone = behind.is_empty() && !before.contains(&',') && !found.under.contains(['"', '(', ')']);
        for offer in found.offers.iter().filter(|offer| matches!(offer.meaning, Meaning::Value(..))) {
            let typed: String = before.iter().copied().chain(offer.text.chars()).collect();
            let read = query::parse(&typed, &OPEN);
            assert!(read.is_ok() || !(is_right && is_alone), "{typed:?} was offered: {read:?}");
        }
    }
}

//! A slide on the whole screen: programme, marks and date; the question and its answer; where one is, the keys, and the
//! filter. An audience reads it from the last row of chairs, so one figure is large and everything else is little.
//!
//! ```text
//!  Perlindungan Pekerja Rentan Kota Sorong 2024          DEMO   as of 30 Aug 2024
//!
//!    Who is protected?
//!
//!    ████   ████    ████          ████████████   ████   ████████████
//!    ████   ████████████          ████████████   ████   ████████████
//!
//!    of the 19,336 workers whom the city means to protect: 73.5%
//!    █████████████████████████████████████████████████████▋▒▒                 │
//!  1 of 9   ← → space slides  a play  esc back  ? help             Filter  none
//! ```

mod behind;
mod choices;
mod claims;
mod grid;
mod lapses;
mod mending;
mod money;
mod page;
mod protected;
mod since;
mod steps;
mod until;

use super::{header, keybar};
use crate::lang::measure::{fit, width};
use crate::lang::person::Privacy;
use crate::lang::words::{self, slide};
use crate::lang::{Lang, keys};
use crate::tui::keymap::{Action, Context, Hint};
use crate::tui::layout::{Layout, Sheet};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::state::overlay::Overlay;
use crate::tui::state::review::Review;
use crate::tui::state::slides::{Slide, Slides};
use crate::tui::target::Target;
use page::Page;
use ratatui::style::Style;
use ratatui::text::Span;

/// Draws the slide in front.
pub fn draw(app: &App, review: &Review, slides: &Slides, sheet: Sheet, canvas: &mut Canvas<'_>) {
    let agenda = slides.agenda(review, Some(&sheet));
    let place = slides.place(&agenda);
    let Some(&slide) = agenda.get(place) else { return };
    title(app, review, slide, canvas);
    let question = asked(review, slides, slide, &agenda, canvas.lang);
    let mut page = Page::new(canvas, sheet, &question);
    match slide {
        Slide::Protected => protected::draw(review, &mut page),
        Slide::Until => until::draw(review, &mut page),
        Slide::Money => money::draw(review, &mut page),
        Slide::Claims => claims::draw(review, &mut page),
        Slide::Groups => behind::groups(review, &mut page),
        Slide::Districts => behind::districts(review, &mut page),
        Slide::Lapses => lapses::draw(review, &mut page),
        Slide::Mending => mending::draw(review, &mut page),
        Slide::Since => since::draw(review, &mut page),
        Slide::Choices => choices::draw(review, slides.scenario.as_deref(), &mut page),
        Slide::Steps(number) => steps::draw(&slides.notes, number, &mut page),
    }
    page.settle();
    // The left third leads back, as on other programs that show slides.
    let area = canvas.buffer.area;
    for y in 0..sheet.keys {
        canvas.means(0, area.width / 3, y, Target::Slide { forward: false });
        canvas.means(area.width / 3, area.width, y, Target::Slide { forward: true });
    }
    last_row(app, review, slides, (place, agenda.len()), &sheet, canvas);
}

/// What the slide in front asks; `None` where there is none.
pub fn question(app: &App) -> Option<String> {
    let (Some(Overlay::Slides(slides)), Some(review)) = (app.overlay(), app.review()) else { return None };
    let agenda = slides.agenda(review, app.sheet().as_ref());
    Some(asked(review, slides, *agenda.get(slides.place(&agenda))?, &agenda, app.lang()))
}

/// The same of any slide.
fn asked(review: &Review, slides: &Slides, slide: Slide, agenda: &[Slide], lang: Lang) -> String {
    let pages = agenda.iter().filter(|slide| matches!(slide, Slide::Steps(_))).count();
    let phrase = match slide {
        Slide::Protected => slide::WHO,
        Slide::Until => slide::UNTIL,
        Slide::Money => slide::MONEY,
        Slide::Claims => slide::CLAIMS,
        Slide::Groups => slide::GROUPS,
        Slide::Districts => slide::DISTRICTS,
        Slide::Lapses => slide::LAPSES,
        Slide::Mending => slide::MENDING,
        Slide::Since => slide::SINCE,
        Slide::Choices if slides.scenario.is_some() => slide::SCENARIO,
        Slide::Choices => slide::CHOICES,
        Slide::Steps(_) if pages > 1 => slide::STEPS_ON,
        Slide::Steps(_) => slide::STEPS,
    };
    let values = match slide {
        Slide::Since => {
            let comparison = review.answer.comparison.as_ref();
            [comparison.map_or(String::new(), |own| lang.day(own.old.as_of)), String::new()]
        }
        Slide::Steps(page) => [lang.count(page as u64 + 1), lang.count(pages as u64)],
        _ => Default::default(),
    };
    lang.fill(&phrase, &values.each_ref().map(String::as_str))
}

/// Programme, marks and date. A scenario is none of what the other slides show, so its mark stands on its own alone.
fn title(app: &App, review: &Review, slide: Slide, canvas: &mut Canvas<'_>) {
    let Some(layout) = Layout::of(canvas.buffer.area) else { return };
    let roster = &review.roster;
    let mut chips = header::chips(app);
    chips.retain(|chip| *chip != header::Chip::WhatIf || slide == Slide::Choices);
    let date = header::as_of(canvas.lang, roster, layout.width);
    header::title(canvas, &layout, &header::title_of(&roster.program), (&chips, roster.synthetic), &date);
}

/// Which of how many, the keys, and the filter: shown without the words that look for a person.
fn last_row(
    app: &App,
    review: &Review,
    slides: &Slides,
    (place, many): (usize, usize),
    sheet: &Sheet,
    canvas: &mut Canvas<'_>,
) {
    let (theme, lang, y) = (canvas.theme, canvas.lang, sheet.keys);
    let end = canvas.buffer.area.width - 1;
    let numbers = [place as u64 + 1, many as u64].map(|number| lang.count(number));
    // While it is counted what a meeting asks, nobody knows how many slides there are.
    let phrase = if review.answer.meeting.is_some() { &slide::PLACE } else { &slide::PLACE_UNKNOWN };
    let mut x = canvas.put(1, y, Span::raw(lang.fill(phrase, &numbers.each_ref().map(String::as_str))));
    if let Some(left) = slides.left {
        let left = lang.fill(&slide::SECONDS, &[&lang.count(left.into())]);
        x = canvas.put(x + 2, y, Span::styled(left, theme.chosen()));
    }
    x += 3;
    let play = app.keymap.hint(Action::Play, Context::Slides, lang);
    let (mut first, last) = app.keymap.bar_of(Context::Slides, lang, |action| app.offers(action));
    for hint in first.iter_mut().filter(|hint| Some(**hint) == play && slides.left.is_some()) {
        hint.1 = lang.say(&keys::PAUSE.bar);
    }
    let filter = match &review.filter {
        filter if filter.is_everybody() => lang.say(&words::NO_FILTER).to_owned(),
        filter if filter.names_persons() => lang.say(&slide::PERSONAL).to_owned(),
        _ => Privacy::Locked.text(&review.text),
    };
    let size = |(key, word): &Hint| width(key) + 1 + width(word) + 2;
    let back = app.keymap.hint(Action::Back, Context::Slides, lang);
    let reserved = back.as_ref().map_or(0, size);
    let of_all = slides.slide.is_of_all(&review.filter) && !review.filter.is_everybody();
    let of_all = of_all.then(|| lang.say(&slide::OF_ALL));
    let style = if review.filter.is_everybody() { theme.dim() } else { theme.chosen() };
    // What is shown to whom comes before the keys, which who presents knows by heart, but for the way back.
    let room = usize::from(end.saturating_sub(x));
    let right = match slides.tells_keys {
        true => Vec::new(),
        false => whose(canvas, (&filter, style), of_all, (room.saturating_sub(reserved), room)),
    };
    let taken = right.iter().map(Span::width).sum::<usize>();
    let free = usize::from(end).saturating_sub(taken + 2);
    canvas.put_right(end, y, right);
    // The way back has its room before the others.
    for hint in &last {
        first.push(*hint);
    }
    let mut kept = usize::from(x);
    let fits = |hint: &Hint| {
        let own = Some(*hint) == back;
        let fits = kept + size(hint) + if own { 0 } else { reserved } <= free + 2;
        kept += if fits && !own { size(hint) } else { 0 };
        fits
    };
    for hint in first.into_iter().filter(fits) {
        x = keybar::hint(canvas, (x, y), (&app.keymap, Context::Slides), hint);
    }
}

/// So much of a filter still says something beside a sentence.
const SHORTEST_FILTER: usize = 8;

/// The filter, and that the slide leaves it out where it does: a filter may be cut, that sentence never, for with half of
/// it the figures of everybody would be taken for those of a few. It has the usual room, or where that is too little the
/// most that there is.
fn whose(
    canvas: &Canvas<'_>,
    (filter, style): (&str, Style),
    of_all: Option<&'static str>,
    (usual, most): (usize, usize),
) -> Vec<Span<'static>> {
    let label = format!("{}  ", canvas.say(&words::FILTER));
    let behind = of_all.map_or(String::new(), |note| format!(" · {note}"));
    let least = if of_all.is_some() { SHORTEST_FILTER } else { 4 };
    for room in [usual, most] {
        let left = room.saturating_sub(width(&label) + width(&behind));
        if left >= least.min(width(filter)) {
            let text = format!("{}{behind}", fit(filter, left));
            return vec![Span::styled(label, canvas.theme.dim()), Span::styled(text, style)];
        }
    }
    of_all.filter(|note| width(note) <= most).map(|note| Span::styled(note, style)).into_iter().collect()
}

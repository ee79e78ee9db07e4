//! The last row: the keys of what is in front, most wanted first, as many as fit; the way back and out always.

use crate::lang::measure::width;
use crate::lang::{Phrase, words};
use crate::tui::keymap::{self, Action};
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::{App, Overlay};
use crate::tui::state::compare::CompareView;
use crate::tui::state::review::Review;
use crate::tui::tab::Tab;
use ratatui::text::Span;

/// A key and what it does here.
type Key = (&'static str, &'static str);

/// Draws it.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let end = usize::from(layout.area.width) - 1;
    let (first, last) = offered(app, review, canvas);
    let size = |(key, word): &Key| width(key) + 1 + width(word) + 2;
    let reserved: usize = last.iter().map(size).sum();
    let mut used = 1;
    let fits = |key: &Key| {
        let fits = used + size(key) + reserved <= end + 2;
        used += if fits { size(key) } else { 0 };
        fits
    };
    let shown: Vec<Key> = first.into_iter().filter(fits).collect();
    let mut x = 1;
    for (key, word) in shown.into_iter().chain(last) {
        if usize::from(x) + width(key) + 1 + width(word) <= end {
            x = canvas.put(x, layout.keys, Span::styled(key, theme.bold())) + 1;
            x = canvas.put(x, layout.keys, Span::styled(word, theme.dim())) + 2;
        }
    }
}

/// What is offered if there is room, and what is always.
fn offered(app: &App, review: &Review, canvas: &Canvas<'_>) -> (Vec<Key>, Vec<Key>) {
    let lang = canvas.lang;
    let words_of = |action: &Action| keymap::binding(*action).map(|row| (lang.say(&row.bar_key), lang.say(&row.bar)));
    let keys = |actions: &[Action]| -> Vec<Key> { actions.iter().filter_map(words_of).collect() };
    let own = |keys: &[(&'static str, Phrase)]| -> Vec<Key> {
        keys.iter().map(|(key, phrase)| (*key, lang.say(phrase))).collect()
    };
    let help_and_quit = keys(&[Action::Help, Action::Quit]);
    let back = keys(&[Action::Back]);
    let back_and_help = keys(&[Action::Back, Action::Help]);
    match &app.overlay {
        None => {
            let mut first = keys(keymap::bar(app.tab));
            // Where nothing stands under the cursor that could be opened, the figures explain themselves.
            if matches!(app.tab, Tab::Budget | Tab::Enrollment) && review.value_under_cursor(app.tab).is_none() {
                let pick = words_of(&Action::Pick);
                first.retain(|key| Some(*key) != pick);
                let open = words_of(&Action::Open);
                for key in first.iter_mut().filter(|key| Some(**key) == open) {
                    key.1 = lang.say(&words::KEY_EXPLAIN);
                }
            }
            (first, help_and_quit)
        }
        Some(Overlay::Detail) => (keys(&[Action::Next, Action::Reveal, Action::CopyRow]), back_and_help),
        Some(Overlay::Help) => (Vec::new(), keys(&[Action::Back, Action::Quit])),
        Some(Overlay::Explain(_)) => (keys(&[Action::Next, Action::WhatIf]), back_and_help),
        Some(Overlay::Facets(_)) => {
            (keys(&[Action::Pick, Action::NextTab, Action::Open, Action::Clear, Action::Undo]), back_and_help)
        }
        Some(Overlay::Sort(_)) => {
            (own(&[("enter", words::KEY_SORT)]).into_iter().chain(keys(&[Action::Next])).collect(), back_and_help)
        }
        // Where letters are typed none of them is a key.
        Some(Overlay::Palette(_)) => (own(&[("enter", words::KEY_RUN), ("↑ ↓", words::KEY_MOVE)]), back),
        Some(Overlay::Export(_)) => (own(&[("enter", words::KEY_WRITE), ("↑ ↓", words::KEY_FORM)]), back),
        Some(Overlay::Compare(CompareView::Asking(_))) => (own(&[("enter", words::KEY_COMPARE)]), back),
        Some(Overlay::WhatIf(panel)) if panel.is_typing() => (own(&[("enter", words::KEY_KEEP)]), back),
        Some(Overlay::WhatIf(panel)) => {
            let mut first = own(&[("j k", words::KEY_MOVE), ("← →", words::KEY_CHANGE)]);
            if panel.has_month() {
                first.extend(own(&[("[ ]", words::KEY_MONTH)]));
            }
            if panel.takes_digits() {
                first.extend(own(&[("0-9", words::KEY_TYPE), ("enter", words::KEY_SOLVE)]));
            }
            first.extend(own(&[("backspace", words::KEY_RESET), ("y", words::KEY_COPY)]));
            (first, back)
        }
        Some(Overlay::Compare(view)) => {
            let mut first = keys(&[Action::Open, Action::Next, Action::Filter, Action::CopyRow, Action::Export]);
            if let (CompareView::Lines(_), Some(key)) = (view, first.first_mut()) {
                key.1 = lang.say(&words::KEY_LIST);
            }
            (first, back_and_help)
        }
    }
}

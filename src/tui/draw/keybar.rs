//! The last row: the keys of what is in front, most wanted first, as many as fit; the way back and out always.

use crate::lang::keys;
use crate::lang::measure::width;
use crate::lang::person::Privacy;
use crate::tui::keymap::{Action, Context, Hint, Key, Keymap};
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::target::Target;
use ratatui::text::Span;

/// Draws it.
pub fn draw(app: &App, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = canvas.lang;
    let (mut first, last) = app.keymap.bar_of(app.context(), lang, |action| app.offers(action));
    if app.context() == Context::Help {
        first.insert(0, (lang.say(&keys::TYPE.bar), lang.say(&keys::SEARCH.bar)));
    }
    let reveal = app.keymap.hint(Action::Reveal, app.context(), lang);
    if app.privacy == Privacy::Whole {
        let masks = first.iter_mut().filter(|hint| Some(**hint) == reveal);
        masks.for_each(|hint| hint.1 = lang.say(&keys::MASK.bar));
    }
    let end = usize::from(layout.area.width) - 1;
    let size = |(key, word): &Hint| width(key) + 1 + width(word) + 2;
    let reserved: usize = last.iter().map(size).sum();
    let mut used = 1;
    let fits = |key: &Hint| {
        let fits = used + size(key) + reserved <= end + 2;
        used += if fits { size(key) } else { 0 };
        fits
    };
    let shown: Vec<Hint> = first.into_iter().filter(fits).collect();
    row(layout, canvas, (&app.keymap, app.context()), shown.into_iter().chain(last));
}

/// Keys with what they do, those that fit.
pub fn row<'t>(
    layout: &Layout,
    canvas: &mut Canvas<'_>,
    keys: (&Keymap, Context),
    hints: impl IntoIterator<Item = (&'t str, &'t str)>,
) {
    let end = usize::from(layout.area.width) - 1;
    let mut x = 1;
    for (key, word) in hints {
        if usize::from(x) + width(key) + 1 + width(word) <= end {
            x = hint(canvas, (x, layout.keys), keys, (key, word));
        }
    }
}

/// A key with what it does; the answer is where the next one begins. To a pointer it is that key; where it is several,
/// each of them is itself.
pub fn hint(
    canvas: &mut Canvas<'_>,
    (x, y): (u16, u16),
    (keymap, context): (&Keymap, Context),
    (key, word): (&str, &str),
) -> u16 {
    let theme = canvas.theme;
    let behind = canvas.put(x, y, Span::styled(key.to_owned(), theme.bold())) + 1;
    let end = canvas.put(behind, y, Span::styled(word.to_owned(), theme.dim()));
    let pressed = |name: &str| keymap.pressed(name, context, canvas.lang);
    let mut found: Vec<(u16, u16, Key)> = pressed(key).map(|own| (x, end, own)).into_iter().collect();
    let mut from = x;
    for name in key.split(' ') {
        let to = from + width(name) as u16;
        found.extend(keymap.named(name, context, canvas.lang).map(|own| (from, to, own)));
        from = to + 1;
    }
    for (from, to, key) in found {
        canvas.means(from, to, y, Target::Key(key));
    }
    end + 2
}

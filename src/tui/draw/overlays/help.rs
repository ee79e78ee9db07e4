//! Help: the table of keys in three columns, from the one table of actions.

use crate::lang::measure::{fit, pad, width};
use crate::lang::{Lang, words};
use crate::tui::keymap::{Action, Binding, Context, Keymap, Purpose};
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::tab::Tab;
use ratatui::text::Span;

/// What keys do on a tab that they do nowhere else.
fn on_tab(tab: Tab, keymap: &Keymap, lang: Lang) -> String {
    let context = Context::Tab(tab);
    let name = |action| keymap.name(action, context, lang);
    let both = |action| keymap.hint(action, context, lang).map_or(String::new(), |(keys, _)| keys.to_owned());
    let (phrase, keys) = match tab {
        Tab::Groups => (&words::ON_GROUPS, vec![name(Action::Pick), name(Action::Open)]),
        Tab::Enrollment => (&words::ON_ENROLLMENT, vec![name(Action::Next)]),
        Tab::Budget => (&words::ON_BUDGET, vec![both(Action::Next)]),
        Tab::Workers => (&words::ON_WORKERS, vec![name(Action::Open), both(Action::Left)]),
        Tab::Checks => (&words::ON_CHECKS, vec![name(Action::Pick), name(Action::Open)]),
    };
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    lang.fill(phrase, &keys)
}

/// Draws the help over the content; the answer stands at the right end of the rule.
pub fn draw(app: &App, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let shown: Vec<&Binding> = app.keymap.rows().filter(|binding| !binding.shown.is_empty()).collect();
    let columns = [(&words::MOVE, Purpose::Move), (&words::CHOOSE, Purpose::Choose), (&words::DO, Purpose::Do)];
    let narrow = layout.width == Width::Narrow;
    let top = layout.content.y;
    let bottom = top + layout.content.height;
    let mut y = top;
    let mut longest = top;
    for (place, (title, purpose)) in columns.into_iter().enumerate() {
        let own: Vec<&&Binding> = shown.iter().filter(|binding| binding.purpose == purpose).collect();
        let keys = own.iter().map(|binding| width(binding.shown)).max().unwrap_or(0);
        // The first column has the longest keys.
        let starts = [1, layout.area.width * 3 / 8 - 1, layout.area.width * 11 / 16, layout.area.width];
        let x = if narrow { 1 } else { starts[place] };
        let room = usize::from(if narrow { layout.area.width } else { starts[place + 1] } - x) - 1;
        if !narrow {
            y = top;
        }
        canvas.put(x, y, Span::styled(canvas.say(title), theme.dim()));
        y += 1;
        for binding in own {
            if y >= bottom.saturating_sub(u16::from(!narrow) * 2) {
                break;
            }
            let at = canvas.put(x, y, Span::styled(pad(binding.shown, keys), theme.bold())) + 1;
            let words = fit(lang.say(&binding.words.help), room.saturating_sub(keys + 1));
            canvas.put(at, y, Span::raw(words));
            y += 1;
        }
        longest = longest.max(y);
    }
    if longest + 2 <= bottom {
        let y = longest + 1;
        let x = canvas.put(1, y, Span::styled(canvas.say(&words::ON_THIS_TAB), theme.dim())) + 2;
        let room = usize::from(layout.area.width.saturating_sub(x + 1));
        canvas.put(x, y, Span::raw(fit(&on_tab(app.tab, &app.keymap, lang), room)));
    }
    let count = lang.fill(&words::ACTIONS, &[&shown.len().to_string()]);
    vec![Span::styled(canvas.say(&words::HELP), theme.bold()), Span::styled(format!(" {count}"), theme.dim())]
}

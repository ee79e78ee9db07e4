//! What is said in a few lines above the filter, until the next key.

use crate::lang::measure::fit;
use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::{errors, words};
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::input::MOST;
use crate::tui::state::app::App;
use crate::tui::state::notice::Notice;
use ratatui::text::Span;

/// Its lines; none where nothing is to be said.
pub fn lines(app: &App) -> Vec<String> {
    app.notice.as_ref().map_or(Vec::new(), |notice| worded(app, notice))
}

/// Draws them.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    let lines = lines(app);
    for (index, text) in lines.iter().enumerate() {
        let y = layout.filter.saturating_sub((lines.len() - index) as u16);
        let blank = " ".repeat(usize::from(layout.area.width));
        canvas.put(0, y, Span::raw(blank));
        let mark = if index == 0 { "▲ " } else { "  " };
        let attention = canvas.theme.attention();
        let x = canvas.put(1, y, Span::styled(mark, attention));
        canvas.put(x, y, Span::raw(fit(text, usize::from(layout.area.width).saturating_sub(4))));
    }
}

fn worded(app: &App, notice: &Notice) -> Vec<String> {
    let lang = app.lang;
    let key = |action| app.keymap.name(action, Context::Tab(app.tab), lang);
    let say = |phrase| lang.say(phrase).to_owned();
    match notice {
        Notice::AskReveal => {
            let yes = app.keymap.name(Action::Confirm, Context::Question, lang);
            vec![say(&words::REVEAL_ASK), lang.fill(&words::REVEAL_YES, &[&yes])]
        }
        Notice::PasteCut => vec![lang.fill(&words::PASTE_CUT, &[&MOST.to_string()])],
        Notice::CannotUndo => vec![say(&words::CANNOT_UNDO)],
        Notice::NoMatch => vec![say(&words::NO_MATCH)],
        Notice::Copied(rows) => vec![lang.fill(&words::COPIED, &[&lang.count(*rows as u64)])],
        Notice::TooLarge => vec![say(&words::TOO_LARGE_TO_COPY)],
        Notice::TooManyDigits => vec![say(&words::TOO_LARGE)],
        Notice::NothingToCopy => vec![say(&words::NOTHING_TO_COPY)],
        Notice::Exported(rows, path) => {
            vec![lang.fill(&words::EXPORTED, &[&lang.count(*rows as u64), &scrub(path)])]
        }
        Notice::Wrong(why) => why.lines().map(|line| scrub(line).into_owned()).take(3).collect(),
        Notice::ViewSaved(name) => vec![lang.fill(&words::VIEW_SAVED, &[name])],
        Notice::ViewShown(name) => vec![lang.fill(&words::VIEW_SHOWN, &[name])],
        Notice::ViewForgotten(name) => vec![lang.fill(&words::VIEW_FORGOTTEN, &[name])],
        Notice::Reading => vec![say(&words::READING_AGAIN)],
        Notice::Read(0, Some(spent)) if spent.get() == 0 => vec![say(&words::READ_SAME)],
        Notice::Read(more, spent) => {
            let spent = spent.map_or(UNKNOWN.to_owned(), |spent| lang.rupiah(spent));
            vec![lang.fill(&words::READ_AGAIN, &[&lang.signed((*more).into()), &spent])]
        }
        Notice::ReadWithout => {
            vec![say(&words::READ_WITHOUT), lang.fill(&words::READ_WITHOUT_TODO, &[&key(Action::Undo)])]
        }
        Notice::CannotRead(why) => {
            let why = why.lines().next().unwrap_or("").to_owned();
            vec![lang.fill(&words::CANNOT_READ_AGAIN, &[&key(Action::Reload)]), why]
        }
        Notice::Shrunk(new, old) => {
            let counts = [lang.count(*new as u64), lang.count(*old as u64)];
            vec![lang.fill(&words::SHRUNK, &[&counts[0], &counts[1], &key(Action::Reload)])]
        }
        Notice::TrailingBytes(name) => vec![lang.fill(&errors::TRAILING_BYTES, &[&scrub(name)])],
        Notice::ReadOnce => vec![say(&words::READ_ONCE)],
    }
}

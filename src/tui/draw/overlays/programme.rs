//! What only the office knows of a list's programme, while it is typed.
//!
//! ```text
//!  What only the office knows of this programme:
//!
//!    name              daftar
//!    budget year       2024
//!    date of the list  2024-08-30
//!  > target, workers   19336
//!    budget, Rp
//! ```

use crate::lang::Phrase;
use crate::lang::measure::{pad, width, wrap};
use crate::lang::words::import as words;
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::programme::{Asked, ProgrammeForm};
use crate::tui::target::Target;
use ratatui::text::Span;

fn name(asked: Asked) -> Phrase {
    match asked {
        Asked::Name => words::ASK_NAME,
        Asked::Year => words::ASK_YEAR,
        Asked::Date => words::ASK_DATE,
        Asked::Target => words::ASK_TARGET,
        Asked::Budget => words::ASK_BUDGET,
    }
}

/// What an answer is to be.
fn wanted(asked: Asked) -> Phrase {
    match asked {
        Asked::Name => words::WANT_NAME,
        Asked::Year => words::WANT_YEAR,
        Asked::Date => words::WANT_DATE,
        Asked::Target => words::WANT_TARGET,
        Asked::Budget => words::WANT_BUDGET,
    }
}

/// Draws it; the answer stands at the right end of the rule.
pub fn draw(form: &ProgrammeForm, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let (top, bottom) = (layout.content.y, layout.content.y + layout.content.height);
    let full = usize::from(layout.area.width);
    // On a low screen the answers alone, and on the lowest those around the one that is typed.
    let height = usize::from(layout.content.height);
    let is_tall = height >= Asked::ALL.len() + 4;
    let mut y = top;
    if is_tall {
        canvas.put(1, y, Span::styled(canvas.say(&words::ASK_PROGRAMME), theme.bold()));
        y += 2;
    }
    let names = Asked::ALL.map(|asked| lang.say(&name(asked)));
    let wide = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let shown = height.saturating_sub(1).clamp(1, Asked::ALL.len());
    let from = (form.place + 1).saturating_sub(shown);
    for ((place, (_, input)), name) in form.lines().enumerate().zip(names).skip(from).take(shown) {
        let is_typed = place == form.place;
        canvas.means(0, layout.area.width, y, Target::Line { list: 0, place });
        canvas.put(1, y, Span::styled(if is_typed { ">" } else { " " }, theme.chosen()));
        let x = canvas.put(3, y, Span::styled(pad(name, wide), if is_typed { theme.bold() } else { theme.dim() })) + 2;
        if is_typed {
            let room = full.saturating_sub(usize::from(x) + 2);
            let (caret, _) = canvas.typed(x, y, room, &input.text(), &input.before());
            canvas.cursor = Some(caret);
        } else {
            canvas.put(x, y, Span::styled(input.text(), theme.plain()));
        }
        y += 1;
    }
    y += u16::from(is_tall);
    let wrong = form.wrong.map(|asked| (format!("■ {}", canvas.say(&wanted(asked))), theme.bad()));
    let assumed = form.monthly().map(|monthly| (lang.fill(&words::ASSUMED, &[&lang.rupiah(monthly)]), theme.dim()));
    for (text, style) in wrong.into_iter().chain(assumed) {
        let lines = wrap(&text, full - 4);
        // What has no room goes whole.
        if usize::from(bottom.saturating_sub(y)) < lines.len() {
            break;
        }
        for line in lines {
            canvas.put(3, y, Span::styled(line, style));
            y += 1;
        }
    }
    vec![Span::styled(canvas.say(&words::PROGRAMME), theme.bold())]
}

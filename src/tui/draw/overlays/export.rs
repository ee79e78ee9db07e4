//! Where and how to export what is chosen: a form and a file's name, and in words what will stand in the file.

use crate::lang::measure::{fit, pad};
use crate::lang::{Phrase, words};
use crate::sheet::Format;
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list;
use crate::tui::state::app::App;
use crate::tui::state::export::ExportForm;
use crate::tui::state::review::Review;
use ratatui::text::Span;

fn about(format: Format) -> Phrase {
    match format {
        Format::Csv => words::FORMAT_CSV,
        Format::Xlsx => words::FORMAT_XLSX,
        Format::Jsonl => words::FORMAT_JSONL,
        Format::Json => words::FORMAT_JSON,
        Format::Markdown => words::FORMAT_MD,
    }
}

/// Draws the form over the content; the answer stands at the right end of the rule.
pub fn draw(
    app: &App,
    review: &Review,
    form: &ExportForm,
    layout: &Layout,
    canvas: &mut Canvas<'_>,
) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let top = layout.content.y;
    let room = usize::from(layout.area.width).saturating_sub(5);
    // On a low screen only the chosen form stands, and on the lowest the file's name alone.
    let height = usize::from(layout.content.height);
    let tall = height >= Format::ALL.len() + 2;
    let forms = Format::ALL.into_iter().filter(|format| tall || (height > 1 && *format == form.format));
    for (line, format) in forms.enumerate() {
        let y = top + line as u16;
        let chosen = format == form.format;
        let style = if chosen { theme.chosen().patch(theme.bold()) } else { theme.plain() };
        if chosen {
            list::pick(canvas, 2, y, style);
        }
        let x = canvas.put(3, y, Span::styled(pad(format.code(), 6), style));
        canvas.put(x + 1, y, Span::styled(fit(lang.say(&about(format)), room.saturating_sub(8)), theme.dim()));
    }
    let y = top + if tall { Format::ALL.len() as u16 + 1 } else { layout.content.height.min(2).saturating_sub(1) };
    let x = canvas.put(3, y, Span::styled(canvas.say(&words::EXPORT_TO), theme.dim())) + 2;
    let own = usize::from(layout.area.width).saturating_sub(usize::from(x) + 2);
    let (caret, _) = canvas.typed(x, y, own, &form.input.text(), &form.input.before());
    let (many, which) = match (form.people, &review.answer.comparison) {
        (Some(people), Some(comparison)) => (comparison.count(people), &words::EXPORT_ROWS),
        _ if review.workers.marks.is_empty() => (review.answer.rows.len(), &words::EXPORT_ROWS),
        _ => (review.workers.marks.len(), &words::EXPORT_MARKED),
    };
    let many = lang.count(many as u64);
    let private = if app.privacy.hides() { &words::EXPORT_MASKED } else { &words::EXPORT_REVEALED };
    let lines = [
        (lang.fill(which, &[&many]), theme.plain()),
        (lang.say(private).to_owned(), if app.privacy.hides() { theme.dim() } else { theme.attention() }),
        (lang.say(&words::EXPORT_OWNER).to_owned(), theme.dim()),
    ];
    for (line, (text, style)) in lines.into_iter().enumerate() {
        let y = y + 2 + line as u16;
        if y < top + layout.content.height {
            canvas.put(3, y, Span::styled(fit(&text, room), style));
        }
    }
    canvas.cursor = Some(caret);
    vec![Span::styled(canvas.say(&words::EXPORT), theme.bold())]
}

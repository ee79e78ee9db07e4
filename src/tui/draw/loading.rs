//! What is known while a big roster is read: never a key figure, never a bar of something half counted.

use crate::lang::measure::{fit, pad, right, width};
use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::words;
use crate::load::Loading;
use crate::roster::program::Program;
use crate::roster::worker::Standing;
use crate::tui::draw::header::{tab_row, title};
use crate::tui::draw::keybar;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::bar::{self, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::table::SHORTEST;
use crate::tui::state::app::App;
use ratatui::text::Span;

/// Draws the screen.
pub fn draw(app: &App, loading: &Loading, layout: &Layout, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    if let Some((program, synthetic)) = &loading.program {
        let lang = canvas.lang;
        let date = program.as_of.map(|day| lang.fill(&words::AS_OF, &[&lang.day(day)])).unwrap_or_default();
        title(canvas, layout, &scrub(&program.name), (&[], *synthetic), &date);
        figures(program, layout, canvas);
    }
    tab_row(app, canvas, layout, None);
    groups(loading, layout, canvas);
    progress(loading, layout, canvas);
    let x = canvas.put(1, layout.filter, Span::styled(canvas.say(&words::FILTER), theme.dim())) + 2;
    canvas.put(x, layout.filter, Span::styled(canvas.say(&words::NO_FILTER), theme.dim()));
    canvas.put_right(end, layout.filter, Span::styled(canvas.say(&words::COUNTING), theme.dim()));
    keybar::while_loading(app, layout, canvas);
}

/// Where the key figures will stand: what the programme says, and `…` for what is not counted yet.
fn figures(program: &Program, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let full = usize::from(layout.area.width);
    let target = lang.fill(&words::FIGURE_ACTIVE_OF, &["…", &lang.count(program.target)]);
    let budget = format!("{} {}", lang.fill(&words::FIGURE_LEFT, &["…"]), lang.rupiah(program.budget));
    let months = lang.fill(&words::TO_MONTH, &["…"]);
    let side_by_side = Layout::figures_side_by_side(layout.area.width);
    for (index, text) in (0..).zip([target, budget, months]) {
        let (x, y, room) = match side_by_side {
            true => (layout.third(index), layout.figures, full / 3 - 1),
            false => (1, layout.figures + index, full - 2),
        };
        canvas.put(x, y, Span::styled(fit(&text, room), theme.dim()));
    }
}

/// The groups so far: without per cent and without bars, which would be of half the list.
fn groups(loading: &Loading, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let end = layout.area.width - 1;
    let counted = [Standing::Proposed, Standing::Verified, Standing::Active].map(words::standing_heading);
    let headings: Vec<&str> = std::iter::once(&words::TARGET).chain(&counted).map(|head| lang.say(head)).collect();
    let first = if layout.width == Width::Narrow { 3 } else { 0 };
    let widths: Vec<usize> = headings.iter().map(|heading| width(heading).max(8)).collect();
    let taken: usize = widths.iter().skip(first).map(|wide| wide + 2).sum();
    // The words stand behind the headings, or not at all: over one they would make another word of it.
    let so_far = canvas.say(&words::SO_FAR);
    let room = usize::from(end).saturating_sub(4 + taken);
    let left = room.saturating_sub(width(so_far) + 2);
    let (names, so_far) = if left >= SHORTEST { (left.min(30), Some(so_far)) } else { (room.min(30), None) };
    let row = |name: &str, cells: &[&str]| {
        let cells = cells.iter().zip(&widths).skip(first);
        let cells: String = cells.map(|(cell, wide)| format!("  {}", right(cell, *wide))).collect();
        Span::styled(format!("{}{cells}", pad(name, names)), theme.dim())
    };
    let top = layout.content.y;
    if !loading.groups.is_empty() {
        canvas.put(3, top, row(canvas.say(&words::GROUP), &headings));
        if let Some(so_far) = so_far {
            canvas.put_right(end, top, Span::styled(so_far, theme.dim()));
        }
    }
    for (y, (group, counts)) in (top + 1..layout.filter.saturating_sub(2)).zip(&loading.groups) {
        let target = group.target.map_or(UNKNOWN.to_owned(), |target| lang.count(target));
        let counts = counts.map(|count| lang.count(count));
        canvas.put(3, y, row(&lang.name(&group.name), &[&target, &counts[0], &counts[1], &counts[2]]));
    }
}

/// How much has been read, of how much.
fn progress(loading: &Loading, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let (end, y) = (layout.area.width - 1, layout.filter.saturating_sub(2));
    let (read, size) = loading.bytes;
    let mut told = lang.fill(&words::READ_WORKERS, &[&lang.count(loading.workers)]);
    if loading.set_aside > 0 {
        told += &format!(", {}", lang.fill(&words::SET_ASIDE, &[&lang.count(loading.set_aside)]));
    }
    told += " · ";
    told += &match size {
        Some(size) => lang.fill(&words::READ_BYTES, &[&lang.megabytes(read), &lang.megabytes(size)]),
        None => lang.fill(&words::READ_BYTES_OPEN, &[&lang.megabytes(read)]),
    };
    let room = usize::from(end).saturating_sub(width(&told) + 3);
    canvas.put(1, y, Span::raw(fit(&lang.fill(&words::READING, &[&loading.source]), room)));
    canvas.put_right(end, y, Span::styled(told, theme.dim()));
    if let Some(size) = size {
        // Cut: what is not all read is never 100%.
        let percent = u128::from(read.min(size)) * 100 / u128::from(size.max(1));
        let share = Share { part: read.min(size).into(), whole: size.into() };
        canvas.put(1, y + 1, bar::toward(share, usize::from(end).saturating_sub(9), theme.chosen(), theme.dim()));
        canvas.put_right(end, y + 1, Span::styled(format!("{percent}%"), theme.bold()));
    }
}

//! What is known while a big roster is read: never a key figure, never a bar of something half counted.

use crate::lang::measure::{fit, width};
use crate::lang::scrub::scrub;
use crate::lang::{Lang, words};
use crate::load::Loading;
use crate::roster::worker::Standing;
use crate::tui::draw::header::{tab_row, title};
use crate::tui::draw::keybar;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::bar::{self, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use ratatui::text::Span;

/// Draws the screen.
pub fn draw(app: &App, loading: &Loading, layout: &Layout, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let end = layout.area.width - 1;
    if let Some((program, synthetic)) = &loading.program {
        let date = program.as_of.map(|day| lang.fill(&words::AS_OF, &[&lang.day(day)])).unwrap_or_default();
        title(canvas, layout, &scrub(&program.name), *synthetic, &date);
        let target = lang.fill(&words::FIGURE_ACTIVE_OF, &["…", &lang.count(program.target)]);
        let budget = format!("{} {}", lang.fill(&words::FIGURE_LEFT, &["…"]), lang.rupiah(program.budget));
        let months = lang.fill(&words::FIGURE_MONTHS, &["…"]);
        let side_by_side = Layout::figures_side_by_side(layout.area.width);
        for (index, text) in [target, budget, months].into_iter().enumerate() {
            let (x, y) = match side_by_side {
                true => (layout.third(index as u16), layout.figures),
                false => (1, layout.figures + index as u16),
            };
            let room = if side_by_side { usize::from(layout.area.width / 3) - 1 } else { usize::from(end) - 1 };
            canvas.put(x, y, Span::styled(fit(&text, room), theme.dim()));
        }
    }
    tab_row(app, canvas, layout, None);
    let mut y = layout.content.y;
    let bottom = layout.filter.saturating_sub(2);
    let headings = [
        words::TARGET,
        words::standing_heading(Standing::Proposed),
        words::standing_heading(Standing::Verified),
        words::standing_heading(Standing::Active),
    ];
    let columns = if layout.width == Width::Narrow { &headings[3..] } else { &headings[..] };
    let cell = |text: &str, wide: usize| crate::lang::measure::right(text, wide.max(8));
    let widths: Vec<usize> = columns.iter().map(|heading| width(lang.say(heading))).collect();
    let name_room =
        usize::from(end).saturating_sub(4 + widths.iter().map(|wide| (*wide).max(8) + 2).sum::<usize>()).min(30);
    if !loading.groups.is_empty() {
        let heads: String = columns
            .iter()
            .zip(&widths)
            .map(|(heading, wide)| format!("  {}", cell(lang.say(heading), *wide)))
            .collect();
        canvas.put(
            3,
            y,
            Span::styled(
                format!("{}{heads}", crate::lang::measure::pad(canvas.say(&words::GROUP), name_room)),
                theme.dim(),
            ),
        );
        canvas.put_right(end, y, Span::styled(canvas.say(&words::SO_FAR), theme.dim()));
        y += 1;
    }
    for (group, counts) in &loading.groups {
        if y >= bottom {
            break;
        }
        let target = group.target.map_or(crate::lang::number::UNKNOWN.to_owned(), |target| lang.count(target));
        let numbers = [target, lang.count(counts[0]), lang.count(counts[1]), lang.count(counts[2])];
        let numbers = if layout.width == Width::Narrow { &numbers[3..] } else { &numbers[..] };
        let cells: String =
            numbers.iter().zip(&widths).map(|(number, wide)| format!("  {}", cell(number, *wide))).collect();
        canvas.put(
            3,
            y,
            Span::styled(
                format!("{}{cells}", crate::lang::measure::pad(&lang.name(&group.name), name_room)),
                theme.dim(),
            ),
        );
        y += 1;
    }
    let megabytes = |bytes: u64| {
        format!("{}{}{}", lang.count(bytes / 1_000_000), if lang == Lang::En { '.' } else { ',' }, bytes / 100_000 % 10)
    };
    let (read, size) = loading.bytes;
    let mut told = lang.fill(&words::READ_WORKERS, &[&lang.count(loading.workers)]);
    if loading.set_aside > 0 {
        told += &format!(", {}", lang.fill(&words::SET_ASIDE, &[&lang.count(loading.set_aside)]));
    }
    told += " · ";
    told += &match size {
        Some(size) => lang.fill(&words::READ_BYTES, &[&megabytes(read), &megabytes(size)]),
        None => lang.fill(&words::READ_BYTES_OPEN, &[&megabytes(read)]),
    };
    let room = usize::from(end).saturating_sub(width(&told) + 3);
    canvas.put(1, bottom, Span::raw(fit(&lang.fill(&words::READING, &[&loading.source]), room)));
    canvas.put_right(end, bottom, Span::styled(told, theme.dim()));
    if let Some(size) = size {
        let percent = crate::figures::share::Share::of(read.min(size), size).and_then(|share| share.cut(2));
        let percent =
            percent.map_or(String::new(), |part| format!("{}%", (part * rust_decimal::Decimal::from(100)).trunc()));
        let share = Share { part: read.min(size).into(), whole: size.into() };
        canvas.put(1, bottom + 1, bar::toward(share, usize::from(end).saturating_sub(9), theme.chosen(), theme.dim()));
        canvas.put_right(end, bottom + 1, Span::styled(percent, theme.bold()));
    }
    let x = canvas.put(1, layout.filter, Span::styled(canvas.say(&words::FILTER), theme.dim())) + 2;
    canvas.put(x, layout.filter, Span::styled(canvas.say(&words::NO_FILTER), theme.dim()));
    canvas.put_right(end, layout.filter, Span::styled(canvas.say(&words::COUNTING), theme.dim()));
    keybar::while_loading(app, layout, canvas);
}

//! What is known while a big roster is read: never a key figure, never a bar of something half counted. Counts are dim
//! and said to be so far; what is not counted is `…`.
//!
//! ```text
//!    Group                  Target  Proposed  Verified  Active             so far
//!    Market traders          7,200       263       293   3,513
//!  Reading sorong-2024.json           11,290 workers, 2 set aside · 3.6 of 5.6 MB
//!  ██████████████████████████▊                     │    64% · about 12 s left
//! ```

use crate::lang::measure::{fit, pad, right, width, wrap};
use crate::lang::number::{NOT_KNOWN_YET, UNKNOWN};
use crate::lang::scrub::scrub;
use crate::lang::{Phrase, words};
use crate::load::Loading;
use crate::roster::program::Program;
use crate::roster::worker::Standing;
use crate::tui::draw::header::{chips, tab_row, title, title_of};
use crate::tui::draw::overlays::{help, palette};
use crate::tui::draw::tabs::workers;
use crate::tui::draw::{keybar, notice};
use crate::tui::keymap::{Action, Context, Hint};
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::bar::{self, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::table::SHORTEST;
use crate::tui::state::app::App;
use crate::tui::state::overlay::Overlay;
use crate::tui::state::waiting::{PROGRESS, Waiting};
use crate::tui::tab::Tab;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

/// Draws the screen; the answer is where the hardware cursor sits.
pub fn draw(app: &App, waiting: &Waiting, layout: &Layout, canvas: &mut Canvas<'_>) -> Option<Position> {
    let loading = &waiting.loading;
    if let Some((program, synthetic)) = &loading.program {
        let lang = canvas.lang;
        let day = program.as_of.map(|day| lang.day(day)).unwrap_or_default();
        let date = match layout.width {
            Width::Narrow => day,
            _ if day.is_empty() => day,
            _ => lang.fill(&words::AS_OF, &[&day]),
        };
        title(canvas, layout, &title_of(program), (&chips(app), *synthetic), &date);
        figures(program, layout, canvas);
    }
    tab_row(app, canvas, layout, None);
    // From below: keys, filter, the filter being typed, what is said, how far the reading is.
    let typed = layout.filter - u16::from(waiting.line.is_some());
    let said = typed.saturating_sub(app.said_rows());
    let bottom = said.saturating_sub(PROGRESS);
    let unit = match &app.overlay {
        Some(Overlay::Help(help)) => help::draw(app, help, &ending(layout, bottom), canvas),
        Some(Overlay::Palette(palette)) => palette::draw(app, palette, &ending(layout, bottom), canvas),
        _ => tab(app, waiting, (layout, bottom), canvas),
    };
    if !unit.is_empty() {
        let spaced: Vec<Span> = std::iter::once(Span::raw(" ")).chain(unit).chain([Span::raw(" ")]).collect();
        canvas.put_right(layout.area.width - 1, layout.rule, spaced);
    }
    // On a low screen a tab may have more rows than there are.
    let below = Rect { y: bottom, height: layout.area.height - bottom, ..layout.area };
    for position in below.positions() {
        if let Some(cell) = canvas.buffer.cell_mut(position) {
            cell.reset();
        }
    }
    canvas.covers(bottom, layout.area.height);
    progress(loading, layout.area.width, bottom, canvas);
    notice::draw(app, canvas, typed);
    filter(app, waiting, layout, canvas).or(canvas.cursor.filter(|cursor| cursor.y < bottom))
}

/// The same with content that ends above row `bottom`.
fn ending(layout: &Layout, bottom: u16) -> Layout {
    let content = Rect { height: bottom.saturating_sub(layout.content.y), ..layout.content };
    Layout { content, ..*layout }
}

/// Under 40×10: how far the reading is, and nothing else.
pub fn alone(waiting: &Waiting, canvas: &mut Canvas<'_>) {
    let area = canvas.buffer.area;
    progress(&waiting.loading, area.width, u16::from(area.height > 3), canvas);
}

/// Where the key figures will stand: what the programme says, and `…` for what is not counted yet.
fn figures(program: &Program, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let full = usize::from(layout.area.width);
    let target = program.target.map_or(UNKNOWN.to_owned(), |target| lang.count(target));
    let target = lang.fill(&words::FIGURE_ACTIVE_OF, &[NOT_KNOWN_YET, &target]);
    let left_of = |amount: &str| lang.fill(&words::LEFT_OF, &[NOT_KNOWN_YET, amount]);
    let budget = match program.budget {
        Some(budget) => vec![left_of(&lang.rupiah(budget)), left_of(&lang.compact(budget))],
        None => vec![left_of(UNKNOWN)],
    };
    let months = lang.fill(&words::TO_MONTH, &[NOT_KNOWN_YET]);
    let side_by_side = Layout::figures_side_by_side(layout.area.width);
    for (index, forms) in (0..).zip([vec![target], budget, vec![months]]) {
        let (x, y, room) = match side_by_side {
            true => (layout.third(index), layout.figures, full / 3 - 1),
            false => (1, layout.figures + index, full - 2),
        };
        // A number is never cut: what has no room is not known yet either.
        let text = forms.iter().find(|form| width(form) <= room).map_or(NOT_KNOWN_YET, String::as_str);
        canvas.put(x, y, Span::styled(text.to_owned(), theme.dim()));
    }
}

/// What is known of the tab in front; the answer stands at the right end of the rule.
fn tab(app: &App, waiting: &Waiting, (layout, bottom): (&Layout, u16), canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let loading = &waiting.loading;
    let dim = canvas.theme.dim();
    match (app.tab, &loading.head, &loading.program) {
        (Tab::Groups, ..) => groups(loading, (layout, bottom), canvas),
        (Tab::Workers, Some(head), _) => {
            let rows = usize::from(bottom.saturating_sub(layout.content.y + 1));
            workers::first(app.privacy, head, (waiting.top, waiting.row), (layout, rows), canvas);
            return vec![Span::styled(canvas.say(&words::FIRST_ROWS), dim)];
        }
        (Tab::Workers, None, _) | (_, _, None) => {}
        (Tab::Enrollment, _, Some((program, _))) => {
            let listed = canvas.lang.count(loading.workers);
            let facts = [
                (&words::GOAL, program.target.map_or(UNKNOWN.to_owned(), |target| canvas.lang.count(target)), false),
                (&words::LISTED, listed, true),
                (&words::ENROLLED_STEP, NOT_KNOWN_YET.to_owned(), false),
                (&words::ACTIVE_STEP, NOT_KNOWN_YET.to_owned(), false),
            ];
            facts_of(&facts, (layout, bottom), canvas);
        }
        (Tab::Budget, _, Some((program, _))) => {
            let unknown = || NOT_KNOWN_YET.to_owned();
            let facts = [
                (
                    &words::notice::BUDGET,
                    program.budget.map_or(UNKNOWN.to_owned(), |budget| canvas.lang.rupiah(budget)),
                    false,
                ),
                (&words::SPENT, unknown(), false),
                (&words::COMMITTED, unknown(), false),
                (&words::LEFT, unknown(), false),
            ];
            facts_of(&facts, (layout, bottom), canvas);
        }
        (Tab::Checks, ..) => {
            let room = usize::from(layout.area.width).saturating_sub(4);
            for (y, line) in (layout.content.y..bottom).zip(wrap(canvas.say(&words::AUDIT_LATER), room)) {
                canvas.put(3, y, Span::styled(line, dim));
            }
        }
    }
    Vec::new()
}

/// A line each: what it is, how much, and whether it is so much so far.
fn facts_of(facts: &[(&Phrase, String, bool)], (layout, bottom): (&Layout, u16), canvas: &mut Canvas<'_>) {
    let dim = canvas.theme.dim();
    let names = facts.iter().map(|(name, ..)| width(canvas.say(name))).max().unwrap_or(0);
    let values = facts.iter().map(|(_, value, _)| width(value)).max().unwrap_or(0);
    for (y, (name, value, so_far)) in (layout.content.y..bottom).zip(facts) {
        let so_far = if *so_far { canvas.say(&words::SO_FAR) } else { "" };
        let text = format!("{}  {}  {so_far}", pad(canvas.say(name), names), right(value, values));
        canvas.put(3, y, Span::styled(text.trim_end().to_owned(), dim));
    }
}

/// The groups so far: without per cent and without bars, which would be of half the list.
fn groups(loading: &Loading, (layout, bottom): (&Layout, u16), canvas: &mut Canvas<'_>) {
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
    if !loading.groups.is_empty() && top < bottom {
        canvas.put(3, top, row(canvas.say(&words::GROUP), &headings));
        if let Some(so_far) = so_far {
            canvas.put_right(end, top, Span::styled(so_far, theme.dim()));
        }
    }
    for (y, (group, counts)) in (top + 1..bottom).zip(&loading.groups) {
        let target = group.target.map_or(UNKNOWN.to_owned(), |target| lang.count(target));
        let counts = counts.map(|count| lang.count(count));
        canvas.put(3, y, row(&lang.name(&group.name), &[&target, &counts[0], &counts[1], &counts[2]]));
    }
}

/// How much has been read, of how much, and how long the rest takes.
fn progress(loading: &Loading, full: u16, y: u16, canvas: &mut Canvas<'_>) {
    // Less of a name than this is none.
    const LEAST: usize = 8;
    let (theme, lang) = (canvas.theme, canvas.lang);
    let end = usize::from(full.saturating_sub(1));
    let (read, size) = loading.bytes;
    let mut told = lang.fill(&words::READ_WORKERS, &[&lang.count(loading.workers)]);
    if loading.set_aside > 0 {
        told += &format!(", {}", lang.fill(&words::SET_ASIDE, &[&lang.count(loading.set_aside)]));
    }
    let bytes = match size {
        Some(size) => lang.fill(&words::READ_BYTES, &[&lang.megabytes(read), &lang.megabytes(size)]),
        None => lang.fill(&words::READ_BYTES_OPEN, &[&lang.megabytes(read)]),
    };
    // Once all is read, nothing moves any more that a bar could show: what goes on is said.
    let doing = if loading.counting { &words::COUNTING_FILE } else { &words::READING };
    let verb = width(&lang.fill(doing, &[""]));
    let long = format!("{told} · {bytes}");
    let told = if verb + LEAST + 3 + width(&long) <= end { long } else { told };
    let room = end.saturating_sub(width(&told) + 3);
    if room >= verb + LEAST {
        canvas.put(1, y, Span::raw(fit(&lang.fill(doing, &[&loading.source]), room)));
    }
    canvas.put_right(end as u16, y, Span::styled(fit(&told, end), theme.dim()));
    let Some(size) = size.filter(|_| !loading.counting) else { return };
    // Cut: what is not all read is never 100%.
    let percent = u128::from(read.min(size)) * 100 / u128::from(size.max(1));
    let left = loading.left().map(|left| format!(" · {}", lang.time_left(left))).unwrap_or_default();
    let behind = vec![Span::styled(format!("{percent:>3}%"), theme.bold()), Span::styled(left, theme.dim())];
    let taken: usize = behind.iter().map(Span::width).sum();
    let share = Share { part: read.min(size).into(), whole: size.into() };
    let room = end.saturating_sub(taken + 5);
    if room >= LEAST {
        canvas.put(1, y + 1, bar::toward(share, room, theme.chosen(), theme.dim()));
    }
    canvas.put_right(end as u16, y + 1, behind);
}

/// The filter that is to be in force, or is being typed, and the keys; the answer is the caret.
fn filter(app: &App, waiting: &Waiting, layout: &Layout, canvas: &mut Canvas<'_>) -> Option<Position> {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let counting = canvas.say(&words::COUNTING);
    canvas.put_right(end, layout.filter, Span::styled(counting, theme.dim()));
    let Some(line) = &waiting.line else {
        let x = canvas.put(1, layout.filter, Span::styled(canvas.say(&words::FILTER), theme.dim())) + 2;
        let room = usize::from(end).saturating_sub(usize::from(x) + width(counting) + 2);
        let (text, style) = match waiting.text.as_str() {
            "" => (canvas.say(&words::NO_FILTER).into(), theme.dim()),
            text => (scrub(text), theme.chosen()),
        };
        canvas.put(x, layout.filter, Span::styled(fit(&text, room), style));
        keybar::draw(app, layout, canvas);
        return None;
    };
    let y = layout.filter - 1;
    canvas.put(0, y, Span::raw(" ".repeat(usize::from(layout.area.width))));
    canvas.put(1, y, Span::styled("/", theme.bold()));
    let room = usize::from(end) - 4;
    let (caret, _) = canvas.typed(3, y, room, &line.text(), &line.before());
    // What there is to choose from is known with the last row.
    let (hints, _) = app.keymap.bar(Context::Filter, canvas.lang);
    let chosen = [Action::Open, Action::EraseWord, Action::EraseLine, Action::Back];
    let is =
        |hint: &Hint| chosen.iter().any(|action| Some(*hint) == app.keymap.hint(*action, Context::Filter, canvas.lang));
    let shown: Vec<Hint> = hints.into_iter().filter(is).collect();
    keybar::row(layout, canvas, (&app.keymap, Context::Filter), shown);
    Some(caret)
}

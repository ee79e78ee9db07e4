//! The whole screen from the whole state. Drawing changes nothing.
//!
//! ```text
//!  Programme                                                DEMO   as of 30 Aug 2024
//!  14,212 of 19,336 active   Rp934,708,000 left        3 months, to Nov 2024
//!  ████████████▍    │ 73.5%  ███████▏         │ 42.5%  whole target: to Oct 2024
//!  1 Groups   2 Enrollment   3 Budget   4 Workers   5 Checks ■ 37
//! ━━━━━━━━━━───────────────────────────────────────────────────────────────────
//!  the tab
//!  Filter  none                              17,640 of 17,640 workers
//!  / filter  space pick  enter open  ? help  q quit
//! ```

use super::app::{App, Loading, Overlay, Stage};
use super::editor::Editor;
use super::keymap::{self, Action};
use super::layout::{Canvas, Layout, Width, fit, width};
use super::overlays;
use super::parts::bar::{self, Share};
use super::review::Review;
use super::tabs::{self, Tab};
use super::theme::{ascii, severity_mark};
use crate::figures::Figures;
use crate::figures::budget::Runway;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, words};
use crate::roster::Roster;
use crate::roster::finding::Severity;
use crate::roster::money::Rupiah;
use crate::roster::program::AsOfFrom;
use crate::roster::worker::Standing;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::text::Span;

/// Draws the screen; the answer is where the hardware cursor sits, if it is to be seen.
pub fn draw(buffer: &mut Buffer, app: &App) -> Option<Position> {
    let mut canvas = Canvas { buffer, lang: app.lang, theme: app.theme, cursor: None };
    let cursor = match (Layout::of(canvas.buffer.area), &app.stage) {
        (None, Stage::Ready(review)) => {
            key_figures_alone(review, &mut canvas);
            None
        }
        (None, Stage::Loading(_)) => None,
        (Some(layout), Stage::Ready(review)) => ready(app, review, &layout, &mut canvas),
        (Some(layout), Stage::Loading(loading)) => {
            reading(app, loading, &layout, &mut canvas);
            None
        }
    };
    if app.ascii {
        to_ascii(canvas.buffer);
    }
    cursor
}

/// One ASCII cell for each cell that is not: letters lose their accents, what has no likeness becomes `?`.
fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let letter = crate::roster::text::unaccented(cell.symbol());
            match letter {
                Some(letter) => cell.set_char(letter),
                None => cell.set_symbol(ascii(cell.symbol())),
            };
        }
    }
}

fn ready(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Option<Position> {
    let roster = &review.roster;
    title(canvas, layout, &title_of(roster), roster.synthetic, &as_of(canvas.lang, roster, layout.width));
    figures(canvas, layout, &KeyFigures::of(canvas.lang, roster, &review.answer.figures));
    tab_row(app, canvas, layout, worst(roster));
    let unit = match &app.overlay {
        Some(Overlay::Help) => overlays::help::draw(app.tab, layout, canvas),
        Some(Overlay::Detail) => overlays::detail::draw(app, review, layout, canvas),
        Some(Overlay::Explain) => overlays::explain::draw(app.tab, review, layout, canvas),
        Some(Overlay::Facets(cursor)) => overlays::facets::draw(app, review, cursor, layout, canvas),
        Some(Overlay::Sort(line)) => overlays::sort::draw(review, *line, layout, canvas),
        Some(Overlay::Palette(palette)) => overlays::palette::draw(palette, app.views.as_ref().ok(), layout, canvas),
        Some(Overlay::WhatIf(panel)) => overlays::whatif::draw(review, panel, layout, canvas),
        Some(Overlay::Export(form)) => overlays::export::draw(app, review, form, layout, canvas),
        None => tabs::draw(app, review, layout, canvas),
    };
    if !unit.is_empty() {
        let spaced: Vec<Span> =
            std::iter::once(Span::raw(" ")).chain(unit).chain(std::iter::once(Span::raw(" "))).collect();
        canvas.put_right(layout.area.width - 1, layout.rule, spaced);
    }
    notice(app, canvas, layout);
    match &review.editor {
        Some(editor) => typed_filter(canvas, layout, review, editor),
        None => {
            filter_row(canvas, layout, review);
            key_row(app, canvas, layout);
            // A cursor under a notice would be one in a text.
            let covered = layout.filter.saturating_sub(app.notice_lines().len() as u16);
            canvas.cursor.filter(|cursor| cursor.y < covered || cursor.y >= layout.filter)
        }
    }
}

/// The programme with its year, if its name does not say it.
fn title_of(roster: &Roster) -> String {
    let name = scrub(&roster.program.name).into_owned();
    let year = roster.program.fiscal_year.to_string();
    if name.contains(&year) { name } else { format!("{name} {year}") }
}

fn as_of(lang: Lang, roster: &Roster, width: Width) -> String {
    let day = lang.day(roster.as_of());
    match (roster.as_of_from(), width) {
        (AsOfFrom::Program, Width::Narrow) => day,
        (AsOfFrom::Program, _) => lang.fill(&words::AS_OF, &[&day]),
        (AsOfFrom::Data, _) => lang.fill(&words::AS_OF_DATA, &[&day]),
        (AsOfFrom::FiscalYear, _) => lang.fill(&words::AS_OF_YEAR, &[&day]),
    }
}

fn title(canvas: &mut Canvas<'_>, layout: &Layout, name: &str, synthetic: bool, as_of: &str) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let gap = if layout.width == Width::Narrow { 2 } else { 3 };
    let mut right = vec![Span::styled(as_of.to_owned(), theme.plain())];
    if synthetic {
        let chip = format!(" {} ", canvas.say(&words::DEMO));
        right.insert(0, Span::raw(" ".repeat(gap - 1)));
        right.insert(0, Span::styled(chip, theme.reverse()));
    }
    let taken: usize = right.iter().map(Span::width).sum();
    let room = usize::from(end).saturating_sub(taken + 2);
    canvas.put(1, 0, Span::styled(fit(name, room), theme.plain()));
    canvas.put_right(end, 0, right);
}

/// The three key figures in words.
struct KeyFigures {
    people: Vec<(String, bool)>,
    people_below: Vec<(String, bool)>,
    progress: Option<(Share, String)>,
    money: Vec<(String, bool)>,
    over: bool,
    left: Option<(Share, String)>,
    time: Vec<(String, bool)>,
    target: Vec<(String, bool)>,
    target_short: String,
}

/// Bold values among dim words.
fn parts(lang: Lang, phrase: &crate::lang::Phrase, values: &[&str], bold: &[usize]) -> Vec<(String, bool)> {
    let piece = |piece| match piece {
        crate::lang::Piece::Words(words) => (words.to_owned(), false),
        crate::lang::Piece::Value(place) => {
            (values.get(place).copied().unwrap_or("").to_owned(), bold.contains(&place))
        }
    };
    lang.pieces(phrase).into_iter().map(piece).collect()
}

fn share(part: i128, whole: i128) -> Share {
    Share { part: u128::try_from(part).unwrap_or(0), whole: u128::try_from(whole).unwrap_or(0) }
}

impl KeyFigures {
    fn of(lang: Lang, roster: &Roster, figures: &Figures) -> KeyFigures {
        let enrollment = &figures.enrollment;
        let budget = &figures.budget;
        let active = lang.count(enrollment.standing.get(Standing::Active));
        let overall = lang.count(roster.program.target);
        let (people, people_below) = match enrollment.target {
            Some(target) => (parts(lang, &words::FIGURE_ACTIVE_OF, &[&active, &lang.count(target)], &[0]), Vec::new()),
            None => (
                parts(lang, &words::FIGURE_ACTIVE, &[&active], &[0]),
                parts(lang, &words::FIGURE_OVERALL, &[&overall], &[]),
            ),
        };
        let percent = |share: crate::figures::share::Share| lang.percent(share.percent_on_screen());
        let progress = enrollment.progress.map(|own| (share(own.part, own.whole), percent(own)));
        let over = budget.left.is_some_and(Rupiah::is_negative);
        let money = match budget.left {
            None => vec![(lang.say(&words::FIGURE_OVER_LARGE).to_owned(), true)],
            Some(left) if over => parts(lang, &words::FIGURE_OVER, &[&lang.rupiah(left.abs())], &[0]),
            Some(left) => parts(lang, &words::FIGURE_LEFT, &[&lang.rupiah(left)], &[0]),
        };
        let left = budget.left_share().filter(|_| !over).map(|own| (share(own.part, own.whole), percent(own)));
        let time = match budget.active.runway {
            Runway::Unlimited => parts(lang, &words::FIGURE_UNLIMITED, &[], &[]),
            Runway::Unknown => vec![(crate::lang::number::UNKNOWN.to_owned(), true)],
            Runway::Lasts(lasts) if lasts.full_months == 0 => parts(lang, &words::FIGURE_NO_MONTH, &[], &[]),
            Runway::Lasts(lasts) => {
                let months = lang.integer(lasts.full_months);
                match lasts.funded_through {
                    Some(month) if lasts.full_months == 1 => {
                        parts(lang, &words::FIGURE_MONTH, &[&months, &lang.month(month)], &[0])
                    }
                    Some(month) => parts(lang, &words::FIGURE_MONTHS, &[&months, &lang.month(month)], &[0]),
                    None => parts(lang, &words::FIGURE_MONTHS_FAR, &[&months], &[0]),
                }
            }
        };
        let (target, target_short) = match (&budget.selection, budget.target.runway) {
            (Some(selection), _) => {
                let monthly =
                    selection.monthly.map_or(crate::lang::number::UNKNOWN.to_owned(), |cost| lang.rupiah(cost));
                let words = parts(lang, &words::FIGURE_THESE, &[&monthly], &[]);
                let text = words.iter().map(|(text, _)| text.as_str()).collect();
                (words, text)
            }
            (None, Runway::Lasts(lasts)) => match lasts.funded_through {
                Some(month) => (
                    parts(lang, &words::FIGURE_TARGET_TO, &[&lang.month(month)], &[]),
                    lang.fill(&words::FIGURE_TARGET_SHORT, &[&lang.month(month)]),
                ),
                None if lasts.full_months == 0 => (parts(lang, &words::FIGURE_TARGET_NONE, &[], &[]), String::new()),
                None => (Vec::new(), String::new()),
            },
            (None, Runway::Unlimited) => (parts(lang, &words::FIGURE_TARGET_UNLIMITED, &[], &[]), String::new()),
            (None, Runway::Unknown) => (Vec::new(), String::new()),
        };
        // The word goes first where it is the value itself.
        let time = match time.as_slice() {
            [(words, _)] => vec![(words.clone(), true)],
            _ => time,
        };
        KeyFigures { people, people_below, progress, money, over, left, time, target, target_short }
    }
}

fn spans(canvas: &Canvas<'_>, parts: &[(String, bool)]) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    parts
        .iter()
        .map(|(text, bold)| Span::styled(text.clone(), if *bold { theme.bold() } else { theme.dim() }))
        .collect()
}

fn text_width(parts: &[(String, bool)]) -> usize {
    parts.iter().map(|(text, _)| width(text)).sum()
}

/// As many of the parts as fit: words go first, digits never.
fn fitting(parts: &[(String, bool)], room: usize) -> Vec<(String, bool)> {
    if text_width(parts) <= room {
        return parts.to_vec();
    }
    parts.iter().filter(|(_, bold)| *bold).cloned().collect()
}

fn figures(canvas: &mut Canvas<'_>, layout: &Layout, figures: &KeyFigures) {
    let theme = canvas.theme;
    if !Layout::figures_side_by_side(layout.area.width) {
        return figures_stacked(canvas, layout, figures);
    }
    let third = layout.area.width / 3;
    let bar_width = usize::from(third) * 3 / 4 - 1;
    let room = usize::from(third) - 1;
    for (index, (words, below, bar)) in [
        (&figures.people, &figures.people_below, figures.progress.as_ref()),
        (&figures.money, &Vec::new(), figures.left.as_ref()),
        (&figures.time, &figures.target, None),
    ]
    .into_iter()
    .enumerate()
    {
        let x = layout.third(index as u16);
        let mut line = spans(canvas, &fitting(words, room));
        if index == 1 && figures.over {
            line.iter_mut().filter(|span| span.style == theme.dim()).for_each(|span| span.style = theme.bad());
        }
        canvas.put(x, layout.figures, line);
        match bar {
            Some((share, percent)) => {
                let fill = if index == 0 { theme.good() } else { theme.dim() };
                let end = canvas.put(x, layout.figures + 1, bar::toward(*share, bar_width, fill, theme.dim()));
                canvas.put(end + 1, layout.figures + 1, Span::styled(percent.clone(), theme.bold()));
            }
            None => {
                let line = spans(canvas, below);
                canvas.put(x, layout.figures + 1, line);
            }
        }
    }
}

fn figures_stacked(canvas: &mut Canvas<'_>, layout: &Layout, figures: &KeyFigures) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let (start, percent_room) = (26_u16, 8);
    let bar_width = usize::from(end).saturating_sub(usize::from(start) + percent_room - 1);
    for (index, words) in [&figures.people, &figures.money, &figures.time].into_iter().enumerate() {
        let y = layout.figures + index as u16;
        let mut line = spans(canvas, &fitting(words, usize::from(end) - 1));
        if index == 1 && figures.over {
            line.iter_mut().filter(|span| span.style == theme.dim()).for_each(|span| span.style = theme.bad());
        }
        let behind = canvas.put(1, y, line);
        let bar = match index {
            0 => figures.progress.as_ref().map(|bar| (bar, theme.good())),
            1 => figures.left.as_ref().map(|bar| (bar, theme.dim())),
            _ => None,
        };
        if let Some(((share, percent), fill)) = bar {
            if behind < start && bar_width >= 5 {
                canvas.put(start, y, bar::toward(*share, bar_width, fill, theme.dim()));
            }
            if usize::from(behind) + width(percent) < usize::from(end) {
                canvas.put_right(end, y, Span::styled(percent.clone(), theme.bold()));
            }
        }
        let aside = match index {
            0 => figures.people_below.iter().map(|(text, _)| text.as_str()).collect::<String>(),
            2 => figures.target_short.clone(),
            _ => String::new(),
        };
        if usize::from(behind) + 2 + width(&aside) <= usize::from(end) {
            canvas.put_right(end, y, Span::styled(aside, theme.dim()));
        }
    }
}

/// Under 40×10: the key figures and nothing else, most important first.
fn key_figures_alone(review: &Review, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let figures = KeyFigures::of(canvas.lang, &review.roster, &review.answer.figures);
    let area = canvas.buffer.area;
    let first = u16::from(area.height > 3);
    let margin = u16::from(area.width >= 15);
    let end = area.width.saturating_sub(margin);
    let room = usize::from(end.saturating_sub(margin));
    let rows = [
        (&figures.people, figures.progress.as_ref().map(|(_, percent)| percent.clone())),
        (&figures.money, figures.left.as_ref().map(|(_, percent)| percent.clone())),
        (&figures.time, None),
    ];
    for (index, (words, percent)) in rows.into_iter().enumerate() {
        let y = first + index as u16;
        let words = fitting(words, room);
        // A number that does not fit is not shown at all: half of it would be another number.
        if y >= area.height || text_width(&words) > room {
            continue;
        }
        let behind = canvas.put(margin, y, spans(canvas, &words));
        if let Some(percent) = percent.filter(|percent| usize::from(behind) + 1 + width(percent) <= usize::from(end)) {
            canvas.put_right(end, y, Span::styled(percent, theme.bold()));
        }
    }
}

/// The gravest kind of finding and its count, for the mark on the tab.
fn worst(roster: &Roster) -> Option<(Severity, u64)> {
    let counts = [Severity::Error, Severity::Warning].map(|severity| (severity, roster.findings.severity(severity)));
    counts.into_iter().find(|(_, count)| *count > 0)
}

fn tab_row(app: &App, canvas: &mut Canvas<'_>, layout: &Layout, worst: Option<(Severity, u64)>) {
    let theme = canvas.theme;
    let (mut x, y) = (1, layout.tabs);
    let narrow = layout.width == Width::Narrow;
    let dim = theme.dim();
    canvas.rule(0, layout.area.width, layout.rule);
    for tab in Tab::ALL {
        let current = tab == app.tab;
        let start = x;
        let number = (tab as usize + 1).to_string();
        let style = if current { theme.chosen().patch(theme.bold()) } else { dim };
        x = canvas.put(x, y, Span::styled(number, style));
        if current || !narrow {
            let style = if current { style } else { theme.plain() };
            x = canvas.put(x + 1, y, Span::styled(canvas.say(&tab.name()), style));
        }
        if let Some((severity, count)) = worst.filter(|_| tab == Tab::Checks) {
            x = canvas.put(x + 1, y, Span::styled(severity_mark(severity), theme.severity(severity)));
            x = canvas.put(x + 1, y, Span::styled(canvas.lang.count(count), theme.plain()));
        }
        if current {
            let heavy = "━".repeat(usize::from(x - start) + 2);
            canvas.put(start - 1, layout.rule, Span::styled(heavy, theme.chosen()));
        }
        x += if narrow { 2 } else { 3 };
    }
}

fn counts(canvas: &Canvas<'_>, layout: &Layout, review: &Review) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    if review.pending {
        return vec![Span::styled(canvas.say(&words::COUNTING), theme.dim())];
    }
    if review.sorting.is_some() {
        return vec![Span::styled(canvas.say(&words::SORTING), theme.chosen())];
    }
    let narrow = layout.width == Width::Narrow;
    let (matched, aside) = match narrow {
        true => (words::MATCHED_SHORT, words::SET_ASIDE_SHORT),
        false => (words::MATCHED, words::SET_ASIDE),
    };
    let all = lang.count(review.roster.workers.len() as u64);
    let found = lang.count(review.answer.figures.matched);
    let mut line = canvas.fill(&matched, theme.dim(), &[(&found, theme.bold()), (&all, theme.plain())]);
    let set_aside = review.roster.set_aside.len() as u64;
    if set_aside > 0 {
        line.push(Span::styled(" · ", theme.dim()));
        line.extend(canvas.fill(&aside, theme.dim(), &[(&lang.count(set_aside), theme.plain())]));
    }
    line
}

fn filter_row(canvas: &mut Canvas<'_>, layout: &Layout, review: &Review) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let counts = counts(canvas, layout, review);
    let taken: usize = counts.iter().map(Span::width).sum();
    canvas.put_right(end, layout.filter, counts);
    let x = canvas.put(1, layout.filter, Span::styled(canvas.say(&words::FILTER), theme.dim())) + 2;
    let room = usize::from(end).saturating_sub(usize::from(x) + taken + 2);
    match review.filter.is_everybody() {
        true => canvas.put(x, layout.filter, Span::styled(fit(canvas.say(&words::NO_FILTER), room), theme.dim())),
        false => canvas.put(x, layout.filter, Span::styled(fit(&scrub(&review.text), room), theme.chosen())),
    };
}

/// The rows of a filter being typed: what may be typed next, the text, under it what is wrong or still shown, the keys.
fn typed_filter(canvas: &mut Canvas<'_>, layout: &Layout, review: &Review, editor: &Editor) -> Option<Position> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let end = layout.area.width - 1;
    let (line, below) = (layout.filter - 1, layout.filter);
    overlays::completion::draw(editor, &review.roster, layout, line, canvas);
    canvas.put(0, line, Span::raw(" ".repeat(usize::from(layout.area.width))));
    canvas.put(1, line, Span::styled("/", theme.bold()));
    let room = usize::from(end) - 4;
    // A long text scrolls so that the caret stays in sight.
    let text = editor.input.text();
    let before = width(&editor.input.before());
    let skip = before.saturating_sub(room);
    let shown: String = {
        let mut passed = 0;
        text.chars()
            .skip_while(|c| {
                let behind = passed < skip;
                passed += width(c.encode_utf8(&mut [0; 4]));
                behind
            })
            .collect()
    };
    canvas.put(3, line, Span::styled(fit(&shown, room + 1), theme.chosen()));
    let caret = Position::new(3 + (before - skip) as u16, line);
    if let Some(cell) = canvas.buffer.cell_mut(caret) {
        cell.set_style(theme.reverse());
    }
    match editor.error.as_ref().filter(|error| !editor.is_unfinished(error)) {
        None => {
            let counts = counts(canvas, layout, review);
            let taken: usize = counts.iter().map(Span::width).sum();
            canvas.put_right(end, below, counts);
            if editor.error.is_some() {
                let shown = match review.filter.is_everybody() {
                    true => canvas.say(&words::NO_FILTER).to_owned(),
                    false => scrub(&review.text).into_owned(),
                };
                let room = usize::from(end).saturating_sub(taken + 5);
                let text = fit(&lang.fill(&words::STILL_SHOWN, &[&shown]), room);
                canvas.put(3, below, Span::styled(text, theme.dim()));
            }
        }
        Some(error) => {
            let chars = text.chars().take(error.column - 1).collect::<String>();
            let at = 3 + width(&chars).saturating_sub(skip) as u16;
            let column = lang.fill(&words::COLUMN, &[&error.column.to_string()]);
            let message = format!("{} ({column})", lang.query_error(error));
            canvas.put(at, below, Span::styled("^", theme.bad()));
            let room_right = usize::from(end.saturating_sub(at + 2));
            if width(&message) <= room_right || usize::from(at) < usize::from(end) / 2 {
                canvas.put(at + 2, below, Span::styled(fit(&message, room_right), theme.plain()));
            } else {
                let room_left = usize::from(at.saturating_sub(2));
                canvas.put_right(at.saturating_sub(1), below, Span::styled(fit(&message, room_left), theme.plain()));
            }
        }
    }
    let tab = match (&editor.completion, editor.suggestion()) {
        (Some(_), _) => Some(lang.say(&words::KEY_NEXT).to_owned()),
        (None, Some(word)) => Some(lang.fill(&words::KEY_TAKE, &[&scrub(&word)])),
        (None, None) => None,
    };
    let mut keys: Vec<(&str, String)> = tab.map(|word| ("tab", word)).into_iter().collect();
    if editor.error.is_none() {
        keys.push(("enter", lang.say(&words::KEY_KEEP).to_owned()));
    }
    let rest =
        [("↑ ↓", words::KEY_HISTORY), ("^w", words::KEY_WORD), ("^u", words::KEY_CLEAR), ("esc", words::KEY_BACK)];
    keys.extend(rest.map(|(key, word)| (key, lang.say(&word).to_owned())));
    let mut x = 1;
    for (key, word) in keys {
        if usize::from(x) + width(key) + 1 + width(&word) <= usize::from(end) {
            x = canvas.put(x, layout.keys, Span::styled(key, theme.bold())) + 1;
            x = canvas.put(x, layout.keys, Span::styled(word, theme.dim())) + 2;
        }
    }
    Some(caret)
}

fn notice(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    let lines = app.notice_lines();
    for (index, text) in lines.iter().enumerate() {
        let y = layout.filter.saturating_sub((lines.len() - index) as u16);
        let blank = " ".repeat(usize::from(layout.area.width));
        canvas.put(0, y, Span::raw(blank));
        canvas.put_right(layout.area.width, y, Span::raw(""));
        let mark = if index == 0 { "▲ " } else { "  " };
        let attention = canvas.theme.attention();
        let x = canvas.put(1, y, Span::styled(mark, attention));
        canvas.put(x, y, Span::raw(fit(text, usize::from(layout.area.width).saturating_sub(4))));
    }
}

/// Keys with their words, as many as fit.
fn keys(canvas: &mut Canvas<'_>, layout: &Layout, keys: &[(&str, &crate::lang::Phrase)]) {
    let theme = canvas.theme;
    let end = usize::from(layout.area.width) - 1;
    let mut x = 1;
    for (key, word) in keys {
        let word = canvas.say(word);
        if usize::from(x) + width(key) + 1 + width(word) <= end {
            x = canvas.put(x, layout.keys, Span::styled((*key).to_owned(), theme.bold())) + 1;
            x = canvas.put(x, layout.keys, Span::styled(word, theme.dim())) + 2;
        }
    }
}

/// The keys of the tab, as many as fit; help and quit last.
fn key_row(app: &App, canvas: &mut Canvas<'_>, layout: &Layout) {
    if let Some(Overlay::WhatIf(_)) = &app.overlay {
        let own = [
            ("j k", &words::KEY_MOVE),
            ("← →", &words::KEY_CHANGE),
            ("0-9", &words::KEY_TYPE),
            ("enter", &words::KEY_SOLVE),
            ("backspace", &words::KEY_RESET),
            ("[ ]", &words::KEY_MONTH),
            ("esc", &words::KEY_BACK),
        ];
        return keys(canvas, layout, &own);
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let end = usize::from(layout.area.width) - 1;
    let words =
        |action: Action| keymap::binding(action).map(|binding| (lang.say(&binding.bar_key), lang.say(&binding.bar)));
    let size = |(key, word): &(&str, &str)| width(key) + 1 + width(word) + 2;
    // Where letters are typed none of them is a key.
    let types = matches!(app.overlay, Some(Overlay::Palette(_) | Overlay::Export(_)));
    let last: &[Action] = if types { &[] } else { &[Action::Help, Action::Quit] };
    let last: Vec<(&str, &str)> = last.iter().copied().filter_map(words).collect();
    let reserved: usize = last.iter().map(size).sum();
    let first: &[Action] = match app.overlay {
        None => keymap::bar(app.tab),
        Some(Overlay::Detail) => &[Action::Next, Action::Reveal, Action::Back],
        Some(Overlay::Help) => &[Action::Back],
        Some(Overlay::Explain) => &[Action::Next, Action::WhatIf, Action::Back],
        Some(Overlay::Facets(_)) => {
            &[Action::Pick, Action::NextTab, Action::Open, Action::Clear, Action::Undo, Action::Back]
        }
        Some(Overlay::Sort(_)) => &[Action::Next, Action::Open, Action::Back],
        Some(Overlay::Palette(_) | Overlay::Export(_) | Overlay::WhatIf(_)) => &[Action::Open, Action::Back],
    };
    let mut x = 1_usize;
    let mut shown: Vec<(&str, &str)> = Vec::new();
    for words in first.iter().copied().filter_map(words) {
        if x + size(&words) + reserved <= end + 2 {
            x += size(&words);
            shown.push(words);
        }
    }
    let mut x = 1;
    for (key, word) in shown.into_iter().chain(last) {
        if usize::from(x) + width(key) + 1 + width(word) <= end {
            x = canvas.put(x, layout.keys, Span::styled(key, theme.bold())) + 1;
            x = canvas.put(x, layout.keys, Span::styled(word, theme.dim())) + 2;
        }
    }
}

/// What is known while a big roster is read: never a key figure, never a bar of something half counted.
fn reading(app: &App, loading: &Loading, layout: &Layout, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let end = layout.area.width - 1;
    if let Some((program, synthetic)) = &loading.program {
        let date = program.as_of.map(|day| lang.fill(&words::AS_OF, &[&lang.day(day)])).unwrap_or_default();
        title(canvas, layout, &scrub(&program.name), *synthetic, &date);
        let target = lang.fill(&words::FIGURE_ACTIVE_OF, &["…", &lang.count(program.target)]);
        let budget = format!("{} {}", lang.fill(&words::FIGURE_LEFT, &["…"]), lang.rupiah(program.budget));
        let months = lang.fill(&words::FIGURE_MONTHS_FAR, &["…"]);
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
    let cell = |text: &str, wide: usize| super::layout::right(text, wide.max(8));
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
            Span::styled(format!("{}{heads}", super::layout::pad(canvas.say(&words::GROUP), name_room)), theme.dim()),
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
            Span::styled(format!("{}{cells}", super::layout::pad(&lang.name(&group.name), name_room)), theme.dim()),
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
    let mut x = 1;
    for action in [Action::To(Tab::Groups), Action::Quit] {
        if let Some(binding) = keymap::binding(action) {
            x = canvas.put(x, layout.keys, Span::styled(lang.say(&binding.bar_key), theme.bold())) + 1;
            x = canvas.put(x, layout.keys, Span::styled(lang.say(&binding.bar), theme.dim())) + 2;
        }
    }
}

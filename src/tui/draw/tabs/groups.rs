//! Groups: every occupation group against its target, and the group under the cursor: its funnel, its districts, and
//! on wide screens why the target is missed, by lines that sum to the gap.
//!
//! ```text
//!    Group                  Target  Proposed  Verified  Active      %      target
//!  > Market traders          7,200       407       524   5,480   76.1 ███████▌  │
//!    All groups             19,336     1,218     1,390  14,212   73.5 ███████▎  │
//! ── Market traders ──────────────────────────────────────────── 1,720 to go ─
//!  6,648 listed → 6,180 verified → 5,656 enrolled → 5,480 active      ▒ 112 grace
//!  Sorong Timur     ██████████████  1,204  Sorong Kota      █████▏            447
//! ```

use crate::figures::enrollment::Standings;
use crate::figures::groups::{Breakdown, GroupRow};
use crate::lang::measure::{fit, pad, right, width};
use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::words;
use crate::roster::filter::{Field, Value};
use crate::roster::worker::{Sex, Standing};
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::bar::{self, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::groups::{COLUMNS, panel_rows, rows_in_sight};
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// The name of a row.
fn name(canvas: &Canvas<'_>, review: &Review, row: &GroupRow) -> String {
    match row.group.and_then(|place| review.roster.groups.get(place)) {
        Some(group) => canvas.lang.name(&group.name),
        None => canvas.say(&words::UNKNOWN_GROUP).to_owned(),
    }
}

fn numbers(canvas: &Canvas<'_>, target: Option<u64>, standing: &Standings, percent: String) -> [String; COLUMNS] {
    let lang = canvas.lang;
    let count = |standing_of| lang.count(standing.get(standing_of));
    [
        target.map_or(UNKNOWN.to_owned(), |target| lang.count(target)),
        count(Standing::Proposed),
        count(Standing::Verified),
        count(Standing::Active),
        percent.trim_end_matches('%').to_owned(),
    ]
}

/// Draws the tab.
pub fn draw(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let hidden = list(review, layout, canvas);
    let rows = panel_rows(layout);
    if let Some(row) = review.answer.list.get(review.groups.row).filter(|_| rows >= 3) {
        let top = layout.content.y + layout.content.height - rows;
        match layout.width {
            Width::Wide => wide_panel(review, row, layout, canvas, top),
            _ => stacked_panel(review, row, layout, canvas, top),
        }
    }
    match hidden {
        0 => Vec::new(),
        hidden => {
            let text = canvas.lang.fill(&words::MORE_COLUMNS, &[&hidden.to_string()]);
            vec![Span::styled(text, canvas.theme.chosen())]
        }
    }
}

/// Draws the list; the answer is how many columns do not fit.
fn list(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> usize {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let figures = &review.answer.figures;
    let headings = [
        canvas.say(&words::TARGET),
        canvas.say(&words::standing_heading(Standing::Proposed)),
        canvas.say(&words::standing_heading(Standing::Verified)),
        canvas.say(&words::standing_heading(Standing::Active)),
        "%",
    ];
    let percent = |share: Option<crate::figures::share::Share>| lang.percent(share.and_then(|s| s.percent_on_screen()));
    let rows: Vec<(String, [String; COLUMNS], &GroupRow)> = review
        .answer
        .list
        .iter()
        .map(|row| {
            let target = row.target.filter(|_| row.progress.is_some() || figures.enrollment.target.is_some());
            (name(canvas, review, row), numbers(canvas, target, &row.standing, percent(row.progress)), row)
        })
        .collect();
    let total =
        numbers(canvas, figures.enrollment.target, &figures.enrollment.standing, percent(figures.enrollment.progress));
    let mut widths: [usize; COLUMNS] = std::array::from_fn(|column| {
        let cells = rows.iter().map(|(_, numbers, _)| &numbers[column]).chain(std::iter::once(&total[column]));
        cells.map(|cell| width(cell)).max().unwrap_or(0).max(width(headings[column]))
    });
    widths[4] = widths[4].max(5);
    let gap = if layout.width == Width::Wide { 3 } else { 2 };

    // Bars shrink first, then columns go; names, Active and % stay.
    let room = usize::from(layout.area.width) - 1;
    let longest = rows.iter().map(|(name, ..)| width(name)).max().unwrap_or(0);
    let name_width = longest
        .max(width(canvas.say(&words::ALL_GROUPS)))
        .clamp(5, if layout.width == Width::Narrow { 22 } else { 28 });
    let priority = [3, 4, 0, 1, 2];
    let least_bar = 6;
    let mut taken = 3 + name_width + 1 + least_bar;
    let mut fitting: Vec<usize> = Vec::new();
    for column in priority {
        if taken + widths[column] + gap <= room || fitting.len() < 2 {
            taken += widths[column] + gap;
            fitting.push(column);
        }
    }
    let shown: Vec<usize> = match fitting.len() {
        COLUMNS => (0..COLUMNS).collect(),
        _ if review.groups.column == 0 => {
            fitting.sort_unstable();
            fitting.clone()
        }
        many => {
            let hidden: Vec<usize> = (0..COLUMNS).filter(|column| !fitting.contains(column)).collect();
            let from = (review.groups.column - 1).min(hidden.len().saturating_sub(1));
            hidden.into_iter().skip(from).take(many).collect()
        }
    };
    let hidden = COLUMNS - shown.len();

    let top = layout.content.y;
    let sight = rows_in_sight(layout);
    let write = |canvas: &mut Canvas<'_>, y: u16, name: &str, cells: &[&str], style| {
        let mut text = pad(name, name_width);
        for (place, &column) in shown.iter().enumerate() {
            // The first number stands one space off the longest name, as there is always room inside its column.
            let gap = if place == 0 && widths[column] > 5 && gap == 2 { 1 } else { gap };
            text += &" ".repeat(gap);
            text += &right(cells[column], widths[column]);
        }
        canvas.put(3, y, Span::styled(text, style))
    };
    let end_of_text = write(canvas, top, canvas.say(&words::GROUP), &headings, theme.dim());
    let bar_from = end_of_text + if gap == 3 { 3 } else { 1 };
    let bar_width = room.saturating_sub(usize::from(bar_from));
    if bar_width >= 5 {
        canvas.put_right(room as u16, top, Span::styled(canvas.say(&words::GOAL), theme.dim()));
    }
    if rows.is_empty() {
        canvas.put(3, top + 1, Span::styled(canvas.say(&words::NO_GROUPS), theme.dim()));
        return hidden;
    }
    let bar_of = |progress: Option<crate::figures::share::Share>, standing: &Standings| match progress {
        Some(share) => bar::toward(
            Share { part: u128::try_from(share.part).unwrap_or(0), whole: u128::try_from(share.whole).unwrap_or(0) },
            bar_width,
            theme.good(),
            theme.dim(),
        ),
        None => {
            let most = rows.iter().map(|(_, _, row)| row.standing.get(Standing::Active)).max().unwrap_or(0);
            let active = standing.get(Standing::Active).min(most);
            bar::count(active.into(), most.into(), bar_width.saturating_sub(1), theme.dim())
        }
    };
    let picks = review.filter.picks(Field::Group);
    let mut y = top + 1;
    for (place, (name, numbers, row)) in rows.iter().enumerate().skip(review.groups.top).take(sight) {
        let cells: Vec<&str> = numbers.iter().map(String::as_str).collect();
        write(canvas, y, name, &cells, theme.plain());
        let value = match row.group.and_then(|place| review.roster.groups.get(place)) {
            Some(group) => Value::Name(group.id.clone()),
            None => Value::None,
        };
        let picked = picks.contains(&value);
        if picked {
            let chosen = theme.chosen().patch(theme.bold());
            canvas.put(2, y, Span::styled("◆", chosen));
            canvas.put(3, y, Span::styled(fit(name, name_width), chosen));
        }
        if bar_width >= 5 {
            canvas.put(bar_from, y, bar_of(row.progress, &row.standing));
        }
        if place == review.groups.row {
            canvas.put(1, y, Span::raw(">"));
            canvas.select(0, end_of_text, y);
        }
        y += 1;
    }
    let below = rows.len().saturating_sub(review.groups.top + sight);
    if below > 0 {
        let more = format!("▼ {}", canvas.lang.fill(&words::MORE, &[&below.to_string()]));
        canvas.put_right(room as u16, y - 1, Span::styled(more, theme.dim()));
    }
    if layout.airy() {
        canvas.rule(3, end_of_text, y);
        if bar_width >= 5 && figures.enrollment.target.is_some() {
            canvas.put(room as u16 - 1, y, Span::styled("│", theme.dim()));
        }
        y += 1;
    }
    let cells: Vec<&str> = total.iter().map(String::as_str).collect();
    write(canvas, y, canvas.say(&words::ALL_GROUPS), &cells, theme.bold());
    if bar_width >= 5 && figures.enrollment.progress.is_some() {
        canvas.put(bar_from, y, bar_of(figures.enrollment.progress, &figures.enrollment.standing));
    }
    hidden
}

/// What the panel's head says at its right end.
fn gap(canvas: &Canvas<'_>, row: &GroupRow, wide: bool) -> Vec<Span<'static>> {
    let lang = canvas.lang;
    let active = row.standing.get(Standing::Active);
    let text = match row.target.filter(|_| row.progress.is_some()) {
        None => canvas.say(&words::NO_TARGET).to_owned(),
        Some(target) if active > target => lang.fill(&words::ABOVE_TARGET, &[&lang.count(active - target)]),
        Some(target) if wide => lang.fill(&words::TO_GO_OF, &[&lang.count(target - active), &lang.count(target)]),
        Some(target) => lang.fill(&words::TO_GO, &[&lang.count(target - active)]),
    };
    vec![Span::styled(text, canvas.theme.dim())]
}

/// The districts of the group under the cursor, by name.
fn districts(breakdown: &Breakdown, unknown: &str) -> Vec<(String, u64)> {
    let name = |name: &Option<String>| name.as_deref().map_or(unknown.to_owned(), |name| scrub(name).into_owned());
    breakdown.districts.iter().map(|(own, count)| (name(own), *count)).collect()
}

/// The widest name.
fn longest(rows: &[(String, u64)]) -> usize {
    rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0)
}

/// Where a list of bars stands, and what its bars and names are measured by.
struct Bars {
    from: u16,
    to: u16,
    top: u16,
    room: usize,
    most: u64,
    names: usize,
}

/// Draws names, bars and counts; what does not fit is summed in the last line.
fn bars(canvas: &mut Canvas<'_>, rows: &[(String, u64)], place: Bars) {
    let Bars { from, to, top, room, most, names } = place;
    let theme = canvas.theme;
    let lang = canvas.lang;
    let names = names.min(usize::from(to - from) / 2);
    let numbers = rows.iter().map(|(_, count)| width(&lang.count(*count))).max().unwrap_or(0).max(5);
    let bar_width = usize::from(to - from).saturating_sub(names + 1 + 2 + numbers);
    let cut = rows.len() > room;
    let shown = if cut { room.saturating_sub(1) } else { rows.len() };
    for (place, (name, count)) in rows.iter().take(shown).enumerate() {
        let y = top + place as u16;
        let x = canvas.put(from, y, Span::raw(pad(name, names)));
        canvas.put(x + 1, y, bar::count((*count).into(), most.into(), bar_width, theme.dim()));
        canvas.put_right(to, y, Span::raw(lang.count(*count)));
    }
    if cut && room > 0 {
        let rest: u64 = rows.iter().skip(shown).map(|(_, count)| count).sum();
        let y = top + shown as u16;
        let text = lang.fill(&words::MORE, &[&(rows.len() - shown).to_string()]);
        canvas.put(from, y, Span::styled(text, theme.dim()));
        canvas.put_right(to, y, Span::styled(lang.count(rest), theme.dim()));
    }
}

fn stacked_panel(review: &Review, row: &GroupRow, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let full = layout.area.width;
    let title = name(canvas, review, row);
    let unit = gap(canvas, row, false);
    canvas.panel(0, full, top, &title, &unit);

    let funnel = row.standing.funnel();
    let mut line: Vec<Span> = Vec::new();
    for (place, (count, word)) in [
        (funnel.listed, &words::LISTED),
        (funnel.verified, &words::VERIFIED_STEP),
        (funnel.enrolled, &words::ENROLLED_STEP),
        (funnel.active, &words::ACTIVE_STEP),
    ]
    .into_iter()
    .enumerate()
    {
        let number = if place == 3 { theme.bold() } else { theme.plain() };
        line.push(Span::styled(if place == 0 { "" } else { " → " }, theme.dim()));
        line.push(Span::styled(lang.count(count), number));
        line.push(Span::styled(format!(" {}", canvas.say(word)), theme.dim()));
    }
    let behind = canvas.put(1, top + 1, line);
    let mut grace = vec![Span::styled("▒ ", theme.attention())];
    let count = lang.count(row.standing.get(Standing::Grace));
    grace.extend(canvas.fill(&words::GRACE_OF, theme.dim(), &[(&count, theme.plain())]));
    let wide: usize = grace.iter().map(Span::width).sum();
    if usize::from(behind) + wide + 2 < usize::from(full) {
        canvas.put_right(full - 1, top + 1, grace);
    }

    let Some(breakdown) = &review.breakdown else { return };
    let rows = districts(breakdown, canvas.say(&words::UNKNOWN));
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let room = usize::from((layout.content.y + layout.content.height).saturating_sub(top + 2));
    let middle = full / 2;
    let (left, right) = rows.split_at(rows.len().min(room));
    let names = longest(&rows);
    bars(canvas, left, Bars { from: 1, to: middle - 1, top: top + 2, room, most, names });
    bars(canvas, right, Bars { from: middle + 1, to: full - 1, top: top + 2, room, most, names });
}

fn wide_panel(review: &Review, row: &GroupRow, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let full = layout.area.width;
    let title = name(canvas, review, row);
    let unit = gap(canvas, row, true);
    canvas.panel(0, full, top, &title, &unit);
    let bottom = layout.content.y + layout.content.height;
    let columns = [layout.third(0), layout.third(1), layout.third(2), full + 1];
    let ends = [columns[1] - 2, columns[2] - 2, full - 2];
    let heading_row = top + 2;
    let first = heading_row + 1;
    let room = |from: u16| usize::from(bottom.saturating_sub(from));

    let funnel = row.standing.funnel();
    canvas.put(columns[0], heading_row, Span::styled(canvas.say(&words::FUNNEL), theme.dim()));
    let steps = [
        (&words::LISTED, funnel.listed),
        (&words::VERIFIED_STEP, funnel.verified),
        (&words::ENROLLED_STEP, funnel.enrolled),
        (&words::ACTIVE_STEP, funnel.active),
    ];
    let steps: Vec<(String, u64)> = steps.map(|(word, count)| (canvas.say(word).to_owned(), count)).into();
    let names = longest(&steps);
    let place = |index: usize, top, most, names| {
        let (from, to): (u16, u16) = (columns[index], ends[index]);
        Bars { from, to, top, room: room(top), most, names }
    };
    bars(canvas, &steps, place(0, first, funnel.listed, names));

    let mut y = first + 5;
    if let Some(target) = row.target.filter(|target| row.progress.is_some() && *target > funnel.active) {
        let to_go = lang.count(target - funnel.active);
        canvas.put(columns[0], y, Span::styled(lang.fill(&words::GAP, &[&to_go]), theme.dim()));
        let missing = [Standing::Verified, Standing::Proposed, Standing::Grace, Standing::Inactive, Standing::Rejected];
        let mut rest = i128::from(target) - i128::from(funnel.active);
        for standing in missing {
            y += 1;
            let count = row.standing.get(standing);
            rest -= i128::from(count);
            if y < bottom {
                let x = canvas.put(columns[0], y, Span::raw(canvas.say(&words::standing(standing))));
                if standing == Standing::Grace {
                    canvas.put(x + 1, y, Span::styled("▒", theme.attention()));
                }
                canvas.put_right(ends[0], y, Span::raw(lang.count(count)));
            }
        }
        y += 1;
        if y < bottom {
            let word = if rest < 0 { &words::LISTED_BEYOND } else { &words::NOT_LISTED };
            canvas.put(columns[0], y, Span::raw(canvas.say(word)));
            canvas.put_right(ends[0], y, Span::raw(lang.integer(rest)));
        }
    }

    let Some(breakdown) = &review.breakdown else { return };
    canvas.put(columns[1], heading_row, Span::styled(canvas.say(&words::DISTRICTS_ACTIVE), theme.dim()));
    let unknown = canvas.say(&words::UNKNOWN);
    let districts = districts(breakdown, unknown);
    let most = districts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    bars(canvas, &districts, place(1, first, most, longest(&districts)));

    canvas.put(columns[2], heading_row, Span::styled(canvas.say(&words::AGES_ACTIVE), theme.dim()));
    let band = |place| words::age_band(place).unwrap_or_else(|| unknown.to_owned());
    let ages = breakdown.ages.iter().enumerate().map(|(place, count)| (band(place), *count));
    let ages: Vec<(String, u64)> = ages.filter(|(name, count)| *count > 0 || name != unknown).collect();
    let most = ages.iter().map(|(_, count)| *count).max().unwrap_or(0);
    bars(canvas, &ages, place(2, first, most, longest(&ages)));

    let y = first + 9;
    if room(y) >= 3 {
        canvas.put(columns[2], y, Span::styled(canvas.say(&words::SEXES_ACTIVE), theme.dim()));
        let names = Sex::ALL.map(|sex| canvas.say(&words::sex(sex)).to_owned());
        let mut sexes: Vec<(String, u64)> = names.into_iter().zip(breakdown.sexes.iter().copied()).collect();
        let missing = breakdown.sexes.last().filter(|missing| **missing > 0);
        sexes.extend(missing.map(|&missing| (unknown.to_owned(), missing)));
        bars(canvas, &sexes, place(2, y + 1, funnel.active, longest(&sexes)));
    }
}

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

use crate::figures::enrollment::{Funnel, Standings};
use crate::figures::groups::{Breakdown, GroupRow};
use crate::figures::share::Share as Fraction;
use crate::lang::measure::{fit, pad, right, width};
use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::{Phrase, words};
use crate::roster::filter::{Field, Value};
use crate::roster::worker::{Sex, Standing};
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::bar::{self, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::{self, List};
use crate::tui::parts::table::{Column, Names, SHORTEST, Shown, Table};
use crate::tui::state::groups::{COLUMNS, panel_rows, rows_in_sight};
use crate::tui::state::review::Review;
use crate::tui::theme::Theme;
use ratatui::style::Style;
use ratatui::text::Span;

/// The place of the per cent among the numbers: it is as wide as 100.0.
const PERCENT: usize = 4;

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

/// A line of the list: a group, or all.
struct Line<'a> {
    name: String,
    numbers: [String; COLUMNS],
    progress: Option<Fraction>,
    standing: &'a Standings,
}

/// The headings of the numbers.
fn headings(canvas: &Canvas<'_>) -> [&'static str; COLUMNS] {
    [
        canvas.say(&words::TARGET),
        canvas.say(&words::standing_heading(Standing::Proposed)),
        canvas.say(&words::standing_heading(Standing::Verified)),
        canvas.say(&words::standing_heading(Standing::Active)),
        "%",
    ]
}

/// The groups, and behind them all.
fn lines<'a>(review: &'a Review, canvas: &Canvas<'_>) -> (Vec<Line<'a>>, Line<'a>) {
    let all = &review.answer.figures.enrollment;
    let line = |name, target, progress: Option<Fraction>, standing| {
        let percent = canvas.lang.percent(progress.and_then(Fraction::percent_on_screen));
        Line { name, numbers: numbers(canvas, target, standing, percent), progress, standing }
    };
    let groups = review.answer.list.iter().map(|row| {
        let target = row.target.filter(|_| row.progress.is_some() || all.target.is_some());
        line(name(canvas, review, row), target, row.progress, &row.standing)
    });
    let total = line(canvas.say(&words::ALL_GROUPS).to_owned(), all.target, all.progress, &all.standing);
    (groups.collect(), total)
}

/// What fits of the list: names, numbers, a bar.
struct Sight {
    names: usize,
    /// Which number, and where it stands.
    numbers: Vec<(usize, Shown)>,
    bar: Option<Shown>,
}

impl Sight {
    /// Behind names and numbers.
    fn end_of_text(&self) -> u16 {
        self.numbers.last().map_or(3 + self.names as u16, |(_, shown)| shown.end())
    }

    /// Draws names and numbers of a line.
    fn write(&self, canvas: &mut Canvas<'_>, y: u16, name: &str, cells: &[&str], style: Style) {
        let mut text = pad(name, self.names);
        for (number, shown) in &self.numbers {
            text += &right(cells[*number], usize::from(shown.end() - 3).saturating_sub(width(&text)));
        }
        canvas.put(3, y, Span::styled(text, style));
    }
}

/// The least that is still a bar: its heading stands over it, and off the number before it.
const LEAST_BAR: usize = 7;

/// Bars shrink first, then columns go; names, Active and % stay. Turned, those that are hidden come in their place, and
/// before the bar.
fn sight(lines: &[Line<'_>], total: &Line<'_>, turned: usize, layout: &Layout, canvas: &Canvas<'_>) -> Sight {
    let wide = layout.width == Width::Wide;
    let headings = headings(canvas);
    let longest = lines.iter().chain([total]).map(|line| width(&line.name)).max().unwrap_or(0);
    let names = longest.clamp(5, if layout.width == Width::Narrow { 22 } else { 28 });
    // The first number stands one space off the longest name, as there is always room inside its column.
    let names = Names { least: names.min(SHORTEST), most: names, yields_to: 0, gap: if wide { 3 } else { 1 } };
    let column = |number: usize, rank| {
        let cells = lines.iter().chain([total]).map(|line| width(&line.numbers[number])).max().unwrap_or(0);
        let least = if number == PERCENT { 5 } else { width(headings[number]) };
        Column::exactly(cells.max(least), if wide { 3 } else { 2 }, rank)
    };
    let end = layout.area.width - 1;
    let fitted = |numbers: &[usize], ranks: &[usize], skip: usize, rank_of_bar| {
        let mut columns: Vec<Column> = numbers.iter().zip(ranks).map(|(&number, &rank)| column(number, rank)).collect();
        columns.push(Column { least: LEAST_BAR, most: usize::MAX, gap: names.gap, rank: rank_of_bar });
        let fitted = Table { from: 3, end, names, columns: &columns, skip, parted: false }.fit();
        let shown = fitted.shown.iter().filter_map(|shown| Some((*numbers.get(shown.place)?, *shown)));
        Sight { names: fitted.names, numbers: shown.collect(), bar: fitted.column(numbers.len()).copied() }
    };
    let all: [usize; COLUMNS] = std::array::from_fn(|number| number);
    let first = fitted(&all, &[2, 3, 4, 0, 0], 0, 1);
    let is_hidden = |number: &usize| first.numbers.iter().all(|(shown, _)| shown != number);
    let hidden: Vec<usize> = all.into_iter().filter(is_hidden).collect();
    match turned.min(hidden.len()).checked_sub(1) {
        None => first,
        Some(skip) => fitted(&hidden, &all, skip, COLUMNS),
    }
}

/// How far a line is on its way to the target; without one, its active beside those of the other groups.
fn bar(line: &Line<'_>, lines: &[Line<'_>], width: usize, theme: Theme) -> Vec<Span<'static>> {
    match line.progress {
        Some(share) => {
            let part = |count| u128::try_from(count).unwrap_or(0);
            let share = Share { part: part(share.part), whole: part(share.whole) };
            bar::toward(share, width, theme.good(), theme.dim())
        }
        None => {
            let most = lines.iter().map(|line| line.standing.get(Standing::Active)).max().unwrap_or(0);
            let active = line.standing.get(Standing::Active).min(most);
            bar::count(active.into(), most.into(), width.saturating_sub(1), theme.dim())
        }
    }
}

/// Draws the list; the answer is how many columns do not fit.
fn list(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> usize {
    let theme = canvas.theme;
    let (lines, total) = lines(review, canvas);
    let sight = sight(&lines, &total, review.groups.column, layout, canvas);
    let hidden = COLUMNS - sight.numbers.len();
    let top = layout.content.y;
    let end = layout.area.width - 1;
    sight.write(canvas, top, canvas.say(&words::GROUP), &headings(canvas), theme.dim());
    if sight.bar.is_some() {
        canvas.put_right(end, top, Span::styled(canvas.say(&words::GOAL), theme.dim()));
    }
    if lines.is_empty() {
        canvas.put(3, top + 1, Span::styled(canvas.say(&words::NO_GROUPS), theme.dim()));
        return hidden;
    }
    let mut y = groups(review, layout, canvas, &lines, &sight);
    if layout.airy() {
        canvas.rule(3, sight.end_of_text(), y);
        if sight.bar.is_some() && review.answer.figures.enrollment.target.is_some() {
            canvas.put(end - 1, y, Span::styled("│", theme.dim()));
        }
        y += 1;
    }
    let cells = total.numbers.each_ref().map(String::as_str);
    sight.write(canvas, y, &total.name, &cells, theme.bold());
    if let Some(place) = sight.bar.filter(|_| total.progress.is_some()) {
        canvas.put(place.from, y, bar(&total, &lines, place.width, theme));
    }
    hidden
}

/// Draws the groups in sight; the answer is the row behind them.
fn groups(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>, lines: &[Line<'_>], sight: &Sight) -> u16 {
    let theme = canvas.theme;
    let picks = review.filter.picks(Field::Group);
    let mut y = layout.content.y + 1;
    let list = List::from(review.groups.top, rows_in_sight(layout), lines.len(), Some(review.groups.row));
    let sighted = lines.iter().zip(&review.answer.list).enumerate().skip(list.lines().start).take(list.lines().len());
    for (place, (line, row)) in sighted {
        let cells = line.numbers.each_ref().map(String::as_str);
        sight.write(canvas, y, &line.name, &cells, theme.plain());
        let value = match row.group.and_then(|place| review.roster.groups.get(place)) {
            Some(group) => Value::Name(group.id.clone()),
            None => Value::None,
        };
        if picks.contains(&value) {
            let chosen = theme.chosen().patch(theme.bold());
            list::pick(canvas, 2, y, chosen);
            canvas.put(3, y, Span::styled(fit(&line.name, sight.names), chosen));
        }
        if let Some(place) = sight.bar {
            canvas.put(place.from, y, bar(line, lines, place.width, theme));
        }
        list.mark(canvas, place, 1, (0, sight.end_of_text()), y);
        y += 1;
    }
    if let Some(more) = list.more_below(canvas.lang) {
        canvas.put_right(layout.area.width - 1, y - 1, Span::styled(more, theme.dim()));
    }
    y
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

/// The panel in thirds: funnel and gap, districts, ages and sexes.
struct Thirds {
    columns: [u16; 3],
    ends: [u16; 3],
    /// The row of the headings.
    top: u16,
    bottom: u16,
}

impl Thirds {
    /// Draws a heading, and under it bars down to the bottom.
    fn bars(&self, canvas: &mut Canvas<'_>, third: usize, y: u16, head: &Phrase, rows: &[(String, u64)], most: u64) {
        let (from, to) = (self.columns[third], self.ends[third]);
        canvas.put(from, y, Span::styled(canvas.say(head), canvas.theme.dim()));
        let room = usize::from(self.bottom.saturating_sub(y + 1));
        bars(canvas, rows, Bars { from, to, top: y + 1, room, most, names: longest(rows) });
    }

    /// The steps of the funnel.
    fn funnel(&self, canvas: &mut Canvas<'_>, funnel: &Funnel) {
        let steps = [
            (&words::LISTED, funnel.listed),
            (&words::VERIFIED_STEP, funnel.verified),
            (&words::ENROLLED_STEP, funnel.enrolled),
            (&words::ACTIVE_STEP, funnel.active),
        ];
        let steps = steps.map(|(word, count)| (canvas.say(word).to_owned(), count));
        self.bars(canvas, 0, self.top, &words::FUNNEL, &steps, funnel.listed);
    }

    /// Why the target is missed: lines that sum to the gap.
    fn gap(&self, canvas: &mut Canvas<'_>, standing: &Standings, target: u64) {
        let lang = canvas.lang;
        let active = standing.get(Standing::Active);
        let (from, to) = (self.columns[0], self.ends[0]);
        let mut y = self.top + 6;
        let to_go = lang.count(target - active);
        canvas.put(from, y, Span::styled(lang.fill(&words::GAP, &[&to_go]), canvas.theme.dim()));
        let missing = [Standing::Verified, Standing::Proposed, Standing::Grace, Standing::Inactive, Standing::Rejected];
        let mut rest = i128::from(target) - i128::from(active);
        for missing in missing {
            y += 1;
            let count = standing.get(missing);
            rest -= i128::from(count);
            if y < self.bottom {
                let x = canvas.put(from, y, Span::raw(canvas.say(&words::standing(missing))));
                if missing == Standing::Grace {
                    canvas.put(x + 1, y, Span::styled("▒", canvas.theme.attention()));
                }
                canvas.put_right(to, y, Span::raw(lang.count(count)));
            }
        }
        y += 1;
        if y < self.bottom {
            let word = if rest < 0 { &words::LISTED_BEYOND } else { &words::NOT_LISTED };
            canvas.put(from, y, Span::raw(canvas.say(word)));
            canvas.put_right(to, y, Span::raw(lang.integer(rest)));
        }
    }

    /// Where the active are, how old, and of which sex.
    fn breakdown(&self, canvas: &mut Canvas<'_>, breakdown: &Breakdown, active: u64) {
        let unknown = canvas.say(&words::UNKNOWN);
        let most = |rows: &[(String, u64)]| rows.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let districts = districts(breakdown, unknown);
        self.bars(canvas, 1, self.top, &words::DISTRICTS_ACTIVE, &districts, most(&districts));

        let band = |place| words::age_band(place).unwrap_or_else(|| unknown.to_owned());
        let ages = breakdown.ages.iter().enumerate().map(|(place, count)| (band(place), *count));
        let ages: Vec<(String, u64)> = ages.filter(|(name, count)| *count > 0 || name != unknown).collect();
        self.bars(canvas, 2, self.top, &words::AGES_ACTIVE, &ages, most(&ages));

        let y = self.top + 10;
        if self.bottom.saturating_sub(y) >= 3 {
            let names = Sex::ALL.map(|sex| canvas.say(&words::sex(sex)).to_owned());
            let mut sexes: Vec<(String, u64)> = names.into_iter().zip(breakdown.sexes.iter().copied()).collect();
            let missing = breakdown.sexes.last().filter(|missing| **missing > 0);
            sexes.extend(missing.map(|&missing| (unknown.to_owned(), missing)));
            self.bars(canvas, 2, y, &words::SEXES_ACTIVE, &sexes, active);
        }
    }
}

fn wide_panel(review: &Review, row: &GroupRow, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) {
    let full = layout.area.width;
    let title = name(canvas, review, row);
    let unit = gap(canvas, row, true);
    canvas.panel(0, full, top, &title, &unit);
    let thirds = Thirds {
        columns: [layout.third(0), layout.third(1), layout.third(2)],
        ends: [layout.third(1) - 2, layout.third(2) - 2, full - 2],
        top: top + 2,
        bottom: layout.content.y + layout.content.height,
    };
    let funnel = row.standing.funnel();
    thirds.funnel(canvas, &funnel);
    if let Some(target) = row.target.filter(|target| row.progress.is_some() && *target > funnel.active) {
        thirds.gap(canvas, &row.standing, target);
    }
    if let Some(breakdown) = &review.breakdown {
        thirds.breakdown(canvas, breakdown, funnel.active);
    }
}

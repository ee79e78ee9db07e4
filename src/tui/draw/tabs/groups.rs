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

mod panel;

use crate::figures::enrollment::Standings;
use crate::figures::groups::GroupRow;
use crate::figures::groups::order::GroupColumn;
use crate::figures::share::Share as Fraction;
use crate::lang::measure::{fit, pad, right, widest, width};
use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, Phrase, value, words};
use crate::roster::filter::{Field, Value};
use crate::roster::order::Order;
use crate::roster::worker::Standing;
use crate::tui::layout::{Layout, ROOMY, Width};
use crate::tui::parts::bar::{self, Fill, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::{self, List};
use crate::tui::parts::table::{Column, Names, SHORTEST, Shown, Table};
use crate::tui::state::groups::{panel_rows, rows_in_sight};
use crate::tui::state::review::Review;
use crate::tui::state::shown::arrow;
use crate::tui::target::{By, Target};
use crate::tui::theme::Theme;
use ratatui::style::Style;
use ratatui::text::Span;
use rust_decimal::Decimal;

/// The rank of the bars toward the target, and of those of all who match.
const BAR_TOWARD: usize = 1;
const BAR_MATCHED: usize = 7;

/// The columns of numbers in order.
fn columns(review: &Review) -> impl ExactSizeIterator<Item = GroupColumn> + use<> {
    GroupColumn::in_sight(&review.filter).iter().skip(1).copied()
}

/// The rank of a column when room runs out, 0 stays: under a filter that is not of groups alone `matched` leads.
fn rank(column: GroupColumn, matched: bool) -> usize {
    match (column, matched) {
        (GroupColumn::Name | GroupColumn::Percent | GroupColumn::Matched, _) => 0,
        (GroupColumn::Standing(Standing::Active), false) => 0,
        (GroupColumn::Standing(Standing::Active), true) => 1,
        (GroupColumn::Target | GroupColumn::Standing(Standing::Grace), _) => 2,
        (GroupColumn::Standing(Standing::Proposed), false) | (GroupColumn::Standing(Standing::Inactive), _) => 3,
        (GroupColumn::Standing(Standing::Verified), _) => 4,
        (GroupColumn::Standing(Standing::Proposed), true) => 5,
        (GroupColumn::Standing(Standing::Rejected), _) => 6,
    }
}

/// The name of a row, as the data has it.
fn called<'a>(canvas: &Canvas<'_>, review: &'a Review, row: &GroupRow) -> &'a str {
    match row.group.and_then(|place| review.roster.groups.get(place)) {
        Some(group) => canvas.lang.of(&group.name),
        None => canvas.say(&words::UNKNOWN_GROUP),
    }
}

/// The same as it is shown.
fn name(canvas: &Canvas<'_>, review: &Review, row: &GroupRow) -> String {
    scrub(called(canvas, review, row)).into_owned()
}

/// What a line of the list says: a group, or all.
#[derive(Clone, Copy)]
struct Line<'a> {
    target: Option<u64>,
    progress: Option<Fraction>,
    standing: &'a Standings,
}

impl<'a> Line<'a> {
    fn of(review: &'a Review, row: &'a GroupRow) -> Line<'a> {
        let all = &review.answer.figures.enrollment;
        let target = row.target.filter(|_| row.progress.is_some() || all.target.is_some());
        Line { target, progress: row.progress, standing: &row.standing }
    }

    fn all(review: &'a Review) -> Line<'a> {
        let all = &review.answer.figures.enrollment;
        Line { target: all.target, progress: all.progress, standing: &all.standing }
    }

    fn count(&self, column: GroupColumn) -> Option<u64> {
        match column {
            GroupColumn::Target => self.target,
            GroupColumn::Matched => Some(self.standing.funnel().listed),
            GroupColumn::Standing(own) => Some(self.standing.get(own)),
            GroupColumn::Name | GroupColumn::Percent => None,
        }
    }

    fn percent(&self) -> Option<Decimal> {
        self.progress.and_then(Fraction::percent_on_screen)
    }

    fn numbers(&self, lang: Lang, review: &Review) -> Vec<String> {
        let number = |column| match column {
            GroupColumn::Percent => percent(lang, self.percent()),
            column => self.count(column).map_or(UNKNOWN.to_owned(), |number| lang.count(number)),
        };
        columns(review).map(number).collect()
    }
}

/// A percentage under its sign.
fn percent(lang: Lang, percent: Option<Decimal>) -> String {
    lang.percent(percent).trim_end_matches('%').to_owned()
}

/// What the whole list needs, so that nothing moves as it scrolls: of a hundred thousand groups a screenful is put in
/// words, and of all the others only the largest number of each column, which is the widest.
struct Largest {
    /// The width of the longest name.
    name: usize,
    /// The width of each column's numbers, and whether any of them is more than zero.
    numbers: Vec<(usize, bool)>,
    listed: u64,
    active: u64,
}

impl Largest {
    fn of(review: &Review, canvas: &Canvas<'_>) -> Largest {
        let lang = canvas.lang;
        let rows = || review.answer.list().iter();
        let lines = || rows().map(|row| Line::of(review, row)).chain([Line::all(review)]);
        let number = |column| match column {
            GroupColumn::Percent => (width(&percent(lang, lines().filter_map(|line| line.percent()).max())), true),
            column => {
                let largest = lines().filter_map(|line| line.count(column)).max();
                (largest.map_or(width(UNKNOWN), |largest| width(&lang.count(largest))), largest != Some(0))
            }
        };
        let most = |of: &dyn Fn(&Standings) -> u64| rows().map(|row| of(&row.standing)).max().unwrap_or(0);
        let names = rows().map(|row| called(canvas, review, row));
        Largest {
            name: widest(names.chain([total(review, canvas)]), |name| scrub(name).into_owned()),
            numbers: columns(review).map(number).collect(),
            listed: most(&|standing| standing.funnel().listed),
            active: most(&|standing| standing.get(Standing::Active)),
        }
    }
}

/// The name of the last line.
fn total(review: &Review, canvas: &Canvas<'_>) -> &'static str {
    canvas.say(if review.filter.is_everybody() { &words::ALL_GROUPS } else { &words::FILTERED })
}

/// Draws the tab; what is out of sight is told at the right end of the rule.
pub fn draw(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let told = list(review, layout, canvas);
    let rows = panel_rows(layout);
    if let Some(row) = review.answer.list().get(review.groups.row).filter(|_| rows >= 3) {
        let top = layout.content.y + layout.content.height - rows;
        panel::draw(review, row, layout, canvas, top);
    }
    match told.is_empty() {
        true => Vec::new(),
        false => vec![Span::styled(told.join(" · "), canvas.theme.chosen())],
    }
}

/// A heading, with an arrow where the list is sorted by it.
fn arrowed(heading: &Phrase, column: GroupColumn, review: &Review, canvas: &Canvas<'_>) -> String {
    let heading = canvas.say(heading);
    arrow(order(review), column).map_or(heading.to_owned(), |(arrow, _)| format!("{heading} {arrow}"))
}

/// What the list is sorted by.
fn order(review: &Review) -> Order<GroupColumn> {
    review.answer.groups.under(&review.filter).order
}

/// The headings of the numbers.
fn headings(review: &Review, canvas: &Canvas<'_>) -> Vec<String> {
    columns(review).map(|column| arrowed(&value::heading_of_group(column), column, review, canvas)).collect()
}

/// What fits of the list: names, numbers, a bar.
struct Sight {
    names: usize,
    /// Which number, and where it stands.
    numbers: Vec<(usize, Shown)>,
    bar: Option<Shown>,
    /// Whether other columns come in sight by the keys to the left, and by those to the right.
    turns: (bool, bool),
}

impl Sight {
    /// Behind names and numbers.
    fn end_of_text(&self) -> u16 {
        self.numbers.last().map_or(3 + self.names as u16, |(_, shown)| shown.end())
    }

    /// The columns out of sight. Where nobody who matches stands, as among the rejected, there is nothing to miss.
    fn hidden(&self, review: &Review, largest: &Largest) -> Vec<usize> {
        let is_away = |number: &usize| self.numbers.iter().all(|(shown, _)| shown != number);
        let says = |number: &usize| {
            !review.leads_with_matched() || largest.numbers.get(*number).is_some_and(|(_, says)| *says)
        };
        (0..columns(review).len()).filter(is_away).filter(says).collect()
    }

    /// What is said of the columns out of sight: by which of them the list is sorted, and how many on which side.
    fn told(&self, review: &Review, largest: &Largest, canvas: &Canvas<'_>) -> Vec<String> {
        let place = |column| columns(review).position(|own| own == column);
        let is_shown = |number: usize| self.numbers.iter().any(|(shown, _)| *shown == number);
        let decides = order(review).first.map(|level| level.column);
        let sorted = decides.filter(|column| place(*column).is_some_and(|number| !is_shown(number)));
        let sorted = sorted.map(|column| arrowed(&value::heading_of_group(column), column, review, canvas));
        let hidden = self.hidden(review, largest);
        let more = canvas.lang.fill(&words::MORE_COLUMNS, &[&hidden.len().to_string()]);
        let (before, behind) = self.turns;
        let more = format!("{}{more}{}", if before { "‹ " } else { "" }, if behind { " ›" } else { "" });
        sorted.into_iter().chain((!hidden.is_empty()).then_some(more)).collect()
    }

    /// Draws the headings: a click on one sorts by it.
    fn head(&self, review: &Review, canvas: &mut Canvas<'_>, y: u16) {
        let [long, short] =
            [&words::GROUP, &words::GROUP_SHORT].map(|heading| arrowed(heading, GroupColumn::Name, review, canvas));
        let name = if width(&long) <= self.names { long } else { short };
        let headings = headings(review, canvas);
        self.write(canvas, y, &name, &headings, canvas.theme.dim());
        let decides = order(review).first.map(|level| level.column);
        let numbers = self.numbers.iter().filter_map(|(number, shown)| {
            Some((columns(review).nth(*number)?, headings.get(*number)?, shown.from, shown.end()))
        });
        let names = 3 + self.names as u16;
        for (column, heading, from, end) in [(GroupColumn::Name, &name, 3, names)].into_iter().chain(numbers) {
            canvas.means(from, end, y, Target::Heading(By::Group(column)));
            if decides == Some(column) {
                let from = if column == GroupColumn::Name { from } else { end - width(heading) as u16 };
                canvas.put(from, y, Span::styled(heading.clone(), canvas.theme.bold()));
            }
        }
    }

    /// Draws names and numbers of a line.
    fn write<S: AsRef<str>>(&self, canvas: &mut Canvas<'_>, y: u16, name: &str, cells: &[S], style: Style) {
        let mut text = pad(name, self.names);
        for (number, shown) in &self.numbers {
            let cell = cells.get(*number).map_or("", AsRef::as_ref);
            text += &right(cell, usize::from(shown.end() - 3).saturating_sub(width(&text)));
        }
        canvas.put(3, y, Span::styled(text, style));
    }
}

/// The least that is still a bar: its heading stands over it, and off the number before it.
const LEAST_BAR: usize = 7;

/// Bars shrink first, then columns go; names, Active and % stay, or how many match. Turned, those that are hidden come
/// in their place, and before the bar.
fn sight(review: &Review, largest: &Largest, layout: &Layout, canvas: &Canvas<'_>) -> Sight {
    let wide = layout.width == Width::Wide;
    let headings = headings(review, canvas);
    let most = match layout.area.width {
        ROOMY.. => largest.name,
        _ if layout.width == Width::Narrow => 22,
        _ => 28,
    };
    let least = width(&arrowed(&words::GROUP_SHORT, GroupColumn::Name, review, canvas));
    let names = largest.name.clamp(least, most.max(least));
    // The first number stands one space off the longest name, as there is always room inside its column.
    let names = Names { least: names.min(SHORTEST), most: names, yields_to: 0, gap: if wide { 3 } else { 1 } };
    let column = |number: usize, rank| {
        let cells = largest.numbers.get(number).map_or(0, |(width, _)| *width);
        let is_percent = columns(review).nth(number) == Some(GroupColumn::Percent);
        let least = headings.get(number).map_or(0, |head| width(head)).max(if is_percent { 5 } else { 0 });
        Column::exactly(cells.max(least), if wide { 3 } else { 2 }, rank)
    };
    let end = layout.area.width - 1;
    // Bars of all who match stand where there is room for them and the numbers.
    let with_bar = wide || !review.leads_with_matched();
    let fitted = |numbers: &[(usize, usize)], skip: usize, rank_of_bar| {
        let mut columns: Vec<Column> = numbers.iter().map(|&(number, rank)| column(number, rank)).collect();
        if with_bar {
            columns.push(Column { least: LEAST_BAR, most: usize::MAX, gap: names.gap, rank: rank_of_bar });
        }
        let fitted = Table { from: 3, end, names, columns: &columns, skip, parted: false }.fit();
        let shown = fitted.shown.iter().filter_map(|shown| Some((numbers.get(shown.place)?.0, *shown)));
        let bar = fitted.column(numbers.len()).copied();
        Sight { names: fitted.names, numbers: shown.collect(), bar, turns: (false, false) }
    };
    let rank = |(number, column)| (number, rank(column, review.leads_with_matched()));
    let ranks: Vec<(usize, usize)> = columns(review).enumerate().map(rank).collect();
    let rank_of_bar = if review.leads_with_matched() { BAR_MATCHED } else { BAR_TOWARD };
    let first = fitted(&ranks, 0, rank_of_bar);
    let hidden = first.hidden(review, largest).into_iter().enumerate().map(|(rank, number)| (number, rank));
    let hidden: Vec<(usize, usize)> = hidden.collect();
    match review.groups.column.min(hidden.len()).checked_sub(1) {
        None => Sight { turns: (false, !hidden.is_empty()), ..first },
        Some(skip) => {
            let turned = fitted(&hidden, skip, columns(review).len());
            let last = hidden.last().map(|(number, _)| *number);
            let is_last = turned.numbers.last().map(|(number, _)| *number) == last;
            Sight { turns: (true, !is_last), ..turned }
        }
    }
}

/// How far a line is on its way to the target; without one, its active beside those of the other groups. Under a filter
/// that is not of groups alone its matched beside theirs, the active ones solid.
fn bar(review: &Review, line: Line<'_>, largest: &Largest, width: usize, theme: Theme) -> Vec<Span<'static>> {
    if review.leads_with_matched() {
        let funnel = line.standing.funnel();
        let others = funnel.listed - funnel.active;
        let parts = [(funnel.active.into(), Fill::Solid, theme.good()), (others.into(), Fill::Hatched, theme.dim())];
        return bar::stacked(&parts, largest.listed.into(), width, None);
    }
    match line.progress {
        Some(share) => {
            let part = |count| u128::try_from(count).unwrap_or(0);
            let share = Share { part: part(share.part), whole: part(share.whole) };
            bar::toward(share, width, theme.good(), theme.dim())
        }
        None => {
            let active = line.standing.get(Standing::Active).min(largest.active);
            bar::count(active.into(), largest.active.into(), width.saturating_sub(1), theme.dim())
        }
    }
}

/// Draws the list; the answer is what is out of sight, in words.
fn list(review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<String> {
    let theme = canvas.theme;
    let largest = Largest::of(review, canvas);
    let sight = sight(review, &largest, layout, canvas);
    let told = sight.told(review, &largest, canvas);
    let top = layout.content.y;
    let end = layout.area.width - 1;
    sight.head(review, canvas, top);
    if let Some(place) = sight.bar {
        let head = if review.leads_with_matched() { &words::MATCHED_STEP } else { &words::GOAL };
        let head = canvas.say(head);
        if width(head) <= place.width {
            canvas.put_right(end, top, Span::styled(head, theme.dim()));
        }
    }
    if review.answer.list().is_empty() {
        canvas.put(3, top + 1, Span::styled(canvas.say(&words::NO_GROUPS), theme.dim()));
        return told;
    }
    let (mut y, more) = groups(review, layout, canvas, &largest, &sight);
    if layout.airy() {
        canvas.rule(3, sight.end_of_text(), y);
        if sight.bar.is_some() && review.answer.figures.enrollment.target.is_some() {
            canvas.put(end - 1, y, Span::styled("│", theme.dim()));
        }
        y += 1;
    }
    let all = Line::all(review);
    sight.write(canvas, y, total(review, canvas), &all.numbers(canvas.lang, review), theme.bold());
    if let Some(place) = sight.bar.filter(|_| all.progress.is_some()) {
        canvas.bar(place.from, y, bar(review, all, &largest, place.width, theme));
    }
    more.into_iter().chain(told).collect()
}

/// Draws the groups in sight; the answer is the row behind them, and in words how many are not.
fn groups(
    review: &Review,
    layout: &Layout,
    canvas: &mut Canvas<'_>,
    largest: &Largest,
    sight: &Sight,
) -> (u16, Option<String>) {
    let theme = canvas.theme;
    let picks = review.filter.picks(Field::Group);
    let mut y = layout.content.y + 1;
    let list =
        List::from(review.groups.top, rows_in_sight(layout), review.answer.list().len(), Some(review.groups.row));
    for place in list.lines() {
        let Some(row) = review.answer.list().get(place) else { continue };
        let (line, name) = (Line::of(review, row), name(canvas, review, row));
        sight.write(canvas, y, &name, &line.numbers(canvas.lang, review), theme.plain());
        let value = match row.group.and_then(|place| review.roster.groups.get(place)) {
            Some(group) => Value::Name(group.id.clone()),
            None => Value::None,
        };
        if picks.contains(&value) {
            let chosen = theme.chosen().patch(theme.bold());
            list::pick(canvas, 2, y, chosen);
            canvas.put(3, y, Span::styled(fit(&name, sight.names), chosen));
        }
        if let Some(place) = sight.bar {
            canvas.bar(place.from, y, bar(review, line, largest, place.width, theme));
        }
        list.mark(canvas, place, 1, (0, sight.end_of_text()), y);
        list.reaches(canvas, place, (0, layout.area.width), y);
        y += 1;
    }
    (y, list.hidden(canvas.lang))
}

//! What changed since an older roster: every headline figure then, now and by how much; below, what happened to the
//! workers, and behind each line its people.
//!
//! ```text
//! ━━━━━━━━━━─────────────────────────────────── Since 31 Jul 2024 matched by NIK ─
//!                               31 Jul 2024      30 Aug 2024               change
//!    Active                          13,424           14,212                 +788
//! ── Workers ────────────────────────────  ── Status ─────────────────────────────
//!  > joined                        1,012     verified → active                723
//! ```

use crate::figures::compare::{Comparison, People};
use crate::lang::changes::Told as Figure;
use crate::lang::measure::{fit, pad, width, wrap};
use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, Phrase, value, words};
use crate::roster::Roster;
use crate::roster::attribute::Attribute;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::List;
use crate::tui::state::app::App;
use crate::tui::state::compare::{CompareView, Told, rows_in_sight};
use crate::tui::state::path::PathLine;
use crate::tui::state::review::Review;
use crate::tui::theme::standing_mark;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Draws over the content; the answer stands at the right end of the rule.
pub fn draw(
    app: &App,
    review: &Review,
    view: &CompareView,
    layout: &Layout,
    canvas: &mut Canvas<'_>,
) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    if let CompareView::Asking(path, _) = view {
        asking(path, layout, canvas);
        return vec![Span::styled(canvas.say(&words::WHAT_CHANGED), theme.bold())];
    }
    let (Some(comparison), Some(older)) = (&review.answer.comparison, review.older()) else {
        let file = app.comparing.as_deref().unwrap_or_default();
        let text = lang.fill(&words::COMPARING, &[&scrub(file)]);
        canvas.put(3, layout.content.y, Span::styled(fit(&text, usize::from(layout.area.width) - 4), theme.dim()));
        return vec![Span::styled(canvas.say(&words::WHAT_CHANGED), theme.bold())];
    };
    match view {
        CompareView::List { people, place, .. } => {
            list(app, review, older, comparison, (*people, *place), layout, canvas)
        }
        CompareView::Lines(line) => {
            let (behind, hidden) = figures(comparison, layout, canvas);
            what_happened(comparison, *line, layout, behind, canvas);
            let since = lang.fill(&words::SINCE, &[&lang.day(comparison.old.as_of)]);
            let matched = format!(" {}", canvas.say(&words::MATCHED_BY));
            let more =
                (hidden > 0).then(|| format!(" · {} ›", lang.fill(&words::MORE_COLUMNS, &[&lang.count(hidden)])));
            // Between the rule's own ends; how people were matched is the first to go.
            let all = [&since, &matched].into_iter().chain(&more).map(|text| width(text)).sum::<usize>() + 4;
            let matched = Some(matched).filter(|_| layout.width != Width::Narrow && all <= layout.area.width.into());
            let mut unit = vec![Span::styled(since, theme.bold())];
            unit.extend(matched.map(|text| Span::styled(text, theme.dim())));
            unit.extend(more.map(|text| Span::styled(text, theme.chosen())));
            unit
        }
        CompareView::Asking(..) => Vec::new(),
    }
}

fn asking(path: &PathLine, layout: &Layout, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let mut y = layout.content.y;
    let room = usize::from(layout.area.width).saturating_sub(4);
    let how = wrap(canvas.say(&words::COMPARED_HOW), room);
    if usize::from(layout.content.height) >= how.len() + 3 {
        for text in how {
            y += 1;
            canvas.put(3, y, Span::styled(text, theme.dim()));
        }
        y += 2;
    }
    let x = canvas.put(3, y, Span::styled(canvas.say(&words::COMPARED_WITH), theme.dim())) + 2;
    let own = usize::from(layout.area.width).saturating_sub(usize::from(x) + 2);
    let (caret, _) = canvas.typed(x, y, own, &path.input.text(), &path.input.before());
    let bottom = layout.content.y + layout.content.height;
    if let Some(why) = &path.error {
        // How to call the program helps nobody who is in it.
        let why = scrub(why.lines().next().unwrap_or_default());
        for (place, (y, text)) in (y + 1..bottom).zip(wrap(&why, room.saturating_sub(2))).enumerate() {
            if place == 0 {
                canvas.put(3, y, Span::styled("▲", theme.attention()));
            }
            canvas.put(5, y, Span::raw(text));
        }
    }
    let offers: Vec<&str> = path.offers.iter().map(|offer| last_part(offer)).collect();
    let sight = usize::from(bottom.saturating_sub(y + 1));
    let list = List::around_with_more(path.choice, sight, offers.len());
    for (y, place) in (y + 1..).zip(list.lines()) {
        let Some(name) = offers.get(place) else { continue };
        let behind = canvas.put(x, y, Span::raw(fit(&scrub(name), own)));
        list.mark(canvas, place, x - 2, (x - 2, behind), y);
    }
    if let Some(more) = list.more(canvas.lang).filter(|_| list.lines().len() < sight) {
        canvas.put(x, bottom - 1, Span::styled(more, theme.dim()));
    }
    canvas.cursor = Some(caret);
}

/// That these are probably lists of other people, in the lines of the screen.
fn doubt(comparison: &Comparison, layout: &Layout, lang: Lang) -> Vec<String> {
    let lines = lang.other_people(comparison).map(|text| wrap(&text, usize::from(layout.area.width) - 6));
    lines.unwrap_or_default()
}

/// How many headline figures are told: where the lists are of other people, they make room for that and for who.
fn figures_in_sight(comparison: &Comparison, layout: &Layout, lang: Lang) -> usize {
    let all = lang.headline(comparison).len();
    match doubt(comparison, layout, lang).len() {
        0 => all,
        lines => usize::from(layout.content.height).saturating_sub(lines + 5).clamp(1, all),
    }
}

/// The name in its folder.
fn last_part(path: &str) -> &str {
    let name = path.strip_suffix('/').unwrap_or(path);
    let front = name.rsplit_once('/').map_or(0, |(front, _)| front.len() + 1);
    path.get(front..).unwrap_or(path)
}

/// The headline figures: then, now, the change; the answer is the row behind them, and how many columns have no room.
fn figures(comparison: &Comparison, layout: &Layout, canvas: &mut Canvas<'_>) -> (u16, u64) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let top = layout.content.y;
    let told = lang.headline(comparison);
    let dates = [comparison.old.as_of, comparison.new.as_of].map(|day| lang.day(day));
    let wide = |head: &str, cell: fn(&Figure) -> &str| {
        told.iter().map(|told| width(cell(told))).max().unwrap_or(0).max(width(head)) as u16
    };
    let change = wide(canvas.say(&words::CHANGE), |told| &told.change);
    let new = wide(&dates[1], |told| &told.new);
    let old = wide(&dates[0], |told| &told.old);
    let ends = Ends::of(&told, [old, new, change], layout);
    let bottom = top + layout.content.height;
    canvas.put_right(ends.old, top, Span::styled(dates[0].clone(), theme.dim()));
    canvas.put_right(ends.new, top, Span::styled(dates[1].clone(), theme.dim()));
    if let Some(end) = ends.change {
        canvas.put_right(end, top, Span::styled(canvas.say(&words::CHANGE), theme.dim()));
    }
    let shown = figures_in_sight(comparison, layout, lang);
    let mut y = top + 1;
    for (line, told) in told.into_iter().take(shown).enumerate() {
        let bold = |style: Style| if line == 0 { style.patch(theme.bold()) } else { style };
        // A name that has no room beside its figures stands above them.
        let above = !ends.has_room(&told);
        if y + u16::from(above) >= bottom {
            break;
        }
        canvas.put(3, y, Span::styled(told.name, bold(theme.plain())));
        y += u16::from(above);
        canvas.put_right(ends.old, y, Span::styled(told.old, theme.dim()));
        canvas.put_right(ends.new, y, Span::styled(told.new, bold(theme.plain())));
        if let Some(end) = ends.change {
            let style = if told.worse { theme.attention() } else { theme.plain() };
            canvas.put_right(end, y, Span::styled(told.change, bold(style)));
        }
        y += 1;
    }
    (y, u64::from(ends.change.is_none()))
}

/// Where the columns of the headline figures end.
struct Ends {
    old: u16,
    new: u16,
    change: Option<u16>,
}

impl Ends {
    /// On a wide screen they stand where they can be compared, else as close as they must; if even that is too wide, the
    /// change goes: it is what the two others say.
    fn of(told: &[Figure], [old, new, change]: [u16; 3], layout: &Layout) -> Ends {
        let end = layout.area.width - 1;
        if layout.width == Width::Wide {
            return Ends { old: 58, new: 82, change: Some(106) };
        }
        let ways = [(change.max(19), new.max(15)), (change, new)].map(|(change, new)| {
            let before = end.saturating_sub(change + 2);
            Ends { old: before.saturating_sub(new + 2), new: before, change: Some(end) }
        });
        let fits = |ends: &Ends| ends.old > old + 3 && told.iter().all(|told| ends.has_room(told));
        let apart = ways.into_iter().find(fits);
        apart.unwrap_or(Ends { old: end.saturating_sub(new + 2), new: end, change: None })
    }

    /// Whether a name has room before the older figure.
    fn has_room(&self, told: &Figure) -> bool {
        3 + width(told.name) + 2 + width(&told.old) <= usize::from(self.old)
    }
}

/// What is told of a person in so many columns: a place goes first, then what was before.
fn told_in(text: &str, room: usize) -> String {
    let whole = text.to_owned();
    let without_place = text.rsplit_once(", ").map(|(told, _)| told.to_owned());
    let now = text.split_once(" → ").map(|(_, now)| format!("→ {now}"));
    let forms = [Some(whole), without_place, now];
    let fits = |form: &String| width(form) <= room;
    forms.into_iter().flatten().find(fits).unwrap_or_else(|| fit(text, room))
}

/// What happened to the workers, and what else differs.
fn what_happened(comparison: &Comparison, cursor: usize, layout: &Layout, behind: u16, canvas: &mut Canvas<'_>) {
    let lang = canvas.lang;
    let full = layout.area.width;
    let mut top = behind + u16::from(layout.airy());
    let bottom = layout.content.y + layout.content.height;
    for (place, line) in doubt(comparison, layout, lang).into_iter().enumerate() {
        let mark = if place == 0 { "▲ " } else { "  " };
        canvas.put(3, top, Span::styled(format!("{mark}{line}"), canvas.theme.attention()));
        top += 1;
    }
    let height = bottom.saturating_sub(top);
    if height == 0 {
        return;
    }
    if comparison.is_equal() {
        canvas.put(3, top, Span::styled(canvas.say(&words::NO_DIFFERENCE), canvas.theme.bold()));
        return;
    }
    let (lines, second) = comparison.lines();
    let (people, moves) = lines.split_at(second);
    let besides = lang.besides(comparison);
    let at = |from: usize, lines: &[(People, u64)]| cursor.checked_sub(from).filter(|own| *own < lines.len());
    match layout.width {
        Width::Narrow => {
            // One list: what does not fit scrolls with the cursor.
            let area = Rect::new(0, top, full, height);
            panel(comparison, canvas, area, (0, &words::TAB_WORKERS), &lines, Some(cursor), &[]);
        }
        _ => {
            let half = full / 2;
            let left = Rect::new(0, top, half - 1, height);
            let right = Rect::new(half, top, full - half, height);
            // What else differs stands where there is more room.
            let (below_people, below_moves) =
                if moves.len() < people.len() { (&[][..], &besides[..]) } else { (&besides[..], &[][..]) };
            panel(comparison, canvas, left, (0, &words::TAB_WORKERS), people, at(0, people), below_people);
            panel(comparison, canvas, right, (1, &words::STATUS), moves, at(second, moves), below_moves);
        }
    }
}

fn panel(
    comparison: &Comparison,
    canvas: &mut Canvas<'_>,
    area: Rect,
    (number, title): (usize, &Phrase),
    lines: &[(People, u64)],
    cursor: Option<usize>,
    besides: &[String],
) {
    if area.height < 2 {
        return;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let end = area.x + area.width - 1;
    let from = area.x + 3;
    let sight = usize::from(area.height - 1);
    let list = List::around(cursor, sight, lines.len()).behind(number);
    let more = list.more(lang).filter(|_| list.below() > 0);
    let unit: Vec<Span> = more.map(|more| Span::styled(more, theme.dim())).into_iter().collect();
    canvas.panel(area.x, area.x + area.width, area.y, lang.say(title), &unit);
    if lines.is_empty() {
        canvas.put(from, area.y + 1, Span::styled(canvas.say(&words::NO_MOVES), theme.dim()));
    }
    for (y, place) in (area.y + 1..).zip(list.lines()) {
        let Some((people, count)) = lines.get(place) else { continue };
        let count = match people {
            People::Joined => lang.signed(i128::from(*count)),
            People::Left => lang.signed(-i128::from(*count)),
            _ => lang.count(*count),
        };
        let mut x = from;
        if let People::Moved(_, to) = people {
            x = canvas.put(x, y, Span::styled(standing_mark(*to), theme.standing(*to))) + 1;
        }
        let room = usize::from(end.saturating_sub(x)).saturating_sub(width(&count) + 1);
        let behind = canvas.put(x, y, Span::raw(told_in(&lang.happened(*people, comparison), room)));
        canvas.put_right(end, y, Span::raw(count));
        list.mark(canvas, place, from - 2, (from - 3, behind.max(end)), y);
    }
    let mut y = area.y + 1 + lines.len().clamp(1, sight) as u16;
    for text in besides {
        for row in wrap(text, usize::from(end.saturating_sub(from))) {
            if y < area.y + area.height {
                canvas.put(from, y, Span::styled(row, theme.dim()));
                y += 1;
            }
        }
    }
}

/// The people behind a line.
fn list(
    app: &App,
    review: &Review,
    old: &Roster,
    comparison: &Comparison,
    (people, place): (People, usize),
    layout: &Layout,
    canvas: &mut Canvas<'_>,
) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let full = layout.area.width;
    let top = layout.content.y;
    let many = comparison.count(people);
    let title = match comparison.lines().0.iter().any(|(own, _)| *own == people) {
        true => lang.happened(people, comparison),
        false => canvas.say(&words::NOBODY_HERE).to_owned(),
    };
    let last = match people {
        People::Changed(_) | People::Moved(..) => &words::THEN_AND_NOW,
        People::Joined | People::Left => &words::STATUS,
    };
    let heads = [Attribute::Name, Attribute::Nik, Attribute::Group];
    let heads = heads.map(|head| lang.say(&value::heading(head)).to_owned());
    let [head_name, head_nik, head_group] = heads;
    let heads = [head_name, head_nik, head_group, lang.say(last).to_owned()];
    let list = List::around(Some(place), rows_in_sight(layout), many);
    let shown = comparison.who(people).skip(list.above()).take(list.lines().len());
    let rows = shown.filter_map(|(was, is)| {
        let told = Told::of(people, (was.map(|row| old.worker(row)), is.map(|row| review.roster.worker(row))));
        Some(told?.cells(lang, app.privacy))
    });
    let rows: Vec<[String; 4]> = rows.collect();
    let widths = widths(layout, (people, app.privacy), rows.iter().chain([&heads]));
    person(canvas, layout, widths, &heads, theme.dim(), top);
    if many == 0 {
        for (y, text) in (top + 1..).zip(wrap(canvas.say(&words::NO_WORKER), usize::from(full) - 4)) {
            canvas.put(3, y, Span::raw(text));
        }
    }
    for ((y, at), cells) in (top + 1..).zip(list.lines()).zip(&rows) {
        person(canvas, layout, widths, cells, theme.plain(), y);
        list.mark(canvas, at, 1, (0, full), y);
    }
    if many == 0 {
        return vec![Span::styled(title, theme.bold())];
    }
    let sight = format!("{}–{}", lang.count(list.above() as u64 + 1), lang.count(list.lines().end as u64));
    let of = lang.fill(&words::PLACE_OF, &[&sight, &lang.count(many as u64)]);
    vec![Span::styled(title, theme.bold()), Span::styled(format!(" {of}"), theme.dim())]
}

/// How wide name, NIK and group of a list are. What is told of its people stands whole: the group gives way to it, then
/// the number, then the end of the name.
fn widths<'a>(
    layout: &Layout,
    (people, privacy): (People, Privacy),
    rows: impl Iterator<Item = &'a [String; 4]>,
) -> [usize; 3] {
    let nik = if privacy.hides() { 8 } else { 16 };
    let group = if layout.width == Width::Wide { 24 } else { 14 };
    let group = if people == People::Changed(Attribute::Occupation) { 0 } else { group };
    let ways = match layout.width {
        Width::Narrow => vec![[18, 0, 0]],
        Width::Stacked | Width::Wide => vec![[22, nik, group], [22, nik, 0], [22, 0, 0]],
    };
    let told = rows.map(|cells| width(&cells[3])).max().unwrap_or(0);
    let room = usize::from(layout.area.width).saturating_sub(3 + 1 + told);
    let taken = |way: &[usize; 3]| way.iter().filter(|wide| **wide > 0).map(|wide| wide + 2).sum::<usize>();
    let name = [room.saturating_sub(2).clamp(8, 18), 0, 0];
    ways.into_iter().find(|way| taken(way) <= room).unwrap_or(name)
}

/// A person of a list, or its headings: name, NIK, group, and what is told.
fn person(canvas: &mut Canvas<'_>, layout: &Layout, widths: [usize; 3], cells: &[String; 4], style: Style, y: u16) {
    let mut x = 3;
    for (cell, wide) in cells.iter().zip(widths).filter(|(_, wide)| *wide > 0) {
        x = canvas.put(x, y, Span::styled(pad(cell, wide), style)) + 2;
    }
    let room = usize::from(layout.area.width).saturating_sub(usize::from(x) + 1);
    canvas.put(x, y, Span::styled(told_in(&cells[3], room), style));
}

//! One worker, whole: every field, the standing and why, the months paid, the findings with what to do. Over the
//! content on stacked screens, as a panel beside the table on wide ones.

use crate::check::expected::hidden;
use crate::lang::date::years_meet;
use crate::lang::findings;
use crate::lang::measure::{fit, width, wrap};
use crate::lang::person::Mask;
use crate::lang::{Lang, value, words};
use crate::roster::attribute::Attribute;
use crate::roster::calendar::Month;
use crate::roster::finding::Rule;
use crate::roster::money::Rupiah;
use crate::roster::store::Worker;
use crate::roster::worker::Standing;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::state::review::Review;
use crate::tui::theme::{severity_mark, standing_mark};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Draws the worker under the cursor over the content.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let Some(worker) = review.workers.row.map(|row| review.roster.worker(row)) else { return Vec::new() };
    let content = layout.content;
    let full = layout.area.width;
    if layout.width == Width::Narrow {
        panel(app, review, worker, Rect::new(1, content.y, full - 2, content.height), canvas);
    } else {
        let half = full / 2;
        let bottom = content.y + content.height;
        let area = Rect::new(1, content.y, half - 2, content.height);
        let (_, left) = fields(app, review, worker, (area, usize::MAX), canvas);
        let right = |y: u16| Rect::new(half, y, full - half - 1, bottom.saturating_sub(y));
        let mut y = standing(review, worker, right(content.y), canvas);
        // What has no room at the left stands here: on a low screen the findings wait.
        if left > 0 {
            (y, _) = fields(app, review, worker, (right(y), left), canvas);
        }
        y = paid(review, worker, Rect::new(half, y + 1, full - half, content.height), canvas);
        findings(app, review, worker, Rect::new(half, y + 1, full - half, bottom.saturating_sub(y + 1)), canvas);
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let place = review.workers.place(review.facts()).map_or(0, |place| place as u64 + 1);
    let of = lang.fill(&words::PLACE_OF, &[&lang.count(place), &lang.count(review.answer.figures.matched)]);
    let room = usize::from(full).saturating_sub(width(&of) + 10);
    vec![Span::styled(fit(&app.privacy.name(worker), room), theme.bold()), Span::styled(format!(" {of}"), theme.dim())]
}

/// Draws a worker in one column.
pub fn panel(app: &App, review: &Review, worker: Worker<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let end = area.x + area.width - 1;
    let id = app.privacy.id(worker).unwrap_or_default();
    let room = usize::from(area.width).saturating_sub(width(&id) + 3);
    canvas.put(area.x, area.y, Span::styled(fit(&app.privacy.name(worker), room), theme.bold()));
    canvas.put_right(end, area.y, Span::styled(id, theme.dim()));
    let bottom = area.y + area.height;
    let below = |y: u16| Rect { y, height: bottom.saturating_sub(y), width: area.width - 1, ..area };
    let y = standing(review, worker, below(area.y + 2), canvas);
    let (y, _) = fields(app, review, worker, (below(y + 1), usize::MAX), canvas);
    findings(app, review, worker, below(y + 1), canvas);
}

/// The last fields of a worker, so many; the answer is the row behind them, and how many have no room.
fn fields(
    app: &App,
    review: &Review,
    worker: Worker<'_>,
    (area, last): (Rect, usize),
    canvas: &mut Canvas<'_>,
) -> (u16, usize) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    // A panel has the id beside the name; a low screen has no room for it.
    let few = area.x > 1 || area.height < 16;
    let shown = |own: &Attribute| match own {
        Attribute::Id => !few,
        // Most have none, and then nothing is missing.
        Attribute::Reason => worker.reason().is_some(),
        _ => true,
    };
    // The date says more than the age, to those who may see it.
    let birth = |own: Attribute| (own == Attribute::Age && !app.privacy.hides()).then_some(Attribute::Birth);
    let card = Attribute::CARD.into_iter().flat_map(|own| std::iter::once(own).chain(birth(own)));
    let rows = card.filter(shown).map(|own| {
        let name = if own == Attribute::Until { words::PROTECTED } else { value::heading(own) };
        (canvas.say(&name), said(app, review, worker, own, lang))
    });
    let mut rows: Vec<(&str, String)> = rows.collect();
    rows.drain(..rows.len().saturating_sub(last));
    let label = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let mut y = area.y;
    let room = usize::from(area.width).saturating_sub(label + 2);
    let mut left = 0;
    for (place, (name, value)) in rows.iter().enumerate() {
        // A value too long for its column goes on below; one that cannot be broken begins there.
        let longest = value.split(' ').map(width).max().unwrap_or(0);
        let (x, below, columns) = match longest <= room {
            true => (area.x + label as u16 + 2, 0, room),
            false => (area.x + 2, 1, usize::from(area.width).saturating_sub(2)),
        };
        let lines = wrap(value, columns);
        if usize::from(y - area.y) + usize::from(below) + lines.len() > usize::from(area.height) {
            left = rows.len() - place;
            break;
        }
        canvas.put(area.x, y, Span::styled(*name, theme.dim()));
        y += below;
        for line in lines {
            canvas.put(x, y, Span::raw(line));
            y += 1;
        }
    }
    (y, left)
}

/// An attribute as it stands alone: an age in years, a segment with what it costs a month.
fn said(app: &App, review: &Review, worker: Worker<'_>, attribute: Attribute, lang: Lang) -> String {
    let text = lang.attribute(worker, attribute, app.privacy, Mask::Long);
    match attribute {
        Attribute::Age => lang.years(worker.age()),
        Attribute::Segment => {
            let rates = review.roster.program.rates.at(worker.segment(), Month::of(review.roster.as_of()));
            match rates.sum().filter(|rate| *rate != Rupiah::ZERO) {
                Some(rate) => lang.fill(&words::SEGMENT_RATE, &[&text, &lang.rupiah(rate)]),
                None => text,
            }
        }
        // What ends on a day is not of that day alone.
        Attribute::Until if worker.until().is_some() => lang.fill(&words::TO_THE_DAY, &[&text]),
        _ => text,
    }
}

/// The standing and why; the answer is the row behind it.
fn standing(review: &Review, worker: Worker<'_>, area: Rect, canvas: &mut Canvas<'_>) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let as_of = review.roster.as_of();
    let own = worker.standing();
    let name = canvas.say(&words::standing(own));
    let mut lines: Vec<(String, Style)> = Vec::new();
    let head = lang.fill(&words::STANDS_ON, &[name, &lang.day(as_of)]);
    lines.push((format!("{} {head}", standing_mark(own)), theme.standing(own).patch(theme.bold())));
    match (own, worker.until(), worker.grace_until(), worker.lapse()) {
        (Standing::Active, Some(until), ..) => {
            lines.push((lang.fill(&words::PROTECTED_UNTIL, &[&lang.day(until)]), theme.plain()));
        }
        (Standing::Active, None, ..) => lines.push((canvas.say(&words::PROTECTED_OPEN).to_owned(), theme.plain())),
        (Standing::Grace, Some(until), Some(end), Some(lapse)) => {
            let months = review.roster.program.grace_months.to_string();
            lines.push((lang.fill(&words::UNTIL_THEN, &[&lang.day(until)]), theme.plain()));
            lines.push((lang.fill(&words::GRACE_TO, &[&months, &lang.day(end)]), theme.plain()));
            let days = (lapse - as_of).num_days().to_string();
            lines.push((format!("▲ {}", lang.fill(&words::LAPSES_ON, &[&lang.day(lapse), &days])), theme.attention()));
        }
        // Grace that goes on beyond the calendar's end.
        (Standing::Grace, Some(until), ..) => {
            lines.push((lang.fill(&words::PROTECTED_UNTIL, &[&lang.day(until)]), theme.plain()));
        }
        (Standing::Inactive, Some(_), _, Some(lapse)) if lapse <= as_of => {
            lines.push((lang.fill(&words::LAPSED_ON, &[&lang.day(lapse)]), theme.plain()));
        }
        (Standing::Proposed | Standing::Verified, ..) => {
            lines.push((canvas.say(&words::NOT_ENROLLED).to_owned(), theme.plain()));
        }
        _ => lines.push((canvas.say(&words::NOT_PROTECTED).to_owned(), theme.plain())),
    }
    let mut y = area.y;
    for (text, style) in lines {
        for line in wrap(&text, usize::from(area.width)) {
            canvas.put(area.x, y, Span::styled(line, style));
            y += 1;
        }
    }
    y
}

/// The months of coverage that the city paid for this worker: `✓` paid, `–` not, `·` not enrolled yet.
fn paid(review: &Review, worker: Worker<'_>, area: Rect, canvas: &mut Canvas<'_>) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let roster = &review.roster;
    let now = Month::of(roster.as_of());
    let paid = review.answer.figures.budget.covered;
    let first = paid.first().unwrap_or(now);
    canvas.panel(area.x, area.x + area.width, area.y, canvas.lang.say(&words::PAID), &[]);
    let many = usize::from(area.width / 6).max(1);
    let newest = |many: usize| -> Vec<Month> { first.max(now.plus(1 - many as i64)).to(now).collect() };
    let mut months = newest(many);
    // Where years meet each has its rows, behind its name.
    let years = years_meet(months.iter().copied());
    if years {
        months = newest(usize::from(area.width.saturating_sub(5) / 6).max(1));
    }
    let mut y = area.y + 1;
    for own in months.chunk_by(|one, next| one.year() == next.year()) {
        let from = if years { area.x + 5 } else { area.x };
        let first = own.first().map_or(String::new(), |month| month.year().to_string());
        if years {
            canvas.put(area.x, y, Span::styled(first, theme.dim()));
        }
        for (place, &month) in own.iter().enumerate() {
            let x = from + 1 + 6 * place as u16;
            let (mark, style) = paid_mark(review, worker, month, canvas);
            canvas.put(x, y, Span::styled(lang.month_name(month), theme.dim()));
            canvas.put(x + 1, y + 1, Span::styled(mark, style));
        }
        y += 2;
    }
    y
}

/// Whether a month was paid for a worker.
fn paid_mark(review: &Review, worker: Worker<'_>, month: Month, canvas: &Canvas<'_>) -> (&'static str, Style) {
    let theme = canvas.theme;
    let covered = review.answer.figures.budget.covered.contains(month);
    let protected = worker.until().is_none_or(|until| until >= month.last_day());
    match worker.enrolled().map(Month::of) {
        Some(enrolled) if enrolled <= month && covered && protected => ("✓", theme.good()),
        Some(enrolled) if enrolled <= month => ("–", theme.plain()),
        _ => ("·", theme.dim()),
    }
}

fn findings(app: &App, review: &Review, worker: Worker<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let found: Vec<Rule> = review.roster.findings.of_worker(worker.row).collect();
    let title = match found.len() {
        0 => (lang.say(&words::NO_FINDINGS).to_owned(), theme.dim()),
        1 => (lang.say(&words::ONE_FINDING).to_owned(), theme.bold()),
        many => (lang.fill(&words::SEVERAL_FINDINGS, &[&many.to_string()]), theme.bold()),
    };
    let room = usize::from(area.width.saturating_sub(1));
    let wrapped = |texts: Vec<(String, Style)>| -> Vec<(String, Style)> {
        let lines = |(text, style): (String, Style)| wrap(&text, room).into_iter().map(move |line| (line, style));
        texts.into_iter().flat_map(lines).collect()
    };
    let mut lines = wrapped(vec![title]);
    // Behind which line each finding is told whole.
    let mut ends = Vec::new();
    for &rule in &found {
        lines.extend(wrapped(finding(app, review, worker, rule, canvas)));
        ends.push(lines.len());
    }
    let rows = usize::from(area.height);
    let shown = if lines.len() > rows { rows.saturating_sub(1) } else { lines.len() };
    let left = ends.iter().filter(|end| **end > shown).count();
    let more = format!("▼ {}", lang.fill(&words::MORE, &[&left.to_string()]));
    let more = (left > 0 && rows > 0).then_some((more, theme.dim()));
    for ((line, style), y) in lines.into_iter().take(shown).chain(more).zip(area.y..) {
        canvas.put(area.x, y, Span::styled(line, style));
    }
}

/// One finding in sentences: what was found, what it means, what to do.
fn finding(app: &App, review: &Review, worker: Worker<'_>, rule: Rule, canvas: &Canvas<'_>) -> Vec<(String, Style)> {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let words_of = findings::words(rule);
    let head = format!("{} {}", severity_mark(rule.severity()), lang.finding(&review.roster, rule));
    let mut told = vec![(head, theme.severity(rule.severity())), (lang.say(&words_of.what).to_owned(), theme.plain())];
    let places = [Attribute::District, Attribute::Village].into_iter().filter(|_| rule == Rule::PlaceSpelling);
    for (place, spelt) in places.filter_map(|place| Some((place, worker.spelt(place)?))) {
        let shown = lang.attribute(worker, place, app.privacy, Mask::Long);
        told.push((lang.fill(&words::SPELT_IN_FILE, &[&app.privacy.text(spelt), &shown]), theme.plain()));
    }
    for (field, characters) in hidden(&review.roster, worker).into_iter().filter(|_| rule == Rule::TextSuspicious) {
        told.push((lang.hidden(field, &characters), theme.plain()));
    }
    told.push((lang.say(&words_of.todo).to_owned(), theme.plain()));
    told
}

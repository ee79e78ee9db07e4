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
use crate::roster::finding::{Rule, Severity};
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
        // A low screen has no room for the id.
        let all = fields(app, review, worker, content.height >= 16, canvas.lang);
        let (_, left) = put(&all, area, canvas);
        let right = |y: u16| Rect::new(half, y, full - half - 1, bottom.saturating_sub(y));
        let mut y = standing(review, worker, right(content.y), canvas);
        // What has no room at the left stands here: on a low screen the findings wait.
        if !left.is_empty() {
            (y, _) = put(left, right(y), canvas);
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
    let (theme, lang) = (canvas.theme, canvas.lang);
    let end = area.x + area.width - 1;
    let id = app.privacy.id(worker).unwrap_or_default();
    let room = usize::from(area.width).saturating_sub(width(&id) + 3);
    canvas.put(area.x, area.y, Span::styled(fit(&app.privacy.name(worker), room), theme.bold()));
    canvas.put_right(end, area.y, Span::styled(id, theme.dim()));
    let bottom = area.y + area.height;
    let below = |y: u16| Rect { y, height: bottom.saturating_sub(y), width: area.width - 1, ..area };
    let y = standing(review, worker, below(area.y + 2), canvas) + 1;
    // The id stands beside the name.
    let all = fields(app, review, worker, false, canvas.lang);
    let rows: usize = laid(&all, area.width - 1).iter().map(|(_, lines)| lines.len()).sum();
    if rows + 1 < usize::from(bottom.saturating_sub(y)) {
        let (y, _) = put(&all, below(y), canvas);
        return findings(app, review, worker, below(y + 1), canvas);
    }
    // Where not all has room the last line says what is missing: nobody takes a low screen for a worker without findings.
    let last = bottom - 1;
    let (_, left) = put(&all, Rect { height: last.saturating_sub(y), ..below(y) }, canvas);
    let mut missing = Vec::new();
    if !left.is_empty() {
        missing.push((format!("▼ {}", lang.fill(&words::MORE, &[&left.len().to_string()])), theme.dim()));
    }
    let found: Vec<Severity> = review.roster.findings.of_worker(worker.row).map(Rule::severity).collect();
    if let Some(&worst) = found.iter().min() {
        let told = format!("{} {}", severity_mark(worst), many_findings(found.len(), lang));
        missing.push((told, theme.severity(worst)));
    }
    let mut x = area.x;
    for (text, style) in missing {
        x = canvas.put(x, last, Span::styled(text, style)) + 2;
    }
}

/// A field of a worker: its heading and its value.
type Field = (&'static str, String);

/// The fields of a worker that are shown.
fn fields(app: &App, review: &Review, worker: Worker<'_>, id: bool, lang: Lang) -> Vec<Field> {
    let shown = |own: &Attribute| match own {
        Attribute::Id => id,
        // Most have none, and then nothing is missing.
        Attribute::Reason => worker.reason().is_some(),
        _ => true,
    };
    // The date says more than the age, to those who may see it.
    let birth = |own: Attribute| (own == Attribute::Age && !app.privacy.hides()).then_some(Attribute::Birth);
    let card = Attribute::CARD.into_iter().flat_map(|own| std::iter::once(own).chain(birth(own)));
    let field = |own: Attribute| {
        let name = if own == Attribute::Until { words::PROTECTED } else { value::heading(own) };
        (lang.say(&name), said(app, review, worker, own, lang))
    };
    card.filter(shown).map(field).collect()
}

/// Fields as lines of so many columns, each line with the column it begins in; all values in one column.
fn laid(fields: &[Field], columns: u16) -> Vec<(&'static str, Vec<(u16, String)>)> {
    let columns = usize::from(columns);
    let label = fields.iter().map(|(name, _)| width(name)).max().unwrap_or(0) + 2;
    let lay = |(name, value): &Field| {
        let longest = value.split(' ').map(width).max().unwrap_or(0);
        // A value too long for its column goes on below; one that cannot be broken begins there.
        let lines: Vec<(u16, String)> = match longest + label <= columns {
            true => wrap(value, columns - label).into_iter().map(|line| (label as u16, line)).collect(),
            false => {
                let below = wrap(value, columns.saturating_sub(2)).into_iter().map(|line| (2, line));
                std::iter::once((0, String::new())).chain(below).collect()
            }
        };
        (*name, lines)
    };
    fields.iter().map(lay).collect()
}

/// Draws fields; the answer is the row behind them, and those that have no room.
fn put<'f>(fields: &'f [Field], area: Rect, canvas: &mut Canvas<'_>) -> (u16, &'f [Field]) {
    let dim = canvas.theme.dim();
    let mut y = area.y;
    for (place, (name, lines)) in laid(fields, area.width).into_iter().enumerate() {
        if usize::from(y - area.y) + lines.len() > usize::from(area.height) {
            return (y, fields.get(place..).unwrap_or_default());
        }
        canvas.put(area.x, y, Span::styled(name, dim));
        for (x, line) in lines {
            if !line.is_empty() {
                canvas.put(area.x + x, y, Span::raw(line));
            }
            y += 1;
        }
    }
    (y, &[])
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
    let title = (many_findings(found.len(), lang), if found.is_empty() { theme.dim() } else { theme.bold() });
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

/// How many findings, in words.
fn many_findings(count: usize, lang: Lang) -> String {
    match count {
        0 => lang.say(&words::NO_FINDINGS).to_owned(),
        1 => lang.say(&words::ONE_FINDING).to_owned(),
        many => lang.fill(&words::SEVERAL_FINDINGS, &[&many.to_string()]),
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

//! Checks: what the audit found, rule by rule, gravest first; below or beside it what the rule under the cursor means,
//! what to do, and the rows.
//!
//! ```text
//!  ■ 37 errors   ▲ 212 warnings   · 298 notes       in 17,640 workers, 7 payments
//!  > ■    4  two rows, one NIK                                      nik-duplicate
//! ── two rows, one NIK ─────────────────────────────────── finding:nik-duplicate ─
//!  What   Two workers carry one NIK. A NIK belongs to one person for life.
//! ```

use crate::lang::findings;
use crate::lang::measure::{fit, pad, right, width, wrap};
use crate::lang::person::Mask;
use crate::lang::{Lang, words};
use crate::roster::attribute::Attribute;
use crate::roster::filter::{Field, Value};
use crate::roster::finding::{Place, Rule, Severity};
use crate::roster::store::Worker;
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::{self, List};
use crate::tui::state::app::App;
use crate::tui::state::checks::{panel_rows, rows_in_sight};
use crate::tui::state::review::Review;
use crate::tui::theme::severity_mark;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Draws the tab.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let lang = canvas.lang;
    let full = layout.area.width;
    let end = if layout.width == Width::Wide { layout.third(2) - 2 } else { full - 1 };
    let top = layout.content.y;
    let workers = lang.count(review.roster.workers.len() as u64);
    let payments = lang.count(review.roster.payments.len() as u64);
    let rules: Vec<Rule> = review.roster.findings.rules().collect();
    if rules.is_empty() {
        canvas.put(1, top, Span::raw(lang.fill(&words::NOTHING_FOUND, &[&workers, &payments])));
        return Vec::new();
    }
    let scope = lang.fill(&words::IN_WORKERS, &[&workers, &payments]);
    head(review, canvas, end, top, &scope);
    let sight = rows_in_sight(layout, rules.len());
    list(review, &rules, layout, canvas, end, sight);
    if let Some(rule) = review.checks.rule {
        let height = layout.content.height;
        match layout.width {
            Width::Wide => {
                beside(app, review, rule, Rect::new(layout.third(2), top, full - 1 - layout.third(2), height), canvas)
            }
            _ => {
                let rows = panel_rows(layout);
                below_panel(app, review, rule, Rect::new(0, top + height - rows, full, rows), canvas);
            }
        }
    }
    let all = lang.count(rules.len() as u64);
    let text = match rules.len() > sight {
        false => lang.fill(&words::RULES, &[&all]),
        true => {
            let first = lang.count(review.checks.top as u64 + 1);
            let last = lang.count((review.checks.top + sight).min(rules.len()) as u64);
            lang.fill(&words::RULES_IN_SIGHT, &[&format!("{first}–{last}"), &all])
        }
    };
    // A filter changes no finding.
    let whole = match review.filter.is_everybody() {
        true => String::new(),
        false => format!("{} · ", lang.say(&words::OF_WHOLE_LIST)),
    };
    vec![Span::styled(format!("{whole}{text}"), canvas.theme.dim())]
}

/// How many of each severity, and among what.
fn head(review: &Review, canvas: &mut Canvas<'_>, end: u16, y: u16, scope: &str) {
    let theme = canvas.theme;
    let line = |gap: usize, words: bool| {
        let mut line: Vec<Span> = Vec::new();
        for severity in Severity::ALL {
            let many = review.roster.findings.severity(severity);
            let word =
                if words { format!(" {}", canvas.say(&findings::counted(severity, many))) } else { String::new() };
            line.push(Span::styled(format!("{} ", severity_mark(severity)), theme.severity(severity)));
            line.push(Span::styled(canvas.lang.count(many), theme.bold()));
            line.push(Span::styled(format!("{word}{}", " ".repeat(gap)), theme.dim()));
        }
        line
    };
    // The space goes first, then the words: each has its mark.
    let room = usize::from(end);
    let forms = [line(3, true), line(1, true), line(3, false)];
    let fits = |line: &&Vec<Span>| line.iter().map(Span::width).sum::<usize>() <= room;
    let line = forms.iter().find(fits).or(forms.last()).cloned().unwrap_or_default();
    let behind = canvas.put(1, y, line);
    if usize::from(behind) + width(scope) <= usize::from(end) {
        canvas.put_right(end, y, Span::styled(scope.to_owned(), theme.dim()));
    }
}

/// The rules, gravest first.
fn list(review: &Review, rules: &[Rule], layout: &Layout, canvas: &mut Canvas<'_>, end: u16, sight: usize) {
    let lang = canvas.lang;
    let count = |rule: Rule| lang.count(review.roster.findings.count(rule));
    let numbers = rules.iter().map(|&rule| width(&count(rule))).max().unwrap_or(0).max(4);
    let mut y = layout.content.y + if layout.airy() { 2 } else { 1 };
    let mut before: Option<Severity> = None;
    let cursor = rules.iter().position(|rule| Some(*rule) == review.checks.rule);
    let list = List::from(review.checks.top, sight, rules.len(), cursor);
    for place in list.lines() {
        let Some(&rule) = rules.get(place) else { continue };
        if layout.airy() && before.is_some_and(|before| before != rule.severity()) {
            y += 1;
        }
        before = Some(rule.severity());
        one(review, rule, canvas, &right(&count(rule), numbers), end, y);
        list.mark(canvas, place, 1, (0, end + u16::from(layout.width == Width::Wide)), y);
        y += 1;
    }
    let below = list.below();
    if below > 0 {
        let text = format!("▼ {}", lang.fill(&words::MORE_RULES, &[&lang.count(below as u64)]));
        canvas.put_right(end, y, Span::styled(text, canvas.theme.dim()));
    }
}

/// One rule with its count.
fn one(review: &Review, rule: Rule, canvas: &mut Canvas<'_>, count: &str, end: u16, y: u16) {
    let theme = canvas.theme;
    let picked = review.filter.picks(Field::Finding).contains(&Value::Rule(rule));
    let x = canvas.put(3, y, Span::styled(severity_mark(rule.severity()), theme.severity(rule.severity())));
    let x = canvas.put(x, y, Span::raw(format!(" {count}  ")));
    let code = rule.code();
    let style = if picked { theme.chosen().patch(theme.bold()) } else { theme.plain() };
    // Where there is little room the words stay and the name of the rule goes; if not even they fit, it stands for them.
    let (room, words) = (usize::from(end.saturating_sub(x)), canvas.lang.finding(&review.roster, rule));
    let told = if width(&words) <= room { words.as_str() } else { code };
    canvas.put(x, y, Span::styled(fit(told, room), style));
    if width(told) + width(code) + 2 <= room {
        canvas.put_right(end, y, Span::styled(code, theme.dim()));
    }
    if picked {
        list::pick(canvas, 2, y, style);
    }
}

/// A place that is no worker, in words.
fn place(review: &Review, lang: Lang, place: &Place) -> String {
    lang.place(&review.roster, &review.answer.figures.budget, review.roster.paid_months(), place)
}

fn nik(app: &App, worker: Worker<'_>) -> String {
    app.lang.attribute(worker, Attribute::Nik, app.privacy, Mask::Short)
}

/// The office's id, else the place in the file.
fn id(app: &App, worker: Worker<'_>) -> String {
    app.privacy.id(worker).unwrap_or_else(|| format!("#{}", worker.row + 1))
}

fn below_panel(app: &App, review: &Review, rule: Rule, area: Rect, canvas: &mut Canvas<'_>) {
    if area.height < 3 {
        return;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let words_of = findings::words(rule);
    let filter = format!("{}:{}", lang.field(Field::Finding), rule.code());
    canvas.panel(0, area.width, area.y, &lang.finding(&review.roster, rule), &[Span::styled(filter, theme.chosen())]);
    let label = width(canvas.say(&words::TO_DO)).max(width(canvas.say(&words::WHAT))) + 1;
    let room = usize::from(area.width) - label - 3;
    let bottom = area.y + area.height;
    let mut y = area.y + 1;
    let what = canvas.say(&words_of.what).to_owned();
    for (name, text) in [(&words::WHAT, what), (&words::TO_DO, lang.to_do(rule))] {
        if y < bottom {
            canvas.put(1, y, Span::styled(canvas.say(name), theme.dim()));
        }
        for row in wrap(&text, room).into_iter().take(usize::from(bottom.saturating_sub(y))) {
            canvas.put(2 + label as u16, y, Span::raw(row));
            y += 1;
        }
    }
    let list = review.roster.findings.paired(rule);
    let room = usize::from(bottom.saturating_sub(y));
    let first = y;
    let end = area.width - 1;
    let full = usize::from(area.width);
    for (line, &row) in list.iter().take(room).enumerate() {
        let y = first + line as u16;
        let worker = review.roster.worker(row);
        let [group, district] =
            [Attribute::Group, Attribute::District].map(|own| lang.attribute(worker, own, app.privacy, Mask::Short));
        let third = (full - 22) / 3;
        canvas.put(1, y, Span::styled(pad(&id(app, worker), 8), theme.dim()));
        canvas.put(10, y, Span::raw(pad(&app.privacy.name(worker), third)));
        canvas.put(11 + third as u16, y, Span::raw(pad(&group, third)));
        canvas.put(12 + 2 * third as u16, y, Span::raw(pad(&district, third)));
        canvas.put_right(end, y, Span::raw(nik(app, worker)));
    }
    let places = review.roster.findings.places(rule);
    // What is wrong there goes on below rather than ending half.
    let told = places.iter().flat_map(|found| wrap(&place(review, lang, found), full - 2));
    for (line, text) in told.take(room.saturating_sub(list.len())).enumerate() {
        canvas.put(1, first + (list.len() + line) as u16, Span::raw(text));
    }
}

/// A text that stands as a title.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// How grave a rule is, what it means and what to do; the answer is the row behind it.
fn told(rule: Rule, area: Rect, canvas: &mut Canvas<'_>) -> u16 {
    let theme = canvas.theme;
    let words_of = findings::words(rule);
    let room = usize::from(area.width);
    let mut y = area.y;
    let severity = rule.severity();
    let x = canvas.put(area.x, y, Span::styled(severity_mark(severity), theme.severity(severity)));
    canvas.put(x + 1, y, Span::styled(canvas.say(&findings::one(severity)), theme.severity(severity)));
    y += 2;
    for line in wrap(canvas.say(&words_of.what), room) {
        canvas.put(area.x, y, Span::raw(line));
        y += 1;
    }
    y += 1;
    canvas.put(area.x, y, Span::styled(canvas.say(&words::TO_DO), theme.dim()));
    y += 1;
    for line in wrap(&canvas.lang.to_do(rule), room) {
        canvas.put(area.x, y, Span::raw(line));
        y += 1;
    }
    y
}

fn beside(app: &App, review: &Review, rule: Rule, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let end = area.x + area.width;
    let room = usize::from(area.width);
    let bottom = area.y + area.height;
    let count = lang.count(review.roster.findings.count(rule));
    let name = capital(&lang.finding(&review.roster, rule));
    canvas.put(area.x, area.y, Span::styled(fit(&name, room - width(&count) - 1), theme.bold()));
    canvas.put_right(end, area.y, Span::styled(count, theme.bold()));
    let mut y = told(rule, Rect { y: area.y + 2, ..area }, canvas);
    let list = review.roster.findings.paired(rule);
    if !list.is_empty() {
        y += 1;
        let x = canvas.put(area.x, y, Span::styled(canvas.say(&words::FILTER), theme.dim())) + 2;
        canvas.put(x, y, Span::styled(format!("{}:{}", lang.field(Field::Finding), rule.code()), theme.chosen()));
        y += 1;
    }
    y += 1;
    canvas.put(area.x, y, Span::styled(canvas.say(&words::ROWS), theme.dim()));
    y += 1;
    let last = bottom.saturating_sub(2);
    for &row in list {
        if y >= last {
            break;
        }
        let worker = review.roster.worker(row);
        let nik = nik(app, worker);
        let x = canvas.put(area.x, y, Span::styled(pad(&id(app, worker), 8), theme.dim())) + 1;
        let name_room = usize::from(end.saturating_sub(x)).saturating_sub(width(&nik) + 1);
        canvas.put(x, y, Span::raw(fit(&app.privacy.name(worker), name_room)));
        canvas.put_right(end, y, Span::raw(nik));
        y += 1;
    }
    for found in review.roster.findings.places(rule) {
        if y >= last {
            break;
        }
        for line in wrap(&place(review, lang, found), room).into_iter().take(usize::from(last - y)) {
            canvas.put(area.x, y, Span::raw(line));
            y += 1;
        }
    }
    if !list.is_empty() {
        let (key, _) = app.keymap.hint(Action::Open, Context::Tab(app.tab), lang).unwrap_or_default();
        let x = canvas.put(area.x, bottom - 1, Span::styled(key, theme.bold())) + 1;
        canvas.put(x, bottom - 1, Span::styled(fit(canvas.say(&words::ENTER_OPENS), room - 6), theme.dim()));
    }
}

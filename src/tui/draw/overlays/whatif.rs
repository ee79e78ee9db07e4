//! The panel as it is drawn: values of now and as changed, the answer, and the four ways.

use crate::figures::whatif::{Everybody, Outcome, WhatIf, four_ways};
use crate::lang::date::years_meet;
use crate::lang::measure::{fit, width, wrap};
use crate::lang::number::UNKNOWN;
use crate::lang::ways::TheWay;
use crate::lang::{Lang, words};
use crate::roster::calendar::Month;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::bar;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::{self, List};
use crate::tui::state::review::Review;
use crate::tui::state::whatif::{KNOBS, Knob, WhatIfPanel};
use ratatui::layout::Position;
use ratatui::text::Span;

/// The column in which the answer begins.
const ANSWER: u16 = 4;

/// Draws the panel over the content; the answer stands at the right end of the rule.
pub fn draw(review: &Review, panel: &WhatIfPanel, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let full = layout.area.width;
    let narrow = layout.width == Width::Narrow;
    let top = layout.content.y;
    let bottom = top + layout.content.height;
    let (now_end, own_end) = if narrow { (0, full - 8) } else { (41, 56) };
    let (answer, short) = panel.answer(lang, review.roster.program.target);
    let answer = answer_rows(&answer, full);
    // On a low screen the heading goes first, then the values scroll: the answer stays, and whole.
    let height = usize::from(layout.content.height);
    let tall = height >= KNOBS.len() + 3 + answer.len();
    let below = if panel.error.is_none() { answer.len() } else { 1 };
    let sight = if tall { KNOBS.len() } else { height.saturating_sub(below).max(1) };
    let values = if tall { top + 2 } else { top };
    if tall {
        heading(panel, canvas, top, (now_end, own_end));
    }
    let list = List::around(Some(panel.line), sight, KNOBS.len());
    let mut caret = None;
    for (y, place) in (values..).zip(list.lines()) {
        let Some(&knob) = KNOBS.get(place) else { continue };
        let behind = canvas.put(3, y, Span::raw(fit(canvas.say(&knob.name()), 24)));
        let (changed, own) = value(panel, knob, place == panel.line, canvas, own_end, y);
        caret = own.or(caret);
        if changed {
            list::pick(canvas, (own_end + 3).min(full - 2), y, theme.chosen());
        }
        if !narrow {
            canvas.put_right(now_end, y, Span::styled(knob.told(lang, &panel.now), theme.dim()));
            let note = note(lang, knob, &panel.shown().unwrap_or(panel.own), review);
            let room = usize::from(full.saturating_sub(own_end + 6));
            if width(&note) <= room {
                canvas.put(own_end + 5, y, Span::styled(note, theme.dim()));
            }
        }
        list.mark(canvas, place, 1, (0, behind), y);
        list.reaches(canvas, place, (0, full), y);
    }
    let mut y = values + sight.min(KNOBS.len()) as u16;
    if let Some(error) = panel.error {
        mistake(error.words(lang), canvas, own_end, y);
        // It has that row alone.
        y += u16::from(!tall);
    }
    y += u16::from(tall);
    // A value that cannot be read keeps the answer of before, and where there is one row for both, it is said first.
    if panel.error.is_none() || tall {
        canvas.put(1, y, Span::styled("=", theme.bold()));
        let style = if short { theme.bad().patch(theme.bold()) } else { theme.bold() };
        let room = usize::from(bottom.saturating_sub(y));
        for (line, row) in (y..).zip(answer.iter().take(room)) {
            canvas.put(ANSWER, line, Span::styled(row.clone(), style));
        }
        y += answer.len().min(room).max(1) as u16;
    }
    if let Some(outcome) = panel.shown().and_then(|own| own.outcome()).filter(|_| y < bottom) {
        months(canvas, &outcome, y, full);
        y += 1;
    }
    y += u16::from(layout.airy());
    if y + 2 <= bottom {
        ways(review, &panel.now, canvas, (y, bottom), full);
    }
    canvas.cursor = caret.or(canvas.cursor);
    vec![
        Span::styled(format!(" {} ", canvas.say(&words::WI_CHIP)), theme.reverse()),
        Span::styled(format!(" {}", canvas.say(&words::WI_UNSAVED)), theme.dim()),
    ]
}

/// What is wrong with the value that ends at a column: the caret stands under its end, the words before it where they
/// have room there; else both at the left edge.
fn mistake(text: &str, canvas: &mut Canvas<'_>, end: u16, y: u16) {
    let bad = canvas.theme.bad();
    let wide = width(text) as u16;
    if wide + 3 < end {
        canvas.put_right(end, y, vec![Span::raw(format!("{text} ")), Span::styled("^", bad)]);
        return;
    }
    canvas.put(1, y, Span::styled("^", bad));
    canvas.put(3, y, Span::raw(fit(text, usize::from(canvas.buffer.area.width.saturating_sub(4)))));
}

/// A value as changed, typed or solved for; the answer is whether it is another than today's, and where its caret is.
fn value(
    panel: &WhatIfPanel,
    knob: Knob,
    current: bool,
    canvas: &mut Canvas<'_>,
    end: u16,
    y: u16,
) -> (bool, Option<Position>) {
    let theme = canvas.theme;
    let shown = panel.shown().unwrap_or(panel.own);
    let solved = panel.solve.is_some() && panel.solve == knob.unknown();
    let changed = solved || knob.get(&shown) != knob.get(&panel.now);
    if let Some(input) = panel.typing.as_ref().filter(|_| current) {
        let text = input.text();
        // A long text scrolls under its caret.
        if width(&text) > 15 {
            let (caret, _) = canvas.typed(end.saturating_sub(15), y, 15, &text, &input.before());
            return (changed, Some(caret));
        }
        let x = end.saturating_sub(width(&text) as u16);
        canvas.put(x, y, Span::styled(text, theme.chosen()));
        let at = Position::new(x + (width(&input.before()) as u16).min(15), y);
        if let Some(cell) = canvas.buffer.cell_mut(at) {
            cell.set_style(theme.reverse());
        }
        return (changed, Some(at));
    }
    let style = if changed { theme.chosen().patch(theme.bold()) } else { theme.plain() };
    let told = match (solved, panel.shown()) {
        (true, None) => UNKNOWN.to_owned(),
        _ => knob.told(canvas.lang, &shown),
    };
    let sign = match (solved, current) {
        (true, _) => "= ",
        (false, true) => "‹ ",
        (false, false) => "",
    };
    canvas.put_right(end, y, vec![Span::styled(sign, theme.chosen()), Span::styled(told, style)]);
    if current {
        canvas.put(end + 1, y, Span::styled("›", theme.chosen()));
    }
    (changed, None)
}

/// What the columns are, and the money that both begin with.
fn heading(panel: &WhatIfPanel, canvas: &mut Canvas<'_>, top: u16, (now_end, own_end): (u16, u16)) {
    let theme = canvas.theme;
    let left = canvas.lang.amount(panel.now.left);
    canvas.put(3, top + 1, Span::styled(canvas.say(&words::WI_LEFT), theme.plain()));
    if now_end > 0 {
        canvas.put_right(now_end, top, Span::styled(canvas.say(&words::WI_NOW), theme.dim()));
        canvas.put_right(now_end, top + 1, Span::styled(left.clone(), theme.dim()));
    }
    canvas.put_right(own_end, top, Span::styled(canvas.say(&words::WI_IF), theme.dim()));
    canvas.put_right(own_end, top + 1, Span::styled(left, theme.plain()));
}

/// What stands behind a value.
fn note(lang: Lang, knob: Knob, own: &WhatIf, review: &Review) -> String {
    let from = |month: Month| lang.fill(&words::WI_FROM, &[&lang.month(month)]);
    match knob {
        Knob::Added if own.added.get() > 0 => from(own.added_from),
        Knob::More if own.more > 0 => from(own.from()),
        Knob::Replaced if own.replaced > 0 => {
            let people = own.outcome().map_or(UNKNOWN.to_owned(), |outcome| lang.count(outcome.people));
            lang.fill(&words::WI_PEOPLE, &[&people])
        }
        // Every month is priced at today's rate, as everywhere; a later one is said.
        Knob::Rate => match review.answer.figures.budget.rate_change {
            Some(month) => lang.fill(&words::WI_RATE_CHANGES, &[&lang.month(month)]),
            None => lang.say(&words::WI_SCHEMES).to_owned(),
        },
        Knob::Months => own.last().map_or(String::new(), |last| {
            // A year is said once where both months are of it.
            match own.from().year() == last.year() {
                true => lang.fill(&words::WI_SPAN, &[lang.month_name(own.from()), &lang.month(last)]),
                false => format!("{}–{}", lang.month(own.from()), lang.month(last)),
            }
        }),
        _ => String::new(),
    }
}

/// The answer in at most three rows.
fn answer_rows(text: &str, full: u16) -> Vec<String> {
    let mut rows = wrap(text, usize::from(full.saturating_sub(1 + ANSWER)));
    rows.truncate(3);
    rows
}

/// The paid months with their workers, as many as fit, and how many more there are.
fn months(canvas: &mut Canvas<'_>, outcome: &Outcome, y: u16, full: u16) {
    let theme = canvas.theme;
    let most = outcome.paid.iter().map(|month| month.workers).max().unwrap_or(0);
    let years = years_meet(outcome.paid.iter().map(|paid| paid.month));
    let lang = canvas.lang;
    let more = |many: usize| lang.fill(&words::MORE, &[&many.to_string()]);
    let end = usize::from(full);
    let reserved = width(&more(outcome.paid.len())) + 1;
    let mut x = 4;
    for (place, paid) in outcome.paid.iter().enumerate() {
        let text = format!("{} {} ", canvas.lang.month_among(paid.month, years), canvas.lang.count(paid.workers));
        let left = outcome.paid.len() - place;
        let behind = if left > 1 { reserved } else { 0 };
        if usize::from(x) + width(&text) + 8 + behind > end {
            canvas.put(x, y, Span::styled(more(left), theme.dim()));
            return;
        }
        x = canvas.put(x, y, Span::raw(text));
        canvas.put(x, y, bar::count(paid.workers.into(), most.into(), 6, theme.dim()));
        x += 8;
    }
}

fn ways(review: &Review, now: &WhatIf, canvas: &mut Canvas<'_>, (top, bottom): (u16, u16), full: u16) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let Some(target) = &review.answer.figures.budget.target else { return };
    let Some(monthly) = target.monthly.filter(|_| target.unrated == 0) else { return };
    let all = Everybody { workers: target.workers, monthly };
    let ways = four_ways(now, all);
    let told: Vec<TheWay> = ways.iter().enumerate().map(|(place, way)| lang.way(place, way.as_ref())).collect();
    let wide = |cell: &dyn Fn(&TheWay) -> &str| told.iter().map(|way| width(cell(way))).max().unwrap_or(0) as u16;
    let [title, workers, months, _] = lang.ways_heads();
    let title = if full < 60 { title } else { lang.say(&words::WI_WAYS_TITLE) };
    let names = wide(&|way| &way.name).max(width(title) as u16);
    let workers_wide = wide(&|way| &way.workers).max(width(workers) as u16 - 1);
    // The month is the answer: where there is no room for both, the number of workers goes.
    let shortest = wide(&|way| &way.months[2]);
    let counts = 5 + names + workers_wide + 2 + shortest < full;
    let workers_end = if counts { 5 + names + workers_wide } else { 3 + names };
    let months_at = workers_end + 2;
    let end = (full - 1).min(months_at + 50);
    // The longest forms that fit, of all lines alike.
    let forms = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1)];
    let fits = |&&(long, word): &&(usize, usize)| {
        months_at + wide(&|way| &way.months[long]) + 2 + wide(&|way| &way.result[word]) <= end
    };
    let form = forms.iter().find(fits);
    canvas.panel(0, full, top, title, &[]);
    heads(canvas, top, counts.then_some((workers_end, workers)), form.map(|_| (months_at, months)), end);
    for (line, way) in told.iter().enumerate() {
        let y = top + 1 + line as u16;
        if y >= bottom {
            return;
        }
        canvas.put(3, y, Span::raw(way.name.clone()));
        if counts {
            canvas.put_right(workers_end, y, Span::raw(way.workers.clone()));
        }
        // Where there is no room for the result, the month says as much.
        let Some(&(long, word)) = form else {
            canvas.put(months_at, y, Span::raw(way.months[2].clone()));
            continue;
        };
        canvas.put(months_at, y, Span::raw(way.months[long].clone()));
        let style = if way.short { theme.bad() } else { theme.plain() };
        canvas.put_right(end, y, Span::styled(way.result[word].clone(), style));
    }
}

/// What stands over the columns of the four ways, in their rule.
fn heads(canvas: &mut Canvas<'_>, y: u16, workers: Option<(u16, &str)>, months: Option<(u16, &str)>, end: u16) {
    let dim = canvas.theme.dim();
    let spaced = |text: &str| Span::styled(format!(" {text} "), dim);
    if let Some((end, workers)) = workers {
        canvas.put_right(end + 1, y, spaced(workers));
    }
    if let Some((x, months)) = months {
        let result = canvas.say(&words::WI_RESULT_RP);
        if usize::from(x) + width(months) + width(result) + 3 <= usize::from(end) {
            canvas.put(x - 1, y, spaced(months));
            canvas.put_right(end + 1, y, spaced(result));
        }
    }
}

//! What if: values that are changed, and the answer that changes with them. What was changed is marked as hypothetical,
//! and nothing here reaches another screen.
//!
//! ```text
//!                                       now        what if
//!    Left, Rp                 1,021,379,200  1,021,379,200
//!  > Added (APBD-P), Rp                   0  ‹ 150,000,000 › ◆ from Oct 2024
//!  =  Dec 2024: 19,336 workers, the whole target. Over on 31 Dec: Rp1,124,800.
//! ── Four ways ──────────────────────────────── with what is left, nothing added ─
//! ```

use crate::figures::whatif::{Everybody, Outcome, Unknown, WhatIf, four_ways};
use crate::lang::amount::{self, AmountError};
use crate::lang::number::UNKNOWN;
use crate::lang::{Lang, Phrase, words};
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::tui::layout::{Canvas, Layout, Width, fit, right, width};
use crate::tui::parts::bar;
use crate::tui::parts::input::Input;
use crate::tui::review::Review;
use crossterm::event::KeyEvent;
use ratatui::layout::Position;
use ratatui::style::Style;
use ratatui::text::Span;

/// A value that can be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Knob {
    Added,
    Workers,
    More,
    Replaced,
    Rate,
    Start,
    Months,
}

const KNOBS: [Knob; 7] =
    [Knob::Added, Knob::Workers, Knob::More, Knob::Replaced, Knob::Rate, Knob::Start, Knob::Months];

impl Knob {
    fn unknown(self) -> Option<Unknown> {
        match self {
            Knob::Added => Some(Unknown::Added),
            Knob::Workers => Some(Unknown::Workers),
            Knob::More => Some(Unknown::More),
            Knob::Rate => Some(Unknown::Rate),
            Knob::Months => Some(Unknown::Months),
            // Who is replaced costs nothing more: any number would do. And a month is no amount.
            Knob::Replaced | Knob::Start => None,
        }
    }

    fn name(self) -> Phrase {
        match self {
            Knob::Added => words::WI_ADDED,
            Knob::Workers => words::WI_WORKERS,
            Knob::More => words::WI_MORE,
            Knob::Replaced => words::WI_REPLACED,
            Knob::Rate => words::WI_RATE,
            Knob::Start => words::WI_START,
            Knob::Months => words::WI_MONTHS,
        }
    }

    fn get(self, own: &WhatIf) -> i128 {
        match self {
            Knob::Added => own.added.get(),
            Knob::Workers => own.workers.into(),
            Knob::More => own.more.into(),
            Knob::Replaced => own.replaced.into(),
            Knob::Rate => own.rate.get(),
            Knob::Months => own.months.into(),
            Knob::Start => i128::from(own.from.year()) * 12 + i128::from(own.from.number()),
        }
    }

    /// The value in words.
    fn told(self, lang: Lang, own: &WhatIf) -> String {
        match self {
            Knob::Start => lang.month(own.from),
            _ => lang.integer(self.get(own)),
        }
    }

    /// Puts a value in; `false` if it cannot be one.
    fn set(self, own: &mut WhatIf, now: &WhatIf, value: i128) -> bool {
        let count = u64::try_from(value).ok().filter(|count| *count <= 1_000_000_000);
        match (self, count, Rupiah::new(value).filter(|money| !money.is_negative())) {
            (Knob::Start, _, _) => return false,
            (Knob::Added, _, Some(money)) => own.added = money,
            (Knob::Rate, _, Some(money)) => own.rate = money,
            (Knob::Workers, Some(count), _) => own.workers = count,
            (Knob::More, Some(count), _) => own.more = count,
            (Knob::Replaced, Some(count), _) => own.replaced = count,
            (Knob::Months, Some(count), _) if count <= 1_200 => own.months = count,
            _ => return false,
        }
        // The workers of today cost what they cost; others cost the rate.
        let same = own.workers == now.workers && own.rate == now.rate;
        own.base = now.base.filter(|_| same);
        true
    }

    /// A sensible step of `←` and `→`.
    fn step(self) -> i128 {
        match self {
            Knob::Added => 10_000_000,
            Knob::Workers => 100,
            Knob::More | Knob::Replaced => 10,
            Knob::Rate => 100,
            Knob::Months | Knob::Start => 1,
        }
    }
}

/// The panel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WhatIfPanel {
    now: WhatIf,
    own: WhatIf,
    line: usize,
    typed: Option<Input>,
    /// The values before one of them began to be typed: `Esc` brings them back.
    before: Option<WhatIf>,
    error: Option<AmountError>,
    solve: Option<Unknown>,
}

impl WhatIfPanel {
    /// A panel in which nothing is changed yet; `None` where today's money passes 28 digits.
    pub fn new(review: &Review) -> Option<WhatIfPanel> {
        let now = WhatIf::now(&review.roster, &review.answer.figures.budget)?;
        Some(WhatIfPanel { now, own: now, line: 0, typed: None, before: None, error: None, solve: None })
    }

    fn knob(&self) -> Knob {
        KNOBS.get(self.line).copied().unwrap_or(Knob::Added)
    }

    /// Whether the value under the cursor is typed in digits: a month is moved instead.
    pub fn takes_digits(&self) -> bool {
        self.knob() != Knob::Start
    }

    /// Whether the value under the cursor comes in a month that can be moved.
    pub fn has_month(&self) -> bool {
        self.knob() == Knob::Added
    }

    /// Whether a value is being typed: then letters are no commands.
    pub fn is_typing(&self) -> bool {
        self.typed.is_some()
    }

    /// Puts text into the value under the cursor; `false` if it was cut. The answer follows each letter that makes a
    /// value, and until then it stays.
    pub fn insert(&mut self, text: &str) -> bool {
        let whole = self.input().insert(text);
        self.follow();
        whole
    }

    /// A key of line editing.
    pub fn edit(&mut self, key: KeyEvent) {
        self.input().key(key);
        self.follow();
    }

    fn input(&mut self) -> &mut Input {
        self.before.get_or_insert(self.own);
        self.typed.get_or_insert_default()
    }

    /// Takes the typed text in if it is a value; else all is as it was before.
    fn follow(&mut self) {
        self.error = None;
        let Some(input) = &self.typed else { return };
        let taken = amount::parse(&input.text()).is_ok_and(|value| self.set(value));
        if !taken {
            self.own = self.before.unwrap_or(self.own);
        }
    }

    /// Puts a value into the line under the cursor: then that is no longer solved for.
    fn set(&mut self, value: i128) -> bool {
        let knob = self.knob();
        let fits = knob.set(&mut self.own, &self.now, value);
        if fits {
            self.solve = self.solve.filter(|unknown| knob.unknown() != Some(*unknown));
        }
        fits
    }

    /// Keeps the typed value, or throws it away; `false` if it cannot be read, and then it stays to be mended.
    pub fn typed(&mut self, keep: bool) -> bool {
        let Some(input) = self.typed.take() else { return true };
        let before = self.before.take();
        self.error = None;
        if !keep || input.text().trim().is_empty() {
            self.own = before.unwrap_or(self.own);
            return true;
        }
        let read = amount::parse(&input.text());
        let fits = read.and_then(|value| if self.set(value) { Ok(()) } else { Err(AmountError::TooLarge) });
        if let Err(error) = fits {
            self.error = Some(error);
            self.typed = Some(input);
            self.before = before;
        }
        self.error.is_none()
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize) {
        self.line = self.line.saturating_add_signed(by).min(KNOBS.len() - 1);
    }

    /// Changes the value by a step.
    pub fn turn(&mut self, more: bool) {
        let knob = self.knob();
        if knob == Knob::Start {
            return self.start(if more { 1 } else { -1 });
        }
        let base = self.shown().unwrap_or(self.own);
        let value = knob.get(&base) + if more { knob.step() } else { -knob.step() };
        self.set(value.max(0));
    }

    /// Moves the month in which the additional budget comes.
    pub fn shift(&mut self, later: bool) {
        if self.has_month() {
            let to = self.own.added_from.plus(if later { 1 } else { -1 });
            self.own.added_from = to.max(self.own.from);
        }
    }

    /// Moves the first month; the end stays where it is, and months already paid are not paid again.
    fn start(&mut self, by: i64) {
        let end = self.own.from.plus(i64::try_from(self.own.months).unwrap_or(0));
        let from = self.own.from.plus(by).max(self.now.from).min(end);
        self.own.months = u64::try_from(end.since(from)).unwrap_or(0);
        self.own.from = from;
        self.own.added_from = self.own.added_from.max(from);
    }

    /// Solves for the value under the cursor, or no longer.
    pub fn solve(&mut self) {
        let unknown = self.knob().unknown();
        self.solve = if self.solve == unknown { None } else { unknown };
    }

    /// The value under the cursor as it is today.
    pub fn reset(&mut self) {
        let knob = self.knob();
        knob.set(&mut self.own, &self.now, knob.get(&self.now));
        match knob {
            Knob::Added => self.own.added_from = self.now.added_from,
            Knob::Start => self.start(self.now.from.since(self.own.from)),
            _ => {}
        }
        self.solve = self.solve.filter(|unknown| knob.unknown() != Some(*unknown));
    }

    /// The values, one of them solved if that is asked for; `None` where nothing solves it.
    fn shown(&self) -> Option<WhatIf> {
        match self.solve {
            Some(unknown) => self.own.solved(unknown),
            None => Some(self.own),
        }
    }

    /// The answer in one sentence, and whether it is a shortfall.
    pub fn answer(&self, lang: Lang, target: u64) -> (String, bool) {
        let Some(own) = self.shown() else { return (lang.say(&words::WI_UNSOLVED).to_owned(), true) };
        match own.outcome() {
            None => (lang.say(&words::TOO_LARGE).to_owned(), true),
            Some(outcome) => (sentence(lang, &outcome, target), outcome.lacks.is_some()),
        }
    }
}

fn sentence(lang: Lang, outcome: &Outcome, target: u64) -> String {
    match (outcome.paid.last(), outcome.lacks) {
        (None, None) => lang.say(&words::WI_NO_MONTHS).to_owned(),
        (None, Some((month, _, lacks))) => lang.fill(&words::WI_NONE, &[&lang.month(month), &lang.rupiah(lacks)]),
        (Some(last), None) => {
            let whole = match last.workers.checked_sub(target).filter(|_| target > 0) {
                None => String::new(),
                Some(0) => lang.say(&words::WI_WHOLE).to_owned(),
                Some(above) => lang.fill(&words::WI_ABOVE, &[&lang.count(above)]),
            };
            let end = lang.day_of_month(last.month.last_day());
            let (month, workers) = (lang.month(last.month), lang.count(last.workers));
            lang.fill(&words::WI_OVER, &[&month, &workers, &whole, &end, &lang.rupiah(outcome.balance)])
        }
        (Some(last), Some((month, _, lacks))) => {
            let values = [lang.month(last.month), lang.count(last.workers), lang.month(month), lang.rupiah(lacks)];
            lang.fill(&words::WI_LACKS, &values.each_ref().map(String::as_str))
        }
    }
}

/// Draws the panel over the content; the answer stands at the right end of the rule.
pub fn draw(review: &Review, panel: &WhatIfPanel, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let full = layout.area.width;
    let narrow = layout.width == Width::Narrow;
    let top = layout.content.y;
    let bottom = top + layout.content.height;
    let (now_end, own_end) = if narrow { (0, full - 8) } else { (41, 56) };
    let shown = panel.shown().unwrap_or(panel.own);
    // On a low screen the heading goes first, then the values scroll: the answer stays.
    let tall = layout.content.height as usize >= KNOBS.len() + 4;
    let sight = if tall { KNOBS.len() } else { usize::from(layout.content.height.saturating_sub(1)).max(1) };
    let first = (panel.line + 1).saturating_sub(sight);
    let values = if tall { top + 2 } else { top };
    if tall {
        heading(panel, canvas, top, (now_end, own_end));
    }
    let mut caret = None;
    for (line, knob) in KNOBS.into_iter().enumerate().skip(first).take(sight) {
        let y = values + (line - first) as u16;
        let current = line == panel.line;
        let solved = panel.solve.is_some() && panel.solve == knob.unknown();
        let changed = knob.get(&shown) != knob.get(&panel.now);
        let behind = canvas.put(3, y, Span::raw(fit(canvas.say(&knob.name()), 24)));
        if !narrow {
            canvas.put_right(now_end, y, Span::styled(knob.told(lang, &panel.now), theme.dim()));
        }
        let style = if changed || solved { theme.chosen().patch(theme.bold()) } else { theme.plain() };
        match panel.typed.as_ref().filter(|_| current) {
            Some(input) => {
                let text = fit(&input.text(), 15);
                let x = own_end.saturating_sub(width(&text) as u16);
                canvas.put(x, y, Span::styled(text, theme.chosen()));
                let at = Position::new(x + (width(&input.before()) as u16).min(15), y);
                if let Some(cell) = canvas.buffer.cell_mut(at) {
                    cell.set_style(theme.reverse());
                }
                caret = Some(at);
            }
            None => {
                let value = match (solved, panel.shown()) {
                    (true, None) => UNKNOWN.to_owned(),
                    _ => knob.told(lang, &shown),
                };
                let sign = if solved {
                    "= "
                } else if current {
                    "‹ "
                } else {
                    ""
                };
                canvas.put_right(own_end, y, vec![Span::styled(sign, theme.chosen()), Span::styled(value, style)]);
                if current {
                    canvas.put(own_end + 1, y, Span::styled("›", theme.chosen()));
                }
            }
        }
        if changed || solved {
            canvas.put(own_end + 3, y, Span::styled("◆", theme.chosen()));
        }
        if !narrow {
            let note = note(lang, knob, &shown, review);
            let room = usize::from(full.saturating_sub(own_end + 6));
            canvas.put(own_end + 5, y, Span::styled(fit(&note, room), theme.dim()));
        }
        if current {
            canvas.put(1, y, Span::raw(">"));
            canvas.select(0, behind, y);
        }
    }
    let mut y = values + sight.min(KNOBS.len()) as u16;
    if let Some(error) = panel.error {
        let text = error.words(lang);
        let x = own_end.saturating_sub(width(text) as u16).max(3);
        canvas.put(x.saturating_sub(2), y, Span::styled("^", theme.bad()));
        canvas.put(x, y, Span::raw(fit(text, usize::from(full.saturating_sub(x + 1)))));
    }
    y += u16::from(tall);
    let target = review.roster.program.target;
    let (answer, short) = panel.answer(lang, target);
    if panel.error.is_none() || tall {
        canvas.put(1, y, Span::styled("=", theme.bold()));
    }
    let style = if short { theme.bad().patch(theme.bold()) } else { theme.bold() };
    // A value that cannot be read keeps the answer of before, and where there is one row for both, it is said first.
    if panel.error.is_none() || tall {
        y = sentence_rows(canvas, &answer, style, (4, full - 1), (y, bottom));
    }
    if let Some(outcome) = panel.shown().and_then(|own| own.outcome()).filter(|_| y < bottom) {
        months(canvas, &outcome, y, full);
        y += 1;
    }
    y += u16::from(layout.airy());
    if y + 2 <= bottom {
        ways(review, &panel.now, canvas, (y, bottom), full, narrow);
    }
    canvas.cursor = caret.or(canvas.cursor);
    vec![
        Span::styled(format!(" {} ", canvas.say(&words::WI_CHIP)), theme.reverse()),
        Span::styled(format!(" {}", canvas.say(&words::WI_UNSAVED)), theme.dim()),
    ]
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
        Knob::More if own.more > 0 => from(own.from),
        Knob::Replaced if own.replaced > 0 => {
            let people = own.outcome().map_or(UNKNOWN.to_owned(), |outcome| lang.count(outcome.people));
            lang.fill(&words::WI_PEOPLE, &[&people])
        }
        // Every month is priced at today's rate, as everywhere; a later one is said.
        Knob::Rate => match review.answer.figures.budget.rate_change {
            Some(month) => lang.fill(&words::WI_RATE_CHANGES, &[&lang.month(month)]),
            None => lang.say(&words::WI_SCHEMES).to_owned(),
        },
        Knob::Months if own.months > 0 => {
            let end = own.from.plus(i64::try_from(own.months).unwrap_or(0) - 1);
            lang.fill(&words::WI_SPAN, &[lang.month_name(own.from), &lang.month(end)])
        }
        _ => String::new(),
    }
}

/// A sentence in at most two rows; the answer is the row behind it.
fn sentence_rows(
    canvas: &mut Canvas<'_>,
    text: &str,
    style: Style,
    (from, to): (u16, u16),
    (y, bottom): (u16, u16),
) -> u16 {
    let room = usize::from(to - from);
    let rows = crate::tui::tabs::checks::wrap(text, room);
    let rows = &rows[..rows.len().min(2).min(usize::from(bottom.saturating_sub(y)))];
    for (line, row) in rows.iter().enumerate() {
        canvas.put(from, y + line as u16, Span::styled(row.clone(), style));
    }
    y + rows.len().max(1) as u16
}

/// The paid months with their workers, as many as fit.
fn months(canvas: &mut Canvas<'_>, outcome: &Outcome, y: u16, full: u16) {
    let theme = canvas.theme;
    let most = outcome.paid.iter().map(|month| month.workers).max().unwrap_or(0);
    let mut x = 4;
    for paid in &outcome.paid {
        let text = format!("{} {} ", canvas.lang.month_name(paid.month), canvas.lang.count(paid.workers));
        if usize::from(x) + width(&text) + 8 > usize::from(full) {
            break;
        }
        x = canvas.put(x, y, Span::raw(text));
        canvas.put(x, y, bar::count(paid.workers.into(), most.into(), 6, theme.dim()));
        x += 8;
    }
}

fn ways(review: &Review, now: &WhatIf, canvas: &mut Canvas<'_>, (top, bottom): (u16, u16), full: u16, narrow: bool) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let target = &review.answer.figures.budget.target;
    let Some(monthly) = target.monthly else { return };
    let all = Everybody { workers: target.workers, monthly };
    let unit = if narrow { Vec::new() } else { vec![Span::styled(canvas.say(&words::WI_WITH_LEFT), theme.dim())] };
    canvas.panel(0, full, top, lang.say(&words::WI_WAYS), &unit);
    let names = [words::WI_UNTIL, words::WI_FIT, words::WI_STAGED, words::WI_ALL];
    for (line, (name, way)) in names.into_iter().zip(four_ways(now, all)).enumerate() {
        let y = top + 1 + line as u16;
        if y >= bottom {
            return;
        }
        let more = way.map_or(UNKNOWN.to_owned(), |way| lang.count(way.more));
        let room = if narrow { 22 } else { 28 };
        canvas.put(3, y, Span::raw(fit(&lang.fill(&name, &[&more]), room)));
        let Some(way) = way else { continue };
        let end = if narrow { full - 1 } else { 38 };
        canvas.put_right(end, y, Span::raw(right(&lang.count(way.workers), 8)));
        if narrow {
            continue;
        }
        canvas.put_right(42, y, Span::raw(lang.integer(way.months)));
        canvas.put(44, y, Span::raw(way.through.map_or(UNKNOWN.to_owned(), |month| lang.month(month))));
        if let Some(balance) = way.balance {
            let short = balance.is_negative();
            let word = if short { &words::SHORT } else { &words::SURPLUS };
            let style = if short { theme.bad() } else { theme.plain() };
            canvas.put_right(60, y, Span::styled(canvas.say(word), style));
            canvas.put_right(full.min(82) - 2, y, Span::styled(lang.signed(balance.get()), style));
        }
    }
}

//! What if: values that are changed, and the answer that changes with them. What was changed is marked as hypothetical,
//! and nothing here reaches another screen. The scenario stays, on whatever tab, until it is reset: it is kept
//! while its panel is closed, and the header says that there is one.
//!
//! ```text
//!                                       now        what if
//!    Left, Rp                 1,021,379,200  1,021,379,200
//!  > Added (APBD-P), Rp                   0  ‹ 150,000,000 › ◆ from Oct 2024
//!  =  Dec 2024: 19,336 workers, the whole target. Over on 31 Dec: Rp1,124,800.
//! ── Four ways ──────────────────────────────── with what is left, nothing added ─
//! ```

use super::layer::{Layer, Next, Scene};
use super::notice::Notice;
use super::past::Past;
use super::review::Review;
use super::tabs::Pointed;
use crate::figures::whatif::{MOST_MONTHS, Unknown, WhatIf};
use crate::lang::amount::{self, AmountError, Counted};
use crate::lang::{Lang, Phrase, words};
use crate::roster::money::Rupiah;
use crate::tui::keymap::{Action, Context};
use crate::tui::parts::input::{Input, Typed};

/// A value that can be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the panel names them")]
pub enum Knob {
    Added,
    Workers,
    More,
    Replaced,
    Rate,
    Start,
    Months,
}

/// The values, from above.
pub const KNOBS: [Knob; 7] =
    [Knob::Added, Knob::Workers, Knob::More, Knob::Replaced, Knob::Rate, Knob::Start, Knob::Months];

impl Knob {
    /// What is solved for where this value is; `None` where nothing is.
    pub fn unknown(self) -> Option<Unknown> {
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

    /// Its name.
    pub fn name(self) -> Phrase {
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

    /// The value: rupiah, workers or months.
    pub fn get(self, own: &WhatIf) -> i128 {
        match self {
            Knob::Added => own.added.get(),
            Knob::Workers => own.workers.into(),
            Knob::More => own.more.into(),
            Knob::Replaced => own.replaced.into(),
            Knob::Rate => own.rate.get(),
            Knob::Months => own.months.into(),
            Knob::Start => i128::from(own.from().year()) * 12 + i128::from(own.from().number()),
        }
    }

    /// The value in words.
    pub fn told(self, lang: Lang, own: &WhatIf) -> String {
        match self {
            Knob::Start => lang.month(own.from()),
            _ => lang.integer(self.get(own)),
        }
    }

    /// A value as it is typed here: rupiah, people, months, or a month.
    fn read(self, text: &str) -> Result<i128, AmountError> {
        match self {
            Knob::Added | Knob::Rate => amount::parse(text),
            Knob::Workers | Knob::More | Knob::Replaced => amount::count(text, Counted::People).map(i128::from),
            Knob::Months => amount::count(text, Counted::Months).map(i128::from),
            Knob::Start => amount::month(text).map(|month| i128::from(month.year()) * 12 + i128::from(month.number())),
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
            (Knob::Months, Some(count), _) if count <= MOST_MONTHS => own.months = count,
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
    /// The values of today.
    pub now: WhatIf,
    /// The values as changed.
    pub own: WhatIf,
    /// The line under the cursor.
    pub line: usize,
    /// What is being typed into it.
    pub typing: Option<Input>,
    /// The values before one of them began to be typed: `Esc` brings them back.
    before: Option<Values>,
    /// What is wrong with it.
    pub error: Option<AmountError>,
    /// What is solved for.
    pub solve: Option<Unknown>,
    /// The values before each change, the newest last.
    former: Past<Values>,
    /// The line whose value was changed last by a step: one more step is one change with it.
    stepped: Option<usize>,
    /// Whether the last key reset a value: once more, it resets them all.
    cleared: bool,
}

/// The values as changed, and what is solved for.
type Values = (WhatIf, Option<Unknown>);

impl WhatIfPanel {
    /// A panel in which nothing is changed yet; `None` where today's money passes 28 digits.
    pub fn new(review: &Review) -> Option<WhatIfPanel> {
        let now = WhatIf::now(&review.roster, &review.answer.figures.budget)?;
        Some(WhatIfPanel::of(now))
    }

    fn of(now: WhatIf) -> WhatIfPanel {
        WhatIfPanel {
            now,
            own: now,
            line: 0,
            typing: None,
            before: None,
            error: None,
            solve: None,
            former: Past::default(),
            stepped: None,
            cleared: false,
        }
    }

    /// Whether anything differs from today, or is solved for: whether there is a scenario.
    pub fn is_changed(&self) -> bool {
        let (mut own, solve) = self.values();
        if own.added.get() == 0 {
            // The month in which nothing comes is no change.
            own.added_from = self.now.added_from;
        }
        solve.is_some() || own != self.now
    }

    /// The panel as it is kept while it is not in sight: what is being typed is not taken yet.
    pub fn kept(&self) -> WhatIfPanel {
        let (own, solve) = self.values();
        WhatIfPanel { own, solve, typing: None, before: None, error: None, ..self.clone() }
    }

    /// The same scenario on a newer reading: what was not changed is as it is there.
    pub fn renewed(&self, now: WhatIf) -> WhatIfPanel {
        let (was, solve) = self.values();
        let mut own = now;
        if was.from() != self.now.from() {
            own.unpaid = now.unpaid.starting(was.from());
        }
        for knob in KNOBS.into_iter().filter(|knob| *knob != Knob::Start) {
            if knob.get(&was) != knob.get(&self.now) {
                knob.set(&mut own, &now, knob.get(&was));
            }
        }
        let added_from = if own.added.get() > 0 { was.added_from } else { now.added_from };
        own.added_from = added_from.max(own.from());
        WhatIfPanel { own, solve, line: self.line, ..WhatIfPanel::of(now) }
    }

    /// The values, without what is being typed.
    fn values(&self) -> Values {
        self.before.unwrap_or((self.own, self.solve))
    }

    fn knob(&self) -> Knob {
        KNOBS.get(self.line).copied().unwrap_or(Knob::Added)
    }

    /// Whether the value under the cursor comes in a month that can be moved.
    fn has_month(&self) -> bool {
        self.knob() == Knob::Added
    }

    fn input(&mut self) -> &mut Input {
        self.before.get_or_insert((self.own, self.solve));
        self.typing.get_or_insert_default()
    }

    /// Takes the typed text in if it is a value; else all is as it was before.
    fn follow(&mut self) {
        self.error = None;
        let Some(input) = &self.typing else { return };
        let read = self.knob().read(&input.text());
        (self.own, self.solve) = self.values();
        if let Ok(value) = read {
            self.set(value);
        }
    }

    /// Puts a value into the line under the cursor: then that is no longer solved for.
    fn set(&mut self, value: i128) -> bool {
        let knob = self.knob();
        let fits = match knob {
            Knob::Start => self.start_in(value),
            _ => knob.set(&mut self.own, &self.now, value),
        };
        if fits {
            self.solve = self.solve.filter(|unknown| knob.unknown() != Some(*unknown));
        }
        fits
    }

    /// Keeps the typed value, or throws it away; `false` if it cannot be read, and then it stays to be mended.
    fn end(&mut self, keep: bool) -> bool {
        let Some(input) = self.typing.take() else { return true };
        let before = self.values();
        (self.own, self.solve) = before;
        self.before = None;
        self.error = None;
        if !keep || input.text().trim().is_empty() {
            return true;
        }
        let knob = self.knob();
        let unfit = if knob == Knob::Start { AmountError::NotAMonth } else { AmountError::TooLarge };
        let fits = knob.read(&input.text()).and_then(|value| if self.set(value) { Ok(()) } else { Err(unfit) });
        if let Err(error) = fits {
            (self.own, self.solve) = before;
            self.error = Some(error);
            self.typing = Some(input);
            self.before = Some(before);
        }
        self.error.is_none()
    }

    /// Moves the cursor.
    fn step(&mut self, by: isize) {
        self.line = self.line.saturating_add_signed(by).min(KNOBS.len() - 1);
    }

    /// Changes the value by a step.
    fn turn(&mut self, more: bool) {
        let knob = self.knob();
        if knob == Knob::Start {
            return self.start(if more { 1 } else { -1 });
        }
        let base = self.shown().unwrap_or(self.own);
        let value = knob.get(&base) + if more { knob.step() } else { -knob.step() };
        self.set(value.max(0));
    }

    /// Moves the month in which the additional budget comes.
    fn shift(&mut self, later: bool) {
        if self.has_month() {
            let to = self.own.added_from.plus(if later { 1 } else { -1 });
            self.own.added_from = to.max(self.own.from());
        }
    }

    /// Puts the first month to that one; `false` where it is paid already, or lies behind the end.
    fn start_in(&mut self, month: i128) -> bool {
        let by = month - Knob::Start.get(&self.own);
        self.start(i64::try_from(by).unwrap_or(0).clamp(-120_000, 120_000));
        Knob::Start.get(&self.own) == month
    }

    /// Moves the first month; the end stays where it is, and months already paid are not paid again.
    fn start(&mut self, by: i64) {
        let months = self.now.unpaid;
        let place = months.to(self.own.from()).saturating_sub(1);
        let end = place.saturating_add(self.own.months);
        let to = place.saturating_add_signed(by).min(end);
        let Some(from) = months.after(to) else { return };
        self.own.months = end - to;
        self.own.unpaid = months.starting(from);
        self.own.added_from = self.own.added_from.max(from);
    }

    /// Solves for the value under the cursor, or no longer.
    fn solve(&mut self) {
        let unknown = self.knob().unknown();
        self.solve = if self.solve == unknown { None } else { unknown };
    }

    /// Enter where nothing is typed: a value that was found is taken as if it had been typed; any other begins to be
    /// typed anew.
    fn take(&mut self) {
        match self.solve.and_then(|unknown| self.own.solved(unknown)) {
            Some(own) => (self.own, self.solve) = (own, None),
            None => {
                let text = match self.knob() {
                    Knob::Start => self.own.from().to_string(),
                    knob => knob.get(&self.own).to_string(),
                };
                *self.input() = Input::new(&text);
            }
        }
    }

    /// Brings the values before the last change back; `false` where there was none.
    fn undo(&mut self) -> bool {
        let Some(former) = self.former.pop() else { return false };
        (self.own, self.solve) = former;
        true
    }

    /// The value under the cursor as it is today; once more, every value.
    fn reset(&mut self) {
        let knob = self.knob();
        if self.cleared {
            (self.own, self.solve) = (self.now, None);
            return;
        }
        knob.set(&mut self.own, &self.now, knob.get(&self.now));
        match knob {
            Knob::Added => self.own.added_from = self.now.added_from,
            Knob::Start => self.start(i64::MIN),
            _ => {}
        }
        self.solve = self.solve.filter(|unknown| knob.unknown() != Some(*unknown));
    }

    /// The values, one of them solved if that is asked for; `None` where nothing solves it.
    pub fn shown(&self) -> Option<WhatIf> {
        match self.solve {
            Some(unknown) => self.own.solved(unknown),
            None => Some(self.own),
        }
    }

    /// The answer in one sentence, and whether it is a shortfall.
    pub fn answer(&self, lang: Lang, target: Option<u64>) -> (String, bool) {
        let Some(own) = self.shown() else { return (lang.say(&words::WI_UNSOLVED).to_owned(), true) };
        match own.outcome() {
            None => (lang.beyond(own.beyond()), true),
            Some(outcome) => (lang.outcome(&outcome, target), outcome.lacks.is_some()),
        }
    }
}

impl WhatIfPanel {
    /// What a key does.
    fn go(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        if self.typing.is_some() {
            match action {
                Action::Back => drop(self.end(false)),
                Action::Open => drop(self.end(true)),
                Action::Previous if self.end(true) => self.step(-1),
                Action::Next if self.end(true) => self.step(1),
                Action::Help => return Next::Tab,
                _ => {}
            }
            return Next::Stay;
        }
        match action {
            Action::Next => self.step(1),
            Action::Previous => self.step(-1),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::Left => self.turn(false),
            Action::Right => self.turn(true),
            Action::Earlier => self.shift(false),
            Action::Later => self.shift(true),
            Action::Open => self.take(),
            Action::Solve => self.solve(),
            Action::Clear => self.reset(),
            Action::Undo if !self.undo() => return Next::Say(Notice::CannotUndo),
            Action::WhatIf => return Next::Close,
            Action::CopyRow => {
                return Next::Copy(Some(self.answer(scene.lang, scene.review.roster.program.target).0));
            }
            Action::To(_) | Action::NextTab | Action::PreviousTab | Action::Back => return Next::Tab,
            Action::Help | Action::Palette | Action::Present => return Next::Tab,
            _ => {}
        }
        Next::Stay
    }
}

impl Layer for WhatIfPanel {
    fn offers(&self, action: Action, _: &Review) -> bool {
        match action {
            Action::Undo => !self.former.is_empty(),
            Action::Clear => self.own != self.now,
            _ => true,
        }
    }

    fn context(&self) -> Context {
        match self.typing {
            Some(_) => Context::Amount,
            None => Context::WhatIf {
                solves: self.knob().unknown().is_some(),
                month: self.has_month(),
                found: self.solve.is_some(),
            },
        }
    }

    /// What was typed is taken by then.
    fn point(&mut self, (_, place): (usize, usize), _: &mut Scene<'_>) -> Pointed {
        if self.typing.is_some() || place >= KNOBS.len() {
            return Pointed::Nowhere;
        }
        (self.stepped, self.cleared) = (None, false);
        Pointed::put(&mut self.line, place)
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        let was = self.values();
        let next = self.go(action, scene);
        // A step after a step on the same line is one change with it.
        let step = matches!(action, Action::Left | Action::Right | Action::Earlier | Action::Later);
        let goes_on = step && self.stepped == Some(self.line);
        if action != Action::Undo && !goes_on && self.values() != was {
            self.former.push(was);
        }
        self.stepped = Some(self.line).filter(|_| step);
        self.cleared = action == Action::Clear;
        next
    }

    /// The answer follows each letter that makes a value, and until then it stays.
    fn typed(&mut self, typed: Typed<'_>) -> bool {
        // An amount begins with a digit or with Rp.
        let begin = |c: char| c.is_ascii_digit() || c == 'R';
        let begins = match typed {
            Typed::Key(key) => key.typed().is_some_and(begin),
            Typed::Text(text) => text.trim_start().starts_with(begin),
            Typed::EraseWord | Typed::EraseLine => false,
        };
        if self.typing.is_none() && !begins {
            return true;
        }
        let whole = self.input().take(typed);
        self.follow();
        whole
    }

    /// On a newer reading the scenario goes on from what is so there.
    fn settle(&mut self, review: &Review) {
        let now = WhatIf::now(&review.roster, &review.answer.figures.budget);
        if let Some(now) = now.filter(|now| *now != self.now) {
            *self = self.renewed(now);
        }
    }
}

//! An app as the loop runs it, without the loop: what it asks for is done, and the answers come back, on the spot or as
//! the worker thread would send them.

use crossterm::event::{KeyCode, KeyModifiers};
use lindungi::check::Audited;
use lindungi::disk::{MaxSize, Source};
use lindungi::figures::answer::{Answer, Question};
use lindungi::lang::Lang;
use lindungi::load::How;
use lindungi::tui::draw::view;
use lindungi::tui::keymap::Key;
use lindungi::tui::msg::{Effect, Msg, Reply, Request, Ticket};
use lindungi::tui::paint::txt::txt;
use lindungi::tui::state::app::{App, INLINE, Start};
use lindungi::tui::target;
use lindungi::tui::work::Hands;
use ratatui::buffer::Buffer;
use std::collections::VecDeque;
use std::ops::Deref;

/// How answers come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pace {
    /// Made on the spot, as for a roster of usual size.
    AtOnce,
    /// By the worker thread, as for a roster of millions, each followed by the one that it has overtaken.
    Overtaking,
    /// By the worker thread, and held back until they are asked for: the newest first.
    Late,
}

/// See the module.
pub struct Stage {
    app: App,
    pace: Pace,
    /// What `r` reads, one after the other.
    pub readings: VecDeque<Result<Audited, String>>,
    /// What the name of any older file opens.
    pub older: Option<Audited>,
    /// What was asked last.
    former: Option<(Ticket, Audited, Box<Question>)>,
    held: Vec<(Ticket, Request)>,
}

impl Deref for Stage {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

impl Stage {
    /// A screen of that size, before anything is read.
    pub fn new(start: Start, pace: Pace, (width, height): (u16, u16)) -> Stage {
        let inline = if pace == Pace::AtOnce { INLINE } else { 0 };
        let app = App::new(Start { inline, ..start });
        let mut stage = Stage { app, pace, readings: VecDeque::new(), older: None, former: None, held: Vec::new() };
        stage.update(Msg::Resize(width, height));
        stage
    }

    /// The same with its roster, and the keys at rest.
    pub fn of(roster: Audited, start: Start, pace: Pace, size: (u16, u16)) -> Stage {
        let mut stage = Stage::new(start, pace, size);
        stage.read(roster);
        stage
    }

    /// The roster is read.
    pub fn read(&mut self, roster: Audited) {
        self.readings.push_back(Ok(roster));
        let effects = self.app.begin();
        let left = self.carry_out(effects);
        assert!(left.is_empty(), "the roster is all that is asked for");
        self.deliver();
    }

    /// The roster is asked for, and does not come yet.
    pub fn begin_loading(&mut self) -> Vec<Effect> {
        self.app.begin()
    }

    /// A message; the answer is what is left to do outside.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = self.app.update(msg);
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut left = Vec::new();
        for effect in effects {
            match effect {
                Effect::Work(ticket, request) if self.can(&request) => match self.pace {
                    Pace::Late => self.held.push((ticket, request)),
                    _ => left.extend(self.done(ticket, request)),
                },
                effect => left.push(effect),
            }
        }
        left
    }

    /// Whether the request is one that this worker does.
    fn can(&self, request: &Request) -> bool {
        match request {
            Request::Read | Request::ReadUnlessNew(_) => !self.readings.is_empty(),
            Request::Older(_) => self.older.is_some(),
            Request::Export(_) => false,
            _ => true,
        }
    }

    /// Does one request; then the answer that it has overtaken comes too, and must change nothing.
    fn done(&mut self, ticket: Ticket, request: Request) -> Vec<Effect> {
        let asked = match &request {
            Request::Answer(roster, question) => Some((ticket, roster.clone(), question.clone())),
            _ => None,
        };
        let reply = self.reply(request);
        let mut left = self.update(Msg::Reply(ticket, reply));
        if asked.is_some()
            && let Some((ticket, roster, question)) = std::mem::replace(&mut self.former, asked)
        {
            let before = lines(&drawn(self));
            let late = Reply::Answer(Box::new(Answer::of(&roster, &question)));
            left.extend(self.update(Msg::Reply(ticket, late)));
            assert_eq!(before, lines(&drawn(self)), "an overtaken answer was taken");
        }
        left
    }

    fn reply(&mut self, request: Request) -> Reply {
        let older = self.older.clone();
        let reads = matches!(request, Request::Read | Request::ReadUnlessNew(_));
        let next = if reads { self.readings.pop_front() } else { None };
        let mut hands = Hands {
            load: Box::new(move |_| next.clone().unwrap_or_else(|| Err("nothing to read".to_owned()))),
            older: Box::new(move |_: &Source| older.clone().ok_or_else(|| "no such file".to_owned())),
            home: None,
            how: How::open(MaxSize::default(), Lang::En),
        };
        hands.reply(request, &mut |_| (), &mut || true).unwrap()
    }

    /// Lets every answer come that was held back, the newest first, until nothing is asked any more.
    pub fn deliver(&mut self) {
        while !self.held.is_empty() {
            for (ticket, request) in std::mem::take(&mut self.held).into_iter().rev() {
                let reply = self.reply(request);
                self.update(Msg::Reply(ticket, reply));
            }
        }
    }

    /// Everything that is held back, to be answered in any order.
    pub fn held(&mut self) -> Vec<(Ticket, Request)> {
        std::mem::take(&mut self.held)
    }

    /// Answers one of them.
    pub fn answer(&mut self, (ticket, request): (Ticket, Request)) -> Vec<Effect> {
        let reply = self.reply(request);
        self.update(Msg::Reply(ticket, reply))
    }

    /// Presses a key; the answer is what is left to do outside.
    pub fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) -> Vec<Effect> {
        let held = |key| modifiers.contains(key);
        let key = Key { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT) };
        self.update(Msg::Key(key))
    }

    /// Presses keys: names in angle brackets, anything else letter by letter.
    pub fn press(&mut self, keys: &str) -> Vec<Effect> {
        let mut left = Vec::new();
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|named| named.split_once('>'));
            let named = named.and_then(|(name, after)| {
                let code = match name {
                    "enter" => KeyCode::Enter,
                    "esc" => KeyCode::Esc,
                    "tab" => KeyCode::Tab,
                    "down" => KeyCode::Down,
                    "up" => KeyCode::Up,
                    "end" => KeyCode::End,
                    "home" => KeyCode::Home,
                    "backspace" => KeyCode::Backspace,
                    "backtab" => KeyCode::BackTab,
                    "left" => KeyCode::Left,
                    "right" => KeyCode::Right,
                    "pgdn" => KeyCode::PageDown,
                    "pgup" => KeyCode::PageUp,
                    _ => return None,
                };
                Some((code, after))
            });
            let (code, after) = named.unwrap_or((KeyCode::Char(first), &rest[first.len_utf8()..]));
            left.extend(self.key(code, KeyModifiers::NONE));
            rest = after;
        }
        left
    }

    /// Clicks where this text stands, on the first such place; the answer is what is left to do outside.
    #[track_caller]
    pub fn click(&mut self, text: &str) -> Vec<Effect> {
        let screen = lines(&drawn(self));
        let rows = screen.lines().enumerate();
        let mut found = rows.filter_map(|(y, line)| Some((line[..line.find(text)?].chars().count() as u16, y as u16)));
        let at = found.next().unwrap_or_else(|| panic!("«{text}» stands nowhere in\n{screen}"));
        self.click_at(at)
    }

    /// Clicks on a cell, as the loop does.
    pub fn click_at(&mut self, at: (u16, u16)) -> Vec<Effect> {
        let mut buffer = Buffer::empty(self.app.area());
        let regions = view::draw(&mut buffer, &self.app).regions;
        let msg = target::at(&regions, at).map_or(Msg::Pressed(at.0, at.1), Msg::Clicked);
        self.update(msg)
    }

    /// Turns the wheel by a notch.
    pub fn wheel(&mut self, down: bool) -> Vec<Effect> {
        self.update(Msg::Wheel { down })
    }

    /// The same, each key after the answers to the one before.
    pub fn press_slowly(&mut self, keys: &str) {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let end = if first == '<' { rest.find('>').map_or(1, |end| end + 1) } else { first.len_utf8() };
            self.press(&rest[..end]);
            self.deliver();
            rest = &rest[end..];
        }
    }

    /// Compares with an older roster, as `D` does.
    pub fn since(&mut self, older: Audited) {
        self.older = Some(older);
        self.press("Dolder.json<enter>");
        self.deliver();
        self.press("<esc>");
    }
}

/// A start in that language.
pub fn start(lang: Lang) -> Start {
    Start { lang, source: "roster.json".to_owned(), ..Start::default() }
}

/// What the app shows.
pub fn drawn(app: &App) -> Buffer {
    let mut buffer = Buffer::empty(app.area());
    view::draw(&mut buffer, app);
    buffer
}

/// Presses keys and looks at the screen: what stands there then, and what does not.
#[track_caller]
pub fn case(mut app: Stage, keys: &str, shows: &[&str], hides: &[&str]) {
    app.press(keys);
    let screen = lines(&drawn(&app));
    for text in shows {
        assert!(screen.contains(text), "after {keys:?} «{text}» is missing from\n{screen}");
    }
    for text in hides {
        assert!(!screen.contains(text), "after {keys:?} «{text}» still stands in\n{screen}");
    }
}

/// The cells as lines of text.
pub fn lines(buffer: &Buffer) -> String {
    txt(buffer)
}

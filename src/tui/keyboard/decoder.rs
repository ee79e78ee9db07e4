//! What the bytes from a terminal say: keys, pastes, and what nobody asked for, which is nothing.
//!
//! Pure: it is told bytes and the time. A network cuts a sequence at any byte, so no end of a read means anything, and
//! what is begun waits for its rest. crossterm's reader takes a lone Esc at the end of a read for the key, whatever comes
//! next (crossterm#993): an arrow cut after its first byte moved nothing, and `[200~q`, cut there too, left the program.
//! It also keeps what passes 1,024 bytes until the next key, and waits for the end of a paste for ever.

use crate::tui::keymap::Key;
use crate::tui::msg::Msg;
use crossterm::event::KeyCode;
use std::time::{Duration, Instant};

/// So long an Esc waits for the rest of a sequence; a person does not notice it.
const ESCAPE: Duration = Duration::from_millis(100);
/// So long the rest of a sequence that began without doubt is waited for. Longer than any line stalls while it lives:
/// the text behind a torn beginning of a paste would be typed as commands.
const REST: Duration = Duration::from_secs(2);
/// Within this time after an Esc that was taken for the key, the rest of a sequence is known for it by coming whole.
const LATE: Duration = Duration::from_secs(1);
/// A paste that is silent for so long may have lost its end.
const HANGS: Duration = Duration::from_secs(1);
/// Whoever presses Ctrl-C so often, with a pause each time, means it.
const INSISTENT: u8 = 3;
/// What comes alone and after such a silence, a person pressed: pasted sentences and leaned-on keys do not pause.
const PAUSE: Duration = Duration::from_millis(150);
/// Bytes of parameters that any sequence has which we know.
const LONGEST: usize = 32;
/// Bytes that are kept of a paste: more than any line takes.
const KEPT: usize = 64 * 1024;
const ESC: u8 = 0x1b;
const BELL: u8 = 0x07;
const CTRL_C: u8 = 0x03;
const PASTE_END: &[u8] = b"\x1b[201~";

/// See the module.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    /// When the last bytes came.
    heard: Option<Instant>,
    /// When an Esc was taken for the key though it came last.
    escaped: Option<Instant>,
}

/// What is begun.
#[derive(Debug, Default)]
enum State {
    #[default]
    Nothing,
    /// An Esc.
    Escape,
    /// Some bytes of a character.
    Character(Vec<u8>),
    /// `ESC [`, and these parameters.
    Control(Vec<u8>),
    /// `ESC O`: a key of the keypad follows.
    Keypad,
    /// `ESC [ [`: a function key of the Linux console follows.
    Console,
    /// So many bytes of an old mouse's report follow.
    Mouse(u8),
    /// An Esc and what may begin a text for the program, or is a key that was pressed after it: both come at once over a
    /// slow line.
    Introducer(u8),
    /// A text for the program, up to its end.
    Text {
        /// Whether its last byte was an Esc.
        escaped: bool,
    },
    Paste(Paste),
}

/// A paste whose end has not come.
#[derive(Debug, Default)]
struct Paste {
    text: Vec<u8>,
    /// Bytes of [`PASTE_END`] at its end, which may not be text.
    ending: usize,
    /// Whether it was said that its end does not come.
    told: bool,
    /// So many times in a row nothing but Ctrl-C came.
    interrupted: u8,
}

impl Decoder {
    /// What these bytes say, after those before them.
    pub fn take(&mut self, bytes: &[u8], now: Instant) -> Vec<Msg> {
        let silent = |time| self.heard.is_none_or(|heard| now.saturating_duration_since(heard) >= time);
        let (paused, hangs) = (silent(PAUSE), silent(HANGS / 2));
        let interrupts = bytes.iter().all(|byte| *byte == CTRL_C);
        let insists = match &mut self.state {
            // A network may bring them apart too, but not so far.
            State::Paste(paste) => paste.is_interrupted(interrupts && paused),
            _ => false,
        };
        let late = self.escaped.take().is_some_and(|at| now.saturating_duration_since(at) < LATE);
        let mut said = Vec::new();
        let mut rest = bytes;
        match (&self.state, bytes.split_first()) {
            // Nothing but the key, after a silence or again and again: no network delivers the inside of a paste so.
            (State::Paste(_), Some((_, behind))) if interrupts && (hangs || insists) => {
                self.state = State::Nothing;
                said.push(Msg::PasteLeft);
                rest = behind;
            }
            (State::Nothing, Some((b'[' | b'O', behind))) if late && is_rest(bytes) => {
                self.state = if bytes.starts_with(b"[") { State::Control(Vec::new()) } else { State::Keypad };
                rest = behind;
            }
            _ => {}
        }
        for byte in rest {
            self.byte(*byte, &mut said);
        }
        self.heard = Some(now);
        let alone = paused && said.len() == 1 && matches!(self.state, State::Nothing);
        let rushed = |msg| match msg {
            Msg::Key(key) if !alone => Msg::Rushed(key),
            other => other,
        };
        said.into_iter().map(rushed).collect()
    }

    /// When something is to be decided though nothing more comes.
    pub fn due(&self) -> Option<Instant> {
        let time = match &self.state {
            State::Nothing => return None,
            State::Paste(paste) if paste.told => return None,
            State::Paste(_) => HANGS,
            State::Escape | State::Introducer(_) => ESCAPE,
            _ => REST,
        };
        self.heard.map(|heard| heard + time)
    }

    /// Nothing more came until then.
    pub fn wait_no_longer(&mut self, now: Instant) -> Vec<Msg> {
        if self.due().is_none_or(|due| now < due) {
            return Vec::new();
        }
        if let State::Paste(paste) = &mut self.state {
            paste.told = true;
            return vec![Msg::PasteHangs];
        }
        match std::mem::take(&mut self.state) {
            State::Escape => {
                self.escaped = Some(now);
                vec![Msg::Key(Key::ESC)]
            }
            State::Introducer(byte) => std::iter::once(Key::ESC).chain(key_of_byte(byte)).map(Msg::Rushed).collect(),
            _ => Vec::new(),
        }
    }

    fn byte(&mut self, byte: u8, said: &mut Vec<Msg>) {
        let state = std::mem::take(&mut self.state);
        self.state = match (state, byte) {
            (State::Paste(paste), _) => match paste.with(byte) {
                Ok(paste) => State::Paste(paste),
                Err(text) => {
                    said.push(Msg::Paste(text));
                    State::Nothing
                }
            },
            (State::Mouse(many), _) => {
                if many > 1 {
                    State::Mouse(many - 1)
                } else {
                    State::Nothing
                }
            }
            (State::Introducer(_), _) => {
                self.state = State::Text { escaped: false };
                return self.byte(byte, said);
            }
            (State::Text { escaped: true }, b'\\') => State::Nothing,
            (State::Text { escaped: false }, BELL | CTRL_C) => State::Nothing,
            (State::Text { escaped: false }, _) => State::Text { escaped: byte == ESC },
            // An Esc that does not end it begins something else: the text has lost its end.
            (State::Text { escaped: true }, _) => {
                self.state = State::Escape;
                return self.byte(byte, said);
            }
            (State::Escape, ESC) => {
                said.push(Msg::Key(Key::ESC));
                State::Escape
            }
            (_, ESC) => State::Escape,
            (State::Escape, b'[') => State::Control(Vec::new()),
            (State::Escape, b'O') => State::Keypad,
            (State::Escape, b']' | b'P' | b'_' | b'^' | b'X') => State::Introducer(byte),
            // Alt with the keys that mean something then. Any other was pressed after an Esc, and came with it.
            (State::Escape, b'b' | b'd' | b'f' | 0x7f) => {
                said.extend(key_of_byte(byte).map(|key| Msg::Key(Key { alt: true, ..key })));
                State::Nothing
            }
            (State::Escape, _) => {
                said.push(Msg::Key(Key::ESC));
                return self.byte(byte, said);
            }
            (State::Control(parameters), b'[') if parameters.is_empty() => State::Console,
            (State::Control(mut parameters), b' '..=b'?') => {
                if parameters.len() <= LONGEST {
                    parameters.push(byte);
                }
                State::Control(parameters)
            }
            (State::Control(parameters), b'@'..=b'~') => match (parameters.as_slice(), byte) {
                (b"200", b'~') => State::Paste(Paste::default()),
                (b"", b'M') => State::Mouse(3),
                ([b'<', report @ ..], b'M') => {
                    said.extend(pointed(report));
                    State::Nothing
                }
                _ => {
                    said.extend(key_of_sequence(&parameters, byte).map(Msg::Key));
                    State::Nothing
                }
            },
            (State::Keypad, b'@'..=b'~') => {
                said.extend(key_of_sequence(b"", byte).map(Msg::Key));
                State::Nothing
            }
            (State::Console, b'A'..=b'E') => {
                said.push(Msg::Key(Key::named(KeyCode::F(byte - b'A' + 1))));
                State::Nothing
            }
            (State::Character(mut bytes), 0x80..=0xbf) => {
                bytes.push(byte);
                match (std::str::from_utf8(&bytes), bytes.len()) {
                    (Ok(text), _) => {
                        let typed = text.chars().filter(|c| !c.is_control());
                        said.extend(typed.map(|c| Msg::Key(Key::char(c))));
                        State::Nothing
                    }
                    (Err(_), 4..) => State::Nothing,
                    (Err(_), _) => State::Character(bytes),
                }
            }
            (_, 0xc2..=0xf4) => State::Character(vec![byte]),
            // What was begun is none of what we know; this byte begins anew.
            _ => {
                said.extend(key_of_byte(byte).map(Msg::Key));
                State::Nothing
            }
        };
    }
}

impl Paste {
    /// Whether Ctrl-C has come often enough to be pressed by somebody, now that it came again or something else did.
    fn is_interrupted(&mut self, again: bool) -> bool {
        self.interrupted = if again { self.interrupted.saturating_add(1) } else { 0 };
        self.interrupted >= INSISTENT
    }

    /// One byte more; or the whole text, if that was its end.
    fn with(mut self, byte: u8) -> Result<Paste, String> {
        if PASTE_END.get(self.ending) == Some(&byte) {
            self.ending += 1;
            if self.ending == PASTE_END.len() {
                return Err(String::from_utf8_lossy(&self.text).into_owned());
            }
        } else {
            // Only its first byte is an Esc, so what was taken for the end is text as a whole.
            let passed = PASTE_END.get(..self.ending).unwrap_or_default();
            let anew = byte == ESC;
            let room = KEPT.saturating_sub(self.text.len());
            let text = passed.iter().copied().chain((!anew).then_some(byte));
            self.text.extend(text.take(room));
            self.ending = usize::from(anew);
        }
        self.told = false;
        Ok(self)
    }
}

/// Whether these are, as a whole, the rest of a sequence that lost its Esc: nobody types that at once.
fn is_rest(bytes: &[u8]) -> bool {
    match bytes {
        [b'O', b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S'] => true,
        [b'[', rest @ ..] => {
            let parameters = rest.iter().take_while(|byte| (b' '..=b'?').contains(byte)).count();
            let whole = rest.get(parameters).is_some_and(|byte| (b'@'..=b'~').contains(byte));
            whole && (rest.len() == parameters + 1 || rest.starts_with(b"200~"))
        }
        _ => false,
    }
}

/// What the mouse reports: a button with what is held down on the keyboard, the column and the row, from 1. The wheel is a
/// button too. Moves, the other buttons, and reports of a cell that no screen has are nothing; so is letting go, which
/// ends otherwise.
fn pointed(report: &[u8]) -> Option<Msg> {
    const SHIFT_ALT_CTRL: u16 = 4 | 8 | 16;
    if report.len() >= LONGEST {
        return None;
    }
    let numbers: Vec<u16> =
        std::str::from_utf8(report).ok()?.split(';').map(|own| own.parse().ok()).collect::<Option<_>>()?;
    let [button, x, y] = numbers.as_slice() else { return None };
    let (x, y) = (x.checked_sub(1)?, y.checked_sub(1)?);
    match button & !SHIFT_ALT_CTRL {
        0 => Some(Msg::Pressed(x, y)),
        64 => Some(Msg::Wheel { down: false }),
        65 => Some(Msg::Wheel { down: true }),
        _ => None,
    }
}

/// The key that a byte is by itself.
fn key_of_byte(byte: u8) -> Option<Key> {
    Some(match byte {
        b'\r' => Key::ENTER,
        b'\t' => Key::named(KeyCode::Tab),
        // Some terminals send the one for Backspace, some the other.
        0x7f | 0x08 => Key::named(KeyCode::Backspace),
        0 => Key::ctrl(' '),
        0x01..=0x1a => Key::ctrl(char::from(byte - 1 + b'a')),
        0x1c..=0x1f => Key::ctrl(char::from(byte - 0x1c + b'4')),
        b' '..=b'~' => Key::char(char::from(byte)),
        _ => return None,
    })
}

/// The key of a control sequence, or of the keypad; `None` for replies, reports and whatever else nobody asked for.
fn key_of_sequence(parameters: &[u8], end: u8) -> Option<Key> {
    if parameters.len() > LONGEST {
        return None;
    }
    let text = std::str::from_utf8(parameters).ok()?;
    let numbers: Vec<u16> = match text {
        "" => Vec::new(),
        _ => text.split(';').map(str::parse).collect::<Result<_, _>>().ok()?,
    };
    let (number, held) = match numbers.as_slice() {
        [] => (1, 0),
        [number] => (*number, 0),
        [number, held @ 1..=16] => (*number, held - 1),
        _ => return None,
    };
    let code = match (end, number) {
        (b'A', 1) => KeyCode::Up,
        (b'B', 1) => KeyCode::Down,
        (b'C', 1) => KeyCode::Right,
        (b'D', 1) => KeyCode::Left,
        (b'H', 1) => KeyCode::Home,
        (b'F', 1) => KeyCode::End,
        (b'Z', 1) => KeyCode::BackTab,
        (b'M', 1) if parameters.is_empty() => KeyCode::Enter,
        (b'P' | b'Q' | b'S', 1) => KeyCode::F(end - b'P' + 1),
        // With numbers it is a report of the cursor.
        (b'R', 1) if parameters.is_empty() => KeyCode::F(3),
        (b'~', 1 | 7) => KeyCode::Home,
        (b'~', 2) => KeyCode::Insert,
        (b'~', 3) => KeyCode::Delete,
        (b'~', 4 | 8) => KeyCode::End,
        (b'~', 5) => KeyCode::PageUp,
        (b'~', 6) => KeyCode::PageDown,
        (b'~', 11..=15) => KeyCode::F(number as u8 - 10),
        (b'~', 17..=21) => KeyCode::F(number as u8 - 11),
        (b'~', 23 | 24) => KeyCode::F(number as u8 - 12),
        _ => return None,
    };
    Some(Key { code, ctrl: held & 4 != 0, alt: held & 2 != 0 })
}

#[cfg(test)]
mod tests;

//! A key as it arrives from the terminal: a character or a named key, with what was held.

use crate::lang::Lang;
use crate::lang::keys::SPACE_KEY;
use crossterm::event::KeyCode;

/// A key that was pressed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// Which.
    pub code: KeyCode,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl Key {
    /// Enter.
    pub const ENTER: Key = Key::named(KeyCode::Enter);
    /// Esc.
    pub const ESC: Key = Key::named(KeyCode::Esc);

    /// A character, as typed.
    pub const fn char(c: char) -> Key {
        Key::named(KeyCode::Char(c))
    }

    /// A character with Ctrl, in lower case.
    pub const fn ctrl(c: char) -> Key {
        Key { code: KeyCode::Char(c), ctrl: true, alt: false }
    }

    /// A named key.
    pub const fn named(code: KeyCode) -> Key {
        Key { code, ctrl: false, alt: false }
    }

    /// The character that it types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Whether a key of the table is this one: what is held with a named key does not matter.
    pub(super) fn is(self, pressed: Key) -> bool {
        match (self.code, pressed.code) {
            (KeyCode::Char(own), KeyCode::Char(c)) if self.ctrl => {
                own == c.to_ascii_lowercase() && pressed.ctrl && !pressed.alt
            }
            (KeyCode::Char(own), KeyCode::Char(c)) => own == c && !pressed.ctrl && !pressed.alt,
            (own, code) => own == code,
        }
    }

    /// As people write it.
    pub fn name(self, lang: Lang) -> String {
        match self.code {
            KeyCode::Char(' ') => lang.say(&SPACE_KEY).to_owned(),
            KeyCode::Char(c) if self.ctrl => format!("^{c}"),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            code => code.to_string(),
        }
    }
}

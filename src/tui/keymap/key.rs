//! A key as it arrives from the terminal: a character or a named key, with what was held.

use crate::lang::Lang;
use crate::lang::keys::SPACE_KEY;
use crossterm::event::KeyCode;

/// The keys that are no character, as settings write them.
const NAMES: [(&str, KeyCode); 16] = [
    ("space", KeyCode::Char(' ')),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

/// What such keys are called elsewhere.
const OTHER_NAMES: [(&str, &str); 14] = [
    ("escape", "esc"),
    ("return", "enter"),
    ("pageup", "pgup"),
    ("prior", "pgup"),
    ("pagedown", "pgdn"),
    ("pgdown", "pgdn"),
    ("next", "pgdn"),
    ("del", "delete"),
    ("ins", "insert"),
    ("bksp", "backspace"),
    ("shifttab", "backtab"),
    ("spacebar", "space"),
    ("spasi", "space"),
    ("hapus", "delete"),
];

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

    /// As settings write it.
    pub fn written(self) -> String {
        let (ctrl, alt) = (if self.ctrl { "ctrl-" } else { "" }, if self.alt { "alt-" } else { "" });
        let name = match self.code {
            KeyCode::Char(c) if c != ' ' => c.to_string(),
            KeyCode::F(number) => format!("f{number}"),
            code => NAMES.iter().find(|(_, own)| *own == code).map_or(String::new(), |(name, _)| (*name).to_owned()),
        };
        format!("{ctrl}{alt}{name}")
    }

    /// A key as it is written.
    pub fn read(word: &str) -> Option<Key> {
        let mut chars = word.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return (!c.is_control() && c != ' ').then_some(Key::char(c));
        }
        let word = word.trim();
        let held = word.strip_prefix("ctrl-").or_else(|| word.strip_prefix("Ctrl-")).or_else(|| word.strip_prefix('^'));
        if let Some(rest) = held {
            let mut chars = rest.chars();
            return match (chars.next(), chars.next()) {
                (Some(c), None) if c.is_ascii_alphabetic() || c == '[' => Some(Key::ctrl(c.to_ascii_lowercase())),
                _ => None,
            };
        }
        let name = word.to_ascii_lowercase();
        let number = || name.strip_prefix('f')?.parse::<u8>().ok().filter(|number| (1..=12).contains(number));
        let named = NAMES.iter().find(|(own, _)| *own == name).map(|(_, code)| *code);
        named.or_else(|| number().map(KeyCode::F)).map(Key::named)
    }

    /// What a terminal sends for it, where that is another key: a few letters with Ctrl are as old as those keys. Ctrl-J is
    /// itself: no Enter of ours sends it.
    pub fn arrives_as(self) -> Option<Key> {
        let code = match self.code {
            KeyCode::Char('m') if self.ctrl => KeyCode::Enter,
            KeyCode::Char('i') if self.ctrl => KeyCode::Tab,
            KeyCode::Char('h') if self.ctrl => KeyCode::Backspace,
            KeyCode::Char('[') if self.ctrl => KeyCode::Esc,
            _ => return None,
        };
        Some(Key::named(code))
    }

    /// How settings write the key that was meant by a word that is none, if one is near.
    pub fn nearest(word: &str) -> Option<String> {
        let word = word.trim().to_ascii_lowercase();
        let flat: String = word.chars().filter(|c| !matches!(c, '-' | '+' | '_' | ' ')).collect();
        if let Some((_, name)) = OTHER_NAMES.iter().find(|(own, _)| *own == flat) {
            return Some((*name).to_owned());
        }
        if let Some((held, rest)) = word.rsplit_once(['-', '+', ' ']) {
            let mut chars = rest.chars();
            let letter = chars.next().filter(|c| c.is_ascii_alphabetic() && chars.next().is_none())?;
            let held = held.trim_end_matches(['-', '+', ' ']);
            let is = |names: &[&str]| names.iter().any(|name| strsim::damerau_levenshtein(name, held) <= 1);
            return match () {
                () if held == "c" || is(&["ctrl", "control", "strg"]) => Some(Key::ctrl(letter).written()),
                () if is(&["shift"]) => Some(letter.to_ascii_uppercase().to_string()),
                () => None,
            };
        }
        let slips = |name: &&str| strsim::damerau_levenshtein(&word, name);
        let near = NAMES.iter().map(|(name, _)| *name).min_by_key(slips);
        near.filter(|name| slips(name) <= (word.chars().count() / 2).min(2)).map(str::to_owned)
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

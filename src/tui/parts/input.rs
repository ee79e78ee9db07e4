//! One line of text being typed: cursor, words, paste. It knows nothing of what the text means.

use crate::roster::text::is_hidden;
use crate::tui::keymap::Key;
use crossterm::event::KeyCode;
use unicode_segmentation::UnicodeSegmentation;

/// The most characters a filter may have: ten lines of a screen.
pub const MOST: usize = 256;

/// What comes into a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed<'a> {
    /// A key that is no command.
    Key(Key),
    /// A pasted text.
    Text(&'a str),
    /// Take the word before the cursor away.
    EraseWord,
    /// Take everything before the cursor away.
    EraseLine,
}

/// A line of text and the cursor in it, in characters as people count them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Input {
    graphemes: Vec<String>,
    cursor: usize,
}

impl Input {
    /// A line that holds `text`, the cursor at its end.
    pub fn new(text: &str) -> Input {
        let graphemes: Vec<String> = text.graphemes(true).map(str::to_owned).collect();
        Input { cursor: graphemes.len(), graphemes }
    }

    /// The same line with more behind it; the cursor stays.
    #[must_use]
    pub fn followed_by(&self, after: &str) -> Input {
        Input { cursor: self.cursor, ..Input::new(&(self.text() + after)) }
    }

    /// The text.
    pub fn text(&self) -> String {
        self.graphemes.concat()
    }

    /// The text before the cursor.
    pub fn before(&self) -> String {
        self.graphemes.get(..self.cursor).unwrap_or(&[]).concat()
    }

    /// Types text at the cursor. Hidden characters are left out and white space becomes a space; what passes
    /// [`MOST`] characters is left out too, and the answer says that it was.
    pub fn insert(&mut self, text: &str) -> bool {
        let shown: String =
            text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|&c| !is_hidden(c)).collect();
        let room = MOST.saturating_sub(self.text().chars().count());
        let taken: String = shown.chars().take(room).collect();
        let whole = taken.len() == shown.len();
        let after = self.graphemes.get(self.cursor..).unwrap_or(&[]).concat();
        let before = self.before() + &taken;
        // A combining mark joins the character before it: the whole line is divided anew.
        self.cursor = before.graphemes(true).count();
        self.graphemes = (before + &after).graphemes(true).map(str::to_owned).collect();
        self.cursor = self.cursor.min(self.graphemes.len());
        whole
    }

    /// Takes in what is typed; `false` if not all of it had room.
    pub fn take(&mut self, typed: Typed<'_>) -> bool {
        match typed {
            Typed::Text(text) => return self.insert(text),
            Typed::EraseWord => self.delete_word(),
            Typed::EraseLine => self.delete_to_start(),
            Typed::Key(key) => match key.typed() {
                Some(c) => return self.insert(c.encode_utf8(&mut [0; 4])),
                None => self.key(key),
            },
        }
        true
    }

    /// The usual keys of a line: moving and removing by character and by word. Any other key is nothing.
    fn key(&mut self, key: Key) {
        let Key { code, ctrl, alt } = key;
        match code {
            KeyCode::Char('a') if ctrl => self.home(),
            KeyCode::Char('e') if ctrl => self.end(),
            KeyCode::Char('h') if ctrl => self.backspace(),
            KeyCode::Char('d') if ctrl => self.delete(),
            KeyCode::Char('k') if ctrl => self.delete_to_end(),
            KeyCode::Char('f') if ctrl => self.right(),
            KeyCode::Char('b') if ctrl => self.left(),
            KeyCode::Char('d') if alt => self.delete_word_right(),
            KeyCode::Char('b') if alt => self.word_left(),
            KeyCode::Char('f') if alt => self.word_right(),
            KeyCode::Backspace if alt || ctrl => self.delete_word(),
            KeyCode::Left if ctrl || alt => self.word_left(),
            KeyCode::Right if ctrl || alt => self.word_right(),
            KeyCode::Backspace => self.backspace(),
            KeyCode::Delete => self.delete(),
            KeyCode::Left => self.left(),
            KeyCode::Right => self.right(),
            KeyCode::Home => self.home(),
            KeyCode::End => self.end(),
            _ => {}
        }
    }

    /// Removes the character before the cursor.
    pub fn backspace(&mut self) {
        if self.cursor > 0 {
            self.cursor -= 1;
            self.graphemes.remove(self.cursor);
        }
    }

    /// Removes the character under the cursor.
    pub fn delete(&mut self) {
        if self.cursor < self.graphemes.len() {
            self.graphemes.remove(self.cursor);
        }
    }

    /// Removes the word before the cursor.
    pub fn delete_word(&mut self) {
        let start = self.word_start();
        self.graphemes.drain(start..self.cursor);
        self.cursor = start;
    }

    /// Removes everything before the cursor.
    pub fn delete_to_start(&mut self) {
        self.graphemes.drain(..self.cursor);
        self.cursor = 0;
    }

    /// Removes everything behind the cursor.
    pub fn delete_to_end(&mut self) {
        self.graphemes.truncate(self.cursor);
    }

    /// Removes the word behind the cursor.
    pub fn delete_word_right(&mut self) {
        let start = self.cursor;
        self.word_right();
        self.graphemes.drain(start..self.cursor);
        self.cursor = start;
    }

    /// One character to the left.
    pub fn left(&mut self) {
        self.cursor = self.cursor.saturating_sub(1);
    }

    /// One character to the right.
    pub fn right(&mut self) {
        self.cursor = (self.cursor + 1).min(self.graphemes.len());
    }

    /// To the start of the word.
    pub fn word_left(&mut self) {
        self.cursor = self.word_start();
    }

    /// Behind the end of the word.
    pub fn word_right(&mut self) {
        let rest = self.graphemes.get(self.cursor..).unwrap_or(&[]);
        let blanks = rest.iter().take_while(|grapheme| *grapheme == " ").count();
        let word = rest.iter().skip(blanks).take_while(|grapheme| *grapheme != " ").count();
        self.cursor += blanks + word;
    }

    /// To the start of the line.
    pub fn home(&mut self) {
        self.cursor = 0;
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.cursor = self.graphemes.len();
    }

    fn word_start(&self) -> usize {
        let before = self.graphemes.get(..self.cursor).unwrap_or(&[]);
        let blanks = before.iter().rev().take_while(|grapheme| *grapheme == " ").count();
        let word = before.iter().rev().skip(blanks).take_while(|grapheme| *grapheme != " ").count();
        self.cursor - blanks - word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editing_moves_by_what_people_call_characters_and_words() {
        let mut input = Input::new("status:aktif ke\u{301}");
        input.backspace();
        assert_eq!(input.text(), "status:aktif k");
        input.delete_word();
        assert_eq!(input.text(), "status:aktif ");
        input.home();
        input.word_right();
        input.insert(" x");
        assert_eq!((input.text().as_str(), input.before().as_str()), ("status:aktif x ", "status:aktif x"));
        input.delete_to_start();
        assert_eq!(input.text(), " ");
        input.delete();
        input.insert("👨‍👩‍👧");
        input.left();
        assert_eq!(input.before().chars().count() + 1, input.text().chars().count(), "the joiners are left out");
    }

    #[test]
    fn the_keys_of_a_shell_edit_a_line() {
        let ctrl = |c| Typed::Key(Key::ctrl(c));
        let alt = |c| Typed::Key(Key { code: KeyCode::Char(c), ctrl: false, alt: true });
        for (keys, before, after) in [
            (vec![ctrl('b'), ctrl('b')], "status:aktif or", "ng"),
            (vec![ctrl('a'), ctrl('f'), ctrl('d')], "s", "atus:aktif orng"),
            (vec![ctrl('a'), alt('d')], "", " orng"),
            (vec![ctrl('a'), alt('f'), ctrl('k')], "status:aktif", ""),
            (vec![ctrl('k'), ctrl('d'), alt('d')], "status:aktif orng", ""),
            (vec![alt('b'), alt('d'), ctrl('e')], "status:aktif ", ""),
        ] {
            let mut input = Input::new("status:aktif orng");
            keys.iter().for_each(|key| _ = input.take(*key));
            assert_eq!((input.before(), input.text()), (before.to_owned(), format!("{before}{after}")), "{keys:?}");
        }
    }

    #[test]
    fn a_paste_is_capped_and_scrubbed() {
        let mut input = Input::default();
        assert!(input.insert("a\u{1b}[31m\nb\u{202e}"));
        assert_eq!(input.text(), "a[31m b");
        assert!(!input.insert(&"x".repeat(10_000)), "it says that it took only a part");
        assert_eq!(input.text().chars().count(), MOST);
    }
}

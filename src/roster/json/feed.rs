//! The input in blocks, and where in it one is. A block is validated as UTF-8 once and parsed where it lies; a value
//! that a block's end cuts is tried again with the next block.

use super::{LoadErrorKind, alien};
use crate::roster::Kind;
use serde::de::IgnoredAny;
use std::io::Read;

/// One block: large enough to keep system calls rare, small enough to stay in the cache.
const BLOCK: usize = 256 * 1024;

/// A place in the text, both from 1; columns are characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Line.
    pub line: u64,
    /// Column, in characters.
    pub column: u64,
}

impl Place {
    fn after(mut self, text: &str) -> Place {
        self.line += memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64;
        match text.rsplit_once('\n') {
            Some((_, rest)) => self.column = 1 + rest.chars().count() as u64,
            None => self.column += text.chars().count() as u64,
        }
        self
    }

    /// The place `offset` bytes into `text`, which begins at `start`.
    pub fn within(start: Place, text: &str, offset: usize) -> Place {
        start.after(text.get(..offset).unwrap_or(text))
    }
}

/// A file that is no roster: where, in which part, and what is wrong. It holds no value of the file but a schema name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoadError {
    /// Where the reading stopped.
    pub place: Place,
    /// The part of the document, such as `program.coverage.to`; empty for the whole.
    pub path: String,
    /// What is wrong.
    pub kind: LoadErrorKind,
}

/// What keeps a text from being JSON.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It ends too early: it was probably not copied whole.
    Cut,
    /// A comma or a closing bracket should stand here.
    Separator,
    /// A colon should stand here.
    Colon,
    /// A name in quotes should stand here.
    Key,
    /// A value should stand here; a comma may stand before nothing.
    Value,
    /// No such number.
    Number,
    /// A string holds a raw control character, or an escape that does not exist.
    Text,
    /// Something follows the end of the document.
    Trailing,
    /// A comment: JSON has none.
    Comment,
}

/// The input, block by block.
pub struct Feed<'a> {
    input: &'a mut dyn Read,
    text: String,
    /// How much of `text` is behind us.
    at: usize,
    /// Bytes of an unfinished character at the end of the last block.
    rest: Vec<u8>,
    ended: bool,
    filled: bool,
    bytes: u64,
    /// The place of `text[placed]`.
    place: Place,
    placed: usize,
}

impl<'a> Feed<'a> {
    pub fn new(input: &'a mut dyn Read) -> Feed<'a> {
        let text = String::with_capacity(2 * BLOCK);
        let place = Place { line: 1, column: 1 };
        Feed { input, text, at: 0, rest: Vec::new(), ended: false, filled: false, bytes: 0, place, placed: 0 }
    }

    /// Bytes read so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether a block has come in since this was last asked.
    pub fn filled(&mut self) -> bool {
        std::mem::take(&mut self.filled)
    }

    fn here(&mut self) -> Place {
        self.place = Place::within(self.place, self.text.get(self.placed..self.at).unwrap_or(""), usize::MAX);
        self.placed = self.at;
        self.place
    }

    /// The line in which the last value ended.
    pub fn line_behind(&mut self) -> u64 {
        self.here().line
    }

    /// What of the next text is known without reading on.
    pub fn head(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The place of the next value.
    pub fn place(&mut self) -> Result<Place, LoadError> {
        self.peek()?;
        Ok(self.here())
    }

    pub fn error(&self, path: &str, kind: LoadErrorKind) -> LoadError {
        let passed = self.text.get(self.placed..self.at).unwrap_or("");
        LoadError { place: self.place.after(passed), path: path.to_owned(), kind }
    }

    fn fault(&self, fault: Fault) -> LoadError {
        // serde_json points at what it took last: a comment begins there or right behind it.
        let place = [self.at, self.at + 1].into_iter().filter_map(|at| self.text.get(at..)).any(alien::is_comment);
        let comment =
            place && matches!(fault, Fault::Separator | Fault::Key | Fault::Value | Fault::Colon | Fault::Trailing);
        self.error("", LoadErrorKind::Syntax(if comment { Fault::Comment } else { fault }))
    }

    /// Takes the next block in; `false` at the end of the input.
    fn fill(&mut self) -> Result<bool, LoadError> {
        if self.ended {
            return Ok(false);
        }
        self.here();
        self.text.drain(..self.at);
        (self.at, self.placed) = (0, 0);
        // A value longer than a block doubles the next one, so that trying it again stays linear.
        let wanted = BLOCK.max(self.text.len());
        let mut block = std::mem::take(&mut self.rest);
        let kept = block.len();
        let read = (&mut *self.input).take(wanted as u64).read_to_end(&mut block);
        let read = read.map_err(|error| self.error("", LoadErrorKind::Io(error.kind())))?;
        self.ended = read == 0;
        self.filled = true;
        let start = self.bytes - kept as u64;
        self.bytes += read as u64;
        // UTF-16 without its mark is UTF-8 with a NUL beside every letter.
        let blank = block.get(..4).map(|start| [start[0] == 0, start[1] == 0, start[2] == 0, start[3] == 0]);
        if start == 0 && matches!(blank, Some([true, false, true, false] | [false, true, false, true])) {
            return Err(self.error("", LoadErrorKind::Encoding { offset: 0, utf16: true }));
        }
        let valid = match std::str::from_utf8(&block) {
            Ok(text) => text,
            Err(error) => {
                let valid = block.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
                if error.error_len().is_some() || self.ended {
                    self.text.push_str(valid.unwrap_or(""));
                    self.at = self.text.len();
                    let utf16 = start == 0 && matches!(block.get(..2), Some([0xff, 0xfe] | [0xfe, 0xff]));
                    let offset = start + error.valid_up_to() as u64;
                    return Err(self.error("", LoadErrorKind::Encoding { offset, utf16 }));
                }
                self.rest = block.get(error.valid_up_to()..).unwrap_or(&[]).to_vec();
                valid.unwrap_or("")
            }
        };
        let valid = if start == 0 { valid.strip_prefix('\u{feff}').unwrap_or(valid) } else { valid };
        self.text.push_str(valid);
        Ok(read > 0)
    }

    /// The next byte that is not white space; `None` at the end of the input.
    pub fn peek(&mut self) -> Result<Option<u8>, LoadError> {
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
            let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            let next = rest.get(blank).copied();
            self.at += blank;
            if next.is_some() || !self.fill()? {
                return Ok(next);
            }
        }
    }

    /// Takes this byte if it comes next.
    pub fn take(&mut self, byte: u8) -> Result<bool, LoadError> {
        let stands = self.peek()? == Some(byte);
        self.at += usize::from(stands);
        Ok(stands)
    }

    /// The kind of the next value.
    pub fn kind(&mut self) -> Result<Kind, LoadError> {
        match self.peek()? {
            Some(b'"') => Ok(Kind::Text),
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::List),
            Some(b't' | b'f') => Ok(Kind::Bool),
            Some(b'n') => Ok(Kind::Null),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            None => Err(self.fault(Fault::Cut)),
            Some(_) => Err(self.fault(Fault::Value)),
        }
    }

    /// Whether the list or object ends here, with `close`; takes the comma between two elements.
    pub fn end_of_list(&mut self, close: u8, first: &mut bool) -> Result<bool, LoadError> {
        let next = self.peek()?.ok_or_else(|| self.fault(Fault::Cut))?;
        if next == close {
            self.at += 1;
            return Ok(true);
        }
        if !std::mem::take(first) && !self.take(b',')? {
            return Err(self.fault(Fault::Separator));
        }
        Ok(false)
    }

    /// A member's name and its colon.
    pub fn key(&mut self) -> Result<String, LoadError> {
        match self.peek()? {
            Some(b'"') => {}
            None => return Err(self.fault(Fault::Cut)),
            Some(_) => return Err(self.fault(Fault::Key)),
        }
        let text = self.fault(Fault::Text);
        let key = self.value(|raw| serde_json::from_str::<String>(raw).ok())?.ok_or(text)?;
        match self.peek()? {
            Some(b':') => self.at += 1,
            None => return Err(self.fault(Fault::Cut)),
            Some(_) => return Err(self.fault(Fault::Colon)),
        }
        Ok(key)
    }

    /// The rest of this line without the comma behind it, if the block holds the line whole: where rosters stand one
    /// row a line, that is the next value, and its end need not be looked for. Whether it is, its reader must prove by
    /// reading it to its end; then [`Feed::pass`] goes behind it.
    pub fn line(&mut self) -> Result<Option<&str>, LoadError> {
        self.peek()?;
        let rest = self.text.get(self.at..).unwrap_or("");
        let end = memchr::memchr(b'\n', rest.as_bytes());
        Ok(end.and_then(|end| rest.get(..end)).map(|line| line.trim_end_matches([',', ' ', '\r'])))
    }

    /// Goes behind so many bytes of a value that was read.
    pub fn pass(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// The text of the next value, whole.
    pub fn value<T>(&mut self, read: impl FnOnce(&str) -> T) -> Result<T, LoadError> {
        self.peek()?.ok_or_else(|| self.fault(Fault::Cut))?;
        loop {
            let rest = self.text.get(self.at..).unwrap_or("");
            let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
            let found = values.next();
            let end = values.byte_offset();
            // A number at the end of a block may go on in the next one.
            let cut = match &found {
                Some(Ok(_)) => end == rest.len(),
                Some(Err(error)) => error.is_eof(),
                None => true,
            };
            if cut && self.fill()? {
                continue;
            }
            match found {
                Some(Ok(_)) => {
                    let value = self.text.get(self.at..self.at + end).map(read);
                    self.at += end;
                    return value.ok_or_else(|| self.fault(Fault::Value));
                }
                Some(Err(error)) => {
                    let fault = fault(&error);
                    self.at += byte_offset(self.text.get(self.at..).unwrap_or(""), error.line(), error.column());
                    return Err(self.fault(fault));
                }
                None => return Err(self.fault(Fault::Cut)),
            }
        }
    }
}

/// serde_json tells what is wrong in words only; they are part of its tests and have not changed since 1.0.
fn fault(error: &serde_json::Error) -> Fault {
    if error.is_eof() {
        return Fault::Cut;
    }
    let words = error.to_string();
    let told = |part: &str| words.starts_with(part);
    match () {
        () if told("expected `,`") || told("trailing characters") => Fault::Separator,
        () if told("expected `:`") => Fault::Colon,
        () if told("key must be a string") => Fault::Key,
        () if told("invalid number") => Fault::Number,
        () if told("control character") || told("invalid escape") || told("lone ") || told("unexpected end of hex") => {
            Fault::Text
        }
        () => Fault::Value,
    }
}

/// serde_json counts lines from 1 and columns in bytes; a column points at the last byte it had taken.
fn byte_offset(text: &str, line: usize, column: usize) -> usize {
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    let start = std::iter::once(0).chain(lines).nth(line.saturating_sub(1)).unwrap_or(0);
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

//! The input in blocks, and where in it one is. A block is validated as UTF-8 once and parsed where it lies; a value
//! that a block's end cuts is tried again with the next block.

use super::{LoadErrorKind, alien};
use crate::roster::{Kind, room};
use serde::de::IgnoredAny;
use std::io::{ErrorKind, Read};

/// One block: large enough to keep system calls rare, small enough to stay in the cache.
const BLOCK: usize = 64 * 1024;

/// The most bytes of one value, and of a programme or all groups at once: what is longer is never held. A hundred thousand
/// groups are a sixth of it.
pub(crate) const LONGEST: usize = 64 << 20;

/// How often a value may stand in memory while it is read: in the block before and the one now, read, and folded.
const COPIES: usize = 4;

/// A place in the text, both from 1; columns are characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Line.
    pub line: u64,
    /// Column, in characters.
    pub column: u64,
}

impl Place {
    /// Where a text begins.
    pub const START: Place = Place { line: 1, column: 1 };

    /// The place behind `text`, which is UTF-8 and begins here.
    fn after(mut self, text: &[u8]) -> Place {
        let begun = |byte: &&u8| **byte & 0xc0 != 0x80;
        self.line += memchr::memchr_iter(b'\n', text).count() as u64;
        match memchr::memrchr(b'\n', text) {
            Some(end) => self.column = text.get(end..).unwrap_or(&[]).iter().filter(begun).count() as u64,
            None => self.column += text.iter().filter(begun).count() as u64,
        }
        self
    }

    /// The place `offset` bytes into `text`, which begins at `start`.
    pub fn within(start: Place, text: &str, offset: usize) -> Place {
        start.after(text.as_bytes().get(..offset).unwrap_or(text.as_bytes()))
    }

    /// This place, which was counted from where another text begins, counted from that text's own start.
    pub fn from(self, start: Place) -> Place {
        let column = if self.line == 1 { start.column + self.column - 1 } else { self.column };
        Place { line: start.line + self.line - 1, column }
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

/// The input, block by block: each is read to where it is parsed.
pub struct Feed<'a> {
    input: Box<dyn Read + 'a>,
    /// What has been read and is not behind us; beyond `end` the room for what comes.
    buffer: Vec<u8>,
    /// How much of it is behind us.
    at: usize,
    /// Where the text ends, which is UTF-8.
    end: usize,
    /// Where what was read ends: the text, and perhaps the beginning of a character.
    read: usize,
    ended: bool,
    filled: bool,
    /// Bytes of the input before the buffer.
    before: u64,
    /// Where the reading began.
    from: u64,
    /// The place of `buffer[placed]`.
    place: Place,
    placed: usize,
}

impl<'a> Feed<'a> {
    /// Reads from where `input` stands, `before` bytes behind the start of the text.
    pub fn new(input: impl Read + 'a, before: u64) -> Feed<'a> {
        Feed {
            input: Box::new(input),
            buffer: Vec::new(),
            at: 0,
            end: 0,
            read: 0,
            ended: false,
            filled: false,
            before,
            from: before,
            place: Place::START,
            placed: 0,
        }
    }

    /// Goes on in `input`, which stands `before` bytes behind the start of the text, at that place.
    pub fn go_on(&mut self, input: impl Read + 'a, before: u64, place: Place) {
        let buffer = std::mem::take(&mut self.buffer);
        *self = Feed { buffer, place, from: self.from, ..Feed::new(input, before) };
    }

    /// Bytes from the start of the text to here.
    pub fn offset(&self) -> u64 {
        self.before + self.at as u64
    }

    /// Bytes from where the reading began to here.
    pub fn passed(&self) -> usize {
        usize::try_from(self.offset() - self.from).unwrap_or(usize::MAX)
    }

    /// Whether a block has come in since this was last asked.
    pub fn filled(&mut self) -> bool {
        std::mem::take(&mut self.filled)
    }

    /// The place of the next byte.
    pub fn here(&mut self) -> Place {
        self.place = self.place.after(self.buffer.get(self.placed..self.at).unwrap_or(&[]));
        self.placed = self.at;
        self.place
    }

    /// What of the next text is known without reading on.
    pub fn rest(&self) -> &[u8] {
        self.buffer.get(self.at..self.end).unwrap_or(&[])
    }

    /// The same as text.
    pub fn head(&self) -> &str {
        std::str::from_utf8(self.rest()).unwrap_or("")
    }

    /// The same, so many bytes of it at least unless the end comes before: what a text is must not hang on how few of its
    /// bytes a pipe hands over first.
    pub fn ahead(&mut self, many: usize) -> Result<&str, LoadError> {
        while self.rest().len() < many && self.fill()? {}
        Ok(self.head())
    }

    /// The place of the next value.
    pub fn place(&mut self) -> Result<Place, LoadError> {
        self.peek()?;
        Ok(self.here())
    }

    pub fn error(&self, path: &str, kind: LoadErrorKind) -> LoadError {
        let passed = self.buffer.get(self.placed..self.at).unwrap_or(&[]);
        LoadError { place: self.place.after(passed), path: path.to_owned(), kind }
    }

    fn fault(&mut self, fault: Fault) -> LoadError {
        let may_be = matches!(fault, Fault::Separator | Fault::Key | Fault::Value | Fault::Colon | Fault::Trailing);
        let head = match if may_be { self.ahead(3) } else { Ok("") } {
            Ok(head) => head,
            Err(error) => return error,
        };
        // serde_json points at what it took last: a comment begins there or right behind it.
        let comment = [Some(head), head.get(1..)].into_iter().flatten().any(alien::is_comment);
        self.error("", LoadErrorKind::Syntax(if comment { Fault::Comment } else { fault }))
    }

    /// Takes the next block in; `false` at the end of the input.
    pub fn fill(&mut self) -> Result<bool, LoadError> {
        if self.ended {
            return self.validate(self.end).map(|()| false);
        }
        self.here();
        self.buffer.copy_within(self.at..self.read, 0);
        self.before += self.at as u64;
        (self.end, self.read) = (self.end - self.at, self.read - self.at);
        (self.at, self.placed) = (0, 0);
        if self.end > LONGEST {
            return Err(self.error("", LoadErrorKind::Endless));
        }
        let room = BLOCK.max(self.end).min(LONGEST + 2 * BLOCK - self.end);
        if self.buffer.len() < self.read + room {
            // A value that is so long is held several times before it is in its place.
            if !room::is_there((self.read + room) * COPIES) {
                return Err(self.error("", LoadErrorKind::Io(ErrorKind::OutOfMemory)));
            }
            self.buffer.resize(self.read + room, 0);
        }
        let start = self.end;
        let (had, full) = (self.read, self.read + room);
        // A value longer than a block doubles what is read for it, so that trying it again stays linear. No more is waited
        // for: a stream may stall behind rows that could be shown.
        let enough = (had + self.end.max(1)).max(TOLD_BY).min(full);
        while self.read < enough && !self.ended {
            match self.input.read(self.buffer.get_mut(self.read..full).unwrap_or(&mut [])) {
                Ok(read) => {
                    self.ended = read == 0;
                    self.read += read;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(self.error("", LoadErrorKind::Io(error.kind()))),
            }
        }
        self.filled = true;
        self.validate(start)?;
        Ok(self.read > had)
    }

    /// Finds where the text ends, from `start` on.
    fn validate(&mut self, start: usize) -> Result<(), LoadError> {
        let block = self.buffer.get(start..self.read).unwrap_or(&[]);
        let first = self.before == 0 && start == 0;
        // UTF-16 without its mark is UTF-8 with a NUL beside every letter.
        let blank = block.get(..4).map(|start| [start[0] == 0, start[1] == 0, start[2] == 0, start[3] == 0]);
        if first && matches!(blank, Some([true, false, true, false] | [false, true, false, true])) {
            return Err(self.error("", LoadErrorKind::Encoding { offset: 0, utf16: true }));
        }
        // Most blocks have no byte beyond ASCII: looking for one is much faster than reading characters.
        let valid = if block.is_ascii() { Ok("") } else { std::str::from_utf8(block) };
        self.end = match valid {
            Ok(_) => self.read,
            Err(error) => {
                let valid = start + error.valid_up_to();
                // What is wrong in the text before comes first, however far ahead was read.
                if valid == start && (error.error_len().is_some() || self.ended) {
                    let utf16 = first && matches!(block.get(..2), Some([0xff, 0xfe] | [0xfe, 0xff]));
                    let offset = self.before + valid as u64;
                    (self.at, self.end) = (valid, valid);
                    return Err(self.error("", LoadErrorKind::Encoding { offset, utf16 }));
                }
                valid
            }
        };
        if first && self.rest().starts_with("\u{feff}".as_bytes()) {
            (self.at, self.placed) = (3, 3);
        }
        Ok(())
    }

    /// The next byte that is not white space; `None` at the end of the input.
    #[inline]
    pub fn peek(&mut self) -> Result<Option<u8>, LoadError> {
        loop {
            let rest = self.rest();
            let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            let next = rest.get(blank).copied();
            self.at += blank;
            if next.is_some() || !self.fill()? {
                return Ok(next);
            }
        }
    }

    /// Takes this byte if it comes next.
    #[inline]
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

    /// Goes behind so many bytes of a value that was read.
    pub fn pass(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// The text of the next value, whole.
    pub fn value<T>(&mut self, read: impl FnOnce(&str) -> T) -> Result<T, LoadError> {
        self.peek()?.ok_or_else(|| self.fault(Fault::Cut))?;
        loop {
            let rest = self.rest();
            let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<IgnoredAny>();
            let found = values.next();
            let end = values.byte_offset();
            // What stands at the end of a block may go on in the next one: a number, and a number's exponent, without
            // which serde_json finds no number there.
            let cut = match &found {
                Some(Ok(_)) => end == rest.len(),
                Some(Err(error)) => {
                    let at = byte_offset(self.head(), error.line(), error.column());
                    error.is_eof() || at + NEAR_END >= rest.len()
                }
                None => true,
            };
            if cut && self.fill()? {
                continue;
            }
            match found {
                Some(Ok(_)) => {
                    let text = self.rest().get(..end).and_then(|text| std::str::from_utf8(text).ok());
                    let value = text.map(read);
                    self.at += end;
                    return value.ok_or_else(|| self.fault(Fault::Value));
                }
                Some(Err(error)) => {
                    let fault = fault(&error);
                    self.at += byte_offset(self.head(), error.line(), error.column());
                    return Err(self.fault(fault));
                }
                None => return Err(self.fault(Fault::Cut)),
            }
        }
    }
}

/// Bytes that tell whether a text is UTF-16.
const TOLD_BY: usize = 4;

/// A fault so near to the end of a block may be one of the cut.
const NEAR_END: usize = 4;

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

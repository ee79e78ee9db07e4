//! How rows are written: the names of their fields with all that stands around them, to be known by comparing.

use super::fields::WorkerField as Of;

/// The fields of a worker that the format knows.
pub const FIELDS: usize = Of::ALL.len();

/// How rows are written: each field's name with all that stands around it.
pub struct Shape {
    pub spaces: Spaces,
    /// The field as the first of its row.
    pub first: [Sign; FIELDS],
    /// The field behind another one; the last is the end of the row.
    pub later: [Sign; FIELDS + 1],
    /// Unknown fields, first and later.
    pub others: Vec<[Sign; 2]>,
}

/// The white space of a row, with the signs that it surrounds.
#[derive(Clone, PartialEq, Eq)]
pub struct Spaces {
    open: Vec<u8>,
    colon: Vec<u8>,
    comma: Vec<u8>,
    close: Vec<u8>,
}

/// A short text that is looked for at one place, eight bytes at a time.
#[derive(Clone, Copy, Default)]
pub struct Sign {
    words: [u64; WINDOW / 8],
    masks: [u64; WINDOW / 8],
    /// Bytes of it.
    pub length: usize,
}

/// So many bytes are looked at for a sign.
pub const WINDOW: usize = 32;

impl Sign {
    /// `None` for a text that no window holds.
    fn new(parts: [&[u8]; 3]) -> Option<Sign> {
        let text = parts.concat();
        let mut sign = Sign { length: text.len(), ..Sign::default() };
        if text.len() > WINDOW {
            return None;
        }
        for (place, &byte) in text.iter().enumerate() {
            sign.words[place / 8] |= u64::from(byte) << (place % 8 * 8);
            sign.masks[place / 8] |= 0xff << (place % 8 * 8);
        }
        Some(sign)
    }

    #[inline]
    /// Whether it stands where the window begins.
    pub fn is_at(&self, window: &[u8; WINDOW]) -> bool {
        let (words, _) = window.as_chunks::<8>();
        let differs = |place: usize| (u64::from_le_bytes(words[place]) ^ self.words[place]) & self.masks[place];
        differs(0) | differs(1) == 0 && self.length > 0 && (self.length <= 16 || differs(2) | differs(3) == 0)
    }
}

impl Shape {
    /// `None` where a name with what is around it is longer than a window.
    pub fn new(spaces: Spaces, others: &[String]) -> Option<Shape> {
        let sign = |before: &[u8], name: &str| Sign::new([before, format!("\"{name}\"").as_bytes(), &spaces.colon]);
        let (mut first, mut later) = ([Sign::default(); FIELDS], [Sign::default(); FIELDS + 1]);
        for (place, (_, name)) in Of::ALL.iter().enumerate() {
            first[place] = sign(&spaces.open, name)?;
            later[place] = sign(&spaces.comma, name)?;
        }
        later[FIELDS] = Sign::new([&spaces.close, b"", b""])?;
        let both = |name: &String| Some([sign(&spaces.open, name)?, sign(&spaces.comma, name)?]);
        Some(Shape { first, later, others: others.iter().filter_map(both).collect(), spaces })
    }
}

impl Spaces {
    /// Those of a row, if its first value is a plain one.
    pub fn of(row: &[u8]) -> Option<Spaces> {
        let blank = |from: usize| {
            let rest = row.get(from..).unwrap_or(&[]);
            from + rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
        };
        let key = blank(1);
        let key_end = key + 1 + memchr::memchr(b'"', row.get(key + 1..)?)? + 1;
        let value = blank(blank(key_end) + 1);
        let value_end = match row.get(value)? {
            b'"' => value + 1 + memchr::memchr(b'"', row.get(value + 1..)?)? + 1,
            _ => value + row.get(value..)?.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count(),
        };
        let next = blank(blank(value_end) + 1);
        let within = row.get(..row.len().checked_sub(1)?)?;
        Some(Spaces {
            open: row.get(..key)?.to_vec(),
            colon: row.get(key_end..value)?.to_vec(),
            comma: row.get(value_end..next)?.to_vec(),
            close: row.get(within.trim_ascii_end().len()..)?.to_vec(),
        })
    }
}

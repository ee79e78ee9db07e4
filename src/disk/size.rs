//! The most that is read of an input: what swells beyond it is refused and never held.

use std::fmt;
use std::io::{self, Read};
use std::str::FromStr;

/// The most bytes of text that an input may hold once it is unpacked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct MaxSize(u64);

/// What the letters mean, the largest first.
const UNITS: [(char, u32); 4] = [('T', 40), ('G', 30), ('M', 20), ('K', 10)];

impl Default for MaxSize {
    /// Ten million workers are 4 GB.
    fn default() -> MaxSize {
        MaxSize(8 << 30)
    }
}

impl FromStr for MaxSize {
    type Err = ();

    /// Bytes, or a whole number with one of the letters K, M, G and T.
    fn from_str(text: &str) -> Result<MaxSize, ()> {
        let unit = UNITS.iter().find(|(letter, _)| text.ends_with([*letter, letter.to_ascii_lowercase()]));
        let digits = if unit.is_some() { text.get(..text.len() - 1).unwrap_or("") } else { text };
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number: u64 =
            digits.parse().map_err(|_| ()).and_then(|number| if is_number { Ok(number) } else { Err(()) })?;
        let bytes = number.checked_mul(1 << unit.map_or(0, |(_, bits)| *bits));
        bytes.filter(|&bytes| bytes > 0).map(MaxSize).ok_or(())
    }
}

impl fmt::Display for MaxSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match UNITS.iter().find(|(_, bits)| self.0.trailing_zeros() >= *bits) {
            Some((letter, bits)) => write!(f, "{}{letter}", self.0 >> bits),
            None => write!(f, "{}", self.0),
        }
    }
}

impl MaxSize {
    /// So many bytes.
    pub(super) const fn bytes(bytes: u64) -> MaxSize {
        MaxSize(bytes)
    }

    /// Whether so many bytes are too many.
    pub(super) fn is_exceeded_by(self, bytes: u64) -> bool {
        bytes > self.0
    }

    /// The same input, which fails once it has given more.
    pub(super) fn of<R: Read>(self, inner: R) -> Bounded<R> {
        Bounded { inner, left: self.0 }
    }
}

/// An input that ends with [`io::ErrorKind::FileTooLarge`] where it is too large.
pub(super) struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_bytes_or_has_a_letter() {
        for (text, bytes) in [("1", 1), ("512M", 512 << 20), ("8g", 8 << 30), ("8589934592", 8 << 30), ("3K", 3072)] {
            assert_eq!(text.parse(), Ok(MaxSize(bytes)), "{text}");
        }
        for text in ["", "0", "G", "-1", "+1", "1.5G", "8GB", "8 G", "99999999999999999999", "16777216T", "é"] {
            assert_eq!(text.parse::<MaxSize>(), Err(()), "{text}");
        }
        assert_eq!(MaxSize::default().to_string(), "8G");
        assert_eq!(MaxSize(1000).to_string(), "1000");
        assert_eq!(MaxSize(1536 << 20).to_string(), "1536M");
    }

    #[test]
    fn what_is_exactly_as_large_is_read_whole() {
        let read = |most| io::read_to_string(MaxSize(most).of(&b"abc"[..])).map_err(|error| error.kind());
        assert_eq!(read(3), Ok("abc".to_owned()));
        assert_eq!(read(2), Err(io::ErrorKind::FileTooLarge));
    }
}

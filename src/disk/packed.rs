//! What was compressed, read to its end: member after member of gzip (RFC 1952), frame after frame of zstandard (RFC
//! 8878). Bytes behind the last one that begin no other are left alone and told of, as gzip does: a copy that was padded
//! or an upload that added a line is still the roster that it holds. One that is cut off is an error.

use flate2::bufread::GzDecoder;
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The two compressions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Packing {
    /// gzip.
    Gzip,
    /// zstandard.
    Zstd,
}

/// See the module.
pub(super) struct Unpacked<R> {
    packing: Packing,
    state: State<R>,
    trailing: Arc<AtomicBool>,
}

enum State<R> {
    /// Before a member, or at the end; whether there was one before.
    Between(Ahead<R>, bool),
    Gzip(Box<GzDecoder<Ahead<R>>>),
    Zstd(Ahead<R>, Box<FrameDecoder>),
    /// All is read, or it went wrong.
    Ended,
}

/// Whether a zstandard frame begins so that holds nothing but a note for somebody else.
pub(super) fn is_skippable(start: &[u8]) -> bool {
    matches!(start, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..])
}

impl<R: Read> Unpacked<R> {
    /// Reads what `inner` holds compressed; `trailing` is set where something follows it.
    pub fn new(inner: R, packing: Packing, trailing: Arc<AtomicBool>) -> Unpacked<R> {
        let ahead = Ahead { inner, buffer: vec![0; 64 * 1024], from: 0, to: 0 };
        Unpacked { packing, state: State::Between(ahead, false), trailing }
    }

    /// The member that begins here; where none does, what stands here is the end.
    fn begin(&self, mut ahead: Ahead<R>, again: bool) -> io::Result<State<R>> {
        let start = ahead.at_least(4)?;
        let nothing = start.is_empty();
        match self.packing {
            Packing::Gzip if start.starts_with(b"\x1f\x8b") || !again => {
                Ok(State::Gzip(Box::new(GzDecoder::new(ahead))))
            }
            Packing::Zstd if is_skippable(start) => {
                let mut head = [0; 8];
                ahead.read_exact(&mut head)?;
                let [.., a, b, c, d] = head;
                let length = u64::from(u32::from_le_bytes([a, b, c, d]));
                match io::copy(&mut (&mut ahead).take(length), &mut io::sink())? == length {
                    true => Ok(State::Between(ahead, again)),
                    false => Err(io::ErrorKind::UnexpectedEof.into()),
                }
            }
            Packing::Zstd if start.starts_with(b"\x28\xb5\x2f\xfd") || !again => {
                let mut decoder = Box::new(FrameDecoder::new());
                decoder.init(&mut ahead).map_err(broken)?;
                Ok(State::Zstd(ahead, decoder))
            }
            Packing::Gzip | Packing::Zstd => {
                self.trailing.fetch_or(!nothing, Ordering::Relaxed);
                Ok(State::Ended)
            }
        }
    }
}

fn broken(error: impl std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            self.state = match std::mem::replace(&mut self.state, State::Ended) {
                State::Ended => return Ok(0),
                State::Between(ahead, again) => self.begin(ahead, again)?,
                State::Gzip(mut decoder) => match decoder.read(buffer)? {
                    0 if !buffer.is_empty() => State::Between(decoder.into_inner(), true),
                    read => {
                        self.state = State::Gzip(decoder);
                        return Ok(read);
                    }
                },
                State::Zstd(mut ahead, mut decoder) => {
                    while decoder.can_collect() == 0 && !decoder.is_finished() {
                        decoder.decode_blocks(&mut ahead, BlockDecodingStrategy::UptoBlocks(1)).map_err(broken)?;
                    }
                    match decoder.read(buffer)? {
                        0 if !buffer.is_empty() => State::Between(ahead, true),
                        read => {
                            self.state = State::Zstd(ahead, decoder);
                            return Ok(read);
                        }
                    }
                }
            };
        }
    }
}

/// A reader whose next bytes can be looked at, however few of them come at a time.
struct Ahead<R> {
    inner: R,
    buffer: Vec<u8>,
    from: usize,
    to: usize,
}

impl<R: Read> Ahead<R> {
    fn rest(&self) -> &[u8] {
        self.buffer.get(self.from..self.to).unwrap_or(&[])
    }

    /// The next bytes: so many, unless the end comes before.
    fn at_least(&mut self, many: usize) -> io::Result<&[u8]> {
        while self.to - self.from < many {
            if self.from > 0 {
                self.buffer.copy_within(self.from..self.to, 0);
                (self.from, self.to) = (0, self.to - self.from);
            }
            let read = self.inner.read(self.buffer.get_mut(self.to..).unwrap_or(&mut []));
            match read {
                Ok(0) => break,
                Ok(read) => self.to += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self.rest())
    }
}

impl<R: Read> BufRead for Ahead<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.at_least(1)
    }

    fn consume(&mut self, many: usize) {
        self.from = (self.from + many).min(self.to);
    }
}

impl<R: Read> Read for Ahead<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut ready = self.fill_buf()?;
        let read = ready.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot pack fails")]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    /// Gives a byte at a time, each after a signal came between; then an error, if there is one.
    struct Slow(Vec<u8>, bool, Option<io::ErrorKind>);

    impl Read for Slow {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.1 = !self.1;
            match (self.1, self.0.is_empty(), self.2) {
                (true, ..) => Err(io::ErrorKind::Interrupted.into()),
                (false, true, Some(error)) => Err(error.into()),
                (false, true, None) => Ok(0),
                (false, false, _) => {
                    *buffer.first_mut().unwrap() = self.0.remove(0);
                    Ok(1)
                }
            }
        }
    }

    fn unpacked(packed: &[u8], packing: Packing, end: Option<io::ErrorKind>) -> (Vec<u8>, io::Result<usize>) {
        let mut read = Unpacked::new(Slow(packed.to_owned(), false, end), packing, Arc::default());
        let mut text = Vec::new();
        let done = read.read_to_end(&mut text);
        (text, done)
    }

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut out = GzEncoder::new(Vec::new(), Compression::fast());
        out.write_all(text).unwrap();
        out.finish().unwrap()
    }

    #[test]
    fn a_signal_between_two_reads_loses_nothing_and_an_error_is_told() {
        let packed = [gzip(b"one "), gzip(b"two")].concat();
        let (text, done) = unpacked(&packed, Packing::Gzip, None);
        assert_eq!((text.as_slice(), done.unwrap()), (b"one two".as_slice(), 7));
        let (text, done) = unpacked(&packed, Packing::Gzip, Some(io::ErrorKind::ConnectionReset));
        assert_eq!(
            (text.as_slice(), done.unwrap_err().kind()),
            (b"one two".as_slice(), io::ErrorKind::ConnectionReset)
        );
    }

    #[test]
    fn to_read_nothing_is_no_end() {
        // The frame of zstandard that holds `two` and nothing else, raw (RFC 8878, 3.1.1).
        let frame = b"\x28\xb5\x2f\xfd\x20\x03\x19\x00\x00two";
        for (packed, packing) in [(gzip(b"two"), Packing::Gzip), (frame.to_vec(), Packing::Zstd)] {
            let mut read = Unpacked::new(packed.as_slice(), packing, Arc::default());
            let mut text = Vec::new();
            for _ in 0..3 {
                assert_eq!(read.read(&mut []).unwrap(), 0, "{packing:?}");
                let mut one = [0];
                assert_eq!(read.read(&mut one).unwrap(), 1, "{packing:?}");
                text.extend(one);
            }
            assert_eq!((text.as_slice(), read.read(&mut [0]).unwrap()), (b"two".as_slice(), 0), "{packing:?}");
        }
    }
}

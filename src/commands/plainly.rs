//! Text on its way out in ASCII, line by line: a list may be of ten million rows, and never lies in memory whole.

use crate::lang::ascii;
use std::io::{self, Write};

/// Writes in ASCII what is written to it.
pub(super) struct Plainly<'a> {
    out: &'a mut dyn Write,
    line: Vec<u8>,
}

/// Has it written, in ASCII where that is asked for.
pub(super) fn plainly<T>(
    ascii: bool,
    out: &mut dyn Write,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> io::Result<T> {
    if !ascii {
        return write(out);
    }
    let mut plain = Plainly { out, line: Vec::new() };
    let done = write(&mut plain)?;
    plain.end()?;
    Ok(done)
}

impl Plainly<'_> {
    fn end(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        self.out.write_all(ascii::text(&String::from_utf8_lossy(&line)).as_bytes())
    }
}

impl Write for Plainly<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(line);
            if line.ends_with(b"\n") {
                self.end()?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

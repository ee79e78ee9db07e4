//! The archive that a workbook is, written from its start to its end: nothing of a file is held but the 32 KiB that deflate
//! looks back, and what was written is never gone back to. How long a file was is said behind it (a data descriptor).
//!
//! The `zip` crate, which reads these back in the tests, is not used to write them: where the output fails it says so on
//! standard error by itself, over the screen that may stand there.

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::{self, Write};

/// An archive whose end is still to come.
pub(super) struct Archive<'a> {
    out: Counted<'a>,
    files: Vec<File>,
}

/// What the list at the archive's end says of a file; sizes and places in bytes.
struct File {
    name: &'static str,
    at: u32,
    lengths: Lengths,
}

/// What is known of a file once it is written.
#[derive(Clone, Copy)]
struct Lengths {
    crc: u32,
    packed: u32,
    plain: u32,
}

impl Lengths {
    fn bytes(self) -> [u8; 12] {
        let mut bytes = [0; 12];
        let numbers = [self.crc, self.packed, self.plain].into_iter().flat_map(u32::to_le_bytes);
        bytes.iter_mut().zip(numbers).for_each(|(own, byte)| *own = byte);
        bytes
    }
}

/// Version 2.0, lengths behind the file, deflate, midnight of 1 January 1980: a file has no date, so that the same list
/// makes the same bytes.
const FORM: [u8; 10] = [20, 0, 8, 0, 8, 0, 0, 0, 0x21, 0];

impl<'a> Archive<'a> {
    /// An archive without files.
    pub fn new(out: &'a mut dyn Write) -> Archive<'a> {
        Archive { out: Counted { out, written: 0 }, files: Vec::new() }
    }

    /// Adds a file, which `fill` writes.
    pub fn add(&mut self, name: &'static str, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let at = short(self.out.written)?;
        self.out.write_all(b"PK\x03\x04")?;
        self.out.write_all(&FORM)?;
        self.out.write_all(&[0; 12])?;
        self.out.write_all(&name_length(name))?;
        self.out.write_all(&[0; 2])?;
        self.out.write_all(name.as_bytes())?;
        let start = self.out.written;
        let (crc, plain) = {
            let packer = DeflateEncoder::new(&mut self.out, Compression::default());
            let mut file = Plain { packer, crc: Crc::new(), length: 0 };
            fill(&mut file)?;
            file.packer.try_finish()?;
            (file.crc.sum(), short(file.length)?)
        };
        let lengths = Lengths { crc, packed: short(self.out.written - start)?, plain };
        self.out.write_all(b"PK\x07\x08")?;
        self.out.write_all(&lengths.bytes())?;
        self.files.push(File { name, at, lengths });
        Ok(())
    }

    /// Writes its end, without which it is none.
    pub fn finish(mut self) -> io::Result<()> {
        let start = short(self.out.written)?;
        for file in &self.files {
            // Made on Unix, where its owner alone may read it.
            self.out.write_all(b"PK\x01\x02\x14\x03")?;
            self.out.write_all(&FORM)?;
            self.out.write_all(&file.lengths.bytes())?;
            self.out.write_all(&name_length(file.name))?;
            self.out.write_all(&[0; 8])?;
            self.out.write_all(&(0o100_600_u32 << 16).to_le_bytes())?;
            self.out.write_all(&file.at.to_le_bytes())?;
            self.out.write_all(file.name.as_bytes())?;
        }
        let length = short(self.out.written - u64::from(start))?;
        let files = (self.files.len() as u16).to_le_bytes();
        self.out.write_all(b"PK\x05\x06\0\0\0\0")?;
        self.out.write_all(&[files, files].concat())?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(&start.to_le_bytes())?;
        self.out.write_all(&[0; 2])
    }
}

fn name_length(name: &str) -> [u8; 2] {
    (name.len() as u16).to_le_bytes()
}

/// A length as the form has it: up to four gigabytes. The longer form beside it is not read by every spreadsheet program
/// where lengths stand behind a file.
fn short(length: u64) -> io::Result<u32> {
    u32::try_from(length).map_err(|_| io::ErrorKind::FileTooLarge.into())
}

/// An output, and how many bytes it took.
struct Counted<'a> {
    out: &'a mut dyn Write,
    written: u64,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.out.write(bytes)?;
        self.written += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A file as it is before it is packed.
struct Plain<W: Write> {
    packer: DeflateEncoder<W>,
    crc: Crc,
    length: u64,
}

impl<W: Write> Write for Plain<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.packer.write(bytes)?;
        self.crc.update(bytes.get(..taken).unwrap_or(bytes));
        self.length += taken as u64;
        // At once, and not when all four gigabytes are written.
        short(self.length).map(|_| taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.packer.flush()
    }
}

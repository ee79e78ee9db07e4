//! Where the reading of a part of a workbook stops: it is too much, or it is no XML.

use super::Unreadable;

/// Bytes that a workbook may unfold into: some 200,000 workers.
pub const MOST_BYTES: u64 = 192 << 20;

/// Bytes of text that a workbook has unfolded into: one text stands in many cells, and a cell in many rows.
#[derive(Default)]
pub struct Unfolded(u64);

impl Unfolded {
    /// So many more.
    pub fn add(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.0 = self.0.saturating_add(bytes as u64);
        if self.0 > MOST_BYTES { Err(Unreadable::Bytes(MOST_BYTES)) } else { Ok(()) }
    }
}

/// A part that was read to its end or to where it is too much.
pub fn too_much(error: &std::io::Error) -> Unreadable {
    if error.kind() == std::io::ErrorKind::FileTooLarge { Unreadable::Bytes(MOST_BYTES) } else { Unreadable::Broken }
}

/// XML that was read to where it is too much, or is none.
pub fn torn(error: &quick_xml::Error) -> Unreadable {
    match error {
        quick_xml::Error::Io(error) => too_much(error),
        _ => Unreadable::Broken,
    }
}

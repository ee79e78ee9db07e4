//! Where the reading of a part of a workbook stops: it is too much, or it is no XML.

use super::Unreadable;

/// Bytes that a workbook may unfold into: some 200,000 workers.
pub const MOST_BYTES: u64 = 192 << 20;

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

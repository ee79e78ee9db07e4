//! What a file is by its first bytes, whatever it is called.

/// Formats that are known by their first bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// A ZIP archive.
    Zip,
    /// A workbook, which is a ZIP archive.
    Xlsx,
    /// A document of LibreOffice, which is one too.
    Ods,
    /// xz.
    Xz,
    /// bzip2.
    Bzip2,
    /// 7-Zip.
    SevenZip,
    /// RAR.
    Rar,
    /// A database.
    Sqlite,
    /// A picture.
    Image,
    /// gzip in a file not named so.
    Gzip,
    /// zstandard in a file not named so.
    Zstd,
    /// An old spreadsheet.
    Xls,
    /// A PDF.
    Pdf,
}

const MAGIC: [(&[u8], Format); 14] = [
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"\x1f\x8b", Format::Gzip),
    (b"\x28\xb5\x2f\xfd", Format::Zstd),
    (b"\xd0\xcf\x11\xe0", Format::Xls),
    (b"%PDF", Format::Pdf),
    (b"\xfd7zXZ\0", Format::Xz),
    (b"BZh", Format::Bzip2),
    (b"7z\xbc\xaf\x27\x1c", Format::SevenZip),
    (b"Rar!\x1a\x07", Format::Rar),
    (b"SQLite format 3", Format::Sqlite),
    (b"\x89PNG", Format::Image),
    (b"\xff\xd8\xff", Format::Image),
    (b"GIF8", Format::Image),
];

/// Bytes that tell the formats apart: those of a ZIP archive hold the name of its first file.
pub const START: usize = 100;

/// The format that a file begins like.
pub fn format_of(start: &[u8]) -> Option<Format> {
    let (_, format) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic))?;
    let holds = |name: &[u8]| start.windows(name.len()).any(|own| own == name);
    Some(match format {
        Format::Zip if holds(b"[Content_Types].xml") || holds(b"_rels/.rels") || holds(b"xl/") => Format::Xlsx,
        Format::Zip if holds(b"mimetypeapplication/vnd.oasis") => Format::Ods,
        format => *format,
    })
}

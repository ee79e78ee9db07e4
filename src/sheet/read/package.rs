//! The archive that a workbook is, looked through before anything of it is read: how much it unfolds into, and whether
//! something lies in it that is no list. 512 KB can hold 512 MB of nothing, and the reader of workbooks keeps all the
//! texts of an `.xlsx` and all the cells of an `.ods` in memory.

use super::shape::{Shape, text};
use super::torn::{MOST_BYTES, Unfolded, too_much, torn};
use super::{Bytes, Form, MOST_COLUMNS, Unreadable};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// Different texts of an `.xlsx`.
const MOST_TEXTS: usize = 500_000;

/// Cells that an `.ods` may unfold into.
const MOST_CELLS: usize = 3_000_000;

/// Parts of an archive.
const MOST_PARTS: usize = 2_000;

/// The two kinds of workbook.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Office Open XML.
    Xlsx,
    /// OpenDocument.
    Ods,
}

/// A workbook that can be read without harm.
pub struct Package {
    /// Which of the two it is.
    pub kind: Kind,
    /// What its sheets are beside their cells, by name.
    pub shapes: HashMap<String, Shape>,
}

/// What an archive is, if it is a workbook that can be read without harm.
pub fn inspect(bytes: impl Read + Seek) -> Result<Package, Unreadable> {
    let mut archive = ZipArchive::new(bytes).map_err(broken)?;
    if archive.len() > MOST_PARTS {
        return Err(Unreadable::Bytes(MOST_BYTES));
    }
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    let has = |name: &str| names.iter().any(|own| own == name);
    let ends = |name: &str| names.iter().any(|own| own.ends_with(name));
    let kind = match () {
        () if has("content.xml") => Kind::Ods,
        () if ends("vbaProject.bin") => return Err(Unreadable::Form(Form::Macros)),
        () if ends("workbook.bin") => return Err(Unreadable::Form(Form::Xlsb)),
        () if ends("workbook.xml") => Kind::Xlsx,
        () => return Err(Unreadable::Form(Form::Archive)),
    };
    let mut left = MOST_BYTES;
    let mut shapes = HashMap::new();
    let mut sheets = Sheets::default();
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(broken)?;
        if part.encrypted() {
            return Err(Unreadable::Form(Form::Encrypted));
        }
        // What it says of its own size is believed only where it is too much already.
        if part.size() > left {
            return Err(Unreadable::Bytes(MOST_BYTES));
        }
        let name = part.name().map_err(broken)?.into_owned();
        let mut counted = Counted { inner: part, left: &mut left };
        let mut part = BufReader::new(&mut counted);
        if part.fill_buf().map_err(|error| too_much(&error))?.starts_with(b"PK\x03\x04") {
            return Err(Unreadable::Nested);
        }
        match name.as_str() {
            "content.xml" if kind == Kind::Ods => cells(&mut part, &mut shapes)?,
            name if kind == Kind::Xlsx && sheets.takes(name) => {
                sheets.take(name, &mut part).or_else(|why| match why {
                    // The reader of workbooks says what is wrong with it; here it is only counted.
                    Unreadable::Broken => Ok(()),
                    why => Err(why),
                })?;
            }
            _ => {}
        }
        parts(&mut part, name.ends_with("sharedStrings.xml"))?;
    }
    shapes.extend(sheets.by_name());
    Ok(Package { kind, shapes })
}

/// The sheets of an `.xlsx`: which part each of them is stands in two other parts.
#[derive(Default)]
struct Sheets {
    /// The name of each, and by what the part is called that it is.
    names: Vec<(String, String)>,
    /// The parts, by what they are called.
    parts: HashMap<String, String>,
    /// The folder of them all.
    folder: String,
    shapes: HashMap<String, Shape>,
}

impl Sheets {
    fn takes(&self, part: &str) -> bool {
        let is_sheet = part.contains("sheet") && part.ends_with(".xml");
        is_sheet || part.ends_with("workbook.xml") || part.ends_with("workbook.xml.rels")
    }

    fn take(&mut self, part: &str, xml: impl BufRead) -> Result<(), Unreadable> {
        match part.strip_suffix("workbook.xml") {
            Some(folder) => self.folder = folder.to_owned(),
            None if part.ends_with(".rels") => {}
            None => {
                self.shapes.insert(part.to_owned(), Shape::of_sheet(xml)?);
                return Ok(());
            }
        }
        let mut xml = quick_xml::Reader::from_reader(xml);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(|error| torn(&error))? {
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    "sheet" => self.names.extend(text(&tag, "name").zip(text(&tag, "id"))),
                    "Relationship" => self.parts.extend(text(&tag, "Id").zip(text(&tag, "Target"))),
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn by_name(mut self) -> impl Iterator<Item = (String, Shape)> {
        let names = std::mem::take(&mut self.names);
        names.into_iter().filter_map(move |(name, id)| {
            let target = self.parts.get(&id)?;
            let part = target.strip_prefix('/').map_or_else(|| format!("{}{target}", self.folder), str::to_owned);
            Some((name, self.shapes.remove(&part)?))
        })
    }
}

/// What a compound document is: the old form of Excel, or the wrapping of an encrypted workbook.
pub fn of_compound(mut bytes: Box<dyn Bytes>) -> Result<Form, Unreadable> {
    // The directory names its streams in UTF-16; it may lie at the end of the file.
    let mut all = Vec::new();
    (&mut bytes).take(MOST_BYTES).read_to_end(&mut all).map_err(Unreadable::Io)?;
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_encrypted = memchr::memmem::find(&all, &name).is_some();
    Ok(if is_encrypted { Form::Encrypted } else { Form::Xls })
}

/// An archive that cannot be read, or only with a password.
fn broken(error: ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Form(Form::Encrypted),
        ZipError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => Unreadable::Io(error),
        _ => Unreadable::Broken,
    }
}

/// Lets no more through than all parts together may unfold into.
struct Counted<'a, R> {
    inner: R,
    left: &'a mut u64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => *self.left = left,
            None => return Err(std::io::ErrorKind::FileTooLarge.into()),
        }
        Ok(read)
    }
}

/// Reads a part to its end: how many texts it shares.
fn parts(part: &mut impl Read, is_shared: bool) -> Result<(), Unreadable> {
    let mut buffer = vec![0; 64 * 1024];
    let (mut kept, mut texts) = (0, 0);
    loop {
        let room = buffer.get_mut(kept..).unwrap_or(&mut []);
        let read = part.read(room).map_err(|error| too_much(&error))?;
        let all = buffer.get(..kept + read).unwrap_or(&[]);
        if read == 0 {
            return Ok(());
        }
        if is_shared {
            // A sign that is cut by the end of the buffer is looked at with what follows it.
            texts += memchr::memmem::find_iter(all, b"<si>").count() + memchr::memmem::find_iter(all, b"<si ").count();
            if texts > MOST_TEXTS {
                return Err(Unreadable::Texts(MOST_TEXTS));
            }
            let from = all.len().saturating_sub(3);
            kept = all.len() - from;
            buffer.copy_within(from..from + kept, 0);
        }
    }
}

/// Counts the cells that the sheets of an `.ods` unfold into, and their text: it may say of one cell that it is repeated a
/// billion times, and of a space that it is. What the sheets are beside their cells is noted on the way.
///
/// What has no end is broken: the reader of workbooks waits for the end of a table that the file ends in for ever.
fn cells(part: impl BufRead, shapes: &mut HashMap<String, Shape>) -> Result<(), Unreadable> {
    let mut xml = quick_xml::Reader::from_reader(part);
    let mut buffer = Vec::new();
    // Cells of the sheets before; of the one at hand its rows down to the last that holds something, the widest of them,
    // and the empty ones below.
    let (mut before, mut rows, mut width, mut below) = (0_usize, 0_usize, 0_usize, 0_usize);
    // Of the row at hand its repetitions, its cells so far, and those up to the last one that holds something.
    let (mut repeated, mut column, mut filled) = (0_usize, 0_usize, 0_usize);
    // Bytes of its text, and how often that of the cell at hand stands there.
    let (mut text_of_row, mut many) = (0_usize, 0_usize);
    let (mut name, mut shape) = (String::new(), Shape::default());
    let (mut unfolded, mut open) = (Unfolded::default(), 0_usize);
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(|error| torn(&error))?;
        let row = rows.saturating_add(below).saturating_add(1);
        match &event {
            Event::Start(_) => open += 1,
            // One that ends what was not begun is an error of its own.
            Event::End(_) => open = open.saturating_sub(1),
            _ => {}
        }
        match &event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "table" => {
                    before = before.saturating_add(rows.saturating_mul(width));
                    (rows, width, below, column) = (0, 0, 0, 0);
                    (name, shape) = (text(tag, "name").unwrap_or_default(), Shape::default());
                }
                "table-column" => {
                    let many = times(tag, "number-columns-repeated");
                    if is_hidden(tag) && column <= MOST_COLUMNS {
                        shape.hide_columns(column..=column.saturating_add(many).saturating_sub(1))?;
                    }
                    column = column.saturating_add(many);
                }
                "table-row" => {
                    (repeated, column, filled) = (times(tag, "number-rows-repeated"), 0, 0);
                    (text_of_row, many) = (0, 0);
                    if is_hidden(tag) {
                        shape.hide_rows(row..=row.saturating_add(repeated).saturating_sub(1))?;
                    }
                }
                "table-cell" | "covered-table-cell" => {
                    let down = times(tag, "number-rows-spanned");
                    shape.merge((row, column), row.saturating_add(down).saturating_sub(1))?;
                    many = times(tag, "number-columns-repeated");
                    column = column.saturating_add(many);
                    if tag.attributes().flatten().any(|own| holds(own.key.local_name().as_ref())) {
                        filled = column;
                    } else {
                        many = 0;
                    }
                }
                "s" => text_of_row = text_of_row.saturating_add(many.saturating_mul(times(tag, "c"))),
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "table-row" => {
                below = below.saturating_add(repeated);
                if filled > 0 {
                    (rows, below, width) = (rows.saturating_add(below), 0, width.max(filled));
                }
                if width > MOST_COLUMNS {
                    return Err(Unreadable::Columns(MOST_COLUMNS));
                }
                if before.saturating_add(rows.saturating_mul(width)) > MOST_CELLS {
                    return Err(Unreadable::Cells(MOST_CELLS));
                }
                unfolded.add(text_of_row.saturating_mul(repeated))?;
            }
            Event::End(tag) if tag.local_name().as_ref() == "table" => {
                shapes.insert(std::mem::take(&mut name), std::mem::take(&mut shape));
            }
            Event::Eof if open > 0 => return Err(Unreadable::Broken),
            Event::Eof => return Ok(()),
            _ => {}
        }
        // Whatever stands in the cell, and its own tag, where a text may stand too.
        text_of_row = text_of_row.saturating_add(many.saturating_mul(event.len()));
    }
}

/// Whether an attribute of a cell of an `.ods` says that something stands there.
fn holds(attribute: &str) -> bool {
    matches!(attribute, "formula" | "value-type" | "value")
        || matches!(attribute, "string-value" | "date-value" | "time-value" | "boolean-value")
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    matches!(text(tag, "visibility").as_deref(), Some("collapse" | "filter"))
}

/// How often a tag says that it stands there.
fn times(tag: &BytesStart<'_>, name: &str) -> usize {
    text(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}

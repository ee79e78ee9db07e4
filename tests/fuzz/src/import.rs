//! Any bytes as the list of an office: a text with separators, or a workbook. It is refused with a reason, or every row of
//! it is a worker or is refused, and the preview counts them so. What it makes is a roster like any other; what was not
//! taken can be written beside it, and read again.
//!
//! A text that begins as the sheet of a workbook is put into one, of either kind: in an archive made of bytes at random no
//! sum is right, and nothing behind the sums would ever be read.

use super::roster::{hold_roster, say};
use super::{BOTH, assert_clean};
use lindungi::check::Audited;
use lindungi::disk::Source;
use lindungi::import::Draft;
use lindungi::lang::Lang;
use lindungi::load::{self, How};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::Arc;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The programme of the lists.
const PROGRAMME: &str = include_str!("../../../fixtures/import/program.json");

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// See the module.
pub fn hold(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let (bytes, ending) = list(bytes);
    let [list, programme] = ["list", "programme"].map(|name| folder.path().join(name));
    let list = list.with_extension(ending);
    fs::write(&list, bytes).expect("a list");
    fs::write(&programme, PROGRAMME).expect("a programme");
    let readings = [read(&list, None, Lang::En), read(&list, Some(&programme), Lang::Id)];
    assert_eq!(readings[0].is_ok(), readings[1].is_ok(), "a programme makes no list of what is none");
    for (lang, reading) in BOTH.into_iter().zip(readings) {
        match reading {
            Ok((roster, Some(draft))) => hold_draft(roster, &draft, lang),
            Ok((roster, None)) => hold_roster(roster),
            Err(said) => assert_clean(&said, 8),
        }
    }
}

type Read = Result<(Audited, Option<Arc<Draft>>), String>;

fn read(list: &Path, programme: Option<&Path>, lang: Lang) -> Read {
    let how = How::open("16M".parse().expect("a size"), lang);
    let [list, programme] = [Some(list), programme].map(|path| path.map(|path| Source::File(path.to_owned())));
    let mut draft = None;
    let read = load::list_loader(list.expect("a list"), programme, how)(&mut |loading| draft = loading.list);
    read.map(|roster| (roster, draft))
}

fn hold_draft(roster: Audited, draft: &Draft, lang: Lang) {
    let preview = &draft.preview;
    assert_eq!(preview.good + preview.doubtful, roster.workers.len(), "workers");
    assert_eq!(preview.refused, draft.refused.len(), "refused");
    assert_eq!(preview.sheets.iter().map(|sheet| sheet.rows).sum::<usize>(), preview.rows(), "rows read");
    for most in [1, usize::MAX] {
        assert_clean(&preview.said(lang, 80, most), usize::MAX);
    }
    if let Some(refused) = draft.refused_file() {
        draft.save(&roster, &roster.program, lang).expect("both files are written");
        match read(&refused, None, lang) {
            Ok((_, Some(again))) => assert!(again.preview.rows() <= preview.refused, "more rows than were refused"),
            Ok((_, None)) => panic!("the refused rows are a roster"),
            Err(said) => assert_clean(&said, 8),
        }
        [draft.roster_file(), refused].iter().for_each(|file| fs::remove_file(file).expect("a file that was written"));
    }
    // Without a programme there is neither a target nor a budget, and nothing is a roster before somebody fills them in.
    if draft.has_programme {
        hold_roster(roster);
    } else {
        say(&roster);
    }
}

/// The file that these bytes are, and how its name ends.
fn list(bytes: &[u8]) -> (Vec<u8>, &'static str) {
    if bytes.starts_with(b"<worksheet") {
        return (workbook(bytes), "xlsx");
    }
    if bytes.starts_with(b"<office:document-content") {
        let mime = b"application/vnd.oasis.opendocument.spreadsheet";
        let manifest = b"<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
        return (archive(&[("mimetype", mime), ("content.xml", bytes), ("META-INF/manifest.xml", manifest)]), "ods");
    }
    (bytes.to_vec(), if bytes.starts_with(b"PK") { "xlsx" } else { "csv" })
}

fn workbook(sheet: &[u8]) -> Vec<u8> {
    let related = |kind: &str, target: &str| {
        let relation = format!(r#"<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>"#);
        format!(r#"<Relationships xmlns="{PACKAGE}">{relation}</Relationships>"#)
    };
    let sheets = r#"<sheets><sheet name="Daftar" sheetId="1" r:id="r1"/></sheets>"#;
    let book = format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{sheets}</workbook>"#);
    archive(&[
        ("_rels/.rels", related("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", related("worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        archive.start_file(*name, stored).expect("a part");
        archive.write_all(bytes).expect("written into memory");
    }
    archive.finish().expect("an archive").into_inner()
}

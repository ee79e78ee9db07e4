//! What files say of themselves, and what they are: every form of a list, and every form of a trap.

use super::*;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn open(bytes: &[u8], ending: &str) -> Result<Book, Unreadable> {
    Book::open(Box::new(Cursor::new(bytes.to_vec())), ending)
}

fn refusal(bytes: &[u8], ending: &str) -> String {
    match open(bytes, ending) {
        Ok(_) => "read".to_owned(),
        Err(why) => format!("{why:?}"),
    }
}

fn lines(book: &mut Book, page: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    book.lines(page, &mut |line| {
        lines.push(line);
        ControlFlow::Continue(())
    })
    .unwrap();
    lines
}

fn text(text: &str) -> Given {
    Given::plain(Value::Text(text.to_owned()))
}

fn line(row: usize, cells: Vec<Given>) -> Line {
    Line { row, cells, is_hidden: false }
}

const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Daftar" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook with one sheet of these rows, and more parts.
fn xlsx(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(more);
    archive(&parts)
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Daftar">{table}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let manifest = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

#[test]
fn a_cell_says_what_it_is_and_whether_a_formula_made_it() {
    let rows = r#"<row r="2"><c r="A2" t="inlineStr"><is><t>NIK</t></is></c><c r="C2"><v>9671004203810001</v></c></row>
        <row r="5"><c r="A5"><f>1+1</f><v>2</v></c><c r="B5" t="e"><f>X1</f><v>#REF!</v></c><c r="C5" t="b"><v>1</v></c><c r="D5" t="str"><f>A1</f><v>96</v></c></row>"#;
    let mut book = open(&xlsx(rows, &[]), "xlsx").unwrap();
    assert_eq!(book.pages(), [Page { name: "Daftar".to_owned(), is_hidden: false, hidden_columns: Vec::new() }]);
    let number = |number| Given::plain(Value::Number(number));
    let made = |value| Given { by_formula: true, ..Given::plain(value) };
    let expected = [
        line(2, vec![text("NIK"), Given::default(), number(9_671_004_203_810_001.0)]),
        line(
            5,
            vec![
                made(Value::Number(2.0)),
                made(Value::Fault("#REF!")),
                Given::plain(Value::Bool(true)),
                made(Value::Text("96".to_owned())),
            ],
        ),
    ];
    assert_eq!(lines(&mut book, 0), expected);
}

#[test]
fn an_ods_says_the_same() {
    let rows = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>NIK</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="1981-03-02"><text:p>02/03/81</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let rows: String = rows.split_inclusive('>').map(str::trim_start).collect();
    let mut book = open(&ods(&rows), "ods").unwrap();
    let day = crate::roster::calendar::parse_day("1981-03-02").unwrap();
    let date = Given::plain(Value::Day(day));
    assert_eq!(lines(&mut book, 0), [line(3, vec![Given::default(), text("NIK"), date])]);
}

/// A workbook whose sheet has these rows and merged cells.
fn merged(rows: &str, cells: &str) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="2" max="3" hidden="1"/></cols><sheetData>{rows}</sheetData><mergeCells>{cells}</mergeCells></worksheet>"#
    );
    archive(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_merged_cell_holds_down_to_its_last_row_and_what_is_hidden_says_so() {
    let cell = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = [
        format!(r#"<row r="1">{}{}</row>"#, cell("A1", "Timur"), cell("B1", "1")),
        format!(r#"<row r="2" hidden="1">{}</row>"#, cell("B2", "2")),
        // Nothing stands in it of its own.
        r#"<row r="3"/>"#.to_owned(),
        format!(r#"<row r="4">{}</row>"#, cell("B4", "4")),
    ];
    let mut book = open(&merged(&rows.concat(), r#"<mergeCell ref="A1:A3"/>"#), "xlsx").unwrap();
    assert_eq!(book.pages()[0].hidden_columns, [1..=2]);
    let from_above = Given { from_above: true, ..text("Timur") };
    let expected = [
        line(1, vec![text("Timur"), text("1")]),
        Line { is_hidden: true, ..line(2, vec![from_above, text("2")]) },
        line(4, vec![Given::default(), text("4")]),
    ];
    assert_eq!(lines(&mut book, 0), expected);
}

#[test]
fn case_78_merged_cells_that_unfold_into_more_than_any_list_are_refused() {
    let columns = 1_000;
    let first: String =
        (0..columns).map(|place| format!(r#"<c r="{}1"><v>1</v></c>"#, crate::sheet::letters(place))).collect();
    let rest: String = (2..=4_000).map(|row| format!(r#"<row r="{row}"><c r="ALL{row}"><v>1</v></c></row>"#)).collect();
    let region = |place| format!(r#"<mergeCell ref="{0}1:{0}1048576"/>"#, crate::sheet::letters(place));
    let cells: String = (0..columns).map(region).collect();
    let mut book = open(&merged(&format!(r#"<row r="1">{first}</row>{rest}"#), &cells), "xlsx").unwrap();
    let read = book.lines(0, &mut |_| ControlFlow::Continue(()));
    assert!(matches!(read, Err(Unreadable::Cells(_))), "{read:?}");
    // One column that is merged again in every row costs no more than once.
    let rows: String =
        (1..=3_000).map(|row| format!(r#"<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>"#)).collect();
    let cells: String = (1..3_000).map(|row| format!(r#"<mergeCell ref="A{row}:A9999"/>"#)).collect();
    let mut book = open(&merged(&rows, &cells), "xlsx").unwrap();
    assert_eq!(lines(&mut book, 0).len(), 3_000);
}

#[test]
fn a_text_is_read_in_any_encoding_and_with_any_sign() {
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let marked = |mark: &[u8], rest: Vec<u8>| [mark.to_vec(), rest].concat();
    for (bytes, encoding, delimiter) in [
        ("NIK;NAMA\r\n1;é\r\n".as_bytes().to_vec(), "UTF-8", b';'),
        (marked(b"\xef\xbb\xbf", "NIK,NAMA\n1,é\n".into()), "UTF-8", b','),
        (b"NIK\tNAMA\n1\t\xe9\n".to_vec(), "windows-1252", b'\t'),
        (marked(b"\xff\xfe", utf16("NIK|NAMA\n1|é\n", u16::to_le_bytes)), "UTF-16LE", b'|'),
        (marked(b"\xfe\xff", utf16("NIK;NAMA\n1;é\n", u16::to_be_bytes)), "UTF-16BE", b';'),
        (utf16("NIK;NAMA\n1;é\n", u16::to_le_bytes), "UTF-16LE", b';'),
        ("sep=,\nNIK,NAMA\n1,é".into(), "UTF-8", b','),
    ] {
        let mut book = open(&bytes, "csv").unwrap();
        assert_eq!(book.found(), Some(Found { encoding, delimiter }), "{bytes:?}");
        let lines = lines(&mut book, 0);
        assert_eq!(
            lines.iter().map(|line| line.cells.clone()).collect::<Vec<_>>(),
            [vec![text("NIK"), text("NAMA")], vec![text("1"), text("é")]]
        );
    }
}

#[test]
fn a_row_is_the_line_of_the_file_that_it_begins_in() {
    for end in ["\n", "\r\n"] {
        let rows = ["NIK;NAMA", "1;\"A", "B\"", "", "2;C"].join(end) + end;
        let mut book = open(rows.as_bytes(), "csv").unwrap();
        let places: Vec<usize> = lines(&mut book, 0).iter().map(|line| line.row).collect();
        assert_eq!(places, [1, 2, 5], "{end:?}");
    }
}

#[test]
fn the_sign_that_parts_most_records_alike_is_the_one() {
    let list = "Nama;Alamat\n\"A, S.Pd\";Jl. X, No. 3\nB, C;D\n";
    let mut book = open(list.as_bytes(), "csv").unwrap();
    assert!(lines(&mut book, 0).iter().all(|line| line.cells.len() == 2));
}

#[test]
fn case_78_what_is_no_list_is_refused_for_what_it_is() {
    let compound = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), vec![0; 600], name].concat()
    };
    for (bytes, ending, why) in [
        (compound("Workbook"), "xls", "Form(Xls)"),
        (compound("EncryptedPackage"), "xlsx", "Form(Encrypted)"),
        (xlsx("", &[("xl/vbaProject.bin", b"x")]), "xlsm", "Form(Macros)"),
        (archive(&[("xl/workbook.bin", b"x")]), "xlsb", "Form(Xlsb)"),
        (archive(&[("daftar.csv", b"x")]), "xlsx", "Form(Archive)"),
        (b"NIK;NAMA\n".to_vec(), "xlsx", "Form(TextNamedBook)"),
        (b"<html><table>".to_vec(), "xls", "Form(WebPage)"),
        (b"\n {\"schema\": 1}".to_vec(), "csv", "Form(Json)"),
        (b"\x89\x50\x00\x0d\x1a\x0a\x07\x08\x09".to_vec(), "csv", "Form(NoText)"),
        (xlsx("", &[("xl/embeddings/a.xlsx", &archive(&[("a", b"b")]))]), "xlsx", "Nested"),
        (b"PK\x03\x04 and no more".to_vec(), "xlsx", "Broken"),
        (xlsx("<row><c></row>", &[]).split_at(700).0.to_vec(), "xlsx", "Broken"),
    ] {
        assert_eq!(refusal(&bytes, ending), why, "{ending}");
    }
}

/// What it says of itself is a lie: it unfolds into more.
#[test]
fn case_78_an_archive_that_unfolds_into_more_than_any_list_is_refused() {
    let zeros = vec![0_u8; 200 << 20];
    let bomb = xlsx("", &[("xl/worksheets/sheet2.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    assert_eq!(refusal(&bomb, "xlsx"), "Bytes(201326592)");
    // Its size in the list of its parts, which stands at its end, made small.
    let (size, small) = ((zeros.len() as u32).to_le_bytes(), 9_u32.to_le_bytes());
    let mut liar = bomb;
    for place in (0..liar.len() - 4).rev() {
        if liar[place..place + 4] == size {
            liar[place..place + 4].copy_from_slice(&small);
        }
    }
    assert_ne!(refusal(&liar, "xlsx"), "read");
}

#[test]
fn case_78_a_workbook_of_too_many_texts_or_cells_is_refused_before_it_is_held() {
    let strings = format!("<sst>{}</sst>", "<si><t>x</t></si>".repeat(500_001));
    let many = xlsx("", &[("xl/sharedStrings.xml", strings.as_bytes())]);
    assert_eq!(refusal(&many, "xlsx"), "Texts(500000)");
    let few = format!("<sst>{}</sst>", "<si><t>x</t></si>".repeat(40_000));
    assert!(open(&xlsx("", &[("xl/sharedStrings.xml", few.as_bytes())]), "xlsx").is_ok());
    let cell = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="100"><text:p>x</text:p></table:table-cell>"#;
    let rows = |many: &str| format!(r#"<table:table-row table:number-rows-repeated="{many}">{cell}</table:table-row>"#);
    assert_eq!(refusal(&ods(&rows("1000000000")), "ods"), "Cells(3000000)");
    assert_eq!(refusal(&ods(&cell.replace("100", "99999")), "ods"), "read", "no row, no cells");
    let wide = format!("<table:table-row>{}</table:table-row>", cell.replace("100", "16384"));
    assert_eq!(refusal(&ods(&wide), "ods"), "Columns(1024)");
    assert!(open(&ods(&rows("10")), "ods").is_ok());
    // Empty rows between two that hold something are rows all the same.
    let gap = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>"#;
    assert_eq!(refusal(&ods(&[&rows("1"), gap, &rows("1")].concat()), "ods"), "Cells(3000000)");
}

/// A row of an `.ods` with a text in one cell, and its attributes.
fn ods_row(row: &str, cell: &str, text: &str) -> String {
    let cell = format!(r#"<table:table-cell {cell}><text:p>{text}</text:p></table:table-cell>"#);
    format!("<table:table-row {row}>{cell}</table:table-row>")
}

#[test]
fn case_78_a_text_that_unfolds_into_more_than_any_list_is_refused() {
    let (bytes, text) = ("Bytes(201326592)", "x".repeat(100_000));
    let string = r#"office:value-type="string""#;
    let wide = format!(r#"{string} table:number-columns-repeated="500""#);
    let deep = r#"table:number-rows-repeated="2000""#;
    for refused in [
        ods_row("", string, r#"<text:s text:c="18446744073709551615"/>"#),
        ods_row("", string, r#"<text:s text:c="4000000000"/>"#),
        ods_row(deep, &wide, &text),
        ods_row(deep, r#"office:string-value="" table:number-columns-repeated="500""#, &text),
        ods_row(deep, string, &text).repeat(2),
    ] {
        assert_eq!(refusal(&ods(&refused), "ods"), bytes, "{refused:.200}");
    }
    assert_eq!(refusal(&ods(&ods_row("", &wide, &text)), "ods"), "read");
    assert_eq!(refusal(&ods(&ods_row(deep, string, "x").repeat(2)), "ods"), "read");
    // One text that all cells of a row name, and one that all rows of merged cells hold.
    let strings = format!("<sst><si><t>{}</t></si></sst>", text.repeat(10));
    let cell = |place| format!(r#"<c r="{}1" t="s"><v>0</v></c>"#, crate::sheet::letters(place));
    let row: String = (0..500).map(cell).collect();
    let shared = xlsx(&format!(r#"<row r="1">{row}</row>"#), &[("xl/sharedStrings.xml", strings.as_bytes())]);
    let first = format!(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>"#);
    let rest: String = (2..=4_000).map(|row| format!(r#"<row r="{row}"><c r="B{row}"><v>1</v></c></row>"#)).collect();
    let merged = merged(&format!("{first}{rest}"), r#"<mergeCell ref="A1:A4000"/>"#);
    for book in [shared, merged] {
        let read = open(&book, "xlsx").unwrap().lines(0, &mut |_| ControlFlow::Continue(()));
        assert!(matches!(read, Err(Unreadable::Bytes(_))), "{read:?}");
    }
}

#[test]
fn case_78_the_cells_of_all_sheets_count_whatever_says_that_they_hold_something() {
    let cell = |holds: &str| format!(r#"<table:table-cell {holds} table:number-columns-repeated="1000"/>"#);
    let row = |many: usize, holds: &str| {
        format!(r#"<table:table-row table:number-rows-repeated="{many}">{}</table:table-row>"#, cell(holds))
    };
    for holds in ["office:value", "office:string-value", "office:boolean-value", "table:formula"] {
        assert_eq!(refusal(&ods(&row(9_000, &format!(r#"{holds}="1""#))), "ods"), "Cells(3000000)", "{holds}");
    }
    let half = row(2_000, r#"office:value="1""#);
    assert_eq!(refusal(&ods(&half), "ods"), "read");
    for between in [r#"</table:table><table:table table:name="2">"#, "<x:table/>"] {
        assert_eq!(refusal(&ods(&[&half, between, &half].concat()), "ods"), "Cells(3000000)", "{between}");
    }
}

#[test]
fn case_78_an_ods_that_ends_within_a_table_is_broken_and_not_waited_for() {
    let row = ods_row("", r#"office:value-type="string""#, "<office:annotation>NIK");
    let (start, end) =
        ("<office:document-content><office:body><office:spreadsheet>", r#"<table:table table:name="a">"#);
    let manifest = b"<manifest:manifest/>";
    for content in [start.to_owned(), [start, end].concat(), [start, end, &row].concat(), row.replace("</", "<")] {
        let book = archive(&[("content.xml", content.as_bytes()), ("META-INF/manifest.xml", manifest)]);
        assert_eq!(refusal(&book, "ods"), "Broken", "{content}");
    }
}

#[test]
fn case_78_a_cell_that_no_sheet_has_is_refused_and_never_taken_for_another() {
    // The column after the last one that 32 bits count, and so many rows.
    for cell in ["MWLQKWW1", "ZZZZZZZZZZZZ1", "A4294967297", "A99999999999999999999"] {
        for rows in [
            format!(r#"<row r="1"><c r="{cell}"><v>1</v></c></row>"#),
            format!(r#"<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:{cell}">1</f><v>1</v></c></row>"#),
            format!(r#"<row r="{cell}"><c><v>1</v></c></row>"#),
            format!(r#"</sheetData><dimension ref="{cell}:B2"/><sheetData>"#),
        ] {
            assert_eq!(refusal(&xlsx(&rows, &[]), "xlsx"), "Columns(1024)", "{rows}");
        }
    }
}

#[test]
fn a_name_space_called_r_names_no_cell() {
    let rows =
        r#"<row xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006" r="1"><c r="A1"><v>1</v></c></row>"#;
    assert_eq!(refusal(&xlsx(rows, &[]), "xlsx"), "read");
}

#[test]
fn case_78_a_value_far_to_the_right_is_refused_and_an_empty_cell_there_is_none() {
    let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let mut book = open(&xlsx(far, &[]), "xlsx").unwrap();
    let read = book.lines(0, &mut |_| ControlFlow::Continue(()));
    assert!(matches!(read, Err(Unreadable::Columns(1_024))), "{read:?}");
    let empty = r#"<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>"#;
    let mut book = open(&xlsx(empty, &[]), "xlsx").unwrap();
    assert_eq!(lines(&mut book, 0).len(), 1);
}

#[test]
fn a_quotation_mark_that_would_swallow_rows_is_refused() {
    let head = "NIK;Nama;Pekerjaan;Catatan";
    for (rows, line) in [
        ("1;Ani;ojek;\"\n2;Budi;ojek;x", 2),
        ("1;Ani;ojek;\"sakit\n2;Budi;ojek;\"pindah\"\n3;Citra;ojek;x", 2),
        // Signs for what stands above, or for inches: each closes what another has opened.
        ("1;Ani;ojek;\"\n2;Budi;ojek;\"\n3;Citra;ojek;x", 2),
        ("1;Ani;ojek;a\n2;Budi;\";x\n3;Citra;\";x", 3),
        ("1;Ani;ojek;\"sakit\n2;Budi;ojek;pipa 5\"\n3;Citra;ojek;x", 2),
        ("1;\"Siti;ojek;a\n2;Ani;ojek;b\n3;Budi\";ojek;c", 2),
        ("1;\"Siti;ojek;a\n3;Budi\";ojek;c", 2),
        ("1;Ani;ojek;\"\r\n\r\n2;Budi;ojek;\"\r\n", 2),
    ] {
        assert_eq!(refusal(format!("{head}\n{rows}\n").as_bytes(), "csv"), format!("Quote({line})"), "{rows}");
    }
    assert_eq!(refusal(format!("sep=;\n{head}\n1;Ani\n\"2;Budi\n").as_bytes(), "csv"), "Quote(4)");
    assert_eq!(refusal(b"\"NIK;Nama", "csv"), "Quote(1)");
}

#[test]
fn a_field_in_many_lines_and_marks_that_lose_nothing_are_read() {
    let head = "NIK;Nama;Pekerjaan;Catatan";
    for (rows, records) in [
        ("1;Ani;ojek;\"Jl. Yani\nno. 2; RT 1\"\n2;\"\";ojek;x", 3),
        ("1;\"Ani\" Maria;ojek;x\n2;Budi \"Bud;ojek;x\n3;\"\"\"\";ojek;x", 4),
        ("1;Siti;\"ojek\nkota\" ;x\n2;Ani;ojek;x", 3),
        ("1;Siti;ojek;\"Jl. Yani\ndekat \"Maju\" no 2\"\n2;Ani;ojek;x", 3),
        ("1;\"Siti\nAminah\";\"ojek\nkota\";\"a\nb\nc\"\n2;Ani;ojek;x", 3),
        ("1;Ani;ojek;5\" pipa\n2;Budi;ojek;6\" pipa", 3),
    ] {
        let mut book = open(format!("{head}\n{rows}\n").as_bytes(), "csv").unwrap();
        assert_eq!(lines(&mut book, 0).len(), records, "{rows}");
    }
}

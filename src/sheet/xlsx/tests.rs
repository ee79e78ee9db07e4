//! A workbook as the archive that it is.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::roster::calendar::parse_day;
use crate::sheet::Book;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const SHEET: &str = "xl/worksheets/sheet1.xml";

const MARGIN: Margin = Margin { lang: Lang::En, synthetic: true };

/// Notes of a heading, a count and a date.
fn notes() -> Vec<Line> {
    let day = parse_day("2024-08-30").map_or(Cell::Empty, Cell::Day);
    let line = |cell| Line::plain([text("label"), cell]);
    vec![Line::bold([text("Programme")]), line(Cell::Number(19_336)), line(day), line(text("a long text"))]
}

struct Rows(Vec<Vec<Cell>>);

impl Table for Rows {
    fn heads(&self) -> Vec<String> {
        ["id", "name", "age"].map(str::to_owned).to_vec()
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn cells(&self, place: usize) -> Vec<Cell> {
        self.0[place].clone()
    }

    fn document(&self) -> (serde_json::Value, &'static str) {
        (serde_json::Value::Null, "rows")
    }

    fn book(&self) -> Book {
        Book { name: "Workers".to_owned(), summary: None, lang: Lang::En, synthetic: true }
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn rows(many: u64) -> Rows {
    Rows((0..many).map(|row| vec![text(&format!("W{row}")), text("Siti Aminah"), Cell::Number(row)]).collect())
}

fn to(rows: &Rows, out: &mut dyn Write) -> io::Result<u64> {
    let leaves = [Leaf::List("Workers".to_owned(), rows), Leaf::Notes("Summary".to_owned(), notes())];
    write(&leaves, MARGIN, &|| (), out)
}

fn written(rows: &Rows) -> Vec<u8> {
    let mut bytes = Vec::new();
    assert_eq!(to(rows, &mut bytes).unwrap(), 0);
    bytes
}

/// A file of the archive, read by another than who wrote it.
fn read(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn sheet_of(rows: Vec<Vec<Cell>>) -> String {
    read(&written(&Rows(rows)), SHEET)
}

#[test]
fn every_cell_says_what_it_is_and_no_text_is_a_formula() {
    let sheet = sheet_of(vec![
        vec![text("9671004203810001"), text("=1+1"), Cell::Number(43)],
        vec![Cell::Empty, text("a & <b>"), Cell::Number(1 << 53)],
        vec![text(""), text(" Siti "), Cell::Number((1 << 53) - 1)],
    ]);
    for cell in [
        r#"<dimension ref="A1:C4"/>"#,
        r#"<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>"#,
        r#"<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>id</t></is></c>"#,
        r#"<row r="2"><c r="A2" s="2" t="inlineStr"><is><t>9671004203810001</t></is></c>"#,
        r#"<c r="B2" t="inlineStr"><is><t>=1+1</t></is></c><c r="C2"><v>43</v></c></row>"#,
        r#"<row r="3"><c r="B3" t="inlineStr"><is><t>a &amp; &lt;b&gt;</t></is></c>"#,
        r#"<c r="C3" s="2" t="inlineStr"><is><t>9007199254740992</t></is></c></row>"#,
        r#"<row r="4"><c r="B4" t="inlineStr"><is><t xml:space="preserve"> Siti </t></is></c>"#,
        r#"<c r="C4"><v>9007199254740991</v></c></row></sheetData><autoFilter ref="A1:C4"/>"#,
    ] {
        assert!(sheet.contains(cell), "{cell} in {sheet}");
    }
    assert!(!sheet.contains("<f>"), "{sheet}");
}

#[test]
fn a_short_list_is_measured_and_a_long_one_opens_as_it_is() {
    let sheet = read(&written(&rows(12)), SHEET);
    assert!(sheet.contains(r#"<col min="2" max="2" width="13" bestFit="1" customWidth="1"/>"#), "{sheet}");
    let long = read(&written(&rows(MEASURED as u64 + 1)), SHEET);
    assert!(!long.contains("<col ") && long.contains(r#"<c r="C20002"><v>20000</v></c>"#));
    assert!(read(&written(&rows(0)), SHEET).contains(r#"<dimension ref="A1:C1"/>"#));
}

#[test]
fn an_archive_is_whole_and_the_same_each_time() {
    let bytes = written(&rows(3_000));
    assert!(bytes == written(&rows(3_000)), "no date and nothing by chance");
    let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names.len(), 5 + 2);
    for name in names.drain(..) {
        // To its end, where its checksum is compared.
        let length = io::copy(&mut archive.by_name(&name).unwrap(), &mut io::sink()).unwrap();
        assert!(length > 100, "{name}");
    }
}

#[test]
fn an_output_that_is_full_is_an_error_wherever_it_is() {
    /// Takes so many bytes.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            if taken == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(taken) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Is interrupted before each write.
    struct Interrupted(Vec<u8>, bool);

    impl Write for Interrupted {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.1 = !self.1;
            if self.1 { Err(io::ErrorKind::Interrupted.into()) } else { self.0.write(bytes) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let rows = rows(400);
    let length = written(&rows).len();
    let mut interrupted = Interrupted(Vec::new(), false);
    to(&rows, &mut interrupted).unwrap();
    assert!(interrupted.0 == written(&rows), "an interruption is no failure");
    for room in (0..length).step_by(7).chain([length - 1]) {
        let kind = to(&rows, &mut Full(room)).map_err(|error| error.kind());
        assert_eq!(kind, Err(io::ErrorKind::StorageFull), "{room} of {length}");
    }
    assert!(to(&rows, &mut Full(length)).is_ok());
}

#[test]
fn a_date_is_a_number_with_the_form_of_its_language() {
    let rows = |day: &str| Rows(vec![vec![Cell::Day(parse_day(day).unwrap())]]);
    let sheet = read(&written(&rows("2024-08-30")), SHEET);
    assert!(sheet.contains(r#"<c r="A2" s="3"><v>45534</v></c>"#), "{sheet}");
    let old = read(&written(&rows("1899-01-01")), SHEET);
    assert!(old.contains("<t>1899-01-01</t>"), "spreadsheets know no such day: {old}");
    for (lang, form) in [(Lang::En, r"yyyy\-mm\-dd"), (Lang::Id, "dd/mm/yyyy")] {
        let mut bytes = Vec::new();
        let rows = rows("2024-08-30");
        write(&[Leaf::List("P".to_owned(), &rows)], Margin { lang, ..MARGIN }, &|| (), &mut bytes).unwrap();
        let styles = read(&bytes, "xl/styles.xml");
        assert!(styles.contains(&format!(r#"formatCode="{form}""#)), "{styles}");
    }
}

#[test]
fn a_sheet_is_filtered_by_its_heading_and_printed_under_it() {
    let bytes = written(&rows(3));
    let sheet = read(&bytes, SHEET);
    for part in [
        r#"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#,
        r#"<autoFilter ref="A1:C4"/>"#,
        r#"<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>"#,
        "<oddFooter>&amp;L&amp;A&amp;CDEMO&amp;RPage &amp;P of &amp;N</oddFooter>",
    ] {
        assert!(sheet.contains(part), "{part} in {sheet}");
    }
    let book = read(&bytes, "xl/workbook.xml");
    for part in [
        r#"<sheet name="Workers" sheetId="1" r:id="rId1"/><sheet name="Summary" sheetId="2" r:id="rId2"/>"#,
        r#"<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Workers'!$A$1:$C$4</definedName>"#,
        r#"<definedName name="_xlnm.Print_Titles" localSheetId="0">'Workers'!$1:$1</definedName>"#,
    ] {
        assert!(book.contains(part), "{part} in {book}");
    }
    let notes = read(&bytes, "xl/worksheets/sheet2.xml");
    assert!(notes.contains(r#"<c r="A1" s="1" t="inlineStr"><is><t>Programme</t></is></c>"#), "{notes}");
    assert!(notes.contains(r#"<c r="B2" s="5"><v>19336</v></c>"#), "{notes}");
    assert!(notes.contains(r#"<c r="B3" s="3"><v>45534</v></c>"#), "{notes}");
    assert!(!notes.contains("autoFilter") && !notes.contains("pane"), "{notes}");
}

#[test]
fn sheets_are_called_as_every_program_takes_it() {
    let asked =
        ["Sorong/Timur [1]: *?\\", "'quoted'", "", "\u{1}", "History", "a", "A", &"x".repeat(40), &"x".repeat(50)];
    let called = names(&asked);
    let kept = ["Sorong Timur 1", "quoted", "3", "4", "History (2)", "a", "A (2)"].map(str::to_owned);
    assert_eq!(called[..7], kept);
    assert_eq!(called[7], "x".repeat(31));
    assert_eq!(called[8], format!("{} (2)", "x".repeat(27)));
    let wide = names(&[&"👍".repeat(20)]);
    assert_eq!(wide, ["👍".repeat(15)]);
    let quoted = names(&["O'Neill & <Co> \"x\""]);
    let mut bytes = Vec::new();
    write(&[Leaf::List(quoted[0].clone(), &rows(1))], MARGIN, &|| (), &mut bytes).unwrap();
    let book = read(&bytes, "xl/workbook.xml");
    assert!(book.contains(r#"name="O'Neill &amp; &lt;Co&gt; &quot;x&quot;""#), "{book}");
    assert!(book.contains("'O''Neill &amp; &lt;Co&gt; \"x\"'!$1:$1"), "{book}");
}

#[test]
fn what_was_cut_is_counted() {
    let long = "x".repeat(40_000);
    let rows = Rows(vec![vec![text(&long), text("short")], vec![text(&long)]]);
    assert_eq!(to(&rows, &mut Vec::new()).unwrap(), 2);
}

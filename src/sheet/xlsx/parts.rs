//! What every workbook says beside its sheets: which parts there are, how the sheets are called, and the styles. No
//! author and no date: neither belongs in a list that is passed on.

use super::xml::{escape, put};
use crate::lang::Lang;

/// How a cell looks: its place among the styles of [`styles`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// As it comes.
    Plain = 0,
    /// A heading.
    Bold = 1,
    /// Digits that stay text when somebody edits them.
    Digits = 2,
    /// A date.
    Day = 3,
    /// A long text, broken into lines.
    Wrapped = 4,
    /// A count or an amount, its digits in threes.
    Amount = 5,
    /// The same in a sum.
    BoldAmount = 6,
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The file of a sheet, counted from 1.
pub(super) fn sheet(number: usize) -> String {
    format!("xl/worksheets/sheet{number}.xml")
}

/// What the workbook knows of a sheet.
pub(super) struct Named {
    /// Its name, which is fit for one.
    pub name: String,
    /// The range that has a heading and a filter, in absolute form, such as `$A$1:$T$13`; nothing is no list.
    pub filtered: Option<String>,
}

/// Every file but the sheets, by its name.
pub(super) fn parts(sheets: &[Named], lang: Lang) -> [(&'static str, String); 5] {
    [
        ("[Content_Types].xml", types(sheets.len())),
        (
            "_rels/.rels",
            format!(
                r#"{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        ("xl/workbook.xml", workbook(sheets)),
        ("xl/_rels/workbook.xml.rels", relations(sheets.len())),
        ("xl/styles.xml", styles(lang)),
    ]
}

fn types(sheets: usize) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut text = format!(
        r#"{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>"#
    );
    for number in 1..=sheets {
        put(&mut text, format_args!(r#"<Override PartName="/{}" ContentType="{kind}.worksheet+xml"/>"#, sheet(number)));
    }
    text + "</Types>"
}

/// The sheets by name, and for each list the names by which spreadsheets know its filter and the row that every printed
/// page repeats.
fn workbook(sheets: &[Named]) -> String {
    let mut text = format!(
        r#"{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView xWindow="240" yWindow="15" windowWidth="16095" windowHeight="9660"/></bookViews><sheets>"#
    );
    for (number, sheet) in (1..).zip(sheets) {
        text.push_str("<sheet name=\"");
        quoted(&mut text, &sheet.name);
        put(&mut text, format_args!(r#"" sheetId="{number}" r:id="rId{number}"/>"#));
    }
    text.push_str("</sheets>");
    let mut names = String::new();
    // Within one kind the order of the sheets; Excel wants the kinds by name.
    for (id, of) in [("_xlnm._FilterDatabase", true), ("_xlnm.Print_Titles", false)] {
        for (place, sheet) in sheets.iter().enumerate() {
            let Some(range) = &sheet.filtered else { continue };
            let hidden = if of { r#" hidden="1""# } else { "" };
            put(&mut names, format_args!(r#"<definedName name="{id}" localSheetId="{place}"{hidden}>'"#));
            escape(&mut names, &sheet.name.replace('\'', "''"));
            put(&mut names, format_args!("'!{}</definedName>", if of { range } else { "$1:$1" }));
        }
    }
    if !names.is_empty() {
        put(&mut text, format_args!("<definedNames>{names}</definedNames>"));
    }
    text + "</workbook>"
}

/// A text between quotation marks.
fn quoted(behind: &mut String, text: &str) {
    let from = behind.len();
    escape(behind, text);
    let own = behind.split_off(from).replace('"', "&quot;");
    behind.push_str(&own);
}

fn relations(sheets: usize) -> String {
    let mut text = format!(r#"{HEAD}<Relationships xmlns="{PACKAGE}/relationships">"#);
    for number in 1..=sheets {
        put(
            &mut text,
            format_args!(
                r#"<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>"#
            ),
        );
    }
    put(
        &mut text,
        format_args!(r#"<Relationship Id="rId{}" Type="{OFFICE}/styles" Target="styles.xml"/>"#, sheets + 1),
    );
    text + "</Relationships>"
}

/// The styles in the order of [`Style`]. A date stands as offices of the language write one.
fn styles(lang: Lang) -> String {
    let day = match lang {
        Lang::En => "yyyy\\-mm\\-dd",
        Lang::Id => "dd/mm/yyyy",
    };
    let xf = |format: u32, font: u32, more: &str| {
        let end = if more.is_empty() { "/>".to_owned() } else { format!(">{more}</xf>") };
        let align = if more.is_empty() { "" } else { r#" applyAlignment="1""# };
        format!(
            r#"<xf numFmtId="{format}" fontId="{font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"{align}{end}"#
        )
    };
    let wrapped = r#"<alignment vertical="top" wrapText="1"/>"#;
    let all =
        [xf(0, 0, ""), xf(0, 1, ""), xf(49, 0, ""), xf(164, 0, ""), xf(0, 0, wrapped), xf(3, 0, ""), xf(3, 1, "")];
    format!(
        r#"{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{day}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{}">{}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#,
        all.len(),
        all.concat()
    )
}

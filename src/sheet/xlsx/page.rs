//! One sheet as it is written: rows become XML one by one, and every cell says whether it is a text, a number or a date.

use super::parts::Style;
use super::xml::{escape, put};
use super::{Cell, Line};
use crate::roster::calendar::Day;
use chrono::NaiveDate;
use std::io::{self, Write};

/// Digits that a spreadsheet's numbers hold exactly.
const EXACT: u64 = 1 << 53;

/// The most characters that a cell takes, as UTF-16 counts them: a workbook with a longer one is called damaged.
const LONGEST: usize = 32_767;

/// What is held before it goes on to be packed, in bytes.
const HELD: usize = 64 * 1024;

/// A sheet as far as it is made and not packed yet.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    text: String,
    columns: Vec<String>,
    row: usize,
    /// Long texts, as in notes, are broken into lines.
    wraps: bool,
    /// Texts that were longer than a cell takes.
    pub cut: u64,
}

impl<'a> Page<'a> {
    /// A sheet of so many columns that begins with a text.
    pub(super) fn new(out: &'a mut dyn Write, text: String, columns: usize, wraps: bool) -> Page<'a> {
        Page { out, text, columns: (0..columns).map(letters).collect(), row: 0, wraps, cut: 0 }
    }

    /// Puts a row of the list.
    pub(super) fn row(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        let long = if self.wraps { Style::Wrapped } else { Style::Plain };
        let number = if self.wraps { Style::Amount } else { Style::Plain };
        self.put(cells, long, number)
    }

    /// Puts a heading or a sum.
    pub(super) fn line(&mut self, line: Line) -> io::Result<()> {
        match line.bold {
            true => self.put(line.cells, Style::Bold, Style::BoldAmount),
            false => self.row(line.cells),
        }
    }

    /// Puts a row; cells without a value are left out.
    fn put(&mut self, cells: Vec<Cell>, of_text: Style, of_number: Style) -> io::Result<()> {
        self.row += 1;
        let Page { text, columns, row, cut, .. } = self;
        put(text, format_args!(r#"<row r="{row}">"#));
        for (column, cell) in columns.iter().zip(cells) {
            let words = match cell {
                Cell::Empty => continue,
                Cell::Number(number) if number < EXACT => {
                    put(text, format_args!(r#"<c r="{column}{row}"{}><v>{number}</v></c>"#, styled(of_number)));
                    continue;
                }
                Cell::Number(number) => number.to_string(),
                Cell::Day(day) => match serial(day) {
                    Some(serial) => {
                        put(text, format_args!(r#"<c r="{column}{row}"{}><v>{serial}</v></c>"#, styled(Style::Day)));
                        continue;
                    }
                    None => day.to_string(),
                },
                Cell::Text(words) if words.is_empty() => continue,
                Cell::Text(words) => words,
            };
            let (words, was_cut) = fitting(words);
            *cut += u64::from(was_cut);
            // Digits are a number of a person; a spreadsheet would make a number of them as soon as they are edited.
            let digits = of_text == Style::Plain && words.bytes().all(|byte| byte.is_ascii_digit());
            let style = styled(if digits { Style::Digits } else { of_text });
            let edge = [' ', '\t', '\n'];
            let keeps = if words.starts_with(edge) || words.ends_with(edge) { r#" xml:space="preserve""# } else { "" };
            put(text, format_args!(r#"<c r="{column}{row}"{style} t="inlineStr"><is><t{keeps}>"#));
            escape(text, &words);
            text.push_str("</t></is></c>");
        }
        text.push_str("</row>");
        if self.text.len() >= HELD { self.pass() } else { Ok(()) }
    }

    fn pass(&mut self) -> io::Result<()> {
        self.out.write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }

    /// Ends the sheet with a text; the answer is how many texts were cut.
    pub(super) fn end(mut self, text: &str) -> io::Result<u64> {
        self.text.push_str(text);
        self.pass()?;
        Ok(self.cut)
    }
}

fn styled(style: Style) -> &'static str {
    match style {
        Style::Plain => "",
        Style::Bold => r#" s="1""#,
        Style::Digits => r#" s="2""#,
        Style::Day => r#" s="3""#,
        Style::Wrapped => r#" s="4""#,
        Style::Amount => r#" s="5""#,
        Style::BoldAmount => r#" s="6""#,
    }
}

/// A text that a cell takes: one that is longer ends in `…`.
fn fitting(words: String) -> (String, bool) {
    // A byte is never less than a unit.
    if words.len() <= LONGEST || words.encode_utf16().count() <= LONGEST {
        return (words, false);
    }
    let mut units = 0;
    let within = |c: &char| {
        units += c.len_utf16();
        units < LONGEST
    };
    (words.chars().take_while(within).chain(['…']).collect(), true)
}

/// A date as spreadsheets count days; `None` before March 1900, where they count one day that never was.
fn serial(day: Day) -> Option<i64> {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    Some((day - zero).num_days()).filter(|serial| *serial > 60)
}

/// The letters of a column: A to Z, AA and so on.
pub(in crate::sheet) fn letters(place: usize) -> String {
    let last = char::from(b'A' + (place % 26) as u8);
    match place / 26 {
        0 => last.into(),
        more => letters(more - 1) + last.encode_utf8(&mut [0; 4]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::calendar::parse_day;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        for (place, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(place), name);
        }
    }

    #[test]
    fn a_cell_names_the_place_of_its_style() {
        use Style::*;
        for style in [Plain, Bold, Digits, Day, Wrapped, Amount, BoldAmount] {
            let named = if style == Plain { String::new() } else { format!(" s=\"{}\"", style as u32) };
            assert_eq!(styled(style), named);
        }
    }

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        for (day, counted) in [
            ("1900-02-28", None),
            ("1900-03-01", Some(61)),
            ("2003-11-11", Some(37_936)),
            ("2024-08-30", Some(45_534)),
            ("9999-12-31", Some(2_958_465)),
        ] {
            assert_eq!(parse_day(day).and_then(serial), counted, "{day}");
        }
    }

    #[test]
    fn a_text_that_no_cell_takes_is_cut_and_says_so() {
        for (text, units, cut) in [
            ("é".repeat(LONGEST), LONGEST, false),
            ("é".repeat(LONGEST + 1), LONGEST, true),
            ("👍".repeat(LONGEST), LONGEST, true),
            ("a".repeat(2 * LONGEST), LONGEST, true),
        ] {
            let (short, was_cut) = fitting(text.clone());
            assert_eq!((short.encode_utf16().count(), was_cut, short.ends_with('…')), (units, cut, cut));
            assert!(text.starts_with(short.trim_end_matches('…')));
        }
    }
}

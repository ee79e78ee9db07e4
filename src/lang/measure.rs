//! Texts measured in the columns of a terminal: how wide one is, cut or padded to a width, broken into lines.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The columns of the widest of these as they are shown. None takes more columns than its own text has bytes, so of a
/// hundred thousand only those are put in words that may be wider than the widest so far.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, shown: impl Fn(&str) -> String) -> usize {
    let wider = |widest: usize, text: &str| if text.len() > widest { widest.max(width(&shown(text))) } else { widest };
    texts.into_iter().fold(0, wider)
}

/// A text in at most `columns` columns, cut at a character people would call one, with `…`.
pub fn fit(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut fitted = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + grapheme.width() + 1 > columns {
            break;
        }
        used += grapheme.width();
        fitted.push_str(grapheme);
    }
    if columns > 0 {
        fitted.push('…');
    }
    fitted
}

/// The most columns of a name in a text for people: three to four times the longest that offices write.
const LONGEST: usize = 120;

/// A name as a text for people shows it: one that goes on and on is cut, as on the screen. Data has it whole.
pub fn short(name: &str) -> String {
    fit(name, LONGEST)
}

/// A text padded with spaces, or cut, to exactly so many columns.
pub fn pad(text: &str, columns: usize) -> String {
    let mut text = fit(text, columns);
    text.push_str(&" ".repeat(columns.saturating_sub(text.width())));
    text
}

/// A text at the right of so many columns; a number that does not fit is not cut.
pub fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(text.width())))
}

/// Words broken into lines of so many columns. A number stays with the word that it counts, and a date whole.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match pieces.last_mut().filter(|before| is_glued(before, word) && width(before) + 1 + width(word) <= columns) {
            Some(before) => {
                before.push(' ');
                before.push_str(word);
            }
            None => pieces.push(word.to_owned()),
        }
    }
    let mut lines: Vec<String> = vec![String::new()];
    for piece in pieces {
        let line = lines.last().map_or(0, |line| width(line));
        let piece = fit(&piece, columns);
        if line > 0 && line + 1 + width(&piece) > columns {
            lines.push(piece);
        } else if let Some(last) = lines.last_mut() {
            if line > 0 {
                last.push(' ');
            }
            last.push_str(&piece);
        }
    }
    lines
}

/// Whether no line ends between two words: behind a number, and between a month and its year.
fn is_glued(before: &str, word: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or(before);
    let number = last.ends_with(|c: char| c.is_ascii_digit());
    let month = last.len() == 3 && last.starts_with(|c: char| c.is_ascii_uppercase());
    let counts = word.starts_with(char::is_alphabetic);
    (number && counts && !before.contains(' ')) || (month && word.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_wide_forms_of_voiced_marks_have_two_columns() {
        assert_eq!(width("ｶ\u{309b}ﾊ\u{309c}"), 6);
    }

    #[test]
    fn a_line_never_ends_within_a_date_or_behind_a_number() {
        let text = "the target comes on 24 Feb 2025. To make it takes 1,250 people.";
        for columns in 13..70 {
            let lines = wrap(text, columns);
            assert!(lines.iter().all(|line| line.width() <= columns), "{lines:?}");
            assert_eq!(lines.join(" "), text);
            for whole in ["24 Feb 2025.", "1,250 people."] {
                assert!(lines.iter().any(|line| line.contains(whole)), "{columns}: {lines:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_widest_is_found_without_a_look_at_the_others(texts in proptest::collection::vec("[ -~ｶﾞ张é\u{301}\u{202e}\u{fe0f}0-9]{0,24}", 0..12)) {
            let shown = |text: &str| crate::lang::person::Privacy::Masked.text(text);
            let widest_shown = texts.iter().map(|text| width(&shown(text))).max().unwrap_or(0);
            prop_assert_eq!(widest(texts.iter().map(String::as_str), shown), widest_shown);
        }

        #[test]
        fn a_cut_text_never_passes_its_columns(text in "\\PC{0,40}", columns in 0_usize..40) {
            prop_assert!(fit(&text, columns).width() <= columns);
            prop_assert_eq!(pad(&text, columns).width(), columns);
        }
    }
}

//! What counts as the same text, and which characters do not belong in one. Language and terminal know nothing here:
//! the fold serves search, sorting, places and matching of names; the class of hidden characters serves the audit and the
//! scrub that stands before every screen.

mod numbers;

pub(crate) use numbers::{holds_number, numbers};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// The one fold of design.md §4, by which texts are searched and names, places and people told apart. Case, accents and
/// invisible characters go; white space, `_` and hyphens of every kind are one space, none at the ends; apostrophes of
/// every kind are nothing: `Yústinus`, `YUSTINUS` and `yu\u{200b}stinus` become `yustinus`, ` Nur’aini  La-Ode` becomes
/// `nuraini la ode`.
pub(crate) fn fold(text: &str) -> String {
    if is_plain(text) {
        return text.to_ascii_lowercase();
    }
    let mut folded = fold_head(text);
    folded.truncate(folded.trim_end().len());
    folded
}

/// The fold of the beginning of a text: a space at its end stands, since something may follow.
pub(crate) fn fold_head(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    spaced(&folded_chars(text), &mut folded, |_| ());
    folded
}

/// Whether a text is ASCII of which only the case is folded, its words parted by one space each.
fn is_plain(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        match byte {
            b' ' if before != b' ' => {}
            b' ' | b'_' | b'-' | b'\'' | b'`' | 0..=0x1f | 0x7f.. => return false,
            _ => {}
        }
        before = byte;
    }
    before != b' ' || text.is_empty()
}

/// Folds character by character, spaces as they come.
///
/// Upper case comes before lower case because that folds `ß` to `ss` as well.
fn folded_chars(text: &str) -> String {
    let plain = |text: &str| {
        let unmarked = text.chars().filter_map(without_case).nfkd().filter(|&c| !is_combining_mark(c));
        // What is written as one character may come apart into a space or an apostrophe.
        unmarked.filter_map(without_case).collect::<String>()
    };
    plain(&plain(text).to_uppercase().to_lowercase())
}

/// What a character is to the fold, case and accents aside.
fn without_case(c: char) -> Option<char> {
    match c {
        _ if c.is_whitespace() || c == '_' || is_hyphen(c) => Some(' '),
        _ if is_apostrophe(c) || is_hidden(c) => None,
        _ => Some(c),
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58a}' | '\u{5be}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
    )
}

/// Those that keyboards, spreadsheets and languages put for an apostrophe, primes and single quotes among them.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '\u{2b9}'..='\u{2bf}' | '\u{2c8}' | '\u{2ca}' | '\u{2cb}' | '\u{55a}' | '\u{5f3}'
        | '\u{7f4}' | '\u{1fbd}' | '\u{1fbf}' | '\u{1fef}' | '\u{1ffd}' | '\u{1ffe}' | '\u{2018}'..='\u{201b}'
        | '\u{2032}' | '\u{2035}' | '\u{a78b}' | '\u{a78c}' | '\u{ff07}' | '\u{ff40}')
}

/// Puts folded characters behind others, one space for each run of them and none at the start. `put` is told how long
/// the text is behind each.
fn spaced(chars: &str, behind: &mut String, mut put: impl FnMut(usize)) {
    for c in chars.chars() {
        if c != ' ' || !(behind.is_empty() || behind.ends_with(' ')) {
            behind.push(c);
            put(behind.len());
        }
    }
}

/// The digits of a text that is made of digits and what parts them, as in `9271-0042` or `'9271`, folded.
pub(crate) fn parted_digits(folded: &str) -> Option<String> {
    let parts = |c: char| matches!(c, ' ' | '.' | ',' | '/' | ':' | '+' | '(' | ')');
    let of_digits = folded.chars().all(|c| c.is_ascii_digit() || parts(c));
    Some(digits(folded)).filter(|digits| of_digits && !digits.is_empty())
}

/// The digits of a text, one behind the other.
pub(crate) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether a text holds neither a letter nor a digit: then nothing is said with it (design.md §2). A pictograph stands for
/// a word; the rows of a group that is called `👍` are not blamed for its name.
#[inline]
pub(crate) fn is_blank(text: &str) -> bool {
    let is_pictograph = |c: char| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}');
    !text.chars().any(|c| (c.is_alphanumeric() && !is_hidden(c)) || is_pictograph(c))
}

/// Whether a character is one that a terminal obeys or a reader cannot see (torture.md §1): controls, line and
/// paragraph separators, bidi controls, zero-width and tag characters, private use, noncharacters; with them all that
/// Unicode calls default ignorable (fillers that count as letters, joiners, signs that only choose a shape), and the empty
/// braille cell. The two signs that choose between text and picture stand behind many a heart, and are none.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}')
        || (c as u32) & 0xfffe == 0xfffe
        || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// Whether a text holds something that its reader would not see or its terminal would obey: a hidden character, or
/// more accents on one letter than any spelling has.
pub(crate) fn is_suspicious(text: &str) -> bool {
    suspicious(text).next().is_some()
}

/// What makes a text suspicious, in its order.
pub(crate) fn suspicious(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut marks = 0;
    text.chars().filter(move |&c| {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        is_hidden(c) || marks > MARKS
    })
}

/// The ASCII character that a letter with accents rests on: `é` gives `e`. `None` where there is none.
pub(crate) fn unaccented(text: &str) -> Option<char> {
    text.nfkd().find(|&c| !is_combining_mark(c)).filter(char::is_ascii_graphic)
}

/// Where a folded word occurs in a text, as ranges of its bytes: whole characters as people count them, whatever
/// folding makes of them.
pub(crate) fn occurrences(text: &str, word: &str) -> Vec<std::ops::Range<usize>> {
    if word.is_empty() {
        return Vec::new();
    }
    let mut folded = String::new();
    // For each byte of the folded text the character that it comes from.
    let mut source: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, grapheme) in text.grapheme_indices(true) {
        let range = at..at + grapheme.len();
        spaced(&folded_chars(grapheme), &mut folded, |end| source.resize(end, range.clone()));
    }
    let range = |at: usize| Some(source.get(at)?.start..source.get(at + word.len() - 1)?.end);
    folded.match_indices(word).filter_map(|(at, _)| range(at)).collect()
}

/// The most accents that one letter keeps.
pub(crate) const MARKS: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (text, folded) in [
            ("Yústinus", "yustinus"),
            ("Yu\u{301}stinus", "yustinus"),
            ("YUSTINUS", "yustinus"),
            ("yu\u{200b}sti\u{ad}nus\u{feff}", "yustinus"),
            ("Straße", "strasse"),
            ("İbrahim", "ibrahim"),
            ("Siti\u{a0}Aminah", "siti aminah"),
            ("Siti\tAminah", "siti aminah"),
            ("ﬁsher", "fisher"),
            ("  Siti   Aminah ", "siti aminah"),
            ("Siti \u{2003}\u{a0}\r\nAminah\u{3000}", "siti aminah"),
            ("La-Ode_Ali", "la ode ali"),
            ("La\u{2010}Ode\u{2011}Ali", "la ode ali"),
            ("La – Ode—Ali −", "la ode ali"),
            ("-La－Ode", "la ode"),
            ("Nur'aini", "nuraini"),
            ("Nur’aini", "nuraini"),
            ("Nur‘aini", "nuraini"),
            ("Nur`aini", "nuraini"),
            ("Nur´aini", "nuraini"),
            ("Nurʼaini", "nuraini"),
            ("Nurʻaini", "nuraini"),
            ("Nur′aini", "nuraini"),
            ("NUR＇AINI", "nuraini"),
            ("ŉ", "n"),
            ("'-_ ", ""),
            ("", ""),
            ("St. Petrus & Paulus", "st. petrus & paulus"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
            assert_eq!(fold(&fold(text)), folded, "{text:?} folded twice");
        }
    }

    #[test]
    fn a_word_is_found_where_people_see_it() {
        for (text, word, found) in [
            ("Yu\u{301}stinus Stin", "stin", vec!["stin", "Stin"]),
            ("Yústinus", "yus", vec!["Yús"]),
            ("Straße", "ss", vec!["ß"]),
            ("Straße", "sse", vec!["ße"]),
            ("张伟", "伟", vec!["伟"]),
            ("Ana", "zz", vec![]),
            ("Ana", "", vec![]),
            ("Siti  Nur’aini", "siti nuraini", vec!["Siti  Nur’aini"]),
            (" Nur'aini Nur'", "nur", vec!["Nur", "Nur"]),
            ("La-Ode", "a o", vec!["a-O"]),
            ("Ana -  Maria", "ana maria", vec!["Ana -  Maria"]),
            ("'Aini", "aini", vec!["Aini"]),
        ] {
            let seen: Vec<&str> = occurrences(text, word).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(seen, found, "{text} {word}");
        }
    }

    #[test]
    fn digits_are_told_from_what_parts_them() {
        for (text, digits) in [
            ("9271-0042-0381-0001", Some("9271004203810001")),
            ("92.71.00", Some("927100")),
            ("'9271", Some("9271")),
            ("+62 (812) 3456", Some("628123456")),
            ("９２７１", Some("9271")),
            ("9271", Some("9271")),
            ("W000120", None),
            ("12 a", None),
            ("- -", None),
            ("", None),
        ] {
            assert_eq!(parted_digits(&fold(text)).as_deref(), digits, "{text}");
        }
    }

    #[test]
    fn what_has_neither_letter_nor_digit_is_blank() {
        for text in ["", " ", "-", "\t\u{a0}", "…", "?", "\u{200b}", "'"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["0", "a", " -x", "张", "é", "٣"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn hidden_characters_are_suspicious_and_plain_names_are_not() {
        for text in [
            "A\u{1b}[2J",
            "abc\u{202e}fed",
            "x\u{e0041}",
            "a\u{9b}",
            "\u{e000}",
            "e\u{301}\u{301}\u{301}\u{301}\u{301}",
        ] {
            assert!(is_suspicious(text), "{text:?}");
        }
        for text in ["Yústinus", "张伟", "O'Brien", "Nur'aini", "e\u{301}", ""] {
            assert!(!is_suspicious(text), "{text:?}");
        }
    }
}

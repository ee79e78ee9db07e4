//! What counts as the same text, and which characters do not belong in one. Language and terminal know nothing here:
//! the fold serves search, sorting and matching of names; the class of hidden characters serves the audit and the
//! scrub that stands before every screen.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// Folds case, accents and invisible characters away: `Yústinus`, `YUSTINUS` and `yu\u{200b}stinus` become `yustinus`.
/// White space of any kind becomes a space.
///
/// Upper case comes before lower case because that folds `ß` to `ss` as well.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return text.to_ascii_lowercase();
    }
    let plain = |text: String| text.nfkd().filter(|&c| !is_combining_mark(c)).collect::<String>();
    let spaced = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|&c| !is_hidden(c));
    plain(plain(spaced.collect()).to_uppercase().to_lowercase())
}

/// Whether a character is one that a terminal obeys or a reader cannot see (torture.md §1): controls, line and
/// paragraph separators, bidi controls, zero-width and tag characters, private use, noncharacters.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}'
        | '\u{e0000}'..='\u{e007f}')
        || (c as u32) & 0xfffe == 0xfffe
        || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// Whether a text holds something that its reader would not see or its terminal would obey: a hidden character, or
/// more accents on one letter than any spelling has.
pub(crate) fn is_suspicious(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|c| {
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
        folded += &fold(grapheme);
        source.resize(folded.len(), at..at + grapheme.len());
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
        ] {
            let seen: Vec<&str> = occurrences(text, word).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(seen, found, "{text} {word}");
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

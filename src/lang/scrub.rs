//! The scrub. Every text from outside (a roster, a file name, an argument) passes it before it reaches a screen,
//! standard output, standard error or a title, whether or not that is a terminal. There is no list of allowed
//! sequences: such lists were bypassed again and again (torture.md §1).

use crate::roster::text::{MARKS, is_hidden};
use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;

/// The text as it may be shown: white space of any kind is a space, any other hidden character a visible `�`, and no
/// letter carries more accents than a spelling has.
pub fn scrub(text: &str) -> Cow<'_, str> {
    let plain = |c: char| (' '..='~').contains(&c);
    if text.chars().all(plain) {
        return text.into();
    }
    let mut marks = 0;
    let shown = text.chars().filter_map(|c| {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        match c {
            _ if c.is_whitespace() => Some(' '),
            _ if is_hidden(c) => Some('\u{fffd}'),
            _ if marks > MARKS => None,
            // Terminals disagree whether these take a column of their own; their wide forms have two on all.
            '\u{ff9e}' => Some('\u{309b}'),
            '\u{ff9f}' => Some('\u{309c}'),
            // Nor do they agree how wide a sign with these behind it is; without them it is as wide as it says.
            '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}' => None,
            _ => Some(c),
        }
    });
    shown.collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_terminal_would_obey_becomes_visible() {
        for (text, shown) in [
            ("A\u{1b}[2J\u{1b}[31mX", "A\u{fffd}[2J\u{fffd}[31mX"),
            ("\u{1b}]0;PWN\u{7}", "\u{fffd}]0;PWN\u{fffd}"),
            ("abc\u{202e}fed\u{202c}", "abc\u{fffd}fed\u{fffd}"),
            ("a\tb\nc\u{2028}d", "a b c d"),
            ("a\u{9b}31m", "a\u{fffd}31m"),
            ("Yústinus 张伟", "Yústinus 张伟"),
            ("1\u{fe0f}\u{20e3}\u{2764}\u{fe0f}", "1\u{2764}"),
            ("ｶﾞﾊﾟ", "ｶ\u{309b}ﾊ\u{309c}"),
            ("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}x", "e\u{301}\u{301}\u{301}\u{301}x"),
        ] {
            assert_eq!(scrub(text), shown, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_hidden_passes(text in any::<String>()) {
            prop_assert!(!scrub(&text).chars().any(is_hidden));
            let once = scrub(&text).into_owned();
            prop_assert_eq!(scrub(&once), once.clone());
        }
    }
}

//! Text as XML has it.

use std::fmt::Write as _;

/// A `String` takes everything.
pub(super) fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(what);
}

/// Puts a text as XML has it. What no XML may hold, and a text that looks like the sign for it, is written as spreadsheets
/// do: `_x000B_`, and `_x005F_x000B_`.
pub(super) fn escape(behind: &mut String, text: &str) {
    let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'&' | b'<' | b'>' | b'_' | 0xef);
    if text.bytes().all(is_plain) {
        return behind.push_str(text);
    }
    for (at, c) in text.char_indices() {
        match c {
            '&' => behind.push_str("&amp;"),
            '<' => behind.push_str("&lt;"),
            '>' => behind.push_str("&gt;"),
            '\t' | '\n' => behind.push(c),
            '\0'..'\x20' | '\u{fffe}' | '\u{ffff}' => put(behind, format_args!("_x{:04X}_", u32::from(c))),
            '_' if text.get(at..).is_some_and(is_sign) => behind.push_str("_x005F_"),
            c => behind.push(c),
        }
    }
}

/// Whether a text begins as the sign for a character does: `_x`, four digits of base sixteen, `_`.
fn is_sign(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.as_bytes().split_first_chunk::<4>());
    digits.is_some_and(|(digits, rest)| digits.iter().all(u8::is_ascii_hexdigit) && rest.first() == Some(&b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_xml_holds_is_said_as_spreadsheets_say_it() {
        for (plain, escaped) in [
            ("a\u{b}b\r", "a_x000B_b_x000D_"),
            ("\u{1b}[2J\0", "_x001B_[2J_x0000_"),
            ("_x000B_", "_x005F_x000B_"),
            ("_x00_ _ x_", "_x00_ _ x_"),
            ("é\u{fffe}ﬁ", "é_xFFFE_ﬁ"),
            ("a\tb\nc", "a\tb\nc"),
        ] {
            let mut found = String::new();
            escape(&mut found, plain);
            assert_eq!(found, escaped, "{plain:?}");
        }
    }
}

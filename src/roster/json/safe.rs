//! JSON in whose strings nothing is hidden. serde_json escapes what is below a space; DEL, C1, bidi controls, line
//! separators and what has no width it writes as they are, and a terminal obeys some of them while a reader sees none.
//! Here they are written as `\u202e` is, which every reader of JSON takes for the same text. Whatever JSON the program writes
//! goes through this file.

use crate::roster::text::is_hidden;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use std::io::{self, Write};

/// Writes a piece of a string that serde_json has nothing to escape in.
pub(super) fn fragment<W: ?Sized + Write>(out: &mut W, fragment: &str) -> io::Result<()> {
    // Nearly every text is plain ASCII, and there are millions of them.
    let plain = fragment.bytes().all(|byte| byte < 0x7f) || !fragment.chars().any(is_hidden);
    if plain {
        return out.write_all(fragment.as_bytes());
    }
    for c in fragment.chars() {
        let mut units = [0; 2];
        match is_hidden(c) {
            true => c.encode_utf16(&mut units).iter().try_for_each(|unit| write!(out, "\\u{unit:04x}"))?,
            false => write!(out, "{c}")?,
        }
    }
    Ok(())
}

/// Writes a value on one line, without the line's end.
pub(crate) fn compact<W: ?Sized + Write>(value: &impl Serialize, out: &mut W) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, Safe(CompactFormatter)))?;
    Ok(())
}

/// The same as text.
pub(crate) fn line(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let written = compact(value, &mut bytes);
    debug_assert!(written.is_ok(), "every key is a text, and writing to memory does not fail");
    String::from_utf8(bytes).unwrap_or_default()
}

/// Writes a value over several lines, as people read it.
pub(crate) fn pretty<W: ?Sized + Write>(value: &impl Serialize, out: &mut W) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, Safe(PrettyFormatter::new())))?;
    Ok(())
}

/// Another form of JSON with [`fragment`].
struct Safe<F>(F);

impl<F: Formatter> Formatter for Safe<F> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, text: &str) -> io::Result<()> {
        fragment(out, text)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn what_is_hidden_is_escaped_in_keys_and_values() {
        let value = json!({"a\u{202e}": "\u{9b}2J\u{7f}\u{2028}\u{200b}\u{e0041}é\u{1b}"});
        let text = r#"{"a\u202e":"\u009b2J\u007f\u2028\u200b\udb40\udc41é\u001b"}"#;
        assert_eq!(line(&value), text);
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_written_and_every_text_is_read_back(text in any::<String>(), key in any::<String>()) {
            let value = json!({key: [text]});
            let mut many = Vec::new();
            prop_assert!(pretty(&value, &mut many).is_ok());
            for written in [line(&value), String::from_utf8(many).unwrap_or_default()] {
                prop_assert!(!written.chars().any(|c| is_hidden(c) && c != '\n'));
                prop_assert_eq!(serde_json::from_str::<Value>(&written).ok(), Some(value.clone()));
            }
        }
    }
}

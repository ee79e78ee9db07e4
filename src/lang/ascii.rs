//! Texts and screens in ASCII, for terminals that do not understand UTF-8: one sign for one sign (screens.md, "ASCII").

use crate::roster::text::unaccented;
use unicode_segmentation::UnicodeSegmentation;

/// One ASCII cell for one cell of ours; `None` for a sign that is none of ours.
pub fn sign(symbol: &str) -> Option<&'static str> {
    let sign = match symbol {
        "█" | "▇" | "▉" | "▊" | "▋" | "▌" => "#",
        "▍" | "▎" | "▏" => " ",
        "▒" => "=",
        "░" => ".",
        "│" => "|",
        "┤" | "└" | "┴" => "+",
        "─" => "-",
        "━" => "=",
        "▶" | "›" | "→" => ">",
        "‹" | "←" => "<",
        "●" | "◆" | "✓" => "*",
        "○" => "o",
        "✕" | "×" => "x",
        "■" | "≠" => "!",
        "▲" => "?",
        "▼" | "↓" => "v",
        "↑" => "^",
        "–" | "−" => "-",
        "·" => ".",
        "…" => "~",
        _ => return None,
    };
    Some(sign)
}

/// One character as people count them: our own signs first, since without its stroke `≠` would be an equals sign; a
/// letter loses its accents; what has no likeness becomes `?`.
pub fn cell(symbol: &str) -> String {
    match sign(symbol) {
        Some(sign) => sign.to_owned(),
        None => typed(symbol).or_else(|| unaccented(symbol)).unwrap_or('?').to_string(),
    }
}

/// What people type where a word processor writes finer signs.
fn typed(symbol: &str) -> Option<char> {
    match symbol {
        "—" | "‑" | "‐" => Some('-'),
        "“" | "”" | "„" => Some('"'),
        "‘" | "’" | "‚" => Some('\''),
        "•" => Some('*'),
        "\u{a0}" | "\u{2009}" | "\u{202f}" => Some(' '),
        _ => None,
    }
}

/// A whole text.
pub fn text(text: &str) -> String {
    let plain = |symbol: &str| if symbol.is_ascii() { symbol.to_owned() } else { cell(symbol) };
    text.graphemes(true).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_one_that_any_terminal_shows() {
        for (whole, plain) in [
            ("14,212 active · 73.5% · Rp934.7 m left", "14,212 active . 73.5% . Rp934.7 m left"),
            ("≠ −5 → 3 × 2…\r\n", "! -5 > 3 x 2~\r\n"),
            ("Yústinus Weñu é\u{301}", "Yustinus Wenu e"),
            ("张伟 ½", "?? 1"),
            ("• “Ma’ruf” — 12‑a", "* \"Ma'ruf\" - 12-a"),
        ] {
            assert_eq!(text(whole), plain);
        }
    }
}

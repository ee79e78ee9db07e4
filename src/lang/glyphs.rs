//! Which characters a terminal's font has, and what stands for those that it has not: one sign for one sign.

use super::ascii;
use unicode_segmentation::UnicodeSegmentation;

/// The characters of a terminal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Glyphs {
    /// All of ours.
    #[default]
    Full,
    /// Those of the Linux console and of most fonts of PuTTY, which come from the first PC's (code page 437): rules, whole
    /// and half blocks; no eighths of a block, no dots of braille.
    Console,
    /// ASCII.
    Ascii,
}

impl Glyphs {
    /// Every set.
    pub const ALL: [Glyphs; 3] = [Glyphs::Full, Glyphs::Console, Glyphs::Ascii];

    /// As it is called, in every language.
    pub fn name(self) -> &'static str {
        match self {
            Glyphs::Full => "full",
            Glyphs::Console => "console",
            Glyphs::Ascii => "ascii",
        }
    }

    /// Those of a terminal of that name (TERM), as far as the name tells.
    pub fn of_terminal(term: Option<&str>) -> Glyphs {
        match term {
            Some(term) if term == "linux" || term.starts_with("linux-") || term.starts_with("putty") => Glyphs::Console,
            _ => Glyphs::Full,
        }
    }

    /// Whether dots of braille are among them.
    pub fn has_dots(self) -> bool {
        self == Glyphs::Full
    }

    /// What is shown for one character as people count them; `None` for itself.
    pub fn cell(self, symbol: &str) -> Option<String> {
        if symbol.is_ascii() {
            return None;
        }
        match self {
            Glyphs::Full => None,
            Glyphs::Console => console(symbol),
            Glyphs::Ascii => Some(ascii::cell(symbol)),
        }
    }

    /// A whole text.
    pub fn text(self, text: &str) -> String {
        text.graphemes(true).map(|symbol| self.cell(symbol).unwrap_or_else(|| symbol.to_owned())).collect()
    }
}

/// What code page 437 has beside ASCII, by its rows of the font.
pub const CONSOLE: &str = "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»\
    ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■";

fn console(symbol: &str) -> Option<String> {
    let mut chars = symbol.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && CONSOLE.contains(c)
    {
        return None;
    }
    let sign = match symbol {
        // Low, so that the bars of neighbouring rows are told apart.
        "▇" => "▄",
        "▉" | "▊" => "█",
        "▋" | "▍" => "▌",
        "▎" | "▏" => " ",
        "━" => "═",
        "●" => "•",
        "◆" => "♦",
        "✓" => "√",
        "▶" => "►",
        _ => return Some(ascii::cell(symbol)),
    };
    Some(sign.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_console_keeps_what_its_font_has_and_the_rest_has_a_likeness() {
        for (whole, shown) in [
            ("█▇▉▌▍▏░▒", "█▄█▌▌ ░▒"),
            ("●○◆■▲▼·✕✓", "•○♦■▲▼·x√"),
            ("━─│└┴┤", "═─│└┴┤"),
            ("‹ › → ← … – −5 ≠ ×", "< > → ← ~ - -5 ! x"),
            ("Weñu Ngũgĩ 张", "Weñu Ngugi ?"),
        ] {
            assert_eq!(Glyphs::Console.text(whole), shown);
            assert!(shown.chars().all(|c| c.is_ascii() || CONSOLE.contains(c)), "{shown}");
        }
    }

    #[test]
    fn the_name_of_a_terminal_tells_its_characters() {
        for (term, glyphs) in [
            (Some("linux"), Glyphs::Console),
            (Some("linux-16color"), Glyphs::Console),
            (Some("putty"), Glyphs::Console),
            (Some("putty-256color"), Glyphs::Console),
            (Some("xterm-256color"), Glyphs::Full),
            (None, Glyphs::Full),
        ] {
            assert_eq!(Glyphs::of_terminal(term), glyphs, "{term:?}");
        }
    }
}

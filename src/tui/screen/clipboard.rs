//! A text for the terminal's clipboard (OSC 52), as it has to be written where a multiplexer stands between: tmux and GNU
//! screen keep what they do not know, unless it is wrapped (DCS).
//!
//! Whether it arrives, nobody can say: that would have to be asked of the terminal, whose answer could come after we left,
//! into the shell. Hence everything is sent that may work, if it does no harm where it does not.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// What stands between the program and its terminal, the nearest first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Between {
    /// Nothing that is known.
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
    /// tmux, which was started in GNU screen.
    TmuxInScreen,
    /// GNU screen, which was started in tmux.
    ScreenInTmux,
}

/// Whether a terminal of that name (TERM) has a clipboard for texts: the Linux console has none, and PuTTY obeys no OSC 52.
/// Old consoles write what they do not know on the screen.
pub fn takes_texts(term: Option<&str>) -> bool {
    !term.is_some_and(|term| term == "linux" || term.starts_with("linux-") || term.starts_with("putty"))
}

impl Between {
    /// By what the terminal is called, and by whether TMUX and STY are set. Over SSH only the name comes along; `screen`
    /// alone is what tmux calls itself too, and then says nothing.
    pub fn of(term: Option<&str>, tmux: bool, screen: bool) -> Between {
        let term = term.unwrap_or_default();
        let named = |name: &str| term.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        match (tmux, screen) {
            (true, true) if named("tmux") => Between::TmuxInScreen,
            // Where nothing says which one is nearer: tmux drops what is meant for screen, but screen would write on the
            // screen what is meant for tmux.
            (true, true) => Between::ScreenInTmux,
            (true, false) => Between::Tmux,
            (false, true) => Between::Screen,
            (false, false) if named("tmux") => Between::Tmux,
            (false, false) if term.starts_with("screen.") => Between::Screen,
            (false, false) => Between::Nothing,
        }
    }

    /// The bytes that hand a text over.
    pub fn wrap(self, text: &str) -> String {
        let plain = plain(text);
        match self {
            Between::Nothing => plain,
            // tmux obeys the plain one where `set-clipboard` is on, passes the wrapped one on where `allow-passthrough` is
            // on, and drops either where it is off.
            Between::Tmux => format!("{plain}{}", through_tmux(&plain)),
            Between::Screen => through_screen(&plain),
            Between::TmuxInScreen => format!("{plain}{}", through_tmux(&through_screen(&plain))),
            Between::ScreenInTmux => through_screen(&format!("{plain}{}", through_tmux(&plain))),
        }
    }
}

/// OSC 52. It ends with BEL, not with `ESC \` as crossterm has it: that would be the end of what stands around it too, and
/// one byte more than the terminals take that cut at 100,000.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() / 3 * 4 + 16);
    // A text takes whatever is written to it.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
    match plain.strip_suffix("\x1b\\") {
        Some(open) => format!("{open}\x07"),
        None => plain,
    }
}

/// tmux passes on what stands in its own string, each ESC of it doubled.
fn through_tmux(bytes: &str) -> String {
    format!("\x1bPtmux;{}\x1b\\", bytes.replace('\x1b', "\x1b\x1b"))
}

/// GNU screen passes on what stands in any such string. One that is longer than its buffer is written on the screen
/// instead: 768 bytes since 2014, 512 and 256 before; hence pieces that any of them holds.
fn through_screen(bytes: &str) -> String {
    const PIECE: usize = 250;
    let mut wrapped = String::with_capacity(bytes.len() + bytes.len() / 50 + 8);
    let mut length = 0;
    let mut escaped = false;
    for c in bytes.chars() {
        // `ESC \` would end the piece: its two bytes come in two of them.
        if length == 0 || length + c.len_utf8() > PIECE || (escaped && c == '\\') {
            wrapped.push_str(if length == 0 { "\x1bP" } else { "\x1b\\\x1bP" });
            length = 0;
        }
        wrapped.push(c);
        length += c.len_utf8();
        escaped = c == '\x1b';
    }
    if length > 0 {
        wrapped.push_str("\x1b\\");
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: usize = 74_994;

    /// What GNU screen passes on: the pieces joined, each within its buffer.
    fn passed_by_screen(bytes: &str) -> String {
        let mut passed = String::new();
        let mut rest = bytes;
        while let Some(piece) = rest.strip_prefix("\x1bP") {
            let (piece, behind) = piece.split_once("\x1b\\").unwrap_or((piece, ""));
            assert!(piece.len() <= 255, "{} bytes", piece.len());
            passed.push_str(piece);
            rest = behind;
        }
        assert_eq!(rest, "", "nothing stands outside of the pieces");
        passed
    }

    #[test]
    fn a_text_is_sent_plain_where_nothing_stands_between() {
        assert_eq!(Between::Nothing.wrap("Ani\t43"), "\x1b]52;c;QW5pCTQz\x07");
        assert_eq!(Between::Nothing.wrap("é"), "\x1b]52;c;w6k=\x07");
    }

    #[test]
    fn the_longest_text_is_as_long_as_terminals_take() {
        assert_eq!(Between::Nothing.wrap(&"x".repeat(LONGEST)).len(), 100_000);
    }

    #[test]
    fn tmux_has_it_plain_and_wrapped_with_every_esc_doubled() {
        assert_eq!(Between::Tmux.wrap("Ani"), "\x1b]52;c;QW5p\x07\x1bPtmux;\x1b\x1b]52;c;QW5p\x07\x1b\\");
    }

    #[test]
    fn screen_has_a_short_text_in_one_piece() {
        assert_eq!(Between::Screen.wrap("Ani"), "\x1bP\x1b]52;c;QW5p\x07\x1b\\");
    }

    #[test]
    fn screen_has_a_long_text_in_pieces_that_it_holds() {
        for length in [180, 181, 182, 183, 1_000, LONGEST] {
            let text = "x".repeat(length);
            let wrapped = Between::Screen.wrap(&text);
            assert_eq!(passed_by_screen(&wrapped), Between::Nothing.wrap(&text), "{length}");
            assert_eq!(wrapped.matches("\x1bP").count(), Between::Nothing.wrap(&text).len().div_ceil(250), "{length}");
        }
    }

    #[test]
    fn each_of_two_that_stand_between_takes_its_own_wrapping_off() {
        for length in [3, 1_000] {
            let text = "x".repeat(length);
            let plain = Between::Nothing.wrap(&text);
            // tmux takes the plain one, and gives the pieces to screen.
            let inner = format!("{plain}{}", through_tmux(&Between::Screen.wrap(&text)));
            assert_eq!(Between::TmuxInScreen.wrap(&text), inner);
            // Screen gives both to tmux. The end of its string comes in two pieces.
            let passed = Between::ScreenInTmux.wrap(&text);
            assert_eq!(passed.matches("\x1b\x1b\\\x1bP\\").count(), 1, "{passed:?}");
        }
    }

    #[test]
    fn what_stands_between_is_known_by_the_variables_and_by_the_name() {
        use Between::{Nothing, Screen, ScreenInTmux, Tmux, TmuxInScreen};
        for (term, tmux, screen, between) in [
            ("xterm-256color", false, false, Nothing),
            ("xterm-256color", true, false, Tmux),
            ("screen-256color", true, false, Tmux),
            ("screen-256color", false, true, Screen),
            ("screen-256color", false, false, Nothing),
            ("tmux-256color", false, false, Tmux),
            ("tmuxer", false, false, Nothing),
            ("screen.xterm-256color", false, false, Screen),
            ("tmux-256color", true, true, TmuxInScreen),
            ("screen.tmux-256color", true, true, ScreenInTmux),
            ("screen", true, true, ScreenInTmux),
        ] {
            assert_eq!(Between::of(Some(term), tmux, screen), between, "{term} {tmux} {screen}");
        }
        assert_eq!(Between::of(None, false, false), Nothing);
    }
}

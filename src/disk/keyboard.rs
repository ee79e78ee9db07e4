//! Where keys come from.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd};

/// Where keys come from.
#[derive(Debug)]
pub(crate) enum Keyboard {
    /// Standard input.
    Stdin(io::Stdin),
    /// The terminal itself, since standard input is something else.
    Terminal(File),
}

impl AsFd for Keyboard {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Keyboard::Stdin(stdin) => stdin.as_fd(),
            Keyboard::Terminal(file) => file.as_fd(),
        }
    }
}

/// The keyboard; also while standard input is a roster.
#[expect(clippy::disallowed_methods, reason = "files are touched here")]
pub(crate) fn keyboard() -> io::Result<Keyboard> {
    match io::stdin().is_terminal() {
        true => Ok(Keyboard::Stdin(io::stdin())),
        false => File::open("/dev/tty").map(Keyboard::Terminal),
    }
}

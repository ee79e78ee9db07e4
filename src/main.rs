//! The binary: error hook, arguments, [`lindungi::run`], exit code.

use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "the command line is read here")]
fn main() -> ExitCode {
    lindungi::install_panic_hook();
    let words: Vec<_> = std::env::args_os().collect();
    ExitCode::from(lindungi::run_words(&words, &lindungi::Environment::of_process()))
}

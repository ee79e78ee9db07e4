//! The binary: what this login may do, error hook, arguments, [`lindungi::run`], exit code.

use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "the command line is read here")]
fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    let may = lindungi::capabilities(&words);
    lindungi::keep_private(may);
    lindungi::disk::say_limits();
    lindungi::install_panic_hook(may);
    ExitCode::from(lindungi::run_words(&words, may, &lindungi::Environment::of_process(may)))
}

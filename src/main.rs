//! The binary: error hook, arguments, [`lindungi::run`], exit code.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    lindungi::install_panic_hook();
    let code = lindungi::run(lindungi::args::Args::parse(), &lindungi::Environment::of_process());
    ExitCode::from(code)
}

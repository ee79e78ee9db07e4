//! The binary: error hook, arguments, [`lindungi::run`], exit code.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    lindungi::install_panic_hook();
    let code = match lindungi::args::Args::try_parse() {
        Ok(args) => lindungi::run(args, &lindungi::Environment::of_process()),
        Err(said) => lindungi::say_usage(&said.to_string(), said.use_stderr()),
    };
    ExitCode::from(code)
}

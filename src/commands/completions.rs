//! `lindungi completions`: what a shell reads to complete this command line, on standard output.

use super::Failure;
use crate::args::{self, Completions};
use crate::lang::Lang;
use std::io::Write;

/// Writes it.
pub(crate) fn run(asked: &Completions, lang: Lang, out: &mut dyn Write) -> Result<u8, Failure> {
    out.write_all(&args::completions(asked.shell, lang))?;
    Ok(0)
}

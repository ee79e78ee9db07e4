//! `lindungi schema`: the JSON Schema of a roster file on standard output, the same in every language.

use super::{Failure, document};
use crate::lang::format;
use std::io::Write;

/// Writes it.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Failure> {
    Ok(document::write(&format::json_schema(), out)?)
}

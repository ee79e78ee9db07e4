//! THE LAWS of whatever reads what others wrote, written once: the fuzz targets hold them against bytes that nobody thought
//! of, `tests/it/fuzz.rs` against the seeds that are kept.
//!
//! Each law is a function of bytes that returns, or panics with what does not hold.

pub mod import;
pub mod keys;
pub mod query;
pub mod roster;

use lindungi::lang::Lang;
use lindungi::roster::text::is_hidden;

/// The two languages in which everything is said.
const BOTH: [Lang; 2] = [Lang::En, Lang::Id];

/// What is said holds nothing that a terminal would obey, and is said in so many lines.
#[track_caller]
fn assert_clean(said: &str, most_lines: usize) {
    assert!(!said.trim().is_empty(), "nothing is said");
    assert!(!said.chars().any(|c| c != '\n' && is_hidden(c)), "hidden characters in {said:?}");
    assert!(said.lines().count() <= most_lines, "more than {most_lines} lines: {said}");
}

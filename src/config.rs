//! What a person has set.

mod colors;

pub use colors::Colors;

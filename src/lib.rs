//! lindungi.

pub mod roster;

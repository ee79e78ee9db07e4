//! FROM CELLS to what needs no terminal: the same cells always give the same bytes.

pub mod svg;
pub mod txt;

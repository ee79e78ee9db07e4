//! WHAT IS SHOWN, never how: all state of the dashboard and all its changes. Nothing here knows a cell.

pub mod app;
pub mod clip;
pub mod compare;
pub mod editor;
pub mod export;
pub mod facets;
pub mod notice;
pub mod palette;
pub mod review;
pub mod sort;
pub mod whatif;

//! WHAT IS SHOWN, never how: all state of the dashboard and all its changes. Nothing here knows a cell.
//!
//! A tab is a [`tabs::Cursor`] in a file of its own, an overlay a [`layer::Layer`] in a file of its own; [`app`] knows
//! the keys, the messages and the effects.

pub mod app;
pub mod budget;
pub mod checks;
pub mod clerk;
pub mod clip;
pub mod command;
pub mod compare;
pub mod detail;
pub mod editor;
pub mod enrollment;
pub mod explain;
pub mod export;
pub mod facets;
pub mod fit;
pub mod groups;
pub mod help;
pub mod layer;
pub mod notice;
pub mod overlay;
pub mod palette;
pub mod past;
pub mod path;
pub mod preview;
pub mod programme;
pub mod review;
pub mod said;
pub mod shown;
pub mod slides;
pub mod sort;
pub mod tabs;
pub mod waiting;
pub mod whatif;
pub mod workers;

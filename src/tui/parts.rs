//! Widgets that know no `App`: they are given numbers and give back cells.

pub mod bar;
pub mod canvas;
pub mod chart;
pub mod digits;
pub mod input;
pub mod list;
pub mod scroll;
pub mod table;

//! HOW IT IS SHOWN: from the state to cells. Drawing changes nothing, computes nothing and counts nothing.

pub mod filter;
pub mod header;
pub mod keybar;
pub mod loading;
pub mod notice;
pub mod overlays;
pub mod tabs;
pub mod typing;
pub mod view;

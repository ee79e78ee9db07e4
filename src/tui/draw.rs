//! HOW IT IS SHOWN: from the state to cells. Drawing changes nothing, computes nothing and counts nothing.

pub mod filter;
pub mod header;
pub mod keybar;
pub mod notice;
pub mod overlays;
pub mod tank;
pub mod tabs;
pub mod slides;
pub mod loading;
pub mod typing;
pub mod view;

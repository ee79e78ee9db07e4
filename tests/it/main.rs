//! One test binary: one file a command, keys, screens, laws, the house.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails by its panic, and its texts are its own"
)]

mod actions;
mod answer;
mod benches;
mod bounds;
mod canaries;
mod cases;
mod check;
mod check_bounds;
mod config;
mod copying;
mod demo;
mod dialogue;
mod diff;
mod drafts;
mod errors;
mod export;
mod exporting;
mod foreign;
mod frames;
mod fuzz;
mod house;
mod imports;
mod keys;
mod killed;
mod language;
mod layouts;
mod laws;
mod lists;
mod loading;
mod manual;
mod masks;
mod money;
mod mouse;
mod notices;
mod packed;
mod parsing;
mod people;
mod pictures;
mod plain;
mod plan;
mod pty;
mod queries;
mod readme;
mod refusals;
mod reload;
mod report;
mod schema;
mod screens;
mod selection;
mod slides;
mod soak;
mod sorted;
mod stage;
mod status;
mod support;
mod templates;
mod terminal;
mod themes;
mod tongues;
mod torture;
mod torture_files;
mod torture_list;
mod torture_machine;
mod torture_terminal;
mod usage;
mod views;
mod what_if;
mod widths;
mod widths_over;

//! What `lindungi snapshot` takes.

use super::{Most, Since, View};
use clap::{Args as ClapArgs, ValueEnum};
use std::path::PathBuf;

/// `lindungi snapshot`.
#[derive(ClapArgs, Debug)]
pub struct Snapshot {
    /// The roster to read, or - for standard input.
    #[arg(value_name = "ROSTER", required_unless_present = "demo", conflicts_with = "demo")]
    pub roster: Option<PathBuf>,
    /// Use the built-in demonstration roster, also where the settings name another.
    #[arg(long)]
    pub demo: bool,
    /// The tab by its name or number, such as budget or 3, or a slide, such as slide:2; else that of the view, else the first.
    #[arg(long, value_name = "TAB")]
    pub tab: Option<String>,
    /// Columns and rows, from 40x10 to 500x200.
    #[arg(long, value_name = "SIZE", default_value = "120x40")]
    pub size: String,
    /// For a page svg or html, for a chat png, for a terminal ansi or txt; else as the file's name ends, else txt.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<SnapshotFormat>,
    /// Write this file, whole or not at all, readable by its owner alone; nothing, or -, is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over a file that exists.
    #[arg(long)]
    pub force: bool,
    /// See [`View`].
    #[command(flatten)]
    pub view: View,
    /// See [`Since`].
    #[command(flatten)]
    pub since: Since,
    /// The next steps for the last slide: a Markdown list, "- Office: what; how many; by when" an item.
    #[arg(long, value_name = "FILE")]
    pub notes: Option<PathBuf>,
    /// See [`Most`].
    #[command(flatten)]
    pub most: Most,
}

/// The forms of a picture.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotFormat {
    /// Drawn, with text that can be selected and searched.
    Svg,
    /// Pixels, for a chat or a letter.
    Png,
    /// One page for a browser, dark or light as its reader has set.
    Html,
    /// Text with the colours of a terminal.
    Ansi,
    /// Text alone.
    Txt,
}

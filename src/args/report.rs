//! What `lindungi report` takes.

use super::{Most, Since, View};
use clap::{Args as ClapArgs, ValueEnum};
use std::path::PathBuf;

/// `lindungi report`.
#[derive(ClapArgs, Debug)]
pub struct Report {
    /// The roster to read, or - for standard input.
    #[arg(value_name = "ROSTER", required_unless_present = "demo", conflicts_with = "demo")]
    pub roster: Option<PathBuf>,
    /// Use the built-in demonstration roster, also where the settings name another.
    #[arg(long)]
    pub demo: bool,
    /// Write this file, whole or not at all, readable by its owner alone; nothing, or -, is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over a file that exists.
    #[arg(long)]
    pub force: bool,
    /// Whom the page names, district by district: those whose protection ends soon, all who pass, or nobody.
    #[arg(long, value_name = "WHOM", default_value = "soon")]
    pub list: ReportList,
    /// See [`View`].
    #[command(flatten)]
    pub view: View,
    /// See [`Since`].
    #[command(flatten)]
    pub since: Since,
    /// See [`Most`].
    #[command(flatten)]
    pub most: Most,
}

/// Whom the page names.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportList {
    /// Those whose protection ends soon.
    Soon,
    /// Everybody who passes the filter, at most 20,000.
    All,
    /// Nobody: for a page that goes to everybody.
    None,
}

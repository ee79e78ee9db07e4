//! What the dashboard takes, whether it begins with its tabs or with slides.

use super::{Most, Since, View};
use clap::Args as ClapArgs;
use std::ops::RangeInclusive;
use std::path::PathBuf;

/// The dashboard.
#[derive(ClapArgs, Debug, Default, Clone)]
pub struct Dashboard {
    /// A roster of format lindungi/roster/1 (.json, .json.gz, .json.zst), - for standard input, or an office's list.
    #[arg(value_name = "ROSTER", conflicts_with = "demo")]
    pub roster: Option<PathBuf>,
    /// Use the built-in demonstration roster, also where the settings name another.
    #[arg(long)]
    pub demo: bool,
    /// Where ROSTER is an office's list (.xlsx, .ods, .csv): a roster without workers, with its programme and groups.
    #[arg(long, value_name = "PROGRAM")]
    pub program: Option<PathBuf>,
    /// See [`View`].
    #[command(flatten)]
    pub view: View,
    /// See [`Since`].
    #[command(flatten)]
    pub since: Since,
    /// The next steps for the last slide: a Markdown list, "- Office: what; how many; by when" an item.
    #[arg(long, value_name = "FILE")]
    pub notes: Option<PathBuf>,
    /// Do not look whether the file has changed; r reads it again.
    #[arg(long)]
    pub no_watch: bool,
    /// See [`Most`].
    #[command(flatten)]
    pub most: Most,
}

/// Seconds for which a slide may stand: below, nobody has read it.
pub const SECONDS: RangeInclusive<i64> = 3..=600;

/// `lindungi present`.
#[derive(ClapArgs, Debug)]
pub struct Present {
    /// See [`Dashboard`].
    #[command(flatten)]
    pub dashboard: Dashboard,
    /// Let the slides follow each other by themselves, each for so many seconds, 3 to 600.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(SECONDS))]
    pub autoplay: Option<u16>,
}

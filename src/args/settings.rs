//! What the command line asks about settings, and what it names of them.

use crate::config::Colors;
use clap::builder::PossibleValue;
use clap::{Args as ClapArgs, ValueEnum};

/// Something about settings instead of the dashboard.
#[derive(ClapArgs, Debug, Default, Clone)]
pub struct AboutSettings {
    /// Write all settings, with what each is for, as a file to be saved and changed.
    #[arg(long, conflicts_with = "config_check")]
    pub print_config: bool,
    /// Say whether the file of settings can be read; exit 2 where something in it is wrong.
    #[arg(long)]
    pub config_check: bool,
}

impl ValueEnum for Colors {
    fn value_variants<'a>() -> &'a [Colors] {
        &Colors::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Colors::Default => "The terminal's own sixteen",
            Colors::Light => "Dark inks, for a light ground",
            Colors::HighContrast => "The clearest there are, on black",
            Colors::TrueColor => "Chosen ones on a dark ground, where COLORTERM says that the terminal has 24 bits",
            Colors::TrueColorLight => "The same on a light ground",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}

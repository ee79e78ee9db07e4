//! What the program takes from its environment, and nothing else.

use crate::args::Language;
use crate::capabilities::{Capabilities, Capability};
use crate::fault;
use crate::lang::Lang;
use etcetera::BaseStrategy;
use std::path::PathBuf;

/// What the program takes from its environment, and nothing else.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// LINDUNGI_LANG.
    pub lang: Option<String>,
    /// LC_ALL, LC_MESSAGES, LANG.
    pub locale: [Option<String>; 3],
    /// LC_CTYPE, which decides whether UTF-8 is understood, after LC_ALL and before LANG.
    pub ctype: Option<String>,
    /// Whether NO_COLOR is set and not empty.
    pub no_color: bool,
    /// Whether COLORTERM says that colours have 24 bits.
    pub truecolor: bool,
    /// TERM.
    pub term: Option<String>,
    /// Whether TMUX is set: tmux stands before the terminal.
    pub tmux: bool,
    /// Whether STY is set: GNU screen does.
    pub screen: bool,
    /// The folder that `~` means.
    pub home: Option<PathBuf>,
    /// The folder of what a person has set (XDG_CONFIG_HOME, else below HOME).
    pub config: Option<PathBuf>,
    /// The working folder.
    pub folder: Option<PathBuf>,
}

impl Environment {
    /// The process's own. Whoever is a guest brings what he likes from his own machine: of that only the terminal's name
    /// and the language are looked at, and no folder is his.
    #[expect(clippy::disallowed_methods, reason = "the environment is read here")]
    pub fn of_process(may: Capabilities) -> Environment {
        let get = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        let guest = Environment {
            locale: [get("LC_ALL"), get("LC_MESSAGES"), get("LANG")],
            ctype: get("LC_CTYPE"),
            no_color: get("NO_COLOR").is_some_and(|value| !value.is_empty()),
            truecolor: get("COLORTERM").is_some_and(|value| matches!(value.as_str(), "truecolor" | "24bit")),
            term: get("TERM"),
            ..Environment::default()
        };
        if !may.allow(Capability::Command) {
            return guest;
        }
        fault::arm(get("LINDUNGI_FAULT"));
        Environment {
            lang: get("LINDUNGI_LANG"),
            tmux: get("TMUX").is_some_and(|value| !value.is_empty()),
            screen: get("STY").is_some_and(|value| !value.is_empty()),
            home: etcetera::home_dir().ok(),
            // Who has no home may still say where settings lie.
            config: match etcetera::choose_base_strategy() {
                Ok(folders) => Some(folders.config_dir()),
                Err(_) => get("XDG_CONFIG_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute()),
            }
            .map(|folder| folder.join("lindungi")),
            folder: std::env::current_dir().ok(),
            ..guest
        }
    }

    /// Where the saved views lie.
    pub(crate) fn views(&self) -> Option<PathBuf> {
        Some(self.config.as_ref()?.join("views.json"))
    }

    pub(crate) fn language(&self, asked: Option<Language>, set: Option<Lang>) -> Lang {
        let locale = || Lang::of_locale([0, 1, 2].map(|place| self.locale[place].as_deref()));
        match (asked, self.lang.as_deref()) {
            (Some(Language::En), _) => Lang::En,
            (Some(Language::Id), _) => Lang::Id,
            (None, Some(named)) if !named.is_empty() => Lang::of_locale([Some(named), None, None]),
            // The locale is a system's choice more often than a person's.
            (None, _) => set.unwrap_or_else(locale),
        }
    }

    /// Whether the terminal understands UTF-8, by the locale's character type.
    pub(crate) fn utf8(&self) -> bool {
        let deciding = [&self.locale[0], &self.ctype, &self.locale[2]].into_iter().flatten().find(|v| !v.is_empty());
        deciding.is_some_and(|value| {
            let value = value.to_ascii_lowercase();
            value.contains("utf-8") || value.contains("utf8")
        })
    }
}

//! Colours by meaning, from the terminal's own sixteen and never bright: they stay readable on any ground, over SSH and
//! on a projector. Whatever a colour says, a word or a shape says too: without colours nothing is lost.

use crate::roster::finding::Severity;
use crate::roster::worker::Standing;
use ratatui::style::{Color, Modifier, Style};

/// The styles of the screens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Theme {
    /// Whether to use colours. Without them every colour is the terminal's default; nothing is asked of crossterm's own
    /// NO_COLOR, which in 0.29 cancels bold and reverse as well.
    pub color: bool,
}

impl Theme {
    fn color(self, color: Color) -> Style {
        if self.color { Style::new().fg(color) } else { Style::new() }
    }

    /// Data.
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// Key figures, totals, titles, keys.
    pub fn bold(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Labels, units, headings, rules, axes, plan, bars that only count.
    pub fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The selected row, the caret, chips.
    pub fn reverse(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What the user chose: current tab, filter, picks.
    pub fn chosen(self) -> Style {
        self.color(Color::Cyan)
    }

    /// Active, paid.
    pub fn good(self) -> Style {
        self.color(Color::Green)
    }

    /// Grace, warning, behind plan.
    pub fn attention(self) -> Style {
        self.color(Color::Yellow)
    }

    /// Error, shortfall.
    pub fn bad(self) -> Style {
        self.color(Color::Red)
    }

    /// A standing.
    pub fn standing(self, standing: Standing) -> Style {
        match standing {
            Standing::Active => self.good(),
            Standing::Grace => self.attention(),
            Standing::Proposed | Standing::Rejected | Standing::Inactive => self.dim(),
            Standing::Verified => self.plain(),
        }
    }

    /// A severity.
    pub fn severity(self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.bad(),
            Severity::Warning => self.attention(),
            Severity::Note => self.dim(),
        }
    }
}

/// The shape of a standing.
pub fn standing_mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Proposed => "·",
        Standing::Verified => "○",
        Standing::Active => "●",
        Standing::Grace => "▒",
        Standing::Inactive => "✕",
        Standing::Rejected => "–",
    }
}

/// The shape of a severity.
pub fn severity_mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "■",
        Severity::Warning => "▲",
        Severity::Note => "·",
    }
}

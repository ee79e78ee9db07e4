//! Colours by meaning. Without a theme they are of the terminal's own sixteen and never bright: they stay readable on any
//! ground, over SSH and on a projector. Whatever a colour says, a word or a shape says too: without colours nothing is
//! lost.

mod palette;

pub use palette::{DARK, LIGHT, Palette, Paper, palette, rgb};

use crate::config::Colors;
use crate::roster::finding::Severity;
use crate::roster::worker::Standing;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// The styles of the screens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// Without colours: every one is the terminal's default. Nothing is asked of crossterm's own NO_COLOR, which in 0.29
    /// cancels bold and reverse as well.
    Bare,
    /// With these.
    Colored(Colors),
}

impl Default for Theme {
    fn default() -> Theme {
        Theme::Colored(Colors::Default)
    }
}

impl Theme {
    /// Its colours.
    pub fn palette(self) -> Option<Palette> {
        match self {
            Theme::Bare => None,
            Theme::Colored(colors) => Some(palette(colors)),
        }
    }

    /// What a picture of it is drawn on and with: its own, else what it is for.
    pub fn paper(self) -> Paper {
        match (self, self.palette().and_then(|palette| palette.paper)) {
            (_, Some(paper)) => paper,
            (Theme::Colored(Colors::Light), None) => LIGHT,
            (_, None) => DARK,
        }
    }

    fn color(self, of: impl Fn(Palette) -> Color) -> Style {
        self.palette().map_or_else(Style::new, |palette| Style::new().fg(of(palette)))
    }

    /// Gives what has no colours of its own those of the theme's ground, if it has one.
    pub fn ground(self, buffer: &mut Buffer) {
        let Some(Paper { ground, ink }) = self.palette().and_then(|palette| palette.paper) else { return };
        for cell in &mut buffer.content {
            for (own, theirs) in [(&mut cell.bg, ground), (&mut cell.fg, ink)] {
                if *own == Color::Reset {
                    *own = theirs;
                }
            }
        }
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
        match self.palette().and_then(|palette| palette.dim) {
            Some(color) => Style::new().fg(color),
            None => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// The selected row, the caret, chips.
    pub fn reverse(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What the user chose: current tab, filter, picks.
    pub fn chosen(self) -> Style {
        self.color(|palette| palette.chosen)
    }

    /// Active, paid.
    pub fn good(self) -> Style {
        self.color(|palette| palette.good)
    }

    /// Grace, warning, behind plan.
    pub fn attention(self) -> Style {
        self.color(|palette| palette.attention)
    }

    /// Error, shortfall.
    pub fn bad(self) -> Style {
        self.color(|palette| palette.bad)
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

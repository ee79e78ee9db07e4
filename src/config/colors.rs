//! The themes by name: which set of colours the screens have.

/// A set of colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Colors {
    /// The terminal's own sixteen.
    #[default]
    Default,
    /// Dark inks, for a light ground.
    Light,
    /// The clearest there are, on black.
    HighContrast,
    /// Chosen ones on a dark ground of their own.
    TrueColor,
    /// Chosen ones on a light ground of their own.
    TrueColorLight,
}

impl Colors {
    /// Every set.
    pub const ALL: [Colors; 5] =
        [Colors::Default, Colors::Light, Colors::HighContrast, Colors::TrueColor, Colors::TrueColorLight];

    /// As it is called, in every language.
    pub fn name(self) -> &'static str {
        match self {
            Colors::Default => "terminal",
            Colors::Light => "light",
            Colors::HighContrast => "high-contrast",
            Colors::TrueColor => "truecolor",
            Colors::TrueColorLight => "truecolor-light",
        }
    }

    /// Whether it needs a terminal with 24 bits a colour.
    pub fn is_true(self) -> bool {
        matches!(self, Colors::TrueColor | Colors::TrueColorLight)
    }
}

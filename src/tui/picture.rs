//! A picture of the screen: the forms that it may have, how its file ends, and what is said of it beside its cells.

use crate::lang::words::picture as words;
use crate::lang::{Lang, scrub};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use std::path::PathBuf;

/// The forms of a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Drawn, with text that can be selected and searched.
    Svg,
    /// Pixels, for a chat or a letter.
    Png,
    /// One page for a browser.
    Html,
    /// Text with the colours of a terminal, to be shown by `cat`.
    Ansi,
    /// Text alone.
    Txt,
}

impl Format {
    /// Every form.
    pub const ALL: [Format; 5] = [Format::Svg, Format::Png, Format::Html, Format::Ansi, Format::Txt];

    /// How its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Html => "html",
            Format::Ansi => "ans",
            Format::Txt => "txt",
        }
    }

    /// Whether it is for a terminal to show.
    pub fn is_for_terminals(self) -> bool {
        matches!(self, Format::Ansi | Format::Txt)
    }

    /// The form that the name of a file says, in letters of either case.
    pub fn of_name(path: &str) -> Option<Format> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let (_, ending) = name.rsplit_once('.')?;
        match ending.trim_end().to_ascii_lowercase().as_str() {
            "htm" => Some(Format::Html),
            "ansi" => Some(Format::Ansi),
            ending => Format::ALL.into_iter().find(|format| format.ending() == ending),
        }
    }
}

/// That the name of a file says no form of a picture, and which ones do.
pub fn no_such_ending(lang: Lang, name: &str) -> String {
    let known = Format::ALL.map(|format| format!(".{}", format.ending())).join(" ");
    lang.fill(&words::ENDING, &[&scrub::scrub(name), &known])
}

/// What a picture is of, for whoever cannot see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caption {
    /// The tab, the programme and its date.
    pub title: String,
    /// The filter and the figures.
    pub about: String,
    /// The language of both, and of the picture.
    pub lang: Lang,
}

/// The cells of a screen, and what they are of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    /// The cells.
    pub cells: Buffer,
    /// What they are of.
    pub caption: Caption,
    /// What they are drawn with: it has the ground.
    pub theme: Theme,
}

/// Where a picture of the screen is to lie.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// Its form.
    pub format: Format,
    /// The file.
    pub path: PathBuf,
    /// What whoever asks for it calls that.
    pub name: String,
    /// Whether a file of that name is replaced, as it was asked for.
    pub force: bool,
    /// The roster that is shown: that file is never replaced.
    pub own: Option<PathBuf>,
    /// Whether numbers of persons are whole in it.
    pub whole: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_name_says_the_form_of_a_picture_or_nothing() {
        for (name, format) in [
            ("a.svg", Some(Format::Svg)),
            ("folder.svg/a.PNG", Some(Format::Png)),
            ("a.html", Some(Format::Html)),
            ("a.HTM", Some(Format::Html)),
            ("a.ans", Some(Format::Ansi)),
            ("a.svg.ansi", Some(Format::Ansi)),
            ("a.txt ", Some(Format::Txt)),
            ("a.jpg", None),
            ("folder.svg/a", None),
            ("svg", None),
            ("", None),
        ] {
            assert_eq!(Format::of_name(name), format, "{name}");
        }
        let said = no_such_ending(Lang::En, "a.bmp");
        assert_eq!(said, "a.bmp says no form of a picture; its name may end in .svg .png .html .ans .txt");
    }
}

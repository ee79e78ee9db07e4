//! A sentence as pieces: what each is, and what gives way first where room is short. Whoever words a fact says there
//! what of it must stay; a cell, a line of text and Markdown only say how much room they have.

use super::measure::width;
use super::{Lang, Phrase, Piece};

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Words, and figures that say no more than they do.
    Plain,
    /// A figure beside the key.
    Figure,
    /// The figure itself, which is what the sentence is read for: it never gives way, and stands whole in a line.
    Key,
    /// What is bad: a shortfall.
    Bad,
    /// What to look at.
    Watch,
    /// A sign beside it, for screens alone: in a text the words say the same.
    Mark,
    /// What may go.
    Aside,
}

/// A piece.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Its text.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// What gives way first weighs least; of equals the last goes first.
    pub weight: u8,
}

/// What never gives way.
const KEEP: u8 = u8::MAX;
/// Words give way after everything that may go.
const WORDS: u8 = 100;

/// Its pieces.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sentence(pub Vec<Part>);

impl Lang {
    /// A phrase with its values, each with what it is.
    pub fn sentence(self, phrase: &Phrase, values: &[(&str, Role)]) -> Sentence {
        let texts: Vec<&str> = values.iter().map(|(text, _)| *text).collect();
        let piece = |piece: Piece| match piece {
            Piece::Value(place) => values.get(place).copied().unwrap_or(("", Role::Plain)),
            words => (words.words(&texts).unwrap_or(""), Role::Plain),
        };
        let pieces = self.pieces(phrase).into_iter().map(piece);
        Sentence(pieces.map(|(text, role)| Part::new(text.to_owned(), role)).collect())
    }
}

impl Part {
    fn new(text: String, role: Role) -> Part {
        let weight = match role {
            Role::Key | Role::Bad | Role::Watch => KEEP,
            Role::Plain | Role::Figure | Role::Mark => WORDS,
            Role::Aside => 0,
        };
        Part { text, role, weight }
    }
}

impl Sentence {
    /// One piece alone.
    pub fn of(text: impl Into<String>, role: Role) -> Sentence {
        Sentence(vec![Part::new(text.into(), role)])
    }

    /// This, and then that.
    pub fn and(mut self, other: Sentence) -> Sentence {
        self.0.extend(other.0);
        self
    }

    /// All of it as one piece that may go: the least weight first.
    pub fn aside(self, weight: u8) -> Sentence {
        let text = self.0.into_iter().map(|part| part.text).collect();
        Sentence(vec![Part { text, role: Role::Aside, weight: weight.min(WORDS - 1) }])
    }

    /// The same, its words being as bad as its figure.
    pub fn bad(mut self) -> Sentence {
        self.0.iter_mut().filter(|part| part.role == Role::Plain).for_each(|part| part.role = Role::Bad);
        self
    }

    /// As text.
    pub fn text(&self) -> String {
        self.0.iter().filter(|part| part.role != Role::Mark).map(|part| part.text.as_str()).collect()
    }

    /// Without what is to be looked at beside it.
    pub fn without_marks(mut self) -> Sentence {
        self.0.retain(|part| part.role != Role::Watch);
        self
    }

    /// Columns that it takes on a screen.
    pub fn width(&self) -> usize {
        self.0.iter().map(|part| width(&part.text)).sum()
    }

    /// Without everything that may go.
    pub fn essence(mut self) -> Sentence {
        self.0.retain(|part| part.role != Role::Aside);
        self
    }

    /// In so many columns: first what may go gives way, then words, figures never. It may still be too wide.
    pub fn fitting(self, columns: usize) -> Sentence {
        self.without(columns, KEEP)
    }

    /// In so many columns without what may go; `None` where it is too wide even so.
    pub fn shortened(self, columns: usize) -> Option<Sentence> {
        Some(self.without(columns, WORDS)).filter(|short| short.width() <= columns)
    }

    fn without(mut self, columns: usize, below: u8) -> Sentence {
        while self.width() > columns {
            let parts = self.0.iter().enumerate().filter(|(_, part)| part.weight < below);
            let Some((place, _)) = parts.min_by_key(|(place, part)| (part.weight, usize::MAX - place)) else { break };
            self.0.remove(place);
        }
        self
    }

    /// Broken at words into lines of so many columns: a figure or a date that is the key stays whole, and what touches
    /// it, as the full stop does, stays with it.
    pub fn lines(self, columns: usize) -> Vec<Sentence> {
        let mut lines = vec![Sentence::default()];
        let mut used = 0;
        for word in self.words() {
            let text: String = word.0.iter().map(|part| part.text.as_str()).collect();
            if used > 0 && used + width(text.trim_end()) > columns {
                lines.push(Sentence::default());
                used = 0;
            }
            used += width(&text);
            if let Some(line) = lines.last_mut() {
                line.0.extend(word.0);
            }
        }
        lines
    }

    /// Its words, each with all that touches it: only behind a space a line may end.
    fn words(self) -> Vec<Sentence> {
        let mut words: Vec<Sentence> = Vec::new();
        for part in self.0 {
            let pieces: Vec<&str> = match part.role {
                Role::Key => vec![&part.text],
                _ => part.text.split_inclusive(' ').collect(),
            };
            for text in pieces {
                let piece = Part { text: text.to_owned(), ..part };
                let ends = |word: &Sentence| word.0.last().is_none_or(|last| last.text.ends_with(' '));
                match words.last_mut().filter(|word| !ends(word)) {
                    Some(word) => word.0.push(piece),
                    None => words.push(Sentence(vec![piece])),
                }
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LASTS: Phrase = Phrase { en: "{0} months", id: "{0} bulan" };
    const TO: Phrase = Phrase { en: ", to {0}", id: ", s.d. {0}" };

    fn lasts() -> Sentence {
        let to = Lang::En.sentence(&TO, &[("Nov 2024", Role::Plain)]).aside(1);
        Lang::En.sentence(&LASTS, &[("3", Role::Key)]).and(to).and(Sentence::of(" ▲", Role::Aside))
    }

    #[test]
    fn what_may_go_goes_first_then_words_and_figures_never() {
        for (columns, text) in [
            (30, "3 months, to Nov 2024 ▲"),
            (22, "3 months, to Nov 2024"),
            (20, "3 months"),
            (8, "3 months"),
            (7, "3"),
            (0, "3"),
        ] {
            assert_eq!(lasts().fitting(columns).text(), text, "{columns}");
        }
        assert_eq!(lasts().shortened(20).map(|short| short.text()).as_deref(), Some("3 months"));
        assert_eq!(lasts().shortened(7), None);
        assert_eq!(lasts().essence().text(), "3 months");
    }

    #[test]
    fn a_line_breaks_at_words_and_never_within_a_key() {
        let phrase = Phrase { en: "the target comes on {0}.", id: "target tercapai {0}." };
        let sentence = Lang::En.sentence(&phrase, &[("24 Feb 2025", Role::Key)]);
        let lines: Vec<String> = sentence.clone().lines(22).iter().map(Sentence::text).collect();
        assert_eq!(lines, ["the target comes on ", "24 Feb 2025."]);
        assert_eq!(sentence.clone().lines(80).len(), 1);
        // The full stop is not a line of its own.
        for columns in 1..80 {
            let lines: Vec<String> = sentence.clone().lines(columns).iter().map(Sentence::text).collect();
            assert!(lines.iter().all(|line| line != "." && !line.is_empty()), "{columns}: {lines:?}");
        }
    }
}

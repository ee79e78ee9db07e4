//! How well words fit what is typed: a whole word is meant before one that only begins so, and that before one in whose
//! middle it stands. `andai` is the scenario, not `tandai`.

use crate::lang::{Lang, Phrase};
use crate::roster::text::fold;
use crate::tui::keymap::Binding;

/// How well words fit, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    /// It is all that was typed.
    Whole,
    /// Every word that was typed is one of it.
    Word,
    /// Every one begins one of it.
    Start,
    /// One stands in the middle of another.
    Within,
}

/// What is typed, however it is written.
pub struct Sought(String);

impl Sought {
    /// That text.
    pub fn new(text: &str) -> Sought {
        Sought(fold(text))
    }

    /// How well an action fits, besides by other phrases of its entry. The name of its key is meant where it is all that
    /// is typed: who types `back` wants to go back, and not what Backspace does.
    pub fn fit_action(&self, binding: &Binding, others: &[String]) -> Option<Fit> {
        match both(|lang| binding.name(lang)).contains(&self.0) {
            true => Some(Fit::Whole),
            false => self.fit(&[phrases(binding), others.to_vec()].concat()),
        }
    }

    /// How well an entry of these phrases fits; `None` where one word stands in none of them.
    pub fn fit(&self, phrases: &[String]) -> Option<Fit> {
        if self.0.is_empty() || phrases.contains(&self.0) {
            return Some(Fit::Whole);
        }
        let best = |word: &str| phrases.iter().filter_map(|phrase| in_phrase(phrase, word)).min();
        self.0.split_whitespace().try_fold(Fit::Word, |worst, word| Some(worst.max(best(word)?)))
    }
}

/// How a word stands in a phrase, where it stands best.
fn in_phrase(phrase: &str, word: &str) -> Option<Fit> {
    let place = |(at, _): (usize, &str)| {
        let begins = !phrase.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric);
        let ends = !phrase.get(at + word.len()..).unwrap_or_default().starts_with(char::is_alphanumeric);
        match (begins, ends) {
            (true, true) => Fit::Word,
            (true, false) => Fit::Start,
            (false, _) => Fit::Within,
        }
    };
    phrase.match_indices(word).map(place).min()
}

/// A phrase in both languages, as they are looked through.
pub fn both(say: impl Fn(Lang) -> String) -> [String; 2] {
    [Lang::En, Lang::Id].map(|lang| fold(&say(lang)))
}

/// Everything that an action is called: in the help, in the key bar, in settings, and where it is typed.
fn phrases(binding: &Binding) -> Vec<String> {
    let own = [binding.words.help, binding.words.bar, binding.action.word(), Phrase::same(binding.action.name())];
    let said = own.iter().chain(binding.action.also()).flat_map(|phrase| both(|lang| lang.say(phrase).to_owned()));
    let alone = both(|lang| binding.alone(lang).to_owned());
    said.chain(alone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_word_comes_before_a_beginning_and_that_before_a_middle() {
        let phrases = ["tandai, lepas", "andai apa", "baca ulang"].map(str::to_owned);
        for (typed, fit) in [
            ("", Some(Fit::Whole)),
            ("Baca-Ulang", Some(Fit::Whole)),
            ("ulang", Some(Fit::Word)),
            ("tandai", Some(Fit::Word)),
            ("tanda", Some(Fit::Start)),
            ("epas", Some(Fit::Within)),
            ("andai", Some(Fit::Word)),
            ("andai epas", Some(Fit::Within)),
            ("andai zzz", None),
        ] {
            assert_eq!(Sought::new(typed).fit(&phrases), fit, "{typed}");
        }
    }
}

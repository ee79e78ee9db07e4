//! The filter while it is typed: the text, what is wrong with it, and what may be typed next.

use crate::figures::completion::{self, Completion};
use crate::lang::Lang;
use crate::roster::filter::{Tongue, Value};
use crate::roster::query::{QueryError, QueryErrorKind};
use crate::tui::parts::input::Input;
use crate::tui::state::shown::Shown;

/// The number of the list of choices: those of the tab behind them have numbers too.
pub const CHOICES: usize = 100;

/// The filter while it is typed.
pub struct Editor {
    /// The text.
    pub input: Input,
    /// What is wrong with it; the last good filter stays.
    pub error: Option<QueryError>,
    /// What may be typed next.
    pub completion: Option<Completion>,
    /// The choice that Tab has put in, and the text before it did.
    pub choice: Option<(usize, Input)>,
    /// The place in the history that was recalled, from the newest, and the text before it was.
    recalled: Option<(usize, Input)>,
    /// The view before typing began, for undo.
    pub before: Shown,
    /// The words in which choices are written.
    tongue: Tongue,
}

impl Editor {
    /// An editor that begins with the text in force, the caret where another term would begin.
    pub fn new(before: Shown, lang: Lang) -> Editor {
        let space = if before.text.is_empty() { "" } else { " " };
        let input = Input::new(&format!("{}{space}", before.text));
        Editor { input, error: None, completion: None, choice: None, recalled: None, before, tongue: lang.tongue() }
    }

    /// The text, and the caret in characters.
    pub fn typed(&self) -> (String, usize) {
        (self.input.text(), self.input.before().chars().count())
    }

    /// The same, and the words in which choices are written.
    pub fn asked(&self) -> (String, usize, Tongue) {
        let (text, caret) = self.typed();
        (text, caret, self.tongue)
    }

    /// What may be typed next: while Tab goes through the choices they stay what they are.
    pub fn offered(&mut self, completion: Option<Completion>) {
        if self.choice.is_none() {
            self.completion = completion;
        }
    }

    /// Puts the next choice in, or the one before; `false` where there is nothing to choose. Where no word is begun the
    /// fields are what can be chosen, and they are shown before one is put in.
    pub fn choose(&mut self, forward: bool, lang: Lang) -> bool {
        let begins = self.input.before().chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        if self.completion.is_none() && begins {
            self.completion = Some(completion::every_field(self.typed().1, lang == Lang::Id));
            return true;
        }
        let Some(completion) = &self.completion else {
            let word = self.error.as_ref().and_then(|error| nearest(error, lang));
            if let Some((column, word)) = &word {
                self.input = replaced(&self.input, *column, word);
            }
            return word.is_some();
        };
        let many = completion.offers.len();
        let next = match &self.choice {
            None if forward => 0,
            None => many - 1,
            Some((place, _)) => (place + if forward { 1 } else { many - 1 }) % many,
        };
        self.take(next)
    }

    /// Puts the choice of this place in; `false` where there is none.
    pub fn take(&mut self, next: usize) -> bool {
        let Some(completion) = &self.completion else { return false };
        let many = completion.offers.len();
        let Some(offer) = completion.offers.get(next) else { return false };
        let base = self.choice.take().map_or_else(|| self.input.clone(), |(_, base)| base);
        let text = base.text();
        let before: String = text.chars().take(completion.replaces.start).collect();
        let after: String = text.chars().skip(completion.replaces.end).collect();
        self.input = Input::new(&format!("{before}{}", offer.text)).followed_by(&after);
        // A single choice is made: Tab goes on to what follows it.
        self.choice = (many > 1).then_some((next, base));
        true
    }

    /// Recalls an older filter of the history, or a newer one; only where nothing stands behind the caret.
    pub fn recall(&mut self, older: bool, history: &[String]) -> bool {
        if self.input.before() != self.input.text() {
            return false;
        }
        // The filter in force stands in the line already.
        let others: Vec<&String> = history.iter().rev().filter(|text| **text != self.before.text).collect();
        let (place, draft) = match self.recalled.take() {
            None if older => (0, self.input.clone()),
            None => return false,
            Some((0, draft)) if !older => {
                self.input = draft;
                return true;
            }
            Some((place, draft)) if older => ((place + 1).min(others.len().saturating_sub(1)), draft),
            Some((place, draft)) => (place - 1, draft),
        };
        let Some(text) = others.get(place) else { return false };
        self.input = Input::new(text);
        self.recalled = Some((place, draft));
        true
    }

    /// Whether the mistake is only that the word is not whole yet: what it may become is offered.
    pub fn is_unfinished(&self, error: &QueryError) -> bool {
        let place = error.column - 1;
        self.completion.as_ref().is_some_and(|own| place >= own.replaces.start && place <= own.replaces.end)
            || self.choice.is_some()
    }

    /// The word that Tab would put in the place of a mistake.
    pub fn suggestion(&self, lang: Lang) -> Option<String> {
        self.error.as_ref().and_then(|error| nearest(error, lang)).map(|(_, word)| word)
    }

    /// Any other key: the choice that was put in is kept.
    pub fn keep(&mut self) {
        self.choice = None;
    }
}

/// The word that a mistake's suggestion offers, and the column where it belongs.
fn nearest(error: &QueryError, lang: Lang) -> Option<(usize, String)> {
    let word = match &error.kind {
        QueryErrorKind::UnknownField { nearest, .. } => lang.field_called(nearest.first()?),
        QueryErrorKind::UnknownValue { nearest, .. } => Value::Name(nearest.first()?.clone()).to_string(),
        _ => return None,
    };
    Some((error.column, word))
}

/// The text with a word in the place of the one at that column.
fn replaced(input: &Input, column: usize, word: &str) -> Input {
    let text = input.text();
    let ends = |c: char| c.is_whitespace() || matches!(c, ':' | ',' | '<' | '>' | '=' | '(' | ')' | '"');
    let before: String = text.chars().take(column - 1).collect();
    let after: String = text.chars().skip(column - 1).skip_while(|&c| !ends(c)).collect();
    Input::new(&format!("{before}{word}{after}"))
}

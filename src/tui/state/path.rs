//! The name of a file while it is typed: Tab completes it, and why it could not be read stands under it until something
//! else is typed.

use crate::tui::parts::input::{Input, Typed};

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PathLine {
    /// The name.
    pub input: Input,
    /// Why the file of that name cannot be read.
    pub error: Option<String>,
    /// What it may become.
    pub offers: Vec<String>,
    /// The one of them that Tab has put in.
    pub choice: Option<usize>,
}

impl PathLine {
    /// A name that could not be read, and why.
    pub fn refused(name: &str, why: String) -> PathLine {
        PathLine { input: Input::new(name), error: Some(why), ..PathLine::default() }
    }

    /// The name as it is meant.
    pub fn name(&self) -> String {
        self.input.text().trim().to_owned()
    }

    /// Takes in what is typed.
    pub fn typed(&mut self, typed: Typed<'_>) -> bool {
        let former = self.input.text();
        let whole = self.input.take(typed);
        if self.input.text() != former {
            *self = PathLine { input: std::mem::take(&mut self.input), ..PathLine::default() };
        }
        whole
    }

    /// Puts the next offer in, or the one before; `false` where nothing is offered yet.
    pub fn choose(&mut self, forward: bool) -> bool {
        let many = self.offers.len();
        let next = match self.choice {
            None if forward => 0,
            None => many.saturating_sub(1),
            Some(place) => (place + if forward { 1 } else { many.saturating_sub(1) }) % many.max(1),
        };
        self.take(next)
    }

    /// Puts the offer of this place in; `false` where there is none.
    pub fn take(&mut self, next: usize) -> bool {
        let many = self.offers.len();
        let Some(offer) = self.offers.get(next) else { return false };
        self.input = Input::new(offer);
        (self.choice, self.error) = (Some(next), None);
        // A single one is made: Tab goes on to what lies in it.
        if many == 1 {
            (self.offers, self.choice) = (Vec::new(), None);
        }
        true
    }

    /// What the name that was typed may become: what all of that have in common is put in.
    pub fn offered(&mut self, typed: &str, offers: Vec<String>) {
        if self.input.text() != typed {
            return;
        }
        let common = common(&offers);
        if common.chars().count() > typed.chars().count() {
            self.input = Input::new(&common);
            self.error = None;
        }
        self.choice = None;
        self.offers = if offers.len() > 1 { offers } else { Vec::new() };
    }
}

/// What all of these begin with.
fn common(texts: &[String]) -> String {
    let Some((first, rest)) = texts.split_first() else { return String::new() };
    let same = |(place, c): &(usize, char)| rest.iter().all(|text| text.chars().nth(*place) == Some(*c));
    first.chars().enumerate().take_while(same).map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tab_puts_in_what_is_common_and_then_goes_through_what_there_is() {
        let mut line = PathLine::default();
        line.typed(Typed::Text("da"));
        line.offered("d", vec!["dx".to_owned()]);
        assert_eq!(line.name(), "da", "an answer to another text is none");
        line.offered("da", vec!["data-juli.json".to_owned(), "data-juni.json".to_owned()]);
        assert_eq!(line.name(), "data-ju");
        let through: Vec<String> = (0..3).map(|_| (line.choose(true), line.name()).1).collect();
        assert_eq!(through, ["data-juli.json", "data-juni.json", "data-juli.json"]);
        assert!(line.choose(false));
        assert_eq!(line.name(), "data-juni.json");
        line.offered(&line.name(), vec!["data-juli.json".to_owned(), "data-juni.json".to_owned()]);
        assert!(line.choose(false));
        assert_eq!(line.name(), "data-juni.json", "the first one back is the last");
        line.typed(Typed::EraseWord);
        assert!(!line.choose(true), "what is typed asks anew");
        line.typed(Typed::Text("arsip"));
        line.offered("arsip", vec!["arsip/".to_owned()]);
        assert_eq!((line.name(), line.offers.len()), ("arsip/".to_owned(), 0));
        // Where nothing is put in, what was wrong with the name is so still.
        let mut refused = PathLine::refused("arsip", "a folder".to_owned());
        refused.offered("arsip", vec!["arsip".to_owned()]);
        assert_eq!((refused.name(), refused.error.as_deref()), ("arsip".to_owned(), Some("a folder")));
    }
}

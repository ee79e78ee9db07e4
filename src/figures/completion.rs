//! What may be typed next in a filter, and how many workers each choice would find under the rest of the text. It
//! reads the word that the caret is in and nothing else: what it offers, the language of [`query`] understands.

use super::facets::{self, FIELDS};
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::filter::{Field, Filter, Scalar, Tongue, Value};
use crate::roster::query;
use crate::roster::rows::RowSet;
use crate::roster::text::fold;

/// The choices for the word under the caret.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// The characters of the text that a choice takes the place of.
    pub replaces: std::ops::Range<usize>,
    /// What was typed of the choice, folded: what is underlined in each.
    pub typed: String,
    /// The field whose values these are; `None` where a field is still to be named.
    pub field: Option<Field>,
    /// The filter that they are counted under: the text without the word. Empty is everybody.
    pub under: String,
    /// The workers that pass it.
    pub among: u64,
    /// What fits, those that find most first; of very many, nobody goes through more than so many.
    pub offers: Vec<Offer>,
    /// How many fit.
    pub fits: usize,
    /// How many there are of which these are those that fit.
    pub of: usize,
}

/// One choice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// What it puts in the place of the word.
    pub text: String,
    /// What it means.
    pub meaning: Meaning,
    /// Workers that it would find; unknown for a field.
    pub count: Option<u64>,
}

/// What a choice means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// A field, whose values come next.
    Field(Field),
    /// A value of a field.
    Value(Field, Value),
}

/// The word under the caret: where its term begins and ends, what negates it, and its parts.
struct Term {
    start: usize,
    end: usize,
    /// Where the part begins that is being typed: the field's name or one value.
    part: usize,
    field: Option<String>,
    typed: String,
}

impl Completion {
    /// The choices for the caret at a character of the text; `None` where nothing can be offered.
    pub fn at(text: &str, caret: usize, roster: &Roster, tongue: Tongue) -> Option<Completion> {
        let chars: Vec<char> = text.chars().collect();
        let term = term_at(&chars, caret.min(chars.len()))?;
        let under = term.rest(&chars)?;
        // A rest that cannot be read (an open bracket) is no filter to count under.
        let (filter, under) = match query::parse(&under, roster) {
            Ok(filter) => (filter, under),
            Err(_) => (Filter::EVERYBODY, String::new()),
        };
        let set = filter.select(roster);
        let typed = fold(&term.typed);
        let (field, offers, fits, of) = match &term.field {
            Some(name) => {
                let field = Field::named(name)?;
                let (found, of) = values(roster, field, &set, tongue, &typed);
                let fits = found.len();
                let found = most(found.into_iter().map(|(value, count)| (field, value, count)).collect());
                (Some(field), found.into_iter().map(|found| offer(found, tongue)).collect(), fits, of)
            }
            None => {
                let fields = fields(&typed, tongue);
                let worded = |field: &Field| *field != Field::Age && *field != Field::Decile;
                let named = FIELDS.into_iter().filter(worded).filter(|_| typed.chars().count() >= 2);
                let named = named.filter(|field| may_fit(roster, *field, tongue, &typed));
                let of_field =
                    |field| values(roster, field, &set, tongue, &typed).0.into_iter().map(move |(v, n)| (field, v, n));
                let found: Vec<Found> = named.flat_map(of_field).filter(|(_, _, count)| *count > 0).collect();
                let fits = fields.len() + found.len();
                let offers = most(found).into_iter().map(|found| {
                    let offer = offer(found, tongue);
                    Offer { text: prefixed(&offer, tongue), ..offer }
                });
                (None, fields.into_iter().chain(offers).collect::<Vec<Offer>>(), fits, fits)
            }
        };
        if offers.is_empty() {
            return None;
        }
        let (replaces, among) = (term.part..term.end, set.count());
        Some(Completion { replaces, typed, field, under, among, offers, fits, of })
    }
}

/// Every field, where no word is begun at that character; by its Indonesian name if so wanted.
pub fn every_field(caret: usize, indonesian: bool) -> Completion {
    let offer = |(field, en, id): (Field, &str, &str)| {
        let code = if indonesian { id } else { en };
        Offer { text: format!("{code}:"), meaning: Meaning::Field(field), count: None }
    };
    let offers: Vec<Offer> = Field::ALL.into_iter().map(offer).collect();
    let of = offers.len();
    let (typed, under) = (String::new(), String::new());
    Completion { replaces: caret..caret, typed, field: None, under, among: 0, offers, fits: of, of }
}

/// The text without the term that the caret is in: what holds while the term is not whole.
pub fn without_word(text: &str, caret: usize) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    term_at(&chars, caret.min(chars.len()))?.rest(&chars)
}

impl Term {
    fn rest(&self, chars: &[char]) -> Option<String> {
        let mut rest: String = chars.get(..self.start)?.iter().collect();
        // What would negate nothing goes with the term.
        let kept = rest.trim_end_matches('-').len();
        rest.truncate(kept);
        rest.push(' ');
        rest.extend(chars.get(self.end..)?);
        Some(rest.trim().to_owned())
    }
}

/// A value that fits, and how many workers have it.
type Found = (Field, Value, u64);

/// So many are offered at most.
const OFFERED: usize = 500;

/// Those that find most, the first of equals.
fn most(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    found.truncate(OFFERED);
    found
}

fn offer((field, value, count): Found, tongue: Tongue) -> Offer {
    Offer { text: value.written(tongue), meaning: Meaning::Value(field, value), count: Some(count) }
}

fn prefixed(offer: &Offer, tongue: Tongue) -> String {
    match &offer.meaning {
        Meaning::Value(field, _) => format!("{}:{}", field.called(tongue), offer.text),
        Meaning::Field(_) => offer.text.clone(),
    }
}

/// The term that the caret is in or behind: blanks, brackets and a leading minus part terms, quotes join them.
fn term_at(chars: &[char], caret: usize) -> Option<Term> {
    let mut start = 0;
    let mut quoted = false;
    for (place, &c) in chars.iter().enumerate().take(caret) {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | ')' => start = place + 1,
            c if c.is_whitespace() => start = place + 1,
            '-' if place == start => start = place + 1,
            _ => {}
        }
    }
    let before = chars.get(start..caret)?;
    let operator = before.iter().position(|c| matches!(c, ':' | '<' | '>' | '=' | '"')).filter(|&at| before[at] == ':');
    let behind_last_comma = |from: usize| {
        let mut inside = false;
        before.iter().enumerate().skip(from).fold(from, |part, (at, &c)| {
            inside ^= c == '"';
            if c == ',' && !inside { at + 1 } else { part }
        })
    };
    let part = match operator {
        Some(colon) => behind_last_comma(colon + 1),
        // A word with an operator that takes no list of choices, or a quoted text.
        None if before.iter().any(|c| matches!(c, '<' | '>' | '=' | '"')) => return None,
        None => 0,
    };
    let typed: String = before.get(part..)?.iter().filter(|c| **c != '"').collect();
    // Up to the quote that closes what the caret is in, if there is one; only without one a bracket may end it.
    let closing = chars.iter().enumerate().skip(caret).find(|(_, c)| quoted && **c == '"').map(|(at, _)| at + 1);
    let ends = |c: &char| (c.is_whitespace() && (!quoted || closing.is_some())) || matches!(c, '(' | ')' | ',');
    let mut behind = chars.iter().enumerate().skip(closing.unwrap_or(caret));
    let end = behind.find(|(_, c)| ends(c)).map_or(chars.len(), |(at, _)| at);
    let field = operator.map(|colon| before.iter().take(colon).collect());
    (operator.is_some() || !typed.is_empty()).then_some(Term { start, end, part: start + part, field, typed })
}

fn fields(typed: &str, tongue: Tongue) -> Vec<Offer> {
    let named = |(field, en, id): (Field, &'static str, &'static str)| {
        let code = [field.called(tongue), en, id].into_iter().find(|code| code.starts_with(typed))?;
        Some(Offer { text: format!("{code}:"), meaning: Meaning::Field(field), count: None })
    };
    Field::ALL.into_iter().filter_map(named).collect()
}

/// Whether any value of a field may fit: of a hundred thousand villages none is counted, nor named anew, where none does.
fn may_fit(roster: &Roster, field: Field, tongue: Tongue, typed: &str) -> bool {
    query::choices(field, roster).iter().any(|choice| choice.begins(typed))
        || query::has_word(&fold(&Value::None.written(tongue)), typed)
}

/// The values of a field of which some name has a word that begins so: what the language takes for an abbreviation; and
/// how many there are at all.
fn values(roster: &Roster, field: Field, set: &RowSet, tongue: Tongue, typed: &str) -> (Vec<(Value, u64)>, usize) {
    let choices = query::choices(field, roster);
    let (mut of, mut next) = (0, 0);
    let mut fits = |value: &Value| {
        of += 1;
        // Both lists are in one order, but that one may have values more: nearly always it is the next one.
        let is_next = choices.get(next).is_some_and(|choice| choice.value == *value);
        let place = if is_next { Some(next) } else { choices.iter().position(|choice| choice.value == *value) };
        next = place.map_or(next, |place| place + 1);
        match place.and_then(|place| choices.get(place)) {
            Some(choice) => choice.begins(typed),
            None => query::has_word(&fold(&value.written(tongue)), typed),
        }
    };
    let found = match field {
        Field::Enrolled => {
            let index = roster.index();
            let month = |month: &Month| Value::Scalar(Scalar::Month(*month));
            let months = index.months.iter().map(month).zip(&index.enrolled).filter(|(value, _)| fits(value));
            months.map(|(value, posting)| (value, posting.count_in(set))).collect()
        }
        _ => facets::counted(roster, field, set, fits),
    };
    (found, of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_under_the_caret_is_found_in_any_text() {
        for (text, replaces, field, typed) in [
            ("status:active district:s", "s", Some("district"), "s"),
            ("group:a,oj", "oj", Some("group"), "oj"),
            ("-district:sor", "sor", Some("district"), "sor"),
            ("(sex:f or dist", "dist", None, "dist"),
            ("(dist", "dist", None, "dist"),
            ("not(status:a", "a", Some("status"), "a"),
            ("(sex:f)dist", "dist", None, "dist"),
            ("district:\"Sorong T", "\"Sorong T", Some("district"), "Sorong T"),
            ("district:\"Sorong, T\",kl", "kl", Some("district"), "kl"),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let term = term_at(&chars, chars.len());
            let found = term.map(|term| {
                let word: String = chars[term.part..term.end].iter().collect();
                (word, term.field, term.typed)
            });
            let expected = (replaces.to_owned(), field.map(str::to_owned), typed.to_owned());
            assert_eq!(found, Some(expected), "{text}");
        }
        // What stands behind the caret belongs to it up to the end of its word.
        for (text, caret, word) in [
            ("district:sor sex:f", 10, "sor"),
            ("(dist or siti)", 3, "dist"),
            ("(siti or dist)", 11, "dist"),
            ("group:oj,ne sex:f", 7, "oj"),
            ("district:\"Sorong T\" sex:f", 12, "\"Sorong T\""),
            ("district:\"A, (B)\",c sex:f", 11, "\"A, (B)\""),
            ("(district:\"Sorong T)", 14, "\"Sorong T"),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let found = term_at(&chars, caret).map(|term| chars[term.part..term.end].iter().collect::<String>());
            assert_eq!(found.as_deref(), Some(word), "{text} at {caret}");
        }
        for text in ["", "a ", "age>=6", "\"siti a", "(sex:f) "] {
            let chars: Vec<char> = text.chars().collect();
            assert!(term_at(&chars, chars.len()).is_none(), "{text}");
        }
    }
}

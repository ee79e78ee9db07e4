//! The filter language: text in, [`Filter`] out; [`Filter::written`] is the way back. The grammar is design.md §4.
//!
//! Names are settled here, against the roster: what a value abbreviates must be one thing, or the text is wrong. A
//! fuzzy match would be a wrong headcount.

mod choices;
mod meant;
mod scalar;

pub use choices::Few;
#[cfg(test)]
pub(crate) use choices::is_named;
pub(crate) use choices::{OwnChoices, choices, has_word, name_values};
pub use meant::meant;

use super::Roster;
use super::filter::{Comparison, Field, FieldType, Filter, Scalar, Value};
use super::text::fold;
use choices::{choose, fixed, nearest};
use std::borrow::Cow;

/// What is wrong with the text of a filter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueryError {
    /// Where, in characters from 1.
    pub column: usize,
    /// What.
    pub kind: QueryErrorKind,
}

/// See [`QueryError`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum QueryErrorKind {
    /// No field has this name.
    UnknownField {
        /// As typed.
        word: String,
        /// The nearest names.
        nearest: Vec<String>,
    },
    /// The field has no such value.
    UnknownValue {
        /// The field.
        field: Field,
        /// As typed.
        word: String,
        /// The nearest values.
        nearest: Vec<String>,
        /// All values.
        choices: Few,
    },
    /// Several values begin so.
    Ambiguous {
        /// As typed.
        word: String,
        /// All that begin so.
        choices: Few,
    },
    /// A value or a term must follow.
    Missing,
    /// A value of this field must follow.
    NoValue(Field),
    /// Not a whole number.
    BadNumber,
    /// More than any number of people or years.
    LargeNumber,
    /// Not `Y`, `Y-M` or `Y-M-D`.
    BadDate,
    /// Of the form `Y-M-D` or `Y-M`, but the calendar has no such day.
    NoSuchDay,
    /// A year outside the limits of the format.
    YearLimit,
    /// A range whose end lies before its beginning; written the other way round.
    Backwards(String),
    /// No worker can have this value: the field's least and greatest.
    Impossible(Field, u32, u32),
    /// Nothing that could be a field before this operator.
    NoField(&'static str),
    /// A space beside this operator.
    Space(&'static str),
    /// Written as elsewhere; here it is written so.
    Instead(String),
    /// A quote is not closed.
    OpenQuote,
    /// A bracket is not closed.
    OpenBracket,
    /// A closing bracket without an opening one.
    StrayBracket,
    /// The field's values have no order.
    NoOrder(Field),
    /// Only `:` takes several values.
    OneValue,
    /// Brackets or negations nested too deep.
    TooDeep,
    /// Somebody's number or birth date, which must not be found out here.
    Closed,
    /// What only some rosters have: a name of theirs, or a part of a text.
    OfOneRoster,
}

/// Reads the text of a filter; the names in it are those of `roster`.
pub fn parse(text: &str, roster: &Roster) -> Result<Filter, QueryError> {
    read(text, Some(roster))
}

/// Reads the text of a filter that means the same of any roster: it holds no name of a group, a place or a reason, and no
/// part of a text. Such a filter can be checked before there is a roster.
pub fn parse_for_any(text: &str) -> Result<Filter, QueryError> {
    read(text, None)
}

fn read(text: &str, roster: Option<&Roster>) -> Result<Filter, QueryError> {
    let mut parser = Parser { roster, chars: text.chars().collect(), at: 0, depth: 0 };
    parser.spaces();
    if parser.peek().is_none() {
        return Ok(Filter::EVERYBODY);
    }
    let filter = parser.any()?;
    match parser.peek() {
        None => Ok(filter),
        Some(_) => Err(parser.error(QueryErrorKind::StrayBracket)),
    }
}

/// Deep enough for people, shallow enough for the stack.
const DEPTH: usize = 64;

struct Parser<'a> {
    /// Whose names they are; nothing where the filter is for any.
    roster: Option<&'a Roster>,
    chars: Vec<char>,
    at: usize,
    depth: usize,
}

/// A word of the text, and whether it was quoted.
struct Word {
    text: String,
    quoted: bool,
    at: usize,
}

type Result<T, E = QueryError> = std::result::Result<T, E>;

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn error(&self, kind: QueryErrorKind) -> QueryError {
        error(self.at, kind)
    }

    /// `and`, `or`, `not` in any case, when one stands here as a whole word.
    fn keyword(&self) -> Option<&'static str> {
        let bare = |c: &&char| !c.is_whitespace() && !matches!(c, '"' | '(' | ')');
        let word: String = self.chars.get(self.at..)?.iter().take_while(bare).collect();
        ["and", "or", "not"].into_iter().find(|keyword| word.eq_ignore_ascii_case(keyword))
    }

    fn take(&mut self, keyword: &str) -> bool {
        let stands = self.keyword() == Some(keyword);
        if stands {
            self.at += keyword.len();
            self.spaces();
        }
        stands
    }

    fn any(&mut self) -> Result<Filter> {
        let mut parts = vec![self.all()?];
        while self.take("or") {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Any(parts) })
    }

    fn all(&mut self) -> Result<Filter> {
        let mut parts = vec![self.one()?];
        loop {
            self.spaces();
            let joined = self.take("and");
            let ended = matches!(self.peek(), None | Some(')')) || self.keyword() == Some("or");
            if ended && !joined {
                break;
            }
            parts.push(self.one()?);
        }
        Ok(Filter::joined(parts))
    }

    fn one(&mut self) -> Result<Filter> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.error(QueryErrorKind::TooDeep));
        }
        self.spaces();
        let filter = match self.peek() {
            None | Some(')') => Err(self.error(QueryErrorKind::Missing)),
            Some('-') => {
                self.at += 1;
                match self.peek().is_none_or(char::is_whitespace) {
                    true => Err(self.error(QueryErrorKind::Missing)),
                    false => self.one().map(|part| Filter::Not(Box::new(part))),
                }
            }
            Some('(') => self.bracket(),
            Some('"') => self.quoted().and_then(|word| self.text(word)),
            Some(_) if self.keyword() == Some("not") => {
                self.take("not");
                self.one().map(|part| Filter::Not(Box::new(part)))
            }
            Some(_) if self.keyword().is_some() => Err(self.error(QueryErrorKind::Missing)),
            Some(_) => self.term(),
        };
        self.depth -= 1;
        filter
    }

    fn bracket(&mut self) -> Result<Filter> {
        let opened = self.at;
        self.at += 1;
        self.spaces();
        let inner = self.any()?;
        if self.peek() != Some(')') {
            return Err(error(opened, QueryErrorKind::OpenBracket));
        }
        self.at += 1;
        Ok(inner)
    }

    fn quoted(&mut self) -> Result<Word> {
        let at = self.at;
        let mut text = String::new();
        self.at += 1;
        loop {
            let c = self.peek().ok_or_else(|| error(at, QueryErrorKind::OpenQuote))?;
            self.at += 1;
            match (c, self.peek()) {
                ('"', _) => return Ok(Word { text, quoted: true, at }),
                ('\\', Some(escaped @ ('"' | '\\'))) => {
                    text.push(escaped);
                    self.at += 1;
                }
                _ => text.push(c),
            }
        }
    }

    fn bare(&mut self, ends: impl Fn(char) -> bool) -> Word {
        let at = self.at;
        let mut text = String::new();
        while let Some(c) = self.peek().filter(|&c| !c.is_whitespace() && !matches!(c, '"' | '(' | ')') && !ends(c)) {
            text.push(c);
            self.at += 1;
        }
        Word { text, quoted: false, at }
    }

    /// `field:value,…`, `field<scalar`, or a text.
    fn term(&mut self) -> Result<Filter> {
        let word = self.bare(|c| matches!(c, ':' | '<' | '>' | '='));
        if word.text.is_empty() {
            let before: String = self.chars.iter().take(word.at).collect();
            let before = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            let is_field = Field::named(before).is_some();
            let kind = if is_field { QueryErrorKind::Space } else { QueryErrorKind::NoField };
            return Err(self.error(kind(self.operator())));
        }
        let Some(operator) = self.peek().filter(|c| matches!(c, ':' | '<' | '>' | '=')) else {
            return self.text(word);
        };
        if let Some(name) = word.text.strip_suffix('!').filter(|_| operator == '=') {
            let rest = self.rest_of_word(1);
            return Err(error(word.at, QueryErrorKind::Instead(format!("-{name}:{rest}"))));
        }
        let field = field(&word)?;
        let sign = self.operator();
        self.at += 1;
        let or_equal = matches!(operator, '<' | '>') && self.peek() == Some('=');
        self.at += usize::from(or_equal);
        if self.peek().is_some_and(char::is_whitespace) && self.chars.iter().skip(self.at).any(|c| !c.is_whitespace()) {
            return Err(self.error(QueryErrorKind::Space(sign)));
        }
        if operator == '=' && self.peek() == Some('=') {
            let rest = self.rest_of_word(1);
            return Err(self.error(QueryErrorKind::Instead(format!("{}={rest}", word.text))));
        }
        let comparison = match (operator, or_equal) {
            ('<', false) => Comparison::Less,
            ('<', true) => Comparison::LessOrEqual,
            ('>', false) => Comparison::Greater,
            ('>', true) => Comparison::GreaterOrEqual,
            _ => {
                let from = self.at;
                let values = self.values(field, operator == ':')?;
                self.no_list()?;
                // `=` compares with one value; ranges and what is unknown are asked for with `:`.
                let one = |value: &Value| !matches!(value, Value::Range(..) | Value::None | Value::Any);
                return match operator == ':' || values.iter().all(one) {
                    true => Ok(Filter::Has(field, values)),
                    false => {
                        let written: String = self.chars.get(from..self.at).unwrap_or(&[]).iter().collect();
                        Err(error(from, QueryErrorKind::Instead(format!("{}:{written}", word.text))))
                    }
                };
            }
        };
        let word = self.scalar_word(field)?;
        self.must_be_open(field, &word)?;
        self.no_list()?;
        match field.kind() {
            FieldType::Number | FieldType::Date => {
                let scalar = self.scalar(field, &word.text, word.at)?;
                scalar::may_be(field, comparison, scalar).map_err(|kind| error(word.at, kind))?;
                Ok(Filter::Is(field, comparison, scalar))
            }
            FieldType::Name | FieldType::Text => Err(error(word.at, QueryErrorKind::NoOrder(field))),
        }
    }

    /// The operator that stands here.
    fn operator(&self) -> &'static str {
        let next = self.chars.get(self.at + 1).copied();
        match (self.peek(), next) {
            (Some('<'), Some('=')) => "<=",
            (Some('>'), Some('=')) => ">=",
            (Some('<'), _) => "<",
            (Some('>'), _) => ">",
            (Some('='), _) => "=",
            _ => ":",
        }
    }

    /// What follows within the word, for showing how it is written.
    fn rest_of_word(&self, skip: usize) -> String {
        let rest = self.chars.iter().skip(self.at + skip);
        rest.take_while(|c| !c.is_whitespace() && !matches!(c, '(' | ')')).collect()
    }

    /// Only `:` takes several values.
    fn no_list(&self) -> Result<()> {
        match self.peek() {
            Some(',') => Err(self.error(QueryErrorKind::OneValue)),
            _ => Ok(()),
        }
    }

    fn scalar_word(&mut self, field: Field) -> Result<Word> {
        let word = match self.peek() {
            Some('"') => self.quoted()?,
            _ => self.bare(|c| c == ','),
        };
        match word.text.is_empty() && !word.quoted {
            true => Err(error(word.at, QueryErrorKind::NoValue(field))),
            false => Ok(word),
        }
    }

    fn values(&mut self, field: Field, list: bool) -> Result<Vec<Value>> {
        let mut values = vec![self.value(field)?];
        while list && self.peek() == Some(',') {
            self.at += 1;
            values.push(self.value(field)?);
        }
        Ok(values)
    }

    fn value(&mut self, field: Field) -> Result<Value> {
        let word = self.scalar_word(field)?;
        self.must_be_open(field, &word)?;
        let ordered = matches!(field.kind(), FieldType::Number | FieldType::Date);
        if ordered
            && !word.quoted
            && let Some((from, to)) = word.text.split_once("..")
        {
            let after = word.at + from.chars().count() + 2;
            let bound = |text: &str, at| match text {
                "" => Ok(None),
                text => self.scalar(field, text, at).map(Some),
            };
            return match (bound(from, word.at)?, bound(to, after)?) {
                (None, None) => Err(error(after, QueryErrorKind::NoValue(field))),
                (Some(from), Some(to)) if from.is_after(to) => {
                    let turned = Value::Range(Some(to), Some(from)).to_string();
                    Err(error(word.at, QueryErrorKind::Backwards(turned)))
                }
                (from, to) => Ok(Value::Range(from, to)),
            };
        }
        if let Some(value) = Value::word(&word.text).filter(|_| !word.quoted) {
            return Ok(value);
        }
        match field.kind() {
            FieldType::Number | FieldType::Date => self.scalar(field, &word.text, word.at).map(Value::Scalar),
            FieldType::Text => self.roster.map(|_| Value::Name(word.text)).ok_or_else(|| of_one_roster(word.at)),
            FieldType::Name => {
                let choices = match self.roster {
                    Some(roster) => Some(choices(field, roster)),
                    None => fixed(field).map(Cow::Owned),
                };
                choose(field, &word, &choices.ok_or_else(|| of_one_roster(word.at))?)
            }
        }
    }
}

impl Parser<'_> {
    fn text(&self, word: Word) -> Result<Filter> {
        self.must_be_open(Field::Name, &word)?;
        self.roster.map(|_| Filter::Text(word.text)).ok_or_else(|| of_one_roster(word.at))
    }

    /// In a closed roster numbers and birth dates are only there or not; and no digit is looked for in a text, which may
    /// hold somebody's number.
    fn must_be_open(&self, field: Field, word: &Word) -> Result<()> {
        let is_known = !word.quoted && Value::word(&word.text).is_some();
        let tells = match field {
            Field::Nik | Field::Kpj | Field::Phone | Field::Born => true,
            Field::Name | Field::Id | Field::Reason => word.text.chars().any(char::is_numeric),
            _ => false,
        };
        match self.roster.is_some_and(|roster| roster.closed) && tells && !is_known {
            true => Err(error(word.at, QueryErrorKind::Closed)),
            false => Ok(()),
        }
    }

    fn scalar(&self, field: Field, text: &str, at: usize) -> Result<Scalar> {
        scalar::read(field, text, self.roster).map_err(|kind| error(at, kind))
    }
}

fn error(at: usize, kind: QueryErrorKind) -> QueryError {
    QueryError { column: at + 1, kind }
}

fn of_one_roster(at: usize) -> QueryError {
    error(at, QueryErrorKind::OfOneRoster)
}

/// A name, and the same folded.
fn folded(name: &str) -> (&str, Cow<'_, str>) {
    (name, fold(name).into())
}

/// The fields whose names are near a word; where none is, those that have another name near it: `kecamata` → `district`.
fn near_field(word: &str) -> Vec<String> {
    let word = fold(word);
    let names = Field::ALL.into_iter().flat_map(|(_, en, id)| [en, id]);
    let near = nearest(&word, names.map(folded));
    if !near.is_empty() {
        return near;
    }
    let others = Field::ALL.into_iter().flat_map(|(field, en, _)| field.other_words().map(move |other| (other, en)));
    let others: Vec<(&str, &str)> = others.collect();
    let near = nearest(&word, others.iter().map(|(other, _)| folded(other)));
    let mut fields: Vec<String> = Vec::new();
    for (_, field) in others.iter().filter(|(other, _)| near.iter().any(|near| near == other)) {
        if !fields.iter().any(|own| own == field) {
            fields.push((*field).to_owned());
        }
    }
    fields
}

fn field(word: &Word) -> Result<Field> {
    Field::named(&word.text).ok_or_else(|| {
        let meant = Field::meant_by(&word.text).into_iter().map(str::to_owned).collect::<Vec<_>>();
        let nearest = if meant.is_empty() { near_field(&word.text) } else { meant };
        error(word.at, QueryErrorKind::UnknownField { word: word.text.clone(), nearest })
    })
}

//! Where and how to export a list: a form and a file's name, each following the other, until the file is written. The
//! list is what the cursor was about where the form was opened; its name says so.

use super::layer::{Layer, Next, Scene};
use super::review::Review;
use super::tabs::Pointed;
use crate::figures::compare::People;
use crate::lang::person::Privacy;
use crate::roster::attribute::Attribute;
use crate::roster::filter::{Comparison as Compared, Field, FieldType, Filter, Value};
use crate::roster::finding::Rule;
use crate::sheet::changes;
use crate::sheet::split::slug;
use crate::sheet::{Ending, Format, template};
use crate::tui::keymap::{Action, Context};
use crate::tui::parts::input::{Input, Typed};

/// What is exported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// The marked workers if there are any, else those who pass the filter.
    Workers,
    /// What a rule of the audit found.
    Rule(Rule),
    /// What changed since the older roster: all of it, or what happened to some people.
    Changes(Option<People>),
}

/// What a list may become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// The list in a form.
    Plain(Format),
    /// A workbook with a sheet for each district.
    ByDistrict,
    /// The list of an office, by the name of a template that is built in.
    Office(&'static str),
}

/// The lists of offices that the form offers. What registers workers asks for months as well, and an office's own are
/// data of its configuration: both are the command line's.
const OFFICES: [&str; 4] = ["bnba", "temuan", "na", "iuran"];

impl Choice {
    /// What a list may become: workers more than a list of other things. What needs whole numbers is there while they are
    /// shown.
    fn of(about: About, privacy: Privacy) -> Vec<Choice> {
        let mut choices = Format::ALL.map(Choice::Plain).to_vec();
        if about == About::Workers {
            choices.push(Choice::ByDistrict);
            let fits = |name: &&str| template::named(name).is_some_and(|own| !(own.reveal && privacy.hides()));
            choices.extend(OFFICES.into_iter().filter(fits).map(Choice::Office));
        }
        choices
    }

    /// The form of its file.
    pub fn format(self) -> Format {
        match self {
            Choice::Plain(format) => format,
            Choice::ByDistrict | Choice::Office(_) => Format::Xlsx,
        }
    }
}

/// Why the file was not written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// There is one of that name: asked again, it is replaced.
    Exists,
    /// Anything else, in words.
    Why(String),
}

/// The form, and the file's name being typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportForm {
    /// What is exported.
    pub about: About,
    /// What it may become.
    pub choices: Vec<Choice>,
    /// What it becomes.
    pub choice: Choice,
    /// The file's name.
    pub input: Input,
    /// What went wrong with that name.
    pub trouble: Option<Trouble>,
    /// Whether the file is being written.
    pub writing: bool,
}

impl ExportForm {
    /// A workbook, in a file named after what is in it and the roster's date.
    pub fn new(review: &Review, about: About, privacy: Privacy) -> ExportForm {
        let choices = Choice::of(about, privacy);
        let choice = choices.first().copied().unwrap_or(Choice::Plain(Format::Csv));
        let end = choice.format().code();
        let name = format!("lindungi-{}-{}.{end}", called(review, about), review.roster.as_of());
        ExportForm { about, choices, choice, input: Input::new(&name), trouble: None, writing: false }
    }

    /// How many rows it has.
    pub fn rows(&self, review: &Review) -> usize {
        ExportForm::rows_of(self.about, review)
    }

    /// How many rows such a list has.
    pub fn rows_of(about: About, review: &Review) -> usize {
        match (about, &review.answer.comparison) {
            (About::Rule(rule), _) => usize::try_from(review.roster.findings.count(rule)).unwrap_or(usize::MAX),
            (About::Changes(people), Some(comparison)) => changes::count(comparison, people),
            (About::Changes(_), None) => 0,
            (About::Workers, _) if review.workers.marks.is_empty() => review.answer.rows.len(),
            (About::Workers, _) => review.workers.marks.len(),
        }
    }

    /// The name as it is typed.
    pub fn name(&self) -> String {
        self.input.text().trim().to_owned()
    }

    /// Gives a name that says no form the end of the chosen one.
    pub fn finish_name(&mut self) {
        if Ending::of(&self.name()) == Ending::Silent {
            self.input = Input::new(&format!("{}.{}", self.name(), self.choice.format().code()));
        }
    }

    /// The next form, or the one before; the file's name ends accordingly.
    fn step(&mut self, forward: bool) {
        let many = self.choices.len().max(1);
        self.choose((self.place() + if forward { 1 } else { many - 1 }) % many);
    }

    fn place(&self) -> usize {
        self.choices.iter().position(|own| *own == self.choice).unwrap_or(0)
    }

    /// The form of this place; the file's name ends accordingly.
    fn choose(&mut self, place: usize) {
        let Some(&next) = self.choices.get(place) else { return };
        let name = self.name();
        let stem = match Ending::of(&name) {
            Ending::Silent => name.as_str(),
            Ending::Of(_) | Ending::Foreign(_) => name.rsplit_once('.').map_or("", |(stem, _)| stem),
        };
        if !name.is_empty() {
            self.input = Input::new(&format!("{stem}.{}", next.format().code()));
        }
        self.choice = next;
        self.trouble = None;
    }
}

impl Layer for ExportForm {
    fn context(&self) -> Context {
        Context::Export
    }

    /// A form is chosen, and never written: that is Enter's.
    fn point(&mut self, (_, place): (usize, usize), _: &mut Scene<'_>) -> Pointed {
        if self.writing || self.choices.get(place).is_none_or(|choice| *choice == self.choice) {
            return Pointed::Nowhere;
        }
        self.choose(place);
        Pointed::Here
    }

    fn line(&self, _: &Scene<'_>) -> Option<(usize, usize)> {
        Some((self.place(), self.choices.len()))
    }

    fn act(&mut self, action: Action, _: &mut Scene<'_>) -> Next {
        match action {
            Action::Next | Action::NextTab => self.step(true),
            Action::Previous | Action::PreviousTab => self.step(false),
            Action::Open => return Next::Write,
            _ => return Next::Tab,
        }
        Next::Stay
    }

    /// Another name is another file, and its end says the form.
    fn typed(&mut self, typed: Typed<'_>) -> bool {
        let before = self.input.text();
        let whole = self.input.take(typed);
        if self.input.text() != before {
            self.trouble = None;
            if let Ending::Of(format) = Ending::of(&self.name())
                && format != self.choice.format()
            {
                self.choice = Choice::Plain(format);
            }
        }
        whole
    }
}

/// What a list is called in a file's name.
fn called(review: &Review, about: About) -> String {
    let words = match about {
        About::Rule(rule) => vec![rule.code().to_owned()],
        About::Changes(people) => {
            let mut words = vec!["changes".to_owned()];
            words.extend(people.into_iter().flat_map(happened));
            words
        }
        About::Workers if !review.workers.marks.is_empty() => vec!["marked".to_owned()],
        About::Workers => words_of(&review.filter),
    };
    let name = slug(&words.join("-"));
    if name.is_empty() { "workers".to_owned() } else { name }
}

fn happened(people: People) -> Vec<String> {
    match people {
        People::Joined => vec!["joined".to_owned()],
        People::Left => vec!["left".to_owned()],
        People::Changed(Attribute::Occupation) => vec!["group".to_owned()],
        People::Changed(attribute) => vec![attribute.code().to_owned()],
        People::Moved(from, to) => [from, to].map(|standing| standing.code().to_owned()).to_vec(),
    }
}

/// A filter in words of its language. What is searched for may be a name or a number of somebody, and stands in no
/// file's name.
fn words_of(filter: &Filter) -> Vec<String> {
    match filter {
        Filter::All(parts) => parts.iter().flat_map(words_of).collect(),
        Filter::Any(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| words_of(part).join("-")).collect();
            vec![parts.join("-or-")]
        }
        Filter::Not(part) => std::iter::once("not".to_owned()).chain(words_of(part)).collect(),
        Filter::Text(_) => vec!["search".to_owned()],
        Filter::Has(field, _) if field.kind() == FieldType::Text => vec![field.code().to_owned()],
        Filter::Has(field, values) => {
            let named = matches!(field.kind(), FieldType::Name) && *field != Field::Sex;
            let plain = |value: &Value| !matches!(value, Value::None | Value::Any);
            let field = (!named || !values.iter().all(plain)).then(|| field.code().to_owned());
            field.into_iter().chain(values.iter().map(Value::to_string)).collect()
        }
        Filter::Is(field, comparison, scalar) => {
            let than = match comparison {
                Compared::Less => "under",
                Compared::LessOrEqual => "to",
                Compared::Greater => "over",
                Compared::GreaterOrEqual => "from",
            };
            vec![field.code().to_owned(), than.to_owned(), scalar.to_string()]
        }
    }
}

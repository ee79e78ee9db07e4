//! Saved views: a filter, an order and a tab under a name. This file knows their text and nothing of where it lies.

use crate::figures::groups::order::GroupColumn;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, errors};
use crate::roster::json;
use crate::roster::order::Order;
use serde_json::Value;

/// What is shown, under a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct View {
    /// Its name: letters, digits, `-` and `_`.
    pub name: String,
    /// The filter's text; empty is everybody.
    pub filter: String,
    /// The order's text, such as `group,-age`; empty is the order of the file.
    pub sort: String,
    /// That of the groups, such as `-active`; empty is the order of the programme.
    pub groups: String,
    /// The tab, from 1.
    pub tab: u64,
}

/// What is done to the saved views.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A view is added, or put in the place of the one of its name.
    Set(View),
    /// The view of that name is forgotten.
    Forget(String),
}

/// The views of a person, in the order in which they were saved.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Views(Vec<View>);

/// Why the text of the views cannot be read. The file is left as it is until a person has mended it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ViewsError {
    /// Not JSON, from this line and column on.
    Syntax(usize, usize),
    /// Not what this program writes there.
    Shape(String),
}

const SCHEMA: &str = "lindungi/views/1";

/// Characters that the name of a view may have.
pub const LONGEST: usize = 40;

/// Whether a view may be called so.
pub fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().count() <= LONGEST
        && !name.starts_with('-')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

impl View {
    /// The orders of workers and groups; a column that this program does not know leaves that of the file.
    pub fn orders(&self) -> (Order, Order<GroupColumn>) {
        (Order::parse(&self.sort).unwrap_or_default(), Order::parse(&self.groups).unwrap_or_default())
    }
}

impl Views {
    /// Reads what [`Views::text`] wrote.
    pub fn read(text: &str) -> Result<Views, ViewsError> {
        let document: Value =
            serde_json::from_str(text).map_err(|error| ViewsError::Syntax(error.line(), error.column()))?;
        let shape = |path: &str| ViewsError::Shape(path.to_owned());
        if document.get("schema").and_then(Value::as_str) != Some(SCHEMA) {
            return Err(shape("schema"));
        }
        let list = document.get("views").and_then(Value::as_array).ok_or_else(|| shape("views"))?;
        let view = |(place, value): (usize, &Value)| {
            let path = |field: &str| shape(&format!("views[{place}].{field}"));
            let text = |field: &str| value.get(field).and_then(Value::as_str).ok_or_else(|| path(field));
            let name = text("name")?;
            if !is_name(name) {
                return Err(path("name"));
            }
            let tab = value.get("tab").and_then(Value::as_u64).filter(|tab| (1..=5).contains(tab));
            Ok(View {
                name: name.to_owned(),
                filter: text("filter")?.to_owned(),
                sort: text("sort")?.to_owned(),
                // Views that were saved before groups were sorted have none.
                groups: if value.get("groups").is_some() { text("groups")? } else { "" }.to_owned(),
                tab: tab.ok_or_else(|| path("tab"))?,
            })
        };
        list.iter().enumerate().map(view).collect::<Result<_, _>>().map(Views)
    }

    /// The views as text, one a line.
    pub fn text(&self) -> String {
        let line = |view: &View| {
            let View { name, filter, sort, groups, tab } = view;
            let mut line = serde_json::json!({"name": name, "filter": filter, "sort": sort, "tab": tab});
            if !groups.is_empty() {
                line["groups"] = groups.as_str().into();
            }
            json::line(&line)
        };
        let lines: Vec<String> = self.0.iter().map(line).collect();
        format!("{{\"schema\": \"{SCHEMA}\", \"views\": [\n{}\n]}}\n", lines.join(",\n"))
    }

    /// The view of that name.
    pub fn get(&self, name: &str) -> Option<&View> {
        self.0.iter().find(|view| view.name == name)
    }

    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|view| view.name.as_str())
    }

    /// Changes them.
    pub fn change(&mut self, change: Change) {
        match change {
            Change::Set(view) => match self.0.iter_mut().find(|own| own.name == view.name) {
                Some(own) => *own = view,
                None => self.0.push(view),
            },
            Change::Forget(name) => self.0.retain(|view| view.name != name),
        }
    }

    /// Says that there is no such view, and which there are.
    pub fn unknown(&self, lang: Lang, name: &str) -> String {
        let near = self.names().min_by_key(|own| strsim::damerau_levenshtein(name, own));
        let phrase = if near.is_some() { &errors::NO_VIEW_NEAR } else { &errors::NO_VIEW };
        lang.fill(phrase, &[&errors::without_numbers(name), &scrub(near.unwrap_or_default())])
    }
}

impl ViewsError {
    /// What is wrong, and how to mend it.
    pub fn words(&self, lang: Lang, file: &str) -> String {
        let (what, at) = match self {
            ViewsError::Syntax(line, column) => (&errors::VIEWS_SYNTAX, format!("{file}:{line}:{column}")),
            ViewsError::Shape(path) => (&errors::VIEWS_SHAPE, format!("{file}: {path}")),
        };
        format!("{}: {}\n{}", scrub(&at), lang.say(what), lang.say(&errors::VIEWS_TO_DO))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, filter: &str) -> View {
        View {
            name: name.to_owned(),
            filter: filter.to_owned(),
            sort: "-age".to_owned(),
            groups: String::new(),
            tab: 4,
        }
    }

    fn set(views: &mut Views, view: View) {
        views.change(Change::Set(view));
    }

    #[test]
    fn views_are_read_as_they_were_written() {
        let mut views = Views::default();
        assert_eq!(Views::read(&views.text()), Ok(views.clone()));
        set(&mut views, view("lansia-ojek", "age>=60 group:ojek"));
        set(&mut views, view("kutip", "district:\"Sorong Timur\""));
        set(&mut views, view("lansia-ojek", "age>=65"));
        let again = Views::read(&views.text());
        assert_eq!(again.as_ref(), Ok(&views));
        assert_eq!(views.names().collect::<Vec<_>>(), ["lansia-ojek", "kutip"]);
        assert_eq!(views.get("lansia-ojek").map(|view| view.filter.as_str()), Some("age>=65"));
        views.change(Change::Forget("kutip".to_owned()));
        assert_eq!(views.names().collect::<Vec<_>>(), ["lansia-ojek"]);
    }

    #[test]
    fn a_broken_text_says_where() {
        assert_eq!(Views::read("{\n x"), Err(ViewsError::Syntax(2, 2)));
        let named = |name: &str| format!("{{\"schema\": \"{SCHEMA}\", \"views\": [{{\"name\": \"{name}\"}}]}}");
        assert_eq!(Views::read(&named("a b")), Err(ViewsError::Shape("views[0].name".to_owned())));
        assert_eq!(Views::read(&named("a")), Err(ViewsError::Shape("views[0].filter".to_owned())));
        assert_eq!(Views::read("[]"), Err(ViewsError::Shape("schema".to_owned())));
    }
}

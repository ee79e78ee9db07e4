//! Lists of the offices: which columns a city sends, under which headings, in which form. A template is data and no code:
//! those that are built in stand as files beside this one, written as an office writes its own (see `read`). Every cell
//! is text, sums too, so that no digit is lost on the way into another program. A list speaks the language of whoever takes
//! it, not that of the screen.

mod filled;
mod read;

pub use filled::{Apart, Filling, Lack};
pub use read::Mistake;

use super::split::By;
use crate::lang::{Lang, words::export as words};
use crate::roster::attribute::Attribute;
use crate::roster::filter::Filter;
use std::sync::LazyLock;

/// A template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Template {
    /// Its name on the command line.
    pub name: String,
    /// What it is for, in English and in Indonesian; empty where nothing is said.
    about: [String; 2],
    /// The language of its words, which is that of whoever takes it.
    lang: Lang,
    /// Who is a case for it: of all who pass the filter asked for, those who pass this one.
    only: Filter,
    /// Whether the dead are no case for it.
    living: bool,
    /// The name of its sheet.
    sheet: String,
    /// The most rows of one file; more of them are numbered files.
    pub most: Option<usize>,
    /// Whether whoever takes it needs whole numbers.
    pub reveal: bool,
    /// Whether its rows are findings about workers, else workers.
    pub of_findings: bool,
    /// By what its rows are sorted, the first first; nothing is the order asked for.
    pub sort: Vec<Attribute>,
    /// By what it has a sheet each.
    pub split_by: Option<By>,
    /// Whether a sum stands below.
    sum: bool,
    columns: Vec<Column>,
}

/// A column of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Column {
    heading: String,
    from: From,
    /// Whether a row without it is of no use.
    required: bool,
}

/// Where the cells of a column come from.
#[derive(Clone, PartialEq, Eq, Debug)]
enum From {
    /// Fields of the worker, those that are known parted by commas.
    Fields(Vec<Attribute>, Wording),
    /// The same text in every row.
    Text(String),
    /// The number of the row in its file or sheet.
    Number,
    /// Rupiah a month.
    Amount(Amount),
    /// The months that are asked for on the command line.
    Months,
    /// Something of the finding.
    Finding(Aspect),
}

/// How a field is written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Wording {
    /// The form of a date, such as `dd-mm-yyyy`.
    date: Option<String>,
    /// What stands for a code of the data: `F` is `P`.
    values: Vec<(String, String)>,
}

/// An amount that follows from the rates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Amount {
    Jkk,
    Jkm,
    /// Both.
    Total,
    /// The income that the JKK rate is one per cent of.
    Income,
}

/// What is said of a finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Aspect {
    Rule,
    Field,
    Value,
    Expected,
    What,
    ToDo,
}

const BUILT_IN: [&str; 5] = [
    include_str!("template/bpu.json"),
    include_str!("template/na.json"),
    include_str!("template/iuran.json"),
    include_str!("template/bnba.json"),
    include_str!("template/temuan.json"),
];

/// Those that are built in.
pub fn built_in() -> &'static [Template] {
    static ALL: LazyLock<Vec<Template>> =
        LazyLock::new(|| BUILT_IN.iter().filter_map(|text| Template::read(text).ok()).collect());
    &ALL
}

/// The one of that name.
pub fn named(name: &str) -> Option<&'static Template> {
    built_in().iter().find(|own| own.name == name)
}

/// The same with an office's own, which come in the place of those of their names.
pub fn with_own(own: Vec<Template>) -> Vec<Template> {
    let mut all = built_in().to_vec();
    for template in own {
        match all.iter_mut().find(|old| old.name == template.name) {
            Some(old) => *old = template,
            None => all.push(template),
        }
    }
    all
}

/// That there is no template of a name, the nearest, and which there are.
pub fn unknown(all: &[Template], name: &str, lang: Lang) -> String {
    let near = all.iter().map(|own| own.name.as_str()).min_by_key(|own| strsim::damerau_levenshtein(own, name));
    // A short word is near every other.
    let bound = (name.chars().count() / 2).min(2);
    let near = near.filter(|own| strsim::damerau_levenshtein(own, name) <= bound);
    let near = near.map_or(String::new(), |near| lang.fill(&words::NEAREST, &[near]));
    let line = |own: &Template| format!("\n  {:<8} {}", own.name, own.about(lang)).trim_end().to_owned();
    let list: String = all.iter().map(line).collect();
    let name = crate::lang::errors::without_numbers(name);
    lang.fill(&words::NO_TEMPLATE, &[&name, &near]) + &list
}

impl Template {
    /// What it is for.
    pub fn about(&self, lang: Lang) -> &str {
        let [en, id] = &self.about;
        if lang == Lang::En { en } else { id }
    }

    /// Whom it is for, as the filter that asks for them; nothing where it is for everybody.
    pub fn only(&self, lang: Lang) -> Option<String> {
        (!self.only.is_everybody()).then(|| self.only.written(lang.tongue()))
    }

    /// Whether a column says which months are paid.
    pub fn needs_months(&self) -> bool {
        self.columns.iter().any(|column| column.from == From::Months)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_that_is_built_in_can_be_read() {
        let names: Vec<String> = built_in().iter().map(|own| own.name.clone()).collect();
        assert_eq!(names, ["bpu", "na", "iuran", "bnba", "temuan"]);
        for text in BUILT_IN {
            assert_eq!(Template::read(text).err(), None);
        }
        assert!(built_in().iter().all(|own| !own.about(Lang::En).is_empty() && !own.about(Lang::Id).is_empty()));
    }

    #[test]
    fn an_own_template_comes_in_the_place_of_one_of_its_name() {
        let own = |name: &str| {
            let column = r#"{"heading": "Nama", "field": "name"}"#;
            let text = format!(r#"{{"schema": "lindungi/template/1", "name": "{name}", "columns": [{column}]}}"#);
            Template::read(&text).unwrap_or_else(|mistake| unreachable!("{mistake:?}"))
        };
        let all = with_own(vec![own("bpu"), own("mine")]);
        assert_eq!(all.len(), 6);
        assert!(all.iter().any(|template| *template == own("bpu")));
        let said = unknown(&all, "bpuu", Lang::En);
        assert!(said.contains("no template bpuu (did you mean bpu?)") && said.contains("\n  mine"), "{said}");
    }
}

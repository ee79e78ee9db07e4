//! The text of a template, `lindungi/template/1`, and what is wrong in it: with the line, the key, and the nearest word.
//!
//! ```json
//! {"schema": "lindungi/template/1", "name": "kelurahan", "sheet": "Pendataan", "lang": "id", "only": "status:active",
//!  "columns": [
//!   {"heading": "No", "number": true},
//!   {"heading": "NIK", "field": "nik", "required": true},
//!   {"heading": "Lahir", "field": "birth_date", "date": "dd/mm/yyyy"}
//!  ]}
//! ```

use super::{Amount, Aspect, Column, From, Template, Wording};
use crate::lang::columns::named;
use crate::lang::scrub::scrub;
use crate::lang::words::export as words;
use crate::lang::{Lang, Phrase};
use crate::roster::attribute::{Attribute, Form};
use crate::roster::filter::Filter;
use crate::roster::query::{self, QueryError};
use crate::sheet::split::By;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

const SCHEMA: &str = "lindungi/template/1";

/// What is wrong in a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The key, such as `columns[2].field`.
    key: String,
    what: What,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum What {
    /// It is no JSON.
    Syntax,
    /// There is no such key here; these are.
    NoKey(Vec<&'static str>),
    /// It is required.
    Missing,
    /// It is to be what the phrase says.
    Wants(&'static Kind),
    /// That word is none of these.
    Word(String, Vec<&'static str>),
    /// The text of a filter is wrong.
    Filter(QueryError),
    /// A column says in no way, or in two ways, where its cells come from.
    Source,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Object,
    List,
    Text,
    Truth,
    Number,
    Schema,
    Name,
    Date,
}

/// A part of the text: its keys with their values as they stand there.
type Raw<'a> = &'a RawValue;

const KEYS: &[&str] = &[
    "schema", "name", "about", "lang", "only", "living", "sheet", "most", "reveal", "rows", "sort", "split_by", "sum",
    "columns",
];

/// Where a column's cells may come from.
const SOURCES: &[&str] = &["field", "text", "number", "amount", "months", "finding"];

const COLUMN: &[&str] =
    &["heading", "field", "text", "number", "amount", "months", "finding", "date", "values", "required"];

const LANGS: &[(&str, Lang)] = &[("id", Lang::Id), ("en", Lang::En)];
const ROWS: &[(&str, bool)] = &[("workers", false), ("findings", true)];
const SPLITS: &[(&str, By)] = &[("district", By::District), ("village", By::Village), ("group", By::Group)];
const AMOUNTS: &[(&str, Amount)] =
    &[("jkk", Amount::Jkk), ("jkm", Amount::Jkm), ("total", Amount::Total), ("income", Amount::Income)];
const ASPECTS: &[(&str, Aspect)] = &[
    ("rule", Aspect::Rule),
    ("field", Aspect::Field),
    ("value", Aspect::Value),
    ("expected", Aspect::Expected),
    ("what", Aspect::What),
    ("to_do", Aspect::ToDo),
];

/// The signs of a date, each of which stands for a part of it.
pub(super) const DATE: &[&str] = &["dd", "mm", "yyyy"];

/// The most characters of a name, a heading, a text.
const LONGEST: usize = 200;

/// Reads parts of one text and knows on which line each stands.
struct Reader<'a> {
    text: &'a str,
}

/// An object on its way.
struct Object<'a> {
    path: String,
    raw: Raw<'a>,
    keys: BTreeMap<String, Raw<'a>>,
}

impl<'a> Reader<'a> {
    fn line(&self, raw: Raw<'a>) -> usize {
        let at = (raw.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }

    fn wrong<T>(&self, raw: Raw<'a>, key: &str, what: What) -> Result<T, Mistake> {
        Err(Mistake { line: self.line(raw), key: key.to_owned(), what })
    }

    /// An object whose keys are all known.
    fn object(&self, raw: Raw<'a>, path: &str, known: &[&'static str]) -> Result<Object<'a>, Mistake> {
        let Ok(keys) = serde_json::from_str::<BTreeMap<String, Raw<'a>>>(raw.get()) else {
            return self.wrong(raw, path, What::Wants(&Kind::Object));
        };
        let full = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        if let Some((key, value)) = keys.iter().find(|(key, _)| !known.contains(&key.as_str())) {
            return self.wrong(value, &full(key), What::NoKey(known.to_vec()));
        }
        Ok(Object { path: path.to_owned(), raw, keys })
    }

    fn of<T: serde::Deserialize<'a>>(&self, raw: Raw<'a>, key: &str, kind: &'static Kind) -> Result<T, Mistake> {
        serde_json::from_str(raw.get()).or_else(|_| self.wrong(raw, key, What::Wants(kind)))
    }

    fn text(&self, raw: Raw<'a>, key: &str) -> Result<String, Mistake> {
        let text: String = self.of(raw, key, &Kind::Text)?;
        match text.chars().count() > LONGEST {
            true => self.wrong(raw, key, What::Wants(&Kind::Text)),
            false => Ok(scrub(&text).into_owned()),
        }
    }

    fn word<T: Copy>(&self, raw: Raw<'a>, key: &str, words: &[(&'static str, T)]) -> Result<T, Mistake> {
        let text = self.text(raw, key)?;
        let found = words.iter().find(|(word, _)| *word == text);
        let known = || words.iter().map(|(word, _)| *word).collect();
        found.map_or_else(|| self.wrong(raw, key, What::Word(text.clone(), known())), |(_, own)| Ok(*own))
    }

    fn field(&self, raw: Raw<'a>, key: &str) -> Result<Attribute, Mistake> {
        let text = self.text(raw, key)?;
        let known = || Attribute::SHEET.map(Attribute::code).to_vec();
        named(&text).map_or_else(|| self.wrong(raw, key, What::Word(text.clone(), known())), Ok)
    }

    /// A filter of any roster: a template is written before there is one.
    fn filter(&self, raw: Raw<'a>, key: &str) -> Result<Filter, Mistake> {
        query::parse_for_any(&self.text(raw, key)?).or_else(|error| self.wrong(raw, key, What::Filter(error)))
    }

    /// One field or a list of them.
    fn fields(&self, raw: Raw<'a>, key: &str) -> Result<Vec<Attribute>, Mistake> {
        match serde_json::from_str::<Vec<Raw<'a>>>(raw.get()) {
            Ok(list) if !list.is_empty() => list.into_iter().map(|own| self.field(own, key)).collect(),
            _ => Ok(vec![self.field(raw, key)?]),
        }
    }

    fn column(&self, raw: Raw<'a>, path: &str) -> Result<Column, Mistake> {
        let object = self.object(raw, path, COLUMN)?;
        let key = |name: &str| format!("{path}.{name}");
        let heading = self.text(object.get(self, "heading")?, &key("heading"))?;
        let truth = |name: &str| object.truth(self, name);
        let sources: Vec<&str> = SOURCES.iter().copied().filter(|name| object.keys.contains_key(*name)).collect();
        let [source] = sources.as_slice() else { return self.wrong(raw, path, What::Source) };
        let own = object.get(self, source)?;
        let from = match *source {
            "field" => From::Fields(self.fields(own, &key("field"))?, self.wording(&object)?),
            "text" => From::Text(self.text(own, &key("text"))?),
            "amount" => From::Amount(self.word(own, &key("amount"), AMOUNTS)?),
            "finding" => From::Finding(self.word(own, &key("finding"), ASPECTS)?),
            name => match (truth(name)?, name) {
                (false, _) => return self.wrong(raw, path, What::Source),
                (true, "months") => From::Months,
                (true, _) => From::Number,
            },
        };
        Ok(Column { heading, from, required: truth("required")? })
    }

    fn wording(&self, object: &Object<'a>) -> Result<Wording, Mistake> {
        let mut wording = Wording::default();
        if let Some(&raw) = object.keys.get("date") {
            let key = format!("{}.date", object.path);
            let form = self.text(raw, &key)?;
            let letters: String = DATE.iter().fold(form.clone(), |form, sign| form.replacen(sign, "", 1));
            if DATE.iter().any(|sign| !form.contains(sign)) || letters.contains(char::is_alphanumeric) {
                return self.wrong(raw, &key, What::Wants(&Kind::Date));
            }
            wording.date = Some(form);
        }
        if let Some(&raw) = object.keys.get("values") {
            let key = format!("{}.values", object.path);
            let values: BTreeMap<String, String> = self.of(raw, &key, &Kind::Object)?;
            wording.values = values.into_iter().map(|(code, word)| (code, scrub(&word).into_owned())).collect();
        }
        Ok(wording)
    }
}

impl<'a> Object<'a> {
    fn key(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    fn get(&self, reader: &Reader<'a>, name: &str) -> Result<Raw<'a>, Mistake> {
        match self.keys.get(name) {
            Some(raw) => Ok(raw),
            None => reader.wrong(self.raw, &self.key(name), What::Missing),
        }
    }

    fn truth(&self, reader: &Reader<'a>, name: &str) -> Result<bool, Mistake> {
        self.keys.get(name).map_or(Ok(false), |raw| reader.of(raw, &self.key(name), &Kind::Truth))
    }
}

impl Template {
    /// Reads a template.
    pub fn read(text: &str) -> Result<Template, Mistake> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let whole: Raw<'_> = serde_json::from_str(text).map_err(|error| Mistake {
            line: error.line(),
            key: String::new(),
            what: What::Syntax,
        })?;
        let reader = Reader { text };
        let object = reader.object(whole, "", KEYS)?;
        let schema = object.get(&reader, "schema")?;
        if reader.text(schema, "schema")? != SCHEMA {
            return reader.wrong(schema, "schema", What::Wants(&Kind::Schema));
        }
        let raw_name = object.get(&reader, "name")?;
        let name = reader.text(raw_name, "name")?;
        if !crate::views::is_name(&name) {
            return reader.wrong(raw_name, "name", What::Wants(&Kind::Name));
        }
        let optional = |key: &str| object.keys.get(key).copied();
        let about = match optional("about") {
            None => [String::new(), String::new()],
            Some(raw) => {
                let words = reader.object(raw, "about", &["en", "id"])?;
                let word = |key: &str| reader.text(words.get(&reader, key)?, &format!("about.{key}"));
                [word("en")?, word("id")?]
            }
        };
        let most = optional("most").map(|raw| match reader.of::<usize>(raw, "most", &Kind::Number)? {
            0 => reader.wrong(raw, "most", What::Wants(&Kind::Number)),
            most => Ok(most),
        });
        let raw_columns = object.get(&reader, "columns")?;
        let columns: Vec<Raw<'_>> = reader.of(raw_columns, "columns", &Kind::List)?;
        if columns.is_empty() {
            return reader.wrong(raw_columns, "columns", What::Wants(&Kind::List));
        }
        let column = |(place, raw): (usize, Raw<'_>)| reader.column_at(place, raw);
        let columns: Vec<Column> = columns.into_iter().enumerate().map(column).collect::<Result<_, _>>()?;
        let of_findings = optional("rows").map_or(Ok(false), |raw| reader.word(raw, "rows", ROWS))?;
        let of_finding = |column: &Column| matches!(column.from, From::Finding(_));
        if let Some(place) = columns.iter().position(of_finding).filter(|_| !of_findings) {
            return reader.wrong(raw_columns, &format!("columns[{place}].finding"), What::NoKey(vec!["field", "text"]));
        }
        Ok(Template {
            sheet: optional("sheet").map_or(Ok(name.clone()), |raw| reader.text(raw, "sheet"))?,
            name,
            about,
            // The lists of Indonesian offices are Indonesian.
            lang: optional("lang").map_or(Ok(Lang::Id), |raw| reader.word(raw, "lang", LANGS))?,
            only: optional("only").map_or(Ok(Filter::EVERYBODY), |raw| reader.filter(raw, "only"))?,
            living: object.truth(&reader, "living")?,
            most: most.transpose()?,
            reveal: object.truth(&reader, "reveal")?,
            of_findings,
            sort: optional("sort").map_or(Ok(Vec::new()), |raw| reader.fields(raw, "sort"))?,
            split_by: optional("split_by").map(|raw| reader.word(raw, "split_by", SPLITS)).transpose()?,
            sum: object.truth(&reader, "sum")?,
            columns,
        })
    }
}

impl<'a> Reader<'a> {
    fn column_at(&self, place: usize, raw: Raw<'a>) -> Result<Column, Mistake> {
        let column = self.column(raw, &format!("columns[{place}]"))?;
        let From::Fields(fields, wording) = &column.from else { return Ok(column) };
        let is_day = fields.iter().any(|field| field.form() == Form::Day);
        match wording.date.is_some() && !is_day {
            true => self.wrong(raw, &format!("columns[{place}].date"), What::Wants(&Kind::Date)),
            false => Ok(column),
        }
    }
}

impl Mistake {
    /// In words: file and line, key, what is wrong, and what stands nearest.
    pub fn words(&self, lang: Lang, file: &str) -> String {
        let key = scrub(&self.key).into_owned();
        let last = key.rsplit('.').next().unwrap_or(&key).to_owned();
        let near = |word: &str, known: &[&'static str]| {
            let slips = |own: &&&str| strsim::damerau_levenshtein(word, own);
            let near = known.iter().min_by_key(slips).filter(|own| slips(own) <= (word.chars().count() / 2).min(3));
            near.map_or(String::new(), |near| lang.fill(&words::NEAREST, &[near]))
        };
        let what = match &self.what {
            What::Syntax => lang.say(&words::TEMPLATE_SYNTAX).to_owned(),
            What::NoKey(known) => lang.fill(&words::TEMPLATE_KEY, &[&last, &near(&last, known), &known.join(", ")]),
            What::Missing => lang.fill(&words::TEMPLATE_MISSING, &[&last]),
            What::Wants(kind) => lang.fill(&words::TEMPLATE_WANTS, &[&last, lang.say(&kind.said())]),
            What::Word(word, known) => {
                let shown = crate::lang::errors::without_numbers(word);
                lang.fill(&words::TEMPLATE_WORD, &[&last, &shown, &near(word, known), &known.join(", ")])
            }
            What::Filter(error) => {
                lang.fill(&words::TEMPLATE_FILTER, &[&error.column.to_string(), &lang.query_error(error)])
            }
            What::Source => lang.fill(&words::TEMPLATE_SOURCE, &[&SOURCES.join(", ")]),
        };
        let at = format!("{}:{}", scrub(file), self.line);
        if key.is_empty() { format!("{at}: {what}") } else { format!("{at}: {key}: {what}") }
    }
}

impl Kind {
    fn said(self) -> Phrase {
        match self {
            Kind::Object => words::WANTS_OBJECT,
            Kind::List => words::WANTS_LIST,
            Kind::Text => words::WANTS_TEXT,
            Kind::Truth => words::WANTS_TRUTH,
            Kind::Number => words::WANTS_NUMBER,
            Kind::Schema => words::WANTS_SCHEMA,
            Kind::Name => words::WANTS_NAME,
            Kind::Date => words::WANTS_DATE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_names_its_line_its_key_and_the_nearest_word() {
        let with =
            |columns: &str| format!("{{\"schema\": \"{SCHEMA}\",\n \"name\": \"x\",\n \"columns\": [\n{columns}\n]}}");
        let only = |text: &str| {
            let columns = with(r#"  {"heading": "a", "field": "nik"}"#);
            columns.replace("\"columns\"", &format!("\"only\": \"{text}\", \"columns\""))
        };
        let column = |text: &str| with(&format!("  {{\"heading\": \"a\", \"field\": \"nik\"}},\n  {text}"));
        for (text, said) in [
            ("{\n x".to_owned(), "t.json:2: no JSON"),
            ("[]".to_owned(), "t.json:1: "),
            (
                column(r#"{"heading": "b", "feild": "nik"}"#),
                "t.json:5: columns[1].feild: no key feild (did you mean field?)",
            ),
            (
                column(r#"{"heading": "b", "field": "nikk"}"#),
                "t.json:5: columns[1].field: field has no nikk (did you mean nik?)",
            ),
            (column(r#"{"heading": "b"}"#), "t.json:5: columns[1]: one of field, text"),
            (column(r#"{"heading": "b", "field": "nik", "text": ""}"#), "t.json:5: columns[1]: one of field, text"),
            (column(r#"{"field": "nik"}"#), "t.json:5: columns[1].heading: heading is missing"),
            (column(r#"{"heading": "b", "amount": "jhk"}"#), "amount has no jhk (did you mean jkk?)"),
            (column(r#"{"heading": "b", "field": "nik", "date": "dd-mm-yyyy"}"#), "columns[1].date: date"),
            (column(r#"{"heading": "b", "field": "birth_date", "date": "dd-mmm-yy"}"#), "t.json:5: columns[1].date"),
            (column(r#"{"heading": "b", "number": 1}"#), "number takes true or false"),
            (column(r#"{"heading": "b", "finding": "what"}"#), "columns[1].finding"),
            (with(""), "columns: columns takes a list"),
            (only("status:verifed"), "t.json:3: only: column 8: status has no value verifed; nearest: verified"),
            (only("stand:active"), "t.json:3: only: column 1: no field stand"),
            (only("kpj:any group:ojek"), "t.json:3: only: column 15: not every roster has this"),
            (only("verified"), "t.json:3: only: column 1: not every roster has this"),
            (only("reason:any -name:\\\"x\\\""), "t.json:3: only: column 18: not every roster has this"),
            (only("jk:p").replace("\"x\"", "\"x\", \"lang\": \"de\""), "t.json:2: lang: lang has no de"),
            (with("").replace("\"x\"", "\"a b\""), "t.json:2: name: name takes"),
            (with("").replace("/1", "/2"), "t.json:1: schema: schema takes"),
            (with("").replace("\"name\"", "\"nama\""), "t.json:2: nama: no key nama (did you mean name?)"),
        ] {
            let mistake = Template::read(&text).err().map(|mistake| mistake.words(Lang::En, "t.json"));
            assert!(mistake.as_deref().is_some_and(|own| own.contains(said)), "{said}: {mistake:?} in {text}");
        }
    }

    #[test]
    fn a_template_is_read_with_fields_by_any_of_their_names() {
        let text = r#"{"schema": "lindungi/template/1", "name": "x", "most": 5, "sort": "distrik", "columns": [
            {"heading": "A", "field": ["kelurahan", "District"]}, {"heading": "B", "field": "lahir", "date": "yyyy.mm.dd"},
            {"heading": "C", "field": "sex", "values": {"F": "P"}, "required": true}]}"#;
        let read = Template::read(text).unwrap_or_else(|mistake| unreachable!("{mistake:?}"));
        assert_eq!((read.most, read.sort.as_slice()), (Some(5), &[Attribute::District][..]));
        let fields = vec![Attribute::Village, Attribute::District];
        assert_eq!(read.columns.first().map(|own| &own.from), Some(&From::Fields(fields, Wording::default())));
        assert!(read.columns.last().is_some_and(|own| own.required));
    }
}

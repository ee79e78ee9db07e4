//! A template filled with the rows of a roster: what each row lacks, how many files it takes, and each of them.

use super::{Amount, Aspect, Column, From, Template, Wording};
use crate::check::expected::wrong;
use crate::check::{Audited, dead};
use crate::lang::expected::{cell, shown};
use crate::lang::findings;
use crate::lang::person::{Cell, Privacy};
use crate::lang::terms::Terms;
use crate::lang::value::heading;
use crate::lang::words::export as words;
use crate::roster::attribute::{Attribute, Value};
use crate::roster::calendar::{Day, Month};
use crate::roster::finding::Rule;
use crate::roster::money::Rupiah;
use crate::roster::program::{ByScheme, Scheme};
use crate::roster::rows::{Row, RowSet};
use crate::roster::store::Worker;
use crate::roster::text::fold;
use crate::sheet::csv;
use crate::sheet::split::{self, By};
use crate::sheet::summary::text;
use crate::sheet::xlsx::{self, Leaf, Margin};
use crate::sheet::{Book, Form, Format, Line, Table, Tell};
use chrono::Datelike;
use serde_json::Value as Json;
use std::io::{self, Write};

/// One row of a list: a worker, and where the list is of findings, which of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Entry {
    row: Row,
    /// The rule, and the place among the workers who break it.
    finding: Option<(Rule, usize)>,
}

/// See the module.
pub struct Filling<'a> {
    template: &'a Template,
    roster: &'a Audited,
    privacy: Privacy,
    /// The months that are asked for.
    months: Option<u8>,
    entries: Vec<Entry>,
    apart: Apart,
}

/// Workers who were asked for and are no case for the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Apart {
    /// How many were asked for.
    pub asked: usize,
    /// How many of them the list is not for.
    pub others: usize,
    /// How many of the rest have died, where it is for the living.
    pub dead: usize,
}

/// What rows lack of a column that is required.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lack {
    /// The heading.
    pub heading: String,
    /// How many rows lack it.
    pub count: usize,
    /// The first of them, by their numbers in the file, from 1.
    pub first: Vec<u64>,
}

/// So many of the rows that lack something are named.
const NAMED: usize = 5;

impl<'a> Filling<'a> {
    /// A template filled with those of these workers whom it is for, in their order unless `sorted` is false and the
    /// template has one of its own.
    pub fn new(
        template: &'a Template,
        (roster, rows, sorted): (&'a Audited, &[Row], bool),
        privacy: Privacy,
        months: Option<u8>,
    ) -> Filling<'a> {
        let (rows, apart) = cases(template, roster, rows);
        let entries = match template.of_findings {
            false => rows.iter().map(|&row| Entry { row, finding: None }).collect(),
            true => found(roster, &rows),
        };
        let mut filling = Filling { template, roster, privacy, months, entries, apart };
        if !sorted && !template.sort.is_empty() {
            filling.sort();
        }
        filling
    }

    /// Sorts by the template's own columns, then by name; what is unknown stands last.
    fn sort(&mut self) {
        let by = self.template.sort.iter().copied().chain([Attribute::Name]);
        let by: Vec<Attribute> = by.collect();
        let (roster, privacy) = (self.roster, self.privacy);
        self.entries.sort_by_cached_key(|entry| {
            let worker = roster.worker(entry.row);
            let key = |attribute: &Attribute| match cell(privacy, worker, *attribute) {
                Cell::Empty => (true, String::new()),
                Cell::Number(number) => (false, format!("{number:>20}")),
                cell => (false, fold(&String::from(cell))),
            };
            by.iter().map(key).collect::<Vec<_>>()
        });
    }

    /// Who was asked for and is not in the list.
    pub fn apart(&self) -> Apart {
        self.apart
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.entries.len()
    }

    /// What the rows lack, column by column.
    pub fn lacks(&self) -> Vec<Lack> {
        let required = self.template.columns.iter().filter(|column| column.required);
        let lack = |column: &Column| {
            let lacking = || self.entries.iter().filter(|entry| self.lacks_of(column, **entry));
            let first = lacking().take(NAMED).map(|entry| u64::from(entry.row) + 1).collect();
            Lack { heading: self.heading(column), count: lacking().count(), first }
        };
        required.map(lack).filter(|lack| lack.count > 0).collect()
    }

    /// Leaves out the rows that lack something; the answer is how many.
    pub fn leave_out(&mut self) -> usize {
        let before = self.entries.len();
        let required: Vec<&Column> = self.template.columns.iter().filter(|column| column.required).collect();
        let whole = |entry: &Entry| !required.iter().any(|column| self.lacks_of(column, *entry));
        let entries = self.entries.iter().copied().filter(whole).collect();
        self.entries = entries;
        before - self.entries.len()
    }

    /// Whether a row has nothing for a column, or what whoever takes the list refuses: a NIK or KPJ that has not its
    /// digits.
    fn lacks_of(&self, column: &Column, entry: Entry) -> bool {
        let broken = |rule: Rule| self.roster.findings.of_worker(entry.row).any(|own| own == rule);
        let refused = match &column.from {
            From::Fields(fields, _) => fields.iter().any(|field| match field {
                Attribute::Nik => broken(Rule::NikFormat),
                Attribute::Kpj => broken(Rule::KpjFormat),
                _ => false,
            }),
            _ => false,
        };
        refused || self.value(column, entry, 0).is_none_or(|value| value.trim().is_empty())
    }

    /// The heading: below that of a birth date that is hidden stand ages, and it says so.
    fn heading(&self, column: &Column) -> String {
        if let From::Fields(fields, _) = &column.from
            && let [field] = fields.as_slice()
            && shown(self.privacy, *field) != *field
        {
            return self.template.lang.say(&heading(shown(self.privacy, *field))).to_owned();
        }
        column.heading.clone()
    }

    /// The text of a cell; `None` where it is unknown.
    fn value(&self, column: &Column, entry: Entry, number: usize) -> Option<String> {
        let worker = self.roster.worker(entry.row);
        match &column.from {
            From::Fields(fields, wording) => {
                let known: Vec<String> = fields.iter().filter_map(|own| self.field(worker, *own, wording)).collect();
                (!known.is_empty()).then(|| known.join(", "))
            }
            From::Text(text) => Some(text.clone()),
            From::Number => Some(number.to_string()),
            From::Amount(amount) => self.amount(worker, *amount).map(|rupiah| rupiah.to_string()),
            From::Months => self.months.map(|months| months.to_string()),
            From::Finding(aspect) => self.finding(worker, entry, *aspect),
        }
    }

    fn field(&self, worker: Worker<'_>, attribute: Attribute, wording: &Wording) -> Option<String> {
        match worker.get(attribute) {
            Value::Unknown => None,
            // An unknown group is no word that anybody could take.
            _ if attribute == Attribute::Group && worker.group().is_none() => None,
            Value::Day(_) if attribute == Attribute::Birth && self.privacy.hides() => {
                worker.age().map(|age| self.template.lang.years(Some(age)))
            }
            Value::Day(day) => Some(written(day, wording.date.as_deref().unwrap_or("yyyy-mm-dd"))),
            _ => {
                let code = String::from(cell(self.privacy, worker, attribute));
                let mapped = wording.values.iter().find(|(own, _)| *own == code).map(|(_, word)| word.clone());
                let said = || String::from(self.template.lang.said(worker, attribute, self.privacy));
                Some(mapped.unwrap_or_else(said)).filter(|text| !text.is_empty())
            }
        }
    }

    /// Rupiah a month at the rates of the roster's date; `None` where one is missing.
    fn amount(&self, worker: Worker<'_>, amount: Amount) -> Option<Rupiah> {
        let month = Month::of(self.roster.as_of());
        let rate = |scheme| self.roster.program.rates.scheme(worker.segment(), scheme, month);
        match amount {
            Amount::Jkk => rate(Scheme::Jkk),
            Amount::Jkm => rate(Scheme::Jkm),
            Amount::Total => rate(Scheme::Jkk)?.plus(rate(Scheme::Jkm)?),
            Amount::Income => rate(Scheme::Jkk)?.times(100),
        }
    }

    fn finding(&self, worker: Worker<'_>, entry: Entry, aspect: Aspect) -> Option<String> {
        let (rule, place) = entry.finding?;
        let about = findings::words(rule);
        let (lang, told) = (self.template.lang, (self.privacy, Terms::Words));
        let wrong = || wrong(self.roster, rule, place);
        match aspect {
            Aspect::Rule => Some(rule.code().to_owned()),
            Aspect::What => Some(lang.say(&about.what).to_owned()),
            Aspect::ToDo => Some(lang.say(&about.todo).to_owned()),
            Aspect::Field => Some(lang.wrong_fields(&wrong()?, told)),
            Aspect::Value => Some(lang.wrong_value(&wrong()?, worker, told).into()),
            Aspect::Expected => Some(lang.expected_value(self.roster, &wrong()?.expected, told).into()),
        }
    }

    /// How many files it takes: as many as the template's most rows of one ask for, and at least one.
    pub fn files(&self) -> usize {
        self.template.most.map_or(1, |most| self.entries.len().div_ceil(most).max(1))
    }

    /// The most rows of a sheet.
    pub fn most_rows(&self) -> usize {
        self.template.most.map_or(self.entries.len(), |most| most.min(self.entries.len()))
    }

    /// Writes one of the files, from 0; the answer is how many texts were cut.
    pub(crate) fn write(&self, file: usize, form: Form, tell: Tell<'_>, out: &mut dyn Write) -> io::Result<u64> {
        let most = self.template.most.unwrap_or(usize::MAX);
        let entries = self.entries.iter().copied().skip(file.saturating_mul(most)).take(most).collect();
        let whole = Filled { filling: self, entries };
        if form.format == Format::Csv {
            return csv::write(&whole, form.dialect, tell, out).map(|()| 0);
        }
        let lists = match self.template.split_by {
            None => vec![(self.template.sheet.clone(), whole)],
            Some(by) => whole.split(by),
        };
        let margin = Margin { lang: self.template.lang, synthetic: self.roster.synthetic };
        let leaves: Vec<Leaf<'_>> = lists.iter().map(|(name, list)| Leaf::List(name.clone(), list)).collect();
        xlsx::write(&leaves, margin, tell, out)
    }
}

/// Those of these workers whom a template is for, and how many it is not for.
fn cases(template: &Template, roster: &Audited, rows: &[Row]) -> (Vec<Row>, Apart) {
    let meant = template.only.select(roster);
    let of_kind: Vec<Row> = rows.iter().copied().filter(|row| meant.contains(*row)).collect();
    let dead = if template.living { dead(roster) } else { RowSet::none(roster.workers.len()) };
    let cases: Vec<Row> = of_kind.iter().copied().filter(|row| !dead.contains(*row)).collect();
    let apart = Apart { asked: rows.len(), others: rows.len() - of_kind.len(), dead: of_kind.len() - cases.len() };
    (cases, apart)
}

/// What was found about these workers, rule by rule.
fn found(roster: &Audited, rows: &[Row]) -> Vec<Entry> {
    let mut set = RowSet::none(roster.workers.len());
    rows.iter().for_each(|row| set.insert(*row));
    let of_rule = |rule: Rule| {
        let paired = roster.findings.paired(rule).iter().copied().enumerate();
        paired.map(move |(place, row)| Entry { row, finding: Some((rule, place)) })
    };
    roster.findings.rules().flat_map(of_rule).filter(|entry| set.contains(entry.row)).collect()
}

/// A date in a form such as `dd-mm-yyyy`.
fn written(day: Day, form: &str) -> String {
    let parts = [format!("{:02}", day.day()), format!("{:02}", day.month()), format!("{:04}", day.year())];
    super::read::DATE.iter().zip(parts).fold(form.to_owned(), |form, (sign, part)| form.replacen(sign, &part, 1))
}

/// The rows of one sheet.
struct Filled<'a> {
    filling: &'a Filling<'a>,
    entries: Vec<Entry>,
}

impl<'a> Filled<'a> {
    fn rows(&self) -> Vec<Row> {
        self.entries.iter().map(|entry| entry.row).collect()
    }

    /// A list for each value; one that is empty is one sheet all the same.
    fn split(self, by: By) -> Vec<(String, Filled<'a>)> {
        let Filling { roster, template, .. } = self.filling;
        let parts = split::parts(roster, &self.rows(), by, template.lang);
        if parts.is_empty() {
            return vec![(template.sheet.clone(), self)];
        }
        let part = |part: split::Part| {
            let mut set = RowSet::none(roster.workers.len());
            part.rows.iter().for_each(|row| set.insert(*row));
            let entries = self.entries.iter().copied().filter(|entry| set.contains(entry.row)).collect();
            (part.name, Filled { filling: self.filling, entries })
        };
        parts.into_iter().map(part).collect()
    }

    /// A sum: what it is of below the names, each amount below its column.
    fn sum(&self, label: &str, rows: &[Row]) -> Line {
        let Filling { roster, template, .. } = self.filling;
        let cost = split::cost(roster, rows);
        let money = |sum: Option<Rupiah>| sum.map_or(Cell::Empty, |sum| text(sum.to_string()));
        let of = |own: fn(ByScheme) -> Rupiah| money(cost.by_scheme.map(own));
        let is_name = |column: &Column| matches!(&column.from, From::Fields(own, _) if own.contains(&Attribute::Name));
        let named = template.columns.iter().position(is_name).unwrap_or(0);
        let cells = template.columns.iter().enumerate().map(|(place, column)| match column.from {
            _ if place == named => {
                let lang = template.lang;
                text(lang.fill(&words::SUM_OF, &[label, &lang.count(cost.workers)]))
            }
            From::Amount(Amount::Jkk) => of(|parts| parts.jkk),
            From::Amount(Amount::Jkm) => of(|parts| parts.jkm),
            From::Amount(Amount::Total) => money(cost.sum()),
            _ => Cell::Empty,
        });
        Line::bold(cells)
    }
}

impl Table for Filled<'_> {
    fn heads(&self) -> Vec<String> {
        self.filling.template.columns.iter().map(|column| self.filling.heading(column)).collect()
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn cells(&self, place: usize) -> Vec<Cell> {
        let Some(&entry) = self.entries.get(place) else { return Vec::new() };
        let value = |column: &Column| self.filling.value(column, entry, place + 1).map_or(Cell::Empty, Cell::Text);
        self.filling.template.columns.iter().map(value).collect()
    }

    fn document(&self) -> (Json, &'static str) {
        (Json::Null, "rows")
    }

    /// Where there is a sheet for each district, each village of it has its sum too.
    fn foot(&self) -> Vec<Line> {
        let Filling { roster, template, .. } = self.filling;
        let lang = template.lang;
        if !template.sum {
            return Vec::new();
        }
        let rows = self.rows();
        let mut lines = Vec::new();
        if template.split_by == Some(By::District) {
            let villages = split::parts(roster, &rows, By::Village, lang);
            lines.extend(villages.iter().map(|village| self.sum(&village.name, &village.rows)));
        }
        lines.push(self.sum(lang.say(&words::SUM_OF_ALL), &rows));
        lines
    }

    fn book(&self) -> Book {
        let Filling { roster, template, .. } = self.filling;
        Book { name: template.sheet.clone(), summary: None, lang: template.lang, synthetic: roster.synthetic }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::calendar::parse_day;

    #[test]
    fn a_date_is_written_in_the_form_that_an_office_takes() {
        let day = parse_day("1981-03-02").unwrap_or_default();
        for (form, text) in [("dd-mm-yyyy", "02-03-1981"), ("yyyy.mm.dd", "1981.03.02"), ("dd/mm/yyyy", "02/03/1981")] {
            assert_eq!(written(day, form), text);
        }
    }
}

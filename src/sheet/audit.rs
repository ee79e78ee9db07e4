//! Everything that the audit found, or what of it an office can mend, as one table: a line for each finding, with the
//! value in the list, the value that was expected, and an empty column for the office's answer.

use super::findings::{FindingSheet, RESULT, WHO};
use super::summary::Facts;
use super::{Book, Line, Table};
use crate::check::Audited;
use crate::lang::findings;
use crate::lang::person::{Cell, Privacy};
use crate::lang::terms::Terms;
use crate::lang::words::export as words;
use crate::lang::{Lang, Phrase, value};
use crate::roster::finding::{Office, Place, Rule, Severity};
use crate::roster::json::Wanted;
use crate::roster::rows::RowSet;
use crate::roster::{Section, rows::Row};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A finding: its rule, and its place among those of the rule.
pub(crate) type Found = (Rule, usize);

/// See the module.
pub(crate) struct AuditSheet<'a> {
    roster: &'a Audited,
    /// The findings, in the order of the rules.
    found: Vec<Found>,
    rules: BTreeMap<Rule, FindingSheet<'a>>,
    /// On which line of the file each stands, where that is known.
    at: &'a Wanted,
    filter: &'a str,
    privacy: Privacy,
    lang: Lang,
    /// What its sheet is called; nothing is a list of all.
    office: Option<String>,
}

/// What the audit found: of everybody, or of the workers who pass a filter; then what is about no worker is left out.
pub(crate) fn found(roster: &Audited, selected: Option<&RowSet>) -> Vec<Found> {
    let mut found = Vec::new();
    for rule in roster.findings.rules() {
        let people = roster.findings.paired(rule);
        let passes = |row: &Row| selected.is_none_or(|rows| rows.contains(*row));
        found.extend(people.iter().enumerate().filter(|(_, row)| passes(row)).map(|(place, _)| (rule, place)));
        if selected.is_none() {
            let places = roster.findings.places(rule).len();
            found.extend((people.len()..people.len() + places).map(|place| (rule, place)));
        }
    }
    found
}

/// Where in the file a finding stands.
pub(crate) fn element(roster: &Audited, (rule, place): Found) -> Option<(Section, usize)> {
    let people = roster.findings.paired(rule);
    if let Some(&row) = people.get(place) {
        return Some((Section::Workers, roster.set_aside.position(Section::Workers, row as usize)?));
    }
    match roster.findings.places(rule).get(place - people.len())? {
        Place::Payment(index) | Place::PaymentDates(index) => Some((Section::Payments, *index)),
        Place::Planned(index) => Some((Section::Plan, *index)),
        Place::Claim(index) => Some((Section::Claims, *index)),
        Place::SetAside(index) => roster.set_aside.kept().get(*index).map(|aside| (aside.section, aside.position)),
        Place::Month(_) | Place::Gap(_) | Place::Segment(_) | Place::Group(_) | Place::Field(_) | Place::Program => {
            None
        }
    }
}

impl<'a> AuditSheet<'a> {
    /// A table of these findings.
    pub fn new(
        roster: &'a Audited,
        found: Vec<Found>,
        at: &'a Wanted,
        filter: &'a str,
        (privacy, lang): (Privacy, Lang),
    ) -> AuditSheet<'a> {
        let mut rules = BTreeMap::new();
        for (rule, _) in &found {
            rules.entry(*rule).or_insert_with(|| FindingSheet::new(roster, *rule, privacy, lang));
        }
        AuditSheet { roster, found, rules, at, filter, privacy, lang, office: None }
    }

    /// The same on a sheet of its own name, for the office that mends it.
    pub fn called(self, name: &str) -> AuditSheet<'a> {
        AuditSheet { office: Some(name.to_owned()), ..self }
    }

    /// The roster.
    pub fn roster(&self) -> &'a Audited {
        self.roster
    }

    /// The findings.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// One of them.
    pub fn finding(&self, (rule, place): Found, terms: Terms) -> Option<super::findings::Finding> {
        self.rules.get(&rule)?.finding(place, terms)
    }

    /// The line of the file that a finding stands on.
    pub fn line(&self, found: Found) -> Option<u64> {
        self.at.get(&element(self.roster, found)?).copied().filter(|line| *line > 0)
    }

    /// How many of each severity there are.
    pub fn counts(&self) -> [u64; 3] {
        let of = |severity| self.by_rule().filter(move |(rule, ..)| rule.severity() == severity);
        Severity::ALL.map(|severity| of(severity).map(|(.., count)| count).sum())
    }

    /// The rules with what they found, in their order, and how much it is: some rules count more than they list.
    pub fn by_rule(&self) -> impl Iterator<Item = (Rule, &[Found], u64)> {
        let rules =
            self.found.chunk_by(|one, other| one.0 == other.0).filter_map(|found| Some((found.first()?.0, found)));
        rules.map(|(rule, found)| (rule, found, found.len() as u64 + self.roster.findings.unlisted(rule)))
    }

    fn columns() -> Vec<(&'static str, Phrase)> {
        let mut columns = vec![
            ("rule", words::SUM_RULE),
            ("severity", words::SEVERITY),
            ("office", words::OFFICE),
            ("line", words::LINE),
            ("place", words::PLACE),
            ("row", words::ROW),
        ];
        columns.extend(WHO.map(|own| (own.code(), value::heading(own))));
        columns.extend([
            ("field", words::FIELD),
            ("value", words::VALUE),
            ("expected", words::EXPECTED),
            ("what", words::WHAT),
            ("to_do", words::TO_DO),
            RESULT,
        ]);
        columns
    }

    fn row(&self, place: usize, terms: Terms) -> Vec<Cell> {
        let text = |text: &str| Cell::Text(text.to_owned());
        let say = |phrase: &Phrase| text(self.lang.say(phrase));
        let Some(&found) = self.found.get(place) else { return Vec::new() };
        let (rule, _) = found;
        let mut cells = match terms {
            Terms::Words | Terms::Both => {
                let short = self.lang.finding(self.roster, rule);
                vec![text(&short), say(&findings::one(rule.severity())), say(&findings::office(rule.office()))]
            }
            Terms::Codes => [rule.code(), rule.severity().code(), rule.office().code()].map(text).to_vec(),
        };
        cells.push(self.line(found).map_or(Cell::Empty, Cell::Number));
        let Some(own) = self.finding(found, terms) else { return cells };
        cells.push(own.place);
        cells.extend(own.who);
        let about = findings::words(rule);
        cells.extend([own.field, own.value, own.expected, say(&about.what), say(&about.todo), Cell::Empty]);
        cells
    }
}

impl Table for AuditSheet<'_> {
    fn heads(&self) -> Vec<String> {
        AuditSheet::columns().into_iter().map(|(code, _)| code.to_owned()).collect()
    }

    fn titles(&self) -> Vec<String> {
        AuditSheet::columns().into_iter().map(|(_, title)| self.lang.say(&title).to_owned()).collect()
    }

    fn len(&self) -> usize {
        self.found.len()
    }

    fn cells(&self, place: usize) -> Vec<Cell> {
        self.row(place, Terms::Codes)
    }

    fn said(&self, place: usize) -> Vec<Cell> {
        self.row(place, Terms::Words)
    }

    fn document(&self) -> (Value, &'static str) {
        let [errors, warnings, notes] = self.counts();
        let of_rule = |(rule, _, count): (Rule, &[Found], u64)| {
            let about = findings::words(rule);
            json!({
                "rule": rule.code(), "severity": rule.severity().code(), "office": rule.office().code(),
                "count": count, "what": self.lang.say(&about.what), "to_do": self.lang.say(&about.todo),
            })
        };
        let head = json!({
            "schema": "lindungi/check/1",
            "synthetic": self.roster.synthetic,
            "as_of": self.roster.as_of().to_string(),
            "filter": Some(self.filter).filter(|filter| !filter.is_empty()),
            "workers": self.roster.workers.len(),
            "set_aside": self.roster.workers_set_aside(),
            "payments": self.roster.payments.len(),
            "findings": {"errors": errors, "warnings": warnings, "notes": notes},
            "rules": self.by_rule().map(of_rule).collect::<Vec<_>>(),
        });
        (head, "rows")
    }

    fn book(&self) -> Book {
        let AuditSheet { roster, lang, privacy, .. } = *self;
        let mut summary = Facts { roster, lang, privacy }.head(self.found.len());
        if !self.filter.is_empty() {
            let label = Cell::Text(lang.say(&words::SUM_FILTER).to_owned());
            summary.push(Line::plain([label, Cell::Text(self.filter.to_owned())]));
        }
        for (rule, _, count) in self.by_rule() {
            summary.push(Line::plain([
                Cell::Text(lang.finding(roster, rule)),
                Cell::Number(count),
                Cell::Text(lang.say(&findings::office(rule.office())).to_owned()),
            ]));
        }
        let name = self.office.clone().unwrap_or_else(|| lang.say(&crate::lang::words::FINDINGS).to_owned());
        Book { name, summary: Some(summary), lang, synthetic: roster.synthetic }
    }
}

/// What an office has to mend, by the sheets of its workbook: the district offices have one each.
pub(crate) fn sheets(roster: &Audited, found: &[Found], office: Office, lang: Lang) -> Vec<(String, Vec<Found>)> {
    let own = found.iter().filter(|(rule, _)| rule.office() == office);
    if office != Office::District {
        let own: Vec<Found> = own.copied().collect();
        return if own.is_empty() { Vec::new() } else { vec![(lang.say(&findings::office(office)).to_owned(), own)] };
    }
    // Those of no known district stand last.
    let mut sheets: BTreeMap<(bool, String), Vec<Found>> = BTreeMap::new();
    for &(rule, place) in own {
        let row = roster.findings.paired(rule).get(place).copied();
        let district = row.and_then(|row| roster.worker(row).district());
        let name = district.map_or_else(|| lang.say(&words::NO_DISTRICT).to_owned(), |own| Privacy::Masked.text(own));
        sheets.entry((district.is_none(), name)).or_default().push((rule, place));
    }
    sheets.into_iter().map(|((_, name), found)| (name, found)).collect()
}

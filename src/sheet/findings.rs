//! What a rule of the audit found, for whoever mends it: each row with the value in the list, the value that was
//! expected as far as the rule knows it, what is wrong, and what to do.

use super::summary::{Facts, money};
use super::{Book, Line, Table};
use crate::check::Audited;
use crate::check::expected::{Expected, wrong};
use crate::figures::budget::Budget;
use crate::figures::unpaid;
use crate::lang::expected::cell;
use crate::lang::findings;
use crate::lang::person::{Cell, Privacy};
use crate::lang::scrub::scrub;
use crate::lang::terms::Terms;
use crate::lang::words::export as words;
use crate::lang::{Lang, Phrase, value};
use crate::roster::Section;
use crate::roster::attribute::Attribute;
use crate::roster::finding::{Place, Rule};
use crate::roster::program::ByScheme;
use serde_json::{Value, json};

/// See the module.
pub struct FindingSheet<'a> {
    /// The roster.
    pub roster: &'a Audited,
    /// The rule.
    pub rule: Rule,
    /// Whether personal numbers and birth dates stay hidden.
    pub privacy: Privacy,
    /// The language of what is said in words.
    pub lang: Lang,
    budget: Budget,
}

/// What tells who a worker is.
pub(super) const WHO: [Attribute; 7] = [
    Attribute::Id,
    Attribute::Name,
    Attribute::Group,
    Attribute::District,
    Attribute::Village,
    Attribute::Nik,
    Attribute::Kpj,
];

/// The empty column in which an office answers, its code and its heading: in the language of the offices, whoever
/// exports.
pub(super) const RESULT: (&str, Phrase) = ("hasil", Phrase::same("hasil"));

/// What a rule found at one place: who or where, which field, what stands there, and what was expected.
pub(crate) struct Finding {
    /// Where in the file, if it is about no worker.
    pub place: Cell,
    /// The row, counted from 1, and who it is.
    pub who: [Cell; WHO.len() + 1],
    /// The fields.
    pub field: Cell,
    /// What stands there.
    pub value: Cell,
    /// What was expected.
    pub expected: Cell,
}

impl<'a> FindingSheet<'a> {
    /// What a rule found.
    pub fn new(roster: &'a Audited, rule: Rule, privacy: Privacy, lang: Lang) -> FindingSheet<'a> {
        FindingSheet { roster, rule, privacy, lang, budget: Budget::of(roster, None) }
    }

    /// The columns: of each its code, and how people call it.
    fn columns(&self) -> Vec<(&'static str, Phrase)> {
        let mut columns = Vec::new();
        if !self.roster.findings.places(self.rule).is_empty() {
            columns.push(("place", words::PLACE));
        }
        if self.people() > 0 {
            columns.push(("row", words::ROW));
            columns.extend(WHO.map(|own| (own.code(), value::heading(own))));
        }
        let of_rule = [
            ("field", words::FIELD),
            ("value", words::VALUE),
            ("expected", words::EXPECTED),
            ("what", words::WHAT),
            ("to_do", words::TO_DO),
            RESULT,
        ];
        columns.extend(of_rule);
        columns
    }

    fn people(&self) -> usize {
        self.roster.findings.paired(self.rule).len()
    }

    /// One finding, the workers before the other places. Who it is stands as data or as people say it; the field, its
    /// value and what was expected by these terms.
    pub(crate) fn finding(&self, place: usize, terms: Terms) -> Option<Finding> {
        let Some(&row) = self.roster.findings.paired(self.rule).get(place) else {
            let found = self.roster.findings.places(self.rule).get(place.checked_sub(self.people())?)?;
            let [place, field, value, expected] = self.place(found, terms);
            return Some(Finding { place, who: [const { Cell::Empty }; WHO.len() + 1], field, value, expected });
        };
        let worker = self.roster.worker(row);
        let own = |own: Attribute| match terms {
            Terms::Words | Terms::Both => self.lang.said(worker, own, self.privacy),
            Terms::Codes => cell(self.privacy, worker, own),
        };
        let [id, name, group, district, village, nik, kpj] = WHO.map(own);
        let who = [Cell::Number(u64::from(row) + 1), id, name, group, district, village, nik, kpj];
        let wrong = wrong(self.roster, self.rule, place)?;
        let told = (self.privacy, terms);
        Some(Finding {
            place: Cell::Empty,
            who,
            field: Cell::Text(self.lang.wrong_fields(&wrong, told)),
            value: self.lang.wrong_value(&wrong, worker, told),
            expected: self.lang.expected_value(self.roster, &wrong.expected, told),
        })
    }

    /// The cells of a place that is no worker, before the words: where, which field, its value, the value expected.
    fn place(&self, place: &Place, terms: Terms) -> [Cell; 4] {
        let text = |text: &str| Cell::Text(scrub(text).into_owned());
        let (roster, lang) = (self.roster, self.lang);
        let term = |section, code: &str| Cell::Text(lang.term(section, code, terms));
        let element = |section, number: usize| format!("{} {number}", lang.section_term(section, terms));
        let whole = || text(&terms.tell(lang, lang.say(&crate::lang::words::WHOLE_PROGRAM), "program"));
        match place {
            Place::Payment(index) => {
                let payment = roster.payments.get(*index);
                let found = self.budget.payments.get(*index).and_then(|found| found.expected);
                let month = payment.map_or(String::new(), |payment| payment.month.to_string());
                let place = text(&format!("{} {month}", element(Section::Payments, index + 1)));
                [
                    place,
                    term(Section::Payments, "amount"),
                    money(payment.map(|own| own.amount)),
                    money(found.and_then(ByScheme::sum)),
                ]
            }
            Place::Month(month) => {
                let paid = roster.paid_months().iter().find(|paid| paid.month == *month);
                let counts = [paid.map(|paid| paid.paid_for), paid.map(|paid| paid.listed)];
                let [value, expected] = counts.map(|count| count.map_or(Cell::Empty, Cell::Number));
                [text(&month.to_string()), term(Section::Payments, "workers"), value, expected]
            }
            Place::SetAside(index) => {
                let aside = roster.set_aside.kept().get(*index);
                let field = aside.and_then(|aside| Some(term(aside.section, aside.field?))).unwrap_or(Cell::Empty);
                let why = aside.map_or(Cell::Empty, |aside| Cell::Text(self.lang.reason(aside.reason)));
                let place = aside.map_or(String::new(), |own| element(own.section, own.position + 1));
                [text(&place), field, why, text(self.lang.say(&words::READABLE))]
            }
            Place::Program if self.rule == Rule::BudgetExceeded => {
                let spent = self.budget.spent.zip(self.budget.committed).and_then(|(a, b)| a.plus(b));
                [whole(), term(Section::Payments, "budget"), money(spent), money(roster.program.budget)]
            }
            Place::Program if self.rule == Rule::GroupTargets => {
                let sum = roster.groups.iter().filter_map(|group| group.target).fold(0_u64, u64::saturating_add);
                let target = roster.program.target.map_or(Cell::Empty, Cell::Number);
                [whole(), term(Section::Payments, "target"), Cell::Number(sum), target]
            }
            Place::PaymentDates(index) => {
                let dates = roster.payments.get(*index).map(|own| {
                    let paid_on = own.paid_on.map_or(String::new(), |day| day.to_string());
                    [own.month.to_string(), own.through.to_string(), paid_on].join(" ").trim_end().to_owned()
                });
                let value = dates.map_or(Cell::Empty, Cell::Text);
                let fields = ["month", "through", "paid_on"].map(|code| lang.term(Section::Payments, code, terms));
                [text(&element(Section::Payments, index + 1)), text(&fields.join(", ")), value, self.years()]
            }
            Place::Gap(month) => [
                text(&month.to_string()),
                term(Section::Payments, "payments"),
                Cell::Empty,
                text(lang.say(&words::A_PAYMENT)),
            ],
            Place::Planned(index) => {
                let month = roster.plan.get(*index).map_or(Cell::Empty, |step| Cell::Text(step.month.to_string()));
                [text(&element(Section::Plan, index + 1)), term(Section::Plan, "month"), month, self.years()]
            }
            Place::Claim(index) => self.claim(*index, terms),
            place => {
                let said = self.lang.place(roster, &self.budget, roster.paid_months(), place);
                [text(&said), Cell::Empty, Cell::Empty, Cell::Empty]
            }
        }
    }

    /// The years that can be meant.
    fn years(&self) -> Cell {
        let (first, last) = unpaid::plausible_years(self.roster.program.fiscal_year);
        self.lang.expected_value(self.roster, &Expected::Years(first, last), (self.privacy, Terms::Codes))
    }

    /// A claim: whose it is, or when, by what is wrong with it.
    fn claim(&self, index: usize, terms: Terms) -> [Cell; 4] {
        let said = |text: &str| Cell::Text(scrub(text).into_owned());
        let place = said(&format!("{} {}", self.lang.section_term(Section::Claims, terms), index + 1));
        let term = |code| Cell::Text(self.lang.term(Section::Claims, code, terms));
        let Some(claim) = self.roster.claims.get(index) else { return [place, Cell::Empty, Cell::Empty, Cell::Empty] };
        let worker = said(&self.privacy.written(claim.worker.as_deref().unwrap_or_default()));
        let date = claim.date.map_or(Cell::Empty, Cell::Day);
        match self.rule {
            Rule::DateUnlikely => [place, term("date"), date, self.years()],
            Rule::ClaimDuplicate => [place, term("worker"), worker, said(self.lang.say(&words::ONE_CLAIM))],
            _ => [place, term("worker"), worker, said(self.lang.say(&words::AN_ID))],
        }
    }

    /// A row by these terms.
    fn row(&self, place: usize, terms: Terms) -> Vec<Cell> {
        let Some(found) = self.finding(place, terms) else { return Vec::new() };
        let mut cells = Vec::new();
        if !self.roster.findings.places(self.rule).is_empty() {
            cells.push(found.place);
        }
        if self.people() > 0 {
            cells.extend(found.who);
        }
        cells.extend([found.field, found.value, found.expected]);
        let about = findings::words(self.rule);
        cells.extend([about.what, about.todo].map(|phrase| Cell::Text(self.lang.say(&phrase).to_owned())));
        cells.push(Cell::Empty);
        cells
    }
}

impl Table for FindingSheet<'_> {
    fn heads(&self) -> Vec<String> {
        self.columns().into_iter().map(|(code, _)| code.to_owned()).collect()
    }

    fn titles(&self) -> Vec<String> {
        self.columns().into_iter().map(|(_, title)| self.lang.say(&title).to_owned()).collect()
    }

    fn len(&self) -> usize {
        self.people() + self.roster.findings.places(self.rule).len()
    }

    fn cells(&self, place: usize) -> Vec<Cell> {
        self.row(place, Terms::Codes)
    }

    fn said(&self, place: usize) -> Vec<Cell> {
        self.row(place, Terms::Words)
    }

    fn book(&self) -> Book {
        let FindingSheet { roster, rule, privacy, lang, .. } = *self;
        let mut summary = Facts { roster, lang, privacy }.head(self.len());
        let found = Cell::Text(lang.finding(roster, rule));
        summary.push(Line::plain([Cell::Text(lang.say(&words::SUM_RULE).to_owned()), found]));
        let about = findings::words(rule);
        for (label, phrase) in [(words::WHAT, about.what), (words::TO_DO, about.todo)] {
            summary.push(Line::plain([label, phrase].map(|phrase| Cell::Text(lang.say(&phrase).to_owned()))));
        }
        Book { name: rule.code().to_owned(), summary: Some(summary), lang, synthetic: roster.synthetic }
    }

    fn document(&self) -> (Value, &'static str) {
        let head = json!({
            "schema": "lindungi/export/1",
            "synthetic": self.roster.synthetic,
            "as_of": self.roster.as_of().to_string(),
            "rule": self.rule.code(),
            "severity": self.rule.severity().code(),
            "count": self.len() as u64 + self.roster.findings.unlisted(self.rule),
        });
        (head, "rows")
    }
}

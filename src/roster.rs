//! THE MODEL: a programme and its workers, on one date. No terminal, no language, no clock, no files.
//!
//! A [`Roster`] is built once by [`json`] (or by whatever else makes one), sealed, and never changes: figures and
//! screens borrow it. What is not in the file is `None`, never zero.

pub mod aside;
pub mod attribute;
pub mod calendar;
pub mod columns;
pub(crate) mod cores;
pub mod filter;
pub mod finding;
pub(crate) mod grace;
pub(crate) mod index;
pub mod json;
pub mod looks;
pub(crate) mod marks;
pub mod money;
pub(crate) mod nik;
pub mod order;
pub(crate) mod partners;
pub mod program;
pub mod query;
mod record;
pub(crate) mod repeated;
pub(crate) mod room;
pub mod rows;
pub mod same;
pub(crate) mod sides;
pub mod spelling;
pub mod store;
pub mod text;
pub(crate) mod usual;
pub mod worker;

use aside::Aside;
use calendar::{Day, Month};
use finding::Findings;
use grace::Grace;
use index::Index;
use looks::Look;
use program::{AsOfFrom, Claim, Group, PastYear, Payment, Planned, Program, Quota};
use query::OwnChoices;
use rows::Row;
use std::collections::HashMap;
use store::{Store, Worker};

/// An element of the file that could not be read, and why; never its values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SetAside {
    /// The list it stands in.
    pub section: Section,
    /// Its place in that list, from 0.
    pub position: usize,
    /// The line of the file that the fault is in, from 1.
    pub line: u64,
    /// The field at fault, if it is one.
    pub field: Option<&'static str>,
    /// What is wrong with it.
    pub reason: Reason,
}

impl SetAside {
    /// `workers[123].birth_date`.
    pub fn path(&self) -> String {
        let field = self.field.map(|field| format!(".{field}")).unwrap_or_default();
        format!("{}[{}]{field}", self.section.code(), self.position)
    }
}

/// The lists of a roster file whose elements are read one by one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Section {
    /// `workers`.
    Workers,
    /// `payments`.
    Payments,
    /// `plan`.
    Plan,
    /// `claims`.
    Claims,
    /// `districts`.
    Districts,
    /// `history`.
    History,
}

impl Section {
    /// All of them.
    pub const ALL: [Section; 6] =
        [Section::Workers, Section::Payments, Section::Plan, Section::Claims, Section::Districts, Section::History];

    /// The name in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Section::Workers => "workers",
            Section::Payments => "payments",
            Section::Plan => "plan",
            Section::Claims => "claims",
            Section::Districts => "districts",
            Section::History => "history",
        }
    }
}

/// The kind of a JSON value: what an error may say of it, since the value itself may be personal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `null`, or no value at all.
    Null,
    /// `true` or `false`.
    Bool,
    /// Any number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
}

/// What a field should have held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// An object.
    Object,
    /// An array.
    List,
    /// A string.
    Text,
    /// `true` or `false`.
    Bool,
    /// A whole number that is not negative.
    Count,
    /// `YYYY-MM-DD`.
    Date,
    /// `YYYY-MM`.
    Month,
    /// Whole rupiah of at most 28 digits, as a string or an integer.
    Money,
    /// A year of four digits.
    Year,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A name: a string, or `{id, en}`.
    Name,
}

/// What a value may not pass.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// The years [`YEARS`].
    Years,
    /// A least and a most number.
    Number(u64, u64),
}

/// The years that the format knows, first and last.
pub const YEARS: (i32, i32) = (1900, 9999);

/// The most that is counted: up to here every program reads a JSON number exactly.
pub const MOST: u64 = (1 << 53) - 1;

/// Why something could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The value is of another kind.
    WrongKind(Kind, Expected),
    /// The kind is right, the form is not.
    WrongForm(Expected),
    /// The form is right, the value lies beyond what the format takes.
    Beyond(Limit),
    /// The form is wrong, and it is known what was meant.
    Looks(Expected, Look),
    /// A required field is absent.
    Missing,
    /// The same field twice.
    Duplicate,
    /// `through` lies before `month`.
    ThroughBeforeMonth,
    /// `by_segment` does not add up to `workers`.
    SegmentsDoNotAddUp,
    /// Half a surrogate pair, which is no character.
    Encoding,
    /// Four gigabytes of names are full.
    Full,
}

/// A programme and its workers.
#[derive(Debug)]
pub struct Roster {
    /// Whether the data is invented: every screen says so.
    pub synthetic: bool,
    /// The programme.
    pub program: Program,
    /// Occupation groups, in the order of the file.
    pub groups: Vec<Group>,
    /// The workers.
    pub workers: Store,
    /// Payments and bills, in the order of the file.
    pub payments: Vec<Payment>,
    /// Whether the file has a list of payments at all, be it an empty one.
    pub payments_known: bool,
    /// The plan, in the order of the file.
    pub plan: Vec<Planned>,
    /// Claims that BPJS paid.
    pub claims: Vec<Claim>,
    /// The districts that the programme spells and gives quotas to.
    pub districts: Vec<Quota>,
    /// Earlier years.
    pub history: Vec<PastYear>,
    /// What could not be read.
    pub set_aside: Aside,
    /// Fields that the format does not know, each once, such as `workers[].alamat`.
    pub unknown_fields: Vec<String>,
    /// Whether no filter may find out a number or a birth date in it: before an audience, and at a login that many share.
    /// A mask hides nothing from whoever may ask for it digit by digit.
    pub closed: bool,
    /// So many days from its date a last protected day is soon: the next payment can still prevent it.
    pub soon: u64,
    /// Whether its file went on behind the end of what was compressed; that was not read.
    pub trailing_bytes: bool,
    /// What the audit found; empty until `check::audit` has run.
    pub findings: Findings,
    as_of: Day,
    as_of_from: AsOfFrom,
    /// The group of each occupation code; code 0 is none.
    groups_of_occupations: Vec<Option<usize>>,
    grace: Grace,
    index: Index,
    own_choices: OwnChoices,
}

/// See [`Roster::soon`], where nothing else is set.
pub const SOON: u64 = 31;

/// The parts of a roster before it is sealed.
#[derive(Debug)]
#[allow(missing_docs, reason = "they are the fields of Roster")]
pub(crate) struct Parts {
    pub synthetic: bool,
    pub program: Program,
    pub groups: Vec<Group>,
    pub workers: Store,
    pub payments: Vec<Payment>,
    pub payments_known: bool,
    pub plan: Vec<Planned>,
    pub claims: Vec<Claim>,
    pub districts: Vec<Quota>,
    pub history: Vec<PastYear>,
    pub set_aside: Aside,
    pub unknown_fields: Vec<String>,
}

impl Roster {
    /// Settles the date of all figures, each worker's group, and the index.
    pub(crate) fn seal(parts: Parts) -> Roster {
        let Parts { synthetic, program, groups, workers, payments, plan, claims, districts, history, .. } = parts;
        // No two groups have one id.
        let places: HashMap<&str, usize> = groups.iter().zip(0..).map(|(group, place)| (&*group.id, place)).collect();
        let of_occupations = workers.occupations.texts().map(|id| places.get(id).copied());
        let groups_of_occupations = std::iter::once(None).chain(of_occupations).collect();
        let mut roster = Roster {
            synthetic,
            program,
            groups,
            workers,
            payments,
            payments_known: parts.payments_known,
            plan,
            claims,
            districts,
            history,
            set_aside: parts.set_aside,
            unknown_fields: parts.unknown_fields,
            closed: false,
            soon: SOON,
            trailing_bytes: false,
            findings: Findings::default(),
            as_of: Day::default(),
            as_of_from: AsOfFrom::Program,
            groups_of_occupations,
            grace: Grace::default(),
            index: Index::default(),
            own_choices: OwnChoices::default(),
        };
        (roster.as_of, roster.as_of_from) = roster.settle_as_of();
        roster.grace = Grace::on(roster.as_of, roster.program.grace_months);
        roster.index = Index::of(&roster);
        roster
    }

    /// design.md §2: `as_of`, else the newest date of the data in or before the fiscal year, else its last day.
    fn settle_as_of(&self) -> (Day, AsOfFrom) {
        if let Some(day) = self.program.as_of {
            return (day, AsOfFrom::Program);
        }
        let year_end = Month::new(self.program.fiscal_year, 12).map_or(Day::MAX, Month::last_day);
        let workers = self.workers.registered.iter().chain(self.workers.enrolled.iter());
        let paid = self.payments.iter().map(|payment| payment.paid_on);
        let claimed = self.claims.iter().map(|claim| claim.date);
        let newest = workers.chain(paid).chain(claimed).flatten().filter(|&day| day <= year_end).max();
        newest.map_or((year_end, AsOfFrom::FiscalYear), |day| (day, AsOfFrom::Data))
    }

    /// "Today" for every figure.
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// Where that date comes from.
    pub fn as_of_from(&self) -> AsOfFrom {
        self.as_of_from
    }

    /// Whose protection reaches how far.
    pub(crate) fn grace(&self) -> Grace {
        self.grace
    }

    /// Who has which value of what.
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    /// One worker.
    pub fn worker(&self, row: Row) -> Worker<'_> {
        Worker::new(self, row)
    }

    /// Every worker, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = Worker<'_>> {
        (0..self.workers.len() as Row).map(|row| self.worker(row))
    }

    /// Workers of a district that the programme means to protect, by any of its spellings.
    pub fn quota(&self, district: &str) -> Option<u64> {
        self.index.quotas(&self.districts, district).next()?.target
    }

    /// The names of its own values, as the filter language asks for them.
    pub(crate) fn own_choices(&self) -> &OwnChoices {
        &self.own_choices
    }

    fn group_of_occupation(&self, code: u32) -> Option<usize> {
        self.groups_of_occupations.get(code as usize).copied().flatten()
    }

    /// Elements of the payments that could not be read: they would overstate the money left.
    pub fn payments_set_aside(&self) -> usize {
        self.set_aside.of(Section::Payments)
    }

    /// Elements of the claims that could not be read.
    pub fn claims_set_aside(&self) -> usize {
        self.set_aside.of(Section::Claims)
    }

    /// Elements of the workers that could not be read.
    pub fn workers_set_aside(&self) -> usize {
        self.set_aside.of(Section::Workers)
    }
}

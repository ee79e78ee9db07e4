//! The wire format `lindungi/roster/1` (design.md §2): the only place that knows it. Reading streams: blocks of the
//! file are parsed where they lie and each worker goes straight into the columns; the document is never held whole.
//!
//! Two kinds of wrong: a *bad file* stops the reading with a [`LoadError`]; a *bad row* is set aside and counted.

mod feed;
mod fields;
mod write;

pub use feed::{Fault, LoadError, Place};
pub use write::{Document, write};

use super::calendar::{Day, Month, parse_day};
use super::columns::Held;
use super::money::Rupiah;
use super::program::*;
use super::store::Store;
use super::worker::{Record, Sex, Status};
use super::{Expected, Kind, Parts, Reason, Roster, Section, SetAside};
use feed::Feed;
use fields::{Bad, Fields, Raw};
use std::collections::BTreeSet;
use std::io::Read;

/// The schema that this program reads and writes.
pub const SCHEMA: &str = "lindungi/roster/1";

/// What is wrong with a file as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadErrorKind {
    /// There is nothing in it.
    Empty,
    /// The input could not be read to its end.
    Io(std::io::ErrorKind),
    /// No JSON here: what is wrong with it.
    Syntax(Fault),
    /// Not UTF-8, from this byte on (counted from 0).
    Encoding {
        /// The byte.
        offset: u64,
        /// Whether it begins like UTF-16.
        utf16: bool,
    },
    /// Several documents, one after the other.
    JsonLines,
    /// Another schema, or another version of it.
    Schema(String),
    /// A field of the programme or of a group is wrong.
    Field(Reason),
    /// The same segment, scheme and `from` twice.
    RateTwice,
    /// The same group id twice.
    GroupTwice,
    /// `coverage.to` before `coverage.from`.
    CoverageReversed,
}

/// What has been read so far.
pub struct Progress<'a> {
    /// Bytes of JSON, after decompression.
    pub bytes: u64,
    /// The programme, once it has been read.
    pub program: Option<&'a Program>,
    /// The groups, once they have been read.
    pub groups: &'a [Group],
    /// Whether the data says that it is invented.
    pub synthetic: bool,
    /// The workers so far.
    pub workers: &'a Store,
    /// Rows set aside so far.
    pub set_aside: usize,
}

/// Reads a roster. `watch` is told of the progress after every block.
pub fn read(input: &mut dyn Read, watch: &mut dyn FnMut(&Progress<'_>)) -> Result<Roster, LoadError> {
    Reader::new(input, watch).document()
}

struct Reader<'a> {
    feed: Feed<'a>,
    watch: &'a mut dyn FnMut(&Progress<'_>),
    synthetic: bool,
    schema: bool,
    program: Option<Program>,
    groups: Option<Vec<Group>>,
    workers: Store,
    payments: Vec<Payment>,
    plan: Vec<Planned>,
    claims: Vec<Claim>,
    history: Vec<PastYear>,
    set_aside: Vec<SetAside>,
    unknown_fields: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    fn new(input: &'a mut dyn Read, watch: &'a mut dyn FnMut(&Progress<'_>)) -> Reader<'a> {
        Reader {
            feed: Feed::new(input),
            watch,
            synthetic: false,
            schema: false,
            program: None,
            groups: None,
            workers: Store::default(),
            payments: Vec::new(),
            plan: Vec::new(),
            claims: Vec::new(),
            history: Vec::new(),
            set_aside: Vec::new(),
            unknown_fields: BTreeSet::new(),
        }
    }

    fn document(mut self) -> Result<Roster, LoadError> {
        if self.feed.peek()?.is_none() {
            return Err(self.feed.error("", LoadErrorKind::Empty));
        }
        if !self.feed.take(b'{')? {
            let kind = self.feed.kind()?;
            let error = self.feed.error("", LoadErrorKind::Field(Reason::WrongKind(kind, Expected::Object)));
            // `nik,nama` begins like `null`: only a whole value is of another kind, anything else is no JSON.
            self.feed.value(|_| ())?;
            return Err(error);
        }
        let mut seen = BTreeSet::new();
        let mut first = true;
        while !self.feed.end_of_list(b'}', &mut first)? {
            let key = self.feed.key()?;
            let known =
                ["schema", "synthetic", "program", "groups", "workers", "payments", "plan", "claims", "history"];
            let Some(known) = known.into_iter().find(|known| *known == key) else {
                self.unknown_fields.insert(key);
                self.feed.value(|_| ())?;
                continue;
            };
            if !seen.insert(known) {
                return Err(self.feed.error(known, LoadErrorKind::Field(Reason::Duplicate)));
            }
            self.member(known)?;
        }
        if let Some(byte) = self.feed.peek()? {
            let kind = match byte {
                b'{' => LoadErrorKind::JsonLines,
                _ => LoadErrorKind::Syntax(Fault::Trailing),
            };
            return Err(self.feed.error("", kind));
        }
        self.finish()
    }

    fn finish(self) -> Result<Roster, LoadError> {
        let missing = |path| self.feed.error(path, LoadErrorKind::Field(Reason::Missing));
        if !self.schema {
            return Err(missing("schema"));
        }
        let program = self.program.ok_or_else(|| missing("program"))?;
        let groups = self.groups.ok_or_else(|| missing("groups"))?;
        Ok(Roster::seal(Parts {
            synthetic: self.synthetic,
            program,
            groups,
            workers: self.workers,
            payments: self.payments,
            plan: self.plan,
            claims: self.claims,
            history: self.history,
            set_aside: self.set_aside,
            unknown_fields: self.unknown_fields.into_iter().collect(),
        }))
    }

    fn member(&mut self, key: &'static str) -> Result<(), LoadError> {
        match key {
            "schema" => self.schema(),
            "synthetic" => {
                self.synthetic = self.whole("synthetic", |raw| raw.optional(Raw::bool))?.unwrap_or(false);
                Ok(())
            }
            "program" => {
                let unknown = &mut BTreeSet::new();
                self.program = Some(self.whole("program", |raw| program(raw, unknown))?);
                self.unknown_fields.append(unknown);
                Ok(())
            }
            "groups" => {
                let unknown = &mut BTreeSet::new();
                self.groups = Some(self.whole("groups", |raw| groups(raw, unknown))?);
                self.unknown_fields.append(unknown);
                Ok(())
            }
            "workers" => self.rows(Section::Workers),
            "payments" => self.rows(Section::Payments),
            "plan" => self.rows(Section::Plan),
            "claims" => self.rows(Section::Claims),
            _ => self.rows(Section::History),
        }
    }

    fn schema(&mut self) -> Result<(), LoadError> {
        let schema = self.whole("schema", |raw| raw.text().map(|text| text.into_owned()))?;
        self.schema = true;
        match schema == SCHEMA {
            true => Ok(()),
            false => Err(self.feed.error("schema", LoadErrorKind::Schema(schema))),
        }
    }

    /// One value that must be right as a whole.
    fn whole<T>(&mut self, path: &str, read: impl FnOnce(Raw<'_>) -> Result<T, Bad>) -> Result<T, LoadError> {
        let start = self.feed.place()?;
        let (value, place) = self.feed.value(|text| {
            let value = read(Raw(text));
            let place = value.as_ref().err().and_then(|bad| bad.at).map(|at| feed::Place::within(start, text, at));
            (value, place)
        })?;
        value.map_err(|bad| {
            let path = if bad.path.is_empty() { path.to_owned() } else { format!("{path}{}", bad.path) };
            let kind = bad.kind.unwrap_or(LoadErrorKind::Field(bad.reason));
            LoadError { place: place.unwrap_or(start), path, kind }
        })
    }

    /// The elements of one of the lists, each good or set aside.
    fn rows(&mut self, section: Section) -> Result<(), LoadError> {
        if !self.feed.take(b'[')? {
            let kind = self.feed.kind()?;
            if kind == Kind::Null {
                return self.feed.value(|_| ());
            }
            let reason = Reason::WrongKind(kind, Expected::List);
            return Err(self.feed.error(section.code(), LoadErrorKind::Field(reason)));
        }
        let mut first = true;
        let mut position = 0;
        while !self.feed.end_of_list(b']', &mut first)? {
            let read = self.row(section)?;
            if let Err(bad) = read {
                self.set_aside.push(SetAside { section, position, field: bad.field, reason: bad.reason });
            }
            position += 1;
            if self.feed.filled() {
                self.tell();
            }
        }
        Ok(())
    }

    /// The next element of a list. Workers are tried as a line first; one that is not a line, or not good, is read
    /// again in the general way, which also knows what is wrong with it.
    fn row(&mut self, section: Section) -> Result<Result<(), Bad>, LoadError> {
        let Reader { feed, workers, payments, plan, claims, history, unknown_fields, .. } = self;
        let mut unknown = |name: &str| {
            unknown_fields.insert(format!("{}[].{name}", section.code()));
        };
        if section == Section::Workers {
            let line = feed.line()?.and_then(|line| {
                let record = worker(Raw(line), &mut unknown).ok()?;
                workers.push(&record).then_some(line.len())
            });
            if let Some(bytes) = line {
                feed.pass(bytes);
                return Ok(Ok(()));
            }
        }
        feed.value(|text| {
            let raw = Raw(text);
            match section {
                Section::Workers => worker(raw, &mut unknown).and_then(|record| match workers.push(&record) {
                    true => Ok(()),
                    false => Err(Bad::reason(Reason::Full)),
                }),
                Section::Payments => payment(raw, &mut unknown).map(|payment| payments.push(payment)),
                Section::Plan => planned(raw, &mut unknown).map(|planned| plan.push(planned)),
                Section::Claims => claim(raw, &mut unknown).map(|claim| claims.push(claim)),
                Section::History => past_year(raw, &mut unknown).map(|year| history.push(year)),
            }
        })
    }

    fn tell(&mut self) {
        (self.watch)(&Progress {
            bytes: self.feed.bytes(),
            program: self.program.as_ref(),
            groups: self.groups.as_deref().unwrap_or(&[]),
            synthetic: self.synthetic,
            workers: &self.workers,
            set_aside: self.set_aside.len(),
        });
    }
}

fn worker<'a>(raw: Raw<'a>, unknown: &mut dyn FnMut(&str)) -> Result<Record<'a>, Bad> {
    const NAMES: [&str; 16] = [
        "id",
        "nik",
        "name",
        "sex",
        "birth_date",
        "occupation",
        "district",
        "village",
        "status",
        "registered_on",
        "enrolled_on",
        "protected_until",
        "kpj",
        "phone",
        "welfare_decile",
        "segment",
    ];
    let fields = Fields::read(raw, &NAMES, unknown)?;
    let number = |at| fields.get(at).map_or(Ok(Held::Missing), Raw::held).map_err(|bad| bad.in_field(NAMES[at]));
    Ok(Record {
        id: fields.optional(0, Raw::text)?,
        nik: number(1)?,
        name: fields.required(2, Raw::text)?,
        sex: fields.optional(3, |raw| raw.one_of(&["F", "M"], Sex::parse))?,
        birth: fields.optional(4, Raw::day)?,
        occupation: fields.required(5, Raw::text)?,
        district: fields.optional(6, Raw::text)?,
        village: fields.optional(7, Raw::text)?,
        status: fields.required(8, |raw| {
            raw.one_of(&["proposed", "verified", "active", "inactive", "rejected"], Status::parse)
        })?,
        registered: fields.optional(9, Raw::day)?,
        enrolled: fields.optional(10, Raw::day)?,
        until: fields.optional(11, Raw::day)?,
        kpj: number(12)?,
        phone: number(13)?,
        decile: fields.optional(14, Raw::small)?,
        segment: fields.optional(15, Raw::segment)?,
    })
}

fn payment(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Payment, Bad> {
    let names = ["month", "through", "workers", "by_segment", "amount", "paid_on", "reference"];
    let fields = Fields::read(raw, &names, unknown)?;
    let month = fields.required(0, Raw::month)?;
    let through = fields.optional(1, Raw::month)?.unwrap_or(month);
    let workers = fields.optional(2, Raw::count)?;
    let by_segment = fields.optional(3, |raw| {
        let fields = Fields::read(raw, &["BPU", "PU"], &mut |_| ())?;
        let count = |at| fields.optional(at, Raw::count).map(Option::unwrap_or_default);
        Ok(BySegment { bpu: count(0)?, pu: count(1)? })
    })?;
    if through < month {
        return Err(Bad::reason(Reason::ThroughBeforeMonth).in_field("through"));
    }
    let adds_up = |parts: &BySegment| workers.is_none() || parts.bpu.checked_add(parts.pu) == workers;
    if !by_segment.as_ref().is_none_or(adds_up) {
        return Err(Bad::reason(Reason::SegmentsDoNotAddUp).in_field("by_segment"));
    }
    let amount = fields.required(4, Raw::money)?;
    let paid_on = fields.optional(5, Raw::day)?;
    let reference = fields.optional(6, Raw::text)?.map(|text| text.into_owned());
    Ok(Payment { month, through, workers, by_segment, amount, paid_on, reference })
}

fn planned(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Planned, Bad> {
    let fields = Fields::read(raw, &["month", "workers"], unknown)?;
    Ok(Planned { month: fields.required(0, Raw::month)?, workers: fields.required(1, Raw::count)? })
}

fn claim(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Claim, Bad> {
    let fields = Fields::read(raw, &["worker", "scheme", "date", "amount"], unknown)?;
    Ok(Claim {
        worker: fields.optional(0, Raw::text)?.map(|text| text.into_owned()),
        scheme: fields.required(1, Raw::scheme)?,
        date: fields.optional(2, Raw::day)?,
        amount: fields.required(3, Raw::money)?,
    })
}

fn past_year(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<PastYear, Bad> {
    let fields = Fields::read(raw, &["fiscal_year", "workers"], unknown)?;
    Ok(PastYear { fiscal_year: fields.required(0, Raw::year)?, workers: fields.required(1, Raw::count)? })
}

fn program(raw: Raw<'_>, unknown: &mut BTreeSet<String>) -> Result<Program, Bad> {
    let names = [
        "name",
        "fiscal_year",
        "as_of",
        "region",
        "target_workers",
        "budget",
        "contributions",
        "coverage",
        "grace_months",
        "max_age",
    ];
    let fields = Fields::read(raw, &names, &mut |name| {
        unknown.insert(format!("program.{name}"));
    })?;
    let fiscal_year = fields.required(1, Raw::year)?;
    let region = fields.optional(3, |raw| {
        let names = ["code", "former_codes", "name", "province"];
        let fields = Fields::read(raw, &names, &mut |name| {
            unknown.insert(format!("program.region.{name}"));
        })?;
        let text = |at| Ok(fields.optional(at, Raw::text)?.map(|text| text.into_owned()));
        let former = fields.optional(1, |raw| raw.list(|raw| raw.text().map(|text| text.into_owned())))?;
        Ok(Region { code: text(0)?, former_codes: former.unwrap_or_default(), name: text(2)?, province: text(3)? })
    })?;
    let contributions = fields.required(6, |raw| raw.list(|raw| contribution(raw, unknown)))?;
    for (place, rate) in contributions.iter().enumerate() {
        let key = |rate: &Contribution| (rate.segment, rate.scheme, rate.from);
        if contributions.iter().take(place).any(|earlier| key(earlier) == key(rate)) {
            let mut bad = Bad::kind(LoadErrorKind::RateTwice).inside(&format!("[{place}]")).in_field("contributions");
            bad.at = fields.offset(6);
            return Err(bad);
        }
    }
    let december = Month::new(fiscal_year, 12).ok_or(Bad::reason(Reason::WrongForm(Expected::Year)))?;
    let coverage = fields.optional(7, |raw| {
        let fields = Fields::read(raw, &["from", "to"], &mut |name| {
            unknown.insert(format!("program.coverage.{name}"));
        })?;
        let (from, to) = (fields.optional(0, Raw::month)?, fields.optional(1, Raw::month)?.unwrap_or(december));
        match from.is_some_and(|from| to < from) {
            true => Err(Bad::kind(LoadErrorKind::CoverageReversed).in_field("to")),
            false => Ok(Coverage { from, to }),
        }
    })?;
    Ok(Program {
        name: fields.required(0, Raw::text)?.into_owned(),
        fiscal_year,
        as_of: fields.optional(2, Raw::day)?,
        region: region.unwrap_or_default(),
        target: fields.required(4, Raw::count)?,
        budget: fields.required(5, Raw::money)?,
        rates: Rates::new(contributions),
        coverage: coverage.unwrap_or(Coverage { from: None, to: december }),
        grace_months: fields.optional(8, Raw::small)?.map_or(3, u32::from),
        max_age: fields.optional(9, Raw::small)?.map_or(65, u32::from),
    })
}

fn contribution(raw: Raw<'_>, unknown: &mut BTreeSet<String>) -> Result<Contribution, Bad> {
    let mut note = |name: &str| {
        unknown.insert(format!("program.contributions[].{name}"));
    };
    let fields = Fields::read(raw, &["segment", "scheme", "monthly", "from"], &mut note)?;
    Ok(Contribution {
        segment: fields.optional(0, Raw::segment)?.unwrap_or(Segment::Bpu),
        scheme: fields.required(1, Raw::scheme)?,
        monthly: fields.required(2, Raw::money)?,
        from: fields.optional(3, Raw::month)?,
    })
}

fn groups(raw: Raw<'_>, unknown: &mut BTreeSet<String>) -> Result<Vec<Group>, Bad> {
    let mut ids = BTreeSet::new();
    raw.list(|raw| {
        let mut note = |name: &str| {
            unknown.insert(format!("groups[].{name}"));
        };
        let fields = Fields::read(raw, &["id", "name", "segment", "target"], &mut note)?;
        let id = fields.required(0, Raw::text)?.into_owned();
        if !ids.insert(id.clone()) {
            return Err(Bad::kind(LoadErrorKind::GroupTwice).in_field("id"));
        }
        Ok(Group {
            id,
            name: fields.required(1, name)?,
            segment: fields.optional(2, Raw::segment)?.unwrap_or(Segment::Bpu),
            target: fields.optional(3, Raw::count)?,
        })
    })
}

/// A string, or `{id, en}` with at least one of them.
fn name(raw: Raw<'_>) -> Result<Name, Bad> {
    if raw.kind() == Kind::Text {
        let text = raw.text()?.into_owned();
        return Ok(Name { id: text.clone(), en: text });
    }
    if raw.kind() != Kind::Object {
        return Err(raw.wrong(Expected::Name));
    }
    let fields = Fields::read(raw, &["id", "en"], &mut |_| ())?;
    let text = |at| Ok(fields.optional(at, Raw::text)?.map(|text| text.into_owned()));
    match (text(0)?, text(1)?) {
        (Some(id), Some(en)) => Ok(Name { id, en }),
        (Some(only), None) | (None, Some(only)) => Ok(Name { id: only.clone(), en: only }),
        (None, None) => Err(raw.wrong(Expected::Name)),
    }
}

impl<'a> Raw<'a> {
    fn day(self) -> Result<Day, Bad> {
        self.form(Expected::Date, parse_day)
    }

    fn month(self) -> Result<Month, Bad> {
        self.form(Expected::Month, Month::parse)
    }

    fn segment(self) -> Result<Segment, Bad> {
        self.one_of(&["BPU", "PU"], Segment::parse)
    }

    fn scheme(self) -> Result<Scheme, Bad> {
        self.one_of(&["JKK", "JKM"], Scheme::parse)
    }

    fn money(self) -> Result<Rupiah, Bad> {
        let text = match self.kind() {
            Kind::Number => self.0.into(),
            Kind::Text => self.text()?,
            _ => return Err(self.wrong(Expected::Money)),
        };
        Rupiah::parse(&text).ok_or(Bad::reason(Reason::WrongForm(Expected::Money)))
    }
}

//! The wire format `lindungi/roster/1` (design.md §2): the only place that knows it. Reading streams: blocks of the
//! file are parsed where they lie and each worker goes straight into the columns; the document is never held whole.
//!
//! Two kinds of wrong: a *bad file* stops the reading with a [`LoadError`]; a *bad row* is set aside and counted.

mod feed;
mod fields;
mod program;
mod raw;
mod rows;
mod write;

pub use feed::{Fault, LoadError, Place};
pub use write::{Document, write};

use super::program::{Claim, Group, PastYear, Payment, Planned, Program, Quota};
use super::store::Store;
use super::{Expected, Kind, Parts, Reason, Roster, Section, SetAside};
use feed::Feed;
use fields::{DocumentField, Field};
use raw::{Bad, Raw};
use std::collections::BTreeSet;
use std::io::Read;

/// The schema that this program reads and writes.
pub(crate) const SCHEMA: &str = "lindungi/roster/1";

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
    payments_known: bool,
    plan: Vec<Planned>,
    claims: Vec<Claim>,
    districts: Vec<Quota>,
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
            payments_known: false,
            plan: Vec::new(),
            claims: Vec::new(),
            districts: Vec::new(),
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
            let Some((field, name)) = DocumentField::ALL.into_iter().find(|(_, name)| *name == key) else {
                self.unknown_fields.insert(key);
                self.feed.value(|_| ())?;
                continue;
            };
            if !seen.insert(name) {
                return Err(self.feed.error(name, LoadErrorKind::Field(Reason::Duplicate)));
            }
            self.member(field)?;
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
        let missing = |field: DocumentField| self.feed.error(field.name(), LoadErrorKind::Field(Reason::Missing));
        if !self.schema {
            return Err(missing(DocumentField::Schema));
        }
        let program = self.program.ok_or_else(|| missing(DocumentField::Program))?;
        let groups = self.groups.ok_or_else(|| missing(DocumentField::Groups))?;
        Ok(Roster::seal(Parts {
            synthetic: self.synthetic,
            program,
            groups,
            workers: self.workers,
            payments: self.payments,
            payments_known: self.payments_known,
            plan: self.plan,
            claims: self.claims,
            districts: self.districts,
            history: self.history,
            set_aside: self.set_aside,
            unknown_fields: self.unknown_fields.into_iter().collect(),
        }))
    }

    fn member(&mut self, field: DocumentField) -> Result<(), LoadError> {
        match field {
            DocumentField::Schema => self.schema(),
            DocumentField::Synthetic => {
                self.synthetic = self.whole(field, |raw| raw.optional(Raw::bool))?.unwrap_or(false);
                Ok(())
            }
            DocumentField::Program => {
                self.program = Some(self.noting(field, "", program::program)?);
                Ok(())
            }
            DocumentField::Groups => {
                self.groups = Some(self.noting(field, "[]", program::groups)?);
                Ok(())
            }
            DocumentField::Workers => self.rows(Section::Workers),
            DocumentField::Payments => self.rows(Section::Payments),
            DocumentField::Plan => self.rows(Section::Plan),
            DocumentField::Claims => self.rows(Section::Claims),
            DocumentField::Districts => self.rows(Section::Districts),
            DocumentField::History => self.rows(Section::History),
        }
    }

    fn schema(&mut self) -> Result<(), LoadError> {
        let schema = self.whole(DocumentField::Schema, |raw| raw.text().map(|text| text.into_owned()))?;
        self.schema = true;
        match schema == SCHEMA {
            true => Ok(()),
            false => Err(self.feed.error(DocumentField::Schema.name(), LoadErrorKind::Schema(schema))),
        }
    }

    /// One value that must be right as a whole.
    fn whole<T>(&mut self, field: DocumentField, read: impl FnOnce(Raw<'_>) -> Result<T, Bad>) -> Result<T, LoadError> {
        let start = self.feed.place()?;
        let (value, place) = self.feed.value(|text| {
            let value = read(Raw(text));
            let place = value.as_ref().err().and_then(|bad| bad.at).map(|at| feed::Place::within(start, text, at));
            (value, place)
        })?;
        value.map_err(|bad| {
            let path = format!("{}{}", field.name(), bad.path);
            let kind = bad.kind.unwrap_or(LoadErrorKind::Field(bad.reason));
            LoadError { place: place.unwrap_or(start), path, kind }
        })
    }

    /// The same; what is unknown in it is noted behind its own name and `element`.
    fn noting<T>(
        &mut self,
        field: DocumentField,
        element: &str,
        read: impl FnOnce(Raw<'_>, &mut dyn FnMut(&str)) -> Result<T, Bad>,
    ) -> Result<T, LoadError> {
        let mut unknown = std::mem::take(&mut self.unknown_fields);
        let mut note = |name: &str| {
            unknown.insert(format!("{}{element}.{name}", field.name()));
        };
        let value = self.whole(field, |raw| read(raw, &mut note));
        self.unknown_fields = unknown;
        value
    }

    /// The elements of one of the lists, each good or set aside.
    fn rows(&mut self, section: Section) -> Result<(), LoadError> {
        if !self.feed.take(b'[')? {
            let kind = self.feed.kind()?;
            let reason = Reason::WrongKind(kind, Expected::List);
            let error = self.feed.error(section.code(), LoadErrorKind::Field(reason));
            let blank = matches!(kind, Kind::Null | Kind::Text) && self.feed.value(|text| Raw(text).is_blank())?;
            return if blank { Ok(()) } else { Err(error) };
        }
        self.payments_known |= section == Section::Payments;
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
        let Reader { feed, workers, payments, plan, claims, districts, history, unknown_fields, .. } = self;
        let mut unknown = |name: &str| {
            unknown_fields.insert(format!("{}[].{name}", section.code()));
        };
        if section == Section::Workers {
            let line = feed.line()?.and_then(|line| {
                let record = rows::worker(Raw(line), &mut unknown).ok()?;
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
                Section::Workers => rows::worker(raw, &mut unknown).and_then(|record| match workers.push(&record) {
                    true => Ok(()),
                    false => Err(Bad::reason(Reason::Full)),
                }),
                Section::Payments => rows::payment(raw, &mut unknown).map(|payment| payments.push(payment)),
                Section::Plan => rows::planned(raw, &mut unknown).map(|planned| plan.push(planned)),
                Section::Claims => rows::claim(raw, &mut unknown).map(|claim| claims.push(claim)),
                Section::Districts => rows::district(raw, &mut unknown).map(|quota| districts.push(quota)),
                Section::History => rows::past_year(raw, &mut unknown).map(|year| history.push(year)),
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

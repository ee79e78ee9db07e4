//! The wire format `lindungi/roster/1` (design.md §2): the only place that knows it. Reading streams: blocks of the
//! file are parsed where they lie and each worker goes straight into the columns; the document is never held whole.
//!
//! ```text
//! Feed (blocks, places) ─► Scanner: a row of the usual shape, in one pass      ─► columns
//!                      └─► serde_json: every other value, and what is wrong with it
//! ```
//!
//! A file that can be read at any place is read by two of these beside each other, see [`split`].
//!
//! Two kinds of wrong: a *bad file* stops the reading with a [`LoadError`]; a *bad row* is set aside and counted.

mod alien;
mod blank;
mod edit;
mod feed;
pub(crate) mod fields;
mod lacks;
mod lines;
mod list;
mod program;
mod raw;
mod rows;
mod safe;
mod scan;
pub(crate) mod schema;
mod shape;
mod split;
mod write;

pub use alien::Alien;
pub(crate) use blank::{blank, to_fill_in};
pub(crate) use edit::{Change, edit};
pub(crate) use feed::LONGEST;
pub use feed::{Fault, LoadError, Place};
pub(crate) use fields::WorkerField;
pub use lacks::Lack;
pub(crate) use lines::{Wanted, lines};
pub(crate) use safe::{compact, line, pretty};
pub use split::ReadAt;
pub use write::{Document, write};

use super::aside::Aside;
use super::program::{Claim, Group, PastYear, Payment, Planned, Program, Quota};
use super::store::Store;
use super::{Expected, Kind, Parts, Reason, Roster, Section, room};
use feed::Feed;
use fields::{DocumentField, Field};
use list::Pair;
use raw::{Bad, Raw};
use scan::Scanner;
use std::collections::BTreeSet;
use std::io::{ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::Ordering;

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
    /// One value that goes on and on.
    Endless,
    /// A text of another kind.
    Alien(Alien),
    /// A list where one object is expected.
    ListAtTop,
    /// Several documents, one after the other.
    JsonLines,
    /// Another schema, or another version of it.
    Schema(String),
    /// A field of the programme or of a group is wrong.
    Field(Reason),
    /// Required parts are not there: all of them.
    Missing(Vec<Lack>),
    /// The same segment, scheme and `from` twice.
    RateTwice,
    /// The same group id twice.
    GroupTwice,
    /// `coverage.to` before `coverage.from`.
    CoverageReversed,
}

/// What has been read so far.
pub struct Progress<'a> {
    /// The programme, once it has been read.
    pub program: Option<&'a Program>,
    /// The groups, once they have been read.
    pub groups: &'a [Group],
    /// Whether the data says that it is invented.
    pub synthetic: bool,
    /// The workers so far, from the first on.
    pub workers: &'a Store,
    /// How many workers have been read in all: some of them farther on, by a second reader.
    pub rows: u64,
    /// Rows set aside so far.
    pub set_aside: usize,
}

/// Reads a roster from a stream. `watch` is told of the progress after every block.
pub fn read(input: &mut dyn Read, watch: &mut dyn FnMut(&Progress<'_>)) -> Result<Roster, LoadError> {
    Reader::new(Feed::new(input, 0), watch).document()
}

/// Reads a roster from a text that can be read at several places: what is large is read by two.
pub fn read_at(text: &dyn ReadAt, watch: &mut dyn FnMut(&Progress<'_>)) -> Result<Roster, LoadError> {
    let mut reader = Reader::new(Feed::new(split::From { text, offset: 0 }, 0), watch);
    reader.text = Some((text, &split::guess));
    reader.document()
}

/// Bytes that all that is made of a worker, and of a payment, takes beside what is read.
const OF_ROW: usize = 64;
const OF_PAYMENT: usize = 2 * size_of::<Payment>();

/// Where a second reader begins: of a text, its first row and that row's place.
type Guess<'a> = &'a dyn Fn(&dyn ReadAt, &[u8], u64) -> Option<u64>;

struct Reader<'a> {
    feed: Feed<'a>,
    /// The whole text, where it can be read at several places.
    text: Option<(&'a dyn ReadAt, Guess<'a>)>,
    /// The other reader: what the first knows of the second, and what the second is told.
    pair: Arc<Pair>,
    /// Whether this is the second.
    is_second: bool,
    scanner: Scanner,
    watch: &'a mut dyn FnMut(&Progress<'_>),
    synthetic: bool,
    schema: bool,
    program: Option<Program>,
    groups: Option<Vec<Group>>,
    has_workers: bool,
    lacks: Vec<Lack>,
    /// Where the first of them is.
    lacking: Option<Place>,
    workers: Store,
    payments: Vec<Payment>,
    payments_known: bool,
    plan: Vec<Planned>,
    claims: Vec<Claim>,
    districts: Vec<Quota>,
    history: Vec<PastYear>,
    set_aside: Aside,
    unknown_fields: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    fn new(feed: Feed<'a>, watch: &'a mut dyn FnMut(&Progress<'_>)) -> Reader<'a> {
        Reader {
            feed,
            text: None,
            pair: Arc::default(),
            is_second: false,
            scanner: Scanner::default(),
            watch,
            synthetic: false,
            schema: false,
            program: None,
            groups: None,
            has_workers: false,
            lacks: Vec::new(),
            lacking: None,
            workers: Store::default(),
            payments: Vec::new(),
            payments_known: false,
            plan: Vec::new(),
            claims: Vec::new(),
            districts: Vec::new(),
            history: Vec::new(),
            set_aside: Aside::default(),
            unknown_fields: BTreeSet::new(),
        }
    }

    fn document(mut self) -> Result<Roster, LoadError> {
        let Some(first) = self.feed.peek()? else {
            return Err(self.feed.error("", LoadErrorKind::Empty));
        };
        // Of what begins like a roster no more is waited for than `{\rtf` has.
        let told_by = if matches!(first, b'{' | b'[') { 5 } else { alien::TOLD_BY };
        if let Some(alien) = alien::alien(self.feed.ahead(told_by)?) {
            return Err(self.feed.error("", LoadErrorKind::Alien(alien)));
        }
        if !self.feed.take(b'{')? {
            let kind = match self.feed.kind()? {
                Kind::List => LoadErrorKind::ListAtTop,
                kind => LoadErrorKind::Field(Reason::WrongKind(kind, Expected::Object)),
            };
            let error = self.feed.error("", kind);
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
                _ if alien::is_comment(self.feed.ahead(2)?) => LoadErrorKind::Syntax(Fault::Comment),
                _ => LoadErrorKind::Syntax(Fault::Trailing),
            };
            return Err(self.feed.error("", kind));
        }
        self.finish()
    }

    /// Everything that is missing, in the order of the format.
    fn lacks(&mut self) -> Vec<Lack> {
        let others: Vec<String> = self.unknown_fields.iter().filter(|name| !name.contains('.')).cloned().collect();
        let known = |name: &str| self.lacks.iter().any(|lack| lack.path.starts_with(name));
        let there = [
            (DocumentField::Schema, self.schema),
            (DocumentField::Program, self.program.is_some() || known(DocumentField::Program.name())),
            (DocumentField::Groups, self.groups.is_some() || known(DocumentField::Groups.name())),
            (DocumentField::Workers, self.has_workers),
        ];
        let missing = there.into_iter().filter(|(_, there)| !there).map(|(field, _)| field.name());
        let missing = missing.map(|name| Lack { path: name.to_owned(), instead: lacks::near(name, &others) });
        let mut all: Vec<Lack> = missing.collect();
        all.append(&mut self.lacks);
        all
    }

    fn finish(mut self) -> Result<Roster, LoadError> {
        let lacks = self.lacks();
        let (Some(program), Some(groups), true) = (self.program.take(), self.groups.take(), lacks.is_empty()) else {
            let path = if let [lack] = lacks.as_slice() { lack.path.clone() } else { String::new() };
            let mut error = self.feed.error(&path, LoadErrorKind::Missing(lacks));
            error.place = self.lacking.unwrap_or(error.place);
            return Err(error);
        };
        // The index, the audit and the first answer go over every row and payment.
        self.room(self.workers.len() * OF_ROW + self.payments.len() * OF_PAYMENT)?;
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
                let read = self.noting(field, "", |raw, unknown| match lacks::program(raw) {
                    lacks if lacks.is_empty() => program::program(raw, unknown),
                    lacks => Err(Bad::kind(LoadErrorKind::Missing(lacks))),
                });
                self.program = self.unless_lacking(read)?;
                Ok(())
            }
            DocumentField::Groups => {
                let read = self.noting(field, "[]", |raw, unknown| match lacks::groups(raw) {
                    lacks if lacks.is_empty() => program::groups(raw, unknown),
                    lacks => Err(Bad::kind(LoadErrorKind::Missing(lacks))),
                });
                self.groups = self.unless_lacking(read)?;
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

    /// A part that lacks something does not end the reading: what else is missing is told with it.
    fn unless_lacking<T>(&mut self, read: Result<T, LoadError>) -> Result<Option<T>, LoadError> {
        match read {
            Ok(part) => Ok(Some(part)),
            Err(LoadError { place, kind: LoadErrorKind::Missing(lacks), .. }) => {
                self.lacks.extend(lacks);
                self.lacking.get_or_insert(place);
                Ok(None)
            }
            Err(error) => Err(error),
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
            let kind = bad.kind.map_or(LoadErrorKind::Field(bad.reason), |kind| *kind);
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

    /// Gives the reading up where there is no room for so much more.
    fn room(&self, more: usize) -> Result<(), LoadError> {
        match room::is_there(more.saturating_add(room::SPARE)) {
            true => Ok(()),
            false => Err(self.feed.error("", LoadErrorKind::Io(ErrorKind::OutOfMemory))),
        }
    }

    /// What the next block may take: every column and list may double at once, and those of another reader beside them.
    fn growth(&self) -> usize {
        // The columns take less than half of the text, but where names are long.
        let columns = self.workers.names.held().max(self.feed.passed() / 2);
        let lists = self.payments.capacity() * size_of::<Payment>()
            + self.claims.capacity() * size_of::<Claim>()
            + self.plan.capacity() * size_of::<Planned>()
            + self.districts.capacity() * size_of::<Quota>()
            + self.history.capacity() * size_of::<PastYear>();
        let readers = if self.text.is_some() || self.is_second { 2 } else { 1 };
        readers * (columns + lists)
    }

    fn tell(&mut self) {
        (self.watch)(&Progress {
            program: self.program.as_ref(),
            groups: self.groups.as_deref().unwrap_or(&[]),
            synthetic: self.synthetic,
            workers: &self.workers,
            rows: self.workers.len() as u64 + self.pair.rows.load(Ordering::Relaxed),
            set_aside: self.set_aside.count(),
        });
    }
}

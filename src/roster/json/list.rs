//! The lists of the file, element by element: each is good, or set aside with its reason. A list of workers may be read by
//! two readers, see [`split`](super::split).

use super::feed::{Feed, LoadError, Place};
use super::raw::{Bad, Raw};
use super::scan::Scanned;
use super::split::{self, ReadAt};
use super::{LoadErrorKind, Progress, Reader, rows};
use crate::roster::aside::Aside;
use crate::roster::cores;
use crate::roster::store::Store;
use crate::roster::{Expected, Kind, Reason, Section, SetAside};
use std::cmp::Ordering::{Equal, Greater, Less};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

/// What two readers know of each other.
#[derive(Default)]
pub struct Pair {
    /// Workers that the second has read.
    pub rows: AtomicU64,
    /// Whether it need not go on.
    stop: AtomicBool,
}

/// How far a list has been read.
struct Walk {
    /// Whether no element has been read.
    first: bool,
    /// How many elements have been read.
    position: usize,
    /// Whether an element is due: what parts it from the one before is behind us.
    due: bool,
}

/// Where the reading of a list came to.
#[derive(PartialEq, Eq)]
enum Came {
    /// To its end.
    End,
    /// To the byte that was asked for, where an element is due.
    There,
    /// Nowhere: nobody needs it any more.
    Nowhere,
}

impl<'a> Reader<'a> {
    /// The elements of one of the lists, each good or set aside.
    pub fn rows(&mut self, section: Section) -> Result<(), LoadError> {
        if !self.feed.take(b'[')? {
            let kind = self.feed.kind()?;
            let reason = Reason::WrongKind(kind, Expected::List);
            let error = self.feed.error(section.code(), LoadErrorKind::Field(reason));
            let blank = matches!(kind, Kind::Null | Kind::Text) && self.feed.value(|text| Raw(text).is_blank())?;
            return if blank { Ok(()) } else { Err(error) };
        }
        self.payments_known |= section == Section::Payments;
        self.has_workers |= section == Section::Workers;
        let mut walk = Walk { first: true, position: 0, due: false };
        if section == Section::Workers
            && let Some((text, guess)) = self.text
        {
            self.feed.peek()?;
            if let Some(there) = guess(text, self.feed.rest(), self.feed.offset()) {
                return self.rows_with_another(text, there, &mut walk);
            }
        }
        self.elements(section, &mut walk, None).map(|_| ())
    }

    /// The same while another reader begins at `there`.
    fn rows_with_another(&mut self, text: &'a dyn ReadAt, there: u64, walk: &mut Walk) -> Result<(), LoadError> {
        let pair = Arc::clone(&self.pair);
        thread::scope(|scope| {
            let (done, ended) = mpsc::channel();
            let other = Arc::clone(&pair);
            let read_on = move || {
                let part = Part::read(text, there, other);
                let _ = done.send(());
                part
            };
            let Ok(second) = cores::begin(scope, read_on) else {
                return self.elements(Section::Workers, walk, None).map(|_| ());
            };
            let came = self.elements(Section::Workers, walk, Some(there));
            if !matches!(came, Ok(Came::There)) {
                pair.stop.store(true, Ordering::Relaxed);
                return came.map(|_| ());
            }
            while ended.recv_timeout(PATIENCE).is_err() && !second.is_finished() {
                self.tell();
            }
            let part = second.join().ok().flatten();
            pair.rows.store(0, Ordering::Relaxed);
            match part.is_some_and(|part| self.takes(part, text, walk)) {
                true => Ok(()),
                false => self.elements(Section::Workers, walk, None).map(|_| ()),
            }
        })
    }

    /// Puts what another has read behind what was read here; `false`, and nothing is changed, where there is no room.
    fn takes(&mut self, part: Part, text: &'a dyn ReadAt, walk: &Walk) -> bool {
        let start = self.feed.here();
        if self.room(self.growth()).is_err() || !self.workers.append(part.workers) {
            return false;
        }
        self.set_aside.append(part.set_aside, |aside| SetAside {
            position: aside.position + walk.position,
            line: aside.line + start.line - 1,
            ..aside
        });
        self.unknown_fields.extend(part.unknown_fields);
        self.feed.go_on(split::From { text, offset: part.offset }, part.offset, part.place.from(start));
        true
    }

    /// Reads elements of a list to its end, or to where one begins at the byte `until`.
    fn elements(&mut self, section: Section, walk: &mut Walk, mut until: Option<u64>) -> Result<Came, LoadError> {
        loop {
            if !walk.due && self.feed.end_of_list(b']', &mut walk.first)? {
                return Ok(Came::End);
            }
            walk.due = true;
            if let Some(there) = until {
                self.feed.peek()?;
                match self.feed.offset().cmp(&there) {
                    Less => {}
                    Equal => return Ok(Came::There),
                    Greater => {
                        until = None;
                        self.pair.stop.store(true, Ordering::Relaxed);
                    }
                }
            }
            if let Err((bad, behind)) = self.row(section)? {
                let line = self.feed.here().line.saturating_sub(behind);
                let position = walk.position;
                self.set_aside.push(SetAside { section, position, line, field: bad.field, reason: bad.reason });
            }
            walk.due = false;
            walk.position += 1;
            if self.feed.filled() {
                if self.is_second && self.pair.stop.load(Ordering::Relaxed) {
                    return Ok(Came::Nowhere);
                }
                self.room(self.growth())?;
                self.tell();
            }
        }
    }

    /// The next element of a list. A worker's row that the scanner does not take, or that is not good, is read in the
    /// general way, which also knows what is wrong with it, and how many lines before the row's end.
    fn row(&mut self, section: Section) -> Result<Result<(), (Bad, u64)>, LoadError> {
        if section == Section::Workers && self.scan()? {
            return Ok(Ok(()));
        }
        let Reader { feed, scanner, workers, payments, plan, claims, districts, history, unknown_fields, .. } = self;
        let mut others: Vec<String> = Vec::new();
        let mut unknown = |name: &str| others.push(name.to_owned());
        let read = feed.value(|text| {
            let raw = Raw(text);
            let read = match section {
                Section::Workers => rows::worker(raw, &mut unknown).and_then(|record| match workers.push(&record) {
                    true => {
                        scanner.learn(text);
                        Ok(())
                    }
                    false => Err(Bad::reason(Reason::Full)),
                }),
                Section::Payments => rows::payment(raw, &mut unknown).map(|payment| payments.push(payment)),
                Section::Plan => rows::planned(raw, &mut unknown).map(|planned| plan.push(planned)),
                Section::Claims => rows::claim(raw, &mut unknown).map(|claim| claims.push(claim)),
                Section::Districts => rows::district(raw, &mut unknown).map(|quota| districts.push(quota)),
                Section::History => rows::past_year(raw, &mut unknown).map(|year| history.push(year)),
            };
            read.map_err(|bad| {
                let behind = text.get(bad.at.unwrap_or(0)..).unwrap_or("");
                let lines = memchr::memchr_iter(b'\n', behind.as_bytes()).count() as u64;
                (bad, lines)
            })
        })?;
        for name in others {
            scanner.unknown(&name);
            unknown_fields.insert(format!("{}[].{name}", section.code()));
        }
        Ok(read)
    }

    /// Takes the next worker if the row is of the usual shape.
    fn scan(&mut self) -> Result<bool, LoadError> {
        self.feed.peek()?;
        loop {
            let taken = match self.scanner.row(self.feed.rest()) {
                Scanned::Row(row, bytes) => self.workers.push_usual(&row).then_some(bytes),
                Scanned::Unusual => None,
                Scanned::Cut => match self.feed.fill()? {
                    true => continue,
                    false => None,
                },
            };
            self.feed.pass(taken.unwrap_or(0));
            return Ok(taken.is_some());
        }
    }
}

/// How long a reader that waits for another one lets nobody hear of it.
const PATIENCE: Duration = Duration::from_millis(50);

/// The rest of the list of workers from one place on, as another reader read it.
struct Part {
    workers: Store,
    set_aside: Aside,
    unknown_fields: BTreeSet<String>,
    /// Where the list ended, in bytes from the text's start.
    offset: u64,
    /// The same, counted from where this part began.
    place: Place,
}

impl Part {
    /// Reads it; `None` where something ends a reading, be it an error or that nobody needs it.
    fn read(text: &dyn ReadAt, from: u64, pair: Arc<Pair>) -> Option<Part> {
        let own = Arc::clone(&pair);
        let mut count = |progress: &Progress<'_>| own.rows.store(progress.workers.len() as u64, Ordering::Relaxed);
        let mut reader = Reader::new(Feed::new(split::From { text, offset: from }, from), &mut count);
        (reader.pair, reader.is_second) = (pair, true);
        let mut walk = Walk { first: false, position: 0, due: true };
        let came = reader.elements(Section::Workers, &mut walk, None).ok()?;
        let (offset, place) = (reader.feed.offset(), reader.feed.here());
        let Reader { workers, set_aside, unknown_fields, .. } = reader;
        (came == Came::End).then_some(Part { workers, set_aside, unknown_fields, offset, place })
    }
}

//! The same worker in another reading of the roster, so that a cursor and marks stay on whom they were put: by the
//! office's id where name or birth date agrees (it may be a row's number), where there is none by NIK, else by name and
//! birth date.

use super::Roster;
use super::calendar::Day;
use super::columns::Held;
use super::rows::Row;
use super::store::Worker;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a worker is known by.
#[derive(PartialEq, Eq, Hash)]
enum Known<'a> {
    Id(Cow<'a, str>),
    Nik(String),
    Person(&'a str, Option<Day>),
}

impl<'a> Known<'a> {
    fn by(worker: Worker<'a>) -> Known<'a> {
        match (worker.id(), worker.nik()) {
            (Some(id), _) => Known::Id(id),
            (None, Held::Text(nik)) => Known::Nik(nik.reveal().to_owned()),
            (None, _) => Known::Person(worker.folded_name(), worker.birth()),
        }
    }

    /// Whether `own`, who is known so, is the same as another.
    fn is(&self, own: Worker<'_>, other: Worker<'_>) -> bool {
        *self == Known::by(other) && (!matches!(self, Known::Id(_)) || own.is_alike(other))
    }
}

/// Where these workers of a former reading stand now, those who still do.
pub fn again(former: &Roster, rows: &BTreeSet<Row>, now: &Roster) -> BTreeMap<Row, Row> {
    let mut found = BTreeMap::new();
    let mut moved = HashMap::new();
    for &row in rows {
        let known = Known::by(former.worker(row));
        // Usually a worker stands where he stood.
        if (row as usize) < now.workers.len() && known.is(former.worker(row), now.worker(row)) {
            found.insert(row, row);
        } else {
            moved.insert(known, row);
        }
    }
    // One look at the list for all of them: a map of everybody in it would cost more than the list.
    for worker in now.iter() {
        if moved.is_empty() {
            break;
        }
        let known = Known::by(worker);
        if let Some(&row) = moved.get(&known)
            && known.is(worker, former.worker(row))
        {
            moved.remove(&known);
            found.insert(row, worker.row);
        }
    }
    found
}

//! The same worker in another reading of the roster, so that a cursor and marks stay on whom they were put: by the
//! office's id where name or birth date agrees (it may be a row's number), where there is none by NIK, else by name and
//! birth date. And whether two readings are one.

use super::Roster;
use super::attribute::Attribute;
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

/// Whether it stands in the file itself, and does not follow from the rest.
fn is_of_file(attribute: Attribute) -> bool {
    use Attribute::{Age, Findings, Group, Lapse, Standing};
    !matches!(attribute, Age | Findings | Group | Lapse | Standing)
}

/// All that the file says of a worker, to tell apart who has no number of his own; never to be shown.
pub fn whole(worker: Worker<'_>) -> Vec<String> {
    let attributes = Attribute::ALL.into_iter().filter(|own| is_of_file(*own));
    let values = attributes.map(|own| worker.get(own));
    values.map(|value| value.reveal().map_or_else(|| format!("{value:?}"), str::to_owned)).collect()
}

/// Whether a row says the same in both.
pub fn is_equal(one: &Roster, other: &Roster, row: Row) -> bool {
    let (one, other) = (one.worker(row), other.worker(row));
    Attribute::ALL.into_iter().filter(|own| is_of_file(*own)).all(|own| one.get(own) == other.get(own))
}

/// Whether two readings say the same, row by row.
pub fn is_one(one: &Roster, other: &Roster) -> bool {
    let rest = |own: &Roster| {
        let lists = (own.groups.clone(), own.payments.clone(), own.plan.clone(), own.claims.clone());
        let said = (own.synthetic, own.program.clone(), own.as_of(), own.unknown_fields.clone());
        (lists, said, own.history.clone(), own.set_aside.clone())
    };
    one.workers.len() == other.workers.len()
        && rest(one) == rest(other)
        && (0..one.workers.len() as Row).all(|row| is_equal(one, other, row))
}

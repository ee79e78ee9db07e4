//! The same worker in another reading of the roster, so that a cursor and marks stay on whom they were put: by a
//! well-formed NIK, else by the office's id with the name, else by name and birth date. An id alone may be a row's number,
//! and by a list that was numbered anew marks would export somebody else. And whether two readings are one.

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
    Nik(String),
    Id(Cow<'a, str>, &'a str),
    Person(&'a str, Option<Day>),
}

impl<'a> Known<'a> {
    fn by(worker: Worker<'a>) -> Known<'a> {
        let name = worker.folded_name();
        match (worker.nik(), worker.id()) {
            (Held::Text(nik), _) if nik.is_well_formed() => Known::Nik(nik.reveal().to_owned()),
            (_, Some(id)) => Known::Id(id, name),
            _ => Known::Person(name, worker.birth()),
        }
    }
}

/// Where these workers of a former reading stand now, those who still do.
pub fn again(former: &Roster, rows: &BTreeSet<Row>, now: &Roster) -> BTreeMap<Row, Row> {
    let mut found = BTreeMap::new();
    let mut moved: HashMap<Known<'_>, Vec<Row>> = HashMap::new();
    for &row in rows {
        let known = Known::by(former.worker(row));
        // Usually a worker stands where he stood.
        let stays = || Known::by(now.worker(row)) == known && former.worker(row).is_alike(now.worker(row));
        if (row as usize) < now.workers.len() && stays() {
            found.insert(row, row);
        } else {
            moved.entry(known).or_default().push(row);
        }
    }
    let mut taken: BTreeSet<Row> = found.values().copied().collect();
    // One look at the list for all of them: a map of everybody in it would cost more than the list. Two people of one NIK
    // are told apart by name and birth date; only who is like nobody of his NIK is taken for its only one, in a second.
    for must_be_alike in [true, false] {
        for worker in now.iter() {
            if moved.is_empty() {
                break;
            }
            let known = Known::by(worker);
            let Some(rows) = moved.get_mut(&known).filter(|_| !taken.contains(&worker.row)) else { continue };
            let is = |row: &Row| !must_be_alike || former.worker(*row).is_alike(worker);
            let Some(place) = rows.iter().position(is) else { continue };
            found.insert(rows.remove(place), worker.row);
            taken.insert(worker.row);
            if rows.is_empty() {
                moved.remove(&known);
            }
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

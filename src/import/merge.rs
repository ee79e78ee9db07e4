//! A list into a roster that has workers already: who is who is told by well-formed NIKs alone. Whom the list does not
//! name stays; what a cell leaves blank stays; and the roster's text stays as it is but for what changes.

use super::Imported;
use super::reason::{Reason, Refusal};
use crate::roster::Roster;
use crate::roster::columns::Held;
use crate::roster::json::{Change, WorkerField};
use crate::roster::rows::Row;
use crate::roster::text::{self, fold};
use crate::roster::worker::Record;
use std::borrow::Cow;
use std::collections::HashMap;

/// Which rows of a roster have each well-formed NIK.
pub struct Known(HashMap<u64, Vec<Row>>);

impl Known {
    /// Those of a roster.
    pub fn of(roster: &Roster) -> Known {
        let mut rows: HashMap<u64, Vec<Row>> = HashMap::new();
        for row in 0..roster.workers.len() as Row {
            if let Some(nik) = roster.workers.proper_nik(row) {
                rows.entry(nik).or_default().push(row);
            }
        }
        Known(rows)
    }

    /// Why a worker of a list cannot be merged: without a NIK nobody could tell whether the roster has that person, and
    /// the same list imported twice would make two of one.
    pub fn refusal(&self, record: &Record<'_>) -> Option<Refusal> {
        match nik(record) {
            None => Some(Refusal::Unmergeable),
            Some(nik) => self.0.get(&nik).filter(|rows| rows.len() > 1).map(|_| Refusal::Ambiguous),
        }
    }

    /// Whether the roster has this worker.
    pub fn has(&self, record: &Record<'_>) -> bool {
        self.row(record).is_some()
    }

    fn row(&self, record: &Record<'_>) -> Option<Row> {
        self.0.get(&nik(record)?)?.first().copied()
    }
}

fn nik(record: &Record<'_>) -> Option<u64> {
    let Held::Text(nik) = &record.nik else { return None };
    crate::roster::worker::Nik::new(nik).is_well_formed().then(|| nik.parse().ok())?
}

/// What a merge does.
pub struct Merge<'a> {
    /// Workers whom the roster has not.
    pub joined: Vec<Record<'a>>,
    /// Workers of whom the list says something else than the roster.
    pub changes: Vec<Change<'a>>,
    /// Workers of whom it says nothing else.
    pub unchanged: usize,
}

impl<'a> Merge<'a> {
    /// Compares the workers of a list with those of a roster.
    pub fn of(imported: &'a Imported, base: &Roster, known: &Known) -> Merge<'a> {
        let mut merge = Merge { joined: Vec::new(), changes: Vec::new(), unchanged: 0 };
        for row in 0..imported.workers.len() as Row {
            let mut new = imported.workers.record(row);
            let Some(own) = known.row(&new) else {
                // An id of another list may be somebody else's here.
                new.id = new.id.filter(|id| base.workers.id_key(id).is_none());
                merge.joined.push(new);
                continue;
            };
            let is_said = imported.said_status.get(row as usize).copied().unwrap_or(false);
            let fields = differing(&base.workers.record(own), &new, is_said);
            if fields.is_empty() {
                merge.unchanged += 1;
            } else {
                merge.changes.push(Change { row: own, record: new, fields });
            }
        }
        merge.changes.sort_by_key(|change| change.row);
        merge
    }
}

/// The fields of which a list says something, and something else than the roster. Case, accents and the signs between
/// digits are no difference.
fn differing(old: &Record<'_>, new: &Record<'_>, is_status_said: bool) -> Vec<WorkerField> {
    fn text(old: Option<&str>, new: Option<&str>) -> bool {
        new.is_some_and(|new| !text::is_blank(new) && old.is_none_or(|old| fold(old) != fold(new)))
    }
    fn number(old: &Held<Cow<'_, str>>, new: &Held<Cow<'_, str>>) -> bool {
        let Held::Text(new) = new else { return false };
        let digits = |text: &str| text::parted_digits(&fold(text)).unwrap_or_else(|| fold(text));
        match old {
            Held::Text(old) => digits(old) != digits(new),
            Held::Missing | Held::NotText => true,
        }
    }
    fn other<T: PartialEq>(old: Option<T>, new: Option<T>) -> bool {
        new.is_some() && new != old
    }
    let all = [
        (WorkerField::Name, text(Some(&old.name), Some(&new.name))),
        (WorkerField::Sex, other(old.sex, new.sex)),
        (WorkerField::BirthDate, other(old.birth, new.birth)),
        (WorkerField::Occupation, text(Some(&old.occupation), Some(&new.occupation))),
        (WorkerField::Segment, other(old.segment, new.segment)),
        (WorkerField::District, text(old.district.as_deref(), new.district.as_deref())),
        (WorkerField::Village, text(old.village.as_deref(), new.village.as_deref())),
        (WorkerField::Status, is_status_said && old.status != new.status),
        (WorkerField::RegisteredOn, other(old.registered, new.registered)),
        (WorkerField::EnrolledOn, other(old.enrolled, new.enrolled)),
        (WorkerField::ProtectedUntil, other(old.until, new.until)),
        (WorkerField::Kpj, number(&old.kpj, &new.kpj)),
        (WorkerField::Phone, number(&old.phone, &new.phone)),
        (WorkerField::WelfareDecile, other(old.decile, new.decile)),
        (WorkerField::Reason, text(old.reason.as_deref(), new.reason.as_deref())),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Reason {
        Reason::Refused(refusal)
    }
}

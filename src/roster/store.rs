//! The workers, held in columns and read as rows. About 60 bytes a worker and no copy of the document's text.

use super::Roster;
use super::calendar::{self, Day};
use super::columns::{Codes, Dates, DayCode, Held, Names, Numbers, Shared};
use super::cores;
use super::marks::Marks;
use super::program::{Group, Segment};
use super::rows::Row;
use super::worker::{Kind, Kpj, KpjKind, Nik, NikKind, Phone, Sex, Standing, Status};
use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

/// Every worker of a roster, column by column.
#[derive(Debug, Default)]
pub struct Store {
    pub(super) names: Names,
    pub(super) ids: Numbers,
    pub(super) niks: Numbers,
    pub(super) kpjs: Numbers,
    pub(super) phones: Numbers,
    pub(super) births: Dates,
    pub(super) registered: Dates,
    pub(super) enrolled: Dates,
    pub(super) until: Dates,
    pub(super) occupations: Shared,
    pub(super) districts: Shared,
    pub(super) villages: Shared,
    pub(super) reasons: Shared,
    /// 0 is unknown, else the decile and one.
    pub(super) deciles: Codes,
    pub(super) marks: Codes,
}

impl Store {
    /// Adds the workers of another store behind these, as if each had been pushed; `false`, and none is added, where
    /// four gigabytes of names are full.
    pub fn append(&mut self, other: Store) -> bool {
        if !self.names.append(other.names) {
            return false;
        }
        // The columns of numbers take about as long as all others.
        let Store { ids, niks, kpjs, phones, .. } = self;
        let numbers =
            Mutex::new(Some([(ids, other.ids), (niks, other.niks), (kpjs, other.kpjs), (phones, other.phones)]));
        let append_numbers = || {
            let columns = numbers.lock().unwrap_or_else(PoisonError::into_inner).take();
            columns.into_iter().flatten().for_each(|(own, other)| own.append(other));
        };
        cores::both(other.marks.len(), append_numbers, || {
            self.births.append(other.births);
            self.registered.append(other.registered);
            self.enrolled.append(other.enrolled);
            self.until.append(other.until);
            self.occupations.append(other.occupations);
            self.districts.append(other.districts);
            self.villages.append(other.villages);
            self.reasons.append(other.reasons);
            self.deciles.append(other.deciles);
            self.marks.append(other.marks);
        });
        true
    }

    /// How many workers there are.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.marks.len() == 0
    }

    /// What the file says of a worker.
    pub fn status(&self, row: Row) -> Status {
        Marks::of(self.marks.get(row)).status()
    }

    pub(super) fn sex(&self, row: Row) -> Option<Sex> {
        Marks::of(self.marks.get(row)).sex()
    }

    pub(super) fn segment(&self, row: Row) -> Option<Segment> {
        Marks::of(self.marks.get(row)).segment()
    }

    /// A worker's NIK as a number, where it is of its digits alone.
    #[inline]
    pub(crate) fn nik_number(&self, row: Row) -> Held<Option<u64>> {
        self.niks.number(row, NikKind::DIGITS.unwrap_or(0))
    }

    /// A worker's KPJ as a number, where it is of its digits alone.
    #[inline]
    pub(crate) fn kpj_number(&self, row: Row) -> Held<Option<u64>> {
        self.kpjs.number(row, KpjKind::DIGITS.unwrap_or(0))
    }

    /// Birth, registration, enrolment and end of protection, as the columns hold them.
    #[inline]
    pub(crate) fn days(&self, row: Row) -> [DayCode; 4] {
        [&self.births, &self.registered, &self.enrolled, &self.until].map(|column| column.code(row))
    }

    /// What tells two workers' NIKs apart: equal keys, equal texts. One that is not well-formed is nobody's.
    pub(crate) fn nik_key(&self, row: Row) -> Option<u64> {
        self.niks.proper_key(row, NikKind::DIGITS?)
    }

    /// What tells two workers' KPJs apart.
    pub(crate) fn kpj_key(&self, row: Row) -> Option<u64> {
        self.kpjs.proper_key(row, KpjKind::DIGITS?)
    }

    /// A worker's NIK, where it is well-formed: the same number in any roster.
    #[inline]
    pub(crate) fn proper_nik(&self, row: Row) -> Option<u64> {
        self.niks.proper_number(row, NikKind::DIGITS?)
    }

    /// A worker's KPJ, where it is well-formed.
    #[inline]
    pub(crate) fn proper_kpj(&self, row: Row) -> Option<u64> {
        self.kpjs.proper_number(row, KpjKind::DIGITS?)
    }

    /// What tells this id apart, if any worker may have it.
    pub(crate) fn id_key(&self, id: &str) -> Option<u64> {
        self.ids.key_of(id)
    }

    /// What tells a worker's id apart.
    pub(crate) fn id_key_of(&self, row: Row) -> Option<u64> {
        self.ids.key(row)
    }

    /// Texts of unusual form that belong to one row each: names, ids, numbers.
    pub(crate) fn odd_texts(&self) -> impl Iterator<Item = (Row, &str)> {
        let numbers = [&self.ids, &self.niks, &self.kpjs, &self.phones];
        self.names.odd_rows().chain(numbers.into_iter().flat_map(|column| column.odd_rows()))
    }

    /// Texts that many rows share: occupations, districts, villages, reasons.
    pub(crate) fn shared_texts(&self) -> impl Iterator<Item = &str> {
        self.shared_columns().into_iter().flat_map(|column| column.texts())
    }

    /// The shared texts of a worker as the file spells them.
    pub(crate) fn shared_texts_of(&self, row: Row) -> impl Iterator<Item = &str> {
        self.shared_columns().into_iter().filter_map(move |column| column.get(row))
    }

    fn shared_columns(&self) -> [&Shared; 4] {
        [&self.occupations, &self.districts, &self.villages, &self.reasons]
    }

    /// The district of a worker as the file spells it.
    pub fn district(&self, row: Row) -> Option<&str> {
        self.districts.get(row)
    }

    /// The village of a worker as the file spells it.
    pub fn village(&self, row: Row) -> Option<&str> {
        self.villages.get(row)
    }

    /// The reason of a worker as the file spells it.
    pub fn reason(&self, row: Row) -> Option<&str> {
        self.reasons.get(row)
    }

    /// The occupation of a worker as the file spells it.
    pub fn occupation(&self, row: Row) -> &str {
        self.occupations.get(row).unwrap_or("")
    }
}

/// One worker of a roster.
#[derive(Clone, Copy)]
pub struct Worker<'a> {
    pub(super) roster: &'a Roster,
    /// The place in the roster.
    pub row: Row,
}

impl<'a> Worker<'a> {
    pub(super) fn new(roster: &'a Roster, row: Row) -> Worker<'a> {
        Worker { roster, row }
    }

    fn store(self) -> &'a Store {
        &self.roster.workers
    }

    /// The office's own id.
    pub fn id(self) -> Option<Cow<'a, str>> {
        match self.store().ids.get(self.row) {
            Held::Text(id) => Some(id),
            _ => None,
        }
    }

    /// The name as the file spells it: to be scrubbed before it is shown.
    pub fn name(self) -> Cow<'a, str> {
        self.store().names.get(self.row)
    }

    /// The name without case and accents.
    pub fn folded_name(self) -> &'a str {
        self.store().names.folded(self.row)
    }

    /// Whether both may be one person by name or birth date.
    pub fn is_alike(self, other: Worker<'_>) -> bool {
        let name = self.folded_name();
        (!name.is_empty() && name == other.folded_name()) || (self.birth().is_some() && self.birth() == other.birth())
    }

    /// The occupation as the file spells it.
    pub fn occupation(self) -> &'a str {
        self.store().occupation(self.row)
    }

    /// The occupation group; `None` if the programme has no such group.
    pub fn group(self) -> Option<&'a Group> {
        self.roster.groups.get(self.group_index()?)
    }

    /// The group's place among the programme's groups.
    pub fn group_index(self) -> Option<usize> {
        self.roster.group_of_occupation(self.store().occupations.codes().get(self.row))
    }

    /// The segment that decides the rate: the worker's own, else the group's, else BPU.
    pub fn segment(self) -> Segment {
        let own = self.store().segment(self.row);
        own.or_else(|| self.group().map(|group| group.segment)).unwrap_or(Segment::Bpu)
    }

    /// What the file says.
    pub fn status(self) -> Status {
        self.store().status(self.row)
    }

    /// Where the worker stands on the roster's date.
    pub fn standing(self) -> Standing {
        let status = self.status();
        self.roster.grace.standing(status, self.store().until.code(self.row)).unwrap_or_else(|| {
            let program = &self.roster.program;
            Standing::on(self.roster.as_of(), status, self.until(), program.grace_months)
        })
    }

    /// Sex.
    pub fn sex(self) -> Option<Sex> {
        self.store().sex(self.row)
    }

    /// Date of birth.
    pub fn birth(self) -> Option<Day> {
        self.store().births.get(self.row)
    }

    /// The roster's date.
    pub fn as_of(self) -> Day {
        self.roster.as_of()
    }

    /// Completed years on the roster's date.
    pub fn age(self) -> Option<u32> {
        calendar::age(self.birth()?, self.roster.as_of())
    }

    /// District (distrik), in the spelling of all its rows.
    pub fn district(self) -> Option<&'a str> {
        self.roster.index().district_names.shown(self.store().districts.codes().get(self.row))
    }

    /// Village (kelurahan), in the spelling of all its rows.
    pub fn village(self) -> Option<&'a str> {
        self.roster.index().village_names.shown(self.store().villages.codes().get(self.row))
    }

    /// Why the worker is rejected or inactive, in the spelling of all who have the reason.
    pub fn reason(self) -> Option<&'a str> {
        self.roster.index().reason_names.shown(self.store().reasons.codes().get(self.row))
    }

    /// The day an office listed the worker.
    pub fn registered(self) -> Option<Day> {
        self.store().registered.get(self.row)
    }

    /// The day membership began.
    pub fn enrolled(self) -> Option<Day> {
        self.store().enrolled.get(self.row)
    }

    /// The last day of protection.
    pub fn until(self) -> Option<Day> {
        self.store().until.get(self.row)
    }

    /// The last day of the grace months.
    pub fn grace_until(self) -> Option<Day> {
        calendar::months_after(self.until()?, self.roster.program.grace_months)
    }

    /// The first day without protection: the day after the grace months.
    pub fn lapse(self) -> Option<Day> {
        calendar::days_after(self.grace_until()?, 1)
    }

    /// National identity number.
    pub fn nik(self) -> Held<Nik> {
        private(self.store().niks.get(self.row), Nik::new)
    }

    /// Membership number.
    pub fn kpj(self) -> Held<Kpj> {
        private(self.store().kpjs.get(self.row), Kpj::new)
    }

    /// Telephone number.
    pub fn phone(self) -> Held<Phone> {
        private(self.store().phones.get(self.row), Phone::new)
    }

    /// Tenth of welfare; 1 is extreme poverty.
    pub fn decile(self) -> Option<u8> {
        let code = self.store().deciles.get(self.row);
        code.checked_sub(1).and_then(|decile| u8::try_from(decile).ok())
    }
}

fn private<T>(held: Held<Cow<'_, str>>, new: impl Fn(&str) -> T) -> Held<T> {
    match held {
        Held::Missing => Held::Missing,
        Held::NotText => Held::NotText,
        Held::Text(text) => Held::Text(new(&text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::worker::Record;
    use proptest::collection::vec;
    use proptest::option::of;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn number() -> impl Strategy<Value = Held<Cow<'static, str>>> {
        let text = |text: String| Held::Text(Cow::Owned(text));
        prop_oneof![
            "[A-Z]?[0-9]{1,2}".prop_map(text),
            "[0-9]{15,17}".prop_map(text),
            Just(Held::NotText),
            Just(Held::Missing)
        ]
    }

    fn shared() -> impl Strategy<Value = Option<Cow<'static, str>>> {
        of("[A-D]".prop_map(Cow::Owned))
    }

    fn day() -> impl Strategy<Value = Option<Day>> {
        of((600_000..800_000).prop_map(|days| Day::from_num_days_from_ce_opt(days).unwrap_or_default()))
    }

    fn record() -> impl Strategy<Value = Record<'static>> {
        let who = (of("[A-Z]?[0-9]{1,3}"), number(), "[A-Ba-bé ]{0,4}", of(select(&Sex::ALL)), day());
        let place = ("[a-d]{1,2}", of(select(&Segment::ALL)), shared(), shared());
        let way = (select(&Status::ALL), day(), day(), day());
        let rest = (of(any::<u8>()), shared());
        (who, place, way, number(), number(), rest).prop_map(|(who, place, way, kpj, phone, (decile, reason))| {
            let (id, nik, name, sex, birth) = who;
            let (occupation, segment, district, village) = place;
            let (status, registered, enrolled, until) = way;
            let (id, name, occupation) = (id.map(Cow::Owned), Cow::Owned(name), Cow::Owned(occupation));
            Record {
                id,
                nik,
                name,
                sex,
                birth,
                occupation,
                segment,
                district,
                village,
                status,
                registered,
                enrolled,
                until,
                kpj,
                phone,
                decile,
                reason,
            }
        })
    }

    fn filled(records: &[Record<'_>]) -> Store {
        let mut store = Store::default();
        assert!(records.iter().all(|record| store.push(record)));
        store
    }

    proptest! {
        #[test]
        fn appended_workers_are_pushed_workers(a in vec(record(), 0..30), b in vec(record(), 0..30)) {
            let mut appended = filled(&a);
            prop_assert!(appended.append(filled(&b)));
            let records = [a, b].concat();
            let pushed = filled(&records);
            prop_assert_eq!(appended.len(), pushed.len());
            for (row, record) in (0..).zip(&records) {
                prop_assert_eq!(&appended.record(row), record);
                for other in 0..row {
                    let same = |store: &Store| {
                        (store.nik_key(row) == store.nik_key(other), store.kpj_key(row) == store.kpj_key(other))
                    };
                    prop_assert_eq!(same(&appended), same(&pushed), "{} {}", row, other);
                }
            }
            let odd = |store: &Store| {
                let mut odd: Vec<_> = store.odd_texts().map(|(row, text)| (row, text.to_owned())).collect();
                odd.sort();
                odd
            };
            prop_assert_eq!(odd(&appended), odd(&pushed));
            prop_assert!(appended.shared_texts().eq(pushed.shared_texts()));
        }
    }
}

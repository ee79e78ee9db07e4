//! A worker of whom a row says everything in the usual form: it saves a million rows what a
//! [`Record`](super::worker::Record) costs.

use super::columns::DayCode;
use super::marks::Marks;
use super::program::Segment;
use super::store::Store;
use super::worker::{Sex, Status};

/// The fields, texts as they lie in the file: UTF-8, and empty where nothing is said.
pub(super) struct Usual<'a> {
    pub id: &'a [u8],
    pub nik: &'a [u8],
    pub name: &'a str,
    pub sex: Option<Sex>,
    pub birth: DayCode,
    pub occupation: &'a [u8],
    pub segment: Option<Segment>,
    pub district: &'a [u8],
    pub village: &'a [u8],
    pub status: Status,
    pub registered: DayCode,
    pub enrolled: DayCode,
    pub until: DayCode,
    pub kpj: &'a [u8],
    pub phone: &'a [u8],
    pub decile: Option<u8>,
    pub reason: &'a [u8],
}

impl Store {
    /// Adds a worker; `false` where four gigabytes of names are full.
    #[inline]
    pub(super) fn push_usual(&mut self, row: &Usual<'_>) -> bool {
        if !self.names.push(row.name) {
            return false;
        }
        self.ids.push_said(row.id);
        self.niks.push_said(row.nik);
        self.kpjs.push_said(row.kpj);
        self.phones.push_said(row.phone);
        self.births.push_code(row.birth);
        self.registered.push_code(row.registered);
        self.enrolled.push_code(row.enrolled);
        self.until.push_code(row.until);
        self.occupations.push_said(row.occupation);
        self.districts.push_said(row.district);
        self.villages.push_said(row.village);
        self.reasons.push_said(row.reason);
        self.deciles.push(row.decile.map_or(0, |decile| u32::from(decile) + 1));
        self.marks.push(Marks::new(row.sex, row.segment, row.status).code());
        true
    }
}

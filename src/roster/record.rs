//! Workers go into the columns as records, and come out as what went in.

use super::columns::{Held, Numbers};
use super::marks::Marks;
use super::rows::Row;
use super::store::Store;
use super::worker::Record;
use std::borrow::Cow;

impl Store {
    /// Adds a worker; `false` where four gigabytes of names are full.
    pub fn push(&mut self, record: &Record<'_>) -> bool {
        if !self.names.push(&record.name) {
            return false;
        }
        self.ids.push(record.id.as_deref().map_or(Held::Missing, Held::Text));
        push_held(&mut self.niks, &record.nik);
        push_held(&mut self.kpjs, &record.kpj);
        push_held(&mut self.phones, &record.phone);
        self.births.push(record.birth);
        self.registered.push(record.registered);
        self.enrolled.push(record.enrolled);
        self.until.push(record.until);
        self.occupations.push(Some(&record.occupation));
        self.districts.push(record.district.as_deref());
        self.villages.push(record.village.as_deref());
        self.reasons.push(record.reason.as_deref());
        self.deciles.push(record.decile.map_or(0, |decile| u32::from(decile) + 1));
        self.marks.push(Marks::new(record.sex, record.segment, record.status).code());
        true
    }

    /// A worker as it was pushed.
    pub(crate) fn record(&self, row: Row) -> Record<'_> {
        let marks = Marks::of(self.marks.get(row));
        Record {
            id: match self.ids.get(row) {
                Held::Text(id) => Some(id),
                Held::Missing | Held::NotText => None,
            },
            nik: self.niks.get(row),
            name: self.names.get(row),
            sex: marks.sex(),
            birth: self.births.get(row),
            occupation: self.occupation(row).into(),
            segment: marks.segment(),
            district: self.district(row).map(Cow::Borrowed),
            village: self.village(row).map(Cow::Borrowed),
            status: marks.status(),
            registered: self.registered.get(row),
            enrolled: self.enrolled.get(row),
            until: self.until.get(row),
            kpj: self.kpjs.get(row),
            phone: self.phones.get(row),
            decile: self.deciles.get(row).checked_sub(1).and_then(|decile| u8::try_from(decile).ok()),
            reason: self.reason(row).map(Cow::Borrowed),
        }
    }
}

fn push_held(column: &mut Numbers, held: &Held<Cow<'_, str>>) {
    match held {
        Held::Missing => column.push(Held::Missing),
        Held::NotText => column.push(Held::NotText),
        Held::Text(text) => column.push(Held::Text(text)),
    }
}

//! Who is who in two readings: for each person of the newer one the row of the same person in the older one.
//!
//! By NIK, else by KPJ, else by the office's id; each counts only where it is well-formed and on one row alone in both. An
//! id may be a row's number, and a NIK that names no place or day may be anybody's: they count only where the name or the
//! birth date agrees.
//!
//! A map of all numbers of either file would say it in five lines and take seconds of a million people each. But nearly
//! everybody stands where he stood, or a few rows further: so each looks for himself behind the partner of the one before
//! him, and only those who are not there are sorted by their numbers. That a number is on one row alone is found out for
//! all of them first, as the audit does it.

use super::cores;
use super::repeated::repeated;
use super::rows::{Row, RowSet};
use super::sides::Sides;

/// How many rows one looks for himself: so many at once may have left between two who stayed.
const NEAR: usize = 8;

/// For each row of the newer file the row of the same person in the older one.
pub(crate) fn partners(sides: &Sides<'_>) -> Vec<Option<Row>> {
    let (old, new) = (&sides.old.workers, &sides.new.workers);
    let are_alike = |was: Row, is: Row| sides.old.worker(was).is_alike(sides.new.worker(is));
    let mut found = Found { partners: vec![None; new.len()], taken: RowSet::none(old.len()), olds: old.len() };
    let nik = |row: Row| new.proper_nik(row);
    found.add(
        &Key { own: |row| old.proper_nik(row), old: |row| old.proper_nik(row), new: nik },
        // A number that names no place or day may be anybody's.
        |was, is| nik(is).is_some_and(|nik| sides.names_one(nik)) || are_alike(was, is),
    );
    found.add(
        &Key { own: |row| old.proper_kpj(row), old: |row| old.proper_kpj(row), new: |row| new.proper_kpj(row) },
        |_, _| true,
    );
    // An id may be a row's number.
    found.add(
        &Key { own: |row| old.id_key_of(row), old: |row| sides.old_id(row), new: |row| new.id_key_of(row) },
        are_alike,
    );
    found.partners
}

/// What tells people apart.
struct Key<S, O, N> {
    /// Among the rows of the older file.
    own: S,
    /// Those of the older file from the rows of the newer one: what equals one of theirs is the same.
    old: O,
    /// Among the rows of the newer one.
    new: N,
}

/// Who was found so far.
struct Found {
    partners: Vec<Option<Row>>,
    /// Whose partner is known, in the older file.
    taken: RowSet,
    /// How many workers that file lists.
    olds: usize,
}

impl Found {
    /// Adds those whom a key tells, where it is on one row alone in both files and `is_same` holds of the two rows.
    fn add<S, O, N>(&mut self, key: &Key<S, O, N>, is_same: impl Fn(Row, Row) -> bool)
    where
        S: Fn(Row) -> Option<u64> + Sync,
        O: Fn(Row) -> Option<u64> + Sync,
        N: Fn(Row) -> Option<u64> + Sync,
    {
        if !self.is_anybody_left(key) {
            return;
        }
        let (olds, news) = (self.olds, self.partners.len());
        let (old_repeated, new_repeated) =
            cores::both(olds.max(news), || set(olds, repeated(olds, &key.own)), || set(news, repeated(news, &key.new)));
        let mut next: usize = 0;
        let mut astray = Vec::new();
        for row in 0..news as Row {
            if let Some(partner) = self.partner(row) {
                next = partner as usize + 1;
                continue;
            }
            let Some(own) = (key.new)(row).filter(|_| !new_repeated.contains(row)) else { continue };
            let mut near = next as Row..(next + NEAR).min(olds) as Row;
            match near.find(|&other| (key.old)(other) == Some(own)) {
                Some(other) => {
                    next = other as usize + 1;
                    if !old_repeated.contains(other) && !self.taken.contains(other) && is_same(other, row) {
                        self.pair(other, row);
                    }
                }
                None => astray.push((own, row)),
            }
        }
        if astray.is_empty() {
            return;
        }
        let is_left = |other: &Row| !self.taken.contains(*other) && !old_repeated.contains(*other);
        let keyed = |other: Row| Some(((key.old)(other)?, other));
        let mut left: Vec<(u64, Row)> = (0..olds as Row).filter(is_left).filter_map(keyed).collect();
        astray.sort_unstable();
        left.sort_unstable();
        let mut left = left.into_iter().peekable();
        for (own, row) in astray {
            while left.next_if(|(other, _)| *other < own).is_some() {}
            if let Some((_, other)) = left.next_if(|(other, _)| *other == own)
                && is_same(other, row)
            {
                self.pair(other, row);
            }
        }
    }

    /// Whether there is somebody in both files who has such a key and no partner.
    fn is_anybody_left<S, O, N>(&self, key: &Key<S, O, N>) -> bool
    where
        S: Fn(Row) -> Option<u64>,
        N: Fn(Row) -> Option<u64>,
    {
        let is_old = |row: Row| !self.taken.contains(row) && (key.own)(row).is_some();
        let is_new = |row: Row| self.partner(row).is_none() && (key.new)(row).is_some();
        (0..self.olds as Row).any(is_old) && (0..self.partners.len() as Row).any(is_new)
    }

    fn partner(&self, row: Row) -> Option<Row> {
        self.partners.get(row as usize).copied().flatten()
    }

    fn pair(&mut self, old: Row, new: Row) {
        if let Some(place) = self.partners.get_mut(new as usize) {
            *place = Some(old);
            self.taken.insert(old);
        }
    }
}

fn set(len: usize, found: Vec<(u64, Row)>) -> RowSet {
    let mut rows = RowSet::none(len);
    found.into_iter().for_each(|(_, row)| rows.insert(row));
    rows
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::roster::Roster;
    use crate::roster::attribute::{Attribute, Value};
    use crate::roster::columns::Held;
    use crate::roster::store::Worker;
    use crate::roster::{json, nik};
    use proptest::collection::vec;
    use proptest::prelude::*;
    use serde_json::{Value as Json, json};
    use std::collections::HashMap;

    /// What tells who somebody is, in the order in which it is asked.
    const KEYS: [Attribute; 3] = [Attribute::Nik, Attribute::Kpj, Attribute::Id];

    /// The partners by maps of all texts: the plain way.
    fn plain_partners(old: &Roster, new: &Roster) -> Vec<Option<Row>> {
        let mut partners: Vec<Option<Row>> = vec![None; new.workers.len()];
        let mut taken = RowSet::none(old.workers.len());
        for key in KEYS {
            let olds = plain_rows(old, key);
            for (text, rows) in plain_rows(new, key) {
                let ([row], Some([other])) = (&*rows, olds.get(&text).map(|rows| &**rows)) else { continue };
                let (was, is) = (old.worker(*other), new.worker(*row));
                let place = &mut partners[*row as usize];
                if place.is_none() && !taken.contains(*other) && (names_one(is, key) || was.is_alike(is)) {
                    *place = Some(*other);
                    taken.insert(*other);
                }
            }
        }
        partners
    }

    /// The rows of each well-formed key.
    fn plain_rows(roster: &Roster, key: Attribute) -> HashMap<String, Vec<Row>> {
        let mut rows: HashMap<String, Vec<Row>> = HashMap::new();
        for worker in roster.iter() {
            let key = worker.get(key);
            let proper = match &key {
                Value::Nik(number) => number.is_well_formed(),
                Value::Kpj(number) => number.is_well_formed(),
                _ => true,
            };
            if let Some(key) = key.reveal().filter(|_| proper) {
                rows.entry(key.to_owned()).or_default().push(worker.row);
            }
        }
        rows
    }

    /// Whether a key names one person by itself.
    fn names_one(worker: Worker<'_>, key: Attribute) -> bool {
        match (key, worker.nik()) {
            (Attribute::Nik, Held::Text(number)) => nik::read(number.reveal(), worker.as_of()).is_some(),
            _ => key != Attribute::Id,
        }
    }

    /// Whether a field of two workers differs, by its values.
    fn plain_differ(new: &Roster, own: Attribute, was: Worker<'_>, is: Worker<'_>) -> bool {
        let names = own.field().and_then(|field| new.index().shared(field));
        let are_one = match (names, was.get(own), is.get(own)) {
            (Some((names, _)), Value::Shared(was), Value::Shared(is)) => names.are_one(was, is),
            _ => false,
        };
        was.get(own) != is.get(own) && !are_one
    }

    fn roster(workers: &[Json], districts: &Json) -> Roster {
        let mut document: Json = serde_json::from_str(include_str!("../../fixtures/twelve.json")).unwrap();
        document["groups"] =
            json!([{"id": "nelayan", "name": "Nelayan"}, {"id": "buruh", "name": "Buruh", "segment": "PU"}]);
        document["workers"] = workers.into();
        document["districts"] = districts.clone();
        let read = json::read(&mut document.to_string().as_bytes(), &mut |_| ()).unwrap();
        assert!(read.set_aside.count() == 0, "every value can be read, be it what it may");
        read
    }

    /// The fields of a row, and what may stand in each: few values, so that they meet; of unusual forms too.
    fn fields() -> [(Attribute, Json); 17] {
        let days = json!([null, "1981-03-02", "1981-03-03", "1900-01-01", "2079-06-06", "2090-01-31"]);
        let places = json!([null, "Sorong", "SORONG", "Sorong Timur", "Sortim", "Klawalu", "-"]);
        let [niks, more] = [
            json!([null, "9671004203810001", "9671004203810002", "9671003112990001", "9971000101700001", 9671_u64]),
            json!(["9671003202810001", "0000000000000000", "967100420381000", "9671-0042-0381-0001", "-", "1"]),
        ];
        let niks = [niks, more].iter().flat_map(|list| list.as_array().unwrap().clone()).collect();
        [
            (Attribute::Id, json!([null, "1", "2", "3", "W1", "W01", "a-very-long-prefix-1", "no digits", "-"])),
            (Attribute::Nik, niks),
            (
                Attribute::Kpj,
                json!([null, "24012345502", "24012345503", "00000000000", "2401234550", "24-012345502", 2]),
            ),
            (
                Attribute::Name,
                json!(["Siti Ode", "SITI ODE", "siti ode", "Sïti Ode", "La Ode", "LA ODE", "", ".", "..", "B"]),
            ),
            (Attribute::Birth, days.clone()),
            (
                Attribute::Phone,
                json!([null, "081234567208", "+6281234567208", "0812-3456-7208", "0812-3456-7209", "x", 5]),
            ),
            (Attribute::District, places.clone()),
            (Attribute::Village, places.clone()),
            (Attribute::Reason, places),
            (Attribute::Registered, days.clone()),
            (Attribute::Enrolled, days.clone()),
            (Attribute::Until, days),
            (Attribute::Sex, json!([null, "F", "M"])),
            (Attribute::Segment, json!([null, "BPU", "PU"])),
            (Attribute::Occupation, json!(["nelayan", "buruh", "unknown", "Nelayan"])),
            (Attribute::Status, json!(["active", "inactive", "proposed"])),
            (Attribute::Decile, json!([null, 1, 2])),
        ]
    }

    /// A row by the places of its values. Some rosters lack a column; a name, an occupation and a status nobody lacks.
    fn row(places: &[prop::sample::Index], columns: u32) -> Json {
        let fields = fields().into_iter().zip(places).filter_map(|((own, values), place)| {
            let needed = matches!(own, Attribute::Name | Attribute::Occupation | Attribute::Status);
            let value = place.get(values.as_array()?);
            let lacks = value.is_null() || (columns >> own as u32 & 1 == 1 && !needed);
            (!lacks).then(|| (own.code().to_owned(), value.clone()))
        });
        Json::Object(fields.collect())
    }

    fn places() -> impl Strategy<Value = Vec<prop::sample::Index>> {
        vec(any::<prop::sample::Index>(), 17)
    }

    /// A newer list: rows of the older one in some order, most of them with a field changed or two, and new ones.
    fn lists() -> impl Strategy<Value = (Vec<Vec<prop::sample::Index>>, Vec<Vec<prop::sample::Index>>)> {
        let change = (0..17_usize, any::<prop::sample::Index>());
        let kept = (any::<prop::sample::Index>(), vec(change, 0..3));
        (vec(places(), 1..14), vec(kept, 0..14), vec(places(), 0..3), any::<bool>()).prop_map(
            |(old, kept, own, ordered)| {
                let mut kept: Vec<_> =
                    kept.into_iter().map(|(from, changes)| (from.index(old.len()), changes)).collect();
                if ordered {
                    kept.sort_by_key(|(from, _)| *from);
                }
                let again = kept.into_iter().map(|(from, changes)| {
                    let mut row = old[from].clone();
                    changes.into_iter().for_each(|(at, place)| row[at] = place);
                    row
                });
                let new = again.chain(own).collect();
                (old, new)
            },
        )
    }

    fn columns() -> impl Strategy<Value = u32> {
        prop_oneof![3 => Just(0), 1 => any::<u32>()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]
        #[test]
        fn people_are_paired_and_differ_as_by_maps_of_all_their_texts(
            ((old, new), old_lacks, new_lacks, listed, full) in (lists(), columns(), columns(), any::<bool>(), any::<bool>())
        ) {
            let listed = match listed {
                true => json!([{"name": "Sorong Timur", "aliases": ["Sortim", "Klawalu"]}, {"name": "Sorong"}]),
                false => json!([]),
            };
            // Sixteen prefixes in either table of ids and telephones: all later texts stand beside it.
            let filler = |at: u8| json!({
                "id": format!("{}1", char::from(b'A' + at)), "phone": format!("{}1", char::from(b'A' + at)),
                "nik": format!("{}1", char::from(b'A' + at)), "name": "x", "occupation": "buruh", "status": "active",
            });
            let fill = |many: u8| (0..many).map(filler).collect::<Vec<Json>>();
            let rows = |lists: &[Vec<_>], lacks| lists.iter().map(|places| row(places, lacks)).collect::<Vec<Json>>();
            let old = roster(&[fill(if full { 16 } else { 0 }), rows(&old, old_lacks)].concat(), &json!([]));
            let new = roster(&[rows(&new, new_lacks), fill(if full { 3 } else { 0 })].concat(), &listed);
            for (old, new) in [(&old, &new), (&new, &old)] {
                let sides = Sides::of(old, new);
                prop_assert_eq!(partners(&sides), plain_partners(old, new));
                for (was, is) in old.iter().flat_map(|was| new.iter().map(move |is| (was, is))) {
                    for own in Attribute::COMPARED {
                        let differ = sides.differ(own, was.row, is.row);
                        prop_assert_eq!(differ, plain_differ(new, own, was, is), "{:?} of {} and {}", own, was.row, is.row);
                    }
                }
            }
        }
    }

    #[test]
    fn long_lists_whose_rows_left_moved_and_came_are_paired_as_by_maps() {
        let many = 20_000_u64;
        let worker = |number: u64, name: &str| {
            let mut own = json!({
                "id": format!("W{number}"), "name": name, "occupation": "nelayan", "status": "active",
                "birth_date": "1981-03-02",
            });
            if number % 10 != 3 {
                own["nik"] = format!("9671000203{:06}", 810_001 + number % 9_000 + number / 9_000 * 10_000).into();
            }
            own
        };
        let old: Vec<Json> = (0..many).map(|number| worker(number, "Siti")).collect();
        // A block leaves, a block goes to the end, every fiftieth is new, every seventh has another name.
        let stay = (0..3_000).chain(3_500..9_000).chain(11_000..many).chain(9_000..11_000);
        let new = stay.flat_map(|number| {
            let own = worker(number, if number % 7 == 0 { "Yohana" } else { "Siti" });
            let joined = (number % 50 == 0).then(|| worker(many + number, "Baru"));
            [Some(own), joined].into_iter().flatten()
        });
        let (old, new) = (roster(&old, &json!([])), roster(&new.collect::<Vec<Json>>(), &json!([])));
        let found = partners(&Sides::of(&old, &new));
        assert!(found.iter().flatten().count() > 17_000);
        assert!(found == plain_partners(&old, &new), "the pairs are those of the maps");
    }
}

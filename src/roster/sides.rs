//! Two readings of a programme side by side: whether a row of the older one and a row of the newer one say the same, field
//! by field, told by what their columns hold. [`Worker::get`](super::store::Worker::get) says the same of any two workers,
//! and makes a text of every number and name for it: of two million workers that took seconds.

use super::Roster;
use super::attribute::Attribute;
use super::columns::{DateSides, NameSides, NumberSides, Shared};
use super::nik::Parts;
use super::rows::Row;
use super::spelling::Spellings;

/// See the module.
pub(crate) struct Sides<'a> {
    /// The older reading.
    pub old: &'a Roster,
    /// The newer one.
    pub new: &'a Roster,
    names: NameSides<'a>,
    ids: NumberSides<'a>,
    niks: NumberSides<'a>,
    kpjs: NumberSides<'a>,
    phones: NumberSides<'a>,
    births: DateSides<'a>,
    registered: DateSides<'a>,
    enrolled: DateSides<'a>,
    until: DateSides<'a>,
    occupations: Values<'a>,
    districts: Values<'a>,
    villages: Values<'a>,
    reasons: Values<'a>,
}

impl<'a> Sides<'a> {
    /// Puts them side by side.
    pub fn of(old: &'a Roster, new: &'a Roster) -> Sides<'a> {
        let (was, is) = (&old.workers, &new.workers);
        let (of_old, of_new) = (old.index(), new.index());
        Sides {
            old,
            new,
            names: NameSides::of(&was.names, &is.names),
            ids: NumberSides::of(&was.ids, &is.ids),
            niks: NumberSides::of(&was.niks, &is.niks),
            kpjs: NumberSides::of(&was.kpjs, &is.kpjs),
            phones: NumberSides::of(&was.phones, &is.phones),
            births: DateSides::of(&was.births, &is.births),
            registered: DateSides::of(&was.registered, &is.registered),
            enrolled: DateSides::of(&was.enrolled, &is.enrolled),
            until: DateSides::of(&was.until, &is.until),
            occupations: Values::of_texts(&was.occupations, &is.occupations),
            districts: Values::of_places(
                (&was.districts, &of_old.district_names),
                (&is.districts, &of_new.district_names),
            ),
            villages: Values::of_places((&was.villages, &of_old.village_names), (&is.villages, &of_new.village_names)),
            reasons: Values::of_places((&was.reasons, &of_old.reason_names), (&is.reasons, &of_new.reason_names)),
        }
    }

    /// Whether two workers have different values of a field that may be compared. A place or a reason that is only spelt
    /// otherwise is the same: the newer file knows best what is one.
    #[inline]
    pub fn differ(&self, attribute: Attribute, was: Row, is: Row) -> bool {
        let (old, new) = (&self.old.workers, &self.new.workers);
        match attribute {
            Attribute::Nik => self.niks.differ(was, is),
            Attribute::Name => self.names.differ(was, is),
            Attribute::Sex => old.sex(was) != new.sex(is),
            Attribute::Birth => self.births.differ(was, is),
            Attribute::Occupation => self.occupations.differ(was, is),
            Attribute::Segment => self.old.worker(was).segment() != self.new.worker(is).segment(),
            Attribute::District => self.districts.differ(was, is),
            Attribute::Village => self.villages.differ(was, is),
            Attribute::Status => old.status(was) != new.status(is),
            Attribute::Registered => self.registered.differ(was, is),
            Attribute::Enrolled => self.enrolled.differ(was, is),
            Attribute::Until => self.until.differ(was, is),
            Attribute::Kpj => self.kpjs.differ(was, is),
            Attribute::Phone => self.phones.differ(was, is),
            Attribute::Decile => old.deciles.get(was) != new.deciles.get(is),
            Attribute::Reason => self.reasons.differ(was, is),
            // They are no part of the comparison; should one become so, it is compared the plain way until it has a side.
            Attribute::Id
            | Attribute::Group
            | Attribute::Standing
            | Attribute::Lapse
            | Attribute::Age
            | Attribute::Findings => self.old.worker(was).get(attribute) != self.new.worker(is).get(attribute),
        }
    }

    /// What tells the id of a worker of the older reading apart in the newer one, if it may be there at all.
    pub fn old_id(&self, row: Row) -> Option<u64> {
        self.ids.old_key(row)
    }

    /// Whether a well-formed NIK can be a number of one person: it names a province and a day that was.
    pub fn names_one(&self, nik: u64) -> bool {
        Parts::of(nik).said(self.new.as_of()).is_some()
    }
}

/// Two columns of texts that many rows share, each code as a number that is the same on both sides for one value.
struct Values<'a> {
    old: (&'a Shared, Vec<u32>),
    new: (&'a Shared, Vec<u32>),
}

/// The value of no text, and that of a text which the newer column has not.
const NOTHING: u32 = 0;
const ELSEWHERE: u32 = u32::MAX;

impl<'a> Values<'a> {
    /// Texts are one where they are equal to the letter: the newer column's codes are the values.
    fn of_texts(old: &'a Shared, new: &'a Shared) -> Values<'a> {
        let value = |text: &str| new.code_of(text).unwrap_or(ELSEWHERE);
        let was = std::iter::once(NOTHING).chain(old.texts().map(value));
        let is = 0..=new.texts().len() as u32;
        Values { old: (old, was.collect()), new: (new, is.collect()) }
    }

    /// Texts are one where the newer file calls them so.
    fn of_places((old, of_old): (&'a Shared, &Spellings), (new, of_new): (&'a Shared, &Spellings)) -> Values<'a> {
        let codes = |column: &Shared| 1..=column.texts().len() as u32;
        let value = |place: Option<usize>| place.map_or(ELSEWHERE, |place| place as u32 + 1);
        let was = codes(old).map(|code| value(of_old.shown(code).and_then(|name| of_new.find(name))));
        let is = codes(new).map(|code| value(of_new.of_code(code)));
        let all = |values: &mut dyn Iterator<Item = u32>| std::iter::once(NOTHING).chain(values).collect();
        Values { old: (old, all(&mut { was })), new: (new, all(&mut { is })) }
    }

    #[inline]
    fn differ(&self, was: Row, is: Row) -> bool {
        let value = |(column, values): &(&Shared, Vec<u32>), row: Row| {
            values.get(column.codes().get(row) as usize).copied().unwrap_or(NOTHING)
        };
        value(&self.old, was) != value(&self.new, is)
    }
}

//! One worker, and what can be said of one. Personal numbers are types of their own that print masked.

use super::calendar::{self, Day};
use super::program::Segment;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// What the file says of a worker. Whether the protection still holds on a date is [`Standing`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// Listed by an office.
    Proposed,
    /// Found to be eligible.
    Verified,
    /// Enrolled.
    Active,
    /// No longer protected.
    Inactive,
    /// Not eligible.
    Rejected,
}

impl Status {
    /// All, in the order of a worker's way.
    pub const ALL: [Status; 5] =
        [Status::Proposed, Status::Verified, Status::Active, Status::Inactive, Status::Rejected];

    /// The word of the file.
    pub fn code(self) -> &'static str {
        match self {
            Status::Proposed => "proposed",
            Status::Verified => "verified",
            Status::Active => "active",
            Status::Inactive => "inactive",
            Status::Rejected => "rejected",
        }
    }

    /// The status of that word.
    pub fn parse(code: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// Where a worker stands on the roster's date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// Listed by an office.
    Proposed,
    /// Found to be eligible, not enrolled yet.
    Verified,
    /// Protected today.
    Active,
    /// Protection has ended, arrears may still be paid.
    Grace,
    /// No longer protected.
    Inactive,
    /// Not eligible.
    Rejected,
}

impl Standing {
    /// All, in the order of a worker's way.
    pub const ALL: [Standing; 6] = [
        Standing::Proposed,
        Standing::Verified,
        Standing::Active,
        Standing::Grace,
        Standing::Inactive,
        Standing::Rejected,
    ];

    /// The word of the data formats.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Proposed => "proposed",
            Standing::Verified => "verified",
            Standing::Active => "active",
            Standing::Grace => "grace",
            Standing::Inactive => "inactive",
            Standing::Rejected => "rejected",
        }
    }

    /// Where a worker of this status and this end of protection stands on `day`.
    ///
    /// An active worker whose protection has ended is in grace for `grace_months`, then inactive: the third unpaid
    /// month ends the membership (domain.md §1a, training book page 85).
    pub fn on(day: Day, status: Status, until: Option<Day>, grace_months: u32) -> Standing {
        match (status, until) {
            (Status::Proposed, _) => Standing::Proposed,
            (Status::Verified, _) => Standing::Verified,
            (Status::Inactive, _) => Standing::Inactive,
            (Status::Rejected, _) => Standing::Rejected,
            (Status::Active, None) => Standing::Active,
            (Status::Active, Some(until)) if day <= until => Standing::Active,
            (Status::Active, Some(until)) if day <= calendar::add_months(until, grace_months) => Standing::Grace,
            (Status::Active, Some(_)) => Standing::Inactive,
        }
    }
}

/// Sex as in the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sex {
    /// `F`.
    Female,
    /// `M`.
    Male,
}

impl Sex {
    /// Both.
    pub const ALL: [Sex; 2] = [Sex::Female, Sex::Male];

    /// `F` or `M`.
    pub fn code(self) -> &'static str {
        match self {
            Sex::Female => "F",
            Sex::Male => "M",
        }
    }

    /// The sex of that code.
    pub fn parse(code: &str) -> Option<Sex> {
        Sex::ALL.into_iter().find(|sex| sex.code() == code)
    }
}

/// Age bands of the programme's reports, in completed years; the last one is an unknown age.
pub(crate) const AGE_BANDS: [(Option<u32>, Option<u32>); 7] = [
    (None, Some(17)),
    (Some(18), Some(29)),
    (Some(30), Some(39)),
    (Some(40), Some(49)),
    (Some(50), Some(59)),
    (Some(60), Some(64)),
    (Some(65), None),
];

/// The band of an age: an index into [`AGE_BANDS`], or the number of bands for an unknown age.
pub(crate) fn age_band(age: Option<u32>) -> usize {
    let band = |age: u32| AGE_BANDS.iter().position(|&(_, to)| to.is_none_or(|to| age <= to));
    age.and_then(band).unwrap_or(AGE_BANDS.len())
}

/// A kind of personal number.
pub trait Kind {
    /// How many of its last characters may be shown to anybody.
    const SHOWN: usize;
    /// How many digits it has, where they are always as many.
    const DIGITS: Option<usize>;
}

/// A personal number, which prints masked; only [`Private::reveal`] gives it whole.
///
/// The usual mask of a NIK, its first six and last four digits, hides exactly the birth date and so leaks the whole
/// number beside one (domain.md §9); hence the last ones only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Private<K: Kind>(Box<str>, PhantomData<K>);

/// National identity number, 16 digits.
pub type Nik = Private<NikKind>;
/// Membership number of BPJS Ketenagakerjaan, 11 digits.
pub type Kpj = Private<KpjKind>;
/// Telephone number.
pub type Phone = Private<PhoneKind>;

/// See [`Nik`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum NikKind {}
/// See [`Kpj`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum KpjKind {}
/// See [`Phone`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum PhoneKind {}

impl Kind for NikKind {
    const SHOWN: usize = 4;
    const DIGITS: Option<usize> = Some(16);
}
impl Kind for KpjKind {
    const SHOWN: usize = 4;
    const DIGITS: Option<usize> = Some(11);
}
impl Kind for PhoneKind {
    const SHOWN: usize = 3;
    const DIGITS: Option<usize> = None;
}

impl<K: Kind> Private<K> {
    /// Takes a number as the file spells it.
    pub fn new(text: &str) -> Private<K> {
        Private(text.into(), PhantomData)
    }

    /// The whole number: only where the person at the keyboard asked to see it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether it can tell its holder from others: all its digits are there, and it is no placeholder such as sixteen
    /// zeros.
    pub fn is_well_formed(&self) -> bool {
        K::DIGITS.is_some_and(|digits| is_well_formed(&self.0, digits))
    }

    /// `****0093`, for narrow columns.
    pub fn short(&self) -> String {
        format!("****{}", self.shown())
    }

    /// The last characters, fewer where the text is so short that they would be most of it.
    fn shown(&self) -> String {
        let length = self.0.chars().count();
        let shown = if length > 2 * K::SHOWN { K::SHOWN } else { 0 };
        self.0.chars().skip(length - shown).collect()
    }
}

/// Whether a text is so many ASCII digits, and not one of them over and over.
pub(crate) fn is_well_formed(text: &str, digits: usize) -> bool {
    let mut bytes = text.bytes();
    let first = bytes.next();
    text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()) && bytes.any(|byte| Some(byte) != first)
}

impl<K: Kind> fmt::Display for Private<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.shown();
        let hidden = self.0.chars().count() - shown.chars().count();
        write!(f, "{}{shown}", "*".repeat(hidden.min(16)))
    }
}

impl<K: Kind> fmt::Debug for Private<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A worker as a row of the file carries one: what is stored, and what is written.
#[derive(Clone, PartialEq, Debug)]
pub struct Record<'a> {
    /// The office's own id.
    pub id: Option<Cow<'a, str>>,
    /// National identity number, as text.
    pub nik: super::columns::Held<Cow<'a, str>>,
    /// Full name.
    pub name: Cow<'a, str>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub birth: Option<Day>,
    /// Id of the occupation group.
    pub occupation: Cow<'a, str>,
    /// Segment, where it differs from the group's.
    pub segment: Option<Segment>,
    /// District (distrik).
    pub district: Option<Cow<'a, str>>,
    /// Village (kelurahan).
    pub village: Option<Cow<'a, str>>,
    /// What the file says.
    pub status: Status,
    /// The day an office listed the worker.
    pub registered: Option<Day>,
    /// The day membership began.
    pub enrolled: Option<Day>,
    /// The last day of protection.
    pub until: Option<Day>,
    /// Membership number, as text.
    pub kpj: super::columns::Held<Cow<'a, str>>,
    /// Telephone number, as text.
    pub phone: super::columns::Held<Cow<'a, str>>,
    /// Tenth of welfare, 1 is extreme poverty.
    pub decile: Option<u8>,
    /// Why the worker is rejected or inactive.
    pub reason: Option<Cow<'a, str>>,
}

#[cfg(test)]
mod tests {
    use super::super::calendar::parse_day;
    use super::*;

    #[test]
    fn standing_follows_the_dates() {
        for (status, until, day, standing) in [
            (Status::Active, None, "2024-08-30", Standing::Active),
            (Status::Active, Some("2024-08-30"), "2024-08-30", Standing::Active),
            (Status::Active, Some("2024-05-31"), "2024-08-30", Standing::Grace),
            (Status::Active, Some("2024-06-30"), "2024-09-30", Standing::Grace),
            (Status::Active, Some("2024-06-30"), "2024-10-01", Standing::Inactive),
            (Status::Active, Some("2023-06-30"), "2023-10-01", Standing::Inactive),
            (Status::Inactive, Some("2024-12-31"), "2024-08-30", Standing::Inactive),
            (Status::Verified, Some("2020-01-31"), "2024-08-30", Standing::Verified),
            (Status::Rejected, None, "2024-08-30", Standing::Rejected),
        ] {
            let until_day = until.and_then(parse_day);
            let day = parse_day(day).unwrap_or_default();
            assert_eq!(Standing::on(day, status, until_day, 3), standing, "{status:?} until {until:?} on {day}");
        }
    }

    #[test]
    fn personal_numbers_print_masked() {
        let nik = Nik::new("9671004203810093");
        assert_eq!(nik.to_string(), "************0093");
        assert_eq!(format!("{nik:?} {}", nik.short()), "************0093 ****0093");
        assert_eq!(Kpj::new("24012345502").to_string(), "*******5502");
        assert_eq!(Phone::new("081234567208").to_string(), "*********208");
        assert_eq!(Nik::new("1234").to_string(), "****", "a short text is not shown whole");
        assert_eq!(nik.reveal(), "9671004203810093");
    }

    #[test]
    fn a_placeholder_is_no_number() {
        for (nik, well) in [
            ("9671004203810001", true),
            ("0000000000000001", true),
            ("0000000000000000", false),
            ("9999999999999999", false),
            ("967100420381000", false),
            ("96710042038100011", false),
            ("967100420381000x", false),
            ("９６７１００４２０３８１０００１", false),
            ("0", false),
            ("-", false),
            ("belum ada", false),
            ("", false),
        ] {
            assert_eq!(Nik::new(nik).is_well_formed(), well, "{nik}");
        }
        assert!(Kpj::new("24012345502").is_well_formed() && !Kpj::new("00000000000").is_well_formed());
        assert!(!Phone::new("081234567208").is_well_formed(), "a telephone may be anybody's");
    }

    #[test]
    fn bands_hold_every_age() {
        let bands = [(0, 0), (17, 0), (18, 1), (29, 1), (30, 2), (59, 4), (60, 5), (64, 5), (65, 6), (130, 6)];
        for (age, band) in bands {
            assert_eq!(age_band(Some(age)), band, "{age}");
        }
        assert_eq!(age_band(None), 7);
    }
}

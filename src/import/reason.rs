//! Why a row is not taken as it stands, and what of a row that is taken had to be understood.

use crate::lang::words::import as words;
use crate::lang::{Lang, Phrase};
use crate::roster::attribute::Attribute;
use crate::sheet::read::UNSAVED;

/// Why a row is refused: to take it would be to invent or to lose something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Refusal {
    /// A NIK that the list holds as a number: a spreadsheet keeps 15 of its 16 digits.
    NikNumber,
    /// A NIK written as `3.2E+15`.
    NikExponent,
    /// A NIK of another number of digits.
    NikDigits(usize),
    /// A NIK with other signs in it.
    NikSigns,
    /// A NIK that somebody masked.
    NikMasked,
    /// Two NIKs in one row: two lists side by side, or somebody else's number.
    TwoNiks,
    /// A cell whose formula failed.
    Fault(&'static str),
    /// A date that cannot be read, or that no calendar has.
    Date(Attribute),
    /// A status that nobody knows: a guess could cost a family its protection.
    Status,
    /// Neither a name nor a NIK.
    Nobody,
    /// A NIK that stands on several rows of a list that is merged: which of them is right?
    Repeated,
    /// A NIK that stands on several rows of the roster.
    Ambiguous,
    /// No NIK in a list that is merged: nobody could tell who it is.
    Unmergeable,
    /// Four gigabytes of names are full.
    Full,
}

/// What of a row that is taken was understood rather than read, or is missing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Doubt {
    /// No NIK.
    NikMissing,
    /// One digit sixteen times.
    NikPlaceholder,
    /// The same NIK on another row.
    NikRepeated,
    /// No name.
    NameMissing,
    /// Day and month of the birth date stood the other way round, by the NIK.
    Swapped,
    /// The month stands first: the other way round there is no such day.
    MonthFirst,
    /// A birth in the wrong century, by the NIK.
    Century,
    /// A year of two digits that no NIK settles.
    ShortYear,
    /// A telephone number kept as a number: the zero at its start was put back.
    PhoneZero,
    /// A KPJ that is not 11 digits.
    KpjDigits,
    /// An occupation that is none of the programme's groups.
    OccupationUnknown,
    /// No occupation.
    OccupationMissing,
    /// Another birth date than the NIK says.
    BirthNik,
    /// Another sex than the NIK says.
    SexNik,
    /// A note that says that the person has died, moved away or does not belong here.
    Left,
    /// A sex that nobody knows.
    SexUnknown,
    /// A segment that nobody knows.
    SegmentUnknown,
    /// A district that the programme does not list.
    DistrictUnknown,
    /// A tenth of welfare that is none from 1 to 10.
    DecileUnknown,
    /// No status, in a list that has a column for it.
    StatusMissing,
}

/// Either.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reason {
    /// The row is not taken.
    Refused(Refusal),
    /// It is.
    Doubtful(Doubt),
}

impl Refusal {
    fn words(self) -> Phrase {
        match self {
            Refusal::NikNumber => words::NIK_NUMBER,
            Refusal::NikExponent => words::NIK_EXPONENT,
            Refusal::NikDigits(_) => words::NIK_DIGITS,
            Refusal::NikSigns => words::NIK_SIGNS,
            Refusal::NikMasked => words::NIK_MASKED,
            Refusal::TwoNiks => words::TWO_NIKS,
            Refusal::Fault(UNSAVED) => words::UNSAVED,
            Refusal::Fault(_) => words::FAULT,
            Refusal::Date(_) => words::DATE,
            Refusal::Status => words::STATUS,
            Refusal::Nobody => words::NOBODY,
            Refusal::Repeated => words::REPEATED,
            Refusal::Ambiguous => words::AMBIGUOUS,
            Refusal::Unmergeable => words::UNMERGEABLE,
            Refusal::Full => words::FULL,
        }
    }

    /// Why, in words, and how to mend it.
    pub fn said(self, lang: Lang) -> String {
        let value = match self {
            Refusal::NikDigits(many) => lang.count(many as u64),
            Refusal::Fault(sign) => sign.to_owned(),
            Refusal::Date(field) => lang.within(field),
            _ => String::new(),
        };
        lang.fill(&self.words(), &[&value])
    }
}

impl Doubt {
    /// Whether something is missing, of which a roster that has the worker knows more than the list.
    pub fn is_lack(self) -> bool {
        matches!(self, Doubt::NameMissing | Doubt::OccupationMissing | Doubt::StatusMissing)
    }

    fn words(self) -> Phrase {
        match self {
            Doubt::NikMissing => words::NIK_MISSING,
            Doubt::NikPlaceholder => words::NIK_PLACEHOLDER,
            Doubt::NikRepeated => words::NIK_REPEATED,
            Doubt::NameMissing => words::NAME_MISSING,
            Doubt::Swapped => words::SWAPPED,
            Doubt::MonthFirst => words::MONTH_FIRST,
            Doubt::Century => words::CENTURY,
            Doubt::ShortYear => words::SHORT_YEAR,
            Doubt::PhoneZero => words::PHONE_ZERO,
            Doubt::KpjDigits => words::KPJ_DIGITS,
            Doubt::OccupationUnknown => words::OCCUPATION_UNKNOWN,
            Doubt::OccupationMissing => words::OCCUPATION_MISSING,
            Doubt::BirthNik => words::BIRTH_NIK,
            Doubt::SexNik => words::SEX_NIK,
            Doubt::Left => words::LEFT,
            Doubt::SexUnknown => words::SEX_UNKNOWN,
            Doubt::SegmentUnknown => words::SEGMENT_UNKNOWN,
            Doubt::DistrictUnknown => words::DISTRICT_UNKNOWN,
            Doubt::DecileUnknown => words::DECILE_UNKNOWN,
            Doubt::StatusMissing => words::STATUS_MISSING,
        }
    }
}

impl Reason {
    /// Why, in words.
    pub fn said(self, lang: Lang) -> String {
        match self {
            Reason::Refused(refusal) => refusal.said(lang),
            Reason::Doubtful(doubt) => lang.say(&doubt.words()).to_owned(),
        }
    }
}

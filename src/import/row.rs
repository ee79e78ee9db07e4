//! One line of a list into one worker: what every cell means, what is doubtful about it, or why the line is not taken.

use super::dates::{self, Known};
use super::headings::{self, Kind};
use super::layout::Layout;
use super::note;
use super::numbers;
use super::occupations::{Occupations, called};
use super::reason::{Doubt, Reason, Refusal};
use crate::roster::attribute::Attribute;
use crate::roster::calendar::Day;
use crate::roster::columns::Held;
use crate::roster::looks::{self, Look};
use crate::roster::nik;
use crate::roster::program::{Quota, Segment};
use crate::roster::text::fold;
use crate::roster::worker::{Record, Sex, Status};
use crate::roster::{Expected, Roster};
use crate::sheet::read::{Line, Value};
use chrono::Datelike;
use std::borrow::Cow;
use std::collections::HashMap;

/// What a list is read by.
pub struct Reader {
    occupations: Occupations,
    /// Whether the programme has groups: without any, every occupation is one of its own.
    has_groups: bool,
    /// How the programme spells its districts, by every folded spelling of theirs.
    districts: HashMap<String, String>,
    today: Day,
    status: Option<Status>,
}

/// A line that was read.
pub struct Read {
    /// The worker; `None` where the line is refused.
    pub record: Option<Record<'static>>,
    /// What is to be told, each with its column.
    pub reasons: Vec<(Reason, Option<usize>)>,
    /// Words that nobody knows, by field: no numbers and no names of persons.
    pub unknown: Vec<(Attribute, String)>,
    /// How the status came about, where no cell says it.
    pub inferred: Option<Status>,
}

impl Reader {
    /// By a roster's groups and districts and its date; `status` is that of every worker of whom the list says none.
    pub fn new(roster: &Roster, today: Day, status: Option<Status>) -> Reader {
        let spellings = |quota: &Quota| {
            let name = quota.name.clone();
            let every = std::iter::once(&quota.name).chain(&quota.aliases).map(|own| fold(own)).collect::<Vec<_>>();
            every.into_iter().map(move |own| (own, name.clone()))
        };
        Reader {
            occupations: Occupations::of(&roster.groups),
            has_groups: !roster.groups.is_empty(),
            districts: roster.districts.iter().flat_map(spellings).collect(),
            today,
            status,
        }
    }

    /// Reads a line.
    pub fn read(&self, layout: &Layout, line: &Line, from_1904: bool) -> Read {
        let mut row = Row { layout, line, reasons: Vec::new(), unknown: Vec::new() };
        let nik = row.nik();
        let name = row.text(Attribute::Name);
        if nik.is_none() && name.is_none() && !row.is_refused() {
            row.refuse(Refusal::Nobody, Attribute::Name);
        }
        if name.is_none() {
            row.doubt(Doubt::NameMissing, Attribute::Name);
        }
        let said = nik.as_deref().and_then(|nik| nik::read(nik, self.today));
        let mut day = |field: Attribute| {
            let birth = (field == Attribute::Birth).then_some(said.as_ref());
            row.day(field, Known { birth, today: self.today, from_1904 })
        };
        let [birth, registered, enrolled, until] =
            [Attribute::Birth, Attribute::Registered, Attribute::Enrolled, Attribute::Until].map(&mut day);
        let kpj = row.number(Attribute::Kpj, numbers::kpj);
        let phone = row.number(Attribute::Phone, numbers::phone);
        let sex = row.sex();
        if let Some(said) = &said {
            let is_said = |birth: Day| {
                (birth.day(), birth.month(), birth.year().rem_euclid(100))
                    == (said.day, said.month, said.year.rem_euclid(100))
            };
            if birth.is_some_and(|birth| !is_said(birth)) {
                row.doubt(Doubt::BirthNik, Attribute::Birth);
            }
            if sex.is_some_and(|sex| sex != said.sex) {
                row.doubt(Doubt::SexNik, Attribute::Sex);
            }
        }
        let segment = row.word(Attribute::Segment, &["BPU", "PU"], Doubt::SegmentUnknown).and_then(Segment::parse);
        let (status, inferred) = self.status(&mut row, kpj.is_some() || enrolled.is_some());
        let occupation = self.occupation(&mut row);
        let district = self.district(&mut row);
        let village = row.text(Attribute::Village);
        let decile = row.decile();
        let reason = row.text(Attribute::Reason).filter(|reason| !reason.starts_with(super::MARK));
        let reason = reason.or_else(|| row.left());
        let id = row.text(Attribute::Id);
        let refused = row.is_refused();
        let held = |number: Option<String>| number.map_or(Held::Missing, |number| Held::Text(Cow::Owned(number)));
        let record = Record {
            id: id.map(Cow::Owned),
            nik: held(nik),
            name: Cow::Owned(name.unwrap_or_default()),
            sex,
            birth,
            occupation: Cow::Owned(occupation),
            segment,
            district: district.map(Cow::Owned),
            village: village.map(Cow::Owned),
            status,
            registered,
            enrolled,
            until,
            kpj: held(kpj),
            phone: held(phone),
            decile,
            reason: reason.map(Cow::Owned),
        };
        let record = (!refused).then_some(record);
        let Row { reasons, unknown, .. } = row;
        Read { record, reasons, unknown, inferred }
    }

    /// What the list says, else what was asked for, else what follows: who has a membership is a member.
    fn status(&self, row: &mut Row<'_>, is_member: bool) -> (Status, Option<Status>) {
        let codes = &["proposed", "verified", "active", "inactive", "rejected"];
        let otherwise = self.status.unwrap_or(match row.layout.kind {
            Kind::Leavers => Status::Inactive,
            Kind::Plain | Kind::Contributions if is_member => Status::Active,
            Kind::Plain | Kind::Contributions => Status::Proposed,
        });
        if row.value(Attribute::Status).is_some() {
            return match row.one_of(Attribute::Status, codes) {
                Some(code) => (Status::parse(code).unwrap_or(otherwise), None),
                None => {
                    row.refuse(Refusal::Status, Attribute::Status);
                    (otherwise, None)
                }
            };
        }
        if row.layout.column(Attribute::Status).is_some() {
            row.doubt(Doubt::StatusMissing, Attribute::Status);
        }
        (otherwise, Some(otherwise))
    }

    fn occupation(&self, row: &mut Row<'_>) -> String {
        let Some(own) = row.text(Attribute::Occupation) else {
            row.doubt(Doubt::OccupationMissing, Attribute::Occupation);
            return String::new();
        };
        if !self.has_groups {
            return called(&own).0;
        }
        match self.occupations.group(&own) {
            Some(id) => id.to_owned(),
            None => {
                row.doubt(Doubt::OccupationUnknown, Attribute::Occupation);
                row.unknown.push((Attribute::Occupation, own.clone()));
                own
            }
        }
    }

    fn district(&self, row: &mut Row<'_>) -> Option<String> {
        let own = row.text(Attribute::District)?;
        if self.districts.is_empty() {
            return Some(own);
        }
        // Some lists say before each what it is.
        let folded = fold(&own);
        let bare = ["distrik ", "kecamatan ", "kec. ", "kec "].iter().find_map(|word| folded.strip_prefix(word));
        let found = self.districts.get(&folded).or_else(|| self.districts.get(bare?));
        if found.is_none() {
            row.doubt(Doubt::DistrictUnknown, Attribute::District);
            row.unknown.push((Attribute::District, own.clone()));
        }
        Some(found.cloned().unwrap_or(own))
    }
}

/// Fields that are each person's own: a cell that is merged over several rows holds them for the first alone.
const OWN: [Attribute; 6] =
    [Attribute::Id, Attribute::Nik, Attribute::Name, Attribute::Birth, Attribute::Kpj, Attribute::Phone];

/// Whether a field is each person's own.
pub fn is_own(field: Attribute) -> bool {
    OWN.contains(&field)
}

/// Whether what stands in a column of marks is none.
fn is_no(mark: &str) -> bool {
    matches!(fold(mark).as_str(), "0" | "tidak" | "tdk" | "no" | "n" | "false")
}

/// A line while it is read.
struct Row<'a> {
    layout: &'a Layout,
    line: &'a Line,
    reasons: Vec<(Reason, Option<usize>)>,
    unknown: Vec<(Attribute, String)>,
}

impl<'a> Row<'a> {
    fn is_refused(&self) -> bool {
        self.reasons.iter().any(|(reason, _)| matches!(reason, Reason::Refused(_)))
    }

    fn tell(&mut self, reason: Reason, field: Attribute) {
        self.reasons.push((reason, self.layout.column(field)));
    }

    fn refuse(&mut self, refusal: Refusal, field: Attribute) {
        self.tell(Reason::Refused(refusal), field);
    }

    fn doubt(&mut self, doubt: Doubt, field: Attribute) {
        self.tell(Reason::Doubtful(doubt), field);
    }

    /// The cell of a field, if something stands there.
    fn value(&mut self, field: Attribute) -> Option<&'a Value> {
        let column = self.layout.column(field)?;
        // What stands once for many rows is nobody's own.
        let value = if is_own(field) { self.line.own(column) } else { self.line.value(column) };
        if let Value::Fault(sign) = value {
            self.refuse(Refusal::Fault(sign), field);
            return None;
        }
        numbers::plain(value).map(|_| value)
    }

    fn text(&mut self, field: Attribute) -> Option<String> {
        self.value(field).and_then(numbers::plain)
    }

    fn nik(&mut self) -> Option<String> {
        let Some(column) = self.layout.column(Attribute::Nik) else {
            self.doubt(Doubt::NikMissing, Attribute::Nik);
            return None;
        };
        let own = numbers::plain(self.line.own(column));
        let other = |place: &usize| {
            let other = numbers::plain(self.line.own(*place));
            other.is_some_and(|other| {
                Some(&other) != own.as_ref() && other.chars().filter(char::is_ascii_digit).count() >= 10
            })
        };
        if self.layout.other_niks.iter().any(other) {
            self.refuse(Refusal::TwoNiks, Attribute::Nik);
        }
        match numbers::nik(self.line.own(column)) {
            Ok((nik, doubt)) => {
                doubt.into_iter().for_each(|doubt| self.doubt(doubt, Attribute::Nik));
                nik
            }
            Err(refusal) => {
                self.refuse(refusal, Attribute::Nik);
                None
            }
        }
    }

    fn number(&mut self, field: Attribute, read: fn(&Value) -> numbers::Read) -> Option<String> {
        let (number, doubt) = read(self.value(field)?);
        doubt.into_iter().for_each(|doubt| self.doubt(doubt, field));
        number
    }

    fn day(&mut self, field: Attribute, known: Known<'_>) -> Option<Day> {
        let value = self.value(field)?;
        match dates::read(value, known) {
            Some((day, doubt)) => {
                doubt.into_iter().for_each(|doubt| self.doubt(doubt, field));
                Some(day)
            }
            None => {
                self.refuse(Refusal::Date(field), field);
                None
            }
        }
    }

    /// The word of the format that a cell means, in either language.
    fn one_of(&mut self, field: Attribute, words: &'static [&'static str]) -> Option<&'static str> {
        let own = self.text(field)?;
        match looks::look(Expected::OneOf(words), &own) {
            Some(Look::Word(word)) => Some(word),
            _ => {
                self.unknown.push((field, own));
                None
            }
        }
    }

    fn word(&mut self, field: Attribute, words: &'static [&'static str], doubt: Doubt) -> Option<&'static str> {
        self.value(field)?;
        let word = self.one_of(field, words);
        if word.is_none() {
            self.doubt(doubt, field);
        }
        word
    }

    /// The sex: a word, or a mark in the column of one of the two.
    fn sex(&mut self) -> Option<Sex> {
        let Some(marks) = self.layout.marks else {
            return self.word(Attribute::Sex, &["F", "M"], Doubt::SexUnknown).and_then(Sex::parse);
        };
        let marked = marks.map(|column| numbers::plain(self.line.value(column)).filter(|mark| !is_no(mark)));
        let (sex, mark) = match marked {
            [Some(mark), None] => (Sex::Male, mark),
            [None, Some(mark)] => (Sex::Female, mark),
            [None, None] => return None,
            [Some(_), Some(_)] => {
                self.doubt(Doubt::SexUnknown, Attribute::Sex);
                return None;
            }
        };
        // A letter in the column of the other one.
        if headings::sex(&mark).is_some_and(|own| own != sex) {
            self.doubt(Doubt::SexUnknown, Attribute::Sex);
            return None;
        }
        Some(sex)
    }

    /// A note that says that the person has left, which is told and kept as the reason.
    fn left(&mut self) -> Option<String> {
        let noted = |column: &usize| Some((*column, numbers::plain(self.line.value(*column))?));
        let (column, note) = self.layout.notes.iter().filter_map(noted).find(|(_, note)| note::says_left(note))?;
        self.reasons.push((Reason::Doubtful(Doubt::Left), Some(column)));
        Some(note)
    }

    fn decile(&mut self) -> Option<u8> {
        let own = self.text(Attribute::Decile)?;
        let digits: String = own.chars().filter(char::is_ascii_digit).collect();
        let decile = digits.parse().ok().filter(|decile| (1..=10).contains(decile));
        if decile.is_none() {
            self.doubt(Doubt::DecileUnknown, Attribute::Decile);
        }
        decile
    }
}

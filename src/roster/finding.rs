//! What the audit found, held with the roster so that the filter can ask for it. Which row breaks which rule is the
//! business of `check`; here stand only the rules' names and the places.

use super::calendar::Month;
use super::program::Segment;
use super::rows::{Row, RowSet};

/// How grave a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// A figure or a protection is wrong until it is mended.
    Error,
    /// Probably wrong: compare with the papers.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// All, gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

    /// The word of the filter and of the data formats.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// Who can mend what was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Office {
    /// The population office, which issues the NIK.
    Dukcapil,
    /// BPJS Ketenagakerjaan, which keeps memberships and claims.
    Bpjs,
    /// The district's office, which can ask the worker.
    District,
    /// The finance office, which pays.
    Finance,
    /// The programme's own office, which keeps the list.
    Programme,
}

impl Office {
    /// All, in the order in which a list goes from one to the other.
    pub const ALL: [Office; 5] = [Office::Dukcapil, Office::Bpjs, Office::District, Office::Finance, Office::Programme];

    /// The word of the data formats, and of files.
    pub fn code(self) -> &'static str {
        match self {
            Office::Dukcapil => "dukcapil",
            Office::Bpjs => "bpjs",
            Office::District => "district",
            Office::Finance => "finance",
            Office::Programme => "programme",
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $code:literal $severity:ident $office:ident,)*) => {
        /// A rule of the audit, in printing order (design.md §3). The names are stable: they are filter terms.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Rule { $($(#[$doc])* $name,)* }

        impl Rule {
            /// All, in printing order: errors, warnings, notes.
            pub const ALL: &[Rule] = &[$(Rule::$name,)*];

            /// The stable name.
            pub fn code(self) -> &'static str {
                match self { $(Rule::$name => $code,)* }
            }

            /// How grave a finding of it is.
            pub fn severity(self) -> Severity {
                match self { $(Rule::$name => Severity::$severity,)* }
            }

            /// Who can mend it.
            pub fn office(self) -> Office {
                match self { $(Rule::$name => Office::$office,)* }
            }
        }
    };
}

rules! {
    /// No NIK.
    NikMissing "nik-missing" Error District,
    /// Not 16 digits, or not a JSON string.
    NikFormat "nik-format" Error District,
    /// Unknown province, no such date, serial 0000.
    NikImpossible "nik-impossible" Error Dukcapil,
    /// One NIK on two rows.
    NikDuplicate "nik-duplicate" Error Dukcapil,
    /// Not 11 digits, or not a JSON string.
    KpjFormat "kpj-format" Error Bpjs,
    /// One KPJ on two rows.
    KpjDuplicate "kpj-duplicate" Error Bpjs,
    /// Blank.
    NameMissing "name-missing" Error District,
    /// The programme has no such group.
    OccupationUnknown "occupation-unknown" Error Programme,
    /// Not birth < registered ≤ enrolled ≤ until.
    DateOrder "date-order" Error Programme,
    /// Birth, registered or enrolled after the roster's date.
    DateFuture "date-future" Error Programme,
    /// Active in the file, no `enrolled_on`.
    ActiveWithoutEnrolledOn "active-without-enrolled-on" Error Bpjs,
    /// Too old when enrolled.
    AgeOverLimit "age-over-limit" Error District,
    /// A payment is not its workers × rate.
    PaymentMismatch "payment-mismatch" Error Finance,
    /// A claim of a worker who is not in the list.
    ClaimWorker "claim-worker" Error Bpjs,
    /// A second claim for one death, or for one accident.
    ClaimDuplicate "claim-duplicate" Error Bpjs,
    /// Active in the file, though a death was claimed.
    DeceasedActive "deceased-active" Error Bpjs,
    /// A month before today that no payment covers, though one covers a later month.
    PaymentGap "payment-gap" Error Finance,
    /// A payment that names a year too far from the fiscal year.
    PaymentDate "payment-date" Error Finance,
    /// More spent and committed than there is.
    BudgetExceeded "budget-exceeded" Error Finance,
    /// A segment in use without a rate.
    RateMissing "rate-missing" Error Finance,
    /// A row that could not be read and was set aside.
    RowUnreadable "row-unreadable" Error Programme,
    /// NIK and birth date differ.
    NikBirthDate "nik-birth-date" Warning Dukcapil,
    /// NIK and sex differ.
    NikSex "nik-sex" Warning Dukcapil,
    /// Same name and birth date, other NIK.
    PersonDuplicate "person-duplicate" Warning Dukcapil,
    /// Active or in grace without a KPJ.
    KpjMissing "kpj-missing" Warning Bpjs,
    /// Under 18 when enrolled.
    AgeUnder18 "age-under-18" Warning District,
    /// No district.
    DistrictMissing "district-missing" Warning District,
    /// Active in the file, lapsed by its dates.
    StatusStale "status-stale" Warning Bpjs,
    /// Inactive in the file, protected or in grace by its dates.
    StatusEarly "status-early" Warning Bpjs,
    /// An end of protection, a step of the plan or a claim of a year too far from the fiscal year.
    DateUnlikely "date-unlikely" Warning Programme,
    /// Workers paid for differ from the list.
    PaymentWorkers "payment-workers" Warning Finance,
    /// No list of payments, though people were enrolled.
    PaymentsMissing "payments-missing" Warning Finance,
    /// The groups' targets do not add up to the programme's.
    GroupTargets "group-targets" Warning Programme,
    /// Hidden characters were neutralised.
    TextSuspicious "text-suspicious" Warning Programme,
    /// Grace ends within 31 days.
    LapsingSoon "lapsing-soon" Note Finance,
    /// NIK of another region; a NIK never changes when its holder moves.
    NikRegion "nik-region" Note Dukcapil,
    /// A district or village spelt otherwise than most of its rows, or than the file's list of districts.
    PlaceSpelling "place-spelling" Note District,
    /// More active than the target.
    TargetExceeded "target-exceeded" Note Programme,
    /// A field that the format does not know, once per name.
    UnknownField "unknown-field" Note Programme,
}

impl Rule {
    /// The rule of that name.
    pub fn parse(code: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.code() == code)
    }
}

/// What a finding is about, if not a worker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// A payment, by its index.
    Payment(usize),
    /// The dates of a payment, by its index.
    PaymentDates(usize),
    /// A month, by the payments for it.
    Month(Month),
    /// A month that no payment covers.
    Gap(Month),
    /// A step of the plan, by its index.
    Planned(usize),
    /// A claim, by its index.
    Claim(usize),
    /// A row set aside, by its index.
    SetAside(usize),
    /// A segment.
    Segment(Segment),
    /// A group, by its index.
    Group(usize),
    /// A field's name.
    Field(String),
    /// The programme as a whole.
    Program,
}

/// What one office has to mend.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mending {
    /// The office.
    pub office: Office,
    /// Its errors.
    pub errors: u64,
    /// Its warnings.
    pub warnings: u64,
    /// The rules that are broken, each with its count: errors before warnings, the most frequent first.
    pub rules: Vec<(Rule, u64)>,
}

/// Everything that the audit found.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    by_rule: Vec<Found>,
}

#[derive(Clone, Debug, Default)]
struct Found {
    rows: Vec<Row>,
    /// The same rows, those of a pair side by side; empty where they pair nobody.
    paired: Vec<Row>,
    places: Vec<Place>,
    /// Places beside those that are only counted.
    unlisted: u64,
}

impl Findings {
    /// Notes a finding about a worker. Rows of one rule come in ascending order.
    pub(crate) fn worker(&mut self, rule: Rule, row: Row) {
        self.found(rule).rows.push(row);
    }

    /// Notes a finding about anything else.
    pub(crate) fn place(&mut self, rule: Rule, place: Place) {
        self.found(rule).places.push(place);
    }

    /// Counts places that are not listed.
    pub(crate) fn count_on(&mut self, rule: Rule, unlisted: u64) {
        if unlisted > 0 {
            self.found(rule).unlisted += unlisted;
        }
    }

    /// Puts what was found of later rows behind what was found of these.
    pub(crate) fn append(&mut self, later: Findings) {
        for (&rule, other) in Rule::ALL.iter().zip(later.by_rule) {
            let own = self.found(rule);
            own.rows.extend(other.rows);
            own.places.extend(other.places);
            own.unlisted += other.unlisted;
        }
    }

    /// Orders the rows of a rule about pairs for those who read them, beginning with the ascending ones.
    pub fn pair(&mut self, rule: Rule, order: impl FnOnce(&mut [Row])) {
        if let Some(found) = self.by_rule.get_mut(rule as usize) {
            found.paired = found.rows.clone();
            order(&mut found.paired);
        }
    }

    fn found(&mut self, rule: Rule) -> &mut Found {
        if self.by_rule.is_empty() {
            self.by_rule = vec![Found::default(); Rule::ALL.len()];
        }
        &mut self.by_rule[rule as usize]
    }

    /// The workers that break a rule, ascending.
    pub fn rows(&self, rule: Rule) -> &[Row] {
        self.by_rule.get(rule as usize).map_or(&[], |found| &found.rows)
    }

    /// The workers that break a rule, as they are read: ascending, or those of a pair side by side.
    pub fn paired(&self, rule: Rule) -> &[Row] {
        let found = self.by_rule.get(rule as usize);
        found.map_or(&[], |found| if found.paired.is_empty() { &found.rows } else { &found.paired })
    }

    /// What else breaks a rule.
    pub fn places(&self, rule: Rule) -> &[Place] {
        self.by_rule.get(rule as usize).map_or(&[], |found| &found.places)
    }

    /// How many places beside those break it, too many to be listed.
    pub fn unlisted(&self, rule: Rule) -> u64 {
        self.by_rule.get(rule as usize).map_or(0, |found| found.unlisted)
    }

    /// How many rows and other places break a rule.
    pub fn count(&self, rule: Rule) -> u64 {
        (self.rows(rule).len() + self.places(rule).len()) as u64 + self.unlisted(rule)
    }

    /// How many findings there are of a severity.
    pub fn severity(&self, severity: Severity) -> u64 {
        Rule::ALL.iter().filter(|rule| rule.severity() == severity).map(|&rule| self.count(rule)).sum()
    }

    /// The rules that something breaks, in printing order.
    pub fn rules(&self) -> impl Iterator<Item = Rule> + '_ {
        Rule::ALL.iter().copied().filter(|&rule| self.count(rule) > 0)
    }

    /// What each office has to mend, those with most errors first; who has nothing is left out. A note asks for nothing.
    pub fn by_office(&self) -> Vec<Mending> {
        let mending = |office: Office| {
            let own = self.rules().filter(|rule| rule.office() == office && rule.severity() != Severity::Note);
            let mut rules: Vec<(Rule, u64)> = own.map(|rule| (rule, self.count(rule))).collect();
            rules.sort_by_key(|(rule, count)| (rule.severity(), std::cmp::Reverse(*count)));
            let of =
                |severity| rules.iter().filter(|(rule, _)| rule.severity() == severity).map(|(_, count)| count).sum();
            Mending { office, errors: of(Severity::Error), warnings: of(Severity::Warning), rules }
        };
        let mut offices: Vec<Mending> =
            Office::ALL.map(mending).into_iter().filter(|own| !own.rules.is_empty()).collect();
        offices.sort_by_key(|own| std::cmp::Reverse((own.errors, own.warnings)));
        offices
    }

    /// The rules that one worker breaks.
    pub(crate) fn of_worker(&self, row: Row) -> impl Iterator<Item = Rule> + '_ {
        Rule::ALL.iter().copied().filter(move |&rule| self.rows(rule).binary_search(&row).is_ok())
    }

    /// Puts the workers that break a rule into `set`.
    pub(crate) fn add_to(&self, rule: Rule, set: &mut RowSet) {
        self.rows(rule).iter().for_each(|&row| set.insert(row));
    }
}

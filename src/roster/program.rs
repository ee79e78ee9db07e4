//! The programme: what the city means to do, at which rates, and what it has paid so far.

use super::calendar::{Day, Month};
use super::money::Rupiah;

/// Whether a worker is a wage earner; decides the rate (domain.md §1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Segment {
    /// Not a wage earner (bukan penerima upah).
    Bpu,
    /// Wage earner (penerima upah), such as honorary staff.
    Pu,
}

impl Segment {
    /// Both, in the order of the screens.
    pub const ALL: [Segment; 2] = [Segment::Bpu, Segment::Pu];

    /// `BPU` or `PU`, as in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Segment::Bpu => "BPU",
            Segment::Pu => "PU",
        }
    }

    /// The segment of that code.
    pub fn parse(code: &str) -> Option<Segment> {
        Segment::ALL.into_iter().find(|segment| segment.code() == code)
    }
}

/// A scheme of BPJS Ketenagakerjaan that the city pays; each is booked to its own account (domain.md §5).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Scheme {
    /// Work accident (jaminan kecelakaan kerja).
    Jkk,
    /// Death (jaminan kematian).
    Jkm,
}

impl Scheme {
    /// Both, in the order of the accounts.
    pub const ALL: [Scheme; 2] = [Scheme::Jkk, Scheme::Jkm];

    /// `JKK` or `JKM`, as in the file.
    pub fn code(self) -> &'static str {
        match self {
            Scheme::Jkk => "JKK",
            Scheme::Jkm => "JKM",
        }
    }

    /// The scheme of that code.
    pub fn parse(code: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|scheme| scheme.code() == code)
    }
}

/// An amount for each scheme, in rupiah.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ByScheme {
    /// Work accident.
    pub jkk: Rupiah,
    /// Death.
    pub jkm: Rupiah,
}

impl ByScheme {
    /// The amount of one scheme.
    pub fn of(self, scheme: Scheme) -> Rupiah {
        match scheme {
            Scheme::Jkk => self.jkk,
            Scheme::Jkm => self.jkm,
        }
    }

    /// Both together, or `None` beyond 28 digits.
    pub fn sum(self) -> Option<Rupiah> {
        self.jkk.plus(self.jkm)
    }

    /// So many times both.
    pub fn times(self, count: u64) -> Option<ByScheme> {
        Some(ByScheme { jkk: self.jkk.times(count)?, jkm: self.jkm.times(count)? })
    }

    /// Scheme by scheme.
    pub fn plus(self, other: ByScheme) -> Option<ByScheme> {
        Some(ByScheme { jkk: self.jkk.plus(other.jkk)?, jkm: self.jkm.plus(other.jkm)? })
    }
}

/// A dated rate: what one worker of a segment costs a month in a scheme, from a month on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contribution {
    /// Whose rate.
    pub segment: Segment,
    /// For which scheme.
    pub scheme: Scheme,
    /// Rupiah a worker and month.
    pub monthly: Rupiah,
    /// The first month it holds; `None` holds always.
    pub from: Option<Month>,
}

/// Every dated rate of the programme.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rates {
    /// As the file lists them.
    listed: Vec<Contribution>,
    /// By whose they are, in which scheme, and since when: every payment looks for its own.
    ordered: Vec<Contribution>,
    /// The months in which some rate changes, ascending.
    changes: Vec<Month>,
}

impl Rates {
    /// The rates as the file lists them; no two of the same segment, scheme and `from`.
    pub fn new(listed: Vec<Contribution>) -> Rates {
        let mut ordered = listed.clone();
        ordered.sort_by_key(|rate| (rate.segment, rate.scheme, rate.from));
        let mut changes: Vec<Month> = listed.iter().filter_map(|rate| rate.from).collect();
        changes.sort_unstable();
        changes.dedup();
        Rates { listed, ordered, changes }
    }

    /// As the file lists them.
    pub fn contributions(&self) -> &[Contribution] {
        &self.listed
    }

    /// Rupiah a worker of `segment` costs in `scheme` in `month`; `None` where no rate holds.
    pub fn scheme(&self, segment: Segment, scheme: Scheme, month: Month) -> Option<Rupiah> {
        let begun = |rate: &Contribution| (rate.segment, rate.scheme, rate.from) <= (segment, scheme, Some(month));
        let newest = self.ordered.partition_point(begun).checked_sub(1).and_then(|place| self.ordered.get(place))?;
        ((newest.segment, newest.scheme) == (segment, scheme)).then_some(newest.monthly)
    }

    /// Rupiah a worker of `segment` costs in `month`, by scheme; a missing rate counts 0 (see [`Rates::covers`]).
    pub fn at(&self, segment: Segment, month: Month) -> ByScheme {
        let rate = |scheme| self.scheme(segment, scheme, month).unwrap_or_default();
        ByScheme { jkk: rate(Scheme::Jkk), jkm: rate(Scheme::Jkm) }
    }

    /// Whether both schemes have a rate for `segment` in `month`.
    pub fn covers(&self, segment: Segment, month: Month) -> bool {
        Scheme::ALL.into_iter().all(|scheme| self.scheme(segment, scheme, month).is_some())
    }

    /// From one month to another in stretches of one rate: the first month of each, and how many months it has. A payment
    /// through the year 9999 has no more of them than one of a year.
    pub fn stretches(&self, from: Month, to: Month) -> impl Iterator<Item = (Month, u64)> + '_ {
        let mut next = Some(from).filter(|from| *from <= to);
        std::iter::from_fn(move || {
            let start = next?;
            next = self.change_between(start, to);
            let months = next.map_or(to.since(start) + 1, |change| change.since(start));
            Some((start, months.unsigned_abs()))
        })
    }

    /// The first month after `after`, up to `to`, in which some rate changes.
    pub fn change_between(&self, after: Month, to: Month) -> Option<Month> {
        let next = self.changes.partition_point(|&change| change <= after);
        self.changes.get(next).copied().filter(|&change| change <= to)
    }
}

/// Where the programme runs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Region {
    /// Code of the home ministry, such as 96.71.
    pub code: Option<String>,
    /// Codes that the region had before; a NIK keeps them (domain.md §3).
    pub former_codes: Vec<String>,
    /// Kota Sorong.
    pub name: Option<String>,
    /// Papua Barat Daya.
    pub province: Option<String>,
}

/// The months that the programme means to pay.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Coverage {
    /// Its first month, if the file says it.
    pub from: Option<Month>,
    /// Its last month: December of the fiscal year where the file does not say it.
    pub to: Month,
}

/// Where the date of all figures comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AsOfFrom {
    /// `program.as_of`.
    Program,
    /// The newest date in the data that is not after the fiscal year.
    Data,
    /// 31 December of the fiscal year: the data has no date.
    FiscalYear,
}

/// What the city means to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Program {
    /// Its name.
    pub name: String,
    /// The budget year.
    pub fiscal_year: i32,
    /// "Today" for every figure. Not meaningful before the roster is sealed if the file has none.
    pub as_of: Option<Day>,
    /// Where it runs.
    pub region: Region,
    /// Workers it means to protect; unknown to a list that has no programme yet, never to a file.
    pub target: Option<u64>,
    /// Rupiah set aside; unknown likewise.
    pub budget: Option<Rupiah>,
    /// What a worker costs a month.
    pub rates: Rates,
    /// The months it means to pay.
    pub coverage: Coverage,
    /// Months after the end of protection in which arrears may still be paid (domain.md §1a).
    pub grace_months: u32,
    /// Completed years at which a worker can no longer be enrolled (domain.md §2).
    pub max_age: u32,
}

/// A name in one language, or in both.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    /// Indonesian, or the only one.
    pub id: String,
    /// English, or the only one.
    pub en: String,
}

/// An occupation group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// What a worker's `occupation` names.
    pub id: String,
    /// What people read.
    pub name: Name,
    /// The segment of its workers who have none of their own; BPU where the file says nothing.
    pub segment: Segment,
    /// Workers of it that the programme means to protect.
    pub target: Option<u64>,
}

/// Workers of each segment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BySegment {
    /// Not wage earners.
    pub bpu: u64,
    /// Wage earners.
    pub pu: u64,
}

/// Which way the money of a payment goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PaymentKind {
    /// To BPJS.
    #[default]
    Payment,
    /// Back from it: what was paid too much. It pays for no month.
    Refund,
}

impl PaymentKind {
    /// Both.
    pub const ALL: [PaymentKind; 2] = [PaymentKind::Payment, PaymentKind::Refund];

    /// `payment` or `refund`, as in the file.
    pub fn code(self) -> &'static str {
        match self {
            PaymentKind::Payment => "payment",
            PaymentKind::Refund => "refund",
        }
    }

    /// The kind of that word.
    pub fn parse(code: &str) -> Option<PaymentKind> {
        PaymentKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A payment to BPJS, or a bill: it is spent from `paid_on` on, committed before that.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payment {
    /// To BPJS, or back from it.
    pub kind: PaymentKind,
    /// The first month paid.
    pub month: Month,
    /// The last month paid; the same month where the file has none.
    pub through: Month,
    /// Workers paid for in each of the months.
    pub workers: Option<u64>,
    /// The same by segment.
    pub by_segment: Option<BySegment>,
    /// Rupiah.
    pub amount: Rupiah,
    /// The day of the transfer; `None` while it is only billed.
    pub paid_on: Option<Day>,
    /// The voucher, such as `SP2D 0312`.
    pub reference: Option<String>,
}

impl Payment {
    /// Whether it is money that came back.
    pub fn is_refund(&self) -> bool {
        self.kind == PaymentKind::Refund
    }

    /// Rupiah that it takes from the budget: a refund gives back.
    pub fn outgo(&self) -> Rupiah {
        if self.is_refund() { self.amount.negated() } else { self.amount }
    }
}

/// A step of the plan: workers to be enrolled by the end of the month, cumulative.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Planned {
    /// By the end of this month.
    pub month: Month,
    /// Workers, cumulative.
    pub workers: u64,
}

/// A claim that BPJS paid to a family.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The worker's id in the roster.
    pub worker: Option<String>,
    /// Which scheme paid.
    pub scheme: Scheme,
    /// When.
    pub date: Option<Day>,
    /// Rupiah.
    pub amount: Rupiah,
}

/// A district as the programme spells it, and how many of its workers are to be protected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quota {
    /// Its right spelling.
    pub name: String,
    /// Other texts that mean it.
    pub aliases: Vec<String>,
    /// Workers of it that the programme means to protect.
    pub target: Option<u64>,
}

/// An earlier year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PastYear {
    /// Its budget year.
    pub fiscal_year: i32,
    /// Workers protected in it.
    pub workers: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap_or_else(|| unreachable!("{text} is a month of this test"))
    }

    #[test]
    fn a_later_rate_replaces_the_earlier_from_its_month_on() {
        let rate = |monthly, from: Option<&str>| Contribution {
            segment: Segment::Bpu,
            scheme: Scheme::Jkm,
            monthly: Rupiah::new(monthly).unwrap_or_default(),
            from: from.map(month),
        };
        let rates = Rates::new(vec![rate(6_800, None), rate(7_000, Some("2024-07"))]);
        let jkm = |text| rates.at(Segment::Bpu, month(text)).jkm.get();
        assert_eq!((jkm("2024-06"), jkm("2024-07"), jkm("2030-01")), (6_800, 7_000, 7_000));
        assert_eq!(rates.scheme(Segment::Bpu, Scheme::Jkk, month("2024-06")), None);
        assert!(!rates.covers(Segment::Bpu, month("2024-06")), "JKK has no rate");
        assert_eq!(rates.change_between(month("2024-06"), month("2024-12")), Some(month("2024-07")));
        assert_eq!(rates.change_between(month("2024-07"), month("2024-12")), None);
    }
}

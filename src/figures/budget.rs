//! The money: what is spent, committed and left, what a month costs, and how long the rest lasts.

use super::payments::Reconciled;
use super::share::Share;
use super::unpaid::{self, Covered, Unpaid};
use crate::roster::Roster;
use crate::roster::calendar::{self, Day, Month};
use crate::roster::money::Rupiah;
use crate::roster::program::{ByScheme, Payment, Rates, Scheme, Segment};
use crate::roster::rows::RowSet;
use crate::roster::worker::Standing;
use rust_decimal::Decimal;
use std::sync::Arc;

/// The budget of the whole programme. An amount that would pass 28 digits is `None`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Budget {
    /// Rupiah set aside by the city.
    pub total: Option<Rupiah>,
    /// Paid on or before the roster's date.
    pub spent: Option<Rupiah>,
    /// Billed, or to be paid later.
    pub committed: Option<Rupiah>,
    /// What remains; negative where more is spent and committed than there is.
    pub left: Option<Rupiah>,
    /// The months that payments cover.
    pub covered: Covered,
    /// The months still to pay.
    pub unpaid: Unpaid,
    /// The last month that the programme means to pay.
    pub coverage_to: Month,
    /// How many of the months still to pay are not after the end of coverage.
    pub months_to_end: u64,
    /// Whether people were enrolled although the file has no list of payments: then none is counted.
    pub payments_missing: bool,
    /// Months before today that were skipped although a later one is paid: the first, and how many they are.
    pub gaps: Option<(Month, u64)>,
    /// Payments with a date that cannot be meant.
    pub misdated: u64,
    /// The rates that a segment in use lacks.
    pub rates_missing: Vec<(Segment, Scheme)>,
    /// Who is active now.
    pub active: Outlook,
    /// Active and verified.
    pub joined: Outlook,
    /// The whole target.
    pub target: Option<Outlook>,
    /// As many as can be paid to the end of coverage, all as BPU; `None` if no month is left or nothing costs.
    pub affordable: Option<Outlook>,
    /// What the workers of the filter cost; `None` without one. They have no runway: the money left is not theirs alone.
    pub selection: Option<Cost>,
    /// Active workers who cannot be paid to the end of coverage.
    pub over_affordable: Option<u64>,
    /// The month in which a rate changes between today, or the first unpaid month, and the end of coverage.
    pub rate_change: Option<Month>,
    /// Each payment against its workers and rates, in the order of the file: the same under every filter.
    pub payments: Arc<Reconciled>,
    /// Claims that BPJS paid to families, by scheme.
    pub claims: [(Scheme, Claimed); 2],
}

/// What some workers cost, and how long the money left pays for them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outlook {
    /// Workers counted.
    pub workers: u64,
    /// Those of them whose segment lacks a rate, which counts nothing in the cost.
    pub unrated: u64,
    /// Rupiah a month, by scheme.
    pub by_scheme: Option<ByScheme>,
    /// Rupiah a month.
    pub monthly: Option<Rupiah>,
    /// How long the money lasts.
    pub runway: Runway,
    /// Rupiah for the months still to pay to the end of coverage; unknown where a rate is missing.
    pub need: Option<Rupiah>,
    /// What is then left, or lacking.
    pub balance: Option<Rupiah>,
}

/// What some workers cost a month, at the rates of the roster's date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Monthly {
    /// Workers counted, whatever their standing.
    pub workers: u64,
    /// Those of them whose segment has no full rate: what is missing counts nothing.
    pub unrated: u64,
    /// Rupiah by scheme; `None` beyond 28 digits.
    pub by_scheme: Option<ByScheme>,
}

impl Monthly {
    /// Of these workers.
    pub fn of(roster: &Roster, set: &RowSet) -> Monthly {
        let index = roster.index();
        let parts = Segment::ALL.map(|segment| (segment, index.segment(segment).count_in(set)));
        Monthly::priced(&roster.program.rates, Month::of(roster.as_of()), &parts)
    }

    fn priced(rates: &Rates, month: Month, parts: &[(Segment, u64)]) -> Monthly {
        let unrated = parts.iter().filter(|(segment, _)| !rates.covers(*segment, month));
        let count = |sum: u64, (_, workers): &(Segment, u64)| sum.saturating_add(*workers);
        Monthly {
            workers: parts.iter().fold(0, count),
            unrated: unrated.fold(0, count),
            by_scheme: parts.iter().try_fold(ByScheme::default(), |sum, &(segment, workers)| {
                sum.plus(rates.at(segment, month).times(workers)?)
            }),
        }
    }

    /// Both schemes together.
    pub fn sum(&self) -> Option<Rupiah> {
        self.by_scheme.and_then(ByScheme::sum)
    }
}

/// What some workers cost, whoever else is paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cost {
    /// Workers counted, whatever their standing.
    pub workers: u64,
    /// Those of them whose segment has no rate: they are not in the cost.
    pub unrated: u64,
    /// Rupiah a month, by scheme.
    pub by_scheme: Option<ByScheme>,
    /// Rupiah a month.
    pub monthly: Option<Rupiah>,
    /// Rupiah from the first unpaid month to the end of coverage.
    pub need: Option<Rupiah>,
}

impl Cost {
    fn of(own: Monthly, months: u64) -> Cost {
        let (Monthly { workers, unrated, by_scheme }, monthly) = (own, own.sum());
        let need = monthly.and_then(|monthly| monthly.times(months)).filter(|_| unrated == 0);
        Cost { workers, unrated, by_scheme, monthly, need }
    }
}

impl Outlook {
    /// The cost alone.
    pub fn cost(self) -> Cost {
        let Outlook { workers, unrated, by_scheme, monthly, need, .. } = self;
        Cost { workers, unrated, by_scheme, monthly, need }
    }
}

/// How long the money left pays for some workers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Runway {
    /// They cost nothing.
    Unlimited,
    /// A rate is missing: what they cost is not known.
    NoRate,
    /// An amount passes 28 digits.
    Unknown,
    /// So long.
    Lasts(Lasts),
}

/// See [`Runway`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lasts {
    /// Months with two decimals, cut, never rounded up.
    pub months: Option<Decimal>,
    /// Months that are paid in full.
    pub full_months: i128,
    /// Rupiah left after them.
    pub remainder: Rupiah,
    /// The month before the first that is not paid in full; `None` if none ever was paid and none can be.
    pub funded_through: Option<Month>,
    /// The first month that is not.
    pub first_unfunded: Option<Month>,
    /// The first day without protection: after the grace months that follow the last paid month.
    pub lapse: Option<Day>,
}

/// Claims of one scheme.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Claimed {
    /// How many.
    pub count: u64,
    /// Rupiah; `None` beyond 28 digits.
    pub amount: Option<Rupiah>,
}

/// A hundred years: dates further away say nothing.
const FAR: i128 = 1_200;

/// What the runway of every set of workers is made from.
#[derive(Clone, Copy)]
struct Purse<'a> {
    left: Option<Rupiah>,
    unpaid: Unpaid,
    /// Whether a payment covers any month.
    covered: bool,
    months_to_end: u64,
    grace_months: u32,
    rates: &'a Rates,
    /// Whether a segment in use lacks a rate.
    rates_missing: bool,
    /// The month in which every outlook is priced.
    month: Month,
}

impl Budget {
    /// The budget, with the cost of a selection if there is a filter.
    pub fn of(roster: &Roster, selection: Option<&RowSet>) -> Budget {
        Budget::of_programme(roster).under(roster, selection)
    }

    /// The same budget with the cost of another selection: all else no filter changes.
    pub fn under(self, roster: &Roster, selection: Option<&RowSet>) -> Budget {
        let cost = |set| Cost::of(Monthly::of(roster, set), self.months_to_end);
        Budget { selection: selection.map(cost), ..self }
    }

    fn of_programme(roster: &Roster) -> Budget {
        let program = &roster.program;
        let as_of = roster.as_of();
        let paid = |payment: &&Payment| payment.paid_on.is_some_and(|day| day <= as_of);
        let spent: Option<Rupiah> = roster.payments.iter().filter(paid).map(Payment::outgo).sum();
        let committed: Option<Rupiah> =
            roster.payments.iter().filter(|payment| !paid(payment)).map(Payment::outgo).sum();
        let left = spent.zip(committed).and_then(|(spent, committed)| program.budget?.minus(spent)?.minus(committed));

        let covered = Covered::of(roster);
        let unpaid = Unpaid::of(roster, covered);
        let months_to_end = unpaid.to(program.coverage.to);
        let rates_missing = rates_missing(roster);
        let purse = Purse {
            left,
            unpaid,
            covered: !covered.is_empty(),
            months_to_end,
            grace_months: program.grace_months,
            rates: &program.rates,
            rates_missing: !rates_missing.is_empty(),
            month: Month::of(as_of),
        };

        let index = roster.index();
        let outlook_of = |workers: &dyn Fn(Segment) -> u64| purse.outlook(&Segment::ALL.map(|s| (s, workers(s))));
        let active_of = |segment| index.count_of(segment, Standing::Active);
        let active = outlook_of(&active_of);

        let affordable = purse.affordable();
        let misdated = |payment: &&Payment| !unpaid::is_plausible_payment(program.fiscal_year, payment);
        let mut gaps = covered.gaps(roster);
        Budget {
            total: program.budget,
            spent,
            committed,
            left,
            covered,
            unpaid,
            coverage_to: program.coverage.to,
            months_to_end,
            payments_missing: !roster.payments_known && has_enrolled(roster),
            gaps: gaps.next().map(|first| (first, 1 + gaps.count() as u64)),
            misdated: roster.payments.iter().filter(misdated).count() as u64,
            active,
            joined: outlook_of(&|segment| active_of(segment) + index.count_of(segment, Standing::Verified)),
            target: target(roster).map(|parts| purse.outlook(&parts)),
            affordable: affordable.map(|workers| purse.outlook(&[(Segment::Bpu, workers)])),
            selection: None,
            over_affordable: affordable.map(|workers| active.workers.saturating_sub(workers)),
            // Every month is priced at the rate of today: what changes it after that, or after the first of them, is said.
            rate_change: unpaid
                .first()
                .and_then(|first| program.rates.change_between(first.min(purse.month), program.coverage.to)),
            rates_missing,
            payments: Arc::new(Reconciled::of(roster)),
            claims: Scheme::ALL.map(|scheme| (scheme, claimed(roster, scheme))),
        }
    }

    /// The first month still to pay.
    pub fn first_unpaid(&self) -> Option<Month> {
        self.unpaid.first()
    }

    /// Whether nobody of a segment in use lacks a rate in it.
    pub fn has_rate(&self, segment: Segment) -> bool {
        self.rates_missing.iter().all(|(own, _)| *own != segment)
    }

    /// The end of coverage, where every month still to pay lies behind it because payments cover those before.
    pub fn all_paid(&self) -> Option<Month> {
        (self.months_to_end == 0 && !self.covered.is_empty()).then_some(self.coverage_to)
    }

    /// Spent of the budget (serapan).
    pub fn absorbed(&self) -> Option<Share> {
        Share::new(self.spent?.get(), self.total?.get())
    }

    /// Left of the budget.
    pub fn left_share(&self) -> Option<Share> {
        Share::new(self.left?.get(), self.total?.get())
    }

    /// Committed of the budget.
    pub fn committed_share(&self) -> Option<Share> {
        Share::new(self.committed?.get(), self.total?.get())
    }

    /// Claims of both schemes.
    pub fn claimed(&self) -> Claimed {
        let [(_, a), (_, b)] = self.claims;
        Claimed { count: a.count + b.count, amount: a.amount.zip(b.amount).and_then(|(a, b)| a.plus(b)) }
    }
}

/// Whether anybody is, or ever was, enrolled.
fn has_enrolled(roster: &Roster) -> bool {
    let by_then = |day: Option<Day>| day.is_some_and(|day| day <= roster.as_of());
    let enrolled = [Standing::Active, Standing::Grace, Standing::Inactive];
    enrolled.into_iter().any(|standing| roster.index().standing(standing).count() > 0)
        || roster.iter().any(|worker| by_then(worker.enrolled()))
}

/// What a segment in use lacks in the roster's month: one of workers, of a group, or of the target that no group claims.
fn rates_missing(roster: &Roster) -> Vec<(Segment, Scheme)> {
    let month = Month::of(roster.as_of());
    let wanted = target(roster).unwrap_or_default();
    let in_use = |segment: Segment| {
        roster.index().segment(segment).count() > 0
            || roster.groups.iter().any(|group| group.segment == segment)
            || wanted.iter().any(|(own, workers)| *own == segment && *workers > 0)
    };
    let used = Segment::ALL.into_iter().filter(|segment| in_use(*segment));
    let each = used.flat_map(|segment| Scheme::ALL.map(|scheme| (segment, scheme)));
    each.filter(|(segment, scheme)| roster.program.rates.scheme(*segment, *scheme, month).is_none()).collect()
}

/// The target by the segments of the groups, if it is known; what no group claims counts as BPU.
fn target(roster: &Roster) -> Option<Vec<(Segment, u64)>> {
    let groups = roster.groups.iter().map(|group| (group.segment, group.target.unwrap_or(0)));
    let claimed = groups.clone().fold(0_u64, |sum, (_, target)| sum.saturating_add(target));
    let rest = roster.program.target?.saturating_sub(claimed);
    Some(groups.chain(std::iter::once((Segment::Bpu, rest))).collect())
}

impl Purse<'_> {
    /// As many as can be paid to the end of coverage, all at the BPU rate.
    fn affordable(self) -> Option<u64> {
        let rate = self.rates.at(Segment::Bpu, self.month).sum().filter(|_| self.has_rate(Segment::Bpu));
        let each = rate?.times(self.months_to_end).filter(|each| *each != Rupiah::ZERO)?;
        u64::try_from(self.left?.or_zero().get() / each.get()).ok()
    }

    fn has_rate(self, segment: Segment) -> bool {
        self.rates.covers(segment, self.month)
    }

    fn outlook(self, parts: &[(Segment, u64)]) -> Outlook {
        let cost = Cost::of(Monthly::priced(self.rates, self.month, parts), self.months_to_end);
        let Cost { workers, unrated, by_scheme, monthly, need } = cost;
        let runway = match self.runway(monthly) {
            // Nobody to pay for is one thing, nobody whose cost is known another.
            Runway::Unlimited if self.rates_missing => Runway::NoRate,
            _ if unrated > 0 => Runway::NoRate,
            runway => runway,
        };
        Outlook {
            workers,
            unrated,
            by_scheme,
            monthly,
            runway,
            need,
            balance: self.left.zip(need).and_then(|(left, need)| left.minus(need)),
        }
    }

    fn runway(self, monthly: Option<Rupiah>) -> Runway {
        let (Some(left), Some(monthly)) = (self.left.map(Rupiah::or_zero), monthly) else {
            return Runway::Unknown;
        };
        let Some(share) = Share::new(left.get(), monthly.get()) else {
            return Runway::Unlimited;
        };
        let full_months = share.part / share.whole;
        let near = u64::try_from(full_months).ok().filter(|_| full_months <= FAR);
        let first_unfunded = near.and_then(|full| self.unpaid.after(full));
        let before = first_unfunded.map(|month| month.plus(-1));
        let grace_until = before.and_then(|month| calendar::months_after(month.last_day(), self.grace_months));
        Runway::Lasts(Lasts {
            months: share.cut(2),
            full_months,
            remainder: Rupiah::new(share.part % share.whole).unwrap_or_default(),
            funded_through: before.filter(|_| full_months > 0 || self.covered),
            first_unfunded,
            lapse: grace_until.and_then(|day| calendar::days_after(day, 1)),
        })
    }
}

fn claimed(roster: &Roster, scheme: Scheme) -> Claimed {
    let by_then = |date: Option<Day>| date.is_none_or(|date| date <= roster.as_of());
    let claims = roster.claims.iter().filter(|claim| claim.scheme == scheme && by_then(claim.date));
    Claimed { count: claims.clone().count() as u64, amount: claims.map(|claim| claim.amount).sum() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::payments::tests::{month, rates, rupiah};

    fn purse<'a>(rates: &'a Rates, left: i128, first_unpaid: &str, months_to_end: u64) -> Purse<'a> {
        let unpaid = Unpaid::every(month(first_unpaid));
        let (left, month) = (Rupiah::new(left), month("2024-08"));
        Purse { left, unpaid, covered: true, months_to_end, grace_months: 3, rates, rates_missing: false, month }
    }

    #[test]
    fn the_money_lasts_so_many_whole_months() {
        let rates = rates();
        let demo = purse(&rates, 934_708_000, "2024-09", 4);
        for (workers, months, full, remainder, through, unfunded, lapse, balance) in [
            (14_212, "3.91", 3, 218_423_200, Some("2024-11"), "2024-12", "2025-03-01", -20_338_400),
            (19_336, "2.87", 2, 285_018_400, Some("2024-10"), "2024-11", "2025-02-01", -364_671_200),
            (15_602, "3.56", 3, 148_367_200, Some("2024-11"), "2024-12", "2025-03-01", -113_746_400),
            (100_000, "0.55", 0, 934_708_000, Some("2024-08"), "2024-09", "2024-12-01", -5_785_292_000),
        ] {
            let outlook = demo.outlook(&[(Segment::Bpu, workers)]);
            assert_eq!(outlook.balance, Rupiah::new(balance), "{workers}");
            let Runway::Lasts(lasts) = outlook.runway else { unreachable!("{workers} workers cost something") };
            assert_eq!(lasts.months.map(|m| m.to_string()).as_deref(), Some(months), "{workers}");
            assert_eq!((lasts.full_months, lasts.remainder), (full, rupiah(remainder)), "{workers}");
            assert_eq!(lasts.funded_through, through.map(month), "{workers}");
            assert_eq!(lasts.first_unfunded, Some(month(unfunded)), "{workers}");
            assert_eq!(lasts.lapse, calendar::parse_day(lapse), "{workers}");
        }
        assert_eq!(demo.affordable(), Some(13_909));
        assert_eq!(purse(&rates, 934_708_000, "2025-01", 0).affordable(), None, "no month is left");
        assert_eq!(purse(&rates, -1, "2024-09", 4).affordable(), Some(0), "overspent");
    }

    #[test]
    fn what_costs_nothing_lasts_without_limit_and_what_is_far_has_no_date() {
        let rates = rates();
        let purse = |left, first_unpaid, months| purse(&rates, left, first_unpaid, months);
        assert_eq!(purse(5, "2024-09", 4).outlook(&[(Segment::Bpu, 0)]).runway, Runway::Unlimited);
        let far = purse(16_800 * 1_201, "2024-09", 4).outlook(&[(Segment::Bpu, 1)]).runway;
        let Runway::Lasts(far) = far else { unreachable!("it costs something") };
        assert_eq!((far.full_months, far.funded_through, far.first_unfunded, far.lapse), (1_201, None, None, None));
        let overspent = purse(-5, "2024-09", 4).outlook(&[(Segment::Bpu, 1)]);
        let Runway::Lasts(none) = overspent.runway else { unreachable!("it costs something") };
        assert_eq!((none.full_months, none.remainder), (0, Rupiah::ZERO));
        assert_eq!(none.months, Some(Decimal::new(0, 2)));
        assert_eq!((none.funded_through, none.lapse), (Month::parse("2024-08"), calendar::parse_day("2024-12-01")));
        let never = Purse { covered: false, ..purse(-5, "2024-09", 4) }.outlook(&[(Segment::Bpu, 1)]);
        let Runway::Lasts(never) = never.runway else { unreachable!("it costs something") };
        assert_eq!((never.funded_through, never.first_unfunded), (None, Month::parse("2024-09")));
        assert_eq!(
            purse(5, "2024-09", 4).outlook(&[(Segment::Bpu, u64::MAX)]).monthly,
            Rupiah::new(16_800 * i128::from(u64::MAX))
        );
    }
}

//! The money: what is spent, committed and left, what a month costs, and how long the rest lasts.

use super::payments::Reconciliation;
use super::share::Share;
use crate::roster::Roster;
use crate::roster::calendar::{self, Day, Month};
use crate::roster::money::Rupiah;
use crate::roster::program::{ByScheme, Payment, Rates, Scheme, Segment};
use crate::roster::rows::RowSet;
use crate::roster::worker::Standing;
use rust_decimal::Decimal;

/// The budget of the whole programme. An amount that would pass 28 digits is `None`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Budget {
    /// Rupiah set aside by the city.
    pub total: Rupiah,
    /// Paid on or before the roster's date.
    pub spent: Option<Rupiah>,
    /// Billed, or to be paid later.
    pub committed: Option<Rupiah>,
    /// What remains; negative where more is spent and committed than there is.
    pub left: Option<Rupiah>,
    /// The month after the last month that any payment covers.
    pub first_unpaid: Month,
    /// The last month that the programme means to pay.
    pub coverage_to: Month,
    /// Months from the first unpaid one to the end of coverage.
    pub months_to_end: u64,
    /// Who is active now.
    pub active: Outlook,
    /// Active and verified.
    pub joined: Outlook,
    /// The whole target.
    pub target: Outlook,
    /// As many as can be paid to the end of coverage, all as BPU; `None` if no month is left or nothing costs.
    pub affordable: Option<Outlook>,
    /// The workers of the filter; `None` without one.
    pub selection: Option<Outlook>,
    /// Active workers who cannot be paid to the end of coverage.
    pub over_affordable: Option<u64>,
    /// The month in which a rate changes between the first unpaid month and the end of coverage.
    pub rate_change: Option<Month>,
    /// Each payment against its workers and rates, in the order of the file.
    pub payments: Vec<Reconciliation>,
    /// Claims that BPJS paid to families, by scheme.
    pub claims: [(Scheme, Claimed); 2],
}

/// What some workers cost, and how long the money left pays for them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outlook {
    /// Workers counted.
    pub workers: u64,
    /// Those of them whose segment has no rate: they are not in the cost.
    pub unrated: u64,
    /// Rupiah a month, by scheme.
    pub by_scheme: Option<ByScheme>,
    /// Rupiah a month.
    pub monthly: Option<Rupiah>,
    /// How long the money lasts.
    pub runway: Runway,
    /// Rupiah from the first unpaid month to the end of coverage.
    pub need: Option<Rupiah>,
    /// What is then left, or lacking.
    pub balance: Option<Rupiah>,
}

/// How long the money left pays for some workers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Runway {
    /// They cost nothing.
    Unlimited,
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
    /// The last month paid in full: with no full month left the last one that was paid; `None` if none ever was.
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
struct Purse {
    left: Option<Rupiah>,
    first_unpaid: Month,
    /// Whether a payment covers any month.
    covered: bool,
    months_to_end: u64,
    grace_months: u32,
}

impl Budget {
    /// The budget, with the cost of a selection if there is a filter.
    pub fn of(roster: &Roster, selection: Option<&RowSet>) -> Budget {
        let program = &roster.program;
        let as_of = roster.as_of();
        let paid = |payment: &&Payment| payment.paid_on.is_some_and(|day| day <= as_of);
        let spent: Option<Rupiah> = roster.payments.iter().filter(paid).map(|payment| payment.amount).sum();
        let committed: Option<Rupiah> =
            roster.payments.iter().filter(|payment| !paid(payment)).map(|payment| payment.amount).sum();
        let left = spent.zip(committed).and_then(|(spent, committed)| program.budget.minus(spent)?.minus(committed));

        let first_unpaid = first_unpaid(roster);
        let months_to_end = u64::try_from(program.coverage.to.since(first_unpaid) + 1).unwrap_or(0);
        let covered = !roster.payments.is_empty();
        let purse = Purse { left, first_unpaid, covered, months_to_end, grace_months: program.grace_months };
        let rates = Rate { rates: &program.rates, month: Month::of(as_of) };

        let everybody = RowSet::all(roster.workers.len());
        let index = roster.index();
        let active = index.standing(Standing::Active).within(&everybody);
        let mut joined = active.clone();
        index.standing(Standing::Verified).add_to(&mut joined);
        let outlook_of =
            |set: &RowSet| purse.outlook(rates, &Segment::ALL.map(|s| (s, index.segment(s).count_in(set))));
        let active = outlook_of(&active);

        let affordable = affordable(purse, rates.of(Segment::Bpu));
        Budget {
            total: program.budget,
            spent,
            committed,
            left,
            first_unpaid,
            coverage_to: program.coverage.to,
            months_to_end,
            active,
            joined: outlook_of(&joined),
            target: purse.outlook(rates, &target(roster)),
            affordable: affordable.map(|workers| purse.outlook(rates, &[(Segment::Bpu, workers)])),
            selection: selection.map(outlook_of),
            over_affordable: affordable.map(|workers| active.workers.saturating_sub(workers)),
            rate_change: program.rates.change_between(first_unpaid, program.coverage.to),
            payments: roster.payments.iter().map(|payment| Reconciliation::of(payment, &program.rates)).collect(),
            claims: Scheme::ALL.map(|scheme| (scheme, claimed(roster, scheme))),
        }
    }

    /// Spent of the budget (serapan).
    pub fn absorbed(&self) -> Option<Share> {
        Share::new(self.spent?.get(), self.total.get())
    }

    /// Left of the budget.
    pub fn left_share(&self) -> Option<Share> {
        Share::new(self.left?.get(), self.total.get())
    }

    /// Committed of the budget.
    pub fn committed_share(&self) -> Option<Share> {
        Share::new(self.committed?.get(), self.total.get())
    }

    /// Claims of both schemes.
    pub fn claimed(&self) -> Claimed {
        let [(_, a), (_, b)] = self.claims;
        Claimed { count: a.count + b.count, amount: a.amount.zip(b.amount).and_then(|(a, b)| a.plus(b)) }
    }
}

fn first_unpaid(roster: &Roster) -> Month {
    let last_paid = roster.payments.iter().map(|payment| payment.through).max();
    let start = roster.program.coverage.from.unwrap_or(Month::of(roster.as_of()));
    last_paid.map_or(start, |month| month.plus(1))
}

/// The target by the segments of the groups; what no group claims counts as BPU.
fn target(roster: &Roster) -> Vec<(Segment, u64)> {
    let groups = roster.groups.iter().map(|group| (group.segment, group.target.unwrap_or(0)));
    let claimed = groups.clone().fold(0_u64, |sum, (_, target)| sum.saturating_add(target));
    let rest = roster.program.target.saturating_sub(claimed);
    groups.chain(std::iter::once((Segment::Bpu, rest))).collect()
}

fn affordable(purse: Purse, rate: Option<Rupiah>) -> Option<u64> {
    let each = rate?.times(purse.months_to_end).filter(|each| *each != Rupiah::ZERO)?;
    u64::try_from(purse.left?.or_zero().get() / each.get()).ok()
}

/// The rates of the month in which every outlook is priced.
#[derive(Clone, Copy)]
struct Rate<'a> {
    rates: &'a Rates,
    month: Month,
}

impl Rate<'_> {
    fn of(self, segment: Segment) -> Option<Rupiah> {
        self.rates.at(segment, self.month).sum()
    }
}

impl Purse {
    fn outlook(self, rates: Rate<'_>, parts: &[(Segment, u64)]) -> Outlook {
        let unrated = |(segment, _): &&(Segment, u64)| !rates.rates.covers(*segment, rates.month);
        let by_scheme = parts.iter().try_fold(ByScheme::default(), |sum, &(segment, workers)| {
            sum.plus(rates.rates.at(segment, rates.month).times(workers)?)
        });
        let monthly = by_scheme.and_then(ByScheme::sum);
        let need = monthly.and_then(|monthly| monthly.times(self.months_to_end));
        Outlook {
            workers: parts.iter().fold(0, |sum, (_, workers)| sum.saturating_add(*workers)),
            unrated: parts.iter().filter(unrated).map(|(_, workers)| *workers).sum(),
            by_scheme,
            monthly,
            runway: self.runway(monthly),
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
        let near = i64::try_from(full_months).ok().filter(|_| full_months <= FAR);
        let last_paid = near.map(|full| self.first_unpaid.plus(full - 1));
        Runway::Lasts(Lasts {
            months: share.cut(2),
            full_months,
            remainder: Rupiah::new(share.part % share.whole).unwrap_or_default(),
            funded_through: last_paid.filter(|_| full_months > 0 || self.covered),
            first_unfunded: last_paid.map(|month| month.plus(1)),
            lapse: last_paid.map(|month| calendar::next(calendar::add_months(month.last_day(), self.grace_months))),
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

    fn purse(left: i128, first_unpaid: &str, months_to_end: u64) -> Purse {
        let first_unpaid = month(first_unpaid);
        Purse { left: Rupiah::new(left), first_unpaid, covered: true, months_to_end, grace_months: 3 }
    }

    #[test]
    fn the_money_lasts_so_many_whole_months() {
        let demo = purse(934_708_000, "2024-09", 4);
        let rate = Rate { rates: &rates(), month: month("2024-08") };
        for (workers, months, full, remainder, through, unfunded, lapse, balance) in [
            (14_212, "3.91", 3, 218_423_200, Some("2024-11"), "2024-12", "2025-03-01", -20_338_400),
            (19_336, "2.87", 2, 285_018_400, Some("2024-10"), "2024-11", "2025-02-01", -364_671_200),
            (15_602, "3.56", 3, 148_367_200, Some("2024-11"), "2024-12", "2025-03-01", -113_746_400),
            (100_000, "0.55", 0, 934_708_000, Some("2024-08"), "2024-09", "2024-12-01", -5_785_292_000),
        ] {
            let outlook = demo.outlook(rate, &[(Segment::Bpu, workers)]);
            assert_eq!(outlook.balance, Rupiah::new(balance), "{workers}");
            let Runway::Lasts(lasts) = outlook.runway else { unreachable!("{workers} workers cost something") };
            assert_eq!(lasts.months.map(|m| m.to_string()).as_deref(), Some(months), "{workers}");
            assert_eq!((lasts.full_months, lasts.remainder), (full, rupiah(remainder)), "{workers}");
            assert_eq!(lasts.funded_through, through.map(month), "{workers}");
            assert_eq!(lasts.first_unfunded, Some(month(unfunded)), "{workers}");
            assert_eq!(lasts.lapse, calendar::parse_day(lapse), "{workers}");
        }
        assert_eq!(affordable(demo, rate.of(Segment::Bpu)), Some(13_909));
        assert_eq!(affordable(purse(934_708_000, "2025-01", 0), rate.of(Segment::Bpu)), None, "no month is left");
        assert_eq!(affordable(purse(-1, "2024-09", 4), rate.of(Segment::Bpu)), Some(0), "overspent");
    }

    #[test]
    fn what_costs_nothing_lasts_without_limit_and_what_is_far_has_no_date() {
        let rate = Rate { rates: &rates(), month: month("2024-08") };
        assert_eq!(purse(5, "2024-09", 4).outlook(rate, &[(Segment::Bpu, 0)]).runway, Runway::Unlimited);
        let far = purse(16_800 * 1_201, "2024-09", 4).outlook(rate, &[(Segment::Bpu, 1)]).runway;
        let Runway::Lasts(far) = far else { unreachable!("it costs something") };
        assert_eq!((far.full_months, far.funded_through, far.first_unfunded, far.lapse), (1_201, None, None, None));
        let overspent = purse(-5, "2024-09", 4).outlook(rate, &[(Segment::Bpu, 1)]);
        let Runway::Lasts(none) = overspent.runway else { unreachable!("it costs something") };
        assert_eq!((none.full_months, none.remainder), (0, Rupiah::ZERO));
        assert_eq!(none.months, Some(Decimal::new(0, 2)));
        assert_eq!((none.funded_through, none.lapse), (Month::parse("2024-08"), calendar::parse_day("2024-12-01")));
        let never = Purse { covered: false, ..purse(-5, "2024-09", 4) }.outlook(rate, &[(Segment::Bpu, 1)]);
        let Runway::Lasts(never) = never.runway else { unreachable!("it costs something") };
        assert_eq!((never.funded_through, never.first_unfunded), (None, Month::parse("2024-09")));
        assert_eq!(
            purse(5, "2024-09", 4).outlook(rate, &[(Segment::Bpu, u64::MAX)]).monthly,
            Rupiah::new(16_800 * i128::from(u64::MAX))
        );
    }
}

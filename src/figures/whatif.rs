//! What if: the money left, month by month, under values that somebody changes: an additional budget from a month on,
//! more workers each month, another rate, another start. Nothing here reaches a real figure.
//!
//! A worker who is replaced costs what the one before cost: replacements change nobody's money, only how many people
//! are protected in all.

use super::budget::Budget;
use super::unpaid::Unpaid;
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::roster::program::Segment;

/// The values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WhatIf {
    /// Rupiah there are; negative where more is spent than there was, which has to be covered first.
    pub left: Rupiah,
    /// Rupiah that come (APBD-P).
    pub added: Rupiah,
    /// From this month on.
    pub added_from: Month,
    /// Workers before the first month.
    pub workers: u64,
    /// Rupiah a month that exactly these workers cost, where their segments have different rates; else workers × rate.
    pub base: Option<Rupiah>,
    /// Workers more in each month, from the first on.
    pub more: u64,
    /// Workers who leave each month and are replaced.
    pub replaced: u64,
    /// Rupiah a worker and month.
    pub rate: Rupiah,
    /// The months that can be paid; the first of them is the start.
    pub unpaid: Unpaid,
    /// How many of them.
    pub months: u64,
}

/// One month that is paid in full.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PaidMonth {
    /// Which.
    pub month: Month,
    /// Workers paid for.
    pub workers: u64,
    /// Rupiah.
    pub cost: Rupiah,
    /// Rupiah left after it.
    pub left: Rupiah,
}

/// How it ends. An amount that would pass 28 digits makes the whole answer unknown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// The months that are paid, one after the other.
    pub paid: Vec<PaidMonth>,
    /// The first month that is not, its workers, and what it lacks.
    pub lacks: Option<(Month, u64, Rupiah)>,
    /// Rupiah that all the months cost.
    pub cost: Rupiah,
    /// All there is and all that comes within the months, less that.
    pub balance: Rupiah,
    /// People who are protected at some time in the months paid: those of the last one, and those who were replaced.
    pub people: u64,
}

/// A value that can be solved for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unknown {
    /// The least addition that pays every month.
    Added,
    /// The most workers that can be paid every month.
    Workers,
    /// The most more each month.
    More,
    /// The highest rate.
    Rate,
    /// The most months.
    Months,
}

/// Months beyond a lifetime say nothing.
pub const MOST_MONTHS: u64 = 1_200;

/// The limit that keeps a plan from having an end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beyond {
    /// More months than [`MOST_MONTHS`].
    Months,
    /// Months behind the calendar's last one.
    Calendar,
    /// More than 28 digits.
    Digits,
}

impl WhatIf {
    /// What holds today: the active, the rate, what is left, the months to the end of coverage. `None` where an amount
    /// passes 28 digits, and where it is not known what the active or one more worker cost.
    pub fn now(roster: &Roster, budget: &Budget) -> Option<WhatIf> {
        if budget.active.unrated > 0 || !budget.has_rate(Segment::Bpu) {
            return None;
        }
        let rate = roster.program.rates.at(Segment::Bpu, Month::of(roster.as_of())).sum()?;
        Some(WhatIf {
            left: budget.left?,
            added: Rupiah::ZERO,
            added_from: budget.first_unpaid()?,
            workers: budget.active.workers,
            base: budget.active.monthly,
            more: 0,
            replaced: 0,
            rate,
            unpaid: budget.unpaid,
            months: budget.months_to_end,
        })
    }

    /// The first month.
    pub fn from(&self) -> Month {
        self.unpaid.first().unwrap_or(Month::LAST)
    }

    /// The month at a place among those to pay, from 0; `None` beyond the calendar's end.
    pub fn month(&self, place: u64) -> Option<Month> {
        self.unpaid.after(place)
    }

    /// The last month; `None` where there is none.
    pub fn last(&self) -> Option<Month> {
        self.month(self.months.checked_sub(1)?)
    }

    /// The month to which the first so many are paid, as a runway says it (design.md §3): the one before the next to pay,
    /// so that a month paid ahead counts. `None` where none is, and beyond 1,200 months or the calendar's end.
    pub fn paid_through(&self, months: u64) -> Option<Month> {
        let next = self.month(Some(months).filter(|months| (1..=MOST_MONTHS).contains(months))?)?;
        Some(next.plus(-1))
    }

    /// Beyond which limit it lies, where it has no [`outcome`](WhatIf::outcome).
    pub fn beyond(&self) -> Beyond {
        match self.months {
            months if months > MOST_MONTHS => Beyond::Months,
            0 => Beyond::Digits,
            _ if self.last().is_none() => Beyond::Calendar,
            _ => Beyond::Digits,
        }
    }

    /// Beyond which limit its money lasts, where no number of months is the last that is paid.
    pub fn ends_beyond(&self) -> Beyond {
        if self.month(MOST_MONTHS).is_none() { Beyond::Calendar } else { Beyond::Months }
    }

    /// How it ends; `None` beyond 28 digits, 1,200 months or the calendar's end.
    pub fn outcome(&self) -> Option<Outcome> {
        if self.months > MOST_MONTHS {
            return None;
        }
        let mut paid = Vec::new();
        let mut lacks = None;
        let mut cost_of_all = Rupiah::ZERO;
        let mut added = Rupiah::ZERO;
        for place in 0..self.months {
            let month = self.month(place)?;
            if month >= self.added_from {
                added = self.added;
            }
            let joined = self.more.checked_mul(place + 1)?;
            let base = self.base.map_or_else(|| self.rate.times(self.workers), Some)?;
            let cost = base.plus(self.rate.times(joined)?)?;
            cost_of_all = cost_of_all.plus(cost)?;
            let left = self.left.plus(added)?.minus(cost_of_all)?;
            let workers = self.workers.checked_add(joined)?;
            if lacks.is_none() && left.is_negative() {
                lacks = Some((month, workers, left.abs()));
            } else if lacks.is_none() {
                paid.push(PaidMonth { month, workers, cost, left });
            }
        }
        let last = paid.last().map_or(0, |month| month.workers);
        let people = last.checked_add(self.replaced.checked_mul((paid.len() as u64).saturating_sub(1))?)?;
        let balance = self.left.plus(added)?.minus(cost_of_all)?;
        Some(Outcome { paid, lacks, cost: cost_of_all, balance, people })
    }

    /// The same values with one solved so that every month is paid; `None` where no value does that, or where every
    /// value would.
    pub fn solved(&self, unknown: Unknown) -> Option<WhatIf> {
        let with = |value: i128| -> Option<WhatIf> {
            let count = u64::try_from(value).ok();
            let mut own = *self;
            match unknown {
                Unknown::Added => own.added = Rupiah::new(value)?,
                Unknown::Workers => (own.workers, own.base) = (count?, None),
                Unknown::More => own.more = count?,
                Unknown::Rate => (own.rate, own.base) = (Rupiah::new(value)?, None),
                Unknown::Months => own.months = count?,
            }
            Some(own)
        };
        let pays =
            |value: i128| with(value).and_then(|own| own.outcome()).is_some_and(|outcome| outcome.lacks.is_none());
        // What pays goes on paying with more added, and with less of anything else.
        let holds = |value: i128| if unknown == Unknown::Added { !pays(value) } else { pays(value) };
        if !holds(0) {
            return if unknown == Unknown::Added { with(0) } else { None };
        }
        let most = match unknown {
            Unknown::Added | Unknown::Rate => Rupiah::MOST.get(),
            Unknown::Workers | Unknown::More => u64::MAX.into(),
            Unknown::Months => MOST_MONTHS.into(),
        };
        let (mut low, mut high): (i128, i128) = (0, 1);
        while holds(high) {
            // Up to the greatest value there is no end of it.
            if high == most {
                return None;
            }
            (low, high) = (high, (2 * high).min(most));
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if holds(middle) { low = middle } else { high = middle }
        }
        with(if unknown == Unknown::Added { high } else { low })
    }
}

/// One of the four ways that every meeting compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Way {
    /// Workers in its last month.
    pub workers: u64,
    /// Months paid in full.
    pub months: i128,
    /// See [`WhatIf::paid_through`].
    pub through: Option<Month>,
    /// What is then over, or what all its months lack.
    pub balance: Option<Rupiah>,
    /// Workers more each month.
    pub more: u64,
}

/// Everybody who is meant to be protected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Everybody {
    /// How many.
    pub workers: u64,
    /// Rupiah a month for all of them.
    pub monthly: Rupiah,
}

/// With what there is and nothing added: all until the money ends; as many as fit to the end; a staged start from the
/// workers of now, as many more each month as can be paid and are wanted; all to the end. `None` for a way without an
/// answer.
pub fn four_ways(now: &WhatIf, all: Everybody) -> [Option<Way>; 4] {
    let now = WhatIf { added: Rupiah::ZERO, more: 0, ..*now };
    let money = now.left.or_zero();
    let full_months = |monthly: Rupiah| money.get().checked_div(monthly.get());
    let through = |months: i128| now.paid_through(u64::try_from(months).ok()?);
    let balance = |monthly: Rupiah| now.left.minus(monthly.times(now.months)?);
    let until = || {
        let months = full_months(all.monthly)?;
        // Who has spent more than there was has nothing over.
        let over = Rupiah::new(money.get() % all.monthly.get());
        let balance = if now.left.is_negative() { Some(now.left) } else { over };
        Some(Way { workers: all.workers, months, through: through(months), balance, more: 0 })
    };
    let fit = || {
        let each = now.rate.times(now.months)?;
        let workers = u64::try_from(money.get().checked_div(each.get())?).ok()?;
        let months = now.months.into();
        Some(Way { workers, months, through: through(months), balance: balance(now.rate.times(workers)?), more: 0 })
    };
    let staged = || {
        let most = all.workers.saturating_sub(now.workers).checked_div(now.months)?;
        let more = now.solved(Unknown::More).map_or(0, |own| own.more.min(most));
        let own = WhatIf { more, ..now };
        let outcome = own.outcome()?;
        Some(Way {
            workers: own.workers.checked_add(more.checked_mul(own.months)?)?,
            months: outcome.paid.len() as i128,
            through: own.paid_through(outcome.paid.len() as u64),
            balance: Some(outcome.balance),
            more,
        })
    };
    let to_end = || {
        let months = full_months(all.monthly)?.min(now.months.into());
        Some(Way { workers: all.workers, months, through: through(months), balance: balance(all.monthly), more: 0 })
    };
    [until(), fit(), staged(), to_end()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(rupiah: i128) -> Rupiah {
        Rupiah::new(rupiah).unwrap_or_default()
    }

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap_or_else(|| unreachable!("{text}"))
    }

    /// The city of screens.md.
    fn city() -> WhatIf {
        WhatIf {
            left: money(1_021_379_200),
            added: Rupiah::ZERO,
            added_from: month("2024-10"),
            workers: 14_212,
            base: None,
            more: 0,
            replaced: 0,
            rate: money(16_800),
            unpaid: Unpaid::every(month("2024-09")),
            months: 4,
        }
    }

    #[test]
    fn a_staged_start_with_an_addition_reaches_the_target() {
        let own = WhatIf { added: money(150_000_000), more: 1_281, ..city() };
        let outcome = own.outcome().unwrap_or_else(|| unreachable!("small numbers"));
        let workers: Vec<u64> = outcome.paid.iter().map(|month| month.workers).collect();
        assert_eq!(workers, [15_493, 16_774, 18_055, 19_336]);
        assert_eq!((outcome.cost.get(), outcome.balance.get(), outcome.lacks), (1_170_254_400, 1_124_800, None));
        let without = WhatIf { added: Rupiah::ZERO, ..own }.outcome();
        let lacks = without.as_ref().and_then(|outcome| outcome.lacks).map(|(month, _, lacks)| (month, lacks.get()));
        assert_eq!(lacks, Some((month("2024-12"), 148_875_200)));
        assert_eq!(without.and_then(|outcome| outcome.paid.last().map(|m| m.workers)), Some(18_055));
    }

    #[test]
    fn an_addition_that_comes_too_late_does_not_pay_the_months_before() {
        let own = WhatIf { left: money(300_000_000), added: money(10_000_000_000), ..city() };
        let late = WhatIf { added_from: month("2024-12"), ..own }.outcome();
        assert_eq!(late.and_then(|outcome| outcome.lacks).map(|(month, ..)| month), Some(month("2024-10")));
        assert_eq!(own.outcome().map(|outcome| outcome.lacks), Some(None));
    }

    #[test]
    fn what_has_no_outcome_lies_beyond_the_limit_that_is_named() {
        let months = |months| WhatIf { months, ..city() };
        let late = WhatIf { unpaid: Unpaid::every(month("9999-11")), ..city() };
        let dear = |months| WhatIf { rate: Rupiah::MOST, months, ..city() };
        for (own, beyond) in [
            (months(MOST_MONTHS + 1), Beyond::Months),
            (WhatIf { months: 3, ..late }, Beyond::Calendar),
            (dear(1_200), Beyond::Digits),
            (dear(0), Beyond::Digits),
        ] {
            assert_eq!(own.beyond(), beyond, "{own:?}");
        }
        assert!(months(MOST_MONTHS).outcome().is_some() && months(MOST_MONTHS + 1).outcome().is_none());
        assert!(WhatIf { months: 2, ..late }.outcome().is_some() && WhatIf { months: 3, ..late }.outcome().is_none());
        assert!(dear(1_200).outcome().is_none());
    }

    #[test]
    fn each_value_is_solved_by_the_others() {
        let solved = |unknown| city().solved(unknown);
        assert_eq!(solved(Unknown::Workers).map(|own| own.workers), Some(15_199));
        assert_eq!(solved(Unknown::More).map(|own| own.more), Some(394));
        assert_eq!(solved(Unknown::Months).map(|own| own.months), Some(4));
        assert_eq!(solved(Unknown::Rate).map(|own| own.rate.get()), Some(1_021_379_200 / (14_212 * 4)));
        assert_eq!(solved(Unknown::Added).map(|own| own.added.get()), Some(0), "nothing has to be added");
        // Up to the last month that a plan may have; with one rupiah a worker and a month more there is no end of it.
        for (paid, months) in [(1_025, Some(1_025)), (1_199, Some(1_199)), (1_200, None)] {
            let own = WhatIf { left: money(paid), rate: money(1), workers: 1, ..city() };
            assert_eq!(own.solved(Unknown::Months).map(|own| own.months), months, "{paid}");
        }
        let all = WhatIf { workers: 19_336, added_from: month("2024-09"), ..city() };
        assert_eq!(all.solved(Unknown::Added).map(|own| own.added.get()), Some(278_000_000));
        let free = WhatIf { rate: Rupiah::ZERO, ..city() };
        assert_eq!(free.solved(Unknown::Workers), None, "any number can be paid nothing");
        let none = WhatIf { left: Rupiah::ZERO, ..city() };
        assert_eq!((none.solved(Unknown::More), none.solved(Unknown::Months).map(|own| own.months)), (None, Some(0)));
    }

    #[test]
    fn who_is_replaced_costs_nothing_more_and_more_people_are_protected() {
        let own = WhatIf { replaced: 10, ..city() }.outcome();
        let same = city().outcome();
        assert_eq!(own.as_ref().map(|outcome| outcome.cost), same.as_ref().map(|outcome| outcome.cost));
        assert_eq!(own.map(|outcome| outcome.people), Some(14_212 + 30));
    }

    /// screens.md, "What if": with what is left, nothing added.
    #[test]
    fn the_four_ways_of_the_drawn_city() {
        let all = Everybody { workers: 19_336, monthly: money(324_844_800) };
        let told = four_ways(&city(), all).map(|way| {
            way.map(|way| (way.workers, way.months, way.through.map(|m| m.to_string()), way.balance.map(Rupiah::get)))
        });
        let row =
            |workers, months, through: &str, balance| Some((workers, months, Some(through.to_owned()), Some(balance)));
        assert_eq!(
            told,
            [
                row(19_336, 3, "2024-11", 46_844_800),
                row(15_199, 4, "2024-12", 6_400),
                row(15_788, 4, "2024-12", 140_800),
                row(19_336, 3, "2024-11", -278_000_000),
            ]
        );
    }

    #[test]
    fn the_ways_of_a_city_without_money_or_without_a_rate_have_no_false_answer() {
        let all = Everybody { workers: 10, monthly: money(168_000) };
        let broke = WhatIf { left: money(-5_000), workers: 3, ..city() };
        let [until, fit, staged, to_end] = four_ways(&broke, all);
        assert_eq!(until.map(|way| (way.months, way.through)), Some((0, None)));
        assert_eq!(fit.map(|way| way.workers), Some(0));
        assert_eq!(staged.map(|way| (way.more, way.months)), Some((0, 0)));
        assert_eq!(to_end.and_then(|way| way.balance).map(Rupiah::get), Some(-5_000 - 4 * 168_000));
        let free = WhatIf { rate: Rupiah::ZERO, ..city() };
        let ways = four_ways(&free, Everybody { workers: 10, monthly: Rupiah::ZERO });
        assert_eq!(ways.map(|way| way.is_some()), [false, false, true, false]);
        let over = WhatIf { months: 0, ..city() };
        assert_eq!(four_ways(&over, all)[1..3].iter().filter(|way| way.is_some()).count(), 0);
    }
}

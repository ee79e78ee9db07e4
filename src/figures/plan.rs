//! What if: of workers, monthly rate, months and budget three solve the fourth, four are compared. No roster is needed;
//! people and rates are floored, money is exact.

use super::share::Share;
use crate::roster::money::Rupiah;
use rust_decimal::Decimal;

/// What is given; exactly three, or all four.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Given {
    /// Workers to protect.
    pub workers: Option<u64>,
    /// Rupiah a worker and month.
    pub monthly: Option<Rupiah>,
    /// Months to pay.
    pub months: Option<u64>,
    /// Rupiah there are.
    pub budget: Option<Rupiah>,
}

/// Which of the four was solved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Solved {
    /// How many can be paid so long.
    Workers,
    /// How much each can cost.
    Monthly,
    /// How long the money lasts.
    Months,
    /// What it takes.
    Budget,
    /// All four were given and are compared.
    Nothing,
}

/// A plan, whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Plan {
    /// What was solved.
    pub solved: Solved,
    /// Workers.
    pub workers: u64,
    /// Rupiah a worker and month.
    pub monthly: Rupiah,
    /// Rupiah.
    pub budget: Rupiah,
    /// Rupiah a month for all.
    pub monthly_cost: Rupiah,
    /// Months that were given; `None` where they were solved.
    pub months: Option<u64>,
    /// How long the budget lasts; `None` where a month costs nothing.
    pub lasts: Option<Lasts>,
    /// Rupiah for the given months.
    pub total_cost: Option<Rupiah>,
    /// Budget less that.
    pub balance: Option<Rupiah>,
    /// Twelve months of it.
    pub year: Year,
}

/// How long a budget lasts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lasts {
    /// Months, cut to two decimals.
    pub months: Option<Decimal>,
    /// Months paid in full.
    pub full_months: i128,
    /// Rupiah left after them.
    pub remainder: Rupiah,
    /// What the next month lacks.
    pub next_month_lacks: Rupiah,
}

/// A whole year of the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Year {
    /// Rupiah.
    pub cost: Rupiah,
    /// Budget less that.
    pub balance: Rupiah,
    /// Workers that the budget pays for twelve months; `None` where they cost nothing.
    pub affordable_workers: Option<u64>,
}

/// Why there is no plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unsolved {
    /// Fewer than three are given.
    TooFew,
    /// What is asked for is divided by nothing.
    NoAnswer,
    /// More than 28 digits.
    TooLarge,
}

/// Solves or compares.
pub fn solve(given: Given) -> Result<Plan, Unsolved> {
    let (solved, workers, monthly, budget) = match (given.workers, given.monthly, given.months, given.budget) {
        (Some(workers), Some(monthly), None, Some(budget)) => (Solved::Months, workers, monthly, budget),
        (Some(workers), Some(monthly), Some(_), Some(budget)) => (Solved::Nothing, workers, monthly, budget),
        (Some(workers), Some(monthly), Some(months), None) => {
            let cost = monthly.times(workers).and_then(|cost| cost.times(months)).ok_or(Unsolved::TooLarge)?;
            (Solved::Budget, workers, monthly, cost)
        }
        (None, Some(monthly), Some(months), Some(budget)) => {
            let each = monthly.times(months).ok_or(Unsolved::TooLarge)?;
            (Solved::Workers, floor(budget, each)?, monthly, budget)
        }
        (Some(workers), None, Some(months), Some(budget)) => {
            let shares = Rupiah::new(i128::from(workers) * i128::from(months)).ok_or(Unsolved::TooLarge)?;
            let monthly = Rupiah::new(floor(budget, shares)?.into()).ok_or(Unsolved::TooLarge)?;
            (Solved::Monthly, workers, monthly, budget)
        }
        _ => return Err(Unsolved::TooFew),
    };
    let monthly_cost = monthly.times(workers).ok_or(Unsolved::TooLarge)?;
    let total_cost = given.months.map(|months| monthly_cost.times(months).ok_or(Unsolved::TooLarge)).transpose()?;
    let year_cost = monthly_cost.times(12).ok_or(Unsolved::TooLarge)?;
    let lasts = Share::new(budget.get(), monthly_cost.get()).map(|share| {
        let remainder = Rupiah::new(share.part % share.whole).unwrap_or_default();
        Lasts {
            months: share.cut(2),
            full_months: share.part / share.whole,
            remainder,
            next_month_lacks: monthly_cost.minus(remainder).unwrap_or_default(),
        }
    });
    Ok(Plan {
        solved,
        workers,
        monthly,
        budget,
        monthly_cost,
        months: given.months,
        lasts,
        total_cost,
        balance: total_cost.map(|cost| budget.minus(cost).ok_or(Unsolved::TooLarge)).transpose()?,
        year: Year {
            cost: year_cost,
            balance: budget.minus(year_cost).ok_or(Unsolved::TooLarge)?,
            affordable_workers: monthly.times(12).and_then(|each| floor(budget, each).ok()),
        },
    })
}

fn floor(budget: Rupiah, each: Rupiah) -> Result<u64, Unsolved> {
    let share = Share::new(budget.get(), each.get()).ok_or(Unsolved::NoAnswer)?;
    u64::try_from(share.part / share.whole).map_err(|_| Unsolved::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(workers: Option<u64>, monthly: Option<i128>, months: Option<u64>, budget: Option<i128>) -> Given {
        Given { workers, monthly: monthly.and_then(Rupiah::new), months, budget: budget.and_then(Rupiah::new) }
    }

    /// design.md §3 "What if" and domain.md §11.
    #[test]
    fn sorong_with_all_its_workers() {
        let plan = solve(given(Some(19_336), Some(16_800), None, Some(2_200_000_000)));
        let plan = plan.unwrap_or_else(|error| unreachable!("three are given: {error:?}"));
        assert_eq!((plan.solved, plan.monthly_cost.get()), (Solved::Months, 324_844_800));
        let lasts = plan.lasts.unwrap_or_else(|| unreachable!("it costs something"));
        assert_eq!(lasts.months.map(|m| m.to_string()).as_deref(), Some("6.77"));
        assert_eq!(
            (lasts.full_months, lasts.remainder.get(), lasts.next_month_lacks.get()),
            (6, 250_931_200, 73_913_600)
        );
        assert_eq!((plan.year.cost.get(), plan.year.balance.get()), (3_898_137_600, -1_698_137_600));
        assert_eq!(plan.year.affordable_workers, Some(10_912));
    }

    /// domain.md §7 (PPU, Jombang, Lumajang) and §11: as many workers as can be paid for so many months.
    #[test]
    fn three_solve_the_fourth() {
        for (months, workers) in [(12, 10_912), (10, 13_095), (9, 14_550), (8, 16_369), (7, 18_707), (6, 21_825)] {
            let plan = solve(given(None, Some(16_800), Some(months), Some(2_200_000_000)));
            assert_eq!(plan.map(|plan| plan.workers), Ok(workers), "{months} months");
        }
        for (workers, months, budget) in [
            (15_000, 12, 3_024_000_000),
            (13_250, 1, 222_600_000),
            (5_606, 7, 659_265_600),
            (19_336, 10, 3_248_448_000),
        ] {
            let plan = solve(given(Some(workers), Some(16_800), Some(months), None));
            assert_eq!(plan.map(|plan| plan.budget.get()), Ok(budget), "{workers} workers");
        }
        let rate = solve(given(Some(19_336), None, Some(12), Some(2_200_000_000)));
        assert_eq!(rate.map(|plan| plan.monthly.get()), Ok(9_481));
        let compared = solve(given(Some(19_336), Some(16_800), Some(10), Some(2_200_000_000)));
        assert_eq!(compared.map(|plan| plan.balance.map(Rupiah::get)), Ok(Some(-1_048_448_000)));
    }

    #[test]
    fn what_cannot_be_solved_says_so() {
        assert_eq!(solve(given(Some(1), Some(1), None, None)), Err(Unsolved::TooFew));
        assert_eq!(solve(given(None, Some(0), Some(12), Some(5))), Err(Unsolved::NoAnswer));
        assert_eq!(solve(given(Some(u64::MAX), Some(10_i128.pow(27)), None, Some(5))), Err(Unsolved::TooLarge));
        assert_eq!(solve(given(Some(0), Some(16_800), None, Some(5))).map(|plan| plan.lasts), Ok(None));
    }
}

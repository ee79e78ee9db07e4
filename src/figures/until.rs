//! Until which month the money pays the active: the answer that the header and Budget give first.

use super::budget::{Budget, Runway};
use crate::roster::calendar::Month;

/// See the module. What is short counts in months of the coverage that stay unpaid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Until {
    /// Every month of the coverage is paid: its last one.
    AllPaid(Month),
    /// So many further months are paid in full, to this one.
    To {
        /// The last month paid in full.
        month: Month,
        /// Months paid in full.
        months: i128,
        /// Months short of the end of coverage.
        short: u64,
    },
    /// No further month can be paid: what was paid ends with this one.
    PaidTo {
        /// The last month that a payment covers.
        month: Month,
        /// Months short of the end of coverage.
        short: u64,
    },
    /// None was paid and none can be.
    NoMonth {
        /// Months short of the end of coverage.
        short: u64,
    },
    /// So many months that their end says nothing.
    Far(i128),
    /// Nobody is active, so nothing is paid.
    Unlimited,
    /// The file has no list of payments: nobody knows which month is the next.
    NoPayments,
    /// A rate is missing, or an amount passes 28 digits.
    Unknown,
}

impl Until {
    /// Of the active.
    pub fn of(budget: &Budget) -> Until {
        if budget.payments_missing {
            return Until::NoPayments;
        }
        let lasts = match budget.active.runway {
            Runway::Unlimited => return Until::Unlimited,
            Runway::NoRate | Runway::Unknown => return Until::Unknown,
            Runway::Lasts(lasts) => lasts,
        };
        if let Some(end) = budget.all_paid() {
            return Until::AllPaid(end);
        }
        let months = lasts.full_months;
        let short = u64::try_from(i128::from(budget.months_to_end) - months).unwrap_or(0);
        match lasts.funded_through {
            Some(month) if months == 0 => Until::PaidTo { month, short },
            Some(month) => Until::To { month, months, short },
            None if months == 0 => Until::NoMonth { short },
            None => Until::Far(months),
        }
    }

    /// The month, where it is one.
    pub fn month(self) -> Option<Month> {
        match self {
            Until::AllPaid(month) | Until::To { month, .. } | Until::PaidTo { month, .. } => Some(month),
            Until::NoMonth { .. } | Until::Far(_) | Until::Unlimited | Until::NoPayments | Until::Unknown => None,
        }
    }
}

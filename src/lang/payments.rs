//! What is odd about the payments, in a few words each: amounts that differ from workers × rate, people paid for who are
//! not listed or listed who are not paid for, and what is billed but not yet paid.

use super::date::years_meet;
use super::{Lang, words};
use crate::figures::budget::Budget;
use crate::figures::payments::PaidMonth;
use crate::roster::Roster;
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;
use crate::roster::program::Payment;

/// What stands before a payment that is billed or dated later, where payments are drawn with marks.
pub const COMMITTED_MARK: &str = "▒";

impl Lang {
    /// Whether the months of the payments need their years: they are of several, or of another than the roster's date.
    pub fn payment_years(self, roster: &Roster, budget: &Budget) -> bool {
        let months = budget.payments.spans.iter().flat_map(|&(month, through)| [month, through]);
        years_meet(months.chain([Month::of(roster.as_of())]))
    }

    /// The months that a payment names: `Jun 2024`, `Jun 2024 – Dec 2024`.
    pub fn paid_months(self, payment: &Payment) -> String {
        match payment.month == payment.through {
            true => self.month(payment.month),
            false => format!("{} – {}", self.month(payment.month), self.month(payment.through)),
        }
    }

    /// When it was paid, or that it is not yet.
    pub fn paid_on(self, payment: &Payment) -> String {
        match payment.paid_on {
            Some(day) => self.fill(&words::PAID_ON, &[&self.day(day)]),
            None => self.say(&words::NOT_PAID_YET).to_owned(),
        }
    }

    /// What to say under the list of payments, each behind the mark that its payment has there.
    pub fn remarks(self, roster: &Roster, budget: &Budget, paid: &[PaidMonth]) -> Vec<(&'static str, String)> {
        let mut remarks = Vec::new();
        let years = self.payment_years(roster, budget);
        let month = |month: Month| self.month_among(month, years);
        let wrong = |payment: &(&Payment, Rupiah)| payment.1 != Rupiah::ZERO;
        let pairs = roster.payments.iter().zip(budget.payments.iter());
        let mut mismatches = pairs.filter_map(|(payment, found)| Some((payment, found.difference?))).filter(wrong);
        if let Some((payment, difference)) = mismatches.next() {
            let phrase = if difference.is_negative() { &words::TOO_LITTLE } else { &words::TOO_MUCH };
            remarks.push(("≠", self.fill(phrase, &[&month(payment.month), &self.amount(difference.abs())])));
        }
        let more = mismatches.count() as u64;
        if more > 0 {
            remarks.push(("≠", self.fill(&words::MORE_MISMATCHES, &[&self.count(more)])));
        }
        if let Some(paid) = paid.iter().find(|paid| paid.paid_for != paid.listed) {
            let (phrase, count) = match paid.paid_for > paid.listed {
                true => (&words::PAYS_UNLISTED, paid.paid_for - paid.listed),
                false => (&words::PAYS_MISSING, paid.listed - paid.paid_for),
            };
            remarks.push(("▲", self.fill(phrase, &[&month(paid.month), &self.count(count)])));
        }
        if let Some(refund) = roster.payments.iter().find(|payment| payment.is_refund()) {
            let values = [month(refund.month), self.amount(refund.amount)];
            remarks.push(("−", self.fill(&words::GIVES_BACK, &values.each_ref().map(String::as_str))));
        }
        let as_of = roster.as_of();
        if let Some(payment) = roster.payments.iter().find(|payment| payment.paid_on.is_none_or(|day| day > as_of)) {
            let text = match payment.paid_on {
                Some(day) => self.fill(&words::COMMITTED_PAID_ON, &[&self.day_beside(day, as_of)]),
                None => self.say(&words::COMMITTED_BILLED).to_owned(),
            };
            remarks.push((COMMITTED_MARK, text));
        }
        remarks
    }
}

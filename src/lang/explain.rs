//! How a figure comes about: the formula of design.md §3 with the numbers put in, each line a name and how it is
//! counted. No figure is made here; each line says again what `figures` has made, and from what.

use super::number::UNKNOWN;
use super::person::Privacy;
use super::words::explain as formulas;
use super::{Lang, Phrase, words};
use crate::figures::budget::{Budget, Cost, Lasts, Outlook, Runway};
use crate::figures::enrollment::{Decile, Enrollment, Forecast};
use crate::figures::payments::PaidMonth;
use crate::figures::share::Share;
use crate::figures::unpaid::covers;
use crate::roster::Roster;
use crate::roster::calendar::{self, Month};
use crate::roster::index::PACE_DAYS;
use crate::roster::money::Rupiah;
use crate::roster::program::{Payment, Scheme, Segment};
use crate::roster::worker::Standing;
use rust_decimal::Decimal;

/// A figure's name, and how it comes about.
pub type Line = (&'static str, String);

impl Lang {
    fn line(self, name: &Phrase, phrase: &Phrase, values: &[String]) -> Line {
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        (self.say(name), self.fill(phrase, &values))
    }

    /// A fraction with two decimals, or nothing.
    fn hundredths(self, share: Option<Share>) -> String {
        share.and_then(|share| share.rounded(2)).map(|number| self.decimal(number)).unwrap_or_default()
    }

    /// Enrollment.
    pub fn explained_enrollment(self, roster: &Roster, own: &Enrollment) -> Vec<Line> {
        let standing = |standing: Standing| {
            format!("{} {}", self.count(own.standing.get(standing)), self.say(&words::standing(standing)))
        };
        let listed = format!("{} = {}", Standing::ALL.map(standing).join(" + "), self.count(own.funnel.listed));
        let mut lines = vec![(self.say(&words::LISTED_HEAD), listed)];
        lines.extend(self.explained_target(own));
        lines.push(self.explained_pace(roster, own));
        lines.extend(self.explained_forecast(roster, own));
        lines.extend(self.explained_need(roster, own));
        if let Some(Decile { listed, active }) = own.decile_1 {
            let percent = self.percent(Share::of(active, listed).and_then(Share::percent));
            let values = [self.count(active), self.count(listed), percent];
            lines.push(self.line(&words::DECILE_1_HEAD, &formulas::DECILE_1, &values));
        }
        lines
    }

    fn explained_target(self, own: &Enrollment) -> Vec<Line> {
        let Some(target) = own.target else { return Vec::new() };
        let active = own.standing.get(Standing::Active);
        let (of, all) = (self.count(active), self.count(target));
        let mut lines = Vec::new();
        if let Some(fraction) = own.progress.and_then(|share| share.rounded(4)) {
            let percent = own.progress.and_then(Share::percent).map(|percent| self.percent(Some(percent)));
            let text = format!("{of} / {all} = {} = {}", self.decimal(fraction), percent.unwrap_or_default());
            lines.push((self.say(&words::PROGRESS), text));
        }
        let to_go = self.integer(i128::from(target) - i128::from(active));
        lines.push((self.say(&words::TO_GO_HEAD), format!("{all} − {of} = {to_go}")));
        lines
    }

    fn explained_pace(self, roster: &Roster, own: &Enrollment) -> Line {
        let as_of = roster.as_of();
        let from = calendar::next(calendar::days_before(as_of, PACE_DAYS));
        let pace = self.hundredths(own.pace_per_30_days());
        self.line(&words::PACE, &formulas::PACE, &[self.count(own.pace), self.day(from), self.day(as_of), pace])
    }

    fn explained_forecast(self, roster: &Roster, own: &Enrollment) -> Option<Line> {
        let (Some(to_go), Forecast::On(day)) = (own.to_go, own.forecast) else { return None };
        let as_of = roster.as_of();
        let values = [
            self.count(to_go),
            PACE_DAYS.to_string(),
            self.count(own.pace),
            self.integer((day - as_of).num_days().into()),
            self.day(as_of),
            self.day(day),
        ];
        Some(self.line(&words::FORECAST, &formulas::FORECAST, &values))
    }

    fn explained_need(self, roster: &Roster, own: &Enrollment) -> Vec<Line> {
        let (Some(to_go), Some(_)) = (own.to_go, own.needed) else { return Vec::new() };
        let end = roster.program.coverage.to.last_day();
        let days = self.integer((end - roster.as_of()).num_days().into());
        let needed = self.hundredths(own.needed);
        let values = [self.count(to_go), days, self.day(end), needed.clone()];
        let mut lines = vec![self.line(&words::NEEDED_HEAD, &formulas::NEEDED, &values)];
        if let (Some(times), Some(pace)) = (own.needed_times(), own.pace_per_30_days()) {
            let (pace, times) = (self.hundredths(Some(pace)), self.hundredths(Some(times)));
            lines.push((self.say(&words::TIMES), format!("{needed} / {pace} = {times}")));
        }
        lines
    }

    /// What is left, what some workers cost, how long it lasts for them, and to the end of coverage.
    pub fn explained_runway(self, roster: &Roster, budget: &Budget, own: &Outlook) -> Vec<Line> {
        let mut lines = self.explained_left(roster, budget);
        lines.extend(self.explained_month(roster, &own.cost()));
        match (own.runway, own.monthly) {
            (Runway::Lasts(lasts), Some(monthly)) => {
                lines.extend(self.explained_lasting(roster, budget, &lasts, monthly));
            }
            (Runway::NoRate, _) => {
                let values = [UNKNOWN.to_owned(), self.rates_missing(budget)];
                lines.push(self.line(&words::MONTHS_HEAD, &formulas::NO_RATE, &values));
            }
            (Runway::Unlimited, _) => lines.push((self.say(&words::MONTHS_HEAD), self.runway(&own.runway).text())),
            _ => {}
        }
        lines.extend(self.explained_end(budget, own));
        lines.extend(self.explained_affordable(roster, budget));
        lines
    }

    /// An amount, or that it is too large for one.
    fn known(self, amount: Option<Rupiah>) -> String {
        amount.map_or(self.say(&words::TOO_LARGE).to_owned(), |amount| self.amount(amount))
    }

    fn explained_left(self, roster: &Roster, budget: &Budget) -> Vec<Line> {
        let as_of = roster.as_of();
        let is_paid = |payment: &&Payment| payment.paid_on.is_some_and(|day| day <= as_of);
        let paid = roster.payments.iter().filter(is_paid).count();
        let open = roster.payments.len() - paid;
        let values = [self.count(paid as u64), self.day(as_of), self.count(open as u64)];
        let [spent, committed, left] = [budget.spent, budget.committed, budget.left].map(|amount| self.known(amount));
        let sum = match budget.total {
            Some(total) => format!("{} − {spent} − {committed} = {left}", self.amount(total)),
            None => format!("{UNKNOWN} − {spent} − {committed} = {UNKNOWN}"),
        };
        let mut lines = vec![self.line(&words::PAYMENTS, &words::SPENT_IS, &values)];
        let refunds = roster.payments.iter().filter(|payment| payment.is_refund());
        let many = refunds.clone().count() as u64;
        if many > 0 {
            let back: Option<Rupiah> = refunds.map(|payment| payment.amount).sum();
            let values = [self.count(many), self.known(back)];
            lines.push(self.line(&words::REFUND_HEAD, &words::REFUNDS_ARE, &values));
        }
        lines.push(self.line(&words::MONEY_LEFT, &formulas::LEFT, &[sum]));
        lines
    }

    /// What the workers of a filter cost, and to the end of coverage; no runway, since the money left is not theirs alone.
    pub fn explained_cost(self, roster: &Roster, budget: &Budget, own: &Cost) -> Vec<Line> {
        let mut lines = self.explained_month(roster, own);
        if let (Some(monthly), Some(need)) = (own.monthly, own.need) {
            let months = self.count(budget.months_to_end);
            let values = [months, self.month(budget.coverage_to), self.amount(monthly), self.amount(need)];
            lines.push(self.line(&words::TO_THE_END, &formulas::NEED_TO_END, &values));
        }
        lines
    }

    /// What a month costs, and by scheme.
    fn explained_month(self, roster: &Roster, own: &Cost) -> Vec<Line> {
        let mut lines = vec![(self.say(&words::A_MONTH), self.explained_sum(roster, own))];
        if let Some(schemes) = own.by_scheme {
            let (jkk, jkm) = (self.amount(schemes.jkk), self.amount(schemes.jkm));
            lines.push((self.say(&words::SCHEMES), format!("JKK {jkk} + JKM {jkm} = {}", self.known(own.monthly))));
        }
        lines
    }

    /// Workers × rate, or where segments cost differently the sum.
    fn explained_sum(self, roster: &Roster, own: &Cost) -> String {
        let rate = |segment: Segment| roster.program.rates.at(segment, Month::of(roster.as_of())).sum();
        let (workers, monthly) = (self.count(own.workers), self.known(own.monthly));
        match rate(Segment::Bpu) {
            Some(bpu) if bpu.times(own.workers) == own.monthly => {
                format!("{workers} × {} = {monthly}", self.amount(bpu))
            }
            _ => {
                let each = Segment::ALL.map(|segment| {
                    let rate = rate(segment).map(|rate| self.amount(rate)).unwrap_or_default();
                    format!("{} {rate}", segment.code())
                });
                self.fill(&formulas::MONTH_BY_SEGMENT, &[&workers, &each.join(" / "), &monthly])
            }
        }
    }

    fn explained_lasting(self, roster: &Roster, budget: &Budget, lasts: &Lasts, monthly: Rupiah) -> Vec<Line> {
        let (cost, rest) = (self.amount(monthly), self.amount(lasts.remainder));
        let left = self.known(budget.left.map(Rupiah::or_zero));
        let months = lasts.months.map(|months: Decimal| self.decimal(months)).unwrap_or_default();
        let full = self.integer(lasts.full_months);
        let mut lines = vec![
            self.line(&words::MONTHS_HEAD, &formulas::MONTHS, &[left.clone(), cost.clone(), months]),
            (self.say(&words::FULL_MONTHS), format!("{left} − {full} × {cost} = {rest}")),
        ];
        match lasts.funded_through {
            Some(_) if lasts.full_months == 0 => {
                lines.push((self.say(&words::PAID_TO_HEAD), self.runway(&Runway::Lasts(*lasts)).text()));
            }
            Some(through) => {
                let first = budget.first_unpaid();
                let ahead = first.is_some() && budget.covered.last() > first;
                let formula = if ahead { &formulas::PAID_TO_SKIPPING } else { &formulas::PAID_TO };
                let first = first.map_or(UNKNOWN.to_owned(), |first| self.month(first));
                lines.push(self.line(&words::PAID_TO_HEAD, formula, &[first, full, self.month(through)]));
            }
            None => {}
        }
        if let (Some(first), Some(lacks)) = (lasts.first_unfunded, monthly.minus(lasts.remainder)) {
            let values = [self.month(first), cost, rest, self.amount(lacks)];
            lines.push(self.line(&words::FIRST_UNPAID, &formulas::FIRST_UNPAID, &values));
        }
        if let (Some(through), Some(lapse)) = (lasts.funded_through, lasts.lapse) {
            let values = [self.month(through), roster.program.grace_months.to_string(), self.day(lapse)];
            lines.push(self.line(&words::LAPSES_HEAD, &formulas::LAPSES, &values));
        }
        lines
    }

    fn explained_end(self, budget: &Budget, own: &Outlook) -> Option<Line> {
        let (monthly, need, balance) = (own.monthly?, own.need?, own.balance?);
        let values = [
            self.count(budget.months_to_end),
            self.month(budget.coverage_to),
            self.amount(monthly),
            self.amount(need),
            self.known(budget.left),
            self.signed(balance.get()),
        ];
        Some(self.line(&words::TO_THE_END, &formulas::TO_THE_END, &values))
    }

    fn explained_affordable(self, roster: &Roster, budget: &Budget) -> Option<Line> {
        let (affordable, over) = (budget.affordable?, budget.over_affordable?);
        let rate = roster.program.rates.at(Segment::Bpu, Month::of(roster.as_of())).sum();
        let values = [
            self.known(budget.left.map(Rupiah::or_zero)),
            self.count(budget.months_to_end),
            self.known(rate),
            self.count(affordable.workers),
            self.count(budget.active.workers),
            self.count(over),
        ];
        Some(self.line(&words::AFFORDABLE, &formulas::AFFORDABLE, &values))
    }

    /// A payment against the workers it names, the rates, and the list.
    pub fn explained_payment(self, roster: &Roster, budget: &Budget, place: usize, paid: &[PaidMonth]) -> Vec<Line> {
        let pair = roster.payments.get(place).zip(budget.payments.get(place));
        let Some((payment, found)) = pair else { return Vec::new() };
        let amount = if payment.is_refund() { self.signed(payment.outgo().get()) } else { self.amount(payment.amount) };
        let reference =
            payment.reference.as_ref().map_or(String::new(), |own| format!(", {}", Privacy::Masked.text(own)));
        let mut lines = vec![
            (self.say(&words::MONTH_HEAD), self.paid_months(payment)),
            (self.say(&words::AMOUNT_HEAD), format!("{amount}, {}{reference}", self.paid_on(payment))),
        ];
        if payment.is_refund() {
            lines.push((self.say(&words::REFUND_HEAD), self.say(&words::REFUND_IS).to_owned()));
            return lines;
        }
        match found.expected.and_then(|expected| Some((expected, expected.sum()?))) {
            Some((expected, sum)) => {
                let (jkk, jkm, sum) = (self.amount(expected.jkk), self.amount(expected.jkm), self.amount(sum));
                let terms = self.payment_terms(roster, payment).join(" + ");
                lines.push((self.say(&words::EXPECTED_HEAD), format!("{terms} = {sum}")));
                lines.push((self.say(&words::SCHEMES), format!("JKK {jkk} + JKM {jkm} = {sum}")));
                if let Some(difference) = found.difference {
                    let by = self.signed(difference.get());
                    lines.push((self.say(&words::DIFFERENCE_HEAD), format!("{amount} − {sum} = {by}")));
                }
            }
            None => lines.push((self.say(&words::EXPECTED_HEAD), self.say(&words::NO_WORKERS_NAMED).to_owned())),
        }
        let covering = covers(roster.program.fiscal_year, payment);
        let covered = |own: &&PaidMonth| covering && payment.month <= own.month && own.month <= payment.through;
        lines.extend(paid.iter().filter(covered).map(|own| {
            let values = [self.month(own.month), self.count(own.listed), self.count(own.paid_for)];
            self.line(&words::LIST_HEAD, &words::LISTED_AGAINST, &values)
        }));
        lines
    }

    /// Workers × rate of each month of a payment; a month at the same rates is said once, with how often it comes.
    fn payment_terms(self, roster: &Roster, payment: &Payment) -> Vec<String> {
        let parts: Vec<(Segment, u64)> = match (payment.by_segment, payment.workers) {
            (Some(each), _) => vec![(Segment::Bpu, each.bpu), (Segment::Pu, each.pu)],
            (None, Some(workers)) => vec![(Segment::Bpu, workers)],
            (None, None) => Vec::new(),
        };
        let mut terms: Vec<(String, u64)> = Vec::new();
        for (month, months) in roster.program.rates.stretches(payment.month, payment.through) {
            for (segment, workers) in parts.iter().filter(|(_, workers)| *workers > 0) {
                let rate = roster.program.rates.at(*segment, month).sum();
                let rate = rate.map_or(UNKNOWN.to_owned(), |rate| self.amount(rate));
                let term = format!("{} × {rate}", self.count(*workers));
                match terms.iter_mut().find(|(own, _)| *own == term) {
                    Some((_, times)) => *times += months,
                    None => terms.push((term, months)),
                }
            }
        }
        let said = |(term, times)| if times == 1 { term } else { format!("{} × {term}", self.count(times)) };
        terms.into_iter().map(said).collect()
    }

    /// Claims by scheme: value returned to families, no money of the budget.
    pub fn explained_claims(self, budget: &Budget) -> Vec<Line> {
        let sum =
            |sum: Option<Rupiah>| sum.map_or(self.say(&words::TOO_LARGE).to_owned(), |amount| self.rupiah(amount));
        let line =
            |name: &Phrase, count: u64, amount| self.line(name, &words::CLAIMS_ARE, &[self.count(count), sum(amount)]);
        let by_scheme = budget.claims.into_iter().rev().map(|(scheme, claimed)| {
            let name = match scheme {
                Scheme::Jkm => &words::SCHEME_JKM,
                Scheme::Jkk => &words::SCHEME_JKK,
            };
            line(name, claimed.count, claimed.amount)
        });
        let all = budget.claimed();
        let source = (self.say(&words::SOURCE_HEAD), self.say(&words::CLAIMS_SOURCE).to_owned());
        by_scheme.chain([line(&words::SUM_HEAD, all.count, all.amount), source]).collect()
    }
}

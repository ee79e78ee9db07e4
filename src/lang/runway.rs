//! How long the money lasts, in words: what is left or over, for whom it pays and until when, what is then short, and
//! what keeps all this from being the whole truth. The header, Budget, the explanations, what-if and `status` say it from
//! here, each in the room that it has.

use super::number::UNKNOWN;
use super::sentence::{Role, Sentence};
use super::{Lang, Phrase, words};
use crate::figures::budget::{Budget, Cost, Lasts, Outlook, Runway};
use crate::figures::share::Share;
use crate::figures::whatif::{Beyond, MOST_MONTHS, Outcome};
use crate::roster::calendar::Month;
use crate::roster::money::Rupiah;

/// What keeps the figures of the money from being the whole truth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Caveat {
    /// So many payments are set aside.
    Aside(u64),
    /// The file has no list of payments though people were enrolled.
    NoPayments,
    /// So many payments name a year that cannot be meant.
    Misdated(u64),
    /// No payment covers this month, though one covers a later month, and how many such months there are.
    Gap(Month, u64),
    /// So many workers have no full rate.
    Unrated(u64),
    /// A rate changes in a month still to be paid.
    RateChange(Month),
    /// So many of the active cannot be paid to the end of coverage, the last month.
    OverAffordable(u64, Month),
}

impl Caveat {
    /// All that hold of a budget of a roster in which so many payments are set aside.
    pub fn of(budget: &Budget, payments_set_aside: usize) -> Vec<Caveat> {
        let some = |count: u64| Some(count).filter(|&count| count > 0);
        let costs = [Some(budget.active), Some(budget.joined), budget.target].map(|own| own.map(Outlook::cost));
        let mut costs = costs.into_iter().chain([budget.selection]).flatten();
        let caveats = [
            some(payments_set_aside as u64).map(Caveat::Aside),
            budget.payments_missing.then_some(Caveat::NoPayments),
            some(budget.misdated).map(Caveat::Misdated),
            budget.gaps.map(|(first, months)| Caveat::Gap(first, months)),
            costs.find_map(|own| some(own.unrated)).map(Caveat::Unrated),
            budget.rate_change.map(Caveat::RateChange),
            budget.over_affordable.and_then(some).map(|over| Caveat::OverAffordable(over, budget.coverage_to)),
        ];
        caveats.into_iter().flatten().collect()
    }

    /// Whether the money left is in doubt.
    pub fn doubts_money(self) -> bool {
        matches!(self, Caveat::Aside(_) | Caveat::NoPayments)
    }

    /// Whether the time that it lasts is in doubt.
    pub fn doubts_time(self) -> bool {
        !matches!(self, Caveat::OverAffordable(..))
    }
}

fn lasts_of(runway: &Runway) -> Option<&Lasts> {
    match runway {
        Runway::Lasts(lasts) => Some(lasts),
        Runway::Unlimited | Runway::NoRate | Runway::Unknown => None,
    }
}

impl Lang {
    /// What is left of the budget, or over it: `Rp934,708,000 left`.
    pub fn left(self, budget: &Budget) -> Sentence {
        match budget.left {
            None if budget.total.is_none() => self.sentence(&words::FIGURE_LEFT, &[(UNKNOWN, Role::Key)]),
            None => Sentence::of(self.say(&words::FIGURE_OVER_LARGE), Role::Key),
            Some(left) if left.is_negative() => {
                self.sentence(&words::FIGURE_OVER, &[(&self.rupiah(left.abs()), Role::Key)])
            }
            Some(left) => self.sentence(&words::FIGURE_LEFT, &[(&self.rupiah(left), Role::Key)]),
        }
    }

    /// The same in few characters: `Rp934.7 mn left`.
    pub fn left_compact(self, budget: &Budget) -> Sentence {
        match budget.left {
            None => self.left(budget),
            Some(left) if left.is_negative() => {
                self.sentence(&words::FIGURE_OVER, &[(&self.compact(left.abs()), Role::Key)])
            }
            Some(left) => self.sentence(&words::ST_LEFT_LINE, &[(&self.compact(left), Role::Key)]),
        }
    }

    /// The same where the unit stands elsewhere: `934,708,000 left`.
    pub fn left_amount(self, budget: &Budget) -> Sentence {
        match budget.left {
            None if budget.total.is_none() => self.left(budget),
            None => Sentence::of(self.say(&words::FIGURE_OVER_LARGE), Role::Bad),
            Some(left) if left.is_negative() => {
                self.sentence(&words::OVER_BY, &[(&self.rupiah(left.abs()), Role::Key)]).bad()
            }
            Some(left) => Sentence::of(self.amount(left), Role::Key)
                .and(Sentence::of(format!(" {}", self.say(&words::LEFT)), Role::Plain)),
        }
    }

    /// The budget; that of a list without a programme is not known.
    pub fn known_budget(self, budget: &Budget) -> String {
        budget.total.map_or(UNKNOWN.to_owned(), |total| self.rupiah(total))
    }

    /// What is left of what, and where the rest is.
    pub fn money(self, budget: &Budget) -> String {
        let rupiah =
            |sum: Option<Rupiah>| sum.map_or(self.say(&words::TOO_LARGE).to_owned(), |amount| self.rupiah(amount));
        let (total, committed) = (self.known_budget(budget), rupiah(budget.committed));
        let absorbed = self.percent(budget.absorbed().and_then(Share::percent_on_screen));
        let spent = format!("{} ({absorbed})", rupiah(budget.spent));
        match budget.left {
            None => self.fill(&words::ST_OVER_LARGE, &[&total, &spent, &committed]),
            Some(left) => {
                let phrase = if left.is_negative() { &words::ST_OVER_BUDGET } else { &words::ST_OF_BUDGET };
                self.fill(phrase, &[&self.rupiah(left.abs()), &total, &spent, &committed])
            }
        }
    }

    /// How long the money lasts: `3 months, to Nov 2024`; the month gives way first.
    pub fn runway(self, runway: &Runway) -> Sentence {
        match runway {
            Runway::Unlimited => Sentence::of(self.say(&words::FIGURE_UNLIMITED), Role::Key),
            Runway::NoRate => Sentence::of(UNKNOWN, Role::Key)
                .and(Sentence::of(format!(" {}", self.say(&words::NO_RATE)), Role::Aside)),
            Runway::Unknown => Sentence::of(UNKNOWN, Role::Key),
            Runway::Lasts(lasts) if lasts.full_months == 0 => self.no_month(lasts),
            Runway::Lasts(lasts) => {
                let months = self.sentence(&words::FIGURE_MONTHS, &[(&self.integer(lasts.full_months), Role::Key)]);
                match lasts.funded_through {
                    Some(month) => {
                        months.and(self.sentence(&words::FIGURE_TO, &[(&self.month(month), Role::Plain)]).aside(1))
                    }
                    None => months,
                }
            }
        }
    }

    /// A runway of no full month: `no further month; paid to Jul 2024`, of which the month stays.
    fn no_month(self, lasts: &Lasts) -> Sentence {
        match lasts.funded_through {
            Some(month) => Sentence::of(self.say(&words::NO_FURTHER_MONTH), Role::Aside)
                .and(Sentence::of(self.say(&words::PAID_UNTIL), Role::Aside).aside(2))
                .and(self.sentence(&words::TO_MONTH, &[(&self.month(month), Role::Key)])),
            None => Sentence::of(self.say(&words::FIGURE_NO_MONTH), Role::Key),
        }
    }

    /// What those of the filter cost a month, in few words: `all 196: Rp3,292,800/month`.
    pub fn cost_of_these(self, cost: &Cost) -> Sentence {
        let monthly = cost.monthly.map_or(UNKNOWN.to_owned(), |cost| self.rupiah(cost));
        self.sentence(&words::FIGURE_THESE, &[(&self.count(cost.workers), Role::Plain), (&monthly, Role::Plain)])
    }

    /// What those of the filter cost: `Rp3,292,800 a month for these 196, Rp13,171,200 to Dec 2024`; the parts by scheme
    /// may go.
    pub fn cost_of_selection(self, budget: &Budget, cost: &Cost) -> Sentence {
        let monthly = cost.monthly.map_or(UNKNOWN.to_owned(), |cost| self.rupiah(cost));
        let workers = self.count(cost.workers);
        let (monthly, workers) = ((&*monthly, Role::Key), (&*workers, Role::Key));
        let sentence = match cost.need.filter(|_| budget.months_to_end > 0) {
            Some(need) => {
                let (need, end) = (self.rupiah(need), self.month(budget.coverage_to));
                let values = [monthly, workers, (&*need, Role::Key), (&*end, Role::Plain)];
                self.sentence(&words::SELECTION_COSTS, &values)
            }
            None => self.sentence(&words::SELECTION_MONTHLY, &[monthly, workers]),
        };
        let schemes = cost.by_scheme.filter(|parts| parts.sum().is_some_and(|sum| sum != Rupiah::ZERO));
        match schemes {
            Some(parts) => {
                let values = [self.amount(parts.jkk), self.amount(parts.jkm)];
                let values = values.each_ref().map(|value| (value.as_str(), Role::Plain));
                sentence.and(self.sentence(&words::SELECTION_SCHEMES, &values).aside(1))
            }
            None => sentence,
        }
    }

    /// What stands below the runway of the active: how long the money lasts for the whole target.
    pub fn runway_below(self, budget: &Budget) -> Sentence {
        let whole = |rest: Sentence| Sentence::of(self.say(&words::FIGURE_WHOLE), Role::Aside).aside(1).and(rest);
        // What names no month goes whole.
        let alone = |phrase| Sentence::of(self.say(phrase), Role::Aside);
        match budget.target.map_or(Runway::Unknown, |target| target.runway) {
            // Nobody knows which month is the next.
            _ if budget.payments_missing => Sentence::default(),
            Runway::Lasts(lasts) => match lasts.funded_through {
                Some(_) if lasts.full_months == 0 => {
                    let target = Sentence::of(self.say(&words::FIGURE_TARGET), Role::Plain);
                    whole(target.and(self.no_month(&lasts)))
                }
                Some(month) => whole(self.sentence(&words::FIGURE_TARGET_TO, &[(&self.month(month), Role::Plain)])),
                None if lasts.full_months == 0 => alone(&words::FIGURE_TARGET_NONE),
                None => Sentence::default(),
            },
            Runway::Unlimited => alone(&words::FIGURE_TARGET_UNLIMITED),
            Runway::NoRate => alone(&words::FIGURE_TARGET_NO_RATE),
            Runway::Unknown => Sentence::default(),
        }
    }

    /// How long the money lasts for whom, in a line: months, paid to, and when protection lapses.
    pub fn lasts(self, outlook: &Outlook, whom: &Phrase) -> String {
        let whom = format!("{} ({})", self.say(whom), self.count(outlook.workers));
        let Runway::Lasts(lasts) = outlook.runway else {
            return format!("{whom}: {}", self.runway(&outlook.runway).text());
        };
        let months = lasts.months.map_or(UNKNOWN.to_owned(), |months| self.decimal(months));
        let bare = self.fill(&words::ST_LASTS_FAR, &[&months, &whom]);
        match (lasts.funded_through, lasts.lapse) {
            _ if lasts.full_months == 0 => format!("{bare}: {}", self.no_month(&lasts).text()),
            (Some(through), Some(lapse)) => {
                self.fill(&words::ST_LASTS, &[&months, &whom, &self.month(through), &self.day(lapse)])
            }
            _ => bare,
        }
    }

    /// `short Rp20,338,400`, `Rp5 over`.
    pub fn short_or_over(self, balance: Rupiah) -> String {
        if balance == Rupiah::ZERO {
            return self.say(&words::EXACT).to_owned();
        }
        let phrase = if balance.is_negative() { &words::SHORT_OF } else { &words::OVER_OF };
        self.fill(phrase, &[&self.rupiah(balance.abs())])
    }

    /// The word for it where the amount stands apart.
    pub fn short_or_over_word(self, balance: Rupiah) -> &'static str {
        self.say(if balance.is_negative() { &words::SHORT } else { &words::SURPLUS })
    }

    /// What is short or over at the end of coverage; `None` where no month is left to pay.
    pub fn balance(self, budget: &Budget, outlook: &Outlook) -> Option<String> {
        let balance = outlook.balance.filter(|_| budget.months_to_end > 0)?;
        let day = self.day(budget.coverage_to.last_day());
        Some(self.fill(&words::ST_BALANCE, &[&day, &self.short_or_over(balance)]))
    }

    /// The months as a cell, with their two decimals.
    pub fn months_cell(self, budget: &Budget, runway: &Runway) -> String {
        match runway {
            // As many as fit are nobody: there is no cost that could last.
            Runway::Unlimited if budget.left.is_none_or(Rupiah::is_negative) => UNKNOWN.to_owned(),
            Runway::Lasts(lasts) => lasts.months.map_or(UNKNOWN.to_owned(), |months| self.decimal(months)),
            Runway::NoRate => UNKNOWN.to_owned(),
            Runway::Unlimited | Runway::Unknown => self.runway(runway).text(),
        }
    }

    /// The last month paid in full, as a cell.
    pub fn paid_to_cell(self, runway: &Runway) -> String {
        lasts_of(runway).and_then(|lasts| lasts.funded_through).map_or(UNKNOWN.to_owned(), |month| self.month(month))
    }

    /// The first day without protection, as a cell.
    pub fn lapses_cell(self, runway: &Runway) -> String {
        lasts_of(runway).and_then(|lasts| lasts.lapse).map_or(UNKNOWN.to_owned(), |day| self.day(day))
    }

    /// That every month of coverage is paid: `all paid to Dec 2024`; `None` where one is not.
    pub fn all_paid(self, budget: &Budget) -> Option<Sentence> {
        let end = self.month(budget.all_paid()?);
        Some(self.sentence(&words::ALL_PAID_TO, &[(&end, Role::Key)]))
    }

    /// The rates that the file lacks: `BPU JKK, BPU JKM`.
    pub fn rates_missing(self, budget: &Budget) -> String {
        let rates =
            budget.rates_missing.iter().map(|(segment, scheme)| format!("{} {}", segment.code(), scheme.code()));
        rates.collect::<Vec<_>>().join(", ")
    }

    /// What is left in sentences: for those who are active, and for the whole target.
    pub fn pays(self, budget: &Budget) -> Vec<Sentence> {
        if budget.months_to_end == 0 {
            return vec![match budget.all_paid() {
                Some(end) => self.sentence(&words::EVERYTHING_PAID, &[(&self.month(end), Role::Key)]),
                None => self.sentence(&words::COVERAGE_ENDED, &[]),
            }];
        }
        if budget.active.runway == Runway::NoRate {
            return vec![self.sentence(&words::LASTS_UNKNOWN, &[(&self.rates_missing(budget), Role::Key)])];
        }
        [self.pays_active(budget), self.pays_target(budget)].into_iter().flatten().collect()
    }

    fn pays_active(self, budget: &Budget) -> Option<Sentence> {
        let outlook = budget.active;
        let (Runway::Lasts(lasts), Some(balance)) = (outlook.runway, outlook.balance) else { return None };
        let workers = (&*self.count(outlook.workers), Role::Key);
        let month = |month: Option<Month>| month.map_or(UNKNOWN.to_owned(), |month| self.month(month));
        let through = (&*month(lasts.funded_through), Role::Key);
        Some(match lasts.funded_through {
            None if lasts.full_months == 0 => self.sentence(&words::PAYS_ACTIVE_NO_MONTH, &[workers]),
            Some(_) if lasts.full_months == 0 => {
                self.sentence(&words::PAYS_ACTIVE_NO_FURTHER, &[workers, (&self.no_month(&lasts).text(), Role::Bad)])
            }
            None => {
                let months = self.integer(lasts.full_months);
                self.sentence(&words::PAYS_ACTIVE_FAR, &[workers, (&months, Role::Key)])
            }
            Some(_) if balance.is_negative() => {
                let lacks = outlook.monthly.and_then(|monthly| monthly.minus(lasts.remainder));
                let lacks = lacks.map_or(UNKNOWN.to_owned(), |lacks| self.rupiah(lacks));
                let lacking = (&*month(lasts.first_unfunded), Role::Plain);
                self.sentence(&words::PAYS_ACTIVE_SHORT, &[workers, through, (&lacks, Role::Bad), lacking])
            }
            Some(_) => {
                let over = self.rupiah(balance.abs());
                self.sentence(&words::PAYS_ACTIVE_OVER, &[workers, through, (&over, Role::Plain)])
            }
        })
    }

    fn pays_target(self, budget: &Budget) -> Option<Sentence> {
        let outlook = budget.target?;
        let (Runway::Lasts(lasts), Some(balance)) = (outlook.runway, outlook.balance) else { return None };
        let workers = (&*self.count(outlook.workers), Role::Key);
        Some(match lasts.funded_through {
            Some(_) if lasts.full_months == 0 => {
                self.sentence(&words::PAYS_TARGET_NO_FURTHER, &[workers, (&self.no_month(&lasts).text(), Role::Bad)])
            }
            None => {
                let months = self.integer(lasts.full_months);
                self.sentence(&words::PAYS_TARGET_MONTHS, &[workers, (&months, Role::Key)])
            }
            Some(through) => {
                let (phrase, role) = match balance.is_negative() {
                    true => (&words::PAYS_TARGET, Role::Bad),
                    false => (&words::PAYS_TARGET_OVER, Role::Plain),
                };
                let through = self.month(through);
                self.sentence(phrase, &[workers, (&through, Role::Key), (&self.short_or_over(balance), role)])
            }
        })
    }

    /// A caveat.
    pub fn caveat(self, caveat: Caveat) -> String {
        match caveat {
            Caveat::Aside(payments) => self.fill(&words::PAYMENTS_ASIDE, &[&self.count(payments)]),
            Caveat::NoPayments => self.say(&words::PAYMENTS_MISSING).to_owned(),
            Caveat::Misdated(1) => self.say(&words::PAYMENT_MISDATED).to_owned(),
            Caveat::Misdated(payments) => self.fill(&words::PAYMENTS_MISDATED, &[&self.count(payments)]),
            Caveat::Gap(month, 1) => self.fill(&words::MONTH_UNCOVERED, &[&self.month(month)]),
            Caveat::Gap(month, months) => {
                self.fill(&words::MONTHS_UNCOVERED, &[&self.month(month), &self.count(months)])
            }
            Caveat::Unrated(workers) => self.fill(&words::UNRATED, &[&self.count(workers)]),
            Caveat::RateChange(month) => self.fill(&words::RATE_CHANGES, &[&self.month(month)]),
            Caveat::OverAffordable(over, to) => {
                self.fill(&words::OVER_AFFORDABLE, &[&self.count(over), &self.month(to)])
            }
        }
    }

    /// A caveat in a few words, as one line has room for; `None` where the figures of that line hold without it.
    pub fn caveat_short(self, caveat: Caveat) -> Option<String> {
        match caveat {
            Caveat::Aside(payments) => Some(self.fill(&words::PAYMENTS_ASIDE_SHORT, &[&self.count(payments)])),
            Caveat::RateChange(month) => Some(self.fill(&words::RATE_CHANGES_SHORT, &[&self.month(month)])),
            Caveat::NoPayments => Some(self.say(&words::PAYMENTS_MISSING_SHORT).to_owned()),
            Caveat::Misdated(_) => Some(self.say(&words::PAYMENT_MISDATED_SHORT).to_owned()),
            Caveat::Gap(month, _) => Some(self.fill(&words::MONTH_UNCOVERED_SHORT, &[&self.month(month)])),
            Caveat::Unrated(_) | Caveat::OverAffordable(..) => None,
        }
    }

    /// Beyond which limit a what-if lies.
    pub fn beyond(self, what: Beyond) -> String {
        match what {
            Beyond::Months => self.fill(&words::TOO_LONG, &[&self.count(MOST_MONTHS)]),
            Beyond::Calendar => self.say(&words::TOO_LATE).to_owned(),
            Beyond::Digits => self.say(&words::TOO_LARGE).to_owned(),
        }
    }

    /// What comes of a what-if toward a target of so many workers, in one sentence.
    pub fn outcome(self, outcome: &Outcome, target: Option<u64>) -> String {
        match (outcome.paid.last(), outcome.lacks) {
            (None, None) => self.say(&words::WI_NO_MONTHS).to_owned(),
            (None, Some((month, _, lacks))) => self.fill(&words::WI_NONE, &[&self.month(month), &self.rupiah(lacks)]),
            (Some(last), None) => {
                let target = target.filter(|target| *target > 0);
                let whole = match target.and_then(|target| last.workers.checked_sub(target)) {
                    None => String::new(),
                    Some(0) => self.say(&words::WI_WHOLE).to_owned(),
                    Some(above) => self.fill(&words::WI_ABOVE, &[&self.count(above)]),
                };
                let end = self.day_of_month(last.month.last_day());
                let (month, workers) = (self.month(last.month), self.count(last.workers));
                let phrase = if outcome.balance == Rupiah::ZERO { &words::WI_EXACT } else { &words::WI_OVER };
                self.fill(phrase, &[&month, &workers, &whole, &end, &self.rupiah(outcome.balance)])
            }
            (Some(last), Some((month, _, lacks))) => {
                let values = [self.month(last.month), self.count(last.workers), self.month(month), self.rupiah(lacks)];
                self.fill(&words::WI_LACKS, &values.each_ref().map(String::as_str))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lasts(full_months: i128, through: Option<&str>) -> Runway {
        Runway::Lasts(Lasts {
            months: None,
            full_months,
            remainder: Rupiah::ZERO,
            funded_through: through.and_then(Month::parse),
            first_unfunded: None,
            lapse: None,
        })
    }

    #[test]
    fn a_runway_says_its_months_and_gives_way_from_the_end() {
        for (runway, en, id, short) in [
            (lasts(3, Some("2024-11")), "3 months, to Nov 2024", "3 bulan, s.d. Nov 2024", "3 months"),
            (lasts(1, Some("2024-08")), "1 month, to Aug 2024", "1 bulan, s.d. Agu 2024", "1 month"),
            (lasts(1_201, None), "1,201 months", "1.201 bulan", "1,201 months"),
            (
                lasts(0, Some("2024-07")),
                "no further month; paid to Jul 2024",
                "tidak ada bulan lagi; dibayar s.d. Jul 2024",
                "paid to Jul 2024",
            ),
            (lasts(0, None), "no month paid", "tanpa bulan terbayar", "no month paid"),
            (Runway::Unlimited, "unlimited", "tanpa batas", "unlimited"),
            (Runway::Unknown, UNKNOWN, UNKNOWN, UNKNOWN),
            (Runway::NoRate, "– no rate", "– tanpa iuran", "– no rate"),
        ] {
            assert_eq!(Lang::En.runway(&runway).text(), en);
            assert_eq!(Lang::Id.runway(&runway).text(), id);
            assert_eq!(Lang::En.runway(&runway).shortened(18).map(|short| short.text()).as_deref(), Some(short));
        }
        assert_eq!(Lang::En.runway(&lasts(0, Some("2024-07"))).fitting(12).text(), "to Jul 2024", "the month stays");
    }
}

//! Until which month the money pays, in words: the month first, and behind it how many months of the coverage stay
//! unpaid. Each answer comes in several forms, the fullest first, so that a header takes the first that it has room for.

use super::number::UNKNOWN;
use super::sentence::{Role, Sentence};
use super::{Lang, Phrase, words};
use crate::figures::budget::Budget;
use crate::figures::until::Until;
use crate::roster::calendar::Month;

impl Lang {
    /// `to Nov 2024, 3 months ▲ 1 short of Dec`, `to Nov 2024 ▲ −1 month`, `to Nov 2024 ▲ −1` …; where the figure is in
    /// doubt the month has a `*`.
    pub fn until(self, budget: &Budget, in_doubt: bool) -> Vec<Sentence> {
        let star = if in_doubt { Sentence::of("*", Role::Watch) } else { Sentence::default() };
        let dated =
            |phrase: &Phrase, month| self.sentence(phrase, &[(&self.month(month), Role::Key)]).and(star.clone());
        let alone = |phrase: &Phrase| Sentence::of(self.say(phrase), Role::Key);
        match Until::of(budget) {
            Until::AllPaid(month) => vec![dated(&words::ALL_PAID_TO, month), dated(&words::TO_MONTH, month)],
            Until::To { month, months, short } => {
                let to = dated(&words::TO_MONTH, month);
                let lasting = to.clone().and(self.lasting(months));
                let mut forms = Vec::new();
                match short {
                    0 => forms.push(lasting),
                    _ => forms.push(lasting.and(self.short_of(short, month, budget.coverage_to))),
                }
                forms.extend(self.short_by(&to, short));
                forms
            }
            Until::PaidTo { month, short } => self.short_by(&dated(&words::PAID_TO_MONTH, month), short),
            Until::NoMonth { short } => self.short_by(&alone(&words::FIGURE_NO_MONTH), short),
            Until::Far(months) => vec![self.sentence(&words::FIGURE_MONTHS, &[(&self.integer(months), Role::Key)])],
            Until::Unlimited => vec![alone(&words::FIGURE_UNLIMITED)],
            Until::NoPayments => self.unknown_for(&words::PAYMENTS_MISSING_SHORT),
            Until::Unknown => self.unknown_for(match budget.total {
                _ if budget.active.unrated > 0 => &words::NO_RATE,
                None => &words::NO_BUDGET,
                Some(_) => &words::TOO_LARGE,
            }),
        }
    }

    /// Whom the answer is about, beside it: `for the 14,212 active`, of which words may go.
    pub fn for_the_active(self, workers: u64) -> Sentence {
        let before = [(&words::FOR_ACTIVE_FOR, 2), (&words::FOR_ACTIVE_THE, 1)];
        let before = before.map(|(words, weight)| Sentence::of(self.say(words), Role::Aside).aside(weight));
        let before = before.into_iter().fold(Sentence::default(), Sentence::and);
        before.and(self.sentence(&words::FOR_ACTIVE, &[(&self.count(workers), Role::Plain)]))
    }

    /// `– no rate`, of which the reason may go.
    fn unknown_for(self, why: &Phrase) -> Vec<Sentence> {
        let unknown = Sentence::of(UNKNOWN, Role::Key);
        vec![unknown.clone().and(Sentence::of(format!(" {}", self.say(why)), Role::Aside)), unknown]
    }

    /// `, 3 months`.
    fn lasting(self, months: i128) -> Sentence {
        let months = self.sentence(&words::FIGURE_MONTHS, &[(&self.integer(months), Role::Plain)]);
        Sentence::of(", ", Role::Plain).and(months)
    }

    /// ` ▲ 1 short of Dec`; the year of the end is said where it is another than that of the month before it.
    fn short_of(self, short: u64, month: Month, end: Month) -> Sentence {
        let end = if end.year() == month.year() { self.month_name(end).to_owned() } else { self.month(end) };
        watched(self.fill(&words::SHORT_OF_MONTH, &[&self.count(short), &end]))
    }

    /// An answer with how many months are short, in fewer and fewer words.
    fn short_by(self, answer: &Sentence, short: u64) -> Vec<Sentence> {
        if short == 0 {
            return vec![answer.clone()];
        }
        let minus = self.signed(-i128::from(short));
        let months = self.fill(&words::FIGURE_MONTHS, &[&minus]);
        [months, minus, String::new()].into_iter().map(|short| answer.clone().and(watched(short))).collect()
    }
}

/// What is short, behind its mark.
fn watched(short: String) -> Sentence {
    Sentence::of(format!(" ▲ {short}").trim_end().to_owned(), Role::Watch)
}

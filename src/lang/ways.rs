//! The four ways that every meeting compares, in words: the table of `plan` and the panel of what if say the same.

use super::number::UNKNOWN;
use super::{Lang, words};
use crate::figures::whatif::Way;

/// One way, with its longer and shorter forms, the longest first: each place takes the one that it has room for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TheWay {
    /// What it is.
    pub name: String,
    /// Workers in its last month.
    pub workers: String,
    /// How many months are paid and to which: `5 months, to Nov 2024`, `to Nov 2024`, `Nov 2024`.
    pub months: [String; 3],
    /// What is over or short: with its word, and with its sign alone.
    pub result: [String; 2],
    /// Whether it is short.
    pub short: bool,
}

impl Lang {
    /// What stands over name, workers, months and result.
    pub fn ways_heads(self) -> [&'static str; 4] {
        [words::WI_WAYS, words::WORKERS, words::WI_MONTHS_TO, words::WI_RESULT].map(|head| self.say(&head))
    }

    /// So many months: `1 month`, `no month`.
    pub fn so_many_months(self, months: i128) -> String {
        match months {
            0 => self.say(&words::WI_NO_MONTH).to_owned(),
            months => self.fill(&words::FIGURE_MONTHS, &[&self.integer(months)]),
        }
    }

    /// The way of that place; one without an answer has a name alone.
    pub fn way(self, place: usize, way: Option<&Way>) -> TheWay {
        let unknown = || UNKNOWN.to_owned();
        let name = match place {
            0 => words::WI_UNTIL,
            1 => words::WI_FIT,
            // With nothing to add each month a staged start is no more than those of today.
            2 if way.is_some_and(|way| way.more == 0 && way.workers > 0) => words::WI_AS_NOW,
            2 => words::WI_STAGED,
            _ => words::WI_ALL,
        };
        let name = self.fill(&name, &[&way.map_or_else(unknown, |way| self.count(way.more))]);
        let Some(way) = way else {
            let (months, result) = ([(); 3].map(|()| unknown()), [(); 2].map(|()| unknown()));
            return TheWay { name, workers: unknown(), months, result, short: false };
        };
        let many = self.so_many_months(way.months);
        let months = match way.through {
            Some(month) => {
                let to = self.fill(&words::TO_MONTH, &[&self.month(month)]);
                [format!("{many}, {to}"), to, self.month(month)]
            }
            None => {
                let number = self.fill(&words::FIGURE_MONTHS, &[&self.integer(way.months)]);
                [many.clone(), many, number]
            }
        };
        let result = way.balance.map_or_else(
            || [unknown(), unknown()],
            |balance| {
                let amount = self.signed(balance.get());
                [format!("{} {amount}", self.short_or_over_word(balance)), amount]
            },
        );
        let short = way.balance.is_some_and(|balance| balance.is_negative());
        TheWay { name, workers: self.count(way.workers), months, result, short }
    }
}

//! The road to the target, in words: who is active of how many, when the target comes at the present pace, and what pace
//! it takes. The header, Enrollment and `status` say it from here.

use super::number::UNKNOWN;
use super::sentence::{Role, Sentence};
use super::{Lang, words};
use crate::figures::enrollment::{Enrollment, Forecast};
use crate::figures::share::Share;
use crate::roster::calendar::Day;
use crate::roster::worker::Standing;

impl Lang {
    /// `14,212 of 19,336 active`, or without a target `947 active, of 19,336 overall`; `947 active` where nobody knows of
    /// how many.
    pub fn active_of(self, enrollment: &Enrollment, overall: Option<u64>) -> Sentence {
        let active = self.count(enrollment.standing.get(Standing::Active));
        match enrollment.target {
            Some(target) => {
                let values = [(&*active, Role::Key), (&*self.count(target), Role::Plain)];
                self.sentence(&words::FIGURE_ACTIVE_OF, &values)
            }
            None => {
                let Some(overall) = overall else {
                    return self.sentence(&words::FIGURE_ACTIVE, &[(&active, Role::Key)]);
                };
                let values = [(&*active, Role::Key), (&*self.count(overall), Role::Figure)];
                let overall = Sentence::of(self.say(&words::FIGURE_OVERALL), Role::Aside);
                self.sentence(&words::FIGURE_OF, &values).and(overall)
            }
        }
    }

    /// The same where every column counts: `14,212/19,336 active`.
    pub fn active_of_short(self, enrollment: &Enrollment, overall: Option<u64>) -> Sentence {
        match enrollment.target {
            Some(target) => {
                let active = self.count(enrollment.standing.get(Standing::Active));
                let of = format!("{active}/{}", self.count(target));
                self.sentence(&words::FIGURE_ACTIVE, &[(&of, Role::Key)])
            }
            None => self.active_of(enrollment, overall),
        }
    }

    /// How many pass the filter, and how they stand: `196 matched: 96 grace, 100 inactive`.
    pub fn matched_as(self, enrollment: &Enrollment) -> Sentence {
        let some = |own: &Standing| enrollment.standing.get(*own) > 0;
        let told =
            |own: Standing| format!("{} {}", self.count(enrollment.standing.get(own)), self.say(&words::standing(own)));
        let told: Vec<String> = Standing::ALL.into_iter().filter(some).map(told).collect();
        let matched = self.count(enrollment.funnel.listed);
        match told.is_empty() {
            true => Sentence::default(),
            false => self
                .sentence(&words::MATCHED_AS, &[(&matched, Role::Key)])
                .and(Sentence::of(told.join(", "), Role::Plain)),
        }
    }

    /// The pace, and when the target comes at it.
    pub fn forecast(self, enrollment: &Enrollment) -> Sentence {
        let pace = enrollment.pace_per_30_days().and_then(Share::rounded_up_to_a_digit);
        let pace = pace.map_or(UNKNOWN.to_owned(), |pace| self.decimal(pace));
        let pace = (&*pace, Role::Key);
        match enrollment.forecast {
            Forecast::Reached => self.sentence(&words::REACHED, &[]),
            _ if enrollment.pace == 0 => self.sentence(&words::PACE_NONE, &[]),
            Forecast::On(day) => self.sentence(&words::PACE_FORECAST, &[pace, (&self.day(day), Role::Key)]),
            Forecast::Unknown if enrollment.target.is_none() => self.sentence(&words::PACE_ONLY, &[pace]),
            Forecast::Unknown => self.sentence(&words::PACE_NEVER, &[pace]),
        }
    }

    /// The pace that it takes to reach the target on the last day of coverage, and how many times the present one that
    /// is; `None` where nothing is needed or no day is left.
    pub fn needed(self, enrollment: &Enrollment, end: Day) -> Option<Sentence> {
        let needed = self.integer(enrollment.needed?.ceil());
        let sentence = self.sentence(&words::NEEDED, &[(&self.day(end), Role::Plain), (&needed, Role::Key)]);
        let times = enrollment.needed_times();
        let Some(factor) = times.and_then(|times| times.rounded(1)) else {
            return Some(sentence.and(Sentence::of(".", Role::Plain)));
        };
        let more = times.is_some_and(Share::is_over);
        let mark = if more { Sentence::of("▲ ", Role::Mark) } else { Sentence::default() };
        let role = if more { Role::Watch } else { Role::Plain };
        let times = self.sentence(&words::NEEDED_TIMES, &[(&self.decimal(factor), role)]);
        Some(sentence.and(Sentence::of(", ", Role::Plain)).and(mark).and(times))
    }
}

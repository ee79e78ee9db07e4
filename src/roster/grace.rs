//! Until when protection must reach for whom on the roster's date: a standing is then two comparisons, and the calendar is
//! asked a dozen times a roster instead of once a worker.

use super::calendar::{self, Day};
use super::columns::DayCode;
use super::worker::{Standing, Status};

/// The bounds of the ends of protection, on one day: each is the first end for which something holds.
#[derive(Clone, Copy, Default, Debug)]
pub struct Grace {
    /// That the worker is active.
    active: DayCode,
    /// That the grace months are not over.
    grace: DayCode,
}

impl Grace {
    /// Those of a day, under so many months of grace.
    pub fn on(day: Day, months: u32) -> Grace {
        Grace {
            active: DayCode::first(|until| until >= day),
            grace: DayCode::first(|until| calendar::add_months(until, months) >= day),
        }
    }

    /// Where a worker stands; `None` where the end is one that only the calendar can tell.
    #[inline]
    pub fn standing(self, status: Status, until: DayCode) -> Option<Standing> {
        Some(match status {
            Status::Proposed => Standing::Proposed,
            Status::Verified => Standing::Verified,
            Status::Inactive => Standing::Inactive,
            Status::Rejected => Standing::Rejected,
            Status::Active if until.is_odd() => return None,
            Status::Active if !until.is_some() || until >= self.active => Standing::Active,
            Status::Active if until >= self.grace => Standing::Grace,
            Status::Active => Standing::Inactive,
        })
    }

    /// Whether the grace months of an end that two bytes hold are not over.
    #[inline]
    pub fn lasts(self, until: DayCode) -> bool {
        until >= self.grace
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> impl Strategy<Value = Day> {
        let near = 738_000..739_400;
        let days = prop_oneof![4 => near, 1 => 1..3_652_059];
        days.prop_map(|days| Day::from_num_days_from_ce_opt(days).unwrap_or_default())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn bounds_say_what_the_calendar_says(as_of in day(), until in day(), months in 0_u32..14) {
            let grace = Grace::on(as_of, months);
            let code = DayCode::of(until);
            for status in Status::ALL {
                let told = grace.standing(status, code);
                prop_assert_eq!(told.is_none(), code.is_odd() && status == Status::Active);
                prop_assert_eq!(told.unwrap_or(Standing::on(as_of, status, Some(until), months)), Standing::on(as_of, status, Some(until), months));
                prop_assert_eq!(grace.standing(status, DayCode::NONE), Some(Standing::on(as_of, status, None, months)));
            }
            if !code.is_odd() {
                let end = calendar::months_after(until, months);
                prop_assert_eq!(grace.lasts(code), end.is_some_and(|end| as_of <= end));
            }
        }
    }
}

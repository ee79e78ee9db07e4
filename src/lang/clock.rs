//! A time of day, as each language writes it: 10:42, 10.42. Nobody here looks at a clock: whoever has one says the time.

use super::Lang;

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimeOfDay {
    /// Minutes since midnight.
    minutes: u16,
    /// Whether it is that of Greenwich, since nobody knows where the clock hangs.
    utc: bool,
}

impl TimeOfDay {
    /// Of seconds since 1 January 1970 at Greenwich, so many seconds east of it; where that is not known, there.
    pub fn of(seconds: i64, east: Option<i64>) -> TimeOfDay {
        let local = seconds.saturating_add(east.unwrap_or(0)).rem_euclid(24 * 60 * 60);
        TimeOfDay { minutes: u16::try_from(local / 60).unwrap_or(0), utc: east.is_none() }
    }
}

impl Lang {
    /// `10:42`.
    pub fn time(self, time: TimeOfDay) -> String {
        let point = if self == Lang::En { ':' } else { '.' };
        let utc = if time.utc { " UTC" } else { "" };
        format!("{:02}{point}{:02}{utc}", time.minutes / 60, time.minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_that_of_the_place_or_says_that_it_is_not() {
        for (seconds, east, en, id) in [
            (38_520, Some(0), "10:42", "10.42"),
            (38_520, Some(9 * 3600), "19:42", "19.42"),
            (0, Some(-60), "23:59", "23.59"),
            (1_732_617_719, None, "10:41 UTC", "10.41 UTC"),
        ] {
            let time = TimeOfDay::of(seconds, east);
            assert_eq!((Lang::En.time(time), Lang::Id.time(time)), (en.to_owned(), id.to_owned()));
        }
    }
}

//! The only clock: the time of day where the terminal is, for what is said about readings. No figure comes here.

use crate::lang::date::TimeOfDay;

/// How late it is, by the zone of the process (`TZ`, else the machine's).
#[expect(clippy::disallowed_methods, reason = "the clock is looked at here")]
pub fn now() -> TimeOfDay {
    chrono::Local::now().time()
}

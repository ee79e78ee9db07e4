//! Whether there is memory for what comes next. A column that grows asks nobody, and where it is refused the process
//! aborts, the terminal as it is: so whoever is about to fill columns asks first, in one piece, and gives up in time.

use rustix::process::{Resource, getrlimit};
use std::hint::black_box;

/// What threads, the audit of a small roster and the first screen take beside the columns.
pub(crate) const SPARE: usize = 16 << 20;

/// What another thread takes: its stack, and the addresses that the C library sets apart for what it will hold. Where
/// there are none left for that, the library gives it a page of its own for the smallest text, and memory is soon gone.
const THREAD: usize = 136 << 20;

/// Whether there is room for another thread to work in.
pub(crate) fn is_there_for_a_thread() -> bool {
    is_there(THREAD + SPARE)
}

/// Whether so many bytes could be had now. Where the process has no limit of its own (`ulimit -v`) that is not tried: a
/// system gives addresses out for nothing then, and the C library, when it gets large pieces back, takes the next ones
/// from a heap that it cannot move (a million workers took 1.4 times as long and a third more memory).
pub(crate) fn is_there(bytes: usize) -> bool {
    getrlimit(Resource::As).current.is_none() || can_be_had(bytes)
}

/// Whether so many bytes can be had; they are given back at once, untouched.
fn can_be_had(bytes: usize) -> bool {
    let mut room: Vec<u8> = Vec::new();
    let had = room.try_reserve_exact(bytes).is_ok();
    // Else the compiler may well leave out what nobody uses.
    black_box(&mut room);
    had
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_for_a_little_and_none_for_more_than_any_machine_has() {
        assert!(can_be_had(0) && can_be_had(SPARE));
        assert!(!can_be_had(usize::MAX) && !can_be_had(isize::MAX as usize));
    }
}

//! Whether there is memory for what comes next. A column that grows asks nobody, and where it is refused the process
//! aborts, the terminal as it is: so whoever is about to fill columns asks first, in one piece, and gives up in time.

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

/// Whether so many bytes could be had now. They are given back at once, untouched: that takes two calls to the system.
pub(crate) fn is_there(bytes: usize) -> bool {
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
        assert!(is_there(0) && is_there(SPARE));
        assert!(!is_there(usize::MAX) && !is_there(isize::MAX as usize));
    }
}

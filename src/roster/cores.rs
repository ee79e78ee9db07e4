//! Work on many rows, shared by the cores of the machine. Where there is no other core, or no thread to be had, one does
//! it all: the same comes of it.

use super::room;
use std::io;
use std::ops::Range;
use std::sync::OnceLock;
use std::thread::{self, Scope, ScopedJoinHandle};

/// Rosters smaller than this are looked through by one core: starting another takes as long.
pub(crate) const ALONE: usize = 1 << 17;

/// Rosters smaller than this are worked on by one core where each row takes longer than a look.
const ALONE_WITH_RULES: usize = 1 << 13;

/// How many cores there are. To ask takes a tenth of a millisecond: Linux answers in several files.
fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| thread::available_parallelism().map_or(1, |cores| cores.get()))
}

/// How many cores look through so many rows.
pub(crate) fn lookers(rows: usize) -> usize {
    if rows < ALONE { 1 } else { cores() }
}

/// Does two things to all of so many rows, beside each other where there are many.
pub(crate) fn both<A: Send, B>(rows: usize, one: impl Fn() -> A + Sync, other: impl FnOnce() -> B) -> (A, B) {
    if rows < ALONE_WITH_RULES {
        return (one(), other());
    }
    let one = &one;
    thread::scope(|scope| {
        let beside = begin(scope, one);
        let other = other();
        (joined(beside, one), other)
    })
}

/// Works on so many rows, each core on a part of them where there are many; in the order of the rows.
pub(crate) fn in_parts<T: Send>(rows: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let cores = if rows < ALONE_WITH_RULES { 1 } else { cores() };
    let share = rows.div_ceil(cores).max(1);
    each(cores, |place| work((place * share).min(rows)..((place + 1) * share).min(rows)))
}

/// Has so many cores work beside each other; what each came to, in order.
pub(crate) fn each<T: Send>(cores: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = (1..cores).map(|place| (place, begin(scope, move || work(place)))).collect();
        let first = work(0);
        let others = others.into_iter().map(|(place, thread)| joined(thread, || work(place)));
        std::iter::once(first).chain(others).collect()
    })
}

/// Begins a piece of work on another thread, where there is one to be had and room for it.
pub(crate) fn begin<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> io::Result<ScopedJoinHandle<'scope, T>> {
    match room::is_there_for_a_thread() {
        true => thread::Builder::new().spawn_scoped(scope, work),
        false => Err(io::ErrorKind::OutOfMemory.into()),
    }
}

/// What a thread came to; what it was to do, where there is no thread to be had.
fn joined<T>(thread: io::Result<ScopedJoinHandle<'_, T>>, work: impl FnOnce() -> T) -> T {
    match thread.map(ScopedJoinHandle::join) {
        Ok(Ok(done)) => done,
        Ok(Err(panic)) => std::panic::resume_unwind(panic),
        Err(_) => work(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_thread_does_is_done_all_the_same() {
        assert_eq!(joined(Err(io::ErrorKind::WouldBlock.into()), || 7), 7);
    }

    #[test]
    fn every_row_is_worked_on_once_whatever_their_number() {
        for rows in [0, 1, ALONE_WITH_RULES - 1, ALONE_WITH_RULES, ALONE_WITH_RULES + 1] {
            let parts = in_parts(rows, |part| part.collect::<Vec<usize>>());
            assert_eq!(parts.concat(), (0..rows).collect::<Vec<usize>>(), "{rows}");
        }
        assert_eq!(each(5, |place| place * place), [0, 1, 4, 9, 16]);
    }
}

//! Whether the other side of the terminal has read what was written.
//!
//! A pseudo-terminal does not say what it still holds: TIOCOUTQ is 0, tcdrain returns at once, and it stays writable for
//! some twenty kilobytes, ten seconds of a line of 2 kB/s. But Linux wakes whoever waits to write each time the reader
//! has come down to the last 128 bytes, also when it was writable all the time, and an edge-triggered epoll tells of
//! each such call. Nothing is asked of the terminal (`CSI 5 n`): its answer could come after we left, into the shell.

use rustix::event::Timespec;
use rustix::event::epoll::{self, CreateFlags, EventData, EventFlags};
use std::os::fd::OwnedFd;

/// See the module.
pub struct Drain(Option<OwnedFd>);

impl Drain {
    /// Of standard output. What cannot be watched never drains.
    pub fn watch() -> Drain {
        let watched = epoll::create(CreateFlags::CLOEXEC).and_then(|fd| {
            let data = EventData::new_u64(0);
            epoll::add(&fd, rustix::stdio::stdout(), data, EventFlags::OUT | EventFlags::ET)?;
            Ok(fd)
        });
        Drain(watched.ok())
    }

    /// Whether the writer was called since this was last asked. The end of a write is such a call as well: ask once after
    /// it, and take the answer for nothing.
    pub fn called(&self) -> bool {
        let mut events = Vec::with_capacity(1);
        self.0.as_ref().is_some_and(|fd| {
            let room = rustix::buffer::spare_capacity(&mut events);
            epoll::wait(fd, room, Some(&Timespec::default())).is_ok_and(|count| count > 0)
        })
    }
}

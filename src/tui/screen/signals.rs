//! Signals, on a thread of their own.
//!
//! One that ends asks the loop to leave; if a stalled line keeps the loop from it, the terminal is taken from it: what
//! the line still holds is thrown away, and the process dies by the signal, so that its parent sees the cause. A handler
//! that only sets a flag never ends a process that is stuck in a write.

use super::{give_back_for_good, size};
use crate::disk;
use crate::tui::msg::Msg;
use rustix::termios::{QueueSelector, tcflush};
use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

/// How long the loop may take to leave before a signal takes the terminal from it.
const GRACE: Duration = Duration::from_millis(500);

/// Whether it was we who stopped the process: who goes on then knows it.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Watches from now on, so before the terminal is taken: a signal in between would leave it half taken.
pub fn watch(sender: Sender<Msg>) -> io::Result<()> {
    let mut signals = Signals::new(disk::ENDING.into_iter().chain([SIGTSTP, SIGCONT, SIGWINCH]))?;
    disk::leave_signals_alone();
    let wait = move || {
        for signal in &mut signals {
            let msg = match signal {
                SIGTSTP => Some(Msg::Stop),
                SIGCONT => (!STOPPED.swap(false, Ordering::SeqCst)).then_some(Msg::Continued),
                SIGWINCH => size().ok().map(|(width, height)| Msg::Resize(width, height)),
                _ => {
                    let _ = sender.send(Msg::Signal(signal));
                    thread::sleep(GRACE);
                    take_from_the_loop();
                    die(signal);
                }
            };
            msg.into_iter().for_each(|msg| drop(sender.send(msg)));
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(wait).map(drop)
}

/// The next time the process goes on, it is because we stopped it.
pub(super) fn expect_to_go_on() {
    STOPPED.store(true, Ordering::SeqCst);
}

/// Gives the terminal back though the loop does not.
fn take_from_the_loop() {
    let _ = tcflush(rustix::stdio::stdout(), QueueSelector::OFlush);
    // A line that takes a little and then nothing would hold this write for ever as well.
    let Ok(writer) = thread::Builder::new().spawn(give_back_for_good) else { return give_back_for_good() };
    let patience = Instant::now();
    while !writer.is_finished() && patience.elapsed() < GRACE / 2 {
        thread::sleep(Duration::from_millis(10));
    }
}

/// Ends the process by a signal's own effect. What was being written to files is taken away.
pub fn die(signal: i32) -> ! {
    disk::remove_unfinished();
    let _ = signal_hook::low_level::emulate_default_handler(signal);
    std::process::exit(128 + signal)
}

//! The thread that reads the keyboard, and that notices when the line to it is gone.

// Public for the law of `tests/fuzz`, which no path through a terminal reaches fast enough.
pub mod decoder;

use super::msg::Msg;
use super::screen::signals::die;
use crate::disk::Keyboard;
use decoder::Decoder;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;
use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

/// Bytes that are read at once: a flood of keys is taken in whole, and drawn once.
const BLOCK: usize = 64 * 1024;

/// Sends what is pressed and pasted, until nobody listens or the line is gone. Waiting costs nothing: without input
/// nothing wakes up, and a hang-up is reported unasked, also where SIGHUP is ignored (nohup).
pub(crate) fn listen(sender: Sender<Msg>, keyboard: &'static Keyboard) -> io::Result<()> {
    let read = move || {
        let mut decoder = Decoder::default();
        let mut block = vec![0; BLOCK];
        let line = rustix::stdio::stdout();
        loop {
            let patience = decoder.due().map(|due| timespec(due.saturating_duration_since(Instant::now())));
            let mut ends = [PollFd::new(keyboard, PollFlags::IN), PollFd::new(&line, PollFlags::empty())];
            let polled = poll(&mut ends, patience.as_ref());
            let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
            let said = match polled {
                Ok(0) => decoder.wait_no_longer(Instant::now()),
                Ok(_) if ends.iter().any(|end| end.revents().intersects(gone)) => die(SIGHUP),
                Ok(_) => match rustix::io::read(keyboard, &mut block) {
                    Ok(count @ 1..) => decoder.take(block.get(..count).unwrap_or_default(), Instant::now()),
                    Err(Errno::INTR | Errno::AGAIN) => Vec::new(),
                    // In the background of a shell that is gone there is nothing to be read, and no end either. And while
                    // the terminal is set as shells have it, Ctrl-D is read as an end that is none: of a line that is
                    // gone the next look says so.
                    Ok(_) | Err(_) => {
                        thread::sleep(RETRY);
                        Vec::new()
                    }
                },
                Err(Errno::INTR) => Vec::new(),
                Err(_) => return,
            };
            crate::fault::strike("keyboard");
            if said.into_iter().any(|msg| sender.send(msg).is_err()) {
                return;
            }
        }
    };
    thread::Builder::new().name("keyboard".to_owned()).spawn(read).map(drop)
}

/// A keyboard that cannot be read is tried again after this time.
const RETRY: Duration = Duration::from_millis(100);

fn timespec(time: Duration) -> Timespec {
    // A moment more, so that the time has really come then.
    let time = time + Duration::from_millis(1);
    Timespec { tv_sec: time.as_secs().try_into().unwrap_or(i64::MAX), tv_nsec: time.subsec_nanos().into() }
}

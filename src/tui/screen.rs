//! The terminal's state, taken and given back in one place: by leaving, by an error, by a panic and by a signal, also
//! when the line is stalled or gone. ratatui's own restore neither shows the cursor nor survives a closed standard
//! error, and it gives up half-way if the first step fails; hence ours.

pub mod clipboard;
pub mod drain;

use super::msg::Msg;
use clipboard::Between;
use crossterm::{cursor, event, execute, terminal};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Signal, getpid, kill_process};
use rustix::termios::{QueueSelector, tcflush};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// Whether the terminal is ours now, so that giving it back twice does nothing.
static OURS: AtomicBool = AtomicBool::new(false);

/// Whether the terminal shows our own screen. The plain one is not left twice: that would put the cursor back to where it
/// stood before anything was written there.
static OWN_SCREEN: AtomicBool = AtomicBool::new(false);

/// How long the loop may take to leave before a signal takes the terminal from it.
const GRACE: Duration = Duration::from_millis(500);

/// The terminal while it is ours.
pub struct Screen(());

impl Screen {
    /// Takes the terminal, and sees to it that signals and a dropped line give it back.
    pub fn enter(sender: &Sender<Msg>) -> io::Result<Screen> {
        // Colours are ours to decide: crossterm's own NO_COLOR would cancel bold and reverse as well.
        crossterm::style::force_color_output(true);
        take()?;
        watch_signals(sender.clone())?;
        watch_line();
        Ok(Screen(()))
    }

    /// Gives the terminal back.
    pub fn leave(self) {
        give_back();
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    OURS.store(true, Ordering::SeqCst);
    OWN_SCREEN.store(true, Ordering::SeqCst);
    let taken = terminal::enable_raw_mode().and_then(|()| {
        let mut out = io::stdout();
        execute!(out, terminal::EnterAlternateScreen, event::EnableBracketedPaste, cursor::Hide)?;
        // A row that a terminal takes for longer than it is must not run into the next one, nor move the whole screen up
        // from the last.
        execute!(out, terminal::DisableLineWrap)
    });
    if taken.is_err() {
        give_back();
    }
    taken
}

/// Writes a frame, at once and past standard output's own buffer, which would cut it at its last line feed.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), rest) {
            Ok(count) => rest = rest.get(count..).unwrap_or_default(),
            Err(rustix::io::Errno::INTR) => {}
            // Whoever shares the terminal may have set it so; not to wait is no end.
            Err(rustix::io::Errno::AGAIN) => drop(wait_for_line(None)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Whether the line takes anything now.
pub fn is_writable() -> bool {
    // A line that cannot be asked says so when it is written to.
    wait_for_line(Some(&Timespec::default())).is_ok_and(|ready| ready != 0)
}

fn wait_for_line(patience: Option<&Timespec>) -> rustix::io::Result<usize> {
    let stdout = rustix::stdio::stdout();
    poll(&mut [PollFd::new(&stdout, PollFlags::OUT)], patience)
}

/// Gives the terminal back, each step whether or not the others worked. Safe to call from anywhere, any number of
/// times; used by the panic hook too.
pub fn give_back() {
    if OURS.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        let _ = execute!(out, event::DisableBracketedPaste);
        leave_own_screen();
        let _ = out.flush();
        let _ = terminal::disable_raw_mode();
    }
}

fn leave_own_screen() {
    if OWN_SCREEN.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        let _ = execute!(out, crossterm::style::SetAttribute(crossterm::style::Attribute::Reset));
        let _ = execute!(out, terminal::EnableLineWrap);
        let _ = execute!(out, terminal::LeaveAlternateScreen, cursor::Show);
    }
}

/// Writes lines on the plain screen, where they can be selected and stay. The settings stay as they are, so that keys
/// come one by one and none is echoed; [`resume`] comes back.
pub fn print(lines: &[String]) -> io::Result<()> {
    leave_own_screen();
    // Where there is no plain screen, our own is still there, below the cursor too.
    let text: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
    write(format!("\r\x1b[J{text}").as_bytes())
}

/// Stops the process as Ctrl-Z does elsewhere, and takes the terminal again when it is continued. The signal is one
/// that cannot be caught: the usual one, sent to oneself, is dropped in an orphaned group.
pub fn suspend() {
    give_back();
    let _ = kill_process(getpid(), Signal::STOP);
    resume();
}

/// Takes the terminal again.
pub fn resume() {
    // Another job may hold the terminal for a moment.
    for _ in 0..10 {
        if take().is_ok() {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Hands a text to the terminal's clipboard: over SSH too it is the clipboard of the person's own machine.
pub fn copy(text: &str, between: Between) -> io::Result<()> {
    write(between.wrap(text).as_bytes())
}

/// A signal asks the loop to leave; if a stalled line keeps the loop from it, the terminal is taken from it: what the
/// line still holds is thrown away, and the process dies by the signal, so that its parent sees the cause.
fn watch_signals(sender: Sender<Msg>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP])?;
    thread::spawn(move || {
        for signal in &mut signals {
            if signal == SIGTSTP {
                let _ = sender.send(Msg::Stop);
                continue;
            }
            let _ = sender.send(Msg::Signal(signal));
            thread::sleep(GRACE);
            let _ = tcflush(rustix::stdio::stdout(), QueueSelector::OFlush);
            // A line that takes nothing would hold this write for ever as well.
            let writer = thread::spawn(give_back);
            let patience = std::time::Instant::now();
            while !writer.is_finished() && patience.elapsed() < GRACE / 2 {
                thread::sleep(Duration::from_millis(10));
            }
            die(signal);
        }
    });
    Ok(())
}

/// Ends the process by a signal's own effect.
pub fn die(signal: i32) {
    let _ = signal_hook::low_level::emulate_default_handler(signal);
    std::process::exit(128 + signal);
}

/// Ends the process when the line hangs up, also where SIGHUP is ignored (nohup): crossterm would spin on the dead
/// terminal (crossterm#793). The wait costs nothing: no event is asked for, a hang-up is reported unasked.
fn watch_line() {
    thread::spawn(|| {
        let stdout = rustix::stdio::stdout();
        loop {
            let mut line = [PollFd::new(&stdout, PollFlags::empty())];
            let polled = poll(&mut line, None);
            let gone =
                line.iter().any(|line| line.revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL));
            match polled {
                Ok(_) if gone => die(SIGHUP),
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(_) => return,
            }
        }
    });
}

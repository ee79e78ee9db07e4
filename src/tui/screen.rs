//! The terminal's state, taken and given back in one place: by leaving, by an error, by a panic and by a signal, also
//! when the line is stalled or gone. ratatui's own restore neither shows the cursor nor survives a closed standard
//! error, and it gives up half-way if the first step fails; crossterm's opens the terminal anew for its settings, which
//! fails when no more files may be opened. Hence ours.

pub mod clipboard;
pub mod drain;
pub mod signals;

use crate::disk::{self, Keyboard};
use crossterm::{cursor, event, execute, terminal};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Signal, getpid, kill_process};
use rustix::termios::{self, OptionalActions, Termios};
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

/// Where keys come from: its settings are those of the terminal.
static KEYBOARD: OnceLock<Keyboard> = OnceLock::new();

/// The settings of the terminal from before it was ours, while it is.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// Whether the process ends: then the terminal is not taken any more, by whichever thread was about to.
static ENDS: AtomicBool = AtomicBool::new(false);

/// Whether the terminal shows our own screen. The plain one is not left twice: that would put the cursor back to where it
/// stood before anything was written there.
static OWN_SCREEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is to be ours while our own screen is shown.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Buttons and the wheel are reported, with numbers that any screen has; moves are not. crossterm's own asks for them too,
/// and a pointer over the screen would wake us all the time.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Whoever writes to the terminal holds this: nothing is drawn on a screen that was given back in the middle.
static PEN: Mutex<()> = Mutex::new(());

/// How long the pen, and a line that takes nothing, are waited for before the terminal is given back all the same.
const PATIENCE: Duration = Duration::from_millis(200);

/// The terminal while it is ours.
pub struct Screen(());

impl Screen {
    /// Takes the terminal whose keyboard that is, and its mouse.
    pub fn enter(mouse: bool) -> io::Result<Screen> {
        MOUSE.store(mouse, Ordering::SeqCst);
        // Colours are ours to decide: crossterm's own NO_COLOR would cancel bold and reverse as well.
        crossterm::style::force_color_output(true);
        take()?;
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

/// The keyboard, found once.
pub(crate) fn keyboard() -> io::Result<&'static Keyboard> {
    match KEYBOARD.get() {
        Some(keyboard) => Ok(keyboard),
        None => disk::keyboard().map(|found| KEYBOARD.get_or_init(|| found)),
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the terminal; again, if something else had it meanwhile.
fn take() -> io::Result<()> {
    let keyboard = keyboard()?;
    {
        let mut before = held(&BEFORE);
        if ENDS.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let now = termios::tcgetattr(keyboard)?;
        // While it is ours, what it was before is known better than by asking: whoever stopped us has changed it.
        let usual = before.clone().unwrap_or(now);
        let mut raw = usual.clone();
        raw.make_raw();
        termios::tcsetattr(keyboard, OptionalActions::Now, &raw)?;
        *before = Some(usual);
    }
    let pen = held(&PEN);
    if held(&BEFORE).is_none() {
        return Err(io::ErrorKind::Interrupted.into());
    }
    OWN_SCREEN.store(true, Ordering::SeqCst);
    let mut out = io::stdout();
    let taken = execute!(out, terminal::EnterAlternateScreen, event::EnableBracketedPaste, cursor::Hide)
        // A row that a terminal takes for longer than it is must not run into the next one, nor move the whole screen up
        // from the last.
        .and_then(|()| execute!(out, terminal::DisableLineWrap))
        .and_then(|()| match MOUSE.load(Ordering::SeqCst) {
            true => out.write_all(MOUSE_ON.as_bytes()).and_then(|()| out.flush()),
            false => Ok(()),
        });
    drop(pen);
    if taken.is_err() {
        give_back();
    }
    taken
}

/// Columns and rows of the terminal. One that knows of none, as over a bare serial line, is taken for the usual one.
pub fn size() -> io::Result<(u16, u16)> {
    let size = termios::tcgetwinsize(rustix::stdio::stdout())?;
    Ok(if size.ws_col == 0 || size.ws_row == 0 { (80, 24) } else { (size.ws_col, size.ws_row) })
}

/// Writes a frame, at once and past standard output's own buffer, which would cut it at its last line feed. Nothing is
/// written once the terminal is given back.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    let _pen = held(&PEN);
    let mut rest = bytes;
    while !rest.is_empty() && held(&BEFORE).is_some() {
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

/// Gives the terminal back because the process ends: another thread may be taking it at this very moment.
pub fn give_back_for_good() {
    {
        let _settings = held(&BEFORE);
        ENDS.store(true, Ordering::SeqCst);
    }
    give_back();
}

/// Gives the terminal back, each step whether or not the others worked: the settings first, since no stalled line holds
/// them up, then what has to be written. Safe to call from anywhere, any number of times; used by the panic hook too.
pub fn give_back() {
    let Some(before) = held(&BEFORE).take() else { return };
    if let Some(keyboard) = KEYBOARD.get() {
        let _ = termios::tcsetattr(keyboard, OptionalActions::Now, &before);
    }
    let _pen = pen_in_time();
    let patience = Timespec { tv_sec: 0, tv_nsec: PATIENCE.subsec_nanos().into() };
    if wait_for_line(Some(&patience)).is_ok_and(|ready| ready == 0) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(out, event::DisableBracketedPaste);
    leave_own_screen();
    let _ = out.flush();
}

/// The pen, unless whoever holds it is stuck in a line that takes nothing.
fn pen_in_time() -> Option<MutexGuard<'static, ()>> {
    let patience = Instant::now();
    loop {
        match PEN.try_lock() {
            Ok(pen) => return Some(pen),
            Err(TryLockError::Poisoned(pen)) => return Some(pen.into_inner()),
            Err(TryLockError::WouldBlock) if patience.elapsed() > PATIENCE => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(5)),
        }
    }
}

fn leave_own_screen() {
    if OWN_SCREEN.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        if MOUSE.load(Ordering::SeqCst) {
            let _ = out.write_all(MOUSE_OFF.as_bytes());
        }
        let _ = execute!(out, crossterm::style::SetAttribute(crossterm::style::Attribute::Reset));
        let _ = execute!(out, terminal::EnableLineWrap);
        let _ = execute!(out, terminal::LeaveAlternateScreen, cursor::Show);
    }
}

/// Takes the mouse, or leaves it to the terminal, where it selects text.
pub fn mouse(on: bool) -> io::Result<()> {
    MOUSE.store(on, Ordering::SeqCst);
    write(if on { MOUSE_ON } else { MOUSE_OFF }.as_bytes())
}

/// Whether a terminal of this name reports a mouse: those of the consoles and of paper do not, and what they would make of
/// being asked is not known.
pub fn has_mouse(term: Option<&str>) -> bool {
    let none = ["linux", "dumb", "ansi", "cons25", "vt52", "vt100", "vt102", "vt220"];
    term.is_some_and(|term| !term.is_empty() && !none.contains(&term))
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
    signals::expect_to_go_on();
    let _ = kill_process(getpid(), Signal::STOP);
    resume();
}

/// Takes the terminal again. In the background this stops until the foreground is ours.
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
pub fn copy(text: &str, between: clipboard::Between) -> io::Result<()> {
    write(between.wrap(text).as_bytes())
}

//! How far a command is, on one line of standard error that is written over: where that is a terminal, and only of what
//! takes longer than a person waits without asking.

use crate::disk;
use std::cell::{Cell, RefCell};
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// See the module.
pub(crate) struct Progress<'a> {
    /// So many rows in words.
    say: &'a dyn Fn(usize) -> String,
    done: Cell<usize>,
    next: Cell<Option<Instant>>,
    shown: RefCell<String>,
}

/// So long nothing is said.
const PATIENCE: Duration = Duration::from_millis(700);

/// So often it is said then.
const EVERY: Duration = Duration::from_millis(150);

/// So many rows lie between two looks at the clock.
const ROWS: usize = 512;

impl<'a> Progress<'a> {
    /// Begins with no row.
    pub fn new(say: &'a dyn Fn(usize) -> String) -> Progress<'a> {
        let next = disk::is_terminal_err().then(|| Instant::now() + PATIENCE);
        Progress { say, done: Cell::new(0), next: Cell::new(next), shown: RefCell::default() }
    }

    /// A row is done.
    pub fn one_more(&self) {
        let done = self.done.get() + 1;
        self.done.set(done);
        let Some(next) = self.next.get().filter(|_| done.is_multiple_of(ROWS)) else { return };
        let now = Instant::now();
        if now < next {
            return;
        }
        self.next.set(Some(now + EVERY));
        let text = super::as_narrated(&(self.say)(done)).into_owned();
        // A closed standard error is no reason to stop.
        let _ = write!(io::stderr(), "\r{text}");
        self.shown.replace(text);
    }

    /// Takes the line away.
    pub fn end(&self) {
        let shown = self.shown.take();
        if !shown.is_empty() {
            let _ = write!(io::stderr(), "\r{}\r", " ".repeat(shown.chars().count()));
        }
        self.next.set(None);
    }
}

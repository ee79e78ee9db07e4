//! The thread that looks whether the file has changed.
//!
//! It looks once a second instead of waiting for the system's word: that does not come from a network's file system, nor
//! when the limit of watches is reached, and of a file that is replaced it tells in many ways. What two looks see alike
//! is told: in between somebody may still be writing. A file that is never left alone is read all the same after a while.

use super::msg::Msg;
use crate::disk::{Look, look};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// Between two looks.
const BETWEEN: Duration = Duration::from_secs(1);

/// A file that looks different so often in a row is read without waiting for it to rest.
const RESTLESS: u32 = 5;

/// What was seen of a file.
#[derive(Debug)]
pub(crate) struct Watched {
    /// What it was when that was told, or when the first reading began.
    told: Look,
    last: Look,
    /// So many looks in a row saw something else than the one before.
    restless: u32,
}

impl Watched {
    /// One whose reading begins now.
    pub fn new(look: Look) -> Watched {
        Watched { told: look.clone(), last: look, restless: 0 }
    }

    /// Whether what is seen now is to be read.
    pub fn sees(&mut self, look: Look) -> bool {
        let rests = look == self.last;
        self.restless = if rests { 0 } else { self.restless + 1 };
        let due = look != self.told && (rests || self.restless >= RESTLESS);
        self.last = look.clone();
        if due {
            self.told = look;
            self.restless = 0;
        }
        due
    }
}

/// Tells of each change of the file that was named last.
pub fn start(sender: Sender<Msg>, files: Receiver<PathBuf>) -> io::Result<()> {
    let watch = move || {
        let Ok(mut file) = files.recv() else { return };
        let mut watched = Watched::new(look(&file));
        crate::fault::strike("watch");
        loop {
            match files.recv_timeout(BETWEEN) {
                Ok(other) => {
                    watched = Watched::new(look(&other));
                    file = other;
                }
                Err(RecvTimeoutError::Timeout) => {
                    if watched.sees(look(&file)) && sender.send(Msg::Changed).is_err() {
                        return;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    };
    thread::Builder::new().name("watch".to_owned()).spawn(watch).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of these looks are told, each a letter; the first is the one at start.
    fn told(looks: &str) -> String {
        let mut looks = looks.bytes().map(|letter| Look::of_test(letter.into()));
        let mut watched = Watched::new(looks.next().unwrap_or_default());
        looks.map(|look| if watched.sees(look) { '!' } else { '.' }).collect()
    }

    #[test]
    fn a_change_is_told_once_it_rests() {
        assert_eq!(told("aaaa"), "...");
        assert_eq!(told("abbb"), ".!.");
        assert_eq!(told("abcc"), "..!");
        assert_eq!(told("abbaa"), ".!.!", "what it was before is a change too");
        assert_eq!(told("aba"), "..", "nobody needs to read it again");
    }

    #[test]
    fn a_file_that_is_never_left_alone_is_read_all_the_same() {
        assert_eq!(told("abcdefghijkl"), "....!....!.");
    }
}

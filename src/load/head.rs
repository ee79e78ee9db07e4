//! The first rows of a roster before the rest of it is there: what can be looked at while ten million others are read.
//!
//! They are read twice, from the text itself, by [`json::read`] like any roster: a second reader of single rows, or a
//! copy out of columns that still grow, would be another place that knows what a row is, and what a bad one.

use crate::roster::Roster;
use crate::roster::json;
use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

/// Rows enough for several pages of any screen, and read within a millisecond.
const MOST: usize = 128 * 1024;

/// The first bytes of what is read, kept while they pass.
#[derive(Clone, Default)]
pub(super) struct Head(Arc<Mutex<Vec<u8>>>);

impl Head {
    /// What passes from an input, its first bytes kept.
    pub(super) fn of<R>(&self, input: R) -> Passing<R> {
        Passing { input, head: Some(self.clone()) }
    }

    /// Keeps the first bytes of what can be read at any place, as far as `read` gives them.
    pub(super) fn keep_start(&self, read: impl FnOnce(&mut [u8]) -> io::Result<usize>) {
        let mut start = vec![0; MOST];
        let length = read(&mut start).unwrap_or(0);
        self.keep(start.get(..length).unwrap_or(&[]));
    }

    /// The roster of the rows that are whole in it; nothing where there is none yet, or where the programme stands
    /// behind them.
    pub(super) fn roster(&self) -> Option<Roster> {
        let text = closed(&self.0.lock().unwrap_or_else(PoisonError::into_inner))?;
        json::read(&mut text.as_slice(), &mut |_| ()).ok().filter(|roster| !roster.workers.is_empty())
    }

    /// Keeps more, and says whether there is room for still more.
    fn keep(&self, bytes: &[u8]) -> bool {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let room = MOST.saturating_sub(kept.len());
        kept.extend(bytes.iter().take(room));
        kept.len() < MOST
    }
}

/// An input whose first bytes are kept.
pub(super) struct Passing<R> {
    input: R,
    /// Where; nothing any more once it is full.
    head: Option<Head>,
}

impl<R: Read> Read for Passing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.head = self.head.take().filter(|head| head.keep(buffer.get(..read).unwrap_or(&[])));
        Ok(read)
    }
}

/// The text up to the end of the last whole element of a list of the document, and the brackets that close it. Whether
/// that is a roster is not asked here.
fn closed(text: &[u8]) -> Option<Vec<u8>> {
    let (mut depth, mut quoted, mut escaped, mut end) = (0_u32, false, false, None);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if (depth, byte) == (2, &b'}') {
                    end = Some(at);
                }
            }
            _ => {}
        }
    }
    let whole = text.get(..=end?)?;
    Some([whole, b"]}"].concat())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot read its roster fails")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = include_str!("../../fixtures/small-city.json");

    fn head(text: &[u8]) -> Option<Roster> {
        let head = Head::default();
        io::copy(&mut head.of(text), &mut io::sink()).unwrap();
        head.roster()
    }

    proptest! {
        /// The law: wherever the text is cut, the rows so far are the first of the whole, and those that are set aside
        /// are set aside.
        #[test]
        fn the_rows_so_far_are_the_first_of_the_whole(cut in 0..TEXT.len()) {
            let whole = json::read(&mut TEXT.as_bytes(), &mut |_| ()).unwrap();
            let Some(head) = head(&TEXT.as_bytes()[..cut]) else { return Ok(()) };
            prop_assert!(head.workers.len() <= whole.workers.len());
            for (own, other) in head.iter().zip(whole.iter()) {
                prop_assert_eq!(own.name(), other.name());
                prop_assert_eq!(own.status(), other.status());
                prop_assert_eq!(own.standing(), other.standing());
            }
            prop_assert!(whole.set_aside.kept().starts_with(head.set_aside.kept()));
        }
    }

    #[test]
    fn most_of_a_text_is_its_rows() {
        let cut = TEXT.find("\"payments\"").unwrap();
        assert_eq!(head(&TEXT.as_bytes()[..cut]).map(|head| head.workers.len()), Some(61));
    }

    /// A quote that is escaped ends no text, and a bracket within one closes nothing.
    #[test]
    fn quotes_and_brackets_within_a_text_end_no_row() {
        for odd in [r#"A\"}]{["#, r#"A\\"#, "A}]", r#"\"},{\""#, r#"A\\\""#] {
            let text = TEXT.replacen("Ahmad", odd, 1);
            assert!(text.contains(odd), "the fixture names an Ahmad");
            let cut = text.find("\"payments\"").unwrap();
            let rows = head(&text.as_bytes()[..cut]).map(|head| head.workers.len());
            assert_eq!(rows, Some(61), "{odd}");
        }
    }

    #[test]
    fn what_is_no_roster_has_no_rows() {
        for text in
            ["", "}}}}", "[{\"a\": {}}, {", "{\"workers\": [{\"name\": \"A\"}, {\"na", "{\"a\": \"}]\\\"}", "\u{feff}"]
        {
            assert!(head(text.as_bytes()).is_none(), "{text}");
        }
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let kept = Head::default();
        let passed = io::copy(&mut kept.of(io::repeat(b'[').take(3 * MOST as u64)), &mut io::sink()).unwrap();
        assert_eq!((passed, kept.0.lock().unwrap().len()), (3 * MOST as u64, MOST));
    }
}

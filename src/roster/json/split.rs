//! Two readers of one list: the second begins where a row probably begins, in the middle of what is left, and reads to
//! the list's end. Whether a row begins there the first one proves, by arriving at that very byte where an element is
//! due: then all that the second read was read in the right state. If it passes that byte by (it stood inside a text, or
//! in another list), or if the second one met anything that ends a reading, nobody has read ahead: the first goes on by
//! itself, and all that is said, errors and their places too, is what it alone would have said.

use std::io::{self, Read};

/// A text that can be read at any place, by several readers at once.
pub trait ReadAt: Sync {
    /// Reads what stands so many bytes behind its start; 0 at its end.
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize>;

    /// How many bytes it has.
    fn size(&self) -> u64;
}

impl ReadAt for &[u8] {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let rest = usize::try_from(offset).ok().and_then(|offset| self.get(offset..));
        rest.unwrap_or(&[]).read(buffer)
    }

    fn size(&self) -> u64 {
        self.len() as u64
    }
}

/// A text from one place on.
pub struct From<'a> {
    pub text: &'a dyn ReadAt,
    pub offset: u64,
}

impl Read for From<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.text.read_at(buffer, self.offset)?;
        self.offset += read as u64;
        Ok(read)
    }
}

/// What is left of a text must have so many bytes, or a second reader is not worth its while.
const WORTH: u64 = 1 << 20;

/// Where a row is looked for around the middle.
const NEAR: usize = 1 << 16;

/// The place near the middle between `from` and the end where a row like the first one probably begins: where what
/// stands before the first row's first value comes again, behind a comma.
pub fn guess(text: &dyn ReadAt, first_row: &[u8], from: u64) -> Option<u64> {
    let left = text.size().checked_sub(from).filter(|&left| left >= WORTH)?;
    let colon = memchr::memchr(b':', first_row.get(..first_row.len().min(64))?)?;
    let beginning = first_row.get(..=colon).filter(|beginning| beginning.starts_with(b"{"))?;
    let middle = from + left / 2;
    let mut near = vec![0; NEAR];
    let mut reader = From { text, offset: middle };
    let mut read = 0;
    while let Ok(more) = reader.read(near.get_mut(read..)?) {
        read += more;
        if more == 0 {
            break;
        }
    }
    let near = near.get(..read)?;
    let behind_comma = |at: &usize| near.get(..*at).is_some_and(|before| before.trim_ascii_end().ends_with(b","));
    let at = memchr::memmem::find_iter(near, beginning).find(behind_comma)?;
    Some(middle + at as u64)
}

#[cfg(test)]
mod tests {
    use super::super::feed::{Feed, LoadError};
    use super::super::scan::tests::{document, oracle, rows, said};
    use super::super::{Progress, Reader, read_at};
    use super::*;
    use crate::roster::Roster;
    use proptest::prelude::*;

    /// Reads a text while a second reader begins at that byte.
    fn split(text: &str, there: u64) -> Result<Roster, LoadError> {
        let bytes = text.as_bytes();
        let mut watch = |_: &Progress<'_>| ();
        let guess = |_: &dyn ReadAt, _: &[u8], _: u64| Some(there);
        let mut reader = Reader::new(Feed::new(From { text: &bytes, offset: 0 }, 0), &mut watch);
        reader.text = Some((&bytes, &guess));
        reader.document()
    }

    #[test]
    fn wherever_the_second_reader_begins_the_roster_is_the_same() {
        let rows = [
            r#"{"id": "W1", "name": "Siti Aminah", "occupation": "a", "status": "active"}"#,
            r#"{"id": "W2", "name": "}, {\"id\": \"", "occupation": "b", "status": "active"}"#,
            r#"{"id": "W3", "name": "Yústinus", "occupation": "a", "status": "aktif"}"#,
            r#"{"id": "W4", "name": "A", "occupation": "a", "alamat": [{"id": "x"}, {"id": "y", "status": "active"}], "status": "active"}"#,
            "7",
            r#"{"id": "W5",
                "name": "张伟", "occupation": "c", "kk": {}, "status": "verified", "district": "Sorong"}"#,
            r#"{"id": "W6", "name": "B", "occupation": "a", "status": "active", "id": "W6"}"#,
            r#"{"id": "W7", "name": "C", "occupation": "a", "status": "active", "enrolled_on": "2024-03-01"}"#,
        ];
        let good = document(&rows.join(",\n"));
        let bad = document(&rows.join(",\n")).replace(r#""W7", "name": "C","#, r#""W7" "name": "C","#);
        let cut: String = good.chars().take(good.chars().count() - 90).collect();
        for text in [good, bad, cut] {
            let all = said(oracle(&text));
            for there in 0..=text.len() as u64 {
                assert_eq!(said(split(&text, there)), all, "{there}");
            }
        }
    }

    #[test]
    fn a_second_reader_begins_at_a_row_near_the_middle_of_a_large_text() {
        let row = |id: usize| {
            format!(r#"{{"id": "W{id}", "name": "Siti, {{\"id\": ", "occupation": "a", "status": "active"}}"#)
        };
        let text = document(&(0..40_000).map(row).collect::<Vec<_>>().join(",\n"));
        let first = text.find(r#"{"id": "W0""#).unwrap_or(0);
        let rest = text.as_bytes().get(first..).unwrap_or(&[]);
        let there = guess(&text.as_bytes(), rest, first as u64).unwrap_or(0) as usize;
        assert!(text.get(there..).is_some_and(|rest| rest.starts_with(r#"{"id": "W2"#)), "{there}");
        assert!(guess(&document("").as_bytes(), b"{\"id\": 1", 9).is_none(), "a small one is read alone");
        let mut most = 0;
        let read = read_at(&text.as_bytes(), &mut |progress| most = most.max(progress.rows));
        assert_eq!(read.map(|roster| roster.workers.len()).ok(), Some(40_000));
        assert!(most <= 40_000, "{most}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn two_readers_say_what_one_says(rows in rows(), part in 0.0_f64..1.0) {
            let text = document(&rows);
            // Where a row may begin, or anywhere.
            let starts: Vec<usize> = text.match_indices('{').map(|(at, _)| at).collect();
            let place = (starts.len() as f64 * part) as usize;
            let all = said(oracle(&text));
            for there in [starts.get(place).copied().unwrap_or(0), (text.len() as f64 * part) as usize] {
                prop_assert_eq!(&said(split(&text, there as u64)), &all, "{} {}", there, text);
            }
        }
    }
}

//! On which lines of its file the elements of a roster's lists begin: for whoever opens the file to mend it. Nobody keeps
//! them, since of millions of rows a few are asked for; the text is gone through once more, by its brackets alone, which a
//! text that was read already allows.

use crate::roster::Section;
use std::collections::BTreeMap;
use std::io::{self, Read};

/// Elements of the lists, by their places from 0.
pub type Wanted = BTreeMap<(Section, usize), u64>;

/// Bytes that are gone through at once.
const BLOCK: usize = 256 * 1024;

/// Puts in each wanted element's line, counted from 1; 0 stays where none is found.
pub fn lines(input: &mut dyn Read, wanted: &mut Wanted) -> io::Result<()> {
    let mut walk = Walk { line: 1, ..Walk::default() };
    let mut block = vec![0; BLOCK];
    loop {
        let read = input.read(&mut block)?;
        if read == 0 {
            return Ok(());
        }
        for &byte in block.get(..read).unwrap_or(&[]) {
            walk.step(byte, wanted);
        }
    }
}

/// Where in the text it is.
#[derive(Default)]
struct Walk {
    line: u64,
    depth: usize,
    in_text: bool,
    is_escaped: bool,
    /// The last text of the document's own level: the name of a member once a colon follows.
    name: Vec<u8>,
    /// The list that is gone through, and the place of its next element.
    list: Option<(Section, usize)>,
    /// Whether an element may begin here.
    awaits: bool,
}

impl Walk {
    fn step(&mut self, byte: u8, wanted: &mut Wanted) {
        if self.in_text {
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = true,
                b'"' => self.in_text = false,
                byte if self.depth == 1 => self.name.push(byte),
                _ => {}
            }
            self.line += u64::from(byte == b'\n');
            return;
        }
        if self.awaits && !byte.is_ascii_whitespace() {
            self.awaits = false;
            if let Some((section, place)) = self.list.as_mut().filter(|_| byte != b']') {
                if let Some(line) = wanted.get_mut(&(*section, *place)) {
                    *line = self.line;
                }
                *place += 1;
            }
        }
        match byte {
            b'\n' => self.line += 1,
            b'"' => {
                self.in_text = true;
                if self.depth == 1 {
                    self.name.clear();
                }
            }
            b'[' | b'{' => {
                self.depth += 1;
                if self.depth == 2 {
                    let named = |section: &Section| section.code().as_bytes() == self.name;
                    self.list = Section::ALL.into_iter().find(named).map(|section| (section, 0));
                    self.awaits = self.list.is_some();
                }
            }
            b']' | b'}' => self.depth = self.depth.saturating_sub(1),
            b',' if self.depth == 2 => self.awaits = self.list.is_some(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_begins_on_its_line_however_the_file_is_written() {
        let text = "{\"a\": \"w[\\\"\n\", \"groups\": [1,\n2], \"workers\":\n [ {\"x\": [1,\n 2]},\n\n{\"y\": \"},\n{\"} ,{}\n],\n\"payments\": [],\n\"plan\": [\n3]}";
        let mut wanted: Wanted = [
            (Section::Workers, 0),
            (Section::Workers, 1),
            (Section::Workers, 2),
            (Section::Workers, 3),
            (Section::Payments, 0),
            (Section::Plan, 0),
        ]
        .map(|place| (place, 0))
        .into();
        assert!(lines(&mut text.as_bytes(), &mut wanted).is_ok());
        let found: Vec<u64> = wanted.into_values().collect();
        // In the order of the sections: workers, payments, plan.
        assert_eq!(found, [4, 7, 8, 0, 0, 12]);
    }
}

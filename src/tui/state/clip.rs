//! What is copied: rows as a spreadsheet takes them, columns parted by tabs. The terminal's clipboard gets it by OSC 52,
//! or the plain screen to be selected there.

use crate::lang::person::Privacy;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, words};
use crate::roster::worker::Standing;
use crate::sheet::Sheet;
use crate::tui::state::notice::Excess;
use crate::tui::state::review::Review;
use crate::tui::tab::Tab;
use std::io::{self, Write};

/// The most bytes that are copied: what the common terminals take, in base 64 and with what stands around it 100,000.
pub const MOST: usize = 74_994;

/// Rows that are counted in bytes where they are too many: more would be felt under the key.
const COUNTED: usize = 20_000;

/// Rows that may be copied, or may not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Clip {
    /// The text.
    Text(String),
    /// More than [`MOST`].
    TooLarge(Excess),
}

/// A text as long as it is no longer than [`MOST`], and how long it is.
#[derive(Default)]
struct Measured {
    text: Vec<u8>,
    bytes: usize,
}

impl Write for Measured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes += bytes.len();
        if self.bytes <= MOST {
            self.text.extend(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A table to be copied.
pub fn clipped(sheet: &Sheet<'_>) -> Clip {
    let rows = sheet.rows.len();
    if rows > COUNTED {
        return Clip::TooLarge(Excess { rows, bytes: None });
    }
    let mut measured = Measured::default();
    let written = crate::sheet::clip(sheet, &mut measured);
    match String::from_utf8(measured.text) {
        Ok(text) if written.is_ok() && measured.bytes <= MOST => Clip::Text(text),
        _ => Clip::TooLarge(Excess { rows, bytes: Some(measured.bytes) }),
    }
}

/// The same text for a screen: nothing in it is obeyed, and columns stay parted by tabs.
pub fn plain(text: &str) -> Vec<String> {
    text.lines().map(|line| line.split('\t').map(scrub).collect::<Vec<_>>().join("\t")).collect()
}

/// The row under the cursor as a spreadsheet takes it: columns parted by tabs.
pub fn row(review: &Review, tab: Tab, privacy: Privacy, lang: Lang) -> Option<String> {
    match tab {
        Tab::Workers => {
            let rows = [review.workers.row?];
            let sheet =
                Sheet { roster: &review.roster, rows: &rows, filter: &review.text, columns: None, privacy, lang };
            let Clip::Text(text) = clipped(&sheet) else { return None };
            text.lines().nth(1).map(str::to_owned)
        }
        Tab::Groups => {
            let row = review.answer.list().get(review.groups.row)?;
            let name = match row.group.and_then(|place| review.roster.groups.get(place)) {
                Some(group) => lang.name(&group.name),
                None => lang.say(&words::UNKNOWN_GROUP).to_owned(),
            };
            let counts = Standing::ALL.map(|standing| row.standing.get(standing).to_string());
            let target = row.target.map_or(String::new(), |target| target.to_string());
            Some(format!("{name}\t{target}\t{}", counts.join("\t")))
        }
        Tab::Checks => {
            let rule = review.checks.rule?;
            Some(format!("{}\t{}", rule.code(), review.roster.findings.count(rule)))
        }
        Tab::Enrollment | Tab::Budget => None,
    }
}

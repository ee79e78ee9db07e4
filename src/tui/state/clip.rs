//! What is copied: rows as a spreadsheet takes them, columns parted by tabs. The terminal's clipboard gets it by OSC 52.

use crate::lang::person::Privacy;
use crate::lang::{Lang, words};
use crate::roster::worker::Standing;
use crate::sheet::Sheet;
use crate::tui::state::review::Review;
use crate::tui::tab::Tab;

/// The most bytes that go to a clipboard: in base 64 what the common terminals take.
const CLIPBOARD: usize = 74_000;

/// A table for the clipboard; `None` where it is too large for one.
pub fn clipped(sheet: &Sheet<'_>) -> Option<String> {
    // A row takes more than ten bytes: a million rows need not be written to know that they are too many.
    if sheet.rows.len() > CLIPBOARD / 10 {
        return None;
    }
    let mut text = Vec::new();
    crate::sheet::clip(sheet, &mut text).ok()?;
    String::from_utf8(text).ok().filter(|text| text.len() <= CLIPBOARD)
}

/// The row under the cursor as a spreadsheet takes it: columns parted by tabs.
pub fn row(review: &Review, tab: Tab, privacy: Privacy, lang: Lang) -> Option<String> {
    match tab {
        Tab::Workers => {
            let rows = [review.workers.row?];
            let sheet =
                Sheet { roster: &review.roster, rows: &rows, filter: &review.text, columns: None, privacy, lang };
            clipped(&sheet)?.lines().nth(1).map(str::to_owned)
        }
        Tab::Groups => {
            let row = review.answer.list.get(review.groups.row)?;
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

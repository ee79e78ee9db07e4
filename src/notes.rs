//! The next steps that a meeting agrees on, as people write them: a Markdown list, an item a step.
//!
//! ```text
//! - Dukcapil: compare the NIK that stand twice; 4 rows; 13 Sep 2024
//! - [x] BPJS: renew those in grace; 96 workers; 31 Aug 2024
//! ```
//!
//! Before the first colon stands the office, behind it what is to be done, how many, and by when, parted by semicolons;
//! each may be missing. What is no item (headings, prose) is for those who read the file itself.

use crate::roster::calendar::parse_day;
use std::sync::Arc;

/// A step.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Step {
    /// Who does it; empty where nobody is named.
    pub office: String,
    /// What is to be done.
    pub what: String,
    /// How many, in the words of the file.
    pub many: String,
    /// By when, in the words of the file.
    pub by_when: String,
    /// Whether it is done: `[x]`.
    pub done: bool,
}

/// The steps, in the order of the file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Notes(Arc<[Step]>);

impl Notes {
    /// Reads them; `None` where there is not one item.
    pub fn read(text: &str) -> Option<Notes> {
        let mut items: Vec<(bool, String)> = Vec::new();
        // Whether the line before belongs to an item, so that an indented one goes on with it.
        let mut open = false;
        let mut code = false;
        for line in text.trim_start_matches('\u{feff}').lines() {
            if line.trim_start().starts_with("```") {
                code = !code;
                open = false;
            } else if let Some(item) = item(line).filter(|_| !code) {
                items.push(item);
                open = true;
            } else if open && !code && line.starts_with([' ', '\t']) && !line.trim().is_empty() {
                if let Some((_, text)) = items.last_mut() {
                    text.push(' ');
                    text.push_str(line.trim());
                }
            } else {
                open = false;
            }
        }
        let steps: Vec<Step> = items.into_iter().map(|(done, text)| step(&text, done)).collect();
        let steps: Vec<Step> = steps.into_iter().filter(|step| !step.is_empty()).collect();
        (!steps.is_empty()).then(|| Notes(steps.into()))
    }

    /// The steps.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl Step {
    fn is_empty(&self) -> bool {
        [&self.office, &self.what, &self.many, &self.by_when].into_iter().all(String::is_empty)
    }
}

/// An item of a list: whether it is ticked off, and its text.
fn item(line: &str) -> Option<(bool, String)> {
    let line = line.trim();
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (digits.len() < line.len()).then(|| digits.strip_prefix(['.', ')'])).flatten();
    let rest = line.strip_prefix(['-', '*', '+']).or(numbered)?;
    // `---` and `**bold**` are none.
    let rest = rest.strip_prefix([' ', '\t'])?.trim_start();
    let ticked = ["[x]", "[X]"].into_iter().find_map(|tick| rest.strip_prefix(tick));
    let text = ticked.or_else(|| rest.strip_prefix("[ ]")).unwrap_or(rest);
    Some((ticked.is_some(), text.trim().to_owned()))
}

fn step(text: &str, done: bool) -> Step {
    let text = without_marks(text);
    // `10:30` names no office.
    let (office, rest) = text.split_once(": ").filter(|(office, _)| !office.contains(';')).unwrap_or(("", &text));
    let mut parts = rest.split(';').map(|part| part.trim().to_owned());
    let what = parts.next().unwrap_or_default();
    let rest: Vec<String> = parts.collect();
    let (many, by_when) = match rest.split_last() {
        None => Default::default(),
        Some((last, [])) if is_date(last) => (String::new(), last.clone()),
        Some((last, [])) => (last.clone(), String::new()),
        Some((last, many)) => (many.join("; "), last.clone()),
    };
    Step { office: office.trim().to_owned(), what, many, by_when, done }
}

/// Without the signs that make words bold, or code.
fn without_marks(text: &str) -> String {
    ["**", "__", "`"].iter().fold(text.to_owned(), |text, mark| text.replace(mark, ""))
}

/// Whether a part says when: a date, or a number beside a month of either language.
fn is_date(part: &str) -> bool {
    const MONTHS: [&str; 37] = [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "mei",
        "jun",
        "jul",
        "aug",
        "agu",
        "sep",
        "oct",
        "okt",
        "nov",
        "dec",
        "des",
        "january",
        "januari",
        "february",
        "februari",
        "march",
        "maret",
        "april",
        "june",
        "juni",
        "july",
        "juli",
        "august",
        "agustus",
        "sept",
        "september",
        "october",
        "oktober",
        "november",
        "december",
        "desember",
        "ags",
    ];
    let lower = part.to_lowercase();
    let month = |word: &str| MONTHS.contains(&word.trim_matches(|c: char| !c.is_alphabetic()));
    let has_digit = lower.contains(|c: char| c.is_ascii_digit());
    let slashed = lower.split_whitespace().any(|word| {
        let parts: Vec<&str> = word.split(['/', '.']).collect();
        parts.len() >= 2
            && parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
            && parts.iter().all(|part| part.len() != 3)
    });
    parse_day(part).is_some() || slashed || (has_digit && lower.split_whitespace().any(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<[String; 4]> {
        let notes = Notes::read(text).unwrap_or_default();
        notes.steps().iter().cloned().map(|own| [own.office, own.what, own.many, own.by_when]).collect()
    }

    #[test]
    fn an_item_names_office_what_how_many_and_by_when_and_each_may_be_missing() {
        for (item, parts) in [
            ("- Dukcapil: compare NIK; 4 rows; 13 Sep 2024", ["Dukcapil", "compare NIK", "4 rows", "13 Sep 2024"]),
            ("* **BPJS**: renew `grace`; 96", ["BPJS", "renew grace", "96", ""]),
            ("+ Kantor distrik: minta KTP; 20 Mei", ["Kantor distrik", "minta KTP", "", "20 Mei"]),
            ("1. pay September", ["", "pay September", "", ""]),
            ("2) Keuangan: bayar; 1.234; 1/10/2024", ["Keuangan", "bayar", "1.234", "1/10/2024"]),
            ("- Keuangan: bayar; 1.234", ["Keuangan", "bayar", "1.234", ""]),
            ("- Keuangan: bayar; 2024-10-01", ["Keuangan", "bayar", "", "2024-10-01"]),
            ("- Kantor distrik: kunjungi; 6 desa", ["Kantor distrik", "kunjungi", "6 desa", ""]),
            ("- Kantor distrik: kunjungi; 6 Desember", ["Kantor distrik", "kunjungi", "", "6 Desember"]),
            ("- meet at 10:30; all", ["", "meet at 10:30", "all", ""]),
            ("- A: b; c; d; e", ["A", "b", "c; d", "e"]),
        ] {
            assert_eq!(told(item), [parts.map(str::to_owned)], "{item}");
        }
    }

    #[test]
    fn what_is_no_item_is_left_to_those_who_read_the_file() {
        let text = "\u{feff}# Steps\n\nWe agreed:\n\n- A: one\n  goes on here; 3\n\n  not this\n---\n**bold**\n```\n- code\n```\n- [x] B: done\n";
        assert_eq!(
            told(text),
            [["A", "one goes on here", "3", ""], ["B", "done", "", ""]].map(|own| own.map(str::to_owned))
        );
        assert_eq!(
            Notes::read(text).map(|own| own.steps().iter().map(|own| own.done).collect()),
            Some(vec![false, true])
        );
        assert_eq!(Notes::read("# Nothing\n\nto do\n- \n"), None);
    }
}

//! Workers in words: a line each in the list, and all of one.

use crate::check::Audited;
use crate::lang::Lang;
use crate::lang::person::{Mask, Privacy};
use crate::lang::value::heading;
use crate::roster::attribute::Attribute;
use crate::roster::finding::Rule;
use crate::roster::rows::Row;

/// What a line of the list says.
const LINE: [Attribute; 5] =
    [Attribute::Name, Attribute::Group, Attribute::Standing, Attribute::District, Attribute::Age];

/// A line of the list, with its number from 1.
pub fn line(roster: &Audited, row: Row, number: usize, privacy: Privacy, lang: Lang) -> String {
    let worker = roster.worker(row);
    let told = LINE.map(|own| match own {
        Attribute::Age => {
            format!("{} {}", lang.say(&heading(own)).to_lowercase(), said(roster, row, own, privacy, lang))
        }
        own => lang.attribute(worker, own, privacy, Mask::Long),
    });
    format!("{}. {}", lang.count(number as u64), told.join(", "))
}

/// Everything about one: each field with its name, and what is wrong with it and how to mend that.
pub fn card(roster: &Audited, row: Row, privacy: Privacy, lang: Lang) -> Vec<String> {
    let field = |own: Attribute| format!("{}: {}", lang.say(&heading(own)), said(roster, row, own, privacy, lang));
    let fields = [Attribute::Name, Attribute::Standing, Attribute::Lapse].into_iter().chain(Attribute::CARD);
    let mut lines: Vec<String> = fields.map(field).collect();
    let rules: Vec<Rule> = match roster.worker(row).get(Attribute::Findings) {
        crate::roster::attribute::Value::Rules(rules) => rules,
        _ => Vec::new(),
    };
    lines.extend(rules.into_iter().map(|rule| format!("{}. {}", lang.finding(roster, rule), lang.to_do(rule))));
    lines
}

fn said(roster: &Audited, row: Row, own: Attribute, privacy: Privacy, lang: Lang) -> String {
    lang.attribute(roster.worker(row), own, privacy, Mask::Long)
}

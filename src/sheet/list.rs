//! A list that is to be written, with all that it needs: it can wait its turn on another thread.

use super::changes::ChangeSheet;
use super::findings::FindingSheet;
use super::split::{self, By};
use super::template::{Filling, Lack, Template};
use super::{Format, Sheet, Table, changes, too_many, write, write_parts};
use crate::check::Audited;
use crate::figures::compare::{Comparison, People};
use crate::lang::Lang;
use crate::lang::person::Privacy;
use crate::lang::words::export as words;
use crate::roster::finding::Rule;
use crate::roster::rows::Row;
use std::io::{self, Write};

/// See the module.
pub enum List {
    /// These workers, in this order.
    Workers(Audited, Vec<Row>),
    /// The same with a sheet for each value.
    Parts(Audited, Vec<Row>, By),
    /// These workers as an office takes them.
    Office(Audited, Vec<Row>, Box<Template>),
    /// What a rule found.
    Rule(Audited, Rule),
    /// What changed from the older roster to the newer one: everything, or what happened to some people.
    Changes {
        /// The older roster.
        older: Audited,
        /// The newer one.
        newer: Audited,
        /// What changed.
        comparison: Box<Comparison>,
        /// To whom; nothing is everybody.
        people: Option<People>,
    },
}

impl List {
    /// How many rows it has.
    pub fn rows(&self) -> usize {
        match self {
            List::Workers(_, rows) | List::Parts(_, rows, _) => rows.len(),
            List::Office(roster, rows, template) => {
                Filling::new(template, (roster, rows, true), Privacy::Masked, None).rows()
            }
            List::Rule(roster, rule) => {
                let listed = roster.findings.count(*rule) - roster.findings.unlisted(*rule);
                usize::try_from(listed).unwrap_or(usize::MAX)
            }
            List::Changes { comparison, people, .. } => changes::count(comparison, *people),
        }
    }

    /// Why it is not written, told before anything of it is: what has no room, and what rows lack that an office needs.
    pub fn refused(&self, format: Format, (privacy, lang): (Privacy, Lang)) -> Option<String> {
        match self {
            List::Office(roster, rows, template) => {
                let mut filling = Filling::new(template, (roster, rows, false), privacy, None);
                if filling.rows() == 0 {
                    return Some(lang.fill(&words::NOBODY_FOR, &[&template.name]));
                }
                let lacks = filling.lacks();
                let named =
                    |lack: &Lack| lang.fill(&words::LACKS_SHORT, &[&lack.heading, &lang.count(lack.count as u64)]);
                let lacks: Vec<String> = lacks.iter().map(named).collect();
                let left_out = lang.count(filling.leave_out() as u64);
                let lacking = || lang.fill(&words::LACKING_HERE, &[&left_out, &template.name, &lacks.join(", ")]);
                let files = || {
                    let [rows, most] = [filling.rows(), filling.most_rows()].map(|count| lang.count(count as u64));
                    lang.fill(&words::SEVERAL_FILES, &[&rows, &template.name, &most])
                };
                let several = || (filling.files() > 1).then(files);
                let lacks = (!lacks.is_empty()).then(lacking);
                lacks.or_else(several).or_else(|| too_many(lang, format, filling.most_rows()))
            }
            List::Parts(roster, rows, by) => {
                let parts = split::parts(roster, rows, *by, lang);
                let [many, most] = [parts.len(), split::MOST].map(|count| lang.count(count as u64));
                let refused = || lang.fill(&words::MANY_PARTS, &[&many, &most]);
                let largest = parts.iter().map(|part| part.rows.len()).max().unwrap_or(0);
                (parts.len() > split::MOST).then(refused).or_else(|| too_many(lang, format, largest))
            }
            list => too_many(lang, format, list.rows()),
        }
    }

    /// Writes it; the answer is how many texts were cut.
    pub fn write(
        &self,
        filter: &str,
        (privacy, lang): (Privacy, Lang),
        format: Format,
        out: &mut dyn Write,
    ) -> io::Result<u64> {
        let table: Box<dyn Table + '_> = match self {
            List::Parts(roster, rows, by) => {
                let sheet = Sheet { roster, rows, filter, columns: None, privacy, lang };
                return write_parts((sheet, *by), &split::parts(roster, rows, *by, lang), &|| (), out);
            }
            List::Office(roster, rows, template) => {
                let filling = Filling::new(template, (roster, rows, false), privacy, None);
                return filling.write(0, format.into(), &|| (), out);
            }
            List::Workers(roster, rows) => Box::new(Sheet { roster, rows, filter, columns: None, privacy, lang }),
            List::Rule(roster, rule) => Box::new(FindingSheet::new(roster, *rule, privacy, lang)),
            List::Changes { older, newer, comparison, people } => {
                Box::new(ChangeSheet::new((older, newer), comparison, *people, filter, (privacy, lang)))
            }
        };
        write(&*table, format.into(), &|| (), out)
    }
}

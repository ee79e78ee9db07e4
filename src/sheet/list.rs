//! A list that is to be written, with all that it needs: it can wait its turn on another thread.

use super::changes::ChangeSheet;
use super::findings::FindingSheet;
use super::{Format, Sheet, Table, changes, write};
use crate::check::Audited;
use crate::figures::compare::{Comparison, People};
use crate::lang::Lang;
use crate::lang::person::Privacy;
use crate::roster::finding::Rule;
use crate::roster::rows::Row;
use std::io::{self, Write};

/// See the module.
pub enum List {
    /// These workers, in this order.
    Workers(Audited, Vec<Row>),
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
            List::Workers(_, rows) => rows.len(),
            List::Rule(roster, rule) => usize::try_from(roster.findings.count(*rule)).unwrap_or(usize::MAX),
            List::Changes { comparison, people, .. } => changes::count(comparison, *people),
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
            List::Workers(roster, rows) => Box::new(Sheet { roster, rows, filter, columns: None, privacy, lang }),
            List::Rule(roster, rule) => Box::new(FindingSheet::new(roster, *rule, privacy, lang)),
            List::Changes { older, newer, comparison, people } => {
                Box::new(ChangeSheet::new((older, newer), comparison, *people, filter, (privacy, lang)))
            }
        };
        write(&*table, format.into(), &|| (), out)
    }
}

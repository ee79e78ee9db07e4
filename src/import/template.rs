//! A programme for a list that has none yet: what can be known from the list and the law stands in it, what only the
//! office knows is `null`, and a roster cannot be read before that is filled in.

use super::Imported;
use super::occupations::called;
use crate::roster::aside::Aside;
use crate::roster::calendar::{Day, Month};
use crate::roster::json;
use crate::roster::money::Rupiah;
use crate::roster::program::{Contribution, Coverage, Group, Name, Program, Quota, Rates, Region, Scheme, Segment};
use crate::roster::rows::Row;
use crate::roster::store::Store;
use crate::roster::text::fold;
use crate::roster::{Parts, Roster};
use chrono::Datelike;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The contributions that local governments pay for who earns no wage: JKK of the least income, and JKM (domain.md §1).
const RATES: [(Scheme, &str); 2] = [(Scheme::Jkk, "10000"), (Scheme::Jkm, "6800")];

fn rates() -> Vec<Contribution> {
    let rate = |(scheme, monthly): (Scheme, &str)| Contribution {
        segment: Segment::Bpu,
        scheme,
        monthly: Rupiah::parse(monthly).unwrap_or_default(),
        from: None,
    };
    RATES.map(rate).to_vec()
}

/// What stands for the programme of a list that has none, under the list's name: rates, but no target and no money.
pub fn base(today: Day, name: &str) -> Roster {
    let fiscal_year = today.year();
    let program = Program {
        name: name.to_owned(),
        fiscal_year,
        as_of: Some(today),
        region: Region::default(),
        target: None,
        budget: None,
        rates: Rates::new(rates()),
        coverage: Coverage { from: None, to: Month::new(fiscal_year, 12).unwrap_or(Month::of(today)) },
        grace_months: 3,
        max_age: 65,
    };
    Roster::seal(Parts {
        synthetic: false,
        program,
        groups: Vec::new(),
        workers: Store::default(),
        payments: Vec::new(),
        payments_known: false,
        plan: Vec::new(),
        claims: Vec::new(),
        districts: Vec::new(),
        history: Vec::new(),
        set_aside: Aside::default(),
        unknown_fields: Vec::new(),
    })
}

/// Writes the programme of a list: its occupations are the groups, its districts the districts.
pub fn write(imported: &Imported, out: &mut dyn Write) -> io::Result<()> {
    json::blank(out, &rates(), &groups(imported), &districts(imported))
}

/// Each occupation once, however it is called, the commonest first.
pub fn groups(imported: &Imported) -> Vec<Group> {
    let mut found: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for row in 0..imported.workers.len() as Row {
        let (id, name) = called(imported.workers.occupation(row));
        if !id.is_empty() {
            found.entry(id).or_insert((name, 0)).1 += 1;
        }
    }
    let mut groups: Vec<_> = found.into_iter().collect();
    groups.sort_by_key(|(_, (_, many))| std::cmp::Reverse(*many));
    let group = |(id, (name, _)): (String, (String, usize))| Group {
        id,
        name: Name { id: name.clone(), en: name },
        segment: Segment::Bpu,
        target: None,
    };
    groups.into_iter().map(group).collect()
}

/// Each district once, as most rows spell it.
fn districts(imported: &Imported) -> Vec<Quota> {
    let mut found: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for row in 0..imported.workers.len() as Row {
        if let Some(name) = imported.workers.district(row) {
            *found.entry(fold(name)).or_default().entry(name).or_default() += 1;
        }
    }
    let spelt = |names: BTreeMap<&str, usize>| {
        let most = names.into_iter().max_by_key(|(_, many)| *many);
        most.map(|(name, _)| Quota { name: name.to_owned(), aliases: Vec::new(), target: None })
    };
    found.into_values().filter_map(spelt).collect()
}

//! A roster before anybody is in it: what can be known stands there, what only the office knows is `null`, and it cannot
//! be read before that is filled in.

use super::SCHEMA;
use super::fields::*;
use super::write::{contribution, district, group, object, spaced};
use crate::roster::program::{Contribution, Group, Quota};
use serde_json::{Value, json};
use std::io::{self, Write};

/// What has to be filled in: required, and known to the office alone.
const REQUIRED: [ProgramField; 4] =
    [ProgramField::Name, ProgramField::FiscalYear, ProgramField::TargetWorkers, ProgramField::Budget];

/// The same by their paths in the file.
pub fn to_fill_in() -> Vec<String> {
    REQUIRED.map(|field| format!("{}.{}", DocumentField::Program.name(), field.name())).to_vec()
}

/// Writes one with these rates, groups and districts.
pub fn blank(out: &mut dyn Write, rates: &[Contribution], groups: &[Group], districts: &[Quota]) -> io::Result<()> {
    let null = || Some(Value::Null);
    let region = object([
        (RegionField::Code, null()),
        (RegionField::FormerCodes, Some(json!([]))),
        (RegionField::Name, null()),
        (RegionField::Province, null()),
    ]);
    let coverage = object([(CoverageField::From, null()), (CoverageField::To, null())]);
    let open = REQUIRED.map(|field| (field, null()));
    let optional = [
        (ProgramField::AsOf, null()),
        (ProgramField::Region, Some(region)),
        (ProgramField::Contributions, Some(rates.iter().map(contribution).collect())),
        (ProgramField::Coverage, Some(coverage)),
    ];
    // What is to be filled in stands on lines of its own.
    let lines = |rows: Vec<Value>| rows.iter().map(spaced).collect::<Vec<_>>().join(",\n  ");
    let member = |(field, value): (ProgramField, Option<Value>)| {
        format!("\"{}\": {}", field.name(), spaced(&value.unwrap_or_default()))
    };
    let program: Vec<String> = open.into_iter().chain(optional).map(member).collect();
    let [schema, programme, list, workers, places] = [
        DocumentField::Schema,
        DocumentField::Program,
        DocumentField::Groups,
        DocumentField::Workers,
        DocumentField::Districts,
    ]
    .map(DocumentField::name);
    writeln!(out, "{{\"{schema}\": {},", json!(SCHEMA))?;
    writeln!(out, " \"{programme}\": {{\n  {}}},", program.join(",\n  "))?;
    writeln!(out, " \"{list}\": [\n  {}],", lines(groups.iter().map(group).collect()))?;
    writeln!(out, " \"{workers}\": [],")?;
    writeln!(out, " \"{places}\": [\n  {}]}}", lines(districts.iter().map(district).collect()))
}

//! Writing a roster: one worker a line, so that a diff of two rosters is a list of people.

use super::SCHEMA;
use crate::roster::calendar::Day;
use crate::roster::columns::Held;
use crate::roster::program::*;
use crate::roster::worker::Record;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Everything of a roster file but its workers.
pub struct Document<'a> {
    /// Whether the data is invented.
    pub synthetic: bool,
    /// The programme.
    pub program: &'a Program,
    /// Its groups.
    pub groups: &'a [Group],
    /// Payments and bills.
    pub payments: &'a [Payment],
    /// The plan.
    pub plan: &'a [Planned],
    /// Claims.
    pub claims: &'a [Claim],
    /// Earlier years.
    pub history: &'a [PastYear],
}

/// Writes a roster file; workers are taken one by one, so that millions need no memory.
pub fn write<'a>(
    out: &mut dyn Write,
    document: &Document<'_>,
    workers: impl Iterator<Item = Record<'a>>,
) -> io::Result<()> {
    writeln!(out, "{{\"schema\": {}, \"synthetic\": {},", json!(SCHEMA), document.synthetic)?;
    writeln!(out, " \"program\": {},", spaced(&program(document.program)))?;
    list(out, "groups", document.groups.iter().map(group))?;
    writeln!(out, ",")?;
    list(out, "workers", workers.map(Row))?;
    writeln!(out, ",")?;
    list(out, "payments", document.payments.iter().map(payment))?;
    writeln!(out, ",")?;
    let planned = |step: &Planned| json!({"month": step.month.to_string(), "workers": step.workers});
    list(out, "plan", document.plan.iter().map(planned))?;
    writeln!(out, ",")?;
    list(out, "claims", document.claims.iter().map(claim))?;
    writeln!(out, ",")?;
    let past = |year: &PastYear| json!({"fiscal_year": year.fiscal_year, "workers": year.workers});
    list(out, "history", document.history.iter().map(past))?;
    writeln!(out, "}}")
}

fn list(out: &mut dyn Write, name: &str, rows: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
    write!(out, " \"{name}\": [")?;
    // One buffer for all lines: a million workers need no million allocations.
    let mut line = Vec::new();
    for (place, row) in rows.enumerate() {
        line.clear();
        line.extend_from_slice(if place == 0 { b"\n" } else { b",\n" });
        row.serialize(&mut serde_json::Serializer::with_formatter(&mut line, Spaced))?;
        out.write_all(&line)?;
    }
    write!(out, "]")
}

/// A space behind each colon and comma, as people write it.
struct Spaced;

impl serde_json::ser::Formatter for Spaced {
    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }
    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }
    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}

/// JSON on one line.
fn spaced(value: &Value) -> String {
    let mut bytes = Vec::new();
    let written = value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Spaced));
    debug_assert!(written.is_ok(), "a Value has only string keys and writing to memory does not fail");
    String::from_utf8(bytes).unwrap_or_default()
}

/// An object of the fields that are known.
fn object(fields: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    let known = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}

fn text(value: impl ToString) -> Value {
    Value::String(value.to_string())
}

fn program(program: &Program) -> Value {
    let region = &program.region;
    let contribution = |rate: &Contribution| {
        object([
            ("segment", Some(text(rate.segment.code()))),
            ("scheme", Some(text(rate.scheme.code()))),
            ("monthly", Some(text(rate.monthly))),
            ("from", rate.from.map(text)),
        ])
    };
    object([
        ("name", Some(text(&program.name))),
        ("fiscal_year", Some(json!(program.fiscal_year))),
        ("as_of", program.as_of.map(text)),
        (
            "region",
            Some(object([
                ("code", region.code.as_ref().map(text)),
                ("former_codes", Some(json!(region.former_codes))),
                ("name", region.name.as_ref().map(text)),
                ("province", region.province.as_ref().map(text)),
            ])),
        ),
        ("target_workers", Some(json!(program.target))),
        ("budget", Some(text(program.budget))),
        ("contributions", Some(program.rates.contributions().iter().map(contribution).collect())),
        (
            "coverage",
            Some(object([("from", program.coverage.from.map(text)), ("to", Some(text(program.coverage.to)))])),
        ),
        ("grace_months", Some(json!(program.grace_months))),
        ("max_age", Some(json!(program.max_age))),
    ])
}

fn group(group: &Group) -> Value {
    object([
        ("id", Some(text(&group.id))),
        ("name", Some(json!({"id": group.name.id, "en": group.name.en}))),
        ("segment", Some(text(group.segment.code()))),
        ("target", group.target.map(|target| json!(target))),
    ])
}

/// A worker, straight from the record to the line: there are millions of them, and a [`Value`] of each would take
/// three quarters of the time.
struct Row<'a>(Record<'a>);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = &self.0;
        let mut map = serializer.serialize_map(None)?;
        let mut entry = |name: &str, value: Option<Said<'_>>| match value {
            Some(value) => map.serialize_entry(name, &value),
            None => Ok(()),
        };
        fn number<'r>(held: &'r Held<std::borrow::Cow<'_, str>>) -> Option<Said<'r>> {
            match held {
                Held::Text(number) => Some(Said::Text(number)),
                // What it was is not known any more; a number it was, and that is what the audit must find again.
                Held::NotText => Some(Said::Number(0)),
                Held::Missing => None,
            }
        }
        entry("id", record.id.as_deref().map(Said::Text))?;
        entry("nik", number(&record.nik))?;
        entry("name", Some(Said::Text(&record.name)))?;
        entry("sex", record.sex.map(|sex| Said::Text(sex.code())))?;
        entry("birth_date", record.birth.map(Said::Day))?;
        entry("occupation", Some(Said::Text(&record.occupation)))?;
        entry("segment", record.segment.map(|segment| Said::Text(segment.code())))?;
        entry("district", record.district.as_deref().map(Said::Text))?;
        entry("village", record.village.as_deref().map(Said::Text))?;
        entry("status", Some(Said::Text(record.status.code())))?;
        entry("registered_on", record.registered.map(Said::Day))?;
        entry("enrolled_on", record.enrolled.map(Said::Day))?;
        entry("protected_until", record.until.map(Said::Day))?;
        entry("kpj", number(&record.kpj))?;
        entry("phone", number(&record.phone))?;
        entry("welfare_decile", record.decile.map(Said::Number))?;
        map.end()
    }
}

/// A value of a worker's row.
enum Said<'a> {
    Text(&'a str),
    Day(Day),
    Number(u8),
}

impl Serialize for Said<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Said::Text(text) => serializer.serialize_str(text),
            Said::Day(day) => serializer.collect_str(day),
            Said::Number(number) => serializer.serialize_u8(*number),
        }
    }
}

fn payment(payment: &Payment) -> Value {
    let through = Some(payment.through).filter(|through| *through != payment.month);
    object([
        ("month", Some(text(payment.month))),
        ("through", through.map(text)),
        ("workers", payment.workers.map(|workers| json!(workers))),
        ("by_segment", payment.by_segment.map(|parts| json!({"BPU": parts.bpu, "PU": parts.pu}))),
        ("amount", Some(text(payment.amount))),
        ("paid_on", payment.paid_on.map(text)),
        ("reference", payment.reference.as_ref().map(text)),
    ])
}

fn claim(claim: &Claim) -> Value {
    object([
        ("worker", claim.worker.as_ref().map(text)),
        ("scheme", Some(text(claim.scheme.code()))),
        ("date", claim.date.map(text)),
        ("amount", Some(text(claim.amount))),
    ])
}

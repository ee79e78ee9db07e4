//! Writing a roster: one worker a line, so that a diff of two rosters is a list of people.

use super::SCHEMA;
use super::fields::*;
use super::safe;
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
    /// Payments and bills; `None` where nothing is known of any.
    pub payments: Option<&'a [Payment]>,
    /// The plan.
    pub plan: &'a [Planned],
    /// Claims.
    pub claims: &'a [Claim],
    /// Districts.
    pub districts: &'a [Quota],
    /// Earlier years.
    pub history: &'a [PastYear],
}

/// Writes a roster file; workers are taken one by one, so that millions need no memory.
pub fn write<'a>(
    out: &mut dyn Write,
    document: &Document<'_>,
    workers: impl Iterator<Item = Record<'a>>,
) -> io::Result<()> {
    let [schema, synthetic] = [DocumentField::Schema, DocumentField::Synthetic].map(DocumentField::name);
    writeln!(out, "{{\"{schema}\": {}, \"{synthetic}\": {},", json!(SCHEMA), document.synthetic)?;
    writeln!(out, " \"{}\": {},", DocumentField::Program.name(), spaced(&program(document.program)))?;
    list(out, DocumentField::Groups, document.groups.iter().map(group))?;
    writeln!(out, ",")?;
    list(out, DocumentField::Workers, workers.map(Row))?;
    writeln!(out, ",")?;
    if let Some(payments) = document.payments {
        list(out, DocumentField::Payments, payments.iter().map(payment))?;
        writeln!(out, ",")?;
    }
    list(out, DocumentField::Plan, document.plan.iter().map(planned))?;
    writeln!(out, ",")?;
    list(out, DocumentField::Claims, document.claims.iter().map(claim))?;
    writeln!(out, ",")?;
    // What few programmes have is written only where there is some.
    if !document.districts.is_empty() {
        list(out, DocumentField::Districts, document.districts.iter().map(district))?;
        writeln!(out, ",")?;
    }
    list(out, DocumentField::History, document.history.iter().map(past_year))?;
    writeln!(out, "}}")
}

fn list(out: &mut dyn Write, field: DocumentField, rows: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
    write!(out, " \"{}\": [", field.name())?;
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

/// A space behind each colon and comma, as people write it, and nothing hidden.
struct Spaced;

impl serde_json::ser::Formatter for Spaced {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        safe::fragment(out, fragment)
    }
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
pub(super) fn spaced(value: &Value) -> String {
    let mut bytes = Vec::new();
    let written = value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Spaced));
    debug_assert!(written.is_ok(), "a Value has only string keys and writing to memory does not fail");
    String::from_utf8(bytes).unwrap_or_default()
}

/// An object of the fields that are known.
pub(super) fn object<F: Field>(fields: impl IntoIterator<Item = (F, Option<Value>)>) -> Value {
    let known = fields.into_iter().filter_map(|(field, value)| Some((field.name().to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}

fn text(value: impl ToString) -> Value {
    Value::String(value.to_string())
}

pub(super) fn contribution(rate: &Contribution) -> Value {
    object([
        (ContributionField::Segment, Some(text(rate.segment.code()))),
        (ContributionField::Scheme, Some(text(rate.scheme.code()))),
        (ContributionField::Monthly, Some(text(rate.monthly))),
        (ContributionField::From, rate.from.map(text)),
    ])
}

fn program(program: &Program) -> Value {
    let region = &program.region;
    object([
        (ProgramField::Name, Some(text(&program.name))),
        (ProgramField::FiscalYear, Some(json!(program.fiscal_year))),
        (ProgramField::AsOf, program.as_of.map(text)),
        (
            ProgramField::Region,
            Some(object([
                (RegionField::Code, region.code.as_ref().map(text)),
                (RegionField::FormerCodes, Some(json!(region.former_codes))),
                (RegionField::Name, region.name.as_ref().map(text)),
                (RegionField::Province, region.province.as_ref().map(text)),
            ])),
        ),
        (ProgramField::TargetWorkers, Some(json!(program.target))),
        (ProgramField::Budget, Some(json!(program.budget.map(|budget| budget.to_string())))),
        (ProgramField::Contributions, Some(program.rates.contributions().iter().map(contribution).collect())),
        (
            ProgramField::Coverage,
            Some(object([
                (CoverageField::From, program.coverage.from.map(text)),
                (CoverageField::To, Some(text(program.coverage.to))),
            ])),
        ),
        (ProgramField::GraceMonths, Some(json!(program.grace_months))),
        (ProgramField::MaxAge, Some(json!(program.max_age))),
    ])
}

pub(super) fn group(group: &Group) -> Value {
    object([
        (GroupField::Id, Some(text(&group.id))),
        (
            GroupField::Name,
            Some(object([(NameField::Id, Some(text(&group.name.id))), (NameField::En, Some(text(&group.name.en)))])),
        ),
        (GroupField::Segment, Some(text(group.segment.code()))),
        (GroupField::Target, group.target.map(|target| json!(target))),
    ])
}

/// A worker, straight from the record to the line: there are millions of them, and a [`Value`] of each would take
/// three quarters of the time.
struct Row<'a>(Record<'a>);

/// The fields of a row in the order in which they are written.
const WRITTEN: [WorkerField; WorkerField::ALL.len()] = [
    WorkerField::Id,
    WorkerField::Nik,
    WorkerField::Name,
    WorkerField::Sex,
    WorkerField::BirthDate,
    WorkerField::Occupation,
    WorkerField::Segment,
    WorkerField::District,
    WorkerField::Village,
    WorkerField::Status,
    WorkerField::RegisteredOn,
    WorkerField::EnrolledOn,
    WorkerField::ProtectedUntil,
    WorkerField::Kpj,
    WorkerField::Phone,
    WorkerField::WelfareDecile,
    WorkerField::Reason,
];

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields(&self.0, serializer)
    }
}

fn fields<S: Serializer>(record: &Record<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for field in WRITTEN {
        if let Some(value) = said(record, field) {
            map.serialize_entry(field.name(), &value)?;
        }
    }
    map.end()
}

/// What a record says in a field.
#[inline]
fn said<'r>(record: &'r Record<'_>, field: WorkerField) -> Option<Said<'r>> {
    fn number<'r>(held: &'r Held<std::borrow::Cow<'_, str>>) -> Option<Said<'r>> {
        match held {
            Held::Text(number) => Some(Said::Text(number)),
            // What it was is not known any more; a number it was, and that is what the audit must find again.
            Held::NotText => Some(Said::Number(0)),
            Held::Missing => None,
        }
    }
    match field {
        WorkerField::Id => record.id.as_deref().map(Said::Text),
        WorkerField::Nik => number(&record.nik),
        WorkerField::Name => Some(Said::Text(&record.name)),
        WorkerField::Sex => record.sex.map(|sex| Said::Text(sex.code())),
        WorkerField::BirthDate => record.birth.map(Said::Day),
        WorkerField::Occupation => Some(Said::Text(&record.occupation)),
        WorkerField::Segment => record.segment.map(|segment| Said::Text(segment.code())),
        WorkerField::District => record.district.as_deref().map(Said::Text),
        WorkerField::Village => record.village.as_deref().map(Said::Text),
        WorkerField::Status => Some(Said::Text(record.status.code())),
        WorkerField::RegisteredOn => record.registered.map(Said::Day),
        WorkerField::EnrolledOn => record.enrolled.map(Said::Day),
        WorkerField::ProtectedUntil => record.until.map(Said::Day),
        WorkerField::Kpj => number(&record.kpj),
        WorkerField::Phone => number(&record.phone),
        WorkerField::WelfareDecile => record.decile.map(Said::Number),
        WorkerField::Reason => record.reason.as_deref().map(Said::Text),
    }
}

/// A worker as one line of JSON.
pub(super) fn line(record: &Record<'_>) -> io::Result<String> {
    let mut bytes = Vec::new();
    fields(record, &mut serde_json::Serializer::with_formatter(&mut bytes, Spaced))?;
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// A field of a worker as JSON: `null` where nothing is known.
pub(super) fn value(record: &Record<'_>, field: WorkerField) -> io::Result<String> {
    let mut bytes = Vec::new();
    said(record, field).serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Spaced))?;
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
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
    let kind = Some(payment.kind).filter(|kind| *kind != PaymentKind::Payment);
    object([
        (PaymentField::Kind, kind.map(|kind| text(kind.code()))),
        (PaymentField::Month, Some(text(payment.month))),
        (PaymentField::Through, through.map(text)),
        (PaymentField::Workers, payment.workers.map(|workers| json!(workers))),
        (PaymentField::BySegment, payment.by_segment.map(by_segment)),
        (PaymentField::Amount, Some(text(payment.amount))),
        (PaymentField::PaidOn, payment.paid_on.map(text)),
        (PaymentField::Reference, payment.reference.as_ref().map(text)),
    ])
}

fn by_segment(parts: BySegment) -> Value {
    object([(BySegmentField::Bpu, Some(json!(parts.bpu))), (BySegmentField::Pu, Some(json!(parts.pu)))])
}

fn planned(step: &Planned) -> Value {
    object([(PlannedField::Month, Some(text(step.month))), (PlannedField::Workers, Some(json!(step.workers)))])
}

fn claim(claim: &Claim) -> Value {
    object([
        (ClaimField::Worker, claim.worker.as_ref().map(text)),
        (ClaimField::Scheme, Some(text(claim.scheme.code()))),
        (ClaimField::Date, claim.date.map(text)),
        (ClaimField::Amount, Some(text(claim.amount))),
    ])
}

pub(super) fn district(quota: &Quota) -> Value {
    let aliases = Some(&quota.aliases).filter(|aliases| !aliases.is_empty());
    object([
        (DistrictField::Name, Some(text(&quota.name))),
        (DistrictField::Aliases, aliases.map(|aliases| json!(aliases))),
        (DistrictField::Target, quota.target.map(|target| json!(target))),
    ])
}

fn past_year(year: &PastYear) -> Value {
    object([
        (PastYearField::FiscalYear, Some(json!(year.fiscal_year))),
        (PastYearField::Workers, Some(json!(year.workers))),
    ])
}

//! The programme and its groups, where one wrong value makes the file a bad one.

use super::LoadErrorKind;
use super::fields::*;
use super::raw::{Bad, Fields, Raw};
use crate::roster::calendar::Month;
use crate::roster::program::*;
use crate::roster::{Expected, Kind, Reason};
use std::collections::BTreeSet;

/// `unknown` is told of names that the format does not know, each with its path below the programme.
pub fn program(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Program, Bad> {
    use ProgramField as Of;
    let fields = Fields::read(raw, &Of::ALL, unknown)?;
    let fiscal_year = fields.required(Of::FiscalYear, Raw::year)?;
    let region = fields.optional(Of::Region, |raw| region(raw, &mut |name| unknown(&below(Of::Region, name))))?;
    let contributions = fields.required(Of::Contributions, |raw| {
        raw.list(|raw| contribution(raw, &mut |name| unknown(&format!("{}[].{name}", Of::Contributions.name()))))
    })?;
    let mut seen = BTreeSet::new();
    for (place, rate) in contributions.iter().enumerate() {
        if !seen.insert((rate.segment, rate.scheme, rate.from)) {
            let mut bad = Bad::kind(LoadErrorKind::RateTwice).inside(&format!("[{place}]")).in_field(Of::Contributions);
            bad.at = fields.offset(Of::Contributions);
            return Err(bad);
        }
    }
    let december = Month::new(fiscal_year, 12).ok_or(Bad::reason(Reason::WrongForm(Expected::Year)))?;
    let coverage = fields
        .optional(Of::Coverage, |raw| coverage(raw, december, &mut |name| unknown(&below(Of::Coverage, name))))?;
    Ok(Program {
        name: fields.required(Of::Name, Raw::text)?.into_owned(),
        fiscal_year,
        as_of: fields.optional(Of::AsOf, Raw::day)?,
        region: region.unwrap_or_default(),
        target: Some(fields.required(Of::TargetWorkers, Raw::count)?),
        budget: Some(fields.required(Of::Budget, Raw::money)?),
        rates: Rates::new(contributions),
        coverage: coverage.unwrap_or(Coverage { from: None, to: december }),
        grace_months: fields.optional(Of::GraceMonths, |raw| raw.within(GRACE))?.map_or(3, u32::from),
        max_age: fields.optional(Of::MaxAge, |raw| raw.within(AGE))?.map_or(65, u32::from),
    })
}

fn region(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Region, Bad> {
    use RegionField as Of;
    let fields = Fields::read(raw, &Of::ALL, unknown)?;
    let text = |of| Ok(fields.optional(of, Raw::text)?.map(|text| text.into_owned()));
    let former = fields.optional(Of::FormerCodes, Raw::texts)?;
    Ok(Region {
        code: text(Of::Code)?,
        former_codes: former.unwrap_or_default(),
        name: text(Of::Name)?,
        province: text(Of::Province)?,
    })
}

fn coverage(raw: Raw<'_>, december: Month, unknown: &mut dyn FnMut(&str)) -> Result<Coverage, Bad> {
    let fields = Fields::read(raw, &CoverageField::ALL, unknown)?;
    let from = fields.optional(CoverageField::From, Raw::month)?;
    let to = fields.optional(CoverageField::To, Raw::month)?.unwrap_or(december);
    match from.is_some_and(|from| to < from) {
        true => Err(Bad::kind(LoadErrorKind::CoverageReversed).in_field(CoverageField::To)),
        false => Ok(Coverage { from, to }),
    }
}

fn contribution(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Contribution, Bad> {
    let fields = Fields::read(raw, &ContributionField::ALL, unknown)?;
    Ok(Contribution {
        segment: fields.optional(ContributionField::Segment, Raw::segment)?.unwrap_or(Segment::Bpu),
        scheme: fields.required(ContributionField::Scheme, Raw::scheme)?,
        monthly: fields.required(ContributionField::Monthly, Raw::money)?,
        from: fields.optional(ContributionField::From, Raw::month)?,
    })
}

pub fn groups(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Vec<Group>, Bad> {
    let mut ids = BTreeSet::new();
    raw.list(|raw| {
        let fields = Fields::read(raw, &GroupField::ALL, unknown)?;
        let id = fields.required(GroupField::Id, Raw::text)?.into_owned();
        if !ids.insert(id.clone()) {
            return Err(Bad::kind(LoadErrorKind::GroupTwice).in_field(GroupField::Id));
        }
        Ok(Group {
            id,
            name: fields.required(GroupField::Name, name)?,
            segment: fields.optional(GroupField::Segment, Raw::segment)?.unwrap_or(Segment::Bpu),
            target: fields.optional(GroupField::Target, Raw::count)?,
        })
    })
}

/// A string, or `{id, en}` with at least one of them.
fn name(raw: Raw<'_>) -> Result<Name, Bad> {
    if raw.kind() == Kind::Text {
        let text = raw.text()?.into_owned();
        return Ok(Name { id: text.clone(), en: text });
    }
    if raw.kind() != Kind::Object {
        return Err(raw.wrong(Expected::Name));
    }
    let fields = Fields::read(raw, &NameField::ALL, &mut |_| ())?;
    let text = |of| Ok(fields.optional(of, Raw::text)?.map(|text| text.into_owned()));
    match (text(NameField::Id)?, text(NameField::En)?) {
        (Some(id), Some(en)) => Ok(Name { id, en }),
        (Some(only), None) | (None, Some(only)) => Ok(Name { id: only.clone(), en: only }),
        (None, None) => Err(raw.wrong(Expected::Name)),
    }
}

/// The path of an unknown name in one of the programme's objects.
fn below(field: ProgramField, name: &str) -> String {
    format!("{}.{name}", field.name())
}

//! The elements of the lists, each of which may be bad without the file being so.

use super::fields::*;
use super::raw::{Bad, Fields, Raw};
use crate::roster::Reason;
use crate::roster::columns::Held;
use crate::roster::program::{BySegment, Claim, PastYear, Payment, PaymentKind, Planned, Quota};
use crate::roster::worker::{Record, Sex, Status};

pub fn worker<'a>(raw: Raw<'a>, unknown: &mut dyn FnMut(&str)) -> Result<Record<'a>, Bad> {
    use WorkerField as Of;
    let fields = Fields::read(raw, &Of::ALL, unknown)?;
    let number = |of| fields.get(of).map_or(Ok(Held::Missing), Raw::held).map_err(|bad| bad.in_field(of));
    Ok(Record {
        id: fields.optional(Of::Id, Raw::text)?,
        nik: number(Of::Nik)?,
        name: fields.text_or_blank(Of::Name)?,
        sex: fields.optional(Of::Sex, |raw| raw.one_of(SEXES, Sex::parse))?,
        birth: fields.optional(Of::BirthDate, Raw::day)?,
        occupation: fields.text_or_blank(Of::Occupation)?,
        district: fields.optional(Of::District, Raw::text)?,
        village: fields.optional(Of::Village, Raw::text)?,
        status: fields.required(Of::Status, |raw| raw.one_of(STATUSES, Status::parse))?,
        registered: fields.optional(Of::RegisteredOn, Raw::day)?,
        enrolled: fields.optional(Of::EnrolledOn, Raw::day)?,
        until: fields.optional(Of::ProtectedUntil, Raw::day)?,
        kpj: number(Of::Kpj)?,
        phone: number(Of::Phone)?,
        decile: fields.optional(Of::WelfareDecile, |raw| raw.within(DECILE))?,
        reason: fields.optional(Of::Reason, Raw::text)?,
        segment: fields.optional(Of::Segment, Raw::segment)?,
    })
}

pub fn payment(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Payment, Bad> {
    use PaymentField as Of;
    let fields = Fields::read(raw, &Of::ALL, unknown)?;
    let month = fields.required(Of::Month, Raw::month)?;
    let through = fields.optional(Of::Through, Raw::month)?.unwrap_or(month);
    let workers = fields.optional(Of::Workers, Raw::count)?;
    let by_segment = fields.optional(Of::BySegment, |raw| {
        let fields = Fields::read(raw, &BySegmentField::ALL, &mut |_| ())?;
        let count = |of| fields.optional(of, Raw::count).map(Option::unwrap_or_default);
        Ok(BySegment { bpu: count(BySegmentField::Bpu)?, pu: count(BySegmentField::Pu)? })
    })?;
    if through < month {
        return Err(Bad::reason(Reason::ThroughBeforeMonth).in_field(Of::Through));
    }
    let adds_up = |parts: &BySegment| workers.is_none() || parts.bpu.checked_add(parts.pu) == workers;
    if !by_segment.as_ref().is_none_or(adds_up) {
        return Err(Bad::reason(Reason::SegmentsDoNotAddUp).in_field(Of::BySegment));
    }
    let kind = fields.optional(Of::Kind, |raw| raw.one_of(KINDS, PaymentKind::parse))?;
    let amount = fields.required(Of::Amount, Raw::money)?;
    let paid_on = fields.optional(Of::PaidOn, Raw::day)?;
    let reference = fields.optional(Of::Reference, Raw::text)?.map(|text| text.into_owned());
    let kind = kind.unwrap_or_default();
    Ok(Payment { kind, month, through, workers, by_segment, amount, paid_on, reference })
}

pub fn planned(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Planned, Bad> {
    let fields = Fields::read(raw, &PlannedField::ALL, unknown)?;
    Ok(Planned {
        month: fields.required(PlannedField::Month, Raw::month)?,
        workers: fields.required(PlannedField::Workers, Raw::count)?,
    })
}

pub fn claim(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Claim, Bad> {
    let fields = Fields::read(raw, &ClaimField::ALL, unknown)?;
    Ok(Claim {
        worker: fields.optional(ClaimField::Worker, Raw::text)?.map(|text| text.into_owned()),
        scheme: fields.required(ClaimField::Scheme, Raw::scheme)?,
        date: fields.optional(ClaimField::Date, Raw::day)?,
        amount: fields.required(ClaimField::Amount, Raw::money)?,
    })
}

pub fn district(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<Quota, Bad> {
    let fields = Fields::read(raw, &DistrictField::ALL, unknown)?;
    Ok(Quota {
        name: fields.required(DistrictField::Name, Raw::text)?.into_owned(),
        aliases: fields.optional(DistrictField::Aliases, Raw::texts)?.unwrap_or_default(),
        target: fields.optional(DistrictField::Target, Raw::count)?,
    })
}

pub fn past_year(raw: Raw<'_>, unknown: &mut dyn FnMut(&str)) -> Result<PastYear, Bad> {
    let fields = Fields::read(raw, &PastYearField::ALL, unknown)?;
    Ok(PastYear {
        fiscal_year: fields.required(PastYearField::FiscalYear, Raw::year)?,
        workers: fields.required(PastYearField::Workers, Raw::count)?,
    })
}

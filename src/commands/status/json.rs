//! `lindungi/status/1`: money and decimals are strings, counts are numbers, unknown is null. Nothing is localised.

use crate::commands::{diff, document};
use crate::figures::budget::{Cost, Outlook, Runway};
use crate::figures::enrollment::{Forecast, Standings};
use crate::figures::share::Share;
use crate::lang::person::Privacy;
use crate::lang::summary::Summary;
use crate::roster::finding::Severity;
use crate::roster::money::Rupiah;
use crate::roster::program::{AsOfFrom, ByScheme};
use crate::roster::worker::Standing;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::io::{self, Write};

fn money(amount: Option<Rupiah>) -> Value {
    amount.map_or(Value::Null, |amount| json!(amount.to_string()))
}

fn decimal(number: Option<Decimal>) -> Value {
    number.map_or(Value::Null, |number| json!(number.to_string()))
}

fn percent(share: Option<Share>) -> Value {
    decimal(share.and_then(Share::percent))
}

fn standing(counts: &Standings) -> Value {
    Standing::ALL.into_iter().map(|standing| (standing.code().to_owned(), json!(counts.get(standing)))).collect()
}

fn schemes(amounts: Option<ByScheme>) -> Value {
    amounts.map_or(Value::Null, |amounts| json!({"JKK": amounts.jkk.to_string(), "JKM": amounts.jkm.to_string()}))
}

fn runway(outlook: &Outlook) -> Value {
    let Runway::Lasts(lasts) = outlook.runway else { return Value::Null };
    // A whole number of months has at most 28 digits; beyond 64 bits it is written as the number it is.
    let full = u64::try_from(lasts.full_months).map_or(json!(lasts.full_months.to_string()), |full| json!(full));
    json!({
        "months": decimal(lasts.months),
        "full_months": full,
        "remainder": lasts.remainder.to_string(),
        "funded_through": lasts.funded_through.map(|month| month.to_string()),
        "first_unfunded_month": lasts.first_unfunded.map(|month| month.to_string()),
        "lapse_on": lasts.lapse.map(|day| day.to_string()),
    })
}

/// Writes the document.
pub fn write(report: &Summary<'_>, out: &mut dyn Write) -> io::Result<()> {
    let roster = report.roster;
    let program = &roster.program;
    let document = json!({
        "schema": "lindungi/status/1",
        "program": program.name,
        "region": program.region.name,
        "fiscal_year": program.fiscal_year,
        "as_of": roster.as_of().to_string(),
        "as_of_from": match roster.as_of_from() {
            AsOfFrom::Program => "program",
            AsOfFrom::Data => "data",
            AsOfFrom::FiscalYear => "fiscal_year",
        },
        "synthetic": roster.synthetic,
        "filter": report.text,
        "workers": {
            "readable": roster.workers.len(),
            "set_aside": roster.workers_set_aside(),
            "matched": report.figures.matched,
        },
        "enrollment": enrollment(report),
        "groups": null,
        "districts": null,
        "budget": budget(report),
        "payments": null,
        "claims": report.figures.budget.claims.into_iter().map(|(scheme, claimed)| {
            (scheme.code().to_owned(), json!({"count": claimed.count, "amount": money(claimed.amount)}))
        }).collect::<Value>(),
        "findings": findings(report),
    });
    let Value::Object(mut members) = document else { return Ok(()) };
    if let Some(comparison) = &report.comparison {
        members.insert("since".to_owned(), diff::since(comparison));
    }
    let lists: [(&str, document::Elements<'_>); 3] = [
        ("groups", &|| Box::new(groups(report))),
        ("districts", &|| Box::new(districts(report))),
        ("payments", &|| Box::new(payments(report))),
    ];
    document::write(&document::Long { members, lists: &lists }, out)
}

fn enrollment(report: &Summary<'_>) -> Value {
    let figures = &report.figures.enrollment;
    let funnel = figures.funnel;
    json!({
        "target": figures.target,
        "active": funnel.active,
        "percent": percent(figures.progress),
        "to_go": figures.to_go,
        "standing": standing(&figures.standing),
        "funnel": {
            "listed": funnel.listed, "verified": funnel.verified, "enrolled": funnel.enrolled, "active": funnel.active,
        },
        "months": figures.months.iter().map(|row| json!({
            "month": row.month.to_string(), "enrolled": row.enrolled, "total": row.total, "plan": row.plan,
        })).collect::<Value>(),
        "pace_90_days": figures.pace,
        "forecast": {
            "reached": figures.forecast == Forecast::Reached,
            "date": match figures.forecast {
                Forecast::On(day) => Some(day.to_string()),
                Forecast::Reached | Forecast::Unknown => None,
            },
        },
        "needed_per_30_days": decimal(figures.needed.and_then(|needed| needed.rounded(2))),
    })
}

fn groups<'a>(report: &'a Summary<'_>) -> impl Iterator<Item = Value> + 'a {
    let row = move |row: &crate::figures::groups::GroupRow| {
        let group = row.group.and_then(|place| report.roster.groups.get(place));
        json!({
            "id": group.map(|group| &group.id),
            "name": group.map(|group| &group.name.en),
            "target": row.target,
            "matched": row.matched(),
            "active": row.standing.get(Standing::Active),
            "percent": percent(row.progress),
            "standing": standing(&row.standing),
        })
    };
    report.figures.groups.iter().map(row)
}

/// The districts of the selection by workers, largest first, then name; the screens list the others too, to be picked.
fn districts<'a>(report: &'a Summary<'_>) -> impl Iterator<Item = Value> + 'a {
    let mut districts: Vec<_> = report.figures.districts.iter().filter(|district| district.workers > 0).collect();
    districts.sort_by_key(|district| (std::cmp::Reverse(district.workers), district.name.is_none(), &district.name));
    let row = |district: &crate::figures::groups::District| {
        let name = district.name.as_deref().map(|own| Privacy::Masked.written(own));
        json!({
            "name": name, "target": district.target, "percent": percent(district.progress),
            "matched": district.workers, "workers": district.workers, "active": district.active,
        })
    };
    districts.into_iter().map(row)
}

fn budget(report: &Summary<'_>) -> Value {
    let figures = &report.figures.budget;
    let each = |value: &dyn Fn(&Outlook) -> Value| -> Value {
        let outlooks =
            [("active", Some(&figures.active)), ("joined", Some(&figures.joined)), ("target", figures.target.as_ref())];
        outlooks.into_iter().map(|(name, outlook)| (name.to_owned(), outlook.map_or(Value::Null, value))).collect()
    };
    // A selection has cost and need, and neither runway nor balance: the money left is not theirs alone.
    let cost = |value: &dyn Fn(&Cost) -> Value| -> Value {
        let mut parts = each(&|outlook| value(&outlook.cost()));
        parts["selection"] = figures.selection.as_ref().map_or(Value::Null, value);
        parts
    };
    json!({
        "total": money(figures.total),
        "spent": money(figures.spent),
        "committed": money(figures.committed),
        "left": money(figures.left),
        "absorbed_percent": percent(figures.absorbed()),
        "payments_set_aside": report.roster.payments_set_aside(),
        "payments_known": report.roster.payments_known,
        "rates_missing": figures.rates_missing.iter().map(|(segment, scheme)| {
            json!({"segment": segment.code(), "scheme": scheme.code()})
        }).collect::<Value>(),
        "first_unpaid_month": figures.first_unpaid().map(|month| month.to_string()),
        "coverage_to": figures.coverage_to.to_string(),
        "months_to_end": figures.months_to_end,
        "monthly": cost(&|cost| money(cost.monthly)),
        "monthly_by_scheme": cost(&|cost| schemes(cost.by_scheme)),
        "workers_without_rate": cost(&|cost| json!(cost.unrated)),
        "rate_changes_in": figures.rate_change.map(|month| month.to_string()),
        "runway": each(&runway),
        "need_to_end": cost(&|cost| money(cost.need)),
        "balance_at_end": each(&|outlook| money(outlook.balance)),
        "affordable_workers": figures.affordable.map(|outlook| outlook.workers),
        "over_affordable": figures.over_affordable,
    })
}

fn payments<'a>(report: &'a Summary<'_>) -> impl Iterator<Item = Value> + 'a {
    let pairs = report.roster.payments.iter().zip(report.figures.budget.payments.iter());
    let row = |(payment, found): (&crate::roster::program::Payment, &crate::figures::payments::Reconciliation)| {
        let mut own = json!({
            "month": payment.month.to_string(),
            "through": payment.through.to_string(),
            "workers": payment.workers,
            "amount": payment.amount.to_string(),
            "expected": money(found.expected.and_then(ByScheme::sum)),
            "expected_by_scheme": schemes(found.expected),
            "difference": money(found.difference),
        });
        if let Some(members) = own.as_object_mut().filter(|_| payment.is_refund()) {
            members.insert("kind".to_owned(), json!(payment.kind.code()));
        }
        own
    };
    pairs.map(row)
}

fn findings(report: &Summary<'_>) -> Value {
    let findings = &report.roster.findings;
    let by_rule: Value = findings.rules().map(|rule| (rule.code().to_owned(), json!(findings.count(rule)))).collect();
    json!({
        "errors": findings.severity(Severity::Error),
        "warnings": findings.severity(Severity::Warning),
        "notes": findings.severity(Severity::Note),
        "by_rule": by_rule,
    })
}

//! Everything of the roster but the workers: what the city means to do, what it has paid, what families were paid.

use super::chance::share;
use super::city::{DISTRICTS, District};
use super::rows::Rows;
use super::story::{AUGUST, BUDGET, Course, DECEMBER, LAST_YEAR, MARCH, MAY, PLAN, Story, TARGET, TRADES};
use crate::roster::calendar::{Day, Month, days_after};
use crate::roster::money::Rupiah;
use crate::roster::program::*;
use crate::roster::worker::{Standing, Status};

const JKK: u64 = 10_000;
const JKM: u64 = 6_800;
/// Of wage earners: only an example names their rates.
const JKK_PU: u64 = 2_400;
/// See [`JKK_PU`].
const JKM_PU: u64 = 3_000;

fn rupiah(amount: u64) -> Rupiah {
    Rupiah::new(amount.into()).unwrap_or_default()
}

/// The programme. Every group is paid the rate of the BPU, as in the city's published figures.
pub fn program(story: &Story) -> Program {
    let rate = |segment, scheme, monthly, from| Contribution { segment, scheme, monthly: rupiah(monthly), from };
    let mut rates = vec![rate(Segment::Bpu, Scheme::Jkk, JKK, None), rate(Segment::Bpu, Scheme::Jkm, JKM, None)];
    if story.is_example() {
        let from = Some(story.month(MARCH));
        rates.extend([rate(Segment::Pu, Scheme::Jkk, JKK_PU, from), rate(Segment::Pu, Scheme::Jkm, JKM_PU, from)]);
    }
    Program {
        name: "Perlindungan Pekerja Rentan Kota Sorong".to_owned(),
        fiscal_year: story.month(AUGUST).year(),
        as_of: Some(story.as_of),
        region: Region {
            code: Some("96.71".to_owned()),
            former_codes: vec!["92.71".to_owned()],
            name: Some("Kota Sorong".to_owned()),
            province: Some("Papua Barat Daya".to_owned()),
        },
        target: Some(story.scaled(TARGET)),
        budget: Some(rupiah(story.scaled(BUDGET))),
        rates: Rates::new(rates),
        coverage: Coverage { from: Some(story.month(MARCH)), to: story.month(DECEMBER) },
        grace_months: 3,
        max_age: 65,
    }
}

/// The occupation groups; their targets add up to the programme's.
pub fn groups(story: &Story) -> Vec<Group> {
    let targets = share(story.scaled(TARGET), &TRADES.map(|trade| trade.target));
    let group = |(trade, target): (&super::story::Trade, u64)| Group {
        id: trade.id.to_owned(),
        name: Name { id: trade.indonesian.to_owned(), en: trade.english.to_owned() },
        segment: Segment::Bpu,
        target: Some(target),
    };
    TRADES.iter().zip(targets).map(group).collect()
}

/// A payment a month, the last one without those who came in that month: they are billed and not yet paid. The third
/// is one contribution too high, which is the one fault of the ledger.
pub fn payments(story: &Story) -> Vec<Payment> {
    let mut payments = Vec::new();
    for (offset, day) in (MARCH..=AUGUST).zip([12, 15, 13, 12, 11, 13]) {
        let month = story.month(offset);
        let (protected, new) = story.protected(offset);
        let (old, bill) = if offset == AUGUST { (protected - new, Some(new)) } else { (protected, None) };
        let excess = if offset == MAY && old > 0 { JKK + JKM } else { 0 };
        let paid_on = days_after(month.first_day(), day - 1).map(|day| day.min(story.as_of));
        payments.push(payment(month, old, excess, paid_on));
        payments.extend(bill.map(|new| payment(month, new, 0, None)));
    }
    if story.is_example() { example(story, payments) } else { payments }
}

/// The same payments in an example: two months of the same workers in one, each with its segments, and behind them the
/// contribution too much as it came back.
fn example(story: &Story, mut payments: Vec<Payment>) -> Vec<Payment> {
    let alike = |pair: &[Payment]| match pair {
        [one, next] => one.amount == next.amount && one.workers == next.workers && next.paid_on.is_some(),
        _ => false,
    };
    if let Some(first) = payments.windows(2).position(alike) {
        let next = payments.remove(first + 1);
        if let Some(both) = payments.get_mut(first) {
            both.amount = both.amount.plus(next.amount).unwrap_or_default();
            *both = Payment { through: next.month, paid_on: next.paid_on, reference: next.reference, ..both.clone() };
        }
    }
    for payment in &mut payments {
        payment.by_segment = payment.workers.map(|bpu| BySegment { bpu, pu: 0 });
    }
    let may = story.month(MAY);
    if payments.iter().any(|payment| payment.month == may && payment.workers > Some(0)) {
        let refund = payment(may, 1, 0, days_after(may.plus(1).first_day(), 19));
        payments.push(Payment { kind: PaymentKind::Refund, workers: None, ..refund });
    }
    payments
}

fn payment(month: Month, workers: u64, excess: u64, paid_on: Option<Day>) -> Payment {
    let reference = paid_on.map(|day| {
        let month = Month::of(day);
        format!("SP2D {:02}{:02}", month.number(), (day - month.first_day()).num_days() + 1)
    });
    let amount = rupiah(JKK + JKM).times(workers).and_then(|amount| amount.plus(rupiah(excess)));
    Payment {
        kind: PaymentKind::Payment,
        month,
        through: month,
        workers: Some(workers),
        by_segment: None,
        amount: amount.unwrap_or_default(),
        paid_on,
        reference,
    }
}

/// The plan, cumulative.
pub fn plan(story: &Story) -> Vec<Planned> {
    let planned = |(offset, workers)| Planned { month: story.month(offset), workers: story.scaled(workers) };
    PLAN.map(planned).to_vec()
}

/// The districts of an example: their share of the target, and how else they are written. The city's own list spells
/// them in one way and gives none a quota.
pub fn districts(story: &Story) -> Vec<Quota> {
    if !story.is_example() {
        return Vec::new();
    }
    let quotas = share(story.scaled(TARGET), &DISTRICTS.map(|district| district.weight));
    let district = |(district, target): (&District, u64)| Quota {
        name: district.name.to_owned(),
        aliases: vec![format!("Distrik {}", district.name)],
        target: Some(target),
    };
    DISTRICTS.iter().zip(quotas).map(district).collect()
}

/// Earlier years.
pub fn history(story: &Story) -> Vec<PastYear> {
    vec![PastYear { fiscal_year: story.month(AUGUST).year() - 1, workers: story.scaled(LAST_YEAR) }]
}

/// What accidents cost; each claim is another one.
const ACCIDENTS: [u64; 17] = [
    1_250_000, 2_480_500, 860_000, 3_975_000, 1_640_000, 12_300_000, 705_000, 4_410_000, 2_150_000, 980_000,
    18_750_000, 1_325_000, 6_240_000, 3_090_000, 15_400_000, 2_709_000, 7_950_000,
];

/// Claims: for deaths among those who left, for accidents among the active. As many at any size: what a city of
/// millions would have is no story that anyone reads.
pub fn claims(story: &Story, rows: &Rows<'_>) -> Vec<Claim> {
    let claim = |worker, scheme, offset, day, amount| {
        let date = days_after(story.month(offset).first_day(), day).map(|date| date.min(story.as_of));
        Claim { worker: Some(worker), scheme, date, amount: rupiah(amount) }
    };
    // Somebody who died in May is no longer protected after it; 42 million is the whole benefit (domain.md §6).
    let died = |course: &Course| course.status == Status::Inactive && course.until == Some(MAY);
    let deaths = picked(story, Standing::Inactive, died, 9).zip(0_u64..).filter_map(|(index, number)| {
        let worker = rows.id(Standing::Inactive, index)?;
        Some(claim(worker, Scheme::Jkm, MAY + (number / 4) as i64, 3 + number * 17 % 25, 42_000_000))
    });
    let at_work = |course: &Course| course.enrolled == Some(MARCH);
    let hurt = picked(story, Standing::Active, at_work, 17).zip(0_u64..).zip(ACCIDENTS);
    let accidents = hurt.filter_map(|((index, number), amount)| {
        let worker = rows.id(Standing::Active, index)?;
        Some(claim(worker, Scheme::Jkk, MARCH + 1 + (number / 4) as i64, 1 + number * 11 % 27, amount))
    });
    let mut claims: Vec<Claim> = deaths.chain(accidents).collect();
    claims.sort_by_key(|claim| claim.date);
    claims
}

/// Up to `most` places, one after the other, in the middle of the first course that fits.
fn picked(story: &Story, standing: Standing, fits: fn(&Course) -> bool, most: u64) -> impl Iterator<Item = u64> {
    let courses = story.crowds.get(standing as usize).map_or(&[][..], |crowd| &crowd.courses);
    let before = courses.iter().take_while(|course| !fits(course)).map(|course| course.workers).sum::<u64>();
    let workers = courses.iter().find(|course| fits(course)).map_or(0, |course| course.workers);
    let start = before + workers.saturating_sub(most) / 2;
    start..start + most.min(workers)
}

//! How far the selection is on the road to the target: standing, funnel, months, pace, forecast.

use super::share::Share;
use crate::roster::Roster;
use crate::roster::calendar::{self, Day, Month};
use crate::roster::filter::{Field, Filter};
use crate::roster::index::PACE_DAYS;
use crate::roster::rows::{Posting, RowSet};
use crate::roster::worker::Standing;

/// Workers by standing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Standings([u64; 6]);

/// One of so many workers is asked sooner than a set of all is made.
const ASKED: usize = 256;

impl Standings {
    /// Those of a set of workers.
    pub fn of(roster: &Roster, set: &RowSet) -> Standings {
        Standings(Standing::ALL.map(|standing| roster.index().standing(standing).count_in(set)))
    }

    /// Those of one value in a selection. Of few workers each is asked: a hundred thousand small groups would else each
    /// go through a set of everybody.
    pub(super) fn within(roster: &Roster, posting: &Posting, selection: &RowSet) -> Standings {
        match posting {
            Posting::Few(rows) if rows.len() < roster.workers.len() / ASKED => {
                let mut counts = [0; Standing::ALL.len()];
                let own = rows.iter().filter(|&&row| selection.contains(row));
                own.for_each(|&row| counts[roster.worker(row).standing() as usize] += 1);
                Standings(counts)
            }
            posting => Standings::of(roster, &posting.within(selection)),
        }
    }

    /// How many stand so.
    pub fn get(&self, standing: Standing) -> u64 {
        self.0[standing as usize]
    }

    /// From the first listing to active protection.
    pub fn funnel(&self) -> Funnel {
        let [proposed, verified, active, grace, inactive, rejected] = self.0;
        let enrolled = active + grace + inactive;
        Funnel { listed: proposed + verified + enrolled + rejected, verified: verified + enrolled, enrolled, active }
    }
}

/// How many came how far: each step holds those of the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Funnel {
    /// All workers of the selection.
    pub listed: u64,
    /// Verified, or further.
    pub verified: u64,
    /// Enrolled once, protected or not.
    pub enrolled: u64,
    /// Protected today.
    pub active: u64,
}

/// Workers of one welfare decile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decile {
    /// All workers of the selection.
    pub listed: u64,
    /// Protected today.
    pub active: u64,
}

/// One month of enrolments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MonthRow {
    /// The month.
    pub month: Month,
    /// Workers enrolled in it, whatever their standing now; `None` after the roster's month.
    pub enrolled: Option<u64>,
    /// Workers enrolled by its end: leavers are not deducted. `None` after the roster's month.
    pub total: Option<u64>,
    /// Workers planned by its end, of the whole programme.
    pub plan: Option<u64>,
}

/// When the target is reached at the pace of the last 90 days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Forecast {
    /// It is reached.
    Reached,
    /// On this day.
    On(Day),
    /// No pace, no target, or more than 18,250 days away.
    Unknown,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Enrollment {
    /// Workers that the view means to protect: the programme's target, the picked groups' targets, or none.
    pub target: Option<u64>,
    /// Active of the target; may pass the whole.
    pub progress: Option<Share>,
    /// Workers missing to the target.
    pub to_go: Option<u64>,
    /// By standing.
    pub standing: Standings,
    /// By how far they came.
    pub funnel: Funnel,
    /// Of the lowest welfare decile; `None` where no row names it.
    pub decile_1: Option<Decile>,
    /// Every month with an enrolment or a plan, ascending.
    pub months: Vec<MonthRow>,
    /// Workers enrolled in the 90 days that end with the roster's date.
    pub pace: u64,
    /// When the target is reached at that pace.
    pub forecast: Forecast,
    /// Workers per 30 days that it takes to reach the target by the end of coverage.
    pub needed: Option<Share>,
}

/// Half a century: a forecast beyond is no forecast.
const FAR: u64 = 18_250;

impl Enrollment {
    /// The enrollment of a selection.
    pub fn of(roster: &Roster, filter: &Filter, selection: &RowSet) -> Enrollment {
        let standing = Standings::of(roster, selection);
        let active = standing.get(Standing::Active);
        let target = target(roster, filter);
        let to_go = target.map(|target| target.saturating_sub(active));
        let pace = roster.index().recent.first().map_or(0, |recent| recent.count_in(selection));
        let as_of = roster.as_of();
        let days = (roster.program.coverage.to.last_day() - as_of).num_days();
        Enrollment {
            target,
            progress: target.and_then(|target| Share::of(active, target)),
            to_go,
            standing,
            funnel: standing.funnel(),
            decile_1: decile_1(roster, selection),
            months: months(roster, selection),
            pace,
            forecast: forecast(as_of, to_go, pace),
            needed: to_go.filter(|&to_go| to_go > 0).and_then(|to_go| Share::new(i128::from(to_go) * 30, days.into())),
        }
    }

    /// Workers per 30 days at the pace of the last 90.
    pub fn pace_per_30_days(&self) -> Option<Share> {
        Share::of(self.pace * 30, PACE_DAYS)
    }

    /// How many times the pace is needed.
    pub fn needed_times(&self) -> Option<Share> {
        let needed = self.needed?;
        Share::new(needed.part * i128::from(PACE_DAYS), needed.whole * 30 * i128::from(self.pace))
    }
}

/// design.md §3: the whole target without a filter, the sum of the picked groups' or districts' where the filter picks
/// nothing else.
fn target(roster: &Roster, filter: &Filter) -> Option<u64> {
    if filter.is_everybody() {
        return roster.program.target;
    }
    let alone = |field: Field| Some((field, filter.only(field)?));
    let (field, picked) = [Field::Group, Field::District].into_iter().find_map(alone)?;
    let of = |name: &str| match field {
        Field::Group => roster.groups.iter().find(|group| group.id == *name)?.target,
        _ => roster.quota(name),
    };
    let mut targets: Vec<(&str, u64)> = Vec::new();
    for name in picked {
        if !targets.iter().any(|(known, _)| *known == name) {
            targets.push((name, of(name)?));
        }
    }
    targets.iter().try_fold(0_u64, |sum, (_, target)| sum.checked_add(*target))
}

fn decile_1(roster: &Roster, selection: &RowSet) -> Option<Decile> {
    let index = roster.index();
    let place = index.decile_values.iter().position(|&decile| decile == 1)?;
    let own = index.deciles.get(place)?.within(selection);
    Some(Decile { listed: own.count(), active: index.standing(Standing::Active).count_in(&own) })
}

fn forecast(as_of: Day, to_go: Option<u64>, pace: u64) -> Forecast {
    match to_go {
        Some(0) => Forecast::Reached,
        Some(to_go) if pace > 0 => {
            let days = (u128::from(to_go) * u128::from(PACE_DAYS)).div_ceil(pace.into());
            let days = u64::try_from(days).ok().filter(|&days| days <= FAR);
            days.and_then(|days| calendar::days_after(as_of, days)).map_or(Forecast::Unknown, Forecast::On)
        }
        _ => Forecast::Unknown,
    }
}

fn months(roster: &Roster, selection: &RowSet) -> Vec<MonthRow> {
    let index = roster.index();
    let now = Month::of(roster.as_of());
    let mut rows: Vec<MonthRow> = Vec::new();
    for (&month, posting) in index.months.iter().zip(&index.enrolled) {
        let enrolled = posting.count_in(selection);
        rows.push(MonthRow { month, enrolled: Some(enrolled), total: None, plan: None });
    }
    for planned in &roster.plan {
        let place = rows.partition_point(|row| row.month < planned.month);
        match rows.get_mut(place).filter(|row| row.month == planned.month) {
            Some(row) => row.plan = Some(planned.workers),
            None => rows.insert(
                place,
                MonthRow { month: planned.month, enrolled: None, total: None, plan: Some(planned.workers) },
            ),
        }
    }
    rows.retain(|row| row.plan.is_some() || row.enrolled.is_some_and(|enrolled| enrolled > 0));
    let mut total = 0;
    for row in rows.iter_mut().filter(|row| row.month <= now) {
        let enrolled = row.enrolled.unwrap_or(0);
        total += enrolled;
        (row.enrolled, row.total) = (Some(enrolled), Some(total));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::calendar::parse_day;

    #[test]
    fn forecasts_count_whole_days_up() {
        let day = |text| parse_day(text).unwrap_or_default();
        for (to_go, pace, forecast_is) in [
            (Some(5_124), 2_592, Forecast::On(day("2025-02-24"))),
            (Some(5_124), 2_678, Forecast::On(day("2025-02-19"))),
            (Some(0), 0, Forecast::Reached),
            (Some(1), 0, Forecast::Unknown),
            (None, 100, Forecast::Unknown),
            (Some(18_250), 90, Forecast::On(day("2074-08-18"))),
            (Some(18_251), 90, Forecast::Unknown),
        ] {
            assert_eq!(forecast(day("2024-08-30"), to_go, pace), forecast_is, "{to_go:?} at {pace}");
        }
    }

    #[test]
    fn the_funnel_narrows() {
        let standings = Standings([1_218, 1_390, 14_212, 386, 214, 220]);
        let funnel = standings.funnel();
        assert_eq!((funnel.listed, funnel.verified, funnel.enrolled, funnel.active), (17_640, 16_202, 14_812, 14_212));
    }
}

//! The way of the selection to its target: enrolled day by day, planned, and needed from now on.

use super::axis::Axis;
use super::enrollment::Enrollment;
use crate::roster::Roster;
use crate::roster::filter::Filter;
use crate::roster::worker::Standing;

/// See the module. A point is days from the beginning of the axis, and workers after them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Course {
    /// The months.
    pub axis: Axis,
    /// Workers enrolled since the start, to today.
    pub enrolled: Vec<(i64, i128)>,
    /// From the active of today to the target at the end of coverage, if there are days left and workers missing.
    pub needed: Option<[(i64, i128); 2]>,
    /// The plan; nothing under a filter, since it is the whole programme's.
    pub plan: Vec<(i64, i128)>,
    /// The target of the view.
    pub target: Option<i128>,
}

impl Course {
    /// Of those who pass the filter.
    pub fn of(roster: &Roster, filter: &Filter, enrollment: &Enrollment) -> Course {
        let rows = &enrollment.months;
        let axis = Axis::of(roster, rows.first().map(|row| row.month));
        let today = axis.day(roster.as_of());
        let shown = || rows.iter().filter(|row| axis.months.contains(&row.month));
        let before = rows.iter().filter(|row| row.month < axis.first()).filter_map(|row| row.total).next_back();
        let mut enrolled: Vec<(i64, i128)> = vec![(0, before.unwrap_or(0).into())];
        enrolled.extend(shown().filter_map(|row| Some((axis.end_of(row.month).min(today), row.total?.into()))));
        if let Some(&(_, total)) = enrolled.last().filter(|last| last.0 < today) {
            enrolled.push((today, total));
        }
        let target = enrollment.target.map(i128::from);
        let active = i128::from(enrollment.standing.get(Standing::Active));
        let ahead = target.filter(|_| enrollment.needed.is_some());
        let mut plan: Vec<(i64, i128)> = Vec::new();
        if filter.is_everybody() {
            plan.extend(shown().filter_map(|row| Some((axis.end_of(row.month), row.plan?.into()))));
            if !plan.is_empty() {
                plan.insert(0, (0, 0));
            }
        }
        Course { needed: ahead.map(|target| [(today, active), (axis.days(), target)]), enrolled, plan, target, axis }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot read its roster fails")]
mod tests {
    use super::*;
    use crate::figures::Figures;
    use crate::roster::json;

    /// On the last day of coverage there is no day left on which anybody could be enrolled.
    #[test]
    fn nothing_is_needed_ahead_once_coverage_is_over() {
        let text = include_str!("../../fixtures/small-city.json");
        for (as_of, ahead) in [("2024-12-30", true), ("2024-12-31", false)] {
            let text = text.replacen("\"2024-06-30\"", &format!("\"{as_of}\""), 1);
            let roster = json::read(&mut text.as_bytes(), &mut |_| ()).unwrap();
            assert_eq!(roster.as_of().to_string(), as_of);
            let figures = Figures::of(&roster, &Filter::EVERYBODY);
            let course = Course::of(&roster, &Filter::EVERYBODY, &figures.enrollment);
            assert_eq!(course.needed.is_some(), ahead, "{as_of}");
        }
    }
}

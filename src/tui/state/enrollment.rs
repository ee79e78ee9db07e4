//! Enrollment: the month or district under the cursor, once it was moved.

use super::tabs::{Cursor, Facts, Pointed, moved};
use crate::figures::answer::Answer;
use crate::roster::filter::{Field, Scalar, Value};

/// What the cursor may stand on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bar {
    /// A month, by its place in the list.
    Month(usize),
    /// A district, by its place in the list.
    District(usize),
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct EnrollmentTab {
    /// The bar under the cursor.
    pub bar: Option<Bar>,
}

impl EnrollmentTab {
    /// Whether the lower half is in sight, where both halves do not fit.
    pub fn is_below(&self) -> bool {
        matches!(self.bar, Some(Bar::District(_)))
    }
}

/// The bars that the cursor goes through: the months, then the districts.
fn bars(answer: &Answer) -> usize {
    answer.months.len() + answer.districts().len()
}

impl Cursor for EnrollmentTab {
    fn step(&mut self, facts: Facts<'_>, by: isize) {
        let months = facts.answer.months.len();
        let place = match self.bar {
            None if by > 0 && by < isize::MAX => Some(0),
            None if by == isize::MAX => Some(bars(facts.answer).saturating_sub(1)),
            None => None,
            // Back over the first: the screen as it was before the cursor came.
            Some(Bar::Month(0)) if by < 0 => None,
            Some(Bar::Month(place)) => Some(moved(place, by, bars(facts.answer))),
            Some(Bar::District(place)) => Some(moved(months + place, by, bars(facts.answer))),
        };
        self.bar = place.map(|place| match place.checked_sub(months) {
            None => Bar::Month(place),
            Some(place) => Bar::District(place),
        });
    }

    fn point(&mut self, facts: Facts<'_>, list: usize, place: usize) -> Pointed {
        let (bar, many) = match list {
            0 => (Bar::Month(place), facts.answer.months.len()),
            _ => (Bar::District(place), facts.answer.districts().len()),
        };
        if place < many { Pointed::put(&mut self.bar, Some(bar)) } else { Pointed::Nowhere }
    }

    fn value(&self, facts: Facts<'_>) -> Option<(Field, Value)> {
        match self.bar? {
            Bar::Month(place) => {
                let row = facts.answer.months.get(place)?;
                // A month of the plan alone would pick nobody.
                row.enrolled.filter(|&enrolled| enrolled > 0)?;
                Some((Field::Enrolled, Value::Scalar(Scalar::Month(row.month))))
            }
            Bar::District(place) => {
                let name = facts.answer.districts().get(place)?.name.clone();
                Some((Field::District, name.map_or(Value::None, Value::Name)))
            }
        }
    }

    fn settle(&mut self, facts: Facts<'_>, _: Option<usize>) {
        let within = |place: usize, len: usize| len.checked_sub(1).map(|last| place.min(last));
        self.bar = match self.bar {
            Some(Bar::Month(place)) => within(place, facts.answer.months.len()).map(Bar::Month),
            Some(Bar::District(place)) => within(place, facts.answer.districts().len()).map(Bar::District),
            None => None,
        };
    }
}

//! What is wrong with a few of the workers, as it is in every real list: each rule of the audit about workers finds
//! something, and none finds what another was meant to find.

use super::story::Story;
use crate::roster::worker::Standing::{self, *};

/// A fault. Three more are courses of `story` (no `enrolled_on`, enrolled but rejected, stale status).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    NikMissing,
    NikFormat,
    /// Serial 0000, or a day that no month has.
    NikImpossible,
    /// The person of another row, listed again by another office.
    NikTwin,
    KpjMissing,
    KpjFormat,
    KpjTwin,
    NameMissing,
    DateOrder,
    DateFuture,
    TooOld,
    TooYoung,
    NikBirthDate,
    NikSex,
    /// The person of another row under another NIK.
    PersonTwin,
    DistrictMissing,
    HiddenCharacter,
    /// Not a fault but a note: the NIK of another region.
    NikRegion,
}

use Fault::*;

/// How many of each standing have which fault in the default roster. They are spread evenly over the crowd's months,
/// in this order; what needs room before `as_of` stands first.
const FAULTS: &[(Standing, Fault, u64)] = &[
    (Active, DateOrder, 3),
    (Active, NikMissing, 3),
    (Active, NikFormat, 3),
    (Active, NikImpossible, 2),
    (Active, KpjFormat, 3),
    (Active, KpjTwin, 1),
    (Active, NameMissing, 1),
    (Active, TooOld, 1),
    (Active, TooYoung, 3),
    (Active, PersonTwin, 2),
    (Active, HiddenCharacter, 4),
    (Active, NikBirthDate, 14),
    (Active, NikRegion, 48),
    (Active, NikSex, 11),
    (Active, DistrictMissing, 11),
    (Active, KpjMissing, 22),
    (Proposed, NikMissing, 2),
    (Proposed, NikFormat, 1),
    (Proposed, NikTwin, 2),
    (Proposed, NameMissing, 1),
    (Proposed, DateFuture, 2),
    (Proposed, TooYoung, 1),
    (Proposed, NikBirthDate, 2),
    (Proposed, NikSex, 2),
    (Proposed, DistrictMissing, 3),
    (Proposed, HiddenCharacter, 1),
    (Proposed, NikRegion, 4),
    (Verified, NikImpossible, 1),
    (Verified, PersonTwin, 3),
    (Verified, NikBirthDate, 1),
    (Verified, DistrictMissing, 2),
    (Verified, HiddenCharacter, 1),
    (Verified, NikSex, 1),
    (Verified, NikRegion, 5),
    (Grace, KpjFormat, 1),
    (Grace, KpjMissing, 2),
    (Grace, NikBirthDate, 1),
    (Grace, NikRegion, 3),
    (Grace, NikSex, 1),
    (Grace, DistrictMissing, 1),
    (Inactive, NikBirthDate, 1),
    (Inactive, NikRegion, 2),
    (Inactive, NikSex, 1),
    (Rejected, NikMissing, 1),
    (Rejected, NikFormat, 1),
    (Rejected, NikImpossible, 1),
    (Rejected, TooOld, 1),
    (Rejected, TooYoung, 1),
    (Rejected, NikBirthDate, 1),
    (Rejected, NikRegion, 2),
];

/// The faults of one standing, at the roster's size.
pub struct Faults {
    kinds: Vec<Kind>,
    /// Every how many-th of the crowd has one.
    stride: u64,
    count: u64,
}

struct Kind {
    fault: Fault,
    count: u64,
    /// Twins of other kinds and crowds that come before: each twin has another original.
    twins_before: u64,
}

impl Faults {
    /// The faults of each standing, in the order of [`Standing::ALL`].
    pub fn all(story: &Story) -> Vec<Faults> {
        let mut twins = 0;
        let mut kinds: Vec<Vec<Kind>> = Standing::ALL.iter().map(|_| Vec::new()).collect();
        for &(standing, fault, count) in FAULTS {
            let count = story.scaled_down(count);
            if let Some(kinds) = kinds.get_mut(standing as usize) {
                kinds.push(Kind { fault, count, twins_before: twins });
            }
            twins += if matches!(fault, NikTwin | KpjTwin | PersonTwin) { count } else { 0 };
        }
        let faults = |(kinds, crowd): (Vec<Kind>, &super::story::Crowd)| {
            let count = kinds.iter().map(|kind| kind.count).sum::<u64>();
            Faults { kinds, stride: crowd.workers.checked_div(count).unwrap_or(0), count }
        };
        kinds.into_iter().zip(&story.crowds).map(faults).collect()
    }

    /// The fault of the `index`-th of the crowd (in the order of its months), its number among those of its kind in
    /// this crowd, and the number of its original if it is a twin.
    pub fn of(&self, index: u64) -> Option<(Fault, u64, u64)> {
        if self.stride == 0 || !index.is_multiple_of(self.stride) || index / self.stride >= self.count {
            return None;
        }
        let mut number = index / self.stride;
        for kind in &self.kinds {
            if number < kind.count {
                return Some((kind.fault, number, kind.twins_before + number));
            }
            number -= kind.count;
        }
        None
    }

    /// The place in the crowd of a faultless one, who has a twin elsewhere.
    pub fn original(&self, number: u64) -> u64 {
        number * self.stride + self.stride / 2
    }
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;

    #[test]
    fn as_many_come_out_as_the_table_says() {
        let story = Story::new(&Options::default());
        let all = Faults::all(&story);
        let mut found = 0;
        for (faults, crowd) in all.iter().zip(&story.crowds) {
            found += (0..crowd.workers).filter_map(|index| faults.of(index)).count() as u64;
        }
        assert_eq!(found, FAULTS.iter().map(|(_, _, count)| count).sum::<u64>());
        let active = &all[Active as usize];
        assert!((0..8).all(|number| active.of(active.original(number)).is_none()), "originals have no fault");
    }
}

//! Sex, segment and status of one worker in one byte.

use super::program::Segment;
use super::worker::{Sex, Status};

/// Sex, segment and status of one worker in one byte.
#[derive(Clone, Copy, Debug)]
pub struct Marks(u8);

impl Marks {
    pub fn new(sex: Option<Sex>, segment: Option<Segment>, status: Status) -> Marks {
        let sex = sex.map_or(0, |sex| sex as u8 + 1);
        let segment = segment.map_or(0, |segment| segment as u8 + 1);
        Marks(sex | segment << 2 | (status as u8) << 4)
    }

    #[inline]
    pub fn of(code: u32) -> Marks {
        Marks(code as u8)
    }

    #[inline]
    pub fn code(self) -> u32 {
        self.0.into()
    }

    pub fn sex(self) -> Option<Sex> {
        (self.0 as usize & 3).checked_sub(1).and_then(|index| Sex::ALL.get(index)).copied()
    }

    pub fn segment(self) -> Option<Segment> {
        (self.0 as usize >> 2 & 3).checked_sub(1).and_then(|index| Segment::ALL.get(index)).copied()
    }

    pub fn status(self) -> Status {
        Status::ALL.get(self.0 as usize >> 4).copied().unwrap_or(Status::Proposed)
    }
}

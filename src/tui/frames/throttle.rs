//! How often a frame is drawn while messages keep coming.
//!
//! Frames that a slow line has not taken yet are stale before they are seen. What waits cannot be asked for: a
//! pseudo-terminal answers TIOCOUTQ with 0 whatever it holds, and takes some twenty kilobytes before it is not writable
//! (Linux, measured); over SSH the server takes two megabytes more. So the rate is bounded beforehand, and more tightly
//! as soon as the line shows that it is slow.

use std::time::{Duration, Instant};

/// So many frames may come at once after a pause, and one more in each such time: a key and the answers to it are drawn
/// at once, a second of a held key at thirty frames a second, and more of it at fifteen. A page is a kilobyte: fifteen
/// of them fit through a line of 20 kB/s.
const BUCKETS: [(u32, Duration); 2] = [(3, Duration::from_millis(33)), (15, SLOW)];
/// The time of one frame on a line that is behind.
const SLOW: Duration = Duration::from_millis(66);
/// A write that takes longer had to wait for the line.
const WAITED: Duration = Duration::from_millis(50);

/// See the module.
#[derive(Default)]
pub struct Throttle {
    /// When the frames drawn so far would be over, were each shown for its time; for each bucket.
    over: [Option<Instant>; 2],
    /// When the last write ended, if it had to wait.
    waited: Option<Instant>,
}

impl Throttle {
    /// For how long the next frame must be held back; `writable` says whether the line takes anything now.
    pub fn hold(&self, now: Instant, writable: bool) -> Option<Duration> {
        let hold = match self.waited {
            _ if !writable => SLOW,
            Some(ended) => (ended + SLOW).saturating_duration_since(now),
            None => {
                let holds = self.over.iter().zip(BUCKETS).filter_map(|(over, (burst, frame))| {
                    Some((*over)?.saturating_duration_since(now + frame * (burst - 1)))
                });
                holds.max()?
            }
        };
        Some(hold).filter(|hold| !hold.is_zero())
    }

    /// A frame was written.
    pub fn wrote(&mut self, began: Instant, ended: Instant) {
        for (over, (_, frame)) in self.over.iter_mut().zip(BUCKETS) {
            *over = Some(over.map_or(began, |over| over.max(began)) + frame);
        }
        self.waited = (ended.saturating_duration_since(began) > WAITED).then_some(ended);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frames drawn when one is wanted every millisecond for so many.
    fn drawn(throttle: &mut Throttle, start: Instant, millis: u64, took: Duration) -> usize {
        let mut busy = start;
        let mut count = 0;
        for now in (0..millis).map(|after| start + Duration::from_millis(after)) {
            if now >= busy && throttle.hold(now, true).is_none() {
                busy = now + took;
                throttle.wrote(now, busy);
                count += 1;
            }
        }
        count
    }

    #[test]
    fn a_key_after_a_pause_and_the_answers_to_it_are_drawn_at_once() {
        let start = Instant::now();
        let mut throttle = Throttle::default();
        for _ in 0..3 {
            assert_eq!(throttle.hold(start, true), None);
            throttle.wrote(start, start);
        }
        assert!(throttle.hold(start, true).is_some());
        assert_eq!(throttle.hold(start + Duration::from_millis(33), true), None);
    }

    #[test]
    fn a_second_of_a_held_key_is_smooth_and_more_of_it_at_fifteen_frames_a_second() {
        let start = Instant::now();
        let second = drawn(&mut Throttle::default(), start, 900, Duration::ZERO);
        assert!((25..=30).contains(&second), "{second}");
        let ten = drawn(&mut Throttle::default(), start, 10_000, Duration::ZERO);
        assert!((160..=168).contains(&ten), "{ten}");
        let waiting = drawn(&mut Throttle::default(), start, 10_000, Duration::from_millis(60));
        assert!((75..=81).contains(&waiting), "{waiting}");
    }

    #[test]
    fn nothing_is_drawn_while_the_line_takes_nothing() {
        let start = Instant::now();
        assert_eq!(Throttle::default().hold(start, false), Some(SLOW));
    }
}

//! How often a frame is drawn while messages keep coming.
//!
//! Frames that a slow line has not taken yet are stale before they are seen. What waits cannot be asked for: a
//! pseudo-terminal answers TIOCOUTQ with 0 whatever it holds, and takes some twenty kilobytes before it is not writable
//! (Linux, measured); over SSH the server takes two megabytes more. So the rate is bounded beforehand, and more tightly
//! as soon as the line shows that it is slow.

use std::time::{Duration, Instant};

/// The time of one frame, where more come one after the other.
const FRAME: Duration = Duration::from_millis(33);
/// The same on a line that is behind.
const SLOW: Duration = Duration::from_millis(66);
/// A write that takes longer had to wait for the line.
const WAITED: Duration = Duration::from_millis(50);
/// So many frames may come at once after a pause: a key, and the answers to it.
const BURST: u32 = 3;

/// See the module.
#[derive(Default)]
pub struct Throttle {
    /// When the frames drawn so far would be over, were each shown for its time.
    over: Option<Instant>,
    /// When the last write ended, if it had to wait.
    waited: Option<Instant>,
}

impl Throttle {
    /// For how long the next frame must be held back; `writable` says whether the line takes anything now.
    pub fn hold(&self, now: Instant, writable: bool) -> Option<Duration> {
        let hold = match self.waited {
            _ if !writable => SLOW,
            Some(ended) => (ended + SLOW).saturating_duration_since(now),
            None => self.over?.saturating_duration_since(now + FRAME * (BURST - 1)),
        };
        Some(hold).filter(|hold| !hold.is_zero())
    }

    /// A frame was written.
    pub fn wrote(&mut self, began: Instant, ended: Instant) {
        self.over = Some(self.over.map_or(began, |over| over.max(began)) + FRAME);
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
        assert_eq!(throttle.hold(start + FRAME * 3, true), None);
    }

    #[test]
    fn thirty_frames_a_second_are_drawn_and_fifteen_where_writing_waits() {
        let start = Instant::now();
        let fast = drawn(&mut Throttle::default(), start, 10_000, Duration::ZERO);
        assert!((300..=306).contains(&fast), "{fast}");
        let slow = drawn(&mut Throttle::default(), start, 10_000, Duration::from_millis(60));
        assert!((75..=81).contains(&slow), "{slow}");
    }

    #[test]
    fn nothing_is_drawn_while_the_line_takes_nothing() {
        let start = Instant::now();
        assert_eq!(Throttle::default().hold(start, false), Some(SLOW));
    }
}

//! How often a frame is drawn while messages keep coming.
//!
//! Frames that a slow line has not taken yet are stale before they are seen. What waits cannot be asked for: a
//! pseudo-terminal answers TIOCOUTQ with 0 whatever it holds, and takes some twenty kilobytes before it is not writable
//! (Linux, measured); over SSH the server takes two megabytes more. So the rate is bounded beforehand, and more tightly
//! as soon as the line shows that it is slow: a frame waits until the one before it was read, where that is told. A fast
//! reader is so quick that its word may be lost in the end of the write itself; then the wait is that of one frame, and
//! only if the word fails again and again it becomes longer.

use std::time::{Duration, Instant};

/// So many frames may come at once after a pause, and one more in each such time: a key and the answers to it are drawn
/// at once, a second of a held key at thirty frames a second, and more of it at fifteen. A page is a kilobyte: fifteen
/// of them fit through a line of 20 kB/s.
const BUCKETS: [(u32, Duration); 2] = [(3, Duration::from_millis(33)), (15, SLOW)];
/// The time of one frame on a line that is behind.
const SLOW: Duration = Duration::from_millis(66);
/// A write that takes longer had to wait for the line.
const WAITED: Duration = Duration::from_millis(50);
/// While a frame waits for the reader, so often it is looked whether it has read. A thread that waits for it would spare
/// these looks; they cost a system call, and only while a frame is held back.
const LOOK: Duration = Duration::from_millis(16);
/// The wait for the reader doubles so many times, to two seconds: more than a page passes in that time over 2 kB/s, so
/// that what is behind is caught up with.
const DOUBLED: u32 = 5;
/// A reader that was not heard of for so many frames is not waited for any more, until it is heard of.
const SILENT: u32 = 6;

/// See the module.
#[derive(Default)]
pub struct Throttle {
    /// When the frames drawn so far would be over, were each shown for its time; for each bucket.
    over: [Option<Instant>; 2],
    /// When the last write ended, if it had to wait.
    waited: Option<Instant>,
    /// When the last write ended, as long as it is not known to be read.
    unread: Option<Instant>,
    /// So many frames were written on top of an unread one; `None` while the line tells nothing about its reader.
    missed: Option<u32>,
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
                holds.max().unwrap_or_default()
            }
        };
        Some(hold.max(self.unread_for(now).min(LOOK))).filter(|hold| !hold.is_zero())
    }

    /// How long the reader is waited for at most.
    fn unread_for(&self, now: Instant) -> Duration {
        let unread = self.unread.zip(self.missed);
        unread.map_or(Duration::ZERO, |(ended, missed)| {
            (ended + SLOW * (1 << (2 * missed).min(DOUBLED))).saturating_duration_since(now)
        })
    }

    /// The other side has read what was written.
    pub fn drained(&mut self) {
        (self.unread, self.missed) = (None, Some(0));
    }

    /// A frame was written.
    pub fn wrote(&mut self, began: Instant, ended: Instant) {
        for (over, (_, frame)) in self.over.iter_mut().zip(BUCKETS) {
            *over = Some(over.map_or(began, |over| over.max(began)) + frame);
        }
        if self.unread.replace(ended).is_some() {
            self.missed = self.missed.map(|missed| missed + 1).filter(|missed| *missed < SILENT);
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

    /// The most bytes that are not read yet, and frames drawn, when a frame of `size` bytes is wanted every millisecond
    /// for ten seconds and `rate` bytes a second are read. A second in which something is unread all the time has no
    /// more than fifteen frames beside the three that may come at once.
    fn unread(size: f64, rate: f64) -> (f64, usize) {
        let start = Instant::now();
        let mut throttle = Throttle::default();
        throttle.drained();
        let (mut waiting, mut most, mut count) = (0.0_f64, 0.0_f64, 0);
        let (mut frames, mut idle) = (Vec::new(), 0);
        for millis in 0..10_000_u64 {
            let now = start + Duration::from_millis(millis);
            let before = waiting;
            waiting = (waiting - rate / 1_000.0).max(0.0);
            if before > 128.0 && waiting <= 128.0 {
                throttle.drained();
            }
            if waiting == 0.0 {
                idle = millis;
            }
            if throttle.hold(now, true).is_none() {
                throttle.wrote(now, now);
                waiting += size;
                count += 1;
                frames.push(millis);
                let second = frames.iter().filter(|&&frame| frame + 1_000 > millis && frame > idle).count();
                assert!(second <= 18, "{second} frames in a second, and {waiting} bytes unread");
            }
            most = most.max(waiting);
        }
        (most, count)
    }

    #[test]
    fn on_a_slow_line_little_is_written_that_was_not_read() {
        let (most, count) = unread(218.0, 2_000.0);
        assert!(
            most <= 900.0 && count >= 60,
            "half a second of it, and frames as fast as it takes them: {most} {count}"
        );
        let (most, count) = unread(1_500.0, 2_000.0);
        assert!(most <= 4_500.0 && count >= 8, "{most} {count}");
        let (most, count) = unread(1_500.0, 20_000.0);
        assert!(most <= 3_000.0 && count >= 100, "{most} {count}");
    }

    #[test]
    fn a_word_of_the_reader_that_is_lost_costs_a_frame_and_a_silent_reader_is_not_waited_for() {
        let start = Instant::now();
        let mut throttle = Throttle::default();
        throttle.drained();
        throttle.wrote(start, start);
        assert_eq!(throttle.hold(start, true), Some(LOOK), "it may have read at any time");
        assert_eq!(throttle.hold(start + SLOW, true), None);
        let silent = drawn(&mut throttle, start + SLOW, 20_000, Duration::ZERO);
        let usual = drawn(&mut Throttle::default(), start, 11_000, Duration::ZERO);
        assert!(silent >= usual, "{silent} {usual}");
    }

    #[test]
    fn nothing_is_drawn_while_the_line_takes_nothing() {
        let start = Instant::now();
        assert_eq!(Throttle::default().hold(start, false), Some(SLOW));
    }
}

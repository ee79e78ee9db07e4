//! How often a frame is drawn while messages keep coming.
//!
//! Frames that a slow line has not taken yet are stale before they are seen. What waits cannot be asked for: a
//! pseudo-terminal answers TIOCOUTQ with 0 whatever it holds, and takes some twenty kilobytes before it is not writable
//! (Linux, measured); over SSH the server takes two megabytes more. So the rate is bounded beforehand, and more tightly
//! as soon as the line shows that it is slow: a frame then waits until the one before it was read, where that is told.
//! That a reader is slow is only believed when he is heard late, or a write has to wait. A quick one has read before the
//! write itself has ended, and his word is lost in that end, on a machine with one free core always: to wait for it
//! would be to wait seconds for what was read long ago.

use std::time::{Duration, Instant};

/// So many frames may come at once after a pause, and one more in each such time: a key and the answers to it are drawn
/// at once, a second of a held key at thirty frames a second, and more of it at fifteen. A page is a kilobyte: fifteen
/// of them fit through a line of 20 kB/s.
const BUCKETS: [(u32, Duration); 2] = [(3, Duration::from_millis(33)), (15, SLOW)];
/// The time of one frame on a line that is behind.
const SLOW: Duration = Duration::from_millis(66);
/// A write that takes longer had to wait for the line.
const WAITED: Duration = Duration::from_millis(50);
/// So often it is looked whether the reader has read, while a frame waits for it; and after a frame that nothing waits
/// for first after such a time, then after ever longer ones. A thread that waits for it would spare these looks; they
/// cost a system call, and only until all is read.
const LOOK: Duration = Duration::from_millis(16);
/// A reader who was looked for in vain for so long is slow: at 2 kB/s a step of the cursor takes longer.
const LATE: Duration = Duration::from_millis(30);
/// The wait for the reader doubles so many times, to two seconds: more than a page passes in that time over 2 kB/s, so
/// that what is behind is caught up with.
const DOUBLED: u32 = 5;
/// The reader is heard when no more than so many bytes are left to be read (Linux: 128), and of a few more it is heard at
/// once on any line.
const LITTLE: u32 = 512;
/// The slowest line that is reckoned with takes so long for a byte: by then all is read, whatever was heard.
const BYTE: Duration = Duration::from_millis(1);

/// What was written and is not known to be read.
#[derive(Clone, Copy)]
struct Unread {
    /// When the last of it was written.
    ended: Instant,
    /// For how long after that it was looked for in vain.
    silent: Duration,
    bytes: u32,
    frames: u32,
}

impl Unread {
    /// When even the slowest line has taken it.
    fn passed(&self) -> Instant {
        self.ended + BYTE * self.bytes
    }

    /// Until when the next frame waits for it to be read.
    fn end(&self) -> Instant {
        let doubled = (2 * self.frames.saturating_sub(1)).min(DOUBLED);
        (self.ended + SLOW * (1 << doubled)).min(self.passed())
    }
}

/// See the module.
#[derive(Default)]
pub struct Throttle {
    /// When the frames drawn so far would be over, were each shown for its time; for each bucket.
    over: [Option<Instant>; 2],
    /// When the last write ended, if it had to wait.
    waited: Option<Instant>,
    /// What the other side has not read yet, as far as is known.
    unread: Option<Unread>,
    /// Whether it was seen to be slow.
    slow: bool,
}

impl Throttle {
    /// For how long the next frame must be held back; `writable` says whether the line takes anything now.
    pub fn hold(&mut self, now: Instant, writable: bool) -> Option<Duration> {
        self.slow |= !writable;
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
        let unread = self.unread.filter(|_| self.slow).map_or(now, |unread| unread.end());
        Some(hold.max(unread.saturating_duration_since(now).min(LOOK))).filter(|hold| !hold.is_zero())
    }

    /// Looks whether the other side has read what was written: `read` says that it was heard since the last look. The
    /// answer is when to look again, if nothing else comes.
    pub fn look(&mut self, now: Instant, read: bool) -> Option<Duration> {
        let unread = self.unread.as_mut()?;
        let since = now.saturating_duration_since(unread.ended);
        if read {
            // Whoever was heard at the first look is quick, if it was more than the little that is left unsaid.
            let quick = unread.silent < LOOK && since < LATE && unread.bytes > LITTLE;
            self.slow = unread.silent >= LATE || (self.slow && !quick);
            self.unread = None;
        } else if unread.passed() <= now {
            // Its word was lost.
            self.slow = false;
            self.unread = None;
        } else {
            unread.silent = since;
        }
        let unread = self.unread?;
        Some(since.max(LOOK).min(unread.passed().saturating_duration_since(now)))
    }

    /// A frame of so many bytes was written. One that changed nothing is none: nobody reads it, and it says of nobody that
    /// he is quick.
    pub fn wrote(&mut self, began: Instant, ended: Instant, bytes: usize) {
        if bytes == 0 {
            return;
        }
        for (over, (_, frame)) in self.over.iter_mut().zip(BUCKETS) {
            *over = Some(over.map_or(began, |over| over.max(began)) + frame);
        }
        let waited = ended.saturating_duration_since(began) > WAITED;
        self.waited = waited.then_some(ended);
        self.slow |= waited;
        let (before, frames) = self.unread.map_or((0, 0), |unread| (unread.bytes, unread.frames));
        let bytes = before.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
        self.unread = Some(Unread { ended, silent: Duration::ZERO, bytes, frames: frames + 1 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frames drawn when one is wanted every millisecond for so many, and each is read by the end of its write.
    fn drawn(throttle: &mut Throttle, start: Instant, millis: u64, took: Duration) -> usize {
        let mut busy = start;
        let mut count = 0;
        for now in (0..millis).map(|after| start + Duration::from_millis(after)) {
            if now >= busy && throttle.hold(now, true).is_none() {
                busy = now + took;
                throttle.wrote(now, busy, 200);
                throttle.look(busy, true);
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
            throttle.wrote(start, start, 200);
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
    /// for ten seconds and `rate` bytes a second are read; somebody has looked at a first screen before. A second in which
    /// something is unread all the time has no more than fifteen frames beside the three that may come at once.
    fn unread(size: f64, rate: f64) -> (f64, usize) {
        let start = Instant::now();
        let mut throttle = Throttle::default();
        let (mut waiting, mut most, mut count) = (4_000.0_f64, 0.0_f64, 0);
        let (mut frames, mut idle) = (Vec::new(), 0);
        throttle.wrote(start, start, 4_000);
        for millis in 1..13_000_u64 {
            let now = start + Duration::from_millis(millis);
            let before = waiting;
            waiting = (waiting - rate / 1_000.0).max(0.0);
            throttle.look(now, before > 128.0 && waiting <= 128.0);
            if waiting == 0.0 {
                idle = millis;
            }
            if millis >= 3_000 && throttle.hold(now, true).is_none() {
                throttle.wrote(now, now, size as usize);
                waiting += size;
                count += 1;
                frames.push(millis);
                let second = frames.iter().filter(|&&frame| frame + 1_000 > millis && frame > idle).count();
                assert!(second <= 18, "{second} frames in a second, and {waiting} bytes unread");
                most = most.max(waiting);
            }
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

    /// How long keys that come so often wait, each with a frame of so many bytes, when the reader has read at once and
    /// its word is lost but for each `heard`th frame.
    fn waits(apart: u32, bytes: usize, heard: usize) -> Vec<Duration> {
        let start = Instant::now();
        let mut throttle = Throttle::default();
        throttle.wrote(start, start, 4_000);
        let mut free = start;
        let mut waits = Vec::new();
        for number in 1..100 {
            let key = start + Duration::from_millis(apart.into()) * number;
            let mut now = key.max(free);
            throttle.look(now, (number as usize).is_multiple_of(heard));
            while let Some(hold) = throttle.hold(now, true) {
                now += hold;
                throttle.look(now, false);
            }
            throttle.wrote(now, now, bytes);
            free = now;
            waits.push(now - key);
        }
        waits
    }

    #[test]
    fn nobody_waits_for_a_word_that_is_lost() {
        for (apart, bytes) in [(100, 200), (200, 200), (100, 3_000), (200, 3_000), (1_000, 9_000)] {
            for heard in [2, 3, 7, 1_000] {
                let waits = waits(apart, bytes, heard);
                assert!(waits.iter().all(Duration::is_zero), "{apart} {bytes} {heard}: {waits:?}");
            }
        }
    }

    #[test]
    fn a_reader_that_was_heard_late_is_waited_for_until_it_is_heard_at_once() {
        let start = Instant::now();
        let after = |millis| start + Duration::from_millis(millis);
        let mut throttle = Throttle::default();
        throttle.wrote(start, start, 2_000);
        assert_eq!(throttle.hold(after(1), true), None, "nothing is known of it");
        assert_eq!(throttle.look(after(16), false), Some(LOOK));
        assert_eq!(throttle.look(after(32), false), Some(2 * LOOK), "it is looked less and less often");
        assert_eq!(throttle.look(after(64), true), None, "all is read");
        throttle.wrote(after(100), after(100), 2_000);
        assert_eq!(throttle.hold(after(110), true), Some(LOOK), "it was late");
        assert_eq!(throttle.hold(after(100) + SLOW, true), None, "one frame more is too little to wait longer for");
        throttle.look(after(200), true);
        throttle.wrote(after(210), after(210), 0);
        assert_eq!(throttle.look(after(290), false), None, "nothing was written");
        throttle.wrote(after(291), after(291), 100);
        assert_eq!(throttle.hold(after(291), true), Some(LOOK), "it still is slow");
        throttle.look(after(295), true);
        throttle.wrote(after(300), after(300), 2_000);
        assert_eq!(throttle.look(after(310), true), None);
        throttle.wrote(after(400), after(400), 2_000);
        assert_eq!(throttle.hold(after(401), true), None, "it is quick by now");
        throttle.wrote(after(500), after(500) + 2 * WAITED, 2_000);
        throttle.look(after(700), true);
        throttle.wrote(after(800), after(800), 2_000);
        assert_eq!(throttle.hold(after(801), true), Some(LOOK), "a write had to wait");
    }

    #[test]
    fn nothing_is_drawn_while_the_line_takes_nothing() {
        let start = Instant::now();
        assert_eq!(Throttle::default().hold(start, false), Some(SLOW));
    }
}

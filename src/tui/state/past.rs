//! Former values, the newest last: what `u` brings back, and what was typed before. The oldest of too many are forgotten, so
//! that a dashboard that is open for weeks stays as small as it was.

use std::ops::Deref;

/// Nobody goes back so many steps.
const MOST: usize = 200;

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Past<T>(Vec<T>);

impl<T> Default for Past<T> {
    fn default() -> Past<T> {
        Past(Vec::new())
    }
}

impl<T> Past<T> {
    /// Remembers one more.
    pub fn push(&mut self, former: T) {
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push(former);
    }

    /// Takes the newest.
    pub fn pop(&mut self) -> Option<T> {
        self.0.pop()
    }

    /// Forgets those that are not to be kept.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
    }
}

impl<T> Deref for Past<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_are_kept_and_come_back_first() {
        let mut past = Past::default();
        (0..1_000).for_each(|step| past.push(step));
        assert_eq!((past.len(), past.first()), (MOST, Some(&800)));
        assert_eq!((past.pop(), past.pop()), (Some(999), Some(998)));
    }
}

//! The plot inside the axes, and its scales.

/// The plot inside the axes, in cells of the buffer, and its scales.
pub(super) struct Plot {
    pub(super) x: u16,
    pub(super) y: u16,
    pub(super) width: u16,
    pub(super) rows: u16,
    /// The value from one tick to the next, and the rows that it takes.
    pub(super) step: i128,
    pub(super) each: u16,
    pub(super) x_max: i64,
}

impl Plot {
    /// The number of cells left of `x`.
    pub(super) fn edge(&self, x: i64) -> u16 {
        u16::try_from(self.across(x, self.width)).unwrap_or(self.width)
    }

    /// The column of dots of `x`: the end of a month lies in the cell of its tick.
    pub(super) fn dot_x(&self, x: i64) -> i32 {
        let dots = self.across(x, self.width.saturating_mul(2));
        i32::try_from(dots).unwrap_or(i32::MAX).saturating_sub(1).max(0)
    }

    /// `x` in so many units, to the nearest one, and kept within the plot.
    pub(super) fn across(&self, x: i64, units: u16) -> i128 {
        let of = i128::from(self.x_max);
        let x = i128::from(x).clamp(0, of);
        (2 * x * i128::from(units) + of) / (2 * of)
    }

    /// The row of dots of a value. A tick is on the top dots of its row, zero just below the last.
    pub(super) fn dot_y(&self, value: i128) -> i32 {
        let last = i32::from(self.rows) * 4 - 1;
        let units = 4 * i128::from(self.each);
        let value = value.max(0);
        let up = match value.checked_mul(2 * units).and_then(|v| v.checked_add(self.step)) {
            Some(twice) => twice / self.step.saturating_mul(2),
            None => (value / self.step).saturating_mul(units),
        };
        let up = i32::try_from(up).unwrap_or(i32::MAX);
        (last + 1).saturating_sub(up).clamp(0, last)
    }

    /// The row of a tick, which may be the axis; nothing if it is no tick of this scale.
    pub(super) fn tick(&self, value: i128) -> Option<u16> {
        let up = value.checked_mul(i128::from(self.each))?;
        let up = (up % self.step == 0).then_some(up / self.step)?;
        self.rows.checked_sub(u16::try_from(up).ok()?)
    }
}

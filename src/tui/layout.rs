//! Where things stand. One skeleton for every tab, so that nothing jumps: programme and date, three key figures, tabs,
//! rule, content, filter and count, keys.

use ratatui::layout::Rect;

/// From so many columns on there is room for every name, and bars of neighbouring rows are told apart.
pub const ROOMY: u16 = 160;

/// How wide the screen is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Width {
    /// Under 60 columns: one panel.
    Narrow,
    /// Panels one above the other.
    Stacked,
    /// From 120 columns: panels side by side.
    Wide,
}

/// The rows of a screen. Rows and columns count from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Columns and rows.
    pub area: Rect,
    /// How wide it is.
    pub width: Width,
    /// The first of the rows of key figures.
    pub figures: u16,
    /// The row of the tabs.
    pub tabs: u16,
    /// The rule under them.
    pub rule: u16,
    /// What the tab fills.
    pub content: Rect,
    /// The row of the filter.
    pub filter: u16,
    /// The row of the keys.
    pub keys: u16,
}

impl Layout {
    /// The layout of a screen; `None` under 40×10, where the three key figures stand alone.
    pub fn of(area: Rect) -> Option<Layout> {
        if area.width < 40 || area.height < 10 {
            return None;
        }
        let width = match area.width {
            ..60 => Width::Narrow,
            60..120 => Width::Stacked,
            _ => Width::Wide,
        };
        let airy = u16::from(area.height >= 30);
        let figures = 1 + airy;
        let tabs = figures + if Layout::figures_side_by_side(area.width) { 2 } else { 3 } + airy;
        let rule = tabs + 1;
        let top = rule + 1 + airy;
        let filter = area.height - 2;
        let content = Rect::new(0, top, area.width, filter.saturating_sub(top));
        Some(Layout { area, width, figures, tabs, rule, content, filter, keys: filter + 1 })
    }

    /// The same where so many rows above the filter are taken by what is said: the content gives them up, and where it
    /// would keep less than a heading and the row under the cursor, the tabs and their rule go too.
    #[must_use]
    pub fn giving_up(self, rows: u16) -> Layout {
        const LEAST: u16 = 2;
        let left = self.content.height.saturating_sub(rows);
        if rows == 0 || left >= LEAST {
            return Layout { content: Rect { height: left, ..self.content }, ..self };
        }
        let height = self.filter.saturating_sub(self.tabs + rows);
        // A row below the screen is none: nothing is drawn there.
        let nowhere = self.area.height;
        Layout { content: Rect { y: self.tabs, height, ..self.content }, tabs: nowhere, rule: nowhere, ..self }
    }

    /// Whether the three key figures fit beside each other, each over its bar.
    pub fn figures_side_by_side(width: u16) -> bool {
        width >= 76
    }

    /// Where the `index`th third begins.
    pub fn third(&self, index: u16) -> u16 {
        1 + (u32::from(self.area.width) * u32::from(index) / 3) as u16
    }

    /// Rows from 30 on leave air between panels.
    pub fn airy(&self) -> bool {
        self.area.height >= 30
    }
}

/// Where a slide stands: its question, what answers it, and the row of the keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// The first column.
    pub from: u16,
    /// The column behind the last.
    pub to: u16,
    /// The row of the question.
    pub question: u16,
    /// The first row of the answer.
    pub top: u16,
    /// The row behind its last.
    pub bottom: u16,
    /// Rows between its parts.
    pub gap: u16,
    /// The row of the keys.
    pub keys: u16,
}

impl Sheet {
    /// On a screen of that size; `None` where the key figures stand alone.
    pub fn of(area: Rect) -> Option<Sheet> {
        let Layout { area, .. } = Layout::of(area)?;
        let gap = match area.height {
            ..18 => 0,
            18..36 => 1,
            36..48 => 2,
            _ => 3,
        };
        let margin = match area.width {
            ..76 => 1,
            width => width / 16 - 2,
        };
        let keys = area.height - 1;
        let question = 1 + gap;
        let top = question + 1 + gap;
        let bottom = (keys - u16::from(gap > 0)).max(top);
        Some(Sheet { from: margin, to: area.width - margin, question, top, bottom, gap, keys })
    }

    /// Columns.
    pub fn width(&self) -> u16 {
        self.to.saturating_sub(self.from)
    }

    /// Rows of the answer.
    pub fn height(&self) -> u16 {
        self.bottom.saturating_sub(self.top)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_skeleton_stands_where_the_drawings_have_it() {
        let at = |width, height| {
            Layout::of(Rect::new(0, 0, width, height))
                .map(|l| (l.figures, l.tabs, l.rule, l.content.y, l.content.height, l.filter))
        };
        assert_eq!(at(80, 24), Some((1, 3, 4, 5, 17, 22)));
        assert_eq!(at(120, 40), Some((2, 5, 6, 8, 30, 38)));
        assert_eq!(at(50, 20), Some((1, 4, 5, 6, 12, 18)));
        assert_eq!(at(39, 24), None);
    }

    #[test]
    fn what_is_said_takes_rows_of_the_content_and_leaves_it_a_heading_and_a_row() {
        for (width, height, rows) in [(80, 24, 2), (50, 20, 4), (40, 10, 1), (40, 10, 2), (80, 10, 2), (40, 12, 2)] {
            let Some(layout) = Layout::of(Rect::new(0, 0, width, height)) else { continue };
            let own = layout.giving_up(rows);
            assert!(own.content.height >= 2, "{width}×{height} with {rows}: {own:?}");
            assert_eq!(own.content.y + own.content.height + rows, own.filter);
            assert!(own.rule == own.area.height || own.rule < own.content.y);
        }
    }
}

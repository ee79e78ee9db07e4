//! Bars made of eighth blocks, given as spans so that they can stand inside any line of text.
//!
//! Cells only: no labels, no numbers, and no ASCII (that is mapped one cell for one afterwards).
//! The maths is exact and whole: a bar is cut, never rounded up, so a full bar means full.

use ratatui::style::Style;
use ratatui::text::Span;

/// No terminal is wider; a width beyond it is taken for a mistake and cut to it.
const WIDEST: usize = u16::MAX as usize;

/// What stands in the last cell of a bar that has a target.
const GOAL: &str = "│";
/// The same cell once the target is surpassed; how far, the number beside the bar says.
const BEYOND: &str = "▶";

/// One to seven eighths of a cell.
const EIGHTHS: [&str; 7] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// How much of how much. With a whole of zero there is nothing to fill: the bar is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// What is there.
    pub part: u128,
    /// What would be all of it.
    pub whole: u128,
}

/// What a part of a [`stacked`] bar is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// `█`, exact to an eighth of a cell.
    Solid,
    /// `▒`, whole cells.
    Hatched,
    /// `░`, whole cells.
    Dotted,
}

/// A bar running to the goal line in the last of `width` cells, which is `▶` above 100 %.
pub fn toward(share: Share, width: usize, fill: Style, goal: Style) -> Vec<Span<'static>> {
    stacked(&[(share.part, Fill::Solid, fill)], share.whole, width, Some(goal))
}

/// A bar without a target: the `longest` of its panel fills the width, the others as they compare.
pub fn count(value: u128, longest: u128, width: usize, fill: Style) -> Vec<Span<'static>> {
    stacked(&[(value, Fill::Solid, fill)], longest, width, None)
}

/// Parts one after the other, of a whole that is as wide as the bar, its goal line left out.
///
/// Solid parts are cut to eighths; the others take whole cells, the nearest number of them, but at
/// least one if they are not zero. The parts fill the bar exactly if they sum to the whole, and
/// rounding never fills it otherwise. Where a solid part alone reaches the whole, nothing else has room.
/// With a `goal` its line stands in the last cell, and above the whole `▶` in the style of the part
/// that goes beyond.
pub fn stacked(parts: &[(u128, Fill, Style)], whole: u128, width: usize, goal: Option<Style>) -> Vec<Span<'static>> {
    let width = width.min(WIDEST);
    let room = width.saturating_sub(usize::from(goal.is_some()));
    let sum = parts.iter().fold(0, |sum: u128, p| sum.saturating_add(p.0));
    let mut spans = Vec::with_capacity(parts.len() + 2);
    let mut used = 0;
    if whole > 0 {
        for (i, &(part, fill, style)) in parts.iter().enumerate() {
            let later = parts.iter().skip(i + 1).filter(|p| p.0 > 0).count();
            let left = room.saturating_sub(used);
            // A part that is the whole keeps it all; any other leaves a cell to each that follows.
            let most = if part >= whole { left } else { left.saturating_sub(later) };
            let text = match fill {
                Fill::Solid => solid(part, whole, room, most),
                Fill::Hatched | Fill::Dotted => {
                    let cells = if part == 0 {
                        0
                    } else if later == 0 && sum >= whole {
                        most
                    } else if later == 0 {
                        // Short of the whole, so the last cell stays open, unless it is the only one.
                        nearest(part, whole, room).min(most.saturating_sub(1).max(1))
                    } else {
                        nearest(part, whole, room)
                    };
                    let block = if fill == Fill::Hatched { "▒" } else { "░" };
                    block.repeat(cells.min(most))
                }
            };
            used += text.chars().count();
            if !text.is_empty() {
                spans.push(Span::styled(text, style));
            }
        }
    }
    if used < room {
        spans.push(Span::raw(" ".repeat(room - used)));
    }
    if let Some(goal) = goal.filter(|_| width > 0) {
        spans.push(match beyond(parts, whole) {
            Some(style) => Span::styled(BEYOND, style),
            None => Span::styled(GOAL, goal),
        });
    }
    spans
}

/// `part` in full blocks and one of eighths, within `most` cells.
fn solid(part: u128, whole: u128, room: usize, most: usize) -> String {
    let mut eighths = scaled(part, whole, room * 8).min(most * 8);
    if part > 0 && eighths == 0 && most > 0 {
        eighths = 1;
    }
    let mut text = "█".repeat(eighths / 8);
    if let Some(rest) = (eighths % 8).checked_sub(1) {
        text.push_str(EIGHTHS.get(rest).unwrap_or(&""));
    }
    text
}

/// The number of whole cells nearest to `part`, but at least one.
fn nearest(part: u128, whole: u128, room: usize) -> usize {
    scaled(part, whole, room * 2).div_ceil(2).max(1)
}

/// The style of the part with which the sum comes to exceed the whole.
fn beyond(parts: &[(u128, Fill, Style)], whole: u128) -> Option<Style> {
    let mut sum: u128 = 0;
    parts.iter().find_map(|&(part, _, style)| {
        sum = sum.saturating_add(part);
        (whole > 0 && sum > whole).then_some(style)
    })
}

/// `part` × `units` / `whole`, cut; more than the whole counts as the whole.
///
/// Bit by bit, as one multiplies by hand, because the plain product may not fit 128 bits.
fn scaled(part: u128, whole: u128, units: usize) -> usize {
    if part >= whole {
        return units;
    }
    let (mut quotient, mut rest) = (0_usize, 0_u128);
    let mut add = |quotient: &mut usize, more: u128| {
        // `rest` and `more` are below `whole`; so is what is left here, and nothing overflows.
        if rest >= whole - more {
            rest -= whole - more;
            *quotient += 1;
        } else {
            rest += more;
        }
        rest
    };
    for bit in (0..usize::BITS - units.leading_zeros()).rev() {
        quotient *= 2;
        let so_far = add(&mut quotient, 0);
        add(&mut quotient, so_far);
        if units >> bit & 1 == 1 {
            add(&mut quotient, part);
        }
    }
    quotient
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const PLAIN: Style = Style::new();

    fn text(spans: &[Span]) -> String {
        spans.iter().map(|s| s.content.as_ref()).collect()
    }

    fn of(part: u128, whole: u128, width: usize) -> String {
        text(&toward(Share { part, whole }, width, PLAIN, PLAIN))
    }

    fn gauge(active: u128, grace: u128, target: u128, width: usize) -> String {
        let parts = [(active, Fill::Solid, PLAIN), (grace, Fill::Hatched, PLAIN)];
        text(&stacked(&parts, target, width, Some(PLAIN)))
    }

    fn tank(left: u128, committed: u128, spent: u128, width: usize) -> String {
        let parts = [(left, Fill::Solid, PLAIN), (committed, Fill::Hatched, PLAIN), (spent, Fill::Dotted, PLAIN)];
        text(&stacked(&parts, 2_200_000_000, width, Some(PLAIN)))
    }

    #[test]
    fn the_key_figures_are_the_drawn_ones() {
        assert_eq!(of(14_212, 19_336, 18), "████████████▍    │");
        assert_eq!(of(1_021_379_200, 2_200_000_000, 18), "███████▉         │");
        assert_eq!(of(561, 550, 11), "██████████▶");
    }

    #[test]
    fn full_means_full_and_nothing_else_does() {
        assert_eq!(of(100, 100, 5), "████│");
        assert_eq!(of(101, 100, 5), "████▶");
        assert_eq!(of(u128::MAX - 1, u128::MAX, 5), "███▉│");
        assert_eq!(of(1, u128::MAX, 5), "▏   │");
        assert_eq!(of(0, 100, 5), "    │");
        assert_eq!(of(7, 0, 5), "    │");
    }

    #[test]
    fn what_goes_beyond_the_goal_has_the_style_of_the_fill() {
        let spans = toward(Share { part: 3, whole: 2 }, 4, PLAIN.green(), PLAIN.dim());
        assert_eq!(spans.last().unwrap().style, PLAIN.green());
        let spans = toward(Share { part: 2, whole: 2 }, 4, PLAIN.green(), PLAIN.dim());
        assert_eq!(spans.last().unwrap().style, PLAIN.dim());
    }

    #[test]
    fn the_longest_count_fills_the_width() {
        let bar = |value| text(&count(value, 1_204, 14, PLAIN));
        assert_eq!(bar(1_204), "██████████████");
        assert_eq!(bar(1_020), "███████████▊  ");
        assert_eq!(bar(121), "█▍            ");
        assert_eq!(bar(1), "▏             ");
        assert_eq!(bar(0), "              ");
    }

    #[test]
    fn the_gauge_of_enrollment_is_the_drawn_one() {
        let drawn = format!("{}▌▒▒{}│", "█".repeat(45), " ".repeat(14));
        assert_eq!(gauge(14_212, 486, 19_336, 63), drawn);
        let slide = format!("{}▋▒▒{}│", "█".repeat(53), " ".repeat(17));
        assert_eq!(gauge(14_212, 486, 19_336, 74), slide);
    }

    #[test]
    fn the_tank_of_the_budget_is_the_drawn_one() {
        let drawn = format!("{}▋{}{}│", "█".repeat(35), "▒".repeat(8), "░".repeat(33));
        assert_eq!(tank(1_021_379_200, 238_761_600, 939_859_200, 78), drawn);
    }

    #[test]
    fn a_part_that_is_not_zero_is_seen_beside_a_large_one() {
        assert_eq!(tank(2_199_999_998, 1, 1, 11), "████████▒░│");
        assert_eq!(tank(1, 1, 2_199_999_998, 11), "▏▒░░░░░░░░│");
        assert_eq!(gauge(0, 1, 1_000, 6), "▒    │");
    }

    #[test]
    fn rounding_never_closes_a_bar_that_is_short_of_the_whole() {
        assert_eq!(gauge(0, 96, 100, 11), "▒▒▒▒▒▒▒▒▒ │");
        assert_eq!(gauge(50, 50, 100, 11), "█████▒▒▒▒▒│");
    }

    #[test]
    fn a_solid_part_above_the_whole_takes_the_bar() {
        assert_eq!(gauge(412, 9, 400, 6), "█████▶");
        assert_eq!(gauge(399, 9, 400, 6), "████▒▶");
    }

    #[test]
    fn every_bar_is_as_wide_as_asked() {
        let values = [0, 1, 2, 7, 99, 100, 101, u128::MAX];
        for width in 0..20 {
            for a in values {
                for b in values {
                    assert_eq!(of(a, b, width).chars().count(), width);
                    assert_eq!(text(&count(a, b, width, PLAIN)).chars().count(), width);
                    for c in values {
                        assert_eq!(gauge(a, b, c, width).chars().count(), width);
                        assert_eq!(tank(a, b, c, width).chars().count(), width);
                    }
                }
            }
        }
        assert_eq!(of(1, 2, usize::MAX).chars().count(), WIDEST);
    }

    #[test]
    fn scaling_is_exact_where_the_product_would_not_fit() {
        for whole in 1..40_u128 {
            for part in 0..whole {
                for units in 0..60 {
                    let plain = part * units as u128 / whole;
                    assert_eq!(scaled(part, whole, units) as u128, plain);
                }
            }
        }
        assert_eq!(scaled(u128::MAX / 2, u128::MAX, 524_280), 262_139);
    }
}

//! What the list of a tab is sorted by: its columns, and the order of the file. What it was sorted by before decides
//! among equals.

use crate::lang::measure::{pad, width};
use crate::lang::words;
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::List;
use crate::tui::state::review::Review;
use crate::tui::state::sort::SortList;
use crate::tui::tab::Tab;
use ratatui::text::Span;

/// Draws the list over the content; the answer stands at the right end of the rule.
pub fn draw(
    (review, tab): (&Review, Tab),
    sort: &SortList,
    layout: &Layout,
    canvas: &mut Canvas<'_>,
) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    let content = layout.content;
    let sorted = review.shown().sorted(tab);
    let name = |place: usize| sort.columns.get(place).map_or(words::ORDER_OF_FILE, |column| column.heading());
    let names = (0..sort.lines()).map(|place| width(canvas.say(&name(place)))).max().unwrap_or(0);
    let room = usize::from(content.height);
    let list = List::around(Some(sort.line), room, sort.lines());
    for (y, place) in (content.y..).zip(list.lines()) {
        let arrow = sort.columns.get(place).and_then(|column| sorted.arrow(*column));
        let style = match arrow {
            Some((_, true)) => theme.chosen().patch(theme.bold()),
            Some((_, false)) => theme.chosen(),
            None if place == sort.columns.len() && sorted.first().is_none() => theme.chosen().patch(theme.bold()),
            None => theme.plain(),
        };
        let behind = canvas.put(3, y, Span::styled(pad(canvas.say(&name(place)), names), style));
        let mark = arrow.map_or("", |(arrow, _)| arrow);
        let behind = canvas.put(behind + 1, y, Span::styled(pad(mark, 2), style));
        if let Some((_, false)) = arrow {
            canvas.put(behind, y, Span::styled(canvas.say(&words::AMONG_EQUALS), theme.dim()));
        }
        list.mark(canvas, place, 1, (0, behind), y);
        list.reaches(canvas, place, (0, layout.area.width), y);
    }
    vec![Span::styled(canvas.say(&words::SORT_BY), theme.bold())]
}

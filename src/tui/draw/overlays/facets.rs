//! The facets: every category as a list with counts and bars, in columns as high as the screen. What is picked rules
//! everything behind in the same frame; a list with a pick counts without its own pick and says so.
//!
//! ```text
//!   Group                                    Status (all 17,640)
//!   Market traders         █████   5,480     proposed               ▍       1,218
//!   Fishers                ▉         968   >◆active                 █████  14,212
//! ```

use crate::figures::facets::Facet;
use crate::lang::measure::{fit, pad, width};
use crate::lang::{value, words};
use crate::roster::filter::{Field, Value};
use crate::tui::layout::Layout;
use crate::tui::parts::bar;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::{self, List};
use crate::tui::state::facets::{FacetCursor, columns};
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Draws the facets over the content; the answer stands at the right end of the rule.
pub fn draw(review: &Review, cursor: &FacetCursor, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    let facets = &review.answer.facets;
    let content = layout.content;
    let columns = columns(facets, content.height);
    let beside = match layout.area.width {
        ..60 => 1,
        60..120 => 2,
        120..200 => 3,
        _ => 5,
    };
    let current = columns.iter().position(|column| column.contains(&cursor.list)).unwrap_or(0);
    let first = (current + 1).saturating_sub(beside);
    let start = |place: usize| ((usize::from(layout.area.width) + 1) * place).div_ceil(beside) as u16;
    let mut shown = 0;
    for (place, lists) in columns.iter().skip(first).take(beside).enumerate() {
        let (from, to) = (start(place), start(place + 1) - 2);
        let mut y = content.y;
        for &list in lists {
            if let Some(facet) = facets.get(list) {
                let room = (content.y + content.height).saturating_sub(y);
                y = draw_list(review, (list, facet), cursor, (from, to, y, room), canvas) + 1;
                shown += 1;
            }
        }
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    let of = lang.fill(&words::LISTS_IN_SIGHT, &[&shown.to_string(), &facets.len().to_string()]);
    let before: usize = columns.iter().take(first).map(Vec::len).sum();
    let behind = facets.len() - before - shown;
    let mut unit =
        vec![Span::styled(canvas.say(&words::FACETS), theme.bold()), Span::styled(format!(" {of}"), theme.dim())];
    if before > 0 {
        unit.push(Span::styled(format!(" ‹{before}"), theme.chosen()));
    }
    if behind > 0 {
        unit.push(Span::styled(format!(" {behind}›"), theme.chosen()));
    }
    unit
}

/// Draws one list in columns `from..to`, from row `y` on, in `room` rows; the answer is the row behind it.
fn draw_list(
    review: &Review,
    (number, facet): (usize, &Facet),
    cursor: &FacetCursor,
    (from, to, y, room): (u16, u16, u16, u16),
    canvas: &mut Canvas<'_>,
) -> u16 {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let current = number == cursor.list;
    let title = canvas.say(&value::heading_of(facet.field));
    let x = canvas.put(from + 2, y, Span::styled(title, if current { theme.bold() } else { theme.dim() }));
    if facet.picked {
        let all = lang.fill(&words::COUNTED_AMONG, &[&lang.count(facet.among)]);
        canvas.put(x + 1, y, Span::styled(all, theme.dim()));
    }
    let sight = usize::from(room.saturating_sub(1));
    let list = List::around_with_more(current.then(|| cursor.row()), sight, facet.rows.len()).behind(number);
    let most = facet.rows.iter().map(|row| row.count).max().unwrap_or(0);
    let numbers = width(&lang.count(facet.among.max(most))).max(6);
    let wide = usize::from(to - from);
    // A rule has a long name, and no bar is worth half of it.
    let longest = if facet.field == Field::Finding { 40 } else { 22 };
    let name_width = longest.min(wide.saturating_sub(numbers + 5));
    let bar_width = wide.saturating_sub(2 + name_width + 1 + numbers + 2).min(24);
    for (y, place) in (y + 1..).zip(list.lines()) {
        let Some(value_row) = facet.rows.get(place) else { continue };
        let name = match &value_row.value {
            Value::Rule(rule) if width(&lang.value(&review.roster, facet.field, &value_row.value)) > name_width => {
                rule.code().to_owned()
            }
            value => lang.value(&review.roster, facet.field, value),
        };
        let style = match (value_row.picked, value_row.count) {
            (true, _) => theme.chosen().patch(theme.bold()),
            (false, 0) => theme.dim(),
            (false, _) => theme.plain(),
        };
        if value_row.picked {
            list::pick(canvas, from + 1, y, style);
        }
        let behind = canvas.put(from + 2, y, Span::styled(pad(&name, name_width), style));
        if bar_width >= 3 {
            canvas.bar(behind + 1, y, bar::count(value_row.count.into(), most.into(), bar_width, theme.dim()));
        }
        canvas.put_right(to, y, Span::styled(lang.count(value_row.count), style));
        list.mark(canvas, place, from, (from, behind), y);
        list.reaches(canvas, place, (from, to), y);
    }
    if let Some(text) = list.more(lang).filter(|_| list.lines().len() < sight) {
        canvas.put(from + 2, y + room - 1, Span::styled(fit(&text, wide - 2), theme.dim()));
    }
    y + 1 + facet.rows.len().min(sight) as u16
}

//! The five tabs, one file each: what it shows and where.

pub mod budget;
pub mod checks;
pub mod enrollment;
pub mod groups;
pub mod workers;

use crate::figures::axis::Axis;
use crate::lang::Lang;
use crate::lang::date::years_meet;
use crate::roster::calendar::Month;
use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::chart;
use crate::tui::state::app::App;
use crate::tui::state::review::Review;
use crate::tui::tab::Tab;
use ratatui::text::Span;

/// Draws the tab in front; the answer stands at the right end of the rule.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) -> Vec<Span<'static>> {
    match app.tab {
        Tab::Groups => groups::draw(review, layout, canvas),
        Tab::Enrollment => enrollment::draw(review, layout, canvas),
        Tab::Budget => budget::draw(review, layout, canvas),
        Tab::Workers => workers::draw(app, review, layout, canvas),
        Tab::Checks => checks::draw(app, review, layout, canvas),
    }
}

/// The months of a chart, each named where it ends.
fn months(axis: &Axis, now: Month, lang: Lang) -> Vec<chart::Month> {
    let years = years_meet(axis.months.iter().copied());
    let month = |&month: &Month| chart::Month {
        end: axis.end_of(month),
        name: lang.month_among(month, years),
        current: month == now,
    };
    axis.months.iter().map(month).collect()
}

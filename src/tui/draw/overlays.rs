//! What is laid over the content, one file each; its name stands at the right end of the rule.

pub mod compare;
pub mod completion;
pub mod detail;
pub mod explain;
pub mod export;
pub mod facets;
pub mod here;
pub mod help;
pub mod palette;
pub mod preview;
pub mod programme;
pub mod sort;
pub mod whatif;

use crate::tui::layout::Layout;
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::state::overlay::Overlay;
use crate::tui::state::review::Review;
use ratatui::text::Span;

/// Draws what lies over the content; the answer stands at the right end of the rule.
pub fn draw(
    app: &App,
    review: &Review,
    overlay: &Overlay,
    layout: &Layout,
    canvas: &mut Canvas<'_>,
) -> Vec<Span<'static>> {
    match overlay {
        Overlay::Help(own) => help::draw(app, own, layout, canvas),
        Overlay::Detail(_) => detail::draw(app, review, layout, canvas),
        Overlay::Explain(own) => explain::draw(app, own, review, layout, canvas),
        Overlay::Facets(own) => facets::draw(review, own, layout, canvas),
        Overlay::Sort(own) => sort::draw((review, app.tab), own, layout, canvas),
        Overlay::Palette(own) => palette::draw(app, own, layout, canvas),
        Overlay::Export(own) => export::draw(app, review, own, layout, canvas),
        Overlay::WhatIf(own) => whatif::draw(review, own, layout, canvas),
        Overlay::Compare(own) => compare::draw(app, review, own, layout, canvas),
        Overlay::Preview(own) => preview::draw(app, review, own, layout, canvas),
        // They take the whole screen.
        Overlay::Slides(_) => Vec::new(),
        Overlay::Programme(own) => programme::draw(own, layout, canvas),
    }
}

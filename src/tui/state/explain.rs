//! How the figures of the tab are counted, scrolled.

use super::budget::BudgetRow;
use super::layer::{Layer, Next, Scene};
use super::review::Review;
use crate::lang::explain::Line;
use crate::lang::measure::{pad, width, wrap};
use crate::lang::{Lang, words};
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::scroll::Scroll;
use crate::tui::tab::Tab;

/// Rows scrolled.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Explain {
    /// The first row in sight.
    pub top: usize,
}

impl Layer for Explain {
    fn context(&self) -> Context {
        Context::Explain
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        let Some(layout) = scene.layout else { return Next::Stay };
        // On Budget the cursor goes on through its lines, and each is explained from its beginning.
        let lines = scene.tab == Tab::Budget;
        self.top = match action {
            Action::Open => return Next::Close,
            Action::Next | Action::Previous | Action::First | Action::Last if lines => {
                self.top = 0;
                return Next::Tab;
            }
            _ => {
                let rows = written(scene.tab, scene.review, &layout, scene.lang).1.len();
                let Some(top) = Scroll::new(rows, &layout).act(self.top, action) else { return Next::Tab };
                top
            }
        };
        Next::Stay
    }
}

/// A row of the screen: a name, a formula, or both.
pub type Written = (String, String);

/// The formulas of a tab as they are broken into rows.
pub fn written(tab: Tab, review: &Review, layout: &Layout, lang: Lang) -> (&'static str, Vec<Written>) {
    let (title, lines) = formulas(tab, review, lang);
    let narrow = layout.width == Width::Narrow;
    let names = lines.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let indent = if narrow { 3 } else { 1 + names + 2 };
    let room = usize::from(layout.area.width).saturating_sub(indent + 1);
    let mut rows = Vec::new();
    for (place, (name, text)) in lines.into_iter().enumerate() {
        if place > 0 && layout.airy() {
            rows.push(Written::default());
        }
        let mut name = pad(name, names);
        if narrow {
            rows.push((std::mem::take(&mut name), String::new()));
        }
        for text in wrap(&text, room) {
            rows.push((pad(&std::mem::take(&mut name), indent - 1), text));
        }
    }
    (title, rows)
}

/// The formulas of the figure under the cursor, and its name.
fn formulas(tab: Tab, review: &Review, lang: Lang) -> (&'static str, Vec<Line>) {
    let roster = &review.roster;
    let budget = &review.answer.figures.budget;
    match (tab, review.budget.row, review.budget.row.outlook(budget)) {
        (Tab::Budget, _, Some((name, own))) => (lang.say(name), lang.explained_runway(roster, budget, &own)),
        (Tab::Budget, BudgetRow::Payment(place), None) => {
            (lang.say(&words::PAYMENTS), lang.explained_payment(roster, budget, place, roster.paid_months()))
        }
        (Tab::Budget, BudgetRow::Selection, None) => {
            let own = budget.selection.map(|own| lang.explained_cost(roster, budget, &own));
            (lang.say(&words::THE_FILTER), own.unwrap_or_default())
        }
        (Tab::Budget, _, None) => (lang.say(&words::CLAIMS), lang.explained_claims(budget)),
        _ => {
            let enrollment = &review.answer.figures.enrollment;
            let lines = lang.explained_enrollment(roster, enrollment);
            (lang.say(&words::TAB_ENROLLMENT), lines)
        }
    }
}

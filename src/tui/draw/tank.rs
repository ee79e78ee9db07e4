//! The tank of the budget: what is left stands in it solid, what is committed hatched, what is spent dotted; and the
//! numbers of the three.

use crate::figures::budget::Budget;
use crate::figures::share::Share;
use crate::lang::number::UNKNOWN;
use crate::lang::{Phrase, words};
use crate::roster::money::Rupiah;
use crate::tui::parts::bar::{self, Fill};
use crate::tui::parts::canvas::Canvas;
use ratatui::text::Span;

/// The tank, from one column to before another.
pub fn bar(budget: &Budget, canvas: &mut Canvas<'_>, from: u16, to: u16, y: u16) {
    let theme = canvas.theme;
    let size = |amount: Option<Rupiah>| u128::try_from(amount.map_or(0, Rupiah::get)).unwrap_or(0);
    let total = size(budget.total);
    let over = budget.total.is_some() && budget.left.is_none_or(Rupiah::is_negative);
    let parts = match over {
        // Nothing is left to fill it: the tank stands full of what is gone.
        true => vec![(total.max(1), Fill::Hatched, theme.dim())],
        false => vec![
            (size(budget.left), Fill::Solid, theme.plain()),
            (size(budget.committed), Fill::Hatched, theme.dim()),
            (size(budget.spent), Fill::Dotted, theme.dim()),
        ],
    };
    canvas.put(from, y, bar::stacked(&parts, total.max(1), usize::from(to - from), Some(theme.dim())));
}

/// Its numbers: what is left, what is committed, what is spent; with their shares of the budget if so wanted.
pub fn parts(budget: &Budget, canvas: &Canvas<'_>, percents: bool) -> Vec<Vec<Span<'static>>> {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let part = |mark: &'static str, sum: Option<Rupiah>, word: &Phrase, share: Option<Share>| {
        let sum = sum.map_or(UNKNOWN.to_owned(), |sum| lang.amount(sum));
        let mut part = vec![
            Span::styled(format!("{mark} "), theme.dim()),
            Span::styled(sum, theme.plain()),
            Span::styled(format!(" {}", canvas.say(word)), theme.dim()),
        ];
        if percents {
            let percent = lang.percent(share.and_then(Share::percent_on_screen));
            part.push(Span::styled(format!(" {percent}"), theme.dim()));
        }
        part
    };
    vec![
        canvas.sentence(&lang.left_amount(budget), theme.dim()),
        part("▒", budget.committed, &words::COMMITTED, budget.committed_share()),
        part("░", budget.spent, &words::SPENT, budget.absorbed()),
    ]
}

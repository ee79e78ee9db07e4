//! Active of listed by district; of the quotas where every district has one.

use crate::figures::share::Share as Fraction;
use crate::lang::measure::{pad, widest, width};
use crate::lang::number::UNKNOWN;
use crate::lang::person::Privacy;
use crate::lang::words;
use crate::roster::filter::{Field, Value};
use crate::tui::parts::bar::{self, Fill, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::List;
use crate::tui::state::enrollment::Bar;
use crate::tui::state::review::Review;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Active of listed by district, in so many columns; the answer is the row behind it.
pub fn panel(review: &Review, canvas: &mut Canvas<'_>, area: Rect, columns: u16) -> u16 {
    if area.height < 3 {
        return area.y;
    }
    let theme = canvas.theme;
    let lang = canvas.lang;
    // The list ignores its own picks, so that other districts stay choosable.
    let districts = review.answer.districts();
    let picks = review.filter.picks(Field::District);
    let cursor = match review.enrollment.bar {
        Some(Bar::District(place)) => Some(place),
        _ => None,
    };
    let leads = review.leads_with_matched();
    // Where every district has a quota, that is what its active workers are compared with.
    let quotas = !leads
        && districts.iter().all(|district| district.progress.is_some() || district.name.is_none())
        && districts.iter().any(|district| district.progress.is_some());
    let (title, unit) = match (leads, quotas) {
        (true, _) => (&words::DISTRICTS_MATCHED, &words::ACTIVE_BESIDE),
        (false, true) => (&words::DISTRICTS, &words::ACTIVE_OF_QUOTA),
        (false, false) => (&words::DISTRICTS, &words::ACTIVE_OF_LISTED),
    };
    let most = districts.iter().map(|district| district.workers).max().unwrap_or(0);
    let unknown = canvas.say(&words::UNKNOWN);
    let name_of = |name: &Option<String>| name.as_ref().map_or(unknown.to_owned(), |name| Privacy::Masked.text(name));
    let column = area.width / columns;
    // A count with the space before it.
    let numbers = (width(&lang.count(most)) as u16 + 1).max(6);
    let names = districts.iter().map(|district| district.name.as_deref().unwrap_or(unknown));
    let names = match widest(names, |name| Privacy::Masked.text(name)) {
        0 => 0,
        longest => (longest + usize::from(!picks.is_empty())).min(usize::from(column) / 2),
    };
    let rows = districts.len().div_ceil(usize::from(columns)).min(usize::from(area.height - 1)) as u16;
    let list = List::around(cursor, usize::from(rows * columns), districts.len()).behind(1);
    // How many are out of sight stands in the head, where it covers no number.
    let unit = canvas.say(unit);
    let told = list.hidden(lang).map_or(unit.to_owned(), |hidden| format!("{hidden} · {unit}"));
    let short = list.hidden(lang).unwrap_or_default();
    let room = usize::from(area.width).saturating_sub(width(canvas.say(title)) + 9);
    let told = if width(&told) <= room { told } else { short };
    let unit: Vec<Span> = (!told.is_empty()).then(|| Span::styled(told, theme.dim())).into_iter().collect();
    canvas.panel(area.x, area.x + area.width, area.y, lang.say(title), &unit);
    for (place, at) in list.lines().enumerate() {
        let Some(district) = districts.get(at) else { continue };
        let x = area.x + 1 + column * (place as u16 / rows.max(1));
        let y = area.y + 1 + place as u16 % rows.max(1);
        let end = x + column - 3;
        let picked = picks.contains(&district.name.clone().map_or(Value::None, Value::Name));
        let style = if picked { theme.chosen().patch(theme.bold()) } else { theme.plain() };
        let name = if picked { format!("◆{}", name_of(&district.name)) } else { name_of(&district.name) };
        let behind = canvas.put(x, y, Span::styled(pad(&name, names), style)) + 1;
        list.mark(canvas, at, x - 1, (x - 1, behind - 1), y);
        list.reaches(canvas, at, (x - 1, x + column - 1), y);
        let whole = if quotas { district.target } else { Some(district.workers) };
        // Under a filter how many match, and of them the active; else the active, and how much of the listed they are.
        let percent = || {
            let percent = whole.and_then(|whole| Fraction::of(district.active, whole)?.percent_on_screen());
            percent.map_or(UNKNOWN.to_owned(), |percent| lang.decimal(percent))
        };
        let (count, beside) = match leads {
            true => (lang.count(district.workers), lang.count(district.active)),
            false => (lang.count(district.active), percent()),
        };
        canvas.put_right(end, y, Span::styled(beside, theme.dim()));
        let count_end = end - if leads { numbers } else { 6 };
        canvas.put_right(count_end, y, Span::raw(count));
        let bar_width = usize::from(count_end.saturating_sub(behind + 1 + numbers));
        let bar = match leads {
            true => {
                let others = district.workers.saturating_sub(district.active);
                let active = (district.active.into(), Fill::Solid, theme.good());
                bar::stacked(&[active, (others.into(), Fill::Hatched, theme.dim())], most.into(), bar_width, None)
            }
            false => {
                let share = Share { part: district.active.into(), whole: whole.unwrap_or(0).into() };
                bar::toward(share, bar_width, theme.good(), theme.dim())
            }
        };
        if bar_width >= 3 {
            canvas.bar(behind, y, bar);
        }
    }
    area.y + 1 + rows
}

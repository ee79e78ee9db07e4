//! What may be typed next, above the filter being typed: each choice with the workers it would find under the rest of
//! the text.
//!
//! ```text
//! ── district: ──────────────────────────── 7 of 10, counted under status:active ─
//!  > Sorong Timur      ████████████████████████    2,604
//! ```

use crate::figures::completion::{Completion, Meaning, Offer};
use crate::lang::measure::{fit, pad, width};
use crate::lang::scrub::scrub;
use crate::lang::{value, words};
use crate::roster::Roster;
use crate::roster::filter::Field;
use crate::roster::text::{fold, occurrences};
use crate::tui::layout::Layout;
use crate::tui::parts::bar;
use crate::tui::parts::canvas::Canvas;
use crate::tui::parts::list::List;
use crate::tui::state::editor::{CHOICES, Editor};
use ratatui::text::Span;

/// The most choices in sight.
const MOST: usize = 7;

fn name(canvas: &Canvas<'_>, roster: &Roster, completion: &Completion, offer: &Offer) -> String {
    let lang = canvas.lang;
    match &offer.meaning {
        Meaning::Field(field) => {
            let fields = completion.offers.iter().filter(|offer| matches!(offer.meaning, Meaning::Field(_)));
            let code_width = fields.map(|offer| width(&offer.text)).max().unwrap_or(0);
            format!("{}  {}", pad(&offer.text, code_width), lang.say(&value::heading_of(*field)))
        }
        Meaning::Value(field, own) => {
            let name = lang.value(roster, *field, own);
            match completion.field {
                Some(_) => name,
                None => format!("{}: {name}", lang.say(&value::heading_of(*field)).to_lowercase()),
            }
        }
    }
}

/// Draws the choices so that they end above row `bottom`.
pub fn draw(editor: &Editor, roster: &Roster, layout: &Layout, bottom: u16, canvas: &mut Canvas<'_>) {
    let Some(completion) = &editor.completion else { return };
    let theme = canvas.theme;
    let lang = canvas.lang;
    let full = layout.area.width;
    let room = usize::from(bottom.saturating_sub(layout.content.y + 1)).min(MOST);
    if room == 0 || completion.offers.is_empty() {
        return;
    }
    let choice = editor.choice.as_ref().map(|(place, _)| *place);
    let list = List::around_with_more(choice, room, completion.fits).behind(CHOICES);
    let more = list.more(lang).filter(|_| list.lines().len() < room);
    let height = list.lines().len() as u16 + u16::from(more.is_some()) + 1;
    let y = bottom - height;
    canvas.covers(y, bottom);
    for row in y..bottom {
        canvas.put(0, row, Span::raw(" ".repeat(usize::from(full))));
    }
    let title = match completion.field {
        Some(field) => format!("{}:", lang.field(field)),
        None => canvas.say(&words::FIELDS_AND_VALUES).to_owned(),
    };
    let mut unit = lang.fill(&words::PLACE_OF, &[&completion.fits.to_string(), &completion.of.to_string()]);
    if !completion.under.is_empty() && full >= 60 {
        unit += &lang.fill(&words::COUNTED_UNDER, &[&scrub(&completion.under)]);
    }
    let unit = fit(&unit, usize::from(full) / 2 + 8);
    canvas.panel(0, full, y, &title, &[Span::styled(unit, theme.dim())]);
    let mut shown: Vec<(String, &Offer)> = completion
        .offers
        .iter()
        .skip(list.above())
        .take(list.lines().len())
        .map(|o| (name(canvas, roster, completion, o), o))
        .collect();
    let numbers = completion.offers.iter().filter_map(|o| o.count).map(|count| width(&lang.count(count))).max();
    let numbers = numbers.unwrap_or(0);
    // The bar gives way to a name; a finding that has no room even so is called by its code.
    let most_name = usize::from(full).saturating_sub(numbers + 8);
    for (name, offer) in &mut shown {
        if matches!(offer.meaning, Meaning::Value(Field::Finding, _)) && width(name) > most_name {
            offer.text.clone_into(name);
        }
    }
    let names = shown.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(most_name);
    let most = completion.offers.iter().filter_map(|offer| offer.count).max().unwrap_or(0);
    let bar_width = usize::from(full).saturating_sub(names + numbers + 9).min(usize::from(full) * 3 / 8);
    let typed = fold(&completion.typed);
    for ((y, place), (text, offer)) in (y + 1..).zip(list.lines()).zip(shown) {
        let text = fit(&text, names);
        canvas.put(3, y, Span::raw(text.clone()));
        if let Some(count) = offer.count {
            let x = 3 + names as u16 + 1;
            if bar_width >= 5 {
                canvas.put(x, y, bar::count(count.into(), most.into(), bar_width, theme.dim()));
            }
            canvas.put_right(x + bar_width as u16 + 2 + numbers as u16, y, Span::raw(lang.count(count)));
        }
        if let Meaning::Field(field) = offer.meaning {
            let (x, example) = (3 + names as u16 + 2, lang.explained_field(field).example);
            if usize::from(x) + width(&example) < usize::from(full) {
                canvas.put(x, y, Span::styled(example, theme.dim()));
            }
        }
        list.mark(canvas, place, 1, (0, 3 + names as u16), y);
        list.reaches(canvas, place, (0, full), y);
        let color = (Some(place) != choice).then(|| theme.chosen());
        canvas.underline(3, y, &text, &occurrences(&text, &typed), color);
    }
    if let Some(more) = more {
        canvas.put(3, bottom - 1, Span::styled(more, theme.dim()));
    }
}

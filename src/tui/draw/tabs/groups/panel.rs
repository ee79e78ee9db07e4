//! The group under the cursor: how far its workers came, where they live, and on wide screens why the target is missed,
//! how old they are and of which sex. Under a filter that is not of groups alone all who match are counted.

use super::name;
use crate::figures::enrollment::{Funnel, Standings};
use crate::figures::groups::{Breakdown, GroupRow, Tally};
use crate::lang::measure::{fit, pad, widest, width};
use crate::lang::person::Privacy;
use crate::lang::sentence::{Role, Sentence};
use crate::lang::{Phrase, words};
use crate::roster::filter::Field;
use crate::roster::worker::{Sex, Standing};
use crate::tui::layout::{Layout, ROOMY, Width};
use crate::tui::parts::bar::{self, Fill};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::review::Review;
use crate::tui::target::Target;
use ratatui::text::Span;
use std::borrow::Cow;

/// Draws it from row `top` on.
pub fn draw(review: &Review, row: &GroupRow, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) {
    match layout.width {
        Width::Wide => wide_panel(review, row, layout, canvas, top),
        _ => stacked_panel(review, row, layout, canvas, top),
    }
}

/// What the panel's head says at its right end.
fn gap(review: &Review, canvas: &Canvas<'_>, row: &GroupRow, wide: bool) -> Vec<Span<'static>> {
    let lang = canvas.lang;
    let active = row.standing.get(Standing::Active);
    let text = match row.target.filter(|_| row.progress.is_some()) {
        // What the districts below count, where they have no heading of their own.
        None if review.leads_with_matched() && !wide => canvas.say(&words::DISTRICTS_MATCHED).to_owned(),
        // There the headings below say it; of a target nothing is said that is not asked.
        None if review.leads_with_matched() => return Vec::new(),
        None => canvas.say(&words::NO_TARGET).to_owned(),
        Some(target) if active > target => lang.fill(&words::ABOVE_TARGET, &[&lang.count(active - target)]),
        Some(target) if wide => lang.fill(&words::TO_GO_OF, &[&lang.count(target - active), &lang.count(target)]),
        Some(target) => lang.fill(&words::TO_GO, &[&lang.count(target - active)]),
    };
    vec![Span::styled(text, canvas.theme.dim())]
}

/// The panel's head: the name of a group may be cut, what is missing to its target not.
fn head(review: &Review, row: &GroupRow, canvas: &mut Canvas<'_>, top: u16, wide: bool) {
    let full = canvas.buffer.area.width;
    let unit = gap(review, canvas, row, wide);
    let taken: usize = unit.iter().map(Span::width).sum();
    let title = fit(&name(canvas, review, row), usize::from(full).saturating_sub(taken + 9));
    canvas.panel(0, full, top, &title, &unit);
}

/// A bar: its name as the data has it, how many it counts, and how many of them are active. A name is put as it may be
/// shown where it is drawn: of many thousand districts a few are in sight.
type Bar<'a> = (Cow<'a, str>, Tally);

/// The districts of the group under the cursor, by name.
fn districts<'a>(breakdown: &'a Breakdown, unknown: &'a str) -> Vec<Bar<'a>> {
    breakdown.districts.iter().map(|(own, count)| (own.as_deref().unwrap_or(unknown).into(), *count)).collect()
}

/// The widest name.
fn longest(rows: &[Bar<'_>]) -> usize {
    widest(rows.iter().map(|(name, _)| &**name), |name| Privacy::Masked.text(name))
}

/// The highest count.
fn most(rows: &[Bar<'_>]) -> u64 {
    rows.iter().map(|(_, tally)| tally.count).max().unwrap_or(0)
}

/// Where a list of bars stands, and what its bars and names are measured by.
struct Bars {
    /// What they are bars of, where a click picks.
    field: Option<Field>,
    /// How many of them stand in another column before.
    before: usize,
    from: u16,
    to: u16,
    top: u16,
    room: usize,
    most: u64,
    names: usize,
}

/// Draws names, bars and counts; what does not fit is summed in the last line.
fn bars(canvas: &mut Canvas<'_>, rows: &[Bar<'_>], place: Bars) {
    let Bars { field, before, from, to, top, room, most, names } = place;
    let theme = canvas.theme;
    let lang = canvas.lang;
    let numbers = width(&lang.count(self::most(rows))).max(5);
    // On a wide screen the names are whole, as far as a bar is left.
    let most_names =
        if canvas.buffer.area.width >= ROOMY { usize::from(to - from).saturating_sub(numbers + 8) } else { 0 };
    let names = names.min((usize::from(to - from) / 2).max(most_names));
    let bar_width = usize::from(to - from).saturating_sub(names + 1 + 2 + numbers);
    let cut = rows.len() > room;
    let shown = if cut { room.saturating_sub(1) } else { rows.len() };
    for (place, (name, tally)) in rows.iter().take(shown).enumerate() {
        let y = top + place as u16;
        let x = canvas.put(from, y, Span::raw(pad(&Privacy::Masked.text(name), names)));
        let others = tally.count.saturating_sub(tally.active);
        let parts = [(tally.active.into(), Fill::Solid, theme.dim()), (others.into(), Fill::Hatched, theme.dim())];
        canvas.bar(x + 1, y, bar::stacked(&parts, most.into(), bar_width, None));
        canvas.put_right(to, y, Span::raw(lang.count(tally.count)));
        if let Some(field) = field {
            canvas.means(from, to, y, Target::Bar { field, place: before + place });
        }
    }
    if cut && room > 0 {
        let rest: u64 = rows.iter().skip(shown).map(|(_, tally)| tally.count).sum();
        let y = top + shown as u16;
        let text = lang.fill(&words::MORE, &[&(rows.len() - shown).to_string()]);
        canvas.put(from, y, Span::styled(text, theme.dim()));
        canvas.put_right(to, y, Span::styled(lang.count(rest), theme.dim()));
    }
}

/// The steps from the first listing to active protection in one row: the words in the middle go first.
fn funnel_row(canvas: &Canvas<'_>, funnel: &Funnel, room: usize) -> Vec<Span<'static>> {
    let steps = [
        (funnel.listed, &words::LISTED, 3),
        (funnel.verified, &words::VERIFIED_STEP, 1),
        (funnel.enrolled, &words::ENROLLED_STEP, 2),
        (funnel.active, &words::ACTIVE_STEP, 4),
    ];
    let mut sentence = Sentence::default();
    for (place, (count, word, weight)) in steps.into_iter().enumerate() {
        let arrow = if place == 0 { "" } else { " → " };
        let role = if place == 3 { Role::Key } else { Role::Figure };
        sentence = sentence
            .and(Sentence::of(arrow, Role::Plain))
            .and(Sentence::of(canvas.lang.count(count), role))
            .and(Sentence::of(format!(" {}", canvas.say(word)), Role::Aside).aside(weight));
    }
    canvas.sentence(&sentence.fitting(room), canvas.theme.dim())
}

fn stacked_panel(review: &Review, row: &GroupRow, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let full = layout.area.width;
    head(review, row, canvas, top, false);

    let mut grace = vec![Span::styled("▒ ", theme.attention())];
    let count = lang.count(row.standing.get(Standing::Grace));
    grace.extend(canvas.fill(&words::GRACE_OF, theme.dim(), &[(&count, theme.plain())]));
    let wide: usize = grace.iter().map(Span::width).sum();
    let line = funnel_row(canvas, &row.standing.funnel(), usize::from(full) - 2);
    let behind = canvas.put(1, top + 1, line);
    // Who is in grace stands behind the funnel, or where that is too long below it.
    let mut from = top + 2;
    if usize::from(behind) + wide + 2 < usize::from(full) {
        canvas.put_right(full - 1, top + 1, grace);
    } else {
        canvas.put_right(full - 1, from, grace);
        from += 1;
    }

    let Some(breakdown) = &review.breakdown else { return };
    let rows = districts(breakdown, canvas.say(&words::UNKNOWN));
    let most = most(&rows);
    let room = usize::from((layout.content.y + layout.content.height).saturating_sub(from));
    let middle = full / 2;
    let (left, right) = rows.split_at(rows.len().min(room));
    let names = longest(&rows);
    let field = Some(Field::District);
    let halves = [(left, 0, 1, middle - 1), (right, left.len(), middle + 1, full - 1)];
    for (rows, before, x, to) in halves {
        bars(canvas, rows, Bars { field, before, from: x, to, top: from, room, most, names });
    }
}

/// The panel in thirds: funnel and gap, districts, ages and sexes.
struct Thirds {
    columns: [u16; 3],
    ends: [u16; 3],
    /// The row of the headings.
    top: u16,
    bottom: u16,
}

impl Thirds {
    /// Draws a heading, and under it bars down to the bottom.
    fn bars(
        &self,
        canvas: &mut Canvas<'_>,
        (third, y): (usize, u16),
        (head, field): (&Phrase, Option<Field>),
        rows: &[Bar<'_>],
        most: u64,
    ) {
        let (from, to) = (self.columns[third], self.ends[third]);
        canvas.put(from, y, Span::styled(canvas.say(head), canvas.theme.dim()));
        let room = usize::from(self.bottom.saturating_sub(y + 1));
        bars(canvas, rows, Bars { field, before: 0, from, to, top: y + 1, room, most, names: longest(rows) });
    }

    /// The steps of the funnel.
    fn funnel(&self, canvas: &mut Canvas<'_>, funnel: &Funnel) {
        let steps = [
            (&words::LISTED, funnel.listed),
            (&words::VERIFIED_STEP, funnel.verified),
            (&words::ENROLLED_STEP, funnel.enrolled),
            (&words::ACTIVE_STEP, funnel.active),
        ];
        let steps = steps.map(|(word, count)| (canvas.say(word).into(), Tally { count, active: count }));
        self.bars(canvas, (0, self.top), (&words::FUNNEL, None), &steps, funnel.listed);
    }

    /// Why the target is missed: lines that sum to the gap.
    fn gap(&self, canvas: &mut Canvas<'_>, standing: &Standings, target: u64) {
        let lang = canvas.lang;
        let active = standing.get(Standing::Active);
        let (from, to) = (self.columns[0], self.ends[0]);
        let mut y = self.top + 6;
        let to_go = lang.count(target - active);
        canvas.put(from, y, Span::styled(lang.fill(&words::GAP, &[&to_go]), canvas.theme.dim()));
        let missing = [Standing::Verified, Standing::Proposed, Standing::Grace, Standing::Inactive, Standing::Rejected];
        let mut rest = i128::from(target) - i128::from(active);
        for missing in missing {
            y += 1;
            let count = standing.get(missing);
            rest -= i128::from(count);
            if y < self.bottom {
                let x = canvas.put(from, y, Span::raw(canvas.say(&words::standing(missing))));
                if missing == Standing::Grace {
                    canvas.put(x + 1, y, Span::styled("▒", canvas.theme.attention()));
                }
                canvas.put_right(to, y, Span::raw(lang.count(count)));
            }
        }
        y += 1;
        if y < self.bottom {
            let word = if rest < 0 { &words::LISTED_BEYOND } else { &words::NOT_LISTED };
            canvas.put(from, y, Span::raw(canvas.say(word)));
            canvas.put_right(to, y, Span::raw(lang.integer(rest)));
        }
    }

    /// Where they are, how old, and of which sex.
    fn breakdown(&self, review: &Review, canvas: &mut Canvas<'_>, breakdown: &Breakdown, all: u64) {
        let [by_district, by_age, by_sex] = match review.leads_with_matched() {
            true => [&words::DISTRICTS_MATCHED, &words::AGES_MATCHED, &words::SEXES_MATCHED],
            false => [&words::DISTRICTS_ACTIVE, &words::AGES_ACTIVE, &words::SEXES_ACTIVE],
        };
        let unknown = canvas.say(&words::UNKNOWN);
        let districts = districts(breakdown, unknown);
        self.bars(canvas, (1, self.top), (by_district, Some(Field::District)), &districts, most(&districts));

        let band = |place| words::age_band(place).map_or(Cow::Borrowed(unknown), Cow::Owned);
        let ages = breakdown.ages.iter().enumerate().map(|(place, tally)| (band(place), *tally));
        let ages: Vec<Bar<'_>> = ages.filter(|(name, tally)| tally.count > 0 || name != unknown).collect();
        self.bars(canvas, (2, self.top), (by_age, Some(Field::Age)), &ages, most(&ages));

        let y = self.top + 10;
        if self.bottom.saturating_sub(y) >= 3 {
            let names = Sex::ALL.map(|sex| Cow::Borrowed(canvas.say(&words::sex(sex))));
            let mut sexes: Vec<Bar<'_>> = names.into_iter().zip(breakdown.sexes.iter().copied()).collect();
            let missing = breakdown.sexes.last().filter(|missing| missing.count > 0);
            sexes.extend(missing.map(|&missing| (unknown.into(), missing)));
            self.bars(canvas, (2, y), (by_sex, Some(Field::Sex)), &sexes, all);
        }
    }
}

fn wide_panel(review: &Review, row: &GroupRow, layout: &Layout, canvas: &mut Canvas<'_>, top: u16) {
    let full = layout.area.width;
    head(review, row, canvas, top, true);
    let thirds = Thirds {
        columns: [layout.third(0), layout.third(1), layout.third(2)],
        ends: [layout.third(1) - 2, layout.third(2) - 2, full - 2],
        top: top + 2,
        bottom: layout.content.y + layout.content.height,
    };
    let funnel = row.standing.funnel();
    thirds.funnel(canvas, &funnel);
    if let Some(target) = row.target.filter(|target| row.progress.is_some() && *target > funnel.active) {
        thirds.gap(canvas, &row.standing, target);
    }
    if let Some(breakdown) = &review.breakdown {
        let all = if review.leads_with_matched() { funnel.listed } else { funnel.active };
        thirds.breakdown(review, canvas, breakdown, all);
    }
}

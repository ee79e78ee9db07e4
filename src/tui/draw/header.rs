//! The top of every screen: programme, demonstration mark and date; the three key figures, each with what changed since
//! an older roster if there is one; the tabs.

use crate::figures::Figures;
use crate::figures::budget::Runway;
use crate::figures::compare::Comparison;
use crate::lang::measure::{fit, width};
use crate::lang::number::UNKNOWN;
use crate::lang::scrub::scrub;
use crate::lang::{Lang, Phrase, Piece, words};
use crate::roster::Roster;
use crate::roster::finding::Severity;
use crate::roster::money::Rupiah;
use crate::roster::program::AsOfFrom;
use crate::roster::worker::Standing;
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::bar::{self, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::state::review::Review;
use crate::tui::tab::Tab;
use crate::tui::theme::severity_mark;
use ratatui::text::Span;

/// Draws it.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) {
    let roster = &review.roster;
    let comparison = review.answer.comparison.as_ref();
    figures(canvas, layout, &KeyFigures::of(canvas.lang, roster, &review.answer.figures, comparison));
    let behind = tab_row(app, canvas, layout, worst(roster));
    let mut date = as_of(canvas.lang, roster, layout.width);
    if let Some(comparison) = comparison {
        let since = canvas.lang.fill(&words::SINCE_SHORT, &[&canvas.lang.day_of_month(comparison.old.as_of)]);
        let end = layout.area.width - 1;
        // Beside the tabs, else beside the date: the changes above mean nothing without it.
        if usize::from(behind) + width(&since) <= usize::from(end) {
            let chosen = canvas.theme.chosen();
            canvas.put_right(end, layout.tabs, Span::styled(since, chosen));
        } else {
            date = format!("{date}, {since}");
        }
    }
    title(canvas, layout, &title_of(roster), roster.synthetic, &date);
}

/// The programme with its year, if its name does not say it.
fn title_of(roster: &Roster) -> String {
    let name = scrub(&roster.program.name).into_owned();
    let year = roster.program.fiscal_year.to_string();
    if name.contains(&year) { name } else { format!("{name} {year}") }
}

fn as_of(lang: Lang, roster: &Roster, width: Width) -> String {
    let day = lang.day(roster.as_of());
    match (roster.as_of_from(), width) {
        (AsOfFrom::Program, Width::Narrow) => day,
        (AsOfFrom::Program, _) => lang.fill(&words::AS_OF, &[&day]),
        (AsOfFrom::Data, _) => lang.fill(&words::AS_OF_DATA, &[&day]),
        (AsOfFrom::FiscalYear, _) => lang.fill(&words::AS_OF_YEAR, &[&day]),
    }
}

/// The row of the programme, the demonstration mark and the date.
pub fn title(canvas: &mut Canvas<'_>, layout: &Layout, name: &str, synthetic: bool, as_of: &str) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let gap = if layout.width == Width::Narrow { 2 } else { 3 };
    let mut right = vec![Span::styled(as_of.to_owned(), theme.plain())];
    if synthetic {
        let chip = format!(" {} ", canvas.say(&words::DEMO));
        right.insert(0, Span::raw(" ".repeat(gap - 1)));
        right.insert(0, Span::styled(chip, theme.reverse()));
    }
    let taken: usize = right.iter().map(Span::width).sum();
    let room = usize::from(end).saturating_sub(taken + 2);
    canvas.put(1, 0, Span::styled(fit(name, room), theme.plain()));
    canvas.put_right(end, 0, right);
}

/// The three key figures in words.
struct KeyFigures {
    people: Vec<(String, bool)>,
    people_below: Vec<(String, bool)>,
    progress: Option<(Share, String)>,
    money: Vec<(String, bool)>,
    over: bool,
    left: Option<(Share, String)>,
    time: Vec<(String, bool)>,
    target: Vec<(String, bool)>,
    target_short: String,
    /// What changed of each since the older roster, and whether it is for the worse.
    changes: [Option<(String, bool)>; 3],
}

/// The change of each key figure: people, rupiah left, months for the active.
fn changes(lang: Lang, comparison: &Comparison) -> [Option<(String, bool)>; 3] {
    let (old, new) = (&comparison.old, &comparison.new);
    let people = i128::from(new.active()) - i128::from(old.active());
    let money = old.left.zip(new.left).and_then(|(was, is)| is.minus(was));
    let months = old.months.zip(new.months).map(|(was, is)| is - was);
    [
        Some((lang.signed(people), people < 0)),
        money.map(|money| (lang.signed(money.get()), false)),
        months.map(|months| {
            (
                lang.fill(&words::BY_MONTHS, &[&lang.signed_decimal(months)]),
                months.is_sign_negative() && !months.is_zero(),
            )
        }),
    ]
}

/// Bold values among dim words.
fn parts(lang: Lang, phrase: &Phrase, values: &[&str], bold: &[usize]) -> Vec<(String, bool)> {
    let piece = |piece| match piece {
        Piece::Words(words) => (words.to_owned(), false),
        Piece::Value(place) => (values.get(place).copied().unwrap_or("").to_owned(), bold.contains(&place)),
    };
    lang.pieces(phrase).into_iter().map(piece).collect()
}

fn share(part: i128, whole: i128) -> Share {
    Share { part: u128::try_from(part).unwrap_or(0), whole: u128::try_from(whole).unwrap_or(0) }
}

impl KeyFigures {
    fn of(lang: Lang, roster: &Roster, figures: &Figures, comparison: Option<&Comparison>) -> KeyFigures {
        let enrollment = &figures.enrollment;
        let budget = &figures.budget;
        let active = lang.count(enrollment.standing.get(Standing::Active));
        let overall = lang.count(roster.program.target);
        let (people, people_below) = match enrollment.target {
            Some(target) => (parts(lang, &words::FIGURE_ACTIVE_OF, &[&active, &lang.count(target)], &[0]), Vec::new()),
            None => (
                parts(lang, &words::FIGURE_ACTIVE, &[&active], &[0]),
                parts(lang, &words::FIGURE_OVERALL, &[&overall], &[]),
            ),
        };
        let percent = |share: crate::figures::share::Share| lang.percent(share.percent_on_screen());
        let progress = enrollment.progress.map(|own| (share(own.part, own.whole), percent(own)));
        let over = budget.left.is_some_and(Rupiah::is_negative);
        let money = match budget.left {
            None => vec![(lang.say(&words::FIGURE_OVER_LARGE).to_owned(), true)],
            Some(left) if over => parts(lang, &words::FIGURE_OVER, &[&lang.rupiah(left.abs())], &[0]),
            Some(left) => parts(lang, &words::FIGURE_LEFT, &[&lang.rupiah(left)], &[0]),
        };
        let left = budget.left_share().filter(|_| !over).map(|own| (share(own.part, own.whole), percent(own)));
        let time = match budget.active.runway {
            Runway::Unlimited => parts(lang, &words::FIGURE_UNLIMITED, &[], &[]),
            Runway::Unknown => vec![(UNKNOWN.to_owned(), true)],
            Runway::Lasts(lasts) if lasts.full_months == 0 => parts(lang, &words::FIGURE_NO_MONTH, &[], &[]),
            Runway::Lasts(lasts) => {
                let months = lang.integer(lasts.full_months);
                match lasts.funded_through {
                    Some(month) if lasts.full_months == 1 => {
                        parts(lang, &words::FIGURE_MONTH, &[&months, &lang.month(month)], &[0])
                    }
                    Some(month) => parts(lang, &words::FIGURE_MONTHS, &[&months, &lang.month(month)], &[0]),
                    None => parts(lang, &words::FIGURE_MONTHS_FAR, &[&months], &[0]),
                }
            }
        };
        let (target, target_short) = match (&budget.selection, budget.target.runway) {
            (Some(selection), _) => {
                let monthly = selection.monthly.map_or(UNKNOWN.to_owned(), |cost| lang.rupiah(cost));
                let words = parts(lang, &words::FIGURE_THESE, &[&monthly], &[]);
                let text = words.iter().map(|(text, _)| text.as_str()).collect();
                (words, text)
            }
            (None, Runway::Lasts(lasts)) if lasts.full_months == 0 => {
                (parts(lang, &words::FIGURE_TARGET_NONE, &[], &[]), String::new())
            }
            (None, Runway::Lasts(lasts)) => match lasts.funded_through {
                Some(month) => (
                    parts(lang, &words::FIGURE_TARGET_TO, &[&lang.month(month)], &[]),
                    lang.fill(&words::FIGURE_TARGET_SHORT, &[&lang.month(month)]),
                ),
                None => (Vec::new(), String::new()),
            },
            (None, Runway::Unlimited) => (parts(lang, &words::FIGURE_TARGET_UNLIMITED, &[], &[]), String::new()),
            (None, Runway::Unknown) => (Vec::new(), String::new()),
        };
        // A mark where the figure is not the whole truth; Budget says why.
        let aside = roster.payments_set_aside() > 0;
        let mark = || (" ▲".to_owned(), false);
        let money: Vec<(String, bool)> = money.into_iter().chain(aside.then(mark)).collect();
        let doubtful = aside || budget.rate_change.is_some() || budget.active.unrated > 0;
        let time: Vec<(String, bool)> = time.into_iter().chain(doubtful.then(mark)).collect();
        // The word goes first where it is the value itself.
        let time = match time.as_slice() {
            [(words, _)] => vec![(words.clone(), true)],
            _ => time,
        };
        let changes = comparison.map_or([None, None, None], |comparison| changes(lang, comparison));
        KeyFigures { people, people_below, progress, money, over, left, time, target, target_short, changes }
    }
}

fn spans(canvas: &Canvas<'_>, parts: &[(String, bool)]) -> Vec<Span<'static>> {
    let theme = canvas.theme;
    parts
        .iter()
        .map(|(text, bold)| Span::styled(text.clone(), if *bold { theme.bold() } else { theme.dim() }))
        .collect()
}

fn text_width(parts: &[(String, bool)]) -> usize {
    parts.iter().map(|(text, _)| width(text)).sum()
}

/// As many of the parts as fit: words go first, from the last on, digits never.
fn fitting(parts: &[(String, bool)], room: usize) -> Vec<(String, bool)> {
    let mut fitting = parts.to_vec();
    while text_width(&fitting) > room {
        match fitting.iter().rposition(|(_, bold)| !bold) {
            Some(place) => drop(fitting.remove(place)),
            None => break,
        }
    }
    fitting
}

fn figures(canvas: &mut Canvas<'_>, layout: &Layout, figures: &KeyFigures) {
    let theme = canvas.theme;
    if !Layout::figures_side_by_side(layout.area.width) {
        return figures_stacked(canvas, layout, figures);
    }
    let third = layout.area.width / 3;
    let bar_width = usize::from(third) * 3 / 4 - 1;
    let room = usize::from(third) - 1;
    for (index, (words, below, bar)) in [
        (&figures.people, &figures.people_below, figures.progress.as_ref()),
        (&figures.money, &Vec::new(), figures.left.as_ref()),
        (&figures.time, &figures.target, None),
    ]
    .into_iter()
    .enumerate()
    {
        let x = layout.third(index as u16);
        let mut line = spans(canvas, &fitting(words, room));
        if index == 1 && figures.over {
            line.iter_mut().filter(|span| span.style == theme.dim()).for_each(|span| span.style = theme.bad());
        }
        let behind = canvas.put(x, layout.figures, line);
        let own = figures.changes[index].as_ref();
        let style = |worse: bool| if worse { theme.attention() } else { theme.chosen() };
        // Beside the figure if there is room, else below it, where the bar or the words give way.
        let used = usize::from(behind - x);
        let mut change = own.filter(|(text, _)| width(text) <= room);
        if let Some((text, worse)) = change.filter(|(text, _)| used + 2 + width(text) <= room) {
            canvas.put(behind + 2, layout.figures, Span::styled(text.clone(), style(*worse)));
            change = None;
        }
        let y = layout.figures + 1;
        let taken = change.map_or(0, |(text, _)| width(text) + 2);
        let end = match bar {
            Some((share, percent)) => {
                let fill = if index == 0 { theme.good() } else { theme.dim() };
                let bar_width = match room.saturating_sub(width(percent) + 2 + taken) {
                    _ if taken == 0 => bar_width,
                    left if left < 6 => 0,
                    left => left.min(bar_width),
                };
                let mut end = x;
                if bar_width > 0 {
                    end = canvas.put(x, y, bar::toward(*share, bar_width, fill, theme.dim())) + 1;
                }
                canvas.put(end, y, Span::styled(percent.clone(), theme.bold()))
            }
            None if text_width(below) + taken <= room => canvas.put(x, y, spans(canvas, below)),
            None if index == 2 && width(&figures.target_short) + taken <= room => {
                canvas.put(x, y, Span::styled(figures.target_short.clone(), theme.dim()))
            }
            None => x,
        };
        if let Some((text, worse)) = change {
            let gap = if end == x { 0 } else { 2 };
            canvas.put(end + gap, y, Span::styled(text.clone(), style(*worse)));
        }
    }
}

fn figures_stacked(canvas: &mut Canvas<'_>, layout: &Layout, figures: &KeyFigures) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let (start, percent_room) = (26_u16, 8);
    for (index, words) in [&figures.people, &figures.money, &figures.time].into_iter().enumerate() {
        let y = layout.figures + index as u16;
        let mut line = spans(canvas, &fitting(words, usize::from(end) - 1));
        if index == 1 && figures.over {
            line.iter_mut().filter(|span| span.style == theme.dim()).for_each(|span| span.style = theme.bad());
        }
        let behind = canvas.put(1, y, line);
        let bar = match index {
            0 => figures.progress.as_ref().map(|bar| (bar, theme.good())),
            1 => figures.left.as_ref().map(|bar| (bar, theme.dim())),
            _ => None,
        };
        let mut start = start.max(behind + 1);
        if let Some((text, worse)) = &figures.changes[index]
            && usize::from(start) + width(text) + percent_room <= usize::from(end)
        {
            let style = if *worse { theme.attention() } else { theme.chosen() };
            start = canvas.put(start, y, Span::styled(text.clone(), style)) + 1;
        }
        if let Some(((share, percent), fill)) = bar {
            let bar_width = usize::from(end).saturating_sub(usize::from(start) + percent_room - 1);
            if bar_width >= 5 {
                canvas.put(start, y, bar::toward(*share, bar_width, fill, theme.dim()));
            }
            if usize::from(behind) + width(percent) < usize::from(end) {
                canvas.put_right(end, y, Span::styled(percent.clone(), theme.bold()));
            }
        }
        let behind = if figures.changes[index].is_some() { start } else { behind };
        let aside = match index {
            0 => figures.people_below.iter().map(|(text, _)| text.as_str()).collect::<String>(),
            2 => figures.target_short.clone(),
            _ => String::new(),
        };
        if usize::from(behind) + 2 + width(&aside) <= usize::from(end) {
            canvas.put_right(end, y, Span::styled(aside, theme.dim()));
        }
    }
}

/// Under 40×10: the key figures and nothing else, most important first.
pub fn alone(review: &Review, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let figures = KeyFigures::of(canvas.lang, &review.roster, &review.answer.figures, None);
    let area = canvas.buffer.area;
    let first = u16::from(area.height > 3);
    let margin = u16::from(area.width >= 15);
    let end = area.width.saturating_sub(margin);
    let room = usize::from(end.saturating_sub(margin));
    let rows = [
        (&figures.people, figures.progress.as_ref().map(|(_, percent)| percent.clone())),
        (&figures.money, figures.left.as_ref().map(|(_, percent)| percent.clone())),
        (&figures.time, None),
    ];
    for (index, (words, percent)) in rows.into_iter().enumerate() {
        let y = first + index as u16;
        let words = fitting(words, room);
        // A number that does not fit is not shown at all: half of it would be another number.
        if y >= area.height || text_width(&words) > room {
            continue;
        }
        let behind = canvas.put(margin, y, spans(canvas, &words));
        if let Some(percent) = percent.filter(|percent| usize::from(behind) + 1 + width(percent) <= usize::from(end)) {
            canvas.put_right(end, y, Span::styled(percent, theme.bold()));
        }
    }
}

/// The gravest kind of finding and its count, for the mark on the tab.
fn worst(roster: &Roster) -> Option<(Severity, u64)> {
    let counts = [Severity::Error, Severity::Warning].map(|severity| (severity, roster.findings.severity(severity)));
    counts.into_iter().find(|(_, count)| *count > 0)
}

/// The tabs; the answer is the column behind them.
pub fn tab_row(app: &App, canvas: &mut Canvas<'_>, layout: &Layout, worst: Option<(Severity, u64)>) -> u16 {
    let theme = canvas.theme;
    let (mut x, y) = (1, layout.tabs);
    // Where the names do not all fit, only the current tab's stands.
    let names: usize = Tab::ALL.iter().map(|tab| 5 + width(canvas.say(&tab.name()))).sum();
    let mark = worst.map_or(0, |(_, count)| 3 + width(&canvas.lang.count(count)));
    let narrow = layout.width == Width::Narrow || names + mark > usize::from(layout.area.width) + 2;
    let dim = theme.dim();
    canvas.rule(0, layout.area.width, layout.rule);
    for tab in Tab::ALL {
        let current = tab == app.tab;
        let start = x;
        let number = (tab as usize + 1).to_string();
        let style = if current { theme.chosen().patch(theme.bold()) } else { dim };
        x = canvas.put(x, y, Span::styled(number, style));
        if current || !narrow {
            let style = if current { style } else { theme.plain() };
            x = canvas.put(x + 1, y, Span::styled(canvas.say(&tab.name()), style));
        }
        if let Some((severity, count)) = worst.filter(|_| tab == Tab::Checks) {
            x = canvas.put(x + 1, y, Span::styled(severity_mark(severity), theme.severity(severity)));
            x = canvas.put(x + 1, y, Span::styled(canvas.lang.count(count), theme.plain()));
        }
        if current {
            let heavy = "━".repeat(usize::from(x - start) + 2);
            canvas.put(start - 1, layout.rule, Span::styled(heavy, theme.chosen()));
        }
        x += if narrow { 2 } else { 3 };
    }
    x
}

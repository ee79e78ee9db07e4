//! The top of every screen: programme, demonstration mark and date; the three key figures, each with what changed since
//! an older roster if there is one; the tabs.

use crate::figures::Figures;
use crate::figures::compare::Comparison;
use crate::figures::share::Share as Fraction;
use crate::lang::changes::NOTHING;
use crate::lang::date::TimeOfDay;
use crate::lang::measure::{fit, width};
use crate::lang::number::UNKNOWN;
use crate::lang::person::Privacy;
use crate::lang::runway::Caveat;
use crate::lang::scrub::scrub;
use crate::lang::sentence::{Role, Sentence};
use crate::lang::{Lang, words};
use crate::roster::Roster;
use crate::roster::finding::Severity;
use crate::roster::money::Rupiah;
use crate::roster::program::{AsOfFrom, Program};
use crate::tui::layout::{Layout, Width};
use crate::tui::parts::bar::{self, Share};
use crate::tui::parts::canvas::Canvas;
use crate::tui::state::app::App;
use crate::tui::state::overlay::Overlay;
use crate::tui::state::review::Review;
use crate::tui::tab::Tab;
use crate::tui::target::Target;
use crate::tui::theme::severity_mark;
use ratatui::style::Style;
use ratatui::text::Span;

/// Draws it.
pub fn draw(app: &App, review: &Review, layout: &Layout, canvas: &mut Canvas<'_>) {
    let roster = &review.roster;
    let comparison = review.answer.comparison.as_ref();
    let key_figures = key_figures(canvas, roster, &review.answer.figures, comparison);
    figures(canvas, layout, &key_figures);
    let behind = tab_row(app, canvas, layout, worst(roster));
    let mut date = as_of(canvas.lang, roster, layout.width);
    if let Some(comparison) = comparison {
        let since =
            canvas.lang.fill(&words::SINCE_SHORT, &[&canvas.lang.day_beside(comparison.old.as_of, roster.as_of())]);
        let end = layout.area.width - 1;
        // Beside the tabs, else beside the date: the changes above mean nothing without it.
        if usize::from(behind) + width(&since) <= usize::from(end) {
            let chosen = canvas.theme.chosen();
            canvas.put_right(end, layout.tabs, Span::styled(since, chosen));
        } else {
            date = format!("{date}, {since}");
        }
    }
    title(canvas, layout, &title_of(&roster.program), (&chips(app), roster.synthetic), &date);
}

/// What must not be missed beside the programme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Chip {
    /// What is shown is an older reading, since that time of day if anybody knows it.
    OldData(Option<TimeOfDay>),
    /// What is shown was read at that time of day, and nobody looks whether the file has changed.
    Read(TimeOfDay),
    /// Numbers of persons are whole.
    Revealed,
    /// Values are changed to see what follows.
    WhatIf,
}

/// The chips of the state, in their order.
pub fn chips(app: &App) -> Vec<Chip> {
    let chips = [
        app.old_since().map(Chip::OldData),
        app.unwatched_since().map(Chip::Read),
        (app.privacy == Privacy::Whole).then_some(Chip::Revealed),
        (app.is_what_if() || matches!(app.overlay, Some(Overlay::WhatIf(_)))).then_some(Chip::WhatIf),
    ];
    chips.into_iter().flatten().collect()
}

impl Chip {
    /// In words, and where there is little room in a short one.
    fn words(&self, lang: Lang, short: bool) -> String {
        let (long, brief) = match self {
            Chip::OldData(_) => (&words::CHIP_OLD_DATA, &words::CHIP_OLD_SHORT),
            Chip::Read(_) => (&words::CHIP_READ, &words::CHIP_READ_SHORT),
            Chip::Revealed => (&words::CHIP_REVEALED, &words::CHIP_REVEALED_SHORT),
            Chip::WhatIf => (&words::WI_CHIP, &words::CHIP_WHAT_IF_SHORT),
        };
        let time = match self {
            Chip::OldData(Some(time)) | Chip::Read(time) => lang.time(*time),
            Chip::OldData(None) | Chip::Revealed | Chip::WhatIf => String::new(),
        };
        lang.fill(if short { brief } else { long }, &[&time]).trim_end().to_owned()
    }
}

/// The programme with its year, if its name does not say it.
pub fn title_of(program: &Program) -> String {
    let name = scrub(&program.name).into_owned();
    let year = program.fiscal_year.to_string();
    if name.contains(&year) { name } else { format!("{name} {year}") }
}

/// The date of every figure, and where it is from.
pub fn as_of(lang: Lang, roster: &Roster, width: Width) -> String {
    let day = lang.day(roster.as_of());
    match (roster.as_of_from(), width) {
        (AsOfFrom::Program, Width::Narrow) => day,
        (AsOfFrom::Program, _) => lang.fill(&words::AS_OF, &[&day]),
        (AsOfFrom::Data, _) => lang.fill(&words::AS_OF_DATA, &[&day]),
        (AsOfFrom::FiscalYear, _) => lang.fill(&words::AS_OF_YEAR, &[&day]),
    }
}

/// The row of the programme, the chips, the demonstration mark and the date. A title gives way to them; where even so
/// there is no room, they are said shorter.
pub fn title(canvas: &mut Canvas<'_>, layout: &Layout, name: &str, (chips, synthetic): (&[Chip], bool), as_of: &str) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let gap = if layout.width == Width::Narrow { 2 } else { 3 };
    let lang = canvas.lang;
    let right = |short: bool| {
        let demo = if short { &words::DEMO_SHORT } else { &words::DEMO };
        let demo = synthetic.then(|| lang.say(demo).to_owned());
        let words = chips.iter().map(|chip| chip.words(lang, short)).chain(demo);
        let mut right: Vec<Span<'static>> = Vec::new();
        for words in words {
            right.push(Span::styled(if short { words } else { format!(" {words} ") }, theme.reverse()));
            right.push(Span::raw(" "));
        }
        if !right.is_empty() {
            right.push(Span::raw(" ".repeat(if short { 1 } else { gap - 2 })));
        }
        right.push(Span::styled(as_of.to_owned(), theme.plain()));
        right
    };
    let wide = |right: &[Span<'static>]| right.iter().map(Span::width).sum::<usize>();
    let long = right(false);
    let right = if wide(&long) < usize::from(end) { long } else { right(true) };
    let room = usize::from(end).saturating_sub(wide(&right) + 2);
    // One letter of a name says nothing.
    if room >= 4 {
        canvas.put(1, 0, Span::styled(fit(name, room), theme.plain()));
    }
    canvas.put_right(end, 0, right);
}

/// A key figure in words: people, money, time.
struct KeyFigure {
    /// In several forms, the fullest first.
    words: Vec<Sentence>,
    /// Whether its words are as bad as it is.
    bad: bool,
    below: Sentence,
    bar: Option<Bar>,
    /// What changed since the older roster, and whether it is for the worse.
    change: Option<(String, bool)>,
}

/// How full a figure is.
struct Bar {
    share: Share,
    percent: String,
    fill: Style,
}

/// The change of each key figure: people, rupiah left, months for the active.
fn changes(lang: Lang, comparison: &Comparison) -> [Option<(String, bool)>; 3] {
    let (old, new) = (&comparison.old, &comparison.new);
    let people = i128::from(new.active()) - i128::from(old.active());
    let money = old.left.zip(new.left).and_then(|(was, is)| is.minus(was));
    let months = old.months.zip(new.months).map(|(was, is)| is - was);
    // What has not changed is told as in the list of changes: a lone 0 beside a figure says nothing.
    let told = |is_same: bool, change: String, worse: bool| match is_same {
        true => (NOTHING.to_owned(), false),
        false => (change, worse),
    };
    [
        Some(told(people == 0, lang.signed(people), people < 0)),
        money.map(|money| told(money.get() == 0, lang.signed(money.get()), false)),
        months.map(|months| {
            let text = lang.fill(&words::BY_MONTHS, &[&lang.signed_decimal(months)]);
            told(months.is_zero(), text, months.is_sign_negative())
        }),
    ]
}

/// The three key figures, most important first.
fn key_figures(
    canvas: &Canvas<'_>,
    roster: &Roster,
    figures: &Figures,
    comparison: Option<&Comparison>,
) -> [KeyFigure; 3] {
    let (lang, theme) = (canvas.lang, canvas.theme);
    let (enrollment, budget) = (&figures.enrollment, &figures.budget);
    let caveats = Caveat::of(budget, roster.payments_set_aside());
    // A mark where the figure is not the whole truth; Budget says why.
    let marked = |words: Sentence, doubts: fn(Caveat) -> bool| match caveats.iter().any(|&caveat| doubts(caveat)) {
        true => words.and(Sentence::of(" ▲", Role::Aside)),
        false => words,
    };
    let bar = |share: Option<Fraction>, fill: Style| {
        let amount = |amount: i128| u128::try_from(amount).unwrap_or(0);
        share.map(|own| Bar {
            share: Share { part: amount(own.part), whole: amount(own.whole) },
            percent: lang.percent(own.percent_on_screen()),
            fill,
        })
    };
    let over = budget.left.is_some_and(Rupiah::is_negative);
    let people = lang.active_of(enrollment, roster.program.target);
    // What those of the filter cost stands under them, where no bar does.
    let cost = budget.selection.filter(|_| enrollment.target.is_none()).map(|cost| lang.cost_of_these(&cost));
    let in_doubt = caveats.iter().any(|&caveat| caveat.doubts_time());
    let [people_by, money_by, time_by] = comparison.map_or([None, None, None], |comparison| changes(lang, comparison));
    [
        KeyFigure {
            words: vec![people],
            bad: false,
            below: cost.unwrap_or_default(),
            bar: bar(enrollment.progress, theme.good()),
            change: people_by,
        },
        KeyFigure {
            words: vec![
                marked(lang.left(budget), Caveat::doubts_money),
                marked(lang.left_compact(budget), Caveat::doubts_money),
            ],
            bad: over,
            below: Sentence::default(),
            bar: bar(budget.left_share().filter(|_| !over), theme.dim()),
            change: money_by,
        },
        KeyFigure {
            words: lang.until(budget, in_doubt),
            bad: false,
            below: lang.runway_below(budget),
            bar: None,
            change: time_by,
        },
    ]
}

impl KeyFigure {
    /// Its words in so many columns: the fullest form that has room, and digits are never cut.
    fn words(&self, room: usize) -> Sentence {
        let fitting = self.words.iter().find(|form| form.width() <= room).cloned();
        let shorter = || self.words.iter().map(|form| form.clone().fitting(room)).find(|form| form.width() <= room);
        let words = fitting.or_else(shorter).or(self.words.last().cloned()).unwrap_or_default();
        // A number that runs into the next one is another number.
        if words.width() > room { Sentence::of(UNKNOWN, Role::Key) } else { words }
    }

    fn spans(&self, canvas: &Canvas<'_>, room: usize) -> Vec<Span<'static>> {
        let words = if self.bad { canvas.theme.bad() } else { canvas.theme.dim() };
        canvas.sentence(&self.words(room), words)
    }
}

fn change_style(canvas: &Canvas<'_>, worse: bool) -> Style {
    if worse { canvas.theme.attention() } else { canvas.theme.chosen() }
}

fn figures(canvas: &mut Canvas<'_>, layout: &Layout, figures: &[KeyFigure; 3]) {
    let side_by_side = Layout::figures_side_by_side(layout.area.width);
    for (index, figure) in figures.iter().enumerate() {
        match side_by_side {
            true => figure_in_third(canvas, layout, figure, layout.third(index as u16)),
            false => figure_in_row(canvas, layout, figure, layout.figures + index as u16),
        }
    }
}

/// A figure over its bar or what else is to say of it.
fn figure_in_third(canvas: &mut Canvas<'_>, layout: &Layout, figure: &KeyFigure, x: u16) {
    let theme = canvas.theme;
    let third = layout.area.width / 3;
    let bar_width = usize::from(third) * 3 / 4 - 1;
    let room = usize::from((third - 1).min(layout.area.width - 1 - x));
    let behind = canvas.put(x, layout.figures, figure.spans(canvas, room));
    // The change beside the figure if there is room, else below it, where the bar or the words give way.
    let used = usize::from(behind - x);
    let mut change = figure.change.as_ref().filter(|(text, _)| width(text) <= room);
    if let Some((text, worse)) = change.filter(|(text, _)| used + 2 + width(text) <= room) {
        canvas.put(behind + 2, layout.figures, Span::styled(text.clone(), change_style(canvas, *worse)));
        change = None;
    }
    let y = layout.figures + 1;
    let taken = change.map_or(0, |(text, _)| width(text) + 2);
    let end = match &figure.bar {
        Some(Bar { share, percent, fill }) => {
            let bar_width = match room.saturating_sub(width(percent) + 2 + taken) {
                _ if taken == 0 => bar_width,
                left if left < 6 => 0,
                left => left.min(bar_width),
            };
            let mut end = x;
            if bar_width > 0 {
                end = canvas.put(x, y, bar::toward(*share, bar_width, *fill, theme.dim())) + 1;
            }
            canvas.put(end, y, Span::styled(percent.clone(), theme.bold()))
        }
        None => match figure.below.clone().shortened(room.saturating_sub(taken)) {
            Some(below) => canvas.put(x, y, canvas.sentence(&below, theme.dim())),
            None => x,
        },
    };
    if let Some((text, worse)) = change {
        let gap = if end == x { 0 } else { 2 };
        canvas.put(end + gap, y, Span::styled(text.clone(), change_style(canvas, *worse)));
    }
}

/// A figure with its bar in one row.
fn figure_in_row(canvas: &mut Canvas<'_>, layout: &Layout, figure: &KeyFigure, y: u16) {
    let theme = canvas.theme;
    let end = layout.area.width - 1;
    let (start, percent_room) = (26_u16, 8);
    // What stands at the right end has its room before the fuller words do.
    let aside = figure.below.clone().essence().width();
    let aside = if aside > 0 { aside + 2 } else { 0 };
    // But how much is short is worth more than it.
    let shortest = figure.words.iter().rev().nth(1).or(figure.words.last()).map_or(0, Sentence::width);
    let room = usize::from(end) - 1;
    let behind = canvas.put(1, y, figure.spans(canvas, room.saturating_sub(aside).max(shortest).min(room)));
    let mut start = start.max(behind + 1);
    if let Some((text, worse)) = &figure.change
        && usize::from(start) + width(text) + percent_room <= usize::from(end)
    {
        start = canvas.put(start, y, Span::styled(text.clone(), change_style(canvas, *worse))) + 1;
    }
    if let Some(Bar { share, percent, fill }) = &figure.bar {
        let bar_width = usize::from(end).saturating_sub(usize::from(start) + percent_room - 1);
        if bar_width >= 5 {
            canvas.put(start, y, bar::toward(*share, bar_width, *fill, theme.dim()));
        }
        if usize::from(behind) + width(percent) < usize::from(end) {
            canvas.put_right(end, y, Span::styled(percent.clone(), theme.bold()));
        }
    }
    let behind = if figure.change.is_some() { start } else { behind };
    let below = figure.below.clone().essence();
    if usize::from(behind) + 2 + below.width() <= usize::from(end) {
        canvas.put_right(end, y, canvas.sentence(&below, theme.dim()));
    }
}

/// Under 40×10: the key figures and nothing else, most important first.
pub fn alone(review: &Review, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let area = canvas.buffer.area;
    let first = u16::from(area.height > 3);
    let margin = u16::from(area.width >= 15);
    let end = area.width.saturating_sub(margin);
    let room = usize::from(end.saturating_sub(margin));
    let figures = key_figures(canvas, &review.roster, &review.answer.figures, None);
    for (index, figure) in figures.into_iter().enumerate() {
        let y = first + index as u16;
        let words = figure.words(room);
        // A number that does not fit is not shown at all: half of it would be another number.
        if y >= area.height || words.width() > room {
            continue;
        }
        let behind = canvas.put(margin, y, canvas.sentence(&words, theme.dim()));
        let percent = figure.bar.map(|bar| bar.percent);
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
    let narrow = layout.width == Width::Narrow || names + mark > usize::from(layout.area.width) + 1;
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
        canvas.means(start, x, y, Target::Tab(tab));
        x += if narrow { 2 } else { 3 };
    }
    x
}

//! The presentation: a question a slide. Which slides there are follows from what the roster and the meeting know; the
//! one in front is held by its question, so that it stays when others come and go.

pub mod steps;

use super::layer::{Layer, Next, Scene};
use super::review::Review;
use super::whatif::WhatIfPanel;
use crate::args::SECONDS;
use crate::figures::groups::{District, GroupRow};
use crate::figures::share::Share;
use crate::figures::whatif::WhatIf;
use crate::notes::Notes;
use crate::roster::filter::{Field, Filter};
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::Sheet;

/// A question.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Slide {
    /// Who is protected?
    Protected,
    /// Until when does the money last?
    Until,
    /// Where is the money?
    Money,
    /// What was paid, and what was received?
    Claims,
    /// Which groups are behind?
    Groups,
    /// Which districts are behind?
    Districts,
    /// Whose protection ends soon?
    Lapses,
    /// What is to be mended, and by whom?
    Mending,
    /// What changed since the last meeting?
    Since,
    /// What can be done?
    Choices,
    /// What is next? As many slides as the steps take, from 0.
    Steps(usize),
}

impl Slide {
    /// Whether it shows the same whatever the filter: what groups or districts are compared by leaves out those that
    /// are picked, so that each keeps its own figures.
    pub fn is_of_all(self, filter: &Filter) -> bool {
        match self {
            Slide::Choices | Slide::Claims | Slide::Mending | Slide::Money | Slide::Steps(_) | Slide::Until => true,
            Slide::Groups => filter.is_of_groups_alone(),
            Slide::Districts => filter.is_of_alone(Field::District),
            Slide::Protected | Slide::Lapses | Slide::Since => false,
        }
    }
}

/// Seconds for which a slide stands while they follow each other by themselves: to read the longest one aloud.
const USUAL: u16 = 20;

/// By how many they are changed.
const STEP: i64 = 5;

/// How a presentation begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Opening {
    /// With which slide, from 0.
    pub place: usize,
    /// For how many seconds each stands, where they follow each other at once.
    pub playing: Option<u16>,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slides {
    /// The one in front.
    pub slide: Slide,
    /// Seconds for which one stands.
    pub every: u16,
    /// Seconds until the next comes, while they follow each other by themselves.
    pub left: Option<u16>,
    /// What the meeting agreed on.
    pub notes: Notes,
    /// The scenario of what if, as it stands.
    pub scenario: Option<Box<WhatIfPanel>>,
    /// Whether its keys stand in the place of the filter: no help lies over slides, since what it lies on would be seen.
    pub tells_keys: bool,
}

impl Slides {
    /// The first one; `playing` is for how many seconds each stands, where they follow each other at once.
    pub fn new(notes: Notes, scenario: Option<WhatIfPanel>, playing: Option<u16>) -> Slides {
        let every = playing.unwrap_or(USUAL);
        Slides {
            slide: Slide::Protected,
            every,
            left: playing,
            notes,
            scenario: scenario.map(Box::new),
            tells_keys: false,
        }
    }

    /// Those that have data, in order. Where there is no room for one, the steps take one slide.
    pub fn agenda(&self, review: &Review, sheet: Option<&Sheet>) -> Vec<Slide> {
        let answer = &review.answer;
        let (figures, budget) = (&answer.figures, &answer.figures.budget);
        let has = |slide: &Slide| match slide {
            Slide::Protected => figures.matched > 0 || figures.enrollment.target.is_some(),
            Slide::Until | Slide::Money => budget.total.is_some(),
            Slide::Claims => budget.claimed().count > 0 || review.roster.claims_set_aside() > 0,
            Slide::Groups => answer.list().iter().any(|group| group.progress.is_some()),
            Slide::Districts => compares_districts(review),
            Slide::Lapses => answer.meeting.as_ref().is_some_and(|meeting| meeting.lapses.count() > 0),
            Slide::Mending => !review.roster.findings.by_office().is_empty(),
            Slide::Since => answer.comparison.is_some(),
            Slide::Choices => WhatIf::now(&review.roster, budget).is_some_and(|now| now.months > 0),
            Slide::Steps(_) => false,
        };
        const ALL: [Slide; 10] = [
            Slide::Protected,
            Slide::Until,
            Slide::Money,
            Slide::Claims,
            Slide::Groups,
            Slide::Districts,
            Slide::Lapses,
            Slide::Mending,
            Slide::Since,
            Slide::Choices,
        ];
        let pages = match self.notes.steps() {
            [] => 0,
            _ => sheet.map_or(1, |sheet| steps::pages(&self.notes, sheet).len()),
        };
        ALL.into_iter().filter(has).chain((0..pages).map(Slide::Steps)).collect()
    }

    /// The place of the one in front among them, from 0.
    pub fn place(&self, agenda: &[Slide]) -> usize {
        let behind = |slide: &Slide| *slide > self.slide;
        let here = agenda.iter().position(|slide| *slide == self.slide);
        here.or_else(|| agenda.iter().position(behind)).unwrap_or(agenda.len().saturating_sub(1))
    }

    /// Puts another one in front.
    pub fn turn(&mut self, agenda: &[Slide], to: usize) {
        if let Some(slide) = agenda.get(to).or(agenda.last()) {
            self.slide = *slide;
        }
        self.left = self.left.map(|_| self.every);
    }

    /// A second has passed. Behind the last slide comes the first.
    pub fn beat(&mut self, agenda: &[Slide]) {
        match self.left {
            None => {}
            Some(left) if left > 1 => self.left = Some(left - 1),
            Some(_) => {
                let next = (self.place(agenda) + 1) % agenda.len().max(1);
                self.turn(agenda, next);
            }
        }
    }

    /// Changes for how long each stands.
    fn pace(&mut self, longer: bool) {
        let every = i64::from(self.every) + if longer { STEP } else { -STEP };
        let every = every.clamp(*SECONDS.start(), *SECONDS.end());
        self.every = u16::try_from(every).unwrap_or(self.every);
        self.left = self.left.map(|_| self.every);
    }
}

impl Layer for Slides {
    fn context(&self) -> Context {
        Context::Slides
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        let sheet = scene.layout.and_then(|layout| Sheet::of(layout.area));
        let agenda = self.agenda(scene.review, sheet.as_ref());
        let place = self.place(&agenda);
        self.tells_keys = action == Action::Help && !self.tells_keys;
        match action {
            Action::Help => {}
            Action::Next => self.turn(&agenda, place + 1),
            Action::Previous => self.turn(&agenda, place.saturating_sub(1)),
            Action::First => self.turn(&agenda, 0),
            Action::Last => self.turn(&agenda, usize::MAX),
            Action::Play => self.left = if self.left.is_some() { None } else { Some(self.every) },
            Action::Longer => self.pace(true),
            Action::Shorter => self.pace(false),
            _ => return Next::Tab,
        }
        Next::Stay
    }

    fn settle(&mut self, review: &Review) {
        if let Some(panel) = &mut self.scenario {
            panel.settle(review);
        }
    }
}

/// How far a group or a district is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Behind<T> {
    /// Which.
    pub of: T,
    /// Active of the target, or of those listed.
    pub share: Share,
}

/// The groups that have a target, those furthest behind first: as in the list of groups, whichever of them are picked.
pub fn behind_groups(review: &Review) -> Vec<Behind<&GroupRow>> {
    let groups = review.answer.list().iter();
    sorted(groups.filter_map(|group| Some(Behind { of: group, share: group.progress? })).collect())
}

/// Whether districts are compared with quotas: where every one of them has one.
pub fn has_quotas(review: &Review) -> bool {
    let districts = review.answer.districts();
    let known = |district: &&District| district.name.is_some();
    districts.iter().any(|district| district.progress.is_some())
        && districts.iter().filter(known).all(|district| district.progress.is_some())
}

/// Whether a district can be behind: under a filter of anything else than groups or districts, active of listed says
/// nothing about one.
fn compares_districts(review: &Review) -> bool {
    let alone = review.filter.is_of_groups_alone() || review.filter.is_of_alone(Field::District);
    let counted =
        |district: &District| district.name.is_some() && (district.progress.is_some() || district.workers > 0);
    (alone || has_quotas(review)) && review.answer.districts().iter().any(counted)
}

/// The districts by active of their quotas, or where not all of them have one of those listed; those furthest behind
/// first.
pub fn behind_districts(review: &Review) -> Vec<Behind<&District>> {
    let quotas = has_quotas(review);
    if !compares_districts(review) {
        return Vec::new();
    }
    let share =
        |district: &District| if quotas { district.progress } else { Share::of(district.active, district.workers) };
    let named = review.answer.districts().iter().filter(|district| district.name.is_some());
    sorted(named.filter_map(|district| Some(Behind { of: district, share: share(district)? })).collect())
}

/// By share, exactly; of equals the first one stays first.
fn sorted<T>(mut all: Vec<Behind<T>>) -> Vec<Behind<T>> {
    all.sort_by(|one, other| one.share.compare(&other.share));
    all
}

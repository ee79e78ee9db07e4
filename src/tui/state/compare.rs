//! Where one is in what changed since an older roster: asked for its file, among the lines, or among the people behind
//! one of them.

use super::layer::{Layer, Next, Scene};
use super::path::PathLine;
use super::review::Review;
use super::tabs::Pointed;
use crate::disk::Source;
use crate::figures::compare::{Comparison, People};
use crate::lang::Lang;
use crate::lang::person::{Mask, Privacy};
use crate::roster::attribute::Attribute;
use crate::roster::rows::Row;
use crate::roster::store::Worker;
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::Layout;
use crate::tui::parts::input::Typed;
use crate::tui::theme::standing_mark;

/// Where the cursor is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CompareView {
    /// In the name of the file to compare with, and the line to go back to if there is a comparison already.
    Asking(PathLine, usize),
    /// On a line of what happened to the workers.
    Lines(usize),
    /// Among the people behind a line: whose, which, and the line to go back to.
    List {
        /// Behind what.
        people: People,
        /// The one under the cursor.
        place: usize,
        /// The line that was opened.
        line: usize,
    },
}

impl CompareView {
    /// What a key does; `false` if it is none of this view's. `page` is how many people are in sight.
    fn go(&mut self, action: Action, comparison: &Comparison, page: usize) -> bool {
        let moved = |place: usize, len: usize| {
            let last = len.saturating_sub(1);
            match action {
                Action::Next => Some((place + 1).min(last)),
                Action::Previous => Some(place.saturating_sub(1)),
                Action::PageDown => Some((place + page).min(last)),
                Action::PageUp => Some(place.saturating_sub(page)),
                Action::First => Some(0),
                Action::Last => Some(last),
                _ => None,
            }
        };
        match self {
            CompareView::Asking(..) => false,
            CompareView::List { people, place, .. } => {
                let many = comparison.count(*people);
                let Some(to) = moved(*place, many) else { return false };
                *place = to;
                true
            }
            CompareView::Lines(line) => {
                let (lines, second) = comparison.lines();
                let to = match action {
                    Action::Right if *line < second => (second + *line).min(lines.len() - 1),
                    Action::Left if *line >= second => (*line - second).min(second - 1),
                    _ => match moved(*line, lines.len()) {
                        Some(to) => to,
                        None => return false,
                    },
                };
                *line = to;
                true
            }
        }
    }

    /// Opens the line under the cursor; in a list, the worker of the newer roster that is to be opened.
    fn open(&mut self, comparison: &Comparison) -> Option<Row> {
        match self {
            CompareView::Asking(..) => None,
            CompareView::List { people, place, .. } => comparison.who(*people).nth(*place)?.1,
            CompareView::Lines(line) => {
                let line = *line;
                let people = self.people(comparison).filter(|&people| comparison.count(people) > 0)?;
                *self = CompareView::List { people, place: 0, line };
                None
            }
        }
    }

    /// One layer back; `false` where this view itself is to be closed.
    fn back(&mut self) -> bool {
        match self {
            CompareView::List { line, .. } => {
                *self = CompareView::Lines(*line);
                true
            }
            CompareView::Lines(_) | CompareView::Asking(..) => false,
        }
    }

    /// Behind what the people stand whom the cursor means.
    fn people(&self, comparison: &Comparison) -> Option<People> {
        match self {
            CompareView::Asking(..) => None,
            CompareView::List { people, .. } => Some(*people),
            CompareView::Lines(line) => comparison.lines().0.get(*line).map(|(people, _)| *people),
        }
    }

    /// The line that is come back to.
    pub fn line(&self) -> usize {
        match self {
            CompareView::Lines(line) | CompareView::List { line, .. } | CompareView::Asking(_, line) => *line,
        }
    }

    /// The line under the cursor as a spreadsheet takes it.
    fn copied(&self, review: &Review, privacy: Privacy, lang: Lang) -> Option<String> {
        let comparison = review.answer.comparison.as_ref()?;
        let old = review.older()?;
        match self {
            CompareView::Asking(..) => None,
            CompareView::Lines(line) => {
                let (lines, _) = comparison.lines();
                lines.get(*line).map(|(people, count)| format!("{}\t{count}", lang.happened(*people, comparison)))
            }
            CompareView::List { people, place, .. } => {
                let (was, is) = comparison.who(*people).nth(*place)?;
                let told = Told::of(*people, (was.map(|row| old.worker(row)), is.map(|row| review.roster.worker(row))));
                let told = told?.cells(lang, privacy);
                Some(told.join("\t"))
            }
        }
    }
}

impl Layer for CompareView {
    fn context(&self) -> Context {
        match self {
            CompareView::Asking(..) => Context::Path,
            CompareView::Lines(_) => Context::Changes,
            CompareView::List { .. } => Context::People,
        }
    }

    fn point(&mut self, (list, at): (usize, usize), scene: &mut Scene<'_>) -> Pointed {
        if let CompareView::Asking(path, _) = self {
            let again = path.choice == Some(at);
            return match (again, path.take(at)) {
                (_, false) => Pointed::Nowhere,
                (true, true) => Pointed::Again,
                (false, true) => Pointed::Here,
            };
        }
        let Some(comparison) = &scene.review.answer.comparison else { return Pointed::Nowhere };
        match self {
            CompareView::Asking(..) => Pointed::Nowhere,
            CompareView::Lines(line) => {
                let (lines, second) = comparison.lines();
                let to = if list > 0 { second + at } else { at };
                if to < lines.len() { Pointed::put(line, to) } else { Pointed::Nowhere }
            }
            CompareView::List { people, place, .. } => {
                if at < comparison.count(*people) {
                    Pointed::put(place, at)
                } else {
                    Pointed::Nowhere
                }
            }
        }
    }

    fn act(&mut self, action: Action, scene: &mut Scene<'_>) -> Next {
        if let CompareView::Asking(path, line) = self {
            let name = path.name();
            return match action {
                Action::Open if name.is_empty() => Next::Stay,
                Action::Open => {
                    // Where the file cannot be read, that line is come back to.
                    *self = CompareView::Lines(*line);
                    Next::Compare(Source::File(name.into()))
                }
                Action::NextTab | Action::PreviousTab => match path.choose(action == Action::NextTab) {
                    true => Next::Stay,
                    false => Next::Complete(path.input.text()),
                },
                Action::Back if scene.review.answer.comparison.is_some() => {
                    *self = CompareView::Lines(*line);
                    Next::Stay
                }
                Action::Next | Action::Previous => Next::Stay,
                _ => Next::Tab,
            };
        }
        match action {
            Action::To(_) | Action::NextTab | Action::PreviousTab | Action::Help | Action::Palette => return Next::Tab,
            Action::Back if self.back() => return Next::Stay,
            Action::Back => return Next::Close,
            _ => {}
        }
        let page = scene.layout.map_or(1, |layout| rows_in_sight(&layout));
        let Some(comparison) = &scene.review.answer.comparison else { return Next::Stay };
        if self.go(action, comparison, page) {
            return Next::Stay;
        }
        match action {
            Action::Open => self.open(comparison).map_or(Next::Stay, Next::Detail),
            Action::Changes => {
                *self = CompareView::Asking(PathLine::default(), self.line());
                Next::Stay
            }
            Action::CopyRow => Next::Copy(self.copied(scene.review, scene.privacy, scene.lang)),
            Action::CopyAll => Next::CopyAll(self.people(comparison)),
            // On the lines the whole list is meant; among the people of one of them, theirs.
            Action::Export => match self {
                CompareView::List { people, .. } => Next::Export(Some(*people)),
                CompareView::Lines(_) | CompareView::Asking(..) => Next::Export(None),
            },
            Action::Pick | Action::Sort | Action::FlipSort | Action::Mark | Action::Left | Action::Right => Next::Stay,
            _ => Next::Tab,
        }
    }

    fn opens(&self, review: &Review) -> bool {
        if let CompareView::Asking(path, _) = self {
            return !path.name().is_empty();
        }
        let Some(comparison) = &review.answer.comparison else { return false };
        match self {
            CompareView::Asking(..) => false,
            CompareView::Lines(_) => self.people(comparison).is_some_and(|people| comparison.count(people) > 0),
            // Who is gone has no row to be shown in.
            CompareView::List { people, place, .. } => {
                comparison.who(*people).nth(*place).is_some_and(|(_, is)| is.is_some())
            }
        }
    }

    fn offers(&self, action: Action, review: &Review) -> bool {
        let Some(comparison) = &review.answer.comparison else { return true };
        let list = match self {
            CompareView::List { people, .. } => Some(comparison.count(*people)),
            CompareView::Lines(_) | CompareView::Asking(..) => None,
        };
        match (action, list) {
            (Action::Open, _) => self.opens(review),
            (Action::Next | Action::CopyRow | Action::Export, Some(many)) => many > 0,
            // A line of nobody can be copied; in a file of all of them there would be none.
            (Action::Export, None) => comparison.lines().0.iter().any(|(_, many)| *many > 0),
            _ => true,
        }
    }

    fn typed(&mut self, typed: Typed<'_>) -> bool {
        match self {
            CompareView::Asking(path, _) => path.typed(typed),
            _ => true,
        }
    }

    fn settle(&mut self, review: &Review) {
        let Some(comparison) = &review.answer.comparison else { return };
        match self {
            CompareView::Asking(..) => {}
            CompareView::Lines(line) => *line = (*line).min(comparison.lines().0.len().saturating_sub(1)),
            CompareView::List { people, place, .. } => {
                *place = (*place).min(comparison.count(*people).saturating_sub(1));
            }
        }
    }
}

/// One person of a list.
pub struct Told<'a> {
    people: People,
    /// In the newer roster, or in the older one if only there.
    worker: Worker<'a>,
    was: Option<Worker<'a>>,
    is: Option<Worker<'a>>,
}

impl<'a> Told<'a> {
    /// Of a line, from the worker's rows in both files.
    pub fn of(people: People, (was, is): (Option<Worker<'a>>, Option<Worker<'a>>)) -> Option<Told<'a>> {
        Some(Told { people, worker: is.or(was)?, was, is })
    }

    /// Name, NIK, group, and what is told of this list.
    pub fn cells(&self, lang: Lang, privacy: Privacy) -> [String; 4] {
        let said = |worker: Worker<'_>, own: Attribute| lang.attribute(worker, own, privacy, Mask::Short);
        let standing =
            |worker: Worker<'_>| format!("{} {}", standing_mark(worker.standing()), said(worker, Attribute::Standing));
        let told = match (self.people, self.was, self.is) {
            (People::Changed(own), Some(was), Some(is)) => format!("{} → {}", said(was, own), said(is, own)),
            (People::Moved(..), Some(was), Some(is)) => format!("{} → {}", standing(was), standing(is)),
            _ => format!("{}, {}", standing(self.worker), said(self.worker, Attribute::District)),
        };
        let [name, nik, group] = [Attribute::Name, Attribute::Nik, Attribute::Group].map(|own| said(self.worker, own));
        [name, nik, group, told]
    }
}

/// People in sight of a list: the heading takes one row.
pub fn rows_in_sight(layout: &Layout) -> usize {
    usize::from(layout.content.height.saturating_sub(1)).max(1)
}
